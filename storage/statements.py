"""Statements: what was said, by whom, kept as quotations; and the words of the field, explained."""

from __future__ import annotations

import csv
import io
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from storage.records import Confidence, Source, Statement, Term
from storage.things import Things, fold, maybe_period, period_text, source_of, state_of

if TYPE_CHECKING:
    import sqlite3


class Statements(Things[Statement]):
    """Known by topic, words and speaker together."""

    name = "statement"
    columns = ("topic", "title", "title_fold", "said_by", "said_on", "confidence")

    def status_of(self, row: sqlite3.Row) -> str:
        return str(row["confidence"])

    def encode(self, record: Statement) -> dict[str, Any]:
        return {
            "topic": record.topic,
            "title": record.statement,
            "title_fold": fold(record.statement),
            "said_by": record.said_by,
            "said_on": period_text(record.said_on),
            "confidence": record.confidence,
        }

    def decode(self, row: sqlite3.Row) -> Statement:
        return Statement(
            topic=row["topic"],
            statement=row["title"],
            said_by=row["said_by"],
            said_on=maybe_period(row["said_on"]),
            source=source_of(row),
            confidence=Confidence(row["confidence"]),
            note=row["note"],
            state=state_of(row),
        )

    @staticmethod
    def identity(record: Statement) -> str:
        return "|".join((record.topic, fold(record.said_by), fold(record.statement), record.source.identity))

    def locate(self, record: Statement) -> int | None:
        found = self._db.value("SELECT id FROM statements WHERE key = ?", (self.identity(record),))
        return None if found is None else int(found)

    def create(self, record: Statement) -> int:
        return self._db.insert("statements", {"key": self.identity(record)})

    # ---- questions

    def topics(self) -> list[str]:
        return [
            row[0] for row in self._db.rows("SELECT DISTINCT topic FROM statement_states WHERE live = 1 ORDER BY 1")
        ]

    def speakers(self) -> list[str]:
        """Who is quoted, by name."""
        sql = "SELECT DISTINCT said_by FROM statement_states WHERE live = 1 AND said_by <> '' ORDER BY 1"
        return [row[0] for row in self._db.rows(sql)]

    def by(self, speaker: str) -> list[Statement]:
        """What somebody said, the latest first."""
        said = self.find("s.live = 1 AND s.said_by = ?", (speaker,))
        return sorted(said, key=lambda each: each.said_on.end if each.said_on else date.min, reverse=True)

    def about(self, topic: str) -> list[Statement]:
        """What the record holds on a topic, the latest said first."""
        said = self.find("s.live = 1 AND s.topic = ?", (topic,))
        return sorted(said, key=lambda each: each.said_on.end if each.said_on else date.min, reverse=True)


@cache
def terms() -> tuple[Term, ...]:
    """The words of the field. They ship with the program, so that a store without shipped facts explains them too."""
    text = files("storage").joinpath("facts", "glossary.csv").read_text(encoding="utf-8")
    return tuple(_term(row) for row in csv.DictReader(io.StringIO(text, newline=""), strict=True))


def _term(row: dict[str, str]) -> Term:
    return Term(
        term=row["term"],
        term_hi=row["term_hi"],
        aliases=tuple(alias.strip() for alias in row["aliases"].split(";") if alias.strip()),
        definition=row["definition"],
        definition_hi=row["definition_hi"],
        source=Source(row["source_title"], row["source_url"]),
    )
