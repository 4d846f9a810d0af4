"""Logs, as text or JSON, the event's name first. No token and no words of people are ever written at INFO.

httpx prints whole addresses at INFO, and a bot's address holds its token: it is kept at WARNING, and every record passes a
filter that blots out whatever looks like a token.
"""

from __future__ import annotations

import json
import logging
import re
import sys
from datetime import UTC, datetime
from typing import TextIO

_TOKEN = re.compile(r"\b(bot)?\d{6,}:[A-Za-z0-9_-]{20,}")
_KEY = re.compile(r"(?i)((?:subscription[-_]?key|secret|api[-_]?key)=)[^&\s]+")
_LOUD = ("httpx", "httpcore", "apscheduler", "telegram", "tornado.access", "matplotlib")


def blot(text: str) -> str:
    """The text without tokens and keys.

    >>> blot("POST https://example.org/bot123456:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/getMe")
    'POST https://example.org/[token]/getMe'
    """
    return _KEY.sub(r"\1[key]", _TOKEN.sub("[token]", text))


class Blotter(logging.Filter):
    """Blots out tokens in the message, its arguments and its traceback."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = blot(record.getMessage())
        record.args = ()
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = blot(record.exc_text)
        return True


class TextFormat(logging.Formatter):
    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(name)s %(message)s", "%Y-%m-%dT%H:%M:%S%z")


class JsonFormat(logging.Formatter):
    """One object a line: at, level, logger, event (the first word), message, and error when there is one."""

    def format(self, record: logging.LogRecord) -> str:
        message = record.getMessage()
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "event": message.split(" ", 1)[0],
            "message": message,
        }
        if record.exc_text:
            line["error"] = record.exc_text
        return json.dumps(line, ensure_ascii=False)


def set_up(log_format: str = "text", *, level: int = logging.INFO, stream: TextIO | None = None) -> logging.Handler:
    """One handler on the root logger, in place of any before it."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonFormat() if log_format == "json" else TextFormat())
    handler.addFilter(Blotter())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in _LOUD:
        logging.getLogger(name).setLevel(logging.WARNING)
    return handler
