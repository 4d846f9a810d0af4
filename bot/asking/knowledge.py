"""What the record names: its milestones, plants, controls, organisations and places, indexed so that words find them.

Built from the store once for each state of the record, and kept beside it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from bot.asking.lexicon.names import HINDI, SMALL
from bot.asking.ordinary import is_form_of
from bot.asking.spelling import nearest
from bot.asking.words import bones, cut, latin, sound

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from storage.records import Term
    from storage.store import Store

_COMMON = 400  # names that share a word: beyond it the word alone proposes no candidate
_OPENING = 4  # letters that two forms of a word share at the least
_LIKE = 75  # of 100, how like two spellings of a name are
_LEAST_BONES = 3  # consonants by which a name in another script or spelling is recognised


@dataclass(frozen=True, slots=True)
class Hit:
    """A name that words point at. `coverage` is how much of the name they say, by weight; `at` which words said it."""

    key: int
    name: str
    coverage: float
    weight: float
    at: frozenset[int]


class Names:
    """Names of one kind, found by their words in any order, with slips, in Devanagari, by initials."""

    def __init__(self, names: Iterable[tuple[int, str]]) -> None:
        self.names = dict(names)
        self._words = {key: _content(name) for key, name in self.names.items()}
        self._holders: dict[str, list[int]] = defaultdict(list)
        for key, words in self._words.items():
            for word in words:
                self._holders[word].append(key)
        self._weights = {word: math.log(1 + len(self.names) / len(keys)) for word, keys in self._holders.items()}

    @cached_property
    def _bones(self) -> dict[str, str]:
        return {bone: word for word in self._holders if word.isalpha() and len(bone := bones(word)) >= _LEAST_BONES}

    @cached_property
    def _sounds(self) -> dict[str, str]:
        return {sound(word): word for word in self._holders if word.isalpha() and word.isascii()}

    @cached_property
    def _long(self) -> tuple[str, ...]:
        return tuple(word for word in self._holders if len(word) > 4)

    @cached_property
    def _initials(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for key, name in self.names.items():
            letters = "".join(word.text[0] for word in cut(name) if word.text not in SMALL and not word.mark)
            if len(letters) >= 3:
                found.setdefault(letters, key)
        return found

    @property
    def vocabulary(self) -> Collection[str]:
        return self._holders.keys()

    def hits(self, spelt: Sequence[str], unread: Collection[int]) -> list[Hit]:
        """The names that these words point at, best first. Slips are looked for in `unread` words alone."""
        said: dict[str, int] = {}
        for at, text in enumerate(spelt):
            for word in self._meant(text, slips=at in unread):
                said.setdefault(word, at)
        if not said:
            return self._by_initials(spelt)
        rare = [word for word in said if len(self._holders[word]) <= _COMMON] or sorted(
            said, key=lambda word: len(self._holders[word])
        )[:1]
        candidates = {key for word in rare for key in self._holders[word][:_COMMON]}
        found = [self._hit(key, said) for key in candidates]
        return sorted(found, key=lambda hit: (-hit.coverage * hit.weight, hit.key)) + self._by_initials(spelt)

    def _hit(self, key: int, said: dict[str, int]) -> Hit:
        words = self._words[key]
        spoken = [word for word in words if word in said]
        weight = sum(self._weights[word] for word in spoken)
        return Hit(
            key,
            self.names[key],
            weight / sum(self._weights[word] for word in words),
            weight,
            frozenset(said[word] for word in spoken),
        )

    def _by_initials(self, spelt: Sequence[str]) -> list[Hit]:
        return [
            Hit(key, self.names[key], 1.0, 1.0, frozenset((at,)))
            for at, text in enumerate(spelt)
            if (key := self._initials.get(text, -1)) >= 0
        ]

    def _meant(self, text: str, *, slips: bool) -> list[str]:
        """Words of names that a word may stand for."""
        if not text[:1].isalnum() or text in SMALL:
            return []
        forms = dict.fromkeys(stem(word) for word in (text, *translated(text)))
        exact = [word for word in forms if word in self._holders]
        if exact or text.isdecimal():
            return exact
        if text.isascii() and (bent := self._bent(text)):
            return [bent]
        if not text.isascii():
            found = next((name for heard in _readings(text) if (name := self._heard(heard))), None)
            return [found] if found else []
        if not slips or len(text) < 5:
            return []
        near = _near(text, self._long) or self.spelt_otherwise(text)
        return [near] if near else []

    def _bent(self, text: str) -> str | None:
        """The word of a name of which this is another form: unsealed, unsealing."""
        return next((word for word in self._by_opening.get(text[:_OPENING], ()) if is_form_of(text, word)), None)

    @cached_property
    def _by_opening(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for word in self._holders:
            if word.isascii() and len(word) > _OPENING:
                found[word[:_OPENING]].append(word)
        return found

    def _heard(self, text: str) -> str | None:
        return self._sounds.get(sound(text)) or self._bones.get(bones(text))

    def spelt_otherwise(self, text: str) -> str | None:
        """A name in another spelling: kandala, tumkur. The same bones alone would find it in words of every day."""
        from rapidfuzz import fuzz

        found = self._bones.get(bones(text))
        return found if found and fuzz.ratio(text, found) >= _LIKE else None


def _readings(text: str) -> tuple[str, ...]:
    """A Hindi word in Latin letters; its ड may be the r of Rewari, as dots below letters are often left out."""
    return (latin(text), latin(text.replace("ड", "र"))) if "ड" in text else (latin(text),)


@lru_cache(maxsize=4_096)
def _near(text: str, words: tuple[str, ...]) -> str | None:
    return nearest(text, words)


def _content(name: str) -> tuple[str, ...]:
    words = [stem(word.text) for word in cut(name) if not word.mark and word.text not in SMALL]
    return tuple(dict.fromkeys(words)) or tuple(word.text for word in cut(name)) or ("",)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without the ending of its plural."""
    if not word.isascii() or len(word) < 4 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word.removesuffix("s")


