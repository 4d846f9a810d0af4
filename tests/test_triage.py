"""What news is ours, what it is about, and how soon someone must act. Every headline here was written for the test."""

from __future__ import annotations

import json
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.news import lexicon as lexicon_module
from bot.news.deeds import events
from bot.news.forms import plural, verb_forms
from bot.news.lexicon import FAMILIES, lexicon
from bot.news.lines import LineError, judge_lines, moment
from bot.news.reading import read
from bot.news.triage import _evidence, _judge, triage
from bot.news.words import words
from storage.newsitems import NewsItem, Topic, Urgency

NOW = datetime(2026, 11, 22, 6, tzinfo=UTC)
LEXICON = Path(lexicon_module.__file__).parent / "lexicon"
TEXT = st.text(max_size=120)


def item(title: str, summary: str = "", **more) -> NewsItem:
    return NewsItem(title, more.pop("url", ""), summary, **more)


def judge(title: str, summary: str = ""):
    return triage([item(title, summary)], (), NOW)[0]


# ---- whether it is ours


@pytest.mark.parametrize(
    "title",
    [
        "Neodymium recyclers expand in Rotterdam",
        "Lynas names a new chief executive",
        "Nine states agree on a critical minerals club",
        "Magnet makers ask customs for faster clearance of motors",
        "नियोडिमियम के आयात पर नई रिपोर्ट",
        "稀土企业合并",
        "durlabh khanij ki nilami shuru",
    ],
)
def test_what_bears_on_rare_earths_or_their_magnets_is_ours(title):
    assert judge(title).relevant


@pytest.mark.parametrize(
    "title",
    [
        "Lithium miners cut output in Chile",
        "A magnet school for dancers opens in Ohio",
        "Fridge magnets that look like cakes",
        "Veteran rockers Rare Earth add a concert to their tour",
        "Toddler treated after swallowing magnets",
        "Quantum spin seen in a rare-earth crystal, physicists report",
        "Copper and nickel stocks rise in London",
        "मैग्नेट स्कूल में छात्रों का प्रवेश",
        "The town is a magnet for tourists",
    ],
)
def test_other_minerals_and_other_magnets_are_not(title):
    verdict = judge(title)
    assert not verdict.relevant
    assert verdict.story == ""
    assert verdict.why.startswith("Not told")


def test_a_subject_in_the_summary_alone_counts():
    assert judge(
        "Motor makers fear a lean winter", "Stocks of dysprosium will last four weeks, the industry says."
    ).relevant


def test_a_mineral_of_its_own_does_not_become_ours_by_a_word_in_passing():
    assert not judge("Lithium refinery opens in Kwinana", "The firm may later study rare earths.").relevant


def test_chinas_export_rules_are_ours_without_goods_and_not_with_others():
    assert judge("China suspends its export controls for a year").relevant
    assert not judge("China lifts urea export curbs").relevant
    assert not judge("US export controls hit Chinese chip firms").relevant


def test_a_name_of_the_trade_is_enough_and_one_that_only_sounds_like_it_is_not():
    assert judge("Arafura Rare Earths seeks a lender").relevant
    assert not judge("Snow closes a mountain pass in Himachal").relevant
    assert not judge("MP minister opens a bridge in Bhopal").relevant


# ---- what it is about


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("China stops exports of dysprosium", Topic.EXPORT_CONTROL),
        ("Hanoi bars exports of raw rare earths", Topic.EXPORT_CONTROL),
        ("Berlin asks Beijing for rare earth licences", Topic.EXPORT_CONTROL),
        ("China blacklists two US rare earth refiners", Topic.EXPORT_CONTROL),
        ("Geneva court of trade: WTO panel opens on terbium", Topic.EXPORT_CONTROL),
        ("Terbium prices climb to a record", Topic.TRADE),
        ("Magnet imports fell by a third in May", Topic.TRADE),
        ("Carmaker idles two lines for want of magnets as shortage bites", Topic.TRADE),
        ("Washington puts a 40% duty on sintered magnets", Topic.TRADE),
        ("Magnet plant opens near Pune", Topic.CAPACITY),
        ("Startup raises $30 million to recycle magnets", Topic.CAPACITY),
        ("Drilling widens a rare earth deposit in Rajasthan", Topic.MINING),
        ("Monazite block to be auctioned in Kerala", Topic.MINING),
        ("Bids invited under the magnet scheme", Topic.POLICY),
        ("Japan and Brazil sign a pact on rare earths", Topic.POLICY),
        ("चीन ने नियोडिमियम के निर्यात पर रोक लगाई", Topic.EXPORT_CONTROL),
        ("किल्लत से वाहन कंपनियों का उत्पादन ठप, रेयर अर्थ नहीं मिल रहा", Topic.TRADE),
        ("商务部公告 对铽相关物项实施出口管制", Topic.EXPORT_CONTROL),
    ],
)
def test_the_topic_is_what_is_told(title, topic):
    assert judge(title).topic is topic


