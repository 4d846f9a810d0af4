"""The same bot in a terminal: the same Application over a line that ends at the keyboard and the screen.

Buttons are numbered, and a number presses one; pictures and files are saved and named; a file's path sends it. Works
piped too: each line is answered before the next is read, and the end of the input ends the talk.
"""

from __future__ import annotations

import asyncio
import json
from collections import deque
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.style import Style
from rich.text import Text
from telegram.request import BaseRequest

from bot.look.pages import parse
from storage.correspondence import Place

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from rich.console import Console
    from telegram.request import RequestData

    from bot.chat.assembly import Chatting
    from bot.clock import Clock
    from storage import Store

TOKEN = "1:terminal"  # noqa: S105 - no secret: it opens nothing
LINE = "terminal"
CHAT = 1
PROMPT = "> "
_BOT = {"id": 1, "is_bot": True, "first_name": "Lodestone", "username": "lodestone_bot"}
_CHAT = {"id": CHAT, "type": "private", "first_name": "Terminal"}
_PERSON = {"id": CHAT, "is_bot": False, "first_name": "Terminal"}
_LOOKS = {
    "b": Style(bold=True),
    "i": Style(italic=True),
    "u": Style(underline=True),
    "s": Style(strike=True),
    "code": Style(color="cyan"),
}
_SETTLED = 0.01  # seconds between two looks whether everything is answered
_FILES = (".csv", ".xlsx")


@dataclass(slots=True)
class Screen:
    """What the terminal shows, and the buttons that are numbered on it."""

    console: Console
    folder: Path
    buttons: dict[str, tuple[dict[str, Any], str]] = field(default_factory=dict)

    def message(self, message: dict[str, Any], html: str, *, formatted: bool, edited: bool = False) -> None:
        head = Text("~ ", style="dim") if edited else Text()
        self.console.print(head + (self._styled(html) if formatted else Text(html)), soft_wrap=True)
        self._number(message)
        self.console.print()

    def _styled(self, html: str) -> Text:
        return styled(html, addresses=not self.console.is_terminal)

    def _number(self, message: dict[str, Any]) -> None:
        for row in message.get("reply_markup", {}).get("inline_keyboard", ()):
            self.console.print(Text("   ").join(self._button(message, each) for each in row), soft_wrap=True)

    def _button(self, message: dict[str, Any], button: dict[str, Any]) -> Text:
        if "url" in button:
            return Text(f"{button['text']}: {button['url']}", style="cyan")
        number = str(len(self.buttons) + 1)
        self.buttons[number] = (message, button["callback_data"])
        return Text(f"[{number}] {button['text']}", style="cyan")

    def note(self, words: str) -> None:
        if words:
            self.console.print(Text(f"* {words}", style="yellow"), soft_wrap=True)

    def keep(self, shelf: str, name: str, body: bytes) -> Path:
        """Save a file under a name that is free, on its own shelf: no record lies among pictures."""
        folder = self.folder / shelf
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / name
        for count in range(2, 10_000):
            if not path.exists():
                break
            path = folder / f"{Path(name).stem}-{count}{Path(name).suffix}"
        path.write_bytes(body)
        return path


def styled(html: str, *, addresses: bool = False) -> Text:
    """Telegram's HTML as the terminal shows it; `addresses`: those of links follow their words, for a plain page."""
    page, text = parse(html), Text()
    linked, began = "", 0
    for run in page.runs:
        style = Style.combine([Style(), *(_LOOKS[tag.name] for tag in run.stack if tag.name in _LOOKS)])
        address = next((unescape(tag.rest[7:-1]) for tag in run.stack if tag.name == "a"), "")
        if address != linked:
            text.append(_address(linked, text.plain[began:]) if addresses else "")
            linked, began = address, len(text)
        text.append(page.text[run.start : run.end], style + Style(link=address) if address else style)
    return text.append(_address(linked, text.plain[began:]) if addresses else "")


def _address(address: str, words: str) -> str:
    """What follows the words of a link; nothing where they are the address themselves."""
    return f" <{address}>" if address and address != words else ""


