"""What goes wrong: in full to the log under a short reference, in a line to admins once a kind and hour."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

from bot.chat.delivery import Fate, Verdict
from bot.chat.process import nothing
from bot.look.kept import worded
from storage import StorageError
from storage.correspondence import Chat, ChatState, Lane, Place
from storage.phrased import phrased

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from bot.clock import Clock
    from storage import Store

log = logging.getLogger(__name__)

NOTICE = "notice"  # a delivery whose subject is a kept line, or plain text


@dataclass(frozen=True, slots=True)
class Faults:
    """`admin_ids` are admins by the settings; `place` is where this process delivers; `failed` counts what admins are told."""

    store: Store
    now: Clock
    place: Place = Place.TELEGRAM
    admin_ids: tuple[int, ...] = ()
    failed: Callable[[], None] = nothing

    def admin_chats(self) -> list[Chat]:
        """The private chats of all admins that may be written to."""
        ids = [person.telegram_id for person in self.store.people.admins(self.place)]
        found = (self.store.chats.at(self.place, each) for each in dict.fromkeys((*ids, *self.admin_ids)))
        return [chat for chat in found if chat and chat.state is ChatState.ACTIVE]

    def tell(self, kind: str, text: str) -> None:
        """A line to every admin, once a kind and hour: what happened and what to do; never a stack trace."""
        now = self.now()
        log.warning("fault kind=%s %s", kind, worded(text))
        self.failed()
        try:
            with self.store.atomic():
                for chat in self.admin_chats():
                    self._promise(chat, f"fault:{kind}:{now:%Y-%m-%dT%H}", text, now)
        except StorageError as error:
            log.warning("fault_untold kind=%s why=%s", kind, error)

    def notice(self, key: str, text: str) -> None:
        """A line to every admin for an occasion of its own. Call it in the transaction of its cause."""
        for chat in self.admin_chats():
            self._promise(chat, key, text, self.now())

    def _promise(self, chat: Chat, key: str, text: str, now: datetime) -> None:
        self.store.outbox.promise(chat.number, key=key, what=NOTICE, subject=text, lane=Lane.URGENT, now=now)

    def crash(self, where: str, error: BaseException) -> str:
        """A mistake of ours: in full to the log; the short reference that people are given."""
        reference = f"{self.now():%d%H%M}-{crc32(repr(error).encode()) % 4096:03x}"
        log.error("defect reference=%s where=%s", reference, where, exc_info=error)
        self.tell(
            f"{where}:{type(error).__name__}",
            phrased("crash", where=where, reference=reference),
        )
        return reference

    def learn(self, chat: Chat, thread: int, verdict: Verdict) -> None:
        """What a refusal says of the chat itself is written down, and told to admins where they must know."""
        match verdict.fate:
            case Fate.MIGRATED:
                self.store.chats.migrate(chat.number, verdict.new_id)
            case Fate.BARRED:
                self.store.chats.set_state(chat.number, ChatState.PAUSED, verdict.reason)
                self.tell(f"paused:{chat.number}", phrased("paused", chat=chat.title, why=verdict.reason))
            case Fate.NO_TOPIC:
                with self.store.atomic():
                    self.store.chats.lose_topic(chat.number, thread)
                    self.store.outbox.stop_topic(chat.number, thread, self.now(), verdict.reason)
                self.tell(
                    f"topic:{chat.number}:{thread}",
                    phrased("topic_gone", chat=chat.title, why=verdict.reason),
                )
            case Fate.DEAD:
                self.tell("refused", phrased("refused", chat=chat.title, why=verdict.reason))
            case _:
                pass
