"""The shape of what we read in an update. Telegram keeps to it; what does not is kept, told of, and passed over.

python-telegram-bot itself checks no types: a chat that is missing, or a text that is a number, would fail far inside.
"""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, ValidationError

_LEAST, _PAST = -(2**63), 2**63  # what a store can hold
Number: TypeAlias = Annotated[int, Field(ge=_LEAST, lt=_PAST)]


class _Part(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True)


class _User(_Part):
    id: Number
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None


class _Chat(_Part):
    id: Number
    type: str
    title: str | None = None
    username: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    is_forum: bool | None = None


class _Entity(_Part):
    type: str
    offset: Number
    length: Number


class _Document(_Part):
    file_id: str
    file_name: str | None = None
    file_size: Number | None = None


class _Origin(_Part):
    """The message that is replied to, or that a button stands under."""

    message_id: Number
    chat: _Chat
    author: _User | None = Field(None, alias="from")


class _Message(_Origin):
    date: Number
    text: str | None = None
    caption: str | None = None
    entities: list[_Entity] | None = None
    caption_entities: list[_Entity] | None = None
    message_thread_id: Number | None = None
    is_topic_message: bool | None = None
    sender_chat: _Chat | None = None
    document: _Document | None = None
    reply_to_message: _Origin | None = None


class _Press(_Part):
    id: str
    presser: _User = Field(alias="from")
    data: str | None = None
    message: _Origin | None = None


class _Query(_Part):
    id: str
    asker: _User = Field(alias="from")
    query: str
    offset: str = ""


class _Standing(_Part):
    status: str
    user: _User


class _Membership(_Part):
    chat: _Chat
    actor: _User = Field(alias="from")
    date: Number
    old_chat_member: _Standing
    new_chat_member: _Standing


class _Update(_Part):
    """What else an update may bring is read by nobody."""

    update_id: Number
    message: _Message | None = None
    callback_query: _Press | None = None
    inline_query: _Query | None = None
    my_chat_member: _Membership | None = None


def in_shape(update: Any) -> bool:
    """Whether each thing that we read in an update is of its kind."""
    try:
        _Update.model_validate(update)
    except (ValidationError, RecursionError):
        return False
    return True


def is_number(value: object) -> bool:
    """Whether it is a number that a store can hold."""
    return type(value) is int and _LEAST <= value < _PAST
