"""Visits: polite, within bounds, and nowhere that is private."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta

import httpcore
import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources.addresses import GuardedBackend, GuardedTransport, PrivateAddressError, is_public
from bot.sources.fetch import Fault, Fetcher, FetchError, Hints, NotModified, Page, hints_of, user_agent

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
FEED = "https://example.org/feed"


class Wire(httpx.AsyncByteStream):
    """A body that comes in pieces, as from a network; notes how many were taken."""

    def __init__(self, *pieces):
        self.pieces, self.taken = pieces, 0

    async def __aiter__(self):
        for piece in self.pieces:
            self.taken += 1
            yield piece


def site(*answers):
    """A fetcher over a site that gives these answers in turn, the last one for ever; and the requests that it saw."""
    seen, left = [], list(answers)

    def answer(request):
        seen.append(request)
        given = left.pop(0) if len(left) > 1 else left[0]
        given = given(request) if callable(given) else given
        if isinstance(given, Exception):
            raise given
        return given

    return Fetcher(contact="desk@example.org", transport=httpx.MockTransport(answer)), seen


async def refusal(fetcher, url=FEED, **how):
    with pytest.raises(FetchError) as caught:
        await fetcher.get(url, NOW, **how)
    return caught.value


async def test_a_page_comes_with_what_is_needed_to_ask_again():
    """Body, validators, type, charset and the hints of when to come again."""
    headers = {
        "etag": '"1"',
        "last-modified": "Sun",
        "content-type": "text/xml; charset=utf-8",
        "cache-control": "max-age=60",
    }
    fetcher, _ = site(httpx.Response(200, content=b"hello", headers=headers))
    page = await fetcher.get(FEED, NOW)
    assert page == Page(FEED, b"hello", "utf-8", '"1"', "Sun", Hints(timedelta(minutes=1)))


async def test_a_request_says_who_asks_and_takes_gzip_only():
    """A clear User-Agent with a contact, and no cookie of ours."""
    fetcher, seen = site(httpx.Response(200, headers={"set-cookie": "a=1"}))
    await fetcher.get(FEED, NOW)
    await fetcher.get(FEED, NOW)
    assert seen[1].headers["user-agent"] == user_agent("desk@example.org")
    assert "desk@example.org" in seen[1].headers["user-agent"]
    assert seen[1].headers["accept-encoding"] == "gzip"
    assert "cookie" not in seen[1].headers


async def test_validators_are_sent_and_304_is_not_modified():
    """Conditional GET."""
    fetcher, seen = site(httpx.Response(304))
    assert await fetcher.get(FEED, NOW, etag='"1"', last_modified="Sun") == NotModified(FEED)
    assert (seen[0].headers["if-none-match"], seen[0].headers["if-modified-since"]) == ('"1"', "Sun")


async def test_a_304_that_was_not_asked_for_is_a_fault():
    """Without validators there is no copy that could be unchanged."""
    fetcher, _ = site(httpx.Response(304))
    assert (await refusal(fetcher)).status == 304


async def test_a_refusal_carries_its_status_and_how_long_to_wait():
    fetcher, _ = site(httpx.Response(429, headers={"retry-after": "120"}))
    error = await refusal(fetcher)
    assert (error.kind, error.status, error.retry_after) == (Fault.STATUS, 429, timedelta(minutes=2))
    assert str(error) == f"{FEED}: answered 429 Too Many Requests"


@pytest.mark.parametrize(
    ("raised", "kind"),
    [
        (httpx.ConnectTimeout("x"), Fault.TIMEOUT),
        (httpx.ReadTimeout("x"), Fault.TIMEOUT),
        (httpx.PoolTimeout("x"), Fault.TIMEOUT),
        (httpx.ConnectError("x"), Fault.NETWORK),
        (httpx.ReadError("x"), Fault.NETWORK),
        (httpx.RemoteProtocolError("x"), Fault.PROTOCOL),
        (httpx.LocalProtocolError("x"), Fault.ADDRESS),
        (httpx.UnsupportedProtocol("x"), Fault.ADDRESS),
        (httpx.DecodingError("x"), Fault.PROTOCOL),
        (OSError("x"), Fault.NETWORK),
        (UnicodeError("x"), Fault.ADDRESS),
    ],
)
async def test_what_the_client_raises_becomes_a_fault_with_its_cause(raised, kind):
    fetcher, _ = site(raised)
    error = await refusal(fetcher)
    assert (error.kind, error.__cause__) == (kind, raised)


def test_every_error_of_the_client_has_its_fault():
    """The widest is in the table, and none stands behind a wider one, where it would never be found."""
    from bot.sources.fetch import _FAULTS

    kinds = [kind for kind, _, _ in _FAULTS]
    assert httpx.HTTPError in kinds
    assert not [later for at, kind in enumerate(kinds) for later in kinds[at + 1 :] if issubclass(later, kind)]


# ---- redirects


async def test_redirects_are_followed_by_hand():
    """Relative ones too; the page is that of the last hop."""
    fetcher, seen = site(
        httpx.Response(301, headers={"location": "/there"}),
        httpx.Response(302, headers={"location": "https://other.org/x"}),
        httpx.Response(200, content=b"x"),
    )
    assert (await fetcher.get(FEED, NOW)).url == "https://other.org/x"
    assert [str(each.url) for each in seen] == [FEED, "https://example.org/there", "https://other.org/x"]


async def test_a_key_goes_to_no_other_place_than_it_was_meant_for():
    fetcher, seen = site(
        httpx.Response(302, headers={"location": "/there"}),
        httpx.Response(302, headers={"location": "https://other.org/x"}),
        httpx.Response(200, content=b"x"),
    )
    await fetcher.get(FEED, NOW, headers={"Api-Key": "s3cret"}, etag='"1"')
    assert [each.headers.get("api-key") for each in seen] == ["s3cret", "s3cret", None]
    assert seen[-1].headers["if-none-match"] == '"1"'


@pytest.mark.parametrize(
    "where",
    [
        "file:///etc/passwd",
        "ftp://example.org/",
        "gopher://x",
        "http://user:pass@example.org/",
        "http://",
        "http://[::",
        "",
    ],
)
async def test_a_redirect_to_what_is_no_plain_web_address_is_refused(where):
    fetcher, seen = site(httpx.Response(302, headers={"location": where}))
    assert (await refusal(fetcher)).kind in (Fault.ADDRESS, Fault.REDIRECT, Fault.PROTOCOL)
    assert len(seen) == 1


async def test_a_chain_of_redirects_ends():
    fetcher, seen = site(lambda request: httpx.Response(302, headers={"location": f"{request.url}x"}))
    assert (await refusal(fetcher)).kind is Fault.REDIRECT
    assert len(seen) == 6


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "javascript:1",
        "example.org",
        "http://",
        "http://a b",
        "https://me:secret@example.org/x",
        "http://\x00",
        "http://" + "a" * 70_000,
    ],
)
async def test_only_plain_web_addresses_are_visited(url):
    """And a password is never repeated."""
    fetcher, seen = site(httpx.Response(200))
    error = await refusal(fetcher, url)
    assert error.kind is Fault.ADDRESS
    assert "secret" not in str(error)
    assert seen == []


@given(st.text(max_size=60))
def test_fuzz_any_text_as_an_address_gives_a_page_or_a_fault(text):
    """Nothing else comes out."""

    async def visit():
        fetcher, _ = site(httpx.Response(200))
        async with fetcher:
            with suppress(FetchError):
                await fetcher.get(text, NOW)

    asyncio.run(visit())


# ---- bounds


async def test_a_body_is_counted_while_it_comes():
    """The rest of what is too large is never taken."""
    wire = Wire(*[b"x" * 1000] * 50)
    fetcher, _ = site(httpx.Response(200, stream=wire))
    assert (await refusal(fetcher, most=2500)).kind is Fault.SIZE
    assert wire.taken == 3


async def test_a_bomb_is_stopped_while_it_is_inflated():
    """A small wire that would swell: no more than the bound is ever inflated."""
    bomb = gzip.compress(b"\0" * 50_000_000)
    fetcher, _ = site(httpx.Response(200, headers={"content-encoding": "gzip"}, stream=Wire(bomb)))
    assert (await refusal(fetcher, most=10_000)).kind is Fault.SIZE


async def test_gzip_is_inflated_piece_by_piece():
    packed = gzip.compress(b"hello world" * 100)
    pieces = [packed[at : at + 7] for at in range(0, len(packed), 7)]
    fetcher, _ = site(httpx.Response(200, headers={"content-encoding": "gzip"}, stream=Wire(*pieces)))
    assert (await fetcher.get(FEED, NOW)).body == b"hello world" * 100


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", b"no gzip at all"),
        ("gzip", gzip.compress(b"hello" * 99)[:-9]),
        ("gzip", b""),
        ("br", b"x"),
        ("deflate", zlib.compress(b"x")),
        ("gzip, gzip", gzip.compress(gzip.compress(b"x"))),
    ],
)
async def test_what_cannot_be_inflated_is_a_fault(encoding, body):
    fetcher, _ = site(httpx.Response(200, headers={"content-encoding": encoding}, stream=Wire(body)))
    assert (await refusal(fetcher)).kind is Fault.ENCODING


@given(st.binary(max_size=300))
def test_fuzz_any_bytes_said_to_be_gzip_give_a_page_or_a_fault(body):
    """Inflating raises nothing of its own."""

    async def visit():
        fetcher, _ = site(httpx.Response(200, headers={"content-encoding": "gzip"}, stream=Wire(body)))
        with suppress(FetchError):
            await fetcher.get(FEED, NOW)

    asyncio.run(visit())


async def test_a_visit_ends_in_time_though_its_body_never_does():
    """A byte now and then keeps a read alive, not the visit."""

    class Drip(httpx.AsyncByteStream):
        async def __aiter__(self):
            while True:
                await asyncio.sleep(0.001)
                yield b"x"

    fetcher, _ = site(httpx.Response(200, stream=Drip()))
    error = await refusal(fetcher, within=0.02)
    assert (error.kind, error.reason) == (Fault.TIMEOUT, "took longer than 0.02 seconds")


async def test_at_most_two_visits_are_under_way_at_one_host():
    """Others are not kept waiting by it, and waiting is no part of a visit's time."""
    now, most = {}, {}

    async def slow(request):
        host = request.url.host
        now[host] = now.get(host, 0) + 1
        most[host] = max(most.get(host, 0), now[host])
        await asyncio.sleep(0.002)
        now[host] -= 1
        return httpx.Response(200)

    fetcher = Fetcher(transport=httpx.MockTransport(slow))
    await asyncio.gather(*(fetcher.get(f"https://{host}.org/{n}", NOW, within=0.5) for n in range(12) for host in "ab"))
    assert most == {"a.org": 2, "b.org": 2}
    assert fetcher._turns == {}


