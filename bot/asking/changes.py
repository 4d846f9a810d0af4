"""Answers about how a number moved: both ends, the absolute change and the rate; a share's change in points."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.asking import naming
from bot.asking.answers import Amount, Answer, Fact, Kind, Row, Style
from bot.asking.drafting import Asked, Draft
from bot.asking.measuring import Found, Key, Missing, Request, as_fact
from bot.asking.questions import Change, Series, Subject
from bot.asking.rules import apply
from bot.asking.trade import added_up, amount_of, other_sources, papers, settle, unknown
from storage.periods import Period, named
from storage.records import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

# Numbers that are percentages move by points.
_DELTA = {
    "": "difference",
    "share": "share_points",
    "share_apart": "share_points_apart",
    "unit_value": "unit_value_difference",
}
_MOST = 24  # steps between the ends that are shown


def change(question: Change, asked: Asked) -> Answer:
    subject, key, unit = settle(question.subject, asked)
    ends = _ends(question, subject, key, unit, asked)
    if ends is None:
        return unknown(subject, key, unit, None, asked)
    first, last = ends
    formulas = [asked.measure.formula(subject, key, unit, period) for period in (last, first)]
    found = asked.measure.solve(formulas)
    if (
        isinstance(found, Missing)
        and found.why == "no_common"
        and question == Change(question.subject)
        and not question.subject.period
    ):
        found = _within_one_source(subject, key, unit, asked) or found
    if isinstance(found, Missing):
        return _without(subject, key, unit, (first, last), asked)
    later, earlier = found
    first, last = earlier.period, later.period
    draft = Draft(asked)
    if question.yearly and earlier.value > 0 and later.value >= 0:
        value, value_unit = _grown(draft, subject, later, earlier)
    else:
        value, value_unit = _moved(draft, subject, later, earlier, rate_first=question.percent)
    _both_ends(draft, subject, earlier, later, _between(subject, key, unit, earlier, later, asked))
    draft.say("rose" if later.value > earlier.value else "fell" if later.value < earlier.value else "same")
    other_sources(draft, later)
    papers(draft, key, later)
    if earlier.added_up and not later.added_up:
        added_up(draft, earlier)
    _offer_years(draft, subject, first, last)
    period = f"{first.text}..{last.text}" if first.kind == last.kind else last.text
    return draft.answer(Kind.CHANGE, value=value, unit=value_unit, period=period)


def _ends(question: Change, subject: Subject, key: Key, unit: str, asked: Asked) -> tuple[Period, Period] | None:
    """From where to where: what was said, else the newest full year and the one before it."""
    row_unit = "USD" if subject.measure == "unit_value" else unit
    last = subject.period or (None if subject.to_date else _last(question.since, key, row_unit, asked))
    if last is None:
        return None
    if subject.to_date:
        there = asked.measure.covered(Request(key, row_unit, last))
        if there is None:
            return None
        last = there.period
    part = _so_far(question, subject, key, row_unit, last, asked)
    if part is not None:
        return part.year_before(), part
    if question.since:
        return question.since, last
    if question.count:
        years = min(question.count, last.start.year - 1)
        return last.back(12 * years if _spans(question) else 12 * (years - 1)), last
    return last.year_before(), last


def _so_far(question: Change, subject: Subject, key: Key, unit: str, last: Period, asked: Asked) -> Period | None:
    """Of the year that is running, set against the one before it, as much as the record has."""
    running = last.kind in ("year", "fiscal") and last.start <= asked.today <= last.end and not question.yearly
    if (
        not running
        or question.since not in (None, last.year_before())
        or subject.measure not in ("", "share", "unit_value")
    ):
        return None
    if isinstance(asked.measure.measure(subject, key, unit, last), Found):
        return None
    there = asked.measure.covered(Request(key, unit, last))
    return there.period if there is not None else None


def _within_one_source(subject: Subject, key: Key, unit: str, asked: Asked) -> list[Found] | None:
    """The furthest two years that one source has, where no time was said and no source has the newest two."""
    years = [period for period in asked.measure.periods(key, unit) if period.kind in ("year", "fiscal")]
    pairs = [(first, last) for first in years for last in years if first < last and first.kind == last.kind]
    for first, last in sorted(pairs, key=lambda pair: (pair[1], -pair[0].start.toordinal()), reverse=True):
        found = asked.measure.solve([asked.measure.formula(subject, key, unit, period) for period in (last, first)])
        if isinstance(found, list):
            return found
    return None


def _spans(question: Change) -> bool:
    """'Over the last five years' a compound rate runs over five steps, a bare change from the first of five years."""
    return question.yearly


def _last(since: Period | None, key: Key, unit: str, asked: Asked) -> Period | None:
    """The newest period of the same kind as the first end, else the newest full year."""
    if since is not None:
        same = [period for period in asked.measure.periods(key, unit) if period.kind == since.kind and since < period]
        past = [period for period in same if period.start <= asked.today] or same
        if past:
            return max(past)
    return asked.measure.newest(key, unit)


def _moved(draft: Draft, subject: Subject, later: Found, earlier: Found, *, rate_first: bool) -> tuple[float, str]:
    delta = _delta(subject, later, earlier)
    rate = _rate(later, earlier)
    what = naming.title(subject, draft.asked.language)
    if rate is None:
        draft.say("changed_only", Style.LEAD, delta=delta, what=what, first=earlier.period, last=later.period)
        return delta.value, delta.unit if delta.unit != "points" else "%"
    key = "changed_rate" if rate_first else "changed"
    draft.say(key, Style.LEAD, delta=delta, rate=rate, what=what, first=earlier.period, last=later.period)
    return (rate.value, "%") if rate_first else (delta.value, delta.unit)


def _delta(subject: Subject, later: Found, earlier: Found) -> Amount:
    terms = (*_terms(later), *_terms(earlier))
    rule = _DELTA.get(later.rule, "difference")
    if later.rule in ("difference", "conversion"):
        terms, rule = (as_fact(later), as_fact(earlier)), "difference"
    unit = amount_of(subject, later).unit
    return Amount(
        apply(rule, [term.value for term in terms]), "points" if unit == "%" else unit, terms, rule, signed=True
    )


def _rate(later: Found, earlier: Found) -> Amount | None:
    """The change in per cent; none of what is itself a percentage, or of nothing."""
    if later.unit == "%" or not earlier.value:
        return None
    if later.rule == "unit_value":
        terms, rule = (*_terms(later), *_terms(earlier)), "unit_value_growth"
    else:
        terms, rule = (as_fact(later), as_fact(earlier)), "growth"
    return Amount(apply(rule, [term.value for term in terms]), "%", terms, rule, signed=True)


def _terms(found: Found) -> tuple[Fact, ...]:
    return (as_fact(found),) if found.rule == "" else found.terms


def _grown(draft: Draft, subject: Subject, later: Found, earlier: Found) -> tuple[float, str]:
    """The compound rate a year between both ends."""
    years = Fact((later.period.start - earlier.period.start).days / 365.25, "years", "", Source(""))
    years = Fact(
        round(years.value, 2) if years.value % 1 > 0.02 and years.value % 1 < 0.98 else round(years.value),
        "years",
        "",
        Source(""),
    )
    terms = (as_fact(later), as_fact(earlier), years)
    rate = Amount(apply("compound", [term.value for term in terms]), "%", terms, "compound", signed=True)
    draft.say(
        "grown",
        Style.LEAD,
        rate=rate,
        what=naming.title(subject, draft.asked.language),
        first=earlier.period,
        last=later.period,
    )
    return rate.value, "%"


def _between(subject: Subject, key: Key, unit: str, earlier: Found, later: Found, asked: Asked) -> list[Found]:
    """The steps between two ends of one kind, as far as the record has them."""
    months = max(later.period.length, 1)
    found: list[Found] = []
    step = earlier.period.back(-months)
    while (
        step < later.period
        and len(found) < _MOST
        and later.period.kind == earlier.period.kind
        and later.period.kind in ("year", "fiscal")
    ):
        one = asked.measure.measure(subject, key, unit, step)
        if isinstance(one, Found):
            found.append(one)
        step = step.back(-months)
    return found


def _both_ends(draft: Draft, subject: Subject, earlier: Found, later: Found, between: list[Found]) -> None:
    for each in (earlier, *between, later):
        draft.say("end", Style.ROW, period=each.period, amount=amount_of(subject, each))
        draft.rows.append(Row(each.period.text, each.value, each.unit, each.period.text))


def _without(subject: Subject, key: Key, unit: str, ends: Sequence[Period], asked: Asked) -> Answer:
    """Both ends are not there: which is, and that no one source has both."""
    first, last = ends
    each = [asked.measure.measure(subject, key, unit, period) for period in ends]
    lacking = [period for period, found in zip(ends, each, strict=True) if isinstance(found, Missing)]
    if lacking and not subject.measure and unit == "USD":
        for other in ("INR", "t", "tpa", "%"):
            both = asked.measure.solve([asked.measure.formula(subject, key, other, period) for period in (last, first)])
            if isinstance(both, list) and not any(isinstance(found, Found) for found in each):
                return change(Change(replace(subject, period=last, unit=other), first), asked)
    if lacking:
        return unknown(subject, key, unit, lacking[0], asked, part=None)
    draft = Draft(asked)
    draft.say("no_common")
    for found in each:
        if isinstance(found, Found):
            draft.say("end", Style.ROW, period=found.period, amount=amount_of(subject, found))
            draft.rows.append(Row(found.period.text, found.value, found.unit, found.period.text))
    return draft.answer(Kind.CHANGE, gap=True)


def _offer_years(draft: Draft, subject: Subject, first: Period, last: Period) -> None:
    span = named(first.start, last.end)
    if span.length > 12:
        text = "बीच के वर्ष" if draft.asked.language == "hi" else "The years between"
        draft.offer(text, Series(replace(subject, period=None), "", first, last))
