"""What an act changed, said in the chat with its *Undo*; and the taking back, by button or by /undo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.chat.cards import card, kind_of
from bot.chat.faults import NOTICE
from bot.chat.office import say as office
from bot.chat.phrases import say
from bot.chat.posts import Button, Post, plain
from bot.chat.turn import Refusal, number_in
from bot.chat.writes import via
from bot.look.kept import worded
from bot.look.pages import escape
from storage import CannotUndo, NotFound
from storage.changes import moved_by
from storage.correspondence import Chat, Lane, Owed
from storage.phrased import Line, phrased

if TYPE_CHECKING:
    from datetime import datetime

    from bot.chat.courier import Courier
    from bot.chat.turn import Turn
    from bot.chat.writes import Writes
    from storage import Store
    from storage.records import Entry

_MOST_CARDS = 3
_LISTED = 10
_MANY = 10  # rows; an act that wrote more is not taken back by one word
_SURE = ("sure", "all")  # scopes of a press that was asked for


@dataclass(frozen=True, slots=True)
class Undoing:
    store: Store
    courier: Courier
    writes: Writes

    # ---- confirmations

    def confirmation(self, owed: Owed, chat: Chat, _now: datetime) -> tuple[Post, ...]:
        """Renders what an act did, as it stands now."""
        entry = self.store.journal.get(int(owed.subject.partition(":")[2]))
        language = chat.language or "en"
        taking = self.store.journal.brings_back(entry)
        if entry.undone_by is not None:
            ended = "brought_back" if taking else "undone"
            return (Post(f"{say(ended, language)}: {escape(worded(entry.summary, language))}"),)
        head = "undone" if taking else "brought_back" if entry.undoes else "saved"
        moved = [] if entry.undoes else moved_by(self.store, entry.number)
        cards = [card(each.now, language) for each in moved[:_MOST_CARDS]]
        what = escape(worded(entry.summary, language)) if not cards else ""
        more = [f"... {len(moved) - _MOST_CARDS} more"] if len(moved) > _MOST_CARDS else []
        html = "\n\n".join([f"<b>{say(head, language)}</b> {what}".strip(), *cards, *more])
        button = Button(say("bring_back" if taking else "undo", language), f"undo:{entry.number}")
        subject = f"{kind_of(moved[0].now).removesuffix('s')}:{moved[0].now.state.number}" if len(moved) == 1 else ""
        return (Post(html, ((button,),), subject=subject),)

    # ---- taking back

    async def command(self, turn: Turn) -> None:
        """/undo: the sender's own last act, at once; /undo N: that one, after showing it. Many rows are asked about first."""
        if not turn.text:
            await self._last(turn)
            return
        entry = self._entry(turn, turn.text)
        if entry.person == turn.person.number or self._much(entry):
            await self._asked(turn, entry)
            return
        what = worded(entry.summary, turn.language)
        text = say("undo_other", turn.language, name=self._name(entry), time=_time(entry.at), summary=what)
        await self.courier.reply(turn, [plain(text, [Button(say("undo", turn.language), f"undo:{entry.number}")])])

    async def press(self, turn: Turn) -> str:
        """The *Undo* under a message takes back that act; `all` with what stands on it."""
        number, _, scope = turn.data.partition(":")
        entry = self._entry(turn, number)
        if scope not in _SURE and self._much(entry):
            await self._asked(turn, entry)
            return ""
        await self._take_back(turn, entry, with_later=scope == "all")
        await self.courier.unbutton(turn)
        return ""

    async def _last(self, turn: Turn) -> None:
        """The sender's own last act; where there is none, what they took back last is offered again."""
        mine = self.store.journal.last_of(turn.person.number)
        if mine is not None:
            await self._asked(turn, mine)
            return
        taken = self.store.journal.last_taking_of(turn.person.number)
        if taken is None:
            raise Refusal(say("nothing_to_undo", turn.language))
        text = say("only_taken", turn.language, summary=worded(taken.summary, turn.language))
        await self.courier.reply(
            turn, [plain(text, [Button(say("bring_back", turn.language), f"undo:{taken.number}")])]
        )

    def _much(self, entry: Entry) -> bool:
        """Whether so much goes with it that it must be said first: an import, the shipped facts."""
        if entry.undone_by is not None or self.store.journal.brings_back(entry):
            return False
        return self.store.journal.size(entry.number) > _MANY

    async def _asked(self, turn: Turn, entry: Entry) -> None:
        """Taken back at once; of much, only after it was shown how much goes."""
        if not self._much(entry):
            await self._take_back(turn, entry, with_later=False)
            return
        count = self.store.journal.size(entry.number)
        values = {"number": entry.number, "name": self._name(entry), "time": _time(entry.at), "count": count}
        text = say("undo_much", turn.language, **values, summary=worded(entry.summary, turn.language))
        button = Button(say("undo_all", turn.language, count=count), f"undo:{entry.number}:sure")
        await self.courier.reply(turn, [plain(text, [button])])

    async def _take_back(self, turn: Turn, entry: Entry, *, with_later: bool) -> None:
        if entry.undone_by is not None:
            raise Refusal(say("done_before", turn.language))
        if not self.store.journal.wrote(entry.number):
            raise Refusal(office("undo_nothing", turn.language, number=entry.number))
        try:
            self._undo(turn, entry, with_later=with_later)
        except CannotUndo as no:
            if not no.standing:
                raise Refusal(office(f"undo_{no.kind}", turn.language, number=entry.number)) from no
            await self.courier.reply(turn, [self._standing(turn, entry, no.standing)])

    def _undo(self, turn: Turn, entry: Entry, *, with_later: bool) -> None:
        """One transaction: taken back, confirmed, not told to others any more, and said to its author."""
        with self.store.atomic():
            self.writes.retell(entry.number)
            mine = self.store.journal.undo(
                entry.number, at=turn.now, person=turn.person.number, via=via(turn), with_later=with_later
            )
            self.store.outbox.withdraw(key=f"entry:{entry.number}")
            self.writes.confirm(turn, mine)
            self._tell_author(turn, entry)
            self.store.inbox.done(turn.line, turn.update_id)
        self.writes.kick()

    def _tell_author(self, turn: Turn, entry: Entry) -> None:
        if entry.person is None or entry.person == turn.person.number:
            return
        author = self.store.people.get(entry.person)
        chat = self.store.chats.at(author.place, author.telegram_id)
        if chat is None:
            return
        text = phrased("undone_by", name=turn.person.name, number=entry.number, what=Line(entry.summary))
        self.store.outbox.promise(
            chat.number, key=f"undone:{entry.number}:{turn.update_id}", what=NOTICE, subject=text, lane=Lane.REST,
            now=turn.now,
        )  # fmt: skip

    def _standing(self, turn: Turn, entry: Entry, standing: tuple[Entry, ...]) -> Post:
        """What would go with it."""
        listed = [
            f"• #{each.number} {self._name(each)}, {_time(each.at)}: {worded(each.summary, turn.language)}"
            for each in standing[:_LISTED]
        ]
        more = [f"... {len(standing) - _LISTED}"] if len(standing) > _LISTED else []
        text = "\n".join([say("stands_on", turn.language), *listed, *more])
        everything = say("undo_all", turn.language, count=len(standing) + 1)
        return plain(text, [Button(everything, f"undo:{entry.number}:all")])

    def _entry(self, turn: Turn, number: str) -> Entry:
        try:
            return self.store.journal.get(number_in(number) or 0)
        except NotFound as none:
            raise Refusal(office("undo_none", turn.language, number=number.lstrip("#")[:20])) from none

    def _name(self, entry: Entry) -> str:
        """Who did it; the program itself goes by its own name."""
        return self.store.people.get(entry.person).name if entry.person else "Lodestone"


def _time(at: datetime) -> str:
    return f"{at:%d %b %Y %H:%M} UTC"
