"""One chat's updates run one after another, those of eight chats at once; each is done only when its handler is.

python-telegram-bot makes a task of every update in the order of coming, so a lock's own queue keeps that order.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

from storage import StoreBusy

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from storage.inbox import Inbox

log = logging.getLogger(__name__)

AT_ONCE = 8  # chats
_UNBOUNDED = 1_000_000  # the base class would count a chat's whole queue against its bound
_PATIENCE = (0.1, 0.25, 0.5, 1.0, 3.0)  # seconds between tries while another process writes


class ChatByChat(BaseUpdateProcessor):
    def __init__(self, inbox: Inbox, line: str, at_once: int = AT_ONCE) -> None:
        super().__init__(_UNBOUNDED)
        self._inbox = inbox
        self._line = line
        self._slots = asyncio.Semaphore(at_once)
        self._locks: dict[int, asyncio.Lock] = {}
        self._users: Counter[int] = Counter()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        try:
            await self._in_turn(update, coroutine)
        finally:
            if isinstance(coroutine, Coroutine):
                coroutine.close()  # of one that never began, since we stop; the others are at their end

    async def _in_turn(self, update: object, coroutine: Awaitable[Any]) -> None:
        if not isinstance(update, Update) or blank(update):
            await coroutine
            return
        chat = chat_of(update)
        self._users[chat] += 1
        try:
            async with self._locks.setdefault(chat, asyncio.Lock()), self._slots:
                await coroutine
                await self._done(update.update_id)
        finally:
            self._users[chat] -= 1
            if not self._users[chat]:
                del self._users[chat], self._locks[chat]

    async def _done(self, update_id: int) -> None:
        """A handler that wrote something has marked it already, in its own transaction; then this changes nothing."""
        for wait in _PATIENCE:
            try:
                self._inbox.done(self._line, update_id)
            except StoreBusy:
                await asyncio.sleep(wait)
            else:
                return
        log.warning("update_not_marked id=%s: the store was busy; it will run again at the next start", update_id)

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to put away."""


def blank(update: Update) -> bool:
    """Stands for one that was passed on before (or cannot be read), whose own mark must not be touched."""
    return not update.api_kwargs and all(getattr(update, name) is None for name in Update.ALL_TYPES)


def chat_of(update: Update) -> int:
    """Whose order it keeps: the chat's, for inline queries the person's; 0 for what has neither."""
    if update.effective_chat:
        return update.effective_chat.id
    return update.effective_user.id if update.effective_user else 0
