"""A draft: what a line says, as the cells of a file's row, with what is missing, guessed and to be noticed.

It is JSON both ways, so that a half-finished entry survives a restart, and it becomes a record by the rules that files
are checked by. Nothing here writes.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from bot.record.phrases import Note, note
from storage.records import Source
from storage.rows import BadRow, Written, check

if TYPE_CHECKING:
    from collections.abc import Mapping

TITLE_OF: Final = {"milestones": "title", "plants": "name", "controls": "title", "figures": "indicator"}


@dataclass(frozen=True, slots=True)
class Refusal:
    """Nothing can be made of it; one line says what to write instead."""

    note: Note

    def text(self, language: str = "en") -> str:
        return self.note.text(language)


@dataclass(frozen=True, slots=True)
class Draft:
    """`cells` are a row of `kind`. `number` and `version` name the state that it changes, 0 for something new.

    `asked` are the fields that were asked about and left blank, so that none is asked twice. `doubts` must be answered
    before saving; `before` are the changed cells as they were, for a preview of old against new.
    """

    verb: str
    kind: str
    cells: Mapping[str, str]
    number: int = 0
    version: int = 0
    reason: str = ""
    missing: tuple[str, ...] = ()
    guessed: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    twins: tuple[tuple[int, str], ...] = ()
    doubts: tuple[Note, ...] = ()
    asked: tuple[str, ...] = ()
    before: tuple[tuple[str, str], ...] = ()
    suggestion: str = ""  # for a doubted figure: the value that its neighbours speak for
    story: int = 0  # the story that it was taken from; 0 for none

    @property
    def title(self) -> str:
        return self.cells.get(TITLE_OF[self.kind], "")

    @property
    def ready(self) -> bool:
        """Whether it may be saved as it stands."""
        return not self.missing and not self.doubts

    @property
    def correction(self) -> bool:
        """An edit of a due date is a correction; it is kept, and not counted as a slip."""
        return self.verb == "edit"

    def saying(self, **cells: str) -> Draft:
        """With these cells; what was said is neither missing nor guessed any more."""
        return replace(
            self,
            cells={**self.cells, **{name: str(value) for name, value in cells.items()}},
            missing=tuple(name for name in self.missing if name not in cells),
            guessed=tuple(name for name in self.guessed if name not in cells),
        )

    def noting(self, *notes: Note | None) -> Draft:
        return replace(self, notes=tuple(dict.fromkeys([*self.notes, *(each for each in notes if each)])))

    def written(self, recorded: str) -> Written:
        """The record that it makes, to be put by the road of files; raises BadRow with every fault.

        `recorded` ("recorded by NAME, DATE") is its source where none was given.
        """
        cells = {**self.cells, "reason": self.reason, "change": "correction" if self.correction else "", "as_of": ""}
        if self.kind == "figures":
            url = self.cells.get("source_url", "")
            host = url.partition("://")[2].partition("/")[0].removeprefix("www.")
            cells["source_title"] = self.cells.get("source_title") or host or recorded
        made = check(self.kind, cells)
        source = made.record.source
        return (
            made if source.title or source.url else replace(made, record=replace(made.record, source=Source(recorded)))
        )

    def dumps(self) -> str:
        return json.dumps({"form": _FORM, **asdict(self)}, ensure_ascii=False, sort_keys=True)


_FORM: Final = 1


def loads(text: str) -> Draft:
    """The draft that was kept; raises ValueError for one of another form."""
    kept: dict[str, Any] = json.loads(text)
    if kept.pop("form", None) != _FORM:
        raise ValueError("the entry was kept by another version; begin it again")
    for name in ("missing", "guessed", "asked"):
        kept[name] = tuple(kept[name])
    for name in ("notes", "doubts"):
        kept[name] = tuple(_note(each) for each in kept[name])
    kept["twins"] = tuple((int(number), str(title)) for number, title in kept["twins"])
    kept["before"] = tuple((str(name), str(value)) for name, value in kept["before"])
    return Draft(**kept)


def _note(kept: Mapping[str, Any]) -> Note:
    return Note(kept["key"], tuple((name, value) for name, value in kept["values"]))


def checked(draft: Draft) -> Draft | Refusal:
    """The draft, when its cells are those of a row that files would be allowed; else the first fault, in words."""
    try:
        replace(draft, cells={**draft.cells, **{name: _ANY[name] for name in draft.missing if name in _ANY}}).written(
            "somebody"
        )
    except BadRow as bad:
        return Refusal(note("row_fault", column=bad.faults[0].column, reason=bad.faults[0].reason))
    return draft


# What stands for a choice that is still to be asked for, so that the rest can be checked.
_ANY: Final = {
    "category": "policy",
    "product": "magnets",
    "stage": "announced",
    "jurisdiction": "China",
    "status": "announced",
}
