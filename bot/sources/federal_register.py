"""The US Federal Register's search, as its API really answers. Visits nothing: addresses out, replies in.

With no hits `results` is absent; no more than 50 pages are served, and page 51 is page 1 again; `abstract` may be null.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit
from zoneinfo import ZoneInfo

from bot.sources.feeds import MOST_SUMMARY, ParseError
from bot.sources.text import plain, shortened
from storage.newsitems import NewsItem

if TYPE_CHECKING:
    from collections.abc import Mapping

HOST = "www.federalregister.gov"
LAST_PAGE = 50
A_PAGE = 100
LOOK_BACK = timedelta(days=30)  # documents may be listed late, and a watch may have been down

_PATH = "/api/v1/documents.json"
_FIELDS = (
    "document_number",
    "title",
    "type",
    "action",
    "abstract",
    "publication_date",
    "effective_on",
    "agencies",
    "html_url",
    "citation",
)
_EASTERN = ZoneInfo("America/New_York")


@dataclass(frozen=True, slots=True)
class Reply:
    """One page of a search. `more`: whether another follows."""

    items: tuple[NewsItem, ...]
    more: bool = False


def is_search(url: str) -> bool:
    """Whether an address is a search of the Federal Register, on its pages or its API."""
    parts = urlsplit(url)
    ours = (parts.hostname or "").removeprefix("www.") == "federalregister.gov"
    return ours and parts.path.startswith(("/documents/search", _PATH))


def request_url(url: str, now: datetime, *, page: int = 1, base: str = "") -> str:
    """The API's address for a watched search: its conditions, our fields, newest first, the last 30 days.

    `base` replaces scheme and host.
    """
    where = urlsplit(base or url)
    kept = [(name, value) for name, value in parse_qsl(urlsplit(url).query) if name.startswith("conditions[")]
    if not any(name.startswith("conditions[publication_date]") for name, _ in kept):
        since = (now - LOOK_BACK).astimezone(_EASTERN).date()
        kept.append(("conditions[publication_date][gte]", since.isoformat()))
    kept += [("order", "newest"), ("per_page", str(A_PAGE)), *(("fields[]", field) for field in _FIELDS)]
    if page > 1:
        kept.append(("page", str(page)))
    return urlunsplit((where.scheme, where.netloc, _PATH, urlencode(kept), ""))


def parse(body: bytes, page: int = 1) -> Reply:
    """Read one page of a reply. Raises ParseError."""
    try:
        read: Any = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise ParseError("is no JSON, so no answer of the Federal Register's") from error
    if not isinstance(read, dict) or not ("count" in read or "results" in read):
        raise ParseError("is no answer of the Federal Register's search")
    results = read.get("results", [])
    if not isinstance(results, list):
        raise ParseError("is no answer of the Federal Register's search")
    items = tuple(item for each in results if isinstance(each, dict) and (item := _item(each)))
    total = read.get("total_pages")
    return Reply(items, isinstance(total, int) and page < min(total, LAST_PAGE))


def _item(document: Mapping[str, Any]) -> NewsItem | None:
    """None for a document without a number or a title (tomorrow's may lack one)."""
    number, title = _text(document, "document_number"), plain(_text(document, "title"), 400)
    if not number or not title:
        return None
    return NewsItem(
        title=title,
        url=_text(document, "html_url") or f"https://{HOST}/d/{number}",
        summary=_summary(document),
        publisher=_agencies(document) or "Federal Register",
        published=_day(_text(document, "publication_date")),
        guid=number,
        language="en",
    )


def _summary(document: Mapping[str, Any]) -> str:
    kind = ". ".join(filter(None, (_text(document, "type"), _text(document, "action").rstrip("."))))
    effective = _text(document, "effective_on")
    parts = (
        kind,
        plain(_text(document, "abstract")),
        f"Effective {effective}" if effective else "",
        _text(document, "citation"),
    )
    return shortened(" ".join(f"{part.rstrip('.')}." for part in parts if part), MOST_SUMMARY)


def _agencies(document: Mapping[str, Any]) -> str:
    agencies = document.get("agencies")
    if not isinstance(agencies, list):
        return ""
    names = [_text(each, "name") or _text(each, "raw_name").title() for each in agencies if isinstance(each, dict)]
    return plain(", ".join(filter(None, names)), 200)


def _day(text: str) -> datetime | None:
    """The start of a day in Washington."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=_EASTERN).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _text(holder: Mapping[str, Any], name: str) -> str:
    value = holder.get(name)
    return value if isinstance(value, str) else ""