@cache
def _dictionary() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for words, english in HINDI.items():
        for word in cut(words):
            found[word.text].extend(english.split())
    return found


def is_translated(text: str) -> bool:
    """Whether it is a Hindi word of names, to be left as it is spelt."""
    return text in _dictionary()


def translated(text: str) -> list[str]:
    return _dictionary().get(text, [])


# ---------------------------------------------------------------- all of it


@dataclass(frozen=True)
class Known:
    """The names in one state of the record."""

    milestones: Names
    plants: Names
    controls: Names
    organisations: Names
    places: Names
    instruments: Mapping[int, str] = field(default_factory=dict)  # of controls, as folded words
    builders: frozenset[str] = frozenset()  # organisations that have plants
    products: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    targets: frozenset[float] = frozenset()  # of capacity, in tonnes a year
    pairs: frozenset[tuple[str, str]] = frozenset()  # each indicator with each product that it is held for
    topics: tuple[str, ...] = ()
    speakers: Names = field(default_factory=lambda: Names(()))
    sayings: Names = field(default_factory=lambda: Names(()))
    saying_topics: Mapping[int, str] = field(default_factory=dict)
    terms: tuple[Term, ...] = ()

    @cached_property
    def number_words(self) -> frozenset[str]:
        """The words of indicators and products, which are spelt as they stand."""
        names = " ".join((*self.indicators, *self.products)).casefold().replace("_", " ").replace("-", " ")
        return frozenset(form for word in names.split() for form in (word, stem(word)))

    @cached_property
    def terms_by_word(self) -> dict[tuple[str, ...], str]:
        """Each spelling of each term, as folded words -> the term."""
        found: dict[tuple[str, ...], str] = {}
        for term in self.terms:
            for spelling in (*term.aliases, term.term_hi, term.term):
                words = tuple(word.text for word in cut(spelling) if not word.mark)
                if words:
                    found[words] = term.term
        return found


EMPTY = Known(Names(()), Names(()), Names(()), Names(()), Names(()))
_kept: WeakKeyDictionary[Store, tuple[int, Known]] = WeakKeyDictionary()


def known(store: Store) -> Known:
    """What the record names now; read again only when the record has changed."""
    version = store.journal.version
    kept = _kept.get(store)
    if kept is None or kept[0] != version:
        kept = version, _read(store)
        _kept[store] = kept
    return kept[1]


def _read(store: Store) -> Known:
    organisations = sorted({*store.milestones.distinct("organisation"), *store.plants.distinct("organisation")})
    places = sorted(
        {
            part
            for place in {*store.milestones.distinct("place"), *store.plants.distinct("place")}
            for part in parts_of(place)
        }
    )
    builders = store.plants.distinct("organisation")
    indicators = tuple(store.figures.distinct("indicator"))
    pairs = frozenset((name, product) for name in indicators for product in store.figures.distinct("product", name))
    said = {each.state.number: each for each in store.statements.all() if each.state}
    return Known(
        milestones=Names(store.milestones.names()),
        plants=Names(store.plants.names()),
        controls=Names(store.controls.names()),
        organisations=Names(enumerate(organisations)),
        places=Names(enumerate(places)),
        builders=frozenset(builders),
        instruments={
            each.number: " ".join(word.text for word in cut(each.instrument)) for each in store.controls.all()
        },
        products=tuple(sorted({product for _, product in pairs})),
        partners=tuple(store.figures.distinct("partner")),
        indicators=indicators,
        targets=frozenset(row.value for row in store.figures.select("capacity_target")),
        pairs=pairs,
        topics=tuple(store.statements.topics()),
        speakers=Names(enumerate(store.statements.speakers())),
        sayings=Names((number, f"{each.topic.replace('_', ' ')} {each.statement}") for number, each in said.items()),
        saying_topics={number: each.topic for number, each in said.items()},
        terms=store.terms,
    )


def parts_of(place: str) -> tuple[str, ...]:
    """A place's town and state, each a name of its own."""
    return tuple(part.strip() for part in place.split(",") if part.strip())
