"""`lodestone doctor`: what was found on this machine becomes findings, each with what to do about it. Pure.

bot/checkup.py gathers the evidence. Nothing here reads a clock, a file or the network; no finding holds a secret.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bot.settings import Settings


class Level(StrEnum):
    OK = "ok"
    NOTE = "note"  # works; the operator may want to know
    WRONG = "wrong"  # does not work: exit 1


@dataclass(frozen=True, slots=True)
class Finding:
    topic: str  # settings, token, database, ...
    level: Level
    what: str
    remedy: str = ""

    @property
    def line(self) -> str:
        """
        >>> Finding("token", Level.WRONG, "Telegram does not know it", "copy it again from @BotFather").line
        'wrong  token: Telegram does not know it - copy it again from @BotFather'
        """
        remedy = f" - {self.remedy}" if self.remedy else ""
        return f"{self.level:<6} {self.topic}: {self.what}{remedy}"


@dataclass(frozen=True, slots=True)
class Bot:
    """What Telegram said of the token's owner."""

    username: str
    joins_groups: bool
    reads_all: bool  # privacy mode is off
    inline: bool
    webhook: str = ""  # where Telegram delivers updates now; '' for long polling
    waiting: int = 0  # updates not fetched yet


@dataclass(frozen=True, slots=True)
class Unreached:
    """Telegram was asked and did not answer as it should. `refused`: it answered that the token is not known."""

    why: str
    refused: bool = False


@dataclass(frozen=True, slots=True)
class File:
    """The database. `fault`: the one line of why it cannot be used; the rest is then unknown."""

    path: str
    fault: str = ""
    new: bool = False  # there is none yet, and it can be made
    old: bool = False  # made by an older program: the next start brings it up to date
    held: bool = False  # a bot is running on it
    admins: int = 0
    size: int = 0  # bytes
    free: int = 0  # bytes on its disk
    newest_backup: datetime | None = None
    backups: str = ""  # the folder
    backups_fault: str = ""  # why the folder cannot be written


