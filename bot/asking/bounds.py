"""The grammar of bounds: 'over 3,000 tonnes', 'more than $170 million', '4000 ton se zyada', below 20 per cent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.asking.marks import phrase
from bot.asking.words import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.asking.marks import Mark
    from bot.asking.words import Word

# What each phrase says: over or under, and whether the number itself is among them.
_OVER = (
    "over", "above", "more than", "greater than", "higher than", "larger than", "bigger than", "upwards of", "in excess of", "beyond",
    "exceed", "exceeds", "exceeded", "exceeding", "topped", "crossed", "cross", "crosses", "north of", "past", "surpassed",
)  # fmt: skip
_UNDER = (
    "under", "below", "less than", "lower than", "smaller than", "fewer than", "short of",
    "south of", "beneath",
)  # fmt: skip
_OVER_BEHIND = (
    "se zyada", "se jyada", "se adhik", "se upar", "se badi", "se bada", "se bade", "ke upar", "ke paar", "paar", "से ज्यादा", "से अधिक",
    "से ऊपर", "से बड़ा", "से बड़ी", "के ऊपर", "के पार", "पार",
)  # fmt: skip
_UNDER_BEHIND = (
    "se kam",
    "se neeche",
    "se niche",
    "ke neeche",
    "से कम",
    "से नीचे",
    "के नीचे",
)
_FROM = (
    "at least",
    "not less than",
    "no less than",
    "not under",
    "not below",
    "a minimum of",
    "minimum",
    "kam se kam",
    "कम से कम",
)
_UP_TO = (
    "at most",
    "not more than",
    "no more than",
    "not over",
    "not above",
    "up to",
    "a maximum of",
    "zyada se zyada",
    "ज्यादा से ज्यादा",
)
_FROM_BEHIND = (
    "or more",
    "or above",
    "and above",
    "and more",
    "plus",
    "+",
    "ya zyada",
    "ya adhik",
    "या अधिक",
    "या ज्यादा",
)
_UP_TO_BEHIND = ("or less", "or fewer", "or below", "and below", "and less", "ya kam", "या कम")
_SIGNS = folded("$ ₹ rs usd inr us")
_BESIDE = folded("a an the about just roughly nearly mark of")
_SCALES = {"crore": 1e7, "lakh": 1e5, "million": 1e6, "billion": 1e9, "thousand": 1e3}
_THOUSANDS = folded("thousand thousands k hazaar hazar हजार")


_RUPEES, _DOLLARS = folded("crore crores cr lakh lakhs lac करोड़ लाख"), folded("million millions mn billion bn")


@dataclass(frozen=True, slots=True)
class Bound:
    """A number that others are to lie over, or under; in the unit that was said. `at` are the places of its words.

    reached: whether a number that is just as large is among them, as in 'at least'.
    """

    value: float
    unit: str  # t, USD, INR, %; "" where none was said
    under: bool
    reached: bool
    at: range


def bound(words: Sequence[Word], spelt: Sequence[str], marks: Sequence[Mark]) -> Bound | None:
    """The one bound in these words; None where there is none, or more than one."""
    found = [
        each
        for at, word in enumerate(words)
        if _amount(word.text) is not None and (each := _at(words, spelt, marks, at)) is not None
    ]
    return found[0] if len(found) == 1 else None


def _amount(text: str) -> float | None:
    return float(text) if text.replace(".", "", 1).isdigit() else None


def _at(words: Sequence[Word], spelt: Sequence[str], marks: Sequence[Mark], at: int) -> Bound | None:
    start = at
    while start > 0 and (spelt[start - 1] in _SIGNS or spelt[start - 1] in _BESIDE):
        start -= 1
    scale, unit, end = _measured(spelt, marks, at + 1)
    unit = unit or next((mark.value for mark in marks if mark.kind == "unit" and start <= mark.start < at), "")
    before = _longest(_BEFORE, lambda words: tuple(spelt[max(0, start - len(words)) : start]) == words)
    behind = _longest(_BEHIND, lambda words: tuple(spelt[end : end + len(words)]) == words)
    told = before or behind
    scaled = set(spelt[at + 1 : end])
    unit = unit or ("INR" if scaled & _RUPEES else "USD" if scaled & _DOLLARS else "")
    if told is None or not unit:
        return None  # 'more than 2023' bounds nothing
    first = start - before.length if before else start
    last = end + behind.length if behind and not before else end
    return Bound((_amount(words[at].text) or 0.0) * scale, unit, told.under, told.reached, range(first, last))


def _measured(spelt: Sequence[str], marks: Sequence[Mark], at: int) -> tuple[float, str, int]:
    """The scale and the unit behind a number, and where they end."""
    scale, unit = 1.0, ""
    while at < len(spelt):
        here = [mark for mark in marks if mark.start == at and mark.kind in ("scale", "unit", "percent")]
        if spelt[at] in ("t", "tpa", "टन"):
            unit, at = "t", at + 1
        elif spelt[at] in _THOUSANDS:
            scale, at = scale * _SCALES["thousand"], at + 1
        elif here:
            longest = max(here, key=lambda mark: mark.end)
            for word in spelt[at : longest.end]:  # 'million dollars' is a unit by itself
                scale *= _SCALES.get(word.removesuffix("s"), 1.0) if longest.kind != "scale" else 1.0
            scale *= _SCALES.get(longest.value, 1.0) if longest.kind == "scale" else 1.0
            unit = "%" if longest.kind == "percent" else longest.value if longest.kind == "unit" else unit
            at = longest.end
        else:
            break
    return scale, unit, at


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: tuple[str, ...]
    under: bool
    reached: bool

    @property
    def length(self) -> int:
        return len(self.words)


def _longest(phrases: Sequence[_Phrase], stands: Callable[[tuple[str, ...]], bool]) -> _Phrase | None:
    """Of the phrases that stand there the longest: 'not less than' says another thing than its 'less than'."""
    return next((each for each in phrases if stands(each.words)), None)


def _phrases(*groups: tuple[tuple[str, ...], bool, bool]) -> tuple[_Phrase, ...]:
    found = [_Phrase(phrase(text), under, reached) for texts, under, reached in groups for text in texts]
    return tuple(sorted(found, key=lambda each: -each.length))


_BEFORE = _phrases((_OVER, False, False), (_UNDER, True, False), (_FROM, False, True), (_UP_TO, True, True))
_BEHIND = _phrases(
    (_OVER_BEHIND, False, False), (_UNDER_BEHIND, True, False), (_FROM_BEHIND, False, True), (_UP_TO_BEHIND, True, True)
)
