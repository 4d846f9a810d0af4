"""Whether a call to Telegram is one that the Bot API knows: names, required parameters, types, nested objects too.

`data/botapi.json` holds the methods that we use, of Bot API 10.3, taken from the schema in aiogram's source
distribution (MIT).
"""

from __future__ import annotations

import json
from pathlib import Path

SPEC = json.loads((Path(__file__).parent / "data" / "botapi.json").read_text(encoding="utf-8"))
METHODS, TYPES = SPEC["methods"], SPEC["types"]


def problems(method: str, parameters: dict, files: tuple[str, ...] = ()) -> list[str]:
    """What is wrong with a call whose parameters are decoded JSON; nothing when it is right."""
    fields = METHODS.get(method)
    if fields is None:
        return [f"{method} is no method that we are known to use"]
    return _object(method, {**dict.fromkeys(files, ""), **parameters}, fields)


def _object(where: str, value: dict, fields: dict) -> list[str]:
    found = [f"{where} has no field {name}" for name in value if name not in fields]
    found += [f"{where} lacks {name}" for name, (_, needed) in fields.items() if needed and name not in value]
    for name, each in value.items():
        if name in fields:
            found += _any(f"{where}.{name}", each, fields[name][0])
    return found


def _any(where: str, value: object, types: list[str]) -> list[str]:
    """The complaint of the type that fits best; none where one fits."""
    return min((_one(where, value, each) for each in types), key=len)


def _one(where: str, value: object, wanted: str) -> list[str]:
    if wanted.startswith("Array of "):
        if not isinstance(value, list):
            return [f"{where}: a list is wanted"]
        return [fault for i, each in enumerate(value) for fault in _any(f"{where}[{i}]", each, [wanted[9:]])]
    if wanted in _PLAIN:
        return [] if _PLAIN[wanted](value) else [f"{where}: {wanted} is wanted, not {value!r:.40}"]
    known = TYPES[wanted]
    if isinstance(known, list):
        return _any(where, value, known)
    return _object(where, value, known) if isinstance(value, dict) else [f"{where}: {wanted} is wanted"]


_PLAIN = {
    "Integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "Float": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "String": lambda value: isinstance(value, str),
    "InputFile": lambda value: isinstance(value, str),
    "Boolean": lambda value: isinstance(value, bool),
    "True": lambda value: value is True,
}
