"""Journeys through a pretend Telegram: bad input, failures of ours, settings, menus, status."""

from __future__ import annotations

import pytest
from chat_room import ADMIN, MEMBER, Room, loud, said
from telegram_standin import labels
from virtual_time import virtual

from bot.chat.commands import COMMANDS, MOST_FOR_ADMINS, MOST_FOR_MEMBERS, menu
from storage.correspondence import Place, Role
from storage.newsitems import Urgency


@pytest.fixture
def room(tmp_path):
    made = Room(tmp_path / "store.db")
    made.people()
    return made


ODD = (
    "x" * 4_000,
    "😀" * 500,
    "\u202e\u2066magnet\u202c" * 20,
    "'; DROP TABLE chats; --",
    "/",
    "/imports " + "🧲" * 900,
    "<b>magnet</i> &amp; <script>",
    "\u0000magnet",
    "%s %d {0} {name}",
    "@lodestone_bot",
    "चुंबक magnet १२३",
    "/help@lodestone_bot",
    "/log",
    "/log | | | |",
    "/undo -1",
    "/undo 99999999999999999999",
    "/audit \u202e",
)


@virtual
async def test_whatever_is_written_gets_a_polite_answer(room, caplog):
    """Each of them one, and nothing raises."""
    async with room.running():
        for text in ODD:
            before = len(room.telegram.texts(ADMIN))
            await room.says(text)
            assert len(room.telegram.texts(ADMIN)) > before, text
        assert "221" in (await room.says("magnet imports?"))["text"]
    assert loud(caplog) == []


@virtual
async def test_stickers_and_the_like_get_a_line(room, caplog):
    async with room.running():
        photo = [{"file_id": "x", "file_unique_id": "x", "width": 1, "height": 1}]
        room.telegram.say("", MEMBER, photo=photo)
        await room.quiet()
        assert "text and files" in room.telegram.texts(MEMBER)[-1]
    assert loud(caplog) == []


@virtual
async def test_an_unknown_command_gets_the_nearest_one(room):
    """Of those that the person may use."""
    async with room.running():
        assert "/milestones" in (await room.says("/milstones", MEMBER))["text"]
        assert "/help" in (await room.says("/zzzzzzzz", MEMBER))["text"]
        assert "/status?" not in (await room.says("/statuss", MEMBER))["text"]


@virtual
async def test_a_failure_of_ours_gives_a_reference_and_admins_hear_once_an_hour(tmp_path, caplog):
    """No stack trace reaches a person; the next question is answered."""

    def desk(text, context=None, now=None, *, language="en"):
        return 1 / 0 if "boom" in text else said(text, context, now, language=language)

    room = Room(tmp_path / "store.db", desk=desk)
    room.people()
    async with room.running():
        first = await room.says("boom", MEMBER)
        assert "Reference" in first["text"]
        assert "ZeroDivision" not in first["text"]
        await room.says("boom", MEMBER)
        assert "221" in (await room.says("magnets", MEMBER))["text"]
        assert len(room.telegram.texts(ADMIN)) == 1
        assert "Traceback" not in room.telegram.texts(ADMIN)[0]
    assert len(loud(caplog)) == 2


@virtual
async def test_an_update_that_cannot_be_read_is_kept_told_and_passed_over(room, caplog):
    """python-telegram-bot alone would ask for it for ever."""
    async with room.running():
        room.telegram.push({"callback_query": {"id": "x", "from": {"id": 1, "is_bot": False, "first_name": "x"}}})
        room.telegram.push({"message_generation_stopped": {"chat": {"id": 1}}})
        room.telegram.push({"message": {"message_id": "no"}})
        assert "221" in (await room.says("magnets", MEMBER))["text"]
        assert not room.telegram.updates
        assert "could not be read" in room.telegram.texts(ADMIN)[-1]
    assert loud(caplog) == []


