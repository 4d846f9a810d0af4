"""What admins keep in order: people and their roles, invitations, requests, open questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.chat.office import say
from bot.chat.phrases import say as common
from bot.chat.posts import Button, Post, plain, split
from bot.chat.turn import Refusal, number_in
from bot.chat.writes import via
from bot.look.pages import escape
from storage.correspondence import ChatState, Person, Place, Role
from storage.phrased import phrased

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.chat.access import Access
    from bot.chat.courier import Courier
    from bot.chat.turn import Turn
    from bot.chat.writes import Writes
    from storage import Store

_LISTED = 30
_MARKS = {Role.ADMIN: "★", Role.MEMBER: "•", Role.NONE: "○"}


@dataclass(frozen=True, slots=True)
class Keeping:
    store: Store
    courier: Courier
    access: Access
    writes: Writes
    bot: Callable[[], str]

    # ---- people

    async def people(self, turn: Turn) -> None:
        """Who may do what, with a button for each; in private alone."""
        self._private(turn)
        language = turn.language
        everyone = [each for each in self.store.people.all() if self._listed(each)]
        lines = [
            f"{_MARKS[self._role(each)]} {escape(_called(each))}: {escape(self._word(each, language))}"
            for each in everyone[:_LISTED]
        ]
        groups = [chat for chat in self.store.chats.all() if not chat.private]
        lines += [f"▣ {escape(chat.title)}: {escape(say(f'chat_{chat.state}', language))}" for chat in groups[:_LISTED]]
        rows = [[Button(each.name[:40], f"role:{each.number}")] for each in everyone[:_LISTED]]
        alone = (
            [] if {each.number for each in everyone} - {turn.person.number} else [escape(say("nobody_else", language))]
        )
        html = "\n".join([f"<b>{say('people', language)}</b>", *lines, *alone])
        await self.courier.reply(turn, split(html, buttons=tuple(tuple(row) for row in rows)))

    def _listed(self, person: Person) -> bool:
        return self._role(person) is not Role.NONE or person.asked is not None

    def _role(self, person: Person) -> Role:
        return Role.ADMIN if person.telegram_id in self.access.admin_ids else person.role

    def _word(self, person: Person, language: str) -> str:
        if person.telegram_id in self.access.admin_ids:
            return say("by_settings", language)
        asks = person.asked and person.role is Role.NONE
        return say("asks" if asks else f"role_{person.role}", language)

    async def role(self, turn: Turn) -> str:
        """`role:N` shows what can be done with a person; `role:N:member` does it."""
        number, _, wanted = turn.data.partition(":")
        person = self.store.people.get(number_in(number) or 0)
        if not wanted:
            others = [role for role in (Role.ADMIN, Role.MEMBER, Role.NONE) if role is not person.role]
            row = tuple(Button(say(f"make_{role}", turn.language), f"role:{number}:{role}") for role in others)
            word = escape(self._word(person, turn.language))
            await self.courier.reply(turn, [Post(f"<b>{escape(_called(person))}</b>: {word}", (row,))])
            return ""
        if wanted not in list(Role):
            raise Refusal(common("stale", turn.language))
        self._set_role(turn, person, Role(wanted))
        await self.courier.unbutton(turn)
        return common("saved", turn.language)

    def _set_role(self, turn: Turn, person: Person, role: Role) -> None:
        if role is person.role:
            raise Refusal(common("done_before", turn.language))
        if role is not Role.ADMIN and (why := self.access.unremovable(person)):
            raise Refusal(say(why, turn.language, name=person.name))
        with self.writes.act(turn, "role", phrased("role", name=person.name, before=person.role, role=role)) as entry:
            self.store.journal.update(entry, "people", person.number, {"role": role, "asked": None})
            chat = self.store.chats.at(person.place, person.telegram_id)
            if chat and role is Role.NONE:
                self.store.journal.update(entry, "chats", chat.number, {"state": ChatState.REFUSED})
            elif chat and chat.state is not ChatState.ACTIVE:
                self.access.open(entry, chat)

    async def invite(self, turn: Turn) -> None:
        """A link that lets one person in, once, within three days; in private alone."""
        self._private(turn)
        role = Role.ADMIN if turn.text.strip().casefold() == "admin" else Role.MEMBER
        with self.store.atomic():  # the update is done when the link is told: it stands nowhere else
            summary = phrased("invitation", role=role)
            entry = self.store.journal.begin(
                at=turn.now, person=turn.person.number, via=via(turn), verb="invite", summary=summary
            )
            with self.store.journal.kept(entry, "passes", made_by=turn.person.number):
                code = self.access.invite(turn.person, role)
        here = turn.chat.place is Place.TERMINAL  # which knows no bot by name
        way = say("invited_by_code", turn.language, code=code) if here else f"https://t.me/{self.bot()}?start={code}"
        said = say("invited", turn.language, role=say(f"role_{role}", turn.language), link=way)
        await self.courier.reply(turn, [plain(said)])

    async def approve(self, turn: Turn) -> None:
        """The requests that wait, each with its buttons."""
        waiting = [each for each in self.store.people.all() if each.asked and each.role is Role.NONE]
        groups = [chat for chat in self.store.chats.all(ChatState.WAITING) if not chat.private]
        if not waiting and not groups:
            await self.courier.reply(turn, [plain(say("no_requests", turn.language))])
            return
        rows = []
        for person in waiting:
            chat = self.store.chats.at(person.place, person.telegram_id)
            if chat:
                rows.append(
                    (
                        Button(
                            say("let_in", turn.language, name=_called(person))[:60],
                            f"let:person:{person.number}:{chat.number}",
                        ),
                    )
                )
        rows += [
            (
                Button(
                    say("let_in", turn.language, name=chat.title)[:60], f"let:chat:{chat.number}:{turn.person.number}"
                ),
            )
            for chat in groups
        ]
        await self.courier.reply(turn, [Post(f"<b>{say('requests', turn.language)}</b>", tuple(rows))])

    def _private(self, turn: Turn) -> None:
        if not turn.chat.private:
            raise Refusal(common("in_private", turn.language))

    # ---- gaps

    async def gaps(self, turn: Turn) -> None:
        """What was asked and could not be answered, the most asked first."""
        gaps = self.store.talk.gaps(10)
        if not gaps:
            await self.courier.reply(turn, [plain(say("no_gaps", turn.language))])
            return
        lines = [f"{place}. {escape(gap.text)} ({gap.times}×)" for place, gap in enumerate(gaps, start=1)]
        row = tuple(
            Button(say("close_gap", turn.language, place=place), f"gap:{gap.number}")
            for place, gap in enumerate(gaps, start=1)
        )
        rows = tuple(row[start : start + 5] for start in range(0, len(row), 5))
        head, hint = f"<b>{say('gaps', turn.language)}</b>", f"<i>{escape(say('gap_hint', turn.language))}</i>"
        await self.courier.reply(turn, [Post("\n".join([head, *lines, hint]), rows)])

    async def close_gap(self, turn: Turn) -> str:
        gap = self.store.talk.get_gap(number_in(turn.data) or 0)
        if gap is None:
            raise Refusal(common("stale", turn.language))
        with self.writes.act(turn, "gap", phrased("gap_closed", question=gap.text)) as entry:
            self.store.journal.update(entry, "gaps", gap.number, {"closed": entry})
        return common("saved", turn.language)


def _called(person: Person) -> str:
    return f"{person.name} (@{person.username})" if person.username else person.name
