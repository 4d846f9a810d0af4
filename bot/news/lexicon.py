"""The words of the subject, from `lexicon/*.toml`: each concept with its reason, and an index that spots them in a
text.

Seven families are spotted side by side: subject, actors, acts, objects, genre, world, circumstances. Within one
family the longest phrase wins; a word may stand in several concepts (to 'clear' is to ease, to grant and to approve),
and the reader decides by company.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from bot.news.forms import plural, verb_forms
from bot.news.words import STOP, Word, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_FOLDER = Path(__file__).parent / "lexicon"
FAMILIES = ("subject", "actors", "acts", "objects", "genre", "world", "circumstances")


@dataclass(frozen=True, slots=True)
class Concept:
    """Something the news speaks of. `of` is the state that an organ acts for."""

    name: str
    family: str
    traits: frozenset[str]
    of: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept found in a text: words[start:end]. `who` is the one thing meant, where a concept holds many names.

    form: how it was written - noun, word, base, s, ed, ing, hi or zh.
    """

    concept: Concept
    who: str
    form: str
    start: int
    end: int
    text: str

    @property
    def name(self) -> str:
        return self.concept.name

    def has(self, *traits: str) -> bool:
        return not self.concept.traits.isdisjoint(traits)


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: tuple[str, ...]
    concept: Concept
    who: str
    form: str


class Lexicon:
    """Every phrase, indexed by its first word, longest first. Read-only once made."""

    def __init__(self, phrases: Iterable[_Phrase]) -> None:
        self._by_first: dict[str, list[_Phrase]] = {}
        for phrase in phrases:
            self._by_first.setdefault(phrase.words[0], []).append(phrase)
        for candidates in self._by_first.values():
            candidates.sort(key=lambda phrase: -len(phrase.words))

    def spot(self, text: Sequence[Word]) -> list[Mention]:
        """Every concept in the text, in the order of the words."""
        plain = tuple(word.text for word in text)
        taken: dict[str, int] = {}
        found: list[Mention] = []
        for at, first in enumerate(plain):
            found.extend(self._at(plain, at, first, taken))
        return found

    def _at(self, plain: tuple[str, ...], at: int, first: str, taken: dict[str, int]) -> Iterator[Mention]:
        reach: dict[str, int] = {}
        for phrase in self._by_first.get(first, ()):
            family, length = phrase.concept.family, len(phrase.words)
            if taken.get(family, 0) > at or reach.get(family, length) > length:
                continue
            if plain[at : at + length] == phrase.words:
                reach[family] = length
                yield Mention(phrase.concept, phrase.who, phrase.form, at, at + length, " ".join(phrase.words))
        for family, length in reach.items():
            taken[family] = at + length


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The shipped lexicon; read once a process."""
    return Lexicon(phrase for family in FAMILIES for phrase in _family(family))


def _family(family: str) -> Iterator[_Phrase]:
    tables = tomllib.loads((_FOLDER / f"{family}.toml").read_text(encoding="utf-8"))
    for name, table in tables.items():
        concept = Concept(name, family, frozenset(table.get("traits", ())), table.get("of", ""))
        yield from _phrases(concept, table)


def _phrases(concept: Concept, table: dict[str, str]) -> Iterator[_Phrase]:
    seen: set[tuple[tuple[str, ...], str]] = set()
    for column, forms in _COLUMNS.items():
        for names in _entries(table.get(column, "")):
            who = names[0].lstrip(_ONLY_CALLED) if "each" in concept.traits else concept.name
            for name in names:
                if name.startswith(_ONLY_CALLED):
                    continue
                for form, written in forms(name):
                    cut = tuple(word.text for word in words(written) if word.text != STOP)
                    if cut and (cut, form) not in seen:
                        seen.add((cut, form))
                        yield _Phrase(cut, concept, who, form)


_ONLY_CALLED = "~"  # `~a = b`: b is called a, but a alone does not stand for it


def _entries(listed: str) -> Iterator[list[str]]:
    """`a = b, c`: the things listed, each with its other names."""
    for entry in listed.split(","):
        names = [name.strip() for name in entry.split("=") if name.strip()]
        if names:
            yield names


def _nouns(name: str) -> list[tuple[str, str]]:
    return [("noun", name), ("noun", plural(name))]


_COLUMNS: dict[str, Callable[[str], list[tuple[str, str]]]] = {
    "verbs": verb_forms,
    "nouns": _nouns,
    "words": lambda name: [("word", name)],
    "names": lambda name: [("word", name)],
    "hi": lambda name: [("hi", name)],
    "zh": lambda name: [("zh", name)],
}
