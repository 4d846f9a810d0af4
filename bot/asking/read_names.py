"""Reads questions of one thing by its name or number: a milestone, a plant, a control."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.asking.numbers import hash_number
from bot.asking.questions import (
    Clarify,
    Control,
    Milestone,
    Milestones,
    Plant,
    Question,
)

if TYPE_CHECKING:
    from bot.asking.knowledge import Hit, Names
    from bot.asking.parts import Parts


_WHOLE, _MOST, _SOME = 0.85, 0.55, 0.3  # how much of a name is said


_PART, _ALIKE = 0.2, 9  # of a name that one telling word says; how many of them are listed


_QUIET = frozenset(("category", "place", "control", "topic", "status", "field", "ask"))


# ---------------------------------------------------------------- one thing by name


def by_number(parts: Parts) -> Question | None:
    """#17"""
    number = hash_number(parts)
    if not number:
        return _instrument(parts)
    if parts.has("topic", "plants") and number in parts.known.plants.names:
        return Plant(number, field_of(parts))
    return Milestone(number, field_of(parts)) if number in parts.known.milestones.names else None


def _instrument(parts: Parts) -> Question | None:
    """A control by the number of its announcement: 'MOFCOM No. 61'."""
    for at, word in enumerate(parts.spelt[:-1]):
        number = parts.words[at + 1].number
        if word in ("no", "number", "announcement", "notice") and number is not None:
            numbered = {key: words for key, words in parts.known.instruments.items() if f"no {number} " in f"{words} "}
            led = parts.word(at - 1)
            found = [key for key, words in numbered.items() if parts.has("topic", "controls") or led in words.split()]
            return Control(found[0], field_of(parts)) if found else None
    return None


def entity(parts: Parts) -> Question | None:
    """A milestone, plant or control that is said by its name, wholly or by its telling words."""
    if _asks_for_many(parts):
        return None
    found = _entity(parts)
    something = _of_it(parts) if found is not None else ""
    return Clarify("unread", about=something, offers=(found.command,)) if found is not None and something else found


def _of_it(parts: Parts) -> str:
    """What is asked of the thing named and is not recorded of any: 'the phone number of', 'the cost of building'."""
    for at in sorted(parts.misspelt):
        if parts.word(at + 1) in ("of", "for", "at"):
            return parts.words[at].raw
    money = (
        parts.has("indicator", "price", "outlay")
        and parts.word(parts.all("indicator", "price", "outlay")[0].end) == "of"
    )
    return "cost" if money and not parts.times else ""


def _entity(parts: Parts) -> Question | None:
    milestone, plant, control = (
        _best(parts, names) for names in (parts.known.milestones, parts.known.plants, parts.known.controls)
    )
    if plant and parts.has("topic", "milestones") and not parts.has("topic", "plants") and plant.coverage < _WHOLE:
        plant = None  # 'milestones in Sri City' are of the place
    found = [hit for hit in (milestone, plant, control) if hit is not None]
    if not found:
        return _alike(parts)
    best = max(found, key=lambda hit: (hit.coverage * hit.weight, hit is plant))
    if milestone and plant and _prefers_plant(parts, milestone, plant):
        best = plant
    if best is plant:
        return Plant(plant.key, plant_field(parts))
    return Milestone(best.key, field_of(parts)) if best is milestone else Control(best.key, field_of(parts))


def _alike(parts: Parts) -> Question | None:
    """Several milestones that a word of theirs alone names: all of them."""
    if parts.organisation or parts.place or parts.has("indicator") or len(parts.unread) > 1:
        return None
    if (
        parts.countries
        or parts.times
        or parts.has("unit")
        or parts.has("product")
        or parts.has("topic", "plants", "capacity")
    ):
        return None
    hits = [hit for hit in parts.hits(parts.known.milestones) if hit.at & parts.unread and hit.coverage >= _PART]
    if len(hits) == 1:
        return Milestone(hits[0].key, field_of(parts))
    numbers = tuple(str(hit.key) for hit in hits[:_ALIKE])
    return Milestones(numbers=numbers) if numbers and len(parts.unread) == 1 else None


