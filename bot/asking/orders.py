"""Answers that are lists of numbers: who leads, how it was over time, how some stand to each other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.asking import naming
from bot.asking.answers import Amount, Answer, Chart, Fact, Kind, Mark, Row, Style, When
from bot.asking.countries import WORLD
from bot.asking.drafting import Asked, Draft
from bot.asking.measuring import Found, Key, Missing, sources_of
from bot.asking.questions import Compare, Figure, Ranking, Series, Subject
from bot.asking.rules import apply
from bot.asking.trade import amount_of, figure, papers, settle, unknown
from bot.asking.wording import listed, spans, words
from storage.periods import MONTHS_OF, Period, named

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.asking.answers import Span

_STEP_KINDS = {"year": "year", "fiscal": "fiscal", "half": "half", "quarter": "quarter", "month": "month"}
_MOST = 60  # steps of time that are computed one by one


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a list: a country, a product or a stretch of time, and its number."""

    label: str
    found: Found
    said: tuple[Span, ...]


# ---------------------------------------------------------------- rankings


def ranking(question: Ranking, asked: Asked) -> Answer:
    if question.by == "partner":
        return _partners(question, asked)
    if question.by == "product":
        return _products(question, asked)
    return _times(question, asked)


def _partners(question: Ranking, asked: Asked) -> Answer:
    """Countries by their number, in a period that has them."""
    one = question.subject.partner if question.subject.partner not in ("", WORLD) and not question.subject.apart else ""
    subject, key, unit = settle(replace(question.subject, partner=""), asked)
    subject = replace(subject, measure=question.subject.measure)
    row_unit = "USD" if subject.measure == "unit_value" and unit not in ("USD", "INR") else unit
    period = subject.period or _with_partners(key, row_unit, asked)
    if period is None:
        return unknown(subject, key, unit, None, asked)
    entries = _each_partner(subject, key, unit, period, asked)
    if not entries:
        return unknown(subject, key, unit, period, asked)
    entries.sort(key=lambda entry: entry.found.value, reverse=not question.low)
    draft = Draft(asked)
    place = next((at for at, entry in enumerate(entries, start=1) if entry.label == one), 0) or question.place
    if place > len(entries):
        return unknown(subject, key, unit, period, asked)
    chosen = _chosen(entries, place, question.limit)
    what = naming.title(
        replace(subject, partner=WORLD, measure="" if subject.measure == "share" else subject.measure), asked.language
    )
    _say_leader(draft, question, chosen[0], what, period, place)
    _say_entries(
        draft, subject, chosen if question.limit or not place else _around(entries, chosen, place), question, key, unit
    )
    papers(draft, subject, key, chosen[0].found)
    led = chosen[0].found
    value = led.value if place or len(chosen) == 1 else None
    kind = Kind.RANKING
    return draft.answer(
        kind,
        value=value,
        unit=led.unit,
        period=period.text,
        chart=_bars(what, chosen, asked) if len(chosen) > 1 else None,
    )


def _with_partners(key: Key, unit: str, asked: Asked) -> Period | None:
    """The newest full year for which more than one country is told."""
    years = [
        period
        for period in asked.measure.periods(key, unit)
        if period.kind in ("year", "fiscal") and period.start <= asked.today
    ]
    newest = sorted(years, key=lambda period: (period.end, period.start), reverse=True)
    for period in newest[:6]:
        if len(asked.measure.partners(key, unit, period)) > 1:
            return period
    return newest[0] if newest else asked.measure.newest(key, unit)


def _each_partner(subject: Subject, key: Key, unit: str, period: Period, asked: Asked) -> list[Entry]:
    row_unit = "USD" if subject.measure == "unit_value" and unit not in ("USD", "INR") else unit
    entries = []
    for partner in asked.measure.partners(key, row_unit, period):
        own = replace(subject, partner=partner)
        found = asked.measure.measure(own, replace(key, partner=partner), unit, period)
        if isinstance(found, Found):
            entries.append(Entry(partner, found, spans("compare", "en", what=naming.country(partner, asked.language))))
    return entries


