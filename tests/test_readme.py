"""The pages say what the program does: their commands are run, their settings and commands are all there."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from bot.chat.commands import COMMANDS

ROOT = Path(__file__).parent.parent
PAGES = [
    page for page in (ROOT / "README.md", ROOT / "docs" / "admin.md", ROOT / "docs" / "questions.md") if page.exists()
]


# What admins keep the record and the team with: each is shown in a real exchange.
WRITTEN = (
    *("log", "done", "slip", "edit", "drop", "undo", "history", "figure", "plant", "control", "export"),
    *("people", "invite", "approve", "audit", "gaps", "timeline", "capacity"),
)


def maker():
    spec = importlib.util.spec_from_file_location("make_pages", ROOT / "docs" / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_shows_what_its_commands_print(page: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(ROOT)
    text = page.read_text(encoding="utf-8")
    assert maker().renewed(text) == text


def test_the_pages_name_every_command():
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES if page.name in ("README.md", "admin.md"))
    assert [each.name for each in COMMANDS if f"`/{each.name}" not in text] == []
    admins = (ROOT / "docs" / "admin.md").read_text(encoding="utf-8")
    typed = {line.split()[1] for line in admins.splitlines() if line.startswith("> /")}
    shown_by_talk = {f"/{name}" for name in WRITTEN}
    assert shown_by_talk <= typed
