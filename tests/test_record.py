"""The record: every state kept, histories read from rows in any order, undo exact, and files that carry it whole."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from conftest import Clock
from drawn import RECORDS, figures, milestones
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot import tables
from storage import NotFound, Store
from storage.intake import bring, put, rehearse, take
from storage.lives import Told, live_through
from storage.periods import Period
from storage.records import Category, Change, Figure, FigureStatus, Milestone, MilestoneStatus, Source
from storage.rows import KINDS, Written, check, columns, row_of
from storage.things import Stale, instant

PLAN = Milestone(
    "Award of bids", Category.TENDER, MilestoneStatus.PLANNED, Period.parse("2026-Q4"), None, Source("a gazette")
)
ROW = {
    "title": "Award of bids",
    "category": "tender",
    "status": "planned",
    "due": "2026-Q4",
    "source_url": "https://a.org",
}
FIGURE = Figure(
    "imports",
    "magnets",
    "World",
    Period.parse("FY2024-25"),
    221e6,
    "USD",
    FigureStatus.PROVISIONAL,
    Source("A reply", "https://e.org"),
)


def brought(store: Store, now: Clock, kind: str, *rows: dict[str, str]) -> Any:
    """What a file of these rows does."""
    checked = [check(kind, row) for row in rows]
    return bring(store, kind, checked, now=now.tick(), person=1, via="file", name="f.csv", recorded_by="Asha")


def written(store: Store, now: Clock, record: Any, **how: Any) -> int:
    """One act that writes one state; the number of the thing."""
    things = store.figures if isinstance(record, Figure) else store.milestones
    with store.atomic():
        entry = store.journal.begin(at=now.tick(), person=1, via="chat", verb="log", summary="")
        return things.put(record, entry=entry, as_of=now(), **how).number


def life(store: Store, number: int = 1) -> list[tuple[str, str]]:
    """Due and change of every state, oldest first."""
    return [(str(each.due), str(each.state.change)) for each in store.milestones.history(number)]


def exported(store: Store, kind: str, *, history: bool = True) -> str:
    return tables.csv_bytes(columns(kind, history=history), tables.export_rows(store, kind, history=history)).decode()


# ---------------------------------------------------------------- a milestone's life


def test_a_later_due_is_a_slip_an_earlier_one_an_advance_and_an_edit_a_correction(store: Store, now: Clock):
    number = written(store, now, PLAN)
    for due, correction in (("2027-Q1", False), ("2027-Q2", True), ("2026-Q4", False), ("2027", False)):
        written(store, now, replace(PLAN, due=Period.parse(due)), number=number, correction=correction)
    assert life(store) == [
        ("2026-Q4", ""), ("2027-Q1", "slip"), ("2027-Q2", "correction"), ("2026-Q4", "advance"), ("2027", "slip")
    ]  # fmt: skip
    now_live = store.milestones.get(number)
    assert (str(now_live.baseline), now_live.slips) == ("2026-Q4", 2)


def test_a_correction_before_any_move_corrects_the_baseline_and_one_after_does_not(store: Store, now: Clock):
    number = written(store, now, PLAN)
    written(store, now, replace(PLAN, due=Period.parse("2027-Q1")), number=number, correction=True)
    assert str(store.milestones.get(number).baseline) == "2027-Q1"
    written(store, now, replace(PLAN, due=Period.parse("2027-Q3")), number=number)
    written(store, now, replace(PLAN, due=Period.parse("2028")), number=number, correction=True)
    assert str(store.milestones.get(number).baseline) == "2027-Q1"


def test_the_same_end_in_other_words_is_no_slip_and_a_due_left_out_is_not_forgotten(store: Store, now: Clock):
    number = written(store, now, PLAN)
    for due in ("2026-12", None, "2027"):
        written(store, now, replace(PLAN, due=Period.parse(due) if due else None), number=number)
    assert [change for _, change in life(store)] == ["", "", "", "slip"]


def test_rows_in_any_order_are_a_history_in_the_order_of_their_days(store: Store, now: Clock):
    days = [("2026-03-01", "2027"), ("2026-01-01", "2026-Q4"), ("2026-02-01", "2026-Q3")]
    taken = brought(store, now, "milestones", *(ROW | {"as_of": day, "due": due} for day, due in days))
    assert life(store) == [("2026-Q4", ""), ("2026-Q3", "advance"), ("2027", "slip")]
    assert str(taken) == "1 new, 2 changed"


def test_rows_of_one_day_from_different_sources_are_a_disagreement_and_no_slip(store: Store, now: Clock):
    firm, loose = (
        ROW | {"as_of": "2026-01-01"},
        ROW | {"as_of": "2026-01-01", "due": "2027", "source_url": "https://b.org"},
    )
    brought(store, now, "milestones", firm, loose | {"confidence": "unconfirmed"})
    live = store.milestones.get(1)
    assert (str(live.due), live.slips, [str(other.due) for other in store.milestones.beside(1)]) == (
        "2026-Q4",
        0,
        ["2027"],
    )
    assert len(exported(store, "milestones", history=False).splitlines()) == 3, "both are in the file"


def test_of_equally_firm_sources_the_last_written_answers(store: Store, now: Clock):
    day = ROW | {"as_of": "2026-01-01"}
    brought(store, now, "milestones", day, day | {"due": "2027", "source_url": "https://b.org"})
    assert str(store.milestones.get(1).due) == "2027"


def test_a_source_that_speaks_twice_of_one_day_corrects_itself(store: Store, now: Clock):
    day = ROW | {"as_of": "2026-01-01"}
    brought(store, now, "milestones", day, day | {"due": "2027"})
    assert life(store) == [("2026-Q4", ""), ("2027", "correction")]
    assert (store.milestones.get(1).slips, store.milestones.beside(1)) == (0, [])


def test_there_and_back_within_one_file_is_told_and_says_nothing_new_the_second_time(store: Store, now: Clock):
    day = ROW | {"as_of": "2026-01-01"}
    rows = [day, day | {"due": "2027"}, day]
    assert brought(store, now, "milestones", *rows).changed == 2
    assert str(store.milestones.get(1).due) == "2026-Q4"
    assert brought(store, now, "milestones", *rows).same == 3


def test_what_is_written_by_hand_comes_after_what_a_file_dated_ahead(store: Store, now: Clock):
    brought(store, now, "milestones", ROW | {"as_of": "2027-06-01"})
    written(store, now, replace(PLAN, status=MilestoneStatus.DONE), number=1)
    assert store.milestones.get(1).status == "done"


def test_a_row_changed_in_an_exported_file_takes_effect_though_its_day_is_the_same(store: Store, now: Clock):
    """Export gives the day alone, and the state was written at some hour of it."""
    written(store, now, PLAN)
    (row,) = tables.export_rows(store, "milestones")
    assert brought(store, now, "milestones", row).same == 1
    assert brought(store, now, "milestones", row | {"due": "2027"}).changed == 1
    assert str(store.milestones.get(1).due) == "2027"


@pytest.mark.parametrize("dated", ["", "2026-02-01"])
def test_a_file_taken_twice_says_nothing_new_even_on_another_day(store: Store, now: Clock, dated: str):
    row = ROW | {"as_of": dated, "source_url": ""}
    assert brought(store, now, "milestones", row).new == 1
    now.tick(days=3)
    again = brought(store, now, "milestones", row)
    assert (again.same, again.entry, len(store.journal.recent())) == (1, 0, 1)


def test_without_a_link_the_source_is_who_recorded_it_and_when(store: Store, now: Clock):
    brought(store, now, "milestones", ROW | {"source_url": ""})
    assert store.milestones.get(1).source.title == "recorded by Asha, 2026-11-24"


def test_a_rehearsal_counts_and_leaves_nothing_behind(store: Store, now: Clock):
    brought(store, now, "milestones", ROW)
    rows = [
        check("milestones", ROW),
        check("milestones", ROW | {"due": "2027"}),
        check("milestones", ROW | {"title": "B"}),
    ]
    before = exported(store, "milestones")
    assert str(rehearse(store, "milestones", rows, now=now(), recorded_by="Asha")) == "1 new, 1 changed, 1 as they were"
    assert (exported(store, "milestones"), len(store.journal.recent())) == (before, 1)


# ---------------------------------------------------------------- names and numbers


def test_without_an_id_the_title_names_the_thing_case_and_spacing_aside(store: Store, now: Clock):
    brought(store, now, "milestones", ROW, ROW | {"title": "award  OF bids", "status": "done"})
    assert store.milestones.count() == 1
    assert [each.title for each in store.milestones.titled(" AWARD of  bids ")] == ["award OF bids"]


def test_with_an_id_a_thing_may_change_its_title_and_share_one(store: Store, now: Clock):
    brought(
        store,
        now,
        "milestones",
        *(ROW | {"id": key, "title": title} for key, title in (("7", "A"), ("8", "A"), ("7", "B"))),
    )
    assert [(each.key, each.title) for each in store.milestones.all()] == [("7", "B"), ("8", "A")]


def test_what_came_without_an_id_keeps_its_number_in_another_store(store: Store, now: Clock, tmp_path: Path):
    with store.atomic():
        store.journal.undo(brought(store, now, "milestones", ROW).entry, at=now(), person=1, via="chat")
    brought(store, now, "milestones", ROW | {"title": "B"})
    with Store(tmp_path / "other.db") as other:
        carry(store, other, now, "milestones")
        assert [(each.number, each.key, each.title) for each in other.milestones.all()] == [(2, "#2", "B")]
        assert brought(other, now, "milestones", ROW | {"title": "C"}).new == 1
        assert other.milestones.get(3).key == "#3"


def test_a_title_may_be_used_again_on_purpose(store: Store, now: Clock):
    assert [written(store, now, PLAN), written(store, now, PLAN, fresh=True), written(store, now, PLAN)] == [1, 2, 2]


def test_what_is_not_there_is_said_so(store: Store):
    with pytest.raises(NotFound, match="there is no milestone #4"):
        store.milestones.get(4)


def test_the_second_of_two_writers_is_told_what_changed_since_and_nothing_is_lost(store: Store, now: Clock):
    number = written(store, now, PLAN)
    seen = store.milestones.version(number)
    written(store, now, replace(PLAN, due=Period.parse("2027")), number=number, expected=seen)
    with pytest.raises(Stale) as told:
        written(store, now, replace(PLAN, place="Odisha"), number=number, expected=seen)
    assert [str(state.due) for state in told.value.newer] == ["2027"]
    assert [due for due, _ in life(store)] == ["2026-Q4", "2027"]


def test_texts_are_kept_on_one_line(store: Store, now: Clock):
    number = written(store, now, replace(PLAN, note="two\nlines\x00  and more"), reason="because\tof this")
    state = store.milestones.get(number)
    assert (state.note, state.state.reason) == ("two lines and more", "because of this")


# ---------------------------------------------------------------- figures


def test_the_later_published_stands_whatever_the_order_and_the_earlier_is_its_history(store: Store, now: Clock):
    for day, value in ((datetime(2026, 2, 1, tzinfo=UTC), 223e6), (datetime(2025, 8, 1, tzinfo=UTC), 221e6)):
        written(store, now, replace(FIGURE, value=value, source=replace(FIGURE.source, published=day.date())))
    (live,) = store.figures.all()
    assert (live.value, [old.value for old in store.figures.revisions(live)]) == (223e6, [221e6])


def test_different_sources_disagree_and_the_firmer_then_the_later_published_answers(store: Store, now: Clock):
    def said(title: str, status: FigureStatus, day: int) -> None:
        source = Source(title, published=datetime(2026, 1, day, tzinfo=UTC).date())
        written(store, now, replace(FIGURE, status=status, source=source))

    said("a newspaper", FigureStatus.REPORTED, 9)
    said("a ministry", FigureStatus.FINAL, 1)
    said("a bureau", FigureStatus.FINAL, 5)
    found = store.figures.select(
        "imports", product="magnets", partner="World", unit="USD", period=Period.parse("FY2024-25")
    )
    assert [figure.source.title for figure in found] == ["a bureau", "a ministry", "a newspaper"]


def test_what_one_person_recorded_on_two_days_is_a_revision(store: Store, now: Clock):
    for day, value in (("2026-11-23", 1.0), ("2026-11-24", 2.0)):
        written(store, now, replace(FIGURE, value=value, source=Source(f"recorded by Asha, {day}")))
    assert [figure.value for figure in store.figures.all()] == [2.0]


def test_periods_of_the_same_days_are_one_key(store: Store, now: Clock):
    for text in ("2025-Q3", "FY2025-26-Q2"):
        written(store, now, replace(FIGURE, period=Period.parse(text)))
    assert store.figures.count() == 1


def test_figures_are_chosen_by_key_and_by_the_days_they_lie_in(store: Store, now: Clock):
    for text in ("2025-01", "2025-02", "2025-Q1", "2026-01"):
        written(store, now, replace(FIGURE, period=Period.parse(text)))
    within = store.figures.select("imports", within=Period.parse("2025"))
    assert [str(figure.period) for figure in within] == ["2025-01", "2025-Q1", "2025-02"]
    assert [str(period) for period in store.figures.periods("imports", "magnets", "World")][-1] == "2026-01"
    assert store.figures.select("imports", product="oxides") == []


@settings(max_examples=25)
@given(st.lists(figures, max_size=8))
def test_property_the_values_that_figures_have_are_those_of_the_live_ones(store_file: Path, drawn: list[Figure]):
    with fresh(store_file) as store:
        for figure in drawn:
            written(store, Clock(), figure)
        live = store.figures.all()
        for column in ("indicator", "product", "partner", "unit"):
            assert store.figures.distinct(column) == sorted({getattr(figure, column) for figure in live})
            of_imports = sorted({getattr(figure, column) for figure in live if figure.indicator == "imports"})
            assert column == "indicator" or store.figures.distinct(column, "imports") == of_imports


# ---------------------------------------------------------------- many figures at once


rows_of_figures = st.lists(
    st.builds(
        Written,
        record=figures.map(lambda figure: replace(figure, value=float(abs(figure.value) > 1), note="")),
        as_of=st.just(None) | st.just(datetime(2027, 1, 1, tzinfo=UTC)),
        correction=st.booleans(),
        reason=st.sampled_from(["", "a slip of the pen"]),
    ),
    max_size=10,
)


@given(rows_of_figures, rows_of_figures)
def test_property_many_figures_at_once_do_what_each_alone_would(
    store_file: Path, first: list[Written], second: list[Written]
):
    told = []
    for at_once in (True, False):
        now = Clock()
        with fresh(store_file) as store:
            told.append([figures_in(store, now, placed(rows), at_once=at_once) for rows in (first, second)])
            told[-1].append(sorted(exported(store, "figures").splitlines()))
    assert told[0] == told[1]


def placed(rows: list[Written]) -> list[Written]:
    """As `check` gives them: what a source dates is of that day."""
    return [replace(row, as_of=instant(day)) if (day := row.record.source.published) else row for row in rows]


def figures_in(store: Store, now: Clock, rows: list[Written], *, at_once: bool) -> tuple[int, int, int]:
    if at_once:
        taken = bring(store, "figures", rows, now=now.tick(), person=1, via="file", name="f", recorded_by="A")
        return taken.new, taken.changed, taken.same
    with store.atomic():
        entry = store.journal.begin(at=now.tick(), person=1, via="file", verb="import", summary="")
        said = [put(store.figures, row, entry=entry, now=now()).outcome for row in rows]
    return said.count("new"), said.count("changed"), said.count("same")


@given(rows_of_figures)
def test_property_figures_settle_by_the_rule_that_all_things_do(store_file: Path, rows: list[Written]):
    with fresh(store_file) as store:
        figures_in(store, Clock(), placed(rows), at_once=True)
        for number in {figure.state.number for figure in store.figures.all()}:
            states = store.figures.history(number)
            told = [
                Told(each.state.version, str(each.state.as_of), edited(store, each), "one", 0, None, each.status)
                for each in states
            ]
            whole = live_through(told)
            assert {each.state.version: each.state.change for each in states} == whole.changes
            assert store.figures.version(number) == whole.live


def edited(store: Store, figure: Figure) -> bool:
    return bool(store.db.value("SELECT edited FROM figure_states WHERE id = ?", (figure.state.version,)))


# ---------------------------------------------------------------- the machine


@pytest.fixture(scope="module")
def store_file(empty_file: Path) -> Path:
    return empty_file


def fresh(template: Path) -> Store:
    """A store without a row in a folder of its own, since one example must not see another's."""
    path = Path(tempfile.mkdtemp(dir=template.parent)) / "store.db"
    shutil.copyfile(template, path)
    return Store(path)


