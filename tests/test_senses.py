"""Words of more than one sense, and numbers in words: what they mean is told by what stands beside them."""

from __future__ import annotations

import asked_record as record
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.asking.context import Context
from bot.asking.knowledge import Names
from bot.asking.questions import (
    Capacity,
    Change,
    Clarify,
    Compare,
    Figure,
    Help,
    Milestones,
    Ranking,
    Series,
    Subject,
    Term,
    Unknown,
)
from bot.asking.reading import read_turn
from bot.asking.spelled import with_digits
from bot.asking.words import cut
from storage.periods import Period

P = Period.parse
IMPORTS = Subject("imports")

_ONES = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TENS = {2: "twenty", 3: "thirty", 4: "forty", 5: "fifty", 6: "sixty", 7: "seventy", 8: "eighty", 9: "ninety"}


def digits(text: str) -> str:
    return " ".join(word.text for word in with_digits(cut(text)))


# ---------------------------------------------------------------- numbers in words


@given(
    st.integers(2020, 2099),
    st.sampled_from(["twenty {}", "two thousand {}", "two thousand and {}"]),
    st.sampled_from([" ", "-"]),
)
def test_a_year_in_words_is_the_year(year, form, joint):
    tens, ones = divmod(year - 2000, 10)
    spoken = f"{_TENS[tens]}{joint}{_ONES[ones]}" if ones else _TENS[tens]
    assert digits(f"in {form.format(spoken)} then") == f"in {year} then"


@pytest.mark.parametrize("year", ["do hazaar chhabbis", "do hazar chabbis", "दो हज़ार छब्बीस", "bees sau chhabbis"])
def test_a_year_is_read_in_hindi_words_too(asked, year):
    assert asked(f"{year} mein kitna aayat hua").subject.period == P("2026")


def test_two_years_in_words_that_follow_each_other_are_a_fiscal_year(asked):
    assert asked("imports in twenty twenty-four twenty-five").subject.period == P("FY2024-25")


def test_numbers_of_one_word_are_left_to_those_who_count():
    assert digits("the three largest in ten years") == "the three largest in ten years"


def test_a_count_of_two_words_counts(asked):
    assert asked("milestones due within twenty-one days") == asked("milestones due within 21 days")


# ---------------------------------------------------------------- one word, two senses


def test_a_countrys_weight_in_our_imports_is_its_share_by_value(asked):
    assert asked("Peru's weight in our 2024 imports") == Figure(
        Subject("imports", partner="Peru", period=P("2024"), measure="share")
    )


def test_the_weight_of_what_came_is_in_tonnes(asked):
    assert asked("weight of magnets from Peru in 2024").subject.unit == "t"


@pytest.mark.parametrize("lead", ["out of every hundred dollars", "of every rupee", "har sau rupaye mein se"])
def test_so_many_of_every_hundred_are_a_share(asked, lead):
    question = asked(f"{lead} of magnet imports in 2024 how many were Peru's")
    assert (question.subject.measure, question.subject.partner) == ("share", "Peru")


def test_a_complete_list_is_no_list_of_what_is_complete(asked):
    assert asked("complete list of mining milestones") == Milestones(category="mining")
    assert asked("mining milestones that are complete") == Milestones(status="done", category="mining")


def test_what_the_books_record_is_no_record(asked):
    assert asked("as per record, magnet imports in 2024") == Figure(Subject("imports", "magnets", period=P("2024")))
    assert isinstance(asked("record year for magnet imports"), Ranking)


def test_what_went_out_is_set_against_what_came_in(asked):
    assert asked("what came in against what went out in 2024") == Compare(
        Subject(period=P("2024")), "indicator", ("imports", "exports")
    )


def test_a_trio_is_three_and_the_second_and_third_are_among_three(asked):
    assert asked("top trio of magnet suppliers in 2024").limit == 3
    assert asked("who are the second and third largest suppliers").limit == 3


@pytest.mark.parametrize("text", ["for Peru?", "Peru se?", "पेरू से?"])
def test_the_end_of_a_question_is_asked_back_when_nothing_was_before_it(asked, text):
    assert asked(text) == Clarify("nothing_before")


def test_a_countrys_goods_are_ours_to_buy_and_its_own_trade_is_not_known(asked):
    assert isinstance(asked("did Chinese imports shrink in 2024"), Change)
    assert asked("did China import less in 2024").why == "other_country"


