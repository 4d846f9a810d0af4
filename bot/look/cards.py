"""Things of the record as HTML: a milestone, a plant, a control, the life of one, and what a change changed.

Values in, HTML out; nothing is looked up, and `today` is a value. Every text of the record is escaped.
"""

from __future__ import annotations

from dataclasses import fields
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from bot.look.html import link, source_html
from bot.look.numbers import format_amount
from bot.look.pages import escape
from bot.look.periods import ahead, format_day, format_period, late_by
from bot.look.phrases import say
from bot.look.spans import titled
from storage.periods import Period
from storage.records import Change, Confidence, Control, Figure, Milestone, MilestoneStatus, Plant, Source

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from bot.look.spans import Voice

Thing: TypeAlias = Milestone | Plant | Control

NOBODY: Mapping[int, str] = MappingProxyType({})

_MARKS = {
    MilestoneStatus.DONE: "✅",
    MilestoneStatus.IN_PROGRESS: "▶️",
    MilestoneStatus.PLANNED: "▫️",
    MilestoneStatus.DROPPED: "✖️",
}
_LATE = "⏰"
_OURS = ("state", "baseline", "slips", "key")  # fields that nobody writes


def milestone_card(milestone: Milestone, today: date, voice: Voice) -> str:
    """All about one: where it stands, what was first promised, whose it is, and its papers."""
    return _lines(
        f"{_mark(milestone, today)} <b>{_numbered(milestone.number)}{escape(milestone.title)}</b>",
        escape(_standing(milestone, today, voice)),
        escape(_promised(milestone, voice)),
        _owners(milestone, say(f"category_{milestone.category}", voice.language)),
        _note(milestone, voice),
        _source(milestone.source, voice),
    )


def milestone_line(milestone: Milestone, today: date, voice: Voice, *, first: bool = True) -> str:
    """One in a list: its number, title and when; `first`: of an open one that has moved, what was first promised."""
    named = f"{_mark(milestone, today)} {_numbered(milestone.number)}{link(milestone.title, milestone.source.url)}"
    promised = _moved(milestone.baseline, milestone.due, voice) if first and milestone.open else ""
    return f"{named}: {escape('. '.join(part for part in (_standing(milestone, today, voice), promised) if part))}"


def plant_card(plant: Plant, voice: Voice) -> str:
    """A works: how far it has come, what it will make, and its papers."""
    return _lines(
        f"<b>{_numbered(plant.number)}{escape(plant.name)}</b>: {say(f'stage_{plant.stage}', voice.language)}",
        escape(_capacity(plant, voice)),
        escape(_when("expected", plant.expected, voice)),
        escape(_moved(plant.baseline, plant.expected, voice)),
        _owners(plant, plant.programme),
        _note(plant, voice),
        _source(plant.source, voice),
    )


def plant_line(plant: Plant, voice: Voice) -> str:
    """One in a list: its number, name, stage and capacity."""
    named = f"{_numbered(plant.number)}{link(plant.name, plant.source.url)}"
    return f"{named}: {say(f'stage_{plant.stage}', voice.language)}, {escape(_capacity(plant, voice))}"


def figure_line(figure: Figure, voice: Voice) -> str:
    """A figure in a list: of what, for when, how much and how firm, with its source."""
    amount = format_amount(figure.value, figure.unit, language=voice.language, style=voice.style)
    what = f"{figure.indicator.replace('_', ' ')}, {figure.product}, {figure.partner}"
    when = format_period(figure.period, language=voice.language)
    firm = say(f"figure_{figure.status}", voice.language)
    return f"{escape(f'{what}, {when}: {amount} ({firm})')}, {source_html(figure.source, voice)}"


def control_card(control: Control, today: date, voice: Voice) -> str:
    """An export control: what holds now, on what, since when and until when."""
    return _lines(
        f"<b>{_numbered(control.number)}{escape(control.title)}</b>",
        f"<b>{escape(control_standing(control, today, voice))}</b>",
        " · ".join(escape(part) for part in (control.jurisdiction, control.instrument) if part),
        escape(control.scope),
        escape(_when("announced_on", control.announced, voice)),
        escape(_when("effective_from", control.effective, voice)),
        _note(control, voice),
        _source(control.source, voice),
    )


def control_standing(control: Control, today: date, voice: Voice) -> str:
    """Its status and end; what has lapsed with nothing on record since is unknown."""
    if control.until and control.lapsed(today):
        return say("unknown_since", voice.language, date=format_period(control.until, language=voice.language))
    return control_status(control, voice)


def history(states: Sequence[Thing], voice: Voice, *, people: Mapping[int, str] = NOBODY) -> str:
    """The life of a thing from its first state: what each change was, why, by whom, and on what evidence.

    people: who made each entry of the journal, where somebody did.
    """
    if not states:
        return ""
    head = f"<b>{_numbered(states[-1].number)}{escape(_name(states[-1]))}</b>"
    return "\n".join([head, *[_state(state, voice, people) for state in states]])


def changes(before: Thing | None, after: Thing, voice: Voice) -> str:
    """What a write changes, a line for each field that differs; of a new thing, each field that it has.

    Fields and their words are those that commands and files use, in either language.
    """
    lines = []
    for field in (each.name for each in fields(after)):
        if field in _OURS:
            continue
        old, new = (_shown(getattr(each, field), voice) if each else "" for each in (before, after))
        if old != new:
            lines.append(f"{escape(_label(field))}: {_from(old, voice) if before else ''}{_to(new, voice)}")
    return "\n".join(lines)


