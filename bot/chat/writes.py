"""Acts that change something: journalled, confirmed by a promise, and done with their update, in one transaction."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from storage.correspondence import Lane, Place
from storage.phrased import phrased

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.chat.turn import Turn
    from storage import Store

CONFIRM = "confirm"  # a delivery that says what an act changed, with its Undo; its subject is the entry


class Announce(Protocol):
    def __call__(self, entry: int, story: int = 0, /) -> object:
        """Promise what an act changed to the chats that follow it. `story`: the one that it was taken from."""


def nobody(_entry: int, _story: int = 0) -> None:
    """Tells nobody."""


# How the rows of a table name the chat that they are of.
_OF_CHAT = {"chats": "id", "follows": "chat", "schedules": "chat", "mutes": "chat", "number_watches": "chat"}


@contextmanager
def noted(store: Store, turn: Turn, verb: str, summary: str, *tables: str) -> Iterator[None]:
    """A chat's wish about itself: what the block does to its rows of the tables can be taken back, and needs no word.

    A block that changes nothing leaves nothing. Its update is done with it.
    """
    with store.atomic(), ExitStack() as kept:
        entry = store.journal.begin(
            at=turn.now,
            person=turn.person.number,
            via=via(turn),
            verb=verb,
            summary=phrased("of_chat", chat=turn.chat.title, what=summary),
        )
        for table in tables:
            kept.enter_context(store.journal.kept(entry, table, **{_OF_CHAT[table]: turn.chat.number}))
        yield
        kept.close()
        if not store.journal.wrote(entry):
            store.journal.forget(entry)
        store.inbox.done(turn.line, turn.update_id)


def via(turn: Turn) -> str:
    """Where an act came from, in the journal's word."""
    return "terminal" if turn.chat.place is Place.TERMINAL else "chat"


@dataclass(frozen=True, slots=True)
class Writes:
    """`announce` promises what the act changed to the chats that follow it; `kick` has the drain look at once."""

    store: Store
    kick: Callable[[], None]
    announce: Announce = nobody
    retell: Callable[[int], object] = nobody  # an act is taken back: what was told of it owes an edit

    @contextmanager
    def act(
        self, turn: Turn, verb: str, summary: str, *, confirm: bool = True, tell: bool = False, story: int = 0
    ) -> Iterator[int]:
        """The number of the entry that the block's writes belong to.

        `tell`: the record changed, and others follow it; `story`: the one that it was taken from, 0 for none.
        """
        with self.store.atomic():
            entry = self.store.journal.begin(
                at=turn.now, person=turn.person.number, via=via(turn), verb=verb, summary=summary
            )
            yield entry
            if confirm:
                self.confirm(turn, entry)
            if tell:
                self.announce(entry, story)
            self.store.inbox.done(turn.line, turn.update_id)
        self.kick()

    def confirm(self, turn: Turn, entry: int) -> None:
        """Owe the chat a word on what was done. Call inside the transaction of the act."""
        self.store.outbox.promise(
            turn.chat.number,
            thread=turn.thread,
            key=f"confirm:{entry}",
            what=CONFIRM,
            subject=f"entry:{entry}",
            lane=Lane.ANSWERS,
            now=turn.now,
        )
