"""Figures by the hundred thousand: staged in batches beside the record, then taken by a few statements.

Staging touches a temporary table alone, so other processes may write meanwhile. Taking does what `Figures.put` would
have done row by row; a test holds the two equal.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from storage.database import Database, time_text
from storage.things import instant, source_key, tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from storage.figures import Figures
    from storage.rows import Written

BATCH = 500

_STAGE = """
    CREATE TEMP TABLE staged (
        seq INTEGER PRIMARY KEY,
        indicator TEXT, product TEXT, partner TEXT, unit TEXT, starts TEXT, ends TEXT, origin TEXT, period TEXT,
        value REAL, status TEXT, note TEXT, title TEXT, url TEXT, published TEXT,
        as_of TEXT, dated INTEGER, edited INTEGER, reason TEXT, thing INTEGER, source INTEGER, outcome TEXT
    )"""
_COLUMNS = (
    "indicator", "product", "partner", "unit", "starts", "ends", "origin", "period", "value", "status", "note",
    "title", "url", "published", "as_of", "dated", "edited", "reason",
)  # fmt: skip
_KEY = ("indicator", "product", "partner", "unit", "starts", "ends", "origin")
_SAME_KEY = " AND ".join(f"f.{name} = r.{name}" for name in _KEY)
_SAME_WORDS = " AND ".join(f"s.{name} = r.{name}" for name in ("period", "value", "status", "note", "source"))
_WORDS = "period, value, status, note, source, reason"


def stage(figures: Figures, db: Database, rows: Iterable[Written], now: datetime) -> None:
    """Lay the rows beside the record. Rows without a day of their own are of `now`."""
    db.write("DROP TABLE IF EXISTS temp.staged")
    db.write(_STAGE)
    marks = ", ".join("?" * len(_COLUMNS))
    sql = f"INSERT INTO staged ({', '.join(_COLUMNS)}) VALUES ({marks})"  # noqa: S608 - our own names
    cells = (_cells(figures, row, now) for row in rows)
    for batch in _batches(cells):
        db.insert_all(sql, batch)


def _batches(cells: Iterator[tuple[Any, ...]]) -> Iterator[list[tuple[Any, ...]]]:
    while batch := list(islice(cells, BATCH)):
        yield batch


def _cells(figures: Figures, row: Written, now: datetime) -> tuple[Any, ...]:
    record = row.record
    as_of = instant(record.source.published) if record.source.published else row.as_of
    title, url, published = source_key(record.source)
    values = figures.identity(record) | figures.values_of(record)
    values |= {"title": title, "url": url, "published": published, "reason": tidy(row.reason)}
    values |= {"as_of": time_text(as_of or now), "dated": int(as_of is not None), "edited": int(row.correction)}
    return tuple(values[name] for name in _COLUMNS)


def take(figures: Figures, db: Database, entry: int) -> tuple[dict[str, int], list[int]]:
    """Write what is staged; how many rows were new, changed, same, and the places of the rows that were left.

    Left are the rows that `put` has to place: several of one figure of the same day or undated, or an undated one of a
    figure whose source has dated ahead. Call inside `atomic()`.
    """
    db.write(
        "INSERT OR IGNORE INTO sources (title, url, published) SELECT title, url, published FROM staged ORDER BY seq"
    )
    db.write(f"""
        UPDATE staged AS r SET
            source = (SELECT id FROM sources o WHERE o.title = r.title AND o.url = r.url AND o.published = r.published),
            thing = (SELECT id FROM figures f WHERE {_SAME_KEY})""")  # noqa: S608
    left = _set_apart(db)
    _mark_known(db)
    names = ", ".join(_KEY)
    db.write(f"""
        INSERT INTO figures ({names}) SELECT {names} FROM staged
        WHERE thing IS NULL AND outcome IS NULL GROUP BY {names} ORDER BY min(seq)""")  # noqa: S608
    db.write(f"""
        UPDATE staged AS r SET thing = (SELECT id FROM figures f WHERE {_SAME_KEY})
        WHERE thing IS NULL AND outcome IS NULL""")  # noqa: S608
    _mark_new(db)
    db.write(
        f"""
        INSERT INTO figure_states (thing, as_of, entry, edited, {_WORDS})
        SELECT thing, as_of, ?, edited, {_WORDS} FROM staged WHERE outcome IN ('new', 'changed') ORDER BY seq""",  # noqa: S608
        (entry,),
    )
    touched = "SELECT DISTINCT thing FROM staged WHERE outcome IN ('new', 'changed')"
    figures.settle_all(row[0] for row in db.rows(touched))
    counts = db.rows("SELECT outcome, count(*) FROM staged WHERE outcome <> 'left' GROUP BY outcome")
    return {row[0]: row[1] for row in counts}, left


def _set_apart(db: Database) -> list[int]:
    """Mark the rows that `put` has to place one by one; their places in the file, from 0."""
    key = ", ".join(_KEY)
    db.write(f"""
        UPDATE staged SET outcome = 'left' FROM (
            SELECT seq AS at, count(*) OVER (PARTITION BY {key}, as_of) AS that_day,
                count(*) OVER life AS rows, min(dated) OVER life AS all_dated
            FROM staged WINDOW life AS (PARTITION BY {key})) AS counted
        WHERE counted.at = staged.seq AND (that_day > 1 OR (rows > 1 AND NOT all_dated))""")  # noqa: S608
    db.write("""
        UPDATE staged SET outcome = 'left' WHERE NOT dated AND EXISTS (
            SELECT 1 FROM figure_states s WHERE s.thing = staged.thing AND s.undone = 0 AND s.as_of >= staged.as_of)""")
    return [row[0] - 1 for row in db.rows("SELECT seq FROM staged WHERE outcome = 'left' ORDER BY seq")]


def _mark_known(db: Database) -> None:
    """Mark the rows that say nothing new: of their own day, or, undated, against what is live."""
    db.write(f"""
        UPDATE staged AS r SET outcome = 'same' WHERE outcome IS NULL AND thing IS NOT NULL AND EXISTS (
            SELECT 1 FROM figure_states s WHERE s.thing = r.thing AND s.undone = 0 AND {_SAME_WORDS} AND CASE
                WHEN r.dated THEN s.as_of = r.as_of AND r.reason IN ('', s.reason)
                ELSE s.live = 1 END)""")  # noqa: S608


def _mark_new(db: Database) -> None:
    """The first row of a figure that has no live state is new; the others change it."""
    db.write("""
        UPDATE staged AS r SET outcome = CASE
            WHEN seq = first AND NOT EXISTS (SELECT 1 FROM figure_states s WHERE s.thing = r.thing AND s.live = 1)
            THEN 'new' ELSE 'changed' END
        FROM (SELECT thing AS number, min(seq) AS first FROM staged WHERE outcome IS NULL GROUP BY thing) AS firsts
        WHERE outcome IS NULL AND firsts.number = r.thing""")
