"""How the running bot stands: told of polls, ticks, answers and faults as they happen; asked by bot/health.py."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.health import Snapshot
from bot.upkeep import backups_in

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from bot.clock import Clock
    from storage.store import Store


@dataclass(slots=True)
class Standing:
    """One a process. `now` is the clock; `backups` the folder of backups."""

    store: Store
    now: Clock
    backups: Path
    started: datetime = field(init=False)
    last_poll: datetime | None = field(init=False, default=None)
    last_tick: datetime | None = field(init=False, default=None)
    questions: int = field(init=False, default=0)
    faults: int = field(init=False, default=0)
    troubles: Counter[str] = field(init=False, default_factory=Counter)  # ticks that failed or were missed, by name

    def __post_init__(self) -> None:
        self.started = self.now()

    def polled(self) -> None:
        """Telegram answered: to getUpdates, with news or without, or by calling the webhook."""
        self.last_poll = self.now()

    def ticked(self) -> None:
        self.last_tick = self.now()

    def answered(self) -> None:
        self.questions += 1

    def failed(self) -> None:
        self.faults += 1

    def snapshot(self) -> Snapshot:
        now = self.now()
        pulse = self.store.upkeep.pulse(now)
        return Snapshot(
            now=now,
            started=self.started,
            last_poll=self.last_poll,
            last_tick=self.last_tick,
            oldest_debt=pulse.oldest_debt,
            deliveries=pulse.deliveries,
            questions=self.questions,
            faults=self.faults,
            watches_alive=pulse.alive,
            watches_failing=pulse.failing,
            items=pulse.items,
            chats=pulse.chats,
            last_backup=self.last_backup(),
            disk_free=self.disk_free(),
            database_size=self.database_size(),
        )

    def last_backup(self) -> datetime | None:
        made = backups_in(self.backups.iterdir()) if self.backups.is_dir() else []
        return made[-1].at if made else None

    def database_size(self) -> int:
        """Bytes of the file and of the log beside it, which a copy takes in."""
        log = self.store.path.with_name(f"{self.store.path.name}-wal")
        return self.store.path.stat().st_size + (log.stat().st_size if log.exists() else 0)

    def disk_free(self) -> int:
        """Bytes, where the database lies."""
        return shutil.disk_usage(self.store.path.parent).free
