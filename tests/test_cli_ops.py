"""Running it for years, from the command line: doctor, backup, restore. Every refusal is one clear line, and exit 1."""

from __future__ import annotations

import fcntl
import os
import re
import resource
import sqlite3
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot import cli
from bot.clock import utc_now
from bot.upkeep import backup_name, backups_in, size
from storage.correspondence import Place
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


@contextmanager
def no_room(megabytes: int = 0):
    """As on a full disk: no file may grow beyond this size."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (megabytes * 2**20, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def _let_in(tmp_path: Path) -> None:
    """pytest's own folders are closed to everybody else."""
    for above in tmp_path.parents[:3]:
        above.chmod(above.stat().st_mode | 0o055)
    tmp_path.chmod(tmp_path.stat().st_mode | 0o055)


# ---------------------------------------------------------------- backup


def watches(path: Path) -> list[str]:
    with Store(path, read_only=True) as opened:
        return [watch.name for watch in opened.watches.all()]


def test_a_backup_beside_a_running_bot_is_whole_and_has_a_name_of_its_own(lodestone, store: Path):
    with held(store), Store(store) as busy:
        busy.watches.add("https://example.org/second", utc_now(), name="Second")
        code, lines, wrong = lodestone("backup")
    (made,) = Path("data/backups").iterdir()
    assert (code, wrong) == (0, "")
    assert lines == [f"backup: {made} ({size(made.stat().st_size)})"]
    assert watches(made) == ["Example", "Second"]
    assert [backup.path for backup in backups_in([made])] == [made]


def test_a_backup_goes_to_the_file_or_the_folder_that_is_named(lodestone, store: Path, tmp_path: Path):
    assert lodestone("backup", "mine.db")[0] == 0
    (tmp_path / "elsewhere").mkdir()
    assert lodestone("backup", "elsewhere")[0] == 0
    assert watches(Path("mine.db")) == watches(next((tmp_path / "elsewhere").iterdir())) == ["Example"]


def test_a_backup_of_nothing_is_refused(lodestone):
    assert lodestone("backup") == (1, [], "there is no file data/store.db")


def test_a_backup_onto_the_store_itself_is_refused(lodestone, store: Path):
    code, _, wrong = lodestone("backup", str(store))
    assert (code, wrong) == (1, "data/store.db is the store itself; name another file")
    assert watches(store) == ["Example"]


def test_a_backup_is_written_over_no_file(lodestone, store: Path):
    Path("letter.txt").write_text("precious", "utf-8")
    code, _, wrong = lodestone("backup", "letter.txt")
    assert code == 1
    assert wrong == "letter.txt is there already; name another file, or a folder, where each copy has its own name"
    assert Path("letter.txt").read_text("utf-8") == "precious"
    assert [lodestone("backup", "mine.db")[0] for _ in range(2)] == [0, 1]


@pytest.mark.parametrize("words", [("backup", "no/such/x.db"), ("export", "figures", "no/such/x.csv")])
def test_no_folder_is_made_that_was_named_by_a_slip(lodestone, store: Path, words: tuple[str, ...]):
    wrong = f"{words[-1]} cannot be written: there is no folder no/such"
    assert lodestone(*words) == (1, [], wrong)
    assert not Path("no").exists()


def test_a_full_disk_leaves_no_half_backup_and_says_so_in_one_line(lodestone, store: Path):
    Path("full").mkdir()
    with no_room():
        code, lines, wrong = lodestone("backup", "full/copy.db")
    assert (code, lines) == (1, [])
    assert re.fullmatch(r"full/copy\.db: [^\n]+|full/copy\.db cannot be written: [^\n]+", wrong)
    assert list(Path("full").iterdir()) == []


def test_a_folder_that_may_not_be_written_is_one_line(lodestone, store: Path, tmp_path: Path):
    store.parent.chmod(0o777)
    store.chmod(0o666)
    (tmp_path / "closed").mkdir(mode=0o555)
    _let_in(tmp_path)
    with as_nobody():
        code, _, wrong = lodestone("backup", "closed/copy.db")
    assert code == 1
    assert re.fullmatch(r"closed/copy\.db[^\n]+", wrong)


# ---------------------------------------------------------------- restore


@pytest.fixture
def earlier(lodestone, store: Path) -> Path:
    """A backup; the store has moved on since."""
    lodestone("backup", "earlier.db")
    with Store(store) as opened:
        opened.watches.add("https://example.org/second", utc_now(), name="Second")
    return Path("earlier.db")


