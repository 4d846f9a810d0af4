"""Which questions rank: countries, products or stretches of time, by what, and from which end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.asking.countries import WORLD
from bot.asking.indicators import TRADE
from bot.asking.numbers import limit
from bot.asking.questions import (
    Compare,
    Question,
    Ranking,
    Subject,
)
from bot.asking.stretches import Span, spanned
from bot.asking.subjects import wants_rate
from bot.asking.words import folded

if TYPE_CHECKING:
    from bot.asking.parts import Parts
    from storage.periods import Period


def ranked(parts: Parts, subject: Subject, span: Span) -> Question | None:
    places = [int(place) for place in parts.values("place")]
    place = (places[0] if places else 0) or (2 if _after_a_country(parts) and parts.has("extreme") else 0)
    wanted = (
        max(limit(parts), *places) if len(places) > 1 else limit(parts)
    )  # 'the second and the third' are among three
    weighed = _weighed(parts)
    extreme = parts.has("extreme") or bool(weighed)
    listed = _is_listed(parts) or parts.has("said", "reserves_rank")
    if not parts.countries and any(word.startswith(_SPREAD) for word in parts.spelt) and subject.indicator in TRADE:
        return Ranking(replace(spanned(subject, span), partner="", measure="share"))
    if _asks_its_place(parts, span):
        return Ranking(spanned(subject, span), low=parts.has("extreme", "low"))
    if parts.has("op", "difference") and parts.has("op", "compare", "change") and not parts.has("axis"):
        return None
    if not (extreme or place or listed) and not _asks_who(parts, subject):
        return None
    if parts.has("op", "change") and not extreme and not listed:
        return None
    by = _axis(parts, subject, span)
    if by in _STEPS and not span.long and len(span.points) > 1 and all(point.kind == by for point in span.points):
        return Compare(subject.at(None), "period", tuple(point.text for point in span.points))
    if extreme and parts.has("op", "change") and by != "partner":
        return _ranked_changes(parts, subject, span, by)
    low = parts.has("extreme", "low") or _cheap(parts) or weighed == "low"
    if wanted > 1 and by == "partner" and len(parts.countries) == 1 and not subject.apart:
        wanted, extreme = 0, False  # 'is Japan among the top three' asks for its place
    first = 0 if wanted > 1 or (not extreme and not place) else place or 1
    own = spanned(subject, span) if by == "partner" else subject
    if by == "partner" and (extreme or place) and own.partner != WORLD and not own.apart:
        own = replace(own, partner="")
    ranking = Ranking(own, by, low=low, place=first, limit=wanted if wanted > 1 else 0)
    if by == "partner" or by == "product":
        return ranking
    whole = None if span.first or span.since else whole_of(span, subject)
    return replace(
        ranking,
        start=span.first or span.since or whole,
        end=span.last or whole,
        count=span.count,
        subject=subject.at(None),
    )


def _asks_its_place(parts: Parts, span: Span) -> bool:
    """'Where does Japan rank?', 'China's rank': the place of one country among the others."""
    said = any(word in _PLACED for word in parts.spelt)
    return said and len(parts.countries) == 1 and not parts.has("axis", *_STEPS) and not (parts.free_units or span.long)


_PLACED = folded("rank ranks ranked ranking sthan स्थान क्रम रैंक रैंकिंग")
_SPREAD = ("concentrat", "diversif")  # how far our trade hangs on a few countries


def _is_listed(parts: Parts) -> bool:
    """Whether a list of several is asked for; 'Chinese suppliers' are China."""
    ends = {country.end for country in parts.countries}
    return any(mark.start not in ends for mark in parts.all("op", "rank"))


def _weighed(parts: Parts) -> str:
    """'Which half was bigger?': of a few stretches the one; "" where none is asked for."""
    if not any(parts.has("axis", step) for step in _STEPS):
        return ""
    if any(word in _MORE for word in parts.spelt):
        return "high"
    return "low" if any(word in _LESS for word in parts.spelt) else ""


_STEPS = ("month", "quarter", "half", "fiscal", "year")
_MORE = folded("bigger larger higher greater more stronger better bada badi zyada बड़ी बड़ा ज्यादा अधिक")
_LESS = folded("smaller lower lesser less fewer weaker worse chota choti kam छोटी छोटा कम")


def _ranked_changes(parts: Parts, subject: Subject, span: Span, by: str) -> Ranking:
    """'In which year did imports jump the most?'"""
    fell = any(word in _FALLING for word in parts.spelt)
    own = replace(subject.at(None), measure="change" if not wants_rate(parts) else "growth")
    return Ranking(
        own,
        by,
        low=fell != parts.has("extreme", "low"),
        place=1,
        start=span.first or span.since or whole_of(span, subject),
        end=span.last or whole_of(span, subject),
        count=span.count,
    )


_FALLING = folded(
    "fall fell fallen falling drop dropped decline declined decrease decreased dip dipped slump slide slid plunge plunged shrink shrank "
    "gira giri girawat ghata ghati kami गिरा गिरी गिरावट घटा घटी कमी"
)


def _after_a_country(parts: Parts) -> bool:
    """'The biggest supplier after China' is the next."""
    return any(
        parts.word(country.start - 1) == "after" or parts.word(country.end + 1) in ("baad", "बाद")
        for country in parts.countries
    )


def _cheap(parts: Parts) -> bool:
    return any(word in ("cheapest", "cheaper", "सस्ता", "सस्ते", "sasta") for word in parts.spelt)


def whole_of(span: Span, subject: Subject) -> Period | None:
    """The period within which months or quarters are ranked."""
    return span.points[0] if span.points else subject.period


def _asks_who(parts: Parts, subject: Subject) -> bool:
    """'Which countries do we import from?', 'who supplies us?'"""
    asked = parts.has("axis", "partner") and any(
        parts.word(mark.start) in _WHO for mark in parts.all("axis", "partner")
    )
    if parts.has("axis", "partner") and parts.has("ask", "count") and not parts.has("unit"):
        return subject.indicator in TRADE and not parts.countries
    return (
        asked
        and subject.indicator in TRADE
        and (not parts.countries or subject.apart)
        and not parts.has("op", "change")
        and not parts.has("percent")
    )


_WHO = frozenset(
    [
        "which",
        "who",
        "where",
        "from",
        "whom",
        "kis",
        "kaun",
        "konsa",
        "kaunsa",
        "kahan",
        "kahaan",
        "kisse",
        "किस",
        "कौन",
        "कहां",
        "किससे",
        "what",
    ]
)


def _axis(parts: Parts, subject: Subject, span: Span) -> str:
    """What is ranked: countries, or stretches of time."""
    for step in _STEPS:
        if parts.has("axis", step) or parts.has("step", step):
            return step
    free = [unit for unit in _STEPS if unit in parts.free_units]
    if free and (parts.has("extreme") or (parts.has("op", "rank") and not parts.has("axis", "partner"))):
        return free[0]
    if parts.has("axis", "partner") or parts.has("op", "rank"):
        return "partner"
    if (
        parts.word(0) in ("who", "whom", "kisne", "किसने")
        or (parts.has("place") and not free)
        or parts.word(len(parts.words) - 1) in ("to", "from")
    ):
        return "partner"
    if parts.has("field", "when") or subject.partner != "" or span.long:
        return "year"
    if subject.indicator in ("imports", "exports") and (subject.period or span.points):
        return "partner"
    return "year"
