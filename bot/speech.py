"""Sentences of ours in the languages that we speak: a table of them, and how one is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Speech:
    """Says a sentence of its table; in English where the language is none of ours.

    >>> say = Speech({"late": {"en": "{days} days late", "hi": "{days} दिन की देरी"}})
    >>> say("late", "hi", days=3), say("late", "fr", days=3)
    ('3 दिन की देरी', '3 days late')
    """

    phrases: Mapping[str, Mapping[str, str]]

    def __call__(self, key: str, language: str = "en", **values: object) -> str:
        said = self.phrases[key]
        return said.get(language, said["en"]).format(**values)
