"""Things with a history: the ground that figures, milestones, plants, controls and statements stand on.

A thing has states, each a whole picture of it. Nothing changes a state; a newer one is put beside it, and what is
taken back is marked. After each write the thing *settles*: its states that still count are read in the order of
`as_of`, each is told from the one before it (slip, advance, correction, status), and the last is live. States of the
same `as_of` from different sources are a disagreement: the firmest, then the last written, is live; the others stand
beside it.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from unicodedata import normalize

from storage.database import Database, day_text, maybe_day, time_of, time_text
from storage.lives import Life, Told, live_through
from storage.periods import Period
from storage.records import Change, Confidence, Source, State

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Sequence

T = TypeVar("T")

# What no file can hold: control characters, and code points that are no characters.
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_MOMENT = timedelta(microseconds=1)


class NotFound(LookupError):
    """The record has no such thing."""


class Stale(Exception):
    """Somebody else wrote in between; `newer` are the states that the writer had not seen, oldest first."""

    def __init__(self, name: str, number: int, newer: Sequence[Any]) -> None:
        super().__init__(f"{name} #{number} was changed in between")
        self.newer = tuple(newer)


@dataclass(frozen=True, slots=True)
class Put:
    """What a write did: to which thing, and whether it was new, changed it, or said what was known already."""

    number: int
    outcome: str  # new, changed, same


def tidy(text: str) -> str:
    """Text on one line, as the record and its files hold it."""
    return " ".join(_UNPRINTABLE.sub("", text).split())


def fold(text: str) -> str:
    """Text as it is compared: case, spacing and ways of encoding do not count."""
    return " ".join(normalize("NFKC", text).casefold().split())


def period_text(period: Period | None) -> str:
    return period.text if period else ""


def maybe_period(text: str) -> Period | None:
    return Period.parse(text) if text else None


def source_key(source: Source) -> tuple[str, str, str]:
    """Title, address and day, as the table of sources holds them."""
    return tidy(source.title), tidy(source.url), day_text(source.published) or ""


def source_number(db: Database, source: Source) -> int:
    """The number of a source, which is added when it is new."""
    key = source_key(source)
    found = db.value("SELECT id FROM sources WHERE title = ? AND url = ? AND published = ?", key)
    if found is not None:
        return int(found)
    return db.insert("sources", dict(zip(("title", "url", "published"), key, strict=True)))


class Things(ABC, Generic[T]):
    """A shelf of one kind of thing. `name` gives its tables: NAMEs and NAME_states."""

    name: str
    columns: tuple[str, ...]  # of a state, its own ones
    dated: str = ""  # the column whose move is a slip or an advance, if any

    def __init__(self, db: Database) -> None:
        self._db = db
        own = ", ".join(f"s.{column}" for column in self.columns)
        self._select = (
            f"SELECT s.id AS version, s.thing, s.as_of, s.entry, s.edited, s.change, s.reason, s.note, s.live, {own}, "  # noqa: S608
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

    def sourced(self, urls: Collection[str]) -> list[T]:
        """Every live state that has one of these addresses for its source, by number."""
        marks = ", ".join("?" * len(urls))
        return self.find(f"s.live = 1 AND o.url IN ({marks})", tuple(urls), order="s.thing") if urls else []

    def beside(self, number: int) -> list[T]:
        """What other sources say of the same day, where they disagree with the live state."""
        return self.find("s.thing = ? AND s.live = 2", (number,))

    def present(self) -> list[T]:
        """Every live state and those that stand beside it, by thing and then in the order written."""
        return self.find("s.live > 0", order="s.thing, s.as_of, s.id")

    def count(self) -> int:
        return int(self._db.value(f"SELECT count(*) FROM {self.name}_states WHERE live = 1"))  # noqa: S608

    def history(self, number: int) -> list[T]:
        """Every state that still counts, oldest first."""
        return self.find("s.thing = ? AND s.undone = 0", (number,), order="s.as_of, s.id")

    def histories(self) -> list[T]:
        """Every state that still counts of every thing, by thing and then oldest first."""
        return self.find("s.undone = 0", order="s.thing, s.as_of, s.id")

    def since(self, number: int, version: int) -> list[T]:
        """The states that count and were written after that version, oldest first."""
        return self.find("s.thing = ? AND s.undone = 0 AND s.id > ?", (number, version))

    def find(self, where: str, parameters: Sequence[Any] = (), order: str = "s.id", limit: int = -1) -> list[T]:
        sql = f"{self._select} WHERE {where} ORDER BY {order} LIMIT {limit}"
        return [self.decode(row) for row in self._db.rows(sql, parameters)]

    def version(self, number: int) -> int:
        """The id of the live state: what a button carries, so that a stale one is known. 0 when there is none."""
        sql = f"SELECT id FROM {self.name}_states WHERE thing = ? AND live = 1"  # noqa: S608
        return int(self._db.value(sql, (number,)) or 0)

    # ---- writing

    def put(
        self,
        record: T,
        *,
        entry: int,
        as_of: datetime,
        number: int | None = None,
        correction: bool = False,
        reason: str = "",
        dated: bool = False,
        whole_day: bool = False,
        sourced: bool = True,
        fresh: bool = False,
        expected: int | None = None,
    ) -> Put:
        """Write a state. What the record already says is not written again. Call inside `atomic()`.

        `dated`: a file gave `as_of`, so the state has its own place in the history; with `whole_day` it is of that day,
        and of no instant. Without `dated` it comes after all that is recorded. `sourced` is False where the row brought
        no source of its own, so that only its words are compared. `fresh` makes a new thing, even of a known title.
        `expected` is the version that the writer saw: raises Stale when another one is live.
        """
        known = self.locate(record) if number is None and not fresh else number
        lives = known is not None and self.version(known)
        if known is not None and expected is not None and lives != expected:
            raise Stale(self.name, known, self.since(known, expected))
        source = source_number(self._db, self.source_of(record))
        values = self.values_of(record) | {"reason": tidy(reason), "source": source}
        if known is not None:
            first = self._place(known, entry, as_of, dated=dated, whole_day=whole_day)
            if self._says_already(known, values, entry, as_of if dated else None, first, sourced=sourced):
                return Put(known, "same")
            as_of = first
        thing = self.create(record) if known is None else known
        state = {"thing": thing, "entry": entry, "as_of": time_text(as_of), "edited": int(correction)}
        self._db.insert(f"{self.name}_states", values | state)
        self.settle(thing)
        return Put(thing, "changed" if lives else "new")

    def values_of(self, record: T) -> dict[str, Any]:
        """A state's own columns and its note, every text on one line."""
        values = self.encode(record) | {"note": self.note_of(record)}
        return {name: tidy(value) if isinstance(value, str) else value for name, value in values.items()}

    def source_of(self, record: T) -> Source:
        source: Source = record.source  # type: ignore[attr-defined]
        return source

    def note_of(self, record: T) -> str:
        note: str = record.note  # type: ignore[attr-defined]
        return note

    def _place(self, thing: int, entry: int, as_of: datetime, *, dated: bool, whole_day: bool) -> datetime:
        """Where in a history a state belongs.

        What has no date of its own comes after all that others recorded, even what a file dated ahead. What is of a day
        stands beside the last that is recorded of that day.
        """
        counted = f"SELECT max(as_of) FROM {self.name}_states WHERE thing = ? AND undone = 0"  # noqa: S608
        if not dated:
            last = self._db.value(f"{counted} AND entry <> ?", (thing, entry))
            return max(as_of, time_of(last) + _MOMENT) if last else as_of
        if whole_day:
            last = self._db.value(f"{counted} AND as_of BETWEEN ? AND ?", (thing, time_text(as_of), _end_of_day(as_of)))
            return time_of(last) if last else as_of
        return as_of

    def _says_already(
        self, thing: int, values: dict[str, Any], entry: int, day: datetime | None, place: datetime, *, sourced: bool
    ) -> bool:
        """Whether a state says nothing new: against what is live or, from `day` to its place, against that very day.

        Within one file a row is compared with the one before it alone, so that there and back again stays told.
        """
        names = [name for name in values if name != "reason" and (sourced or name != "source")]
        same = " AND ".join(f"{name} IS :{name}" for name in names)
        asked = {name: values[name] for name in [*names, "reason"]} | {"thing": thing, "entry": entry}
        if day is None:
            where = "live > 0"
        else:
            asked |= {"first": time_text(day), "last": time_text(place)}
            span = "thing = :thing AND undone = 0 AND as_of BETWEEN :first AND :last"
            mine = f"SELECT max(id) FROM {self.name}_states WHERE {span} AND entry = :entry"  # noqa: S608
            where = f"{span} AND :reason IN ('', reason) AND (entry <> :entry OR id = ({mine}))"
        sql = f"SELECT 1 FROM {self.name}_states WHERE thing = :thing AND {where} AND {same} LIMIT 1"  # noqa: S608
        return self._db.value(sql, asked) is not None

    def undo(self, entry: int, *, undone: bool) -> list[int]:
        """Take back (or bring back) all states that an entry wrote; the numbers of the things that it touched."""
        rows = self._db.rows(f"SELECT DISTINCT thing FROM {self.name}_states WHERE entry = ?", (entry,))  # noqa: S608
        touched = [int(row[0]) for row in rows]
        if touched:
            self._db.write(f"UPDATE {self.name}_states SET undone = ? WHERE entry = ?", (int(undone), entry))  # noqa: S608
            self.settle_all(touched)
        return touched

    def sharing(self, entry: int) -> set[int]:
        """All entries, this one too, that wrote states of the things that this entry did."""
        sql = f"""
            SELECT DISTINCT other.entry FROM {self.name}_states mine
            JOIN {self.name}_states other ON other.thing = mine.thing WHERE mine.entry = ?"""  # noqa: S608
        return {int(row[0]) for row in self._db.rows(sql, (entry,))}

    # ---- settling

    def settle_all(self, things: Iterable[int]) -> None:
        for thing in things:
            self.settle(thing)

    def settle(self, thing: int) -> None:
        """Work out what each state was to the one before it, and how each stands now."""
        rows = self._db.rows(f"{self._select} WHERE s.thing = ? AND s.undone = 0 ORDER BY s.as_of, s.id", (thing,))
        life = live_through([self.told(row) for row in rows])
        states = f"{self.name}_states"
        self._db.write(f"UPDATE {states} SET live = 0 WHERE thing = ? AND live > 0", (thing,))  # noqa: S608
        for row in rows:
            if life.changes[row["version"]] != row["change"]:
                changed = (life.changes[row["version"]], row["version"])
                self._db.write(f"UPDATE {states} SET change = ? WHERE id = ?", changed)  # noqa: S608
        for version in life.beside:
            self._db.write(f"UPDATE {states} SET live = 2 WHERE id = ?", (version,))  # noqa: S608
        if life.live:
            self._db.write(f"UPDATE {states} SET live = 1 WHERE id = ?", (life.live,))  # noqa: S608
            self.settled(life)

    def settled(self, life: Life) -> None:
        """Keep what follows from the whole life with its live state; nothing, unless a kind has such a thing."""

    def told(self, row: sqlite3.Row) -> Told:
        """A state as far as its life depends on it."""
        source = Source(row["source_title"])
        return Told(
            version=row["version"],
            as_of=row["as_of"],
            edited=bool(row["edited"]),
            origin=row["source_url"] or source.identity,
            rank=_FIRMNESS[row["confidence"]],
            date=maybe_period(row[self.dated]) if self.dated else None,
            status=self.status_of(row),
        )

    def status_of(self, row: sqlite3.Row) -> str:
        return str(row["status"])


_FIRMNESS = {str(confidence): rank for rank, confidence in enumerate(Confidence)}


def baseline_of(life: Life) -> Period | None:
    """The date that was first recorded; as long as it has not moved, a correction corrects it too."""
    baseline = None
    for step in life.steps:
        if step.change in (Change.SLIP, Change.ADVANCE):
            break
        if step.date and (baseline is None or step.change is Change.CORRECTION):
            baseline = step.date
    return baseline


def _end_of_day(midnight: datetime) -> str:
    return time_text(midnight + timedelta(days=1) - _MOMENT)


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
