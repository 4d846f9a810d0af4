"""The shipped facts: they enter a new store, follow an upgrade, and never overwrite what the team made of them."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from chat_room import ADMIN, MEMBER, Room, loud
from conftest import Clock
from virtual_time import virtual

from storage import Store
from storage import seed as seeding
from storage.intake import bring
from storage.records import Change
from storage.rows import KINDS, check
from storage.seed import Seeded, accept, decline, offers, seed, theirs

FIGURE = {
    "indicator": "imports", "product": "magnets", "partner": "World", "period": "FY2024-25", "value": "221",
    "unit": "USD", "status": "provisional", "source_title": "A reply", "source_url": "https://e.org/1",
    "published": "2025-08-01",
}  # fmt: skip
MILESTONE = {
    "title": "Award of bids",
    "category": "tender",
    "status": "planned",
    "due": "2026-Q4",
    "source_url": "https://e.org/2",
    "id": "1",
    "as_of": "2026-01-05",
}


class Shipped:
    """What a version of the program ships."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.rows: dict[str, list[dict[str, str]]] = {kind: [] for kind in KINDS}
        monkeypatch.setattr(seeding, "_rows", lambda kind: iter(self.rows[kind]))
        monkeypatch.setattr(seeding, "_shipped", seeding._shipped.__wrapped__)

    def __call__(self, **rows: list[dict[str, str]]) -> None:
        self.rows |= rows


@pytest.fixture
def shipped(monkeypatch: pytest.MonkeyPatch) -> Shipped:
    return Shipped(monkeypatch)


def team(store: Store, now: Clock, kind: str, row: dict[str, str]) -> int:
    """The team's own row, as its file would bring it; the number of the entry."""
    act = {"now": now.tick(), "person": 1, "via": "file", "name": "ours.csv", "recorded_by": "Asha"}
    return bring(store, kind, [check(kind, row)], **act).entry


def own_key(store: Store) -> str:
    return store.milestones.all()[0].key


def test_the_real_facts_enter_an_empty_store_whole(store: Store, now: Clock):
    done = seed(store, now())
    assert done.offered == done.revised == 0
    for kind in KINDS:
        text = seeding.files("storage").joinpath("facts", f"{kind}.csv").read_text(encoding="utf-8")
        rows = list(csv.DictReader(text.splitlines()))
        assert len(store.shelf(kind).histories()) == len(rows), kind
    assert [entry.via for entry in store.journal.recent()] == ["seed"]


def test_twice_changes_nothing(store: Store, now: Clock):
    seed(store, now())
    assert seed(store, now.tick()) == Seeded(0, 0, 0)
    assert len(store.journal.recent()) == 1


def test_rows_of_one_source_are_a_figures_history_even_at_another_address(store: Store, now: Clock, shipped: Shipped):
    later = FIGURE | {"value": "223", "published": "2026-02-01", "status": "final", "source_url": "https://e.org/9"}
    shipped(figures=[later, FIGURE])
    assert seed(store, now()) == Seeded(1, 0, 0)
    (figure,) = store.figures.all()
    assert [figure.value, *(old.value for old in store.figures.revisions(figure))] == [223, 221]


def test_an_upgrade_revises_what_nobody_touched(store: Store, now: Clock, shipped: Shipped):
    shipped(figures=[FIGURE], milestones=[MILESTONE])
    seed(store, now())
    shipped(milestones=[MILESTONE, MILESTONE | {"due": "2027-Q1", "as_of": "2026-10-01"}])
    assert seed(store, now.tick()) == Seeded(0, 1, 0)
    (milestone,) = store.milestones.all()
    assert (str(milestone.due), str(milestone.baseline), milestone.slips) == ("2027-Q1", "2026-Q4", 1)


def test_a_mended_row_corrects_and_is_no_slip(store: Store, now: Clock, shipped: Shipped):
    shipped(milestones=[MILESTONE])
    seed(store, now())
    shipped(milestones=[MILESTONE | {"due": "2027-Q1", "source_url": "https://e.org/3"}])
    assert seed(store, now.tick()) == Seeded(0, 1, 0)
    (milestone,) = store.milestones.all()
    assert (str(milestone.due), str(milestone.baseline), milestone.slips) == ("2027-Q1", "2027-Q1", 0)
    assert milestone.state.change is Change.CORRECTION
    assert store.milestones.beside(milestone.number) == []


def test_an_upgrade_is_journalled_and_can_be_undone(store: Store, now: Clock, shipped: Shipped):
    shipped(milestones=[MILESTONE])
    seed(store, now())
    shipped(milestones=[MILESTONE | {"title": "Award of the bids"}])
    seed(store, now.tick())
    with store.atomic():
        store.journal.undo(store.journal.recent(1)[0].number, at=now.tick(), person=1, via="chat")
    assert [each.title for each in store.milestones.all()] == ["Award of bids"]
    assert seed(store, now.tick()) == Seeded(0, 0, 0), "it is not brought again"


