"""Things of the record as HTML: a milestone, a plant, a figure in a list, where a control stands, and the life of one.

Values in, HTML out; nothing is looked up, and `today` is a value. Every text of the record is escaped.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias, assert_never

from bot.look.html import link, source_html
from bot.look.numbers import format_amount
from bot.look.pages import escape
from bot.look.periods import ahead, format_day, format_period, late_by
from bot.look.phrases import say
from storage.records import Control, Figure, Milestone, MilestoneStatus, Plant

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, tzinfo

    from bot.look.spans import Voice
    from storage.periods import Period

Thing: TypeAlias = Milestone | Plant | Control | Figure

NOBODY: Mapping[int, str] = MappingProxyType({})

_MARKS = {
    MilestoneStatus.DONE: "✅",
    MilestoneStatus.IN_PROGRESS: "▶️",
    MilestoneStatus.PLANNED: "▫️",
    MilestoneStatus.DROPPED: "✖️",
}
_LATE = "⏰"


def milestone_line(milestone: Milestone, today: date, voice: Voice, *, first: bool = True) -> str:
    """One in a list: its number, title and when; `first`: of an open one that has moved, what was first promised."""
    named = f"{_mark(milestone, today)} {_numbered(milestone.number)}{link(milestone.title, milestone.source.url)}"
    promised = _moved(milestone.baseline, milestone.due, voice) if first and milestone.open else ""
    return f"{named}: {escape('. '.join(part for part in (_standing(milestone, today, voice), promised) if part))}"


def plant_line(plant: Plant, voice: Voice) -> str:
    """One in a list: its number, name, stage and capacity."""
    named = f"{_numbered(plant.number)}{link(plant.name, plant.source.url)}"
    return f"{named}: {say(f'stage_{plant.stage}', voice.language)}, {escape(_capacity(plant, voice))}"


def figure_line(figure: Figure, voice: Voice) -> str:
    """A figure in a list: of what, for when, how much and how firm, with its source."""
    amount = format_amount(figure.value, figure.unit, language=voice.language, style=voice.style)
    when = format_period(figure.period, language=voice.language)
    firm = say(f"figure_{figure.status}", voice.language)
    return f"{escape(f'{_of_what(figure)}, {when}: {amount} ({firm})')}, {source_html(figure.source, voice)}"


def _of_what(figure: Figure) -> str:
    return f"{figure.indicator.replace('_', ' ')}, {figure.product}, {figure.partner}"


def control_standing(control: Control, today: date, voice: Voice) -> str:
    """Its status and end; what has lapsed with nothing on record since is unknown."""
    if control.until and control.lapsed(today):
        return say("unknown_since", voice.language, date=format_period(control.until, language=voice.language))
    return control_status(control, voice)


def history(states: Sequence[Thing], zone: tzinfo, voice: Voice, *, people: Mapping[int, str] = NOBODY) -> str:
    """The life of a thing from its first state: what each change was, why, by whom, and on what evidence.

    zone: whose days they are. people: who made each entry of the journal, where somebody did.
    """
    if not states:
        return ""
    head = f"<b>{_numbered(_number(states[-1]))}{escape(thing_name(states[-1]))}</b>"
    promised = escape(_first_promised(states[-1], voice))
    return "\n".join([head, *([promised] if promised else []), *[_state(each, zone, voice, people) for each in states]])


def thing_name(thing: Thing) -> str:
    """Its title or name; of a figure, of what, whose and when it is."""
    if isinstance(thing, Figure):
        return f"{_of_what(thing)}, {thing.period.text}"
    return thing.name if isinstance(thing, Plant) else thing.title


def _number(thing: Thing) -> int:
    """A figure's is shown nowhere: it goes by what it is of."""
    return 0 if isinstance(thing, Figure) else thing.number


def _first_promised(thing: Thing, voice: Voice) -> str:
    """What was promised first, where something else is promised now."""
    if isinstance(thing, Milestone):
        return _moved(thing.baseline, thing.due, voice)
    return _moved(thing.baseline, thing.expected, voice) if isinstance(thing, Plant) else ""


def _state(thing: Thing, zone: tzinfo, voice: Voice, people: Mapping[int, str]) -> str:
    state = thing.state
    if state is None:
        return ""
    change = f"<b>{escape(say(f'change_{state.change}', voice.language))}</b>"
    parts = [change, escape(brief(thing, voice))]
    if state.reason:
        parts.append(escape(say("reason", voice.language, reason=state.reason)))
    if state.entry in people:
        parts.append(escape(say("by", voice.language, name=people[state.entry])))
    parts.append(source_html(thing.source, voice))
    day = format_day(state.as_of.astimezone(zone).date(), language=voice.language)
    return f"• {escape(day)}: {'; '.join(part for part in parts if part)}"


def brief(thing: Thing, voice: Voice) -> str:
    """How it stood in that state, in a few words."""
    match thing:
        case Milestone():
            return dated(thing, voice)
        case Figure():
            amount = format_amount(thing.value, thing.unit, language=voice.language, style=voice.style)
            return f"{amount} ({say(f'figure_{thing.status}', voice.language)})"
        case Plant():
            parts = (
                say(f"stage_{thing.stage}", voice.language),
                _capacity(thing, voice) if thing.capacity_tpa else "",
                _when("expected", thing.expected, voice),
            )
            return ", ".join(part for part in parts if part)
        case Control():
            return control_status(thing, voice)
        case _ as never:
            assert_never(never)


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
