"""The vocabulary of news: what the world said, where we look for it, and the events that it tells. Holds values only; does nothing.

Times are aware and UTC.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class Topic(StrEnum):
    """What a piece of news is about; the words that chats follow."""

    EXPORT_CONTROL = "export_control"
    POLICY = "policy"
    CAPACITY = "capacity"
    TRADE = "trade"
    MINING = "mining"
    OTHER = "other"


class Urgency(StrEnum):
    """How soon someone may have to act, from the least."""

    ROUTINE = "routine"
    NOTABLE = "notable"
    URGENT = "urgent"

    @property
    def rank(self) -> int:
        return list(Urgency).index(self)


@dataclass(frozen=True, slots=True)
class NewsItem:
    """Something the world said, as found; nothing in it has been judged."""

    title: str
    url: str
    summary: str = ""
    publisher: str = ""
    published: datetime | None = None  # the source's own date; never invented
    guid: str = ""
    language: str = ""  # en, hi, zh; "" when the source does not say


class WatchKind(StrEnum):
    """How what comes from a watch is read."""

    FEED = "feed"
    PAGE = "page"
    FEDERAL_REGISTER = "federal-register"


@dataclass(frozen=True, slots=True)
class Watch:
    """A source that we look at again and again."""

    number: int
    url: str
    name: str
    kind: WatchKind
    topic: Topic | None  # where triage finds none of its own
    official: bool
    every: int | None  # seconds, when somebody said so; None: as its kind of source is visited
    selector: str  # of a page: the blocks that are read
    paused: bool
    added: datetime
    shipped: bool = False  # one of the catalogue that a new store starts with


@dataclass(frozen=True, slots=True)
class Visits:
    """How the visits of one watch have gone, up to the last."""

    watch: int
    last: datetime | None = None  # whatever came of it
    good: datetime | None = None  # the last that brought what it should
    next: datetime | None = None  # None: at once
    etag: str = ""
    last_modified: str = ""
    digest: str = ""  # of the last body
    failures: int = 0  # in a row
    failing_since: datetime | None = None
    fault: str = ""  # the last failure, in words
    fault_kind: str = ""
    fault_told: str = ""  # '', 'fault' or 'network': what admins were told
    quiet: bool = True  # the next good visit tells nobody: the first, or the first after a restore
    finds: int = 0  # visits that found something new, the first left out
    first_find: datetime | None = None
    last_find: datetime | None = None
    silent_told: bool = False


class Fate(StrEnum):
    """What became of an item when it was found."""

    TOLD = "told"  # in an alert to whoever follows
    CATCH_UP = "catch_up"  # urgent, but late: in one message that says so
    DIGEST = "digest"  # late: in the next digest, with its own date
    QUIET = "quiet"  # found on a visit that tells nobody
    HELD = "held"  # found with too many others at once; admins decide
    DROPPED = "dropped"  # held, and let go
    ASIDE = "aside"  # not about our subject


@dataclass(frozen=True, slots=True)
class FoundItem:
    """An item as remembered: what was found, when, how it was judged, and what became of it."""

    number: int
    watch: int
    item: NewsItem
    found: datetime
    relevant: bool
    topic: Topic
    urgency: Urgency
    why: str
    fate: Fate
    story: int | None


@dataclass(frozen=True, slots=True)
class Story:
    """One event, through all who tell of it."""

    number: int
    key: str  # the name that triage gave it
    topic: Topic
    urgency: Urgency  # the highest of its items
    lead: int  # the number of the item that tells it best
    opened: datetime
    changed: datetime
    version: int  # grows with every source and development: a message that shows less owes an edit
    development: int  # how many times it was news; 0 while it has been told to nobody
    news: datetime | None = None  # when it last had something to tell; None while found on quiet visits only
