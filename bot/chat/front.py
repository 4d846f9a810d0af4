"""The front door: every update becomes a Turn, is checked against its sender's role now, and goes to one handler.

update -> whose is it? -> stranger: one polite line
                       -> what does it ask for? -> refused, asked back (too late), or handled
whatever a handler raises, the person gets a line, and the next update is answered
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, TypeAlias

from rapidfuzz import fuzz, process
from telegram import Update
from telegram.error import TelegramError
from telegram.ext import CallbackQueryHandler, ContextTypes, MessageHandler, filters

from bot.chat.commands import BY_NAME, allowed
from bot.chat.delivery import judge
from bot.chat.doorkeeper import language_of
from bot.chat.phrases import say
from bot.chat.posts import Button, plain
from bot.chat.turn import Refusal, Spoken, Turn, number_in, spoken, thread_of
from storage import NotFound, StoreBusy
from storage.correspondence import Chat, ChatState, Person, Place, Role
from storage.inbox import ANSWERING
from storage.phrased import phrased

if TYPE_CHECKING:
    from collections.abc import Mapping

    from telegram import CallbackQuery, Message, User
    from telegram.ext import Application

    from bot.chat.access import Access
    from bot.chat.courier import Courier
    from bot.chat.faults import Faults
    from bot.clock import Clock
    from storage import Store

log = logging.getLogger(__name__)

Handler: TypeAlias = Callable[[Turn], Awaitable[str | None]]

LATE = timedelta(minutes=10)  # an admin's command older than this is asked back
MOST_WORDS = 1_000  # characters of a question; longer ones are no questions
_PATIENCE = (0.1, 0.25, 0.5, 1.0)  # seconds between tries while another process writes
_TOAST = 190  # characters; Telegram takes 200
_LINE = 60  # characters that a passing toast shows; more is shown until it is tapped away
_LIKE = 60  # of 100, how like a command a mistyped one must be


@dataclass(frozen=True, slots=True)
class Press:
    """What a button's verb leads to, and what its presser must be."""

    handler: Handler
    needs: Role = Role.MEMBER


@dataclass(frozen=True, slots=True)
class Strangers:
    """What somebody without any right may do: begin, with or without a code, and ask for access."""

    start: Callable[[Update, Message, str], Awaitable[None]]
    join: Callable[[Update, CallbackQuery], Awaitable[str]]


