"""`ask` from cold: a process that starts, answers and ends."""

from __future__ import annotations

import os
import subprocess
import sys
from time import perf_counter
from typing import TYPE_CHECKING

from bench.data import NOW
from bench.lines import Rule, Sample, Samples
from storage import Store
from storage.seed import seed

if TYPE_CHECKING:
    from pathlib import Path

RULES = {
    "ask": Rule("`lodestone ask` from cold", "s", lambda _floor: 0.5, "a Python that does nothing"),
}


def prepare(folder: Path, scale: float) -> None:  # noqa: ARG001 - the record that is shipped has one size
    with Store(folder / "cold.db") as store:
        seed(store, NOW)


def run(folder: Path, scale: float) -> Samples:  # noqa: ARG001 - the same
    asked = [sys.executable, "-m", "bot", "ask", "How many magnets did India import in 2024?"]
    environment = {**os.environ, "DATABASE_PATH": str(folder / "cold.db")}
    return {"ask": Sample(_seconds(asked, environment), _seconds([sys.executable, "-c", "pass"], environment))}


def _seconds(command: list[str], environment: dict[str, str]) -> float:
    began = perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    return perf_counter() - began
