"""What is watched, and how its visits have gone. Does not decide when a visit is due, nor visit."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from storage.database import Database, maybe_time, time_of, time_text
from storage.newsitems import Topic, Visits, Watch, WatchKind

if TYPE_CHECKING:
    import sqlite3


class Watches:
    def __init__(self, db: Database) -> None:
        self._db = db

    def add(
        self,
        url: str,
        now: datetime,
        *,
        name: str = "",
        kind: WatchKind = WatchKind.FEED,
        topic: Topic | None = None,
        official: bool = False,
        every: int | None = None,
        selector: str = "",
        shipped: bool = False,
    ) -> Watch:
        """Watch an address, or change how it is watched.

        One that was taken off comes back with all that it had seen, and its next visit tells nobody.
        """
        values = {
            "url": url,
            "name": name or url,
            "kind": kind,
            "topic": topic,
            "official": official,
            "every": every,
            "selector": selector,
            "shipped": shipped,
            "added": time_text(now),
        }
        with self._db.atomic():
            already = self.at(url) is not None
            self._db.write(
                """INSERT INTO watches (url, name, kind, topic, official, every, selector, shipped, added)
                   VALUES (:url, :name, :kind, :topic, :official, :every, :selector, :shipped, :added)
                   ON CONFLICT (url) DO UPDATE SET name = :name, kind = :kind, topic = :topic, official = :official,
                       every = :every, selector = :selector, paused = 0, removed = NULL""",
                values,
            )
            watch = self.at(url)
            assert watch is not None  # noqa: S101 - it was written just now
            if not already:
                self.note(Visits(watch.number))
            return watch

    def remove(self, number: int, now: datetime) -> bool:
        """Watch it no more; what it found stays. False when there is no such watch."""
        return self._changed("removed = ?", time_text(now), number)

    def restore(self, number: int) -> bool:
        """Undo a removal; the next visit tells nobody. False when there is nothing to undo."""
        with self._db.atomic():
            done = self._db.write("UPDATE watches SET removed = NULL WHERE id = ? AND removed IS NOT NULL", (number,))
            if done:
                self.note(Visits(number))
            return bool(done)

    def pause(self, number: int) -> bool:
        return self._changed("paused = ?", 1, number)

    def resume(self, number: int) -> bool:
        """Visit it again, at the next tick. False when there is no such watch."""
        with self._db.atomic():
            self._db.write("UPDATE visits SET next = NULL WHERE watch = ?", (number,))
            return self._changed("paused = ?", 0, number)

    def all(self) -> tuple[Watch, ...]:
        """Every watch, paused ones too."""
        return tuple(map(_watch, self._db.rows("SELECT * FROM watches WHERE removed IS NULL ORDER BY id")))

    def get(self, number: int) -> Watch | None:
        return _maybe(self._db.row("SELECT * FROM watches WHERE id = ? AND removed IS NULL", (number,)))

    def at(self, url: str) -> Watch | None:
        return _maybe(self._db.row("SELECT * FROM watches WHERE url = ? AND removed IS NULL", (url,)))

    def ever_at(self, url: str) -> bool:
        """Whether the address is watched, or once was."""
        return self._db.value("SELECT 1 FROM watches WHERE url = ?", (url,)) is not None

    def visits(self) -> dict[int, Visits]:
        """How each watch has fared, by its number."""
        rows = self._db.rows("SELECT visits.* FROM visits JOIN watches ON watches.id = watch WHERE removed IS NULL")
        return {row["watch"]: _visits(row) for row in rows}

    def visits_of(self, number: int) -> Visits:
        row = self._db.row("SELECT * FROM visits WHERE watch = ?", (number,))
        return _visits(row) if row else Visits(number)

    def note(self, visits: Visits) -> None:
        """Keep how a visit went."""
        self._db.write(_NOTE, tuple(_cell(getattr(visits, name)) for name in Visits.__slots__))

    def note_all(self, changed: tuple[Visits, ...]) -> None:
        with self._db.atomic():
            for visits in changed:
                self.note(visits)

    def hush(self) -> int:
        """After a restore: every next visit tells nobody, and starts from the whole page. How many watches that are."""
        with self._db.atomic():
            hushed = tuple(
                replace(visits, quiet=True, next=None, etag="", last_modified="", digest="")
                for visits in self.visits().values()
            )
            self.note_all(hushed)
            return len(hushed)

    def counts(self) -> dict[int, tuple[int, int]]:
        """Of each watch: how many items it found, and how many of them were told."""
        rows = self._db.rows("SELECT watch, count(*), sum(fate IN ('told', 'catch_up')) FROM items GROUP BY watch")
        return {row[0]: (row[1], row[2]) for row in rows}

    def _changed(self, what: str, value: object, number: int) -> bool:
        sql = f"UPDATE watches SET {what} WHERE id = ? AND removed IS NULL"  # noqa: S608 - our own words
        return bool(self._db.write(sql, (value, number)))


_MARKS = ", ".join("?" * len(Visits.__slots__))
_NOTE = f"INSERT OR REPLACE INTO visits ({', '.join(Visits.__slots__)}) VALUES ({_MARKS})"  # noqa: S608 - our own names


def _cell(value: object) -> object:
    return time_text(value) if isinstance(value, datetime) else value


def _maybe(row: sqlite3.Row | None) -> Watch | None:
    return _watch(row) if row else None


def _watch(row: sqlite3.Row) -> Watch:
    return Watch(
        number=row["id"],
        url=row["url"],
        name=row["name"],
        kind=WatchKind(row["kind"]),
        topic=Topic(row["topic"]) if row["topic"] else None,
        official=bool(row["official"]),
        every=row["every"],
        selector=row["selector"],
        paused=bool(row["paused"]),
        added=time_of(row["added"]),
        shipped=bool(row["shipped"]),
    )


def _visits(row: sqlite3.Row) -> Visits:
    return Visits(
        watch=row["watch"],
        last=maybe_time(row["last"]),
        good=maybe_time(row["good"]),
        next=maybe_time(row["next"]),
        etag=row["etag"],
        last_modified=row["last_modified"],
        digest=row["digest"],
        failures=row["failures"],
        failing_since=maybe_time(row["failing_since"]),
        fault=row["fault"],
        fault_kind=row["fault_kind"],
        fault_told=row["fault_told"],
        quiet=bool(row["quiet"]),
        finds=row["finds"],
        first_find=maybe_time(row["first_find"]),
        last_find=maybe_time(row["last_find"]),
        silent_told=bool(row["silent_told"]),
    )
