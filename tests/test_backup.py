"""Copies that are whole while the store is in use; restores that are checked first and keep what they replace."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlite_utils
from hypothesis import given
from hypothesis import strategies as st

from storage import DamagedStore, NewerStore, StorageError, Store, StoreBusy, backup
from storage.schema import MIGRATIONS

AT = datetime(2026, 11, 24, 3, 0, 5, tzinfo=UTC)


def note(store: Store, title: str) -> None:
    store.db.insert("sources", {"title": title, "url": "", "published": ""})


def notes(path: Path) -> list[str]:
    with Store(path) as store:
        return [row["title"] for row in store.db.rows("SELECT title FROM sources ORDER BY id")]


@pytest.fixture
def kept(store: Store, tmp_path: Path) -> Path:
    """A backup that holds one note."""
    note(store, "old")
    path = tmp_path / "backups" / "kept.db"
    backup.copy_to(store.path, path)
    return path


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.endswith((".part", "-journal"))]


# ---------------------------------------------------------------- copies


def test_a_copy_holds_what_was_committed_and_needs_no_log_beside_it(store: Store, kept: Path):
    note(store, "new")
    assert [path.name for path in kept.parent.iterdir()] == ["kept.db"]
    backup.check(kept)
    assert notes(kept) == ["old"]


def test_a_copy_is_made_while_another_process_writes(store: Store, tmp_path: Path):
    note(store, "committed")
    with store.atomic():
        note(store, "not yet")
        backup.copy_to(store.path, tmp_path / "copy.db")
    assert notes(tmp_path / "copy.db") == ["committed"]


def test_a_copy_may_be_made_in_a_thread(store: Store, tmp_path: Path):
    note(store, "kept")
    thread = threading.Thread(target=backup.copy_to, args=(store.path, tmp_path / "copy.db"))
    thread.start()
    thread.join()
    assert notes(tmp_path / "copy.db") == ["kept"]


def test_a_copy_takes_the_place_of_no_other_but_fills_an_empty_file(store: Store, kept: Path, tmp_path: Path):
    note(store, "new")
    with pytest.raises(StorageError, match="is there already; name another file"):
        backup.copy_to(store.path, kept)
    (tmp_path / "set-aside.db").touch()
    backup.copy_to(store.path, tmp_path / "set-aside.db")
    assert (notes(kept), notes(tmp_path / "set-aside.db")) == (["old"], ["old", "new"])


def test_a_copy_of_nothing_or_onto_itself_is_refused(store: Store, tmp_path: Path):
    with pytest.raises(StorageError, match="there is no file"):
        backup.copy_to(tmp_path / "none.db", tmp_path / "copy.db")
    with pytest.raises(StorageError, match="is the store itself"):
        backup.copy_to(store.path, store.path)


def test_a_place_that_cannot_be_written_is_told_in_one_line(store: Store, tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageError, match="cannot be written: "):
        backup.copy_to(store.path, tmp_path / "file" / "copy.db")


def test_a_full_disk_leaves_no_half_copy(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    target = tmp_path / "kept.db"

    class Full:
        def execute(self, *_: object) -> None:
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            target.with_name("kept.db.part").write_text("half")
            raise error

        def close(self) -> None: ...

    monkeypatch.setattr(backup, "connect", lambda *_, **__: Full())
    with pytest.raises(StorageError, match="the disk is full; free some space"):
        backup.copy_to(store.path, target)
    assert not target.exists()
    assert not leftovers(tmp_path)


# ---------------------------------------------------------------- checks


def test_a_damaged_backup_is_found_out_to_the_last_page(kept: Path):
    body = bytearray(kept.read_bytes())
    body[-4096:] = b"\xff" * 4096
    kept.write_bytes(body)
    with pytest.raises(DamagedStore, match="is damaged"):
        backup.check(kept)


@pytest.mark.parametrize("body", [b"", b"a letter, and no database at all\n" * 300])
def test_a_file_that_is_no_backup_is_refused(tmp_path: Path, body: bytes):
    (tmp_path / "letter.db").write_bytes(body)
    with pytest.raises(DamagedStore):
        backup.check(tmp_path / "letter.db")


@given(st.binary(max_size=300), st.integers(0, 30), st.integers(0, 4096))
def test_fuzz_a_file_with_any_bytes_in_it_is_whole_or_refused_in_one_line(
    kept: Path, patch: bytes, page: int, place: int
):
    whole = kept.read_bytes()
    spoilt = kept.with_name("spoilt.db")
    at = min(page * 4096 + place, len(whole))
    spoilt.write_bytes(whole[:at] + patch + whole[at + len(patch) :])
    try:
        backup.check(spoilt)
    except StorageError as refused:
        assert "\n" not in str(refused)


def test_a_backup_with_letters_that_are_none_in_its_list_of_migrations_is_refused(kept: Path):
    with closing(sqlite3.connect(kept)) as connection:
        connection.execute("UPDATE _sqlite_migrations SET name = CAST(x'80' AS TEXT) WHERE name = 'm001_record'")
        connection.commit()
    with pytest.raises(DamagedStore, match="is damaged"):
        backup.check(kept)
    with pytest.raises(DamagedStore, match="is damaged"):
        Store(kept)


def test_a_backup_whose_rows_point_at_nothing_is_refused(kept: Path):
    with closing(sqlite3.connect(kept)) as connection:
        connection.execute("INSERT INTO changes (entry, place, row) VALUES (99, 'watches', 1)")
        connection.commit()
    with pytest.raises(DamagedStore, match="is damaged: choose another backup"):
        backup.check(kept)


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('lodestone', 'm900_x', '')"
        )
        connection.commit()


# ---------------------------------------------------------------- restores


def test_a_restore_puts_the_backup_in_place_and_keeps_what_it_replaced(store: Store, kept: Path):
    note(store, "new")
    store.close()
    replaced = backup.restore(kept, store.path, at=AT)
    assert replaced == store.path.with_name("store.replaced-20261124T030005Z.db")
    assert (notes(store.path), notes(replaced)) == (["old"], ["old", "new"])


def test_the_log_that_a_killed_process_left_does_not_bring_newer_rows_back(store: Store, kept: Path, tmp_path: Path):
    note(store, "new, in the log alone")
    crashed = tmp_path / "crashed" / "store.db"
    crashed.parent.mkdir()
    for companion in ("", "-wal"):
        shutil.copyfile(f"{store.path}{companion}", f"{crashed}{companion}")
    assert crashed.with_name("store.db-wal").stat().st_size > 0
    replaced = backup.restore(kept, crashed, at=AT)
    assert (notes(crashed), notes(replaced)) == (["old"], ["old", "new, in the log alone"])


def test_a_restore_into_an_empty_place_makes_the_store(kept: Path, tmp_path: Path):
    assert backup.restore(kept, tmp_path / "elsewhere" / "store.db", at=AT) is None
    assert notes(tmp_path / "elsewhere" / "store.db") == ["old"]


def test_a_damaged_store_is_moved_aside_as_it_is_and_replaced(store: Store, kept: Path):
    store.close()
    store.path.write_bytes(b"no database any more\n" * 500)
    replaced = backup.restore(kept, store.path, at=AT)
    assert notes(store.path) == ["old"]
    assert replaced.read_bytes().startswith(b"no database any more")


def test_an_older_backup_is_migrated(store: Store, tmp_path: Path):
    old = tmp_path / "old.db"
    with closing(sqlite3.connect(old, isolation_level=None)) as connection:
        MIGRATIONS.apply(sqlite_utils.Database(connection), stop_before=MIGRATIONS._migrations[1].name)
        connection.execute("INSERT INTO sources (title, url, published) VALUES ('old', '', '')")
    store.close()
    backup.restore(old, store.path, at=AT)
    assert notes(store.path) == ["old"]


def test_what_cannot_be_restored_from_leaves_the_store_as_it_was(store: Store, kept: Path, tmp_path: Path):
    newer(kept)
    store.close()
    before = store.path.read_bytes()
    for path, error in ((kept, NewerStore), (tmp_path / "none.db", StorageError), (store.path, StorageError)):
        with pytest.raises(error):
            backup.restore(path, store.path, at=AT)
    assert store.path.read_bytes() == before


def test_a_restore_does_not_wait_for_ever_for_another_process(
    store: Store, kept: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(backup, "BUSY_MS", 1)
    monkeypatch.setattr(backup, "_PATIENCE", 1)
    note(store, "new")
    with store.atomic(), pytest.raises(StoreBusy, match="another process has it open"):
        backup.restore(kept, store.path, at=AT)
    store.close()
    assert notes(store.path) == ["old", "new"]
