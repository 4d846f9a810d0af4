"""Judging news, with the stories of the last days known."""

from __future__ import annotations

from itertools import islice
from time import perf_counter
from typing import TYPE_CHECKING

from bench.data import NOW, items
from bench.lines import Rule, Sample, Samples, at_most
from bot.news.stories import KnownStory
from bot.news.triage import triage

if TYPE_CHECKING:
    from pathlib import Path

ITEMS = 2_000
STORIES = 300  # known from before

RULES = {"item": Rule("triage of 2,000 items, an item", "ms", at_most(5))}


def run(folder: Path, scale: float) -> Samples:  # noqa: ARG001 - it reads no file
    count = max(10, int(ITEMS * scale))
    triage(list(items(50, 900_000)))  # start-up
    before = list(items(int(STORIES * 2.5), 800_000))
    verdicts = (verdict for verdict in triage(before) if verdict.relevant)
    known = [KnownStory(verdict.story, (verdict.item,)) for verdict in islice(verdicts, STORIES)]
    judged = list(items(count, 100_000))
    began = perf_counter()
    triage(judged, known, NOW)
    return {"item": Sample((perf_counter() - began) * 1000 / count)}
