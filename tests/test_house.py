"""The whole house: a feed becomes one alert that grows, a digest comes at its hour, a question gets its cited answer."""

from __future__ import annotations

import asyncio
import gzip
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest
from chat_room import ADMIN, Room
from telegram_standin import TOKEN
from virtual_time import virtual

from bot.app import build
from bot.promising import promise_digests
from bot.settings import Settings
from storage import Store
from storage.newsitems import Topic, Urgency, WatchKind
from storage.seed import seed

if TYPE_CHECKING:
    from collections.abc import Callable

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>{name}</title><link>https://{host}/</link>{items}</channel></rss>"""
ITEM = "<item><title>{title}</title><link>https://{host}/{slug}</link><guid>{host}-{slug}</guid><pubDate>{date}</pubDate></item>"


class Web:
    """Pages that live in memory."""

    def __init__(self) -> None:
        self.items: dict[str, list[str]] = {}
        self.evil: dict[str, Callable[[httpx.Request], httpx.Response]] = {}

    def tell(self, host: str, slug: str, title: str, when) -> None:
        date = when.strftime("%a, %d %b %Y %H:%M:%S +0000")
        self.items.setdefault(host, []).append(ITEM.format(title=title, host=host, slug=slug, date=date))

    def __call__(self, request: httpx.Request) -> httpx.Response:
        host = request.url.host
        if host in self.evil:
            return self.evil[host](request)
        if request.url.path == "/robots.txt":
            return httpx.Response(404)
        return httpx.Response(200, text=FEED.format(name=host, host=host, items="".join(self.items.get(host, []))))


