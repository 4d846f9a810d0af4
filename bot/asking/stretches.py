"""The times of a question of figures, told apart by what they do there: points, a range, a beginning, the last so many."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.asking.commands import FIRST_YEAR, LAST_YEAR
from bot.asking.indicators import TRADE
from bot.asking.numbers import limit
from bot.asking.when import Time
from storage.periods import Period

if TYPE_CHECKING:
    from bot.asking.parts import Parts
    from bot.asking.questions import (
        Subject,
    )


@dataclass(frozen=True, slots=True)
class Span:
    """The times of a question, told apart by what they do."""

    points: tuple[Period, ...] = ()
    first: Period | None = None  # of a range
    last: Period | None = None
    since: Period | None = None
    until: Period | None = None  # all that was before
    count: int = 0  # the last so many
    step: str = ""
    to_date: bool = False
    year_before: bool = False
    newest: str = ""  # the newest of these steps

    @property
    def said(self) -> bool:
        return bool(self.points or self.first or self.since or self.until or self.count or self.year_before)

    @property
    def long(self) -> bool:
        return bool(self.first or self.since or self.until or self.count)


# ---------------------------------------------------------------- when


def span_of(parts: Parts, base: Subject) -> Span:
    """What the times of a question say; `base` is what was spoken of before."""
    capped = _capped(parts)
    if capped is not None:
        return capped
    points: list[Period] = []
    span = Span()
    told = _told_times(parts)
    ranges = [time for time in told if time.kind == "range" and time.period and time.last]
    for time in told:
        if len(ranges) > 1 and time in ranges and time.period and time.last:
            points.append(Period.months(time.period, time.last))  # two ranges are two stretches to be weighed
            continue
        if (
            time.kind == "before"
            and time.period is not None
            and len(told) == 1
            and time.period.kind in ("year", "fiscal")
        ):
            return replace(span, until=time.period.back(_YEAR))
        if time.period is not None and time.kind in ("at", "until", "before", "to_date"):
            points.append(_counted_from(time, time.period, points[-1] if points and time.relative else base.period))
            span = replace(span, to_date=span.to_date or time.kind == "to_date")
        else:
            span = _stretched(span, time, points, base)
    return _so_far(parts, _same_months(parts, replace(span, points=tuple(dict.fromkeys([*points, *span.points])))))


def _same_months(parts: Parts, span: Span) -> Span:
    """'January to June 2025 against the same months of 2024': two stretches of one length."""
    if not (
        span.first and span.last and len(span.points) == 1 and span.points[0].kind == "year" and "same" in parts.spelt
    ):
        return span
    stretch = Period.months(span.first, span.last)
    other = stretch.back(12 * (stretch.start.year - span.points[0].start.year))
    return replace(span, first=None, last=None, points=(stretch, other))


def _stretched(span: Span, time: Time, points: list[Period], base: Subject) -> Span:
    """With one more time that is no point."""
    if time.kind == "range":
        return replace(span, first=time.period, last=time.last)
    if time.kind == "since":
        return replace(span, since=time.period)
    if time.kind == "after" and time.period is not None:
        if any(point.start > time.period.end for point in points):
            return replace(span, since=time.period)  # 'in 2024 after 2023' sets the one against the other
        return replace(span, since=time.period.back(-max(time.period.length, 1)))
    if time.kind == "last":
        return replace(span, count=time.count, step=time.step)
    if time.kind == "shift":
        return _shifted(span, points, base, time)
    return replace(span, newest=time.step) if time.kind == "newest" else span


_YEAR = 12  # months


def _capped(parts: Parts) -> Span | None:
    """'This year up to June': from the beginning of the year to there."""
    year = next((time.period for time in parts.times if time.kind == "at" and time.period), None)
    if (
        len(parts.times) == 1
        and (only := parts.times[0]).kind == "until"
        and only.period
        and only.period.kind == "month"
    ):
        return Span(first=Period.month(only.period.start.year, 1), last=only.period)
    for time in parts.times:
        if time.kind == "until" and time.period and year and year != time.period and year.holds(time.period):
            return Span(first=Period.month(year.start.year, year.start.month), last=time.period)
    return None


def _so_far(parts: Parts, span: Span) -> Span:
    """'So far' beside the year that is running, or beside none."""
    if not any(time.kind == "so_far" for time in parts.times) or span.long or span.year_before or len(span.points) > 1:
        return span
    if span.points:
        return replace(span, to_date=True) if span.points[0].meets(Period.day(parts.today)) else span
    if parts.has("extreme") and (parts.has("axis", "year") or "year" in parts.free_units):
        return span  # 'the costliest year so far' is one of all
    return Span((Period.year(parts.today.year),), to_date=True) if parts.has("indicator", *TRADE) else span


def _told_times(parts: Parts) -> list[Time]:
    """Without the 'last year' of 'up on last year', which says only what a change is measured against."""
    against = parts.all("op", "change")
    told = [_month_of(time) for time in parts.times] or bare_years(parts)
    inside = [time for time in told if any(mark.start <= time.start and time.end <= mark.end for mark in against)]
    return [time for time in told if time not in inside]


def _month_of(time: Time) -> Time:
    """'Jul 26' of figures, which are of no single day, is July 2026."""
    first, last = (_as_month(period, loose=time.loose) for period in (time.period, time.last))
    return replace(time, period=first, last=last, loose=time.loose and first == time.period)


def _as_month(period: Period | None, *, loose: bool) -> Period | None:
    if period is None or not loose or period.kind != "day" or period.start.day < _FIRST_YEAR:
        return period
    return Period.month(2000 + period.start.day, period.start.month)


_FIRST_YEAR = 15  # of this century, that two digits may stand for


def bare_years(parts: Parts) -> list[Time]:
    """'Malaysia 24 value': two digits that count nothing are a year, where no other time is said."""
    counted = limit(parts)
    found = [
        at
        for at, word in enumerate(parts.words)
        if len(word.text) == 2
        and word.number is not None
        and _FIRST_YEAR <= word.number <= parts.today.year % 100
        and word.number != counted
        and not any(
            mark.covers(at) or mark.start == at + 1
            for mark in (*parts.codes, *parts.all("percent"), *parts.all("scale"))
        )
        and not any(mark.start == at + 1 for mark in parts.all("unit", "INR", "USD", "kg"))
    ]
    years = [Period.year(2000 + int(parts.words[at].text)) for at in found]
    if len(found) == _TWO and found[1] - found[0] == _TWO and parts.word(found[0] + 1) in _TO and years[0] < years[1]:
        return [_from_to(found[0], found[1] + 1, *years)]
    return [Time("at", found[0], found[0] + 1, years[0])] if len(found) == 1 else []


_TWO = 2
_TO = frozenset(["-", "to", "till", "se", "से", "/"])


def _from_to(start: int, end: int, first: Period, last: Period) -> Time:
    """'18-23' is a stretch of years, '23-24' the fiscal year of that name."""
    if first.start.year + 1 == last.start.year:
        return Time("at", start, end, Period.fiscal(first.start.year))
    return Time("range", start, end, first, last)


def _counted_from(time: Time, period: Period, base: Period | None) -> Period:
    """'The previous quarter' counts from the period spoken of, when there is one, and a bare Q3 is of its year."""
    if time.relative and base and not (time.relative > 0 and base.end >= period.start):
        return _on(base, time.relative * max(base.length, 1))
    return _in_year_of(base, period) if time.loose and base else period


def _in_year_of(year: Period, period: Period) -> Period:
    """A quarter, half or month said without its year, in the year spoken of."""
    if year.text.startswith("FY"):
        fiscal = Period.parse(year.text[:_FISCAL])
        if period.kind in ("quarter", "half"):
            length = max(period.length, 1)
            number = (period.start.month - 1) // length + 1
            return Period.parse(f"{fiscal.text}-{'Q' if period.kind == 'quarter' else 'H'}{number}")
        moved = period.back(12 * (period.start.year - fiscal.start.year))
        return moved if fiscal.holds(moved) else moved.back(-12)
    return period.back(12 * (period.start.year - year.start.year))


_FISCAL = len("FY2024-25")


def _on(period: Period, months: int) -> Period:
    """So many months later, or itself where no year is left to go to."""
    year = period.start.year + months // 12
    return period.back(-months) if FIRST_YEAR < year < LAST_YEAR else period


def _shifted(span: Span, points: list[Period], base: Subject, time: Time) -> Span:
    """So many steps from the period spoken of; with a period said beside it, what that is compared with."""
    months = {"year": 12, "fiscal": 12, "half": 6, "quarter": 3, "month": 1}.get(time.step, 0)
    if points and 0 < months < _YEAR:
        return replace(span, points=(_on(points[-1], time.count * months),))
    if points or span.since or base.period is None:
        return replace(span, year_before=True)
    months = months or max(base.period.length, 1)
    return replace(span, points=(_on(base.period, time.count * months),))


def spanned(subject: Subject, span: Span) -> Subject:
    """A range as one period, to be added up."""
    if span.first and span.last:
        return subject.at(Period.months(span.first, span.last) if span.first.start <= span.last.end else span.first)
    return subject