def test_a_rule_that_only_sets_the_scene_does_not_give_the_topic():
    assert judge("Amid China's export curbs, Nagpur firm builds a magnet plant").topic is Topic.CAPACITY
    assert judge("Magnet prices rise after China's export controls").topic is Topic.TRADE


# ---- how soon someone must act


@pytest.mark.parametrize(
    "title",
    [
        "China bans exports of terbium",
        "China suspends its rare earth export controls",
        "Malaysia to ban raw rare earth exports from January",
        "China grants licences for magnets to three Indian firms",
        "India orders state miner to halt rare earth exports",
        "Cabinet approves magnet scheme",
        "Ministry extends bid deadline for rare earth magnet tender",
        "Winners selected in magnet scheme tender",
        "Union Budget cuts duty on monazite",
        "कैबिनेट ने रेयर अर्थ मैग्नेट योजना को मंजूरी दी",
        "商务部决定暂停实施稀土出口管制措施",
    ],
)
def test_a_change_that_someone_may_have_to_act_on_is_urgent(title):
    assert judge(title).urgency is Urgency.URGENT


@pytest.mark.parametrize(
    "title",
    [
        "China weighs a ban on terbium exports",
        "Tokyo urges China to ease rare earth curbs",
        "China may suspend rare earth export controls",
        "Malaysia keeps its ban on raw rare earth exports",
        "Ministry to invite bids for magnet scheme soon",
        "Pre-bid meeting for the magnet scheme draws thirty firms",
        "Canada approves its own critical minerals scheme",
        "Magnet plant opens near Pune",
    ],
)
def test_what_is_weighed_asked_kept_or_built_is_notable(title):
    assert judge(title).urgency is Urgency.NOTABLE


@pytest.mark.parametrize(
    "title",
    [
        "Explained: what China's rare earth rules say",
        "Opinion: the magnet race is not lost",
        "Why does India import its magnets?",
        "रेयर अर्थ क्या है, जानिए",
    ],
)
def test_thinking_about_events_is_routine(title):
    assert judge(title).urgency is Urgency.ROUTINE


def test_leave_to_trade_is_eased_when_given_and_tightened_when_demanded():
    given, demanded = (
        {event.act for event in events(read(item(title)).title)} & {"restrict", "grant"}
        for title in ("China issues licences for terbium exports", "China requires licences for terbium exports")
    )
    assert given == {"grant"}
    assert demanded == {"restrict"}


def test_the_date_does_not_change_the_judgement():
    fresh, old, undated = (
        triage([item("China bans exports of terbium", published=when)], (), NOW)[0]
        for when in (NOW, datetime(2011, 1, 1, tzinfo=UTC), None)
    )
    assert fresh.urgency is old.urgency is undated.urgency is Urgency.URGENT


def test_reports_of_one_event_are_judged_together():
    """One that only says 'may' is no lesser news beside those that say it was done."""
    title = "China {} terbium exports to Japan"
    day = datetime(2026, 3, 4, tzinfo=UTC)
    verdicts = triage(
        [
            item(title.format("bans"), publisher="A", published=day),
            item(title.format("to ban") + ", sources say", publisher="B", published=day),
            item(title.format("may ban"), publisher="C", published=day),
        ],
        (),
        NOW,
    )
    assert len({verdict.story for verdict in verdicts}) == 1
    assert {verdict.urgency for verdict in verdicts} == {Urgency.URGENT}
    assert "Its story (3 reports)" in verdicts[2].why


def test_the_reason_names_the_words_that_decided():
    why = judge("China bans exports of terbium").why
    assert "terbium" in why
    assert "bans" in why
    assert "urgent" in why


# ---- how a headline is read


