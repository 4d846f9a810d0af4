"""Files in and out, and a thing's life: /export, a CSV or XLSX that is sent to the bot, /history."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from telegram.error import TelegramError

from bot import tables
from bot.chat.phrases import say
from bot.chat.posts import Button, File, Post, plain, split
from bot.chat.turn import Refusal, number_in
from bot.look.html import link
from bot.look.pages import escape
from bot.look.periods import format_when
from bot.record.known import Pick, gather, which
from storage import intake
from storage.records import Change, Place, Role
from storage.rows import KINDS, columns

if TYPE_CHECKING:
    from bot.chat.courier import Courier
    from bot.chat.turn import Turn
    from bot.chat.writes import Writes
    from storage import Store
    from storage.records import Milestone

KIND = "file"  # of a draft that holds a file
MOST_BYTES = 20 * 1024 * 1024  # that a bot may fetch from Telegram
_FORMATS = ("csv", "xlsx")
_STEPS = {
    Change.FIRST: "recorded",
    Change.SLIP: "slipped",
    Change.ADVANCE: "brought forward",
    Change.CORRECTION: "corrected",
    Change.STATUS: "status",
}


@dataclass(frozen=True, slots=True)
class Filing:
    store: Store
    courier: Courier
    writes: Writes

    # ---- out

    async def export(self, turn: Turn) -> None:
        """/export KIND [csv|xlsx]."""
        words = turn.text.casefold().split()
        kind = next((word for word in words if word in KINDS), None)
        form = next((word for word in words if word in _FORMATS), "csv")
        if kind is None:
            rows = tuple(
                (Button(name, f"exp:{name}:csv"), Button(f"{name} (xlsx)", f"exp:{name}:xlsx")) for name in KINDS
            )
            await self.courier.reply(turn, [Post("<b>What as a file?</b>", rows)])
            return
        await self._send(turn, kind, form)

    async def export_press(self, turn: Turn) -> str:
        kind, _, form = turn.data.partition(":")
        if kind not in KINDS or form not in _FORMATS:
            raise Refusal(say("stale", turn.language))
        await self._send(turn, kind, form)
        return ""

    async def _send(self, turn: Turn, kind: str, form: str) -> None:
        write = tables.xlsx_bytes if form == "xlsx" else tables.csv_bytes
        body = write(columns(kind), tables.export_rows(self.store, kind))
        words = f"{self.store.shelf(kind).count()} {kind}"
        await self.courier.reply(turn, [Post(escape(words), file=File(f"{kind}.{form}", body))])

    # ---- in

    async def receive(self, turn: Turn) -> None:
        """A file was sent: checked row by row; shown for a yes, or refused with every faulty line."""
        if turn.role is not Role.ADMIN:
            raise Refusal("Only admins may bring files into the record.")
        if turn.file_size > MOST_BYTES:
            raise Refusal("The file is larger than 20 MB, which Telegram gives no bot; split it.")
        body = await self._fetched(turn)
        kind = next((word for word in turn.text.casefold().split() if word in KINDS), None)
        kind = kind or tables.guess_kind(turn.file_name, body)
        if kind is None:
            raise Refusal(f"I cannot tell what this is. Line 1 must be the header of {', '.join(KINDS)}.")
        table = await self._read(kind, turn.file_name, body)
        taken = intake.rehearse(self.store, kind, table.rows, now=turn.now, recorded_by=turn.person.name)
        if not taken.new + taken.changed:
            await self.courier.reply(turn, [plain(f"{turn.file_name}: the record says all of it already.")])
            return
        value = json.dumps({"kind": kind, "name": turn.file_name})
        chat, person = turn.chat.number, turn.person.number
        number = self.store.talk.draft(chat, turn.thread, person, kind=KIND, value=value, now=turn.now, file=body)
        buttons = Button("Confirm", f"take:{number}"), Button(say("cancel", turn.language), f"cxl:{number}")
        await self.courier.reply(turn, [plain(f"{turn.file_name}: {kind}, {taken}.", buttons)])

    async def _fetched(self, turn: Turn) -> bytes:
        try:
            file = await self.courier.sender.bot.get_file(turn.file_id)
            return bytes(await file.download_as_bytearray())
        except TelegramError as error:
            raise Refusal(f"The file could not be fetched from Telegram ({error}); send it again.") from error

    async def _read(self, kind: str, name: str, body: bytes) -> tables.Table:
        """In a thread: a large file takes a second or two."""
        try:
            table = await asyncio.to_thread(tables.read, kind, name, body)
        except tables.BadFile as bad:
            raise Refusal(f"{name}: {bad}") from bad
        if table.faults:
            raise Refusal(f"{name}: nothing was taken, {len(table.faults)} faults:\n{table.complaint()}")
        return table

    async def take(self, turn: Turn) -> str:
        """*Confirm*: the whole file in one act, with its confirmation."""
        draft = self.store.talk.get_draft(number_in(turn.data) or 0)
        if draft is None or draft.person != turn.person.number or draft.kind != KIND:
            raise Refusal(say("stale", turn.language))
        if draft.state != "open" or draft.file is None:
            raise Refusal(say("done_before", turn.language))
        about = json.loads(draft.value)
        table = await self._read(about["kind"], about["name"], draft.file)
        with self.store.atomic():
            if not self.store.talk.close_draft(draft.number, "saved"):
                raise Refusal(say("done_before", turn.language))
            taken = intake.take(
                self.store,
                about["kind"],
                table.rows,
                now=turn.now,
                person=turn.person.number,
                via="terminal" if turn.chat.place is Place.TERMINAL else "chat",
                name=about["name"],
                recorded_by=turn.person.name,
            )
            if taken.entry:
                self.writes.confirm(turn, taken.entry)
                self.writes.announce(taken.entry)
            self.store.inbox.done(turn.line, turn.update_id)
        self.writes.kick()
        await self.courier.unbutton(turn)
        return say("saved", turn.language)

    # ---- a life

    async def history(self, turn: Turn) -> None:
        """/history WHICH: every date that a milestone had, why it moved, who said so."""
        found: Any = which(turn.text, gather(self.store).names["milestones"]) if turn.text else self._replied(turn)
        if isinstance(found, Pick):
            listed = "\n".join(f"#{number} {title}" for number, title in found.candidates)
            raise Refusal(f"Which one?\n{listed}")
        if not isinstance(found, int):
            raise Refusal(found.text(turn.language))
        states = self.store.milestones.history(found)
        if not states:
            raise Refusal(f"There is no milestone #{found}.")
        lines = [f"<b>#{found} {escape(states[-1].title)}</b>", *(self._step(state, turn) for state in states)]
        await self.courier.reply(turn, split("\n".join(lines), subject=f"milestone:{found}"))

    def _replied(self, turn: Turn) -> Any:
        subject = self.store.talk.subject(turn.chat.number, turn.reply_to) if turn.reply_to else ""
        kind, _, number = subject.partition(":")
        return int(number) if kind == "milestone" else which("", ())

    def _step(self, state: Milestone, turn: Turn) -> str:
        assert state.state is not None  # noqa: S101 - it was read from the record
        entry = self.store.journal.get(state.state.entry)
        by = self.store.people.get(entry.person).name if entry.person else "Lodestone"
        due = f", due {format_when(state.due, language=turn.language)}" if state.due else ""
        done = f", done {format_when(state.done, language=turn.language)}" if state.done else ""
        why = f" - {escape(state.state.reason)}" if state.state.reason else ""
        said = f"{state.state.as_of:%d %b %Y}: {_STEPS[state.state.change]}, {state.status}{due}{done}".replace(
            "_", " "
        )
        return f"• {escape(said)}{why} ({link(state.source.title or 'link', state.source.url)}; {escape(by)})"
