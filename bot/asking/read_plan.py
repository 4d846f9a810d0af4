"""Reads questions of the plan: milestones, plants, capacity and target, export controls."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from bot.asking.numbers import hash_number, limit
from bot.asking.questions import (
    Capacity,
    Clarify,
    Control,
    Controls,
    Milestone,
    Milestones,
    Plant,
    Question,
)
from bot.asking.words import folded
from storage.periods import Period

if TYPE_CHECKING:
    from bot.asking.context import Context
    from bot.asking.knowledge import Hit, Names
    from bot.asking.parts import Parts
    from bot.asking.when import Time

T = TypeVar("T", Milestones, Capacity)
Followed = tuple[Question, tuple[str, ...]]

# Numbers that a question of the plan may name without being about trade.
_PLAN_NUMBERS = ("mine_output", "price", "bids", "beneficiaries", "outlay")
_TRADE = (
    "imports",
    "exports",
    "demand",
    "import_dependence",
    "reserves",
    "balance",
    "exchange_rate",
    "processing_share",
    "subsidy",
    "incentive",
)
_WHOLE, _MOST, _SOME = 0.85, 0.55, 0.3  # how much of a name is said
_PART, _ALIKE = 0.2, 9  # of a name that one telling word says; how many of them are listed
_QUIET = frozenset(("category", "place", "control", "topic", "status", "field", "ask"))
_LATE_IN = 4  # words; an 'it' that comes later points back within the question itself


# ---------------------------------------------------------------- one thing by name


def by_number(parts: Parts) -> Question | None:
    """#17"""
    number = hash_number(parts)
    if not number:
        return None
    if parts.has("topic", "plants") and number in parts.known.plants.names:
        return Plant(number, _field(parts))
    return Milestone(number, _field(parts)) if number in parts.known.milestones.names else None


def entity(parts: Parts) -> Question | None:
    """A milestone, plant or control that is said by its name, wholly or by its telling words."""
    if _asks_for_many(parts):
        return None
    milestone, plant, control = (
        _best(parts, names) for names in (parts.known.milestones, parts.known.plants, parts.known.controls)
    )
    found = [hit for hit in (milestone, plant, control) if hit is not None]
    if not found:
        return _alike(parts)
    best = max(found, key=lambda hit: (hit.coverage * hit.weight, hit is plant))
    if milestone and plant and _prefers_plant(parts, milestone, plant):
        best = plant
    if best is plant:
        return Plant(plant.key, _plant_field(parts))
    return Milestone(best.key, _field(parts)) if best is milestone else Control(best.key, _field(parts))


def _alike(parts: Parts) -> Question | None:
    """Several milestones that a word of theirs alone names: all of them."""
    if parts.organisation or parts.place or parts.has("indicator") or len(parts.unread) > 1:
        return None
    hits = [hit for hit in parts.hits(parts.known.milestones) if hit.at & parts.unread and hit.coverage >= _PART]
    numbers = tuple(str(hit.key) for hit in hits[:_ALIKE])
    return Milestones(numbers=numbers) if numbers and len(parts.unread) == 1 else None


def _asks_for_many(parts: Parts) -> bool:
    """'How many', 'which milestones', 'by company': a list, whatever names its words may sound like."""
    plural = any(word in _MANY for word in parts.spelt)
    return (
        (plural and not parts.has("field", "when"))
        or parts.has("ask", "count", "overdue", "by_company", "by_state", "by_stage")
        and plural
    )


_MANY = frozenset(
    "milestones plants tasks deadlines tenders factories works projects suppliers पड़ाव पड़ावों संयंत्रों padav sanyantron companies".split()
)


def _best(parts: Parts, names: Names) -> Hit | None:
    """The one name that these words mean; None when none is meant, or two as much."""
    hits = [hit for hit in parts.hits(names)[:6] if _is_meant(parts, hit)]
    if not hits:
        return None
    if (
        len(hits) > 1
        and hits[0].coverage * hits[0].weight < 1.12 * hits[1].coverage * hits[1].weight
        and hits[0].at == hits[1].at
    ):
        return None
    return hits[0]


