"""Quiet hours: when a chat may be written to, and with how much noise. Reads no clock.

In quiet hours everything is sent silently and only urgent export-control news sounds. Who chose to wait hears the rest when they
end; digests and reminders always wait.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from storage.newsitems import Topic, Urgency

if TYPE_CHECKING:
    from storage.correspondence import Chat


@dataclass(frozen=True, slots=True)
class Manner:
    """How a message goes out."""

    silent: bool
    not_before: datetime | None = None


def quiet_until(quiet: str, zone: ZoneInfo, now: datetime) -> datetime | None:
    """When the quiet hours end (`22:00-07:00` on the wall of `zone`) that `now` lies in; None outside them.

    >>> quiet_until("22:00-07:00", ZoneInfo("Asia/Kolkata"), datetime(2026, 3, 2, 20, tzinfo=UTC)).isoformat()
    '2026-03-03T01:30:00+00:00'
    """
    if not quiet:
        return None
    begins, ends = (time.fromisoformat(part) for part in quiet.split("-"))
    local = now.astimezone(zone)
    inside = begins <= local.time() < ends if begins < ends else local.time() >= begins or local.time() < ends
    if not inside:
        return None
    day = local.date() + timedelta(days=int(local.time() >= ends))
    return datetime.combine(day, ends, zone).astimezone(UTC)


def of_alert(chat: Chat, team_zone: ZoneInfo, topic: Topic, urgency: Urgency, now: datetime) -> Manner:
    """How an alert goes out: never held back when it is urgent."""
    ends = quiet_until(chat.quiet, zone_of(chat, team_zone), now)
    if ends is None:
        return Manner(silent=False)
    if urgency is Urgency.URGENT:
        return Manner(silent=topic is not Topic.EXPORT_CONTROL)
    return Manner(silent=not chat.quiet_waits, not_before=ends if chat.quiet_waits else None)


def of_reminder(chat: Chat, team_zone: ZoneInfo, now: datetime) -> Manner:
    """How a digest or a reminder goes out: it waits for the morning."""
    return Manner(silent=False, not_before=quiet_until(chat.quiet, zone_of(chat, team_zone), now))


def zone_of(chat: Chat, team_zone: ZoneInfo) -> ZoneInfo:
    return ZoneInfo(chat.zone) if chat.zone else team_zone
