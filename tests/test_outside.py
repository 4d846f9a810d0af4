"""The chat's doors to the web, through the whole house: a watch is looked at, tried, held back and let go from the chat."""

from __future__ import annotations

import pytest
from chat_room import ADMIN, loud
from telegram_standin import labels
from test_house import House, follow
from virtual_time import virtual

from storage.newsitems import Fate
from storage.periods import Period
from storage.records import Figure, FigureStatus, Source

MINISTRY = Source("The ministry's table of June", "https://commerce.example/table")


@pytest.fixture
def house(tmp_path):
    made = House(tmp_path / "store.db")
    made.people()
    return made


@virtual
async def test_a_watch_is_added_from_the_chat_and_tried_without_telling_anybody(house, caplog):
    async with house.running():
        follow(house)
        house.web.tell("one.example", "a", "China bans export of rare earth magnets", house.wall())
        added = await house.says("/watch add https://one.example/feed The gazette every 60")
        assert "The gazette: 1 items stand there now" in added["text"]
        watch = house.store.watches.get(1)
        assert (watch.name, watch.every, watch.kind) == ("The gazette", 60, "feed")
        tried = await house.says("/watch check 1")
        assert "China bans export of rare earth magnets (export_control, urgent)" in tried["text"]
        listed = await house.says("/watch")
        assert "#1 The gazette: not visited yet" in listed["text"]
        assert house.store.outbox.of_subject("story:1") == []
    assert loud(caplog) == []


@virtual
async def test_what_the_address_check_refuses_says_why(house):
    async with house.running():
        refused = await house.says("/watch add ftp://one.example/feed")
        assert "Watching" not in refused["text"]
        assert house.store.watches.all() == ()


@virtual
async def test_a_held_visit_is_told_from_the_chat(house):
    """Most of a feed is new at once: it is held, admins are told, and *Tell* makes news of it."""
    async with house.running():
        follow(house)
        house.watch("one.example")
        for number in range(4):
            house.web.tell("one.example", f"old{number}", f"Old magnet story {number}", house.wall())
        await house.round()
        await house.quiet(70)
        for number in range(12):
            title = f"Country {number} suspends export controls on rare earth magnets"
            house.web.tell("one.example", f"new{number}", title, house.wall())
        await house.round()
        await house.quiet(70)
        held = house.store.news.held(1)
        assert held, "over half of the feed is new within two intervals"
        listed = await house.says("/watch")
        assert f"#1: {len(held)} items are held" in listed["text"]
        assert labels(listed) == ["Tell #1", "Drop #1"]
        await house.presses(listed, "Tell #1")
        assert house.store.news.held(1) == ()
        assert {each.fate for each in map(house.store.news.item, [one.number for one in held])} == {Fate.TOLD}
        await house.quiet(60)
        assert any("suspends export controls" in text for text in house.telegram.texts(ADMIN))


def month(house: House, period: str) -> None:
    """A month of India's magnet imports comes into the record."""
    figure = Figure("imports", "magnets", "World", Period.parse(period), 2e7, "USD", FigureStatus.FINAL, MINISTRY)
    with house.store.atomic():
        entry = house.store.journal.begin(at=house.wall(), person=None, via="fetch", verb="figure", summary=period)
        house.store.figures.put(figure, entry=entry, as_of=house.wall())


@virtual
async def test_a_new_month_is_told_by_the_houses_own_tick_with_its_source(house, caplog):
    async with house.running():
        month(house, "2026-05")
        kept = await house.says("tell me when a new month comes in")
        assert "2026-05" in kept["text"]
        tick = next(each for each in house.house.ticks().ticks if each.name == "promises")
        await tick.does()
        month(house, "2026-06")
        for _ in range(2):
            await tick.does()
            await house.quiet(30)
        told = [text for text in house.telegram.texts(ADMIN) if "You asked to be told" in text]
    assert len(told) == 1
    assert "June 2026" in told[0]
    assert MINISTRY.title in told[0]
    assert loud(caplog) == []
