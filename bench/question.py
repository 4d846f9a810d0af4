"""A question through the whole bot: from a person's message to the call that answers it, over HTTP."""

from __future__ import annotations

import asyncio
import statistics
import time
from itertools import islice
from typing import TYPE_CHECKING

from bench.asking import sentences
from bench.data import NOW
from bench.lines import Rule, Sample, Samples
from bench.standin import ECHO, LODESTONE, Listening, running
from storage import Store
from storage.seed import seed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

PEOPLE, QUESTIONS = 60, 240
EVERY = 0.04  # seconds between two questions: the limits of Telegram are kept, and none waits for another

RULES = {
    "p50": Rule(
        "a question through the whole bot, p50", "ms", lambda floor: floor + 4, "an echo of python-telegram-bot"
    ),
}


def prepare(folder: Path, scale: float) -> None:  # noqa: ARG001 - the record that is shipped has one size
    with Store(folder / "question.db") as store:
        seed(store, NOW)


def run(folder: Path, scale: float) -> Samples:
    count = max(4, int(QUESTIONS * scale))
    floor = asyncio.run(_median(ECHO, folder / "echo.db", count))
    return {"p50": Sample(asyncio.run(_median(LODESTONE, folder / "question.db", count)), floor)}


async def _median(program: Sequence[str], database: Path, count: int) -> float:
    telegram = Listening()
    people = telegram.people(min(PEOPLE, count))
    async with running(telegram, program, database):
        for chat in people:  # whoever is new is written down first
            await _then_wait(telegram, chat.id, "hello")
        texts = islice(sentences(count), count)
        took = [await _then_wait(telegram, people[n % len(people)].id, text) for n, text in enumerate(texts)]
    return statistics.median(took)


async def _then_wait(telegram: Listening, chat: int, text: str) -> float:
    began = time.perf_counter()
    took = await telegram.asked(chat, text)
    await asyncio.sleep(max(0.0, EVERY - (time.perf_counter() - began)))
    return took