# ---- robots


def robots(text="", status=200, page=b"page"):
    return site(
        lambda request: (
            httpx.Response(status, text=text)
            if request.url.path == "/robots.txt"
            else httpx.Response(200, content=page)
        )
    )


async def test_robots_are_asked_for_pages_and_remembered():
    fetcher, seen = robots("User-agent: *\nDisallow: /private*\nAllow: /private/but*.html$\n")
    await fetcher.get("https://example.org/open", NOW, robots=True)
    await fetcher.get("https://example.org/private/but-this.html", NOW, robots=True)
    assert (await refusal(fetcher, "https://example.org/private/x", robots=True)).kind is Fault.ROBOTS
    assert [each.url.path for each in seen].count("/robots.txt") == 1


@given(
    st.binary(max_size=200)
    | st.lists(st.sampled_from([b"User-agent: *", b"Disallow: ", b"Allow: /", b"*$", b"\xff", b"\n"])).map(b"".join)
)
def test_fuzz_any_bytes_as_robots_let_us_in_or_keep_us_away(body):
    fetcher, _ = site(
        lambda request: httpx.Response(200, content=body if request.url.path == "/robots.txt" else b"page")
    )

    async def visit():
        with suppress(FetchError):
            assert (await fetcher.get("https://example.org/open", NOW, robots=True)).body == b"page"

    asyncio.run(visit())


