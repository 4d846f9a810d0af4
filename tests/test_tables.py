"""CSV and XLSX: any bytes come in as rows or plain complaints; what goes out is safe to open, and comes back."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date, datetime
from typing import Any

import pytest
from drawn import RECORDS, texts
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from bot import tables
from bot.tables import BadFile, RowFault
from storage.rows import KINDS, REQUIRED, columns, row_of

HEADER = REQUIRED["milestones"]
GOOD = "Award of bids,tender,planned,2026-Q4,,IREL,Odisha,https://e.org,"
WRITERS = {"csv": tables.csv_bytes, "xlsx": tables.xlsx_bytes}


def csv_of(*lines: str, header: str = HEADER) -> bytes:
    return "\n".join([header, *lines]).encode()


def xlsx_of(*rows: list[Any]) -> bytes:
    book, out = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def faults(body: bytes, kind: str = "milestones", name: str = "file.csv") -> list[str]:
    return [str(fault) for fault in tables.read(kind, name, body).faults]


def refusal(body: bytes, kind: str = "milestones", name: str = "file.csv") -> str:
    with pytest.raises(BadFile) as told:
        tables.read(kind, name, body)
    assert "\n" not in str(told.value)
    return str(told.value)


# ---------------------------------------------------------------- there and back


@pytest.mark.parametrize("form", WRITERS)
@settings(max_examples=20)
@given(data=st.data())
def test_property_what_is_written_is_read_back(form: str, data: st.DataObject):
    kind = data.draw(st.sampled_from(KINDS))
    records = data.draw(st.lists(RECORDS[kind], min_size=1, max_size=4))
    body = WRITERS[form](columns(kind), [row_of(kind, record) for record in records])
    table = tables.read(kind, f"file.{form}", body)
    assert table.faults == ()
    assert [row.record for row in table.rows] == records


@given(st.lists(texts.filter(bool), min_size=1))
def test_property_no_cell_of_a_csv_runs_in_a_spreadsheet(titles: list[str]):
    body = tables.csv_bytes(["title"], [{"title": title} for title in titles]).decode()
    cells = [row[0] for row in csv.reader(io.StringIO(body, newline=""))][1:]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))] == []


def test_a_negative_number_stays_a_number():
    assert tables.csv_bytes(["value", "note"], [{"value": "-5", "note": "-5"}]).decode() == "value,note\n-5,'-5\n"


def test_every_cell_of_a_spreadsheet_is_text():
    body = tables.xlsx_bytes(["title", "value"], [{"title": "=1+1", "value": "221000000"}])
    cells = [cell for row in load_workbook(io.BytesIO(body)).active.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} == {"s"}


def test_an_apostrophe_that_export_put_there_is_removed_and_another_stays():
    table = tables.read("milestones", "f.csv", csv_of("'=1+1,tender,planned,,,'IREL,''t,,"))
    assert (table.rows[0].record.title, table.rows[0].record.organisation, table.rows[0].record.place) == (
        "=1+1",
        "'IREL",
        "'t",
    )


# ---------------------------------------------------------------- the lines of a fault


def test_a_fault_has_the_line_that_its_row_begins_on():
    many = '"Award\nof\nbids",tender,planned,,,,,,'
    body = csv_of(
        GOOD, many, "", GOOD.replace("tender", "bidding"), GOOD.replace("2026-Q4", "soon").replace("planned", "maybe")
    )
    assert [fault.partition(":")[0] for fault in faults(body)] == ["line 7, category", "line 8, status", "line 8, due"]


def test_a_spreadsheets_fault_has_the_number_of_its_row():
    good = GOOD.split(",")
    body = xlsx_of(HEADER.split(","), good, [None], [*good[:1], "bidding", *good[2:]])
    assert faults(body, name="f.xlsx") == [
        "line 4, category: 'bidding' is none of policy, tender, plant, mining, technology, trade, export_control"
    ]


@given(
    st.lists(
        st.sampled_from([GOOD, GOOD.replace("tender", "x"), GOOD.replace("2026-Q4", "y"), ""]), min_size=1, max_size=12
    )
)
def test_property_every_bad_row_is_told_with_its_line(lines: list[str]):
    bad = {
        number: "category" if ",x," in line else "due"
        for number, line in enumerate(lines, 2)
        if ",x," in line or ",y," in line
    }
    if any(lines):
        found = tables.read("milestones", "f.csv", csv_of(*lines)).faults
        assert {fault.line: fault.column for fault in found} == bad


def test_too_many_cells_are_a_fault_of_the_row():
    assert faults(csv_of(f"{GOOD},,")) == []
    assert faults(csv_of(f"{GOOD},a,b")) == ["line 2, row: has 11 cells, the header 9; quote cells that hold a comma"]


def test_the_first_dozen_faults_are_shown_and_the_rest_counted():
    table = tables.Table("milestones", (), tuple(RowFault(line, "due", "is empty") for line in range(2, 22)))
    assert len(table.complaint().splitlines()) == 13
    assert table.complaint().endswith("... and 8 more")


# ---------------------------------------------------------------- files refused whole


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "line 1 is no header of milestones; the header is title,category"),
        (b"\xff\xfe" + HEADER.encode("utf-16-le"), "is not UTF-8 (byte 0); save it as 'CSV UTF-8'"),
        (csv_of("a\0b"), "holds null bytes"),
        (csv_of(), "has a header and no rows; nothing to take"),
        (csv_of(GOOD, header=HEADER.replace("due,", "")), "line 1 lacks due; the header is"),
        (csv_of(GOOD, header=f"{HEADER},colour"), "line 1 has colour, which milestones have not"),
        (csv_of(GOOD, header=f"{HEADER},note"), "line 1 has note twice"),
        (csv_of(GOOD, header=f",{HEADER}"), "line 1 has a column without a name"),
        (csv_of(GOOD, '"never closed'), "line 3 is no CSV (unexpected end of data)"),
        (csv_of("x" * 200_000), "line 2 is no CSV (field larger than field limit"),
        (b"PK\x03\x04 and nothing else", "the spreadsheet cannot be read; save it again"),
        (xlsx_of(["title"], ["Award"]), "line 1 lacks category"),
    ],
)
def test_a_file_that_is_no_table_is_refused_with_the_reason(body: bytes, reason: str):
    assert reason in refusal(body)


def test_an_unknown_kind_is_told_the_kinds():
    assert refusal(csv_of(GOOD), kind="rumours") == f"'rumours' is no kind of record; the kinds are {', '.join(KINDS)}"


def test_more_rows_than_the_record_takes_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tables, "MOST_ROWS", 3)
    assert refusal(csv_of(*[GOOD] * 4)) == "the file has more than 3 rows; split it"
    assert len(tables.read("milestones", "f.csv", csv_of(*[GOOD] * 3)).rows) == 3


def repacked(body: bytes, name: str, change: Any) -> bytes:
    """A spreadsheet with one of its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def test_a_spreadsheet_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tables, "MOST_BYTES", 1_000_000)
    body = repacked(xlsx_of(HEADER.split(",")), SHEET, lambda part: part + b" " * 2_000_000)
    assert len(body) < 20_000
    assert refusal(body) == "the spreadsheet is too large once unpacked; split it"


