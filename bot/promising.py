"""What the hour and the record oblige us to tell: promised to the outbox, never sent from here. Reads no clock.

Each promise has a key that names its occasion, so every producer may run twice, or again after a crash.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import datetime, time, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING

from bot.news.changes import record_news
from bot.news.hours import of_alert, of_reminder, zone_of
from bot.news.reminders import Reminder, Reminds, reminders
from bot.news.slots import Days, Slot, coming, due
from bot.news.thresholds import Relation, met
from storage.changes import moved_by
from storage.correspondence import ChatState, Debt, Lane
from storage.database import time_of, time_text
from storage.newsitems import Topic, Urgency

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date
    from zoneinfo import ZoneInfo

    from bot.news.thresholds import Reading
    from storage import Store
    from storage.correspondence import Chat, Follow, NumberWatch, Schedule
    from storage.newsitems import Story

UNDO_TIME = timedelta(minutes=2)  # an act is told of only when it could have been taken back
ALERT_LIFE = timedelta(hours=48)  # what is older is no alert any more; the digest has it
NUMBER_LIFE = timedelta(days=7)
MOST_LINKS = 20  # of one act that are looked for among the news
MANY_REMINDERS = 3  # from here on, those of one morning are one message
REMINDERS = "reminders"
REMINDER = "reminder"  # what a delivery of this file's last part is called
REMIND_FROM = time(8)  # a reminder is promised from this hour of the chat's day on


# ---------------------------------------------------------------- news


def announce(store: Store, story: Story, now: datetime, team_zone: ZoneInfo) -> int:
    """Promise a story's newest development to every chat that follows its topic at its urgency; to how many. Inside `atomic()`."""
    told = 0
    for follow in store.chats.following(story.topic, story.urgency):
        chat = store.chats.get(follow.chat)
        if chat.state is not ChatState.ACTIVE or store.news.muted(chat.number, story, now):
            continue
        manner = of_alert(chat, team_zone, story.topic, story.urgency, now)
        told += store.outbox.promise(
            chat.number,
            thread=follow.thread,
            key=f"story:{story.number}:{story.development}",
            what="story",
            subject=f"story:{story.number}",
            lane=Lane.URGENT if story.urgency is Urgency.URGENT else Lane.REST,
            now=now,
            not_before=manner.not_before,
            expires=now + ALERT_LIFE,
            silent=manner.silent,
        )
    return told


def catch_up(store: Store, story: Story, since: datetime, now: datetime, team_zone: ZoneInfo) -> int:
    """Promise an urgent story that came late to every chat that follows it; to how many more. Inside `atomic()`.

    `since` is when the round began that found it: one message gathers what was found from then on, for whoever hears of any of it.
    """
    told = 0
    for follow in store.chats.following(story.topic, Urgency.URGENT):
        chat = store.chats.get(follow.chat)
        if chat.state is not ChatState.ACTIVE or store.news.muted(chat.number, story, now):
            continue
        manner = of_alert(chat, team_zone, story.topic, Urgency.URGENT, now)
        told += store.outbox.promise(
            chat.number,
            thread=follow.thread,
            key=f"catchup:{time_text(since)}",
            what="catchup",
            subject=time_text(since),
            lane=Lane.URGENT,
            now=now,
            expires=now + ALERT_LIFE,
            silent=manner.silent,
        )
    return told


def announce_entry(store: Store, entry: int, now: datetime, team_zone: ZoneInfo, *, story: int = 0) -> int:
    """Promise what an act changed in the record to the chats that follow it, a little later. Inside `atomic()`.

    `story`: the one that the act came from, 0 for none; a chat that was told it sees that message edited instead.
    """
    news = record_news(moved_by(store, entry))
    revised = revise_stories(store, entry)
    known = next((each for each in revised if each.number == story), revised[0] if revised else None)
    told, urgencies = 0, {each.topic: each.urgency for each in sorted(news, key=lambda each: each.urgency.rank)}
    for follow in _followers(store, {(each.topic, each.urgency) for each in news}):
        chat = store.chats.get(follow.chat)
        if known is not None and _had(store, chat, known.number):
            continue
        manner = of_alert(chat, team_zone, follow.topic, urgencies[follow.topic], now)
        told += store.outbox.promise(
            chat.number,
            thread=follow.thread,
            key=f"entry:{entry}",
            what="entry",
            subject=f"entry:{entry}",
            now=now,
            not_before=max(now + UNDO_TIME, manner.not_before or now),
            expires=now + ALERT_LIFE,
            silent=manner.silent,
        )
    return told


