"""How surely two reports tell one event, by their signatures.

What they share adds, what only one of them says takes away; and some marks keep them apart whatever they share: days
too far from each other, other instruments, firms, states, targets, steps, sums, or acts that undo each other.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from bot.news.signatures import DEEDS, STEPS

if TYPE_CHECKING:
    from bot.news.signatures import Signature

VETO = -1.0
_DAYS_APART = 6
_SUM_WEIGHT = 2.5
# What a short headline left unsaid counts as not shared; across languages, where no words can be compared, more.
_UNSAID, _UNSAID_ABROAD = 1.7, 4.0

# Acts that undo each other; the same report never tells both as its news.
_OPPOSITES = tuple(
    frozenset(pair)
    for pair in (
        ("restrict", "ease"),
        ("rise", "fall"),
        ("restrict", "grant"),
        ("keep", "ease"),
        ("keep", "restrict"),
        ("hit", "unhurt"),
    )
)


def likeness(one: Signature, other: Signature) -> float:
    """How surely both tell one event; VETO when they cannot."""
    if _apart(one, other):
        return VETO
    shared = _dot(one.features, other.features)
    norms = [one.norm, other.norm]
    if one.latin == other.latin:
        shared += _dot(one.tokens, other.tokens)
        norms = [one.norm + one.token_norm, other.norm + other.token_norm]
    shared, norms = _with_sums(one, other, shared, norms)
    unsaid = _UNSAID if one.latin == other.latin else _UNSAID_ABROAD
    return max(0.0, shared / sqrt((norms[0] + unsaid) * (norms[1] + unsaid)) + _leaning(one, other))


def _dot(one: dict[str, float], other: dict[str, float]) -> float:
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[name] for name, weight in one.items() if name in other)


def _with_sums(one: Signature, other: Signature, shared: float, norms: list[float]) -> tuple[float, list[float]]:
    squared = _SUM_WEIGHT**2
    if one.sums and other.sums:
        if any(mine.matches(theirs) for mine in one.sums for theirs in other.sums):
            shared += squared
        norms = [norm + squared for norm in norms]
    return shared, norms


def _leaning(one: Signature, other: Signature) -> float:
    """What days and circumstances add or take."""
    lean = _by_days(one, other)
    if one.circumstances and other.circumstances and not one.circumstances & other.circumstances:
        lean -= 0.12
    if one.routine or other.routine:
        lean -= 0.12
    if not (one.bound <= other.states and other.bound <= one.states):
        lean -= 0.1
    if one.parties and other.parties and one.parties != other.parties:
        lean -= 0.05
    if one.sequel != other.sequel:
        lean -= 0.12
    lean -= min(0.24, 0.12 * len(one.telling ^ other.telling))
    if one.acts and other.acts and not one.acts & other.acts:
        lean -= 0.08
    return lean


def _by_days(one: Signature, other: Signature) -> float:
    """Reports of one day that tell the same act of the same state, or of the same firm, seldom tell two events."""
    if not one.day or not other.day:
        return 0.0
    close = abs((one.day - other.day).days) <= 1
    states = bool(one.states & other.states) or not one.states or not other.states
    same = bool(one.firms & other.firms) or (bool(one.acts & other.acts) and states)
    return (0.25 if close else 0.12) if same else (0.12 if close else 0.04)


def _apart(one: Signature, other: Signature) -> bool:
    """Whether some mark shows that they tell different events."""
    if one.day and other.day and abs((one.day - other.day).days) > _DAYS_APART:
        return True
    if one.instruments and other.instruments and not one.instruments & other.instruments:
        return True
    if one.firms and other.firms and not one.firms & other.firms:
        return True
    if one.states and other.states and not one.states & other.states:
        return True
    if one.actor and other.actor and one.actor != other.actor:
        return True
    if one.bound and other.bound and not one.bound & other.bound:
        return True
    if "agree" in one.acts & other.acts and one.parties - other.parties and other.parties - one.parties:
        return True
    counted = one.acts & other.acts & {"rise", "fall"}
    if counted and one.months and other.months and not one.months & other.months:
        return True
    if one.topic and other.topic and one.topic is not other.topic:
        return True
    if one.phases and other.phases and not one.phases & other.phases:
        return True
    if one.speaker and other.speaker and one.speaker != other.speaker and "comment" in one.acts & other.acts:
        return True
    return _opposed(one.acts, other.acts) or _other_step(one.acts, other.acts) or _rival_sums(one, other)


def _opposed(one: frozenset[str], other: frozenset[str]) -> bool:
    return any(pair & one and pair & other and not pair & one & other for pair in _OPPOSITES)


def _other_step(one: frozenset[str], other: frozenset[str]) -> bool:
    mine, theirs = one & STEPS, other & STEPS
    if mine and theirs and not mine & theirs:
        return True
    return _only_said(one, other) or _only_said(other, one)


def _only_said(one: frozenset[str], other: frozenset[str]) -> bool:
    """A word about a deed, beside the deed itself."""
    return "comment" in one and bool(other & DEEDS) and not one & other


def _rival_sums(one: Signature, other: Signature) -> bool:
    """Both name sums of one kind, and none agrees."""
    pairs = [(mine, theirs) for mine in one.sums for theirs in other.sums]
    return (
        bool(pairs)
        and not any(mine.matches(theirs) for mine, theirs in pairs)
        and any(mine.rivals(theirs) for mine, theirs in pairs)
    )
