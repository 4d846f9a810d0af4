"""An event's signature: who, what, where, how much, when - in words of no one language, so that a Hindi and an
English report can meet. Compares nothing; likeness.py does.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, lru_cache
from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.news.amounts import Span, Sum, address_span, instruments, stated_day, sums
from bot.news.deeds import Event, events
from bot.news.parts import kinds, periods, stages
from bot.news.rarity import rarity
from bot.news.reading import Passage, Reading, read
from bot.news.topics import clear_topic
from bot.news.urgency import thinks
from bot.news.words import STOP, listed

if TYPE_CHECKING:
    from bot.news.lexicon import Mention
    from storage.newsitems import NewsItem, Topic

# How much a shared feature says that two reports tell one event.
_WEIGHTS = {
    "firm": 3.0,
    "place": 3.0,
    "state": 2.0,
    "organ": 1.0,
    "act": 1.2,
    "subject": 1.0,
    "element": 1.0,
    "step": 1.2,
    "circumstance": 1.4,
    "instrument": 4.0,
    "object": 1.0,
    "month": 1.5,
}
_SUMMARY_SHARE = 0.6

_FEW = 1  # what is named among others of its kind tells less than what is named alone
_EVERYWHERE = 1.0  # the three states that stand in half of all reports

# The steps of a scheme and its tender, of which a report tells one.
STEPS = listed("approve notify tender_open extend_bid bids_received award weigh comment")
_TOLD = STEPS | listed("unhurt seize keep restrict ease grant agree invest build find invent rise fall hit talk launch")


_OPINION = re.compile(r"/(?:opinions?|editorials?|explained|explainers?|columns?)(?=/)")

# What stands in so many headlines that to share it says nothing of the event.
LOOSE_ACTS = listed("talk weigh build invent find")


@dataclass(frozen=True)
class Signature:
    """What an item tells, as features with weights. `span` holds the day that the source or the address bears, None
    when neither has one; `stated` is the month and day on which the text says that something was said."""

    item: NewsItem
    span: Span | None
    stated: tuple[int, int] | None
    features: dict[str, float]
    title: dict[str, float]
    words: dict[str, float]
    sums: frozenset[Sum]
    instruments: frozenset[str]
    firms: frozenset[str]
    states: frozenset[str]
    parties: frozenset[str]
    acts: frozenset[str]
    done: bool
    weighed: bool
    speaker: str
    actors: frozenset[str]
    bound: frozenset[str]
    telling: frozenset[str]
    turns: frozenset[str]
    phases: frozenset[str]
    months: frozenset[str]
    periods: frozenset[str]
    kinds: frozenset[str]
    stages: frozenset[str]
    judges: frozenset[str]
    topic: Topic | None
    latin: bool
    routine: bool

    @cached_property
    def day(self) -> date | None:
        """The day, where it is known to the day."""
        return self.span.first if self.span and self.span.first == self.span.last else None

    @cached_property
    def norm(self) -> float:
        return sum(weight * weight for weight in self.features.values())

    @cached_property
    def handles(self) -> frozenset[str]:
        """The marks by which a report is found again: what is rare, and what a state did, not who stands in all."""
        rare = {word for word, weight in self.words.items() if weight >= _RARE and word not in _FILLERS}
        things = {name for name in self.features if name.partition(":")[0] in _HANDLES}
        moves = {f"{state} {act}" for state in self.states or {""} for act in self.acts}
        return frozenset(rare | things | moves | {f"{total.unit}:{total.dollars:.0e}" for total in self.sums})

    @cached_property
    def title_norm(self) -> float:
        return sum(weight * weight for weight in self.title.values())

    @cached_property
    def words_norm(self) -> float:
        return sum(weight * weight for weight in self.words.values())


@lru_cache(maxsize=4_096)
def signature(item: NewsItem) -> Signature:
    """The signature of an item; remembered, since known stories are compared again and again. Seven KiB an item: a
    busy fortnight's reports take some 15 MiB."""
    reading = read(item)
    title, summary = reading.title, reading.summary
    features: dict[str, float] = {}
    for passage, share in ((summary, _SUMMARY_SHARE), (title, 1.0)):
        named = set(_features(passage))
        many = Counter(kind for kind, _ in named)
        for kind, name in sorted(named):
            features[f"{kind}:{name}"] = _weight(kind, name) * share * min(1.0, sqrt(_FEW / many[kind]))
    numbers = instruments(item.title) or instruments(item.summary)
    features |= {f"instrument:{number}": _WEIGHTS["instrument"] for number in numbers}
    return Signature(
        item=item,
        span=_span(item),
        stated=stated_day(f"{item.title}. {item.summary}"),
        features=features,
        title=_title_words(title),
        words=_all_words(reading),
        sums=sums(title.words) or sums(summary.words),
        instruments=numbers,
        firms=frozenset(m.who for m in title.said("firm", "user") if m.has("each") and title.main(m)),
        states=frozenset(_states(title)),
        parties=frozenset(m.concept.of or m.who for m in title.said("state", "organ") if _party(title, m)),
        acts=frozenset(_title_acts(reading)),
        done=_rule_made(title),
        weighed=_rule_weighed(title),
        speaker=_speaker(title),
        actors=_actors(title),
        bound=_bound(title),
        telling=frozenset(m.name for m in (*title.mentions, *summary.mentions) if m.has("telling")),
        turns=frozenset(m.name for m in title.said("turn")),
        phases=frozenset(m.name for m in title.said("phase")),
        months=frozenset(_months(title)),
        periods=periods(title),
        kinds=kinds(title),
        stages=stages(title),
        judges=frozenset(m.who for m in title.named("judge")),
        topic=clear_topic(reading),
        latin=title.text.isascii() or sum(letter < "\u0250" for letter in title.text) * 2 > len(title.text),
        routine=thinks(reading) or bool(_OPINION.search(item.url)),
    )


