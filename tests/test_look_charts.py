"""Charts: what a picture says, and that it can be shown."""

from __future__ import annotations

import re
import struct
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from bot.asking.answers import Chart, Mark
from bot.look import card, charts
from bot.look.spans import Voice
from storage.records import Source

TODAY = date(2026, 11, 24)
REPLY = Source("Reply in the Lok Sabha (DGCIS)", "https://example.org/reply", date(2025, 8, 5))

IMPORTS = Chart(
    "bars",
    "Imports of magnets",
    "USD",
    (
        Mark("FY2023-24", 194_880_000),
        Mark("FY2024-25", 220_790_000),
        Mark("FY2025-26", 98_000_000, partial=True, note="Apr-Sep only"),
    ),
    (REPLY,),
    date(2025, 8, 5),
)
PARTNERS = replace(
    IMPORTS,
    shape="stacked",
    marks=tuple(
        Mark(year, value, name)
        for year, values in (("2023", (100e6, 20e6, 30e6)), ("2024", (120e6, 25e6, 10e6)))
        for name, value in zip(("Other", "Japan", "China"), values, strict=True)
    ),
)
SHARE = replace(
    IMPORTS, shape="line", unit="%", marks=(Mark("2023", 69.2), Mark("2024", 73.0), Mark("2025", 66.0, partial=True))
)
CAPACITY = Chart(
    "progress",
    "Capacity against the target",
    "tpa",
    (Mark("Second works", 2000, "announced"), Mark("First works", 500, "commissioned")),
    (REPLY,),
    None,
    target=6000,
)
PLAN = Chart(
    "timeline",
    "Milestones",
    "",
    (
        Mark("Tender", 0, "done", date(2026, 3, 20), None, date(2026, 1, 31)),
        Mark("Award", 0, "in_progress", date(2026, 7, 1), date(2026, 9, 30)),
        Mark("First magnets", 0, "planned", date(2027, 1, 1), date(2027, 12, 31), date(2026, 12, 31)),
    ),
    (REPLY,),
    date(2026, 10, 6),
)
ALL = (IMPORTS, PARTNERS, SHARE, CAPACITY, PLAN)


def words(figure) -> list[str]:
    """Everything that is written in a picture."""
    from matplotlib.text import Text

    return [text.get_text() for text in figure.findobj(Text) if text.get_text()]


def heights(figure) -> list[float]:
    return [patch.get_height() for axes in figure.axes for patch in axes.patches]


@pytest.mark.parametrize("chart", ALL, ids=lambda chart: chart.shape)
@pytest.mark.parametrize("language", ["en", "hi"])
def test_a_picture_is_of_the_size_that_a_phone_shows_well(chart, language):
    drawn = charts.png(replace(chart, language=language), TODAY)
    assert drawn.startswith(b"\x89PNG")
    assert struct.unpack(">II", drawn[16:24]) == (1280, 720)
    assert len(drawn) < 300_000


@pytest.mark.parametrize("chart", ALL, ids=lambda chart: chart.shape)
def test_a_picture_holds_its_title_and_its_papers(chart):
    said = " ".join(words(charts.figure(chart, TODAY)))
    assert chart.title in said
    assert "Source: Reply in the Lok Sabha (DGCIS)" in said
    assert not chart.as_of or "As of " in said


def test_of_many_papers_whole_names_are_told_and_how_many_more():
    papers = tuple(
        Source(f"A report of some length, number {number}", f"https://example.org/{number}") for number in range(9)
    )
    foot = " ".join(words(charts.figure(replace(IMPORTS, sources=papers, as_of=None), TODAY)))
    assert re.search(r"; A report of some length, number \d; and \d more$", foot)
    assert "…" not in foot


def test_papers_at_one_address_are_told_once_in_the_words_that_have_a_date():
    bare = Source("example.org", REPLY.url)
    assert card.papers(replace(IMPORTS, sources=(bare, REPLY)), Voice()) == card.papers(IMPORTS, Voice())