async def test_feeds_are_made_for_programs_and_need_no_leave():
    fetcher, seen = robots("User-agent: *\nDisallow: /\n")
    await fetcher.get("https://example.org/feed", NOW)
    assert [each.url.path for each in seen] == ["/feed"]


async def test_a_site_without_robots_allows_all():
    fetcher, _ = robots(status=404)
    assert (await fetcher.get("https://example.org/open", NOW, robots=True)).body == b"page"


async def test_robots_that_cannot_be_had_keep_us_away():
    """As RFC 9309 asks; a later visit asks again."""
    fetcher, seen = robots(status=503)
    await refusal(fetcher, "https://example.org/open", robots=True)
    await refusal(fetcher, "https://example.org/open", robots=True)
    assert [each.url.path for each in seen] == ["/robots.txt", "/robots.txt"]


# ---- hints


@pytest.mark.parametrize(
    ("headers", "hints"),
    [
        ({}, Hints()),
        ({"cache-control": "public, max-age=600", "age": "100"}, Hints(timedelta(seconds=500))),
        ({"cache-control": "max-age=60, no-store"}, Hints(timedelta(seconds=60))),
        ({"cache-control": "no-cache", "expires": "Sun, 22 Nov 2026 13:00:00 GMT"}, Hints()),
        ({"cache-control": "max-age=many"}, Hints()),
        ({"expires": "Sun, 22 Nov 2026 13:00:00 GMT"}, Hints(timedelta(hours=1))),
        (
            {"expires": "Sun, 22 Nov 2026 13:00:00 GMT", "date": "Sun, 22 Nov 2026 12:50:00 GMT"},
            Hints(timedelta(minutes=10)),
        ),
        ({"expires": "0"}, Hints()),
        ({"expires": "-1"}, Hints()),
        ({"expires": "Sun, 22 Nov 2020 13:00:00 GMT"}, Hints(timedelta(0))),
        ({"retry-after": "Sun, 22 Nov 2026 12:01:00 GMT"}, Hints(None, timedelta(minutes=1))),
        ({"retry-after": "99999999999999"}, Hints(None, timedelta(days=1))),
        ({"retry-after": "-5"}, Hints()),
        ({"retry-after": "soon"}, Hints()),
        ({"retry-after": "²"}, Hints()),
    ],
)
def test_hints_are_read_as_far_as_they_are_clear(headers, hints):
    assert hints_of(headers, NOW) == hints


