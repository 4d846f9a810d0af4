"""What an item is about: each thing said adds weight to a topic, what is told in the title the most; the heaviest
topic wins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from bot.news.deeds import Event, digs, events, on_trade
from bot.news.lexicon import Mention
from bot.news.reading import Passage, Reading
from storage.newsitems import Topic

_MAIN, _ASIDE = 1.0, 0.1
_SUMMARY, _SUMMARY_ASIDE = 0.3, 0.1
_LITTLE, _SUMMARY_OF_VAGUE = 4.0, 0.8  # a title that says so little leaves its news to the summary
_TOGETHER = 4  # words within which a short word for a rule belongs to the goods

# Where two topics weigh the same, the one that may need an answer today.
_ORDER = (Topic.EXPORT_CONTROL, Topic.POLICY, Topic.MINING, Topic.TRADE, Topic.CAPACITY, Topic.OTHER)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something said that speaks for a topic, and how much."""

    topic: Topic
    weight: float
    words: str

    def by(self, share: float) -> Evidence:
        return Evidence(self.topic, self.weight * share, self.words)


def topic_of(reading: Reading) -> tuple[Topic, str]:
    """The topic, and the words that spoke for it most."""
    said = evidence(reading)
    totals = weighed(said)
    topic = max(_ORDER, key=lambda each: totals[each])
    if totals[topic] <= 0:
        return _between(reading.title)
    return topic, max((piece for piece in said if piece.topic is topic), key=lambda piece: piece.weight).words


def weighed(said: Iterable[Evidence]) -> dict[Topic, float]:
    """How much speaks for each topic."""
    totals: dict[Topic, float] = dict.fromkeys(_ORDER, 0.0)
    for piece in said:
        totals[piece.topic] += piece.weight
    return totals


def clear_topic(reading: Reading) -> Topic | None:
    """The topic where the words leave no doubt; None where two are near each other."""
    totals = weighed(evidence(reading))
    second, first = sorted(totals.values())[-2:]
    return max(_ORDER, key=lambda each: totals[each]) if first - second >= _CLEAR else None


_CLEAR = 3.0  # one thing told in the title, and nothing against it


def _between(title: Passage) -> tuple[Topic, str]:
    """Where nothing is said but who is at the table: with China it is its rules, among others their plans."""
    parties = _parties(title)
    if len(parties) < 2:
        return Topic.OTHER, ""
    return (Topic.EXPORT_CONTROL if "china" in parties else Topic.POLICY), "between states"


def evidence(reading: Reading) -> list[Evidence]:
    """Everything said that speaks for a topic."""
    said = list(_passage_evidence(reading.title))
    title = [piece.by(_MAIN if main else _ASIDE) for piece, main in said]
    vague = sum(piece.weight for piece, _ in said) < _LITTLE
    told = _SUMMARY_OF_VAGUE if vague else _SUMMARY
    return title + [piece.by(told if main else _SUMMARY_ASIDE) for piece, main in _passage_evidence(reading.summary)]


def _passage_evidence(passage: Passage) -> Iterator[tuple[Evidence, bool]]:
    done = events(passage)
    for event in {
        (event.act, event.main): event for event in reversed(done)
    }.values():  # an act said twice is said once
        for piece in _event_evidence(passage, event):
            yield piece, event.main
    for topic, rule in _RULES:
        strongest: dict[bool, Evidence] = {}
        for mention, weight in rule(passage, done):
            main = passage.main(mention)
            if main not in strongest or strongest[main].weight < weight:
                strongest[main] = Evidence(topic, weight, mention.text)
        for main, piece in strongest.items():
            yield piece, main


_ACTS: dict[str, tuple[tuple[Topic, float], ...]] = {
    "invest": ((Topic.CAPACITY, 2.0),),
    "build": ((Topic.CAPACITY, 1.5),),
    "notify": ((Topic.POLICY, 0.5),),
    "tender_open": ((Topic.POLICY, 2.0),),
    "bids_received": ((Topic.POLICY, 3.0),),
    "extend_bid": ((Topic.POLICY, 4.0),),
    "tender_drop": ((Topic.POLICY, 2.0),),
    "hit": ((Topic.TRADE, 2.0),),
    "hold_back": ((Topic.TRADE, 6.0),),
    "invent": ((Topic.CAPACITY, 2.0),),
    "find": ((Topic.MINING, 2.0),),
    "seize": ((Topic.MINING, 3.5),),
}
_BY_ORGANS = {"approve": 3.0, "award": 4.5}  # what is policy when a ministry does it
_TRADE_ACTS = {"restrict": 8.0, "ease": 8.0, "grant": 8.0}  # beside it the goods and works that it names weigh little


