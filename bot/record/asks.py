"""What a draft still lacks: its next question with the choices to tap, and an answer taken into it.

A title alone needs category, due and organisation: three answers and Save.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bot.record.cells import Around, say
from bot.record.changes import changed
from bot.record.drafts import TITLE_OF, Draft, Refusal, checked
from bot.record.phrases import Note, note
from bot.record.whens import read_when
from storage.records import Category, MilestoneStatus, Stage
from storage.rows import row_of
from storage.things import fold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bot.record.known import Known

BLANK: Final = "-"  # the value of the button that leaves a field blank
ANOTHER: Final = "another"  # of the button that says that it is not the thing that it is like
_MOST_NAMES: Final = 6


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: what it sends, and what it shows; a label is a phrase of ours or, if None, the value itself."""

    value: str
    label: Note | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """A question about one field. Any text may be answered beside its choices."""

    field: str
    question: Note
    choices: tuple[Choice, ...]


_ORDER: Final = {
    "milestones": ("category", "due", "organisation"),
    "plants": ("product", "stage", "organisation"),
    "controls": ("jurisdiction", "status"),
    "figures": (),
}


def next_ask(draft: Draft, known: Known, today: date) -> Ask | None:
    """The next question, doubts first; None when it can be saved as it is."""
    if draft.doubts:
        return _doubt(draft)
    for field in _ORDER[draft.kind] if not draft.number else draft.missing:
        if draft.cells.get(field) or (field in draft.asked and field not in draft.missing) or _settled(draft, field):
            continue
        return Ask(field, note(f"ask_{field}"), tuple(_choices(draft, field, known, today)))
    return None


def _settled(draft: Draft, field: str) -> bool:
    """What is done needs no due date."""
    return field == "due" and bool(draft.cells.get("done"))


def _doubt(draft: Draft) -> Ask:
    if draft.kind == "figures":
        choices = [Choice("as written", note("as_written"))]
        choices += (
            [Choice(draft.suggestion, note("divided", value=f"{float(draft.suggestion):,.12g}"))]
            if draft.suggestion
            else []
        )
        return Ask("value", draft.doubts[0], tuple(choices))
    number, title = draft.twins[0]
    choices = [Choice(f"#{number}", note("it_is", number=number)), Choice(ANOTHER, note("another"))]
    return Ask("twin", note("ask_twin", number=number, title=title), tuple(choices))


def _choices(draft: Draft, field: str, known: Known, today: date) -> Iterable[Choice]:
    if field == "category":
        return (Choice(each) for each in Category)
    if field == "stage":
        return (Choice(each) for each in Stage)
    if field == "status":
        return (Choice(each) for each in ("announced", "in_force", "suspended"))
    if field == "product":
        return (Choice(each) for each in ("magnets", "metals", "oxides", "alloys"))
    if field in ("due", "done"):
        return _dates(field, today)
    return [
        *(Choice(name) for name in known.of(field)[:_MOST_NAMES]),
        *([] if field in draft.missing else [Choice(BLANK, note("skip"))]),
    ]


def _dates(field: str, today: date) -> list[Choice]:
    """The ends of this and the next quarter, of the fiscal year and the calendar one; or today and the days before."""
    said = (
        ("this quarter", "next quarter", "this fiscal year", "next year") if field == "due" else ("today", "yesterday")
    )
    read = [read_when(text, today) for text in said]
    periods = dict.fromkeys(found.period.text for found in read if found)
    return [*(Choice(text) for text in periods), Choice(BLANK, note("no_date"))]


def answer(draft: Draft, field: str, text: str, known: Known, today: date) -> Draft | Refusal:
    """The draft with an answer to a question, or with any field of it changed; a Refusal says how to answer."""
    said_text = text.strip()
    if field == "twin":
        return _twin(draft, said_text, known)
    if field == "value" and draft.doubts:
        draft = replace(draft, doubts=())
        return draft if said_text == "as written" else checked(draft.saying(value=said_text))
    if field == "reason":
        return replace(draft, reason=said_text, missing=tuple(name for name in draft.missing if name != "reason"))
    if said_text == BLANK and field not in draft.missing:
        return replace(draft.saying(**{field: ""}), asked=(*draft.asked, field))
    said = say(draft.kind, field, said_text, Around(known, today))
    if isinstance(said, Refusal):
        return said
    draft = draft.saying(**said.cells).noting(*said.notes)
    if field == "done" and draft.cells.get("done"):
        draft = draft.saying(status=MilestoneStatus.DONE)
    return checked(draft)


def _twin(draft: Draft, text: str, known: Known) -> Draft | Refusal:
    """It is this very one, of which the line tells a newer state; or another, which then has a key of its own."""
    numbers = [number for number, _ in draft.twins]
    if text == ANOTHER:
        exact = any(fold(title) == fold(draft.title) for _, title in draft.twins)
        key = {"id": f"{fold(draft.title)[:60]} ({max(numbers)}+)"} if exact else {}
        return replace(draft.saying(**key), doubts=(), twins=())
    if text.lstrip("#") not in map(str, numbers):
        return Refusal(note("choice_unread", text=text[:60], choices=f"#{numbers[0]}, {ANOTHER}"))
    record = known.get(draft.kind, int(text.lstrip("#")))
    said = {name: value for name, value in draft.cells.items() if value and name not in draft.guessed}
    newer = changed(
        draft.kind,
        record,
        {**said, TITLE_OF[draft.kind]: row_of(draft.kind, record)[TITLE_OF[draft.kind]]},
        verb=draft.verb,
    )
    return replace(newer, reason=draft.reason, notes=draft.notes)
