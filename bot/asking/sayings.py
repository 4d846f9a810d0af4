"""Answers in words: statements, terms, news, sources, help, gaps; and what is not known or is asked back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.asking import naming
from bot.asking.answers import Answer, Kind, Line, Link, Quote, Row, Span, Style, Text
from bot.asking.commands import parse
from bot.asking.describe import describe
from bot.asking.drafting import Asked, Draft
from bot.asking.knowledge import stem
from bot.asking.questions import (
    Capacity,
    Change,
    Clarify,
    Controls,
    Figure,
    Gaps,
    Help,
    Milestones,
    News,
    Question,
    Ranking,
    Sources,
    Statements,
    Subject,
    Term,
    Unknown,
)
from bot.asking.wording import line, spans
from bot.asking.words import cut
from storage.newsitems import Topic

if TYPE_CHECKING:
    from collections.abc import Callable

    from storage.newsitems import NewsItem
    from storage.records import Statement

_LINES = 8
_NEWS = 8

# What a newcomer is shown: each asks the question that stands beside it.
EXAMPLES: tuple[tuple[str, str, Question], ...] = (
    ("How much do we import?", "हम कितना आयात करते हैं?", Figure(Subject("imports"))),
    (
        "What is China's share of our imports?",
        "आयात में चीन का हिस्सा कितना है?",
        Figure(Subject("imports", partner="China", measure="share")),
    ),
    ("Who are the biggest suppliers?", "सबसे बड़े आपूर्तिकर्ता कौन हैं?", Ranking(Subject("imports"))),
    ("How did imports change on the year?", "आयात पिछले वर्ष से कितना बदला?", Change(Subject("imports"))),
    ("How much capacity is built against the target?", "लक्ष्य के मुकाबले कितनी क्षमता बनी?", Capacity("progress")),
    ("Which milestones are overdue?", "कौन से पड़ाव देरी में हैं?", Milestones("overdue")),
)


def statements(question: Statements, asked: Asked) -> Answer:
    shelf = asked.store.statements
    found = shelf.by(question.speaker) if question.speaker else shelf.about(question.topic)
    draft = Draft(asked)
    if question.speaker and question.topic:
        on_it = [each for each in found if _is_about(each, question.topic)]
        if not on_it:
            name = naming.name(naming.INDICATORS, question.topic, asked.language)
            draft.say("nothing_by", Style.LEAD, who=Quote(question.speaker), about=name)
        found = on_it or found
    if not found:
        draft.say("no_statement", Style.LEAD)
        return draft.answer(Kind.UNKNOWN, gap=True)
    for each in found[:_LINES]:
        draft.lines.append(_said(each, asked, Style.ROW if draft.lines else Style.LEAD))
        draft.rows.append(Row(each.said_by or each.source.title, None, "", each.said_on.text if each.said_on else ""))
        draft.cite(each.source)
    return draft.answer(Kind.STATEMENT)


def _is_about(each: Statement, topic: str) -> bool:
    """Whether every word of a topic stands in a statement or in what it is filed under."""
    text = {stem(word.text) for word in cut(f"{each.topic.replace('_', ' ')} {each.statement}")}
    return all(stem(word) in text for word in topic.split("_"))


def _said(each: Statement, asked: Asked, style: Style) -> Line:
    when: tuple[Span, ...] = spans("comma_when", asked.language, when=each.said_on) if each.said_on else ()
    if each.confidence:
        when = (
            *when,
            *spans("said_status", asked.language, status=naming.name(naming.STATUSES, each.confidence, asked.language)),
        )
    return line("said_by", asked.language, style, statement=Quote(each.statement), who=Quote(each.said_by), when=when)


def term(question: Term, asked: Asked) -> Answer:
    draft = Draft(asked)
    found = next((each for each in asked.store.terms if each.term == question.term), None)
    if found is None:
        draft.say("unknown_nothing", Style.LEAD, about=Quote(question.term))
        return draft.answer(Kind.UNKNOWN, gap=True)
    hindi = asked.language == "hi"
    name = f"{found.term_hi} ({found.term})" if hindi else found.term
    draft.say(
        "term", Style.LEAD, term=Quote(name), definition=Quote(found.definition_hi if hindi else found.definition)
    )
    draft.rows.append(Row(found.term))
    draft.cite(found.source)
    return draft.answer(Kind.GLOSSARY)


def news(question: News, asked: Asked) -> Answer:
    """The newest items, by words or by topic."""
    draft = Draft(asked)
    found = _items(question, asked)
    if not found:
        if question.words:
            draft.say("no_news", Style.LEAD, words=Quote(question.words))
        else:
            draft.say("no_news_at_all", Style.LEAD)
        if question.topic == "export_control":
            draft.offer("निर्यात नियंत्रण" if asked.language == "hi" else "Export controls", Controls())
        return draft.answer(Kind.NEWS)
    draft.say("news", Style.LEAD, count=len(found))
    for item in found:
        day = item.published.date() if item.published else None
        when = spans("comma_when", asked.language, when=day) if day else ()
        draft.say("news_row", Style.ROW, title=(Link(item.title, item.url),), when=when)
        draft.rows.append(Row(item.title, None, "", day.isoformat() if day else ""))
    return draft.answer(Kind.NEWS)


def _items(question: News, asked: Asked) -> list[NewsItem]:
    """What was found by these words; else of each of the newest stories what was found last."""
    shelf = asked.store.news
    if question.words:
        return [each.item for each in shelf.search(question.words, limit=_NEWS)]
    stories = shelf.latest(topic=Topic(question.topic) if question.topic else None, limit=_NEWS)
    return [items[-1].item for story in stories if (items := shelf.items_of(story.number))]


def sources(question: Sources, asked: Asked, again: Callable[[Question], Answer]) -> Answer:
    """The papers of the answer before; without one, how many stand behind the record."""
    draft = Draft(asked)
    before = parse(question.of) if question.of else None
    if before is None or isinstance(before, Sources):
        draft.say("no_sources", Style.LEAD)
        return draft.answer(Kind.CLARIFY)
    was = again(before)
    draft.say("sources_of", Style.LEAD)
    for source in was.sources:
        draft.lines.append(_source_line(source.title or source.url, source.url))
    draft.lines += was.lines
    return replace(was, lines=tuple(draft.lines))


def _source_line(title: str, url: str) -> Line:
    return Line((Link(title, url) if url else Quote(title),), Style.ROW)


# ---------------------------------------------------------------- the talk itself


def helped(question: Help, asked: Asked) -> Answer:
    draft = Draft(asked)
    if question.thanked:
        draft.say("welcome", Style.LEAD)
        return draft.answer(Kind.HELP)
    draft.say("help", Style.LEAD)
    _examples(draft)
    draft.say("help_more", Style.SMALL)
    return draft.answer(Kind.HELP)


def _examples(draft: Draft) -> None:
    hindi = draft.asked.language == "hi"
    for english, hindi_text, question in EXAMPLES:
        text = hindi_text if hindi else english
        draft.say("compare", Style.ROW, what=(Text(text),))
        draft.offer(text, question)


def gaps(_: Gaps, asked: Asked) -> Answer:
    draft = Draft(asked)
    found = asked.store.talk.gaps(_LINES)
    if not found:
        draft.say("gaps_none", Style.LEAD)
        return draft.answer(Kind.HELP)
    draft.say("gaps", Style.LEAD, count=len(found))
    for each in found:
        draft.say("gap_row", Style.ROW, question=Quote(each.text), count=each.times)
    return draft.answer(Kind.HELP)


_UNREAD = ("no_partner", "no_product", "nothing")


def unknown(question: Unknown, asked: Asked) -> Answer:
    draft = Draft(asked)
    if question.why == "other_country":
        draft.say("unknown_other_country", Style.LEAD, country=naming.country(question.about, asked.language))
    elif question.why in _UNREAD:
        draft.say(f"unknown_{question.why}", Style.LEAD, about=Quote(question.about))
    else:
        draft.say(f"unknown_{question.why}", Style.LEAD)
    near = parse(question.near) if question.near else None
    if isinstance(near, Figure):
        text = naming.title(
            replace(near.subject, product=near.subject.product or "magnets", partner=near.subject.partner or "World"),
            asked.language,
        )
        draft.offer(text, near)
    return draft.answer(Kind.UNKNOWN, gap=question.why not in ("orders", "edits", "outside"))


def clarify(question: Clarify, asked: Asked) -> Answer:
    draft = Draft(asked)
    parts = {"about": Quote(question.about)} if question.why in ("two_partners_apart", "unread") else {}
    draft.say(f"clarify_{question.why}", Style.LEAD, **parts)
    if question.why in ("nothing", "nothing_before"):
        _examples(draft)
    for command in question.offers:
        offered = parse(command)
        if offered is not None:
            draft.offer(describe(offered, asked.language), offered)
            draft.lines.append(_source_line(draft.offers[-1].text, ""))
    return draft.answer(Kind.CLARIFY)
