"""Numbers in words, read as digits: twenty twenty-four, two thousand and thirty, do hazaar pachchis, twenty-five.

Only numbers of several words are put into digits: what one word says is left to those who count ('three', 'teen').
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from bot.asking.lexicon import numerals as table
from bot.asking.words import Word, fold, sound

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_CENTURIES = (19, 20)  # that a year may begin with: nineteen ninety-eight, twenty thirty
_YEARS = range(1950, 2100)
_TENS = 10  # the least number of two digits
_SHORT = 3  # letters; shorter words sound like too many others
_LONG = 5  # letters of a word in which one may be wrong

Read = tuple[int, int]  # a number, and where its words end


def with_digits(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The same words, with numbers of several words as digits.

    >>> from bot.asking.words import cut
    >>> [word.text for word in with_digits(cut("imports in twenty twenty-four"))]
    ['imports', 'in', '2024']
    """
    out: list[Word] = []
    at = 0
    while at < len(words):
        found = _number(words, at)
        if found is None:
            out.append(words[at])
            at += 1
            continue
        value, end = found
        out.append(_merged(words[at:end], str(value)))
        at = end
        after = _small(words, _past_hyphen(words, at)) if value in _YEARS else None
        if after and after[0] == (value + 1) % 100:  # twenty twenty-four twenty-five is a fiscal year
            behind = words[at : after[1]]
            out += [_merged(behind[:1], "-"), _merged(behind, f"{after[0]:02d}")]
            at = after[1]
    return tuple(out)


def _merged(words: Sequence[Word], text: str) -> Word:
    raw = " ".join(word.raw for word in words)
    return Word(text, raw, words[0].start, words[-1].end, words[0].glued, words[-1].possessive)


def _number(words: Sequence[Word], at: int) -> Read | None:
    """The longest number here that takes more than one word."""
    first = _small(words, at)
    if first is None:
        return None
    found = _thousands(words, first) or _hundreds(words, first) or _year(words, first) or first
    told = sum(not word.mark for word in words[at : found[1]])
    return found if told > 1 else None


def _thousands(words: Sequence[Word], first: Read) -> Read | None:
    if _text(words, first[1]) not in _texts("THOUSAND"):
        return None
    value, end = first[0] * 1000, first[1] + 1
    rest = _small(words, _past_and(words, end))
    if rest is None:
        return value, end
    more = _hundreds(words, rest) or rest
    return value + more[0], more[1]


def _hundreds(words: Sequence[Word], first: Read) -> Read | None:
    if _text(words, first[1]) not in _texts("HUNDRED"):
        return None
    value, end = first[0] * 100, first[1] + 1
    rest = _small(words, _past_and(words, end))
    return (value + rest[0], rest[1]) if rest else (value, end)


def _year(words: Sequence[Word], first: Read) -> Read | None:
    """Twenty thirty, nineteen ninety-eight, twenty oh five."""
    if first[0] not in _CENTURIES:
        return None
    at = _past_hyphen(words, first[1])
    nought = _text(words, at) in _texts("NOUGHT")
    rest = _small(words, at + nought) or _misspelt(words, at)
    if rest is None or (rest[0] < _TENS) != nought:
        return None
    return first[0] * 100 + rest[0], rest[1]


def _small(words: Sequence[Word], at: int) -> Read | None:
    """Up to ninety-nine."""
    text = _text(words, at)
    if (whole := _whole(text)) is not None:
        return whole, at + 1
    tens = _values("TENS").get(text)
    if tens is None:
        return None
    behind = _past_hyphen(words, at + 1)
    ones = _values("ONES").get(_text(words, behind))
    return (tens + ones, behind + 1) if ones else (tens, at + 1)


def _misspelt(words: Sequence[Word], at: int) -> Read | None:
    """A number of ten or more in letters of which one is wrong, after a century: twenty thitry."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    text = _text(words, at)
    if len(text) < _LONG or not text.isascii():
        return None
    long = [word for word, value in _values("TENS", "WHOLE").items() if value >= _TENS and len(word) >= _LONG]
    found = process.extractOne(text, long, scorer=OSA.distance, score_cutoff=1)
    if found is None:
        return None
    meant = replace(words[at], text=found[0])
    value, end = _small([meant, *words[at + 1 : at + 3]], 0) or (0, 0)
    return value, at + end


def _whole(text: str) -> int | None:
    """A number that one word says, in any spelling."""
    values = _values("WHOLE", "ONES")
    heard = text.isascii() and len(text) > _SHORT
    return values.get(text, values.get(sound(text)) if heard else None)


def _past_hyphen(words: Sequence[Word], at: int) -> int:
    return at + (_text(words, at) == "-")


def _past_and(words: Sequence[Word], at: int) -> int:
    return at + (_text(words, at) in _texts("AND"))


def _text(words: Sequence[Word], at: int) -> str:
    return words[at].text if 0 <= at < len(words) else ""


@cache
def _values(*names: str) -> Mapping[str, int]:
    """Words of these tables with their numbers; those in Latin letters also by how they sound."""
    pairs = [
        (fold(part.strip()), number)
        for name in names
        for number, text in getattr(table, name).items()
        for part in text.split(",")
    ]
    return {sound(word): number for word, number in pairs if word.isascii() and len(word) > _SHORT} | dict(pairs)


@cache
def _texts(name: str) -> frozenset[str]:
    return frozenset(fold(part.strip()) for part in getattr(table, name).split(","))
