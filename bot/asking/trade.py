"""Answers about one number: how much, what share, at what price; with its papers, and what stands beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.asking import naming
from bot.asking.answers import Amount, Answer, Kind, Quote, Row, Span, Style
from bot.asking.countries import WORLD
from bot.asking.drafting import Asked, Draft
from bot.asking.indicators import FLOWS, STOCKS
from bot.asking.measuring import Formula, Found, Key, Missing, Request, as_fact, fact
from bot.asking.questions import Change, Figure, Ranking, Series, Subject
from bot.asking.rules import apply
from bot.asking.wording import listed, spans, words
from storage.periods import Period, month_end, month_start, named

if TYPE_CHECKING:
    from bot.asking.answers import Fact
    from storage.records import Figure as Cited
    from storage.records import FigureStatus

_FEW = 6  # of what is added up, how many are named one by one
_UNIT_NAMES = {
    "USD": {"en": "dollars", "hi": "डॉलर"},
    "INR": {"en": "rupees", "hi": "रुपये"},
    "t": {"en": "tonnes", "hi": "टन"},
    "tpa": {"en": "tonnes a year", "hi": "टन प्रति वर्ष"},
    "%": {"en": "per cent", "hi": "प्रतिशत"},
}


def figure(question: Figure, asked: Asked) -> Answer:
    """One number."""
    subject, key, unit = settle(question.subject, asked)
    measure = asked.measure
    period = subject.period or measure.newest(key, row_unit(subject, unit))
    if period is None:
        return unknown(subject, key, unit, None, asked)
    if subject.to_date:
        return _to_date(subject, key, unit, period, asked)
    found = measure.measure(subject, key, unit, period)
    if isinstance(found, Missing):
        return _without(subject, key, unit, period, found, asked)
    draft = Draft(asked)
    _lead(draft, subject, found)
    _beside(draft, subject, key, found)
    if question.subject.period is None:
        draft.say("newest" if key.indicator in FLOWS else "newest_of", Style.SMALL)
        _since_then(draft, subject, key, unit, found)
    papers(draft, key, found)
    _offers(draft, subject, found)
    return _finish(draft, subject, found)


def settle(subject: Subject, asked: Asked) -> tuple[Subject, Key, str]:
    """The subject with everything named, its key, and the unit it is answered in."""
    key = asked.measure.key(subject)
    unit = asked.measure.unit(key, subject)
    full = replace(
        subject,
        indicator=key.indicator,
        product=key.products[0] if len(key.products) == 1 else key.code,
        partner=key.partner,
    )
    if full.measure == "share" and key.partner == WORLD and not full.apart:
        full = replace(full, measure="")
    return full, key, unit


def row_unit(subject: Subject, unit: str) -> str:
    """The unit of a row of data: money over weight is told in its money."""
    return "USD" if subject.measure == "unit_value" and unit not in ("USD", "INR") else unit


def _lead(draft: Draft, subject: Subject, found: Found) -> None:
    language = draft.asked.language
    draft.say(
        "figure",
        Style.LEAD,
        amount=amount_of(subject, found),
        what=naming.title(subject, language),
        period=found.period,
        status=status(found.status, language),
    )
    draft.rows.append(Row(_label(subject, found), found.value, found.unit, found.period.text))
    if subject.indicator == "balance":
        draft.say("imports_exceed" if found.value >= 0 else "exports_exceed")


def amount_of(subject: Subject, found: Found) -> Amount:
    """A price row in dollars or rupees is per kg unless its note says otherwise."""
    amount = found.amount()
    if subject.indicator == "price" and found.unit in ("USD", "INR") and not _by_the_tonne(found):
        return replace(amount, unit=f"{found.unit}/kg")
    return amount


def _by_the_tonne(found: Found) -> bool:
    return any(word in row.note.casefold() for row in found.rows for word in ("per tonne", "per t,", "a tonne"))


def _label(subject: Subject, found: Found) -> str:
    return subject.partner if subject.partner != WORLD or subject.indicator not in FLOWS else found.period.text


def status(of: FigureStatus, language: str) -> tuple[Span, ...]:
    return spans("status", language, status=naming.name(naming.STATUSES, of, language))


# ---------------------------------------------------------------- beside it


def _beside(draft: Draft, subject: Subject, key: Key, found: Found) -> None:
    """How it was computed, the other unit, the sources that disagree, and what was said before."""
    language = draft.asked.language
    if subject.measure == "share":
        part, whole = _terms(found)
        draft.say(
            "share_basis",
            part=part,
            whole=whole,
            basis=words("by_quantity" if part.unit in ("t", "kg") else "by_value", language),
        )
    elif subject.measure == "unit_value":
        money, quantity = _terms(found)
        draft.say("unit_value", money=money, quantity=quantity)
    elif found.rule == "difference":
        first, second = _terms(found)
        draft.say("compare", what=listed([first, " − ", second], gap=""))
    elif found.rule.startswith("conversion"):
        given, rate = found.terms
        draft.say("converted", amount=_as_amount(given), rate=_as_amount(rate), source=Quote(rate.source.title))
    else:
        _other_units(draft, subject, key, found)
    other_sources(draft, found)
    _before(draft, found)


def _terms(found: Found) -> tuple[Amount, Amount]:
    first, second = found.terms[:2]
    return _as_amount(first), _as_amount(second)


def _as_amount(one: Fact) -> Amount:
    return Amount(one.value, one.unit, one.of or (one,), "sum" if one.of else "")


def _other_units(draft: Draft, subject: Subject, key: Key, found: Found) -> None:
    if subject.indicator == "price":
        return
    measure = draft.asked.measure
    held = measure.units(key)
    formulas = [
        measure.formula(subject, key, unit, found.period)
        for unit in ("USD", "t", "INR", "tpa", "%")
        if unit != found.unit and unit in held
    ]
    amounts = [other[0].amount() for formula in formulas if isinstance(other := measure.solve([formula]), list)]
    if subject.unit == "kg" and found.unit == "t":
        whole = as_fact(found)
        amounts.insert(0, Amount(apply("kilograms", [whole.value]), "kg", (whole,), "kilograms"))
    if amounts:
        draft.say("also", amounts=listed(amounts))


def other_sources(draft: Draft, found: Found) -> None:
    """Sources that disagree, side by side; those that agree stand among the sources."""
    language = draft.asked.language
    for row in found.terms_beside[:_FEW]:
        draft.say(
            "beside_term",
            Style.BESIDE,
            partner=naming.country(row.partner, language),
            amount=Amount(row.value, row.unit, (fact(row),)),
            status=naming.name(naming.STATUSES, row.status, language),
            source=Quote(row.source.title or row.source.url),
        )
    for row in found.beside:
        if abs(row.value - found.value) > 1e-6 * max(abs(found.value), 1):
            said = naming.name(naming.STATUSES, row.status, language)
            draft.say(
                "beside",
                Style.BESIDE,
                amount=Amount(row.value, row.unit, (fact(row),)),
                status=said,
                source=_titled(row.source.title or row.source.url, row.note),
            )
        else:
            draft.cite(row.source)


def _titled(title: str, note: str) -> tuple[Span, ...]:
    """A source's title and what it says of its number, with one stop between."""
    return listed([Quote(part) for part in (title, note) if part], gap=" " if title.endswith((".", "?", "!")) else ". ")


