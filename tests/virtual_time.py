"""A loop whose clock jumps to the next thing that is due, so that nothing in a test ever waits.

@virtual
async def test_a_minute_passes(): await asyncio.sleep(60)
"""

from __future__ import annotations

import asyncio
import functools
import selectors
from datetime import UTC, datetime, timedelta

START = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
_THREADS = 0.02  # seconds of real time that a thread of ours is given before time jumps on


class _Jumping(selectors.DefaultSelector):
    """Where the loop would wait, its clock moves instead."""

    def __init__(self, loop: VirtualLoop) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> list:
        if timeout is None:
            return super().select(None)
        found = super().select(_THREADS if self._loop.threads and timeout > 0 else 0)
        if not found and timeout > 0:
            self._loop.now += 0 if self._loop.threads else timeout
        return found


class VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self.now = 1_000.0
        self.threads = 0
        super().__init__(_Jumping(self))

    def time(self) -> float:
        return self.now

    def run_in_executor(self, executor, func, *args):
        """While a thread works, time stands still."""
        self.threads += 1
        future = super().run_in_executor(executor, func, *args)
        future.add_done_callback(self._thread_ended)
        return future

    def _thread_ended(self, _future) -> None:
        self.threads -= 1


def virtual(test):
    """Run an async test on a clock of its own."""

    @functools.wraps(test)
    def run(*args, **kwargs):
        with asyncio.Runner(loop_factory=VirtualLoop) as runner:
            return runner.run(test(*args, **kwargs))

    return run


class Wall:
    """The wall clock that goes with the loop; `pass_` moves both on."""

    def __init__(self, start: datetime = START) -> None:
        self.start = start
        self.begun: float | None = None
        self.skipped = timedelta(0)

    def __call__(self) -> datetime:
        try:
            at = asyncio.get_running_loop().time()
        except RuntimeError:
            return self.start + self.skipped
        if self.begun is None:
            self.begun = at
        return self.start + self.skipped + timedelta(seconds=at - self.begun)

    def skip(self, span: timedelta) -> None:
        """The wall moves alone, as while a process is down."""
        self.skipped += span

    def seconds(self) -> float:
        return self().timestamp()
