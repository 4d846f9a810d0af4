"""One watch visited and read: an address, whatever its kind, becomes items. Decides nothing and keeps nothing."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from bot.sources import federal_register, feeds, pages
from bot.sources.fetch import Fault, Fetcher, FetchError, Hints, NotModified, Page
from storage.newsitems import NewsItem, Visits, Watch, WatchKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, timedelta

LARGE = 200_000  # bytes: reading more than this is handed to a thread, so that the chat does not wait for it
MOST_PAGES = 5  # of a Federal Register search; the newest come first

T = TypeVar("T")

_FEED_ENDS = (".rss", ".xml", ".atom", ".rdf", "/feed", "/rss", "feed.json")
_FEED_PARTS = ("/rss", "/feed", "rssmain", "viewrss", "display-feed")


@dataclass(frozen=True, slots=True)
class Brought:
    """What a visit brought. `digest` is of what came, so that the same is not read twice."""

    items: tuple[NewsItem, ...]
    hints: Hints
    etag: str = ""
    last_modified: str = ""
    digest: str = ""
    ttl: timedelta | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Unchanged:
    """Nothing new: the server said so, or the same came again."""

    hints: Hints


async def visit(
    fetcher: Fetcher, watch: Watch, before: Visits, now: datetime, *, register: str = ""
) -> Brought | Unchanged:
    """Visit a watch. `register` replaces scheme and host of the Federal Register. Raises FetchError."""
    if watch.kind is WatchKind.FEDERAL_REGISTER:
        return await _search(fetcher, watch, before, now, register)
    came = await fetcher.get(
        watch.url, now, etag=before.etag, last_modified=before.last_modified, robots=watch.kind is WatchKind.PAGE
    )
    if isinstance(came, NotModified):
        return Unchanged(came.hints)
    digest = blake2b(came.body, digest_size=16).hexdigest()
    if digest == before.digest:
        return Unchanged(came.hints)
    read = _feed if watch.kind is WatchKind.FEED else _page
    items, title, ttl = await _read(partial(read, came, watch, now), came)
    return Brought(items, came.hints, came.etag, came.last_modified, digest, ttl, title)


def kind_by_name(url: str) -> WatchKind:
    """What an address most likely is, by its words alone."""
    if federal_register.is_search(url):
        return WatchKind.FEDERAL_REGISTER
    parts = urlsplit(url.lower())
    named = parts.path.endswith(_FEED_ENDS) or any(part in parts.path for part in _FEED_PARTS)
    return WatchKind.FEED if named else WatchKind.PAGE


async def _search(fetcher: Fetcher, watch: Watch, before: Visits, now: datetime, register: str) -> Brought | Unchanged:
    """A search of the Federal Register, page after page while each brings something that was not there."""
    found: dict[str, NewsItem] = {}
    digest, hints = blake2b(digest_size=16), Hints()
    for number in range(1, MOST_PAGES + 1):
        url = federal_register.request_url(watch.url, now, page=number, base=register)
        came = await fetcher.get(url, now)
        if isinstance(came, NotModified):
            break
        digest.update(came.body)
        reply = _understood(partial(federal_register.parse, came.body, number), came.url)
        fresh = {item.guid: item for item in reply.items if item.guid not in found}
        found |= fresh
        hints = came.hints
        if not (reply.more and fresh):
            break
    if digest.hexdigest() == before.digest:
        return Unchanged(hints)
    return Brought(tuple(found.values()), hints, digest=digest.hexdigest())


def _feed(came: Page, watch: Watch, now: datetime) -> tuple[tuple[NewsItem, ...], str, timedelta | None]:
    feed = feeds.parse(came.body, came.url, now, charset=came.charset)
    return feed.items, feed.title or watch.name, feed.ttl


def _page(came: Page, watch: Watch, now: datetime) -> tuple[tuple[NewsItem, ...], str, timedelta | None]:
    return pages.parse(came.body, came.url, now, selector=watch.selector, charset=came.charset), watch.name, None


async def _read(read: Callable[[], T], came: Page) -> T:
    if len(came.body) < LARGE:
        return _understood(read, came.url)
    return await asyncio.to_thread(_understood, read, came.url)


def _understood(read: Callable[[], T], url: str) -> T:
    try:
        return read()
    except feeds.ParseError as error:
        raise FetchError(url, str(error), Fault.CONTENT) from error
