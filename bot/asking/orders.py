"""Answers that are lists of numbers: who leads, how it was over time, how some stand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.asking import naming
from bot.asking.answers import Amount, Chart, Mark, Quote, Row, Style
from bot.asking.measuring import Found, as_fact, sources_of
from bot.asking.rules import apply
from bot.asking.trade import amount_of
from bot.asking.wording import listed, spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.asking.answers import Span
    from bot.asking.drafting import Asked, Draft
    from bot.asking.questions import Capacity, Ranking, Series, Subject


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


def is_beyond(value: float, question: Series | Ranking) -> bool:
    """Whether a number lies over, or under, the bound of a question that has one."""
    return lies_beyond(value, question.above, question.below, reached=question.reached)


def lies_beyond(value: float, above: float | None, below: float | None, *, reached: bool) -> bool:
    """Whether a number lies over the one and under the other; with `reached`, or is as large."""
    over = above is None or value > above or (reached and value == above)
    return over and (below is None or value < below or (reached and value == below))


def said_bound(question: Series | Ranking | Capacity, unit: str, language: str) -> tuple[Span, ...]:
    """The bound in the asker's number: a quotation, as it is in no source; nothing where there is none."""
    kept = {
        (False, False): "bound_over",
        (False, True): "bound_from",
        (True, False): "bound_under",
        (True, True): "bound_up_to",
    }
    for under, value in ((False, question.above), (True, question.below)):
        if value is not None:
            return spans(kept[under, question.reached], language, bound=Quote(in_words(value, unit)))
    return ()


def in_words(value: float, unit: str) -> str:
    """A bound as people say it: $170 million, ₹1,500 crore, 4,000 t."""
    if unit == "USD":
        return f"${value / _MILLION:,.10g} million" if value >= _MILLION else f"${value:,.10g}"
    if unit == "INR":
        return f"₹{value / _CRORE:,.10g} crore" if value >= _CRORE else f"₹{value:,.10g}"
    return f"{value:,.10g}%" if unit == "%" else f"{value:,.10g} {unit}"


_MILLION, _CRORE = 1_000_000, 10_000_000


def taken_together(subject: Subject, entries: Sequence[Entry], rule: str) -> Amount:
    terms = tuple(as_fact(entry.found) for entry in entries)
    unit = amount_of(subject, entries[0].found).unit
    return Amount(apply(rule, [term.value for term in terms]), unit, terms, rule)


def say_rows(draft: Draft, subject: Subject, entries: Iterable[Entry], *, said: bool = True) -> None:
    for entry in entries:
        draft.rows.append(Row(entry.label, entry.found.value, entry.found.unit, entry.found.period.text))
        if said:
            draft.say("row", Style.ROW, label=listed(entry.said), amount=amount_of(subject, entry.found))
