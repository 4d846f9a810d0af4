"""Journeys through a pretend Telegram: what is told unasked, what stands under it, and what a chat says of it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from chat_room import ADMIN, MEMBER, Room, loud
from hypothesis import given
from hypothesis import strategies as st
from news_room import BAN, EASED, announcing, control, follows, found, item
from telegram_standin import labels
from virtual_time import virtual

from bot.look.reasons import reason
from bot.news.triage import triage
from bot.news.wishes import read_follow
from storage.correspondence import ChatState, Place
from storage.newsitems import Fate, NewsItem, Topic, Urgency
from storage.periods import Period
from storage.records import Category, ControlStatus, Milestone, MilestoneStatus, Source

GROUP = -500


@pytest.fixture
def room(tmp_path):
    made = Room(tmp_path / "store.db")
    made.plan |= announcing(made)
    made.people()
    return made


async def told(room, *items, **more):
    """A story is found and sent; the message in the admin's chat."""
    story = found(room.store, room.wall(), *(items or (item(EASED),)), **more)
    room.chat.drain.kick()
    await room.quiet()
    return story


# ---------------------------------------------------------------- one event, one message


@virtual
async def test_an_event_told_by_five_outlets_is_one_message_that_grows(room, caplog):
    async with room.running():
        follows(room.store, ADMIN)
        await told(room)
        assert labels(room.telegram.last(ADMIN)) == ["Sources", "Why this?", "More"]
        for number in range(2, 6):
            found(room.store, room.wall(), item(f"{EASED}, again", number, f"Paper {number}"))
            await room.quiet(70)
        heard = room.telegram.heard(ADMIN)
    assert len(heard) == 1
    assert "5 sources" in heard[0]["text"]
    assert loud(caplog) == []


@virtual
async def test_two_events_are_two_messages(room):
    async with room.running():
        follows(room.store, ADMIN)
        await told(room)
        await told(room, item("India opens the magnet tender", 9), key="another", topic=Topic.POLICY)
        assert len(room.telegram.heard(ADMIN)) == 2


# ---------------------------------------------------------------- sources, why


@virtual
async def test_the_buttons_of_an_alert_name_its_sources_and_why_it_was_told(room):
    async with room.running():
        follows(room.store, MEMBER)
        await told(room)
        alert = room.telegram.last(MEMBER)
        sources = await room.presses(alert, "Sources")
        why = await room.presses(alert, "Why this?")
    assert "The Wire" in sources["text"]
    assert "it eases a control" in why["text"]
    assert "This chat was told" in why["text"]
    assert "Chats told: 1" in why["text"]
    assert "Ravi" not in why["text"]


@virtual
async def test_why_a_link_was_not_told_names_the_rule(room):
    """Not followed, muted, found on a first visit, or never seen: each has its words; admins see whom it reached."""
    async with room.running():
        follows(room.store, ADMIN)
        follows(room.store, MEMBER, Urgency.URGENT)
        await told(room, item("A notable thing", 3), key="notable", urgency=Urgency.NOTABLE)
        mine = await room.says("/why https://news.example/3", MEMBER)
        whole = await room.says("/why https://news.example/3")
        never = await room.says("/why https://nowhere.example/x", MEMBER)
        how = await room.says("/why", MEMBER)
        await told(room, item("Found first", 4), key="first", fate=Fate.QUIET, tell=False)
        quiet = await room.says("/why https://news.example/4", MEMBER)
    assert "follows Export controls from urgent up, and this is notable" in mine["text"]
    assert "Asha" not in mine["text"]
    assert "Chats told: 1: Asha" in whole["text"]
    assert "never seen" in never["text"]
    assert "Send /why with its link" in how["text"]
    assert "first visit" in quiet["text"]


# ---------------------------------------------------------------- More


HEADLINES = (
    "China bans exports of samarium magnets",
    "Explained: what China's rare earth export controls mean",
    "Lynas opens a new rare earth plant in Texas",
    "Fridge magnets: ten ideas for the kitchen",
    "Lithium prices fall again",
    "Stock market closes higher",
)