def _chosen(entries: list[Entry], place: int, limit: int) -> list[Entry]:
    if limit:
        return entries[:limit]
    return entries[place - 1 : place] if place else entries


def _around(entries: list[Entry], chosen: list[Entry], place: int) -> list[Entry]:
    """The one asked for first, then those that tie with it."""
    return chosen + [entry for entry in entries[place:] if entry.found.value == chosen[0].found.value]


def _say_leader(draft: Draft, question: Ranking, entry: Entry, what: str, period: Period, place: int) -> None:
    parts = {
        "what": what,
        "period": period,
        "leader": listed(entry.said),
        "amount": amount_of(question.subject, entry.found),
    }
    if place > 1:
        draft.say("ranking_place", Style.LEAD, place=place, **parts)
    else:
        draft.say("ranking_low" if question.low else "ranking", Style.LEAD, **parts)


def _say_entries(draft: Draft, subject: Subject, entries: list[Entry], question: Ranking, key: Key, unit: str) -> None:
    shares = not subject.measure and key.indicator in ("imports", "exports")
    for entry in entries:
        draft.rows.append(Row(entry.label, entry.found.value, entry.found.unit, entry.found.period.text))
        amount = amount_of(subject, entry.found)
        share = _share_of(subject, replace(key, partner=entry.label), unit, entry, draft.asked) if shares else None
        if share is not None:
            draft.say("row_share", Style.ROW, label=listed(entry.said), amount=amount, share=share)
        else:
            draft.say("row", Style.ROW, label=listed(entry.said), amount=amount)


def _share_of(subject: Subject, key: Key, unit: str, entry: Entry, asked: Asked) -> Amount | None:
    own = replace(subject, partner=entry.label, measure="share")
    found = asked.measure.measure(own, key, unit, entry.found.period)
    return found.amount() if isinstance(found, Found) else None


def _bars(what: str, entries: Sequence[Entry], asked: Asked) -> Chart:
    found = [entry.found for entry in entries]
    marks = tuple(Mark(naming.country(entry.label, asked.language), entry.found.value) for entry in entries)
    sources = sources_of(found)
    as_of = max((source.published for source in sources if source.published), default=None)
    return Chart("bars", what, found[0].unit, marks, sources, as_of, asked.language)


def _products(question: Ranking, asked: Asked) -> Answer:
    base = replace(question.subject, product="")
    items = tuple(
        name
        for name in ("magnets", "oxides", "metals")
        if name in asked.store.figures.distinct("product", base.indicator or "imports")
    )
    draft, entries, _ = _gather(Compare(base, "product", items), asked)
    if not entries:
        subject, key, unit = settle(base, asked)
        return unknown(subject, key, unit, subject.period, asked)
    entries.sort(key=lambda entry: entry.found.value, reverse=not question.low)
    what = naming.name(naming.INDICATORS, base.indicator or "imports", asked.language)
    _say_leader(draft, question, entries[0], what, entries[0].found.period, 1)
    _rows(draft, base, entries)
    return draft.answer(
        Kind.RANKING,
        value=entries[0].found.value if question.place else None,
        unit=entries[0].found.unit,
        period=entries[0].found.period.text,
    )


def _times(question: Ranking, asked: Asked) -> Answer:
    """Stretches of time by their number."""
    subject, key, unit = settle(question.subject, asked)
    entries, _ = _steps(subject, key, unit, question.by, question.start, question.end, question.count, asked)
    if not entries:
        return unknown(subject, key, unit, question.start, asked)
    count = len(entries)
    entries.sort(key=lambda entry: entry.found.value, reverse=not question.low)
    place = question.place or (0 if question.limit else 1)
    if place > count:
        return unknown(subject, key, unit, None, asked)
    chosen = _chosen(entries, place, question.limit)
    shown = chosen if question.limit else _around(entries, chosen, place)
    draft, language = Draft(asked), asked.language
    first = chosen[0].found
    most = words("least" if question.low else "most", language)
    if place > 1:
        most_said = spans("placed", language, place=place, end=words("bottom" if question.low else "top", language))
    else:
        most_said = spans("compare", "en", what=most)
    draft.say(
        "extreme",
        Style.LEAD,
        period=first.period,
        amount=amount_of(subject, first),
        most=most_said,
        count=count,
        what=naming.title(subject, language),
    )
    _rows(draft, subject, shown, said=bool(question.limit) or len(shown) > 1)
    papers(draft, subject, key, first)
    return draft.answer(Kind.RANKING, value=first.value, unit=amount_of(subject, first).unit, period=first.period.text)


