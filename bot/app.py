"""The one place that knows everyone: settings and store in, a running bot out. Decides nothing by itself."""

from __future__ import annotations

import asyncio
import gc
import logging
import random
import signal
import sys
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from telegram.error import TelegramError
from telegram.request import HTTPXRequest

from bot import desk, promising, telling, upkeep
from bot.asking.context import Context
from bot.chat.assembly import Chatting, Plan, assemble
from bot.chat.holder import held
from bot.chat.numbering import reading_of
from bot.chat.pacer import FREE
from bot.chat.posts import parted
from bot.chat.process import Process
from bot.chat.sender import Artist
from bot.chat.talk import Said
from bot.chat.whoami import whoami
from bot.checkup import backup_folder
from bot.doctor import Unreached
from bot.health import HealthError, serve
from bot.news.triage import triage
from bot.outside import doors_for
from bot.sources import catalogue, comtrade
from bot.sources.fetch import Fetcher
from bot.sources.figures import FigureFetcher
from bot.sources.poll import Poller
from bot.sources.timing import Worry
from bot.standing import Standing
from bot.ticks import Tick, Ticks
from storage import Store
from storage.backup import copy_to
from storage.correspondence import Place, Role
from storage.phrased import phrased

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    import httpx
    from pydantic import SecretStr
    from telegram.request import BaseRequest
    from tornado.httpserver import HTTPServer

    from bot.asking.answers import Chart
    from bot.chat.talk import Desk
    from bot.clock import Clock
    from bot.news.thresholds import Reading
    from bot.settings import Settings
    from bot.sources.timing import Notice

log = logging.getLogger(__name__)

POOL = 16  # connections to Telegram; more make httpx slower
POLL_PATIENCE = 30.0  # seconds that one getUpdates waits


class CannotRunError(Exception):
    """The bot cannot start; the message says what to do."""


def desk_for(store: Store, settings: Settings) -> Desk:
    """The desk over one store, as the chat asks it."""

    def turn(text: str, context: str | None, now: datetime, *, language: str) -> Said:
        before = Context.from_text(context) if context else None
        said = desk.said(text, before, store, now, zone=settings.zone, language=language)
        return Said(said.answer, said.command, said.context.to_text() if said.context else "")

    return turn


def artist_for(asked: Desk, now: Clock, settings: Settings) -> Artist:
    """Who draws the chart of a question."""

    def find(draw: str) -> Chart | None:
        command, language = parted(draw)
        return asked(command, None, now(), language=language or "en").answer.chart

    def paint(chart: Chart) -> bytes:
        from bot.look.charts import png

        return png(chart, now().astimezone(settings.zone).date())

    return Artist(find, paint)


@dataclass(frozen=True, slots=True)
class House:
    """Every room of one process, wired."""

    settings: Settings
    store: Store
    now: Clock
    fetcher: Fetcher
    poller: Poller
    figures: FigureFetcher
    chat: Chatting
    standing: Standing

    def ticks(self) -> Ticks:
        zone, store = self.settings.zone, self.store

        async def promises() -> None:
            promising.promise_digests(store, self.now())
            promising.promise_reminders(store, self.now(), zone)
            stale = telling.stale_series(store, self.now().astimezone(zone).date())
            promising.promise_stale(store, self.now(), zone, self.chat.faults.admin_chats(), stale)
            promising.promise_numbers(store, self.now(), zone, self.measured)
            self.chat.restored.look()
            self.chat.offering.look()
            self.chat.drain.kick()

        async def tidy() -> None:
            said = await asyncio.to_thread(self._tidy)
            with store.atomic():
                for key, line in said:
                    self.chat.faults.notice(key, line)

        async def figures() -> None:
            if self.figures_due():
                done = await self.figures.run()
                with store.atomic():
                    self.chat.fetching.tell(f"figures:{self.now():%Y-%m-%dT%H}", done)

        async def knock() -> None:
            """With a webhook nobody polls, and Telegram is silent while people are: whether it can be reached is asked."""
            try:
                await self.chat.application.bot.get_me()
            except TelegramError as error:
                log.warning("telegram_not_reached why=%s", error)
            else:
                self.standing.polled()

        every = timedelta
        knocks = (Tick("telegram", every(minutes=1), knock),) if self.settings.webhook_url else ()
        return Ticks(
            (
                *knocks,
                Tick("watches", every(seconds=self.settings.poll_seconds), self.poller.round),
                Tick("promises", every(seconds=20), promises),
                Tick("upkeep", every(minutes=15), tidy, first=every(minutes=1)),
                Tick("menus", every(minutes=10), self.chat.menus.keep_up, first=every(minutes=10)),
                Tick("figures", every(hours=6), figures, first=every(minutes=5)),
            ),
            self.standing.ticked,
            self.standing.troubles,
        )

    async def aclose(self) -> None:
        """Let go of what leads to the web."""
        for fetcher in {self.fetcher, self.figures.fetcher}:
            await fetcher.aclose()

    def measured(self, command: str) -> Reading:
        """The number that a question gives now."""
        return reading_of(desk.said(command, None, self.store, self.now(), zone=self.settings.zone).answer)

    def figures_due(self) -> bool:
        """Once a month, and again until a fetching of this month has come through."""
        return comtrade.due(self.store.fetches.done(comtrade.SOURCE), self.now())

    def _tidy(self) -> list[tuple[str, str]]:
        """The nightly backup and what is forgotten, in a thread with a connection of its own; what admins should hear."""
        now, zone = self.now(), self.settings.zone
        said = upkeep.nightly_or_why(
            backup_folder(self.settings), now, zone, lambda target: copy_to(self.store.path, target)
        )
        with Store(self.store.path) as own:
            own.upkeep.prune(now)
            key = upkeep.monday(now, zone, since=own.upkeep.born())
            if key is None:
                return said
            tally = own.upkeep.tally(now - timedelta(days=7))
        line = upkeep.monday_line(tally, self.standing.last_backup(), self.standing.disk_free(), now)
        return [*said, (key, line)]


