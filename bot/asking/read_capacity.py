"""Reads questions of plants, capacity and target: which of them, and what is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.asking.aspects import (
    ARRIVING,
    IN_TONNES,
    WHAT,
    age,
    asks_what_is,
    asks_where_made,
    aspect_of,
    is_everything,
    reaches,
)
from bot.asking.questions import (
    Capacity,
    Clarify,
    Question,
    Unknown,
)
from bot.asking.read_milestones import is_about_milestones, opens, owns, starts
from bot.asking.windows import window
from bot.asking.words import folded
from storage.periods import Period

if TYPE_CHECKING:
    from bot.asking.parts import Parts


# ---------------------------------------------------------------- capacity


def capacity(parts: Parts) -> Question | None:
    if not is_about_capacity(parts):
        return None
    question = capacity_of(parts, Capacity())
    if parts.countries and not parts.trades:
        return Unknown("other_country", about=parts.countries[0].name, near=Capacity().command)
    somewhere = "" if question.organisation or question.place else _unread_place(parts) or _unread_kind(parts, question)
    return Clarify("unread", about=somewhere, offers=(question.command,)) if somewhere else question


def _unread_kind(parts: Parts, question: Capacity) -> str:
    """A list of all plants is no answer to a question of which a word was not understood."""
    everything = replace(question, aspect="plants") == Capacity("plants") and question.aspect in ("plants", "count")
    return " ".join(parts.words[at].raw for at in sorted(parts.unread)) if everything else ""


def _unread_place(parts: Parts) -> str:
    """A place or builder that nobody knows: the plants of another list are no answer about it."""
    if not parts.has("topic", "plants", "capacity"):
        return ""
    for at in sorted(parts.unread):
        text = parts.words[at].text
        whose = parts.word(at - 1) in ("by", "of", "from") and parts.words[at].raw[:1].isupper()
        placed = (
            whose
            or parts.word(at - 1) in ("in", "at", "near")
            or (parts.word(at + 1) in _PLACES and not text.endswith(("ने", "ना", "ne")))
        )
        if placed:
            return parts.words[at].raw
    return ""


_PLACES = folded("में mein me के ke की ki का ka")


def is_about_capacity(parts: Parts) -> bool:
    if asks_where_made(parts) or reaches(parts):
        return True
    trade = (
        parts.trades or parts.has("indicator", "import_dependence", "reserves", "balance") or _is_weight_a_year(parts)
    )
    if owns(parts) and not trade:
        return True
    if parts.has("topic", "capacity") and not trade:
        return not (parts.has("indicator", "demand") and parts.has("ask", "target") and not parts.has("stage"))
    if (parts.has("topic", "plants") or parts.has("field", "largest")) and not trade:
        return not parts.has("indicator", "outlay")
    if trade or parts.has("indicator", "outlay"):
        return False
    if parts.has("indicator", "demand"):
        weighed = parts.has("ask", "progress", "gap", "pipeline") or parts.has("op", "compare")
        short = parts.has("ask", "gap") and not parts.countries and not parts.has("ask", "target")
        return short or parts.has("ask", "pipeline") or (parts.has("stage") and weighed)
    if parts.has("ask", "target", "pace", "reach"):
        return True
    if parts.has("ask", "gap") and not parts.countries:
        return True
    if parts.has("ask", "expected") and parts.has("stage"):
        return True
    if parts.has("stage") and (
        parts.has("ask", "by_company", "by_state", "by_stage", "list", "count", "much")
        or parts.has("unit", "t")
        or parts.organisation
        or parts.place
    ):
        return True
    opening = opens(parts) or (starts(parts) and (parts.word(0) in WHAT or bool(parts.times)))
    who = any(parts.word(mark.start) in WHAT for mark in parts.all("ask", "by_company"))
    if asks_what_is(parts) or opening or (parts.has("ask", "by_company") and parts.place) or (who and builds(parts)):
        return True
    return (
        parts.has("ask", "progress", "pipeline")
        and not parts.has("indicator")
        and not parts.has("measure", "value", "unit_value")
        and not parts.countries
        and not is_about_milestones(parts)
    )


def _is_weight_a_year(parts: Parts) -> bool:
    """'Tonnes per year' of what comes from a country is weight, year by year; no plant's capacity."""
    said = parts.all("topic", "capacity")
    return bool(said and parts.countries) and all(parts.word(mark.start).startswith(("ton", "टन")) for mark in said)


def builds(parts: Parts) -> bool:
    """'Who is making magnets?': building is asked for, and of no country."""
    return any(word.startswith(_BUILDING) for word in parts.spelt) and not parts.countries


_BUILDING = ("build", "construct", "bana", "laga", "बना", "लगा")