@given(
    st.dictionaries(st.sampled_from(["cache-control", "expires", "retry-after", "age", "date"]), st.text(max_size=40))
)
def test_fuzz_any_headers_give_hints_that_can_be_waited_for(headers):
    """Between nothing and a day."""
    for wait in (hints_of(headers, NOW).fresh_for, hints_of(headers, NOW).retry_after):
        assert wait is None or timedelta(0) <= wait <= timedelta(days=1)


# ---- addresses


INSIDE = """127.0.0.1 10.0.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255
    ::1 :: fe80::1%eth0 fc00::1 fd00:ec2::254 ff02::1 ::ffff:127.0.0.1 ::ffff:169.254.169.254 64:ff9b::7f00:1
    64:ff9b::a9fe:a9fe 2002:7f00:1:: 2002:a9fe:a9fe::"""


@pytest.mark.parametrize("address", INSIDE.split())
def test_addresses_that_are_not_of_the_open_internet(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "1.1.1.1", "2606:4700::1", "64:ff9b::808:808"])
def test_addresses_of_the_open_internet(address):
    assert is_public(address)


class Recorder(httpcore.AsyncNetworkBackend):
    """Where a connection really went."""

    def __init__(self, *dead):
        self.went, self.dead = [], dead

    async def connect_tcp(self, host, port, *rest, **more):
        self.went.append(host)
        if host in self.dead:
            raise httpcore.ConnectError("dead")
        return httpcore.AsyncMockStream([b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n", b"ok"])


def names(*answers):
    """A name service that answers these in turn: an attacker's may answer differently each time."""
    left = list(answers)

    async def resolve(host, port):
        found = left.pop(0) if len(left) > 1 else left[0]
        if isinstance(found, Exception):
            raise found
        return found

    return resolve


def guarded(recorder, *answers, allow_private=False):
    backend = GuardedBackend(allow_private=allow_private, resolve=names(*answers), inner=recorder)
    return Fetcher(transport=GuardedTransport(backend))


async def test_the_connection_goes_to_the_address_that_was_checked():
    """A name that turns to a private address after the check (DNS rebinding) gains nothing."""
    recorder = Recorder()
    async with guarded(recorder, ("93.184.216.34",), ("127.0.0.1",)) as fetcher:
        assert (await fetcher.get("http://rebinding.org/", NOW)).body == b"ok"
    assert recorder.went == ["93.184.216.34"]


async def test_a_private_address_is_refused_before_connecting():
    """Also when only one of many is private; the message names the remedy."""
    for answer in (("127.0.0.1",), ("93.184.216.34", "10.0.0.1"), ("169.254.169.254",), ("::ffff:10.0.0.1",)):
        recorder = Recorder()
        async with guarded(recorder, answer) as fetcher:
            error = await refusal(fetcher, "http://inside.org/")
        assert (error.kind, recorder.went) == (Fault.ADDRESS, [])
        assert "ALLOW_PRIVATE_URLS" in error.reason
        assert isinstance(error.__cause__, PrivateAddressError)


async def test_private_addresses_are_visited_when_allowed():
    recorder = Recorder()
    async with guarded(recorder, ("127.0.0.1",), allow_private=True) as fetcher:
        await fetcher.get("http://inside.org/", NOW)
    assert recorder.went == ["127.0.0.1"]


async def test_the_next_address_is_tried_when_one_is_dead():
    recorder = Recorder("2606:4700::1")
    async with guarded(recorder, ("2606:4700::1", "1.1.1.1")) as fetcher:
        await fetcher.get("http://both.org/", NOW)
    assert recorder.went == ["2606:4700::1", "1.1.1.1"]


@pytest.mark.parametrize("answer", [OSError("no"), UnicodeError("no"), ()])
async def test_a_name_without_an_address_is_a_fault_of_the_network(answer):
    async with guarded(Recorder(), answer) as fetcher:
        error = await refusal(fetcher, "http://nowhere.org/")
    assert error.kind is Fault.NETWORK


@asynccontextmanager
async def loopback(answer):
    """A real server on a free port."""

    async def handle(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0x7f.1", "2130706433", "[::ffff:127.0.0.1]"])
async def test_no_spelling_of_this_machine_is_reached(host):
    """A real server, a real name service, and not one byte of it."""
    async with loopback(b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret") as port, Fetcher() as fetcher:
        error = await refusal(fetcher, f"http://{host}:{port}/")
    assert error.kind in (Fault.ADDRESS, Fault.NETWORK)


async def test_a_redirect_into_the_house_is_refused_at_its_hop():
    """The first hop is allowed here by name; the second is checked like it."""
    recorder = Recorder()

    async def resolve(host, port):
        return ("93.184.216.34",) if host == "outside.org" else ("127.0.0.1",)

    backend = GuardedBackend(allow_private=False, resolve=resolve, inner=recorder)

    class Sending(Recorder):
        async def connect_tcp(self, host, port, *rest, **more):
            recorder.went.append(host)
            return httpcore.AsyncMockStream(
                [b"HTTP/1.1 302 Found\r\nLocation: http://inside.org/x\r\nContent-Length: 0\r\n\r\n"]
            )

    backend._inner = Sending()
    async with Fetcher(transport=GuardedTransport(backend)) as fetcher:
        error = await refusal(fetcher, "http://outside.org/")
    assert (error.kind, recorder.went) == (Fault.ADDRESS, ["93.184.216.34"])


@pytest.mark.parametrize(
    "garbage",
    [
        b"",
        b"\x00\xff" * 50,
        b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc",
        b"SSH-2.0-x\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 40_000 + b"\r\n",
    ],
)
async def test_what_is_no_http_is_a_fault(garbage):
    async with loopback(garbage) as port, Fetcher(allow_private=True) as fetcher:
        error = await refusal(fetcher, f"http://127.0.0.1:{port}/")
    assert error.kind in (Fault.PROTOCOL, Fault.NETWORK)
