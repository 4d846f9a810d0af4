"""The plan as pictures: capacity on its way to the target, and milestones with what was first promised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from bot.look import card as on
from bot.look.bars import HATCH, Scaled
from bot.look.numbers import format_amount
from bot.look.periods import format_day, short_period, stretch
from bot.look.phrases import say
from storage.periods import Period
from storage.records import MilestoneStatus, Stage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from bot.asking.answers import Chart, Mark
    from bot.look.card import Card
    from bot.look.spans import Voice

OVERDUE = "overdue"

_STAGES = (
    (Stage.COMMISSIONED, on.GOOD, ""),
    (Stage.BUILDING, on.WARM, ""),
    (Stage.AWARDED, on.MAIN, ""),
    (Stage.ANNOUNCED, on.PALE, HATCH),
)
_STATUSES = {
    MilestoneStatus.DONE.value: on.GOOD,
    MilestoneStatus.PLANNED.value: on.MAIN,
    MilestoneStatus.IN_PROGRESS.value: on.WARM,
    OVERDUE: on.ALARM,
    MilestoneStatus.DROPPED.value: on.PALE,
}
_MOST_ROWS = 6  # names of two lines stand clear of each other
_ROW = 0.062  # of the height: a plant's line
_TITLES = 0.38  # of the width: the names of milestones
_SLIVER = 0.004  # of the bar: the least that is drawn
_LONG_DUE = 40  # days: a due period that is drawn as a bar
_HEAD = 0.145  # of the height: the words over the bar
_BAR = 0.13  # of the height: the bar toward the target


def progress(chart: Chart, place: Card) -> None:
    """One bar toward the target, by stage from the firmest, and beneath it the plants that it is made of.

    A mark's series is its stage; a mark without one is a stage itself, by its label.
    """
    totals = _by_stage(chart)
    target = chart.target or sum(totals.values()) or 1.0
    _headline(chart, place, totals.get(Stage.COMMISSIONED.value, 0.0), target)
    _toward(place, totals, target)
    scaled = Scaled(chart, place.voice)
    lower = on.Card(place.figure, place.voice, place.bottom, place.top - _HEAD - _BAR - 0.025)
    used = on.legend(lower, _stage_keys(totals, scaled))
    if not any(totals.values()):
        on.block(lower, lower.top - 0.06, [say("no_capacity", place.voice.language)], on.LABEL)
    plants = sorted((mark for mark in chart.marks if mark.series and mark.value), key=_firmest)
    _plants(lower, plants, used, scaled)


def timeline(chart: Chart, place: Card, today: date) -> None:
    """A row for each milestone: a diamond where it was first promised, an arrow to where it stands, a line for today.

    Of more than it has room for, the first are shown and the rest counted; which those are is for the chart's maker to choose.
    """
    dated = [mark for mark in chart.marks if mark.start]
    marks = dated[:_MOST_ROWS]
    status = [_status(mark, today) for mark in marks]
    used = on.legend(place, _status_keys(marks, status, place.voice))
    axes = place.axes(left=_TITLES + 0.02, bottom=0.06, top=used + 0.035)
    on.bare(axes)
    _time(axes, marks, today, place.voice)
    rows = max(len(marks), 4)
    axes.set_ylim(rows - 0.5, -0.5)
    for row, (mark, state) in enumerate(zip(marks, status, strict=True)):
        axes.axhline(row, color=on.GRID, lw=1, zorder=0)
        _title(place, axes, mark, row, rows)
        _row(axes, mark, row, _STATUSES[state], place.voice)
    if len(dated) > len(marks):
        more = say("and_more", place.voice.language, count=len(dated) - len(marks))
        place.figure.text(place.left, place.bottom + 0.02, more, fontsize=on.SMALL, color=on.MUTED)


def _by_stage(chart: Chart) -> dict[str, float]:
    totals: dict[str, float] = {}
    for mark in chart.marks:
        stage = mark.series or mark.label
        totals[stage] = totals.get(stage, 0.0) + mark.value
    return totals


def _headline(chart: Chart, place: Card, reached: float, target: float) -> None:
    """How far it has come, in words over the bar."""
    done = format_amount(reached / target * 100, "%", language=place.voice.language)
    amount = format_amount(target, chart.unit, language=place.voice.language, style=place.voice.style)
    figure = place.figure
    figure.text(place.left, place.top, done, fontsize=30, fontweight="bold", color=on.GOOD, va="top")
    room = on.measure(figure, done, 30, "bold") + 0.015
    text = say("of_target" if chart.target else "of_known", place.voice.language, amount=amount)
    figure.text(place.left + room, place.top - 0.038, text, fontsize=on.LABEL + 2, color=on.INK, va="top")


def _toward(place: Card, totals: dict[str, float], target: float) -> None:
    """The bar itself; where more is on its way than was aimed at, the target is a line within it."""
    below = place.top - _HEAD - _BAR - place.bottom
    axes = place.axes(bottom=below, top=_HEAD)
    on.bare(axes)
    axes.set_xticks([])
    axes.set_yticks([])
    length = max(target, sum(totals.values()))
    axes.set_xlim(0, length)
    axes.set_ylim(-0.5, 0.5)
    axes.barh(0, length, height=0.8, color="white", edgecolor=on.GRID, lw=1.5)
    reached = 0.0
    for depth, (stage, colour, hatch) in enumerate(_STAGES):
        value = totals.get(stage.value, 0.0)
        seen = max(value, length * _SLIVER) if value else 0.0  # three tonnes are there, if only as a line
        part = axes.barh(0, seen, left=reached, height=0.8, color=colour, edgecolor=on.BACK, lw=0, hatch=hatch or None)
        part[0].set_zorder(len(_STAGES) - depth + 1)
        reached += value
    axes.axvline(target, color=on.INK, lw=4 if target == length else 2.5, zorder=9)


def _plants(place: Card, plants: Sequence[Mark], used: float, scaled: Scaled) -> None:
    """The plants by name, the firmest first; what there is no room for in one line."""
    top = place.top - used - _ROW / 2
    room = max(1, int((top - place.bottom) / _ROW) + 1)
    shown = plants if len(plants) <= room else plants[: room - 1]
    for number, mark in enumerate(shown):
        _plant(place, mark, top - number * _ROW, scaled)
    if len(shown) < len(plants):
        more = say("and_more", scaled.voice.language, count=len(plants) - len(shown))
        y = on.middle(top - len(shown) * _ROW, on.LABEL)
        place.figure.text(place.left + 0.022, y, more, fontsize=on.LABEL, color=on.MUTED)


def _plant(place: Card, mark: Mark, y: float, scaled: Scaled) -> None:
    colour = next((colour for stage, colour, _ in _STAGES if stage.value == mark.series), on.PALE)
    on.dot(place.figure, place.left, y, colour)
    note = f" ({mark.note})" if mark.note else ""
    name = on.wrap(place.figure, mark.label + note, on.LABEL, 0.74, most=1)[0]
    line: dict[str, Any] = {"y": on.middle(y, on.LABEL), "fontsize": on.LABEL, "color": on.INK}
    place.figure.text(place.left + 0.022, s=name, **line)
    place.figure.text(place.right, s=scaled.number(mark.value), fontweight="bold", ha="right", **line)


def _stage_keys(totals: dict[str, float], scaled: Scaled) -> list[on.Key]:
    return [
        on.Key(f"{_word('stage', stage, scaled.voice)} {scaled.number(totals[stage.value])}", colour, hatch)
        for stage, colour, hatch in _STAGES
        if totals.get(stage.value)
    ]


def _status_keys(marks: Sequence[Mark], status: Sequence[str], voice: Voice) -> list[on.Key]:
    keys = [
        on.Key(_word("status", name, voice), colour, marker=_marker(name))
        for name, colour in _STATUSES.items()
        if name in status
    ]
    if any(mark.baseline for mark in marks):
        keys.append(on.Key(say("first_promised", voice.language), on.BACK, marker="D", edge=on.MUTED))
    return keys


def _marker(status: str) -> str:
    return "X" if status == MilestoneStatus.DROPPED else "o"


def _firmest(mark: Mark) -> tuple[int, float]:
    order = [stage.value for stage, _, _ in _STAGES]
    return (order.index(mark.series) if mark.series in order else len(order), -mark.value)


def _status(mark: Mark, today: date) -> str:
    """Overdue is told by the day, unless the mark says so itself."""
    end = mark.end or mark.start
    if mark.series in (MilestoneStatus.PLANNED, MilestoneStatus.IN_PROGRESS, "") and end and end < today:
        return OVERDUE
    return mark.series if mark.series in _STATUSES else MilestoneStatus.PLANNED.value


def _time(axes: Axes, marks: Sequence[Mark], today: date, voice: Voice) -> None:
    """The axis of time over all that is shown, with the day of today on it."""
    days = [today, *[day for mark in marks for day in (mark.start, mark.end, mark.baseline) if day]]
    low, high = min(days).toordinal(), max(days).toordinal()
    ticks = _ticks(min(days), max(days))
    room = max(35.0, (high - low) * 0.09)  # on either side: half a tick's words
    axes.set_xlim(min([low, *(tick.at for tick in ticks)]) - room, high + room)
    axes.set_xticks(
        [tick.at for tick in ticks], [tick.text(voice) for tick in ticks], fontsize=on.SMALL, color=on.MUTED
    )
    axes.set_yticks([])
    axes.axvline(today.toordinal(), color=on.INK, lw=1.5, ls=(0, (4, 3)), zorder=1)
    text = say("today_is", voice.language, date=format_day(today, language=voice.language))
    middle = low + (high - low) / 2
    side = "left" if today.toordinal() < middle else "right"
    axes.annotate(
        text,
        (today.toordinal(), 1),
        (0, 3),
        xycoords=("data", "axes fraction"),
        textcoords="offset points",
        ha=side,
        fontsize=on.SMALL,
        color=on.INK,
    )


@dataclass(frozen=True, slots=True)
class Tick:
    """A first of a month on the axis of time."""

    day: date
    years: bool

    @property
    def at(self) -> int:
        return self.day.toordinal()

    def text(self, voice: Voice) -> str:
        if self.years:
            return str(self.day.year)
        return short_period(Period.month(self.day.year, self.day.month), language=voice.language)


def _ticks(first: date, last: date) -> list[Tick]:
    """Some three to five firsts of a month or of a year: as many as stand clear of each other."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    step = next((step for step in (1, 2, 3, 6, 12, 24, 60) if months / step <= 4.5), 120)
    starts = range(first.year * 12, (last.year + 1) * 12, step)
    days = [date(start // 12, start % 12 + 1, 1) for start in starts]
    return [Tick(day, step >= 12) for day in days if first - timedelta(days=15) <= day <= last + timedelta(days=15)]


def _title(place: Card, axes: Axes, mark: Mark, row: int, rows: int) -> None:
    """What it is, left of its row, in as many lines as the row has room for."""
    size = on.LABEL if rows <= 4 else on.LABEL - 1
    box = axes.get_position()
    y = box.y1 - (row + 0.5) / rows * box.height
    on.block(place, y, on.wrap(place.figure, mark.label, size, _TITLES, most=2), size)


def _row(axes: Axes, mark: Mark, row: int, colour: str, voice: Voice) -> None:
    if mark.start is None:
        return
    start, end = mark.start.toordinal(), (mark.end or mark.start).toordinal()
    if end - start > _LONG_DUE:
        axes.plot([start, end], [row, row], color=colour, lw=9, alpha=0.35, solid_capstyle="round", zorder=2)
    if mark.baseline and mark.baseline.toordinal() != end:
        _slip(axes, mark.baseline.toordinal(), end, row, voice)
    axes.plot([end], [row], _marker(mark.series), ms=12, color=colour, mec=on.BACK, mew=1.5, zorder=4)


def _slip(axes: Axes, baseline: int, now: int, row: int, voice: Voice) -> None:
    """From where it was first promised to where it stands, with how long that is."""
    colour = on.ALARM if now > baseline else on.GOOD
    axes.plot([baseline], [row], "D", ms=9, color=on.BACK, mec=on.MUTED, mew=2, zorder=3)
    arrow = {"arrowstyle": "-|>,head_width=0.3,head_length=0.5", "color": colour, "lw": 2, "shrinkA": 6, "shrinkB": 7}
    axes.annotate("", (now, row), (baseline, row), arrowprops=arrow, zorder=3)
    sign = "+" if now > baseline else "\u2212"
    axes.annotate(
        sign + stretch(now - baseline, language=voice.language),
        ((now + baseline) / 2, row),
        (0, 4.5),
        textcoords="offset points",
        ha="center",
        va="bottom",
        fontsize=on.SMALL,
        fontweight="bold",
        color=colour,
        bbox={"boxstyle": "square,pad=0.05", "facecolor": on.BACK, "edgecolor": "none"},
        zorder=2,  # over the line of today, under the marks
    )


def _word(kind: str, name: str, voice: Voice) -> str:
    return say(f"{kind}_{name}", voice.language)
