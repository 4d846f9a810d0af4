"""Dates as people write them: each form, in each language, with its precision kept."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.look.periods import format_period, short_period
from bot.record.days import no_such_day
from bot.record.vocabulary import CIVIL, festival_days, words
from bot.record.whens import PAST, find_when, read_when
from storage.periods import Period, named

TODAY = date(2026, 11, 24)  # a Tuesday

YEARS = st.integers(2001, 2098)
PERIODS = st.one_of(
    st.builds(Period.year, YEARS),
    st.builds(Period.fiscal, YEARS),
    st.builds(Period.quarter, YEARS, st.integers(1, 4)),
    st.builds(Period.half, YEARS, st.integers(1, 2)),
    st.builds(Period.month, YEARS, st.integers(1, 12)),
    st.builds(Period.day, st.dates(date(2001, 1, 1), date(2098, 12, 31))),
    st.builds(lambda year, n: Period.parse(f"{Period.fiscal(year)}-Q{n}"), YEARS, st.integers(1, 4)),
    st.builds(lambda year, n: Period.parse(f"{Period.fiscal(year)}-H{n}"), YEARS, st.integers(1, 2)),
    st.builds(
        lambda first, count: named(Period.month(*first).start, Period.month(*first).back(-count).end),
        st.tuples(YEARS, st.integers(1, 12)),
        st.integers(1, 20),
    ),
)
WORDS = st.lists(
    st.sampled_from([*sorted(words()), "31", "2027", "FY27", "Q4", "-", "..", "3", ",", "(", "12/2026"]), max_size=8
)


def read(text: str, **how: int) -> str | None:
    found = read_when(text, TODAY, **how)
    return found.period.text if found else None


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2026-Q4", "2026-Q4"),
        ("Q4 2026", "2026-Q4"),
        ("Q4'26", "2026-Q4"),
        ("4Q26", "2026-Q4"),
        ("fourth quarter of 2026", "2026-Q4"),
        ("end of Q4", "2026-Q4"),
        ("Q3", "2027-Q3"),
        ("end of next quarter", "2027-Q1"),
        ("2026 की चौथी तिमाही", "2026-Q4"),
        ("Q2 FY27", "FY2026-27-Q2"),
        ("Q4FY27", "FY2026-27-Q4"),
        ("H1 FY27", "FY2026-27-H1"),
        ("first half of 2027", "2027-H1"),
        ("FY27", "FY2026-27"),
        ("FY2027", "FY2026-27"),
        ("FY26-27", "FY2026-27"),
        ("2026-27", "FY2026-27"),
        ("वित्त वर्ष 2026-27", "FY2026-27"),
        ("this fiscal", "FY2026-27"),
        ("next financial year", None),
        ("next fiscal year", "FY2027-28"),
        ("mid 2027", "2027-06..2027-07"),
        ("early 2028", "2028-Q1"),
        ("late 2027", "2027-Q4"),
        ("end of 2026", "2026-12"),
        ("year end", "2026-12"),
        ("agle saal ke ant tak", "2027-12"),
        ("2027 के अंत तक", "2027-12"),
        ("दिसंबर के अंत तक", "2026-12"),
        ("by March", "2027-03"),
        ("March 2027 tak", "2027-03"),
        ("मार्च २०२७ तक", "2027-03"),
        ("sitambar 2027", "2027-09"),
        ("Dec-26", "2026-12"),
        ("12/2026", "2026-12"),
        ("next month", "2026-12"),
        ("next year", "2027"),
        ("mid March", "2027-03"),
        ("31/12/26", "2026-12-31"),
        ("31.12.2026", "2026-12-31"),
        ("2026/12/31", "2026-12-31"),
        ("Dec 31", "2026-12-31"),
        ("31 December 2026", "2026-12-31"),
        ("31st Dec, 2026", "2026-12-31"),
        ("३१ दिसंबर २०२६", "2026-12-31"),
        ("Jan 5", "2027-01-05"),
        ("in 3 weeks", "2026-12-15"),
        ("3 हफ्ते में", "2026-12-15"),
        ("10 days", "2026-12-04"),
        ("3 mahine mein", "2027-02"),
        ("in two years", "2028-11"),
        ("2 weeks ago", "2026-11-10"),
        ("agle mahine ki 15 tarikh", "2026-12-15"),
        ("tomorrow", "2026-11-25"),
        ("kal", "2026-11-25"),
        ("परसों", "2026-11-26"),
        ("today", "2026-11-24"),
        ("day after tomorrow", "2026-11-26"),
        ("अगले सोमवार", "2026-11-30"),
        ("next Monday", "2026-11-30"),
        ("Friday", "2026-11-27"),
        ("last Friday", "2026-11-20"),
        ("by Diwali 2026", "2026-11-08"),
        ("Diwali", "2027-10-29"),
        ("दिवाली 2026 तक", "2026-11-08"),
        ("Holi", "2027-03-22"),
        ("before Holi", "2027-03-21"),
        ("before March", "2027-02"),
        ("before 31 March 2027", "2027-03-31"),
        ("Republic Day 2027", "2027-01-26"),
        ("गणतंत्र दिवस", "2027-01-26"),
        ("Dussehra 2027", "2027-10-09"),
        ("Eid 2027", "2027-03-10"),
        ("April to September 2025", "2025-04..2025-09"),
        ("Apr 2025-Mar 2026", "FY2025-26"),
        ("1 से 5 दिसंबर 2026", "2026-12-01..2026-12-05"),
        ("by 15th Aug 2027 10:30", "2027-08-15"),
    ],
)
def test_each_way_of_writing_a_date_keeps_its_precision(text: str, period: str | None):
    assert read(text) == period


@pytest.mark.parametrize(
    "text", ["", "lorem ipsum", "500 tpa", "Phase 2", "30 Feb", "32/12/2026", "2026-13", "2026-27-28", "in 99999 days"]
)
def test_what_is_no_date_is_none(text: str):
    assert read(text) is None


def test_what_is_done_lies_in_the_past_where_no_year_is_said():
    said = ("kal", "March", "Q2", "Diwali", "Friday", "31 Dec")
    assert [read(text, lean=PAST) for text in said] == [
        "2026-11-23",
        "2026-03",
        "2026-Q2",
        "2026-11-08",
        "2026-11-20",
        "2025-12-31",
    ]


@pytest.mark.parametrize(
    ("text", "period", "said"),
    [
        ("03/04/2026", "2026-04-03", "day_first"),
        ("12/31/2026", "2026-12-31", "month_first"),
        ("Dec 26", "2026-12-26", "day_or_year"),
        ("kal", "2026-11-25", "kal"),
        ("eid 2027", "2027-03-10", "festival_moon"),
        ("mid 2027", "2027-06..2027-07", "mid_year"),
    ],
)
def test_what_had_to_be_settled_is_said(text: str, period: str, said: str):
    found = read_when(text, TODAY)
    assert found is not None
    assert found.note is not None
    assert (found.period.text, found.note.key) == (period, said)
    assert found.note.text("hi") != found.note.text("en")


@pytest.mark.parametrize(
    ("sentence", "period", "words_of_it"),
    [
        ("New line at Vizag by Q4 2027 https://e.org", "2027-Q4", "by Q4 2027"),
        ("Plan for 2030 to be tabled by March 2027", "2027-03", "by March 2027"),
        ("6,000 tonnes a year by 2032", "2032", "by 2032"),
        ("नई लाइन मार्च 2027 तक चालू", "2027-03", "मार्च 2027 तक"),
        ("plant ready 2027 ke ant tak", "2027-12", "2027 ke ant tak"),
    ],
)
def test_a_date_is_found_in_a_sentence_with_the_words_that_bring_it(sentence: str, period: str, words_of_it: str):
    found = find_when(sentence, TODAY)
    assert found is not None
    assert (found.period.text, sentence[found.start : found.end]) == (period, words_of_it)


@pytest.mark.parametrize(
    "sentence", ["The ministry may open a sun farm", "Order No. 61 of 2025", "500 tpa line, phase 2", "2030"]
)
def test_a_word_that_is_also_something_else_is_no_date_without_a_cue(sentence: str):
    assert find_when(sentence, TODAY) is None


def test_festivals_that_follow_the_moon_are_known_for_ten_years_once_or_twice_a_year():
    for name, days in festival_days().items():
        assert {day.year for day in days} == set(range(2024, 2036)), name
        assert all((later - day).days > 300 for day, later in pairwise(days) if name != "janmashtami"), name


def test_civil_days_are_found_by_their_names():
    assert {name: read(f"{name} 2030") for name in CIVIL} == {
        name: date(2030, *day).isoformat() for name, day in CIVIL.items()
    }


@given(PERIODS)
def test_property_what_the_record_writes_is_read_back(period: Period):
    found = read_when(period.text, TODAY)
    assert found is not None
    assert found.period == period


@given(PERIODS, st.sampled_from(["en", "hi"]))
def test_property_what_is_shown_to_people_is_read_back(period: Period, language: str):
    for shown in (format_period(period, language=language), short_period(period, language=language)):
        found = read_when(shown, TODAY)
        assert found is not None, shown
        assert found.period == period, shown


@given(st.dates(date(2001, 1, 1), date(2098, 12, 31)))
def test_property_a_day_is_read_day_first_in_every_common_form(day: date):
    forms = ("%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%d %b %Y", "%d/%m/%y")
    assert {read(day.strftime(form)) for form in forms} == {day.isoformat()}


@given(st.text(max_size=120), st.dates(date(2001, 1, 1), date(2098, 12, 31)))
def test_fuzz_any_text_is_safe(text: str, today: date):
    read_when(text, today, last_resort=False)
    found = find_when(text, today)
    assert found is None or 0 <= found.start < found.end <= len(text)


@given(WORDS, st.dates(date(2001, 1, 1), date(2098, 12, 31)), st.sampled_from([1, -1]))
def test_fuzz_any_words_of_dates_give_a_period_or_none(parts: list[str], today: date, lean: int):
    text = " ".join(parts)
    for found in (read_when(text, today, lean=lean, last_resort=False), find_when(text, today, lean=lean)):
        assert found is None or (
            Period.parse(found.period.text) == found.period and found.period.start <= found.period.end
        )


@given(st.integers(0, 500))
def test_property_a_count_of_days_is_exact(days: int):
    assert read(f"in {days} days") == (TODAY + timedelta(days=days)).isoformat()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("IREL line due 31 Feb 2027", "31 Feb 2027"),
        ("foo | 30 February 2027 | plant", "30 February 2027"),
        ("due 2026-13-45", "2026-13-45"),
        ("by 31/02/2027", "31/02/2027"),
        ("by 31 April", "31 April"),
        ("due February 31, 2027", "February 31, 2027"),
        ("पायलट 31 फरवरी 2027 तक", "31 फरवरी 2027"),
        ("29 Feb 2027", "29 Feb 2027"),
        ("45 december 2026", "45 december 2026"),
    ],
)
def test_a_day_that_no_calendar_has_is_found(text, day):
    assert no_such_day(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "29 Feb 2028", "29 Feb", "31/12/26", "12/31/2026", "Announcement No. 61 of 2025 due March 2027", "120 may apply",
        "500 tonnes in May 2027", "35 may follow", "https://example.org/2027/02/31 due May 2027", "31-01-2027", "",
    ],
)  # fmt: skip
def test_days_that_are_and_numbers_that_are_none_pass(text):
    assert no_such_day(text) == ""


@given(st.dates(date(2001, 1, 1), date(2090, 1, 1)))
def test_every_day_that_there_is_passes_in_every_writing(day):
    written = (day.isoformat(), f"{day.day} {day:%B %Y}", f"{day:%B} {day.day}, {day.year}", f"{day:%d/%m/%Y}")
    assert [no_such_day(f"line due {each} at Vizag") for each in written] == [""] * len(written)


@given(st.text(max_size=120))
def test_any_text_can_be_looked_through_for_days(text):
    assert no_such_day(text) == "" or no_such_day(text) in text
