"""Years of work in minutes: updates and stories through the stand-in, and memory looked at on the way.

The whole bot in this process, on a clock that runs ahead; what the stand-in would remember is thrown away. It is long, so it
says on standard error how far it is, and however it ends, how it ended.
"""

from __future__ import annotations

import asyncio
import logging
import signal
import statistics
import sys
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass, field
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
from storage.newsitems import Topic, Urgency
from storage.seed import seed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.clock import Clock

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


@dataclass(slots=True)
class Progress:
    """How far it is, said on standard error at once: whoever ends it may give it no time to say more."""

    updates: int
    asked: int = 0
    looks: list[float] = field(default_factory=list)  # MiB, in even steps
    signal: str = ""  # that asked us to stop

    @property
    def next_look(self) -> int:
        """After how many updates memory is looked at next."""
        return self.updates * (len(self.looks) + 1) // LOOKS

    def look(self, stories: int) -> None:
        self.looks.append(resident())
        _say(f"{self.asked} updates, {stories} stories, {self.looks[-1]:.0f} MiB")

    def heed_signals(self) -> None:
        """Whoever asks us to stop is told how far it was."""
        task = asyncio.current_task()
        assert task

        def stop(name: str) -> None:
            self.signal = name
            task.cancel()

        for number in (signal.SIGTERM, signal.SIGHUP):
            asyncio.get_running_loop().add_signal_handler(number, stop, number.name)

    @contextmanager
    def told(self) -> Iterator[None]:
        """Says how it ended. What kills without a word (SIGKILL, as for want of memory) is told by the exit code alone."""
        how = "whole"
        try:
            yield
        except asyncio.CancelledError:
            how = f"by {self.signal}"
            raise SystemExit(1) from None
        except BaseException as end:
            how = f"by {end!r}"
            raise
        finally:
            _say(f"ended {how} after {self.asked} of {self.updates} updates")


def _say(what: str) -> None:
    print(f"soak: {what}", file=sys.stderr, flush=True)


def run(folder: Path, scale: float) -> Samples:
    logging.disable(logging.WARNING)
    progress = Progress(max(LOOKS, int(UPDATES * scale)))
    try:
        with progress.told():
            return asyncio.run(_soak(folder / "soak.db", progress, int(STORIES * scale)))
    finally:
        logging.disable(logging.NOTSET)


async def _soak(database: Path, progress: Progress, stories: int) -> Samples:
    at = NOW

    def now() -> datetime:
        return at

    progress.heed_signals()
    telegram, feed = Forgetful(), Feed()
    with Store(database) as store:
        seed(store, NOW)
        store.watches.add(FEED, NOW, every=60)
        house = _house(store, now, telegram, feed)
        async with AsyncExitStack() as ends:
            ends.push_async_callback(house.aclose)
            ends.push_async_callback(house.chat.end)
            await house.chat.begin()
            await house.chat.poll(5)
            people = await _people(telegram, store)
            texts = sentences(progress.updates)
            while progress.asked < progress.updates:
                count = min(AT_ONCE, progress.next_look - progress.asked)
                await asyncio.gather(*(telegram.asked(people[n], text) for n, text in enumerate(islice(texts, count))))
                found = _share(stories, progress, count)
                progress.asked += count
                if found:
                    at += AN_ITEM * found
                    feed.more(found)
                    await house.poller.round()
                telegram.forget()
                if progress.asked == progress.next_look:
                    store.upkeep.prune(at)
                    progress.look(_stories(store))
        unanswered = len(store.inbox.undone(house.chat.line))
    early = statistics.median(progress.looks[LOOKS // 4 : LOOKS // 2])
    return {
        "growth": Sample(statistics.median(progress.looks[-3:]), early),
        "unanswered": Sample(unanswered),
    }


def _house(store: Store, now: Clock, telegram: Forgetful, feed: Feed) -> app.House:
    house = app.build(
        Settings(_env_file=None, open_access=True, database_path=store.path),
        store,
        now,
        token=TOKEN,
        request=telegram.request(),
        polling=telegram.request(),
        transport=httpx.MockTransport(feed.answer),
    )
    house.chat.sender.pacer._pace = FREE  # noqa: SLF001 - years at thirty a second would take years
    return house


async def _people(telegram: Forgetful, store: Store) -> list[int]:
    """Who asks; the first of them follows everything."""
    people = [chat.id for chat in telegram.people(PEOPLE)]
    await asyncio.gather(*(telegram.asked(chat, "hello") for chat in people))
    first = store.chats.all()[0]
    for topic in Topic:
        store.chats.follow(first.number, topic, Urgency.ROUTINE)
    return people


def _share(stories: int, progress: Progress, count: int) -> int:
    """The stories that come while so many are asked: they are spread evenly over all updates."""
    return stories * (progress.asked + count) // progress.updates - stories * progress.asked // progress.updates


def _stories(store: Store) -> int:
    return int(store.db.value("SELECT count(*) FROM items"))
