"""The shipped facts: cited rows that a new store starts with.

An upgrade revises them where the team has not touched them; where it has, its own stands, and ours is offered.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from storage.figures import Figures
from storage.intake import put
from storage.phrased import phrased
from storage.records import Change, Control, Figure, Milestone, Plant, Statement
from storage.rows import KINDS, Written, check, row_of
from storage.statements import Statements
from storage.things import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from storage.store import Store
    from storage.things import Things


@dataclass(frozen=True, slots=True)
class Seeded:
    """How an upgrade went, in things."""

    new: int
    revised: int
    offered: int  # the team's own stands, and differs from ours


@dataclass(frozen=True, slots=True)
class _Shipped:
    """All shipped rows of one thing."""

    kind: str
    key: str
    rows: tuple[Written, ...]

    @property
    def digest(self) -> str:
        told = [(row.record, row.as_of, row.correction, row.reason) for row in self.rows]
        return hashlib.sha256(repr(told).encode()).hexdigest()


def seed(store: Store, now: datetime) -> Seeded:
    """Bring the shipped facts into the store; doing it twice changes nothing."""
    shipped = _shipped()
    if not _fresh(store, shipped):
        return Seeded(0, 0, 0)
    with store.atomic():
        tally: Counter[str] = Counter()
        entry = store.journal.begin(at=now, person=None, via="seed", verb="import", summary="")
        for each, seen in _fresh(store, shipped):  # asked again: another process may have been quicker
            tally[_bring(store, each, entry, now, seen=seen)] += 1
        done = Seeded(tally["new"], tally["revised"], tally["offered"])
        if done.new or done.revised:
            store.journal.word(entry, phrased("shipped", new=done.new, revised=done.revised, offered=done.offered))
        else:
            store.journal.forget(entry)
    return done


def _fresh(store: Store, shipped: Iterable[_Shipped]) -> list[tuple[_Shipped, bool]]:
    """What the store has not seen as it is now, and whether it has seen an older form."""
    known = {(row["kind"], row["key"]): row["digest"] for row in store.db.rows("SELECT kind, key, digest FROM seeds")}
    return [
        (each, (each.kind, each.key) in known) for each in shipped if known.get((each.kind, each.key)) != each.digest
    ]


def _bring(store: Store, shipped: _Shipped, entry: int, now: datetime, *, seen: bool) -> str:
    """One thing into the record, unless the team has its own; new, revised, same or offered."""
    things = store.shelf(shipped.kind)
    number = things.locate(shipped.rows[-1].record)
    theirs = seen if number is None else not seen or _touched(store, things, number)
    if not theirs:
        said = [_write(things, row, shipped, entry, now, number) for row in shipped.rows]
        _remember(store, shipped, offered=False)
        return "new" if number is None else "revised" if set(said) != {"same"} else "same"
    differs = not _says_all(store, things, shipped, now)
    _remember(store, shipped, offered=differs)
    return "offered" if differs else "same"


def _write(things: Things[Any], row: Written, shipped: _Shipped, entry: int, now: datetime, number: int | None) -> str:
    """A row that stands in the place of one that we no longer ship corrects it, and is no slip."""
    ours = {_words(each) for each in shipped.rows}
    past = things.history(number) if number is not None else []
    replaces = any(old.state.as_of == row.as_of and _words(_as_written(old)) not in ours for old in past)
    return put(things, row, entry=entry, now=now, correction=replaces).outcome


def _says_all(store: Store, things: Things[Any], shipped: _Shipped, now: datetime) -> bool:
    """Whether the record holds every row already, tried and taken back."""
    entry, said = 0, set()
    with suppress(_Tried), store.atomic():
        entry = store.journal.begin(at=now, person=None, via="seed", verb="import", summary="")
        said = {put(things, row, entry=entry, now=now).outcome for row in shipped.rows}
        raise _Tried
    return said == {"same"}


class _Tried(Exception):
    """Ends a trial."""


def _remember(store: Store, shipped: _Shipped, *, offered: bool) -> None:
    store.db.write(
        "INSERT INTO seeds (kind, key, digest, offered) VALUES (:kind, :key, :digest, :offered) "
        "ON CONFLICT (kind, key) DO UPDATE SET digest = :digest, offered = :offered",
        {"kind": shipped.kind, "key": shipped.key, "digest": shipped.digest, "offered": int(offered)},
    )


# ---------------------------------------------------------------- what differs from the team's own


@dataclass(frozen=True, slots=True)
class Offer:
    """A shipped thing that differs from what the team made of it. `rows` are ours; none when it is no longer shipped."""

    number: int
    kind: str
    key: str
    rows: tuple[Written, ...]


def offers(store: Store) -> list[Offer]:
    """What waits for an admin's word, oldest first."""
    shipped = {(each.kind, each.key): each.rows for each in _shipped()}
    waiting = store.db.rows("SELECT id, kind, key FROM seeds WHERE offered = 1 ORDER BY id")
    return [Offer(row["id"], row["kind"], row["key"], shipped.get((row["kind"], row["key"]), ())) for row in waiting]


