"""The pacer: Telegram's limits are never met, whoever waits goes in by lane, and 429s stop whom they name."""

from __future__ import annotations

import asyncio

from hypothesis import given
from hypothesis import strategies as st
from virtual_time import VirtualLoop, virtual

from bot.chat.pacer import Pace, Pacer
from storage.correspondence import Lane


def now() -> float:
    return asyncio.get_running_loop().time()


class Line:
    """A pretend Telegram that takes `delay` for a call and notes who was let in when."""

    def __init__(self, pacer: Pacer, delay: float = 0.08) -> None:
        self.pacer, self.delay = pacer, delay
        self.calls: list[tuple[float, int, Lane]] = []
        self.flying: list[int] = []
        self.worst = 0

    async def call(self, chat: int, lane: Lane = Lane.REST) -> None:
        async with self.pacer.turn(chat, lane):
            assert chat not in self.flying
            self.flying.append(chat)
            self.worst = max(self.worst, len(self.flying))
            self.calls.append((now(), chat, lane))
            await asyncio.sleep(self.delay)
            self.flying.remove(chat)


def most_within(times: list[float], window: float) -> int:
    return max((sum(1 for other in times if at <= other < at + window) for at in times), default=0)


CALLS = st.lists(
    st.tuples(st.sampled_from([1, 2, 3, 4, 5, -1, -2]), st.sampled_from(list(Lane)), st.floats(0, 3)), max_size=60
)


@given(CALLS, st.floats(0, 0.5))
def test_no_limit_is_met_whatever_is_asked_for(calls, delay):
    """30 a second; 1 a second a chat; 20 a minute a group, 15 of them pushes; 4 in flight, never 2 to a chat."""

    async def run() -> Line:
        line = Line(Pacer(), delay)

        async def later(chat: int, lane: Lane, after: float) -> None:
            await asyncio.sleep(after)
            await line.call(chat, lane)

        await asyncio.gather(*(later(*each) for each in calls))
        return line

    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        line = runner.run(run())
    assert len(line.calls) == len(calls)
    assert line.worst <= Pace().flight
    assert most_within([at for at, _, _ in line.calls], 1.0) <= 30
    for chat in {chat for _, chat, _ in line.calls}:
        mine = [(at, lane) for at, other, lane in line.calls if other == chat]
        assert most_within([at for at, _ in mine], 0.999) <= 1
        if chat < 0:
            assert most_within([at for at, _ in mine], 60.0) <= 20
            assert most_within([at for at, lane in mine if lane is not Lane.ANSWERS], 60.0) <= 15


@virtual
async def test_a_broadcast_to_300_chats_takes_little_more_than_the_ideal_time():
    """Telegram's 30 a second is 10 seconds for 300; at 80 ms a call four in flight are enough."""
    line = Line(Pacer())
    begun = now()
    await asyncio.gather(*(line.call(chat) for chat in range(1, 301)))
    assert now() - begun <= 10.0 * 1.05


@virtual
async def test_an_answer_overtakes_a_broadcast():
    """Whoever asked waits for a slot, not for the 300 before it."""
    line = Line(Pacer())
    broadcast = [asyncio.create_task(line.call(chat)) for chat in range(1, 301)]
    await asyncio.sleep(2)
    asked = now()
    await line.call(1_000, Lane.ANSWERS)
    assert now() - asked < 1.1
    await asyncio.gather(*broadcast)


@virtual
async def test_urgent_news_for_a_chat_that_waits_already_is_hurried():
    """Its place in the queue becomes that of the urgent lane."""
    pacer = Pacer()
    line = Line(pacer)
    waiting = [asyncio.create_task(line.call(chat)) for chat in range(1, 101)]
    await asyncio.sleep(0)
    pacer.hurry(100, Lane.URGENT)
    await asyncio.gather(*waiting)
    assert [chat for _, chat, _ in line.calls].index(100) <= Pace().flight


@virtual
async def test_a_429_of_one_chat_stops_that_chat_alone():
    """The others go on."""
    pacer = Pacer()
    line = Line(pacer, 0.01)
    await line.call(1)
    pacer.flood(1, 30)
    begun = now()
    await line.call(2)
    assert now() - begun < 1
    await line.call(1)
    assert now() - begun >= 30


@virtual
async def test_a_429_of_two_chats_at_once_is_one_of_all():
    """As is one that comes with no chat."""
    pacer = Pacer()
    pacer.flood(1, 30)
    pacer.flood(2, 30)
    line, begun = Line(pacer, 0.01), now()
    await line.call(3)
    assert now() - begun >= 30


@virtual
async def test_who_gives_up_waiting_leaves_no_hole():
    """Neither before nor after being let in."""
    pacer = Pacer(Pace(flight=1))
    line = Line(pacer, 5)
    first = asyncio.create_task(line.call(1))
    second = asyncio.create_task(line.call(2))
    await asyncio.sleep(1)
    second.cancel()
    first.cancel()
    await asyncio.gather(first, second, return_exceptions=True)
    line.flying.clear()
    await asyncio.wait_for(line.call(3), 7)
    assert pacer.waiting == 0


@virtual
async def test_of_many_that_give_up_at_once_none_is_let_in():
    """As when the process ends: whoever runs first, to see that it was cancelled, must not give its turn to another such."""
    pacer = Pacer(Pace(flight=1))
    line = Line(pacer, 5)
    calls = [asyncio.create_task(line.call(chat)) for chat in range(1, 5)]
    await asyncio.sleep(1)
    for call in calls:
        call.cancel()
    ended = await asyncio.gather(*calls, return_exceptions=True)
    assert [type(end) for end in ended] == [asyncio.CancelledError] * len(calls)
    assert pacer.waiting == 0


@virtual
async def test_a_call_that_arrives_late_counts_from_when_it_arrives():
    """The first over a new connection: thirty that follow it on time would come within one second of Telegram's."""
    line, arrived = Line(Pacer()), []

    async def call(chat: int) -> None:
        await asyncio.sleep(0.002 * chat)
        line.delay = 0.4 if chat == 0 else 0.08
        await line.call(chat)
        arrived.append(now())

    await asyncio.gather(*(call(chat) for chat in range(40)))
    assert most_within(arrived, 1.0) <= 30
