"""One message, one call: through the pacer, formatted, and once more without formatting when that is refused."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot.chat.delivery import Fate, Verdict, judge
from bot.look.pages import CAPTION, escape, pages
from storage.correspondence import Lane

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import Bot

    from bot.asking.answers import Chart
    from bot.chat.pacer import Pacer
    from bot.chat.posts import Buttons, Post
    from storage.correspondence import Chat
    from storage.talk import Talk

log = logging.getLogger(__name__)

GENERAL = 1  # the topic of a forum that must not be named when sending
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True, slots=True)
class Target:
    """Where a message goes: Telegram's id of the chat, the topic, and the message that it answers."""

    chat: int
    thread: int = 0
    reply_to: int = 0
    silent: bool = False

    @property
    def topic(self) -> int | None:
        return self.thread if self.thread not in (0, GENERAL) else None

    @property
    def reply(self) -> ReplyParameters | None:
        if not self.reply_to:
            return None
        return ReplyParameters(self.reply_to, allow_sending_without_reply=True)


def target(chat: Chat, thread: int = 0, *, reply_to: int = 0, silent: bool = False) -> Target:
    return Target(chat.telegram_id, thread, reply_to, silent)


@dataclass(frozen=True, slots=True)
class Artist:
    """Makes the chart of a question: `find` asks it anew, `paint` draws it, in a thread (a fifth of a second)."""

    find: Callable[[str], Chart | None]
    paint: Callable[[Chart], bytes]


class Sender:
    def __init__(self, bot: Bot, pacer: Pacer, talk: Talk, artist: Artist | None = None) -> None:
        self._bot = bot
        self._pacer = pacer
        self._talk = talk
        self._artist = artist
        self._easel = asyncio.Lock()  # one picture at a time: the library is not safe in threads

    @property
    def bot(self) -> Bot:
        return self._bot

    @property
    def pacer(self) -> Pacer:
        return self._pacer

    async def send(
        self, to: Target, lane: Lane, post: Post, *, begin: Callable[[], None] = lambda: None
    ) -> Message | Verdict:
        """Waits for its turn, calls `begin`, and sends. What Telegram refused is a verdict, not an error."""
        async with self._pacer.turn(to.chat, lane):
            begin()
            return await self.send_now(to, post)

    async def send_now(self, to: Target, post: Post) -> Message | Verdict:
        """Within a turn that the caller holds."""
        if post.draw:
            return await self._picture(to, post)
        if post.file:
            return await self._document(to, post)
        return await self._tried(to.chat, post, lambda each, mode: self._text(to, each, mode))

    async def edit(self, chat: int, message_id: int, lane: Lane, post: Post) -> Message | Verdict:
        async with self._pacer.turn(chat, lane):
            return await self.edit_now(chat, message_id, post)

    async def edit_now(self, chat: int, message_id: int, post: Post) -> Message | Verdict:
        return await self._tried(chat, post, lambda each, mode: self._edited(chat, message_id, each, mode))

    async def unbutton(self, chat: int, message_id: int) -> None:
        """Without its buttons; where that is refused they stay, and say that they are stale."""
        async with self._pacer.turn(chat, Lane.ANSWERS):
            try:
                await self._bot.edit_message_reply_markup(chat, message_id)
            except TelegramError as error:
                log.info("unbutton_failed why=%s", judge(error).reason)

    async def _tried(
        self, chat: int, post: Post, call: Callable[[Post, str | None], Awaitable[Message]]
    ) -> Message | Verdict:
        """A call, and once more in plain text where its formatting was refused."""
        try:
            return await call(post, ParseMode.HTML)
        except TelegramError as error:
            verdict = judge(error)
        if verdict.fate is Fate.PLAIN:
            try:
                return await call(replace(post, html=post.text() or "-"), None)
            except TelegramError as error:
                verdict = judge(error, plain=True)
        if verdict.fate is Fate.FLOOD:
            self._pacer.flood(chat, verdict.wait)
        return verdict

    async def _text(self, to: Target, post: Post, mode: str | None) -> Message:
        return await self._bot.send_message(
            to.chat,
            post.html,
            parse_mode=mode,
            message_thread_id=to.topic,
            disable_notification=to.silent or None,
            reply_parameters=to.reply,
            reply_markup=keyboard(post.buttons),
            link_preview_options=_NO_PREVIEW,
        )

    async def _edited(self, chat: int, message_id: int, post: Post, mode: str | None) -> Message:
        done = await self._bot.edit_message_text(
            post.html,
            chat,
            message_id,
            parse_mode=mode,
            reply_markup=keyboard(post.buttons),
            link_preview_options=_NO_PREVIEW,
        )
        assert isinstance(done, Message)  # noqa: S101 - True comes for inline messages alone
        return done

    async def _document(self, to: Target, post: Post) -> Message | Verdict:
        assert post.file is not None  # noqa: S101 - the caller looked
        document = InputFile(post.file.body, filename=post.file.name)

        async def call(each: Post, mode: str | None) -> Message:
            return await self._bot.send_document(
                to.chat,
                document,
                caption=each.html or None,
                parse_mode=mode,
                message_thread_id=to.topic,
                disable_notification=to.silent or None,
                reply_parameters=to.reply,
                reply_markup=keyboard(each.buttons),
            )

        return await self._tried(to.chat, captioned(post), call)

    async def _picture(self, to: Target, post: Post) -> Message | Verdict:
        """A chart; one that was sent before goes by Telegram's own id. With nothing to draw, its words alone."""
        chart = self._artist.find(post.draw) if self._artist else None
        if chart is None or self._artist is None:
            words = replace(post, draw="", html=post.html or escape("There is nothing to draw."))
            return await self._tried(to.chat, words, lambda each, mode: self._text(to, each, mode))
        of_this_bot = f"{self._bot.id} {chart!r}"  # another bot's ids are no good
        digest = hashlib.blake2b(of_this_bot.encode(), digest_size=16).hexdigest()
        known = self._talk.picture(digest)
        if known:
            sent = await self._photo(to, post, known)
            if isinstance(sent, Message) or sent.fate is not Fate.DEAD:  # dead: the id is no good any more
                return sent
        async with self._easel:
            body = await asyncio.to_thread(self._artist.paint, chart)
        sent = await self._photo(to, post, InputFile(body, filename="chart.png"))
        if isinstance(sent, Message) and sent.photo:
            self._talk.keep_picture(digest, sent.photo[-1].file_id)
        return sent

    async def _photo(self, to: Target, post: Post, photo: InputFile | str) -> Message | Verdict:
        async def call(each: Post, mode: str | None) -> Message:
            return await self._bot.send_photo(
                to.chat,
                photo,
                caption=each.html or None,
                parse_mode=mode,
                message_thread_id=to.topic,
                disable_notification=to.silent or None,
                reply_parameters=to.reply,
                reply_markup=keyboard(each.buttons),
            )

        return await self._tried(to.chat, captioned(post), call)


def captioned(post: Post) -> Post:
    """Its words cut to what a picture or file may carry."""
    found = pages(post.html, CAPTION)
    return replace(post, html=found[0] if found else "")


def keyboard(buttons: Buttons) -> InlineKeyboardMarkup | None:
    """An empty one is left out: an edit without it takes the buttons away."""
    if not buttons:
        return None
    rows = [
        [InlineKeyboardButton(each.text, callback_data=each.data or None, url=each.url or None) for each in row]
        for row in buttons
    ]
    return InlineKeyboardMarkup(rows)
