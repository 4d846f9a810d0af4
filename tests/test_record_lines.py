"""An admin's line becomes a draft of the record: what it fills, asks and refuses, and what it never loses."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.record import changes, figures, lines, things, words
from bot.record.amounts import Amount, read_amount
from bot.record.asks import ANOTHER, BLANK, answer, next_ask
from bot.record.drafts import Draft, Refusal, loads
from bot.record.known import Known, Pick, gather, one_of, place, twins, which
from bot.record.phrases import PHRASES
from storage import NotFound, Store
from storage.intake import put
from storage.periods import Period
from storage.records import (
    Category,
    Change,
    Control,
    ControlStatus,
    Figure,
    FigureStatus,
    Milestone,
    MilestoneStatus,
    Plant,
    Source,
    Stage,
    State,
)

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
ME = "recorded by Asha, 2026-11-24"
SOURCE = Source("a gazette", "https://gazette.example/1", TODAY)


def state(number: int) -> State:
    return State(number, 100 + number, datetime(2026, 1, 1, tzinfo=UTC), 1)


def milestone(
    number: int, title: str, due: str = "2026-12", status: MilestoneStatus = MilestoneStatus.PLANNED
) -> Milestone:
    return Milestone(
        title, Category.PLANT, status, Period.parse(due), None, SOURCE, "Northwind Alloys Ltd", "Pune, Maharashtra",
        note="first words", key=f"k{number}", state=state(number),
    )  # fmt: skip


RECORD = {
    ("milestones", 17): milestone(17, "Northwind: first magnets from the Pune line"),
    ("milestones", 18): milestone(18, "Award of phase 1 bids"),
    ("milestones", 19): milestone(19, "Award of phase 2 bids", status=MilestoneStatus.DONE),
    ("plants", 3): Plant(
        "Northwind magnet plant",
        "Northwind Alloys Ltd",
        "Pune, Maharashtra",
        "magnets",
        500.0,
        Stage.ANNOUNCED,
        Period.parse("2027"),
        SOURCE,
        key="p3",
        state=state(3),
    ),
    ("controls", 7): Control(
        "China: licences for terbium",
        "China",
        "MOFCOM No. 18 of 2025",
        "terbium",
        None,
        None,
        Period.parse("2026-11-10"),
        ControlStatus.SUSPENDED,
        SOURCE,
        key="c7",
        state=state(7),
    ),
}


def get(kind: str, number: int) -> object:
    try:
        return RECORD[kind, number]
    except KeyError as missing:
        raise NotFound(f"there is no {kind} #{number}") from missing


KNOWN = Known(
    names={
        kind: tuple(
            (number, getattr(thing, "title", "") or thing.name)
            for (each, number), thing in RECORD.items()
            if each == kind
        )
        for kind in ("milestones", "plants", "controls")
    },
    columns={
        "organisation": ("Northwind Alloys Ltd", "IREL (India) Ltd", "Ministry of Heavy Industries"),
        "place": ("Pune, Maharashtra", "Visakhapatnam, Andhra Pradesh"),
        "programme": ("REPM scheme",),
        "jurisdiction": ("China", "United States"),
        "instrument": ("MOFCOM No. 18 of 2025",),
        "indicator": ("imports", "demand"),
        "product": ("magnets", "ndpr oxide"),
        "partner": ("World", "China"),
    },
    get=get,
)


def log(line: str) -> Draft:
    draft = lines.read_log(line, KNOWN, TODAY)
    assert isinstance(draft, Draft), draft
    return draft


def filled(draft: Draft) -> dict[str, str]:
    return {name: value for name, value in draft.cells.items() if value}


FULL = {
    "title": "Second line starts",
    "status": "planned",
    "due": "2026-Q4",
    "category": "plant",
    "organisation": "IREL (India) Ltd",
    "source_url": "https://e.org/a",
}


# ---------------------------------------------------------------- /log


@given(st.permutations(["due 2026-Q4", "plant", "IREL", "https://e.org/a"]), st.integers(0, 4))
def test_property_the_parts_of_a_line_may_stand_in_any_order(parts: list[str], at: int):
    draft = log(" | ".join([*parts[:at], "Second line starts", *parts[at:]]))
    assert filled(draft) == FULL
    assert draft.ready
    assert next_ask(draft, KNOWN, TODAY) is None


def test_a_free_line_gives_its_date_link_and_names_and_keeps_its_words_as_the_title():
    draft = log("IREL to commission a 500 tpa line at Vizag by Q4 2027 https://e.org/x.")
    assert filled(draft) == {
        "title": "IREL to commission a 500 tpa line at Vizag",
        "status": "planned",
        "due": "2027-Q4",
        "category": "plant",
        "organisation": "IREL (India) Ltd",
        "place": "Visakhapatnam, Andhra Pradesh",
        "source_url": "https://e.org/x",
    }
    assert draft.guessed == ("category", "organisation", "place")
    assert next_ask(draft, KNOWN, TODAY) is None


def test_a_hindi_line_is_read_alike():
    draft = log("विशाखापत्तनम में नई लाइन | देय मार्च 2027 | संयंत्र | IREL")
    assert filled(draft) == {
        "title": "विशाखापत्तनम में नई लाइन", "status": "planned", "due": "2027-03", "category": "plant",
        "organisation": "IREL (India) Ltd", "place": "Visakhapatnam, Andhra Pradesh",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("Tender released on 20 March 2026", {"done": "2026-03-20", "status": "done"}),
        ("Cabinet approves it | 20/11/2026", {"done": "2026-11-20", "status": "done"}),
        ("Trial run | done | 2026-10", {"done": "2026-10", "status": "done"}),
        ("Trial run | due 2026-10", {"due": "2026-10", "status": "planned"}),
        ("Bids to be awarded by March", {"due": "2027-03", "status": "planned"}),
        ("Trial run | in progress | end of next quarter", {"due": "2027-Q1", "status": "in_progress"}),
    ],
)
def test_what_happened_is_done_and_what_is_to_come_is_due(line: str, cells: dict[str, str]):
    draft = log(line)
    assert {name: draft.cells.get(name) for name in cells} == cells


def test_words_that_are_nothing_known_are_kept_a_body_as_the_organisation_the_rest_in_the_note():
    draft = log("Trial run | Acme Magnets Ltd | as the minister told the Lok Sabha on a rainy day | Chennai | reported")
    assert (draft.cells["organisation"], draft.cells["place"], draft.cells["confidence"]) == (
        "Acme Magnets Ltd",
        "Chennai",
        "reported",
    )
    assert draft.cells["note"] == "as the minister told the Lok Sabha on a rainy day"
    assert [each.key for each in draft.notes][:2] == ["guessed", "into_note"]


def test_a_title_alone_needs_three_answers_and_then_save():
    draft, asked = log("Something happens somewhere"), []
    for said in ("tender", "mid 2027", BLANK):
        ask = next_ask(draft, KNOWN, TODAY)
        assert ask is not None
        asked.append(ask.field)
        answered = answer(draft, ask.field, said, KNOWN, TODAY)
        assert isinstance(answered, Draft)
        draft = loads(answered.dumps())  # a restart after each answer loses nothing
    assert asked == ["category", "due", "organisation"]
    assert next_ask(draft, KNOWN, TODAY) is None
    assert draft.ready
    made = draft.written(ME).record
    assert (made.category, made.due.text, made.source.title) == (Category.TENDER, "2027-06..2027-07", ME)


def test_a_wrong_answer_is_refused_with_what_would_be_right():
    refused = answer(log("Something happens"), "category", "banana", KNOWN, TODAY)
    assert isinstance(refused, Refusal)
    assert "export_control" in refused.text("en")
    assert "banana" in refused.text("hi")


def test_every_choice_that_a_question_offers_is_an_answer():
    for line in ("Something happens", "New works | /plant"):
        draft = log(line)
        while ask := next_ask(draft, KNOWN, TODAY):
            taken = [answer(draft, ask.field, choice.value, KNOWN, TODAY) for choice in ask.choices]
            assert all(isinstance(each, Draft) for each in taken), ask
            draft = taken[-1]


@pytest.mark.parametrize("line", ["", "|||", "https://e.org", "x" * 301, "Trial run | due banana"])
def test_a_line_without_a_title_or_with_an_unread_due_is_refused_in_both_languages(line: str):
    refused = lines.read_log(line, KNOWN, TODAY)
    assert isinstance(refused, Refusal)
    assert refused.text("en") != refused.text("hi")


def test_a_near_duplicate_is_pointed_out_and_asked_about():
    draft = log("Northwind: first magnet from the Pune line | due 2027-Q3 | land was late")
    assert [number for number, _ in draft.twins] == [17]
    assert not draft.ready
    ask = next_ask(draft, KNOWN, TODAY)
    assert ask is not None
    assert [choice.value for choice in ask.choices] == ["#17", ANOTHER]
    same, other = (answer(draft, "twin", said, KNOWN, TODAY) for said in ("#17", ANOTHER))
    assert isinstance(same, Draft)
    assert isinstance(other, Draft)
    assert (same.number, same.version, same.cells["id"], same.cells["due"], same.title) == (
        17, 117, "k17", "2027-Q3", "Northwind: first magnets from the Pune line",
    )  # fmt: skip
    assert (other.number, other.cells.get("id", ""), other.ready) == (0, "", True)


def test_two_titles_that_differ_by_a_number_are_two_things():
    assert twins("Award of phase 3 bids", KNOWN.names["milestones"]) == ()
    assert [number for number, _ in twins("award of the phase 2 bids", KNOWN.names["milestones"])] == [19]


def test_another_thing_of_the_very_same_title_gets_a_key_of_its_own():
    other = answer(log("Award of phase 1 bids | 2027"), "twin", ANOTHER, KNOWN, TODAY)
    assert isinstance(other, Draft)
    assert other.written(ME).record.key not in ("", "k18")


# ---------------------------------------------------------------- which


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("#17", 17),
        ("17", 17),
        ("first magnets", 17),
        ("pune line", 17),
        ("northwnd first magnet pune", 17),
        ("award of phase 1 bids", 18),
    ],
)
def test_a_thing_is_meant_by_its_number_or_by_words_of_its_title(text: str, number: int):
    assert which(text, KNOWN.names["milestones"]) == number


def test_words_that_fit_several_give_the_candidates():
    picked = changes.read_slip("award of bids | 2027 | why not", KNOWN, TODAY)
    assert isinstance(picked, Pick)
    assert {number for number, _ in picked.candidates} == {18, 19}
    chosen = changes.read_slip("award of bids | 2027 | why not", KNOWN, TODAY, chosen=18)
    assert isinstance(chosen, Draft)
    assert (chosen.number, chosen.cells["due"], chosen.reason) == (18, "2027", "why not")


@pytest.mark.parametrize("read", [changes.read_slip, changes.read_done, changes.read_drop, changes.read_edit])
@pytest.mark.parametrize("line", ["", "#99 | 2027", "quite another thing | 2027"])
def test_what_the_record_has_not_is_refused(read, line: str):
    assert isinstance(read(line, KNOWN, TODAY), Refusal)


# ---------------------------------------------------------------- /slip /done /drop /edit


@pytest.mark.parametrize(
    ("line", "replied"),
    [
        ("#17 | 2027-Q2 | land was late", 0),
        ("17 Q2 2027 because land was late", 0),
        ("first magnets to Q2 2027 land was late", 0),
        ("pune line | Q2 2027 | kyunki land was late", 0),
        ("2027-Q2 | land was late", 17),
        ("| Q2 2027 | land was late", 17),
        ("Q2 2027 land was late", 17),
        ("#17 | 2027-Q2 | land was late", 18),
    ],
)
def test_a_slip_by_number_by_words_or_by_reply_with_or_without_bars(line: str, replied: int):
    draft = changes.read_slip(line, KNOWN, TODAY, replied=replied)
    assert isinstance(draft, Draft), draft
    assert (draft.number, draft.version, draft.cells["due"], draft.reason) == (17, 117, "2027-Q2", "land was late")
    assert draft.before == (("due", "2026-12"),)
    assert draft.ready


def test_a_slip_asks_for_its_reason_and_is_said_by_whoever_records_it():
    draft = changes.read_slip("#17 | 2027-Q2", KNOWN, TODAY)
    assert isinstance(draft, Draft)
    ask = next_ask(draft, KNOWN, TODAY)
    assert ask is not None
    assert ask.field == "reason"
    reasoned = answer(draft, "reason", "land was late", KNOWN, TODAY)
    assert isinstance(reasoned, Draft)
    assert reasoned.ready
    written = reasoned.written(ME)
    assert (written.reason, written.record.source.title, written.record.note) == ("land was late", ME, "first words")


def test_an_earlier_date_is_called_an_advance_and_the_same_one_refused():
    draft = changes.read_slip("#17 | 2026-11 | quick", KNOWN, TODAY)
    assert isinstance(draft, Draft)
    assert [each.key for each in draft.notes] == ["not_later"]
    assert isinstance(changes.read_slip("#17 | 2026-12 | quick", KNOWN, TODAY), Refusal)
    assert isinstance(changes.read_slip("#19 | 2027 | it is done already", KNOWN, TODAY), Refusal)


@pytest.mark.parametrize(
    ("line", "done", "link"),
    [
        ("#17", "2026-11-24", ""),
        ("#17 | kal", "2026-11-23", ""),
        ("17 on 20 Nov https://e.org/d", "2026-11-20", "https://e.org/d"),
    ],
)
def test_done_is_today_unless_a_day_is_said(line: str, done: str, link: str):
    draft = changes.read_done(line, KNOWN, TODAY)
    assert isinstance(draft, Draft)
    assert (draft.cells["done"], draft.cells["status"], draft.cells["source_url"]) == (done, "done", link)


def test_what_is_still_to_come_is_not_done():
    refused = changes.read_done("#17 | 2027", KNOWN, TODAY)
    assert isinstance(refused, Refusal)
    assert "2027" in refused.text()


def test_a_drop_asks_for_its_reason():
    draft = changes.read_drop("pune line", KNOWN, TODAY)
    assert isinstance(draft, Draft)
    assert (draft.cells["status"], draft.missing) == ("dropped", ("reason",))
    reasoned = changes.read_drop("#17 because nobody paid", KNOWN, TODAY)
    assert isinstance(reasoned, Draft)
    assert reasoned.reason == "nobody paid"


def test_an_edit_sets_fields_keeps_the_source_and_is_a_correction():
    draft = changes.read_edit("#17 | place: Vizag | due = Q1 2027 | reason: a slip of the pen", KNOWN, TODAY)
    assert isinstance(draft, Draft)
    assert dict(draft.before) == {"place": "Pune, Maharashtra", "due": "2026-12"}
    assert (draft.cells["place"], draft.cells["due"]) == ("Visakhapatnam, Andhra Pradesh", "2027-Q1")
    written = draft.written(ME)
    assert (written.correction, written.reason, written.record.source.url) == (True, "a slip of the pen", SOURCE.url)


@pytest.mark.parametrize(
    "line", ["#17", "#17 | colour = blue", "#17 | due = banana", "#17 | status = planned", "#17 | title ="]
)
def test_an_edit_that_says_nothing_is_refused(line: str):
    assert isinstance(changes.read_edit(line, KNOWN, TODAY), Refusal)


# ---------------------------------------------------------------- /plant /control


def test_a_plant_by_its_parts_in_any_order():
    draft = things.read_plant(
        "Eastwind magnet plant | expected 2027-Q4 | 1,200 tpa | REPM scheme | IREL | building | Vizag | https://e.org/p",
        KNOWN,
        TODAY,
    )
    assert isinstance(draft, Draft)
    assert filled(draft) == {
        "name": "Eastwind magnet plant",
        "organisation": "IREL (India) Ltd",
        "place": "Visakhapatnam, Andhra Pradesh",
        "product": "magnets",
        "capacity_tpa": "1200",
        "stage": "building",
        "expected": "2027-Q4",
        "programme": "REPM scheme",
        "source_url": "https://e.org/p",
    }
    assert draft.ready


@pytest.mark.parametrize(
    ("line", "before"),
    [
        ("#3 | commissioned", {"stage": "announced"}),
        ("northwind magnet plant | capacity 1 kt | expected FY29", {"capacity_tpa": "500", "expected": "2027"}),
    ],
)
def test_a_plant_that_the_record_has_gets_a_next_state(line: str, before: dict[str, str]):
    draft = things.read_plant(line, KNOWN, TODAY)
    assert isinstance(draft, Draft)
    assert (draft.number, dict(draft.before)) == (3, before)
    assert draft.written(ME).record.source.title == ME


def test_a_new_plant_asks_for_what_it_lacks():
    draft = things.read_plant("Westwind works", KNOWN, TODAY)
    assert isinstance(draft, Draft)
    assert draft.missing == ("product", "stage")
    assert isinstance(things.read_plant("#3 | nothing of the kind", KNOWN, TODAY), Refusal)


def test_a_control_by_its_parts_and_whose_it_is_from_its_title():
    draft = things.read_control(
        "China: licences for magnets | MOFCOM No. 10 of 2027 | in force | effective 2027-01-01 "
        "| until 2027-12-31 | sintered NdFeB",
        KNOWN,
        TODAY,
    )
    assert isinstance(draft, Draft)
    assert filled(draft) == {
        "title": "China: licences for magnets",
        "jurisdiction": "China",
        "instrument": "MOFCOM No. 10 of 2027",
        "status": "in_force",
        "effective": "2027-01-01",
        "until": "2027-12-31",
        "scope": "sintered NdFeB",
    }
    assert draft.ready


def test_a_new_status_ends_the_old_until_unless_one_is_said():
    revoked = things.read_control("#7 | revoked", KNOWN, TODAY)
    again = things.read_control("#7 | suspended | until 2027-11-10", KNOWN, TODAY)
    by_reply = things.read_control("until 2027-11-10 | suspended", KNOWN, TODAY, replied=7)
    assert isinstance(revoked, Draft)
    assert isinstance(again, Draft)
    assert isinstance(by_reply, Draft)
    assert (revoked.cells["status"], revoked.cells["until"]) == ("revoked", "")
    assert again.cells == by_reply.cells
    assert again.cells["until"] == "2027-11-10"


# ---------------------------------------------------------------- /figure


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("221 mn USD", 221e6, "USD"),
        ("$1.2bn", 1.2e9, "USD"),
        ("Rs 7,280 crore", 7.28e10, "INR"),
        ("₹34,300 करोड़", 3.43e11, "INR"),
        ("1 lakh crore rupees", 1e12, "INR"),
        ("2.5 lakh t", 250_000, "t"),
        ("1,200 tonnes", 1200, "t"),
        ("53.7 kt", 53_700, "t"),
        ("6000 tpa", 6000, "tpa"),
        ("500 tonnes per year", 500, "tpa"),
        ("88.5%", 88.5, "%"),
        ("$120/kg", 120, "USD/kg"),
        ("2150 Rs/kg", 2150, "INR/kg"),
        ("२५ टन", 25, "t"),
        ("17685", 17685, ""),
        ("-3 %", -3, "%"),
        ("900 kg", 0.9, "t"),
    ],
)
def test_each_way_of_writing_an_amount(text: str, value: float, unit: str):
    assert read_amount(text) == Amount(value, unit)


@pytest.mark.parametrize("text", ["", "many", "USD", "5 bananas", "5 USD t", "Rs 5 USD", "1e400", "9" * 60, "5 6"])
def test_what_is_no_amount_is_none(text: str):
    assert read_amount(text) is None


def figure(line: str) -> Draft:
    draft = figures.read_figure(line, KNOWN, TODAY)
    assert isinstance(draft, Draft), draft
    return draft


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("imports magnets China 2025 = 221 mn USD", ("imports", "magnets", "China", "2025", "221000000", "USD")),
        (
            "imports of magnets from अमेरिका in Q2 FY27 = 12 t",
            ("imports", "magnets", "United States", "FY2026-27-Q2", "12", "t"),
        ),
        ("आयात चीन FY25 = 5 करोड़ डॉलर", ("imports", "magnets", "China", "FY2024-25", "50000000", "USD")),
        ("imports 85051190 2025-09 = 3 t", ("imports", "85051190", "World", "2025-09", "3", "t")),
        ("capacity target 2032 = 6000 t", ("capacity_target", "magnets", "India", "2032", "6000", "tpa")),
        ("import dependence China 2025 = 88", ("import_dependence", "magnets", "China", "2025", "88", "%")),
        ("price NdPr oxide 2026 = $120/kg", ("price", "ndpr oxide", "World", "2026", "120", "USD/kg")),
    ],
)
def test_a_figure_by_its_key_value_and_unit(line: str, key: tuple[str, ...]):
    draft = figure(line)
    assert tuple(draft.cells[name] for name in ("indicator", "product", "partner", "period", "value", "unit")) == key
    assert draft.cells["status"] == "reported"


def test_a_figure_has_its_papers_or_is_recorded_by_someone():
    cited = (
        figure("imports 2025 = 5 USD | provisional | https://www.dgft.example/x | published 2026-01-05 | an odd basket")
        .written(ME)
        .record
    )
    assert (cited.status, cited.source, cited.note) == (
        FigureStatus.PROVISIONAL,
        Source("dgft.example", "https://www.dgft.example/x", date(2026, 1, 5)),
        "an odd basket",
    )
    assert figure("imports 2025 = 5 USD").written(ME).record.source == Source(ME)


@pytest.mark.parametrize(
    "line", ["", "imports 2025", "imports 2025 = many", "imports 2025 = 5", "imports = 5 USD", "colour 2025 = 5 USD"]
)
def test_a_figure_that_lacks_its_value_unit_period_or_indicator_is_refused(line: str):
    assert isinstance(figures.read_figure(line, KNOWN, TODAY), Refusal)


def neighbour(period: str, value: float) -> Figure:
    return Figure("imports", "magnets", "China", Period.parse(period), value, "USD", FigureStatus.FINAL, SOURCE)


@pytest.mark.parametrize(
    ("line", "suggestion"),
    [
        ("imports China FY2025-26 = 1611 mn USD", "161100000"),
        ("imports China FY2025-26 = 16.1 mn USD", "161000000"),
        ("imports China FY2025-26 = 161 USD", "161000000"),
        ("imports China 2026-01 = 150 mn USD", "15000000"),
    ],
)
def test_a_value_ten_times_off_its_neighbours_is_asked_back(line: str, suggestion: str):
    draft = figures.against(figure(line), [neighbour("FY2024-25", 161.1e6), neighbour("FY2023-24", 134.9e6)])
    assert not draft.ready
    assert draft.suggestion == suggestion
    ask = next_ask(draft, KNOWN, TODAY)
    assert ask is not None
    kept, mended = (answer(loads(draft.dumps()), ask.field, choice.value, KNOWN, TODAY) for choice in ask.choices)
    assert isinstance(kept, Draft)
    assert isinstance(mended, Draft)
    assert (kept.cells["value"], mended.cells["value"]) == (draft.cells["value"], suggestion)
    assert kept.ready
    assert mended.ready


@given(st.floats(min_value=0.2, max_value=5))
def test_property_a_value_near_its_neighbours_is_not_doubted(factor: float):
    draft = figures.against(
        figure(f"imports China FY2025-26 = {161.1 * factor:.6f} mn USD"), [neighbour("FY2024-25", 161.1e6)]
    )
    assert draft.ready


# ---------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("irel", "IREL (India) Ltd"),
        ("Northwind Alloys", "Northwind Alloys Ltd"),
        ("ministry of heavy industrys", "Ministry of Heavy Industries"),
        ("north", None),
        ("", None),
    ],
)
def test_a_known_body_is_named_by_its_short_form_or_with_a_slip_of_the_finger(text: str, name: str | None):
    assert one_of(text, KNOWN.of("organisation")) == name


def test_instruments_that_differ_by_a_number_are_different():
    assert one_of("MOFCOM No. 19 of 2025", KNOWN.of("instrument")) is None


def test_a_city_goes_by_any_of_its_names():
    assert [place(name, KNOWN.of("place")) for name in ("Vizag", "विशाखापत्तनम", "Poona", "Madras", "Nowhere")] == [
        "Visakhapatnam, Andhra Pradesh", "Visakhapatnam, Andhra Pradesh", "Pune, Maharashtra", "Chennai", None,
    ]  # fmt: skip


def test_every_choice_of_the_record_is_known_by_its_own_name():
    for kind in (Category, MilestoneStatus, Stage, ControlStatus, FigureStatus):
        assert [words.choice(each.value.replace("_", " "), kind) for each in kind] == list(kind)


def test_every_phrase_is_there_in_both_languages_with_the_same_values():
    for key, said in PHRASES.items():
        assert set(said) == {"en", "hi"}, key


# ---------------------------------------------------------------- any line


LINES = st.lists(
    st.one_of(
        st.text(max_size=20),
        st.sampled_from(
            [
                "#17",
                "17",
                "|",
                "| due",
                "2027-Q2",
                "plant",
                "IREL",
                "https://e.org/a",
                "=",
                "221 mn USD",
                "imports",
                "title:",
                "status = done",
                "by March",
                "kal",
                "note:",
                "-",
                "none",
                "controls: x; y",
                "expected FY27",
                "until",
                "500 tpa",
            ]
        ),
    ),
    max_size=8,
).map(" ".join)

READERS = (
    lines.read_log,
    changes.read_slip,
    changes.read_done,
    changes.read_drop,
    changes.read_edit,
    things.read_plant,
    things.read_control,
    figures.read_figure,
)


@given(LINES, st.sampled_from(READERS))
def test_fuzz_any_line_is_a_draft_that_can_be_saved_or_a_clear_line(line: str, read):
    made = read(line, KNOWN, TODAY)
    if isinstance(made, Refusal):
        assert made.text("en")
        assert made.text("hi")
    elif isinstance(made, Draft):
        assert loads(made.dumps()) == made
        if made.ready:
            made.written(ME)
    else:
        assert len(made.candidates) > 1


def test_a_draft_of_another_form_is_not_taken():
    with pytest.raises(ValueError, match="begin it again"):
        loads('{"form": 0}')


# ---------------------------------------------------------------- into a store


def save(store: Store, draft: Draft) -> None:
    with store.atomic():
        entry = store.journal.begin(at=NOW, person=None, via="terminal", verb=draft.verb, summary="")
        put(store.shelf(draft.kind), draft.written(ME), entry=entry, now=NOW)


def test_a_milestone_logged_slipped_and_corrected_has_the_history_of_the_lines(tmp_path):
    with Store(tmp_path / "store.db") as store:
        said = [
            (lines.read_log, "Second line starts | due 2026-Q4 | plant | IREL"),
            (changes.read_slip, "second line | 2027-Q2 | land was late"),
            (changes.read_edit, "second line | due = 2027-Q3"),
            (changes.read_done, "#1"),
        ]
        for read, line in said:
            draft = read(line, gather(store), TODAY)
            assert isinstance(draft, Draft), draft
            save(store, draft)
        history = store.milestones.history(1)
        assert [each.state.change for each in history] == [Change.FIRST, Change.SLIP, Change.CORRECTION, Change.STATUS]
        live = store.milestones.get(1)
        assert (live.baseline.text, live.slips, live.status, live.source.title) == (
            "2026-Q4",
            1,
            MilestoneStatus.DONE,
            ME,
        )
        assert gather(store).of("organisation") == ("IREL",)


@pytest.mark.parametrize(
    ("line", "capacity", "note"),
    [
        ("New Works | Acme | Pune | magnets | 300 | announced", "300", ""),
        ("New Works | Acme | Pune | magnets | 1,200 | announced", "1200", ""),
        ("New Works | Acme | Pune | magnets | 300 tpa | announced", "300", ""),
        ("New Works | Acme | Pune | magnets | 2027 | announced", "", ""),
    ],
)
def test_a_bare_number_of_a_plant_is_its_tonnes_a_year_unless_it_is_a_year(line: str, capacity: str, note: str):
    draft = things.read_plant(line, Known(), TODAY)
    assert (draft.cells.get("capacity_tpa", ""), draft.cells.get("note", "")) == (capacity, note)
    assert draft.cells.get("expected", "") == ("2027" if not capacity else "")
    guessed = any("tonnes a year" in each.text("en") for each in draft.notes)
    assert guessed == (bool(capacity) and "tpa" not in line)


@pytest.mark.parametrize(("partner", "strange"), [("China", False), ("World", False), ("Ruritania", True)])
def test_a_partner_that_is_no_country_is_said(partner: str, strange: bool):
    draft = figures.read_figure(f"imports magnets {partner} 2024 = 5 mn USD", Known(), TODAY)
    assert any("no country" in each.text("en") for each in draft.notes) == strange
