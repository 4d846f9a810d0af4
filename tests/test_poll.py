"""The round: every watch at its time, every event once, nothing lost, and admins told once of what is wrong."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot.news.triage import Verdict
from bot.sources import timing
from bot.sources.fetch import Fetcher, Hints
from bot.sources.poll import Poller
from bot.sources.timing import Worry
from storage import StoreBusy
from storage.newsitems import Fate, Topic, Urgency, Visits, Watch, WatchKind
from storage.store import Store

START = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)
FEED = "https://example.org/feed"


def judge(items, known, now):
    """A judge of few words: what comes before the colon names the story; 'nothing' is not ours; a ban is urgent."""
    return [
        Verdict(
            item,
            relevant="nothing" not in item.title,
            topic=Topic.OTHER if "other" in item.title else Topic.EXPORT_CONTROL,
            urgency=Urgency.URGENT if "ban" in item.title else Urgency.NOTABLE,
            story=item.title.partition(":")[0],
            why="so it says",
            lead="official" in item.title,
        )
        for item in items
    ]


class World:
    """A web of feeds that a test writes, the poller that visits it, and what was promised to whom."""

    def __init__(self, store, at=START):
        self.store, self.at = store, at
        self.pages, self.headers, self.asked = {}, {}, Counter()
        self.promised, self.late, self.notices = [], [], []
        self.fail_promising = False
        self.fetcher = Fetcher(transport=httpx.MockTransport(self.answer))
        self.begin()

    def begin(self):
        """The program starts: what it remembered outside of the store is gone."""
        self.poller = Poller(
            self.store,
            self.fetcher,
            judge,
            self.announce,
            self.catch_up,
            self.warn,
            luck=lambda: 0.5,
            clock=lambda: self.at,
        )

    def answer(self, request):
        self.asked[str(request.url)] += 1
        page = self.pages.get(str(request.url), 404)
        if isinstance(page, Exception):
            raise page
        if isinstance(page, int):
            return httpx.Response(page, headers=self.headers)
        return httpx.Response(200, text=page, headers=self.headers)

    def announce(self, story, now):
        if self.fail_promising:
            raise StoreBusy("another process is writing")
        self.promised.append((story.key, story.development, str(story.urgency)))
        return 1

    def catch_up(self, _story, since, now):
        self.late.append(since)
        return 1

    def warn(self, notice, now):
        self.notices.append(notice)

    def feed(self, *entries, url=FEED, old=timedelta(0)):
        """Publish a feed of titles; a title may come with a guid and a link of its own."""
        made = []
        for entry in entries:
            title, guid, link = entry if isinstance(entry, tuple) else (entry, "", f"{url}/{abs(hash(entry))}")
            when = f"{self.at - old:%a, %d %b %Y %H:%M:%S} GMT"
            names = f"<title>{title}</title><guid>{guid or link}</guid><link>{link}</link>"
            made.append(f"<item>{names}<pubDate>{when}</pubDate></item>")
        self.pages[url] = f"<rss version='2.0'><channel><title>{url}</title>{''.join(made)}</channel></rss>"

    def watch(self, url=FEED, **how):
        return self.store.watches.add(url, self.at, name=url, **how)

    async def round(self, **later):
        self.at += timedelta(**later or {"minutes": 31})
        return await self.poller.round()

    @property
    def told(self):
        return [key for key, _, _ in self.promised]

    def fates(self):
        return {row["title"]: row["fate"] for row in self.store.db.rows("SELECT title, fate FROM items")}

    def worries(self):
        return [notice.worry for notice in self.notices]


@pytest.fixture
def world(store):
    return World(store)


async def seen(world, *entries, **how):
    """A watch whose first visit is behind it."""
    world.feed(*entries)
    watch = world.watch(**how)
    await world.round(seconds=0)
    return watch


# ---- telling


async def test_a_first_visit_tells_nobody_and_remembers_all(world):
    """What was there before is found again by searching, and is in no digest."""
    await seen(world, "a: ban", "b: nothing")
    assert world.told == []
    assert world.fates() == {"a: ban": "quiet", "b: nothing": "aside"}
    assert [found.item.title for found in world.store.news.search("ban")] == ["a: ban"]
    assert world.store.news.stories_since(START - timedelta(days=1)) == ()


async def test_what_is_new_is_told_once(world):
    await seen(world, "a: one")
    world.feed("a: one", "b: ban", "c: nothing")
    await world.round()
    await world.round()
    assert world.promised == [("b", 1, "urgent")]
    assert world.fates()["c: nothing"] == "aside"
    assert [story.key for story in world.store.news.stories_since(START)] == ["b"]


async def test_one_event_told_by_five_outlets_is_one_story_that_grows(world):
    """One promise; its version grows with each outlet, so that the message is edited."""
    for name in "vwxyz":
        world.feed(f"{name}0: nothing", url=f"https://{name}.org/feed")
        world.watch(f"https://{name}.org/feed")
    await world.round(seconds=0)
    for name in "vwxyz":
        world.feed(f"{name}0: nothing", "e: ban", url=f"https://{name}.org/feed")
        await world.round()
    story = world.store.news.story_named("e")
    assert (world.told, story.version, story.development) == (["e"], 5, 1)
    assert len(world.store.news.items_of(story.number)) == 5


async def test_what_was_to_come_is_told_anew_when_another_day_it_is_done(world):
    await seen(world, "a: nothing")
    world.feed("b: China to ban terbium exports")
    await world.round()
    for _ in range(28):
        await world.round()
    world.feed("b: China bans terbium exports")
    await world.round()
    assert world.promised == [("b", 1, "urgent"), ("b", 2, "urgent")]


async def test_within_the_hour_an_outlet_that_words_it_firmer_confirms(world):
    await seen(world, "a: nothing")
    world.feed("b: China to ban terbium exports")
    await world.round()
    world.feed("b: China bans terbium exports")
    await world.round()
    assert world.promised == [("b", 1, "urgent")]


async def test_two_watches_that_bring_one_event_at_once_make_one_story(world):
    for name in "xy":
        world.feed("a: nothing", url=f"https://{name}.org/feed")
        world.watch(f"https://{name}.org/feed")
    await world.round(seconds=0)
    for name in "xy":
        world.feed("e: ban", url=f"https://{name}.org/feed")
    await world.round()
    assert world.told == ["e"]


async def test_a_story_that_becomes_more_urgent_is_news_again(world):
    """'Weighs' turned into 'bans'; the best source leads."""
    await seen(world, "a: nothing")
    world.feed("a: nothing", "e: weighs")
    await world.round()
    world.feed("a: nothing", "e: weighs", "e: ban, official")
    await world.round()
    world.feed("a: nothing", "e: weighs", "e: ban, official", "e: ban, once more")
    await world.round()
    assert world.promised == [("e", 1, "notable"), ("e", 2, "urgent")]
    story = world.store.news.story_named("e")
    assert world.store.news.item(story.lead).item.title == "e: ban, official"


async def test_a_watchs_topic_stands_where_triage_finds_none(world):
    await seen(world, "a: nothing", topic=Topic.MINING)
    world.feed("a: nothing", "b: other", "c: control")
    await world.round()
    assert {key: world.store.news.story_named(key).topic for key in "bc"} == {
        "b": Topic.MINING,
        "c": Topic.EXPORT_CONTROL,
    }


@pytest.mark.parametrize(
    "again",
    [
        ("a: ban", "9", "https://example.org/9"),                    # renumbered and moved: the title of that day
        ("Other words: ban", "1", "https://example.org/8"),          # retitled and moved: the guid
        ("Other words: ban", "7", "http://www.example.org/1?utm_source=x"),  # retitled and renumbered: the link
    ],
)  # fmt: skip
async def test_the_same_under_another_name_is_no_news(world, again):
    """And the name that it came by is remembered too."""
    await seen(world, ("a: ban", "1", "https://example.org/1"), "z: nothing")
    world.feed(again, "z: nothing")
    await world.round()
    assert world.told == []
    _, guid, link = again
    world.feed(("Once more: ban", guid, "https://example.org/77"), ("Once again: ban", "78", link), "z: nothing")
    await world.round()
    assert world.told == []


async def test_a_watch_taken_off_and_added_again_repeats_nothing(world):
    watch = await seen(world, "a: nothing")
    world.feed("a: nothing", "b: ban")
    await world.round()
    world.store.watches.remove(watch.number, world.at)
    await world.round()
    assert world.asked[FEED] == 2
    world.watch()
    world.feed("a: nothing", "b: ban", "c: ban")
    await world.round()
    assert (world.told, world.fates()["c: ban"]) == (["b"], "quiet")
    world.feed("d: ban")
    await world.round()
    assert world.told == ["b", "d"]


async def test_after_a_restore_the_next_visits_tell_nobody(world):
    await seen(world, "a: nothing")
    assert world.store.watches.hush() == 1
    world.feed("a: nothing", "b: ban")
    await world.round()
    assert world.told == []
    world.feed("a: nothing", "b: ban", "c: ban")
    await world.round()
    assert world.told == ["c"]


async def test_after_a_restore_another_outlets_word_on_what_may_have_been_told_is_no_alert(world):
    """It stands in the digest; what was only weighed then and is a ban now is told."""
    other = "https://other.org/feed"
    world.feed("a: nothing", url=other)
    world.watch(other)
    await seen(world, "a: nothing")
    world.store.watches.hush()
    world.feed("a: nothing", "b: ban", "c: plan")
    await world.round()
    world.feed("a: nothing", "b: ban, it says", "c: ban now", url=other)
    await world.round()
    assert world.promised == [("c", 2, "urgent")]
    assert {story.key for story in world.store.news.stories_since(START)} >= {"b", "c"}


async def test_after_a_first_visit_what_another_outlet_brings_is_told(world):
    """Nobody was told of it: the first visit remembers, and claims nothing."""
    await seen(world, "b: ban")
    other = "https://other.org/feed"
    world.feed("a: nothing", url=other)
    world.watch(other)
    await world.round()
    world.feed("a: nothing", "b: ban, it says", url=other)
    await world.round()
    assert world.promised == [("b", 1, "urgent")]


# ---- late


async def test_old_news_goes_to_the_digest_and_what_is_urgent_into_one_catch_up(world):
    """With its own date; what is older than a week wakes nobody."""
    await seen(world, "a: nothing")
    for entry, days in (("b: plan", 3), ("c: ban", 3), ("d: ban", 30)):
        world.feed(entry, old=timedelta(days=days))
        await world.round()
    assert world.told == []
    assert len(world.late) == 1
    assert {title: fate for title, fate in world.fates().items() if title != "a: nothing"} == {
        "b: plan": "digest",
        "c: ban": "catch_up",
        "d: ban": "digest",
    }
    assert {story.key for story in world.store.news.stories_since(START)} == {"b", "c", "d"}
    assert [story.key for story in world.store.news.late_since(world.late[0])] == ["c"]


async def test_what_is_found_after_our_own_absence_is_not_alerted(world):
    """A night without a visit; a quarter of an hour is none."""
    await seen(world, "a: nothing")
    world.feed("a: nothing", "b: ban")
    await world.round(hours=9)
    assert (world.told, len(world.late)) == ([], 1)
    world.feed("a: nothing", "b: ban", "c: ban")
    await world.round(minutes=45)
    assert world.told == ["c"]


async def test_a_source_that_was_down_has_its_news_told(world):
    """It was there to be visited; its own trouble makes nothing late."""
    await seen(world, "a: nothing")
    world.pages[FEED] = 503
    for _ in range(9):
        world.at = world.store.watches.visits_of(1).next
        await world.round(seconds=1)
    world.feed("a: nothing", "b: ban")
    world.at = world.store.watches.visits_of(1).next
    await world.round(seconds=1)
    assert (world.told, world.late) == (["b"], [])


# ---- floods


async def test_a_feed_that_was_renumbered_is_held_for_an_admin(world):
    """More than half new at once; held items are nobody's news until an admin says so."""
    watch = await seen(world, *(f"{n}: ban" for n in "abcdefgh"))
    world.feed(*(f"{n}: ban" for n in "ijklmnop"))
    await world.round()
    assert world.told == []
    assert [(each.worry, each.items) for each in world.notices] == [(Worry.HELD, 8)]
    await world.round()
    assert len(world.notices) == 1
    assert await world.poller.release(watch.number) == 8
    assert sorted(world.told) == list("ijklmnop")
    assert await world.poller.release(watch.number) == 0


