"""Numbers out of the record: a subject becomes the rows that it stands on and the rule that joins them. Chooses no words.

    subject -> key (what stands for what was not said) -> formula (rows wanted, and the rule) -> Found | Missing

Every row of a formula comes from one source, unless it is an exchange rate, which is named. A row of the very period wins; else the
fewest rows that tile it are added up.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from bot.asking.answers import Amount, Fact
from bot.asking.countries import INDIA, WORLD
from bot.asking.hs import CHILDREN, holder, is_code
from bot.asking.indicators import ADDED, OF_THE_WORLD, STOCKS
from bot.asking.rules import apply
from storage.periods import Period, named, tiles

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.asking.questions import Subject
    from storage.records import Figure, FigureStatus, Source
    from storage.store import Store

MAGNETS = "magnets"
_MONEY = ("USD", "INR")


@dataclass(frozen=True, slots=True)
class Key:
    """Which rows: `products` are added up. `code` is what was asked for, where `products` stand for it."""

    indicator: str
    products: tuple[str, ...]
    partner: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """One number of a formula. `free`: it may come from a source of its own."""

    key: Key
    unit: str
    period: Period
    free: bool = False


@dataclass(frozen=True, slots=True)
class Formula:
    """The numbers wanted, and the rule that makes one of them."""

    requests: tuple[Request, ...]
    rule: str
    unit: str


@dataclass(frozen=True, slots=True)
class Sum:
    """One request as one source answers it: a row, or rows added up."""

    value: float
    rows: tuple[Figure, ...]
    exact: bool

    @property
    def status(self) -> FigureStatus:
        return max((row.status for row in self.rows), key=lambda status: status.rank)

    @property
    def published(self) -> date:
        return max((row.source.published or date.min for row in self.rows), default=date.min)

    @property
    def fitness(self) -> tuple[bool, int, int]:
        """Smaller is better: the very period, then the firmer, then the later published."""
        return not self.exact, self.status.rank, -self.published.toordinal()


@dataclass(frozen=True, slots=True)
class Found:
    """A number, what it is computed from, and the numbers of other sources beside it."""

    value: float
    unit: str
    rule: str
    period: Period
    key: Key
    sums: tuple[Sum, ...]
    beside: tuple[Figure, ...] = ()
    terms_beside: tuple[Figure, ...] = ()  # of a number computed from several: what others say of each

    @property
    def rows(self) -> tuple[Figure, ...]:
        return tuple(dict.fromkeys(row for each in self.sums for row in each.rows))

    @property
    def status(self) -> FigureStatus:
        return max((each.status for each in self.sums), key=lambda status: status.rank)

    @property
    def added_up(self) -> bool:
        return any(not each.exact for each in self.sums)

    @property
    def exact_rule(self) -> str:
        """The rule over the rows themselves."""
        return ("sum" if self.added_up else "") if self.rule == "" else self.rule

    def amount(self, *, signed: bool = False, exact: bool = False) -> Amount:
        return Amount(self.value, self.unit, self.facts, self.exact_rule, signed=signed, exact=exact)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What the rule is applied to: one fact for each number of the formula."""
        if self.rule == "" and self.added_up:
            return tuple(fact(row) for row in self.sums[0].rows)
        return self.terms

    @property
    def terms(self) -> tuple[Fact, ...]:
        return tuple(_summed(each) for each in self.sums)


@dataclass(frozen=True, slots=True)
class Missing:
    """Why there is no number. why: none, partly, no_common, no_rate. `part` is what there is of a period covered in part."""

    why: str
    key: Key
    unit: str = ""
    period: Period | None = None
    part: Found | None = None


def fact(row: Figure) -> Fact:
    return Fact(row.value, row.unit, row.period.text, row.source, row.status, row.partner)


def _summed(each: Sum) -> Fact:
    if len(each.rows) == 1:
        return fact(each.rows[0])
    first, of = each.rows[0], tuple(fact(row) for row in each.rows)
    period = named(min(row.period.start for row in each.rows), max(row.period.end for row in each.rows))
    return Fact(each.value, first.unit, period.text, first.source, each.status, first.partner, of)


