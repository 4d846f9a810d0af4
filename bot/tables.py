"""CSV and XLSX: a file becomes checked rows and a preview, or faults by line and column; the record becomes a file.

Shared by the command line and the chat. A file is taken whole or not at all.
"""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from storage.rows import OPTIONAL, REQUIRED, BadRow, Written, check, columns, number_text, row_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from storage import Store

MOST_ROWS = 250_000
MOST_LINES = 4 * MOST_ROWS  # of a spreadsheet, empty ones too
MOST_COLUMNS = 64
MOST_BYTES = 256 * 1024 * 1024  # of a spreadsheet, once inflated
SHOWN_FAULTS = 12

# A spreadsheet would run a text cell that begins so; an apostrophe before it makes it text.
_DANGEROUS = ("=", "+", "-", "@", "\t", "'")
_NUMBERS = ("value", "capacity_tpa")


class BadFile(ValueError):
    """The file as a whole cannot be read; the message says what to do."""


@dataclass(frozen=True, slots=True)
class RowFault:
    line: int
    column: str
    reason: str

    def __str__(self) -> str:
        return f"line {self.line}, {self.column}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Table:
    """A file as read: what passed and what did not. With any fault, nothing is taken."""

    kind: str
    rows: tuple[Written, ...]
    faults: tuple[RowFault, ...]

    def complaint(self, most: int = SHOWN_FAULTS) -> str:
        """The faults, a line each; the first when there are more than `most`."""
        shown = [str(fault) for fault in self.faults[:most]]
        more = len(self.faults) - len(shown)
        return "\n".join(shown + ([f"... and {more} more"] if more else []))


def read(kind: str, name: str, body: bytes) -> Table:
    """A file's bytes as a table. Raises BadFile when it is no table of that kind at all."""
    if kind not in REQUIRED:
        raise BadFile(f"'{kind}' is no kind of record; the kinds are {', '.join(REQUIRED)}")
    lines = _lines(name, body)
    header = _header(lines)
    _check_header(kind, header)
    rows: list[Written] = []
    faults: list[RowFault] = []
    taken = 0
    for line, cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        taken += 1
        if taken > MOST_ROWS:
            raise BadFile(f"the file has more than {MOST_ROWS:,} rows; split it")
        _read_row(kind, line, header, cells, rows, faults)
    if not taken:
        raise BadFile("the file has a header and no rows; nothing to take")
    return Table(kind, tuple(rows), tuple(faults))


def guess_kind(name: str, body: bytes) -> str | None:
    """The kind whose columns the header has, for a file sent without a word."""
    try:
        header = set(_header(_lines(name, body)))
    except BadFile:
        return None
    return next((kind for kind in REQUIRED if set(REQUIRED[kind].split(",")) <= header), None)


def _lines(name: str, body: bytes) -> Iterator[tuple[int, list[str]]]:
    """The file's lines by number, as cells."""
    packed = name.casefold().endswith(".xlsx") or body.startswith(b"PK\x03\x04")
    return _xlsx(body) if packed else _csv(body)


def _header(lines: Iterator[tuple[int, list[str]]]) -> list[str]:
    cells = [cell.strip().casefold() for cell in next(lines, (0, []))[1]]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _read_row(
    kind: str, line: int, header: list[str], cells: list[str], rows: list[Written], faults: list[RowFault]
) -> None:
    if any(cell.strip() for cell in cells[len(header) :]):
        what = f"has {len(cells)} cells, the header {len(header)}; quote cells that hold a comma"
        faults.append(RowFault(line, "row", what))
        return
    try:
        rows.append(check(kind, dict(zip(header, cells, strict=False))))
    except BadRow as bad:
        faults += [RowFault(line, fault.column, fault.reason) for fault in bad.faults]


