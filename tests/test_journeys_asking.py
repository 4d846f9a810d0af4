"""Journeys through a pretend Telegram: what is asked, and what comes back."""

from __future__ import annotations

import pytest
from chat_room import MEMBER, Room, loud
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
