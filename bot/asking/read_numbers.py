"""Reads questions of figures: which number (indicator, product, partner, period, unit, measure), and what is asked of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.asking.countries import INDIA, WORLD
from bot.asking.knowledge import stem
from bot.asking.numbers import limit
from bot.asking.questions import (
    Change,
    Clarify,
    Compare,
    Figure,
    OfFigures,
    Question,
    Ranking,
    Series,
    Subject,
    Unknown,
)
from bot.asking.words import folded
from storage.periods import Period

if TYPE_CHECKING:
    from bot.asking.context import Context
    from bot.asking.countries import Country
    from bot.asking.parts import Parts
    from bot.asking.when import Time

TRADE = ("imports", "exports", "balance")
# Shares and dependences: what is counted in per cent and cannot be added up.
RATES = ("import_dependence", "processing_share", "reserves_share", "price", "exchange_rate")
_STOCKS = ("reserves", "outlay", "capacity_target", "subsidy", "incentive")
# Of two indicators in one question the one that says more: 'imports' stands in 'share of demand met by imports' too.
_RANKS = (
    "import_dependence", "processing_share", "reserves_share", "exchange_rate", "balance", "exports", "imports", "reserves", "mine_output",
    "outlay", "subsidy", "incentive", "demand", "demand_growth", "bids", "beneficiaries", "price",
)  # fmt: skip
_FOLLOWED = (Figure, Change, Ranking, Series, Compare)
Followed = tuple[Question, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Span:
    """The times of a question, told apart by what they do."""

    points: tuple[Period, ...] = ()
    first: Period | None = None  # of a range
    last: Period | None = None
    since: Period | None = None
    count: int = 0  # the last so many
    step: str = ""
    to_date: bool = False
    year_before: bool = False
    newest: str = ""  # the newest of these steps

    @property
    def said(self) -> bool:
        return bool(self.points or self.first or self.since or self.count or self.year_before)

    @property
    def long(self) -> bool:
        return bool(self.first or self.since or self.count)


def has_subject(parts: Parts) -> bool:
    """Whether it says by itself which number it is about."""
    return parts.has("indicator") or bool(parts.codes) or _is_about_outlay(parts) or bool(_open_indicator(parts))


def _is_about_outlay(parts: Parts) -> bool:
    """'How many crores is the scheme?'"""
    money = (
        parts.has("unit", "USD", "INR")
        or parts.has("scale")
        or parts.has("measure", "value")
        or parts.has("indicator", "price")
    )
    return parts.has("scheme") and money and all(mark.value == "price" for mark in parts.all("indicator"))


def stands(parts: Parts) -> bool:
    """Whether it can be answered with nothing before it."""
    if has_subject(parts):
        return True
    if any(mark.start == 0 for mark in parts.all("talk", "goes_on")) or parts.has("talk", "refers"):
        return False
    if parts.unread or parts.has("topic", "controls"):
        return False
    dated = bool(parts.times) or bool(parts.countries)
    if parts.countries or parts.has("product") or (parts.has("measure", "unit_value", "share") and dated):
        return True
    return _is_about_trade(parts)


def _is_about_trade(parts: Parts) -> bool:
    """Without a word for it, what is measured and dated, ranked or followed through time is our imports; when all of it was read."""
    if parts.unread or parts.has("topic", "milestones", "plants", "capacity", "controls"):
        return False
    if parts.has("axis", "partner") and (parts.has("extreme") or parts.has("op") or parts.has("place")):
        return True
    measured = parts.has("unit") or parts.has("scale") or parts.has("measure")
    asked = parts.has("op", "change", "growth", "average", "rank") or parts.has("step") or parts.has("total")
    asked = (
        asked or (parts.has("extreme") and bool(parts.free_units)) or (parts.has("flow") and parts.has("ask", "much"))
    )
    asked = asked or parts.has("firm")
    asked = asked or (parts.has("op", "difference", "compare") and len(parts.times) > 1)
    dated = any(time.period or time.count for time in parts.times)
    return dated and (measured or asked)


def fresh(parts: Parts) -> Question | None:
    """A question that stands by itself; None when it is about no number of ours."""
    if not stands(parts):
        return None
    return _misread(parts) or _compose(
        parts, _subject(parts, Subject(), _span(parts, Subject())), _span(parts, Subject()), None
    )


def follow(parts: Parts, before: Question, context: Context) -> Followed | None:
    """The question before, with what this one replaces, and the names of what was kept of it."""
    if not isinstance(before, _FOLLOWED) or _is_other(parts):
        return None
    wrong = _misread(parts)
    if wrong is not None:
        return wrong, ()
    base = _focused(before, parts, context)
    span = _span(parts, base)
    if isinstance(before, Series) and not span.said and _is_bare(parts, "average", "sum"):
        taken = replace(before, average=parts.has("op", "average"), total=not parts.has("op", "average"))
        return taken, _kept(before.subject, before.subject)
    if isinstance(before, Compare) and not span.said and _is_bare(parts, "difference", "ratio", "sum"):
        how = next((name for name in ("ratio", "sum") if parts.has("op", name)), "difference")
        return replace(before, how=how), _kept(before.subject, before.subject)
    subject = _subject(parts, base, span)
    question = _against(parts, base, subject, span) or _compose(parts, subject, span, before)
    return question, _kept(before.subject, subject)


def _is_bare(parts: Parts, *operations: str) -> bool:
    """'Average?', 'total?': what is to be done with the numbers just told, and no other number."""
    said = parts.has("op", *operations) or (parts.has("total") and "sum" in operations)
    return said and not (parts.countries or parts.has("indicator") or parts.has("product") or parts.has("unit"))


def _against(parts: Parts, base: Subject, subject: Subject, span: Span) -> Question | None:
    """'How does that compare with 2022?' sets the period spoken of against another."""
    points_back = parts.has("talk", "refers") or any(word in ("that", "this", "it") for word in parts.spelt)
    weighs = parts.has("op", "compare", "difference", "change") and points_back
    if not weighs or base.period is None or len(span.points) != 1 or span.long or span.points[0] == base.period:
        return None
    first, last = sorted((base.period, span.points[0]))
    return Change(subject.at(last), first, percent=_percent(parts))


def _is_other(parts: Parts) -> bool:
    """Whether it is about the plan after all."""
    return parts.has("topic", "milestones", "plants", "controls", "news") or parts.has(
        "ask", "overdue", "slipped", "late_done"
    )


def _focused(before: OfFigures, parts: Parts, context: Context) -> Subject:
    """'How much did they supply?' after a ranking is about the one that led."""
    subject = before.subject
    if isinstance(before, Ranking) and context.focus and parts.has("talk", "refers"):
        if context.focus_kind == "partner":
            return replace(subject, partner=context.focus)
        if context.focus_kind == "period":
            return subject.at(Period.parse(context.focus))
    if isinstance(before, Change) and subject.period is None and before.since:
        return subject
    return subject


def _kept(before: Subject, now: Subject) -> tuple[str, ...]:
    names = ("indicator", "product", "partner", "period", "unit")
    return tuple(name for name in names if getattr(before, name) and getattr(before, name) == getattr(now, name))


# ---------------------------------------------------------------- what is not ours


def _misread(parts: Parts) -> Question | None:
    """Something unread, where it would change the answer."""
    reporter = _reporter(parts)
    if reporter:
        return Unknown("other_country", about=reporter, near=Figure(Subject("imports", partner=reporter)).command)
    stranger = _stranger(parts)
    if stranger is not None:
        why, about = stranger
        return Unknown(why, about=about, near=Figure(Subject(parts.value("indicator") or "imports")).command)
    return None


def _reporter(parts: Parts) -> str:
    """Another country whose own trade is asked for: 'Japan's imports', 'did Japan import', 'जापान ने आयात किया'."""
    if not parts.has("indicator", "imports", "exports") or parts.has("measure", "share"):
        return ""
    own = parts.all("side", "own")
    if own and not any(parts.word(mark.start - 1) == "from" for mark in own):
        return ""
    return next((country.name for country in parts.countries if _acts(parts, country)), "")


