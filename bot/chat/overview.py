"""/status and /backup: how the bot stands, to be read on a phone - what is owed first - and a copy of the store to take away."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.chat.phrases import say as common
from bot.chat.posts import File, Post, plain, split
from bot.chat.turn import Refusal
from bot.chat.watchlines import WatchLines
from bot.look.pages import escape
from bot.look.periods import format_day
from bot.speech import Speech
from bot.upkeep import LOW_DISK, size
from storage import StorageError
from storage.correspondence import ChatState
from storage.phrased import phrased

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from bot.chat.courier import Courier
    from bot.chat.process import Process
    from bot.chat.turn import Turn
    from bot.chat.writes import Writes
    from storage import Store
    from storage.correspondence import Owed

log = logging.getLogger(__name__)

MOST_SENT = 50 * 1024 * 1024  # bytes of a file that Telegram takes from a bot
_REASON = 80  # letters of a reason that a line has room for

PHRASES: dict[str, dict[str, str]] = {
    "owed": {"en": "Owed", "hi": "बाकी संदेश"},
    "oldest": {"en": "the oldest for {age}", "hi": "सबसे पुराना {age} से"},
    "states": {
        "en": "sent {sent} · unknown {unknown} · dead {dead}",
        "hi": "भेजे {sent} · अनिश्चित {unknown} · छूटे {dead}",
    },
    "ticks": {"en": "Ticks", "hi": "नियमित काम"},
    "ticks_well": {"en": "all well since the start", "hi": "शुरू से सब ठीक"},
    "trouble": {"en": "{name} {count}× failed or missed", "hi": "{name} {count} बार विफल या छूटा"},
    "backup": {"en": "Last backup", "hi": "पिछला बैकअप"},
    "no_backup": {"en": "none yet", "hi": "अब तक नहीं"},
    "disk": {"en": "Disk free", "hi": "डिस्क में जगह"},
    "low": {"en": "low: make room", "hi": "कम है: जगह बनाएँ"},
    "now": {"en": "now {time}", "hi": "अभी {time}"},
    "age_days": {"en": "{days} d {hours} h", "hi": "{days} दिन {hours} घं"},
    "age_hours": {"en": "{hours} h {minutes} min", "hi": "{hours} घं {minutes} मि"},
    "age_minutes": {"en": "{minutes} min", "hi": "{minutes} मि"},
    "copy": {
        "en": "{size}. It holds all that the team recorded, who its people are, and what they wrote of late: keep it safe.",
        "hi": "{size}। इसमें टीम का पूरा अभिलेख, उसके लोग और हाल के संदेश हैं: सँभालकर रखें।",
    },
    "copy_large": {
        "en": "The backup is made: {path} ({size}). That is more than Telegram takes from a bot, so fetch it there.",
        "hi": "बैकअप बन गया: {path} ({size})। टेलीग्राम बॉट से इतना बड़ा नहीं लेता, इसलिए वहीं से लें।",
    },
    "no_copy": {"en": "No backup could be made: {why}", "hi": "बैकअप नहीं बन सका: {why}"},
    "no_place": {"en": "this chat has no place for backups", "hi": "इस चैट में बैकअप की जगह नहीं"},
}


say = Speech(PHRASES)


@dataclass(frozen=True, slots=True)
class Overview:
    store: Store
    courier: Courier
    writes: Writes
    process: Process
    timezone: str

    # ---- status

    async def status(self, turn: Turn) -> None:
        blocks = [
            self._debts(turn),
            await WatchLines(self.store, self.timezone).all(turn.language, turn.now),
            self._ticks(turn.language),
            [*self._backup(turn), *self._disk(turn.language)],
            [say("now", turn.language, time=f"{self._day(turn.now, turn)} {self._hour(turn.now)}")],
        ]
        await self.courier.reply(turn, split("\n\n".join("\n".join(block) for block in blocks if block)))

    def _debts(self, turn: Turn) -> list[str]:
        language, debts = turn.language, self.store.outbox.debts(turn.now)
        counts = {state: debts.states.get(state, 0) for state in ("sent", "unknown", "dead")}
        oldest = say("oldest", language, age=_age(turn.now - debts.oldest, language)) if debts.oldest else ""
        paused = [chat for chat in self.store.chats.all(ChatState.PAUSED, ChatState.ACTIVE) if chat.problem]
        return [
            f"<b>{say('owed', language)}</b>: {debts.depth}" + (f", {oldest}" if oldest else ""),
            say("states", language, **counts),
            *(f"✗ {escape(self._dead(owed, turn))}" for owed in debts.dead),
            *(f"⏸ {escape(chat.title)}: {escape(chat.problem[:_REASON])}" for chat in paused),
        ]

    def _dead(self, owed: Owed, turn: Turn) -> str:
        chat = self.store.chats.get(owed.chat)
        when = f"{self._day(owed.created, turn)} {self._hour(owed.created)}"
        return f"{when} {owed.key} → {chat.title}: {owed.reason[:_REASON]}"

    def _ticks(self, language: str) -> list[str]:
        troubles = self.process.troubles()
        said = [say("trouble", language, name=name, count=count) for name, count in sorted(troubles.items())]
        return [f"<b>{say('ticks', language)}</b>: {escape(', '.join(said) or say('ticks_well', language))}"]

    def _backup(self, turn: Turn) -> list[str]:
        last = self.process.last_backup()
        when = f"{self._day(last, turn)} {self._hour(last)}" if last else say("no_backup", turn.language)
        return [f"<b>{say('backup', turn.language)}</b>: {escape(when)}"]

    def _disk(self, language: str) -> list[str]:
        free = self.process.disk_free()
        if free is None:
            return []
        low = f" - {say('low', language)}" if free < LOW_DISK else ""
        return [f"<b>{say('disk', language)}</b>: {escape(size(free) + low)}"]

    def _local(self, at: datetime) -> datetime:
        return at.astimezone(ZoneInfo(self.timezone))

    def _hour(self, at: datetime) -> str:
        return f"{self._local(at):%H:%M}"

    def _day(self, at: datetime, turn: Turn) -> str:
        return format_day(self._local(at).date(), language=turn.language)

    # ---- backup

    async def backup(self, turn: Turn) -> None:
        """A copy of the store, as a document; in private alone, since it holds everything."""
        if not turn.chat.private:
            raise Refusal(common("in_private", turn.language))
        try:
            path = await self.process.copy()
            weight = path.stat().st_size if path else 0
            body = await asyncio.to_thread(path.read_bytes) if path and weight <= MOST_SENT else b""
        except (StorageError, OSError) as error:
            raise Refusal(say("no_copy", turn.language, why=error)) from error
        if path is None:
            raise Refusal(say("no_copy", turn.language, why=say("no_place", turn.language)))
        if body:
            post = Post(escape(say("copy", turn.language, size=size(weight))), file=File(path.name, body))
        else:
            post = plain(say("copy_large", turn.language, path=path, size=size(weight)))
        await self.courier.reply(turn, [post])
        with self.writes.act(turn, "backup", phrased("backup_taken", file=path.name), confirm=False):
            log.info("backup_taken file=%s", path.name)


def _age(span: timedelta, language: str) -> str:
    """A stretch of time in its largest units."""
    minutes = max(0, int(span.total_seconds() // 60))
    hours, days = minutes // 60, minutes // (24 * 60)
    key = "age_days" if days else "age_hours" if hours else "age_minutes"
    return say(key, language, days=days, hours=hours % 24, minutes=minutes % 60)