def test_a_reason_is_no_number(asked):
    assert asked("why did magnet imports fall in 2024").why == "why"
    assert isinstance(asked("magnet imports kyon badhe"), Unknown)


@pytest.mark.parametrize(
    "text", ["dysprosium - what good is it, what is it used for", "use of dysprosium", "why is dysprosium added"]
)
def test_what_a_word_of_the_field_is_good_for_is_its_meaning(asked, text):
    assert asked(text) == Term("dysprosium")


# ---------------------------------------------------------------- what lies ahead


@pytest.mark.parametrize(
    "text",
    ["what comes in the next fortnight", "what do we expect in the next two weeks", "agle do hafte mein kya hai"],
)
def test_what_lies_ahead_is_what_is_due_then(asked, text):
    assert asked(text) == asked("due in the next 14 days")


def test_plants_that_come_up_in_a_year_need_not_be_under_construction_yet(asked):
    assert asked("plants coming up in 2028") == Capacity("plants", since=P("2028"), until=P("2028"))


def test_how_much_of_the_target_is_done_is_progress(asked):
    assert asked("kitna target poora hua").aspect == "progress"
    assert asked("how far off are we").aspect == "gap"


# ---------------------------------------------------------------- bounds


def test_stretches_over_a_bound_are_told(asked):
    over = asked("which years were above 2,200 t")
    assert (over.above, over.below, over.step, over.subject.unit) == (2200, None, "year", "t")
    assert asked("kaun se saal mein 2200 ton se kam aaya").below == 2200
    assert asked("months in 2026 when imports exceeded $12 million").above == 12e6


def test_countries_and_plants_over_a_bound_are_told(asked):
    assert asked("who sold us more than 100 tonnes in 2024").above == 100
    assert asked("plants above 500 tpa").above == 500
    assert asked("how many plants are under 500 tpa") == Capacity("count", below=500)


def test_a_bound_that_asks_for_nothing_is_asked_back(asked):
    assert isinstance(asked("imports over 100 tonnes"), Clarify)


# ---------------------------------------------------------------- plants, and how far our trade hangs on a few


def test_the_newest_and_the_oldest_plant(asked):
    assert asked("which is the newest plant") == Capacity("eldest")
    assert asked("sabse purana plant") == Capacity("eldest", low=True)
    assert asked("which plant will start first").aspect == "next"


def test_an_average_plant(asked):
    assert asked("average plant size") == Capacity("average")


def test_all_plants_if_they_are_built(asked):
    assert asked("capacity if all plants are built") == Capacity("total")
    assert asked("agar sab plant ban jaye to kitni capacity hogi") == Capacity("total")
    assert asked("will the pipeline be enough for the target").aspect == "reach"


def test_how_concentrated_our_trade_is_are_the_shares(asked):
    assert asked("how concentrated are our magnet imports") == Ranking(Subject("imports", "magnets", measure="share"))


def test_who_runs_the_scheme_is_told_by_what_it_is(asked):
    assert asked("which ministry runs the scheme") == Term("REPM scheme")


def test_a_year_is_named_by_the_day_it_ends(asked):
    assert asked("imports in the year that ended on 31 March 2025").subject.period == P("FY2024-25")


# ---------------------------------------------------------------- going on from before


def test_after_the_highest_comes_the_lowest_of_the_same_stretches(asked):
    before = asked("which month of 2026 had the highest imports").command
    assert asked("and the lowest?", before) == Ranking(
        IMPORTS, "month", low=True, place=1, start=P("2026"), end=P("2026")
    )
    assert asked("total?", before).total


def test_a_list_is_narrowed_by_a_category_alone(asked):
    before = Milestones("overdue").command
    assert asked("only the mining ones", before) == Milestones("overdue", category="mining")


def test_of_what_was_done_the_late_was_finished_late(asked):
    before = Milestones(status="done", since=P("2026"), until=P("2026")).command
    assert asked("how many were late", before).which == "late_done"


def test_a_country_is_set_beside_the_one_spoken_of(asked):
    before = Figure(Subject("imports", partner="Japan", period=P("2025"))).command
    assert asked("compare with Peru", before) == Compare(
        Subject("imports", period=P("2025")), "partner", ("Japan", "Peru")
    )


def test_which_of_two_grew_more_is_asked_back(asked):
    before = Compare(Subject("imports", period=P("2025")), "partner", ("Japan", "Peru")).command
    assert isinstance(asked("which of the two grew more", before), Clarify)


