"""A thing of the record as a few lines: in previews, confirmations and histories. All text of people is escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.look.html import link
from bot.look.pages import escape
from bot.look.periods import format_when
from bot.record.drafts import Draft
from storage.periods import Period, PeriodError
from storage.records import Control, Figure, Milestone, Plant
from storage.rows import row_of

if TYPE_CHECKING:
    from collections.abc import Mapping

# The cells that are shown, in order, after the title. A column that is not here is not shown.
_SHOWN = {
    "milestones": ("category", "status", "due", "done", "organisation", "place", "source_url", "note"),
    "plants": ("product", "capacity_tpa", "stage", "expected", "organisation", "place", "source_url", "note"),
    "controls": (
        "jurisdiction", "instrument", "scope", "status", "announced", "effective", "until", "source_url", "note",
    ),
    "figures": ("product", "partner", "period", "value", "unit", "status", "source_title", "source_url", "note"),
}  # fmt: skip
_TITLES = {"milestones": "title", "plants": "name", "controls": "title", "figures": "indicator"}
_DATES = ("due", "done", "expected", "announced", "effective", "until", "period")
_KINDS = {Milestone: "milestones", Plant: "plants", Control: "controls", Figure: "figures"}


def kind_of(record: Any) -> str:
    return _KINDS[type(record)]


def card(thing: Any, language: str = "en") -> str:
    """A draft or a record as Telegram HTML."""
    if isinstance(thing, Draft):
        return _draft(thing, language)
    kind = kind_of(thing)
    number = thing.state.number if thing.state else 0
    return "\n".join(_lines(kind, row_of(kind, thing), number, {}, language))


def _draft(draft: Draft, language: str) -> str:
    lines = _lines(draft.kind, draft.cells, draft.number, dict(draft.before), language)
    if draft.reason:
        lines.append(f"reason: {escape(draft.reason)}")
    notes = [each.text(language) for each in (*draft.notes, *draft.doubts)]
    return "\n".join(lines + [f"<i>{escape(each)}</i>" for each in notes])


def _lines(kind: str, cells: Mapping[str, str], number: int, before: Mapping[str, str], language: str) -> list[str]:
    title = escape(cells.get(_TITLES[kind], ""))
    lines = [f"<b>#{number} {title}</b>" if number else f"<b>{title}</b>"]
    for name in _SHOWN[kind]:
        value, old = cells.get(name, ""), before.get(name, "")
        if value or old:
            moved = f"<s>{_cell(name, old, language)}</s> → " if name in before and old and old != value else ""
            lines.append(f"{name.replace('_', ' ')}: {moved}{_cell(name, value, language)}")
    return lines


def _cell(name: str, value: str, language: str) -> str:
    if name == "source_url":
        return link(value, value)
    if name in _DATES and value:
        try:
            return escape(format_when(Period.parse(value), language=language))
        except PeriodError:
            return escape(value)
    return escape(value.replace("_", " ") if name in ("category", "status", "stage") else value) or "-"
