"""A question without its wrapping: greetings, thanks, and what the answer is for. What is nothing else stays as it is.

>>> from bot.asking.words import cut
>>> [word.text for word in unwrapped(cut("Good morning, imports in 2024 for the minister's note please"))]
['imports', 'in', '2024']
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bot.asking.lexicon import courtesies as table
from bot.asking.words import cut, folded

if TYPE_CHECKING:
    from bot.asking.words import Word

Phrase = tuple[str, ...]
_BETWEEN = 2  # words between 'for' and what it is for: 'for tomorrow's board meeting'


def unwrapped(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words of the question itself."""
    inner = _without_purposes(words)
    while inner:
        shorter = _without_lead(inner)
        shorter = _without_tail(shorter)
        if shorter == inner:
            break
        inner = shorter
    return inner if any(not word.mark for word in inner) else words


def _without_lead(words: tuple[Word, ...]) -> tuple[Word, ...]:
    texts = tuple(word.text for word in words)
    found = max((len(lead) for lead in _phrases("LEADS") if texts[: len(lead)] == lead), default=0)
    asked = max((len(lead) for lead in _phrases("ASKED_LEADS") if texts[: len(lead)] == lead), default=0)
    if asked > found and asked < len(texts) and texts[asked] in folded(table.ASKING):
        found = asked
    return _past_marks(words[found:]) if found else words


def _past_marks(words: tuple[Word, ...]) -> tuple[Word, ...]:
    return words[1:] if words and words[0].text == "-" else words


def _without_tail(words: tuple[Word, ...]) -> tuple[Word, ...]:
    texts = tuple(word.text for word in words)
    found = max((len(tail) for tail in _phrases("TAILS") if texts[-len(tail) :] == tail), default=0)
    kept = words[: len(words) - found]
    return kept[:-1] if found and kept and kept[-1].text == "-" else kept


def _without_purposes(words: tuple[Word, ...]) -> tuple[Word, ...]:
    at = 0
    while at < len(words):
        end = _purpose(words, at)
        if end and not (at == 0 and end == len(words)):
            start = at - (at > 0 and words[at - 1].text in ("needed", "required", "wanted"))
            words = words[:start] + words[end:]
            at = start
        else:
            at += 1
    return words


def _purpose(words: tuple[Word, ...], at: int) -> int:
    """Where 'for the minister's note' ends; 0 when it is none."""
    if words[at].text != "for" or at + 2 >= len(words) + 1:
        return 0
    determined = at + 1 < len(words) and words[at + 1].text in folded(table.DETERMINED)
    if not determined:
        return 0
    ends = [
        place
        for place in range(at + 2, min(at + 3 + _BETWEEN, len(words)))
        if words[place].text in folded(table.PURPOSES)
    ]
    if not ends:
        return 0
    end = ends[-1] + 1
    number = words[end].number if end < len(words) else None
    return end + 1 if number is not None and number < _FEW else end


_FEW = 100  # slides


@cache
def _phrases(name: str) -> frozenset[Phrase]:
    texts = getattr(table, name).replace("\n", " ").split(",")
    return frozenset(tuple(word.text for word in cut(text)) for text in texts if text.strip())
