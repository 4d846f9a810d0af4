"""A line of the table: what is measured, its floor, ours, and the most that it may be."""

from __future__ import annotations

import os
import platform
import statistics
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

HEADER = ("what", "floor", "ours", "at most", "")
Samples = dict[str, "Sample"]


@dataclass(frozen=True, slots=True)
class Sample:
    """What one run measured, in the unit of its rule; the floor in the same run."""

    ours: float
    floor: float | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A line before it is measured. `most`: the bound, worked out from the floor where it hangs on it."""

    what: str
    unit: str
    most: Callable[[float], float]
    floor_is: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One measured figure, the median over its runs. All values are in `unit`."""

    what: str
    unit: str
    ours: float
    most: float
    floor: float | None = None
    floor_is: str = ""
    runs: tuple[float, ...] = ()

    @property
    def held(self) -> bool:
        return self.ours <= self.most

    def cells(self) -> tuple[str, ...]:
        floor = f"{self.floor:.4g} {self.unit} ({self.floor_is})" if self.floor is not None else "-"
        spread = f" ({min(self.runs):.4g} to {max(self.runs):.4g})" if len(self.runs) > 1 else ""
        ours = f"{self.ours:.4g} {self.unit}{spread}"
        return self.what, floor, ours, f"{self.most:.4g} {self.unit}", "held" if self.held else "NOT HELD"


def at_most(value: float) -> Callable[[float], float]:
    """A bound that hangs on no floor."""
    return lambda _floor: value


def settled(rules: Mapping[str, Rule], runs: Sequence[Samples]) -> list[Line]:
    """The lines of some runs: medians of ours and of the floor, and the bound that follows from that floor."""
    lines = []
    for name, rule in rules.items():
        ours = tuple(run[name].ours for run in runs)
        floors = [floor for run in runs if (floor := run[name].floor) is not None]
        floor = statistics.median(floors) if floors else None
        most = rule.most(floor if floor is not None else 0.0)
        lines.append(Line(rule.what, rule.unit, statistics.median(ours), most, floor, rule.floor_is, ours))
    return lines


def table(lines: Sequence[Line]) -> str:
    """As Markdown."""
    rows = [HEADER, ("---",) * len(HEADER), *(line.cells() for line in lines)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


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


def resident(process: int | None = None) -> float:
    """MiB that a process (this one) holds in memory now; 0 where the system does not say."""
    status = Path(f"/proc/{process or os.getpid()}/status")
    if not status.exists():
        return 0.0
    said = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS:"))
    return int(said.split()[1]) / 1024


def machine() -> str:
    """The machine in one line, and how busy it is with other things."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    return f"{len(names) or '?'} x {names[0] if names else platform.machine()}, {system}, load {os.getloadavg()[0]:.1f}"
