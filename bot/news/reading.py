"""An item as read: its words, what they speak of, which of them only set the scene, and what was done. Judges
nothing yet.

NewsItem -> Reading(title: Passage, summary: Passage) -> events(passage)
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from bot.news.lexicon import Mention, lexicon
from bot.news.words import STOP, Word, plain, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from storage.records import NewsItem

_SUMMARY_WORDS = 90  # the first sentences say what happened; the rest is background
_REACH = 8  # an object stands at most so many words from its verb
_MOOD_REACH = 9


@dataclass(frozen=True)
class Passage:
    """A stretch of text. `aside[i]` is whether word i only sets the scene ("amid ...", "after ...")."""

    words: tuple[Word, ...]
    mentions: tuple[Mention, ...]
    aside: tuple[bool, ...]
    heading: bool

    def said(self, *traits: str) -> list[Mention]:
        return [mention for mention in self.mentions if mention.has(*traits)]

    def named(self, *names: str) -> list[Mention]:
        return [mention for mention in self.mentions if mention.name in names]

    def goods(self, *traits: str) -> list[Mention]:
        """Goods spoken of as such, not as a part of a firm's name or of a motor that does without them."""
        return [m for m in self.said(*traits) if m.concept.family == "subject" and not self._within(m)]

    def _within(self, part: Mention) -> bool:
        return any(
            m.start <= part.start and part.end <= m.end and m.end - m.start > part.end - part.start
            for m in self.mentions
            if m.concept.family == "actors" or m.name == "invent"
        )

    def main(self, mention: Mention) -> bool:
        """Whether it stands in what the passage tells, not in its setting."""
        return not self.aside[mention.start]

    @cached_property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @cached_property
    def stops(self) -> tuple[int, ...]:
        """For each word, the number of its clause."""
        clause, out = 0, []
        for at, word in enumerate(self.words):
            clause += word.text == STOP and not self._lists(at)
            out.append(clause)
        return tuple(out)

    def _lists(self, at: int) -> bool:
        """Whether the comma here only stands between two of a list of names."""
        if self.words[at].raw not in ",、":
            return False
        named = [mention for mention in self.mentions if mention.concept.family == "actors"]
        goods = [mention for mention in self.mentions if mention.concept.family == "subject"]
        more = [m for m in self.mentions if m in goods or (m.concept.family == "acts" and m.form in ("noun", "ing"))]
        return any(
            any(m.end == at for m in before) and any(m.start == at + 1 for m in after)
            for before, after in ((named, named), (goods, more))
        )


@dataclass(frozen=True)
class Reading:
    """An item with both its passages."""

    item: NewsItem
    title: Passage
    summary: Passage

    @property
    def passages(self) -> tuple[Passage, Passage]:
        return self.title, self.summary


@lru_cache(maxsize=8_192)
def read(item: NewsItem) -> Reading:
    """Read an item; what was read once is remembered, since known stories are compared again and again."""
    return Reading(item, _passage(_headline(item), heading=True), _passage(item.summary, heading=False))


def _headline(item: NewsItem) -> str:
    """The title without the outlet's name that aggregators hang on it."""
    title = plain(item.title).strip()
    for mark in (" - ", " | ", " — ", " – "):
        head, found, tail = title.rpartition(mark)
        if found and item.publisher and tail.strip().casefold() in item.publisher.casefold():
            return head
    return title


def _passage(text: str, *, heading: bool) -> Passage:
    cut = words(text)
    if not heading:
        cut = cut[:_SUMMARY_WORDS]
    mentions = tuple(lexicon().spot(cut))
    return Passage(tuple(cut), mentions, _asides(cut, mentions), heading)


def _asides(cut: Sequence[Word], mentions: Sequence[Mention]) -> tuple[bool, ...]:
    """Which words only set the scene: from a marker such as 'amid' to the next stop. All of it never does."""
    flags = [False] * len(cut)
    for mark in (mention for mention in mentions if mention.has("aside")):
        if mark.form == "hi":  # Hindi sets the scene before the marker
            _flag(flags, _clause_start(cut, mark.start), mark.end)
        else:
            _flag(flags, mark.start, _clause_end(cut, mark.end))
    spoken = [flag for flag, word in zip(flags, cut, strict=True) if word.text != STOP]
    return tuple([False] * len(cut)) if all(spoken) else tuple(flags)


def _flag(flags: list[bool], start: int, end: int) -> None:
    flags[start:end] = [True] * (end - start)


def _clause_start(cut: Sequence[Word], at: int) -> int:
    while at > 0 and cut[at - 1].text != STOP:
        at -= 1
    return at


def _clause_end(cut: Sequence[Word], at: int) -> int:
    while at < len(cut) and cut[at].text != STOP:
        at += 1
    return at


