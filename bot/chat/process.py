"""The process that the chat runs in, as callables: whom the chat tells how it fares, and what it may ask about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from datetime import datetime
    from pathlib import Path


def nothing() -> None:
    """Tells nobody, and knows nothing."""


async def nowhere() -> Path | None:
    """There is no place for copies."""
    return None


@dataclass(frozen=True, slots=True)
class Process:
    """By default nobody listens, and nothing is known."""

    heard: Callable[[], None] = nothing  # Telegram answered
    waiting: Callable[[], None] = nothing  # Telegram was not reached at the start, and is tried again
    answered: Callable[[], None] = nothing  # a question was answered
    failed: Callable[[], None] = nothing  # admins were told of a fault
    troubles: Callable[[], Mapping[str, int]] = dict  # ticks that failed or were missed since the start, by name
    last_backup: Callable[[], datetime | None] = nothing
    disk_free: Callable[[], int | None] = nothing  # bytes, where the store lies
    copy: Callable[[], Awaitable[Path | None]] = nowhere  # makes a backup now; raises StorageError and OSError
