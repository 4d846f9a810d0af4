"""The promise of delivery: whatever Telegram answers, whenever we die, each chat hears each thing, a repeat marked."""

from __future__ import annotations

import asyncio
import re
import tempfile
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

from chat_room import ADMIN, MEMBER, Room
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from news_room import owed_to
from telegram_standin import die, flood, gateway, no_connection, refuse, timeout_after, timeout_before
from virtual_time import VirtualLoop

from bot.asking.answers import Answer, Kind, Line, Text
from bot.chat.posts import Post
from bot.chat.talk import Said
from storage import Store
from storage.correspondence import ChatState, Debt, Lane, Place

NOW = datetime(2026, 11, 24, 6, tzinfo=UTC)
GROUP = -100
CHATS = (ADMIN, MEMBER, GROUP)

KNOWN = {"no connection": no_connection, "flood": lambda: flood(4), "unauthorized": lambda: refuse(401, "Unauthorized")}
UNKNOWN = {
    "lost request": timeout_before,
    "lost answer": timeout_after,
    "gateway": gateway,
    "gateway after": lambda: gateway(after=True),
}
DEATHS = {"before": die, "after": lambda: die(after=True)}


def echo(text: str, context=None, now=None, *, language: str = "en") -> Said:
    """A desk that says what it heard."""
    return Said(Answer(Kind.HELP, (Line((Text(f"heard {text}"),)),), ""), "/help", "/help")


