"""Periods: the stretches of time that figures, milestones and plants are dated by.

A period keeps the words it was written in and the days it covers. Two periods of the same days are equal
(`FY2025-26-Q2` is `2025-Q3`), so rows are found by their days, never by their spelling.

Forms: `2025`, `FY2024-25` (April to March), `2025-H1`, `FY2025-26-H1`, `2025-Q3`, `FY2025-26-Q2`, `2025-09`,
`2025-04..2025-09`, `2026-09-30`. Contains no business logic and reads no clock.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

_YEAR = re.compile(r"([0-9]{4})")
_FISCAL = re.compile(r"FY([0-9]{4})-([0-9]{2})")
_PART = re.compile(r"(?:FY([0-9]{4})-([0-9]{2})|([0-9]{4}))-([HQ])([1-4])")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")

MONTHS_OF = {"year": 12, "half": 6, "quarter": 3, "month": 1}


class PeriodError(ValueError):
    """The text names no period that we know."""


def month_start(year: int, month: int) -> date:
    """The first day of a month; months past 12 run on into the next year."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def month_end(day: date) -> date:
    """The last day of the month that `day` is in."""
    return day.replace(day=monthrange(day.year, day.month)[1])


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of whole days, both ends included, ordered by its start and then its end."""

    start: date
    end: date
    text: str = field(compare=False)

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read one of the forms above; raises PeriodError for anything else.

        >>> Period.parse("FY2025-26-Q2") == Period.parse("2025-Q3")
        True
        """
        return _parsed(text)

    @classmethod
    def year(cls, year: int) -> Period:
        return cls(date(year, 1, 1), date(year, 12, 31), f"{year:04d}")

    @classmethod
    def fiscal(cls, first_year: int) -> Period:
        """The fiscal year that begins in April of `first_year`."""
        return cls(
            date(first_year, 4, 1), date(first_year + 1, 3, 31), f"FY{first_year:04d}-{(first_year + 1) % 100:02d}"
        )

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Period:
        """A calendar quarter."""
        return _months(month_start(year, 3 * quarter - 2), 3, f"{year:04d}-Q{quarter}")

    @classmethod
    def half(cls, year: int, half: int) -> Period:
        """A calendar half year."""
        return _months(month_start(year, 6 * half - 5), 6, f"{year:04d}-H{half}")

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        return _months(date(year, month, 1), 1, f"{year:04d}-{month:02d}")

    @classmethod
    def day(cls, day: date) -> Period:
        return cls(day, day, day.isoformat())

    @classmethod
    def months(cls, first: Period, last: Period) -> Period:
        """From the first month of `first` to the last month of `last`, in its shortest name."""
        return named(first.start, last.end)

    @property
    def kind(self) -> str:
        """day, month, quarter, half, year, fiscal, or range."""
        return _kind(self.start, self.end)

    @property
    def whole_months(self) -> bool:
        """Whether it begins and ends where months do."""
        return self.start.day == 1 and self.end == month_end(self.end)

    @property
    def length(self) -> int:
        """How many months it touches; 0 for a single day."""
        if self.start == self.end:
            return 0
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1

    def holds(self, other: Period) -> bool:
        """Whether every day of `other` is in it."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Period) -> bool:
        """Whether they share a day."""
        return self.start <= other.end and other.start <= self.end

    def back(self, months: int) -> Period:
        """The period of the same length that many months earlier (later, if negative)."""
        start = month_start(self.start.year, self.start.month - months)
        if self.kind == "day" or not self.whole_months:
            return named(_shifted(self.start, months), _shifted(self.end, months))
        return named(start, month_end(month_start(start.year, start.month + self.length - 1)))

    def before(self) -> Period:
        """The period of the same length that ends the day before."""
        if self.kind != "day" and self.whole_months:
            return self.back(self.length)
        days = self.end - self.start + timedelta(days=1)
        return named(self.start - days, self.end - days)

    def year_before(self) -> Period:
        return self.back(12)

    def __str__(self) -> str:
        return self.text


def named(start: date, end: date) -> Period:
    """The period of these days under its canonical name; a range when it has none of its own."""
    kind = _kind(start, end)
    if kind == "day":
        return Period.day(start)
    if kind == "year":
        return Period.year(start.year)
    if kind == "fiscal":
        return Period.fiscal(start.year)
    if kind == "half":
        return Period.half(start.year, (start.month + 5) // 6)
    if kind == "quarter":
        return Period.quarter(start.year, (start.month + 2) // 3)
    if kind == "month":
        return Period.month(start.year, start.month)
    if start.day == 1 and end == month_end(end):
        return Period(start, end, f"{start.isoformat()[:7]}..{end.isoformat()[:7]}")
    return Period(start, end, f"{start.isoformat()}..{end.isoformat()}")


def tiles(start: date, end: date, pieces: list[Period]) -> tuple[Period, ...] | None:
    """The fewest of `pieces` that cover start..end exactly, without gap or overlap; None when they cannot.

    >>> halves = [Period.half(2025, 1), Period.half(2025, 2), Period.month(2025, 1)]
    >>> [str(p) for p in tiles(date(2025, 1, 1), date(2025, 12, 31), halves)]
    ['2025-H1', '2025-H2']
    """
    # Days as numbers: the day after the last day of the calendar has one, too.
    first, after_last = start.toordinal(), end.toordinal() + 1
    by_start: dict[int, list[Period]] = {}
    for piece in pieces:
        if start <= piece.start and piece.end <= end:
            by_start.setdefault(piece.start.toordinal(), []).append(piece)
    best: dict[int, tuple[Period, ...]] = {first: ()}
    for day in sorted({first, *by_start}):
        if day not in best:
            continue
        for piece in by_start.get(day, []):
            after = piece.end.toordinal() + 1
            if after not in best or len(best[day]) + 1 < len(best[after]):
                best[after] = (*best[day], piece)
    return best.get(after_last)


@lru_cache(maxsize=4096)  # a record of 100,000 rows names the same few hundred periods
def _parsed(text: str) -> Period:
    first, dots, last = (part.strip() for part in text.partition(".."))
    start, end = _bounds(first)
    if dots:
        end = _bounds(last)[1]
        if end < start:
            raise PeriodError(f"'{text}' ends before it begins")
    return Period(start, end, f"{first}{dots}{last}")


def _shifted(day: date, months: int) -> date:
    """The same day that many months earlier, or the last one of a shorter month."""
    start = month_start(day.year, day.month - months)
    return start.replace(day=min(day.day, monthrange(start.year, start.month)[1]))


def _kind(start: date, end: date) -> str:
    if start == end:
        return "day"
    if start.day != 1 or end != month_end(end):
        return "range"
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if months == 12 and start.month in (1, 4):
        return "year" if start.month == 1 else "fiscal"
    if months == 6 and start.month in (1, 7):
        return "half"
    if months == 3 and start.month % 3 == 1:
        return "quarter"
    return "month" if months == 1 else "range"


def _months(start: date, months: int, text: str) -> Period:
    return Period(start, month_end(month_start(start.year, start.month + months - 1)), text)


def _bounds(text: str) -> tuple[date, date]:
    try:
        return _read(text.strip())
    except ValueError as wrong:
        forms = "2025, FY2024-25, 2025-H1, 2025-Q3, FY2025-26-Q2, 2025-09, 2025-04..2025-09 or 2026-09-30"
        raise PeriodError(f"'{text[:60]}' is no period; write {forms}") from wrong


def _read(text: str) -> tuple[date, date]:
    if found := _YEAR.fullmatch(text):
        year = int(found[1])
        return date(year, 1, 1), date(year, 12, 31)
    if found := _FISCAL.fullmatch(text):
        year = _fiscal_year(found[1], found[2])
        return date(year, 4, 1), date(year + 1, 3, 31)
    if found := _PART.fullmatch(text):
        return _part(*found.groups())
    if found := _MONTH.fullmatch(text):
        start = date(int(found[1]), int(found[2]), 1)
        return start, month_end(start)
    if found := _DAY.fullmatch(text):
        day = date(int(found[1]), int(found[2]), int(found[3]))
        return day, day
    raise ValueError(text)


def _part(
    fiscal: str | None, fiscal_end: str | None, calendar: str | None, letter: str, number: str
) -> tuple[date, date]:
    months, count = (6, 2) if letter == "H" else (3, 4)
    if int(number) > count:
        raise ValueError(number)
    year, month = (int(calendar), 1) if calendar else (_fiscal_year(fiscal or "", fiscal_end or ""), 4)
    start = month_start(year, month + months * (int(number) - 1))
    return start, month_end(month_start(start.year, start.month + months - 1))


def _fiscal_year(first: str, last: str) -> int:
    if (int(first) + 1) % 100 != int(last):
        raise ValueError(f"FY{first}-{last}")
    return int(first)
