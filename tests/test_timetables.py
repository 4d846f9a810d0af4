"""When a digest is wished for: days, hours and cities in the words of people."""

from __future__ import annotations

from datetime import time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.news.cities import find
from bot.news.slots import WEEKDAYS, Days
from bot.news.timetables import read_timetable


@pytest.mark.parametrize(
    ("text", "days", "hour", "place"),
    [
        ("weekdays 9:30 Kolkata", "weekdays", "09:30", "kolkata"),
        ("daily 8 London", "daily", "08:00", "london"),
        ("mon,thu 8 London", "mon,thu", "08:00", "london"),
        ("every Monday at 8 pm in New York", "mon", "20:00", "new york"),
        ("monthly:15 9:00", "monthly:15", "09:00", ""),
        ("monthly 15 9:00 Delhi", "monthly:15", "09:00", "delhi"),
        ("mon-fri 18.30", "weekdays", "18:30", ""),
        ("रोज़ सुबह 8 बजे दिल्ली", "daily", "08:00", "दिल्ली"),
        ("कार्यदिवस ९:३० कोलकाता", "weekdays", "09:30", "कोलकाता"),
        ("roz shaam 6 baje Mumbai", "daily", "18:00", "mumbai"),
        ("रात 10 बजे रोज़", "daily", "22:00", ""),
    ],
)
def test_days_hours_and_the_city_that_is_left(text, days, hour, place):
    read = read_timetable(text)
    assert read.days.text() == days
    assert f"{read.hour:%H:%M}" == hour
    assert read.place == place


@given(st.text(max_size=60))
def test_any_text_gives_a_timetable(text):
    read_timetable(text)


@given(st.sets(st.sampled_from(WEEKDAYS), min_size=1), st.times(), st.permutations(("days", "hour", "city")))
def test_days_and_hours_are_read_in_any_order(days, hour, order):
    wanted = Days.parse(",".join(days))
    parts = {"days": wanted.text(), "hour": f"{hour:%H:%M}", "city": "Kolkata"}
    read = read_timetable(" ".join(parts[each] for each in order))
    assert (read.days, read.hour, read.place) == (wanted, time(hour.hour, hour.minute), "kolkata")


def test_a_city_gives_its_clock_and_an_ambiguous_one_all_of_them():
    assert [each.zone for each in find("Calcutta")] == ["Asia/Kolkata"]
    assert [each.zone for each in find("कोलकाता")] == ["Asia/Kolkata"]
    assert [each.zone for each in find("London")] == ["Europe/London"]
    assert {each.country for each in find("Hyderabad")} == {"India", "Pakistan"}
    assert [each.zone for each in find("Hyderabad, Pakistan")] == ["Asia/Karachi"]
    assert find("Xyzzyville") == ()
    assert [each.zone for each in find("asia/kolkata")] == ["Asia/Kolkata"]
    assert ZoneInfo(find("IST")[0].zone).key == "Asia/Kolkata"
