"""Spelling: for each word of a question the word of ours that it is meant to be - short forms, slips of the finger, Hindi by its sound.

A word that is right by itself is left as it is.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from bot.asking.lexicon import short
from bot.asking.lexicon import time as times
from bot.asking.marks import cut_all, lexicon, stemmed
from bot.asking.ordinary import is_form_of, is_ordinary
from bot.asking.words import Word, bones, latin, sound

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_SHORTEST_TYPO = 4  # letters; shorter words are too near to each other
_LONG = 7  # letters of a word in which two slips are forgiven


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
    if len(text) < _SHORTEST_TYPO or stemmed(text):
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
