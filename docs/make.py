"""Brings the pages up to date with the program: what its commands print, and the pictures that it draws.

`python docs/make.py` rewrites them; a test fails when a page no longer says what the program does. In a page, a block

    ```console
    $ lodestone ask --today 2026-11-24 'question'
    ```

is followed by what the command prints, on a store of its own with the shipped facts. A block

    ```chat
    > /log Vizag line opens | due 2027-Q2
    ```

is a talk in the terminal chat, as an admin: each line after `> ` is typed, and what the bot says follows it. All such
blocks of a page are one talk, on one store, on a day that stands still; a ```csv NAME block is a file that may be sent
by its name. What stands between `<!-- commands -->` and `<!-- end -->` is the table of all commands.
"""

from __future__ import annotations

import asyncio
import contextlib
import io
import os
import re
import shlex
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storage.store import Store

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "README.md", ROOT / "docs" / "admin.md", ROOT / "docs" / "questions.md")

PICTURES = {"imports": "imports by fiscal year", "timeline": "/timeline", "capacity": "/capacity"}

_BLOCK = re.compile(r"```console\n(?P<body>.*?)```\n", re.DOTALL)
_COMMAND = re.compile(r"^\$ lodestone (?P<words>.*)$", re.MULTILINE)
_TALK = re.compile(r"```chat\n(?P<body>.*?)```\n", re.DOTALL)
_TYPED = re.compile(r"^> (?P<line>.*)$", re.MULTILINE)
_FILE = re.compile(r"```csv (?P<name>\S+)\n(?P<body>.*?)```\n", re.DOTALL)
_TABLE = re.compile(r"(?<=<!-- commands -->\n).*?(?=<!-- end -->)", re.DOTALL)
_CODE = re.compile(r"(?<=/start )[\w-]{12}")  # of an invitation: by chance
TODAY = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)


def printed(words: str) -> str:
    """What a command prints, run here and now."""
    from bot.cli import run

    out, wrong = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(wrong), contextlib.suppress(SystemExit):
        run(shlex.split(words))
    return (out.getvalue() + wrong.getvalue()).rstrip() + "\n"


def renewed(page: str) -> str:
    """The page with each command's own words under it."""

    def block(found: re.Match[str]) -> str:
        commands = _COMMAND.findall(found["body"])
        if not commands:
            return found[0]
        return "```console\n" + "\n".join(f"$ lodestone {words}\n{printed(words)}" for words in commands) + "```\n"

    with tempfile.TemporaryDirectory() as folder:
        before = dict(os.environ)
        os.environ |= {
            "DATABASE_PATH": str(Path(folder) / "lodestone.db"),
            "LODESTONE_SEED": "1",
            "TIMEZONE": "Asia/Kolkata",
        }
        try:
            page = _BLOCK.sub(block, page)
            return _TABLE.sub(lambda _: table(), talked(page, Path(folder)))
        finally:
            os.environ.clear()
            os.environ.update(before)


def talked(page: str, folder: Path) -> str:
    """The page with what the bot says under each line that is typed."""
    blocks = [[found["line"] for found in _TYPED.finditer(block["body"])] for block in _TALK.finditer(page)]
    if not blocks:
        return page
    with contextlib.chdir(folder):
        for file in _FILE.finditer(page):
            Path(file["name"]).write_text(file["body"], encoding="utf-8")
        told = iter(asyncio.run(converse([line for lines in blocks for line in lines], folder)))
    bodies = iter("\n".join(f"> {line}\n{next(told)}" for line in lines) for lines in blocks)
    return _TALK.sub(lambda _: f"```chat\n{next(bodies)}```\n", page)


async def converse(lines: list[str], folder: Path) -> list[str]:
    """What the bot says to each line, typed one after another by an admin at the terminal."""
    from rich.console import Console

    from bot import app
    from bot.chat import terminal
    from bot.settings import load
    from storage.correspondence import Place, Role
    from storage.seed import seed
    from storage.store import Store

    out, told, typed = io.StringIO(), [], iter(lines)
    minutes = iter(range(100_000))
    moment = [TODAY]
    houses = []

    def read(_prompt: str) -> str:
        told.append(out.getvalue())
        out.seek(0)
        out.truncate()
        moment[0] = TODAY + timedelta(minutes=next(minutes))
        return next(typed, "") and f"{lines[len(told) - 1]}\n"

    with Store(folder / "talk.db") as store:
        seed(store, TODAY)
        acquaint(store)

        def chatting(wire: terminal.Wire):
            house = app.build(
                load(),
                store,
                lambda: moment[0],
                request=wire,
                polling=wire,
                token=terminal.TOKEN,
                place=Place.TERMINAL,
                line=terminal.LINE,
                role=Role.ADMIN,
            )
            houses.append(house)
            return house.chat

        console = Console(file=out, width=100, highlight=False)
        try:
            await terminal.converse(
                chatting, store, lambda: moment[0], console=console, folder=folder / "saved", read=read
            )
        finally:
            for house in houses:
                await house.aclose()
    return [_plain(each, folder) for each in told[1:]]


def acquaint(store: Store) -> None:
    """A member, and somebody who asks to become one."""
    from storage.correspondence import Place, Role

    ravi = store.people.meet(Place.TELEGRAM, 8, name="Ravi", username="ravi", now=TODAY)
    meera = store.people.meet(Place.TELEGRAM, 9, name="Meera", username="", now=TODAY)
    store.chats.meet(Place.TELEGRAM, 9, kind="private", title="Meera", now=TODAY)
    with store.atomic():
        entry = store.journal.begin(at=TODAY, person=None, via="seed", verb="role", summary="Ravi: none → member")
        store.journal.update(entry, "people", ravi.number, {"role": Role.MEMBER})
        store.people.ask(meera.number, TODAY)


def _plain(said: str, folder: Path) -> str:
    """Without what is by chance, and without blanks at the ends of lines."""
    said = _CODE.sub("CODE", re.sub(rf"{re.escape(str(folder))}/saved/(files|pictures)/", "", said))
    return "\n".join(line.rstrip() for line in said.strip().splitlines()) + "\n"


def table() -> str:
    """Every command: who may use it, how it is written, what it does."""
    from bot.chat.commands import COMMANDS
    from storage.correspondence import Role

    rows = [
        f"| `/{each.name}` | {f'`{each.usage}`'.replace('|', chr(92) + '|') if each.usage else ''} | {each.about} |"
        f" {'admins' if each.needs is Role.ADMIN else 'everyone'} |"
        for each in COMMANDS
    ]
    return "\n".join(["| command | how | what it does | who |", "|---|---|---|---|", *rows, ""])


def draw() -> None:
    """The pictures of the pages, by the program itself."""
    from bot import desk
    from bot.look.charts import png
    from storage.seed import seed
    from storage.store import Store

    now = datetime(2026, 11, 24, 6, tzinfo=UTC)
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "lodestone.db") as store:
        seed(store, now)
        for name, question in PICTURES.items():
            answer, _ = desk.turn(question, None, store, now)
            if answer.chart is not None:
                target = ROOT / "docs" / "pictures" / f"{name}.png"
                target.parent.mkdir(exist_ok=True)
                target.write_bytes(png(answer.chart, now.date()))
                print(target.relative_to(ROOT))


def main() -> None:
    draw()
    for page in PAGES:
        if page.exists():
            page.write_text(renewed(page.read_text(encoding="utf-8")), encoding="utf-8")
            print(page.relative_to(ROOT))


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
