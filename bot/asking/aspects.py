"""What is asked of plants, capacity and target: progress, the gap, the pace, a list, a count ... The first whose words are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.asking.read_milestones import opens, owns, starts
from bot.asking.words import folded

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.asking.parts import Parts
    from bot.asking.questions import Capacity


# ---------------------------------------------------------------- what the words are about


def asks_what_is(parts: Parts) -> bool:
    """'What is being built?', 'what has been put on ice?': plants, where nothing else is named."""
    other = ("indicator", "measure", "unit", "category", "topic", "status")
    if (
        not (parts.has("stage") or goes_into_service(parts))
        or parts.countries
        or parts.unread
        or any(parts.has(kind) for kind in other)
    ):
        return False
    return parts.word(0) in WHAT and parts.word(1) != "about"


WHAT = folded("what which who whats kya kaun kon क्या कौन")


def goes_into_service(parts: Parts) -> bool:
    """'Will be commissioned', 'comes online': said of plants alone; what is 'expected' may be anything."""
    words = [word for mark in parts.all("ask", "expected") for word in parts.spelt[mark.start : mark.end]]
    return any(word.startswith(("commission", "online", "stream", "operation", "production")) for word in words)


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
ARRIVING = folded(
    "expected due slated started began begun opened added add adds adding come comes coming new commissioned commissioning start starts "
    "begin opens additional "
    "judegi jodi judega jodna jodne jodni jodenge lagana lagane lagani जुड़ेगी जुड़ेगा जुड़ेंगे जोड़ना जोड़ने जोड़नी जोड़ेंगे लगाना लगाने लगानी नई नए नया"
)
IN_TONNES = ("ton", "tan", "tun", "टन")
_GROUPED = folded(
    "companies company firms firm developers owners states rajya rajyon कंपनियां कंपनियों कंपनी राज्य राज्यों कंपनियाँ"
)


# ---------------------------------------------------------------- what is asked


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
    enough = parts.has("ask", "target") and (parts.has("ask", "pipeline") or is_everything(parts))
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
    timed = bool(found.until or found.since) or is_everything(parts)
    return _is_narrowed(found) or found.pipeline or timed or found.stage not in ("", "commissioned")


def is_everything(parts: Parts) -> bool:
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


def age(parts: Parts) -> str:
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
        at + 1 for at, word in enumerate(parts.spelt) if word in ("t", "mt") or word.startswith(IN_TONNES)
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
        or any(word in ARRIVING for word in parts.spelt)
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
        lambda parts, _: is_everything(parts) and not parts.has("ask", "target") and not parts.has("ask", "count"),
    ),
    ("average", lambda parts, _: parts.has("op", "average") and parts.has("topic", "plants")),
    ("eldest", lambda parts, found: bool(age(parts)) and parts.has("topic", "plants") and not found.by),
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
