"""The stories of the last days, shelved by what they speak of, so that a new item is held against those few alone
that share anything telling with it. Reads no clock and no store."""

from __future__ import annotations

from collections import defaultdict
from threading import Lock
from typing import TYPE_CHECKING

from bot.news.signatures import signature
from bot.news.stories import COMPARED, KnownStory

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from storage.newsitems import NewsItem


class Shelf:
    """`near` finds the same stories for an item as all of them would offer it, in a time that hardly grows with them.

    `put` is quick; reading what was put, which is not, is left to `near`, which may be called in a thread.
    """

    def __init__(self) -> None:
        self._stories: dict[str, KnownStory] = {}
        self._stories_of: dict[str, set[str]] = defaultdict(set)
        self._unread: list[tuple[str, NewsItem]] = []
        self._lock = Lock()

    @property
    def read(self) -> bool:
        """Whether `near` has next to nothing to read first."""
        return len(self._unread) <= 2

    def put(self, key: str, item: NewsItem) -> None:
        """One more item of the story of this key."""
        with self._lock:
            known = self._stories.get(key)
            self._stories[key] = KnownStory(key, (*(known.items if known else ()), item))
            if len(self._stories[key].items) <= COMPARED:
                self._unread.append((key, item))

    def near(self, items: Iterable[NewsItem]) -> Iterator[KnownStory]:
        """The stories that share something telling with any of these; found only when they are asked for."""
        handles = frozenset[str]().union(*(signature(item).handles for item in items))
        with self._lock:
            self._read()
            keys = {key for handle in handles for key in self._stories_of.get(handle, ())}
            found = [self._stories[key] for key in sorted(keys)]
        yield from found

    def _read(self) -> None:
        for key, item in self._unread:
            for handle in signature(item).handles:
                self._stories_of[handle].add(key)
        self._unread.clear()
