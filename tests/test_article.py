"""The article that the team began with: each of its sentences has a home in the shipped facts, and a question finds it; where it is off,
both readings are given."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from bot import desk
from bot.asking.answers import Answer, Kind
from storage.seed import seed
from storage.store import Store

NOW = datetime(2026, 6, 15, 6, 0, tzinfo=UTC)
ARTICLE = "India Seeks Self-Reliance"


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store(tmp_path_factory.mktemp("article") / "store.db") as store:
        seed(store, NOW)
        yield store


def ask(store: Store, question: str) -> Answer:
    return desk.turn(question, None, store, NOW)[0]


def sources(answer: Answer) -> str:
    return " | ".join(f"{source.title} {source.url}" for source in answer.sources)


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("Why does India want to make its own magnets?", "import_reliance"),
        ("Where are rare earth magnets used?", "uses"),
        ("What are rare earth magnets used for?", "uses"),
        ("What is the ambition behind the initiative?", "self_reliance"),
        ("Is this a matter of national security?", "national_security"),
        ("What incentives do the selected manufacturers get?", "incentives"),
        ("What does the plan focus on?", "magnets_first"),
        ("Why magnets and not the whole rare earth chain?", "magnets_first"),
        ("Is money enough?", "money_alone"),
        ("Which countries have the expertise?", "expertise"),
        ("Does India need partnerships?", "partnerships"),
        ("What is said of research?", "research"),
        ("Where do India's reserves rank in the world?", "reserves_rank"),
        ("What is India's share of world mining?", "mining_share"),
        ("How many rare earth mines work in India?", "only_mine"),
        ("Can Indian magnets compete on price?", "price_competition"),
        ("What happens if Indian magnets cost more?", "price_competition"),
        ("Will buyers get incentives?", "consumer_incentives"),
        ("When did China tighten its export controls?", "control_trigger"),
        ("Who was hit by the Chinese curbs?", "disruption"),
    ],
)
def test_what_the_article_says_in_words_is_found(shipped: Store, question: str, topic: str):
    answer = ask(shipped, question)
    assert answer.kind is Kind.STATEMENT
    held = shipped.statements.about(topic)
    assert len(answer.rows) == len(held)
    assert {source.url for source in answer.sources} == {each.source.url for each in held}
    assert "americaheraldnews" in sources(answer)


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("What did Neha Mukherjee say?", "Neha Mukherjee, Benchmark Mineral Intelligence"),
        ("What did Sunder Raju say?", "PV Sunder Raju, National Geophysical Research Institute"),
    ],
)
def test_whom_the_article_quotes_is_found_by_name(shipped: Store, question: str, speaker: str):
    answer = ask(shipped, question)
    assert [row.label for row in answer.rows] == [speaker]
    assert ARTICLE in sources(answer)


@pytest.mark.parametrize(
    ("question", "value", "unit", "period"),
    [
        ("How many dollars has India put into the magnet scheme?", 815.74e6, "USD", "2025"),
        ("What is the outlay of the scheme in rupees?", 72.8e9, "INR", "2025"),
        ("How much of the world's rare earth processing does China hold?", 90, "%", "2026"),
        ("How much did India import in FY2024-25?", 220.79e6, "USD", "FY2024-25"),
        ("What is the capacity target for magnets?", 6000, "tpa", "2032"),
    ],
)
def test_its_numbers_are_answered_by_the_firmest_row_and_it_stands_beside(
    shipped: Store, question: str, value: float, unit: str, period: str
):
    answer = ask(shipped, question)
    assert (answer.value, answer.unit) == (pytest.approx(value), unit)
    assert period in (answer.period, *(row.period for row in answer.rows), *desk.plain(answer).split())
    assert ARTICLE in sources(answer)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How large are India's rare earth reserves?", 7.23e6),
        ("How much does India mine?", 2900),
        ("How dependent is India on China for magnets?", 93),
    ],
)
def test_what_it_only_rounds_is_answered_by_a_counted_number(shipped: Store, question: str, value: float):
    answer = ask(shipped, question)
    assert answer.value == pytest.approx(value)
    assert answer.sources


def test_its_imports_of_2025_are_those_of_the_fiscal_year_and_named_as_such(shipped: Store):
    answer = ask(shipped, "How much did India import in 2025?")
    assert answer.kind is Kind.UNKNOWN
    assert answer.value is None
    told = desk.plain(answer)
    assert "FY2024-25" in told
    assert "$221 million" in told
    assert ARTICLE in sources(answer)


def test_demand_is_to_double_by_2030(shipped: Store):
    answer = ask(shipped, "How will magnet demand grow?")
    assert answer.kind is Kind.CHANGE
    assert answer.rows[-1].period == "2030"
    assert answer.rows[-1].value == pytest.approx(2 * (answer.rows[0].value or 0), rel=0.06)


def test_the_year_of_the_target_says_its_basis(shipped: Store):
    told = desk.plain(ask(shipped, "How much magnet capacity is to be built, and by when?"))
    assert "6,000 tonnes a year by 2032" in told
    assert "Basis of 2032" in told


def test_the_halt_of_exports_to_japan_is_a_request_and_says_who_made_it(shipped: Store):
    answer = ask(shipped, "Has India stopped rare earth exports to Japan?")
    assert [row.label for row in answer.rows] == ["India: rare earth exports to Japan"]
    assert "asked to suspend" in desk.plain(answer)


@pytest.mark.parametrize(
    ("question", "term"),
    [("What is the National Critical Mineral Mission?", "NCMM"), ("What is the magnet scheme?", "REPM scheme")],
)
def test_the_scheme_and_the_mission_are_terms(shipped: Store, question: str, term: str):
    answer = ask(shipped, question)
    assert answer.kind is Kind.GLOSSARY
    assert [row.label for row in answer.rows] == [term]


def test_the_tightening_that_it_puts_in_2024_is_given_with_the_announcement_of_2025(shipped: Store):
    told = desk.plain(ask(shipped, "When did China tighten its export controls?"))
    assert "2024" in told
    assert "2025" in told


def test_the_chronology_of_the_controls_is_there(shipped: Store):
    answer = ask(shipped, "timeline of China's export controls")
    assert answer.kind is Kind.CONTROLS
    assert len(answer.rows) > 5
