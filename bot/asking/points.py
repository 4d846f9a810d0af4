"""Points in time: a single stretch, as a question names it.

    Q3 2025, Q2 FY26 | H1 2025 | Sep 2025 | 31/12/2026 | mid-2027 | the first six months of 2025

Years, and what counts from today, are read by years.py. Every reading gives what it read and where that ends, or None.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.asking.timewords import EARLIEST, LATEST, once
from bot.asking.years import Point, Years
from storage.periods import MONTHS_OF, Period, month_end, month_start, named

_TO_MONTH = frozenset(("to", "ending", "ended", "till", "until", "upto"))
_LAST_DAY = 31
_ENDING = frozenset(("ending", "ended", "ends", "closing", "closed"))
_MONTH_LEADS = frozenset(
    [
        "in",
        "of",
        "for",
        "since",
        "from",
        "until",
        "till",
        "by",
        "during",
        "to",
        "between",
        "and",
        "-",
        "mein",
        "before",
        "after",
        "last",
        "this",
        "next",
        "to",
        "through",
        "maah",
        "month",
        "mah",
        "aur",
        "late",
        "early",
        "mid",
    ]
)
_MONTH_TRAILS = frozenset(
    ["mein", "me", "ko", "ka", "ki", "ke", "se", "tak", "में", "का", "की", "के", "को", "से", "तक", "month", ",", "-"]
)


class Points(Years):
    """Reads a single stretch of any length."""

    # ---- points

    @once
    def point(self, at: int) -> Point | None:
        """The longest reading of a single stretch here."""
        readings = (
            self.middle,
            self.iso,
            self.day,
            self.part,
            self.part_behind,
            self.quarter_to,
            self.month_by_number,
            self.part_by_count,
            self.month,
            self.months_of,
            self.year_ending,
            self.relative,
            self.year_like,
        )
        found = [point for point in (reading(at) for reading in readings) if point is not None]
        return max(found, key=lambda point: point.end, default=None)

    def middle(self, at: int) -> Point | None:
        """Mid-February 2027 is its fifteenth, mid-2027 its June."""
        lead = self.find("MID", at)
        start = lead[1] + (self.word(lead[1]) == "-") if lead else at
        inner = (self.month(start) or self.year_like(start)) if lead else None
        if inner is None:
            return None
        if inner.period.kind == "month":
            return Point(Period.day(inner.period.start.replace(day=15)), inner.end, loose=inner.loose)
        half = month_start(inner.period.start.year, inner.period.start.month + 5)
        return Point(Period.month(half.year, half.month), inner.end)

    def iso(self, at: int) -> Point | None:
        """2025-09, 2026-09-30, 2025-Q3 and 2025-H1 are read by their marks."""
        year = self.digits(at, EARLIEST, LATEST)
        if year is None or self.word(at + 1) != "-" or at + 2 >= len(self.words):
            return None
        month = self.digits(at + 2, 1, 12)
        if month is None or len(self.word(at + 2)) != 2:
            return None
        if self.word(at + 3) == "-" and (day := self.digits(at + 4, 1, 31)):
            return _maybe_day(year, month, day, at + 5)
        return (
            Point(Period.month(year, month), at + 3)
            if f"{(year + 1) % 100:02d}" != self.word(at + 2) or month > 12
            else None
        )

    def day(self, at: int) -> Point | None:
        """31/12/2026, 31 Dec 2026, December 31, 2026; the day before the month, as India writes."""
        if (day := self.digits(at, 1, 31)) and self.word(at + 1) in ("/", "-", "."):
            month, year = self.digits(at + 2, 1, 12), self.digits(at + 4, 0, LATEST)
            if month and year is not None and self.word(at + 3) in ("/", "-", "."):
                return _maybe_day(year if year > 99 else 2000 + year, month, day, at + 5)
        if day := self.digits(at, 1, 31):
            past = at + 1 + (self.word(at + 1) in ("st", "nd", "rd", "th"))
            return self._day_month(day, self.find("MONTHS", self.skip(past, 1)))
        month_found = self.find("MONTHS", at)
        if month_found and (day := self.digits(month_found[1], 1, 31)):
            past = month_found[1] + 1 + (self.word(month_found[1] + 1) in ("st", "nd", "rd", "th"))
            return self._day_month(day, (month_found[0], past))
        return None

    def _day_month(self, day: int, month: tuple[object, int] | None) -> Point | None:
        if month is None:
            return None
        number = int(str(month[0]))
        year = self.year_like(self.skip(month[1], 1))
        if year is not None and year.period.kind == "year":
            return _maybe_day(year.period.start.year, number, day, year.end)
        near = _maybe_day(self.today.year, number, day, month[1])
        return replace(near, loose=True) if near else None

    def part(self, at: int) -> Point | None:
        """Q3 2025, the third quarter of FY26, H1 2025, the first half of last year."""
        found = self._part_number(at)
        if found is None:
            return None
        unit, number, end = found
        year = self.year_like(self.skip(end))
        if year is not None:
            return self._of_year(unit, number, year.period, year.end)
        return None if self.word(at) in ("last", "final") else self._nearest_part(unit, number, end)

    def part_behind(self, at: int) -> Point | None:
        """2025 Q3, 2025 ki teesri timahi, FY26-H1."""
        year = self.year_like(at)
        found = self._part_number(self.skip(year.end)) if year else None
        return self._of_year(found[0], found[1], year.period, found[2]) if year and found else None

    def quarter_to(self, at: int) -> Point | None:
        """The June quarter of 2026, that which ends with it."""
        found = self.find("MONTHS", at)
        unit = self.unit(found[1]) if found else None
        if not found or not unit or unit[0] != "quarter" or int(str(found[0])) % 3:
            return None
        number = int(str(found[0]))
        year = self.year_like(self.skip(unit[1]))
        if year is None:
            return self._nearest_part("quarter", number // 3, unit[1])
        first = year.period.start.year
        calendar = first + 1 if year.period.kind == "fiscal" and number == 3 else first
        return Point(Period.quarter(calendar, number // 3), year.end)

    def _part_number(self, at: int) -> tuple[str, int, int] | None:
        unit = self.unit(at)
        if unit and unit[0] in ("quarter", "half"):
            number = self.number(unit[1])
            if number and 1 <= number[0] <= 12 // MONTHS_OF[unit[0]]:
                return unit[0], number[0], number[1]
        ordinal = self.find("ORDINALS", at) or self._digit_ordinal(at)
        unit = self.unit(ordinal[1]) if ordinal else None
        if ordinal and unit and unit[0] in ("quarter", "half") and int(str(ordinal[0])) <= 12 // MONTHS_OF[unit[0]]:
            last = self.word(at) in ("final", "last") and unit[0] == "half"
            return unit[0], 2 if last else int(str(ordinal[0])), unit[1]
        return None

    def _digit_ordinal(self, at: int) -> tuple[object, int] | None:
        number = self.digits(at, 1, 4)
        return (number, at + 2) if number and self.word(at + 1) in ("st", "nd", "rd", "th") else None

    def _of_year(self, unit: str, number: int, year: Period, end: int) -> Point:
        months = MONTHS_OF[unit]
        start = month_start(year.start.year, year.start.month + months * (number - 1))
        stop = month_end(month_start(start.year, start.month + months - 1))
        if year.kind == "fiscal":
            return Point(Period(start, stop, f"{year.text}-{unit[0].upper()}{number}"), end)
        return Point(named(start, stop), end)

    def _nearest_part(self, unit: str, number: int, end: int) -> Point:
        this = self._of_year(unit, number, Period.year(self.today.year), end)
        if this.period.start > self.today:
            this = self._of_year(unit, number, Period.year(self.today.year - 1), end)
        return replace(this, loose=True)

    def month(self, at: int) -> Point | None:
        """Sep 2025, September of last year, 2025 सितंबर; without a year the nearest past one."""
        found = self.find("MONTHS", at)
        if found:
            number = int(str(found[0]))
            year = self.year_like(self.skip(found[1])) or self._short_year(found[1])
            if year is not None:
                start = month_start(year.period.start.year + (year.period.kind == "fiscal" and number < 4), number)
                return Point(Period.month(start.year, number), year.end)
            if self._is_modal_may(at):
                return None
            this = Period.month(self.today.year, number)
            return Point(
                this if this.start <= self.today else Period.month(self.today.year - 1, number), found[1], loose=True
            )
        year = self.year_like(at)
        behind = self.find("MONTHS", self.skip(year.end)) if year and year.period.kind == "year" else None
        if year and behind and self.year_like(self.skip(behind[1])) is None and not self._is_modal_may(behind[1] - 1):
            return Point(Period.month(year.period.start.year, int(str(behind[0]))), behind[1])
        return None

    def _short_year(self, at: int) -> Point | None:
        """The 25 of Sep-25: two digits behind a hyphen that are no day of a month."""
        short = self.digits(at + 1, _LAST_DAY - 15, 99) if self.word(at) == "-" else None
        if (
            short is None
            or len(self.word(at + 1)) != 2
            or self.word(at + 2) in ("-", "/")
            or short > self.today.year % 100 + 15
        ):
            return None
        return Point(Period.year(2000 + short), at + 2)

    def month_by_number(self, at: int) -> Point | None:
        """09/2025, 2025/09."""
        first, second = self.digits(at, 1, LATEST), self.digits(at + 2, 1, LATEST)
        if first is None or second is None or self.word(at + 1) not in ("/", ".", "-"):
            return None
        month, year = (first, second) if first <= 12 else (second, first)
        whole = self.word(at - 1) not in ("/", ".", "-") and self.word(at + 3) not in ("/", ".", "-")
        slashed = self.word(at + 1) == "/" or first <= 12
        if not (1 <= month <= 12 and year >= EARLIEST and whole and slashed) or (
            first > 12 and len(self.word(at + 2)) != 2
        ):
            return None
        return Point(Period.month(year, month), at + 3)

    def part_by_count(self, at: int) -> Point | None:
        """9M FY26 are its first nine months, 1Q26 and 3QFY25 a quarter, 1H25 a half."""
        count, letter = self.digits(at, 1, 12), self.word(at + 1)
        if count is None or letter not in ("m", "q", "h") or not self.words[at + 1].glued:
            return None
        after = self.skip(at + 2, 1)
        year = self.year_like(after) or self._glued_year(after)
        if year is None:
            return None
        if letter == "m":
            return self._months_in((True, count, "month", year.end), year.period, year.end)
        unit = "quarter" if letter == "q" else "half"
        return self._of_year(unit, count, year.period, year.end) if count * MONTHS_OF[unit] <= 12 else None

    def _glued_year(self, at: int) -> Point | None:
        short = self.digits(at, 0, 99)
        if short is None or len(self.word(at)) != 2 or not self.words[at].glued:
            return None
        return Point(Period.year(2000 + short), at + 1)

    def _is_modal_may(self, at: int) -> bool:
        """'may' is a month only where a month can stand."""
        if self.word(at) not in ("may", "mai", "mar"):
            return False
        return (
            self.words[at].raw[:1].islower()
            and self.word(at - 1) not in _MONTH_LEADS
            and self.word(at + 1) not in _MONTH_TRAILS
        )

    def months_of(self, at: int) -> Point | None:
        """The first six months of 2025, 2025 ke pehle teen mahine, the last quarter of 2024."""
        year = self.year_like(at)
        if year is not None and (inner := self._some_months(self.skip(year.end))):
            return self._months_in(inner, year.period, inner[3])
        inner = self._some_months(at)
        year = self.year_like(self.skip(inner[3])) if inner else None
        return self._months_in(inner, year.period, year.end) if inner and year else None

    def _some_months(self, at: int) -> tuple[bool, int, str, int] | None:
        first, last = self.find("FIRST_MONTHS", at), self.find("LAST_MONTHS", at)
        lead = first or last
        number = self.number(lead[1]) if lead else None
        unit = self.unit(number[1] if number else lead[1]) if lead else None
        if lead is None or unit is None or unit[0] not in ("month", "quarter", "half"):
            return None
        if number is None and unit[0] == "month":
            return None
        count = number[0] if number else 1
        return (first is not None, count, unit[0], unit[1]) if count * MONTHS_OF[unit[0]] <= 12 else None

    def _months_in(self, inner: tuple[bool, int, str, int], year: Period, end: int) -> Point:
        first, count, unit, _ = inner
        length = count * MONTHS_OF[unit]
        start = year.start if first else month_start(year.end.year, year.end.month - length + 1)
        return Point(named(start, month_end(month_start(start.year, start.month + length - 1))), end)

    def year_ending(self, at: int) -> Point | None:
        """The year ending March 2025."""
        found = self.find("YEAR_ENDING", at)
        if found is None:
            unit = self.unit(at)
            found = self.find("YEAR_ENDING", unit[1]) if unit and unit[0] == "fiscal" else None
            behind = unit[1] + (self.word(unit[1]) in ("that", "which", "to")) if unit else at
            if found is None and unit and unit[0] in ("fiscal", "year") and self.word(behind) in _ENDING:
                found = (True, behind + 1)
            if found is None and unit and unit[0] in ("quarter", "half") and self.word(behind) in (*_ENDING, "to"):
                return self._months_to(MONTHS_OF[unit[0]], behind + 1)
        return self._months_to(12, found[1]) if found else self._so_many_months_to(at)

    def _so_many_months_to(self, at: int) -> Point | None:
        """The three months to June 2026."""
        number = self.number(at)
        unit = self.unit(number[1]) if number else None
        if not number or not unit or unit[0] not in ("month", "quarter") or self.word(unit[1]) not in _TO_MONTH:
            return None
        return self._months_to(number[0] * MONTHS_OF[unit[0]], unit[1] + 1)

    def _month_end(self, at: int) -> Point | None:
        """31 March 2025, as the end of a year, is its month."""
        day = self.day(self.skip(at, 2))
        if day is None or month_end(day.period.start) != day.period.end:
            return None
        return replace(day, period=Period.month(day.period.start.year, day.period.start.month))

    def _months_to(self, count: int, at: int) -> Point | None:
        month = self._month_end(at) or self.month(self.skip(at, 2))
        if month is None or month.loose or not 0 < count <= 60:
            return None
        start = month_start(month.period.start.year, month.period.start.month - count + 1)
        return Point(named(start, month.period.end), month.end)


def _maybe_day(year: int, month: int, day: int, end: int) -> Point | None:
    try:
        return Point(Period.day(date(year, month, day)), end)
    except ValueError:
        return None
