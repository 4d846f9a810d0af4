"""The record as rows of text cells, as files hold it: a row is checked into a record, a record becomes a row.

Every fault names its column and says what would be right. Knows nothing of CSV or spreadsheets.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from storage.database import time_text
from storage.periods import Period, PeriodError
from storage.records import (
    Category,
    Change,
    Confidence,
    Control,
    ControlStatus,
    Figure,
    FigureStatus,
    Milestone,
    MilestoneStatus,
    Plant,
    Source,
    Stage,
    Statement,
)
from storage.things import instant, tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

E = TypeVar("E", bound=StrEnum)

LONGEST = 2_000  # characters of a cell; what is longer is no figure, title or note of ours

REQUIRED = {
    "figures": "indicator,product,partner,period,value,unit,status,source_title,source_url,published,note",
    "milestones": "title,category,status,due,done,organisation,place,source_url,note",
    "plants": "name,organisation,place,product,capacity_tpa,stage,expected,source_url,note",
    "controls": "title,jurisdiction,instrument,scope,announced,effective,until,status,source_url,note",
    "statements": "topic,statement,said_by,said_on,confidence,source_title,source_url,note",
}
OPTIONAL = {
    "figures": "",
    "milestones": "id,as_of,confidence,reason,controls",
    "plants": "id,as_of,confidence,reason,programme",
    "controls": "id,as_of,confidence,reason",
    "statements": "",
}
KINDS = tuple(REQUIRED)

# A value in no other unit can be compared or summed: thousands and millions are written out.
UNITS = ("USD", "INR", "t", "tpa", "%", "USD/kg", "INR/kg", "count", "x")
_UNITS = {unit.casefold(): unit for unit in UNITS}


HISTORY = ("as_of", "reason", "change")  # what every row of a history has, whatever its kind


def columns(kind: str, *, history: bool = False) -> list[str]:
    """Every column of a kind, in the order of files."""
    names = f"{REQUIRED[kind]},{OPTIONAL[kind]}".strip(",").split(",")
    return [*names, *(name for name in HISTORY if name not in names)] if history else names


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one cell."""

    column: str
    reason: str


