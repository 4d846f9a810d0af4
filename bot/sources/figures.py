"""The fetching of import figures: one call after another, slowly, each kept before the next: it can be resumed."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

import httpx

from bot.sources import comtrade
from bot.sources.comtrade import SOURCE, Call
from bot.sources.feeds import ParseError
from bot.sources.fetch import Fault, FetchError, Page
from storage.phrased import phrased

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence
    from datetime import datetime

    from bot.sources.comtrade import Row
    from bot.sources.fetch import Fetcher
    from storage import Store
    from storage.fetches import HeldFigure
    from storage.records import Figure

PACE = 10.0  # seconds between calls; quicker ones were refused
PACE_WITH_KEY = 6.0
TRIES = 4  # of one call
WAITS = (30.0, 60.0, 120.0)  # seconds before the next try, where the server names none
LONGEST_WAIT = 300.0
WITHIN = 60.0  # seconds for one call: the service is slow at times

_TRY_AGAIN = re.compile(r"try again in (\d{1,4}) second", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it has come: the call just made, which of how many, and its rows (0: not published yet)."""

    period: str
    number: int
    of: int
    rows: int


@dataclass(slots=True)
class Outcome:
    """What a fetching brought. `stopped`: why it ended early; what was fetched until then is kept."""

    calls: int = 0
    new: int = 0
    revised: list[Figure] = field(default_factory=list)
    held: int = 0
    empty: int = 0
    stopped: str = ""


