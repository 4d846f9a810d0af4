"""What is asked of a number: to be told, compared, followed through time, added up. The first that its words ask for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.asking.countries import WORLD
from bot.asking.indicators import RATES, STOCKS
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
from bot.asking.ranked import ranked, whole_of
from bot.asking.stretches import Span, spanned
from bot.asking.subjects import wants_rate
from storage.periods import Period

if TYPE_CHECKING:
    from bot.asking.bounds import Bound
    from bot.asking.parts import Parts


# ---------------------------------------------------------------- what is asked of it


def compose(parts: Parts, subject: Subject, span: Span, before: OfFigures | None) -> Question:
    """The first of these that its words ask for; a bare follow-up asks what was asked before."""
    if parts.bound is not None and (bounded := _bounded(parts, subject, span, parts.bound)):
        return bounded
    if span.newest:
        return Series(subject.at(None), span.newest, count=1)
    if parts.has("firm") and not parts.has("op", "compare", "difference", "growth") and not span.long:
        return Figure(subject)
    ordered = (
        _compared(parts, subject, span) or _grown(parts, subject, span) or ranked(parts, subject, span) or _averaged(parts, subject, span)
        or _changed(parts, subject, span) or _listed(parts, subject, span)
    )  # fmt: skip
    if ordered is not None:
        return ordered
    return _again(parts, subject, span, before) or Figure(spanned(subject, span))


def _bounded(parts: Parts, subject: Subject, span: Span, limit: Bound) -> Question | None:
    """'Which years were over 3,000 tonnes?', 'who sold us more than a million dollars' worth?'"""
    share = limit.unit == "%"
    own = replace(subject, unit=subject.unit if share else limit.unit, measure="share" if share else "", scale="")
    above, below = (None, limit.value) if limit.under else (limit.value, None)
    stepped = any(parts.has("axis", step) or parts.has("step", step) or step in parts.free_units for step in STEPS)
    if stepped or parts.has("field", "when") or any(word in _EVER for word in parts.spelt):
        own = replace(own, period=span.points[0] if span.points else None)
        step = next(
            (name for name in STEPS if parts.has("axis", name) or parts.has("step", name) or name in parts.free_units),
            "",
        )
        series = replace(_series(parts, own, span), step=step or span.step, above=above, below=below)
        return replace(series, reached=limit.reached)
    if (parts.has("axis", "partner") or parts.has("op", "rank")) and not parts.countries:
        return Ranking(spanned(replace(own, partner=""), span), above=above, below=below, reached=limit.reached)
    if parts.word(0) in _WHETHER or (span.points and any(word in _TRUE for word in parts.spelt)):
        return None  # the number itself tells
    return Clarify("unread", about=" ".join(parts.words[at].raw for at in limit.at), offers=(Figure(subject).command,))


_TRUE = ("true", "right", "correct", "confirm", "sach", "sahi", "सच", "सही")
_WHETHER = ("did", "does", "do", "has", "have", "is", "are", "was", "were", "will", "kya", "क्या")
_EVER = ("ever", "kabhi", "कभी")


def _again(parts: Parts, subject: Subject, span: Span, before: OfFigures | None) -> Question | None:
    """The question before, of the new subject."""
    if before is None or (
        parts.has("ask", "much") and (parts.has("talk", "refers") or subject.partner != before.subject.partner)
    ):
        return None
    if isinstance(before, Ranking):
        step = next((name for name in STEPS if parts.has("axis", name)), "")
        if step:
            return replace(
                before, subject=subject.at(None), by=step, start=span.first or whole_of(span, subject), end=span.last
            )
        partner_asked = before.by == "partner" and subject.partner not in ("", WORLD)
        return (
            None
            if partner_asked
            else replace(before, subject=subject, start=span.first or before.start, end=span.last or before.end)
        )
    if isinstance(before, Change):
        return None if _asks_a_share(parts, subject, before) else _change_again(subject, span, before)
    if isinstance(before, Series):
        return _series_again(parts, subject, span, before)
    if (
        isinstance(before, Compare)
        and not (before.across == "partner" and subject.partner)
        and not (before.across == "period" and span.said)
    ):
        return replace(before, subject=subject)
    return None


def _asks_a_share(parts: Parts, subject: Subject, before: Change) -> bool:
    """'What share was China's?' after a change of the whole asks for no change of a share."""
    asks = parts.word(0) in ("what", "how", "which", "kitna", "kitne", "kitni", "कितना", "कितने", "कितनी")
    return subject.measure == "share" != before.subject.measure and asks and not parts.has("op", "change", "growth")


def _change_again(subject: Subject, span: Span, before: Change) -> Change:
    if span.first:
        return replace(before, subject=subject.at(span.last), since=span.first, count=0)
    if span.points and before.since and before.subject.period and not span.since:
        return replace(before, subject=subject, since=None, count=0)
    return replace(
        before,
        subject=subject,
        since=span.since or (None if span.points else before.since),
        count=span.count or before.count,
    )


