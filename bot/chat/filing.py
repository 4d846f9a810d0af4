"""Files in and out: /export, and a CSV or XLSX that is sent to the bot."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from telegram.error import TelegramError

from bot import tables
from bot.chat.office import say
from bot.chat.phrases import say as common
from bot.chat.posts import Button, File, Post, plain
from bot.chat.turn import Refusal, number_in
from bot.chat.writes import via
from bot.look.pages import escape
from bot.record.sifting import Sieve, read_sieve
from storage import intake
from storage.correspondence import Role
from storage.rows import KINDS, columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.chat.courier import Courier
    from bot.chat.turn import Turn
    from bot.chat.writes import Writes
    from storage import Store
    from storage.intake import Taken

KIND = "file"  # of a draft that holds a file
MOST_BYTES = 20 * 1024 * 1024  # that a bot may fetch from Telegram
MOST_FAULTS = 200  # lines of a refusal: "every" of a file that is at all like one of ours
_FORMATS = ("csv", "xlsx")
_HISTORY = ("history", "--history", "इतिहास")


@dataclass(frozen=True, slots=True)
class Filing:
    store: Store
    courier: Courier
    writes: Writes
    timezone: str

    # ---- out

    async def export(self, turn: Turn) -> None:
        """/export KIND [csv|xlsx] [history] [words that must stand in a row, a time]."""
        words = turn.text.split()
        kind = _one_of(words, KINDS)
        form = _one_of(words, _FORMATS) or "csv"
        history = _one_of(words, _HISTORY) is not None
        if kind is None:
            names = {each: say(f"kind_{each}", turn.language) for each in KINDS}
            rows = tuple(
                (Button(name, f"exp:{each}:csv"), Button(f"{name} (xlsx)", f"exp:{each}:xlsx"))
                for each, name in names.items()
            )
            await self.courier.reply(turn, [Post(f"<b>{escape(say('which_file', turn.language))}</b>", rows)])
            return
        today = turn.now.astimezone(ZoneInfo(self.timezone)).date()
        await self._send(turn, kind, form, read_sieve(" ".join(words), today), history=history)

    async def export_press(self, turn: Turn) -> str:
        kind, _, form = turn.data.partition(":")
        if kind not in KINDS or form not in _FORMATS:
            raise Refusal(common("stale", turn.language))
        await self._send(turn, kind, form, Sieve(), history=False)
        return ""

    async def _send(self, turn: Turn, kind: str, form: str, sieve: Sieve, *, history: bool) -> None:
        body, count, every = await asyncio.to_thread(self._written, kind, form, sieve, history=history)
        name = say(f"kind_{kind}", turn.language)
        if not count and sieve.said:
            raise Refusal(say("export_none", turn.language, kind=name, filters=sieve.said[:60]))
        key = "exported_of" if sieve.said else "exported"
        said = say(key, turn.language, count=count, all=every, kind=name, filters=sieve.said[:200])
        said += f", {say('with_history', turn.language)}" if history else ""
        await self.courier.reply(turn, [Post(escape(said), file=File(f"{kind}.{form}", body))])

    def _written(self, kind: str, form: str, sieve: Sieve, *, history: bool) -> tuple[bytes, int, int]:
        """The file, its rows, and all rows of that kind. In a thread, over a connection of its own: it may be long."""
        write = tables.xlsx_bytes if form == "xlsx" else tables.csv_bytes
        with self.store.reader() as own:
            every = list(tables.export_rows(own, kind, history=history))
        rows = [row for row in every if sieve.passes(row)]
        return write(columns(kind, history=history), rows), len(rows), len(every)

    # ---- in

    async def receive(self, turn: Turn) -> None:
        """A file was sent: checked row by row; shown for a yes, or refused with every faulty line."""
        if turn.role is not Role.ADMIN:
            raise Refusal(say("files_admins", turn.language))
        if turn.file_size > MOST_BYTES:
            raise Refusal(say("file_large", turn.language))
        body = await self._fetched(turn)
        kind = next((word for word in turn.text.casefold().split() if word in KINDS), None)
        kind = kind or tables.guess_kind(turn.file_name, body)
        if kind is None:
            raise Refusal(say("file_strange", turn.language, kinds=", ".join(KINDS)))
        table = await self._read(kind, turn.file_name, body, turn.language)
        taken = intake.rehearse(self.store, kind, table.rows, now=turn.now, recorded_by=turn.person.name)
        if not taken.new + taken.changed:
            await self.courier.reply(turn, [plain(say("file_same", turn.language, name=turn.file_name))])
            return
        value = json.dumps({"kind": kind, "name": turn.file_name})
        chat, person = turn.chat.number, turn.person.number
        number = self.store.talk.draft(chat, turn.thread, person, kind=KIND, value=value, now=turn.now, file=body)
        buttons = (
            Button(say("confirm", turn.language), f"take:{number}"),
            Button(common("cancel", turn.language), f"cxl:{number}"),
        )
        named = say(f"kind_{kind}", turn.language)
        said = say("file_preview", turn.language, name=turn.file_name, kind=named, counts=_counts(taken, turn.language))
        await self.courier.reply(turn, [plain(said, buttons)])

    async def _fetched(self, turn: Turn) -> bytes:
        try:
            file = await self.courier.sender.bot.get_file(turn.file_id)
            return bytes(await file.download_as_bytearray())
        except TelegramError as error:
            raise Refusal(say("not_fetched", turn.language, why=error)) from error

    async def _read(self, kind: str, name: str, body: bytes, language: str) -> tables.Table:
        """In a thread: a large file takes a second or two."""
        try:
            table = await asyncio.to_thread(tables.read, kind, name, body)
        except tables.BadFile as bad:
            raise Refusal(f"{name}: {bad}") from bad
        if table.faults:
            said = say("faults", language, name=name, count=len(table.faults), faults=table.complaint(most=MOST_FAULTS))
            raise Refusal(said)
        return table

    async def take(self, turn: Turn) -> str:
        """*Confirm*: the whole file in one act, with its confirmation."""
        draft = self.store.talk.get_draft(number_in(turn.data) or 0)
        if draft is None or draft.person != turn.person.number or draft.kind != KIND:
            raise Refusal(common("stale", turn.language))
        if draft.state != "open" or draft.file is None:
            raise Refusal(common("done_before", turn.language))
        about = json.loads(draft.value)
        table = await self._read(about["kind"], about["name"], draft.file, turn.language)
        with self.store.atomic():
            if not self.store.talk.close_draft(draft.number, "saved"):
                raise Refusal(common("done_before", turn.language))
            taken = intake.take(
                self.store,
                about["kind"],
                table.rows,
                now=turn.now,
                person=turn.person.number,
                via=via(turn),
                name=about["name"],
                recorded_by=turn.person.name,
            )
            if taken.entry:
                self.writes.confirm(turn, taken.entry)
                self.writes.announce(taken.entry)
            self.store.inbox.done(turn.line, turn.update_id)
        self.writes.kick()
        await self.courier.unbutton(turn)
        return common("saved", turn.language)


def _one_of(words: list[str], known: Sequence[str]) -> str | None:
    """The first of the words that is known, in singular or plural, taken out of them."""
    for word in words:
        name = next((each for each in known if each in (word.casefold(), f"{word.casefold()}s")), None)
        if name:
            words.remove(word)
            return name
    return None


def _counts(taken: Taken, language: str) -> str:
    """12 new, 3 changed, 5 as they were."""
    said = say("file_counts", language, new=taken.new, changed=taken.changed)
    return f"{said}, {say('file_same_rows', language, same=taken.same)}" if taken.same else said
