"""A chart becomes a picture: 1280 x 720, with its source and as-of date inside, Devanagari shaped as it should be.

Matplotlib is loaded with the first picture. It keeps settings for the whole process, so one picture is drawn at a time.
"""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING

from bot.look import bars, card, plan
from bot.look.numbers import INDIAN
from bot.look.spans import Voice

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from datetime import date

    from matplotlib.figure import Figure

    from bot.asking.answers import Chart

SHAPES = ("bars", "stacked", "line", "progress", "timeline")

_ONE_AT_A_TIME = Lock()


def png(chart: Chart, today: date, *, style: str = INDIAN) -> bytes:
    """The picture's bytes. May be called from any thread; takes about a fifth of a second, the first time a second."""
    with _ONE_AT_A_TIME, _settings():
        drawn = BytesIO()
        _figure(chart, today, style).savefig(drawn, format="png", dpi=card.DPI, facecolor=card.BACK)
    return drawn.getvalue()


def figure(chart: Chart, today: date, *, style: str = INDIAN) -> Figure:
    """The picture as matplotlib holds it; ValueError for a shape that is not ours."""
    with _ONE_AT_A_TIME, _settings():
        return _figure(chart, today, style)


def speaks(language: str) -> bool:
    """Whether there is a face to write this language with. Without one a picture is best asked for in English."""
    return language != "hi" or card.faces().devanagari


def _figure(chart: Chart, today: date, style: str) -> Figure:
    language = chart.language if speaks(chart.language) else "en"
    chart, voice = replace(chart, language=language), Voice(language, style)
    place = card.card(chart, voice, _subtitle(chart, voice))
    if chart.shape == "timeline":
        plan.timeline(chart, place, today)
    elif chart.shape == "progress":
        plan.progress(chart, place)
    elif chart.shape in SHAPES:
        {"bars": bars.bars, "stacked": bars.stacked, "line": bars.line}[chart.shape](chart, place)
    else:
        raise ValueError(f"no chart is called '{chart.shape}'; there are {', '.join(SHAPES)}")
    return place.figure


def _subtitle(chart: Chart, voice: Voice) -> str:
    """What it says of itself, then what its numbers count."""
    counted = "" if chart.shape == "timeline" else bars.Scaled(chart, voice).words()
    return ", ".join(part for part in (chart.subtitle, counted) if part)


def _settings() -> AbstractContextManager[None]:
    """Our faces, for as long as one picture is drawn; the process's own settings come back after."""
    families = list(card.faces().families)
    from matplotlib import rc_context

    return rc_context({"font.family": families, "hatch.linewidth": 1.5, "hatch.color": card.BACK})