async def test_a_held_visit_can_be_let_go(world):
    watch = await seen(world, *(f"{n}: ban" for n in "abcdefgh"))
    world.feed(*(f"{n}: ban" for n in "ijklmnop"))
    await world.round()
    assert world.poller.drop(watch.number) == 8
    assert set(world.fates().values()) == {"quiet", "dropped"}
    assert world.told == []


async def test_a_busy_day_is_no_flood(world):
    """Three new in a small feed, or many after a long while."""
    await seen(world, "a: nothing")
    world.feed("b: ban", "c: ban", "d: ban")
    await world.round()
    assert sorted(world.told) == ["b", "c", "d"]


# ---- crashes and faults


async def test_nothing_is_remembered_when_nothing_could_be_promised(world):
    """One transaction: the next visit finds the same again."""
    await seen(world, "a: nothing")
    world.feed("a: nothing", "b: ban")
    world.fail_promising = True
    await world.round()
    assert "b: ban" not in world.fates()
    world.fail_promising = False
    await world.round()
    assert world.told == ["b"]


async def test_a_watch_that_is_wrong_leaves_the_others_alone(world, caplog):
    """A page of each kind of malice beside a good feed."""
    entity = "<!DOCTYPE rss [<!ENTITY a '&a;&a;'>]>"
    evil = {
        "https://a.org/": "<rss><channel>" + "<item>" * 500,
        "https://b.org/": "\x00\xff" * 99,
        "https://c.org/": httpx.ReadError("torn"),
        "https://d.org/": 500,
        "https://e.org/": f"{entity}<rss><channel><item><title>&a;</title></item></channel></rss>",
    }
    for url, page in evil.items():
        world.pages[url] = page
        world.watch(url)
    await seen(world, "a: nothing")
    world.feed("a: nothing", "b: ban")
    done = await world.round()
    assert (world.told, done.visited) == (["b"], 6)
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


