"""Chats: where each is, whether it may be written to, what it follows. All else names a chat by our own number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.correspondence import Chat, ChatState, Follow, Place
from storage.database import Database, time_text
from storage.newsitems import Topic, Urgency
from storage.things import NotFound

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping
    from datetime import datetime

WISHES = ("language", "numbers", "zone", "quiet", "quiet_waits", "reminders")


class Chats:
    def __init__(self, db: Database) -> None:
        self._db = db

    # ---- who

    def get(self, number: int) -> Chat:
        """Raises NotFound."""
        row = self._db.row("SELECT * FROM chats WHERE id = ?", (number,))
        if row is None:
            raise NotFound(f"there is no chat {number}")
        return _chat(row)

    def at(self, place: Place, telegram_id: int) -> Chat | None:
        row = self._db.row("SELECT * FROM chats WHERE place = ? AND telegram_id = ?", (place, telegram_id))
        return _chat(row) if row else None

    def all(self, *states: ChatState) -> list[Chat]:
        marks = ", ".join("?" * len(states))
        where = f"WHERE state IN ({marks})" if states else ""
        return [_chat(row) for row in self._db.rows(f"SELECT * FROM chats {where} ORDER BY id", states)]  # noqa: S608 - marks only

    def meet(
        self,
        place: Place,
        telegram_id: int,
        *,
        kind: str,
        title: str,
        now: datetime,
        forum: bool = False,
        state: ChatState = ChatState.WAITING,
        language: str = "",
    ) -> Chat:
        """The chat, added when it is new; its kind and title are kept up, its state is not touched.

        `language`: of one that is new, as far as it is known.
        """
        known = self.at(place, telegram_id)
        if known and (known.kind, known.title, known.forum) == (kind, title, forum):
            return known
        self._db.write(
            """INSERT INTO chats (place, telegram_id, kind, title, forum, state, since, language)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?)
               ON CONFLICT (place, telegram_id)
               DO UPDATE SET kind = excluded.kind, title = excluded.title, forum = excluded.forum""",
            (place, telegram_id, kind, title, int(forum), state, time_text(now), language),
        )
        found = self.at(place, telegram_id)
        assert found is not None  # noqa: S101 - it was written just now
        return found

    def set_state(self, number: int, state: ChatState, problem: str = "") -> None:
        self._db.write("UPDATE chats SET state = ?, problem = ? WHERE id = ?", (state, problem, number))

    def wish(self, number: int, wishes: Mapping[str, str | int]) -> None:
        """Change how a chat wishes to be spoken to; raises ValueError for what is no wish."""
        strange = [name for name in wishes if name not in WISHES]
        if strange:
            raise ValueError(strange[0])
        sets = ", ".join(f"{name} = :{name}" for name in wishes)
        self._db.write(f"UPDATE chats SET {sets} WHERE id = :number", {**wishes, "number": number})  # noqa: S608 - names checked

    def menu(self, number: int) -> str:
        """Which menu Telegram was last told to show there; '' for none."""
        return str(self._db.value("SELECT menu FROM chats WHERE id = ?", (number,)) or "")

    def set_menu(self, number: int, digest: str) -> None:
        self._db.write("UPDATE chats SET menu = ? WHERE id = ?", (digest, number))

    def migrate(self, number: int, telegram_id: int) -> Chat:
        """A group became a supergroup: it keeps our number. A row that already had the new id gives it up."""
        with self._db.atomic():
            chat = self.get(number)
            other = self.at(chat.place, telegram_id)
            if other and other.number != number:
                self._merge(other.number, number)
            self._db.write("UPDATE chats SET telegram_id = ?, kind = 'supergroup' WHERE id = ?", (telegram_id, number))
        return self.get(number)

    def _merge(self, gone: int, kept: int) -> None:
        """What was kept under the new id before we knew that it is the same chat: its debts go over."""
        self._db.write("UPDATE OR IGNORE outbox SET chat = ? WHERE chat = ?", (kept, gone))
        self._db.write(
            "UPDATE chats SET state = 'refused', telegram_id = -id, problem = ? WHERE id = ?",
            (f"is chat {kept} now", gone),
        )

    # ---- topics of forums

    def meet_topic(self, chat: int, thread: int) -> None:
        """Somebody spoke there, so it is there."""
        if self._db.value("SELECT gone FROM topics WHERE chat = ? AND thread = ?", (chat, thread)) == 0:
            return
        sql = "INSERT INTO topics (chat, thread) VALUES (?, ?) ON CONFLICT (chat, thread) DO UPDATE SET gone = 0"
        self._db.write(sql, (chat, thread))

    def lose_topic(self, chat: int, thread: int) -> None:
        """It was deleted: nothing is sent or followed there any more."""
        sql = (
            "INSERT INTO topics (chat, thread, gone) VALUES (?, ?, 1) ON CONFLICT (chat, thread) DO UPDATE SET gone = 1"
        )
        self._db.write(sql, (chat, thread))
        self._db.write("DELETE FROM follows WHERE chat = ? AND thread = ?", (chat, thread))

    # ---- following

    def follow(self, chat: int, topic: Topic, urgency: Urgency, thread: int = 0) -> None:
        sql = """INSERT INTO follows (chat, thread, topic, urgency) VALUES (?, ?, ?, ?)
                 ON CONFLICT (chat, thread, topic) DO UPDATE SET urgency = excluded.urgency"""
        self._db.write(sql, (chat, thread, topic, urgency))

    def unfollow(self, chat: int, topic: Topic | None = None, thread: int = 0) -> int:
        """One topic, or every one; how many."""
        sql = "DELETE FROM follows WHERE chat = ? AND thread = ? AND (? IS NULL OR topic = ?)"
        return self._db.write(sql, (chat, thread, topic, topic))

    def follows(self, chat: int, thread: int | None = None) -> list[Follow]:
        sql = "SELECT * FROM follows WHERE chat = ? AND (? IS NULL OR thread = ?) ORDER BY thread, id"
        return [_follow(row) for row in self._db.rows(sql, (chat, thread, thread))]

    def following(self, topic: Topic, urgency: Urgency) -> list[Follow]:
        """Who is told of something of this topic and urgency, among the chats that may be written to."""
        sql = """SELECT f.* FROM follows f JOIN chats c ON c.id = f.chat WHERE f.topic = ? AND c.state = 'active'
                 ORDER BY f.chat, f.thread"""
        found = [_follow(row) for row in self._db.rows(sql, (topic,))]
        return [follow for follow in found if follow.urgency.rank <= urgency.rank]


def _chat(row: sqlite3.Row) -> Chat:
    return Chat(
        number=row["id"],
        place=Place(row["place"]),
        telegram_id=row["telegram_id"],
        kind=row["kind"],
        title=row["title"],
        forum=bool(row["forum"]),
        state=ChatState(row["state"]),
        problem=row["problem"],
        language=row["language"],
        numbers=row["numbers"],
        zone=row["zone"],
        quiet=row["quiet"],
        quiet_waits=bool(row["quiet_waits"]),
        reminders=row["reminders"],
    )


def _follow(row: sqlite3.Row) -> Follow:
    return Follow(row["chat"], row["thread"], Topic(row["topic"]), Urgency(row["urgency"]))
