"""A line of the table: what is measured, its floor, ours, and the most that it may be."""

from __future__ import annotations

import platform
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Line:
    """One measured figure. All values are in `unit`; `most` is the bound, worked out from the floor where it hangs on it."""

    what: str
    unit: str
    ours: float
    most: float
    floor: float | None = None
    floor_is: str = ""

    @property
    def held(self) -> bool:
        return self.ours <= self.most

    def cells(self) -> tuple[str, ...]:
        floor = f"{self.floor:.4g} {self.unit} ({self.floor_is})" if self.floor is not None else "-"
        return self.what, floor, f"{self.ours:.4g} {self.unit}", f"{self.most:.4g} {self.unit}", "held" if self.held else "NOT HELD"


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which that share of them lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def timed(calls: Sequence[Callable[[], object]]) -> list[float]:
    """Milliseconds of each call."""
    took = []
    for call in calls:
        began = perf_counter()
        call()
        took.append((perf_counter() - began) * 1000)
    return took


def median_of(runs: int, measure: Callable[[], float]) -> float:
    return statistics.median(measure() for _ in range(runs))


def machine() -> str:
    """The machine in one line."""
    info = Path("/proc/cpuinfo")
    names = [line.partition(":")[2].strip() for line in info.read_text().splitlines() if line.startswith("model name")] if info.exists() else []
    return f"{len(names) or '?'} x {names[0] if names else platform.machine()}, {platform.system()} {platform.release()}, Python {platform.python_version()}"