async def test_the_same_bytes_are_not_read_again(world, monkeypatch):
    await seen(world, "a: nothing")
    monkeypatch.setattr("bot.sources.feeds.parse", lambda *a, **k: pytest.fail("read again"))
    await world.round()
    assert world.store.watches.visits_of(1).failures == 0


async def test_a_fault_is_told_after_an_hour_and_five_failures_once_and_once_when_healed(world):
    watch = await seen(world, "a: nothing", official=True)
    world.feed("a: nothing", url="https://other.org/")
    world.watch("https://other.org/")
    world.pages[FEED] = 500
    for _ in range(20):
        await world.round(minutes=11)
    assert world.worries() == [Worry.FAULT]
    assert world.notices[0].reasons == ("answered 500 Internal Server Error",)
    assert world.notices[0].watches == (watch,)
    world.feed("a: nothing", "b: ban")
    for _ in range(20):
        await world.round(minutes=31)
    assert world.worries() == [Worry.FAULT, Worry.HEALED]


async def test_all_failing_together_is_one_message_that_the_network_is_gone(world):
    """And one when it is back; what stays broken then is told on its own."""
    for name in "xyz":
        world.feed("a: nothing", url=f"https://{name}.org/")
        world.watch(f"https://{name}.org/")
    await world.round(seconds=0)
    for name in "xyz":
        world.pages[f"https://{name}.org/"] = httpx.ConnectError("gone")
    for _ in range(20):
        await world.round(minutes=31)
    assert world.worries() == [Worry.NETWORK]
    assert len(world.notices[0].watches) == 3
    for name in "xy":
        world.feed("a: nothing", url=f"https://{name}.org/")
    for _ in range(40):
        await world.round(minutes=31)
    assert world.worries() == [Worry.NETWORK, Worry.HEALED, Worry.FAULT]
    assert [each.url for each in world.notices[2].watches] == ["https://z.org/"]