def _is_meant(parts: Parts, hit: Hit) -> bool:
    """Whether the words that fit a name are there for its sake."""
    if len(hit.at) > 1 and hit.coverage >= _WHOLE:
        return True
    own = [at for at in hit.at if at in parts.unread]
    if not own:
        weak = [at for at in hit.at if _is_telling(parts, at)]
        return len(weak) > 1 and hit.coverage >= _MOST and not _is_about_a_number(parts)
    if hit.coverage >= _MOST and len(hit.at) > 1:
        return True
    missed = [at for at in parts.unread if at not in hit.at]
    return len(hit.at) > 1 and hit.coverage >= _SOME and not missed


def _is_about_a_number(parts: Parts) -> bool:
    """Whether an amount is asked for, dated or of a country."""
    amount = parts.has("indicator") or parts.has("measure") or parts.has("percent") or parts.has("unit")
    return amount and bool(parts.times or parts.countries)


def _is_telling(parts: Parts, at: int) -> bool:
    """A word that says little of its own beside the name: a category, a status, an order."""
    kinds = {mark.kind for mark in parts.marks if mark.covers(at)}
    return bool(kinds) and kinds <= _QUIET and not parts.timed(at)


def _prefers_plant(parts: Parts, milestone: Hit, plant: Hit) -> bool:
    """Of two that fit alike, stage and capacity speak of the plant."""
    if milestone.coverage * milestone.weight > 1.3 * plant.coverage * plant.weight and len(milestone.at) > len(
        plant.at
    ):
        return False
    return parts.has("topic", "plants", "capacity") or parts.has("stage") or plant.coverage >= milestone.coverage


def _field(parts: Parts) -> str:
    if parts.has("control", "lapsing") and parts.has("field", "when"):
        return "when"
    return next(
        (name for name in ("when", "who", "where", "status") if parts.has("field", name)),
        "status" if parts.has("status") else "",
    )


def _plant_field(parts: Parts) -> str:
    if parts.has("field", "who") or parts.has("ask", "by_company"):
        return "who"
    if parts.has("field", "stage"):
        return "stage"
    if parts.has("topic", "capacity") or parts.has("unit", "t") or parts.has("ask", "much"):
        return "capacity"
    if parts.has("field", "when") or parts.has("ask", "expected"):
        return "when"
    return next((name for name in ("where", "status") if parts.has("field", name)), "")


# ---------------------------------------------------------------- controls


def controls(parts: Parts) -> Question | None:
    if not parts.has("topic", "controls") or parts.has("topic", "milestones"):
        return None
    if not parts.known.controls.names:
        return replace(_milestones(parts, Milestones()), category="export_control")
    which = _control_state(parts)
    words = " ".join(parts.words[at].raw for at in sorted(parts.unread))
    jurisdiction = parts.countries[0].name if parts.countries else ""
    return Controls(which, jurisdiction, words, _window(parts)[1] if which == "lapsing" else None)


def _control_state(parts: Parts) -> str:
    for which in ("timeline", "lapsing", "suspended", "ended", "in_force", "announced"):
        if parts.has("control", which):
            return which
    return "timeline" if parts.has("field", "when") else ""


# ---------------------------------------------------------------- milestones


def milestones(parts: Parts) -> Question | None:
    if not _is_about_milestones(parts):
        return None
    question = _milestones(parts, Milestones())
    narrowed = replace(question, count=False, limit=0, by="") != Milestones()
    if parts.unread and not narrowed:
        return Clarify("unread", about=_unread_words(parts), offers=(Milestones("next").command, Milestones("overdue").command))
    return question


def _is_ahead(parts: Parts, since: Period | None, until: Period | None) -> bool:
    """'To be finished by the end of the year' is due then, not done."""
    return until is not None and until.end >= parts.today and (since is None or since.start >= parts.today)


def _unread_words(parts: Parts) -> str:
    return " ".join(parts.words[at].raw for at in sorted(parts.unread))[:80]