def _acts(parts: Parts, country: Country) -> bool:
    before, after = parts.word(country.start - 1), parts.word(country.end)
    trades = any(mark.start == country.end for mark in parts.all("indicator", "imports", "exports"))
    if after in ("ne", "ने"):
        return True
    if (
        parts.words[country.end - 1].possessive
        or after in ("ka", "का", "ke", "के")
        and parts.has("indicator", "exports")
    ):
        return (
            any(0 <= mark.start - country.end <= 3 for mark in parts.all("indicator", "imports", "exports"))
            and not country.people
        )
    return (
        trades
        and before in ("did", "does", "has", "will", "would", "can")
        or (before == "by" and any(mark.end == country.start - 1 for mark in parts.all("indicator")))
    )


def _stranger(parts: Parts) -> tuple[str, str] | None:
    """A word that nobody reads, where a country or a product stands."""
    for at in sorted(parts.unread):
        if parts.words[at].text.isdecimal():
            continue
        if _in_partner_place(parts, at):
            return "no_partner", parts.words[at].raw
        if _in_product_place(parts, at) or parts.values("indicator") == ["price"]:
            return "no_product", parts.words[at].raw
    return None


def _in_partner_place(parts: Parts, at: int) -> bool:
    before, after = parts.word(at - 1), parts.word(at + 1)
    if not parts.has("indicator", "imports", "exports") and parts.has("indicator"):
        return False
    hindi = after in ("se", "से", "ko", "को") and (not parts.words[at].text.isascii() or after != "to")
    return before in ("from", "to", "with") or hindi


