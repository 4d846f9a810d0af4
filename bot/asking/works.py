"""Answers about plants: their capacity added up, counted and listed, and one by name."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from bot.asking import naming
from bot.asking.answers import Amount, Answer, Fact, Kind, Line, Quote, Row, Span, Style
from bot.asking.drafting import Asked, Draft
from bot.asking.knowledge import parts_of
from bot.asking.measuring import MAGNETS
from bot.asking.orders import lies_beyond, said_bound
from bot.asking.questions import Capacity
from bot.asking.questions import Plant as OnePlant
from bot.asking.rules import apply
from bot.asking.wording import Filling, bounds, line, listed, spans
from storage.records import Plant, Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


PIPELINE = (Stage.ANNOUNCED, Stage.AWARDED, Stage.BUILDING)


_ORDER = (Stage.COMMISSIONED, Stage.BUILDING, Stage.AWARDED, Stage.ANNOUNCED, Stage.SHELVED)


_MOST = 40


# ---------------------------------------------------------------- amounts


def plant_fact(plant: Plant) -> Fact:
    return Fact(
        plant.capacity_tpa or 0.0, "tpa", plant.expected.text if plant.expected else "", plant.source, None, plant.name
    )


def sum_of(plants: Iterable[Plant]) -> Amount:
    facts = tuple(plant_fact(plant) for plant in plants if plant.capacity_tpa is not None)
    return Amount(sum(each.value for each in facts), "tpa", facts, "sum")


def by_rule(rule: str, unit: str, facts: tuple[Fact, ...]) -> Amount:
    return Amount(apply(rule, [each.value for each in facts]), unit, facts, rule)


def as_fact(amount: Amount) -> Fact:
    return Fact(amount.value, amount.unit, "", amount.facts[0].source, None, "", amount.facts, amount.rule)


def all_magnets(asked: Asked) -> list[Plant]:
    return [plant for plant in asked.store.plants.all() if plant.product == MAGNETS]


def when_expected(plant: Plant) -> date:
    return plant.expected.end if plant.expected else date.max


# ---------------------------------------------------------------- sums, counts and lists


def _matching(question: Capacity, asked: Asked, *, product: str) -> list[Plant]:
    return [plant for plant in asked.store.plants.all() if _fits(plant, question, product)]


def _fits(plant: Plant, question: Capacity, product: str) -> bool:
    if product and plant.product != product:
        return False
    if question.stage and plant.stage != question.stage:
        return False
    if question.pipeline and not question.stage and plant.stage not in PIPELINE:
        return False
    if question.organisation and plant.organisation != question.organisation:
        return False
    if question.place and question.place not in parts_of(plant.place):
        return False
    bounded = question.above is not None or question.below is not None
    if bounded and not (
        plant.capacity_tpa is not None
        and lies_beyond(plant.capacity_tpa, question.above, question.below, reached=question.reached)
    ):
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
    parts: list[Filling] = []
    if question.stage:
        parts.append(naming.name(naming.STATUSES, question.stage, language))
    if question.pipeline and not question.stage:
        parts.append("पाइपलाइन में" if language == "hi" else "not yet commissioned")
    if product:
        parts.append(naming.product(product, language))
    parts += [Quote(name) for name in (question.organisation, question.place) if name]
    parts += bounds(question.since, question.until, language)
    parts += said_bound(question, "t", language)
    return listed(parts or ["सभी" if language == "hi" else "all plants"])


def total(question: Capacity, asked: Asked) -> Answer:
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
    draft, amount = Draft(asked), sum_of(live)
    what = _about(question, product, asked.language)
    if amount.facts:
        draft.say("capacity_total", Style.LEAD, amount=amount, what=what)
    else:
        draft.say("capacity_not_told", Style.LEAD, what=what)
    _by_stage(draft, live)
    plant_rows(draft, _ordered(live))
    if product == MAGNETS:
        outside(draft, live, all_magnets(asked))
    _left_out(draft, [plant for plant in plants if plant not in live])
    return draft.answer(Kind.CAPACITY, value=amount.value if amount.facts else None, unit="tpa")


def _by_stage(draft: Draft, plants: Sequence[Plant]) -> None:
    """How much of a sum stands and how much is only to come, where it holds both."""
    each = {stage: sum_of(plant for plant in plants if plant.stage is stage) for stage in _ORDER}
    held = {stage: amount for stage, amount in each.items() if amount.facts}
    for stage, amount in held.items() if len(held) > 1 else ():
        draft.say("row", label=naming.name(naming.STATUSES, stage, draft.asked.language), amount=amount)


def _left_out(draft: Draft, plants: Sequence[Plant]) -> None:
    if plants:
        draft.say("plants_left_out", names=listed([Quote(plant.name) for plant in plants]))


def _none(question: Capacity, product: str, asked: Asked) -> Answer:
    draft = Draft(asked)
    draft.say("capacity_none", Style.LEAD, what=_about(question, product, asked.language))
    whose = Capacity(organisation=question.organisation, place=question.place)
    if question.organisation or question.place:
        plant_rows(draft, _ordered(_matching(whose, asked, product="")))
    return draft.answer(Kind.CAPACITY, gap=not asked.store.plants.count())


def _grouped(question: Capacity, plants: Sequence[Plant], product: str, asked: Asked) -> Answer:
    """Sums by company, state, stage or year."""
    named = _GROUPS[question.by]
    groups: dict[str, list[Plant]] = defaultdict(list)
    for plant in plants:
        if plant.stage is not Stage.SHELVED or question.stage == Stage.SHELVED or question.by == "stage":
            groups[named(plant)].append(plant)
    sums = {name: amount for name, group in groups.items() if name and (amount := sum_of(group)).facts}
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


def count(question: Capacity, asked: Asked) -> Answer:
    plants = _matching(question, asked, product=question.product)
    if question.by in _GROUPS:
        return _counted_groups(question, plants, asked)
    draft = Draft(asked)
    draft.say("plants_count", Style.LEAD, count=len(plants), what=_about(question, question.product, asked.language))
    plant_rows(draft, _ordered(plants))
    return draft.answer(Kind.CAPACITY, value=float(len(plants)), unit="count")


def _counted_groups(question: Capacity, plants: Sequence[Plant], asked: Asked) -> Answer:
    """How many companies, states or stages have plants, and how many each."""
    groups: dict[str, list[Plant]] = defaultdict(list)
    for plant in plants:
        if name := _GROUPS[question.by](plant):
            groups[name].append(plant)
    draft, of_groups = Draft(asked), question.aspect == "groups"
    told = len(groups) if of_groups else len(plants)
    what = _about(question, question.product, asked.language)
    if of_groups:
        what = (*spans(f"per_{question.by}", asked.language), *what)
    draft.say("groups_count" if of_groups else "plants_count", Style.LEAD, count=told, what=what)
    for name in sorted(groups, key=lambda name: (-len(groups[name]), name)):
        label = naming.name(naming.STATUSES, name, asked.language) if question.by == "stage" else name
        draft.rows.append(Row(label, float(len(groups[name])), "count"))
        draft.say("group_count", Style.ROW, label=(Quote(label),), count=len(groups[name]))
    draft.cite(*dict.fromkeys(plant.source for plant in plants[:_MOST]))
    return draft.answer(Kind.CAPACITY, value=float(told), unit="count")


def plants(question: Capacity, asked: Asked) -> Answer:
    plants = _matching(question, asked, product=question.product)
    if not plants:
        return _none(question, question.product, asked)
    draft = Draft(asked)
    draft.say("plants_of", Style.LEAD, what=_about(question, question.product, asked.language))
    plant_rows(draft, _ordered(plants))
    return draft.answer(Kind.CAPACITY, value=None)


def largest(question: Capacity, asked: Asked) -> Answer:
    plants = [plant for plant in _matching(question, asked, product=question.product) if plant.capacity_tpa]
    live = [plant for plant in plants if plant.stage is not Stage.SHELVED] or plants
    magnets = [plant for plant in live if plant.product == MAGNETS] if not question.product else live
    if not live:
        return _none(question, question.product, asked)
    ordered = sorted(magnets or live, key=lambda plant: plant.capacity_tpa or 0.0, reverse=not question.low)
    first = ordered[0]
    draft, amount = Draft(asked), by_rule("", "tpa", (plant_fact(first),))
    draft.say("smallest" if question.low else "largest", Style.LEAD, name=Quote(first.name), amount=amount)
    plant_rows(draft, [plant for plant in ordered if plant.capacity_tpa == first.capacity_tpa])
    return draft.answer(Kind.CAPACITY, value=amount.value, unit="tpa")


def average_size(question: Capacity, asked: Asked) -> Answer:
    """How large a plant is on average, of those that were asked about and whose capacity is told."""
    product = question.product or MAGNETS
    told = [plant for plant in _matching(question, asked, product=product) if plant.capacity_tpa]
    live = [plant for plant in told if plant.stage is not Stage.SHELVED] or told
    if not live:
        return _none(question, product, asked)
    draft = Draft(asked)
    amount = by_rule("average", "tpa", tuple(plant_fact(plant) for plant in live))
    draft.say(
        "plant_average", Style.LEAD, amount=amount, count=len(live), what=_about(question, product, asked.language)
    )
    plant_rows(draft, _ordered(live))
    return draft.answer(Kind.CAPACITY, value=amount.value, unit="tpa")


def eldest(question: Capacity, asked: Asked) -> Answer:
    """The plant that began first, or last, of those that run; where none runs with a date, of those that are expected."""
    dated = [plant for plant in _matching(question, asked, product=question.product) if plant.expected]
    running = [plant for plant in dated if plant.stage is Stage.COMMISSIONED] or dated
    if not running:
        return _none(question, question.product, asked)
    ordered = sorted(running, key=when_expected, reverse=not question.low)
    first = [plant for plant in ordered if when_expected(plant) == when_expected(ordered[0])]
    draft = Draft(asked)
    draft.say(
        "plant_oldest" if question.low else "plant_newest",
        Style.LEAD,
        names=listed([Quote(plant.name) for plant in first]),
    )
    plant_rows(draft, first)
    return draft.answer(
        Kind.CAPACITY, value=None, unit="tpa", period=first[0].expected.text if first[0].expected else ""
    )


def outside(draft: Draft, plants: Sequence[Plant], looked: Iterable[Plant]) -> None:
    """Which of these are outside the programme, where any plant on record is in one."""
    apart = [plant for plant in plants if not plant.programme]
    if any(plant.programme for plant in looked) and sum_of(apart).facts:
        draft.say(
            "outside_of_these", Style.BESIDE, amount=sum_of(apart), names=listed([Quote(plant.name) for plant in apart])
        )


def next_plant(question: Capacity, asked: Asked) -> Answer:
    """The plant that is expected first of those not yet commissioned."""
    coming = [plant for plant in _matching(question, asked, product=question.product) if plant.stage in PIPELINE]
    ahead = sorted(
        (plant for plant in coming if plant.expected and plant.expected.end >= asked.today), key=when_expected
    )
    if not ahead:
        return _none(question, question.product, asked)
    draft = Draft(asked)
    draft.lines.append(_plant_line(draft, ahead[0], Style.LEAD))
    draft.rows.append(
        Row(ahead[0].name, ahead[0].capacity_tpa, "tpa", ahead[0].expected.text if ahead[0].expected else "")
    )
    draft.cite(ahead[0].source)
    return draft.answer(Kind.CAPACITY, value=ahead[0].capacity_tpa, unit="tpa")


def _ordered(plants: Iterable[Plant]) -> list[Plant]:
    return sorted(plants, key=lambda plant: (_ORDER.index(plant.stage), -(plant.capacity_tpa or 0.0), plant.name))


def plant_rows(draft: Draft, plants: Sequence[Plant]) -> None:
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
    parts: dict[str, Filling] = {
        "name": Quote(plant.name),
        "whose": _whose(plant, language),
        "product": naming.product(plant.product, language),
        "stage": stage,
        "expected": when,
    }
    if plant.capacity_tpa is None:
        return line("plant_row_no_amount", language, style, **parts)
    return line("plant_row", language, style, amount=by_rule("", "tpa", (plant_fact(plant),)), **parts)


def _whose(plant: Plant, language: str) -> tuple[Span, ...]:
    """Its owner and place, as far as they are known."""
    known = [Quote(part) for part in (plant.organisation, plant.place) if part]
    return spans("whose", language, names=listed(known)) if known else ()


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
        draft.say(f"confidence_{one.confidence}", Style.SMALL)
    for other in asked.store.plants.beside(one.number):
        draft.lines.append(_plant_line(draft, other, Style.BESIDE))
        draft.cite(other.source)
    return draft.answer(
        Kind.CAPACITY, value=one.capacity_tpa, unit="tpa", period=one.expected.text if one.expected else ""
    )
