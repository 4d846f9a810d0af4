"""sqlite-utils without numpy: where numpy is installed it would be loaded for types of columns that we have none of.

That would cost every `ask` a tenth of a second, and a bot at rest its memory.
"""

from __future__ import annotations

import sys

_without = "numpy" not in sys.modules
if _without:
    sys.modules["numpy"] = None  # type: ignore[assignment]  # as if it were not installed
try:
    from sqlite_utils import Database, Migrations
finally:
    if _without:
        del sys.modules["numpy"]

__all__ = ["Database", "Migrations"]