def _before(draft: Draft, found: Found) -> None:
    """What the same source said before, of a number that is a row."""
    for row in found.rows if len(found.rows) <= 2 else ():
        for old in draft.asked.measure.revisions(row)[:2]:
            amount = Amount(old.value, old.unit, (fact(old),))
            said = naming.name(naming.STATUSES, old.status, draft.asked.language)
            if old.source.published:
                draft.say("revised", Style.BESIDE, amount=amount, status=said, when=old.source.published)
            else:
                draft.say("revised_undated", Style.BESIDE, amount=amount, status=said)


def _since_then(draft: Draft, subject: Subject, key: Key, unit: str, found: Found) -> None:
    """A newer part-year beside the newest full year."""
    if key.indicator not in ("imports", "exports", "balance") or subject.measure == "unit_value":
        return
    first = Period.day(found.period.end).end
    whole = named(_next_day(first), _year_on(first))
    there = (
        draft.asked.measure.covered(Request(key, "t" if unit == "t" else unit, whole))
        if not subject.measure and not subject.apart and key.indicator != "balance"
        else None
    )
    if there is not None:
        draft.say("newer_part", Style.BESIDE, amount=there.amount(), period=there.period)


def _next_day(day: date) -> date:
    return day + timedelta(days=1)


def _year_on(day: date) -> date:
    return month_end(month_start(day.year + 1, day.month))


