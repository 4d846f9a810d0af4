"""The terminal: the same bot over a keyboard and a screen."""

from __future__ import annotations

import io
from collections.abc import Iterable

import pytest
from chat_room import said
from rich.console import Console
from virtual_time import Wall

from bot.chat import terminal
from bot.chat.assembly import Plan, assemble
from bot.chat.pacer import FREE
from bot.chat.sender import Artist
from storage import Store
from storage.correspondence import Place, Role

PNG = b"\x89PNG pretend"


@pytest.fixture
def talk(tmp_path):
    async def converse(*lines: str, role: Role = Role.ADMIN) -> str:
        out, wall = io.StringIO(), Wall()
        console = Console(file=out, width=100)
        typed: Iterable[str] = iter([*(f"{line}\n" for line in lines), ""])
        with Store(tmp_path / "store.db") as store:

            def chatting(wire):
                artist = Artist(lambda command: said(command).answer.chart, lambda _chart: PNG)
                plan = Plan(
                    store=store,
                    now=wall,
                    token=terminal.TOKEN,
                    request=wire,
                    polling=wire,
                    desk=said,
                    place=Place.TERMINAL,
                    line=terminal.LINE,
                    terminal_role=role,
                    pace=FREE,
                    artist=artist,
                )
                return assemble(plan)

            await terminal.converse(chatting, store, wall, console=console, folder=tmp_path,
                                    read=lambda _prompt: next(typed))  # fmt: skip
        return out.getvalue()

    return converse


async def test_a_question_is_answered_and_the_end_of_the_input_ends_the_talk(talk):
    """As `printf 'question\\n' | lodestone chat` does."""
    text = await talk("how many magnets?")
    assert "221" in text
    assert "PIB, 26 November 2025 <https://pib.example/1>" in text


async def test_buttons_are_numbered_and_a_number_presses_one(talk):
    """A picture is saved and named."""
    text = await talk("how many magnets?", "3")
    assert "[3] Chart" in text
    assert "picture saved:" in text
    assert "pictures/chart.png" in text


async def test_a_milestone_is_logged_and_taken_back_at_the_keyboard(talk, tmp_path):
    """One line, one tap; and another tap."""
    text = await talk("/log IREL Vizag line | due 2026-Q4 | plant | IREL | https://irel.example/1", "1", "1")
    assert "To be saved" in text
    assert "Saved #1 IREL Vizag line" in " ".join(text.replace("\n", " ").split()) or "#1 IREL Vizag line" in text
    assert "Taken back" in text
    with Store(tmp_path / "store.db") as store:
        assert store.milestones.count() == 0


async def test_a_copy_of_the_record_is_not_laid_among_pictures(talk, tmp_path):
    await talk("/export milestones")
    assert [path.name for path in (tmp_path / "files").iterdir()] == ["milestones.csv"]
    assert not (tmp_path / "pictures").exists()


async def test_a_member_at_the_terminal_may_not_write(talk):
    """The role is what `--as member` says."""
    text = await talk("/log X | due 2026 | plant | IREL", role=Role.MEMBER)
    assert "Only admins" in text


async def test_hindi_and_odd_letters_reach_the_screen_whole(talk):
    """Right-to-left marks, emoji and brackets that rich could take for markup."""
    text = await talk("आयात magnet [bold]कितना[/bold]? \u202e😀")
    assert "22.1 करोड़" in text
    assert "स्रोत" in text


async def test_an_invitation_from_the_terminal_names_no_bot_since_it_knows_none(talk):
    """Whoever is invited sends the code to the team's own bot."""
    text = await talk("/invite")
    assert "t.me" not in text
    assert "your bot  /start " in text
