"""The journal: who did what; what stands on what; and how an act, an undo and the undo of an undo are taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from conftest import Clock

from storage import CannotUndo, NotFound, Store
from storage.correspondence import ChatState, Place
from storage.newsitems import Topic, Urgency
from storage.periods import Period
from storage.records import Category, Milestone, MilestoneStatus, Source

PLAN = Milestone(
    "Award of bids", Category.TENDER, MilestoneStatus.PLANNED, Period.parse("2026-Q4"), None, Source("a gazette")
)
ASHA, RAVI = 1, 2


class Desk:
    """The record as people write to it, one act at a time."""

    def __init__(self, store: Store, now: Clock) -> None:
        self.store, self.now = store, now

    def write(self, *titles: str, due: str = "2026-Q4", person: int = ASHA) -> int:
        """One act that gives each of these milestones a due date; its number."""
        with self.store.atomic():
            entry = self.store.journal.begin(at=self.now.tick(), person=person, via="chat", verb="log", summary=due)
            for title in titles:
                record = replace(PLAN, title=title, due=Period.parse(due))
                self.store.milestones.put(record, entry=entry, as_of=self.now())
        return entry

    def rename(self, row: int, title: str) -> int:
        """One act that changes a row of another table."""
        with self.store.atomic():
            entry = self.store.journal.begin(at=self.now.tick(), person=ASHA, via="chat", verb="edit", summary=title)
            self.store.journal.update(entry, "sources", row, {"title": title})
        return entry

    def undo(self, number: int, *, with_later: bool = False) -> int:
        with self.store.atomic():
            return self.store.journal.undo(number, at=self.now.tick(), person=ASHA, via="chat", with_later=with_later)

    def dues(self) -> dict[str, str]:
        return {each.title: str(each.due) for each in self.store.milestones.all()}

    def standing(self, number: int) -> list[int]:
        return [entry.number for entry in self.store.journal.standing_on(number)]


@pytest.fixture
def desk(store: Store, now: Clock) -> Desk:
    return Desk(store, now)


def test_an_act_is_kept_with_who_and_when(desk: Desk, store: Store):
    entry = store.journal.get(desk.write("A", person=RAVI))
    assert (entry.person, entry.via, entry.verb, entry.at) == (RAVI, "chat", "log", desk.now())
    with pytest.raises(NotFound, match="there is no entry #99"):
        store.journal.get(99)


def test_acts_are_listed_newest_first_and_filtered(desk: Desk, store: Store):
    first, second, third = desk.write("A"), desk.write("B", person=RAVI), desk.write("C")
    numbers = [entry.number for entry in store.journal.recent()]
    assert numbers == [third, second, first]
    assert [entry.number for entry in store.journal.recent(person=RAVI)] == [second]
    assert [entry.number for entry in store.journal.recent(1, before=third)] == [second]
    assert store.journal.recent(verb="undo") == []


def test_the_version_changes_with_every_write_and_every_undo(desk: Desk, store: Store):
    versions = [store.journal.version]
    entry = desk.write("A")
    versions.append(store.journal.version)
    desk.undo(entry)
    versions.append(store.journal.version)
    assert len(set(versions)) == 3


def test_an_undo_takes_back_what_was_new_and_what_was_changed(desk: Desk):
    first = desk.write("A")
    second = desk.write("A", due="2027")
    desk.undo(second)
    assert desk.dues() == {"A": "2026-Q4"}
    desk.undo(first)
    assert desk.dues() == {}


def test_an_act_is_taken_back_once(desk: Desk):
    entry = desk.write("A")
    desk.undo(entry)
    with pytest.raises(CannotUndo, match=f"#{entry} was taken back already"):
        desk.undo(entry)


def test_the_last_act_of_a_person_is_their_own_and_still_stands(desk: Desk, store: Store):
    first, second = desk.write("A"), desk.write("B")
    desk.write("C", person=RAVI)
    assert store.journal.last_of(ASHA).number == second
    desk.undo(second)
    assert store.journal.last_of(ASHA).number == first
    desk.undo(first)
    assert store.journal.last_of(ASHA) is None


def test_what_stands_on_an_act_is_listed_and_goes_with_it(desk: Desk):
    first = desk.write("A")
    second = desk.write("A", due="2027")
    with pytest.raises(CannotUndo, match="1 later changes stand on") as told:
        desk.undo(first)
    assert [entry.number for entry in told.value.standing] == [second]
    desk.undo(first, with_later=True)
    assert desk.dues() == {}


def test_what_stands_on_what_stands_on_an_act_goes_too(desk: Desk):
    first = desk.write("A")
    second = desk.write("A", "B", due="2027")
    third = desk.write("B", due="2028")
    apart = desk.write("C")
    assert desk.standing(first) == [third, second]
    assert desk.standing(apart) == []


def test_what_was_taken_back_stands_on_nothing(desk: Desk):
    first = desk.write("A")
    desk.undo(desk.write("A", due="2027"))
    assert desk.standing(first) == []
    desk.undo(first)
    assert desk.dues() == {}


def test_an_undo_can_be_undone_and_that_too(desk: Desk):
    desk.write("A")
    second = desk.write("A", due="2027")
    undo = desk.undo(second)
    redo = desk.undo(undo)
    assert desk.dues() == {"A": "2027"}
    again = desk.undo(redo)
    assert desk.dues() == {"A": "2026-Q4"}
    desk.undo(again)
    assert desk.dues() == {"A": "2027"}


def test_an_undo_of_several_brings_all_of_them_back(desk: Desk, store: Store):
    first, second = desk.write("A"), desk.write("A", due="2027")
    undo = desk.undo(first, with_later=True)
    assert [store.journal.get(each).undone_by for each in (first, second)] == [undo, undo]
    desk.undo(undo)
    assert desk.dues() == {"A": "2027"}
    assert [store.journal.get(each).undone_by for each in (first, second)] == [None, None]


def test_a_later_undo_stands_on_an_undo_that_it_went_past(desk: Desk):
    """To bring back the change of something that is gone, that which took it away goes first."""
    first, second = desk.write("A"), desk.write("A", due="2027")
    undo = desk.undo(second)
    past = desk.undo(first)
    assert desk.standing(undo) == [past]
    desk.undo(undo, with_later=True)
    assert desk.dues() == {"A": "2027"}


def test_a_row_of_another_table_is_put_back_as_it_was(desk: Desk, store: Store):
    desk.write("A")
    entry = desk.rename(1, "another gazette")
    desk.undo(entry)
    assert store.db.value("SELECT title FROM sources") == "a gazette"


def test_a_redo_does_not_write_over_what_came_since(desk: Desk, store: Store):
    desk.write("A")
    undo = desk.undo(desk.rename(1, "one"))
    later = desk.rename(1, "two")
    assert desk.standing(undo) == [later]
    with pytest.raises(CannotUndo):
        desk.undo(undo)
    assert store.db.value("SELECT title FROM sources") == "two"


def test_a_row_that_was_added_or_taken_away_comes_and_goes(store: Store, now: Clock, desk: Desk):
    with store.atomic():
        add = store.journal.begin(at=now.tick(), person=ASHA, via="chat", verb="watch", summary="")
        row = store.journal.insert(add, "seeds", {"kind": "a", "key": "b", "digest": "c"})
    with store.atomic():
        take = store.journal.begin(at=now.tick(), person=ASHA, via="chat", verb="watch", summary="")
        with store.journal.kept(take, "seeds", id=row):
            store.db.write("DELETE FROM seeds WHERE id = ?", (row,))
    desk.undo(take)
    assert store.db.value("SELECT digest FROM seeds") == "c"
    desk.undo(add)
    assert store.db.value("SELECT count(*) FROM seeds") == 0


def test_what_cannot_be_put_back_is_refused_and_leaves_all_as_it_was(store: Store, now: Clock, desk: Desk):
    """Somebody else has its name by now."""
    with store.atomic():
        row = store.db.insert("seeds", {"kind": "a", "key": "b", "digest": "c"})
        take = store.journal.begin(at=now.tick(), person=ASHA, via="chat", verb="watch", summary="")
        with store.journal.kept(take, "seeds", id=row):
            store.db.write("DELETE FROM seeds WHERE id = ?", (row,))
        store.db.insert("seeds", {"id": row + 1, "kind": "a", "key": "b", "digest": "d"})
    with pytest.raises(CannotUndo, match="have taken its place"):
        desk.undo(take)
    assert store.journal.get(take).undone_by is None


def test_an_act_that_wrote_nothing_can_be_forgotten(store: Store, now: Clock):
    with store.atomic():
        store.journal.forget(store.journal.begin(at=now(), person=ASHA, via="chat", verb="import", summary=""))
    assert store.journal.recent() == []


def act(store: Store, now: Clock, verb: str = "settings", person: int = ASHA) -> int:
    return store.journal.begin(at=now.tick(), person=person, via="chat", verb=verb, summary=verb)


def a_group(store: Store, now: Clock) -> int:
    return store.chats.meet(Place.TELEGRAM, -5, kind="group", title="Team", now=now()).number


def test_an_undo_touches_only_the_columns_that_its_act_changed(desk: Desk, store: Store, now: Clock):
    """A group's new Telegram id, which no act of anybody's changed, outlives the undo of its approval."""
    chat = a_group(store, now)
    with store.atomic():
        approval = act(store, now, "approve")
        store.journal.update(approval, "chats", chat, {"state": ChatState.ACTIVE, "problem": ""})
    store.chats.migrate(chat, -1_000_000_000_005)
    desk.undo(approval)
    found = store.chats.get(chat)
    assert (found.state, found.telegram_id, found.kind) == (ChatState.WAITING, -1_000_000_000_005, "supergroup")


def test_changes_of_other_columns_of_a_row_neither_stand_on_an_act_nor_go_with_it(desk: Desk, store: Store, now: Clock):
    chat = a_group(store, now)
    with store.atomic():
        approval = act(store, now, "approve")
        store.journal.update(approval, "chats", chat, {"state": ChatState.ACTIVE})
        later = act(store, now)
        store.journal.update(later, "chats", chat, {"language": "hi"})
        over = act(store, now)
        store.journal.update(over, "chats", chat, {"language": "en", "quiet": "22:00-07:00"})
    assert desk.standing(approval) == []
    assert desk.standing(later) == [over]
    desk.undo(approval)
    found = store.chats.get(chat)
    assert (found.state, found.language, found.quiet) == (ChatState.WAITING, "en", "22:00-07:00")
    desk.undo(over)
    assert store.chats.get(chat).language == "hi"


def test_whatever_a_block_does_to_the_rows_of_a_chat_is_kept_and_taken_back(desk: Desk, store: Store, now: Clock):
    """Rows that came, went and changed; and no others."""
    chat, other = a_group(store, now), store.chats.meet(Place.TELEGRAM, 6, kind="private", title="R", now=now()).number
    for each in (chat, other):
        store.chats.follow(each, Topic.TRADE, Urgency.URGENT)
        store.chats.follow(each, Topic.MINING, Urgency.URGENT)
    before, others = store.chats.follows(chat), store.chats.follows(other)
    with store.atomic():
        entry = act(store, now, "follow")
        with store.journal.kept(entry, "follows", chat=chat):
            store.chats.follow(chat, Topic.TRADE, Urgency.ROUTINE)
            store.chats.follow(chat, Topic.POLICY, Urgency.NOTABLE)
            store.chats.unfollow(chat, Topic.MINING)
    after = store.chats.follows(chat)
    undo = desk.undo(entry)
    assert (store.chats.follows(chat), store.chats.follows(other)) == (before, others)
    desk.undo(undo)
    assert store.chats.follows(chat) == after


def test_what_changed_a_row_that_is_gone_cannot_be_taken_back(desk: Desk, store: Store, now: Clock):
    chat = a_group(store, now)
    store.chats.follow(chat, Topic.TRADE, Urgency.URGENT)
    with store.atomic():
        entry = act(store, now, "follow")
        with store.journal.kept(entry, "follows", chat=chat):
            store.chats.follow(chat, Topic.TRADE, Urgency.ROUTINE)
    store.chats.unfollow(chat)
    with pytest.raises(CannotUndo, match="is gone"):
        desk.undo(entry)
    assert store.journal.get(entry).undone_by is None


def test_what_changed_nothing_is_kept_but_is_no_change_to_take_back(desk: Desk, store: Store, now: Clock):
    """As a copy of the store that somebody took."""
    first = desk.write("A")
    copied = act(store, now, "backup")
    assert store.journal.last_of(ASHA).number == first
    assert (store.journal.wrote(first), store.journal.wrote(copied)) == (True, False)
