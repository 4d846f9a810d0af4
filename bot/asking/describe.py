"""How a question was understood, in one line: for the small print under every answer, so that a misreading is seen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.asking import naming
from bot.asking.orders import in_words
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
    Plant,
    Question,
    Ranking,
    Series,
    Sources,
    Statements,
    Subject,
    Term,
    Timeline,
    Unknown,
)

if TYPE_CHECKING:
    from storage.periods import Period

_WORDS: dict[str, tuple[str, str]] = {
    "share": ("share", "हिस्सा"),
    "unit_value": ("value per kg", "प्रति किलो मूल्य"),
    "apart": ("all but {0}", "{0} को छोड़कर"),
    "newest": ("newest", "सबसे नया"),
    "to_date": ("as far as told", "अब तक"),
    "change": ("change", "बदलाव"),
    "compound": ("growth a year, compounded", "चक्रवृद्धि वार्षिक वृद्धि"),
    "since": ("from {0}", "{0} से"),
    "until": ("to {0}", "{0} तक"),
    "ranking": ("ranked by {0}", "{0} के क्रम में"),
    "lowest": ("lowest first", "सबसे कम पहले"),
    "top": ("first {0}", "पहले {0}"),
    "place": ("place {0}", "क्रम {0}"),
    "series": ("by {0}", "{0} के हिसाब से"),
    "average": ("average", "औसत"),
    "total": ("total", "कुल"),
    "last": ("last {0}", "पिछले {0}"),
    "compare": ("side by side", "तुलना"),
    "difference": ("difference", "अंतर"),
    "ratio": ("ratio", "अनुपात"),
    "sum": ("together", "कुल मिलाकर"),
    "capacity": ("capacity", "क्षमता"),
    "plants": ("plants", "संयंत्र"),
    "progress": ("against the target", "लक्ष्य के मुकाबले"),
    "target": ("target", "लक्ष्य"),
    "gap": ("what is missing of the target", "लक्ष्य से कमी"),
    "pace": ("pace needed", "आवश्यक गति"),
    "reach": ("when the target is reached", "लक्ष्य कब पूरा होगा"),
    "count": ("how many", "कितने"),
    "largest": ("largest", "सबसे बड़ा"),
    "groups": ("how many of them", "कितने"),
    "eldest": ("newest or oldest", "सबसे नया या पुराना"),
    "demand": ("against demand", "मांग के मुकाबले"),
    "pipeline": ("not yet commissioned", "अभी चालू नहीं"),
    "milestones": ("milestones", "पड़ाव"),
    "milestone": ("milestone #{0}", "पड़ाव #{0}"),
    "plant": ("plant #{0}", "संयंत्र #{0}"),
    "control": ("export control #{0}", "निर्यात नियंत्रण #{0}"),
    "controls": ("export controls", "निर्यात नियंत्रण"),
    "timeline": ("timeline", "समयरेखा"),
    "next": ("next", "अगला"),
    "due": ("due", "नियत"),
    "overdue": ("overdue", "देरी में"),
    "slipped": ("slipped or overdue", "खिसके या देरी में"),
    "late_done": ("finished late", "देर से पूरे"),
    "undated": ("without a due date", "बिना तिथि के"),
    "early_done": ("finished early", "समय से पहले पूरे"),
    "on_time": ("finished on time", "समय पर पूरे"),
    "lapsing": ("about to lapse", "समाप्त होने वाले"),
    "ended": ("ended", "समाप्त"),
    "unknown": ("unknown", "अज्ञात"),
    "statements": ("statements on {0}", "{0} पर कथन"),
    "term": ("the meaning of {0}", "{0} का अर्थ"),
    "news": ("news {0}", "समाचार {0}"),
    "sources": ("sources of the last answer", "पिछले उत्तर के स्रोत"),
    "help": ("what I can do", "मैं क्या कर सकता हूं"),
    "gaps": ("what I do not know", "मुझे क्या नहीं पता"),
    "not_read": ("not understood", "समझ नहीं आया"),
    "outside": ("outside the record", "रिकॉर्ड से बाहर"),
    "cost": ("by the bill and per kg", "बिल और प्रति किलो"),
    "above": ("over {0}", "{0} से ऊपर"),
    "below": ("under {0}", "{0} से नीचे"),
    "above_reached": ("at least {0}", "कम से कम {0}"),
    "below_reached": ("at most {0}", "अधिक से अधिक {0}"),
    "kept": ("kept from before: {0}", "पहले से रखा: {0}"),
    "partner": ("country", "देश"),
    "product": ("product", "उत्पाद"),
    "indicator": ("indicator", "सूचक"),
    "period": ("period", "अवधि"),
    "unit": ("unit", "इकाई"),
    "year": ("year", "वर्ष"),
    "fiscal": ("fiscal year", "वित्त वर्ष"),
    "quarter": ("quarter", "तिमाही"),
    "half": ("half-year", "छमाही"),
    "month": ("month", "महीना"),
    "company": ("company", "कंपनी"),
    "state": ("state", "राज्य"),
    "stage": ("stage", "चरण"),
    "category": ("category", "श्रेणी"),
    "organisation": ("organisation", "संगठन"),
    "status": ("status", "स्थिति"),
    "title": ("what it is about", "विषय"),
    "which": ("which", "कौन से"),
    "place_name": ("place", "जगह"),
}


def describe(question: Question, language: str, kept: tuple[str, ...] = ()) -> str:
    parts = [part for part in _parts(question, language) if part]
    if kept:
        names = [
            _say("place_name" if name == "place" else name, language, "").strip() for name in kept if name in _WORDS
        ]
        parts.append(_say("kept", language, ", ".join(names)))
    return " · ".join(parts)


def _say(key: str, language: str, *values: object) -> str:
    english, hindi = _WORDS.get(key, (key.replace("_", " "),) * 2)
    return (hindi if language == "hi" else english).format(*values)


def _parts(question: Question, language: str) -> list[str]:
    match question:
        case Figure(subject):
            return _subject(subject, language)
        case Change():
            return _change(question, language)
        case Ranking():
            return _ranking(question, language)
        case Series():
            return _series(question, language)
        case Compare(subject, across, items, how):
            subject = replace(subject, indicator=items[0]) if across == "indicator" else subject
            own = [part for part in _subject(subject, language, period=subject.period is not None) if part]
            return [
                *own,
                _say(how or "compare", language),
                " / ".join(naming.country(item, language) for item in items),
            ]
        case Capacity():
            return _capacity(question, language)
        case Milestones():
            return _milestones(question, language)
        case Controls(which, jurisdiction, words, _, dated):
            state = (
                naming.name(naming.STATUSES, which, language)
                if which in naming.STATUSES
                else _say(which, language)
                if which
                else ""
            )
            when = _span(dated) if dated else ""
            return [_say("controls", language), state, naming.country(jurisdiction, language), words, when]
        case _:
            return _other(question, language)


def _other(question: Question, language: str) -> list[str]:
    match question:
        case Milestone(number, _):
            return [_say("milestone", language, number)]
        case Plant(number, _):
            return [_say("plant", language, number)]
        case Control(number, _):
            return [_say("control", language, number)]
        case Timeline(category):
            return [_say("timeline", language), category]
        case Statements(topic, speaker):
            return [_say("statements", language, speaker or topic.replace("_", " "))]
        case Term(term):
            return [_say("term", language, term)]
        case News(topic, words):
            about = words or naming.name(naming.CATEGORIES, topic, language)
            return [_say("news", language, about).strip()]
        case Sources():
            return [_say("sources", language)]
        case Help() | Gaps():
            return [_say("help" if isinstance(question, Help) else "gaps", language)]
        case Unknown(why, _, _):
            return [_say("outside" if why in ("outside", "orders", "edits", "other_country") else "not_read", language)]
        case Clarify():
            return [_say("not_read", language)]
    return []


def _subject(subject: Subject, language: str, *, period: bool = True) -> list[str]:
    partner = naming.country(subject.partner, language) if subject.partner else ""
    return [
        naming.name(naming.INDICATORS, subject.indicator or "imports", language),
        naming.product(subject.product, language) if subject.product else "",
        _say("apart", language, partner) if subject.apart else partner,
        _say(subject.measure, language) if subject.measure else "",
        (subject.period.text if subject.period else _say("newest", language)) if period else "",
        _say("to_date", language) if subject.to_date else "",
        {"money": "", "": ""}.get(subject.unit, subject.unit),
    ]


def _change(question: Change, language: str) -> list[str]:
    return [
        *_subject(question.subject, language, period=question.subject.period is not None),
        _say("compound" if question.yearly else "change", language),
        _say("since", language, question.since.text) if question.since else "",
        _say("last", language, question.count) if question.count else "",
    ]


def _ranking(question: Ranking, language: str) -> list[str]:
    return [
        *_subject(question.subject, language, period=question.subject.period is not None),
        _say("ranking", language, _say(question.by, language)),
        _say("lowest", language) if question.low else "",
        _say("place", language, question.place) if question.place > 1 else "",
        _say("top", language, question.limit) if question.limit else "",
        *_beyond(question, language),
        *_bounds(question.start, question.end, language),
    ]


def _series(question: Series, language: str) -> list[str]:
    return [
        *_subject(question.subject, language, period=question.subject.period is not None),
        _say("average", language) if question.average else "",
        _say("total", language) if question.total else "",
        _say("series", language, _say(question.step or "period", language)),
        _say("last", language, question.count) if question.count else "",
        *_bounds(question.start, question.end, language),
        *_beyond(question, language),
    ]


def _beyond(question: Ranking | Series, language: str) -> list[str]:
    unit = "%" if question.subject.measure == "share" else question.subject.unit
    return _bounding(question, unit, language)


def _bounding(question: Ranking | Series | Capacity, unit: str, language: str) -> list[str]:
    ending = "_reached" if question.reached else ""
    bounds = (("above", question.above), ("below", question.below))
    return [_say(f"{key}{ending}", language, in_words(value, unit)) for key, value in bounds if value is not None]


def _bounds(start: Period | None, end: Period | None, language: str) -> list[str]:
    if start is not None and start == end:
        return [_span(start)]
    return [_say("since", language, _first(start)) if start else "", _say("until", language, _span(end)) if end else ""]


def _span(period: Period) -> str:
    """A period as it was written; one of days with its two ends."""
    return period.text.replace("..", " – ")


def _first(period: Period) -> str:
    return period.text.partition("..")[0]


def _capacity(question: Capacity, language: str) -> list[str]:
    return [
        _say(
            "plants"
            if question.aspect in ("plants", "count", "groups", "largest", "average", "eldest")
            else "capacity",
            language,
        ),
        "" if question.aspect in ("total", "plants") else _say(question.aspect, language),
        naming.name(naming.STATUSES, question.stage, language) if question.stage else "",
        _say("pipeline", language) if question.pipeline else "",
        naming.product(question.product, language) if question.product else "",
        question.organisation,
        question.place,
        _say("series", language, _say(question.by, language)) if question.by else "",
        *_bounds(question.since, question.until, language),
        *_bounding(question, "t", language),
    ]


def _milestones(question: Milestones, language: str) -> list[str]:
    return [
        _say("milestones", language),
        _say(question.which, language) if question.which else "",
        naming.name(naming.STATUSES, question.status, language) if question.status else "",
        naming.name(naming.CATEGORIES, question.category, language) if question.category else "",
        question.organisation,
        question.place,
        _say("series", language, _say(question.by, language)) if question.by else "",
        *_bounds(question.since, question.until, language),
    ]
