"""Journeys through a pretend Telegram: the record kept by command, and every write taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from chat_room import ADMIN, MEMBER, Room, loud
from telegram_standin import labels
from virtual_time import virtual

from storage.correspondence import Place
from storage.seed import seed

LINE = "/log IREL Vizag line | due 2026-Q4 | plant | IREL | Visakhapatnam | https://irel.example/vizag"
OTHER = 70


@pytest.fixture
def room(tmp_path):
    made = Room(tmp_path / "store.db", admin_ids=(ADMIN, OTHER))
    made.people()
    made.telegram.private(OTHER, "Bina")
    return made


@virtual
async def test_a_full_line_is_saved_in_one_message_and_one_tap_and_taken_back_in_another(room, caplog):
    async with room.running():
        preview = await room.says(LINE)
        assert labels(preview) == ["Save", "Change", "Cancel"]
        assert "Visakhapatnam" in preview["text"]
        assert room.store.milestones.count() == 0
        saved = await room.presses(preview, "Save")
        assert "Saved" in saved["text"]
        assert "IREL Vizag line" in saved["text"]
        milestone = room.store.milestones.all()[0]
        assert (milestone.due.text, milestone.organisation) == ("2026-Q4", "IREL")
        undone = await room.presses(saved, "Undo")
        assert "Taken back" in undone["text"]
        assert room.store.milestones.count() == 0
        again = await room.presses(undone, "Put it back")
        assert room.store.milestones.count() == 1
        assert "Put back" in again["text"]
    assert loud(caplog) == []


@virtual
async def test_a_title_alone_is_saved_in_at_most_four_more_taps(room):
    """Category, due, whose it is, and Save."""
    async with room.running():
        message = await room.says("/log Sintered line opens")
        taps = 0
        while "Save" not in labels(message):
            taps += 1
            assert taps < 4
            message = await room.presses(message, labels(message)[0])
        await room.presses(message, "Save")
        assert taps + 1 <= 4
        assert room.store.milestones.count() == 1


@virtual
async def test_a_half_made_entry_survives_a_restart_and_takes_words_for_an_answer(room):
    async with room.running():
        question = await room.says("/log Sintered line opens | plant | due 2027")
        assert "Whose" in question["text"]
    async with room.running():
        preview = await room.says("Midwest Advanced Materials")
        assert "Midwest Advanced Materials" in preview["text"]
        await room.presses(preview, "Save")
        assert room.store.milestones.all()[0].organisation == "Midwest Advanced Materials"


@virtual
async def test_a_question_in_between_is_answered_as_a_question(room):
    async with room.running():
        await room.says("/log Sintered line opens | plant | due 2027")
        await room.says("how many magnets did we import?")
        assert "221" in room.telegram.texts(ADMIN)[-2]


@virtual
async def test_cancel_saves_nothing_and_a_button_works_once(room):
    async with room.running():
        preview = await room.says(LINE)
        room.telegram.press(preview, "Cancel")
        room.telegram.press(preview, "Save")
        await room.quiet()
        assert room.store.milestones.count() == 0
        preview = await room.says(LINE)
        room.telegram.press(preview, "Save")
        room.telegram.press(preview, "Save")
        await room.quiet()
        assert room.store.milestones.count() == 1
        assert "done already" in " ".join(room.telegram.toasts())


@virtual
async def test_a_field_is_changed_before_saving(room):
    async with room.running():
        preview = await room.says(LINE)
        fields = await room.presses(preview, "Change")
        await room.presses(fields, "due")
        preview = await room.says("mid 2027")
        await room.presses(preview, "Save")
        assert room.store.milestones.all()[0].due.text == "2027-06..2027-07"


@virtual
async def test_a_slip_by_reply_keeps_its_reason_and_its_baseline(room):
    """The message that shows the milestone names it."""
    async with room.running():
        saved = await room.presses(await room.says(LINE), "Save")
        preview = await room.says("/slip 2027-Q2 | land was late", reply_to=saved)
        await room.presses(preview, "Save")
        milestone = room.store.milestones.all()[0]
        assert (milestone.due.text, milestone.baseline.text, milestone.slips) == ("2027-Q2", "2026-Q4", 1)
        assert milestone.state.reason == "land was late"


@virtual
async def test_figures_plants_and_controls_are_written_likewise(room):
    lines = (
        "/figure imports magnets China 2025 = 221 mn USD | final | https://pib.example/1",
        "/plant Vizag works | IREL | Visakhapatnam | magnets | 500 tpa | building | https://irel.example/1",
        "/control Licensing of magnets | China | MOFCOM No. 18 | in force | https://mofcom.example/18",
    )
    async with room.running():
        for line in lines:
            message = await room.says(line)
            while "Save" not in labels(message):
                message = await room.presses(message, labels(message)[0])
            saved = await room.presses(message, "Save")
            assert labels(saved) == ["Undo"], saved["text"]
        assert (room.store.figures.count(), room.store.plants.count(), room.store.controls.count()) == (1, 1, 1)
        for _ in lines:
            await room.says("/undo")
        assert (room.store.figures.count(), room.store.plants.count(), room.store.controls.count()) == (0, 0, 0)
        assert "nothing of yours" in (await room.says("/undo"))["text"]


@virtual
async def test_the_second_of_two_admins_is_told_what_changed_since(room):
    """Nothing is lost: what the other wrote is shown, and the line stands over it."""
    async with room.running():
        await room.presses(await room.says(LINE), "Save")
        mine = await room.says("/slip #1 | 2027-Q2 | land")
        theirs = await room.says("/done #1 | 2026-11-20", OTHER)
        await room.presses(theirs, "Save", OTHER)
        room.telegram.press(mine, "Save")
        await room.quiet()
        shown = room.telegram.messages[ADMIN, mine["message_id"]]
        assert "changed since" in shown["text"]
        assert "Bina" in shown["text"]
        assert room.store.milestones.all()[0].done is not None
        assert "Save" in labels(shown)


@virtual
async def test_anothers_change_is_shown_before_it_is_taken_back_and_its_author_is_told(room):
    async with room.running():
        room.telegram.say("/start", OTHER)
        await room.quiet()
        await room.presses(await room.says(LINE, OTHER), "Save", OTHER)
        entry = room.store.journal.recent(1)[0].number
        shown = await room.says(f"/undo {entry}")
        assert "Bina" in shown["text"]
        assert room.store.milestones.count() == 1
        await room.presses(shown, "Undo")
        assert room.store.milestones.count() == 0
        assert "Asha took back" in room.telegram.texts(OTHER)[-1]


@virtual
async def test_the_shipped_facts_are_not_taken_back_by_one_word(room):
    """How many rows go is said first; what went is put back by the button, or by /undo where nothing else is left."""
    async with room.running():
        seed(room.store, room.wall())
        first, count = room.store.journal.recent(1)[0].number, room.store.figures.count()
        asked = await room.says(f"/undo {first}")
        assert "Nothing is taken back yet" in asked["text"]
        assert room.store.figures.count() == count
        gone = await room.presses(asked, f"Take back all {room.store.journal.size(first)}")
        assert room.store.figures.count() == 0
        assert labels(gone) == ["Put it back"]
        offered = await room.says("/undo")
        assert "took back last" in offered["text"]
        back = await room.presses(offered, "Put it back")
        assert room.store.figures.count() == count
        assert "Put back" in back["text"]
        assert "Nothing is taken back yet" in (await room.presses(back, "Undo"))["text"]
        assert room.store.figures.count() == count


@virtual
async def test_cancel_leaves_what_waits_and_says_when_nothing_does(room):
    async with room.running():
        for word in ("/cancel", "cancel"):
            assert "othing waits" in (await room.says(word))["text"]
        assert "कुछ बाकी नहीं" in (await room.says("रद्द"))["text"]
        for line in ("/log A title alone", LINE):
            for word in ("/cancel", "Cancel"):
                await room.says(line)
                assert "nothing was saved" in (await room.says(word))["text"]
                assert "othing waits" in (await room.says(word))["text"]
        assert room.store.milestones.count() == 0
        await room.says("/digest weekdays 9:30")
        assert "nothing was saved" in (await room.says("/cancel"))["text"]


@virtual
async def test_a_command_without_its_line_says_that_both_go_in_one_message(room):
    async with room.running():
        for command in ("/log", "/figure", "/plant", "/control"):
            assert f"all in one message: {command} " in (await room.says(command))["text"]


@virtual
async def test_a_day_or_an_address_that_cannot_be_is_refused_in_one_line(room):
    async with room.running():
        assert "There is no 31/02/27" in (await room.says("/log Line starts | 31/02/27 | plant"))["text"]
        for wrong in ("ftp://irel.example/a", "http://"):
            refused = (await room.says(f"/log Line starts | 2027-Q1 | plant | {wrong}"))["text"]
            assert refused.startswith(f"{wrong} is no web address")
        assert "Save" in labels(await room.says(LINE.replace("/vizag", "/?u=ftp://x").replace("2026-Q4", "28/02/27")))


@virtual
async def test_an_answer_that_is_no_choice_is_told_the_choices_as_the_buttons_name_them(room):
    async with room.running():
        asked = await room.says("/log Second review")
        refused = (await room.says("2027"))["text"]
        assert all(label in refused for label in labels(asked) if label != "Cancel")
        assert refused.endswith("The date is asked after this.")
        assert "export_control" not in refused
        assert "asked after this" not in (await room.says("bananas"))["text"]


@virtual
async def test_what_stands_on_a_change_is_listed_before_it_goes_with_it(room):
    async with room.running():
        first = await room.presses(await room.says(LINE), "Save")
        await room.presses(await room.says("/slip #1 | 2027-Q2 | land"), "Save")
        listed = await room.presses(first, "Undo")
        assert "stand on it" in listed["text"]
        await room.presses(listed, "Take back all 2")
        assert room.store.milestones.count() == 0


@virtual
async def test_text_of_people_is_escaped_wherever_it_is_shown(room):
    """Tags, ampersands, and marks that turn the reading direction."""
    async with room.running():
        preview = await room.says("/log <b>Boom</b> & \u202eco | due 2027 | plant | <script> Ltd")
        while "Save" not in labels(preview):
            preview = await room.presses(preview, labels(preview)[0])
        saved = await room.presses(preview, "Save")
        assert "<b>Boom</b> &" in saved["text"]
        assert "\u202e" not in saved["text"]
        assert "<b>Boom</b>" in (await room.says("/audit"))["text"]


@virtual
async def test_a_command_that_is_edited_after_sending_is_not_run_again(room):
    async with room.running():
        room.telegram.say(LINE, ADMIN, edited=True)
        await room.quiet()
        assert room.telegram.texts(ADMIN) == []


@virtual
async def test_an_admins_command_from_while_we_were_away_is_asked_back(room):
    """Ten minutes are too long to act unasked; questions are answered all the same."""
    async with room.running():
        await room.quiet()
    old = room.wall.seconds() - 3_600
    room.telegram.say(LINE, ADMIN, date=old)
    room.telegram.say("magnets", MEMBER, date=old)
    async with room.running():
        await room.quiet()
        asked = room.telegram.last(ADMIN)
        assert "while I was away" in asked["text"]
        assert "221" in room.telegram.texts(MEMBER)[-1]
        preview = await room.presses(asked, "Do it now")
        assert labels(preview) == ["Save", "Change", "Cancel"], room.telegram.toasts()
        await room.presses(preview, "Save")
        assert room.store.milestones.count() == 1


@virtual
async def test_what_was_saved_is_told_to_others_only_when_it_could_have_been_taken_back(tmp_path):
    """The act is announced in its own transaction; its Undo withdraws the promise."""
    announced = []
    room = Room(tmp_path / "store.db", announce=lambda entry, _story=0: announced.append(entry))
    room.people()
    async with room.running():
        saved = await room.presses(await room.says(LINE), "Save")
        entry = room.store.journal.recent(1)[0].number
        assert announced == [entry]
        chat = room.store.chats.at(Place.TELEGRAM, MEMBER)
        later = room.wall() + timedelta(minutes=2)
        given = {"key": f"entry:{entry}", "what": "news", "subject": f"entry:{entry}", "now": room.wall()}
        room.store.outbox.promise(chat.number, **given, not_before=later)
        await room.presses(saved, "Undo")
        await room.quiet(150)
        assert room.telegram.texts(MEMBER) == []


@virtual
async def test_a_day_that_there_is_not_is_said_in_one_line_and_nothing_is_begun(room):
    async with room.running():
        for line in ("/log Vizag line due 31 Feb 2027", "/log Vizag line | plant | 31 February 2027"):
            told = await room.says(line)
            assert told["text"].startswith("There is no 31 Feb")
            assert "\n" not in told["text"]
            assert labels(told) == []
        hindi = await room.says("/log विज़ाग लाइन 31 फरवरी 2027 तक")
        assert hindi["text"].startswith("पंचांग में 31 फरवरी 2027 नहीं है")
        assert room.store.talk.open_draft(1, 0, 1) is None


@virtual
@pytest.mark.parametrize(
    "question", ["how many magnets did we import", "magnets in FY25", "भारत ने कितने magnet मंगाए", "show magnets"]
)
async def test_a_question_while_an_entry_waits_is_answered_and_the_entry_goes_on_waiting(room, question):
    """Nothing is lost: neither the question nor what was typed before."""
    async with room.running():
        asked = await room.says("/log The first line")
        assert "When is it due?" in asked["text"]
        reminded = await room.says(question)
        answered = room.telegram.texts(ADMIN)[-2]
        assert "221" in answered or "22.1" in answered
        assert "The first line" in reminded["text"]
        assert ("When is it due?" in reminded["text"]) == question.isascii()
        heard = len(room.telegram.texts(ADMIN))
        await room.says(question)
        assert len(room.telegram.texts(ADMIN)) == heard + 1  # and is reminded of once
        assert "Whose is it?" in (await room.says("June 2027"))["text"]


@virtual
async def test_words_that_are_no_answer_and_no_question_are_refused_plainly_and_a_reply_is_always_the_answer(room):
    async with room.running():
        asked = await room.says("/log The first line | plant | due 2027")
        assert "Whose is it?" in asked["text"]
        saved = await room.says("Who Builds What Ltd", reply_to=asked)
        assert "Who Builds What Ltd" in saved["text"]
        begun = await room.says("/log The second line | plant")
        assert "When is it due?" in begun["text"]
        assert "'nonsense' is no date" in (await room.says("nonsense"))["text"]


@virtual
async def test_choices_are_in_words_of_the_chats_language_and_cancel_may_be_written(room):
    async with room.running():
        asked = await room.says("/log Matters of state")
        assert {"plant", "export control"} <= set(labels(asked))
        assert "Cancelled" in (await room.says("cancel"))["text"]
        await room.says("/settings language hi")
        asked = await room.says("/log Matters of state")
        assert {"संयंत्र", "निर्यात नियंत्रण"} <= set(labels(asked))
        assert "कब तक" in (await room.presses(asked, "संयंत्र"))["text"]
        assert "रद्द" in (await room.says("रद्द"))["text"]
        assert room.store.milestones.count() == 0


@virtual
async def test_a_magnitude_is_asked_back_in_numbers_that_can_be_read(room):
    async with room.running():
        await room.presses(await room.says("/figure imports magnets China 2024 = 161.1 mn USD | final"), "Save")
        asked = await room.says("/figure imports magnets China 2025 = 161.1 bn USD | final")
        assert "161,100,000,000 USD is 1,000 times 161,100,000 USD" in asked["text"]
        await room.presses(asked, "No: 161,100,000")
        assert "value: 161,100,000" in room.telegram.messages[ADMIN, asked["message_id"]]["text"]


@virtual
async def test_a_number_asked_for_while_any_words_would_do_is_a_question_and_a_name_is_an_answer(room):
    async with room.running():
        await room.says("/log Sintered line opens | plant | due 2027")
        await room.says("imports from China 2024")
        assert "221" in room.telegram.texts(ADMIN)[-2]
        assert "Exports Council" in (await room.says("Exports Council"))["text"]
