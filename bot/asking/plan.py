"""Answers about milestones: which are next, due, late, done; one by name; how many."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Unpack

from bot.asking import naming, works
from bot.asking.answers import Answer, Chart, Kind, Mark, Quote, Row, Span, Style, Text
from bot.asking.drafting import Asked, Draft
from bot.asking.outlook import stalled
from bot.asking.questions import Capacity, Milestones, Timeline
from bot.asking.questions import Milestone as One
from bot.asking.wording import Filling, bounds, listed, spans
from storage.records import Category, Milestone, MilestoneStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from storage.milestones import Choice
    from storage.periods import Period

_ROWS = 50  # of a list as data
_LINES = 15  # of a list as text
_SCANNED = 500  # at most so many are read where the store cannot choose for us


def milestones(question: Milestones, asked: Asked) -> Answer:
    if question.by:
        return _counts(question, asked)
    if question.which == "next":
        return _next(question, asked)
    if question.which == "first":
        return _first(question, asked)
    found, total = _found(question, asked)
    if not total and question == Milestones(organisation=question.organisation):
        built = Capacity("plants", organisation=question.organisation)
        return works.plants(built, asked)  # who has no milestone may have a plant
    return _list(question, found, total, asked)


def _first(question: Milestones, asked: Asked) -> Answer:
    """The one with the earliest date, whole."""
    every = asked.store.milestones.select(limit=_SCANNED, **_narrowed(question))
    dated = [(period.start, each.number) for each in every if (period := each.done or each.due)]
    if not dated:
        return _list(question, [], 0, asked)
    return milestone(One(min(dated)[1]), asked)


def _found(question: Milestones, asked: Asked) -> tuple[list[Milestone], int]:
    """The milestones that are asked for, as many as a list holds, and how many there are."""
    chosen = _choice(question, asked.today)
    shelf = asked.store.milestones
    if question.numbers:
        named = [shelf.get(int(number)) for number in question.numbers]
        return named, len(named)
    if question.which == "stalled":
        quiet = stalled(shelf.select(limit=_SCANNED, **_narrowed(question, open=True)), asked.today)
        still = [each.thing for each in quiet if isinstance(each.thing, Milestone)]
        return still[:_ROWS], len(still)
    if question.which == "undated":
        undated = [each for each in shelf.select(limit=_SCANNED, **chosen) if each.due is None]
        return undated[:_ROWS], len(undated)
    if question.which == "early_done":
        early = [each for each in shelf.select(limit=_SCANNED, **chosen) if _is_early(each)]
        return early[:_ROWS], len(early)
    limit = question.limit or _ROWS
    rows = shelf.select(limit=limit, **chosen)
    return rows, len(rows) if len(rows) < limit else shelf.tally(**chosen)


def _is_early(milestone: Milestone) -> bool:
    return milestone.done is not None and milestone.due is not None and milestone.done.end < milestone.due.start


def _yesterday(asked: Asked) -> date:
    return asked.today - timedelta(days=1)


def _narrowed(question: Milestones, **more: Unpack[Choice]) -> Choice:
    """By category, owner and place, and by what else is said."""
    chosen: Choice = {**more}
    if question.category:
        chosen["category"] = question.category
    if question.organisation:
        chosen["organisation"] = question.organisation
    if question.place:
        chosen["place"] = question.place
    return chosen


def _choice(question: Milestones, today: date) -> Choice:
    """The question in the store's words."""
    chosen = _narrowed(question)
    if question.which == "overdue":
        chosen |= {"open": True, "due_to": today - timedelta(days=1)}
    elif question.which == "due":
        chosen |= {"open": True, "due_from": max(question.since.start, today) if question.since else today}
    elif question.which == "slipped":
        chosen |= {"behind": today}
    elif question.which == "late_done":
        chosen |= {"status": "done", "late": True}
    elif question.which in ("early_done", "on_time"):
        chosen |= {"status": "done", "late": False}
    if question.status == "open":
        chosen |= {"open": True}
    elif question.status:
        chosen |= {"status": question.status}
    return chosen | _window(question, chosen)


