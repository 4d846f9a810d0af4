"""The plan's arithmetic: how far promises have moved, what has gone quiet, and when the target is reached at this rate.

Values in, values out; `today` is one of them. Each result names the rows that it used and, in words, what it assumes.
Only commissioned magnet capacity counts as built; where a plant names a programme, only such plants count toward the
target, and the rest are reckoned beside them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from statistics import fmean
from typing import TYPE_CHECKING, Final, TypeAlias

from storage.records import Category, Figure, Milestone, MilestoneStatus, Plant, Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from storage.periods import Period

Thing: TypeAlias = Milestone | Plant

MAGNETS: Final = "magnets"
QUIET: Final = timedelta(days=365)
_MONTH: Final = 365.25 / 12  # days

ASSUMPTIONS: Final[dict[str, dict[str, str]]] = {
    "ends": {
        "en": "A date is met until the last day of its period; "
        "a slip runs from the end of the first date to that of the present one.",
        "hi": "अवधि के आख़िरी दिन तक तारीख़ पूरी मानी जाती है; देरी पहली तारीख़ के अंत से वर्तमान तारीख़ के अंत तक गिनी जाती है।",
    },
    "overdue": {
        "en": "What is overdue has slipped at least to today.",
        "hi": "जिसकी तारीख़ निकल चुकी है, उसकी देरी कम से कम आज तक है।",
    },
    "quiet": {
        "en": "Stalled is inferred: nothing was recorded for {days} days or more; nobody has said that it stopped.",
        "hi": "रुका हुआ होना अनुमान है: {days} दिन या उससे अधिक से कुछ दर्ज नहीं; किसी ने रुकने की बात नहीं कही।",
    },
    "commissioned": {
        "en": "Only commissioned magnet capacity counts as built.",
        "hi": "केवल चालू हो चुकी चुंबक क्षमता ही बनी हुई मानी गई।",
    },
    "programme": {
        "en": "Only plants of {programme} count toward the target; other magnet plants are given beside them.",
        "hi": "लक्ष्य में केवल {programme} के संयंत्र गिने गए; अन्य चुंबक संयंत्र अलग दिए गए हैं।",
    },
    "whole": {
        "en": "A plant adds its whole capacity in the year in which its expected period ends.",
        "hi": "संयंत्र की पूरी क्षमता उस वर्ष जोड़ी गई जिसमें उसकी अपेक्षित अवधि समाप्त होती है।",
    },
    "late_plant": {
        "en": "Put at this year at the earliest, their expected date being past: {count}.",
        "hi": "{count} संयंत्र, जिनकी अपेक्षित तारीख़ निकल चुकी है, जल्द से जल्द इसी वर्ष में रखे गए।",
    },
    "undated": {
        "en": "Left out, without an expected date or a capacity: {count}.",
        "hi": "{count} संयंत्र, जिनकी अपेक्षित तारीख़ या क्षमता नहीं है, छोड़े गए।",
    },
    "slip": {
        "en": "Each expected date is moved by the mean slip seen so far: {days} days, "
        "over {count} dated milestones and plants, export controls left out.",
        "hi": "हर अपेक्षित तारीख़ अब तक की औसत देरी से खिसकाई गई: {days} दिन, "
        "{count} तारीख़ वाले मील के पत्थरों और संयंत्रों पर (निर्यात नियंत्रण छोड़कर)।",
    },
    "young": {
        "en": "Dates that have not come yet count as they stand, so that mean is more likely too small than too large.",
        "hi": "जो तारीख़ें अभी नहीं आईं वे जैसी हैं वैसी गिनी गईं, इसलिए औसत देरी कम आँकी गई हो सकती है।",
    },
    "no_slip": {
        "en": "No slip has been recorded, so both readings are the same.",
        "hi": "कोई देरी दर्ज नहीं है, इसलिए दोनों आकलन एक ही हैं।",
    },
    "pace": {
        "en": "The pace needed is the gap over the years from {year} to {target}.",
        "hi": "आवश्यक गति = अंतर ÷ {year} से {target} तक के वर्ष।",
    },
    "past_target": {
        "en": "The target's year has come; no pace can be given.",
        "hi": "लक्ष्य का वर्ष आ चुका है; गति नहीं दी जा सकती।",
    },
}


@dataclass(frozen=True, slots=True)
class Assumption:
    """What a result takes for granted, by its key; holds counts, days, years and names, never an amount."""

    key: str
    values: tuple[tuple[str, str], ...] = ()

    def text(self, language: str = "en") -> str:
        said = ASSUMPTIONS[self.key]
        return said.get(language, said["en"]).format(**dict(self.values))


def _assume(key: str, **values: object) -> Assumption:
    return Assumption(key, tuple((name, str(value)) for name, value in values.items()))


# ---------------------------------------------------------------- baseline against now


@dataclass(frozen=True, slots=True)
class Moved:
    """How far a thing is from its first date: `days` later, earlier below 0; `at_least` when it is overdue and open."""

    thing: Thing
    baseline: Period
    now: Period
    days: int
    at_least: bool = False

    @property
    def months(self) -> float:
        """To one decimal."""
        return round(self.days / _MONTH, 1)


def moved(thing: Thing, today: date) -> Moved | None:
    """A milestone or plant against its baseline; None when it never had a date, was dropped or shelved."""
    if thing.baseline is None:
        return None
    return (
        _milestone(thing, thing.baseline, today)
        if isinstance(thing, Milestone)
        else _plant(thing, thing.baseline, today)
    )


def _milestone(milestone: Milestone, baseline: Period, today: date) -> Moved | None:
    if milestone.status is MilestoneStatus.DROPPED:
        return None
    if milestone.status is MilestoneStatus.DONE:
        return _done(milestone, baseline, milestone.done)
    return _open(milestone, baseline, milestone.due, today)


def _plant(plant: Plant, baseline: Period, today: date) -> Moved | None:
    """A commissioned plant's expected date is when it came."""
    if plant.stage is Stage.SHELVED:
        return None
    if plant.stage is Stage.COMMISSIONED:
        return _done(plant, baseline, plant.expected)
    return _open(plant, baseline, plant.expected, today)


