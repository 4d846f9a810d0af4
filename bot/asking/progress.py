"""Answers about plants: what is commissioned of the target, what is missing, at what pace, by whom and where."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from bot.asking import naming
from bot.asking.answers import Amount, Answer, Chart, Fact, Kind, Mark, Quote, Row, Style
from bot.asking.drafting import Asked, Draft
from bot.asking.measuring import MAGNETS, Found, fact
from bot.asking.outlook import outlook
from bot.asking.questions import Capacity, Figure, Subject
from bot.asking.trade import unknown
from bot.asking.wording import listed, spans
from bot.asking.works import (
    PIPELINE,
    all_magnets,
    as_fact,
    average_size,
    by_rule,
    count,
    eldest,
    largest,
    next_plant,
    outside,
    plant_fact,
    plant_rows,
    plants,
    sum_of,
    total,
)
from storage.periods import Period
from storage.records import Plant, Source, Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from bot.asking.outlook import Outlook
    from storage.records import Figure as FigureRecord
    from storage.store import Store


_WEIGHED = 1_000  # milestones whose slips the outlook weighs


@dataclass(frozen=True, slots=True)
class Standing:
    """The target, and the commissioned magnet plants that count toward it and that do not."""

    target: Found | None
    counted: tuple[Plant, ...]
    beside: tuple[Plant, ...]
    looked: tuple[Plant, ...]  # every magnet plant on record: what a zero stands on

    def amount(self) -> Amount:
        """What is built. Nothing is an amount too: of all the plants on record, none counts."""
        return _built(self.counted, self.looked, self.target)

    @property
    def built(self) -> float:
        return sum(plant.capacity_tpa or 0.0 for plant in self.counted)


def _built(counted: Sequence[Plant], looked: Sequence[Plant], other: Found | None) -> Amount:
    """Their capacity together. Nothing is an amount too: of all the plants looked at, none counts."""
    amount = sum_of(counted)
    if amount.facts:
        return amount
    facts = tuple(plant_fact(plant) for plant in looked) or (other.terms[:1] if other else ())
    return Amount(0.0, "tpa", facts, "none")


def capacity(question: Capacity, asked: Asked) -> Answer:
    return _ASPECTS[question.aspect](question, asked)


def standing(asked: Asked) -> Standing:
    magnets = [plant for plant in asked.store.plants.all() if plant.product == MAGNETS]
    programme = any(plant.programme for plant in magnets)
    built = [plant for plant in magnets if plant.stage is Stage.COMMISSIONED]
    counted = tuple(plant for plant in built if plant.programme or not programme)
    beside = tuple(plant for plant in built if plant not in counted)
    return Standing(_target(asked), counted, beside, tuple(magnets))


def _target(asked: Asked) -> Found | None:
    subject = Subject("capacity_target")
    key = asked.measure.key(subject)
    unit = asked.measure.unit(key, subject)
    period = asked.measure.newest(key, unit)
    found = asked.measure.measure(subject, key, unit, period) if period else None
    return found if isinstance(found, Found) and found.value else None


def _year(found: Found) -> Period:
    return Period.year(found.period.end.year)


# ---------------------------------------------------------------- toward the target


def _progress(question: Capacity, asked: Asked) -> Answer:
    now = standing(asked)
    draft = Draft(asked)
    built = now.amount()
    if now.target is None:
        draft.say("progress_alone", Style.LEAD, built=built) if now.counted else draft.say("nothing_built", Style.LEAD)
        draft.say("no_target")
        _counted(draft, now)
        return draft.answer(Kind.CAPACITY, value=now.built if now.counted else None, unit="tpa", gap=not now.counted)
    facts = (now.target.terms[0], *(plant_fact(plant) for plant in now.counted if plant.capacity_tpa is not None))
    rate = by_rule("progress", "%", facts)
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
    plant_rows(draft, now.counted)
    if sum_of(now.beside).facts:
        names = listed([Quote(plant.name) for plant in now.beside])
        draft.say("outside", Style.BESIDE, amount=sum_of(now.beside), names=names)


def _basis(draft: Draft, target: Found) -> None:
    for row in target.rows:
        if row.note:
            draft.say("target_basis", Style.SMALL, note=Quote(row.note))
    draft.cite(*(row.source for row in target.beside))


def _chart(now: Standing, asked: Asked) -> Chart | None:
    """Only what may come to count: with a programme on record, its plants and none outside it."""
    programme = any(plant.programme for plant in now.looked)
    plants = [plant for plant in now.looked if plant.stage is not Stage.SHELVED and (plant.programme or not programme)]
    if not plants or now.target is None:
        return None
    marks = tuple(
        Mark(plant.name, plant.capacity_tpa or 0.0, plant.stage, plant.expected.end if plant.expected else None)
        for plant in plants
    )
    sources = tuple(dict.fromkeys([*(row.source for row in now.target.rows), *(plant.source for plant in plants)]))
    title = "लक्ष्य की ओर क्षमता" if asked.language == "hi" else "Magnet capacity toward the target"
    as_of = max((source.published for source in sources if source.published), default=None)
    apart = _APART[asked.language == "hi"] if programme else ""
    return Chart("progress", title, "tpa", marks, sources, as_of, asked.language, now.target.value, apart)


_APART = ("plants outside the scheme are not counted", "योजना से बाहर के संयंत्र नहीं गिने गए")


def _gap(question: Capacity, asked: Asked) -> Answer:
    now = standing(asked)
    if now.target is None:
        return _no_target(asked)
    draft = Draft(asked)
    gap = _gap_amount(now, now.target)
    if gap.value <= 0:
        draft.say("gap_closed", Style.LEAD, built=now.amount(), target=now.target.amount())
    else:
        draft.say("gap", Style.LEAD, gap=gap, built=now.amount(), target=now.target.amount(), year=_year(now.target))
    _counted(draft, now)
    if question.percent:
        share = by_rule("share", "%", (as_fact(gap), now.target.terms[0]))
        draft.say("share_basis", part=gap, whole=now.target.amount(), basis=spans("compare", "en", what=share))
        return draft.answer(Kind.CAPACITY, value=share.value, unit="%")
    return draft.answer(Kind.CAPACITY, value=gap.value, unit="tpa")


def _gap_amount(now: Standing, target: Found) -> Amount:
    return by_rule(
        "gap",
        "tpa",
        (target.terms[0], *(plant_fact(plant) for plant in now.counted if plant.capacity_tpa is not None)),
    )


def _pace(_: Capacity, asked: Asked) -> Answer:
    now = standing(asked)
    if now.target is None:
        return _no_target(asked)
    draft, years = Draft(asked), now.target.period.end.year - asked.today.year
    if years <= 0:
        draft.say("pace_past", Style.LEAD, year=_year(now.target), gap=_gap_amount(now, now.target))
        return draft.answer(Kind.CAPACITY)
    facts = (
        Fact(years, "years", "", Source("")),
        now.target.terms[0],
        *(plant_fact(plant) for plant in now.counted if plant.capacity_tpa is not None),
    )
    pace = by_rule("pace", "tpa", facts)
    draft.say("pace", Style.LEAD, pace=pace, gap=_gap_amount(now, now.target), count=years, year=_year(now.target))
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


def _outlook(target: FigureRecord, asked: Asked) -> Outlook:
    """The plan's arithmetic over the record, done again only when the record, the target or the day is another."""
    store = asked.store
    of = store.journal.version, target, asked.today
    kept = _outlooks.get(store)
    if kept is None or kept[0] != of:
        kept = of, outlook(store.milestones.select(limit=_WEIGHED), store.plants.all(), target, asked.today)
        _outlooks[store] = kept
    return kept[1]


