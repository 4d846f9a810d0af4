"""Reminders: each step of each date is told once."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.news.reminders import Reminds, reminders
from storage.periods import Period
from storage.records import (
    Category,
    Control,
    ControlStatus,
    Figure,
    FigureStatus,
    Milestone,
    MilestoneStatus,
    Source,
    State,
)

TODAY = date(2026, 11, 24)
SOURCE = Source("a gazette", "https://example.org", TODAY)


def state(number: int) -> State:
    return State(number, 1, datetime(2026, 1, 1, tzinfo=UTC), 1)


def milestone(due: str, status: MilestoneStatus = MilestoneStatus.PLANNED, number: int = 17) -> Milestone:
    return Milestone("Award of bids", Category.TENDER, status, Period.parse(due), None, SOURCE, state=state(number))


def control(until: str, status: ControlStatus = ControlStatus.SUSPENDED) -> Control:
    return Control(
        "Rule 0.1%", "China", "Announcement 61", "", None, None, Period.parse(until), status, SOURCE, state=state(3)
    )


def figure(period: str) -> Figure:
    return Figure(
        "imports", "magnets", "World", Period.parse(period), 1.0, "USD", FigureStatus.FINAL, SOURCE, state=state(9)
    )


@pytest.mark.parametrize(
    ("due", "key"),
    [
        ("2026-12-31", None),
        ("2026-12-24", "due:17:2026-12-24:30d"),
        ("2026-12", None),
        ("2026-12-01", "due:17:2026-12-01:7d"),
        ("2026-11-25", "due:17:2026-11-25:1d"),
        ("2026-11-24", "due:17:2026-11-24:1d"),
        ("2026-11", "due:17:2026-11-30:7d"),
        ("2026-11-23", "overdue:17:2026-11-23:w1"),
        ("2026-11-10", "overdue:17:2026-11-10:w3"),
    ],
)
def test_a_milestone_is_reminded_of_at_its_newest_step(due: str, key: str | None):
    assert [reminder.key for reminder in reminders([milestone(due)], [], [], TODAY)] == ([key] if key else [])


@pytest.mark.parametrize("status", [MilestoneStatus.DONE, MilestoneStatus.DROPPED])
def test_what_is_done_or_dropped_reminds_nobody(status: MilestoneStatus):
    assert reminders([milestone("2026-11-10", status)], [], [], TODAY) == []


def test_a_control_is_told_of_before_it_lapses_and_after_when_nothing_was_recorded():
    near, past = (reminders([], [control(until)], [], TODAY)[0] for until in ("2026-11-30", "2026-11-10"))
    assert (near.reminds, near.key) == (Reminds.LAPSING, "lapsing:3:2026-11-30:7d")
    assert (past.reminds, past.key) == (Reminds.LAPSED, "lapsed:3:2026-11-10:w3")
    assert reminders([], [control("2026-11-10", ControlStatus.REVOKED)], [], TODAY) == []


def test_only_the_newest_figure_of_a_series_can_be_stale():
    assert reminders([], [], [figure("2025-01"), figure("2026-10")], TODAY) == []
    assert [r.key for r in reminders([], [], [figure("2025-01"), figure("2025-12")], TODAY)] == [
        "stale:9:2025-12-31:2025-12"
    ]


@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_over_all_the_days_each_step_comes_once_in_order(due: date, start: date):
    days = [start + timedelta(days=n) for n in range(60)]
    keys = [r.key for day in days for r in reminders([milestone(due.isoformat())], [], [], day)]
    steps = list(dict.fromkeys(keys))
    assert all(
        keys[keys.index(step) : keys.index(step) + keys.count(step)] == [step] * keys.count(step) for step in steps
    )
