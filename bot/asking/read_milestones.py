"""Reads questions of milestones: which list, of what status, category, owner, place and time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.asking.numbers import limit
from bot.asking.questions import (
    Clarify,
    Milestones,
    Question,
)
from bot.asking.windows import window
from bot.asking.words import folded

if TYPE_CHECKING:
    from bot.asking.parts import Parts
    from bot.asking.when import Time
    from storage.periods import Period


# Numbers that a question of the plan may name without being about trade.
_PLAN_NUMBERS = ("mine_output", "price", "bids", "beneficiaries", "outlay")


TRADE = (
    "imports",
    "exports",
    "demand",
    "import_dependence",
    "reserves",
    "balance",
    "exchange_rate",
    "processing_share",
    "subsidy",
    "incentive",
)


# ---------------------------------------------------------------- milestones


def milestones(parts: Parts) -> Question | None:
    if not is_about_milestones(parts):
        return None
    question = milestones_of(parts, Milestones())
    counted = next((time for time in parts.times if time.kind == "next"), None)
    if (
        question.which == "overdue" and counted is not None
    ):  # 'by more than 60 days' narrows by what is not asked of the store
        about = " ".join(word.raw for word in parts.words[counted.start : counted.end])
        return Clarify("unread", about=about, offers=(Milestones("overdue").command,))
    narrowed = replace(question, count=False, limit=0, by="") != Milestones() and not any(
        parts.word(at + 1) == "of" for at in parts.misspelt
    )
    if parts.unread and not narrowed:
        return Clarify(
            "unread", about=_unread_words(parts), offers=(Milestones("next").command, Milestones("overdue").command)
        )
    return question


def _is_ahead(parts: Parts, since: Period | None, until: Period | None) -> bool:
    """'To be finished by the end of the year' is due then, not done."""
    return until is not None and until.end >= parts.today and (since is None or since.start >= parts.today)


def _unread_words(parts: Parts) -> str:
    return " ".join(parts.words[at].raw for at in sorted(parts.unread))[:80]


def is_about_milestones(parts: Parts) -> bool:
    return looks_ahead(parts) or (not _is_of_progress(parts) and _is_about_milestones(parts))


def _is_of_progress(parts: Parts) -> bool:
    """'How much of it is done so far?' asks of the target, and not which milestones are."""
    much = (
        parts.has("percent")
        or parts.has("ask", "much")
        or any(word.startswith(("kitn", "कितन")) for word in parts.spelt)
    )
    named = parts.has("topic", "milestones") or parts.has("category") or parts.organisation or parts.place
    return parts.has("ask", "progress") and much and not named


def _is_about_milestones(parts: Parts) -> bool:
    if any(parts.has("indicator", name) for name in TRADE) and not parts.has("topic", "milestones"):
        return False
    if parts.has("ask", "target", "reach", "gap", "pace") and (
        parts.has("percent") or parts.has("unit", "t") or _is_of_the_target(parts)
    ):
        return False
    if (
        opens(parts)
        or starts(parts)
        or _on_time_for_the_target(parts)
        or _is_behind_the_target(parts)
        or _is_of_a_figure(parts)
    ):
        return False
    if parts.has("topic", "milestones") or parts.has("ask", "overdue", "slipped", "late_done", "early_done", "on_time"):
        plants = parts.has("topic", "plants") and parts.has("ask", "overdue")
        return parts.has("topic", "milestones") or not (parts.has("topic", "capacity") or plants)
    if parts.has("topic", "capacity", "plants") or parts.has("ask", "target", "gap", "pace") or parts.countries:
        return False
    if parts.has("measure") or parts.has("unit") or parts.has("product") or parts.has("extreme"):
        return False
    if (
        parts.has("category")
        and (parts.has("status") or parts.has("ask") or parts.has("field") or len(parts.words) <= _BARE)
        and not parts.has("ask", "much")
    ):
        return True
    if (
        parts.has("ask", "due", "next")
        and not _is_staged(parts)
        and (parts.times or parts.has("ask", "next") or parts.organisation or parts.place)
    ):
        return True
    if parts.has("status", "dropped", "in_progress", "planned", "open") or (
        parts.has("status", "done") and parts.times
    ):
        return not any(mark.value in _PLAN_NUMBERS for mark in parts.all("indicator"))
    if owns(parts):
        return False
    if parts.organisation and parts.organisation not in parts.known.builders:
        return not parts.has("indicator")
    other = parts.has("indicator") or parts.has("stage") or parts.has("ask", "by_company")
    return bool(parts.organisation or parts.place) and not other


def _is_staged(parts: Parts) -> bool:
    """Whether a stage is named by words of its own; what is 'coming up' may be anything."""
    ahead = {(mark.start, mark.end) for mark in parts.all("ask", "next", "due")}
    return any((mark.start, mark.end) not in ahead for mark in parts.all("stage"))


def looks_ahead(parts: Parts) -> bool:
    """'What comes in the next two weeks?': what is to be done then, where nothing else is named."""
    other = parts.trades or parts.countries or parts.unread or any(parts.has(kind) for kind in _ELSE)
    other = other or parts.has("stage", "commissioned", "awarded", "announced") or starts(parts)
    other = other or any(mark.value not in _FLOWS for mark in parts.all("indicator"))
    topics = all(mark.value == "news" for mark in parts.all("topic"))
    asked = parts.word(0) in _ASKED or parts.has("ask", "define", "list", "due", "next")
    return any(_is_to_come(parts, time) for time in parts.times) and not other and topics and asked


def starts(parts: Parts) -> bool:
    """'What is expected to open?': a plant, by what it does."""
    return any(mark.end - mark.start > 1 for mark in parts.all("ask", "expected")) and not parts.has(
        "topic", "milestones"
    )


_FLOWS = ("imports", "exports", "outgoing", "supplies")  # what 'comes in' may be no goods


def _is_to_come(parts: Parts, time: Time) -> bool:
    if time.kind == "next" or (time.relative > 0 and time.period is not None):
        return True
    if time.period is None or time.loose:
        return False
    return (
        time.period.end >= parts.today
        if time.kind in ("until", "before")
        else time.kind == "at" and time.period.start > parts.today
    )


_ELSE = ("unit", "measure", "extreme", "op", "percent", "product", "scheme")
_ASKED = folded("what anything whats kya kaun क्या कौन")
_BARE = 2  # words, as 'bids?'


def owns(parts: Parts) -> bool:
    """Whether a builder is asked what it has: its plants, no milestones."""
    done = parts.has("status", "done") and not parts.has("topic", "plants", "capacity")  # 'what has it completed?'
    return parts.organisation in parts.known.builders and not done and any(word in _OWNING for word in parts.spelt)


_OWNING = folded("own owns owned have has run runs make makes operate operates build builds")


def opens(parts: Parts) -> bool:
    """'When does it open?' of a place asks for its plant."""
    asked = parts.has("field", "when") and parts.has("ask", "expected") and bool(parts.place)
    return asked and not parts.has("topic", "milestones") and not parts.times


def _on_time_for_the_target(parts: Parts) -> bool:
    """'What must be built a year to be at the target on time' asks for no list of what was done."""
    aimed = parts.has("ask", "target", "pace", "reach", "gap") and parts.has("ask", "on_time")
    return aimed and not (parts.has("topic", "milestones") or parts.has("status", "done"))


def _is_of_a_figure(parts: Parts) -> bool:
    """'Has the August figure been finalised?' asks of a number, and of nothing that was to be done."""
    return parts.has("firm") and bool(parts.times) and any(word in _FIGURES for word in parts.spelt)


_FIGURES = folded("figure figures number numbers data value values aankda aankde आंकड़ा आंकड़े")


def _is_behind_the_target(parts: Parts) -> bool:
    """'How far behind the target are we' asks for tonnes; 'which targets are overdue' for dates."""
    aimed = parts.has("ask", "target", "gap") and parts.has("ask", "overdue")
    return aimed and not parts.has("topic", "milestones") and not any(word in _SEVERAL for word in parts.spelt)


_SEVERAL = frozenset(["targets", "goals", "which", "kaun", "kaunse", "कौन"])


def _is_of_the_target(parts: Parts) -> bool:
    """The deadline of the target for magnets is no milestone."""
    words = {parts.word(mark.start) for mark in parts.all("topic", "milestones")}
    about = parts.has("product") or parts.has("topic", "capacity") or parts.has("scheme")
    return about and words <= {"deadline", "deadlines", "goal", "goals", "plan", "schedule"}


def milestones_of(parts: Parts, base: Milestones) -> Milestones:
    which, status = _which(parts)
    since, until = window(parts, past=status == "done" or which in ("late_done", "early_done", "on_time", "slipped"))
    if status == "done" and not which and _is_ahead(parts, since, until):
        which, status = "due", ""
    if not which and until is not None and status not in ("done", "dropped"):
        which = "due"
    if which == "due" and until is not None and until.end < parts.today:
        which = ""  # what was due then, done or not
    if which == "next" and until is not None and not parts.has("ask", "next"):
        which = "due"
    return Milestones(
        which=which or base.which,
        status=status or base.status,
        category=parts.value("category") or _plant_category(parts) or base.category,
        organisation=parts.organisation or base.organisation,
        place=parts.place or base.place,
        since=since or base.since,
        until=until or base.until,
        count=parts.has("ask", "count"),
        limit=limit(parts) if which in ("next", "due") or not which else 0,
        by=_milestones_by(parts),
    )


def _plant_category(parts: Parts) -> str:
    return "plant" if parts.has("topic", "plants", "capacity") and parts.has("topic", "milestones") else ""


def _milestones_by(parts: Parts) -> str:
    if parts.has("ask", "by_category"):
        return "category"
    if parts.organisation:
        return "status" if parts.has("ask", "by_stage") else ""
    if parts.has("ask", "by_organisation"):
        return "organisation"
    if parts.has("ask", "by_company"):
        return "organisation"
    return "status" if parts.has("ask", "by_stage") else ""


def _asks_for_the_first(parts: Parts) -> bool:
    """'The first milestone', of all or of a category."""
    things = {mark.start for mark in (*parts.all("topic", "milestones"), *parts.all("category"))}
    return any(
        word in ("first", "earliest", "pehla", "पहला") and at + 1 in things for at, word in enumerate(parts.spelt)
    )


def _which(parts: Parts) -> tuple[str, str]:
    """Which list, and of what status."""
    if parts.has("ask", "stalled") or _asks_for_the_first(parts):
        return ("stalled" if parts.has("ask", "stalled") else "first"), ""
    if parts.has("ask", "undated"):
        return "undated", _status(parts)
    done = parts.has("status", "done") and not parts.has("status", "open")
    late = parts.has("ask", "overdue")
    if parts.has("ask", "late_done") and parts.has("status", "in_progress", "open") and not parts.has("status", "done"):
        return "overdue", ""  # what is late and goes on is not done
    after = [mark for mark in parts.all("ask", "late_done") if parts.timed(mark.end - 1)]  # 'completed after July'
    done = done or bool(after)
    if parts.has("ask", "late_done") and not after and not done and parts.has("status", "in_progress"):
        return "overdue", ""  # 'देरी से चल रहे'
    if len(after) < len(parts.all("ask", "late_done")) or (late and done):
        return "late_done", "done"
    if parts.has("ask", "early_done"):
        return "early_done", "done"
    if parts.has("ask", "on_time") and not late:
        return "on_time", "done"
    if parts.has("ask", "slipped"):
        return "slipped", ""
    if late:
        return "overdue", "in_progress" if _started(parts) else ""
    status = "done" if after else _status(parts)
    if parts.has("ask", "next") and status != "done" and not window(parts)[1]:
        return "next", "" if status in ("planned", "open") else status
    if parts.has("ask", "due") and not status:
        return "due" if any(window(parts)) else "next", ""
    return "", status


def _started(parts: Parts) -> bool:
    """In progress by a word of its own; the 'chal rahe' of 'late chal rahe' only says that it is so now."""
    return any(parts.word(mark.start) not in ("chal", "चल", "running") for mark in parts.all("status", "in_progress"))


def _status(parts: Parts) -> str:
    if parts.has("ask", "late_done"):
        return "done"  # of a date, as 'finished after 30 April'
    for status in ("dropped", "open", "planned", "in_progress", "done"):
        if parts.has("status", status):
            return status
    return ""
