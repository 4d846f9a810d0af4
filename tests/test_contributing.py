"""The examples of CONTRIBUTING.md are run as they stand, and stay short."""

from __future__ import annotations

import inspect
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from bot.chat import assembly, commands

PAGE = (Path(__file__).parent.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
MOST_LINES = 60


def chapters() -> dict[str, str]:
    return dict(re.findall(r"^## (.+)\n((?:(?!^## ).*\n?)*)", PAGE, re.MULTILINE))


def blocks(chapter: str) -> list[tuple[str, str]]:
    """Each file of an example: its path and its body."""
    return re.findall(r"```python\n# (\S+)\n(.*?)```", chapter, re.DOTALL)


@pytest.mark.parametrize("title", chapters())
def test_an_example_does_what_its_own_tests_say(title: str, monkeypatch: pytest.MonkeyPatch):
    made = [module(path, body, monkeypatch) for path, body in blocks(chapters()[title])]
    checks = [check for each in made for name, check in vars(each).items() if name.startswith("test_") and plain(check)]
    assert checks
    if title == "A command":
        told_of(monkeypatch)
    for check in checks:
        check()


def module(path: str, body: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Made importable under the name that its path gives it."""
    made = ModuleType(path.removesuffix(".py").replace("/", "."))
    monkeypatch.setitem(sys.modules, made.__name__, made)
    exec(compile(body, path, "exec"), vars(made))  # noqa: S102 - our own page
    return made


def told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    """The two lines that the chapter of a command ends with, put into their tables."""
    row, line = re.findall(r"```\n(.*),\n```", chapters()["A command"].partition("Then tell of it")[2])
    owing = sys.modules["bot.chat.owing"].Owing
    before = assembly.Rooms.commands
    command = eval(row, vars(commands))  # noqa: S307 - our own page
    monkeypatch.setitem(commands.BY_NAME, command.name, command)
    monkeypatch.setattr(
        assembly.Rooms,
        "commands",
        lambda self: before(self) | eval("{" + line + "}", {"self": self, "Owing": owing}),  # noqa: S307
    )


def plain(check: object) -> bool:
    """A test that takes nothing, or draws what it takes itself."""
    return hasattr(check, "hypothesis") or not inspect.signature(check).parameters


@pytest.mark.parametrize("title", chapters())
def test_an_example_is_short(title: str):
    for path, body in blocks(chapters()[title]):
        assert len(body.splitlines()) < MOST_LINES, path


def test_a_source_a_question_and_a_command_have_each_their_example():
    assert {"A source", "A kind of question", "A command"} <= set(chapters())