# ---------------------------------------------------------------- over time


def series(question: Series, asked: Asked) -> Answer:
    subject, key, unit = settle(question.subject, asked)
    start = question.start or question.subject.period
    end = question.end or question.subject.period
    entries, lacking = _steps(
        replace(subject, period=None), key, unit, question.step, start, end, question.count, asked
    )
    if not entries:
        return unknown(subject, key, unit, start, asked)
    if question.count == 1:
        return figure(Figure(question.subject.at(entries[-1].found.period)), asked)
    draft, language = Draft(asked), asked.language
    subject = replace(subject, period=None)
    first, last = entries[0].found.period, entries[-1].found.period
    what = naming.title(subject, language)
    value, value_unit = None, entries[0].found.unit
    if question.average or question.total:
        amount = _taken_together(subject, entries, "average" if question.average else "sum")
        value, value_unit = amount.value, amount.unit
        extra = {"count": len(entries)} if question.average else {}
        draft.say(
            "average" if question.average else "total",
            Style.LEAD,
            amount=amount,
            what=what,
            first=first,
            last=last,
            **extra,
        )
    else:
        draft.say("series", Style.LEAD, what=what, first=first, last=last)
    _rows(draft, subject, entries)
    if lacking:
        draft.say("missing_periods", periods=listed(lacking[:8]))
    papers(draft, subject, key, entries[-1].found)
    kind = Kind.SERIES if subject.measure != "share" or question.average else Kind.SERIES
    return draft.answer(
        kind,
        value=value,
        unit=amount_of(subject, entries[0].found).unit if value is None else value_unit,
        period=f"{first.text}..{last.text}",
        chart=_line(what, subject, entries, asked),
    )


def _taken_together(subject: Subject, entries: Sequence[Entry], rule: str) -> Amount:
    terms = tuple(_whole(entry.found) for entry in entries)
    unit = amount_of(subject, entries[0].found).unit
    return Amount(apply(rule, [term.value for term in terms]), unit, terms, rule)


def _whole(found: Found) -> Fact:
    if found.rule == "":
        return found.terms[0]
    of = found.terms
    return Fact(
        found.value, found.unit, found.period.text, of[0].source, found.status, found.key.partner, of, found.rule
    )


def _rows(draft: Draft, subject: Subject, entries: Iterable[Entry], *, said: bool = True) -> None:
    for entry in entries:
        draft.rows.append(Row(entry.label, entry.found.value, entry.found.unit, entry.found.period.text))
        if said:
            draft.say("row", Style.ROW, label=listed(entry.said), amount=amount_of(subject, entry.found))


def _line(what: str, subject: Subject, entries: Sequence[Entry], asked: Asked) -> Chart | None:
    if len(entries) < 2:
        return None
    marks = tuple(Mark(entry.label, entry.found.value, start=entry.found.period.start) for entry in entries)
    sources = sources_of(entry.found for entry in entries)
    as_of = max((source.published for source in sources if source.published), default=None)
    shape = "line" if entries[0].found.unit == "%" else "bars"
    return Chart(shape, what, amount_of(subject, entries[0].found).unit, marks, sources, as_of, asked.language)


