"""One turn of talk: the same for chat, terminal and command line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import asked_record as record
import pytest

from bot import desk
from bot.asking.answers import Kind
from bot.asking.context import Context
from storage.database import StorageError
from storage.seed import seed
from storage.store import Store


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with record.fill(tmp_path_factory.mktemp("desk") / "store.db") as store:
        yield store


def test_a_talk_goes_on_from_turn_to_turn(filled: Store):
    said, context = desk.turn("How much did we import from China in 2024?", None, filled, record.NOW)
    assert said.value == 90e6
    said, context = desk.turn("and Japan?", context, filled, record.NOW)
    assert said.value == 18e6
    said, _ = desk.turn("in tonnes", context, filled, record.NOW)
    assert said.value == 110


def test_a_context_ends_after_half_an_hour(filled: Store):
    _, context = desk.turn("imports 2024", None, filled, record.NOW)
    later = record.NOW + timedelta(minutes=31)
    assert desk.turn("and from Japan?", context, filled, later)[0].kind is Kind.CLARIFY


def test_a_context_survives_a_restart_as_text(filled: Store):
    _, context = desk.turn("imports 2024", None, filled, record.NOW)
    assert context is not None
    again = Context.from_text(context.to_text())
    assert desk.turn("from Japan?", again, filled, record.NOW)[0].value == 18e6


def test_what_got_no_answer_leaves_the_talk_where_it_was(filled: Store):
    _, context = desk.turn("imports from China in 2024", None, filled, record.NOW)
    _, context = desk.turn("what is the weather?", context, filled, record.NOW)
    assert desk.turn("and Japan?", context, filled, record.NOW)[0].value == 18e6


def test_it_points_at_who_led_the_list_before(filled: Store):
    _, context = desk.turn("top 2 suppliers in 2025", None, filled, record.NOW)
    assert desk.turn("how much did they supply?", context, filled, record.NOW)[0].value == 99e6


def test_the_first_of_a_list_can_be_asked_for(filled: Store):
    _, context = desk.turn("overdue milestones", None, filled, record.NOW)
    said, _ = desk.turn("who is responsible for the first one?", context, filled, record.NOW)
    assert [row.label for row in said.rows] == ["Surat kiln delivery"]


def test_a_question_in_devanagari_is_answered_in_hindi(filled: Store):
    assert desk.turn("2024 में आयात कितना था?", None, filled, record.NOW)[0].language == "hi"
    assert desk.turn("imports 2024", None, filled, record.NOW, language="hi")[0].language == "hi"
    assert desk.turn("2024 mein aayat kitna tha", None, filled, record.NOW)[0].language == "en"


def test_today_is_the_day_of_the_asker_s_zone(filled: Store):
    late = record.NOW.replace(month=12, day=31, hour=20)
    kolkata = desk.said("imports last year", None, filled, late)
    chile = desk.said("imports last year", None, filled, late, zone=ZoneInfo("America/Santiago"))
    assert (kolkata.command, chile.command) == ("/imports 2026", "/imports 2025")


def test_the_reading_line_names_what_was_kept(filled: Store):
    _, context = desk.turn("imports from China in 2024", None, filled, record.NOW)
    assert "kept from before: indicator, period" in desk.turn("Japan?", context, filled, record.NOW)[0].reading


def test_the_command_asks_the_same_again(filled: Store):
    said = desk.said("top 2 suppliers in 2025", None, filled, record.NOW)
    assert desk.said(said.command, None, filled, record.NOW).answer == said.answer


def test_as_json_has_every_field_of_the_contract(filled: Store):
    said, _ = desk.turn("imports 2024", None, filled, record.NOW)
    told = json.loads(json.dumps(desk.as_json("imports 2024", said)))
    assert set(told) == {"question", "kind", "value", "unit", "period", "rows", "reading", "sources", "as_of", "text"}
    assert (told["kind"], told["value"], told["unit"], told["period"]) == ("figure", 120000000, "USD", "2024")
    assert told["sources"] == [{"title": "Customs ledger", "url": "https://example.org/customs"}]
    assert told["as_of"] == "2026-05-04"
    assert told["rows"] == [{"label": "2024", "value": 120000000, "unit": "USD", "period": "2024"}]


@pytest.mark.parametrize(
    "text",
    ["x" * 4_000, "🧲" * 500, "\u202eimports\u202c 2024", "'; DROP TABLE figures; --", "\x00\x01", "import " * 600],
)
def test_bad_input_gets_a_polite_answer(filled: Store, text: str):
    said, _ = desk.turn(text, None, filled, record.NOW)
    assert desk.plain(said)


def test_a_defect_of_ours_is_an_answer_and_a_line_in_the_log(
    filled: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    monkeypatch.setattr(desk, "read_turn", lambda *_, **__: 1 / 0)
    said, _ = desk.turn("imports 2024", None, filled, record.NOW)
    assert "went wrong on our side" in desk.plain(said)
    assert said.gap
    assert "no answer to a question" in caplog.text


def test_the_store_s_own_trouble_is_not_hidden(filled: Store, monkeypatch: pytest.MonkeyPatch):
    def busy(*_: object, **__: object) -> None:
        raise StorageError("busy")

    monkeypatch.setattr(desk, "read_turn", busy)
    with pytest.raises(StorageError):
        desk.turn("imports 2024", None, filled, record.NOW)


# ---------------------------------------------------------------- the shipped record

ARTICLE = [
    ("What is the magnet scheme?", Kind.GLOSSARY, "7,280 crore"),
    ("How many dollars has India put into the magnet scheme?", Kind.FIGURE, "$800 million"),
    ("Why does India want to make its own magnets?", Kind.STATEMENT, "reducing reliance"),
    ("What is the ambition behind the initiative?", Kind.STATEMENT, "self-sufficient"),
    ("How much of the world's rare earth processing does China hold?", Kind.FIGURE, "90%"),
    ("Is this a matter of national security?", Kind.STATEMENT, "national security"),
    ("How dependent is India on China for magnets?", Kind.FIGURE, "93%"),
    ("What is the outlay of the scheme in rupees?", Kind.FIGURE, "₹7,280 crore"),
    ("What is the capacity target?", Kind.CAPACITY, "6,000 tonnes a year by 2032"),
    ("How will magnet demand grow?", Kind.CHANGE, "8,220 tonnes"),
    ("What incentives do the selected manufacturers get?", Kind.STATEMENT, "capital investment and to sales"),
    ("How much did India import in FY2024-25?", Kind.FIGURE, "$221 million"),
    ("How much did India import in 2025?", Kind.UNKNOWN, "$221 million in FY2024-25"),
    ("What does the plan focus on?", Kind.STATEMENT, "focuses on magnets"),
    ("What are rare earth magnets used for?", Kind.STATEMENT, "wind turbines"),
    ("Is money enough?", Kind.STATEMENT, "money alone"),
    ("Which countries have the expertise?", Kind.STATEMENT, "South Korea and Germany"),
    ("What did Neha Mukherjee say?", Kind.STATEMENT, "strategic partnerships"),
    ("What did Sunder Raju say?", Kind.STATEMENT, "research and development"),
    ("How large are India's rare earth reserves?", Kind.FIGURE, "7.23 million tonnes"),
    ("What rank do India's reserves hold?", Kind.STATEMENT, "third-largest"),
    ("How much does India mine?", Kind.FIGURE, "2,900 tonnes"),
    ("How many rare earth mines work in India?", Kind.STATEMENT, "Andhra Pradesh"),
    ("Has India stopped rare earth exports to Japan?", Kind.CONTROLS, "IREL"),
    ("Can Indian magnets compete on price?", Kind.STATEMENT, "cheaper Chinese imports"),
    ("Will buyers get incentives?", Kind.STATEMENT, "consumers"),
    ("When did China tighten its export controls?", Kind.STATEMENT, "4 April 2025"),
    ("Who was hit by the Chinese curbs?", Kind.STATEMENT, "faced disruption"),
    ("What is the National Critical Mineral Mission?", Kind.GLOSSARY, "34,300 crore"),
    ("How much capacity is commissioned?", Kind.CAPACITY, "3 tonnes a year"),
]


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store(tmp_path_factory.mktemp("shipped") / "store.db") as store:
        seed(store, record.NOW)
        yield store


@pytest.mark.parametrize(("question", "kind", "words"), ARTICLE, ids=[question for question, _, _ in ARTICLE])
def test_the_founding_article_is_answered_from_the_shipped_record(
    shipped: Store, question: str, kind: Kind, words: str
):
    said, _ = desk.turn(question, None, shipped, record.NOW)
    assert said.kind is kind
    assert words in desk.plain(said)
    assert said.sources


def test_terms_are_explained_in_a_store_without_shipped_facts(tmp_path: Path):
    with Store(tmp_path / "bare.db") as store:
        assert desk.turn("what is NdFeB?", None, store, record.NOW)[0].kind is Kind.GLOSSARY
