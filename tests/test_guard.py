"""The guard: no amount without its papers, and none that its rule does not make."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.asking.answers import Amount, Answer, Count, Fact, Kind, Line, Quote, Row, Text, When
from bot.asking.guard import guarded, verify
from bot.asking.rules import RULES, apply
from storage.records import Source

SOURCE = Source("A ledger", "https://example.org", date(2026, 1, 1))
TEN, FOUR = (Fact(value, "t", "2025", SOURCE) for value in (10.0, 4.0))


def answer_of(*spans: object, **fields: object) -> Answer:
    return Answer(Kind.FIGURE, (Line(spans),), reading="", **fields)  # type: ignore[arg-type]


def test_a_row_s_own_value_passes():
    assert verify(answer_of(Amount(10, "t", (TEN,)), value=10.0, unit="t")) == ()


@pytest.mark.parametrize(
    ("rule", "value"),
    [("sum", 14), ("difference", 6), ("ratio", 2.5), ("share", 250), ("growth", 150), ("average", 7), ("points", 6)],
)
def test_a_computed_amount_passes_when_its_rule_makes_it(rule: str, value: float):
    assert verify(answer_of(Amount(value, "t", (TEN, FOUR), rule))) == ()
    assert verify(answer_of(Amount(value + 1, "t", (TEN, FOUR), rule))) != ()


@pytest.mark.parametrize(
    "span",
    [
        Amount(10, "t", ()),
        Amount(11, "t", (TEN,)),
        Amount(10, "t", (TEN, FOUR)),
        Amount(10, "t", (TEN,), "guess"),
        Amount(10, "t", (Fact(10.0, "t", "2025", Source("")),)),
        Amount(float("nan"), "t", (TEN, FOUR), "sum"),
        Amount(10, "t", (Fact(10.0, "t", "2025", SOURCE, of=(FOUR, FOUR)),)),
        Amount(
            10,
            "t",
            (Fact(10.0, "t", "2025", SOURCE, of=(replace(FOUR, source=Source("")), Fact(6.0, "t", "2025", SOURCE))),),
        ),
    ],
)
def test_an_amount_without_its_papers_does_not_pass(span: Amount):
    assert verify(answer_of(span)) != ()


@pytest.mark.parametrize(
    "words",
    [
        "it was 12 tonnes",
        "$5",
        "about 3,000 t",
        "₹7 crore",
        "Rs 5",
        "12%",
        "12 प्रतिशत",
        "5 करोड़ रुपये",
        "220 million",
        "USD 7",
        "3.5 kg",
    ],
)
def test_words_of_ours_may_hold_no_amount(words: str):
    assert verify(answer_of(Text(words))) != ()


@pytest.mark.parametrize("words", ["Q4 2026 (Oct-Dec)", "FY2024-25", "#17", "HS 8505 11 90", "by 2032", "place 2"])
def test_dates_codes_numbers_of_records_and_counts_are_no_amounts(words: str):
    assert verify(answer_of(Text(words), Count(5), When(date(2026, 1, 1)), Quote("it was 12 tonnes"))) == ()


def test_the_value_of_the_data_is_one_that_a_line_says():
    amount = Amount(10, "t", (TEN,))
    assert verify(answer_of(amount, value=11.0, unit="t")) != ()
    assert verify(answer_of(amount, value=3.0, unit="count")) == ()


def test_a_row_of_the_data_holds_no_number_that_no_line_says():
    amount = Amount(10, "t", (TEN,))
    assert verify(answer_of(amount, rows=(Row("x", 10.0, "t"),))) == ()
    assert verify(answer_of(amount, rows=(Row("x", 12.0, "t"),))) != ()


def test_when_it_trips_the_asker_gets_the_sources_and_no_number():
    said, faults = guarded(
        answer_of(Amount(11, "t", (TEN,)), value=11.0, unit="t", sources=(SOURCE,), rows=(Row("x", 11.0, "t"),))
    )
    assert faults
    assert (said.kind, said.value, said.rows, said.sources) == (Kind.UNKNOWN, None, (), (SOURCE,))
    assert "could not verify" in said.lines[0].spans[0].text  # type: ignore[union-attr]


def test_the_unverified_answer_itself_passes():
    said, _ = guarded(answer_of(Amount(11, "t", (TEN,))))
    assert verify(said) == ()


NUMBERS = st.floats(-1e12, 1e12, allow_nan=False)


@given(value=NUMBERS, facts=st.lists(NUMBERS, max_size=4), rule=st.sampled_from([*RULES, "guess"]), cited=st.booleans())
def test_no_uncited_or_miscomputed_amount_gets_past_property(value: float, facts: list[float], rule: str, cited: bool):
    source = SOURCE if cited else Source("")
    amount = Amount(value, "t", tuple(Fact(fact, "t", "2025", source) for fact in facts), rule)
    if verify(answer_of(amount)) == ():
        assert cited
        assert rule in RULES
        assert apply(rule, facts) == pytest.approx(value, rel=1e-6, abs=1e-9)


def test_a_trip_is_logged_as_a_fault(caplog: pytest.LogCaptureFixture, tmp_path, monkeypatch: pytest.MonkeyPatch):
    from bot.asking import answering
    from bot.asking.questions import Figure, Subject
    from storage.store import Store

    monkeypatch.setattr(answering.trade, "figure", lambda *_: answer_of(Amount(1, "t", ()), value=1.0, unit="t"))
    with Store(tmp_path / "store.db") as store, caplog.at_level(logging.ERROR):
        said = answering.answer(Figure(Subject("imports")), store, date(2026, 1, 1))
    assert said.value is None
    assert "not verified" in caplog.text