def _window(question: Milestones, chosen: Choice) -> Choice:
    """Its time: of the done date where done is asked for, else of the due date."""
    done = chosen.get("status") == "done"
    window: Choice = {}
    if question.which == "slipped":
        if question.since:
            window |= {"promised_from": question.since.start}
        return window | {"promised_to": question.until.end} if question.until else window
    if question.since and question.which != "due":
        window |= {"done_from": question.since.start} if done else {"due_from": question.since.start}
    if question.until:
        window |= {"done_to": question.until.end} if done else {"due_to": question.until.end}
    return window


# ---------------------------------------------------------------- lists


def _list(question: Milestones, found: Sequence[Milestone], total: int, asked: Asked) -> Answer:
    draft = Draft(asked)
    what = about(question, asked.language)
    if not total:
        draft.say("milestones_none", Style.LEAD, what=what)
        if question.which == "overdue":
            _slipped_beside(draft, question, asked)
        else:
            _overdue_beside(draft, question, asked)
        return draft.answer(Kind.MILESTONES, value=0.0, unit="count", gap=not asked.store.milestones.count())
    longer = _of_longer_periods(question, found)
    if longer:
        draft.say("milestones_and_longer", Style.LEAD, count=total - longer, what=what, longer=longer)
    else:
        draft.say("milestones", Style.LEAD, count=total, what=what)
    _rows(draft, found)
    if total > min(len(found), _LINES):
        draft.say("more", count=total - min(len(found), _LINES))
    if question.which == "due":
        _overdue_beside(draft, question, asked)
    counted = None if longer and not question.count else float(total)
    return draft.answer(Kind.MILESTONES, value=counted, unit="count", chart=timeline_chart(found, asked))


def _of_longer_periods(question: Milestones, found: Sequence[Milestone]) -> int:
    """Of what is due in a month, how many are due some time in a longer period that only ends with it."""
    month = question.until if question.which == "due" and question.since == question.until else None
    if month is None or month.kind != "month":
        return 0
    return sum(each.due is not None and each.due.length > month.length for each in found)


def _rows(draft: Draft, found: Sequence[Milestone]) -> None:
    for at, each in enumerate(found):
        draft.rows.append(Row(each.title, None, "", _date_of(each)))
        if at < _LINES:
            draft.cite(each.source)
            draft.say(
                "milestone_row",
                Style.ROW,
                number=each.number,
                title=Quote(each.title),
                state=state_of(each, draft.asked),
                who=_who(each, draft.asked.language),
            )


def _date_of(milestone: Milestone) -> str:
    period = milestone.done or milestone.due
    return period.text if period else ""


def _who(milestone: Milestone, language: str) -> tuple[Span, ...]:
    if not milestone.organisation:
        return ()
    place = listed([", ", Quote(milestone.place)], gap="") if milestone.place else ()
    return spans("who", language, organisation=Quote(milestone.organisation), place=place)


def state_of(milestone: Milestone, asked: Asked) -> tuple[Span, ...]:
    """Where it stands, in words and dates."""
    language, due = asked.language, milestone.due
    status = naming.name(naming.STATUSES, milestone.status, language).lower()
    if milestone.status is MilestoneStatus.DONE and milestone.done:
        if milestone.late() and due:
            return spans("state_done_late", language, when=milestone.done, due=due)
        return _lower((*spans("state_done", language, when=milestone.done), *_first_due(milestone, language)))
    if due is None:
        return _lower(spans("state_bare", language, status=status))
    if milestone.status is MilestoneStatus.DROPPED:
        return _lower(spans("state_dropped", language, when=due))
    key = "state_overdue" if milestone.overdue(asked.today) else "state_due"
    moved = milestone.baseline and milestone.baseline.end < due.end
    slipped = spans("slipped_from", language, when=milestone.baseline) if moved and milestone.baseline else ()
    return _lower((*spans(key, language, status=status, when=due), *slipped))


def _first_due(milestone: Milestone, language: str) -> tuple[Span, ...]:
    """The date first promised, of what was put off and then done by its later date."""
    first, due = milestone.baseline, milestone.due
    moved = first is not None and due is not None and first.end < due.end
    return spans("first_due", language, when=first) if moved and first else ()


def _lower(parts: tuple[Span, ...]) -> tuple[Span, ...]:
    """A sentence's part, which does not begin with a capital."""
    if parts and isinstance(parts[0], Text):
        return (Text(parts[0].text[:1].lower() + parts[0].text[1:]), *parts[1:])
    return parts


