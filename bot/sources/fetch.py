"""One visit to one address: politely, within bounds, and nowhere that is private. Does not read what it brings.

    get(url) -> Page           the body, whole, at most `most` bytes after inflating
             -> NotModified    the server kept our copy
             -> FetchError     everything else, with its kind, its subject and how long the server asks us to wait

Redirects are followed by hand, each hop checked like the first. robots.txt is honoured for web pages; feeds and APIs
are published for programs to read, and are exempt.
"""

from __future__ import annotations

import asyncio
import re
import zlib
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum
from http.cookiejar import CookieJar, DefaultCookiePolicy
from importlib.metadata import version
from typing import TYPE_CHECKING, Self

import httpx
from protego import Protego

from bot.sources.addresses import GuardedBackend, GuardedTransport, NoSuchHost, PrivateAddressError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping

MOST_BYTES = 4 << 20
MOST_ROBOTS_BYTES = 512 << 10
MOST_HOPS = 5
WHOLE_VISIT = 20.0  # seconds, all hops and the body together
VISITS_PER_HOST = 2
ROBOTS_KEPT = 24 * 3600.0  # seconds
MOST_ROBOTS = 512  # hosts whose rules are kept
LONGEST_WAIT = timedelta(days=1)  # of what a server may ask for
PRODUCT = "Lodestone"

_TIMEOUT = httpx.Timeout(10, pool=WHOLE_VISIT)
_HOST = re.compile(rb"[\w.:-]+")
_REDIRECTS = (301, 302, 303, 307, 308)


class Fault(StrEnum):
    """Why a visit failed."""

    ADDRESS = "address"  # not http(s), malformed, private, or with a password in it
    NETWORK = "network"  # no such host, no connection, cut off
    TIMEOUT = "timeout"
    STATUS = "status"  # the server said no
    REDIRECT = "redirect"  # too many hops, or one that leads nowhere
    SIZE = "size"
    ENCODING = "encoding"  # compressed in a way that we did not ask for, or brokenly
    PROTOCOL = "protocol"  # not HTTP
    ROBOTS = "robots"  # the site asks programs to stay away
    CONTENT = "content"  # it came, and cannot be read as what it should be

    @property
    def unreachable(self) -> bool:
        """Whether it may be our own network that is down."""
        return self in (Fault.NETWORK, Fault.TIMEOUT)


class FetchError(Exception):
    """A visit that brought nothing; `reason` is one line for people, the cause is chained."""

    def __init__(
        self, url: str, reason: str, kind: Fault, *, retry_after: timedelta | None = None, status: int = 0
    ) -> None:
        super().__init__(f"{url}: {reason}")
        self.url = url
        self.reason = reason
        self.kind = kind
        self.retry_after = retry_after
        self.status = status


@dataclass(frozen=True, slots=True)
class Hints:
    """What a reply says of when to come again."""

    fresh_for: timedelta | None = None  # Cache-Control's max-age, else Expires
    retry_after: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What came. `url` is the last hop's."""

    url: str
    body: bytes
    charset: str = ""
    etag: str = ""
    last_modified: str = ""
    hints: Hints = Hints()


@dataclass(frozen=True, slots=True)
class NotModified:
    """Nothing changed since the ETag or the date that we sent."""

    url: str
    hints: Hints = Hints()


