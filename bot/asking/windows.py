"""The time that a question of the plan speaks of: from when until when."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from storage.periods import Period

if TYPE_CHECKING:
    from bot.asking.parts import Parts
    from bot.asking.when import Time


def window(parts: Parts, *, past: bool = False) -> tuple[Period | None, Period | None]:
    """From when until when; for what is to come a month without a year is the next one."""
    for time in sorted(parts.times, key=lambda each: each.kind != "next"):
        if time.period is None:
            continue
        period = time.period if past or not time.loose else _ahead(time.period, parts)
        if time.kind in ("at", "to_date", "next"):
            return period, period
        if time.kind == "range":
            return _ahead_both(time, parts) if time.loose and not past else (period, time.last)
        if time.kind in ("since", "after"):
            return (period if time.kind == "since" else _day_after(period)), None
        if time.kind == "until":
            return None, period
        if time.kind == "before":
            return None, _day_before(period)
    counted = next((time for time in parts.times if time.kind == "last"), None)
    return (_counted(counted, parts), None) if counted and past else (None, None)


def _counted(time: Time, parts: Parts) -> Period:
    start = Period.day(parts.today).start
    return Period.day(start - timedelta(days=round(time.count * _DAYS[time.step])))


_MONTH = 30.44  # days
_DAYS = {
    "year": 12 * _MONTH, "fiscal": 12 * _MONTH, "half": 6 * _MONTH, "quarter": 3 * _MONTH, "month": _MONTH, "fortnight": 14, "week": 7,
    "day": 1,
}  # fmt: skip


def _ahead(period: Period, parts: Parts) -> Period:
    return period if period.end >= parts.today else period.back(-12)


def _ahead_both(time: Time, parts: Parts) -> tuple[Period | None, Period | None]:
    """Two ends without a year, as '1 December to 31 January': the next such stretch."""
    first, last = time.period, time.last
    if first is None or last is None or last.end >= parts.today:
        return first, last
    return first.back(-12), last.back(-12)


def _day_before(period: Period) -> Period:
    return Period.day(period.start - timedelta(days=1))


def _day_after(period: Period) -> Period:
    return Period.day(period.end + timedelta(days=1))
