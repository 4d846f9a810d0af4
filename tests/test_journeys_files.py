"""Journeys through a pretend Telegram: files into the record and out of it, and a milestone's life."""

from __future__ import annotations

import csv
import io

import pytest
from chat_room import ADMIN, MEMBER, Room, loud
from openpyxl import Workbook, load_workbook
from telegram_standin import labels
from virtual_time import virtual

from storage.correspondence import Place

HEADER = "indicator,product,partner,period,value,unit,status,source_title,source_url,published,note"
ROW = "imports,magnets,{},{},{},USD,final,Table of imports,https://dgcis.example/1,2026-01-05,"
LINE = "/log IREL Vizag line | due 2026-Q4 | plant | IREL | https://irel.example/vizag"


@pytest.fixture
def room(tmp_path):
    made = Room(tmp_path / "store.db")
    made.people()
    return made


def table(*rows: str) -> bytes:
    return "\n".join((HEADER, *rows, "")).encode()


def figures(count: int, value: int = 100) -> bytes:
    return table(*(ROW.format("China", 2000 + number, value) for number in range(count)))


async def sent(room, name: str, body: bytes, user: int = ADMIN, caption: str = "") -> dict:
    room.telegram.send_file(name, body, user, caption)
    await room.quiet()
    return room.telegram.last(user)


def read(room, message: dict) -> list[dict[str, str]]:
    body = room.telegram.files[message["document"]["file_id"]]
    return list(csv.DictReader(io.StringIO(body.decode())))


@virtual
async def test_a_csv_is_counted_before_it_is_taken_whole_and_taken_back_whole(room, caplog):
    async with room.running():
        await room.presses(await sent(room, "old.csv", figures(3)), "Confirm")
        changed = [ROW.format("China", 2000 + number, 200) for number in range(3)]
        new = [ROW.format("Japan", 2000 + number, 7) for number in range(12)]
        preview = await sent(room, "new.csv", table(*changed, *new))
        assert preview["text"] == "new.csv: figures, 12 new, 3 changed."
        assert labels(preview) == ["Confirm", "Cancel"]
        assert room.store.figures.count() == 3
        saved = await room.presses(preview, "Confirm")
        assert room.store.figures.count() == 15
        assert labels(saved) == ["Undo"]
        asked = await room.presses(saved, "Undo")
        assert "all 15 rows" in asked["text"]
        assert room.store.figures.count() == 15
        await room.presses(asked, "Take back all 15")
        assert room.store.figures.count() == 3
        assert {each.value for each in room.store.figures.all()} == {100}
    assert loud(caplog) == []


@virtual
async def test_a_spreadsheet_is_taken_as_a_csv_is(room):
    book = Workbook()
    book.active.append(HEADER.split(","))
    book.active.append(ROW.format("China", 2024, 221).split(","))
    body = io.BytesIO()
    book.save(body)
    async with room.running():
        await room.presses(await sent(room, "figures.xlsx", body.getvalue()), "Confirm")
        assert room.store.figures.all()[0].value == 221


@virtual
async def test_a_file_with_faulty_rows_is_refused_whole_with_every_line_column_and_reason(room):
    """Without a Confirm."""
    bad = [ROW.format("China", period, value) for period, value in (("2024", "much"), ("20x4", "1"), ("2025", ""))]
    async with room.running():
        refused = await sent(room, "bad.csv", table(ROW.format("China", 2023, 5), *bad * 7))
        text = "\n".join(room.telegram.texts(ADMIN))
        assert "bad.csv: nothing was taken; faults: 21" in text
        for line in range(3, 24):
            assert f"line {line}, " in text
        assert "line 3, value: " in text
        assert "line 4, period: " in text
        assert labels(refused) == []
        assert room.store.figures.count() == 0


@virtual
async def test_a_file_of_no_kind_and_one_that_says_nothing_new_are_told_so(room):
    async with room.running():
        assert "header of figures" in (await sent(room, "x.csv", b"a,b\n1,2\n"))["text"]
        await room.presses(await sent(room, "a.csv", figures(1)), "Confirm")
        assert "says all of it already" in (await sent(room, "a.csv", figures(1)))["text"]
        assert "Only admins" in (await sent(room, "a.csv", figures(2), MEMBER))["text"]


@virtual
async def test_a_file_is_confirmed_once_and_may_be_cancelled(room):
    async with room.running():
        preview = await sent(room, "a.csv", figures(2))
        room.telegram.press(preview, "Confirm")
        room.telegram.press(preview, "Confirm")
        await room.quiet()
        assert "done already" in " ".join(room.telegram.toasts())
        assert len([each for each in room.store.journal.recent() if each.verb == "import"]) == 1
        preview = await sent(room, "b.csv", table(ROW.format("Japan", 2024, 1)))
        room.telegram.press(preview, "Cancel")
        room.telegram.press(preview, "Confirm")
        await room.quiet()
        assert room.store.figures.count() == 2


@virtual
async def test_a_file_is_spoken_of_in_the_language_of_the_chat(room):
    async with room.running():
        chat = room.store.chats.at(Place.TELEGRAM, ADMIN)
        room.store.chats.wish(chat.number, {"language": "hi"})
        preview = await sent(room, "a.csv", figures(2))
        assert preview["text"] == "a.csv: आँकड़े, 2 नए, 0 बदले।"
        assert labels(preview) == ["पक्का करें", "रद्द करें"]