class Fetcher:
    """One client for every visit; close it when done. `transport` is the seam for tests."""

    def __init__(
        self, *, contact: str = "", allow_private: bool = False, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self._client = httpx.AsyncClient(
            transport=transport or GuardedTransport(GuardedBackend(allow_private=allow_private)),
            headers={"User-Agent": user_agent(contact), "Accept-Encoding": "gzip", "Accept": "*/*"},
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),  # nobody gets to know us again
            timeout=_TIMEOUT,
            trust_env=False,
            follow_redirects=False,
        )
        self._turns: dict[str, _Turns] = {}
        self._robots: dict[str, tuple[float, Protego]] = {}

    async def get(
        self,
        url: str,
        now: datetime,
        *,
        etag: str = "",
        last_modified: str = "",
        headers: Mapping[str, str] | None = None,
        robots: bool = False,
        most: int = MOST_BYTES,
        within: float = WHOLE_VISIT,
    ) -> Page | NotModified:
        """Visit an address. `robots`: ask the site's robots.txt first. Raises FetchError."""
        asked = _Asked(_conditions(etag, last_modified), headers or {})
        budget = _Budget(url, within)
        return await self._follow(_checked(url, url), asked, now, budget, robots=robots, most=most)

    async def aclose(self) -> None:
        await self._client.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    async def _follow(
        self, first: httpx.URL, asked: _Asked, now: datetime, budget: _Budget, *, robots: bool, most: int
    ) -> Page | NotModified:
        """Hop after hop; what was meant for the first place alone, as a key is, goes to no other."""
        where = first
        for _ in range(MOST_HOPS + 1):
            if robots:
                await self._ask_robots(where, now, budget)
            async with self._turn(where), budget.spent():
                answer = await self._hop(where, asked.of(first, where), now, most)
            if not isinstance(answer, httpx.URL):
                return answer
            where = answer
        raise FetchError(str(first), f"was sent on more than {MOST_HOPS} times", Fault.REDIRECT)

    async def _hop(
        self, where: httpx.URL, asked: Mapping[str, str], now: datetime, most: int
    ) -> Page | NotModified | httpx.URL:
        """One request: what came, or where we are sent on to."""
        with _named(str(where)):
            request = self._client.build_request("GET", where, headers=asked)
            response = await self._client.send(request, stream=True)
            try:
                if response.status_code in _REDIRECTS:
                    return _next_hop(where, response)
                return await _taken(response, asked, now, most)
            finally:
                await response.aclose()

    async def _ask_robots(self, where: httpx.URL, now: datetime, budget: _Budget) -> None:
        """Raises FetchError where the site's robots.txt keeps programs from this page."""
        rules = await self._rules(where, now, budget)
        if not rules.can_fetch(str(where), PRODUCT):
            raise FetchError(str(where), "the site's robots.txt keeps programs from this page", Fault.ROBOTS)

    async def _rules(self, where: httpx.URL, now: datetime, budget: _Budget) -> Protego:
        """The host's rules. None: all is allowed. One that cannot be had is a fault, as RFC 9309 asks."""
        place, instant = _place(where), asyncio.get_running_loop().time()
        kept = self._robots.get(place)
        if kept and instant - kept[0] < ROBOTS_KEPT:
            return kept[1]
        text = await self._robots_text(where.copy_with(raw_path=b"/robots.txt"), now, budget)
        while len(self._robots) >= MOST_ROBOTS:
            del self._robots[next(iter(self._robots))]
        self._robots[place] = (instant, Protego.parse(text))
        return self._robots[place][1]

    async def _robots_text(self, where: httpx.URL, now: datetime, budget: _Budget) -> str:
        try:
            found = await self._follow(where, _Asked(), now, budget, robots=False, most=MOST_ROBOTS_BYTES)
        except FetchError as error:
            if 400 <= error.status < 500 and error.status != httpx.codes.TOO_MANY_REQUESTS:
                return ""
            raise
        return found.body.decode("utf-8", "replace") if isinstance(found, Page) else ""

    @asynccontextmanager
    async def _turn(self, where: httpx.URL) -> AsyncIterator[None]:
        """At most two visits at a time to one host and port."""
        place = _place(where)
        turns = self._turns.setdefault(place, _Turns())
        turns.wanted += 1
        try:
            async with turns.free:
                yield
        finally:
            turns.wanted -= 1
            if not turns.wanted:
                del self._turns[place]


class _Turns:
    """Who waits for one host."""

    def __init__(self) -> None:
        self.free = asyncio.Semaphore(VISITS_PER_HOST)
        self.wanted = 0


@dataclass(frozen=True, slots=True)
class _Asked:
    """The headers of a request: what any hop may see, and what is between us and the first place."""

    open: Mapping[str, str] = field(default_factory=dict)
    private: Mapping[str, str] = field(default_factory=dict)

    def of(self, first: httpx.URL, where: httpx.URL) -> Mapping[str, str]:
        same = (where.scheme, _place(where)) == (first.scheme, _place(first))
        return {**self.private, **self.open} if same else self.open


