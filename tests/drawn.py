"""Records as Hypothesis draws them: few different ones, so that they meet, and texts that are hard on files."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from storage.periods import Period
from storage.records import (
    Category,
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
    Statement,
)
from storage.rows import UNITS
from storage.things import tidy

HARD = (
    "",
    "=1+1",
    "'",
    "''=x",
    "-5",
    "+91",
    "@cmd",
    "a,b",
    'say "no"',
    "₹ १२ करोड़",
    "_x000D_",
    "\u202eevil",
    "'quoted'",
)
texts = st.text(max_size=12).map(tidy) | st.sampled_from(HARD)
titles = texts.filter(bool) | st.sampled_from(["Award of bids", "award of BIDS", "First magnet"])
periods = st.sampled_from(
    [
        Period.parse(text)
        for text in ("2026-Q4", "2026-12", "2026-12-31", "2027", "FY2026-27", "2027-03", "2025-04..2025-09")
    ]
)
maybe_periods = st.none() | periods
days = st.none() | st.dates(date(2024, 1, 1), date(2026, 12, 31))
numbers = st.floats(-1e15, 1e15, allow_nan=False) | st.sampled_from([0.0, 0.1 + 0.2, 1e-9, 1e15, -221_000_000.0])
links = st.sampled_from(["", "https://e.org/a", "https://www.e.org/b?x=1,2", "http://पीआईबी.भारत/७"])
confidences = st.sampled_from(Confidence)


def host(url: str) -> Source:
    """The source of the kinds whose files give an address alone."""
    return Source(url.partition("://")[2].partition("/")[0].removeprefix("www."), url)


sources = st.builds(Source, titles, links, days)
undated_sources = st.builds(Source, texts, links)
link_sources = links.map(host)
keys = st.sampled_from(["", "", "1", "#3", "own-7"])

figures = st.builds(
    Figure,
    indicator=st.sampled_from(["imports", "price", "mine_output"]),
    product=st.sampled_from(["magnets", "850511", "oxides"]),
    partner=st.sampled_from(["World", "China", "Côte d'Ivoire"]),
    period=periods,
    value=numbers,
    unit=st.sampled_from(UNITS),
    status=st.sampled_from(FigureStatus),
    source=sources,
    note=texts,
)
milestones = st.builds(
    Milestone,
    title=titles,
    category=st.sampled_from(Category),
    status=st.sampled_from(MilestoneStatus),
    due=maybe_periods,
    done=maybe_periods,
    source=link_sources,
    organisation=texts,
    place=texts,
    note=texts,
    key=keys,
    confidence=confidences,
    controls=st.lists(st.sampled_from(["No. 18", "No. 61 of 2025"]), unique=True).map(tuple),
)
plants = st.builds(
    Plant,
    name=titles,
    organisation=texts,
    place=texts,
    product=st.sampled_from(["magnets", "oxides"]),
    capacity_tpa=st.none() | numbers.map(abs),
    stage=st.sampled_from(Stage),
    expected=maybe_periods,
    source=link_sources,
    note=texts,
    key=keys,
    confidence=confidences,
    programme=texts,
)
controls = st.builds(
    Control,
    title=titles,
    jurisdiction=titles,
    instrument=texts,
    scope=texts,
    announced=maybe_periods,
    effective=maybe_periods,
    until=maybe_periods,
    status=st.sampled_from(ControlStatus),
    source=link_sources,
    note=texts,
    key=keys,
    confidence=confidences,
)
statements = st.builds(
    Statement,
    topic=st.sampled_from(["uses", "import_reliance"]),
    statement=titles,
    said_by=texts,
    said_on=maybe_periods,
    source=undated_sources,
    confidence=confidences,
    note=texts,
)
RECORDS = {
    "figures": figures,
    "milestones": milestones,
    "plants": plants,
    "controls": controls,
    "statements": statements,
}
any_record = st.sampled_from(sorted(RECORDS)).flatmap(lambda kind: st.tuples(st.just(kind), RECORDS[kind]))
