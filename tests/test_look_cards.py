"""Things of the record, and what is told unasked, as a chat shows them."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.asking.answers import Answer, Kind, Row
from bot.look import cards, told
from bot.look.pages import escape, parse, shown, write
from bot.look.phrases import LANGUAGES, say
from bot.look.spans import Voice
from bot.look.spreadsheet import csv_of
from storage.newsitems import NewsItem, Topic, Urgency
from storage.periods import Period
from storage.records import (
    Category,
    Change,
    Confidence,
    Control,
    ControlStatus,
    Figure,
    FigureStatus,
    Milestone,
    MilestoneStatus,
    Plant,
    Source,
    Stage,
    State,
)

TODAY = date(2026, 11, 24)
KOLKATA = ZoneInfo("Asia/Kolkata")
EN, HI = Voice(), Voice("hi")
SOURCE = Source("The Hindu", "https://example.org/a", date(2026, 5, 15))


def state(number, version, day, **more):
    return State(number, version, datetime(*day, tzinfo=UTC), entry=version, **more)


BIDS = Milestone(
    title="Bids <under> the tender",
    category=Category.TENDER,
    status=MilestoneStatus.PLANNED,
    due=Period.parse("2026-12-31"),
    done=None,
    source=SOURCE,
    organisation="Ministry of Heavy Industries",
    place="New Delhi",
    note="Moved twice.",
    baseline=Period.parse("2026-06-30"),
    slips=2,
    state=state(17, 3, (2026, 7, 1), change=Change.SLIP, reason="bidders asked for time"),
)
BIDS_FIRST = replace(BIDS, due=BIDS.baseline, slips=0, state=state(17, 1, (2026, 4, 7)))

PAUSE = Control(
    title="Controls on five rare earths",
    jurisdiction="China",
    instrument="No. 57 of 2025",
    scope="holmium, erbium, thulium, europium, ytterbium",
    announced=Period.parse("2025-10-09"),
    effective=None,
    until=Period.parse("2026-11-10"),
    status=ControlStatus.SUSPENDED,
    source=SOURCE,
    state=state(4, 9, (2025, 11, 7)),
)

WORKS = Plant(
    name="First works",
    organisation="Lohum",
    place="Uttar Pradesh",
    product="magnets",
    capacity_tpa=2000.0,
    stage=Stage.BUILDING,
    expected=Period.parse("2027"),
    source=SOURCE,
    confidence=Confidence.UNCONFIRMED,
)

ITEM = NewsItem(
    "China pauses <its> controls",
    "https://example.org/news",
    "The ministry said on Friday that the controls are paused.",
    "Reuters",
    datetime(2026, 11, 24, 0, 30, tzinfo=UTC),
)
STORY = told.Telling(Topic.EXPORT_CONTROL, Urgency.URGENT, (ITEM,), datetime(2026, 11, 24, 0, 42, tzinfo=UTC))


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        (
            {"due": Period.parse("2026-Q3"), "baseline": None},
            "⏰ #17 Bids <under> the tender: Due Q3 2026 (Jul-Sep), late by 55 days",
        ),
        (
            {"status": MilestoneStatus.DONE, "done": Period.parse("2027-03-31")},
            "✅ #17 Bids <under> the tender: Done 31 March 2027, late by 3 months",
        ),
        ({"status": MilestoneStatus.DONE, "due": None}, "✅ #17 Bids <under> the tender: Done, no date on record"),
        (
            {"status": MilestoneStatus.DROPPED},
            "✖️ #17 Bids <under> the tender: Dropped. Due 31 December 2026",
        ),
        (
            {},
            "▫️ #17 Bids <under> the tender: Due 31 December 2026, in 37 days. First promised for 30 June 2026, late by 6 months",
        ),
        ({"due": None}, "▫️ #17 Bids <under> the tender: No date is on record"),
    ],
)
def test_a_milestone_in_a_list_says_when_and_how_late(changes, line):
    assert shown(cards.milestone_line(replace(BIDS, **changes), TODAY, EN)) == line


def test_a_history_tells_what_was_promised_and_each_change_why_by_whom_and_on_what_evidence():
    assert shown(cards.history([BIDS_FIRST, BIDS], KOLKATA, EN, people={3: "Asha"})) == (
        "#17 Bids <under> the tender\n"
        "First promised for 30 June 2026, late by 6 months\n"
        "• 7 April 2026: recorded; Due 30 June 2026; The Hindu (15 May 2026)\n"
        "• 1 July 2026: slipped; Due 31 December 2026; reason: bidders asked for time; by Asha; The Hindu (15 May 2026)"
    )
    assert cards.history([], KOLKATA, EN) == ""


def test_a_history_in_hindi_has_its_dates_in_hindi():
    text = shown(cards.history([BIDS_FIRST, BIDS], KOLKATA, HI))
    assert "नियत 31 दिसंबर 2026" in text
    assert "पहले 30 जून 2026 तक का वादा था, 6 महीने की देरी" in text


def test_the_history_of_a_plant_a_control_and_a_figure_is_told_likewise():
    works = replace(WORKS, baseline=Period.parse("2026"), state=state(2, 1, (2026, 1, 1)))
    told_of = shown(cards.history([works], KOLKATA, EN))
    assert "First promised for 2026, late by 12 months" in told_of
    assert "Building, Capacity: 2,000 tonnes a year, Expected 2027" in told_of
    assert "suspended, until 10 November 2026" in shown(cards.history([PAUSE], KOLKATA, EN))
    figure = Figure(
        "imports", "magnets", "China", Period.parse("2025"), 161.1e6, "USD", FigureStatus.FINAL, SOURCE,
        state=state(5, 1, (2026, 1, 1)),
    )  # fmt: skip
    lines = shown(cards.history([figure], KOLKATA, EN)).splitlines()
    assert lines[0] == "imports, magnets, China, 2025"
    assert "$161.1 million (final)" in lines[1]


def test_a_history_is_of_the_days_of_its_reader():
    late = replace(PAUSE, state=State(4, 9, datetime(2025, 11, 7, 20, tzinfo=UTC), entry=9))
    assert "8 November 2025" in shown(cards.history([late], KOLKATA, EN))


def test_a_story_is_one_message_with_its_source_and_its_hour():
    assert told.story(STORY, KOLKATA, TODAY, EN) == (
        "<i>Export controls</i>\n"
        '🔴 <b><a href="https://example.org/news">China pauses &lt;its&gt; controls</a></b>\n'
        "The ministry said on Friday that the controls are paused.\n"
        "Reuters, 24 November 2026, first 06:12 IST"
    )


def test_a_story_that_several_tell_counts_and_names_them():
    other = replace(ITEM, publisher="PTI")
    text = shown(told.story(replace(STORY, items=(ITEM, other, ITEM)), KOLKATA, TODAY, EN))
    assert "3 sources, first 06:12 IST: Reuters, PTI" in text
    assert told.sources(replace(STORY, items=(ITEM, other)), KOLKATA, EN).count("<a href") == 2


def test_an_alert_says_which_control_it_touches_and_what_hangs_on_it():
    text = shown(told.story(replace(STORY, touched=(told.Touched(PAUSE, (BIDS,)),)), KOLKATA, TODAY, EN))
    assert "Touches: Controls on five rare earths (was: unknown since 10 November 2026" in text
    assert "Milestones that hang on it:\n▫️ #17 Bids <under> the tender: Due 31 December 2026" in text


def test_what_is_new_about_a_story_or_late_is_said_over_it():
    text = shown(told.story(replace(STORY, development=True, late=True), KOLKATA, TODAY, HI))
    assert text.startswith("निर्यात नियंत्रण · नया घटनाक्रम · देर से मिला\n")


def test_a_long_summary_is_cut_after_a_word():
    assert told.short("one two  three", 9) == "one two…"
    assert told.short("one two", 9) == "one two"


def test_a_digest_leaves_out_what_is_empty_and_says_when_it_is_late():
    html = told.digest("Morning", [told.Section("Trade", ("one", "two")), told.Section("Mining", ())], EN, slot="08:00")
    assert html == "<b>Morning (for 08:00)</b>\n\n<b>Trade</b>\n• one\n• two"
    assert shown(told.digest("Morning", [], EN, since="Monday")) == "Morning\n\nNothing new since Monday."
    assert told.digest("Morning", [], EN) == "<b>Morning</b>"


def test_a_reminder_says_whether_the_date_nears_or_has_passed():
    assert told.due(BIDS, TODAY, EN).startswith("<b>Due soon</b>\n")
    assert told.due(BIDS, date(2027, 1, 8), EN).startswith("<b>Overdue</b>\n")
    assert "unknown since" in told.lapsing(PAUSE, TODAY, EN)


def test_a_change_of_the_record_says_what_was_and_why():
    text = shown(told.changed(BIDS, BIDS_FIRST, TODAY, EN))
    assert text == (
        "▫️ #17 Bids <under> the tender: Due 31 December 2026, in 37 days "
        "(was: Due 30 June 2026; reason: bidders asked for time)"
    )
    moved = replace(PAUSE, until=Period.parse("2027-11-10"))
    assert "(was: suspended, until 10 November 2026)" in shown(told.changed(moved, PAUSE, TODAY, EN))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_record_has_a_phrase(language):
    kinds = {
        "topic": Topic,
        "urgency": Urgency,
        "category": Category,
        "status": MilestoneStatus,
        "stage": Stage,
        "control": ControlStatus,
        "change": Change,
    }
    assert all(say(f"{kind}_{word}", language) for kind, words in kinds.items() for word in words)


texts = st.text(min_size=1, max_size=80).filter(escape)


@given(texts, texts, texts, st.sampled_from((EN, HI)))
def test_no_text_of_the_record_or_of_the_world_breaks_a_page(title, note, url, voice):
    source = Source(title, url)
    milestone = replace(BIDS, title=title, note=note, source=source)
    item = replace(ITEM, title=title, summary=note, url=url)
    for html in (
        cards.milestone_line(milestone, TODAY, voice),
        cards.history([milestone], KOLKATA, voice, people={3: title}),
        cards.history([replace(PAUSE, title=title, source=source)], KOLKATA, voice),
        told.story(replace(STORY, items=(item, item)), KOLKATA, TODAY, voice),
    ):
        read = parse(html)
        assert write(read, 0, len(read.text)) == html  # so every tag is one of ours, closed, and all else is escaped


def rows(answer) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(csv_of(answer).decode("utf-8-sig"))))


def test_the_csv_of_an_answer_has_its_rows_in_full_and_then_its_sources():
    answer = Answer(
        Kind.RANKING,
        (),
        "imports by partner",
        rows=(Row("चीन", 161_100_000.0, "USD", "FY2024-25"), Row("Japan", 8.25, "USD", "FY2024-25"), Row("None")),
        sources=(SOURCE, SOURCE),
    )
    table = rows(answer)
    assert [row["value"] for row in table] == ["161100000", "8.25", "", ""]
    assert table[0]["label"] == "चीन"
    assert (table[3]["source"], table[3]["url"], table[3]["published"]) == (SOURCE.title, SOURCE.url, "2026-05-15")


def test_an_answer_without_rows_gives_its_value():
    table = rows(Answer(Kind.FIGURE, (), "imports, World", value=-1.5, unit="USD", period="2025"))
    assert list(table[0].values()) == ["imports, World", "-1.5", "USD", "2025", "", "", ""]


@given(st.sampled_from("=+-@\t'"), st.text(max_size=20))
def test_no_cell_of_the_csv_is_a_formula(mark, rest):
    answer = Answer(Kind.RANKING, (), "", rows=(Row(mark + rest),), sources=(Source(mark + rest, mark + rest),))
    table = csv_of(answer).decode("utf-8-sig")
    for row in csv.DictReader(io.StringIO(table, newline="")):
        assert not any(row[column].startswith(("=", "+", "-", "@", "\t")) for column in ("label", "source", "url"))
