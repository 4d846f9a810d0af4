"""What became of a call to Telegram, and what to do about it. Decides; sends nothing and writes nothing.

                            surely not accepted -> RETRY      when Telegram asked, else by the back-off
    a call failed: was it   may have been       -> UNKNOWN    the same, and marked as a possible repeat
                            refused for good    -> what the refusal says

The only module that names httpx's errors beside bot/sources: they tell whether the request ever began.
A message may thus be heard twice, and is then marked; it is never lost. A repeated notice is the smaller fault.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.chat.wire import RefusedError

BACKOFF = (1, 3, 10, 30, 60, 300)  # seconds after the first, second, ... failed try; the last for every later one


class Fate(StrEnum):
    RETRY = "retry"  # surely not accepted
    UNKNOWN = "unknown"  # may have been accepted
    FLOOD = "flood"  # surely not accepted, and Telegram says how long to wait
    MIGRATED = "migrated"  # the group has another id now
    BARRED = "barred"  # the chat does not let us in
    NO_TOPIC = "no_topic"  # the topic is gone or closed
    PLAIN = "plain"  # the formatting was refused: once more without
    SAME = "same"  # an edit that changes nothing: it is as it should be
    NO_MESSAGE = "no_message"  # the message to edit is gone
    DEAD = "dead"  # refused for good, and it is our mistake


@dataclass(frozen=True, slots=True)
class Verdict:
    fate: Fate
    reason: str
    wait: float = 0.0  # seconds that Telegram asked for
    new_id: int = 0  # of a chat that migrated


# What a 400 means, by words of its description. The first that fits decides.
_REFUSALS = (
    ("message is not modified", Fate.SAME),
    ("message thread not found", Fate.NO_TOPIC),
    ("topic_deleted", Fate.NO_TOPIC),
    ("topic_closed", Fate.NO_TOPIC),
    ("topic_id_invalid", Fate.NO_TOPIC),
    ("message to edit not found", Fate.NO_MESSAGE),
    ("message can't be edited", Fate.NO_MESSAGE),
    ("message_id_invalid", Fate.NO_MESSAGE),
    ("message to delete not found", Fate.NO_MESSAGE),
    ("chat not found", Fate.BARRED),
    ("user not found", Fate.BARRED),
    ("peer_id_invalid", Fate.BARRED),
    ("group chat was deactivated", Fate.BARRED),
    ("not enough rights", Fate.BARRED),
    ("have no rights to send", Fate.BARRED),
    ("chat_write_forbidden", Fate.BARRED),
    ("chat_restricted", Fate.BARRED),
    ("need administrator rights", Fate.BARRED),
)

# The request never reached Telegram.
_NEVER_BEGAN = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)


def judge(error: TelegramError, *, plain: bool = False) -> Verdict:
    """What a failed call means; `plain`: it was the try without formatting."""
    reason = str(error) or type(error).__name__
    match error:
        case RetryAfter():
            return Verdict(Fate.FLOOD, reason, wait=_seconds(error.retry_after))
        case ChatMigrated():
            return Verdict(Fate.MIGRATED, reason, new_id=error.new_chat_id)
        case Forbidden():
            return Verdict(Fate.BARRED, reason)
        case BadRequest():
            return Verdict(_refusal(reason, plain=plain), reason)
        case InvalidToken() | Conflict() | RefusedError():
            return Verdict(Fate.RETRY, reason)
        case NetworkError() if isinstance(error.__cause__, _NEVER_BEGAN):
            return Verdict(Fate.RETRY, reason)
        case _:
            return Verdict(Fate.UNKNOWN, reason)


def _refusal(reason: str, *, plain: bool) -> Fate:
    said = reason.casefold()
    known = next((fate for words, fate in _REFUSALS if words in said), None)
    return known or (Fate.DEAD if plain else Fate.PLAIN)


def _seconds(asked: timedelta | float) -> float:
    """python-telegram-bot gives a number or a span of time, by a setting of the environment."""
    return asked.total_seconds() if isinstance(asked, timedelta) else float(asked)


def backoff(attempts: int) -> timedelta:
    """How long to wait after that many tries in a row.

    >>> [int(backoff(n).total_seconds()) for n in range(1, 9)]
    [1, 3, 10, 30, 60, 300, 300, 300]
    """
    return timedelta(seconds=BACKOFF[min(max(attempts, 1), len(BACKOFF)) - 1])
