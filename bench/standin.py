"""The pretend Telegram of the tests over loopback HTTP, with a bot in a process of its own before it."""

from __future__ import annotations

import asyncio
import logging
import os
import subprocess
import sys
import time
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))  # the stand-in is the tests' own: what is measured is what is tested

from telegram_standin import TOKEN, PretendTelegram, flood, serve  # noqa: E402 - found by the line above

__all__ = ["ECHO", "FIRST_PERSON", "LODESTONE", "TOKEN", "Listening", "flood", "running"]

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from telegram_standin import PretendChat

logging.getLogger("tornado").setLevel(logging.CRITICAL)  # a bot that is ended breaks off its poll, which is no news

LODESTONE = ("-m", "bot", "run")
ECHO = ("-m", "bench.echo")
FIRST_PERSON = 1_000
PATIENCE = 20.0  # seconds until a bot that says nothing has failed


class Listening(PretendTelegram):
    """Keeps when each message arrived, and wakes who waits for one."""

    def __init__(self, *, limits: bool = False) -> None:
        super().__init__(time.time, limits=limits)
        self._update = int(time.time() * 1000)  # a store that is used again has seen the lower ones
        self.arrivals: list[tuple[float, int]] = []  # when, and to which chat
        self.refused: list[tuple[float, int]] = []
        self.polled_at: float | None = None
        self._heard: dict[int, asyncio.Event] = {}

    def handle(self, method: str, parameters: dict[str, Any], files: dict[str, bytes]) -> tuple[int, bytes]:
        came = time.perf_counter()
        if method == "getUpdates" and self.polled_at is None:
            self.polled_at = came
        status, body = super().handle(method, parameters, files)
        if method.startswith("send") and method != "sendChatAction":
            chat = parameters["chat_id"]
            (self.arrivals if status == 200 else self.refused).append((came, chat))
            self._heard.setdefault(chat, asyncio.Event()).set()
        return status, body

    async def asked(self, chat: int, text: str) -> float:
        """Milliseconds from a message to its answer."""
        heard = self._heard.setdefault(chat, asyncio.Event())
        heard.clear()
        self.say(text, chat)
        began = time.perf_counter()
        await asyncio.wait_for(heard.wait(), PATIENCE)
        return (time.perf_counter() - began) * 1000

    def people(self, count: int) -> list[PretendChat]:
        return [self.private(FIRST_PERSON + number, f"Person {number}") for number in range(count)]


def environment(address: str, database: Path) -> dict[str, str]:
    """Of a bot that speaks to the stand-in alone, open to everyone."""
    ours = {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": address,
        "DATABASE_PATH": str(database),
        "LODESTONE_SEED": "false",
        "OPEN_ACCESS": "true",
        "PYTHONPATH": str(ROOT),
    }
    return {**os.environ, **ours}


@asynccontextmanager
async def running(
    telegram: Listening, program: Sequence[str], database: Path
) -> AsyncIterator[tuple[subprocess.Popen[bytes], float]]:
    """A bot that has polled once; its process, and the seconds that this took from its start."""
    server, address = await serve(telegram)
    log = database.with_suffix(".log").open("wb")
    began = time.perf_counter()
    process = subprocess.Popen([sys.executable, *program], env=environment(address, database), stdout=log, stderr=log)
    try:
        async with asyncio.timeout(PATIENCE):
            while telegram.polled_at is None:
                if process.poll() is not None:
                    raise RuntimeError(Path(log.name).read_text())
                await asyncio.sleep(0.002)
        yield process, telegram.polled_at - began
    except TimeoutError as error:
        raise RuntimeError(f"it fell silent: {Path(log.name).read_text()}") from error
    finally:
        process.terminate()
        await asyncio.to_thread(process.wait, PATIENCE)
        server.stop()
        await server.close_all_connections()
        log.close()
