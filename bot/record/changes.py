"""/slip, /done, /edit, /drop: a line about a thing that the record has -> a draft of its next state.

The thing is named by #number, by words of its title, or by replying to the message that shows it (`replied`). Bars may
be left out: `/slip #17 March 2027 land was late` reads alike. What is not said stays as it is. Where several things
fit, a Pick names them, and the same line is read again with the `chosen` one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from bot.record import words
from bot.record.cells import Around, Line, Said, say, split
from bot.record.drafts import Draft, Refusal, checked
from bot.record.known import Known, Pick, which
from bot.record.phrases import Note, note
from bot.record.whens import FUTURE, PAST, find_when, read_when
from storage import NotFound
from storage.records import Milestone, MilestoneStatus
from storage.rows import row_of
from storage.things import fold

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from storage.periods import Period

KIND: Final = "milestones"
_BECAUSE: Final = re.compile(
    r"^(?:because(?: of)?|since|as|due to|reason|kyunki|kyonki|क्योंकि|कारण)\s*:?\s+", re.IGNORECASE
)
_NUMBERED: Final = re.compile(r"#?(\d{1,9})(?=\s|$)\s*(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Target:
    """The thing that is meant, and the parts that say what happens to it."""

    record: Any
    parts: tuple[str, ...]
    links: tuple[str, ...]


def read_slip(line: str, known: Known, today: date, *, replied: int = 0, chosen: int = 0) -> Draft | Pick | Refusal:
    """WHICH | DATE | REASON. Without a reason the draft lacks one, and asks for it."""
    target = _target(_unbarred(line, today, FUTURE, replied), known, replied, chosen)
    if not isinstance(target, Target):
        return target
    milestone: Milestone = target.record
    if not milestone.open:
        return Refusal(note("not_open", number=milestone.number, status=milestone.status))
    if not target.parts:
        return Refusal(note("slip_usage"))
    found = read_when(target.parts[0].removeprefix("to "), today)
    if found is None:
        return Refusal(note("date_unread", text=target.parts[0][:60]))
    if milestone.due == found.period:
        return Refusal(note("same_due", number=milestone.number, due=found.period))
    reason = _BECAUSE.sub("", " ".join(target.parts[1:]))
    draft = changed(KIND, milestone, {"due": found.period.text, **_linked(target.links)}, verb="slip", reason=reason)
    draft = draft.noting(found.note, _not_later(milestone, found.period))
    return checked(replace(draft, missing=() if reason else ("reason",)))


def begin_slip(number: int, known: Known) -> Draft | Refusal:
    """A slip of which nothing is said yet: it asks for the new date and the reason."""
    try:
        milestone: Milestone = known.get(KIND, number)
    except NotFound:
        return Refusal(note("number_unknown", kind="milestone", number=number))
    if not milestone.open:
        return Refusal(note("not_open", number=number, status=milestone.status))
    return replace(changed(KIND, milestone, {"due": ""}, verb="slip"), missing=("due", "reason"))


def _not_later(milestone: Milestone, due: Period) -> Note | None:
    earlier = milestone.due is not None and due.end <= milestone.due.end
    return note("not_later", new=due, old=milestone.due) if earlier else None


def read_done(line: str, known: Known, today: date, *, replied: int = 0, chosen: int = 0) -> Draft | Pick | Refusal:
    """WHICH [| DATE] [| LINK]. Without a date, today."""
    target = _target(_unbarred(line, today, PAST, replied), known, replied, chosen)
    if not isinstance(target, Target):
        return target
    milestone: Milestone = target.record
    if milestone.status is MilestoneStatus.DONE and not target.parts and not target.links:
        return Refusal(note("nothing_changed", number=milestone.number))
    said = (
        say(KIND, "done", target.parts[0].removeprefix("on "), Around(known, today))
        if target.parts
        else Said({"done": today.isoformat()})
    )
    if isinstance(said, Refusal):
        return said
    cells = {**said.cells, "status": MilestoneStatus.DONE, **_linked(target.links)}
    return checked(changed(KIND, milestone, cells, verb="done", reason=" ".join(target.parts[1:])).noting(*said.notes))


def read_drop(line: str, known: Known, _today: date, *, replied: int = 0, chosen: int = 0) -> Draft | Pick | Refusal:
    """WHICH | REASON. Without a reason the draft lacks one, and asks for it."""
    target = _target(_numbered(line, replied), known, replied, chosen)
    if not isinstance(target, Target):
        return target
    milestone: Milestone = target.record
    if milestone.status is MilestoneStatus.DROPPED:
        return Refusal(note("nothing_changed", number=milestone.number))
    reason = _BECAUSE.sub("", " ".join(target.parts))
    draft = changed(
        KIND, milestone, {"status": MilestoneStatus.DROPPED, **_linked(target.links)}, verb="drop", reason=reason
    )
    return checked(replace(draft, missing=() if reason else ("reason",)))


def read_edit(
    line: str, known: Known, today: date, *, replied: int = 0, chosen: int = 0, kind: str = KIND
) -> Draft | Pick | Refusal:
    """WHICH | FIELD = VALUE [| FIELD = VALUE ...]. A due that is edited is a correction, and no slip."""
    target = _target(_numbered(line, replied), known, replied, chosen, kind)
    if not isinstance(target, Target):
        return target
    cells, reason, notes = dict(_linked(target.links)), "", list[Note]()
    for part in target.parts:
        named = words.split_field(kind, part)
        if named is None:
            return Refusal(note("edit_usage", fields=", ".join(words.FIELDS[kind])))
        said = say(kind, named[0], named[1], Around(known, today)) if named[1] or not target.links else Said({})
        if isinstance(said, Refusal):
            return said
        reason = said.cells.pop("reason", reason)
        cells |= said.cells
        notes += said.notes
    if not cells:
        return Refusal(note("edit_usage", fields=", ".join(words.FIELDS[kind])))
    draft = changed(kind, target.record, _consistent(cells), verb="edit", reason=reason).noting(*notes)
    return checked(draft) if draft.before else Refusal(note("nothing_changed", number=draft.number))


def _consistent(cells: dict[str, str]) -> dict[str, str]:
    """A done date says that it is done; any other status takes the done date away."""
    if cells.get("done"):
        return {"status": MilestoneStatus.DONE, **cells}
    return (
        {**cells, "done": ""}
        if cells.get("status", MilestoneStatus.DONE) != MilestoneStatus.DONE and "due" not in cells
        else cells
    )


def changed(kind: str, record: Any, cells: Mapping[str, str], *, verb: str, reason: str = "") -> Draft:
    """The next state of a thing: its row with these cells in place of its own, and the old ones beside.

    What is said anew has its own source: the link given or, without one, whoever records it. An edit keeps the old one.
    """
    row = row_of(kind, record)
    state = record.state
    named = {name: str(value) for name, value in cells.items() if name in row}
    before = tuple((name, str(row[name])) for name, value in named.items() if row[name] != value)
    source = {} if verb == "edit" or "source_url" in cells else {"source_url": ""}
    kept = {name: str(value) for name, value in row.items() if name not in ("as_of", "reason", "change")}
    return Draft(verb, kind, {**kept, **source, **named}, state.number, state.version, reason, before=before)


def _linked(links: tuple[str, ...]) -> dict[str, str]:
    return {"source_url": links[0]} if links else {}


# ---------------------------------------------------------------- which, and the rest


def _target(line: Line, known: Known, replied: int, chosen: int, kind: str = KIND) -> Target | Pick | Refusal:
    parts = line.parts
    names = known.names.get(kind, ())
    if chosen:
        return _fetched(chosen, parts[1:], line, known, kind)
    if replied and not (parts and (re.fullmatch(r"#\d+", parts[0]) or _is_title(parts[0], names))):
        return _fetched(replied, parts, line, known, kind)
    meant = which(parts[0] if parts else "", names)
    if isinstance(meant, Pick):
        return meant
    if isinstance(meant, Note):
        return Refusal(meant)
    return _fetched(meant, parts[1:], line, known, kind)


def _is_title(part: str, names: Any) -> bool:
    return any(fold(title) == fold(part) for _, title in names)


def _fetched(number: int, parts: tuple[str, ...], line: Line, known: Known, kind: str) -> Target | Refusal:
    try:
        return Target(known.get(kind, number), parts, line.links)
    except NotFound:
        return Refusal(note("number_unknown", kind=kind.removesuffix("s"), number=number))


def _numbered(line: str, replied: int) -> Line:
    """A line without bars that begins with a number: the number, and the rest."""
    parted = split(line)
    if parted.bars or not parted.parts or replied:
        return parted
    found = _NUMBERED.fullmatch(parted.parts[0])
    return replace(parted, parts=(f"#{found[1]}", *([found[2]] if found[2] else []))) if found else parted


def _unbarred(line: str, today: date, lean: int, replied: int) -> Line:
    """A line without bars: what stands before the date is the thing, what stands after it the reason."""
    parted = _numbered(line, 0)
    if parted.bars or not parted.parts:
        return parted
    head, rest = (parted.parts[:1], parted.parts[1]) if len(parted.parts) > 1 else ((), parted.parts[0])
    found = find_when(f"on {rest}" if head or replied else rest, today, lean=lean)
    if found is None:
        return parted
    shift = 3 if head or replied else 0
    start, end = max(found.start - shift, 0), found.end - shift
    before, after = re.sub(r"\s+to$", "", rest[:start].strip()), rest[end:].strip(" ,;:-")
    named = head or ((before,) if before else ())
    reason = " ".join(filter(None, [before if head else "", after])).removeprefix("to ").strip()
    return replace(parted, parts=(*named, rest[start:end].strip(), *([reason] if reason else [])))
