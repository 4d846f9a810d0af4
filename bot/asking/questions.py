"""What a chat asked: a frozen dataclass for each kind of question, as it was understood. Answers nothing.

Blank means 'not said': what then stands in its place is for the one who answers, since it hangs on what the record holds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias, cast

if TYPE_CHECKING:
    from storage.periods import Period


class Canonical:
    """What every kind of question has: its canonical command, which reads back as the question itself."""

    __slots__ = ()

    @property
    def command(self) -> str:
        from bot.asking.commands import write  # it needs these kinds, and every kind needs it

        return write(cast("Question", self))


@dataclass(frozen=True, slots=True)
class Subject:
    """What number is spoken of.

    measure: "" the amount itself, share (of the world's), unit_value (money per kg), cost (of a stretch of time: both of these), and,
    where stretches are ranked by how they moved, change and growth.
    unit: "" as it comes, USD, INR, t, kg; money: value in whichever currency; %.
    """

    indicator: str = ""
    product: str = ""
    partner: str = ""
    apart: bool = False  # all but the partner
    period: Period | None = None
    to_date: bool = False  # as much of the period as the record holds
    unit: str = ""
    scale: str = ""  # crore, lakh, million: how it is to be written out
    measure: str = ""

    def at(self, period: Period | None) -> Subject:
        return replace(self, period=period, to_date=False)


@dataclass(frozen=True, slots=True)
class Figure(Canonical):
    """How much?"""

    subject: Subject


@dataclass(frozen=True, slots=True)
class Change(Canonical):
    """How did it move? From `since` (none: the year before) to the subject's period (none: the newest full year)."""

    subject: Subject
    since: Period | None = None
    yearly: bool = False  # as a compound rate a year
    percent: bool = False  # the rate is what was asked for
    count: int = 0  # over the last so many years


@dataclass(frozen=True, slots=True)
class Ranking(Canonical):
    """Which is the most? by: partner, product, year, fiscal, quarter, month. place: 1 the first; 0 a list."""

    subject: Subject
    by: str = "partner"
    low: bool = False
    place: int = 0
    limit: int = 0
    start: Period | None = None
    end: Period | None = None
    count: int = 0
    above: float | None = None  # only those over it, in the subject's unit
    below: float | None = None
    reached: bool = False  # such a bound itself counts


@dataclass(frozen=True, slots=True)
class Series(Canonical):
    """How was it over time? step: year, fiscal, quarter, month; "" as the record has it."""

    subject: Subject
    step: str = ""
    start: Period | None = None
    end: Period | None = None
    count: int = 0  # the last so many
    average: bool = False  # their average is what was asked for
    total: bool = False  # their sum is
    above: float | None = None  # only those over it, in the subject's unit
    below: float | None = None
    reached: bool = False  # such a bound itself counts


@dataclass(frozen=True, slots=True)
class Compare(Canonical):
    """How do they stand to each other? across: partner, period, product, indicator. how: "", difference, ratio, sum."""

    subject: Subject
    across: str
    items: tuple[str, ...]
    how: str = ""


@dataclass(frozen=True, slots=True)
class Capacity(Canonical):
    """Of plants and of the target. aspect: progress, target, gap, pace, total, count, groups
    (how many companies or states have plants), plants, largest, average, eldest
    (the newest; with `low` the oldest), next, reach, demand.

    by: "", company, stage, state, year. `pipeline`: what is not yet commissioned.
    """

    aspect: str = "progress"
    stage: str = ""
    product: str = ""
    organisation: str = ""
    place: str = ""
    by: str = ""
    until: Period | None = None
    since: Period | None = None
    pipeline: bool = False
    percent: bool = False
    low: bool = False
    place_in_order: int = 0
    above: float | None = None  # only plants of more than so many tonnes a year
    below: float | None = None
    reached: bool = False  # such a bound itself counts


@dataclass(frozen=True, slots=True)
class Plant(Canonical):
    """One plant, by its number. field: "", when, who, where, stage, capacity."""

    number: int
    field: str = ""


@dataclass(frozen=True, slots=True)
class Milestones(Canonical):
    """Which milestones. which: "", next, due, overdue, slipped, late_done, early_done, on_time, undated, changed.

    status: planned, in_progress, done, dropped, open, all. since..until: of the due date, or of the done date where status is done.
    """

    which: str = ""
    status: str = ""
    category: str = ""
    organisation: str = ""
    place: str = ""
    since: Period | None = None
    until: Period | None = None
    count: bool = False
    limit: int = 0
    by: str = ""  # counts by category, organisation, status
    numbers: tuple[str, ...] = ()  # these, whatever they are


@dataclass(frozen=True, slots=True)
class Milestone(Canonical):
    """One milestone, by its number. field: "", when, who, where, status."""

    number: int
    field: str = ""


@dataclass(frozen=True, slots=True)
class Controls(Canonical):
    """Export controls. which: "", in_force, suspended, announced, ended, lapsing, unknown, timeline; `dated` when they began."""

    which: str = ""
    jurisdiction: str = ""
    words: str = ""
    until: Period | None = None
    dated: Period | None = None


@dataclass(frozen=True, slots=True)
class Control(Canonical):
    """One control, by its number. field: "", when, status."""

    number: int
    field: str = ""


@dataclass(frozen=True, slots=True)
class Timeline(Canonical):
    """The plan as a picture: what was due when, and how far it moved."""

    category: str = ""


@dataclass(frozen=True, slots=True)
class Statements(Canonical):
    """What was said, on a topic or by somebody."""

    topic: str = ""
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Term(Canonical):
    """What does a word of the field mean?"""

    term: str


@dataclass(frozen=True, slots=True)
class News(Canonical):
    """What has been in the news. Both blank: all of it."""

    topic: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Sources(Canonical):
    """Where does it come from? `of` is the canonical command of the question meant; blank: every source of the record."""

    of: str = ""


@dataclass(frozen=True, slots=True)
class Help(Canonical):
    """What can you do? `thanked`: nothing is asked, and a word of thanks was said."""

    thanked: bool = False


@dataclass(frozen=True, slots=True)
class Gaps(Canonical):
    """What do you not know?"""


@dataclass(frozen=True, slots=True)
class Unknown(Canonical):
    """Nothing that the record could know. why: outside, orders, edits, other_country, future, no_product, no_partner, why, nothing.

    `about` is what was not understood, `near` the canonical command of what comes nearest.
    """

    why: str = "nothing"
    about: str = ""
    near: str = ""


@dataclass(frozen=True, slots=True)
class Clarify(Canonical):
    """Asked back. why: nothing_before, unread, two_readings, nothing; `offers` are canonical commands."""

    why: str = "nothing"
    about: str = ""
    offers: tuple[str, ...] = ()


OfFigures: TypeAlias = Figure | Change | Ranking | Series | Compare
OfThePlan: TypeAlias = Capacity | Plant | Milestones | Milestone | Controls | Control | Timeline
OfWords: TypeAlias = Statements | Term | News | Sources | Help | Gaps | Unknown | Clarify
Question: TypeAlias = OfFigures | OfThePlan | OfWords
