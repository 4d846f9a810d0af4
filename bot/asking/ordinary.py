"""Ordinary English words: one that is spelt right is no mistyped word of ours. 'Extension' is not 'expansion', nor 'police' policy."""

from __future__ import annotations

import gzip
from functools import cache, lru_cache
from importlib import resources

_LEAST = 60  # how often a word was seen by those who counted; rarer ones are slips as often as words
_ENDINGS = ("s", "e", "es", "d", "ed", "er", "or", "ers", "ing", "ly", "al", "ally", "ion", "ions")
_SHORTEST = 4  # letters of a stem


@lru_cache(maxsize=20_000)
def is_ordinary(word: str) -> bool:
    """Whether this is a word of everyday English, in lower case."""
    counts, named = _counts(), f'"{word}":'.encode()
    at = counts.find(named)
    if at < 0:
        return False
    count = counts[at + len(named) : at + len(named) + _DIGITS].split(b",")[0]
    return count.strip().isdigit() and int(count) >= _LEAST


_DIGITS = 12  # of a count, with its space


@cache
def _counts() -> bytes:
    """The dictionary as it is stored, words and counts: a table of it would weigh ten times as much for a word now and then."""
    return gzip.decompress(resources.files("spellchecker").joinpath("resources/en.json.gz").read_bytes())


@lru_cache(maxsize=20_000)
def is_form_of(word: str, other: str) -> bool:
    """Whether two words are forms of one, as 'approves' and 'approvals'."""
    return bool(_stems(word) & _stems(other))


def _stems(word: str) -> set[str]:
    """The word without one ending or two."""
    once = {word} | {word.removesuffix(ending) for ending in _ENDINGS}
    return {stem for each in once for ending in ("", *_ENDINGS) if len(stem := each.removesuffix(ending)) >= _SHORTEST}
