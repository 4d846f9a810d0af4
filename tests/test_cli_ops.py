"""Running it for years, from the command line: doctor, backup, restore. Every refusal is one clear line, and exit 1."""

from __future__ import annotations

import fcntl
import os
import sqlite3
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot import cli
from bot.clock import utc_now
from bot.upkeep import backup_name
from storage.records import Place
from storage.store import Store

TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
NOBODY = 65534


@pytest.fixture(autouse=True)
def clean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """An empty directory and no settings but the path of the file."""
    for name in ("TELEGRAM_BOT_TOKEN", "ADMIN_IDS", "BACKUP_DIR", "TIMEZONE", "OPEN_ACCESS", "TELEGRAM_API_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CONTACT", "desk@example.org")
    monkeypatch.setenv("LODESTONE_SEED", "0")
    monkeypatch.setenv("DATABASE_PATH", "data/store.db")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def store() -> Path:
    """A store with one watch and nothing else."""
    path = Path("data/store.db")
    with Store(path) as made:
        made.watches.add("https://example.org/feed", utc_now(), name="Example")
    return path


@pytest.fixture
def lodestone(capsys: pytest.CaptureFixture[str]):
    """Run a command: its exit code, its lines, and its one line of refusal."""

    def run(*words: str) -> tuple[int, list[str], str]:
        code = cli.run(words)
        out, err = capsys.readouterr()
        return code, out.splitlines(), err.strip()

    return run


@contextmanager
def held(path: Path):
    """As while a bot runs on it."""
    with path.with_name(path.name + ".lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def as_nobody():
    """Rights do not bind root: for a moment be someone whom they bind."""
    if os.geteuid():
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


# ---------------------------------------------------------------- doctor


def test_an_empty_directory_is_well_and_the_doctor_makes_nothing_in_it(lodestone, tmp_path: Path):
    code, lines, wrong = lodestone("doctor")
    assert (code, wrong) == (0, "")
    assert "ok     database: data/store.db will be made at the first start" in lines
    assert list(tmp_path.iterdir()) == []


def test_a_store_in_use_is_looked_at_beside_the_running_bot(lodestone, store: Path):
    with held(store):
        code, lines, _ = lodestone("doctor")
    assert code == 0
    assert "ok     database: data/store.db is whole" in lines
    assert "ok     bot: running" in lines
    assert "ok     watches: 1, none failing" in lines
    assert any(line.startswith("note   backups: none in data/backups yet") for line in lines)


def test_the_newest_backup_is_told(lodestone, store: Path):
    folder = Path("data/backups")
    folder.mkdir()
    (folder / backup_name(utc_now())).touch()
    assert any(line.startswith("ok     backups: the newest is of 20") for line in lodestone("doctor")[1])


def test_every_wrong_setting_is_named_at_once(lodestone, monkeypatch: pytest.MonkeyPatch):
    for name, value in {"TIMEZONE": "Mars/Olympus", "ADMIN_IDS": "ravi", "TELEGRAM_BOT_TOKEN": "abc"}.items():
        monkeypatch.setenv(name, value)
    code, lines, wrong = lodestone("doctor")
    named = [line for line in lines if line.startswith("wrong  settings: ")]
    assert (code, len(named), wrong) == (1, 3, "doctor: 3 of these must be mended before the bot can work")


def test_a_telegram_that_cannot_be_reached_is_named_with_its_address(lodestone, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    monkeypatch.setenv("TELEGRAM_API_URL", "http://127.0.0.1:1")
    code, lines, _ = lodestone("doctor")
    assert code == 1
    assert any(line.startswith("wrong  network: http://127.0.0.1:1 cannot be reached (ConnectError") for line in lines)
    assert TOKEN not in "\n".join(lines)


def test_a_claimed_bot_has_an_admin_and_an_unclaimed_one_is_told_how(
    lodestone, store: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    monkeypatch.setenv("TELEGRAM_API_URL", "http://127.0.0.1:1")
    assert any("claim code" in line for line in lodestone("doctor")[1])
    with Store(store) as opened:
        opened.people.meet(Place.TELEGRAM, 7, name="Asha", username="", now=utc_now())
        opened.db.write("UPDATE people SET role = 'admin'")
    assert not any("claim code" in line for line in lodestone("doctor")[1])


def test_a_failing_watch_is_named_with_the_command_that_shows_why(lodestone, store: Path):
    with Store(store) as opened:
        opened.db.write("UPDATE visits SET failures = 5, fault = '404 Not Found'")
    lines = lodestone("doctor")[1]
    assert "note   watches: Example has failed from the start: 404 Not Found - see `lodestone watch check 1`" in lines


@pytest.mark.parametrize("body", [b"these are no tables" * 99, b"SQLite format 3\0" + b"\xff" * 4096])
def test_a_damaged_file_is_named_and_left_as_it_is(lodestone, body: bytes):
    path = Path("data/store.db")
    path.parent.mkdir()
    path.write_bytes(body)
    code, lines, _ = lodestone("doctor")
    assert code == 1
    assert any(line.startswith("wrong  database: data/store.db is damaged") for line in lines)
    assert path.read_bytes() == body


def test_a_page_that_rots_inside_a_file_is_found(lodestone, store: Path):
    with Store(store) as opened:
        opened.db.write("PRAGMA wal_checkpoint(TRUNCATE)")
    body = bytearray(store.read_bytes())
    body[-4096 * 8 : -4096] = b"\xa5" * (4096 * 7)
    store.write_bytes(body)
    code, lines, _ = lodestone("doctor")
    assert code == 1
    assert any(line.startswith("wrong  database: data/store.db is damaged") for line in lines)


def test_a_newer_file_is_named(lodestone, store: Path):
    with Store(store) as opened:
        opened.db.write(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('lodestone', 'm999_later', '')"
        )
    code, lines, _ = lodestone("doctor")
    assert code == 1
    assert any("was written by a newer Lodestone" in line for line in lines)


def test_an_older_file_is_well_and_will_be_brought_up_to_date(lodestone, store: Path):
    with sqlite3.connect(store) as old:
        old.execute("DELETE FROM _sqlite_migrations WHERE name = 'm095_upkeep'")
    old.close()
    assert "ok     database: data/store.db is whole; the next start brings it up to date" in lodestone("doctor")[1]


def test_a_folder_without_the_right_to_write_is_named(lodestone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    tmp_path.chmod(0o555)
    for above in tmp_path.parents[:3]:  # so that nobody may look inside
        above.chmod(above.stat().st_mode | 0o055)
    with as_nobody():
        code, lines, _ = lodestone("doctor")
    assert code == 1
    assert any("cannot be written: give the bot's user the right" in line for line in lines)
    tmp_path.chmod(0o755)


def test_a_file_of_secrets_that_others_can_read_is_named(lodestone):
    Path(".env").write_text("CONTACT=a@example.org\n")
    Path(".env").chmod(0o644)
    assert any("chmod 600 .env" in line for line in lodestone("doctor")[1])
    Path(".env").chmod(0o600)
    assert not any("chmod" in line for line in lodestone("doctor")[1])