@dataclass(frozen=True, slots=True)
class Watched:
    """One watched source."""

    number: int
    name: str
    failures: int  # in a row
    fault: str = ""
    good: datetime | None = None  # the last visit that went well


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that was found. None: not looked at, for a reason that another finding gives."""

    now: datetime
    settings: Settings | None
    faults: Sequence[str] = ()  # of the settings, a line each
    env_readable_by_others: bool = False
    telegram: Bot | Unreached | None = None
    file: File | None = None
    watches: Sequence[Watched] | None = None
    face: str | None = None  # a font with Devanagari, Latin and the rupee sign


def examine(found: Evidence) -> list[Finding]:
    """Every check, in the order in which an operator would mend things."""
    return [finding for check in _CHECKS for finding in check(found)]


# ---------------------------------------------------------------- settings


def _settings(found: Evidence) -> Iterator[Finding]:
    for fault in found.faults:
        yield Finding("settings", Level.WRONG, fault)
    if found.env_readable_by_others:
        yield Finding(
            "settings", Level.NOTE, ".env holds secrets and every user here can read it", "run: chmod 600 .env"
        )
    if found.settings is None:
        return
    notes = [note for wrong, note in _SETTINGS if wrong(found.settings)]
    yield from notes
    if not found.faults and all(note.level is not Level.WRONG for note in notes):
        yield Finding("settings", Level.OK, "every value can be read")


def _is_far(address: str) -> bool:
    """Whether a web address in the clear leaves this machine."""
    parts = urlsplit(address)
    return parts.scheme == "http" and parts.hostname not in ("localhost", "127.0.0.1", "::1")


def _is_open(listen: str) -> bool:
    return bool(listen) and listen.rpartition(":")[0] not in ("localhost", "127.0.0.1")


_SETTINGS: tuple[tuple[Callable[[Settings], bool], Finding], ...] = (
    (
        lambda s: _is_far(s.telegram_api_url),
        Finding(
            "settings",
            Level.WRONG,
            "TELEGRAM_API_URL begins with http:// and leaves this machine, so the token travels in the clear",
            "use https://",
        ),
    ),
    (
        lambda s: s.webhook_url.startswith("http://"),
        Finding(
            "settings",
            Level.WRONG,
            "WEBHOOK_URL begins with http://, which Telegram refuses",
            "use https://; docs/operator.md shows a proxy",
        ),
    ),
    (
        lambda s: s.open_access,
        Finding(
            "settings",
            Level.NOTE,
            "OPEN_ACCESS=1: everyone who finds the bot may read",
            "set it to 0 to approve people yourself",
        ),
    ),
    (
        lambda s: s.allow_private_urls,
        Finding(
            "settings",
            Level.NOTE,
            "ALLOW_PRIVATE_URLS=1: a watch may reach addresses of your own network",
            "set it to 0 unless you watch a page inside it",
        ),
    ),
    (
        lambda s: _is_open(s.health_listen),
        Finding(
            "settings",
            Level.NOTE,
            "HEALTH_LISTEN answers other machines, to anyone who asks",
            "write 127.0.0.1:8080 unless a firewall stands before it",
        ),
    ),
    (
        lambda s: not s.contact,
        Finding(
            "settings",
            Level.NOTE,
            "CONTACT is empty: owners of the sites we visit cannot reach you",
            "set it to an e-mail address",
        ),
    ),
)


# ---------------------------------------------------------------- Telegram


def _telegram(found: Evidence) -> Iterator[Finding]:
    if found.settings is None:
        return
    if not found.settings.token:
        yield Finding(
            "token",
            Level.NOTE,
            "TELEGRAM_BOT_TOKEN is empty: `lodestone run` opens the bot in the terminal",
            "to go live, send /newbot to @BotFather and put the token into .env",
        )
    match found.telegram:
        case Unreached(why, refused=True):
            yield Finding(
                "token",
                Level.WRONG,
                f"Telegram refuses it ({why})",
                "copy it again from @BotFather: /mybots, API Token",
            )
        case Unreached(why):
            yield Finding(
                "network",
                Level.WRONG,
                f"{found.settings.telegram_api_url} cannot be reached ({why})",
                "check the network, a proxy or firewall, and TELEGRAM_API_URL; a running bot goes on trying by itself",
            )
        case Bot() as bot:
            yield Finding("token", Level.OK, f"@{bot.username} answers")
            yield from _manners(bot, found.settings)


def _manners(bot: Bot, settings: Settings) -> Iterator[Finding]:
    """What @BotFather was told about the bot."""
    if not bot.joins_groups:
        yield Finding(
            "groups",
            Level.NOTE,
            "the bot may not be added to groups",
            "to allow it: @BotFather, /setjoingroups, Enable",
        )
    if bot.reads_all:
        yield Finding(
            "privacy",
            Level.NOTE,
            "privacy mode is off: Telegram sends the bot every word of its groups, which it does not need",
            "@BotFather, /setprivacy, Enable; then take the bot out of each group and add it again",
        )
    if not bot.inline:
        yield Finding(
            "inline",
            Level.NOTE,
            f"inline mode is off: '@{bot.username} imports 2024' in another chat gives nothing",
            "to allow it: @BotFather, /setinline",
        )
    yield from _hearing(bot, settings)


def _hearing(bot: Bot, settings: Settings) -> Iterator[Finding]:
    """How updates reach the bot."""
    ours = settings.webhook_url
    if bot.webhook and not ours:
        yield Finding(
            "webhook",
            Level.NOTE,
            f"Telegram still delivers to {urlsplit(bot.webhook).hostname}",
            "`lodestone run` will take over; if another copy runs there, stop it first",
        )
    if ours and bot.webhook and urlsplit(bot.webhook).hostname != urlsplit(ours).hostname:
        yield Finding(
            "webhook",
            Level.WRONG,
            f"Telegram delivers to {urlsplit(bot.webhook).hostname}, not to WEBHOOK_URL",
            "restart the bot",
        )
    if bot.waiting > _MANY_WAITING:
        yield Finding(
            "updates",
            Level.NOTE,
            f"{bot.waiting} messages wait to be fetched",
            "start the bot, or see why it is not listening",
        )


_MANY_WAITING = 20


# ---------------------------------------------------------------- the database


_LOW_DISK = 512 * 1024 * 1024  # bytes
_OLD_BACKUP = timedelta(hours=50)  # two nights were missed


def _file(found: Evidence) -> Iterator[Finding]:
    file = found.file
    if file is None:
        return
    if file.fault:
        yield Finding("database", Level.WRONG, file.fault)
        return
    yield Finding("database", Level.OK, f"{file.path} {_state(file)}")
    yield Finding("bot", Level.OK, "running" if file.held else "not running")
    yield from _room(file)
    if not file.new:
        yield from _backups(file, found.now)
    if found.settings and found.settings.token and not found.settings.admin_ids and not (file.admins or file.old):
        yield Finding(
            "admins",
            Level.NOTE,
            "there is none yet",
            "start the bot and send it the claim code that its log shows, or set ADMIN_IDS",
        )


def _state(file: File) -> str:
    if file.new:
        return "will be made at the first start"
    return "is whole; the next start brings it up to date" if file.old else "is whole"


def _room(file: File) -> Iterator[Finding]:
    if file.free < max(_LOW_DISK, 2 * file.size):  # the store and a whole copy of it must fit
        yield Finding(
            "disk",
            Level.WRONG if file.free < file.size + _LOW_DISK // 8 else Level.NOTE,
            f"{file.free // 2**20} MiB are free where the database lies",
            "free some space: a backup needs as much as the database, which has " + f"{file.size // 2**20} MiB",
        )


def _backups(file: File, now: datetime) -> Iterator[Finding]:
    if file.backups_fault:
        yield Finding(
            "backups",
            Level.WRONG,
            f"{file.backups} cannot be written ({file.backups_fault})",
            "give the bot's user the right, or set BACKUP_DIR",
        )
        return
    if file.newest_backup is None:
        yield Finding(
            "backups",
            Level.NOTE,
            f"none in {file.backups} yet",
            "the bot makes one each night; now: `lodestone backup`",
        )
    elif now - file.newest_backup > _OLD_BACKUP:
        days = (now - file.newest_backup) // timedelta(days=1)
        yield Finding(
            "backups", Level.NOTE, f"the newest is {days} days old", "is the bot running? see its log for `backup_`"
        )
    else:
        yield Finding("backups", Level.OK, f"the newest is of {file.newest_backup:%Y-%m-%d %H:%M} UTC")


# ---------------------------------------------------------------- the rest


def _fonts(found: Evidence) -> Iterator[Finding]:
    if found.face:
        yield Finding("fonts", Level.OK, f"charts are written in {found.face}")
    else:
        yield Finding(
            "fonts",
            Level.NOTE,
            "no face here has Devanagari: charts are labelled in English",
            "install a package such as fonts-noto-core or fonts-lohit-deva",
        )


_FAILING = 3  # visits in a row: one or two are weather


def _watches(found: Evidence) -> Iterator[Finding]:
    if found.watches is None:
        return
    failing = [watch for watch in found.watches if watch.failures >= _FAILING]
    for watch in failing:
        since = f"since {watch.good:%Y-%m-%d}" if watch.good else "from the start"
        yield Finding(
            "watches",
            Level.NOTE,
            f"{watch.name} has failed {since}: {watch.fault}",
            f"see `lodestone watch check {watch.number}`",
        )
    if not found.watches:
        yield Finding("watches", Level.NOTE, "nothing is watched", "add a source: `lodestone watch add URL`")
    elif not failing:
        missed = sum(watch.failures > 0 for watch in found.watches)
        late = f"; the last visit of {missed} went wrong, and is tried again" if missed else ", none failing"
        yield Finding("watches", Level.OK, f"{len(found.watches)}{late}")


_CHECKS: tuple[Callable[[Evidence], Iterator[Finding]], ...] = (_settings, _telegram, _file, _fonts, _watches)
