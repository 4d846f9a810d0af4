"""Answers about plants: what is commissioned of the target, what is missing, at what pace, by whom and where."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from bot.asking import naming
from bot.asking.answers import Amount, Answer, Chart, Fact, Kind, Line, Mark, Quote, Row, Span, Style
from bot.asking.drafting import Asked, Draft
from bot.asking.knowledge import parts_of
from bot.asking.measuring import MAGNETS, Found, fact
from bot.asking.questions import Capacity, Figure, Subject
from bot.asking.questions import Plant as OnePlant
from bot.asking.rules import apply
from bot.asking.trade import unknown
from bot.asking.wording import line, listed, spans
from storage.periods import Period
from storage.records import Plant, Source, Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_PIPELINE = (Stage.ANNOUNCED, Stage.AWARDED, Stage.BUILDING)
_ORDER = (Stage.COMMISSIONED, Stage.BUILDING, Stage.AWARDED, Stage.ANNOUNCED, Stage.SHELVED)
_MOST = 40


@dataclass(frozen=True, slots=True)
class Standing:
    """The target, and the commissioned magnet plants that count toward it and that do not."""

    target: Found | None
    counted: tuple[Plant, ...]
    beside: tuple[Plant, ...]

    @property
    def built(self) -> float:
        return sum(plant.capacity_tpa or 0.0 for plant in self.counted)


def capacity(question: Capacity, asked: Asked) -> Answer:
    return _ASPECTS[question.aspect](question, asked)


def standing(asked: Asked) -> Standing:
    magnets = [plant for plant in asked.store.plants.all() if plant.product == MAGNETS]
    programme = any(plant.programme for plant in magnets)
    built = [plant for plant in magnets if plant.stage is Stage.COMMISSIONED]
    counted = tuple(plant for plant in built if plant.programme or not programme)
    return Standing(_target(asked), counted, tuple(plant for plant in built if plant not in counted))


def _target(asked: Asked) -> Found | None:
    subject = Subject("capacity_target")
    key = asked.measure.key(subject)
    unit = asked.measure.unit(key, subject)
    period = asked.measure.newest(key, unit)
    found = asked.measure.measure(subject, key, unit, period) if period else None
    return found if isinstance(found, Found) else None


# ---------------------------------------------------------------- amounts


def plant_fact(plant: Plant) -> Fact:
    return Fact(
        plant.capacity_tpa or 0.0, "tpa", plant.expected.text if plant.expected else "", plant.source, None, plant.name
    )


def _sum(plants: Iterable[Plant]) -> Amount:
    facts = tuple(plant_fact(plant) for plant in plants if plant.capacity_tpa is not None)
    return Amount(sum(each.value for each in facts), "tpa", facts, "sum")


def _by_rule(rule: str, unit: str, facts: tuple[Fact, ...]) -> Amount:
    return Amount(apply(rule, [each.value for each in facts]), unit, facts, rule)


def _year(found: Found) -> Period:
    return Period.year(found.period.end.year)


# ---------------------------------------------------------------- toward the target


def _progress(question: Capacity, asked: Asked) -> Answer:
    now = standing(asked)
    draft = Draft(asked)
    built = _sum(now.counted)
    if now.target is None:
        draft.say("progress_alone", Style.LEAD, built=built) if now.counted else draft.say("nothing_built", Style.LEAD)
        draft.say("no_target")
        _counted(draft, now)
        return draft.answer(Kind.CAPACITY, value=now.built if now.counted else None, unit="tpa", gap=not now.counted)
    facts = (now.target.terms[0], *(plant_fact(plant) for plant in now.counted if plant.capacity_tpa is not None))
    rate = _by_rule("progress", "%", facts)
    draft.say("progress", Style.LEAD, built=built, target=now.target.amount(), year=_year(now.target), rate=rate)
    _counted(draft, now)
    _basis(draft, now.target)
    draft.offer("क्रम में संयंत्र" if asked.language == "hi" else "All plants", Capacity("plants"))
    draft.offer("कितनी बाकी" if asked.language == "hi" else "What is missing", Capacity("gap"))
    value, unit = (rate.value, "%") if question.percent else (now.built, "tpa")
    return draft.answer(Kind.CAPACITY, value=value, unit=unit, chart=_chart(now, asked))


def _counted(draft: Draft, now: Standing) -> None:
    """The plants that were counted, and those that were not."""
    if now.counted:
        draft.say("counted")
    _plant_rows(draft, now.counted)
    if now.beside:
        names = listed([Quote(plant.name) for plant in now.beside])
        draft.say("outside", Style.BESIDE, amount=_sum(now.beside), names=names)


def _basis(draft: Draft, target: Found) -> None:
    for row in target.rows:
        if row.note:
            draft.say("target_basis", Style.SMALL, note=Quote(row.note))
    draft.cite(*(row.source for row in target.beside))


def _chart(now: Standing, asked: Asked) -> Chart | None:
    plants = [
        plant for plant in asked.store.plants.all() if plant.product == MAGNETS and plant.stage is not Stage.SHELVED
    ]
    if not plants or now.target is None:
        return None
    marks = tuple(
        Mark(plant.name, plant.capacity_tpa or 0.0, plant.stage, plant.expected.end if plant.expected else None)
        for plant in plants
    )
    sources = tuple(dict.fromkeys([*(row.source for row in now.target.rows), *(plant.source for plant in plants)]))
    title = "लक्ष्य की ओर क्षमता" if asked.language == "hi" else "Magnet capacity toward the target"
    as_of = max((source.published for source in sources if source.published), default=None)
    return Chart("progress", title, "tpa", marks, sources, as_of, asked.language, target=now.target.value)


def _gap(question: Capacity, asked: Asked) -> Answer:
    now = standing(asked)
    if now.target is None:
        return _no_target(asked)
    draft = Draft(asked)
    gap = _gap_amount(now)
    if gap.value <= 0:
        draft.say("gap_closed", Style.LEAD, built=_sum(now.counted), target=now.target.amount())
    else:
        draft.say(
            "gap", Style.LEAD, gap=gap, built=_sum(now.counted), target=now.target.amount(), year=_year(now.target)
        )
    _counted(draft, now)
    if question.percent:
        share = _by_rule("share", "%", (_as_fact(gap), now.target.terms[0]))
        draft.say("share_basis", part=gap, whole=now.target.amount(), basis=spans("compare", "en", what=share))
        return draft.answer(Kind.CAPACITY, value=share.value, unit="%")
    return draft.answer(Kind.CAPACITY, value=gap.value, unit="tpa")


def _gap_amount(now: Standing) -> Amount:
    assert now.target is not None  # noqa: S101 - asked by the caller
    return _by_rule(
        "gap",
        "tpa",
        (now.target.terms[0], *(plant_fact(plant) for plant in now.counted if plant.capacity_tpa is not None)),
    )


def _as_fact(amount: Amount) -> Fact:
    return Fact(amount.value, amount.unit, "", amount.facts[0].source, None, "", amount.facts, amount.rule)


def _pace(_: Capacity, asked: Asked) -> Answer:
    now = standing(asked)
    if now.target is None:
        return _no_target(asked)
    draft, years = Draft(asked), now.target.period.end.year - asked.today.year
    if years <= 0:
        draft.say("pace_past", Style.LEAD, year=_year(now.target), gap=_gap_amount(now))
        return draft.answer(Kind.CAPACITY)
    facts = (
        Fact(years, "years", "", Source("")),
        now.target.terms[0],
        *(plant_fact(plant) for plant in now.counted if plant.capacity_tpa is not None),
    )
    pace = _by_rule("pace", "tpa", facts)
    draft.say("pace", Style.LEAD, pace=pace, gap=_gap_amount(now), count=years, year=_year(now.target))
    _counted(draft, now)
    return draft.answer(Kind.CAPACITY, value=pace.value, unit="tpa")


def _target_answer(_: Capacity, asked: Asked) -> Answer:
    target = _target(asked)
    if target is None:
        return _no_target(asked)
    draft = Draft(asked)
    draft.say("target", Style.LEAD, target=target.amount(), year=_year(target))
    draft.rows.append(Row(target.period.text, target.value, target.unit, target.period.text))
    _basis(draft, target)
    return draft.answer(Kind.CAPACITY, value=target.value, unit=target.unit, period=target.period.text)


def _no_target(asked: Asked) -> Answer:
    draft = Draft(asked)
    draft.say("no_target", Style.LEAD)
    return draft.answer(Kind.UNKNOWN, gap=True)


def _reach(_: Capacity, asked: Asked) -> Answer:
    """In which year the plants of the record add up to the target, and what the target's own year is."""
    now = standing(asked)
    if now.target is None:
        return _no_target(asked)
    coming = [
        plant for plant in _all_magnets(asked) if plant.stage in _PIPELINE and plant.expected and plant.capacity_tpa
    ]
    total, reached = now.built, asked.today.year if now.built >= now.target.value else None
    for plant in sorted(coming, key=_when):
        total += plant.capacity_tpa or 0.0
        if reached is None and total >= now.target.value:
            reached = max(_when(plant).year, asked.today.year)
    draft = Draft(asked)
    if reached is None:
        draft.say("reach_never", Style.LEAD, target=now.target.amount(), amount=_sum([*now.counted, *coming]))
    else:
        draft.say("reach", Style.LEAD, target=now.target.amount(), year=Period.year(reached))
    draft.say("reach_target", year=_year(now.target))
    _basis(draft, now.target)
    return draft.answer(Kind.CAPACITY, value=now.target.value, unit="tpa", period=now.target.period.text)