async def test_a_watch_with_nothing_new_for_long_is_told_of_once(world):
    """Five times its usual gap, which is a day at least; then nothing until it was heard of again."""
    await seen(world, "0: nothing")
    for day in range(1, 8):
        world.feed(f"{day}: nothing")
        await world.round(days=1)
    for _ in range(10):
        await world.round(days=1)
    assert world.worries() == [Worry.SILENT]
    world.feed("again: nothing")
    await world.round(days=1)
    for _ in range(20):
        await world.round(days=1)
    assert world.worries() == [Worry.SILENT, Worry.SILENT]


async def test_a_page_that_lost_its_blocks_is_a_fault_of_the_watch(world):
    """Not a change; and when it flips back nothing is news."""
    world.pages["https://example.org/robots.txt"] = 404
    world.pages[FEED] = "<div class=n>a: ban, in force</div>"
    world.watch(kind=WatchKind.PAGE, selector="div.n")
    await world.round(seconds=0)
    world.pages[FEED] = "<div class=m>a: ban, in force</div>"
    await world.round()
    assert world.store.watches.visits_of(1).fault == "nothing on the page matches 'div.n'"
    world.pages[FEED] = "<div class=n>b: ban, in force</div><div class=n>a: ban, in force</div>"
    await world.round()
    assert world.told == ["b"]


