"""Milestones: promises with dates, and every date that they ever had."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from storage.records import Category, Change, Confidence, Milestone, MilestoneStatus
from storage.things import Things, fold, maybe_period, period_text, source_of, state_of

if TYPE_CHECKING:
    import sqlite3


class Keyed(Things[Any]):
    """Things that files know by an `id` of their own, else by their folded title."""

    def locate(self, record: Any) -> int | None:
        if record.key:
            found = self._db.value(f"SELECT id FROM {self.name}s WHERE key = ?", (record.key,))  # noqa: S608
            return None if found is None else int(found)
        sql = f"SELECT thing FROM {self.name}_states WHERE title_fold = ? AND undone = 0 ORDER BY live DESC, id DESC"  # noqa: S608
        found = self._db.value(sql, (fold(self.title_of(record)),))
        return None if found is None else int(found)

    def create(self, record: Any) -> int:
        """The thing gets the file's id as its key, else one made of its number."""
        number = self._db.insert(f"{self.name}s", {"key": record.key or f"new:{fold(self.title_of(record))}"})
        if not record.key:
            self._db.write(f"UPDATE {self.name}s SET key = ? WHERE id = ?", (f"{self.name}-{number}", number))  # noqa: S608
        return number

    def title_of(self, record: Any) -> str:
        return str(record.title)

    def titled(self, title: str) -> list[Any]:
        """Live things of exactly this title, case and spacing aside."""
        return self.find("s.live = 1 AND s.title_fold = ?", (fold(title),))

    def names(self) -> list[tuple[int, str]]:
        """Number and title of every live thing."""
        return [(row[0], row[1]) for row in self._db.rows(f"SELECT thing, title FROM {self.name}_states WHERE live = 1 ORDER BY thing")]  # noqa: S608

    def distinct(self, column: str) -> list[str]:
        """The values of a column that live things have, blanks left out."""
        if column not in self.columns:
            raise ValueError(column)
        sql = f"SELECT DISTINCT {column} FROM {self.name}_states WHERE live = 1 AND {column} <> '' ORDER BY 1"  # noqa: S608
        return [row[0] for row in self._db.rows(sql)]


class Milestones(Keyed):
    """The first due is the baseline; a correction before any move corrects it too."""

    name = "milestone"
    columns = (
        "title", "title_fold", "category", "status", "due", "due_ends", "done", "done_starts",
        "organisation", "place", "confidence", "controls", "baseline", "slips",
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

    def settled(self, thing: int) -> None:
        baseline, slips, moved = None, 0, False
        for state in self.history(thing):
            change = state.state.change
            moved = moved or change in (Change.SLIP, Change.ADVANCE)
            slips += change is Change.SLIP
            if state.due and (baseline is None or (change is Change.CORRECTION and not moved)):
                baseline = state.due
        sql = "UPDATE milestone_states SET baseline = ?, slips = ? WHERE thing = ? AND live = 1"
        self._db.write(sql, (period_text(baseline), slips, thing))

    # ---- questions

    def open(self) -> list[Milestone]:
        """Neither done nor dropped, by the end of their due period; those without one last."""
        return self.find("s.live = 1 AND s.status IN ('planned', 'in_progress')", order="s.due_ends = '', s.due_ends, s.thing")
