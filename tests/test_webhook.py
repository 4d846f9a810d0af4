"""Updates that Telegram brings to us: only with the secret, and taken only when they are written down."""

from __future__ import annotations

import json

import pytest
from chat_room import MEMBER, Room
from tornado.httpclient import AsyncHTTPClient, HTTPResponse

from bot.chat.pacer import FREE
from bot.chat.process import Process
from bot.chat.webhook import MOST_BYTES, SECRET_HEADER, listen
from storage import StoreBusy

PUBLIC, SECRET = "https://desk.example/hook/path", "a secret of this bot's own"


class Hooked:
    """A room whose updates come in at a door on the loopback address."""

    def __init__(self, room: Room, port: int) -> None:
        self.room, self.port = room, port

    async def call(self, body: object, *, secret: str | None = SECRET, path: str = "/hook/path") -> int:
        headers = {} if secret is None else {SECRET_HEADER: secret}
        text = body if isinstance(body, str | bytes) else json.dumps(body)
        answer: HTTPResponse = await AsyncHTTPClient().fetch(
            f"http://127.0.0.1:{self.port}{path}", method="POST", headers=headers, body=text, raise_error=False
        )
        return answer.code

    def question(self, number: int = 5) -> dict:
        """An update in which the member asks for magnets."""
        self.room.telegram.say("how many magnets?", MEMBER)
        return {**self.room.telegram.updates.pop(), "update_id": number}

    def kept(self) -> list[int]:
        return [row["update_id"] for row in self.room.store.db.rows("SELECT update_id FROM inbox ORDER BY update_id")]

    async def answered(self) -> list[str]:
        await self.room.chat.application.update_queue.join()
        return self.room.telegram.texts(MEMBER)


@pytest.fixture
def heard():
    return []


@pytest.fixture
async def hooked(tmp_path, heard):
    from storage import Store

    room = Room(tmp_path / "store.db", pace=FREE, process=Process(heard=lambda: heard.append(1)))
    room.people()
    with Store(room.path) as room.store:
        room.chat = room.build(room.store)
        await room.chat.begin()
        server = await listen(room.chat, PUBLIC, "127.0.0.1:0", SECRET)
        try:
            yield Hooked(room, next(iter(server._sockets.values())).getsockname()[1])
        finally:
            server.stop()
            await server.close_all_connections()
            await room.chat.end()


async def test_telegram_is_told_the_address_the_secret_and_what_to_bring(hooked):
    told = hooked.room.telegram.webhook
    assert (told["url"], told["secret_token"]) == (PUBLIC, SECRET)
    assert set(told["allowed_updates"]) == {"message", "callback_query", "inline_query", "my_chat_member"}


async def test_without_the_secret_nothing_comes_in(hooked, heard):
    """Nor with another one, nor with letters that no secret has."""
    update = hooked.question()
    heard.clear()  # of the start
    for secret in (None, "", "another", SECRET[:-1], "sécret"):
        assert await hooked.call(update, secret=secret) == 403
    assert (hooked.kept(), heard) == ([], [])


async def test_an_update_is_taken_once_it_is_written_down_and_run_once(hooked, heard):
    """Telegram brings it again when it did not hear our answer."""
    update = hooked.question()
    heard.clear()  # of the start
    assert await hooked.call(update) == 200
    assert hooked.kept() == [5]
    assert await hooked.call(update) == 200
    assert "221" in "".join(await hooked.answered())
    assert len(hooked.room.telegram.texts(MEMBER)) == 1
    assert heard


async def test_while_the_store_is_busy_telegram_is_asked_to_come_again(hooked, monkeypatch):
    update = hooked.question()

    def busy(*_args, **_more):
        raise StoreBusy("another process writes")

    with monkeypatch.context() as patched:
        patched.setattr(hooked.room.store.inbox, "keep", busy)
        assert await hooked.call(update) == 503
    assert await hooked.call(update) == 200
    assert len(await hooked.answered()) == 1


async def test_what_is_no_update_is_refused_or_passed_over_and_the_next_is_answered(hooked):
    assert await hooked.call("not JSON at all") == 400
    for strange in ([], 7, {}, {"update_id": "x"}, {"update_id": 4, "message": {"message_id": "no"}}):
        assert await hooked.call(strange) == 200
    assert await hooked.call(b"x" * (MOST_BYTES + 1)) in (400, 413, 599)
    assert await hooked.call(hooked.question(), path="/elsewhere") == 404
    assert await hooked.call(hooked.question()) == 200
    assert "221" in (await hooked.answered())[-1]