def _in_product_place(parts: Parts, at: int) -> bool:
    def trades(place: int) -> bool:
        return any(mark.start == place for mark in parts.all("indicator"))

    after, before = at + 1, parts.word(at - 1)
    if parts.word(after) in ("ka", "ke", "ki", "का", "के", "की"):
        after += 1
    named = parts.word(after) in ("magnet", "magnets", "oxide", "oxides", "metal", "metals", "चुंबक")
    led = before == "of" and any(mark.end >= at - 1 and mark.start < at for mark in parts.all("indicator"))
    return trades(after) or led or (named and not parts.has("product", "ndfeb", "ndpr oxide") and _is_kind(parts, at))


def _is_kind(parts: Parts, at: int) -> bool:
    """Kinds of magnets that the basket does not tell apart."""
    return parts.word(at) in ("ferrite", "samarium", "alnico", "bonded", "फेराइट", "cobalt")


# ---------------------------------------------------------------- which number


def _subject(parts: Parts, base: Subject, span: Span) -> Subject:
    partner, apart = _partner(parts, base)
    measure = _measure(parts)
    unit = _unit(parts, measure)
    period, to_date = _period(span, base)
    indicator = _indicator(parts, base)
    if measure == "share" and indicator in RATES and indicator != "price":
        measure = ""
    return Subject(
        indicator=indicator,
        product=_product(parts, indicator) or (base.product if indicator in (*TRADE, base.indicator) else ""),
        partner=partner,
        apart=apart,
        period=period,
        to_date=to_date,
        unit=unit
        or (base.unit if indicator == base.indicator or base.indicator in TRADE and indicator in TRADE else ""),
        scale=parts.value("scale"),
        measure=measure or (base.measure if not _drops_measure(parts, unit) and indicator == base.indicator else ""),
    )


def _drops_measure(parts: Parts, unit: str) -> bool:
    """'And in tonnes?' after a share wants the amount; 'by quantity?' wants the share."""
    return bool(
        unit in ("USD", "INR")
        or parts.has("measure", "value")
        or (parts.has("ask", "much") and (parts.has("indicator") or parts.has("flow")))
        or parts.has("unit", "kg")
        or _says_tonnes(parts)
    )


def _says_tonnes(parts: Parts) -> bool:
    return any(parts.word(mark.start).startswith(("ton", "टन", "tan", "mt")) for mark in parts.all("unit", "t"))