def _event_evidence(passage: Passage, event: Event) -> Iterator[Evidence]:
    if event.act in _TRADE_ACTS:
        weight = _TRADE_ACTS[event.act] if _state_led(passage, event) else 1.0
        yield Evidence(
            Topic.EXPORT_CONTROL, weight, f"{event.verb} {event.object.text if event.object else ''}".strip()
        )
    if event.act in _BY_ORGANS and passage.said("organ"):
        yield Evidence(Topic.POLICY, _BY_ORGANS[event.act], event.verb)
    for topic, weight in _ACTS.get(event.act, ()):
        yield Evidence(topic, weight, event.verb)


def _state_led(passage: Passage, event: Event) -> bool:
    """A rule's own words, or goods stopped by a state; a firm that halts a line is no rule."""
    if event.object is not None and event.object.has("control"):
        return True
    ordered = event.act == "restrict" and event.mood == "will"  # a firm that is told to stop
    return bool(passage.said("state", "organ")) or event.object is None or ordered


def _controls(passage: Passage, done: list[Event]) -> Iterator[tuple[Mention, float]]:
    named_only = _felt(passage, done)
    for mention in passage.said("control"):
        yield mention, 2.0 if named_only else 4.0
    for mention in passage.said("curb"):
        if _by_goods(passage, mention) and not digs(passage, mention) and not _nodded(passage, mention, done):
            yield mention, 1.5 if named_only else 3.0
    for mention in passage.said("rule"):
        if on_trade(passage, mention):
            yield mention, 4.0
    for mention in passage.said("control_list"):
        yield mention, 2.0
    if passage.said("core", "magnet") and not passage.said("norm"):
        for mention in passage.said("relief"):
            yield mention, 2.5


def _felt(passage: Passage, done: list[Event]) -> bool:
    """Whether the rule is only named as what hurts a buyer's works."""
    hurt = any(event.act == "hit" and event.main for event in done)
    return hurt and bool(passage.said("user")) and not any(event.act in _TRADE_ACTS and event.main for event in done)


def _sought(passage: Passage, done: list[Event]) -> Iterator[tuple[Mention, float]]:
    """Goods of ours spoken of with the state whose rule holds them: asked for, promised, bargained over."""
    if any(event.act == "hit" and event.main for event in done):
        return
    spoken = [event for event in done if event.act in _SPOKEN and event.main and not event.verb.startswith(_JOINT)]
    holder = [m for m in passage.said("state", "organ") if (m.concept.of or m.name) == "china" and passage.main(m)]
    if all(event.act == "agree" for event in spoken):
        holder = [m for m in holder if not m.start or passage.words[m.start - 1].text not in ("to", "against")]
    others = [m for m in passage.said("state", "organ", "user") if (m.concept.of or m.name) != "china"]
    if passage.named("invent", "tariff") or (passage.named("invest") and passage.said("user", "company")):
        return  # what is bargained over is a firm's goods, or a tax
    accused = any(event.verb.startswith("accused") and holder and holder[0].end == event.at for event in spoken)
    if spoken and holder and (others or accused) and passage.said("core", "magnet"):
        yield holder[0], 1.0 if passage.said("works") else 4.0  # talks of a works are no talks of a rule


_JOINT = ("cooperat", "collaborat", "partner", "joint", "team")  # work together, not goods asked for
_SPOKEN = frozenset({"talk", "weigh", "agree", "promise", "approve"})
_OF_FLOW = _SPOKEN - {"approve", "weigh"} | {"keep", "ease", "launch"}


def _flow(passage: Passage, done: list[Event]) -> Iterator[tuple[Mention, float]]:
    """Goods of ours that a state lets cross its border or not: what is at issue where no number moves."""
    counted = any(event.act in ("rise", "fall", "hit", "build", "invest") for event in done) or "%" in passage.text
    if counted or passage.said("works") or not passage.said("core") or not passage.said("state", "organ"):
        return
    if any(event.act in _OF_FLOW for event in done):
        china = any((m.concept.of or m.name) == "china" and passage.main(m) for m in passage.said("state", "organ"))
        for mention in passage.named("trade_flow"):
            if china or "port" in mention.text or mention.form in ("hi", "zh"):
                yield mention, 3.0


