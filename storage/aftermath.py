"""After a restore: nobody is told twice, or late, without an admin's word. Decides nothing; counts and holds.

An older file believes that messages are unsent which were sent long ago. They are `held` until an admin says send or
drop; watches tell nothing on their next visit; digests begin anew; what people wrote then is not answered now.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.database import time_of, time_text

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    from storage.database import Database
    from storage.watches import Watches

_UNDELIVERED = "('pending', 'sending', 'retry', 'unknown')"


@dataclass(frozen=True, slots=True)
class Restore:
    """One restore. `held`: how many messages wait for an admin's word now."""

    number: int
    at: datetime
    held: int
    settled: bool  # every watch has been visited since


class Aftermath:
    def __init__(self, db: Database, watches: Watches) -> None:
        self._db = db
        self._watches = watches

    def begin(self, now: datetime) -> int:
        """Make a restored store quiet; the restore's number. Once, right after it, before any bot holds the store."""
        at = time_text(now)
        with self._db.atomic():
            self._watches.hush()
            self._db.write("UPDATE inbox SET state = 'done' WHERE state IN ('waiting', 'answering')")
            self._db.write("UPDATE schedules SET since = ?, told_until = ?", (at, at))
            number = self._db.insert("restores", {"at": at})
            self.hold()
        return number

    def hold(self) -> int:
        """Hold every message that is not delivered; how many. A story that changed meanwhile edits no old message."""
        self._db.write("UPDATE outbox SET shown = wanted WHERE state = 'sent' AND wanted > shown")
        return self._db.write(f"UPDATE outbox SET state = 'held', reason = 'restored' WHERE state IN {_UNDELIVERED}")  # noqa: S608

    def send(self, now: datetime) -> int:
        """Owe what was held again, marked as a possible repeat; how many. What is too late expires by itself."""
        at = time_text(now)
        sql = "UPDATE outbox SET state = 'pending', reason = '', repeated = 1, due = max(due, ?) WHERE state = 'held'"
        return self._db.write(sql, (at,))

    def drop(self, now: datetime) -> int:
        """Let go of what was held; how many."""
        return self._db.write(
            "UPDATE outbox SET state = 'dropped', settled = ? WHERE state = 'held'", (time_text(now),)
        )

    def open(self) -> tuple[Restore, ...]:
        """Those of which admins have not heard the count of stories yet, oldest first."""
        rows = self._db.rows("SELECT * FROM restores WHERE counted IS NULL ORDER BY id")
        return tuple(self._restore(row) for row in rows)

    def held(self) -> int:
        return int(self._db.value("SELECT count(*) FROM outbox WHERE state = 'held'"))

    def stories(self, restore: Restore) -> int:
        """Developments that were found since on visits which told nobody: they may have been told before."""
        sql = """SELECT count(DISTINCT coalesce(story, -id)) FROM items
                 WHERE relevant = 1 AND fate = 'quiet' AND found >= ?"""
        return int(self._db.value(sql, (time_text(restore.at),)))

    def close(self, restore: Restore, now: datetime) -> None:
        """Admins have heard. Call it in the transaction that promises it to them."""
        self._db.write("UPDATE restores SET counted = ? WHERE id = ?", (time_text(now), restore.number))

    def _restore(self, row: sqlite3.Row) -> Restore:
        waiting = """SELECT count(*) FROM visits JOIN watches ON watches.id = visits.watch
                     WHERE quiet = 1 AND removed IS NULL AND paused = 0 AND added < ?"""
        quiet = self._db.value(waiting, (row["at"],))
        return Restore(row["id"], time_of(row["at"]), self.held(), settled=not quiet)