def capacity_of(parts: Parts, base: Capacity) -> Capacity:
    since, until = window(parts)
    late = is_late(parts)
    if late:
        since, until = None, Period.day(parts.today - timedelta(days=1))
    if not _arrives(parts):
        since = None  # what stands by then, not what comes in that time alone
    stage = _stage(parts)
    ahead = (until is not None and until.end >= parts.today) or (since is not None and since.end >= parts.today)
    if ahead and (stage == "commissioned" or (stage == "building" and _comes(parts))):
        stage = ""  # what comes online by then is not commissioned yet, and need not be begun
    found = Capacity(
        stage=stage or base.stage,
        product=parts.value("product") or base.product,
        organisation=parts.organisation or base.organisation,
        place=parts.place or base.place,
        by=_by(parts),
        since=since or base.since,
        until=until or base.until,
        pipeline=parts.has("ask", "pipeline") or base.pipeline or late,
        percent=parts.has("percent") or parts.has("measure", "share"),
        low=parts.has("extreme", "low"),
    )
    if (
        parts.bound is not None
        and parts.bound.unit == "t"
        and parts.has("topic", "plants")
        and not parts.has("ask", "target")
    ):
        limit = parts.bound
        above, below = (None, limit.value) if limit.under else (limit.value, None)
        found = replace(found, above=above, below=below, reached=limit.reached)
    if is_everything(parts):
        found = replace(found, stage="", pipeline=False)
    if age(parts) == "oldest" and not parts.has("extreme"):
        found = replace(found, low=True)
    aspect = aspect_of(parts, found)
    if (
        aspect in ("plants", "count")
        and found.until is not None
        and any(time.kind in ("at", "range") for time in parts.times)
    ):
        found = replace(found, since=window(parts)[0])  # plants of a year are those of that year
    return replace(found, aspect=aspect)


def is_late(parts: Parts) -> bool:
    """'Which plants are behind schedule': they were expected by now, and are not commissioned."""
    return parts.has("topic", "plants") and parts.has("ask", "overdue") and not parts.has("topic", "milestones")


def _comes(parts: Parts) -> bool:
    return all(parts.word(mark.end - 1) in ("up", "लग", "लगा", "lag") for mark in parts.all("stage", "building"))


def _arrives(parts: Parts) -> bool:
    """Whether capacity is asked for that comes within a time: added, started, expected in it."""
    stands = any(
        word in ("have", "total", "exist", "stand", "cumulative", "altogether", "there") for word in parts.spelt
    )
    comes = parts.has("ask", "expected") or any(word in ARRIVING for word in parts.spelt)
    return comes and not stands


def _stage(parts: Parts) -> str:
    """The one stage that is meant; "" where all are, or where 'building' only says what is done."""
    found = parts.values("stage")
    if not found and parts.has("topic", "plants") and parts.has("status", "dropped"):
        return "shelved"
    if len(found) > 2 or parts.has("ask", "by_stage"):
        return ""
    if found == ["building"] and parts.has("ask", "progress") and _builds(parts):
        return ""
    if found == ["commissioned"] and parts.has("status", "planned") and _joined(parts):
        return ""
    if len(found) > 1 and "commissioned" in found:
        if parts.organisation and _joined(parts):
            return ""
        if not _strictly_commissioned(parts):
            found.remove("commissioned")
    return found[0] if found else ""


def _builds(parts: Parts) -> bool:
    """'Where do we stand on building capacity' is about the whole."""
    return any(parts.word(mark.start - 1) in ("on", "in", "with", "of") for mark in parts.all("stage", "building"))


def _joined(parts: Parts) -> bool:
    return any(word in ("and", "or", "aur", "ya", "और", "या") for word in parts.spelt)


def _strictly_commissioned(parts: Parts) -> bool:
    return any(
        parts.word(mark.start).startswith(("commission", "operat", "चालू", "कमीशन", "chalu"))
        for mark in parts.all("stage", "commissioned")
    )


def _by(parts: Parts) -> str:
    if len(parts.values("stage")) > 2:
        return "stage"
    for mark, by in (("by_company", "company"), ("by_state", "state"), ("by_stage", "stage"), ("by_year", "year")):
        if parts.has("ask", mark):
            return by
    ranked = parts.has("op", "rank") or parts.has("split") or "table" in parts.spelt or "wise" in parts.spelt
    named = next((by for word, by in _GROUPS.items() if word in parts.spelt), "") if ranked else ""
    if named and not parts.place and not parts.organisation:
        return named
    if parts.has("axis", "year") or parts.has("step", "year"):
        dated = any(
            parts.word(mark.start - 1) == "by" or parts.word(mark.start) == "by" for mark in parts.all("axis", "year")
        )
        weight = [mark for mark in parts.all("step", "year") if parts.word(mark.start - 1).startswith(IN_TONNES)]
        if weight and len(weight) == len(parts.all("step", "year")) and not parts.has("axis", "year"):
            return ""  # 'ton salana' is a capacity
        return "" if dated or parts.has("ask", "pace", "gap", "target") else "year"
    return ""


_GROUPS = {
    "company": "company", "companies": "company", "firm": "company", "firms": "company", "developer": "company", "developers": "company",
    "owner": "company", "owners": "company", "state": "state", "states": "state", "stage": "stage", "stages": "stage",
}  # fmt: skip
