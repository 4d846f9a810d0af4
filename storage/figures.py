"""Figures: numbers with their papers, their revisions, and the sources that disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from storage.periods import Period
from storage.records import Figure, FigureStatus
from storage.things import Put, Things, instant, source_of, state_of, tidy

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

# Rows of the same stretch: the firmest first, then the later published.
_FIRMNESS = " ".join(f"WHEN '{status}' THEN {status.rank}" for status in FigureStatus)
_ORDER = f"t.starts, t.ends, CASE s.status {_FIRMNESS} END, s.as_of DESC, s.id DESC"


class Figures(Things[Figure]):
    """A figure is one number of one source; a later published one is its revision. `as_of` is the day of publishing."""

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

    @staticmethod
    def identity(record: Figure) -> dict[str, str]:
        """What its revisions share: the key, by days, and the source."""
        return {
            "indicator": tidy(record.indicator),
            "product": tidy(record.product),
            "partner": tidy(record.partner),
            "unit": tidy(record.unit),
            "starts": record.period.start.isoformat(),
            "ends": record.period.end.isoformat(),
            "origin": record.source.identity,
        }

    def locate(self, record: Figure) -> int | None:
        key = self.identity(record)
        where = " AND ".join(f"{name} = :{name}" for name in key)
        found = self._db.value(f"SELECT id FROM figures WHERE {where}", key)  # noqa: S608
        return None if found is None else int(found)

    def create(self, record: Figure) -> int:
        return self._db.insert("figures", self.identity(record))

    def put(self, record: Figure, **how: Any) -> Put:
        """Write a figure. One that its source dates has its place in the history by that day."""
        published = record.source.published
        return super().put(record, **how | ({"as_of": instant(published), "dated": True} if published else {}))

    def settle(self, thing: int) -> None:
        self.settle_all([thing])

    def settle_all(self, things: Iterable[int]) -> None:
        """All at once, since a file may touch 100,000: live_through() where one source speaks and no date moves."""
        self._db.write("CREATE TEMP TABLE IF NOT EXISTS touched (thing INTEGER PRIMARY KEY)")
        self._db.write("DELETE FROM touched")
        self._db.insert_all("INSERT OR IGNORE INTO touched VALUES (?)", [(thing,) for thing in things])
        self.settle_touched()

    def settle_touched(self) -> None:
        """Settle the things whose numbers stand in the temporary table `touched`."""
        self._db.write("UPDATE figure_states SET live = 0 WHERE live = 1 AND thing IN (SELECT thing FROM touched)")
        self._db.write(_SETTLE)

    # ---- questions

    def select(
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
            first, last = within.start.isoformat(), within.end.isoformat()
            terms.append("t.starts BETWEEN ? AND ? AND t.ends <= ?")
            values += [first, last, last]
        return self.find(" AND ".join(terms), values, order=_ORDER)

    def distinct(self, column: str, indicator: str | None = None) -> list[str]:
        """The products, partners, units or indicators that live figures have."""
        if column not in ("indicator", "product", "partner", "unit"):
            raise ValueError(column)
        if indicator is None and column == "product":  # no index begins with it
            return sorted({product for each in self.distinct("indicator") for product in self.distinct(column, each)})
        if indicator is None or column == "indicator":
            values = [row[0] for row in self._db.rows(_each(column))]
            return [value for value in values if self._is_live(f"t.{column} = ?", (value,))]
        # Products follow the indicator in the index; partners and units are few, and each is looked up with it.
        sql = _each("product", "indicator = :indicator") if column == "product" else _each(column)
        values = [row[0] for row in self._db.rows(sql, {"indicator": indicator})]
        return [value for value in values if self._is_live(f"t.indicator = ? AND t.{column} = ?", (indicator, value))]

    def _is_live(self, where: str, values: Sequence[str]) -> bool:
        sql = (
            f"SELECT 1 FROM figures t CROSS JOIN figure_states s ON s.thing = t.id AND s.live = 1 WHERE {where} LIMIT 1"  # noqa: S608
        )
        return self._db.value(sql, values) is not None

    def periods(self, indicator: str, product: str, partner: str, unit: str | None = None) -> list[Period]:
        """The periods that have a live figure of this key, in order; each once."""
        terms, values = "t.indicator = ? AND t.product = ? AND t.partner = ?", [indicator, product, partner]
        if unit is not None:
            terms, values = f"{terms} AND t.unit = ?", [*values, unit]
        sql = f"""SELECT DISTINCT s.period FROM figures t JOIN figure_states s ON s.thing = t.id AND s.live = 1
                  WHERE {terms} ORDER BY t.starts, t.ends"""  # noqa: S608
        return list(dict.fromkeys(Period.parse(row[0]) for row in self._db.rows(sql, values)))

    def units(self, indicator: str, product: str, partner: str) -> list[str]:
        """The units that live figures of this key are in."""
        sql = """SELECT DISTINCT t.unit FROM figures t JOIN figure_states s ON s.thing = t.id AND s.live = 1
                 WHERE t.indicator = ? AND t.product = ? AND t.partner = ? ORDER BY 1"""
        return [row[0] for row in self._db.rows(sql, (indicator, product, partner))]

    def revisions(self, figure: Figure) -> list[Figure]:
        """What this source said before, newest first."""
        if figure.state is None:
            return []
        states = self.history(figure.state.number)
        return [old for old in reversed(states) if old.state and old.state.version != figure.state.version]


def _each(column: str, where: str = "1") -> str:
    """Each value of an indexed column once, by leaping from one to the next; 100,000 rows are not read."""
    leap = f"SELECT min({column}) FROM figures WHERE {where}"  # noqa: S608 - our own names
    return f"""WITH RECURSIVE each(value) AS (
        {leap} UNION ALL SELECT ({leap} AND {column} > value) FROM each WHERE value IS NOT NULL)
        SELECT value FROM each WHERE value IS NOT NULL"""  # noqa: S608


_SETTLE = """
    WITH told AS (
        SELECT id, edited, status, as_of,
            lag(status) OVER life AS status_before, lag(as_of) OVER life AS as_of_before,
            row_number() OVER (PARTITION BY thing ORDER BY as_of DESC, id DESC) = 1 AS last
        FROM figure_states WHERE undone = 0 AND thing IN (SELECT thing FROM touched)
        WINDOW life AS (PARTITION BY thing ORDER BY as_of, id)
    ), settled AS (
        SELECT id, last, CASE
            WHEN status_before IS NULL THEN ''
            WHEN edited OR as_of = as_of_before THEN 'correction'
            WHEN status <> status_before THEN 'status'
            ELSE '' END AS change
        FROM told
    )
    UPDATE figure_states SET change = settled.change, live = settled.last
    FROM settled WHERE settled.id = figure_states.id AND (figure_states.change <> settled.change OR settled.last)"""