@pytest.mark.parametrize(
    ("title", "act", "mood"),
    [
        ("China bans terbium exports", "restrict", "did"),
        ("China will ban terbium exports", "restrict", "will"),
        ("China may ban terbium exports", "restrict", "may"),
        ("EU urges China to lift rare earth curbs", "ease", "may"),
        ("China suspends rare earth export controls", "ease", "did"),
        ("China suspends rare earth exports", "restrict", "did"),
        ("China announces suspension of rare earth controls", "ease", "did"),
        ("Rare earth curbs lifted by Beijing", "ease", "did"),
        ("चीन रेयर अर्थ के निर्यात पर रोक लगा सकता है", "restrict", "may"),
    ],
)
def test_an_act_is_a_verb_with_its_object_and_mood(title, act, mood):
    assert (act, mood) in {(event.act, event.mood) for event in events(read(item(title)).title)}


@pytest.mark.parametrize(
    "title", ["China's rare earth curbs bite", "Firm limits losses", "Greenland rejects a rare earth mining licence"]
)
def test_a_noun_or_another_object_is_no_act_on_trade(title):
    assert not {"restrict", "ease"} & {event.act for event in events(read(item(title)).title)}


def test_an_outlet_hung_on_a_title_is_left_off():
    titled = read(item("Magnet plant opens - The Daily Post", publisher="The Daily Post"))
    assert titled.title.text == "magnet plant opens"


def test_the_united_states_are_no_firm_of_that_name():
    firms = {
        title: {mention.who for mention in read(item(title)).title.said("firm")}
        for title in ("US rare earth output grows", "USA Rare Earth output grows")
    }
    assert [bool(found) for found in firms.values()] == [False, True]


def test_words_fold_scripts_marks_and_numbers():
    assert [word.text for word in words("U.S. &amp; China’s <b>curbs</b>: ₹7,280 करोड़")] == [
        "america", "china", "curbs", ".", "₹", "7280", "करोड",
    ]  # fmt: skip


def test_verbs_and_nouns_bend():
    assert {form for _, form in verb_forms("ban")} == {"ban", "bans", "banning", "banned"}
    assert {form for _, form in verb_forms("ease")} == {"ease", "eases", "easing", "eased"}
    assert {form for _, form in verb_forms("cut off")} == {"cut off", "cuts off", "cutting off"}
    assert plural("supply") == "supplies"


# ---- the lexicon as data


TABLES = [
    pytest.param(table, id=f"{family}-{name}")
    for family in FAMILIES
    for name, table in tomllib.loads((LEXICON / f"{family}.toml").read_text(encoding="utf-8")).items()
]


@pytest.mark.parametrize("table", TABLES)
def test_every_concept_says_why_it_is_there(table):
    assert table["why"]
    assert set(table) <= {"why", "traits", "of", "nouns", "verbs", "words", "names", "hi", "zh"}


@pytest.mark.parametrize("table", TABLES)
def test_no_phrase_is_a_bare_number(table):
    listed = ",".join(text for column, text in table.items() if column not in ("why", "traits", "of"))
    assert not [phrase for phrase in listed.replace("=", ",").split(",") if phrase.strip().isdigit()]


def test_of_two_phrases_of_a_family_the_longer_is_meant():
    names = {
        mention.name for mention in lexicon().spot(words("a magnet school")) if mention.concept.family == "subject"
    }
    assert names == {"noise_magnet"}


# ---- properties


@given(TEXT, TEXT, TEXT, TEXT)
@settings(deadline=None)
def test_any_text_gets_a_verdict_property(title, summary, url, publisher):
    verdict = triage([NewsItem(title, url, summary, publisher)], (), NOW)[0]
    assert verdict.why.endswith(".")
    assert bool(verdict.story) == verdict.relevant


HEADLINES = st.lists(
    st.builds(
        " ".join,
        st.lists(
            st.sampled_from(
                [
                    "China",
                    "India",
                    "Lynas",
                    "bans",
                    "eases",
                    "rare",
                    "earth",
                    "magnets",
                    "exports",
                    "may",
                    "to",
                    "plant",
                    "scheme",
                    "approves",
                    "prices",
                    "rise",
                    "lithium",
                    "school",
                    "चीन",
                    "निर्यात",
                    "रोक",
                    "लगाई",
                    "稀土",
                    "7,280",
                    "crore",
                ]
            ),
            min_size=1,
            max_size=9,
        ),
    ).map(item),
    min_size=1,
    max_size=6,
)


@given(HEADLINES, st.randoms(use_true_random=False))
@settings(deadline=None)
def test_the_order_of_items_changes_nothing_property(items, random):
    shuffled = random.sample(items, len(items))
    first = {verdict.item: verdict for verdict in triage(items, (), NOW)}
    again = {verdict.item: verdict for verdict in triage(shuffled, (), NOW)}
    assert first == again