def theirs(store: Store, offer: Offer) -> Any:
    """How the team has the thing now; None where it has taken it off."""
    things = store.shelf(offer.kind)
    number = things.locate(offer.rows[-1].record) if offer.rows else None
    return things.get(number) if number is not None and things.version(number) else None


def accept(store: Store, offer: Offer, *, entry: int, now: datetime) -> list[str]:
    """Take our rows beside the team's, as an act of an admin; what each did. Call inside `atomic()`."""
    things = store.shelf(offer.kind)
    said = [put(things, row, entry=entry, now=now).outcome for row in offer.rows]
    decline(store, offer, entry=entry)
    return said


def decline(store: Store, offer: Offer, *, entry: int) -> None:
    """The team's own stands, and is not asked about again until we ship something newer. Call inside `atomic()`."""
    store.journal.update(entry, "seeds", offer.number, {"offered": 0})


# ---------------------------------------------------------------- what is shipped


def _touched(store: Store, things: Things[Any], number: int) -> bool:
    """Whether anyone but us wrote a state of it, or took one of ours back."""
    sql = f"""SELECT 1 FROM {things.name}_states s JOIN entries e ON e.id = s.entry
              WHERE s.thing = ? AND (e.via <> 'seed' OR s.undone = 1) LIMIT 1"""  # noqa: S608 - our own names
    return store.db.value(sql, (number,)) is not None


@cache
def _shipped() -> tuple[_Shipped, ...]:
    return tuple(each for kind in KINDS for each in _grouped(kind, [check(kind, row) for row in _rows(kind)]))


def _grouped(kind: str, rows: Iterable[Written]) -> Iterator[_Shipped]:
    groups: dict[str, list[Written]] = {}
    for row in rows:
        groups.setdefault(_key(kind, row.record), []).append(_named(row))
    for key, same in groups.items():
        yield _Shipped(kind, key, tuple(same))


def _rows(kind: str) -> Iterator[dict[str, str]]:
    text = files("storage").joinpath("facts", f"{kind}.csv").read_text(encoding="utf-8")
    yield from csv.DictReader(io.StringIO(text, newline=""), strict=True)


def _named(row: Written) -> Written:
    """Our ids are ours: a team's file that counts from 1 speaks of other things."""
    key = getattr(row.record, "key", "")
    return replace(row, record=replace(row.record, key=f"shipped-{key}")) if isinstance(key, str) and key else row


def _key(kind: str, record: Any) -> str:
    """What all rows of one thing share."""
    if kind == "figures":
        return json.dumps(list(Figures.identity(record).values()), ensure_ascii=False)
    if kind == "statements":
        return Statements.identity(record)
    return str(record.key) or fold(record.name if kind == "plants" else record.title)


def _as_written(record: Any) -> Written:
    """A state of the record as the row that it may have come from."""
    state = record.state
    return Written(record, state.as_of, state.change is Change.CORRECTION, state.reason)


def _words(row: Written) -> str:
    """What a row says, whatever became of it."""
    return repr([*row_of(_KIND[type(row.record)], replace(row.record, state=None)).values(), row.as_of])


_KIND = {Figure: "figures", Milestone: "milestones", Plant: "plants", Control: "controls", Statement: "statements"}
