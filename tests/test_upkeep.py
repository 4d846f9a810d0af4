"""The bot's own keep: a backup each night, kept by count and age; the Monday line; pruning, never of the record."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from news_room import owed_to

from bot.look.kept import worded
from bot.upkeep import (
    LOW_DISK,
    MONTHS_KEPT,
    NIGHTS_KEPT,
    Backup,
    backup_due,
    backup_name,
    backups_in,
    doomed,
    monday,
    monday_line,
    nightly,
    nightly_or_why,
)
from storage.correspondence import Place
from storage.newsitems import Fate, NewsItem, Topic, Urgency
from storage.seed import seed
from storage.store import Store
from storage.upkeep import BATCH, CHATTER_KEPT, TALK_KEPT, TOLD_KEPT, Pruned, Tally

KOLKATA = ZoneInfo("Asia/Kolkata")
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
DAY = timedelta(days=1)
instants = st.datetimes(datetime(2024, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)).map(
    lambda at: at.replace(microsecond=0)
)


def backups(times) -> list[Backup]:
    return [Backup(at, Path(backup_name(at))) for at in times]


# ---------------------------------------------------------------- backups


@given(instants)
def test_property_a_backups_name_tells_its_time(at: datetime):
    assert backups_in([Path(backup_name(at))]) == backups([at])


@pytest.mark.parametrize(
    "name", ["notes.txt", "lodestone.db", "lodestone-20261340T000000Z.db", "lodestone-20260302T030000Z.db.part"]
)
def test_files_of_other_names_are_not_ours(name: str):
    assert backups_in([Path(name)]) == []


def test_a_backup_is_due_once_a_night_at_three_in_the_teams_zone():
    before, after = datetime(2026, 3, 1, 21, 29, tzinfo=UTC), datetime(2026, 3, 1, 21, 31, tzinfo=UTC)
    yesterdays = before - DAY
    assert not backup_due(yesterdays + timedelta(minutes=5), before, KOLKATA)
    assert backup_due(yesterdays + timedelta(minutes=5), after, KOLKATA)
    assert not backup_due(after, after, KOLKATA)


def test_a_bot_that_slept_through_the_night_makes_up_for_it():
    assert backup_due(NOW - 9 * DAY, NOW, KOLKATA)
    assert backup_due(None, NOW, KOLKATA)


def test_two_years_of_nights_leave_two_weeks_and_a_first_of_each_month():
    made = backups(NOW - n * DAY for n in range(730))
    kept = sorted(set(made) - set(doomed(made, NOW)))
    assert [backup.at.date().isoformat() for backup in kept if backup.at < NOW - NIGHTS_KEPT * DAY] == [
        f"{year}-{month:02}-01" for year, month in [*((2025, m) for m in range(4, 13)), (2026, 1), (2026, 2)]
    ]


@given(st.lists(instants, unique=True, max_size=40), instants)
def test_property_the_newest_are_always_kept_and_the_count_is_bounded(times, now):
    made = backups(times)
    kept = set(made) - set(doomed(made, now))
    assert set(sorted(made)[-NIGHTS_KEPT:]) <= kept
    past = {backup for backup in kept if backup.at <= now}
    assert len(past) <= NIGHTS_KEPT + MONTHS_KEPT


def test_a_night_makes_one_backup_and_removes_the_one_that_is_too_many(tmp_path: Path):
    for backup in backups(NOW - n * DAY for n in range(1, NIGHTS_KEPT + 2)):
        (tmp_path / backup.path).touch()
    (tmp_path / "notes.txt").touch()
    made = nightly(tmp_path, NOW, KOLKATA, lambda target: target.write_text("a copy"))
    assert made == tmp_path / backup_name(NOW)
    assert nightly(tmp_path, NOW + timedelta(hours=1), KOLKATA, lambda target: pytest.fail("made twice")) is None
    left = {path.name for path in tmp_path.iterdir()}
    # the oldest is the first of its month, the one after it is neither that nor among the newest
    assert left == {"notes.txt", *(backup_name(NOW - n * DAY) for n in range(NIGHTS_KEPT)), backup_name(NOW - 15 * DAY)}


def test_a_copy_that_fails_removes_nothing(tmp_path: Path):
    old = backups(NOW - n * DAY for n in range(1, 30))
    for backup in old:
        (tmp_path / backup.path).touch()

    def full(_: Path) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        nightly(tmp_path, NOW, KOLKATA, full)
    assert len(list(tmp_path.iterdir())) == len(old)
    ((key, line),) = nightly_or_why(tmp_path, NOW, KOLKATA, full)
    assert (key, "No space left on device" in line) == ("backup:2026-03-02", True)


# ---------------------------------------------------------------- the Monday line


def test_the_monday_line_is_due_from_nine_until_the_next_one_is_nearer():
    since = NOW - 300 * DAY
    nine = datetime(2026, 3, 2, 3, 30, tzinfo=UTC)
    assert monday(nine - timedelta(minutes=1), KOLKATA, since=since) is None
    assert {monday(nine + n * DAY, KOLKATA, since=since) for n in (0, 1, 2, 3)} == {"weekly:2026-03-02"}
    assert monday(nine + 4 * DAY, KOLKATA, since=since) is None


def test_a_store_made_on_tuesday_owes_no_line_for_monday():
    assert monday(NOW + 2 * DAY, KOLKATA, since=NOW + DAY) is None


def test_the_monday_line_says_what_is_wrong_and_leaves_out_what_is_not():
    well = Tally(watches=7, failing=0, items=240, told=31, unknown=0, dead=0)
    ill = Tally(watches=7, failing=2, items=0, told=31, unknown=1, dead=3)
    assert worded(monday_line(well, NOW - timedelta(hours=6), 9 * 1024**3, NOW)) == (
        "Watches 7 · items 240 · told 31 · unknown 0 · last backup today · disk free 9.0 GiB"
    )
    assert worded(monday_line(ill, None, LOW_DISK - 1, NOW)) == (
        "Watches 7 (2 failing) · items 0 · told 31 · unknown 1 · given up 3 · last backup never"
        " · disk free 512.0 MiB - low"
    )
    assert worded(monday_line(well, NOW - timedelta(days=3), 9 * 1024**3, NOW), "hi") == (
        "स्रोत 7 · ख़बरें 240 · बताई 31 · अनिश्चित 0 · पिछला बैकअप 3 दिन पहले · डिस्क ख़ाली 9.0 GiB"
    )


# ---------------------------------------------------------------- pruning

RECORD = ("figures", "milestones", "plants", "controls", "statements", "sources", "entries", "changes")
LONG_AGO = NOW - timedelta(days=900)


@pytest.fixture
def store(tmp_path: Path):
    with Store(tmp_path / "store.db") as opened:
        yield opened


def find(store: Store, number: int, at: datetime, *, relevant: bool = False) -> int:
    """Remember the n-th item, found at a time."""
    watch = store.watches.at("https://example.org/feed") or store.watches.add("https://example.org/feed", at)
    return store.news.remember(
        NewsItem(f"Headline {number}", f"https://example.org/{number}"),
        [f"link:{number}", f"guid:{number}"],
        watch=watch.number,
        now=at,
        relevant=relevant,
        topic=Topic.TRADE,
        urgency=Urgency.ROUTINE,
        why="",
        fate=Fate.QUIET,
    )


def owe(store: Store, key: str, at: datetime) -> int:
    chat = store.chats.meet(Place.TELEGRAM, 7, kind="private", title="A", now=at)
    store.outbox.promise(chat.number, key=key, what="text", subject="", now=at)
    return owed_to(store, chat.number)[-1].number


def whole(store: Store) -> dict[str, list[tuple]]:
    """Every row of the record, its history and the journal."""
    tables = [row[0] for row in store.db.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    kept = [name for name in tables if name in RECORD or name.endswith("_states")]
    return {name: [tuple(row) for row in store.db.rows(f"SELECT * FROM {name}")] for name in kept}


def test_pruning_never_touches_the_record_however_old(store: Store):
    seed(store, LONG_AGO)
    before = whole(store)
    assert len(before["figures"]) > 0
    store.upkeep.prune(NOW)
    assert whole(store) == before


def test_news_that_concerned_nobody_is_forgotten_with_its_names_and_its_words(store: Store):
    old, fresh = NOW - CHATTER_KEPT - DAY, NOW - CHATTER_KEPT + DAY
    find(store, 1, old)
    kept = [find(store, 2, old, relevant=True), find(store, 3, fresh)]
    assert store.upkeep.prune(NOW).chatter == 1
    names = [f"{name}:{n}" for name in ("link", "guid") for n in (1, 2, 3)]
    assert sorted(store.news.known(names)) == ["guid:2", "guid:3", "link:2", "link:3"]
    assert sorted(item.number for item in store.news.search("Headline")) == kept


def test_more_than_a_batch_is_forgotten_in_several(store: Store):
    old = NOW - CHATTER_KEPT - DAY
    with store.atomic():
        kept = [find(store, n, old, relevant=n % 3 == 0) for n in range(2 * BATCH)][::3]
    assert store.upkeep.prune(NOW).chatter == 2 * BATCH - len(kept)
    assert store.upkeep.prune(NOW) == Pruned(0, 0, 0)


def test_what_is_owed_stays_however_old_and_what_was_told_goes(store: Store):
    old = NOW - TOLD_KEPT - DAY
    told, given_up, lately = (owe(store, key, old) for key in ("a", "b", "c"))
    owed = owe(store, "d", old)
    store.outbox.sent(told, 1, old)
    store.outbox.dead(given_up, old, "blocked")
    store.outbox.sent(lately, 2, NOW - DAY)
    assert store.upkeep.prune(NOW).told == 2
    assert [row[0] for row in store.db.rows("SELECT id FROM outbox ORDER BY id")] == [lately, owed]


def test_what_people_wrote_is_forgotten_once_it_is_done(store: Store):
    old = NOW - TALK_KEPT - DAY
    store.inbox.keep("bot", [(1, "{}"), (2, "{}"), (3, "{}")], old)
    store.inbox.done("bot", 1)
    store.inbox.keep("bot", [(4, "{}")], NOW)
    assert store.upkeep.prune(NOW).updates == 1
    assert [arrival.update_id for arrival in store.inbox.undone("bot")] == [2, 3, 4]


def test_a_week_is_counted_from_its_start(store: Store):
    since = NOW - 7 * DAY
    for n, at in enumerate([since - DAY, since + DAY, since + 2 * DAY]):
        find(store, n, at)
    before, told, given_up, unheard, _ = (owe(store, key, since) for key in "abcde")
    store.outbox.sent(before, 1, since - DAY)
    store.outbox.sent(told, 2, since + DAY)
    store.outbox.dead(given_up, since + DAY, "blocked")
    store.outbox.unknown(unheard, NOW, "timed out")
    assert store.upkeep.tally(since) == Tally(watches=1, failing=0, items=2, told=1, unknown=1, dead=1)


def test_a_store_knows_when_it_was_made(store: Store):
    assert store.upkeep.born().tzinfo is not None
