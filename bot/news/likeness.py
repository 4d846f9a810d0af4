"""How surely two reports tell one event, by their signatures: what they share adds to the odds, what only one of them
says takes away; marks.py says what keeps them apart whatever they share."""

from __future__ import annotations

from math import fsum, sqrt
from operator import mul
from typing import TYPE_CHECKING

from bot.news.marks import apart, differences, doubted
from bot.news.signatures import LOOSE_ACTS

if TYPE_CHECKING:
    from bot.news.signatures import Signature

VETO = float("-inf")
DOUBT = -9.0  # as good as a veto between two; a few of many are borne with
_UNSAID = 1.0  # what a short headline leaves unsaid counts as not shared

# What each kind of evidence adds to the odds (their logarithm) that two reports tell one event, as
# measured over pairs of public headlines known to tell one event or two that look alike.
_WEIGHTS = {
    "": -3.35,
    "title": 0.6,
    "words": 2.77,
    "things": 3.59,
    "abroad": 1.31,
    "same day": 2.15,
    "near day": 1.29,
    "sum": 3.55,
    "same deed": 0.5,
    "other states": -0.51,
    "other target": -1.3,
    "circumstances": -0.35,
    "undated": -1.09,
    "same kind": 1.45,
    "rare words": 0.09,
    "shorter in longer": 3.24,
    "period in one": -1.18,
    "turn in one": -1.5,
    "firm in one": -0.23,
    "deeds": -0.38,
    "same outlet": -1.72,
}


def likeness(one: Signature, other: Signature) -> float:
    """The logarithm of the odds that both tell one event; VETO when they cannot, DOUBT when a mark speaks against it."""
    return VETO if apart(one, other) else odds(one, other)


def odds(one: Signature, other: Signature) -> float:
    """The same for two that nothing keeps apart."""
    if doubted(one, other):
        return DOUBT
    total: float = sum(map(mul, _WEIGHTS.values(), evidence(one, other).values()))
    return total


def evidence(one: Signature, other: Signature) -> dict[str, float]:
    """What speaks for one event or two, by kind, in the order of the weights; most of it between 0 and 1."""
    abroad, days = one.latin != other.latin, _days(one, other)
    words = 0.0 if abroad else _dot(one.words, other.words)
    return {
        "": 1.0,
        "title": 0.0 if abroad else _normal(_dot(one.title, other.title), one.title_norm, other.title_norm),
        "words": _normal(words, one.words_norm, other.words_norm),
        "things": _normal(_dot(one.features, other.features), one.norm, other.norm),
        "abroad": float(abroad),
        "same day": float(days == 0),
        "near day": float(days <= _NEAR_DAYS),
        "sum": float(any(mine.matches(theirs) for mine in one.sums for theirs in other.sums)),
        "same deed": float(bool((one.acts & other.acts) - LOOSE_ACTS)),
        "other states": float(len(one.states ^ other.states)),
        "other target": float(not (one.bound <= other.states and other.bound <= one.states)),
        "circumstances": float(min(3, len(one.telling ^ other.telling))),
        "undated": float(not (one.day and other.day)),
        "same kind": float(bool(one.kinds & other.kinds)),
        "rare words": 0.0 if abroad else min(_MOST_RARE, _rare_shared(one, other)),
        "shorter in longer": _share(words, one, other),
    } | differences(one, other)


_NEAR_DAYS = 2
_MOST_RARE = 6.0
_RARE = 0.6


def _rare_shared(one: Signature, other: Signature) -> float:
    weights = [(one.words[word], other.words[word]) for word in one.words.keys() & other.words.keys()]
    return fsum(min(pair) for pair in weights if pair[0] >= _RARE)


def _share(words: float, one: Signature, other: Signature) -> float:
    """How much of what the shorter says the longer says too; `words`: what both say."""
    fewest = min(one.words_norm, other.words_norm)
    return words / fewest if fewest else 0.0


def _days(one: Signature, other: Signature) -> float:
    """The days between two reports, as many as can be when one bears none."""
    return abs((one.day - other.day).days) if one.day and other.day else float("inf")


def _dot(one: dict[str, float], other: dict[str, float]) -> float:
    """What both hold, added up exactly, so that the order of a set's members is no matter."""
    return fsum([one[name] * other[name] for name in one.keys() & other.keys()])


def _normal(both: float, norm: float, other_norm: float) -> float:
    """A cosine, from the product."""
    return both / sqrt((norm + _UNSAID) * (other_norm + _UNSAID))
