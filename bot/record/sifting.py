"""Which rows somebody asks for, in words in any order -> a sieve: a time, and words that must stand in a row.

China FY2024-25           rows of China within that year
IREL planned since 2026   rows that hold both words, from 2026 on
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bot.record.known import country
from bot.record.whens import PAST, read_when
from storage.periods import Period, PeriodError
from storage.things import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

SINCE: Final = ("since", "from", "after", "se", "से")
_FILLING: Final = frozenset("of the only for in and with all as to a की का के में ka ke ki".split())
_LONGEST: Final = 4  # words of a date
_TIMES: Final = ("period", "done", "due", "expected", "effective", "announced", "until", "said_on")
_ELSEWHERE: Final = ("source_url", "id", "as_of")  # cells that are no words of anybody's
_COUNTRIES: Final = ("partner", "jurisdiction")


@dataclass(frozen=True, slots=True)
class Sieve:
    """`since`: the time has no end. `said`: the words of the wish, without those that say nothing."""

    period: Period | None = None
    since: bool = False
    words: tuple[str, ...] = ()
    said: str = ""

    def passes(self, row: Mapping[str, str]) -> bool:
        return self._in_time(row) and all(_stands(word, row) for word in self.words)

    def _in_time(self, row: Mapping[str, str]) -> bool:
        """A time of the row lies within the one asked for; of a milestone that is done, the day that it was."""
        if self.period is None:
            return True
        times = [_period(row[name]) for name in _TIMES if row.get(name)]
        known = [each for each in times if each is not None]
        if "due" in row:
            known = known[:1]
        return any(each.start >= self.period.start and (self.since or each.end <= self.period.end) for each in known)


def read_sieve(text: str, today: date) -> Sieve:
    """Any text is a sieve; '' lets everything pass."""
    words = [word.strip(",;|") for word in text.split()]
    words = [word for word in words if word]
    sieve, first, last = _time(words, today)
    rest = [word for word in (*words[:first], *words[last:]) if word.casefold() not in _FILLING.union(SINCE)]
    return replace(sieve, words=tuple(rest), said=" ".join(words))


def _time(words: Sequence[str], today: date) -> tuple[Sieve, int, int]:
    """The time that the words name, and which of them do; the longest, then the first."""
    for length in range(min(_LONGEST, len(words)), 0, -1):
        for first in range(len(words) - length + 1):
            found = read_when(" ".join(words[first : first + length]), today, lean=PAST, last_resort=False)
            if found is not None:
                beside = (*words[:first][-1:], *words[first + length :][:1], words[first])
                since = any(word.casefold() in SINCE for word in beside)
                return Sieve(found.period, since), first, first + length
    return Sieve(), 0, 0


def _period(text: str) -> Period | None:
    try:
        return Period.parse(text)
    except PeriodError:
        return None


def _stands(word: str, row: Mapping[str, str]) -> bool:
    """A word of the row begins so, or one of its countries goes by that name."""
    name = _country(word)
    if name and any(_country(row[column]) == name for column in _COUNTRIES if row.get(column)):
        return True
    text = fold(" ".join(value.replace("_", " ") for column, value in row.items() if column not in _ELSEWHERE))
    return re.search(rf"(?<!\w){re.escape(fold(word.replace('_', ' ')))}", text) is not None


@lru_cache(1024)
def _country(text: str) -> str | None:
    return country(text)