def _weight(kind: str, name: str) -> float:
    return _EVERYWHERE if kind == "state" and name in ("china", "india", "usa") else _WEIGHTS[kind]


def _span(item: NewsItem) -> Span | None:
    if isinstance(item.published, datetime):
        return Span(item.published.date(), item.published.date())
    return address_span(item.url)


def _features(passage: Passage) -> list[tuple[str, str]]:
    found = [("state", name) for name in _states(passage)]
    found += [("month", name) for name in _months(passage)]
    found += [("step" if act in STEPS else "act", act) for act in _acts(passage)]
    return found + [(kind, _name(mention, kind)) for mention in passage.mentions if (kind := _kind(mention))]


def _months(passage: Passage) -> set[str]:
    """The months named: figures come by the month. 'may' is one only after 'in', 'from' or 'of'."""
    cut = [word.text for word in passage.words]
    named = {word for word in cut if word in _MONTHS}
    return named | {"may" for before, word in pairwise(cut) if word == "may" and before in ("in", "from", "of")}


_MONTHS = listed("january february march april june july august september october november december")


def _name(mention: Mention, kind: str) -> str:
    if mention.has("each"):
        return mention.who
    return mention.text if kind in ("organ", "element") else mention.name


def _kind(mention: Mention) -> str:
    family = mention.concept.family
    if family == "circumstances":
        return "circumstance"
    if family == "subject":
        return "element" if mention.has("element", "other") else "subject"
    if mention.has("firm", "user") and mention.has("each"):
        return "firm"
    if mention.has("place"):
        return "place"
    if family == "objects":
        return "object"
    return "organ" if mention.has("organ") and mention.concept.of else ""


def _states(passage: Passage) -> set[str]:
    """The states that take part, an organ standing for its own; not those that goods come from or are made without."""
    named = [m for m in passage.said("state", "organ") if m.concept.of or m.has("state")]
    return {
        m.concept.of or m.who for m in named if _word_before(passage, m) not in _PASSING and not _origin(passage, m)
    }


