"""Who may do what, asked anew at every command and press; how strangers become members, and groups are let in.

closed by default; ADMIN_IDS are admins while listed; OPEN_ACCESS makes everyone a reader;
a claim code while there is no admin; a request with an admin's yes; an invitation that works once
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from storage.correspondence import Chat, ChatState, Person, Place, Role
from storage.newsitems import Topic, Urgency

if TYPE_CHECKING:
    from datetime import datetime

    from bot.clock import Clock
    from storage import Store

CLAIM_LIFE = timedelta(hours=1)
INVITE_LIFE = timedelta(days=3)
QUIET = "22:00-07:00"
DIGEST_DAYS, DIGEST_HOUR = "weekdays", "08:00"
_CODE_BYTES = 9


@dataclass(frozen=True, slots=True)
class Access:
    """`terminal_role` is that of whoever sits at the terminal."""

    store: Store
    now: Clock
    timezone: str
    place: Place = Place.TELEGRAM
    admin_ids: frozenset[int] = frozenset()
    open_access: bool = False
    terminal_role: Role = Role.ADMIN

    # ---- rights

    def role(self, person: Person | None, chat: Chat | None, telegram_id: int = 0) -> Role:
        """What somebody may do in a chat now. A chat that was let in gives its people the right to read."""
        if self.place is Place.TERMINAL:
            return self.terminal_role
        if telegram_id in self.admin_ids or (person and person.role is Role.ADMIN):
            return Role.ADMIN
        if self.open_access or (person and person.role is Role.MEMBER):
            return Role.MEMBER
        group = chat is not None and not chat.private and chat.state in (ChatState.ACTIVE, ChatState.PAUSED)
        return Role.MEMBER if group else Role.NONE

    def admin_names(self) -> str:
        """Whom to ask; '' where nobody has a name yet."""
        return ", ".join(person.name for person in self.store.people.all() if self._is_admin(person))

    def _is_admin(self, person: Person) -> bool:
        listed = person.place is Place.TELEGRAM and person.telegram_id in self.admin_ids
        return listed or person.role is Role.ADMIN

    def unremovable(self, person: Person) -> str:
        """Why a person's role cannot be taken away, as the key of a phrase; '' when it can."""
        if person.telegram_id in self.admin_ids and person.place is Place.TELEGRAM:
            return "settings_admin"
        admins = self.store.people.admins(Place.TELEGRAM)
        return "last_admin" if person.role is Role.ADMIN and len(admins) == 1 and not self.admin_ids else ""

    # ---- codes

    def claim_code(self) -> str | None:
        """A code that makes its sender an admin, once, within the hour; None when there is an admin."""
        if self.admin_ids or self.store.people.admins(Place.TELEGRAM):
            return None
        code = secrets.token_urlsafe(_CODE_BYTES)
        with self.store.atomic():
            self.store.people.void_claims()
            self.store.people.new_pass(code, Role.ADMIN, self.now() + CLAIM_LIFE)
        return code

    def invite(self, person: Person, role: Role) -> str:
        """The code of a link that lets one person in, within three days. Call inside `atomic()`."""
        code = secrets.token_urlsafe(_CODE_BYTES)
        self.store.people.new_pass(code, role, self.now() + INVITE_LIFE, made_by=person.number)
        return code

    def spend(self, code: str, person: Person) -> Role | None:
        """The role that a code gives this person; None when it is no good. Call inside `atomic()`.

        A claim code is good only while there is no admin, whoever made one meanwhile.
        """
        used = self.store.people.use_pass(code, person.number, self.now())
        if used is None:
            return None
        number, role = used
        claim = self.store.people.maker(number) is None
        if claim and (self.admin_ids or self.store.people.admins(Place.TELEGRAM)):
            return None
        self.store.people.void_claims()
        return max(role, person.role, key=lambda each: each.rank)

    # ---- letting in

    def let_in(self, entry: int, person: Person, chat: Chat, role: Role) -> None:
        """Give a person a role and open their chat, as one act of the journal. Call inside `atomic()`."""
        journal = self.store.journal
        journal.update(entry, "people", person.number, {"role": role, "asked": None})
        self.open(entry, chat)

    def open(self, entry: int, chat: Chat) -> None:
        """A chat that may be written to from now on; a private one that is new gets the usual things to hear."""
        journal = self.store.journal
        fresh = chat.state in (ChatState.WAITING, ChatState.REFUSED)
        journal.update(entry, "chats", chat.number, {"state": ChatState.ACTIVE, "problem": ""})
        if fresh and chat.private and chat.place is Place.TELEGRAM:
            settle_in(self.store, entry, chat, self.timezone, self.now())


def settle_in(store: Store, entry: int, chat: Chat, timezone: str, now: datetime) -> None:
    """What a newly approved private chat hears unless it says otherwise."""
    store.journal.update(entry, "chats", chat.number, {"quiet": QUIET})
    for topic in Topic:
        least = Urgency.NOTABLE if topic is Topic.EXPORT_CONTROL else Urgency.URGENT
        store.chats.follow(chat.number, topic, least)
    store.schedules.set(chat.number, 0, days=DIGEST_DAYS, hour=DIGEST_HOUR, zone=timezone, now=now)
