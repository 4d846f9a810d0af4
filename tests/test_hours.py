"""Quiet hours: what sounds, what is silent, what waits."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.news.hours import Manner, of_alert, of_reminder, quiet_until
from storage.correspondence import Chat, ChatState, Place
from storage.newsitems import Topic, Urgency

KOLKATA = ZoneInfo("Asia/Kolkata")
NIGHT = datetime(2026, 3, 2, 20, tzinfo=UTC)  # 01:30 in Kolkata
DAY = datetime(2026, 3, 2, 6, tzinfo=UTC)
MORNING = datetime(2026, 3, 3, 1, 30, tzinfo=UTC)  # 07:00 in Kolkata


def chat(*, waits: bool = False) -> Chat:
    return Chat(
        1, Place.TELEGRAM, 5, "private", "", False, ChatState.ACTIVE, "", "en", "indian", "", "22:00-07:00", waits
    )


@pytest.mark.parametrize(
    ("topic", "urgency", "waits", "manner"),
    [
        (Topic.EXPORT_CONTROL, Urgency.URGENT, False, Manner(silent=False)),
        (Topic.EXPORT_CONTROL, Urgency.URGENT, True, Manner(silent=False)),
        (Topic.POLICY, Urgency.URGENT, True, Manner(silent=True)),
        (Topic.EXPORT_CONTROL, Urgency.NOTABLE, False, Manner(silent=True)),
        (Topic.POLICY, Urgency.NOTABLE, True, Manner(silent=False, not_before=MORNING)),
    ],
)
def test_at_night_only_urgent_export_control_sounds_and_only_by_choice_does_anything_wait(
    topic, urgency, waits, manner
):
    assert of_alert(chat(waits=waits), KOLKATA, topic, urgency, NIGHT) == manner


def test_by_day_everything_sounds_at_once():
    assert of_alert(chat(waits=True), KOLKATA, Topic.TRADE, Urgency.ROUTINE, DAY) == Manner(silent=False)


def test_reminders_wait_for_the_morning():
    assert of_reminder(chat(), KOLKATA, NIGHT).not_before == MORNING
    assert of_reminder(chat(), KOLKATA, DAY).not_before is None


@given(
    st.datetimes(datetime(2025, 1, 1), datetime(2027, 1, 1)).map(lambda d: d.replace(tzinfo=UTC)),
    st.sampled_from(["22:00-07:00", "00:00-06:30", "13:00-14:00", "23:30-00:15"]),
    st.sampled_from(["Asia/Kolkata", "America/New_York", "Europe/London"]),
)
def test_quiet_hours_end_within_a_day_and_are_over_then(now: datetime, quiet: str, zone: str):
    ends = quiet_until(quiet, ZoneInfo(zone), now)
    if ends is not None:
        assert 0 < (ends - now).total_seconds() <= 25 * 3600
        assert quiet_until(quiet, ZoneInfo(zone), ends) is None
