"""One turn of talk: words and what was spoken of before become an answer and what may be gone on from. For the chat, the terminal and
the command line alike; knows neither Telegram nor files.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from bot.asking.answering import answer, at_fault
from bot.asking.answers import Amount, Answer, Kind, Style
from bot.asking.context import Context
from bot.asking.knowledge import known
from bot.asking.questions import (
    Capacity,
    Change,
    Compare,
    Control,
    Figure,
    Milestone,
    Milestones,
    Plant,
    Question,
    Ranking,
    Series,
)
from bot.asking.reading import read_turn
from bot.look.html import html_line, source_html
from bot.look.plain import plain
from bot.look.spans import Voice
from storage.database import StorageError
from storage.periods import Period

if TYPE_CHECKING:
    from datetime import datetime

    from storage.store import Store

__all__ = ["Said", "as_json", "plain", "said", "turn"]

log = logging.getLogger(__name__)

KOLKATA = ZoneInfo("Asia/Kolkata")
_HINDI = re.compile("[\u0904-\u0939\u0958-\u0961]")
_FEW = 9
# Questions that another may go on from; after the rest what was spoken of before still stands.
_GOES_ON = (Figure, Change, Ranking, Series, Compare, Capacity, Plant, Milestones, Milestone, Control)


@dataclass(frozen=True, slots=True)
class Said:
    """An answer, the canonical command of the question as it was understood, and what a follow-up follows."""

    answer: Answer
    command: str
    context: Context | None


def turn(
    text: str, context: Context | None, store: Store, now: datetime, *, zone: ZoneInfo = KOLKATA, language: str = "en"
) -> tuple[Answer, Context | None]:
    """An answer to any text, and the context of what comes next. A context past its life counts for nothing."""
    done = said(text, context, store, now, zone=zone, language=language)
    return done.answer, done.context


def said(
    text: str, context: Context | None, store: Store, now: datetime, *, zone: ZoneInfo = KOLKATA, language: str = "en"
) -> Said:
    """The same, with the question's command. A question in Devanagari is answered in Hindi, any other in `language`."""
    spoken = "hi" if _HINDI.search(text) else language
    try:
        return _said(text, context, store, now, zone, spoken)
    except StorageError:
        raise  # the store's own trouble has its own words
    except Exception:  # whatever a defect of ours is, the asker gets an answer and the log gets the defect
        log.exception("no answer to a question of %d letters", len(text))
        return Said(at_fault(spoken), "/help", context)


def _said(text: str, context: Context | None, store: Store, now: datetime, zone: ZoneInfo, spoken: str) -> Said:
    before = context if context is not None and context.alive(now) else None
    today = now.astimezone(zone).date()
    reading = read_turn(text, before, known=known(store), today=today)
    told = answer(reading.question, store, today, language=spoken, kept=reading.kept)
    return Said(told, reading.question.command, _after(reading.question, told, before, store, now))


def _after(question: Question, told: Answer, before: Context | None, store: Store, now: datetime) -> Context | None:
    """What is spoken of from now on. What got no answer leaves the talk where it was, and still says what was meant."""
    if not isinstance(question, _GOES_ON):
        return before
    focus, kind = _focus(question, told, store)
    if isinstance(question, Ranking) and question.by == "partner" and not question.subject.period and told.period:
        question = replace(question, subject=question.subject.at(Period.parse(told.period)))  # who led, led then
    return Context(question.command, now, focus, kind, about=question.command if told.kind is not Kind.UNKNOWN else "")


def _focus(question: Question, told: Answer, store: Store) -> tuple[str, str]:
    """What the answer put first; of milestones the first few, by their numbers."""
    if isinstance(question, Milestones):
        titled = [store.milestones.titled(row.label) for row in told.rows[:_FEW]]
        return ",".join(str(found[0].number) for found in titled if found), "milestone"
    if isinstance(question, Ranking) and told.rows:
        return told.rows[
            0
        ].label, "partner" if question.by == "partner" else "period" if question.by != "product" else ""
    if isinstance(question, (Milestone, Plant)):
        return str(question.number), "milestone" if isinstance(question, Milestone) else "plant"
    if isinstance(question, Capacity) and len(told.rows) == 1:
        return ",".join(str(found.number) for found in store.plants.titled(told.rows[0].label)[:1]), "plant"
    return "", ""


def progress(store: Store, now: datetime, *, zone: ZoneInfo = KOLKATA, language: str = "en") -> str:
    """Capacity against the target in one line of HTML with its newest dated source, for digests."""
    told = turn("/capacity", None, store, now, zone=zone, language=language)[0]
    lead = next((line for line in told.lines if line.style is Style.LEAD), None)
    if lead is None:
        return ""
    voice = Voice(language)
    cited = [fact.source for span in lead.spans if isinstance(span, Amount) for fact in span.facts]
    newest = max(cited, key=lambda source: source.published or date.min, default=None)
    return html_line(lead, voice) + (f"; {source_html(newest, voice)}" if newest else "")


# ---------------------------------------------------------------- as data


def as_json(question: str, told: Answer) -> dict[str, Any]:
    """An answer as `ask --json` writes it."""
    return {
        "question": question,
        "kind": str(told.kind),
        "value": _number(told.value),
        "unit": told.unit,
        "period": told.period,
        "rows": [
            {"label": row.label, "value": _number(row.value), "unit": row.unit, "period": row.period}
            for row in told.rows
        ],
        "reading": told.reading,
        "sources": [{"title": source.title, "url": source.url} for source in told.sources],
        "as_of": told.as_of.isoformat() if told.as_of else None,
        "text": plain(told),
    }


def _number(value: float | None) -> float | int | None:
    """Whole numbers without a point; a count comes as an int, which has no `is_integer` before 3.12."""
    return int(value) if value is not None and float(value).is_integer() else value
