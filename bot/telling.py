"""What is told unasked, as Telegram HTML: a story, a digest, a change of the record, a reminder. Sends and promises nothing.

Each is made when it is sent, from what the record holds then: so it can be late, fold, or have nothing left to say ('').
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.look import cards, told
from bot.look.pages import escape
from bot.look.periods import format_day
from bot.look.phrases import say
from bot.news.bulletins import Bulletin, bulletin
from bot.news.changes import record_news
from bot.news.digests import Digest, Material, Part, StoryLine, compose
from bot.news.publishers import outlet
from bot.news.reminders import Reminder, Reminds, reminders
from storage.changes import moved_by, moved_since
from storage.correspondence import Role
from storage.database import time_of
from storage.newsitems import Fate, Topic, Urgency
from storage.things import NotFound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date, datetime
    from zoneinfo import ZoneInfo

    from bot.look.spans import Voice
    from storage import Store
    from storage.newsitems import NewsItem, Story
    from storage.records import Control, Figure

STALE = "stale"  # the subject of a reminder of figures that are older than they should be
WORLD = "World"
MOST_LINES = 8  # of a section; more are counted


@dataclass(frozen=True, slots=True)
class Hearer:
    """Who is told: on whose clock, in which words, and whether admins' matters belong there."""

    zone: ZoneInfo
    voice: Voice
    role: Role = Role.MEMBER

    def today(self, now: datetime) -> date:
        return now.astimezone(self.zone).date()


# ---------------------------------------------------------------- stories


def story_bulletin(store: Store, story: Story) -> Bulletin | None:
    """A story with all that tell it; None when nothing of it is left."""
    found = [each for each in store.news.items_of(story.number) if each.fate not in (Fate.HELD, Fate.DROPPED)]
    if not found:
        return None
    late = all(each.fate is Fate.CATCH_UP for each in found)
    links, ruled = _links(each.item for each in found), story.topic is Topic.EXPORT_CONTROL
    return bulletin(
        story.topic,
        story.urgency,
        found,
        [_before(store, each, links) for each in store.controls.all()] if ruled else (),
        store.milestones.hanging() if ruled else (),
        development=story.development > 1,
        late=late,
    )


def _links(items: Iterable[NewsItem]) -> frozenset[str]:
    return frozenset(item.url for item in items if item.url)


def _before(store: Store, control: Control, links: frozenset[str]) -> Control:
    """A control as it stood before a story, where the story itself is the source of its present state."""
    if control.source.url not in links:
        return control
    states = [each for each in store.controls.history(control.number) if each.source.url not in links]
    return max(states, key=lambda each: each.state.version if each.state else 0, default=control)


def story(store: Store, number: int, now: datetime, hearer: Hearer) -> str:
    """The message of a story as it stands, with what was put on record from it."""
    known = store.news.story(number)
    made = story_bulletin(store, known) if known else None
    if made is None:
        return ""
    text = told.story(_telling(made), hearer.zone, hearer.today(now), hearer.voice)
    lines = _recorded(store, _links(made.items), now, hearer)
    head = [f"<b>{escape(say('on_record', hearer.voice.language))}</b>"] if lines else []
    return "\n".join([text, *head, *lines])


def _recorded(store: Store, links: frozenset[str], now: datetime, hearer: Hearer) -> list[str]:
    """What of the record has an item of the story for its source."""
    today, voice = hearer.today(now), hearer.voice
    return [
        *(cards.milestone_line(each, today, voice) for each in store.milestones.sourced(links)),
        *(told.changed(each, None, today, voice) for each in store.controls.sourced(links)),
    ]


def story_lines(store: Store, stories: Sequence[Story], hearer: Hearer) -> list[str]:
    """Each story in one line: its best source, and how many tell it."""
    lines = []
    for each in stories:
        found = store.news.items_of(each.number)
        best = next((item for item in found if item.number == each.lead), found[0] if found else None)
        if best is not None:
            count = len({outlet(item.item) for item in found})
            lines.append(_story_line(StoryLine(each, best.item, count), hearer))
    return lines


