"""What an alert says, when it is told again, which control it touches, and what a digest holds."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest

from bot.news.bulletins import Touched, bulletin, develops, hanging
from bot.news.digests import Material, Part, compose
from bot.news.touches import touches
from storage.changes import Moved
from storage.correspondence import Gap
from storage.newsitems import Fate, FoundItem, NewsItem, Story, Topic, Urgency
from storage.periods import Period
from storage.records import (
    Category,
    Change,
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

NOW = datetime(2026, 3, 4, 6, tzinfo=UTC)
TODAY = date(2026, 3, 4)
SOURCE = Source("a source")


def item(title: str, summary: str = "", publisher: str = "", published: datetime | None = None) -> NewsItem:
    return NewsItem(title, "", summary, publisher, published)


def found(number: int, of: NewsItem, at: datetime = NOW) -> FoundItem:
    return FoundItem(number, 1, of, at, True, Topic.EXPORT_CONTROL, Urgency.URGENT, "", Fate.TOLD, 1)


NUMBERS = count(1)


def control(title: str, scope: str, status: ControlStatus = ControlStatus.IN_FORCE, **more) -> Control:
    return Control(
        title=title,
        jurisdiction=more.pop("jurisdiction", "China"),
        instrument=more.pop("instrument", ""),
        scope=scope,
        announced=None,
        effective=None,
        until=more.pop("until", None),
        status=status,
        source=SOURCE,
        state=State(next(NUMBERS), 1, NOW, 1),
        **more,
    )


HEAVY = control("Licences for heavies", "terbium, dysprosium", instrument="MOFCOM No. 18 of 2025", key="heavy")
FIVE = control(
    "Five more",
    "holmium, erbium",
    ControlStatus.SUSPENDED,
    instrument="MOFCOM No. 57 of 2025",
    until=Period.parse("2026-03-20"),
)
KNOW_HOW = control("Technology", "rare earth magnet-making technology", instrument="MOFCOM No. 62 of 2025")
RAW = control("Raw ore", "unprocessed rare earths", jurisdiction="Malaysia", instrument="Customs order")
ALL = [HEAVY, FIVE, KNOW_HOW, RAW]


def milestone(number: int, due: str | None, status: MilestoneStatus = MilestoneStatus.PLANNED, **more) -> Milestone:
    change = more.pop("change", Change.FIRST)
    return Milestone(
        title=f"step {number}",
        category=Category.PLANT,
        status=status,
        due=Period.parse(due) if due else None,
        done=None,
        source=SOURCE,
        state=State(number, number, NOW, 1, change),
        **more,
    )


# ---- which control


@pytest.mark.parametrize(
    ("title", "touched"),
    [
        ("MOFCOM suspends announcement No. 57", FIVE),
        ("商务部公告2025年第62号暂停实施", KNOW_HOW),
        ("China eases curbs on terbium exports", HEAVY),
        ("China tightens controls on exports of magnet-making technology", KNOW_HOW),
        ("Malaysia lifts its ban on raw rare earth exports", RAW),
    ],
)
def test_a_story_touches_the_control_that_it_names_or_alone_fits(title, touched):
    assert touches([item(title)], ALL).control is touched


def test_where_several_fit_none_is_claimed():
    touch = touches([item("China eases rare earth export controls")], ALL)
    assert touch.control is None
    assert set(touch.candidates) == {HEAVY, FIVE, KNOW_HOW}


def test_another_country_or_another_year_is_not_touched():
    assert touches([item("Vietnam bans terbium exports")], ALL).candidates == ()
    assert touches([item("MOFCOM announcement No. 57 of 2031 bans terbium exports")], ALL).control is not FIVE


def test_news_without_an_act_on_trade_touches_nothing():
    touch = touches([item("China opens a terbium plant")], ALL)
    assert (touch.control, touch.candidates) == (None, ())


def test_a_licence_is_granted_under_a_rule_in_force_only():
    touch = touches([item("China grants licences for holmium magnets")], ALL)
    assert FIVE not in (touch.control, *touch.candidates)


# ---- an alert


def test_an_alert_leads_with_the_best_source_and_shows_what_hangs_on_the_control():
    told = [
        found(1, item("China eases curbs on terbium exports", publisher="Daily Post")),
        found(2, item("Terbium: curbs eased by China", publisher="Reuters"), NOW + timedelta(minutes=9)),
        found(3, item("China eases terbium curbs", publisher="Daily Post"), NOW + timedelta(minutes=10)),
    ]
    waits, done, other = (
        milestone(1, "2026-06", controls=("mofcom no. 18 of 2025",)),
        milestone(2, "2026-06", MilestoneStatus.DONE, controls=("MOFCOM No. 18 of 2025",)),
        milestone(3, "2026-06", controls=("MOFCOM No. 62 of 2025",)),
    )
    alert = bulletin(Topic.EXPORT_CONTROL, Urgency.URGENT, told, ALL, [waits, done, other])
    assert alert.headline == "Terbium: curbs eased by China"
    assert len(alert.items) == 3
    assert alert.sources == 2
    assert alert.first == NOW
    assert alert.touched == (Touched(HEAVY, (waits,)),)
    assert hanging(KNOW_HOW, [waits, done, other]) == (other,)


def test_other_topics_touch_no_control():
    told = [found(1, item("Terbium prices rise after China eases curbs"))]
    assert bulletin(Topic.TRADE, Urgency.NOTABLE, told, ALL, []).touched == ()


# ---- told again


def grows(told: str, title: str, hours: float) -> bool:
    return develops([found(1, item(told), NOW - timedelta(hours=hours))], item(title), NOW)


@pytest.mark.parametrize(
    ("told", "title", "hours"),
    [
        ("China weighs a ban on terbium exports", "China bans terbium exports", 1),
        ("China may ban terbium exports", "China to ban terbium exports", 1),
        ("China to ban terbium exports", "China bans terbium exports", 20),
    ],
)
def test_a_new_fact_is_a_development(told, title, hours):
    assert grows(told, title, hours)


@pytest.mark.parametrize(
    ("told", "title", "hours"),
    [
        ("China bans terbium exports", "Terbium exports banned by Beijing", 20),
        ("China bans terbium exports", "China may ban terbium exports", 20),
        ("China bans terbium exports", "MOFCOM announcement No. 71 bans terbium exports", 1),
        ("China to ban terbium exports", "China bans terbium exports", 1),
        ("Lynas opens terbium line", "Terbium line opened by Lynas", 20),
    ],
)
def test_another_source_confirms_in_whatever_words(told, title, hours):
    """Outlets word one announcement as 'to ban' and as 'bans' within the hour."""
    assert not grows(told, title, hours)


# ---- a digest


def story(number: int, topic: Topic, urgency: Urgency, *items: NewsItem):
    items_found = [found(10 * number + at, each) for at, each in enumerate(items)]
    return Story(number, f"s{number}", topic, urgency, items_found[0].number, NOW, NOW, 1, 1), items_found


SINCE = NOW - timedelta(days=1)


def test_stories_stand_by_topic_the_urgent_first_and_old_ones_say_so():
    old = item("c", published=NOW - timedelta(days=6))
    material = Material(
        stories=[
            story(1, Topic.TRADE, Urgency.NOTABLE, item("a")),
            story(2, Topic.TRADE, Urgency.URGENT, item("b", publisher="A"), item("b", publisher="B")),
            story(3, Topic.MINING, Urgency.ROUTINE, old),
        ]
    )
    digest = compose(material, SINCE, NOW, TODAY)
    assert [line.item.title for line in digest.stories[Topic.TRADE]] == ["b", "a"]
    assert digest.stories[Topic.TRADE][0].sources == 2
    assert digest.stories[Topic.MINING][0].late
    assert not digest.quiet


def test_a_chat_hears_its_topics_at_its_urgency():
    material = Material(
        stories=[story(1, Topic.TRADE, Urgency.NOTABLE, item("a")), story(2, Topic.MINING, Urgency.URGENT, item("b"))]
    )
    assert list(compose(material, SINCE, NOW, TODAY, least=Urgency.URGENT).stories) == [Topic.MINING]
    assert list(compose(material, SINCE, NOW, TODAY, topics=[Topic.TRADE]).stories) == [Topic.TRADE]


def test_milestones_are_done_slipped_due_soon_or_overdue():
    planned, finished = milestone(1, "2026-03"), milestone(1, "2026-03", MilestoneStatus.DONE)
    slipped = milestone(2, "2026-12", change=Change.SLIP)
    soon, late, far = milestone(3, "2026-03-31"), milestone(4, "2026-02"), milestone(5, "2027")
    digest = compose(
        Material(
            moves=[Moved("milestones", finished, planned), Moved("milestones", slipped, milestone(2, "2026-06"))],
            milestones=[finished, slipped, soon, late, far],
        ),
        SINCE,
        NOW,
        TODAY,
    )
    assert digest.done == (finished,)
    assert digest.slipped == (slipped,)
    assert digest.due_soon == (soon,)
    assert digest.overdue == (late,)


def test_plants_figures_and_controls_stand_as_they_last_moved():
    def works(stage: Stage) -> Plant:
        return Plant("Works", "", "", "", 10, stage, None, SOURCE, state=State(1, 1, NOW, 1))

    figure = Figure("imports", "magnets", "World", Period.parse("2026-01"), 1, "USD", FigureStatus.FINAL, SOURCE)
    digest = compose(
        Material(
            moves=[
                Moved("plants", works(Stage.BUILDING), None),
                Moved("plants", works(Stage.COMMISSIONED), works(Stage.BUILDING)),
                Moved("figures", figure, None),
                Moved("controls", RAW, None),
            ],
            controls=[FIVE, HEAVY],
        ),
        SINCE,
        NOW,
        TODAY,
    )
    assert [plant.stage for plant in digest.plants] == [Stage.COMMISSIONED]
    assert digest.figures == (figure,)
    assert digest.controls == (RAW,)
    assert digest.lapsing == (FIVE,)


def test_only_the_chosen_parts_are_written():
    material = Material(stories=[story(1, Topic.TRADE, Urgency.NOTABLE, item("a"))], gaps=[Gap(1, "?", 2, NOW, NOW)])
    digest = compose(material, SINCE, NOW, TODAY, parts=[Part.GAPS])
    assert digest.stories == {}
    assert [gap.text for gap in digest.gaps] == ["?"]


def test_what_is_merely_still_due_is_a_quiet_day():
    digest = compose(Material(milestones=[milestone(3, "2026-03-31")], controls=[FIVE]), SINCE, NOW, TODAY)
    assert digest.due_soon
    assert digest.lapsing
    assert digest.quiet