def _indicator(parts: Parts, base: Subject) -> str:
    found = parts.values("indicator")
    if _is_about_outlay(parts) and not parts.countries:
        return "outlay"
    if parts.has("topic", "capacity") or "demand_growth" in found and "demand_growth" not in parts.known.indicators:
        found = [name for name in found if name != "demand_growth"] or ["demand"]
    for name in ("reserves_share",):
        if name in found and name not in parts.known.indicators:
            found = [each for each in found if each != name] + ["reserves"]
    if not found and parts.has("product", "ndpr oxide") and base.indicator not in TRADE:
        return "price"
    if found == ["price"] and _is_price_of_trade(parts):
        return "imports"
    if "supplies" in found:
        found = ["imports", *(name for name in found if name not in ("supplies", "exports", "imports"))]
    if "outgoing" in found:
        sold = base.indicator == "exports" or not _is_money(parts)
        found = [name for name in found if name != "outgoing"] or ["exports" if sold else "imports"]
    if len(found) > 1 and "price" in found:
        found.remove("price")
    if "imports" in found and "exports" in found and _sells_to_us(parts):
        return "imports"
    if found:
        ranked = sorted(found, key=lambda name: _RANKS.index(name) if name in _RANKS else len(_RANKS))
        return "imports" if ranked[0] == "exports" and _sells_to_us(parts) else ranked[0]
    if parts.has("ask", "target") and not base.indicator:
        return "capacity_target"
    return _open_indicator(parts) or base.indicator or "imports"


def _is_money(parts: Parts) -> bool:
    """What goes to a country is paid for what comes from there, when it is money that goes."""
    return parts.has("unit", "INR", "USD") or parts.has("scale") or parts.has("measure", "value")


def _sells_to_us(parts: Parts) -> bool:
    """'What did China export to India?' are our imports."""
    if not parts.countries or parts.has("indicator", "imports"):
        return False
    own = parts.all("side", "own")
    return any(
        parts.word(mark.start - 1) in ("to", "for", "into")
        or parts.word(mark.end) in ("ko", "को")
        or parts.word(mark.start) == "us"
        for mark in own
    )


def _open_indicator(parts: Parts) -> str:
    """An indicator of the record's own, all of whose words are said."""
    said = {stem(word) for word in parts.spelt}
    found = [
        name
        for name in parts.known.indicators
        if "_" in name and name not in _RANKS and all(stem(word) in said for word in name.split("_"))
    ]
    return max(found, key=len, default="")


def _product(parts: Parts, indicator: str) -> str:
    if parts.codes:
        return parts.codes[0].value
    said = f" {' '.join(parts.spelt)} "
    named = [
        name
        for name in parts.known.products
        if f" {name.casefold()} " in said and name not in ("magnets", "oxides", "metals")
    ]
    if named:
        return max(named, key=len)
    product = parts.value("product", "ndpr oxide", "ndfeb") or parts.value("product")
    if product == "ndpr oxide" and product not in parts.known.products:
        return "oxides"
    if product == "magnets" and indicator in ("reserves", "mine_output"):
        return ""
    return product


def _is_price_of_trade(parts: Parts) -> bool:
    """The price of what comes from a country, or of magnets, is what was paid for a kilo of it."""
    return (bool(parts.countries) or parts.has("product", "magnets")) and not parts.has(
        "product", "ndpr oxide", "oxides"
    )


def _measure(parts: Parts) -> str:
    if parts.has("indicator", "price") and parts.has("unit", "kg") and not parts.has("product", "ndpr oxide"):
        return "unit_value"
    if parts.values("indicator") == ["price"] and _is_price_of_trade(parts):
        return "unit_value"
    if parts.has("measure", "unit_value") and not _is_price_alone(parts):
        return "unit_value"
    if parts.has("indicator", "reserves_share") and "reserves_share" not in parts.known.indicators:
        return "share"
    if parts.has("measure", "share"):
        return "share"
    if parts.has("percent") and not (
        parts.has("op", "change", "growth", "difference", "compare") or parts.has("indicator", *RATES)
    ):
        return "share"
    return "share" if parts.has("others") and parts.has("percent") else ""


def _is_price_alone(parts: Parts) -> bool:
    priced = parts.has("indicator", "price") or parts.has("product", "ndpr oxide")
    return (
        priced
        and not parts.has("indicator", "imports", "exports", "supplies")
        and not parts.countries
        and not parts.has("product", "magnets")
    )


def _unit(parts: Parts, measure: str) -> str:
    for unit in ("INR", "USD", "kg", "t"):
        if parts.has("unit", unit) and not (unit == "kg" and measure == "unit_value"):
            return "" if unit == "t" and measure == "unit_value" else unit
    if parts.has("scale", "crore", "lakh"):
        return "INR"
    return "money" if parts.has("measure", "value") else ""