def test_the_plants_just_counted_are_counted_again(asked):
    before = Capacity("plants", stage="building").command
    assert asked("how many are there", before) == Capacity("count", stage="building")


# ---------------------------------------------------------------- who deals with whom


@pytest.mark.parametrize(
    "text",
    [
        "what did Japan pay China for magnets in 2024",
        "how many tonnes did the US import from China in 2024",
        "China's exports to Germany in 2024",
        "trade from China to Japan",
    ],
)
def test_a_deal_between_two_others_is_not_known(asked, text):
    assert asked(text).why == "other_country"


def test_two_who_both_sell_to_us_are_set_side_by_side(asked):
    assert isinstance(asked("did China or Japan sell us more in 2024"), Compare)


def test_us_in_capitals_is_a_country_and_us_is_we(asked):
    assert asked("exports to US in 2024").subject.partner == "United States"
    assert asked("exports to us from Peru in 2024").subject == Subject("imports", partner="Peru", period=P("2024"))
    assert asked("magnet imports 2024 in US dollars").subject.partner == ""


def test_what_is_sent_overseas_is_exported(asked):
    assert asked("what did magnets sent overseas fetch in 2024").subject.indicator == "exports"


def test_who_else_sells_to_us_leaves_one_out(asked):
    assert asked("who else besides China sells us magnets") == Ranking(
        Subject("imports", "magnets", "China", apart=True)
    )


def test_what_is_made_at_home_is_no_trade(asked):
    assert asked("how many magnets did India make in 2024").subject.indicator == "production"
    assert asked("how many magnets did we import that were made in China in 2024").subject.indicator == "imports"


def test_a_statement_for_a_database_is_no_question(asked):
    assert asked("update milestones set status = done where id = 1").why == "orders"


# ---------------------------------------------------------------- the priciest of two readings


def test_the_priciest_month_is_told_by_the_bill_and_by_the_kilo(asked):
    assert asked("the priciest month of 2026").subject.measure == "cost"
    assert asked("the priciest month of 2026 per kilo").subject.measure == "unit_value"
    assert asked("the priciest supplier of 2025").subject.measure == "unit_value"


# ---------------------------------------------------------------- hasty spellings


def test_a_word_of_which_only_the_consonants_were_typed(asked):
    assert asked("chna shr 2025") == asked("China share 2025")
    assert asked("ttl imprts 2024") == asked("total imports 2024")


def test_plants_of_a_year_are_those_of_that_year_and_capacity_is_what_stands_by_then(asked):
    assert asked("plants slated for 2028") == Capacity("plants", since=P("2028"), until=P("2028"))
    assert asked("capacity in 2028") == Capacity("total", until=P("2028"))


# ---------------------------------------------------------------- what would change the number and is not held


@pytest.mark.parametrize(
    "text",
    [
        "EV magnet imports 2024",
        "duty-free magnet imports in 2024",
        "median monthly imports in 2026",
        "magnets for wind turbines imported in 2024",
    ],
)
def test_a_sector_or_a_statistic_that_nobody_records_is_asked_back(asked, text):
    assert isinstance(asked(text), (Clarify, Unknown))


def test_one_number_is_no_answer_where_more_was_asked(asked):
    assert isinstance(asked("how many times bigger is China than the next supplier in 2025"), Clarify)


def test_plants_of_a_stranger_are_not_all_plants(asked):
    assert isinstance(asked("plants by Zorblatt"), Clarify)


def test_the_rank_of_one_country_is_its_place(asked):
    place = Ranking(Subject("imports", partner="Japan", period=P("2024")))
    assert asked("where does Japan rank in 2024") == asked("Japan's rank in 2024") == place
    assert asked("is Japan in the top three in 2024") == place


# ---------------------------------------------------------------- plants and milestones, counted and dated


def test_companies_and_states_are_counted_and_not_their_plants(asked):
    assert asked("how many companies are building plants") == Capacity("groups", stage="building", by="company")
    assert asked("number of states with plants") == Capacity("groups", by="state")
    assert asked("how many plants per state") == Capacity("count", by="state")


def test_what_opens_in_a_year_are_its_plants(asked):
    assert asked("what is expected to open in 2029") == Capacity("plants", since=P("2029"), until=P("2029"))
    assert asked("how much capacity is expected in 2029") == Capacity("total", since=P("2029"), until=P("2029"))


def test_how_many_were_completed_so_far_are_those_that_are_done(asked):
    assert asked("how many milestones have been completed so far") == Milestones(status="done", count=True)