def _is_about_milestones(parts: Parts) -> bool:
    if any(parts.has("indicator", name) for name in _TRADE) and not parts.has("topic", "milestones"):
        return False
    if parts.has("ask", "target") and parts.has("percent"):
        return False
    if parts.has("topic", "milestones") or parts.has("ask", "overdue", "slipped", "late_done", "early_done", "on_time"):
        return not (parts.has("topic", "capacity") and not parts.has("topic", "milestones"))
    if parts.has("topic", "capacity", "plants") or parts.has("ask", "target", "gap", "pace") or parts.countries:
        return False
    if parts.has("measure") or parts.has("unit") or parts.has("product") or parts.has("extreme"):
        return False
    if (
        parts.has("category")
        and (parts.has("status") or parts.has("ask") or parts.has("field"))
        and not parts.has("ask", "much")
    ):
        return True
    if (
        parts.has("ask", "due", "next")
        and not parts.has("stage")
        and (parts.times or parts.has("ask", "next") or parts.organisation or parts.place)
    ):
        return True
    if parts.has("status", "dropped", "in_progress", "planned", "open") or (
        parts.has("status", "done") and parts.times
    ):
        return not any(mark.value in _PLAN_NUMBERS for mark in parts.all("indicator"))
    if parts.organisation and parts.organisation not in parts.known.builders:
        return not parts.has("indicator")
    return bool((parts.organisation or parts.place) and not parts.has("indicator") and not parts.has("stage"))


def _milestones(parts: Parts, base: Milestones) -> Milestones:
    which, status = _which(parts)
    since, until = _window(parts, past=status == "done" or which in ("late_done", "early_done", "on_time"))
    if status == "done" and not which and _is_ahead(parts, since, until):
        which, status = "due", ""
    if not which and until is not None and status not in ("done", "dropped"):
        which = "due"
    if which == "next" and until is not None and not parts.has("ask", "next"):
        which = "due"
    return Milestones(
        which=which or base.which,
        status=status or base.status,
        category=parts.value("category") or _plant_category(parts) or base.category,
        organisation=parts.organisation or base.organisation,
        place=parts.place or base.place,
        since=since or base.since,
        until=until or base.until,
        count=parts.has("ask", "count"),
        limit=limit(parts) if which in ("next", "due") or not which else 0,
        by=_milestones_by(parts),
    )


def _plant_category(parts: Parts) -> str:
    return "plant" if parts.has("topic", "plants") and parts.has("topic", "milestones") else ""


def _milestones_by(parts: Parts) -> str:
    if parts.has("ask", "by_category"):
        return "category"
    if parts.has("ask", "by_organisation"):
        return "organisation"
    if parts.has("ask", "by_company"):
        return "organisation"
    return "status" if parts.has("ask", "by_stage") else ""


def _which(parts: Parts) -> tuple[str, str]:
    """Which list, and of what status."""
    done = parts.has("status", "done") and not parts.has("status", "open")
    late = parts.has("ask", "overdue")
    if parts.has("ask", "late_done") or (late and done):
        return "late_done", "done"
    if parts.has("ask", "early_done"):
        return "early_done", "done"
    if parts.has("ask", "on_time") and not late:
        return "on_time", "done"
    if parts.has("ask", "slipped"):
        return "slipped", ""
    if late:
        return "overdue", "in_progress" if _started(parts) else ""
    status = _status(parts)
    if parts.has("ask", "next") and status != "done" and not _window(parts)[1]:
        return "next", "" if status in ("planned", "open") else status
    if parts.has("ask", "due") and not status:
        return "due" if _window(parts)[1] else "next", ""
    return "", status


def _started(parts: Parts) -> bool:
    """In progress by a word of its own; the 'chal rahe' of 'late chal rahe' only says that it is so now."""
    return any(parts.word(mark.start) not in ("chal", "चल", "running") for mark in parts.all("status", "in_progress"))


def _status(parts: Parts) -> str:
    for status in ("dropped", "open", "planned", "in_progress", "done"):
        if parts.has("status", status):
            return status
    return ""


