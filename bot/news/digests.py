"""What a digest holds: what changed since a mark, as values. Who gets it, when, and how it looks is decided elsewhere.

Digest: stories by topic | milestones done, slipped, due soon, overdue | plants | figures | controls | gaps
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.news.changes import Happened, record_news
from bot.news.publishers import outlet
from bot.news.stories import lead
from storage.newsitems import FoundItem, NewsItem, Story, Topic, Urgency
from storage.records import Control, Figure, Milestone, Plant

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from storage.changes import Moved
    from storage.correspondence import Gap

SOON = timedelta(days=30)
LAPSES_WITHIN = timedelta(days=30)


class Part(StrEnum):
    """The sections of a digest, in their order; a schedule may choose among them."""

    NEWS = "news"
    MILESTONES = "milestones"
    CAPACITY = "capacity"
    FIGURES = "figures"
    CONTROLS = "controls"
    GAPS = "gaps"


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story in one line: its best source, and how many outlets tell it. late: its source's own date is older than
    the digest's span."""

    story: Story
    item: NewsItem
    sources: int
    late: bool = False


@dataclass(frozen=True, slots=True)
class Digest:
    """What changed after `since`, up to `until`. Due and overdue milestones and lapsing controls are states, not
    changes."""

    since: datetime
    until: datetime
    stories: dict[Topic, tuple[StoryLine, ...]] = field(default_factory=dict)
    done: tuple[Milestone, ...] = ()
    slipped: tuple[Milestone, ...] = ()
    dropped: tuple[Milestone, ...] = ()
    due_soon: tuple[Milestone, ...] = ()
    overdue: tuple[Milestone, ...] = ()
    plants: tuple[Plant, ...] = ()
    figures: tuple[Figure, ...] = ()
    controls: tuple[Control, ...] = ()
    lapsing: tuple[Control, ...] = ()
    gaps: tuple[Gap, ...] = ()

    @property
    def quiet(self) -> bool:
        """Whether nothing changed: what is merely still due or still lapsing is no news of today."""
        changed = (self.done, self.slipped, self.dropped, self.plants, self.figures, self.controls)
        return not self.stories and not any(changed)


@dataclass(frozen=True, slots=True)
class Material:
    """All that a digest is composed from. stories: those that changed in the span, each with its items; moves: what
    the journal
    changed in the span; milestones and controls: as they stand now; gaps: for admins only, else empty."""

    stories: Sequence[tuple[Story, Sequence[FoundItem]]] = ()
    moves: Sequence[Moved] = ()
    milestones: Sequence[Milestone] = ()
    controls: Sequence[Control] = ()
    gaps: Sequence[Gap] = ()


def compose(
    material: Material,
    since: datetime,
    until: datetime,
    today: date,
    *,
    parts: Collection[str] = (),
    least: Urgency = Urgency.ROUTINE,
    topics: Collection[Topic] = (),
) -> Digest:
    """The digest of a span. `today` is the chat's own day; no parts and no topics mean all of them."""
    wanted = set(parts) or set(Part)
    digest = Digest(since, until)
    for part in (part for part in Part if part in wanted):
        digest = _WRITERS[part](digest, material, today, least, topics)
    return digest


def _news(digest: Digest, material: Material, _today: date, least: Urgency, topics: Collection[Topic]) -> Digest:
    chosen = [
        _line(story, found, digest.since)
        for story, found in material.stories
        if found and story.urgency.rank >= least.rank and (not topics or story.topic in topics)
    ]
    chosen.sort(key=lambda line: (-line.story.urgency.rank, -line.sources, line.story.number))
    by_topic = {topic: tuple(line for line in chosen if line.story.topic is topic) for topic in Topic}
    return replace(digest, stories={topic: lines for topic, lines in by_topic.items() if lines})


def _line(story: Story, found: Sequence[FoundItem], since: datetime) -> StoryLine:
    items = [each.item for each in found]
    best = next((each.item for each in found if each.number == story.lead), None) or lead(items)
    late = best.published is not None and best.published < since
    return StoryLine(story, best, len({outlet(item) for item in items}), late)


def _milestones(digest: Digest, material: Material, today: date, _least: Urgency, _topics: Collection[Topic]) -> Digest:
    moved = {happened: _newest(material, happened) for happened in Happened}
    told = {milestone.number for milestone in (*moved[Happened.DONE], *moved[Happened.DROPPED])}
    ahead = [each for each in material.milestones if each.open and each.due and each.number not in told]
    return replace(
        digest,
        done=moved[Happened.DONE],
        slipped=moved[Happened.SLIPPED],
        dropped=moved[Happened.DROPPED],
        due_soon=_by_due(
            each for each in ahead if not each.overdue(today) and each.due and each.due.end <= today + SOON
        ),
        overdue=_by_due(each for each in ahead if each.overdue(today)),
    )


def _newest(material: Material, happened: Happened) -> tuple[Milestone, ...]:
    """Each milestone once, as it was last so."""
    found = {
        news.now.number: news.now
        for news in record_news(material.moves)
        if news.happened is happened and isinstance(news.now, Milestone)
    }
    return tuple(found.values())


def _by_due(milestones: Iterable[Milestone]) -> tuple[Milestone, ...]:
    return tuple(sorted(milestones, key=lambda each: (each.due.end if each.due else date.max, each.number)))


def _capacity(digest: Digest, material: Material, _today: date, _least: Urgency, _topics: Collection[Topic]) -> Digest:
    return replace(
        digest,
        plants=tuple({move.now.number: move.now for move in material.moves if isinstance(move.now, Plant)}.values()),
    )


def _figures(digest: Digest, material: Material, _today: date, _least: Urgency, _topics: Collection[Topic]) -> Digest:
    newest = {move.now.key: move.now for move in material.moves if isinstance(move.now, Figure)}
    return replace(digest, figures=tuple(newest.values()))


def _controls(digest: Digest, material: Material, today: date, _least: Urgency, _topics: Collection[Topic]) -> Digest:
    moved = {news.now.number: news.now for news in record_news(material.moves) if isinstance(news.now, Control)}
    near = [
        each
        for each in material.controls
        if each.until and today <= each.until.end <= today + LAPSES_WITHIN and each.number not in moved
    ]
    return replace(digest, controls=tuple(moved.values()), lapsing=tuple(sorted(near, key=_until)))


def _until(control: Control) -> tuple[date, int]:
    return control.until.end if control.until else date.max, control.number


def _gaps(digest: Digest, material: Material, _today: date, _least: Urgency, _topics: Collection[Topic]) -> Digest:
    return replace(digest, gaps=tuple(material.gaps))


_WRITERS = {
    Part.NEWS: _news,
    Part.MILESTONES: _milestones,
    Part.CAPACITY: _capacity,
    Part.FIGURES: _figures,
    Part.CONTROLS: _controls,
    Part.GAPS: _gaps,
}
