"""A thing's life, read from its states: what each was to the one before, and how each stands now.

Works on values alone: no SQL, no clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.records import Change

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from storage.periods import Period


@dataclass(frozen=True, slots=True)
class Told:
    """A state, as far as its life depends on it."""

    version: int
    as_of: str  # as time_text writes it
    edited: bool  # a correction by name
    origin: str  # who says so
    rank: int  # how firm, 0 is the firmest
    date: Period | None  # the one whose move is a slip or an advance
    status: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the life that is answered from: what it was to the one before, and the date that it gave."""

    change: Change
    date: Period | None


@dataclass(frozen=True, slots=True)
class Life:
    """How the states of a thing settle. `live` answers; `beside` are what others say of the same day."""

    changes: dict[int, Change]
    steps: tuple[Step, ...]
    live: int
    beside: tuple[int, ...]


def live_through(states: Sequence[Told]) -> Life:
    """Settle the states that count, given in the order of `as_of` and then of writing.

    A disagreement - states of one `as_of` from different sources - is one step, taken by the source that leads it. A
    source that speaks twice of the same day corrects itself.
    """
    changes: dict[int, Change] = {}
    steps: list[Step] = []
    before: Told | None = None
    dated: Period | None = None
    group: list[Told] = []
    for group in _disagreements(states):
        lead, heard = _lead(group), set()
        for state in group:
            if before is not None and (state.edited or state.origin in heard):
                changes[state.version] = Change.CORRECTION
            elif state.origin == lead.origin and before is not None:
                changes[state.version] = _change(before, state, dated)
            else:
                changes[state.version] = Change.CORRECTION if state.origin in heard else Change.FIRST
            heard.add(state.origin)
            if state.origin == lead.origin:
                steps.append(Step(changes[state.version], state.date))
                before, dated = state, state.date or dated
    standing = _newest(group)
    live = _lead(group).version if group else 0
    return Life(changes, tuple(steps), live, tuple(state.version for state in standing if state.version != live))


def _disagreements(states: Sequence[Told]) -> Iterator[list[Told]]:
    """Runs of states of the same day; a correction in the name of a new source begins a run of its own."""
    group: list[Told] = []
    for state in states:
        anew = state.edited and all(state.origin != other.origin for other in group)
        if group and (state.as_of != group[0].as_of or anew):
            yield group
            group = []
        group.append(state)
    if group:
        yield group


def _newest(group: list[Told]) -> list[Told]:
    """The last word of each source."""
    return list({state.origin: state for state in group}.values())


def _lead(group: list[Told]) -> Told:
    """The firmest, then the last written."""
    return min(_newest(group), key=lambda state: (state.rank, -state.version))


def _change(before: Told, state: Told, dated: Period | None) -> Change:
    """`dated` is the last date that was given, which may be older than `before`."""
    if dated is not None and state.date is not None and dated.end != state.date.end:
        return Change.SLIP if state.date.end > dated.end else Change.ADVANCE
    return Change.STATUS if before.status != state.status else Change.FIRST
