"""Journeys through a pretend Telegram: what is asked, and what comes back."""

from __future__ import annotations

import pytest
from chat_room import MEMBER, STRANGER, Room, loud
from telegram_standin import labels
from virtual_time import virtual


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