def _overdue_beside(draft: Draft, question: Milestones, asked: Asked) -> None:
    late = _narrowed(question, open=True, due_to=_yesterday(asked))
    count = asked.store.milestones.tally(**late)
    if count:
        draft.say("overdue_one" if count == 1 else "overdue_beside", Style.BESIDE, count=count)
        overdue = Milestones(
            "overdue", category=question.category, organisation=question.organisation, place=question.place
        )
        draft.offer("देरी में" if asked.language == "hi" else "Overdue", overdue)


def _slipped_beside(draft: Draft, question: Milestones, asked: Asked) -> None:
    """What is not overdue and yet was put off."""
    if not (question.organisation or question.place):
        return
    moved = asked.store.milestones.select(limit=_LINES, **_narrowed(question, slipped=True))
    for each in moved:
        draft.cite(each.source)
        draft.say(
            "one_milestone",
            Style.BESIDE,
            title=Quote(each.title),
            state=state_of(each, asked),
        )


def _next(question: Milestones, asked: Asked) -> Answer:
    """The earliest open due period that is not past; those that share its end with it."""
    chosen: Choice = _choice(question, asked.today) | {"open": True, "due_from": asked.today}
    if "status" in chosen:
        chosen.pop("open")
    found = asked.store.milestones.select(limit=max(question.limit, 10), **chosen)
    draft = Draft(asked)
    if not found:
        draft.say("milestones_none", Style.LEAD, what=about(question, asked.language))
        _overdue_beside(draft, question, asked)
        return draft.answer(Kind.MILESTONES)
    first = found[0]
    shown = (
        found[: question.limit]
        if question.limit
        else [each for each in found if each.due and first.due and each.due.end == first.due.end]
    )
    if first.due:
        draft.say("next", Style.LEAD, title=Quote(first.title), when=first.due)
    _rows(draft, shown)
    _overdue_beside(draft, question, asked)
    return draft.answer(
        Kind.MILESTONES,
        value=float(len(shown)) if question.count or question.limit else None,
        unit="count",
        period=first.due.text if first.due else "",
    )


def _counts(question: Milestones, asked: Asked) -> Answer:
    """How many of each category, organisation or status."""
    base = _choice(question, asked.today)
    names = _AXES[question.by](asked)
    counts = [(name, asked.store.milestones.tally(**_only(base, question.by, name))) for name in names]
    draft = Draft(asked)
    draft.say("milestones", Style.LEAD, count=sum(count for _, count in counts), what=about(question, asked.language))
    words = {"category": naming.CATEGORIES, "status": naming.STATUSES}.get(question.by, {})
    for name, count in sorted(counts, key=lambda pair: (-pair[1], pair[0])):
        if count:
            label = naming.name(words, name, asked.language) if words else name
            draft.rows.append(Row(label, float(count), "count"))
            draft.say("count_row", Style.ROW, label=(Quote(label),), count=count)
    return draft.answer(Kind.MILESTONES, value=float(sum(count for _, count in counts)), unit="count")


def _only(base: Choice, by: str, name: str) -> Choice:
    """The choice, of one group alone."""
    if by == "category":
        return {**base, "category": name}
    return {**base, "status": name} if by == "status" else {**base, "organisation": name}


_AXES: dict[str, Callable[[Asked], list[str]]] = {
    "category": lambda _: [str(category) for category in Category],
    "status": lambda _: [str(status) for status in MilestoneStatus],
    "organisation": lambda asked: asked.store.milestones.distinct("organisation")[:_SCANNED],
}


