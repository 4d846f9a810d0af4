"""Answering: each rule of the record's arithmetic, and what is said where there is no number."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import asked_record as record
import pytest

from bot.asking.answering import answer
from bot.asking.answers import Answer, Kind, Style
from bot.asking.commands import parse
from bot.asking.guard import verify
from bot.asking.questions import Capacity, Change, Milestones, Subject
from bot.look.plain import plain
from storage.periods import Period
from storage.records import Figure, FigureStatus, Plant, Stage
from storage.store import Store


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with record.fill(tmp_path_factory.mktemp("answering") / "store.db") as store:
        yield store


@pytest.fixture
def told(filled: Store):
    """The answer to a canonical command, as on the record's day."""

    def tell(command: str, language: str = "en") -> Answer:
        question = parse(command)
        assert question is not None, command
        said = answer(question, filled, record.TODAY, language=language)
        assert verify(said) == ()
        return said

    return tell


def text(said: Answer) -> str:
    return plain(said)


# ---------------------------------------------------------------- one number


def test_a_figure_comes_with_unit_period_source_and_date(told):
    said = told("/imports 2024")
    assert (said.kind, said.value, said.unit, said.period) == (Kind.FIGURE, 120e6, "USD", "2024")
    assert said.sources == (record.CUSTOMS,)
    assert said.as_of == record.CUSTOMS.published
    assert "(final)" in text(said)


def test_the_other_unit_stands_beside(told):
    assert "Also: 2,300 tonnes." in text(told("/imports 2024"))


def test_kilograms_are_written_out_beside_the_tonnes_where_they_were_asked_for(told):
    assert "23,00,000 kg" in text(told("/imports 2024 kg"))
    assert "23,00,000 किलो" in plain(told("/imports 2024 kg", "hi"))
    assert "kg" not in text(told("/imports 2024 t"))


def test_no_product_is_magnets_and_no_partner_the_world(told):
    assert told("/imports 2024").value == told("/imports 2024 product=magnets partner=World").value


def test_no_period_is_the_newest_full_year_and_a_newer_part_stands_beside(told):
    said = told("/imports")
    assert said.period == "2025"
    assert "newest full year" in text(said)
    assert "$50 million in January-April 2026" in text(said)


def test_sources_that_disagree_stand_side_by_side_the_firmer_answers(told):
    said = told("/imports 2025")
    assert said.value == 150e6
    beside = [line for line in said.lines if line.style is Style.BESIDE]
    assert len(beside) == 1
    assert set(said.sources) == {record.CUSTOMS, record.PAPER}


def test_a_revision_shows_what_stood_before(told):
    said = told("/imports 2025 China")
    assert said.value == 99e6
    assert "before it stood at $97 million (provisional)" in text(said)


def test_months_add_up_to_what_they_tile_and_the_answer_names_them(told):
    said = told("/imports 2026-Q1")
    assert said.value == 36e6
    assert "Added up from January 2026, February 2026, March 2026" in text(said)
    assert "(provisional)" in text(said)


def test_a_period_covered_in_part_is_never_summed_in_silence(told):
    said = told("/imports 2026")
    assert said.period == "2026-01..2026-04"
    assert "covers 2026 only in part" in text(said)


def test_year_to_date_goes_as_far_as_the_record(told):
    said = told("/imports 2026 to_date=yes")
    assert (said.value, said.period) == (50e6, "2026-01..2026-04")


def test_rupees_come_from_a_cited_rate_that_is_named(told):
    said = told("/imports 2024 INR")
    assert (said.value, said.unit) == (120e6 * 84, "INR")
    assert "at ₹84 to the dollar (The Morning Paper)" in text(said)


def test_without_a_rate_the_dollars_are_given_and_it_is_said(told):
    said = told("/imports 2023 INR")
    assert (said.value, said.unit) == (100e6, "USD")
    assert "no exchange rate for 2023" in text(said)


def test_a_share_is_of_the_world_by_value_or_by_quantity(told):
    assert told("/imports 2024 China measure=share").value == pytest.approx(75)
    by_weight = told("/imports 2024 China t measure=share")
    assert by_weight.value == pytest.approx(100 * 1900 / 2300)
    assert "by quantity" in text(by_weight)