def papers(draft: Draft, key: Key, found: Found) -> None:
    """What was added up, what stands for a code, and what the source counts."""
    if found.added_up:
        added_up(draft, found)
    if key.code and len(key.products) == 1:
        draft.say(
            "by_code",
            Style.SMALL,
            code=Quote(naming.product(key.code, draft.asked.language)),
            product=naming.product(key.products[0], draft.asked.language),
        )
    elif key.code:
        draft.say(
            "summed_products", Style.SMALL, parts=listed([Quote(naming.product(part, "en")) for part in key.products])
        )
    notes = list(dict.fromkeys(row.note for row in found.rows if row.note))
    if notes:
        _note(draft, notes[0], Style.SMALL)
    elif "magnets" in key.products and key.indicator in ("imports", "exports", "balance"):
        draft.say("no_code", Style.SMALL)


def added_up(draft: Draft, found: Found) -> None:
    """Which rows a sum is of."""
    sums = [each for each in found.sums if not each.exact]
    periods = list(dict.fromkeys(row.period for row in sums[0].rows))
    if len(periods) < 2:
        return
    parts = periods if len(periods) <= _FEW else [periods[0], periods[-1]]
    draft.say("summed", Style.SMALL, parts=listed(parts, gap=", " if len(periods) <= _FEW else " … "))


def _note(draft: Draft, note: str, style: Style) -> None:
    if note:
        draft.say("basket", style, note=Quote(note))


# ---------------------------------------------------------------- not quite what was asked


def _to_date(subject: Subject, key: Key, unit: str, period: Period, asked: Asked) -> Answer:
    """As much of a period as the record holds."""
    plain = replace(subject, to_date=False)
    whole = asked.measure.covered(
        Request(
            key if key.indicator != "balance" else replace(key, indicator="imports"), row_unit(subject, unit), period
        )
    )
    if whole is None:
        return unknown(plain, key, unit, period, asked)
    found = asked.measure.measure(plain, key, unit, whole.period)
    if isinstance(found, Missing):
        return unknown(plain, key, unit, period, asked)
    draft = Draft(asked)
    _lead(draft, plain, found)
    _beside(draft, plain, key, found)
    draft.say("to_date", last=_last_month(found.period))
    papers(draft, key, found)
    return _finish(draft, plain, found)


def _last_month(period: Period) -> Period:
    return Period.month(period.end.year, period.end.month)


def _without(subject: Subject, key: Key, unit: str, period: Period, missing: Missing, asked: Asked) -> Answer:
    """No such number: another unit, a part of the period, or what comes nearest."""
    other = _in_other_unit(subject, key, unit, period, asked)
    if other is not None:
        return other
    if missing.why == "no_common" and subject.measure:
        return _apart(subject, key, unit, period, asked)
    if missing.part is not None and missing.part.period.start == period.start:
        return _partly(subject, key, unit, period, missing.part, asked)
    return unknown(subject, key, unit, period, asked, part=missing.part)


