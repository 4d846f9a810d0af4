"""Records and news as large as a team's could become; made, not true."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from storage import Store
from storage.intake import take
from storage.newsitems import NewsItem
from storage.periods import Period
from storage.records import Category, Figure, FigureStatus, Milestone, MilestoneStatus, Source
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
SUBJECT = (
    "rare earth magnets export licence China ministry tender award plant capacity neodymium oxide supply motor price"
    " review board factory mining auction subsidy dysprosium import duty shipment sintered monazite refinery"
).split()
_SYLLABLES = "ba ko mi ra tu ne sha vi lo pa de gu ji ma ro ki sa the no be".split()


def _word(number: int) -> str:
    """The n-th word of a language that nobody speaks."""
    letters = ""
    while number or not letters:
        number, at = divmod(number, len(_SYLLABLES))
        letters += _SYLLABLES[at]
    return letters


_PLAIN = (
    "the of and to in a for on with by from at as is was will its it has said that this after over more than new year"
    " company government official report market week month people state country world first two three under against"
    " between during plan project work part may could would who which their his her been were are be not but also about"
    " into out up down last next most other some one time day percent growth business news local public service city"
    " support team group national local development program economy industry production"
).split()
COMMON = (*dict.fromkeys(_PLAIN), *(_word(number + len(_SYLLABLES) ** 2) for number in range(30_000)))
_EVENTS = (
    "{firm} to build {subject} {subject} factory in {city} with {n},000 tonnes capacity",
    "China {act} export licence for {subject} {subject} to {firm}",
    "Ministry of Heavy Industries {act} tender for rare earth magnets, {n} bids from {firm}",
    "{firm} signs rare earth {subject} supply agreement worth Rs {n} crore",
    "Rare earth {subject} prices rise {n} per cent as {firm} waits for {subject}",
    "Government {act} {subject} subsidy under magnet scheme, {firm} in {city} to gain",
)
DAYS = 10 * 24 * 60  # minutes over which news is spread
_PLAINLY = 0.85  # of all words in a text
_NAMES = COMMON[len(_PLAIN) :]
_ACTS = "approves delays reviews extends suspends grants".split()


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
        words = " ".join(chance.choices(SUBJECT, k=4))
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


def items(count: int, start: int = 0, *, every: int = 3) -> Iterator[NewsItem]:
    """Headlines, every third (or so many-th) one about the subject, in the words of a large vocabulary of which few are common."""
    chance = random.Random(start)
    for n in range(start, start + count):
        title = _event(chance) if n % every == 0 else " ".join(_prose(chance, 9)).capitalize()
        summary = " ".join((*_prose(chance, 20), *chance.choices(SUBJECT, k=3 if n % every == 0 else 1)))
        at = NOW - timedelta(minutes=n * 37 % DAYS)
        yield NewsItem(f"{title} {_word(n)}", f"https://example.org/news/{n}", summary, "An outlet", at, f"g{n}", "en")


def _event(chance: random.Random) -> str:
    return chance.choice(_EVENTS).format(
        firm=f"{chance.choice(_NAMES)} {chance.choice(_NAMES)}".title(),
        city=chance.choice(_NAMES).capitalize(),
        act=chance.choice(_ACTS),
        subject=chance.choice(SUBJECT),
        n=chance.randrange(2, 900),
    )


def _prose(chance: random.Random, count: int) -> list[str]:
    """Words as a language has them: most are among the few common ones, the rest are rare."""
    plain = len(_PLAIN) // 2
    return [
        COMMON[chance.randrange(plain) if chance.random() < _PLAINLY else chance.randrange(len(COMMON))]
        for _ in range(count)
    ]