def _origin(passage: Passage, state: Mention) -> bool:
    """Whether it only says where a firm is at home: 'a Canadian company'."""
    return any(m.has("company") and m.form == "noun" and m.start == state.end for m in passage.mentions)


def _party(title: Passage, mention: Mention) -> bool:
    """Whether it is named in what the title tells, not in its setting."""
    named = bool(mention.concept.of) or mention.has("state")
    return named and title.main(mention) and _word_before(title, mention) not in _PASSING


_PASSING = listed("outside from than including without beyond bypassing like beat ex non")


def _actors(title: Passage) -> frozenset[str]:
    """The states that do what the title tells: the one named last before the first verb of a state's act, or all who
    ask for it; none where it cannot be told."""
    if any("\u0900" <= word.text[0] <= "\u9fff" for word in title.words):
        return frozenset()  # their order of words is another
    told = [event for event in events(title) if event.main and event.verb not in _REPORTS]
    deeds = [event for event in told if event.act in _STATES_ACT]
    asked = [event for event in told if event.act == "talk" and (not deeds or event.at < deeds[0].at)]
    if not deeds and not asked:
        return frozenset()
    done = (asked or deeds)[0]
    states = [m for m in title.said("state", "organ") if (m.concept.of or m.has("state")) and title.main(m)]
    by = [m for m in states if m.start > done.at and _word_before(title, m) == "by"]
    before = [m for m in states if m.start < done.at and _word_before(title, m) not in _TOWARDS]
    acting = by[:1] or (before if asked else before[-1:])
    return frozenset(m.concept.of or m.who for m in acting)


# Whoever gets a licence stands where its giver does, so a grant names no actor.
_STATES_ACT = frozenset({"restrict", "ease", "keep"})
_REPORTS = listed("say says said tell tells told confirm confirms confirmed")
_TOWARDS = frozenset({"to", "on"})
_TOWARDS_HINDI = frozenset({"को", "पर"})


def _bound(title: Passage) -> frozenset[str]:
    """The states that goods are bound for, or that a rule is aimed at."""
    states = [m for m in title.said("state") if title.main(m)]
    return frozenset(
        m.who for m in states if _word_before(title, m) in _TOWARDS or _word_after(title, m) in _TOWARDS_HINDI
    )


def _word_before(title: Passage, mention: Mention) -> str:
    return title.words[mention.start - 1].text if mention.start else ""


def _word_after(title: Passage, mention: Mention) -> str:
    return title.words[mention.end].raw if mention.end < len(title.words) else ""


def _title_acts(reading: Reading) -> set[str]:
    """What the title tells; of a speech, also the step that its summary says it was made on."""
    acts = _acts(reading.title)
    if not acts:
        return _acts(reading.summary)
    return acts | (_acts(reading.summary) & DEEDS) if "comment" in acts else acts


def _acts(passage: Passage) -> set[str]:
    done = {
        _told(event)
        for event in events(passage)
        if event.act in _TOLD and _tells(passage, event) and not _at_large(passage, event)
    }
    if passage.heading and passage.said("budget"):
        done.add("budget")
    if done & {"restrict", "ease", "grant"}:
        done -= {"approve", "notify"}  # the same deed in other words
    return done | {"comment"} if passage.heading and done <= _WORDS_ONLY and _speech(passage) else done


_TAIL = 6  # words
_WORDS_ONLY = listed("talk hit invest")  # a speech that tells no deed; 'crisis' and 'deal' are spoken of


# What a state or a scheme does; a speech about it is another event.
DEEDS = (STEPS - {"comment", "weigh"}) | listed("restrict ease grant keep budget")


def _speech(title: Passage) -> bool:
    """'...: Minister Name', 'China says ...': what somebody said, told for its own sake."""
    says = [event for event in events(title) if event.main and event.verb in ("says", "said")]
    if says and any(m.start < says[0].at for m in title.said("organ", "state")):
        return True
    ends = [at for at, word in enumerate(title.words) if word.raw == ":"]
    if not ends:
        return False
    speakers = [m for m in title.said("organ", "user", "firm") if m.start > ends[-1]]
    return bool(speakers) and len(title.words) - ends[-1] <= _TAIL


