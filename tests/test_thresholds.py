"""'Tell me when ...': which number is waited for, and when it has come."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.news.thresholds import Reading, Relation, Threshold, met, read_threshold
from storage.correspondence import NumberWatch

BELOW, ABOVE, NEW = Relation.BELOW, Relation.ABOVE, Relation.NEW
SHARE = NumberWatch(1, 1, 0, "/imports China measure=share", BELOW, 70.0, "%", "FY2024-25", met=False)


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("Tell me when China's share drops below 70%", Threshold("China's share", BELOW, "70%")),
        ("let us know if magnet imports exceed $300 million", Threshold("magnet imports", ABOVE, "$300 million")),
        (
            "Alert me once imports from Japan go above 2,000 tonnes.",
            Threshold("imports from Japan", ABOVE, "2,000 tonnes"),
        ),
        ("notify me when capacity crosses 500 tpa", Threshold("capacity", ABOVE, "500 tpa")),
        ("batana jab china ka hissa 70% se kam ho", Threshold("china ka hissa", BELOW, "70%")),
        ("jab aayat 30 crore dollar se upar jaye to batao", Threshold("aayat", ABOVE, "30 crore dollar")),
        ("जब चीन का हिस्सा ७०% से नीचे जाए तो बताना", Threshold("चीन का हिस्सा", BELOW, "७०%")),
        ("tell me when a new month comes in", Threshold("imports by month", NEW)),
        ("मुझे बताना जब नया महीना आए", Threshold("imports by month", NEW)),
        ("tell me when the next month of oxide imports is out", Threshold("oxide imports by month", NEW)),
        ("tell me when new figures come in for imports from China", Threshold("imports from China", NEW)),
    ],
)
def test_a_wish_names_its_number_its_side_and_its_mark(text, wish):
    assert read_threshold(text) == wish


@pytest.mark.parametrize(
    "text",
    ["Tell me about magnets", "How much did we import?", "tell me when the tender closes", "batao kitna aayat hua", ""],
)
def test_what_asks_for_no_such_thing_is_left_alone(text):
    assert read_threshold(text) is None


@given(st.text(max_size=120))
def test_any_text_is_safe(text):
    read_threshold(text)
    read_threshold(f"tell me when {text}")
    read_threshold(f"जब {text} तो बताना")


@given(st.floats(0, 1e12), st.floats(0, 1e12))
def test_a_mark_is_passed_on_one_side_of_it(value, mark):
    now = Reading(value, "%", "FY2024-25")
    assert met(replace(SHARE, mark=mark), now) == (value < mark)
    assert met(replace(SHARE, relation=ABOVE, mark=mark), now) == (value > mark)


def test_another_unit_or_no_value_is_no_crossing():
    assert not met(SHARE, Reading(1.0, "USD", "FY2024-25"))
    assert not met(SHARE, Reading(None, "%", "FY2024-25"))


@pytest.mark.parametrize(
    ("last", "period", "newer"),
    [("2026-05", "2026-06", True), ("2026-06", "2026-05", False), ("", "2026-05", True), ("2026-05", "", False)],
)
def test_only_a_later_period_is_new(last, period, newer):
    watch = replace(SHARE, relation=NEW, mark=None, last=last)
    assert met(watch, Reading(None, "", period)) is newer