def build(
    settings: Settings,
    store: Store,
    now: Clock,
    *,
    request: BaseRequest,
    polling: BaseRequest,
    token: str,
    place: Place = Place.TELEGRAM,
    line: str = "",
    role: Role = Role.ADMIN,
    transport: httpx.AsyncBaseTransport | None = None,
    luck: Callable[[], float] = random.random,
) -> House:
    """The whole of one process. `request` and `polling` lead to Telegram, `transport` to the web; tests give their own."""
    zone = settings.zone
    fetcher = Fetcher(contact=settings.contact, allow_private=settings.allow_private_urls, transport=transport)
    asked = desk_for(store, settings)
    standing = Standing(store, now, backup_folder(settings))
    figures = figures_for(store, fetcher, now, settings, transport)
    plan = Plan(
        store=store,
        now=now,
        token=token,
        request=request,
        polling=polling,
        desk=asked,
        timezone=settings.timezone,
        place=place,
        line=line,
        api=settings.telegram_api_url if place is Place.TELEGRAM else "",
        admin_ids=settings.admin_ids,
        open_access=settings.open_access,
        terminal_role=role,
        artist=artist_for(asked, now, settings),
        progress=lambda at, language: desk.progress(store, at, zone=zone, language=language),
        process=process_for(standing, settings),
        pace=FREE if place is Place.TERMINAL else None,
        doors=doors_for(store, fetcher, now, figures, lambda: poller, settings.federal_register_url),
        retell=lambda entry: promising.revise_stories(store, entry),
        announce=lambda entry, story=0: promising.announce_entry(store, entry, now(), zone, story=story),
    )
    chat = assemble(plan)
    poller = Poller(
        store=store,
        fetcher=fetcher,
        judge=triage,
        announce=lambda story, at: promising.announce(store, story, at, zone),
        catch_up=lambda story, since, at: promising.catch_up(store, story, since, at, zone),
        warn=lambda notice, _at: chat.faults.notice(notice.key, worry_line(notice)),
        luck=luck,
        clock=now,
        register=settings.federal_register_url,
    )
    return House(settings, store, now, fetcher, poller, figures, chat, standing)


def figures_for(
    store: Store, fetcher: Fetcher, now: Clock, settings: Settings, transport: httpx.AsyncBaseTransport | None
) -> FigureFetcher:
    """The fetching of figures. Where the operator names another address than Comtrade's, it may be a private one."""
    if settings.comtrade_url and not settings.allow_private_urls:
        fetcher = Fetcher(contact=settings.contact, allow_private=True, transport=transport)
    return FigureFetcher(store, fetcher, now, asyncio.sleep, settings.comtrade_url, _secret(settings.comtrade_key))


def process_for(standing: Standing, settings: Settings) -> Process:
    """What the chat tells and asks of the process that it runs in."""

    async def copy() -> Path:
        target = backup_folder(settings) / upkeep.backup_name(standing.now())
        await asyncio.to_thread(copy_to, standing.store.path, target)
        return target

    return Process(
        heard=standing.polled,
        waiting=standing.ticked,  # it lives, though it is not ready
        answered=standing.answered,
        failed=standing.failed,
        troubles=lambda: standing.troubles,
        last_backup=standing.last_backup,
        disk_free=standing.disk_free,
        copy=copy,
    )


def _secret(value: SecretStr | None) -> str:
    return value.get_secret_value() if value else ""


def worry_line(notice: Notice) -> str:
    """What admins are told of watches, in one message, with what to do; to be kept."""
    named = ", ".join(f"#{watch.number} {watch.name}" for watch in notice.watches[:_NAMED])
    if len(notice.watches) > _NAMED:
        named = phrased("named_more", named=named, more=len(notice.watches) - _NAMED)
    why = notice.reasons[0] if notice.reasons else ""
    if why and notice.worry is Worry.FAULT:
        named = phrased("because", named=named, why=why)
    number = notice.watches[0].number if notice.watches else 0
    return phrased(_WORRIES[notice.worry], named=named, why=why or "?", count=notice.items, number=number)