@given(HEADLINES)
@settings(deadline=None)
def test_triage_says_the_same_twice_property(items):
    first = triage(items, (), NOW)
    for kept in (_judge, _evidence, read):
        kept.cache_clear()
    assert triage(items, (), NOW) == first


# ---- JSON lines


def test_lines_are_answered_in_their_order():
    asked = [
        {"id": n, "title": title, "published": None} for n, title in enumerate(["China bans terbium exports", "Rain"])
    ]
    said = [json.loads(line) for line in judge_lines(map(json.dumps, asked), NOW)]
    assert [each["id"] for each in said] == [0, 1]
    assert said[0]["relevant"]
    assert (said[0]["topic"], said[0]["urgency"]) == ("export_control", "urgent")
    assert said[1] == {
        "id": 1,
        "relevant": False,
        "topic": "other",
        "urgency": "routine",
        "story": None,
        "why": said[1]["why"],
    }


def test_empty_lines_are_passed_over():
    assert list(judge_lines(["\n", " "], NOW)) == []


@pytest.mark.parametrize("line", ["no json", "[1]", '{"title": '])
def test_a_line_that_is_no_item_is_named(line):
    with pytest.raises(LineError, match="line 2"):
        list(judge_lines(['{"id": 1}', line], NOW))


def test_a_date_of_any_precision_is_read_and_another_text_is_none():
    assert moment("2026-03-04") == datetime(2026, 3, 4, tzinfo=UTC)
    assert moment("2026-03-04T05:06:07+05:30") == datetime(2026, 3, 3, 23, 36, 7, tzinfo=UTC)
    assert moment("2026-03-04T05:06:07") == datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
    assert moment("yesterday") is None


def test_fields_of_other_kinds_do_no_harm():
    assert list(judge_lines(['{"id": null, "title": 7, "summary": ["x"], "published": {}}'], NOW))


# ---- what a verb makes of its object


def _acts(title: str) -> list[tuple[str, str]]:
    return [(event.act, event.mood) for event in events(read(item(title)).title)]


@pytest.mark.parametrize(
    ("title", "act"),
    [
        ("Beijing raises export duties on yttrium", "restrict"),
        ("Beijing lowers export duties on yttrium", "ease"),
        ("Beijing cuts export quotas for yttrium", "restrict"),
        ("Beijing raises export quotas for yttrium", "ease"),
        ("Hanoi adopts a law on exports of rare earths", "restrict"),
        ("Export of yttrium refining know-how has been banned by Beijing", "restrict"),
        ("MOFCOM Announcement No. 7 imposes controls on exports of yttrium", "restrict"),
        ("Nissan halts production for want of magnets", "hit"),
        ("Nissan resumes production as magnets come", "resume"),
    ],
)
def test_a_verb_and_what_it_is_done_to_make_an_act(title, act):
    assert (act, "did") in _acts(title)


@pytest.mark.parametrize(
    "title",
    [
        "Arafura Rare Earths wins permit to run its works in Canberra",
        "China denies that any firm was told of its magnet exports",
        "Ather wins nod for a rare earth free motor",
    ],
)
def test_leave_and_denial_that_no_border_knows_change_no_rule(title):
    assert not {"grant", "restrict"} & {act for act, _ in _acts(title)}


def test_what_somebody_travels_for_is_not_what_a_state_does():
    assert judge("Motor makers visit China to ease magnet exports").urgency is Urgency.NOTABLE
    assert judge("China to ease magnet exports").urgency is Urgency.URGENT


def test_a_proposal_and_the_opening_of_a_works_are_no_step_of_the_scheme():
    assert judge("Ministry proposes Rs 900 crore rare earth magnet scheme").urgency is Urgency.NOTABLE
    assert judge("Modi inaugurates rare earth magnet plant in Pune").urgency is Urgency.NOTABLE


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("China promises Seoul steady supplies of yttrium", Topic.EXPORT_CONTROL),
        ("Green channel for magnets opens between Beijing and Berlin", Topic.EXPORT_CONTROL),
        ("Laos sends first batch of neodymium to Korea", Topic.TRADE),
        ("Jet makers short of yttrium as China restrictions bite, aerospace shortage grows", Topic.TRADE),
        ("चीन ने तीन कंपनियों को दिया लाइसेंस, नियोडिमियम का निर्यात होगा", Topic.EXPORT_CONTROL),
    ],
)
def test_goods_promised_sent_or_missed_have_their_topics(title, topic):
    assert judge(title).topic is topic


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("Arafura Rare Earths stops exports to China over prices", Topic.TRADE),
        ("Ottawa and Tokyo discuss rare earth supply chains", Topic.POLICY),
        ("Delhi lifts curbs on exploration for neodymium", Topic.MINING),
    ],
)
def test_a_firms_own_stop_a_supply_chain_and_a_curb_on_digging_are_no_export_rule(title, topic):
    verdict = judge(title)
    assert verdict.topic is topic
    assert verdict.urgency is Urgency.NOTABLE


