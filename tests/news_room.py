"""A room in which news comes in: stories as the poller keeps them, promised to whoever follows."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

from bot.promising import announce, announce_entry, revise_stories
from storage import Store
from storage.correspondence import Owed, Place
from storage.identity import link_digest
from storage.newsitems import Fate, NewsItem, Story, Topic, Urgency
from storage.periods import Period
from storage.records import Control, ControlStatus, Source

KOLKATA = ZoneInfo("Asia/Kolkata")
GAZETTE = Source("MOFCOM Announcement No. 61 of 2025", "https://mofcom.example/61")
BAN = Control(
    "Controls on rare earth items made abroad",
    "China",
    "MOFCOM Announcement No. 61 of 2025",
    "rare earth magnets made abroad",
    Period.parse("2025-10-09"),
    Period.parse("2025-12-01"),
    None,
    ControlStatus.IN_FORCE,
    GAZETTE,
)
EASED = "China suspends MOFCOM Announcement No. 61 of 2025 on rare earth magnets"


def announcing(room) -> dict:
    """What assembles a room whose record tells those who follow it."""

    def announce(entry: int, story: int = 0) -> int:
        return announce_entry(room.store, entry, room.wall(), KOLKATA, story=story)

    return {"announce": announce, "retell": lambda entry: revise_stories(room.store, entry)}


def control(store: Store, now, record: Control = BAN) -> int:
    """A control on record."""
    with store.atomic():
        entry = store.journal.begin(at=now, person=None, via="seed", verb="control", summary=record.title)
        return store.controls.put(record, entry=entry, as_of=now).number


def watch(store: Store, now, url: str = "https://feed.example/rss", **more) -> int:
    return store.watches.add(url, now, name="The feed", **more).number


def item(title: str, at: int = 1, publisher: str = "The Wire", published=None) -> NewsItem:
    return NewsItem(title, f"https://news.example/{at}", "In short.", publisher, published, f"guid-{at}", "en")


def found(store: Store, now, *items: NewsItem, key: str = "a story", topic=Topic.EXPORT_CONTROL, urgency=Urgency.URGENT,
          fate=Fate.TOLD, why: str = "it eases a control", tell: bool = True) -> Story:  # fmt: skip
    """Items of one story come in, and are told to whoever follows."""
    source = watch(store, now)
    with store.atomic():
        known = store.news.story_named(key)
        story = known or store.news.open_story(key, topic, urgency, now)
        numbers = [
            store.news.remember(
                each,
                [f"{key}:{each.url}", link_digest(each.url)],
                watch=source,
                now=now,
                relevant=True,
                topic=topic,
                urgency=urgency,
                why=why,
                fate=fate,
                story=story.number,
            )
            for each in items
        ]
        story = replace(
            story,
            lead=story.lead or numbers[0],
            version=story.version + 1,
            development=max(1, story.development),
            news=now,
            changed=now,
        )
        store.news.keep_story(story)
        if tell and not known:
            announce(store, story, now, KOLKATA)
    return story


def follows(store: Store, user: int, urgency: Urgency = Urgency.NOTABLE, *topics: Topic) -> int:
    chat = store.chats.at(Place.TELEGRAM, user)
    for topic in topics or tuple(Topic):
        store.chats.follow(chat.number, topic, urgency)
    return chat.number


def owed_to(store: Store, chat: int) -> list[Owed]:
    """All that was ever promised to a chat, oldest first."""
    rows = store.db.rows("SELECT id FROM outbox WHERE chat = ? ORDER BY id", (chat,))
    return [store.outbox.get(row["id"]) for row in rows]