@pytest.mark.parametrize("title", HEADLINES)
def test_a_reason_in_hindi_quotes_the_words_and_says_the_rest_in_hindi(title):
    (verdict,) = triage([NewsItem(title, "https://e.org/1")], (), None)
    told = reason(verdict.why, "hi")
    unquoted = re.sub(r"'[^']*'|विषय: [^;]*;|: [a-z ,-]+।$", "", told)
    assert not re.search("[A-Za-z]{3}", unquoted), told
    assert reason(verdict.why, "en") == verdict.why


@given(st.text(max_size=80))
def test_any_reason_can_be_said(why):
    assert isinstance(reason(why, "hi"), str)


@virtual
async def test_a_headline_becomes_a_milestone_with_the_article_as_its_evidence(room, caplog):
    """Saved from the alert; the chats that were told see their message edited, and get no second one."""
    async with room.running():
        follows(room.store, ADMIN)
        follows(room.store, MEMBER)
        await told(room, item("Tender for the magnet scheme opened", 2), key="tender", topic=Topic.POLICY)
        alert = room.telegram.last(ADMIN)
        await room.presses(alert, "More")
        draft = await room.presses(alert, "Log as milestone")
        assert "Tender for the magnet scheme opened" in draft["text"]
        assert "https://news.example/2" in str(room.telegram.messages[ADMIN, draft["message_id"]])
        while "Save" not in labels(draft):
            draft = await room.presses(draft, labels(draft)[0])
        saved = await room.presses(draft, "Save")
        await room.quiet(200)
        kept = room.store.milestones.all()
        heard = room.telegram.heard(MEMBER)
        assert [each.source.url for each in kept] == ["https://news.example/2"]
        assert len(heard) == 1
        assert "On record" in heard[0]["text"]
        await room.presses(saved, "Undo")
        await room.quiet(200)
        assert "On record" not in room.telegram.heard(MEMBER)[0]["text"]
    assert loud(caplog) == []


@virtual
async def test_a_member_may_not_log_and_hears_who_may(room):
    """In a group all see the same buttons; a press without the right says who has it."""
    async with room.running():
        room.telegram.group(GROUP, "Team", members=(MEMBER, ADMIN))
        group = room.let_in(room.store, GROUP, "group", "Team")
        follows(room.store, GROUP)
        await told(room)
        alert = room.telegram.last(GROUP)
        await room.presses(alert, "More", MEMBER)
        shown = labels(room.telegram.last(GROUP))
        await room.presses(alert, "Log as milestone", MEMBER)
        assert "Only admins may do that" in room.telegram.toasts()[-1]
        await room.presses(alert, "Mute this story", MEMBER)
        assert "group's own administrators" in room.telegram.toasts()[-1]
        assert room.store.news.mutes(group.number, room.wall()) == ()
    assert shown[:4] == ["Log as milestone", "Update control", "Mute this story", "Mute Export controls"]
    assert shown[4:] == ["Not for us", "Back"]


@virtual
async def test_a_groups_own_administrator_mutes_and_telegram_is_asked_once(room):
    async with room.running():
        room.telegram.group(GROUP, "Team", members=(ADMIN,), admins=(MEMBER,))
        group = room.let_in(room.store, GROUP, "group", "Team")
        follows(room.store, GROUP)
        await told(room)
        alert = room.telegram.last(GROUP)
        await room.presses(alert, "More", MEMBER)
        await room.presses(alert, "Mute this story", MEMBER)
        await room.presses(alert, "For a week", MEMBER)
        assert len(room.store.news.mutes(group.number, room.wall())) == 1
        assert "Muted until" in room.telegram.toasts()[-1]
        assert len(room.telegram.made("getChatMember")) == 1
        assert labels(room.telegram.last(GROUP)) == ["Sources", "Why this?", "More"]