def test_names_of_milestones_stand_clear_of_each_other_and_so_do_the_months_of_them():
    name = "A milestone with a name that is told in two lines of words"
    marks = tuple(Mark(f"{name} {month}", 0, "planned", date(2026, month, 1)) for month in range(1, 10))
    figure = charts.figure(replace(PLAN, marks=marks), TODAY)
    boxes = [
        text.get_window_extent() for text in figure.texts if text.get_text().startswith(("A milestone", "of words"))
    ]
    assert "and 3 more" in words(figure)
    assert boxes
    assert all(after.y1 <= before.y0 for before, after in pairwise(boxes))
    ticks = [label.get_window_extent() for label in figure.axes[0].get_xticklabels()]
    assert ticks[0].x0 >= max(box.x1 for box in boxes)


@pytest.mark.parametrize("chart", ALL, ids=lambda chart: chart.shape)
def test_nothing_is_written_beyond_the_edge(chart):
    figure = charts.figure(chart, TODAY)
    for text in figure.findobj(lambda artist: hasattr(artist, "get_text") and artist.get_text()):
        box = text.get_window_extent()
        assert box.x0 >= 0
        assert box.x1 <= card.WIDTH
        assert box.y0 >= 0
        assert box.y1 <= card.HEIGHT


def test_bars_carry_their_numbers_in_one_scale_and_a_part_year_is_hatched():
    figure = charts.figure(IMPORTS, TODAY)
    assert {"194.9", "220.8", "98", "Apr-Sep only", "US$ million"} <= set(words(figure))
    assert heights(figure) == [194_880_000, 220_790_000, 98_000_000]
    assert [bool(patch.get_hatch()) for patch in figure.axes[0].patches] == [False, False, True]


def test_hindi_counts_in_crore_with_hindi_words():
    figure = charts.figure(replace(IMPORTS, language="hi", title="चुंबक आयात"), TODAY)
    assert {"19.49", "22.08", "करोड़ डॉलर", "चुंबक आयात"} <= set(words(figure))


def test_the_style_of_numbers_is_the_chats_own():
    rupees = replace(IMPORTS, unit="INR", marks=(Mark("2024", 7.28e10),))
    assert {"7,280", "₹ crore"} <= set(words(charts.figure(rupees, TODAY)))
    assert {"72.8", "₹ billion"} <= set(words(charts.figure(rupees, TODAY, style="world")))


def test_a_stack_puts_the_largest_at_its_foot_and_the_rest_on_top():
    figure = charts.figure(PARTNERS, TODAY)
    feet = {patch.get_height(): patch.get_y() for patch in figure.axes[0].patches}
    assert feet[20e6] == 0 or feet[25e6] == 0
    assert feet[100e6] == 50e6
    assert {"150", "155", "China", "Japan", "Other"} <= set(words(figure))


def test_china_is_red_and_the_rest_is_pale():
    paint = card.colours(["China", "Japan", "Other"])
    assert paint["China"] == card.ALARM
    assert paint["Other"] == card.PALE
    assert paint["Japan"] not in (card.ALARM, card.PALE)


def test_a_share_runs_to_a_hundred_and_what_is_not_firm_is_dotted():
    axes = charts.figure(SHARE, TODAY).axes[0]
    assert axes.get_ylim() == (0, 100)
    assert [line.get_linestyle() for line in axes.lines[:2]] == ["-", ":"]


def test_capacity_is_shown_by_stage_against_the_target():
    figure = charts.figure(CAPACITY, TODAY)
    said = words(figure)
    assert {"8.33%", "Commissioned 500", "Announced 2,000", "First works", "Second works"} <= set(said)
    assert "of 6,000 tonnes a year, the target, commissioned" in said
    assert said.index("First works") < said.index("Second works")


def test_no_capacity_at_all_is_said():
    said = words(charts.figure(replace(CAPACITY, marks=()), TODAY))
    assert "0%" in said
    assert "No plant that counts toward it has a capacity on record yet." in said