@virtual
async def test_two_messages_of_one_chat_are_answered_in_order(room):
    async with room.running():
        for number in range(5):
            room.telegram.say(f"magnet {number}" if number % 2 else f"nothing {number}", MEMBER)
        await room.quiet(12)
        heard = ["221" in text for text in room.telegram.texts(MEMBER)]
        assert heard == [False, True, False, True, False]


@virtual
async def test_every_press_is_answered_and_a_stale_one_says_so(room):
    async with room.running():
        answer = await room.says("magnets", MEMBER)
        room.telegram.press_data(answer, "nobody:knows", MEMBER)
        room.telegram.press(answer, "By partner", MEMBER)
        room.telegram.press(answer, "Long", MEMBER)
        await room.quiet(6)
        assert not any(room.telegram.queries.values())
        assert "older message" in room.telegram.toasts()[0]
        assert len(room.telegram.texts(MEMBER)) == 3


@virtual
async def test_the_answer_of_a_chart_is_drawn_once_and_sent_again_by_its_id(tmp_path):
    from bot.chat.sender import Artist

    drawn = []

    def paint(chart):
        drawn.append(chart)
        return b"\x89PNG"

    room = Room(tmp_path / "store.db", artist=Artist(lambda command: said(command).answer.chart, paint))
    room.people()
    async with room.running():
        answer = await room.says("magnets", MEMBER)
        await room.presses(answer, "Chart", MEMBER)
        await room.presses(answer, "Chart", MEMBER)
        assert len(drawn) == 1
        assert len(room.telegram.made("sendPhoto")) == 2
        await room.presses(answer, "CSV", MEMBER)
        body = room.telegram.made("sendDocument")[-1].files["document"].decode()
        assert body.removeprefix("\ufeff").splitlines()[0] == "label,value,unit,period,source,url,published"
        assert "FY2024-25,221000000,USD" in body
        assert '"PIB, 26 November 2025",https://pib.example/1' in body


@virtual
async def test_settings_change_the_language_the_numbers_and_what_is_told(room):
    async with room.running():
        message = await room.says("/settings", MEMBER)
        message = await room.presses(message, "हिन्दी", MEMBER)
        assert "221" not in (await room.says("magnet imports?", MEMBER))["text"].split("\n")[0]
        message = await room.says("/settings", MEMBER)
        await room.presses(message, "set:hears", MEMBER)
        chosen = room.telegram.messages[MEMBER, message["message_id"]]
        await room.presses(chosen, "set:hears:notable", MEMBER)
        chat = room.store.chats.at(Place.TELEGRAM, MEMBER)
        assert {each.urgency for each in room.store.chats.follows(chat.number)} == {Urgency.NOTABLE}


@virtual
async def test_in_a_group_the_settings_are_for_admins(room):
    room.telegram.group(-100, "Team", members=(MEMBER, ADMIN))
    async with room.running():
        room.let_in(room.store, -100, "group", "Team")
        message = await room.says("/settings", MEMBER, -100)
        label = next(each for each in labels(message) if each == "हिन्दी")
        await room.presses(message, label, MEMBER)
        assert "own administrators" in room.telegram.toasts()[-1]
        await room.presses(message, label, ADMIN)
        assert room.store.chats.at(Place.TELEGRAM, -100).language == "hi"


@virtual
async def test_menus_are_by_role_and_language_and_strangers_see_the_beginning_alone(room):
    async with room.running():
        await room.chat.menus.begin()
        assert await room.chat.menus.keep_up() == 2
        assert await room.chat.menus.keep_up() == 0
        listed = {scope: [each["command"] for each in menu] for scope, menu in room.telegram.commands.items()}
        assert listed['[{"type": "default"}, ""]'] == ["start"]
        member = listed[f'[{{"chat_id": {MEMBER}, "type": "chat"}}, "hi"]']
        admin = listed[f'[{{"chat_id": {ADMIN}, "type": "chat"}}, ""]']
        assert len(member) <= MOST_FOR_MEMBERS
        assert "log" not in member
        assert len(admin) <= MOST_FOR_ADMINS
        assert "log" in admin


