"""What the acts of the journal changed in the programme's record: for those who tell of it. Decides nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from storage.database import time_text

if TYPE_CHECKING:
    from datetime import datetime

    from storage.store import Store
    from storage.things import Things


@dataclass(frozen=True, slots=True)
class Moved:
    """A state that an act wrote, and the one before it (None: the thing is new)."""

    kind: str  # milestones, plants, controls, figures
    now: Any
    before: Any


def moved_by(store: Store, entry: int) -> list[Moved]:
    """What an act changed that still counts."""
    return _moved(store, "s.entry = ?", (entry,))


def moved_since(store: Store, since: datetime, until: datetime) -> list[Moved]:
    """What was changed in that time and still counts, the shipped facts left out."""
    where = "s.entry IN (SELECT id FROM entries WHERE at > ? AND at <= ? AND via <> 'seed')"
    return _moved(store, where, (time_text(since), time_text(until)))


def _moved(store: Store, where: str, values: tuple[Any, ...]) -> list[Moved]:
    return [
        Moved(kind, state, _before(store.shelf(kind), state))
        for kind in ("milestones", "plants", "controls", "figures")
        for state in store.shelf(kind).find(f"s.undone = 0 AND {where}", values, order="s.thing, s.as_of, s.id")
    ]


def _before(things: Things[Any], state: Any) -> Any:
    earlier = None
    for each in things.history(state.state.number):
        if each.state.version == state.state.version:
            return earlier
        earlier = each
    return earlier
