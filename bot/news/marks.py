"""Marks by which two reports show that they tell different events: some beyond doubt, whatever the reports share - days
too far from each other, other instruments, firms, targets, stages or periods - and some that only speak against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.news.amounts import days_off
from bot.news.parts import apart_in_time
from bot.news.signatures import DEEDS, LOOSE_ACTS, STEPS

if TYPE_CHECKING:
    from bot.news.amounts import Span
    from bot.news.signatures import Signature

_DAYS_APART = 5  # one event is seldom told anew later

# Acts that undo each other; the same report never tells both as its news.
_OPPOSITES = {
    "restrict": frozenset({"ease", "grant", "keep"}),
    "ease": frozenset({"restrict", "keep"}),
    "grant": frozenset({"restrict"}),
    "keep": frozenset({"ease", "restrict"}),
    "rise": frozenset({"fall"}),
    "fall": frozenset({"rise"}),
    "hit": frozenset({"unhurt"}),
    "unhurt": frozenset({"hit"}),
}


def apart(one: Signature, other: Signature) -> bool:
    """Whether some mark shows beyond doubt that they tell different events."""
    return (
        _dated_apart(one, other)
        or _disjoint(one.firms, other.firms)
        or _disjoint(one.bound, other.bound)
        or _disjoint(one.phases, other.phases)
        or _disjoint(one.stages, other.stages)
        or _disjoint(one.instruments, other.instruments)
        or _disjoint(one.kinds, other.kinds)
        or _judged_apart(one, other)
        or apart_in_time(one.periods, other.periods)
    )


def doubted(one: Signature, other: Signature) -> bool:
    """Whether a mark says that they tell different events, read from words alone: of two reports it is believed, of one
    among many it may be misread."""
    steps = one.acts & STEPS, other.acts & STEPS
    return (
        one.routine
        or other.routine
        or (bool(one.topic and other.topic) and one.topic is not other.topic)
        or _other_states(one, other)
        or _other_people(one, other)
        or _opposed(one.acts, other.acts)
        or _restarted(one, other)
        or _restarted(other, one)
        or _other_step(*steps)
        or _only_said(one.acts, other.acts)
        or _only_said(other.acts, one.acts)
        or (one.done and other.weighed)
        or (other.done and one.weighed)
        or _rival_sums(one, other)
    )


def differences(one: Signature, other: Signature) -> dict[str, float]:
    """What only one of them names, or both differently, without any of it deciding; each 1 where it stands."""
    return {
        "period in one": float(bool(one.periods) != bool(other.periods)),
        "turn in one": float(min(2, len(one.turns ^ other.turns))),
        "firm in one": float(bool(one.firms) != bool(other.firms)),
        "deeds": float(_disjoint(one.acts - LOOSE_ACTS, other.acts - LOOSE_ACTS)),
        "same outlet": float(bool(one.item.publisher) and one.item.publisher == other.item.publisher),
    }


def _judged_apart(one: Signature, other: Signature) -> bool:
    """Whether one tells what a house of analysts judges, and the other not; of a rule that both tell it is only a voice."""
    return one.judges != other.judges and not one.acts & other.acts & _RULED


_RULED = frozenset({"restrict", "ease", "grant"})


def _other_states(one: Signature, other: Signature) -> bool:
    """Whether other states make the event; China alone, doing nothing, is only what others turn away from."""
    if one.firms & other.firms:
        return False  # a firm's own news, whichever state it names
    return _disjoint(one.states, other.states) and not any(
        part.states == {"china"} and not part.actors for part in (one, other)
    )


def _disjoint(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and one.isdisjoint(other)


def _other_people(one: Signature, other: Signature) -> bool:
    """Another state acts, another speaks, others agree, or another month is counted."""
    both = one.acts & other.acts
    return (
        _disjoint(one.actors, other.actors)
        or ("agree" in both and bool(one.parties - other.parties and other.parties - one.parties))
        or (bool(both & {"rise", "fall"}) and _disjoint(one.months, other.months))
        or ("comment" in both and bool(one.speaker and other.speaker and one.speaker != other.speaker))
    )


def _dated_apart(one: Signature, other: Signature) -> bool:
    """Whether the days that they bear, or say that something was said on, lie too far from each other."""
    if one.span and other.span and one.span.days_from(other.span) > _DAYS_APART:
        return True
    return _stated_apart(one.span, other.stated) or _stated_apart(other.span, one.stated)


def _stated_apart(span: Span | None, stated: tuple[int, int] | None) -> bool:
    return span is not None and stated is not None and days_off(span, stated) > _DAYS_APART


def _opposed(one: frozenset[str], other: frozenset[str]) -> bool:
    mine, theirs = one - other, other - one
    return bool(theirs) and any(act in _OPPOSITES and not theirs.isdisjoint(_OPPOSITES[act]) for act in mine)


def _restarted(one: Signature, other: Signature) -> bool:
    """Works or goods begun again, beside their stop or their fall."""
    return "restart" in one.phases and bool(other.acts & _STOPPED) and not one.acts & _STOPPED


_STOPPED = frozenset({"hit", "fall", "restrict"})


def _other_step(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(mine and theirs) and not mine & theirs and mine | theirs != _ONLY_WORDS


_ONLY_WORDS = frozenset({"comment", "weigh"})  # a threat is spoken and thought of


def _only_said(one: frozenset[str], other: frozenset[str]) -> bool:
    """A word about a deed, beside the deed itself."""
    return "comment" in one and bool(other & DEEDS) and not one & other


def _rival_sums(one: Signature, other: Signature) -> bool:
    """Both name sums of one kind, and none agrees."""
    if not (one.sums and other.sums):
        return False
    pairs = [(mine, theirs) for mine in one.sums for theirs in other.sums]
    return not any(mine.matches(theirs) for mine, theirs in pairs) and any(
        mine.rivals(theirs) for mine, theirs in pairs
    )
