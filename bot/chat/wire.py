"""The line to Telegram: answers are checked before they are read, and what comes in is written down first.

Wire      around any request object: tells a well-formed refusal from noise
Intake    around the one that polls: every update is in the inbox before the next poll confirms it
"""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any

from telegram import Update
from telegram.error import NetworkError
from telegram.request import BaseRequest

from bot.chat.processor import blank
from bot.chat.shape import in_shape, is_number
from storage import StorageError
from storage.phrased import phrased

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from telegram.request import RequestData

    from bot.clock import Clock
    from storage.inbox import Inbox

log = logging.getLogger(__name__)

_KNOWN = (400, 401, 403, 404, 409, 429)  # the refusals that python-telegram-bot tells apart
_NOT_OURS = (401, 404)
_PATIENCE = 5  # seconds, for a 429 that does not say how long


class GarbledError(NetworkError):
    """What answered was not Telegram (a proxy's page, half an answer): nobody knows what became of the call."""


class RefusedError(NetworkError):
    """Telegram said no, in its own form, with a status that has no error of its own."""


class TokenRefusedError(NetworkError):
    """Telegram does not know the token (any more): polling goes on asking, in case it is mended."""


class Wire(BaseRequest):
    """Passes calls on to `inner`."""

    def __init__(self, inner: BaseRequest) -> None:
        super().__init__()
        self._inner = inner

    @property
    def read_timeout(self) -> float | None:
        return self._inner.read_timeout

    async def initialize(self) -> None:
        await self._inner.initialize()

    async def shutdown(self) -> None:
        await self._inner.shutdown()

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *args: Any, **timeouts: Any
    ) -> tuple[int, bytes]:
        code, payload = await self._inner.do_request(url, method, request_data, *args, **timeouts)
        is_file = method == "GET" and code == 200  # calls are POSTs; what people sent is fetched as it is
        return (code, payload) if is_file else checked(code, payload)


def checked(code: int, payload: bytes) -> tuple[int, bytes]:
    """The answer as python-telegram-bot expects it. Raises GarbledError or RefusedError."""
    if code == 200 and payload.startswith(b'{"ok":true'):
        return code, payload
    body = _answer(code, payload)
    if body["ok"]:
        return code, payload
    said = body.get("error_code")
    code = said if type(said) is int else code
    if code == 429 and not _wait(body):
        body["parameters"] = {"retry_after": _PATIENCE}
    if code not in _KNOWN:
        kind = RefusedError if 400 <= code < 500 else GarbledError
        raise kind(f"{body.get('description', 'refused')} ({code})")
    return code, json.dumps(body).encode()


def _answer(code: int, payload: bytes) -> dict[str, Any]:
    """An answer in Telegram's form: whether it is well, and what about it. Raises GarbledError."""
    try:
        body = json.loads(payload)
    except (ValueError, RecursionError):
        body = None
    formed = isinstance(body, dict) and isinstance(body.get("ok"), bool) and _about(body)
    if not formed:
        raise GarbledError(f"HTTP {code} without an answer of Telegram's")
    return dict(body)


def _about(body: dict[str, Any]) -> bool:
    """Whether what goes with it is of its kind, as far as python-telegram-bot reads it."""
    about = body.get("parameters", {})
    numbers = (
        (about.get(name, 0) for name in ("retry_after", "migrate_to_chat_id")) if isinstance(about, dict) else (None,)
    )
    return isinstance(body.get("description", ""), str) and all(type(each) is int for each in numbers)


def _wait(body: dict[str, Any]) -> int:
    return int(body.get("parameters", {}).get("retry_after", 0))


class Intake(Wire):
    """Polling, with every update written down before it is passed on.

    An update that was written before is passed on as an empty one: it waits, runs or is done already. So is one that
    python-telegram-bot cannot read, which would otherwise block polling for ever; `report` hears of it. `heard` is told
    whenever Telegram has answered or called, with news or without.
    """

    def __init__(
        self,
        inner: BaseRequest,
        inbox: Inbox,
        line: str,
        now: Clock,
        report: Callable[[str], None] = lambda _: None,
        heard: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(inner)
        self._inbox = inbox
        self._line = line
        self._now = now
        self._report = report
        self._heard = heard
        self._closed = False

    def close(self) -> None:
        """Hear nothing more. What Telegram was not told that we have comes again, and is known by the inbox."""
        self._closed = True

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *args: Any, **timeouts: Any
    ) -> tuple[int, bytes]:
        if self._closed:
            return 200, _NOTHING
        code, payload = await super().do_request(url, method, request_data, *args, **timeouts)
        if code in _NOT_OURS:
            raise TokenRefusedError(f"the token was refused ({code})")
        if not url.endswith("/getUpdates") or code != 200:
            return code, payload
        if payload == _NOTHING:
            self._heard()
            return code, payload
        came = _updates(payload)
        kept = self.keep(came)
        return code, payload if kept == came else json.dumps({"ok": True, "result": kept}).encode()

    def keep(self, updates: Iterable[Any]) -> list[dict[str, Any]]:
        """Write updates down; what may be passed on. Raises NetworkError when that fails: they come again, and are not heard."""
        found = [each for each in updates if isinstance(each, dict) and is_number(each.get("update_id"))]
        strange = frozenset(each["update_id"] for each in found if not readable(each))
        bodies = [(each["update_id"], json.dumps(each, ensure_ascii=False)) for each in found]
        try:
            new = self._inbox.keep(self._line, bodies, self._now(), strange=strange)
        except StorageError as error:
            raise NetworkError(f"updates cannot be kept: {error}") from error
        self._heard()
        for number in strange & new:
            log.warning("update_unreadable id=%s", number)
            self._report(phrased("unreadable", number=number))
        wanted = new - strange
        return [self._passed_on(each, wanted) for each in found]

    def _passed_on(self, update: dict[str, Any], wanted: set[int]) -> dict[str, Any]:
        """The update itself the first time that it is wanted, else an empty one."""
        number = update["update_id"]
        if number not in wanted:
            return {"update_id": number}
        wanted.discard(number)
        return update


def _updates(payload: bytes) -> list[Any]:
    """What a poll brought. Raises GarbledError: any other error would end the polling."""
    try:
        came = json.loads(payload)["result"]
    except (ValueError, KeyError, RecursionError) as error:
        raise GarbledError("what came are no updates") from error
    if not isinstance(came, list):
        raise GarbledError("what came are no updates")
    return came


_NOTHING = b'{"ok":true,"result":[]}'


def readable(update: dict[str, Any]) -> bool:
    """Whether it has its shape, there is something in it, and python-telegram-bot can make an Update of it."""
    try:
        return in_shape(update) and not blank(Update.de_json(update, None))
    except Exception:  # noqa: BLE001 - whatever it raises, the answer is no
        return False
