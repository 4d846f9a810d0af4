"""Which items tell one event. Closest pairs join first; a group takes in another only when no mark keeps any two of
them apart.

Incremental: stories already known take part as groups whose members stand, and are never joined with each other.
The order of
the items does not matter. Reads no clock.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from bot.news.likeness import VETO, likeness
from bot.news.publishers import standing
from bot.news.signatures import DEEDS, Signature, signature

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from storage.records import NewsItem

_JOIN = 0.41  # two items this alike tell one event
_GROUP = 0.20  # and two groups, on the average of their members
_SETTLE = 0.08  # a lone report of the same move in the same days
_SETTLE_PAIR = 0.2  # two lone reports
_MOVE_DAYS = 5
_COMPARED = 12  # members of a group that are compared; the rest say the same


@dataclass(frozen=True, slots=True)
class KnownStory:
    """A story of the last days, with the items that tell it."""

    key: str
    items: tuple[NewsItem, ...]


@dataclass(slots=True)
class _Group:
    members: list[Signature]
    key: str = ""
    fresh: list[int] = field(default_factory=list)


def assign(items: Sequence[NewsItem], known: Iterable[KnownStory] = ()) -> list[str]:
    """For each item the key of its story: a known one's, or a new one made from the story's lead."""
    told = sorted((story for story in known if story.items), key=lambda story: story.key)
    groups = [_Group([signature(item) for item in story.items], story.key) for story in told]
    groups.extend(_Group([signature(item)], fresh=places) for item, places in _identical(items))
    keys = [""] * len(items)
    for group in _settled(_joined(groups)):
        key = group.key or _new_key(group)
        for at in group.fresh:
            keys[at] = key
    return keys


def lead(items: Sequence[NewsItem]) -> NewsItem:
    """The best source: the nearest to the event, then the first; a title settles what is left."""
    return min(items, key=_rank)


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
    """The groups after every pair that tells one event has been joined, the closest first."""
    place = list(range(len(groups)))
    for _, one, other in sorted(_close(groups), key=lambda pair: (-pair[0], pair[1], pair[2])):
        mine, theirs = _root(place, one), _root(place, other)
        if mine != theirs and _fit(groups[mine], groups[theirs]):
            place[max(mine, theirs)] = min(mine, theirs)
            _take_in(groups[min(mine, theirs)], groups[max(mine, theirs)])
    return [group for at, group in enumerate(groups) if _root(place, at) == at]


def _root(place: list[int], at: int) -> int:
    while place[at] != at:
        at = place[at]
    return at


def _take_in(group: _Group, other: _Group) -> None:
    group.members.extend(other.members)
    group.fresh.extend(other.fresh)
    group.key = group.key or other.key


def _fit(one: _Group, other: _Group) -> bool:
    if one.key and other.key:
        return False
    values = [likeness(mine, theirs) for mine in one.members[:_COMPARED] for theirs in other.members[:_COMPARED]]
    return VETO not in values and sum(values) / len(values) >= _GROUP


def _close(groups: list[_Group]) -> Iterator[tuple[float, int, int]]:
    """Pairs of groups alike enough to be joined, found through the features that they share; known ones come first and
    are not paired with each other."""
    shelf: dict[str, list[int]] = defaultdict(list)
    for at, group in enumerate(groups):
        handles = _handles(group)
        seen = set() if group.key else {other for name in handles for other in shelf[name]}
        for name in handles:
            shelf[name].append(at)
        for other in sorted(seen):
            best = max(
                likeness(mine, theirs)
                for mine in group.members[:_COMPARED]
                for theirs in groups[other].members[:_COMPARED]
            )
            if best >= _JOIN:
                yield best, other, at


def _settled(groups: list[_Group]) -> list[_Group]:
    """Lone reports that say little find their story: within days, a state makes a move once, and one story tells it."""
    standing = {at: group for at, group in enumerate(groups) if group.members}
    for at, group in enumerate(groups):
        if len(group.members) > 1 or group.key:
            continue
        fitting = [other for other, story in standing.items() if other != at and _same_move(group.members[0], story)]
        if len(fitting) == 1:
            _take_in(standing[fitting[0]], standing.pop(at))
    return list(standing.values())


def _same_move(report: Signature, story: _Group) -> bool:
    moves = report.acts & DEEDS
    if not moves or report.day is None or report.routine:
        return False
    values = [likeness(report, member) for member in story.members[:_COMPARED]]
    least = _SETTLE if len(values) > 1 else _SETTLE_PAIR
    if VETO in values or sum(values) / len(values) < least:
        return False
    return any(
        _near(report, member) and moves & member.acts and _share(report.states, member.states)
        for member in story.members
    )


def _share(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether they name a state in common, or one of them names none."""
    return bool(one & other) or not one or not other


def _near(one: Signature, other: Signature) -> bool:
    return one.day is not None and other.day is not None and abs((one.day - other.day).days) <= _MOVE_DAYS


def _handles(group: _Group) -> frozenset[str]:
    return frozenset[str]().union(*(member.handles for member in group.members[:_COMPARED]))
