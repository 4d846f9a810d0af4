"""Answers that are lists of numbers: who leads, how it was over time, how some stand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.asking import naming
from bot.asking.answers import Amount, Chart, Mark, Row, Style
from bot.asking.measuring import Found, as_fact, sources_of
from bot.asking.rules import apply
from bot.asking.trade import amount_of
from bot.asking.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.asking.answers import Span
    from bot.asking.drafting import Asked, Draft
    from bot.asking.questions import Subject


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a list: a country, a product or a stretch of time, and its number."""

    label: str
    found: Found
    said: tuple[Span, ...]


def bars(what: str, entries: Sequence[Entry], asked: Asked) -> Chart:
    found = [entry.found for entry in entries]
    marks = tuple(Mark(naming.country(entry.label, asked.language), entry.found.value) for entry in entries)
    sources = sources_of(found)
    as_of = max((source.published for source in sources if source.published), default=None)
    return Chart("bars", what, found[0].unit, marks, sources, as_of, asked.language)


def taken_together(subject: Subject, entries: Sequence[Entry], rule: str) -> Amount:
    terms = tuple(as_fact(entry.found) for entry in entries)
    unit = amount_of(subject, entries[0].found).unit
    return Amount(apply(rule, [term.value for term in terms]), unit, terms, rule)


def say_rows(draft: Draft, subject: Subject, entries: Iterable[Entry], *, said: bool = True) -> None:
    for entry in entries:
        draft.rows.append(Row(entry.label, entry.found.value, entry.found.unit, entry.found.period.text))
        if said:
            draft.say("row", Style.ROW, label=listed(entry.said), amount=amount_of(subject, entry.found))