def _apart(subject: Subject, key: Key, unit: str, period: Period, asked: Asked) -> Answer:
    """Both numbers are there, of different sources: each with its papers, and nothing computed of them."""
    draft = Draft(asked)
    draft.say("unknown_figure", what=naming.title(subject, asked.language), period=period)
    draft.say("no_common")
    for request in asked.measure.formula(subject, key, unit, period).requests:
        found = asked.measure.solve([Formula((request,), "", request.unit)])
        if isinstance(found, list):
            name = naming.country(request.key.partner, asked.language)
            draft.say("row", Style.ROW, label=name, amount=found[0].amount())
            draft.rows.append(Row(request.key.partner, found[0].value, found[0].unit, period.text))
    if subject.measure == "unit_value" and subject.partner == WORLD:
        _offer_partners(draft, subject, key, unit, period)
    return draft.answer(Kind.UNKNOWN, gap=True)


def _offer_partners(draft: Draft, subject: Subject, key: Key, unit: str, period: Period) -> None:
    """Countries for which the same number can be told."""
    measure = draft.asked.measure
    for name in measure.partners(key, row_unit(subject, unit), period)[:3]:
        own, its = replace(subject, partner=name, period=period), replace(key, partner=name)
        found = measure.measure(own, its, unit, period)
        if isinstance(found, Found):
            amount = amount_of(own, found)
            draft.say("row", Style.ROW, label=naming.title(own, draft.asked.language), amount=amount)
            draft.offer(naming.title(own, draft.asked.language), Figure(own))


def _in_other_unit(subject: Subject, key: Key, unit: str, period: Period, asked: Asked) -> Answer | None:
    """Rupees that nobody gave are answered in dollars, tonnes that nobody gave in money; and it says so."""
    if subject.measure:
        return None
    for other in ("USD", "INR", "t", "tpa", "%"):
        found = asked.measure.solve([asked.measure.formula(subject, key, other, period)]) if other != unit else None
        if isinstance(found, list):
            return _instead(subject, key, unit, found[0], asked)
    return None


def _instead(subject: Subject, key: Key, wanted: str, found: Found, asked: Asked) -> Answer:
    draft, language = Draft(asked), asked.language
    _lead(draft, subject, found)
    money = {wanted, found.unit} == {"USD", "INR"}
    said, given = (_unit_name(unit, language) for unit in (wanted, found.unit))
    if money:
        draft.say("no_rate", period=found.period, wanted=said, given=given)
    else:
        draft.say("instead", wanted=said, given=given)
    other_sources(draft, found)
    papers(draft, key, found)
    return _finish(draft, subject, found, wrong_unit=wanted in ("t", "tpa", "%") or found.unit in ("t", "tpa", "%"))


def _unit_name(unit: str, language: str) -> str:
    return naming.name(_UNIT_NAMES, unit, language)


def _partly(subject: Subject, key: Key, unit: str, period: Period, part: Found, asked: Asked) -> Answer:
    """A period that the record covers only in part: which part is there, and its number."""
    found = asked.measure.measure(subject, key, unit, part.period)
    if isinstance(found, Missing):
        return unknown(subject, key, unit, period, asked)
    draft = Draft(asked)
    _lead(draft, subject, found)
    draft.say("partly", asked=period, there=found.period)
    draft.say("to_date", last=_last_month(found.period))
    _beside(draft, subject, key, found)
    papers(draft, key, found)
    return _finish(draft, subject, found)


