"""Reads questions of plants, capacity and target: which of them, and what is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

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
    from collections.abc import Callable

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
        return parts.has("stage") and (parts.has("ask", "progress", "gap", "pipeline") or parts.has("op", "compare"))
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
    if asks_what_is(parts) or opening or (parts.has("ask", "by_company") and parts.place):
        return True
    return (
        parts.has("ask", "progress", "pipeline")
        and not parts.has("indicator")
        and not parts.has("measure", "value", "unit_value")
        and not parts.countries
        and not is_about_milestones(parts)
    )


def asks_what_is(parts: Parts) -> bool:
    """'What is being built?', 'what has been put on ice?': plants, where nothing else is named."""
    other = ("indicator", "measure", "unit", "category", "topic", "status")
    if (
        not (parts.has("stage") or _goes_into_service(parts))
        or parts.countries
        or parts.unread
        or any(parts.has(kind) for kind in other)
    ):
        return False
    return parts.word(0) in WHAT and parts.word(1) != "about"


def _is_weight_a_year(parts: Parts) -> bool:
    """'Tonnes per year' of what comes from a country is weight, year by year; no plant's capacity."""
    said = parts.all("topic", "capacity")
    return bool(said and parts.countries) and all(parts.word(mark.start).startswith(("ton", "टन")) for mark in said)


def _goes_into_service(parts: Parts) -> bool:
    """'Will be commissioned', 'comes online': said of plants alone; what is 'expected' may be anything."""
    words = [word for mark in parts.all("ask", "expected") for word in parts.spelt[mark.start : mark.end]]
    return any(word.startswith(("commission", "online", "stream", "operation", "production")) for word in words)


WHAT = folded("what which who whats kya kaun kon क्या कौन")


def reaches(parts: Parts) -> bool:
    """'Will we get to 6,000 tonnes by 2032?' names the target by its amount."""
    amount = any(
        parts.words[at].number is not None for mark in parts.all("unit", "t") for at in (mark.start - 1,) if at >= 0
    )
    gets = any(word in _REACHING for word in parts.spelt)
    trade = (
        parts.has("indicator")
        or parts.has("product", "oxides", "metals")
        or parts.countries
        or parts.has("topic", "milestones")
    )
    return amount and gets and parts.word(0) in _WILL and not trade


_REACHING = folded("meet reach hit achieve attain cross get make")
_WILL = folded("will can could are is do does kya क्या when")


def asks_where_made(parts: Parts) -> bool:
    """'Where will the magnets be made?'"""
    made = any(word in _MADE for word in parts.spelt)
    return (
        made
        and parts.has("field", "where")
        and not (parts.trades or parts.countries or parts.has("topic", "milestones"))
    )


_MADE = folded("made make manufactured produced banenge banega banegi bante bann बनेंगे बनेगा बनते बनाए")


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
        found = replace(found, below=limit.value if limit.under else None, above=None if limit.under else limit.value)
    if _is_everything(parts):
        found = replace(found, stage="", pipeline=False)
    if _age(parts) == "oldest" and not parts.has("extreme"):
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
    comes = parts.has("ask", "expected") or any(word in _ARRIVING for word in parts.spelt)
    return comes and not stands


_ARRIVING = folded(
    "expected due slated started began begun opened added add adds adding come comes coming new commissioned commissioning start starts "
    "begin opens additional "
    "judegi jodi judega jodna jodne jodni jodenge lagana lagane lagani जुड़ेगी जुड़ेगा जुड़ेंगे जोड़ना जोड़ने जोड़नी जोड़ेंगे लगाना लगाने लगानी नई नए नया"
)


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
        weight = [mark for mark in parts.all("step", "year") if parts.word(mark.start - 1).startswith(_IN_TONNES)]
        if weight and len(weight) == len(parts.all("step", "year")) and not parts.has("axis", "year"):
            return ""  # 'ton salana' is a capacity
        return "" if dated or parts.has("ask", "pace", "gap", "target") else "year"
    return ""


_IN_TONNES = ("ton", "tan", "tun", "टन")
_GROUPED = folded(
    "companies company firms firm developers owners states rajya rajyon कंपनियां कंपनियों कंपनी राज्य राज्यों कंपनियाँ"
)
_GROUPS = {
    "company": "company", "companies": "company", "firm": "company", "firms": "company", "developer": "company", "developers": "company",
    "owner": "company", "owners": "company", "state": "state", "states": "state", "stage": "stage", "stages": "stage",
}  # fmt: skip


