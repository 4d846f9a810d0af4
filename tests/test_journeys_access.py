"""Journeys through a pretend Telegram: who gets in, how, and what everyone else learns: nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from chat_room import ADMIN, MEMBER, STRANGER, Room, loud
from telegram_standin import labels
from virtual_time import virtual

from storage.correspondence import ChatState, Place, Role
from storage.newsitems import Topic, Urgency

GROUP, FORUM, TOPIC = -100, -1_000_000_000_123, 55


@pytest.fixture
def room(tmp_path):
    made = Room(tmp_path / "store.db")
    made.people()
    return made


def person(room, user):
    return room.store.people.at(Place.TELEGRAM, user)


@virtual
async def test_a_stranger_gets_one_polite_line_and_leaves_no_trace(room):
    """Whatever they write; a second message within the hour gets no second line."""
    async with room.running():
        line = await room.says("how many magnets?", STRANGER)
        assert "for its team" in line["text"]
        assert labels(line) == ["Request access"]
        for text in ("/status", "/log X | due 2026", "/start", "/help"):
            room.telegram.say(text, STRANGER)
        await room.quiet(5)
        assert len(room.telegram.texts(STRANGER)) == 1
        assert person(room, STRANGER) is None
        assert room.store.chats.at(Place.TELEGRAM, STRANGER) is None
        assert room.store.milestones.count() == 0


@virtual
async def test_a_request_is_approved_with_a_button_and_the_new_member_is_told_what_comes(room, caplog):
    """Export controls from notable, the rest when urgent, a digest on weekdays at eight, quiet hours."""
    async with room.running():
        line = await room.says("hello", STRANGER)
        await room.presses(line, "Request access", STRANGER)
        assert room.telegram.toasts()[-1].startswith("Asked")
        request = room.telegram.last(ADMIN)
        assert "Eve" in request["text"]
        await room.presses(line, "Request access", STRANGER)
        assert "already" in room.telegram.toasts()[-1]
        await room.presses(request, "Let in as member", ADMIN)
        assert person(room, STRANGER).role is Role.MEMBER
        welcome = room.telegram.last(STRANGER)
        assert "export controls" in welcome["text"]
        chat = room.store.chats.at(Place.TELEGRAM, STRANGER)
        follows = {each.topic: each.urgency for each in room.store.chats.follows(chat.number)}
        assert follows[Topic.EXPORT_CONTROL] is Urgency.NOTABLE
        assert follows[Topic.MINING] is Urgency.URGENT
        schedule = room.store.schedules.of(chat.number)
        assert (schedule.days, schedule.hour, schedule.zone) == ("weekdays", "08:00", "Asia/Kolkata")
        assert chat.quiet == "22:00-07:00"
        assert "221" in (await room.says("magnet imports?", STRANGER))["text"]
    assert loud(caplog) == []


@virtual
async def test_an_approval_is_taken_back_with_its_undo(room):
    async with room.running():
        line = await room.says("hello", STRANGER)
        await room.presses(line, "Request access", STRANGER)
        await room.presses(room.telegram.last(ADMIN), "Let in as member", ADMIN)
        confirmation = room.telegram.last(ADMIN)
        assert labels(confirmation) == ["Undo"]
        await room.presses(confirmation, "Undo", ADMIN)
        assert person(room, STRANGER).role is Role.NONE


@virtual
async def test_a_forged_press_does_nothing(room):
    """The presser's role is asked now: a stranger's, a member's, and of who was an admin when the button was made."""
    async with room.running():
        line = await room.says("hello", STRANGER)
        await room.presses(line, "Request access", STRANGER)
        request = room.telegram.last(ADMIN)
        data = next(each["callback_data"] for row in request["reply_markup"]["inline_keyboard"] for each in row)
        room.telegram.press_data(line, data, STRANGER)
        room.telegram.press_data(await room.says("magnets", MEMBER), data, MEMBER)
        await room.quiet()
        assert person(room, STRANGER).role is Role.NONE
        assert any("Only admins" in toast for toast in room.telegram.toasts())
        for nonsense in (
            "let",
            "let:",
            "let:person",
            "let:person:x:y:z",
            "undo:999999",
            "save:1",
            "ask#00",
            "role:9:god",
            "late:5:yes",
            ":" * 64,
        ):
            room.telegram.press_data(request, nonsense, ADMIN)
        await room.quiet()
        assert person(room, STRANGER).role is Role.NONE
        pressed = len(room.telegram.made("answerCallbackQuery"))
        assert pressed == 1 + 2 + 10


