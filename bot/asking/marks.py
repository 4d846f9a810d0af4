"""Marks: the phrases of the lexicon found in a question, however they are spelt. Knows words, not what a question wants.

words -> spelling (a word of ours for each) -> phrases, the longest that fit
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from bot.asking.lexicon import PLAIN, TABLES, short
from bot.asking.lexicon import time as times
from bot.asking.ordinary import is_form_of, is_ordinary
from bot.asking.words import Word, bones, cut, fold, latin, sound

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

Phrase = tuple[str, ...]

_LETTERS = re.compile("[a-zA-Z \u0900-\u0963]+")
_SHORTEST_TYPO = 4  # letters; shorter words are too near to each other
_LONG = 7  # letters of a word in which two slips are forgiven


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


# ---------------------------------------------------------------- spelling


def spell(words: Sequence[Word], extra: Collection[str]) -> tuple[str, ...]:
    """For each word the word of ours that it is meant to be, or itself. `extra`: names that are spelt right as they are."""
    return tuple(_spelt(word.text) if word.text not in extra else word.text for word in words)


@cache
def short_forms() -> dict[str, str]:
    """What is typed in haste -> the word meant."""
    return {form.strip(): word for word, forms in short.WORDS.items() for form in forms.split(",")}


@lru_cache(maxsize=50_000)
def _spelt(text: str) -> str:
    if text in short_forms():
        return short_forms()[text]
    if text.isascii() and len(text) >= _VARIED and text in lexicon().plain and text not in lexicon().vocabulary:
        return _as_ours(text)
    if text in lexicon().known or not text[0].isalpha():
        return text
    if not text.isascii() and (heard := _by_hindi_sound().get(sound(latin(text)))):
        return heard
    if len(text) < _SHORTEST_TYPO or _stemmed(text):
        return _vowelless(text) or text
    if text.isascii() and (heard := lexicon().by_sound.get(sound(text))):
        return heard
    near = _vowelless(text) or nearest(text, _targets(text[0].isascii())) or _unjumbled(text)
    return near if near and _is_slip(text, near) else text


@cache
def _by_hindi_sound() -> dict[str, str]:
    """Devanagari words of ours by how they sound: डोलर is डॉलर, आयत आयात."""
    words = (word for word in lexicon().vocabulary if not word.isascii() and len(word) > _FEWEST)
    found: dict[str, set[str]] = defaultdict(set)
    for word in words:
        found[sound(latin(word))].add(word)
    return {heard: min(same) for heard, same in found.items() if len(same) == 1}


def _vowelless(text: str) -> str | None:
    """A word of ours of which only the consonants were typed: shr, mnth, prcnt."""
    return _by_consonants().get(text) if text.isascii() and not _VOWELS & set(text) else None


_VOWELS = frozenset("aeiou")
_FEWEST = 3  # consonants
_UNITS = "days weeks months years quarters halves"  # of time


@cache
def _by_consonants() -> dict[str, str]:
    """Words of ours by their consonants; where several share them, none."""
    found: dict[str, set[str]] = defaultdict(set)
    for word in lexicon().english | frozenset(_UNITS.split()):
        left = word[0] + "".join(letter for letter in word[1:] if letter not in _VOWELS)
        if len(left) >= _FEWEST and word[0] not in _VOWELS and left != word:
            found[left].add(word)
    alone = {left: min(words, key=len) for left, words in found.items()}
    return {left: word for left, word in alone.items() if found[left] <= {word, f"{word}s"}}


def _is_slip(text: str, meant: str) -> bool:
    """Whether a word may be a slip for another: no word that is right by itself; in Hindi only where both sound alike."""
    if not text.isascii():
        return bones(latin(text)) == bones(latin(meant)) or _declined(text, meant)
    return is_form_of(text, meant) or not is_ordinary(text)


def _declined(text: str, other: str) -> bool:
    """Whether two Hindi words differ by their endings alone: बेचने, बेचा."""
    from rapidfuzz.distance import Prefix

    stem = Prefix.similarity(text, other)
    return stem >= _STEM and text[stem:] in _DECLINED and other[stem:] in _DECLINED


_STEM = 3  # letters and signs
_DECLINED = frozenset("ा ि ी ु ू े ै ो ौ ों ें ीं ाओं ियों ियां ित ीय ना ने नी ता ते ती या ये यी ई ए ए कर क".split()) | {""}


def _as_ours(text: str) -> str:
    """A small Hindi word in the spelling that our phrases use: hisaab is hisab."""
    heard = lexicon().by_sound.get(sound(text), text)
    return heard if heard in lexicon().vocabulary else text


_VARIED = 6  # letters of a word that is spelt in more than one way


def _unjumbled(text: str) -> str | None:
    """A small word of which two neighbouring letters changed places."""
    from rapidfuzz.distance import OSA

    word = _jumbled().get(_jumble(text))
    return word if word and OSA.distance(text, word) == 1 else None


def _jumble(text: str) -> tuple[str, str]:
    """What two spellings share whose inner letters are the same in another order."""
    return text[0], "".join(sorted(text))


@cache
def _jumbled() -> dict[tuple[str, str], str]:
    """Small words by their letters: shwo, abuot and whihc are read as what they mean."""
    return {_jumble(word): word for word in lexicon().plain if len(word) >= _SHORTEST_TYPO and word.isascii()}


@cache
def months() -> frozenset[str]:
    """Their names."""
    return frozenset(word.text for table in times.MONTHS for word in cut_all(table))


@cache
def _targets(ascii_: bool) -> tuple[str, ...]:
    """Words that a typing mistake may have meant: those that mean something to us."""
    words = lexicon().vocabulary | months()
    return tuple(sorted(word for word in words if len(word) >= _SHORTEST_TYPO and word.isascii() == ascii_))


def nearest(text: str, words: Sequence[str]) -> str | None:
    """The word that is one slip of the finger away, two in a long word; None when there is none."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    slips = 1 if len(text) < _LONG else 2
    found = process.extract(text, words, scorer=OSA.distance, score_cutoff=slips, limit=5)
    found.sort(key=lambda each: (each[1], -len(each[0])))  # a letter is sooner lost than added
    likely = [word for word, _, _ in found if _likely(text, word)]
    alone = lexicon().phrases
    whole = [word for word in likely if word in months() or any(len(words) == 1 for words, _, _ in alone.get(word, ()))]
    return next(iter(whole or likely), None)  # a word that means something by itself is the likelier one


def slip_for(text: str) -> str | None:
    """The word of ours that a slip of the finger is nearest to."""
    return nearest(text, _targets(text[0].isascii()))


def _likely(text: str, word: str) -> bool:
    """Few mistake the first letter; in a short word an exchange or a lost letter is likelier than another letter."""
    if text[0] != word[0] and sorted(text[:2]) != sorted(word[:2]):
        return False
    return len(text) > _SHORTEST_TYPO or len(word) > len(text) or sorted(text) == sorted(word)


def _stemmed(text: str) -> list[tuple[str, str]]:
    stems = lexicon().stems
    return [meaning for length in range(3, len(text) + 1) for meaning in stems.get(text[:length], [])]


# ---------------------------------------------------------------- phrases


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
    for kind, value in _stemmed(spelt[at]):
        yield Mark(kind, value, at, at + 1)
