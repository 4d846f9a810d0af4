"""A digest is due once a slot, whatever the clock, the zone and the restarts do."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.news.slots import BadDays, Days, coming, due, latest, slot_on

KOLKATA = ZoneInfo("Asia/Kolkata")
ZONES = st.sampled_from(
    [
        "Asia/Kolkata",
        "Europe/London",
        "America/New_York",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "Africa/Casablanca",
        "UTC",
    ]
)
DAYS = st.sampled_from(["daily", "weekdays", "weekends", "mon,thu", "weekly", "monthly", "monthly:31"])
HOURS = st.times().map(lambda t: t.replace(second=0, microsecond=0))
INSTANTS = st.datetimes(datetime(2024, 1, 1), datetime(2028, 1, 1)).map(lambda d: d.replace(tzinfo=UTC))


def test_a_weekday_digest_is_due_at_its_hour_in_its_own_zone():
    monday_0801 = datetime(2026, 3, 2, 2, 31, tzinfo=UTC)
    slot, stale = due(
        Days.parse("weekdays"), time(8), KOLKATA, last="", since=datetime(2026, 3, 1, tzinfo=UTC), now=monday_0801
    )
    assert (slot.key, stale, slot.late(monday_0801)) == ("2026-03-02T08:00", False, False)


def test_a_claimed_slot_is_not_due_again_even_when_the_clock_steps_back():
    now = datetime(2026, 3, 2, 2, 31, tzinfo=UTC)
    since = datetime(2026, 2, 1, tzinfo=UTC)
    assert due(Days.parse("daily"), time(8), KOLKATA, last="2026-03-02T08:00", since=since, now=now) is None
    assert (
        due(Days.parse("daily"), time(8), KOLKATA, last="2026-03-02T08:00", since=since, now=now - timedelta(days=1))
        is None
    )


def test_a_schedule_made_after_its_hour_owes_nothing_today():
    made = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)
    assert due(Days.parse("daily"), time(8), KOLKATA, last="", since=made, now=made + timedelta(minutes=1)) is None


def test_a_digest_found_late_says_so_and_one_nearer_to_its_next_folds_into_it():
    since = datetime(2026, 2, 1, tzinfo=UTC)
    two_hours, fourteen_hours = (datetime(2026, 3, 2, 2, 30, tzinfo=UTC) + timedelta(hours=h) for h in (2, 14))
    slot, stale = due(Days.parse("daily"), time(8), KOLKATA, last="", since=since, now=two_hours)
    assert (slot.late(two_hours), stale) == (True, False)
    assert due(Days.parse("daily"), time(8), KOLKATA, last="", since=since, now=fourteen_hours)[1]


def test_an_hour_that_the_clock_jumps_over_is_told_right_after_the_jump():
    slot = slot_on(date(2026, 3, 29), time(1, 30), ZoneInfo("Europe/London"))
    assert slot.at == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_an_hour_that_comes_twice_is_told_the_first_time():
    slot = slot_on(date(2026, 10, 25), time(1, 30), ZoneInfo("Europe/London"))
    assert slot.at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_the_thirty_first_is_the_last_day_of_a_shorter_month():
    assert Days.parse("monthly:31").on(date(2026, 2, 28))
    assert not Days.parse("monthly:31").on(date(2026, 1, 30))


@pytest.mark.parametrize("words", ["", "fortnightly", "mon,foo", "monthly:0", "monthly:32", "daily:3"])
def test_other_words_are_refused_with_what_would_do(words: str):
    with pytest.raises(BadDays, match="write daily"):
        Days.parse(words)


@given(DAYS)
def test_days_read_back_as_themselves(words: str):
    assert Days.parse(Days.parse(words).text()) == Days.parse(words)


@given(DAYS, HOURS, ZONES, INSTANTS)
def test_the_latest_slot_is_past_and_the_coming_one_is_not(words: str, hour: time, zone: str, now: datetime):
    before, after = (f(Days.parse(words), hour, ZoneInfo(zone), now) for f in (latest, coming))
    assert before.at <= now < after.at
    assert before.key < after.key


@given(DAYS, HOURS, ZONES, INSTANTS, st.lists(st.integers(1, 40 * 60), min_size=1, max_size=60))
def test_a_slot_is_told_at_most_once_and_never_out_of_order(
    words: str, hour: time, zone: str, start: datetime, steps: list[int]
):
    days, last, told, now = Days.parse(words), "", [], start
    for minutes in steps:
        now += timedelta(minutes=minutes)
        if owed := due(days, hour, ZoneInfo(zone), last=last, since=start, now=now):
            last = owed[0].key
            told.append(last)
    assert told == sorted(set(told))


@given(DAYS, HOURS, ZONES, INSTANTS)
def test_while_the_ticker_runs_every_slot_is_told(words: str, hour: time, zone: str, start: datetime):
    days, last, told, now = Days.parse(words), "", [], start
    while now < start + timedelta(days=8):
        now += timedelta(minutes=30)
        if owed := due(days, hour, ZoneInfo(zone), last=last, since=start, now=now):
            assert not owed[1]
            last = owed[0].key
            told.append(last)
    expected, moment = [], start
    while (slot := coming(days, hour, ZoneInfo(zone), moment)).at <= now:
        expected.append(slot.key)
        moment = slot.at
    assert told == expected
