"""Judge news: is it ours, what is it about, how soon must someone act, and which story does it tell. Pure and
deterministic.

Each item is judged by itself; then the items of one story are judged together, since they tell one event: a report
that says 'may' beside four that say 'did' is no lesser news.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.news.reading import read
from bot.news.relevance import bearing
from bot.news.stories import KnownStory, assign, lead
from bot.news.topics import Evidence, evidence, topic_of, weighed
from bot.news.urgency import urgency_of
from storage.newsitems import NewsItem, Topic, Urgency

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Verdict:
    """What we make of an item. `story` is "" for what is not ours; `why` is one plain sentence.

    lead: whether it is the best source of its story. new: whether the story was not known before.
    """

    item: NewsItem
    topic: Topic
    urgency: Urgency
    why: str
    relevant: bool = False
    story: str = ""
    lead: bool = False
    new: bool = False


def triage(items: Sequence[NewsItem], known: Iterable[KnownStory] = (), now: datetime | None = None) -> list[Verdict]:
    """Judge items, in their order. `known` are the stories of the last days; `now` bounds which of them can still
    grow."""
    alone = [_judge(item) for item in items]
    ours = [at for at, verdict in enumerate(alone) if verdict.relevant]
    if not ours:
        return alone  # what is known is not looked at
    stories = [story for story in known if now is None or _recent(story, now)]
    keys = assign([items[at] for at in ours], stories)
    return _together(alone, dict(zip(ours, keys, strict=True)), {story.key: story.items for story in stories})


_GROWS_FOR_DAYS = 10


def _recent(story: KnownStory, now: datetime) -> bool:
    """A story whose last dated item is older than this grows no more; one without dates still may."""
    return story.newest is None or (now - story.newest).days <= _GROWS_FOR_DAYS


@lru_cache(maxsize=8_192)
def _judge(item: NewsItem) -> Verdict:
    reading = read(item)
    found = bearing(reading)
    if not found.relevant:
        return Verdict(item, Topic.OTHER, Urgency.ROUTINE, why=f"Not told: {found.subject}.")
    topic, words = topic_of(reading)
    urgency, reason = urgency_of(reading, topic)
    about = f"{topic.value.replace('_', ' ')} ('{words}')" if words else topic.value.replace("_", " ")
    why = _CHINESE.sub("", f"Speaks of {found.subject}; {about}; {urgency.value}: {reason}.")
    return Verdict(item, topic, urgency, why, relevant=True)


# Chinese is read a sign at a time, and written without spaces.
_CHINESE = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")


def _together(alone: list[Verdict], keys: dict[int, str], known: dict[str, tuple[NewsItem, ...]]) -> list[Verdict]:
    members: dict[str, list[int]] = defaultdict(list)
    for at, key in keys.items():
        members[key].append(at)
    verdicts = list(alone)
    for key, places in members.items():
        everyone = tuple(dict.fromkeys((*known.get(key, ()), *(alone[at].item for at in places))))
        first, topic, urgency = lead(everyone), _story_topic(everyone), _story_urgency(everyone)
        for at in places:
            told = _told_with(alone[at], topic, urgency, len(everyone))
            verdicts[at] = replace(told, story=key, lead=told.item == first, new=key not in known)
    return verdicts


def _story_topic(items: Sequence[NewsItem]) -> Topic:
    """The topic for which all reports together speak most."""
    if len(items) == 1:
        return topic_of(read(items[0]))[0]
    totals = weighed(piece for item in items for piece in _evidence(item))
    best = max(totals, key=lambda topic: totals[topic])
    return best if totals[best] > 0 else topic_of(read(lead(items)))[0]


@lru_cache(maxsize=8_192)
def _evidence(item: NewsItem) -> tuple[Evidence, ...]:
    """Kept, since a story that is much told of is weighed anew with each report."""
    return tuple(evidence(read(item)))


def _story_urgency(items: Sequence[NewsItem]) -> Urgency:
    """The most urgent that any report of the event is."""
    return max({_judge(item).urgency for item in items}, key=lambda urgency: urgency.rank)


def _told_with(verdict: Verdict, topic: Topic, urgency: Urgency, reports: int) -> Verdict:
    if (verdict.topic, verdict.urgency) == (topic, urgency):
        return verdict
    why = f"{verdict.why} Its story ({reports} reports) is {topic.value.replace('_', ' ')}, {urgency.value}."
    return replace(verdict, topic=topic, urgency=urgency, why=why)
