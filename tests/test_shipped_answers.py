"""What the shipped facts answer: one fact each, asked as a newcomer would ask it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from bot import desk
from bot.asking.answers import Answer, Kind
from bot.look.plain import plain
from storage.seed import seed
from storage.store import Store

NOW = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store(tmp_path_factory.mktemp("shipped") / "store.db") as store:
        seed(store, NOW)
        yield store


def ask(store: Store, question: str) -> Answer:
    return desk.turn(question, None, store, NOW)[0]


def labels(answer: Answer) -> list[str]:
    return [row.label for row in answer.rows]


@pytest.mark.parametrize("question", ["What is the scheme?", "who runs the scheme", "scheme kya hai", "योजना क्या है?"])
def test_the_scheme_itself_is_explained(shipped: Store, question: str):
    answer = ask(shipped, question)
    assert answer.kind is Kind.GLOSSARY
    assert labels(answer) == ["REPM scheme"]


def test_the_terms_of_the_scheme_and_the_budget_are_told_in_their_sources_words(shipped: Store):
    assert "seven years" in plain(ask(shipped, "how long does the scheme run?"))
    assert "600 to 1,200 t" in plain(ask(shipped, "how many tonnes will each beneficiary make?"))
    assert "corridors" in plain(ask(shipped, "what did the budget say about rare earths?"))
    assert ask(shipped, "budget of the magnet scheme").value == 815.74e6


def test_a_plant_that_nobody_counts_reaches_no_target(shipped: Store):
    assert "No plant that counts toward it" in plain(ask(shipped, "will India meet 6,000 tonnes by 2032?"))


def test_what_the_record_lacks_does_not_hide_what_it_has(shipped: Store):
    said = plain(ask(shipped, "compare China and Japan imports"))
    assert "$161.1 million" in said
    assert "no such figure for Japan" in said


def test_a_word_that_no_control_names_is_said_to_be_none(shipped: Store):
    assert "No control on record names “Narnia”." in plain(ask(shipped, "/controls Narnia"))


def test_whether_china_stopped_exports_is_asked_of_the_controls(shipped: Store):
    assert ask(shipped, "क्या चीन ने निर्यात रोका है?").kind is Kind.CONTROLS


def test_goods_of_another_control_are_told_with_it(shipped: Store):
    assert ask(shipped, "are gallium exports controlled?").kind is Kind.CONTROLS


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("what is the outlay of the National Critical Mineral Mission", 343e9, "INR"),
        ("outlay for critical mineral recycling", 15e9, "INR"),
        ("number of exploration projects in FY2025-26", 227, "count"),
        ("the production target for 2030", 5_000, "t"),
        ("how big is the capital subsidy", 7.5e9, "INR"),
        ("the capital subsidy in percent", 15, "%"),
        ("how much of the outlay is sales-linked incentive", 64.5e9, "INR"),
        ("smallest allotment: what is the minimum allotment", 600, "tpa"),
        ("what was the plant cost at IREL", 1.97e9, "INR"),
        ("how much monazite is in our reserves", 13.15e6, "t"),
        ("reserves in hard rock", 1.29e6, "t"),
        ("which share of rare earth processing does China control", 90, "%"),
        ("imports under HS code 8505 11 90 from China in FY2024-25", 110.68e6, "USD"),
    ],
)
def test_a_number_of_a_named_thing_is_that_thing_s(shipped, question, value, unit):
    said = ask(shipped, question)
    assert said.value == pytest.approx(value)
    assert said.unit == unit
    assert said.sources


def test_the_parts_of_the_outlay_stand_side_by_side(shipped):
    said = ask(shipped, "how is the scheme's outlay in crore split")
    assert [(row.label, row.value) for row in said.rows] == [
        ("outlay", 72.8e9),
        ("incentive", 64.5e9),
        ("subsidy", 7.5e9),
    ]


@pytest.mark.parametrize("question", ["imports during 1850", "exports in the year 2300", "आयात सन 1700 में"])
def test_a_year_far_off_is_read_and_is_unknown(shipped, question):
    said = ask(shipped, question)
    assert (said.kind, said.value) == (Kind.UNKNOWN, None)


def test_the_article_s_number_for_2025_is_named_under_the_fiscal_year_it_is_of(shipped):
    text = plain(ask(shipped, "What did India import in 2025?"))
    assert "$221 million in FY2024-25, the fiscal year, which is given under 2025 by: India Seeks Self-Reliance" in text
    assert "The nearest that I have: FY2024-25, $220.8 million (final)." in text
    assert "16,281 tonnes in April-September 2025" in text


@pytest.mark.parametrize(
    "question",
    ["imports of the last three years", "yearly imports", "imports since 2022", "imports per year since FY2021-22"],
)
def test_a_run_of_years_is_of_the_kind_that_one_source_has_most_of(shipped, question):
    assert labels(ask(shipped, question)) == ["FY2022-23", "FY2023-24", "FY2024-25"]


def test_of_one_country_alone_no_order_is_told(shipped):
    text = plain(ask(shipped, "who sells us the least magnets"))
    assert "the record knows only China" in text
    assert "countries have a figure" not in text


def test_a_value_per_kilo_of_two_sources_is_not_computed_and_both_are_shown(shipped):
    said = ask(shipped, "average import price per kg in FY2024-25")
    assert (said.kind, said.value) == (Kind.UNKNOWN, None)
    assert "No one source has both" in plain(said)
    assert any(offer.command.startswith("/") for offer in said.offers)


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("what does Jitendra Singh say", "Jitendra Singh"),
        ("नेहा मुखर्जी का क्या कहना है, उन्होंने क्या कहा", "Neha Mukherjee"),
        ("what has America Herald News said", "America Herald News"),
        ("what did the BBC say about exports", "BBC"),
    ],
)
def test_whoever_is_named_is_heard(shipped, question, speaker):
    said = ask(shipped, question)
    assert said.kind is Kind.STATEMENT
    assert all(label.startswith(speaker) for label in labels(said))


def test_nothing_said_on_a_subject_is_said_so(shipped):
    assert "holds nothing by BBC News on reserves" in plain(ask(shipped, "what did the BBC say of the reserves?"))


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("is China blocking heavy rare earths?", "seven medium and heavy rare earths"),
        ("is the control of April 2025 in force?", "seven medium and heavy rare earths"),
        ("what tariff does the US put on Chinese magnets", "duty on Chinese permanent magnets"),
    ],
)
def test_a_control_is_found_by_its_goods_its_date_and_its_kind(shipped, question, title):
    said = ask(shipped, question)
    assert said.kind is Kind.CONTROLS
    assert len(said.rows) == 1
    assert title in said.rows[0].label
    assert "in force" in plain(said)


def test_controls_that_lapsed_on_one_day_stand_in_one_line(shipped):
    text = plain(ask(shipped, "which export controls are suspended"))
    assert text.count("nothing recorded after") == 1
    assert "10 November 2026 (6;" in text


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("what will happen in December 2026", "Magnet production begins in India"),
        ("tenders?", "Request for Proposal for the magnet scheme"),
        ("what is the first milestone", "IREL: samarium-cobalt magnet plant dedicated"),
        ("which milestones are stalled", "Trafalgar: first phase of metal and alloy making"),
    ],
)
def test_milestones_are_found_by_what_is_asked_of_them(shipped, question, expected):
    said = ask(shipped, question)
    assert said.kind is Kind.MILESTONES
    assert expected in labels(said)


def test_what_is_not_overdue_and_was_put_off_is_told(shipped):
    assert "slipped from December 2025" in plain(ask(shipped, "is Midwest overdue"))


def test_a_list_cites_only_what_it_shows_each_address_once(shipped):
    said = ask(shipped, "all milestones")
    assert len(said.sources) < 20
    addresses = [source.url for source in said.sources if source.url]
    assert len(addresses) == len(set(addresses))


@pytest.mark.parametrize(
    "question",
    [
        "when will the target be reached",
        "the pace needed to reach the target",
        "capacity built so far",
        "gap to the target",
        "capacity by company",
        "capacity by state",
        "capacity by year",
        "capacity in the pipeline",
        "capacity expected in 2026",
        "demand against capacity in 2030",
        "largest plant",
        "next plant to be commissioned",
        "how many plants are there",
        "plants in Gujarat",
        "oxide imports",
        "metal imports in FY2024-25",
        "share of China in imports",
        "import dependence",
        "reserves",
        "mine output",
        "demand growth",
        "growth of demand from 2025 to 2030",
        "imports from China against those from Japan",
        "average of imports since FY2022-23",
        "imports in rupees",
        "exports to Japan",
        "exchange rate",
        "scheme outlay in dollars and rupees",
        "beneficiaries",
        "number of bids received",
        "conversion of oxide to magnets",
        "NdPr oxide supply",
    ],
)
def test_no_answer_fails_the_guard(shipped, question, caplog):
    text = plain(ask(shipped, question))
    assert not caplog.records
    assert "could not verify" not in text
    for spoilt in ("?.", "..", ", ?", "1 countries", "1 times", " ,"):
        assert spoilt not in text.partition("Source:")[0]


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("incentive per kg of magnets", 2_150),
        ("outlay of the recycling scheme", 15e9),
        ("mineral sand processing capacity", 600_000),
    ],
)
def test_a_telling_word_names_its_product_and_its_unit(shipped, question, value):
    assert ask(shipped, question).value == pytest.approx(value)


def test_whoever_has_a_plant_and_no_milestone_is_answered_with_the_plant(shipped):
    assert "Entellus magnet plant" in labels(ask(shipped, "Entellus"))


def test_what_became_unknown_is_a_list_of_its_own(shipped):
    said = ask(shipped, "which controls have become unknown?")
    assert said.value == len(said.rows) == 8


def test_goods_of_others_find_the_control_that_names_them(shipped):
    assert all("gallium" in label for label in labels(ask(shipped, "gallium export ban")))


@pytest.mark.parametrize("thanks", ["thank you", "धन्यवाद", "thanks"])
def test_thanks_get_one_line(shipped, thanks):
    said = ask(shipped, thanks)
    assert (said.kind, len(said.lines)) == (Kind.HELP, 1)


@pytest.mark.parametrize(
    ("question", "title", "day"),
    [
        ("has the magnet scheme been approved?", "Cabinet approval of the magnet scheme", "2025-11-26"),
        ("on which day was the magnet scheme notified?", "Gazette notification of the magnet scheme", "2025-12-15"),
        ("has production begun?", "Magnet production begins in India", "2026-12"),
    ],
)
def test_a_question_of_whether_and_when_is_answered_by_the_one_milestone_meant(shipped, question, title, day):
    said = ask(shipped, question)
    assert (said.kind, labels(said), said.period) == (Kind.MILESTONES, [title], day)


def test_a_picture_of_imports_cites_the_papers_of_its_bars_and_no_others(shipped: Store):
    answer = ask(shipped, "imports by fiscal year")
    assert answer.chart is not None
    assert (answer.chart.sources, answer.chart.as_of) == (answer.sources, answer.as_of)
