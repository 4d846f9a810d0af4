"""One SQLite file: opened, given its pragmas, and migrated. Contains no business logic.

The connection is used from the event loop's own thread, with no `await` inside `atomic()`: a committed write takes
0.2 ms, less than handing it to a thread and back. Long reads open a second, read-only connection in their own thread.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from storage import light
from storage.schema import MIGRATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

# On the loop another process's long write must not freeze the chat; whoever is refused tries again later.
BUSY_MS = 250


class StorageError(Exception):
    """The store could not do what was asked; the message is one line for people, the cause is chained."""


class StoreBusy(StorageError):
    """Another process is writing; try again in a moment."""


class NewerStore(StorageError):
    """The file was written by a newer Lodestone."""


class DamagedStore(StorageError):
    """The file is no SQLite database, or a broken one: what is wrong with it, and what to do."""

    def __init__(self, fault: str, remedy: str) -> None:
        super().__init__(f"{fault}: {remedy}")
        self.fault = fault


def time_text(at: datetime) -> str:
    """An aware time as fixed-width UTC text, so that text order is time order."""
    return at.astimezone(UTC).isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"


def time_of(text: str) -> datetime:
    return datetime.fromisoformat(text)


def maybe_time(text: str | None) -> datetime | None:
    return time_of(text) if text else None


def day_text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def maybe_day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


class Database:
    """A connection with rows by name and transactions that nest."""

    def __init__(self, path: Path, *, read_only: bool = False, busy_ms: int = BUSY_MS) -> None:
        """Open and migrate the file, making it and its folder when missing.

        Raises NewerStore, DamagedStore or StorageError in one plain line; a refused file is left untouched.
        """
        self.path = path
        with translated(path):
            _refuse_folder(path)
            if not read_only and _holds_something(path):
                _inspect(path, busy_ms)
            self._connection = connect(path, read_only=read_only, busy_ms=busy_ms)
            try:
                self._db = light.Database(self._connection)
                if read_only:
                    refuse_strange(path, self._connection)
                else:
                    self._prepare()
            except BaseException:
                self._connection.close()
                raise

    def _prepare(self) -> None:
        self._connection.execute("PRAGMA journal_mode = WAL")
        if MIGRATIONS.pending(self._db):
            with self.atomic():  # two processes that open a new file at once take turns
                MIGRATIONS.apply(self._db)
                broken = self._connection.execute("PRAGMA foreign_key_check").fetchall()
                if broken:
                    raise DamagedStore(f"{self.path} has {len(broken)} rows that point at nothing", "restore a backup")
        self._connection.execute("PRAGMA foreign_keys = ON")

    @property
    def utils(self) -> light.Database:
        """The same connection as sqlite-utils sees it."""
        return self._db

    @property
    def connection(self) -> sqlite3.Connection:
        return self._connection

    @contextmanager
    def lightly(self) -> Iterator[None]:
        """What is written inside waits for no disk: a crash of ours takes nothing back, a power cut may.

        For marks and contexts that are written while somebody waits for an answer; the next `write` takes them along.
        Within a transaction that is under way it changes nothing.
        """
        if self._connection.in_transaction:
            yield
            return
        self._connection.execute("PRAGMA synchronous = NORMAL")
        try:
            yield
        finally:
            self._connection.execute("PRAGMA synchronous = FULL")

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """All or nothing; nests. The outermost takes the write lock at once, so that what was read still holds."""
        with translated(self.path):
            if self._connection.in_transaction:
                with self._db.atomic():
                    yield
                return
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                self._roll_back()
                raise

    def _roll_back(self) -> None:
        if self._connection.in_transaction:  # SQLite may have ended it itself, as on a full disk
            self._connection.execute("ROLLBACK")

    def rows(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> list[sqlite3.Row]:
        with translated(self.path):
            return self._connection.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> sqlite3.Row | None:
        """The first row, or None."""
        with translated(self.path):
            found: sqlite3.Row | None = self._connection.execute(sql, parameters).fetchone()
            return found

    def value(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> Any:
        """The first cell of the first row, or None."""
        found = self.row(sql, parameters)
        return found[0] if found else None

    def write(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> int:
        """Run a statement; its count of rows. Commits by itself outside `atomic()`."""
        with translated(self.path):
            return self._connection.execute(sql, parameters).rowcount

    def write_lightly(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> int:
        """`write`, within `lightly()`."""
        with self.lightly():
            return self.write(sql, parameters)

    def insert(self, table: str, values: Mapping[str, Any]) -> int:
        """Add one row; its id."""
        names = ", ".join(values)
        marks = ", ".join(f":{name}" for name in values)
        with translated(self.path):
            cursor = self._connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", values)  # noqa: S608 - our own names
            return int(cursor.lastrowid or 0)

    def insert_all(self, sql: str, rows: Sequence[Sequence[Any]]) -> int:
        with translated(self.path):
            return self._connection.executemany(sql, rows).rowcount

    def close(self) -> None:
        self._connection.close()


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """SQLite's complaints as ours, the cause chained; those that are our own mistakes pass through."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise StoreBusy(f"{path} is busy: another process is writing; try again in a moment") from error
        if _code(error) in _REMEDIES:
            raise StorageError(f"{path}: {_REMEDIES[_code(error)]}") from error
        if not _code(error) and "decode" in str(error):  # letters that are none, which SQLite itself lets pass
            raise DamagedStore(f"{path} is damaged", _OTHER_FILE) from error
        raise
    except sqlite3.IntegrityError:
        raise
    except sqlite3.DatabaseError as error:
        if _code(error) in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
            raise DamagedStore(f"{path} is damaged or no database", _OTHER_FILE) from error
        raise


