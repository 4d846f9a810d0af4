"""One field and what is said of it -> the cells of a row. Used by every line, every answer and every edit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.record import words
from bot.record.amounts import read_amount
from bot.record.drafts import Refusal
from bot.record.known import Known, country, one_of, place
from bot.record.phrases import Note, note
from bot.record.whens import FUTURE, PAST, read_when
from storage.records import Category, Confidence, ControlStatus, MilestoneStatus, Stage
from storage.rows import LONGEST, number_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from enum import StrEnum

_MOST_PARTS: Final = 24  # more than any line has fields; what follows stays with the last
MOST_TITLE: Final = 300  # characters: what is longer is a note
LINK: Final = re.compile(r"https?://[^\s|<>]+[^\s|<>.,;:!?)\]'\"]", re.IGNORECASE)

_ADDRESS: Final = re.compile(
    r"(?<!\w)(?!https?://)[a-z][a-z0-9+.-]*://[^\s|]*|(?<!\w)https?://(?=[\s|]|$)", re.IGNORECASE
)
_LINK_AND_STOP: Final = re.compile(LINK.pattern + r"[.,;:!?)\]'\"]*", re.IGNORECASE)

_DATES: Final = {
    "due": FUTURE,
    "done": PAST,
    "expected": FUTURE,
    "announced": PAST,
    "effective": FUTURE,
    "until": FUTURE,
}
_CHOICES: Final[dict[tuple[str, str], type[StrEnum]]] = {
    ("milestones", "category"): Category,
    ("milestones", "status"): MilestoneStatus,
    ("plants", "stage"): Stage,
    ("controls", "status"): ControlStatus,
}
_BLANK: Final = ("", "-", "none", "blank", "nil", "कुछ नहीं", "koi nahi")
_NEEDED: Final = ("title", "name", "category", "status", "stage", "product", "jurisdiction")
_NAMES: Final = ("organisation", "programme", "instrument")


@dataclass(frozen=True, slots=True)
class Line:
    """A command's line in parts, its links taken out; `bars` tells whether the parts were parted by bars."""

    parts: tuple[str, ...]
    links: tuple[str, ...]
    bars: bool


@dataclass(frozen=True, slots=True)
class Around:
    """What a line is read against."""

    known: Known
    today: date


@dataclass(frozen=True, slots=True)
class Said:
    """Cells that a part fills, and what had to be settled to read it."""

    cells: dict[str, str]
    notes: tuple[Note, ...] = ()


def split(line: str) -> Line:
    """The parts between bars, blanks left out, and the links wherever they stand."""
    links = tuple(dict.fromkeys(match[0] for match in LINK.finditer(line)))
    parts = [" ".join(part.split()) for part in _LINK_AND_STOP.sub(" ", line).split("|", _MOST_PARTS - 1)]
    return Line(tuple(part for part in parts if part), links, "|" in line)


def no_web_address(text: str) -> str:
    """The first address in a text that is none of the web; '' when there is none. What stands within a link is the link's.

    >>> no_web_address("IREL line | ftp://irel.example/a"), no_web_address("https://pib.example/?u=ftp://x")
    ('ftp://irel.example/a', '')
    """
    found = _ADDRESS.search(LINK.sub(" ", text))
    return found[0] if found else ""


def say(kind: str, field: str, text: str, around: Around) -> Said | Refusal:
    """A field in a person's words as cells; a Refusal says what would be right."""
    said = " ".join(text.split())
    if said.casefold() in _BLANK and field not in _NEEDED:
        return Said({field: ""})
    if field in _DATES:
        return _date(field, said, around)
    if chosen := (Confidence if field == "confidence" else _CHOICES.get((kind, field))):
        return _chosen(field, said, chosen)
    if len(said) > (MOST_TITLE if field in ("title", "name") else LONGEST):
        return Refusal(note("too_long", field=field, most=MOST_TITLE if field in ("title", "name") else LONGEST))
    return _TAKERS.get(field, _plain)(field, said, around)


def _date(field: str, said: str, around: Around) -> Said | Refusal:
    found = read_when(said, around.today, lean=_DATES[field])
    if found is None:
        return Refusal(note("date_unread", text=said[:60]))
    if field == "done" and found.period.start > around.today:
        return Refusal(note("future_done", day=found.period))
    return Said({field: found.period.text}, (found.note,) if found.note else ())


