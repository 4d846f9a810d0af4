"""Milestones: promises with dates, and every date that they ever had."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from storage.records import Category, Change, Confidence, Milestone, MilestoneStatus
from storage.things import Things, baseline_of, fold, maybe_period, period_text, source_of, state_of, tidy

if TYPE_CHECKING:
    import sqlite3
    from datetime import date

    from storage.lives import Life


class Keyed(Things[Any]):
    """Things that files know by an `id` of their own, else by their folded title.

    What came without an id is known by its number, as people type it: "#17". An empty store gives it that number again.
    """

    def locate(self, record: Any) -> int | None:
        if record.key:
            found = self._db.value(f"SELECT id FROM {self.name}s WHERE key = ?", (tidy(record.key),))  # noqa: S608
            return None if found is None else int(found)
        sql = (
            f"SELECT thing FROM {self.name}_states WHERE title_fold = ? AND undone = 0 ORDER BY live = 1 DESC, id DESC"  # noqa: S608
        )
        found = self._db.value(sql, (fold(self.title_of(record)),))
        return None if found is None else int(found)

    def create(self, record: Any) -> int:
        key, wanted = tidy(record.key), _NUMBER.fullmatch(tidy(record.key))
        if wanted and self._db.value(f"SELECT 1 FROM {self.name}s WHERE id = ?", (int(wanted[1]),)) is None:  # noqa: S608
            return self._db.insert(f"{self.name}s", {"id": int(wanted[1]), "key": key})
        number = self._db.insert(f"{self.name}s", {"key": key or _NO_KEY})
        if not key:  # nobody else has this one: who gave it to another thing found the number taken
            self._db.write(f"UPDATE {self.name}s SET key = ? WHERE id = ?", (f"#{number}", number))  # noqa: S608
        return number

    def title_of(self, record: Any) -> str:
        return str(record.title)

    def titled(self, title: str) -> list[Any]:
        """Live things of exactly this title, case and spacing aside."""
        return self.find("s.live = 1 AND s.undone = 0 AND s.title_fold = ?", (fold(title),))

    def names(self) -> list[tuple[int, str]]:
        """Number and title of every live thing."""
        sql = f"SELECT thing, title FROM {self.name}_states WHERE live = 1 ORDER BY thing"  # noqa: S608
        return [(row[0], row[1]) for row in self._db.rows(sql)]

    def distinct(self, column: str) -> list[str]:
        """The values of a column that live things have, blanks left out."""
        if column not in self.columns:
            raise ValueError(column)
        sql = f"SELECT DISTINCT {column} FROM {self.name}_states WHERE live = 1 AND {column} <> '' ORDER BY 1"  # noqa: S608
        return [row[0] for row in self._db.rows(sql)]


_NUMBER = re.compile(r"#([1-9][0-9]{0,8})")
_NO_KEY = "\0"  # for the moment until the number is known; no file can hold it


class Milestones(Keyed):
    """The first due is the baseline; a correction before any move corrects it too."""

    name = "milestone"
    columns = (
        "title", "title_fold", "category", "status", "due", "due_ends", "done", "done_starts",
        "organisation", "place", "confidence", "controls", "baseline", "baseline_ends", "slips",
    )  # fmt: skip
    dated = "due"

    def encode(self, record: Milestone) -> dict[str, Any]:
        return {
            "title": record.title,
            "title_fold": fold(record.title),
            "category": record.category,
            "status": record.status,
            "due": period_text(record.due),
            "due_ends": record.due.end.isoformat() if record.due else "",
            "done": period_text(record.done),
            "done_starts": record.done.start.isoformat() if record.done else "",
            "organisation": record.organisation,
            "place": record.place,
            "confidence": record.confidence,
            "controls": ";".join(record.controls),
        }

    def decode(self, row: sqlite3.Row) -> Milestone:
        return Milestone(
            title=row["title"],
            category=Category(row["category"]),
            status=MilestoneStatus(row["status"]),
            due=maybe_period(row["due"]),
            done=maybe_period(row["done"]),
            source=source_of(row),
            organisation=row["organisation"],
            place=row["place"],
            note=row["note"],
            key=row["key"],
            confidence=Confidence(row["confidence"]),
            controls=tuple(name for name in row["controls"].split(";") if name),
            baseline=maybe_period(row["baseline"]),
            slips=row["slips"],
            state=state_of(row),
        )

    def settled(self, life: Life) -> None:
        slips, baseline = sum(step.change is Change.SLIP for step in life.steps), baseline_of(life)
        sql = "UPDATE milestone_states SET baseline = ?, baseline_ends = ?, slips = ? WHERE id = ?"
        ends = baseline.end.isoformat() if baseline else ""
        self._db.write(sql, (period_text(baseline), ends, slips, life.live))

    # ---- questions

    def open(self) -> list[Milestone]:
        """Neither done nor dropped, by the end of their due period; those without one last."""
        return self.select(open=True)

    def hanging(self) -> list[Milestone]:
        """Those still open that hang on an export control, by the end of their due period."""
        where = "s.live = 1 AND s.controls <> '' AND s.status IN ('planned', 'in_progress')"
        return self.find(where, order="s.due_ends = '', s.due_ends, s.thing")

    def select(self, *, limit: int = -1, **chosen: Unpack[Choice]) -> list[Milestone]:
        """Live milestones by the end of their due period, those without one last; chosen by `done`, by its start; `behind`: open first."""
        where, values = _chosen(chosen)
        order = "s.due_ends = '', s.due_ends, s.thing"
        if "behind" in chosen:
            order = f"s.status IN ('done', 'dropped'), {order}"
        elif "due_from" in chosen or "due_to" in chosen:
            order = "s.due_ends, s.thing"
        elif "done_from" in chosen or "done_to" in chosen:
            order = "s.done_starts, s.thing"
        return self.find(where, values, order=order, limit=limit)

    def tally(self, **chosen: Unpack[Choice]) -> int:
        """How many `select` would give."""
        where, values = _chosen(chosen)
        return int(self._db.value(f"SELECT count(*) FROM milestone_states s WHERE {where}", values))  # noqa: S608


class Choice(TypedDict, total=False):
    """What narrows a choice of milestones; days are inclusive."""

    open: bool  # neither done nor dropped
    slipped: bool  # a later due than its baseline; whether it is overdue is a question of the day
    late: bool  # done after the end of its due period
    behind: date  # a later due than its baseline and not dropped, or overdue on this day
    promised_from: date  # the end of the first due period
    promised_to: date
    status: str
    category: str
    organisation: str
    place: str
    due_from: date  # the end of the due period
    due_to: date
    done_from: date  # the start of the period that it was done in
    done_to: date


_CHOICES = {
    "status": "s.status = ?",
    "category": "s.category = ?",
    "organisation": "s.organisation = ?",
    "place": "instr(', ' || s.place || ',', ', ' || ? || ',') > 0",  # its town or its state
    "due_from": "s.due_ends >= ?",
    "due_to": "s.due_ends <= ? AND s.due_ends > ''",
    "done_from": "s.done_starts >= ?",
    "done_to": "s.done_starts <= ? AND s.done_starts > ''",
    "behind": (
        "((s.due_ends > s.baseline_ends AND s.baseline_ends > '' AND s.status <> 'dropped')"
        " OR (s.status IN ('planned', 'in_progress') AND s.due_ends < ? AND s.due_ends > ''))"
    ),
    "promised_from": "coalesce(nullif(s.baseline_ends, ''), s.due_ends) >= ?",
    "promised_to": "coalesce(nullif(s.baseline_ends, ''), s.due_ends) <= ? AND s.due_ends > ''",
}
_FLAGS = {
    "open": "(s.status IN ('planned', 'in_progress'))",
    "slipped": "(s.due_ends > s.baseline_ends AND s.baseline_ends > '')",
    "late": "(s.done_starts > s.due_ends AND s.due_ends > '')",
}


def _chosen(chosen: Choice) -> tuple[str, list[str]]:
    """A choice as SQL and its values."""
    given: dict[str, Any] = dict(chosen)
    terms = [term for name, term in _CHOICES.items() if name in given]
    flags = [term if given[name] else f"NOT {term}" for name, term in _FLAGS.items() if name in given]
    return " AND ".join(["s.live = 1", *terms, *flags]), [str(given[name]) for name in _CHOICES if name in given]