def test_a_menu_holds_no_more_than_it_may():
    assert len(menu(Role.MEMBER)) <= 8
    assert len(menu(Role.ADMIN)) <= 14


@virtual
async def test_every_command_of_the_table_is_answered(room, caplog):
    """The table feeds the handlers: none is without one."""
    async with room.running():
        for command in COMMANDS:
            before = len(room.telegram.texts(ADMIN))
            await room.says(f"/{command.name}")
            assert len(room.telegram.texts(ADMIN)) > before, command.name
    assert loud(caplog) == []


@virtual
async def test_help_lists_all_that_the_person_may_use(room):
    async with room.running():
        text = (await room.says("/help", MEMBER))["text"]
        for command in COMMANDS:
            assert (f"/{command.name} " in text) == (command.needs is not Role.ADMIN)
        await room.says("/help")
        assert all(f"/{command.name}" in "".join(room.telegram.texts(ADMIN)) for command in COMMANDS)


@virtual
async def test_what_could_not_be_answered_is_in_the_list_of_gaps_once(room):
    async with room.running():
        for _ in range(3):
            await room.says("what is the price of NdPr?", MEMBER)
        listed = await room.says("/gaps")
        assert "price of NdPr? (3×)" in listed["text"]
        await room.presses(listed, "Close 1")
        assert "Every question" in (await room.says("/gaps"))["text"]


@virtual
async def test_a_follow_up_remembers_for_half_an_hour_and_through_a_restart(room):
    from datetime import timedelta

    async with room.running():
        await room.says("magnets", MEMBER)
    async with room.running():
        assert "after /imports" in (await room.says("and the magnets of 2023?", MEMBER))["text"]
        room.wall.skip(timedelta(minutes=31))
        assert "after /imports" not in (await room.says("and magnets?", MEMBER))["text"]


@virtual
async def test_what_a_button_under_a_hindi_answer_leads_to_is_in_hindi_too(tmp_path):
    """Its chart, its rows and its next question, though the chat's own language is English."""
    from bot.chat.posts import parted
    from bot.chat.sender import Artist

    drawn, asked = [], []

    def find(draw):
        drawn.append(parted(draw))
        return said("imports").answer.chart

    def desk(text, context=None, now=None, *, language="en"):
        asked.append((text, language))
        return said("imports", language=language)

    room = Room(tmp_path / "store.db", desk=desk, artist=Artist(find, lambda _chart: b"\x89PNG"))
    room.people()
    async with room.running():
        answer = await room.says("भारत ने कितने magnet मंगाए", MEMBER)
        await room.presses(answer, "चित्र", MEMBER)
        assert drawn == [("/imports FY2024-25", "hi")]
        await room.presses(answer, "By partner", MEMBER)
        assert asked[-1] == ("/ranking imports period=FY2024-25 by=partner", "hi")
        english = await room.says("magnets", MEMBER)
        await room.presses(english, "Chart", MEMBER)
        assert drawn[-1] == ("/imports FY2024-25", "")
        assert asked[-1] == ("/imports FY2024-25", "en")


@virtual
async def test_settings_are_written_too_and_a_wish_that_there_is_not_is_said(room):
    async with room.running():
        assert "भाषा" in (await room.says("/settings language hi", MEMBER))["text"]
        assert "Language: English" in (await room.says("/settings English", MEMBER))["text"]
        await room.says("/settings numbers million", MEMBER)
        await room.says("/settings quiet 22-7", MEMBER)
        chat = room.store.chats.at(Place.TELEGRAM, MEMBER)
        assert (chat.language, chat.numbers, chat.quiet) == ("en", "world", "22:00-07:00")
        assert "/settings quiet 22-7" in (await room.says("/settings louder", MEMBER))["text"]
