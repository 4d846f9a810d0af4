"""Export controls as objects: what they bar, since when, and until when their present status holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from storage.milestones import Keyed
from storage.records import Confidence, Control, ControlStatus
from storage.things import fold, maybe_period, period_text, source_of, state_of

if TYPE_CHECKING:
    import sqlite3


class Controls(Keyed):
    name = "control"
    columns = (
        "title", "title_fold", "jurisdiction", "instrument", "scope", "announced", "effective", "until", "status",
        "confidence",
    )  # fmt: skip

    def encode(self, record: Control) -> dict[str, Any]:
        return {
            "title": record.title,
            "title_fold": fold(record.title),
            "jurisdiction": record.jurisdiction,
            "instrument": record.instrument,
            "scope": record.scope,
            "announced": period_text(record.announced),
            "effective": period_text(record.effective),
            "until": period_text(record.until),
            "status": record.status,
            "confidence": record.confidence,
        }

    def decode(self, row: sqlite3.Row) -> Control:
        return Control(
            title=row["title"],
            jurisdiction=row["jurisdiction"],
            instrument=row["instrument"],
            scope=row["scope"],
            announced=maybe_period(row["announced"]),
            effective=maybe_period(row["effective"]),
            until=maybe_period(row["until"]),
            status=ControlStatus(row["status"]),
            source=source_of(row),
            note=row["note"],
            key=row["key"],
            confidence=Confidence(row["confidence"]),
            state=state_of(row),
        )
