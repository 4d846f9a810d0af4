"""/log: one line, its parts in any order, parted by bars or not at all -> a milestone's draft.

TITLE | due 2026-Q4 | plant | IREL | https://...
IREL to commission 500 tpa line at Vizag by Q4 2027 https://...
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.record import words
from bot.record.cells import MOST_TITLE, Around, Line, Said, first_that, say, split
from bot.record.drafts import Draft, Refusal, checked
from bot.record.known import Known, named_in, place, twins
from bot.record.phrases import note
from bot.record.whens import FUTURE, PAST, Dated, find_when
from storage.periods import Period
from storage.records import MilestoneStatus
from storage.things import fold

if TYPE_CHECKING:
    from datetime import date

KIND: Final = "milestones"

# A part that bears no name is tried as these, in this order.
_UNNAMED: Final = ("due", "status", "category", "confidence", "organisation", "place")

_BODY: Final = re.compile(
    r"\b(?:ltd|limited|pvt|inc|corp|corporation|ministry|department|board|authority|agency|institute|commission|council|"
    r"mantralaya|nigam)\b|मंत्रालय|विभाग|लिमिटेड|निगम|बोर्ड",
    re.IGNORECASE,
)
_COMING: Final = re.compile(
    r"\b(?:to|will|shall|plans?|expected|hoga|hogi|honge|karega|karegi)\b|होगा|होगी|होंगे|करेगा|करेगी", re.IGNORECASE
)
_HAPPENED: Final = re.compile(
    r"\b(?:[a-z]{3,}ed|won|held|begun|began|done|hua|hui|hue|gaya|gayi|gaye|kiya|chuka)\b|हुआ|हुई|हुए|गया|गई|गए|किया|चुका",
    re.IGNORECASE,
)
_AT: Final = re.compile(r"\b(?:at|in|near)\s+([A-Z][\w-]+(?:\s[A-Z][\w-]+)?)|([^\s,]+)\s(?:में|mein)(?=\s|$)")
_LOOSE_ENDS: Final = re.compile(
    r"^[\s,;:–-]+|[\s,;:–-]+$|\s+(?:by|on|in|at|due|before|until|till|tak|तक)\s*[,;:]?\s*$", re.IGNORECASE
)


def read_log(line: str, known: Known, today: date) -> Draft | Refusal:
    """A draft of the milestone that the line tells of; a Refusal when it names none."""
    around, parted = Around(known, today), split(line)
    if not parted.parts:
        return Refusal(note("log_empty"))
    draft = Draft(
        "log", KIND, {"status": str(MilestoneStatus.PLANNED), "source_url": parted.links[0] if parted.links else ""}
    )
    read = _barred(draft, parted, around) if len(parted.parts) > 1 else _free(draft, parted.parts[0], around)
    if isinstance(read, Refusal):
        return read
    if not read.title:
        return Refusal(note("log_empty"))
    if len(read.title) > MOST_TITLE:
        return Refusal(note("too_long", field="title", most=MOST_TITLE))
    return checked(_completed(_more_links(read, parted), around))


def _more_links(draft: Draft, line: Line) -> Draft:
    more = " ".join(line.links[1:])
    return draft.saying(note=" ".join(filter(None, [draft.cells.get("note", ""), more]))) if more else draft


# ---------------------------------------------------------------- parts between bars


def _barred(draft: Draft, line: Line, around: Around) -> Draft | Refusal:
    """Each part as what it surely is; the rest in the order of the manual: title, organisation, note."""
    rest: list[str] = []
    for part in line.parts:
        said = _named(part, around) or _unnamed(draft, part, around)
        if isinstance(said, Refusal):
            return said
        if said is None:
            rest.append(part)
        else:
            draft = _take(draft, said)
    if not rest and "title" not in draft.cells:  # all of it is known words: the first of them is the title, too
        rest = [part for part in line.parts if not words.split_field(KIND, part)][:1]
    return _leftovers(draft, rest, around)


def _named(part: str, around: Around) -> Said | Refusal | None:
    """'due 2026-Q4', 'place: Vizag'. Without a colon, words that do not fit the field may be a title."""
    named = words.split_field(KIND, part)
    if named is None:
        return None
    said = say(KIND, *named, around)
    return None if isinstance(said, Refusal) and not words.named_plainly(part) and named[0] != "due" else said


def _unnamed(draft: Draft, part: str, around: Around) -> Said | None:
    """A date, a choice or a known name, for a field that is still empty. A date that is past is when it was done."""
    fields = [field for field in _UNNAMED if field == "status" or not draft.cells.get(field)]
    said = first_that(KIND, fields, part, around)
    due = said.cells.get("due") if said else None
    if said is None or not due or Period.parse(due).end >= around.today or "done" in draft.cells:
        return said
    return Said({"done": due}, (*said.notes, note("guessed", field="status", value=MilestoneStatus.DONE)))


def _take(draft: Draft, said: Said) -> Draft:
    reason = said.cells.pop("reason", "")
    draft = draft.saying(**said.cells).noting(*said.notes)
    if said.cells.get("done"):
        draft = draft.saying(status=MilestoneStatus.DONE)
    return replace(draft, reason=reason or draft.reason)


def _leftovers(draft: Draft, rest: list[str], around: Around) -> Draft:
    """What is no date, choice or known name: the title, then a body, then a note."""
    if "title" not in draft.cells and rest:
        first = next(
            (part for part in rest if not (_BODY.search(part) and len(rest) > 1 and len(part.split()) < 6)), rest[0]
        )
        rest = [part for part in rest if part is not first]
        draft = _title(draft, first, around)
    for part in rest:
        if not draft.cells.get("organisation") and (_BODY.search(part) or _like_a_name(part)):
            draft = _guess(draft, "organisation", part)
        else:
            draft = draft.saying(note="; ".join(filter(None, [draft.cells.get("note", ""), part]))).noting(
                note("into_note", text=part[:60])
            )
    return draft


def _like_a_name(part: str) -> bool:
    given = part.split()
    return len(given) <= 4 and all(word[0].isupper() or not word[0].isascii() for word in given if len(word) > 3)


def _guess(draft: Draft, field: str, value: str) -> Draft:
    draft = draft.saying(**{field: value}).noting(note("guessed", field=field, value=value))
    return replace(draft, guessed=(*draft.guessed, field))


def _title(draft: Draft, text: str, around: Around) -> Draft:
    """A title keeps its words; a date in it is taken as well when no part gave one."""
    draft = draft.saying(title=text)
    if draft.cells.get("due") or draft.cells.get("done"):
        return draft
    found = find_when(text, around.today)
    return _dated(draft, text, found, around) if found else draft


# ---------------------------------------------------------------- one free line


def _free(draft: Draft, text: str, around: Around) -> Draft:
    """A sentence: its date is cut out, what is left is the title."""
    found = find_when(text, around.today, lean=PAST if _happened(text) else FUTURE)
    if found is None:
        return draft.saying(title=_tidy(text))
    rest = _tidy(f"{text[: found.start]} {text[found.end :]}")
    draft = draft.saying(title=rest or _tidy(text))
    return _dated(draft, text, found, around)


def _tidy(text: str) -> str:
    before = ""
    while before != text:
        before, text = text, _LOOSE_ENDS.sub("", " ".join(text.split()))
    return text


def _happened(text: str) -> bool:
    return _HAPPENED.search(text) is not None and _COMING.search(text) is None


def _dated(draft: Draft, text: str, found: Dated, around: Around) -> Draft:
    """What was said to have happened by a date that has begun is done; else the date is when it is due."""
    draft = draft.noting(found.note)
    if not _happened(text) or found.period.start > around.today:
        return draft.saying(due=found.period.text)
    return _guess(draft.saying(done=found.period.text), "status", MilestoneStatus.DONE)


# ---------------------------------------------------------------- what the title tells, and what is like it


def _completed(draft: Draft, around: Around) -> Draft:
    draft = _from_title(draft, around)
    same = twins(draft.title, around.known.names.get(KIND, ()))
    exact = [number for number, title in same if fold(title) == fold(draft.title)]
    notes = [
        note("same_title", number=number) if number in exact else note("twin", number=number, title=title)
        for number, title in same
    ]
    doubts = tuple(each for each in notes[:1])
    missing = () if draft.cells.get("category") else ("category",)
    return replace(draft, twins=same, missing=missing, doubts=doubts)


def _from_title(draft: Draft, around: Around) -> Draft:
    """Category, organisation and place, as far as the title names them; each is a guess, and shown as one."""
    known = around.known
    guesses = {
        "category": words.guess_category(draft.title),
        "organisation": named_in(draft.title, known.of("organisation")),
        "place": named_in(draft.title, known.of("place")) or _city(draft.title, known),
    }
    for field, value in guesses.items():
        if value and not draft.cells.get(field):
            draft = _guess(draft, field, value)
    return draft


def _city(title: str, known: Known) -> str | None:
    """The town after 'at' or 'in', or before 'में', by any of its names."""
    for found in _AT.finditer(title):
        whole = found[1] or found[2]
        for name in (whole, whole.split()[0]):
            if meant := place(name, known.of("place")):
                return meant
    return None
