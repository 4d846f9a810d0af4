"""What the bot does for its own keep: a backup each night, kept by count and age, and a line to admins each Monday.

The deciders read no clock and touch nothing; `nightly` does what they decided. What is pruned: storage/upkeep.py.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from bot.news.slots import Days, due, latest
from storage.database import StorageError
from storage.phrased import phrased

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from zoneinfo import ZoneInfo

    from storage.upkeep import Tally

log = logging.getLogger(__name__)

NIGHT = time(3)  # when backups are made, in TIMEZONE: between the last digest and the first
MORNING = time(9)  # when admins get their Monday line, in TIMEZONE
NIGHTS_KEPT = 14
MONTHS_KEPT = 12
LOW_DISK = 512 * 1024 * 1024  # bytes; below it admins are told
_NAME = re.compile(r"lodestone-(\d{8}T\d{6})Z\.db")
_STAMP = "%Y%m%dT%H%M%S"


# ---------------------------------------------------------------- backups


@dataclass(frozen=True, slots=True, order=True)
class Backup:
    """A file that the bot made, known by its name: other files in the folder are never touched."""

    at: datetime
    path: Path


def backup_name(now: datetime) -> str:
    """
    >>> backup_name(datetime(2026, 3, 2, 3, 0, 5, tzinfo=UTC))
    'lodestone-20260302T030005Z.db'
    """
    return f"lodestone-{now.astimezone(UTC).strftime(_STAMP)}Z.db"


def backups_in(paths: Iterable[Path]) -> list[Backup]:
    """Those of the files that are our backups, oldest first."""
    named = ((path, _NAME.fullmatch(path.name)) for path in paths)
    return sorted(Backup(_at(match[1]), path) for path, match in named if match and _is_time(match[1]))


def _at(stamp: str) -> datetime:
    return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)


def _is_time(stamp: str) -> bool:
    try:
        _at(stamp)
    except ValueError:
        return False
    return True


def backup_due(newest: datetime | None, now: datetime, zone: ZoneInfo) -> bool:
    """Whether there is none since the latest night's hour, so that a bot that slept through it makes up for it."""
    return newest is None or newest < latest(_DAILY, NIGHT, zone, now).at


def doomed(backups: Iterable[Backup], now: datetime) -> list[Backup]:
    """Those to remove: all but the newest NIGHTS_KEPT and the first of each of the last MONTHS_KEPT months.

    The count protects a bot that was off for a year, the months protect from a mistake that is noticed late.
    """
    kept = sorted(backups)
    firsts: dict[tuple[int, int], Backup] = {}
    for backup in kept:
        firsts.setdefault((backup.at.year, backup.at.month), backup)
    monthly = {backup for month, backup in firsts.items() if _months_ago(month, now) < MONTHS_KEPT}
    return [backup for backup in kept[:-NIGHTS_KEPT] if backup not in monthly]


def _months_ago(month: tuple[int, int], now: datetime) -> int:
    return (now.year - month[0]) * 12 + now.month - month[1]


def nightly(folder: Path, now: datetime, zone: ZoneInfo, copy: Callable[[Path], object]) -> Path | None:
    """Make the backup that is due and remove those that are not kept; the new file, or None when none was due.

    `copy` writes a checked copy of the store to a path. Long: call it in a thread. Raises what `copy` raises, and
    OSError; nothing is removed before the new one is there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    before = backups_in(folder.iterdir())
    if not backup_due(before[-1].at if before else None, now, zone):
        return None
    made = Backup(now, folder / backup_name(now))
    copy(made.path)
    log.info("backup_made file=%s bytes=%d", made.path.name, made.path.stat().st_size)
    for old in doomed([*before, made], now):
        old.path.unlink(missing_ok=True)
        log.info("backup_removed file=%s", old.path.name)
    return made.path


def nightly_or_why(
    folder: Path, now: datetime, zone: ZoneInfo, copy: Callable[[Path], object]
) -> list[tuple[str, str]]:
    """`nightly`; what admins hear where it cannot be made, under a key that names the night: tried again, told once."""
    try:
        nightly(folder, now, zone, copy)
    except (StorageError, OSError) as fault:
        log.warning("backup_failed why=%s", fault)
        night = latest(_DAILY, NIGHT, zone, now).local.date()
        return [(f"backup:{night}", phrased("no_backup", why=str(fault)))]
    return []


# ---------------------------------------------------------------- the Monday line


def monday(now: datetime, zone: ZoneInfo, *, since: datetime) -> str | None:
    """The key of the line that is due, if one is: promised at each tick, told once. Nothing is due from before `since`.

    A bot that was off on Monday tells it until Thursday; later, the next one is nearer.
    """
    found = due(_MONDAYS, MORNING, zone, last="", since=since, now=now)
    if found is None or found[1]:
        return None
    return f"weekly:{found[0].local.date()}"


def monday_line(tally: Tally, last_backup: datetime | None, disk_free: int, now: datetime) -> str:
    """The week in one line, to be kept; `disk_free` in bytes.

    >>> from bot.look.kept import worded
    >>> from storage.upkeep import Tally
    >>> tally = Tally(watches=7, failing=1, items=240, told=31, unknown=0, dead=0)
    >>> nine = datetime(2026, 3, 2, 9, tzinfo=UTC)
    >>> worded(monday_line(tally, nine - timedelta(hours=6), 9 * 1024**3, nine))
    'Watches 7 (1 failing) · items 240 · told 31 · unknown 0 · last backup today · disk free 9.0 GiB'
    """
    watches = "watches_failing" if tally.failing else "watches"
    parts = [
        phrased(watches, count=tally.watches, failing=tally.failing),
        phrased("items", count=tally.items),
        phrased("told", count=tally.told),
        phrased("unknown", count=tally.unknown),
        *([phrased("given_up", count=tally.dead)] if tally.dead else []),
        phrased("last_backup", when=_ago(last_backup, now)),
        phrased("disk_low" if disk_free < LOW_DISK else "disk", size=size(disk_free)),
    ]
    return phrased("monday", parts=parts)


def _ago(at: datetime | None, now: datetime) -> str:
    if at is None:
        return phrased("never")
    days = (now - at) // timedelta(days=1)
    return {0: phrased("today"), 1: phrased("yesterday")}.get(days, phrased("days_ago", days=days))


def size(count: float) -> str:
    """Bytes for people.

    >>> size(512), size(1536), size(3 * 1024**3)
    ('512 B', '1.5 KiB', '3.0 GiB')
    """
    for unit in ("B", "KiB", "MiB", "GiB"):
        if count < 1024:
            return f"{count:.0f} B" if unit == "B" else f"{count:.1f} {unit}"
        count /= 1024
    return f"{count:.1f} TiB"


_DAILY = Days.parse("daily")
_MONDAYS = Days.parse("weekly")
