"""Things with a history: the ground that figures, milestones, plants, controls and statements stand on.

A thing has states, each a whole picture of it. Nothing changes a state; a newer one is put beside it, and what is taken back is
marked. After each write the thing *settles*: its states that still count are read in the order of `as_of`, each is compared with
the one before it (slip, advance, correction, status), and the last is live.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from storage.database import Database, day_text, maybe_day, time_of, time_text
from storage.periods import Period
from storage.records import Change, Source, State

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

T = TypeVar("T")


class NotFound(LookupError):
    """The record has no such thing."""


@dataclass(frozen=True, slots=True)
class Put:
    """What a write did: to which thing, and whether it was new, changed it, or said what was known already."""

    number: int
    outcome: str    # new, changed, same


def fold(text: str) -> str:
    """Text as it is compared: case and spacing do not count."""
    return " ".join(text.casefold().split())


def period_text(period: Period | None) -> str:
    return period.text if period else ""


def maybe_period(text: str) -> Period | None:
    return Period.parse(text) if text else None


def source_number(db: Database, source: Source) -> int:
    """The number of a source, which is added when it is new."""
    key = (source.title, source.url, day_text(source.published) or "")
    found = db.value("SELECT id FROM sources WHERE title = ? AND url = ? AND published = ?", key)
    if found is not None:
        return int(found)
    return db.insert("sources", dict(zip(("title", "url", "published"), key, strict=True)))


class Things(ABC, Generic[T]):
    """A shelf of one kind of thing. `name` gives its tables: NAMEs and NAME_states."""

    name: str
    columns: tuple[str, ...]    # of a state, its own ones
    dated: str = ""             # the column whose move is a slip or an advance, if any

    def __init__(self, db: Database) -> None:
        self._db = db
        own = ", ".join(f"s.{column}" for column in self.columns)
        self._select = (
            f"SELECT s.id AS version, s.thing, s.as_of, s.entry, s.edited, s.change, s.reason, s.note, s.undone, {own}, "  # noqa: S608
            f"o.title AS source_title, o.url AS source_url, o.published AS source_published, t.* "
            f"FROM {self.name}_states s JOIN {self.name}s t ON t.id = s.thing JOIN sources o ON o.id = s.source"
        )

    @abstractmethod
    def encode(self, record: T) -> dict[str, Any]:
        """The state's own columns."""

    @abstractmethod
    def decode(self, row: sqlite3.Row) -> T: ...

    @abstractmethod
    def locate(self, record: T) -> int | None:
        """The number of the thing that this record is a state of, if the record has it."""

    @abstractmethod
    def create(self, record: T) -> int:
        """Make the thing itself; its number."""

    # ---- reading

    def get(self, number: int) -> T:
        """The live state; raises NotFound."""
        found = self.find("s.thing = ? AND s.live = 1", (number,))
        if not found:
            raise NotFound(f"there is no {self.name} #{number}")
        return found[0]

    def all(self) -> list[T]:
        """Every live state, by number."""
        return self.find("s.live = 1", order="s.thing")

    def count(self) -> int:
        return int(self._db.value(f"SELECT count(*) FROM {self.name}_states WHERE live = 1"))  # noqa: S608

    def history(self, number: int) -> list[T]:
        """Every state that still counts, oldest first."""
        return self.find("s.thing = ? AND s.undone = 0", (number,), order="s.as_of, s.id")

    def histories(self) -> list[T]:
        """Every state that still counts of every thing, by thing and then oldest first."""
        return self.find("s.undone = 0", order="s.thing, s.as_of, s.id")

    def find(self, where: str, parameters: Sequence[Any] = (), order: str = "s.id", limit: int = -1) -> list[T]:
        sql = f"{self._select} WHERE {where} ORDER BY {order} LIMIT {limit}"
        return [self.decode(row) for row in self._db.rows(sql, parameters)]

    def version(self, number: int) -> int:
        """The id of the live state: what a button carries, so that a stale one is known. 0 when there is none."""
        sql = f"SELECT id FROM {self.name}_states WHERE thing = ? AND live = 1"  # noqa: S608
        return int(self._db.value(sql, (number,)) or 0)

    # ---- writing

    def put(  # noqa: PLR0913 - each is part of what was written, and named at every call
        self,
        record: T,
        *,
        entry: int,
        as_of: datetime,
        number: int | None = None,
        correction: bool = False,
        reason: str = "",
        dated: bool = False,
    ) -> Put:
        """Write a state. What the record already says is not written again.

        `dated`: the file gave `as_of`, so the row has its own place in the history; without it, a row that says what is live
        now says nothing new. Call inside `atomic()`.
        """
        known = self.locate(record) if number is None else number
        values = self.encode(record) | {"reason": reason, "edited": int(correction)}
        source = self.source_of(record)
        values |= {"source": source_number(self._db, source), "note": self.note_of(record)}
        if known is not None and self._says_already(known, values, as_of if dated else None):
            return Put(known, "same")
        thing = self.create(record) if known is None else known
        self._db.insert(f"{self.name}_states", values | {"thing": thing, "entry": entry, "as_of": time_text(as_of)})
        self.settle(thing)
        return Put(thing, "new" if known is None else "changed")

    def source_of(self, record: T) -> Source:
        source: Source = record.source  # type: ignore[attr-defined]
        return source

    def note_of(self, record: T) -> str:
        note: str = record.note  # type: ignore[attr-defined]
        return note

    def _says_already(self, thing: int, values: dict[str, Any], as_of: datetime | None) -> bool:
        names = [*self.encode_names(), "source", "note"]
        same = " AND ".join(f"{name} IS :{name}" for name in names)
        when = "live = 1" if as_of is None else "undone = 0 AND as_of = :as_of AND edited = :edited"
        sql = f"SELECT 1 FROM {self.name}_states WHERE thing = :thing AND {when} AND {same}"  # noqa: S608
        asked = {name: values[name] for name in [*names, "edited"]} | {"thing": thing}
        return self._db.value(sql, asked | ({"as_of": time_text(as_of)} if as_of else {})) is not None

    def encode_names(self) -> Iterable[str]:
        """The columns that a record fills, without those that settling works out."""
        return [column for column in self.columns if column not in ("baseline", "slips")]

    def undo(self, entry: int, *, undone: bool) -> list[int]:
        """Take back (or bring back) all states that an entry wrote; the numbers of the things that it touched."""
        rows = self._db.rows(f"SELECT DISTINCT thing FROM {self.name}_states WHERE entry = ?", (entry,))  # noqa: S608
        touched = [int(row[0]) for row in rows]
        self._db.write(f"UPDATE {self.name}_states SET undone = ? WHERE entry = ?", (int(undone), entry))  # noqa: S608
        for thing in touched:
            self.settle(thing)
        return touched

    def later_entries(self, entry: int) -> list[int]:
        """Entries after this one that wrote states, still counting, of the same things."""
        sql = f"""
            SELECT DISTINCT entry FROM {self.name}_states
            WHERE undone = 0 AND entry > ? AND thing IN (SELECT thing FROM {self.name}_states WHERE entry = ?)
            ORDER BY entry DESC"""  # noqa: S608
        return [int(row[0]) for row in self._db.rows(sql, (entry, entry))]

    def settle(self, thing: int) -> None:
        """Work out what each state was to the one before it, and which is live."""
        order = "s.as_of, s.id"
        rows = self._db.rows(f"{self._select} WHERE s.thing = ? AND s.undone = 0 ORDER BY {order}", (thing,))
        self._db.write(f"UPDATE {self.name}_states SET live = 0 WHERE thing = ?", (thing,))  # noqa: S608
        before: sqlite3.Row | None = None
        for row in rows:
            change = self._change(before, row)
            if change != row["change"]:
                self._db.write(f"UPDATE {self.name}_states SET change = ? WHERE id = ?", (change, row["version"]))  # noqa: S608
            before = row
        if before is not None:
            self._db.write(f"UPDATE {self.name}_states SET live = 1 WHERE id = ?", (before["version"],))  # noqa: S608
            self.settled(thing)

    def settled(self, thing: int) -> None:
        """What follows from the history as a whole; does nothing unless a kind has such a thing."""

    def _change(self, before: sqlite3.Row | None, row: sqlite3.Row) -> Change:
        if before is None:
            return Change.FIRST
        if row["edited"]:
            return Change.CORRECTION
        old, new = (maybe_period(r[self.dated]) if self.dated else None for r in (before, row))
        if old is not None and new is not None and old.end != new.end:
            return Change.SLIP if new.end > old.end else Change.ADVANCE
        return Change.STATUS if self.status_of(before) != self.status_of(row) else Change.FIRST

    def status_of(self, row: sqlite3.Row) -> str:
        return str(row["status"])


def state_of(row: sqlite3.Row) -> State:
    return State(
        number=row["thing"],
        version=row["version"],
        as_of=time_of(row["as_of"]),
        entry=row["entry"],
        change=Change(row["change"]),
        reason=row["reason"],
    )


def source_of(row: sqlite3.Row) -> Source:
    return Source(row["source_title"], row["source_url"], maybe_day(row["source_published"]))


def instant(day: date) -> datetime:
    """A day as the instant that orders it."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
