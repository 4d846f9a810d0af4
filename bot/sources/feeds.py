"""A feed's bytes into items: RSS 0.9 to 2.0, RDF, Atom and JSON Feed. Visits nothing; any bytes give items or an error.

fastfeedparser does the reading. Before it, what it is known to stumble over is mended in the text: what stands before
the feed (an XML declaration, a DOCTYPE with its entities, a warning of PHP's), HTML's named entities, a bare `&`,
wrong encodings. Its reading of dates is not used: each is read by our own rules and handed to it as an instant, and an
instant that it made out of anything else is dropped. No entity is defined, so none is expanded; nothing else is read.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo
from html.entities import html5
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

import fastfeedparser

from bot.sources.dates import IST, moment
from bot.sources.text import decoded, language_of, plain, tidied
from storage.identity import tidy_link
from storage.newsitems import NewsItem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MOST_ITEMS = 1000
MOST_TITLE = 400
MOST_SUMMARY = 1000
AHEAD = timedelta(days=1)  # a date further ahead than this is a mistake of the source's
LONGEST_TTL = timedelta(days=1)

_ROOT = re.compile(r"<(?:[\w.-]+:)?(?:rss|feed|rdf|channel)[\s>]", re.IGNORECASE)
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_AMPERSAND = re.compile(r"&(?!#\d{1,7};|#[xX][\da-fA-F]{1,6};|(?:amp|lt|gt|quot|apos);)(?:(\w{2,32};))?")
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_FIRST_ITEM = re.compile(r"<(?:[\w.-]+:)?(?:item|entry)[\s>]", re.IGNORECASE)
_SHORT = r"(?:[^<]{0,300}|\s*<!\[CDATA\[[^<\]]{0,300}\]\]>\s*)"
_DATED = re.compile(
    r"(<((?:[\w.-]+:)?(?:pubdate|published|updated|modified|issued|created|date|lastbuilddate))(?:\s[^<>]{0,99})?>)"
    rf"({_SHORT})</\2\s*>",
    re.IGNORECASE,
)
# RSS names the outlet of an item in <source>, which the parser passes over, and a person in <author>, whom we need not.
_PERSON = re.compile(r"(</?)(?:author|dc:creator)(?=[\s>])", re.IGNORECASE)
_OUTLET = re.compile(rf"<source(?:\s[^<>]{{0,2000}})?>({_SHORT})</source\s*>", re.IGNORECASE)
# Markup in a title that should have been escaped: the parser would stop at it.
_NESTED = re.compile(
    r"(<title(?:\s[^<>]{0,99})?>)((?:[^<]{0,300}<(?!/?title\b|!)[^<>]{0,300}>){1,20}[^<]{0,300})(</title\s*>)",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"https?://[\w.-]+(?:/[!-~]*)?")
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
_LANGUAGE = re.compile(r"<(?:dc:)?language>\s*([\w-]{2,20})\s*<", re.IGNORECASE)
_XML_LANGUAGE = re.compile(r"""\sxml:lang\s*=\s*["']([\w-]{2,20})["']""", re.IGNORECASE)
_TTL = re.compile(r"<ttl>\s*(\d{1,6})\s*<", re.IGNORECASE)


class ParseError(Exception):
    """What came is not what it should be; the message is one line for people."""


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says. `ttl`: how long it asks not to be fetched again."""

    title: str
    items: tuple[NewsItem, ...]
    ttl: timedelta | None = None
    language: str = ""


def parse(body: bytes, url: str, now: datetime, *, charset: str = "") -> Feed:
    """Read a feed that came from `url`. Raises ParseError."""
    text = decoded(body, charset).strip()
    if not text:
        raise ParseError("is empty")
    if text.startswith("{"):
        return _json_feed(text, _Place.of(url, now))
    return _xml_feed(text, _Place.of(url, now))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a feed stands: what its links and its dates are relative to."""

    url: str
    now: datetime
    zone: tzinfo
    day_first: bool

    @classmethod
    def of(cls, url: str, now: datetime) -> _Place:
        """Indian sites write India's time, and days before months."""
        indian = (urlsplit(url).hostname or "").endswith(".in")
        return cls(url, now, IST if indian else UTC, indian)

    def date(self, text: str) -> datetime | None:
        found = moment(text, self.zone, day_first=self.day_first)
        return found if found is None or found <= self.now + AHEAD else None

    def link(self, *candidates: str) -> str:
        """The first that is a web address, made whole and without its tracking; else the feed's own."""
        for each in filter(None, candidates):
            try:
                whole = each if _WHOLE.fullmatch(each) else urljoin(self.url, tidied(each).replace(" ", "%20"))
                if each.strip() and urlsplit(whole).scheme in ("http", "https") and urlsplit(whole).hostname:
                    return tidy_link(whole)
            except ValueError:
                continue
        return self.url


def _xml_feed(text: str, place: _Place) -> Feed:
    start = _ROOT.search(text)
    if start is None:
        raise ParseError("is a web page, not a feed" if _HTML.search(text) else "is no feed")
    if (page := _HTML.search(text)) and page.start() < start.start():
        raise ParseError("is a web page, not a feed")
    mended, dates = _mended(text[start.start() :], place)
    read = _read(mended)
    head = mended[: found.start() if (found := _FIRST_ITEM.search(mended)) else 4000]
    language = _first(_LANGUAGE, head) or _first(_XML_LANGUAGE, head)
    title = plain(_text(read.get("feed") or {}, "title"), MOST_TITLE)
    items = tuple(_items(read.get("entries") or [], title, language, place, dates))
    return Feed(title, items, _ttl(_first(_TTL, head)), language_of("", language))


def _mended(text: str, place: _Place) -> tuple[str, frozenset[str]]:
    """The text as the parser reads it right, and the instants that stand in it."""
    dates = set()

    def instant(found: re.Match[str]) -> str:
        when = place.date(_CDATA.sub("", found[3]))
        said = when.strftime("%Y-%m-%dT%H:%M:%SZ") if when else ""
        dates.add(said)
        return f"{found[1]}{said}</{found[2]}>"

    text = _AMPERSAND.sub(_escaped, _UNFIT.sub("", text))
    text = _OUTLET.sub(r"<author>\1</author>", _PERSON.sub(r"\1byline", text))
    text = _NESTED.sub(r"\1<![CDATA[\2]]>\3", text)
    return _DATED.sub(instant, text), frozenset(dates)


def _escaped(found: re.Match[str]) -> str:
    """A named entity of HTML's as its character; any other `&` as plain text."""
    name = found[1]
    if name and name in html5:
        return html5[name].replace("&", "&amp;").replace("<", "&lt;")
    return f"&amp;{name or ''}"


def _read(text: str) -> Mapping[str, Any]:
    try:
        return fastfeedparser.parse(  # type: ignore[no-any-return]
            text.encode("utf-8", "replace"), include_tags=False, include_media=False, include_enclosures=False
        )
    except Exception as error:  # whatever a stranger's bytes do to the parser is the feed's fault
        raise ParseError("cannot be read as a feed") from error


def _items(
    entries: list[Mapping[str, Any]], outlet: str, language: str, place: _Place, dates: frozenset[str]
) -> Iterator[NewsItem]:
    for entry in entries[:MOST_ITEMS]:
        guid = _text(entry, "id").strip()
        stated = _stated(_text(entry, "published") or _text(entry, "updated"), dates)
        found = _item(
            place,
            title=_text(entry, "title"),
            summary=_text(entry, "description"),
            link=place.link(_text(entry, "link"), guid if guid.startswith("http") else ""),
            guid=guid,
            publisher=tidied(_text(entry, "author")),
            published=stated,
            language=language,
        )
        if found:
            yield found if found.publisher else replace(found, publisher=outlet)


def _item(
    place: _Place,
    *,
    title: str,
    summary: str,
    link: str,
    guid: str,
    publisher: str,
    published: datetime | None,
    language: str,
) -> NewsItem | None:
    """None for what has neither a title nor a text."""
    told, publisher = _without_outlet(plain(title, MOST_TITLE), plain(publisher, 120), place)
    text = plain(summary, MOST_SUMMARY)
    if not (told or text):
        return None
    return NewsItem(
        title=told or plain(summary, 120),
        url=link,
        summary="" if told and text.startswith(told) and len(text) < len(told) + 80 else text,
        publisher=publisher,
        published=published,
        guid=guid[:500],
        language=language_of(told or text, language),
    )


def _without_outlet(title: str, outlet: str, place: _Place) -> tuple[str, str]:
    """'Headline - Outlet' as its two parts, where the outlet is known or the feed is one that always writes so."""
    head, dash, tail = title.rpartition(" - ")
    if dash and head and outlet and tail.casefold() == outlet.casefold():
        return head.rstrip(), outlet
    if dash and head and not outlet and urlsplit(place.url).hostname == "news.google.com":
        return head.rstrip(), tail
    return title, outlet


def _stated(said: str, dates: frozenset[str]) -> datetime | None:
    """A date that stands in the document; one that the parser made out of something else is none."""
    if not said:
        return None
    try:
        found = datetime.fromisoformat(said).astimezone(UTC)
    except ValueError:
        return None
    return found if found.strftime("%Y-%m-%dT%H:%M:%SZ") in dates else None


def _json_feed(text: str, place: _Place) -> Feed:
    try:
        read = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ParseError("is broken JSON") from error
    entries = read.get("items") if isinstance(read, dict) else None
    if not isinstance(entries, list):
        raise ParseError("is JSON, but no JSON Feed")
    title, language = plain(_text(read, "title"), MOST_TITLE), _text(read, "language")
    found = (_json_item(each, title, language, place) for each in entries[:MOST_ITEMS] if isinstance(each, dict))
    return Feed(title, tuple(each for each in found if each), None, language_of("", language))


def _json_item(entry: Mapping[str, Any], outlet: str, language: str, place: _Place) -> NewsItem | None:
    guid = _text(entry, "id")
    return _item(
        place,
        title=_text(entry, "title"),
        summary=_text(entry, "summary") or _text(entry, "content_text") or _text(entry, "content_html"),
        link=place.link(_text(entry, "url"), _text(entry, "external_url"), guid if guid.startswith("http") else ""),
        guid=guid,
        publisher=outlet,
        published=place.date(_text(entry, "date_published")),
        language=_text(entry, "language") or language,
    )


def _text(holder: Mapping[str, Any], name: str) -> str:
    """A field as text; what is no text (a list, an object) counts as absent."""
    value = holder.get(name)
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return (found[1] if pattern.groups else found[0]) if found else ""


def _ttl(minutes: str) -> timedelta | None:
    return min(timedelta(minutes=int(minutes)), LONGEST_TTL) if minutes else None
