"""Whether what a verb says was done, will be, may be or was not: the words before it in its clause, and in Hindi the
verb's own ending and what follows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.news.words import STOP

if TYPE_CHECKING:
    from bot.news.lexicon import Mention
    from bot.news.reading import Passage

_REACH = 9  # words before the verb


def mood_of(passage: Passage, verb: Mention) -> str:
    """did, will, may or not."""
    clause = passage.stops[verb.start]
    behind = [
        m
        for m in passage.mentions
        if m.has("may", "not", "will", "intends")
        and m.start < verb.start
        and verb.start - m.end < _REACH
        and not _numbers(passage, m)
    ]
    behind = [m for m in behind if passage.stops[m.start] == clause]
    if verb.form in ("hi", "zh"):
        ahead = [m for m in passage.mentions if m.has("may", "not") and verb.end <= m.start <= verb.end + 4]
        return _hindi_mood(passage, verb, [*behind, *ahead])
    if any(m.has("not") for m in behind) or _is_denied_claim(passage, verb):
        return "not"
    if _charged(passage, verb):
        return "may"
    if wishes := [m for m in behind if m.has("may")]:
        announced = _own_order(passage, wishes[-1], verb) or _own_plan(passage, wishes[-1], verb)
        return "will" if announced else "may"
    to_come = verb.start > 0 and passage.words[verb.start - 1].text == "to"  # be it a marker of the scene as well
    if not to_come and not any(m.has("will", "intends") and verb.start - m.end <= 1 for m in behind):
        return "did"
    return "may" if _purpose(passage, verb) or _asked(passage, verb) else "will"


def _asked(passage: Passage, verb: Mention) -> bool:
    """'seeks help to speed up', 'vows to lift': what is asked for or promised before the verb is not yet done."""
    if passage.words[verb.start - 1].text != "to":
        return False
    clause = passage.stops[verb.start]
    return any(
        m.name in ("talk", "promise")
        and m.form in _SPEAKING
        and not _is_told(passage, m)
        and not _orders(passage, m, verb)
        and not m.text.startswith(_TELLS)
        and m.end < verb.start
        and passage.stops[m.start] == clause
        and passage.words[m.start - 1].text not in _REPORTED  # 'is said to resume' tells what resumes
        for m in passage.mentions
        if m.concept.family == "acts"
    )


_REPORTED = frozenset({"is", "are", "was", "were"})


def _charged(passage: Passage, verb: Mention) -> bool:
    """'accuses China of holding back ...', 'warns of ...': what one lays to another's charge, or fears."""
    if verb.form != "ing":
        return False
    clause = passage.stops[verb.start]
    said = [m for m in passage.named("talk") if m.end < verb.start and passage.stops[m.start] == clause]
    linked = {word.text for word in passage.words[max(0, verb.start - _LINK) : verb.start]} & {"of", "for", "against"}
    return bool(linked) and any(m.text.startswith(_CHARGES) for m in said)


_CHARGES = ("accus", "blam", "critici", "slam", "condemn", "denounc", "warn", "blast")
_LINK = 3  # words


def _orders(passage: Passage, told: Mention, verb: Mention) -> bool:
    """'has told its miner to halt ...': what a state tells a firm is done."""
    firms = any(m.has("firm", "company") and told.end <= m.start < verb.start for m in passage.mentions)
    return firms and told.text in ("asks", "asked", "ask", "tells", "told")


def _is_told(passage: Passage, order: Mention) -> bool:
    """'IREL told to halt ...': an order that a firm was given stands."""
    firms = [m for m in passage.said("firm", "company") if m.end == order.start]
    return bool(firms) and order.text in ("told", "asked", "ordered")


_TELLS = ("say", "said", "confirm", "tell", "inform")  # reported, not asked for
_SPEAKING = ("base", "s", "ed", "ing")


def _is_denied_claim(passage: Passage, verb: Mention) -> bool:
    """'rejects the claim that it withholds ...': what is denied is told of nobody."""
    clause = passage.stops[verb.start]
    before = [at for at in range(verb.start) if passage.stops[at] == clause]
    denied = [at for at in before if passage.words[at].text.startswith(_DENIES)]
    return bool(denied) and any(passage.words[at].text.rstrip("s") in _CLAIMS for at in before if at > denied[0])


_DENIES = ("reject", "deny", "denie", "dismiss", "refut", "rebuff")
_CLAIMS = frozenset({"claim", "charge", "allegation", "accusation", "report", "that"})


def _purpose(passage: Passage, verb: Mention) -> bool:
    """'a team visits China to ease ...': what somebody travels or asks for, not what the state named before it does."""
    at = verb.start - 1
    if passage.words[at].text != "to":
        return False
    before = [m for m in passage.mentions if m.end == at and m.concept.family == "actors"]
    if not before:
        return any(m.end == at and m.concept.family in ("objects", "subject") for m in passage.mentions)
    lead = passage.words[before[0].start - 1].text if before[0].start else STOP
    return lead in _TOWARDS


_TOWARDS = frozenset(
    {"visit", "visits", "visiting", "with", "in", "from", "of", "against", "at", "on", "reach", "near"}
)


def _numbers(passage: Passage, negation: Mention) -> bool:
    """'No. 61' denies nothing."""
    return negation.text == "no" and negation.end < len(passage.words) and passage.words[negation.end].number


def _own_order(passage: Passage, wish: Mention, verb: Mention) -> bool:
    """'asks its miner to halt ...': what a state tells a firm to do is announced, not wished."""
    return _orders(passage, wish, verb)


def _spoken_of(passage: Passage, verb: Mention) -> bool:
    """'... पर बातचीत': what people only talk about."""
    about = passage.words[verb.end].text == "पर" if verb.end < len(passage.words) else False
    return about and any(m.name == "talk" and 0 < m.start - verb.end <= _TALK for m in passage.mentions)


_TALK = 6  # words


def _own_plan(passage: Passage, wish: Mention, verb: Mention) -> bool:
    """'Malaysia plans to ban ...': a state that plans its own ban has announced it, one that weighs it has not."""
    planned = wish.text.startswith("plan") and verb.name in ("restrict", "impose")
    return planned and any(m.has("state", "organ") and m.end == wish.start for m in passage.mentions)


def _hindi_mood(passage: Passage, verb: Mention, near: list[Mention]) -> str:
    for mood in ("not", "may"):
        if any(m.has(mood) for m in near):
            return mood
    if _spoken_of(passage, verb):
        return "may"
    later = passage.words[verb.start : verb.end + 3]
    return (
        "will"
        if any(word.raw.endswith(("ेगा", "ेगी", "ेंगे", "एगा", "एगी", "एंगे", "yega", "yegi")) for word in later)
        else "did"
    )
