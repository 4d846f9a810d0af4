"""The grammar of time: which stretches a question names. `today` is a value; nothing here knows what is asked of them.

point   2025 | FY25, 2024-25 | Q3 2025, Q2 FY26 | H1 2025 | Sep 2025 | 31/12/2026 | last year, pichhle mahine | first six months of 2025
time    point | point to point | since point | until point | last 3 years | next 30 days | so far this year | newest
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from bot.asking.lexicon import time as table
from bot.asking.words import Word, cut
from storage.periods import MONTHS_OF, Period, month_end, month_start, named

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

EARLIEST, LATEST = 1950, 2100

Phrases = dict[str, list[tuple[tuple[str, ...], object]]]


@dataclass(frozen=True, slots=True)
class Time:
    """A time at words[start:end].

    kind: at, range, since, after, until, before, last (count x step), next (until a day), to_date, so_far, newest, now; shift: so many
    steps from the period spoken of. A point without a year is `loose`: it took the nearest past one.
    """

    kind: str
    start: int
    end: int
    period: Period | None = None
    last: Period | None = None  # the second end of a range
    step: str = ""
    count: int = 0
    loose: bool = False
    relative: int = 0  # "previous" -1, "following" 1: counts from what was spoken of before, if anything was


@dataclass(frozen=True, slots=True)
class Point:
    period: Period
    end: int
    loose: bool = False
    relative: int = 0


def read_times(words: Sequence[Word], spelt: Sequence[str], today: date) -> tuple[Time, ...]:
    """The times in these words, from left to right, none within another."""
    reader = _Reader(words, spelt, today)
    found: list[Time] = []
    at = 0
    while at < len(spelt):
        time = reader.time(at)
        if time is not None:
            found.append(time)
        at = time.end if time else at + 1
    return _with_years(found)


def _with_years(times: list[Time]) -> tuple[Time, ...]:
    """A point without a year takes that of its one neighbour: January and February 2025, the first half of 2025 (H1)."""
    years = {time.period.start.year for time in times if time.period and time.kind == "at" and not time.loose}
    if len(years) != 1:
        return tuple(times)
    year = years.pop()
    out: list[Time] = []
    for time in times:
        if time.loose and time.kind == "at" and time.period:
            time = replace(time, period=time.period.back(12 * (time.period.start.year - year)), loose=False)
        if not any(each.kind == time.kind == "at" and each.period == time.period for each in out):
            out.append(time)
    return tuple(out)


@cache
def _units() -> dict[str, str]:
    return {words[0]: str(unit) for choices in _phrases("UNITS").values() for words, unit in choices if len(words) == 1}


def unit_of(word: str) -> str:
    """The unit of time that a word means; "" for any other word."""
    return _units().get(word, "") if len(word) > 1 else ""


# ---------------------------------------------------------------- tables, as phrases


@cache
def _phrases(name: str) -> Phrases:
    """A table of the lexicon, ready to be looked up by its first word."""
    content = getattr(table, name)
    pairs: Iterable[tuple[object, str]] = content.items() if isinstance(content, dict) else [(True, content)]
    if isinstance(content, tuple):
        pairs = [(number, text) for number, text in enumerate(content, start=1)]
    out: Phrases = defaultdict(list)
    for value, text in pairs:
        for part in text.replace("\n", " ").split(","):
            words = tuple(word.text for word in cut(part))
            if words:
                out[words[0]].append((words, value))
    for choices in out.values():
        choices.sort(key=lambda choice: -len(choice[0]))
    return dict(out)


_OF = frozenset(
    "of in the for during ki ke ka ko mein me का के की को में s - , cy calendar year saal sal varsh साल वर्ष on at".split()
)
_JOINS_YEARS = frozenset(("-", "/"))


class _Reader:
    """Reads at a place in the words; every method gives what it read and where that ends, or None."""

    def __init__(self, words: Sequence[Word], spelt: Sequence[str], today: date) -> None:
        self.words, self.spelt, self.today = words, spelt, today

    # ---- small things

    def word(self, at: int) -> str:
        return self.spelt[at] if 0 <= at < len(self.spelt) else ""

    def find(self, name: str, at: int) -> tuple[object, int] | None:
        for words, value in _phrases(name).get(self.word(at), ()):
            if tuple(self.spelt[at : at + len(words)]) == words:
                return value, at + len(words)
        return None

    def skip(self, at: int, limit: int = 3) -> int:
        """Past small words that stand between a part and its year."""
        while limit and self.word(at) in _OF:
            at, limit = at + 1, limit - 1
        return at

    def number(self, at: int, *, words: bool = True) -> tuple[int, int] | None:
        if at < len(self.words) and (value := self.words[at].number) is not None:
            return value, at + 1
        found = self.find("NUMBERS", at) if words else None
        return (int(str(found[0])), found[1]) if found else None

    def digits(self, at: int, low: int, high: int) -> int | None:
        value = self.words[at].number if at < len(self.words) else None
        return value if value is not None and low <= value <= high and len(self.words[at].text) <= 4 else None

    def unit(self, at: int) -> tuple[str, int] | None:
        found = self.find("UNITS", at)
        return (str(found[0]), found[1]) if found else None

    def year(self, at: int) -> tuple[int, int] | None:
        """2025, or '25."""
        if (value := self.digits(at, EARLIEST, LATEST)) is not None:
            return value, at + 1
        if self.word(at) == "'" and (value := self.digits(at + 1, 0, 99)) is not None:
            return 2000 + value, at + 2
        return None

    # ---- years

    def fiscal(self, at: int) -> Point | None:
        """FY25, FY2024-25, 2024-25, fiscal 2025, 2025 fiscal; named by the year in which it ends."""
        unit = self.unit(at)
        after = self.skip(unit[1]) if unit and unit[0] == "fiscal" else None
        if after is not None:
            return self._fiscal_named(after)
        span = self._two_years(at, bare=False)
        if span is not None:
            behind = self.unit(self.skip(span.end, 1))
            return replace(span, end=behind[1]) if behind and behind[0] == "fiscal" else span
        year = self.year(at)
        behind = self.unit(self.skip(year[1], 1)) if year else None
        if year and behind and behind[0] == "fiscal" and self._fiscal_named(self.skip(behind[1])) is None:
            return Point(Period.fiscal(year[0] - 1), behind[1])
        return None

    def _fiscal_named(self, at: int) -> Point | None:
        span = self._two_years(at, bare=True)
        if span is not None:
            return span
        if self.find("YEAR_ENDING", at) is None and (year := self.year(at)):
            return Point(Period.fiscal(year[0] - 1), year[1])
        short = self.digits(at, 0, 99)
        if short is not None and len(self.words[at].text) == 2 and not self._counted(at):
            return Point(Period.fiscal(2000 + short - 1), at + 1)
        return None

    def _counted(self, at: int) -> bool:
        return self.unit(at + 1) is not None and self.word(at + 1) not in ("q", "h")

    def _two_years(self, at: int, *, bare: bool) -> Point | None:
        """2024-25 or 2024/2025; with `bare` 24-25 too. Only years that follow each other."""
        first = self.digits(at, EARLIEST, LATEST)
        if first is None and bare and len(self.word(at)) == 2 and (short := self.digits(at, 0, 99)) is not None:
            first = 2000 + short
        if first is None or self.word(at + 1) not in _JOINS_YEARS or at + 2 >= len(self.words):
            return None
        second = self.words[at + 2]
        ends = (f"{(first + 1) % 100:02d}", str(first + 1))
        if second.text not in ends or self._iso_month(at, second):
            return None
        return Point(Period.fiscal(first), at + 3)

    def _iso_month(self, at: int, second: Word) -> bool:
        """2025-09 may be a month: 2008-09 reads as a fiscal year only where no day follows."""
        return self.word(at + 3) == "-" and self.digits(at + 4, 1, 31) is not None and len(second.text) == 2

    def year_like(self, at: int) -> Point | None:
        """A year of either kind, by number or by 'last year'."""
        fiscal = self.fiscal(at)
        if fiscal is not None:
            return fiscal
        start = self.unit(at)
        if start and start[0] == "year" and (year := self.year(self.skip(start[1], 1))):
            return Point(Period.year(year[0]), year[1])
        if year := self.year(at):
            behind = self.unit(year[1])
            return Point(Period.year(year[0]), behind[1] if behind and behind[0] == "year" else year[1])
        relative = self.relative(at)
        return relative if relative and relative.period.kind in ("year", "fiscal") else None

    # ---- points

    def point(self, at: int) -> Point | None:
        """The longest reading of a single stretch here."""
        readings = (
            self.middle,
            self.iso,
            self.day,
            self.part,
            self.part_behind,
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
            year = self.year_like(self.skip(found[1]))
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
            if found is None and unit and unit[0] in ("fiscal", "year") and self.word(unit[1]) in ("ending", "ended"):
                found = (True, unit[1] + 1)
        month = self.month(self.skip(found[1], 2)) if found else None
        if month is None or month.loose:
            return None
        start = month_start(month.period.start.year, month.period.start.month - 11)
        return Point(named(start, month.period.end), month.end)

    def relative(self, at: int) -> Point | None:
        """Last year, this quarter, agle mahine, the year before last, two years ago."""
        if self.word(at) in ("yesterday", "कल"):
            return Point(Period.day(self.today - timedelta(days=1)), at + 1)
        if tuple(self.spelt[at : at + 3]) == ("year", "before", "last"):
            return Point(Period.year(self.today.year - 2), at + 3)
        for name, shift in (("LAST", -1), ("THIS", 0), ("NEXT", 1)):
            lead = self.find(name, at)
            unit = self._relative_unit(lead[1]) if lead else None
            if lead and unit and not (name == "LAST" and self._ahead_of_part(unit[1])):
                return Point(
                    self._shifted(unit[0], shift), unit[1], relative=shift if self.word(at) in _RELATIVE else 0
                )
        return self._ago(at)

    def _relative_unit(self, at: int) -> tuple[str, int] | None:
        unit = self.unit(at)
        return (
            unit
            if unit and unit[0] != "day" and self.word(unit[1] - 1) not in _PLURALS and self.word(at) not in ("q", "h")
            else None
        )

    def _ahead_of_part(self, at: int) -> bool:
        """'the last quarter of 2024' is one of a year's, not the one before now."""
        return self.word(at) in ("of", "in") and self.year(at + 1) is not None

    def _ago(self, at: int) -> Point | None:
        number = self.number(at)
        unit = self.unit(number[1]) if number else None
        ago = self.find("AGO", unit[1]) if unit else None
        if not (number and unit and ago) or unit[0] in ("day", "week") or self.find("NUMBERS", at - 1):
            return None
        return Point(self._shifted(unit[0], -number[0]), ago[1])

    def _shifted(self, unit: str, by: int) -> Period:
        if unit == "week":
            monday = self.today - timedelta(days=self.today.weekday()) + timedelta(weeks=by)
            return Period(
                monday, monday + timedelta(days=6), f"{monday.isoformat()}..{(monday + timedelta(days=6)).isoformat()}"
            )
        return self.current(unit).back(-by * (12 if unit == "fiscal" else MONTHS_OF[unit]))

    def current(self, unit: str) -> Period:
        """The year, quarter, month ... that today is in."""
        year, month = self.today.year, self.today.month
        if unit == "year":
            return Period.year(year)
        if unit == "fiscal":
            return Period.fiscal(year if month >= 4 else year - 1)
        if unit == "half":
            return Period.half(year, (month + 5) // 6)
        return Period.quarter(year, (month + 2) // 3) if unit == "quarter" else Period.month(year, month)

    # ---- times

    def time(self, at: int) -> Time | None:
        """The longest reading of a time here."""
        readings: tuple[Callable[[int], Time | None], ...] = (
            self.to_date, self.ranged, self.since, self.until, self.window, self.counted, self.single, self.shift, self.vague,
        )  # fmt: skip
        found = [time for time in (reading(at) for reading in readings) if time is not None]
        return max(found, key=lambda time: time.end, default=None)

    def single(self, at: int) -> Time | None:
        point = self.point(at)
        return Time("at", at, point.end, point.period, loose=point.loose, relative=point.relative) if point else None

    def to_date(self, at: int) -> Time | None:
        """So far this year, YTD 2026, 2026 mein ab tak."""
        for name, unit in (("FISCAL_TO_DATE", "fiscal"), ("TO_DATE", "year")):
            if found := self.find(name, at):
                year = self.year_like(self.skip(found[1]))
                return Time("to_date", at, year.end if year else found[1], year.period if year else self.current(unit))
        so_far = self.find("SO_FAR", at)
        if so_far:
            year = self.year_like(self.skip(so_far[1]))
            return Time("to_date", at, year.end, year.period) if year else None
        year = self.year_like(at)
        behind = self.find("SO_FAR", self.skip(year.end)) if year else None
        if year and behind and year.period.meets(Period.day(self.today)):
            return Time("to_date", at, behind[1], year.period)
        return None

    def ranged(self, at: int) -> Time | None:
        """2021 to 2023, from April to September 2025, 2021 aur 2023 ke beech, Jan-Mar 2025, 2019-2024."""
        lead = self.find("BETWEEN", at)
        first = self.point(lead[1] if lead else at)
        if first is None:
            return None
        join = self._join(first.end, between=lead is not None and self.word(at) == "between")
        second = self.point(self.skip(join, 1)) if join is not None else None
        if join is None or second is None:
            return self._short_range(at, lead[1] if lead else at)
        ends = self.find("BEFORE_AFTER", second.end) or self._beech(second.end)
        period, last = self._aligned(first, second)
        if last.end < period.start:
            return None
        return Time("range", at, ends[1] if ends else second.end, period, last, loose=first.loose and second.loose)

    def _join(self, at: int, *, between: bool) -> int | None:
        word = self.word(at)
        if word in ("-", "..", "/"):
            return at + 1
        found = self.find("TO", at)
        if found is None:
            return None
        if word in ("and", "aur", "और") and not between and not self._beech_ahead(at):
            return None
        return found[1]

    def _beech(self, at: int) -> tuple[object, int] | None:
        words = tuple(self.spelt[at : at + 2])
        if words in (
            ("ke", "beech"),
            ("ke", "bich"),
            ("के", "बीच"),
            ("ke", "dauran"),
            ("के", "दौरान"),
            ("ke", "darmiyan"),
        ):
            return True, at + 2
        return None

    def _beech_ahead(self, at: int) -> bool:
        return any(self._beech(place) for place in range(at, min(at + 8, len(self.spelt))))

    def _short_range(self, at: int, start: int) -> Time | None:
        """2021-23: a range when the years do not follow each other."""
        first, second = self.digits(start, EARLIEST, LATEST), self.digits(start + 2, 0, 99)
        if (
            first is None
            or second is None
            or self.word(start + 1) not in _JOINS_YEARS
            or len(self.word(start + 2)) != 2
        ):
            return None
        last = first - first % 100 + second
        if last <= first + 1 or self.iso(start):
            return None
        return Time("range", at, start + 3, Period.year(first), Period.year(last))

    def _aligned(self, first: Point, second: Point) -> tuple[Period, Period]:
        """An end without a year takes the other's: April to September 2025."""
        if first.loose and not second.loose:
            moved = first.period.back(12 * (first.period.start.year - second.period.start.year))
            return (moved if moved.start <= second.period.start else moved.back(12)), second.period
        if second.loose and not first.loose:
            moved = second.period.back(12 * (second.period.start.year - first.period.start.year))
            return first.period, (moved if moved.end >= first.period.end else moved.back(-12))
        if first.loose and second.loose and first.period.start > second.period.start:
            return first.period.back(12), second.period
        return first.period, second.period

    def since(self, at: int) -> Time | None:
        lead = self.find("SINCE", at)
        point = self.point(self.skip(lead[1], 2)) if lead else None
        if lead and point:
            behind = self.find("SINCE_AFTER", point.end)
            bare = self.word(at) in ("from", "starting", "beginning") and not behind
            if bare and (point.period.kind not in ("year", "fiscal", "month", "quarter") or self.word(at - 1) in _CAME):
                return None
            return Time(
                "after" if self.word(at) == "after" else "since",
                at,
                behind[1] if behind else point.end,
                point.period,
                loose=point.loose,
            )
        point = self.point(at)
        behind = self.find("SINCE_AFTER", point.end) if point else None
        if point and behind and not (self.word(point.end) in ("so", "till", "until", "to", "on")):
            after = self.word(behind[1] - 1) in ("baad", "bad", "बाद", "पश्चात") and self.word(point.end) != "se"
            return Time("after" if after else "since", at, behind[1], point.period, loose=point.loose)
        if point and self.word(point.end) in ("se", "से") and not self._compares(point.end + 1):
            return Time("since", at, point.end + 1, point.period, loose=point.loose)
        return None

    def _compares(self, at: int) -> bool:
        """'2023 se zyada' weighs against 2023 and does not begin there."""
        return self.word(at) in _COMPARES

    def until(self, at: int) -> Time | None:
        lead = self.find("BEFORE", at)
        start = lead[1] if lead else at
        ends = tuple(self.spelt[start : start + 2]) == ("end", "of") or tuple(self.spelt[start : start + 3]) == (
            "the",
            "end",
            "of",
        )
        start += (2 + (self.word(start) == "the")) if ends else 0
        point = self.point(self.skip(start, 2))
        if point is None:
            return self._year_end(at, start)
        if lead or ends:
            ends = ends or "end" in self.spelt[at:start]
            kind = "before" if self.word(at) in ("before", "ahead", "prior", "earlier") and not ends else "until"
            return Time(kind, at, point.end, point.period, loose=point.loose)
        behind = self.find("BEFORE_AFTER", point.end)
        if behind:
            kind = (
                "before"
                if any(
                    word in ("pehle", "pahle", "पहले", "पूर्व", "before", "earlier")
                    for word in self.spelt[point.end : behind[1]]
                )
                else "until"
            )
            return Time(kind, at, behind[1], point.period, loose=point.loose)
        return None

    def _year_end(self, at: int, start: int) -> Time | None:
        """Year-end, the end of the month, before the year is out, saal ke ant tak."""
        start += self.word(start) in ("the", "is", "this", "इस")
        unit = self.unit(start)
        if unit is None or unit[0] not in ("year", "month", "quarter", "fiscal"):
            return None
        if tuple(self.spelt[unit[1] : unit[1] + 2]) in (("is", "out"), ("is", "over"), ("runs", "out")) or self.word(
            unit[1]
        ) in ("ends", "closes"):
            return Time(
                "until", at, unit[1] + 1 + (self.word(unit[1]) not in ("ends", "closes")), self.current(unit[0])
            )
        tail = [word for word in self.spelt[unit[1] : unit[1] + 3] if word not in ("-", "ke", "के")]
        if tail and tail[0] in ("end", "ant", "अंत"):
            end = self.spelt.index(tail[0], unit[1]) + 1
            behind = self.find("BEFORE_AFTER", end)
            return Time("until", at, behind[1] if behind else end, self.current(unit[0]))
        if start > at and "end" in self.spelt[at:start]:
            return Time("until", at, unit[1], self.current(unit[0]))
        return None

    def counted(self, at: int) -> Time | None:
        """The last three years, pichhle 5 saal, the past twelve months."""
        lead = self.find("LAST", at)
        number = self.number(lead[1]) if lead else None
        unit = self.unit(number[1]) if number else None
        if lead and number and unit and number[0] > 1 and unit[0] in ("year", "fiscal", "quarter", "month", "half"):
            return Time("last", at, unit[1], step=unit[0], count=number[0])
        few = lead[1] if lead and self.word(lead[1]) in ("few", "several", "kuch", "कुछ", "couple", "some") else None
        unit = self.unit(few + (self.word(few + 1) == "of" if few else 0) + 1) if few else None
        if lead and unit and unit[0] != "day":
            return Time("last", at, unit[1], step=unit[0], count=3)
        unit = self.unit(lead[1]) if lead else None
        if lead and unit and self.word(unit[1] - 1) in _PLURALS and unit[0] in ("year", "fiscal", "quarter", "month"):
            return Time("last", at, unit[1], step=unit[0], count=5 if unit[0] == "year" else 4)
        return None

    def window(self, at: int) -> Time | None:
        """The next 30 days, within two months, agle 30 din mein, 60 दिनों के भीतर."""
        lead = self.find("NEXT", at) or self.find("WITHIN", at)
        start = self.skip(lead[1], 2) if lead else at
        inner = self.find("NEXT", start) if lead else None
        start = inner[1] if inner else start
        number = self.number(start)
        unit = self.unit(number[1]) if number else None
        if not number or not unit or unit[0] in ("fiscal",) or self.find("AGO", unit[1]):
            return None
        behind = self.find("WITHIN_AFTER", unit[1])
        if lead is None and behind is None and unit[0] not in ("day", "week"):
            return None
        if (
            lead is not None
            and inner is None
            and self.find("NEXT", at) is None
            and self.word(at) in ("over", "during", "in", "for")
            and unit[0] in ("year", "quarter")
        ):
            return None
        first = self.today
        last = self._days_on(number[0], unit[0])
        return Time(
            "next",
            at,
            behind[1] if behind else unit[1],
            Period(first, last, f"{first.isoformat()}..{last.isoformat()}"),
            step=unit[0],
            count=number[0],
        )

    def _days_on(self, count: int, unit: str) -> date:
        count = min(count, 1200)
        if unit in ("day", "week"):
            return self.today + timedelta(days=count * (7 if unit == "week" else 1))
        months = count * MONTHS_OF[unit]
        start = month_start(self.today.year, self.today.month + months)
        return start.replace(day=min(self.today.day, month_end(start).day))

    def shift(self, at: int) -> Time | None:
        """The year before, two months later, the quarter after, ek saal pehle: counted from the period spoken of."""
        start = at + (self.word(at) in ("the", "of"))
        start += self.word(start) in ("usse", "us", "उससे", "उसके")
        number = self.number(start)
        unit = self.unit(number[1] if number else start)
        if unit is None or unit[0] == "day" or self.word(unit[1] - 1) in ("q", "h", "fy"):
            return self._shift_phrase(at)
        sign = self._direction(unit[1])
        if not sign or self.word(unit[1] + 1) == "last":
            return self._shift_phrase(at)
        count = sign * (number[0] if number else 1)
        point = self.point(self.skip(unit[1] + 1, 1))
        if point is not None:
            return Time("at", at, point.end, _moved(point.period, unit[0], count))
        end = unit[1] + 1 + (self.word(unit[1] + 1) == "that")
        return Time("shift", at, end, step=unit[0], count=count, relative=sign)

    def _direction(self, at: int) -> int:
        """-1 for before, 1 for after; 0 for neither."""
        word = self.word(at)
        return -1 if word in _EARLIER else 1 if word in _LATER else 0

    def _shift_phrase(self, at: int) -> Time | None:
        for words, sign in _SHIFTS:
            if tuple(self.spelt[at : at + len(words)]) == words:
                return Time("shift", at, at + len(words), step="", count=sign, relative=sign)
        return None

    def vague(self, at: int) -> Time | None:
        for name, kind in (("NEWEST", "newest"), ("NOW", "now"), ("SO_FAR", "so_far")):
            if found := self.find(name, at):
                unit = self._step(found[1]) if kind == "newest" else None
                return Time(kind, at, unit[1] if unit else found[1], step=unit[0] if unit else "")
        return None

    def _step(self, at: int) -> tuple[str, int] | None:
        """The 'month' of 'the newest month', the 'monthly' of 'the latest monthly figure'."""
        unit = self.unit(at)
        if unit is None and self.word(at) in _STEPS:
            unit = _STEPS[self.word(at)], at + 1
        return unit if unit and unit[0] not in ("day", "week") else None


_RELATIVE = frozenset("previous prior preceding following".split())
_PLURALS = frozenset(
    "years fiscals months quarters weeks saalon salon varshon mahino mahinon सालों वर्षों महीनों तिमाहियों halves yrs fys".split()
)
_MONTH_LEADS = frozenset(
    "in of for since from until till by during to between and - mein before after last this next to through maah month mah aur late early mid".split()
)
_MONTH_TRAILS = frozenset("mein me ko ka ki ke se tak में का की के को से तक month , -".split())
_COMPARES = frozenset(
    "zyada jyada adhik kam zada jada ज्यादा अधिक कम बेहतर बढ़कर pehle pahle पहले पूर्व purv guna गुना tulna तुलना".split()
)
_CAME = frozenset("come comes came coming bought imported imports import".split())
_EARLIER = frozenset("before earlier prior preceding pehle pahle पहले पूर्व back".split())
_LATER = frozenset("after later following baad bad बाद on hence".split())
_SHIFTS = tuple(
    (tuple(words.split()), sign)
    for sign, phrases in (
        (
            -1,
            "the previous one|the one before|the preceding one|usse pehle|us se pehle|usse pehle wale saal|us se pehle wale saal|usse pichhle saal|"
            "usse pichle saal|उससे पहले|उससे पिछले साल|उससे पहले वाले साल|उसके पहले|उससे पहले के साल|usse pehle ke saal|usse pichhle wale|पिछले वाले",
        ),
        (
            1,
            "the one after|the following one|uske baad wale saal|uske agle saal|उसके अगले साल|उसके बाद वाले साल|उसके बाद के साल|uske baad|उसके बाद",
        ),
    )
    for words in sorted(phrases.split("|"), key=len, reverse=True)
)


_STEPS = {
    "monthly": "month", "quarterly": "quarter", "yearly": "year", "annual": "year", "fiscal": "fiscal", "मासिक": "month", "masik": "month",
    "तिमाही": "quarter", "सालाना": "year", "वार्षिक": "year",
}  # fmt: skip


def _moved(period: Period, unit: str, count: int) -> Period:
    """A period so many units later; of another length, the unit's own period there."""
    months = 12 if unit in ("year", "fiscal") else MONTHS_OF[unit] if unit in MONTHS_OF else 1
    return period.back(-count * months)


def _maybe_day(year: int, month: int, day: int, end: int) -> Point | None:
    try:
        return Point(Period.day(date(year, month, day)), end)
    except ValueError:
        return None
