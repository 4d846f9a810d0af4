"""The sources that a new store starts with."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from bot.look.kept import worded
from bot.sources.catalogue import CATALOGUE, stock
from bot.sources.federal_register import is_search
from bot.sources.fetch import Fault, Fetcher, FetchError
from bot.sources.pages import parse
from bot.sources.propose import propose
from bot.sources.reading import kind_by_name
from bot.sources.timing import OFFICIAL, OTHERS, interval
from bot.watching import WatchedAlreadyError, WatchRefused, Wish, add, change, remove
from storage.newsitems import WatchKind

RSS = "<rss version='2.0'><channel><title>Example</title><item><title>A title</title></item></channel></rss>"


def test_every_source_is_a_plain_web_address_of_its_own_name():
    assert len({entry.url for entry in CATALOGUE}) == len({entry.name for entry in CATALOGUE}) == len(CATALOGUE)
    for entry in CATALOGUE:
        parts = urlsplit(entry.url)
        assert (parts.scheme in ("http", "https"), bool(parts.hostname), parts.username) == (True, True, None)
        assert entry.url.isascii()
        assert entry.url == str(httpx.URL(entry.url)) or parse_qs(parts.query)


def test_the_catalogue_covers_what_the_desk_is_for():
    """Ministries and gazettes, China's announcements, the Federal Register, news in English and Hindi."""
    hosts = " ".join(urlsplit(entry.url).hostname for entry in CATALOGUE)
    for host in ("pib.gov.in", "dgft.gov.in", "mofcom.gov.cn", "federalregister.gov", "news.google.com"):
        assert host in hosts
    assert {parse_qs(urlsplit(each.url).query)["ceid"][0] for each in CATALOGUE if "news.google" in each.url} == {
        "IN:en",
        "IN:hi",
    }
    assert {entry.kind for entry in CATALOGUE} == set(WatchKind)


def test_searches_of_the_register_are_read_as_searches():
    assert all(is_search(entry.url) for entry in CATALOGUE if entry.kind is WatchKind.FEDERAL_REGISTER)


def test_selectors_can_be_read(now):
    body = (
        b"<table><tr><td>A row of a table</td></tr></table><ul><li>An entry here</li></ul><a href='x'>A longer link</a>"
    )
    assert all(parse(body, each.url, now(), selector=each.selector) for each in CATALOGUE if each.selector)


def test_a_new_store_is_stocked_once(store, now):
    """What a team took off stays off; what it added itself stands."""
    store.watches.add(CATALOGUE[1].url, now(), name="Ours")
    assert stock(store, now()) == len(CATALOGUE) - 1
    store.watches.remove(store.watches.at(CATALOGUE[0].url).number, now())
    assert stock(store, now()) == 0
    assert store.watches.at(CATALOGUE[0].url) is None
    assert store.watches.at(CATALOGUE[1].url).name == "Ours"
    assert {watch.shipped for watch in store.watches.all()} == {True, False}


# ---- what an address is, before it is watched


def web(**pages):
    def answer(request):
        body = pages.get(request.url.path.strip("/").replace(".", "_") or "home")
        return httpx.Response(404) if body is None else httpx.Response(200, text=body)

    return Fetcher(transport=httpx.MockTransport(answer))


async def test_a_feed_is_proposed_as_a_feed(now):
    found = await propose(web(feed=RSS), "example.org/feed", now())
    assert (found.url, found.kind, found.name, found.items) == (
        "https://example.org/feed",
        WatchKind.FEED,
        "Example",
        1,
    )


async def test_a_page_that_names_its_feed_proposes_that(now):
    page = "<html><link rel=alternate type=application/rss+xml href=/rss><p>Some words here</p>"
    found = await propose(web(home=page, rss=RSS), "https://example.org/", now())
    assert (found.url, found.kind) == ("https://example.org/rss", WatchKind.FEED)


async def test_a_page_is_proposed_as_a_page_when_it_names_no_feed_that_can_be_read(now):
    page = "<html><title>Notices</title><link rel=alternate type=application/rss+xml href=/gone><p>Some words here</p>"
    found = await propose(web(home=page), "https://example.org/", now())
    assert (found.url, found.kind, found.name, found.items) == ("https://example.org/", WatchKind.PAGE, "Notices", 1)


async def test_a_search_of_the_register_is_visited_through_its_api(now):
    fetcher = web(api_v1_documents_json='{"count": 0}', **{"api/v1/documents_json": '{"count": 0}'})
    found = await propose(fetcher, "https://www.federalregister.gov/documents/search?conditions[term]=x", now())
    assert (found.kind, found.items) == (WatchKind.FEDERAL_REGISTER, 0)


