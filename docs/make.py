"""Brings the pages up to date with the program: what its commands print, and the pictures that it draws.

`python docs/make.py` rewrites them; a test fails when a page no longer says what the program does. In a page, a block

    ```console
    $ lodestone ask --today 2026-11-24 'question'
    ```

is followed by what the command prints, on a store of its own with the shipped facts.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "README.md", ROOT / "docs" / "admin.md", ROOT / "docs" / "questions.md")

PICTURES = {"imports": "imports by fiscal year", "timeline": "/timeline", "capacity": "/capacity"}

_BLOCK = re.compile(r"```console\n(?P<body>.*?)```\n", re.DOTALL)
_COMMAND = re.compile(r"^\$ lodestone (?P<words>.*)$", re.MULTILINE)


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
            return _BLOCK.sub(block, page)
        finally:
            os.environ.clear()
            os.environ.update(before)


def draw() -> None:
    """The pictures of the pages, by the program itself."""
    from datetime import UTC, datetime

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
