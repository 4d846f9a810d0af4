"""What is told unasked, as HTML: a story, a reminder, a change of the record, a digest; and pages of state for admins.

Values in, HTML out; who is told, and when, is decided elsewhere. Times arrive in the chat's own zone or with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.look.cards import control_standing, control_status, dated, milestone_line
from bot.look.html import link
from bot.look.pages import escape
from bot.look.periods import format_day
from bot.look.phrases import say
from storage.newsitems import Urgency
from storage.records import Control, Milestone

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from zoneinfo import ZoneInfo

    from bot.look.spans import Voice
    from storage.newsitems import NewsItem, Topic

_URGENT = "🔴 "
_SUMMARY = 280  # letters of a summary that stand in an alert
_OUTLETS = 6  # names of others who tell it; more are counted


@dataclass(frozen=True, slots=True)
class Touched:
    """A control that a story touches: as it stands on record, and the milestones that hang on it."""

    control: Control
    milestones: tuple[Milestone, ...] = ()


@dataclass(frozen=True, slots=True)
class Telling:
    """One event as it is told: the item that tells it best first, then every other one that tells it."""

    topic: Topic
    urgency: Urgency
    items: tuple[NewsItem, ...]
    first: datetime  # when we found it, aware
    touched: tuple[Touched, ...] = ()
    development: bool = False  # it was told before, and this is a new fact
    late: bool = False  # told long after it was published or found


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a digest: its lines are HTML."""

    title: str
    lines: tuple[str, ...]


def story(telling: Telling, zone: ZoneInfo, today: date, voice: Voice) -> str:
    """One message for one event, however many tell it."""
    lead = telling.items[0]
    head = f"{_URGENT if telling.urgency is Urgency.URGENT else ''}<b>{link(lead.title, lead.url)}</b>"
    parts = [
        _kicker(telling, voice),
        head,
        escape(short(lead.summary, _SUMMARY)),
        _who(telling, zone, voice),
        *[_touches(touched, today, voice) for touched in telling.touched],
    ]
    return "\n".join(part for part in parts if part)


def sources(telling: Telling, zone: ZoneInfo, voice: Voice) -> str:
    """Everyone who tells it, with their own date and link: behind the button."""
    return "\n".join(f"• {story_line(item, zone, voice)}" for item in telling.items)


def story_line(item: NewsItem, zone: ZoneInfo, voice: Voice) -> str:
    """A headline as a link, with its publisher and its own date."""
    day = format_day(item.published.astimezone(zone).date(), language=voice.language) if item.published else ""
    paper = ", ".join(part for part in (item.publisher, day) if part)
    return link(item.title, item.url) + (f" ({escape(paper)})" if paper else "")


def digest(heading: str, sections: Sequence[Section], voice: Voice, *, slot: str = "", since: str = "") -> str:
    """What changed, by sections; empty ones are left out.

    slot: the hour that it was meant for, where it is late. since: from when there was nothing new, where nothing was.
    """
    late = f" ({say('late_digest', voice.language, time=slot)})" if slot else ""
    full = [section_html(section) for section in sections if section.lines]
    quiet = [escape(say("nothing_new", voice.language, time=since))] if since and not full else []
    return "\n\n".join([f"<b>{escape(heading + late)}</b>", *full, *quiet])


def section_html(section: Section) -> str:
    return "\n".join([f"<b>{escape(section.title)}</b>", *[f"• {line}" for line in section.lines]])


def due(milestone: Milestone, today: date, voice: Voice) -> str:
    """A reminder of a date that nears, or of one that has passed."""
    key = "status_overdue" if milestone.overdue(today) else "due_soon"
    return f"<b>{say(key, voice.language)}</b>\n{milestone_line(milestone, today, voice)}"


def lapsing(control: Control, today: date, voice: Voice) -> str:
    """A reminder of a control whose end nears, or has passed with nothing on record since."""
    return f"<b>{link(control.title, control.source.url)}</b>\n{escape(control_standing(control, today, voice))}"


def changed(now: Milestone | Control, before: Milestone | Control | None, today: date, voice: Voice) -> str:
    """A thing of the record that moved: as it stands, as it stood, and why."""
    if isinstance(now, Milestone):
        was = dated(before, voice) if isinstance(before, Milestone) else ""
        line = milestone_line(now, today, voice, first=not was)
    else:
        line = f"{link(now.title, now.source.url)}: {escape(control_standing(now, today, voice))}"
        was = control_status(before, voice) if isinstance(before, Control) else ""
    reason = now.state.reason if now.state else ""
    parts = [say("was", voice.language, status=was)] if was else []
    parts += [say("reason", voice.language, reason=reason)] if reason else []
    return line + (f" ({escape('; '.join(parts))})" if parts else "")


def clock(moment: datetime, zone: ZoneInfo) -> str:
    """06:12 IST: an hour on the chat's own clock."""
    return f"{moment.astimezone(zone):%H:%M %Z}"


def short(text: str, most: int) -> str:
    """The text in one line, cut after a word where it is longer."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _kicker(telling: Telling, voice: Voice) -> str:
    """What kind of news it is, over its headline."""
    words = [say(f"topic_{telling.topic}", voice.language)]
    words += [say("development", voice.language)] if telling.development else []
    words += [say("found_late", voice.language)] if telling.late else []
    return f"<i>{escape(' · '.join(words))}</i>"


def _who(telling: Telling, zone: ZoneInfo, voice: Voice) -> str:
    """Who tells it: one by name and date, several counted and named, with when the first was found."""
    first = say("first_seen", voice.language, time=clock(telling.first, zone))
    if len(telling.items) == 1:
        lead = telling.items[0]
        day = format_day(lead.published.astimezone(zone).date(), language=voice.language) if lead.published else ""
        return escape(", ".join(part for part in (lead.publisher, day, first) if part))
    names = list(dict.fromkeys(item.publisher for item in telling.items if item.publisher))
    named = ", ".join(names[:_OUTLETS]) + ("…" if len(names) > _OUTLETS else "")
    count = say("source_count", voice.language, count=len(telling.items))
    return escape(f"{count}, {first}" + (f": {named}" if named else ""))


def _touches(touched: Touched, today: date, voice: Voice) -> str:
    """The control as it stood before this news, and what hangs on it."""
    control = touched.control
    was = say("was", voice.language, status=control_standing(control, today, voice))
    lines = [f"{say('touches', voice.language)}: {link(control.title, control.source.url)} ({escape(was)})"]
    if touched.milestones:
        lines.append(f"{say('hangs_on_it', voice.language)}:")
        lines += [milestone_line(milestone, today, voice) for milestone in touched.milestones]
    return "\n".join(lines)
