"""Figures: numbers with their papers, their revisions, and the sources that disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from storage.periods import Period
from storage.records import Figure, FigureStatus
from storage.things import Things, source_of, state_of

if TYPE_CHECKING:
    import sqlite3

# Rows of the same stretch: the firmest first, then the later published.
_FIRMNESS = " ".join(f"WHEN '{status}' THEN {status.rank}" for status in FigureStatus)
_ORDER = f"t.starts, t.ends, CASE s.status {_FIRMNESS} END, s.as_of DESC, s.id DESC"


class Figures(Things[Figure]):
    """A figure is one number of one source; a later published one is its revision. `as_of` is the day it was published."""

    name = "figure"
    columns = ("period", "value", "status")

    def encode(self, record: Figure) -> dict[str, Any]:
        return {"period": record.period.text, "value": record.value, "status": record.status}

    def decode(self, row: sqlite3.Row) -> Figure:
        return Figure(
            indicator=row["indicator"],
            product=row["product"],
            partner=row["partner"],
            period=Period.parse(row["period"]),
            value=row["value"],
            unit=row["unit"],
            status=FigureStatus(row["status"]),
            source=source_of(row),
            note=row["note"],
            state=state_of(row),
        )

    def _key(self, record: Figure) -> dict[str, str]:
        return {
            "indicator": record.indicator,
            "product": record.product,
            "partner": record.partner,
            "unit": record.unit,
            "starts": record.period.start.isoformat(),
            "ends": record.period.end.isoformat(),
            "origin": record.source.identity,
        }

    def locate(self, record: Figure) -> int | None:
        key = self._key(record)
        where = " AND ".join(f"{name} = :{name}" for name in key)
        found = self._db.value(f"SELECT id FROM figures WHERE {where}", key)  # noqa: S608
        return None if found is None else int(found)

    def create(self, record: Figure) -> int:
        return self._db.insert("figures", self._key(record))

    # ---- questions

    def select(  # noqa: PLR0913 - each narrows the choice, and is named at every call
        self,
        indicator: str,
        *,
        product: str | None = None,
        partner: str | None = None,
        unit: str | None = None,
        period: Period | None = None,
        within: Period | None = None,
    ) -> list[Figure]:
        """Live figures by start and end of their period; those of one key firmest first, then the later published.

        `period` asks for exactly those days, `within` for all that lie inside those days.
        """
        terms, values = ["s.live = 1", "t.indicator = ?"], [indicator]
        for column, wanted in (("product", product), ("partner", partner), ("unit", unit)):
            if wanted is not None:
                terms.append(f"t.{column} = ?")
                values.append(wanted)
        if period is not None:
            terms.append("t.starts = ? AND t.ends = ?")
            values += [period.start.isoformat(), period.end.isoformat()]
        if within is not None:
            terms.append("t.starts >= ? AND t.ends <= ?")
            values += [within.start.isoformat(), within.end.isoformat()]
        return self.find(" AND ".join(terms), values, order=_ORDER)

    def distinct(self, column: str, indicator: str | None = None) -> list[str]:
        """The products, partners, units or indicators that live figures have."""
        if column not in ("indicator", "product", "partner", "unit"):
            raise ValueError(column)
        where, values = ("WHERE t.indicator = ?", [indicator]) if indicator else ("", [])
        sql = f"SELECT DISTINCT t.{column} FROM figures t {where} ORDER BY 1"  # noqa: S608
        return [row[0] for row in self._db.rows(sql, values)]

    def periods(self, indicator: str, product: str, partner: str, unit: str | None = None) -> list[Period]:
        """The periods that have a live figure of this key, in order; each once."""
        terms, values = "t.indicator = ? AND t.product = ? AND t.partner = ?", [indicator, product, partner]
        if unit is not None:
            terms, values = f"{terms} AND t.unit = ?", [*values, unit]
        sql = f"""SELECT DISTINCT s.period FROM figures t JOIN figure_states s ON s.thing = t.id AND s.live = 1
                  WHERE {terms} ORDER BY t.starts, t.ends"""  # noqa: S608
        return list(dict.fromkeys(Period.parse(row[0]) for row in self._db.rows(sql, values)))

    def revisions(self, figure: Figure) -> list[Figure]:
        """What this source said before, newest first."""
        if figure.state is None:
            return []
        states = self.history(figure.state.number)
        return [old for old in reversed(states) if old.state and old.state.version != figure.state.version]
