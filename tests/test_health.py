"""What a supervisor and Prometheus are told; served on loopback within this process."""

from __future__ import annotations

import json
import re
import socket
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prometheus_client.parser import text_string_to_metric_families
from tornado.httpclient import AsyncHTTPClient

from bot.health import DEBT_AGE, POLL_SILENCE, TICK_SILENCE, HealthError, Snapshot, families, judge, report, serve
from bot.standing import Standing
from bot.upkeep import backup_name
from storage.correspondence import ChatState, Place
from storage.store import Store

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
WELL = Snapshot(
    now=NOW,
    started=NOW - timedelta(days=40),
    last_poll=NOW - timedelta(seconds=8),
    last_tick=NOW - timedelta(seconds=1),
    oldest_debt=None,
    deliveries={"pending": 2, "unknown": 0, "dead": 1},
    questions=12,
    watches_alive=7,
    watches_failing=1,
)
SECOND = timedelta(seconds=1)


def test_a_bot_that_hears_and_pays_is_live_and_ready():
    assert report(WELL) == (
        200,
        {
            "live": True,
            "ready": True,
            "reasons": [],
            "started": "2026-01-21T09:30:00+00:00",
            "last_poll": "2026-03-02T09:29:52+00:00",
            "last_tick": "2026-03-02T09:29:59+00:00",
            "oldest_debt": None,
            "last_backup": None,
        },
    )


@pytest.mark.parametrize(
    ("ill", "live", "reason"),
    [
        (replace(WELL, last_tick=NOW - TICK_SILENCE - SECOND), False, "no tick since 2026-03-02T09:26:59+00:00"),
        (replace(WELL, last_poll=NOW - POLL_SILENCE - SECOND), True, "no poll since 2026-03-02T09:26:59+00:00"),
        (
            replace(WELL, oldest_debt=NOW - DEBT_AGE - SECOND),
            True,
            "a message has been owed since 2026-03-02T09:14:59+00:00",
        ),
        (replace(WELL, started=NOW, last_poll=None, last_tick=None), True, "Telegram has not answered yet"),
        (replace(WELL, last_poll=None), True, "no poll since the start"),
        (replace(WELL, disk_free=0), True, "the disk is full"),
    ],
)
def test_each_illness_is_named_and_only_silent_ticks_are_death(ill: Snapshot, live: bool, reason: str):
    status, body = report(ill)
    assert (status, body["live"], body["ready"], body["reasons"]) == (503, live, False, [reason])


times = st.none() | st.datetimes(datetime(2026, 1, 1), datetime(2026, 4, 1), timezones=st.just(UTC))


@given(times, times, times)
def test_property_whatever_is_not_ready_has_a_reason_and_whatever_is_ready_has_none(poll, tick, debt):
    verdict = judge(replace(WELL, last_poll=poll, last_tick=tick, oldest_debt=debt))
    assert verdict.ready == (not verdict.reasons)
    assert verdict.live or not verdict.ready


def test_what_is_unknown_is_no_series_and_no_zero():
    names = {family.name for family in families(WELL)}
    assert "lodestone_last_backup_age_seconds" not in names
    assert "lodestone_last_backup_age_seconds" in {family.name for family in families(replace(WELL, last_backup=NOW))}


@pytest.fixture
async def ask():
    """Ask a served snapshot for a path."""
    standing = [WELL]
    server = serve("127.0.0.1:0", lambda: standing[0])
    port = next(iter(server._sockets.values())).getsockname()[1]

    async def get(path: str, at: Snapshot = WELL, **more):
        standing[0] = at
        return await AsyncHTTPClient().fetch(f"http://127.0.0.1:{port}{path}", raise_error=False, **more)

    yield get
    server.stop()
    await server.close_all_connections()


async def test_healthz_answers_in_json_with_its_status(ask):
    well, ill = await ask("/healthz"), await ask("/healthz", replace(WELL, last_tick=NOW - timedelta(hours=1)))
    assert (well.code, json.loads(well.body)["ready"]) == (200, True)
    assert (ill.code, json.loads(ill.body)["live"]) == (503, False)
    assert (await ask("/healthz", method="HEAD")).code == 200


