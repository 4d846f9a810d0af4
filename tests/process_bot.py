"""The live chat as a process of its own, for tests that kill it: DATABASE and API are its arguments."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from pathlib import Path

from telegram.request import HTTPXRequest

from bot.asking.answers import Answer, Kind, Line, Text
from bot.chat.assembly import Plan, assemble
from bot.chat.holder import HeldError, held
from bot.chat.pacer import Pace
from bot.chat.posts import Post
from bot.chat.talk import Said
from bot.clock import utc_now
from storage import Store

TOKEN = "4242:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0"
FAST = Pace(overall=100_000, gap=0.0, group=100_000, pushes=100_000)


def echo(text: str, context=None, now=None, *, language: str = "en") -> Said:
    return Said(Answer(Kind.HELP, (Line((Text(f"heard {text}"),)),), ""), "/help", "/help")


def tell(owed, _chat, _now):
    return (Post(f"told {owed.subject}"),)


async def run(store: Store, api: str) -> None:
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    plan = Plan(
        store=store,
        now=utc_now,
        token=TOKEN,
        request=HTTPXRequest(connection_pool_size=16),
        polling=HTTPXRequest(connection_pool_size=2, read_timeout=10),
        desk=echo,
        api=api,
        open_access=True,
        pace=FAST,
        renderers={"news": tell},
    )
    chat = assemble(plan)
    await chat.begin()
    await chat.poll(2)
    await stop.wait()
    await chat.end()


def main() -> int:
    logging.basicConfig(level=logging.WARNING)
    database, api = Path(sys.argv[1]), sys.argv[2]
    try:
        with held(database), Store(database) as store:
            asyncio.run(run(store, api))
    except HeldError as why:
        sys.stderr.write(f"{why}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