@virtual
async def test_a_claim_code_makes_the_first_admin_once_and_within_the_hour(tmp_path):
    room = Room(tmp_path / "store.db", admin_ids=())
    room.telegram.private(ADMIN, "Asha")
    room.telegram.private(STRANGER, "Eve")
    async with room.running():
        old = room.chat.access.claim_code()
        code = room.chat.access.claim_code()
        assert "spent or too old" in (await room.says(f"/start {old}", ADMIN))["text"]
        assert "You are an admin" in (await room.says(f"/start {code}", ADMIN))["text"]
        assert person(room, ADMIN).role is Role.ADMIN
        assert "spent or too old" in (await room.says(f"/start {code}", STRANGER))["text"]
        assert room.chat.access.claim_code() is None


@virtual
async def test_a_claim_code_ends_after_an_hour(tmp_path):
    room = Room(tmp_path / "store.db", admin_ids=())
    room.telegram.private(ADMIN, "Asha")
    async with room.running():
        code = room.chat.access.claim_code()
        room.wall.skip(timedelta(minutes=61))
        assert "spent or too old" in (await room.says(f"/start {code}", ADMIN))["text"]


@virtual
async def test_an_invitation_lets_one_person_in(room):
    """Its link works once."""
    async with room.running():
        link = (await room.says("/invite"))["text"].rsplit("=", 1)[1]
        await room.says(f"/start {link}", STRANGER)
        assert person(room, STRANGER).role is Role.MEMBER
        room.telegram.private(10, "Mallory")
        assert "spent or too old" in (await room.says(f"/start {link}", 10))["text"]


@virtual
async def test_a_group_is_asked_for_and_let_in_and_then_its_people_may_read(room):
    """Plain talk among people is not answered; a mention, a reply and a command are."""
    room.telegram.group(GROUP, "Magnet team", members=(STRANGER, MEMBER))
    async with room.running():
        line = await room.says("@lodestone_bot magnet imports?", STRANGER, GROUP)
        assert labels(line) == ["Request access"]
        await room.presses(line, "Request access", STRANGER)
        await room.presses(room.telegram.last(ADMIN), "Let the group in", ADMIN)
        assert room.store.chats.at(Place.TELEGRAM, GROUP).state is ChatState.ACTIVE
        before = len(room.telegram.texts(GROUP))
        room.telegram.say("how about lunch, magnet lovers?", GROUP, STRANGER)
        await room.quiet()
        assert len(room.telegram.texts(GROUP)) == before
        answer = await room.says("@lodestone_bot magnet imports?", STRANGER, GROUP)
        assert "221" in answer["text"]
        assert answer["reply_to_message"]["text"] == "@lodestone_bot magnet imports?"
        follow_up = await room.says("and magnet exports?", STRANGER, GROUP, reply_to=answer)
        assert "after /imports FY2024-25" in follow_up["text"]
        assert "221" in (await room.says("/imports@lodestone_bot 2024", STRANGER, GROUP))["text"]
        count = len(room.telegram.texts(GROUP))
        room.telegram.say("/imports@other_bot 2024", GROUP, STRANGER)
        await room.quiet()
        assert len(room.telegram.texts(GROUP)) == count
        assert "Only admins" in (await room.says("/log X | due 2026", STRANGER, GROUP))["text"]


@virtual
async def test_an_anonymous_group_admin_is_no_admin_of_ours(room):
    """Nobody knows who that is."""
    room.telegram.group(GROUP, "Team", admins=(ADMIN,))
    async with room.running():
        room.let_in(room.store, GROUP, "group", "Team")
        room.telegram.say("/log X | due 2026 | plant | IREL", GROUP, ADMIN, anonymous=True)
        await room.quiet()
        assert "Only admins" in room.telegram.texts(GROUP)[-1]


