"""Questions as text that is read back without loss: `/imports 2024 China t`, `/ranking imports period=2024 by=partner`.

    /VERB [period] [partner] [unit] [field=value ...]

The bare words are for imports and exports, as people type them; every other field has its name. What a strict reading refuses
is left to the reader of plain questions.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import fields
from typing import Any

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
from storage.periods import Period, PeriodError

VERBS: dict[str, type[Any]] = {
    "figure": Figure,
    "change": Change,
    "ranking": Ranking,
    "series": Series,
    "compare": Compare,
    "capacity": Capacity,
    "plant": Plant,
    "milestones": Milestones,
    "milestone": Milestone,
    "controls": Controls,
    "control": Control,
    "timeline": Timeline,
    "statements": Statements,
    "term": Term,
    "news": News,
    "sources": Sources,
    "help": Help,
    "gaps": Gaps,
    "unknown": Unknown,
    "clarify": Clarify,
}
_VERB_OF = {kind: verb for verb, kind in VERBS.items()}
_BARE = ("imports", "exports")  # verbs of a Figure, with bare words
_UNITS = ("USD", "INR", "t", "kg", "%")
_SUBJECT = tuple(field.name for field in fields(Subject))
FIRST_YEAR, LAST_YEAR = 100, 9_000  # of a question's periods
_PARTS = re.compile(r"[^\s=]+=")


def write(question: Question) -> str:
    """The canonical command of a question."""
    if isinstance(question, Figure) and question.subject.indicator in _BARE:
        return " ".join(["/" + question.subject.indicator, *_bare_words(question.subject)])
    return " ".join(["/" + _VERB_OF[type(question)], *_named(question)])


def parse(text: str) -> Question | None:
    """The question of a canonical command; None for anything else."""
    try:
        verb, *parts = shlex.split(text)
    except ValueError:
        return None
    if not verb.startswith("/"):
        return None
    try:
        return _build(verb[1:], parts)
    except (KeyError, TypeError, ValueError, PeriodError):
        return None


# ---------------------------------------------------------------- writing


def _bare_words(subject: Subject) -> list[str]:
    period = [subject.period.text] if subject.period else []
    partner = [subject.partner] if _is_bare_partner(subject.partner) else []
    unit = [subject.unit] if subject.unit in _UNITS else []
    left = {
        "indicator",
        *(["partner"] if partner else []),
        *(["unit"] if unit else []),
        *(["period"] if period else []),
    }
    return [*period, *partner, *unit, *_pairs(subject, left)]


def _is_bare_partner(partner: str) -> bool:
    """One word with a capital, which is neither a unit nor a period."""
    return partner.isalpha() and partner.isascii() and partner.istitle() and len(partner) > 3


def _named(question: Any) -> list[str]:
    parts: list[str] = []
    for field in fields(question):
        value = getattr(question, field.name)
        if isinstance(value, Subject):
            parts += _pairs(value, set())
        elif value != _default(field):
            parts.append(f"{field.name}={shlex.quote(_text(value))}")
    return parts


def _pairs(subject: Subject, left: set[str]) -> list[str]:
    pairs = [
        (field.name, getattr(subject, field.name), _default(field))
        for field in fields(Subject)
        if field.name not in left
    ]
    return [f"{name}={shlex.quote(_text(value))}" for name, value, default in pairs if value != default]


def _default(field: Any) -> Any:
    return field.default


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "|".join(_escape(part) for part in value)
    return value.text if isinstance(value, Period) else str(value)


def _escape(part: str) -> str:
    return part.replace("\\", "\\\\").replace("|", "\\p")


def _unescape(part: str) -> str:
    return re.sub(r"\\(.)", lambda found: "|" if found[1] == "p" else found[1], part)


# ---------------------------------------------------------------- reading


def _build(verb: str, parts: list[str]) -> Question | None:
    if verb in _BARE:
        values = {"indicator": verb} | _read_bare(parts)
        return Figure(Subject(**_typed(Subject, values)))
    kind = VERBS[verb]
    values = dict(_pair(part) for part in parts)
    names = {field.name for field in fields(kind)}
    if "subject" not in names:
        question: Question = kind(**_typed(kind, values))
        return question
    own = {name: value for name, value in values.items() if name in names and name not in _SUBJECT}
    subject = {name: value for name, value in values.items() if name in _SUBJECT}
    if own.keys() | subject.keys() != values.keys():
        raise KeyError(verb)
    return kind(subject=Subject(**_typed(Subject, subject)), **_typed(kind, own))  # type: ignore[no-any-return]


def _read_bare(parts: list[str]) -> dict[str, str]:
    values: dict[str, str] = {}
    for part in parts:
        if _PARTS.match(part):
            name, value = _pair(part)
        elif part in _UNITS:
            name, value = "unit", part
        elif _is_bare_partner(part):
            name, value = "partner", part
        else:
            name, value = "period", Period.parse(part).text
        if name in values:
            raise ValueError(name)
        values[name] = value
    return values


def _pair(part: str) -> tuple[str, str]:
    name, equals, value = part.partition("=")
    if not equals:
        raise ValueError(part)
    return name, value


def _typed(kind: type[Any], values: dict[str, str]) -> dict[str, Any]:
    types = {field.name: str(field.type) for field in fields(kind)}
    return {name: _value(types[name], text) for name, text in values.items()}


def _in_reach(period: Period) -> Period:
    """A period around which the calendar still has room to count."""
    if not FIRST_YEAR <= period.start.year <= period.end.year <= LAST_YEAR:
        raise ValueError(period.text)
    return period


def _value(type_: str, text: str) -> Any:
    if type_.startswith("Period"):
        return _in_reach(Period.parse(text))
    if type_ == "bool":
        return {"yes": True, "no": False}[text]
    if type_ == "int":
        return int(text)
    if type_.startswith("float"):
        return float(text)
    if type_.startswith("tuple"):
        return tuple(_unescape(part) for part in text.split("|"))
    return text
