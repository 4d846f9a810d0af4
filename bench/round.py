"""A round over many feeds, each on a loopback address of its own: nothing new, and one new item each."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from contextlib import asynccontextmanager
from datetime import timedelta
from time import perf_counter
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import httpx

from bench.data import NOW
from bench.lines import Rule, Sample, Samples
from bot.news.triage import triage
from bot.promising import announce, catch_up
from bot.sources import feeds
from bot.sources.fetch import Fetcher
from bot.sources.poll import AT_ONCE, Poller
from storage import Store
from storage.correspondence import ChatState, Place
from storage.newsitems import Topic, Urgency

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

FEEDS = 500
FOLLOWERS = 10
EVERY = 600  # seconds between two visits
ZONE = ZoneInfo("Asia/Kolkata")
AN_ITEM = 0.006  # seconds

RULES = {
    "unchanged": Rule(
        "a round over 500 feeds, nothing new", "s", lambda floor: 1.3 * floor, "bare httpx, conditional GETs"
    ),
    "new": Rule(
        "a round over 500 feeds, one new item each",
        "s",
        lambda floor: floor + AN_ITEM * FEEDS,
        "bare httpx and the same parser",
    ),
}


def run(folder: Path, scale: float) -> Samples:
    return asyncio.run(_rounds(folder / "round.db", max(2, int(FEEDS * scale))))


async def _rounds(database: Path, count: int) -> Samples:
    database.unlink(missing_ok=True)
    async with _served() as port:
        urls = [f"http://127.0.{n // 250}.{n % 250 + 1}:{port}/feed/{n}" for n in range(count)]
        with Store(database) as store:
            bare = await _bare(urls)
            ours = await _ours(store, urls)
    # the bound of the table is for all 500; at another size the items that are not there cost nothing
    missing = AN_ITEM * (FEEDS - count)
    return {"unchanged": Sample(ours[0], bare[0]), "new": Sample(ours[1], max(0.0, bare[1] - missing))}


@asynccontextmanager
async def _served() -> AsyncIterator[int]:
    """The feeds, in a process of their own; its port."""
    server = subprocess.Popen([sys.executable, "-m", "bench.feedserver"], stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout
        yield int(await asyncio.to_thread(server.stdout.readline))
    finally:
        server.terminate()
        await asyncio.to_thread(server.communicate)


async def _bare(urls: list[str]) -> tuple[float, float]:
    """Seconds of the floor: the same requests, as many at once, and the parser alone."""
    limits = httpx.Limits(max_connections=64, max_keepalive_connections=16)
    room, etags = asyncio.Semaphore(AT_ONCE), dict.fromkeys(urls, "")

    async def get(client: httpx.AsyncClient, url: str) -> None:
        async with room:
            came = await client.get(url, headers={"If-None-Match": etags[url]} if etags[url] else {})
        etags[url] = came.headers["etag"]
        if came.status_code == httpx.codes.OK:
            feeds.parse(came.content, url, NOW)

    async with httpx.AsyncClient(limits=limits, trust_env=False) as client:

        async def around() -> float:
            began = perf_counter()
            await asyncio.gather(*(get(client, url) for url in urls))
            return perf_counter() - began

        await around()
        unchanged = await around()
        await _more_news(client, urls[0])
        return unchanged, await around()


async def _ours(store: Store, urls: list[str]) -> tuple[float, float]:
    """The same rounds of ours: the first visit is over when the two are measured."""
    now = NOW
    for url in urls:
        store.watches.add(url, now, every=EVERY)
    _followers(store)
    async with Fetcher(allow_private=True) as fetcher, httpx.AsyncClient(trust_env=False) as client:
        poller = Poller(
            store=store,
            fetcher=fetcher,
            judge=triage,
            announce=lambda story, at: announce(store, story, at, ZONE),
            catch_up=lambda story, since, at: catch_up(store, story, since, at, ZONE),
            warn=lambda _notice, _at: None,
            luck=lambda: 0.5,
            clock=lambda: now,
        )

        async def around(found: int) -> float:
            nonlocal now
            now += timedelta(seconds=EVERY)
            began = perf_counter()
            done = await poller.round()
            took = perf_counter() - began
            assert (done.visited, done.failed) == (len(urls), 0), done
            assert done.found >= found, done
            return took

        await around(found=len(urls))
        unchanged = await around(found=0)
        await _more_news(client, urls[0])
        return unchanged, await around(found=len(urls))


async def _more_news(client: httpx.AsyncClient, url: str) -> None:
    """From now on every feed has one item more."""
    await client.post(url)


def _followers(store: Store) -> None:
    for number in range(FOLLOWERS):
        chat = store.chats.meet(
            Place.TELEGRAM, number + 1, kind="private", title="A reader", now=NOW, state=ChatState.ACTIVE
        )
        for topic in Topic:
            store.chats.follow(chat.number, topic, Urgency.NOTABLE)
