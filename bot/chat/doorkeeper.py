"""Strangers: one polite line, a request that an admin decides, or a code that lets them in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from telegram.constants import ChatMemberStatus

from bot.chat.office import say as office
from bot.chat.phrases import say
from bot.chat.posts import Button, Post, plain
from bot.chat.sender import Target
from bot.chat.turn import Refusal, number_in
from bot.look.pages import escape
from storage import NotFound
from storage.correspondence import Chat, ChatState, Lane, Owed, Person, Place, Role
from storage.phrased import phrased

if TYPE_CHECKING:
    from telegram import CallbackQuery, Message, Update, User
    from telegram.ext import ContextTypes

    from bot.chat.access import Access
    from bot.chat.drain import Drain
    from bot.chat.faults import Faults
    from bot.chat.sender import Sender
    from bot.chat.turn import Turn
    from bot.chat.writes import Writes
    from bot.clock import Clock
    from storage import Store

REQUEST = "request"  # a delivery to admins: somebody, or a group, asks to be let in
WELCOME = "welcome"  # a delivery to whoever was let in
_ONCE_IN = timedelta(hours=1)
_REMEMBERED = 1_000
_INSIDE = (ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.OWNER)


class _NoGood(Exception):
    """The code opens nothing: whoever tried it is not written down either."""


@dataclass(slots=True)
class _Told:
    """Whom we told lately that they are strangers; each is told once an hour."""

    at: dict[int, datetime] = field(default_factory=dict)

    def lately(self, chat: int, now: datetime) -> bool:
        if now - self.at.get(chat, now - _ONCE_IN) < _ONCE_IN:
            return True
        if len(self.at) >= _REMEMBERED:
            self.at.clear()
        self.at[chat] = now
        return False


@dataclass(frozen=True, slots=True)
class Doorkeeper:
    store: Store
    access: Access
    sender: Sender
    drain: Drain
    faults: Faults
    writes: Writes
    now: Clock
    line: str
    place: Place
    told: _Told = field(default_factory=_Told)

    # ---- strangers

    async def start(self, update: Update, message: Message, code: str) -> None:
        """A stranger wrote: with a code they come in; without, they learn how to ask."""
        user = message.from_user
        if user is None:
            return
        private = message.chat.type == "private"
        if code and private:
            if self._spent(update, message, user, code):
                self.drain.kick()
                return
            await self._say(message, plain(say("bad_code", language_of(user))))
            return
        if self.told.lately(message.chat.id, self.now()):
            return
        words = say("stranger" if private else "stranger_group", language_of(user))
        await self._say(message, plain(words, [Button(say("request", language_of(user)), "join:me")]))

    async def _say(self, message: Message, post: Post) -> None:
        thread = message.message_thread_id if message.is_topic_message else None
        await self.sender.send(Target(message.chat.id, thread or 0), Lane.ANSWERS, post)

    def _spent(self, update: Update, message: Message, user: User, code: str) -> bool:
        """Whether the code let them in."""
        try:
            with self.store.atomic():
                person = self._meet(user)
                role = self.access.spend(code, person)
                if role is None:
                    raise _NoGood  # noqa: TRY301 - it is what takes the row back
                chat = self._meet_chat(message, user)
                self._let_in(person, chat, role, phrased("came_by_code", name=person.name), person)
                self.store.inbox.done(self.line, update.update_id)
        except _NoGood:
            return False
        return True

    async def membership(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        """We were put into a group, or out of a chat. A new group learns how to ask; one that bars us is paused."""
        changed = update.my_chat_member
        if changed is None:
            return
        known = self.store.chats.at(self.place, changed.chat.id)
        inside = changed.new_chat_member.status in _INSIDE
        if known and not inside and known.state is ChatState.ACTIVE:
            self.store.chats.set_state(known.number, ChatState.PAUSED, "we were put out of the chat")
            self.faults.tell(f"paused:{known.number}", phrased("put_out", chat=known.title))
        elif known and inside and known.state is ChatState.PAUSED:
            self.store.chats.set_state(known.number, ChatState.ACTIVE)
        elif known is None and inside and changed.chat.type != "private":
            language = language_of(changed.from_user)
            post = plain(say("stranger_group", language), [Button(say("request", language), "join:me")])
            if not self.told.lately(changed.chat.id, self.now()):
                await self.sender.send(Target(changed.chat.id), Lane.ANSWERS, post)

    async def join(self, update: Update, query: CallbackQuery) -> str:
        """*Request access* was pressed, in private or in a group; the toast."""
        message = query.message
        if message is None:
            return say("stale")
        language = language_of(query.from_user)
        with self.store.atomic():
            person = self._meet(query.from_user)
            chat = self._meet_chat(message, query.from_user)
            if chat.private and self.access.role(person, chat, query.from_user.id) is not Role.NONE:
                return say("done_before", language)
            asked = self._asked(person, chat)
            self.store.inbox.done(self.line, update.update_id)
        self.drain.kick()
        return say("requested" if asked else "requested_before", language)

    def _asked(self, person: Person, chat: Chat) -> bool:
        """Keep the request, and owe every admin a word on it."""
        now = self.now()
        if chat.private:
            if not self.store.people.ask(person.number, now):
                return False
            subject = f"person:{person.number}:{chat.number}"
        else:
            subject = f"chat:{chat.number}:{person.number}"
        key = f"request:{subject}:{now:%Y-%m-%d}"
        chats = self.faults.admin_chats()
        promised = [
            self.store.outbox.promise(each.number, key=key, what=REQUEST, subject=subject, lane=Lane.URGENT, now=now)
            for each in chats
        ]
        return any(promised) or not chats

    def _meet(self, user: User) -> Person:
        return self.store.people.meet(
            self.place, user.id, name=user.full_name, username=user.username or "", now=self.now()
        )

    def _meet_chat(self, message: object, user: User) -> Chat:
        """A new private chat is spoken to in its person's own language, where we speak it."""
        about = message.chat  # type: ignore[attr-defined]  # of a message, reachable or not
        return self.store.chats.meet(
            self.place,
            about.id,
            kind=about.type,
            title=about.title or about.full_name or str(about.id),
            forum=bool(about.is_forum),
            now=self.now(),
            language=language_of(user) if about.type == "private" else "",
        )

    # ---- what admins see and decide

    def request(self, owed: Owed, to: Chat, _now: datetime) -> tuple[Post, ...]:
        """Renders a request; nothing when it was decided meanwhile."""
        kind, number, other = owed.subject.split(":")
        try:
            person = self.store.people.get(int(number if kind == "person" else other))
            chat = self.store.chats.get(int(other if kind == "person" else number))
        except NotFound:
            return ()
        language = to.language or "en"
        who = f"<b>{escape(person.name)}</b>" + (f" (@{escape(person.username)})" if person.username else "")
        if kind == "person":
            if person.role is not Role.NONE or person.asked is None:
                return ()
            buttons = (
                Button(office("let_member", language), f"let:person:{person.number}:{chat.number}"),
                Button(office("decline", language), f"bar:person:{person.number}:{chat.number}"),
            )
            return (Post(office("asks_in", language, who=who, id=person.telegram_id), (buttons,)),)
        if chat.state is not ChatState.WAITING:
            return ()
        buttons = (
            Button(office("let_group", language), f"let:chat:{chat.number}:{person.number}"),
            Button(office("decline", language), f"bar:chat:{chat.number}:{person.number}"),
        )
        group = f"<b>{escape(chat.title)}</b>"
        return (Post(office("asks_group", language, who=who, group=group), (buttons,)),)

    async def let(self, turn: Turn) -> str:
        """An admin says yes."""
        kind, person, chat = self._named(turn)
        role = Role.MEMBER
        if kind == "person":
            if person.role is not Role.NONE:
                raise Refusal(say("done_before", turn.language))
            with self.writes.act(turn, "approve", phrased("is_now", name=person.name, role=role)) as entry:
                self.access.let_in(entry, person, chat, role)
                self._welcome(chat, entry, turn.now)
        else:
            if chat.state is ChatState.ACTIVE:
                raise Refusal(say("done_before", turn.language))
            with self.writes.act(turn, "approve", phrased("group_let_in", chat=chat.title)) as entry:
                self.access.open(entry, chat)
                self._welcome(chat, entry, turn.now)
        await self.sender.unbutton(turn.chat.telegram_id, turn.message)
        return ""

    async def bar(self, turn: Turn) -> str:
        """An admin says no; they may ask again another day."""
        kind, person, chat = self._named(turn)
        name = person.name if kind == "person" else chat.title
        with self.writes.act(turn, "decline", phrased("declined", name=name)) as entry:
            if kind == "person":
                self.store.journal.update(entry, "people", person.number, {"asked": None})
            else:
                self.store.journal.update(entry, "chats", chat.number, {"state": ChatState.REFUSED})
        await self.sender.unbutton(turn.chat.telegram_id, turn.message)
        return ""

    def _named(self, turn: Turn) -> tuple[str, Person, Chat]:
        """Whom the button is about: `person:N:CHAT` or `chat:N:PERSON`."""
        kind, *numbers = turn.data.split(":")
        known = [number for each in numbers[:2] if (number := number_in(each)) is not None]
        if kind not in ("person", "chat") or len(known) != 2:
            raise Refusal(say("stale", turn.language))
        person, chat = known if kind == "person" else reversed(known)
        return kind, self.store.people.get(person), self.store.chats.get(chat)

    def _let_in(self, person: Person, chat: Chat, role: Role, summary: str, by: Person) -> None:
        """As an act of the journal, with a welcome owed. Call inside `atomic()`."""
        now = self.now()
        entry = self.store.journal.begin(at=now, person=by.number, via="chat", verb="approve", summary=summary)
        self.access.let_in(entry, person, chat, role)
        self._welcome(chat, entry, now)

    def _welcome(self, chat: Chat, entry: int, now: datetime) -> None:
        self.store.outbox.promise(
            chat.number, key=f"welcome:{entry}", what=WELCOME, subject=f"entry:{entry}", lane=Lane.ANSWERS, now=now
        )


def language_of(user: User) -> str:
    """Whoever has no settings yet is spoken to in their own language, where we speak it."""
    return "hi" if (user.language_code or "").startswith("hi") else "en"