def _telling(made: Bulletin) -> told.Telling:
    touched = tuple(told.Touched(each.control, each.milestones) for each in made.touched)
    return told.Telling(made.topic, made.urgency, made.items, made.first, touched, made.development, made.late)


def story_sources(store: Store, number: int, hearer: Hearer) -> str:
    """Everyone who tells it, with their own date and link."""
    known = store.news.story(number)
    made = story_bulletin(store, known) if known else None
    return told.sources(_telling(made), hearer.zone, hearer.voice) if made else ""


def catch_up(store: Store, since: datetime, hearer: Hearer, wanted: Callable[[Story], bool]) -> str:
    """The urgent stories that came late and are `wanted`, in one message; '' for none."""
    stories = [each for each in store.news.late_since(since) if each.urgency is Urgency.URGENT and wanted(each)]
    lines = []
    for each in stories:
        made = story_bulletin(store, each)
        if made and made.late:
            lines.append(told.story_line(made.items[0], hearer.zone, hearer.voice))
    if not lines:
        return ""
    section = told.Section(say("catch_up", hearer.voice.language), _cut(lines, hearer))
    return told.section_html(section)


# ---------------------------------------------------------------- the record


def entry(store: Store, number: int, now: datetime, hearer: Hearer, follows: frozenset[Topic]) -> str:
    """What an act changed that still counts, of the topics that are followed."""
    news = [each for each in record_news(moved_by(store, number)) if each.topic in follows]
    lines = [told.changed(each.now, each.before, hearer.today(now), hearer.voice) for each in news]
    return (
        told.section_html(told.Section(say("record_changed", hearer.voice.language), _cut(lines, hearer)))
        if lines
        else ""
    )


def reminder(store: Store, subject: str, now: datetime, hearer: Hearer) -> str:
    """A date that nears or has passed; '' once it is met."""
    kind, _, number = subject.partition(":")
    if kind == STALE:
        return stale(store, now, hearer)
    try:
        if kind == "milestone":
            milestone = store.milestones.get(int(number))
            return told.due(milestone, hearer.today(now), hearer.voice) if milestone.open and milestone.due else ""
        return told.lapsing(store.controls.get(int(number)), hearer.today(now), hearer.voice)
    except NotFound:
        return ""


def morning(store: Store, subjects: Sequence[str], now: datetime, hearer: Hearer) -> str:
    """Several of one morning in one message, a line each; '' once all are met."""
    made = [text for subject in subjects if (text := reminder(store, subject, now, hearer))]
    lines = [" · ".join(text.split("\n")) for text in made]
    return (
        told.section_html(told.Section(say("reminders", hearer.voice.language), _cut(lines, hearer))) if lines else ""
    )


def stale(store: Store, now: datetime, hearer: Hearer) -> str:
    """The series whose newest figure is older than their source's rhythm; '' where none is."""
    overdue = {each.subject for each in stale_series(store, hearer.today(now))}
    figures = [each for each in watched_series(store) if each.state and f"figure:{each.state.number}" in overdue]
    lines = [cards.figure_line(each, hearer.voice) for each in figures]
    head = say("stale_figures", hearer.voice.language)
    return told.section_html(told.Section(head, _cut(lines, hearer))) if lines else ""


def watched_series(store: Store) -> list[Figure]:
    """The figures that come anew with their source's rhythm: what India imports from the whole world."""
    return store.figures.select("imports", partner=WORLD)


def stale_series(store: Store, today: date) -> list[Reminder]:
    return reminders((), (), watched_series(store), today)


def acts_on(key: str) -> bool:
    """Whether a reminder is of something overdue, which someone can act on."""
    return key.startswith(f"{Reminds.OVERDUE}:")


# ---------------------------------------------------------------- digests


@dataclass(frozen=True, slots=True)
class Span:
    """What a digest covers, and the slot that it was meant for (None: asked for now)."""

    since: datetime
    until: datetime
    slot_at: datetime | None = None

    @classmethod
    def of(cls, body: str) -> Span:
        """As it was promised."""
        values = json.loads(body)
        return cls(time_of(values["since"]), time_of(values["until"]), time_of(values["at"]))


