"""Each watch in a line, for /status and /watch alike: how it stands, when it was visited and will be, what it brought."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from bot.look.html import link
from bot.look.pages import escape
from bot.look.periods import format_day
from bot.speech import Speech
from storage.newsitems import Visits

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from storage import Store
    from storage.newsitems import Watch

_REASON: Final = 80  # letters of a fault that a line has room for

PHRASES: dict[str, dict[str, str]] = {
    "watches": {"en": "Watches", "hi": "निगरानी"},
    "failing_count": {"en": "{count} failing", "hi": "{count} में गड़बड़"},
    "paused_count": {"en": "{count} paused", "hi": "{count} रुके"},
    "failing": {"en": "failing {count}×: {fault}", "hi": "{count} बार विफल: {fault}"},
    "paused": {"en": "paused", "hi": "रुका हुआ"},
    "never": {"en": "not visited yet", "hi": "अभी नहीं देखा"},
    "visits": {"en": "visited {last}, next {next}", "hi": "देखा {last}, अगला {next}"},
    "soon": {"en": "at once", "hi": "तुरंत"},
    "items": {"en": "seen {items}, told {told}", "hi": "देखे {items}, बताए {told}"},
}


say = Speech(PHRASES)


@dataclass(frozen=True, slots=True)
class WatchLines:
    """On the clock of `timezone`."""

    store: Store
    timezone: str

    async def all(self, language: str, now: datetime, *, linked: bool = False) -> list[str]:
        """A head, and a line for each as HTML, what fails first; `linked`: with its address behind a sign."""
        counts = await asyncio.to_thread(self._counts)
        watches, visits = self.store.watches.all(), self.store.watches.visits()
        known = [(each, visits.get(each.number, Visits(each.number))) for each in watches]
        known.sort(key=lambda pair: (pair[0].paused, not pair[1].failures, pair[0].number))
        lines = [self._head(known, language)]
        for watch, visit in known:
            line = self._line(watch, visit, counts.get(watch.number, (0, 0)), language, now)
            lines.append(f"{line} {link('↗', watch.url)}" if linked else line)
        return lines

    def _counts(self) -> Mapping[int, tuple[int, int]]:
        """Reads all items: in a thread, over a connection of its own."""
        with self.store.reader() as own:
            return own.watches.counts()

    def _head(self, known: list[tuple[Watch, Visits]], language: str) -> str:
        failing = sum(bool(visit.failures) and not watch.paused for watch, visit in known)
        paused = sum(watch.paused for watch, _ in known)
        head = [f"<b>{say('watches', language)}</b>: {len(known)}"]
        head += [say("failing_count", language, count=failing)] if failing else []
        head += [say("paused_count", language, count=paused)] if paused else []
        return ", ".join(head)

    def _line(self, watch: Watch, visits: Visits, counts: tuple[int, int], language: str, now: datetime) -> str:
        mark = "⏸" if watch.paused else "✗" if visits.failures else "✓" if visits.good else "…"
        words = [self._health(watch, visits, language, now), say("items", language, items=counts[0], told=counts[1])]
        return f"{mark} #{watch.number} {escape(watch.name)}: {escape(' · '.join(words))}"

    def _health(self, watch: Watch, visits: Visits, language: str, now: datetime) -> str:
        if watch.paused:
            return say("paused", language)
        if visits.last is None:
            return say("never", language)
        coming = self._hour(visits.next) if visits.next and visits.next > now else say("soon", language)
        seen = say("visits", language, last=self._short(visits.last, language, now), next=coming)
        if not visits.failures:
            return seen
        return f"{say('failing', language, count=visits.failures, fault=visits.fault[:_REASON])} · {seen}"

    def _hour(self, at: datetime) -> str:
        return f"{at.astimezone(ZoneInfo(self.timezone)):%H:%M}"

    def _short(self, at: datetime, language: str, now: datetime) -> str:
        """The hour, with its day when that is another."""
        day, today = (each.astimezone(ZoneInfo(self.timezone)).date() for each in (at, now))
        return self._hour(at) if day == today else f"{format_day(day, language=language)} {self._hour(at)}"
