"""The chat, put together: one python-telegram-bot Application over any line to Telegram, and what serves it.

The pretend Telegram of tests, the terminal and the real one differ in their request object alone.
"""

from __future__ import annotations

import asyncio
import json
import logging
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from telegram import Update
from telegram.error import Conflict, InvalidToken, NetworkError, TelegramError
from telegram.ext import Application, ApplicationBuilder, ChatMemberHandler

from bot.chat import commands, recorder
from bot.chat.access import Access
from bot.chat.auditing import Auditing
from bot.chat.courier import Courier
from bot.chat.delivery import backoff
from bot.chat.doorkeeper import REQUEST, WELCOME, Doorkeeper
from bot.chat.drain import Drain, Renderer
from bot.chat.faults import NOTICE, Faults
from bot.chat.filing import Filing
from bot.chat.front import Front, Handler, Press, Strangers
from bot.chat.guide import Guide
from bot.chat.inline import Inline
from bot.chat.keeping import Keeping
from bot.chat.lives import Lives
from bot.chat.menus import Menus
from bot.chat.offering import OFFERED, Offering
from bot.chat.overview import Overview
from bot.chat.pacer import Pace, Pacer
from bot.chat.process import Process
from bot.chat.processor import ChatByChat
from bot.chat.recorder import Recorder
from bot.chat.restored import RESTORED, Restored
from bot.chat.sender import Artist, Sender
from bot.chat.talk import Desk, Talk
from bot.chat.unasked import Unasked
from bot.chat.undoing import Undoing
from bot.chat.wire import Intake, TokenRefusedError, Wire
from bot.chat.writes import CONFIRM, Announce, Writes, nobody
from storage.correspondence import Place, Role

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from telegram.request import BaseRequest

    from bot.chat.alerts import Progress
    from bot.chat.doors import Doors
    from bot.chat.fetching import Fetching
    from bot.chat.turn import Turn
    from bot.clock import Clock
    from storage import Store

log = logging.getLogger(__name__)

ALLOWED = ["message", "callback_query", "inline_query", "my_chat_member"]
POLL = 30  # seconds that a poll waits for news
_LONGEST_WAIT = 60  # seconds between two tries to reach Telegram at a start
App: TypeAlias = Application[Any, Any, Any, Any, Any, Any]


@dataclass(frozen=True, slots=True)
class Plan:
    """What the chat is made of. `request` and `polling` lead to Telegram; every callable is a door elsewhere."""

    store: Store
    now: Clock
    token: str
    request: BaseRequest
    polling: BaseRequest
    desk: Desk
    timezone: str = "Asia/Kolkata"
    place: Place = Place.TELEGRAM
    line: str = ""  # of the inbox; '': the bot's number
    api: str = ""  # another Bot API server's address
    admin_ids: tuple[int, ...] = ()
    open_access: bool = False
    terminal_role: Role = Role.ADMIN
    pace: Pace | None = None
    artist: Artist | None = None
    renderers: Mapping[str, Renderer] = field(default_factory=dict)
    announce: Announce = nobody
    retell: Callable[[int], object] = nobody
    progress: Progress = lambda _now, _language: ""
    process: Process = field(default_factory=Process)
    doors: Doors | None = None  # to the web; a chat without them says that it cannot


