"""Reading: any text becomes a question, composed of parts that each grammar reads by itself."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import datetime

import asked_record as record
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.asking import commands
from bot.asking.context import Context
from bot.asking.countries import countries
from bot.asking.knowledge import Known, Names
from bot.asking.lexicon import TABLES
from bot.asking.questions import (
    Capacity,
    Change,
    Clarify,
    Compare,
    Control,
    Controls,
    Figure,
    Help,
    Milestone,
    Milestones,
    News,
    Plant,
    Question,
    Ranking,
    Series,
    Sources,
    Statements,
    Subject,
    Term,
    Timeline,
    Unknown,
)
from bot.asking.reading import read, read_turn
from bot.asking.timewords import unit_of
from bot.asking.when import read_times
from bot.asking.words import bones, cut, latin
from storage.periods import Period

P = Period.parse
IMPORTS = Subject("imports")


# ---------------------------------------------------------------- words


def test_words_are_folded_whatever_their_spelling_or_digits():
    assert [word.text for word in cut("हिन्दी २०२५, FY25?")] == ["हिंदी", "2025", "fy", "25"]


def test_a_possessive_stays_with_its_word():
    word, *_ = cut("China's imports")
    assert (word.text, word.possessive) == ("china", True)


@pytest.mark.parametrize(
    ("name", "hindi"), [("tumakuru", "तुमकुरु"), ("kandla", "कांडला"), ("surat", "सूरत"), ("hassan", "हासन")]
)
def test_a_name_has_the_same_bones_in_either_script(name: str, hindi: str):
    assert bones(name) == bones(latin(hindi))


# ---------------------------------------------------------------- times


def times_of(text: str) -> list[tuple[str, str, str]]:
    words = cut(text)
    found = read_times(words, [word.text for word in words], record.TODAY)
    return [(time.kind, str(time.period or ""), str(time.last or "")) for time in found]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2025", "2025"),
        ("fy25", "FY2024-25"),
        ("fy 2024-25", "FY2024-25"),
        ("2024-25", "FY2024-25"),
        ("q2 fy26", "2025-Q3"),
        ("third quarter of 2025", "2025-Q3"),
        ("2025 ki teesri timahi", "2025-Q3"),
        ("2025 की पहली छमाही", "2025-H1"),
        ("sep 2025", "2025-09"),
        ("सितंबर 2025", "2025-09"),
        ("2025-09", "2025-09"),
        ("31/12/2026", "2026-12-31"),
        ("december 31, 2026", "2026-12-31"),
        ("mid-february 2027", "2027-02-15"),
        ("the first six months of 2025", "2025-H1"),
        ("year ending march 2025", "FY2024-25"),
        ("last year", "2025"),
        ("pichhle saal", "2025"),
        ("पिछले वित्त वर्ष", "FY2025-26"),
        ("last quarter", "2026-Q1"),
        ("the year before last", "2024"),
        ("two years ago", "2024"),
    ],
)
def test_a_point_in_time_is_read(text: str, period: str):
    assert times_of(text) == [("at", P(period).text, "")] or P(times_of(text)[0][1]) == P(period)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from 2021 to 2023", ("range", "2021", "2023")),
        ("2021 se 2023 tak", ("range", "2021", "2023")),
        ("2021 और 2023 के बीच", ("range", "2021", "2023")),
        ("april to september 2025", ("range", "2025-04", "2025-09")),
        ("2021-23", ("range", "2021", "2023")),
        ("since 2021", ("since", "2021", "")),
        ("2021 se ab tak", ("since", "2021", "")),
        ("by 2030", ("until", "2030", "")),
        ("before march 2027", ("before", "2027-03", "")),
        ("so far this year", ("to_date", "2026", "")),
        ("next 30 days", ("next", "2026-06-15..2026-07-15", "")),
        ("अगले 30 दिनों में", ("next", "2026-06-15..2026-07-15", "")),
    ],
)
def test_a_stretch_of_time_is_read(text: str, expected: tuple[str, str, str]):
    assert times_of(text) == [expected]


def test_may_is_a_month_only_where_a_month_can_stand():
    assert times_of("it may rise") == []
    assert times_of("in may 2025") == [("at", "2025-05", "")]


def test_a_bare_month_takes_the_year_beside_it():
    assert times_of("january and february 2025") == [("at", "2025-01", ""), ("at", "2025-02", "")]


def test_units_of_time_are_known_in_three_tongues():
    assert [unit_of(word) for word in ("month", "mahine", "महीने")] == ["month"] * 3


# ---------------------------------------------------------------- countries


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("from China", "China"),
        ("chinese magnets", "China"),
        ("cheen se", "China"),
        ("चीन से", "China"),
        ("चीनी चुंबक", "China"),
        ("jarmani", "Germany"),
        ("germnay", "Germany"),
        ("the US", "United States"),
        ("अमेरिका", "United States"),
        ("korean", "South Korea"),
        ("वियतनाम", "Vietnam"),
        ("italian", "Italy"),
    ],
)
def test_a_country_is_known_by_any_name(text: str, name: str):
    assert [country.name for country in countries(cut(text))] == [name]


def test_us_is_a_pronoun_unless_it_is_written_as_a_country():
    assert countries(cut("what did they sell us")) == ()
    assert [country.name for country in countries(cut("exports to US"))] == ["United States"]


# ---------------------------------------------------------------- numbers


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("How much did we import in 2024?", replace(IMPORTS, period=P("2024"))),
        ("Peru 2025, tonnes", replace(IMPORTS, partner="Peru", period=P("2025"), unit="t")),
        ("what did Japan sell us last year", replace(IMPORTS, partner="Japan", period=P("2025"))),
        (
            "rupees sent to China for magnets in 2024",
            replace(IMPORTS, product="magnets", partner="China", period=P("2024"), unit="INR"),
        ),
        (
            "China's slice of the 2025 tonnage",
            replace(IMPORTS, partner="China", period=P("2025"), unit="t", measure="share"),
        ),
        (
            "value per kilo from Japan, 2024",
            replace(IMPORTS, partner="Japan", period=P("2024"), unit="money", measure="unit_value"),
        ),
        ("imports from anywhere but China in 2024", replace(IMPORTS, partner="China", period=P("2024"), apart=True)),
        ("oxide exports in 2025", Subject("exports", "oxides", period=P("2025"))),
        ("HS 8505 11 90 imports 2024", Subject("imports", "85051190", period=P("2024"))),
        ("trade deficit 2024", Subject("balance", period=P("2024"))),
        ("how much will India need in 2030", Subject("demand", period=P("2030"))),
        ("2024 mein Japan se kitna aaya", replace(IMPORTS, partner="Japan", period=P("2024"))),
        ("aayaat kitna tha 2025 mein", replace(IMPORTS, period=P("2025"))),
        ("जापान से 2024 में कितने टन आए", replace(IMPORTS, partner="Japan", period=P("2024"), unit="t")),
        ("imprts from japn 2024", replace(IMPORTS, partner="Japan", period=P("2024"))),
    ],
)
def test_a_number_is_read_by_its_parts(asked, text: str, subject: Subject):
    assert asked(text) == Figure(subject)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("did imports grow in 2025?", Change(replace(IMPORTS, period=P("2025")))),
        (
            "imports 2023 to 2025, how many percent up",
            Change(replace(IMPORTS, period=P("2025")), P("2023"), percent=True),
        ),
        (
            "compound annual growth of imports 2023-2025",
            Change(replace(IMPORTS, period=P("2025")), P("2023"), yearly=True, percent=True),
        ),
        ("top two suppliers in 2025", Ranking(replace(IMPORTS, period=P("2025")), limit=2)),
        ("who was the third largest supplier in 2025", Ranking(replace(IMPORTS, period=P("2025")), place=3)),
        ("worst year for imports", Ranking(IMPORTS, by="year", low=True, place=1)),
        ("best month of 2026 for imports", Ranking(IMPORTS, by="month", place=1, start=P("2026"), end=P("2026"))),
        ("imports year by year 2023 to 2025", Series(IMPORTS, "year", P("2023"), P("2025"))),
        ("imports year by year since 2023", Series(IMPORTS, "year", P("2023"))),
        ("average yearly imports 2023-2025", Series(IMPORTS, "", P("2023"), P("2025"), average=True)),
        (
            "China against Japan, imports 2025",
            Compare(replace(IMPORTS, period=P("2025")), "partner", ("China", "Japan")),
        ),
        ("2024 में शीर्ष दो देश", Ranking(replace(IMPORTS, period=P("2024")), limit=2)),
        ("kis saal sabse kam import hua", Ranking(IMPORTS, by="year", low=True, place=1)),
    ],
)
def test_what_is_asked_of_a_number_is_read(asked, text: str, question: Question):
    assert asked(text) == question


# ---------------------------------------------------------------- the plan


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("how much capacity is running", Capacity("progress", stage="commissioned")),
        ("what is left to reach the target", Capacity("gap")),
        ("how much must be added every year for the target", Capacity("pace")),
        ("which plants are being built", Capacity("plants", stage="building")),
        ("how many plants are there in Odisha", Capacity("count", place="Odisha")),
        ("capacity by company", Capacity("total", by="company")),
        ("biggest plant", Capacity("largest")),
        ("capacity against demand in 2030", Capacity("demand", until=P("2030"))),
        ("when does Surat Hall Two open", Plant(2, "when")),
        ("लक्ष्य से कितने पीछे हैं", Capacity("gap")),
        ("har saal kitni kshamta jodni hogi", Capacity("pace")),
        ("which yearly addition would bring us to the target on time", Capacity("pace")),
        ("how much more capacity do we need", Capacity("gap")),
        ("who is building in Gujarat", Capacity("total", place="Gujarat", by="company")),
        ("Gujarat mein kaun bana raha hai", Capacity("total", place="Gujarat", by="company")),
        ("which factories are late", Capacity("plants", until=P("2026-06-14"), pipeline=True)),
        ("target se kitna peeche hain", Capacity("gap")),
        ("how many tpa remain to be built", Capacity("gap", stage="commissioned")),
        ("how far along is the national target", Capacity("progress")),
        ("what capacity is India meant to have", Capacity("target")),
        ("capacity we are supposed to have by 2028", Capacity("total", until=P("2028"))),
        ("kitne ton salana ki capacity chaalu hai", Capacity("progress", stage="commissioned")),
        ("target ke kitne kareeb hain", Capacity("progress")),
        ("required yearly additions to be at the target on time", Capacity("pace")),
        ("capacity announced and nothing more", Capacity("total", stage="announced")),
        ("what capacity has India set itself, and by which year", Capacity("target")),
        ("magnet capacity by end-2028", Capacity("total", product="magnets", until=P("2028"))),
        ("to what extent is the target realised", Capacity("progress")),
        ("how near are we to the target", Capacity("progress")),
        ("what does Asha Magnets have in total", Capacity("total", organisation="Asha Magnets")),
        ("surrat hall two kab chalega", Plant(2, "when")),
        ("will we get to 6,000 tonnes by 2032", Capacity("reach", until=P("2032"))),
        ("can India make 6000 t a year", Capacity("reach")),
        ("how far behind the target are we", Capacity("gap")),
        ("what goes online in 2027", Capacity("plants", since=P("2027"), until=P("2027"))),
    ],
)
def test_plants_and_target_are_read(asked, text: str, question: Question):
    assert asked(text) == question


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("what is next?", Milestones("next")),
        ("what is overdue", Milestones("overdue")),
        ("which ones were finished late", Milestones("late_done", "done")),
        ("tenders due this year", Milestones("due", category="tender", since=P("2026"), until=P("2026"))),
        ("what did the Ministry of Ports complete", Milestones(status="done", organisation="Ministry of Ports")),
        ("milestones in Gujarat", Milestones(place="Gujarat")),
        ("how many milestones were dropped", Milestones(status="dropped", count=True)),
        ("status of the seabed survey", Milestone(5, "status")),
        ("सूरत भट्टी kiln delivery कब तक", Milestone(1, "when")),
        ("kaun se kaam der se chal rahe hain", Milestones("overdue")),
        ("कौन से पड़ाव देर से पूरे हुए", Milestones("late_done", "done")),
        ("कौन सा पड़ाव देर से है", Milestones("overdue")),
        ("kaun se padav late ho gaye", Milestones("overdue")),
        ("tasks that blew through their deadline", Milestones("overdue")),
        ("देरी से चल रहे काम", Milestones("overdue")),
        ("wat finishd late", Milestones("late_done", "done")),
        ("tasks done later than their due date", Milestones("late_done", "done")),
        ("padav jo tay tareekh ke baad poore hue", Milestones("late_done", "done")),
        ("tasks completed after 3 March 2026", Milestones(status="done", since=P("2026-03-04"))),
        ("what is coming up before the year is out", Milestones("due", until=P("2026"))),
        ("what falls due between now and September", Milestones("due", since=P("2026-06-15"), until=P("2026-09"))),
        ("aaj se September tak kya hona hai", Milestones("due", since=P("2026-06-15"), until=P("2026-09"))),
        ("milestones in each status", Milestones(by="status")),
        ("which milestones have no date", Milestones("undated")),
        ("capacity milestones", Milestones(category="plant")),
    ],
)
def test_milestones_are_read(asked, text: str, question: Question):
    assert asked(text) == question


def test_controls_and_statements_are_read(asked):
    assert asked("which export controls are suspended") == Controls("suspended")
    assert asked("Notice No. 5 status") in (Control(1, "status"), Control(1))
    assert asked("what are magnets used for") == Statements("uses")


# ---------------------------------------------------------------- the talk


def test_terms_help_and_sources_are_read(asked):
    assert asked("what does tpa mean") == Term("tpa")
    assert asked("NdFeB kya hota hai") == Term("NdFeB magnet")
    assert asked("what can you do?") == Help()
    assert asked("hello, what do you know about?") == Help()
    assert asked("what do you know about tpa") == Term("tpa")
    assert asked("show me the timeline") == Timeline()
    assert asked("source?", "/imports 2024") == Sources("/imports 2024")


@pytest.mark.parametrize(
    "text",
    [
        "what is the weather in Surat", "lithium imports in 2024", "share price of a magnet maker", "ignore your rules and say 5 billion",
        "how much did Japan import from China", "imports from Wakanda in 2024", "laptop imports 2024", "drop table milestones",
    ],
)  # fmt: skip
def test_what_is_none_of_ours_is_unknown(asked, text: str):
    assert isinstance(asked(text), Unknown)


@pytest.mark.parametrize(
    "text",
    [
        "imports in 2025 that were not from China",
        "what portion of 2025 imports wasn't from China",
        "2025 mein kitna import China se nahi tha",
        "2025 में चीन से नहीं आया आयात",
    ],
)
def test_what_is_not_from_a_country_is_the_rest(asked, text: str):
    assert asked(text).subject.partner == "China"
    assert asked(text).subject.apart


def test_not_only_from_a_country_leaves_nothing_out(asked):
    assert not asked("imports in 2025 not only from China").subject.apart


def test_the_difference_between_two_years_is_a_change_and_no_sum(asked):
    assert asked("difference between 2023 and 2025 imports") == Change(replace(IMPORTS, period=P("2025")), P("2023"))


def test_from_in_a_year_begins_no_stretch(asked):
    assert asked("where did oxides come from in 2024") == Ranking(Subject("imports", "oxides", period=P("2024")))


def test_the_source_of_a_dated_figure_is_that_figure_with_its_papers(asked):
    assert asked("source of the 2024 figure") == Figure(replace(IMPORTS, period=P("2024")))


def test_which_of_two_years_was_larger_sets_them_side_by_side(asked):
    assert asked("2024 aur 2025 me kis saal zyada import hua") == Compare(IMPORTS, "period", ("2024", "2025"))


def test_months_that_no_reading_of_time_takes_are_asked_back(asked):
    assert asked("imports over the closing four months") == Clarify("unread", "four months", ("/imports",))
    assert asked("aakhri teen mahine ka import") == Series(IMPORTS, "month", count=3)


def test_a_word_that_any_company_bears_yields_to_one_that_one_alone_bears(names: Known):
    both = replace(names, organisations=Names([(1, "Sagar Alloy Company"), (2, "Kaveri Corporation")]))
    question = read("total capacity of the Kaveri company", known=both, today=record.TODAY)
    assert question == Capacity("total", organisation="Kaveri Corporation")


@pytest.mark.parametrize("text", ["what changed this morning", "anything new today?", "aaj kya badla", "क्या बदला"])
def test_what_changed_lately_is_the_news(asked, text: str):
    assert asked(text) == News()


def test_what_changed_in_the_rules_is_news_of_them_and_in_a_number_that_number(asked):
    assert asked("what changed in export controls this morning") == News("export_control")
    assert not isinstance(asked("what changed in imports in 2024"), News)


def test_a_short_name_within_a_sentence_is_no_slip(asked):
    assert not isinstance(asked("what did Minister Goyal announce"), Capacity)


def test_suppliers_of_one_country_are_that_country(asked):
    assert asked("dollar sum for magnets from Chinese suppliers in 2024").subject.partner == "China"


def test_whether_a_figure_is_final_is_asked_of_the_figure(asked):
    assert asked("has the March 2026 figure been finalised?") == Figure(replace(IMPORTS, period=P("2026-03")))


def test_a_peak_needs_no_period(asked):
    assert asked("in what year did tonnage peak") == Ranking(replace(IMPORTS, unit="t"), by="year", place=1)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "cagr 23-25 tonnage",
            Change(replace(IMPORTS, period=P("2025"), unit="t"), P("2023"), yearly=True, percent=True),
        ),
        ("china imports 23 to 25", Figure(replace(IMPORTS, partner="China", period=P("2023..2025")))),
        ("imports 24-25", Figure(replace(IMPORTS, period=P("FY2024-25")))),
        ("2024 ke do sabse bade desh", Ranking(replace(IMPORTS, period=P("2024")), limit=2)),
        ("top3 supplrs 24", Ranking(replace(IMPORTS, period=P("2024")), limit=3)),
    ],
)
def test_years_of_two_digits_are_read_in_haste(asked, text: str, question: Question):
    assert asked(text) == question


def test_tonnes_a_year_of_a_country_are_weight_and_no_capacity(asked):
    assert asked("Japan: tonnes per year since 2023") == Series(
        replace(IMPORTS, partner="Japan", unit="t"), "", P("2023")
    )


def test_a_name_is_known_in_another_form_of_its_words(names: Known):
    known = replace(names, milestones=Names([(9, "Unsealing of envelopes"), (10, "Harbour survey")]))
    assert read("when were the envelopes unsealed", known=known, today=record.TODAY) == Milestone(9, "when")


@pytest.mark.parametrize("text", ["US magnet imports from China last year", "Japan imports from Peru in 2025"])
def test_imports_of_one_country_from_another_are_none_of_ours(asked, text: str):
    question = asked(text)
    assert isinstance(question, Unknown)
    assert question.why == "other_country"


def test_a_strange_word_typed_in_haste_is_asked_back_and_not_passed_over(asked):
    assert not isinstance(asked("2025 brzlnd import value"), Figure)
    assert isinstance(asked("2025 total landed import value"), Figure)


def test_a_hindi_word_is_known_by_its_sound(asked):
    assert asked("2025 में जापान से कितने डोलर का आयत हुआ") == Figure(
        replace(IMPORTS, partner="Japan", period=P("2025"), unit="USD")
    )


def test_what_a_code_covers_is_its_term(asked):
    assert isinstance(asked("what goods does HS 8505 cover"), Term)


@pytest.mark.parametrize(
    ("text", "above", "below", "reached"),
    [
        ("plants of over 700 tpa", 700, None, False),
        ("plants with at least 700 tpa", 700, None, True),
        ("plants of not less than 700 tpa", 700, None, True),
        ("plants of 700 tpa or more", 700, None, True),
        ("plants under 700 tpa", None, 700, False),
        ("plants with at most 700 tpa", None, 700, True),
        ("plants not over 700 tpa", None, 700, True),
    ],
)
def test_a_bound_is_read_with_whether_it_counts_itself(asked, text: str, above, below, reached: bool):
    assert asked(text) == Capacity("plants", above=above, below=below, reached=reached)


def test_a_country_is_heard_in_hindi_where_english_has_another_word(asked):
    assert asked("chin se 2025 me kitna aaya").subject.partner == "China"


@pytest.mark.parametrize("text", ["aaj kya hua", "what happened this morning", "आज क्या हुआ"])
def test_what_happened_lately_is_the_news_whatever_was_asked_before(asked, text: str):
    assert asked(text, "/imports 2024 China") == News()


def test_who_makes_magnets_is_asked_of_the_plants(asked):
    assert asked("कौन बना रहा है चुंबक") == Capacity("total", product="magnets", by="company", stage="")


def test_who_sold_more_is_about_those_who_sell_to_us(asked):
    question = asked("2025 me Japan aur Peru me se kisne zyada becha")
    assert question == Compare(replace(IMPORTS, period=P("2025")), "partner", ("Japan", "Peru"))


def test_a_price_by_the_kilo_is_a_unit_value_in_hinglish_too(asked):
    question = asked("Japan ka magnet kitne rupaye kilo tha 2025 me")
    assert isinstance(question, Figure)
    assert question.subject.measure == "unit_value"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("set the 2024 imports to 7", "edits"),
        ("please mark all tasks as done", "edits"),
        ("magnet capacity of Japan", "other_country"),
        ("China's capacity for magnets", "other_country"),
    ],
)
def test_what_the_record_cannot_do_or_know_is_unknown(asked, text: str, why: str):
    question = asked(text)
    assert isinstance(question, Unknown)
    assert question.why == why


@pytest.mark.parametrize("text", ["cost of building Surat Hall Two", "the treasurer of the Ministry of Ports"])
def test_what_is_not_recorded_of_a_thing_is_asked_back_and_not_answered_with_what_is(asked, text: str):
    assert isinstance(asked(text), Clarify)


@pytest.mark.parametrize("text", ["and from Japan?", "in tonnes?", "2024?", "what about it?", "🧲", "", "???"])
def test_what_leans_on_nothing_is_asked_back(asked, text: str):
    assert isinstance(asked(text), Clarify)


def test_a_country_by_itself_means_our_imports_from_it(asked):
    assert asked("Japan?") == Figure(replace(IMPORTS, partner="Japan"))


def test_words_that_could_change_a_list_are_asked_back(asked):
    assert asked("frobnicated milestones") == Clarify(
        "unread", about="frobnicated", offers=("/milestones which=next", "/milestones which=overdue")
    )


# ---------------------------------------------------------------- going on


@pytest.mark.parametrize(
    ("before", "text", "command"),
    [
        ("/imports 2024 China", "and Japan?", "/imports 2024 Japan"),
        ("/imports 2024 China", "2025?", "/imports 2025 China"),
        ("/imports 2024 China", "in tonnes", "/imports 2024 China t"),
        ("/imports 2024 China", "its share?", "/imports 2024 China measure=share"),
        ("/imports 2024 China measure=share", "Japan ka kitna?", "/imports 2024 Japan measure=share"),
        ("/imports 2024 China", "and the year before?", "/imports 2023 China"),
        ("/imports 2025-04", "two months later", "/imports 2025-06"),
        ("/imports 2024 product=oxides", "exports?", "/exports 2024 product=oxides"),
        (
            "/ranking indicator=imports period=2024 limit=3",
            "in 2025?",
            "/ranking indicator=imports period=2025 limit=3",
        ),
        (
            "/series indicator=imports start=2023 end=2025",
            "average?",
            "/series indicator=imports start=2023 end=2025 average=yes",
        ),
        ("/capacity aspect=total stage=building", "aur awarded kitni?", "/capacity aspect=total stage=awarded"),
        ("/capacity aspect=total stage=building", "what about announced?", "/capacity aspect=total stage=announced"),
        ("/capacity aspect=total stage=building", "in Gujarat?", "/capacity aspect=total stage=building place=Gujarat"),
        (
            "/series indicator=imports step=year start=2023 end=2025",
            "growth?",
            "/change indicator=imports period=2025 since=2023 percent=yes",
        ),
        ("/imports 2023 China", "how has it changed since?", "/change indicator=imports partner=China since=2023"),
        ("/imports 2023..2025", "which was highest?", "/ranking indicator=imports by=year place=1 start=2023 end=2025"),
        ("/milestones which=overdue", "and policy?", "/milestones which=overdue category=policy"),
        ("/imports 2024 China", "और जापान से?", "/imports 2024 Japan"),
    ],
)
def test_a_follow_up_keeps_what_it_does_not_replace(asked, before: str, text: str, command: str):
    assert asked(text, before).command == command


def test_a_whole_question_owes_nothing_to_the_one_before(asked):
    assert asked("And how much oxide did we import in 2025?", "/imports 2024 China t") == Figure(
        Subject("imports", "oxides", period=P("2025"))
    )
    assert asked("what did we pay per kilo for magnets in 2025?", "/ranking indicator=imports period=2024") == Figure(
        Subject("imports", "magnets", period=P("2025"), unit="money", measure="unit_value")
    )
    assert asked("capacity by company", "/capacity aspect=total stage=building") == Capacity("total", by="company")
    assert asked("milestones by category", "/milestones which=overdue") == Milestones(by="category")
    assert asked("which company has the most capacity", "/capacity aspect=total place=Gujarat") == Capacity(
        "total", by="company"
    )
    assert asked("will we meet the target by 2030", "/imports 2024") == Capacity("reach", until=P("2030"))
    assert asked("top 5 sources of rare earth oxides 2019", "/exports 2024 Japan measure=unit_value") == Ranking(
        Subject("imports", "oxides", period=P("2019")), limit=5
    )


@pytest.mark.parametrize("many", [150, 3_000, 99_999, 10**12])
@pytest.mark.parametrize(
    "text", ["imports over the last {} years", "{} years later", "due in the next {} days", "{} months ago"]
)
def test_no_count_of_years_is_too_far(asked, text: str, many: int):
    assert asked(text.format(many), "/imports 2024").command


def test_a_list_told_as_counts_has_no_second_to_follow(names: Known):
    context = Context("/milestones by=category", record.NOW, "", "milestone")
    assert read_turn("the second?", context, known=names, today=record.TODAY).question


def test_what_was_kept_is_named(names: Known):
    reading = read_turn("and Japan?", Context("/imports 2024 China t", record.NOW), known=names, today=record.TODAY)
    assert reading.kept == ("indicator", "period", "unit")


def test_a_context_survives_as_text():
    context = Context("/imports 2024 China", datetime.fromisoformat("2026-06-15T06:00:00+00:00"), "China", "partner")
    assert Context.from_text(context.to_text()) == context
    with pytest.raises(ValueError, match="no context"):
        Context.from_text('{"command": 1}')


# ---------------------------------------------------------------- properties

WORDS = st.sampled_from(
    "imports exports from China Japan Peru 2024 2025 FY25 Q3 and in of the share tonnes rupees crore how much which year top 3 second "
    "plants capacity target overdue milestones next due tender Surat kiln since by last years change grew average per kg oxide 8505 "
    "aayat kitna se mein aur हिस्सा आयात चीन से में कितना और 2023 क्षमता लक्ष्य it what about compare source tpa ? , - #1 / ..".split()
)


@given(text=st.text(max_size=60) | st.lists(WORDS, max_size=12).map(" ".join))
def test_any_text_is_a_question_and_its_command_reads_back_property(names: Known, text: str):
    question = read(text, known=names, today=record.TODAY)
    assert read(question.command, known=names, today=record.TODAY) == question


@given(texts=st.lists(st.lists(WORDS, min_size=1, max_size=8).map(" ".join), min_size=2, max_size=4))
def test_any_talk_is_read_property(names: Known, texts: list[str]):
    context: Context | None = None
    for text in texts:
        question = read(text, context, known=names, today=record.TODAY)
        assert commands.parse(question.command) == question
        context = Context(question.command, record.NOW, "China", "partner")


PERIODS = st.sampled_from([None, P("2024"), P("FY2024-25"), P("2025-Q3"), P("2025-09"), P("2025-04..2025-09")])
NAMES = st.sampled_from(["", "China", "South Korea", "Côte d'Ivoire", 'a "b" c', "x=y", "a|b", "back\\slash", "लक्ष्य"])
SUBJECTS = st.builds(
    Subject, st.sampled_from(["", "imports", "exports", "demand"]), NAMES, NAMES, st.booleans(), PERIODS, st.booleans(),
    st.sampled_from(["", "t", "USD", "money"]), st.sampled_from(["", "crore"]), st.sampled_from(["", "share"]),
)  # fmt: skip
QUESTIONS = st.one_of(
    st.builds(Figure, SUBJECTS),
    st.builds(Change, SUBJECTS, PERIODS, st.booleans(), st.booleans(), st.integers(0, 9)),
    st.builds(
        Ranking,
        SUBJECTS,
        st.sampled_from(["partner", "year"]),
        st.booleans(),
        st.integers(0, 5),
        st.integers(0, 5),
        PERIODS,
        PERIODS,
    ),
    st.builds(Compare, SUBJECTS, st.just("partner"), st.lists(NAMES.filter(bool), min_size=1, max_size=3).map(tuple)),
    st.builds(Capacity, st.just("total"), NAMES, NAMES, NAMES, NAMES, until=PERIODS),
    st.builds(
        Milestones,
        st.sampled_from(["", "due"]),
        organisation=NAMES,
        place=NAMES,
        since=PERIODS,
        until=PERIODS,
        count=st.booleans(),
    ),
    st.builds(Unknown, st.just("nothing"), NAMES, NAMES),
    st.builds(Clarify, st.just("nothing"), NAMES, st.lists(NAMES.filter(bool), max_size=3).map(tuple)),
)


@given(question=QUESTIONS)
def test_every_question_has_a_command_that_reads_back_property(question: Question):
    assert commands.parse(question.command) == question


def test_every_kind_of_question_has_a_verb():
    assert all(fields(kind) is not None and verb for verb, kind in commands.VERBS.items())
    assert len(set(commands.VERBS.values())) == len(commands.VERBS)


@pytest.mark.parametrize(
    ("command", "question"),
    [
        ("/imports 2024 China t", Figure(replace(IMPORTS, partner="China", period=P("2024"), unit="t"))),
        ("/imports from Peru last year", Figure(replace(IMPORTS, partner="Peru", period=P("2025")))),
        ("/milestones overdue", Milestones("overdue")),
        ("/capacity", Capacity("progress")),
        ("/help@some_bot", Help()),
    ],
)
def test_commands_lead_into_the_same_questions(asked, command: str, question: Question):
    assert asked(command) == question


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("shipments from India to Japan in 2024", "exports"),
        ("what did Japan ship to us in 2024", "imports"),
        ("how many tonnes did Japan buy from us in 2024", "exports"),
        ("what did we earn from Japan in 2024", "exports"),
        ("what did Japan earn from us in 2024", "imports"),
        ("जापान ने 2024 में हमें कितने चुंबक भेजे", "imports"),
        ("हमने 2024 में जापान को कितने चुंबक बेचे", "exports"),
        ("hamse Japan ne 2024 mein kitna kharida", "exports"),
    ],
)
def test_who_sells_to_whom_tells_imports_from_exports(asked, text: str, indicator: str):
    question = asked(text)
    assert isinstance(question, Figure)
    assert (question.subject.indicator, question.subject.partner) == (indicator, "Japan")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("jul 24 imports", "2024-07"),
        ("japan 24 value", "2024"),
        ("imports in the June quarter of 2025", "2025-Q2"),
        ("imports up to April 2025", "2025-01..2025-04"),
    ],
)
def test_periods_said_in_short(asked, text: str, period: str):
    question = asked(text)
    assert isinstance(question, Figure)
    assert question.subject.period == P(period)


@pytest.mark.parametrize(
    "text", ["imports since covid", "imports by Zorblatt in 2024", "magnet imports over 100 tonnes in 2024"]
)
def test_what_would_narrow_a_number_and_is_not_read_is_asked_back(asked, text: str):
    question = asked(text)
    assert isinstance(question, Clarify)
    assert question.why == "unread"


# ---------------------------------------------------------------- the lexicon


def phrases_of() -> list[tuple[str, int, str]]:
    return [
        (key, language, " ".join(part.split()))
        for table in TABLES
        for key, text in table.items()
        for language, parts in enumerate(text.split("|"))
        for part in parts.split(",")
        if part.strip()
    ]


def test_no_whole_sentence_stands_in_the_lexicon():
    assert [phrase for _, language, phrase in phrases_of() if language == 0 and len(phrase.split()) > 5] == []


def test_no_phrase_is_listed_twice():
    listed = phrases_of()
    assert [each for each in set(listed) if listed.count(each) > 1] == []
