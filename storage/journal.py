"""The journal: who did what, when; and how it is taken back.

Two ways of writing are kept: the record's states (see things.py), which are marked undone, and rows of other tables - people,
follows, watches, settings - of which the journal keeps the picture before and after.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from storage.database import Database, time_of, time_text
from storage.records import Entry
from storage.things import NotFound

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from storage.things import Things


class CannotUndo(Exception):
    """It cannot be taken back as things stand; the message says why, `standing` names the entries that stand on it."""

    def __init__(self, why: str, standing: Sequence[Entry] = ()) -> None:
        super().__init__(why)
        self.standing = tuple(standing)


class Journal:
    def __init__(self, db: Database, things: Sequence[Things[Any]]) -> None:
        self._db = db
        self._things = tuple(things)

    def begin(self, *, at: datetime, person: int | None, via: str, verb: str, summary: str, undoes: int | None = None) -> int:
        """Open an entry, to which the writes of one act belong; its number. Call inside `atomic()`."""
        values = {"at": time_text(at), "person": person, "via": via, "verb": verb, "summary": summary, "undoes": undoes}
        return self._db.insert("entries", values)

    def word(self, entry: int, summary: str) -> None:
        """Say in the end what an entry was."""
        self._db.write("UPDATE entries SET summary = ? WHERE id = ?", (summary, entry))

    @property
    def version(self) -> int:
        """Rises with every write to the record; for those who keep an index of it."""
        return int(self._db.value("SELECT max(id) FROM entries") or 0)

    # ---- rows of other tables

    def insert(self, entry: int, table: str, values: Mapping[str, Any]) -> int:
        row = self._db.insert(table, values)
        self._keep(entry, table, row, None, self._picture(table, row))
        return row

    def update(self, entry: int, table: str, row: int, values: Mapping[str, Any]) -> None:
        """Change a row by its id, keeping how it was."""
        before = self._picture(table, row)
        sets = ", ".join(f"{name} = :{name}" for name in values)
        self._db.write(f"UPDATE {table} SET {sets} WHERE id = :id_", {**values, "id_": row})  # noqa: S608 - our own names
        self._keep(entry, table, row, before, self._picture(table, row))

    def delete(self, entry: int, table: str, row: int) -> None:
        before = self._picture(table, row)
        self._db.write(f"DELETE FROM {table} WHERE id = ?", (row,))  # noqa: S608
        self._keep(entry, table, row, before, None)

    def _picture(self, table: str, row: int) -> str | None:
        found = self._db.row(f"SELECT * FROM {table} WHERE id = ?", (row,))  # noqa: S608
        return json.dumps(dict(found), ensure_ascii=False) if found else None

    def _keep(self, entry: int, table: str, row: int, before: str | None, after: str | None) -> None:
        if before != after:
            self._db.insert("changes", {"entry": entry, "place": table, "row": row, "before": before, "after": after})

    # ---- reading

    def get(self, number: int) -> Entry:
        found = self._db.row("SELECT * FROM entries WHERE id = ?", (number,))
        if found is None:
            raise NotFound(f"there is no entry #{number} in the journal")
        return _entry(found)

    def last_of(self, person: int) -> Entry | None:
        """The person's newest act that still stands and can be taken back."""
        sql = "SELECT * FROM entries WHERE person = ? AND undone_by IS NULL AND undoes IS NULL ORDER BY id DESC LIMIT 1"
        found = self._db.row(sql, (person,))
        return _entry(found) if found else None

    def recent(
        self, limit: int = 20, *, person: int | None = None, verb: str | None = None, before: int | None = None, since: datetime | None = None
    ) -> list[Entry]:
        """Acts, newest first."""
        chosen = {"person = ?": person, "verb = ?": verb, "id < ?": before, "at >= ?": time_text(since) if since else None}
        given = {term: value for term, value in chosen.items() if value is not None}
        where = " AND ".join(given) or "1"
        sql = f"SELECT * FROM entries WHERE {where} ORDER BY id DESC LIMIT ?"  # noqa: S608
        return [_entry(row) for row in self._db.rows(sql, [*given.values(), limit])]

    def standing_on(self, entry: int) -> list[Entry]:
        """Later acts, newest first, that changed what this one wrote: they go with it when it is taken back."""
        numbers = {number for things in self._things for number in things.later_entries(entry)}
        rows = self._db.rows(
            """SELECT DISTINCT later.entry FROM changes mine JOIN changes later
               ON later.place = mine.place AND later.row = mine.row AND later.entry > mine.entry
               JOIN entries e ON e.id = later.entry WHERE mine.entry = ? AND e.undone_by IS NULL AND e.undoes IS NULL""",
            (entry,),
        )
        numbers |= {int(row[0]) for row in rows}
        return [self.get(number) for number in sorted(numbers, reverse=True)]

    # ---- taking back

    def undo(self, number: int, *, at: datetime, person: int | None, via: str, with_later: bool = False) -> int:
        """Take back an act (or, of an undo, bring back what it took); the number of the new entry. Call inside `atomic()`.

        Raises CannotUndo when it was taken back already, or when later acts stand on it and `with_later` is not given.
        """
        entry = self.get(number)
        if entry.undone_by is not None:
            raise CannotUndo(f"#{number} was taken back already")
        later = self.standing_on(number)
        if later and not with_later:
            raise CannotUndo(f"{len(later)} later changes stand on #{number}", later)
        mine = self.begin(at=at, person=person, via=via, verb="undo", summary=f"undo: {entry.summary}", undoes=number)
        for each in [*later, entry]:
            self._take_back(each, by=mine)
        return mine

    def _take_back(self, entry: Entry, *, by: int) -> None:
        self._db.write("UPDATE entries SET undone_by = ? WHERE id = ?", (by, entry.number))
        if entry.verb == "undo":  # bring back all that it took
            for row in self._db.rows("SELECT * FROM entries WHERE undone_by = ? AND id <> ?", (entry.number, entry.number)):
                self._db.write("UPDATE entries SET undone_by = NULL WHERE id = ?", (row["id"],))
                self._turn(int(row["id"]), undone=False)
        else:
            self._turn(entry.number, undone=True)

    def _turn(self, entry: int, *, undone: bool) -> None:
        for things in self._things:
            things.undo(entry, undone=undone)
        order = "DESC" if undone else "ASC"
        for row in self._db.rows(f"SELECT * FROM changes WHERE entry = ? ORDER BY id {order}", (entry,)):  # noqa: S608
            self._restore(row, row["before"] if undone else row["after"])

    def _restore(self, change: sqlite3.Row, picture: str | None) -> None:
        table, row = change["place"], change["row"]
        if picture is None:
            self._db.write(f"DELETE FROM {table} WHERE id = ?", (row,))  # noqa: S608
            return
        values = json.loads(picture)
        if self._db.value(f"SELECT 1 FROM {table} WHERE id = ?", (row,)) is None:  # noqa: S608
            self._db.insert(table, values)
            return
        sets = ", ".join(f"{name} = :{name}" for name in values if name != "id")
        self._db.write(f"UPDATE {table} SET {sets} WHERE id = :id", values)  # noqa: S608


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
