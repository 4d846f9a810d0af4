"""After a restore: nobody is told twice, or late, without an admin's word."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from chat_room import ADMIN, MEMBER, Room, loud
from virtual_time import virtual

from bot.restoring import restore
from storage.backup import copy_to
from storage.correspondence import Debt, Lane, Place
from storage.newsitems import Fate, NewsItem, Topic, Urgency
from storage.store import Store

KOLKATA = ZoneInfo("Asia/Kolkata")
LATER = datetime(2026, 12, 1, 6, 30, tzinfo=UTC)


@pytest.fixture
def room(tmp_path: Path) -> Room:
    """A desk whose backup still owes the member one alert, and hears of a watch."""
    made = Room(tmp_path / "store.db")
    made.people()
    with Store(made.path) as store:
        chat = store.chats.at(Place.TELEGRAM, MEMBER)
        store.outbox.promise(
            chat.number, key="story:1:1", what="notice", subject="Old news", lane=Lane.URGENT, now=made.wall()
        )
        store.watches.add("https://example.org/feed", made.wall() - timedelta(days=1))
        store.inbox.keep("4242", [(1, "{}")], made.wall())
    copy_to(made.path, tmp_path / "backup.db")
    restore(tmp_path / "backup.db", made.path, made.wall(), KOLKATA)
    return made


def owed(store: Store) -> list[tuple[str, Debt]]:
    return [(row["key"], Debt(row["state"])) for row in store.db.rows("SELECT key, state FROM outbox ORDER BY id")]


def test_what_was_not_delivered_is_held_and_what_was_asked_then_is_not_answered_now(room: Room):
    with Store(room.path) as store:
        assert owed(store) == [("story:1:1", Debt.HELD)]
        assert store.inbox.undone("4242") == []
        assert [visits.quiet for visits in store.watches.visits().values()] == [True]


@virtual
@pytest.mark.parametrize(("label", "heard"), [("Send them", 1), ("Drop them", 0)])
async def test_an_admin_is_asked_once_and_says_send_or_drop(room: Room, label: str, heard: int, caplog):
    async with room.running():
        for _ in range(3):
            room.chat.restored.look()
            await room.quiet()
        asked = [message for message in room.telegram.heard(ADMIN) if "are held" in message["text"]]
        assert len(asked) == 1
        assert not [message for message in room.telegram.heard(MEMBER) if "Old news" in message["text"]]
        await room.presses(asked[0], label, ADMIN)
        told = [message["text"] for message in room.telegram.heard(MEMBER) if "Old news" in message["text"]]
        assert len(told) == heard
        assert all("Possibly a repeat" in text for text in told)
    assert loud(caplog) == []


@virtual
async def test_nobody_but_an_admin_decides_and_only_once(room: Room):
    async with room.running():
        room.chat.restored.look()
        await room.quiet()
        asked = room.telegram.last(ADMIN)
        room.telegram.press(asked, "Send them", MEMBER)
        await room.quiet()
        assert room.store.aftermath.held() == 1
        await room.presses(asked, "Drop them", ADMIN)
        room.telegram.press_data(asked, "held:send:1", ADMIN)
        await room.quiet()
        assert room.store.aftermath.held() == 0
        assert ("story:1:1", Debt.DROPPED) in owed(room.store)


def find(store: Store, number: int, at: datetime, fate: Fate) -> None:
    item = NewsItem(f"Headline {number}", f"https://example.org/{number}")
    store.news.remember(item, [f"link:{number}"], watch=1, now=at, relevant=True, topic=Topic.TRADE,
                        urgency=Urgency.NOTABLE, why="", fate=fate)  # fmt: skip


@virtual
async def test_once_every_watch_was_visited_admins_hear_how_many_stories_may_have_been_told(room: Room):
    async with room.running():
        store = room.store
        room.chat.restored.look()
        assert len(store.aftermath.open()) == 1
        for number in range(3):
            find(store, number, room.wall() + timedelta(minutes=1), Fate.QUIET)
        find(store, 9, room.wall() + timedelta(minutes=1), Fate.TOLD)
        store.db.write("UPDATE visits SET quiet = 0")
        room.chat.restored.look()
        room.chat.restored.look()
        await room.quiet()
        said = [message["text"] for message in room.telegram.heard(ADMIN) if "since the backup" in message["text"]]
        assert len(said) == 1
        assert said[0].startswith("3 stories")
        assert store.aftermath.open() == ()


def test_a_reminder_that_may_have_been_given_since_is_held_with_the_rest(tmp_path: Path):
    room = Room(tmp_path / "store.db")
    room.people()
    with Store(room.path) as store:
        chat = store.chats.at(Place.TELEGRAM, MEMBER)
        for topic in Topic:
            store.chats.follow(chat.number, topic, Urgency.ROUTINE)
    from bot import cli

    _import(cli, tmp_path, room.path)
    copy_to(room.path, tmp_path / "backup.db")
    _, held = restore(tmp_path / "backup.db", room.path, LATER, KOLKATA)
    assert held > 0
    with Store(room.path) as store:
        assert {state for _, state in owed(store)} == {Debt.HELD}


def _import(cli, tmp_path: Path, path: Path) -> None:
    """One milestone that is due in thirty days."""
    csv = tmp_path / "milestones.csv"
    csv.write_text(
        "title,category,status,due,done,organisation,place,source_url,note\n"
        "Pilot line,plant,planned,2026-12-31,,IREL,,https://example.org/1,\n"
    )
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("DATABASE_PATH", str(path))
        environment.setenv("LODESTONE_SEED", "0")
        environment.chdir(tmp_path)
        assert cli.run(["import", "milestones", str(csv)]) == 0