class Wire(BaseRequest):
    """What Telegram would do with a call, done here."""

    def __init__(self, screen: Screen, now: Clock, first_update: int) -> None:
        super().__init__()
        self._screen = screen
        self._now = now
        self._update = first_update
        self._message = first_update
        self._queue: deque[dict[str, Any]] = deque()
        self._arrived = asyncio.Event()
        self._pressed: set[str] = set()

    @property
    def read_timeout(self) -> float:
        return 5.0

    async def initialize(self) -> None:
        """There is nothing to connect to."""

    async def shutdown(self) -> None:
        """Nor to hang up."""

    # ---- the person's side

    def say(self, line: str) -> None:
        """A line is typed: a button's number, a file's path, or words."""
        line = line.strip()
        known = self._screen.buttons.get(line)
        self._screen.buttons.clear()
        if known:
            self._press(*known)
        elif line:
            self._write(line)

    def _write(self, line: str) -> None:
        self._message += 1
        message: dict[str, Any] = {"message_id": self._message, "date": self._date(), "chat": _CHAT, "from": _PERSON}
        path = Path(line)
        if path.suffix.casefold() in _FILES and path.is_file():
            about = {"file_id": str(path.resolve()), "file_unique_id": str(path), "file_name": path.name}
            message["document"] = about | {"file_size": path.stat().st_size}
        else:
            message["text"] = line
            command = line.split(maxsplit=1)[0] if line.startswith("/") else ""
            length = len(command.encode("utf-16-le")) // 2
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": length}] if command else []
        self._arrive({"message": message})

    def _press(self, message: dict[str, Any], data: str) -> None:
        query = {"id": str(self._update + 1), "from": _PERSON, "message": message, "chat_instance": "1", "data": data}
        self._arrive({"callback_query": query})

    def _arrive(self, update: dict[str, Any]) -> None:
        self._update += 1
        self._queue.append({"update_id": self._update, **update})
        self._arrived.set()

    @property
    def read(self) -> bool:
        """Whether everything typed has been taken over by the bot."""
        return not self._queue

    # ---- Telegram's side

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        """Whatever the HTTP `method`: the last part of the address says what is wanted."""
        del method
        name = url.rsplit("/", 1)[-1]
        if "/file/bot" in url:
            return 200, await asyncio.to_thread(Path(url.partition(f"/file/bot{TOKEN}/")[2]).read_bytes)
        call: dict[str, Any] = dict(request_data.parameters) if request_data else {}
        files = (request_data.multipart_data or {}) if request_data and request_data.contains_files else {}
        if name == "getUpdates":
            return _yes(await self._polled(float(call.get("timeout") or 0)))
        does = _METHODS.get(name)
        return does(self, call, files) if does else _DONE

    async def _polled(self, patience: float) -> list[dict[str, Any]]:
        if not self._queue and patience:
            self._arrived.clear()
            try:
                await asyncio.wait_for(self._arrived.wait(), patience)
            except TimeoutError:
                return []
        found = list(self._queue)
        self._queue.clear()
        return found

    def _me(self, _call: dict[str, Any], _files: Any) -> tuple[int, bytes]:
        return _yes(_BOT)

    def _send(self, call: dict[str, Any], _files: Any) -> tuple[int, bytes]:
        message = self._made(call) | {"text": call["text"]}
        self._screen.message(message, call["text"], formatted="parse_mode" in call)
        return _yes(message)

    def _edit(self, call: dict[str, Any], _files: Any) -> tuple[int, bytes]:
        message = self._made(call) | {"message_id": call["message_id"], "text": call["text"]}
        self._screen.message(message, call["text"], formatted="parse_mode" in call, edited=True)
        return _yes(message)

    def _unbutton(self, call: dict[str, Any], _files: Any) -> tuple[int, bytes]:
        return _yes(self._made(call) | {"message_id": call["message_id"]})

    def _photo(self, call: dict[str, Any], files: Any) -> tuple[int, bytes]:
        return self._file(call, files, "photo", "picture")

    def _document(self, call: dict[str, Any], files: Any) -> tuple[int, bytes]:
        return self._file(call, files, "document", "file")

    def _file(self, call: dict[str, Any], files: Any, kind: str, word: str) -> tuple[int, bytes]:
        sent = next(iter(files.values()), None)
        path = self._screen.keep(f"{word}s", sent[0], sent[1]) if sent else Path(str(call.get(kind)))
        if not path.is_file():
            return 400, json.dumps(_NO_FILE).encode()
        about = {"file_id": str(path), "file_unique_id": path.name}
        content = [about | {"width": 1280, "height": 720}] if kind == "photo" else about
        message = self._made(call) | {kind: content, "caption": call.get("caption", "")}
        self._screen.note(f"{word} saved: {path}")
        self._screen.message(message, call.get("caption", ""), formatted="parse_mode" in call)
        return _yes(message)

    def _get_file(self, call: dict[str, Any], _files: Any) -> tuple[int, bytes]:
        return _yes({"file_id": call["file_id"], "file_unique_id": call["file_id"], "file_path": call["file_id"]})

    def _toast(self, call: dict[str, Any], _files: Any) -> tuple[int, bytes]:
        self._screen.note(call.get("text", ""))
        return _DONE

    def _made(self, call: dict[str, Any]) -> dict[str, Any]:
        self._message += 1
        message: dict[str, Any] = {"message_id": self._message, "date": self._date(), "chat": _CHAT, "from": _BOT}
        markup = call.get("reply_markup")
        return message | ({"reply_markup": markup} if markup else {})

    def _date(self) -> int:
        return int(self._now().timestamp())


