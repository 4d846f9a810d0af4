"""A message as we mean it: Telegram HTML, its buttons, a picture or a file. Sends nothing."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from bot.look.pages import escape, pages, shown

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_DATA = 64  # bytes of a button's data


@dataclass(frozen=True, slots=True)
class Button:
    """Its words, and either the data that a press brings back or the address that it opens."""

    text: str
    data: str = ""
    url: str = ""


Buttons: TypeAlias = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class File:
    name: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Post:
    """One message. `draw` is the canonical command whose chart it shows, in a language; `subject` is what of the record it shows."""

    html: str
    buttons: Buttons = ()
    draw: str = ""
    file: File | None = None
    subject: str = ""  # milestone:17
    version: int = 0  # of its subject, where it has one that grows

    def text(self) -> str:
        """Without tags, as a reader sees it."""
        return shown(self.html)


def split(html: str, *, buttons: Buttons = (), subject: str = "", version: int = 0) -> tuple[Post, ...]:
    """As many messages as the text takes; the buttons stand under the last."""
    found = [Post(page, subject=subject, version=version) for page in pages(html)]
    if found and buttons:
        found[-1] = replace(found[-1], buttons=buttons)
    return tuple(found)


def tongued(command: str, language: str) -> str:
    """A canonical command with the language of its answer, which no command says; read back by `parted`.

    >>> tongued("/imports 2025", "hi"), parted("hi /imports 2025"), parted("/imports 2025")
    ('hi /imports 2025', ('/imports 2025', 'hi'), ('/imports 2025', ''))
    """
    return command if language == "en" else f"{language} {command}"


def parted(words: str) -> tuple[str, str]:
    """The command, and the language that it was put in; '' where none was."""
    language, space, command = words.partition(" /")
    return (f"/{command}", language) if space and language.isalpha() else (words, "")


def plain(text: str, *buttons: Iterable[Button]) -> Post:
    """Words of ours or of people, escaped."""
    return Post(escape(text), tuple(tuple(row) for row in buttons))


REPEAT = "\u21bb <i>Possibly a repeat</i>\n"


def marked(post: Post) -> Post:
    """Telegram may have delivered it before: it says so."""
    html = REPEAT + post.html
    return replace(post, html=html if len(pages(html)) <= 1 else post.html)


def pack(post: Post) -> str:
    """A message as text, to be kept. Files are not kept: they are made again by who renders them."""
    buttons = [[[each.text, each.data, each.url] for each in row] for row in post.buttons]
    values = {
        "html": post.html,
        "buttons": buttons,
        "draw": post.draw,
        "subject": post.subject,
        "version": post.version,
    }
    return json.dumps({name: value for name, value in values.items() if value}, ensure_ascii=False)


def unpack(body: str) -> Post:
    values = json.loads(body)
    buttons = tuple(tuple(Button(*each) for each in row) for row in values.get("buttons", ()))
    return Post(
        html=values.get("html", ""),
        buttons=buttons,
        draw=values.get("draw", ""),
        subject=values.get("subject", ""),
        version=values.get("version", 0),
    )