def test_the_drill_a_restore_brings_the_older_state_and_keeps_the_newer_beside(lodestone, store: Path, earlier: Path):
    code, lines, wrong = lodestone("restore", str(earlier))
    assert (code, wrong) == (0, "")
    assert lines[0] == "restore: data/store.db is as it was in earlier.db"
    assert watches(store) == ["Example"]
    kept = Path(lines[1].removeprefix("The replaced file is kept as "))
    assert kept.parent == store.parent
    assert watches(kept) == ["Example", "Second"]
    assert lodestone("doctor")[0] == 0


def test_a_restore_into_an_empty_folder_is_how_one_moves_house(
    lodestone, earlier: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("DATABASE_PATH", "new/lodestone.db")
    code, lines, _ = lodestone("restore", str(earlier))
    assert (code, len(lines)) == (0, 1)
    assert watches(Path("new/lodestone.db")) == ["Example"]


def test_a_restore_is_refused_while_a_bot_holds_the_store(lodestone, store: Path, earlier: Path):
    with held(store):
        code, _, wrong = lodestone("restore", str(earlier))
    assert code == 1
    assert re.fullmatch(r"another Lodestone \(process \w+\) runs on data/store\.db; stop it first", wrong)
    assert watches(store) == ["Example", "Second"]


def _rotten(path: Path) -> None:
    body = bytearray(path.read_bytes())
    body[-4096 * 8 : -4096] = b"\xa5" * (4096 * 7)
    path.write_bytes(body)


def _newer(path: Path) -> None:
    with sqlite3.connect(path) as opened:
        opened.execute("INSERT INTO _sqlite_migrations (migration_set, name) VALUES ('lodestone', 'm999_later')")
    opened.close()


def _foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as opened:
        opened.execute("CREATE TABLE songs (id INTEGER)")
    opened.close()


@pytest.mark.parametrize(
    ("spoil", "word"),
    [
        (_rotten, "damaged"),
        (_newer, "newer Lodestone"),
        (_foreign, "not one of Lodestone's"),
        (lambda path: path.write_bytes(b"notes"), "earlier.db is damaged or no database: choose another backup"),
        (lambda path: path.write_bytes(b""), "holds no record"),
        (Path.unlink, "there is no file"),
    ],
    ids=["rotten", "newer", "foreign", "no database", "empty", "missing"],
)
def test_what_cannot_be_restored_from_is_refused_before_anything_is_touched(
    lodestone, store: Path, earlier: Path, spoil, word: str
):
    spoil(earlier)
    code, lines, wrong = lodestone("restore", str(earlier))
    assert (code, lines) == (1, [])
    assert word in wrong
    assert "\n" not in wrong
    assert "DATABASE_PATH" not in wrong
    assert ("those of the bot lie in data/backups, with names like lodestone-" in wrong) == (
        spoil not in (_newer, Path.unlink)
    )
    assert watches(store) == ["Example", "Second"]
    assert not list(store.parent.glob("*replaced*"))


def test_a_full_disk_stops_a_restore_before_the_store_is_touched(lodestone, store: Path, earlier: Path):
    with no_room():
        code, _, wrong = lodestone("restore", str(earlier))
    assert code == 1
    assert "\n" not in wrong
    assert watches(store) == ["Example", "Second"]


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
    lodestone("doctor")  # what it imports may lie where nobody may read
    tmp_path.chmod(0o555)
    _let_in(tmp_path)
    with as_nobody():
        code, lines, _ = lodestone("doctor")
    assert code == 1
    assert any("cannot be written: give the bot's user the right" in line for line in lines)
    tmp_path.chmod(0o755)


def test_a_path_that_leads_through_a_file_is_named(lodestone, monkeypatch: pytest.MonkeyPatch):
    Path("letter.txt").touch()
    monkeypatch.setenv("DATABASE_PATH", "letter.txt/store.db")
    code, lines, _ = lodestone("doctor")
    assert code == 1
    assert any(line.startswith("wrong  database: ") and "is a file, no folder" in line for line in lines)


def test_a_file_of_secrets_that_others_can_read_is_named(lodestone):
    Path(".env").write_text("CONTACT=a@example.org\n")
    Path(".env").chmod(0o644)
    assert any("chmod 600 .env" in line for line in lodestone("doctor")[1])
    Path(".env").chmod(0o600)
    assert not any("chmod" in line for line in lodestone("doctor")[1])