async def test_a_check_shows_what_would_be_told_and_tells_nobody(world):
    watch = await seen(world, "a: ban")
    world.feed("a: ban", "b: ban", "c: nothing")
    shown = await world.poller.check(watch)
    assert [(each.item.title, each.fate) for each in shown] == [
        ("a: ban", None),
        ("b: ban", Fate.TOLD),
        ("c: nothing", Fate.ASIDE),
    ]
    assert (world.promised, world.fates()) == ([], {"a: ban": "quiet"})
    await world.round()
    assert world.told == ["b"]


async def test_the_register_is_read_page_after_page(world):
    """Page after page while each brings something; page 1 again ends it."""
    import json

    def reply(request):
        page = int(dict(request.url.params).get("page", 1))
        documents = [{"document_number": f"2026-{min(page, 3)}", "title": f"{min(page, 3)}: ban"}]
        return httpx.Response(200, content=json.dumps({"count": 9, "total_pages": 50, "results": documents}))

    world.fetcher = Fetcher(transport=httpx.MockTransport(reply))
    world.begin()
    world.watch("https://www.federalregister.gov/documents/search?conditions[term]=x", kind=WatchKind.FEDERAL_REGISTER)
    await world.round(seconds=0)
    assert sorted(world.fates()) == ["1: ban", "2: ban", "3: ban"]


# ---- times

WATCH = Watch(1, FEED, "E", WatchKind.FEED, None, False, None, "", False, START)
OFFICIAL = replace(WATCH, official=True)
EVERY = replace(WATCH, every=5)


def wait(watch, **how):
    return timing.next_visit(watch, START, **how) - START


def test_official_sources_are_visited_every_ten_minutes_and_others_every_thirty():
    assert (wait(OFFICIAL), wait(WATCH)) == (timedelta(minutes=10), timedelta(minutes=30))


def test_a_source_may_ask_for_longer_within_reason():
    """By TTL, Cache-Control or Expires; never for shorter, and never for days."""
    assert wait(WATCH, ttl=timedelta(hours=2)) == timedelta(hours=2)
    assert wait(WATCH, hints=Hints(timedelta(hours=1))) == timedelta(hours=1)
    assert wait(WATCH, ttl=timedelta(minutes=1)) == timedelta(minutes=30)
    assert wait(WATCH, ttl=timedelta(days=1)) == timing.LONGEST_HINT


def test_an_interval_that_somebody_gave_is_kept_to_the_second():
    """Only Retry-After and failures lengthen it."""
    assert wait(EVERY, ttl=timedelta(hours=2), hints=Hints(timedelta(hours=1)), luck=0.99) == timedelta(seconds=5)
    assert wait(EVERY, hints=Hints(None, timedelta(minutes=2))) == timedelta(minutes=2)
    assert wait(EVERY, failures=8) == timedelta(seconds=80)