@pytest.mark.parametrize(
    ("address", "how", "fault"),
    [
        ("https://example.org/gone", {}, Fault.STATUS),
        ("https://example.org/page", {"kind": WatchKind.FEED}, Fault.CONTENT),
        ("https://example.org/page", {"kind": WatchKind.PAGE, "selector": "div.none"}, Fault.CONTENT),
        ("https://example.org/empty", {}, Fault.CONTENT),
        ("file:///etc/passwd", {}, Fault.ADDRESS),
        ("no address at all", {}, Fault.ADDRESS),
    ],
)
async def test_what_cannot_be_watched_says_why(now, address, how, fault):
    with pytest.raises(FetchError) as caught:
        await propose(web(page="<html><p>Some words here</p>", empty=""), address, now(), **how)
    assert caught.value.kind is fault


async def test_a_page_that_robots_txt_closes_is_not_proposed(now):
    with pytest.raises(FetchError) as caught:
        await propose(
            web(page="<p>Some words here</p>", robots_txt="User-agent: *\nDisallow: /"), "example.org/page", now()
        )
    assert caught.value.kind is Fault.ROBOTS


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://example.org/feed/", WatchKind.FEED),
        ("https://example.org/news.rss?x=1", WatchKind.FEED),
        ("https://pib.gov.in/RssMain.aspx?ModId=6", WatchKind.FEED),
        ("https://example.org/notices.html", WatchKind.PAGE),
        ("https://www.federalregister.gov/documents/search?conditions[term]=x", WatchKind.FEDERAL_REGISTER),
    ],
)
def test_a_kind_is_told_by_its_words_when_nothing_can_be_visited(url, kind):
    assert kind_by_name(url) is kind


async def test_a_ministrys_address_is_watched_as_official(now, store):
    """So it is visited every ten minutes, as the shipped ones are."""
    for address, every in (("https://steel.gov.in/feed", OFFICIAL), ("https://example.org/feed", OTHERS)):
        added = await add(store, web(feed=RSS), Wish(address), now())
        assert interval(added.watch) == every


async def test_what_is_watched_already_is_said_and_nothing_that_was_not_said_is_changed(now, store):
    made = (await add(store, web(feed=RSS), Wish("https://example.org/feed", "Ours", every=60), now())).watch
    for address in ("https://example.org/feed", "example.org/feed"):
        with pytest.raises(WatchedAlreadyError, match="watched already: #1 Ours"):
            await add(store, web(feed=RSS), Wish(address), now())
    assert not change(store, made, Wish("https://example.org/feed"), now())
    assert store.watches.get(made.number) == made
    assert change(store, made, Wish("https://example.org/feed", "Theirs"), now())
    assert (store.watches.get(made.number).name, store.watches.get(made.number).every) == ("Theirs", 60)


async def test_a_page_whose_feed_is_watched_already_adds_no_second_watch(now, store):
    home = '<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>'
    await add(store, web(feed=RSS), Wish("https://example.org/feed"), now())
    with pytest.raises(WatchedAlreadyError):
        await add(store, web(feed=RSS, news=home), Wish("https://example.org/news"), now())


@pytest.mark.parametrize("word", ["notaurl", "notaurl/feed", ".", "feed"])
async def test_a_word_that_is_no_address_is_refused(now, store, word):
    with pytest.raises(WatchRefused, match="no web address"):
        await add(store, web(), Wish(word), now())
    assert store.watches.all() == ()


async def test_what_the_command_line_does_to_a_watch_is_in_the_journal_and_can_be_taken_back(now, store):
    made = (await add(store, web(feed=RSS), Wish("https://example.org/feed", "Ours"), now())).watch
    change(store, made, Wish("", "Theirs"), now())
    assert remove(store, made.number, now())
    assert not remove(store, made.number, now())
    gone, changed, came = store.journal.recent(3)
    assert worded(came.summary) == "watching #1 Ours"
    assert (gone.via, worded(gone.summary)) == ("cli", "removed watch #1 Theirs")
    with store.atomic():
        store.journal.undo(gone.number, at=now(), person=None, via="cli")
        store.journal.undo(changed.number, at=now(), person=None, via="cli")
    assert store.watches.get(made.number).name == "Ours"
    with store.atomic():
        store.journal.undo(came.number, at=now(), person=None, via="cli")
    assert store.watches.all() == ()
