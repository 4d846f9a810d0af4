"""Updates that Telegram brings to us: kept before they are confirmed, as those that we fetch. TLS is a proxy's work."""

from __future__ import annotations

import hmac
import json
import logging
import secrets
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from telegram import Update
from telegram.error import NetworkError
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from storage import StorageError

if TYPE_CHECKING:
    from bot.chat.assembly import Chatting

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
MOST_BYTES = 1024 * 1024


class _Door(RequestHandler):
    """One update a call. Answers 200 only once it is written down."""

    def initialize(self, chat: Chatting, secret: str) -> None:
        self._chat = chat
        self._secret = secret

    async def post(self) -> None:
        shown = self.request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(shown.encode(), self._secret.encode()):
            self.set_status(403)
            return
        try:
            update = json.loads(self.request.body)
        except ValueError:
            self.set_status(400)
            return
        try:
            kept = self._chat.intake.keep([update])
        except (StorageError, NetworkError) as error:  # Telegram brings it again
            log.warning("webhook_waits why=%s", error)
            self.set_status(503)
            return
        for each in kept:
            await self._chat.application.update_queue.put(Update.de_json(each, self._chat.application.bot))


def _unlogged(_handler: RequestHandler) -> None:
    """Who knocks without the secret writes nothing into our log."""


async def listen(chat: Chatting, public: str, address: str, secret: str = "") -> HTTPServer:
    """Listen on `address` (host:port) for the path of `public`, and tell Telegram. Raises OSError, TelegramError."""
    secret = secret or secrets.token_urlsafe(32)
    path = urlsplit(public).path or "/"
    host, _, port = address.rpartition(":")
    door = Application([(path, _Door, {"chat": chat, "secret": secret})], log_function=_unlogged)
    server = HTTPServer(door, max_body_size=MOST_BYTES)
    server.listen(int(port), host)
    await chat.application.bot.set_webhook(
        public, secret_token=secret, allowed_updates=["message", "callback_query", "inline_query", "my_chat_member"]
    )
    return server
