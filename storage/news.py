"""All that was ever found, the stories made of it, and what chats said of them. Judges nothing and tells nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.database import Database, maybe_time, time_of, time_text
from storage.identity import link_digest
from storage.newsitems import Fate, FoundItem, NewsItem, Story, Topic, Urgency

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence
    from datetime import datetime

RANKED = 500  # of the newest hits, how many are put in order by fit: ranking all of a million would take half a second
MOST_WORDS = 12

_WORD = re.compile("[\\w\u0900-\u0903\u093a-\u094f\u0962\u0963\u200c\u200d]+")


@dataclass(frozen=True, slots=True)
class Mute:
    """What a chat does not wish to hear of: one story, or one topic, for a time or for good."""

    number: int
    chat: int
    story: int | None
    topic: Topic | None
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Feedback:
    """Somebody's word on a story."""

    at: datetime
    chat: int
    person: int | None
    story: int
    said: str


class News:
    def __init__(self, db: Database) -> None:
        self._db = db

    # ---- items

    def known(self, keys: Iterable[str]) -> dict[str, int]:
        """Of these names, those that an item already goes by, with its number."""
        names = list(keys)
        found: dict[str, int] = {}
        for start in range(0, len(names), 500):
            some = names[start : start + 500]
            marks = ", ".join("?" * len(some))
            rows = self._db.rows(f"SELECT key, item FROM item_keys WHERE key IN ({marks})", some)  # noqa: S608 - marks only
            found.update((row[0], row[1]) for row in rows)
        return found

    def name(self, item: int, keys: Iterable[str]) -> None:
        """Let an item go by these names too; a name that another has stays with the other."""
        self._db.insert_all("INSERT OR IGNORE INTO item_keys (key, item) VALUES (?, ?)", [(key, item) for key in keys])

    def remember(
        self,
        item: NewsItem,
        keys: Iterable[str],
        *,
        watch: int,
        now: datetime,
        relevant: bool,
        topic: Topic,
        urgency: Urgency,
        why: str,
        fate: Fate,
        story: int | None = None,
    ) -> int:
        """Keep an item with its verdict; its number."""
        number = self._db.insert(
            "items",
            {
                "watch": watch,
                "title": item.title,
                "url": item.url,
                "summary": item.summary,
                "publisher": item.publisher,
                "published": time_text(item.published) if item.published else None,
                "guid": item.guid,
                "language": item.language,
                "found": time_text(now),
                "relevant": relevant,
                "topic": topic,
                "urgency": urgency,
                "why": why,
                "fate": fate,
                "story": story,
            },
        )
        self.name(number, keys)
        return number

    def item(self, number: int) -> FoundItem | None:
        row = self._db.row("SELECT * FROM items WHERE id = ?", (number,))
        return _item(row) if row else None

    def by_link(self, url: str) -> FoundItem | None:
        """The item that this address names, in whatever spelling."""
        key = link_digest(url)
        row = self._db.row("SELECT items.* FROM item_keys JOIN items ON items.id = item WHERE key = ?", (key,))
        return _item(row) if row else None

    def told_by_story(self, since: datetime, after: int = 0) -> list[tuple[int, str, NewsItem]]:
        """The items numbered above `after` of stories that changed since then: number, the story's key, the item."""
        rows = self._db.rows(
            # from the few stories to their items: most items belong to none
            """SELECT stories.key, items.* FROM stories CROSS JOIN items ON items.story = stories.id
               WHERE stories.changed >= ? AND items.id > ? ORDER BY items.id""",
            (time_text(since), after),
        )
        return [(row["id"], row["key"], _news_item(row)) for row in rows]

    def late_since(self, since: datetime) -> tuple[Story, ...]:
        """The urgent stories that were found late since then, for one catch-up message."""
        rows = self._db.rows(
            """SELECT * FROM stories WHERE id IN (SELECT story FROM items WHERE fate = 'catch_up' AND found >= ?)
               ORDER BY id""",
            (time_text(since),),
        )
        return tuple(map(_story, rows))

    def latest(
        self, *, topic: Topic | None = None, least: Urgency = Urgency.ROUTINE, limit: int = 10, skip: int = 0
    ) -> tuple[Story, ...]:
        """The stories that changed last, newest first."""
        urgencies = [each for each in Urgency if each.rank >= least.rank]
        marks = ", ".join("?" * len(urgencies))
        rows = self._db.rows(
            f"""SELECT * FROM stories WHERE (? IS NULL OR topic = ?) AND urgency IN ({marks})
                ORDER BY changed DESC, id DESC LIMIT ? OFFSET ?""",  # noqa: S608 - marks only
            (topic, topic, *urgencies, limit, skip),
        )
        return tuple(map(_story, rows))

    def search(self, words: str, *, limit: int = 10, skip: int = 0, ranked: bool = False) -> tuple[FoundItem, ...]:
        """Items that hold all these words, newest first; `ranked`: of the newest few hundred, the best first."""
        match = _match(words)
        if not match:
            return ()
        rows = self._db.rows(
            _RANKED if ranked else _NEWEST, {"match": match, "limit": limit, "skip": skip, "most": RANKED}
        )
        return tuple(map(_item, rows))

    # ---- stories

    def story(self, number: int) -> Story | None:
        row = self._db.row("SELECT * FROM stories WHERE id = ?", (number,))
        return _story(row) if row else None

    def story_named(self, key: str) -> Story | None:
        row = self._db.row("SELECT * FROM stories WHERE key = ?", (key,))
        return _story(row) if row else None

    def items_of(self, story: int) -> tuple[FoundItem, ...]:
        """All who tell of it, in the order in which they were found."""
        return tuple(map(_item, self._db.rows("SELECT * FROM items WHERE story = ? ORDER BY id", (story,))))

    def voices(self, story: int) -> list[tuple[str, str]]:
        """Publisher and address of each item that tells of it."""
        return [tuple(row) for row in self._db.rows("SELECT publisher, url FROM items WHERE story = ?", (story,))]

    def stories_since(self, since: datetime, until: datetime | None = None) -> tuple[Story, ...]:
        """The stories that had something to tell after `since`, up to `until`, oldest first."""
        rows = self._db.rows(
            "SELECT * FROM stories WHERE news > ? AND (? IS NULL OR news <= ?) ORDER BY news, id",
            (time_text(since), *(2 * (time_text(until) if until else None,))),
        )
        return tuple(map(_story, rows))

    def open_story(self, key: str, topic: Topic, urgency: Urgency, now: datetime) -> Story:
        """A new story, told to nobody yet and without items."""
        values = {"key": key, "topic": topic, "urgency": urgency, "lead": 0, "opened": time_text(now)}
        number = self._db.insert("stories", {**values, "changed": time_text(now), "version": 0, "development": 0})
        return Story(number, key, topic, urgency, 0, now, now, 0, 0)

    def keep_story(self, story: Story) -> None:
        """Keep a story as it now is."""
        self._db.write(
            """UPDATE stories SET topic = ?, urgency = ?, lead = ?, changed = ?, version = ?, development = ?, news = ?
               WHERE id = ?""",
            (
                story.topic,
                story.urgency,
                story.lead,
                time_text(story.changed),
                story.version,
                story.development,
                time_text(story.news) if story.news else None,
                story.number,
            ),
        )

    # ---- held visits

    def held(self, watch: int | None = None) -> tuple[FoundItem, ...]:
        """What was found with too many others at once, and waits for an admin."""
        rows = self._db.rows(
            "SELECT * FROM items WHERE fate = 'held' AND (? IS NULL OR watch = ?) ORDER BY id", (watch, watch)
        )
        return tuple(map(_item, rows))

    def settle(self, items: Sequence[int], fate: Fate, story: int | None = None) -> None:
        """Give items that were held another fate, and a story."""
        self._db.insert_all(
            "UPDATE items SET fate = ?, story = coalesce(?, story) WHERE id = ?",
            [(fate, story, each) for each in items],
        )

    # ---- what chats say

    def mute(
        self, chat: int, *, story: int | None = None, topic: Topic | None = None, until: datetime | None = None
    ) -> Mute:
        """Exactly one of `story` and `topic`; the newer end replaces an older one."""
        if (story is None) == (topic is None):
            raise ValueError("a mute is of a story or of a topic")
        with self._db.atomic():
            self._db.write("DELETE FROM mutes WHERE chat = ? AND story IS ? AND topic IS ?", (chat, story, topic))
            ends = time_text(until) if until else None
            number = self._db.insert("mutes", {"chat": chat, "story": story, "topic": topic, "until": ends})
        return Mute(number, chat, story, topic, until)

    def unmute(self, chat: int, number: int) -> bool:
        """False when the chat has no such mute."""
        return bool(self._db.write("DELETE FROM mutes WHERE id = ? AND chat = ?", (number, chat)))

    def mutes(self, chat: int, now: datetime) -> tuple[Mute, ...]:
        """The mutes of a chat that have not ended."""
        rows = self._db.rows(
            "SELECT * FROM mutes WHERE chat = ? AND (until IS NULL OR until > ?) ORDER BY id", (chat, time_text(now))
        )
        return tuple(map(_mute, rows))

    def muted(self, chat: int, story: Story, now: datetime) -> bool:
        """Whether the chat wishes to hear nothing of this story."""
        found = self._db.value(
            "SELECT 1 FROM mutes WHERE chat = ? AND (story = ? OR topic = ?) AND (until IS NULL OR until > ?)",
            (chat, story.number, story.topic, time_text(now)),
        )
        return found is not None

    def object(self, chat: int, person: int | None, story: int, said: str, now: datetime) -> bool:
        """Keep somebody's word on a story for admins to see; False when they said it before."""
        with self._db.atomic():
            before = self._db.value(
                "SELECT 1 FROM feedback WHERE story = ? AND chat = ? AND person IS ? AND said = ?",
                (story, chat, person, said),
            )
            if before:
                return False
            values = {"at": time_text(now), "chat": chat, "person": person, "story": story, "said": said}
            self._db.insert("feedback", values)
            return True

    def feedback(self, limit: int = 50) -> tuple[Feedback, ...]:
        """The newest first."""
        rows = self._db.rows("SELECT * FROM feedback ORDER BY id DESC LIMIT ?", (limit,))
        return tuple(
            Feedback(time_of(row["at"]), row["chat"], row["person"], row["story"], row["said"]) for row in rows
        )


