"""A thing of the record as a few lines: in previews, confirmations and histories. All text of people is escaped."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from bot.look.html import link
from bot.look.pages import escape
from bot.look.periods import format_when
from bot.look.phrases import PHRASES
from bot.look.phrases import say as look
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
# What each cell is called.
LABELS: dict[str, dict[str, str]] = {
    "title": {"en": "title", "hi": "शीर्षक"},
    "name": {"en": "name", "hi": "नाम"},
    "indicator": {"en": "indicator", "hi": "संकेतक"},
    "category": {"en": "category", "hi": "श्रेणी"},
    "status": {"en": "status", "hi": "स्थिति"},
    "due": {"en": "due", "hi": "देय"},
    "done": {"en": "done", "hi": "पूरा"},
    "organisation": {"en": "organisation", "hi": "संगठन"},
    "place": {"en": "place", "hi": "स्थान"},
    "source_title": {"en": "source", "hi": "स्रोत"},
    "source_url": {"en": "link", "hi": "कड़ी"},
    "note": {"en": "note", "hi": "टिप्पणी"},
    "product": {"en": "product", "hi": "उत्पाद"},
    "capacity_tpa": {"en": "tonnes a year", "hi": "टन प्रति वर्ष"},
    "stage": {"en": "stage", "hi": "चरण"},
    "expected": {"en": "expected", "hi": "अपेक्षित"},
    "jurisdiction": {"en": "jurisdiction", "hi": "अधिकार क्षेत्र"},
    "instrument": {"en": "instrument", "hi": "आदेश"},
    "scope": {"en": "scope", "hi": "दायरा"},
    "announced": {"en": "announced", "hi": "घोषित"},
    "effective": {"en": "effective", "hi": "प्रभावी"},
    "until": {"en": "until", "hi": "तक"},
    "partner": {"en": "partner", "hi": "साझेदार"},
    "period": {"en": "period", "hi": "अवधि"},
    "value": {"en": "value", "hi": "मान"},
    "unit": {"en": "unit", "hi": "इकाई"},
    "published": {"en": "published", "hi": "प्रकाशित"},
    "reason": {"en": "reason", "hi": "कारण"},
}
# The words of a choice, by the kind that it is of.
_CHOICES = {
    ("milestones", "category"): "category_",
    ("milestones", "status"): "status_",
    ("plants", "stage"): "stage_",
    ("controls", "status"): "control_",
    ("figures", "status"): "figure_",
}
_NUMBERS = ("value", "capacity_tpa")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_TITLES = {"milestones": "title", "plants": "name", "controls": "title", "figures": "indicator"}
_DATES = ("due", "done", "expected", "announced", "effective", "until", "period")
_KINDS = {Milestone: "milestones", Plant: "plants", Control: "controls", Figure: "figures"}


def label(column: str, language: str) -> str:
    """What a column is called."""
    return LABELS[column].get(language, LABELS[column]["en"])


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
        lines.append(f"{label('reason', language)}: {escape(draft.reason)}")
    notes = [each.text(language) for each in (*draft.notes, *draft.doubts)]
    return "\n".join(lines + [f"<i>{escape(each)}</i>" for each in notes])


def _lines(kind: str, cells: Mapping[str, str], number: int, before: Mapping[str, str], language: str) -> list[str]:
    title = escape(cells.get(_TITLES[kind], ""))
    lines = [f"<b>#{number} {title}</b>" if number else f"<b>{title}</b>"]
    for name in _SHOWN[kind]:
        value, old = cells.get(name, ""), before.get(name, "")
        if value or old:
            gone = name in before and old and old != value
            moved = f"<s>{_cell(kind, name, old, language)}</s> → " if gone else ""
            lines.append(f"{label(name, language)}: {moved}{_cell(kind, name, value, language)}")
    return lines


def _cell(kind: str, name: str, value: str, language: str) -> str:
    if name == "source_url":
        return link(value, value)
    if name in _DATES and value:
        try:
            return escape(format_when(Period.parse(value), language=language))
        except PeriodError:
            return escape(value)
    return escape(_worded(kind, name, value, language)) or "-"


def choice_word(kind: str, name: str, value: str, language: str) -> str:
    """What a button shows that answers for a cell: a choice in words, a date as people write it; all else as it is."""
    if name in _DATES:
        try:
            return format_when(Period.parse(value), language=language)
        except PeriodError:
            return value
    return _worded(kind, name, value, language)


def _worded(kind: str, name: str, value: str, language: str) -> str:
    """A choice in words, a number with its thousands apart; all else as it is."""
    words = f"{_CHOICES.get((kind, name), '')}{value}"
    if words != value and words in PHRASES:
        return look(words, language).lower()
    if name in _NUMBERS and _NUMBER.fullmatch(value):
        return f"{Decimal(value):,f}"
    return value
