"""/figure INDICATOR PRODUCT PARTNER PERIOD = VALUE UNIT | STATUS | LINK -> a figure's draft, its magnitude checked.

imports magnets China 2025 = 221 mn USD | final | https://...      outlay = Rs 7,280 crore | FY2025-26
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.record import words
from bot.record.amounts import read_amount
from bot.record.cells import split
from bot.record.drafts import Draft, Refusal, checked
from bot.record.known import Known, country, one_of
from bot.record.phrases import Note, note
from bot.record.whens import PAST, Dated, find_when, read_when
from storage.periods import Period
from storage.records import FigureStatus
from storage.rows import number_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from storage.records import Figure

INDICATORS: Final = (
    "imports",
    "exports",
    "demand",
    "import_dependence",
    "capacity_target",
    "reserves",
    "mine_output",
    "processing_share",
    "outlay",
    "subsidy",
    "incentive",
    "price",
    "exchange_rate",
)
_OWN: Final = (
    "demand",
    "capacity_target",
    "reserves",
    "mine_output",
    "outlay",
    "subsidy",
    "incentive",
)  # India's unless another is named
_HINDI: Final = {
    "आयात": "imports",
    "निर्यात": "exports",
    "मांग": "demand",
    "माँग": "demand",
    "भंडार": "reserves",
    "कीमत": "price",
    "परिव्यय": "outlay",
}
_SINGULAR: Final = {
    "import": "imports",
    "export": "exports",
    "reserve": "reserves",
    "aayat": "imports",
    "niryat": "exports",
}
_TRADE: Final = ("imports", "exports", "import_dependence")
_HOME: Final = ("india", "india's", "indian", "भारत", "bharat")
_EVERYONE: Final = ("world", "all", "total", "विश्व", "दुनिया", "कुल")
_FLOWS: Final = ("imports", "exports", "demand", "mine_output")  # of half the time there is half as much
_TENFOLD: Final = 9.5  # a slip of a digit makes ten; real years differ by less


def read_figure(line: str, known: Known, today: date) -> Draft | Refusal:
    """A figure's draft. Its magnitude is checked apart (`against`), with the neighbours that the store has."""
    parted = split(line)
    head, equals, rest = parted.parts[0].partition("=") if parted.parts else ("", "", "")
    if not equals:
        return Refusal(note("figure_usage"))
    amount = read_amount(rest)
    if amount is None:
        return Refusal(note("figure_value", text=rest.strip()[:60]))
    cells = read_key(head, known, today)
    if isinstance(cells, Refusal):
        return cells
    unit = amount.unit or _usual(cells["indicator"])
    if not unit:
        return Refusal(note("figure_unit", text=rest.strip()[:60]))
    cells |= {"value": number_text(amount.value), "unit": _in_stock_unit(unit, cells["indicator"]), "status": ""}
    cells |= _rest(parted.parts[1:], today)
    if not cells["status"]:
        cells["status"] = str(FigureStatus.REPORTED)
    cells |= {"source_url": parted.links[0]} if parted.links else {}
    return checked(Draft("figure", "figures", cells).noting(_strange(cells["partner"], known)))


def _strange(partner: str, known: Known) -> Note | None:
    """A word on a partner that is no country and that the record has never named."""
    usual = partner == "World" or partner in known.of("partner") or country(partner)
    return None if usual else note("partner_new", text=partner[:40])


def _usual(indicator: str) -> str:
    return "%" if indicator.endswith(("_share", "dependence")) else ""


def _in_stock_unit(unit: str, indicator: str) -> str:
    """A capacity in tonnes is in tonnes a year."""
    return "tpa" if unit == "t" and indicator.startswith("capacity") else unit


def read_key(head: str, known: Known, today: date) -> dict[str, str] | Refusal:
    """What a figure is of: indicator, product, partner and period, in any order after the indicator."""
    found = _period(head, today)
    if found is None:
        return Refusal(note("figure_period", text=head.strip()[:60]))
    left = f"{head[: found.start]} {head[found.end :]}".split()
    indicator, left = _indicator(left, known)
    if not indicator:
        return Refusal(note("figure_indicator", text=head.strip()[:60], known=", ".join(INDICATORS)))
    product, left = _longest(left, lambda text: words.product(text) or one_of(text, known.of("product")))
    if indicator in _TRADE and len(left) > 1:  # whose trade it is need not be said, and is no partner
        left = [word for word in left if word.casefold() not in _HOME]
    partner = " ".join(
        word for word in left if word.casefold() not in ("from", "of", "in", "for", "to", "by", "se", "से")
    )
    return {
        "indicator": indicator,
        "product": product or "magnets",
        "partner": _partner(partner, known) or ("India" if indicator in _OWN else "World"),
        "period": found.period.text,
    }


def _period(head: str, today: date) -> Dated | None:
    """The last run of words that is a date; a bare year is one here."""
    spans = [match.span() for match in re.finditer(r"\S+", head)]
    for count in range(min(5, len(spans)), 0, -1):
        for first in range(len(spans) - count, -1, -1):
            start, end = spans[first][0], spans[first + count - 1][1]
            found = read_when(head[start:end], today, lean=PAST, last_resort=False)
            if found and re.search(r"\d", head[start:end]) and not re.fullmatch(r"\d{5,}", head[start:end]):
                return replace(found, start=_without_cue(head, start, end, found, today), end=end)
    return find_when(head, today, lean=PAST)