def _lever(passage: Passage, _done: list[Event]) -> Iterator[tuple[Mention, float]]:
    """Goods as a weapon in the hand of the state that holds them."""
    holder = [m for m in passage.said("state", "organ") if (m.concept.of or m.name) == "china"]
    if holder and passage.said("core") and not passage.said("works"):
        for mention in passage.said("lever"):
            yield mention, 3.0


def _courts(passage: Passage, _done: list[Event]) -> Iterator[tuple[Mention, float]]:
    """The body where rules of trade are challenged."""
    for mention in passage.said("bloc"):
        if mention.who in _COURTS:
            yield mention, 4.5


_COURTS = ("wto", "wto panel")


def _by_goods(passage: Passage, curb: Mention) -> bool:
    """Whether goods of ours, or their crossing of a border, stand by the word for a rule."""
    near = [*passage.goods("core", "loose", "broad"), *passage.said("trade")]
    return any(_gap(m, curb) <= _TOGETHER and (m.start, m.end) != (curb.start, curb.end) for m in near)


def _nodded(passage: Passage, leave: Mention, done: list[Event]) -> bool:
    """Whether the leave is a cabinet's for a plan at home, not one for goods to cross a border."""
    approved = any(event.act == "approve" and event.main for event in done)
    return approved and leave.has("permission") and bool(passage.said("plan")) and not passage.said("trade")


def _gap(one: Mention, other: Mention) -> int:
    """Words between two mentions; none where one is part of the other."""
    return max(0, one.start - other.end, other.start - one.end)


_PRICED = 6.0  # a price that moves, named before any plan that it may pass or fall short of


def _numbers(passage: Passage, done: list[Event]) -> Iterator[tuple[Mention, float]]:
    moved = any(event.act in ("rise", "fall") for event in done) or "%" in passage.text
    for mention in passage.said("number"):
        if mention.has("tariff"):
            yield mention, 4.0
        elif mention.name == "price":
            first = not any(plan.start < mention.start for plan in passage.said("plan"))
            yield mention, (_PRICED if first else 4.0) if moved else 3.0
        else:
            yield mention, 4.0 if moved else 0.5
    if moved:
        for mention in passage.said("trade"):
            yield mention, 4.0
        for mention in passage.said("element"):
            yield mention, 2.0


def _users(passage: Passage, done: list[Event]) -> Iterator[tuple[Mention, float]]:
    hurt = any(event.act in ("hit", "resume") and event.main for event in done)
    making = any(event.act in ("build", "invest", "invent", "agree") for event in done)
    caused = any(not passage.main(m) for m in passage.said("core", "control", "curb")) or passage.named("trade_flow")
    eased = any(passage.main(m) for m in passage.said("relief"))  # good news of a rule
    if hurt or (caused and not making and not eased and not passage.said("permission")):
        for mention in passage.said("user"):
            yield mention, 4.0


def _laid_in(passage: Passage, _done: list[Event]) -> Iterator[tuple[Mention, float]]:
    """What a buyer has in store, and for how long it lasts."""
    if passage.said("user", "company") and not passage.said("organ"):
        for mention in passage.said("plan"):
            if mention.text.endswith(_STORED) and passage.main(mention):
                yield mention, 4.0


def _sent(passage: Passage, done: list[Event]) -> Iterator[tuple[Mention, float]]:
    """Goods that one state sends another."""
    if any(event.act == "send" and event.main for event in done) and passage.said("state"):
        for mention in passage.goods("core"):
            yield mention, 5.0


def _withheld(passage: Passage, done: list[Event]) -> Iterator[tuple[Mention, float]]:
    """A firm that of its own will sends no more goods: trade, and no rule."""
    if not passage.said("firm", "company") or any(event.act in _TRADE_ACTS and event.main for event in done):
        return
    stops = [m for m in passage.named("pause", "restrict") if m.form != "noun" and passage.main(m)]
    sent = [m for m in passage.said("trade") if passage.main(m) and "port" not in m.text]
    sent += [m for m in passage.named("send", "build") if m.text.startswith("ship") and passage.main(m)]
    for mention in sent if stops else ():
        yield mention, 6.0