def test_a_spreadsheet_that_lies_about_its_rows_is_refused_in_time(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tables, "MOST_LINES", 1_000)
    body = repacked(
        xlsx_of(HEADER.split(","), GOOD.split(",")), SHEET, lambda part: part.replace(b'r="2"', b'r="999999999"', 1)
    )
    assert refusal(body) == "the spreadsheet has rows beyond 1,000; delete them, or split it"


def test_a_spreadsheet_with_an_outside_entity_is_refused():
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    body = repacked(xlsx_of(HEADER.split(","), GOOD.split(",")), SHEET, lambda part: bomb + part)
    assert "cannot be read" in refusal(body)


def test_a_spreadsheet_with_a_chart_in_front_is_refused():
    book, out = Workbook(), io.BytesIO()
    book.create_chartsheet(index=0)
    book.active = 0
    book.save(out)
    assert refusal(out.getvalue()).startswith("the spreadsheet ")


@given(st.binary(max_size=400) | st.binary(max_size=200).map(lambda tail: csv_of("") + tail))
def test_fuzz_any_bytes_are_rows_faults_or_a_bad_file(body: bytes):
    for name in ("f.csv", "f.xlsx"):
        try:
            table = tables.read("milestones", name, body)
        except BadFile as bad:
            assert "\n" not in str(bad)
        else:
            assert table.rows or table.faults


@settings(max_examples=25)
@given(
    st.sampled_from([SHEET, "xl/workbook.xml", "[Content_Types].xml", "xl/styles.xml", "xl/sharedStrings.xml"]),
    st.data(),
)
def test_fuzz_a_broken_spreadsheet_is_rows_faults_or_a_bad_file(part: str, data: st.DataObject):
    body = xlsx_of(HEADER.split(","), GOOD.split(","), ["a", 1e300, date(2026, 1, 1), datetime(2026, 1, 1, 5), True])
    cut, patch = data.draw(st.integers(0, 2_000)), data.draw(st.binary(max_size=30))
    broken = repacked(body, part, lambda old: old[:cut] + patch + old[cut + len(patch) :])
    try:
        tables.read("milestones", "f.xlsx", broken)
    except BadFile as bad:
        assert "\n" not in str(bad)


# ---------------------------------------------------------------- what spreadsheets make of cells


def test_numbers_days_and_blanks_of_a_spreadsheet_are_understood():
    row = ["A plant", "IREL", None, "magnets", 500, "building", datetime(2026, 12, 31), "https://e.org", None]
    table = tables.read("plants", "f.xlsx", xlsx_of([*REQUIRED["plants"].split(","), "id"], [*row, 7.0]))
    assert table.faults == ()
    plant = table.rows[0].record
    assert (plant.capacity_tpa, str(plant.expected), plant.key, plant.place) == (500, "2026-12-31", "7", "")


def test_a_byte_order_mark_and_windows_line_ends_do_not_matter():
    body = b"\xef\xbb\xbf" + csv_of(GOOD).replace(b"\n", b"\r\n")
    assert len(tables.read("milestones", "f.csv", body).rows) == 1


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", WRITERS)
def test_the_kind_of_a_file_is_known_by_its_header(kind: str, form: str):
    assert tables.guess_kind(f"f.{form}", WRITERS[form](columns(kind), [])) == kind


def test_a_file_of_no_kind_is_not_guessed():
    assert tables.guess_kind("f.csv", b"a,b\n1,2\n") is None
    assert tables.guess_kind("f.csv", b"\xff") is None
