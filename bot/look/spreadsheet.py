"""An answer's rows as a CSV, for the button beside it. A spreadsheet reads it in either script, and runs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.tables import csv_bytes

if TYPE_CHECKING:
    from bot.asking.answers import Answer, Row

HEADER = ["label", "value", "unit", "period", "source", "url", "published"]

_MARK = "\ufeff".encode()  # without it a spreadsheet takes Devanagari for another alphabet


def csv_of(answer: Answer) -> bytes:
    """A line for each row, its value in base units and in full; then a line for each source, under the same header.

    An answer without rows gives its value as its only one.
    """
    rows = [_row(row) for row in answer.rows] or [_value(answer)]
    return _MARK + csv_bytes(HEADER, [_flat(row) for row in (*rows, *_sources(answer))])


def _row(row: Row) -> dict[str, str]:
    return {"label": row.label, "value": _number(row.value), "unit": row.unit, "period": row.period}


def _value(answer: Answer) -> dict[str, str]:
    return {"label": answer.reading, "value": _number(answer.value), "unit": answer.unit, "period": answer.period}


def _sources(answer: Answer) -> list[dict[str, str]]:
    return [
        {
            "source": source.title,
            "url": source.url,
            "published": source.published.isoformat() if source.published else "",
        }
        for source in dict.fromkeys(answer.sources)
    ]


def _flat(row: dict[str, str]) -> dict[str, str]:
    """Each cell in one line: a bare carriage return would end the row."""
    return {name: " ".join(text.split()) for name, text in row.items()}


def _number(value: float | None) -> str:
    """In full, without an exponent."""
    if value is None:
        return ""
    return f"{value:f}".rstrip("0").rstrip(".") if value == round(value, 6) else repr(value)
