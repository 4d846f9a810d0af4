"""The grammar of time: which stretches a question names. Nothing here knows what is asked of them; points.py reads single stretches.

point | point to point | since point | until point | last 3 years | next 30 days | so far this year | newest | two years later
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from bot.asking.points import Points
from bot.asking.timewords import EARLIEST, LATEST, PLURALS
from bot.asking.years import JOINS_YEARS, Point
from storage.periods import MONTHS_OF, Period, month_end, month_start

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.asking.words import Word


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
    for found in times:
        time = _in_year(found, year)
        if not any(each.kind == time.kind == "at" and each.period == time.period for each in out):
            out.append(time)
    return tuple(out)


def _in_year(time: Time, year: int) -> Time:
    if not (time.loose and time.kind == "at" and time.period):
        return time
    return replace(time, period=time.period.back(12 * (time.period.start.year - year)), loose=False)


class _Reader(Points):
    """Reads the times at a place in the words; of several readings the longest stands."""

    def time(self, at: int) -> Time | None:
        """The longest reading of a time here."""
        readings: tuple[Callable[[int], Time | None], ...] = (
            self.to_date, self.decade, self.ranged, self.since, self.until, self.window, self.counted, self.single, self.shift, self.vague,
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

    def decade(self, at: int) -> Time | None:
        """The 2020s, this decade."""
        start = self.digits(at, EARLIEST, LATEST)
        if start is not None and start % 10 == 0 and self.word(at + 1) == "s" and self.words[at + 1].glued:
            return Time("range", at, at + 2, Period.year(start), Period.year(start + 9))
        this = self.find("THIS", at)
        if this and self.word(this[1]) in ("decade", "dashak", "दशक"):
            return Time("since", at, this[1] + 1, Period.year(self.today.year - self.today.year % 10))
        return None

    def ranged(self, at: int) -> Time | None:
        """2021 to 2023, from April to September 2025, 2021 aur 2023 ke beech, Jan-Mar 2025, 2019-2024."""
        lead = self.find("BETWEEN", at)
        if counted := self._years_to(at):
            return counted
        if from_now := self._from_now(at):
            return from_now
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

    def _years_to(self, at: int) -> Time | None:
        """The five years to 2025, the last three fiscals ending FY25."""
        lead = self.find("LAST", at)
        number = self.number(lead[1] if lead else at)
        unit = self.unit(number[1]) if number else None
        if not number or not unit or unit[0] not in ("year", "fiscal") or self.word(unit[1]) not in _TO_YEAR:
            return None
        year = self.year_like(self.skip(unit[1] + 1, 2))
        if year is None or not 1 < number[0] < 40:
            return None
        return Time("range", at, year.end, year.period.back(12 * (number[0] - 1)), year.period)

    def _from_now(self, at: int) -> Time | None:
        """Between now and March, from today to 31 January, abhi se March tak."""
        lead = self.find("BETWEEN", at) or self.find("SINCE", at)
        now = self.find("NOW", lead[1] if lead else at)
        join = self._join(now[1], between=True) if now else None
        point = self.point(self.skip(join, 2)) if join is not None else None
        if point is None or not (lead or self.word(at + 1) in ("se", "से")):
            return None
        last = point.period.back(-12) if point.loose and point.period.end < self.today else point.period
        behind = self.find("BEFORE_AFTER", point.end) or self._beech(point.end)
        return Time("range", at, behind[1] if behind else point.end, Period.day(self.today), last)

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
        if first is None or second is None or self.word(start + 1) not in JOINS_YEARS or len(self.word(start + 2)) != 2:
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
        if lead and self.word(at) == "from" and self.word(lead[1]) in ("in", "during"):
            return None  # 'where did it come from in 2024'
        point = self.point(self.skip(lead[1], 2)) if lead else None
        if lead and point:
            behind = self.find("SINCE_AFTER", point.end)
            bare = self.word(at) in ("from", "starting", "beginning") and not behind
            if bare and (point.period.kind not in ("year", "fiscal", "month", "quarter") or self.word(at - 1) in _CAME):
                return None
            return Time(
                "after" if self.word(at) in ("after", "post") else "since",
                at,
                behind[1] if behind else point.end,
                point.period,
                loose=point.loose,
            )
        point = self.point(at)
        behind = self.find("SINCE_AFTER", point.end) if point else None
        if point and behind and self.word(point.end) not in ("so", "till", "until", "to", "on"):
            after = self.word(behind[1] - 1) in ("baad", "bad", "बाद", "पश्चात") and self.word(point.end) != "se"
            return Time("after" if after else "since", at, behind[1], point.period, loose=point.loose)
        if point and self.word(point.end) in ("se", "से") and not self._compares(point.end + 1):
            return Time("since", at, point.end + 1, point.period, loose=point.loose)
        return None

    def _compares(self, at: int) -> bool:
        """'2023 se zyada' weighs against 2023 and does not begin there."""
        at += self.word(at) in ("kitna", "kitni", "kitne", "कितना", "कितनी", "कितने")
        return self.word(at) in _COMPARES

    def until(self, at: int) -> Time | None:
        lead = self.find("BEFORE", at)
        if lead and self.word(at) == "by" and self.word(at - 1) and self.word(at - 1) == self.word(at + 1):
            return None  # 'year by year 2021 to 2025'
        start = lead[1] if lead else at
        ends = tuple(self.spelt[start : start + 2]) == ("end", "of") or tuple(self.spelt[start : start + 3]) == (
            "the",
            "end",
            "of",
        )
        start += (2 + (self.word(start) == "the")) if ends else 0
        if not ends and self.word(start) == "end":  # by end-2028, end 2028
            ends, start = True, start + 1 + (self.word(start + 1) == "-")
        point = self.point(self.skip(start, 2))
        if point is None:
            return self._year_end(at, start)
        if lead or ends:
            ends = ends or "end" in self.spelt[at:start]
            kind = "before" if self.word(at) in ("before", "ahead", "prior", "earlier", "pre") and not ends else "until"
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
        """The last three years, pichhle 5 saal, the past twelve months, the last decade."""
        if self.word(at) in ("ttm", "ltm"):
            return Time("last", at, at + 1, step="month", count=12)
        if (decade := self.find("LAST", at)) and self.word(decade[1]) in ("decade", "dashak", "दशक"):
            return Time("last", at, decade[1] + 1, step="year", count=10)
        lead = self.find("LAST", at)
        number = self.number(lead[1]) if lead else None
        unit = self.unit(number[1]) if number else None
        if lead and number and unit and number[0] > 1:
            return Time("last", at, unit[1], step=unit[0], count=number[0])
        few = lead[1] if lead and self.word(lead[1]) in ("few", "several", "kuch", "कुछ", "couple", "some") else None
        unit = self.unit(few + (self.word(few + 1) == "of" if few else 0) + 1) if few else None
        if lead and unit and unit[0] not in _DAYS:
            return Time("last", at, unit[1], step=unit[0], count=3)
        unit = self.unit(lead[1]) if lead else None
        if lead and unit and self.word(unit[1] - 1) in PLURALS and unit[0] in ("year", "fiscal", "quarter", "month"):
            return Time("last", at, unit[1], step=unit[0], count=5 if unit[0] == "year" else 4)
        return None

    def window(self, at: int) -> Time | None:
        """The next 30 days, within two months, agle 30 din mein, 60 दिनों के भीतर."""
        lead = self.find("NEXT", at) or self.find("WITHIN", at)
        start = self.skip(lead[1], 2) if lead else at
        inner = self.find("NEXT", start) if lead else None
        start = inner[1] if inner else start
        if lead is None and self.find("LAST", at - 1):
            return None
        number = self.number(start)
        unit = self.unit(number[1] if number else start)
        if self.year_ending(start):
            return None  # 'the three months to June' are past
        if number is None and unit and unit[0] == "fortnight":
            number = 1, start
        if not number or not unit or unit[0] == "fiscal" or self.find("AGO", unit[1]):
            return None
        behind = self.find("WITHIN_AFTER", unit[1])
        if lead is None and behind is None and unit[0] not in _DAYS:
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
        if unit in _DAYS:
            return self.today + timedelta(days=count * _DAYS[unit])
        months = count * MONTHS_OF[unit]
        start = month_start(self.today.year, self.today.month + months)
        return start.replace(day=min(self.today.day, month_end(start).day))

    def shift(self, at: int) -> Time | None:
        """The year before, two months later, the quarter after, ek saal pehle: counted from the period spoken of."""
        start = at + (self.word(at) in ("the", "of"))
        start += self.word(start) in ("usse", "us", "उससे", "उसके")
        number = self.number(start)
        unit = self.unit(number[1] if number else start)
        if unit is None or unit[0] in ("day", "fortnight") or self.word(unit[1] - 1) in ("q", "h", "fy"):
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
        for words, sign in _SHIFTS.get(self.word(at), ()):
            if tuple(self.spelt[at : at + len(words)]) == words:
                yearly = "same" in words or "इसी" in words or "isi" in words
                return Time("shift", at, at + len(words), step="year" if yearly else "", count=sign, relative=sign)
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
        return unit if unit and unit[0] not in _DAYS else None


_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_TO_YEAR = frozenset(("to", "through", "ending", "ended", "till", "until", "upto", "se", "tak"))
_COMPARES = frozenset(
    [
        "zyada",
        "jyada",
        "adhik",
        "kam",
        "zada",
        "jada",
        "ज्यादा",
        "अधिक",
        "कम",
        "बेहतर",
        "बढ़कर",
        "pehle",
        "pahle",
        "पहले",
        "पूर्व",
        "purv",
        "guna",
        "गुना",
        "tulna",
        "तुलना",
    ]
)
_CAME = frozenset(["come", "comes", "came", "coming", "bought", "imported", "imports", "import"])
_EARLIER = frozenset(["before", "earlier", "prior", "preceding", "pehle", "pahle", "पहले", "पूर्व", "back"])
_LATER = frozenset(["after", "later", "following", "baad", "bad", "बाद", "on", "hence"])
_SHIFTED = {
    -1: """same month last year, same quarter last year, same period last year, same half last year,
        same time last year, same month a year ago,
        same quarter a year ago, same period a year ago, same period a year earlier, same month a year earlier,
        same quarter a year earlier,
        same month of the previous year, same period of the previous year, pichhle saal isi mahine,
        pichle saal isi mahine, पिछले साल इसी महीने, पिछले साल इसी अवधि, the previous one, the one before,
        the preceding one, usse pehle, us se pehle, usse pehle wale saal, uske pehle wale saal, uske pehle ke saal,
        uske pehle, us se pehle ke saal, isse pehle, us se pehle wale saal,
        usse pichhle saal, usse pichle saal, usse pehle ke saal, usse pichhle wale, उससे पहले, उससे पिछले साल,
        उससे पहले वाले साल, उसके पहले,
        उससे पहले के साल, पिछले वाले""",
    1: """the one after, the following one, uske baad wale saal, uske agle saal, uske baad, उसके अगले साल,
        उसके बाद वाले साल, उसके बाद के साल,
        उसके बाद""",
}
_SHIFTS = {
    first: sorted(shifts, key=lambda shift: -len(shift[0]))
    for first, shifts in groupby(
        sorted((tuple(phrase.split()), sign) for sign, phrases in _SHIFTED.items() for phrase in phrases.split(",")),
        key=lambda shift: shift[0][0],
    )
}  # by the first word, the longest first


_STEPS = {
    "monthly": "month", "quarterly": "quarter", "yearly": "year", "annual": "year", "fiscal": "fiscal", "मासिक": "month", "masik": "month",
    "तिमाही": "quarter", "सालाना": "year", "वार्षिक": "year",
}  # fmt: skip


def _moved(period: Period, unit: str, count: int) -> Period:
    """A period so many units later; of another length, the unit's own period there."""
    months = 12 if unit in ("year", "fiscal") else MONTHS_OF.get(unit, 1)
    return period.back(-count * months)
