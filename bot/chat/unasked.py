"""The half of the chat that is about what is told unasked, put together: news, alerts, following, digests, settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self
from zoneinfo import ZoneInfo

from bot.chat.acting import Acting
from bot.chat.alerts import Alerts
from bot.chat.digesting import Digesting
from bot.chat.explaining import Explaining
from bot.chat.fetching import Fetching
from bot.chat.following import Following
from bot.chat.front import Handler, Press
from bot.chat.newsroom import Newsroom
from bot.chat.numbering import NUMBER, Numbering
from bot.chat.preferences import Preferences
from bot.chat.reminding import Reminding
from bot.chat.rights import Rights
from bot.chat.watchkeeping import Watchkeeping
from storage.correspondence import Role

if TYPE_CHECKING:
    import asyncio

    from bot.chat.alerts import Progress
    from bot.chat.doors import Doors
    from bot.chat.drain import Renderer
    from bot.chat.guide import Guide
    from bot.chat.recorder import Recorder
    from bot.chat.talk import Talk
    from bot.chat.turn import Turn


@dataclass(frozen=True, slots=True)
class Unasked:
    alerts: Alerts
    newsroom: Newsroom
    explaining: Explaining
    acting: Acting
    following: Following
    preferences: Preferences
    digesting: Digesting
    reminding: Reminding
    watchkeeping: Watchkeeping
    fetching: Fetching
    numbering: Numbering
    recorder: Recorder

    @classmethod
    def build(
        cls,
        talk: Talk,
        guide: Guide,
        recorder: Recorder,
        timezone: str,
        progress: Progress,
        doors: Doors | None,
        tasks: list[asyncio.Task[None]],
    ) -> Self:
        """`doors` lead to the web, `tasks` are ended with the chat."""
        courier, writes = recorder.courier, recorder.writes
        store, rights = courier.store, Rights(courier.sender.bot)
        alerts = Alerts(store, ZoneInfo(timezone), progress, guide.access.role)
        numbering = Numbering(store, courier, alerts, rights, talk.desk)
        return cls(
            alerts=alerts,
            newsroom=Newsroom(store, courier, alerts, talk.data),
            explaining=Explaining(store, courier, alerts),
            acting=Acting(store, courier, alerts, recorder, rights),
            following=Following(store, courier, rights),
            preferences=Preferences(store, courier, guide, alerts, rights, numbering.wish),
            digesting=Digesting(store, courier, alerts, rights),
            reminding=Reminding(store, courier, alerts, recorder, rights),
            watchkeeping=Watchkeeping(store, courier, writes, doors, timezone),
            fetching=Fetching(store, courier, alerts, writes, courier.faults, doors, tasks),
            numbering=numbering,
            recorder=recorder,
        )

    def commands(self) -> dict[str, Handler]:
        return {
            "settings": self.preferences.command,
            "news": self.newsroom.news,
            "search": self.newsroom.search,
            "why": self.explaining.command,
            "follow": self.following.command,
            "digest": self.digesting.command,
            "watch": self.watchkeeping.command,
            "figure": self.figure,
        }

    def presses(self) -> dict[str, Press]:
        admin = Role.ADMIN
        return {
            "set": Press(self.preferences.press),
            "news": Press(self.newsroom.turn_news),
            "find": Press(self.newsroom.turn_search),
            "story": Press(self.newsroom.story),
            "src": Press(self.explaining.sources),
            "why": Press(self.explaining.why),
            "more": Press(self.acting.more),
            "less": Press(self.acting.less),
            "mute": Press(self.acting.mute),
            "nope": Press(self.acting.object),
            "mlog": Press(self.acting.log, admin),
            "uctl": Press(self.acting.control, admin),
            "fol": Press(self.following.press),
            "dig": Press(self.digesting.press),
            "rdone": Press(self.reminding.done, admin),
            "rslip": Press(self.reminding.slip, admin),
            "zzz": Press(self.reminding.snooze),
            "watch": Press(self.watchkeeping.press, admin),
            "hfig": Press(self.fetching.press, admin),
        }

    def renderers(self) -> dict[str, Renderer]:
        return {**self.alerts.renderers(), NUMBER: self.numbering.render}

    async def figure(self, turn: Turn) -> None:
        """/figure refresh, or a figure to be recorded."""
        await (self.fetching if self.fetching.takes(turn) else self.recorder).command(turn)

    async def words(self, turn: Turn) -> bool:
        """Plain words that are about what was told unasked; False when they are not."""
        story = self.explaining.story_of(turn)
        if story is not None and await self.explaining.about(turn, story):
            return True
        return await self.numbering.words(turn)
