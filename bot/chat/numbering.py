"""Numbers that a chat waits for: 'tell me when China's share drops below 70%', kept as the question that asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.chat.posts import Button, Post, plain, split
from bot.chat.tidings import say
from bot.chat.turn import Refusal
from bot.chat.writes import noted
from bot.look.html import html
from bot.look.numbers import format_amount
from bot.look.pages import escape
from bot.look.periods import format_day
from bot.news.thresholds import Reading, Relation, Threshold, met, read_threshold
from bot.record.amounts import read_amount
from storage.correspondence import NumberWatch
from storage.phrased import phrased

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.asking.answers import Answer
    from bot.chat.alerts import Alerts
    from bot.chat.courier import Courier
    from bot.chat.rights import Rights
    from bot.chat.talk import Desk
    from bot.chat.turn import Turn
    from storage import Store
    from storage.correspondence import Chat, Owed

NUMBER: Final = "number"  # a delivery: a number that was waited for; its subject is the watch
_SERIES: Final = "/series "


def reading_of(answer: Answer) -> Reading:
    """The number of an answer as it can be watched; of a series its newest period."""
    newest = answer.rows[-1] if answer.rows and answer.value is None else None
    period = answer.period or ((newest.period or newest.label) if newest else "")
    return Reading(answer.value, answer.unit, period)


@dataclass(frozen=True, slots=True)
class Numbering:
    store: Store
    courier: Courier
    alerts: Alerts
    rights: Rights
    desk: Desk

    async def words(self, turn: Turn) -> bool:
        """Keep what the sentence asks to be told of; False when it asks for no such thing."""
        wish = read_threshold(turn.text)
        if wish is None:
            return False
        await self.rights.check(turn)
        await self.courier.reply(turn, [self._keep(turn, wish)])
        return True

    def _keep(self, turn: Turn, wish: Threshold) -> Post:
        said = self.desk(wish.subject, None, turn.now, language=turn.language)
        now = reading_of(said.answer)
        series = wish.relation is Relation.NEW and said.command.startswith(_SERIES)
        if not series and (now.value is None or not now.unit):
            raise Refusal(say("number_no_value", turn.language, words=wish.subject[:60]))
        watch = NumberWatch(
            number=0,
            chat=turn.chat.number,
            thread=turn.thread,
            command=said.command,
            relation=wish.relation,
            mark=self._mark(turn, wish, now),
            unit=now.unit,
            last=now.period,
            met=False,
        )
        number = self._kept(turn, watch, now)
        return self._said(turn, watch, now, number)

    def _mark(self, turn: Turn, wish: Threshold, now: Reading) -> float | None:
        """The amount in the unit of the figure; None where only a new period is waited for."""
        if wish.relation is Relation.NEW:
            return None
        amount = read_amount(wish.mark)
        if amount is None:
            raise Refusal(say("number_no_mark", turn.language))
        if amount.unit not in ("", now.unit):
            raise Refusal(say("number_units", turn.language, unit=now.unit))
        return amount.value

    def _kept(self, turn: Turn, watch: NumberWatch, now: Reading) -> int:
        """One that is so already waits until it has not been so."""
        already = watch.relation != Relation.NEW and met(watch, now)
        with noted(self.store, turn, "settings", phrased("number_watched", command=watch.command), "number_watches"):
            return self.store.schedules.watch_number(
                turn.chat.number,
                turn.thread,
                command=watch.command,
                relation=watch.relation,
                mark=watch.mark,
                unit=watch.unit,
                last=watch.last,
                met=already,
            )

    def _said(self, turn: Turn, watch: NumberWatch, now: Reading, number: int) -> Post:
        language = turn.language
        if watch.relation == Relation.NEW:
            key, value = "number_kept_new", ""
        else:
            key = "number_met" if met(watch, now) else "number_kept"
            value = self._amount(now.value or 0.0, now.unit, turn.chat, language)
        today = self.alerts.hearer(turn.chat).today(turn.now)
        nothing = (
            say("quiet_none", language) if watch.relation == Relation.NEW else format_day(today, language=language)
        )
        period = now.period or nothing
        words = say(key, language, wish=self.wish(turn.chat, watch, turn.now, language), value=value, period=period)
        return plain(words, [Button(say("unwatch", language, n="").strip(), f"set:unwatch:{number}")])

    # ---- in words

    def wish(self, chat: Chat, watch: NumberWatch, now: datetime, language: str) -> str:
        """What a watch waits for."""
        what = self.desk(watch.command, None, now, language=language).answer.reading
        if watch.relation == Relation.NEW or watch.mark is None:
            return say("newer_than", language, what=what)
        return say(watch.relation, language, what=what, mark=self._amount(watch.mark, watch.unit, chat, language))

    def _amount(self, value: float, unit: str, chat: Chat, language: str) -> str:
        return format_amount(value, unit, language=language, style=chat.numbers)

    def render(self, owed: Owed, chat: Chat, now: datetime) -> Sequence[Post]:
        """It has come: the answer with its papers; nothing when the chat does not wait for it any more."""
        number = owed.subject.partition(":")[2]
        watches = self.store.schedules.number_watches(chat.number)
        watch = next((each for each in watches if str(each.number) == number), None)
        if watch is None:
            return ()
        language = chat.language or "en"
        answer = self.desk(watch.command, None, now, language=language).answer
        head = escape(say("number_told", language, wish=self.wish(chat, watch, now, language)))
        stop = Button(say("unwatch", language, n="").strip(), f"set:unwatch:{watch.number}")
        return split(f"<b>{head}</b>\n\n" + "\n\n".join(html(answer, style=chat.numbers)), buttons=((stop,),))
