"""The bot's own keep: a backup each night, kept by count and age; the Monday line; pruning, never of the record."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.upkeep import (
    LOW_DISK,
    MONTHS_KEPT,
    NIGHTS_KEPT,
    Backup,
    Week,
    backup_due,
    backup_name,
    backups_in,
    doomed,
    monday,
    monday_line,
    nightly,
)

KOLKATA = ZoneInfo("Asia/Kolkata")
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
DAY = timedelta(days=1)
instants = st.datetimes(datetime(2024, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001 - aware by timezones
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
    well = Week(7, 0, 240, 31, 0, 0, NOW - timedelta(hours=6), 9 * 1024**3)
    ill = Week(7, 2, 0, 31, 1, 3, None, LOW_DISK - 1)
    assert (
        monday_line(well, NOW) == "Watches 7 · items 240 · told 31 · unknown 0 · last backup today · disk free 9.0 GiB"
    )
    assert monday_line(ill, NOW) == (
        "Watches 7 (2 failing) · items 0 · told 31 · unknown 1 · given up 3 · last backup never"
        " · disk free 512.0 MiB - low"
    )
