"""The buttons of a reminder: *Done* and *Slip* begin an entry, *Remind me in a week* puts it off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from bot.chat.phrases import say as common
from bot.chat.tidings import say
from bot.chat.turn import Refusal
from bot.look.periods import format_day
from bot.record.changes import begin_slip, read_done
from bot.record.drafts import Draft
from bot.record.drafts import Refusal as Unread
from bot.record.known import gather

if TYPE_CHECKING:
    from bot.chat.alerts import Alerts
    from bot.chat.courier import Courier
    from bot.chat.recorder import Recorder
    from bot.chat.rights import Rights
    from bot.chat.turn import Turn
    from storage import Store

SNOOZE: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Reminding:
    store: Store
    courier: Courier
    alerts: Alerts
    recorder: Recorder
    rights: Rights

    async def done(self, turn: Turn) -> str:
        """*Done*: the entry of /done, to be saved or changed."""
        today = self.alerts.hearer(turn.chat).today(turn.now)
        read = read_done(f"#{self._number(turn)}", gather(self.store), today)
        if isinstance(read, (Draft, Unread)):
            await self.recorder.begin(turn, read)
        return ""

    async def slip(self, turn: Turn) -> str:
        """*Slip*: the entry of /slip; it asks for the new date and the reason."""
        await self.recorder.begin(turn, begin_slip(self._number(turn), gather(self.store)))
        return ""

    async def snooze(self, turn: Turn) -> str:
        """*Remind me in a week*: this chat hears no more of it until then."""
        await self.rights.check(turn)
        subject, until = f"milestone:{self._number(turn)}", turn.now + SNOOZE
        with self.store.atomic():
            self.store.schedules.snooze(turn.chat.number, subject, until)
            self.store.outbox.withdraw(subject=subject, chat=turn.chat.number)
            self.store.inbox.done(turn.line, turn.update_id)
        await self.courier.unbutton(turn)
        day = until.astimezone(self.alerts.hearer(turn.chat).zone).date()
        return say("snoozed", turn.language, day=format_day(day, language=turn.language))

    def _number(self, turn: Turn) -> int:
        if not turn.data.isdecimal() or len(turn.data) > 9:
            raise Refusal(common("stale", turn.language))
        return int(turn.data)
