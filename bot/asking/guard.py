"""Between answer and chat: every amount is computed over again from its cited facts by the rule that it names, and words of ours may
hold no amount. What does not pass is not said.

    verify(answer) -> faults
"""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.asking.answers import Amount, Answer, Fact, Kind, Line, Span, Style, Text
from bot.asking.rules import RULES, apply
from bot.asking.wording import line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NEAR = 1e-6  # relative; what floating point may differ by

_UNITS = (
    r"usd|inr|us\$|rs\.?|dollars?|rupees?|tonnes?|tons?|t|mt|tpa|kgs?|kilos?|kilograms?|percent|per cent|points?|crores?|lakhs?|millions?|"
    r"billions?|bn|mn|cr|%|डॉलर|रुपये|रुपए|टन|किलो|प्रतिशत|फीसदी|करोड़|लाख|मिलियन|अरब|गुना"
)
_AMOUNT = re.compile(
    rf"(?:[$₹€]\s*\d)|(?:\b(?:usd|inr|rs\.?)\s*\d)|(?:\d[\d,.]*\s*(?:{_UNITS})(?![\w\u0900-\u097f]))", re.IGNORECASE
)


def verify(answer: Answer) -> tuple[str, ...]:
    """What is wrong with an answer, a line each; nothing when it may be told."""
    faults = [fault for each in answer.lines for span in each.spans for fault in _span_faults(span)]
    return (*faults, *_value_faults(answer), *_row_faults(answer))


def guarded(answer: Answer) -> tuple[Answer, tuple[str, ...]]:
    """The answer, or what is said in its place: that it could not be verified, with its sources."""
    faults = verify(answer)
    if not faults:
        return answer, ()
    said = line("unverified", answer.language, Style.LEAD)
    return replace(
        answer,
        kind=Kind.UNKNOWN,
        lines=(said,),
        value=None,
        unit="",
        period="",
        rows=(),
        offers=(),
        chart=None,
        gap=True,
    ), faults


def _span_faults(span: Span) -> Iterator[str]:
    if isinstance(span, Text) and (found := _AMOUNT.search(span.text)):
        yield f"an amount in words of ours: {found.group()!r}"
    if isinstance(span, Amount):
        yield from _amount_faults(span)


def _amount_faults(amount: Amount) -> Iterator[str]:
    said = f"{amount.value} {amount.unit}"
    if not amount.facts:
        yield f"{said} cites nothing"
        return
    if amount.rule not in RULES:
        yield f"{said} names an unknown rule, {amount.rule!r}"
        return
    for fact in amount.facts:
        yield from _fact_faults(fact)
    if amount.rule == "" and len(amount.facts) != 1:
        yield f"{said} is a row's own value, and cites {len(amount.facts)}"
    if not _same(amount.value, _applied(amount.rule, amount.facts)):
        yield f"{said} is not the {amount.rule or 'value'} of its facts"


def _fact_faults(fact: Fact) -> Iterator[str]:
    """A fact is a row with a source, or what a rule makes of such; a count of years needs none."""
    if fact.of:
        for part in fact.of:
            yield from _fact_faults(part)
        if fact.rule not in RULES or not _same(fact.value, _applied(fact.rule, fact.of)):
            yield f"{fact.value} {fact.unit} is not the {fact.rule} of its parts"
    elif fact.unit != "years" and not (fact.source.title or fact.source.url):
        yield f"{fact.value} {fact.unit} has no source"


def _applied(rule: str, facts: Iterable[Fact]) -> float:
    try:
        return apply(rule, [fact.value for fact in facts])
    except (IndexError, ValueError, ZeroDivisionError, OverflowError):
        return math.nan


def _same(said: float, computed: float) -> bool:
    return math.isfinite(said) and math.isclose(said, computed, rel_tol=_NEAR, abs_tol=1e-9)


def _value_faults(answer: Answer) -> Iterator[str]:
    """The value of the data is one that a line says, or a plain count."""
    if answer.value is None or answer.unit == "count":
        return
    if not any(
        _same(answer.value, abs(amount.value)) or _same(answer.value, amount.value) for amount in _amounts(answer.lines)
    ):
        yield f"the value {answer.value} {answer.unit} stands in no line"


def _row_faults(answer: Answer) -> Iterator[str]:
    """A number in a row is one that a line says; longer lists than the text shows are the exception that is checked by their facts."""
    said = {round(amount.value, 6) for amount in _amounts(answer.lines)}
    for row in answer.rows:
        if (
            row.value is not None
            and row.unit not in ("count", "")
            and round(row.value, 6) not in said
            and not _part_of(row.value, answer)
        ):
            yield f"the row {row.label!r} holds {row.value} {row.unit}, which stands in no line"


def _part_of(value: float, answer: Answer) -> bool:
    """Whether an amount of the answer cites this very number."""
    return any(_same(value, fact.value) for amount in _amounts(answer.lines) for fact in amount.facts)


def _amounts(lines: Iterable[Line]) -> Iterator[Amount]:
    return (span for each in lines for span in each.spans if isinstance(span, Amount))