@dataclass(frozen=True, slots=True)
class Chatting:
    """A chat that can be run: `begin`, then updates by `poll` (or a webhook), and `end`."""

    store: Store
    application: App
    drain: Drain
    access: Access
    faults: Faults
    sender: Sender
    intake: Intake
    menus: Menus
    restored: Restored
    offering: Offering
    fetching: Fetching
    line: str
    process: Process
    tasks: list[asyncio.Task[None]] = field(default_factory=list)

    async def begin(self) -> None:
        """Know who we are, run what was left undone, and begin to pay what we owe. Raises InvalidToken."""
        await self._reach()
        await self.application.start()
        await self.replay()
        self.tasks.append(asyncio.create_task(self.drain.run(), name="drain"))

    async def _reach(self) -> None:
        """Until Telegram has told us who we are; without a network it waits for one."""
        tries = 0
        while True:
            try:
                await self.application.initialize()
            except InvalidToken:
                raise
            except NetworkError as error:
                tries += 1
                wait = min(backoff(tries).total_seconds(), _LONGEST_WAIT)
                self.process.waiting()
                log.warning("telegram_not_reached why=%s next_try_in=%ds", error, wait)
                await asyncio.sleep(wait)
            else:
                self.process.heard()
                return

    async def replay(self) -> None:
        """What came in before and is not done, in order, before anything new."""
        for arrival in self.store.inbox.undone(self.line):
            update = Update.de_json(json.loads(arrival.body), self.application.bot)
            await self.application.update_queue.put(update)

    async def poll(self, patience: int = POLL) -> None:
        """Begin to hear Telegram; `patience`: seconds that one poll waits for news."""
        updater = self.application.updater
        assert updater is not None  # noqa: S101 - it was built with one
        await updater.start_polling(
            timeout=patience, allowed_updates=ALLOWED, bootstrap_retries=-1, error_callback=self._polling_failed
        )

    def _polling_failed(self, error: TelegramError) -> None:
        """python-telegram-bot tries again by itself; without this it would log a traceback each time."""
        if isinstance(error, Conflict):
            log.error("polling_conflict another program polls with this token; stop it: two cannot share one bot")
        elif isinstance(error, TokenRefusedError):
            log.error("polling_refused Telegram does not know this token; copy it again from @BotFather")
        else:
            log.warning("polling_failed why=%s", error)

    async def end(self) -> None:
        """Finish what is in hand; what is left undone is run at the next start."""
        updater = self.application.updater
        self.intake.close()
        if updater and updater.running:
            await updater.stop()
        if self.application.running:
            await self.application.stop()
        await self.drain.stop()
        for task in self.tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        await self.application.shutdown()


def assemble(plan: Plan) -> Chatting:
    """Everything, wired; nothing is started."""
    store, line = plan.store, plan.line or plan.token.partition(":")[0]
    faults = Faults(store, plan.now, plan.place, plan.admin_ids, plan.process.failed)
    intake = Intake(
        plan.polling, store.inbox, line, plan.now, lambda text: faults.tell("unreadable", text), plan.process.heard
    )
    application = _application(plan, intake, line)
    access = Access(
        store,
        plan.now,
        plan.timezone,
        plan.place,
        frozenset(plan.admin_ids),
        plan.open_access,
        plan.terminal_role,
    )
    sender = Sender(application.bot, Pacer(plan.pace), store.talk, plan.artist)
    renderers: dict[str, Renderer] = dict(plan.renderers)
    drain = Drain(store, sender, faults, renderers, plan.now, plan.place)
    courier = Courier(store, sender, drain, faults, plan.now)
    writes = Writes(store, drain.kick, plan.announce, plan.retell)
    doorkeeper = Doorkeeper(store, access, sender, drain, faults, writes, plan.now, line, plan.place)
    talk, guide = Talk(store, plan.desk, courier, plan.process.answered), Guide(store, courier, access, writes)
    recorder = Recorder(store, courier, writes, plan.timezone)
    tasks: list[asyncio.Task[None]] = []
    rooms = Rooms(
        talk=talk,
        recorder=recorder,
        undoing=Undoing(store, courier, writes),
        guide=guide,
        keeping=Keeping(store, courier, access, writes, lambda: application.bot.username),
        doorkeeper=doorkeeper,
        overview=Overview(store, courier, writes, plan.process, plan.timezone),
        filing=Filing(store, courier, writes, plan.timezone),
        lives=Lives(store, courier, plan.timezone),
        auditing=Auditing(store, courier, talk.data, plan.timezone),
        restored=Restored(store, faults, writes, sender, plan.now),
        offering=Offering(store, courier, faults, writes, plan.now),
        unasked=Unasked.build(talk, guide, recorder, plan.timezone, plan.progress, plan.doors, tasks),
    )
    renderers.update(rooms.renderers())
    presses = rooms.presses()
    front = Front(
        store=store,
        access=access,
        courier=courier,
        faults=faults,
        now=plan.now,
        line=line,
        place=plan.place,
        bot=lambda: application.bot.username,
        commands=rooms.commands(),
        presses=presses,
        plain_words=rooms.words,
        file=rooms.file,
        strangers=Strangers(doorkeeper.start, doorkeeper.join),
    )
    presses["late"] = Press(front.late)
    front.register(application)
    application.add_handler(ChatMemberHandler(doorkeeper.membership))
    Inline(store, access, faults, plan.desk, plan.now, plan.place, line).register(application)
    menus = Menus(store, application.bot, access, plan.place)
    return Chatting(
        store=store,
        application=application,
        drain=drain,
        access=access,
        faults=faults,
        sender=sender,
        intake=intake,
        menus=menus,
        restored=rooms.restored,
        offering=rooms.offering,
        fetching=rooms.unasked.fetching,
        line=line,
        process=plan.process,
        tasks=tasks,
    )


