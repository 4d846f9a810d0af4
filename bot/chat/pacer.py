"""One gate before every call that sends or edits, so that Telegram's flood limits are never met.

    30 a second over all; 1 a second to a chat; 20 a minute to a group, of which pushes take 15 at most;
    four in flight, never two to one chat; who waits goes in by lane, then in the order of coming.

Keeps time by the running loop's clock. Knows no messages and calls nobody.
"""

from __future__ import annotations

import asyncio
import math
from bisect import insort
from collections import deque
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from storage.correspondence import Lane

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@dataclass(frozen=True, slots=True)
class Pace:
    """Telegram's limits. The windows are a little longer than theirs: calls may bunch up on the way."""

    overall: int = 30
    second: float = 1.02
    gap: float = 1.0  # between two calls to one chat
    group: int = 20
    pushes: int = 15
    minute: float = 61.0
    flight: int = 4


_REMEMBERED = 100  # calls, of which the quickest tells how long one takes at least
FREE = Pace(overall=1_000_000, gap=0.0, group=1_000_000, pushes=1_000_000)  # for a place without limits


@dataclass(slots=True)
class _Chat:
    """What was granted to a chat lately, and until when it is stopped."""

    busy: bool = False
    last: float = -math.inf
    stopped: float = -math.inf
    calls: deque[float] = field(default_factory=deque)  # to a group, within the minute
    pushes: deque[float] = field(default_factory=deque)


@dataclass(slots=True, eq=False)
class _Ticket:
    chat: int
    lane: Lane
    number: int
    granted: asyncio.Future[None]

    @property
    def rank(self) -> tuple[int, int]:
        return int(self.lane), self.number


class Pacer:
    """Chats go by Telegram's ids; that of a group is negative."""

    def __init__(self, pace: Pace | None = None) -> None:
        self._pace = pace or Pace()
        self._chats: dict[int, _Chat] = {}
        self._recent: deque[float] = deque()  # when the last calls reached Telegram, as far as we can tell; in order
        self._took: deque[float] = deque(maxlen=_REMEMBERED)  # seconds of the last calls
        self._waiting: list[_Ticket] = []
        self._numbers = count()
        self._flying = 0
        self._stopped = -math.inf
        self._timer: asyncio.TimerHandle | None = None

    @property
    def waiting(self) -> int:
        return len(self._waiting)

    @asynccontextmanager
    async def turn(self, chat: int, lane: Lane) -> AsyncIterator[None]:
        """Waits until a call to this chat may go; the call is over when the block is left."""
        await self._enter(chat, lane)
        began = self._chat(chat).last
        try:
            yield
        finally:
            self._over(began)
            self._leave(chat)

    def hurry(self, chat: int, lane: Lane) -> None:
        """Something more pressing came up for a chat that waits already: its push goes in that lane."""
        for ticket in self._waiting:
            if ticket.chat == chat and ticket.lane is not Lane.ANSWERS and lane < ticket.lane:
                ticket.lane = lane
        self._grant()

    def flood(self, chat: int | None, seconds: float) -> None:
        """Telegram said 429: that stops this chat. A second chat's at the same time, or one of no chat, stops all."""
        now = self._now()
        if chat is not None:
            self._chat(chat).stopped = now + seconds
        if chat is None or sum(1 for each in self._chats.values() if each.stopped > now) > 1:
            self._stopped = max(self._stopped, now + seconds)
        self._grant()

    # ---- within

    async def _enter(self, chat: int, lane: Lane) -> None:
        ticket = _Ticket(chat, lane, next(self._numbers), asyncio.get_running_loop().create_future())
        self._waiting.append(ticket)
        self._grant()
        try:
            await ticket.granted
        except asyncio.CancelledError:
            if ticket in self._waiting:
                self._waiting.remove(ticket)
            elif ticket.granted.done() and not ticket.granted.cancelled():
                self._leave(chat)
            raise

    def _over(self, began: float) -> None:
        """A call that took longer than others may have reached Telegram so much later: it counts from then.

        The first to go over a new connection, say; thirty that follow on time would otherwise come within its second.
        While we have no others to compare, it counts from its end.
        """
        took = self._now() - began
        self._took.append(took)
        late = took - min(self._took) if len(self._took) > self._pace.overall else took
        if late > 0 and began in self._recent:
            self._recent.remove(began)
            insort(self._recent, began + late)

    def _leave(self, chat: int) -> None:
        self._flying -= 1
        self._chat(chat).busy = False
        self._grant()

    def _grant(self) -> None:
        """Let in whoever may go now, and look again when the next one may."""
        now = self._now()
        # Who was cancelled leaves only when its task comes to run: of many that stop at once, the first would let in the next.
        self._waiting = [each for each in self._waiting if not each.granted.cancelled()]
        while self._waiting and self._flying < self._pace.flight:
            wait = self._common_wait(now)
            ready = [] if wait > 0 else [each for each in self._waiting if self._wait(each, now) <= 0]
            if not ready:
                waits = [self._wait(each, now) for each in self._waiting]
                self._look_again(max(wait, min(waits)))
                return
            self._let_in(min(ready, key=lambda ticket: ticket.rank), now)

    def _let_in(self, ticket: _Ticket, now: float) -> None:
        self._waiting.remove(ticket)
        self._flying += 1
        self._recent.append(now)
        chat = self._chat(ticket.chat)
        chat.busy, chat.last = True, now
        if ticket.chat < 0:
            chat.calls.append(now)
            if ticket.lane is not Lane.ANSWERS:
                chat.pushes.append(now)
        ticket.granted.set_result(None)

    def _common_wait(self, now: float) -> float:
        """Seconds until anyone may go."""
        return max(self._stopped - now, _window_wait(self._recent, self._pace.overall, self._pace.second, now))

    def _wait(self, ticket: _Ticket, now: float) -> float:
        """Seconds until this chat may be called; for ever while a call to it is under way: its end looks again."""
        chat = self._chat(ticket.chat)
        if chat.busy:
            return math.inf
        wait = max(chat.last + self._pace.gap - now, chat.stopped - now)
        if ticket.chat < 0:
            wait = max(wait, _window_wait(chat.calls, self._pace.group, self._pace.minute, now))
            if ticket.lane is not Lane.ANSWERS:
                wait = max(wait, _window_wait(chat.pushes, self._pace.pushes, self._pace.minute, now))
        return wait

    def _look_again(self, seconds: float) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None
        if seconds < math.inf:
            self._timer = asyncio.get_running_loop().call_later(max(seconds, 0.001), self._grant)

    def _chat(self, chat: int) -> _Chat:
        if chat not in self._chats:
            if len(self._chats) > 10_000:
                self._forget(self._now())
            self._chats[chat] = _Chat()
        return self._chats[chat]

    def _forget(self, now: float) -> None:
        """Chats that nothing holds back any more."""
        longest = max(self._pace.gap, self._pace.minute)
        waiting = {ticket.chat for ticket in self._waiting}
        for number, chat in list(self._chats.items()):
            if not chat.busy and number not in waiting and max(chat.last + longest, chat.stopped) < now:
                del self._chats[number]

    def _now(self) -> float:
        return asyncio.get_running_loop().time()


def _window_wait(calls: deque[float], most: int, window: float, now: float) -> float:
    """Seconds until one more call keeps within `most` in any window; forgets calls before it."""
    while calls and calls[0] <= now - window:
        calls.popleft()
    return calls[len(calls) - most] + window - now if len(calls) >= most else 0.0
