"""`python -m bench [NAME ...] [--runs N] [--scale X]`: the table, printed and written to bench/results.md.

Each run of each measurement is a process of its own, so that none warms or burdens another. `soak` only when named.
Exit code 1 when a line does not hold.
"""

from __future__ import annotations

import argparse
import faulthandler
import gc
import json
import signal
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from bench.lines import Line, Sample, machine, settled, table
from bench.measures import MEASURES
from bot.__main__ import LOOK_AFTER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.lines import Samples

RESULTS = Path(__file__).parent / "results.md"


def main(arguments: Sequence[str] | None = None) -> int:
    asked = _parser().parse_args(arguments)
    if asked.once:
        return _once(asked.once, asked.folder, asked.scale, made=asked.made)
    names = asked.names or [name for name, measure in MEASURES.items() if measure.always]
    about, lines, broken = machine(), [], []
    for name in names:
        try:
            lines += _measured(name, asked.runs or MEASURES[name].runs, asked.scale)
        except subprocess.CalledProcessError as end:
            broken.append(f"{name} {_how(end.returncode)} and is not measured.")
            print(broken[-1], file=sys.stderr, flush=True)
    told = [*broken, f"Measured on {about}. Medians, with the least and the most of all runs in brackets."]
    text = "\n\n".join([table(lines), *told]) + "\n"
    RESULTS.write_text(f"# Measured by `make bench`\n\n{text}")
    print(f"\n{text}")
    return 0 if all(line.held for line in lines) and not broken else 1


def _how(code: int) -> str:
    """How a process ended that did not end well."""
    return f"was ended by {signal.Signals(-code).name}" if code < 0 else f"ended with exit code {code}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[[], *MEASURES], metavar="NAME", help=", ".join(MEASURES))
    parser.add_argument("--runs", type=int, default=0, help="of each measurement, instead of its own number")
    parser.add_argument("--scale", type=float, default=1.0, help="of the sizes in the table: 0.01 for a quick look")
    parser.add_argument("--once", choices=list(MEASURES), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--made", action="store_true", help=argparse.SUPPRESS)
    return parser


def _measured(name: str, runs: int, scale: float) -> list[Line]:
    """The lines of one measurement, each run of it in a process of its own."""
    with tempfile.TemporaryDirectory(prefix="lodestone-bench-") as folder:
        _child(name, folder, scale)
        done: list[Samples] = []
        for number in range(1, runs + 1):
            said = json.loads(_child(name, folder, scale, "--made"))
            done.append({line: Sample(**values) for line, values in said.items()})
            print(f"{name} {number}/{runs}: {_short(done[-1])}", file=sys.stderr, flush=True)
    return settled(MEASURES[name].rules, done)


def _short(samples: Samples) -> str:
    return ", ".join(
        f"{line} {each.ours:.4g}" + (f" / {each.floor:.4g}" if each.floor is not None else "")
        for line, each in samples.items()
    )


def _child(name: str, folder: str, scale: float, *more: str) -> str:
    command = [sys.executable, "-m", "bench", "--once", name, "--folder", folder, "--scale", str(scale), *more]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout.strip().rpartition("\n")[2]


def _once(name: str, folder: Path, scale: float, *, made: bool) -> int:
    """In the child: prepare, or measure once and say so in one line of JSON."""
    if not made:
        MEASURES[name].prepare(folder, scale)
        return 0
    gc.set_threshold(*LOOK_AFTER)  # as in the program
    faulthandler.enable()  # a crash of the interpreter says where
    samples = MEASURES[name].run(folder, scale)
    print(json.dumps({line: asdict(sample) for line, sample in samples.items()}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
