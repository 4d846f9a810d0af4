"""The drain: one long task that pays what we owe. Reads the table each second, since other processes promise too.

For each chat that is owed something a task waits its turn in the pacer; when it comes, it takes what is most pressing
for that chat at that moment, renders it, marks it `sending`, and calls. Whatever Telegram answers is settled before the
turn ends.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from telegram import Message

from bot.chat.delivery import Fate, Verdict, backoff
from bot.chat.posts import Post, marked, pack, unpack
from bot.chat.sender import target
from storage import NotFound, StorageError
from storage.correspondence import Chat, ChatState, Debt, Lane, Owed, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from bot.chat.faults import Faults
    from bot.chat.sender import Sender
    from bot.clock import Clock
    from storage import Store

log = logging.getLogger(__name__)

POST = "post"  # a delivery whose body is the message itself
EVERY = 1.0  # seconds between two looks at the table
_MEND = timedelta(minutes=1)  # until a message is tried again that we could not render
_BUSY = (0.25, 0.5, 1.0, 2.0, 5.0)  # seconds between tries of a write that must happen
_OUTCOMES = {Fate.RETRY: "retry", Fate.FLOOD: "retry", Fate.MIGRATED: "retry", Fate.UNKNOWN: "unknown"}


class Renderer(Protocol):
    def __call__(self, owed: Owed, chat: Chat, now: datetime, /) -> Sequence[Post]:
        """The messages that tell it now; none when there is nothing left to tell."""


@dataclass(frozen=True, slots=True)
class _Call:
    """One call that is about to be made."""

    owed: Owed
    chat: Chat
    post: Post
    edit: bool


class Drain:
    def __init__(
        self,
        store: Store,
        sender: Sender,
        faults: Faults,
        renderers: Mapping[str, Renderer],
        now: Clock,
        place: Place = Place.TELEGRAM,
    ) -> None:
        self._store = store
        self._sender = sender
        self._faults = faults
        self._renderers = renderers
        self._now = now
        self._place = place
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._kicked = asyncio.Event()
        self._stopping = False

    @property
    def idle(self) -> bool:
        """Whether nothing is being sent or waits for its turn."""
        return not self._tasks

    def kick(self) -> None:
        """Something was promised in this process: look now."""
        self._kicked.set()

    async def run(self) -> None:
        """Until `stop`. What was being sent when an earlier process died is sent again, marked."""
        await self._settled(lambda: self._store.outbox.restart(self._place, self._now()))
        while not self._stopping:
            self._kicked.clear()
            self.look()
            try:
                await asyncio.wait_for(self._kicked.wait(), EVERY)
            except TimeoutError:
                continue

    async def stop(self, patience: float = 10.0) -> None:
        """Finish the calls in flight; what only waits for its turn stays owed."""
        self._stopping = True
        self._kicked.set()
        if self._tasks:
            await asyncio.wait(self._tasks.values(), timeout=patience)
        for task in list(self._tasks.values()):
            task.cancel()

    def look(self) -> None:
        """Let go of what is too late, and begin to pay whoever is owed something now."""
        now = self._now()
        try:
            for owed in self._store.outbox.expire(now):
                log.warning("delivery_expired id=%s key=%s", owed.number, owed.key)
            creditors = self._store.outbox.creditors(self._place, now)
        except StorageError as error:
            log.warning("drain_waits why=%s", error)
            return
        for chat, lane in creditors:
            if chat in self._tasks:
                self._hurry(chat, lane)
            else:
                self._tasks[chat] = asyncio.create_task(self._pay(chat, lane), name=f"pay chat {chat}")

    def _hurry(self, number: int, lane: Lane) -> None:
        chat = self._chat(number)
        if chat:
            self._sender.pacer.hurry(chat.telegram_id, lane)

    async def _pay(self, number: int, lane: Lane) -> None:
        """All that a chat is owed now, one call after another."""
        again = True
        try:
            while again and not self._stopping:
                chat = self._chat(number)
                if chat is None or chat.state is not ChatState.ACTIVE:
                    return
                async with self._sender.pacer.turn(chat.telegram_id, max(lane, Lane.URGENT)):
                    again = not self._stopping and await self._pay_one(number)
                again = again and self._owes(number)  # a turn that is taken for nothing is another's loss
                lane = Lane.REST
        except StorageError as error:
            log.warning("drain_waits chat=%s why=%s", number, error)
        finally:
            del self._tasks[number]

    def _owes(self, number: int) -> bool:
        now, outbox = self._now(), self._store.outbox
        return (outbox.next(number, now) or outbox.next_edit(number, now)) is not None

    async def _pay_one(self, number: int) -> bool:
        """Whether there may be more."""
        call = self._next_call(number)
        if call is None:
            return False
        try:
            sent = await self._made(call)
        except Exception as error:  # noqa: BLE001 - a mistake in one message must not stop the others
            reference = self._faults.crash(f"deliver {call.owed.what}", error)
            sent = Verdict(Fate.RETRY if call.post.draw else Fate.UNKNOWN, f"reference {reference}")
        await self._settled(lambda: self._settle(call, sent))
        return True

    def _next_call(self, number: int) -> _Call | None:
        """What the chat hears next, claimed: from here on it may have been heard."""
        while True:
            chat, now = self._chat(number), self._now()
            if chat is None or chat.state is not ChatState.ACTIVE:
                return None
            owed = self._store.outbox.next(number, now)
            edit = owed is None
            owed = owed or self._store.outbox.next_edit(number, now)
            if owed is None:
                return None
            posts = self._rendered(owed, chat, now)
            if posts is None:
                continue
            if edit:
                return self._edit(owed, chat, posts, now)
            if self._claimed(owed, posts):
                return _Call(owed, chat, marked(posts[0]) if owed.repeated else posts[0], edit=False)

    def _edit(self, owed: Owed, chat: Chat, posts: Sequence[Post], now: datetime) -> _Call | None:
        """An edit needs no claim: it may be repeated."""
        if owed.part > len(posts):
            self._store.outbox.edited(owed.number, now, shown=owed.wanted)
            return None
        return _Call(owed, chat, posts[owed.part - 1], edit=True)

    def _rendered(self, owed: Owed, chat: Chat, now: datetime) -> Sequence[Post] | None:
        """Its messages; None when it was settled here, because there is nothing to tell or we cannot tell it."""
        if rendered(owed) and owed.state is not Debt.SENT:
            return (unpack(owed.body),)
        try:
            posts = self._renderers[owed.what](owed, chat, now)
        except Exception as error:  # noqa: BLE001 - a mistake in one message must not stop the others
            reference = self._faults.crash(f"render {owed.what}", error)
            self._put_off(owed, f"reference {reference}", now)
            return None
        if posts:
            return posts
        if owed.state is Debt.SENT:
            self._store.outbox.edited(owed.number, now, shown=owed.wanted)
        else:
            self._store.outbox.dropped(owed.number)
        return None

    def _put_off(self, owed: Owed, reason: str, now: datetime) -> None:
        due = now + _MEND
        if owed.state is Debt.SENT:
            self._store.outbox.edit_later(owed.number, due)
        elif owed.state is Debt.UNKNOWN:
            self._store.outbox.unknown(owed.number, due, reason)
        else:
            self._store.outbox.retry(owed.number, due, reason)

    def _claimed(self, owed: Owed, posts: Sequence[Post]) -> bool:
        later = () if rendered(owed) else tuple(pack(post) for post in posts[1:])
        return self._store.outbox.claim(owed, later)

    async def _made(self, call: _Call) -> Message | Verdict:
        chat = call.chat
        if call.edit:
            assert call.owed.message_id is not None  # noqa: S101 - only what was sent is edited
            return await self._sender.edit_now(chat.telegram_id, call.owed.message_id, call.post)
        return await self._sender.send_now(target(chat, call.owed.thread, silent=call.owed.silent), call.post)

    def _settle(self, call: _Call, sent: Message | Verdict) -> None:
        now = self._now()
        if call.edit:
            self._settle_edit(call, sent, now)
        elif isinstance(sent, Message):
            with self._store.atomic():
                shown = max(call.post.version, call.owed.wanted)
                self._store.outbox.sent(call.owed.number, sent.message_id, now, shown=shown)
                if call.post.subject:
                    self._store.talk.show(call.chat.number, sent.message_id, call.post.subject)
        else:
            self._settle_failure(call, sent, now)

    def _settle_failure(self, call: _Call, verdict: Verdict, now: datetime) -> None:
        owed = call.owed
        log.info("delivery_failed id=%s fate=%s why=%s", owed.number, verdict.fate, verdict.reason)
        outcome = _OUTCOMES.get(verdict.fate)
        if outcome == "retry":
            self._store.outbox.retry(owed.number, now + self._wait(owed, verdict), verdict.reason)
        elif outcome == "unknown":
            self._store.outbox.unknown(owed.number, now + self._wait(owed, verdict), verdict.reason)
        else:
            self._store.outbox.dead(owed.number, now, verdict.reason)
        self._faults.learn(call.chat, owed.thread, verdict)

    def _wait(self, owed: Owed, verdict: Verdict) -> timedelta:
        if verdict.fate is Fate.MIGRATED:
            return timedelta(0)
        if verdict.fate is Fate.FLOOD:
            return timedelta(seconds=verdict.wait)
        return backoff(owed.attempts + 1)

    def _settle_edit(self, call: _Call, done: Message | Verdict, now: datetime) -> None:
        shown = max(call.post.version, call.owed.wanted)
        if isinstance(done, Message) or done.fate in (Fate.SAME, Fate.NO_MESSAGE, Fate.DEAD):
            self._store.outbox.edited(call.owed.number, now, shown=shown)
            return
        self._store.outbox.edit_later(call.owed.number, now + self._wait(call.owed, done))
        if done.fate is not Fate.NO_TOPIC:
            self._faults.learn(call.chat, call.owed.thread, done)

    def _chat(self, number: int) -> Chat | None:
        try:
            return self._store.chats.get(number)
        except NotFound:
            return None

    async def _settled(self, write: Callable[[], object]) -> None:
        """A write that must happen: while another process writes, or the disk is full, it is tried again."""
        tries = 0
        while True:
            try:
                write()
            except StorageError as error:
                log.warning("drain_waits why=%s", error)
                await asyncio.sleep(_BUSY[min(tries, len(_BUSY) - 1)])
                tries += 1
            else:
                return


def rendered(owed: Owed) -> bool:
    """Whether its body is a message as it goes out, rather than what a renderer makes one of."""
    return owed.part > 1 or owed.what == POST