_NEWEST = """
    SELECT items.* FROM (
        SELECT rowid FROM items_text WHERE items_text MATCH :match ORDER BY rowid DESC LIMIT :limit OFFSET :skip
    ) AS hits JOIN items ON items.id = hits.rowid ORDER BY items.id DESC
"""
_RANKED = """
    SELECT items.* FROM (
        SELECT rowid, rank FROM items_text WHERE items_text MATCH :match AND rowid >= (
            SELECT coalesce(min(rowid), 0) FROM (
                SELECT rowid FROM items_text WHERE items_text MATCH :match ORDER BY rowid DESC LIMIT :most
            )
        ) ORDER BY rank, rowid DESC LIMIT :limit OFFSET :skip
    ) AS hits JOIN items ON items.id = hits.rowid ORDER BY hits.rank, items.id DESC
"""


def _match(words: str) -> str:
    """Words as FTS5 reads them: each quoted, so that no sign in them is an operator; '' when there is none."""
    return " ".join(f'"{word}"' for word in _WORD.findall(words)[:MOST_WORDS])


def _news_item(row: sqlite3.Row) -> NewsItem:
    return NewsItem(
        title=row["title"],
        url=row["url"],
        summary=row["summary"],
        publisher=row["publisher"],
        published=maybe_time(row["published"]),
        guid=row["guid"],
        language=row["language"],
    )


def _item(row: sqlite3.Row) -> FoundItem:
    return FoundItem(
        number=row["id"],
        watch=row["watch"],
        item=_news_item(row),
        found=time_of(row["found"]),
        relevant=bool(row["relevant"]),
        topic=Topic(row["topic"]),
        urgency=Urgency(row["urgency"]),
        why=row["why"],
        fate=Fate(row["fate"]),
        story=row["story"],
    )


def _story(row: sqlite3.Row) -> Story:
    return Story(
        number=row["id"],
        key=row["key"],
        topic=Topic(row["topic"]),
        urgency=Urgency(row["urgency"]),
        lead=row["lead"],
        opened=time_of(row["opened"]),
        changed=time_of(row["changed"]),
        version=row["version"],
        development=row["development"],
        news=maybe_time(row["news"]),
    )


def _mute(row: sqlite3.Row) -> Mute:
    topic = Topic(row["topic"]) if row["topic"] else None
    return Mute(row["id"], row["chat"], row["story"], topic, maybe_time(row["until"]))