def test_what_is_on_for_a_month_to_come_is_due_then(asked):
    assert asked("what is on the calendar for January 2027") == Milestones(
        "due", since=P("2027-01"), until=P("2027-01")
    )
    assert asked("what is demand in 2030") == Figure(Subject("demand", period=P("2030")))


def test_each_ministry_has_its_count(asked):
    assert asked("how many milestones does each ministry have") == Milestones(count=True, by="organisation")


def test_a_rate_to_build_at_is_the_pace(asked):
    assert asked("at what rate must we build").aspect == "pace"
    assert asked("tonnes a year needed to hit the goal").aspect == "pace"


def test_two_ranges_are_weighed_against_each_other(asked):
    question = asked("Jan-Mar 2025 imports vs Jan-Mar 2026")
    assert (question.since, question.subject.period) == (P("2025-Q1"), P("2026-Q1"))


def test_moving_year_by_year_is_each_year(asked):
    assert isinstance(asked("how have imports from Japan moved year by year"), Series)
    assert isinstance(asked("how have imports from Japan moved since 2024"), Change)


def test_how_much_of_demand_was_imported_is_the_dependence_on_imports(asked):
    assert asked("how much of demand was imported in 2025").subject.indicator == "import_dependence"


def test_a_country_is_left_out_however_it_is_put(asked):
    assert asked("leaving China out, imports in 2025") == asked("imports in 2025 without China")


def test_what_is_not_wanted_is_no_unit(asked):
    assert asked("just the tonnage for 2024, no dollars").subject.unit == "t"


def test_a_number_that_is_only_claimed_bounds_nothing(asked):
    assert asked("were imports about $120 million in 2024").subject.period == P("2024")
    assert isinstance(asked("someone said imports crossed 2,000 tonnes in 2025, true?"), Figure)


def test_a_country_of_which_something_else_is_asked_is_no_number(asked):
    assert not isinstance(asked("when will China invade"), Figure)


def test_a_term_with_a_slip_is_the_term(asked):
    assert asked("dysprosum meaning") == Term("dysprosium")


def test_what_share_after_a_change_is_a_level(asked):
    before = Change(Subject("imports", period=P("2025")), P("2024")).command
    assert asked("what share was China's?", before) == Figure(
        Subject("imports", partner="China", period=P("2025"), measure="share")
    )


def test_the_same_for_another_year_ranks_its_quarters(asked):
    before = Ranking(IMPORTS, "quarter", place=1, start=P("2026"), end=P("2026")).command
    assert asked("same for 2025", before) == Ranking(IMPORTS, "quarter", place=1, start=P("2025"), end=P("2025"))


def test_who_bought_most_of_our_exports_are_their_buyers(asked):
    before = Figure(Subject("exports", period=P("2024"))).command
    assert asked("who bought most", before).subject.indicator == "exports"


def test_against_another_year_is_a_change(asked):
    before = Figure(Subject("imports", partner="Japan", period=P("2025"))).command
    assert asked("vs 2024", before) == Change(Subject("imports", partner="Japan", period=P("2025")), P("2024"))


def test_capacity_by_then_is_what_stands_by_the_year_spoken_of(asked):
    before = Figure(Subject("demand", period=P("2030"))).command
    assert asked("capacity by then?", before) == Capacity("total", until=P("2030"))


def test_what_was_counted_is_listed(asked):
    before = Capacity("count", stage="building").command
    assert asked("list them", before) == Capacity("plants", stage="building")


def test_how_much_is_done_of_the_target_just_told(asked):
    assert asked("how much done", Capacity("target").command).aspect == "progress"


def test_a_plant_that_was_just_told_is_asked_about(asked):
    before = Capacity("largest").command
    assert asked("and the smallest?", before) == Capacity("largest", low=True)


# ---------------------------------------------------------------- stretches as tables write them


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Sept-25", "2025-09"),
        ("09/2025", "2025-09"),
        ("2025/09", "2025-09"),
        ("CY25", "2025"),
        ("H1CY25", "2025-H1"),
        ("3Q25", "2025-Q3"),
        ("1QFY26", "FY2025-26-Q1"),
        ("9M FY26", "2025-04..2025-12"),
        ("LY", "2025"),
    ],
)
def test_a_stretch_is_read_as_a_table_writes_it(asked, text, period):
    assert asked(f"magnet imports {text}").subject.period == P(period)