def carry(store: Store, other: Store, now: Clock, kind: str) -> None:
    """The history of one store into another, as a file."""
    body = exported(store, kind).encode()
    if len(body.splitlines()) > 1:
        table = tables.read(kind, "history.csv", body)
        assert table.faults == ()
        bring(
            other, kind, table.rows, now=now.tick(days=30), person=2, via="file", name="history.csv", recorded_by="Ravi"
        )


class Record(RuleBasedStateMachine):
    """Any sequence of log, slip, edit, drop, figure revision, import, undo and redo.

    No state is ever lost or altered; an undo restores the exported record to the letter; the exported history in an
    empty store is the same record.
    """

    template: Path
    acts = Bundle("acts")

    @initialize()
    def open(self) -> None:
        self.store, self.now = fresh(self.template), Clock()
        self.before: dict[int, dict[str, str]] = {}  # what was exported before each act
        self.written: dict[str, dict[int, Any]] = {kind: {} for kind in KINDS}  # every state ever seen

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.history_travels()
            self.store.close()

    def pictures(self) -> dict[str, str]:
        return {
            f"{kind} {history}": exported(self.store, kind, history=history)
            for kind in KINDS
            for history in (True, False)
        }

    def act(self, write: Any) -> int:
        """Do something as one entry; its number, 0 when it changed nothing."""
        before, newest = self.pictures(), self.store.journal.version
        self.now.tick(hours=7)
        with self.store.atomic():
            write()
        if self.store.journal.version == newest:
            assert self.pictures() == before
            return 0
        self.before[self.store.journal.version] = before
        return self.store.journal.version

    def put(self, record: Any, **how: Any) -> int:
        things = self.store.figures if isinstance(record, Figure) else self.store.milestones

        def write() -> None:
            entry = self.store.journal.begin(at=self.now(), person=1, via="chat", verb="log", summary="")
            things.put(record, entry=entry, as_of=self.now(), **how)

        return self.act(write)

    @rule(target=acts, milestone=milestones)
    def log(self, milestone: Milestone) -> int:
        return self.put(milestone)

    @rule(
        target=acts,
        due=st.sampled_from(["2026-Q3", "2027", "FY2027-28"]),
        pick=st.integers(0, 9),
        correction=st.booleans(),
    )
    def slip_or_edit(self, due: str, pick: int, correction: bool) -> int:
        return self.put_to(pick, correction=correction, reason="" if correction else "late", due=Period.parse(due))

    @rule(target=acts, pick=st.integers(0, 9), status=st.sampled_from(MilestoneStatus))
    def done_or_drop(self, pick: int, status: MilestoneStatus) -> int:
        return self.put_to(pick, status=status)

    def put_to(self, pick: int, *, correction: bool = False, reason: str = "", **changes: Any) -> int:
        live = self.store.milestones.all()
        if not live:
            return 0
        chosen = live[pick % len(live)]
        return self.put(replace(chosen, **changes), number=chosen.number, correction=correction, reason=reason)

    @rule(target=acts, figure=figures)
    def revise(self, figure: Figure) -> int:
        return self.put(replace(figure, value=round(figure.value, 1)))

    @rule(target=acts, kind=st.sampled_from(KINDS), data=st.data())
    def import_file(self, kind: str, data: st.DataObject) -> int:
        days = ("", "2026-01-01", "2026-06-01", "2026-11-24", "2026-11-24T12:00:00Z")
        records = data.draw(st.lists(RECORDS[kind], min_size=1, max_size=4))
        rows = [row_of(kind, record) | {"as_of": data.draw(st.sampled_from(days))} for record in records]
        checked = [check(kind, row) for row in rows]
        act = {"person": 1, "via": "file", "name": "f.csv", "recorded_by": "Asha"}
        return self.act(lambda: take(self.store, kind, checked, now=self.now(), **act))

    @precondition(lambda self: self.before)
    @rule()
    def undo_the_newest(self) -> None:
        newest = self.store.journal.version
        if self.store.journal.get(newest).undone_by is None:
            self.undo(newest)
            assert self.pictures() == self.before[newest]

    @rule(act=acts)
    def undo_with_all_that_stands_on_it_and_back(self, act: int) -> None:
        if act and self.store.journal.get(act).undone_by is None:
            before = self.pictures()
            undo = self.undo(act)
            if self.store.journal.standing_on(undo) == []:
                self.undo(undo)
                assert self.pictures() == before

    @rule(act=acts)
    def undo_or_bring_back(self, act: int) -> None:
        entry = self.store.journal.get(act) if act else None
        if entry is not None:
            self.undo(entry.undone_by or act)

    def undo(self, number: int) -> int:
        if self.store.journal.get(number).undone_by is not None:
            return 0
        return self.act(lambda: self.store.journal.undo(number, at=self.now(), person=1, via="chat", with_later=True))

    @invariant()
    def nothing_is_lost_or_altered(self) -> None:
        for kind, seen in self.written.items() if hasattr(self, "written") else ():
            things = self.store.shelf(kind)
            kept = {each.state.version: self.words(each) for each in things.find("1")}
            assert {version: kept[version] for version in seen} == seen
            self.written[kind] = kept
            live = self.store.db.value(f"SELECT count(*) FROM {things.name}_states WHERE live > 0 AND undone = 1")
            assert live == 0

    @staticmethod
    def words(state: Any) -> Any:
        """What a state says; not what it is worked out to be among the others."""
        kept = replace(state, state=replace(state.state, change=Change.FIRST))
        return replace(
            kept, **{name: default for name, default in (("baseline", None), ("slips", 0)) if hasattr(kept, name)}
        )

    def history_travels(self) -> None:
        with fresh(self.template) as other:
            for kind in KINDS:
                carry(self.store, other, self.now, kind)
            for kind in KINDS:
                for history in (True, False):
                    assert exported(other, kind, history=history) == exported(self.store, kind, history=history)
                assert same_lives(self.store, other, kind)


def same_lives(store: Store, other: Store, kind: str) -> bool:
    """Baselines and counts, which files do not carry, are worked out again."""

    def lives(of: Store) -> list[Any]:
        return [(getattr(each, "baseline", None), getattr(each, "slips", 0)) for each in of.shelf(kind).all()]

    return lives(store) == lives(other)


@pytest.fixture(autouse=True, scope="module")
def _template(empty_file: Path) -> None:
    Record.template = empty_file


TestMachineOfTheRecord = Record.TestCase
