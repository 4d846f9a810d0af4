"""What a question asks of a record of 100,000 rows is found by index: no plan reads a table from end to end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from conftest import Clock

from storage import Store
from storage.intake import bring
from storage.periods import Period
from storage.rows import check

Q4 = Period.parse("2026-Q4")
DAY = date(2026, 11, 24)

QUESTIONS: dict[str, Callable[[Store], Any]] = {
    "a key": lambda s: s.figures.select("imports", product="magnets", partner="China", unit="USD"),
    "a key and a period": lambda s: s.figures.select("imports", product="magnets", partner="World", period=Q4),
    "a ranking": lambda s: s.figures.select("imports", product="magnets", period=Q4),
    "an indicator in a period": lambda s: s.figures.select("imports", period=Q4),
    "all within": lambda s: s.figures.select("imports", product="magnets", within=Q4),
    "periods of a key": lambda s: s.figures.periods("imports", "magnets", "World", "USD"),
    "indicators": lambda s: s.figures.distinct("indicator"),
    "products": lambda s: s.figures.distinct("product"),
    "partners": lambda s: s.figures.distinct("partner"),
    "units": lambda s: s.figures.distinct("unit"),
    "products of an indicator": lambda s: s.figures.distinct("product", "imports"),
    "partners of an indicator": lambda s: s.figures.distinct("partner", "imports"),
    "a figure's past": lambda s: s.figures.revisions(s.figures.get(1)),
    "a milestone": lambda s: s.milestones.get(1),
    "what other sources say": lambda s: s.milestones.beside(1),
    "a milestone's life": lambda s: s.milestones.history(1),
    "a title": lambda s: s.milestones.titled("Award of bids"),
    "the next few": lambda s: s.milestones.select(open=True, due_from=DAY, limit=5),
    "overdue": lambda s: s.milestones.tally(open=True, due_to=DAY),
    "due within": lambda s: s.milestones.select(open=True, due_from=DAY, due_to=DAY),
    "slipped since a promise": lambda s: s.milestones.tally(behind=DAY, promised_from=DAY, promised_to=DAY),
    "done since": lambda s: s.milestones.select(done_from=DAY),
    "of a category": lambda s: s.milestones.select(category="tender", limit=5),
    "of an organisation": lambda s: s.milestones.select(organisation="IREL"),
    "what stands on an act": lambda s: s.journal.standing_on(1),
    "the last act": lambda s: s.journal.last_of(1),
    "the version": lambda s: s.journal.version,
}
SMALL = ("sources", "taken", "each", "down", "up", "json_each", "CONSTANT", "entries")


@pytest.fixture
def filled(store: Store, now: Clock) -> Store:
    figure = dict.fromkeys(("note", "published"), "") | {
        "indicator": "imports", "product": "magnets", "partner": "World", "period": "2026-10", "value": "1",
        "unit": "USD", "status": "final", "source_title": "a", "source_url": "",
    }  # fmt: skip
    milestone = {"title": "Award of bids", "category": "tender", "status": "planned", "due": "2026-Q4"}
    for kind, row in (("figures", figure), ("milestones", milestone)):
        bring(store, kind, [check(kind, row)], now=now.tick(), person=1, via="file", name="f", recorded_by="A")
    return store


def plans(store: Store, question: Callable[[Store], Any]) -> list[str]:
    """Every step of every statement that a question asks."""
    asked: list[str] = []
    store.db.connection.set_trace_callback(asked.append)
    question(store)
    store.db.connection.set_trace_callback(None)
    assert asked
    return [row["detail"] for sql in asked for row in store.db.rows(f"EXPLAIN QUERY PLAN {sql}")]


@pytest.mark.parametrize("name", QUESTIONS)
def test_no_question_reads_a_table_from_end_to_end(filled: Store, name: str):
    steps = plans(filled, QUESTIONS[name])
    assert [step for step in steps if step.startswith("SCAN") and not any(small in step for small in SMALL)] == []


@pytest.mark.parametrize("name", ["the next few", "overdue", "due within"])
def test_dates_are_found_in_the_order_of_the_index(filled: Store, name: str):
    steps = plans(filled, QUESTIONS[name])
    assert any("milestone_states_due" in step for step in steps), steps


def test_those_that_slipped_are_found_by_the_day_of_their_first_promise(filled: Store):
    steps = plans(filled, QUESTIONS["slipped since a promise"])
    assert any("milestone_states_promised" in step for step in steps), steps


def test_a_file_of_figures_is_taken_by_few_statements_however_long_it_is(store: Store, now: Clock):
    row = {
        "indicator": "imports",
        "product": "magnets",
        "unit": "USD",
        "status": "final",
        "source_title": "a",
        "value": "1",
    }

    def statements(count: int) -> int:
        rows = [
            check("figures", row | {"partner": f"P{number}", "period": f"{1900 + count}"}) for number in range(count)
        ]
        asked: list[str] = []
        store.db.connection.set_trace_callback(lambda sql: None if sql.startswith("INSERT") else asked.append(sql))
        assert (
            bring(store, "figures", rows, now=now.tick(), person=1, via="file", name="f", recorded_by="A").new == count
        )
        store.db.connection.set_trace_callback(None)
        return len(asked)

    assert statements(2) == statements(200)


def test_rows_are_laid_ready_before_the_file_is_locked(store: Store, now: Clock):
    row = {
        "indicator": "imports",
        "product": "magnets",
        "unit": "USD",
        "status": "final",
        "source_title": "a",
        "value": "1",
    }
    rows = [check("figures", row | {"period": str(year)}) for year in range(1990, 2020)]
    asked: list[str] = []
    store.db.connection.set_trace_callback(asked.append)
    bring(store, "figures", rows, now=now.tick(), person=1, via="file", name="f", recorded_by="A")
    begins = next(place for place, sql in enumerate(asked) if sql.startswith("BEGIN"))
    assert max(place for place, sql in enumerate(asked) if sql.startswith("INSERT INTO staged")) < begins