def _done(thing: Thing, baseline: Period, done: Period | None) -> Moved | None:
    """Within its baseline's period it was on time; None when nobody said when it was done."""
    if done is None:
        return None
    if done.start > baseline.end:
        return Moved(thing, baseline, done, (done.start - baseline.end).days)
    early = (done.end - baseline.start).days if done.end < baseline.start else 0
    return Moved(thing, baseline, done, early)


def _open(thing: Thing, baseline: Period, due: Period | None, today: date) -> Moved | None:
    if due is None:
        return None
    overdue = due.end < today
    end = today if overdue else due.end
    return Moved(thing, baseline, due, (end - baseline.end).days, at_least=overdue)


@dataclass(frozen=True, slots=True)
class Slippage:
    """How the things of one organisation or category kept their dates. `mean_days` is over all, the early ones too."""

    name: str
    moves: tuple[Moved, ...]

    @property
    def slipped(self) -> tuple[Moved, ...]:
        return tuple(move for move in self.moves if move.days > 0)

    @property
    def mean_days(self) -> float:
        return fmean(move.days for move in self.moves)

    @property
    def worst(self) -> Moved:
        return max(self.moves, key=lambda move: move.days)


def moves(things: Iterable[Thing], today: date) -> tuple[Moved, ...]:
    """Every thing that has a baseline, the furthest behind first."""
    found = [move for thing in things if (move := moved(thing, today))]
    return tuple(sorted(found, key=lambda move: (-move.days, move.thing.number)))