async def test_metrics_are_read_back_by_prometheus_own_parser(ask):
    text = (await ask("/metrics")).body.decode()
    samples = {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }
    assert samples["lodestone_ready",] == 1
    assert samples["lodestone_deliveries", "dead"] == 1
    assert samples["lodestone_watches", "failing"] == 1
    assert samples["lodestone_questions_total",] == 12
    assert samples["lodestone_last_poll_age_seconds",] == 8
    assert samples["process_resident_memory_bytes",] > 0


@pytest.mark.parametrize("path", ["/", "/healthz/../etc/passwd", "/status", "/metrics/x"])
async def test_there_is_nothing_else_to_find(ask, path: str):
    assert (await ask(path)).code == 404


async def test_two_servers_live_in_one_process(ask):
    second = serve("127.0.0.1:0", lambda: WELL)
    second.stop()


async def test_an_address_in_use_is_refused_in_one_line():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(
            HealthError,
            match=r"^HEALTH_LISTEN: cannot listen on 127\.0\.0\.1:\d+ \(Address already in use[^\n]+; choose",
        ):
            serve(f"127.0.0.1:{taken.getsockname()[1]}", lambda: WELL)


async def test_an_address_that_is_none_is_refused_in_one_line():
    with pytest.raises(HealthError, match=r"^HEALTH_LISTEN: cannot listen on [^\n]+$"):
        serve(f"{'x' * 70}:80", lambda: WELL)


# ---------------------------------------------------------------- the running bot


@pytest.fixture
def standing(tmp_path: Path):
    """A bot that has just started, whose clock stands in `at[0]`."""
    at = [NOW]
    with Store(tmp_path / "store.db") as store:
        yield Standing(store, lambda: at[0], tmp_path / "backups"), store, at


def owe(store: Store, place: Place, at: datetime, state: ChatState = ChatState.ACTIVE) -> None:
    chat = store.chats.meet(place, 7, kind="private", title="A", now=at, state=state)
    store.outbox.promise(chat.number, key="a", what="notice", subject="x", now=at)


def test_what_a_bot_was_told_is_in_its_snapshot(standing):
    bot, _, at = standing
    at[0] += SECOND
    bot.polled()
    bot.ticked()
    bot.answered()
    bot.failed()
    bot.backups.mkdir()
    (bot.backups / backup_name(NOW)).touch()
    seen = bot.snapshot()
    assert (seen.started, seen.last_poll, seen.last_tick, seen.questions, seen.faults) == (NOW, at[0], at[0], 1, 1)
    assert seen.last_backup == NOW
    assert judge(seen).ready


def test_the_size_of_the_database_counts_its_log_which_a_new_file_is_all_in(standing):
    bot, store, _ = standing
    owe(store, Place.TELEGRAM, NOW)
    log = store.path.with_name(f"{store.path.name}-wal")
    assert bot.database_size() == store.path.stat().st_size + log.stat().st_size
    assert log.stat().st_size > 0


def test_a_message_owed_for_long_makes_it_unready(standing):
    bot, store, at = standing
    owe(store, Place.TELEGRAM, NOW)
    bot.polled()
    at[0] += DEBT_AGE + SECOND
    assert bot.snapshot().oldest_debt == NOW
    assert bot.snapshot().deliveries["pending"] == 1


@pytest.mark.parametrize(("place", "state"), [(Place.TERMINAL, ChatState.ACTIVE), (Place.TELEGRAM, ChatState.PAUSED)])
def test_what_waits_for_a_terminal_or_a_paused_chat_is_no_illness(standing, place: Place, state: ChatState):
    bot, store, _ = standing
    owe(store, place, NOW - timedelta(days=9), state)
    assert bot.snapshot().oldest_debt is None


def test_a_snapshot_reads_no_table_whole(standing):
    """It is taken on the event loop, beside a million items and every message that was ever told."""
    _, store, _ = standing
    asked: list[str] = []
    store.db.connection.set_trace_callback(asked.append)
    store.upkeep.pulse(NOW)
    store.db.connection.set_trace_callback(None)
    plans = [" ".join(row[3] for row in store.db.rows(f"EXPLAIN QUERY PLAN {sql}")) for sql in asked]
    assert plans
    assert [plan for plan in plans if re.search(r"SCAN (items|outbox)(?! USING)", plan)] == []
