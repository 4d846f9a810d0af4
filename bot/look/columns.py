"""Tables in a face of one width: cells padded by how wide they look, Latin and Devanagari alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from bot.look.pages import escape

if TYPE_CHECKING:
    from collections.abc import Sequence

_GAP = "  "


def table(rows: Sequence[Sequence[str]], *, right: Sequence[int] = (), widest: int = 22) -> str:
    """Rows of cells as lines; columns named in `right` stand to the right, cells beyond `widest` end in '…'.

    >>> print(table([["China", "161.1"], ["Japan", "8.2"]], right=[1]))
    China  161.1
    Japan    8.2
    """
    if not rows:
        return ""
    cells = [[_short(" ".join(cell.split()), widest) for cell in row] for row in rows]
    count = max(len(row) for row in cells)
    padded = [[*row, *[""] * (count - len(row))] for row in cells]
    widths = [max(cell_len(row[column]) for row in padded) for column in range(count)]
    return "\n".join(_line(row, widths, right) for row in padded)


def table_html(rows: Sequence[Sequence[str]], *, right: Sequence[int] = (), widest: int = 22) -> str:
    """The same for a chat."""
    return f"<pre>{escape(table(rows, right=right, widest=widest))}</pre>" if rows else ""


def _line(row: Sequence[str], widths: Sequence[int], right: Sequence[int]) -> str:
    parts = []
    for column, (cell, width) in enumerate(zip(row, widths, strict=True)):
        space = " " * (width - cell_len(cell))
        parts.append(space + cell if column in right else cell + space)
    return _GAP.join(parts).rstrip()


def _short(cell: str, widest: int) -> str:
    return cell if cell_len(cell) <= widest else set_cell_size(cell, widest - 1).rstrip() + "…"
