"""Answers about a number over time: each step, their sum or their average."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.asking import naming
from bot.asking.answers import Answer, Chart, Kind, Mark, Style, When
from bot.asking.drafting import Asked, Draft
from bot.asking.measuring import Found, Key, sources_of
from bot.asking.orders import Entry, is_beyond, said_bound, say_rows, taken_together
from bot.asking.questions import Figure, Series, Subject
from bot.asking.trade import amount_of, figure, papers, settle, unknown
from bot.asking.wording import listed
from storage.periods import MONTHS_OF, Period, named

if TYPE_CHECKING:
    from collections.abc import Sequence


_STEP_KINDS = {"year": "year", "fiscal": "fiscal", "half": "half", "quarter": "quarter", "month": "month"}


_HALF = 6  # months
_MOST = 60  # steps of time that are computed one by one


# ---------------------------------------------------------------- over time


def series(question: Series, asked: Asked) -> Answer:
    subject, key, unit = settle(question.subject, asked)
    start = question.start or question.subject.period
    end = question.end or question.subject.period
    entries, lacking = steps(replace(subject, period=None), key, unit, question.step, start, end, question.count, asked)
    if not entries:
        return unknown(subject, key, unit, start, asked)
    if question.above is not None or question.below is not None:
        return _beyond(question, subject, key, entries, asked)
    if question.count == 1:
        return figure(Figure(question.subject.at(entries[-1].found.period)), asked)
    draft, language = Draft(asked), asked.language
    subject = replace(subject, period=None)
    first, last = entries[0].found.period, entries[-1].found.period
    what = naming.title(subject, language)
    value, value_unit = None, entries[0].found.unit
    if question.average or question.total:
        amount = taken_together(subject, entries, "average" if question.average else "sum")
        value, value_unit = amount.value, amount.unit
        extra = {"count": len(entries)} if question.average else {}
        draft.say(
            "only_one" if len(entries) == 1 else "average" if question.average else "total",
            Style.LEAD,
            amount=amount,
            what=what,
            first=first,
            last=last,
            **extra,
        )
    else:
        draft.say("series" if len(entries) > 1 else "series_one", Style.LEAD, what=what, first=first, last=last)
    say_rows(draft, subject, entries)
    if lacking:
        draft.say("missing_periods", periods=listed(lacking[:8]))
    papers(draft, key, entries[-1].found)
    return draft.answer(
        Kind.SERIES,
        value=value,
        unit=amount_of(subject, entries[0].found).unit if value is None else value_unit,
        period=f"{first.text}..{last.text}",
        chart=_line(what, subject, entries, asked),
    )


def _beyond(question: Series, subject: Subject, key: Key, entries: list[Entry], asked: Asked) -> Answer:
    """Those of the steps that lie over, or under, the bound that was said."""
    chosen = [entry for entry in entries if is_beyond(entry.found.value, question)]
    draft, subject = Draft(asked), replace(subject, period=None)
    draft.say(
        "beyond" if chosen else "beyond_none",
        Style.LEAD,
        count=len(chosen),
        all=len(entries),
        what=naming.title(subject, asked.language),
        bound=said_bound(question, entries[0].found.unit, asked.language),
    )
    say_rows(draft, subject, chosen)
    papers(draft, key, (chosen or entries)[-1].found)
    return draft.answer(Kind.SERIES, value=None, unit=amount_of(subject, entries[0].found).unit)


def _line(what: str, subject: Subject, entries: Sequence[Entry], asked: Asked) -> Chart | None:
    if len(entries) < 2:
        return None
    marks = tuple(Mark(entry.label, entry.found.value, start=entry.found.period.start) for entry in entries)
    sources = sources_of(entry.found for entry in entries)
    as_of = max((source.published for source in sources if source.published), default=None)
    shape = "line" if entries[0].found.unit == "%" else "bars"
    return Chart(shape, what, amount_of(subject, entries[0].found).unit, marks, sources, as_of, asked.language)


def steps(
    subject: Subject, key: Key, unit: str, step: str, start: Period | None, end: Period | None, count: int, asked: Asked
) -> tuple[list[Entry], list[Period]]:
    """Each step of time with its number, and the steps between that have none."""
    row_unit = "USD" if subject.measure == "unit_value" and unit not in ("USD", "INR") else unit
    step = step or _own_step(start, end, key, row_unit, asked)
    if step == "year":
        step = _kind_of_year(key, row_unit, start, end, count, asked)
    periods, count = _periods(key, row_unit, step, start, end, asked), min(count, _MOST)
    if count:
        past = [period for period in periods if period.end < asked.today] or periods
        first = past[-1].back((count - 1) * _months(step)) if past else None
        periods = [period for period in past[-count:] if first is None or period.start >= first.start]
    entries, lacking = [], []
    for period in periods[-_MOST:]:
        found = asked.measure.measure(subject, key, unit, period)
        if isinstance(found, Found):
            entries.append(Entry(period.text, found, (When(period),)))
        elif not count:
            lacking.append(period)
    inner = [period for period in lacking if entries and (start or entries[0].found.period) <= period]
    return entries, inner if start else [period for period in inner if period <= entries[-1].found.period]


def _months(step: str) -> int:
    return 12 if step in ("year", "fiscal") else MONTHS_OF[step]


def _kind_of_year(key: Key, unit: str, start: Period | None, end: Period | None, count: int, asked: Asked) -> str:
    """Calendar or fiscal years: as the bounds are, else whichever one source has more of there; calendar years where as many."""
    known = asked.measure.periods(key, unit)
    if any(bound is not None and bound.kind == "fiscal" for bound in (start, end)):
        return "fiscal" if any(period.kind == "fiscal" for period in known) else "year"
    if any(0 < period.length < _HALF for period in known):
        return "year"  # which are added up from months or quarters
    return max(("year", "fiscal"), key=lambda kind: _full(kind, key, unit, start, end, count, asked))


def _full(kind: str, key: Key, unit: str, start: Period | None, end: Period | None, count: int, asked: Asked) -> int:
    """The years of a kind that one source has within the bounds, at most the last so many."""
    found: dict[str, set[Period]] = defaultdict(set)
    for row in asked.measure.rows(key, unit):
        if row.period.kind == kind and row.period.end < asked.today and _between(row.period, start, end):
            found[row.source.identity].add(row.period)
    return max((len(_last(periods, count)) for periods in found.values()), default=0)


def _between(period: Period, start: Period | None, end: Period | None) -> bool:
    return (start is None or period.end > start.start) and (end is None or period.start < end.end)


def _last(periods: set[Period], count: int) -> set[Period]:
    """Those of the last so many years; all of them when no number is said."""
    newest = max(periods)
    return {period for period in periods if not count or period.start >= newest.back(12 * (count - 1)).start}


def _own_step(start: Period | None, end: Period | None, key: Key, unit: str, asked: Asked) -> str:
    """The step of the bounds that were said; years where there are none."""
    for bound in (start, end):
        if bound is not None and bound is start and start == end:
            return "month"
        if bound is not None and bound.kind in _STEP_KINDS:
            return bound.kind
    kinds = [period.kind for period in asked.measure.periods(key, unit)]
    return next((step for step in ("year", "fiscal", "quarter", "month") if step in kinds), "year")


def _periods(key: Key, unit: str, step: str, start: Period | None, end: Period | None, asked: Asked) -> list[Period]:
    """The steps between the bounds: those that the record has, and within said bounds each one."""
    known = asked.measure.periods(key, unit)
    own = [period for period in known if period.kind == step]
    first, last = (start.start if start else None), (end.end if end else None)
    if start and not own and known:
        last = last or max(period.end for period in known)
        return _every(step, start, named(start.start, max(last, start.end)))
    if start and end and own:
        return _every(step, start, end)
    if not own and known and not start:
        return _every(step, known[0], max(known, key=lambda period: period.end))
    return [
        period for period in own if (first is None or period.start >= first) and (last is None or period.end <= last)
    ]


def _every(step: str, start: Period, end: Period) -> list[Period]:
    months = _months(step)
    first = start.start.month
    offset = (first - (4 if step == "fiscal" else 1)) % months
    lead = Period.month(start.start.year, start.start.month).back(offset)
    out: list[Period] = []
    step_period = named(lead.start, lead.back(1 - months).end)
    while step_period.end <= end.end and len(out) < _MOST:
        if step_period.start >= start.start:
            out.append(step_period)
        step_period = step_period.back(-months)
    return out
