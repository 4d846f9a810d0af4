"""Reads questions of figures: which number (indicator, product, partner, period, unit, measure), and what is asked of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.asking.countries import WORLD
from bot.asking.indicators import RATES, TRADE
from bot.asking.misread import misread
from bot.asking.operations import STEPS, compose
from bot.asking.ordinary import is_ordinary
from bot.asking.questions import (
    Change,
    Clarify,
    Compare,
    Figure,
    OfFigures,
    Question,
    Ranking,
    Series,
    Subject,
)
from bot.asking.stretches import Span, bare_years, span_of
from bot.asking.subjects import is_about_outlay, subject_of, wants_rate
from bot.asking.words import folded
from storage.periods import Period

if TYPE_CHECKING:
    from bot.asking.context import Context
    from bot.asking.parts import Parts


_FOLLOWED = (Figure, Change, Ranking, Series, Compare)


Followed = tuple[Question, tuple[str, ...]]


def has_subject(parts: Parts) -> bool:
    """Whether it says by itself which number it is about."""
    return parts.has("indicator") or bool(parts.codes) or is_about_outlay(parts) or bool(parts.own_indicator)


def stands(parts: Parts) -> bool:
    """Whether it can be answered with nothing before it."""
    if has_subject(parts):
        return True
    if any(mark.start == 0 for mark in parts.all("talk", "goes_on")) or _points_back(parts) or _is_scrap(parts):
        return False
    if not _is_light(parts) or parts.has("topic", "controls"):
        return False
    dated = bool(parts.times) or bool(parts.countries)
    if _is_no_amount(parts):
        return False
    if parts.countries or parts.has("product") or (parts.has("measure", "unit_value", "share") and dated):
        return True
    return _is_about_trade(parts)


def _is_no_amount(parts: Parts) -> bool:
    """A country alone, of which something else is asked: when it does, or what nobody reads."""
    if parts.has("scheme") and not parts.has("unit") and not parts.has("measure") and not parts.times:
        return True  # 'the magnet scheme' is no magnets bought
    told = parts.has("product") or parts.has("unit") or parts.has("measure") or parts.has("op") or parts.has("extreme")
    if told or parts.has("percent") or parts.has("axis") or parts.has("apart") or parts.has("others"):
        return False
    return bool(parts.countries) and (
        parts.has("field", "when", "who", "where") or (bool(parts.unread) and not parts.times)
    )


def _is_scrap(parts: Parts) -> bool:
    """'For Japan?', 'जापान से?': the end of a question, of which the beginning was said before or never."""
    told = [at for at, word in enumerate(parts.words) if not word.mark and not parts.abroad(at)]
    return bool(parts.countries) and bool(told) and all(parts.spelt[at] in _PREPOSED for at in told)


_PREPOSED = folded("for from by with to of in via against ka ke ki ko se mein me liye का के की को से में लिए")
_LATE_IN = 4  # words; an 'it' that comes later may mean what was said before it in the same question


def _points_back(parts: Parts) -> bool:
    refers = parts.all("talk", "refers")
    if not refers or (parts.times and parts.has("firm") and parts.has("unit")):
        return False
    named = bool(parts.times) and (parts.has("firm") or bool(parts.countries))
    return not (named and min(mark.start for mark in refers) >= _LATE_IN)


def _is_about_trade(parts: Parts) -> bool:
    """Without a word for it, what is measured and dated, ranked or followed through time is our imports; when all of it was read."""
    if parts.has("topic", "milestones", "plants", "capacity", "controls") or not _is_light(parts):
        return False
    stepped = parts.has("axis", *STEPS) or bool(parts.free_units) or parts.has("step")
    if parts.bound is not None and (stepped or parts.has("axis", "partner")):
        return True
    if parts.has("axis", "partner") and (parts.has("extreme") or parts.has("op") or parts.has("place")):
        return True
    measured = parts.has("unit") or parts.has("scale") or parts.has("measure")
    asked = parts.has("op", "change", "growth", "average", "rank") or parts.has("step") or parts.has("total")
    asked = (
        asked or (parts.has("extreme") and bool(parts.free_units)) or (parts.has("flow") and parts.has("ask", "much"))
    )
    asked = asked or parts.has("firm") or parts.has("axis", "month", "quarter", "half", "fiscal", "year")
    asked = (
        asked or (parts.has("op", "difference", "compare") and len(parts.times) > 1) or parts.has("topic", "sources")
    )
    dated = any(time.period or time.count for time in parts.times) or (not parts.times and bool(bare_years(parts)))
    peaks = measured and parts.has("extreme") and parts.has("axis", "month", "quarter", "half", "fiscal", "year")
    return (dated and (measured or asked)) or peaks


def _is_light(parts: Parts) -> bool:
    """Whether what is unread can hardly matter: one plain word that names nothing and belongs to no 'of'."""
    if len(parts.unread) > 1:
        return False
    return all(
        (at == 0 or parts.words[at].raw.islower())
        and parts.word(at - 1) not in _NAMING
        and parts.words[at].text.isascii()
        and (len(parts.words[at].text) < _STRANGE or is_ordinary(parts.words[at].text))
        for at in parts.unread
    )


_STRANGE = 4  # letters of a word that, if nobody's, may be a name typed in haste


_NAMING = frozenset("of from to for in on by with any us".split())


def fresh(parts: Parts) -> Question | None:
    """A question that stands by itself; None when it is about no number of ours."""
    if not stands(parts):
        return None
    span = span_of(parts, Subject())
    question = misread(parts) or compose(parts, subject_of(parts, Subject(), span), span, None)
    return _left_over(parts, question) or question


def _left_over(parts: Parts, question: Question) -> Question | None:
    """One number, where more was asked: what is to be weighed, ranked or followed through time was not understood."""
    if not isinstance(question, Figure) or (parts.bound is not None and parts.word(0) not in _ASKS):
        return None
    asked = [
        mark
        for mark in parts.all("op", *_MORE_THAN_ONE)
        if not (mark.value == "ratio" and question.subject.indicator in RATES)
    ]
    ends = {country.end for country in parts.countries}
    asked = [mark for mark in asked if mark.value != "rank" or mark.start not in ends]  # 'Chinese suppliers' are China
    asked += [mark for mark in parts.marks if mark.kind in ("extreme", "step", "place", "split")]
    asked += parts.all("axis", *STEPS)
    if not asked:
        return None
    words = " ".join(parts.words[at].raw for at in range(asked[0].start, asked[0].end))
    return Clarify("unread", about=words, offers=(question.command,))


_MORE_THAN_ONE = ("difference", "ratio", "growth", "change", "series", "rank")
_ASKS = ("what", "how", "which")


def of_its_own(parts: Parts) -> Question | None:
    """A number that the record names itself, whatever else its words would mean."""
    name = parts.own_indicator
    if not name or parts.has("topic", "milestones", "controls"):
        return None
    if {"min", "max"} & set(name.split("_")):
        parts = parts.without("extreme", "axis")  # the least that may be allotted is no least of several
    return fresh(parts.without("ask", "topic"))


def follow(parts: Parts, before: Question, context: Context) -> Followed | None:
    """The question before, with what this one replaces, and the names of what was kept of it."""
    if not isinstance(before, _FOLLOWED) or _is_other(parts):
        return None
    wrong = misread(parts)
    if wrong is not None:
        return wrong, ()
    base = _focused(before, parts, context)
    span = span_of(parts, base)
    again = _again_of(before, parts, span)
    if again is not None:
        return again, _kept(before.subject, before.subject)
    subject = subject_of(parts, base, span)
    if isinstance(before, Compare) and before.across == "partner" and _weighs_moves(parts):
        return Clarify("unread", about=_raw(parts), offers=(before.command,)), ()
    moves = parts.has("op", "change", "growth") and not any(parts.word(time.start) == "since" for time in parts.times)
    if span.since and not span.points and base.period and span.since < base.period and moves:
        span = replace(span, points=(base.period,))  # 'change from 2023' after a number of 2024
    question = (
        _beside(parts, base, span) or _against(parts, base, subject, span) or compose(parts, subject, span, before)
    )
    if _says_nothing_new(parts, before, question) or _means_two(parts, before):
        return Clarify("unread", about=_raw(parts), offers=(before.command,)), ()
    return question, _kept(before.subject, subject)


def _weighs_moves(parts: Parts) -> bool:
    """'Which of the two grew more?' asks for two changes beside each other, which is not told."""
    return parts.has("op", "change", "growth") and not parts.countries and not parts.has("indicator")


def _raw(parts: Parts) -> str:
    return " ".join(word.raw for word in parts.words)[:80]


def _names_anything(parts: Parts) -> bool:
    return bool(parts.times or parts.countries or parts.has("product") or parts.has("axis"))


def _says_nothing_new(parts: Parts, before: OfFigures, question: Question) -> bool:
    """A follow-up that changes nothing was not understood; nor was a share of what is the whole."""
    if _names_anything(parts) or parts.has("indicator"):
        return False
    if question == before:
        told_again = parts.has("ask", "much") and parts.has("talk", "refers")
        return not (parts.has("unit") or parts.has("measure") or parts.has("firm") or told_again)
    if not isinstance(question, Figure):
        return False
    subject = question.subject
    whole = subject.partner in ("", WORLD) and not subject.apart
    return whole and subject.indicator in TRADE and parts.has("percent")


def _means_two(parts: Parts, before: OfFigures) -> bool:
    """'Both together?' of two numbers, of which only the last is remembered."""
    both = any(word in ("both", "them", "dono", "donon", "दोनों") for word in parts.spelt)
    weighed = parts.has("op", "sum", "difference", "compare", "growth", "change", "ratio")
    return both and weighed and isinstance(before, Figure) and len(parts.countries) < _TWO and len(parts.times) < _TWO


_TWO = 2


def _is_bare(parts: Parts, *operations: str) -> bool:
    """'Average?', 'total?': what is to be done with the numbers just told, and no other number."""
    said = parts.has("op", *operations) or (parts.has("total") and "sum" in operations)
    return said and not (parts.countries or parts.has("indicator") or parts.has("product") or parts.has("unit"))


def _is_short(parts: Parts) -> bool:
    """'Highest?': of what was just told, whatever that was."""
    named = (
        parts.countries or parts.times or parts.has("axis", "partner") or parts.has("indicator") or parts.has("product")
    )
    return not (named or parts.has("place") or parts.free_units or parts.has("unit"))


def _of_the_steps(parts: Parts, before: Ranking, span: Span) -> OfFigures | None:
    """After the highest of some stretches of time: the lowest of them, their sum or average, or one of them."""
    if parts.has("extreme") and _is_short(parts):
        return replace(before, low=parts.has("extreme", "low"), place=1, limit=0)
    whole = Series(before.subject, before.by, before.start, before.end, before.count)
    if not span.said and _is_bare(parts, "average", "sum"):
        return replace(whole, average=parts.has("op", "average"), total=not parts.has("op", "average"))
    if (
        len(span.points) == 1
        and span.points[0].kind in ("year", "fiscal")
        and before.by in ("half", "quarter", "month")
    ):
        whole_year = span.points[0]
        return replace(
            before, subject=subject_of(parts, before.subject, Span()).at(None), start=whole_year, end=whole_year
        )
    if len(span.points) == 1 and not parts.has("extreme") and not parts.has("op"):
        subject = subject_of(parts, before.subject, span)
        return Figure(subject)
    return None


def _again_of(before: OfFigures, parts: Parts, span: Span) -> OfFigures | None:
    """The numbers just told, taken another way: their average, the highest of them, by month, the difference."""
    if isinstance(before, Series):
        taken = _of_a_series(before, parts, span)
    elif isinstance(before, Ranking):
        taken = _of_a_ranking(before, parts, span)
    elif isinstance(before, Compare):
        taken = _of_a_comparison(before, parts, span)
    else:
        taken = _of_years(before, parts)
    return taken or (_moved(before, parts) if not span.said and parts.has("op", "growth", "change") else None)


def _of_a_series(before: Series, parts: Parts, span: Span) -> OfFigures | None:
    if not span.said and _is_bare(parts, "average", "sum"):
        return replace(before, average=parts.has("op", "average"), total=not parts.has("op", "average"))
    if not span.said and parts.has("step") and _is_short(parts) and not parts.has("op"):
        return replace(before, step=parts.value("step"), average=False, total=False)
    return _extreme_of(before, parts) if parts.has("extreme") and _is_short(parts) else None


def _of_a_ranking(before: Ranking, parts: Parts, span: Span) -> OfFigures | None:
    again = _of_the_steps(parts, before, span) if before.by in STEPS and not span.long else None
    if again is None and parts.has("place") and not _names_anything(parts):
        return replace(before, place=int(parts.value("place")), limit=0)
    return again


def _of_a_comparison(before: Compare, parts: Parts, span: Span) -> OfFigures | None:
    if span.said or not _is_bare(parts, "difference", "ratio", "sum"):
        return None
    return replace(before, how=next((name for name in ("ratio", "sum") if parts.has("op", name)), "difference"))


def _of_years(before: OfFigures, parts: Parts) -> OfFigures | None:
    """'Which was highest?' of a sum of years is one of them."""
    years = before.subject.period if isinstance(before, Figure) else None
    whole = years is not None and years.length > _YEAR and years.length % _YEAR == 0
    if years is None or not (whole and parts.has("extreme") and _is_short(parts)):
        return None
    first, last = Period.year(years.start.year), Period.year(years.end.year)
    low = parts.has("extreme", "low")
    return Ranking(before.subject.at(None), "year", low=low, place=1, start=first, end=last)


_YEAR = 12  # months


def _moved(before: OfFigures, parts: Parts) -> Change | None:
    """'Growth?' of what was just told through time; 'and since then?' of a period, from there to the newest."""
    yearly = parts.has("op", "growth")
    if isinstance(before, Series) and before.start and before.end and _is_short(parts):
        return Change(before.subject.at(before.end), before.start, yearly=yearly, percent=yearly or wants_rate(parts))
    since = any(word in ("since", "tabse", "tab") for word in parts.spelt)
    if since and isinstance(before, Figure) and before.subject.period is not None:
        return Change(before.subject.at(None), before.subject.period, percent=wants_rate(parts))
    return None


def _extreme_of(before: Series, parts: Parts) -> Ranking:
    """The highest or lowest of the numbers just told."""
    whole = before.subject.period
    return Ranking(
        before.subject.at(None),
        before.step or "year",
        low=parts.has("extreme", "low"),
        place=1,
        start=before.start or whole,
        end=before.end or whole,
        count=before.count,
    )


def _beside(parts: Parts, base: Subject, span: Span) -> Question | None:
    """'Compare with Germany' after a number of Japan's sets the two side by side."""
    names = [country.name for country in parts.countries]
    weighs = parts.has("op", "compare", "difference") and not span.said and not parts.has("apart")
    if not weighs or len(names) != 1 or base.partner in ("", WORLD, names[0]) or base.apart:
        return None
    how = "difference" if parts.has("op", "difference") else ""
    return Compare(replace(base, partner=""), "partner", (base.partner, names[0]), how)