@pytest.mark.parametrize("touch", ["changed", "taken back"])
def test_what_the_team_touched_stands_and_the_difference_is_offered(
    store: Store, now: Clock, shipped: Shipped, touch: str
):
    shipped(milestones=[MILESTONE])
    seed(store, now())
    if touch == "changed":
        team(store, now, "milestones", MILESTONE | {"id": own_key(store), "due": "2028", "as_of": ""})
    else:
        with store.atomic():
            store.journal.undo(1, at=now.tick(), person=1, via="chat")
    before = store.milestones.all()
    shipped(milestones=[MILESTONE | {"due": "2027-Q1"}])
    assert seed(store, now.tick()) == Seeded(0, 0, 1)
    assert store.milestones.all() == before
    (offer,) = offers(store)
    assert [str(row.record.due) for row in offer.rows] == ["2027-Q1"]
    assert theirs(store, offer) == (before[0] if before else None)
    assert seed(store, now.tick()) == Seeded(0, 0, 0)


def answered(store: Store, now: Clock, answer: Any) -> None:
    with store.atomic():
        (offer,) = offers(store)
        entry = store.journal.begin(at=now.tick(), person=1, via="chat", verb="edit", summary="offer")
        answer(store, offer, entry=entry, **({"now": now()} if answer is accept else {}))


@pytest.mark.parametrize(("answer", "due"), [(accept, "2027-Q1"), (decline, "2028")])
def test_an_offer_is_answered_once_and_the_answer_can_be_undone(
    store: Store, now: Clock, shipped: Shipped, answer: Any, due: str
):
    shipped(milestones=[MILESTONE])
    seed(store, now())
    team(store, now, "milestones", MILESTONE | {"id": own_key(store), "due": "2028", "as_of": "2026-02-01"})
    shipped(milestones=[MILESTONE, MILESTONE | {"due": "2027-Q1", "as_of": "2026-10-01"}])
    seed(store, now.tick())
    answered(store, now, answer)
    assert [str(each.due) for each in store.milestones.all()] == [due]
    assert offers(store) == []
    with store.atomic():
        store.journal.undo(store.journal.recent(1)[0].number, at=now.tick(), person=1, via="chat")
    assert [str(each.due) for each in store.milestones.all()] == ["2028"]
    assert len(offers(store)) == 1


def test_what_the_team_had_already_is_no_offer(store: Store, now: Clock, shipped: Shipped):
    team(store, now, "figures", FIGURE)
    shipped(figures=[FIGURE])
    assert seed(store, now.tick()) == Seeded(0, 0, 0)
    assert (offers(store), store.figures.count(), len(store.journal.recent())) == ([], 1, 1)


def test_a_teams_file_that_counts_from_one_speaks_of_its_own_milestones(store: Store, now: Clock, shipped: Shipped):
    shipped(milestones=[MILESTONE])
    seed(store, now())
    team(store, now, "milestones", MILESTONE | {"title": "Our own first", "id": "1"})
    assert [each.title for each in store.milestones.all()] == ["Award of bids", "Our own first"]


# ---------------------------------------------------------------- what admins are offered


@virtual
async def test_admins_are_offered_the_difference_once_and_take_it_or_keep_their_own(
    tmp_path: Path, now: Clock, shipped: Shipped, caplog: pytest.LogCaptureFixture
):
    room = Room(tmp_path / "store.db")
    room.people()
    second = MILESTONE | {"id": "2", "title": "Opening of bids"}
    shipped(milestones=[MILESTONE, second])
    with Store(room.path) as store:
        seed(store, now())
        for each in store.milestones.all():
            team(
                store, now, "milestones", MILESTONE | {"id": each.key, "title": each.title, "due": "2028", "as_of": ""}
            )
    newer = {"due": "2027-Q1", "as_of": "2027-10-01", "source_title": "PIB"}
    shipped(milestones=[MILESTONE, MILESTONE | newer, second, second | newer])
    with Store(room.path) as store:
        assert seed(store, now.tick()).offered == 2
    async with room.running():
        for _ in range(3):
            room.chat.offering.look()
            await room.quiet()
        (asked,) = room.telegram.heard(ADMIN)
        assert room.telegram.heard(MEMBER) == []
        assert "Award of bids: you have Due 2028; shipped: Due Q1 2027 (Jan-Mar)" in asked["text"]
        left = await room.presses(asked, "1. Take it")
        shown = room.telegram.messages[ADMIN, asked["message_id"]]
        assert "Award of bids" not in shown["text"]
        assert "Opening of bids" in shown["text"]
        assert "shipped facts taken" in left["text"] or "Q1 2027" in left["text"]
        await room.presses(shown, "1. Keep ours")
        for _ in range(3):
            room.chat.offering.look()
            await room.quiet()
        assert [str(each.due) for each in room.store.milestones.all()] == ["2027-Q1", "2028"]
        assert offers(room.store) == []
        assert not [each for each in room.telegram.heard(ADMIN) if "differs" in each["text"] and each != shown]
        room.telegram.press_data(shown, "offer:1:take", ADMIN)
        await room.quiet()
        assert "decided" in room.telegram.toasts()[-1]
    assert loud(caplog) == []