def aspect_of(parts: Parts, found: Capacity) -> str:
    """What of it: the first whose words are there."""
    return next(aspect for aspect, asked in _ASPECTS if asked(parts, found))


def _is_pace(parts: Parts, _: Capacity) -> bool:
    if _is_yearly(parts) and parts.has("topic", "capacity") and any(word in _MUST for word in parts.spelt):
        return True
    paced = parts.has("ask", "pace") and (says_yearly(parts) or not parts.has("ask", "target", "gap", "reach"))
    return paced or (parts.has("ask", "target", "reach", "gap") and _is_yearly(parts))


def says_yearly(parts: Parts) -> bool:
    return parts.has("step", "year") or any(word in _PACED for word in parts.spelt)


_PACED = folded(
    "year annual annually yearly pace rate speed tempo saal sal varsh raftaar raftar gati salana saalana साल वर्ष रफ्तार गति सालाना"
)


def _is_reach(parts: Parts, found: Capacity) -> bool:
    dated = reaches(parts) or (parts.has("field", "when") and parts.has("ask", "target", "reach"))
    enough = parts.has("ask", "target") and (parts.has("ask", "pipeline") or _is_everything(parts))
    if "track" in parts.spelt and parts.times and not found.stage:
        return True
    if enough and not parts.has("ask", "gap"):
        return True  # whether what is to come adds up to it
    return dated or (parts.has("ask", "reach") and not parts.has("deficit") and not parts.has("ask", "progress", "gap"))


def _is_against_target(parts: Parts, _: Capacity) -> bool:
    """'How much is built against the target?'"""
    lacks = parts.has("deficit") or parts.has("ask", "gap")
    return parts.has("ask", "target") and parts.has("op", "compare") and not lacks


def _is_gap(parts: Parts, found: Capacity) -> bool:
    if parts.has("ask", "gap", "pace") or (parts.has("ask", "target", "reach") and parts.has("deficit")):
        return True
    if parts.has("ask", "target") and parts.has("topic", "capacity") and parts.has("op", "difference"):
        return True
    if parts.has("ask", "target") and parts.has("ask", "overdue"):
        return True  # 'so many tonnes behind the target'
    if found.above is not None or found.below is not None:
        return False
    lacks = parts.has("deficit") and not (
        (found.stage and not _still_to_be_built(parts)) or found.by or found.until or _is_narrowed(found)
    )
    return parts.has("topic", "capacity") and (lacks or _wants_more(parts))


def _still_to_be_built(parts: Parts) -> bool:
    """'How much remains to be built', 'is yet to be commissioned': what is not there."""
    return any(parts.word(mark.start - 1) == "be" and parts.word(mark.start - 2) == "to" for mark in parts.all("stage"))


def _is_percent(parts: Parts, found: Capacity) -> bool:
    built = found.stage in ("", "commissioned") or parts.has("ask", "target", "progress")
    return found.percent and built and not _is_narrowed(found)


def _is_target(parts: Parts, found: Capacity) -> bool:
    counts = parts.has("ask", "much", "count") or parts.has("unit")
    told = parts.has("ask", "progress") or (counts and (parts.has("status", "done") or "installed" in parts.spelt))
    by_then = found.until is not None and all(parts.word(mark.end - 1) == "have" for mark in parts.all("ask", "target"))
    return parts.has("ask", "target") and not told and not found.stage and not by_then  # 'supposed to have by 2028'


def _counts_groups(parts: Parts, found: Capacity) -> bool:
    """'How many companies are building?', 'number of states with plants': of them, and not of their plants."""
    return any(parts.word(mark.end) in _GROUPED for mark in parts.all("ask", "count")) and bool(found.by)


def _is_count(parts: Parts, found: Capacity) -> bool:
    bounded = found.above is not None or found.below is not None
    return (
        parts.has("topic", "plants") and parts.has("ask", "count") and (bounded or not parts.has("topic", "capacity"))
    )


def _is_part(parts: Parts, found: Capacity) -> bool:
    """Less, or other, than what is commissioned of the whole."""
    timed = bool(found.until or found.since) or _is_everything(parts)
    return _is_narrowed(found) or found.pipeline or timed or found.stage not in ("", "commissioned")


def _is_everything(parts: Parts) -> bool:
    """'Including everything that is planned', 'if every plant is built'."""
    if any(word in ("everything", "including", "altogether") for word in parts.spelt):
        return True
    return any(word in _EVERY for word in parts.spelt) and any(word in _ONCE for word in parts.spelt)


