"""Reads what is about the talk itself: help, terms, sources, news, statements, and what is no business of ours."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bot.asking.knowledge import stem
from bot.asking.questions import Gaps, Help, News, Question, Sources, Statements, Timeline, Unknown
from bot.asking.read_milestones import looks_ahead
from bot.asking.terms import knows_term, named_term
from bot.asking.words import folded

if TYPE_CHECKING:
    from bot.asking.context import Context
    from bot.asking.parts import Parts


def orders(parts: Parts) -> Question | None:
    """Someone bids us leave our rules."""
    if parts.has("outside", "orders") or _is_code(parts):
        return Unknown("orders")
    return Unknown("edits") if _sets_a_value(parts) else None


def _sets_a_value(parts: Parts) -> bool:
    """'Set the 2024 imports to 5', 'mark all as done': the record is changed by commands, and by nobody's say-so."""
    at = 1 if parts.word(0) in ("please", "now", "kindly", "just") else 0
    bids = parts.word(at) in _SETTING and parts.word(at + 1) not in ("in", "of")
    values = [at for at, word in enumerate(parts.spelt[:-1]) if word in ("to", "as", "=", "equals")]
    return bids and any(parts.words[at + 1].number is not None or parts.word(at + 1) in _VALUES for at in values)


_SETTING = folded("set update change mark edit overwrite replace correct rewrite")
_VALUES = folded("zero null nil done nothing complete completed dropped zeros")


def _is_code(parts: Parts) -> bool:
    """A statement for a database, and no question."""
    texts = [word.text for word in parts.words]
    signs = "=" in texts or any(pair == ("-", "-") for pair in pairwise(texts))
    return signs and not _COMMANDS.isdisjoint(texts) and not _CLAUSES.isdisjoint(texts)


_COMMANDS = folded("update delete insert drop select alter truncate union exec create grant replace")
_CLAUSES = folded("set from into table where values index database")


def outside(parts: Parts) -> Question | None:
    """The weather, share prices, goods that are none of ours."""
    for mark in parts.all("outside", "shares", "world"):
        if parts.word(mark.end) in _OF_CODES or (parts.word(mark.start) == "match" and parts.has("indicator")):
            continue  # 'tariff heading 2846', 'does it match demand'
        levied = parts.word(mark.start).startswith("tariff") and bool(parts.countries)
        if levied and "duty" in parts.known.controls.vocabulary:
            continue
        if (parts.has("topic", "controls") or parts.has("control")) and stem(
            parts.spelt[mark.start]
        ) in parts.known.controls.vocabulary:
            continue
        named = _named(parts)
        if not all(at in named for at in range(mark.start, mark.end)):
            return Unknown("outside", about=" ".join(word.raw for word in parts.words[mark.start : mark.end]))
    return None


_OF_CODES = ("heading", "headings", "code", "codes", "line", "lines", "item", "number", "no")


def _named(parts: Parts) -> set[int]:
    """Words that stand in a name of the record that is said nearly whole, or in a product of ours."""
    controls = () if parts.has("indicator") else (parts.known.controls,)
    found = {
        at
        for names in (parts.known.milestones, parts.known.plants, *controls)
        for hit in parts.hits(names)[:5]
        if hit.coverage > 0.45
        for at in hit.at
    }
    products = {word for product in parts.known.products for word in product.casefold().split()}
    return found | {at for at, word in enumerate(parts.spelt) if word in products}


def about_the_talk(parts: Parts, context: Context | None) -> Question | None:
    if parts.has("topic", "gaps") and not _has_matter(parts):
        return Gaps()
    if (parts.has("topic", "help") or _knows_about_nothing(parts)) and not _has_matter(parts):
        return Help()
    if (
        parts.has("topic", "sources")
        and not _has_number(parts)
        and not (parts.has("op", "rank") or parts.has("extreme") or parts.times)
    ):
        about = (context.about or context.command) if context else ""
        return Sources(about)
    if _is_timeline(parts):
        return Timeline(parts.value("category"))
    if (
        parts.has("talk", "greets")
        and not parts.times
        and not parts.unread
        and not any(mark.kind not in ("talk", "ask", "side") for mark in parts.marks)
    ):
        return Help(thanked=any(word in _THANKS for word in parts.spelt))
    return None


_THANKS = folded("thanks thank thankyou thx shukriya dhanyavad धन्यवाद शुक्रिया")


def _is_timeline(parts: Parts) -> bool:
    """'Show me the timeline', of the milestones or of nothing said; that of the controls is theirs."""
    if not any(word in _TIMELINE for word in parts.spelt) or parts.unread or parts.times or parts.countries:
        return False
    other = parts.has("topic", "controls", "capacity", "plants", "news") or parts.has("indicator")
    return not other and not parts.organisation and not parts.place


_TIMELINE = folded("timeline timelines समयरेखा टाइमलाइन")