def _without_cue(head: str, start: int, end: int, found: Dated, today: date) -> int:
    """Where the date begins, less a word that only introduces it and may be the indicator's (capacity target 2032)."""
    shorter = start + len(head[start:end].partition(" ")[0])
    again = read_when(head[shorter:end], today, lean=PAST, last_resort=False)
    return shorter if again and again.period == found.period else start


def _indicator(given: list[str], known: Known) -> tuple[str, list[str]]:
    """The indicator that the words begin with: three words joined, or two, or one."""
    indicators = dict.fromkeys([*INDICATORS, *known.of("indicator")])
    for count in (3, 2, 1):
        said = "_".join(given[:count]).casefold()
        name = (
            _HINDI.get(said) or _SINGULAR.get(said) or (said if said in indicators else one_of(said, tuple(indicators)))
        )
        if name and len(given) >= count:
            return name, given[count:]
    return "", given


def _longest(given: list[str], read: Callable[[str], str | None]) -> tuple[str | None, list[str]]:
    """The longest run of words that `read` knows, and the words without it."""
    for count in range(min(4, len(given)), 0, -1):
        for first in range(len(given) - count + 1):
            if name := read(" ".join(given[first : first + count])):
                return name, [*given[:first], *given[first + count :]]
    return None, given


def _partner(text: str, known: Known) -> str:
    """A country by any name, in English or Hindi, as the record writes it; other words as they are."""
    if not text or text.casefold() in _EVERYONE:
        return "World" if text else ""
    return one_of(text, known.of("partner")) or country(text) or text


def _rest(parts: Sequence[str], today: date) -> dict[str, str]:
    """Status, when and by whom it was published; other words are a note."""
    cells: dict[str, str] = {}
    for part in parts:
        named = words.split_field("figures", part)
        if named and named[0] == "published" and (day := read_when(named[1], today, lean=PAST)):
            cells["published"] = day.period.end.isoformat()
        elif named and named[0] != "status" and re.match(r"\S+\s*[:=]", part):
            cells[named[0]] = named[1]
        elif status := words.choice(named[1] if named and named[0] == "status" else part, FigureStatus):
            cells["status"] = str(status)
        elif (day := read_when(part, today, lean=PAST, last_resort=False)) and day.period.kind == "day":
            cells["published"] = day.period.text
        else:
            cells["note"] = "; ".join(filter(None, [cells.get("note", ""), part]))
    return cells


# ---------------------------------------------------------------- magnitude


def against(draft: Draft, neighbours: Sequence[Figure]) -> Draft:
    """The draft, doubted where its value is ten times off the nearest of its neighbours.

    `neighbours` are figures of its indicator; those of its product, partner and unit are looked at, of periods as
    long where there are any.
    """
    period, value = Period.parse(draft.cells["period"]), float(draft.cells["value"])
    like = [
        figure
        for figure in neighbours
        if figure.unit == draft.cells["unit"]
        and figure.partner == draft.cells["partner"]
        and figure.value
        and figure.product == draft.cells["product"]
    ]
    alike = [figure for figure in like if figure.period.length == period.length]
    if not alike and draft.cells["indicator"] in _FLOWS:
        alike = [_scaled(figure, period) for figure in like if figure.period.length and period.length]
    if not alike:
        return draft if like else draft.noting(note("new_key"))
    nearest = min(alike, key=lambda figure: (abs((figure.period.start - period.start).days), figure.status.rank))
    near = 1 / _TENFOLD < abs(value / nearest.value) < _TENFOLD
    return draft if near else _doubted(draft, value, nearest)


def _scaled(figure: Figure, period: Period) -> Figure:
    """A year's flow as that of a month, and the other way round."""
    return replace(figure, value=figure.value * period.length / figure.period.length)


def _doubted(draft: Draft, value: float, nearest: Figure) -> Draft:
    """Asked back, with the value of a power of ten that its neighbour speaks for."""
    unit = draft.cells["unit"]
    beside = f"{_readable(number_text(nearest.value))} {unit}"
    ratio = abs(value / nearest.value)
    key, times = ("magnitude", ratio) if ratio >= 1 else ("magnitude_small", 1 / ratio if ratio else float("inf"))
    doubt = note(
        key,
        value=f"{_readable(draft.cells['value'])} {unit}",
        times=f"{times:,.0f}",
        beside=beside,
        period=nearest.period,
    )
    return replace(draft, doubts=(doubt,), suggestion=_suggested(value, nearest.value))


def _readable(number: str) -> str:
    """A number with its thousands apart: whoever must judge its magnitude counts no zeros.

    >>> _readable("161100000"), _readable("0.5")
    ('161,100,000', '0.5')
    """
    whole, point, rest = number.partition(".")
    return f"{int(whole):,}{point}{rest}" if whole.lstrip("-").isdigit() else number


def _suggested(value: float, beside: float) -> str:
    """The value with its point moved to where it is nearest its neighbour."""
    if not value:
        return ""
    moved = [value * 10.0**places for places in range(-12, 13) if places]
    best = min(moved, key=lambda each: max(abs(each / beside), abs(beside / each)))
    return number_text(float(f"{best:.12g}"))