# ---------------------------------------------------------------- out


@virtual
async def test_the_record_is_given_as_it_was_asked_for(room, caplog):
    """By kind and format; by a partner, a time, a status; with its history."""
    rows = [
        ROW.format(partner, period, 5) for partner in ("China", "Japan") for period in ("2023", "2024", "FY2024-25")
    ]
    async with room.running():
        await room.presses(await sent(room, "a.csv", table(*rows)), "Confirm")
        whole = await room.says("/export figures")
        assert whole["caption"] == "6 figures"
        assert len(read(room, whole)) == 6
        some = await room.says("/export figures China 2024")
        assert some["caption"] == "1 of 6 figures: China 2024"
        assert [(row["partner"], row["period"]) for row in read(room, some)] == [("China", "2024")]
        assert len(read(room, await room.says("/export figures जापान"))) == 3
        sheet = await room.says("/export figures final FY2024-25 xlsx", MEMBER)
        book = load_workbook(io.BytesIO(room.telegram.files[sheet["document"]["file_id"]]))
        assert len(list(book.active.iter_rows())) == 3
        assert "No figures fit" in (await room.says("/export figures Atlantis"))["text"]
        offered = await room.says("/export")
        assert "milestones" in labels(offered)
        assert len(read(room, await room.presses(offered, "figures"))) == 6
    assert loud(caplog) == []


@virtual
async def test_an_export_with_its_history_has_every_date_that_was_promised(room):
    async with room.running():
        await room.presses(await room.says(LINE), "Save")
        await room.presses(await room.says("/slip #1 | 2027-Q2 | land was late"), "Save")
        assert [row["due"] for row in read(room, await room.says("/export milestones IREL"))] == ["2027-Q2"]
        told = await room.says("/export milestones history IREL")
        assert told["caption"] == "2 of 2 milestones: IREL, with their history"
        assert [(row["due"], row["change"]) for row in read(room, told)] == [("2026-Q4", ""), ("2027-Q2", "slip")]


# ---------------------------------------------------------------- a life


@virtual
async def test_a_milestones_life_shows_its_baseline_each_slip_with_its_reason_who_said_so_and_the_evidence(room):
    async with room.running():
        await room.presses(await room.says(LINE), "Save")
        await room.presses(await room.says("/slip #1 | 2027-Q2 | land was late"), "Save")
        await room.presses(await room.says("/done #1 | 2026-11-20 | https://irel.example/opened"), "Save")
        told = await room.says("/history Vizag line")
        lines = told["text"].splitlines()
        assert lines[0] == "#1 IREL Vizag line"
        assert lines[1].startswith("First promised for Q4 2026")
        assert [line.split(": ")[1].split(";")[0] for line in lines[2:]] == ["recorded", "slipped", "status changed"]
        assert "land was late" in lines[3]
        assert all("Asha" in line for line in lines[2:])
        assert "https://irel.example/opened" in told["shown"]["raw"]
        assert (await room.says("/history", reply_to=told))["text"] == told["text"]


@virtual
async def test_a_life_of_something_unknown_or_of_several_is_asked_back(room):
    async with room.running():
        assert "no milestone #99" in (await room.says("/history #99"))["text"]
        assert "Only admins" in (await room.says("/history #99", MEMBER))["text"]
        await room.presses(await room.says(LINE), "Save")
        await room.presses(await room.says(LINE.replace("Vizag line", "Chatrapur line")), "Save")
        asked = await room.says("/history IREL line")
        assert asked["text"] == "Which one?"
        told = await room.presses(asked, "#2 IREL Chatrapur line")
        assert told["text"].startswith("#2 IREL Chatrapur line")


@virtual
async def test_plants_controls_and_figures_have_lives_too_by_number_by_title_and_by_what_they_are_of(room):
    async with room.running():
        await room.presses(
            await room.says("/plant Ampere Works | IREL | Vizag | magnets | 500 tpa | announced"), "Save"
        )
        await room.presses(await room.says("/plant Ampere Works | building"), "Save")
        lines = (await room.says("/history plant 1"))["text"].splitlines()
        assert lines[0] == "#1 Ampere Works"
        assert "Announced" in lines[1]
        assert "Building" in lines[2]
        assert (await room.says("/history ampere works"))["text"].splitlines() == lines
        await room.presses(await room.says("/control Curie order | China | in force"), "Save")
        assert "in force" in (await room.says("/history control curie"))["text"]
        for line in ("= 8.2 mn USD | provisional | https://one.example", "= 8.4 mn USD | final | https://two.example"):
            await room.presses(await room.says(f"/figure imports magnets Japan FY2024-25 {line}"), "Save")
        lines = (await room.says("/history imports from Japan FY2024-25"))["text"].splitlines()
        assert lines[0] == "imports, magnets, Japan, FY2024-25"
        assert ["$8.2 million (provisional)" in lines[1], "$8.4 million (final)" in lines[2]] == [True, True]
        assert "no figure “imports Peru 1999”" in (await room.says("/history figure imports Peru 1999"))["text"]
        assert "no plant #9" in (await room.says("/history plant #9"))["text"]
        assert "/history plant 3" in (await room.says("/history"))["text"]
