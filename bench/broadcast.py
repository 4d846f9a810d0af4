"""An alert to many chats, as fast as Telegram allows, and with its refusals heeded."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bench.data import items
from bench.lines import Rule, Sample, Samples, at_most
from bench.standin import FIRST_PERSON, LODESTONE, Listening, flood, running
from bot.clock import utc_now
from bot.promising import announce
from storage import Store
from storage.correspondence import ChatState, Place
from storage.newsitems import Fate, Story, Topic, Urgency

if TYPE_CHECKING:
    from pathlib import Path

CHATS = 300
A_SECOND = 30  # Telegram's limit over all chats
DELAY = 0.08  # seconds until the stand-in answers
STOPPED = 2  # seconds, in the one 429 that is planted

RULES = {
    "seconds": Rule(
        "a broadcast to 300 chats, first call to last answer", "s", lambda floor: 1.05 * floor, "30 a second"
    ),
    "noticed": Rule("until another process's promise of it is noticed", "s", at_most(1.1)),
    "repeated": Rule("messages of it that came twice or never", "messages", at_most(0)),
    "ignored": Rule("calls made to a chat within its 429", "calls", at_most(0)),
    "floods": Rule("other 429s met on the way", "calls", at_most(0)),
}


def run(folder: Path, scale: float) -> Samples:
    return asyncio.run(_broadcast(folder / "broadcast.db", max(A_SECOND + 1, int(CHATS * scale))))


async def _broadcast(database: Path, chats: int) -> Samples:
    telegram = Listening(limits=True)
    telegram.delay = DELAY
    telegram.people(chats)
    database.unlink(missing_ok=True)
    stopped = FIRST_PERSON + chats // 2
    with Store(database) as store:
        _follow(store, chats)
        async with running(telegram, LODESTONE, database):
            telegram.fault("sendMessage", flood(STOPPED), chat=stopped)
            began = time.perf_counter()
            _promise(store)
            await _all_told(telegram, chats)
    first = min(at for at, _ in telegram.arrivals) - DELAY
    ended = max(at for at, chat in telegram.arrivals if chat != stopped)
    told = Counter(chat for _, chat in telegram.arrivals)
    return {
        "seconds": Sample(ended - first, chats / A_SECOND),
        "noticed": Sample(first - began),
        "repeated": Sample(sum(told[FIRST_PERSON + n] != 1 for n in range(chats))),
        "ignored": Sample(_within(telegram, stopped)),
        "floods": Sample(sum(chat != stopped for _, chat in telegram.refused)),
    }


def _follow(store: Store, chats: int) -> None:
    for number in range(chats):
        chat = store.chats.meet(
            Place.TELEGRAM,
            FIRST_PERSON + number,
            kind="private",
            title=f"Person {number}",
            now=utc_now(),
            state=ChatState.ACTIVE,
        )
        store.chats.follow(chat.number, Topic.EXPORT_CONTROL, Urgency.NOTABLE)


def _promise(store: Store) -> None:
    """As a round does that found an urgent item; from another process, so that the drain must see it by itself."""
    now = utc_now()
    watch = store.watches.add("https://example.org/feed", now)
    store.watches.pause(watch.number)
    with store.atomic():
        story = store.news.open_story("licences", Topic.EXPORT_CONTROL, Urgency.URGENT, now)
        item = store.news.remember(
            next(iter(items(1))),
            ("licences",),
            watch=watch.number,
            now=now,
            relevant=True,
            topic=story.topic,
            urgency=story.urgency,
            why="made for measuring",
            fate=Fate.TOLD,
            story=story.number,
        )
        told = Story(story.number, "licences", story.topic, story.urgency, item, now, now, 1, 1, now)
        store.news.keep_story(told)
        announce(store, told, now, ZoneInfo("Asia/Kolkata"))


async def _all_told(telegram: Listening, chats: int) -> None:
    async with asyncio.timeout(chats / A_SECOND * 4 + 30):
        while len({chat for _, chat in telegram.arrivals}) < chats:
            await asyncio.sleep(0.01)
    await asyncio.sleep(1.5)  # whatever would come twice


def _within(telegram: Listening, stopped: int) -> int:
    """Calls to the chat before the time that its 429 named was over."""
    until = next(at for at, chat in telegram.refused if chat == stopped) + STOPPED
    calls = [at for at, chat in (*telegram.arrivals, *telegram.refused) if chat == stopped]
    return sum(at < until for at in calls) - 1
