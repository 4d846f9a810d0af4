"""Reads questions of the plan: milestones, plants, capacity and target, export controls."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, TypeVar

from bot.asking.aspects import WHAT, asks_what_is, aspect_of, reaches, says_yearly
from bot.asking.knowledge import stem
from bot.asking.questions import (
    Capacity,
    Control,
    Controls,
    Milestone,
    Milestones,
    Plant,
    Question,
)
from bot.asking.read_capacity import capacity_of, is_about_capacity
from bot.asking.read_milestones import TRADE, is_about_milestones, looks_ahead, milestones_of, starts
from bot.asking.read_names import field_of, plant_field
from bot.asking.windows import window

if TYPE_CHECKING:
    from bot.asking.context import Context
    from bot.asking.parts import Parts
    from storage.periods import Period


T = TypeVar("T", Milestones, Capacity)


Followed = tuple[Question, tuple[str, ...]]


_FEW = 2  # words, as 'bids?'
_BRIEF = 5  # words, as 'started but not finished'
_LATE_IN = 4  # words; an 'it' that comes later points back within the question itself


# ---------------------------------------------------------------- controls


def controls(parts: Parts) -> Question | None:
    stated = parts.has("control") and bool(parts.known.controls.names) and not _has_another_topic(parts)
    stated = stated or _is_about_duty(parts) or (parts.has("control") and bool(_goods(parts)))
    if not (parts.has("topic", "controls") or stated) or parts.has("topic", "milestones") or _only_holds(parts):
        return None
    if not parts.known.controls.names:
        return replace(milestones_of(parts, Milestones()), category="export_control")
    which = _control_state(parts)
    words = " ".join(parts.words[at].raw for at in sorted(parts.unread | _goods(parts)))
    if parts.has("duty") and "duty" in parts.known.controls.vocabulary:
        words = "duty tariff"
    jurisdiction = parts.countries[0].name if parts.countries else ""
    return Controls(which, jurisdiction, words, window(parts)[1] if which == "lapsing" else None, _dated(parts, which))


def _goods(parts: Parts) -> frozenset[int]:
    """Goods that are none of ours, and that a control of the record names: gallium, graphite, batteries."""
    marks = parts.all("outside", "world")
    return frozenset(mark.start for mark in marks if stem(parts.spelt[mark.start]) in parts.known.controls.vocabulary)


def _dated(parts: Parts, which: str) -> Period | None:
    """'The April 2025 controls' are those that began then; 'controls in April' are not, nor those that lapse."""
    points = [time for time in parts.times if time.kind == "at" and time.period and not time.relative]
    if which in ("lapsing", "timeline") or len(points) != 1 or points[0].loose:
        return None
    return points[0].period


def _is_about_duty(parts: Parts) -> bool:
    """What a country levies on goods stands among the controls, where the record has any."""
    return parts.has("duty") and bool(parts.countries) and "duty" in parts.known.controls.vocabulary


def _only_holds(parts: Parts) -> bool:
    """'What share of processing does China control': the verb, of a number."""
    verbs = all(
        parts.spelt[mark.start : mark.end] in (("control",), ("controls",)) for mark in parts.all("topic", "controls")
    )
    return (
        verbs
        and parts.has("indicator")
        and (parts.has("measure", "share") or parts.has("percent") or parts.has("ask", "much"))
    )


def _has_another_topic(parts: Parts) -> bool:
    """Whether what is suspended, announced or in force is said to be something else."""
    others = (
        parts.has("topic", "capacity", "plants", "news")
        or parts.has("indicator")
        or parts.has("stage", "commissioned", "building")
    )
    return (
        others
        or bool(parts.organisation or parts.place)
        or parts.has("category")
        or bool(parts.times and not parts.has("control", "lapsing"))
    )


def _control_state(parts: Parts) -> str:
    for which in ("timeline", "lapsing", "unknown", "suspended", "ended", "in_force", "announced"):
        if parts.has("control", which):
            return which
    return "timeline" if parts.has("field", "when") else ""


# ---------------------------------------------------------------- going on from before

_OF_THE_PLAN = (
    "target",
    "reach",
    "pace",
    "next",
    "due",
    "overdue",
    "slipped",
    "stalled",
    "late_done",
    "early_done",
    "on_time",
)


def has_subject(parts: Parts) -> bool:
    """Whether it says by itself that it is about the plan."""
    return (
        parts.has("topic", "milestones", "capacity", "plants", "controls", "news", "changed")
        or parts.has("field", "largest")
        or reaches(parts)
        or parts.has("ask", *_OF_THE_PLAN)
        or looks_ahead(parts)
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
    said = parts.has("topic", "milestones", "capacity", "plants", "controls", "news", "changed") or parts.has(
        "field", "largest"
    )
    whose = bool(parts.organisation or parts.place)
    dated = bool(parts.times) and parts.has("status")
    about = is_about_milestones(parts) or is_about_capacity(parts)
    stated = parts.has("control", "lapsing", "suspended", "in_force") and bool(parts.known.controls.names)
    return (
        said
        or stated
        or (about and len(parts.words) <= _FEW)
        or (about and parts.has("status") and len(parts.words) <= _BRIEF and not parts.unread and not parts.has("talk"))
        or asks_what_is(parts)
        or starts(parts)
        or (about and parts.has("status") and parts.word(0) in WHAT)
        or (about and (parts.has("ask") or parts.has("category") or dated or whose))
    )


def follow(parts: Parts, before: Question, context: Context) -> Followed | None:
    """A question about the plan that leans on one about the plan."""
    if isinstance(before, Plant) and parts.has("extreme"):
        return Capacity("largest", low=parts.has("extreme", "low")), ()
    refers = parts.has("talk", "refers") and not parts.has("topic")
    one = refers and (parts.has("field") or parts.has("ask", "overdue") or parts.has("status"))
    one = one or (isinstance(before, Plant) and _asks_of_one(parts) and len(parts.words) <= _BRIEF)
    if isinstance(before, (Milestone, Plant, Control)) and (one or not has_subject(parts)):
        field = plant_field(parts) if isinstance(before, Plant) else field_of(parts)
        return (replace(before, field=field), ("title",)) if field or parts.has("talk", "refers") else None
    if (
        isinstance(before, Capacity)
        and context.focus_kind == "plant"
        and context.focus.isdigit()
        and _asks_of_one(parts)
    ):
        return Plant(int(context.focus), plant_field(parts)), ("title",)
    if isinstance(before, Milestones) and not parts.has("topic", "capacity", "plants") and not _is_trade(parts):
        return _follow_milestones(parts, before, context)
    if isinstance(before, Capacity) and not parts.has("topic", "milestones") and not _is_trade(parts):
        return _follow_capacity(parts, before)
    return None


def _asks_of_one(parts: Parts) -> bool:
    """'Where is it?', 'who owns that one?': of the plant that was just told."""
    asked = parts.has("field") or parts.has("ask", "by_company", "expected")
    other = parts.has("topic", "milestones", "plants") or parts.has("ask", "target", "gap", "pace", "progress", "reach")
    return asked and not other and not parts.has("extreme") and not parts.place and not parts.organisation


def _is_trade(parts: Parts) -> bool:
    """Whether a number of trade is named; 'mining' and 'tenders' are categories, too."""
    return bool(parts.countries) or any(
        not parts.has("category") or mark.value in TRADE for mark in parts.all("indicator")
    )


def _follow_milestones(parts: Parts, before: Milestones, context: Context) -> Followed | None:
    numbers = [each for each in context.focus.split(",") if each.isdigit()] if context.focus_kind == "milestone" else []
    place = int(parts.value("place") or 1)
    one = (
        parts.has("field", "who", "where", "when")
        or (parts.has("place") and not parts.has("ask", "next"))
        or _says_first(parts)
    )
    if one and place <= len(numbers):
        return Milestone(int(numbers[place - 1]), field_of(parts)), ("title",)
    now = milestones_of(parts, Milestones())
    if before.status == "done" and now.which == "overdue":
        now = replace(now, which="late_done", status="done")  # of what was done, the late is what was finished late
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
    if before.aspect in ("gap", "target", "pace", "progress", "reach"):
        if parts.has("step", "year") or says_yearly(parts):
            return Capacity("pace"), ()
        if parts.has("field", "when"):
            return Capacity("reach"), ()
    if before.aspect in ("progress", "target", "total", "reach") and _is_lack_alone(parts):
        return Capacity("gap"), ()
    if before.aspect in ("gap", "target", "pace", "reach") and parts.has("status", "done"):
        return Capacity("progress", percent=parts.has("percent")), ()
    if before.aspect in ("count", "total", "groups") and _is_list_alone(parts):
        named = ("stage", "organisation", "place", "until")
        return replace(before, aspect="plants", by=""), tuple(name for name in named if getattr(before, name))
    now = capacity_of(parts, Capacity())
    if now == Capacity() and not parts.has("talk") and not parts.has("ask", "count"):
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
    amounts = before.aspect not in ("count", "plants", "groups") and not parts.has("topic", "plants")
    counts = parts.has("ask", "count") and not (parts.has("topic", "capacity") or parts.has("unit") or amounts)
    aspect = ("count" if counts else aspect_of(parts, merged)) if said else before.aspect
    if not said and aspect == "progress":
        aspect = now.aspect
    return replace(merged, aspect=aspect), tuple(
        name
        for name in ("stage", "organisation", "place", "until")
        if getattr(before, name) and getattr(merged, name) == getattr(before, name)
    )


def _is_lack_alone(parts: Parts) -> bool:
    """'What's missing?', 'so how much remains?'"""
    return parts.has("deficit") and not (
        parts.has("topic") or parts.has("stage") or parts.place or parts.organisation or parts.times
    )


def _is_list_alone(parts: Parts) -> bool:
    """'List them', 'which ones?'"""
    listed = parts.has("ask", "list") and not parts.has("ask", "much", "count")
    return listed and not parts.has("topic") and not parts.has("stage") and not parts.has("extreme") and not parts.place


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
        return replace(question, aspect="progress", percent=False, low=False) == Capacity() and question.aspect in (
            "plants",
            "count",
            "total",
            "largest",
        )
    return isinstance(question, Milestones) and replace(question, count=False, limit=0) == Milestones()
