"""What keeps a live bot from starting is said in one line, with its setting."""

from __future__ import annotations

import errno
import os
import socket
from collections import Counter
from contextlib import AsyncExitStack
from types import SimpleNamespace

import pytest
from telegram.error import BadRequest, TimedOut

from bot import app
from bot.settings import Settings


def house(**values):
    standing = SimpleNamespace(snapshot=None)
    return SimpleNamespace(settings=Settings(_env_file=None, **values), chat=None, standing=standing)


async def test_a_port_for_health_that_is_taken_is_named_with_its_setting():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        where = f"127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(app.CannotRunError, match=f"HEALTH_LISTEN: cannot listen on {where}"):
            app._health(house(health_listen=where))


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (OSError(errno.EADDRINUSE, os.strerror(errno.EADDRINUSE)), "WEBHOOK_LISTEN: cannot listen on 127.0.0.1:8443"),
        (BadRequest("bad webhook: HTTPS url must be provided"), "WEBHOOK_URL: Telegram did not take it"),
    ],
)
async def test_a_webhook_that_cannot_be_had_is_named_with_its_setting(monkeypatch, error: Exception, line: str):
    async def refused(*_):
        raise error

    monkeypatch.setattr("bot.chat.webhook.listen", refused)
    with pytest.raises(app.CannotRunError, match=line):
        async with AsyncExitStack() as ends:
            await app._webhook(house(webhook_url="https://example.org/t"), ends)


@pytest.mark.parametrize(("error", "polls"), [(None, 1), (TimedOut(), 0)])
async def test_with_a_webhook_telegram_is_asked_whether_it_is_there(error: Exception | None, polls: int):
    """Nobody polls then, and a quiet day is no illness; a network that is away is no defect of ours."""
    heard = []

    async def get_me():
        if error:
            raise error

    def living(**values):
        settings = Settings(_env_file=None, **values)
        standing = SimpleNamespace(ticked=None, troubles=Counter(), polled=lambda: heard.append(1))
        chat = SimpleNamespace(application=SimpleNamespace(bot=SimpleNamespace(get_me=get_me)), menus=_NO_MENUS)
        parts = {name: SimpleNamespace(round=None) for name in ("store", "now", "fetcher", "poller", "figures")}
        return app.House(settings=settings, chat=chat, standing=standing, **parts)

    assert "telegram" not in [tick.name for tick in living().ticks().ticks]
    knock = next(tick for tick in living(webhook_url="https://example.org/t").ticks().ticks if tick.name == "telegram")
    await knock.does()
    assert len(heard) == polls


_NO_MENUS = SimpleNamespace(keep_up=None)
