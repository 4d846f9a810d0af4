"""What an alert says, and when a story is told again. Values only: wording and look are others' work, and nothing
is sent from here.

A further source confirms, and the message that stands is edited. A development - from weighed to decided, on another
day from decided to done - is told anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.news.deeds import events
from bot.news.publishers import outlet
from bot.news.reading import read
from bot.news.stories import lead
from bot.news.touches import Touch, touches
from storage.newsitems import FoundItem, NewsItem, Topic, Urgency

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from storage.records import Control, Milestone


@dataclass(frozen=True, slots=True)
class Touched:
    """A control that a story touches: as it stands on record, and the open milestones that hang on it."""

    control: Control
    milestones: tuple[Milestone, ...] = ()


@dataclass(frozen=True, slots=True)
class Bulletin:
    """One event as it is told: the item that tells it best first, then every other one that tells it.

    first: when we found it. touched: what is surely touched; candidates: what an admin may choose from.
    """

    topic: Topic
    urgency: Urgency
    items: tuple[NewsItem, ...]
    first: datetime
    touched: tuple[Touched, ...] = ()
    candidates: tuple[Control, ...] = ()
    development: bool = False
    late: bool = False

    @property
    def headline(self) -> str:
        return self.items[0].title

    @property
    def sources(self) -> int:
        """How many outlets tell it."""
        return len({outlet(item) for item in self.items})


def bulletin(
    topic: Topic,
    urgency: Urgency,
    found: Sequence[FoundItem],
    controls: Iterable[Control],
    milestones: Iterable[Milestone],
    *,
    development: bool = False,
    late: bool = False,
) -> Bulletin:
    """The alert for a story, from all items that tell it (at least one)."""
    items = _in_order([each.item for each in found])
    touch = touches(items, controls) if topic is Topic.EXPORT_CONTROL else Touch(None, (), "")
    touched = (Touched(touch.control, hanging(touch.control, milestones)),) if touch.control else ()
    return Bulletin(
        topic, urgency, items, min(each.found for each in found), touched, touch.candidates, development, late
    )


def _in_order(items: Sequence[NewsItem]) -> tuple[NewsItem, ...]:
    first = lead(items)
    return (first, *(item for item in items if item is not first))


def hanging(control: Control, milestones: Iterable[Milestone]) -> tuple[Milestone, ...]:
    """The milestones still open that hang on a control, by its instrument, its title or its id in files."""
    names = {name.casefold() for name in (control.instrument, control.title, control.key) if name}
    return tuple(
        each for each in milestones if each.open and names & {name.strip().casefold() for name in each.controls}
    )


def told_of_a_deed(new: NewsItem) -> bool:
    """Whether it tells an act of a state that is done, to be done or weighed; what does not, develops nothing."""
    return _mood([new]) > 0


def develops(told: Sequence[FoundItem], new: NewsItem, now: datetime) -> bool:
    """Whether what is new of a told story is a real development: what was weighed is decided, what was to come is done.

    Outlets word one announcement either way, 'to ban' and 'bans': that much is news only on another day.
    """
    before, after = _mood([each.item for each in told]), _mood([new])
    if not 0 <= before < after:
        return False
    decided = _MOODS.index("will")
    return before < decided or all(now - each.found >= _ANOTHER_DAY for each in told)


_ANOTHER_DAY = timedelta(hours=12)
_MOODS = ("not", "may", "will", "did")
_STATES_ACTS = frozenset({"restrict", "ease", "grant", "approve", "notify", "tender_open", "extend_bid", "award"})


def _mood(items: Iterable[NewsItem]) -> int:
    """How far the event has come in the words of the items: -1 where no act of a state is told."""
    told = [_moods(item) for item in items]
    done = [mood for mood, _ in told if mood >= 0]
    return max(done or [_MOODS.index("may") for _, weighed in told if weighed], default=-1)


@lru_cache(maxsize=4_096)
def _moods(item: NewsItem) -> tuple[int, bool]:
    """How far acts of states have come in one item, -1 without any, and whether one is weighed; kept, since a story that
    grows is asked for all of its items again."""
    told = [event for event in events(read(item).title) if event.main]
    done = max((_MOODS.index(event.mood) for event in told if event.act in _STATES_ACTS), default=-1)
    return done, any(event.act == "weigh" for event in told)
