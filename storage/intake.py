"""Checked rows into the record, whole or not at all."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from storage import bulk
from storage.phrased import phrased
from storage.records import RECORDED_BY, Source

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


class Act(TypedDict):
    """Who brings rows, when and whence; a row without a source of its own is "recorded by NAME, DATE"."""

    now: datetime
    person: int | None
    via: str
    name: str  # of the file
    recorded_by: str


def take(store: Store, kind: str, rows: Sequence[Written], **act: Unpack[Act]) -> Taken:
    """Write all rows as one entry of the journal; none when they say nothing new. Call inside `atomic()`."""
    _lay_ready(store, kind, rows, act["now"])
    return _take(store, kind, rows, **act)


def bring(store: Store, kind: str, rows: Sequence[Written], **act: Unpack[Act]) -> Taken:
    """`take` in a transaction of its own, which holds the file briefly: the rows are laid ready before it."""
    _lay_ready(store, kind, rows, act["now"])
    with store.atomic():
        return _take(store, kind, rows, **act)


def _lay_ready(store: Store, kind: str, rows: Sequence[Written], now: datetime) -> None:
    if kind == "figures":
        bulk.stage(store.figures, store.db, rows, now)


def _take(store: Store, kind: str, rows: Sequence[Written], **act: Unpack[Act]) -> Taken:
    now = act["now"]
    entry = store.journal.begin(at=now, person=act["person"], via=act["via"], verb="import", summary="")
    tally: Counter[str] = Counter()
    if kind == "figures":
        counts, left = bulk.take(store.figures, store.db, entry)
        tally.update(counts)
        rows = [rows[place] for place in left]
    things, mine = store.shelf(kind), Source(f"{RECORDED_BY}{act['recorded_by']}, {now.date().isoformat()}")
    tally.update(put(things, row, entry=entry, now=now, source=mine).outcome for row in rows)
    if not tally["new"] + tally["changed"]:
        store.journal.forget(entry)
        return Taken(same=tally["same"])
    taken = Taken(tally["new"], tally["changed"], tally["same"], entry)
    store.journal.word(entry, phrased("file_taken", kind=kind, name=act["name"], new=taken.new, changed=taken.changed))
    return taken


class _TakenBack(Exception):
    """Ends a rehearsal."""


def rehearse(store: Store, kind: str, rows: Sequence[Written], *, now: datetime, recorded_by: str) -> Taken:
    """What `take` would do, leaving nothing behind."""
    _lay_ready(store, kind, rows, now)
    taken = Taken()
    with suppress(_TakenBack), store.atomic():
        taken = _take(store, kind, rows, now=now, person=None, via="file", name="", recorded_by=recorded_by)
        raise _TakenBack
    return replace(taken, entry=0)


def put(
    things: Things[Any],
    row: Written,
    *,
    entry: int,
    now: datetime,
    source: Source | None = None,
    correction: bool = False,
) -> Put:
    """One checked row into its shelf; `source` stands for the one that it may lack."""
    given = row.record.source
    sourced = bool(given.title or given.url)
    record = row.record if sourced or source is None else replace(row.record, source=source)
    return things.put(
        record,
        entry=entry,
        as_of=row.as_of or now,
        correction=row.correction or correction,
        reason=row.reason,
        dated=row.as_of is not None,
        whole_day=row.whole_day,
        sourced=sourced,
    )
