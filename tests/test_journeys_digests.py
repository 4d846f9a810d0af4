"""Journeys through a pretend Telegram: digests wished for in words and by buttons, and what a reminder's buttons do."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from chat_room import ADMIN, MEMBER, Room, loud
from news_room import GAZETTE, KOLKATA, announcing, found, item
from telegram_standin import labels
from virtual_time import virtual

from bot.promising import promise_digests, promise_reminders, promise_stale
from bot.telling import stale_series
from storage.correspondence import Place
from storage.newsitems import Topic, Urgency
from storage.periods import Period
from storage.records import Category, Figure, FigureStatus, Milestone, MilestoneStatus, Source

GROUP = -500


@pytest.fixture
def room(tmp_path):
    made = Room(tmp_path / "store.db")
    made.plan |= announcing(made)
    made.people()
    return made


def schedule(room, user: int = MEMBER):
    return room.store.schedules.of(room.store.chats.at(Place.TELEGRAM, user).number)


def milestone(store, now, due: str, title: str = "Award of bids") -> int:
    record = Milestone(
        title,
        Category.TENDER,
        MilestoneStatus.PLANNED,
        Period.parse(due),
        None,
        Source("a gazette", "https://x.example"),
    )
    with store.atomic():
        entry = store.journal.begin(at=now, person=None, via="seed", verb="log", summary=title)
        return store.milestones.put(record, entry=entry, as_of=now).number


# ---------------------------------------------------------------- /digest


@virtual
async def test_a_digest_is_wished_for_in_words_shown_and_saved(room, caplog):
    async with room.running():
        preview = await room.says("/digest weekdays 9:30 Kolkata", MEMBER)
        assert "weekdays at 09:30, Asia/Kolkata" in preview["text"]
        assert "As it would be now" in preview["text"]
        assert schedule(room) is None
        saved = await room.presses(preview, "Save")
        assert "The digest of this chat" in saved["text"]
        kept = schedule(room)
        assert (kept.days, kept.hour, kept.zone) == ("weekdays", "09:30", "Asia/Kolkata")
        assert room.store.chats.at(Place.TELEGRAM, MEMBER).zone == "Asia/Kolkata"
    assert loud(caplog) == []


@virtual
async def test_a_digest_in_hindi(room):
    async with room.running():
        preview = await room.says("/digest रोज़ सुबह 8 बजे दिल्ली", MEMBER)
        assert "रोज़" in preview["text"]
        await room.presses(preview, "सहेजें")
        kept = schedule(room)
    assert (kept.days, kept.hour, kept.zone) == ("daily", "08:00", "Asia/Kolkata")


@virtual
async def test_a_city_that_is_two_is_asked_back(room):
    async with room.running():
        asked = await room.says("/digest daily 8 Hyderabad", MEMBER)
        assert labels(asked) == ["Hyderabad, India", "Hyderabad, Pakistan"]
        preview = await room.presses(asked, "Hyderabad, Pakistan")
        assert "Asia/Karachi" in preview["text"]
        await room.presses(preview, "Save")
        assert schedule(room).zone == "Asia/Karachi"


@virtual
async def test_what_cannot_be_read_says_how_to_write_it(room):
    async with room.running():
        nonsense = await room.says("/digest whenever you like", MEMBER)
        assert "I could not read" in nonsense["text"]
        city = await room.says("/digest daily 8 Xyzzyville", MEMBER)
        assert "no city “xyzzyville”" in city["text"]
        hour = await room.says("/digest weekdays", MEMBER)
        assert "At what hour?" in hour["text"]


@virtual
async def test_an_hour_that_no_clock_shows_is_said_to_be_none_and_changes_nothing(room):
    async with room.running():
        for words, hour in (("weekdays 25:00", "25:00"), ("daily 9:75 Kolkata", "9:75"), ("monthly:15 31", "31")):
            refused = (await room.says(f"/digest {words}"))["text"]
            assert f"No clock shows {hour}" in refused
            assert hour not in refused.partition("example: ")[2]
        assert "09:30" in (await room.says("/digest " + refused.partition("/digest ")[2]))["text"]


@virtual
async def test_sections_urgency_and_the_quiet_line_are_chosen_by_buttons(room):
    async with room.running():
        preview = await room.says("/digest daily 8:00 London", MEMBER)
        await room.presses(preview, "Sections: all")
        for name in ("Gaps", "Controls"):
            await room.presses(preview, f"✓ {name}")
        await room.presses(preview, "Cancel")
        assert schedule(room) is None
        preview = await room.says("/digest daily 8:00 London", MEMBER)
        await room.presses(preview, "Stories: routine")
        await room.presses(preview, "With nothing new: one quiet line")
        await room.presses(preview, "daily")
        await room.presses(preview, "weekdays")
        await room.presses(preview, "Sections: all")
        await room.presses(preview, "✓ Gaps")
        await room.presses(preview, "Save")
        kept = schedule(room)
    assert (kept.urgency, kept.when_empty, kept.days) == (Urgency.NOTABLE, "nothing", "weekdays")
    assert kept.sections == ("news", "milestones", "capacity", "figures", "controls")


@virtual
async def test_digest_now_shows_the_last_day_and_leaves_the_next_as_it_is(room):
    async with room.running():
        found(room.store, room.wall(), item("India opens the tender", 2), key="tender", topic=Topic.POLICY, tell=False)
        await room.quiet(5)
        now = await room.says("/digest now", MEMBER)
        assert "India opens the tender" in now["text"]
        assert labels(now) == ["Capacity chart"]
        await room.says("/digest daily 8 London", MEMBER)
        await room.presses(room.telegram.last(MEMBER), "Save")
        before = schedule(room).told_until
        await room.says("/digest now", MEMBER)
        assert schedule(room).told_until == before


@virtual
async def test_a_digest_comes_at_its_hour_and_off_ends_it(room):
    async with room.running():
        preview = await room.says("/digest daily 12:00 Kolkata", MEMBER)
        await room.presses(preview, "Save")
        found(room.store, room.wall(), item("India opens the tender", 2), key="tender", topic=Topic.POLICY, tell=False)
        await asyncio.sleep(3600)
        assert promise_digests(room.store, room.wall()) == 1
        assert promise_digests(room.store, room.wall()) == 0
        await room.quiet()
        assert "India opens the tender" in room.telegram.last(MEMBER)["text"]
        off = await room.says("/digest off", MEMBER)
        assert "No digest any more" in off["text"]
        assert schedule(room) is None
        again = await room.says("/digest off", MEMBER)
        assert "has no digest" in again["text"]


@virtual
async def test_a_groups_digest_is_for_its_administrators(room):
    async with room.running():
        room.telegram.group(GROUP, "Team", members=(MEMBER,))
        room.let_in(room.store, GROUP, "group", "Team")
        refused = await room.says("/digest daily 8", MEMBER, GROUP)
    assert "group's own administrators" in refused["text"]


# ---------------------------------------------------------------- reminders


async def reminded(room, due: str) -> tuple[int, dict]:
    """A milestone whose date nears or has passed; its reminder in the admin's chat."""
    number = milestone(room.store, room.wall(), due)
    chat = room.store.chats.at(Place.TELEGRAM, ADMIN)
    room.store.chats.follow(chat.number, Topic.POLICY, Urgency.URGENT)
    assert promise_reminders(room.store, room.wall(), KOLKATA) == 1
    room.chat.drain.kick()
    await room.quiet()
    return number, room.telegram.last(ADMIN)