def _asks_for_many(parts: Parts) -> bool:
    """'How many', 'which milestones', 'by company': a list, whatever names its words may sound like."""
    whole = {
        at
        for names in (parts.known.plants, parts.known.milestones)
        for hit in parts.hits(names)[:2]
        if hit.coverage >= _WHOLE and len(hit.at) > 1
        for at in hit.at
    }
    plural = any(word in _MANY and at not in whole for at, word in enumerate(parts.spelt))
    return (plural and not parts.has("field", "when")) or (
        parts.has("ask", "count", "overdue", "by_company", "by_state", "by_stage") and plural
    )


_MANY = frozenset(
    [
        "milestones",
        "plants",
        "tasks",
        "deadlines",
        "tenders",
        "factories",
        "works",
        "projects",
        "suppliers",
        "पड़ाव",
        "पड़ावों",
        "संयंत्रों",
        "padav",
        "sanyantron",
        "companies",
    ]
)


def _best(parts: Parts, names: Names) -> Hit | None:
    """The one name that these words mean; None when none is meant, or two as much."""
    hits = [hit for hit in parts.hits(names)[:6] if _is_meant(parts, hit)]
    if not hits:
        return None
    if (
        len(hits) > 1
        and hits[0].coverage * hits[0].weight < 1.12 * hits[1].coverage * hits[1].weight
        and hits[0].at == hits[1].at
    ):
        return None
    return hits[0]


def _is_meant(parts: Parts, hit: Hit) -> bool:
    """Whether the words that fit a name are there for its sake."""
    if len(hit.at) > 1 and hit.coverage >= _WHOLE:
        return True
    own = [at for at in hit.at if at in parts.unread]
    if not own:
        weak = [at for at in hit.at if _is_telling(parts, at)]
        return len(weak) > 1 and hit.coverage >= _MOST and not _is_about_a_number(parts)
    if hit.coverage >= _MOST and len(hit.at) > 1:
        return True
    missed = [at for at in parts.unread if at not in hit.at]
    return len(hit.at) > 1 and hit.coverage >= _SOME and not missed


def _is_about_a_number(parts: Parts) -> bool:
    """Whether an amount is asked for, dated or of a country."""
    amount = parts.has("indicator") or parts.has("measure") or parts.has("percent") or parts.has("unit")
    return amount and bool(parts.times or parts.countries)


def _is_telling(parts: Parts, at: int) -> bool:
    """A word that says little of its own beside the name: a category, a status, an order."""
    kinds = {mark.kind for mark in parts.marks if mark.covers(at)}
    return bool(kinds) and kinds <= _QUIET and not parts.timed(at)


def _prefers_plant(parts: Parts, milestone: Hit, plant: Hit) -> bool:
    """Of two that fit alike, stage and capacity speak of the plant."""
    if milestone.coverage * milestone.weight > 1.3 * plant.coverage * plant.weight and len(milestone.at) > len(
        plant.at
    ):
        return False
    return parts.has("topic", "plants", "capacity") or parts.has("stage") or plant.coverage >= milestone.coverage


def field_of(parts: Parts) -> str:
    if parts.has("control", "lapsing") and parts.has("field", "when"):
        return "when"
    return next(
        (name for name in ("when", "who", "where", "status") if parts.has("field", name)),
        "status" if parts.has("status") else "",
    )


def plant_field(parts: Parts) -> str:
    if parts.has("field", "who") or parts.has("ask", "by_company"):
        return "who"
    if parts.has("field", "stage"):
        return "stage"
    if parts.has("topic", "capacity") or parts.has("unit", "t") or parts.has("ask", "much"):
        return "capacity"
    if parts.has("field", "when") or parts.has("ask", "expected"):
        return "when"
    return next((name for name in ("where", "status") if parts.has("field", name)), "")
