"""The marks by which one event is told from another: sums, tonnages, numbers of instruments, and the day that an
address bears.

Reads them only to compare headlines; nothing here is ever shown as a figure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import takewhile
from math import prod
from typing import TYPE_CHECKING, TypeVar

from bot.news.words import Word, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

T = TypeVar("T")


def _each(spellings: dict[T, str]) -> dict[str, T]:
    """The thing meant by each of its spellings."""
    return {word: meant for meant, words in spellings.items() for word in words.split()}


_CURRENCIES = _each(
    {
        "INR": "rs inr ₹ rupees rupee रुपये रुपए रुपय",
        "USD": "$ usd dollars dollar america usa डॉलर",
        "EUR": "€ eur euro euros",
        "GBP": "£",
        "MYR": "rm",
        "CNY": "yuan ¥",
        "JPY": "yen",
    }
)
_SCALES = _each(
    {
        1e3: "thousand k हजार",
        1e5: "lakh लाख",
        1e6: "million mn mln m mil",
        1e7: "crore crores cr करोड़ करोड karod",
        1e9: "billion bn b अरब",
        1e12: "trillion",
    }
)
_UNITS = _each(
    {
        "t": "tonnes tonne tons ton mtpa tpa mt t टन 吨",
        "%": "% percent per फीसदी फीसद प्रतिशत",
        "y": "year years साल वर्ष 年",
    }
)
_SPELT = {word: n for n, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)}
_REACHING = frozenset({"first", "last", "past", "next", "within"})  # not the term of what is told
# Near enough to know 'Rs 7,280 crore' from '$816 million' in another outlet; for comparing only.
_RUPEES_PER_DOLLAR = 88.0
_SAME, _SAME_CONVERTED, _ROUNDED = 0.03, 0.12, 0.1
_YEARS = (1990, 2060)  # a bare number between these is a date

_INSTRUMENT = re.compile(
    r"(?:\bno\.?|\bnos\.?|\bannouncements?|\bnotification|\bsection|第|s\.o\.)\s*(?:no\.?\s*)?(\d{1,4})(?:\s*(?:of|\()\s*(20\d\d))?",
    re.IGNORECASE,
)
_PATH_DAY = re.compile(r"(?<!\d)(20\d\d)[/\-._]?(0[1-9]|1[0-2])[/\-._]?(0[1-9]|[12]\d|3[01])(?!\d)")
_PATH_NAMED = re.compile(
    r"/(20\d\d)/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/(\d{1,2})(?!\d)", re.IGNORECASE
)
_PATH_MONTH = re.compile(
    r"/(20[0-4]\d)[/\-](0[1-9]|1[0-2]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)(?=[/\-]|$)",
    re.IGNORECASE,
)
_PATH_YEAR = re.compile(r"/(20[0-4]\d)(?=/)")
_MONTH_NAME = r"((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)"
_STATED = re.compile(
    rf"\b(?:said|told|announced|issued|signed|held|opened|published|out)\b[^.;]{{0,40}}?\bon (?:\w+day,? )?"
    rf"(?:(\d{{1,2}}) {_MONTH_NAME}|{_MONTH_NAME} (\d{{1,2}}))\b",
    re.IGNORECASE,
)
_STANDARD = re.compile(r"1(2\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{5}(?!\d)")
_EPOCH = re.compile(r"(?<!\d)1?(1[4-9]\d{11})(?!\d)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class Sum:
    """A number with what it counts: INR, USD, t, %, y (years), or # (a bare number of four digits and more, or over
    9)."""

    unit: str
    value: float

    def matches(self, other: Sum) -> bool:
        if self.unit == other.unit:
            return _near(self.value, other.value, _SAME)
        if {self.unit, other.unit} == {"INR", "USD"}:
            return _near(self.dollars, other.dollars, _SAME_CONVERTED)
        return False

    def rivals(self, other: Sum) -> bool:
        """The same kind of sum with another value: a sign of another event."""
        money = {"INR", "USD"}
        return (
            (self.unit == other.unit or {self.unit, other.unit} == money)
            and self.unit != "#"
            and not self.matches(other)
        )

    @property
    def dollars(self) -> float:
        return self.value / _RUPEES_PER_DOLLAR if self.unit == "INR" else self.value


def _near(one: float, other: float, slack: float) -> bool:
    """Whether two values are one, where one of them may be rounded: 1 billion for 918 million."""
    rounded = any(_figures(value) == 1 for value in (one, other))
    return abs(one - other) <= (max(slack, _ROUNDED) if rounded else slack) * max(abs(one), abs(other))


def _figures(value: float) -> int:
    """How many digits a value is told with, the noughts at its end left out."""
    return len(f"{value:.0f}".rstrip("0")) if value >= 1 else 1


def sums(text: Sequence[Word]) -> frozenset[Sum]:
    """The sums that a text names; years are none."""
    return frozenset(_sums(text))


def _sums(text: Sequence[Word]) -> Iterator[Sum]:
    for at, word in enumerate(text):
        if word.number:
            yield from _sum_at(text, at, float(word.text))
        elif word.text in _SPELT and not (at and text[at - 1].text in _REACHING):
            yield from _term(text, at, _SPELT[word.text])


def _term(text: Sequence[Word], at: int, value: int) -> Iterator[Sum]:
    """A term in words, 'six months' or 'ten years', in years."""
    unit = text[at + 1].text if at + 1 < len(text) else ""
    if unit in ("month", "months"):
        yield Sum("y", value / 12)
    elif unit in ("year", "years"):
        yield Sum("y", float(value))


def _sum_at(text: Sequence[Word], at: int, value: float) -> Iterator[Sum]:
    after = [word.raw for word in text[at + 1 : at + 4]]
    before = text[at - 1].raw if at else ""
    scales = [_SCALES[word] for word in takewhile(_SCALES.__contains__, after[:2])]  # '1.5k crore' has two
    scale, rest = prod(scales), after[len(scales) :][:1]
    currency = _CURRENCIES.get(before) or next((_CURRENCIES[word] for word in rest if word in _CURRENCIES), "")
    if currency:
        yield Sum(currency, value * scale)
    elif (_YEARS[0] <= value <= _YEARS[1] and scale == 1.0) or before == "第":
        return
    elif unit := next((_UNITS[word] for word in rest if word in _UNITS), ""):
        yield Sum(unit, value * scale)
    elif scale >= 1e7 and after[:1] != ["b"]:
        yield Sum("INR" if 1e7 in scales else "USD", value * scale)
    elif value >= 10:
        yield Sum("#", value * scale)


def instruments(text: str) -> frozenset[str]:
    """The numbers of announcements, notifications and sections that a text names.

    >>> sorted(instruments("MOFCOM Announcement No. 61 and 商务部公告2025年第62号"))
    ['61', '62']
    """
    return frozenset(found[1] for found in _INSTRUMENT.finditer(plain(text)))


def address_day(url: str) -> date | None:
    """The day that an address bears, as many outlets write it there; None when it bears none."""
    for read in (_named_day, _written_day, _standard_day, _epoch_day):
        day = read(url)
        if day is not None:
            return day
    return None


@dataclass(frozen=True, slots=True)
class Span:
    """The days between which something was published; a day alone is both."""

    first: date
    last: date

    def days_from(self, other: Span) -> int:
        """The days that lie between at the least; none where the spans meet."""
        return max(0, (self.first - other.last).days, (other.first - self.last).days)


def stated_day(text: str) -> tuple[int, int] | None:
    """The month and the day on which a text says that somebody spoke or did it: 'the minister said on 24 October'.

    A day that only a rule begins on is none.
    """
    found = _STATED.search(text)
    if not found:
        return None
    day, month = (found[1], found[2]) if found[1] else (found[4], found[3])
    return _MONTHS.index(month[:3].lower()) + 1, int(day)


def days_off(span: Span, stated: tuple[int, int]) -> int:
    """The fewest days between a span and a stated day of the year before it, in it or after it."""
    years = range(span.first.year - 1, span.last.year + 2)
    days = [day for year in years if (day := _day(year, *stated))]
    return min((span.days_from(Span(day, day)) for day in days), default=0)


def address_span(url: str) -> Span | None:
    """The day, the month or the year that an address bears; None when it bears none."""
    if day := address_day(url):
        return Span(day, day)
    if found := _PATH_MONTH.search(url):
        month = int(found[2]) if found[2].isdigit() else _MONTHS.index(found[2][:3].lower()) + 1
        return _month(int(found[1]), month)
    if found := _PATH_YEAR.search(url):
        return Span(date(int(found[1]), 1, 1), date(int(found[1]), 12, 31))
    return None


def _month(year: int, month: int) -> Span:
    following = date(year + month // 12, month % 12 + 1, 1)
    return Span(date(year, month, 1), following - timedelta(days=1))


def _named_day(url: str) -> date | None:
    found = _PATH_NAMED.search(url)
    return _day(int(found[1]), _MONTHS.index(found[2].lower()) + 1, int(found[3])) if found else None


def _written_day(url: str) -> date | None:
    found = _PATH_DAY.search(url)
    return _day(int(found[1]), int(found[2]), int(found[3])) if found else None


def _standard_day(url: str) -> date | None:
    """...-125060601008_1.html: a one, then year, month and day, then five digits."""
    found = _STANDARD.search(url)
    return _day(2000 + int(found[1]), int(found[2]), int(found[3])) if found else None


def _epoch_day(url: str) -> date | None:
    """A time in milliseconds, sometimes behind a one."""
    found = _EPOCH.search(url)
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=int(found[1]))).date() if found else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