_NO_FILE = {"ok": False, "error_code": 400, "description": "Bad Request: wrong file identifier"}
_METHODS: dict[str, Callable[[Wire, dict[str, Any], Any], tuple[int, bytes]]] = {
    "getMe": Wire._me,  # noqa: SLF001 - the class's own table
    "sendMessage": Wire._send,  # noqa: SLF001
    "editMessageText": Wire._edit,  # noqa: SLF001
    "editMessageReplyMarkup": Wire._unbutton,  # noqa: SLF001
    "sendPhoto": Wire._photo,  # noqa: SLF001
    "sendDocument": Wire._document,  # noqa: SLF001
    "answerCallbackQuery": Wire._toast,  # noqa: SLF001
    "getFile": Wire._get_file,  # noqa: SLF001
}


def _yes(result: object) -> tuple[int, bytes]:
    return 200, json.dumps({"ok": True, "result": result}, ensure_ascii=False).encode()


_DONE = _yes(True)  # noqa: FBT003 - Telegram's own answer


async def converse(
    chatting: Callable[[Wire], Chatting],
    store: Store,
    now: Clock,
    *,
    console: Console,
    folder: Path,
    read: Callable[[str], str],
    greeting: Iterable[str] = (),
) -> None:
    """Talk until the input ends. `read` shows a prompt and waits for a line; '' is the end. Raises TelegramError."""
    wire = Wire(Screen(console, folder), now, store.inbox.last(LINE))
    chat = chatting(wire)
    await chat.begin()
    await chat.poll()
    for line in greeting:
        console.print(line, soft_wrap=True, markup=False)
    try:
        await _answered(chat, wire, store, now)
        while line := await _line(read):
            wire.say(line)
            await _answered(chat, wire, store, now)
    finally:
        await chat.end()


def _line(read: Callable[[str], str]) -> Awaitable[str]:
    """A line, waited for in a thread: what is owed is paid meanwhile."""
    return asyncio.to_thread(read, PROMPT)


async def _answered(chat: Chatting, wire: Wire, store: Store, now: Clock) -> None:
    """Until what was typed is done, and what is owed here now is shown."""
    while True:
        chat.drain.look()
        waits = not wire.read or store.inbox.undone(LINE) or not chat.drain.idle
        if not waits and not store.outbox.creditors(Place.TERMINAL, now()):
            return
        await asyncio.sleep(_SETTLED)
