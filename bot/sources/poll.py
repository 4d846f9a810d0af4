"""The round over what is watched: what is due is visited, what is new is judged, each visit kept in one transaction.

    due -> visit -> which items are new -> judge -> stories -> [ remember, promise, note the visit ]

A transaction holds the items, the promises and the visit together: a crash before it leaves nothing, and the next visit
finds the same again; a crash after it has lost nothing. A fault in one watch leaves the others alone. What is promised
to whom is `announce`'s to say; how it is sent is no matter of ours.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.news.bulletins import develops, told_of_a_deed
from bot.news.publishers import outlet, outlet_of
from bot.news.shelf import Shelf
from bot.sources import timing
from bot.sources.fetch import Fault, FetchError, Hints
from bot.sources.reading import Brought, visit
from bot.sources.timing import Notice, Worry
from storage import StorageError
from storage.identity import keys, link_key
from storage.newsitems import Fate, NewsItem, Topic, Urgency, Visits, Watch, WatchKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime

    from bot.news.stories import KnownStory
    from bot.news.triage import Verdict
    from bot.sources.fetch import Fetcher
    from storage import Store
    from storage.news import News
    from storage.newsitems import Story

    Judge = Callable[[Sequence[NewsItem], Iterable[KnownStory], datetime], Sequence[Verdict]]
    Announce = Callable[[Story, datetime], int]
    CatchUp = Callable[[Story, datetime, datetime], int]
    Warn = Callable[[Notice, datetime], None]

_Named = tuple[NewsItem, tuple[str, ...]]

log = logging.getLogger(__name__)

AT_ONCE = 16  # visits; more makes the client slower, not faster
REMEMBERED = timedelta(days=12)  # for how long a story may take in what is found
REREAD = timedelta(hours=1)
NOTED_AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class New:
    """An item that nobody had seen, under all its names, with what we make of it."""

    item: NewsItem
    names: tuple[str, ...]
    verdict: Verdict
    fate: Fate
    maybe_told: bool = False  # found on the first visit after a restore: its story may have been told since the backup


@dataclass(frozen=True, slots=True)
class Sorted:
    """What of a visit is new; and known items that came under names of which some are new."""

    new: tuple[New, ...]
    again: dict[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Shown:
    """An item that is on a source now, and what a visit would make of it; None where it was seen before."""

    item: NewsItem
    verdict: Verdict
    fate: Fate | None


@dataclass(slots=True)
class Round:
    """What came of a round."""

    started: datetime
    visited: int = 0
    failed: int = 0
    found: int = 0
    told: int = 0  # messages promised
    unnoted: list[Visits] = field(default_factory=list, repr=False)


class _Memory:
    """What need not be read again: the stories that may still grow, and what stood on each source at its last visit.

    All of it is in the store; without it everything would go the same way, more slowly.
    """

    def __init__(self) -> None:
        self._stood: dict[int, frozenset[int]] = {}
        self._stories = Shelf()
        self._last = 0
        self._read: datetime | None = None

    def stories(self, news: News, now: datetime) -> Shelf:
        if self._read is None or not timedelta(0) <= now - self._read < REREAD:
            self._stories, self._last, self._read = Shelf(), 0, now
        for number, key, item in news.told_by_story(now - REMEMBERED, self._last):
            self._stories.put(key, item)
            self._last = number
        return self._stories

    def forget_stories(self) -> None:
        """Older items changed their stories: read all again."""
        self._read = None

    def unread(self, watch: int, items: Sequence[NewsItem]) -> Sequence[NewsItem]:
        """The items that did not stand there, word for word, at the last visit."""
        stood = self._stood.get(watch, frozenset())
        return [item for item in items if hash(item) not in stood]

    def read(self, watch: int, items: Sequence[NewsItem]) -> None:
        """These were kept."""
        self._stood[watch] = frozenset(map(hash, items))

    def forget_items(self, watch: int) -> None:
        self._stood.pop(watch, None)


@dataclass(frozen=True, slots=True)
class Poller:
    """Visits what is due. Each door is a callable, so that it is known here what is promised, and not how."""

    store: Store
    fetcher: Fetcher
    judge: Judge
    announce: Announce  # a story's newest development, to whoever follows; how many chats
    catch_up: CatchUp  # an urgent story that comes late: one message for those of a round
    warn: Warn  # admins
    luck: Callable[[], float]
    clock: Callable[[], datetime]
    register: str = ""  # replaces scheme and host of the Federal Register
    _keeping: asyncio.Lock = field(default_factory=asyncio.Lock)
    _memory: _Memory = field(default_factory=_Memory)

    async def round(self) -> Round:
        """Visit every watch that is due, then say what admins should worry about. Raises nothing that one watch did."""
        now = self.clock()
        room, done = asyncio.Semaphore(AT_ONCE), Round(now)
        visits = self.store.watches.visits()
        ready = timing.due(self.store.watches.all(), visits, now)
        turns = (self._in_turn(room, each, visits.get(each.number) or Visits(each.number), done) for each in ready)
        await asyncio.gather(*turns)
        self._note_all(done)
        self._conclude()
        return done

    async def check(self, watch: Watch) -> tuple[Shown, ...]:
        """What is on a source now, and what a visit would make of it. Keeps nothing, tells nobody.

        Raises FetchError.
        """
        now = self.clock()
        past = self.store.watches.visits_of(watch.number)
        before = replace(past, etag="", last_modified="", digest="", quiet=False)
        brought = await visit(self.fetcher, watch, before, now, register=self.register)
        if not isinstance(brought, Brought):
            return ()
        self._memory.forget_items(watch.number)
        new = {each.item: each.fate for each in (await self._judged(watch, before, brought, now)).new}
        items = [_dressed(item, watch) for item in brought.items]
        verdicts = [_filed(each, watch) for each in await self._verdicts(items, now)]
        return tuple(Shown(item, verdict, new.get(item)) for item, verdict in zip(items, verdicts, strict=True))

    async def release(self, number: int) -> int:
        """A held visit is news after all: tell it; how many items that are."""
        async with self._keeping:
            held, done = self.store.news.held(number), Round(self.clock())
            verdicts = await self._verdicts([each.item for each in held], done.started)
            with self.store.atomic():
                for found, verdict in zip(held, verdicts, strict=True):
                    new = New(found.item, (), verdict, Fate.TOLD if verdict.relevant else Fate.ASIDE)
                    self.store.news.settle(
                        [found.number], new.fate, self._told_in(found.number, new, done.started, done)
                    )
            self._memory.forget_stories()
        return len(held)

    def drop(self, number: int) -> int:
        """A held visit is no news: let it go; how many items that are."""
        held = [each.number for each in self.store.news.held(number)]
        self.store.news.settle(held, Fate.DROPPED)
        return len(held)

    async def _in_turn(self, room: asyncio.Semaphore, watch: Watch, before: Visits, done: Round) -> None:
        async with room:
            done.visited += 1
            try:
                await self._visited(watch, before, done)
            except StorageError:
                log.warning("visit_not_kept watch=%d", watch.number, exc_info=False)
            except Exception as error:
                log.exception("visit_broke watch=%d", watch.number)
                self._note_failure(watch, before, FetchError(watch.url, "made us stumble", Fault.CONTENT), error)

    async def _visited(self, watch: Watch, before: Visits, done: Round) -> None:
        try:
            brought = await visit(self.fetcher, watch, before, self.clock(), register=self.register)
        except FetchError as error:
            done.failed += 1
            self._note_failure(watch, before, error)
            return
        if not isinstance(brought, Brought):
            self._note_later(done, self._after(watch, timing.succeeded(before, self.clock(), new=0), brought.hints))
            return
        async with self._keeping:  # one after another: two watches that bring one event make one story
            now = self.clock()
            found = await self._judged(watch, before, brought, now)
            if self._keep(watch, before, brought, found, now, done):
                self._memory.read(watch.number, brought.items)
        log.info("visited watch=%d items=%d new=%d", watch.number, len(brought.items), len(found.new))

    # ---- deciding

    async def _judged(self, watch: Watch, before: Visits, brought: Brought, now: datetime) -> Sorted:
        """The items that nobody had seen, each with its verdict and what will become of it."""
        fresh, again = self._sorted_out(watch, brought.items)
        verdicts = await self._verdicts([item for item, _ in fresh], now)
        held = timing.flooded(watch, before, new=len(fresh), of=len(brought.items), now=now)
        away = timing.after_outage(watch, before, now)
        restored = before.quiet and before.good is not None
        new = tuple(
            New(
                item,
                names,
                verdict,
                Fate.HELD if held else fate_of(item, verdict, now, quiet=before.quiet, away=away),
                restored,
            )
            for (item, names), verdict in zip(fresh, (_filed(each, watch) for each in verdicts), strict=True)
        )
        return Sorted(new, again)

    async def _verdicts(self, items: Sequence[NewsItem], now: datetime) -> Sequence[Verdict]:
        """A few are judged here and now; many in a thread, so that the chat does not wait."""
        if not items:
            return ()
        known = self._memory.stories(self.store.news, now)
        if len(items) <= 2 and known.read:
            return self.judge(items, known.near(items), now)
        return await asyncio.to_thread(lambda: self.judge(items, known.near(items), now))

    def _sorted_out(self, watch: Watch, items: Sequence[NewsItem]) -> tuple[list[_Named], dict[int, tuple[str, ...]]]:
        """Items that go by no name that we know; and those known by some of their names, by number, with all of them.

        One that comes under several names at once counts once. What stood there at the last visit is passed over.
        """
        shared = Counter(link_key(item.url) for item in items)
        unread = self._memory.unread(watch.number, items)
        named = [(_dressed(each, watch), _names(each, watch, alone=shared[link_key(each.url)] == 1)) for each in unread]
        known = self.store.news.known(name for _, names in named for name in names)
        fresh: list[_Named] = []
        again: dict[int, tuple[str, ...]] = {}
        taken: set[str] = set()
        for item, names in named:
            telling = names[:1] if watch.kind is WatchKind.PAGE else names
            if number := next((known[name] for name in telling if name in known), None):
                again[number] = (*again.get(number, ()), *names)
            elif names and not taken.intersection(telling):
                fresh.append((item, names))
                taken.update(names)
        return fresh, {number: names for number, names in again.items() if not known.keys() >= set(names)}

    # ---- keeping

    def _keep(self, watch: Watch, before: Visits, brought: Brought, found: Sorted, now: datetime, done: Round) -> bool:
        after = replace(
            timing.succeeded(before, now, new=len(found.new)),
            etag=brought.etag,
            last_modified=brought.last_modified,
            digest=brought.digest,
        )
        with self.store.atomic():
            if self.store.watches.get(watch.number) is None:
                return False  # taken off while we were there
            for number, names in found.again.items():
                self.store.news.name(number, names)
            for each in found.new:
                self._remember(watch, each, now, done)
            if any(each.fate is Fate.HELD for each in found.new):
                self.warn(Notice(Worry.HELD, (watch,), now, items=len(found.new)), now)
            self.store.watches.note(self._after(watch, after, brought.hints, brought.ttl))
        return True

    def _remember(self, watch: Watch, new: New, now: datetime, done: Round) -> None:
        verdict = new.verdict
        number = self.store.news.remember(
            new.item,
            new.names,
            watch=watch.number,
            now=now,
            relevant=verdict.relevant,
            topic=verdict.topic,
            urgency=verdict.urgency,
            why=verdict.why,
            fate=new.fate,
        )
        done.found += 1
        if (story := self._told_in(number, new, now, done)) is not None:
            self.store.news.settle([number], new.fate, story)

    def _told_in(self, number: int, new: New, now: datetime, done: Round) -> int | None:
        """Put an item into its story and promise what that owes; the story, None when it belongs to none."""
        if not new.verdict.relevant or new.fate is Fate.HELD:
            return None
        verdict, news = new.verdict, self.store.news
        before = news.story_named(verdict.story) or news.open_story(verdict.story, verdict.topic, verdict.urgency, now)
        heard = outlet(new.item) in {outlet_of(publisher, url) for publisher, url in news.voices(before.number)}
        may = before.development > 0 and told_of_a_deed(new.item)
        firmer = may and develops(news.items_of(before.number), new.item, now)
        story = grown(before, new, number, now, heard=heard, firmer=firmer)
        news.keep_story(story)
        if new.fate is Fate.TOLD and (story.development, story.topic) != (before.development, before.topic):
            done.told += self.announce(story, now)
        if new.fate is Fate.CATCH_UP and not before.development:
            done.told += self.catch_up(story, done.started, now)
        return story.number

    def _after(self, watch: Watch, after: Visits, hints: Hints, ttl: timedelta | None = None) -> Visits:
        """How the watch has fared, with its next visit."""
        coming = timing.next_visit(watch, self.clock(), failures=after.failures, hints=hints, ttl=ttl, luck=self.luck())
        return replace(after, next=coming)

    def _note_later(self, done: Round, after: Visits) -> None:
        """Visits that brought nothing are noted many at a time: a crash before it costs a visit more, no more."""
        done.unnoted.append(after)
        if len(done.unnoted) >= NOTED_AT_ONCE:
            self._note_all(done)

    def _note_all(self, done: Round) -> None:
        try:
            self.store.watches.note_all(tuple(done.unnoted))
        except StorageError:
            log.warning("visits_not_kept count=%d", len(done.unnoted))
        done.unnoted.clear()

    def _note_failure(self, watch: Watch, before: Visits, error: FetchError, cause: Exception | None = None) -> None:
        log.info("visit_failed watch=%d kind=%s", watch.number, error.kind)
        after = timing.failed(
            before, self.clock(), reason=error.reason if cause is None else str(error), kind=error.kind
        )
        try:
            self.store.watches.note(self._after(watch, after, Hints(retry_after=error.retry_after)))
        except StorageError:
            log.warning("visit_not_kept watch=%d", watch.number)

    def _conclude(self) -> None:
        """Tell admins what they should worry about, and mark it as told, at once."""
        now = self.clock()
        notices, changed = timing.worries(self.store.watches.all(), self.store.watches.visits(), now)
        if not (notices or changed):
            return
        with self.store.atomic():
            for notice in notices:
                self.warn(notice, now)
            self.store.watches.note_all(changed)


def fate_of(item: NewsItem, verdict: Verdict, now: datetime, *, quiet: bool, away: bool) -> Fate:
    """What becomes of an item that was found: age and our own absence are judged here, the event by triage."""
    if not verdict.relevant:
        return Fate.ASIDE
    if quiet:
        return Fate.QUIET
    age = now - item.published if item.published else timedelta(0)
    if age <= timing.OLD and not away:
        return Fate.TOLD
    return Fate.CATCH_UP if verdict.urgency is Urgency.URGENT and age <= timing.TOO_OLD else Fate.DIGEST


def grown(story: Story, new: New, number: int, now: datetime, *, heard: bool, firmer: bool) -> Story:
    """A story with one more item. `heard`: that outlet had told it before.

    It is news when it was never told, early, late or perhaps before a restore; and again when it becomes more urgent than what
    was told, or `firmer`: what was weighed is decided.
    """
    verdict, fate = new.verdict, new.fate
    rises = verdict.urgency.rank > story.urgency.rank
    leads = verdict.lead or not story.lead
    first = story.development == 0 and (fate in (Fate.TOLD, Fate.CATCH_UP) or new.maybe_told)
    develops = first or (fate is Fate.TOLD and (rises or firmer))
    changes = leads or rises or develops or not heard or verdict.topic is not story.topic
    return replace(
        story,
        topic=verdict.topic,
        urgency=verdict.urgency if rises else story.urgency,
        lead=number if leads else story.lead,
        changed=now if changes else story.changed,
        version=story.version + changes,
        development=story.development + develops,
        news=now if changes and fate is not Fate.QUIET else story.news,
    )


def _filed(verdict: Verdict, watch: Watch) -> Verdict:
    """The watch's topic stands where triage found none of its own."""
    if verdict.relevant and verdict.topic is Topic.OTHER and watch.topic:
        return replace(verdict, topic=watch.topic)
    return verdict


def _dressed(item: NewsItem, watch: Watch) -> NewsItem:
    """An item that does not say who publishes it is the watch's own."""
    return item if item.publisher else replace(item, publisher=watch.name)


def _names(item: NewsItem, watch: Watch, *, alone: bool) -> tuple[str, ...]:
    """The names that an item goes by; the first is the surest.

    A block of a page is known by its words alone: the row of a tender keeps its link and its title when its date moves.
    """
    own = alone and link_key(item.url) != link_key(watch.url)
    day = item.published.date() if item.published else None
    return keys(_dressed(item, watch), link_key(watch.url) or watch.url, day, link_names_it=own)