_NAMED = 5  # watches of one message
_WORRIES = {
    Worry.FAULT: "watch_fault",
    Worry.NETWORK: "watch_network",
    Worry.HEALED: "watch_healed",
    Worry.SILENT: "watch_silent",
    Worry.HELD: "watch_held",
}


# ---------------------------------------------------------------- running


async def run_live(settings: Settings, store: Store, now: Clock) -> None:
    """The live bot, until it is told to stop. Raises CannotRunError and HeldError, each in one line."""
    with held(settings.database_path):
        store.upkeep.check()
        if settings.lodestone_seed:
            catalogue.stock(store, now())
        await _refuse_wrong_token(settings)
        house = build(
            settings,
            store,
            now,
            token=settings.token,
            request=HTTPXRequest(connection_pool_size=POOL),
            polling=HTTPXRequest(connection_pool_size=2, read_timeout=POLL_PATIENCE + 10),
        )
        async with AsyncExitStack() as ends:
            ends.push_async_callback(house.aclose)
            ends.push_async_callback(house.chat.end)
            if settings.health_listen:
                ends.callback(_health(house).stop)
            await house.chat.begin()
            _tell_claim_code(house)
            await house.chat.menus.begin()
            ticks = house.ticks()
            queue = house.chat.application.job_queue
            assert queue is not None  # noqa: S101 - it comes with the application
            ticks.start(queue)
            await (_webhook(house, ends) if settings.webhook_url else house.chat.poll())
            log.info("started bot=@%s watches=%d", house.chat.application.bot.username, len(store.watches.all()))
            _settle()
            await _told_to_stop()
            log.info("stopping")


def _settle() -> None:
    """What is here now stays: it need not be looked through again whenever what was made since is cleared away."""
    gc.collect()
    gc.freeze()


async def _refuse_wrong_token(settings: Settings) -> None:
    """A token that Telegram does not know will not mend itself; no network may."""
    found = await whoami(settings.token, settings.telegram_api_url)
    if not isinstance(found, Unreached):
        return
    if found.refused:
        raise CannotRunError("Telegram does not know this TELEGRAM_BOT_TOKEN: copy it again from @BotFather")
    log.warning("telegram_unreached why=%s; trying until it answers", found.why)


def _tell_claim_code(house: House) -> None:
    code = house.chat.access.claim_code()
    if code:
        log.warning("claim_code no admin yet: send the bot  /start %s  within an hour to become its admin", code)


def _health(house: House) -> HTTPServer:
    try:
        return serve(house.settings.health_listen, house.standing.snapshot)
    except HealthError as why:
        raise CannotRunError(str(why)) from why


async def _webhook(house: House, ends: AsyncExitStack) -> None:
    from bot.chat.webhook import listen

    settings = house.settings
    secret = _secret(settings.webhook_secret)
    try:
        server = await listen(house.chat, settings.webhook_url, settings.webhook_listen, secret)
    except OSError as error:
        where, why = settings.webhook_listen, error.strerror or error
        raise CannotRunError(f"WEBHOOK_LISTEN: cannot listen on {where} ({why}); choose a free port") from error
    except TelegramError as error:
        raise CannotRunError(f"WEBHOOK_URL: Telegram did not take it ({error}); see docs/operator.md") from error
    ends.callback(server.stop)


async def _told_to_stop() -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):
            loop.add_signal_handler(name, stop.set)
    await stop.wait()


async def run_terminal(settings: Settings, store: Store, now: Clock, role: Role) -> None:
    """The same bot at the keyboard, beside a live one if there is one: it drains its own chat alone and never ticks."""
    from rich.console import Console

    from bot.chat import terminal

    houses: list[House] = []

    def chatting(wire: terminal.Wire) -> Chatting:
        house = build(
            settings,
            store,
            now,
            request=wire,
            polling=wire,
            token=terminal.TOKEN,
            place=Place.TERMINAL,
            line=terminal.LINE,
            role=role,
        )
        houses.append(house)
        return house.chat

    interactive = sys.stdin.isatty()
    console = Console(width=None if interactive else 100, highlight=False)
    greeting = (_GREETING,) if interactive else ()
    try:
        await terminal.converse(
            chatting,
            store,
            now,
            console=console,
            folder=settings.database_path.parent,
            read=_reader(),
            greeting=greeting,
        )
    finally:
        for house in houses:
            await house.aclose()


_GREETING = "Lodestone, in the terminal. Ask a question, or /help; a number presses a button; Ctrl-D ends."


def _reader() -> Callable[[str], str]:
    """How a line is read: with a prompt and editing at a terminal, plainly from a pipe. '' is the end."""
    if not sys.stdin.isatty():
        return lambda _prompt: sys.stdin.readline()

    def ask(prompt: str) -> str:
        try:
            return input(prompt) + "\n"
        except EOFError:
            return ""

    return ask
