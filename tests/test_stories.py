"""Which reports tell one event, and which of them leads. Every headline here was written for the test."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.news.amounts import Span, Sum, address_day, address_span, days_off, instruments, stated_day, sums
from bot.news.likeness import _WEIGHTS, VETO, evidence, likeness
from bot.news.parts import apart_in_time, periods
from bot.news.publishers import Standing, outlet, standing
from bot.news.rarity import rarity
from bot.news.reading import read
from bot.news.signatures import signature
from bot.news.stories import KnownStory, assign, lead
from bot.news.triage import triage
from bot.news.words import words
from storage.newsitems import NewsItem

DAY = datetime(2026, 3, 4, 8, tzinfo=UTC)


def item(title: str, summary: str = "", *, day: int | None = 0, publisher: str = "", url: str = "") -> NewsItem:
    published = None if day is None else DAY + timedelta(days=day)
    return NewsItem(title, url, summary, publisher, published)


def together(*items: NewsItem) -> bool:
    return len(set(assign(items))) == 1


# ---- one event


@pytest.mark.parametrize(
    "others",
    [
        ["Beijing halts terbium exports to Japan", "Terbium exports to Japan banned by China"],
        ["चीन ने जापान को टर्बियम के निर्यात पर रोक लगाई"],
        ["中国禁止对日本出口铽"],
        ["China bans terbium exports to Japan, sources say"],
    ],
)
def test_outlets_and_languages_meet_in_one_story(others):
    assert together(item("China bans exports of terbium to Japan"), *[item(other, day=1) for other in others])


def test_the_same_sum_in_two_currencies_is_one_sum():
    assert together(
        item("Cabinet approves Rs 4,400 crore scheme for rare earth magnets"),
        item("India clears $500 million rare earth magnet scheme"),
    )


def test_without_dates_the_words_decide():
    assert together(
        item("Lynas opens terbium line in Kuantan", day=None), item("Terbium line opened by Lynas in Kuantan", day=None)
    )


def test_an_item_told_twice_is_one_story():
    twice = item("Lynas opens terbium line")
    assert together(twice, twice)


def test_a_lone_report_that_says_little_finds_the_only_move_of_its_days():
    reports = [item("China bans terbium exports to Japan"), item("China halts exports of terbium to Japan", day=1)]
    assert together(*reports, item("Rare earths: Beijing bars exports as quarrel with Japan deepens", day=2))


# ---- events that look alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("China bans exports of terbium", "China lifts its ban on exports of terbium"),
        ("China bans terbium exports to Japan", "China bans terbium exports to Sweden"),
        ("China bans terbium exports", "Vietnam bans terbium exports"),
        ("MOFCOM announcement No. 71 bans terbium exports", "MOFCOM announcement No. 74 bans terbium exports"),
        ("Lynas opens magnet plant in Texas", "Noveon opens magnet plant in Texas"),
        ("Cabinet approves magnet scheme of Rs 700 crore", "Cabinet approves magnet scheme of Rs 900 crore"),
        ("Bids invited for rare earth magnet scheme", "Ministry to invite bids for rare earth magnet scheme"),
        ("Cabinet approves rare earth magnet scheme", "Five firms selected under rare earth magnet scheme"),
        ("Terbium prices rise", "Terbium prices fall"),
        ("China bans terbium exports", "China says rare earth rules are fair"),
        ("Shortage of magnets disrupts Suzuki's output", "Suzuki sees no disruption from shortage of magnets"),
        ("Terbium magnets: plant opens in Fukui", "Terbium magnets: prices soar in Fukui"),
        ("Magnet exports rise in June", "Magnet exports rise in August"),
        ("China bans export of terbium know-how", "China mulls ban on export of terbium know-how"),
        ("Suzuki resumes Swift output as magnets arrive", "Suzuki's Swift output falls on magnet shortage"),
        ("Noveon opens magnet plant in Austin", "Noveon abandons magnet plant in Austin"),
        ("Noveon opens magnet plant in Austin", "Noveon's magnet plant in Austin in doubt"),
        ("China sets second batch of rare earth quotas", "China sets third batch of rare earth quotas"),
        ("Japan files complaint at WTO over terbium", "WTO rules against China over terbium"),
        ("Lynas gets licence for six months", "Lynas gets licence for ten years"),
    ],
)
def test_two_events_that_look_alike_stay_apart(one, other):
    assert not together(item(one), item(other))


def test_another_week_is_another_event():
    assert together(item("Terbium prices rise in Europe"), item("Terbium prices rise in Europe again", day=1))
    assert not together(item("Terbium prices rise in Europe"), item("Terbium prices rise in Europe again", day=9))


def test_a_day_in_the_address_counts_where_the_source_gives_none():
    one = item("Terbium prices rise in Europe", day=None, url="https://a.example/2026/03/04/terbium")
    assert not together(
        one, item("Terbium prices rise in Europe", day=None, url="https://b.example/2026-04-20-terbium")
    )


def test_a_chain_of_likenesses_does_not_join_what_a_mark_keeps_apart():
    ban, lift = item("China bans exports of terbium to Japan"), item("China lifts ban on exports of terbium to Japan")
    between = item("China and exports of terbium to Japan")
    keys = assign([ban, between, lift])
    assert keys[0] != keys[2]


def test_a_report_as_near_to_two_stories_that_exclude_each_other_joins_neither():
    spring = item("Suzuki output hit by magnet shortage", day=1)
    autumn = item("Suzuki output hit by magnet shortage", day=None, url="https://a.example/2026/11/20/suzuki")
    either = item("Suzuki output hit by magnet shortage", day=None, url="https://b.example/suzuki")
    keys = assign([spring, autumn, either])
    assert len(set(keys)) == 3


def test_another_states_dominance_in_the_setting_makes_no_other_event():
    assert together(
        item("Mahindra and Sona plan terbium magnets to end China's grip"),
        item("Mahindra and Sona plan terbium magnets in India"),
    )


# ---- incremental


def test_a_new_report_joins_the_known_story():
    known = KnownStory("17", (item("China bans exports of terbium to Japan"),))
    verdict = triage([item("Beijing halts terbium exports to Japan", day=1)], [known], DAY + timedelta(days=1))[0]
    assert (verdict.story, verdict.new) == ("17", False)


def test_known_stories_are_never_joined_with_each_other():
    twins = [KnownStory(key, (item("China bans exports of terbium to Japan"),)) for key in ("17", "18")]
    assert assign([item("Beijing halts terbium exports to Japan", day=1)], twins)[0] in ("17", "18")


def test_an_old_story_grows_no_more():
    known = KnownStory("17", (item("Terbium prices rise in Europe"),))
    late = item("Terbium prices rise in Europe", day=None)
    assert triage([late], [known], DAY + timedelta(days=3))[0].story == "17"
    assert triage([late], [known], DAY + timedelta(days=30))[0].story != "17"


def test_what_is_not_ours_has_no_story():
    assert triage([item("A magnet school opens")], (), DAY)[0].story == ""


TITLES = st.sampled_from(
    [
        "China bans exports of terbium to Japan", "Beijing halts terbium exports to Japan", "China lifts terbium ban",
        "Lynas opens magnet plant in Texas", "Lynas starts magnets in Texas plant", "Terbium prices rise",
        "Terbium prices fall",
        "Cabinet approves Rs 700 crore magnet scheme", "मैग्नेट योजना को कैबिनेट की मंजूरी, 700 करोड़", "中国禁止出口铽",
    ]
)  # fmt: skip
ITEMS = st.lists(st.builds(lambda title, day: item(title, day=day), TITLES, st.none() | st.integers(0, 9)), max_size=8)


@given(ITEMS, st.randoms(use_true_random=False))
@settings(deadline=None)
def test_stories_do_not_depend_on_the_order_property(items, random):
    order = random.sample(range(len(items)), len(items))
    keys = assign(items)
    shuffled = assign([items[at] for at in order])
    assert [keys[at] for at in order] == shuffled


@given(ITEMS, ITEMS)
@settings(deadline=None)
def test_every_item_gets_a_story_and_a_known_one_keeps_its_key_property(old, new):
    known = [KnownStory(f"k{at}", (each,)) for at, each in enumerate(old)]
    keys = assign(new, known)
    assert all(keys)
    for each, key in zip(new, keys, strict=True):
        if key.startswith("k"):
            assert likeness(signature(each), signature(known[int(key[1:])].items[0])) != VETO


def test_each_piece_of_evidence_stands_in_the_place_of_its_weight():
    one = signature(item("China bans exports of terbium to Japan"))
    assert list(evidence(one, one)) == list(_WEIGHTS)


@given(ITEMS)
@settings(deadline=None)
def test_likeness_has_no_direction_property(items):
    for one in items:
        for other in items:
            assert likeness(signature(one), signature(other)) == likeness(signature(other), signature(one))


# ---- the lead


def test_the_issuer_leads_before_an_agency_before_the_press():
    press = item("x", publisher="The Daily Post")
    repeated = item("x", publisher="Reuters / The Daily Post", day=2)
    wire = item("x", publisher="Reuters", day=1)
    official = item("x", publisher="PIB", day=3)
    assert lead([press, repeated, wire, official]) is official
    assert lead([press, repeated, wire]) is wire
    assert lead([press, repeated]) is repeated


def test_of_equal_sources_the_first_leads():
    early, late = item("x", publisher="A"), item("x", publisher="B", day=1)
    assert lead([late, early]) is early


@pytest.mark.parametrize(
    ("publisher", "url", "expected"),
    [
        ("", "https://www.mofcom.gov.cn/zwgk/art.html", Standing.OFFICIAL),
        ("Ministry of Mines", "", Standing.OFFICIAL),
        ("", "https://www.reuters.com/x", Standing.WIRE),
        ("PTI", "", Standing.WIRE),
        ("Mint (PTI)", "", Standing.REPEATED),
        ("Pibroch Weekly", "https://notgov.in.example/", Standing.PRESS),
        ("", "http://[broken", Standing.PRESS),
    ],
)
def test_how_near_an_outlet_stands(publisher, url, expected):
    assert standing(NewsItem("x", url, "", publisher)) is expected


def test_an_outlet_without_a_name_is_its_site():
    assert outlet(NewsItem("x", "https://www.example.org/a")) == "example.org"


# ---- marks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rs 7,280 crore", {Sum("INR", 7.28e10)}),
        ("₹7280-Cr", {Sum("INR", 7.28e10)}),
        ("7280 करोड़ रुपये", {Sum("INR", 7.28e10)}),
        ("US$120 million", {Sum("USD", 1.2e8)}),
        ("6,000 tonnes a year", {Sum("t", 6000)}),
        ("up 56% in 2025", {Sum("%", 56)}),
        ("20 bids, 5 firms", {Sum("#", 20)}),
        ("₹1.5k cr", {Sum("INR", 1.5e10)}),
        ("Rs 2 lakh crore", {Sum("INR", 2e12)}),
        ("$111 mln", {Sum("USD", 1.11e8)}),
        ("no sums at all", set()),
        ("leave for six months", {Sum("y", 0.5)}),
        ("quota of the first six months", set()),
    ],
)
def test_sums_are_read_with_what_they_count(text, expected):
    assert sums(words(text)) == expected


def test_a_sum_agrees_with_another_outlets_rounding_and_currency():
    assert Sum("INR", 7.28e10).matches(Sum("INR", 7.3e10))
    assert Sum("INR", 7.28e10).matches(Sum("USD", 8.16e8))
    assert Sum("INR", 7.28e10).rivals(Sum("INR", 9e10))
    assert not Sum("t", 6000).rivals(Sum("INR", 9e10))


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/2026/03/04/x", date(2026, 3, 4)),
        ("https://a.example/2026/Mar/04/x", date(2026, 3, 4)),
        ("https://a.example/x-20260304.html", date(2026, 3, 4)),
        ("https://a.example/article-126030401234_1.html", date(2026, 3, 4)),
        ("https://a.example/x-1772582400000", date(2026, 3, 4)),
        ("https://a.example/2026/13/45/x", None),
        ("https://a.example/9704388", None),
        ("", None),
    ],
)
def test_the_day_that_an_address_bears(url, expected):
    assert address_day(url) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/2026/03/04/x", Span(date(2026, 3, 4), date(2026, 3, 4))),
        ("https://a.example/2026/03/x", Span(date(2026, 3, 1), date(2026, 3, 31))),
        ("https://a.example/2026/Dec/x", Span(date(2026, 12, 1), date(2026, 12, 31))),
        ("https://a.example/2026/x", Span(date(2026, 1, 1), date(2026, 12, 31))),
        ("https://a.example/x", None),
    ],
)
def test_an_address_may_bear_only_a_month_or_a_year(url, expected):
    assert address_span(url) == expected


def test_months_apart_in_their_addresses_are_two_events_and_one_month_may_be_one():
    idle = "Suzuki line in Manesar stands still for want of magnets"
    assert not together(
        item(idle, day=None, url="https://a.example/2026/03/x"), item(idle, day=None, url="https://b.example/2026/05/x")
    )
    assert together(
        item(idle, day=None, url="https://a.example/2026/03/x"), item(idle, day=None, url="https://b.example/2026/03/y")
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The step comes soon, the minister said on 24 October.", (10, 24)),
        ("It was announced on Monday, March 2", (3, 2)),
        ("The rule begins on 1 December.", None),
        ("Nothing is said of a day.", None),
    ],
)
def test_a_text_may_say_on_which_day_it_was_said(text, expected):
    assert stated_day(text) == expected


def test_a_stated_day_has_no_year_and_is_held_against_the_nearest():
    new_year = Span(date(2026, 1, 2), date(2026, 1, 2))
    assert days_off(new_year, (12, 30)) == 3
    assert days_off(new_year, (2, 29)) == 0, "a day that no near year has is no evidence"


def test_a_piece_that_thinks_about_an_event_is_a_story_of_its_own():
    assert not together(
        item("India opens monazite block to private firms"),
        item("What does it mean that India opens a monazite block to private firms?"),
    )


def test_where_a_firm_is_at_home_is_not_where_the_event_is():
    assert together(
        item("Works for magnets open in Narva"), item("Canadian company opens works for magnets in Narva, Estonia")
    )


def test_a_word_of_every_headline_tells_little_and_a_rare_one_all():
    assert rarity("rare") < 0.2 < rarity("quota") < rarity("zirconium") == 1.0


def test_stories_stay_quick_where_many_items_tell_alike():
    items = [item(f"China bans export of terbium, outlet {n}", day=n % 9) for n in range(300)]
    assert 1 <= len(set(assign(items))) <= 9


def test_instruments_are_known_by_their_numbers():
    assert instruments("S.O. 5800(E), Announcements No. 61, section 232") == {"5800", "61", "232"}
    assert instruments("商务部公告2025年第62号") == {"62"}
    assert not instruments("61 firms")


# ---- parts of a long affair


@pytest.mark.parametrize(
    ("affair", "turn"),
    [
        ("Noveon to build magnet works in Ohio", "Noveon magnet works in Ohio to get tax credit"),
        ("Trump hails a bargain with Xi on terbium", "Trump accuses China of a breach over terbium"),
        ("Chile lets Suzuki have terbium for its line in Manesar", "Suzuki waits for terbium that is stuck at a port"),
        ("Sweden lends Noveon money for its terbium works", "Noveon gets additional loan from Sweden"),
    ],
)
def test_an_affair_that_took_a_turn_is_another_event(affair, turn):
    assert signature(item(turn)).turns
    assert not together(item(affair, day=None), item(turn, day=None))


def test_an_address_of_opinions_bears_a_thought_about_the_event():
    told = item("India opens monazite block to private firms")
    assert not together(told, item(told.title, url="https://a.example/opinion/editorial/monazite"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("China sets terbium export quota for first half", "China sets terbium export quota for second half"),
        ("China's terbium export quota for 2011", "China's terbium export quota for 2012"),
        ("Beijing tightens terbium exports with tracking", "Beijing tightens terbium exports with reporting"),
        (
            "Noveon starts construction of terbium magnet plant in Texas",
            "Noveon starts production at terbium magnet plant in Texas",
        ),
        ("Terbium shortage to slow scooter makers", "Terbium shortage to slow scooter makers, says Crisil"),
    ],
)
def test_another_period_kind_of_rule_stage_or_judge_is_another_event(one, other):
    assert not together(item(one, day=None), item(other, day=None))


def test_periods_are_read_in_their_many_forms():
    told = [
        periods(read(item(title)).title) for title in ("Quota for 1H 2011", "Quota for H1 2011", "Quota, first half")
    ]
    assert told[0] == told[1] == {"half 1", "2011"}
    assert not apart_in_time(told[0], told[2])
    assert apart_in_time(told[2], periods(read(item("Quota, second half")).title))
    assert periods(read(item("The second rare earth export quota")).title) == {"quota 2"}
    assert periods(read(item("", "Shipments of the first six months of 2011")).summary) == {"half 1"}


def test_a_round_sum_agrees_with_the_exact_one():
    assert Sum("USD", 1e9).matches(Sum("USD", 9.2e8))
    assert Sum("USD", 1e9).rivals(Sum("USD", 1.3e9))


def test_a_firms_own_news_is_one_story_whichever_states_it_names():
    assert together(
        item("Noveon of Texas to build magnet works in Ohio", publisher="A"),
        item("Korea's Noveon partner to build magnet works in Ohio with Noveon", publisher="B"),
    )


def test_a_mark_keeps_apart_also_those_who_share_nothing_else():
    """The first and the last share no telling word; what lies between them is like both."""
    first = item("Noveon buys Lacq works", day=0)
    between = item("Noveon buys Lacq works; Solvay sells kiln line", day=4)
    last = item("Solvay sells kiln line", day=8)
    keys = assign([first, between, last])
    assert keys[0] != keys[2]


@pytest.mark.parametrize(
    "other",
    [
        "China bans terbium exports to Finland, says Crisil",
        "China bans terbium exports to Finland, hitting companies",
        "China bans terbium exports to Finland, data demands to follow",
    ],
)
def test_who_judges_a_rule_and_whom_it_hits_make_no_second_event(other):
    assert together(item("China bans terbium exports to Finland"), item(other))


def test_the_quotas_of_two_years_far_off_stay_apart_and_a_year_aimed_at_is_no_period():
    assert not together(
        item("China sets terbium export quota for 2034"), item("China sets terbium export quota for 2035")
    )
    assert periods(read(item("Ghana to mine terbium by 2035")).title) == frozenset()


def test_a_firm_named_among_others_tells_less_than_one_named_alone():
    alone, listed = (
        signature(item(title)) for title in ("Suzuki lacks magnets", "Suzuki, Ford and Toyota lack magnets")
    )
    assert alone.features["firm:suzuki"] > listed.features["firm:suzuki"]