class House(Room):
    """The room with every other room of the house around it."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.web = Web()

    def build(self, store: Store):
        self.house = build(
            Settings(_env_file=None, admin_ids=(ADMIN,), database_path=self.path),
            store,
            self.wall,
            token=TOKEN,
            request=self.telegram.request(),
            polling=self.telegram.request(),
            transport=httpx.MockTransport(self.web),
            luck=lambda: 0.5,
        )
        return self.house.chat

    def watch(self, host: str, kind: WatchKind = WatchKind.FEED, **more: str) -> None:
        self.store.watches.add(f"https://{host}/feed", self.wall(), name=host, kind=kind, every=60, **more)

    async def round(self) -> None:
        await self.house.poller.round()
        await self.quiet()


@pytest.fixture
def house(tmp_path: Path):
    house = House(tmp_path / "store.db")
    house.people()
    with Store(house.path) as store:
        seed(store, house.wall())
    return house


def follow(house: House) -> int:
    chat = house.store.chats.at("telegram", ADMIN)
    house.store.chats.follow(chat.number, Topic.EXPORT_CONTROL, Urgency.NOTABLE)
    return chat.number


@virtual
async def test_a_question_in_the_chat_is_answered_from_the_shipped_facts_with_their_source(house: House):
    async with house.running():
        answer = (await house.says("How much did India import in FY2024-25?"))["text"]
    assert "$220.8 million" in answer
    assert "DGCIS" in answer


@virtual
async def test_an_event_that_two_outlets_tell_is_one_message_that_grows(house: House):
    async with house.running():
        follow(house)
        house.watch("one.example")
        house.watch("two.example")
        await house.round()
        before = len(house.telegram.heard(ADMIN))
        await house.quiet(180)
        house.web.tell("one.example", "a", "China suspends export controls on rare earth magnets", house.wall())
        await house.round()
        await house.quiet(120)
        house.web.tell(
            "two.example", "b", "China suspends rare earth magnet export controls, ministry says", house.wall()
        )
        await house.round()
        await house.quiet(120)
        messages = house.telegram.heard(ADMIN)[before:]
    assert len(messages) == 1
    assert "2 sources" in messages[0]["text"]


@virtual
async def test_a_first_visit_tells_nobody(house: House):
    async with house.running():
        follow(house)
        house.watch("one.example")
        house.web.tell("one.example", "a", "China bans export of rare earth magnets", house.wall())
        await house.round()
        assert house.telegram.heard(ADMIN) == []


@virtual
async def test_a_digest_comes_at_its_hour_and_says_what_is_overdue(house: House):
    async with house.running():
        number = follow(house)
        soon = (house.wall() + timedelta(minutes=5)).astimezone(house.house.settings.zone)
        house.store.schedules.set(number, 0, days="daily", hour=f"{soon:%H:%M}", zone="Asia/Kolkata", now=house.wall())
        await house.quiet(360)
        assert promise_digests(house.store, house.wall()) == 1
        await house.quiet()
        assert "Digest" in house.telegram.last(ADMIN)["text"]


@virtual
async def test_each_tick_of_the_house_does_its_work_without_a_fault(house: House, caplog: pytest.LogCaptureFixture):
    async with house.running():
        for tick in house.house.ticks().ticks:
            if tick.name != "figures":
                await tick.does()
        await house.quiet()
    assert [record.getMessage() for record in caplog.records if record.levelname == "ERROR"] == []


def torn(_request: httpx.Request) -> httpx.Response:
    raise httpx.ReadError("torn")


def page(body: bytes | str, status: int = 200, **headers: str) -> Callable[[httpx.Request], httpx.Response]:
    return lambda _request: httpx.Response(
        status, content=body, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )


ENTITIES = "<!DOCTYPE rss [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'><!ENTITY c SYSTEM 'file:///etc/passwd'>]>"
MALICE = {
    "bomb.example": page(gzip.compress(b"<rss>" + b" " * 60_000_000), content_encoding="gzip"),
    "large.example": page(b"<rss>" + b"a" * 12_000_000),
    "entity.example": page(f"{ENTITIES}<rss><channel><item><title>&b;&c;</title></item></channel></rss>"),
    "deep.example": page("[" * 100_000),
    "bytes.example": page(bytes(range(256)) * 50),
    "loop.example": page(b"", 302, location="https://loop.example/feed"),
    "script.example": page(b"", 302, location="javascript:alert(1)"),
    "gone.example": page(b"no", 410),
    "torn.example": torn,
    "tags.example": page(b"<rss><channel>" + b"<item>" * 50_000),
}


@virtual
async def test_a_feed_and_a_page_of_each_kind_of_malice_stop_nobody_and_bring_nothing(house: House, caplog):
    """Beside them the good feed is told, no fault of ours is logged, and each of them has its own fault."""
    async with house.running():
        follow(house)
        house.web.evil = dict(MALICE)
        for host in MALICE:
            house.watch(host)
        for host in list(MALICE):
            house.web.evil[f"page.{host}"] = MALICE[host]
            house.watch(f"page.{host}", WatchKind.PAGE, selector="article")
        await first_visit(house, "one.example")
        house.web.tell("one.example", "a", "China suspends export controls on rare earth magnets", house.wall())
        await house.round()
        told = [each["text"] for each in house.telegram.heard(ADMIN) if "suspends" in each["text"]]
        faults = {each.name: house.store.watches.visits()[each.number].fault for each in house.store.watches.all()}
        items = house.store.db.value("SELECT count(*) FROM items")
    assert len(told) == 1
    assert faults.pop("one.example") == ""
    assert {name for name, fault in faults.items() if not fault} <= HARMLESS
    assert items <= 1 + len(HARMLESS)
    assert [record.getMessage() for record in caplog.records if record.levelname == "ERROR"] == []


HARMLESS = {"entity.example", "tags.example", "page.tags.example", "page.entity.example"}  # read, with nothing expanded


async def first_visit(house: House, *hosts: str) -> None:
    """What was there before is known; the next visit is due."""
    for host in hosts:
        house.watch(host)
    await house.round()
    await house.quiet(180)


@virtual
async def test_what_was_found_after_our_own_absence_comes_as_one_message_and_the_rest_in_the_digest_with_its_date(
    house: House,
):
    async with house.running():
        follow(house)
        await first_visit(house, "one.example")
    await asyncio.sleep(6 * 3600)  # nobody was there
    house.web.tell("one.example", "a", "China bans export of samarium magnets", house.wall() - timedelta(hours=4))
    house.web.tell("one.example", "b", "Japan imposes export controls on dysprosium", house.wall() - timedelta(hours=3))
    house.web.tell(
        "one.example", "c", "Analysis: what export controls on rare earths mean", house.wall() - timedelta(hours=3)
    )
    async with house.running():
        await house.round()
        await house.quiet(60)
        (late,) = house.telegram.heard(ADMIN)
        assert "samarium" in late["text"]
        assert "dysprosium" in late["text"]
        assert "Analysis" not in late["text"]
        await house.round()
        digest = await house.says("/digest now")
        assert "Analysis: what export controls on rare earths mean" in digest["text"]
        assert len([each for each in house.telegram.heard(ADMIN) if "samarium" in each["text"]]) == 2  # and the digest


@virtual
async def test_what_was_told_late_is_not_told_again_when_another_outlet_has_it(house: House):
    async with house.running():
        follow(house)
        await first_visit(house, "one.example", "two.example")
    await asyncio.sleep(6 * 3600)
    house.web.tell("one.example", "a", "China bans export of samarium magnets", house.wall() - timedelta(hours=4))
    async with house.running():
        await house.round()
        await house.quiet(180)
        house.web.tell("two.example", "b", "Beijing bans samarium magnet exports", house.wall())
        await house.round()
        await house.quiet(180)
        await house.round()
        (late,) = house.telegram.heard(ADMIN)
    assert "samarium" in late["text"]


@virtual
async def test_what_is_older_than_two_days_is_no_alert_and_stands_in_the_digest_with_its_own_date(house: House):
    async with house.running():
        follow(house)
        await first_visit(house, "one.example")
        written = house.wall() - timedelta(days=3)
        house.web.tell("one.example", "a", "Ministry explains export licences for rare earth magnets", written)
        await house.round()
        assert house.telegram.heard(ADMIN) == []
        digest = (await house.says("/digest now"))["text"]
    assert "Ministry explains export licences" in digest
    assert f"{written.day} {written:%B}" in digest


@virtual
async def test_nothing_is_told_twice_through_a_restart_a_retitled_item_and_a_feed_that_was_added_again(house: House):
    async with house.running():
        follow(house)
        await first_visit(house, "one.example")
        house.web.tell("one.example", "a", "China bans export of samarium magnets", house.wall())
        await house.round()
        (alert,) = house.telegram.heard(ADMIN)
    async with house.running():
        await house.round()
        house.web.items["one.example"] = []
        house.web.tell("one.example", "a", "UPDATE 2: China bans export of samarium magnets", house.wall())
        await house.quiet(180)
        await house.round()
        watch = house.store.watches.all()[0]
        house.store.watches.remove(watch.number, house.wall())
        house.watch("one.example")
        house.web.tell("one.example", "old", "China bans export of terbium magnets", house.wall())
        await house.quiet(180)
        await house.round()
        assert [each["message_id"] for each in house.telegram.heard(ADMIN)] == [alert["message_id"]]


@virtual
async def test_what_was_weighed_and_is_decided_is_told_anew_as_a_development(house: House):
    async with house.running():
        follow(house)
        await first_visit(house, "one.example")
        house.web.tell("one.example", "a", "China weighs ban on export of samarium magnets", house.wall())
        await house.round()
        await house.quiet(3600)
        house.web.tell("one.example", "b", "China bans export of samarium magnets", house.wall())
        await house.round()
        await house.quiet(60)
        first, second = house.telegram.heard(ADMIN)
    assert "weighs" in first["text"]
    assert "China bans export of samarium magnets" in second["text"]