@dataclass(frozen=True, slots=True)
class FigureFetcher:
    """Brings the record up to date with Comtrade. Waiting and time come in from outside."""

    store: Store
    fetcher: Fetcher
    clock: Callable[[], datetime]
    sleep: Callable[[float], Awaitable[None]]
    base: str = ""
    key: str = ""

    async def run(self, progress: Callable[[Progress], None] = lambda _: None, *, person: int | None = None) -> Outcome:
        """Make every call that is worth making. Raises nothing that the service did: `stopped` says it."""
        calls, done = comtrade.plan(self.store.fetches.done(SOURCE), self.clock()), Outcome()
        for number, call in enumerate(calls, 1):
            if number > 1:
                await self._pause()
            try:
                rows = await self._rows(call)
            except FetchError as error:
                done.stopped = error.reason
                return done
            self._keep(call, rows, done, person)
            done.calls += 1
            progress(Progress(call.period, number, len(calls), len(rows)))
        return done

    def accept(self, number: int, *, person: int | None, via: str) -> Figure | None:
        """Take a held figure into the record, since an admin found it right; None when it does not wait any more."""
        held = next((each for each in self.store.fetches.held() if each.number == number), None)
        if held is None:
            return None
        with self.store.atomic():
            self.store.fetches.settle(number, taken=True)
            self._write([held.figure], Outcome(), person, via, phrased("held_figure_taken", reason=held.reason))
        return held.figure

    def waiting(self) -> tuple[HeldFigure, ...]:
        """The figures that an admin should look at."""
        return self.store.fetches.held()

    # ---- calls

    async def _rows(self, call: Call) -> Sequence[Row]:
        """All rows of a call; one that was cut off is asked again in halves."""
        reply = await self._tried(call)
        if not reply.cut_off or len(call.codes) == 1:
            return reply.rows
        rows: list[Row] = []
        for half in call.halves():
            await self._pause()
            rows += await self._rows(half)
        return rows

    async def _tried(self, call: Call) -> comtrade.Reply:
        for wait in (*WAITS[: TRIES - 1], None):
            try:
                return await self._asked(call)
            except FetchError as error:
                if wait is None or not _may_pass(error):
                    raise
                asked = error.retry_after.total_seconds() if error.retry_after else wait
                await self.sleep(min(max(asked, PACE), LONGEST_WAIT))
        raise AssertionError("the last try returns or raises")

    async def _asked(self, call: Call) -> comtrade.Reply:
        url = call.url(self.base, key=bool(self.key))
        headers = {"Ocp-Apim-Subscription-Key": self.key} if self.key else {}
        try:
            came = await self.fetcher.get(url, self.clock(), headers=headers, within=WITHIN)
        except FetchError as error:
            raise _explained(error) from error
        try:
            return comtrade.parse(came.body if isinstance(came, Page) else b"", call)
        except ParseError as error:
            raise FetchError(url, str(error), Fault.CONTENT, retry_after=_wait_in(came)) from error

    async def _pause(self) -> None:
        await self.sleep(PACE_WITH_KEY if self.key else PACE)

    # ---- keeping

    def _keep(self, call: Call, rows: Sequence[Row], done: Outcome, person: int | None) -> None:
        """One period, whole: its figures and that it was fetched."""
        now = self.clock()
        figures = comtrade.figures(rows, call, now.date())
        with self.store.atomic():
            taken = [each for each in figures if not self._held(each, now, done)]
            self._write(taken, done, person, "fetch", phrased("figures_fetched", period=call.span))
            self.store.fetches.note(SOURCE, call.period, len(rows), now)
        done.empty += not rows

    def _held(self, figure: Figure, now: datetime, done: Outcome) -> bool:
        """Whether a figure is too odd to be taken unseen; only totals have enough of a past to tell."""
        if figure.partner != "World":
            return False
        past = self.store.figures.select(
            figure.indicator, product=figure.product, partner=figure.partner, unit=figure.unit
        )
        alike = [each.value for each in past if _ours(each) and each.period.kind == figure.period.kind]
        reason = comtrade.implausible(figure, alike)
        if reason:
            done.held += self.store.fetches.hold(figure, reason, now)
        return bool(reason)

    def _write(self, figures: Sequence[Figure], done: Outcome, person: int | None, via: str, summary: str) -> None:
        """Write what the record does not say yet, as one entry of the journal."""
        changed = [
            (each, before) for each in figures if (before := self._live(each)) is None or before.value != each.value
        ]
        if not changed:
            return
        now = self.clock()
        entry = self.store.journal.begin(at=now, person=person, via=via, verb="figure", summary=summary)
        for figure, before in changed:
            self.store.figures.put(figure, entry=entry, as_of=now)
            if before is None:
                done.new += 1
            else:
                done.revised.append(figure)

    def _live(self, figure: Figure) -> Figure | None:
        """What the record holds of this very figure from Comtrade."""
        found = self.store.figures.select(
            figure.indicator, product=figure.product, partner=figure.partner, unit=figure.unit, period=figure.period
        )
        return next((each for each in found if _ours(each)), None)


def _ours(figure: Figure) -> bool:
    return figure.source.title == SOURCE


def _may_pass(error: FetchError) -> bool:
    """Whether trying again may help: refusals for haste, trouble of theirs, trouble on the way."""
    asked = error.retry_after is not None or error.status == httpx.codes.TOO_MANY_REQUESTS
    return asked or error.kind.unreachable or error.kind is Fault.PROTOCOL or error.status >= 500


_EXPLAINED: Mapping[int, str] = {
    401: "Comtrade does not know our key: check COMTRADE_KEY, or leave it empty",
    403: "Comtrade refuses us: the key's quota may be used up; try again tomorrow",
    429: "Comtrade asks us to slow down; what was fetched is kept, try again later",
}


def _explained(error: FetchError) -> FetchError:
    reason = _EXPLAINED.get(error.status, error.reason)
    return FetchError(error.url, reason, error.kind, retry_after=error.retry_after, status=error.status)


def _wait_in(came: object) -> timedelta | None:
    """'Try again in N seconds' in a body: it is said there too, at times with 200."""
    if not isinstance(came, Page):
        return None
    try:
        message = json.loads(came.body).get("message", "")
    except (ValueError, AttributeError, RecursionError):
        return None
    found = _TRY_AGAIN.search(str(message))
    return timedelta(seconds=int(found[1])) if found else None
