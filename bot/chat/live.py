"""The chat live in Telegram: reached, heard, and put away in order when it is asked to stop."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import TYPE_CHECKING

from telegram.error import InvalidToken, NetworkError
from telegram.request import HTTPXRequest

from bot.chat.delivery import backoff
from storage import StorageError

if TYPE_CHECKING:
    from bot.chat.assembly import Chatting

log = logging.getLogger(__name__)

_CONNECTIONS = 12  # four deliveries in flight, and eight chats that press buttons
_MENUS = 60.0  # seconds between two looks whose menus have changed


def line_for_calls() -> HTTPXRequest:
    return HTTPXRequest(
        connection_pool_size=_CONNECTIONS, connect_timeout=10, read_timeout=20, write_timeout=20, pool_timeout=10
    )


def line_for_polling() -> HTTPXRequest:
    return HTTPXRequest(connection_pool_size=2, connect_timeout=10, read_timeout=10, write_timeout=10, pool_timeout=10)


async def live(chat: Chatting, stop: asyncio.Event, *, patience: int = 30) -> None:
    """Until `stop` is set. Raises InvalidToken when Telegram does not know the token.

    Without a network it waits for one: what is owed stays owed.
    """
    await _reached(chat, stop)
    if stop.is_set():
        return
    try:
        await chat.begin()
        await chat.poll(patience)
        menus = asyncio.create_task(_menus(chat), name="menus")
        await stop.wait()
        menus.cancel()
        with suppress(asyncio.CancelledError):
            await menus
    finally:
        await chat.end()


async def _reached(chat: Chatting, stop: asyncio.Event) -> None:
    """Wait until Telegram has told us who we are."""
    tries = 0
    while not stop.is_set():
        try:
            await chat.application.initialize()
        except InvalidToken:
            raise
        except NetworkError as error:
            tries += 1
            log.warning("telegram_not_reached why=%s next_try=%ss", error, int(backoff(tries).total_seconds()))
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), backoff(tries).total_seconds())
        else:
            return


async def _menus(chat: Chatting) -> None:
    """Each chat's menu lists what it may use, soon after that has changed."""
    await chat.menus.begin()
    while True:
        try:
            await chat.menus.keep_up()
        except StorageError as error:
            log.warning("menus_wait why=%s", error)
        await asyncio.sleep(_MENUS)