def test_all_but_one_country_is_the_world_less_that_one(told):
    assert told("/imports 2024 China apart=yes").value == 30e6
    assert told("/imports 2024 China measure=share apart=yes").value == pytest.approx(25)


def test_a_unit_value_is_money_over_weight_of_the_same_source(told):
    said = told("/imports 2024 Japan measure=unit_value")
    assert (said.value, said.unit) == (pytest.approx(18e6 / 110_000), "USD/kg")


def test_the_balance_is_imports_less_exports(told):
    assert told("/figure indicator=balance period=2024").value == 90e6


def test_a_code_without_rows_is_answered_by_the_product_that_holds_it(told):
    said = told("/imports 2024 product=85051190")
    assert said.value == 120e6
    assert "no row for HS 8505 11 90" in text(said)


# ---------------------------------------------------------------- what is not there


def test_a_missing_past_year_names_the_nearest_with_its_papers(told):
    said = told("/imports 2019")
    assert (said.kind, said.value, said.gap) == (Kind.UNKNOWN, None, True)
    assert "The nearest that I have: 2023, $100 million" in text(said)
    assert said.offers[0].command == "/imports 2023 World product=magnets"


def test_a_future_that_nobody_published_gets_no_amount(told):
    said = told("/imports 2033")
    assert said.kind is Kind.UNKNOWN
    assert "$" not in text(said)
    assert "as far as April 2026" in text(said)


def test_a_country_without_rows_is_unknown_and_those_with_rows_are_named(told):
    said = told("/imports 2024 partner=Iceland")
    assert said.kind is Kind.UNKNOWN
    assert "China, Japan, Peru" in text(said)


# ---------------------------------------------------------------- changes and lists


def test_a_change_gives_both_ends_the_difference_and_the_rate(told):
    said = told("/change indicator=imports period=2025 since=2023")
    assert (said.kind, said.value) == (Kind.CHANGE, 50e6)
    assert "+50%" in text(said)
    assert [(row.label, row.value) for row in said.rows] == [("2023", 100e6), ("2024", 120e6), ("2025", 150e6)]


def test_a_change_on_the_year_is_from_the_year_before(told):
    assert told("/change indicator=imports period=2024").value == 20e6
    assert told("/change indicator=imports period=2024 percent=yes").value == pytest.approx(20)


def test_a_share_changes_by_points(told):
    said = told("/change indicator=imports partner=China period=2025 since=2024 measure=share")
    assert said.value == pytest.approx(66 - 75)
    assert "points" in text(said)


def test_a_compound_rate_runs_over_the_years_between(told):
    said = told("/change indicator=imports period=2025 since=2023 yearly=yes")
    assert said.value == pytest.approx(100 * ((150 / 100) ** 0.5 - 1))


def test_a_ranking_leads_with_the_largest(told):
    said = told("/ranking indicator=imports period=2025")
    assert [row.label for row in said.rows] == ["China", "Japan", "Peru"]
    assert [row.label for row in told("/ranking indicator=imports period=2025 limit=2").rows] == ["China", "Japan"]
    assert told("/ranking indicator=imports period=2025 place=2").rows[0].label == "Japan"
    assert told("/ranking indicator=imports period=2025 low=yes place=1").rows[0].label == "Peru"


def test_the_dearest_is_ranked_by_value_over_weight(told):
    said = told("/ranking indicator=imports period=2025 measure=unit_value place=1")
    assert said.rows[0].label == "Japan"


def test_years_and_months_are_ranked_too(told):
    assert told("/ranking indicator=imports by=year low=yes place=1").period == "2023"
    assert told("/ranking indicator=imports by=month place=1 start=2026").period == "2026-04"
    assert told("/ranking indicator=imports measure=change by=year place=1").period == "2025"


def test_a_series_says_which_steps_are_missing(told):
    said = told("/series indicator=imports step=year start=2021 end=2024")
    assert [row.label for row in said.rows] == ["2023", "2024"]
    assert "nothing for 2021, 2022" in text(said)


def test_averages_and_totals_are_of_the_steps_shown(told):
    assert told("/series indicator=imports start=2023 end=2025 average=yes").value == pytest.approx(370e6 / 3)
    assert told("/series indicator=imports start=2023 end=2025 total=yes").value == 370e6


