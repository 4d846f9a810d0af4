"""When a watch is visited, when a visit is not to be trusted, and when a watch is to be worried about.

Pure: `now` is a value, chance is a number that is passed in, nothing is visited and nothing is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.sources.fetch import Fault, Hints

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from storage.newsitems import Visits, Watch

OFFICIAL = timedelta(minutes=10)
OTHERS = timedelta(minutes=30)
LONGEST_HINT = timedelta(hours=6)  # a source that asks for more is visited after this
LONGEST_BACK_OFF = timedelta(hours=6)
BACK_OFF = (1, 1, 1, 1, 2, 4, 8, 16)  # times the interval, after the n-th failure in a row
JITTER = 0.1  # of the interval, either way, so that a thousand watches spread out
MISSET_CLOCK = timedelta(days=2)  # a next visit further ahead than this was computed by a clock that ran ahead

TOLD_AFTER = timedelta(hours=1)
TOLD_AFTER_FAILURES = 5

HELD_FROM = 4  # new items: three new ones in a small feed are no flood
OLD = timedelta(hours=48)
TOO_OLD = timedelta(days=7)  # for a catch-up message; the digest still has it, with its date
OUTAGE = timedelta(hours=2)  # that a visit came later than it was due, and two intervals of the watch

SILENT_TIMES = 5  # the usual gap
SILENT_FINDS = 5  # fewer finds tell nothing of what is usual
SILENT_LEAST = timedelta(days=1)  # as the usual gap: nights and weekends are no silence


def interval(watch: Watch) -> timedelta:
    """How often it is visited when nothing else is said."""
    if watch.every:
        return timedelta(seconds=watch.every)
    return OFFICIAL if watch.official else OTHERS


def due(watches: Sequence[Watch], visits: Mapping[int, Visits], now: datetime) -> tuple[Watch, ...]:
    """The watches to visit now, those that waited longest first."""
    ready = [(_when(visits.get(watch.number)), watch) for watch in watches if not watch.paused]
    waiting = [(when, watch) for when, watch in ready if when is None or not now < when < now + MISSET_CLOCK]
    return tuple(
        watch for when, watch in sorted(waiting, key=lambda each: (each[0] or now - MISSET_CLOCK, each[1].number))
    )


def next_visit(
    watch: Watch,
    now: datetime,
    *,
    failures: int = 0,
    hints: Hints = Hints(),  # noqa: B008 - frozen
    ttl: timedelta | None = None,
    luck: float = 0.5,
) -> datetime:
    """When to come again after a visit that ended now. `luck` is drawn from [0, 1).

    An interval that somebody gave is kept to the second; only Retry-After and failures lengthen it.
    """
    wait = interval(watch)
    if watch.every is None:
        asked = max(hints.fresh_for or timedelta(0), ttl or timedelta(0))
        wait = max(wait, min(asked, LONGEST_HINT)) * (1 - JITTER + 2 * JITTER * luck)
    if failures:
        wait = max(wait, min(wait * BACK_OFF[min(failures, len(BACK_OFF)) - 1], LONGEST_BACK_OFF))
    return now + max(wait, hints.retry_after or timedelta(0))


def flooded(watch: Watch, before: Visits, *, new: int, of: int, now: datetime) -> bool:
    """Whether over half of a source is new so soon after its last good visit that it was more likely renumbered."""
    if before.quiet or before.good is None or new < HELD_FROM:
        return False
    return 2 * new > of and now - before.good <= 2 * interval(watch)


def after_outage(watch: Watch, before: Visits, now: datetime) -> bool:
    """Whether it was we who were away: not running when the visit was due, or without a network since the last.

    A source's own trouble, and our patience with it, make nothing late.
    """
    if before.good is None or before.last is None:
        return False
    if before.fault_told == "network":
        return now - before.good > OUTAGE
    due_at = before.next or before.last + interval(watch)
    return now - due_at > max(OUTAGE, 2 * interval(watch))


def succeeded(before: Visits, now: datetime, *, new: int) -> Visits:
    """How a watch has fared after a good visit that brought so many new items. The first one's are no find."""
    found = new > 0 and not before.quiet
    return replace(
        before,
        last=now,
        good=now,
        failures=0,
        failing_since=None,
        fault="",
        fault_kind="",
        quiet=False,
        finds=before.finds + found,
        first_find=before.first_find or (now if found else None),
        last_find=now if found else before.last_find,
    )


def failed(before: Visits, now: datetime, *, reason: str, kind: str) -> Visits:
    """How a watch has fared after a visit that brought nothing it should."""
    return replace(
        before,
        last=now,
        failures=before.failures + 1,
        failing_since=before.failing_since or now,
        fault=reason,
        fault_kind=kind,
    )


