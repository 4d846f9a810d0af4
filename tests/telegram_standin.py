"""A pretend Telegram, strict where the real one is: one core with two faces.

    telegram = PretendTelegram(clock);  telegram.private(7, "Asha")
    telegram.say("/start", chat=7);     telegram.press(message, "Save")
    telegram.fault("sendMessage", flood(3)), fault("sendMessage", timeout_after(), chat=7)
    telegram.request()                  in process: a BaseRequest for python-telegram-bot
    await serve(telegram)               over loopback HTTP, for processes of their own

It knows its chats, topics and messages, keeps Telegram's limits, and takes back what Telegram would take back.
"""
# ruff: noqa: N802 - the methods are named as Telegram names them

from __future__ import annotations

import asyncio
import json
import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any, ClassVar

import httpx
from botapi_spec import problems
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest

BOT = {"id": 4242, "is_bot": True, "first_name": "Lodestone", "username": "lodestone_bot", "can_join_groups": True,
       "can_read_all_group_messages": False, "supports_inline_queries": True}  # fmt: skip
TOKEN = "4242:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0"
ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}


class Refusal(Exception):
    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters


def bad(description: str) -> Refusal:
    return Refusal(400, f"Bad Request: {description}")


# ---------------------------------------------------------------- faults, to be planted


@dataclass(eq=False)
class Fault:
    """`before` acts in place of the call; with `after` the call is taken first."""

    name: str
    act: Callable[[], None]
    after: bool = False
    garbled: bool = False
    method: str = ""
    chat: int | None = None
    times: int = 1


def _raiser(error: Callable[[], Exception]) -> Callable[[], None]:
    def act() -> None:
        raise error()

    return act