def by_organisation(milestones: Iterable[Milestone], today: date) -> tuple[Slippage, ...]:
    """Slippage of each organisation, the worst mean first; milestones of none under ''."""
    return _grouped(milestones, lambda milestone: milestone.organisation, today)


def by_category(milestones: Iterable[Milestone], today: date) -> tuple[Slippage, ...]:
    return _grouped(milestones, lambda milestone: str(milestone.category), today)


def _grouped(milestones: Iterable[Milestone], name: Callable[[Milestone], str], today: date) -> tuple[Slippage, ...]:
    pairs = sorted(((name(each), each) for each in milestones), key=lambda pair: pair[0])
    groups = (
        (group, moves((each for _, each in pair), today)) for group, pair in groupby(pairs, key=lambda pair: pair[0])
    )
    found = [Slippage(group, each) for group, each in groups if each]
    return tuple(sorted(found, key=lambda slippage: (-slippage.mean_days, slippage.name)))


SLIPPAGE_ASSUMES: Final = (_assume("ends"), _assume("overdue"))
STALLED_ASSUMES: Final = (_assume("quiet", days=QUIET.days),)


@dataclass(frozen=True, slots=True)
class Stalled:
    """An open thing of which nothing was recorded for a year: inferred, not reported."""

    thing: Thing
    since: date

    def days(self, today: date) -> int:
        return (today - self.since).days


def stalled(things: Iterable[Thing], today: date) -> tuple[Stalled, ...]:
    """The longest quiet first."""
    found = [
        Stalled(thing, thing.state.as_of.date())
        for thing in things
        if thing.state is not None and _unfinished(thing) and today - thing.state.as_of.date() >= QUIET
    ]
    return tuple(sorted(found, key=lambda each: (each.since, each.thing.number)))


def _unfinished(thing: Thing) -> bool:
    return thing.open if isinstance(thing, Milestone) else thing.stage not in (Stage.COMMISSIONED, Stage.SHELVED)


# ---------------------------------------------------------------- capacity by year


