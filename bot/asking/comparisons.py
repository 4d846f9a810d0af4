"""Answers that set some numbers side by side: countries, products, indicators or periods."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.asking import naming
from bot.asking.answers import Amount, Answer, Kind, Style, When
from bot.asking.countries import WORLD
from bot.asking.drafting import Asked, Draft
from bot.asking.measuring import Key, Missing, as_fact
from bot.asking.orders import Entry, bars, say_rows, taken_together
from bot.asking.questions import Subject
from bot.asking.rules import apply
from bot.asking.trade import amount_of, papers, settle, unknown
from bot.asking.wording import listed, spans
from storage.periods import Period

if TYPE_CHECKING:
    from bot.asking.answers import Span
    from bot.asking.questions import Compare


# ---------------------------------------------------------------- side by side


def compare(question: Compare, asked: Asked) -> Answer:
    draft, entries, lacking = gather(question, asked)
    base, key, unit = settle(_variant(question, question.items[0]), asked)
    if not entries:
        return unknown(base, key, unit, base.period, asked)
    subject = question.subject
    value, value_unit = _lead_of(draft, question, entries, base)
    say_rows(draft, base, entries)
    if lacking:
        draft.say("not_held", names=listed([_label_of(question, item, asked) for item in lacking]))
    for entry in entries[:1]:
        papers(draft, entry.found.key, entry.found)
    kind = Kind.SERIES if question.across == "period" and not question.how else Kind.FIGURE
    period = entries[0].found.period.text if question.across != "period" else ""
    chart = (
        bars(naming.title(replace(base, partner=WORLD), asked.language), entries, asked)
        if subject.measure == "" and question.across == "partner"
        else None
    )
    return draft.answer(kind, value=value, unit=value_unit, period=period, chart=chart)


def gather(question: Compare, asked: Asked) -> tuple[Draft, list[Entry], list[str]]:
    """Each item's number, all in one period when none was said."""
    subjects = {item: settle(_variant(question, item), asked) for item in question.items}
    period = question.subject.period or _of_the_target(question, asked) or _common_year(question, subjects, asked)
    entries, lacking = [], []
    for item, (subject, key, unit) in subjects.items():
        when = Period.parse(item) if question.across == "period" else period
        if when is None:
            lacking.append(item)
            continue
        if subject.to_date:
            continue
        found = asked.measure.measure(subject, key, unit, when)
        if (
            isinstance(found, Missing)
            and key.indicator == "capacity_target"
            and (newest := asked.measure.newest(key, unit))
        ):
            found = asked.measure.measure(subject, key, unit, newest)
        if isinstance(found, Missing):
            lacking.append(item)
        else:
            entries.append(
                Entry(
                    item,
                    found,
                    (When(when),)
                    if question.across == "period"
                    else spans("compare", "en", what=_label_of(question, item, asked)),
                )
            )
    return Draft(asked), entries, lacking


def _of_the_target(question: Compare, asked: Asked) -> Period | None:
    """The target's own year, where it is weighed against a number that names none."""
    if question.across != "indicator" or "capacity_target" not in question.items:
        return None
    key = asked.measure.key(Subject("capacity_target"))
    return asked.measure.newest(key, asked.measure.unit(key, Subject("capacity_target")))


def _variant(question: Compare, item: str) -> Subject:
    if question.across == "period":
        return question.subject.at(Period.parse(item))
    return replace(question.subject, **{question.across: item})  # type: ignore[arg-type]


def _common_year(question: Compare, subjects: dict[str, tuple[Subject, Key, str]], asked: Asked) -> Period | None:
    if question.across == "period":
        return None
    years: set[Period] | None = None
    for subject, key, unit in subjects.values():
        own = {
            period
            for period in asked.measure.periods(key, "USD" if subject.measure == "unit_value" else unit)
            if period.kind in ("year", "fiscal") and period.start <= asked.today
        }
        if own:  # one that the record does not know at all does not hide the others
            years = own if years is None else years & own
    return max(years, key=lambda period: (period.end, period.start)) if years else None


def _label_of(question: Compare, item: str, asked: Asked) -> str:
    if question.across == "partner":
        return naming.country(item, asked.language)
    if question.across == "indicator":
        return naming.name(naming.INDICATORS, item, asked.language)
    return naming.product(item, asked.language) if question.across == "product" else item


def _lead_of(draft: Draft, question: Compare, entries: list[Entry], base: Subject) -> tuple[float | None, str]:
    """The difference, ratio or sum that was asked for; else what is set side by side."""
    units = {"t" if entry.found.unit == "tpa" else entry.found.unit for entry in entries}
    unit = amount_of(base, entries[0].found).unit
    if len(entries) < 2 or len(units) > 1 or not question.how:
        draft.say("compare", Style.LEAD, what=_headline(question, base, draft.asked))
        return None, unit
    if question.how == "sum":
        amount = taken_together(base, entries, "sum")
        draft.say(
            "together", Style.LEAD, amount=amount, names=listed([span for entry in entries for span in entry.said])
        )
        return amount.value, amount.unit
    more, less = sorted(entries[:2], key=lambda entry: entry.found.value, reverse=True)
    over = {"percent": entries[1], "ratio": less}.get(question.how)
    if over is not None and not over.found.value:
        draft.say("compare", Style.LEAD, what=_headline(question, base, draft.asked))
        return None, unit
    if question.how == "percent":
        return _percent_of(draft, entries[0], entries[1])
    terms = (as_fact(more.found), as_fact(less.found))
    rule = "ratio" if question.how == "ratio" else "points" if unit == "%" else "difference"
    shown = "x" if question.how == "ratio" else "points" if unit == "%" else unit
    amount = Amount(apply(rule, [term.value for term in terms]), shown, terms, rule)
    draft.say(question.how, Style.LEAD, amount=amount, more=listed(more.said), less=listed(less.said))
    return amount.value, "%" if shown == "points" else shown


def _percent_of(draft: Draft, part: Entry, whole: Entry) -> tuple[float, str]:
    terms = (as_fact(part.found), as_fact(whole.found))
    amount = Amount(apply("share", [term.value for term in terms]), "%", terms, "share")
    draft.say("percent_of", Style.LEAD, amount=amount, part=listed(part.said), whole=listed(whole.said))
    return amount.value, "%"


def _headline(question: Compare, base: Subject, asked: Asked) -> tuple[Span, ...]:
    subject = replace(base, partner=WORLD) if question.across == "partner" and base.measure != "share" else base
    what = naming.title(subject, asked.language)
    period = () if question.across == "period" or base.period is None else (base.period,)
    return listed([what, *period])
