"""The vocabulary: what the record, the chats and the news are made of. Holds values only; does nothing.

Times are aware and UTC; money and weight are in base units (USD, INR, t, tpa, %, USD/kg).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so. `published` is the source's own date, None when it gives none."""

    title: str
    url: str = ""
    published: date | None = None

    @property
    def identity(self) -> str:
        """What makes two rows come from the same source: its title, else its address, folded."""
        return " ".join((self.title or self.url).casefold().split())


@dataclass(frozen=True, slots=True)
class State:
    """What every state of every thing in the record carries: when it was so, who wrote it, what it was to the one before."""

    number: int          # of the thing itself: the #17 that people type
    version: int         # of this state; newer is larger, never reused
    as_of: datetime
    entry: int           # of the journal
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
    key: str = ""                       # the `id` of files
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
    person: int | None        # None: the program itself (shipped facts, fetched figures)
    via: str                  # chat, terminal, cli, file, seed, fetch
    verb: str                 # log, done, slip, edit, drop, figure, plant, control, import, undo, ...
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
    published: datetime | None = None   # the source's own date; never invented
    guid: str = ""
    language: str = ""                  # en, hi, zh; "" when the source does not say


@dataclass(frozen=True, slots=True)
class Schedule:
    """A chat's wish for a digest: which days, at what hour on whose clock, and what in it."""

    number: int
    chat: int                   # our own number
    thread: int                 # the topic of a forum; 0 for none
    days: str                   # in the words of bot.news.slots.Days
    hour: str                   # HH:MM on the wall
    zone: str                   # IANA name
    sections: tuple[str, ...]   # empty: all
    urgency: Urgency            # the least that a story must have
    when_empty: str             # line: one quiet line; nothing: no message
    last_slot: str              # key of the newest slot that was claimed; '' for none
    since: datetime             # slots before it are not owed
    told_until: datetime        # what changed after it is new to this chat


@dataclass(frozen=True, slots=True)
class NumberWatch:
    """A chat's wish to be told when a number passes a mark, or when a newer one comes in."""

    number: int
    chat: int
    thread: int
    command: str            # the canonical command of the question whose value is watched
    relation: str           # below, above, new
    mark: float | None
    unit: str
    last: str               # what was told or seen last: a value and its period, as text
    met: bool               # whether it held when last looked at, so that a crossing is told once


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
    topic: Topic | None         # where triage finds none of its own
    official: bool
    every: int | None           # seconds, when somebody said so; None: as its kind of source is visited
    selector: str               # of a page: the blocks that are read
    paused: bool
    added: datetime
    shipped: bool = False       # one of the catalogue that a new store starts with


@dataclass(frozen=True, slots=True)
class Visits:
    """How the visits of one watch have gone, up to the last."""

    watch: int
    last: datetime | None = None        # whatever came of it
    good: datetime | None = None        # the last that brought what it should
    next: datetime | None = None        # None: at once
    etag: str = ""
    last_modified: str = ""
    digest: str = ""                    # of the last body
    failures: int = 0                   # in a row
    failing_since: datetime | None = None
    fault: str = ""                     # the last failure, in words
    fault_kind: str = ""
    fault_told: str = ""                # '', 'fault' or 'network': what admins were told
    quiet: bool = True                  # the next good visit tells nobody: the first, or the first after a restore
    finds: int = 0                      # visits that found something new, the first left out
    first_find: datetime | None = None
    last_find: datetime | None = None
    silent_told: bool = False


class Fate(StrEnum):
    """What became of an item when it was found."""

    TOLD = "told"           # in an alert to whoever follows
    CATCH_UP = "catch_up"   # urgent, but late: in one message that says so
    DIGEST = "digest"       # late: in the next digest, with its own date
    QUIET = "quiet"         # found on a visit that tells nobody
    HELD = "held"           # found with too many others at once; admins decide
    DROPPED = "dropped"     # held, and let go
    ASIDE = "aside"         # not about our subject


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
    key: str                # the name that triage gave it
    topic: Topic
    urgency: Urgency        # the highest of its items
    lead: int               # the number of the item that tells it best
    opened: datetime
    changed: datetime
    version: int            # grows with every source and development: a message that shows less owes an edit
    development: int        # how many times it was news; 0 while it has been told to nobody