def _partner(parts: Parts, base: Subject) -> tuple[str, bool]:
    apart = parts.has("apart") or (parts.has("others") and bool(parts.countries or base.partner not in ("", WORLD)))
    names = [country.name for country in parts.countries]
    if len(names) == 1:
        return names[0], apart
    if names:
        return "", False
    if parts.has("others") or (apart and base.partner not in ("", WORLD)):
        return base.partner, bool(base.partner)
    summed = parts.has("total") or parts.has("op", "sum")
    if summed and base.partner and base.indicator in TRADE and not parts.has("measure", "share"):
        return WORLD, False
    if parts.has("side", "own") and parts.has("indicator") and not parts.has("indicator", *TRADE):
        return INDIA, False
    if parts.has("world") and not parts.has("measure", "share") and not parts.has("percent"):
        return WORLD, False
    return base.partner, base.apart


# ---------------------------------------------------------------- when


def _span(parts: Parts, base: Subject) -> Span:
    points: list[Period] = []
    span = Span()
    year = next((time.period for time in parts.times if time.kind == "at" and time.period), None)
    for time in _told_times(parts):
        if time.kind == "until" and time.period and year and year != time.period and year.holds(time.period):
            return Span(first=Period.month(year.start.year, year.start.month), last=time.period)
        if time.kind in ("at", "until", "before") and time.period:
            points.append(_counted_from(time, base))
        elif time.kind == "to_date" and time.period:
            points.append(time.period)
            span = replace(span, to_date=True)
        elif time.kind == "range":
            span = replace(span, first=time.period, last=time.last)
        elif time.kind in ("since", "after") and time.period:
            span = replace(
                span, since=time.period if time.kind == "since" else time.period.back(-max(time.period.length, 1))
            )
        elif time.kind == "last":
            span = replace(span, count=time.count, step=time.step)
        elif time.kind == "shift":
            span = _shifted(span, points, base, time)
        elif time.kind == "newest" and time.step:
            span = replace(span, newest=time.step)
    if any(time.kind == "so_far" for time in parts.times):
        if len(points) == 1 and not span.said and points[0].meets(Period.day(parts.today)):
            return Span((points[0],), to_date=True)
        if not points and not span.said and parts.has("indicator", *TRADE):
            return Span((Period.year(parts.today.year),), to_date=True)
    return replace(span, points=tuple(dict.fromkeys([*points, *span.points])))


def _told_times(parts: Parts) -> list[Time]:
    """Without the 'last year' of 'up on last year', which says only what a change is measured against."""
    against = parts.all("op", "change")
    inside = [time for time in parts.times if any(mark.start <= time.start and time.end <= mark.end for mark in against)]
    return [time for time in parts.times if time not in inside]


def _counted_from(time: Time, base: Subject) -> Period:
    """'The previous quarter' counts from the period spoken of, when there is one."""
    assert time.period is not None  # noqa: S101 - asked by the caller
    return (
        base.period.back(-time.relative * max(base.period.length, 1)) if time.relative and base.period else time.period
    )


def _shifted(span: Span, points: list[Period], base: Subject, time: Time) -> Span:
    """So many steps from the period spoken of; with a period said beside it, what that is compared with."""
    if points or span.since or base.period is None:
        return replace(span, year_before=True)
    months = {"year": 12, "fiscal": 12, "half": 6, "quarter": 3, "month": 1}.get(time.step, max(base.period.length, 1))
    return replace(span, points=(base.period.back(-time.count * months),))


def _period(span: Span, base: Subject) -> tuple[Period | None, bool]:
    if span.to_date:
        return span.points[0], True
    if len(span.points) == 1 and not span.long:
        return span.points[0], False
    if span.said:
        return None, False
    return base.period, base.to_date


# ---------------------------------------------------------------- what is asked of it


def _compose(parts: Parts, subject: Subject, span: Span, before: OfFigures | None) -> Question:
    """The first of these that its words ask for; a bare follow-up asks what was asked before."""
    if span.newest:
        return Series(subject.at(None), span.newest, count=1)
    if parts.has("firm") and not parts.has("op", "compare", "difference", "growth") and not span.long:
        return Figure(subject)
    ordered = (
        _compared(parts, subject, span) or _grown(parts, subject, span) or _ranked(parts, subject, span) or _averaged(parts, subject, span)
        or _changed(parts, subject, span) or _listed(parts, subject, span)
    )  # fmt: skip
    if ordered is not None:
        return ordered
    return _again(parts, subject, span, before) or Figure(_spanned(subject, span))


