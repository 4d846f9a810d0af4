"""The command line: words in, an exit code out. 0 done, 1 it could not be done (one clear line on stderr), 2 wrong usage.

Heavy libraries are imported inside the commands that need them, so that `ask` answers from cold in half a second.
"""

from __future__ import annotations

import argparse
import json
import os
import stat
import sys
import traceback
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from bot.clock import utc_now
from storage.database import StorageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.settings import Settings
    from storage.store import Store


class Refused(Exception):
    """It cannot be done; the message is the one line that says why and what to do."""


def run(arguments: Sequence[str]) -> int:
    """Carry out one command."""
    asked = _parser().parse_args(_flags_first(arguments))
    try:
        return int(asked.does(asked) or 0)
    except (Refused, StorageError) as why:
        print(why, file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader of our output went away, as `| head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as fault:  # noqa: BLE001 - a mistake of ours is one line to whoever typed the command, too
        print(_ours(fault), file=sys.stderr)
        return 1


def _flags_first(arguments: Sequence[str]) -> Sequence[str]:
    """argparse takes no second word after a flag, and `export milestones --history FILE` has one."""
    if list(arguments[:1]) != ["export"]:
        return arguments
    return [arguments[0], *sorted(arguments[1:], key=lambda word: word != "--history")]


def _ours(fault: Exception) -> str:
    """A fault of the program itself in one line: what it was and where, so that it can be reported."""
    inmost = traceback.extract_tb(fault.__traceback__)[-1]
    what = " ".join(f"{type(fault).__name__}: {fault}".split())[:_LONGEST_FAULT]
    return f"lodestone made a mistake of its own and stopped ({what}; {Path(inmost.filename).name}, line {inmost.lineno}); please report it"


_LONGEST_FAULT = 200  # letters


# ---------------------------------------------------------------- the words


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="lodestone", description="A desk for a team that follows India's rare earth magnet programme."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, does: Callable[[argparse.Namespace], int | None], help_: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=help_, description=help_[0].upper() + help_[1:] + ".")
        added.set_defaults(does=does)
        return added

    command("run", _run, "the live bot; with no TELEGRAM_BOT_TOKEN, the same bot in the terminal")

    chat = command("chat", _chat, "the same bot in the terminal: buttons are numbered, pictures are saved and named")
    chat.add_argument(
        "--as", dest="role", choices=["admin", "member"], default="admin", help="who sits at the terminal (admin)"
    )

    ask = command(
        "ask",
        _ask,
        "one question, one answer; '-' reads one a line from standard input, an empty line ends a conversation",
    )
    ask.add_argument("--json", action="store_true", help="one JSON object a line")
    ask.add_argument("--today", type=_day, metavar="DATE", help="answer as on this day (2026-11-22)")
    ask.add_argument(
        "--lang",
        choices=["en", "hi"],
        default="en",
        help="the language of answers (en); Devanagari is answered in Hindi",
    )
    ask.add_argument("question", nargs="+")

    taken = command("import", _import, "take a CSV or XLSX file into the record, whole or not at all")
    taken.add_argument("--dry-run", action="store_true", help="say what would be new or changed, and save nothing")
    taken.add_argument("kind", choices=_kinds())
    taken.add_argument("file", type=Path)

    given = command("export", _export, "write the record as CSV or XLSX; without a file, CSV to standard output")
    given.add_argument("--history", action="store_true", help="every state that counts, not only the present one")
    given.add_argument("kind", choices=_kinds())
    given.add_argument("file", type=Path, nargs="?", help="NAME.csv or NAME.xlsx")

    _watch_parser(command("watch", _watch_list, "what is watched, also while the bot runs"))

    told = command("digest", _digest, "print the digest that would be sent now; without a chat, the whole one")
    told.add_argument("--chat", type=int, metavar="ID", help="Telegram's id of the chat")

    figures = command("figures", _figures, "import figures from UN Comtrade into the store")
    figures.add_argument("action", choices=["fetch"])

    triage = command("triage", _triage, "judge news: JSON lines in, JSON lines out, in the same order")
    triage.add_argument(
        "source", choices=["-"], nargs="?", help="'-', standard input; a pipe or '< FILE' needs no word"
    )

    copied = command("backup", _backup, "write a consistent copy of the store, also while the bot runs")
    copied.add_argument("file", type=Path, nargs="?", help="a new file, or a folder; without one, BACKUP_DIR")

    restored = command("restore", _restore, "put a backup in the place of the store; the replaced file is kept beside")
    restored.add_argument("file", type=Path)

    command("doctor", _doctor, "look over settings, token, database, fonts and watches; say what to do about each")
    return parser


def _watch_parser(watch: argparse.ArgumentParser) -> None:
    from storage.newsitems import Topic, WatchKind

    acts = watch.add_subparsers(dest="action", required=True, metavar="ACTION")
    add = acts.add_parser("add", help="watch an address; the first visit tells nobody")
    add.set_defaults(does=_watch_add)
    add.add_argument("url")
    add.add_argument("--name", default="")
    add.add_argument("--kind", choices=[str(kind) for kind in WatchKind])
    add.add_argument(
        "--every", type=int, metavar="SECONDS", help="between visits; only Retry-After and failures lengthen it"
    )
    add.add_argument("--topic", choices=[str(topic) for topic in Topic], help="of what triage finds no topic for")
    add.add_argument("--selector", default="", help="of a page: the blocks that are read, as a CSS selector")
    listed = acts.add_parser("list", help="each watch with its health")
    listed.set_defaults(does=_watch_list)
    listed.add_argument("--json", action="store_true", help="one JSON object a line")
    for name, does, help_ in (
        ("remove", _watch_remove, "watch it no more"),
        ("check", _watch_check, "show what would be told, and tell nobody"),
    ):
        act = acts.add_parser(name, help=help_)
        act.set_defaults(does=does)
        act.add_argument("number", type=int, metavar="N")


def _kinds() -> tuple[str, ...]:
    from storage.rows import KINDS

    return KINDS


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is no day; write 2026-11-22") from None


# ---------------------------------------------------------------- the store


def _settings() -> Settings:
    from bot.settings import SettingsError, load

    try:
        return load()
    except SettingsError as faults:
        raise Refused(str(faults)) from faults


def open_store(settings: Settings) -> Store:
    """The store, with the shipped facts and watches in it unless they are switched off."""
    from bot.sources.catalogue import stock
    from storage.seed import seed
    from storage.store import Store

    store = Store(settings.database_path)
    if settings.lodestone_seed:
        seed(store, utc_now())
        stock(store, utc_now())
    return store


# ---------------------------------------------------------------- the commands


def _run(asked: argparse.Namespace) -> None:
    settings = _settings()
    if not settings.token:
        if not _somebody_types():
            raise Refused(
                "No TELEGRAM_BOT_TOKEN is set, and there is no terminal and no pipe to talk through: set it ('Going "
                "live' in README.md), or talk here with `lodestone chat` in a terminal"
            )
        print(
            "No TELEGRAM_BOT_TOKEN is set, so this is the terminal. To go live, see 'Going live' in README.md.",
            file=sys.stderr,
        )
        asked.role = "admin"
        _chat(asked)
        return
    import asyncio

    from bot import app, logs
    from bot.chat.holder import HeldError

    logs.set_up(settings.log_format)
    try:
        with open_store(settings) as store:
            asyncio.run(app.run_live(settings, store, utc_now))
    except (app.CannotRunError, HeldError) as why:
        raise Refused(str(why)) from why


def _somebody_types() -> bool:
    """Whether words can come in: from a terminal, a pipe or a file. In a container by itself there is only /dev/null."""
    if sys.stdin is None:
        return False
    try:
        kind = os.fstat(sys.stdin.fileno()).st_mode
    except (OSError, ValueError):  # it is no file of the system's
        return True
    return sys.stdin.isatty() or not stat.S_ISCHR(kind)


def _chat(asked: argparse.Namespace) -> None:
    import asyncio
    import logging

    from bot import app, logs
    from storage.correspondence import Role

    settings = _settings()
    logs.set_up(settings.log_format, level=logging.ERROR)
    with open_store(settings) as store:
        asyncio.run(app.run_terminal(settings, store, utc_now, Role(asked.role)))


def _watch_add(asked: argparse.Namespace) -> None:
    import asyncio

    from bot import watching
    from bot.sources.fetch import Fetcher
    from storage.newsitems import Topic, WatchKind

    settings = _settings()
    wish = watching.Wish(
        asked.url,
        asked.name,
        WatchKind(asked.kind) if asked.kind else None,
        asked.every,
        Topic(asked.topic) if asked.topic else None,
        asked.selector,
    )

    async def add(store: Store) -> watching.Added:
        async with Fetcher(contact=settings.contact, allow_private=settings.allow_private_urls) as fetcher:
            return await watching.add(store, fetcher, wish, utc_now(), settings.federal_register_url)

    with open_store(settings) as store:
        try:
            added = asyncio.run(add(store))
        except watching.WatchedAlreadyError as known:
            changed = watching.change(store, known.watch, wish, utc_now())
            print(f"{known}; " + ("changed as you said, the rest stays" if changed else "it stays as it is"))
            return
        except watching.WatchRefused as why:
            raise Refused(str(why)) from why
    print(
        f"watch #{added.watch.number}: {added.watch.name} ({added.watch.kind}), {added.items} items there now; its first visit tells nobody"
    )
    if added.warning:
        print(f"It could not be visited now: {added.warning}. It is tried again at the next visit.", file=sys.stderr)


def _watch_list(asked: argparse.Namespace) -> None:
    from bot import watching

    with open_store(_settings()) as store:
        listed = watching.listed(store)
        if not listed:
            print("nothing is watched; 'lodestone watch add URL' adds a source", file=sys.stderr)
        for each in listed:
            print(json.dumps(watching.as_json(*each), ensure_ascii=False) if asked.json else watching.line(*each))


def _watch_remove(asked: argparse.Namespace) -> None:
    from bot import watching

    with open_store(_settings()) as store:
        if not watching.remove(store, asked.number, utc_now()):
            raise Refused(f"there is no watch #{asked.number}; 'lodestone watch list' shows them")
    print(f"watch #{asked.number}: removed; what it found is kept")


def _watch_check(asked: argparse.Namespace) -> None:
    import asyncio

    from bot import watching
    from bot.news.triage import triage
    from bot.sources.fetch import Fetcher, FetchError
    from bot.sources.poll import Poller

    settings = _settings()

    async def check(store: Store) -> None:
        watch = store.watches.get(asked.number)
        if watch is None:
            raise Refused(f"there is no watch #{asked.number}; 'lodestone watch list' shows them")
        async with Fetcher(contact=settings.contact, allow_private=settings.allow_private_urls) as fetcher:
            poller = Poller(
                store=store,
                fetcher=fetcher,
                judge=triage,
                announce=lambda _story, _now: 0,
                catch_up=lambda _story, _since, _now: 0,
                warn=lambda _notice, _now: None,
                luck=lambda: 0.5,
                clock=utc_now,
                register=settings.federal_register_url,
            )
            try:
                found = await poller.check(watch)
            except FetchError as error:
                raise Refused(f"{watch.url} {error.reason}") from error
        print("\n".join(watching.shown_line(each) for each in found) or "nothing is there, or nothing changed")

    with open_store(settings) as store:
        asyncio.run(check(store))


def _digest(asked: argparse.Namespace) -> None:
    from datetime import timedelta

    from bot import desk, telling
    from bot.look.pages import shown
    from bot.look.spans import Voice
    from storage.correspondence import Place, Role

    settings, now = _settings(), utc_now()
    with open_store(settings) as store:
        chat = store.chats.at(Place.TELEGRAM, asked.chat) if asked.chat is not None else None
        if asked.chat is not None and chat is None:
            raise Refused(f"there is no chat {asked.chat} here; leave --chat out for the whole digest")
        schedule = store.schedules.of(chat.number) if chat else None
        hearer = telling.Hearer(
            settings.zone,
            Voice(chat.language or "en", chat.numbers) if chat else Voice(),
            Role.MEMBER if chat else Role.ADMIN,
        )
        since = schedule.told_until if schedule else now - timedelta(days=1)
        progress = desk.progress(store, now, zone=settings.zone, language=hearer.voice.language)
        page = telling.digest(
            store, telling.Span(since, now), now, hearer, parts=schedule.sections if schedule else (), progress=progress
        )
    print(shown(page))


def _figures(_: argparse.Namespace) -> None:
    import asyncio

    from bot.sources.fetch import Fetcher
    from bot.sources.figures import FigureFetcher, Outcome, Progress

    settings = _settings()
    key = settings.comtrade_key.get_secret_value() if settings.comtrade_key else ""

    def progress(step: Progress) -> None:
        print(f"{step.number} of {step.of}: {step.period}, {step.rows} rows", flush=True)

    async def fetch(store: Store) -> Outcome:
        async with Fetcher(
            contact=settings.contact, allow_private=settings.allow_private_urls or bool(settings.comtrade_url)
        ) as fetcher:
            return await FigureFetcher(store, fetcher, utc_now, asyncio.sleep, settings.comtrade_url, key).run(progress)

    with open_store(settings) as store:
        done = asyncio.run(fetch(store))
    print(f"figures: {done.calls} calls, {done.new} new, {len(done.revised)} revised, {done.held} held for an admin")
    if done.stopped:
        raise Refused(f"stopped early: {done.stopped}; what was fetched is kept, run it again to go on")


def _ask(asked: argparse.Namespace) -> int | None:
    from bot import desk

    if not any(word.strip() for word in asked.question):
        return _misused("there is no question; put one in quotes: lodestone ask 'How much do we import?'")
    with open_store(settings := _settings()) as store:
        now = datetime.combine(asked.today, time(12), settings.zone).astimezone(UTC) if asked.today else utc_now()
        context = None
        for question in _questions(asked.question):
            if question is None:
                context = None
                continue
            answer, context = desk.turn(question, context, store, now, zone=settings.zone, language=asked.lang)
            if asked.json:
                print(json.dumps(desk.as_json(question, answer), ensure_ascii=False), flush=True)
            else:
                print(desk.plain(answer), end="\n\n", flush=True)
    return None


def _misused(why: str) -> int:
    """Wrong usage, in one line, where argparse sees none."""
    print(why, file=sys.stderr)
    return 2


def _questions(words: list[str]) -> Iterable[str | None]:
    """Each question; None where a conversation ends."""
    if words != ["-"]:
        yield " ".join(words)
        return
    for line in sys.stdin:
        yield line.strip() or None


def _import(asked: argparse.Namespace) -> None:
    from bot import tables
    from storage.intake import bring, rehearse

    try:
        body = asked.file.read_bytes()
    except OSError as error:
        raise Refused(f"{asked.file} cannot be read: {error.strerror}") from error
    try:
        table = tables.read(asked.kind, asked.file.name, body)
    except tables.BadFile as bad:
        raise Refused(f"{asked.file}: {bad}") from bad
    if table.faults:
        raise Refused(f"{asked.file}: nothing was taken, {len(table.faults)} faults:\n{table.complaint()}")
    with open_store(_settings()) as store:
        if asked.dry_run:
            would = rehearse(store, asked.kind, table.rows, now=utc_now(), recorded_by="import")
            print(f"{asked.kind}: {would}, if it were taken; nothing was saved")
            return
        taken = bring(
            store,
            asked.kind,
            table.rows,
            now=utc_now(),
            person=None,
            via="cli",
            name=asked.file.name,
            recorded_by="import",
        )
    print(f"{asked.kind}: {taken}")


def _export(asked: argparse.Namespace) -> int | None:
    from bot import tables
    from storage.rows import columns

    ending = asked.file.suffix.casefold() if asked.file else ""
    if ending not in _TABLES:
        return _misused(f"{asked.file}: a table is written as CSV or XLSX; name a file that ends in .csv or .xlsx")
    if asked.file:
        _refuse_no_folder(asked.file)
    header = columns(asked.kind, history=asked.history)
    with open_store(_settings()) as store:
        rows = tables.export_rows(store, asked.kind, history=asked.history)
        if asked.file is None:
            sys.stdout.write(tables.csv_bytes(header, rows).decode())
            return None
        write = tables.xlsx_bytes if ending == ".xlsx" else tables.csv_bytes
        try:
            asked.file.write_bytes(write(header, rows))
        except OSError as error:
            raise Refused(f"{asked.file} cannot be written: {error.strerror}") from error
    print(f"{asked.kind}: written to {asked.file}")
    return None


def _refuse_no_folder(file: Path) -> None:
    """A folder that is not there is a slip of the hand."""
    if not file.parent.is_dir():
        raise Refused(f"{file} cannot be written: there is no folder {file.parent}")


_TABLES = ("", ".csv", ".xlsx")  # no ending: a device or a pipe, which takes CSV


def _triage(asked: argparse.Namespace) -> int | None:
    from bot.news.lines import LineError, judge_lines

    if asked.source is None and sys.stdin.isatty():
        return _misused("news is read from standard input: lodestone triage < FILE, or '-' to type it here")
    try:
        for line in judge_lines(sys.stdin, utc_now()):
            print(line, flush=True)
    except LineError as wrong:
        raise Refused(str(wrong)) from wrong
    return None


def _backup(asked: argparse.Namespace) -> None:
    from bot.checkup import backup_folder
    from bot.upkeep import backup_name, size
    from storage.backup import copy_to

    settings = _settings()
    target = asked.file or backup_folder(settings) / backup_name(utc_now())
    if target.is_dir():
        target /= backup_name(utc_now())
    if asked.file:  # BACKUP_DIR is made as it is wanted
        _refuse_no_folder(target)
    copy_to(settings.database_path, target)
    print(f"backup: {target} ({size(target.stat().st_size)})")


def _restore(asked: argparse.Namespace) -> None:
    from bot.chat.holder import HeldError
    from bot.checkup import backup_folder
    from bot.restoring import restore
    from bot.upkeep import backup_name
    from storage.database import DamagedStore

    settings = _settings()
    try:
        kept, held = restore(asked.file, settings.database_path, utc_now(), settings.zone)
    except HeldError as why:
        raise Refused(str(why)) from why
    except DamagedStore as why:
        usual = f"those of the bot lie in {backup_folder(settings)}, with names like {backup_name(utc_now())}"
        raise Refused(f"{why}; {usual}") from why
    print(f"restore: {settings.database_path} is as it was in {asked.file}")
    if kept:
        print(f"The replaced file is kept as {kept}")
    if held:
        print(f"{held} messages that were not delivered then are held: an admin is asked to send or drop them")


def _doctor(_: argparse.Namespace) -> None:
    import asyncio

    from bot.chat.whoami import whoami
    from bot.checkup import gather
    from bot.doctor import Level, examine

    findings = examine(gather(utc_now(), ask=lambda s: asyncio.run(whoami(s.token, s.telegram_api_url)), face=_face))
    for finding in findings:
        print(finding.line)
    wrong = sum(finding.level is Level.WRONG for finding in findings)
    if wrong:
        raise Refused(f"doctor: {wrong} of these must be mended before the bot can work")


def _face() -> str | None:
    """The font of charts, when it has Devanagari."""
    from bot.look.card import faces

    found = faces()
    return found.families[0] if found.devanagari else None
