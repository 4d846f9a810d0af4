"""The grammar of bounds: 'over 3,000 tonnes', 'more than $170 million', '4000 ton se zyada', below 20 per cent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.asking.marks import phrase
from bot.asking.words import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.asking.marks import Mark
    from bot.asking.words import Word

_OVER = (
    "over", "above", "more than", "greater than", "higher than", "larger than", "bigger than", "upwards of", "in excess of", "beyond",
    "exceed", "exceeds", "exceeded", "exceeding", "at least", "topped", "crossed", "cross", "crosses", "north of", "past", "surpassed",
    "not less than", "no less than",
)  # fmt: skip
_UNDER = (
    "under", "below", "less than", "lower than", "smaller than", "fewer than", "at most", "not more than", "no more than", "short of",
    "south of", "beneath",
)  # fmt: skip
_OVER_BEHIND = (
    "se zyada", "se jyada", "se adhik", "se upar", "se badi", "se bada", "se bade", "ke upar", "ke paar", "paar", "से ज्यादा", "से अधिक",
    "से ऊपर", "से बड़ा", "से बड़ी", "के ऊपर", "के पार", "पार", "or more", "and above", "plus", "+",
)  # fmt: skip
_UNDER_BEHIND = (
    "se kam",
    "se neeche",
    "se niche",
    "ke neeche",
    "से कम",
    "से नीचे",
    "के नीचे",
    "or less",
    "or fewer",
    "and below",
)
_SIGNS = folded("$ ₹ rs usd inr us")
_BESIDE = folded("a an the about just roughly nearly mark of")
_SCALES = {"crore": 1e7, "lakh": 1e5, "million": 1e6, "billion": 1e9, "thousand": 1e3}
_THOUSANDS = folded("thousand thousands k hazaar hazar हजार")


_RUPEES, _DOLLARS = folded("crore crores cr lakh lakhs lac करोड़ लाख"), folded("million millions mn billion bn")


@dataclass(frozen=True, slots=True)
class Bound:
    """A number that others are to lie over, or under; in the unit that was said. `at` are the places of its words."""

    value: float
    unit: str  # t, USD, INR, %; "" where none was said
    under: bool
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
    before = next(((under, first) for under, first in _before(spelt, start)), None)
    behind = next(((under, last) for under, last in _behind(spelt, end)), None)
    told = before or behind
    scaled = set(spelt[at + 1 : end])
    unit = unit or ("INR" if scaled & _RUPEES else "USD" if scaled & _DOLLARS else "")
    if told is None or not unit:
        return None  # 'more than 2023' bounds nothing
    first = before[1] if before else start
    last = behind[1] if behind and not before else end
    return Bound((_amount(words[at].text) or 0.0) * scale, unit, told[0], range(first, last))


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


def _before(spelt: Sequence[str], at: int) -> list[tuple[bool, int]]:
    return [
        (under, at - len(words))
        for under, phrases in ((True, _UNDER), (False, _OVER))
        for text in sorted(phrases, key=len, reverse=True)
        if (words := phrase(text)) and tuple(spelt[max(0, at - len(words)) : at]) == words
    ]


def _behind(spelt: Sequence[str], at: int) -> list[tuple[bool, int]]:
    return [
        (under, at + len(words))
        for under, phrases in ((True, _UNDER_BEHIND), (False, _OVER_BEHIND))
        for text in sorted(phrases, key=len, reverse=True)
        if (words := phrase(text)) and tuple(spelt[at : at + len(words)]) == words
    ]
