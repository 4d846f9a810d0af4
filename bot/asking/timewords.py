"""The words of time: tables as phrases, and what reads single numbers, units and small words at a place in a question."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, wraps
from typing import TYPE_CHECKING, Any, TypeVar

from bot.asking.lexicon import time as table
from bot.asking.words import Word, cut

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

_Reader = TypeVar("_Reader", bound="Timewords")
_Read = TypeVar("_Read")

EARLIEST, LATEST = 1950, 2100
_MANY = 1200
Phrases = dict[str, list[tuple[tuple[str, ...], object]]]


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


def once(reading: Callable[[_Reader, int], _Read]) -> Callable[[_Reader, int], _Read]:
    """A reading that others ask for again and again at the same place: it is made once, as the words do not change."""

    @wraps(reading)
    def remembered(self: _Reader, at: int) -> _Read:
        known: dict[int, _Read] = self.read.setdefault(reading, {})
        if at not in known:
            known[at] = reading(self, at)
        return known[at]

    return remembered


_GLUED = {"d": "day", "w": "week", "wk": "week", "wks": "week"}


class Timewords:
    """Reads at a place in the words; every method gives what it read and where that ends, or None."""

    def __init__(self, words: Sequence[Word], spelt: Sequence[str], today: date) -> None:
        self.words, self.spelt, self.today = words, spelt, today
        self.read: dict[object, dict[int, Any]] = {}  # by reading and place

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

    @once
    def unit(self, at: int) -> tuple[str, int] | None:
        if self.word(at) in _GLUED and self.words[at].glued and self.words[at - 1].number is not None:
            return _GLUED[self.word(at)], at + 1  # 90d, 6w
        found = self.find("UNITS", at)
        return (str(found[0]), found[1]) if found else None