@dataclass(frozen=True, slots=True)
class Event:
    """Something done. act: restrict, ease, grant, or the name of the act's concept; mood: did, will, may or not."""

    act: str
    mood: str
    at: int
    verb: str
    main: bool
    object: Mention | None = None


def events(passage: Passage) -> list[Event]:
    """What the passage says was done, in the order of its words."""
    told = [
        event
        for mention in passage.mentions
        if mention.concept.family == "acts"
        for event in _events_of(passage, mention)
    ]
    first: dict[tuple[str, int], Event] = {}
    for event in told:
        first.setdefault((event.act, event.at), event)
    return list(first.values())


def _events_of(passage: Passage, verb: Mention) -> Iterator[Event]:
    if not _is_verb(passage, verb) or (verb.name in ("rise", "fall") and not _counted(passage)):
        return
    if verb.name == "penalise":
        if firm := _shut_out(passage, verb):
            yield Event("restrict", _mood(passage, verb), verb.start, verb.text, passage.main(verb), firm)
        return
    act, goal = _resolved(passage, verb)
    if act == "agree" and (relief := _nearest(passage, verb, ("relief",))):
        yield Event("ease", _mood(passage, verb), verb.start, verb.text, passage.main(verb), relief)
    if act:
        yield Event(act, _mood(passage, verb), verb.start, verb.text, passage.main(verb), goal)


def _counted(passage: Passage) -> bool:
    """Whether anything stands there that can rise or fall; neodymium is 'recovered' and hands are 'up' without."""
    return bool(passage.said("trade", "number", "shares", "works")) or any(word.text == "%" for word in passage.words)


_OUTRIGHT = ("blacklist", "sanction", "penal", "punish", "ब्लैक", "प्रति", "制")
_LISTS = ("list", "blacklist", "सूची")


def _shut_out(passage: Passage, verb: Mention) -> Mention | None:
    """The firm that a state puts on its list, bars or sanctions: the state before the verb, the firm after it, or the
    passive. A weak verb ('adds', 'bars') needs the list, or dual-use goods, by name."""
    states = [m for m in passage.said("state", "organ") if m.start < verb.start or _said_by(passage, m)]
    firms = [m for m in passage.said("firm", "company") if passage.main(m)]
    listed = any(word.text in _LISTS for word in passage.words) or passage.said("control", "control_list")
    foreign = verb.text.startswith("target") and any(m.has("state") and m.start == verb.end for m in passage.mentions)
    if not states or not firms or not (listed or foreign or verb.text.startswith(_OUTRIGHT)):
        return None
    after = [m for m in firms if m.start >= verb.end]
    return (after or firms)[0] if after or verb.form == "ed" else None


def _said_by(passage: Passage, actor: Mention) -> bool:
    """Whether an actor stands as the doer of a passive, or owns the list: 'by China', 'China's list'."""
    before = passage.words[actor.start - 1].text if actor.start else STOP
    return before in ("by", "to", "on")


def _is_verb(passage: Passage, verb: Mention) -> bool:
    """Whether the word is used as a verb: 'China curbs exports', not 'China's curbs on exports'."""
    if verb.form in ("hi", "zh", "word", "ed", "ing"):
        return True
    if verb.form == "noun":
        return verb.name in _NOMINAL
    before = passage.words[verb.start - 1].text if verb.start else STOP
    if verb.form == "base":
        return (
            before in _LEADS
            or _plural_actor(passage, verb.start)
            or (_plural_goods(passage, verb) and (verb.name not in _OBJECTS or verb.name in ("effect", "expire")))
        )
    return not _doubles_as_noun(passage, verb) or _object_follows(passage, verb)


# These classes are told as well by a noun ('Japan, India in pact') as by a verb.
_NOMINAL = frozenset({"agree", "invest", "find", "invent", "talk", "weigh", "hit", "rise", "fall"})
_LEADS = frozenset(
    {
        "to",
        "will",
        "may",
        "might",
        "could",
        "would",
        "should",
        "must",
        "can",
        "not",
        "t",
        "wont",
        "dont",
        "doesnt",
        "cant",
        "did",
        "does",
        "and",
        "or",
    }
)


def _plural_actor(passage: Passage, at: int) -> bool:
    """'India, Japan sign ...', 'lawmakers back ...': a plural actor just before a bare verb."""
    ends = [mention for mention in passage.mentions if mention.end == at and mention.concept.family == "actors"]
    return any(mention.text.endswith("s") for mention in ends) or (bool(ends) and _listed(passage, at))


def _plural_goods(passage: Passage, verb: Mention) -> bool:
    """'exports soar', 'prices climb': goods or numbers in the plural just before a bare verb."""
    ends = [
        mention for mention in passage.mentions if mention.end == verb.start and mention.concept.family == "objects"
    ]
    return any(mention.text.endswith("s") for mention in ends)