def _speaker(title: Passage) -> str:
    """Who is quoted, where it is somebody by name."""
    named = [m.text for m in title.said("organ") if m.concept.of and m.start and _spoken(title, m.start)]
    return named[-1] if named else ""


def _spoken(title: Passage, at: int) -> bool:
    """Whether it stands in the tail after a colon, where headlines name the speaker."""
    ends = [place for place, word in enumerate(title.words) if word.raw == ":"]
    return bool(ends) and ends[-1] < at and len(title.words) - ends[-1] <= _TAIL


def _rule_made(title: Passage) -> bool:
    return any(event.main and event.mood == "did" and event.act in _STATES_ACT for event in events(title))


def _rule_weighed(title: Passage) -> bool:
    """A rule thought about by those who would make it: another event than the rule."""
    thought = any(e.act == "weigh" and e.main and e.verb not in _LOOSELY for e in events(title))
    return thought and not _rule_made(title) and bool(title.said("control", "curb", "trade"))


_LOOSELY = listed("likely could may might soon set")  # said as well of what is done already


def _told(event: Event) -> str:
    """A rule that is not changed is one that is kept; a step that is still to come is one weighed."""
    if event.mood == "not" and event.act == "restrict":
        return "keep"
    if event.mood == "not" and event.act == "hit":
        return "unhurt"
    return "weigh" if event.act in STEPS and event.mood != "did" else event.act


def _at_large(passage: Passage, event: Event) -> bool:
    """Whether a choice is one of a place or a partner: only in a tender is it an award."""
    return event.act == "award" and not passage.said("tender", "scheme", "organ")


def _tells(passage: Passage, event: Event) -> bool:
    return event.main or not passage.heading


def _title_words(title: Passage) -> dict[str, float]:
    return {word: rarity(word) for word in _plain_words(title)}


def _all_words(reading: Reading) -> dict[str, float]:
    """The words of title, summary and address, each by its rarity; what stands only beside the title weighs less."""
    beside = {*_plain_words(reading.summary), *_address_words(reading.item.url)}
    return {word: rarity(word) * _BESIDE for word in sorted(beside)} | _title_words(reading.title)


def _plain_words(passage: Passage) -> list[str]:
    """The words as they tell: a state by one name, whatever it is called."""
    called = {m.start: m.concept.name for m in passage.said("state") if m.end == m.start + 1 and not m.has("each")}
    return [
        called.get(at) or _trimmed(word.text)
        for at, word in enumerate(passage.words)
        if word.text != STOP and not word.number and len(word.text) > 1
    ]


def _address_words(url: str) -> list[str]:
    """The words of the path: many outlets write their headline there, often the first one."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return []
    return [_trimmed(word) for word in _SLUG.split(path.lower()) if len(word) > 2 and word not in _PATH_WORDS]


_BESIDE = 0.5
_RARE = 0.45
_HANDLES = listed("firm place step instrument element organ circumstance")
_SLUG = re.compile(r"[^a-z]+")
_PATH_WORDS = listed(
    "html htm amp php aspx article articles articleshow cms news www story stories post posts tag category india world"
)


def _trimmed(word: str) -> str:
    """A word without its commonest English endings: 'expands' and 'expanding' tell the same."""
    if word.isascii():
        for ending in ("ings", "ing", "ers", "ies", "ed", "es", "s"):
            if word.endswith(ending) and len(word) - len(ending) >= 4:
                return word[: -len(ending)]
    return word


# Of the words that headlines leave out and summaries are full of, as they are trimmed: nothing is found again by them.
_FILLERS = frozenset(
    _trimmed(word)
    for word in listed(
        "was were been being has had have will would could should may might must this that these those there their they"
        " them his her its our your who whom whose which what when where while since until before after between against"
        " during under over about into out up down off through two three four five six one first second last next more"
        " most other another some any all both each such than then also just only very not no nor but or if because so"
        " said say told tell added according reported report week month day year country official world"
    )
)
