"""An answer as plain text, for the terminal and the command line: the words of the chat, in the same order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.asking.answers import Answer, Line, Link, Span, Style
from bot.look.numbers import INDIAN
from bot.look.phrases import say
from bot.look.spans import Voice, dated, distinct, spoken, titled

if TYPE_CHECKING:
    from storage.records import Source

_BEFORE = {Style.ROW: "- ", Style.BESIDE: "* "}


def plain(answer: Answer, *, style: str = INDIAN) -> str:
    """The number first, then what stands with it, its sources with date and address, and how the question was read."""
    voice = Voice(answer.language, style)
    lines = [plain_line(line, voice) for line in answer.lines]
    lines += [_source(source, voice) for source in distinct(answer.sources)]
    if answer.reading:
        lines.append(say("read_as", voice.language, reading=answer.reading))
    return "\n".join(line for line in lines if line.strip())


def plain_line(line: Line, voice: Voice) -> str:
    return _BEFORE.get(line.style, "") + "".join(_span(span, voice) for span in line.spans)


def _span(span: Span, voice: Voice) -> str:
    said = spoken(span, voice)
    return f"{said} ({span.url})" if isinstance(span, Link) and span.url != said else said


def _source(source: Source, voice: Voice) -> str:
    address = f" {source.url}" if source.url and source.url != titled(source) else ""
    return f"{say('source', voice.language)}: {titled(source)}{dated(source, voice)}{address}"
