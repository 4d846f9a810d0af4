"""What a passage says was done: each verb with its object makes an act - a rule made or eased, leave given, works
built - and its mood says whether it was done, will be, may be or was not.

Passage -> events(passage)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.news.doers import by_state, firms_own, shut_out
from bot.news.moods import mood_of
from bot.news.verbs import OBJECTS, REACH, is_verb
from bot.news.words import STOP, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.news.lexicon import Mention
    from bot.news.reading import Passage

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
    ruled = {event.at for event in told if event.act in _ON_TRADE_ACTS}
    return [event for event in first.values() if event.at not in ruled or event.act not in _LESSER]


_ON_TRADE_ACTS = frozenset({"restrict", "ease", "grant"})
# What a word may tell as well; where it tells a step on trade, it tells none of these.
_LESSER = frozenset({"hit", "build", "invest", "find", "rise", "fall", "invent"})


def _events_of(passage: Passage, verb: Mention) -> Iterator[Event]:
    if not is_verb(passage, verb) or (verb.name in ("rise", "fall") and not _counted(passage)):
        return
    if verb.name == "penalise":
        if firm := shut_out(passage, verb):
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


def _resolved(passage: Passage, verb: Mention) -> tuple[str, Mention | None]:
    """The act that verb and object make together; "" when they make none."""
    wanted = OBJECTS.get(verb.name)
    if goods := _supplied(passage, verb):
        return "ease", goods
    if _idle(passage, verb):
        return "", None
    if wanted is None:
        return verb.name, None
    goal = _nearest(passage, verb, wanted)
    if goal is None:
        return "", None
    if _only_names(passage, verb, goal):
        held = verb.name in _STATES_ONLY and goal.has("trade") and firms_own(passage, verb)
        return ("hold_back", goal) if held else ("", None)
    return _made_of(passage, verb, goal), goal


def _supplied(passage: Passage, verb: Mention) -> Mention | None:
    """The goods that the state which holds them is to send again: 'China to supply magnets'."""
    if verb.name != "promise" or not verb.text.startswith("suppl") or not by_state(passage, verb):
        return None
    states = [m for m in passage.said("state", "organ") if m.end <= verb.start]
    goods = [m for m in passage.goods("core", "loose") if 0 <= m.start - verb.end <= _CLOSE]
    return goods[0] if goods and states and (states[-1].concept.of or states[-1].name) == "china" else None


_POWER = listed("dominance grip monopoly hold stranglehold chokehold reliance dependence")


def _idle(passage: Passage, verb: Mention) -> bool:
    """Whether the word does nothing of its class: a state's threat hurts nobody yet, to dent another's grip hurts no
    buyer, and what a rule targets nobody has in mind."""
    if verb.name == "weigh" and verb.text.startswith("target"):
        return any(m.end == verb.start for m in passage.said("control", "curb"))
    if verb.name != "hit":
        return False
    after = {word.text for word in passage.words[verb.end : verb.end + _POWER_WITHIN]}
    return bool(after & _POWER) or (verb.text.startswith("threat") and by_state(passage, verb))


_POWER_WITHIN = 5  # words


def _only_names(passage: Passage, verb: Mention, goal: Mention) -> bool:
    """Whether the verb, in spite of its object, changes nothing at a border."""
    between = {word.text for word in passage.words[verb.end : goal.start]}
    return (
        (verb.name in _OVER and "over" in between)  # "halts its line over the curbs"
        or (verb.name == "let" and not _lets(goal, between))
        or (verb.name == "lower" and goal.has("trade") and not _cuts(passage, verb, goal))
        or (verb.name == "lower" and goal.has("core") and not _cut_off(passage, verb, goal))
        or (verb.name in _DOERS_OWN and not by_state(passage, verb))
        or (verb.name == "impose" and _taxed_over(passage, verb, goal))
        or (verb.name == "impose" and bool(between & _TALKED))  # a response to a rule is no rule
        or (verb.name == "demand" and not _demanded(passage, verb, goal))
        or (_moves(passage, verb) and goal.has("trade") and goal.end <= verb.start)  # exports drop of themselves
        or (
            verb.text.startswith(_ANSWERS) and "with" not in between | {*verb.text.split()}
        )  # to hit back over a rule is to talk
        or (verb.text.startswith(_REFUSES) and goal.start - verb.end > _DENIED)  # what is denied in words
        or (verb.name in _STATES_ONLY and not goal.has("works") and firms_own(passage, verb))
        or (verb.name == "grant" and not goal.has("relief") and not _at_border(passage, goal))
        or (verb.name == "restrict" and goal.has("permission") and not _at_border(passage, goal))
        or (verb.name == "impose" and goal.has("permission") and not verb.text.startswith(_DEMAND))
        or (goal.has("core", "broad", "loose") and not goal.has("works") and not _bare(passage, verb, goal))
    )


_OVER = frozenset({"pause", "ease", "lower"})


_CROSSING = (
    "export",
    "import",
    "shipment",
    "shipping",
    "rare earths flow",
    "rare earth flow",
    "minerals flow",
    "magnets flow",
    "elements flow",
    "materials flow",
)


def _lets(goods: Mention, between: set[str]) -> bool:
    """Whether it is goods that are let out or in, not a scheme that is to change their flow."""
    return goods.text.startswith(_CROSSING) and not between & {"to", "for", "by", "that"}


def _demanded(passage: Passage, verb: Mention, goal: Mention) -> bool:
    """Whether a state asks those who sell abroad for papers or for its leave, not another state for its own."""
    if goal.has("paper"):
        return bool(passage.said("trade"))
    states = {m.concept.of or m.who for m in passage.said("state", "organ")} - {"organ", ""}
    return verb.text.startswith(_INSISTS) and len(states) == 1


_INSISTS = ("want", "demand", "requir")


def _cut_off(passage: Passage, verb: Mention, goods: Mention) -> bool:
    """'China cuts rare earths': a state cuts the goods themselves, not its need of them."""
    after = passage.words[goods.end].text if goods.end < len(passage.words) else STOP
    return by_state(passage, verb) and after in (STOP, "to", "for") and goods.start - verb.end <= 1


def _taxed_over(passage: Passage, verb: Mention, rule: Mention) -> bool:
    """'imposes a tariff over the curbs': the tax is what is imposed; 'answers tariffs with curbs' imposes the curbs."""
    taxes = [m for m in passage.said("tariff") if verb.end <= m.start < rule.start and not rule.has("tariff")]
    return any(word.text == "over" for tax in taxes for word in passage.words[tax.end : rule.start])


_TALKED = listed("response responses answer reaction talks dialogue efforts")
_DOERS_OWN = frozenset({"demand", "lighten"})  # what only a state can do to trade


def _cuts(passage: Passage, verb: Mention, goods: Mention) -> bool:
    """Whether a state cuts what it sells abroad, not customs its figures: the state just before, no count after."""
    doer = any(m.has("state", "organ") and 0 <= verb.start - m.end <= 1 for m in passage.mentions)
    threat = verb.form == "base" and by_state(passage, verb)  # 'threatens to cut ...'
    counted = verb.form != "base" and any(m.start != goods.start for m in passage.said("number"))
    sold = goods.text.startswith(("export", "suppl", "shipment", "overseas sale"))
    return (doer or threat) and not counted and sold and 0 < goods.end - verb.end <= _CLOSE + 2


def _moves(passage: Passage, verb: Mention) -> bool:
    """Whether the verb also says that a number fell or rose."""
    return any(m.start == verb.start and m.has("moves") for m in passage.mentions)


_STATES_ONLY = frozenset({"restrict", "pause", "ease"})


def _made_of(passage: Passage, verb: Mention, goal: Mention) -> str:
    """The act of a verb that is one thing or another by what it is done to."""
    if goal.has("deadline"):
        return "extend_bid" if passage.said("tender", "scheme") else ""
    if goal.has("works"):
        return _WORKS_ACTS[verb.name] if passage.said("user") else ""
    if goal.has("output"):
        return "notify"
    if goal.has("paper") or verb.name == "demand":
        return "restrict"
    if goal.has("tariff"):
        return _taxed(passage, verb, goal)
    if verb.name == "lower" and goal.has("trade", "core"):
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


def _taxed(passage: Passage, verb: Mention, tax: Mention) -> str:
    """A duty of the state that sells the goods is one on what leaves it: a rule by price."""
    states = [m for m in passage.said("state", "organ") if m.concept.of or m.has("state")]
    seller = bool(states) and all((m.concept.of or m.name) == "china" for m in states) and states[0].start < verb.start
    goods = passage.goods("core")
    flows = passage.named("trade_flow")
    at_home = bool(goods) and goods[0].start >= tax.end and not flows
    if not seller or not (at_home or any(flow.text.startswith("export") for flow in flows)):
        return "tax"
    return "ease" if verb.name in ("lower", "ease") else "restrict"


_SAME = {"lighten": "ease", "impose": "restrict", "let": "ease"}
_WORKS_ACTS = {"pause": "hit", "ease": "resume"}  # a buyer's works stop for want of goods, or start again
_SPANS = {"effect": ("restrict", "ease"), "expire": ("ease", "restrict")}  # of a rule, and of a relief from one


_ANSWERS = ("hit back", "hits back", "hitting back", "strike back", "strikes back", "struck back", "retaliat")
# To impose or widen leave is to demand it; to issue or announce it is not.
_DEMAND = tuple(
    "impos introduc requir expand widen broaden enforc slap subject extend escalat put plac अनिवार्य".split()
)
_LEVELS = frozenset({"heighten", "lower", "fix"})
_REFUSES = ("den", "refus", "reject")
_DENIED = 2  # words between a refusal and what is refused
_LENGTHEN = ("lengthen", "extend", "prolong", "renew", "延")


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
    if verb.text.startswith(
        ("make", "made", "making")
    ):  # 'makes it harder to buy ...': only a state does that to a trade
        return by_state(passage, verb) and not _of_ground(passage, goods)
    if goods.end <= verb.start and verb.form in ("base", "s"):
        return False  # 'a stockpile of minerals to curb reliance' stops no minerals
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
    *(
        "can no",
        "may no",
        "cannot",
        "shut door",
        "shuts door",
        "widen",
        "freez",
        "froze",
        "weapon",
        "prohibit",
        "forbid",
        "squeez",
        "chok",
    ),
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
    reach = _REACH_HAN if verb.form == "zh" else REACH
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
    """Whether a law or a rule is one on goods that cross a border: 'regulations on rare earth exports'; in Hindi it
    stands behind the goods that it is on."""
    if text.form == "hi" and any(0 <= text.start - m.end <= _ON_TRADE for m in passage.goods("core", "magnet")):
        return bool(passage.said("state", "organ"))
    return any(_between(m, text) <= _ON_TRADE for m in passage.said("trade"))


_ON_TRADE = 4


def _between(one: Mention, other: Mention) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


def digs(passage: Passage, licence: Mention) -> bool:
    """Whether a licence or a curb is one on mining or exploring, which no border knows."""
    if not licence.has("curb"):
        return False
    ground = passage.named("find")
    crosses = any(0 <= m.start - licence.end <= REACH for m in passage.said("trade"))
    within = any(m.start < licence.start and m.end >= licence.end for m in ground)
    return within or (not crosses and any(1 <= m.start - licence.end <= _ON_TRADE for m in ground))


def _same(goal: Mention, verb: Mention) -> bool:
    """The verb's own word, seen as a noun, is not its object; in Hindi leave to import is told as one phrase."""
    if verb.form == "hi" and goal.has("permission") and goal.end - goal.start > 1:
        return False
    return goal.start == verb.start and goal.end == verb.end