class Worry(StrEnum):
    """What admins are told of watches."""

    FAULT = "fault"
    NETWORK = "network"  # nothing at all can be reached: it is we who are cut off
    HEALED = "healed"
    SILENT = "silent"
    HELD = "held"  # a visit brought too much that is new; it waits for an admin


@dataclass(frozen=True, slots=True)
class Notice:
    """One message to admins, about one watch or several at once. `key` names the occasion."""

    worry: Worry
    watches: tuple[Watch, ...]
    at: datetime
    reasons: tuple[str, ...] = ()  # of each watch, in their order
    items: int = 0  # of a held visit

    @property
    def key(self) -> str:
        numbers = "+".join(str(watch.number) for watch in self.watches[:20])
        return f"watch:{self.worry}:{numbers}:{self.at:%Y-%m-%dT%H:%M:%S}"


def worries(
    watches: Sequence[Watch], visits: Mapping[int, Visits], now: datetime
) -> tuple[tuple[Notice, ...], tuple[Visits, ...]]:
    """What admins have yet to be told of, and the visits marked as told.

    A watch is told of after an hour and five failures, once, and once more when it is well again; those that fail
    together share one message, and when nothing at all can be reached that message is 'no network'.
    """
    known = [(watch, visits[watch.number]) for watch in watches if watch.number in visits and not watch.paused]
    notices: list[Notice] = []
    marked: dict[int, Visits] = {}
    for rule in (_healed, _failing, _silent):
        for notice, changed in rule(known, now):
            notices.extend([notice] if notice else [])
            marked.update({each.watch: each for each in changed})
    return tuple(notices), tuple(marked.values())


def _healed(known: Sequence[tuple[Watch, Visits]], now: datetime) -> list[tuple[Notice | None, list[Visits]]]:
    well = [(watch, seen) for watch, seen in known if seen.fault_told and not seen.failures]
    if not well:
        return []
    changed = [replace(seen, fault_told="") for _, seen in well]
    if any(seen.fault_told == "network" for _, seen in well):
        # The network is back: what still fails has a clean slate and is tried at once, to fail on its own account.
        changed += [
            replace(seen, fault_told="", failures=1, failing_since=now, next=None)
            for _, seen in known
            if seen.fault_told == "network" and seen.failures
        ]
    return [(Notice(Worry.HEALED, tuple(watch for watch, _ in well), now), changed)]


def _failing(known: Sequence[tuple[Watch, Visits]], now: datetime) -> list[tuple[Notice | None, list[Visits]]]:
    failing = [(watch, seen) for watch, seen in known if _is_failing(seen, now) and not seen.fault_told]
    if not failing:
        return []
    if _cut_off([seen for _, seen in known]):
        down = [(watch, seen) for watch, seen in known if seen.failures]
        notice = Notice(Worry.NETWORK, tuple(watch for watch, _ in down), now, tuple(seen.fault for _, seen in down))
        return [(notice, [replace(seen, fault_told="network") for _, seen in down])]
    notice = Notice(Worry.FAULT, tuple(watch for watch, _ in failing), now, tuple(seen.fault for _, seen in failing))
    return [(notice, [replace(seen, fault_told="fault") for _, seen in failing])]


def _is_failing(seen: Visits, now: datetime) -> bool:
    long = seen.failing_since is not None and now - seen.failing_since >= TOLD_AFTER
    return long and seen.failures >= TOLD_AFTER_FAILURES


def _cut_off(seen: Sequence[Visits]) -> bool:
    """Whether there are several watches, and not one of them can be reached."""
    tried = [each for each in seen if each.last]
    return len(tried) > 1 and all(each.failures and Fault(each.fault_kind).unreachable for each in tried)


def _silent(known: Sequence[tuple[Watch, Visits]], now: datetime) -> list[tuple[Notice | None, list[Visits]]]:
    said: list[tuple[Notice | None, list[Visits]]] = []
    for watch, seen in known:
        gap = usual_gap(seen)
        if gap is None or seen.last_find is None or seen.failures:
            continue
        silent = now - seen.last_find > SILENT_TIMES * gap
        if silent and not seen.silent_told:
            reason = f"nothing new since {seen.last_find:%Y-%m-%d}"
            said.append((Notice(Worry.SILENT, (watch,), now, (reason,)), [replace(seen, silent_told=True)]))
        elif seen.silent_told and not silent:
            said.append((None, [replace(seen, silent_told=False)]))
    return said


def usual_gap(seen: Visits) -> timedelta | None:
    """Between one find and the next, on the average and at least a day; None while too few finds are known."""
    if seen.finds < SILENT_FINDS or seen.first_find is None or seen.last_find is None:
        return None
    return max((seen.last_find - seen.first_find) / (seen.finds - 1), SILENT_LEAST)


def _when(seen: Visits | None) -> datetime | None:
    return seen.next if seen else None
