"""What we owe, until Telegram said yes. Decides nothing about errors (bot/chat/delivery.py does) and renders nothing.

    promise -> pending -> sending -> sent
                 ^           |-> retry     surely not accepted: sent again
                 |           |-> unknown   may have been accepted (or we died): sent again, marked
                 +-----------'-> dead      will never arrive; always shown
                             '-> dropped   there was nothing left to tell

A row is one call. Its key names the occasion, so that promising twice is harmless. No edit is a row: where `wanted` is
above `shown`, an edit is owed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from storage.correspondence import Debt, Lane, Owed, Place
from storage.database import Database, maybe_time, time_of, time_text

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

EDIT_EVERY = timedelta(minutes=1)  # of one message


@dataclass(frozen=True, slots=True)
class Debts:
    """How the outbox stands, for /status and for machines."""

    states: dict[str, int]
    oldest: datetime | None  # since when the oldest message that is due has been owed
    dead: tuple[Owed, ...]  # the newest few

    @property
    def depth(self) -> int:
        return sum(self.states.get(state, 0) for state in ("pending", "sending", "retry", "unknown"))


class Outbox:
    def __init__(self, db: Database) -> None:
        self._db = db

    # ---- promising

    def promise(
        self,
        chat: int,
        *,
        key: str,
        what: str,
        subject: str,
        now: datetime,
        thread: int = 0,
        lane: Lane = Lane.REST,
        not_before: datetime | None = None,
        expires: datetime | None = None,
        silent: bool = False,
        part: int = 1,
        body: str = "",
    ) -> bool:
        """Owe a message; False when it was promised there before. Call it in the transaction of its cause."""
        start = max(now, not_before) if not_before else now
        values = {
            "chat": chat,
            "thread": thread,
            "key": key,
            "part": part,
            "lane": int(lane),
            "what": what,
            "subject": subject,
            "body": body,
            "silent": int(silent),
            "created": time_text(now),
            "not_before": time_text(start),
            "expires": time_text(expires) if expires else None,
            "state": Debt.PENDING,
            "due": time_text(start),
        }
        names, marks = ", ".join(values), ", ".join(f":{name}" for name in values)
        sql = f"INSERT INTO outbox ({names}) VALUES ({marks}) ON CONFLICT DO NOTHING"  # noqa: S608 - our own names
        return self._db.write(sql, values) > 0

    def withdraw(self, *, key: str | None = None, subject: str | None = None, chat: int | None = None) -> int:
        """Drop what is not sent yet, by its occasion or its subject; how many."""
        terms = {"key = ?": key, "subject = ?": subject, "chat = ?": chat}
        given = {term: value for term, value in terms.items() if value is not None}
        if key is None and subject is None:
            raise ValueError("name a key or a subject")
        where = " AND ".join(given)
        sql = f"UPDATE outbox SET state = 'dropped' WHERE state IN ('pending', 'retry') AND {where}"  # noqa: S608 - our own terms
        return self._db.write(sql, list(given.values()))

    def revised(self, subject: str, version: int) -> int:
        """The subject is at this version now: in each place the newest message about it owes an edit, if it shows less.

        Stories say so by themselves.
        """
        sql = """UPDATE outbox SET wanted = ? WHERE id IN (
                   SELECT max(id) FROM outbox WHERE subject = ? AND state <> 'dropped'
                   GROUP BY chat, thread, what, part)"""
        return self._db.write(sql, (version, subject))

    # ---- paying

    def restart(self, place: Place, now: datetime) -> int:
        """Once at start, by the holder alone: all is due; what was being sent may have been heard. How many that is."""
        where = "chat IN (SELECT id FROM chats WHERE place = ?)"
        at = time_text(now)
        with self._db.atomic():
            sql = f"""UPDATE outbox SET state = 'unknown', repeated = 1, due = ?, reason = 'we stopped while sending'
                      WHERE state = 'sending' AND {where}"""  # noqa: S608 - our own terms
            died = self._db.write(sql, (at, place))
            sql = f"UPDATE outbox SET due = ? WHERE state IN ('retry', 'unknown') AND due > ? AND {where}"  # noqa: S608
            self._db.write(sql, (at, at, place))
        return died

    def expire(self, now: datetime) -> list[Owed]:
        """Let go of what is too late to tell; what it was."""
        at = time_text(now)
        rows = self._db.rows(
            "SELECT * FROM outbox WHERE expires <= ? AND state IN ('pending', 'retry', 'unknown')", (at,)
        )
        if rows:
            with self._db.atomic():
                sql = """UPDATE outbox SET state = 'dead', reason = 'expired', settled = ?
                         WHERE id = ? AND state IN ('pending', 'retry', 'unknown')"""
                self._db.insert_all(sql, [(at, row["id"]) for row in rows])
        return [_owed(row) for row in rows]

    def creditors(self, place: Place, now: datetime) -> list[tuple[int, Lane]]:
        """The chats that something is owed to now, each with its most pressing lane."""
        sql = """
            SELECT o.chat, min(o.lane) FROM outbox o JOIN chats c ON c.id = o.chat
            WHERE o.state IN ('pending', 'retry', 'unknown') AND o.due <= :now
              AND c.place = :place AND c.state = 'active'
            GROUP BY o.chat
            UNION ALL
            SELECT o.chat, 2 FROM outbox o JOIN chats c ON c.id = o.chat
            WHERE o.state = 'sent' AND o.wanted > o.shown AND o.due <= :now AND o.message_id IS NOT NULL
              AND c.place = :place AND c.state = 'active'
            GROUP BY o.chat"""
        found: dict[int, Lane] = {}
        for row in self._db.rows(sql, {"now": time_text(now), "place": place}):
            found[row[0]] = min(Lane(row[1]), found.get(row[0], Lane.REST))
        return list(found.items())

    def next(self, chat: int, now: datetime) -> Owed | None:
        """What this chat should hear first: by lane, then as promised, the parts of a message in their order."""
        sql = """
            SELECT * FROM outbox o WHERE chat = :chat AND state IN ('pending', 'retry', 'unknown') AND due <= :now
              AND (part = 1 OR NOT EXISTS (
                SELECT 1 FROM outbox e WHERE e.chat = o.chat AND e.thread = o.thread AND e.key = o.key
                  AND e.part < o.part AND e.state IN ('pending', 'sending', 'retry', 'unknown')))
            ORDER BY lane, id LIMIT 1"""
        row = self._db.row(sql, {"chat": chat, "now": time_text(now)})
        return _owed(row) if row else None

    def next_edit(self, chat: int, now: datetime) -> Owed | None:
        """A message of this chat that shows less than there is."""
        sql = """
            SELECT * FROM outbox WHERE chat = :chat AND state = 'sent' AND wanted > shown AND due <= :now
              AND message_id IS NOT NULL
            ORDER BY id LIMIT 1"""
        row = self._db.row(sql, {"chat": chat, "now": time_text(now)})
        return _owed(row) if row else None

    def claim(self, owed: Owed, parts: Sequence[str] = ()) -> bool:
        """The call begins now; False when the message is not as it was read. `parts`: the bodies of those after it."""
        with self._db.atomic():
            sql = """UPDATE outbox SET state = 'sending', attempts = attempts + 1
                     WHERE id = ? AND state = ? AND attempts = ?"""
            if not self._db.write(sql, (owed.number, owed.state, owed.attempts)):
                return False
            for place, body in enumerate(parts, start=owed.part + 1):
                self.promise(
                    owed.chat,
                    thread=owed.thread,
                    key=owed.key,
                    part=place,
                    body=body,
                    lane=owed.lane,
                    what=owed.what,
                    subject=owed.subject,
                    now=owed.created,
                    not_before=owed.not_before,
                    expires=owed.expires,
                    silent=True,
                )
        return True

    def sent(self, number: int, message_id: int | None, now: datetime, *, shown: int = 0) -> None:
        """It is there, and shows this version; an older message about the same subject is not kept up any more."""
        values = (message_id, shown, shown, time_text(now), time_text(now + EDIT_EVERY), number)
        with self._db.atomic():
            self._db.write(
                """UPDATE outbox SET state = 'sent', message_id = ?, shown = ?, wanted = max(wanted, ?), settled = ?,
                   due = ?, attempts = 0, reason = '' WHERE id = ?""",
                values,
            )
            self._db.write(
                """UPDATE outbox SET wanted = shown WHERE state = 'sent' AND wanted > shown AND id IN (
                     SELECT older.id FROM outbox older JOIN outbox o ON o.id = ? AND older.subject = o.subject
                       AND older.chat = o.chat AND older.thread = o.thread AND older.what = o.what
                       AND older.part = o.part AND older.id < o.id)""",
                (number,),
            )

    def retry(self, number: int, due: datetime, reason: str) -> None:
        """Surely not accepted. What may have been heard before stays marked so."""
        self._db.write(
            "UPDATE outbox SET state = 'retry', due = ?, reason = ? WHERE id = ?", (time_text(due), reason, number)
        )

    def unknown(self, number: int, due: datetime, reason: str) -> None:
        sql = "UPDATE outbox SET state = 'unknown', repeated = 1, due = ?, reason = ? WHERE id = ?"
        self._db.write(sql, (time_text(due), reason, number))

    def dead(self, number: int, now: datetime, reason: str) -> None:
        """It will never arrive; its later parts with it."""
        with self._db.atomic():
            self._db.write(
                "UPDATE outbox SET state = 'dead', reason = ?, settled = ? WHERE id = ?",
                (reason, time_text(now), number),
            )
            self._db.write(
                """UPDATE outbox SET state = 'dropped' WHERE id IN (
                     SELECT later.id FROM outbox later JOIN outbox o ON o.id = ? AND later.chat = o.chat
                       AND later.thread = o.thread AND later.key = o.key AND later.part > o.part
                       AND later.state IN ('pending', 'retry'))""",
                (number,),
            )

    def dropped(self, number: int) -> None:
        """There is nothing left to tell."""
        self._db.write("UPDATE outbox SET state = 'dropped' WHERE id = ?", (number,))

    def edited(self, number: int, now: datetime, *, shown: int) -> None:
        """The message shows this version now; the next edit waits its minute."""
        sql = "UPDATE outbox SET shown = ?, due = ?, attempts = 0 WHERE id = ?"
        self._db.write(sql, (shown, time_text(now + EDIT_EVERY), number))

    def edit_later(self, number: int, due: datetime) -> None:
        self._db.write("UPDATE outbox SET attempts = attempts + 1, due = ? WHERE id = ?", (time_text(due), number))

    # ---- chats

    def stop_topic(self, chat: int, thread: int, now: datetime, reason: str) -> int:
        """A topic that is gone hears nothing more: what it is owed dies. How many."""
        sql = """UPDATE outbox SET state = 'dead', reason = ?, settled = ?
                 WHERE chat = ? AND thread = ? AND state IN ('pending', 'sending', 'retry', 'unknown')"""
        return self._db.write(sql, (reason, time_text(now), chat, thread))

    # ---- looking

    def get(self, number: int) -> Owed | None:
        row = self._db.row("SELECT * FROM outbox WHERE id = ?", (number,))
        return _owed(row) if row else None

    def find(self, chat: int, thread: int, key: str, part: int = 1) -> Owed | None:
        """The promise of an occasion."""
        sql = "SELECT * FROM outbox WHERE chat = ? AND thread = ? AND key = ? AND part = ?"
        row = self._db.row(sql, (chat, thread, key, part))
        return _owed(row) if row else None

    def keys(self, chat: int, what: str) -> frozenset[str]:
        """The occasions of one kind that were promised there already."""
        rows = self._db.rows("SELECT DISTINCT key FROM outbox WHERE chat = ? AND what = ?", (chat, what))
        return frozenset(row[0] for row in rows)

    def told(self, chat: int, message_id: int) -> Owed | None:
        """The promise that this message kept: what a reply to it is about."""
        row = self._db.row(
            "SELECT * FROM outbox WHERE chat = ? AND message_id = ? ORDER BY id DESC", (chat, message_id)
        )
        return _owed(row) if row else None

    def of_subject(self, subject: str) -> list[Owed]:
        """Everything that was promised about it, oldest first."""
        return [_owed(row) for row in self._db.rows("SELECT * FROM outbox WHERE subject = ? ORDER BY id", (subject,))]

    def debts(self, now: datetime, *, dead: int = 5) -> Debts:
        states = {row[0]: int(row[1]) for row in self._db.rows("SELECT state, count(*) FROM outbox GROUP BY state")}
        sql = """SELECT min(not_before) FROM outbox
                 WHERE state IN ('pending', 'sending', 'retry', 'unknown') AND not_before <= ?"""
        oldest = maybe_time(self._db.value(sql, (time_text(now),)))
        rows = self._db.rows("SELECT * FROM outbox WHERE state = 'dead' ORDER BY settled DESC LIMIT ?", (dead,))
        return Debts(states, oldest, tuple(_owed(row) for row in rows))


def _owed(row: sqlite3.Row) -> Owed:
    return Owed(
        number=row["id"],
        chat=row["chat"],
        thread=row["thread"],
        key=row["key"],
        part=row["part"],
        lane=Lane(row["lane"]),
        what=row["what"],
        subject=row["subject"],
        body=row["body"],
        silent=bool(row["silent"]),
        created=time_of(row["created"]),
        not_before=time_of(row["not_before"]),
        expires=maybe_time(row["expires"]),
        state=Debt(row["state"]),
        attempts=row["attempts"],
        due=time_of(row["due"]),
        repeated=bool(row["repeated"]),
        reason=row["reason"],
        message_id=row["message_id"],
        shown=row["shown"],
        wanted=row["wanted"],
    )
