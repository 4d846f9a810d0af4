"""The bot about itself: /start and /help; what new chats are told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.chat.commands import BY_NAME, allowed
from bot.chat.posts import Button, Post, plain, split
from bot.look.pages import escape
from storage.records import Chat, Follow, Owed, Role, Topic, Urgency

if TYPE_CHECKING:
    from datetime import datetime

    from bot.chat.access import Access
    from bot.chat.courier import Courier
    from bot.chat.turn import Turn
    from bot.chat.writes import Writes
    from storage import Store

LANGUAGES = {"en": "English", "hi": "हिन्दी"}
NUMBERS = {"indian": "₹ lakh, crore", "world": "million, billion"}

# The choices of what a chat hears: the least urgency of each topic; export controls may have their own.
HEARS: dict[str, tuple[str, Urgency | None, Urgency | None]] = {
    "usual": ("Urgent, and all on export controls", Urgency.URGENT, Urgency.NOTABLE),
    "notable": ("All that is notable", Urgency.NOTABLE, Urgency.NOTABLE),
    "urgent": ("Only what is urgent", Urgency.URGENT, Urgency.URGENT),
    "none": ("Nothing", None, None),
}

_QUESTIONS = (
    "How much did India import in FY2024-25?",
    "What share of our magnets comes from China?",
    "Which milestones are due next?",
    "Is China's export control in force?",
)


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
            with self.writes.act(turn, "approve", f"{turn.person.name} is a {role} by a code") as entry:
                self.store.journal.update(entry, "people", turn.person.number, {"role": role})
        return True

    def welcome(self, _owed: Owed, chat: Chat, _now: datetime) -> tuple[Post, ...]:
        """Renders what a chat that was let in is told."""
        person = self.store.people.at(chat.place, chat.telegram_id)
        role = self.access.role(person, chat, chat.telegram_id)
        return () if role is Role.NONE else (self.welcome_post(chat, role),)

    def welcome_post(self, chat: Chat, role: Role) -> Post:
        examples = "\n".join(f"• {escape(each)}" for each in _QUESTIONS)
        hears = self.hears_text(chat)
        html = (
            "<b>Lodestone</b> follows India's rare earth magnet programme: milestones, plants, imports, export "
            "controls. Ask in plain words, English or Hindi; every number comes with its source.\n\n"
            f"{examples}\n\n{hears}"
        )
        if role is Role.ADMIN:
            html += "\n\nYou are an admin: /log records a milestone, /people shows who may do what."
        return Post(html, ((Button("Change what this chat is told", "set:hears"), Button("Help", "set:help")),))

    def hears_text(self, chat: Chat) -> str:
        """What a chat is told unasked, in a line or two."""
        follows = self.store.chats.follows(chat.number)
        parts = [f"This chat is told: {hears_word(follows)}."]
        if schedule := self.store.schedules.of(chat.number):
            parts.append(f"Digest: {escape(schedule.days)} at {schedule.hour} ({escape(schedule.zone)}).")
        if chat.quiet:
            parts.append(f"Quiet hours {chat.quiet}: silent, but for urgent export-control news.")
        return " ".join(parts)

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
        head = "शब्दों में पूछें, या:" if hindi else "Ask in plain words, or use:"
        return split("\n".join([f"<b>{head}</b>", *lines]))

    def hear(self, turn: Turn, name: str) -> None:
        """Take one of the choices of what a chat hears."""
        _, least, controls = HEARS[name]
        with self.store.atomic():
            self.store.chats.unfollow(turn.chat.number, thread=turn.thread)
            for topic in Topic:
                urgency = controls if topic is Topic.EXPORT_CONTROL else least
                if urgency is not None:
                    self.store.chats.follow(turn.chat.number, topic, urgency, turn.thread)
            self.store.inbox.done(turn.line, turn.update_id)

    def notice(self, owed: Owed, _chat: Chat, _now: datetime) -> tuple[Post, ...]:
        """Renders a line to admins: the delivery's subject is its text."""
        return (plain(owed.subject),)


def hears_word(follows: list[Follow]) -> str:
    """What is followed, by the nearest of the choices, else topic by topic."""
    held = {follow.topic: follow.urgency for follow in follows if not follow.thread}
    if not held:
        return "nothing unasked"
    for words, least, controls in HEARS.values():
        wanted = {topic: controls if topic is Topic.EXPORT_CONTROL else least for topic in Topic}
        if held == wanted:
            return words[:1].lower() + words[1:]
    return ", ".join(f"{topic.replace('_', ' ')} from {urgency}" for topic, urgency in held.items())


def usage(name: str) -> str:
    """How a command is written."""
    return f"/{name} {BY_NAME[name].usage}".strip()