def _window(parts: Parts, *, past: bool = False) -> tuple[Period | None, Period | None]:
    """From when until when; for what is to come a month without a year is the next one."""
    for time in sorted(parts.times, key=lambda each: each.kind != "next"):
        if time.period is None:
            continue
        period = time.period if past or not time.loose else _ahead(time.period, parts)
        if time.kind in ("at", "to_date", "next"):
            return period, period
        if time.kind == "range":
            return period, time.last
        if time.kind in ("since", "after"):
            return (period if time.kind == "since" else _day_after(period)), None
        if time.kind == "until":
            return None, period
        if time.kind == "before":
            return None, _day_before(period)
    counted = next((time for time in parts.times if time.kind == "last"), None)
    return (_counted(counted, parts), None) if counted and past else (None, None)


def _counted(time: Time, parts: Parts) -> Period:
    months = time.count * {"year": 12, "fiscal": 12, "half": 6, "quarter": 3, "month": 1}[time.step]
    start = Period.day(parts.today).start
    return Period.day(start - timedelta(days=round(months * 30.44)))


def _ahead(period: Period, parts: Parts) -> Period:
    return period if period.end >= parts.today else period.back(-12)


def _day_before(period: Period) -> Period:
    return Period.day(period.start - timedelta(days=1))


def _day_after(period: Period) -> Period:
    return Period.day(period.end + timedelta(days=1))


# ---------------------------------------------------------------- capacity


def capacity(parts: Parts) -> Question | None:
    if not _is_about_capacity(parts):
        return None
    return _capacity(parts, Capacity())


def _is_about_capacity(parts: Parts) -> bool:
    trade = any(
        parts.has("indicator", name) for name in ("imports", "exports", "import_dependence", "reserves", "balance")
    )
    if parts.has("topic", "capacity") and not trade:
        return True
    if (parts.has("topic", "plants") or parts.has("field", "largest")) and not trade:
        return not parts.has("indicator", "outlay")
    if trade or parts.has("indicator", "outlay"):
        return False
    if parts.has("indicator", "demand"):
        return parts.has("ask", "progress", "gap", "pipeline") and parts.has("stage")
    if parts.has("ask", "target", "pace", "reach"):
        return True
    if parts.has("ask", "gap") and not parts.countries:
        return True
    if parts.has("ask", "expected") and parts.has("stage"):
        return True
    if parts.has("stage") and (
        parts.has("ask", "by_company", "by_state", "by_stage", "list", "count", "much")
        or parts.has("unit", "t")
        or parts.organisation
        or parts.place
    ):
        return True
    return (
        parts.has("ask", "progress", "pipeline")
        and not parts.has("indicator")
        and not parts.countries
        and not _is_about_milestones(parts)
    )


def _capacity(parts: Parts, base: Capacity) -> Capacity:
    since, until = _window(parts)
    if not _arrives(parts):
        since = None    # what stands by then, not what comes in that time alone
    stage = _stage(parts)
    if stage == "commissioned" and until is not None and until.end >= parts.today:
        stage = ""  # what comes online by then is not commissioned yet
    found = Capacity(
        stage=stage or base.stage,
        product=_product(parts) or base.product,
        organisation=parts.organisation or base.organisation,
        place=parts.place or base.place,
        by=_by(parts),
        since=since or base.since,
        until=until or base.until,
        pipeline=parts.has("ask", "pipeline") or base.pipeline,
        percent=parts.has("percent") or parts.has("measure", "share"),
        low=parts.has("extreme", "low"),
    )
    return replace(found, aspect=_aspect(parts, found))


def _arrives(parts: Parts) -> bool:
    """Whether capacity is asked for that comes within a time: added, started, expected in it."""
    stands = any(word in ("have", "total", "exist", "stand", "cumulative", "altogether", "there") for word in parts.spelt)
    comes = parts.has("ask", "expected") or any(word in _ARRIVING for word in parts.spelt)
    return comes and not stands


_ARRIVING = folded(
    "added add adds adding come comes coming new commissioned commissioning start starts begin opens additional judegi jodi judega jodna jodne "
    "jodni jodenge lagana lagane lagani जुड़ेगी जुड़ेगा जुड़ेंगे जोड़ना जोड़ने जोड़नी जोड़ेंगे लगाना लगाने लगानी नई नए नया"
)


def _product(parts: Parts) -> str:
    return parts.value("product")