_EVERY = folded("all every each whole entire sab sabhi saare saari सब सभी सारे सारी")
_ONCE = folded("if once when were agar jab agr अगर यदि जब")


def _is_next(parts: Parts, found: Capacity) -> bool:
    """'The next plant', 'which plant will start first?'"""
    first = parts.has("ask", "expected") and any(word in _FIRST for word in parts.spelt)
    building = parts.all("stage", "building")  # what is coming up is being built, and need not be the next
    following = any(not any(stage.covers(mark.start) for stage in building) for mark in parts.all("ask", "next"))
    return (following or first) and parts.has("topic", "plants") and not (found.since or found.until)


def _age(parts: Parts) -> str:
    """Whether the newest or the oldest is asked for; "" for neither."""
    if any(word in _NEW for word in parts.spelt):
        return "newest"
    begun = parts.has("stage", "commissioned") and not parts.has("ask", "expected")
    first = begun and any(word in _FIRST for word in parts.spelt)
    return "oldest" if first or any(word in _OLD for word in parts.spelt) else ""


_NEW = folded("newest latest youngest naya nayi naye नया नई नए नवीनतम")
_OLD = folded("oldest purana purani पुराना पुरानी")
_FIRST = folded("first earliest pehla pehli pehle पहला पहली पहले")


def _is_narrowed(found: Capacity) -> bool:
    return bool(found.organisation or found.place or found.product not in ("", "magnets"))


def _is_yearly(parts: Parts) -> bool:
    """So much each year."""
    tonnes = {
        at + 1 for at, word in enumerate(parts.spelt) if word in ("t", "mt") or word.startswith(_IN_TONNES)
    }  # 'tonnes a year' is a unit
    yearly = parts.has("step", "year") or any(
        tuple(parts.spelt[at : at + 2]) == ("a", "year") and at not in tonnes for at in range(len(parts.spelt))
    )
    must = any(
        word in _MUST or (word in ("has", "have") and parts.word(at + 1) == "to") for at, word in enumerate(parts.spelt)
    )
    return yearly and (
        must
        or parts.has("deficit")
        or parts.has("ask", "reach", "gap")
        or any(word in _ARRIVING for word in parts.spelt)
    )


_MUST = folded("must should ought required need needs have chahiye padega padegi hoga hogi चाहिए पड़ेगा पड़ेगी होगा होगी")


def _wants_more(parts: Parts) -> bool:
    """How much more is needed: 'kitni capacity aur chahiye'."""
    wanted = ("more", "additional", "further", "extra", "another")
    more = any(word in wanted and parts.word(at - 1) not in ("nothing", "no") for at, word in enumerate(parts.spelt))
    return more and (parts.has("ask", "much", "gap") or parts.has("unit", "t"))


def _wants_a_list(parts: Parts, found: Capacity) -> bool:
    builder = parts.organisation in parts.known.builders
    if asks_where_made(parts):
        return True
    asked = (
        parts.has("topic", "plants")
        or (builder and parts.has("stage"))
        or owns(parts)
        or asks_what_is(parts)
        or opens(parts)
        or starts(parts)
    )
    much = (parts.has("ask", "much") or parts.has("total") or parts.has("op", "sum")) and not parts.has("ask", "list")
    if asked and (found.above is not None or found.below is not None):
        return True
    return asked and not parts.has("topic", "capacity") and not much and not parts.has("unit")


_ASPECTS: tuple[tuple[str, Callable[[Parts, Capacity], bool]], ...] = (
    ("demand", lambda parts, _: parts.has("indicator", "demand")),
    ("pace", _is_pace),
    ("reach", _is_reach),
    ("progress", _is_against_target),
    ("gap", _is_gap),
    ("next", _is_next),
    (
        "total",
        lambda parts, _: _is_everything(parts) and not parts.has("ask", "target") and not parts.has("ask", "count"),
    ),
    ("average", lambda parts, _: parts.has("op", "average") and parts.has("topic", "plants")),
    ("eldest", lambda parts, found: bool(_age(parts)) and parts.has("topic", "plants") and not found.by),
    ("largest", lambda parts, found: parts.has("field", "largest") or (parts.has("extreme") and not found.by)),
    ("progress", _is_percent),
    ("target", _is_target),
    ("groups", _counts_groups),
    ("count", _is_count),
    ("total", lambda _, found: bool(found.by)),
    ("plants", _wants_a_list),
    ("total", _is_part),
    ("progress", lambda *_: True),
)