def test_the_month_of_may_is_no_doubt():
    assert ("restrict", "did") in _acts("In May China banned exports of yttrium")
    assert ("restrict", "may") in _acts("China may ban exports of yttrium")


@pytest.mark.parametrize(
    ("title", "topic", "urgent"),
    [
        ("Delhi may soften localisation norms as dysprosium runs short", Topic.POLICY, False),
        ("China fixes its mining quota for light rare earths", Topic.POLICY, True),
        ("Beijing authorises export of terbium to two Finnish firms", Topic.EXPORT_CONTROL, True),
        ("Cabinet authorises a plan to cut terbium imports", Topic.POLICY, False),
        ("Exports of terbium to Finland resume", Topic.EXPORT_CONTROL, True),
        ("Imports of terbium from Laos drop at China's border", Topic.TRADE, False),
        ("China: tougher export controls on yttrium", Topic.EXPORT_CONTROL, True),
        ("Finland worried by tougher Chinese export controls on yttrium", Topic.EXPORT_CONTROL, False),
        ("China holds yttrium exports as a bargaining chip", Topic.EXPORT_CONTROL, False),
        ("Volvo halts its Ghent line over China's terbium curbs", Topic.TRADE, False),
        ("Brussels orders exporters of magnet scrap to name each buyer", Topic.EXPORT_CONTROL, True),
        ("America waives its tariff on praseodymium", Topic.TRADE, True),
        ("चीन ने दो कंपनियों को दी टर्बियम आयात की मंजूरी", Topic.EXPORT_CONTROL, True),
        ("商务部批准两家公司的钕出口申请", Topic.EXPORT_CONTROL, True),
    ],
)
def test_who_does_what_to_which_goods_makes_the_topic_and_its_urgency(title, topic, urgent):
    verdict = judge(title)
    assert verdict.topic is topic
    assert (verdict.urgency is Urgency.URGENT) is urgent


def test_bids_opened_are_notable_and_a_tender_called_off_is_urgent():
    assert judge("Technical bids opened for rare earth magnet scheme").urgency is Urgency.NOTABLE
    assert judge("Ministry cancels tender for rare earth magnet scheme").urgency is Urgency.URGENT


def test_a_deed_told_first_is_news_whatever_is_asked_after_it():
    assert judge("Tata Motors slashes output on terbium shortage; how will buyers fare?").urgency is Urgency.NOTABLE
    assert judge("How will buyers fare as terbium runs short?").urgency is Urgency.ROUTINE


def test_a_sum_in_us_dollars_is_no_word_of_the_united_states():
    assert not read(item("Lynas spends US$120 million in Kuantan")).title.named("usa")


def test_a_state_cuts_what_it_sells_and_customs_count_what_was_sold():
    assert judge("China to cut terbium exports").topic is Topic.EXPORT_CONTROL
    assert judge("China's terbium exports cut by half, customs data shows").topic is Topic.TRADE


def test_a_reason_quotes_chinese_as_it_is_written():
    (verdict,) = triage([NewsItem("商务部公告2025年第61号 对稀土物项实施出口管制", "https://e.org/1")], (), None)
    assert "稀土" in verdict.why
    assert "出口管制" in verdict.why