def _stage(parts: Parts) -> str:
    found = parts.values("stage")
    if len(found) > 1 and "commissioned" in found:
        if parts.organisation and _joined(parts):
            return ""
        if not _strictly_commissioned(parts):
            found.remove("commissioned")
    return found[0] if found else ""


def _joined(parts: Parts) -> bool:
    return any(word in ("and", "or", "aur", "ya", "और", "या") for word in parts.spelt)


def _strictly_commissioned(parts: Parts) -> bool:
    return any(
        parts.word(mark.start).startswith(("commission", "operat", "चालू", "कमीशन", "chalu"))
        for mark in parts.all("stage", "commissioned")
    )


def _by(parts: Parts) -> str:
    for mark, by in (("by_company", "company"), ("by_state", "state"), ("by_stage", "stage"), ("by_year", "year")):
        if parts.has("ask", mark):
            return by
    if parts.has("axis", "year") or parts.has("step", "year"):
        return "" if parts.has("ask", "pace", "gap", "target") else "year"
    return ""


def _aspect(parts: Parts, found: Capacity) -> str:
    """What of it: the first that its words name."""
    narrowed = bool(found.organisation or found.place or found.product not in ("", "magnets"))
    if parts.has("indicator", "demand"):
        return "demand"
    if parts.has("ask", "pace"):
        return "pace"
    if parts.has("ask", "target", "reach", "gap") and _is_yearly(parts):
        return "pace"
    if parts.has("field", "when") and parts.has("ask", "target", "reach"):
        return "reach"
    if parts.has("ask", "gap") or (parts.has("ask", "target", "reach") and parts.has("deficit")):
        return "gap"
    lacks = parts.has("deficit") and not found.stage and not found.by and not narrowed and not found.until
    if parts.has("topic", "capacity") and (_wants_more(parts) or lacks):
        return "gap"
    if parts.has("ask", "reach") and not parts.has("ask", "progress"):
        return "reach"
    if parts.has("ask", "next") and parts.has("topic", "plants"):
        return "next"
    if parts.has("field", "largest") or (parts.has("extreme") and not found.by):
        return "largest"
    if (
        found.percent
        and not narrowed
        and (parts.has("ask", "target", "progress") or not found.stage or found.stage == "commissioned")
    ):
        return "progress"
    if parts.has("ask", "target") and not parts.has("ask", "progress") and not found.stage:
        return "target"
    if parts.has("topic", "plants") and parts.has("ask", "count") and not parts.has("topic", "capacity"):
        return "count"
    if found.by:
        return "total"
    if _wants_a_list(parts):
        return "plants"
    return _amount(parts, found, narrowed=narrowed)


def _is_yearly(parts: Parts) -> bool:
    """So much each year."""
    return parts.has("step", "year") and (parts.has("deficit") or parts.has("ask", "reach", "gap") or any(word in _ARRIVING for word in parts.spelt))


def _wants_more(parts: Parts) -> bool:
    """How much more is needed: 'kitni capacity aur chahiye'."""
    more = any(word in ("more", "additional", "further", "extra", "another") for word in parts.spelt)
    return more and (parts.has("ask", "much", "gap") or parts.has("unit", "t"))


def _wants_a_list(parts: Parts) -> bool:
    asked = parts.has("topic", "plants") or bool(parts.organisation and parts.has("stage"))
    much = parts.has("ask", "much") and not parts.has("ask", "list")
    return asked and not parts.has("topic", "capacity") and not much and not parts.has("unit")


def _amount(parts: Parts, found: Capacity, *, narrowed: bool) -> str:
    if narrowed or found.pipeline or found.until or found.since or found.stage not in ("", "commissioned"):
        return "total"
    return "progress"


# ---------------------------------------------------------------- going on from before


def has_subject(parts: Parts) -> bool:
    """Whether it says by itself that it is about the plan."""
    return (
        parts.has("topic", "milestones", "capacity", "plants", "controls", "news")
        or parts.has("field", "largest")
        or parts.has("ask", "target", "overdue", "slipped", "late_done", "pace", "next", "due")
        or (parts.has("category") and parts.has("status"))
    )