def _all_magnets(asked: Asked) -> list[Plant]:
    return [plant for plant in asked.store.plants.all() if plant.product == MAGNETS]


def _when(plant: Plant) -> date:
    return plant.expected.end if plant.expected else date.max


# ---------------------------------------------------------------- sums, counts and lists


def _matching(question: Capacity, asked: Asked, *, product: str) -> list[Plant]:
    return [plant for plant in asked.store.plants.all() if _fits(plant, question, product)]


def _fits(plant: Plant, question: Capacity, product: str) -> bool:
    if product and plant.product != product:
        return False
    if question.stage and plant.stage != question.stage:
        return False
    if question.pipeline and not question.stage and plant.stage not in _PIPELINE:
        return False
    if question.organisation and plant.organisation != question.organisation:
        return False
    if question.place and question.place not in parts_of(plant.place):
        return False
    return _in_time(plant, question)


def _in_time(plant: Plant, question: Capacity) -> bool:
    if question.since is None and question.until is None:
        return True
    if plant.expected is None or (plant.stage is Stage.SHELVED and not question.stage):
        return False
    after = question.since is None or plant.expected.end >= question.since.start
    return after and (question.until is None or plant.expected.end <= question.until.end)


def _about(question: Capacity, product: str, language: str) -> tuple[Span, ...]:
    """What was chosen, in words: its stage, product, owner, place and time."""
    parts: list[Span | str | Period] = []
    if question.stage:
        parts.append(naming.name(naming.STATUSES, question.stage, language))
    if question.pipeline and not question.stage:
        parts.append("पाइपलाइन में" if language == "hi" else "not yet commissioned")
    if product:
        parts.append(naming.product(product, language))
    parts += [Quote(name) for name in (question.organisation, question.place) if name]
    parts += [period for period in dict.fromkeys((question.since, question.until)) if period]
    return listed(parts or ["सभी" if language == "hi" else "all plants"])