@dataclass(frozen=True, slots=True)
class Front:
    store: Store
    access: Access
    courier: Courier
    faults: Faults
    now: Clock
    line: str
    place: Place
    bot: Callable[[], str]  # our own username
    commands: Mapping[str, Handler]
    presses: Mapping[str, Press]
    plain_words: Handler
    file: Handler
    strangers: Strangers

    def register(self, application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        """Edited messages are heard by nobody: what was sent once is not run again."""
        message = filters.UpdateType.MESSAGE & ~filters.StatusUpdate.ALL
        application.add_handler(MessageHandler(message, self.on_message))
        application.add_handler(CallbackQueryHandler(self.on_press))
        application.add_error_handler(self.on_error)

    # ---- messages

    async def on_message(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        message, user = update.effective_message, update.effective_user
        if message is None or user is None:
            return
        said = spoken(message, self.bot())
        document = message.document
        if said is None and not (document and message.chat.type == "private"):
            self.store.inbox.forget(self.line, update.update_id)
            return
        said = said or Spoken("", "")
        chat, person, role = self._who(message, user)
        if role is Role.NONE or chat is None or person is None:
            await self.strangers.start(update, message, said.text if said.command == "start" else "")
            self.store.inbox.forget(self.line, update.update_id)
            return
        turn = replace(
            self._turn(update, chat, person, role),
            text=said.text,
            command=said.command,
            file_id=document.file_id if document else "",
            file_name=(document.file_name or "") if document else "",
            file_size=(document.file_size or 0) if document else 0,
        )
        await self._carefully(turn, lambda: self.take(turn, sent=message.date))

    async def take(self, turn: Turn, *, sent: Any = None) -> None:
        """Lead a message to its handler. `sent`: when it was written, None when it was asked back already."""
        if not turn.command:
            await self._take_words(turn)
            return
        command = BY_NAME.get(turn.command)
        handler = self.commands.get(turn.command)
        if command is None or handler is None:
            await self._unknown(turn)
            return
        if command.needs.rank > turn.role.rank:
            raise Refusal(self._admins_only(turn))
        if command.needs is Role.ADMIN and sent is not None and turn.now - sent > LATE:
            await self._ask_back(turn, sent)
            return
        await handler(turn)

    def _admins_only(self, turn: Turn) -> str:
        names = self.access.admin_names()
        return say("admins_only" if names else "admins_only_bare", turn.language, names=names)

    async def _take_words(self, turn: Turn) -> None:
        if turn.file_id:
            await self.file(turn)
        elif not turn.text:
            await self.courier.reply(turn, [plain(say("empty", turn.language))])
        elif len(turn.text) > MOST_WORDS:
            await self.courier.reply(turn, [plain(say("too_long", turn.language))])
        else:
            await self.plain_words(turn)

    async def _unknown(self, turn: Turn) -> None:
        names = [command.name for command in allowed(turn.role)]
        found = process.extractOne(turn.command, names, scorer=fuzz.ratio, score_cutoff=_LIKE)
        key = "unknown_command" if found else "unknown_command_bare"
        text = say(key, turn.language, name=turn.command, nearest=found[0] if found else "")
        await self.courier.reply(turn, [plain(text)])

    async def _ask_back(self, turn: Turn, sent: Any) -> None:
        """It was written while we were away: the world may have moved on."""
        text = say("late", turn.language, time=f"{sent:%d %b %H:%M} UTC", text=turn.words)
        buttons = (
            Button(say("do_it", turn.language), f"late:{turn.update_id}:yes"),
            Button(say("leave_it", turn.language), f"late:{turn.update_id}:no"),
        )
        await self.courier.reply(turn, [plain(text, buttons)])

    async def late(self, turn: Turn) -> str:
        """The answer to what was asked back: the message runs as its own sender's, if they still may."""
        number, _, choice = turn.data.partition(":")
        arrival = self.store.inbox.get(self.line, number_in(number) or 0)
        original = Update.de_json(json.loads(arrival.body), None) if arrival else None
        message = original.effective_message if original else None
        if message is None or message.from_user is None:
            raise Refusal(say("stale", turn.language))
        if message.from_user.id != turn.person.telegram_id:
            raise Refusal(say("stale", turn.language))
        await self.courier.unbutton(turn)
        if choice != "yes":
            return say("left", turn.language)
        said = spoken(message, self.bot()) or Spoken("", "")
        reply_to = message.reply_to_message.message_id if message.reply_to_message else 0
        asked = replace(turn, text=said.text, command=said.command, message=message.message_id, reply_to=reply_to)
        await self.take(replace(asked, press=""))
        return ""

    # ---- presses

    async def on_press(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        query = update.callback_query
        if query is None:
            return
        toast: str | None = None
        try:
            toast = await self._press(update, query)
        finally:
            await self._answered(query, toast or "")

    async def _press(self, update: Update, query: CallbackQuery) -> str | None:
        message, data = query.message, query.data or ""
        if message is None:
            return say("stale")
        verb, _, rest = data.partition(":")
        verb, hashed, digest = verb.partition("#")
        if verb == "join":
            return await self.strangers.join(update, query)
        person = self.store.people.at(self.place, query.from_user.id)
        chat = self.store.chats.at(self.place, message.chat.id)
        role = self.access.role(person, chat, query.from_user.id)
        if role is Role.NONE or chat is None:
            self.store.inbox.forget(self.line, update.update_id)
            return say("stranger")
        person = self._person(query.from_user)
        turn = replace(
            self._turn(update, chat, person, role),
            data=(self.store.talk.lengthen(digest) or "") if hashed else rest,
            press=query.id,
            message=message.message_id,
        )
        press = self.presses.get(verb)
        if press is None or not turn.data:
            return say("stale", turn.language)
        if press.needs.rank > role.rank:
            return self._admins_only(turn)
        shown = _shows(message, data)
        return await self._carefully(turn, lambda: _pressed(press, turn, shown=shown))

    async def _answered(self, query: CallbackQuery, toast: str) -> None:
        """Every press is answered, or the button would go on spinning."""
        try:
            await query.answer(toast[:_TOAST] or None, show_alert=len(toast) > _LINE)
        except TelegramError as error:
            log.info("press_unanswered why=%s", judge(error).reason)

    # ---- whoever it is

    def _who(self, message: Message, user: User) -> tuple[Chat | None, Person | None, Role]:
        """The chat, the person and their role; nothing of a stranger's is written down."""
        chat = self.store.chats.at(self.place, message.chat.id)
        person = self.store.people.at(self.place, user.id)
        anonymous = message.sender_chat is not None  # a group's admin in disguise, or a channel: nobody of ours
        role = self.access.role(None if anonymous else person, chat, 0 if anonymous else user.id)
        if role is Role.NONE:
            return chat, person, role
        return self._chat(message, chat, role), self._person(user), role

    def _person(self, user: User) -> Person:
        return self.store.people.meet(
            self.place, user.id, name=user.full_name, username=user.username or "", now=self.now()
        )

    def _chat(self, message: Message, known: Chat | None, role: Role) -> Chat | None:
        """The chat as it now is. A private one of somebody with a right is open; a group must be let in."""
        about = message.chat
        private = about.type == "private"
        if known is None and not private:
            return None
        chat = self.store.chats.meet(
            self.place,
            about.id,
            kind=about.type,
            title=about.title or about.full_name or str(about.id),
            forum=bool(about.is_forum),
            now=self.now(),
            language=language_of(message.from_user) if private and message.from_user else "",
        )
        opened = private and chat.state is not ChatState.ACTIVE and role is not Role.NONE
        if opened or chat.state is ChatState.PAUSED:
            chat = self._opened(chat)
        thread = message.message_thread_id if message.is_topic_message else None
        if thread:
            self.store.chats.meet_topic(chat.number, thread)
        return chat

    def _opened(self, chat: Chat) -> Chat:
        """Whoever writes to us can be written to again; a private chat that is new gets what new ones get."""
        with self.store.atomic():
            entry = self.store.journal.begin(
                at=self.now(), person=None, via="chat", verb="open", summary=phrased("opened", chat=chat.title)
            )
            self.access.open(entry, chat)
        return self.store.chats.get(chat.number)

    def _turn(self, update: Update, chat: Chat, person: Person, role: Role) -> Turn:
        message = update.effective_message
        original = getattr(message, "reply_to_message", None)
        arrival = self.store.inbox.get(self.line, update.update_id)
        return Turn(
            line=self.line,
            update_id=update.update_id,
            now=self.now(),
            chat=chat,
            thread=thread_of(update),
            person=person,
            role=role,
            message=message.message_id if message else 0,
            reply_to=original.message_id if original else 0,
            again=arrival is not None and arrival.state == ANSWERING,
        )

    # ---- when something is wrong

    async def _carefully(self, turn: Turn, handle: Callable[[], Awaitable[Any]]) -> str | None:
        """What a handler has to say to a press; a refusal or a failure of ours becomes a line for the person."""
        for wait in (*_PATIENCE, None):
            try:
                said = await handle()
            except StoreBusy:
                if wait is None:
                    return await self._told(turn, say("busy", turn.language))
                await asyncio.sleep(wait)
            except Refusal as no:
                return await self._told(turn, str(no))
            except NotFound as gone:
                return await self._told(turn, str(gone))
            except Exception as error:  # noqa: BLE001 - nothing may leave a handler: the next one must be answered
                reference = self.faults.crash(turn.command or ("a press" if turn.press else "words"), error)
                return await self._told(turn, say("defect", turn.language, reference=reference))
            else:
                return said if isinstance(said, str) else None
        return None

    async def _told(self, turn: Turn, text: str) -> str | None:
        """A press is answered by a toast, a message by a message."""
        if turn.press:
            return text
        await self.courier.reply(turn, [plain(text)])
        return None

    async def on_error(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """What went wrong outside a handler."""
        error = context.error
        if isinstance(error, StoreBusy):
            log.warning("store_busy %s", error)
        elif error is not None:
            number = update.update_id if isinstance(update, Update) else 0
            self.faults.crash(f"update {number}" if number else "a tick", error)


def _shows(message: object, data: str) -> bool:
    """Whether a button under the message holds these data: what Telegram shows there, nobody can forge."""
    markup = getattr(message, "reply_markup", None)
    return any(button.callback_data == data for row in (markup.inline_keyboard if markup else ()) for button in row)


async def _pressed(press: Press, turn: Turn, *, shown: bool) -> str | None:
    """Data of no button that we show may be forged, or of long ago: what cannot be read in them is no fault of ours."""
    try:
        return await press.handler(turn)
    except (ValueError, OverflowError, NotFound) as error:
        if shown:
            raise
        raise Refusal(say("stale", turn.language)) from error
