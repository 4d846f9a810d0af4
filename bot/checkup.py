"""Gathers what the doctor looks at: settings, Telegram's word, the file and its disk, fonts, watches. Changes nothing.

Judges nothing (bot/doctor.py does), and reaches Telegram and matplotlib through what it is handed.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import stat
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot.chat.holder import lock_path
from bot.doctor import Evidence, File, Watched
from bot.settings import SettingsError, load
from bot.upkeep import backups_in
from storage.correspondence import Place
from storage.database import StorageError
from storage.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from bot.doctor import Bot, Unreached
    from bot.settings import Settings


def gather(
    now: datetime,
    *,
    ask: Callable[[Settings], Bot | Unreached],
    face: Callable[[], str | None],
    env: Path = Path(".env"),
) -> Evidence:
    """All that can be known here. `ask` puts one question to Telegram, `face` names the font of charts."""
    found = Evidence(now, None, face=face(), env_readable_by_others=_is_open(env))
    try:
        settings = load(env)
    except SettingsError as faults:
        return replace(found, faults=tuple(str(faults).splitlines()))
    file, watches = _file(settings)
    telegram = ask(settings) if settings.token else None
    return replace(found, settings=settings, telegram=telegram, file=file, watches=watches)


def _is_open(env: Path) -> bool:
    return env.exists() and bool(env.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH))


def backup_folder(settings: Settings) -> Path:
    return settings.backup_dir or settings.database_path.parent / "backups"


# ---------------------------------------------------------------- the file


def _file(settings: Settings) -> tuple[File, tuple[Watched, ...] | None]:
    path = settings.database_path
    there = _nearest(path.parent)
    file = File(
        str(path), new=not path.exists(), free=shutil.disk_usage(there).free, backups=str(backup_folder(settings))
    )
    if not there.is_dir():
        return replace(file, fault=f"{there} is a file, no folder: set DATABASE_PATH to a file in a folder"), None
    if not _may_write(there):
        return replace(
            file, fault=f"{there} cannot be written: give the bot's user the right, or set DATABASE_PATH"
        ), None
    if file.new:
        return file, None
    if not _may_write(path):
        return replace(file, fault=f"{path} cannot be written: give the bot's user the right (chown)"), None
    try:
        return _opened(path, replace(file, size=path.stat().st_size, held=_is_held(path)), settings)
    except StorageError as fault:
        return replace(file, fault=str(fault)), None


def _opened(path: Path, file: File, settings: Settings) -> tuple[File, tuple[Watched, ...] | None]:
    """What stands in the file. Raises StorageError when it cannot be used."""
    with Store(path, read_only=True) as store:
        store.upkeep.check()
        file = _with_backups(file, backup_folder(settings))
        if not store.upkeep.current():
            return replace(file, old=True), None
        return replace(file, admins=len(store.people.admins(Place.TELEGRAM))), _watches(store)


def _watches(store: Store) -> tuple[Watched, ...]:
    visits = store.watches.visits()
    pairs = ((watch, visits.get(watch.number)) for watch in store.watches.all())
    return tuple(
        Watched(watch.number, watch.name, seen.failures, seen.fault, seen.good)
        if seen
        else Watched(watch.number, watch.name, 0)
        for watch, seen in pairs
    )


def _with_backups(file: File, folder: Path) -> File:
    there = _nearest(folder)
    if not _may_write(there):
        return replace(file, backups_fault=f"{there}: no right to write")
    made = backups_in(folder.iterdir()) if folder.is_dir() else []
    return replace(file, newest_backup=made[-1].at if made else None)


def _may_write(place: Path) -> bool:
    wanted = os.W_OK | (os.X_OK if place.is_dir() else 0)
    return os.access(place, wanted, effective_ids=os.access in os.supports_effective_ids)


def _nearest(folder: Path) -> Path:
    """The folder, or the nearest above it that exists."""
    folder = folder.absolute()
    return next(place for place in (folder, *folder.parents) if place.exists())


def _is_held(path: Path) -> bool:
    """Whether a running bot holds the store."""
    lock = lock_path(path)
    if not lock.exists():
        return False
    with lock.open("rb") as opened:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return True
    return False
