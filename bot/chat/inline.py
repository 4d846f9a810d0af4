"""Inline: `@bot imports 2024` in any chat, answered for whoever may read; strangers get an empty list."""

from __future__ import annotations

import hashlib
import logging
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from telegram import InlineQueryResultArticle, InputTextMessageContent, LinkPreviewOptions, Update
from telegram.constants import ParseMode
from telegram.error import TelegramError
from telegram.ext import ContextTypes, InlineQueryHandler

from bot.asking.answers import Kind
from bot.chat.delivery import judge
from bot.look.html import html
from bot.look.numbers import INDIAN
from bot.look.pages import shown
from storage import StorageError
from storage.correspondence import Place, Role

if TYPE_CHECKING:
    from telegram import InlineQuery
    from telegram.ext import Application

    from bot.chat.access import Access
    from bot.chat.faults import Faults
    from bot.chat.talk import Desk
    from bot.clock import Clock
    from storage import Store

log = logging.getLogger(__name__)

_MOST_WORDS = 200  # letters of a question; Telegram sends no more than 256
_TITLE, _ABOUT = 60, 120
_NOTHING_TO_SHOW = (Kind.UNKNOWN, Kind.CLARIFY, Kind.HELP)


@dataclass(frozen=True, slots=True)
class Inline:
    store: Store
    access: Access
    faults: Faults
    desk: Desk
    now: Clock
    place: Place
    line: str

    def register(self, application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        application.add_handler(InlineQueryHandler(self.on_query))

    async def on_query(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        query = update.inline_query
        if query is None:
            return
        try:
            results = self._results(query)
        except Exception as error:  # noqa: BLE001 - nothing may leave a handler: the next one must be answered
            self.faults.crash("inline", error)
            results = []
        with suppress(StorageError):  # busy: it is forgotten with the month
            self.store.inbox.forget(self.line, update.update_id)
        try:
            await query.answer(results, cache_time=0, is_personal=True)
        except TelegramError as error:
            log.info("inline_unanswered why=%s", judge(error).reason)

    def _results(self, query: InlineQuery) -> list[InlineQueryResultArticle]:
        """One article: the answer as the chat would give it. None without an answer, and for whoever may not read."""
        person = self.store.people.at(self.place, query.from_user.id)
        words = query.query.strip()
        if self.access.role(person, None, query.from_user.id) is Role.NONE or not 0 < len(words) <= _MOST_WORDS:
            return []
        chat = self.store.chats.at(self.place, query.from_user.id)
        said = self.desk(words, None, self.now(), language=(chat.language if chat else "") or "en")
        if said.answer.kind in _NOTHING_TO_SHOW:
            return []
        page = html(said.answer, style=chat.numbers if chat else INDIAN)[0]
        content = InputTextMessageContent(
            page, ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
        )
        number = hashlib.blake2b(said.command.encode(), digest_size=16).hexdigest()
        title = shown(page).strip().split("\n", 1)[0]
        return [InlineQueryResultArticle(number, title[:_TITLE], content, description=said.answer.reading[:_ABOUT])]