def _total(question: Capacity, asked: Asked) -> Answer:
    product = question.product or MAGNETS
    plants = _matching(question, asked, product=product)
    if not plants and not question.product:
        product = ""
        plants = _matching(question, asked, product="")
    if not plants:
        return _none(question, product, asked)
    if question.by:
        return _grouped(question, plants, product, asked)
    live = [plant for plant in plants if plant.stage is not Stage.SHELVED or question.stage == Stage.SHELVED]
    draft, amount = Draft(asked), _sum(live)
    draft.say("capacity_total", Style.LEAD, amount=amount, what=_about(question, product, asked.language))
    _plant_rows(draft, _ordered(live))
    _left_out(draft, [plant for plant in plants if plant not in live])
    return draft.answer(Kind.CAPACITY, value=amount.value, unit="tpa")


def _left_out(draft: Draft, plants: Sequence[Plant]) -> None:
    if plants:
        draft.say("plants_left_out", names=listed([Quote(plant.name) for plant in plants]))


def _none(question: Capacity, product: str, asked: Asked) -> Answer:
    draft = Draft(asked)
    draft.say("capacity_none", Style.LEAD, what=_about(question, product, asked.language))
    whose = Capacity(organisation=question.organisation, place=question.place)
    if question.organisation or question.place:
        _plant_rows(draft, _ordered(_matching(whose, asked, product="")))
    return draft.answer(Kind.CAPACITY, gap=not asked.store.plants.count())


