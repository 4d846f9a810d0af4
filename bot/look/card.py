"""The card that every picture is drawn on: its faces, colours, title, and the papers at its foot.

Matplotlib is imported here and in the files that draw, and nowhere else, with the first picture. Never touches pyplot,
which keeps figures for ever. 1280 x 720, opaque, so that it reads the same on a dark and a light screen.
"""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from bot.look.periods import format_day
from bot.look.phrases import say
from bot.look.spans import Voice, dated, titled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontManager

    from bot.asking.answers import Chart
    from storage.records import Source

WIDTH, HEIGHT, DPI = 1280, 720, 150

BACK, INK, MUTED, GRID = "#F4F5F7", "#16202A", "#5A6672", "#D5DAE0"
MAIN, ALARM, GOOD, WARM, PALE = "#2360A5", "#C8372D", "#2E8B57", "#E0932F", "#AEB9C4"
SERIES = (MAIN, WARM, GOOD, "#7D5BA6", "#2A9DB0", "#A0714F", "#D9779B")

HALF_LETTER = 0.35  # of a face's size: half the height of a digit
TITLE, LABEL, SMALL = 18.0, 12.0, 10.0  # points; a phone shows the picture at about a third of its size

_LEFT, _RIGHT = 0.04, 0.96
_SYSTEM_FACES = ("Noto Sans Devanagari", "Lohit Devanagari", "Mangal", "Kohinoor Devanagari")
_CHINA = ("china", "चीन")
_REST = ("other", "others", "rest", "अन्य", "बाकी")


@dataclass(frozen=True, slots=True)
class Faces:
    """The families to draw with, best first, and whether one of them has Devanagari."""

    families: tuple[str, ...]
    devanagari: bool


@dataclass(frozen=True, slots=True)
class Key:
    """A name in a legend: a patch of its colour, or the marker that stands for it."""

    name: str
    colour: str
    hatch: str = ""
    marker: str = ""
    edge: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A figure with its title and foot drawn, and the room left between them, in parts of the whole."""

    figure: Figure
    voice: Voice
    bottom: float
    top: float
    left: float = _LEFT
    right: float = _RIGHT

    def axes(self, *, left: float = 0.0, bottom: float = 0.0, top: float = 0.0) -> Axes:
        """Axes in the room left, less these margins."""
        x, y = self.left + left, self.bottom + bottom
        return self.figure.add_axes((x, y, self.right - x, self.top - top - y))


@cache
def faces() -> Faces:
    """The wheel's Poppins has Devanagari, Latin and the rupee sign; without it a face of the system's may."""
    manager = _library()
    for path in _shipped():
        manager.addfont(str(path))
    known = {entry.name for entry in manager.ttflist}
    if "Poppins" in known:
        return Faces(("Poppins", "DejaVu Sans"), devanagari=True)
    found = tuple(name for name in _SYSTEM_FACES if name in known)
    return Faces(("DejaVu Sans", *found), devanagari=bool(found))


def card(chart: Chart, voice: Voice, subtitle: str) -> Card:
    """An empty card with its title, what is counted, and its papers."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH / DPI, HEIGHT / DPI), dpi=DPI, facecolor=BACK)
    FigureCanvasAgg(figure)
    title = chart.title[:1].upper() + chart.title[1:]
    top = _down(figure, 0.955, wrap(figure, title, TITLE, _RIGHT - _LEFT, most=2, weight="bold"), TITLE, "bold", INK)
    top = _down(figure, top - 0.01, wrap(figure, subtitle, LABEL, _RIGHT - _LEFT, most=2), LABEL, "normal", MUTED)
    foot = _foot(figure, chart, voice)
    bottom = 0.03 + len(foot) * _line(SMALL)
    _down(figure, bottom, foot, SMALL, "normal", MUTED)
    return Card(figure, voice, bottom + 0.035, top - 0.03)


def _foot(figure: Figure, chart: Chart, voice: Voice) -> list[str]:
    """The papers in two lines: whole names, as many as there is room for, and how many more there are."""
    width = _RIGHT - _LEFT
    for most in range(len(chart.sources), 1, -1):
        text = papers(chart, voice, most=most)
        if measure(figure, text, SMALL) > 2 * width:  # far quicker than breaking it into lines
            continue
        lines = wrap(figure, text, SMALL, width, most=3)
        if len(lines) <= 2:
            return lines
    return wrap(figure, papers(chart, voice, most=1), SMALL, width, most=3)


def papers(chart: Chart, voice: Voice, *, most: int = 1_000) -> str:
    """Who says so and as of when, for the foot of the picture; of more sources than `most`, how many more."""
    each = _once(chart.sources)
    alone = len(each) == 1 and each[0].published == chart.as_of  # its date need not be told twice
    names = list(dict.fromkeys(titled(source) + ("" if alone else dated(source, voice)) for source in each))
    more = [say("and_more", voice.language, count=len(names) - most)] if len(names) > most else []
    named = "; ".join([*names[:most], *more])
    head = say("sources" if len(each) > 1 else "source", voice.language)
    said = f"{head}: {named}" if each else ""
    if not chart.as_of:
        return said
    as_of = say("as_of", voice.language, date=format_day(chart.as_of, language=voice.language))
    return f"{as_of} · {said}" if said else as_of


def _once(sources: Iterable[Source]) -> list[Source]:
    """Each address once, in the words of whichever tells its date."""
    found: dict[str, Source] = {}
    for source in sources:
        before = found.setdefault(source.url or source.title, source)
        if source.published and not before.published:
            found[source.url or source.title] = source
    return list(found.values())


