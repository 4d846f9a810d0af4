"""What people write of what they wish to hear: topics and how urgent, in English, Hindi and Hinglish. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from storage.newsitems import Topic, Urgency

_TOPICS: Final[dict[Topic, str]] = {
    Topic.EXPORT_CONTROL: "export control|export controls|controls|control|restrictions|niryat niyantran|"
    "निर्यात नियंत्रण|नियंत्रण",
    Topic.POLICY: "policy|policies|schemes|scheme|tenders|niti|neeti|नीति|योजना",
    Topic.CAPACITY: "capacity|plants|plant|factories|kshamta|क्षमता|संयंत्र",
    Topic.TRADE: "trade|imports|prices|vyapar|व्यापार|आयात",
    Topic.MINING: "mining|mines|mine|khanan|खनन|खान",
    Topic.OTHER: "other|others|the rest|anya|अन्य",
}
_URGENCIES: Final[dict[Urgency, str]] = {
    Urgency.URGENT: "urgent|zaroori|jaroori|तत्काल|ज़रूरी|जरूरी",
    Urgency.NOTABLE: "notable|important|उल्लेखनीय|महत्वपूर्ण",
    Urgency.ROUTINE: "routine|everything|saamanya|सामान्य",
}
_ALL: Final = frozenset({"all", "sab", "sabhi", "सब", "सभी"})
_NONE: Final = frozenset({"none", "nothing", "off", "kuchh nahi", "कुछ नहीं", "बंद"})
_FILLERS: Final = frozenset(
    {"and", "only", "on", "about", "topics", "topic", "from", "news", "aur", "और", "केवल", "sirf", "सिर्फ़", "की", "का"}
)
_LONGEST: Final = 3  # words of one name

_TOPIC_OF: Final = {name: topic for topic, listed in _TOPICS.items() for name in listed.split("|")}
_URGENCY_OF: Final = {name: urgency for urgency, listed in _URGENCIES.items() for name in listed.split("|")}


@dataclass(frozen=True, slots=True)
class Follow:
    """Topics to be followed, none of them to hear nothing; `urgency` is the least, None where nobody said."""

    topics: tuple[Topic, ...]
    urgency: Urgency | None
    strange: str = ""  # the first words that mean nothing to us


def read_follow(text: str) -> Follow:
    """What follows /follow. Total: any text is read, and what is not understood is named.

    >>> read_follow("trade, mining urgent")
    Follow(topics=(<Topic.TRADE: 'trade'>, <Topic.MINING: 'mining'>), urgency=<Urgency.URGENT: 'urgent'>, strange='')
    """
    words = _words(text)
    topics: list[Topic] = []
    urgency: Urgency | None = None
    strange = ""
    while words:
        name, words = _longest(words)
        if name in _ALL:
            topics = list(Topic)
        elif name in _TOPIC_OF:
            topics.append(_TOPIC_OF[name])
        elif name in _URGENCY_OF:
            urgency = _URGENCY_OF[name]
        elif name not in _FILLERS | _NONE:
            strange = strange or name
    return Follow(tuple(dict.fromkeys(topics)), urgency, strange)


def read_topic(text: str) -> Topic | None:
    """The one topic that the text names."""
    found = read_follow(text)
    return found.topics[0] if len(found.topics) == 1 and not found.strange else None


def wants_none(text: str) -> bool:
    return " ".join(_words(text)) in _NONE


def _words(text: str) -> list[str]:
    return re.sub(r"[,;/_|-]+", " ", text.casefold()).split()


def _longest(words: list[str]) -> tuple[str, list[str]]:
    """The longest name that the words begin with, and the words after it."""
    for count in range(min(_LONGEST, len(words)), 0, -1):
        name = " ".join(words[:count])
        if name in _TOPIC_OF or name in _URGENCY_OF or name in _ALL | _NONE:
            return name, words[count:]
    return words[0], words[1:]
