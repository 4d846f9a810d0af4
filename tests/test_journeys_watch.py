"""Journeys through a pretend Telegram: watches kept in chat, numbers waited for, figures fetched."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace

import pytest
from chat_room import ADMIN, MEMBER, Room, loud, said
from news_room import KOLKATA, found, item, watch
from telegram_standin import labels
from virtual_time import virtual

from bot.asking.answers import Answer, Kind, Line, Text
from bot.chat.doors import Added, DoorRefused, Doors
from bot.chat.numbering import reading_of
from bot.chat.talk import Said
from bot.chat.watchkeeping import read_watch
from bot.promising import promise_numbers
from storage.correspondence import Place
from storage.newsitems import Fate, Topic, WatchKind
from storage.periods import Period
from storage.records import Figure, FigureStatus, Source

COMTRADE = Source("UN Comtrade", "https://comtradeplus.un.org")
FIGURE = Figure("imports", "280530", "World", Period.parse("2026-05"), 9e9, "USD", FigureStatus.FINAL, COMTRADE)


@dataclass(frozen=True)
class Step:
    number: int
    of: int = 3
    period: str = "202605"
    rows: int = 12


@dataclass(frozen=True)
class Fetched:
    calls: int = 3
    new: int = 12
    revised: tuple[Figure, ...] = (FIGURE,)
    held: int = 1
    stopped: str = ""


@dataclass
class Web:
    """What is beyond the doors."""

    room: Room
    wished: list = field(default_factory=list)
    settled: list = field(default_factory=list)
    accepted: list = field(default_factory=list)

    async def add(self, wish, person, via):
        if "bad" in wish.url:
            raise DoorRefused(f"{wish.url} is a private address")
        self.wished.append(wish)
        store, name = self.room.store, wish.name or "A feed"
        with store.atomic():
            number = store.watches.add(wish.url, self.room.wall(), name=name).number
            entry = store.journal.begin(at=self.room.wall(), person=person, via=via, verb="watch", summary="")
            store.watches.remove(number, self.room.wall())
            store.journal.update(entry, "watches", number, {"removed": None})
        return Added(number, name, 4, "", entry)

    async def check(self, number):
        return [f"[told] Something new on {number} (export_control, urgent)"]

    async def release(self, number):
        self.settled.append(("release", number))
        return self.drop(number)

    def drop(self, number):
        held = [each.number for each in self.room.store.news.held(number)]
        self.room.store.news.settle(held, Fate.DROPPED)
        return len(held)

    async def refresh(self, progress, person):
        assert self.room.store.people.get(person)
        for number in (1, 2, 3):
            await asyncio.sleep(10)
            progress(Step(number))
        self.room.store.fetches.hold(FIGURE, "40 times last month's", self.room.wall())
        return Fetched()

    def accept(self, number, person):
        self.accepted.append((number, person))
        return FIGURE if self.room.store.fetches.settle(number, taken=True) else None

    def doors(self) -> Doors:
        return Doors(
            add=self.add, check=self.check, release=self.release, drop=self.drop,
            refresh=self.refresh, accept=self.accept,
        )  # fmt: skip


class Desk:
    """A desk whose one number moves."""

    def __init__(self) -> None:
        self.value, self.period = 72.9, "FY2024-25"

    def __call__(self, text, context, now, *, language="en"):
        base = said("imports", context, now, language=language)
        if "month" in text:
            rows = tuple(replace(row, label=self.period) for row in base.answer.rows[-1:]) if self.period else ()
            answer = Answer(
                Kind.SERIES, (Line((Text("By month"),)),), "imports · by month", language=language, rows=rows
            )
            return Said(answer, "/series indicator=imports step=month", "")
        if "hare" not in text and "हिस्सा" not in text:
            return said(text, context, now, language=language)
        answer = replace(base.answer, value=self.value, unit="%", period=self.period, reading="imports · China · share")
        return Said(answer, "/imports China measure=share", "")


@pytest.fixture
def web(tmp_path):
    room = Room(tmp_path / "store.db", desk=Desk())
    room.people()
    made = Web(room)
    room.plan["doors"] = made.doors()
    return made


def look(room) -> int:
    """The tick that looks at numbers."""

    def read(command):
        return reading_of(room.desk(command, None, room.wall()).answer)

    return promise_numbers(room.store, room.wall(), KOLKATA, read)


# ---------------------------------------------------------------- /watch


@virtual
async def test_a_watch_is_added_listed_paused_and_taken_off_and_each_can_be_undone(web, caplog):
    room = web.room
    async with room.running():
        added = await room.says("/watch add https://pib.example/rss The ministry every 10 min topic policy")
        assert "watching #1 The ministry: 4 items" in added["text"]
        assert (web.wished[0].every, web.wished[0].topic) == (600, Topic.POLICY)
        listed = (await room.says("/watch"))["text"].splitlines()
        assert listed == ["Watches: 1", "… #1 The ministry: not visited yet · seen 0, told 0 ↗"]
        checked = await room.says("/watch check 1")
        assert "Something new on 1" in checked["text"]
        known = await room.says("/watch add https://pib.example/rss")
        assert known["text"] == "It is watched already: #1 The ministry."
        changed = await room.says("/watch add https://pib.example/rss every 5 min")
        assert room.store.watches.get(1).name == "The ministry"
        assert room.store.watches.get(1).every == 300
        await room.presses(changed, "Undo")
        assert room.store.watches.get(1).every is None
        await room.says("/watch pause 1")
        assert room.store.watches.get(1).paused
        await room.says("/watch resume #1")
        assert not room.store.watches.get(1).paused
        removed = await room.says("/watch remove 1")
        assert room.store.watches.get(1) is None
        await room.presses(removed, "Undo")
        assert room.store.watches.get(1) is not None
        await room.presses(added, "Undo")
        assert room.store.watches.all() == ()
    assert loud(caplog) == []


@virtual
async def test_what_cannot_be_watched_is_refused_with_the_reason(web):
    room = web.room
    async with room.running():
        assert "private address" in (await room.says("/watch add http://bad.example"))["text"]
        assert "no watch #7" in (await room.says("/watch pause 7"))["text"]
        assert "/watch add URL" in (await room.says("/watch fly"))["text"]
        assert "Only admins" in (await room.says("/watch", MEMBER))["text"]


@virtual
async def test_a_held_visit_is_told_or_dropped_by_a_button(web):
    room = web.room
    async with room.running():
        number = watch(room.store, room.wall())
        found(room.store, room.wall(), item("One", 1), item("Two", 2), fate=Fate.HELD, tell=False)
        listed = await room.says("/watch")
        assert f"#{number}: 2 items are held" in listed["text"]
        await room.presses(listed, f"Tell #{number}")
        assert web.settled == [("release", number)]
        assert "2 items told" in room.telegram.toasts()[-1]
        assert "held" not in room.telegram.messages[ADMIN, listed["message_id"]]["text"]


def test_a_watch_is_read_in_any_order():
    wish = read_watch("https://x.example page every 2h topic trade selector div.news Prices page")
    assert (wish.url, wish.kind, wish.every, wish.topic) == ("https://x.example", WatchKind.PAGE, 7200, Topic.TRADE)
    assert wish.selector == "div.news"


# ---------------------------------------------------------------- numbers


@virtual
async def test_a_number_that_drops_below_its_mark_is_told_once_with_its_papers(web, caplog):
    room = web.room
    async with room.running():
        kept = await room.says("Tell me when China's share drops below 70%", MEMBER)
        assert "imports · China · share drops below 70%" in kept["text"]
        assert "72.9%" in kept["text"]
        assert look(room) == 0
        room.desk.value = 68.2
        assert look(room) == 1
        assert look(room) == 0
        await room.quiet()
        told = room.telegram.last(MEMBER)
        assert "You asked to be told" in told["text"]
        assert "PIB, 26 November 2025" in told["text"]
        room.desk.value = 67.0
        assert look(room) == 0
        room.desk.value = 75.0
        assert look(room) == 0
        room.desk.value = 66.0
        assert look(room) == 1, "it was above in between"
    assert loud(caplog) == []


@virtual
async def test_a_new_month_is_told_when_it_comes_in(web):
    room = web.room
    async with room.running():
        room.desk.period = "2026-05"
        kept = await room.says("tell me when a new month comes in", MEMBER)
        assert "The newest now: 2026-05" in kept["text"]
        assert look(room) == 0
        room.desk.period = "2026-06"
        assert look(room) == 1
        assert look(room) == 0
        room.desk.period = "2026-05"
        assert look(room) == 0, "a month that was taken back is no news"


@virtual
async def test_numbers_waited_for_are_listed_in_settings_and_stopped_there(web):
    room = web.room
    async with room.running():
        await room.says("जब चीन का हिस्सा 70% से कम हो तो बताना", MEMBER)
        settings = await room.says("/settings", MEMBER)
        assert "Told when\n1. imports · China · share drops below 70%" in settings["text"]
        await room.presses(settings, "Stop 1")
        chat = room.store.chats.at(Place.TELEGRAM, MEMBER)
        assert room.store.schedules.number_watches(chat.number) == []
        assert look(room) == 0


@virtual
async def test_what_is_no_figure_or_has_another_unit_is_refused(web):
    room = web.room
    async with room.running():
        nothing = await room.says("tell me when the rain drops below 70%", MEMBER)
        assert "no single figure" in nothing["text"]
        unit = await room.says("tell me when China's share drops below $70", MEMBER)
        assert "in %" in unit["text"]
        already = await room.says("tell me when China's share drops below 80%", MEMBER)
        assert "That is so already" in already["text"]
        assert look(room) == 0


# ---------------------------------------------------------------- /figure refresh


@virtual
async def test_figures_are_fetched_with_progress_in_one_message(web, caplog):
    """The chat goes on meanwhile; revisions are told, and what is odd waits for an admin."""
    room = web.room
    async with room.running():
        begun = await room.says("/figure refresh")
        busy = await room.says("/figure refresh")
        assert "runs already" in busy["text"]
        await room.quiet(12)
        assert "Fetching: 1 of 3" in room.telegram.messages[ADMIN, begun["message_id"]]["text"]
        await room.quiet(60)
        assert "3 calls, 12 new, 1 revised, 1 held" in room.telegram.messages[ADMIN, begun["message_id"]]["text"]
        revised, held = room.telegram.heard(ADMIN)[-2:]
        assert "Revised" in revised["text"]
        assert labels(held) == ["1. Take it", "1. Refuse it"]
        await room.presses(held, "1. Take it")
        assert len(web.accepted) == 1
        assert room.telegram.toasts()[-1] == "Taken into the record"
    assert loud(caplog) == []


@virtual
async def test_a_held_figure_is_refused_and_the_record_stays(web):
    room = web.room
    async with room.running():
        room.store.fetches.hold(FIGURE, "40 times last month's", room.wall())
        held = await room.says("/figure held")
        await room.presses(held, "1. Refuse it")
        assert room.store.fetches.held() == ()
        assert "No figure waits" in (await room.says("/figure held"))["text"]
        assert "Only admins" in (await room.says("/figure refresh", MEMBER))["text"]
