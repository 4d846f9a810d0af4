"""Figures as bars, as stacks of partners, and as lines over time. Draws on a card; knows no sources."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING, Any

from bot.look import card as on
from bot.look.numbers import MINUS, ONE, Scale, grouped, rounded, scales
from bot.look.phrases import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from bot.asking.answers import Chart, Mark
    from bot.look.card import Card
    from bot.look.spans import Voice

HATCH = "////"

_MANY = 12  # more bars than these carry no number each, and get an axis instead
_AIRY = 8  # lying bars that leave room for names of two lines
_LONG = 12  # letters of a label that no longer fits under a bar
_ROOM = 1.14  # above the highest bar, for its number
_UNDER = 17  # points from the foot of a bar to the line its label stands on
_READABLE = 0.085  # of the height: a part of a stack that can hold its number


@dataclass(frozen=True, slots=True)
class Scaled:
    """Writes the numbers of one chart, all counted in the one word that suits the largest."""

    chart: Chart
    voice: Voice

    @property
    def scale(self) -> Scale:
        largest = Decimal(str(max((abs(mark.value) for mark in self.chart.marks), default=0)))
        choices = scales(self.chart.unit, self.voice.language, self.voice.style)
        return next((scale for scale in choices if largest >= scale.size), ONE)

    def words(self) -> str:
        """What is counted: US$ million, ₹ crore, tonnes a year."""
        scale, unit = self.scale, self.chart.unit
        word = say(f"scale_{scale.key}", self.voice.language) if scale.key else ""
        return " ".join(say(f"axis_{unit}", self.voice.language, scale=word, unit=unit).split())

    def number(self, value: float) -> str:
        part = rounded(abs(Decimal(str(value))) / self.scale.size, self.chart.unit)
        digits = grouped(part, unit=self.chart.unit, language=self.voice.language, style=self.voice.style)
        return (MINUS if value < 0 else "") + digits + ("%" if self.chart.unit == "%" else "")


def bars(chart: Chart, place: Card) -> None:
    """A bar for each mark: standing for years and months, lying for names."""
    if any(len(mark.label) > _LONG for mark in chart.marks):
        _lying(chart, place)
    else:
        _standing(chart, place)


def stacked(chart: Chart, place: Card) -> None:
    """A bar for each label, of one part for each series, the largest series at the foot."""
    labels, names = _labels(chart), _by_size(chart.marks)
    paint = on.colours(names)
    used = on.legend(place, [on.Key(name, paint[name]) for name in names])
    axes = _upright(chart, place, top=used)
    totals = {label: sum(mark.value for mark in chart.marks if mark.label == label) for label in labels}
    high = max(totals.values(), default=0) * _ROOM or 1
    axes.set_ylim(0, high)
    foot = dict.fromkeys(labels, 0.0)
    scaled = Scaled(chart, place.voice)
    for mark in sorted(chart.marks, key=lambda mark: names.index(mark.series)):
        spot = labels.index(mark.label)
        _bar(axes, spot, mark, paint[mark.series], foot=foot[mark.label], edge=1.0)
        if mark.value / high > _READABLE and len(labels) <= _MANY:
            middle = foot[mark.label] + mark.value / 2
            _inside(axes, scaled.number(mark.value), (spot, middle), paint[mark.series], hatched=mark.partial)
        foot[mark.label] += mark.value
    for spot, label in enumerate(labels[: _MANY if len(labels) <= _MANY else 0]):
        _above(axes, scaled.number(totals[label]), spot, totals[label], on.INK)


def line(chart: Chart, place: Card) -> None:
    """A line for each series through its marks; what leads to a part-year or to a figure not yet firm is dotted."""
    labels, names = _labels(chart), list(dict.fromkeys(mark.series for mark in chart.marks))
    paint = on.colours(names) if any(names) else {"": on.ALARM if chart.unit == "%" else on.MAIN}
    used = on.legend(place, [on.Key(name, paint[name]) for name in names]) if len(names) > 1 else 0.0
    axes = _upright(chart, place, top=used, left=0.06)
    values = [mark.value for mark in chart.marks]
    whole = 100.0 if chart.unit == "%" and 50 < max(values, default=0) <= 100 else max(values, default=0) * _ROOM or 1
    axes.set_ylim(min([0, *values]), whole)
    scaled = Scaled(chart, place.voice)
    _rule(axes, scaled)
    for name in names:
        marks = [(labels.index(mark.label), mark) for mark in chart.marks if mark.series == name]
        _thread(axes, marks, paint[name])
        for spot, mark in marks if len(labels) <= _MANY else marks[-1:]:
            _above(axes, scaled.number(mark.value), spot, mark.value, paint[name], rise=10)


def _standing(chart: Chart, place: Card) -> None:
    few = len(chart.marks) <= _MANY
    axes = _upright(chart, place, left=0.0 if few else 0.06)
    values = [mark.value for mark in chart.marks]
    axes.set_ylim(min([0, *values]) * _ROOM, max([0, *values]) * _ROOM or 1)
    scaled = Scaled(chart, place.voice)
    if not few:
        _rule(axes, scaled)
    for spot, mark in enumerate(chart.marks):
        _bar(axes, spot, mark, on.MAIN)
        if few:
            _above(axes, scaled.number(mark.value), spot, mark.value, on.INK)
    axes.axhline(0, color=on.MUTED, lw=1)


def _lying(chart: Chart, place: Card) -> None:
    """Names to the left, in two lines where there are few; of more than it has room for, the first."""
    marks = chart.marks[:_MANY]
    lines, size = (2, on.LABEL) if len(marks) <= _AIRY else (1, on.LABEL - 1)
    names = ["\n".join(on.wrap(place.figure, _noted(mark), size, 0.32, most=lines)) for mark in marks]
    widest = max((on.measure(place.figure, name, size) for name in names), default=0.0)
    axes = place.axes(left=widest + 0.015)
    on.bare(axes)
    scaled = Scaled(chart, place.voice)
    paint = on.colours([mark.label for mark in marks])
    for spot, mark in enumerate(marks):
        colour = paint[mark.label] if paint[mark.label] in (on.ALARM, on.PALE) else on.MAIN
        hatch = HATCH if mark.partial else None
        axes.barh(spot, mark.value, height=0.62, color=colour, edgecolor=on.BACK, lw=0, hatch=hatch)
        axes.annotate(
            scaled.number(mark.value),
            (max(mark.value, 0), spot),
            (7, -on.HALF_LETTER * on.LABEL),
            textcoords="offset points",
            fontsize=on.LABEL,
            fontweight="bold",
            color=on.INK,
        )
    values = [mark.value for mark in marks]
    axes.set_yticks(range(len(names)), names, fontsize=size, color=on.INK, va="center")
    axes.set_xticks([])
    axes.set_ylim(max(len(names), 4) - 0.5, -0.5)
    axes.set_xlim(min([0, *values]), max([0, *values]) * 1.14 or 1)


def _upright(chart: Chart, place: Card, *, top: float = 0.0, left: float = 0.0) -> Axes:
    """Axes with the labels under their places, and notes under the labels; of many, so many as do not touch."""
    labels, notes = _labels(chart), _notes(chart)
    axes = place.axes(left=left, bottom=0.13 if any(notes.values()) else 0.065, top=top)
    on.bare(axes)
    widest = max((on.measure(place.figure, label, on.LABEL) for label in labels), default=0.0) + 0.015
    every = max(1, ceil(len(labels) * widest / (place.right - place.left - left)))
    spots = range((len(labels) - 1) % every if labels else 0, len(labels), every)
    axes.tick_params(axis="x", pad=_UNDER)
    axes.set_xticks(spots, [labels[spot] for spot in spots], fontsize=on.LABEL, color=on.INK, va="baseline")
    for spot in spots:
        _under(axes, notes[labels[spot]], spot)
    axes.set_xlim(-0.6, max(len(labels), 3) - 0.4)
    axes.set_yticks([])
    return axes


def _rule(axes: Axes, scaled: Scaled) -> None:
    """Lines across at round numbers, told at the left."""
    from matplotlib.ticker import MaxNLocator

    low, high = axes.get_ylim()
    ticks = [float(tick) for tick in MaxNLocator(5).tick_values(low, high) if low <= tick <= high]
    axes.set_yticks(ticks, [scaled.number(tick) for tick in ticks], fontsize=on.SMALL, color=on.MUTED, va="center")
    axes.grid(axis="y", color=on.GRID, lw=1)
    axes.set_axisbelow(True)


def _bar(axes: Axes, spot: int, mark: Mark, colour: str, *, foot: float = 0.0, edge: float = 0.0) -> None:
    hatch = HATCH if mark.partial else None
    axes.bar(spot, mark.value, bottom=foot, width=0.66, color=colour, edgecolor=on.BACK, lw=edge, hatch=hatch)


def _above(axes: Axes, text: str, spot: int, value: float, colour: str, *, rise: float = 5) -> None:
    """A number over the end of its bar; under it where the bar goes down."""
    down = value < 0
    axes.annotate(
        text,
        (spot, value),
        (0, -rise if down else rise),
        textcoords="offset points",
        ha="center",
        va="top" if down else "bottom",
        fontsize=on.LABEL + 1,
        fontweight="bold",
        color=colour,
    )


def _under(axes: Axes, note: str, spot: int) -> None:
    """A note under the label of its place."""
    if note:
        at, down = (spot, 0), (0, -2.3 * _UNDER)
        where: dict[str, Any] = {"xycoords": ("data", "axes fraction"), "textcoords": "offset points"}
        axes.annotate(note, at, down, **where, ha="center", fontsize=on.LABEL, color=on.MUTED, annotation_clip=False)


def _inside(axes: Axes, text: str, at: tuple[float, float], colour: str, *, hatched: bool) -> None:
    """A number in the middle of its part; a hatch must not cross its digits."""
    ink = on.INK if colour in (on.PALE, on.WARM) else "white"
    box = {"boxstyle": "square,pad=0.12", "facecolor": colour, "edgecolor": "none"} if hatched else None
    lowered = (0, -on.HALF_LETTER * on.LABEL)
    axes.annotate(text, at, lowered, textcoords="offset points", ha="center", fontsize=on.LABEL, color=ink, bbox=box)


def _thread(axes: Axes, marks: Sequence[tuple[int, Mark]], colour: str) -> None:
    for (spot, mark), (following, later) in pairwise(marks):
        style = ":" if later.partial else "-"
        axes.plot([spot, following], [mark.value, later.value], color=colour, lw=3, ls=style)
    for spot, mark in marks:
        axes.plot([spot], [mark.value], "o", ms=9, color=colour, mfc=on.BACK if mark.partial else colour, mew=2.5)


def _labels(chart: Chart) -> list[str]:
    return list(dict.fromkeys(mark.label for mark in chart.marks))


def _notes(chart: Chart) -> dict[str, str]:
    """The first note of each label."""
    found = dict.fromkeys(_labels(chart), "")
    for mark in chart.marks:
        found[mark.label] = found[mark.label] or mark.note
    return found


def _noted(mark: Mark) -> str:
    return f"{mark.label} ({mark.note})" if mark.note else mark.label


def _by_size(marks: Sequence[Mark]) -> list[str]:
    """Series from the largest; the rest of the world last."""
    totals: dict[str, float] = {}
    for mark in marks:
        totals[mark.series] = totals.get(mark.series, 0) + mark.value
    paint = on.colours(list(totals))
    return sorted(totals, key=lambda name: (paint[name] == on.PALE, -totals[name]))