_outlooks: WeakKeyDictionary[Store, tuple[tuple[int, FigureRecord, date], Outlook]] = WeakKeyDictionary()


def _reach(_: Capacity, asked: Asked) -> Answer:
    """The target's own year, and the year in which the plants of the record add up to it: as recorded, and with the slip seen."""
    target = _target(asked)
    if target is None:
        return _no_target(asked)
    view, draft = _outlook(target.rows[0], asked), Draft(asked)
    draft.say("target", Style.LEAD, target=target.amount(), year=_year(target))
    for roll, key in ((view.counted.recorded, "reach"), (view.counted.slipped, "reach_slipped")):
        if roll.reached is not None:
            draft.say(key, year=Period.year(roll.reached))
    counted = [*view.counted.commissioned, *view.counted.pipeline]
    key = "reach_never" if view.counted.recorded.reached is None else "reach_with_all"
    if counted:
        draft.say(key, amount=_built(counted, all_magnets(asked), target))
    else:
        draft.say("reach_nobody")
    for assumption in (*view.assumes, *view.counted.slipped.assumes):
        draft.say("compare", Style.SMALL, what=(Quote(assumption.text(asked.language)),))
    _basis(draft, target)
    return draft.answer(Kind.CAPACITY, value=target.value, unit="tpa", period=target.period.text)


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
        for plant in all_magnets(asked)
        if plant.stage is Stage.COMMISSIONED
        or (plant.stage in PIPELINE and plant.expected and plant.expected.end <= period.end)
    ]
    draft, built = Draft(asked), _built(stands, all_magnets(asked), found)
    facts = (found.terms[0], *sum_of(stands).facts)
    short = by_rule("gap", "tpa", facts)
    draft.say("demand_capacity", Style.LEAD, year=period, demand=found.amount(), capacity=built)
    if short.value >= 0:
        draft.say("demand_short", amount=short)
    else:
        draft.say("demand_met", amount=Amount(-short.value, "tpa", (as_fact(built), found.terms[0]), "difference"))
    running = [plant for plant in stands if plant.stage is Stage.COMMISSIONED]
    if sum_of(running).facts and found.value:
        rate = by_rule("progress", "%", (found.terms[0], *sum_of(running).facts))
        draft.say("demand_now", amount=sum_of(running), rate=rate)
    outside(draft, stands, all_magnets(asked))
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


_ASPECTS: dict[str, Callable[[Capacity, Asked], Answer]] = {
    "progress": _progress,
    "target": _target_answer,
    "gap": _gap,
    "pace": _pace,
    "reach": _reach,
    "total": total,
    "count": count,
    "groups": count,
    "plants": plants,
    "largest": largest,
    "average": average_size,
    "eldest": eldest,
    "next": next_plant,
    "demand": _demand,
}