@dataclass(frozen=True, slots=True)
class SlipSeen:
    """The mean slip of dated milestones and plants so far; no less than nothing."""

    days: int
    moves: tuple[Moved, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A year in which capacity is added; `total` is what stands at its end. In t a year."""

    year: int
    added: float
    total: float
    plants: tuple[Plant, ...]


@dataclass(frozen=True, slots=True)
class Roll:
    """Capacity by year on one basis. `reached` is the target's year, None when these plants never reach it."""

    basis: str  # recorded, slipped
    steps: tuple[Step, ...]
    reached: int | None
    assumes: tuple[Assumption, ...]

    def by(self, year: int, built: float) -> float:
        """What stands at the end of a year; `built` is what stands today."""
        return next((step.total for step in reversed(self.steps) if step.year <= year), built)


@dataclass(frozen=True, slots=True)
class Track:
    """Plants that are reckoned together: those that count toward the target, those beside them, or all."""

    name: str  # counted, beside, together
    built: float
    commissioned: tuple[Plant, ...]
    pipeline: tuple[Plant, ...]  # dated and sized, not yet commissioned
    left_out: tuple[Plant, ...]  # without a date or a capacity
    recorded: Roll
    slipped: Roll


@dataclass(frozen=True, slots=True)
class Outlook:
    """Where the plan stands. Capacities in t a year; `pace` is how much of it each year must add until the target's."""

    target: Figure
    year: int
    slip: SlipSeen
    counted: Track
    beside: Track
    together: Track
    gap: float
    pace: float | None
    short: float  # of the target at the end of its year, with the pipeline as recorded
    assumes: tuple[Assumption, ...]


def slip_seen(things: Iterable[Thing], today: date) -> SlipSeen:
    """An export control is nobody's promise to build, and is left out."""
    ours = (each for each in things if isinstance(each, Plant) or each.category is not Category.EXPORT_CONTROL)
    found = moves(ours, today)
    return SlipSeen(max(round(fmean(move.days for move in found)), 0) if found else 0, found)


def outlook(milestones: Sequence[Milestone], plants: Sequence[Plant], target: Figure, today: date) -> Outlook:
    """The whole of it. `target` is the figure of capacity_target that the record answers with."""
    slip = slip_seen([*milestones, *plants], today)
    magnets = [plant for plant in plants if plant.product == MAGNETS and plant.stage is not Stage.SHELVED]
    programmes = sorted({plant.programme for plant in magnets if plant.programme})
    counted = [plant for plant in magnets if plant.programme or not programmes]
    beside = [plant for plant in magnets if plant not in counted]
    groups = (("counted", counted), ("beside", beside), ("together", magnets))
    counts, asides, both = (_track(name, each, target.value, slip, today) for name, each in groups)
    gap, year = max(target.value - counts.built, 0.0), target.period.end.year
    pace = gap / (year - today.year) if year > today.year else None
    assumes = [
        _assume("commissioned"),
        *([_assume("programme", programme=", ".join(programmes))] if programmes else []),
    ]
    assumes.append(_assume("past_target") if pace is None else _assume("pace", year=today.year, target=year))
    short = max(target.value - counts.recorded.by(year, counts.built), 0.0)
    return Outlook(target, year, slip, counts, asides, both, gap, pace, short, tuple(assumes))


def _track(name: str, plants: Sequence[Plant], target: float, slip: SlipSeen, today: date) -> Track:
    commissioned = tuple(plant for plant in plants if plant.stage is Stage.COMMISSIONED)
    coming = [plant for plant in plants if plant.stage is not Stage.COMMISSIONED]
    pipeline = tuple(plant for plant in coming if plant.expected and plant.capacity_tpa is not None)
    left_out = tuple(plant for plant in coming if plant not in pipeline)
    built = sum(plant.capacity_tpa or 0.0 for plant in commissioned)
    common = _common(pipeline, left_out, today)
    return Track(
        name,
        built,
        commissioned,
        pipeline,
        left_out,
        _roll("recorded", pipeline, built, target, 0, today, common),
        _roll("slipped", pipeline, built, target, slip.days, today, (*common, *_of_slip(slip))),
    )


def _common(pipeline: Sequence[Plant], left_out: Sequence[Plant], today: date) -> tuple[Assumption, ...]:
    late = sum(plant.expected is not None and plant.expected.end < today for plant in pipeline)
    said = [_assume("whole")]
    said += [_assume("late_plant", count=late)] if late else []
    return tuple(said + ([_assume("undated", count=len(left_out))] if left_out else []))


def _of_slip(slip: SlipSeen) -> tuple[Assumption, ...]:
    if not slip.days:
        return (_assume("no_slip"),)
    return _assume("slip", days=slip.days, count=len(slip.moves)), _assume("young")


def _roll(
    basis: str,
    pipeline: Sequence[Plant],
    built: float,
    target: float,
    slip: int,
    today: date,
    assumes: tuple[Assumption, ...],
) -> Roll:
    total, steps = built, []
    dated = sorted(
        ((_comes(plant, slip, today).year, plant) for plant in pipeline), key=lambda pair: (pair[0], pair[1].number)
    )
    for year, pairs in groupby(dated, key=lambda pair: pair[0]):
        plants = tuple(plant for _, plant in pairs)
        added = sum(plant.capacity_tpa or 0.0 for plant in plants)
        total += added
        steps.append(Step(year, added, total, plants))
    reached = today.year if built >= target else next((step.year for step in steps if step.total >= target), None)
    return Roll(basis, tuple(steps), reached, assumes)


def _comes(plant: Plant, slip: int, today: date) -> date:
    """When its capacity comes: the end of its expected period, not before today, and the slip on top."""
    due = max(plant.expected.end if plant.expected else today, today)
    return due + timedelta(days=min(slip, (date.max - due).days))
