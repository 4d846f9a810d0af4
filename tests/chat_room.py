"""A desk in a pretend Telegram: the whole chat over a store of its own, with time that never waits.

async with room.running():  room.telegram.say("/help", 7);  await room.quiet()
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from telegram_standin import TOKEN, PretendTelegram
from virtual_time import Wall

from bot.asking.answers import Amount, Answer, Chart, Fact, Kind, Line, Mark, Offer, Row, Style, Text
from bot.chat.assembly import Plan, assemble
from bot.chat.pacer import Pace
from bot.chat.talk import Said
from storage import Store
from storage.correspondence import ChatState, Place, Role
from storage.records import Source

PIB = Source("PIB, 26 November 2025", "https://pib.example/1")
ADMIN, MEMBER, STRANGER = 7, 8, 9


def said(text: str, context: str | None = None, now=None, *, language: str = "en") -> Said:
    """A desk that knows one figure, for tests of what stands around it."""
    words = text.removeprefix("/")
    if "magnet" not in words and "imports" not in words:
        lines = (Line((Text(f"I know nothing of that ({context or 'no context'})."),)),)
        return Said(Answer(Kind.UNKNOWN, lines, f"unknown: {words[:50]}", language=language, gap=True), "/unknown", "")
    fact = Fact(221e6, "USD", "FY2024-25", PIB)
    lines = (Line((Text("Imports: "), Amount(221e6, "USD", (fact,))), Style.LEAD),)
    marks = (Mark("2024", 200e6), Mark("2025", 221e6))
    answer = Answer(
        Kind.FIGURE,
        lines,
        f"imports, after {context}" if context else "imports",
        language=language,
        value=221e6,
        unit="USD",
        period="FY2024-25",
        rows=(Row("FY2023-24", 200e6, "USD"), Row("FY2024-25", 221e6, "USD")),
        sources=(PIB,),
        offers=(Offer("By partner", "/ranking imports period=FY2024-25 by=partner"), Offer("Long", "/x " + "y" * 80)),
        chart=Chart("bars", "Imports", "USD", marks, (PIB,), None),
    )
    return Said(answer, "/imports FY2024-25", "/imports FY2024-25")


class Room:
    def __init__(self, path: Path, *, desk=said, admin_ids: tuple[int, ...] = (ADMIN,), **plan) -> None:
        self.path = path
        self.wall = Wall()
        self.telegram = PretendTelegram(self.wall.seconds)
        self.desk = desk
        self.admin_ids = admin_ids
        self.plan = plan
        self.store: Store | None = None
        self.chat = None

    def build(self, store: Store):
        return assemble(
            Plan(
                store=store,
                now=self.wall,
                token=TOKEN,
                request=self.telegram.request(),
                polling=self.telegram.request(),
                desk=self.desk,
                admin_ids=self.admin_ids,
                **{"pace": Pace(), **self.plan},
            )
        )

    def people(self) -> None:
        """An admin, a member, and somebody whom nobody knows."""
        self.telegram.private(ADMIN, "Asha")
        self.telegram.private(MEMBER, "Ravi")
        self.telegram.private(STRANGER, "Eve")
        with Store(self.path) as store:
            person = store.people.meet(Place.TELEGRAM, MEMBER, name="Ravi", username="", now=self.wall())
            store.db.write("UPDATE people SET role = ? WHERE id = ?", (Role.MEMBER, person.number))
            for user, name in ((ADMIN, "Asha"), (MEMBER, "Ravi")):
                self.let_in(store, user, "private", name)

    def let_in(self, store: Store, telegram_id: int, kind: str, title: str, *, forum: bool = False):
        return store.chats.meet(
            Place.TELEGRAM, telegram_id, kind=kind, title=title, now=self.wall(), forum=forum, state=ChatState.ACTIVE
        )

    @asynccontextmanager
    async def running(self):
        self.store = Store(self.path)
        self.chat = self.build(self.store)
        await self.chat.begin()
        await self.chat.poll(5)
        try:
            yield self
        finally:
            await self.chat.end()
            self.store.close()

    async def quiet(self, seconds: float = 3.0) -> None:
        """Until everything that came in is done and what is due is paid; `seconds` of the virtual clock at least."""
        await asyncio.sleep(seconds)
        for _ in range(200):
            if not self.telegram.updates and not self.store.inbox.undone(self.chat.line) and self.chat.drain.idle:
                return
            await asyncio.sleep(1)
        raise AssertionError("never quiet")

    async def says(self, text: str, user: int = ADMIN, chat: int | None = None, **more) -> dict:
        """Somebody writes; the bot's last message there."""
        place = chat if chat is not None else user
        self.telegram.say(text, place, user, **more)
        await self.quiet()
        return self.telegram.last(place)

    async def presses(self, message: dict, label: str, user: int | None = None) -> dict:
        self.telegram.press(message, label, user)
        await self.quiet()
        return self.telegram.last(message["chat"]["id"])


def loud(caplog) -> list[str]:
    """What the log has at ERROR or above: a traceback in it means a defect of ours."""
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)
