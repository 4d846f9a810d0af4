"""A line that is kept before it is known who will read it: a key and its values, put into words for its reader.

The words of each key are the bot's (bot/look/kept.py). Text that is no such line is its own words.
"""

from __future__ import annotations

import json
from typing import Any, TypeAlias

Phrased: TypeAlias = tuple[str, dict[str, Any]]

_MARK = '{"say": "'


def phrased(key: str, **values: object) -> str:
    """A line to be kept. A value may be a line itself, or a list of lines.

    >>> unphrased(phrased("waits", count=3)), unphrased("three wait")
    (('waits', {'count': 3}), None)
    """
    return json.dumps({"say": key, **values}, ensure_ascii=False, default=str)


def unphrased(line: str) -> Phrased | None:
    """The key and the values of a kept line; None for any other text."""
    if not line.startswith(_MARK):
        return None
    try:
        values = json.loads(line)
        return str(values.pop("say")), values
    except (ValueError, RecursionError):
        return None
