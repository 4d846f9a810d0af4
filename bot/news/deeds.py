"""What a passage says was done: each verb with its object makes an act - a rule made or eased, leave given, works
built - and its mood says whether it was done, will be, may be or was not.

Passage -> events(passage)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.news.moods import mood_of
from bot.news.words import STOP, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.news.lexicon import Mention
    from bot.news.reading import Passage

_REACH = 8  # an object stands at most so many words from its verb
_REACH_HAN = 20  # and so many characters


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
        if mention.concept.family == "acts" and not _in_a_name(passage, mention)
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
            yield Event("restrict", mood_of(passage, verb), verb.start, verb.text, passage.main(verb), firm)
        return
    if works := _stopped_works(passage, verb):
        yield Event("hit", mood_of(passage, verb), verb.start, verb.text, passage.main(verb), works)
        return
    act, goal = _resolved(passage, verb)
    if act == "agree" and (relief := _nearest(passage, verb, ("relief",))):
        yield Event("ease", mood_of(passage, verb), verb.start, verb.text, passage.main(verb), relief)
    if act:
        yield Event(act, mood_of(passage, verb), verb.start, verb.text, passage.main(verb), goal)


def _in_a_name(passage: Passage, verb: Mention) -> bool:
    """Whether the word is part of somebody's name: TVS Motor invents no motor."""
    return verb.form == "noun" and any(
        m.concept.family == "actors"
        and m.start <= verb.start
        and verb.end <= m.end
        and m.end - m.start > verb.end - verb.start
        for m in passage.mentions
    )


def _stopped_works(passage: Passage, verb: Mention) -> Mention | None:
    """The buyer's works that the verb stops, whatever is named behind them as the cause."""
    if verb.name != "pause" or not passage.said("user"):
        return None
    after = [m for m in passage.said("works", "trade", "control", "curb", "core") if m.start >= verb.end]
    if not after:
        return None
    if after[0].has("works") and after[0].start - verb.end <= _CLOSE:
        return after[0]
    cause = {word.text for word in passage.words[verb.end : after[0].start]} & {"over"}
    return passage.said("user")[0] if cause else None


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
            or _of_itself(passage, verb)
            or (_plural_goods(passage, verb) and (verb.name not in _OBJECTS or verb.name in ("effect", "expire")))
        )
    return not _doubles_as_noun(passage, verb) or _object_follows(passage, verb)


# These classes are told as well by a noun ('Japan, India in pact') as by a verb.
_NOMINAL = frozenset({"agree", "invest", "find", "invent", "talk", "weigh", "hit", "rise", "fall"})
_LEADS = listed("to will may might could would should must can not t wont dont doesnt cant did does and or")


def _plural_actor(passage: Passage, at: int) -> bool:
    """'India, Japan sign ...', 'lawmakers back ...': a plural actor just before a bare verb."""
    ends = [mention for mention in passage.mentions if mention.end == at and mention.concept.family == "actors"]
    return any(mention.text.endswith("s") for mention in ends) or (bool(ends) and _listed(passage, at))


def _of_itself(passage: Passage, verb: Mention) -> bool:
    """'Exports to Japan resume': goods that begin to flow again, told without a doer."""
    flows = [m for m in passage.said("trade") if m.end <= verb.start and verb.start - m.end <= _REACH]
    return verb.text in ("resume", "restart") and bool(flows)


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
    if _only_names(passage, verb, goal):
        return "", None
    return _made_of(passage, verb, goal), goal


def _only_names(passage: Passage, verb: Mention, goal: Mention) -> bool:
    """Whether the verb, in spite of its object, changes nothing at a border."""
    between = {word.text for word in passage.words[verb.end : goal.start]}
    return (
        (verb.name in _OVER and "over" in between)  # "halts its line over the curbs"
        or (verb.name == "let" and not _lets(goal, between))
        or (verb.name == "lower" and goal.has("trade") and not _cuts(passage, verb, goal))
        or (_moves(passage, verb) and goal.has("trade") and goal.end <= verb.start)  # exports drop of themselves
        or "response" in between  # steps up its response to the curbs
        or (
            verb.text.startswith(_ANSWERS) and "with" not in between | {*verb.text.split()}
        )  # to hit back over a rule is to talk
        or (verb.text.startswith(_REFUSES) and goal.start - verb.end > _DENIED)  # what is denied in words
        or (verb.name in _STATES_ONLY and not goal.has("works") and _firms_own(passage, verb))
        or (verb.name == "grant" and not goal.has("relief") and not _at_border(passage, goal))
        or (verb.name == "restrict" and goal.has("permission") and not _at_border(passage, goal))
        or (verb.name == "impose" and goal.has("permission") and not verb.text.startswith(_DEMAND))
        or (goal.has("core", "broad", "loose") and not goal.has("works") and not _bare(passage, verb, goal))
    )


_OVER = frozenset({"pause", "ease", "lower"})


_CROSSING = ("export", "import", "shipment", "rare earths flow", "minerals flow", "magnets flow")


def _lets(goods: Mention, between: set[str]) -> bool:
    """Whether it is goods that are let out or in, not a scheme that is to change their flow."""
    return goods.text.startswith(_CROSSING) and not between & {"to", "for", "by", "that"}