class Measure:
    """Reads the store for one question; asks it for narrow ranges of its indexes alone."""

    def __init__(self, store: Store, today: date) -> None:
        self._store, self.today = store, today
        self._fetched: dict[tuple[str, str, str, Period], dict[str, list[Figure]]] = {}
        self._within: dict[tuple[str, str, str, Period], dict[str, list[Figure]]] = {}  # of the shorter periods in it

    # ---- what stands for what was not said

    def key(self, subject: Subject) -> Key:
        indicator = subject.indicator or "imports"
        base = "imports" if indicator == "balance" else indicator
        products, code = self._products(base, subject.product)
        return Key(indicator, products, self._partner(base, products, subject.partner), code)

    def _products(self, indicator: str, product: str) -> tuple[tuple[str, ...], str]:
        held = self._store.figures.distinct("product", indicator)
        if not product:
            likely = (
                (MAGNETS, "oxides")
                if indicator not in ("reserves", "mine_output", "price", "processing_share")
                else ("oxides", MAGNETS)
            )
            return (next((name for name in likely if name in held), held[0] if held else MAGNETS),), ""
        if product in held or not is_code(product):
            return (product,), ""
        parts = CHILDREN.get(product, ())
        if parts and all(part in held for part in parts):
            return parts, product
        return (holder(product) or product,), product

    def _partner(self, indicator: str, products: tuple[str, ...], partner: str) -> str:
        wanted = WORLD if indicator in OF_THE_WORLD and partner in ("", INDIA) else partner or INDIA
        if partner and partner != INDIA:
            return wanted
        if self._holds(indicator, products[0], wanted):
            return wanted
        others = [
            name
            for name in self._store.figures.distinct("partner", indicator)
            if self._holds(indicator, products[0], name)
        ]
        return others[0] if others and not partner else wanted

    def _holds(self, indicator: str, product: str, partner: str) -> bool:
        return bool(self._store.figures.units(indicator, product, partner))

    def unit(self, key: Key, subject: Subject) -> str:
        """The unit to answer in: what was asked for where the record has it, else what it has."""
        held = self.units(key)
        wanted = {"money": "USD", "kg": "t"}.get(subject.unit, subject.unit)
        if key.indicator == "capacity_target" and wanted == "t":
            wanted = "tpa"
        if wanted:
            return wanted
        return next((unit for unit in ("USD", "t", "tpa", "INR", "%") if unit in held), held[0] if held else "USD")

    def units(self, key: Key) -> list[str]:
        base = "imports" if key.indicator == "balance" else key.indicator
        rows = self._store.figures.units(base, key.products[0], key.partner)
        return rows or self._store.figures.distinct("unit", base)

    def newest(self, key: Key, unit: str) -> Period | None:
        """The newest full year of a flow, the newest period of a stock; a forecast year only when there is no other."""
        periods = self.periods(key, unit)
        if not periods:
            return None
        if key.indicator in STOCKS:
            return max(periods, key=lambda period: (period.end, period.start))
        years = [period for period in periods if period.kind in ("year", "fiscal")]
        past = [period for period in years if period.start <= self.today]
        if past:
            return max(past, key=lambda period: (period.end, period.start))
        return years[0] if years else max(periods, key=lambda period: (period.end, period.start))

    def periods(self, key: Key, unit: str) -> list[Period]:
        base = "imports" if key.indicator == "balance" else key.indicator
        return self._store.figures.periods(base, key.products[0], key.partner, unit)

    def rows(self, key: Key, unit: str) -> list[Figure]:
        """Every row of a key in a unit, of all sources; of a code's parts those of the first."""
        base = "imports" if key.indicator == "balance" else key.indicator
        return self._store.figures.select(base, product=key.products[0], partner=key.partner, unit=unit)

    # ---- formulas

    def formula(self, subject: Subject, key: Key, unit: str, period: Period) -> Formula:
        """What a subject's number in a period is made of."""
        if subject.measure == "unit_value":
            money = unit if unit in _MONEY else "USD"
            parts = (Request(key, money, period), Request(key, "t", period))
            return Formula(parts, "unit_value", f"{money}/kg")
        whole = replace(key, partner=WORLD)
        if subject.measure == "share":
            return Formula(
                (Request(key, unit, period), Request(whole, unit, period)),
                "share_apart" if subject.apart else "share",
                "%",
            )
        if subject.measure in ("change", "growth"):
            pair = (Request(key, unit, period), Request(key, unit, period.year_before()))
            return Formula(
                pair,
                "growth" if subject.measure == "growth" else "difference",
                "%" if subject.measure == "growth" else unit,
            )
        if subject.apart:
            return Formula((Request(whole, unit, period), Request(key, unit, period)), "difference", unit)
        if key.indicator == "balance":
            out, in_ = replace(key, indicator="exports"), replace(key, indicator="imports")
            return Formula((Request(in_, unit, period), Request(out, unit, period)), "difference", unit)
        return Formula((Request(key, unit, period),), "", unit)

    def measure(self, subject: Subject, key: Key, unit: str, period: Period) -> Found | Missing:
        """A subject's number in a period, in a unit; rupees by an exchange rate where there is no rupee row."""
        found = self.solve([self.formula(subject, key, unit, period)])
        if isinstance(found, list):
            return found[0]
        if unit in _MONEY and subject.measure != "share":
            converted = self._converted(subject, key, unit, period)
            if converted is not None:
                return converted
        return found

    def _converted(self, subject: Subject, key: Key, unit: str, period: Period) -> Found | None:
        other = "USD" if unit == "INR" else "INR"
        formula = self.formula(subject, key, other, period)
        if formula.rule:
            return None
        rate = Request(Key("exchange_rate", ("usd",), INDIA), "INR", period, free=True)
        rule = "conversion" if unit == "INR" else "conversion_back"
        found = self.solve([Formula((*formula.requests, rate), rule, unit)])
        return found[0] if isinstance(found, list) else None

    def solve(self, formulas: Sequence[Formula]) -> list[Found] | Missing:
        """Every formula from one source, the best that has them all; or why there is none.

        Rows of the very periods are looked at first; what has none is added up from shorter ones.
        """
        found = self._solved(formulas, tiled=False)
        return found if isinstance(found, list) else self._solved(formulas, tiled=True)

    def _solved(self, formulas: Sequence[Formula], *, tiled: bool) -> list[Found] | Missing:
        answers: list[dict[str, Sum]] = []
        bound: set[str] | None = None
        for request in (request for formula in formulas for request in formula.requests):
            choices = self._choices(request, tiled=tiled)
            if not choices:
                return self._missing(request) if tiled else Missing("none", request.key)
            answers.append(choices)
            if not request.free:
                bound = set(choices) if bound is None else bound & set(choices)
        requests = [request for formula in formulas for request in formula.requests]
        if not bound:
            return Missing("no_common", requests[0].key, requests[0].unit, requests[0].period)
        source = min(
            bound,
            key=lambda name: (
                max(each[name].fitness for each, request in zip(answers, requests, strict=True) if not request.free),
                name,
            ),
        )
        sums = [
            min(each.values(), key=lambda one: one.fitness) if request.free else each[source]
            for each, request in zip(answers, requests, strict=True)
        ]
        found = self._found(formulas, sums, answers, source)
        over_nothing = next((each for each in found if not math.isfinite(each.value)), None)
        if over_nothing is not None:  # a share of nothing, a price of no weight
            return Missing("none", over_nothing.key, over_nothing.sums[-1].rows[0].unit, over_nothing.period)
        return found

    def _found(
        self, formulas: Sequence[Formula], sums: list[Sum], answers: list[dict[str, Sum]], source: str
    ) -> list[Found]:
        out: list[Found] = []
        at = 0
        for formula in formulas:
            own = tuple(sums[at : at + len(formula.requests)])
            beside = _beside(answers[at], source) if formula.rule == "" else ()
            value = apply(formula.rule, [each.value for each in own])
            first = formula.requests[0]
            apart = _terms_beside(answers[at : at + len(own)], own, source) if formula.rule == "share" else ()
            out.append(Found(value, formula.unit, formula.rule, first.period, first.key, own, beside, apart))
            at += len(formula.requests)
        return out

    # ---- rows

    def _choices(self, request: Request, *, tiled: bool) -> dict[str, Sum]:
        """How each source answers a request."""
        each = [self._of_product(request, product, tiled=tiled) for product in request.key.products]
        if len(each) == 1:
            return each[0]
        return {
            name: Sum(
                sum(one[name].value for one in each), tuple(row for one in each for row in one[name].rows), exact=False
            )
            for name in each[0]
            if all(name in one for one in each)
        }

    def _of_product(self, request: Request, product: str, *, tiled: bool) -> dict[str, Sum]:
        key = request.key
        exact = self._select(key, product, request.unit, period=request.period)
        found = {source: Sum(row.value, (row,), exact=True) for source, row in _first_of_each(exact).items()}
        if tiled and key.indicator in ADDED and request.period.length > 1:
            for source, rows in _by_source(self._select(key, product, request.unit, within=request.period)).items():
                if source not in found and (added := _tiled(request.period, rows)):
                    found[source] = added
        return found

    def _select(
        self, key: Key, product: str, unit: str, *, period: Period | None = None, within: Period | None = None
    ) -> list[Figure]:
        fetched = self._fetched.get((key.indicator, product, unit, period)) if period else None
        if within:
            fetched = self._within.get((key.indicator, product, unit, within))
        if fetched is not None:
            return fetched.get(key.partner, [])
        return self._store.figures.select(
            key.indicator, product=product, partner=key.partner, unit=unit, period=period, within=within
        )

    def fetch(self, formula: Formula) -> None:
        """Read what a formula wants for every partner at once, where many partners' numbers will be asked for."""
        for request in formula.requests:
            for product in request.key.products:
                where = request.key.indicator, product, request.unit, request.period
                if where not in self._fetched:
                    self._fetched[where] = self._of_each_partner(*where)

    def leaders(self, formula: Formula, partners: list[str], count: int, *, low: bool) -> list[str]:
        """The partners that can stand among the first `count`, where each number is one row of one source; else all of them."""
        tables = [
            self._fetched.get((each.key.indicator, each.key.products[0], each.unit, each.period), {})
            for each in formula.requests
        ]
        worldly = [each.key.partner == WORLD for each in formula.requests]
        values: dict[str, float] = {}
        for partner in partners:
            rows = [table.get(WORLD if world else partner, []) for table, world in zip(tables, worldly, strict=True)]
            if any(len(each) != 1 for each in rows) or len(formula.requests[0].key.products) > 1:
                return partners
            values[partner] = apply(formula.rule, [each[0].value for each in rows])
            if not math.isfinite(values[partner]):
                return partners
        return sorted(partners, key=lambda partner: values[partner], reverse=not low)[:count]

    def _of_each_partner(self, indicator: str, product: str, unit: str, period: Period) -> dict[str, list[Figure]]:
        found: dict[str, list[Figure]] = defaultdict(list)
        for row in self._store.figures.select(indicator, product=product, unit=unit, period=period):
            found[row.partner].append(row)
        return dict(found)

    def _parts_of_each_partner(
        self, indicator: str, product: str, unit: str, period: Period
    ) -> dict[str, list[Figure]]:
        where = indicator, product, unit, period
        if where not in self._within:
            found: dict[str, list[Figure]] = defaultdict(list)
            for row in self._store.figures.select(indicator, product=product, unit=unit, within=period):
                found[row.partner].append(row)
            self._within[where] = dict(found)
        return self._within[where]

    def _missing(self, request: Request) -> Missing:
        part = self.covered(request)
        return Missing("partly" if part else "none", request.key, request.unit, request.period, part)

    def covered(self, request: Request) -> Found | None:
        """From the period's first day as far as the rows of one source go; else its longest stretch without a gap."""
        if request.key.indicator not in ADDED or len(request.key.products) > 1:
            return None
        rows = self._select(request.key, request.key.products[0], request.unit, within=request.period)
        best: Found | None = None
        for each in _by_source(rows).values():
            stretch = _longest(request.period, each)
            if stretch and (tiled := _tiled(stretch, each)):
                found = Found(tiled.value, request.unit, "", stretch, request.key, (tiled,))
                if best is None or (stretch.start == request.period.start, stretch.length) > (
                    best.period.start == request.period.start,
                    best.period.length,
                ):
                    best = found
        return best

    def nearest(self, subject: Subject, key: Key, unit: str, period: Period) -> Found | None:
        """The period as long as this one that lies nearest, else any nearest that has this number; of two as near the firmer."""
        known = self.periods(key, unit)
        same = [each for each in known if each.length == period.length and each.length] or known
        nearest = sorted(same, key=lambda one: (_apart(one, period), one.start))[:3]
        found = [each for one in nearest if isinstance(each := self.measure(subject, key, unit, one), Found)]
        return min(found, key=lambda each: (_apart(each.period, period), each.status.rank), default=None)

    def reach(self, key: Key) -> Period | None:
        """The period up to which the record goes, in any unit."""
        every = [period for unit in self.units(key) for period in self.periods(key, unit)]
        return max(every, key=lambda period: (period.end, period.start), default=None)

    def revisions(self, row: Figure) -> list[Figure]:
        return [old for old in self._store.figures.revisions(row) if old.value != row.value or old.status != row.status]

    def partners(self, key: Key, unit: str, period: Period) -> list[str]:
        """The countries that have this number for the period, or parts of it."""
        self.fetch(Formula((Request(key, unit, period),), "", unit))
        names = [name for product in key.products for name in self._fetched[key.indicator, product, unit, period]]
        if not names and key.indicator in ADDED:
            names = list(self._parts_of_each_partner(key.indicator, key.products[0], unit, period))
        return list(dict.fromkeys(name for name in names if name not in (WORLD, INDIA)))


