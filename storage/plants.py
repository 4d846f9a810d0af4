"""Plants: works, their capacity, and how far each has come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from storage.milestones import Keyed
from storage.records import Confidence, Plant, Stage
from storage.things import baseline_of, fold, maybe_period, period_text, source_of, state_of

if TYPE_CHECKING:
    import sqlite3

    from storage.lives import Life


class Plants(Keyed):
    name = "plant"
    columns = (
        "title", "title_fold", "organisation", "place", "product", "capacity", "stage", "expected",
        "confidence", "programme", "baseline",
    )  # fmt: skip
    dated = "expected"

    def title_of(self, record: Plant) -> str:
        return record.name

    def status_of(self, row: sqlite3.Row) -> str:
        return str(row["stage"])

    def encode(self, record: Plant) -> dict[str, Any]:
        return {
            "title": record.name,
            "title_fold": fold(record.name),
            "organisation": record.organisation,
            "place": record.place,
            "product": record.product,
            "capacity": record.capacity_tpa,
            "stage": record.stage,
            "expected": period_text(record.expected),
            "confidence": record.confidence,
            "programme": record.programme,
        }

    def decode(self, row: sqlite3.Row) -> Plant:
        return Plant(
            name=row["title"],
            organisation=row["organisation"],
            place=row["place"],
            product=row["product"],
            capacity_tpa=row["capacity"],
            stage=Stage(row["stage"]),
            expected=maybe_period(row["expected"]),
            source=source_of(row),
            note=row["note"],
            key=row["key"],
            confidence=Confidence(row["confidence"]),
            programme=row["programme"],
            baseline=maybe_period(row["baseline"]),
            state=state_of(row),
        )

    def settled(self, life: Life) -> None:
        sql = "UPDATE plant_states SET baseline = ? WHERE id = ?"
        self._db.write(sql, (period_text(baseline_of(life)), life.live))