@virtual
async def test_a_muted_topic_is_silent_and_settings_list_it_with_unmute(room):
    async with room.running():
        number = follows(room.store, ADMIN)
        await told(room)
        alert = room.telegram.last(ADMIN)
        await room.presses(alert, "More")
        await room.presses(alert, "Mute Export controls")
        await room.presses(alert, "Until unmuted")
        await told(room, item("Another control", 5), key="another control")
        assert len(room.telegram.heard(ADMIN)) == 1
        assert "Another control" not in (await room.says("/digest now"))["text"]
        settings = await room.says("/settings")
        assert "Muted\n1. Export controls" in settings["text"]
        await room.presses(settings, "Unmute 1")
        assert room.store.news.mutes(number, room.wall()) == ()
        await told(room, item("A third control", 6), key="third control")
        assert "A third control" in room.telegram.last(ADMIN)["text"]


@virtual
async def test_not_for_us_is_kept_for_admins(room):
    async with room.running():
        follows(room.store, MEMBER)
        await told(room)
        alert = room.telegram.last(MEMBER)
        await room.presses(alert, "More")
        assert labels(room.telegram.last(MEMBER))[0] == "Mute this story"  # what a member may not do is not offered
        await room.presses(alert, "Not for us")
        seen = await room.says("/news feedback")
    assert "Ravi" in seen["text"]
    assert "suspends" in seen["text"]


@virtual
async def test_a_control_is_updated_from_the_alert_that_touches_it(room):
    """The alert says how it stood; after the update it still says so, and what is on record now."""
    async with room.running():
        number = control(room.store, room.wall())
        follows(room.store, ADMIN)
        await told(room, item(f"{EASED} until 10 November 2027"))
        alert = room.telegram.last(ADMIN)
        assert "in force" in alert["text"]
        await room.presses(alert, "More")
        asked = await room.presses(alert, "Update control")
        assert "What is #" in asked["text"]
        draft = await room.presses(asked, "suspended")
        assert "in force → suspended" in draft["text"]
        assert "10 November 2027" in draft["text"]
        await room.presses(draft, "Save")
        await room.quiet(100)
        assert room.store.controls.get(number).status is ControlStatus.SUSPENDED
        grown = room.telegram.messages[ADMIN, alert["message_id"]]["text"]
    assert "in force" in grown
    assert "On record" in grown


@virtual
async def test_an_alert_says_which_control_it_touches_how_that_stood_and_what_hangs_on_it(room):
    hanging = Milestone(
        title="First sintered magnets", category=Category.PLANT, status=MilestoneStatus.PLANNED,
        due=Period.parse("2027-Q2"), done=None, source=Source("PIB", "https://pib.example/9"), controls=(BAN.instrument,),
    )  # fmt: skip
    async with room.running():
        control(room.store, room.wall())
        for each in (hanging, replace(hanging, title="Another matter", controls=())):
            with room.store.atomic():
                entry = room.store.journal.begin(at=room.wall(), person=None, via="seed", verb="log", summary="")
                room.store.milestones.put(each, entry=entry, as_of=room.wall())
        follows(room.store, MEMBER)
        await told(room)
        text = room.telegram.last(MEMBER)["text"]
    assert BAN.title in text
    assert "in force" in text
    assert "First sintered magnets" in text
    assert "Q2 2027" in text
    assert "Another matter" not in text


@virtual
async def test_of_several_controls_that_fit_an_admin_chooses_and_with_none_is_told_how_to_add_one(room):
    async with room.running():
        control(room.store, room.wall())
        other = replace(BAN, title="Controls on rare earth magnets", instrument="", scope="rare earth magnets")
        second = control(room.store, room.wall(), other)
        follows(room.store, ADMIN)
        await told(room, item("China suspends export controls on rare earth magnets", 2))
        alert = room.telegram.last(ADMIN)
        await room.presses(alert, "More")
        asked = await room.presses(alert, "Update control")
        assert "Which control" in asked["text"]
        asked = await room.presses(asked, f"#{second} Controls on rare earth magnets")
        draft = await room.presses(asked, "suspended")
        assert f"#{second}" in draft["text"]
        await told(room, item("Japan eases export controls on lithium", 3), key="another land")
        alert = room.telegram.last(ADMIN)
        await room.presses(alert, "More")
        await room.presses(alert, "Update control")
        assert "No control on record fits" in room.telegram.toasts()[-1]


