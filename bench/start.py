"""How long a start takes, and what a bot at rest holds in memory."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bench.asking import SENTENCES
from bench.data import NOW
from bench.lines import Rule, Sample, Samples, at_most, resident
from bench.standin import ECHO, LODESTONE, Listening, running
from storage import Store
from storage.seed import seed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

QUESTIONS = 20  # asked before memory is looked at: nothing is left to be loaded by the first of them
REST = 2.0  # seconds

RULES = {
    "first": Rule("first getUpdates after start", "s", at_most(0.9), "python-telegram-bot alone"),
    "memory": Rule("memory at rest, before the first chart", "MiB", at_most(100), "python-telegram-bot alone"),
}


def prepare(folder: Path, scale: float) -> None:  # noqa: ARG001 - the record that is shipped has one size
    with Store(folder / "start.db") as store:
        seed(store, NOW)


def run(folder: Path, scale: float) -> Samples:
    rest = REST * min(scale, 1)
    floor = asyncio.run(_start(ECHO, folder / "echo.db", rest))
    ours = asyncio.run(_start(LODESTONE, folder / "start.db", rest))
    return {name: Sample(ours[name], floor[name]) for name in RULES}


async def _start(program: Sequence[str], database: Path, rest: float) -> dict[str, float]:
    telegram = Listening()
    people = telegram.people(QUESTIONS)
    async with running(telegram, program, database) as (process, seconds):
        for chat, text in zip(people, SENTENCES, strict=False):
            await telegram.asked(chat.id, text)
        await asyncio.sleep(rest)
        return {"first": seconds, "memory": resident(process.pid)}
