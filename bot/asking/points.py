"""Points in time: a single stretch, as a question names it.

    2025 | FY25, 2024-25 | Q3 2025, Q2 FY26 | H1 2025 | Sep 2025 | 31/12/2026 | mid-2027 | last year, pichhle mahine
    the first six months of 2025

Every reading gives what it read and where that ends, or None. `today` is a value.
"""

from __future__ import annotations

from collections import defaultdict
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
_MANY = 1200
_FAR = (1500, 2500)  # read as years only where a word says so
_IN = ("in", "since", "during", "year", "before", "after", "until", "from", "saal", "san", "सन", "साल", "वर्ष")
_PAST_YEAR = (
    "from",
    "to",
    "and",
    "with",
    "by",
    "in",
    "mein",
    "me",
    "में",
    "ka",
    "ke",
    "ki",
    "का",
    "के",
    "की",
    "tak",
    "तक",
    "se",
    "से",
)

Phrases = dict[str, list[tuple[tuple[str, ...], object]]]


@dataclass(frozen=True, slots=True)
class Point:
    period: Period
    end: int
    loose: bool = False
    relative: int = 0


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
    [
        "of",
        "in",
        "the",
        "for",
        "during",
        "ki",
        "ke",
        "ka",
        "ko",
        "mein",
        "me",
        "का",
        "के",
        "की",
        "को",
        "में",
        "s",
        "-",
        ",",
        "cy",
        "calendar",
        "year",
        "saal",
        "sal",
        "varsh",
        "साल",
        "वर्ष",
        "on",
        "at",
    ]
)
JOINS_YEARS = frozenset(("-", "/"))
_TO_MONTH = frozenset(("to", "ending", "ended", "till", "until", "upto"))
_RELATIVE = frozenset(
    ["previous", "prior", "preceding", "following", "next", "agle", "agli", "agla", "अगले", "अगली", "अगला"]
)
PLURALS = frozenset(
    [
        "years",
        "fiscals",
        "months",
        "quarters",
        "weeks",
        "saalon",
        "salon",
        "varshon",
        "mahino",
        "mahinon",
        "सालों",
        "वर्षों",
        "महीनों",
        "तिमाहियों",
        "halves",
        "yrs",
        "fys",
    ]
)
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


class Points:
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
        """How many; more than would be counted in any unit of time is none."""
        if at < len(self.words) and (value := self.words[at].number) is not None:
            return (value, at + 1) if value <= _MANY else None
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
        if (far := self.digits(at, *_FAR)) is not None and self.word(at - 1) in _IN and not self._is_amount(at + 1):
            return far, at + 1
        if self.word(at) == "'" and (value := self.digits(at + 1, 0, 99)) is not None:
            return 2000 + value, at + 2
        return None

    def _is_amount(self, at: int) -> bool:
        """Whether a number goes on into its unit, as 1850 crore does."""
        return self.word(at).isalpha() and self.word(at) not in _PAST_YEAR

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
        return self.unit(at + 1) is not None and self.word(at + 1) not in ("q", "h", "fy", "cy")

    def _two_years(self, at: int, *, bare: bool) -> Point | None:
        """2024-25 or 2024/2025; with `bare` 24-25 too. Only years that follow each other."""
        first = self.digits(at, EARLIEST, LATEST)
        if first is None and bare and len(self.word(at)) == 2 and (short := self.digits(at, 0, 99)) is not None:
            first = 2000 + short
        if first is None or self.word(at + 1) not in JOINS_YEARS or at + 2 >= len(self.words):
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
            self.quarter_to,
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
        return self._months_to(12, found[1]) if found else self._so_many_months_to(at)

    def _so_many_months_to(self, at: int) -> Point | None:
        """The three months to June 2026."""
        number = self.number(at)
        unit = self.unit(number[1]) if number else None
        if not number or not unit or unit[0] not in ("month", "quarter") or self.word(unit[1]) not in _TO_MONTH:
            return None
        return self._months_to(number[0] * MONTHS_OF[unit[0]], unit[1] + 1)

    def _months_to(self, count: int, at: int) -> Point | None:
        month = self.month(self.skip(at, 2))
        if month is None or month.loose or not 0 < count <= 60:
            return None
        start = month_start(month.period.start.year, month.period.start.month - count + 1)
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
            if unit
            and unit[0] not in ("day", "fortnight")
            and self.word(unit[1] - 1) not in PLURALS
            and self.word(at) not in ("q", "h")
            else None
        )

    def _ahead_of_part(self, at: int) -> bool:
        """'the last quarter of 2024' is one of a year's, not the one before now."""
        return self.word(at) in ("of", "in") and self.year(at + 1) is not None

    def _ago(self, at: int) -> Point | None:
        number = self.number(at)
        unit = self.unit(number[1]) if number else None
        ago = self.find("AGO", unit[1]) if unit else None
        if not (number and unit and ago) or unit[0] in ("day", "week", "fortnight") or self.find("NUMBERS", at - 1):
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


def _maybe_day(year: int, month: int, day: int, end: int) -> Point | None:
    try:
        return Point(Period.day(date(year, month, day)), end)
    except ValueError:
        return None
