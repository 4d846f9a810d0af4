"""Which changes of the record are news to the chats that follow: a milestone done, slipped or dropped; a control that moved."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from storage.newsitems import Topic, Urgency
from storage.records import Category, Change, Control, Milestone, MilestoneStatus

if TYPE_CHECKING:
    from collections.abc import Iterable

    from storage.changes import Moved

# What a follower of a topic hears of the plan.
TOPIC_OF = {
    Category.POLICY: Topic.POLICY,
    Category.TENDER: Topic.POLICY,
    Category.PLANT: Topic.CAPACITY,
    Category.TECHNOLOGY: Topic.CAPACITY,
    Category.MINING: Topic.MINING,
    Category.TRADE: Topic.TRADE,
    Category.EXPORT_CONTROL: Topic.EXPORT_CONTROL,
}


class Happened(StrEnum):
    DONE = "done"
    SLIPPED = "slipped"
    DROPPED = "dropped"
    CONTROL = "control"  # its status or its end changed, or it is new


@dataclass(frozen=True, slots=True)
class RecordNews:
    """One thing of the record that moved."""

    happened: Happened
    topic: Topic
    urgency: Urgency
    now: Milestone | Control
    before: Milestone | Control | None


def record_news(moves: Iterable[Moved]) -> list[RecordNews]:
    """What is worth telling, of all that moved."""
    return [news for move in moves if (news := _news(move)) is not None]


def _news(move: Moved) -> RecordNews | None:
    if isinstance(move.now, Control):
        return _of_control(move.now, move.before)
    if isinstance(move.now, Milestone):
        happened = _of_milestone(move.now, move.before)
        return (
            RecordNews(happened, TOPIC_OF[move.now.category], Urgency.NOTABLE, move.now, move.before)
            if happened
            else None
        )
    return None


def _of_milestone(now: Milestone, before: Milestone | None) -> Happened | None:
    earlier = before.status if before else None
    if now.status != earlier and now.status is MilestoneStatus.DONE:
        return Happened.DONE
    if now.status != earlier and now.status is MilestoneStatus.DROPPED:
        return Happened.DROPPED
    return Happened.SLIPPED if now.state and now.state.change is Change.SLIP else None


def _of_control(now: Control, before: Control | None) -> RecordNews | None:
    if before is not None and (now.status, now.until) == (before.status, before.until):
        return None
    return RecordNews(Happened.CONTROL, Topic.EXPORT_CONTROL, Urgency.URGENT, now, before)
