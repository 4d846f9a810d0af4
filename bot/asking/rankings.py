"""Answers about who or when is the most: countries, products or stretches of time in order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.asking import naming
from bot.asking.answers import Amount, Answer, Kind, Row, Style
from bot.asking.comparisons import gather
from bot.asking.countries import WORLD
from bot.asking.drafting import Asked, Draft
from bot.asking.histories import steps
from bot.asking.measuring import Found, Key
from bot.asking.orders import Entry, bars, is_beyond, said_bound, say_rows
from bot.asking.questions import Compare, Ranking, Subject
from bot.asking.trade import amount_of, papers, row_unit, settle, unknown
from bot.asking.wording import Filling, listed, spans, words

if TYPE_CHECKING:
    from storage.periods import Period


# ---------------------------------------------------------------- rankings


_MOST = 25  # countries that a list shows


def ranking(question: Ranking, asked: Asked) -> Answer:
    if question.by == "partner":
        return _partners(question, asked)
    if question.by == "product":
        return _products(question, asked)
    if question.subject.measure == "cost":
        return _both_costs(question, asked)
    return _times(question, asked)


def _partners(question: Ranking, asked: Asked) -> Answer:
    """Countries by their number, in a period that has them."""
    apart = question.subject.partner if question.subject.apart else ""
    subject, key, unit = settle(replace(question.subject, partner="", apart=False), asked)
    subject = replace(subject, measure=question.subject.measure)
    period = subject.period or _with_partners(key, row_unit(subject, unit), asked)
    entries = _each_partner(subject, key, unit, period, asked, low=question.low) if period else []
    entries = [entry for entry in entries if entry.label != apart]
    partners = asked.measure.partners(key, row_unit(subject, unit), period) if period else []
    count = sum(partner != apart for partner in partners)
    place = _place_of(question, entries)
    if period is None or not entries or place > len(entries):
        return unknown(subject, key, unit, period, asked)
    chosen = [entry for entry in _chosen(entries, place, question.limit) if is_beyond(entry.found.value, question)]
    if question.above is not None or question.below is not None:
        return _beyond(question, subject, key, unit, entries, chosen, asked)
    draft, led = Draft(asked), chosen[0].found
    what = _what(replace(subject, partner=apart, apart=bool(apart)), asked)
    _say_leader(draft, question, chosen[0], what, period, place, count)
    shown = _around(entries, chosen, place) if place and not question.limit else chosen[:_MOST]
    _say_entries(draft, subject, shown, key, unit)
    if not place and not question.limit and count > 1:
        draft.say("countries_told", count=count)
    papers(draft, key, led)
    chart = bars(what, shown, asked) if len(shown) > 1 else None
    return draft.answer(
        Kind.RANKING, value=led.value if place else None, unit=led.unit, period=period.text, chart=chart
    )


def _beyond(
    question: Ranking, subject: Subject, key: Key, unit: str, entries: list[Entry], chosen: list[Entry], asked: Asked
) -> Answer:
    """The countries that lie over, or under, the bound that was said."""
    draft, first = Draft(asked), entries[0].found
    bound = said_bound(question, first.unit, asked.language)
    what = listed([_what(subject, asked), first.period])
    draft.say(
        "beyond" if chosen else "beyond_none", Style.LEAD, count=len(chosen), all=len(entries), what=what, bound=bound
    )
    _say_entries(draft, subject, chosen, key, unit)
    papers(draft, key, first)
    return draft.answer(Kind.RANKING, value=None, unit=first.unit, period=first.period.text)


def _place_of(question: Ranking, entries: list[Entry]) -> int:
    """The place that is asked for: by its number, or that of the country whose rank is asked."""
    subject = question.subject
    one = subject.partner if subject.partner not in ("", WORLD) and not subject.apart else ""
    return next((at for at, entry in enumerate(entries, start=1) if entry.label == one), 0) or question.place


def _what(subject: Subject, asked: Asked) -> str:
    measure = "" if subject.measure == "share" else subject.measure
    partner = subject.partner if subject.apart else WORLD
    return naming.title(replace(subject, partner=partner, measure=measure), asked.language)


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


def _each_partner(subject: Subject, key: Key, unit: str, period: Period, asked: Asked, *, low: bool) -> list[Entry]:
    """Every country that has the number, the largest first; with `low` the smallest. Of very many, the first few."""
    measure = asked.measure
    formula = measure.formula(replace(subject, partner="*"), replace(key, partner="*"), unit, period)
    measure.fetch(formula)
    partners = measure.partners(key, row_unit(subject, unit), period)
    entries = []
    for partner in measure.leaders(formula, partners, 2 * _MOST, low=low):
        found = measure.measure(replace(subject, partner=partner), replace(key, partner=partner), unit, period)
        if isinstance(found, Found):
            entries.append(Entry(partner, found, spans("compare", "en", what=naming.country(partner, asked.language))))
    return sorted(entries, key=lambda entry: entry.found.value, reverse=not low)


def _chosen(entries: list[Entry], place: int, limit: int) -> list[Entry]:
    if limit:
        return entries[:limit]
    return entries[place - 1 : place] if place else entries


def _around(entries: list[Entry], chosen: list[Entry], place: int) -> list[Entry]:
    """The one asked for first, then those that tie with it."""
    return chosen + [entry for entry in entries[place:] if entry.found.value == chosen[0].found.value]


def _say_leader(
    draft: Draft, question: Ranking, entry: Entry, what: str, period: Period, place: int, count: int
) -> None:
    """Who stands at the place asked for; of one alone, that no other is known."""
    if count == 1:
        draft.say(
            "ranking_only",
            Style.LEAD,
            what=what,
            period=period,
            leader=listed(entry.said),
            amount=amount_of(question.subject, entry.found),
        )
        return
    parts: dict[str, Filling] = {
        "what": what,
        "period": period,
        "leader": listed(entry.said),
        "amount": amount_of(question.subject, entry.found),
    }
    if place > 1:
        draft.say("ranking_place", Style.LEAD, place=place, **parts)
    else:
        draft.say("ranking_low" if question.low else "ranking", Style.LEAD, **parts)


def _say_entries(draft: Draft, subject: Subject, entries: list[Entry], key: Key, unit: str) -> None:
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


def _products(question: Ranking, asked: Asked) -> Answer:
    base = replace(question.subject, product="")
    items = tuple(
        name
        for name in ("magnets", "oxides", "metals")
        if name in asked.store.figures.distinct("product", base.indicator or "imports")
    )
    draft, entries, _ = gather(Compare(base, "product", items), asked)
    if not entries:
        subject, key, unit = settle(base, asked)
        return unknown(subject, key, unit, subject.period, asked)
    entries.sort(key=lambda entry: entry.found.value, reverse=not question.low)
    what = naming.name(naming.INDICATORS, base.indicator or "imports", asked.language)
    _say_leader(draft, question, entries[0], what, entries[0].found.period, 1, len(entries))
    say_rows(draft, base, entries)
    return draft.answer(
        Kind.RANKING,
        value=entries[0].found.value if question.place else None,
        unit=entries[0].found.unit,
        period=entries[0].found.period.text,
    )


def _both_costs(question: Ranking, asked: Asked) -> Answer:
    """The priciest stretch of time by its bill and by the kilo: which of the two was meant is not said, so both are told."""
    place = max(question.place, 1)
    told: list[tuple[Subject, Key, Entry, int]] = []
    for measure in ("", "unit_value"):
        subject, key, unit = settle(replace(question.subject, measure=measure), asked)
        entries, _ = steps(subject, key, unit, question.by, question.start, question.end, question.count, asked)
        entries.sort(key=lambda entry: entry.found.value, reverse=not question.low)
        if len(entries) >= place:
            told.append((subject, key, entries[place - 1], len(entries)))
    if not told:
        return _times(replace(question, subject=replace(question.subject, measure="")), asked)
    draft, language = Draft(asked), asked.language
    most = spans("compare", "en", what=words("least" if question.low else "most", language))
    for at, (subject, _, entry, count) in enumerate(told):
        style = Style.ROW if at else Style.LEAD
        what = naming.title(subject, language)
        amount = amount_of(subject, entry.found)
        draft.say("extreme", style, period=entry.found.period, amount=amount, most=most, count=count, what=what)
        if entry.label not in [row.label for row in draft.rows]:
            draft.rows.append(Row(entry.label, entry.found.value, entry.found.unit, entry.label))
    papers(draft, told[0][1], told[0][2].found)
    return draft.answer(
        Kind.RANKING, value=None, unit=amount_of(told[0][0], told[0][2].found).unit, period=told[0][2].label
    )


def _times(question: Ranking, asked: Asked) -> Answer:
    """Stretches of time by their number."""
    subject, key, unit = settle(question.subject, asked)
    entries, _ = steps(subject, key, unit, question.by, question.start, question.end, question.count, asked)
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
        "extreme" if count > 1 else "extreme_only",
        Style.LEAD,
        period=first.period,
        amount=amount_of(subject, first),
        most=most_said,
        count=count,
        what=naming.title(subject, language),
    )
    say_rows(draft, subject, shown, said=bool(question.limit) or len(shown) > 1)
    papers(draft, key, first)
    return draft.answer(Kind.RANKING, value=first.value, unit=amount_of(subject, first).unit, period=first.period.text)
