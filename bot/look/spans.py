"""What a span says, and what papers an answer shows: shared by plain text and HTML. Puts no tags around anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from bot.asking.answers import Amount, Count, Link, Quote, Span, Text, When
from bot.look.numbers import INDIAN, format_amount, format_count
from bot.look.periods import format_day, format_when

if TYPE_CHECKING:
    from collections.abc import Iterable

    from storage.records import Source


@dataclass(frozen=True, slots=True)
class Voice:
    """How to say things to this chat: its language and its style of numbers."""

    language: str = "en"
    style: str = INDIAN


def spoken(span: Span, voice: Voice) -> str:
    """The words of a span; of a link, its text."""
    match span:
        case Amount(value=value, unit=unit, signed=signed, exact=exact):
            return format_amount(value, unit, language=voice.language, style=voice.style, signed=signed, exact=exact)
        case When(period=period):
            return format_when(period, language=voice.language)
        case Count(number=number):
            return format_count(number, language=voice.language, style=voice.style)
        case Text(text=text) | Quote(text=text) | Link(text=text):
            return text
        case _ as never:
            assert_never(never)


def linkable(url: str) -> bool:
    """Whether an address may stand behind a link; anything else is shown as words."""
    return url.startswith(("https://", "http://")) and not any(mark in url for mark in ' \t\r\n<>"')


def distinct(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Each source once, in the order given."""
    return tuple(dict.fromkeys(sources))


def dated(source: Source, voice: Voice) -> str:
    """The source's own date in brackets, after a space; nothing when it gives none."""
    return f" ({format_day(source.published, language=voice.language)})" if source.published else ""


def titled(source: Source) -> str:
    """What a source is called: its title, else its address."""
    return source.title or source.url