def _steps(
    subject: Subject, key: Key, unit: str, step: str, start: Period | None, end: Period | None, count: int, asked: Asked
) -> tuple[list[Entry], list[Period]]:
    """Each step of time with its number, and the steps between that have none."""
    row_unit = "USD" if subject.measure == "unit_value" and unit not in ("USD", "INR") else unit
    step = step or _own_step(start, end, key, row_unit, asked)
    periods = _periods(key, row_unit, step, start, end, asked)
    if count:
        past = [period for period in periods if period.end < asked.today] or periods
        periods = past[-count:]
    entries, lacking = [], []
    for period in periods[-_MOST:]:
        found = asked.measure.measure(subject, key, unit, period)
        if isinstance(found, Found):
            entries.append(Entry(period.text, found, (When(period),)))
        elif not count:
            lacking.append(period)
    inner = [period for period in lacking if entries and (start or entries[0].found.period) <= period]
    return entries, inner if start else [period for period in inner if period <= entries[-1].found.period]


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
    months = 12 if step in ("year", "fiscal") else MONTHS_OF[step]
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


# ---------------------------------------------------------------- side by side


def compare(question: Compare, asked: Asked) -> Answer:
    draft, entries, lacking = _gather(question, asked)
    base, key, unit = settle(_variant(question, question.items[0]), asked)
    if not entries:
        return unknown(base, key, unit, base.period, asked)
    subject = question.subject
    value, value_unit = _lead_of(draft, question, entries, base)
    _rows(draft, base, entries)
    if lacking:
        draft.say("not_held", names=listed([_label_of(question, item, asked) for item in lacking]))
    for entry in entries[:1]:
        papers(draft, base, entry.found.key, entry.found)
    kind = Kind.SERIES if question.across == "period" and not question.how else Kind.FIGURE
    period = entries[0].found.period.text if question.across != "period" else ""
    chart = (
        _bars(naming.title(replace(base, partner=WORLD), asked.language), entries, asked)
        if subject.measure == "" and question.across == "partner"
        else None
    )
    return draft.answer(kind, value=value, unit=value_unit, period=period, chart=chart)


def _gather(question: Compare, asked: Asked) -> tuple[Draft, list[Entry], list[str]]:
    """Each item's number, all in one period when none was said."""
    subjects = {item: settle(_variant(question, item), asked) for item in question.items}
    period = question.subject.period or _common_year(question, subjects, asked)
    entries, lacking = [], []
    for item, (subject, key, unit) in subjects.items():
        when = Period.parse(item) if question.across == "period" else period
        if when is None:
            lacking.append(item)
            continue
        if subject.to_date:
            continue
        found = asked.measure.measure(subject, key, unit, when)
        if isinstance(found, Missing) and key.indicator == "capacity_target" and (newest := asked.measure.newest(key, unit)):
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
        amount = _taken_together(base, entries, "sum")
        draft.say(
            "together", Style.LEAD, amount=amount, names=listed([span for entry in entries for span in entry.said])
        )
        return amount.value, amount.unit
    if question.how == "percent":
        return _percent_of(draft, entries[0], entries[1])
    more, less = sorted(entries[:2], key=lambda entry: entry.found.value, reverse=True)
    terms = (_whole(more.found), _whole(less.found))
    rule = "ratio" if question.how == "ratio" else "points" if unit == "%" else "difference"
    shown = "x" if question.how == "ratio" else "points" if unit == "%" else unit
    amount = Amount(apply(rule, [term.value for term in terms]), shown, terms, rule)
    draft.say(question.how, Style.LEAD, amount=amount, more=listed(more.said), less=listed(less.said))
    return amount.value, "%" if shown == "points" else shown


def _percent_of(draft: Draft, part: Entry, whole: Entry) -> tuple[float, str]:
    terms = (_whole(part.found), _whole(whole.found))
    amount = Amount(apply("share", [term.value for term in terms]), "%", terms, "share")
    draft.say("percent_of", Style.LEAD, amount=amount, part=listed(part.said), whole=listed(whole.said))
    return amount.value, "%"


def _headline(question: Compare, base: Subject, asked: Asked) -> tuple[Span, ...]:
    subject = replace(base, partner=WORLD) if question.across == "partner" and base.measure != "share" else base
    what = naming.title(subject, asked.language)
    period = () if question.across == "period" or base.period is None else (base.period,)
    return listed([what, *period])
