"""The plan's arithmetic: slips against baselines, what has gone quiet, and when the target is reached."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.asking.outlook import (
    ASSUMPTIONS,
    SLIPPAGE_ASSUMES,
    STALLED_ASSUMES,
    by_category,
    by_organisation,
    moved,
    moves,
    outlook,
    slip_seen,
    stalled,
)
from storage.periods import Period
from storage.records import Category, Figure, FigureStatus, Milestone, MilestoneStatus, Plant, Source, Stage, State

TODAY = date(2026, 11, 24)
SOURCE = Source("a gazette", "https://gazette.example/1", TODAY)


def state(number: int, as_of: date = TODAY) -> State:
    return State(number, number, datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC), 1)


def period(text: str | None) -> Period | None:
    return Period.parse(text) if text else None


def milestone(
    baseline: str | None,
    due: str | None,
    done: str | None = None,
    *,
    status: MilestoneStatus | None = None,
    number: int = 1,
    organisation: str = "Northwind",
    category: Category = Category.PLANT,
    as_of: date = TODAY,
) -> Milestone:
    now = status or (MilestoneStatus.DONE if done else MilestoneStatus.PLANNED)
    return Milestone(
        f"Promise {number}", category, now, period(due), period(done), SOURCE, organisation, baseline=period(baseline),
        state=state(number, as_of),
    )  # fmt: skip


def plant(
    capacity: float | None,
    expected: str | None,
    stage: Stage = Stage.BUILDING,
    *,
    programme: str = "",
    product: str = "magnets",
    number: int = 1,
    baseline: str | None = None,
) -> Plant:
    return Plant(
        f"Works {number}", "Northwind", "Pune", product, capacity, stage, period(expected), SOURCE, programme=programme,
        baseline=period(baseline or expected), state=state(number),
    )  # fmt: skip


TARGET = Figure("capacity_target", "magnets", "India", Period.year(2032), 6000.0, "tpa", FigureStatus.FINAL, SOURCE)


@pytest.mark.parametrize(
    ("thing", "days", "at_least"),
    [
        (milestone("2026-12", "2026-12"), 0, False),
        (milestone("2026-12", "2027-03"), 90, False),
        (milestone("2027-03", "2026-12"), -90, False),
        (milestone("2026-10", "2026-10"), 24, True),
        (milestone("2026-06", "2026-10"), 147, True),
        (milestone("2026-Q3", "2026-Q3", "2026-09-30"), 0, False),
        (milestone("2026-Q3", "2026-Q4", "2026-10-10"), 10, False),
        (milestone("2026-Q3", "2026-Q3", "2026-06-20"), -11, False),
        (plant(1.0, "2027-12", baseline="2026-12"), 365, False),
        (plant(1.0, "2026-08", Stage.COMMISSIONED, baseline="2026-07"), 1, False),
    ],
)
def test_a_thing_against_its_baseline(thing: Milestone | Plant, days: int, at_least: bool):
    move = moved(thing, TODAY)
    assert move is not None
    assert (move.days, move.at_least) == (days, at_least)


@pytest.mark.parametrize(
    "thing",
    [
        milestone(None, None),
        milestone("2026", None),
        milestone("2026", "2027", status=MilestoneStatus.DROPPED),
        milestone("2026", "2027", status=MilestoneStatus.DONE),
        plant(1.0, "2027", Stage.SHELVED),
    ],
)
def test_what_has_no_date_or_was_given_up_has_no_slip(thing: Milestone | Plant):
    assert moved(thing, TODAY) is None


def test_slippage_is_grouped_the_worst_mean_first_with_the_rows_it_used():
    held, slipped, early = (
        milestone("2027", "2027"),
        milestone("2026-12", "2027-03", number=2),
        milestone("2027-03", "2026-12", number=3),
    )
    other = milestone("2026-12", "2027-12", number=4, organisation="Eastwind", category=Category.TENDER)
    groups = by_organisation(
        [held, slipped, early, other, milestone(None, None, number=5, organisation="Nobody")], TODAY
    )
    assert [(group.name, group.mean_days, len(group.slipped)) for group in groups] == [
        ("Eastwind", 365, 1),
        ("Northwind", 0, 1),
    ]
    assert groups[1].worst.thing is slipped
    assert [group.name for group in by_category([held, other], TODAY)] == ["tender", "plant"]


def test_months_are_told_to_one_decimal():
    move = moved(milestone("2026-12", "2027-12"), TODAY)
    assert move is not None
    assert move.months == 12.0


def test_an_open_thing_of_which_nothing_was_recorded_for_a_year_is_stalled_by_inference():
    quiet = milestone("2028", "2028", as_of=TODAY - timedelta(days=365))
    fresh = milestone("2028", "2028", as_of=TODAY - timedelta(days=364), number=2)
    done = milestone("2024", "2024", "2024", as_of=date(2024, 1, 1), number=3)
    found = stalled([fresh, quiet, done], TODAY)
    assert [(each.thing, each.days(TODAY)) for each in found] == [(quiet, 365)]


def test_only_commissioned_magnet_capacity_counts_as_built():
    view = outlook(
        [],
        [
            plant(300.0, "2025", Stage.COMMISSIONED),
            plant(500.0, "2027", number=2),
            plant(900.0, "2025", Stage.COMMISSIONED, product="metals", number=3),
            plant(700.0, "2027", Stage.SHELVED, number=4),
        ],
        TARGET,
        TODAY,
    )
    assert (view.counted.built, view.gap, view.pace) == (300.0, 5700.0, 950.0)
    assert [each.name for each in view.counted.commissioned] == ["Works 1"]
    assert view.short == 5200.0


def test_where_a_plant_names_a_programme_the_others_stand_beside_it():
    ours, other = plant(1000.0, "2028", programme="REPM"), plant(3.0, "2023", Stage.COMMISSIONED, number=2)
    view = outlook([], [ours, other], TARGET, TODAY)
    assert (view.counted.built, view.beside.built, view.together.built) == (0.0, 3.0, 3.0)
    assert view.counted.pipeline == (ours,)
    assert "programme" in [assumption.key for assumption in view.assumes]
    assert view.gap == 6000.0


def test_the_target_is_reached_in_the_year_of_the_plant_that_reaches_it_later_with_the_slip_seen():
    pipeline = [plant(2000.0, "2027"), plant(4000.0, "2029-06", number=2)]
    late = [
        milestone("2025", "2026", number=9)
    ]  # a year late; the plants have not moved: a third of a year on the mean
    view = outlook(late, pipeline, TARGET, TODAY)
    assert view.slip.days == 122
    recorded, slipped = view.counted.recorded, view.counted.slipped
    assert [(step.year, step.added, step.total) for step in recorded.steps] == [(2027, 2000, 2000), (2029, 4000, 6000)]
    assert [(step.year, step.total) for step in slipped.steps] == [(2028, 2000), (2029, 6000)]
    assert (recorded.reached, slipped.reached, view.short) == (2029, 2029, 0)
    assert [each.key for each in slipped.assumes] == ["whole", "slip", "young"]


def test_what_has_no_date_or_no_capacity_is_left_out_and_counted():
    view = outlook([], [plant(None, "2027"), plant(9000.0, None, number=2)], TARGET, TODAY)
    assert view.counted.recorded.reached is None
    assert len(view.counted.left_out) == 2
    assert "2" in next(each for each in view.counted.recorded.assumes if each.key == "undated").text()


def test_an_overdue_plant_comes_this_year_at_the_earliest():
    view = outlook([], [plant(100.0, "2025")], TARGET, TODAY)
    assert [step.year for step in view.counted.recorded.steps] == [2026]
    assert "late_plant" in [each.key for each in view.counted.recorded.assumes]


def test_when_the_target_year_has_come_no_pace_is_given():
    view = outlook([], [], TARGET, date(2032, 5, 1))
    assert view.pace is None
    assert view.assumes[-1].key == "past_target"


def test_an_export_control_is_no_promise_to_build():
    control = milestone("2025", "2026", category=Category.EXPORT_CONTROL)
    assert slip_seen([control], TODAY).days == 0
    assert slip_seen([control, milestone("2025", "2026", number=2)], TODAY).days == 365


def test_every_assumption_is_said_in_both_languages():
    view = outlook(
        [milestone("2025", "2026")],
        [plant(1.0, "2025", programme="REPM"), plant(None, None, programme="REPM", number=2)],
        TARGET,
        TODAY,
    )
    said = [*view.assumes, *view.counted.slipped.assumes, *SLIPPAGE_ASSUMES, *STALLED_ASSUMES]
    assert all(each.text("en") != each.text("hi") for each in said)
    assert all(set(each) == {"en", "hi"} for each in ASSUMPTIONS.values())


YEARS = st.integers(2020, 2040).map(str)
PLANTS = st.lists(
    st.builds(
        plant,
        st.one_of(st.none(), st.floats(0, 5000)),
        st.one_of(st.none(), YEARS),
        st.sampled_from(list(Stage)),
        programme=st.sampled_from(["", "REPM"]),
        product=st.sampled_from(["magnets", "metals"]),
    ),
    max_size=12,
)
MILESTONES = st.lists(st.builds(milestone, YEARS, YEARS, st.one_of(st.none(), YEARS)), max_size=8)


@given(MILESTONES, PLANTS)
def test_property_the_sums_hold_and_a_slip_never_brings_the_target_nearer(
    milestones: list[Milestone], plants: list[Plant]
):
    view = outlook(milestones, plants, TARGET, TODAY)
    assert view.counted.built + view.beside.built == pytest.approx(view.together.built)
    for track in (view.counted, view.beside, view.together):
        for roll in (track.recorded, track.slipped):
            totals = [track.built, *(step.total for step in roll.steps)]
            assert totals == sorted(totals)
            assert totals[-1] == pytest.approx(track.built + sum(each.capacity_tpa or 0.0 for each in track.pipeline))
            assert all(step.year >= TODAY.year for step in roll.steps)
        reached, later = track.recorded.reached, track.slipped.reached
        assert (reached is None) == (later is None)
        assert reached is None or later is None or reached <= later
    assert all(
        first.days >= second.days
        for first, second in zip(moves(milestones, TODAY), moves(milestones, TODAY)[1:], strict=False)
    )
