"""Which items tell one event. The closest groups join first, again and again, and never when a mark keeps any
two of their members apart.

Incremental: stories already known take part as groups whose members stand, and are never joined with each other. The
order of the items does not matter. Reads no clock.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from hashlib import sha256
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from bot.news.likeness import DOUBT, VETO, odds
from bot.news.marks import apart
from bot.news.publishers import standing
from bot.news.signatures import Signature, signature

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from storage.newsitems import NewsItem

_JOIN = -1.1  # groups this alike tell one event; higher joins less, and look-alikes first
_MARGIN = 0.4  # two groups this near in likeness are equally near
_MEAN_SHARE = 0.3  # of the mean over all members; the rest is the closest two
_BORNE = 0.4  # the share of pairs that may be in doubt
COMPARED = 12  # members of a group that are compared; the rest say the same


@dataclass(frozen=True)
class KnownStory:
    """A story of the last days, with the items that tell it; what is asked of it again and again is read once."""

    key: str
    items: tuple[NewsItem, ...]

    @cached_property
    def compared(self) -> tuple[Signature, ...]:
        """The signatures of the members that others are held against."""
        return tuple(signature(item) for item in self.items[:COMPARED])

    @cached_property
    def handles(self) -> frozenset[str]:
        return frozenset[str]().union(*(member.handles for member in self.compared))

    @cached_property
    def newest(self) -> datetime | None:
        """The date of its last dated item."""
        return max((item.published for item in self.items if item.published), default=None)


@dataclass(slots=True)
class _Group:
    members: list[Signature]
    handles: frozenset[str]
    key: str = ""
    fresh: list[int] = field(default_factory=list)


def assign(items: Sequence[NewsItem], known: Iterable[KnownStory] = ()) -> list[str]:
    """For each item the key of its story: a known one's, or a new one made from the story's lead."""
    told = sorted((story for story in known if story.items), key=lambda story: story.key)
    groups = [_Group(list(story.compared), story.handles, story.key) for story in told]
    groups.extend(_alone(signature(item), places) for item, places in _identical(items))
    keys = [""] * len(items)
    for group in _joined(groups):
        key = group.key or _new_key(group)
        for at in group.fresh:
            keys[at] = key
    return keys


def _alone(found: Signature, places: list[int]) -> _Group:
    return _Group([found], found.handles, fresh=places)


def lead(items: Sequence[NewsItem]) -> NewsItem:
    """The best source: the nearest to the event, then the first; a title settles what is left."""
    return min(items, key=_rank)


@lru_cache(maxsize=4_096)
def _rank(item: NewsItem) -> tuple[int, bool, str, str, str]:
    when = item.published.isoformat() if item.published else ""
    return int(standing(item)), not when, when, item.title, item.url


def _identical(items: Sequence[NewsItem]) -> Iterator[tuple[NewsItem, list[int]]]:
    """Each different item once, with the places where it stands, in an order of its own."""
    places: dict[NewsItem, list[int]] = defaultdict(list)
    for at, item in enumerate(items):
        places[item].append(at)
    yield from sorted(places.items(), key=lambda entry: _rank(entry[0]))


def _new_key(group: _Group) -> str:
    first = lead([member.item for member in group.members])
    return "s" + sha256(f"{first.title}\n{first.url}\n{first.guid}".encode()).hexdigest()[:12]


def _joined(groups: list[_Group]) -> list[_Group]:
    """The groups after the closest two have been joined again and again, until none are alike enough."""
    alike = _Alike(groups)
    waiting = [(-value, one, other) for one, other, value in alike.close()]
    heapify(waiting)
    while waiting:
        value, one, other = heappop(waiting)
        if alike.between(one, other) != -value:
            continue  # one of them has grown since, or is gone
        if alike.torn(one, other) or alike.split(one, other):
            continue
        for third, now in alike.join(one, other):
            if now >= _JOIN:
                heappush(waiting, (-now, min(one, third), max(one, third)))
    return alike.left()


@dataclass(slots=True)
class _Pair:
    """What the members of two groups say of each other, added up."""

    total: float
    closest: float
    count: int
    doubts: int = 0
    unseen: bool = False  # whether some of their members were never compared

    @property
    def likeness(self) -> float:
        if self.doubts > _BORNE * self.count:
            return VETO
        return _MEAN_SHARE * self.total / self.count + (1 - _MEAN_SHARE) * self.closest

    def with_more(self, more: _Pair) -> _Pair:
        return _Pair(
            self.total + more.total,
            VETO if VETO in (self.closest, more.closest) else max(self.closest, more.closest),
            self.count + more.count,
            self.doubts + more.doubts,
            self.unseen or more.unseen,
        )


class _Alike:
    """How alike the groups are, kept while they grow: the mean over their members and the closest two, weighed
    together. A pair kept apart by any two members is VETO for good."""

    def __init__(self, groups: list[_Group]) -> None:
        self._groups = groups
        self._gone: set[int] = set()
        self._beside: list[dict[int, _Pair]] = [{} for _ in groups]
        for one, other in _candidates(groups):
            self._keep(one, other, _compared(groups[one], groups[other]))

    def close(self) -> Iterator[tuple[int, int, float]]:
        for one, beside in enumerate(self._beside):
            for other, pair in beside.items():
                if one < other and pair.likeness >= _JOIN:
                    yield one, other, pair.likeness

    def between(self, one: int, other: int) -> float:
        pair = self._beside[one].get(other)
        return pair.likeness if pair else VETO

    def torn(self, one: int, other: int) -> bool:
        """Whether either is as near to a third that the other cannot be one with: then nobody can say whose it is."""
        value = self.between(one, other)
        return self._drawn(one, other, value) or self._drawn(other, one, value)

    def _drawn(self, one: int, other: int, value: float) -> bool:
        apart = self._beside[other]
        return any(
            pair.likeness >= value - _MARGIN and third in apart and apart[third].likeness == VETO
            for third, pair in self._beside[one].items()
            if third != other
        )

    def join(self, one: int, other: int) -> Iterator[tuple[int, float]]:
        """Take the other into the one; say how alike each group beside them is now."""
        mine, theirs = self._beside[one], self._beside[other]
        grown = {
            third: self._grown(third, one, other) for third in sorted((mine.keys() | theirs.keys()) - {one, other})
        }
        for third in theirs:
            self._beside[third].pop(other, None)
        self._beside[other] = {}
        _take_in(self._groups[one], self._groups[other])
        self._gone.add(other)
        for third, pair in grown.items():
            self._keep(one, third, pair)
            yield third, pair.likeness

    def _grown(self, third: int, one: int, other: int) -> _Pair:
        """Members that share nothing telling are not compared, since they are far from each other."""
        pairs = [
            self._beside[part].get(third) or _far(self._groups[part], self._groups[third]) for part in (one, other)
        ]
        return pairs[0].with_more(pairs[1])

    def split(self, one: int, other: int) -> bool:
        """Whether a mark keeps two of their members apart that were never compared; then it does for good."""
        found = self._beside[one][other].unseen and _kept_apart(self._groups[one], self._groups[other])
        if found:
            self._keep(one, other, _Pair(VETO, VETO, 1))
        return found

    def left(self) -> list[_Group]:
        return [group for at, group in enumerate(self._groups) if at not in self._gone]

    def _keep(self, one: int, other: int, pair: _Pair) -> None:
        self._beside[one][other] = self._beside[other][one] = pair


_FAR = -7.0  # what two reports come to that share nothing telling


def _far(one: _Group, other: _Group) -> _Pair:
    count = len(one.members[:COMPARED]) * len(other.members[:COMPARED])
    return _Pair(_FAR * count, _FAR, count, unseen=True)


def _kept_apart(one: _Group, other: _Group) -> bool:
    """Whether a mark keeps any two of their members apart, or both are stories already told."""
    return bool(one.key and other.key) or any(
        apart(mine, theirs) for mine in one.members[:COMPARED] for theirs in other.members[:COMPARED]
    )


def _compared(one: _Group, other: _Group) -> _Pair:
    """Members against members; VETO when any two cannot tell one event."""
    if _kept_apart(one, other):
        return _Pair(VETO, VETO, 1)
    values = [odds(mine, theirs) for mine in one.members[:COMPARED] for theirs in other.members[:COMPARED]]
    return _Pair(sum(values), max(values), len(values), values.count(DOUBT))


def _take_in(group: _Group, other: _Group) -> None:
    group.members.extend(other.members)
    group.fresh.extend(other.fresh)
    group.key = group.key or other.key


def _candidates(groups: list[_Group]) -> Iterator[tuple[int, int]]:
    """Pairs of groups that share something telling; known stories are not paired with each other."""
    asked = frozenset[str]().union(*(group.handles for group in groups if not group.key))
    held = Counter(name for group in groups for name in group.handles & asked)
    shelf: dict[str, list[int]] = defaultdict(list)
    for at, group in enumerate(groups):
        handles = [name for name in group.handles if name in held]
        shared = Counter[int]()
        for name in handles if not group.key else ():
            shared.update(dict.fromkeys(shelf[name], _ENOUGH if held[name] <= _FEW else 1))
        for name in handles:
            shelf[name].append(at)
        yield from ((other, at) for other in sorted(shared) if shared[other] >= _ENOUGH)


_FEW = 60  # groups that hold a thing: to share it is enough
_ENOUGH = 2  # of the things that more of them hold, so many must be shared
