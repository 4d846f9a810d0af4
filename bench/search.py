"""Searching among all that was ever found."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from bench.data import COMMON, NOW, SUBJECT, items
from bench.lines import Rule, Sample, Samples, at_most, percentile, timed
from storage import Store
from storage.newsitems import Fate, Topic, Urgency

if TYPE_CHECKING:
    from pathlib import Path

FEW, MANY = 10_000, 1_000_000
SEARCHES = 300
A_TRANSACTION = 5_000  # items

RULES = {
    "newest": Rule("search among 1,000,000 items, newest first, p95", "ms", at_most(10), "among 10,000"),
    "ranked": Rule("search among 1,000,000 items, the best first, p95", "ms", at_most(30), "among 10,000"),
}


def prepare(folder: Path, scale: float) -> None:
    _fill(folder / "few.db", max(100, int(FEW * scale)))
    _fill(folder / "many.db", max(200, int(MANY * scale)))


def run(folder: Path, scale: float) -> Samples:
    words = _searches(max(10, int(SEARCHES * min(scale, 1))))
    few, many = (_measured(folder / name, words) for name in ("few.db", "many.db"))
    return {name: Sample(many[name], few[name]) for name in RULES}


def _measured(path: Path, words: list[str]) -> dict[str, float]:
    with Store(path, read_only=True) as store:
        store.news.search("magnets")
        calls = {
            "newest": [lambda each=each: store.news.search(each) for each in words],
            "ranked": [lambda each=each: store.news.search(each, ranked=True) for each in words],
        }
        return {name: percentile(timed(made), 0.95) for name, made in calls.items()}


def _searches(count: int) -> list[str]:
    """One to three words each: of the subject, which are many, and of all others, from the most common to the rarest."""
    chance = random.Random(5)
    found = []
    for _ in range(count):
        common = COMMON[int(len(COMMON) * chance.random() ** 6)]
        words = [chance.choice(SUBJECT), common, chance.choice(SUBJECT)]
        found.append(" ".join(chance.sample(words, chance.randint(1, 3))))
    return found


def _fill(path: Path, count: int) -> None:
    """Each item as a round keeps it, so that its cost here is what it is there."""
    with Store(path) as store:
        watch = store.watches.add("https://example.org/feed", NOW).number
        for start in range(0, count, A_TRANSACTION):
            with store.atomic():
                for each in items(min(A_TRANSACTION, count - start), start):
                    store.news.remember(
                        each,
                        (each.guid,),
                        watch=watch,
                        now=NOW,
                        relevant=False,
                        topic=Topic.OTHER,
                        urgency=Urgency.ROUTINE,
                        why="",
                        fate=Fate.ASIDE,
                    )
