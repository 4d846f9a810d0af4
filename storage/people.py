"""People: what each may do, who asked for access, and the codes that open a door once."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from storage.correspondence import Person, Place, Role
from storage.database import Database, maybe_time, time_text
from storage.things import NotFound

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime


class People:
    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, number: int) -> Person:
        """Raises NotFound."""
        row = self._db.row("SELECT * FROM people WHERE id = ?", (number,))
        if row is None:
            raise NotFound(f"there is no person {number}")
        return _person(row)

    def at(self, place: Place, telegram_id: int) -> Person | None:
        row = self._db.row("SELECT * FROM people WHERE place = ? AND telegram_id = ?", (place, telegram_id))
        return _person(row) if row else None

    def all(self) -> list[Person]:
        """Admins first, then members, then those without a role."""
        sql = """SELECT * FROM people ORDER BY CASE role WHEN 'admin' THEN 0 WHEN 'member' THEN 1 ELSE 2 END, id"""
        return [_person(row) for row in self._db.rows(sql)]

    def admins(self, place: Place) -> list[Person]:
        return [
            _person(row)
            for row in self._db.rows("SELECT * FROM people WHERE role = 'admin' AND place = ? ORDER BY id", (place,))
        ]

    def meet(self, place: Place, telegram_id: int, *, name: str, username: str, now: datetime) -> Person:
        """The person, added without a role when new; the name is kept up."""
        known = self.at(place, telegram_id)
        if known and (known.name, known.username) == (name, username):
            return known
        self._db.write(
            """INSERT INTO people (place, telegram_id, name, username, role, since) VALUES (?, ?, ?, ?, 'none', ?)
               ON CONFLICT (place, telegram_id) DO UPDATE SET name = excluded.name, username = excluded.username""",
            (place, telegram_id, name, username, time_text(now)),
        )
        found = self.at(place, telegram_id)
        assert found is not None  # noqa: S101 - it was written just now
        return found

    def ask(self, number: int, now: datetime) -> bool:
        """Keep a request for access; False when one is waiting already."""
        return (
            self._db.write("UPDATE people SET asked = ? WHERE id = ? AND asked IS NULL", (time_text(now), number)) > 0
        )

    # ---- codes that work once

    def new_pass(self, code: str, role: Role, expires: datetime, made_by: int | None = None) -> int:
        """Keep a code by its hash; its number."""
        return self._db.insert(
            "passes", {"digest": _digest(code), "role": role, "expires": time_text(expires), "made_by": made_by}
        )

    def use_pass(self, code: str, person: int, now: datetime) -> tuple[int, Role] | None:
        """Spend a code: its number and the role that it gives; None when it is unknown, spent or too old."""
        row = self._db.row("SELECT * FROM passes WHERE digest = ?", (_digest(code),))
        if row is None:
            return None
        sql = "UPDATE passes SET used_by = ?, used = ? WHERE id = ? AND used IS NULL AND expires > ?"
        if not self._db.write(sql, (person, time_text(now), row["id"], time_text(now))):
            return None
        return int(row["id"]), Role(row["role"])

    def void_claims(self) -> None:
        """Claim codes (made by nobody) end when the store has an admin, and when a newer one is made."""
        self._db.write("DELETE FROM passes WHERE made_by IS NULL AND used IS NULL")

    def maker(self, number: int) -> int | None:
        """Who made a code."""
        found = self._db.value("SELECT made_by FROM passes WHERE id = ?", (number,))
        return None if found is None else int(found)


def _digest(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()


def _person(row: sqlite3.Row) -> Person:
    return Person(
        number=row["id"],
        place=Place(row["place"]),
        telegram_id=row["telegram_id"],
        name=row["name"],
        username=row["username"],
        role=Role(row["role"]),
        asked=maybe_time(row["asked"]),
    )
