"""Periods: their words, their days, their order, and what tiles a stretch of time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.periods import Period, PeriodError, month_end, named, tiles

years = st.integers(1950, 2060)
periods = st.one_of(
    st.builds(Period.year, years),
    st.builds(Period.fiscal, years),
    st.builds(Period.half, years, st.integers(1, 2)),
    st.builds(Period.quarter, years, st.integers(1, 4)),
    st.builds(Period.month, years, st.integers(1, 12)),
    st.dates(date(1950, 1, 1), date(2060, 12, 31)).map(Period.day),
    years.map(lambda year: Period.parse(f"FY{year}-{(year + 1) % 100:02d}-H1")),
    years.map(lambda year: Period.parse(f"FY{year}-{(year + 1) % 100:02d}-Q4")),
)


@pytest.mark.parametrize(
    ("text", "start", "end", "kind", "months"),
    [
        ("2025", "2025-01-01", "2025-12-31", "year", 12),
        ("FY2024-25", "2024-04-01", "2025-03-31", "fiscal", 12),
        ("FY1999-00", "1999-04-01", "2000-03-31", "fiscal", 12),
        ("2025-H1", "2025-01-01", "2025-06-30", "half", 6),
        ("FY2025-26-H1", "2025-04-01", "2025-09-30", "range", 6),
        ("FY2025-26-H2", "2025-10-01", "2026-03-31", "range", 6),
        ("2025-Q3", "2025-07-01", "2025-09-30", "quarter", 3),
        ("FY2025-26-Q2", "2025-07-01", "2025-09-30", "quarter", 3),
        ("FY2025-26-Q4", "2026-01-01", "2026-03-31", "quarter", 3),
        ("2024-02", "2024-02-01", "2024-02-29", "month", 1),
        ("2025-04..2025-09", "2025-04-01", "2025-09-30", "range", 6),
        ("2026-09-30", "2026-09-30", "2026-09-30", "day", 0),
    ],
)
def test_each_form_covers_its_days(text: str, start: str, end: str, kind: str, months: int):
    period = Period.parse(text)
    assert (period.start.isoformat(), period.end.isoformat(), period.kind, period.length) == (start, end, kind, months)
    assert str(period) == text


@pytest.mark.parametrize(
    "text",
    ["", "soon", "25", "FY2024-26", "FY2024", "2025-13", "2025-Q5", "2025-H3", "2025-00", "2026-02-30", "2025..2024",
     "2025..", "..2025", "0000", "२०२५", "2025-9", "FY9999-00", "2025-Q3-09", "x" * 5_000],
)  # fmt: skip
def test_anything_else_is_no_period_and_says_what_would_be(text: str):
    with pytest.raises(PeriodError):
        Period.parse(text)


def test_periods_of_the_same_days_are_equal_whatever_they_are_called():
    assert Period.parse("FY2025-26-Q2") == Period.parse("2025-Q3") == Period.parse("2025-07..2025-09")
    assert len({Period.parse("2025-Q3"), Period.parse(" FY2025-26-Q2 ")}) == 1


def test_spaces_about_a_range_do_not_count():
    assert Period.parse(" 2025-04 .. 2025-09 ").text == "2025-04..2025-09"


@given(periods)
def test_property_a_period_reads_back_as_itself(period: Period):
    again = Period.parse(period.text)
    assert (again, again.text) == (period, period.text)


@given(st.dates(), st.dates())
def test_property_any_days_have_a_name_that_reads_back(one: date, other: date):
    start, end = sorted((one, other))
    period = named(start, end)
    assert (period.start, period.end) == (start, end)
    assert Period.parse(period.text) == period


@given(st.text(max_size=30))
def test_fuzz_any_text_is_a_period_or_a_period_error(text: str):
    try:
        period = Period.parse(text)
    except PeriodError:
        return
    assert period.start <= period.end
    assert Period.parse(period.text) == period


@given(periods, periods)
def test_property_order_is_by_start_and_then_end(one: Period, other: Period):
    assert (one < other) == ((one.start, one.end) < (other.start, other.end))


@given(periods)
def test_property_the_period_before_ends_the_day_before_and_is_as_long(period: Period):
    before = period.before()
    assert before.end == period.start - timedelta(days=1)
    assert before.length == period.length


@given(periods, st.integers(1, 36))
def test_property_stepping_back_keeps_the_length(period: Period, months: int):
    assert period.back(months).length == period.length
    assert period.back(months) < period


def test_a_day_steps_back_to_a_day_of_a_shorter_month():
    assert Period.parse("2025-03-31").back(1) == Period.parse("2025-02-28")
    assert Period.parse("2026-09-30").year_before() == Period.parse("2025-09-30")


@given(periods, periods)
def test_property_holding_is_meeting_in_every_day(outer: Period, inner: Period):
    if outer.holds(inner):
        assert outer.meets(inner)
    assert outer.meets(inner) == inner.meets(outer)


months_of_2025 = st.tuples(st.integers(1, 12), st.integers(1, 12)).map(
    lambda pair: named(date(2025, min(pair), 1), month_end(date(2025, max(pair), 1)))
)


def fewest(start: date, end: date, pieces: list[Period]) -> int | None:
    """How many pieces are needed, by trying all; None when they do not fit."""
    if start > end:
        return 0
    found = [
        1 + rest
        for piece in pieces
        if piece.start == start and piece.end <= end
        for rest in [fewest(piece.end + timedelta(days=1), end, pieces)]
        if rest is not None
    ]
    return min(found, default=None)


@given(st.lists(months_of_2025, max_size=14))
def test_property_tiles_cover_every_day_once_with_the_fewest_pieces(pieces: list[Period]):
    start, end = date(2025, 1, 1), date(2025, 12, 31)
    found = tiles(start, end, pieces)
    needed = fewest(start, end, list(set(pieces)))
    if found is None:
        assert needed is None
        return
    days = [piece.start + timedelta(days=step) for piece in found for step in range((piece.end - piece.start).days + 1)]
    assert days == [start + timedelta(days=step) for step in range(365)]
    assert len(found) == needed


def test_tiles_reach_the_last_day_of_the_calendar():
    whole = Period.parse("9999")
    assert tiles(whole.start, whole.end, [whole]) == (whole,)
