"""Watches by command, for the command line and the chat alike: added after a look, listed with their health, tried without telling."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.news.publishers import official
from bot.sources.fetch import Fault, FetchError
from bot.sources.propose import Proposal, propose, with_scheme
from bot.sources.reading import kind_by_name
from storage.database import time_text
from storage.newsitems import Topic, Visits, Watch, WatchKind
from storage.phrased import phrased

if TYPE_CHECKING:
    from datetime import datetime

    from bot.sources.fetch import Fetcher
    from bot.sources.poll import Shown
    from storage import Store

SHORTEST = 1  # seconds between two visits

# What will not mend itself by waiting; a server that is down, or says no today, may.
_HOPELESS = (Fault.ADDRESS, Fault.SIZE, Fault.ENCODING, Fault.PROTOCOL, Fault.ROBOTS, Fault.CONTENT)


class WatchRefused(Exception):
    """It cannot be watched; the message says why and what to do."""


class WatchedAlreadyError(WatchRefused):
    """It is watched as `watch`; nothing of that was changed."""

    def __init__(self, watch: Watch) -> None:
        super().__init__(f"{watch.url} is watched already: #{watch.number} {watch.name}")
        self.watch = watch


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be watched, as it was asked for."""

    url: str
    name: str = ""
    kind: WatchKind | None = None
    every: int | None = None
    topic: Topic | None = None
    selector: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    watch: Watch
    items: int  # seen at the look
    warning: str  # why it could not be looked at now; '' when it could
    entry: int  # of the journal


async def add(
    store: Store,
    fetcher: Fetcher,
    wish: Wish,
    now: datetime,
    register: str = "",
    *,
    person: int | None = None,
    via: str = "cli",
) -> Added:
    """Look at an address and watch it, as an act of a person (None: at the command line). Raises WatchRefused.

    One that cannot be reached now is watched all the same, and says so.
    """
    if wish.every is not None and wish.every < SHORTEST:
        raise WatchRefused(f"--every is in seconds, {SHORTEST} or more")
    try:
        _refuse_known(store, with_scheme(wish.url))
        found = await propose(fetcher, wish.url, now, kind=wish.kind, selector=wish.selector, register=register)
    except FetchError as error:
        if error.kind in _HOPELESS:
            raise WatchRefused(f"{wish.url} {error.reason}") from error
        found, why = Proposal(with_scheme(wish.url), wish.kind or kind_by_name(wish.url), "", 0), error.reason
    else:
        why = ""
    _refuse_known(store, found.url)
    watch, entry = _keep(store, wish, found, now, person, via)
    return Added(watch, found.items, why, entry)


def _refuse_known(store: Store, url: str) -> None:
    known = store.watches.at(url)
    if known is not None:
        raise WatchedAlreadyError(known)


def change(store: Store, watch: Watch, wish: Wish, now: datetime) -> bool:
    """What a wish says of a watch that there is, from the command line; what it does not say stays. False when it says nothing."""
    values = {"name": wish.name, "kind": wish.kind, "topic": wish.topic, "every": wish.every, "selector": wish.selector}
    said = {column: value for column, value in values.items() if value}
    if said:
        _write(store, watch, now, phrased("watch_changed", number=watch.number, name=watch.name), said)
    return bool(said)


def remove(store: Store, number: int, now: datetime) -> bool:
    """Watch it no more, from the command line; what it found stays. False when there is no such watch."""
    watch = store.watches.get(number)
    if watch is not None:
        _write(
            store,
            watch,
            now,
            phrased("watch_remove", number=watch.number, name=watch.name),
            {"removed": time_text(now)},
        )
    return watch is not None


def _write(store: Store, watch: Watch, now: datetime, summary: str, values: dict[str, Any]) -> None:
    """As an act that /audit shows and /undo takes back."""
    with store.atomic():
        entry = store.journal.begin(at=now, person=None, via="cli", verb="watch", summary=summary)
        store.journal.update(entry, "watches", watch.number, values)


def _keep(store: Store, wish: Wish, found: Proposal, now: datetime, person: int | None, via: str) -> tuple[Watch, int]:
    """Watched, and the entry of the journal: it is taken off and put back there, so that undoing takes it off again."""
    with store.atomic():
        watch = store.watches.add(
            found.url,
            now,
            name=wish.name or found.name,
            kind=found.kind,
            topic=wish.topic,
            official=official(found.url),
            every=wish.every,
            selector=wish.selector,
        )
        summary = phrased("watch_added", number=watch.number, name=watch.name)
        entry = store.journal.begin(at=now, person=person, via=via, verb="watch", summary=summary)
        store.watches.remove(watch.number, now)
        store.journal.update(entry, "watches", watch.number, {"removed": None})
    return watch, entry


def listed(store: Store) -> list[tuple[Watch, Visits, tuple[int, int]]]:
    """Each watch with how its visits went, and how many items it brought and how many of them were told."""
    visits, counts = store.watches.visits(), store.watches.counts()
    return [
        (each, visits.get(each.number, Visits(each.number)), counts.get(each.number, (0, 0)))
        for each in store.watches.all()
    ]


def health(watch: Watch, visits: Visits) -> str:
    """How it stands, in a word or a line."""
    if watch.paused:
        return "paused"
    if visits.failures:
        return f"failing {visits.failures}×: {visits.fault}"
    return "well" if visits.good else "not visited yet"


def as_json(watch: Watch, visits: Visits, counts: tuple[int, int]) -> dict[str, Any]:
    def at(moment: datetime | None) -> str | None:
        return moment.isoformat() if moment else None

    return {
        "id": watch.number,
        "name": watch.name,
        "url": watch.url,
        "kind": str(watch.kind),
        "topic": str(watch.topic) if watch.topic else None,
        "every": watch.every,
        "paused": watch.paused,
        "health": health(watch, visits),
        "last_visit": at(visits.last),
        "next_visit": at(visits.next),
        "items": counts[0],
        "told": counts[1],
    }


def line(watch: Watch, visits: Visits, counts: tuple[int, int]) -> str:
    return f"#{watch.number} {watch.name} ({watch.kind}): {health(watch, visits)}; {counts[0]} items, {counts[1]} told\n   {watch.url}"


def shown_line(shown: Shown) -> str:
    """An item of a try: what a visit would make of it."""
    fate = str(shown.fate) if shown.fate else "seen before"
    verdict = shown.verdict
    judged = f"{verdict.topic}, {verdict.urgency}" if verdict.relevant else "not ours"
    return f"[{fate}] {shown.item.title} ({judged})\n   {verdict.why}"