@pytest.mark.parametrize(
    ("title", "urgent"),
    [
        ("Beijing makes terbium harder to export", True),
        ("Chinese rare earth export quota for the second half of 2013", True),
        ("China to leave rare earth exports unchanged in 2014", True),
        ("Beijing places a limit on magnet shipments to Korea", True),
        ("China slashes dysprosium exports", True),
        ("China demands more information from exporters of rare earths", True),
        ("New Chinese export controls target magnets made abroad", True),
        ("Amendment of Schedule 2 of ITC(HS) on exports of monazite", True),
        ("Washington and Beijing finalise a framework on rare earths", True),
        ("Magnets now need export permits, Beijing says", True),
        ("China puts samarium on its list of controlled exports", True),
        ("चीन ने दुर्लभ मृदा पर निर्यात नियंत्रण को मजबूत किया", True),
        ("Beijing vows to speed up magnet licences for Korea", False),
        ("Carmakers seek help to speed up China's magnet licences", False),
        ("Beijing rejects the claim that it withholds rare earths", False),
        ("How China slashed rare earth exports", False),
    ],
)
def test_a_rule_on_exports_is_one_by_whatever_name_and_only_when_it_is_made(title, urgent):
    verdict = judge(title)
    assert verdict.topic is Topic.EXPORT_CONTROL
    assert (verdict.urgency is Urgency.URGENT) == urgent


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("Lynas stops shipping concentrate to Vietnam", Topic.TRADE),
        ("China and Vietnam hold talks on a rare earth refinery", Topic.CAPACITY),
        ("India to build up a national stockpile of critical minerals", Topic.POLICY),
        ("TVS Motor output hit by magnet shortage", Topic.TRADE),
    ],
)
def test_what_a_firm_does_and_what_states_build_is_no_export_rule(title, topic):
    assert judge(title).topic is topic


def test_a_moved_day_for_bids_is_a_step_of_the_scheme_in_any_words():
    assert judge("Closing date for bids in the rare earth magnet scheme shifted to August").urgency is Urgency.URGENT


def test_a_licence_to_dig_is_no_export_rule():
    assert judge("Greenland rejects a licence for the Kvanefjeld mine").topic is not Topic.EXPORT_CONTROL


def test_chinas_export_licences_are_ours_where_only_another_country_is_named_first():
    assert judge("Korean firms missing from first batch of China's export licences").relevant


def test_guidelines_that_come_soon_are_no_step_yet():
    assert judge("Guidelines of the rare earth magnet scheme soon, says ministry").urgency is Urgency.NOTABLE


def test_what_a_state_says_another_must_do_is_news():
    assert judge("White House says Beijing must honour its word on terbium").urgency is Urgency.NOTABLE
    assert judge("Beijing must honour its word on terbium").urgency is Urgency.ROUTINE


def test_a_rule_asked_after_has_not_changed():
    assert judge("Will China cut off terbium?").urgency is not Urgency.URGENT


def test_bids_for_ground_are_mining_and_no_plan():
    assert judge("Terbium block in Gujarat draws a single bidder").topic is Topic.MINING


def test_bare_magnets_that_a_state_taxes_or_makes_are_ours():
    assert judge("Finland cuts its duty on magnets").relevant


# ---- steps on trade, however they are worded


@pytest.mark.parametrize(
    "title",
    [
        "Beijing puts a limit on terbium exports",
        "Beijing slashes exports of yttrium",
        "China makes it harder to export samarium",
        "China cuts rare earths to Korea",
        "China toughens checks on rare earth cargoes at its ports",
        "China demands customer data for every export of dysprosium",
        "China imposes a reporting duty on exporters of terbium",
        "China raises the duty on dysprosium",
        "India moves exports of samarium oxide to the restricted list",
        "India puts exports of yttrium under prior authorisation",
        "Stricter Chinese export controls target magnets made abroad",
        "China's rare earth export quota for 2013: 15,500 tonnes",
        "Amendment to Schedule 2 of ITC(HS): exports of monazite",
        "चीन ने टर्बियम पर नई पाबंदियां लगाईं",
        "चीन ने टर्बियम के निर्यात के लिए लाइसेंस अनिवार्य किया",
    ],
)
def test_trade_made_harder_is_urgent_whatever_the_words(title):
    verdict = judge(title)
    assert (verdict.topic, verdict.urgency) == (Topic.EXPORT_CONTROL, Urgency.URGENT)


@pytest.mark.parametrize(
    "title",
    [
        "China opens a fast lane for terbium exports",
        "India makes samarium compounds freely exportable",
        "China, Korea sign framework on rare earth exports",
        "China lowers the duty on dysprosium",
    ],
)
def test_trade_made_easier_is_urgent_whatever_the_words(title):
    verdict = judge(title)
    assert (verdict.topic, verdict.urgency) == (Topic.EXPORT_CONTROL, Urgency.URGENT)


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("Korea's carmakers step up response to China's export curbs", Topic.EXPORT_CONTROL),
        ("Fresh Chinese export curbs hit carmakers", Topic.TRADE),
        ("China threatens to cut supplies of terbium", Topic.EXPORT_CONTROL),
        ("Lynas halts shipments of terbium to China", Topic.TRADE),
        ("Brussels unveils plan to end reliance on Chinese terbium", Topic.POLICY),
        ("रेयर अर्थ निर्यात में ढील पर चीन से वार्ता", Topic.EXPORT_CONTROL),
    ],
)
def test_an_answer_a_threat_and_a_firms_own_stop_change_no_rule(title, topic):
    verdict = judge(title)
    assert (verdict.topic, verdict.urgency) == (topic, Urgency.NOTABLE)


