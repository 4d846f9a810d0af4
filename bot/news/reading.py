"""An item as read: its words, what they speak of, and which of them only set the scene. Judges nothing yet; deeds.py
says what was done.

NewsItem -> Reading(title: Passage, summary: Passage)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from bot.news.amounts import address_span
from bot.news.lexicon import Mention, lexicon
from bot.news.words import STOP, Word, plain, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from storage.newsitems import NewsItem

_SUMMARY_WORDS = 90  # the first sentences say what happened; the rest is background


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


@lru_cache(maxsize=1_024)
def read(item: NewsItem) -> Reading:
    """Read an item; remembered for a while, since each step of judging it asks anew. Seven KiB an item."""
    old = _old(item)
    return Reading(
        item, _passage(_headline(item), heading=True, old=old), _passage(item.summary, heading=False, old=old)
    )


_LAST_OLD = 2014  # the last year of China's quotas on exports


def _old(item: NewsItem) -> bool:
    """Whether the item bears a year, in its date, its address or its title, in which things were called otherwise."""
    if item.published:
        return item.published.year <= _LAST_OLD
    span = address_span(item.url)
    years = [int(year) for year in _YEAR.findall(item.title)] or ([span.last.year] if span else [])
    return bool(years) and max(years) <= _LAST_OLD


_YEAR = re.compile(r"\b20[0-4]\d\b")


def _headline(item: NewsItem) -> str:
    """The title without the outlet's name that aggregators hang on it."""
    title = plain(item.title).strip()
    for mark in (" - ", " | ", " — ", " – "):
        head, found, tail = title.rpartition(mark)
        if found and item.publisher and tail.strip().casefold() in item.publisher.casefold():
            return head
    return title


def _passage(text: str, *, heading: bool, old: bool) -> Passage:
    cut = words(text)
    if not heading:
        cut = cut[:_SUMMARY_WORDS]
    mentions = tuple(
        mention
        for mention in lexicon().spot(cut)
        if not _is_month(cut, mention) and (old or not mention.has("until 2014"))
    )
    return Passage(tuple(cut), mentions, _asides(cut, mentions), heading)


def _is_month(cut: Sequence[Word], mention: Mention) -> bool:
    """'in May' is a month, not what may be."""
    return mention.text == "may" and mention.start > 0 and cut[mention.start - 1].text in _BEFORE_MONTHS


_BEFORE_MONTHS = frozenset({"in", "from", "of", "since", "until", "till", "by", "early", "mid", "late", "last", "for"})


def _asides(cut: Sequence[Word], mentions: Sequence[Mention]) -> tuple[bool, ...]:
    """Which words only set the scene: from a marker such as 'amid' to the next stop. All of it never does."""
    flags = [False] * len(cut)
    for mark in (mention for mention in mentions if mention.has("aside")):
        if mark.text.startswith("to ") and any(m.concept.family == "actors" and m.end == mark.start for m in mentions):
            continue  # "G7 to counter ...": what an actor is to do is told for its own sake
        if any(m.has("lever") and 0 <= m.start - mark.end <= 1 for m in mentions):
            continue  # "as a bargaining chip" is the news
        if mark.form == "hi":  # Hindi sets the scene before the marker
            _flag(flags, _clause_start(cut, mark.start), mark.end)
        else:
            _flag(flags, mark.start, _clause_end(cut, mark.end))
    for at in range(len(cut) - 2):
        if (
            cut[at].text == "to"
            and cut[at + 1].text in _LESSENS
            and any(w.text in _RELIANCE for w in cut[at + 2 : at + _AIM])
        ):
            _flag(flags, at, _clause_end(cut, at))  # 'to curb China's grip' is what for
    spoken = [flag for flag, word in zip(flags, cut, strict=True) if word.text != STOP]
    return tuple([False] * len(cut)) if all(spoken) else tuple(flags)


_LESSENS = frozenset(
    {"curb", "cut", "reduce", "break", "ease", "loosen", "lessen", "limit", "end", "counter", "weaken"}
)
_RELIANCE = frozenset(
    {"reliance", "dependence", "dependency", "dominance", "grip", "power", "hold", "monopoly", "stranglehold"}
)
_AIM = 9  # words from such a verb to what it lessens


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