def _series_again(parts: Parts, subject: Subject, span: Span, before: Series) -> Question | None:
    if len(span.points) == 1 and span.points[0].kind not in ("year", "fiscal"):
        return None
    if len(span.points) == 1 and (before.step in ("", "year", "fiscal") or parts.has("ask", "much")):
        return None
    if not span.said:
        return replace(before, subject=subject.at(before.subject.period))
    return replace(before, subject=subject, start=span.first or span.since, end=span.last, count=span.count)


def _compared(parts: Parts, subject: Subject, span: Span) -> Question | None:
    """Two or more of a kind, set beside each other."""
    how = next((name for name in ("difference", "ratio", "sum") if parts.has("op", name)), "") or _in_all(parts)
    names = tuple(dict.fromkeys(country.name for country in parts.countries))
    if len(names) > 1 and parts.has("apart") and not parts.has("op", "difference"):
        return Clarify("two_partners_apart", about=", ".join(names))
    subject = spanned(subject, span)
    if parts.has("split") and subject.indicator == "outlay" and subject.product in ("", "magnets"):
        return Compare(Subject(unit="INR", period=subject.period), "indicator", ("outlay", "incentive", "subsidy"))
    if len(names) > 1:
        return Compare(replace(subject, partner=""), "partner", names, how or _weighed(parts))
    if {"imports", "exports"} <= set(parts.values("indicator")) and (
        parts.has("percent") or parts.has("measure", "share") or "ratio" in parts.spelt
    ):
        return Compare(replace(subject, indicator="", measure=""), "indicator", _in_order(parts), "percent")
    if parts.has("indicator", "demand") and parts.has("ask", "target"):
        return Compare(replace(subject, indicator=""), "indicator", ("demand", "capacity_target"), how)
    indicators = _counted(parts)
    if (
        len(indicators) > 1
        and subject.indicator in indicators
        and (how or parts.has("op", "compare") or _joined(parts))
    ):
        return Compare(replace(subject, indicator=""), "indicator", indicators, how)
    products = tuple(name for name in parts.values("product") if name in ("magnets", "oxides", "metals"))
    spoken = parts.has("indicator") or bool(parts.times) or parts.has("unit") or parts.has("measure")
    if len(products) > 1 and not spoken:
        return Clarify("two_readings", offers=tuple(Figure(Subject("imports", name)).command for name in products))
    if len(products) > 1 and (how or parts.has("op", "compare") or parts.has("extreme") or _joined(parts)):
        return Compare(replace(subject, product=""), "product", products, how)
    if parts.has("axis", "product"):
        return Ranking(subject, by="product", low=parts.has("extreme", "low"), place=1 if parts.has("extreme") else 0)
    return None


def _counted(parts: Parts) -> tuple[str, ...]:
    """The indicators that may stand beside each other; beside what came in, what went out is our exports."""
    named = parts.values("indicator")
    if "imports" in named and not parts.countries:
        named = ["exports" if name == "outgoing" else name for name in named]
    return tuple(dict.fromkeys(name for name in named if name in _BESIDE))


_BESIDE = ("imports", "exports", "demand", "mine_output", "reserves")


def _in_all(parts: Parts) -> str:
    """'Total from Japan and Germany' adds them up."""
    weighed = parts.has("op", "compare", "change") or parts.has("extreme") or len(parts.values("indicator")) > 1
    return "sum" if parts.has("total") and _joined(parts) and not weighed else ""


def _in_order(parts: Parts) -> tuple[str, ...]:
    """Imports and exports as they were said: the first is weighed against the second."""
    said = parts.all("indicator", "imports", "exports")
    names = tuple(dict.fromkeys(mark.value for mark in said))
    whole_first = parts.word(said[0].start - 1) == "of" or parts.word(said[0].end) in ("ka", "ke", "का", "के")
    return names[::-1] if whole_first else names


def _weighed(parts: Parts) -> str:
    """'More from China than Japan?' asks for the difference."""
    return (
        "difference"
        if any(word in ("more", "less", "zyada", "jyada", "ज्यादा", "अधिक") for word in parts.spelt)
        and parts.has("op", "compare")
        else ""
    )


def _joined(parts: Parts) -> bool:
    marked = {mark.end for mark in parts.all("indicator")} & {
        at for at, word in enumerate(parts.spelt) if word in ("/", "+", "&")
    }
    return bool(marked) or any(word in ("and", "aur", "और", "or", "ya", "या", "versus", "vs") for word in parts.spelt)


def _grown(parts: Parts, subject: Subject, span: Span) -> Question | None:
    if not parts.has("op", "growth"):
        return None
    since, until = _ends(span, subject)
    return Change(subject.at(until), since, yearly=True, percent=True, count=span.count)


def _ends(span: Span, subject: Subject) -> tuple[Period | None, Period | None]:
    """Where a change begins and ends."""
    if span.first:
        return span.first, span.last
    points = sorted(span.points)
    if span.since:
        return span.since, points[-1] if points else None
    if len(points) > 1:
        return points[0], points[-1]
    return None, points[0] if points else subject.period