def wrap(figure: Figure, text: str, size: float, width: float, *, most: int, weight: str = "normal") -> list[str]:
    """Words in at most so many lines, each within `width` of the figure; what is left over ends in '…'."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and fits(figure, longer, size, width, weight):
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], _cut(figure, " ".join(lines[most - 1 :]), size, width, weight)]
    return [
        line if fits(figure, line, size, width, weight) else _cut(figure, line, size, width, weight) for line in lines
    ]


def fits(figure: Figure, text: str, size: float, width: float, weight: str = "normal") -> bool:
    return measure(figure, text, size, weight) <= width


def measure(figure: Figure, text: str, size: float, weight: str = "normal") -> float:
    """How wide a text would be, in parts of the figure's width."""
    drawn = figure.text(0, 0, text, fontsize=size, fontweight=weight)
    box = drawn.get_window_extent()
    drawn.remove()
    return float(box.width) / WIDTH


def colours(names: Sequence[str]) -> dict[str, str]:
    """A colour for each series: China always red, the rest of the world always pale."""
    plain = iter(SERIES * (len(names) // len(SERIES) + 1))
    found = {}
    for name in names:
        folded = name.casefold()
        found[name] = ALARM if folded in _CHINA else PALE if folded in _REST else next(plain)
    return found


def bare(axes: Axes) -> None:
    """No frame and no ticks; what is drawn speaks for itself."""
    axes.set_facecolor("none")
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.tick_params(length=0, labelsize=LABEL, colors=MUTED)


def legend(place: Card, keys: Sequence[Key]) -> float:
    """Names with a mark of their colour, in rows from the top of the room; gives the height used."""
    row, x = _line(LABEL), place.left
    y = place.top - row / 2
    for key in keys:
        width = measure(place.figure, key.name, LABEL) + 0.05
        if x > place.left and x + width > place.right:
            x, y = place.left, y - row
        _key(place.figure, key, x, y)
        place.figure.text(x + 0.022, middle(y, LABEL), key.name, fontsize=LABEL, color=INK)
        x += width
    return place.top - y + row if keys else 0.0


def block(place: Card, y: float, lines: Sequence[str], size: float) -> None:
    """Lines at the left edge, their middle at `y`. Set one by one: a face's own distance between lines is too wide."""
    step = size * DPI / 72 * 1.18 / HEIGHT
    for number, line in enumerate(lines):
        at = y + ((len(lines) - 1) / 2 - number) * step
        place.figure.text(place.left, middle(at, size), line, fontsize=size, color=INK)


def middle(y: float, size: float) -> float:
    """Where letters stand so that their middle is at `y`: the face's own middle is too low for capitals and digits."""
    return y - HALF_LETTER * size * DPI / 72 / HEIGHT


def dot(figure: Figure, x: float, y: float, colour: str) -> None:
    _key(figure, Key("", colour, marker="o"), x, y)


def _key(figure: Figure, key: Key, x: float, y: float) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Rectangle

    if key.marker:
        line = Line2D(
            [x + 0.008],
            [y],
            marker=key.marker,
            ms=7 if key.marker == "D" else 9,
            color=key.colour,
            ls="",
            mec=key.edge or key.colour,
            mew=1.5,
        )
        line.set_transform(figure.transFigure)
        figure.add_artist(line)
        return
    patch = Rectangle(
        (x, y - 0.013), 0.0155, 0.0275, facecolor=key.colour, hatch=key.hatch or None, edgecolor=BACK, lw=0
    )
    patch.set_transform(figure.transFigure)
    figure.add_artist(patch)


def _down(figure: Figure, top: float, lines: Sequence[str], size: float, weight: str, colour: str) -> float:
    """Lines of text from `top` down; where they end."""
    for line in lines:
        figure.text(_LEFT, top - 0.7 * _line(size), line, fontsize=size, fontweight=weight, color=colour)
        top -= _line(size)
    return top


def _line(size: float) -> float:
    """The height of a line of text, in parts of the figure's height; Devanagari needs more than Latin."""
    return size * DPI / 72 * 1.4 / HEIGHT


def _cut(figure: Figure, text: str, size: float, width: float, weight: str) -> str:
    while text and not fits(figure, text + "…", size, width, weight):
        text = text[:-1]
    return text.rstrip(" ,;·") + "…"


def _shipped() -> list[Path]:
    """The font files of the wheel, found without importing it: it would load pyplot."""
    spec = find_spec("azurea")
    places = spec.submodule_search_locations if spec else None
    return sorted(Path(places[0], "fonts").glob("*.ttf")) if places else []


def _library() -> FontManager:
    """Matplotlib's list of faces, its cache in a folder that we may write to."""
    os.environ.setdefault("MPLCONFIGDIR", str(_writable()))
    from matplotlib.font_manager import fontManager

    return fontManager


def _writable() -> Path:
    """The user's cache where it can be written, since the list of faces takes half a second to make; else a folder."""
    try:
        cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
        wanted = Path(cache, "lodestone", "matplotlib")
        wanted.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError):  # not ours to write, or nobody's home
        return Path(tempfile.mkdtemp(prefix="lodestone-matplotlib-"))
    return wanted if os.access(wanted, os.W_OK) else Path(tempfile.mkdtemp(prefix="lodestone-matplotlib-"))
