"""After an upgrade: where the team has its own, what we ship now is offered to admins, with what differs; theirs stands until then."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final

from bot.chat.office import say
from bot.chat.posts import Button, Post
from bot.chat.turn import Refusal, number_in
from bot.look import cards
from bot.look.html import source_html
from bot.look.pages import escape
from bot.look.spans import Voice
from storage import seed
from storage.correspondence import Lane
from storage.phrased import phrased
from storage.records import Statement

if TYPE_CHECKING:
    from datetime import datetime

    from bot.chat.courier import Courier
    from bot.chat.faults import Faults
    from bot.chat.turn import Turn
    from bot.chat.writes import Writes
    from bot.clock import Clock
    from storage import Store
    from storage.correspondence import Chat, Owed
    from storage.seed import Offer

OFFERED = "offered"  # a delivery to admins: shipped rows differ from the team's
_MOST: Final = 6  # of one message; the rest come when these are answered


@dataclass(frozen=True, slots=True)
class Offering:
    store: Store
    courier: Courier
    faults: Faults
    writes: Writes
    now: Clock

    def look(self) -> None:
        """At each tick: owe each admin one message on the offers that wait, and another only when there is a new one."""
        waiting = {_digest(each) for each in seed.offers(self.store)}
        for chat in self.faults.admin_chats() if waiting else ():
            told = self.store.outbox.keys(chat.number, OFFERED)
            if waiting <= {digest for key in told for digest in key.split(":")[1:]}:
                continue
            key = ":".join(("offered", *sorted(waiting)))
            with self.store.atomic():
                self.store.outbox.promise(
                    chat.number, key=key, what=OFFERED, subject=OFFERED, lane=Lane.REST, now=self.now()
                )

    def render(self, _owed: Owed, chat: Chat, _now: datetime) -> tuple[Post, ...]:
        """Nothing once all are answered."""
        post = self._post(Voice(chat.language or "en", chat.numbers))
        return (post,) if post else ()

    def _post(self, voice: Voice) -> Post | None:
        """The first that wait, each with what the team has, what is shipped, and two buttons."""
        waiting = seed.offers(self.store)
        if not waiting:
            return None
        shown = waiting[:_MOST]
        head = f"<b>{escape(say('offers', voice.language, count=len(waiting)))}</b>"
        lines = [f"{place}. {self._line(each, voice)}" for place, each in enumerate(shown, start=1)]
        rows = tuple(
            tuple(
                Button(f"{place}. {say(f'offer_{word}', voice.language)}", f"offer:{each.number}:{word}")
                for word in ("take", "keep")
            )
            for place, each in enumerate(shown, start=1)
        )
        return Post("\n".join([head, *lines]), rows)

    def _line(self, offer: Offer, voice: Voice) -> str:
        theirs = seed.theirs(self.store, offer)
        ours = offer.rows[-1].record if offer.rows else None
        name = _name(ours or theirs) if ours or theirs else offer.key
        had, ships = (_brief(each, voice) if each else say("offer_none", voice.language) for each in (theirs, ours))
        source = f" ({source_html(ours.source, voice)})" if ours else ""
        differs = say("offer_differs", voice.language, theirs=had, ours=ships)
        return f"<b>{escape(name)}</b>: {escape(differs)}{source}"

    async def press(self, turn: Turn) -> str:
        """`offer:N:take` or `offer:N:keep`; the next ones take the place of the answered."""
        number, _, word = turn.data.partition(":")
        offer = next((each for each in seed.offers(self.store) if each.number == number_in(number)), None)
        if offer is None:
            raise Refusal(say("decided", turn.language))
        name = _name(offer.rows[-1].record) if offer.rows else offer.key
        with self.writes.act(turn, "import", phrased(f"offer_{word}", name=name), tell=word == "take") as entry:
            if word == "take":
                seed.accept(self.store, offer, entry=entry, now=turn.now)
            else:
                seed.decline(self.store, offer, entry=entry)
        post = self._post(Voice(turn.language, turn.chat.numbers))
        await (self.courier.edit(turn, post) if post else self.courier.unbutton(turn))
        return say("offer_taken" if word == "take" else "offer_kept", turn.language)


def _digest(offer: Offer) -> str:
    return blake2b(repr((offer.kind, offer.key, offer.rows)).encode(), digest_size=4).hexdigest()


def _name(record: Any) -> str:
    return f"{record.said_by}: {record.topic}" if isinstance(record, Statement) else cards.thing_name(record)


def _brief(record: Any, voice: Voice) -> str:
    return f"“{record.statement}”" if isinstance(record, Statement) else cards.brief(record, voice)