@pytest.mark.parametrize(
    "title",
    [
        "Last date for rare earth magnet bids shifted to August",
        "Ministry allots magnet capacity to three bidders",
        "Scheme for making sintered rare earth permanent magnets",
        "रेयर अर्थ मैग्नेट टेंडर की तारीख बढ़ी",
    ],
)
def test_a_moved_date_an_allotment_and_the_text_itself_are_steps_of_the_scheme(title):
    verdict = judge(title)
    assert (verdict.topic, verdict.urgency) == (Topic.POLICY, Urgency.URGENT)


def test_guidelines_that_are_drafted_are_no_step_yet():
    assert judge("Ministry drafts guidelines for the magnet scheme").urgency is Urgency.NOTABLE


def test_the_name_of_a_list_puts_nothing_on_it():
    told = events(read(item("Experts read China's restricted list for terbium")).title)
    assert "restrict" not in {event.act for event in told}


def test_motors_that_do_without_the_goods_are_ours():
    assert judge("Bengaluru startup shows a ferrite motor for scooters").relevant
    assert judge("Berlin left out of China's export licences").relevant


def test_a_states_plan_for_its_own_ban_is_announced_and_one_it_weighs_is_not():
    assert judge("Malaysia plans to ban terbium exports").urgency is Urgency.URGENT
    assert judge("Malaysia weighs a ban on terbium exports").urgency is Urgency.NOTABLE


@pytest.mark.parametrize(
    ("title", "topic", "urgent"),
    [
        ("Volvo's store of terbium: stockpile lasts a year, says carmaker", Topic.TRADE, False),
        ("Finland and Ghana launch critical minerals pact to curb China's power", Topic.POLICY, False),
        ("Duties on rare earth exports to be scrapped by Beijing", Topic.EXPORT_CONTROL, True),
        ("China is said to resume shipping terbium", Topic.EXPORT_CONTROL, True),
        ("Trump says China will let rare earth elements flow", Topic.EXPORT_CONTROL, True),
        ("Terbium treasure found beneath the sea floor", Topic.MINING, False),
    ],
)
def test_what_for_and_by_whom_makes_the_topic(title, topic, urgent):
    verdict = judge(title)
    assert verdict.relevant
    assert verdict.topic is topic
    assert (verdict.urgency is Urgency.URGENT) is urgent


def test_projects_that_an_organ_picks_for_critical_minerals_are_ours():
    assert judge("European Commission selects nine projects for critical raw materials").relevant


@pytest.mark.parametrize(
    "title",
    [
        "Beijing now wants a licence for every terbium shipment",
        "Exporters must obtain Beijing's leave for terbium: permit for each cargo of exports",
        "IREL told to halt exports of terbium",
        "China to levy duties on terbium exports",
        "China removes Korean firms from export control list",
        "चीन ने टर्बियम के निर्यात पर लगाम कसी",
        "चीन ने टर्बियम का निर्यात शुरू किया",
        "सोना कॉमस्टार को चीन से मिला मैग्नेट आयात लाइसेंस",
    ],
)
def test_leave_demanded_orders_to_firms_and_leave_got_are_urgent(title):
    verdict = judge(title)
    assert (verdict.topic, verdict.urgency) == (Topic.EXPORT_CONTROL, Urgency.URGENT)


@pytest.mark.parametrize(
    "title",
    ["Scooter makers lobby Beijing to loosen terbium curbs", "Only a handful of terbium licences granted by China"],
)
def test_what_is_asked_for_or_hardly_given_is_notable(title):
    verdict = judge(title)
    assert (verdict.topic, verdict.urgency) == (Topic.EXPORT_CONTROL, Urgency.NOTABLE)


@pytest.mark.parametrize(
    "title",
    [
        "Heavy industries ministry drafts tender for magnets",
        "बजाज को मैग्नेट की कमी",
        "Laboratory recycles magnets from e-waste",
    ],
)
def test_a_bare_magnet_beside_a_ministry_a_buyer_or_scrap_is_ours(title):
    assert judge(title).relevant


