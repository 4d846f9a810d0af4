"""A line that is kept before it is known who will read it: a key and its values, put into words for its reader.

The words of each key are the bot's (bot/look/kept.py). Text that is no such line is its own words; so is a value, unless it was
a line when it was given: what people call themselves is never read as one.
"""

from __future__ import annotations

import json
from typing import Any

_MARK = '{"say": "'


class Line(str):
    """A kept line, told from words of people by its type."""

    __slots__ = ()


def phrased(key: str, **values: object) -> Line:
    """A line to be kept. A value may be a line itself, or a list of lines.

    >>> unphrased(phrased("waits", count=3, what=phrased("mail"))), unphrased("three wait")
    ({'say': 'waits', 'count': 3, 'what': {'say': 'mail'}}, None)
    """
    return Line(
        json.dumps(
            {"say": key, **{name: _held(value) for name, value in values.items()}}, ensure_ascii=False, default=str
        )
    )


def _held(value: object) -> object:
    if isinstance(value, list):
        return [_held(each) for each in value]
    return unphrased(value) or str(value) if isinstance(value, Line) else value


def unphrased(line: str) -> dict[str, Any] | None:
    """The key, as `say`, and the values of a kept line; None for any other text."""
    if not line.startswith(_MARK):
        return None
    try:
        values: dict[str, Any] = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return values
