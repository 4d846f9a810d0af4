"""What makes two items of news the same: a guid within a feed, a cleaned link, or a title of one outlet on one day.

Works on text alone and visits nothing.
"""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING
from unicodedata import normalize
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

if TYPE_CHECKING:
    from datetime import date

    from storage.newsitems import NewsItem

# Parameters that say who sent the reader, not what is read.
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|_gl|ref|ref_src|ref_url|referrer|cmpid|cmp|ito|oc|"
    r"ved|usg|ncid|ocid|spm|at_\w+|pk_\w+|mtm_\w+|amp|outputtype|hss_channel|"
    r"smid|sr_share|guccounter|guce_\w+|__twitter_impression)",
    re.IGNORECASE,
)
_AMP_PART = re.compile(r"(?:^|/)amp(?=/|$)|\.amp(?=\.html?$|$)", re.IGNORECASE)
_HOST_PREFIX = re.compile(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.[^.]+)")
_INDEX = re.compile(r"/(?:index\.(?:html?|php|aspx?))?$", re.IGNORECASE)
_ADDRESS = re.compile(rb"https?://[\x21-\x7e]+")
# Vowel signs of Devanagari belong to their word, though they are no letters to `re`.
_NOT_WORDS = re.compile("(?:[^\\w\u0900-\u0903\u093a-\u094f\u0962\u0963\u200c\u200d]|_)+")
_APOSTROPHES = re.compile("['`\u2018\u2019]")
_MOST_UNWRAPPED = 3
_WORTH_A_LOOK = re.compile(r"[?#]|google\.|ampproject|[^\x21-\x7e]")  # most addresses are clean as they are


def tidy_link(url: str) -> str:
    """The address as people may be shown it: redirecting wrappers taken off, tracking parameters left out.

    >>> tidy_link("https://www.google.com/url?q=https://e.org/a%3Fid%3D7%26utm_source%3Dx&sa=U")
    'https://e.org/a?id=7'
    """
    if not _WORTH_A_LOOK.search(url):
        return url
    for _ in range(_MOST_UNWRAPPED):
        inner = _unwrapped(url)
        if inner == url:
            break
        url = inner
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(name)]
    query = parts.query if len(kept) == len(parse_qsl(parts.query, keep_blank_values=True)) else urlencode(kept)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


@lru_cache(maxsize=4_096)
def link_key(url: str) -> str:
    """One text for every spelling of an address: no scheme, www or AMP, parameters in order. '' when it names no page.

    >>> link_key("https://www.e.org/amp/news/a.html?b=2&a=1#x") == link_key("http://e.org/news/a.html?a=1&b=2")
    True
    >>> link_key("https://e.org/")
    ''
    """
    try:
        parts = urlsplit(tidy_link(url.strip()))
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return ""
    if release := _release(host, parts.query):
        return release
    path = _INDEX.sub("", _AMP_PART.sub("", unquote(parts.path).strip()))
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    if not host or not (path or query):
        return ""
    place = _HOST_PREFIX.sub("", host) + (f":{port}" if port not in (None, 80, 443) else "")
    return f"{place}{path}" + (f"?{query}" if query else "")


def _release(host: str, query: str) -> str:
    """India's press releases go by a number under many addresses; '' for anything else."""
    number = {name.lower(): value for name, value in parse_qsl(query)}.get("prid", "")
    return f"pib.gov.in?prid={number}" if number and (host == "pib.gov.in" or host.endswith(".pib.gov.in")) else ""


def title_key(title: str) -> str:
    """A title without its case, marks and spacing.

    >>> title_key("India’s  Plan - NEW") == title_key("india's plan: new")
    True
    """
    return _NOT_WORDS.sub(" ", _APOSTROPHES.sub("", normalize("NFKC", title).casefold())).strip()


def keys(item: NewsItem, scope: str, day: date | None, *, link_names_it: bool = True) -> tuple[str, ...]:
    """Every name that an item goes by, the surest first. `scope` is where its guid was given.

    `day` is the day that it is of; None where nobody says, and then its title names it on every day.

    `link_names_it` is False where the link is shared with other items, such as that of a page watched by its blocks.
    """
    names = []
    if item.guid:
        names.append(f"guid {scope} {item.guid}")
    if link_names_it and (link := link_key(item.url)):
        names.append(f"link {link}")
    if title := title_key(item.title):
        names.append(f"title {title_key(item.publisher)} {title} {day or ''}")
    return tuple(dict.fromkeys(_digest(name) for name in names))


def link_digest(url: str) -> str:
    """The key by which an item with this link is remembered; '' when the link names no page."""
    link = link_key(url)
    return _digest(f"link {link}") if link else ""


def _digest(name: str) -> str:
    """Names may be long; 16 bytes tell any two apart."""
    return blake2b(name.encode("utf-8", "replace"), digest_size=16).hexdigest()


def _tracks(name: str) -> bool:
    return _TRACKING.fullmatch(name) is not None


def _unwrapped(url: str) -> str:
    """The address inside a redirecting or AMP-serving one; itself when there is none."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return url
    if host.endswith(".cdn.ampproject.org"):
        return _after_amp(parts.path, url)
    if host.startswith("www.google.") and parts.path.startswith("/amp/"):
        return _after_amp(parts.path.removeprefix("/amp"), url)
    if host.startswith("www.google.") and parts.path == "/url":
        given = dict(parse_qsl(parts.query))
        return _web(given.get("url") or given.get("q") or "", url)
    if host == "news.google.com" and "/articles/" in parts.path:
        return _inside_token(parts.path.rpartition("/")[2], url)
    return url


def _after_amp(path: str, url: str) -> str:
    """'/c/s/e.org/a' and '/s/e.org/a' -> https://e.org/a; without the s, http."""
    found = re.match(r"/(?:[cvir]/)?(s/)?([\w.-]+\.\w+/.*)", path)
    return f"{'https' if found[1] else 'http'}://{found[2]}" if found else url


def _inside_token(token: str, url: str) -> str:
    """Older tokens of Google News hold the address itself; newer ones do not, and stay as they are."""
    try:
        held = _ADDRESS.search(urlsafe_b64decode(token + "=" * (-len(token) % 4)))
    except ValueError:
        return url
    return _web(held[0].decode("ascii"), url) if held else url


def _web(address: str, otherwise: str) -> str:
    return address if address.startswith(("http://", "https://")) else otherwise