def _against(parts: Parts, base: Subject, subject: Subject, span: Span) -> Question | None:
    """'How does that compare with 2022?' sets the period spoken of against another."""
    points_back = parts.has("talk", "refers") or any(word in ("that", "this", "it") for word in parts.spelt)
    points_back = points_back or not (
        parts.countries or parts.has("indicator") or parts.has("product") or parts.has("axis")
    )
    weighs = parts.has("op", "compare", "difference", "change") and points_back
    if not weighs or base.period is None or len(span.points) != 1 or span.long or span.points[0] == base.period:
        return None
    first, last = sorted((base.period, span.points[0]))
    return Change(subject.at(last), first, percent=wants_rate(parts))


def _is_other(parts: Parts) -> bool:
    """Whether it is about the plan after all."""
    return parts.has("topic", "milestones", "plants", "controls", "news") or parts.has(
        "ask", "overdue", "slipped", "late_done"
    )


def _focused(before: OfFigures, parts: Parts, context: Context) -> Subject:
    """'How much did they supply?' after a ranking is about the one that led."""
    subject = before.subject
    if isinstance(before, Ranking) and before.by in STEPS and before.start and before.start == before.end:
        return subject.at(before.start)
    if isinstance(before, Ranking) and context.focus and parts.has("talk", "refers"):
        if context.focus_kind == "partner":
            return replace(subject, partner=context.focus)
        if context.focus_kind == "period":
            return subject.at(Period.parse(context.focus))
    if isinstance(before, Change) and subject.period is None and before.since:
        return subject
    return subject


def _kept(before: Subject, now: Subject) -> tuple[str, ...]:
    names = ("indicator", "product", "partner", "period", "unit")
    return tuple(name for name in names if getattr(before, name) and getattr(before, name) == getattr(now, name))
