"""Digests by schedule, watches on numbers, and reminders put off: what chats wished to be told, and how far that has come.

Does not decide when anything is due (bot/news/slots.py does) and promises nothing itself (the outbox does).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.correspondence import NumberWatch, Schedule
from storage.database import Database, time_of, time_text
from storage.newsitems import Urgency

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime


class Schedules:
    def __init__(self, db: Database) -> None:
        self._db = db

    # ---- digests

    def set(
        self,
        chat: int,
        thread: int,
        *,
        days: str,
        hour: str,
        zone: str,
        now: datetime,
        sections: tuple[str, ...] = (),
        urgency: Urgency = Urgency.ROUTINE,
        when_empty: str = "line",
    ) -> Schedule:
        """Make or change a chat's digest. What changed since its last one stays new to it; slots before now are not owed."""
        values = {
            "chat": chat,
            "thread": thread,
            "days": days,
            "hour": hour,
            "zone": zone,
            "sections": ",".join(sections),
            "urgency": urgency,
            "when_empty": when_empty,
            "now": time_text(now),
        }
        self._db.write(
            """INSERT INTO schedules (chat, thread, days, hour, zone, sections, urgency, when_empty, since, told_until)
               VALUES (:chat, :thread, :days, :hour, :zone, :sections, :urgency, :when_empty, :now, :now)
               ON CONFLICT (chat, thread) DO UPDATE SET days = :days, hour = :hour, zone = :zone, sections = :sections,
                   urgency = :urgency, when_empty = :when_empty, since = :now, last_slot = ''""",
            values,
        )
        found = self.of(chat, thread)
        assert found is not None  # noqa: S101 - it was written just now
        return found

    def of(self, chat: int, thread: int = 0) -> Schedule | None:
        row = self._db.row("SELECT * FROM schedules WHERE chat = ? AND thread = ?", (chat, thread))
        return _schedule(row) if row else None

    def get(self, number: int) -> Schedule | None:
        row = self._db.row("SELECT * FROM schedules WHERE id = ?", (number,))
        return _schedule(row) if row else None

    def all(self) -> list[Schedule]:
        """Those of every chat that can be written to."""
        sql = "SELECT s.* FROM schedules s JOIN chats c ON c.id = s.chat WHERE c.state = 'active' ORDER BY s.id"
        return [_schedule(row) for row in self._db.rows(sql)]

    def stop(self, chat: int, thread: int = 0) -> bool:
        """No more digests; whether there was one."""
        return self._db.write("DELETE FROM schedules WHERE chat = ? AND thread = ?", (chat, thread)) > 0

    def claim(self, number: int, slot: str) -> bool:
        """Take a slot; False when someone has it already. Call in the transaction that promises the message."""
        return (
            self._db.write("UPDATE schedules SET last_slot = ? WHERE id = ? AND last_slot < ?", (slot, number, slot))
            == 1
        )

    def told(self, number: int, until: datetime) -> None:
        """What changed up to then is no news to this chat any more."""
        self._db.write("UPDATE schedules SET told_until = ? WHERE id = ?", (time_text(until), number))

    # ---- numbers

    def watch_number(
        self,
        chat: int,
        thread: int,
        *,
        command: str,
        relation: str,
        mark: float | None,
        unit: str,
        last: str,
        met: bool,
    ) -> int:
        """Keep a wish; one that is there already is kept as it is. Its number."""
        values = (chat, thread, command, relation, mark, unit, last, int(met))
        self._db.write(
            """INSERT INTO number_watches (chat, thread, command, relation, mark, unit, last, met)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
            values,
        )
        sql = (
            "SELECT id FROM number_watches WHERE chat = ? AND thread = ? AND command = ? AND relation = ? AND mark IS ?"
        )
        return int(self._db.value(sql, values[:5]))

    def number_watches(self, chat: int | None = None) -> list[NumberWatch]:
        where, values = ("WHERE chat = ?", (chat,)) if chat is not None else ("", ())
        return [
            _number_watch(row)
            for row in self._db.rows(f"SELECT * FROM number_watches {where} ORDER BY id", values)  # noqa: S608
        ]

    def saw_number(self, number: int, *, last: str, met: bool) -> None:
        self._db.write("UPDATE number_watches SET last = ?, met = ? WHERE id = ?", (last, int(met), number))

    def unwatch_number(self, chat: int, number: int) -> bool:
        return self._db.write("DELETE FROM number_watches WHERE id = ? AND chat = ?", (number, chat)) > 0

    # ---- put off

    def snooze(self, chat: int, subject: str, until: datetime) -> None:
        self._db.write(
            "INSERT INTO snoozes (chat, subject, until) VALUES (?, ?, ?) ON CONFLICT (chat, subject) DO UPDATE SET until = excluded.until",
            (chat, subject, time_text(until)),
        )

    def snoozed(self, chat: int, now: datetime) -> frozenset[str]:
        """The subjects that this chat does not want to hear of yet."""
        rows = self._db.rows("SELECT subject FROM snoozes WHERE chat = ? AND until > ?", (chat, time_text(now)))
        return frozenset(row[0] for row in rows)


def _schedule(row: sqlite3.Row) -> Schedule:
    return Schedule(
        number=row["id"],
        chat=row["chat"],
        thread=row["thread"],
        days=row["days"],
        hour=row["hour"],
        zone=row["zone"],
        sections=tuple(name for name in row["sections"].split(",") if name),
        urgency=Urgency(row["urgency"]),
        when_empty=row["when_empty"],
        last_slot=row["last_slot"],
        since=time_of(row["since"]),
        told_until=time_of(row["told_until"]),
    )


def _number_watch(row: sqlite3.Row) -> NumberWatch:
    return NumberWatch(
        number=row["id"],
        chat=row["chat"],
        thread=row["thread"],
        command=row["command"],
        relation=row["relation"],
        mark=row["mark"],
        unit=row["unit"],
        last=row["last"],
        met=bool(row["met"]),
    )