def _caused(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


def refuse(code: int, description: str, **parameters: Any) -> Fault:
    return Fault("refuse", _raiser(lambda: Refusal(code, description, **parameters)))


def flood(seconds: int) -> Fault:
    return Fault(
        "flood", _raiser(lambda: Refusal(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds))
    )


def no_connection() -> Fault:
    return Fault(
        "no_connection", _raiser(lambda: _caused(NetworkError("httpx.ConnectError"), httpx.ConnectError("refused")))
    )


def timeout_before() -> Fault:
    """The request is lost on its way, and nobody can know."""
    return Fault("timeout", _raiser(lambda: _caused(TimedOut(), httpx.ReadTimeout("no answer"))))


def timeout_after() -> Fault:
    """The request is taken, and its answer is lost."""
    return Fault("timeout", _raiser(lambda: _caused(TimedOut(), httpx.ReadTimeout("no answer"))), after=True)


def gateway(*, after: bool = False) -> Fault:
    """A proxy's own page instead of an answer."""
    return Fault("gateway", lambda: None, after=after, garbled=True)


class Death(BaseException):
    """The process dies here."""


def die(*, after: bool = False) -> Fault:
    return Fault("die", _raiser(Death), after=after)  # type: ignore[arg-type]


# ---------------------------------------------------------------- text


class _Html(HTMLParser):
    """Telegram's HTML: its tags alone, each closed in turn."""

    TAGS: ClassVar = {
        "b",
        "strong",
        "i",
        "em",
        "u",
        "ins",
        "s",
        "strike",
        "del",
        "code",
        "pre",
        "a",
        "blockquote",
        "tg-spoiler",
        "span",
    }
    ATTRIBUTES: ClassVar = {"a": {"href"}, "blockquote": {"expandable"}, "code": {"class"}, "span": {"class"}}

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.text: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.TAGS:
            raise bad(f'can\'t parse entities: Unsupported start tag "{tag}" at byte offset 0')
        strange = [name for name, _ in attrs if name not in self.ATTRIBUTES.get(tag, set())]
        if strange:
            raise bad(f"can't parse entities: Unexpected attribute {strange[0]} at byte offset 0")
        if tag in self.open and tag == "blockquote":
            raise bad("can't parse entities: nested blockquote")
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            raise bad(f'can\'t parse entities: Unmatched end tag at byte offset 0, expected "</{tag}>"')

    def handle_data(self, data: str) -> None:
        if "<" in data:
            raise bad("can't parse entities: Unclosed start tag")
        self.text.append(data)

    def handle_entityref(self, name: str) -> None:
        known = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
        self.text.append(known.get(name, f"&{name};"))

    def handle_charref(self, name: str) -> None:
        self.text.append(chr(int(name[1:], 16) if name[:1] in "xX" else int(name)))


def parsed(text: str, mode: str | None) -> str:
    """The text that is shown; raises the refusal that Telegram would give."""
    if mode is None:
        return text
    reader = _Html()
    reader.feed(text)
    reader.close()
    if reader.open:
        raise bad(f"can't parse entities: Can't find end tag corresponding to start tag \"{reader.open[-1]}\"")
    return "".join(reader.text)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


# ---------------------------------------------------------------- the core


@dataclass
class PretendChat:
    id: int
    type: str
    title: str
    forum: bool = False
    topics: set[int] = field(default_factory=set)
    closed: set[int] = field(default_factory=set)
    admins: set[int] = field(default_factory=set)
    members: set[int] = field(default_factory=set)
    barred: str = ""  # the description of the 403
    moved_to: int = 0
    last_message: int = 0

    def json(self) -> dict[str, Any]:
        name = {"first_name": self.title} if self.type == "private" else {"title": self.title}
        return {"id": self.id, "type": self.type, **name, **({"is_forum": True} if self.forum else {})}


@dataclass(frozen=True)
class Call:
    """A call as it was made; `ok` when it was taken."""

    method: str
    parameters: dict[str, Any]
    files: dict[str, bytes]
    at: float
    ok: bool
    result: Any


class PretendTelegram:
    """`clock` gives seconds since 1970. `limits`: keep flood limits as Telegram does, with 429."""

    def __init__(self, clock: Callable[[], float], *, limits: bool = False) -> None:
        self.clock = clock
        self.limits = limits
        self.delay = 0.0  # seconds that each call takes, over HTTP
        self.chats: dict[int, PretendChat] = {}
        self.users: dict[int, dict[str, Any]] = {}
        self.messages: dict[tuple[int, int], dict[str, Any]] = {}
        self.files: dict[str, bytes] = {}
        self.calls: list[Call] = []
        self.faults: list[Fault] = []
        self.updates: deque[dict[str, Any]] = deque()
        self.commands: dict[str, list[dict[str, str]]] = {}
        self.webhook: dict[str, Any] = {}
        self.pollers = 0
        self.queries: dict[str, dict[str, Any] | None] = {}  # None once answered
        self.inline: dict[str, dict[str, Any]] = {}
        self.polled_once = False
        self.new_loop()
        self._update = 1000
        self._query = 0
        self._recent: deque[float] = deque()
        self._last_to: dict[int, float] = {}

    def new_loop(self) -> None:
        """Another loop will run us: what waits on the old one is gone."""
        self.arrived, self.died, self.superseded = asyncio.Event(), asyncio.Event(), asyncio.Event()
        if self.updates:
            self.arrived.set()

    # ---- the people's side

    def private(self, user: int, name: str = "Asha", *, language: str = "en") -> PretendChat:
        """Someone who has opened a chat with the bot."""
        self.user(user, name, language=language)
        return self.chats.setdefault(user, PretendChat(user, "private", name))

    def user(self, user: int, name: str = "Asha", *, language: str = "en") -> dict[str, Any]:
        known = {"id": user, "is_bot": False, "first_name": name, "language_code": language}
        return self.users.setdefault(user, known)

    def group(self, chat: int, title: str = "Team", *, members: tuple[int, ...] = (), admins: tuple[int, ...] = (),
              forum: bool = False, topics: tuple[int, ...] = ()) -> PretendChat:  # fmt: skip
        kind = "supergroup" if forum or chat < -1_000_000_000_000 else "group"
        for each in (*members, *admins):
            self.user(each, f"User {each}")
        found = PretendChat(chat, kind, title, forum, set(topics), set(), set(admins), {*members, *admins})
        self.chats[chat] = found
        return found

    def say(self, text: str, chat: int, user: int | None = None, *, thread: int = 0, reply_to: dict | None = None,
            date: float | None = None, edited: bool = False,
            anonymous: bool = False, **more: Any) -> dict[str, Any]:  # fmt: skip
        """Somebody writes; what the bot is sent of it."""
        place = self.chats[chat]
        sender = ANONYMOUS if anonymous else self.users[chat if user is None else user]
        message = {
            "message_id": self._next_message(place),
            "date": int(date or self.clock()),
            "chat": place.json(),
            "from": sender,
            "text": text,
        }
        message["entities"] = entities(text)
        if anonymous:
            message["sender_chat"] = place.json()
        if thread:
            message |= {"message_thread_id": thread, "is_topic_message": True}
            place.topics.add(thread)
        if reply_to:
            message["reply_to_message"] = {key: value for key, value in reply_to.items() if key != "reply_to_message"}
        if "document" in more:
            message.pop("text")
            message["caption"] = text
        message |= more
        self.messages[chat, message["message_id"]] = message
        if edited:
            message["edit_date"] = int(self.clock())
        self.push({"edited_message" if edited else "message": message})
        return message

    def send_file(self, name: str, body: bytes, chat: int, caption: str = "", **more: Any) -> dict[str, Any]:
        file_id = f"up-{len(self.files)}"
        self.files[file_id] = body
        document = {"file_id": file_id, "file_unique_id": file_id, "file_name": name, "file_size": len(body)}
        return self.say(caption, chat, document=document, **more)

    def press(self, message: dict[str, Any], label: str, user: int | None = None) -> str:
        """Somebody taps the button with this label (or data) under a message as it now stands; the query's id."""
        chat = message["chat"]["id"]
        message = self.messages[chat, message["message_id"]]
        data = next(
            each["callback_data"] for each in buttons(message) if label in (each["text"], each.get("callback_data"))
        )
        return self.press_data(message, data, user)

    def press_data(self, message: dict[str, Any], data: str, user: int | None = None) -> str:
        """As a forger may, with any data."""
        self._query += 1
        query = str(self._query)
        chat = message["chat"]["id"]
        sender = self.users[chat if user is None else user]
        body = {"id": query, "from": sender, "message": message, "chat_instance": str(chat), "data": data}
        self.queries[query] = body
        self.push({"callback_query": body})
        return query

    def ask_inline(self, text: str, user: int) -> str:
        self._query += 1
        query = str(self._query)
        self.queries[query] = {}
        self.push(
            {
                "inline_query": {
                    "id": query,
                    "from": self.users[user],
                    "query": text,
                    "offset": "",
                    "chat_type": "sender",
                }
            }
        )
        return query

    def added(self, chat: int, by: int, *, status: str = "member") -> None:
        """The bot is put into a group, or its rights change."""

        def member(what: str) -> dict[str, Any]:
            return {"user": BOT, "status": what, **({"until_date": 0} if what == "kicked" else {})}

        old = "left" if status == "member" else "member"
        about = {"chat": self.chats[chat].json(), "from": self.users[by], "date": int(self.clock())}
        self.push({"my_chat_member": {**about,
                                      "old_chat_member": member(old), "new_chat_member": member(status)}})  # fmt: skip

    def push(self, update: dict[str, Any], update_id: int | None = None) -> dict[str, Any]:
        if update_id is None:
            self._update += 1
            update_id = self._update
        whole = {"update_id": update_id, **update}
        self.updates.append(whole)
        self.arrived.set()
        return whole

    def migrate(self, old: int, new: int) -> None:
        """A group becomes a supergroup under another id."""
        before = self.chats[old]
        before.moved_to = new
        self.chats[new] = PretendChat(
            new, "supergroup", before.title, before.forum, before.topics, set(), before.admins, before.members
        )

    def fault(self, method: str, fault: Fault, *, chat: int | None = None, times: int = 1) -> None:
        """The next calls of this method (to this chat) go wrong so."""
        self.faults.append(Fault(fault.name, fault.act, fault.after, fault.garbled, method, chat, times))

    # ---- what the bot did

    def heard(self, chat: int) -> list[dict[str, Any]]:
        """What stands in a chat of the bot's, oldest first."""
        found = [
            each for (place, _), each in self.messages.items() if place == chat and each["from"]["id"] == BOT["id"]
        ]
        return sorted(found, key=lambda each: each["message_id"])

    def texts(self, chat: int) -> list[str]:
        return [each.get("text") or each.get("caption") or "" for each in self.heard(chat)]

    def last(self, chat: int) -> dict[str, Any]:
        return self.heard(chat)[-1]

    def made(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    def toasts(self) -> list[str]:
        return [call.parameters.get("text", "") for call in self.made("answerCallbackQuery") if call.ok]

    # ---- Telegram's side

    def request(self) -> StandinRequest:
        return StandinRequest(self)

    def handle(self, method: str, parameters: dict[str, Any], files: dict[str, bytes]) -> tuple[int, bytes]:
        """One call; its status and body. Raises what a planted fault raises."""
        fault = self._fault(method, parameters)
        if fault and not fault.after:
            self._note(method, parameters, files, ok=False)
            return self._struck(fault)
        try:
            result = self._answer(method, parameters, files)
        except Refusal as no:
            self._note(method, parameters, files, ok=False)
            return _refused(no)
        self._note(method, parameters, files, ok=True, result=result)
        if fault:
            return self._struck(fault)
        return 200, json.dumps({"ok": True, "result": result}, separators=(",", ":"), ensure_ascii=False).encode()

    def _struck(self, fault: Fault) -> tuple[int, bytes]:
        if fault.garbled:
            return 502, b"<html><body>502 Bad Gateway</body></html>"
        try:
            fault.act()
        except Refusal as no:
            return _refused(no)
        raise AssertionError(fault.name)

    def _note(self, method: str, parameters: dict, files: dict, *, ok: bool, result: Any = None) -> None:
        self.calls.append(Call(method, parameters, files, self.clock(), ok, result))

    def _fault(self, method: str, parameters: dict[str, Any]) -> Fault | None:
        for fault in self.faults:
            if fault.method == method and fault.chat in (None, parameters.get("chat_id")):
                fault.times -= 1
                if not fault.times:
                    self.faults.remove(fault)
                return fault
        return None

    def _answer(self, method: str, parameters: dict[str, Any], files: dict[str, bytes]) -> Any:
        wrong = problems(method, parameters, tuple(files))
        assert not wrong, wrong  # our own code makes the calls: a wrong one is a defect
        if method.startswith(("send", "edit")) and method != "sendChatAction":
            self._flood(parameters["chat_id"])
        return getattr(self, f"_do_{method}")(parameters, files)

    def _flood(self, chat: int) -> None:
        if not self.limits:
            return
        now = self.clock()
        while self._recent and self._recent[0] <= now - 1:
            self._recent.popleft()
        if len(self._recent) >= 30:
            raise Refusal(429, "Too Many Requests: retry after 1", retry_after=1)
        self._recent.append(now)

    # ---- methods

    def _do_getMe(self, _p: dict, _f: dict) -> dict:
        return BOT

    def _do_getUpdates(self, p: dict, _f: dict) -> list:
        if self.webhook.get("url"):
            raise Refusal(
                409,
                "Conflict: can't use getUpdates method while webhook is active",
            )
        offset = p.get("offset", 0)
        while self.updates and offset > 0 and self.updates[0]["update_id"] < offset:
            self.updates.popleft()
        found = list(self.updates)[: p.get("limit", 100)]
        if not self.updates:
            self.arrived.clear()
        return found

    def _do_setWebhook(self, p: dict, _f: dict) -> bool:
        self.webhook = p
        return True

    def _do_deleteWebhook(self, _p: dict, _f: dict) -> bool:
        self.webhook = {}
        return True

    def _do_getWebhookInfo(self, _p: dict, _f: dict) -> dict:
        return {
            "url": self.webhook.get("url", ""),
            "has_custom_certificate": False,
            "pending_update_count": len(self.updates),
        }

    def _do_sendMessage(self, p: dict, _f: dict) -> dict:
        place = self._place(p)
        text = self._checked(p["text"], p.get("parse_mode"), 4096, "message")
        return self._sent(place, p, {"text": text})

    def _do_sendPhoto(self, p: dict, files: dict) -> dict:
        place = self._place(p)
        caption = self._checked(p.get("caption", ""), p.get("parse_mode"), 1024, "message caption")
        file_id = self._file(p, files, "photo")
        size = {"file_id": file_id, "file_unique_id": file_id, "width": 1280, "height": 720}
        return self._sent(place, p, {"photo": [size], "caption": caption})

    def _do_sendDocument(self, p: dict, files: dict) -> dict:
        place = self._place(p)
        caption = self._checked(p.get("caption", ""), p.get("parse_mode"), 1024, "message caption")
        file_id = self._file(p, files, "document")
        return self._sent(place, p, {"document": {"file_id": file_id, "file_unique_id": file_id}, "caption": caption})

    def _do_sendChatAction(self, p: dict, _f: dict) -> bool:
        self._place(p)
        return True

    def _do_editMessageText(self, p: dict, _f: dict) -> dict:
        message = self._own(p, "edit")
        text = self._checked(p["text"], p.get("parse_mode"), 4096, "message")
        shown = {"raw": p["text"], "markup": p.get("reply_markup")}
        if shown == message["shown"]:
            raise bad("message is not modified: specified new message content and reply markup are exactly the same")
        if "text" not in message:
            raise bad("there is no text in the message to edit")
        message |= {"text": text, "shown": shown, "edit_date": int(self.clock())}
        self._mark_up(message, p)
        return public(message)

    def _do_editMessageReplyMarkup(self, p: dict, _f: dict) -> dict:
        message = self._own(p, "edit")
        shown = {**message["shown"], "markup": p.get("reply_markup")}
        if shown == message["shown"]:
            raise bad("message is not modified")
        message["shown"] = shown
        self._mark_up(message, p)
        return public(message)

    def _do_deleteMessage(self, p: dict, _f: dict) -> bool:
        message = self._own(p, "delete")
        del self.messages[message["chat"]["id"], message["message_id"]]
        return True

    def _do_answerCallbackQuery(self, p: dict, _f: dict) -> bool:
        if self.queries.get(p["callback_query_id"]) is None:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        if units(p.get("text", "")) > 200:
            raise bad("MESSAGE_TOO_LONG")
        self.queries[p["callback_query_id"]] = None
        return True

    def _do_answerInlineQuery(self, p: dict, _f: dict) -> bool:
        if self.queries.get(p["inline_query_id"]) is None:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        if len(p["results"]) > 50:
            raise bad("RESULTS_TOO_MUCH")
        for each in p["results"]:
            content = each["input_message_content"]
            self._checked(content["message_text"], content.get("parse_mode"), 4096, "message")
            if not 1 <= len(each["id"].encode()) <= 64:
                raise bad("RESULT_ID_INVALID")
        self.queries[p["inline_query_id"]] = None
        self.inline[p["inline_query_id"]] = p
        return True

    def _do_setMyCommands(self, p: dict, _f: dict) -> bool:
        scope = p.get("scope", {"type": "default"})
        if scope.get("chat_id") is not None:
            self._known(scope["chat_id"])
        for each in p["commands"]:
            if not re.fullmatch(r"[a-z0-9_]{1,32}", each["command"]):
                raise bad("BOT_COMMAND_INVALID")
            if not 1 <= len(each["description"]) <= 256:
                raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
        if len(p["commands"]) > 100:
            raise bad("BOT_COMMANDS_TOO_MUCH")
        self.commands[json.dumps([scope, p.get("language_code", "")], sort_keys=True)] = p["commands"]
        return True

    def _do_deleteMyCommands(self, p: dict, _f: dict) -> bool:
        self.commands.pop(
            json.dumps([p.get("scope", {"type": "default"}), p.get("language_code", "")], sort_keys=True), None
        )
        return True

    def _do_getChatMember(self, p: dict, _f: dict) -> dict:
        place = self._known(p["chat_id"])
        user = self.users.get(p["user_id"])
        if user is None:
            raise bad("user not found")
        if user["id"] in place.admins:
            return {"user": user, "status": "administrator", **dict.fromkeys(_RIGHTS, True)}
        return {"user": user, "status": "member" if user["id"] in place.members else "left"}

    def _do_getChat(self, p: dict, _f: dict) -> dict:
        return {
            **self._known(p["chat_id"]).json(),
            "accent_color_id": 0,
            "max_reaction_count": 11,
            "accepted_gift_types": _GIFTS,
        }

    def _do_leaveChat(self, p: dict, _f: dict) -> bool:
        self._known(p["chat_id"]).barred = "Forbidden: bot is not a member of the group chat"
        return True

    def _do_getFile(self, p: dict, _f: dict) -> dict:
        if p["file_id"] not in self.files:
            raise bad("invalid file_id")
        size = len(self.files[p["file_id"]])
        if size > 20 * 1024 * 1024:
            raise bad("file is too big")
        return {
            "file_id": p["file_id"],
            "file_unique_id": p["file_id"],
            "file_size": size,
            "file_path": f"documents/{p['file_id']}",
        }

    # ---- within

    def _known(self, chat_id: Any) -> PretendChat:
        if chat_id not in self.chats:
            raise bad("chat not found")
        place = self.chats[chat_id]
        if place.moved_to:
            raise Refusal(
                400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=place.moved_to
            )
        if place.barred:
            raise Refusal(403, place.barred)
        return place

    def _place(self, p: dict[str, Any]) -> PretendChat:
        place = self._known(p["chat_id"])
        thread = p.get("message_thread_id")
        if thread is not None and thread not in place.topics:  # the General topic, too
            raise bad("message thread not found")
        if thread in place.closed:
            raise bad("TOPIC_CLOSED")
        reply = p.get("reply_parameters")
        if (
            reply
            and (place.id, reply["message_id"]) not in self.messages
            and not reply.get("allow_sending_without_reply")
        ):
            raise bad("message to be replied not found")
        return place

    def _checked(self, text: str, mode: str | None, limit: int, what: str) -> str:
        shown = parsed(text, mode)
        if what == "message" and not shown.strip():
            raise bad("message text is empty")
        if units(shown) > limit:
            raise bad(f"{what} is too long")
        return shown.strip()

    def _file(self, p: dict[str, Any], files: dict[str, bytes], name: str) -> str:
        if files:
            file_id = f"down-{len(self.files)}"
            self.files[file_id] = next(iter(files.values()))
            return file_id
        if p.get(name) not in self.files:
            raise bad("wrong file identifier/HTTP URL specified")
        return p[name]

    def _sent(self, place: PretendChat, p: dict[str, Any], content: dict[str, Any]) -> dict[str, Any]:
        message = {
            "message_id": self._next_message(place),
            "date": int(self.clock()),
            "chat": place.json(),
            "from": BOT,
            **content,
        }
        if p.get("message_thread_id"):
            message |= {"message_thread_id": p["message_thread_id"], "is_topic_message": True}
        reply = p.get("reply_parameters")
        if reply and (original := self.messages.get((place.id, reply["message_id"]))):
            message["reply_to_message"] = public(
                {key: value for key, value in original.items() if key != "reply_to_message"}
            )
        message["silent"] = p.get("disable_notification", False)
        message["shown"] = {"raw": p.get("text", p.get("caption")), "markup": p.get("reply_markup")}
        self._mark_up(message, p)
        self.messages[place.id, message["message_id"]] = message
        return public(message)

    def _mark_up(self, message: dict[str, Any], p: dict[str, Any]) -> None:
        message.pop("reply_markup", None)
        markup = p.get("reply_markup")
        if not markup or not markup["inline_keyboard"]:
            return
        for row in markup["inline_keyboard"]:
            for each in row:
                kinds = {"callback_data", "url", "switch_inline_query", "switch_inline_query_current_chat"} & set(each)
                if len(kinds) != 1 or not each["text"]:
                    raise bad("Text buttons are unallowed in the inline keyboard")
                if "callback_data" in each and not 1 <= len(each["callback_data"].encode()) <= 64:
                    raise bad("BUTTON_DATA_INVALID")
                if "url" in each and not each["url"].startswith(("http://", "https://", "tg://")):
                    raise bad("inline keyboard button URL is invalid")
        message["reply_markup"] = markup

    def _own(self, p: dict[str, Any], what: str) -> dict[str, Any]:
        place = self._known(p["chat_id"])
        message = self.messages.get((place.id, p["message_id"]))
        if message is None:
            raise bad(f"message to {what} not found")
        if message["from"]["id"] != BOT["id"]:
            raise bad(f"message can't be {what}ed")
        return message

    def _next_message(self, place: PretendChat) -> int:
        place.last_message += 1
        return place.last_message


_RIGHTS = ("can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
           "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
           "can_edit_stories", "can_delete_stories")  # fmt: skip
_GIFTS = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}


def _refused(no: Refusal) -> tuple[int, bytes]:
    body: dict[str, Any] = {"ok": False, "error_code": no.code, "description": no.description}
    if no.parameters:
        body["parameters"] = no.parameters
    return no.code, json.dumps(body).encode()


def public(message: dict[str, Any]) -> dict[str, Any]:
    """A message without what only the stand-in knows."""
    return {key: value for key, value in message.items() if key not in ("shown", "silent")}


def buttons(message: dict[str, Any]) -> list[dict[str, Any]]:
    return [each for row in message.get("reply_markup", {"inline_keyboard": []})["inline_keyboard"] for each in row]


def labels(message: dict[str, Any]) -> list[str]:
    return [each["text"] for each in buttons(message)]


def entities(text: str) -> list[dict[str, Any]]:
    """Commands and mentions, counted in UTF-16 units as Telegram does."""
    found = []
    for match in re.finditer(r"(?<![\w/])/[a-zA-Z0-9_]{1,32}(?:@\w+)?|(?<!\w)@\w{4,}", text):
        kind = "bot_command" if match[0].startswith("/") else "mention"
        found.append({"type": kind, "offset": units(text[: match.start()]), "length": units(match[0])})
    return found


# ---------------------------------------------------------------- in process


class StandinRequest(BaseRequest):
    """A face for python-telegram-bot: give one to `.request()` and one to `.get_updates_request()`."""

    def __init__(self, telegram: PretendTelegram) -> None:
        super().__init__()
        self.telegram = telegram

    @property
    def read_timeout(self) -> float:
        return 5.0

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(
        self, url: str, method: str, request_data: Any = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        if "/file/bot" in url:
            return 200, self.telegram.files[url.rsplit("/", 1)[-1]]
        name = url.rsplit("/", 1)[-1]
        parameters = dict(request_data.parameters) if request_data else {}
        sent = request_data.multipart_data if request_data and request_data.contains_files else {}
        files = {key: value[1] for key, value in (sent or {}).items()}
        parameters = {
            key: value
            for key, value in parameters.items()
            if not (isinstance(value, str) and value.startswith("attach://"))
        }
        await asyncio.sleep(0)
        try:
            if name == "getUpdates":
                return await poll(self.telegram, parameters)
            return self.telegram.handle(name, parameters, files)
        except Death:
            self.telegram.died.set()  # whoever runs the process ends it here; the call never returns
            return await asyncio.Future()


async def poll(telegram: PretendTelegram, parameters: dict[str, Any]) -> tuple[int, bytes]:
    """A long poll: waits for updates as long as it was asked to; a newer one ends it with Conflict."""
    telegram.pollers += 1
    mine = telegram.pollers
    telegram.superseded.set()
    telegram.superseded = asyncio.Event()
    gone = telegram.superseded
    status, body = telegram.handle("getUpdates", parameters, {})
    seconds = float(parameters.get("timeout") or 0)
    if body == b'{"ok":true,"result":[]}' and seconds:
        waits = [asyncio.ensure_future(each.wait()) for each in (telegram.arrived, gone)]
        try:
            await asyncio.wait(waits, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for each in waits:
                each.cancel()
        if telegram.pollers != mine:
            other = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
            return _refused(Refusal(409, other))
        status, body = telegram.handle("getUpdates", parameters, {})
    return status, body


# ---------------------------------------------------------------- over HTTP


async def serve(telegram: PretendTelegram, port: int = 0) -> tuple[Any, str]:
    """A loopback server; the server and its base address. Faults that raise close the connection without an answer."""
    from tornado.httpserver import HTTPServer
    from tornado.netutil import bind_sockets
    from tornado.web import Application, RequestHandler

    class Method(RequestHandler):
        async def post(self, name: str) -> None:
            parameters = {
                key: self.get_body_argument(key, strip=False) if key in _TEXTS else decoded(self.get_body_argument(key))
                for key in self.request.body_arguments
            }
            files = {key: sent[0]["body"] for key, sent in self.request.files.items()}
            parameters = {key: value for key, value in parameters.items() if not str(value).startswith("attach://")}
            try:
                if name == "getUpdates":
                    status, body = await poll(telegram, parameters)
                else:
                    if telegram.delay:
                        await asyncio.sleep(telegram.delay)
                    status, body = telegram.handle(name, parameters, files)
            except (NetworkError, Death):
                self.request.connection.stream.close()
                return
            self.set_status(status)
            self.set_header("Content-Type", "application/json")
            self.finish(body)

    sockets = bind_sockets(port, "127.0.0.1")
    server = HTTPServer(Application([(r"/bot[^/]+/(\w+)", Method)]))
    server.add_sockets(sockets)
    return server, f"http://127.0.0.1:{sockets[0].getsockname()[1]}"


_TEXTS = (
    "text",
    "caption",
    "parse_mode",
    "language_code",
    "callback_query_id",
    "inline_query_id",
    "url",
    "file_id",
    "secret_token",
    "action",
)


def decoded(value: str) -> Any:
    """A form's field as the JSON that it may be; text stays text."""
    if value[:1] in "{[" or value in ("true", "false") or re.fullmatch(r"-?\d+", value):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value
