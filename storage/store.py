"""The store: one connection, its shelves, and `atomic()`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from storage.aftermath import Aftermath
from storage.chats import Chats
from storage.controls import Controls
from storage.database import Database
from storage.fetches import Fetches
from storage.figures import Figures
from storage.inbox import Inbox
from storage.journal import Journal
from storage.milestones import Milestones
from storage.news import News
from storage.outbox import Outbox
from storage.people import People
from storage.plants import Plants
from storage.schedules import Schedules
from storage.statements import Statements, terms
from storage.talk import Talk
from storage.upkeep import Upkeep
from storage.watches import Watches

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from storage.records import Term
    from storage.things import Things


class Store:
    """Everything that is kept. Use it from one thread; a long read opens its own with `reader()`."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open the file, making or migrating it. Raises StorageError in one plain line."""
        self.path = path
        self.db = Database(path, read_only=read_only)
        self.figures = Figures(self.db)
        self.milestones = Milestones(self.db)
        self.plants = Plants(self.db)
        self.controls = Controls(self.db)
        self.statements = Statements(self.db)
        self.schedules = Schedules(self.db)
        self.watches = Watches(self.db)
        self.news = News(self.db)
        self.fetches = Fetches(self.db)
        self.chats = Chats(self.db)
        self.people = People(self.db)
        self.talk = Talk(self.db)
        self.inbox = Inbox(self.db)
        self.outbox = Outbox(self.db)
        self.upkeep = Upkeep(self.db, self.inbox, self.talk)
        self.aftermath = Aftermath(self.db, self.watches)
        self.journal = Journal(self.db, (self.figures, self.milestones, self.plants, self.controls, self.statements))

    def shelf(self, kind: str) -> Things[Any]:
        """The shelf of one kind of the record, by the name that files and commands use."""
        shelves: dict[str, Things[Any]] = {
            "figures": self.figures,
            "milestones": self.milestones,
            "plants": self.plants,
            "controls": self.controls,
            "statements": self.statements,
        }
        return shelves[kind]

    @property
    def terms(self) -> tuple[Term, ...]:
        """The glossary."""
        return terms()

    def atomic(self) -> AbstractContextManager[None]:
        """All or nothing; no `await` inside."""
        return self.db.atomic()

    def lightly(self) -> AbstractContextManager[None]:
        """Nothing inside waits for the disk; for what a power cut may take back."""
        return self.db.lightly()

    def reader(self) -> Store:
        """A read-only second view of the same file, for a thread of its own."""
        return Store(self.path, read_only=True)

    def close(self) -> None:
        self.db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
