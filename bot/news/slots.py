"""When a digest is due: computed from the schedule and the time, so that a restart has nothing to remember. Reads no clock.

A slot is an hour on a wall, in a place: `2026-03-02T08:00` in Asia/Kolkata. Each local day has at most one, whatever daylight
saving does: an hour that the clock jumps over is told right after the jump, an hour that comes twice is told the first time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zoneinfo import ZoneInfo

LATE = timedelta(minutes=10)  # from here on a digest says that it is late
_HORIZON = 400  # days; a slot of any schedule lies within them

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LONG = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY_NAMES = {name: day for names in (WEEKDAYS, _LONG) for day, name in enumerate(names)}


class BadDays(ValueError):
    """The words name no days that a digest can have."""


@dataclass(frozen=True, slots=True)
class Days:
    """Which days: week days by number (Monday 0), or days of the month (a 31st in a shorter month is its last day)."""

    week: frozenset[int] = frozenset()
    month: frozenset[int] = frozenset()

    @classmethod
    def parse(cls, text: str) -> Self:
        """`daily`, `weekdays`, `weekends`, `mon`, `mon,thu`, `weekly` (Mondays), `monthly` (the 1st), `monthly:15`.

        >>> sorted(Days.parse("mon,thu").week)
        [0, 3]
        """
        word, _, rest = text.strip().casefold().partition(":")
        plain = {"daily": range(7), "weekdays": range(5), "weekends": (5, 6), "weekly": (0,)}
        if word in plain and not rest:
            return cls(week=frozenset(plain[word]))
        if word == "monthly" and (not rest or (rest.isdecimal() and 1 <= int(rest) <= 31)):
            return cls(month=frozenset({int(rest or 1)}))
        names = [name.strip() for name in text.casefold().split(",")]
        if all(name in _DAY_NAMES for name in names):
            return cls(week=frozenset(_DAY_NAMES[name] for name in names))
        raise BadDays(f"'{text}' are no days; write daily, weekdays, mon,thu, weekly or monthly:15")

    def text(self) -> str:
        """The same in the words that `parse` reads."""
        if self.month:
            return f"monthly:{min(self.month)}"
        known = {frozenset(range(7)): "daily", frozenset(range(5)): "weekdays", frozenset((5, 6)): "weekends"}
        return known.get(self.week) or ",".join(WEEKDAYS[day] for day in sorted(self.week))

    def on(self, day: date) -> bool:
        if day.weekday() in self.week:
            return True
        last = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        return any(day.day == min(wanted, last.day) for wanted in self.month)


@dataclass(frozen=True, slots=True)
class Slot:
    """One occasion of a schedule."""

    local: datetime  # as on the wall, without a zone
    at: datetime  # the instant, UTC

    @property
    def key(self) -> str:
        return self.local.strftime("%Y-%m-%dT%H:%M")

    def late(self, now: datetime) -> bool:
        return now - self.at > LATE


def slot_on(day: date, hour: time, zone: ZoneInfo) -> Slot:
    local = datetime.combine(day, hour)
    return Slot(local, local.replace(tzinfo=zone).astimezone(UTC))


def latest(days: Days, hour: time, zone: ZoneInfo, now: datetime) -> Slot:
    """The newest slot that is not in the future."""
    return next(slot for slot in _around(days, hour, zone, now, step=-1) if slot.at <= now)


def coming(days: Days, hour: time, zone: ZoneInfo, now: datetime) -> Slot:
    """The next slot that is still to come."""
    return next(slot for slot in _around(days, hour, zone, now, step=1) if slot.at > now)


def due(
    days: Days, hour: time, zone: ZoneInfo, *, last: str, since: datetime, now: datetime
) -> tuple[Slot, bool] | None:
    """The slot to be told now and whether it is stale, which means: skip it, the next one is nearer and will hold it all.

    `last` is the key of the newest slot that was claimed ('' for none), `since` when the schedule was made or changed: slots
    before it are not owed. A clock that steps back finds its slot claimed already.
    """
    slot = latest(days, hour, zone, now)
    if slot.at < since or slot.key <= last:
        return None
    following = coming(days, hour, zone, now)
    stale = following.at - now < now - slot.at
    return slot, stale


def _around(days: Days, hour: time, zone: ZoneInfo, now: datetime, *, step: int) -> Iterator[Slot]:
    """Slots from about now on, forwards or backwards."""
    today = now.astimezone(zone).date() - timedelta(days=step)
    for offset in range(_HORIZON):
        day = today + timedelta(days=step * offset)
        if days.on(day):
            yield slot_on(day, hour, zone)