def revise_stories(store: Store, entry: int) -> list[Story]:
    """The stories whose items are the source of what an act changed: each message about them owes an edit.

    A file is not looked through: its rows come from no alert.
    """
    links = {each.now.source.url for each in moved_by(store, entry) if each.now.source.url}
    if len(links) > MOST_LINKS:
        return []
    found = {item.story for link in links if (item := store.news.by_link(link)) is not None}
    stories = [known for number in sorted(filter(None, found)) if (known := store.news.story(number)) is not None]
    for each in stories:
        store.news.keep_story(replace(each, version=each.version + 1))
    return stories


def _followers(store: Store, kinds: set[tuple[Topic, Urgency]]) -> list[Follow]:
    """Each place once, by the most pressing of what it follows."""
    pressing = sorted(kinds, key=lambda kind: (kind[1].rank, kind[0] is Topic.EXPORT_CONTROL, kind[0]))
    found = {
        (follow.chat, follow.thread): follow
        for topic, urgency in pressing
        for follow in store.chats.following(topic, urgency)
    }
    return [follow for follow in found.values() if store.chats.get(follow.chat).state is ChatState.ACTIVE]


def _had(store: Store, chat: Chat, story: int) -> bool:
    return any(
        owed.chat == chat.number and owed.state is Debt.SENT for owed in store.outbox.of_subject(f"story:{story}")
    )


# ---------------------------------------------------------------- digests


def promise_digests(store: Store, now: datetime) -> int:
    """Promise every digest that is due; how many. A slot is claimed in the transaction that promises it."""
    return sum(_promise_digest(store, schedule, now) for schedule in store.schedules.all())


def _promise_digest(store: Store, schedule: Schedule, now: datetime) -> bool:
    from zoneinfo import ZoneInfo

    days, hour, zone = Days.parse(schedule.days), time.fromisoformat(schedule.hour), ZoneInfo(schedule.zone)
    owed = due(days, hour, zone, last=schedule.last_slot, since=schedule.since, now=now)
    if owed is None:
        return False
    slot, stale = owed
    with store.atomic():
        if not store.schedules.claim(schedule.number, slot.key) or stale:
            return False
        since = _untold_since(store, schedule)
        promised = store.outbox.promise(
            schedule.chat,
            thread=schedule.thread,
            key=f"digest:{schedule.number}:{slot.key}",
            what="digest",
            subject=f"schedule:{schedule.number}",
            body=digest_body(schedule.number, slot, since, now),
            now=now,
            expires=coming(days, hour, zone, now).at,
        )
        store.schedules.told(schedule.number, now)
    return promised


def digest_body(schedule: int, slot: Slot, since: datetime, until: datetime) -> str:
    """What a promised digest covers, fixed when it is promised: told twice, it says the same."""
    return json.dumps(
        {
            "schedule": schedule,
            "slot": slot.key,
            "at": time_text(slot.at),
            "since": time_text(since),
            "until": time_text(until),
        }
    )


def _untold_since(store: Store, schedule: Schedule) -> datetime:
    """From when on this chat was told nothing: a digest that never arrived folds into this one."""
    since = schedule.told_until
    for before in reversed(store.outbox.of_subject(f"schedule:{schedule.number}")):
        if before.part != 1:
            continue
        if before.state is Debt.SENT:
            break
        since = min(since, time_of(json.loads(before.body)["since"]))
        store.outbox.withdraw(key=before.key, chat=before.chat)
    return since


# ---------------------------------------------------------------- numbers


def promise_numbers(store: Store, now: datetime, team_zone: ZoneInfo, read: Callable[[str], Reading]) -> int:
    """Promise every number that has come to where a chat waits for it; how many. `read` answers a watch's question."""
    return sum(_promise_number(store, watch, now, team_zone, read) for watch in store.schedules.number_watches())


def _promise_number(
    store: Store, watch: NumberWatch, now: datetime, team_zone: ZoneInfo, read: Callable[[str], Reading]
) -> bool:
    """A crossing is told once, and again only after it has been undone; a newer period once."""
    chat, reading = store.chats.get(watch.chat), read(watch.command)
    if chat.state is not ChatState.ACTIVE:
        return False
    so, waits = met(watch, reading), watch.relation == Relation.NEW
    if so == watch.met:
        return False
    manner = of_alert(chat, team_zone, Topic.TRADE, Urgency.NOTABLE, now)
    with store.atomic():
        last = reading.period or watch.last
        store.schedules.saw_number(watch.number, last=last, met=so and not waits)
        return so and store.outbox.promise(
            watch.chat,
            thread=watch.thread,
            key=f"number:{watch.number}:{reading.period}:{reading.value}",
            what="number",
            subject=f"number:{watch.number}",
            now=now,
            not_before=manner.not_before,
            expires=now + NUMBER_LIFE,
            silent=manner.silent,
        )


