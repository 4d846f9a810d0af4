"""Which rows somebody asks for: words and times in any order, in English and Hindi."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.record.sifting import read_sieve

TODAY = date(2026, 11, 24)
ROWS = [
    {"indicator": "imports", "partner": "China", "period": "FY2024-25", "status": "final"},
    {"indicator": "imports", "partner": "China", "period": "2025-03", "status": "provisional"},
    {"indicator": "exports", "partner": "World", "period": "2025", "status": "final"},
    {
        "title": "Vizag line",
        "organisation": "IREL (India) Limited",
        "status": "in_progress",
        "due": "2026-Q4",
        "done": "",
    },
    {"title": "Award of bids", "organisation": "MHI", "status": "done", "due": "2026-06", "done": "2026-09-02"},
]


def passed(words: str) -> list[int]:
    sieve = read_sieve(words, TODAY)
    return [place for place, row in enumerate(ROWS) if sieve.passes(row)]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("", [0, 1, 2, 3, 4]),
        ("China", [0, 1]),
        ("चीन का", [0, 1]),
        ("FY2024-25", [0, 1]),
        ("final China", [0]),
        ("imports in 2025", [1]),
        ("2025", [1, 2]),
        ("since 2026", [3, 4]),
        ("2026 से", [3, 4]),
        ("irel", [3]),
        ("in progress", [3]),
        ("in_progress", [3]),
        ("done Q3 2026", [4]),
        ("done June 2026", []),
        ("Japan", []),
    ],
)
def test_rows_are_let_through_by_their_words_and_their_time(words: str, wanted: list[int]):
    assert passed(words) == wanted


@given(st.text(max_size=60))
def test_property_any_text_is_a_sieve(text: str):
    passed(text)