def unknown(
    subject: Subject, key: Key, unit: str, period: Period | None, asked: Asked, part: Found | None = None
) -> Answer:
    """No figure: the nearest of a past period with its papers, marked as such; of a future, how far the record goes."""
    draft, language = Draft(asked), asked.language
    what = naming.title(subject, language)
    if period is None:
        draft.say("unknown_figure_at_all", what=what)
        _held_for(draft, key)
        return draft.answer(Kind.UNKNOWN, gap=True)
    draft.say("unknown_figure", what=what, period=period)
    _told_of_year(draft, subject, key, unit, period)
    told = row_unit(subject, unit)
    near = part or asked.measure.nearest(subject, key, told if subject.measure != "unit_value" else unit, period)
    if near is None:
        _held_for(draft, key)
    elif period.start > asked.today:
        draft.say("nearest_future", period=asked.measure.reach(key) or near.period)
        draft.cite(*(row.source for row in near.rows))
    else:
        draft.say(
            "nearest",
            amount=amount_of(subject, near),
            period=near.period,
            status=naming.name(naming.STATUSES, near.status, language),
        )
        _part_of_it(draft, subject, key, period, near)
        draft.offer(f"{what}, {near.period.text}", Figure(replace(subject, period=near.period)))
    return draft.answer(Kind.UNKNOWN, gap=True)


def _part_of_it(draft: Draft, subject: Subject, key: Key, period: Period, near: Found) -> None:
    """A stretch within the period that the record has in whatever unit, where the nearest is another period."""
    if subject.measure or subject.apart or key.indicator == "balance":
        return
    for unit in draft.asked.measure.units(key):
        part = draft.asked.measure.covered(Request(key, unit, period))
        if part is not None and part.period != near.period:
            draft.say("part_of_it", Style.BESIDE, amount=part.amount(), period=part.period, asked=period)
            return


def _told_of_year(draft: Draft, subject: Subject, key: Key, unit: str, period: Period) -> None:
    """A fiscal year's number whose note says that somebody gives it under the calendar year that was asked for."""
    if period.kind != "year" or subject.measure:
        return
    shelf = draft.asked.store.figures
    fiscals = (Period.fiscal(period.start.year - 1), Period.fiscal(period.start.year))
    rows = [
        row
        for fiscal in fiscals
        for row in shelf.select(key.indicator, product=key.products[0], partner=key.partner, unit=unit, period=fiscal)
        if f"in {period.text}" in row.note
    ]
    told: dict[tuple[float, Period], list[Cited]] = {}
    for row in rows:
        told.setdefault((row.value, row.period), []).append(row)
    for (value, fiscal), same in told.items():
        draft.say(
            "fiscal_too",
            Style.BESIDE,
            amount=Amount(value, unit, (fact(same[0]),)),
            period=fiscal,
            year=period,
            names=listed([Quote(row.source.title or row.source.url) for row in same], gap="; "),
        )
        _note(draft, same[0].note, Style.SMALL)
        draft.cite(*(row.source for row in same))


def _held_for(draft: Draft, key: Key) -> None:
    """For whom the record does have this number."""
    if key.indicator == "balance":
        return
    shelf = draft.asked.store.figures
    others = [name for name in shelf.distinct("partner", key.indicator) if name not in (WORLD, key.partner)]
    partners = [name for name in others if shelf.units(key.indicator, key.products[0], name)][:8]
    if partners:
        draft.say("held_for", names=listed([naming.country(name, draft.asked.language) for name in partners]))


# ---------------------------------------------------------------- the end of it


def _offers(draft: Draft, subject: Subject, found: Found) -> None:
    hindi = draft.asked.language == "hi"
    if subject.indicator in ("imports", "exports") and subject.partner == WORLD and not subject.measure:
        draft.offer("देशवार" if hindi else "By country", Ranking(replace(subject, partner="", period=found.period)))
    if subject.indicator not in STOCKS:
        draft.offer("वर्षवार" if hindi else "By year", Series(replace(subject, period=None), "year"))
        draft.offer(
            "पिछले वर्ष से बदलाव" if hindi else "Change on the year", Change(replace(subject, period=found.period))
        )


def _finish(draft: Draft, subject: Subject, found: Found, *, wrong_unit: bool = False) -> Answer:
    kind = Kind.SHARE if subject.measure == "share" else Kind.FIGURE
    value, unit = found.value, amount_of(subject, found).unit
    return draft.answer(kind, value=None if wrong_unit else value, unit=unit, period=found.period.text)
