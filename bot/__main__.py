"""`python -m bot`: the environment in, an exit code out."""

from __future__ import annotations

import gc
import sys

# How much is made between two looks for what keeps itself alive: by Python's own measure there are several looks in each
# answer, and hundreds in a start. Little of ours does; what does waits a little longer.
LOOK_AFTER = (20_000, 20, 20)


def main() -> None:
    gc.set_threshold(*LOOK_AFTER)
    from bot.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
