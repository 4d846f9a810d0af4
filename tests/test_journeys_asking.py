"""Journeys through a pretend Telegram: what is asked, and what comes back."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from chat_room import MEMBER, STRANGER, Room, loud
from telegram_standin import labels
from virtual_time import virtual

from bot.app import desk_for
from bot.settings import Settings
from storage import Store
from storage.seed import seed


@pytest.fixture
def room(tmp_path):
    made = Room(tmp_path / "store.db")
    made.people()
    return made


@virtual
async def test_a_question_is_answered_with_its_source_and_how_it_was_read(room, caplog):
    """The number first, its papers below, and buttons for more."""
    async with room.running():
        answer = await room.says("How much magnet did India import?", MEMBER)
    assert "$221" in answer["text"] or "221" in answer["text"]
    assert "PIB, 26 November 2025" in answer["text"]
    assert labels(answer) == ["By partner", "Long", "Chart", "CSV"]
    assert loud(caplog) == []


@virtual
async def test_sources_by_command_are_those_of_the_answer_before(tmp_path):
    """By command or in words it was asked; a command alone would begin anew."""
    room = Room(tmp_path / "store.db")
    room.people()
    with Store(room.path) as store:
        seed(store, datetime(2026, 11, 24, tzinfo=UTC))
        room.desk = desk_for(store, Settings(_env_file=None))
        async with room.running():
            for question in ("/milestones overdue", "/imports 2024", "what is due next?"):
                await room.says(question, MEMBER)
                assert "behind the last answer" in (await room.says("/sources", MEMBER))["text"], question


@virtual
async def test_what_goes_with_an_answer_is_kept_with_the_mark_that_it_is_about_to_be_sent(room):
    """One transaction: a question that must wait for the store and is taken up again counts once among the gaps."""
    async with room.running():
        written: list[str] = []
        room.store.db.connection.set_trace_callback(written.append)
        await room.says("how many lithium batteries came from China?", MEMBER)
        room.store.db.connection.set_trace_callback(None)
        gaps = room.store.talk.gaps()
    begins = max(at for at, sql in enumerate(written) if "INTO gaps" in sql)
    around = [sql.split()[0] for sql in written[begins - 1 : begins + 2]]
    assert [gap.times for gap in gaps] == [1]
    assert around[0] == "BEGIN"
    assert any("'answering'" in sql for sql in written[begins : written.index("COMMIT", begins)])


@virtual
async def test_an_inline_question_is_answered_for_members_alone(room, caplog):
    """Telegram caches inline results for everyone unless told not to; a stranger gets an empty list."""
    async with room.running():
        asked = [
            room.telegram.ask_inline("magnet imports 2024", MEMBER),
            room.telegram.ask_inline("magnet imports 2024", STRANGER),
            room.telegram.ask_inline("", MEMBER),
            room.telegram.ask_inline("the weather", MEMBER),
            room.telegram.ask_inline("magnet " * 30, MEMBER),
        ]
        await room.quiet()
        answers = [room.telegram.inline[query] for query in asked]
    assert [len(each["results"]) for each in answers] == [1, 0, 0, 0, 0]
    assert all(each["is_personal"] and each["cache_time"] == 0 for each in answers)
    article = answers[0]["results"][0]
    assert "PIB, 26 November 2025" in article["input_message_content"]["message_text"]
    assert loud(caplog) == []