@virtual
async def test_an_overdue_milestone_is_done_from_its_reminder(room):
    async with room.running():
        number, reminder = await reminded(room, "2026-10")
        assert labels(reminder) == ["Done", "Slip", "Remind me in a week"]
        draft = await room.presses(reminder, "Done")
        await room.presses(draft, "Save")
        assert room.store.milestones.get(number).status is MilestoneStatus.DONE


@virtual
async def test_an_overdue_milestone_slips_from_its_reminder(room):
    """The new date and the reason are asked for, in turn."""
    async with room.running():
        number, reminder = await reminded(room, "2026-10")
        asked = await room.presses(reminder, "Slip")
        asked = await room.says("March 2027")
        asked = await room.says("land was late")
        await room.presses(asked, "Save")
        kept = room.store.milestones.get(number)
    assert (kept.due.text, kept.slips, kept.state.reason) == ("2027-03", 1, "land was late")


@virtual
async def test_a_reminder_that_is_put_off_comes_again_in_a_week(room):
    async with room.running():
        _, reminder = await reminded(room, "2026-10")
        await room.presses(reminder, "Remind me in a week")
        assert "1 December" in room.telegram.toasts()[-1] or "1 Dec" in room.telegram.toasts()[-1]
        later = room.wall() + timedelta(days=6)
        assert promise_reminders(room.store, later, KOLKATA) == 0
        assert promise_reminders(room.store, room.wall() + timedelta(days=8), KOLKATA) == 1


@virtual
async def test_a_chat_chooses_at_which_days_it_is_reminded(room):
    async with room.running():
        milestone(room.store, room.wall(), "2026-12-20")
        chat = room.store.chats.at(Place.TELEGRAM, MEMBER)
        room.store.chats.follow(chat.number, Topic.POLICY, Urgency.URGENT)
        settings = await room.says("/settings", MEMBER)
        await room.presses(settings, "Reminders")
        await room.presses(settings, "7, 1 days")
        assert promise_reminders(room.store, room.wall(), KOLKATA) == 0
        await room.presses(settings, "Reminders")
        await room.presses(settings, "30, 7, 1 days")
        assert promise_reminders(room.store, room.wall(), KOLKATA) == 1


@virtual
async def test_figures_older_than_their_sources_rhythm_are_told_to_admins_once(room):
    async with room.running():
        old = Figure("imports", "280530", "World", Period.parse("2025-12"), 9e6, "USD", FigureStatus.FINAL, GAZETTE)
        with room.store.atomic():
            entry = room.store.journal.begin(at=room.wall(), person=None, via="seed", verb="figure", summary="")
            room.store.figures.put(old, entry=entry, as_of=room.wall())

        def look() -> int:
            series = stale_series(room.store, room.wall().date())
            return promise_stale(room.store, room.wall(), KOLKATA, room.chat.faults.admin_chats(), series)

        assert (look(), look()) == (1, 0)
        room.chat.drain.kick()
        await room.quiet()
        assert "/figure refresh" in room.telegram.last(ADMIN)["text"]
        assert room.telegram.heard(MEMBER) == []
