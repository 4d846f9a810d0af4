"""Checked rows into the record, whole or not at all."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from storage.records import Source

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from storage.rows import Written
    from storage.store import Store
    from storage.things import Put, Things


@dataclass(frozen=True, slots=True)
class Taken:
    """What a file's rows did, in rows."""

    new: int = 0
    changed: int = 0
    same: int = 0
    entry: int = 0

    def __str__(self) -> str:
        said = [f"{self.new} new", f"{self.changed} changed"]
        return ", ".join(said + ([f"{self.same} as they were"] if self.same else []))


def take(store: Store, kind: str, rows: Sequence[Written], *, now: datetime, person: int | None, via: str, name: str, recorded_by: str) -> Taken:
    """Write all rows as one entry of the journal. Call inside `atomic()`.

    A row without a source of its own is "recorded by NAME, DATE".
    """
    things = store.shelf(kind)
    entry = store.journal.begin(at=now, person=person, via=via, verb="import", summary=f"{kind} from {name}")
    mine = Source(f"recorded by {recorded_by}, {now.date().isoformat()}")
    tally = Counter(put(things, _sourced(row, mine), entry=entry, now=now).outcome for row in rows)
    taken = Taken(tally["new"], tally["changed"], tally["same"], entry)
    store.journal.word(entry, f"{kind} from {name}: {taken}")
    return taken


class _Rehearsed(Exception):
    """Raised to take a rehearsal back."""


def rehearse(store: Store, kind: str, rows: Sequence[Written], *, now: datetime, recorded_by: str) -> Taken:
    """What `take` would do, leaving nothing behind."""
    taken = Taken()
    try:
        with store.atomic():
            taken = take(store, kind, rows, now=now, person=None, via="file", name="", recorded_by=recorded_by)
            raise _Rehearsed
    except _Rehearsed:
        return replace(taken, entry=0)


def put(things: Things[Any], row: Written, *, entry: int, now: datetime) -> Put:
    """One checked row into its shelf."""
    return things.put(
        row.record,
        entry=entry,
        as_of=row.as_of or now,
        correction=row.correction,
        reason=row.reason,
        dated=row.as_of is not None,
    )


def _sourced(row: Written, source: Source) -> Written:
    given = row.record.source
    return row if given.title or given.url else replace(row, record=replace(row.record, source=source))
