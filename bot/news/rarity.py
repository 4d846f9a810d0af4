"""How telling a word is: what few headlines of the subject use says which event is told. Counts are data, see
`lexicon/headlines.toml`."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from math import log
from pathlib import Path

_TABLE = Path(__file__).parent / "lexicon" / "headlines.toml"
_FEWEST = 2  # a word that is not listed counts as seen so often


@lru_cache(maxsize=1)
def _weights() -> tuple[dict[str, float], float]:
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    counts = {word: int(count) for count, words in table["words"].items() for word in words.split()}
    whole = log(table["headlines"] / _FEWEST)
    return {word: max(0.0, log(table["headlines"] / count)) / whole for word, count in counts.items()}, 1.0


def rarity(word: str) -> float:
    """From 0 for a word of every headline to 1 for one hardly seen; the word is trimmed already."""
    weights, unseen = _weights()
    return weights.get(word, unseen)
