"""/follow: which topics a chat, or a topic of a forum, is told of, and from which urgency on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.chat.posts import Button, Post
from bot.chat.tidings import say
from bot.chat.turn import Refusal
from bot.chat.writes import noted
from bot.look.pages import escape
from bot.look.phrases import say as look
from bot.news.wishes import read_follow, wants_none
from storage.newsitems import Topic, Urgency
from storage.phrased import phrased

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from bot.chat.courier import Courier
    from bot.chat.rights import Rights
    from bot.chat.turn import Turn
    from storage import Store
    from storage.correspondence import Follow

OFF: Final = "off"
_NEXT: Final[dict[Urgency | None, str]] = {
    None: Urgency.URGENT,
    Urgency.URGENT: Urgency.NOTABLE,
    Urgency.NOTABLE: Urgency.ROUTINE,
    Urgency.ROUTINE: OFF,
}


@dataclass(frozen=True, slots=True)
class Following:
    store: Store
    courier: Courier
    rights: Rights

    async def command(self, turn: Turn) -> None:
        """/follow shows how it stands; all, none, or topics with an urgency change it."""
        if turn.text.strip():
            await self.rights.check(turn)
            self._read(turn)
        await self.courier.reply(turn, [self.post(turn)])

    def _read(self, turn: Turn) -> None:
        if wants_none(turn.text):
            self._set(turn, tuple(Topic), None)
            return
        wish = read_follow(turn.text)
        if wish.strange or not wish.topics:
            raise Refusal(say("topics_are", turn.language, words=(wish.strange or turn.text)[:60]))
        self._set(turn, wish.topics, wish.urgency or Urgency.NOTABLE)

    def _set(self, turn: Turn, topics: Collection[Topic], urgency: Urgency | None) -> None:
        named = [phrased(f"topic_{each}") for each in topics]
        until = phrased(f"urgency_{urgency}" if urgency else "hears_none")
        with noted(self.store, turn, "follow", phrased("follows", topics=named, urgency=until), "follows"):
            for topic in topics:
                if urgency is None:
                    self.store.chats.unfollow(turn.chat.number, topic, turn.thread)
                else:
                    self.store.chats.follow(turn.chat.number, topic, urgency, turn.thread)

    async def press(self, turn: Turn) -> str:
        """`fol:trade:urgent`, `fol:all:off`."""
        await self.rights.check(turn)
        name, _, word = turn.data.partition(":")
        topics = tuple(Topic) if name == "all" else (Topic(name),)
        self._set(turn, topics, None if word == OFF else Urgency(word))
        await self.courier.edit(turn, self.post(turn))
        return ""

    def post(self, turn: Turn) -> Post:
        """How it stands, with a button for each topic that moves it on."""
        language = turn.language
        held = {each.topic: each.urgency for each in self.store.chats.follows(turn.chat.number, turn.thread)}
        lines, buttons = [], []
        for topic in Topic:
            urgency = held.get(topic)
            word = look(f"urgency_{urgency}", language) if urgency else say("off", language)
            name = look(f"topic_{topic}", language)
            lines.append(escape(say("follow_line", language, topic=name, least=_least(urgency, language))))
            buttons.append(Button(f"{name}: {word}", f"fol:{topic}:{_NEXT[urgency]}"))
        rows = tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))
        every = (
            Button(say("follow_all", language), f"fol:all:{Urgency.NOTABLE}"),
            Button(say("follow_urgent", language), f"fol:all:{Urgency.URGENT}"),
            Button(say("follow_none", language), f"fol:all:{OFF}"),
        )
        head, hint = escape(say("follows", language)), escape(say("follow_hint", language))
        return Post("\n".join([f"<b>{head}</b>", *lines, f"<i>{hint}</i>"]), (*rows, every))


def _least(urgency: Urgency | None, language: str) -> str:
    if urgency is None:
        return say("least_none", language)
    return say("least", language, urgency=look(f"urgency_{urgency}", language))


def heard(follows: Sequence[Follow], language: str) -> str:
    """What is followed in one line, the topics of one urgency together."""
    held: dict[Urgency, list[Topic]] = {}
    for each in sorted(follows, key=lambda one: -one.urgency.rank):
        held.setdefault(each.urgency, []).append(each.topic)
    return "; ".join(f"{_topics(topics, language)} {_least(urgency, language)}" for urgency, topics in held.items())


def _topics(topics: Sequence[Topic], language: str) -> str:
    if len(topics) == len(Topic):
        return say("all", language)
    return ", ".join(look(f"topic_{topic}", language) for topic in topics)