def _listed(passage: Passage, at: int) -> bool:
    earlier = [m for m in passage.mentions if m.concept.family == "actors" and m.end < at and at - m.end <= 4]
    return bool(earlier)


def _doubles_as_noun(passage: Passage, verb: Mention) -> bool:
    here = [m for m in passage.mentions if m.start <= verb.start < m.end]
    nouns = ("objects", "acts") if verb.name in _OBJECTS else ("objects",)
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


def _resolved(passage: Passage, verb: Mention) -> tuple[str, Mention | None]:
    """The act that verb and object make together; "" when they make none."""
    wanted = _OBJECTS.get(verb.name)
    if wanted is None:
        return verb.name, None
    goal = _nearest(passage, verb, wanted)
    if goal is None:
        return "", None
    if verb.text.startswith(_ANSWERS) and "with" not in {word.text for word in passage.words[verb.start : goal.start]}:
        return "", None  # to hit back over a rule is to talk
    if verb.name in _LEVELS:
        return _levelled(verb, goal), goal
    if verb.name == "pause" and goal.has("works"):
        return ("hit" if passage.said("user") else ""), goal
    if verb.name == "ease" and goal.has("works"):
        return ("resume" if passage.said("user") else ""), goal
    if verb.name == "effect":
        return ("ease" if goal.has("relief") else "restrict"), goal
    if verb.name == "expire":
        return ("restrict" if goal.has("relief") else "ease"), goal
    if goal.has("relief"):
        return "ease", goal
    if verb.text.startswith("den") and goal.start - verb.end > _DENIED:
        return "", None  # what is denied in words
    if verb.name == "grant" and not _at_border(passage, goal):
        return "", None  # a licence that no border knows
    if verb.name == "impose" and goal.has("permission") and not verb.text.startswith(_DEMAND):
        return "", None
    if goal.has("core", "broad") and not _bare(passage, verb, goal):
        return "", None
    if verb.name == "pause":
        return _paused(verb, goal), goal
    return ("restrict" if verb.name == "impose" else verb.name), goal


_GOODS = ("control", "curb", "rule", "trade", "core", "broad")
_OBJECTS: dict[str, tuple[str, ...]] = {
    "restrict": _GOODS,
    "impose": ("control", "curb", "relief", "rule"),
    "ease": ("control", "curb", "rule", "trade", "works"),
    "pause": ("control", "curb", "trade", "core", "relief", "works"),
    "heighten": ("level",),
    "lower": ("level",),
    "fix": ("level",),
    "grant": ("control", "curb", "relief"),
    "effect": ("control", "curb", "relief", "rule"),
    "expire": ("control", "curb", "relief"),
    "tender_open": ("tender",),
    "keep": ("control", "curb"),
}
_ANSWERS = ("hit back", "hits back", "hitting back", "strike back", "strikes back", "struck back", "retaliat")
# To impose or widen leave is to demand it; to issue or announce it is not.
_DEMAND = (
    "impos",
    "introduc",
    "requir",
    "expand",
    "widen",
    "broaden",
    "enforc",
    "slap",
    "subject",
    "extend",
    "escalat",
)
_LEVELS = frozenset({"heighten", "lower", "fix"})
_DENIED = 2  # words between a refusal and what is refused
_LENGTHEN = ("extend", "prolong", "renew", "延")


def _levelled(verb: Mention, level: Mention) -> str:
    """A higher tax and a lower quota are harder, the other ways easier; a quota or tax set is a rule made."""
    if verb.name == "fix":
        return "restrict"
    return "restrict" if level.has("tax") == (verb.name == "heighten") else "ease"


def _at_border(passage: Passage, leave: Mention) -> bool:
    """Whether a licence is one for goods that cross a border, not one to run a works or to buy a firm."""
    if leave.has("control", "relief") or "port" in leave.text:
        return True
    return bool(passage.said("trade")) or (bool(passage.said("state", "organ")) and bool(passage.goods("core", "loose")))


def _paused(verb: Mention, goal: Mention) -> str:
    """To stop a rule is to ease, to stop goods is to restrict; to lengthen a rule is to restrict."""
    rule = goal.has("control", "curb", "rule")
    if verb.text.startswith(_LENGTHEN):
        return "restrict" if rule else ""
    return "ease" if rule else "restrict"


def _bare(passage: Passage, verb: Mention, goods: Mention) -> bool:
    """Whether goods themselves are stopped ('China bans terbium'), not a grip, a mine or a works that they only
    name."""
    stops = verb.form in ("hi", "zh") or verb.text.startswith(_STOPS)
    return stops and goods.start - verb.end <= _CLOSE and not _of_ground(passage, goods)


_STOPS = (
    *(
        "ban",
        "bar",
        "halt",
        "stop",
        "suspen",
        "paus",
        "cut",
        "tighten",
        "block",
        "restrict",
        "curb",
        "embargo",
        "withh",
    ),
    *("freez", "froze", "weapon", "prohibit", "forbid", "squeez", "chok"),
)
_CLOSE = 3