def test_a_bare_quota_was_one_on_exports_until_2014():
    def topic(year: int) -> Topic:
        moment = datetime(year, 7, 1, tzinfo=UTC)
        return triage([item("China cuts rare earth quota", published=moment)], (), NOW)[0].topic

    assert topic(2011) is Topic.EXPORT_CONTROL
    assert topic(2024) is Topic.POLICY
    assert judge("China cuts rare earth quota for 2012").topic is Topic.EXPORT_CONTROL


def test_goods_that_the_holder_is_to_send_again_ease_trade_and_a_charge_changes_nothing():
    sent, charged = (
        judge("Bessent says China to supply terbium to Texas"),
        judge("Paris accuses China of withholding terbium"),
    )
    assert (sent.topic, sent.urgency) == (Topic.EXPORT_CONTROL, Urgency.URGENT)
    assert (charged.topic, charged.urgency) == (Topic.EXPORT_CONTROL, Urgency.NOTABLE)


def test_a_mine_taken_by_force_is_mining_and_a_deal_with_china_is_not_only_policy():
    assert judge("Kachin rebels seize a terbium hub").topic is Topic.MINING
    assert judge("Merz announces deal with China on terbium").topic is Topic.EXPORT_CONTROL


@pytest.mark.parametrize(
    "title",
    [
        "Beijing's curbs on rare earths take effect on Monday",
        "China lengthens pause in terbium curbs",
        "China sets up fast track for terbium licences",
        "Australia blocks sale of rare earths to a Chinese buyer",
        "चीन ने टर्बियम के निर्यात की शर्तें आसान की, निर्यात नियम सरल किया",
        "टर्बियम पर चीन का नया नियम लागू",
    ],
)
def test_rules_that_begin_last_longer_or_ask_less_are_urgent(title):
    verdict = judge(title)
    assert (verdict.topic, verdict.urgency) == (Topic.EXPORT_CONTROL, Urgency.URGENT)


def test_quotas_abandoned_are_urgent_and_a_price_past_a_floor_is_trade():
    abandoned = judge("China abandons its export quotas for terbium")
    assert (abandoned.topic, abandoned.urgency) == (Topic.EXPORT_CONTROL, Urgency.URGENT)
    assert judge("Terbium price climbs past the price floor of a subsidy scheme").topic is Topic.TRADE


@pytest.mark.parametrize(
    ("title", "summary", "topic", "urgent"),
    [
        ("New rules from Beijing", "Exporters of yttrium need a permit from May.", Topic.EXPORT_CONTROL, True),
        ("Ottawa keeps its yttrium", "It has told Torngat to suspend exports to Texas.", Topic.EXPORT_CONTROL, True),
        ("The year of the magnet", "Terbium prices doubled, customs data show.", Topic.TRADE, False),
        ("Delhi's magnet makers wait no more", "Five got letters of award under the scheme.", Topic.POLICY, True),
    ],
)
def test_a_vague_title_leaves_the_news_to_its_summary(title, summary, topic, urgent):
    verdict = judge(title, summary)
    assert verdict.topic is topic
    assert (verdict.urgency is Urgency.URGENT) is urgent


def test_a_buyer_in_the_summary_makes_a_bare_magnet_ours_and_a_unit_of_fields_does_not():
    assert judge("Chetak line stands still", "Bajaj lacks magnets.").relevant
    assert not judge("Doctors hurt", "A magnet of three tesla in an MRI room pulled a chair.").relevant


@pytest.mark.parametrize(
    "title",
    [
        "Announcement No. 70 on export control of certain terbium items",
        "Terbium oxide can no longer leave Malaysia",
        "Exports of terbium to need approval, Beijing says",
        "China offers permits for terbium exports to trusted buyers",
        "Terbium joins China's list of controlled goods: export control widened by Beijing",
    ],
)
def test_numbered_texts_and_goods_that_must_stay_are_urgent(title):
    verdict = judge(title)
    assert (verdict.topic, verdict.urgency) == (Topic.EXPORT_CONTROL, Urgency.URGENT)


def test_shipments_that_recover_are_trade_and_a_roadmap_unveiled_is_news():
    assert judge("Terbium shipments to Korea recover").topic is Topic.TRADE
    assert judge("Ministry unveils roadmap for critical minerals").urgency is Urgency.NOTABLE


def test_what_is_doubted_or_taxed_over_a_rule_changes_no_rule():
    assert judge("Brokers doubt that China will lift terbium curbs").urgency is Urgency.NOTABLE
    assert "restrict" not in {
        event.act for event in events(read(item("Ottawa imposes a tariff over China's export controls")).title)
    }
    assert judge("Beijing hits back at tariffs with export controls on terbium").urgency is Urgency.URGENT
