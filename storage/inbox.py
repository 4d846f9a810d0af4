"""What came in: every update, written before Telegram is told that we have it, kept until it is done.

Does not read updates: a body is text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.correspondence import Arrival
from storage.database import Database, time_of, time_text

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from datetime import datetime

WAITING, ANSWERING, DONE, FAILED, STRANGE = "waiting", "answering", "done", "failed", "strange"


class Inbox:
    def __init__(self, db: Database) -> None:
        self._db = db

    def keep(
        self, line: str, updates: Iterable[tuple[int, str]], now: datetime, *, strange: frozenset[int] = frozenset()
    ) -> set[int]:
        """Write updates (id and body), all or none; the ids that are new. `strange` ones cannot be read, nor run."""
        new: set[int] = set()
        with self._db.atomic():
            for number, body in updates:
                state = STRANGE if number in strange else WAITING
                values = (line, number, body, state, time_text(now))
                sql = """INSERT INTO inbox (line, update_id, body, state, received) VALUES (?, ?, ?, ?, ?)
                         ON CONFLICT DO NOTHING"""
                if self._db.write(sql, values):
                    new.add(number)
        return new

    def get(self, line: str, update_id: int) -> Arrival | None:
        row = self._db.row("SELECT * FROM inbox WHERE line = ? AND update_id = ?", (line, update_id))
        return _arrival(row) if row else None

    def undone(self, line: str) -> list[Arrival]:
        """What still waits to be run, in order."""
        sql = "SELECT * FROM inbox WHERE line = ? AND state IN ('waiting', 'answering') ORDER BY update_id"
        return [_arrival(row) for row in self._db.rows(sql, (line,))]

    def last(self, line: str) -> int:
        """The highest id that this line ever brought; 0 for none."""
        return int(self._db.value("SELECT max(update_id) FROM inbox WHERE line = ?", (line,)) or 0)

    def answering(self, line: str, update_id: int) -> None:
        """An answer is about to be sent: if we die now, it may have been heard. Survives a power cut, so that a repeat says so."""
        self._db.write(_SET, (ANSWERING, line, update_id))

    def done(self, line: str, update_id: int) -> None:
        """Call it in the transaction of the update's effect."""
        self._set(line, update_id, DONE)

    def failed(self, line: str, update_id: int) -> None:
        """It could not be carried out, and will not be tried again."""
        self._set(line, update_id, FAILED)

    def forget(self, line: str, update_id: int) -> None:
        """It is done, and what it said is not kept: it was a stranger's, or was not meant for us."""
        sql = "UPDATE inbox SET state = ?, body = '{}' WHERE line = ? AND update_id = ?"
        self._db.write_lightly(sql, (DONE, line, update_id))

    def _set(self, line: str, update_id: int, state: str) -> None:
        self._db.write_lightly(
            _SET, (state, line, update_id)
        )  # lost in a power cut, it is answered again and marked so

    def prune(self, before: datetime) -> int:
        """Forget what came before then and is done; how many. The newest of each line stays: ids go on from it."""
        return self._db.write(
            """DELETE FROM inbox WHERE received < ? AND state NOT IN ('waiting', 'answering')
               AND update_id < (SELECT max(newer.update_id) FROM inbox newer WHERE newer.line = inbox.line)""",
            (time_text(before),),
        )


_SET = "UPDATE inbox SET state = ? WHERE line = ? AND update_id = ? AND state IN ('waiting', 'answering')"


def _arrival(row: sqlite3.Row) -> Arrival:
    return Arrival(row["line"], row["update_id"], row["body"], row["state"], time_of(row["received"]))
