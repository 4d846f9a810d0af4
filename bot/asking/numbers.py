"""The grammar of how many: the 3 of 'top 3', of 'three biggest suppliers', of 'next 5 milestones'."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bot.asking.lexicon import time as table
from bot.asking.words import cut

if TYPE_CHECKING:
    from bot.asking.parts import Parts

_WIDE = 100  # more than anybody wants listed
_NEAR = 3  # words between the number and what it counts


@cache
def _values() -> dict[str, int]:
    found = {
        word.text: number for number, text in table.NUMBERS.items() for part in text.split(",") for word in cut(part)
    }
    for word in ("a", "an", "one", "single", "ek", "एक", "do", "दो", "tin", "couple", "dono"):
        found.pop(word, None)
    return found | {"two": 2, "दो": 2}


def limit(parts: Parts) -> int:
    """How many are wanted; 0 when it is not said."""
    counted = [
        *parts.all("op", "rank"),
        *parts.all("extreme"),
        *parts.all("ask", "next", "list"),
        *parts.all("axis"),
        *parts.all("topic", "milestones"),
    ]
    for at, word in enumerate(parts.words):
        number = word.number if word.number is not None else _values().get(parts.spelt[at]) or _two(parts, at)
        if (
            number is None
            or not 0 < number <= _WIDE
            or parts.timed(at)
            or (word.glued and not any(mark.start < at <= mark.end for mark in parts.all("op", "rank")))
            or any(mark.covers(at) for mark in (*parts.codes, *parts.all("place")))
        ):
            continue
        if any(min(abs(mark.start - at - 1), abs(at - mark.end)) < _NEAR for mark in counted):
            return number
    return 0


def _two(parts: Parts, at: int) -> int | None:
    """'do' is two beside 'the biggest' or what is counted; else it is the verb."""
    led = any(mark.end == at for mark in (*parts.all("extreme"), *parts.all("op", "rank"), *parts.all("ask", "next")))
    counts = any(mark.start == at + 1 for mark in parts.all("axis", "partner", "product"))
    return 2 if parts.spelt[at] == "do" and (led or counts or parts.word(at + 1) == "sabse") else None


def hash_number(parts: Parts) -> int:
    """The 17 of #17; 0 when there is none."""
    for at, word in enumerate(parts.words[:-1]):
        if word.text == "#" and (number := parts.words[at + 1].number):
            return number
    return 0
