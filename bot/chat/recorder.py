"""The record by command: a line becomes a draft, a draft a preview, a tap saves it. Every write can be taken back.

/log LINE -> draft -> asked for what it lacks -> preview: Save, Change, Cancel -> saved -> Undo
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol
from zoneinfo import ZoneInfo

from bot.chat.cards import card, choice_word, label
from bot.chat.phrases import say
from bot.chat.posts import Button, Post, plain
from bot.chat.turn import Refusal, number_in
from bot.look.cards import thing_name
from bot.look.pages import escape
from bot.record import asks, changes, figures, lines, things
from bot.record import drafts as kept
from bot.record.cells import no_web_address
from bot.record.days import no_such_day
from bot.record.known import Known, Pick, gather
from bot.record.phrases import note
from bot.record.whens import read_when
from storage.correspondence import Role
from storage.records import RECORDED_BY
from storage.rows import REQUIRED, BadRow
from storage.things import Stale

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from bot.chat.courier import Courier
    from bot.chat.turn import Turn
    from bot.chat.writes import Writes
    from storage import Store
    from storage.correspondence import Draft as KeptDraft

KIND = "record"  # of a draft that this room keeps
_PICK = "pick"
_FREE = (
    "organisation",
    "place",
    "note",
    "title",
    "name",
    "scope",
    "instrument",
    "reason",
)  # fields that take any words
_CANCEL = ("cancel", "रद्द", "रद्द करें")
_ASKS = re.compile(
    r"^(?:how|what|which|when|who|whose|where|why|is|are|was|were|did|do|does|show|list|compare|tell me)\b|[?？]$"
    r"|\b(?:kitn[aei]|kya|kab|kaun|kaunsa|kahan|kyon|kyun)\b|कितन[ाेी]|क्या|कब(?!\w)|कौन|कहाँ|कहां|क्यों",
    re.IGNORECASE,
)


def _log(text: str, known: Known, today: date, _replied: int) -> kept.Draft | kept.Refusal | Pick:
    return lines.read_log(text, known, today)


def _figure(text: str, known: Known, today: date, _replied: int) -> kept.Draft | kept.Refusal | Pick:
    return figures.read_figure(text, known, today)


READERS: dict[str, Callable[[str, Known, date, int], kept.Draft | kept.Refusal | Pick]] = {
    "log": _log,
    "done": lambda text, known, today, replied: changes.read_done(text, known, today, replied=replied),
    "slip": lambda text, known, today, replied: changes.read_slip(text, known, today, replied=replied),
    "edit": lambda text, known, today, replied: changes.read_edit(text, known, today, replied=replied),
    "drop": lambda text, known, today, replied: changes.read_drop(text, known, today, replied=replied),
    "plant": lambda text, known, today, replied: things.read_plant(text, known, today, replied=replied),
    "control": lambda text, known, today, replied: things.read_control(text, known, today, replied=replied),
    "figure": _figure,
}


class Understood(Protocol):
    def __call__(self, *, number: bool) -> bool:
        """Whether the desk could answer the words; `number`: whether they ask for one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A draft as kept between messages: `field` is the one that was asked for, '' when it is complete.

    `reminded`: something else was answered since, and the person was told that the entry waits.
    """

    draft: kept.Draft
    field: str = ""
    choices: tuple[str, ...] = ()
    reminded: bool = False

    def dumps(self) -> str:
        values = {"field": self.field, "choices": self.choices, "reminded": self.reminded}
        return json.dumps({"draft": self.draft.dumps(), **values})

    @classmethod
    def loads(cls, text: str) -> Entry:
        values = json.loads(text)
        draft, choices = kept.loads(values["draft"]), tuple(values["choices"])
        return cls(draft, values["field"], choices, values.get("reminded", False))


@dataclass(frozen=True, slots=True)
class Recorder:
    store: Store
    courier: Courier
    writes: Writes
    timezone: str

    # ---- from a line to a preview

    async def command(self, turn: Turn) -> None:
        """/log and its kin."""
        known = gather(self.store)
        await self._read(turn, turn.command, turn.text, known, self._replied(turn))

    async def begin(self, turn: Turn, draft: kept.Draft | kept.Refusal) -> None:
        """A draft that was made elsewhere, from a story or a reminder: asked for what it lacks, or shown."""
        if isinstance(draft, kept.Refusal):
            raise Refusal(draft.text(turn.language))
        await self._show(replace(turn, press=""), draft, gather(self.store))

    async def _read(self, turn: Turn, verb: str, text: str, known: Known, replied: int) -> None:
        if day := no_such_day(text):
            raise Refusal(note("no_such_day", text=day).text(turn.language))
        if address := no_web_address(text):
            raise Refusal(note("no_web_address", text=address[:60]).text(turn.language))
        read = READERS[verb](text, known, self._today(turn), replied)
        if isinstance(read, kept.Refusal):
            raise Refusal(read.text(turn.language))
        if isinstance(read, Pick):
            await self._offer(turn, verb, text, read)
            return
        if read.kind == "figures":
            read = figures.against(read, self.store.figures.select(read.cells["indicator"]))
        await self._show(turn, read, known)

    def _replied(self, turn: Turn) -> int:
        """The number of the thing that the message replied to shows; 0 for none."""
        if not turn.reply_to:
            return 0
        subject = self.store.talk.subject(turn.chat.number, turn.reply_to)
        if not subject:
            owed = self.store.outbox.told(turn.chat.number, turn.reply_to)
            subject = owed.subject if owed else ""
        kind, _, number = subject.partition(":")
        return (number_in(number) or 0) if kind in ("milestone", "plant", "control") else 0

    async def _offer(self, turn: Turn, verb: str, text: str, pick: Pick) -> None:
        """Several things fit."""
        value = json.dumps({"verb": verb, "text": text})
        number = self.store.talk.draft(
            turn.chat.number, turn.thread, turn.person.number, kind=_PICK, value=value, now=turn.now
        )
        rows = [[Button(f"#{each} {title}"[:60], f"pick:{number}:{each}")] for each, title in pick.candidates]
        await self.courier.reply(turn, [plain("Which one?" if turn.language == "en" else "कौन सा?", *rows)])

    async def pick(self, turn: Turn) -> str:
        """One of several was tapped: the line is read again with its number in place of the words."""
        number, _, chosen = turn.data.partition(":")
        draft = self._open(turn, number)
        values = json.loads(draft.value)
        _, bar, rest = str(values["text"]).partition("|")
        await self._read(turn, values["verb"], f"#{chosen} {bar} {rest}".strip(), gather(self.store), 0)
        return ""

    async def _show(self, turn: Turn, draft: kept.Draft, known: Known, number: int = 0) -> None:
        """Ask for what is missing, else show what will be saved."""
        ask = asks.next_ask(draft, known, self._today(turn))
        choices = tuple(each.value for each in ask.choices) if ask else ()
        entry = Entry(draft, ask.field if ask else "", choices)
        number = self._keep(turn, entry, number)
        if ask:
            labels = [
                each.label.text(turn.language)
                if each.label
                else choice_word(draft.kind, ask.field, each.value, turn.language)
                for each in ask.choices
            ]
            rows = _pairs([Button(label, f"ans:{number}:{place}") for place, label in enumerate(labels)])
            asked = ask.question.text(turn.language)
            rest = replace(draft, doubts=tuple(each for each in draft.doubts if each.text(turn.language) != asked))
            html = f"{card(rest, turn.language)}\n\n<b>{escape(asked)}</b>"
            post = Post(html, (*rows, self._cancel(turn, number)))
        else:
            save = Button(say("save", turn.language), f"save:{number}")
            change = Button(say("change", turn.language), f"chg:{number}")
            head = f"<b>{say('preview', turn.language)}</b>"
            post = Post(f"{head}\n{card(draft, turn.language)}", ((save, change, *self._cancel(turn, number)),))
        await self._present(turn, post, number)

    def _cancel(self, turn: Turn, number: int) -> tuple[Button, ...]:
        return (Button(say("cancel", turn.language), f"cxl:{number}"),)

    def _keep(self, turn: Turn, entry: Entry, number: int) -> int:
        if number:
            self.store.talk.change_draft(number, entry.dumps())
            return number
        return self.store.talk.draft(
            turn.chat.number, turn.thread, turn.person.number, kind=KIND, value=entry.dumps(), now=turn.now
        )

    async def _present(self, turn: Turn, post: Post, number: int) -> None:
        """A press changes the message that it is under; words get a new one."""
        if turn.press:
            await self.courier.edit(turn, post)
            return
        told = await self.courier.reply(turn, [post])
        if told:
            self.store.talk.draft_shown(number, told[-1])

    # ---- answers and presses

    def awaits(self, turn: Turn) -> KeptDraft | None:
        """The entry that plain words of this person answer: they reply to it, or it is all that goes on here."""
        draft = self.store.talk.open_draft(turn.chat.number, turn.thread, turn.person.number)
        if draft is None or draft.kind != KIND or not Entry.loads(draft.value).field:
            return None
        alone = turn.chat.private and not turn.reply_to
        return draft if alone or self._replies(turn, draft) else None

    def _replies(self, turn: Turn, draft: KeptDraft) -> bool:
        return draft.message is not None and turn.reply_to == draft.message

    async def answer(self, turn: Turn, draft: KeptDraft, understood: Understood) -> bool:
        """Words for the field that was asked; False for a question of its own, which is no answer, unless it replies to the entry.

        `understood` is asked where the field cannot take the words, and of a number where it would take any.
        """
        meant = self._replies(turn, draft)
        field = Entry.loads(draft.value).field
        if not meant and (is_question(turn.text) or (field in _FREE and understood(number=True))):
            return False
        try:
            await self._answered(turn, draft, turn.text)
        except Refusal:
            if meant or not understood(number=False):
                raise
            return False
        return True

    async def remind(self, turn: Turn, draft: KeptDraft) -> None:
        """After something else was answered: the entry still waits. Said once, until it is gone on with."""
        entry = Entry.loads(draft.value)
        if entry.reminded:
            return
        self._keep(turn, replace(entry, reminded=True), draft.number)
        ask = asks.next_ask(entry.draft, gather(self.store), self._today(turn))
        asked = (
            ask.question.text(turn.language) if ask and ask.field == entry.field else label(entry.field, turn.language)
        )
        words = say("still_waits", turn.language, title=entry.draft.title, asked=asked)
        await self.courier.reply(turn, [plain(words, self._cancel(turn, draft.number))])

    async def choose(self, turn: Turn) -> str:
        """A choice was tapped."""
        number, _, place = turn.data.partition(":")
        draft = self._open(turn, number)
        choices = Entry.loads(draft.value).choices
        chosen = number_in(place)
        if chosen is None or chosen >= len(choices):
            raise Refusal(say("stale", turn.language))
        await self._answered(turn, draft, choices[chosen])
        return ""

    async def _answered(self, turn: Turn, draft: KeptDraft, text: str) -> None:
        entry, known = Entry.loads(draft.value), gather(self.store)
        told = asks.answer(entry.draft, entry.field, text, known, self._today(turn))
        if isinstance(told, kept.Refusal):
            raise Refusal(self._unread(turn, entry, told, text))
        await self._show(turn, told, known, draft.number)

    def _unread(self, turn: Turn, entry: Entry, told: kept.Refusal, text: str) -> str:
        """Why an answer was not taken: the choices as the buttons name them, and a date's time is still to come."""
        if told.note.key != "choice_unread" or not entry.choices or entry.field == "twin":
            return told.text(turn.language)
        kind, field = entry.draft.kind, entry.field
        named = ", ".join(choice_word(kind, field, each, turn.language) for each in entry.choices)
        words = note("choice_unread", text=text[:60], choices=named).text(turn.language)
        dated = kind == "milestones" and not entry.draft.cells.get("due") and read_when(text, self._today(turn))
        return f"{words}. {say('date_later', turn.language)}" if dated else words

    async def change(self, turn: Turn) -> str:
        """*Change*: which field?"""
        draft = self._open(turn, turn.data)
        entry = Entry.loads(draft.value)
        fields = [name for name in REQUIRED[entry.draft.kind].split(",") if name not in ("source_title", "published")]
        rows = _pairs([Button(label(name, turn.language), f"fld:{draft.number}:{name}") for name in fields])
        await self.courier.edit(turn, Post(card(entry.draft, turn.language), (*rows, self._cancel(turn, draft.number))))
        return ""

    async def field(self, turn: Turn) -> str:
        """A field was chosen: its new words come next."""
        number, _, name = turn.data.partition(":")
        draft = self._open(turn, number)
        entry = replace(Entry.loads(draft.value), field=name, choices=())
        if name not in REQUIRED[entry.draft.kind].split(","):
            raise Refusal(say("stale", turn.language))
        self._keep(turn, entry, draft.number)
        words = f"{label(name, turn.language)} = ?"
        post = Post(
            f"{card(entry.draft, turn.language)}\n\n<b>{escape(words)}</b>", (self._cancel(turn, draft.number),)
        )
        await self.courier.edit(turn, post)
        return ""

    async def leave(self, turn: Turn) -> None:
        """/cancel, or the word alone: the newest draft of this person here, of whatever kind, is closed unsaved."""
        draft = self.store.talk.open_draft(turn.chat.number, turn.thread, turn.person.number)
        if draft is None:
            raise Refusal(say("nothing_waits" if turn.role is Role.ADMIN else "nothing_waits_member", turn.language))
        self.store.talk.close_draft(draft.number, "cancelled")
        await self.courier.reply(turn, [plain(say("cancelled", turn.language))])

    async def cancel(self, turn: Turn) -> str:
        draft = self._open(turn, turn.data)
        self.store.talk.close_draft(draft.number, "cancelled")
        await self.courier.edit(turn, plain(say("cancelled", turn.language)))
        return ""

    async def save(self, turn: Turn) -> str:
        """*Save*: the write, its confirmation and the end of the draft are one; a second press finds it done."""
        draft = self._open(turn, turn.data)
        entry = Entry.loads(draft.value)
        if not entry.draft.ready:
            raise Refusal(say("stale", turn.language))
        try:
            self._write(turn, draft, entry.draft)
        except BadRow as bad:
            raise Refusal(str(bad)) from bad
        except Stale as stale:
            await self._moved_on(turn, draft, entry.draft, stale)
            return ""
        await self.courier.unbutton(turn)
        return say("saved", turn.language)

    def _write(self, turn: Turn, draft: KeptDraft, line: kept.Draft) -> None:
        recorded = f"{RECORDED_BY}{turn.person.name}, {turn.now.date().isoformat()}"
        written, shelf = line.written(recorded), self.store.shelf(line.kind)
        with self.writes.act(turn, line.verb, line.title, tell=True, story=line.story) as entry:
            put = shelf.put(
                written.record,
                entry=entry,
                as_of=written.as_of or turn.now,
                number=line.number or None,
                correction=written.correction,
                reason=written.reason,
                sourced=written.record.source.title != recorded,
                expected=line.version or None,
            )
            named = thing_name(written.record) if line.kind == "figures" else line.title
            self.store.journal.word(entry, f"#{put.number} {named}")
            self.store.talk.close_draft(draft.number, "saved")

    async def _moved_on(self, turn: Turn, draft: KeptDraft, line: kept.Draft, stale: Stale) -> None:
        """Somebody else wrote in between: what they wrote is shown, and the line stands over it, to be saved or not."""
        newer = stale.newer[-1]
        entry = self.store.journal.get(newer.state.entry)
        by = self.store.people.get(entry.person).name if entry.person else "Lodestone"
        what = f"{by}: {entry.verb}"
        version = self.store.shelf(line.kind).version(line.number)
        self._keep(turn, Entry(replace(line, version=version)), draft.number)
        save = Button(say("save", turn.language), f"save:{draft.number}")
        text = escape(say("moved_on", turn.language, what=what))
        theirs, ours = card(newer, turn.language), card(line, turn.language)
        html = f"<b>{text}</b>\n{theirs}\n\n<b>{say('preview', turn.language)}</b>\n{ours}"
        post = Post(html, ((save, *self._cancel(turn, draft.number)),))
        await self.courier.edit(turn, post)

    # ---- within

    def _open(self, turn: Turn, number: str) -> KeptDraft:
        """The open draft of that number, if it is this person's and in this chat; else the button is stale."""
        draft = self.store.talk.get_draft(number_in(number) or 0)
        if draft is None or draft.chat != turn.chat.number or draft.person != turn.person.number:
            raise Refusal(say("stale", turn.language))
        if draft.state != "open":
            raise Refusal(say("done_before", turn.language))
        return draft

    def _today(self, turn: Turn) -> date:
        return turn.now.astimezone(ZoneInfo(turn.chat.zone or self.timezone)).date()


def is_cancel(text: str) -> bool:
    """Whether words call off what waits.

    >>> is_cancel("Cancel"), is_cancel("cancelled by the ministry")
    (True, False)
    """
    return text.strip(" .!").casefold() in _CANCEL


def is_question(text: str) -> bool:
    """Whether words ask something, as far as their form tells.

    >>> is_question("how much did we import in FY25"), is_question("भारत ने कितना आयात किया"), is_question("IREL, Vizag")
    (True, True, False)
    """
    return _ASKS.search(text.strip()) is not None


def _pairs(buttons: list[Button]) -> tuple[tuple[Button, ...], ...]:
    return tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))
