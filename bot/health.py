"""What a machine may ask: /healthz for a supervisor, /metrics for Prometheus. Reads a snapshot, knows no store.

Served by tornado (python-telegram-bot's own webhook server) on the bot's event loop: if that hangs, nobody is answered.
"""

from __future__ import annotations

import json
import socket
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, ProcessCollector
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.exposition import choose_encoder
from prometheus_client.registry import Collector
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from prometheus_client.core import Metric

TICK_SILENCE = timedelta(
    minutes=3
)  # ticks come every POLL_SECONDS or sooner: after this the loop or the scheduler hangs
POLL_SILENCE = timedelta(minutes=3)  # a long poll returns within half a minute, with news or without
FULL = 4 * 1024 * 1024  # bytes free, below which nothing may be written down soon
DEBT_AGE = timedelta(minutes=15)  # three of the longest back-offs: by then the network or Telegram is away


class HealthError(Exception):
    """The address cannot be listened on; the message is one line with the remedy."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """How the bot stands at `now`. Times are aware; None: not yet, or there is none."""

    now: datetime
    started: datetime
    last_poll: datetime | None  # Telegram's last answer to getUpdates; with a webhook, to anything
    last_tick: datetime | None  # of any kind
    oldest_debt: datetime | None  # since when the oldest message that is due has been owed
    deliveries: Mapping[str, int]  # rows of the outbox by state
    questions: int = 0  # answered since the start
    faults: int = 0  # reported to admins since the start
    watches_alive: int = 0
    watches_failing: int = 0
    items: int = 0  # news items remembered
    chats: int = 0  # that may be written to
    last_backup: datetime | None = None
    disk_free: int | None = None  # bytes, where the database lies
    database_size: int | None = None  # bytes


@dataclass(frozen=True, slots=True)
class Verdict:
    """live: ticks go on, no restart would help. ready: questions are heard and debts are paid."""

    live: bool
    ready: bool
    reasons: tuple[str, ...]


def judge(at: Snapshot) -> Verdict:
    """Whether the bot lives and serves; each reason against it in words."""
    dead = _silent(at, "tick", at.last_tick, TICK_SILENCE)
    deaf = _silent(at, "poll", at.last_poll, POLL_SILENCE)
    reasons = (*dead, *deaf, *_late(at), *_full(at))
    return Verdict(live=not dead, ready=not reasons and at.last_poll is not None, reasons=reasons or _starting(at))


def _silent(at: Snapshot, what: str, last: datetime | None, patience: timedelta) -> tuple[str, ...]:
    """A reason when `what` was not heard for too long; a start counts as hearing it."""
    if at.now - (last or at.started) <= patience:
        return ()
    return (f"no {what} since {_text(last) or 'the start'}",)


def _late(at: Snapshot) -> tuple[str, ...]:
    if at.oldest_debt is None or at.now - at.oldest_debt <= DEBT_AGE:
        return ()
    return (f"a message has been owed since {_text(at.oldest_debt)}",)


def _full(at: Snapshot) -> tuple[str, ...]:
    return ("the disk is full",) if at.disk_free is not None and at.disk_free < FULL else ()


def _starting(at: Snapshot) -> tuple[str, ...]:
    return () if at.last_poll else ("Telegram has not answered yet",)


def _text(at: datetime | None) -> str | None:
    return at.isoformat(timespec="seconds") if at else None


def report(at: Snapshot) -> tuple[int, dict[str, object]]:
    """The status and the body of /healthz: 200 when ready, else 503."""
    verdict = judge(at)
    body = {
        "live": verdict.live,
        "ready": verdict.ready,
        "reasons": list(verdict.reasons),
        "started": _text(at.started),
        "last_poll": _text(at.last_poll),
        "last_tick": _text(at.last_tick),
        "oldest_debt": _text(at.oldest_debt),
        "last_backup": _text(at.last_backup),
    }
    return (200 if verdict.ready else 503), body


# ---------------------------------------------------------------- Prometheus


def families(at: Snapshot) -> Iterator[Metric]:
    """The snapshot as Prometheus' metrics. What is unknown is left out: a missing series is no zero."""
    verdict = judge(at)
    yield GaugeMetricFamily("lodestone_live", "1: ticks go on.", value=verdict.live)
    yield GaugeMetricFamily("lodestone_ready", "1: questions are heard and debts are paid.", value=verdict.ready)
    for name, meaning, read in _GAUGES:
        value = read(at)
        if value is not None:
            yield GaugeMetricFamily(name, meaning, value=value)
    yield _by_state("lodestone_deliveries", "Rows of the outbox.", at.deliveries)
    yield _by_state("lodestone_watches", "Watched sources.", {"alive": at.watches_alive, "failing": at.watches_failing})
    yield CounterMetricFamily("lodestone_questions", "Questions answered since the start.", value=at.questions)
    yield CounterMetricFamily("lodestone_faults", "Faults reported to admins since the start.", value=at.faults)


