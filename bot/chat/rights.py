"""Who may decide for a chat: in private its person; in a group our admins and the group's own administrators."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from telegram.constants import ChatMemberStatus
from telegram.error import TelegramError

from bot.chat.delivery import judge
from bot.chat.phrases import say
from bot.chat.turn import Refusal
from storage.correspondence import Role

if TYPE_CHECKING:
    from telegram import Bot

    from bot.chat.turn import Turn

log = logging.getLogger(__name__)

REMEMBERED = timedelta(minutes=1)  # how long Telegram's word on a group's administrators is good
_MOST = 1_000
_RULE = (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)


@dataclass(frozen=True, slots=True)
class Rights:
    bot: Bot
    asked: dict[tuple[int, int], tuple[datetime, bool]] = field(default_factory=dict)

    async def check(self, turn: Turn) -> None:
        """Raises Refusal, which says who may, when this person may not decide for the chat."""
        if turn.chat.private or turn.role is Role.ADMIN or await self._administers(turn):
            return
        raise Refusal(say("group_admins_only", turn.language))

    async def _administers(self, turn: Turn) -> bool:
        key = turn.chat.telegram_id, turn.person.telegram_id
        at, known = self.asked.get(key, (turn.now - 2 * REMEMBERED, False))
        if turn.now - at < REMEMBERED:
            return known
        try:
            member = await self.bot.get_chat_member(*key)
        except TelegramError as error:
            log.info("member_unknown why=%s", judge(error).reason)
            return False
        if len(self.asked) >= _MOST:
            self.asked.clear()
        self.asked[key] = turn.now, member.status in _RULE
        return member.status in _RULE
