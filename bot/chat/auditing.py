"""/audit: who changed what, newest first, a page at a time; narrowed by a person, a verb, a kind and a day, in any order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from bot.chat.office import say
from bot.chat.posts import Button, Post
from bot.chat.turn import Refusal, number_in
from bot.look.kept import worded
from bot.look.pages import escape
from bot.look.periods import format_day
from bot.record.sifting import SINCE, read_sieve
from storage.rows import KINDS
from storage.things import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from bot.chat.courier import Courier
    from bot.chat.turn import Turn
    from storage import Store
    from storage.correspondence import Person
    from storage.records import Entry

PAGE: Final = 10
_LINE: Final = 160  # letters of a summary

# The words for what was written to: kinds of the record, and the tables of everything else.
_PLACES: Final = {
    **{kind: kind for kind in KINDS},
    "people": "people",
    "roles": "people",
    "chats": "chats",
    "settings": "chats",
    "follows": "follows",
    "watches": "watches",
    "digests": "schedules",
    "schedules": "schedules",
    "gaps": "gaps",
    "invitations": "passes",
}
# Verbs of the journal as a Hindi chat shows them; either word filters.
_HINDI: Final = {
    "log": "दर्ज",
    "done": "पूरा",
    "slip": "टला",
    "edit": "सुधार",
    "drop": "छोड़ा",
    "plant": "संयंत्र",
    "control": "नियंत्रण",
    "figure": "आँकड़ा",
    "import": "फ़ाइल",
    "undo": "वापस",
    "approve": "स्वीकृति",
    "decline": "मनाही",
    "role": "भूमिका",
    "invite": "निमंत्रण",
    "open": "खुला",
    "gap": "प्रश्न",
    "watch": "स्रोत",
    "backup": "बैकअप",
    "restore": "वापसी",
    "settings": "सेटिंग",
    "follow": "सुनना",
    "mute": "चुप",
    "digest": "सारांश",
}


@dataclass(frozen=True, slots=True)
class Filters:
    """Which acts are asked for; `words` are those that were understood, as they are shown."""

    person: int | None = None
    verb: str | None = None
    place: str | None = None
    since: date | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Auditing:
    """`data` makes a button's data of a verb and what follows it, however long."""

    store: Store
    courier: Courier
    data: Callable[[str, str], str]
    timezone: str

    async def command(self, turn: Turn) -> None:
        await self.courier.reply(turn, [self._page(turn, turn.text.strip(), 0)])

    async def press(self, turn: Turn) -> str:
        """Another page: `aud:BEFORE:FILTERS`, 0 for the newest."""
        before, _, words = turn.data.partition(":")
        await self.courier.edit(turn, self._page(turn, words, number_in(before) or 0))
        return ""

    def _page(self, turn: Turn, words: str, before: int) -> Post:
        language, filters = turn.language, self.read(words, turn)
        since = datetime.combine(filters.since, time(), ZoneInfo(self.timezone)) if filters.since else None
        found = self.store.journal.recent(
            PAGE + 1,
            person=filters.person,
            verb=filters.verb,
            place=filters.place,
            before=before or None,
            since=since.astimezone(UTC) if since else None,
        )
        page = found[:PAGE]
        lines = [self._line(each, language) for each in page] or [say("audit_none", language)]
        named = ", ".join(filters.words)
        head = say("audit_of", language, filters=named) if named else say("audit", language)
        row = [Button(say("newest", language), self.data("aud", f"0:{words}"))] if before else []
        row += [Button(say("older", language), self.data("aud", f"{page[-1].number}:{words}"))] if found[PAGE:] else []
        return Post("\n".join([f"<b>{escape(head)}</b>", *lines]), (tuple(row),) if row else ())

    def _line(self, entry: Entry, language: str) -> str:
        at = entry.at.astimezone(ZoneInfo(self.timezone))
        who = self.store.people.get(entry.person).name if entry.person else "Lodestone"
        day = format_day(at.date(), language=language, year=False)
        taken = f" ({say('taken_back', language, number=entry.undone_by)})" if entry.undone_by else ""
        what = worded(entry.summary, language)
        said = what if len(what) <= _LINE else what[:_LINE] + "…"
        return f"#{entry.number} {day} {at:%H:%M} {escape(who)} <i>{escape(_verb(entry.verb, language))}</i> {escape(said)}{escape(taken)}"

    # ---- what is asked for

    def read(self, text: str, turn: Turn) -> Filters:
        """The filters that words name; raises Refusal for words that name none."""
        language, today = turn.language, turn.now.astimezone(ZoneInfo(self.timezone)).date()
        sieve = read_sieve(text, today)
        since = sieve.period.start if sieve.period else None
        said = text if since is None else " ".join(sieve.words)
        words = [each for each in fold(said).split() if each not in SINCE]
        verbs = self.store.journal.verbs()
        verb = _taken(words, verbs) or _in_hindi(words, verbs)
        place = _taken(words, list(_PLACES))
        person = self._person(words)
        if words and person is None:
            listed, kinds = ", ".join(_verb(each, language) for each in verbs), ", ".join(_PLACES)
            raise Refusal(say("audit_how", language, words=" ".join(words)[:60], verbs=listed, kinds=kinds))
        shown = [person.name if person else "", _verb(verb or "", language), place or ""]
        shown += [say("since", language, day=format_day(since, language=language))] if since else []
        return Filters(
            person.number if person else None,
            verb,
            _PLACES[place] if place else None,
            since,
            tuple(each for each in shown if each),
        )

    def _person(self, words: Sequence[str]) -> Person | None:
        """Whose name begins so, all words of it."""
        if not words:
            return None
        for person in self.store.people.all():
            names = fold(f"{person.name} {person.username}")
            if all(re.search(rf"(?<!\w){re.escape(each.lstrip('@'))}", names) for each in words):
                return person
        return None


def _verb(verb: str, language: str) -> str:
    return _HINDI.get(verb, verb) if language == "hi" else verb


def _in_hindi(words: list[str], verbs: Sequence[str]) -> str | None:
    """The verb whose Hindi word is among the words, taken out of them."""
    verb = next((each for each in verbs if fold(_HINDI.get(each, "")) in words), None)
    if verb:
        words.remove(fold(_HINDI[verb]))
    return verb


def _taken(words: list[str], known: Sequence[str]) -> str | None:
    """The first of the words that is known, taken out of them; singular and plural are one where nothing else has it."""
    for word in words:
        name = next((each for each in known if each in (word, f"{word}s")), None)
        if name:
            words.remove(word)
            return name
    return None
