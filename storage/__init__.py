"""The store: knows nothing of Telegram, nothing of the web, and is the only home of SQL."""

from storage.database import DamagedStore, NewerStore, StorageError, StoreBusy
from storage.journal import CannotUndo
from storage.store import Store
from storage.things import NotFound

__all__ = ["CannotUndo", "DamagedStore", "NewerStore", "NotFound", "StorageError", "Store", "StoreBusy"]