def test_numbers_are_set_side_by_side(told):
    pair = "/compare indicator=imports period=2024 across=partner items='China|Japan'"
    assert [row.value for row in told(pair).rows] == [90e6, 18e6]
    assert told(f"{pair} how=difference").value == 72e6
    assert told(f"{pair} how=ratio").value == 5
    assert told(f"{pair} how=sum").value == 108e6
    assert told("/compare period=2024 across=indicator items='exports|imports' how=percent").value == 25


# ---------------------------------------------------------------- the plan


def test_progress_lists_the_plants_that_it_counted(told):
    said = told("/capacity")
    assert (said.value, said.unit) == (300, "tpa")
    assert [row.label for row in said.rows] == ["Surat Magnet Hall"]
    assert told("/capacity percent=yes").value == pytest.approx(6)


def test_gap_and_pace_come_from_target_and_plants(told):
    assert told("/capacity aspect=gap").value == 4700
    assert told("/capacity aspect=pace").value == 940
    assert told("/capacity aspect=target").value == 5000


def test_plants_are_summed_counted_and_listed(told):
    assert told("/capacity aspect=total stage=building").value == 700
    assert told("/capacity aspect=count").value == 3
    assert [row.label for row in told("/capacity aspect=plants place=Odisha").rows] == ["Puri Oxide Works"]
    assert {row.label: row.value for row in told("/capacity aspect=total by=stage").rows} == {
        "commissioned": 300,
        "under construction": 700,
    }


def test_capacity_by_a_year_counts_what_stands_by_then(told):
    assert told("/capacity aspect=total until=2028").value == 1000
    assert told("/capacity aspect=total since=2028 until=2028").value == 700


def test_demand_is_weighed_against_what_stands_by_then(told):
    said = told("/capacity aspect=demand until=2030")
    assert said.value == 7000
    assert "8,000 tonnes" in text(said)


def test_milestones_are_chosen_by_their_dates(told):
    assert [row.label for row in told("/milestones which=overdue").rows] == ["Surat kiln delivery"]
    assert [row.label for row in told("/milestones which=next").rows] == ["Surat power line"]
    assert [row.label for row in told("/milestones which=due until=2026-12").rows] == [
        "Surat power line",
        "Second bidding round",
    ]
    assert [row.label for row in told("/milestones which=late_done status=done").rows] == ["Gazette of the rules"]
    assert told("/milestones status=dropped count=yes").value == 1


def test_an_empty_list_says_so_and_what_is_overdue_beside_it(told):
    said = told("/milestones which=due since=2026-07 until=2026-07")
    assert (said.kind, said.rows) == (Kind.MILESTONES, ())
    assert "1 other is overdue" in text(said)


def test_what_slipped_in_a_stretch_is_what_was_first_due_in_it(told):
    assert [row.label for row in told("/milestones which=slipped since=2026-Q2 until=2026-Q2").rows] == [
        "Surat kiln delivery"
    ]
    assert "to 2025: none" in text(told("/milestones which=slipped until=2025"))


def test_one_milestone_tells_its_state_owner_and_due(told):
    said = text(told("/milestone number=1"))
    assert "overdue since 31 May 2026" in said
    assert "Asha Magnets, Surat, Gujarat" in said


def test_a_control_past_its_end_is_unknown_since_then(told):
    assert "unknown since 10 May 2026" in text(told("/control number=1"))
    assert [row.label for row in told("/controls which=in_force").rows] == ["EU: scrap rules"]


def test_what_was_said_is_a_quotation_with_its_speaker(told):
    assert "“Magnets turn the motors" in text(told("/statements topic=uses"))


# ---------------------------------------------------------------- the talk, and Hindi


def test_terms_are_explained_in_either_language(told):
    assert told("/term term=tpa").kind is Kind.GLOSSARY
    assert "टन प्रति वर्ष" in text(told("/term term=tpa", language="hi"))


def test_a_hindi_answer_is_hindi_to_the_last_line(told):
    said = text(told("/imports 2024 China", language="hi"))
    assert said.startswith("9 करोड़ डॉलर: चीन से चुंबकों का आयात, 2024 (अंतिम)")
    assert "स्रोत:" in said
    assert "ऐसे समझा:" in said


