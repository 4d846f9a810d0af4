"""read(): any text becomes a question. The meaning is composed of parts, each read by its own grammar (parts.py); here stands which
part decides what is asked, in order. No whole sentence is looked up anywhere.

    text -> parts -> talk? entity? plan? numbers? said? -> a follow-up of what came before? -> asked back
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.asking import commands, read_capacity, read_milestones, read_names, read_numbers, read_plan, read_talk, terms
from bot.asking.indicators import TRADE
from bot.asking.knowledge import EMPTY
from bot.asking.parts import Parts, take_apart
from bot.asking.questions import (
    Capacity,
    Change,
    Clarify,
    Compare,
    Figure,
    Milestones,
    Question,
    Ranking,
    Series,
    Unknown,
)
from bot.asking.words import folded

if TYPE_CHECKING:
    from datetime import date

    from bot.asking.context import Context
    from bot.asking.knowledge import Known
    from bot.asking.marks import Mark

# What a command's words are led by when they are read as a plain question.
_LEADS = {
    "imports": "imports",
    "exports": "exports",
    "capacity": "capacity",
    "milestones": "milestones",
    "milestone": "milestone",
    "timeline": "timeline",
    "controls": "export controls",
    "control": "export control",
    "news": "news",
    "search": "news about",
    "term": "what is meant by",
    "sources": "sources",
    "help": "help",
    "start": "help",
    "gaps": "what do you not know",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """A question, and what it took over from the one before it."""

    question: Question
    kept: tuple[str, ...] = ()


def read(text: str, context: Context | None = None, *, known: Known = EMPTY, today: date) -> Question:
    """The question that a text asks; pure, and total: any text gives one."""
    return read_turn(text, context, known=known, today=today).question


def read_turn(text: str, context: Context | None = None, *, known: Known = EMPTY, today: date) -> Reading:
    """The same, with what was kept of the question before."""
    stripped = text.strip()
    if stripped.startswith("/"):
        question = commands.parse(stripped)
        if question is not None:
            return Reading(question)
        stripped = _plain(stripped)
    parts = take_apart(stripped, known, today)
    if parts.has("talk", "anew"):
        context = None
    before = commands.parse(context.command) if context else None
    return _read(parts, before, context)


def _plain(text: str) -> str:
    """A command with free words, as words alone."""
    verb, _, rest = text[1:].partition(" ")
    verb = verb.partition("@")[0].casefold()
    return f"{_LEADS.get(verb, verb)} {rest}".strip()


def _read(parts: Parts, before: Question | None, context: Context | None) -> Reading:
    if parts.nothing:
        return Reading(Clarify("nothing"))
    question = (
        read_talk.orders(parts)
        or read_names.by_number(parts)
        or read_talk.spoken(parts)
        or read_talk.said(parts)
        or read_talk.about_the_talk(parts, context)
        or (None if _is_a_product_again(parts, before) else terms.term(parts))
        or terms.scheme(parts)
        or read_numbers.of_its_own(parts)
        or read_names.entity(parts)
        or read_talk.outside(parts)
    )
    if question is not None:
        return Reading(question)
    followed = _by_then(parts, before) or _follow(parts, before, context)
    if followed is not None:
        return followed
    fresh = _fresh(parts)
    if fresh is not None:
        return _in_the_same_time(parts, fresh, before)
    return Reading(_unread(parts))


def _fresh(parts: Parts) -> Question | None:
    """A question that stands by itself."""
    return (
        read_talk.news(parts)
        or read_plan.controls(parts)
        or read_milestones.milestones(parts)
        or read_capacity.capacity(parts)
        or read_numbers.fresh(parts)
        or read_talk.statements(parts)
    )


def _follow(parts: Parts, before: Question | None, context: Context | None) -> Reading | None:
    """A question that leans on the one before it, or asks for it back when there is none."""
    if not (leans(parts) or _goes_on(parts, before)):
        return None
    if before is None or context is None:
        return None if read_numbers.stands(parts) or read_plan.stands(parts) else _nothing_before(parts)
    followed = read_numbers.follow(parts, before, context) or read_plan.follow(parts, before, context)
    return Reading(*followed) if followed is not None else None


def _is_a_product_again(parts: Parts, before: Question | None) -> bool:
    """'Oxides?' after a number of magnets is no question of what they are."""
    defines = parts.has("ask", "define", "means")
    return isinstance(before, (Figure, Change, Ranking, Series, Compare)) and parts.has("product") and not defines


def _in_the_same_time(parts: Parts, fresh: Question, before: Question | None) -> Reading:
    """'How much did Germany supply?' after a number of a year is of that year, where it says none of its own."""
    if parts.times or not isinstance(fresh, (Figure, Ranking)):
        return Reading(fresh)
    if not isinstance(before, (Figure, Change, Ranking, Compare)):
        return Reading(fresh)
    now, then = fresh.subject, before.subject
    stretches = isinstance(fresh, Ranking) and fresh.by != "partner"
    if stretches or now.period or not then.period or not {now.indicator, then.indicator} <= _DATED:
        return Reading(fresh)
    unit = now.unit or ("" if now.measure else then.unit)
    kept = ("period", "unit") if unit != now.unit else ("period",)
    return Reading(replace(fresh, subject=replace(now, period=then.period, to_date=then.to_date, unit=unit)), kept)


_DATED = frozenset((*TRADE, "", "import_dependence", "mine_output"))


def _by_then(parts: Parts, before: Question | None) -> Reading | None:
    """'Capacity by then?' after a number of a year asks what stands by that year."""
    period = before.subject.period if isinstance(before, Figure) else None
    then = any(word in _THEN for word in parts.spelt) and not parts.times
    if period is None or not then or not read_capacity.is_about_capacity(parts):
        return None
    asked = read_capacity.capacity_of(parts, Capacity(until=period))
    return Reading(asked, ("until",))


_THEN = folded("then tab तब")


def _nothing_before(parts: Parts) -> Reading | None:
    """'And from Japan?' with nothing before it. What reads as a question of another kind is none of these."""
    if read_talk.statements(parts) is not None and parts.unread:
        return None
    if parts.unread and not parts.has("talk"):
        return Reading(_unread(parts))
    return Reading(Clarify("nothing_before"))


def leans(parts: Parts) -> bool:
    """Whether it goes on from before: it begins so, points back, or says no subject of its own."""
    opens = any(
        mark.start <= 1 and not (_is_weak(parts, mark) and _is_whole(parts)) for mark in parts.all("talk", "goes_on")
    )
    if opens or parts.has("talk", "refers"):
        return True
    return not (read_numbers.has_subject(parts) or read_plan.has_subject(parts) or _says_who_what_when(parts))


_US = frozenset(["we", "us", "our", "hum", "humne", "hamne", "hamara", "हम", "हमने", "हमारा", "हमें"])


_TRADERS = frozenset(["sources", "suppliers", "sellers", "buyers", "customers", "origins", "destinations", "exporters"])


def _says_who_what_when(parts: Parts) -> bool:
    """'What did we pay per kilo for magnets in 2025?', 'top 5 sources of oxides 2023': nothing is left to be taken from before."""
    paid = parts.has("measure", "unit_value") and any(word in _US for word in parts.spelt)
    directed = any(parts.word(mark.end - 1) in _TRADERS for mark in parts.all("axis", "partner"))
    ranked = parts.has("op", "rank") and directed and not parts.countries
    return parts.has("product") and bool(parts.times) and (paid or ranked)


def _goes_on(parts: Parts, before: Question | None) -> bool:
    """A few words that name a subject and nothing else: 'exports?' after imports of oxides, 'which plants?' after a state."""
    if before is None or parts.times or any(word in _ALL for word in parts.spelt):
        return False
    if isinstance(before, Milestones) and (_narrows(parts) or _was_late(parts, before)):
        return True
    if isinstance(before, (Capacity, Milestones)):
        fresh = read_capacity.capacity(parts) or read_milestones.milestones(parts)
        bare = len(parts.words) <= _FEW or not (parts.has("extreme") or parts.has("field", "largest"))
        return fresh is not None and type(fresh) is type(before) and bare and read_plan.is_open(fresh)
    return len(parts.words) <= _FEW and parts.has("indicator") and not parts.countries and not parts.has("ask")


def _narrows(parts: Parts) -> bool:
    """'Only the mining ones', 'tenders?', 'खनन वाले?' after a list of milestones: of that list."""
    other = parts.has("topic") or parts.has("ask", *_LISTS) or parts.has("unit") or parts.has("ask", "much", "define")
    return (
        parts.has("category") and len(parts.words) <= _SHORT and not other and not parts.countries and not parts.unread
    )


def _was_late(parts: Parts, before: Milestones) -> bool:
    """'How many were late?' after what was done is about what was done."""
    return before.status == "done" and parts.has("ask", "overdue") and not parts.has("topic")


_SHORT = 5  # words
_LISTS = ("next", "due", "overdue", "slipped", "stalled", "late_done", "early_done", "on_time")
_FEW = 3
_ALL = frozenset(
    ["all", "every", "each", "total", "overall", "whole", "everything", "sab", "sabhi", "kul", "सब", "सभी", "कुल", "हर"]
)


def _is_weak(parts: Parts, mark: Mark) -> bool:
    """'And ...' may open a new question, 'what about ...' may not."""
    return mark.end - mark.start == 1 and parts.word(mark.start) in _WEAK


_WEAK = frozenset(
    [
        "and",
        "also",
        "plus",
        "now",
        "then",
        "so",
        "but",
        "or",
        "again",
        "next",
        "aur",
        "phir",
        "toh",
        "to",
        "lekin",
        "और",
        "फिर",
        "तो",
        "लेकिन",
        "तथा",
    ]
)


def _is_whole(parts: Parts) -> bool:
    """Whether it says what, when, and that it asks: a question that needs nothing before it."""
    asks = (
        parts.has("ask", "much", "count", "list") or parts.has("unit") or parts.has("product") or parts.has("measure")
    )
    dated = read_numbers.has_subject(parts) and bool(parts.times) and asks
    return dated or parts.has("topic", "milestones", "capacity", "plants")


def _unread(parts: Parts) -> Question:
    words = " ".join(parts.words[at].raw for at in sorted(parts.unread))
    if words:
        return Unknown("nothing", about=words[:80])
    return Clarify("nothing")
