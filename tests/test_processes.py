"""The real process over a loopback Telegram: killed at random moments, doubled, stopped."""

from __future__ import annotations

import asyncio
import os
import random
import re
import signal
import sys
import time
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from telegram_standin import PretendTelegram, serve

from bot.chat.pacer import Pace
from bot.clock import utc_now
from storage import Store
from storage.correspondence import ChatState, Debt, Place

pytestmark = pytest.mark.process

ROOT = Path(__file__).parent.parent
KILLS = 30
CHATS = range(1, 201)
QUESTIONS = 100
LONGEST = 45.0  # seconds until the last message must have arrived


@asynccontextmanager
async def loopback():
    telegram = PretendTelegram(time.time)
    for chat in CHATS:
        telegram.private(chat, f"Chat {chat}")
    server, address = await serve(telegram)
    try:
        yield telegram, address
    finally:
        server.stop()
        await server.close_all_connections()


async def start(database: Path, address: str, **more):
    script = str(ROOT / "tests" / "process_bot.py")
    environment = {"PYTHONPATH": str(ROOT), "PATH": os.environ.get("PATH", ""), "PYTHONUTF8": "1"}
    return await asyncio.create_subprocess_exec(sys.executable, script, str(database), address, env=environment, **more)


def prepared(database: Path) -> None:
    """A store in which the chats are known."""
    with Store(database) as store, store.atomic():
        for chat in CHATS:
            title = f"Chat {chat}"
            store.chats.meet(Place.TELEGRAM, chat, kind="private", title=title, now=utc_now(), state=ChatState.ACTIVE)


def broadcast(database: Path, name: str) -> set[tuple[int, str]]:
    """As another process promises."""
    with Store(database) as store, store.atomic():
        for chat in store.chats.all():
            store.outbox.promise(chat.number, key=name, what="news", subject=f"{name}.", now=utc_now())
    return {(chat, f"told {name}.") for chat in CHATS}


def burst(telegram: PretendTelegram, name: str) -> set[tuple[int, str]]:
    asked = set()
    for number in range(QUESTIONS):
        chat = random.choice(CHATS)  # noqa: S311 - no secret
        telegram.say(f"{name}-{number}.", chat)
        asked.add((chat, f"heard {name}-{number}."))
    return asked


def heard(telegram: PretendTelegram) -> dict[tuple[int, str], list[bool]]:
    """Of each thing in each chat, whether each copy was marked as a possible repeat."""
    found: dict[tuple[int, str], list[bool]] = {}
    for chat in CHATS:
        for text in telegram.texts(chat):
            thing = re.search(r"(?:told|heard) \S+\.", text)
            assert thing, text
            found.setdefault((chat, thing[0]), []).append("Possibly a repeat" in text)
    return found


async def until(condition, seconds: float = LONGEST) -> None:
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:  # noqa: ASYNC110 - another process acts
        await asyncio.sleep(0.02)


async def test_nothing_is_lost_and_little_repeated_through_thirty_kills(tmp_path):
    """A broadcast to 200 chats and a burst of 100 questions, again and again, and SIGKILL at random moments of it."""
    database = tmp_path / "store.db"
    prepared(database)
    expected: set[tuple[int, str]] = set()
    async with loopback() as (telegram, address):
        telegram.delay = 0.005
        for kill in range(KILLS):
            if len(expected) - len(heard(telegram)) < 150:
                expected |= broadcast(database, f"news{kill}")
                expected |= burst(telegram, f"q{kill}")
            process = await start(database, address)
            moment = len(telegram.calls) + random.randint(1, 60)  # noqa: S311
            await until(lambda moment=moment: len(telegram.calls) >= moment)
            process.send_signal(signal.SIGKILL)
            await process.wait()
        last = await start(database, address)
        await until(lambda: expected <= heard(telegram).keys())
        await until(lambda: not debts(database), 5)
        last.terminate()
        assert await asyncio.wait_for(last.wait(), 10) == 0
    told = heard(telegram)
    assert expected <= told.keys()
    assert all(all(copies[1:]) for copies in told.values()), "a repeat without its mark"
    repeats = sum(len(copies) - 1 for copies in told.values())
    assert repeats <= KILLS * Pace().flight
    assert debts(database) == 0


def debts(database: Path) -> int:
    with Store(database) as store:
        states = store.outbox.debts(utc_now()).states
        return sum(count for state, count in states.items() if state != Debt.SENT)


async def test_a_second_copy_says_that_the_first_holds_the_store(tmp_path):
    """One line, exit 1; and when the first is gone, however it went, the next may run."""
    database = tmp_path / "store.db"
    prepared(database)
    async with loopback() as (telegram, address):
        first = await start(database, address)
        await until(lambda: telegram.made("getUpdates"))
        second = await start(database, address, stderr=asyncio.subprocess.PIPE)
        _, said = await asyncio.wait_for(second.communicate(), 20)
        assert second.returncode == 1
        assert len(said.splitlines()) == 1
        assert f"process {first.pid}".encode() in said
        first.send_signal(signal.SIGKILL)
        await first.wait()
        third = await start(database, address)
        before = len(telegram.made("getUpdates"))
        await until(lambda: len(telegram.made("getUpdates")) > before)
        third.terminate()
        assert await asyncio.wait_for(third.wait(), 10) == 0
