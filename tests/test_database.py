"""The file: its pragmas, its migrations, and its refusals: one plain line each, the file left as it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
import sqlite_utils
from hypothesis import given
from hypothesis import strategies as st

from storage import DamagedStore, NewerStore, StorageError, Store, StoreBusy
from storage.database import Database, time_of, time_text
from storage.schema import MIGRATIONS

SNAPSHOT = Path(__file__).parent / "snapshots" / "schema.sql"


@pytest.fixture
def other(store_path: Path) -> Iterator[sqlite3.Connection]:
    """Another process' connection to the same file."""
    with closing(sqlite3.connect(store_path, isolation_level=None)) as connection:
        yield connection


def refused(path: Path, error: type[StorageError]) -> str:
    """What opening the file is refused with: one line, and not a byte is changed."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(error) as told:
        Store(path)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert [log.name for log in path.parent.glob("*-wal") if log.stat().st_size] == []
    assert "\n" not in str(told.value)
    return str(told.value)


# ---------------------------------------------------------------- times


moments = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=st.just(UTC))


@given(moments, moments)
def test_property_text_order_is_time_order_and_text_reads_back(one: datetime, other: datetime):
    assert (time_text(one) < time_text(other)) == (one < other)
    assert time_of(time_text(one)) == one
    assert len(time_text(one)) == len(time_text(other))


def test_a_time_of_another_zone_is_written_in_utc():
    india = timezone(timedelta(hours=5, minutes=30))
    assert time_text(datetime(2026, 11, 24, 12, 0, tzinfo=india)) == "2026-11-24T06:30:00.000000Z"


# ---------------------------------------------------------------- the file


def test_a_new_file_is_made_with_its_folder(tmp_path: Path):
    path = tmp_path / "not" / "yet" / "lodestone.db"
    with Store(path) as store:
        assert store.db.value("PRAGMA journal_mode") == "wal"
        assert store.db.value("PRAGMA foreign_keys") == 1
        assert store.db.value("PRAGMA synchronous") == 2, "FULL: what was 'Saved' survives a power cut"


def test_foreign_keys_bite(store: Store):
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        store.db.insert("changes", {"entry": 99, "place": "watches", "row": 1})


def test_a_block_that_fails_leaves_nothing(store: Store):
    source = {"title": "a", "url": "", "published": ""}
    with pytest.raises(RuntimeError), store.atomic():
        store.db.insert("sources", source)
        raise RuntimeError
    assert store.db.value("SELECT count(*) FROM sources") == 0


def test_an_inner_block_may_fail_alone(store: Store):
    with store.atomic():
        store.db.insert("sources", {"title": "kept", "url": "", "published": ""})
        with pytest.raises(RuntimeError), store.atomic():
            store.db.insert("sources", {"title": "lost", "url": "", "published": ""})
            raise RuntimeError
    assert [row["title"] for row in store.db.rows("SELECT title FROM sources")] == ["kept"]


def test_what_is_written_lightly_waits_for_no_disk_and_all_else_does_again(store: Store):
    """Within a transaction that is under way nothing changes: its own promise stands."""
    levels = []
    with store.lightly(), store.atomic():
        levels.append(store.db.value("PRAGMA synchronous"))
    with store.atomic(), store.lightly():
        levels.append(store.db.value("PRAGMA synchronous"))
    with pytest.raises(RuntimeError), store.lightly():
        raise RuntimeError
    assert [*levels, store.db.value("PRAGMA synchronous")] == [1, 2, 2]


def test_a_reader_sees_what_was_committed_and_cannot_write(store: Store):
    store.db.insert("sources", {"title": "a", "url": "", "published": ""})
    with store.reader() as reader:
        assert reader.db.value("SELECT title FROM sources") == "a"
        with pytest.raises(StorageError, match="cannot be written"):
            reader.db.insert("sources", {"title": "b", "url": "", "published": ""})


# ---------------------------------------------------------------- the schema


def schema_of(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        ours = "sql IS NOT NULL AND name NOT LIKE '%migrations%'"
        made = connection.execute(f"SELECT sql FROM sqlite_schema WHERE {ours} ORDER BY name")
        return "\n\n".join(f"{row[0]};" for row in made) + "\n"


def test_the_schema_is_as_the_snapshot_shows(store_path: Path):
    """To renew it, delete the file and run twice."""
    if not SNAPSHOT.exists():
        SNAPSHOT.write_text(schema_of(store_path), encoding="utf-8")
        pytest.fail("the snapshot was missing and is written anew; look at it, and run again")
    assert schema_of(store_path) == SNAPSHOT.read_text(encoding="utf-8")


def test_every_table_is_strict(store: Store):
    loose = "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND schema = 'main'"
    assert [row["name"] for row in store.db.rows(loose) if not row["name"].startswith(("sqlite_", "_sqlite"))] == []


def test_ids_that_people_hold_are_never_used_twice(store: Store):
    for table in ("milestones", "entries", "milestone_states"):
        assert "AUTOINCREMENT" in store.db.value("SELECT sql FROM sqlite_schema WHERE name = ?", (table,))


@pytest.mark.parametrize("stop", [each.name for each in MIGRATIONS._migrations][1:])
def test_an_old_file_with_rows_is_brought_up_to_date_and_loses_none(tmp_path: Path, store_path: Path, stop: str):
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        MIGRATIONS.apply(sqlite_utils.Database(connection), stop_before=stop)
        connection.execute("INSERT INTO sources (title, url, published) VALUES ('kept', '', '')")
        connection.execute("INSERT INTO entries (at, via, verb, summary) VALUES ('2026', 'cli', 'import', '')")
    with Store(path) as store:
        assert store.db.value("SELECT title FROM sources") == "kept"
        assert store.journal.version == 1
    assert schema_of(path) == schema_of(store_path)


def test_a_migration_that_fails_leaves_the_old_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        MIGRATIONS.apply(sqlite_utils.Database(connection), stop_before=MIGRATIONS._migrations[1].name)
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("INSERT INTO changes (entry, place, row) VALUES (99, 'watches', 1)")
    before = schema_of(path)
    with pytest.raises(DamagedStore, match="point at nothing"):
        Store(path)
    assert schema_of(path) == before


# ---------------------------------------------------------------- refusals


def test_a_file_that_is_no_database_is_refused(tmp_path: Path):
    path = tmp_path / "notes.db"
    path.write_text("To whom it may concern: this is a letter, and no database at all.\n" * 40)
    assert "is damaged or no database: restore a backup, or set DATABASE_PATH" in refused(path, DamagedStore)


def test_a_damaged_file_is_refused(store_path: Path):
    body = bytearray(store_path.read_bytes())
    body[100:4096] = b"\xff" * 3996
    store_path.write_bytes(body)
    assert "damaged" in refused(store_path, DamagedStore)


def test_a_newer_file_is_refused(store_path: Path, other: sqlite3.Connection):
    other.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('lodestone', 'm900_x', '2030')"
    )
    other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    other.close()
    assert "newer Lodestone (it knows 'm900_x'): update the program" in refused(store_path, NewerStore)


def test_another_programs_database_is_refused_even_with_rows_in_its_log(tmp_path: Path):
    path = tmp_path / "photos.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE photos (id)")
        connection.commit()
    assert "not one of Lodestone's" in refused(path, DamagedStore)


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageError, match=r"cannot be made .*; set DATABASE_PATH to a folder that may be written"):
        Store(tmp_path / "file" / "lodestone.db")


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path):
    with pytest.raises(StorageError, match="is a folder; set DATABASE_PATH to a file"):
        Store(tmp_path)


def test_a_read_only_file_is_told_in_one_line(store: Store):
    store.db.write("PRAGMA query_only = 1")
    with (
        pytest.raises(StorageError, match="cannot be written; check the rights of the file and its folder"),
        store.atomic(),
    ):
        store.db.insert("sources", {"title": "a", "url": "", "published": ""})


def test_a_full_disk_is_told_in_one_line_and_nothing_is_saved(store: Store):
    store.db.write(f"PRAGMA max_page_count = {store.db.value('PRAGMA page_count') + 2}")
    with pytest.raises(StorageError, match="the disk is full; free some space, nothing was saved"), store.atomic():
        for number in range(100):
            store.db.insert("sources", {"title": str(number), "url": "x" * 4_000, "published": ""})
    assert store.db.value("SELECT count(*) FROM sources") == 0


def test_a_busy_file_is_told_in_one_line_and_can_be_written_afterwards(store_path: Path, other: sqlite3.Connection):
    other.execute("BEGIN IMMEDIATE")
    database = Database(store_path, busy_ms=1)
    with (
        pytest.raises(StoreBusy, match="is busy: another process is writing; try again in a moment"),
        database.atomic(),
    ):
        pass
    other.execute("ROLLBACK")
    with database.atomic():
        database.insert("sources", {"title": "a", "url": "", "published": ""})
    database.close()


def test_a_store_opens_and_reads_while_another_process_writes(store_path: Path, other: sqlite3.Connection):
    other.execute("BEGIN IMMEDIATE")
    other.execute("INSERT INTO sources (title, url, published) VALUES ('not yet', '', '')")
    with Store(store_path) as store:
        assert store.db.value("SELECT count(*) FROM sources") == 0
