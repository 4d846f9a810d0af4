"""Which export control a story touches: the instrument that it names, or the one that its jurisdiction, goods and
act fit.

Where several fit, none is claimed; they are candidates for an admin to choose from.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.news.amounts import instruments
from bot.news.deeds import events
from bot.news.lexicon import Mention, lexicon
from bot.news.reading import Reading, read
from bot.news.words import plain, words
from storage.records import Control, ControlStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from storage.newsitems import NewsItem

# What can happen to a control that stands so; an expired or revoked one can only be made anew.
_FITS: dict[str, frozenset[ControlStatus]] = {
    "ease": frozenset({ControlStatus.ANNOUNCED, ControlStatus.IN_FORCE, ControlStatus.SUSPENDED}),
    "grant": frozenset({ControlStatus.IN_FORCE}),
    "restrict": frozenset(ControlStatus),
}


@dataclass(frozen=True, slots=True)
class Touch:
    """The control that is surely touched (None: none surely), why, and those that may be."""

    control: Control | None
    candidates: tuple[Control, ...]
    why: str


def touches(items: Sequence[NewsItem], controls: Iterable[Control]) -> Touch:
    """Which of the controls the items of one story touch."""
    standing = list(controls)
    readings = [read(item) for item in items]
    named = [control for control in standing if any(_names(reading, control) for reading in readings)]
    if named:
        return _one_of(named, "it names the instrument")
    acts = {
        event.act for reading in readings for passage in reading.passages for event in events(passage)
    } & _FITS.keys()
    if not acts:
        return Touch(None, (), "it tells of no act on a control")
    fitting = [control for control in standing if _fits(readings, control, acts)]
    closest = _closest(readings, fitting)
    return _one_of(closest or fitting, "its jurisdiction, goods and act fit no other control")


def _one_of(found: list[Control], why: str) -> Touch:
    if len(found) == 1:
        return Touch(found[0], (), why)
    return Touch(None, tuple(found), "several controls fit" if found else "no control on record fits")


def _names(reading: Reading, control: Control) -> bool:
    """Whether it speaks of the instrument by number, and of its jurisdiction."""
    numbers = instruments(control.instrument)
    text = f"{reading.item.title}. {reading.item.summary}"
    if not numbers:
        return bool(control.instrument) and control.instrument.casefold() in plain(text).casefold()
    year = _year(control.instrument)
    return (
        bool(numbers & instruments(text))
        and _jurisdiction(control) in _states(reading)
        and (not year or not _years(text) or year in _years(text))
    )


def _years(text: str) -> set[str]:
    """The years that stand by a number of an instrument: 'No. 61 of 2025', '公告2025年第61号'."""
    cut = [word.text for word in words(text)]
    near = {"of", "年", ".", "公", "告", "(", "no", "announcement"}
    return {
        word
        for at, word in enumerate(cut)
        if word.isdigit() and 2000 <= int(word) <= 2100 and near & {*cut[max(0, at - 2) : at], *cut[at + 1 : at + 2]}
    }


def _year(instrument: str) -> str:
    return next(
        (word.text for word in reversed(words(instrument)) if word.number and 2000 <= float(word.text) <= 2100), ""
    )


def _fits(readings: Sequence[Reading], control: Control, acts: set[str]) -> bool:
    if not any(control.status in _FITS[act] for act in acts):
        return False
    jurisdiction = _jurisdiction(control)
    return (
        any(jurisdiction in _states(reading) for reading in readings)
        and _groups(control) & {group for reading in readings for group in _item_groups(reading)} != set()
    )


def _closest(readings: Sequence[Reading], controls: list[Control]) -> list[Control]:
    """Those that share the most of their own goods with the story; [] where nothing tells them apart."""
    said = {mark for reading in readings for mark in _item_marks(reading)}
    shared = {control.title: len(_marks(control) & said) for control in controls}
    most = max(shared.values(), default=0)
    return [control for control in controls if most and shared[control.title] == most]


def _states(reading: Reading) -> set[str]:
    return {
        m.concept.of or m.who
        for passage in reading.passages
        for m in passage.said("state", "organ")
        if m.concept.of or m.has("state")
    }


def _jurisdiction(control: Control) -> str:
    return next(
        (m.concept.of or m.who for m in lexicon().spot(words(control.jurisdiction)) if m.has("state", "organ")),
        control.jurisdiction.casefold(),
    )


@lru_cache(maxsize=512)
def _spotted(text: str) -> tuple[Mention, ...]:
    return tuple(lexicon().spot(words(text)))


def _scope(control: Control) -> tuple[Mention, ...]:
    return _spotted(f"{control.title}. {control.scope}")


def _groups(control: Control) -> set[str]:
    return _groups_of(_scope(control))


def _item_groups(reading: Reading) -> set[str]:
    return {group for passage in reading.passages for group in _groups_of(passage.mentions)}


def _groups_of(mentions: Iterable[Mention]) -> set[str]:
    """The broad kinds of goods: ours, dual-use ones, or another mineral by name."""
    groups = set()
    for mention in mentions:
        if mention.has("core"):
            groups.add("ours")
        elif mention.has("control_list"):
            groups.add("dual use")
        elif mention.has("other"):
            groups.add(mention.text)
    return groups


def _marks(control: Control) -> set[str]:
    return _marks_of(_scope(control))


def _item_marks(reading: Reading) -> set[str]:
    return {mark for passage in reading.passages for mark in _marks_of(passage.mentions)}


def _marks_of(mentions: Iterable[Mention]) -> set[str]:
    """What tells one control from another: elements, the state it is aimed at, technology, goods made abroad."""
    marks = set()
    for mention in mentions:
        if mention.has("element", "other"):
            marks.add(mention.text)
        elif mention.name in ("know_how", "abroad", "military", "seven", "five_more", "raw_goods", "scrap"):
            marks.add(mention.name)
        elif mention.has("state") and mention.name != "china":
            marks.add(mention.who)
    return marks
