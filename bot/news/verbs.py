"""Which words of a passage are used as verbs - 'China curbs exports', not 'China's curbs on exports' - and what kinds of
object each class of them takes. Says nothing of what was done; deeds.py does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.news.words import STOP, listed

if TYPE_CHECKING:
    from bot.news.lexicon import Mention
    from bot.news.reading import Passage

REACH = 8  # an object stands at most so many words from its verb

_GOODS = ("control", "curb", "rule", "trade", "core", "broad", "loose")
OBJECTS: dict[str, tuple[str, ...]] = {
    "restrict": _GOODS,
    "impose": ("control", "curb", "relief", "rule", "output", "tariff"),
    "ease": ("control", "curb", "rule", "trade", "works", "tariff"),
    "let": ("trade",),
    "pause": ("control", "curb", "trade", "core", "relief", "works"),
    "heighten": ("level", "output", "tariff"),
    "lower": ("level", "output", "tariff", "trade", "core"),
    "fix": ("level", "output"),
    "lighten": ("relief",),
    "demand": ("paper", "permission"),
    "extend_date": ("deadline",),
    "grant": ("control", "curb", "relief"),
    "effect": ("control", "curb", "relief", "rule"),
    "expire": ("control", "curb", "relief"),
    "tender_open": ("tender",),
    "tender_drop": ("tender",),
    "keep": ("control", "curb"),
}


def is_verb(passage: Passage, verb: Mention) -> bool:
    """Whether the word is used as a verb: 'China curbs exports', not 'China's curbs on exports'."""
    if verb.form in ("hi", "zh", "word", "ed", "ing"):
        return verb.form != "ed" or not _within_name(passage, verb)
    if verb.form == "noun":
        return verb.name in _NOMINAL
    before = passage.words[verb.start - 1].text if verb.start else STOP
    if verb.form == "base":
        return (
            before in _LEADS
            or _plural_actor(passage, verb.start)
            or _of_itself(passage, verb)
            or (_plural_goods(passage, verb) and (verb.name not in OBJECTS or verb.name in _OF_RULES))
        )
    return not _doubles_as_noun(passage, verb) or _object_follows(passage, verb)


def _within_name(passage: Passage, verb: Mention) -> bool:
    """Whether it only opens the name of a thing: a 'restricted list' restricts nothing anew."""
    return any(m.concept.family == "objects" and m.start == verb.start and m.end > verb.end for m in passage.mentions)


# These classes are told as well by a noun ('Japan, India in pact') as by a verb.
_NOMINAL = frozenset({"agree", "invest", "find", "invent", "talk", "weigh", "hit", "rise", "fall"})
_LEADS = listed("to will may might could would should must can not t wont dont doesnt cant did does and or")


def _plural_actor(passage: Passage, at: int) -> bool:
    """'India, Japan sign ...', 'lawmakers back ...': a plural actor just before a bare verb."""
    ends = [mention for mention in passage.mentions if mention.end == at and mention.concept.family == "actors"]
    return any(mention.text.endswith("s") for mention in ends) or (bool(ends) and _listed(passage, at))


def _of_itself(passage: Passage, verb: Mention) -> bool:
    """'Exports to Japan resume': goods that begin to flow again, told without a doer."""
    flows = [m for m in passage.said("trade") if m.end <= verb.start and verb.start - m.end <= REACH]
    moves = verb.text in ("resume", "restart") or verb.name in ("rise", "fall")
    return moves and any(flow.text.endswith("s") for flow in flows)


_OF_RULES = frozenset({"effect", "expire"})  # what a rule does of itself


def _plural_goods(passage: Passage, verb: Mention) -> bool:
    """'exports soar', 'prices climb': goods or numbers in the plural just before a bare verb."""
    families = ("objects", "subject") if verb.name in _OF_RULES else ("objects",)  # 'curbs on magnets take effect'
    ends = [m for m in passage.mentions if m.end == verb.start and m.concept.family in families]
    return any(mention.text.endswith("s") for mention in ends)


def _listed(passage: Passage, at: int) -> bool:
    earlier = [m for m in passage.mentions if m.concept.family == "actors" and m.end < at and at - m.end <= 4]
    return bool(earlier)


def _doubles_as_noun(passage: Passage, verb: Mention) -> bool:
    here = [m for m in passage.mentions if m.start <= verb.start < m.end]
    nouns = ("objects", "acts") if verb.name in OBJECTS else ("objects",)
    return any(m.concept.family in nouns and m.form == "noun" for m in here)


def _object_follows(passage: Passage, verb: Mention) -> bool:
    """An object just after it, and no noun that it could belong to just before it ('rare earth curbs')."""
    belongs = any(m.end == verb.start and m.concept.family in ("subject", "objects") for m in passage.mentions)
    starts = [
        m.start
        for m in passage.mentions
        if m.concept.family in ("subject", "objects") and verb.end <= m.start <= verb.end + 3
    ]
    if belongs or not starts:
        return False
    between = {word.text for word in passage.words[verb.end : min(starts)]}
    others = [
        m
        for m in passage.mentions
        if m.concept.family == "acts" and verb.end <= m.start < min(starts) and m.form != "ed"
    ]
    return not others and not between & _NOUNS_GO_ON


_NOUNS_GO_ON = frozenset({"on", "over", "and", "in", "for", "at", "by", "to", "are", "is", "as", STOP})
