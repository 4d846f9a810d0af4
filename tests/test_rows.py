"""Rows of text: checked into records, with every fault by its column; and back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from drawn import any_record, numbers
from hypothesis import given
from hypothesis import strategies as st

from storage.periods import Period
from storage.records import FigureStatus
from storage.rows import KINDS, REQUIRED, BadRow, check, columns, number_text, row_of

FIGURE = {
    "indicator": "imports", "product": "Magnets", "partner": "", "period": "FY2024-25", "value": "221,000,000",
    "unit": "usd", "status": "Final", "source_title": "A reply", "source_url": "https://e.org",
    "published": "2025-08-01", "note": "",
}  # fmt: skip
MILESTONE = {
    "title": "Award of bids",
    "category": "Export control",
    "status": "in progress",
    "source_url": "https://www.e.org/a",
}


def faults(kind: str, **cells: str) -> dict[str, str]:
    """The complaints about a good row with some cells changed, by column."""
    good = {"figures": FIGURE, "milestones": MILESTONE}[kind]
    with pytest.raises(BadRow) as told:
        check(kind, good | cells)
    return {fault.column: fault.reason for fault in told.value.faults}


@given(any_record)
def test_property_a_record_reads_back_from_its_row(drawn: tuple[str, Any]):
    kind, record = drawn
    assert check(kind, row_of(kind, record)).record == record


@given(st.sampled_from(KINDS), st.data())
def test_fuzz_any_cells_are_a_record_or_faults_in_known_columns(kind: str, data: st.DataObject):
    cells = data.draw(st.dictionaries(st.sampled_from(columns(kind, history=True)), st.text(max_size=40)))
    try:
        written = check(kind, cells)
    except BadRow as bad:
        assert {fault.column for fault in bad.faults} <= set(columns(kind, history=True))
        assert all(fault.reason and "\n" not in fault.reason for fault in bad.faults)
    else:
        assert check(kind, row_of(kind, written.record)).record == written.record


@given(numbers)
def test_property_a_number_is_plain_digits_and_reads_back(number: float):
    assert set(number_text(number)) <= set("-0123456789.")
    assert float(number_text(number)) == number


def test_what_people_write_is_understood():
    figure = check("figures", FIGURE).record
    assert (figure.value, figure.unit, figure.product, figure.partner) == (221e6, "USD", "magnets", "World")
    assert (figure.period, figure.status) == (Period.fiscal(2024), FigureStatus.FINAL)
    milestone = check("milestones", MILESTONE).record
    assert (milestone.category, milestone.status, milestone.source.title) == ("export_control", "in_progress", "e.org")


def test_a_figure_has_its_place_by_the_day_it_was_published():
    assert check("figures", FIGURE).as_of == datetime(2025, 8, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("as_of", "instant", "whole_day"),
    [
        ("2026-03-02", datetime(2026, 3, 2, tzinfo=UTC), True),
        ("2026-03-02T10:00:00.000001Z", datetime(2026, 3, 2, 10, 0, 0, 1, tzinfo=UTC), False),
        ("2026-03-02T10:00:00+05:30", datetime(2026, 3, 2, 4, 30, tzinfo=UTC), False),
    ],
)
def test_as_of_is_a_day_or_an_instant(as_of: str, instant: datetime, whole_day: bool):
    written = check("milestones", MILESTONE | {"as_of": as_of})
    assert (written.as_of, written.whole_day) == (instant, whole_day)


def test_all_faults_of_a_row_are_told_at_once():
    told = faults(
        "figures", period="last year", value="many", unit="kg", status="sure", source_url="e.org", published="1/8/25"
    )
    assert list(told) == ["period", "value", "source_url", "published", "unit", "status"]


@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        ({"value": ""}, "value", "is empty"),
        ({"value": "nan"}, "value", "'nan' is no number; write it plainly"),
        ({"value": "1e400"}, "value", "is no number"),
        ({"value": "2,21"}, "value", "is no number"),
        ({"unit": "kg"}, "unit", "'kg' is none of USD, INR, t, tpa, %, USD/kg, INR/kg, count, x"),
        ({"status": ""}, "status", "is empty; write one of final, provisional"),
        ({"period": "2025-Q5"}, "period", "'2025-Q5' is no period; write 2025, FY2024-25"),
        ({"published": "20250801"}, "published", "'20250801' is no day; write 2026-09-30"),
        ({"source_title": "", "source_url": ""}, "source_title", "a figure needs its source"),
        ({"note": "x" * 2_001}, "note", "is longer than 2,000 characters"),
        ({"indicator": " "}, "indicator", "is empty"),
    ],
)
def test_a_fault_names_its_column_and_what_would_be_right(cells: dict[str, str], column: str, reason: str):
    assert reason in faults("figures", **cells)[column]


@pytest.mark.parametrize("as_of", ["2026-02-30", "soon", "2026-03-02T10:00:00", "0001-01-01T00:00:00+14:00"])
def test_an_as_of_that_is_no_time_is_a_fault(as_of: str):
    assert faults("milestones", as_of=as_of) == {"as_of": f"'{as_of}' is no day; write 2026-09-30"}


def test_a_capacity_is_not_below_zero():
    row = {"name": "A", "product": "magnets", "stage": "building", "capacity_tpa": "-5"}
    with pytest.raises(BadRow, match="capacity_tpa: -5 is below zero"):
        check("plants", row)


def test_what_no_file_can_hold_is_left_out():
    assert check("milestones", MILESTONE | {"title": "A\x07ward\x00 of\ufffe\tbids"}).record.title == "Award of bids"


def test_a_history_adds_what_it_needs_and_the_contract_keeps_its_columns():
    assert columns("figures") == REQUIRED["figures"].split(",")
    assert columns("figures", history=True)[-3:] == ["as_of", "reason", "change"]
    assert columns("milestones", history=True)[-6:] == ["id", "as_of", "confidence", "reason", "controls", "change"]
