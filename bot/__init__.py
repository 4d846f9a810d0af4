"""The bot: whatever talks, watches, reads and answers over the store."""

import sys

# httpx brings a command line of its own, and with it click, rich and pygments: four MiB that a bot at rest need not hold.
# Without that part it goes by what it does where they are not installed.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]