def _grouped(question: Capacity, plants: Sequence[Plant], product: str, asked: Asked) -> Answer:
    """Sums by company, state, stage or year."""
    named = _GROUPS[question.by]
    groups: dict[str, list[Plant]] = defaultdict(list)
    for plant in plants:
        if plant.stage is not Stage.SHELVED or question.stage == Stage.SHELVED or question.by == "stage":
            groups[named(plant)].append(plant)
    sums = {name: _sum(group) for name, group in groups.items() if name}
    order = _group_order(question, sums)
    draft = Draft(asked)
    draft.say("compare", Style.LEAD, what=_about(question, product, asked.language))
    for name in order:
        label = naming.name(naming.STATUSES, name, asked.language) if question.by == "stage" else name
        draft.rows.append(Row(label, sums[name].value, "tpa"))
        draft.say("row", Style.ROW, label=(Quote(label),), amount=sums[name])
    return draft.answer(Kind.CAPACITY, value=None, unit="tpa")


def _group_order(question: Capacity, sums: dict[str, Amount]) -> list[str]:
    if question.by == "stage":
        return [stage for stage in _ORDER if stage in sums]
    if question.by == "year":
        return sorted(sums)
    return sorted(sums, key=lambda name: (sums[name].value if question.low else -sums[name].value, name))


_GROUPS: dict[str, Callable[[Plant], str]] = {
    "company": lambda plant: plant.organisation,
    "stage": lambda plant: str(plant.stage),
    "state": lambda plant: parts_of(plant.place)[-1] if plant.place else "",
    "year": lambda plant: str(plant.expected.end.year) if plant.expected else "",
}


def _count(question: Capacity, asked: Asked) -> Answer:
    plants = _matching(question, asked, product=question.product)
    draft = Draft(asked)
    draft.say("plants_count", Style.LEAD, count=len(plants), what=_about(question, question.product, asked.language))
    _plant_rows(draft, _ordered(plants))
    return draft.answer(Kind.CAPACITY, value=float(len(plants)), unit="count")


def _plants(question: Capacity, asked: Asked) -> Answer:
    plants = _matching(question, asked, product=question.product)
    if not plants:
        return _none(question, question.product, asked)
    draft = Draft(asked)
    draft.say("plants_of", Style.LEAD, what=_about(question, question.product, asked.language))
    _plant_rows(draft, _ordered(plants))
    return draft.answer(Kind.CAPACITY, value=None)


def _largest(question: Capacity, asked: Asked) -> Answer:
    plants = [plant for plant in _matching(question, asked, product=question.product) if plant.capacity_tpa]
    live = [plant for plant in plants if plant.stage is not Stage.SHELVED] or plants
    magnets = [plant for plant in live if plant.product == MAGNETS] if not question.product else live
    if not live:
        return _none(question, question.product, asked)
    ordered = sorted(magnets or live, key=lambda plant: plant.capacity_tpa or 0.0, reverse=not question.low)
    first = ordered[0]
    draft, amount = Draft(asked), _by_rule("", "tpa", (plant_fact(first),))
    draft.say("smallest" if question.low else "largest", Style.LEAD, name=Quote(first.name), amount=amount)
    _plant_rows(draft, [plant for plant in ordered if plant.capacity_tpa == first.capacity_tpa])
    return draft.answer(Kind.CAPACITY, value=amount.value, unit="tpa")


def _next_plant(question: Capacity, asked: Asked) -> Answer:
    """The plant that is expected first of those not yet commissioned."""
    coming = [plant for plant in _matching(question, asked, product=question.product) if plant.stage in _PIPELINE]
    ahead = sorted((plant for plant in coming if plant.expected and plant.expected.end >= asked.today), key=_when)
    if not ahead:
        return _none(question, question.product, asked)
    draft = Draft(asked)
    draft.lines.append(_plant_line(draft, ahead[0], Style.LEAD))
    draft.rows.append(Row(ahead[0].name, ahead[0].capacity_tpa, "tpa", ahead[0].expected.text if ahead[0].expected else ""))
    draft.cite(ahead[0].source)
    return draft.answer(Kind.CAPACITY, value=ahead[0].capacity_tpa, unit="tpa")


def _ordered(plants: Iterable[Plant]) -> list[Plant]:
    return sorted(plants, key=lambda plant: (_ORDER.index(plant.stage), -(plant.capacity_tpa or 0.0), plant.name))


def _plant_rows(draft: Draft, plants: Sequence[Plant]) -> None:
    for plant in plants[:_MOST]:
        draft.rows.append(Row(plant.name, plant.capacity_tpa, "tpa", plant.expected.text if plant.expected else ""))
        draft.lines.append(_plant_line(draft, plant, Style.ROW))
        draft.cite(plant.source)