def test_of_many_plants_the_rest_are_counted():
    many = tuple(Mark(f"Works {number}", 10, "announced") for number in range(20))
    said = words(charts.figure(replace(CAPACITY, marks=many), TODAY))
    shown = sum(word.startswith("Works") for word in said)
    assert f"and {20 - shown} more" in said


def test_a_timeline_shows_today_and_how_far_each_promise_has_slipped():
    said = words(charts.figure(PLAN, TODAY))
    assert {"today, 24 November 2026", "+48 days", "+12 months", "Overdue", "Done", "First promised"} <= set(said)


def test_of_many_milestones_the_rest_are_counted():
    many = tuple(replace(PLAN.marks[0], label=f"Step {number}") for number in range(10))
    said = words(charts.figure(replace(PLAN, marks=many), TODAY))
    shown = sum(word.startswith("Step") for word in said)
    assert f"and {10 - shown} more" in said


def test_a_long_title_is_wrapped_and_cut_at_its_second_line():
    long = replace(IMPORTS, title="Imports of permanent magnets of every kind " * 6)
    lines = [text.get_text() for text in charts.figure(long, TODAY).texts[:2]]
    assert lines[1].endswith("…")


def test_many_months_have_an_axis_and_labels_that_do_not_touch():
    months = tuple(Mark(f"2025-{number:02d}", 1e6 * number) for number in range(1, 40))
    axes = charts.figure(replace(IMPORTS, marks=months), TODAY).axes[0]
    assert axes.get_yticks().size > 2
    boxes = [label.get_window_extent() for label in axes.get_xticklabels()]
    assert all(left.x1 < right.x0 for left, right in pairwise(boxes))


def test_long_names_lie_down():
    countries = (Mark("United States of America", 8e6), Mark("China", 1e8))
    axes = charts.figure(replace(IMPORTS, marks=countries), TODAY).axes[0]
    assert [patch.get_width() for patch in axes.patches] == [8e6, 1e8]


def test_nothing_to_draw_is_still_a_picture():
    for chart in ALL:
        assert charts.png(replace(chart, marks=(), sources=()), TODAY)


def test_a_shape_that_is_not_ours_is_refused():
    with pytest.raises(ValueError, match="no chart is called 'pie'"):
        charts.figure(replace(IMPORTS, shape="pie"), TODAY)


def test_pictures_asked_for_at_once_are_those_asked_for_one_by_one():
    wanted = [charts.png(chart, TODAY) for chart in (IMPORTS, SHARE)]
    with ThreadPoolExecutor(4) as pool:
        drawn = list(pool.map(lambda chart: charts.png(chart, TODAY), [IMPORTS, SHARE] * 3))
    assert drawn == wanted * 3


def test_the_processs_own_settings_stay_as_they_were():
    from matplotlib import rcParams

    before = list(rcParams["font.family"])
    charts.png(IMPORTS, TODAY)
    assert list(rcParams["font.family"]) == before


def test_the_shipped_face_has_devanagari():
    assert card.faces().families[0] == "Poppins"
    assert charts.speaks("hi")


def test_without_such_a_face_the_labels_are_english(monkeypatch):
    monkeypatch.setattr(card, "faces", lambda: card.Faces(("DejaVu Sans",), devanagari=False))
    assert not charts.speaks("hi")
    assert "US$ million" in words(charts.figure(replace(IMPORTS, language="hi"), TODAY))


def test_the_list_of_faces_is_kept_where_it_can_be_written(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert card._writable() == tmp_path / "lodestone" / "matplotlib"
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    monkeypatch.setattr(card.tempfile, "mkdtemp", lambda prefix: str(tmp_path / prefix))
    assert card._writable() == tmp_path / "lodestone-matplotlib-"


def test_matplotlib_waits_for_the_first_picture():
    asked = "import sys, bot.look.charts, bot.look.html, bot.look.plain; print('matplotlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
