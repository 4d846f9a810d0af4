"""The bot about itself: /start and /help; what new chats are told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.chat.commands import allowed
from bot.chat.digesting import days_words
from bot.chat.office import say
from bot.chat.posts import Button, Post, plain, split
from bot.chat.writes import noted
from bot.look.kept import worded
from bot.look.pages import escape
from bot.look.phrases import say as look
from bot.news.slots import Days
from storage.correspondence import Chat, Follow, Owed, Role
from storage.newsitems import Topic, Urgency
from storage.phrased import phrased

if TYPE_CHECKING:
    from datetime import datetime

    from bot.chat.access import Access
    from bot.chat.courier import Courier
    from bot.chat.turn import Turn
    from bot.chat.writes import Writes
    from storage import Store

LANGUAGES = {"en": "English", "hi": "हिन्दी"}
NUMBERS = {"indian": "₹ lakh, crore", "world": "million, billion"}

# The choices of what a chat hears: the least urgency of each topic, and that of export controls.
HEARS: dict[str, tuple[Urgency | None, Urgency | None]] = {
    "usual": (Urgency.URGENT, Urgency.NOTABLE),
    "notable": (Urgency.NOTABLE, Urgency.NOTABLE),
    "urgent": (Urgency.URGENT, Urgency.URGENT),
    "none": (None, None),
}

_QUESTIONS = ("ask_imports", "ask_share", "ask_next", "ask_control")


@dataclass(frozen=True, slots=True)
class Guide:
    store: Store
    courier: Courier
    access: Access
    writes: Writes

    # ---- beginning

    async def start(self, turn: Turn) -> None:
        """/start of somebody who may read; with a code, which may raise their role."""
        if turn.text and self._raised(turn):
            return
        await self.courier.reply(turn, [self.welcome_post(turn.chat, turn.role)])

    def _raised(self, turn: Turn) -> bool:
        """Whether a code came with it that did something."""
        with self.store.atomic():
            role = self.access.spend(turn.text.strip(), turn.person)
            if role is None or role.rank <= turn.person.role.rank:
                return False
            with self.writes.act(turn, "approve", phrased("is_now_by_code", name=turn.person.name, role=role)) as entry:
                self.store.journal.update(entry, "people", turn.person.number, {"role": role})
        return True

    def welcome(self, _owed: Owed, chat: Chat, _now: datetime) -> tuple[Post, ...]:
        """Renders what a chat that was let in is told."""
        person = self.store.people.at(chat.place, chat.telegram_id)
        role = self.access.role(person, chat, chat.telegram_id)
        return () if role is Role.NONE else (self.welcome_post(chat, role),)

    def welcome_post(self, chat: Chat, role: Role) -> Post:
        language = chat.language or "en"
        examples = "\n".join(f"• {escape(say(each, language))}" for each in _QUESTIONS)
        html = f"<b>Lodestone</b> {escape(say('welcome', language))}\n\n{examples}\n\n{self.hears_text(chat)}"
        if role is Role.ADMIN:
            html += f"\n\n{escape(say('you_are_admin', language))}"
        change = Button(say("change_hears", language), "set:hears")
        return Post(html, ((change, Button(say("help_button", language), "set:help")),))

    def hears_text(self, chat: Chat) -> str:
        """What a chat is told unasked, in a line or two of HTML."""
        language = chat.language or "en"
        parts = [say("told", language, what=hears_word(self.store.chats.follows(chat.number), language))]
        if schedule := self.store.schedules.of(chat.number):
            days = days_words(Days.parse(schedule.days), language)
            parts.append(say("digest_at", language, days=days, hour=schedule.hour, zone=schedule.zone))
        if chat.quiet:
            parts.append(say("quiet", language, hours=chat.quiet.replace("-", "–")))
        return escape(" ".join(parts))

    # ---- help

    async def help(self, turn: Turn) -> None:
        await self.courier.reply(turn, self.help_posts(turn))

    def help_posts(self, turn: Turn) -> tuple[Post, ...]:
        """All that this person may use."""
        hindi = turn.language == "hi"
        lines = [
            f"/{command.name} {escape(command.usage)}".strip()
            + f" - {escape(command.about_hi if hindi else command.about)}"
            for command in allowed(turn.role)
        ]
        return split("\n".join([f"<b>{escape(say('help_head', turn.language))}</b>", *lines]))

    def hear(self, turn: Turn, name: str) -> None:
        """Take one of the choices of what a chat hears."""
        least, controls = HEARS[name]
        with noted(self.store, turn, "follow", phrased(f"hears_{name}"), "follows"):
            self.store.chats.unfollow(turn.chat.number, thread=turn.thread)
            for topic in Topic:
                urgency = controls if topic is Topic.EXPORT_CONTROL else least
                if urgency is not None:
                    self.store.chats.follow(turn.chat.number, topic, urgency, turn.thread)

    def notice(self, owed: Owed, chat: Chat, _now: datetime) -> tuple[Post, ...]:
        """Renders a line to admins, kept as the delivery's subject, in the language of their chat."""
        return (plain(worded(owed.subject, chat.language or "en")),)


def hears_word(follows: list[Follow], language: str = "en") -> str:
    """What is followed, by the nearest of the choices, else topic by topic."""
    held = {follow.topic: follow.urgency for follow in follows if not follow.thread}
    if not held:
        return say("hears_unasked", language)
    for name, (least, controls) in HEARS.items():
        wanted = {topic: controls if topic is Topic.EXPORT_CONTROL else least for topic in Topic}
        if held == wanted:
            return say(f"hears_{name}", language)
    return ", ".join(
        say(
            "hears_topic",
            language,
            topic=look(f"topic_{topic}", language),
            urgency=look(f"urgency_{urgency}", language),
        )
        for topic, urgency in held.items()
    )