@virtual
async def test_a_topic_of_a_forum_is_answered_in_the_topic(room):
    room.telegram.group(FORUM, "Forum", members=(MEMBER,), forum=True)
    async with room.running():
        room.let_in(room.store, FORUM, "supergroup", "Forum", forum=True)
        answer = await room.says("/imports 2024", MEMBER, FORUM, thread=TOPIC)
        assert answer["message_thread_id"] == TOPIC


@virtual
async def test_the_last_admin_cannot_be_removed_nor_one_of_the_settings(tmp_path):
    room = Room(tmp_path / "store.db", admin_ids=())
    room.people()
    async with room.running():
        room.store.db.write("UPDATE people SET role = 'admin' WHERE telegram_id = ?", (MEMBER,))
        listed = await room.says("/people", MEMBER)
        choices = await room.presses(listed, "Ravi")
        await room.presses(choices, "Take access away")
        assert "last admin" in room.telegram.toasts()[-1]
        assert person(room, MEMBER).role is Role.ADMIN


@virtual
async def test_whoever_loses_access_is_a_stranger_at_once(room):
    """Old buttons too."""
    async with room.running():
        answer = await room.says("magnets", MEMBER)
        listed = await room.says("/people")
        choices = await room.presses(listed, "Ravi", ADMIN)
        await room.presses(choices, "Take access away", ADMIN)
        before = len(room.telegram.texts(MEMBER))
        await room.presses(answer, "Chart", MEMBER)
        assert "for its team" in room.telegram.toasts()[-1]
        assert "for its team" in (await room.says("magnets", MEMBER))["text"]
        assert len(room.telegram.texts(MEMBER)) == before + 1


@virtual
async def test_open_access_lets_everyone_read_and_nobody_write(tmp_path):
    room = Room(tmp_path / "store.db", open_access=True)
    room.people()
    async with room.running():
        assert "221" in (await room.says("magnets", STRANGER))["text"]
        assert "Only admins" in (await room.says("/log X | due 2026", STRANGER))["text"]


@virtual
async def test_a_group_that_we_are_put_into_learns_how_to_ask_and_one_that_puts_us_out_is_paused(room, caplog):
    room.telegram.group(GROUP, "Magnet team", members=(STRANGER,))
    async with room.running():
        room.telegram.added(GROUP, STRANGER)
        await room.quiet()
        assert labels(room.telegram.last(GROUP)) == ["Request access"]
        chat = room.let_in(room.store, GROUP, "group", "Magnet team")
        room.telegram.added(GROUP, STRANGER, status="kicked")
        await room.quiet()
        assert room.store.chats.get(chat.number).state is ChatState.PAUSED
        assert "put the bot out" in room.telegram.texts(ADMIN)[-1]
        room.telegram.added(GROUP, STRANGER)
        await room.quiet()
        assert room.store.chats.get(chat.number).state is ChatState.ACTIVE
    assert loud(caplog) == []


@virtual
async def test_whoever_comes_in_is_spoken_to_in_their_own_language_until_they_say_otherwise(tmp_path):
    """Telegram tells it; a group has none of its own."""
    room = Room(tmp_path / "store.db")
    room.people()
    room.telegram.private(21, "Meera", language="hi")
    async with room.running():
        code = (await room.says("/invite"))["text"].rsplit("=", 1)[1]
        room.telegram.say(f"/start {code}", 21)
        await room.quiet()
        assert "दुर्लभ मृदा" in room.telegram.texts(21)[-1]
        assert room.store.chats.at(Place.TELEGRAM, 21).language == "hi"
        await room.says("/settings English", 21)
        await room.says("/help", 21)
        assert room.store.chats.at(Place.TELEGRAM, 21).language == "en"


@virtual
async def test_whoever_is_refused_hears_whom_to_ask_admins_of_the_settings_too(tmp_path):
    room = Room(tmp_path / "store.db")
    room.people()
    async with room.running():
        assert (await room.says("/status", MEMBER))["text"] == "Only admins may do that."
        await room.says("/help")
        assert (await room.says("/status", MEMBER))["text"] == "Only admins may do that: Asha."