def _apart(one: Period, other: Period) -> int:
    """How many days lie between the middles of two periods."""
    return abs((one.start - other.start).days + (one.end - other.end).days) // 2


def _by_source(rows: Iterable[Figure]) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = defaultdict(list)
    for row in rows:
        found[row.source.identity].append(row)
    return found


def _first_of_each(rows: Iterable[Figure]) -> dict[str, Figure]:
    found: dict[str, Figure] = {}
    for row in rows:
        found.setdefault(row.source.identity, row)
    return found


def _tiled(period: Period, rows: list[Figure]) -> Sum | None:
    by_period: dict[Period, Figure] = {}
    for row in rows:
        by_period.setdefault(row.period, row)
    pieces = tiles(period.start, period.end, list(by_period))
    if not pieces:
        return None
    parts = tuple(by_period[piece] for piece in pieces)
    return Sum(sum(part.value for part in parts), parts, exact=len(parts) == 1)


def _longest(period: Period, rows: list[Figure]) -> Period | None:
    """The stretch from the first row on that rows cover without a gap."""
    pieces = list(dict.fromkeys(row.period for row in rows))
    starts = (
        [period.start]
        if any(piece.start == period.start for piece in pieces)
        else sorted({piece.start for piece in pieces})
    )
    for start in starts:
        for end in sorted({piece.end for piece in pieces}, reverse=True):
            if end >= start and tiles(start, end, pieces):
                return named(start, end)
    return None


