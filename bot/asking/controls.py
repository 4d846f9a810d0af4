"""Answers about export controls: what holds now, until when, and in what order it came."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.asking import naming
from bot.asking.answers import Answer, Kind, Quote, Row, Span, Style
from bot.asking.drafting import Asked, Draft
from bot.asking.knowledge import stem
from bot.asking.wording import listed, spans
from bot.asking.words import cut
from storage.records import ControlStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.asking.questions import Control as One
    from bot.asking.questions import Controls
    from storage.periods import Period
    from storage.records import Control

_SOON = timedelta(days=90)  # what lapses within is 'about to'
_LINES = 15
_UNKNOWN = "unknown"


def controls(question: Controls, asked: Asked) -> Answer:
    every = asked.store.controls.all()
    strange = question.words if not any(_holds_words(each, question.words) for each in every) else ""
    if strange:
        question = replace(question, words="")  # words that stand nowhere narrow nothing
    found = [each for each in every if _fits(each, question, asked.today)]
    if not found and question.which == "in_force" and (question.words or question.dated):
        found = [each for each in every if _fits(each, replace(question, which=""), asked.today)]
    found.sort(key=_by_date if question.which == "timeline" else _by_end)
    draft = Draft(asked)
    what = _about(question, asked.language)
    if not found:
        draft.say("controls_none", Style.LEAD, what=what)
        return draft.answer(Kind.CONTROLS, value=0.0, unit="count")
    if len(found) == 1 and (question.words or question.dated):
        _card(draft, found[0])
        return draft.answer(Kind.CONTROLS, value=1.0, unit="count")
    draft.say("controls", Style.LEAD, count=len(found), what=what)
    if strange:
        draft.say("controls_strange", words=Quote(strange))
    _rows(draft, found)
    if len(found) > _LINES:
        draft.say("more", count=len(found) - _LINES)
    return draft.answer(Kind.CONTROLS, value=float(len(found)), unit="count")


def _fits(control: Control, question: Controls, today: date) -> bool:
    if (
        question.jurisdiction
        and control.jurisdiction != question.jurisdiction
        and not _about_country(control, question.jurisdiction)
    ):
        return False
    if question.words and not _holds_words(control, question.words):
        return False
    if question.dated and not _began(control, question.dated):
        return False
    return _in_state(control, question, today)


def _began(control: Control, period: Period) -> bool:
    """Whether it was announced or took effect within a period."""
    return any(when is not None and when.meets(period) for when in (control.announced, control.effective))


def _about_country(control: Control, country: str) -> bool:
    return country in f"{control.title} {control.scope}"


def _holds_words(control: Control, words: str) -> bool:
    """Any of the words in its title, scope or instrument."""
    text = {stem(word.text) for word in cut(f"{control.title} {control.scope} {control.instrument}")}
    return any(stem(word.text) in text for word in cut(words))


def _in_state(control: Control, question: Controls, today: date) -> bool:
    """What holds now; one whose end has passed is unknown, and is none of the others."""
    lapsed = control.lapsed(today)
    if question.which in ("", "timeline"):
        return True
    if question.which == "lapsing":
        until = question.until.end if question.until else today + _SOON
        return (
            control.until is not None
            and control.until.end <= until
            and control.status not in (ControlStatus.EXPIRED, ControlStatus.REVOKED)
        )
    if question.which == "ended":
        return control.status in (ControlStatus.EXPIRED, ControlStatus.REVOKED) or lapsed
    return (
        lapsed
        if question.which == _UNKNOWN
        else control.status == question.which and (not lapsed or question.which == "suspended")
    )


def _by_date(control: Control) -> tuple[date, int]:
    when = control.announced or control.effective
    return (when.start if when else date.min), control.number


def _by_end(control: Control) -> tuple[date, int]:
    return (control.until.end if control.until else date.max), control.number


def _rows(draft: Draft, found: Sequence[Control]) -> None:
    for each in found:
        when = each.until or each.effective or each.announced
        draft.rows.append(Row(each.title, None, "", when.text if when else ""))
    for group in _alike(found[:_LINES], draft.asked.today):
        draft.cite(*(each.source for each in group))
        if len(group) > 1:
            _one_line(draft, group)
        else:
            draft.say("control_row", Style.ROW, title=Quote(group[0].title), state=state_of(group[0], draft.asked))


def _alike(found: Sequence[Control], today: date) -> list[list[Control]]:
    """Neighbours whose state ended on one day, with nothing recorded since, in one group; every other by itself."""
    groups: list[list[Control]] = []
    for each in found:
        last = groups[-1][-1] if groups else None
        same = last is not None and (last.until, last.status) == (each.until, each.status)
        if same and each.lapsed(today):
            groups[-1].append(each)
        else:
            groups.append([each])
    return groups


def _one_line(draft: Draft, group: Sequence[Control]) -> None:
    first, language = group[0], draft.asked.language
    if first.until:
        draft.say(
            "controls_unknown",
            Style.ROW,
            when=first.until,
            count=len(group),
            status=naming.name(naming.STATUSES, first.status, language),
            names=listed([Quote(each.title) for each in group], gap="; "),
        )


def state_of(control: Control, asked: Asked) -> tuple[Span, ...]:
    language = asked.language
    status = naming.name(naming.STATUSES, control.status, language)
    if control.lapsed(asked.today) and control.until:
        return spans("control_unknown", language, when=control.until, status=status)
    if control.until:
        return spans("control_until", language, status=status, when=control.until)
    since = control.effective or control.announced
    return (
        spans("control_since", language, status=status, when=since)
        if since
        else spans("control_bare", language, status=status)
    )


def _about(question: Controls, language: str) -> tuple[Span, ...]:
    hindi = language == "hi"
    which = {
        "": ("all", "सभी"),
        "timeline": ("in order of date", "तिथि के क्रम में"),
        "lapsing": ("about to lapse, or lapsed", "समाप्त होने वाले या समाप्त"),
        "ended": ("ended, or past their end", "समाप्त"),
        _UNKNOWN: ("unknown", "अज्ञात"),
    }.get(question.which)
    said = which[hindi] if which else naming.name(naming.STATUSES, question.which, language)
    parts: list[Span | str | Period] = [said]
    if question.dated:
        parts.append(question.dated)
    if question.jurisdiction:
        parts.append(naming.country(question.jurisdiction, language))
    if question.words:
        parts.append(Quote(question.words))
    return listed(parts)


def control(question: One, asked: Asked) -> Answer:
    one: Control = asked.store.controls.get(question.number)
    draft = Draft(asked)
    _card(draft, one)
    when = one.until or one.effective or one.announced
    return draft.answer(Kind.CONTROLS, period=when.text if when else "")


def _card(draft: Draft, one: Control) -> None:
    """All of one control: its state, what it covers, by what act, and since when."""
    asked = draft.asked
    draft.say("control_row", Style.LEAD, title=Quote(one.title), state=state_of(one, asked))
    when = one.until or one.effective or one.announced
    draft.rows.append(Row(one.title, None, "", when.text if when else ""))
    draft.cite(one.source)
    if one.scope:
        draft.say("control_scope", scope=Quote(one.scope))
    if one.instrument:
        draft.say(
            "control_instrument",
            instrument=Quote(one.instrument),
            jurisdiction=naming.country(one.jurisdiction, asked.language),
        )
    if one.announced and one.effective:
        draft.say("control_dates", announced=one.announced, effective=one.effective)
    elif one.announced:
        draft.say("control_announced", announced=one.announced)
    elif one.effective:
        draft.say("control_effective", effective=one.effective)
    for other in asked.store.controls.beside(one.number):
        draft.say(
            "another_source",
            Style.BESIDE,
            state=state_of(other, asked),
            source=Quote(other.source.title or other.source.url),
        )
        draft.cite(other.source)
    if one.note:
        draft.say("note", Style.SMALL, note=Quote(one.note))
    if one.confidence:
        draft.say(f"confidence_{one.confidence}", Style.SMALL)