_OTHER_FILE = "restore a backup, or set DATABASE_PATH to another file"
_REMEDIES = {
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; check that the folder exists and may be written",
    sqlite3.SQLITE_READONLY: "cannot be written; check the rights of the file and its folder",
    sqlite3.SQLITE_FULL: "the disk is full; free some space, nothing was saved",
    sqlite3.SQLITE_IOERR: "the disk gave an error; check it, nothing was saved",
}


def _code(error: sqlite3.Error) -> int:
    """SQLite's primary result code."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _refuse_folder(path: Path) -> None:
    if path.is_dir():
        raise StorageError(f"{path} is a folder; set DATABASE_PATH to a file")


def _holds_something(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except OSError:
        return False  # there is none yet, or opening it will say why not


def _inspect(path: Path, busy_ms: int) -> None:
    """Refuse what is not ours to write before anything is written: even a checkpoint would change it."""
    connection = connect(path, read_only=True, busy_ms=busy_ms)
    try:
        refuse_strange(path, connection)
    except UnicodeDecodeError as error:
        raise DamagedStore(f"{path} is damaged", _OTHER_FILE) from error
    finally:
        connection.close()


def refuse_strange(path: Path, connection: sqlite3.Connection) -> bool:
    """Raise NewerStore or DamagedStore for what is not ours to write; otherwise whether there is anything in it."""
    db = light.Database(connection)
    ours = {migration.name for migration in MIGRATIONS._migrations}  # noqa: SLF001 - there is no public list
    strange = [done.name for done in MIGRATIONS.applied(db) if done.name not in ours]
    if strange:
        raise NewerStore(f"{path} was written by a newer Lodestone (it knows '{strange[-1]}'): update the program")
    tables = {name for name in db.table_names() if not name.startswith("sqlite_")}
    if tables and MIGRATIONS.migrations_table not in tables:
        raise DamagedStore(f"{path} is a database, but not one of Lodestone's", "set DATABASE_PATH to another file")
    return bool(tables)


def connect(path: Path, *, read_only: bool, busy_ms: int) -> sqlite3.Connection:
    """A bare connection, for those who copy whole files; the rest goes through Database."""
    if not read_only:
        _make_folder(path.parent)
    address = f"{path.absolute().as_uri()}{'?mode=ro' if read_only else ''}"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=busy_ms / 1000)
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA synchronous = FULL")  # 'Saved' survives a power cut
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        remedy = "set DATABASE_PATH to a folder that may be written"
        raise StorageError(f"{folder} cannot be made ({error.strerror}); {remedy}") from error
