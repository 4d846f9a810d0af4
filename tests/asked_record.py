"""A small record for tests of reading and answering: invented countries' trade, plants and milestones, and whom they are asked of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from storage.periods import Period
from storage.records import (
    Category,
    Control,
    ControlStatus,
    Figure,
    FigureStatus,
    Milestone,
    MilestoneStatus,
    Plant,
    Source,
    Stage,
    Statement,
)
from storage.store import Store

TODAY = date(2026, 6, 15)
NOW = datetime(2026, 6, 15, 6, 0, tzinfo=UTC)

CUSTOMS = Source("Customs ledger", "https://example.org/customs", date(2026, 5, 4))
EARLIER = Source("Customs ledger", "https://example.org/customs", date(2026, 2, 1))
PAPER = Source("The Morning Paper", "https://example.org/paper", date(2026, 3, 9))
OUTLOOK = Source("Demand outlook", "https://example.org/outlook", date(2026, 1, 20))
PLAN = Source("The plan", "https://example.org/plan", date(2025, 12, 1))

# (indicator, product, partner, period): money in dollars, weight in tonnes
_TRADE = {
    ("imports", "magnets", "World"): {"2023": (100e6, 2000), "2024": (120e6, 2300), "2025": (150e6, 2500)},
    ("imports", "magnets", "China"): {"2023": (80e6, 1700), "2024": (90e6, 1900), "2025": (99e6, 2000)},
    ("imports", "magnets", "Japan"): {"2023": (12e6, 90), "2024": (18e6, 110), "2025": (30e6, 160)},
    ("imports", "magnets", "Peru"): {"2024": (5e6, 60), "2025": (8e6, 70)},
    ("imports", "oxides", "World"): {"2024": (20e6, 900), "2025": (22e6, 950)},
    ("exports", "magnets", "World"): {"2024": (30e6, 400), "2025": (33e6, 420)},
}
_MONTHS = {"2026-01": 11e6, "2026-02": 12e6, "2026-03": 13e6, "2026-04": 14e6}
_DEMAND = {"2025": 4000, "2026": 4500, "2030": 8000}


def figures() -> list[Figure]:
    found = [
        Figure(*key, Period.parse(period), value, unit, FigureStatus.FINAL, CUSTOMS)
        for key, years in _TRADE.items()
        for period, pair in years.items()
        for value, unit in zip(pair, ("USD", "t"), strict=True)
    ]
    found += [
        Figure("imports", "magnets", "World", Period.parse(month), value, "USD", FigureStatus.PROVISIONAL, CUSTOMS)
        for month, value in _MONTHS.items()
    ]
    found += [
        Figure("demand", "magnets", "India", Period.parse(year), value, "t", FigureStatus.ESTIMATE, OUTLOOK)
        for year, value in _DEMAND.items()
    ]
    one = ("imports", "magnets", "World", Period.parse("2025"))
    found.append(Figure(*one, 161e6, "USD", FigureStatus.REPORTED, PAPER))
    found.append(Figure("exchange_rate", "usd", "India", Period.parse("2024"), 84.0, "INR", FigureStatus.FINAL, PAPER))
    found.append(
        Figure("capacity_target", "magnets", "India", Period.parse("2031"), 5000, "tpa", FigureStatus.FINAL, PLAN)
    )
    return found


def milestones() -> list[Milestone]:
    def one(
        title: str,
        category: Category,
        status: MilestoneStatus,
        due: str,
        done: str = "",
        whose: str = "Asha Magnets",
        where: str = "Surat, Gujarat",
    ):
        return Milestone(
            title, category, status, Period.parse(due), Period.parse(done) if done else None, PLAN, whose, where
        )

    return [
        one("Surat kiln delivery", Category.PLANT, MilestoneStatus.IN_PROGRESS, "2026-05-31"),
        one("Surat power line", Category.PLANT, MilestoneStatus.PLANNED, "2026-06-30"),
        one(
            "Second bidding round",
            Category.TENDER,
            MilestoneStatus.PLANNED,
            "2026-Q4",
            whose="Ministry of Ports",
            where="New Delhi",
        ),
        one(
            "Gazette of the rules",
            Category.POLICY,
            MilestoneStatus.DONE,
            "2026-01",
            "2026-02-10",
            whose="Ministry of Ports",
            where="New Delhi",
        ),
        one(
            "Seabed survey",
            Category.MINING,
            MilestoneStatus.DROPPED,
            "2025-Q4",
            whose="Survey Office",
            where="Puri, Odisha",
        ),
    ]


def plants() -> list[Plant]:
    return [
        Plant(
            "Surat Magnet Hall",
            "Asha Magnets",
            "Surat, Gujarat",
            "magnets",
            300,
            Stage.COMMISSIONED,
            Period.parse("2025-11"),
            PLAN,
        ),
        Plant(
            "Surat Hall Two",
            "Asha Magnets",
            "Surat, Gujarat",
            "magnets",
            700,
            Stage.BUILDING,
            Period.parse("2028"),
            PLAN,
        ),
        Plant(
            "Puri Oxide Works",
            "Jal Minerals",
            "Puri, Odisha",
            "oxides",
            900,
            Stage.ANNOUNCED,
            Period.parse("2029"),
            PLAN,
        ),
    ]


def controls() -> list[Control]:
    return [
        Control(
            "China: licences for magnets", "China", "Notice No. 5 of 2025", "magnets", Period.parse("2025-04-04"), None,
            Period.parse("2026-05-10"), ControlStatus.SUSPENDED, PAPER,
        ),
        Control(
            "EU: scrap rules", "European Union", "Rule 7", "magnet scrap", None, Period.parse("2026-01-01"), None,
            ControlStatus.IN_FORCE, PAPER,
        ),
    ]  # fmt: skip


def statements() -> list[Statement]:
    said = "Magnets turn the motors of cars and the blades of wind mills."
    return [Statement("uses", said, "A. Engineer", Period.parse("2026-01"), PAPER)]


def store(path: Path, **kinds: Sequence[Figure | Plant]) -> Store:
    """A store that holds these alone."""
    made = Store(path)
    with made.atomic():
        entry = made.journal.begin(at=NOW, person=None, via="file", verb="import", summary="a thin record")
        for kind, records in kinds.items():
            for each in records:
                made.shelf(kind).put(each, entry=entry, as_of=NOW)
    return made


def fill(path: Path) -> Store:
    """A store that holds all of it, with one figure revised."""
    store = Store(path)
    with store.atomic():
        entry = store.journal.begin(at=NOW, person=None, via="file", verb="import", summary="a record for tests")
        first = Figure(
            "imports", "magnets", "China", Period.parse("2025"), 97e6, "USD", FigureStatus.PROVISIONAL, EARLIER
        )
        store.figures.put(first, entry=entry, as_of=NOW)
        for kind, records in (
            ("figures", figures()), ("milestones", milestones()), ("plants", plants()),
            ("controls", controls()), ("statements", statements()),
        ):  # fmt: skip
            for record in records:
                store.shelf(kind).put(record, entry=entry, as_of=NOW)
    return store