def _chosen(field: str, said: str, kind: type[StrEnum]) -> Said | Refusal:
    found = words.choice(said, kind)
    if found is None:
        return Refusal(note("choice_unread", text=said[:60], choices=", ".join(each for each in kind if each)))
    return Said({field: found})


def _plain(field: str, said: str, _around: Around) -> Said | Refusal:
    return Said({field: said})


def _name(field: str, said: str, around: Around) -> Said | Refusal:
    return _matched(field, said, one_of(said, around.known.of(field)))


def _place(field: str, said: str, around: Around) -> Said | Refusal:
    return _matched(field, said, place(said, around.known.of("place")))


def _matched(field: str, said: str, name: str | None) -> Said:
    if name is None or name == said:
        return Said({field: said})
    return Said({field: name}, (note("matched", text=said, name=name),))


def _product(field: str, said: str, around: Around) -> Said | Refusal:
    return Said({field: words.product(said) or one_of(said, around.known.of("product")) or said.casefold()})


def _capacity(field: str, said: str, _around: Around) -> Said | Refusal:
    amount = read_amount(said)
    if amount is None or amount.unit not in ("tpa", "t", "") or amount.value < 0:
        return Refusal(note("figure_value", text=said[:60]))
    return Said({field: number_text(amount.value)})


def _link(field: str, said: str, _around: Around) -> Said | Refusal:
    if not LINK.fullmatch(said):
        return Refusal(
            note("row_fault", column=field, reason=f"'{said[:60]}' is no web address; it begins with https://")
        )
    return Said({field: said})


def _controls(field: str, said: str, around: Around) -> Said | Refusal:
    given = [part.strip() for part in re.split(r"[;,]", said) if part.strip()]
    return Said({field: ";".join(one_of(part, around.known.of("instrument")) or part for part in given)})


def _jurisdiction(field: str, said: str, around: Around) -> Said | Refusal:
    return _matched(field, said, one_of(said, around.known.of(field)) or country(said))


_TAKERS: Final[dict[str, Callable[[str, str, Around], Said | Refusal]]] = {
    **dict.fromkeys(_NAMES, _name),
    "jurisdiction": _jurisdiction,
    "place": _place,
    "product": _product,
    "capacity_tpa": _capacity,
    "source_url": _link,
    "controls": _controls,
}


def first_that(kind: str, fields: Sequence[str], part: str, around: Around) -> Said | None:
    """A part without a name, as the first of these fields that it wholly is; None when it is none of them."""
    for field in fields:
        said = _surely(kind, field, part, around)
        if said is not None:
            return said
    return None


def _surely(kind: str, field: str, part: str, around: Around) -> Said | None:
    """The part as this field, where it could hardly be anything else."""
    if field in _DATES:
        found = read_when(part, around.today, lean=_DATES[field], last_resort=False)
        return Said({field: found.period.text}, (found.note,) if found and found.note else ()) if found else None
    if field == "confidence" or (kind, field) in _CHOICES:
        said = say(kind, field, part, around)
        return said if isinstance(said, Said) and part.casefold() not in _BLANK else None
    return _by_name(field, part, around)


def _surely_capacity(part: str) -> Said | None:
    """An amount in tonnes; a bare number too, unless it is a year, and then it is shown as a guess."""
    amount = read_amount(part)
    if amount is None or (amount.unit not in ("tpa", "t") and not _BARE.fullmatch(part)):
        return None
    value = number_text(amount.value)
    return Said({"capacity_tpa": value}, () if amount.unit else (note("guessed_capacity", value=value),))


_BARE: Final = re.compile(r"(?!(?:19|20)\d\d$)\d[\d,]*(?:\.\d+)?")


def _by_name(field: str, part: str, around: Around) -> Said | None:
    if field == "place":
        name = place(part, around.known.of("place"))
    elif field == "product":
        name = words.product(part)
    elif field == "capacity_tpa":
        return _surely_capacity(part)
    else:
        name = one_of(part, around.known.of(field)) or (country(part) if field == "jurisdiction" else None)
    return _matched(field, part, name) if name else None