def _spanned(subject: Subject, span: Span) -> Subject:
    """A range as one period, to be added up."""
    if span.first and span.last:
        return subject.at(Period.months(span.first, span.last) if span.first.start <= span.last.end else span.first)
    return subject


def _again(parts: Parts, subject: Subject, span: Span, before: OfFigures | None) -> Question | None:
    """The question before, of the new subject."""
    if (
        before is None
        or parts.has("ask", "much")
        and (parts.has("talk", "refers") or subject.partner != before.subject.partner)
    ):
        return None
    if isinstance(before, Ranking):
        step = next((name for name in _STEPS if parts.has("axis", name)), "")
        if step:
            return replace(before, subject=subject.at(None), by=step, start=span.first or _whole(span, subject), end=span.last)
        partner_asked = before.by == "partner" and subject.partner not in ("", WORLD)
        return (
            None
            if partner_asked
            else replace(before, subject=subject, start=span.first or before.start, end=span.last or before.end)
        )
    if isinstance(before, Change):
        return _change_again(subject, span, before)
    if isinstance(before, Series):
        return _series_again(parts, subject, span, before)
    if (
        isinstance(before, Compare)
        and not (before.across == "partner" and subject.partner)
        and not (before.across == "period" and span.said)
    ):
        return replace(before, subject=subject)
    return None


def _change_again(subject: Subject, span: Span, before: Change) -> Change:
    if span.first:
        return replace(before, subject=subject.at(span.last), since=span.first, count=0)
    if span.points and before.since and before.subject.period and not span.since:
        return replace(before, subject=subject, since=None, count=0)
    return replace(
        before,
        subject=subject,
        since=span.since or (None if span.points else before.since),
        count=span.count or before.count,
    )


def _series_again(parts: Parts, subject: Subject, span: Span, before: Series) -> Question | None:
    if len(span.points) == 1 and span.points[0].kind not in ("year", "fiscal"):
        return None
    if len(span.points) == 1 and (before.step in ("", "year", "fiscal") or parts.has("ask", "much")):
        return None
    if not span.said:
        return replace(before, subject=subject.at(before.subject.period))
    return replace(before, subject=subject, start=span.first or span.since, end=span.last, count=span.count)


def _compared(parts: Parts, subject: Subject, span: Span) -> Question | None:
    """Two or more of a kind, set beside each other."""
    how = next((name for name in ("difference", "ratio", "sum") if parts.has("op", name)), "")
    names = tuple(dict.fromkeys(country.name for country in parts.countries))
    if len(names) > 1 and parts.has("apart") and not parts.has("op", "difference"):
        return Clarify("two_partners_apart", about=", ".join(names))
    subject = _spanned(subject, span)
    if len(names) > 1:
        return Compare(replace(subject, partner=""), "partner", names, how or _weighed(parts))
    if {"imports", "exports"} <= set(parts.values("indicator")) and (parts.has("percent") or parts.has("measure", "share")):
        return Compare(replace(subject, indicator="", measure=""), "indicator", _in_order(parts), "percent")
    if parts.has("indicator", "demand") and parts.has("ask", "target"):
        return Compare(replace(subject, indicator=""), "indicator", ("demand", "capacity_target"), how)
    indicators = tuple(
        name
        for name in parts.values("indicator")
        if name in ("imports", "exports", "demand", "mine_output", "reserves")
    )
    if (
        len(indicators) > 1
        and subject.indicator in indicators
        and (how or parts.has("op", "compare") or _joined(parts))
    ):
        return Compare(replace(subject, indicator=""), "indicator", indicators, how)
    products = tuple(name for name in parts.values("product") if name in ("magnets", "oxides", "metals"))
    spoken = parts.has("indicator") or bool(parts.times) or parts.has("unit") or parts.has("measure")
    if len(products) > 1 and spoken and (how or parts.has("op", "compare") or parts.has("extreme") or _joined(parts)):
        return Compare(replace(subject, product=""), "product", products, how)
    if parts.has("axis", "product"):
        return Ranking(subject, by="product", low=parts.has("extreme", "low"), place=1 if parts.has("extreme") else 0)
    return None


