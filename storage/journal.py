"""The journal: who did what, when; and how it is taken back.

Two ways of writing are kept: the record's states (see things.py), which are marked undone, and rows of other tables -
people, follows, watches, settings - of which the journal keeps the picture before and after: of a row that came or went
the whole, of one that changed the columns that did, so that nothing else of it is touched when it is taken back.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeAlias

from storage.database import Database, time_of, time_text
from storage.records import Entry
from storage.things import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from storage.things import Things

Picture: TypeAlias = "dict[str, Any] | None"  # a row's columns; None: there is no such row

# Acts that changed the same columns of the same rows as one of them.
_SHARING = """
    SELECT other.entry FROM changes mine JOIN changes other ON other.place = mine.place AND other.row = mine.row
    WHERE mine.entry = ? AND EXISTS (
        SELECT 1 FROM json_each(coalesce(mine.after, mine.before)) each_mine
        JOIN json_each(coalesce(other.after, other.before)) each_other ON each_mine.key = each_other.key)"""
# From some acts down to those that wrote, through the undos between; and up to the undos that took them.
_DOWN = """
    WITH RECURSIVE down(id) AS (
        SELECT value FROM json_each(?) UNION SELECT taken.entry FROM taken JOIN down ON taken.act = down.id)
    SELECT id FROM down WHERE id NOT IN (SELECT act FROM taken)"""
_UP = """
    WITH RECURSIVE up(id) AS (
        SELECT value FROM json_each(?) UNION SELECT taken.act FROM taken JOIN up ON taken.entry = up.id)
    SELECT id FROM up"""
_LOOKED_THROUGH = 50  # acts that changed nothing, at most, before one that did


class CannotUndo(Exception):
    """It cannot be taken back as things stand; the message says why, `kind` in one word.

    taken (back already), standing (on it are later acts, which `standing` names), clash (with what
    has taken its place or hangs on it), gone (is what it changed).
    """

    def __init__(self, why: str, kind: str, standing: Sequence[Entry] = ()) -> None:
        super().__init__(why)
        self.kind = kind
        self.standing = tuple(standing)


class Journal:
    def __init__(self, db: Database, things: Sequence[Things[Any]]) -> None:
        self._db = db
        self._things = tuple(things)

    def begin(
        self, *, at: datetime, person: int | None, via: str, verb: str, summary: str, undoes: int | None = None
    ) -> int:
        """Open an entry, to which the writes of one act belong; its number. Call inside `atomic()`."""
        values = {"at": time_text(at), "person": person, "via": via, "verb": verb, "summary": summary, "undoes": undoes}
        return self._db.insert("entries", values)

    def word(self, entry: int, summary: str) -> None:
        """Say in the end what an entry was."""
        self._db.write("UPDATE entries SET summary = ? WHERE id = ?", (summary, entry))

    def forget(self, entry: int) -> None:
        """Close an entry to which nothing was written, as if it had not been opened."""
        self._db.write("DELETE FROM entries WHERE id = ?", (entry,))

    @property
    def version(self) -> int:
        """Changes with every write to the record; for those who keep an index of it."""
        return int(self._db.value("SELECT max(id) FROM entries") or 0)

    # ---- rows of other tables

    def insert(self, entry: int, table: str, values: Mapping[str, Any]) -> int:
        row = self._db.insert(table, values)
        self._keep(entry, table, row, None, self._pictures(table, {"id": row}).get(row))
        return row

    def update(self, entry: int, table: str, row: int, values: Mapping[str, Any]) -> None:
        """Change a row by its id, keeping how it was."""
        sets = ", ".join(f"{name} = :{name}" for name in values)
        with self.kept(entry, table, id=row):
            self._db.write(f"UPDATE {table} SET {sets} WHERE id = :id_", {**values, "id_": row})  # noqa: S608 - our own names

    @contextmanager
    def kept(self, entry: int, table: str, **where: object) -> Iterator[None]:
        """Whatever the block does to the rows of a table for which `where` holds belongs to the entry."""
        before = self._pictures(table, where)
        yield
        after = self._pictures(table, where)
        for row in sorted(before.keys() | after.keys()):
            self._keep(entry, table, row, before.get(row), after.get(row))

    def _pictures(self, table: str, where: Mapping[str, object]) -> dict[int, dict[str, Any]]:
        terms = " AND ".join(f"{name} = :{name}" for name in where)
        return {row["id"]: dict(row) for row in self._db.rows(f"SELECT * FROM {table} WHERE {terms}", where)}  # noqa: S608 - our own names

    def _keep(self, entry: int, table: str, row: int, before: Picture, after: Picture) -> None:
        if before == after:
            return
        if before and after:
            moved = [name for name in after if before[name] != after[name]]
            before, after = {name: before[name] for name in moved}, {name: after[name] for name in moved}
        values = {"entry": entry, "place": table, "row": row, "before": _text(before), "after": _text(after)}
        self._db.insert("changes", values)

    # ---- reading

    def get(self, number: int) -> Entry:
        found = self._db.row("SELECT * FROM entries WHERE id = ?", (number,))
        if found is None:
            raise NotFound(f"there is no entry #{number} in the journal")
        return _entry(found)

    def last_of(self, person: int) -> Entry | None:
        """The person's newest act that still stands and changed something."""
        sql = "SELECT * FROM entries WHERE person = ? AND undone_by IS NULL AND undoes IS NULL ORDER BY id DESC LIMIT ?"
        found = (_entry(row) for row in self._db.rows(sql, (person, _LOOKED_THROUGH)))
        return next((each for each in found if self.wrote(each.number)), None)

    def wrote(self, entry: int) -> bool:
        """Whether an act changed anything; a copy that was taken away did not."""
        written = [f"SELECT 1 FROM {things.name}_states WHERE entry = :entry" for things in self._things]  # noqa: S608
        written += ["SELECT 1 FROM changes WHERE entry = :entry", "SELECT 1 FROM taken WHERE act = :entry"]
        return self._db.value(f"{' UNION ALL '.join(written)} LIMIT 1", {"entry": entry}) is not None

    def size(self, entry: int) -> int:
        """How many states and rows an act wrote; an undo as many as what it took."""
        writers = self._closure(_DOWN, [entry])
        return sum(self._written(each) for each in writers)

    def _written(self, entry: int) -> int:
        shelves = [f"SELECT count(*) FROM {things.name}_states WHERE entry = :entry" for things in self._things]  # noqa: S608
        counts = [*shelves, "SELECT count(*) FROM changes WHERE entry = :entry"]
        return int(self._db.value(f"SELECT {' + '.join(f'({each})' for each in counts)}", {"entry": entry}))

    def brings_back(self, entry: Entry) -> bool:
        """Whether an act took another back, so that its own undo brings that one back; the undo of an undo did not."""
        return entry.undoes is not None and not self.brings_back(self.get(entry.undoes))

    def last_taking_of(self, person: int) -> Entry | None:
        """The newest act with which the person took something back that is still taken back."""
        sql = """SELECT * FROM entries WHERE person = ? AND undone_by IS NULL AND undoes IS NOT NULL ORDER BY id DESC LIMIT ?"""
        found = (_entry(row) for row in self._db.rows(sql, (person, _LOOKED_THROUGH)))
        return next((each for each in found if self.brings_back(each)), None)

    def recent(
        self,
        limit: int = 20,
        *,
        person: int | None = None,
        verb: str | None = None,
        place: str | None = None,
        before: int | None = None,
        since: datetime | None = None,
    ) -> list[Entry]:
        """Acts, newest first; of a person, of a verb, that wrote to a shelf or a table (`place`), before an entry, since a time."""
        chosen = {
            "person = ?": person,
            "verb = ?": verb,
            self._wrote_to(place): place,
            "id < ?": before,
            "at >= ?": time_text(since) if since else None,
        }
        given = {term: value for term, value in chosen.items() if value is not None}
        where = " AND ".join(given) or "1"
        sql = f"SELECT * FROM entries WHERE {where} ORDER BY id DESC LIMIT ?"  # noqa: S608
        return [_entry(row) for row in self._db.rows(sql, [*given.values(), limit])]

    def _wrote_to(self, place: str | None) -> str:
        """The term for acts that wrote there; its one parameter is the place."""
        shelf = next((things.name for things in self._things if f"{things.name}s" == place), None)
        if shelf is None:
            return "EXISTS (SELECT 1 FROM changes WHERE entry = entries.id AND place = ?)"
        return f"EXISTS (SELECT 1 FROM {shelf}_states WHERE entry = entries.id AND ? <> '')"  # noqa: S608 - our own names

    def verbs(self) -> list[str]:
        """All that was ever done, in one word each."""
        return [str(row[0]) for row in self._db.rows("SELECT DISTINCT verb FROM entries ORDER BY verb")]

    def standing_on(self, number: int) -> list[Entry]:
        """Later acts, newest first, that changed what this one wrote, or what those did: they go with it."""
        standing: set[int] = set()
        ahead = [number]
        while ahead:
            found = self._directly_on(ahead.pop()) - standing
            standing |= found
            ahead += found
        return [self.get(each) for each in sorted(standing, reverse=True)]

    def _directly_on(self, number: int) -> set[int]:
        """Later acts in force that wrote to the same things or rows.

        An undo writes where the acts that it took wrote. One whose acts there all came after this act cancels out.
        """
        others: set[int] = set()
        for writer in self._closure(_DOWN, [number]):
            others |= self._sharing(writer)
        reached = self._closure(_UP, others)
        return {each for each in reached if each > number and self._stands_on(each, number, reached)}

    def _stands_on(self, later: int, number: int, reached: set[int]) -> bool:
        act = self.get(later)
        if act.undone_by is not None:
            return False
        return act.undoes is None or any(taken < number and taken in reached for taken in self._taken(later))

    def _sharing(self, entry: int) -> set[int]:
        """All acts, this one too, that wrote states of the same things or changed the same columns of rows."""
        rows = self._db.rows(_SHARING, (entry,))
        return {int(row[0]) for row in rows}.union(*(things.sharing(entry) for things in self._things))

    def _closure(self, sql: str, start: Iterable[int]) -> set[int]:
        return {int(row[0]) for row in self._db.rows(sql, (json.dumps(list(start)),))}

    def _taken(self, act: int) -> list[int]:
        """The acts that an undo took, in the order they were done; none, of any other act."""
        return [int(row[0]) for row in self._db.rows("SELECT entry FROM taken WHERE act = ? ORDER BY entry", (act,))]

    # ---- taking back

    def undo(self, number: int, *, at: datetime, person: int | None, via: str, with_later: bool = False) -> int:
        """Take back an act (of an undo: bring back what it took); the number of the new entry. Call inside `atomic()`.

        Raises CannotUndo when it was taken back already, when later acts stand on it and `with_later` is not given, or
        when something else has taken the place of what it would bring back.
        """
        entry = self.get(number)
        if entry.undone_by is not None:
            raise CannotUndo(f"#{number} was taken back already", "taken")
        later = self.standing_on(number)
        if later and not with_later:
            raise CannotUndo(f"{len(later)} later changes stand on #{number}", "standing", later)
        mine = self.begin(at=at, person=person, via=via, verb="undo", summary=entry.summary, undoes=number)
        try:
            for each in [*later, entry]:
                self._db.write("INSERT INTO taken (act, entry) VALUES (?, ?)", (mine, each.number))
                self._turn(each.number, by=mine)
        except sqlite3.IntegrityError as clash:
            raise CannotUndo(
                f"#{number} cannot be taken back: other rows hang on it, or have taken its place", "clash"
            ) from clash
        return mine

    def _turn(self, entry: int, *, by: int | None) -> None:
        """Take an act back in the name of an undo, or bring it back. Of an undo this turns what it took, the other way.

        `by` is None to bring it back.
        """
        self._db.write("UPDATE entries SET undone_by = ? WHERE id = ?", (by, entry))
        taken = self._taken(entry)
        if taken:
            for each in taken if by else reversed(taken):
                self._turn(each, by=None if by else entry)
            return
        for things in self._things:
            things.undo(entry, undone=by is not None)
        order = "DESC" if by else "ASC"
        for row in self._db.rows(f"SELECT * FROM changes WHERE entry = ? ORDER BY id {order}", (entry,)):  # noqa: S608
            self._restore(row, back=by is not None)

    def _restore(self, change: sqlite3.Row, *, back: bool) -> None:
        """Put a row as it was before a change, or as it was after it. Raises CannotUndo when it is gone meanwhile."""
        table, row = change["place"], change["row"]
        other, wanted = (change["after"], change["before"]) if back else (change["before"], change["after"])
        if wanted is None:
            self._db.write(f"DELETE FROM {table} WHERE id = ?", (row,))  # noqa: S608
            return
        values = json.loads(wanted)
        if other is None:
            self._db.insert(table, values)
            return
        sets = ", ".join(f"{name} = :{name}" for name in values)
        if not self._db.write(f"UPDATE {table} SET {sets} WHERE id = :id_", {**values, "id_": row}):  # noqa: S608
            raise CannotUndo(f"#{change['entry']} cannot be taken back: what it changed is gone", "gone")


def _text(picture: Picture) -> str | None:
    return None if picture is None else json.dumps(picture, ensure_ascii=False)


def _entry(row: sqlite3.Row) -> Entry:
    return Entry(
        number=row["id"],
        at=time_of(row["at"]),
        person=row["person"],
        via=row["via"],
        verb=row["verb"],
        summary=row["summary"],
        undone_by=row["undone_by"],
        undoes=row["undoes"],
    )
