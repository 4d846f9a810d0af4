"""/news and /search: what was found, newest first, a page at a time; a tap shows a story whole."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot import telling
from bot.chat.posts import Button, Buttons, Post, plain
from bot.chat.tidings import say
from bot.chat.turn import Refusal
from bot.look import told
from bot.look.pages import escape
from bot.look.phrases import say as look
from bot.news.wishes import read_topic
from storage import Store
from storage.correspondence import Role
from storage.newsitems import Topic

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.chat.alerts import Alerts
    from bot.chat.courier import Courier
    from bot.chat.turn import Turn
    from storage.newsitems import FoundItem

PAGE = 5
_FEEDBACK = ("feedback", "प्रतिक्रिया")


@dataclass(frozen=True, slots=True)
class Newsroom:
    """`data` makes a button's data of a verb and what follows it, however long."""

    store: Store
    courier: Courier
    alerts: Alerts
    data: Callable[[str, str], str]

    # ---- news

    async def news(self, turn: Turn) -> None:
        """/news [topic]; for admins /news feedback."""
        words = turn.text.strip()
        if words.casefold() in _FEEDBACK and turn.role is Role.ADMIN:
            await self.courier.reply(turn, [self._feedback(turn)])
            return
        topic = read_topic(words) if words else None
        if words and topic is None:
            raise Refusal(say("topics_are", turn.language, words=words[:60]))
        await self.courier.reply(turn, [self._news(turn, topic, 0)])

    async def turn_news(self, turn: Turn) -> str:
        """Another page: `news:TOPIC:SKIP`, the topic empty for all."""
        topic, _, skip = turn.data.partition(":")
        await self.courier.edit(turn, self._news(turn, Topic(topic) if topic != "all" else None, _number(skip, turn)))
        return ""

    def _news(self, turn: Turn, topic: Topic | None, skip: int) -> Post:
        found = self.store.news.latest(topic=topic, limit=PAGE + 1, skip=skip)
        page, hearer = found[:PAGE], self.alerts.hearer(turn.chat)
        if not page:
            return plain(say("no_news", turn.language))
        lines = [
            f"{place}. {line}"
            for place, line in enumerate(telling.story_lines(self.store, page, hearer), start=skip + 1)
        ]
        name = look(f"topic_{topic}", turn.language) if topic else ""
        head = say("news_of", turn.language, topic=name) if topic else say("news", turn.language)
        stories = tuple(Button(str(place), f"story:{each.number}") for place, each in enumerate(page, start=skip + 1))
        turns = self._turns(turn, "news", str(topic or "all"), skip, more=len(found) > PAGE)
        return Post("\n".join([f"<b>{escape(head)}</b>", *lines]), (stories, *turns))

    def _turns(self, turn: Turn, verb: str, what: str, skip: int, *, more: bool) -> Buttons:
        """Buttons to the pages beside this one."""
        row = []
        if skip:
            row.append(Button(say("newer", turn.language), self.data(verb, f"{what}:{max(0, skip - PAGE)}")))
        if more:
            row.append(Button(say("older", turn.language), self.data(verb, f"{what}:{skip + PAGE}")))
        return (tuple(row),) if row else ()

    async def story(self, turn: Turn) -> str:
        """One of the list, whole."""
        posts = self.alerts.story_posts(_number(turn.data, turn), turn.chat, turn.now)
        if not posts:
            raise Refusal(say("gone", turn.language))
        await self.courier.reply(turn, posts)
        return ""

    # ---- search

    async def search(self, turn: Turn) -> None:
        """/search WORDS, over all that was ever seen."""
        words = turn.text.strip()
        if not words:
            raise Refusal(say("search_how", turn.language))
        await self.courier.reply(turn, [await self._found(turn, words, 0)])

    async def turn_search(self, turn: Turn) -> str:
        """Another page: `find:WORDS:SKIP`."""
        words, _, skip = turn.data.rpartition(":")
        await self.courier.edit(turn, await self._found(turn, words, _number(skip, turn)))
        return ""

    async def _found(self, turn: Turn, words: str, skip: int) -> Post:
        found = await asyncio.to_thread(self._sought, words, skip)
        page, hearer = found[:PAGE], self.alerts.hearer(turn.chat)
        if not page:
            return plain(say("found_none", turn.language, words=words[:60]))
        lines = [
            f"{place}. {told.story_line(each.item, hearer.zone, hearer.voice)}"
            for place, each in enumerate(page, start=skip + 1)
        ]
        head = escape(say("found_for", turn.language, words=words[:60]))
        stories = tuple(
            Button(str(place), f"story:{each.story}") for place, each in enumerate(page, start=skip + 1) if each.story
        )
        turns = self._turns(turn, "find", words, skip, more=len(found) > PAGE)
        return Post("\n".join([f"<b>{head}</b>", *lines]), (*((stories,) if stories else ()), *turns))

    def _sought(self, words: str, skip: int) -> tuple[FoundItem, ...]:
        """In a thread, over a connection of its own: rare words among a million items take their time."""
        with Store(self.store.path) as own:
            return own.news.search(words, limit=PAGE + 1, skip=skip)

    # ---- feedback

    def _feedback(self, turn: Turn) -> Post:
        """What people said is not for them, newest first."""
        lines = []
        for each in self.store.news.feedback(20):
            story = self.store.news.story(each.story)
            line = telling.story_lines(self.store, [story], self.alerts.hearer(turn.chat)) if story else []
            who = self.store.people.get(each.person).name if each.person else "?"
            lines += [f"• {line[0]}: {escape(who)}, {each.at:%d %b}"] if line else []
        if not lines:
            return plain(say("feedback_none", turn.language))
        return Post("\n".join([f"<b>{escape(say('feedback', turn.language))}</b>", *lines]))


def _number(text: str, turn: Turn) -> int:
    """A number of a button; what is none is of an older message."""
    if not text.isdecimal() or len(text) > 9:
        raise Refusal(say("gone", turn.language))
    return int(text)