class _Budget:
    """The seconds that a visit may take, over all its hops; waiting for a turn costs none."""

    def __init__(self, url: str, seconds: float) -> None:
        self._url = url
        self._whole = self._left = seconds

    @asynccontextmanager
    async def spent(self) -> AsyncIterator[None]:
        loop = asyncio.get_running_loop()
        began = loop.time()
        try:
            async with asyncio.timeout(self._left):
                yield
        except TimeoutError as error:
            raise FetchError(self._url, f"took longer than {self._whole:g} seconds", Fault.TIMEOUT) from error
        finally:
            self._left -= loop.time() - began


def user_agent(contact: str) -> str:
    """Who we are, and whom to write to.

    >>> user_agent("desk@example.org").endswith("(+desk@example.org)")
    True
    """
    name = f"{PRODUCT}/{version('lodestone')}"
    return f"{name} (+{contact})" if contact else name


def hints_of(headers: Mapping[str, str], now: datetime) -> Hints:
    """When to come again, by a reply's headers; what they say unclearly is left out."""
    return Hints(_fresh_for(headers, now), _retry_after(headers, now))


def _fresh_for(headers: Mapping[str, str], now: datetime) -> timedelta | None:
    for part in headers.get("cache-control", "").lower().split(","):
        name, _, value = part.strip().partition("=")
        if name in ("no-cache", "no-store"):
            return None
        if name == "max-age":
            return _less_age(_seconds(value.strip('" ')), headers)
    until, said = _date(headers.get("expires", "")), _date(headers.get("date", "")) or now
    return min(max(until - said, timedelta(0)), LONGEST_WAIT) if until else None


def _less_age(fresh: timedelta | None, headers: Mapping[str, str]) -> timedelta | None:
    if fresh is None:
        return None
    return max(fresh - (_seconds(headers.get("age", "")) or timedelta(0)), timedelta(0))


def _retry_after(headers: Mapping[str, str], now: datetime) -> timedelta | None:
    text = headers.get("retry-after", "").strip()
    if (wait := _seconds(text)) is not None:
        return wait
    until, said = _date(text), _date(headers.get("date", "")) or now
    return min(max(until - said, timedelta(0)), LONGEST_WAIT) if until else None


def _seconds(text: str) -> timedelta | None:
    """A count of seconds, at most a day's; None for anything else."""
    if not (text.isascii() and text.isdigit()):
        return None
    return timedelta(seconds=min(int(text[:9]), int(LONGEST_WAIT.total_seconds())))