def _works(passage: Passage, _done: list[Event]) -> Iterator[tuple[Mention, float]]:
    for mention in passage.said("works"):
        yield mention, 3.0


def _firms(passage: Passage, _done: list[Event]) -> Iterator[tuple[Mention, float]]:
    for mention in passage.said("firm", "company", "user"):
        yield mention, 1.5 if mention.has("firm") else 1.0
    for mention in passage.said("shares"):
        yield mention, 3.0


def _ground(passage: Passage, _done: list[Event]) -> Iterator[tuple[Mention, float]]:
    for mention in passage.named("find"):
        if mention.form in ("noun", "hi", "zh") and not any(
            m.start <= mention.start and mention.end <= m.end for m in passage.said("plan")
        ):
            yield mention, 2.5
    for mention in passage.named("ore"):
        yield mention, 1.0
    if passage.said("core"):
        for mention in passage.said("harm"):
            yield mention, 2.0
    if not passage.said("works"):
        for mention in passage.named("site"):
            yield mention, 2.0


_STORED = ("stockpile", "stockpiles", "reserve", "reserves")
_SETS_UP = ("set", "build", "establish", "creat", "develop")


def _plans(passage: Passage, done: list[Event]) -> Iterator[tuple[Mention, float]]:
    own = bool(passage.said("state", "organ")) and not passage.said("firm", "company", "user", "works")
    made = own and any(event.act == "build" and event.main and event.verb.startswith(_SETS_UP) for event in done)
    for mention in passage.said("plan"):
        if mention.has("tender") and passage.named("find"):
            continue  # the bidding for a block of ground
        if mention.text.endswith(_STORED) and passage.said("user", "company") and not passage.said("organ"):
            continue  # what a buyer lays in
        strong = mention.has("scheme", "tender", "budget", "norm") or (made and passage.main(mention))
        yield mention, 5.0 if strong else 2.5


_TELLS = ("say", "said", "tell", "told", "hail", "confirm")  # what is only reported is no plea


def _pleas(passage: Passage, done: list[Event]) -> Iterator[tuple[Mention, float]]:
    """What a house, a panel or a minister asks for."""
    if any(event.act == "talk" and event.main and not event.verb.startswith(_TELLS) for event in done):
        for mention in passage.said("organ"):
            yield mention, 1.0


def _parties(passage: Passage) -> set[str]:
    return {m.who if m.has("each") else m.concept.of or m.name for m in passage.said("state", "organ")}


def _pacts(passage: Passage, done: list[Event]) -> Iterator[tuple[Mention, float]]:
    for mention in passage.said("bloc"):
        if mention.who not in _COURTS:
            yield mention, 2.0
    together = len(_parties(passage)) > 1 or bool(passage.said("bloc"))
    if any(event.act == "agree" for event in done):
        for mention in passage.named("agree"):
            if mention.text in ("deal", "deals") and passage.said("firm", "company", "user"):
                continue  # a firm's deal is its own
            between = 2.0 if "china" in _parties(passage) else 3.5  # with the holder a pact may be one on its rules
            yield mention, between if together and not passage.said("firm", "user") else 0.5
    elif together and passage.said("broad"):
        yield passage.said("broad")[0], 2.0


_Rule = Callable[[Passage, list[Event]], Iterator[tuple[Mention, float]]]
_RULES: tuple[tuple[Topic, _Rule], ...] = (
    (Topic.EXPORT_CONTROL, _controls),
    (Topic.EXPORT_CONTROL, _sought),
    (Topic.EXPORT_CONTROL, _flow),
    (Topic.EXPORT_CONTROL, _lever),
    (Topic.EXPORT_CONTROL, _courts),
    (Topic.TRADE, _numbers),
    (Topic.TRADE, _users),
    (Topic.TRADE, _sent),
    (Topic.TRADE, _laid_in),
    (Topic.TRADE, _withheld),
    (Topic.CAPACITY, _works),
    (Topic.CAPACITY, _firms),
    (Topic.MINING, _ground),
    (Topic.POLICY, _plans),
    (Topic.POLICY, _pleas),
    (Topic.POLICY, _pacts),
)
