"""Periods, dates and stretches of time in words, English and Hindi. Reads no clock: `today` is a value.

A quarter or half always shows its months, so that nobody takes a calendar quarter for a fiscal one.
"""

from __future__ import annotations

from datetime import date, timedelta
from math import inf
from typing import Literal

from babel.dates import format_date, format_timedelta, get_month_names

from bot.look.phrases import say
from storage.periods import MONTHS_OF, Period, month_end

_LOCALES = {"en": "en_GB", "hi": "hi_IN"}  # both write the day before the month


def format_when(when: Period | date, *, language: str = "en") -> str:
    """A period or a day.

    >>> format_when(Period.parse("2026-Q4")), format_when(Period.parse("2026-Q4"), language="hi")
    ('Q4 2026 (Oct-Dec)', '2026 की चौथी तिमाही (अक्टूबर-दिसंबर)')
    """
    return format_period(when, language=language) if isinstance(when, Period) else format_day(when, language=language)


def format_day(day: date, *, language: str = "en", year: bool = True) -> str:
    """31 December 2026; without its year where that is plain from beside it."""
    return str(format_date(day, "d MMMM y" if year else "d MMMM", locale=_locale(language)))


def format_period(period: Period, *, language: str = "en") -> str:
    """A period by the name that it was written under: a fiscal quarter stays one, and shows its months.

    >>> [format_period(Period.parse(text)) for text in ("FY2024-25", "FY2025-26-Q2", "2025-04..2025-09", "2026-09-30")]
    ['FY2024-25', 'Q2 FY2025-26 (Jul-Sep 2025)', 'April-September 2025', '30 September 2026']
    """
    kind = _kind(period)
    if kind == "day":
        return format_day(period.start, language=language)
    if kind == "month":
        return f"{_month(period.start, language)} {period.start.year}"
    if kind in ("half", "quarter"):
        return _part(period, kind, language)
    if kind == "year":
        return f"{period.start.year:04d}"
    if kind == "fiscal":
        return _fiscal_year(period.start.year, language)
    return _range(period, language)


def short_period(period: Period, *, language: str = "en") -> str:
    """As short as it can be said and still be plain, for the axis of a picture.

    >>> [short_period(Period.parse(text)) for text in ("2025-09", "2025-Q3", "FY2024-25", "2026-09-30")]
    ['Sep 2025', 'Q3 2025', 'FY2024-25', '30 Sep 2026']
    """
    kind = _kind(period)
    if kind == "day":
        return f"{period.start.day} {_month(period.start, language, short=True)} {period.start.year}"
    if kind == "month":
        return f"{_month(period.start, language, short=True)} {period.start.year}"
    if kind in ("half", "quarter"):
        return _part_name(period, kind, language)
    return format_period(period, language=language)


def stretch(days: int, *, language: str = "en") -> str:
    """How long, in the one unit that says it best: 12 days, 3 months, 2 years. The sign does not count."""
    return _delta(abs(days), language, direction=False)


def ahead(day: date, today: date, *, language: str = "en") -> str:
    """How far off a day is: in 12 days, 3 months ago, today.

    >>> ahead(date(2026, 12, 31), date(2026, 12, 19)), ahead(date(2026, 12, 31), date(2026, 12, 31))
    ('in 12 days', 'today')
    """
    days = (day - today).days
    if not days:
        return say("today", language)
    return _delta(days, language, direction=True)


def late_by(due: date, then: date, *, language: str = "en") -> str:
    """How much later than it was due; 'early by' where it was before, 'on the day' between.

    >>> late_by(date(2026, 6, 30), date(2026, 9, 30))
    'late by 3 months'
    """
    days = (then - due).days
    if not days:
        return say("on_the_day", language)
    return say("late_by" if days > 0 else "early_by", language, stretch=stretch(days, language=language))


def _delta(days: int, language: str, *, direction: bool) -> str:
    """Days up to two months, since weeks are no way to count to a date; months up to three years."""
    unit: Literal["day", "month", "year"] = "day" if abs(days) < 60 else "month" if abs(days) < 3 * 365 else "year"
    whole = timedelta(days=days)
    locale = _locale(language)
    return str(format_timedelta(whole, granularity=unit, threshold=inf, add_direction=direction, locale=locale))


def _locale(language: str) -> str:
    return _LOCALES.get(language, _LOCALES["en"])


def _month(day: date, language: str, *, short: bool = False) -> str:
    # Hindi abbreviations end in a sign that phones show badly, and save little
    if short and language != "hi":
        return str(get_month_names("abbreviated", locale="en")[day.month])
    return str(get_month_names("wide", locale="hi" if language == "hi" else "en")[day.month])


def _kind(period: Period) -> str:
    """A fiscal half is no half of the calendar's, and is told by its name alone."""
    return "half" if period.text.startswith("FY") and period.length == MONTHS_OF["half"] else period.kind


def _fiscal_year(first: int, language: str) -> str:
    return say("fiscal_year", language, years=f"{first}-{(first + 1) % 100:02d}")


def _part(period: Period, kind: str, language: str) -> str:
    return say("with_months", language, name=_part_name(period, kind, language), months=_months(period, language))


def _part_name(period: Period, kind: str, language: str) -> str:
    letter, length = ("H", MONTHS_OF["half"]) if kind == "half" else ("Q", MONTHS_OF["quarter"])
    fiscal = period.text.startswith("FY")
    month = (period.start.month - 4) % 12 if fiscal else period.start.month - 1
    first = period.start.year - (fiscal and period.start.month < 4)
    year = _fiscal_year(first, language) if fiscal else str(first)
    return say("part_of_year", language, part=say(f"part_{letter}{month // length + 1}", language), year=year)


def _months(period: Period, language: str) -> str:
    """Its first and last month; with their years where the name does not tell them."""
    first, last = (_month(day, language, short=True) for day in (period.start, period.end))
    if period.start.year != period.end.year:
        return f"{first} {period.start.year}-{last} {period.end.year}"
    return f"{first}-{last} {period.end.year}" if period.text.startswith("FY") else f"{first}-{last}"


def _range(period: Period, language: str) -> str:
    start, end = period.start, period.end
    if start.day != 1 or end != month_end(end):
        return _span(format_day(start, language=language), format_day(end, language=language), language)
    years = _years(start, end, language)
    if years:
        return _span(*years, language)
    first, last = _month(start, language), _month(end, language)
    if start.year == end.year:
        return f"{first}-{last} {end.year}"
    return _span(f"{first} {start.year}", f"{last} {end.year}", language)


def _span(first: str, last: str, language: str) -> str:
    return say("span", language, first=first, last=last)


def _years(start: date, end: date, language: str) -> tuple[str, str] | None:
    """The first and last year of a range of whole years, calendar or fiscal."""
    if (start.month, end.month) == (1, 12):
        return str(start.year), str(end.year)
    if (start.month, end.month) == (4, 3):
        return _fiscal_year(start.year, language), _fiscal_year(end.year - 1, language)
    return None
