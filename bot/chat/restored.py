"""After a restore admins get one message: what was not delivered is held, send or drop; and one line on stories."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.chat.office import say
from bot.chat.posts import Button, Post, plain
from bot.chat.turn import Refusal
from storage.correspondence import Lane
from storage.phrased import phrased

if TYPE_CHECKING:
    from datetime import datetime

    from bot.chat.faults import Faults
    from bot.chat.sender import Sender
    from bot.chat.turn import Turn
    from bot.chat.writes import Writes
    from bot.clock import Clock
    from storage import Store
    from storage.aftermath import Restore
    from storage.correspondence import Chat, Owed

RESTORED = "restored"  # a delivery to admins: messages are held


@dataclass(frozen=True, slots=True)
class Restored:
    store: Store
    faults: Faults
    writes: Writes
    sender: Sender
    now: Clock

    def look(self) -> None:
        """At each tick: tell admins what they must know of restores. Costs a look at an almost empty table."""
        for restore in self.store.aftermath.open():
            if not self.faults.admin_chats():
                return  # until there is somebody to tell
            with self.store.atomic():
                self._ask(restore)
                if restore.settled:
                    self._count(restore)

    def _ask(self, restore: Restore) -> None:
        if not restore.held:
            return
        for chat in self.faults.admin_chats():
            self.store.outbox.promise(
                chat.number,
                key=f"restored:{restore.number}",
                what=RESTORED,
                subject=f"restore:{restore.number}",
                lane=Lane.URGENT,
                now=self.now(),
            )

    def _count(self, restore: Restore) -> None:
        count = self.store.aftermath.stories(restore)
        if count:
            self.faults.notice(f"retold:{restore.number}", phrased("retold", count=count))
        self.store.aftermath.close(restore, self.now())

    def render(self, owed: Owed, chat: Chat, _now: datetime) -> tuple[Post, ...]:
        """Nothing once it is decided."""
        held = self.store.aftermath.held()
        if not held:
            return ()
        number = owed.subject.partition(":")[2]
        language = chat.language or "en"
        send = Button(say("send_them", language), f"held:send:{number}")
        drop = Button(say("drop_them", language), f"held:drop:{number}")
        return (plain(say("held", language, count=held), [send, drop]),)

    async def decide(self, turn: Turn) -> str:
        """*Send them* or *Drop them* was pressed; the toast."""
        word = turn.data.split(":")[0]
        aftermath = self.store.aftermath
        if not aftermath.held():
            raise Refusal(say("decided", turn.language))
        does, done = (aftermath.send, "held_sent") if word == "send" else (aftermath.drop, "held_dropped")
        with self.writes.act(turn, "restore", phrased(done), confirm=False):
            count = does(turn.now)
        await self.sender.unbutton(turn.chat.telegram_id, turn.message)
        return say(done, turn.language, count=count)