def _knows_about_nothing(parts: Parts) -> bool:
    """'What do you know about?', with nothing behind it."""
    said = [word.text for word in parts.words if not word.mark]
    return parts.has("ask", "define") and said[-2:] == ["know", "about"]


def _has_matter(parts: Parts) -> bool:
    named = (
        parts.place
        or parts.organisation
        or any(hit.at & parts.unread for hit in parts.hits(parts.known.milestones)[:3])
    )
    return bool(
        named
        or knows_term(parts)
        or _has_number(parts)
        or parts.has("topic", "milestones", "capacity", "plants", "controls", "news")
    )


def _has_number(parts: Parts) -> bool:
    return (
        parts.has("indicator") or (parts.has("measure") and not parts.has("measure", "value")) or bool(parts.countries)
    )


# ---------------------------------------------------------------- news and what was said


_SHORT_NAME = 3  # letters
_NAMED_PART = 0.2  # the same, beside a word of saying
_SPEAKER = 0.3  # how much of a speaker's name and office is said


def news(parts: Parts) -> Question | None:
    happening = any(parts.word(mark.end - 1) in ("happening", "lately") for mark in parts.all("topic", "news"))
    if not (parts.has("topic", "news") or _asks_what_changed(parts)) or (
        happening and (parts.place or parts.organisation or looks_ahead(parts))
    ):
        return None
    topic = {"export_control": "export_control", "policy": "policy", "trade": "trade", "mining": "mining"}.get(
        parts.value("category"), ""
    )
    words = [parts.words[at].raw for at in sorted(parts.unread)] + [country.name for country in parts.countries]
    if not topic and not words:
        topic = "capacity" if parts.has("topic", "capacity", "plants") else ""
    return News(topic, " ".join(words))


def _asks_what_changed(parts: Parts) -> bool:
    """'What changed this morning?', of nothing or of a topic of the news; 'what changed in imports' asks for numbers."""
    lately = all(
        time.period is None or time.relative or parts.today in (time.period.start, time.period.end)
        for time in parts.times
    )
    number = (
        _has_number(parts)
        or parts.has("unit")
        or parts.has("product")
        or parts.has("topic", "milestones", "capacity", "plants")
    )
    return parts.has("topic", "changed") and lately and not number


def said(parts: Parts) -> Question | None:
    """What was said on a topic that has words of its own, where the record holds something on it."""
    found = [mark for mark in parts.all("said") if mark.value in parts.known.topics]
    if not found or _is_of_a_term(parts, found[-1].value):
        return None
    dated = any(not any(mark.covers(time.start) for mark in found) for time in parts.times)
    number = dated or parts.has("unit") or parts.has("percent") or parts.has("op", "change")
    return None if number and found[-1].value not in _IN_NUMBERS else Statements(topic=found[-1].value)


_IN_NUMBERS = ("scheme_terms", "budget")  # topics whose statements hold the numbers themselves


def _is_of_a_term(parts: Parts, topic: str) -> bool:
    """'What is terbium used for' asks of a word of the field, not of magnets."""
    ours = any(word.startswith(_MAGNETS) for word in parts.spelt)
    return topic == "uses" and named_term(parts) is not None and not ours


_MAGNETS = ("magnet", "chumbak", "चुंबक", "मैग्नेट")


def spoken(parts: Parts) -> Question | None:
    """What somebody said, who is named beside a word of saying; with what they were asked of."""
    if not parts.has("topic", "statements"):
        return None
    speaker = _speaker(parts, _NAMED_PART)
    return Statements(topic=parts.value("indicator"), speaker=speaker) if speaker else None


def _speaker(parts: Parts, least: float) -> str:
    """Whoever is named, by words that mean nothing else."""
    for hit in parts.hits(parts.known.speakers):
        own = [at for at in hit.at if at in parts.unread and _is_a_name(parts, at)]
        if own and (hit.coverage >= least or len(own) > 1):
            return hit.name
    return ""


def _is_a_name(parts: Parts, at: int) -> bool:
    """Long enough to name somebody, or an acronym; the 'net' of an address is neither."""
    word = parts.words[at]
    return len(word.text) > _SHORT_NAME or word.raw.isupper()


def statements(parts: Parts) -> Question | None:
    """What somebody said, or what was said on a topic: found by the words of the statements themselves."""
    speaker = _speaker(parts, _SPEAKER)
    if speaker:
        return Statements(speaker=speaker)
    votes: dict[str, float] = {}
    for hit in parts.hits(parts.known.sayings)[:8]:
        topic = parts.known.saying_topics[hit.key]
        votes[topic] = max(votes.get(topic, 0.0), hit.weight)
    if not votes:
        return None
    topic = max(votes, key=lambda name: votes[name])
    enough = 5.0 if parts.has("topic", "statements") else 8.0
    return Statements(topic=topic) if votes[topic] >= enough else None