@virtual
async def test_a_topic_of_a_forum_follows_mutes_and_is_told_by_itself(room):
    forum = -1001000000000
    async with room.running():
        room.telegram.group(forum, "Forum", members=(ADMIN,), forum=True, topics=(5,))
        chat = room.let_in(room.store, forum, "supergroup", "Forum", forum=True)
        await room.says("/follow export control", ADMIN, forum, thread=5)
        assert [(each.thread, each.topic) for each in room.store.chats.follows(chat.number)] == [(5, "export_control")]
        await told(room)
        alert = room.telegram.last(forum)
        assert alert["message_thread_id"] == 5
        sources = await room.presses(alert, "Sources", ADMIN)
        assert sources["message_thread_id"] == 5
        settings = await room.says("/settings", ADMIN, forum, thread=5)
        assert "Told unasked: Export controls from notable up" in settings["text"]


# ---------------------------------------------------------------- replies


@virtual
async def test_a_reply_to_an_alert_asks_about_it(room):
    async with room.running():
        control(room.store, room.wall())
        follows(room.store, MEMBER)
        await told(room)
        alert = room.telegram.last(MEMBER)
        new = await room.says("is this new?", MEMBER, reply_to=alert)
        before = await room.says("what was it before?", MEMBER, reply_to=alert)
        plants = await room.says("which plants?", MEMBER, reply_to=alert)
        hindi = await room.says("क्या यह नया है?", MEMBER, reply_to=alert)
        other = await room.says("how much magnet did India import before 2025?", MEMBER, reply_to=alert)
    assert "New to us" in new["text"]
    assert "in force" in before["text"]
    assert "names no plant" in plants["text"]
    assert "नया" in hindi["text"]
    assert "221" in other["text"]


# ---------------------------------------------------------------- /news, /search


@virtual
async def test_news_is_listed_newest_first_by_pages_and_topics(room):
    async with room.running():
        for number in range(7):
            topic = Topic.POLICY if number % 2 else Topic.EXPORT_CONTROL
            found(room.store, room.wall(), item(f"Story {number}", number), key=f"s{number}", topic=topic, tell=False)
            await room.quiet(61)
        listed = await room.says("/news", MEMBER)
        assert listed["text"].index("Story 6") < listed["text"].index("Story 2")
        assert "Story 1" not in listed["text"]
        older = await room.presses(listed, "Older")
        assert "Story 1" in older["text"]
        assert labels(older) == ["6", "7", "Newer"]
        whole = await room.presses(older, "7")
        assert labels(whole) == ["Sources", "Why this?", "More"]
        policy = await room.says("/news policy", MEMBER)
        assert "Story 5" in policy["text"]
        assert "Story 6" not in policy["text"]
        refused = await room.says("/news weather", MEMBER)
    assert "I know no topic" in refused["text"]


@virtual
async def test_search_finds_words_in_english_and_hindi(room):
    async with room.running():
        found(room.store, room.wall(), item("भारत में चुंबक संयंत्र की मंज़ूरी", 1), key="hi", tell=False)
        for number in range(2, 9):
            found(room.store, room.wall(), item(f"Terbium licence {number}", number), key=f"t{number}", tell=False)
        hindi = await room.says("/search चुंबक", MEMBER)
        english = await room.says("/search terbium licence", MEMBER)
        assert "Terbium licence 8" in english["text"]
        more = await room.presses(english, "Older")
        nothing = await room.says('/search "nothing* OR such', MEMBER)
        how = await room.says("/search", MEMBER)
    assert "संयंत्र" in hindi["text"]
    assert "Terbium licence 2" in more["text"]
    assert "Nothing that I ever saw" in nothing["text"]
    assert "Which words?" in how["text"]