def _state(state: Thing, voice: Voice, people: Mapping[int, str]) -> str:
    if state.state is None:
        return ""
    change = say(f"change_{state.state.change}", voice.language)
    parts = [escape(_brief(state, voice))]
    if state.state.change is not Change.FIRST:
        parts.insert(0, f"<b>{escape(change)}</b>")
    if state.state.reason:
        parts.append(escape(say("reason", voice.language, reason=state.state.reason)))
    if state.state.entry in people:
        parts.append(escape(say("by", voice.language, name=people[state.state.entry])))
    parts.append(source_html(state.source, voice))
    day = format_day(state.state.as_of.date(), language=voice.language)
    return f"• {escape(day)}: {'; '.join(part for part in parts if part)}"


def _brief(state: Thing, voice: Voice) -> str:
    """How it stood in that state, in a few words."""
    if isinstance(state, Milestone):
        return dated(state, voice)
    if isinstance(state, Plant):
        stage, date = say(f"stage_{state.stage}", voice.language), _when("expected", state.expected, voice)
        return f"{stage}, {date}" if date else stage
    return control_status(state, voice)


def _standing(milestone: Milestone, today: date, voice: Voice) -> str:
    """When, and how far off or how late."""
    said = dated(milestone, voice)
    if milestone.done and milestone.due and milestone.late():
        return f"{said}, {late_by(milestone.due.end, milestone.done.start, language=voice.language)}"
    if milestone.due and milestone.overdue(today):
        return f"{said}, {late_by(milestone.due.end, today, language=voice.language)}"
    if milestone.open and milestone.due:
        return f"{said}, {ahead(milestone.due.end, today, language=voice.language)}"
    return said


def control_status(control: Control, voice: Voice) -> str:
    """Its status and end as recorded, whether or not that end has passed."""
    status = say(f"control_{control.status}", voice.language)
    return f"{status}, {_when('until', control.until, voice)}" if control.until else status


def dated(milestone: Milestone, voice: Voice) -> str:
    """When it is due, or was done."""
    if milestone.status is MilestoneStatus.DONE:
        return _when("done_on", milestone.done, voice) or say("done_sometime", voice.language)
    due = _when("due", milestone.due, voice) or say("due_unknown", voice.language)
    if milestone.status is MilestoneStatus.PLANNED:
        return due
    return f"{say(f'status_{milestone.status}', voice.language)}. {due}"


def _promised(milestone: Milestone, voice: Voice) -> str:
    moved = _moved(milestone.baseline, milestone.due, voice)
    if not moved or not milestone.slips:
        return moved
    return f"{moved}, {say('slips', voice.language, count=milestone.slips)}"


def _moved(first: Period | None, now: Period | None, voice: Voice) -> str:
    """What was first promised, and by how much that has moved; nothing where it stands."""
    if first is None or now is None or first == now:
        return ""
    moved = late_by(first.end, now.end, language=voice.language)
    return f"{_when('promised_first', first, voice)}, {moved}"


def _capacity(plant: Plant, voice: Voice) -> str:
    if plant.capacity_tpa is None:
        return say("capacity_unknown", voice.language)
    amount = format_amount(plant.capacity_tpa, "tpa", language=voice.language, style=voice.style)
    return say("capacity", voice.language, amount=amount)


def _when(key: str, period: Period | None, voice: Voice) -> str:
    return say(key, voice.language, date=format_period(period, language=voice.language)) if period else ""


def _mark(milestone: Milestone, today: date) -> str:
    return _LATE if milestone.overdue(today) else _MARKS[milestone.status]


def _numbered(number: int) -> str:
    return f"#{number} " if number else ""


def _name(thing: Thing) -> str:
    return thing.name if isinstance(thing, Plant) else thing.title


def _owners(thing: Milestone | Plant, kind: str) -> str:
    return " · ".join(escape(part) for part in (thing.organisation, thing.place, kind) if part)


def _note(thing: Thing, voice: Voice) -> str:
    doubt = say(f"confidence_{thing.confidence}", voice.language) if thing.confidence is not Confidence.PLAIN else ""
    return _lines(f"<i>{doubt}</i>" if doubt else "", escape(thing.note))


def _source(source: Source, voice: Voice) -> str:
    return f"{say('source', voice.language)}: {source_html(source, voice)}" if source.title or source.url else ""


def _shown(value: object, voice: Voice) -> str:
    """A field's value as a person would write it."""
    if value is None or value == () or value == "":
        return ""
    if isinstance(value, tuple):
        return ", ".join(str(each) for each in value)
    if isinstance(value, float):
        return format_amount(value, "tpa", language=voice.language, style=voice.style)
    if isinstance(value, Source):
        return titled(value)
    return format_period(value, language=voice.language) if isinstance(value, Period) else str(value)


def _label(field: str) -> str:
    return field.removesuffix("_tpa").replace("_", " ")


def _from(old: str, voice: Voice) -> str:
    return f"<s>{escape(old or say('nothing', voice.language))}</s> → "


def _to(new: str, voice: Voice) -> str:
    return f"<b>{escape(new or say('nothing', voice.language))}</b>"


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
