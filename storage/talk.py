"""What talk leaves behind: contexts for follow-ups, drafts, what a message shows, long questions, pictures, gaps."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from storage.correspondence import Draft, Gap
from storage.database import Database, time_of, time_text
from storage.things import fold

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

_DIGEST = 16  # letters of a hash that a button carries: 80 bits


class Talk:
    def __init__(self, db: Database) -> None:
        self._db = db

    # ---- contexts

    def context(self, chat: int, thread: int, person: int, since: datetime, message: int = 0) -> str | None:
        """What a follow-up follows: an answer's own where one is replied to, else the person's newest since then."""
        if message and (found := self._context(chat, thread, 0, message)):
            return str(found["value"])
        found = self._context(chat, thread, person, 0)
        return str(found["value"]) if found and found["at"] >= time_text(since) else None

    def _context(self, chat: int, thread: int, person: int, message: int) -> sqlite3.Row | None:
        sql = "SELECT value, at FROM contexts WHERE chat = ? AND thread = ? AND person = ? AND message = ?"
        return self._db.row(sql, (chat, thread, person, message))

    def keep_context(self, chat: int, thread: int, person: int, value: str, now: datetime, message: int = 0) -> None:
        """Of a person (message 0), or of the answer that a message shows."""
        sql = """INSERT INTO contexts (chat, thread, person, message, value, at) VALUES (?, ?, ?, ?, ?, ?)
                 ON CONFLICT DO UPDATE SET value = excluded.value, at = excluded.at"""
        self._db.write_lightly(sql, (chat, thread, 0 if message else person, message, value, time_text(now)))

    def prune(self, before: datetime) -> None:
        """Forget contexts of answers, and drafts, older than that."""
        self._db.write("DELETE FROM contexts WHERE at < ?", (time_text(before),))
        self._db.write("DELETE FROM drafts WHERE at < ?", (time_text(before),))

    # ---- drafts

    def draft(
        self, chat: int, thread: int, person: int, *, kind: str, value: str, now: datetime, file: bytes | None = None
    ) -> int:
        """Keep a new one; its number. An older open one of the same person and kind in this chat gives way."""
        with self._db.atomic():
            sql = """UPDATE drafts SET state = 'cancelled', file = NULL
                     WHERE chat = ? AND thread = ? AND person = ? AND kind = ? AND state = 'open'"""
            self._db.write(sql, (chat, thread, person, kind))
            values = {"chat": chat, "thread": thread, "person": person, "kind": kind, "value": value, "file": file}
            return self._db.insert("drafts", {**values, "state": "open", "at": time_text(now)})

    def get_draft(self, number: int) -> Draft | None:
        row = self._db.row("SELECT * FROM drafts WHERE id = ?", (number,))
        return _draft(row) if row else None

    def open_draft(self, chat: int, thread: int, person: int) -> Draft | None:
        """The newest entry that this person is in the middle of."""
        sql = """SELECT * FROM drafts WHERE chat = ? AND thread = ? AND person = ? AND state = 'open'
                 ORDER BY id DESC LIMIT 1"""
        row = self._db.row(sql, (chat, thread, person))
        return _draft(row) if row else None

    def change_draft(self, number: int, value: str) -> None:
        self._db.write("UPDATE drafts SET value = ? WHERE id = ?", (value, number))

    def draft_shown(self, number: int, message: int) -> None:
        self._db.write("UPDATE drafts SET message = ? WHERE id = ?", (message, number))

    def close_draft(self, number: int, state: str) -> bool:
        """`saved` or `cancelled`; False when it was closed before, so that a press counts once."""
        return (
            self._db.write("UPDATE drafts SET state = ?, file = NULL WHERE id = ? AND state = 'open'", (state, number))
            > 0
        )

    # ---- what a message shows

    def show(self, chat: int, message: int, subject: str) -> None:
        sql = """INSERT INTO shown (chat, message, subject) VALUES (?, ?, ?)
                 ON CONFLICT DO UPDATE SET subject = excluded.subject"""
        self._db.write(sql, (chat, message, subject))

    def subject(self, chat: int, message: int) -> str:
        """What of the record a message shows, as milestone:17; '' for nothing."""
        return str(self._db.value("SELECT subject FROM shown WHERE chat = ? AND message = ?", (chat, message)) or "")

    # ---- buttons and pictures

    def shorten(self, command: str) -> str:
        """A question's hash, for a button that cannot hold it; kept once."""
        digest = hashlib.blake2b(command.encode()).hexdigest()[:_DIGEST]
        if self._db.value("SELECT 1 FROM commands WHERE digest = ?", (digest,)) is None:
            self._db.write_lightly(
                "INSERT INTO commands (digest, command) VALUES (?, ?) ON CONFLICT DO NOTHING", (digest, command)
            )
        return digest

    def lengthen(self, digest: str) -> str | None:
        found = self._db.value("SELECT command FROM commands WHERE digest = ?", (digest,))
        return None if found is None else str(found)

    def picture(self, digest: str) -> str | None:
        """Telegram's id of a picture that was sent before."""
        found = self._db.value("SELECT file_id FROM pictures WHERE digest = ?", (digest,))
        return None if found is None else str(found)

    def keep_picture(self, digest: str, file_id: str) -> None:
        sql = (
            "INSERT INTO pictures (digest, file_id) VALUES (?, ?) ON CONFLICT DO UPDATE SET file_id = excluded.file_id"
        )
        self._db.write(sql, (digest, file_id))

    # ---- gaps

    def gap(self, question: str, now: datetime) -> None:
        """Keep a question that could not be answered, once, with a count; one that was closed opens again."""
        sql = """INSERT INTO gaps (folded, text, first, last) VALUES (?, ?, ?, ?)
                 ON CONFLICT (folded) DO UPDATE SET times = times + 1, last = excluded.last, closed = NULL"""
        at = time_text(now)
        self._db.write_lightly(sql, (fold(question), question, at, at))

    def gaps(self, limit: int = 50) -> list[Gap]:
        """What is still open, the most asked first."""
        rows = self._db.rows("SELECT * FROM gaps WHERE closed IS NULL ORDER BY times DESC, last DESC LIMIT ?", (limit,))
        return [Gap(row["id"], row["text"], row["times"], time_of(row["first"]), time_of(row["last"])) for row in rows]

    def get_gap(self, number: int) -> Gap | None:
        row = self._db.row("SELECT * FROM gaps WHERE id = ?", (number,))
        return Gap(row["id"], row["text"], row["times"], time_of(row["first"]), time_of(row["last"])) if row else None


def _draft(row: sqlite3.Row) -> Draft:
    return Draft(
        number=row["id"],
        chat=row["chat"],
        thread=row["thread"],
        person=row["person"],
        kind=row["kind"],
        value=row["value"],
        file=row["file"],
        message=row["message"],
        state=row["state"],
        at=time_of(row["at"]),
    )
