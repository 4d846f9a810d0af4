"""Putting the store back to an older state, so that nobody is told anything twice, or late, without an admin's word."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from bot.chat.holder import held
from bot.promising import promise_reminders
from storage import backup
from storage.store import Store

if TYPE_CHECKING:
    from pathlib import Path
    from zoneinfo import ZoneInfo


def restore(copy: Path, database: Path, now: datetime, zone: ZoneInfo) -> tuple[Path | None, int]:
    """Where the replaced file is kept (None: there was none), and how many messages are held for admins to decide.

    Raises HeldError while a bot runs on the store, and StorageError for a file that is no good, each in one line.
    """
    with held(database):
        kept = backup.restore(copy, database, at=now)
        with Store(database) as store, store.atomic():
            # Reminders of today may have been given since the backup: promised here, they are held with the rest.
            promise_reminders(store, datetime.combine(now.astimezone(zone), time(12), zone), zone)
            store.aftermath.begin(now)
            return kept, store.aftermath.held()
