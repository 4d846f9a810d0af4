"""HTML for Telegram, cut into pages: no page too long, its tags balanced, no word lost.

What comes in may be any text; what comes out holds Telegram's own tags only, each closed, and everything else escaped.
Lengths are Telegram's: UTF-16 units of the text that is shown, tags not counted.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from html import escape as _escape
from typing import NamedTuple

MESSAGE = 4096
CAPTION = 1024

_MOST_TAGS = 100  # Telegram drops the formatting beyond it without a word

_TAG = re.compile(
    r"</(?P<close>b|i|u|s|code|pre|a|blockquote)>"
    r"|<(?P<open>b|i|u|s|code|pre|a(?= href)|blockquote)"
    r"(?P<rest>(?<=<a) href=\"[^\"<>]*\"|(?<=<blockquote) expandable)?>"
)
_MARK = re.compile(r"&(?:(lt|gt|amp|quot)|#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6}));")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_NO_TEXT = re.compile(  # control characters but line break and tab, halves of pairs, and turns of direction
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]"
)
_PICTOGRAM_JOINERS = "\u200d\ufe0f"


class Tag(NamedTuple):
    """An open tag; `number` tells two of the same name apart, `rest` is its attribute as written."""

    number: int
    name: str
    rest: str


Stack = tuple[Tag, ...]


class Run(NamedTuple):
    """A stretch of text, text[start:end], with the same tags around all of it."""

    start: int
    end: int
    stack: Stack


@dataclass(frozen=True, slots=True)
class Styled:
    """Text as it is shown, and its runs: none is empty, and together they are all of it."""

    text: str
    runs: tuple[Run, ...]


def escape(text: str) -> str:
    """Text from anywhere, made harmless inside HTML and inside an attribute.

    Control characters are dropped, and those that turn the direction of what follows: a number could be read backwards.
    """
    return _escape(_NO_TEXT.sub("", text), quote=True).replace("&#x27;", "'")


def pages(html: str, limit: int = MESSAGE) -> tuple[str, ...]:
    """The HTML in as few pages as it takes.

    Cut at a line's end where one is near, else between words, else between letters. The one line break or space at a
    cut is dropped; a page that would show nothing is left out.
    """
    styled = parse(html)
    found = []
    start = 0
    while start < len(styled.text):
        end, following = _cut(styled, start, limit)
        if styled.text[start:end].strip():
            found.append(write(styled, start, end))
        start = following
    return tuple(found)


def shown(html: str) -> str:
    """The text that a reader sees, without tags."""
    return parse(html).text


def units(text: str) -> int:
    """The length of a text as Telegram counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def parse(html: str) -> Styled:
    """What is no tag of Telegram's is text; a closing tag without its opening one is dropped."""
    parts: list[tuple[str, Stack]] = []
    stack: Stack = ()
    last = 0
    for number, found in enumerate(_TAG.finditer(html)):
        parts.append((_plain(html[last : found.start()]), stack))
        stack = _after(stack, found, number)
        last = found.end()
    return _styled([*parts, (_plain(html[last:]), stack)])


def _styled(parts: list[tuple[str, Stack]]) -> Styled:
    runs = []
    start = 0
    for text, stack in parts:
        if text:
            runs.append(Run(start, start + len(text), stack))
            start += len(text)
    return Styled("".join(text for text, _ in parts), tuple(runs))


def write(styled: Styled, start: int, end: int) -> str:
    """A slice of it as HTML, with every tag opened and closed within."""
    parts: list[str] = []
    stack: Stack = ()
    for run in styled.runs:
        if run.start < end and run.end > start:
            parts += [*_between(stack, run.stack), escape(styled.text[max(run.start, start) : min(run.end, end)])]
            stack = run.stack
    return "".join([*parts, *_between(stack, ())])


def _is_text(letter: str) -> bool:
    return not _NO_TEXT.match(letter)


def _plain(text: str) -> str:
    return _MARK.sub(_letter, text)


def _letter(found: re.Match[str]) -> str:
    if found[1]:
        return _NAMED[found[1]]
    code = int(found[2]) if found[2] else int(found[3], 16)
    letter = chr(code) if code <= 0x10FFFF else "\0"
    return letter if _is_text(letter) else found[0]


def _after(stack: Stack, found: re.Match[str], number: int) -> Stack:
    """The stack once this tag is read."""
    if found["open"]:
        return (*stack, Tag(number, found["open"], found["rest"] or ""))
    for place in range(len(stack) - 1, -1, -1):
        if stack[place].name == found["close"]:
            return stack[:place] + stack[place + 1 :]
    return stack


def _between(before: Stack, after: Stack) -> list[str]:
    """The tags that lead from one stack to the next."""
    same = 0
    while same < min(len(before), len(after)) and before[same] == after[same]:
        same += 1
    closing = [f"</{tag.name}>" for tag in reversed(before[same:])]
    return closing + [f"<{tag.name}{tag.rest}>" for tag in after[same:]]


def _cut(styled: Styled, start: int, limit: int) -> tuple[int, int]:
    """Where this page ends, and where the next begins."""
    text = styled.text
    furthest = _furthest(styled, start, limit)
    if furthest == len(text):
        return furthest, furthest
    for mark, least in (("\n", start + (furthest - start) // 2), (" ", start)):
        place = text.rfind(mark, least + 1, furthest + 1)
        if place > start:
            return place, place + 1
    place = furthest
    while place > start + 1 and _joins(text, place):
        place -= 1
    place = place if not _joins(text, place) else furthest
    return place, place


def _furthest(styled: Styled, start: int, limit: int) -> int:
    """The end of the longest page from `start`; at least one character, so that it always goes on."""
    room, tags = limit, 0
    before: Stack = ()
    for run in styled.runs:
        if run.end <= start:
            continue
        begin = max(run.start, start)
        tags += sum(1 for tag in run.stack if tag not in before)
        before = run.stack
        if tags > _MOST_TAGS:
            return max(begin, start + 1)
        taken = units(styled.text[begin : run.end])
        if taken > room:
            return max(begin + _fitting(styled.text[begin : run.end], room), start + 1)
        room -= taken
    return len(styled.text)


def _fitting(text: str, room: int) -> int:
    """How many characters of a text take no more than so many units."""
    for place, letter in enumerate(text):
        room -= units(letter)
        if room < 0:
            return place
    return len(text)


def _joins(text: str, place: int) -> bool:
    """Whether a cut here would part a letter from its marks."""
    letter = text[place]
    return letter in _PICTOGRAM_JOINERS or text[place - 1] == "\u200d" or unicodedata.category(letter).startswith("M")
