"""Years of work in minutes: updates and stories through the stand-in, and memory looked at on the way.

The whole bot in this process, on a clock that runs ahead; what the stand-in would remember is thrown away.
"""

from __future__ import annotations

import asyncio
import logging
import statistics
from datetime import datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any

import httpx

from bench.asking import sentences
from bench.data import NOW, items
from bench.lines import Rule, Sample, Samples, resident
from bench.standin import TOKEN, Listening
from bot import app
from bot.chat.pacer import FREE
from bot.settings import Settings
from storage import Store
from storage.records import Topic, Urgency
from storage.seed import seed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

UPDATES, STORIES = 200_000, 50_000
PEOPLE = 100
AT_ONCE = 50  # questions that are under way together
FEED = "https://feed.example.org/"
AN_ITEM = timedelta(minutes=10)  # of the clock between two items: some 140 a day
LOOKS = 20
GROWTH = 16.0  # MiB: what allocators and caches of fixed size still take after the first third

RULES = {
    "growth": Rule(
        "memory after 200,000 updates and 50,000 stories, against the first third",
        "MiB",
        lambda floor: floor + GROWTH,
        "after a third of it",
    ),
    "unanswered": Rule("questions of it without an answer", "questions", lambda _floor: 0),
}


class Forgetful(Listening):
    """Counts what it is told, and keeps none of it."""

    def __init__(self) -> None:
        super().__init__()
        self.told = 0

    def _note(self, method: str, *_: Any, **__: Any) -> None:
        self.told += method.startswith("send")

    def forget(self) -> None:
        self.messages.clear()
        self.arrivals.clear()
        self.queries.clear()


class Feed:
    """A source whose page always holds the newest few items."""

    def __init__(self) -> None:
        self.page: list[str] = []
        self._news: Iterator[str] = (
            f"<item><title>{each.title}</title><link>{each.url}</link><guid>{each.guid}</guid>"
            f"<description>{each.summary}</description></item>"
            for each in items(10_000_000, every=1)
        )

    def more(self, count: int) -> None:
        self.page = [*islice(self._news, count), *self.page][:20]

    def answer(self, _request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, text=f"<rss version='2.0'><channel>{''.join(self.page)}</channel></rss>")


def run(folder: Path, scale: float) -> Samples:
    logging.disable(logging.WARNING)
    return asyncio.run(_soak(folder / "soak.db", int(UPDATES * scale), int(STORIES * scale)))


async def _soak(database: Path, updates: int, stories: int) -> Samples:
    at = NOW

    def now() -> datetime:
        return at

    telegram, feed = Forgetful(), Feed()
    people = telegram.people(PEOPLE)
    with Store(database) as store:
        seed(store, NOW)
        store.watches.add(FEED, NOW, every=60)
        house = app.build(
            Settings(_env_file=None, open_access=True, database_path=database),
            store,
            now,
            token=TOKEN,
            request=telegram.request(),
            polling=telegram.request(),
            transport=httpx.MockTransport(feed.answer),
        )
        house.chat.sender.pacer._pace = FREE  # noqa: SLF001 - years at thirty a second would take years
        await house.chat.begin()
        await house.chat.poll(5)
        await asyncio.gather(*(telegram.asked(chat.id, "hello") for chat in people))
        chat = store.chats.all()[0]
        for topic in Topic:
            store.chats.follow(chat.number, topic, Urgency.ROUTINE)
        texts = sentences(updates)
        looks, asked = [], 0
        for look in range(1, LOOKS + 1):
            while asked < updates * look // LOOKS:
                some = list(islice(texts, min(AT_ONCE, PEOPLE, updates - asked)))
                await asyncio.gather(*(telegram.asked(people[n].id, text) for n, text in enumerate(some)))
                asked += len(some)
                wanted = stories * asked // updates - stories * (asked - len(some)) // updates
                if wanted:
                    at += AN_ITEM * wanted
                    feed.more(wanted)
                    await house.poller.round()
                telegram.forget()
            store.upkeep.prune(at)
            looks.append(resident())
            print(f"{asked} updates, {_stories(store)} stories, {looks[-1]:.0f} MiB", flush=True)
        await house.chat.end()
        await house.fetcher.aclose()
        unanswered = len(store.inbox.undone(house.chat.line))
    early = statistics.median(looks[LOOKS // 4 : LOOKS // 2])
    return {
        "growth": Sample(statistics.median(looks[-3:]), early),
        "unanswered": Sample(unanswered),
    }


def _stories(store: Store) -> int:
    return int(store.db.value("SELECT count(*) FROM items"))