class Delivery(RuleBasedStateMachine):
    """Promises, questions, faults and deaths in any order; in the end all is well and everything was heard."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.loop = VirtualLoop()
        renderers = {"news": lambda owed, _chat, _now: (Post(f"told {owed.subject}"),)}
        self.room = Room(Path(self.folder.name) / "store.db", desk=echo, renderers=renderers)
        self.expected: set[tuple[int, str]] = set()
        self.count = 0
        self.doubts = 0
        self.alive = False

    # ---- the process

    def run(self, step, seconds: float = 0.0) -> None:
        """A step of the running process, and then some time; dying ends both."""

        async def until() -> None:
            if step:
                await step()
            death = asyncio.ensure_future(self.room.telegram.died.wait())
            await asyncio.wait([death], timeout=seconds)
            death.cancel()

        self.loop.run_until_complete(until())
        if self.room.telegram.died.is_set():
            self.kill()

    @initialize()
    def people(self) -> None:
        self.room.people()
        self.room.telegram.group(GROUP, "Team", members=(ADMIN, MEMBER))
        with Store(self.room.path) as store:
            self.room.let_in(store, GROUP, "group", "Team")
        self.start()

    @precondition(lambda self: not self.alive)
    @rule()
    def start(self) -> None:
        self.room.telegram.died.clear()
        self.room.store = Store(self.room.path)
        self.room.chat = self.room.build(self.room.store)
        self.alive = True

        async def begin() -> None:
            await self.room.chat.begin()
            await self.room.chat.poll(5)

        self.run(begin)

    @precondition(lambda self: self.alive)
    @rule()
    def kill(self) -> None:
        """As SIGKILL does: what was not committed is gone, and nobody tidies up."""
        self.doubts += 1
        self.room.store.close()
        tasks = asyncio.all_tasks(self.loop)
        for task in tasks:
            task.cancel()
        self.loop.run_until_complete(asyncio.wait_for(asyncio.gather(*tasks, return_exceptions=True), 60))
        now = self.loop.now
        self.loop.close()
        self.loop = VirtualLoop()
        self.loop.now = now
        self.room.telegram.new_loop()
        self.alive = False

    # ---- the world

    @rule(chat=st.sampled_from(CHATS), lane=st.sampled_from([Lane.URGENT, Lane.REST]), later=st.integers(0, 5))
    def promise(self, chat: int, lane: Lane, later: int) -> None:
        """By this process or another."""
        self.count += 1
        subject = f"thing {self.count}."
        with Store(self.room.path) as store:
            now = self.room.wall()
            known = store.chats.at(Place.TELEGRAM, chat)
            given = {"key": subject, "what": "news", "subject": subject, "lane": lane, "now": now}
            assert store.outbox.promise(known.number, **given, not_before=now + timedelta(seconds=later))
            assert not store.outbox.promise(known.number, **given)
        self.expected.add((chat, f"told {subject}"))

    @rule(user=st.sampled_from([ADMIN, MEMBER]), twice=st.booleans())
    def ask(self, user: int, twice: bool) -> None:
        """Somebody asks; Telegram may deliver the same update twice."""
        self.count += 1
        text = f"question {self.count}."
        self.room.telegram.say(text, user)
        if twice:
            self.room.telegram.updates.append(self.room.telegram.updates[-1])
        self.expected.add((user, f"heard {text}"))

    @rule(name=st.sampled_from(sorted({**KNOWN, **UNKNOWN})), times=st.integers(1, 3))
    def trouble(self, name: str, times: int) -> None:
        self.doubts += name in UNKNOWN
        self.room.telegram.fault("sendMessage", {**KNOWN, **UNKNOWN}[name](), times=times)

    @rule(when=st.sampled_from(sorted(DEATHS)), method=st.sampled_from(["sendMessage", "getUpdates"]))
    def death(self, when: str, method: str) -> None:
        self.room.telegram.fault(method, DEATHS[when]())

    @precondition(lambda self: self.alive)
    @rule(seconds=st.sampled_from([0.01, 0.5, 2.0, 30.0]))
    def time_passes(self, seconds: float) -> None:
        self.run(None, seconds)

    # ---- in the end

    def teardown(self) -> None:
        try:
            self.judged()
        finally:
            if self.alive:
                self.kill()
            self.loop.close()
            self.folder.cleanup()

    def judged(self) -> None:
        self.room.telegram.faults.clear()
        if not self.alive:
            self.start()
        self.run(None, 1_300)
        heard = self.heard()
        assert self.expected <= heard.keys(), self.expected - heard.keys()
        for (chat, thing), copies in heard.items():
            assert all(copies[1:]), f"{thing!r} was heard twice by {chat} without a mark"
        if not self.doubts:
            assert not any(any(copies) for copies in heard.values())
        assert {owed.state for chat in CHATS for owed in self.owed(chat)} <= {Debt.SENT}
        assert self.room.store.inbox.undone(self.room.chat.line) == []

    def heard(self) -> dict[tuple[int, str], list[bool]]:
        """Of each thing in each chat, whether each copy was marked as a possible repeat."""
        found: dict[tuple[int, str], list[bool]] = {}
        for chat in CHATS:
            for text in self.room.telegram.texts(chat):
                thing = re.search(r"(?:told|heard) \w+ \d+\.", text)
                assert thing, text
                found.setdefault((chat, thing[0]), []).append("Possibly a repeat" in text)
        return found

    def owed(self, chat: int):
        return owed_to(self.room.store, self.room.store.chats.at(Place.TELEGRAM, chat).number)


TestDelivery = Delivery.TestCase
TestDelivery.settings = settings(max_examples=settings().max_examples // 2)


# ---------------------------------------------------------------- the shelf alone


def chat_in(store: Store, telegram_id: int = 1) -> int:
    found = store.chats.meet(Place.TELEGRAM, telegram_id, kind="private", title="Asha", now=NOW, state=ChatState.ACTIVE)
    return found.number


def test_a_key_names_the_occasion_in_a_chat_and_topic(store):
    """The same key elsewhere is another promise; the same here is the same one."""
    chat, other = chat_in(store), chat_in(store, 2)
    given = {"key": "digest:1:2026-11-24T08:00", "what": "digest", "subject": "schedule:1", "now": NOW}
    assert store.outbox.promise(chat, **given)
    assert not store.outbox.promise(chat, **given)
    assert store.outbox.promise(chat, thread=5, **given)
    assert store.outbox.promise(other, **given)


def test_what_was_being_sent_when_we_died_may_have_been_heard(store):
    """Everything else that waits is due at once; a terminal's debts are not touched."""
    chat = chat_in(store)
    terminal = store.chats.meet(Place.TERMINAL, 1, kind="private", title="T", now=NOW, state=ChatState.ACTIVE).number
    for number in (chat, terminal):
        store.outbox.promise(number, key="a", what="x", subject="a", now=NOW)
        assert store.outbox.claim(store.outbox.next(number, NOW))
        store.outbox.promise(number, key="b", what="x", subject="b", now=NOW)
        store.outbox.retry(store.outbox.find(number, 0, "b").number, NOW + timedelta(minutes=5), "no network")
    assert store.outbox.restart(Place.TELEGRAM, NOW) == 1
    sending, waiting = owed_to(store, chat)
    assert (sending.state, sending.repeated, waiting.state, waiting.due) == (Debt.UNKNOWN, True, Debt.RETRY, NOW)
    assert [owed.state for owed in owed_to(store, terminal)] == [Debt.SENDING, Debt.RETRY]