class BadRow(ValueError):
    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("; ".join(f"{fault.column}: {fault.reason}" for fault in faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Written:
    """A row that passed: the record, and its place in the history when the file gave one."""

    record: Any
    as_of: datetime | None
    correction: bool
    reason: str
    whole_day: bool = False  # as_of names a day, and no instant of it


class Cells:
    """The cells of one row; gathers the faults, so that a row's are told together."""

    def __init__(self, row: Mapping[str, str]) -> None:
        self._row = row
        self.faults: list[Fault] = []

    def text(self, column: str, *, needed: bool = False) -> str:
        value = tidy(self._row.get(column) or "")
        if needed and not value:
            self.fault(column, "is empty")
        if len(value) > LONGEST:
            self.fault(column, f"is longer than {LONGEST:,} characters")
        return value

    def fault(self, column: str, reason: str) -> None:
        self.faults.append(Fault(column, reason))

    def choice(self, column: str, kind: type[E], *, blank: E | None = None) -> E:
        value = self.text(column).casefold().replace(" ", "_")
        if not value and blank is not None:
            return blank
        try:
            return kind(value)
        except ValueError:
            known = ", ".join(str(each) for each in kind if each)
            self.fault(
                column, f"'{self.text(column)[:60]}' is none of {known}" if value else f"is empty; write one of {known}"
            )
            return next(iter(kind))

    def period(self, column: str, *, needed: bool = False) -> Period | None:
        value = self.text(column, needed=needed)
        if not value:
            return None
        try:
            return Period.parse(value)
        except PeriodError as wrong:
            self.fault(column, str(wrong))
            return None

    def day(self, column: str) -> date | None:
        value = self.text(column)
        try:
            return _day(value) if value else None
        except ValueError:
            self.fault(column, f"'{value[:60]}' is no day; write 2026-09-30")
            return None

    def number(self, column: str, *, needed: bool = False) -> float | None:
        value = self.text(column, needed=needed)
        if not value:
            return None
        try:
            number = float(value.replace(",", "") if _GROUPED.fullmatch(value) else value)
        except ValueError:
            number = math.nan
        if not math.isfinite(number) or abs(number) > 1e18:
            self.fault(column, f"'{value[:60]}' is no number; write it plainly, as 221000000 or 3.5")
            return None
        return number

    def capacity(self, column: str) -> float | None:
        number = self.number(column)
        if number is not None and number < 0:
            self.fault(column, f"{number_text(number)} is below zero")
        return number

    def unit(self, column: str) -> str:
        value = self.text(column, needed=True)
        if value and value.casefold() not in _UNITS:
            self.fault(column, f"'{value[:60]}' is none of {', '.join(UNITS)}; write the value in one of these")
        return _UNITS.get(value.casefold(), value)

    def url(self, column: str) -> str:
        value = self.text(column)
        if value and not value.startswith(("http://", "https://")):
            self.fault(column, f"'{value[:60]}' is no web address; it begins with https://")
        return value

    def instant(self, column: str) -> datetime | None:
        """A day, or a UTC instant as history is written."""
        value = self.text(column)
        if not value:
            return None
        try:
            return _moment(value) if "T" in value else instant(_day(value))
        except (ValueError, OverflowError):
            self.fault(column, f"'{value[:60]}' is no day; write 2026-09-30")
            return None


_GROUPED = re.compile(r"-?[0-9]{1,3}(,[0-9]{2,3})*,[0-9]{3}(\.[0-9]+)?")  # as 221,000,000 or 22,10,00,000
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _day(text: str) -> date:
    if not _DAY.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)


def _moment(text: str) -> datetime:
    """An instant with its zone, in UTC."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment.astimezone(UTC)


def check(kind: str, row: Mapping[str, str]) -> Written:
    """A row as a record; raises BadRow with every fault of it."""
    cells = Cells(row)
    record = _CHECKS[kind](cells)
    as_of = cells.instant("as_of")
    change = cells.choice("change", Change, blank=Change.FIRST)
    reason = cells.text("reason")
    if cells.faults:
        raise BadRow(cells.faults)
    if isinstance(record, Figure) and record.source.published:
        as_of = instant(record.source.published)
    whole_day = as_of is not None and not isinstance(record, Figure) and "T" not in cells.text("as_of")
    return Written(record, as_of, change is Change.CORRECTION, reason, whole_day)


def _figure(cells: Cells) -> Figure:
    period, value = cells.period("period", needed=True), cells.number("value", needed=True)
    source = Source(cells.text("source_title"), cells.url("source_url"), cells.day("published"))
    if not source.title and not source.url:
        cells.fault("source_title", "and source_url are both empty; a figure needs its source")
    return Figure(
        indicator=cells.text("indicator", needed=True).casefold().replace(" ", "_"),
        product=cells.text("product", needed=True).casefold(),
        partner=_partner(cells.text("partner")),
        period=period or _NO_PERIOD,
        value=value or 0.0,
        unit=cells.unit("unit"),
        status=cells.choice("status", FigureStatus),
        source=source,
        note=cells.text("note"),
    )


def _partner(text: str) -> str:
    return "World" if text.casefold() in ("", "world") else text


def _milestone(cells: Cells) -> Milestone:
    return Milestone(
        title=cells.text("title", needed=True),
        category=cells.choice("category", Category),
        status=cells.choice("status", MilestoneStatus),
        due=cells.period("due"),
        done=cells.period("done"),
        source=_link(cells),
        organisation=cells.text("organisation"),
        place=cells.text("place"),
        note=cells.text("note"),
        key=cells.text("id"),
        confidence=cells.choice("confidence", Confidence, blank=Confidence.PLAIN),
        controls=tuple(name.strip() for name in cells.text("controls").split(";") if name.strip()),
    )


def _plant(cells: Cells) -> Plant:
    return Plant(
        name=cells.text("name", needed=True),
        organisation=cells.text("organisation"),
        place=cells.text("place"),
        product=cells.text("product", needed=True).casefold(),
        capacity_tpa=cells.capacity("capacity_tpa"),
        stage=cells.choice("stage", Stage),
        expected=cells.period("expected"),
        source=_link(cells),
        note=cells.text("note"),
        key=cells.text("id"),
        confidence=cells.choice("confidence", Confidence, blank=Confidence.PLAIN),
        programme=cells.text("programme"),
    )


def _control(cells: Cells) -> Control:
    return Control(
        title=cells.text("title", needed=True),
        jurisdiction=cells.text("jurisdiction", needed=True),
        instrument=cells.text("instrument"),
        scope=cells.text("scope"),
        announced=cells.period("announced"),
        effective=cells.period("effective"),
        until=cells.period("until"),
        status=cells.choice("status", ControlStatus),
        source=_link(cells),
        note=cells.text("note"),
        key=cells.text("id"),
        confidence=cells.choice("confidence", Confidence, blank=Confidence.PLAIN),
    )


def _statement(cells: Cells) -> Statement:
    return Statement(
        topic=cells.text("topic", needed=True).casefold(),
        statement=cells.text("statement", needed=True),
        said_by=cells.text("said_by"),
        said_on=cells.period("said_on"),
        source=Source(cells.text("source_title"), cells.url("source_url")),
        confidence=cells.choice("confidence", Confidence, blank=Confidence.PLAIN),
        note=cells.text("note"),
    )


def _link(cells: Cells) -> Source:
    """Kinds whose files give an address alone: the source's title is its host.

    Where there is no address, a note that begins `Source: ...` names who says so, up to its first full stop.
    """
    url, said = cells.url("source_url"), _SAID.match(cells.text("note"))
    if not url and said:
        return Source(said[1].strip())
    return Source(url.partition("://")[2].partition("/")[0].removeprefix("www."), url)


_SAID = re.compile(r"(?:.*?\s)?Source: ([^.;]+)")


_NO_PERIOD = Period(date.min, date.min, "")
_CHECKS: dict[str, Callable[[Cells], Any]] = {
    "figures": _figure,
    "milestones": _milestone,
    "plants": _plant,
    "controls": _control,
    "statements": _statement,
}


# ---------------------------------------------------------------- and back


def number_text(value: float) -> str:
    """A number as files hold it: plain digits, no exponent, nothing rounded."""
    if not math.isfinite(value):
        return str(value)
    digits = format(Decimal(repr(value)), "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def row_of(kind: str, record: Any, *, history: bool = False) -> dict[str, str]:
    """A record as the cells of a file; with `history`, as_of is the instant and `change` what the state was."""
    row = _ROWS[kind](record)
    if record.state is not None:
        row |= {"reason": record.state.reason} if "reason" in columns(kind) else {}
        if "as_of" in columns(kind):
            row["as_of"] = record.state.as_of.date().isoformat()
        if history:
            row |= {
                "as_of": time_text(record.state.as_of),
                "reason": record.state.reason,
                "change": str(record.state.change),
            }
    return row


def _p(period: Period | None) -> str:
    return period.text if period else ""


def _figure_row(figure: Figure) -> dict[str, str]:
    return {
        "indicator": figure.indicator,
        "product": figure.product,
        "partner": figure.partner,
        "period": figure.period.text,
        "value": number_text(figure.value),
        "unit": figure.unit,
        "status": figure.status,
        "source_title": figure.source.title,
        "source_url": figure.source.url,
        "published": figure.source.published.isoformat() if figure.source.published else "",
        "note": figure.note,
    }


def _milestone_row(milestone: Milestone) -> dict[str, str]:
    return {
        "title": milestone.title,
        "category": milestone.category,
        "status": milestone.status,
        "due": _p(milestone.due),
        "done": _p(milestone.done),
        "organisation": milestone.organisation,
        "place": milestone.place,
        "source_url": milestone.source.url,
        "note": milestone.note,
        "id": milestone.key,
        "confidence": milestone.confidence,
        "controls": ";".join(milestone.controls),
    }


def _plant_row(plant: Plant) -> dict[str, str]:
    return {
        "name": plant.name,
        "organisation": plant.organisation,
        "place": plant.place,
        "product": plant.product,
        "capacity_tpa": "" if plant.capacity_tpa is None else number_text(plant.capacity_tpa),
        "stage": plant.stage,
        "expected": _p(plant.expected),
        "source_url": plant.source.url,
        "note": plant.note,
        "id": plant.key,
        "confidence": plant.confidence,
        "programme": plant.programme,
    }


def _control_row(control: Control) -> dict[str, str]:
    return {
        "title": control.title,
        "jurisdiction": control.jurisdiction,
        "instrument": control.instrument,
        "scope": control.scope,
        "announced": _p(control.announced),
        "effective": _p(control.effective),
        "until": _p(control.until),
        "status": control.status,
        "source_url": control.source.url,
        "note": control.note,
        "id": control.key,
        "confidence": control.confidence,
    }


def _statement_row(statement: Statement) -> dict[str, str]:
    return {
        "topic": statement.topic,
        "statement": statement.statement,
        "said_by": statement.said_by,
        "said_on": _p(statement.said_on),
        "confidence": statement.confidence,
        "source_title": statement.source.title,
        "source_url": statement.source.url,
        "note": statement.note,
    }


_ROWS: dict[str, Callable[[Any], dict[str, str]]] = {
    "figures": _figure_row,
    "milestones": _milestone_row,
    "plants": _plant_row,
    "controls": _control_row,
    "statements": _statement_row,
}