def _beside(choices: dict[str, Sum], chosen: str) -> tuple[Figure, ...]:
    """What other sources say of the very period, the firmest first."""
    others = [each for name, each in choices.items() if name != chosen and each.exact]
    others.sort(key=lambda each: each.fitness)
    return tuple(each.rows[0] for each in others)


def _terms_beside(answers: Sequence[dict[str, Sum]], own: Sequence[Sum], chosen: str) -> tuple[Figure, ...]:
    """What other sources say of the parts of a number, where they differ from those that it was computed from."""
    return tuple(
        row
        for choices, one in zip(answers, own, strict=True)
        for row in _beside(choices, chosen)
        if abs(row.value - one.value) > _SAME * max(abs(one.value), 1)
    )


_SAME = 0.002  # of a number, within which a rounded one is the same


def as_fact(found: Found) -> Fact:
    """A number of several rows as one fact that names them; by a rule other than a sum it keeps its parts."""
    if found.rule == "":
        return found.terms[0]
    of = found.terms
    return Fact(
        found.value, found.unit, found.period.text, of[0].source, found.status, found.key.partner, of, found.rule
    )


def sources_of(found: Iterable[Found]) -> tuple[Source, ...]:
    """Each source once, of the rows that the numbers are made of; those beside are not in them."""
    return tuple(dict.fromkeys(row.source for one in found for row in one.rows))
