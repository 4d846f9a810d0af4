"""Text becomes words: folded, cut and stemmed so that a headline and a lexicon meet. Judges nothing.

English words stay as they are (the lexicon bends them instead); Devanagari words lose nukta and inflection; every Han
character is a word of its own, since Chinese sets no spaces. A stop is a word too, so that no phrase reaches over it.
"""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

STOP = "."

_TAG = re.compile(r"<[^>]{0,400}>")
# The United States by its short names, but not by its dollar.
_STATES = re.compile(r"\bU\.?S\.?A\.?(?![A-Za-z])|\bU\.S\.?(?![A-Za-z]|\s?\$)|\bUS\b(?!\s?\$)")
_DOTTED = re.compile(r"\b([A-Z])\.([A-Z])\.(?:([A-Z])\.)?")
_WORD = re.compile(
    r"\d+(?:,\d+)*(?:\.\d+)?"  # a number
    r"|[^\W\d_\u0900-\u097f\u3400-\u9fff]+"  # a word in letters
    r"|[\u0900-\u0963\u0971-\u097f]+"  # a Devanagari word
    r"|[\u3400-\u9fff]"  # a Han character
    r"|[%$€£¥₹]"
    r"|[;:,|?!。，、：；！？।—–()\[\]…]|\.(?=\s|$)"
)
_MARKS = set(";:,|?!。，、：；！？।—–()[]….")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'"})
_DEVANAGARI = {ord("\u093c"): None, ord("\u0901"): "\u0902", ord("\u200d"): None, ord("\u200c"): None}
_DIGITS = {0x0966 + digit: str(digit) for digit in range(10)}

# Inflections of Hindi nouns and verbs, the longest first; what is left must keep two letters.
_ENDINGS = tuple(
    sorted(
        ("ियों", "ियां", "ाओं", "ाएं", "ओं", "ों", "ें", "ीं", "ां", "े", "ी", "ा", "ो", "ि", "ेगा", "ेगी", "ेंगे", "एगा", "एगी", "एंगे"),
        key=len,
        reverse=True,
    )
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word: `text` to compare, `raw` as it was written (folded, unstemmed)."""

    text: str
    raw: str
    number: bool = False


def _state(found: re.Match[str]) -> str:
    """The United States, told from the pronoun by its capitals, and from names that begin with USA."""
    return "usa" if "A" in found[0] else "america"


def listed(text: str) -> frozenset[str]:
    """The words of a plain list."""
    return frozenset(text.split())


def plain(text: str) -> str:
    """Text without markup, entities and odd widths; its letters keep their case."""
    return unicodedata.normalize("NFKC", _TAG.sub(" ", html.unescape(text))).translate(_APOSTROPHES)


def words(text: str) -> list[Word]:
    """The words of a text in order, stops included.

    >>> [w.text for w in words("China’s rare-earth curbs: Rs 7,280 cr")]
    ['china', 'rare', 'earth', 'curbs', '.', 'rs', '7280', 'cr']
    """
    folded = _STATES.sub(_state, plain(text))
    folded = _DOTTED.sub(lambda found: "".join(part for part in found.groups() if part), folded)
    folded = (
        folded.casefold()
        .translate(_DEVANAGARI)
        .translate(_DIGITS)
        .replace("'s", "")
        .replace("s'", "s")
        .replace("'", "")
    )
    cut = [_word(found) for found in _WORD.findall(folded)]
    return [word for at, word in enumerate(cut) if not _abbreviated(cut, at)]


def _abbreviated(cut: list[Word], at: int) -> bool:
    """Whether the stop here only closes a short form (Rs., No., Dr.) and ends nothing."""
    return cut[at].raw == "." and at > 0 and len(cut[at - 1].text) <= 2 and not cut[at - 1].number


def _word(text: str) -> Word:
    if text in _MARKS:
        return Word(STOP, text)
    if text[0].isdigit():
        return Word(text.replace(",", ""), text, number=True)
    if "\u0900" <= text[0] <= "\u097f":
        return Word(hindi_stem(text), text)
    return Word(text, text)


@lru_cache(maxsize=20_000)
def hindi_stem(word: str) -> str:
    """A Devanagari word without its ending.

    >>> hindi_stem("योजनाओं") == hindi_stem("योजना")
    True
    """
    word = word.removesuffix("\u0902") if word.endswith("\u0908\u0902") else word  # the plural of a verb in -ई
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            return word[: -len(ending)]
    return word
