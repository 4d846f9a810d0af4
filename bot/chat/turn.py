"""One turn of somebody: a message or a press, read out of Telegram's update once, so that no handler looks at one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram import MessageEntity, Update
from telegram.constants import ChatType

if TYPE_CHECKING:
    from datetime import datetime

    from telegram import Message

    from storage.correspondence import Chat, Person, Role

_DIGITS = 15  # of the longest number that is looked up


class Refusal(Exception):
    """It is not done; the message says why, and is written for people."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Who said what, where, and what they may. Of a press, `press` is its query's id and `message` the one under it."""

    line: str
    update_id: int
    now: datetime
    chat: Chat
    thread: int
    person: Person
    role: Role
    text: str = ""  # what was written, without the command's name or our own
    command: str = ""  # without the slash
    message: int = 0
    reply_to: int = 0
    press: str = ""
    data: str = ""
    file_id: str = ""
    file_name: str = ""
    file_size: int = 0
    again: bool = False  # an answer may have been sent before we died

    @property
    def words(self) -> str:
        """As it was asked: the command with its words, or the words alone."""
        return f"/{self.command} {self.text}".strip() if self.command else self.text

    @property
    def language(self) -> str:
        """Devanagari is answered in Hindi; anything else in the chat's language."""
        return "hi" if _has_devanagari(self.text) else self.chat.language or "en"


def _has_devanagari(text: str) -> bool:
    return any("\u0900" <= letter <= "\u097f" for letter in text)


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a message says to us: the command's name, and the words."""

    command: str
    text: str


def spoken(message: Message, bot: str) -> Spoken | None:
    """What a message says to the bot named `bot`; None when it is not meant for it.

    In private everything is; in a group a command (not another bot's), a mention, or a reply to a message of ours.
    """
    text = message.text or message.caption or ""
    name, rest = _command(message, text)
    if name:
        name, _, other = name.partition("@")
        return None if other and other.casefold() != bot.casefold() else Spoken(name.casefold(), rest)
    mentioned = _without_mention(message, text, bot)
    if mentioned is not None:
        return Spoken("", mentioned)
    return Spoken("", text.strip()) if _is_private(message) or _replies_to(message, bot) else None


def _command(message: Message, text: str) -> tuple[str, str]:
    entity = next(iter(message.entities or message.caption_entities), None)
    if entity is None or entity.type != MessageEntity.BOT_COMMAND or entity.offset != 0:
        return "", text
    return text[1 : entity.length], text[entity.length :].strip()


def _without_mention(message: Message, text: str, bot: str) -> str | None:
    mention = f"@{bot}".casefold()
    found = message.parse_entities([MessageEntity.MENTION]) if message.text else {}
    if not any(each.casefold() == mention for each in found.values()):
        return None
    place = text.casefold().find(mention)
    return " ".join(f"{text[:place]} {text[place + len(mention) :]}".split())


def _is_private(message: Message) -> bool:
    return message.chat.type == ChatType.PRIVATE


def _replies_to(message: Message, bot: str) -> bool:
    original = message.reply_to_message
    sender = original.from_user if original else None
    return sender is not None and (sender.username or "").casefold() == bot.casefold()


def thread_of(update: Update) -> int:
    """The topic of a forum; 0 for none and for the General one, which goes by no number when sending."""
    message = update.effective_message
    thread = getattr(message, "message_thread_id", None) if getattr(message, "is_topic_message", False) else None
    return int(thread or 0)


def number_in(text: str) -> int | None:
    """The number that a text is, if it is one that a record may have.

    >>> number_in("17"), number_in("#17"), number_in("9" * 30)
    (17, 17, None)
    """
    digits = text.strip().removeprefix("#")
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) <= _DIGITS else None