def _in_order(parts: Parts) -> tuple[str, ...]:
    """Imports and exports as they were said: the first is weighed against the second."""
    return tuple(name for name in parts.values("indicator") if name in ("imports", "exports"))


def _weighed(parts: Parts) -> str:
    """'More from China than Japan?' asks for the difference."""
    return (
        "difference"
        if any(word in ("more", "less", "zyada", "jyada", "ज्यादा", "अधिक") for word in parts.spelt)
        and parts.has("op", "compare")
        else ""
    )


def _joined(parts: Parts) -> bool:
    return any(word in ("and", "aur", "और", "or", "ya", "या", "versus", "vs") for word in parts.spelt)


def _grown(parts: Parts, subject: Subject, span: Span) -> Question | None:
    if not parts.has("op", "growth"):
        return None
    since, until = _ends(span, subject)
    return Change(subject.at(until), since, yearly=True, percent=True, count=span.count)


def _ends(span: Span, subject: Subject) -> tuple[Period | None, Period | None]:
    """Where a change begins and ends."""
    if span.first:
        return span.first, span.last
    points = sorted(span.points)
    if span.since:
        return span.since, points[-1] if points else None
    if len(points) > 1:
        return points[0], points[-1]
    return None, points[0] if points else subject.period


def _changed(parts: Parts, subject: Subject, span: Span) -> Question | None:
    two = len(span.points) > 1 and not span.long
    moves = parts.has("op", "change") or span.year_before
    weighs = two and (parts.has("op", "compare", "difference", "ratio") or parts.has("percent"))
    since_point = span.since is not None and bool(span.points)
    if not (moves or weighs or since_point and not parts.has("op")):
        if two:
            return Compare(
                subject, "period", tuple(period.text for period in span.points), "sum" if parts.has("op", "sum") else ""
            )
        return None
    if parts.has("op", "series") and span.long and not parts.has("percent") and not _says_how_much(parts):
        return None
    since, until = _ends(span, subject)
    if subject.to_date:
        return Change(subject, None, percent=_percent(parts))
    return Change(subject.at(until), since, percent=_percent(parts), count=span.count)


def _says_how_much(parts: Parts) -> bool:
    return parts.has("ask", "much")


def _percent(parts: Parts) -> bool:
    return parts.has("percent") or any(
        parts.word(mark.start) in ("rate", "growth") for mark in parts.all("op", "change")
    )


_STEPS = ("year", "fiscal", "quarter", "month")


def _ranked(parts: Parts, subject: Subject, span: Span) -> Question | None:
    place = int(parts.value("place") or 0) or (2 if _after_a_country(parts) and parts.has("extreme") else 0)
    wanted = limit(parts)
    extreme, listed = parts.has("extreme"), parts.has("op", "rank")
    if parts.has("op", "difference") and parts.has("op", "compare", "change") and not parts.has("axis"):
        return None
    if not (extreme or place or listed) and not _asks_who(parts, subject):
        return None
    if parts.has("op", "change") and not extreme and not listed:
        return None
    by = _axis(parts, subject, span)
    if extreme and parts.has("op", "change") and by != "partner":
        return _ranked_changes(parts, subject, span, by)
    low = parts.has("extreme", "low") or _cheap(parts)
    first = 0 if wanted > 1 or (not extreme and not place) else place or 1
    own = _spanned(subject, span) if by == "partner" else subject
    if by == "partner" and (extreme or place) and own.partner != WORLD and not own.apart:
        own = replace(own, partner="")
    ranking = Ranking(own, by, low=low, place=first, limit=wanted if wanted > 1 else 0)
    if by == "partner" or by == "product":
        return ranking
    return replace(
        ranking,
        start=span.first or span.since or _whole(span, subject),
        end=span.last,
        count=span.count,
        subject=subject.at(None),
    )