@pytest.mark.parametrize(
    "command",
    [
        "/imports", "/imports 2024 China measure=share", "/imports 2024 INR", "/imports 2019", "/imports 2026", "/change indicator=imports",
        "/ranking indicator=imports", "/ranking indicator=imports by=year place=2", "/series indicator=imports step=month", "/capacity",
        "/series indicator=imports average=yes", "/capacity aspect=gap", "/capacity aspect=pace", "/capacity aspect=reach", "/timeline",
        "/capacity aspect=plants", "/capacity aspect=demand", "/milestones", "/milestones which=next", "/milestones which=slipped",
        "/milestones by=category", "/milestone number=4", "/plant number=2", "/controls", "/controls which=timeline", "/control number=2",
        "/help", "/gaps", "/news", "/news words=magnet", "/sources", "/sources of='/imports 2024'", "/clarify", "/unknown why=orders",
        "/clarify why=unread about=x offers=/help", "/unknown why=other_country about=Japan", "/statements topic=uses", "/plant number=99",
        "/compare indicator=imports across=period items='2024|2025'",
        "/compare across=indicator items='demand|capacity_target' period=2031",
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["en", "hi"])
def test_every_kind_of_answer_is_verified_read_and_said_in_both_languages(told, command: str, language: str):
    said = told(command, language)
    assert text(said).strip()
    assert said.reading
    assert said.language == language


def test_an_empty_record_raises_nothing_and_says_no_number(tmp_path: Path):
    with Store(tmp_path / "empty.db") as store:
        for command in (
            "/imports 2024",
            "/capacity",
            "/milestones which=next",
            "/ranking indicator=imports",
            "/capacity aspect=pace",
            "/controls",
        ):
            question = parse(command)
            assert question is not None
            assert answer(question, store, record.TODAY).value in (None, 0)


# ---------------------------------------------------------------- thin records

_TARGET = [each for each in record.figures() if each.indicator == "capacity_target"]
_NOTHING = [replace(each, value=0.0) for each in record.figures()]


def _plants(change: Callable[[Plant], Plant]) -> list[Plant]:
    return [change(plant) for plant in record.plants()]


THIN: dict[str, tuple[list[Figure], list[Plant]]] = {
    "a target alone": (_TARGET, []),
    "plants without a target": ([], record.plants()),
    "plants of no stated capacity": (record.figures(), _plants(lambda plant: replace(plant, capacity_tpa=None))),
    "plants of no date": (record.figures(), _plants(lambda plant: replace(plant, expected=None))),
    "plants all shelved": (_TARGET, _plants(lambda plant: replace(plant, stage=Stage.SHELVED))),
    "none of the programme built": (
        record.figures(),
        _plants(lambda plant: replace(plant, programme="The scheme") if plant.stage is Stage.BUILDING else plant),
    ),
    "every number nought": (_NOTHING, _plants(lambda plant: replace(plant, capacity_tpa=0.0))),
}
_ASPECTS = ("progress", "target", "gap", "pace", "total", "count", "plants", "largest", "reach", "demand", "next")


@pytest.mark.parametrize("thin", THIN)
def test_what_is_not_there_trips_no_answer(thin: str, tmp_path: Path, caplog: pytest.LogCaptureFixture):
    figures, plants = THIN[thin]
    of_plants = [
        Capacity(aspect, by=by, until=until, percent=percent)
        for aspect in _ASPECTS
        for by in ("", "company", "stage")
        for until in (None, Period.parse("2024"), Period.parse("2031"))
        for percent in (False, True)
    ]
    of_figures = [
        parse(command)
        for command in (
            "/imports 2025", "/imports 2025 China measure=share", "/imports 2025 measure=unit_value", "/ranking indicator=imports",
            "/ranking indicator=imports measure=share", "/change indicator=imports", "/change indicator=imports yearly=yes",
            "/series indicator=imports measure=share partner=China",
            "/compare indicator=imports across=partner items='China|Japan' how=ratio",
            "/compare across=indicator items='imports|exports' how=percent",
        )
    ]  # fmt: skip
    with record.store(tmp_path / "thin.db", figures=figures, plants=plants) as store:
        for question in [*of_plants, *filter(None, of_figures)]:
            answer(question, store, record.TODAY)
    assert not caplog.records


# ---------------------------------------------------------------- bounds, and two readings


def test_years_over_a_bound_are_listed_and_counted(told):
    said = told("/series indicator=imports unit=t step=year above=2200.0")
    assert [row.label for row in said.rows] == ["2024", "2025"]
    assert "2 of 3 over 2,200 t" in text(said)


def test_no_year_over_a_bound_is_said(told):
    said = told("/series indicator=imports step=year above=1000000000.0")
    assert said.rows == ()
    assert "None of 3" in text(said)


def test_countries_over_a_bound_are_listed(told):
    said = told("/ranking indicator=imports period=2025 unit=t above=100.0")
    assert [row.label for row in said.rows] == ["China", "Japan"]


def test_the_priciest_month_is_told_in_both_readings(told):
    said = told("/ranking indicator=imports measure=cost by=year place=1")
    assert (said.value, [row.label for row in said.rows]) == (None, ["2025"])
    assert "$150 million" in text(said)
    assert "$60 per kg" in text(said)


def test_a_ranking_may_leave_one_country_out(told):
    said = told("/ranking indicator=imports partner=China apart=yes period=2025")
    assert [row.label for row in said.rows] == ["Japan", "Peru"]


def test_sources_that_disagree_on_a_part_of_a_share_stand_beside_it(told):
    assert "World: $161 million by another source" in text(told("/imports 2025 partner=China measure=share"))


# ---------------------------------------------------------------- plants together


def test_an_average_plant_is_of_those_that_live(told):
    said = told("/capacity aspect=average")
    live = [row.value for row in said.rows]
    assert said.value == pytest.approx(sum(live) / len(live))


def test_the_oldest_plant_is_the_first_that_runs(told):
    assert [row.label for row in told("/capacity aspect=eldest low=yes").rows] == ["Surat Magnet Hall"]


def test_companies_are_counted_with_their_plants(told):
    said = told("/capacity aspect=groups by=company")
    assert said.value == len(said.rows)


def test_a_bound_that_counts_itself_is_said_so(told):
    assert [row.label for row in told("/capacity aspect=plants above=300.0 reached=yes").rows] == [
        row.label for row in told("/capacity aspect=plants").rows
    ]
    said = told("/series indicator=imports unit=t step=year above=2300.0 reached=yes")
    assert [row.label for row in said.rows] == ["2024", "2025"]
    assert "2 of 3 at least 2,300 t" in text(said)
    assert "at most 700 t" in text(told("/capacity aspect=plants below=700.0 reached=yes"))


def test_plants_over_a_bound(told):
    assert all(row.value > 250 for row in told("/capacity aspect=plants above=250.0").rows)


# ---------------------------------------------------------------- dates of the plan


def test_a_timeline_says_how_many_it_does_not_list(told):
    said = told("/timeline")
    dated, listed = int(text(said).split("milestones")[0].split()[-1]), len(said.rows)
    assert (f"And {dated - listed} more." in text(said)) == (dated > listed)
    assert dated >= listed > 0


def test_what_is_due_in_a_month_is_told_apart_from_what_is_due_in_a_longer_period(filled):
    said = answer(Milestones("due", since=Period.parse("2026-12"), until=Period.parse("2026-12")), filled, record.TODAY)
    assert said.value is None
    assert "0, and 1 due within a longer period" in text(said)


def test_the_running_year_is_set_against_the_same_part_of_the_last(tmp_path):
    with record.fill(tmp_path / "store.db") as store, store.atomic():
        entry = store.journal.begin(at=record.NOW, person=None, via="file", verb="import", summary="the months of 2025")
        for month in range(1, 13):
            row = Figure(
                "imports",
                "magnets",
                "World",
                Period.month(2025, month),
                10e6,
                "USD",
                FigureStatus.FINAL,
                record.CUSTOMS,
            )
            store.figures.put(row, entry=entry, as_of=record.NOW)
        said = answer(Change(Subject("imports", period=Period.parse("2026"))), store, record.TODAY)
    assert said.value == 50e6 - 40e6
    assert "January-April 2025 to January-April 2026" in text(said)
