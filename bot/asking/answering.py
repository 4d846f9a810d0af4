"""answer(): a question becomes what we can say, with its papers. Here each kind of question finds who answers it, and the guard."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.asking import changes, comparisons, controls, histories, plan, progress, rankings, sayings, trade, works
from bot.asking.answers import Answer, Kind, Style
from bot.asking.describe import describe
from bot.asking.drafting import Asked
from bot.asking.guard import guarded
from bot.asking.measuring import Measure
from bot.asking.questions import (
    Capacity,
    Change,
    Clarify,
    Compare,
    Control,
    Controls,
    Figure,
    Gaps,
    Help,
    Milestone,
    Milestones,
    News,
    OfFigures,
    OfThePlan,
    OfWords,
    Plant,
    Question,
    Ranking,
    Series,
    Sources,
    Statements,
    Term,
    Timeline,
    Unknown,
)
from bot.asking.wording import line
from storage.things import NotFound

if TYPE_CHECKING:
    from datetime import date

    from storage.store import Store

log = logging.getLogger(__name__)


def answer(
    question: Question, store: Store, today: date, *, language: str = "en", kept: tuple[str, ...] = ()
) -> Answer:
    """What the record says to a question; `today` is the asker's day. Amounts that do not stand the guard are not said."""
    asked = Asked(store, today, language, Measure(store, today))
    try:
        said = _answer(question, asked)
    except NotFound:
        said = sayings.unknown(Unknown("nothing", about=question.command), asked)
    said = said if said.reading else replace(said, reading=describe(question, language, kept))
    told, faults = guarded(said)
    if faults:
        log.error("an answer was not verified: %s: %s", question.command, "; ".join(faults))
    return told


def at_fault(language: str) -> Answer:
    """What is said when something on our side went wrong; the question is kept."""
    return Answer(Kind.UNKNOWN, (line("fault", language, Style.LEAD),), reading="", language=language, gap=True)


def _answer(question: Question, asked: Asked) -> Answer:
    match question:
        case Figure() | Change() | Ranking() | Series() | Compare():
            return _number(question, asked)
        case Capacity() | Plant() | Milestones() | Milestone() | Timeline() | Controls() | Control():
            return _plan(question, asked)
        case _:
            return _words(question, asked)


def _number(question: OfFigures, asked: Asked) -> Answer:
    match question:
        case Figure():
            return trade.figure(question, asked)
        case Change():
            return changes.change(question, asked)
        case Ranking():
            return rankings.ranking(question, asked)
        case Series():
            return histories.series(question, asked)
        case Compare():
            return comparisons.compare(question, asked)


def _plan(question: OfThePlan, asked: Asked) -> Answer:
    match question:
        case Capacity():
            return progress.capacity(question, asked)
        case Plant():
            return works.plant(question, asked)
        case Milestones():
            return plan.milestones(question, asked)
        case Milestone():
            return plan.milestone(question, asked)
        case Timeline():
            return plan.timeline(question, asked)
        case Controls():
            return controls.controls(question, asked)
        case Control():
            return controls.control(question, asked)


def _words(question: OfWords, asked: Asked) -> Answer:
    match question:
        case Statements():
            return sayings.statements(question, asked)
        case Term():
            return sayings.term(question, asked)
        case News():
            return sayings.news(question, asked)
        case Sources():
            return sayings.sources(question, asked, lambda before: _answer(before, asked))
        case Help():
            return sayings.helped(question, asked)
        case Gaps():
            return sayings.gaps(question, asked)
        case Unknown():
            return sayings.unknown(question, asked)
        case Clarify():
            return sayings.clarify(question, asked)
