"""Telegram's menus of commands, by scope and language: strangers see the beginning alone, each chat what it may use."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram import BotCommand, BotCommandScopeChat, BotCommandScopeDefault
from telegram.error import TelegramError

from bot.chat.commands import Command, menu
from bot.chat.delivery import judge
from storage.correspondence import Chat, ChatState, Place, Role

if TYPE_CHECKING:
    from telegram import Bot

    from bot.chat.access import Access
    from storage import Store

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Menus:
    store: Store
    bot: Bot
    access: Access
    place: Place

    async def begin(self) -> None:
        """What everyone sees who has no menu of their own."""
        await self._set(BotCommandScopeDefault(), menu(Role.NONE))

    async def keep_up(self) -> int:
        """Set the menus of chats whose people may do more, or less, than when they were set; how many were."""
        done = 0
        for chat in self.store.chats.all(ChatState.ACTIVE):
            if chat.place is self.place:
                done += await self._keep_up(chat)
        return done

    async def _keep_up(self, chat: Chat) -> bool:
        person = self.store.people.at(chat.place, chat.telegram_id) if chat.private else None
        role = self.access.role(person, chat, chat.telegram_id)
        listed = menu(role)
        digest = hashlib.blake2b(repr(listed).encode(), digest_size=8).hexdigest()
        if self.store.chats.menu(chat.number) == digest:
            return False
        if await self._set(BotCommandScopeChat(chat.telegram_id), listed):
            self.store.chats.set_menu(chat.number, digest)
        return True

    async def _set(self, scope: BotCommandScopeDefault | BotCommandScopeChat, listed: tuple[Command, ...]) -> bool:
        try:
            await self.bot.set_my_commands([BotCommand(each.name, each.about) for each in listed], scope=scope)
            hindi = [BotCommand(each.name, each.about_hi) for each in listed]
            await self.bot.set_my_commands(hindi, scope=scope, language_code="hi")
        except TelegramError as error:
            log.info("menu_not_set why=%s", judge(error).reason)
            return False
        return True
