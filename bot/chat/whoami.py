"""Whose token is it? One question to Telegram, for `lodestone doctor`. Starts nothing and changes nothing."""

from __future__ import annotations

from telegram import Bot as TelegramBot
from telegram.error import InvalidToken, NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, HTTPXRequest

from bot.doctor import Bot, Unreached
from bot.logs import blot

PATIENCE = 10.0  # seconds


async def whoami(token: str, api_url: str, request: BaseRequest | None = None) -> Bot | Unreached:
    """What Telegram says of the token's owner, or why it could not say."""
    request = request or HTTPXRequest(connect_timeout=PATIENCE, read_timeout=PATIENCE)
    try:
        async with request:
            return await _ask(TelegramBot(token, base_url=f"{api_url}/bot", request=request))
    except InvalidToken:
        return Unreached("401 Unauthorized", refused=True)
    except TimedOut:
        return Unreached(f"no answer in {PATIENCE:.0f} seconds")
    except NetworkError as error:
        return Unreached(blot(str(error).removeprefix("httpx.")))
    except TelegramError as error:
        return Unreached(blot(str(error)))


async def _ask(telegram: TelegramBot) -> Bot:
    me = await telegram.get_me()
    hook = await telegram.get_webhook_info()
    return Bot(
        username=me.username or "",
        joins_groups=bool(me.can_join_groups),
        reads_all=bool(me.can_read_all_group_messages),
        inline=bool(me.supports_inline_queries),
        webhook=hook.url,
        waiting=hook.pending_update_count,
    )
