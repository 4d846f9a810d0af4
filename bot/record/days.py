"""Days that no calendar has: 31 February is a slip of the finger, and must not be read as some other date."""

from __future__ import annotations

import re
from typing import Final

from bot.record import vocabulary as v
from bot.record.cells import LINK
from bot.record.tokens import day_of, lowered, tokens_of

_LEAP: Final = 2028  # of a day without a year: 29 February may be meant
_CENTURY: Final = 2000  # of a year in two digits
_LAST: Final = 31  # a larger number is a day only where month and year follow
_MOST: Final = 99  # and beyond this it counts something else
_YEAR_FIRST: Final = re.compile(r"(?<![\w/.-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\w/-])")
_DAY_FIRST: Final = re.compile(r"(?<![\w/.-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\w/-])")
_WORDS: Final = re.compile(
    rf"(?P<day>{v.NUMBER}){v.OF}?(?P<month>{v.MONTH})(?:{v.OF}?(?P<year>{v.YEAR}))?"
    rf"|(?P<month2>{v.MONTH})(?P<day2>{v.NUMBER}){v.OF}?(?P<year2>{v.YEAR})"
)


def no_such_day(text: str) -> str:
    """The words of a day that there is not; '' when every day in the text exists. Links are not looked at.

    >>> no_such_day("IREL line due 31 Feb 2027"), no_such_day("due 2026-13-45"), no_such_day("29 Feb, 28/2/2027")
    ('31 Feb 2027', '2026-13-45', '')
    """
    words = LINK.sub(" ", text)
    return _in_digits(words) or _in_words(words)


def _in_digits(text: str) -> str:
    for found in _YEAR_FIRST.finditer(text):
        if not day_of(int(found[1]), int(found[3]), int(found[4])):
            return found[0]
    for found in _DAY_FIRST.finditer(text):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        year += _CENTURY if len(found[4]) == len("27") else 0
        if not day_of(year, second, first) and not day_of(year, first, second):
            return found[0]
    return ""


def _in_words(text: str) -> str:
    tokens = tokens_of(lowered(text))
    kinds = "".join(token.kind for token in tokens)
    for found in _WORDS.finditer(kinds):
        kind = "2" if found["month2"] else ""
        day, month = (tokens[found.start(f"{name}{kind}")].value for name in ("day", "month"))
        year = tokens[found.start(f"year{kind}")].value if found[f"year{kind}"] else _LEAP
        if day <= (_LAST if year == _LEAP else _MOST) and not day_of(year, month, day):
            return text[tokens[found.start()].start : tokens[found.end() - 1].end]
    return ""
