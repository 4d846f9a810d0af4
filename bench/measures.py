"""What can be measured, by name: each a module of its own with RULES, `run`, and perhaps `prepare`."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bench.lines import Rule, Samples


@dataclass(frozen=True, slots=True)
class Measure:
    """`runs`: how often it is measured, each time in a process of its own. `always`: without being asked for by name."""

    module: str
    runs: int
    always: bool = True

    @property
    def rules(self) -> Mapping[str, Rule]:
        rules: Mapping[str, Rule] = importlib.import_module(self.module).RULES
        return rules

    def prepare(self, folder: Path, scale: float) -> None:
        """Make once what every run reads."""
        make = getattr(importlib.import_module(self.module), "prepare", None)
        if make is not None:
            make(folder, scale)

    def run(self, folder: Path, scale: float) -> Samples:
        """Measure once. `scale` makes everything smaller (or larger) than the table says."""
        samples: Samples = importlib.import_module(self.module).run(folder, scale)
        return samples


MEASURES = {
    "question": Measure("bench.question", 5),
    "asking": Measure("bench.asking", 3),
    "cold": Measure("bench.cold", 5),
    "broadcast": Measure("bench.broadcast", 3),
    "round": Measure("bench.round", 5),
    "triage": Measure("bench.triage", 3),
    "search": Measure("bench.search", 3),
    "start": Measure("bench.start", 5),
    "soak": Measure("bench.soak", 1, always=False),
}
