"""What is told unasked, as messages with their buttons: stories, late ones, changes of the record, reminders, digests.

Renderers only: each is called when its delivery is sent, and may have nothing left to say.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot import telling
from bot.chat.phrases import say
from bot.chat.posts import Button, Buttons, Post, split, tongued
from bot.chat.tidings import say as told
from bot.look.spans import Voice
from bot.news.digests import Part
from bot.news.hours import zone_of
from storage.correspondence import Role
from storage.database import time_of
from storage.newsitems import Urgency

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from bot.chat.drain import Renderer
    from storage import Store
    from storage.correspondence import Chat, Owed, Person, Schedule
    from storage.newsitems import Story

    Progress = Callable[[datetime, str], str]


@dataclass(frozen=True, slots=True)
class Alerts:
    """`progress` gives the line on capacity against the target, in a language; `role` what somebody may do in a chat."""

    store: Store
    zone: ZoneInfo
    progress: Progress
    role: Callable[[Person | None, Chat, int], Role]

    def renderers(self) -> dict[str, Renderer]:
        return {
            "story": self.story,
            "catchup": self.catch_up,
            "entry": self.entry,
            "reminder": self.reminder,
            "reminders": self.reminders,
            "digest": self.digest,
        }

    def hearer(self, chat: Chat) -> telling.Hearer:
        role = Role.ADMIN if self._is_admins(chat) else Role.MEMBER
        return telling.Hearer(zone_of(chat, self.zone), Voice(chat.language or "en", chat.numbers), role)

    def _is_admins(self, chat: Chat) -> bool:
        """A private chat with an admin: where admins' matters may be told."""
        person = self.store.people.at(chat.place, chat.telegram_id) if chat.private else None
        return chat.private and self.role(person, chat, chat.telegram_id) is Role.ADMIN

    def story(self, owed: Owed, chat: Chat, now: datetime) -> Sequence[Post]:
        return self.story_posts(int(owed.subject.partition(":")[2]), chat, now)

    def story_posts(self, number: int, chat: Chat, now: datetime, buttons: Buttons = ()) -> tuple[Post, ...]:
        """A story as it stands, over its usual buttons or others; nothing when it is gone."""
        known = self.store.news.story(number)
        text = telling.story(self.store, number, now, self.hearer(chat))
        if known is None or not text:
            return ()
        language = chat.language or "en"
        usual = (
            Button(say("sources", language), f"src:{number}"),
            Button(say("why", language), f"why:{number}"),
            Button(say("more", language), f"more:{number}"),
        )
        return split(text, buttons=buttons or (usual,), subject=f"story:{number}", version=known.version)

    def catch_up(self, owed: Owed, chat: Chat, now: datetime) -> Sequence[Post]:
        """What came late of the topics that are followed there, and is not muted."""
        topics = {each.topic for each in self.store.chats.follows(chat.number, owed.thread)}

        def wanted(story: Story) -> bool:
            return story.topic in topics and not self.store.news.muted(chat.number, story, now)

        text = telling.catch_up(self.store, time_of(owed.subject), self.hearer(chat), wanted)
        return split(text) if text else ()

    def entry(self, owed: Owed, chat: Chat, now: datetime) -> Sequence[Post]:
        follows = frozenset(each.topic for each in self.store.chats.follows(chat.number, owed.thread))
        text = telling.entry(self.store, int(owed.subject.partition(":")[2]), now, self.hearer(chat), follows)
        return split(text, subject=owed.subject) if text else ()

    def reminder(self, owed: Owed, chat: Chat, now: datetime) -> Sequence[Post]:
        text = telling.reminder(self.store, owed.subject, now, self.hearer(chat))
        if not text:
            return ()
        buttons = self._acts(owed, chat) if owed.subject.startswith("milestone:") else ()
        return split(text, buttons=(buttons,) if buttons else (), subject=owed.subject)

    def reminders(self, owed: Owed, chat: Chat, now: datetime) -> Sequence[Post]:
        """Several of one morning: each names its number, for /done, /slip and /history."""
        text = telling.morning(self.store, json.loads(owed.body), now, self.hearer(chat))
        return split(text, subject=owed.subject) if text else ()

    def _acts(self, owed: Owed, chat: Chat) -> tuple[Button, ...]:
        """What can be done about a milestone from its reminder."""
        number, language = owed.subject.partition(":")[2], chat.language or "en"
        snooze = Button(say("snooze", language), f"zzz:{number}")
        if not telling.acts_on(owed.key):
            return (snooze,)
        return (
            Button(say("done_button", language), f"rdone:{number}"),
            Button(say("slip_button", language), f"rslip:{number}"),
            snooze,
        )

    def digest(self, owed: Owed, chat: Chat, now: datetime) -> Sequence[Post]:
        schedule = self.store.schedules.get(int(owed.subject.partition(":")[2]))
        if schedule is None:
            return ()
        return self.posts(chat, schedule, telling.Span.of(owed.body), now)

    def posts(self, chat: Chat, schedule: Schedule | None, span: telling.Span, now: datetime) -> Sequence[Post]:
        """A chat's digest of a span; without a schedule, the whole one."""
        hearer = self.hearer(chat)
        zone = ZoneInfo(schedule.zone) if schedule else hearer.zone
        text = telling.digest(
            self.store,
            span,
            now,
            telling.Hearer(zone, hearer.voice, hearer.role),
            parts=schedule.sections if schedule else (),
            least=schedule.urgency if schedule else Urgency.ROUTINE,
            when_empty=schedule.when_empty if schedule else "line",
            progress=self.progress(now, hearer.voice.language),
            chat=chat.number,
        )
        shows = not schedule or not schedule.sections or Part.CAPACITY in schedule.sections
        chart = (
            Button(
                told("chart_capacity", hearer.voice.language), f"draw:{tongued('/capacity', hearer.voice.language)}"
            ),
        )
        return split(text, buttons=(chart,) if shows else ()) if text else ()