# ---------------------------------------------------------------- /follow, /settings


@virtual
async def test_follow_changes_what_a_chat_is_told(room):
    async with room.running():
        chat = room.store.chats.at(Place.TELEGRAM, MEMBER).number

        def held() -> dict[str, str]:
            return {each.topic: each.urgency for each in room.store.chats.follows(chat)}

        await room.says("/follow all", MEMBER)
        assert held() == dict.fromkeys(Topic, Urgency.NOTABLE)
        await room.says("/follow trade, mining urgent", MEMBER)
        assert held()[Topic.TRADE] == held()[Topic.MINING] == Urgency.URGENT
        refused = await room.says("/follow football", MEMBER)
        assert "I know no topic “football”" in refused["text"]
        shown = await room.says("/follow none", MEMBER)
        assert held() == {}
        shown = await room.presses(shown, "Policy: off")
        assert held() == {Topic.POLICY: Urgency.URGENT}
        shown = await room.presses(shown, "Only urgent")
        assert held() == dict.fromkeys(Topic, Urgency.URGENT)


@virtual
async def test_a_newly_let_in_person_follows_the_usual_things(room):
    async with room.running():
        room.telegram.say("/start", 9)
        await room.quiet()
        await room.presses(room.telegram.last(9), "Request access")
        await room.presses(room.telegram.last(ADMIN), "Let in as member")
        chat = room.store.chats.at(Place.TELEGRAM, 9)
        held = {each.topic: each.urgency for each in room.store.chats.follows(chat.number)}
    assert chat.state is ChatState.ACTIVE
    assert held.pop(Topic.EXPORT_CONTROL) is Urgency.NOTABLE
    assert set(held.values()) == {Urgency.URGENT}
    assert chat.quiet == "22:00-07:00"
    assert "weekdays at 08:00" in room.telegram.last(9)["text"]


@virtual
async def test_quiet_hours_reminders_language_and_numbers_are_set_by_buttons(room):
    async with room.running():
        settings = await room.says("/settings", MEMBER)
        await room.presses(settings, "Quiet hours")
        settings = await room.presses(settings, "21:00-08:00")
        assert "21:00–08:00, sent silently" in settings["text"]
        settings = await room.presses(settings, "Wait until 08:00")
        assert "what is not urgent waits until 08:00" in settings["text"]
        await room.presses(settings, "Reminders")
        settings = await room.presses(settings, "7, 1 days")
        assert "7, 1 days" in settings["text"]
        settings = await room.says("/settings quiet 23-6", MEMBER)
        assert "23:00–06:00" in settings["text"]
        settings = await room.presses(settings, "हिन्दी")
        assert "भाषा: हिन्दी" in settings["text"]
        chat = room.store.chats.at(Place.TELEGRAM, MEMBER)
    assert (chat.language, chat.quiet, chat.quiet_waits, chat.reminders) == ("hi", "23:00-06:00", True, "7,1")


@virtual
async def test_settings_of_a_group_are_for_its_administrators(room):
    async with room.running():
        room.telegram.group(GROUP, "Team", members=(MEMBER,))
        room.let_in(room.store, GROUP, "group", "Team")
        settings = await room.says("/settings", MEMBER, GROUP)
        await room.presses(settings, "हिन्दी", MEMBER)
        assert "group's own administrators" in room.telegram.toasts()[-1]
        refused = await room.says("/follow all", MEMBER, GROUP)
    assert "group's own administrators" in refused["text"]


def test_topics_are_read_in_the_words_of_people():
    assert read_follow("export controls and निर्यात नियंत्रण").topics == (Topic.EXPORT_CONTROL,)
    assert read_follow("नीति तत्काल").urgency is Urgency.URGENT
    assert read_follow("trade flowers").strange == "flowers"


@given(st.text(max_size=80))
def test_any_words_after_follow_are_read(text):
    read = read_follow(text)
    assert len(set(read.topics)) == len(read.topics)
