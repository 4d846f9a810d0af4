"""/plant and /control: a new one by its parts in any order, or a change to one that the record has.

/plant NAME | IREL | Vizag | magnets | 500 tpa | building | expected 2027-Q4 | programme REPM | https://...
/plant #3 | commissioned          /control #7 | suspended | until 2026-11-10
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.record import words
from bot.record.cells import MOST_TITLE, Around, Said, first_that, say, split
from bot.record.changes import changed
from bot.record.drafts import TITLE_OF, Draft, Refusal, checked
from bot.record.known import Known, country, one_of, twins
from bot.record.phrases import Note, note
from storage import NotFound
from storage.periods import Period
from storage.records import ControlStatus, Stage
from storage.things import fold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

_UNNAMED: Final = {
    "plants": ("stage", "capacity_tpa", "expected", "product", "organisation", "place", "programme", "confidence"),
    "controls": ("status", "jurisdiction", "instrument", "until", "confidence"),
}
_NEEDED: Final = {"plants": ("product", "stage"), "controls": ("jurisdiction", "status")}
_USAGE: Final = {"plants": "plant_usage", "controls": "control_usage"}
_INSTRUMENT: Final = re.compile(
    r"\bno\.?\s*\d|\b(?:announcement|order|proclamation|regulation|notification|section|rule)\b", re.IGNORECASE
)


def read_plant(line: str, known: Known, today: date, *, replied: int = 0) -> Draft | Refusal:
    """A plant, or the next state of one: its stage, capacity, expected date and the like."""
    return _read("plants", line, Around(known, today), replied)


def read_control(line: str, known: Known, today: date, *, replied: int = 0) -> Draft | Refusal:
    """An export control, or the next state of one: in force, suspended until a day, revoked."""
    return _read("controls", line, Around(known, today), replied)


def _read(kind: str, line: str, around: Around, replied: int) -> Draft | Refusal:
    parted = split(line)
    parts = parted.parts
    cells = {"source_url": parted.links[0]} if parted.links else {}
    by_reply = bool(replied) and not (parts and parts[0].startswith("#"))
    if not parts and not (by_reply and cells):
        return Refusal(note(_USAGE[kind]))
    number = replied if by_reply else _meant(kind, parts[0], around.known)
    said = _parts(kind, parts if by_reply else parts[1:], around, new=not number)
    if isinstance(said, Refusal):
        return said
    if number:
        return _next_state(kind, number, {**said.cells, **cells}, said.notes, around.known)
    return _new(kind, parts[0], {**said.cells, **cells}, said.notes, around)


def _meant(kind: str, first: str, known: Known) -> int:
    """The number of a thing that the record has, 0 for a new one. A name must be whole: words alone name a new one."""
    if number := re.fullmatch(r"#\s*(\d{1,9})", first):
        return int(number[1])
    return next((number for number, title in known.names.get(kind, ()) if fold(title) == fold(first)), 0)


def _parts(kind: str, parts: Sequence[str], around: Around, *, new: bool) -> Said | Refusal:
    cells: dict[str, str] = {}
    notes: list[Note] = []
    for part in parts:
        said = _part(kind, part, cells, around)
        if isinstance(said, Refusal):
            return said
        if said is None:
            said = (
                _leftover(kind, part, cells)
                if new
                else Refusal(note("edit_usage", fields=", ".join(words.FIELDS[kind])))
            )
            if isinstance(said, Refusal):
                return said
        cells |= said.cells
        notes += said.notes
    return Said(cells, tuple(notes))


def _part(kind: str, part: str, cells: dict[str, str], around: Around) -> Said | Refusal | None:
    """A named field where its words fit it, else the first thing that the part surely is."""
    named = words.split_field(kind, part)
    said = say(kind, *named, around) if named else None
    if isinstance(said, Said):
        return said
    unnamed = first_that(kind, [field for field in _UNNAMED[kind] if field not in cells], part, around)
    return unnamed or said


def _leftover(kind: str, part: str, cells: dict[str, str]) -> Said:
    """Words that are nothing known: the fields that take any, in the order of the manual, then the note."""
    order: tuple[str, ...] = ("organisation", "place")
    if kind == "controls":
        order = ("instrument", "scope") if _INSTRUMENT.search(part) else ("scope",)
    field = next((field for field in order if not cells.get(field)), "note")
    return Said(
        {field: "; ".join(filter(None, [cells.get("note", "") if field == "note" else "", part]))},
        (note("guessed", field=field, value=part),),
    )


def _next_state(kind: str, number: int, cells: dict[str, str], notes: Sequence[Note], known: Known) -> Draft | Refusal:
    try:
        record = known.get(kind, number)
    except NotFound:
        return Refusal(note("number_unknown", kind=kind.removesuffix("s"), number=number))
    reason = cells.pop("reason", "")
    if kind == "controls" and "status" in cells and "until" not in cells:
        cells["until"] = ""  # `until` ended the status before, and says nothing of the new one
    draft = changed(kind, record, cells, verb=kind.removesuffix("s"), reason=reason).noting(*notes)
    return checked(draft) if draft.before else Refusal(note("nothing_changed", number=number))


def _new(kind: str, name: str, cells: dict[str, str], notes: Sequence[Note], around: Around) -> Draft | Refusal:
    if len(name) > MOST_TITLE:
        return Refusal(note("too_long", field=TITLE_OF[kind], most=MOST_TITLE))
    reason = cells.pop("reason", "")
    draft = Draft(kind.removesuffix("s"), kind, {TITLE_OF[kind]: name}, reason=reason).saying(**cells).noting(*notes)
    draft = _proposed(kind, name, draft, around)
    same = twins(name, around.known.names.get(kind, ()))
    doubts = tuple(note("twin", number=number, title=title) for number, title in same[:1])
    missing = tuple(field for field in _NEEDED[kind] if not draft.cells.get(field))
    return checked(replace(draft, twins=same, doubts=doubts, missing=missing))


def _proposed(kind: str, name: str, draft: Draft, around: Around) -> Draft:
    """What the name itself tells: the product of a plant, whose control it is."""
    if kind == "plants":
        guesses: dict[str, str | None] = {
            "product": words.product_in(name),
            "stage": Stage.ANNOUNCED if draft.cells.get("expected") else None,
        }
    else:
        owner = name.partition(":")[0]
        whose = one_of(owner, around.known.of("jurisdiction")) or country(owner)
        guesses = {"jurisdiction": whose, "status": _status(draft, around)}
    for field, value in guesses.items():
        if value and not draft.cells.get(field):
            draft = draft.saying(**{field: value}).noting(note("guessed", field=field, value=value))
            draft = replace(draft, guessed=(*draft.guessed, field))
    return draft


def _status(draft: Draft, around: Around) -> ControlStatus | None:
    """A control with a date is announced until it takes effect."""
    effective = draft.cells.get("effective")
    if effective and Period.parse(effective).start <= around.today:
        return ControlStatus.IN_FORCE
    return ControlStatus.ANNOUNCED if effective or draft.cells.get("announced") else None
