"""Records and news as large as a team's could become; made, not true."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from storage import Store
from storage.intake import take
from storage.periods import Period
from storage.records import Category, Figure, FigureStatus, Milestone, MilestoneStatus, NewsItem, Source
from storage.rows import Written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = datetime(2026, 11, 24, 6, tzinfo=UTC)
PARTNERS = (
    "World",
    "China",
    "Japan",
    "Germany",
    "South Korea",
    "Vietnam",
    "United States",
    "Thailand",
    "Taiwan",
    "Malaysia",
)
_WORDS = (
    "rare earth magnets export licence China ministry tender award plant capacity neodymium oxide supply motor price review board "
    "court school river election budget festival film cricket bank monsoon bridge railway visa hospital exam police"
).split()


def figures(count: int) -> Iterator[Figure]:
    """Monthly values and weights by partner and product code, going back as far as the count needs."""
    made = 0
    month = 0
    while made < count:
        period = Period.month(2025, 12).back(month)
        source = Source("Customs digest (made for measuring)", f"https://example.org/{period}", period.end)
        for product in ("magnets", "oxides", "metals", *(f"8505{n:02d}" for n in range(40))):
            for partner in PARTNERS:
                for unit in ("USD", "t"):
                    yield Figure("imports", product, partner, period, float(made + 1), unit, FigureStatus.FINAL, source)
                    made += 1
                    if made == count:
                        return
        month += 1


def milestones(count: int) -> Iterator[Milestone]:
    chance = random.Random(7)
    for n in range(count):
        due = Period.day(date(2025, 1, 1) + timedelta(days=chance.randrange(3000)))
        words = " ".join(chance.choices(_WORDS, k=4))
        source = Source("a gazette", f"https://example.org/m/{n}", date(2026, 1, 1))
        yield Milestone(
            f"{words.capitalize()} {n}",
            chance.choice(list(Category)),
            MilestoneStatus.PLANNED,
            due,
            None,
            source,
            f"Works {n % 500}",
            f"Town {n % 300}",
        )


def large_store(path: Path, many_figures: int, many_milestones: int) -> Store:
    store = Store(path)
    for kind, records in (("figures", figures(many_figures)), ("milestones", milestones(many_milestones))):
        rows = [Written(record, None, correction=False, reason="") for record in records]
        with store.atomic():
            take(store, kind, rows, now=NOW, person=None, via="file", name="made", recorded_by="bench")
    return store


def items(count: int, start: int = 0) -> Iterator[NewsItem]:
    """Headlines, one in some twenty of them about the subject."""
    chance = random.Random(start)
    for n in range(start, start + count):
        title = " ".join(chance.choices(_WORDS if n % 20 == 0 else _WORDS[17:], k=9)).capitalize()
        summary = " ".join(chance.choices(_WORDS, k=25))
        at = NOW - timedelta(minutes=count - n)
        yield NewsItem(f"{title} {n}", f"https://example.org/news/{n}", summary, "An outlet", at, f"guid-{n}", "en")