@given(st.integers(0, 200), st.floats(0, 1, exclude_max=True), st.integers(1, 100_000), st.booleans())
def test_property_more_failures_never_shorten_the_wait(failures, luck, every, given_by_hand):
    """And it ends at six hours, or at the interval where that is longer."""
    watch = replace(WATCH, every=every) if given_by_hand else WATCH
    first, second = wait(watch, failures=failures, luck=luck), wait(watch, failures=failures + 1, luck=luck)
    assert timedelta(0) < first <= second <= max(timing.LONGEST_BACK_OFF, timing.interval(watch) * 1.1)


def test_jitter_spreads_visits_by_a_tenth():
    assert wait(WATCH, luck=0) == timedelta(minutes=27)
    assert timedelta(minutes=32.9) < wait(WATCH, luck=0.999) < timedelta(minutes=33)


def test_due_is_what_was_never_visited_or_whose_time_has_come():
    """A paused watch is not, and one that a wrong clock put off for days is."""
    watches = [replace(WATCH, number=number, paused=number == 5) for number in range(1, 7)]
    visits = {
        2: Visits(2, next=START - timedelta(minutes=5)),
        3: Visits(3, next=START + timedelta(seconds=1)),
        4: Visits(4, next=START),
        5: Visits(5, next=START),
        6: Visits(6, next=START + timedelta(days=400)),
    }
    assert [watch.number for watch in timing.due(watches, visits, START)] == [1, 2, 4, 6]


async def test_a_new_watch_is_visited_at_the_next_tick_and_then_at_its_interval(world):
    world.feed("a: nothing")
    world.watch(every=1)
    await world.round(seconds=0)
    await world.round(seconds=0)
    assert world.asked[FEED] == 1
    await world.round(seconds=1)
    assert world.asked[FEED] == 2


# ---- whatever happens


class Rounds(RuleBasedStateMachine):
    """Publishing, retitling, outages and kills in any order: each event is told at most once, and none is lost."""

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.store = Store(self.folder / "store.db")
        self.world = World(self.store)
        self.entries, self.count, self.fresh = [], 0, set()
        self.world.feed("start: nothing")
        self.watch = self.world.watch()
        self.visit()

    def teardown(self):
        self.store.close()
        shutil.rmtree(self.folder)

    def visit(self):
        self.world.feed("start: nothing", *self.entries)
        self.visit_finds(self.world.pages[FEED])

    def visit_finds(self, page):
        """Visit as soon as it is due."""
        self.world.pages[FEED] = page
        coming = self.store.watches.visits_of(self.watch.number).next or self.world.at
        self.world.at = max(self.world.at, coming)
        asyncio.run(self.world.round(seconds=1))

    @rule()
    def publish(self):
        self.count += 1
        self.entries.append((f"s{self.count}: ban", str(self.count), f"https://example.org/{self.count}"))
        self.fresh.add(f"s{self.count}")

    @rule()
    def retitle(self):
        if self.entries:
            title, guid, link = self.entries[-1]
            if title.partition(":")[0] not in self.fresh:
                self.entries[-1] = (f"{title} x", guid, f"{link}?utm_source=x")

    @rule()
    def unpublish(self):
        if self.entries and self.entries[0][0].partition(":")[0] not in self.fresh:
            del self.entries[0]

    @rule()
    def round(self):
        self.visit()
        asyncio.run(self.world.poller.release(self.watch.number))
        assert self.fresh <= set(self.world.told)
        self.fresh.clear()

    @rule()
    def round_that_dies(self):
        self.world.fail_promising = True
        self.visit()
        self.world.fail_promising = False
        self.world.begin()

    @rule()
    def outage_of_the_source(self):
        self.visit_finds(503)

    @rule()
    def restart(self):
        self.store.close()
        self.store = self.world.store = Store(self.folder / "store.db")
        self.world.begin()

    @invariant()
    def nothing_is_told_twice(self):
        assert max(Counter(self.world.told).values(), default=0) <= 1


TestRoundsMachine = Rounds.TestCase