def digest(
    store: Store,
    span: Span,
    now: datetime,
    hearer: Hearer,
    *,
    parts: Sequence[str] = (),
    least: Urgency = Urgency.ROUTINE,
    topics: Sequence[Topic] = (),
    when_empty: str = "line",
    progress: str = "",
    chat: int = 0,
) -> str:
    """The digest of a span. `progress` is the line on capacity against the target, made elsewhere.

    `chat`: whose mutes count; 0 for the whole one.
    """
    made = compose(
        _material(store, span, now, hearer, chat),
        span.since,
        span.until,
        hearer.today(now),
        parts=parts,
        least=least,
        topics=topics,
    )
    if made.quiet and when_empty == "nothing":
        return ""
    language = hearer.voice.language
    day = format_day(hearer.today(span.slot_at or now), language=language)
    late = span.slot_at is not None and (now - span.slot_at).total_seconds() > 600
    since = format_day(span.since.astimezone(hearer.zone).date(), language=language)
    sections = _sections(made, hearer, now, progress if not parts or Part.CAPACITY in parts else "")
    return told.digest(
        say("digest_heading", language, day=day),
        sections,
        hearer.voice,
        slot=f"{span.slot_at.astimezone(hearer.zone):%H:%M}" if late and span.slot_at else "",
        since=since,
    ) + (_quiet_line(since, hearer) if made.quiet and any(section.lines for section in sections) else "")


def _quiet_line(since: str, hearer: Hearer) -> str:
    return "\n\n" + escape(say("nothing_new", hearer.voice.language, time=since))


def _material(store: Store, span: Span, now: datetime, hearer: Hearer, chat: int) -> Material:
    mutes = store.news.mutes(chat, now) if chat else ()
    stories, topics = {each.story for each in mutes}, {each.topic for each in mutes}
    return Material(
        stories=[
            (each, store.news.items_of(each.number))
            for each in store.news.stories_since(span.since, span.until)
            if each.number not in stories and each.topic not in topics
        ],
        moves=moved_since(store, span.since, span.until),
        milestones=store.milestones.all(),
        controls=store.controls.all(),
        gaps=store.talk.gaps() if hearer.role is Role.ADMIN else (),
    )


def _sections(made: Digest, hearer: Hearer, now: datetime, progress: str) -> list[told.Section]:
    voice, today = hearer.voice, hearer.today(now)

    def section(key: str, lines: Sequence[str]) -> told.Section:
        return told.Section(say(key, voice.language), _cut(lines, hearer))

    found = [
        section(f"topic_{topic}", [_story_line(each, hearer) for each in lines])
        for topic, lines in made.stories.items()
    ]
    for key, milestones in (
        ("digest_done", made.done),
        ("digest_slipped", made.slipped),
        ("digest_dropped", made.dropped),
        ("digest_overdue", made.overdue),
        ("digest_due", made.due_soon),
    ):
        found.append(section(key, [cards.milestone_line(each, today, voice) for each in milestones]))
    found.append(section("digest_capacity", [progress] if progress else []))
    found.append(section("digest_plants", [cards.plant_line(each, voice) for each in made.plants]))
    found.append(section("digest_figures", [cards.figure_line(each, voice) for each in made.figures]))
    found.append(
        section(
            "digest_controls",
            [told.lapsing(each, today, voice).replace("\n", ": ") for each in (*made.controls, *made.lapsing)],
        )
    )
    found.append(section("digest_gaps", [escape(f"{gap.text} ({gap.times})") for gap in made.gaps]))
    return found


def _story_line(line: StoryLine, hearer: Hearer) -> str:
    words = told.story_line(line.item, hearer.zone, hearer.voice)
    more = say("source_count", hearer.voice.language, count=line.sources)
    return words + (f", {escape(more)}" if line.sources > 1 else "")


def _cut(lines: Sequence[str], hearer: Hearer) -> tuple[str, ...]:
    if len(lines) <= MOST_LINES:
        return tuple(lines)
    return (*lines[:MOST_LINES], escape(say("and_more", hearer.voice.language, count=len(lines) - MOST_LINES)))
