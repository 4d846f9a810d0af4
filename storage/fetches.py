"""How far the fetching of outside statistics has come, and the numbers that wait for an admin. Fetches nothing."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from storage.database import Database, time_of, time_text
from storage.periods import Period
from storage.records import Figure, FigureStatus, Source

if TYPE_CHECKING:
    import sqlite3
    from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Fetched:
    """The last time that a period was asked for. No rows: it was not published yet."""

    at: datetime
    rows: int


@dataclass(frozen=True, slots=True)
class HeldFigure:
    """A number that was not taken into the record, and why."""

    number: int
    at: datetime
    figure: Figure
    reason: str


class Fetches:
    def __init__(self, db: Database) -> None:
        self._db = db

    def done(self, source: str) -> dict[str, Fetched]:
        """By period, as the source writes it."""
        rows = self._db.rows("SELECT period, at, rows FROM fetches WHERE source = ?", (source,))
        return {row["period"]: Fetched(time_of(row["at"]), row["rows"]) for row in rows}

    def note(self, source: str, period: str, rows: int, now: datetime) -> None:
        values = (source, period, time_text(now), rows)
        self._db.write("INSERT OR REPLACE INTO fetches (source, period, at, rows) VALUES (?, ?, ?, ?)", values)

    def hold(self, figure: Figure, reason: str, now: datetime) -> bool:
        """Keep a number for an admin to judge; False when the same was held before, whatever was said of it."""
        sql = "INSERT INTO held_figures (at, figure, reason) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
        return bool(self._db.write(sql, (time_text(now), _packed(figure), reason)))

    def held(self) -> tuple[HeldFigure, ...]:
        """The numbers that still wait."""
        rows = self._db.rows("SELECT * FROM held_figures WHERE settled = '' ORDER BY id")
        return tuple(_held(row) for row in rows)

    def settle(self, number: int, *, taken: bool) -> bool:
        """False when nothing of that number waits."""
        said = "taken" if taken else "refused"
        return bool(self._db.write("UPDATE held_figures SET settled = ? WHERE id = ? AND settled = ''", (said, number)))


def _held(row: sqlite3.Row) -> HeldFigure:
    at = time_of(row["at"])
    return HeldFigure(row["id"], at, _unpacked(row["figure"], at.date()), row["reason"])


def _packed(figure: Figure) -> str:
    """What it says, without the day on which it was read: the same number read again is the same."""
    said = {
        "indicator": figure.indicator,
        "product": figure.product,
        "partner": figure.partner,
        "period": figure.period.text,
        "value": figure.value,
        "unit": figure.unit,
        "status": figure.status,
        "title": figure.source.title,
        "url": figure.source.url,
        "note": figure.note,
    }
    return json.dumps(said, ensure_ascii=False)


def _unpacked(text: str, read_on: date) -> Figure:
    said: dict[str, Any] = json.loads(text)
    return Figure(
        indicator=said["indicator"],
        product=said["product"],
        partner=said["partner"],
        period=Period.parse(said["period"]),
        value=said["value"],
        unit=said["unit"],
        status=FigureStatus(said["status"]),
        source=Source(said["title"], said["url"], read_on),
        note=said["note"],
    )
