"""What an address is, before it is watched: a feed, a page that names its feed, a search, or a page. Keeps nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.sources import feeds, pages
from bot.sources.fetch import Fault, Fetcher, FetchError, Page
from bot.sources.reading import Brought, kind_by_name, visit
from storage.newsitems import Visits, Watch, WatchKind

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Proposal:
    """A watch as it could be added. `url` is the feed's own where the page that was given names one."""

    url: str
    kind: WatchKind
    name: str
    items: int


async def propose(
    fetcher: Fetcher,
    address: str,
    now: datetime,
    *,
    kind: WatchKind | None = None,
    selector: str = "",
    register: str = "",
) -> Proposal:
    """Visit an address and say how it can be watched; `kind` where somebody said it. Raises FetchError."""
    url = with_scheme(address)
    if kind is WatchKind.FEDERAL_REGISTER or (kind is None and kind_by_name(url) is WatchKind.FEDERAL_REGISTER):
        return await _search(fetcher, url, now, register)
    came = await fetcher.get(url, now, robots=kind is WatchKind.PAGE)
    if not isinstance(came, Page):
        raise FetchError(url, "sent nothing", Fault.CONTENT)
    if kind is not WatchKind.PAGE:
        feed = _as_feed(came, url, now) or (await _named_feed(fetcher, came, now) if kind is None else None)
        if feed is not None:
            return feed
    return await _as_page(fetcher, url, now, selector) if kind is not WatchKind.FEED else _not_a_feed(came, now)


def with_scheme(address: str) -> str:
    """An address as people type it, made whole. Raises FetchError for a word that is none.

    >>> with_scheme("example.org/feed")
    'https://example.org/feed'
    """
    address = address.strip()
    if "://" in address:
        return address
    if "." not in address.partition("/")[0].strip("."):
        raise FetchError(address, "is no web address; write it whole, as https://example.org/feed", Fault.ADDRESS)
    return f"https://{address}"


async def _search(fetcher: Fetcher, url: str, now: datetime, register: str) -> Proposal:
    watch = Watch(0, url, "", WatchKind.FEDERAL_REGISTER, None, True, None, "", False, now)  # noqa: FBT003
    found = await visit(fetcher, watch, Visits(0), now, register=register)
    items = len(found.items) if isinstance(found, Brought) else 0
    return Proposal(url, WatchKind.FEDERAL_REGISTER, "Federal Register", items)


def _as_feed(came: Page, url: str, now: datetime) -> Proposal | None:
    try:
        feed = feeds.parse(came.body, came.url, now, charset=came.charset)
    except feeds.ParseError:
        return None
    return Proposal(url, WatchKind.FEED, feed.title, len(feed.items))


async def _named_feed(fetcher: Fetcher, came: Page, now: datetime) -> Proposal | None:
    """The feed that a page names as its own; None when it names none, or none that can be read."""
    try:
        url = pages.feed_link(came.body, came.url, came.charset)
        feed = await fetcher.get(url, now) if url else None
    except (feeds.ParseError, FetchError):
        return None
    return _as_feed(feed, url, now) if isinstance(feed, Page) else None


async def _as_page(fetcher: Fetcher, url: str, now: datetime, selector: str) -> Proposal:
    came = await fetcher.get(url, now, robots=True)
    if not isinstance(came, Page):
        raise FetchError(url, "sent nothing", Fault.CONTENT)
    try:
        blocks = pages.parse(came.body, came.url, now, selector=selector, charset=came.charset)
        return Proposal(url, WatchKind.PAGE, pages.title_of(came.body, came.charset), len(blocks))
    except feeds.ParseError as error:
        raise FetchError(url, str(error), Fault.CONTENT) from error


def _not_a_feed(came: Page, now: datetime) -> Proposal:
    try:
        feeds.parse(came.body, came.url, now, charset=came.charset)
    except feeds.ParseError as error:
        raise FetchError(came.url, str(error), Fault.CONTENT) from error
    raise AssertionError("a feed that can be read was proposed before")