def test_a_row_is_claimed_by_one_alone(store):
    """Two processes that read the same row: the second finds it changed."""
    chat = chat_in(store)
    store.outbox.promise(chat, key="a", what="x", subject="a", now=NOW)
    mine, theirs = store.outbox.next(chat, NOW), store.outbox.next(chat, NOW)
    assert store.outbox.claim(mine)
    assert not store.outbox.claim(theirs)


def test_ids_are_never_used_twice(store):
    chat = chat_in(store)
    store.outbox.promise(chat, key="a", what="x", subject="a", now=NOW)
    first = store.outbox.find(chat, 0, "a").number
    store.db.write("DELETE FROM outbox")
    store.outbox.promise(chat, key="a", what="x", subject="a", now=NOW)
    assert store.outbox.find(chat, 0, "a").number > first


def test_an_update_is_kept_once_and_done_once(store):
    """The same update delivered twice is new once; what is done does not come back."""
    assert store.inbox.keep("1", [(5, "{}"), (6, "{}")], NOW) == {5, 6}
    assert store.inbox.keep("1", [(5, "{}"), (7, "{}")], NOW) == {7}
    assert store.inbox.keep("2", [(5, "{}")], NOW) == {5}
    store.inbox.answering("1", 6)
    store.inbox.done("1", 5)
    store.inbox.answering("1", 5)
    assert [(each.update_id, each.state) for each in store.inbox.undone("1")] == [(6, "answering"), (7, "waiting")]


def test_the_state_of_the_outbox_is_told_in_figures(store):
    """Depth, the oldest that is due, and the dead with their reasons."""
    chat = chat_in(store)
    for key in "abc":
        store.outbox.promise(chat, key=key, what="x", subject=key, now=NOW)
    store.outbox.promise(chat, key="later", what="x", subject="d", now=NOW, not_before=NOW + timedelta(hours=1))
    store.outbox.dead(store.outbox.find(chat, 0, "a").number, NOW, "refused")
    debts = store.outbox.debts(NOW + timedelta(minutes=9))
    assert Counter(debts.states) == Counter({"pending": 3, "dead": 1})
    assert (debts.depth, debts.oldest, [owed.reason for owed in debts.dead]) == (3, NOW, ["refused"])


def test_that_an_answer_may_have_been_heard_is_on_the_disk_before_it_is_sent(store: Store, monkeypatch):
    """What is written lightly may be lost in a power cut; a repeat would then not be marked."""
    lightly: list[str] = []
    keep = store.db.write_lightly
    monkeypatch.setattr(store.db, "write_lightly", lambda sql, values: lightly.append(values[0]) or keep(sql, values))
    store.inbox.keep("1", [(5, "{}")], NOW)
    store.inbox.answering("1", 5)
    store.inbox.done("1", 5)
    assert lightly == ["done"]