def _age(at: Snapshot, since: datetime | None) -> float | None:
    return None if since is None else max(0.0, (at.now - since).total_seconds())


_GAUGES: tuple[tuple[str, str, Callable[[Snapshot], float | None]], ...] = (
    ("lodestone_uptime_seconds", "Since the start.", lambda at: _age(at, at.started)),
    ("lodestone_last_poll_age_seconds", "Since Telegram last answered.", lambda at: _age(at, at.last_poll)),
    ("lodestone_last_tick_age_seconds", "Since the last tick.", lambda at: _age(at, at.last_tick)),
    (
        "lodestone_oldest_debt_age_seconds",
        "Of the oldest due message; 0: none.",
        lambda at: _age(at, at.oldest_debt) or 0,
    ),
    ("lodestone_last_backup_age_seconds", "Since the newest backup.", lambda at: _age(at, at.last_backup)),
    ("lodestone_disk_free_bytes", "Free space where the database lies.", lambda at: at.disk_free),
    ("lodestone_database_bytes", "Size of the database file.", lambda at: at.database_size),
    ("lodestone_items", "News items remembered.", lambda at: at.items),
    ("lodestone_chats", "Chats that may be written to.", lambda at: at.chats),
)


def _by_state(name: str, meaning: str, values: Mapping[str, int]) -> Metric:
    family = GaugeMetricFamily(name, f"{meaning[:-1]} by state.", labels=["state"])
    for state, value in sorted(values.items()):
        family.add_metric([state], value)
    return family


class _Snapshots(Collector):
    def __init__(self, snapshot: Callable[[], Snapshot]) -> None:
        self._snapshot = snapshot

    def describe(self) -> list[Metric]:
        """Nothing is asked at registration: the bot may not have started."""
        return []

    def collect(self) -> Iterator[Metric]:
        return families(self._snapshot())


# ---------------------------------------------------------------- the server


class _Healthz(RequestHandler):
    def initialize(self, snapshot: Callable[[], Snapshot]) -> None:
        self._snapshot = snapshot

    def get(self) -> None:
        status, body = report(self._snapshot())
        self.set_status(status)
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.finish(json.dumps(body) + "\n")

    head = get


class _Metrics(RequestHandler):
    def initialize(self, registry: CollectorRegistry) -> None:
        self._registry = registry

    def get(self) -> None:
        encode, content_type = choose_encoder(self.request.headers.get("Accept", ""))
        self.set_header("Content-Type", content_type)
        self.finish(encode(self._registry))


def serve(listen: str, snapshot: Callable[[], Snapshot]) -> HTTPServer:
    """Answer on `host:port` (an empty host: every interface) in the running event loop, until `stop()`.

    Raises HealthError in one line when the address cannot be had.
    """
    registry = CollectorRegistry()  # our own: the library's global one would count a second bot in this process twice
    registry.register(_Snapshots(snapshot))
    ProcessCollector(registry=registry)
    application = Application(
        [("/healthz", _Healthz, {"snapshot": snapshot}), ("/metrics", _Metrics, {"registry": registry})],
        log_function=lambda _: None,  # a probe a minute is no event
    )
    server = HTTPServer(application)
    server.add_socket(_bind(listen))
    return server


def _bind(listen: str) -> socket.socket:
    host, _, port = listen.rpartition(":")
    try:
        bound = socket.create_server((host, int(port)))
    except (OSError, UnicodeError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise HealthError(
            f"HEALTH_LISTEN: cannot listen on {listen} ({why}); choose a free port or leave it empty"
        ) from error
    bound.setblocking(False)  # noqa: FBT003 - its only argument
    return bound
