"""Copies of the store that are whole while it is in use, and the way back from one.

Every call opens connections of its own, so it may run in any thread. A restore goes through SQLite's own backup: a file
that is merely put in the place of another is overwritten by what still stands in the other's write-ahead log.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from storage.database import DamagedStore, StorageError, StoreBusy, connect, refuse_strange, translated
from storage.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

BUSY_MS = 5_000  # nobody waits on the loop here
_PATIENCE = 20  # turns of a quarter of a second
_ANOTHER = "choose another backup"
_COMPANIONS = ("", "-wal", "-shm")


def copy_to(store: Path, target: Path) -> None:
    """Write a consistent copy while others write, under a name that is free; its folder is made.

    Raises StorageError in one line; never leaves half a copy.
    """
    _refuse_missing(store)
    if target.exists() and target.samefile(store):
        raise StorageError(f"{target} is the store itself; name another file")
    if target.is_file() and target.stat().st_size:  # an empty one is a name set aside, as mktemp does
        raise StorageError(
            f"{target} is there already; name another file, or a folder, where each copy has its own name"
        )
    part = target.with_name(f"{target.name}.part")
    with _told(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        try:
            with closing(connect(store, read_only=True, busy_ms=BUSY_MS)) as source:
                source.execute("VACUUM INTO ?", (str(part),))
            _flush(part)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)


def check(path: Path) -> None:
    """Whether a file can be restored from: ours, not newer, and whole to the last page. Raises StorageError if not."""
    _refuse_missing(path)
    try:
        _look_over(path)
    except DamagedStore as error:
        raise DamagedStore(error.fault, _ANOTHER) from error  # not the store is at fault
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:  # what SQLite cannot read has many names
        raise DamagedStore(f"{path} is damaged", _ANOTHER) from error


def _look_over(path: Path) -> None:
    with translated(path), closing(connect(path, read_only=True, busy_ms=BUSY_MS)) as connection:
        if not refuse_strange(path, connection):
            raise DamagedStore(f"{path} holds no record", _ANOTHER)
        fault = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if fault != "ok" or connection.execute("PRAGMA foreign_key_check").fetchone():
            raise DamagedStore(f"{path} is damaged", _ANOTHER)


def restore(backup: Path, store: Path, *, at: datetime) -> Path | None:
    """Put a checked backup in the place of the store; where the replaced one is kept, or None without one.

    The caller holds the bot's lock. A backup of an older version is migrated. Raises StorageError in one line; the
    store is then as it was, unless it was damaged before.
    """
    if store.exists() and backup.exists() and backup.samefile(store):
        raise StorageError(f"{backup} is the store itself; name a backup")
    check(backup)
    kept = _keep_aside(store, store.with_name(f"{store.stem}.replaced-{at:%Y%m%dT%H%M%SZ}{store.suffix}"))
    with translated(store), closing(connect(store, read_only=False, busy_ms=BUSY_MS)) as target:
        with closing(connect(backup, read_only=True, busy_ms=BUSY_MS)) as source:
            source.backup(target, pages=-1, progress=_Patience(store))
        target.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    Store(store).close()
    return kept


def _keep_aside(store: Path, kept: Path) -> Path | None:
    """A copy of a store that can be read; one that cannot is moved as it is, with its log."""
    if not store.exists():
        return None
    try:
        copy_to(store, kept)
    except DamagedStore:
        with _told(kept):
            for companion in _COMPANIONS:
                file = store.with_name(store.name + companion)
                if file.exists():
                    file.replace(kept.with_name(kept.name + companion))
    return kept


class _Patience:
    """SQLite would wait for another process for ever."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._turns = 0

    def __call__(self, status: int, remaining: int, total: int) -> None:  # noqa: ARG002 - sqlite3 gives all three
        self._turns += status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
        if self._turns > _PATIENCE:
            raise StoreBusy(f"{self._path} is busy: another process has it open; close it and try again")


def _refuse_missing(path: Path) -> None:
    if not path.is_file():
        raise StorageError(f"there is no file {path}")


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """The file system's complaints as ours."""
    try:
        with translated(path):
            yield
    except OSError as error:
        raise StorageError(f"{path} cannot be written: {error.strerror}") from error


def _flush(path: Path) -> None:
    """Have the disk itself hold the copy before it takes its name."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