def _application(plan: Plan, intake: Intake, line: str) -> App:
    builder = ApplicationBuilder().token(plan.token).request(Wire(plan.request)).get_updates_request(intake)
    builder = builder.concurrent_updates(ChatByChat(plan.store.inbox, line))
    if plan.api:
        builder = builder.base_url(f"{plan.api}/bot").base_file_url(f"{plan.api}/file/bot")
    return builder.build()


@dataclass(frozen=True, slots=True)
class Rooms:
    """Who answers to which command, press and delivery."""

    talk: Talk
    recorder: Recorder
    undoing: Undoing
    guide: Guide
    keeping: Keeping
    doorkeeper: Doorkeeper
    overview: Overview
    filing: Filing
    lives: Lives
    auditing: Auditing
    restored: Restored
    offering: Offering
    unasked: Unasked

    def commands(self) -> dict[str, Handler]:
        guide, keeping = self.guide, self.keeping
        return {
            **dict.fromkeys(commands.QUESTIONS, self.talk.ask),
            **dict.fromkeys(recorder.READERS, self.recorder.command),
            "start": guide.start,
            "help": guide.help,
            **self.unasked.commands(),
            "status": self.overview.status,
            "backup": self.overview.backup,
            "undo": self.undoing.command,
            "cancel": self.recorder.leave,
            "people": keeping.people,
            "invite": keeping.invite,
            "approve": keeping.approve,
            "audit": self.auditing.command,
            "gaps": keeping.gaps,
            "history": self.lives.command,
            "export": self.filing.export,
        }

    def presses(self) -> dict[str, Press]:
        admin = Role.ADMIN
        return {
            "ask": Press(self.talk.press),
            "draw": Press(self.talk.draw),
            "csv": Press(self.talk.csv),
            **self.unasked.presses(),
            "save": Press(self.recorder.save, admin),
            "chg": Press(self.recorder.change, admin),
            "cxl": Press(self.recorder.cancel, admin),
            "ans": Press(self.recorder.choose, admin),
            "fld": Press(self.recorder.field, admin),
            "pick": Press(self.recorder.pick, admin),
            "undo": Press(self.undoing.press, admin),
            "let": Press(self.doorkeeper.let, admin),
            "bar": Press(self.doorkeeper.bar, admin),
            "role": Press(self.keeping.role, admin),
            "aud": Press(self.auditing.press, admin),
            "gap": Press(self.keeping.close_gap, admin),
            "exp": Press(self.filing.export_press),
            "life": Press(self.lives.press),
            "take": Press(self.filing.take, admin),
            "held": Press(self.restored.decide, admin),
            "offer": Press(self.offering.press, admin),
        }

    def renderers(self) -> dict[str, Renderer]:
        return {
            **self.unasked.renderers(),
            CONFIRM: self.undoing.confirmation,
            NOTICE: self.guide.notice,
            REQUEST: self.doorkeeper.request,
            WELCOME: self.guide.welcome,
            RESTORED: self.restored.render,
            OFFERED: self.offering.render,
        }

    async def words(self, turn: Turn) -> None:
        """Plain words: the answer to what an entry asked, a word on the alert replied to, else a question."""
        if recorder.is_cancel(turn.text):
            await self.recorder.leave(turn)
            return
        draft = self.recorder.awaits(turn) if turn.role is Role.ADMIN else None
        if draft is not None and await self.recorder.answer(
            turn, draft, lambda *, number: self.talk.understands(turn, number=number)
        ):
            return
        if not await self.unasked.words(turn):
            await self.talk.ask(turn)
        if draft is not None:
            await self.recorder.remind(turn, draft)

    async def file(self, turn: Turn) -> None:
        await self.filing.receive(turn)