def _changed(parts: Parts, subject: Subject, span: Span) -> Question | None:
    two = len(span.points) > 1 and not span.long
    if (
        parts.has("step")
        and not two
        and not span.since
        and not (parts.has("percent") or wants_rate(parts))
        and _is_stepwise(parts)
    ):
        return None  # 'how did they move year by year' wants each year
    moves = parts.has("op", "change") or span.year_before or parts.has("sequential")
    weighs = two and (parts.has("op", "compare", "difference", "ratio") or parts.has("percent"))
    weighs = weighs or (
        span.first is not None and parts.has("op", "difference")
    )  # 'the difference between 2022 and 2024'
    since_point = span.since is not None and bool(span.points)
    if two and parts.has("op", "ratio"):
        return Compare(subject, "period", tuple(period.text for period in span.points), "ratio")
    if not (moves or weighs or (since_point and not parts.has("op"))):
        if two:
            return Compare(
                subject,
                "period",
                tuple(period.text for period in span.points),
                "sum" if parts.has("op", "sum") else _in_all(parts),
            )
        return None
    if parts.has("op", "series") and span.long and not parts.has("percent") and not _says_how_much(parts):
        return None
    since, until = _ends(span, subject)
    if since is None and until is not None and parts.has("sequential"):
        since = until.back(max(until.length, 1))
    if since is None and _is_until_then(parts, until):
        since = Period.year(parts.today.year)
    if subject.to_date:
        return Change(subject, None, percent=wants_rate(parts))
    return Change(subject.at(until), since, percent=wants_rate(parts), count=span.count)


def _is_stepwise(parts: Parts) -> bool:
    """'Year by year', 'each month'; 'yearly growth' is a rate."""
    return any(mark.end - mark.start > 1 for mark in parts.all("step"))


def _is_until_then(parts: Parts, until: Period | None) -> bool:
    """'How much will demand grow by 2030' counts from now."""
    ahead = until is not None and until.kind == "year" and until.start.year > parts.today.year + 1
    return ahead and any(time.kind == "until" for time in parts.times)


def _says_how_much(parts: Parts) -> bool:
    return parts.has("ask", "much")


STEPS = ("year", "fiscal", "half", "quarter", "month")
_FINEST_FIRST = ("month", "quarter", "half", "fiscal", "year")


def _averaged(parts: Parts, subject: Subject, span: Span) -> Question | None:
    priced = subject.measure == "unit_value" or subject.indicator in RATES
    if not parts.has("op", "average") or (
        priced and not span.long and not any(parts.has("step", step) for step in STEPS)
    ):
        return None
    return replace(_series(parts, subject, span), average=True)


def _listed(parts: Parts, subject: Subject, span: Span) -> Question | None:
    stepped = parts.has("step") or (span.first is not None and _says_many(parts))
    if parts.has("op", "sum") and span.long:
        return replace(_series(parts, subject, span), total=True)
    in_a_year = subject.period is not None and subject.period.length <= _YEAR
    if stepped and not (parts.has("step", "year") and in_a_year and not parts.has("op", "series")):
        return _series(parts, subject, span)
    if parts.has("op", "series") and (span.long or not span.said or stepped) and not subject.period:
        return _series(parts, subject, span)
    if (span.first and subject.indicator in (*RATES, "demand", *STOCKS)) or (
        subject.measure in ("share", "unit_value") and span.long
    ):
        return _series(parts, subject, span)
    if span.since or span.count or span.until:
        total = parts.has("total") or parts.has("op", "sum") or _says_how_much(parts) or _from_a_month(parts, span)
        rates = subject.indicator in (*RATES, "demand") or subject.measure in ("share", "unit_value")
        return replace(_series(parts, subject, span), total=total and not rates)
    return None


def _says_many(parts: Parts) -> bool:
    """'The values from 2021 to 2023' are several."""
    several = any(
        word in ("values", "figures", "numbers", "levels", "amounts", "aankde", "आंकड़े") for word in parts.spelt
    )
    return several and not parts.has("total") and not _says_how_much(parts)


def _from_a_month(parts: Parts, span: Span) -> bool:
    """'What came since January' is one sum, where no steps are asked for."""
    return bool(span.since and span.since.kind in ("month", "quarter")) and not parts.has("op", "series")


_YEAR = 12  # months


def _series(parts: Parts, subject: Subject, span: Span) -> Series:
    step = next((name for name in _FINEST_FIRST if parts.has("step", name)), span.step)
    within = subject.period if subject.period and not span.long else None
    if within and within.length > _YEAR and not span.long:
        first, last = Period.year(within.start.year), Period.year(within.end.year)
        return Series(subject.at(None), step or "year", first, last)
    if within and within.kind in ("year", "fiscal") and step in ("year", "fiscal"):
        within = None
    if within and not step:
        step = "month"
    return Series(subject.at(within), step, span.first or span.since, span.last or span.until, span.count)
