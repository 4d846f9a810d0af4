"""A web page into blocks, each an item known by its words. Visits nothing.

What was added since the last visit is then whatever block has no twin among those before: one that moved is not
changed, and a page that flips back to what it said is not news.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from hashlib import blake2b
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from bot.sources.dates import IST, moment
from bot.sources.feeds import MOST_ITEMS, MOST_SUMMARY, ParseError
from bot.sources.text import decoded, language_of, shortened, tidied, too_deep
from storage.identity import tidy_link, title_key
from storage.newsitems import NewsItem

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_BLOCK = 600  # characters: what is longer is a frame around blocks, and is looked into
LEAST_BLOCK = 8  # bytes: two or three signs of Chinese say as much as a word
MOST_LOOKED_AT = 20  # times a page's length: frames within frames without end are no page
MOST_TITLE = 300
_CHINA = timezone(timedelta(hours=8))

_FURNITURE = ["script", "style", "template", "noscript", "nav", "header", "footer", "aside", "form", "svg", "iframe"]
_NUMBERED = re.compile(r"^\d{1,3}[.)]\s+")
_BLOCKS = "tr, li, article, p, h1, h2, h3, h4, dt, dd"
_DATED = "time, td, span, small, em, i, b, p, div"
_FEED_TYPES = (
    "application/rss+xml",
    "application/atom+xml",
    "application/feed+json",
    "application/json",
    "application/rdf+xml",
)


def parse(body: bytes, url: str, now: datetime, *, selector: str = "", charset: str = "") -> tuple[NewsItem, ...]:
    """The blocks of a page that `selector` picks; without one, its rows, list entries and paragraphs.

    Raises ParseError when nothing is there: a changed layout is a fault, not news.
    """
    tree = _tree(body, charset)
    found = _picked(tree, selector) if selector else _blocks(tree)
    zone = _zone(url)
    items = [item for node in found if (item := _item(node, url, zone, now))]
    if not items:
        raise ParseError(f"nothing on the page matches '{selector}'" if selector else "is an empty page")
    return tuple({item.guid: item for item in items[:MOST_ITEMS]}.values())


def feed_link(body: bytes, url: str, charset: str = "") -> str:
    """The feed that a page names as its own; '' when it names none."""
    for link in _parsed(decoded(body, charset)).css("link[rel~=alternate][href]"):
        if (link.attributes.get("type") or "").strip().lower() in _FEED_TYPES:
            return _joined(url, link.attributes.get("href") or "")
    return ""


def title_of(body: bytes, charset: str = "") -> str:
    """A page's own title; '' when it has none."""
    found = _parsed(decoded(body, charset)).css_first("title")
    return shortened(tidied(found.text()), 120) if found else ""


def _tree(body: bytes, charset: str) -> LexborHTMLParser:
    text = decoded(body, charset).strip()
    if text.startswith("{"):
        text = _inner_markup(text)
    if not text:
        raise ParseError("is an empty page")
    return _parsed(text)


def _parsed(text: str) -> LexborHTMLParser:
    if too_deep(text):
        raise ParseError("is nested too deeply to be read")
    return LexborHTMLParser(text)


def _inner_markup(text: str) -> str:
    """The list of a page that its own script fetches as JSON around HTML, as MOFCOM's does."""
    try:
        read: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ParseError("is broken JSON") from error
    inner = read.get("data") if isinstance(read, dict) else None
    markup = inner.get("html") if isinstance(inner, dict) else inner
    if not isinstance(markup, str):
        raise ParseError("is JSON without a page in it")
    return markup


def _picked(tree: LexborHTMLParser, selector: str) -> list[LexborNode]:
    try:
        return tree.css(selector)
    except (SelectolaxError, ValueError) as error:
        raise ParseError(f"'{selector}' is no CSS selector") from error


def _blocks(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    """The outermost blocks that are short enough to say one thing, and frame no others of their kind."""
    tree.strip_tags(_FURNITURE, recursive=True)
    patience = MOST_LOOKED_AT * max(len(tree.html or ""), 1000)
    taken: set[int] = set()
    for node in tree.css(_BLOCKS):
        if node.mem_id in taken:
            continue
        inner = [each for each in node.css(_BLOCKS) if each.mem_id != node.mem_id]
        size = len(node.text(separator=" "))
        patience -= size + len(inner)
        if patience < 0:
            raise ParseError("is nested too deeply to be read")
        if size <= MOST_BLOCK and not any(each.tag == node.tag for each in inner):
            taken.update(each.mem_id for each in inner)
            yield node


def _words(node: LexborNode) -> str:
    """What a block says, without its number in a list: that changes when another is put before it."""
    text = tidied(node.text(separator=" "))
    first = node.css_first("td, th") if node.tag == "tr" else None
    number = tidied(first.text()) if first else ""
    if number.rstrip(".)").isdigit() and text.startswith(number):
        return text[len(number) :].lstrip()
    return _NUMBERED.sub("", text)


def _item(node: LexborNode, page: str, zone: tzinfo, now: datetime) -> NewsItem | None:
    text = _words(node)
    link = _link(node)
    title = _title(link) or text
    if len(max(text, title, key=len).encode()) < LEAST_BLOCK:
        return None
    return NewsItem(
        title=shortened(title, MOST_TITLE),
        url=_joined(page, link.attributes.get("href") or "") if link else page,
        summary="" if text == title else shortened(text, MOST_SUMMARY),
        published=_date(node, zone, now, day_first=_indian(page)),
        guid=f"block {blake2b(title_key(f'{text} {title}').encode(), digest_size=16).hexdigest()}",
        language=language_of(text),
    )


def _link(node: LexborNode) -> LexborNode | None:
    if node.tag == "a" and node.attributes.get("href"):
        return node
    return node.css_first("a[href]")


def _title(link: LexborNode | None) -> str:
    """The words of a link; its `title` where they are cut short."""
    if link is None:
        return ""
    shown, full = tidied(link.text(separator=" ")), tidied(link.attributes.get("title") or "")
    best = max(shown, full, key=len)
    return best if len(best.encode()) >= LEAST_BLOCK else ""


def _date(node: LexborNode, zone: tzinfo, now: datetime, *, day_first: bool) -> datetime | None:
    """The first date that stands by itself in the block: one inside a sentence may be of anything."""
    for each in (*node.css(_DATED), *_followers(node)):
        text = each.attributes.get("datetime") or each.text(deep=True)
        found = moment(text.strip().strip("[]()（）【】 "), zone, day_first=day_first)
        if found and found <= now + timedelta(days=1):
            return found
    return None


def _followers(node: LexborNode) -> Iterator[LexborNode]:
    """What stands right after a block that is a mere link: often its date."""
    after = node.next if node.tag == "a" else None
    while after is not None and after.tag == "-text":
        after = after.next
    if after is not None:
        yield after


def _joined(page: str, href: str) -> str:
    try:
        whole = urljoin(page, href.strip())
        web = urlsplit(whole).scheme in ("http", "https") and bool(urlsplit(whole).hostname)
    except ValueError:
        return page
    return tidy_link(whole) if web else page


def _indian(url: str) -> bool:
    return (urlsplit(url).hostname or "").endswith(".in")


def _zone(url: str) -> tzinfo:
    """The time that a site of this place writes."""
    host = urlsplit(url).hostname or ""
    if host.endswith(".cn"):
        return _CHINA
    return IST if _indian(url) else UTC