def _date(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found


def _conditions(etag: str, last_modified: str) -> dict[str, str]:
    asked = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    return {name: value for name, value in asked.items() if value}


def _checked(text: str, subject: str) -> httpx.URL:
    """An address that may be visited, as far as its text tells; the host's address is checked on connecting."""
    try:
        url = httpx.URL(text)
    except (httpx.InvalidURL, ValueError, TypeError) as error:
        raise FetchError(subject, "is no web address", Fault.ADDRESS) from error
    if url.scheme not in ("http", "https"):
        raise FetchError(subject, "only http and https are visited", Fault.ADDRESS)
    if not _HOST.fullmatch(url.raw_host):
        raise FetchError(subject, "names no host", Fault.ADDRESS)
    if url.userinfo:
        raise FetchError(
            f"{url.scheme}://{url.host}{url.path}", "an address with a password in it is not visited", Fault.ADDRESS
        )
    return url.copy_with(fragment=None)


def _next_hop(where: httpx.URL, response: httpx.Response) -> httpx.URL:
    location = response.headers.get("location", "")
    if not location:
        raise FetchError(str(where), "sends on to nowhere", Fault.REDIRECT)
    try:
        onward = where.join(location)
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError(str(where), "sends on to no web address", Fault.REDIRECT) from error
    return _checked(str(onward), str(where))


def _place(where: httpx.URL) -> str:
    port = where.port or (443 if where.scheme == "https" else 80)
    return f"{where.host}:{port}"


async def _taken(response: httpx.Response, asked: Mapping[str, str], now: datetime, most: int) -> Page | NotModified:
    url, hints = str(response.url), hints_of(response.headers, now)
    if response.status_code == 304 and ("If-None-Match" in asked or "If-Modified-Since" in asked):
        return NotModified(url, hints)
    if response.status_code != 200:
        said = f"answered {response.status_code} {response.reason_phrase}".rstrip()
        raise FetchError(url, said, Fault.STATUS, retry_after=hints.retry_after, status=response.status_code)
    body = await _body(response, most)
    return Page(
        url=url,
        body=body,
        charset=response.charset_encoding or "",
        etag=response.headers.get("etag", ""),
        last_modified=response.headers.get("last-modified", ""),
        hints=hints,
    )


async def _body(response: httpx.Response, most: int) -> bytes:
    """The body, counted while it comes, and inflated in bounded steps: a bomb never swells in memory."""
    url = str(response.url)
    if (
        response.is_stream_consumed
    ):  # a transport that answers out of memory, as a test's does: nothing is left to guard
        return response.content
    inflate = _inflater(response.headers.get("content-encoding", ""), url)
    body = bytearray()
    async for piece in response.aiter_raw():
        body += piece if inflate is None else _inflated(inflate, piece, most + 1 - len(body), url)
        if len(body) > most:
            raise FetchError(url, f"is larger than {most >> 20 or 1} MiB", Fault.SIZE)
    if inflate is not None and not inflate.eof:
        raise FetchError(url, "was cut short", Fault.ENCODING)
    return bytes(body)


def _inflater(encoding: str, url: str) -> zlib._Decompress | None:
    wanted = encoding.strip().lower()
    if wanted in ("", "identity"):
        return None
    if wanted in ("gzip", "x-gzip"):
        return zlib.decompressobj(wbits=31)
    raise FetchError(url, f"is compressed as '{wanted[:20]}', which we did not ask for", Fault.ENCODING)


def _inflated(inflate: zlib._Decompress, piece: bytes, room: int, url: str) -> bytes:
    """At most `room` bytes; what follows the end of the compressed stream is ignored."""
    try:
        return b"" if inflate.eof else inflate.decompress(piece, room)
    except zlib.error as error:
        raise FetchError(url, "is compressed brokenly", Fault.ENCODING) from error


# The first that fits, so the narrower stand before the wider.
_FAULTS: tuple[tuple[type[Exception], Fault, str], ...] = (
    (PrivateAddressError, Fault.ADDRESS, ""),
    (httpx.TimeoutException, Fault.TIMEOUT, "did not answer in time"),
    (httpx.ConnectError, Fault.NETWORK, "cannot be reached"),
    (httpx.RemoteProtocolError, Fault.PROTOCOL, "did not answer in HTTP, or broke off"),
    (httpx.LocalProtocolError, Fault.ADDRESS, "cannot be asked for in HTTP"),
    (httpx.UnsupportedProtocol, Fault.ADDRESS, "only http and https are visited"),
    (httpx.NetworkError, Fault.NETWORK, "the connection broke"),
    (httpx.HTTPError, Fault.PROTOCOL, "could not be visited"),
    (httpx.InvalidURL, Fault.ADDRESS, "is no web address"),
    (UnicodeError, Fault.ADDRESS, "is no web address"),
    (OSError, Fault.NETWORK, "the connection broke"),
)


@contextmanager
def _named(url: str) -> Iterator[None]:
    """What the client raises, as a FetchError that names the address."""
    try:
        yield
    except tuple(kind for kind, _, _ in _FAULTS) as error:
        fault, reason = next((fault, reason) for kind, fault, reason in _FAULTS if isinstance(error, kind))
        raise FetchError(url, _reason(error) or reason, fault) from error


def _reason(error: BaseException) -> str:
    """A closer reason than the kind of error gives."""
    if isinstance(error, PrivateAddressError):
        return str(error)
    cause = error.__cause__
    while cause is not None:
        if isinstance(cause, NoSuchHost):
            return str(cause)
        cause = cause.__cause__
    return "its certificate is not valid" if "CERTIFICATE_VERIFY_FAILED" in str(error) else ""
