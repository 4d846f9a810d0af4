"""What someone should be reminded of today: due dates near, dates passed, controls about to lapse, figures gone stale.

Pure: values in, reminders out. A reminder's key names its step, so that each step is told once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from storage.records import Control, ControlStatus, Figure, Milestone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

STEPS = (30, 7, 1)  # days before the due period ends
CONTROL_STEPS = (30, 7, 1)
WEEK = timedelta(days=7)

# How long after the end of its period a figure of that length may be the newest, before its source has missed its rhythm.
# Official monthly trade data come some five months late; annual ones within the year.
_RHYTHM = {
    "month": timedelta(days=200),
    "quarter": timedelta(days=270),
    "fiscal": timedelta(days=500),
    "year": timedelta(days=500),
}


class Reminds(StrEnum):
    DUE = "due"
    OVERDUE = "overdue"
    LAPSING = "lapsing"  # a control's end is near
    LAPSED = "lapsed"  # it has passed, and nothing was recorded since
    STALE = "stale"  # a figure


@dataclass(frozen=True, slots=True)
class Reminder:
    """`subject` names the record's thing (`milestone:17`); `days` are to the end of the period, negative when it is past."""

    reminds: Reminds
    subject: str
    step: str
    days: int
    ends: date

    @property
    def key(self) -> str:
        """`due:17:2026-12-31:30d`, `overdue:17:2026-12-31:w3`: a new due date starts anew."""
        return f"{self.reminds}:{self.subject.partition(':')[2]}:{self.ends.isoformat()}:{self.step}"


def reminders(
    milestones: Iterable[Milestone],
    controls: Iterable[Control],
    figures: Iterable[Figure],
    today: date,
    steps: Sequence[int] = STEPS,
) -> list[Reminder]:
    """Everything that has a step reached by today, the most pressing first. Promising one twice is harmless."""
    found = [*_of_milestones(milestones, today, steps), *_of_controls(controls, today), *_of_figures(figures, today)]
    return sorted(found, key=lambda reminder: (reminder.days, reminder.key))


def _of_milestones(milestones: Iterable[Milestone], today: date, steps: Sequence[int]) -> Iterator[Reminder]:
    for milestone in milestones:
        if not milestone.open or milestone.due is None:
            continue
        ends, subject = milestone.due.end, f"milestone:{milestone.number}"
        days = (ends - today).days
        if days < 0:
            yield Reminder(Reminds.OVERDUE, subject, f"w{-days // WEEK.days + 1}", days, ends)
        elif reached := [step for step in steps if days <= step]:
            yield Reminder(Reminds.DUE, subject, f"{min(reached)}d", days, ends)


def _of_controls(controls: Iterable[Control], today: date) -> Iterator[Reminder]:
    ended = (ControlStatus.EXPIRED, ControlStatus.REVOKED)
    for control in controls:
        if control.until is None or control.status in ended:
            continue
        ends, subject = control.until.end, f"control:{control.number}"
        days = (ends - today).days
        if days < 0:
            yield Reminder(Reminds.LAPSED, subject, f"w{-days // WEEK.days + 1}", days, ends)
        elif reached := [step for step in CONTROL_STEPS if days <= step]:
            yield Reminder(Reminds.LAPSING, subject, f"{min(reached)}d", days, ends)


def _of_figures(figures: Iterable[Figure], today: date) -> Iterator[Reminder]:
    """The newest figure of each source; told once, when its successor is overdue by the source's rhythm."""
    newest: dict[tuple[str, str, str], Figure] = {}
    for figure in figures:
        source = (figure.source.identity, figure.indicator, figure.period.kind)
        if source not in newest or newest[source].period < figure.period:
            newest[source] = figure
    for figure in newest.values():
        rhythm = _RHYTHM.get(figure.period.kind)
        if rhythm is not None and figure.state is not None and figure.period.end + rhythm < today:
            days = (figure.period.end - today).days
            yield Reminder(Reminds.STALE, f"figure:{figure.state.number}", figure.period.text, days, figure.period.end)
