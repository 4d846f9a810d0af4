"""An answer as pages of Telegram HTML: the number first and bold, then its papers. All text from outside is escaped."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from bot.asking.answers import Amount, Answer, Line, Link, Span, Style
from bot.look.numbers import INDIAN
from bot.look.pages import MESSAGE, escape, pages
from bot.look.periods import format_day
from bot.look.phrases import say
from bot.look.spans import Voice, dated, distinct, linkable, spoken, titled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from storage.records import Source

_FEW = 3  # as many sources stand open; more fold away behind a tap
_LONG_NOTE = 140  # letters: of several notes, those that are longer fold away, too
_LONG_BLOCK = 300  # letters: what stands beside folds away, but for its first lines, where it is longer


def html(answer: Answer, *, style: str = INDIAN, limit: int = MESSAGE) -> tuple[str, ...]:
    """The answer in as few messages as it takes."""
    return pages(document(answer, style=style), limit)


def document(answer: Answer, *, style: str = INDIAN) -> str:
    """The answer in one piece, however long."""
    voice = Voice(answer.language, style)
    said = [line for line in answer.lines if line.style is not Style.SMALL]
    small = [line for line in answer.lines if line.style is Style.SMALL]
    papers = _notes(small, voice)
    papers += [part for part in (sources_html(answer.sources, voice), reading_html(answer, voice)) if part]
    return "\n\n".join(part for part in (_body(said, voice), "\n".join(papers)) if part)


def html_line(line: Line, voice: Voice) -> str:
    """One line with its mark: a dot before a row, an arrow before what stands beside."""
    if line.style is Style.LEAD:
        return _lead(line, voice)
    text = "".join(span_html(span, voice) for span in line.spans)
    if line.style is Style.SMALL:
        return f"<i>{text}</i>" if text else ""
    return {Style.ROW: "• ", Style.BESIDE: "↔ "}.get(line.style, "") + text


def span_html(span: Span, voice: Voice) -> str:
    said = spoken(span, voice)
    return link(said, span.url) if isinstance(span, Link) else escape(said)


def link(text: str, url: str) -> str:
    """A link where the address is one of the web, else the words alone."""
    return f'<a href="{escape(url)}">{escape(text)}</a>' if linkable(url) else escape(text)


def source_html(source: Source, voice: Voice) -> str:
    """The title as a link, and the source's own date."""
    return link(titled(source), source.url) + escape(dated(source, voice))


def sources_html(sources: Sequence[Source], voice: Voice) -> str:
    """One line for a source; a list for some; for many a folded list under its newest date. "" for none."""
    each = distinct(sources)
    if not each:
        return ""
    if len(each) == 1:
        return f"{say('source', voice.language)}: {source_html(each[0], voice)}"
    rows = "\n".join(f"• {source_html(source, voice)}" for source in each)
    head = f"{say('sources', voice.language)} ({len(each)}{_newest(each, voice)}):"
    return f"{head}\n{rows}" if len(each) <= _FEW else f"{head}\n<blockquote expandable>{rows}</blockquote>"


def reading_html(answer: Answer, voice: Voice) -> str:
    return f"<i>{escape(say('read_as', voice.language, reading=answer.reading))}</i>" if answer.reading else ""


def _newest(sources: Sequence[Source], voice: Voice) -> str:
    days = [source.published for source in sources if source.published]
    if len(sources) <= _FEW or not days:
        return ""
    return ", " + say("newest", voice.language, date=format_day(max(days), language=voice.language))


def _notes(lines: Sequence[Line], voice: Voice) -> list[str]:
    """Small print. Short notes stand open; several long ones would bury the answer on a phone, and fold away in one."""
    notes = [html_line(line, voice) for line in lines]
    long = [note for note in notes if len(note) > _LONG_NOTE]
    if len(long) < 2:
        return notes
    folded = "<blockquote expandable>" + "\n".join(long) + "</blockquote>"
    return [note for note in notes if note not in long] + [folded]


def _lead(line: Line, voice: Voice) -> str:
    """Its amounts in bold; the whole line where it holds none."""
    if not any(isinstance(span, Amount) for span in line.spans):
        return f"<b>{''.join(span_html(span, voice) for span in line.spans)}</b>"
    return "".join(_strong(span, voice) if isinstance(span, Amount) else span_html(span, voice) for span in line.spans)


def _strong(span: Span, voice: Voice) -> str:
    return f"<b>{span_html(span, voice)}</b>"


def _body(lines: Sequence[Line], voice: Voice) -> str:
    """Lines of one kind stand together; an empty line sets apart what is beside."""
    blocks = [
        (beside, "\n".join(html_line(line, voice) for line in group)) for beside, group in groupby(lines, _beside)
    ]
    return "\n\n".join(
        f"<blockquote expandable>{block}</blockquote>" if beside and len(block) > _LONG_BLOCK else block
        for beside, block in blocks
    )


def _beside(line: Line) -> bool:
    return line.style is Style.BESIDE
