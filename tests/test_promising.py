"""What is promised: digests by slot, stories to who follows, changes of the record two minutes later, reminders by step."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from news_room import found, owed_to

from bot.chat.alerts import Alerts
from bot.promising import announce, announce_entry, catch_up, promise_digests, promise_reminders
from storage import Store
from storage.correspondence import ChatState, Debt, Place, Role
from storage.newsitems import Fate, NewsItem, Story, Topic, Urgency
from storage.periods import Period
from storage.records import Category, Control, ControlStatus, Milestone, MilestoneStatus, Source

KOLKATA = ZoneInfo("Asia/Kolkata")
MONDAY_0800 = datetime(2026, 3, 2, 2, 30, tzinfo=UTC)
SOURCE = Source("a gazette", "https://example.org")


@pytest.fixture
def desk(tmp_path: Path):
    with Store(tmp_path / "store.db") as store:
        yield store


def chat(store: Store, telegram_id: int = 5, **wishes: str | int) -> int:
    met = store.chats.meet(
        Place.TELEGRAM, telegram_id, kind="private", title="", now=MONDAY_0800, state=ChatState.ACTIVE
    )
    if wishes:
        store.chats.wish(met.number, wishes)
    return met.number


def wish_digest(store: Store, number: int):
    return store.schedules.set(
        number, 0, days="daily", hour="08:00", zone="Asia/Kolkata", now=MONDAY_0800 - timedelta(hours=5)
    )


def deliver(store: Store, chat_number: int, now: datetime) -> None:
    for owed in owed_to(store, chat_number):
        if owed.state is Debt.PENDING:
            store.outbox.sent(owed.number, owed.number, now)


def log(store: Store, record, now: datetime, verb: str = "log") -> int:
    kind = "controls" if isinstance(record, Control) else "milestones"
    with store.atomic():
        entry = store.journal.begin(at=now, person=1, via="chat", verb=verb, summary=verb)
        store.shelf(kind).put(record, entry=entry, as_of=now)
    return entry


def milestone(due: str, status: MilestoneStatus = MilestoneStatus.PLANNED) -> Milestone:
    return Milestone("Award of bids", Category.TENDER, status, Period.parse(due), None, SOURCE)


def test_a_digest_is_promised_once_a_slot_however_often_the_tick_runs(desk: Store):
    number = chat(desk)
    wish_digest(desk, number)
    assert [promise_digests(desk, MONDAY_0800 + timedelta(minutes=m)) for m in (-1, 0, 1, 30)] == [0, 1, 0, 0]
    assert [owed.key for owed in owed_to(desk, number)] == ["digest:1:2026-03-02T08:00"]


def test_a_digest_covers_what_changed_since_the_one_before(desk: Store):
    number = chat(desk)
    wish_digest(desk, number)
    promise_digests(desk, MONDAY_0800)
    deliver(desk, number, MONDAY_0800)
    promise_digests(desk, MONDAY_0800 + timedelta(days=1))
    first, second = (json.loads(owed.body) for owed in owed_to(desk, number))
    assert second["since"] == first["until"]


def test_a_digest_that_never_arrived_folds_into_the_next(desk: Store):
    number = chat(desk)
    wish_digest(desk, number)
    promise_digests(desk, MONDAY_0800)
    promise_digests(desk, MONDAY_0800 + timedelta(days=1))
    first, second = owed_to(desk, number)
    assert first.state is Debt.DROPPED
    assert json.loads(second.body)["since"] == json.loads(first.body)["since"]


def test_a_stale_slot_is_claimed_and_not_told(desk: Store):
    number = chat(desk)
    wish_digest(desk, number)
    assert promise_digests(desk, MONDAY_0800 + timedelta(hours=13)) == 0
    assert promise_digests(desk, MONDAY_0800 + timedelta(hours=24)) == 1


def story(desk: Store, topic: Topic, urgency: Urgency) -> Story:
    opened = desk.news.open_story("a-story", topic, urgency, MONDAY_0800)
    return Story(opened.number, "a-story", topic, urgency, opened.lead, MONDAY_0800, MONDAY_0800, 1, 1)


def test_a_story_is_promised_to_the_chats_that_follow_its_topic_at_its_urgency(desk: Store):
    keen, urgent_only, elsewhere = (chat(desk, n) for n in (5, 6, 7))
    desk.chats.follow(keen, Topic.POLICY, Urgency.NOTABLE)
    desk.chats.follow(urgent_only, Topic.POLICY, Urgency.URGENT)
    desk.chats.follow(elsewhere, Topic.MINING, Urgency.ROUTINE)
    news = story(desk, Topic.POLICY, Urgency.NOTABLE)
    assert announce(desk, news, MONDAY_0800, KOLKATA) == 1
    assert announce(desk, news, MONDAY_0800, KOLKATA) == 0
    assert [owed.key for owed in owed_to(desk, keen)] == [f"story:{news.number}:1"]


def test_a_muted_story_is_not_promised(desk: Store):
    number = chat(desk)
    desk.chats.follow(number, Topic.POLICY, Urgency.ROUTINE)
    news = story(desk, Topic.POLICY, Urgency.URGENT)
    desk.news.mute(number, story=news.number)
    assert announce(desk, news, MONDAY_0800, KOLKATA) == 0


def test_a_slip_is_told_two_minutes_later_to_who_follows_its_topic(desk: Store):
    number = chat(desk)
    desk.chats.follow(number, Topic.POLICY, Urgency.NOTABLE)
    first = log(desk, milestone("2026-Q4"), MONDAY_0800)
    slip = log(desk, milestone("2027-Q1"), MONDAY_0800 + timedelta(hours=1), "slip")
    assert announce_entry(desk, first, MONDAY_0800, KOLKATA) == 0
    assert announce_entry(desk, slip, MONDAY_0800 + timedelta(hours=1), KOLKATA) == 1
    (owed,) = owed_to(desk, number)
    assert (owed.key, owed.not_before) == (f"entry:{slip}", MONDAY_0800 + timedelta(hours=1, minutes=2))


def test_a_control_that_moves_is_told_and_an_undone_act_has_nothing_to_tell(desk: Store):
    number = chat(desk)
    desk.chats.follow(number, Topic.EXPORT_CONTROL, Urgency.NOTABLE)
    control = Control(
        "Rule", "China", "No. 61", "", None, None, Period.parse("2026-11-10"), ControlStatus.SUSPENDED, SOURCE
    )
    entry = log(desk, control, MONDAY_0800, "control")
    with desk.atomic():
        desk.journal.undo(entry, at=MONDAY_0800, person=1, via="chat")
    assert announce_entry(desk, entry, MONDAY_0800, KOLKATA) == 0


def test_a_reminder_is_promised_once_a_step_and_not_before_the_morning(desk: Store):
    number = chat(desk)
    desk.chats.follow(number, Topic.POLICY, Urgency.URGENT)
    log(desk, milestone("2026-03-20"), MONDAY_0800)
    before_eight, at_eight = MONDAY_0800 - timedelta(hours=1), MONDAY_0800
    assert [promise_reminders(desk, now, KOLKATA) for now in (before_eight, at_eight, at_eight)] == [0, 1, 0]
    assert promise_reminders(desk, MONDAY_0800 + timedelta(days=12), KOLKATA) == 1
    assert [owed.key for owed in owed_to(desk, number)] == ["due:1:2026-03-20:30d", "due:1:2026-03-20:7d"]


def test_a_reminder_that_was_put_off_is_not_promised(desk: Store):
    number = chat(desk)
    desk.chats.follow(number, Topic.POLICY, Urgency.URGENT)
    log(desk, milestone("2026-03-20"), MONDAY_0800)
    desk.schedules.snooze(number, "milestone:1", MONDAY_0800 + timedelta(days=1))
    assert promise_reminders(desk, MONDAY_0800, KOLKATA) == 0
    assert promise_reminders(desk, MONDAY_0800 + timedelta(days=1, hours=1), KOLKATA) == 1


def test_reminders_read_the_record_once_for_all_chats(desk: Store, monkeypatch: pytest.MonkeyPatch):
    for number in range(5, 25):
        desk.chats.follow(chat(desk, number), Topic.POLICY, Urgency.URGENT)
    log(desk, milestone("2026-03-09"), MONDAY_0800)
    read, reads = desk.milestones.open, []
    monkeypatch.setattr(desk.milestones, "open", lambda: reads.append(1) or read())
    assert promise_reminders(desk, MONDAY_0800 + timedelta(hours=1), KOLKATA) == 20
    assert len(reads) == 1


def test_a_chat_hears_of_late_news_only_on_what_it_follows_and_has_not_muted(desk: Store):
    """One message for all that came late; where nothing of it is wanted, there is none."""
    keen, miner, muted = (chat(desk, n) for n in (5, 6, 7))
    for number, topic in ((keen, Topic.EXPORT_CONTROL), (miner, Topic.MINING), (muted, Topic.EXPORT_CONTROL)):
        desk.chats.follow(number, topic, Urgency.URGENT)
    late = NewsItem("Terbium exports barred", "https://news.example/1")
    told = found(desk, MONDAY_0800, late, fate=Fate.CATCH_UP, tell=False)
    desk.news.mute(muted, story=told.number)
    assert catch_up(desk, told, MONDAY_0800, MONDAY_0800, KOLKATA) == 1
    alerts = Alerts(desk, KOLKATA, lambda *_: "", lambda *_: Role.MEMBER)

    def heard(number: int) -> list[str]:
        owed = owed_to(desk, number)
        return [post.html for each in owed for post in alerts.catch_up(each, desk.chats.get(number), MONDAY_0800)]

    assert [len(heard(number)) for number in (keen, miner, muted)] == [1, 0, 0]
    assert "Terbium exports barred" in heard(keen)[0]


@pytest.mark.parametrize(("topic", "silent"), [(Topic.EXPORT_CONTROL, False), (Topic.POLICY, True)])
def test_what_comes_late_sounds_at_night_only_where_an_alert_on_it_would(desk: Store, topic: Topic, silent: bool):
    """And a chat that follows something else is promised nothing."""
    number, other = chat(desk), chat(desk, 6)
    for each in (number, other):
        desk.chats.wish(each, {"quiet": "22:00-07:00"})
    for each in (Topic.EXPORT_CONTROL, Topic.POLICY):
        desk.chats.follow(number, each, Urgency.URGENT)
    desk.chats.follow(other, Topic.MINING, Urgency.URGENT)
    night = MONDAY_0800 - timedelta(hours=4)
    late = found(desk, night, NewsItem("Late", "https://news.example/1"), topic=topic, fate=Fate.CATCH_UP, tell=False)
    catch_up(desk, late, night, night, KOLKATA)
    assert [owed.silent for owed in owed_to(desk, number)] == [silent]
    assert owed_to(desk, other) == []


def test_many_reminders_of_one_morning_are_one_message_and_none_is_told_again(desk: Store):
    number = chat(desk)
    desk.chats.follow(number, Topic.POLICY, Urgency.URGENT)
    for title in ("One", "Two", "Three"):
        log(desk, replace(milestone("2026-03-20"), title=title), MONDAY_0800)
    promise_reminders(desk, MONDAY_0800, KOLKATA)
    promise_reminders(desk, MONDAY_0800 + timedelta(hours=1), KOLKATA)
    waiting = [owed for owed in owed_to(desk, number) if owed.state is Debt.PENDING]
    assert [owed.what for owed in waiting] == ["reminders"]
    assert json.loads(waiting[0].body) == ["milestone:1", "milestone:2", "milestone:3"]


def test_a_control_that_moves_at_night_sounds(desk: Store):
    night = MONDAY_0800 + timedelta(hours=16)
    number = chat(desk, quiet="22:00-07:00")
    desk.chats.follow(number, Topic.EXPORT_CONTROL, Urgency.NOTABLE)
    control = Control("Rule", "China", "No. 61", "", None, None, None, ControlStatus.IN_FORCE, SOURCE)
    announce_entry(desk, log(desk, control, night, "control"), night, KOLKATA)
    assert [owed.silent for owed in owed_to(desk, number)] == [False]
