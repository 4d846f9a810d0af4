"""The vocabulary: what the record, the chats and the news are made of. Holds values only; does nothing.

Times are aware and UTC; money and weight are in base units (USD, INR, t, tpa, %, USD/kg).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from storage.periods import Period


class Topic(StrEnum):
    """What a piece of news is about; the words that chats follow."""

    EXPORT_CONTROL = "export_control"
    POLICY = "policy"
    CAPACITY = "capacity"
    TRADE = "trade"
    MINING = "mining"
    OTHER = "other"


class Urgency(StrEnum):
    """How soon someone may have to act, from the least."""

    ROUTINE = "routine"
    NOTABLE = "notable"
    URGENT = "urgent"

    @property
    def rank(self) -> int:
        return list(Urgency).index(self)


class FigureStatus(StrEnum):
    """How firm a figure is, firmest first."""

    FINAL = "final"
    PROVISIONAL = "provisional"
    ESTIMATE = "estimate"
    REPORTED = "reported"
    UNCONFIRMED = "unconfirmed"

    @property
    def rank(self) -> int:
        """0 is the firmest."""
        return list(FigureStatus).index(self)


class Category(StrEnum):
    POLICY = "policy"
    TENDER = "tender"
    PLANT = "plant"
    MINING = "mining"
    TECHNOLOGY = "technology"
    TRADE = "trade"
    EXPORT_CONTROL = "export_control"


class MilestoneStatus(StrEnum):
    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    DROPPED = "dropped"


class Stage(StrEnum):
    """How far a plant has come."""

    ANNOUNCED = "announced"
    AWARDED = "awarded"
    BUILDING = "building"
    COMMISSIONED = "commissioned"
    SHELVED = "shelved"


class ControlStatus(StrEnum):
    ANNOUNCED = "announced"
    IN_FORCE = "in_force"
    SUSPENDED = "suspended"
    EXPIRED = "expired"
    REVOKED = "revoked"


class Confidence(StrEnum):
    """How sure we are of a row that is no figure; blank is what the source plainly says."""

    PLAIN = ""
    REPORTED = "reported"
    UNCONFIRMED = "unconfirmed"


class Change(StrEnum):
    """What a newer state of a thing was, against the one before it."""

    FIRST = ""
    SLIP = "slip"
    ADVANCE = "advance"
    CORRECTION = "correction"
    STATUS = "status"


RECORDED_BY = "recorded by "  # the source of what a person wrote without a link: "recorded by NAME, DATE"


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so. `published` is the source's own date, None when it gives none."""

    title: str
    url: str = ""
    published: date | None = None

    @property
    def identity(self) -> str:
        """What makes two rows come from the same source: its title, else its address, folded.

        What a person recorded is one source, whatever the day: "recorded by Asha, 2026-11-24" goes by "recorded by asha".
        """
        title = self.title.rpartition(", ")[0] if self.title.startswith(RECORDED_BY) else self.title
        return " ".join((title or self.title or self.url).casefold().split())