def _ranked_changes(parts: Parts, subject: Subject, span: Span, by: str) -> Ranking:
    """'In which year did imports jump the most?'"""
    fell = any(word in _FALLING for word in parts.spelt)
    own = replace(subject.at(None), measure="change" if not _percent(parts) else "growth")
    return Ranking(own, by, low=fell != parts.has("extreme", "low"), place=1, start=span.first or span.since, end=span.last, count=span.count)


_FALLING = folded(
    "fall fell fallen falling drop dropped decline declined decrease decreased dip dipped slump slide slid plunge plunged shrink shrank "
    "gira giri girawat ghata ghati kami गिरा गिरी गिरावट घटा घटी कमी"
)


def _after_a_country(parts: Parts) -> bool:
    """'The biggest supplier after China' is the next."""
    return any(parts.word(country.start - 1) == "after" or parts.word(country.end + 1) in ("baad", "बाद") for country in parts.countries)


def _cheap(parts: Parts) -> bool:
    return any(word in ("cheapest", "cheaper", "सस्ता", "सस्ते", "sasta") for word in parts.spelt)


def _whole(span: Span, subject: Subject) -> Period | None:
    """The period within which months or quarters are ranked."""
    return span.points[0] if span.points else subject.period


def _asks_who(parts: Parts, subject: Subject) -> bool:
    """'Which countries do we import from?', 'who supplies us?'"""
    asked = parts.has("axis", "partner") and any(
        parts.word(mark.start) in _WHO for mark in parts.all("axis", "partner")
    )
    if parts.has("axis", "partner") and parts.has("ask", "count") and not parts.has("unit"):
        return subject.indicator in TRADE and not parts.countries
    return (
        asked
        and subject.indicator in TRADE
        and not parts.countries
        and not parts.has("op", "change")
        and not parts.has("percent")
    )


_WHO = frozenset("which who where from whom kis kaun konsa kaunsa kahan kahaan kisse किस कौन कहां किससे what".split())


def _axis(parts: Parts, subject: Subject, span: Span) -> str:
    """What is ranked: countries, or stretches of time."""
    for step in ("month", "quarter", "fiscal", "year"):
        if parts.has("axis", step) or parts.has("step", step):
            return step
    free = [unit for unit in ("month", "quarter", "fiscal", "year") if unit in parts.free_units]
    if free and (parts.has("extreme") or (parts.has("op", "rank") and not parts.has("axis", "partner"))):
        return free[0]
    if parts.has("axis", "partner") or parts.has("op", "rank"):
        return "partner"
    if parts.has("field", "when") or subject.partner not in ("",) or span.long:
        return "year"
    if subject.indicator in ("imports", "exports") and (subject.period or span.points):
        return "partner"
    return "year"


def _averaged(parts: Parts, subject: Subject, span: Span) -> Question | None:
    if not parts.has("op", "average") or subject.measure == "unit_value" and not span.long:
        return None
    return replace(_series(parts, subject, span), average=True)


def _listed(parts: Parts, subject: Subject, span: Span) -> Question | None:
    stepped = any(parts.has("step", step) for step in _STEPS)
    if parts.has("op", "sum") and span.long:
        return replace(_series(parts, subject, span), total=True)
    if stepped and not (parts.has("step", "year") and subject.period and not parts.has("op", "series")):
        return _series(parts, subject, span)
    if parts.has("op", "series") and (span.long or not span.said or stepped) and not subject.period:
        return _series(parts, subject, span)
    if (
        span.first
        and subject.indicator in (*RATES, "demand", *_STOCKS)
        or subject.measure in ("share", "unit_value")
        and span.long
    ):
        return _series(parts, subject, span)
    if span.since or span.count:
        total = parts.has("total") or parts.has("op", "sum") or _says_how_much(parts)
        rates = subject.indicator in (*RATES, "demand") or subject.measure in ("share", "unit_value")
        return replace(_series(parts, subject, span), total=total and not rates)
    return None


def _series(parts: Parts, subject: Subject, span: Span) -> Series:
    step = next((name for name in ("month", "quarter", "fiscal", "year") if parts.has("step", name)), span.step)
    within = subject.period if subject.period and not span.long else None
    if within and within.kind in ("year", "fiscal") and step in ("year", "fiscal"):
        within = None
    if within and not step:
        step = "month"
    return Series(subject.at(within), step, span.first or span.since, span.last, span.count)
