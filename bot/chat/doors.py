"""The doors from the chat to the web, which it reaches by these callables alone: what they bring, and what they refuse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from storage.newsitems import Topic, WatchKind
    from storage.records import Figure


class DoorRefused(Exception):
    """What was asked for cannot be had; the message says why, and is written for people."""


@dataclass(frozen=True, slots=True)
class WatchWish:
    """What is to be watched, as it was asked for; `every` in seconds, None as its kind is visited."""

    url: str
    name: str = ""
    kind: WatchKind | None = None
    every: int | None = None
    topic: Topic | None = None
    selector: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """A new watch, with what was seen at the first look."""

    number: int
    name: str
    items: int
    warning: str  # why it could not be looked at now; '' when it could
    entry: int  # of the journal


class Step(Protocol):
    """How far a fetching is: call `number` of `of`, which brought `rows` of `period`."""

    @property
    def period(self) -> str: ...
    @property
    def number(self) -> int: ...
    @property
    def of(self) -> int: ...
    @property
    def rows(self) -> int: ...


class Fetched(Protocol):
    """What a fetching brought; `stopped` says why it ended early, '' when it did not."""

    @property
    def calls(self) -> int: ...
    @property
    def new(self) -> int: ...
    @property
    def revised(self) -> Sequence[Figure]: ...
    @property
    def held(self) -> int: ...
    @property
    def stopped(self) -> str: ...


class Refresh(Protocol):
    def __call__(self, progress: Callable[[Step], None], person: int, /) -> Awaitable[Fetched]: ...


@dataclass(frozen=True, slots=True)
class Doors:
    """`check` answers in lines of plain text; `add` and `check` raise DoorRefused."""

    add: Callable[[WatchWish, int, str], Awaitable[Added]]  # by a person, from the chat or the terminal
    check: Callable[[int], Awaitable[list[str]]]
    release: Callable[[int], Awaitable[int]]
    drop: Callable[[int], int]
    refresh: Refresh
    accept: Callable[[int, int], Figure | None]  # a held number, by its number and the person's