def about(question: Milestones, language: str) -> tuple[Span, ...]:
    """What was chosen, in words."""
    hindi = language == "hi"
    which = {
        "overdue": ("overdue milestones", "समय सीमा पार कर चुके पड़ाव"),
        "due": ("milestones due", "नियत पड़ाव"),
        "next": ("milestones to come", "आने वाले पड़ाव"),
        "stalled": (
            "open milestones of which nothing was recorded for long (inferred)",
            "पड़ाव जिन पर लंबे समय से कुछ दर्ज नहीं (अनुमानित)",
        ),
        "slipped": ("milestones that slipped or are overdue", "खिसके या देरी में पड़ाव"),
        "late_done": ("milestones finished late", "देर से पूरे हुए पड़ाव"),
        "early_done": ("milestones finished early", "समय से पहले पूरे हुए पड़ाव"),
        "on_time": ("milestones finished on time", "समय पर पूरे हुए पड़ाव"),
        "undated": ("milestones without a due date", "बिना नियत तिथि के पड़ाव"),
    }.get(question.which, ("milestones", "पड़ाव"))
    parts: list[Filling] = [which[hindi]]
    if question.status and question.which in ("", "overdue", "due", "next"):
        parts.append(naming.name(naming.STATUSES, question.status, language))
    if question.category:
        parts.append(naming.name(naming.CATEGORIES, question.category, language))
    parts += [Quote(name) for name in (question.organisation, question.place) if name]
    times = bounds(question.since, question.until, language)
    if times and question.which == "slipped":
        parts.append("पहली तय तिथि के अनुसार" if hindi else "by their first due date")
    return listed([*parts, *times])


# ---------------------------------------------------------------- one


def milestone(question: One, asked: Asked) -> Answer:
    one: Milestone = asked.store.milestones.get(question.number)
    draft, language = Draft(asked), asked.language
    draft.say("one_milestone", Style.LEAD, title=Quote(one.title), state=state_of(one, asked))
    draft.rows.append(Row(one.title, None, "", _date_of(one)))
    draft.cite(one.source)
    if one.organisation:
        place = listed([", ", Quote(one.place)], gap="") if one.place else ()
        draft.say("responsible", organisation=Quote(one.organisation), place=place)
    draft.say("category", category=naming.name(naming.CATEGORIES, one.category, language))
    if one.status is MilestoneStatus.DONE and one.due and not one.late():
        draft.say("due_was", when=one.due)
    if one.baseline and one.due and one.baseline != one.due:
        _say_baseline(draft, one.baseline, one.slips)
    _papers(draft, one)
    return draft.answer(Kind.MILESTONES, period=_date_of(one), chart=timeline_chart([one], asked))


def _say_baseline(draft: Draft, first: Period, slips: int) -> None:
    keys = {0: "baseline_only", 1: "baseline_once", 2: "baseline_twice"}
    if slips in keys:
        draft.say(keys[slips], when=first)
    else:
        draft.say("baseline", when=first, count=slips)


def _papers(draft: Draft, one: Milestone) -> None:
    if one.state and one.state.reason:
        draft.say("reason", reason=Quote(one.state.reason))
    if one.controls:
        draft.say("depends_on", names=listed([Quote(name) for name in one.controls]))
    for other in draft.asked.store.milestones.beside(one.number):
        draft.say(
            "another_source",
            Style.BESIDE,
            state=state_of(other, draft.asked),
            source=Quote(other.source.title or other.source.url),
        )
        draft.cite(other.source)
    if one.note:
        draft.say("note", Style.SMALL, note=Quote(one.note))
    if one.confidence:
        draft.say(f"confidence_{one.confidence}", Style.SMALL)


# ---------------------------------------------------------------- the picture


def timeline(question: Timeline, asked: Asked) -> Answer:
    chosen: Choice = {"category": question.category} if question.category else {}
    found = asked.store.milestones.select(limit=_SCANNED, **chosen)
    dated = [each for each in found if each.due]
    coming = [each for each in dated if each.open] or dated
    draft = Draft(asked)
    draft.say("timeline", Style.LEAD, count=len(dated))
    shown = coming[:_LINES]
    _rows(draft, shown)
    if len(dated) > len(shown):
        draft.say("more", count=len(dated) - len(shown))
    return draft.answer(Kind.MILESTONES, value=None, chart=timeline_chart(coming, asked))


def timeline_chart(found: Sequence[Milestone], asked: Asked) -> Chart | None:
    """Baseline and slip of each; a mark's series is its status, its value how often it moved."""
    marks = tuple(
        Mark(
            each.title,
            float(each.slips),
            str(each.status),
            (each.done or due).start,
            (each.done or due).end,
            baseline=each.baseline.end if each.baseline else None,
        )
        for each in found
        if (due := each.due)
    )
    if len(marks) < 2:
        return None
    sources = tuple(dict.fromkeys(each.source for each in found))
    as_of = max((source.published for source in sources if source.published), default=None)
    title = "योजना के पड़ाव" if asked.language == "hi" else "Milestones of the plan"
    return Chart("timeline", title, "", marks, sources, as_of, asked.language)
