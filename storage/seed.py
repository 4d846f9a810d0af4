"""The shipped facts: cited rows that a new store starts with, and that an upgrade revises where the team has not touched them."""

from __future__ import annotations

import csv
import hashlib
import json
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from storage.intake import put
from storage.rows import KINDS, Written, check

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from storage.store import Store
    from storage.things import Things


@dataclass(frozen=True, slots=True)
class Seeded:
    """How an upgrade went, in things."""

    new: int
    revised: int
    offered: int    # the team's own stands, and differs from ours


@dataclass(frozen=True, slots=True)
class _Shipped:
    """All shipped rows of one thing."""

    kind: str
    key: str
    rows: tuple[Written, ...]

    @property
    def digest(self) -> str:
        return hashlib.sha256(repr([(row.record, row.as_of, row.reason) for row in self.rows]).encode()).hexdigest()


def seed(store: Store, now: datetime) -> Seeded:
    """Bring the shipped facts into the store; doing it twice changes nothing."""
    known = {(row["kind"], row["key"]): row["digest"] for row in store.db.rows("SELECT kind, key, digest FROM seeds")}
    fresh = [each for each in _shipped() if known.get((each.kind, each.key)) != each.digest]
    if not fresh:
        return Seeded(0, 0, 0)
    tally = {"new": 0, "revised": 0, "offered": 0}
    with store.atomic():
        entry = store.journal.begin(at=now, person=None, via="seed", verb="import", summary="shipped facts")
        for each in fresh:
            outcome = _bring(store, each, entry, now, seen=(each.kind, each.key) in known)
            tally[outcome] += 1
        done = Seeded(**tally)
        store.journal.word(entry, f"shipped facts: {done.new} new, {done.revised} revised, {done.offered} left as the team has them")
    return done


def offers(store: Store) -> list[tuple[str, str]]:
    """Kind and key of the shipped things that differ from what the team made of them."""
    return [(row["kind"], row["key"]) for row in store.db.rows("SELECT kind, key FROM seeds WHERE offered = 1 ORDER BY 1, 2")]


def _bring(store: Store, shipped: _Shipped, entry: int, now: datetime, *, seen: bool) -> str:
    things = store.shelf(shipped.kind)
    number = things.locate(shipped.rows[-1].record)
    ours = not seen and number is None
    untouched = number is not None and seen and not _touched(store, things, number)
    mark = {"kind": shipped.kind, "key": shipped.key, "digest": shipped.digest, "offered": int(not (ours or untouched))}
    store.db.write(
        "INSERT INTO seeds (kind, key, digest, offered) VALUES (:kind, :key, :digest, :offered) "
        "ON CONFLICT (kind, key) DO UPDATE SET digest = :digest, offered = :offered",
        mark,
    )
    if not (ours or untouched):
        return "offered"
    for row in shipped.rows:
        put(things, row, entry=entry, now=now)
    return "new" if ours else "revised"


def _touched(store: Store, things: Things[Any], number: int) -> bool:
    """Whether anyone but us wrote a state of it, or took one of ours back."""
    sql = f"""SELECT 1 FROM {things.name}_states s JOIN entries e ON e.id = s.entry
              WHERE s.thing = ? AND (e.via <> 'seed' OR s.undone = 1) LIMIT 1"""  # noqa: S608 - our own names
    return store.db.value(sql, (number,)) is not None


def _shipped() -> Iterator[_Shipped]:
    for kind in KINDS:
        groups: dict[str, list[Written]] = {}
        for row in _rows(kind):
            groups.setdefault(_key(kind, row), []).append(check(kind, row))
        for key, rows in groups.items():
            yield _Shipped(kind, key, tuple(rows))


def _rows(kind: str) -> Iterator[dict[str, str]]:
    text = files("storage").joinpath("facts", f"{kind}.csv").read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())


_KEYS = {
    "figures": ("indicator", "product", "partner", "period", "unit", "source_title", "source_url"),
    "statements": ("topic", "said_by", "statement", "source_title", "source_url"),
}


def _key(kind: str, row: dict[str, str]) -> str:
    names = _KEYS.get(kind) or (("id",) if row.get("id") else ("name" if kind == "plants" else "title",))
    return json.dumps([row[name] for name in names], ensure_ascii=False)