def _plant_line(draft: Draft, plant: Plant, style: Style) -> Line:
    language = draft.asked.language
    stage = naming.name(naming.STATUSES, plant.stage, language)
    when: tuple[Span, ...] = ()
    if plant.expected:
        when = spans("since" if plant.stage is Stage.COMMISSIONED else "expected", language, when=plant.expected)
    parts = {
        "name": Quote(plant.name),
        "organisation": Quote(plant.organisation or "?"),
        "place": Quote(plant.place or "?"),
        "product": naming.product(plant.product, language),
        "stage": stage,
        "expected": when,
    }
    if plant.capacity_tpa is None:
        return line("plant_row_no_amount", language, style, **parts)
    return line("plant_row", language, style, amount=_by_rule("", "tpa", (plant_fact(plant),)), **parts)


# ---------------------------------------------------------------- demand, and one plant


def _demand(question: Capacity, asked: Asked) -> Answer:
    """Demand in a year against the capacity that stands by then, as recorded."""
    subject = Subject("demand")
    key = asked.measure.key(subject)
    unit = asked.measure.unit(key, subject)
    period = question.until or question.since or asked.measure.newest(key, unit)
    found = asked.measure.measure(subject, key, unit, period) if period else None
    if not isinstance(found, Found) or period is None:
        return unknown(replace(subject, product=MAGNETS, partner=key.partner), key, unit, period, asked)
    stands = [
        plant
        for plant in _all_magnets(asked)
        if plant.stage is Stage.COMMISSIONED
        or (plant.stage in _PIPELINE and plant.expected and plant.expected.end <= period.end)
    ]
    draft, built = Draft(asked), _sum(stands)
    facts = (found.terms[0], *built.facts)
    short = _by_rule("gap", "tpa", facts)
    draft.say("demand_capacity", Style.LEAD, year=period, demand=found.amount(), capacity=built)
    if short.value >= 0:
        draft.say("demand_short", amount=short)
    else:
        draft.say("demand_met", amount=Amount(-short.value, "tpa", (_as_fact(built), found.terms[0]), "difference"))
    running = [plant for plant in stands if plant.stage is Stage.COMMISSIONED]
    if running:
        rate = _by_rule("progress", "%", (found.terms[0], *_sum(running).facts))
        draft.say("demand_now", amount=_sum(running), rate=rate)
    for row in found.beside:
        draft.say(
            "beside",
            Style.BESIDE,
            amount=Amount(row.value, row.unit, (fact(row),)),
            status=naming.name(naming.STATUSES, row.status, asked.language),
            source=Quote(row.source.title),
        )
    draft.offer("मांग, वर्षवार" if asked.language == "hi" else "Demand", Figure(replace(subject, period=period)))
    return draft.answer(Kind.CAPACITY, value=abs(short.value), unit="tpa", period=period.text)


def plant(question: OnePlant, asked: Asked) -> Answer:
    """One plant: what it makes, how far it is, when it is expected, whose and where."""
    one: Plant = asked.store.plants.get(question.number)
    draft = Draft(asked)
    draft.lines.append(_plant_line(draft, one, Style.LEAD))
    draft.rows.append(Row(one.name, one.capacity_tpa, "tpa", one.expected.text if one.expected else ""))
    draft.cite(one.source)
    if one.baseline and one.expected and one.baseline != one.expected:
        draft.say("plant_moved", first=one.baseline)
    if one.note:
        draft.say("note", Style.SMALL, note=Quote(one.note))
    if one.confidence:
        draft.say("confidence", Style.SMALL, confidence=naming.name(naming.STATUSES, one.confidence, asked.language))
    for other in asked.store.plants.beside(one.number):
        draft.lines.append(_plant_line(draft, other, Style.BESIDE))
        draft.cite(other.source)
    return draft.answer(
        Kind.CAPACITY, value=one.capacity_tpa, unit="tpa", period=one.expected.text if one.expected else ""
    )


_ASPECTS: dict[str, Callable[[Capacity, Asked], Answer]] = {
    "progress": _progress,
    "target": _target_answer,
    "gap": _gap,
    "pace": _pace,
    "reach": _reach,
    "total": _total,
    "count": _count,
    "plants": _plants,
    "largest": _largest,
    "next": _next_plant,
    "demand": _demand,
}
