"""What we can say, with its papers, before it has a look. Holds values only: no wording is chosen and nothing is drawn here.

    Answer -> Line -> Span
    Span = Text | Amount | When | Count | Quote | Link

An amount of anything with a unit is said only as an `Amount`, which carries the cited rows that it came from, so that no
number can travel without its papers. The guard (`guard.py`) reads these types, not the finished text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from datetime import date

    from storage.periods import Period
    from storage.records import FigureStatus, Source


class Kind(StrEnum):
    """The kinds of answer, as `ask --json` names them."""

    FIGURE = "figure"
    SHARE = "share"
    CHANGE = "change"
    RANKING = "ranking"
    SERIES = "series"
    CAPACITY = "capacity"
    MILESTONES = "milestones"
    CONTROLS = "controls"
    STATEMENT = "statement"
    NEWS = "news"
    GLOSSARY = "glossary"
    HELP = "help"
    CLARIFY = "clarify"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Fact:
    """A cited row of the record behind a number, or what a rule makes of such rows; a count of years needs no source."""

    value: float
    unit: str
    period: str
    source: Source
    status: FigureStatus | None = None
    label: str = ""
    of: tuple[Fact, ...] = ()  # what it was computed from; none: it is a row itself
    rule: str = "sum"  # how, of `of`


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with a unit. Its facts hold it as it is, or `rule` names how it was computed from all of them.

    rule: "" (a fact's own value), sum, share, difference, growth, average, ratio, points, gap, pace, conversion, ...
    """

    value: float
    unit: str
    facts: tuple[Fact, ...]
    rule: str = ""
    signed: bool = False  # show a plus sign where it grew
    exact: bool = False  # to the last digit, not rounded to three or four


@dataclass(frozen=True, slots=True)
class Text:
    """Words of ours; never an amount."""

    text: str


@dataclass(frozen=True, slots=True)
class When:
    """A date or a period, written out for the reader (a quarter with its months)."""

    period: Period | date


@dataclass(frozen=True, slots=True)
class Count:
    """How many; a plain whole number that needs no source."""

    number: int


@dataclass(frozen=True, slots=True)
class Quote:
    """Words from the record, from the world or from a person: shown as they are, escaped."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    text: str
    url: str


Span: TypeAlias = Text | Amount | When | Count | Quote | Link


class Style(StrEnum):
    LEAD = "lead"  # the number first
    BODY = "body"
    ROW = "row"  # one of a list
    BESIDE = "beside"  # what disagrees, or stands beside it
    SMALL = "small"  # papers and how it was read


@dataclass(frozen=True, slots=True)
class Line:
    spans: tuple[Span, ...]
    style: Style = Style.BODY


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the answer as data: a title, name, country, stage or period, and its value or count (or None)."""

    label: str
    value: float | None = None
    unit: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A button: its words, and the canonical command of the question that it asks."""

    text: str
    command: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark of a chart: `start` is its place in time, `end` closes a bar of a timeline.

    series: a partner (stacked, line), a stage (progress), a status (timeline).
    """

    label: str
    value: float
    series: str = ""
    start: date | None = None
    end: date | None = None
    baseline: date | None = None  # the day first promised, where a timeline shows how far it slipped
    partial: bool = False  # not the whole period, or not firm yet: drawn hatched
    note: str = ""  # a word under its label: provisional, Apr-Sep only


@dataclass(frozen=True, slots=True)
class Chart:
    """What to draw. shape: bars, stacked, line, progress, timeline."""

    shape: str
    title: str
    unit: str
    marks: tuple[Mark, ...]
    sources: tuple[Source, ...]
    as_of: date | None
    language: str = "en"
    target: float | None = None
    subtitle: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    kind: Kind
    lines: tuple[Line, ...]
    reading: str  # one line: how the question was understood
    language: str = "en"  # en or hi
    value: float | None = None
    unit: str = ""
    period: str = ""
    rows: tuple[Row, ...] = ()
    sources: tuple[Source, ...] = ()
    as_of: date | None = None  # the newest date that its sources bear
    offers: tuple[Offer, ...] = field(default=())
    chart: Chart | None = None
    gap: bool = False  # it should be known and is not: keep it in the list of gaps
