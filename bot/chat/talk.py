"""Questions: words, commands and buttons lead to the desk, and its answer to pages with their buttons."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from bot.asking.answers import Kind
from bot.chat.phrases import say
from bot.chat.posts import MOST_DATA, Button, Buttons, File, Post, parted, split, tongued
from bot.chat.process import nothing
from bot.chat.turn import Refusal
from bot.look.html import document
from bot.look.pages import escape
from bot.look.spreadsheet import csv_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from bot.asking.answers import Answer
    from bot.chat.courier import Courier
    from bot.chat.turn import Turn
    from storage import Store

FORGET = timedelta(minutes=30)  # without a question, a follow-up has nothing before it
_WORDS = {
    "chart": {"en": "Chart", "hi": "चित्र"},
    "csv": {"en": "CSV", "hi": "CSV"},
}
_MOST_OFFERS = 6
_NUMBERS = {
    "/imports": 1,
    "/exports": 1,
    "/figure": 2,
}  # commands that ask for a number, and how much they must say of it
_BESIDE = {"/sources": "sources"}  # a command that alone is about the answer before, as the word is; others begin anew
_SHORT = 20  # letters of two buttons that stand side by side


@dataclass(frozen=True, slots=True)
class Said:
    """An answer, the canonical command of the question as it was understood, and what a follow-up will follow."""

    answer: Answer
    command: str
    context: str


class Desk(Protocol):
    def __call__(self, text: str, context: str | None, now: datetime, *, language: str) -> Said:
        """One turn of talk; never raises, whatever the text."""


@dataclass(frozen=True, slots=True)
class Talk:
    store: Store
    desk: Desk
    courier: Courier
    answered: Callable[[], None] = nothing

    async def ask(self, turn: Turn) -> None:
        """A question in words or by command."""
        context = self.store.talk.context(
            turn.chat.number, turn.thread, turn.person.number, turn.now - FORGET, turn.reply_to
        )
        said = self.desk(_BESIDE.get(turn.words, turn.words), context, turn.now, language=turn.language)
        await self._tell(turn, said, gap=turn.words if said.answer.gap else "")

    def understands(self, turn: Turn, *, number: bool = False) -> bool:
        """Whether the words ask something that the desk can answer; `number`: whether they ask for one, and say of what."""
        said = self.desk(turn.words, None, turn.now, language=turn.language)
        if number:
            verb, *arguments = said.command.split()
            return len(arguments) >= _NUMBERS.get(verb, len(arguments) + 1)
        return said.answer.kind not in (Kind.HELP, Kind.CLARIFY, Kind.UNKNOWN)

    async def press(self, turn: Turn) -> str:
        """A button's question."""
        await self._tell(turn, self._again(turn))
        return ""

    async def draw(self, turn: Turn) -> str:
        """The chart of an answer."""
        said = self._again(turn)
        if said.answer.chart is None:
            raise Refusal(say("stale", turn.language))
        caption = "; ".join(dict.fromkeys(source.title for source in said.answer.chart.sources if source.title))
        await self.courier.reply(turn, [Post(escape(caption), draw=tongued(said.command, said.answer.language))])
        return ""

    async def csv(self, turn: Turn) -> str:
        """The rows of an answer as a file."""
        said = self._again(turn)
        if not said.answer.rows:
            raise Refusal(say("stale", turn.language))
        name = re.sub(r"\W+", "-", said.command.strip("/"))[:60].strip("-") + ".csv"
        await self.courier.reply(turn, [Post("", file=File(name, csv_of(said.answer)))])
        return ""

    def _again(self, turn: Turn) -> Said:
        command, language = parted(turn.data)
        return self.desk(command, None, turn.now, language=language or turn.language)

    async def _tell(self, turn: Turn, said: Said, gap: str = "") -> None:
        """Its context, and the question where it is a gap, are kept before it is sent: a write that must wait then repeats nothing."""
        chat = turn.chat

        def keep() -> None:
            if gap:
                self.store.talk.gap(gap, turn.now)
            if said.context:
                self.store.talk.keep_context(chat.number, turn.thread, turn.person.number, said.context, turn.now)

        told = await self.courier.reply(turn, self.posts(said, chat.numbers), keep)
        if told:
            self.answered()
        if told and said.context:
            with self.store.lightly(), self.store.atomic():
                for message in told:
                    self.store.talk.keep_context(chat.number, turn.thread, 0, said.context, turn.now, message)
                self.store.inbox.done(turn.line, turn.update_id)

    def posts(self, said: Said, numbers: str) -> tuple[Post, ...]:
        """An answer as messages."""
        return split(document(said.answer, style=numbers), buttons=self.buttons(said))

    def buttons(self, said: Said) -> Buttons:
        answer = said.answer
        offers = [Button(each.text, self._data("ask", each.command, answer)) for each in answer.offers[:_MOST_OFFERS]]
        more = [Button(_word("chart", answer), self._data("draw", said.command, answer))] if answer.chart else []
        listed = len(answer.rows) > 1 and answer.kind not in (Kind.HELP, Kind.CLARIFY, Kind.UNKNOWN)
        more += [Button(_word("csv", answer), self._data("csv", said.command, answer))] if listed else []
        return (*_in_rows(offers), *((tuple(more),) if more else ()))

    def _data(self, verb: str, command: str, answer: Answer) -> str:
        """A button's data; what it leads to is in the language of the answer that it stands under."""
        return self.data(verb, tongued(command, answer.language))

    def data(self, verb: str, command: str) -> str:
        """A button's data: the command itself, or its hash where it is too long."""
        whole = f"{verb}:{command}"
        if len(whole.encode()) <= MOST_DATA:
            return whole
        return f"{verb}#{self.store.talk.shorten(command)}"


def _word(key: str, answer: Answer) -> str:
    return _WORDS[key].get(answer.language, _WORDS[key]["en"])


def _in_rows(buttons: list[Button]) -> Buttons:
    """Short ones two by two."""
    rows: list[tuple[Button, ...]] = []
    for button in buttons:
        beside = rows and len(rows[-1]) == 1 and len(rows[-1][0].text) <= _SHORT and len(button.text) <= _SHORT
        if beside:
            rows[-1] = (*rows[-1], button)
        else:
            rows.append((button,))
    return tuple(rows)