@pytest.mark.parametrize(
    ("text", "start", "end", "count"),
    [
        ("before 2024", None, "2023", 0),
        ("pre-2024", None, "2023", 0),
        ("post 2023", "2024", None, 0),
        ("this decade", "2020", None, 0),
        ("TTM", None, None, 12),
    ],
)
def test_a_stretch_may_be_open_at_one_end(asked, text, start, end, count):
    question = asked(f"magnet imports {text}")
    assert isinstance(question, Series)
    assert (question.start, question.end, question.count) == (start and P(start), end and P(end), count)


def test_a_flag_is_its_country_and_two_capitals_are_a_partners_code(asked):
    assert asked("\U0001f1e8\U0001f1f3 share 2024").subject.partner == "China"
    assert asked("JP 2024 in tonnes").subject.partner == "Japan"


def test_an_acronym_that_nobody_reads_is_asked_back(asked):
    assert isinstance(asked("magnet imports ZQX 2024"), (Clarify, Unknown))


@pytest.mark.parametrize(
    ("text", "since"), [("done in the last 90 days", "2026-03-17"), ("done in the past six weeks", "2026-05-04")]
)
def test_what_was_done_in_the_last_days_is_done_and_not_to_come(asked, text, since):
    assert asked(text) == Milestones(status="done", since=P(since))


def test_completed_after_a_month_is_no_finish_after_the_deadline(asked):
    assert asked("completed after March 2026") == Milestones(status="done", since=P("2026-04-01"))
    assert asked("completed after the deadline").which == "late_done"


def test_days_are_counted_as_they_are_typed(asked):
    assert asked("due in 90d") == asked("due in 90 days")
    assert asked("due tomorrow").until == P("2026-06-16")


def test_so_many_days_of_trade_are_asked_back(asked):
    assert isinstance(asked("magnet imports in the last 90 days"), Clarify)
    assert isinstance(asked("overdue by more than 60 days"), Clarify)


def test_a_status_alone_is_a_list(asked):
    assert asked("started but not finished") == Milestones(status="in_progress")


# ---------------------------------------------------------------- names in Devanagari


def test_a_name_is_heard_in_devanagari():
    told = Names([(1, "Baddi cleanroom audit"), (2, "Rewari works"), (3, "Geological Survey report")])
    assert told.hits(["बड्डी", "ऑडिट"], {0, 1})[0].key == 1
    assert told.hits(["रेवाडी"], {0})[0].key == 2
    assert told.hits(["भूवैज्ञानिक", "सर्वेक्षण"], {0, 1})[0].key == 3


def test_a_country_is_left_out_in_hindi_too(asked):
    assert asked("China hatake 2025 ka total import") == asked("2025 में चीन को हटाकर कुल आयात")


def test_a_place_of_our_own_is_no_country(asked):
    assert isinstance(asked("magnet imports through Chennai in 2024"), Clarify)


def test_what_is_set_aside_is_not_what_was_paid_out(asked):
    assert isinstance(asked("how much of the outlay has been spent"), Clarify)
    assert asked("how much is being spent on the scheme").subject.indicator == "outlay"


def test_what_is_sold_at_home_is_no_export(asked):
    assert isinstance(asked("domestic sales of magnets in 2024"), Clarify)


def test_a_quarter_is_named_by_the_month_it_ends_with(asked):
    assert asked("magnet imports in the quarter ended March 2026").subject.period == P("2026-Q1")


def test_the_size_of_the_scheme_is_its_outlay(asked):
    assert asked("what is the size of the magnet scheme").subject.indicator == "outlay"


def test_the_target_is_known_by_its_amount(asked):
    assert asked("how much of the 5,000 tonnes has been built").aspect == "progress"


def test_how_much_of_our_imports_came_from_a_country_is_its_share(asked):
    assert asked("how much of magnet imports came from Japan in 2024").subject.measure == "share"


def test_a_unit_of_a_year_is_no_pace(asked):
    assert asked("how many tonnes a year short of the target are we").aspect == "gap"
    assert asked("how many tonnes must we add a year to hit the target").aspect == "pace"


@pytest.mark.parametrize("text", ["ab tak lakshya ka kitna poora hua", "अब तक लक्ष्य का कितना प्रतिशत हासिल हुआ"])
def test_how_much_of_the_target_is_done_so_far_in_hindi(asked, text):
    assert asked(text).aspect == "progress"


@pytest.mark.parametrize("text", ["कौन से पड़ाव देरी से चल रहे हैं", "kaun se milestone atke hue hain"])
def test_what_is_late_and_goes_on_is_overdue(asked, text):
    assert asked(text) == Milestones("overdue")