def _cuts(passage: Passage, verb: Mention, goods: Mention) -> bool:
    """Whether a state cuts what it sells abroad, not customs its figures: the state just before, no count after."""
    doer = any(m.has("state", "organ") and 0 <= verb.start - m.end <= 1 for m in passage.mentions)
    counted = any(not goods.start <= m.start < goods.end for m in passage.said("number")) and verb.form != "base"
    return doer and not counted and goods.text.startswith("export") and 0 < goods.end - verb.end <= _CLOSE + 1


def _moves(passage: Passage, verb: Mention) -> bool:
    """Whether the verb also says that a number fell or rose."""
    return any(m.start == verb.start and m.has("moves") for m in passage.mentions)


_STATES_ONLY = frozenset({"restrict", "pause", "ease"})


def _firms_own(passage: Passage, verb: Mention) -> bool:
    """Whether a firm of its own will stops or starts its trade: nobody told it to."""
    clause = passage.stops[verb.start]
    before = [m for m in passage.mentions if m.end <= verb.start and passage.stops[m.start] == clause]
    told = (
        any(m.has("may", "intends") for m in before)
        or passage.words[min(verb.end, len(passage.words) - 1)].text == "by"
    )
    doers = [m for m in before if m.concept.family == "actors" and not _aim(passage, m)]
    return bool(doers) and not told and doers[-1].has("firm", "company", "user") and not doers[-1].has("state", "organ")


def _aim(passage: Passage, actor: Mention) -> bool:
    return actor.start > 0 and passage.words[actor.start - 1].text in ("to", "on", "for", "from", "by", "of", "in")


def _made_of(passage: Passage, verb: Mention, goal: Mention) -> str:
    """The act of a verb that is one thing or another by what it is done to."""
    if goal.has("deadline"):
        return "extend_bid" if passage.said("tender", "scheme") else ""
    if goal.has("works"):
        return _WORKS_ACTS[verb.name] if passage.said("user") else ""
    if goal.has("output"):
        return "notify"
    if goal.has("tariff"):
        return "tax"
    if verb.name == "lower" and goal.has("trade"):
        return "restrict"
    if verb.name in _LEVELS:
        return _levelled(verb, goal)
    if verb.name in _SPANS:
        of_rule, of_relief = _SPANS[verb.name]
        return of_relief if goal.has("relief") else of_rule
    if goal.has("relief"):
        return "ease"
    if verb.name == "pause":
        return _paused(verb, goal)
    return _SAME.get(verb.name, verb.name)


_SAME = {"impose": "restrict", "let": "ease"}
_WORKS_ACTS = {"pause": "hit", "ease": "resume"}  # a buyer's works stop for want of goods, or start again
_SPANS = {"effect": ("restrict", "ease"), "expire": ("ease", "restrict")}  # of a rule, and of a relief from one


_GOODS = ("control", "curb", "rule", "trade", "core", "broad", "loose")
_OBJECTS: dict[str, tuple[str, ...]] = {
    "restrict": _GOODS,
    "impose": ("control", "curb", "relief", "rule", "output", "tariff"),
    "ease": ("control", "curb", "rule", "trade", "works", "tariff"),
    "let": ("trade",),
    "pause": ("control", "curb", "trade", "core", "relief", "works"),
    "heighten": ("level", "output", "tariff"),
    "lower": ("level", "output", "tariff", "trade"),
    "fix": ("level", "output"),
    "grant": ("control", "curb", "relief"),
    "effect": ("control", "curb", "relief", "rule"),
    "expire": ("control", "curb", "relief"),
    "tender_open": ("tender",),
    "tender_drop": ("tender",),
    "keep": ("control", "curb"),
    "extend_date": ("deadline",),
}
_ANSWERS = ("hit back", "hits back", "hitting back", "strike back", "strikes back", "struck back", "retaliat")
# To impose or widen leave is to demand it; to issue or announce it is not.
_DEMAND = tuple("impos introduc requir expand widen broaden enforc slap subject extend escalat".split())
_LEVELS = frozenset({"heighten", "lower", "fix"})
_REFUSES = ("den", "refus", "reject")
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
    ours = passage.said("state", "organ") and passage.goods("core", "loose")
    return bool(passage.said("trade") or ours)


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
    reach = _REACH_HAN if verb.form == "zh" else _REACH
    after = [
        m
        for m in near
        if verb.start <= m.start and m.start - verb.end <= reach and m.end > verb.start and not _same(m, verb)
    ]
    before = [m for m in near if m.end <= verb.start and verb.start - m.end <= reach]
    if verb.form == "ed" and verb.end < len(passage.words) and passage.words[verb.end].text == "by":
        after = []  # who did it stands there, not what it was done to
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


_ON_TRADE = 4


def _between(one: Mention, other: Mention) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


def digs(passage: Passage, licence: Mention) -> bool:
    """Whether a licence or a curb is one on mining or exploring, which no border knows."""
    if not licence.has("curb"):
        return False
    ground = passage.named("find")
    crosses = any(0 <= m.start - licence.end <= _REACH for m in passage.said("trade"))
    within = any(m.start < licence.start and m.end >= licence.end for m in ground)
    return within or (not crosses and any(1 <= m.start - licence.end <= _ON_TRADE for m in ground))


def _same(goal: Mention, verb: Mention) -> bool:
    """The verb's own word, seen as a noun, is not its object; in Hindi leave to import is told as one phrase."""
    if verb.form == "hi" and goal.has("permission") and goal.end - goal.start > 1:
        return False
    return goal.start == verb.start and goal.end == verb.end
