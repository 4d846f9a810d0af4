"""/figure refresh: import figures are fetched while one message shows how far it is; odd ones wait for an admin's word."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from bot.chat.drain import POST
from bot.chat.posts import Button, Post, pack, plain
from bot.chat.tidings import say
from bot.chat.turn import Refusal
from bot.look import cards
from bot.look.pages import escape
from storage.correspondence import Lane
from storage.phrased import phrased

if TYPE_CHECKING:
    from bot.chat.alerts import Alerts
    from bot.chat.courier import Courier
    from bot.chat.doors import Doors, Fetched, Step
    from bot.chat.faults import Faults
    from bot.chat.turn import Turn
    from bot.chat.writes import Writes
    from storage import Store
    from storage.correspondence import Chat

REFRESH: Final = ("refresh", "fetch", "ताज़ा")
HELD: Final = ("held",)
_EDIT_EVERY: Final = 5.0  # seconds between two edits of the message that shows how far it is
_MOST_HELD: Final = 8
_MOST_REVISED: Final = 10


@dataclass(frozen=True, slots=True)
class Fetching:
    """`tasks` are ended with the chat; at most one fetching runs."""

    store: Store
    courier: Courier
    alerts: Alerts
    writes: Writes
    faults: Faults
    doors: Doors | None
    tasks: list[asyncio.Task[None]]
    running: set[str] = field(default_factory=set)

    def takes(self, turn: Turn) -> bool:
        """Whether /figure asks for this, and not for a figure to be recorded."""
        return turn.text.strip().casefold() in (*REFRESH, *HELD)

    async def command(self, turn: Turn) -> None:
        if turn.text.strip().casefold() in HELD:
            await self.courier.reply(turn, [self._held(turn.language, turn.chat)])
            return
        if self.doors is None:
            raise Refusal(say("fetch_no_door", turn.language))
        if self.running:
            raise Refusal(say("fetch_runs", turn.language))
        shown = await self.courier.reply(turn, [plain(say("fetch_begun", turn.language))])
        self.running.add("figures")
        self.tasks.append(asyncio.create_task(self._run(turn, shown[-1] if shown else 0, self.doors), name="figures"))

    async def _run(self, turn: Turn, message: int, doors: Doors) -> None:
        """In the background: the chat goes on meanwhile."""
        try:
            done = await self._watched(turn, message, doors)
        except Exception as error:  # noqa: BLE001 - whatever a fetching does, the chat goes on
            self.faults.crash("a fetching of figures", error)
        else:
            await self._edit(turn, message, outcome(done, turn.language))
            with self.store.atomic():
                self._tell(turn.chat, turn.thread, f"fetched:{turn.line}:{turn.update_id}", done)
            self.writes.kick()
        finally:
            self.running.clear()

    async def _watched(self, turn: Turn, message: int, doors: Doors) -> Fetched:
        steps: list[Step] = []
        work = asyncio.ensure_future(doors.refresh(steps.append, turn.person.number))
        seen = 0
        try:
            while not work.done():
                await asyncio.wait({work}, timeout=_EDIT_EVERY)
                if len(steps) > seen and not work.done():
                    seen, step = len(steps), steps[-1]
                    said = say(
                        "fetch_step", turn.language, number=step.number, of=step.of, period=step.period, rows=step.rows
                    )
                    await self._edit(turn, message, said)
            return work.result()
        finally:
            work.cancel()

    async def _edit(self, turn: Turn, message: int, words: str) -> None:
        if message:
            await self.courier.sender.edit(turn.chat.telegram_id, message, Lane.ANSWERS, plain(words))

    # ---- what it brought

    def tell(self, key: str, done: Fetched) -> None:
        """Admins hear what a fetching by the clock revised and held. Call inside `atomic()`."""
        for chat in self.faults.admin_chats():
            self._tell(chat, 0, key, done)

    def _tell(self, chat: Chat, thread: int, key: str, done: Fetched) -> None:
        """What was revised, and what waits for an admin's word; nothing where neither is."""
        posts = [self._revised(chat, done)] if done.revised else []
        posts += [self._held(chat.language or "en", chat)] if done.held else []
        for place, post in enumerate(posts):
            self.store.outbox.promise(
                chat.number,
                thread=thread,
                key=f"{key}:{place}",
                what=POST,
                subject="",
                body=pack(post),
                lane=Lane.REST,
                now=self.courier.now(),
            )

    def _revised(self, chat: Chat, done: Fetched) -> Post:
        hearer = self.alerts.hearer(chat)
        lines = [f"• {cards.figure_line(each, hearer.voice)}" for each in done.revised[:_MOST_REVISED]]
        more = [f"... {len(done.revised) - _MOST_REVISED}"] if len(done.revised) > _MOST_REVISED else []
        return Post("\n".join([f"<b>{escape(say('revised', hearer.voice.language))}</b>", *lines, *more]))

    def _held(self, language: str, chat: Chat) -> Post:
        """The numbers that wait, each with its two buttons."""
        held = self.store.fetches.held()[:_MOST_HELD]
        if not held:
            return plain(say("held_none", language))
        voice = self.alerts.hearer(chat).voice
        lines = [
            f"{place}. {cards.figure_line(each.figure, voice)}\n{escape(say('held_figure', language, reason=each.reason))}"
            for place, each in enumerate(held, start=1)
        ]
        rows = tuple(
            (
                Button(f"{place}. {say('take_it', language)}", f"hfig:{each.number}:yes"),
                Button(f"{place}. {say('refuse_it', language)}", f"hfig:{each.number}:no"),
            )
            for place, each in enumerate(held, start=1)
        )
        return Post("\n".join(lines), rows)

    async def press(self, turn: Turn) -> str:
        """*Take it* or *Refuse it*."""
        number, _, word = turn.data.partition(":")
        if not number.isdecimal() or self.doors is None:
            raise Refusal(say("fetch_no_door", turn.language))
        if word == "yes":
            done = self.doors.accept(int(number), turn.person.number) is not None
        else:
            with self.writes.act(turn, "figure", phrased("held_figure_refused", number=number), confirm=False):
                done = self.store.fetches.settle(int(number), taken=False)
        if self.store.fetches.held():
            await self.courier.edit(turn, self._held(turn.language, turn.chat))
        else:
            await self.courier.unbutton(turn)
        if not done:
            raise Refusal(say("gone", turn.language))
        return say("taken" if word == "yes" else "not_taken", turn.language)


def outcome(done: Fetched, language: str) -> str:
    """What a fetching brought, in a line or two."""
    said = say("fetch_done", language, calls=done.calls, new=done.new, revised=len(done.revised), held=done.held)
    return f"{said}\n{say('fetch_stopped', language, why=done.stopped)}" if done.stopped else said
