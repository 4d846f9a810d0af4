"""Ordinary English words: one that is spelt right is no mistyped word of ours. 'Extension' is not 'expansion', nor 'police' policy."""

from __future__ import annotations

import gzip
import re
from functools import cache, lru_cache
from importlib import resources

_LEAST = 60  # how often a word was seen by those who counted; rarer ones are slips as often as words
_ENDINGS = ("s", "e", "es", "d", "ed", "er", "or", "ers", "ing", "ly", "al", "ally", "ion", "ions")
_SHORTEST = 4  # letters of a stem


@lru_cache(maxsize=20_000)
def is_ordinary(word: str) -> bool:
    """Whether this is a word of everyday English, in lower case."""
    found = re.search(rf'"{re.escape(word)}": ?(\d+)', _counts())
    return found is not None and int(found[1]) >= _LEAST


@cache
def _counts() -> str:
    """The dictionary as it is stored, word and count: reading it into a table would cost twenty times the memory."""
    packed = resources.files("spellchecker").joinpath("resources/en.json.gz").read_bytes()
    return gzip.decompress(packed).decode()


@lru_cache(maxsize=20_000)
def is_form_of(word: str, other: str) -> bool:
    """Whether two words are forms of one, as 'approves' and 'approvals'."""
    return bool(_stems(word) & _stems(other))


def _stems(word: str) -> set[str]:
    """The word without one ending or two."""
    once = {word} | {word.removesuffix(ending) for ending in _ENDINGS}
    return {stem for each in once for ending in ("", *_ENDINGS) if len(stem := each.removesuffix(ending)) >= _SHORTEST}