def test_a_whole_question_without_a_time_is_of_the_time_spoken_of(names):
    context = Context(Figure(Subject("imports", partner="Japan", period=P("2024"))).command, record.NOW)
    told = read_turn("how much did Peru supply?", context, known=names, today=record.TODAY)
    assert (told.question, told.kept) == (Figure(Subject("imports", partner="Peru", period=P("2024"))), ("period",))


def test_a_change_from_a_year_ends_with_the_year_spoken_of(asked):
    before = Figure(Subject("imports", partner="Japan", period=P("2024"))).command
    assert asked("change from 2023?", before) == Change(
        Subject("imports", partner="Japan", period=P("2024")), P("2023")
    )
    assert asked("change since 2023?", before).subject.period is None


def test_a_product_said_again_is_a_number_and_no_term(asked):
    before = Figure(Subject("imports", "magnets", period=P("2024"))).command
    assert asked("oxides?", before) == Figure(Subject("imports", "oxides", period=P("2024")))


def test_what_is_missing_after_a_target_is_the_gap(asked):
    assert asked("what's missing?", Capacity("target").command) == Capacity("gap")


def test_what_is_made_abroad_and_bought_by_us_is_imported(asked):
    assert asked("value of magnets made in Japan in 2024").subject.indicator == "imports"


def test_a_tariff_heading_is_a_code(asked):
    assert asked("imports under tariff heading 2846 in 2024").subject.product == "2846"


def test_a_slide_of_a_talk_is_no_fall(asked):
    assert asked("for slide 3 I need China's share, 2025").subject.measure == "share"
    assert isinstance(asked("how far did imports slide in 2025"), Change)


def test_a_country_that_is_not_meant_is_left_out(asked):
    assert asked("imports from China, not Japan, 2024").subject.partner == "China"


def test_a_total_without_a_product_is_asked_back(asked):
    assert isinstance(asked("imports in 2024 excluding oxides"), Clarify)


def test_what_is_planned_is_weighed_against_demand(asked):
    assert asked("does planned capacity match demand in 2030").aspect == "demand"


def test_how_short_of_demand_we_are_is_told_by_capacity(asked):
    assert asked("how short of demand will we be in 2030") == Capacity("demand", until=P("2030"))


def test_what_a_builder_has_completed_are_its_milestones(asked):
    assert asked("what has Asha Magnets completed") == Milestones(status="done", organisation="Asha Magnets")
    assert asked("what does Asha Magnets own") == Capacity("plants", organisation="Asha Magnets")


# ---------------------------------------------------------------- what a question is wrapped in


@pytest.mark.parametrize(
    "wrapped",
    [
        "Good morning, {}",
        "hey bot {}",
        "quick question: {}",
        "my colleague asks: {}",
        "for the minister's note, {}",
        "{} by any chance",
        "{} in short",
        "{} (needed for a meeting)",
        "Dear sir, {} please, many thanks",
    ],
)
@pytest.mark.parametrize(
    "text", ["imports in 2024", "which milestones are overdue", "NdFeB?", "for Peru?", "capacity gap"]
)
def test_a_wrapping_changes_no_question(asked, wrapped, text):
    assert asked(wrapped.format(text)) == asked(text)


def test_a_bidding_before_a_question_changes_nothing(asked):
    assert asked("please tell me when did magnet imports peak") == asked("when did magnet imports peak")


def test_a_greeting_alone_stays_a_greeting(asked):
    assert asked("Good morning") == asked("hello")
    assert isinstance(asked("hello"), Help)


@pytest.mark.parametrize(
    ("slip", "period"), [("Marh", "2024-03"), ("Airil", "2024-04"), ("Novmber", "2024-11"), ("novmber", "2024-11")]
)
def test_a_misspelt_month_before_a_year_does_not_widen_to_the_year(asked, slip, period):
    assert period in str(asked(f"imports in {slip} 2024"))


@pytest.mark.parametrize(("slip", "year"), [("thitry", 2030), ("twnty four", 2024), ("fiften", 2015)])
def test_a_misspelt_number_behind_a_century_is_a_year(slip, year):
    assert digits(f"in twenty {slip} then") == f"in {year} then"


def test_a_capital_word_that_is_no_slip_for_a_month_stays_a_name(asked):
    assert isinstance(asked("what did Goyal say 2024"), Unknown)