@dataclass(frozen=True, slots=True)
class State:
    """What every state of every thing in the record carries: when it was so, who wrote it, what it was to the one before."""

    number: int  # of the thing itself: the #17 that people type
    version: int  # of this state; newer is larger, never reused
    as_of: datetime
    entry: int  # of the journal
    change: Change = Change.FIRST
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its papers. `value` is in `unit`; `basket` and the like stand in `note`."""

    indicator: str
    product: str
    partner: str
    period: Period
    value: float
    unit: str
    status: FigureStatus
    source: Source
    note: str = ""
    state: State | None = None

    @property
    def key(self) -> tuple[str, str, str, Period, str]:
        return self.indicator, self.product, self.partner, self.period, self.unit


@dataclass(frozen=True, slots=True)
class Milestone:
    """A promise with a date. `baseline` is the due that was first recorded (corrections applied)."""

    title: str
    category: Category
    status: MilestoneStatus
    due: Period | None
    done: Period | None
    source: Source
    organisation: str = ""
    place: str = ""
    note: str = ""
    key: str = ""  # the `id` of files
    confidence: Confidence = Confidence.PLAIN
    controls: tuple[str, ...] = ()
    baseline: Period | None = None
    slips: int = 0
    state: State | None = None

    @property
    def number(self) -> int:
        return self.state.number if self.state else 0

    @property
    def open(self) -> bool:
        return self.status in (MilestoneStatus.PLANNED, MilestoneStatus.IN_PROGRESS)

    def overdue(self, today: date) -> bool:
        """The whole due period is past, and it is neither done nor dropped."""
        return self.open and self.due is not None and self.due.end < today

    def late(self) -> bool:
        """Done after the end of its due period."""
        return self.done is not None and self.due is not None and self.done.start > self.due.end

    def slipped(self, today: date) -> bool:
        """A later due than its baseline, or overdue."""
        moved = self.due is not None and self.baseline is not None and self.due.end > self.baseline.end
        return moved or self.overdue(today)


@dataclass(frozen=True, slots=True)
class Plant:
    """A works, its capacity in t a year (None when nobody said), and how far it has come."""

    name: str
    organisation: str
    place: str
    product: str
    capacity_tpa: float | None
    stage: Stage
    expected: Period | None
    source: Source
    note: str = ""
    key: str = ""
    confidence: Confidence = Confidence.PLAIN
    programme: str = ""
    baseline: Period | None = None
    state: State | None = None

    @property
    def number(self) -> int:
        return self.state.number if self.state else 0


@dataclass(frozen=True, slots=True)
class Control:
    """An export control as an object. `until` ends the present status."""

    title: str
    jurisdiction: str
    instrument: str
    scope: str
    announced: Period | None
    effective: Period | None
    until: Period | None
    status: ControlStatus
    source: Source
    note: str = ""
    key: str = ""
    confidence: Confidence = Confidence.PLAIN
    state: State | None = None

    @property
    def number(self) -> int:
        return self.state.number if self.state else 0

    def lapsed(self, today: date) -> bool:
        """Its `until` has passed with nothing recorded since: what holds now is unknown."""
        ended = (ControlStatus.EXPIRED, ControlStatus.REVOKED)
        return self.until is not None and self.until.end < today and self.status not in ended


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody said, kept as a quotation."""

    topic: str
    statement: str
    said_by: str
    said_on: Period | None
    source: Source
    confidence: Confidence = Confidence.PLAIN
    note: str = ""
    state: State | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the field, explained."""

    term: str
    term_hi: str
    aliases: tuple[str, ...]
    definition: str
    definition_hi: str
    source: Source


@dataclass(frozen=True, slots=True)
class Entry:
    """One act in the journal: who did what, when, and whether it was taken back."""

    number: int
    at: datetime
    person: int | None  # None: the program itself (shipped facts, fetched figures)
    via: str  # chat, terminal, cli, file, seed, fetch
    verb: str  # log, done, slip, edit, drop, figure, plant, control, import, undo, ...
    summary: str
    undone_by: int | None = None
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class NewsItem:
    """Something the world said, as found; nothing in it has been judged."""

    title: str
    url: str
    summary: str = ""
    publisher: str = ""
    published: datetime | None = None  # the source's own date; never invented
    guid: str = ""
    language: str = ""  # en, hi, zh; "" when the source does not say


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


class WatchKind(StrEnum):
    """How what comes from a watch is read."""

    FEED = "feed"
    PAGE = "page"
    FEDERAL_REGISTER = "federal-register"


@dataclass(frozen=True, slots=True)
class Watch:
    """A source that we look at again and again."""

    number: int
    url: str
    name: str
    kind: WatchKind
    topic: Topic | None  # where triage finds none of its own
    official: bool
    every: int | None  # seconds, when somebody said so; None: as its kind of source is visited
    selector: str  # of a page: the blocks that are read
    paused: bool
    added: datetime
    shipped: bool = False  # one of the catalogue that a new store starts with


@dataclass(frozen=True, slots=True)
class Visits:
    """How the visits of one watch have gone, up to the last."""

    watch: int
    last: datetime | None = None  # whatever came of it
    good: datetime | None = None  # the last that brought what it should
    next: datetime | None = None  # None: at once
    etag: str = ""
    last_modified: str = ""
    digest: str = ""  # of the last body
    failures: int = 0  # in a row
    failing_since: datetime | None = None
    fault: str = ""  # the last failure, in words
    fault_kind: str = ""
    fault_told: str = ""  # '', 'fault' or 'network': what admins were told
    quiet: bool = True  # the next good visit tells nobody: the first, or the first after a restore
    finds: int = 0  # visits that found something new, the first left out
    first_find: datetime | None = None
    last_find: datetime | None = None
    silent_told: bool = False


class Fate(StrEnum):
    """What became of an item when it was found."""

    TOLD = "told"  # in an alert to whoever follows
    CATCH_UP = "catch_up"  # urgent, but late: in one message that says so
    DIGEST = "digest"  # late: in the next digest, with its own date
    QUIET = "quiet"  # found on a visit that tells nobody
    HELD = "held"  # found with too many others at once; admins decide
    DROPPED = "dropped"  # held, and let go
    ASIDE = "aside"  # not about our subject


@dataclass(frozen=True, slots=True)
class FoundItem:
    """An item as remembered: what was found, when, how it was judged, and what became of it."""

    number: int
    watch: int
    item: NewsItem
    found: datetime
    relevant: bool
    topic: Topic
    urgency: Urgency
    why: str
    fate: Fate
    story: int | None


@dataclass(frozen=True, slots=True)
class Story:
    """One event, through all who tell of it."""

    number: int
    key: str  # the name that triage gave it
    topic: Topic
    urgency: Urgency  # the highest of its items
    lead: int  # the number of the item that tells it best
    opened: datetime
    changed: datetime
    version: int  # grows with every source and development: a message that shows less owes an edit
    development: int  # how many times it was news; 0 while it has been told to nobody
    news: datetime | None = None  # when it last had something to tell; None while found on quiet visits only


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