# ---------------------------------------------------------------- reminders


def promise_reminders(store: Store, now: datetime, team_zone: ZoneInfo) -> int:
    """Promise each reached step of each date to every chat that wants reminders; how many were new."""
    told, dates = 0, _Dates(store)
    for chat in store.chats.all(ChatState.ACTIVE):
        local = now.astimezone(zone_of(chat, team_zone))
        if not chat.reminders or local.time() < REMIND_FROM:
            continue
        put_off, follows = store.schedules.snoozed(chat.number, now), store.chats.follows(chat.number)
        topics, before = {follow.topic for follow in follows}, store.outbox.keys(chat.number, REMINDER)
        wanted = [
            each
            for each in dates.reached(local.date(), chat.reminders)
            if each.key not in before and each.subject not in put_off and _wants(topics, each)
        ]
        if wanted:
            thread = _usual_thread(follows)
            with store.atomic():
                told += sum(_remind(store, chat, thread, each, now, team_zone) for each in wanted)
                if len(wanted) >= MANY_REMINDERS:
                    _fold(store, chat, thread, wanted, now, team_zone)
    return told


def _usual_thread(follows: Sequence[Follow]) -> int:
    """The topic of a forum where the chat hears most: its reminders belong there."""
    return Counter(follow.thread for follow in follows).most_common(1)[0][0] if follows else 0


def _fold(store: Store, chat: Chat, thread: int, many: Sequence[Reminder], now: datetime, team_zone: ZoneInfo) -> None:
    """Several of one morning are one message; each keeps its own row, dropped, so that its step is not told again."""
    for each in many:
        store.outbox.withdraw(key=each.key, chat=chat.number)
    local = now.astimezone(zone_of(chat, team_zone))
    store.outbox.promise(
        chat.number,
        thread=thread,
        key=f"reminders:{local:%Y-%m-%dT%H:%M}",
        what=REMINDERS,
        subject=f"reminders:{local:%Y-%m-%d}",
        body=json.dumps([each.subject for each in many]),
        now=now,
        not_before=of_reminder(chat, team_zone, now).not_before,
        expires=now + timedelta(days=3),
        silent=True,
    )


class _Dates:
    """What the record dates, read once for all chats: most share their day and their steps."""

    def __init__(self, store: Store) -> None:
        self._milestones = store.milestones.open()
        self._controls = store.controls.all()
        self._reached: dict[tuple[date, str], list[Reminder]] = {}

    def reached(self, today: date, steps: str) -> list[Reminder]:
        """The reminders of a day; `steps` as a chat keeps them: days before a date, with commas."""
        if (today, steps) not in self._reached:
            days = [int(each) for each in steps.split(",")]
            self._reached[today, steps] = reminders(self._milestones, self._controls, (), today, days)
        return self._reached[today, steps]


def _wants(topics: set[Topic], reminder: Reminder) -> bool:
    """Controls remind whoever follows export controls; milestones whoever follows anything."""
    if reminder.reminds in (Reminds.LAPSING, Reminds.LAPSED):
        return Topic.EXPORT_CONTROL in topics
    return bool(topics)


def _remind(store: Store, chat: Chat, thread: int, reminder: Reminder, now: datetime, team_zone: ZoneInfo) -> bool:
    manner = of_reminder(chat, team_zone, now)
    return store.outbox.promise(
        chat.number,
        thread=thread,
        key=reminder.key,
        what=REMINDER,
        subject=reminder.subject,
        now=now,
        not_before=manner.not_before,
        expires=now + timedelta(days=3),
        silent=True,
    )


def promise_stale(
    store: Store, now: datetime, team_zone: ZoneInfo, chats: Iterable[Chat], series: Iterable[Reminder]
) -> int:
    """Promise admins one word on the figures that are older than their source's rhythm, once for each new one."""
    keys = sorted(each.key for each in series)
    if not keys:
        return 0
    key = f"stale:{blake2b(' '.join(keys).encode(), digest_size=8).hexdigest()}"
    told = 0
    with store.atomic():
        for chat in chats:
            if not chat.reminders or now.astimezone(zone_of(chat, team_zone)).time() < REMIND_FROM:
                continue
            told += store.outbox.promise(
                chat.number,
                key=key,
                what=REMINDER,
                subject="stale",
                now=now,
                not_before=of_reminder(chat, team_zone, now).not_before,
                expires=now + timedelta(days=3),
                silent=True,
            )
    return told
