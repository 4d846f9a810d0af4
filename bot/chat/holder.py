"""Polling, ticks and the drain belong to one process: the holder of an exclusive lock beside the database."""

from __future__ import annotations

import fcntl
import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from storage import StorageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class HeldError(Exception):
    """Another process holds it; the message is the one line that says so."""


def lock_path(database: Path) -> Path:
    return database.with_name(f"{database.name}.lock")


@contextmanager
def held(database: Path) -> Iterator[None]:
    """Hold the store until the block ends, or the process does, however it does. Raises HeldError or StorageError."""
    path = lock_path(database)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise StorageError(f"{path} cannot be opened ({error.strerror}); check the rights of its folder") from error
    try:
        _take(handle, path, database)
        yield
    finally:
        os.close(handle)


def _take(handle: int, path: Path, database: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        pid = path.read_text(encoding="ascii", errors="replace").strip() or "unknown"
        raise HeldError(f"another Lodestone (process {pid}) runs on {database}; stop it first") from error
    with suppress(OSError):  # on a full disk the lock holds all the same, only nameless
        os.truncate(handle, 0)
        os.write(handle, f"{os.getpid()}\n".encode())