def _check_header(kind: str, header: list[str]) -> None:
    needed, known = REQUIRED[kind].split(","), columns(kind, history=True)
    right = f"the header is {','.join(needed)}" + (f" [{OPTIONAL[kind]}]" if OPTIONAL[kind] else "")
    if not any(name in header for name in needed):
        raise BadFile(f"line 1 is no header of {kind}; {right}")
    if missing := [name for name in needed if name not in header]:
        raise BadFile(f"line 1 lacks {', '.join(missing)}; {right}")
    if strange := [name[:40] or "a column without a name" for name in header if name not in known]:
        raise BadFile(f"line 1 has {', '.join(strange)}, which {kind} have not; {right}")
    if twice := sorted({name for name in header if header.count(name) > 1}):
        raise BadFile(f"line 1 has {', '.join(twice)} twice; {right}")


def _csv(body: bytes) -> Iterator[tuple[int, list[str]]]:
    """Rows by the line that they begin on."""
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadFile(f"the file is not UTF-8 (byte {error.start}); save it as 'CSV UTF-8'") from error
    if "\0" in text:
        raise BadFile("the file holds null bytes; save it as 'CSV UTF-8'")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, [_bare(cell) for cell in cells]
            line = reader.line_num + 1
    except csv.Error as error:
        raise BadFile(f"line {line} is no CSV ({error}); save it again as 'CSV UTF-8'") from error


def _bare(cell: str) -> str:
    """Without the apostrophe that export put before it."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_DANGEROUS) else cell


def _xlsx(body: bytes) -> Iterator[tuple[int, list[str]]]:
    """Rows by their number. A file may lie about its size in every way, so none of what it says is believed."""
    try:
        _refuse_bombs(body)
        sheet = _sheet(body)
        for line, row in enumerate(sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS), start=1):
            _refuse_endless(line)
            yield line, _trimmed([_cell(value) for value in row])
    except BadFile:
        raise
    except Exception as error:  # a broken file breaks the reader anywhere
        raise BadFile("the spreadsheet cannot be read; save it again as .xlsx or as 'CSV UTF-8'") from error


def _refuse_bombs(body: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(body)) as packed:
        if sum(part.file_size for part in packed.infolist()) > MOST_BYTES:
            raise BadFile("the spreadsheet is too large once unpacked; split it")


def _refuse_endless(line: int) -> None:
    if line > MOST_LINES:
        raise BadFile(f"the spreadsheet has rows beyond {MOST_LINES:,}; delete them, or split it")


def _sheet(body: bytes) -> Any:
    from openpyxl import load_workbook
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

    sheet = load_workbook(io.BytesIO(body), read_only=True, data_only=True).active
    if not isinstance(sheet, ReadOnlyWorksheet):
        raise BadFile("the spreadsheet has no sheet of cells in front; open it, choose the sheet, and save it again")
    sheet.reset_dimensions()
    return sheet


def _trimmed(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number_text(float(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


# ---------------------------------------------------------------- and out


def export_rows(store: Store, kind: str, *, history: bool = False) -> Iterator[dict[str, str]]:
    """The record of a kind as rows of text: its present state with what disagrees, or every state that counts."""
    things = store.shelf(kind)
    records = things.histories() if history else things.present()
    for record in records:
        yield row_of(kind, record, history=history)


def csv_bytes(header: list[str], rows: Iterable[dict[str, str]]) -> bytes:
    """A CSV that is safe to open in a spreadsheet."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, header, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _safe(name, text) for name, text in row.items() if name in header})
    return out.getvalue().encode()


def _safe(name: str, text: str) -> str:
    return f"'{text}" if text.startswith(_DANGEROUS) and name not in _NUMBERS else text


def xlsx_bytes(header: list[str], rows: Iterable[dict[str, str]]) -> bytes:
    """The same as a spreadsheet; every cell is text, so nothing runs and nothing is rounded."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Lodestone")
    sheet.append(header)
    for row in rows:
        cells = []
        for name in header:
            cell = WriteOnlyCell(sheet, value=row.get(name, ""))
            cell.data_type = "s"
            cells.append(cell)
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
