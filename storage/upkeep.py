"""What is forgotten, by which rules, and the counts of a week. Never touches the record, its history or the journal.

what                                            forgotten after    because
updates that are done, failed or strange        30 days            they hold what people wrote
contexts of talk and abandoned entries          30 days            nobody follows them up
messages that were told, given up or dropped    180 days           their keys are no longer promised
news that concerned nobody                      180 days           it is of no use to any answer
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from storage.database import DamagedStore, maybe_time, time_text
from storage.schema import MIGRATIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from storage.database import Database
    from storage.inbox import Inbox
    from storage.talk import Talk

TALK_KEPT = timedelta(days=30)
TOLD_KEPT = timedelta(days=180)
CHATTER_KEPT = timedelta(days=180)
BATCH = 500  # rows a transaction: a longer one would make the chat wait

# What chats of Telegram that may be written to are owed, in the words of the partial indexes. A terminal hears later.
_OPEN = """FROM outbox JOIN chats ON chats.id = outbox.chat AND chats.place = 'telegram' AND chats.state = 'active'
           WHERE outbox.state IN ('pending', 'retry', 'unknown')"""
_WATCHED = "SELECT count(*) FROM watches WHERE removed IS NULL"
_FAILING = "id IN (SELECT watch FROM visits WHERE failures > 0)"


@dataclass(frozen=True, slots=True)
class Pruned:
    """How many rows were forgotten."""

    updates: int
    told: int
    chatter: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How the store stands, and what happened since a time."""

    watches: int
    failing: int
    items: int  # found since
    told: int  # messages that Telegram took since
    unknown: int  # that may or may not have arrived, now
    dead: int  # given up since


@dataclass(frozen=True, slots=True)
class Pulse:
    """What may be asked every few seconds: read from indexes alone, however large the store."""

    deliveries: dict[str, int]  # of the outbox, by state; what was told is not counted
    oldest_debt: datetime | None  # since when the oldest message that is due has been owed
    alive: int  # watches
    failing: int
    items: int  # ever found
    chats: int  # that may be written to


class Upkeep:
    def __init__(self, db: Database, inbox: Inbox, talk: Talk) -> None:
        self._db = db
        self._inbox = inbox
        self._talk = talk

    def prune(self, now: datetime) -> Pruned:
        """Forget what the rules above say. In batches: it may run beside a live bot, on a connection of its own."""
        self._talk.prune(now - TALK_KEPT)
        return Pruned(
            updates=self._inbox.prune(now - TALK_KEPT),
            told=self._batches(lambda after: self._forget_told(after, now - TOLD_KEPT)),
            chatter=self._batches(lambda after: self._forget_chatter(after, now - CHATTER_KEPT)),
        )

    def _batches(self, forget: Callable[[int], list[int]]) -> int:
        """Call `forget` with the highest id that it returned, until it returns none; how many there were."""
        count, last = 0, 0
        while True:
            with self._db.atomic():
                gone = forget(last)
            if not gone:
                return count
            count, last = count + len(gone), gone[-1]

    def _forget_told(self, after: int, before: datetime) -> list[int]:
        """What is still owed stays, however old."""
        sql = """SELECT id FROM outbox WHERE id > ? AND created < ? AND coalesce(settled, created) < ?
                 AND state IN ('sent', 'dead', 'dropped') ORDER BY id LIMIT ?"""
        ids = self._ids(sql, (after, time_text(before), time_text(before), BATCH))
        self._delete("outbox", "id", ids)
        return ids

    def _forget_chatter(self, after: int, before: datetime) -> list[int]:
        sql = """SELECT id FROM items WHERE id > ? AND found < ? AND relevant = 0 AND story IS NULL
                 ORDER BY id LIMIT ?"""
        ids = self._ids(sql, (after, time_text(before), BATCH))
        self._delete("item_keys", "item", ids)
        self._delete("items", "id", ids)
        return ids

    def _ids(self, sql: str, parameters: tuple[object, ...]) -> list[int]:
        return [int(row[0]) for row in self._db.rows(sql, parameters)]

    def _delete(self, table: str, column: str, ids: list[int]) -> None:
        marks = ", ".join("?" * len(ids))
        self._db.write(f"DELETE FROM {table} WHERE {column} IN ({marks})", ids)  # noqa: S608 - our own names

    def check(self) -> None:
        """Raises DamagedStore when the file is not whole. Reads all of it: call it on a reader, in a thread."""
        found = str(self._db.value("PRAGMA quick_check(1)"))
        if found != "ok":
            why = " ".join(found.split())
            raise DamagedStore(f"{self._db.path} is damaged ({why})", "stop the bot and restore a backup")

    def current(self) -> bool:
        """Whether it has every table that we know; an older file gets them when it is next opened to write."""
        return not MIGRATIONS.pending(self._db.utils)

    def born(self) -> datetime:
        """When this store was made: nothing is owed from before."""
        return datetime.fromisoformat(self._db.value("SELECT min(applied_at) FROM _sqlite_migrations"))

    def pulse(self, now: datetime) -> Pulse:
        """Cheap enough for the event loop."""
        rows = self._db.rows(f"SELECT outbox.state, count(*) {_OPEN} GROUP BY outbox.state")
        owed = {str(row[0]): int(row[1]) for row in rows}
        oldest = self._db.value(f"SELECT min(not_before) {_OPEN} AND not_before <= ?", (time_text(now),))
        return Pulse(
            deliveries={state: owed.get(state, 0) for state in ("pending", "retry", "unknown")}
            | {
                "sending": self._db.value("SELECT count(*) FROM outbox WHERE state = 'sending'"),
                "dead": self._db.value("SELECT count(*) FROM outbox WHERE state = 'dead'"),
            },
            oldest_debt=maybe_time(oldest),
            alive=self._db.value(f"{_WATCHED} AND NOT {_FAILING}"),
            failing=self._db.value(f"{_WATCHED} AND {_FAILING}"),
            items=self._db.value("SELECT max(id) FROM items") or 0,
            chats=self._db.value("SELECT count(*) FROM chats WHERE state = 'active'"),
        )

    def tally(self, since: datetime) -> Tally:
        """Reads much: call it on a reader, in a thread."""
        at = time_text(since)
        older = self._db.value("SELECT id FROM items WHERE found < ? ORDER BY id DESC LIMIT 1", (at,)) or 0
        settled = "SELECT count(*) FROM outbox WHERE state = ? AND settled >= ?"
        return Tally(
            watches=self._db.value(_WATCHED),
            failing=self._db.value(f"{_WATCHED} AND {_FAILING}"),
            items=self._db.value("SELECT count(*) FROM items WHERE id > ?", (older,)),
            told=self._db.value(settled, ("sent", at)),
            unknown=self._db.value("SELECT count(*) FROM outbox WHERE state = 'unknown'"),
            dead=self._db.value(settled, ("dead", at)),
        )