def stands(parts: Parts) -> bool:
    """Whether it can be answered with nothing before it."""
    if (
        parts.has("talk", "refers")
        and not parts.has("topic")
        and min(mark.start for mark in parts.all("talk", "refers")) < _LATE_IN
    ):
        return False
    said = parts.has("topic", "milestones", "capacity", "plants", "controls", "news") or parts.has("field", "largest")
    whose = bool(parts.organisation or parts.place)
    dated = bool(parts.times) and parts.has("status")
    about = _is_about_milestones(parts) or _is_about_capacity(parts)
    return said or (about and (parts.has("ask") or parts.has("category") or dated or whose))


def follow(parts: Parts, before: Question, context: Context) -> Followed | None:
    """A question about the plan that leans on one about the plan."""
    if isinstance(before, (Milestone, Plant, Control)) and not has_subject(parts):
        field = _plant_field(parts) if isinstance(before, Plant) else _field(parts)
        return (replace(before, field=field), ("title",)) if field or parts.has("talk", "refers") else None
    if isinstance(before, Milestones) and not parts.has("topic", "capacity", "plants") and not _is_trade(parts):
        return _follow_milestones(parts, before, context)
    if isinstance(before, Capacity) and not parts.has("topic", "milestones") and not _is_trade(parts):
        return _follow_capacity(parts, before)
    return None


def _is_trade(parts: Parts) -> bool:
    """Whether a number of trade is named; 'mining' and 'tenders' are categories, too."""
    return any(not parts.has("category") or mark.value in _TRADE for mark in parts.all("indicator"))


def _follow_milestones(parts: Parts, before: Milestones, context: Context) -> Followed | None:
    numbers = context.focus.split(",") if context.focus_kind == "milestone" else []
    place = int(parts.value("place") or 1)
    one = parts.has("field", "who", "where", "when") or (parts.has("place") and not parts.has("ask", "next")) or _says_first(parts)
    if one and place <= len(numbers):
        return Milestone(int(numbers[place - 1]), _field(parts)), ("title",)
    now = _milestones(parts, Milestones())
    if now == Milestones() and not parts.has("talk"):
        return None
    merged = replace(
        now,
        **{
            name: getattr(before, name)
            for name in _left(now, before, Milestones)
            if name not in ("count", "limit", "by")
        },
    )
    if now.which or now.status:
        merged = replace(merged, which=now.which, status=now.status)
    return merged, tuple(
        name
        for name in ("which", "status", "category", "organisation", "place", "until")
        if getattr(before, name) and getattr(merged, name) == getattr(before, name)
    )


def _says_first(parts: Parts) -> bool:
    return any(word in ("first", "pehla", "pehle", "पहला", "पहले") for word in parts.spelt)


def _follow_capacity(parts: Parts, before: Capacity) -> Followed | None:
    if parts.has("step", "year") and before.aspect in ("gap", "target", "pace", "progress", "reach"):
        return Capacity("pace"), ()
    now = _capacity(parts, Capacity())
    if now == Capacity() and not parts.has("talk"):
        return None
    merged = replace(
        now,
        **{
            name: getattr(before, name)
            for name in _left(now, before, Capacity)
            if name not in ("aspect", "percent", "low")
        },
    )
    said = parts.has("ask") or parts.has("topic") or parts.has("percent") or parts.has("extreme")
    aspect = now.aspect if said else before.aspect
    if not said and aspect == "progress":
        aspect = now.aspect
    return replace(merged, aspect=aspect), tuple(
        name
        for name in ("stage", "organisation", "place", "until")
        if getattr(before, name) and getattr(merged, name) == getattr(before, name)
    )


def _left(now: T, before: T, kind: type[T]) -> list[str]:
    """Fields that the new question leaves open and the old one filled."""
    return [
        field.name
        for field in fields(kind)
        if getattr(now, field.name) == field.default and getattr(before, field.name) != field.default
    ]


def is_open(question: Question) -> bool:
    """Whether a question of the plan narrows nothing by itself, as 'which plants?'."""
    if isinstance(question, Capacity):
        return replace(question, aspect="progress", by="", percent=False, low=False) == Capacity() and question.aspect in ("plants", "count", "total", "largest")
    return isinstance(question, Milestones) and replace(question, count=False, limit=0, by="") == Milestones()
