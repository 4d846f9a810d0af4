"""A text cut into the words, numbers and marks that dates are made of; what each means is in vocabulary.py.

Knows what 31/12/26, FY27, Q4 and 'first quarter' are, and nothing of how they stand together (see whens.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from bot.record import vocabulary as v
from bot.record.phrases import Note, note
from storage.periods import Period, PeriodError

if TYPE_CHECKING:
    from collections.abc import Callable

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2199
_DEVANAGARI = "\u0900-\u0963\u0970-\u097f"

_LEXEMES: Final = re.compile(
    rf"""
    (?P<canon>(?:fy\d{{4}}-\d{{2}}(?:-[hq][1-4])?|\d{{4}}-[hq][1-4]|\d{{4}}-\d\d-\d\d|\d{{4}}-(?:0[1-9]|1[0-2]))(?![\d/]))
    |(?P<numeric>(?<![\d/.])\d{{1,4}}(?P<mark>[/.-])\d{{1,2}}(?P=mark)\d{{1,4}}(?![\d/]))
    |(?P<monthyear>(?<![\d/.])\d{{1,2}}[/-]\d{{4}}(?!\d))
    |(?P<span>\d{{4}}[-–/]\d\d(?!\d))
    |(?P<fiscal>(?:f\.?y\.?|fiscal\ year|financial\ year|fiscal|vitt\ varsh|vittiya\ varsh|वित्त(?:ीय)?\ वर्ष)\s*
        ['’]?(?P<first>\d{{4}}|\d\d)(?:\s?[-–/]\s?(?P<last>\d{{4}}|\d\d))?(?!\d))
    |(?P<part>(?P<letter>[qh])\s?(?P<nth>[1-4])(?![\dA-Za-z])(?!\.\d)|(?P<nth2>[1-4])(?P<letter2>[qh])(?=\W|\d|fy|$)|[qh][1-4](?=fy))
    |(?P<shortyear>['’]\d\d(?!\d))
    |(?P<ordinal>\d{{1,2}}(?:st|nd|rd|th)(?![a-z]))
    |(?P<number>\d+)
    |(?P<word>[^\W\d_](?:[^\W\d_]|[{_DEVANAGARI}]|['’](?=[a-z]))*\.?)
    |(?P<dots>\.\.|[-–—])
    |(?P<comma>[,()])
    |(?P<other>\S)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    kind: str
    value: Any
    start: int
    end: int
    note: Note | None = None


def lowered(text: str) -> str:
    """Lower case and Latin digits, each character in its place, so that what is found can be cut from the text."""
    return "".join(_lower(character) for character in text)


def _lower(character: str) -> str:
    if "०" <= character <= "९":
        return chr(ord(character) - ord("०") + ord("0"))
    lower = character.lower()
    return lower if len(lower) == 1 else character


def tokens_of(text: str) -> list[Token]:
    """The words, numbers and marks of a text in lower case, each with what it means to a date."""
    found: list[Token] = []
    position = 0
    while match := _LEXEMES.search(text, position):
        token = _phrase(text, match) or _token(match)
        found.append(token)
        position = max(token.end, match.start() + 1)
    return found


def _phrase(text: str, match: re.Match[str]) -> Token | None:
    """The longest run of up to three words that means something."""
    if match.lastgroup not in ("word", "ordinal"):
        return None
    ends = [
        found.end()
        for found in re.finditer(
            rf"(?:[\w'’{_DEVANAGARI}-]+)(?=[^\w{_DEVANAGARI}'’-]|$)", text[match.start() : match.start() + 48]
        )
    ]
    for length in sorted({match.end() - match.start(), *ends[:3]}, reverse=True):
        words = " ".join(text[match.start() : match.start() + length].rstrip(".").replace("’", "'").split())
        if words in v.words():
            kind, value = v.words()[words]
            return Token(kind, value, match.start(), match.start() + length)
    return None


def _token(match: re.Match[str]) -> Token:
    kind, value, said = _MAKERS.get(match.lastgroup or "", _other)(match)
    return Token(kind, value, match.start(), match.end(), said)


Made = tuple[str, Any, "Note | None"]


def _other(_match: re.Match[str]) -> Made:
    return v.WORD, None, None


def _canon(match: re.Match[str]) -> Made:
    try:
        period = Period.parse(match[0].upper())
    except PeriodError:
        return _other(match)
    return (v.FISCAL, period.start.year, None) if period.kind == "fiscal" else (v.PERIOD, period, None)


def _numeric(match: re.Match[str]) -> Made:
    """31/12/26, 31.12.2026, 2026/12/31: day first as India writes it, unless only month first gives a day."""
    parts = match[0].split(match["mark"])
    if len(parts[0]) == 4:
        day = day_of(int(parts[0]), int(parts[1]), int(parts[2]))
        return (v.DAY, day, None) if day else _other(match)
    if len(parts[0]) > 2 or len(parts[2]) not in (2, 4):
        return _other(match)
    first, second, year = int(parts[0]), int(parts[1]), _year(parts[2])
    day, turned = day_of(year, second, first), day_of(year, first, second)
    if day:
        settled = note("day_first", text=match[0], day=day) if turned and turned != day else None
        return v.DAY, day, settled
    return (v.DAY, turned, note("month_first", text=match[0], day=turned)) if turned else _other(match)


def _month_year(match: re.Match[str]) -> Made:
    month, year = re.split(r"[/-]", match[0])
    return (v.PERIOD, Period.month(int(year), int(month)), None) if 1 <= int(month) <= 12 else _other(match)


def _span(match: re.Match[str]) -> Made:
    """2026-27 is the fiscal year; 2026-12 was read as a month before."""
    first, last = int(match[0][:4]), int(match[0][5:])
    return (v.FISCAL, first, None) if (first + 1) % 100 == last else _other(match)


def _fiscal(match: re.Match[str]) -> Made:
    """FY27 and FY2027 end in 2027; FY26-27 says both."""
    first, last = _year(match["first"]), match["last"]
    if last is None:
        return v.FISCAL, first - 1, None
    return (v.FISCAL, first, None) if (first + 1) % 100 == int(last) % 100 else _other(match)


def _part(match: re.Match[str]) -> Made:
    letter, nth = (
        (match["letter"] or match["letter2"] or match[0][0]),
        int(match["nth"] or match["nth2"] or match[0][1]),
    )
    if letter == "q":
        return v.QUARTER, nth, None
    return (v.HALF, nth, None) if nth < 3 else _other(match)


def _short_year(match: re.Match[str]) -> Made:
    return v.YEAR, _year(match[0][1:]), None


def _ordinal(match: re.Match[str]) -> Made:
    return v.NUMBER, int(re.sub(r"\D", "", match[0])), None


def _number(match: re.Match[str]) -> Made:
    if len(match[0]) == 4 and FIRST_YEAR <= int(match[0]) <= LAST_YEAR:
        return v.YEAR, int(match[0]), None
    return (v.NUMBER, int(match[0]), None) if len(match[0]) < 5 else _other(match)


_MAKERS: dict[str, Callable[[re.Match[str]], Made]] = {
    "canon": _canon,
    "numeric": _numeric,
    "monthyear": _month_year,
    "span": _span,
    "fiscal": _fiscal,
    "part": _part,
    "shortyear": _short_year,
    "ordinal": _ordinal,
    "number": _number,
    "dots": lambda _match: (v.DASH, None, None),
    "comma": lambda _match: (v.OF, None, None),
}


def _year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == 2 else 0)


def day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
