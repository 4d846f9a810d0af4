"""Journeys through a pretend Telegram: how the bot stands, copies of the store, the journal narrowed, and Hindi throughout."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from pathlib import Path

import pytest
from chat_room import ADMIN, MEMBER, STRANGER, Room, loud
from hypothesis import given
from hypothesis import strategies as st
from news_room import watch
from telegram_standin import labels, refuse
from virtual_time import virtual

from bot.chat import cards, office, overview, phrases
from bot.chat.process import Process
from bot.look.kept import LINES, worded
from storage.correspondence import Place
from storage.database import StorageError
from storage.newsitems import Visits
from storage.phrased import phrased

GROUP = -100
LINE = "/log {} | due 2026-Q4 | plant | IREL | https://irel.example/{}"
HINDI = re.compile("[\u0900-\u097f]")


class Ran:
    """The process that a room runs in, as it would tell and be asked."""

    def __init__(self, path) -> None:
        self.heard = self.answers = self.faults = 0
        self.ticks: dict[str, int] = {}
        self.folder = path
        self.error: Exception | None = None
        self.body = b"SQLite format 3\0 and more"
        self.backup = None

    def count(self, name: str) -> None:
        setattr(self, name, getattr(self, name) + 1)

    async def copy(self):
        if self.error:
            raise self.error
        path = self.folder / "lodestone-20261124T060000Z.db"
        path.write_bytes(self.body)
        return path

    def process(self) -> Process:
        return Process(
            heard=lambda: self.count("heard"),
            answered=lambda: self.count("answers"),
            failed=lambda: self.count("faults"),
            troubles=lambda: self.ticks,
            last_backup=lambda: self.backup,
            disk_free=lambda: 9 * 1024**3,
            copy=self.copy,
        )


@pytest.fixture
def ran(tmp_path):
    return Ran(tmp_path)


@pytest.fixture
def room(tmp_path, ran):
    made = Room(tmp_path / "store.db", process=ran.process())
    made.people()
    return made


def hindi(room, user: int) -> None:
    chat = room.store.chats.at(Place.TELEGRAM, user)
    room.store.chats.wish(chat.number, {"language": "hi"})


# ---------------------------------------------------------------- how it stands


@virtual
async def test_status_tells_what_is_owed_and_how_each_watch_tick_backup_and_disk_stand(room, ran, caplog):
    async with room.running():
        well, failing = watch(room.store, room.wall()), watch(room.store, room.wall(), "https://feed.example/two")
        paused = watch(room.store, room.wall(), "https://feed.example/three")
        room.store.watches.pause(paused)
        before, after = room.wall() - timedelta(minutes=10), room.wall() + timedelta(minutes=20)
        room.store.watches.note(Visits(well, last=before, good=before, next=after))
        room.store.watches.note(Visits(failing, last=before, next=after, failures=3, fault="HTTP 503"))
        ran.ticks, ran.backup = {"watches": 2}, room.wall() - timedelta(hours=6)
        text = (await room.says("/status"))["text"]
        assert text.startswith("Owed: 0\nsent 0 · unknown 0 · dead 0")
        assert "Watches: 3, 1 failing, 1 paused" in text
        lines = [line for line in text.splitlines() if line.startswith(("✓", "✗", "⏸"))]
        assert [line[:4] for line in lines] == [f"✗ #{failing}", f"✓ #{well}", f"⏸ #{paused}"]
        assert "failing 3×: HTTP 503 · visited 11:20, next 11:50 · seen 0, told 0" in lines[0]
        assert "watches 2× failed or missed" in text
        assert "Last backup: 24 November 2026 05:30" in text
        assert "Disk free: 9.0 GiB" in text
    assert loud(caplog) == []


@virtual
async def test_status_names_what_will_never_arrive_and_who_is_paused_with_why(room):
    async with room.running():
        room.telegram.fault("sendMessage", refuse(403, "Forbidden: bot was blocked by the user"), chat=MEMBER)
        room.telegram.say("magnets", MEMBER)
        await room.quiet()
        text = (await room.says("/status"))["text"]
        assert "⏸ Ravi: Forbidden: bot was blocked by the user" in text


@virtual
async def test_status_is_for_admins(room):
    async with room.running():
        assert "Only admins" in (await room.says("/status", MEMBER))["text"]


@virtual
async def test_the_process_hears_of_polls_answers_and_faults(room, ran):
    async with room.running():
        await room.says("how many magnets?")
        await room.says("/help")
        room.chat.faults.tell("a kind", "Something.")
    assert ran.heard >= 1
    assert (ran.answers, ran.faults) == (1, 1)


# ---------------------------------------------------------------- a copy of the store


@virtual
async def test_an_admin_gets_a_copy_of_the_store_in_private_and_it_is_journalled(room, ran, caplog):
    """Taking one changes nothing, so there is nothing to take back."""
    async with room.running():
        sent = await room.says("/backup")
        assert room.telegram.files[sent["document"]["file_id"]] == ran.body
        assert "keep it safe" in sent["caption"]
        assert room.store.journal.recent(1)[0].verb == "backup"
        assert "nothing of yours" in (await room.says("/undo"))["text"]
    assert loud(caplog) == []


@virtual
async def test_no_copy_goes_to_a_group_or_a_member(room):
    room.telegram.group(GROUP, "Team", members=(ADMIN,))
    async with room.running():
        room.let_in(room.store, GROUP, "group", "Team")
        assert "private chat" in (await room.says("/backup", ADMIN, GROUP))["text"]
        assert "Only admins" in (await room.says("/backup", MEMBER))["text"]
        assert room.telegram.made("sendDocument") == []


@virtual
async def test_a_copy_that_cannot_be_made_or_sent_says_why(room, ran, monkeypatch):
    async with room.running():
        ran.error = StorageError("the disk is full: make room")
        assert "the disk is full" in (await room.says("/backup"))["text"]
        ran.error = None
        monkeypatch.setattr(overview, "MOST_SENT", 10)
        text = (await room.says("/backup"))["text"]
        assert str(ran.folder) in text
        assert "fetch it there" in text


# ---------------------------------------------------------------- the journal


@virtual
async def test_the_journal_is_narrowed_by_who_what_and_when_and_turned_page_by_page(room):
    async with room.running():
        for number in range(12):
            await room.presses(await room.says(LINE.format(f"Line {number}", number)), "Save")
        await room.presses(await room.says("/slip #1 | 2027-Q2 | land"), "Save")
        first = await room.says("/audit")
        assert first["text"].count("#") >= 10
        assert labels(first) == ["Older"]
        await room.presses(first, "Older")
        second = room.telegram.messages[ADMIN, first["message_id"]]
        assert labels(second) == ["Newest"]
        assert "Line 0" in second["text"]
        slips = (await room.says("/audit Asha slip"))["text"]
        assert slips.splitlines()[0] == "Who changed what: Asha, slip"
        assert len(slips.splitlines()) == 2
        assert "Line 3" in (await room.says("/audit milestones"))["text"]
        assert "Nothing of that kind" in (await room.says("/audit figures since yesterday"))["text"]
        assert "since 23 November 2026" in (await room.says("/audit slip since yesterday"))["text"]
        refused = (await room.says("/audit Nobody"))["text"]
        assert "slip" in refused
        assert "milestones" in refused


@virtual
async def test_the_pages_of_a_narrowed_journal_stay_narrowed(room):
    async with room.running():
        for number in range(12):
            await room.presses(await room.says(LINE.format(f"Line {number}", number)), "Save")
            await room.says("/undo")
        page = await room.says("/audit log Asha")
        await room.presses(page, "Older")
        shown = room.telegram.messages[ADMIN, page["message_id"]]
        assert shown["text"].splitlines()[0] == "Who changed what: Asha, log"
        assert len(shown["text"].splitlines()) == 3
        assert "taken back by" in shown["text"]


@virtual
async def test_an_invitation_that_is_taken_back_opens_nothing(room):
    async with room.running():
        code = (await room.says("/invite"))["text"].rsplit("=", 1)[1]
        await room.says("/undo")
        await room.says(f"/start {code}", STRANGER)
        assert room.store.people.at(Place.TELEGRAM, STRANGER) is None


# ---------------------------------------------------------------- Hindi


@virtual
async def test_a_chat_in_hindi_is_spoken_to_in_hindi_by_every_command_that_keeps_order(room):
    commands = ("/start", "/help", "/status", "/people", "/invite", "/approve", "/audit", "/gaps", "/export", "/undo")
    async with room.running():
        hindi(room, ADMIN)
        for command in commands:
            text = (await room.says(command))["text"]
            assert HINDI.search(text.splitlines()[0].replace("Lodestone", "")), (command, text)
        assert "सक्रिय" not in (await room.says("/people"))["text"]
        buttons = labels(await room.presses(await room.says("/people"), "Ravi"))
        assert buttons == ["एडमिन बनाएँ", "प्रवेश हटाएँ"]


@virtual
async def test_a_role_that_cannot_be_taken_away_says_why_in_hindi(room):
    async with room.running():
        hindi(room, ADMIN)
        room.telegram.say("/start", ADMIN)
        await room.quiet()
        listed = await room.says("/people")
        choices = await room.presses(listed, "Asha")
        await room.presses(choices, "सदस्य बनाएँ")
        assert "ADMIN_IDS" in room.telegram.toasts()[-1]
        assert HINDI.search(room.telegram.toasts()[-1])


@virtual
async def test_a_preview_and_what_was_saved_are_in_the_language_of_the_chat(room):
    """The names of cells and the words of choices; what people wrote stays as they wrote it."""
    async with room.running():
        hindi(room, ADMIN)
        preview = await room.says(LINE.format("Vizag line", 1))
        assert preview["text"].splitlines()[:4] == ["सहेजा जाएगा", "Vizag line", "श्रेणी: संयंत्र", "स्थिति: नियोजित"]
        fields = labels(await room.presses(preview, "बदलें"))
        assert {"शीर्षक", "देय", "कड़ी"} <= set(fields)
        assert all(HINDI.search(each) for each in fields)
        told = await room.says("/history #99")
        assert HINDI.search(told["text"])


@virtual
async def test_a_request_is_put_to_admins_in_the_language_of_their_chat(room):
    async with room.running():
        hindi(room, ADMIN)
        await room.presses(await room.says("hello", STRANGER), "Request access", STRANGER)
        request = room.telegram.last(ADMIN)
        assert "प्रवेश माँगते हैं" in request["text"]
        assert labels(request) == ["सदस्य बनाएँ", "अस्वीकार करें"]


@virtual
async def test_what_cannot_be_taken_back_says_why(room):
    async with room.running():
        await room.says("/backup")
        entry = room.store.journal.recent(1)[0].number
        assert "changed nothing" in (await room.says(f"/undo {entry}"))["text"]
        hindi(room, ADMIN)
        assert HINDI.search((await room.says(f"/undo {entry}"))["text"])


TABLES = {
    "the chat": phrases.PHRASES,
    "keeping order": office.PHRASES,
    "the overview": overview.PHRASES,
    "cells": cards.LABELS,
}


@pytest.mark.parametrize("table", TABLES)
def test_every_phrase_is_there_in_both_languages_with_the_same_blanks(table):
    for key, said in TABLES[table].items():
        assert set(said) == {"en", "hi"}, key
        assert HINDI.search(said["hi"]) or not re.search("[a-z]", re.sub(r"\{\w+\}", "", said["en"])), key
        blanks = [sorted(re.findall(r"\{(\w+)\}", said[language])) for language in ("en", "hi")]
        assert blanks[0] == blanks[1], key


# ---------------------------------------------------------------- one's own last change, of any kind


@virtual
async def test_undo_takes_back_the_senders_own_last_wish_whatever_it_was(room, caplog):
    """Language, quiet hours, what is followed, the digest: one after another, the newest first."""
    async with room.running():
        chat = room.store.chats.at(Place.TELEGRAM, ADMIN).number
        await room.says("/follow all")
        before = room.store.chats.follows(chat)
        await room.says("/settings quiet 21-6")
        settings = await room.says("/settings")
        await room.presses(settings, "set:numbers:world")
        await room.says("/follow none")
        await room.presses(await room.says("/digest weekdays 9:30"), "Save")
        await room.says("/digest off")
        assert room.store.journal.recent(1)[0].verb == "digest"

        await room.says("/undo")
        assert room.store.schedules.of(chat).hour == "09:30"
        await room.says("/undo")
        assert room.store.schedules.of(chat) is None
        await room.says("/undo")
        assert room.store.chats.follows(chat) == before
        await room.says("/undo")
        assert room.store.chats.get(chat).numbers == "indian"
        assert room.store.chats.get(chat).quiet == "21:00-06:00"
        await room.says("/undo")
        assert room.store.chats.get(chat).quiet == ""
        await room.says("/undo")
        assert room.store.chats.follows(chat) == []
        assert "nothing of yours" in (await room.says("/undo"))["text"]
    assert loud(caplog) == []


@virtual
async def test_a_wish_that_changes_nothing_is_no_change(room):
    async with room.running():
        await room.says("/follow all")
        count = len(room.store.journal.recent())
        await room.says("/follow all")
        assert len(room.store.journal.recent()) == count


# ---------------------------------------------------------------- in the language of whoever reads it


@virtual
async def test_what_goes_wrong_is_told_to_each_admin_in_the_language_of_their_chat(room):
    """A line is put into words when it is sent: its reader may have chosen another language meanwhile."""
    async with room.running():
        room.chat.faults.tell("refused", phrased("refused", chat="The team", why="Bad Request"))
        hindi(room, ADMIN)
        await room.quiet()
        assert room.telegram.texts(ADMIN)[-1].startswith("टेलीग्राम ने The team को संदेश लेने से मना किया")


@virtual
async def test_the_journal_is_read_in_the_language_of_the_chat(room):
    """Whatever language its acts were done in; what people wrote stays as they wrote it."""
    async with room.running():
        await room.presses(await room.says("/people"), "Ravi")
        await room.presses(room.telegram.last(ADMIN), "Make admin")
        assert "Ravi: member → admin" in (await room.says("/audit"))["text"]
        hindi(room, ADMIN)
        told = (await room.says("/audit"))["text"]
        assert "भूमिका Ravi: सदस्य → एडमिन" in told
        assert "say" not in told
        assert "Ravi: सदस्य → एडमिन" in (await room.says("/audit भूमिका"))["text"]
        assert "Ravi: सदस्य → एडमिन" in (await room.says("/undo"))["text"]


LATIN_ALONE = {"opened", "of_chat", "role", "monday", "because", "follows"}  # names and signs


@pytest.mark.parametrize("key", LINES)
def test_every_line_that_is_kept_is_there_in_both_languages_with_the_same_values(key):
    english, hindi_words = (LINES[key][language] for language in ("en", "hi"))
    assert set(re.findall(r"{(\w+)}", english)) == set(re.findall(r"{(\w+)}", hindi_words))
    assert HINDI.search(hindi_words) or key in LATIN_ALONE


def test_every_line_that_is_kept_anywhere_has_its_words():
    """Whoever keeps a line names a key that is there, with the values that its words need."""
    for path in (*Path("bot").rglob("*.py"), *Path("storage").rglob("*.py")):
        for call in re.finditer(r"(?<![\w>] )phrased\(\s*\"(\w+)\"", path.read_text(encoding="utf-8")):
            assert call[1] in LINES or path.name == "phrased.py", f"{path}: {call[1]}"


@given(st.text() | st.dictionaries(st.text(), st.text()).map(lambda values: json.dumps({"say": "refused", **values})))
def test_any_kept_text_is_worded_in_some_way(line):
    assert worded(line, "hi") or not line


def test_a_persons_words_that_look_like_a_kept_line_are_words():
    assert worded(phrased("refused", chat="{why}", why="{chat}")) == "Telegram refused a message to {why}: {chat}"
    name = str(phrased("held_sent"))
    assert worded(phrased("declined", name=name)) == f"{name} was declined"
    assert worded(phrased("of_chat", chat="Team", what=phrased("unmuted"))) == "Team: unmuted"


@virtual
async def test_an_entry_that_there_is_not_is_said_in_the_language_of_the_chat(room):
    async with room.running():
        assert "no entry #999" in (await room.says("/undo 999"))["text"]
        hindi(room, ADMIN)
        assert "#999 नहीं है" in (await room.says("/undo #999"))["text"]
