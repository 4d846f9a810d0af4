"""The vocabulary of talk: whom we write to, what they wish to hear, what we owe them and what came in. Holds values only; does nothing.

Times are aware and UTC.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from storage.newsitems import Topic, Urgency


class Role(StrEnum):
    """What a person may do: a member reads, an admin writes too."""

    NONE = "none"
    MEMBER = "member"
    ADMIN = "admin"

    @property
    def rank(self) -> int:
        return list(Role).index(self)


class Place(StrEnum):
    """Where a chat is: what is owed to the terminal never goes to Telegram."""

    TELEGRAM = "telegram"
    TERMINAL = "terminal"


class ChatState(StrEnum):
    """Whether a chat may be written to."""

    WAITING = "waiting"  # an admin has not decided
    ACTIVE = "active"
    PAUSED = "paused"  # Telegram refuses to deliver there; its settings are kept
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Chat:
    """A conversation, and how it wishes to be spoken to. `number` is our own; Telegram's id may change."""

    number: int
    place: Place
    telegram_id: int
    kind: str  # private, group, supergroup
    title: str
    forum: bool
    state: ChatState
    problem: str  # why it is paused
    language: str  # '': as its people speak
    numbers: str  # the style of numbers: indian, world
    zone: str  # IANA name; '': the team's
    quiet: str  # 22:00-07:00 on its clock; '': none
    quiet_waits: bool  # what is not urgent waits for the end of the quiet hours
    reminders: str = "30,7,1"  # days before a due date at which it is reminded; '': not at all

    @property
    def private(self) -> bool:
        return self.kind == "private"


@dataclass(frozen=True, slots=True)
class Person:
    number: int
    place: Place
    telegram_id: int
    name: str
    username: str
    role: Role
    asked: datetime | None  # when access was requested; None: not, or decided


@dataclass(frozen=True, slots=True)
class Follow:
    """What a chat, or a topic of a forum, wishes to be told of."""

    chat: int
    thread: int
    topic: Topic
    urgency: Urgency  # the least


@dataclass(frozen=True, slots=True)
class Schedule:
    """A chat's wish for a digest: which days, at what hour on whose clock, and what in it."""

    number: int
    chat: int  # our own number
    thread: int  # the topic of a forum; 0 for none
    days: str  # in the words of bot.news.slots.Days
    hour: str  # HH:MM on the wall
    zone: str  # IANA name
    sections: tuple[str, ...]  # empty: all
    urgency: Urgency  # the least that a story must have
    when_empty: str  # line: one quiet line; nothing: no message
    last_slot: str  # key of the newest slot that was claimed; '' for none
    since: datetime  # slots before it are not owed
    told_until: datetime  # what changed after it is new to this chat


@dataclass(frozen=True, slots=True)
class NumberWatch:
    """A chat's wish to be told when a number passes a mark, or when a newer one comes in."""

    number: int
    chat: int
    thread: int
    command: str  # the canonical command of the question whose value is watched
    relation: str  # below, above, new
    mark: float | None
    unit: str
    last: str  # what was told or seen last: a value and its period, as text
    met: bool  # whether it held when last looked at, so that a crossing is told once


class Lane(IntEnum):
    """Who goes first through the pacer."""

    ANSWERS = 0
    URGENT = 1
    REST = 2


class Debt(StrEnum):
    """How a promised message stands."""

    PENDING = "pending"
    SENDING = "sending"  # the call has begun
    SENT = "sent"
    RETRY = "retry"  # surely not accepted
    UNKNOWN = "unknown"  # may have been accepted
    DEAD = "dead"  # will never arrive; always shown
    HELD = "held"  # after a restore: an admin says send or drop
    DROPPED = "dropped"  # its subject was taken back, or there was nothing left to tell


@dataclass(frozen=True, slots=True)
class Owed:
    """A promised message: one call to Telegram. It names what to tell, and is rendered when it is sent."""

    number: int
    chat: int
    thread: int  # the topic of a forum; 0 for none
    key: str  # the occasion
    part: int  # from 1
    lane: Lane
    what: str  # who renders it
    subject: str
    body: str  # what it covers, for who renders it; of a later part the message, as rendered with the first
    silent: bool
    created: datetime
    not_before: datetime
    expires: datetime | None
    state: Debt
    attempts: int
    due: datetime
    repeated: bool  # it may have been heard already
    reason: str
    message_id: int | None
    shown: int  # the version of its subject that the message shows
    wanted: int  # the version that there is


@dataclass(frozen=True, slots=True)
class Arrival:
    """An update as it came."""

    line: str
    update_id: int
    body: str  # JSON
    state: str  # waiting, answering, done, failed, strange
    received: datetime


@dataclass(frozen=True, slots=True)
class Gap:
    """A question that could not be answered, and how often it was asked."""

    number: int
    text: str
    times: int
    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry half made, or a preview that waits for a press."""

    number: int
    chat: int
    thread: int
    person: int
    kind: str
    value: str  # JSON
    file: bytes | None
    message: int | None  # that shows it
    state: str  # open, saved, cancelled
    at: datetime
