"""The only home of telegram: what people say and press, what they are told, and the promise that it arrives."""

import os

# python-telegram-bot then gives spans of time as timedelta, and warns of nothing; it reads this at each use.
os.environ.setdefault("PTB_TIMEDELTA", "1")
