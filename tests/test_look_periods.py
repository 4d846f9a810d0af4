"""Periods and stretches of time in words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.look.periods import ahead, format_day, format_when, late_by, short_period, stretch
from storage.periods import Period

DAY = date(2026, 6, 1)

days = st.dates(date(1990, 1, 1), date(2060, 12, 31))
languages = st.sampled_from(("en", "hi"))


@pytest.mark.parametrize(
    ("text", "english", "hindi"),
    [
        ("2025", "2025", "2025"),
        ("FY2024-25", "FY2024-25", "वित्त वर्ष 2024-25"),
        ("2026-Q4", "Q4 2026 (Oct-Dec)", "2026 की चौथी तिमाही (अक्टूबर-दिसंबर)"),
        ("2025-H1", "H1 2025 (Jan-Jun)", "2025 की पहली छमाही (जनवरी-जून)"),
        (
            "FY2025-26-Q2",
            "Q2 FY2025-26 (Jul-Sep 2025)",
            "वित्त वर्ष 2025-26 की दूसरी तिमाही (जुलाई-सितंबर 2025)",
        ),
        (
            "FY2025-26-Q4",
            "Q4 FY2025-26 (Jan-Mar 2026)",
            "वित्त वर्ष 2025-26 की चौथी तिमाही (जनवरी-मार्च 2026)",
        ),
        (
            "FY2025-26-H2",
            "H2 FY2025-26 (Oct 2025-Mar 2026)",
            "वित्त वर्ष 2025-26 की दूसरी छमाही (अक्टूबर 2025-मार्च 2026)",
        ),
        ("2025-09", "September 2025", "सितंबर 2025"),
        ("2025-04..2025-09", "April-September 2025", "अप्रैल-सितंबर 2025"),
        ("2025-10..2026-03", "October 2025 to March 2026", "अक्टूबर 2025 से मार्च 2026"),
        ("2021..2025", "2021 to 2025", "2021 से 2025"),
        ("FY2021-22..FY2024-25", "FY2021-22 to FY2024-25", "वित्त वर्ष 2021-22 से वित्त वर्ष 2024-25"),
        ("2026-12-31", "31 December 2026", "31 दिसंबर 2026"),
        ("2026-01-03..2026-02-07", "3 January 2026 to 7 February 2026", "3 जनवरी 2026 से 7 फ़रवरी 2026"),
    ],
)
def test_a_period_is_told_with_its_months_where_its_name_does_not_tell_them(text, english, hindi):
    period = Period.parse(text)
    assert format_when(period) == english
    assert format_when(period, language="hi") == hindi


def test_a_day_is_told_day_first_and_without_its_year_where_that_is_plain():
    assert format_day(date(2026, 12, 31)) == "31 December 2026"
    assert format_day(date(2026, 12, 31), year=False, language="hi") == "31 दिसंबर"


@given(days, days, languages)
def test_every_period_has_words_and_names_the_year_it_ends_in(one, other, language):
    first, last = sorted((one, other))
    period = Period.parse(f"{first.isoformat()}..{last.isoformat()}")
    for text in (format_when(period, language=language), short_period(period, language=language)):
        assert str(last.year)[2:] in text


def test_what_is_near_is_counted_in_days_and_what_is_far_in_months_and_years():
    assert ahead(DAY + timedelta(days=12), DAY) == "in 12 days"
    assert ahead(DAY - timedelta(days=100), DAY) == "3 months ago"
    assert ahead(DAY, DAY) == "today"
    assert ahead(DAY + timedelta(days=1500), DAY, language="hi") == "4 वर्ष में"
    assert stretch(45) == "45 days"


def test_lateness_is_counted_from_the_day_it_was_due():
    assert late_by(DAY, DAY + timedelta(days=92)) == "late by 3 months"
    assert late_by(DAY, DAY + timedelta(days=92), language="hi") == "3 महीने की देरी"
    assert late_by(DAY, DAY - timedelta(days=10)) == "early by 10 days"
    assert late_by(DAY, DAY) == "on the day"