def _of_ground(passage: Passage, goods: Mention) -> bool:
    """Whether the goods only name a mine or a works ('halts rare earth mining'): no trade is stopped."""
    beside = [m for m in passage.mentions if m.has("works") or (m.name == "find" and m.form == "noun")]
    return any(abs(m.start - goods.end) <= 1 or abs(goods.start - m.end) <= 2 for m in beside)


def _nearest(passage: Passage, verb: Mention, traits: tuple[str, ...]) -> Mention | None:
    """The object: after the verb in its clause, else before it (the passive, Hindi and Chinese). Rules before goods."""
    clause = passage.stops[verb.start]
    goods = [m for m in passage.mentions if m.has(*traits) and m.concept.family != "actors"]
    near = [m for m in goods if passage.stops[m.start] == clause and not digs(passage, m)]
    near = [m for m in near if not m.has("rule") or on_trade(passage, m)]
    near = [m for m in near if passage.main(m) == passage.main(verb)]
    after = [
        m
        for m in near
        if verb.start <= m.start and m.start - verb.end <= _REACH and m.end > verb.start and not _same(m, verb)
    ]
    before = [m for m in near if m.end <= verb.start and verb.start - m.end <= _REACH]
    turned = verb.form in ("ed", "hi", "zh", "base", "ing") or verb.name in ("effect", "expire")
    for group in (after, before if turned or not after else []):
        rules = [m for m in group if m.has("control", "curb", "relief", "rule")] or _flows_first(group)
        if rules:
            return rules[0] if group is after else rules[-1]
        if group:
            return group[0] if group is after else group[-1]
    return None


def _flows_first(group: list[Mention]) -> list[Mention]:
    """Goods that cross a border before goods, and both before works."""
    return [m for m in group if m.has("trade")] or [m for m in group if not m.has("works")]


def on_trade(passage: Passage, text: Mention) -> bool:
    """Whether a law or a rule is one on goods that cross a border: 'regulations on rare earth exports'."""
    return any(_between(m, text) <= _ON_TRADE for m in passage.said("trade"))


_ON_TRADE = 3


def _between(one: Mention, other: Mention) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


def digs(passage: Passage, licence: Mention) -> bool:
    """Whether a licence is one to mine or explore, which no border knows."""
    return licence.has("curb") and any(
        m.name == "find" and m.start < licence.start and m.end >= licence.end for m in passage.mentions
    )


def _same(goal: Mention, verb: Mention) -> bool:
    """The verb's own word, seen as a noun, is not its object."""
    return goal.start == verb.start and goal.end == verb.end


def _mood(passage: Passage, verb: Mention) -> str:
    clause = passage.stops[verb.start]
    behind = [
        m
        for m in passage.mentions
        if m.has("may", "not", "will", "intends") and m.start < verb.start and verb.start - m.end < _MOOD_REACH
        and not _numbers(passage, m)
    ]
    behind = [m for m in behind if passage.stops[m.start] == clause]
    if verb.form in ("hi", "zh"):
        ahead = [m for m in passage.mentions if m.has("may", "not") and verb.end <= m.start <= verb.end + 4]
        return _hindi_mood(passage, verb, [*behind, *ahead])
    if any(m.has("not") for m in behind):
        return "not"
    if wishes := [m for m in behind if m.has("may")]:
        return "will" if _own_order(passage, wishes[-1], verb) else "may"
    if not any(m.has("will", "intends") and verb.start - m.end <= 1 for m in behind):
        return "did"
    return "may" if _purpose(passage, verb) else "will"


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


_TOWARDS = frozenset({"visit", "visits", "visiting", "with", "in", "from", "of", "against", "at", "on", "reach", "near"})


def _numbers(passage: Passage, negation: Mention) -> bool:
    """'No. 61' denies nothing."""
    return negation.text == "no" and negation.end < len(passage.words) and passage.words[negation.end].number


def _own_order(passage: Passage, wish: Mention, verb: Mention) -> bool:
    """'asks its miner to halt ...': what a state tells a firm to do is announced, not wished."""
    told = wish.text in ("asks", "asked", "ask", "tells", "told")
    return told and any(m.has("firm", "company") and wish.end <= m.start < verb.start for m in passage.mentions)


def _hindi_mood(passage: Passage, verb: Mention, near: list[Mention]) -> str:
    for mood in ("not", "may"):
        if any(m.has(mood) for m in near):
            return mood
    later = passage.words[verb.start : verb.end + 3]
    return (
        "will"
        if any(word.raw.endswith(("ेगा", "ेगी", "ेंगे", "एगा", "एगी", "एंगे", "yega", "yegi")) for word in later)
        else "did"
    )
