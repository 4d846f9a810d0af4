"""The vocabulary of the record: figures, milestones, plants, controls, statements and their sources. Holds values only; does nothing.

Times are aware and UTC; money and weight are in base units (USD, INR, t, tpa, %, USD/kg).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from storage.periods import Period


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
