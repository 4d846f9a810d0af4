"""What happens how often. APScheduler only ticks, through python-telegram-bot's JobQueue: what is due is read from the store.

A job may be late (the machine slept), missed or failed; none of it loses anything, and it is counted for /status.
"""

from __future__ import annotations

import logging
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from apscheduler.events import EVENT_JOB_ERROR, EVENT_JOB_MISSED

from storage import StorageError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

    from telegram.ext import CallbackContext, JobQueue

    Queue = JobQueue[Any]

log = logging.getLogger(__name__)

# APScheduler would drop a job that is more than a second late.
PATIENT = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}


@dataclass(frozen=True, slots=True)
class Tick:
    """One thing that is looked after: its name, how often, and what does it."""

    name: str
    every: timedelta
    does: Callable[[], Awaitable[object]]
    first: timedelta = timedelta(seconds=1)


@dataclass(slots=True)
class Ticks:
    """The ticks of a running bot. `ticked` is told of each that went well."""

    ticks: tuple[Tick, ...]
    ticked: Callable[[], None]
    troubles: Counter[str] = field(default_factory=Counter)  # failed and missed, by name, since the start

    def start(self, queue: Queue) -> None:
        for tick in self.ticks:
            queue.run_repeating(self._job(tick), tick.every, first=tick.first, name=tick.name, job_kwargs=dict(PATIENT))
        queue.scheduler.add_listener(self._trouble, EVENT_JOB_ERROR | EVENT_JOB_MISSED)

    def _job(self, tick: Tick) -> Callable[[CallbackContext[Any, Any, Any, Any]], Coroutine[Any, Any, None]]:
        async def job(_context: CallbackContext[Any, Any, Any, Any]) -> None:
            try:
                await tick.does()
            except StorageError as error:  # busy, or the disk is full: the next tick finds the same work
                self.troubles[tick.name] += 1
                log.warning("tick_waits name=%s why=%s", tick.name, error)
            except Exception:
                self.troubles[tick.name] += 1
                raise
            else:
                self.ticked()

        return job

    def _trouble(self, event: Any) -> None:
        self.troubles["scheduler"] += 1
        log.warning("job_trouble job=%s code=%s", event.job_id, event.code)
