"""/history: the life of a thing of the record - each state that it had, why it changed, who said so, on what evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from bot.chat.office import say
from bot.chat.posts import Button, plain, split
from bot.chat.turn import Refusal, number_in
from bot.look import cards
from bot.look.spans import Voice
from bot.record.drafts import Refusal as Unread
from bot.record.figures import read_key
from bot.record.known import Pick, gather, which
from storage.periods import Period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.chat.courier import Courier
    from bot.chat.turn import Turn
    from bot.record.known import Known
    from storage import Store
    from storage.records import Figure

# The kinds that go by a number or a title, and the word for each; a number alone is a milestone's.
_TITLED: Final = {"milestones": "पड़ाव", "plants": "संयंत्र", "controls": "नियंत्रण"}
_KINDS: Final = {**_TITLED, "figures": "आँकड़ा"}


@dataclass(frozen=True, slots=True)
class Lives:
    store: Store
    courier: Courier
    timezone: str

    async def command(self, turn: Turn) -> None:
        """/history WHICH, or in reply to a message about it."""
        kind, words = _kind(turn.text)
        if not turn.text:
            await self._tell(turn, *self._replied(turn))
        elif kind == "figures":
            await self._tell_figures(turn, words)
        elif number := number_in(words):
            await self._tell(turn, kind or "milestones", number)
        else:
            await self._tell_named(turn, words, (kind,) if kind else tuple(_TITLED))

    async def press(self, turn: Turn) -> str:
        """One of several was tapped: `life:KIND:NUMBER`."""
        kind, _, number = turn.data.partition(":")
        if kind not in _TITLED:
            raise Refusal(say("which_gone", turn.language))
        await self._tell(turn, kind, number_in(number) or 0)
        return ""

    # ---- which

    def _replied(self, turn: Turn) -> tuple[str, int]:
        """What the message replied to shows."""
        subject = self.store.talk.subject(turn.chat.number, turn.reply_to) if turn.reply_to else ""
        kind, _, number = subject.partition(":")
        if f"{kind}s" not in _TITLED:
            raise Refusal(say("history_how", turn.language))
        return f"{kind}s", number_in(number) or 0

    async def _tell_named(self, turn: Turn, words: str, kinds: Sequence[str]) -> None:
        """By words of a title among these kinds; among all, also by what a figure is of and when."""
        known = gather(self.store)
        if len(kinds) > 1 and (figures := self._figures(words, known, turn)):
            await self._tell_states(turn, self._lives(figures))
            return
        things = [(kind, number, title) for kind in kinds for number, title in known.names[kind]]
        found = which(words, [(place, title) for place, (_, _, title) in enumerate(things)])
        if isinstance(found, Pick):
            rows = [_offer(*things[place]) for place, _ in found.candidates]
            await self.courier.reply(turn, [plain(say("which_one", turn.language), *rows)])
        elif isinstance(found, int):
            kind, number, _ = things[found]
            await self._tell(turn, kind, number)
        else:
            raise Refusal(found.text(turn.language))

    async def _tell_figures(self, turn: Turn, words: str) -> None:
        found = self._figures(words, gather(self.store), turn)
        if not found:
            raise Refusal(say("no_figures", turn.language, words=words[:60]))
        await self._tell_states(turn, self._lives(found))

    def _figures(self, words: str, known: Known, turn: Turn) -> list[Figure]:
        """What every source says of the figure that the words name; none where they name none."""
        key = read_key(words, known, turn.now.astimezone(self._zone(turn)).date())
        if isinstance(key, Unread):
            return []
        period = Period.parse(key["period"])
        return self.store.figures.select(
            key["indicator"], product=key["product"], partner=key["partner"], period=period
        )

    # ---- its life

    async def _tell(self, turn: Turn, kind: str, number: int) -> None:
        states = self.store.shelf(kind).history(number)
        if not states:
            raise Refusal(say(f"no_{kind}", turn.language, number=number))
        await self._tell_states(turn, states, f"{kind.removesuffix('s')}:{number}")

    async def _tell_states(self, turn: Turn, states: Sequence[Any], subject: str = "") -> None:
        voice = Voice(turn.language, turn.chat.numbers)
        text = cards.history(states, self._zone(turn), voice, people=self._people(states))
        await self.courier.reply(turn, split(text, subject=subject))

    def _lives(self, figures: Sequence[Figure]) -> list[Figure]:
        """All that these sources ever said, oldest first."""
        numbers = [each.state.number for each in figures if each.state]
        states = [state for number in numbers for state in self.store.figures.history(number)]
        return sorted(states, key=_when)

    def _people(self, states: Sequence[Any]) -> dict[int, str]:
        """Who made each entry that wrote a state; Lodestone where nobody did."""
        entries = {each.state.entry: self.store.journal.get(each.state.entry) for each in states}
        people = self.store.people
        return {key: people.get(each.person).name if each.person else "Lodestone" for key, each in entries.items()}

    def _zone(self, turn: Turn) -> ZoneInfo:
        return ZoneInfo(turn.chat.zone or self.timezone)


def _kind(text: str) -> tuple[str, str]:
    """The kind that the words begin with, in singular or plural, and the rest of them; '' for none."""
    first, _, rest = text.strip().partition(" ")
    word = first.casefold()
    kind = next((kind for kind, hindi in _KINDS.items() if word in (kind, kind.removesuffix("s"), hindi)), "")
    return (kind, rest.strip()) if kind and rest.strip() else ("", text.strip())


def _offer(kind: str, number: int, title: str) -> list[Button]:
    """A row of one."""
    return [Button(f"#{number} {title}"[:60], f"life:{kind}:{number}")]


def _when(figure: Figure) -> tuple[str, int]:
    state = figure.state
    return (state.as_of.isoformat(), state.version) if state else ("", 0)
