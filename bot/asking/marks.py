"""Marks: the phrases of the lexicon found in a question whose words spelling.py has put right. Knows words, not what a question wants.

phrases, the longest that fit
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from bot.asking.lexicon import PLAIN, TABLES
from bot.asking.lexicon import time as times
from bot.asking.words import Word, cut, fold, sound

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Phrase = tuple[str, ...]

_LETTERS = re.compile("[a-zA-Z \u0900-\u0963]+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A phrase of the lexicon at words[start:end]."""

    kind: str
    value: str
    start: int
    end: int

    def holds(self, other: Mark) -> bool:
        """Whether the other lies in it and is shorter."""
        return self.start <= other.start and other.end <= self.end and self.end - self.start > other.end - other.start

    def covers(self, at: int) -> bool:
        return self.start <= at < self.end


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrases by their first word, and every word that any of them uses."""

    phrases: dict[str, list[tuple[Phrase, str, str]]]
    stems: dict[str, list[tuple[str, str]]]  # `mangva*`
    vocabulary: frozenset[str]
    plain: frozenset[str]
    known: frozenset[str]  # both
    by_sound: dict[str, str]  # Hindi in Latin letters, by how it sounds
    english: frozenset[str]  # English words that mean something by themselves


@cache
def lexicon() -> Lexicon:
    phrases: dict[str, list[tuple[Phrase, str, str]]] = defaultdict(list)
    stems: dict[str, list[tuple[str, str]]] = defaultdict(list)
    vocabulary: set[str] = set()
    by_sound: dict[str, str] = {}
    english: set[str] = set()
    for key, text in _entries():
        kind, _, value = key.partition(":")
        for line, part in text:
            if part.endswith("*"):
                stems[fold(part[:-1])].append((kind, value))
                continue
            words = phrase(part)
            if not words:
                continue
            phrases[words[0]].append((words, kind, value))
            if line == 0 and len(words) == 1:
                english.add(words[0])
            vocabulary.update(words)
            if line == 1:
                by_sound.update({sound(word): word for word in words if len(word) > 3 and word.isalpha()})
    plain = frozenset(word.text for word in cut_all(PLAIN)) | _time_words()
    by_sound.update(
        {sound(word): word for word in plain if len(word) > 3 and word.isascii() and word.isalpha()} | by_sound
    )
    return Lexicon(
        dict(phrases), dict(stems), frozenset(vocabulary), plain, plain | vocabulary, by_sound, frozenset(english)
    )


def phrase(text: str) -> Phrase:
    """A phrase of a table as folded words. Most hold letters and spaces alone, and need no cutting."""
    return tuple(fold(text).split()) if _LETTERS.fullmatch(text) else tuple(word.text for word in cut(text))


def cut_all(text: str) -> Iterable[Word]:
    """The words of a text of any length."""
    for line in text.splitlines():
        yield from cut(line)


def _entries() -> Iterable[tuple[str, list[tuple[int, str]]]]:
    """Each key with its phrases; with each, the number of its language: 0 English, 1 Hindi in Latin letters, 2 Hindi."""
    for table in TABLES:
        for key, text in table.items():
            languages = enumerate(text.replace("\n", " ").split("|"))
            yield (
                key,
                [
                    (number, part.strip())
                    for number, phrases in languages
                    for part in phrases.split(",")
                    if part.strip()
                ],
            )


def _time_words() -> frozenset[str]:
    tables = [*times.MONTHS, *times.NUMBERS.values(), *times.ORDINALS.values(), *times.UNITS.values()]
    tables += [value for name, value in vars(times).items() if name.isupper() and isinstance(value, str)]
    return frozenset(word.text for table in tables for word in cut_all(table.replace(",", "\n")))


# ---------------------------------------------------------------- phrases


def stemmed(text: str) -> list[tuple[str, str]]:
    stems = lexicon().stems
    return [meaning for length in range(3, len(text) + 1) for meaning in stems.get(text[:length], [])]


def scan(spelt: Sequence[str]) -> tuple[Mark, ...]:
    """Every phrase of the lexicon in these words, without those that a longer one holds."""
    found = [mark for at in range(len(spelt)) for mark in _at(spelt, at)]
    if "-" in spelt:
        found = list(dict.fromkeys([*found, *_across_hyphens(spelt)]))
    return tuple(mark for mark in found if not any(other.holds(mark) for other in found))


def _across_hyphens(spelt: Sequence[str]) -> Iterable[Mark]:
    """What a hyphen parts: 'FY-wise' is 'FY wise'."""
    places = [at for at, word in enumerate(spelt) if word != "-"]
    words = [spelt[at] for at in places]
    for at in range(len(words)):
        for mark in _at(words, at):
            yield Mark(mark.kind, mark.value, places[mark.start], places[mark.end - 1] + 1)


def _at(spelt: Sequence[str], at: int) -> Iterable[Mark]:
    for words, kind, value in lexicon().phrases.get(spelt[at], ()):
        if tuple(spelt[at : at + len(words)]) == words:
            yield Mark(kind, value, at, at + len(words))
    for kind, value in stemmed(spelt[at]):
        yield Mark(kind, value, at, at + 1)
