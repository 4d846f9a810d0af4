"""What each failure of a call means, and what becomes of a promise for each of them."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from datetime import timedelta
from itertools import pairwise

import httpx
import pytest
from chat_room import ADMIN, MEMBER, Room, loud
from hypothesis import example, given
from hypothesis import strategies as st
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram_standin import flood, gateway, no_connection, refuse, timeout_after, timeout_before
from virtual_time import Wall, virtual

from bot.chat.delivery import BACKOFF, Fate, judge
from bot.chat.posts import Post
from bot.chat.process import Process
from bot.chat.wire import GarbledError, Intake, RefusedError, checked
from storage import StorageError
from storage.correspondence import ChatState, Debt, Lane, Place
from storage.newsitems import Topic, Urgency

GROUP, FORUM, TOPIC = -100, -1_000_000_000_123, 55


def caused(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "fate"),
    [
        (RetryAfter(7), Fate.FLOOD),
        (ChatMigrated(-100123), Fate.MIGRATED),
        (Forbidden("Forbidden: bot was blocked by the user"), Fate.BARRED),
        (BadRequest("Message is not modified: specified new message content"), Fate.SAME),
        (BadRequest("Message thread not found"), Fate.NO_TOPIC),
        (BadRequest("TOPIC_CLOSED"), Fate.NO_TOPIC),
        (BadRequest("Message to edit not found"), Fate.NO_MESSAGE),
        (BadRequest("Chat not found"), Fate.BARRED),
        (BadRequest("Not enough rights to send text messages to the chat"), Fate.BARRED),
        (BadRequest("Can't parse entities: unclosed"), Fate.PLAIN),
        (InvalidToken("Unauthorized"), Fate.RETRY),
        (Conflict("terminated by other getUpdates request"), Fate.RETRY),
        (RefusedError("Request Entity Too Large (413)"), Fate.RETRY),
        (caused(NetworkError("httpx.ConnectError"), httpx.ConnectError("refused")), Fate.RETRY),
        (caused(TimedOut(), httpx.ConnectTimeout("slow")), Fate.RETRY),
        (caused(TimedOut(), httpx.PoolTimeout("full")), Fate.RETRY),
        (caused(TimedOut(), httpx.ReadTimeout("slow")), Fate.UNKNOWN),
        (caused(TimedOut(), httpx.WriteTimeout("slow")), Fate.UNKNOWN),
        (caused(NetworkError("httpx.RemoteProtocolError"), httpx.RemoteProtocolError("torn")), Fate.UNKNOWN),
        (caused(NetworkError("httpx.ReadError"), httpx.ReadError("torn")), Fate.UNKNOWN),
        (NetworkError("Bad Gateway (502)"), Fate.UNKNOWN),
        (GarbledError("HTTP 502 without an answer"), Fate.UNKNOWN),
    ],
    ids=lambda each: f"{type(each).__name__}: {each}" if isinstance(each, Exception) else str(each),
)
def test_a_failure_means(error, fate):
    """Surely not accepted is told from perhaps accepted; BadRequest and TimedOut are NetworkErrors, too."""
    assert judge(error).fate is fate


def test_a_400_after_plain_text_is_for_good():
    assert judge(BadRequest("Can't parse entities"), plain=True).fate is Fate.DEAD


def test_a_flood_says_how_long():
    """A span of time or a number, as the environment has it."""
    assert judge(RetryAfter(7)).wait == 7
    assert judge(RetryAfter(timedelta(seconds=9))).wait == 9


@pytest.mark.parametrize(
    ("code", "payload", "error"),
    [
        (502, b"<html>Bad Gateway</html>", GarbledError),
        (200, b"", GarbledError),
        (200, b'{"ok":tr', GarbledError),
        (500, b'{"ok":false,"error_code":500,"description":"Internal"}', GarbledError),
        (413, b'{"ok":false,"error_code":413,"description":"Request Entity Too Large"}', RefusedError),
    ],
)
def test_what_is_no_answer_of_telegrams_is_told_from_a_refusal(code, payload, error):
    with pytest.raises(error):
        checked(code, payload)


def test_a_refusal_is_known_by_its_own_code_whatever_http_says():
    """Some self-hosted servers send 200 with ok:false; a 429 without a time gets one."""
    assert checked(200, b'{"ok":false,"error_code":400,"description":"Bad Request: x"}')[0] == 400
    code, body = checked(429, b'{"ok":false,"error_code":429,"description":"Too Many Requests"}')
    assert code == 429
    assert b"retry_after" in body


CODES = st.sampled_from([200, 400, 401, 403, 404, 409, 413, 429, 500, 502]) | st.integers(100, 599)
ANSWERS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["ok", "result", "error_code", "parameters", "retry_after", "description", "update_id", "message"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=10,
)
FORMED = st.fixed_dictionaries(
    {"ok": st.booleans()},
    optional={
        "result": ANSWERS | st.lists(st.fixed_dictionaries({"update_id": st.integers()}), max_size=2),
        "error_code": CODES | ANSWERS,
        "parameters": ANSWERS,
        "description": ANSWERS,
    },
)
PAYLOADS = st.binary(max_size=60) | (ANSWERS | FORMED).map(lambda value: json.dumps(value).encode())


@example(429, b'{"ok":false,"error_code":429,"parameters":"soon"}')
@example(400, b'{"ok":false,"description":5}')
@given(CODES, PAYLOADS)
def test_fuzz_any_answer_is_telegrams_or_one_of_two_errors(code, payload):
    with suppress(GarbledError, RefusedError):
        code, body = checked(code, payload)
        assert json.loads(body)["ok"] in (True, False)


@example(code=200, payload=b'{"ok":true,"result":5}')
@example(code=200, payload=b'{"ok":true}')
@example(code=200, payload=b'{"ok":true,')
@example(
    code=200,
    payload=b'{"ok":true,"result":[{"update_id":1e400},{"update_id":true},{"update_id":99999999999999999999}]}',
)
@given(code=CODES, payload=PAYLOADS)
def test_fuzz_any_answer_to_a_poll_is_updates_or_an_error_after_which_it_polls_on(store, code, payload):
    """python-telegram-bot polls on after its own errors alone: any other would end the polling for good."""

    class Inner:
        async def do_request(self, *_, **__):
            return code, payload

    intake = Intake(Inner(), store.inbox, "1", Wall())
    with suppress(TelegramError):
        asyncio.run(intake.do_request("https://api.telegram.org/bot1/getUpdates", "POST"))


# ---------------------------------------------------------------- promises


@pytest.fixture
def room(tmp_path):
    made = Room(tmp_path / "store.db", renderers={"news": lambda owed, _chat, _now: told(owed)})
    made.people()
    return made


SAYS: dict[str, tuple[Post, ...]] = {}


def told(owed):
    return SAYS.get(owed.subject, (Post(f"<b>{owed.subject}</b>", version=owed.wanted),))


@pytest.fixture(autouse=True)
def _nothing_special():
    SAYS.clear()


def promise(room, subject="news", *, user=MEMBER, thread=0, **more):
    chat = room.store.chats.at(Place.TELEGRAM, user)
    given = {"key": subject, "what": "news", "subject": subject, "now": room.wall(), "thread": thread} | more
    assert room.store.outbox.promise(chat.number, **given)
    room.chat.drain.kick()
    return lambda: room.store.outbox.find(chat.number, thread, given["key"])


@virtual
async def test_a_promise_is_told_once(room, caplog):
    async with room.running():
        owed = promise(room)
        await room.quiet()
        assert owed().state is Debt.SENT
        assert room.telegram.texts(MEMBER) == ["news"]
        chat = owed().chat
        assert not room.store.outbox.promise(chat, key="news", what="news", subject="news", now=room.wall())
    assert loud(caplog) == []


@virtual
async def test_what_another_process_promises_is_told_within_a_second_or_two(room):
    """The table is read each second; nobody needs to wake us."""
    async with room.running():
        await room.quiet()
        chat = room.store.chats.at(Place.TELEGRAM, MEMBER)
        room.store.outbox.promise(chat.number, key="k", what="news", subject="from afar", now=room.wall())
        await room.quiet(2.5)
        assert room.telegram.texts(MEMBER) == ["from afar"]


@pytest.mark.parametrize("fault", [no_connection, lambda: flood(5)], ids=["no connection", "flood"])
@virtual
async def test_what_was_surely_not_accepted_is_sent_again_unmarked(room, fault):
    async with room.running():
        room.telegram.fault("sendMessage", fault())
        promise(room)
        await room.quiet(8)
        assert room.telegram.texts(MEMBER) == ["news"]


@pytest.mark.parametrize(
    ("fault", "heard"),
    [(timeout_before, 1), (timeout_after, 2), (gateway, 1), (lambda: gateway(after=True), 2)],
    ids=["lost request", "lost answer", "gateway before", "gateway after"],
)
@virtual
async def test_what_may_have_been_accepted_is_sent_again_and_says_so(room, fault, heard, caplog):
    async with room.running():
        room.telegram.fault("sendMessage", fault())
        owed = promise(room)
        await room.quiet(5)
        assert owed().state is Debt.SENT
        texts = room.telegram.texts(MEMBER)
    assert len(texts) == heard
    assert "Possibly a repeat" in texts[-1]
    assert loud(caplog) == []


@virtual
async def test_the_wait_grows_and_then_stays(room):
    """1, 3, 10, 30, 60, then every 300 seconds."""
    async with room.running():
        room.telegram.fault("sendMessage", no_connection(), times=8)
        owed = promise(room)
        await room.quiet(1_200)
        times = [call.at for call in room.telegram.made("sendMessage")]
        gaps = [round(later - earlier) for earlier, later in pairwise(times)]
        assert owed().state is Debt.SENT
    assert all(abs(gap - wanted) <= 2 for gap, wanted in zip(gaps, [*BACKOFF, 300, 300], strict=True)), gaps


@virtual
async def test_a_chat_that_bars_us_is_paused_keeps_its_settings_and_admins_are_told(room):
    """And when its person writes again, it is open again."""
    async with room.running():
        chat = room.store.chats.at(Place.TELEGRAM, MEMBER)
        room.store.chats.follow(chat.number, Topic.POLICY, Urgency.NOTABLE)
        room.telegram.chats[MEMBER].barred = "Forbidden: bot was blocked by the user"
        owed = promise(room)
        await room.quiet()
        assert owed().state is Debt.DEAD
        assert room.store.chats.get(chat.number).state is ChatState.PAUSED
        assert "blocked by the user" in room.telegram.texts(ADMIN)[-1]
        later = promise(room, "later")
        await room.quiet()
        assert later().state is Debt.PENDING
        room.telegram.chats[MEMBER].barred = ""
        await room.says("magnet imports?", MEMBER)
        assert later().state is Debt.SENT
        assert [each.topic for each in room.store.chats.follows(chat.number)] == [Topic.POLICY]


@virtual
async def test_a_group_that_becomes_a_supergroup_keeps_our_number_and_hears_everything_once(room):
    room.telegram.group(GROUP, "Team")
    async with room.running():
        chat = room.let_in(room.store, GROUP, "group", "Team")
        room.telegram.migrate(GROUP, FORUM)
        promise(room, user=GROUP)
        await room.quiet()
        assert room.store.chats.get(chat.number).telegram_id == FORUM
        assert room.telegram.texts(FORUM) == ["news"]
        assert room.telegram.texts(GROUP) == []


@virtual
async def test_the_general_topic_is_left_out_when_sending(room):
    """Telegram refuses its number."""
    room.telegram.group(FORUM, "Forum", forum=True, topics=(TOPIC,))
    async with room.running():
        room.let_in(room.store, FORUM, "supergroup", "Forum", forum=True)
        promise(room, user=FORUM, thread=1)
        promise(room, "in a topic", user=FORUM, thread=TOPIC)
        await room.quiet(5)
        assert {call.parameters.get("message_thread_id") for call in room.telegram.made("sendMessage")} == {None, TOPIC}
        assert sorted(room.telegram.texts(FORUM)) == ["in a topic", "news"]


@virtual
async def test_a_deleted_topic_fails_closed_and_admins_are_told(room):
    """Nothing of it lands in the General topic, and nothing more is followed there."""
    room.telegram.group(FORUM, "Forum", forum=True)
    async with room.running():
        chat = room.let_in(room.store, FORUM, "supergroup", "Forum", forum=True)
        room.store.chats.follow(chat.number, Topic.POLICY, Urgency.NOTABLE, TOPIC)
        first = promise(room, "first", user=FORUM, thread=TOPIC)
        second = promise(room, "second", user=FORUM, thread=TOPIC)
        await room.quiet(5)
        assert (first().state, second().state) == (Debt.DEAD, Debt.DEAD)
        assert room.telegram.texts(FORUM) == []
        assert room.store.chats.follows(chat.number) == []
        assert "topic of Forum is gone" in room.telegram.texts(ADMIN)[-1]


@virtual
async def test_formatting_that_is_refused_is_sent_in_plain_text(room):
    async with room.running():
        room.telegram.fault("sendMessage", refuse(400, "Bad Request: can't parse entities: what?"))
        promise(room)
        await room.quiet()
        assert room.telegram.texts(MEMBER) == ["news"]
        assert room.telegram.made("sendMessage")[-1].parameters.get("parse_mode") is None


@virtual
async def test_what_is_refused_in_plain_text_too_is_dead_and_told(room):
    async with room.running():
        room.telegram.fault("sendMessage", refuse(400, "Bad Request: message is strange"), times=2, chat=MEMBER)
        owed = promise(room)
        await room.quiet()
        assert owed().state is Debt.DEAD
        assert "refused a message to Ravi" in room.telegram.texts(ADMIN)[-1]
        status = await room.says("/status")
        assert "Message is strange" in status["text"]


@virtual
async def test_what_is_too_late_to_tell_expires(room):
    async with room.running():
        room.telegram.fault("sendMessage", no_connection(), times=50)
        owed = promise(room, expires=room.wall() + timedelta(seconds=60))
        await room.quiet(100)
        assert (owed().state, owed().reason) == (Debt.DEAD, "expired")
        assert room.telegram.texts(MEMBER) == []


@virtual
async def test_what_has_nothing_left_to_tell_vanishes(room):
    """Its subject was taken back before it was sent."""
    async with room.running():
        SAYS["news"] = ()
        owed = promise(room, not_before=room.wall() + timedelta(minutes=2))
        await room.quiet(130)
        assert owed().state is Debt.DROPPED
        assert room.telegram.texts(MEMBER) == []


@virtual
async def test_the_parts_of_a_message_go_in_order_and_only_the_failed_one_again(room):
    """The later parts are kept as they were rendered with the first."""
    async with room.running():
        SAYS["news"] = (Post("one"), Post("two"), Post("three"))
        promise(room)
        await room.quiet(0.5)
        room.telegram.fault("sendMessage", no_connection())
        SAYS["news"] = (Post("changed"),)
        await room.quiet(8)
        assert room.telegram.texts(MEMBER) == ["one", "two", "three"]


@virtual
async def test_a_mistake_of_ours_in_one_message_stops_no_other(room):
    """It is put off, admins get a reference, and when it is mended it is told."""
    async with room.running():
        SAYS["news"] = None  # what no renderer should give
        owed = promise(room)
        promise(room, "other")
        room.chat.drain._renderers["news"] = lambda owed, _chat, _now: 1 / 0 if owed.subject == "news" else told(owed)
        await room.quiet(3)
        assert room.telegram.texts(MEMBER) == ["other"]
        assert owed().state is Debt.RETRY
        assert "reference" in room.telegram.texts(ADMIN)[-1]
        SAYS.clear()
        room.chat.drain._renderers["news"] = lambda owed, _chat, _now: told(owed)
        await room.quiet(70)
        assert room.telegram.texts(MEMBER) == ["other", "news"]


@virtual
async def test_a_message_that_shows_less_than_there_is_is_edited_once_a_minute(room):
    """No edit is a row; many revisions in a minute are one edit."""
    async with room.running():
        owed = promise(room, "story:1")
        await room.quiet()
        for version in (1, 2, 3):
            room.store.outbox.revised("story:1", version)
            SAYS["story:1"] = (Post(f"version {version}", version=version),)
        await room.quiet(70)
        room.store.outbox.revised("story:1", 4)
        SAYS["story:1"] = (Post("version 4", version=4),)
        await room.quiet(20)
        assert room.telegram.texts(MEMBER) == ["version 3"]
        await room.quiet(60)
        assert room.telegram.texts(MEMBER) == ["version 4"]
        assert len(room.telegram.made("editMessageText")) == 2
        assert owed().shown == owed().wanted == 4


@virtual
async def test_an_edit_that_changes_nothing_or_has_no_message_is_settled(room):
    """'Not modified' is success; a deleted message is let go."""
    async with room.running():
        owed = promise(room, "story:1")
        await room.quiet()
        room.store.outbox.revised("story:1", 1)
        SAYS["story:1"] = (Post("<b>story:1</b>", version=1),)
        await room.quiet(70)
        assert owed().shown == 1
        del room.telegram.messages[MEMBER, owed().message_id]
        room.store.outbox.revised("story:1", 2)
        await room.quiet(70)
        assert owed().shown == 2
        assert len(room.telegram.made("editMessageText")) == 2


@virtual
async def test_of_two_messages_about_one_story_the_newest_alone_is_kept_up(room):
    async with room.running():
        promise(room, "story:1", key="story:1:1")
        await room.quiet()
        promise(room, "story:1", key="story:1:2")
        await room.quiet()
        room.store.outbox.revised("story:1", 5)
        SAYS["story:1"] = (Post("five", version=5),)
        await room.quiet(70)
        assert room.telegram.texts(MEMBER) == ["story:1", "five"]


@virtual
async def test_urgent_news_overtakes_what_waits_for_the_same_chat(room):
    async with room.running():
        for number in range(5):
            promise(room, f"digest {number}")
        await asyncio.sleep(1.5)
        promise(room, "urgent", lane=Lane.URGENT)
        await room.quiet(8)
        texts = room.telegram.texts(MEMBER)
    assert texts.index("urgent") <= 3
    assert len(texts) == 6


@virtual
async def test_an_answer_that_cannot_be_sent_is_promised(room):
    """The person gets it when Telegram is back, marked where it may have been heard."""
    async with room.running():
        room.telegram.fault("sendMessage", no_connection(), times=2)
        room.telegram.say("magnet imports?", MEMBER)
        await room.quiet(10)
        assert len(room.telegram.texts(MEMBER)) == 1
        assert "repeat" not in room.telegram.texts(MEMBER)[0]
        room.telegram.fault("sendMessage", timeout_after())
        room.telegram.say("magnet imports?", MEMBER)
        await room.quiet(10)
        assert "Possibly a repeat" in room.telegram.texts(MEMBER)[-1]
        assert len(room.telegram.texts(MEMBER)) == 3


@virtual
async def test_a_second_copy_and_a_wrong_token_are_told_in_plain_words(room, caplog):
    """No traceback."""
    async with room.running():
        room.telegram.fault("getUpdates", refuse(409, "Conflict: terminated by other getUpdates request"))
        room.telegram.fault("getUpdates", refuse(401, "Unauthorized"))
        await room.quiet(30)
    said = [record for record in caplog.records if record.name == "bot.chat.assembly"]
    assert any("another program polls" in record.getMessage() for record in said)
    assert any("does not know this token" in record.getMessage() for record in said)
    assert all(record.exc_info is None for record in caplog.records)


@virtual
async def test_updates_that_cannot_be_written_down_are_not_heard_and_come_again(room, monkeypatch):
    """With a full disk the bot is deaf, whatever Telegram says: a health check must see it."""
    heard = []
    room.plan["process"] = Process(heard=lambda: heard.append(room.wall()))
    async with room.running():
        await room.quiet()
        keep = room.store.inbox.keep
        monkeypatch.setattr(type(room.store.inbox), "keep", full)
        before = len(heard)  # of the start, and of the polls
        room.telegram.say("magnets", MEMBER)
        await asyncio.sleep(4)
        assert room.telegram.texts(MEMBER) == []
        assert len(heard) == before
        monkeypatch.setattr(type(room.store.inbox), "keep", keep.__func__)
        await asyncio.sleep(10)
        await room.quiet()
        assert "221" in room.telegram.texts(MEMBER)[-1]
        assert len(heard) > before


def full(*_: object, **__: object) -> None:
    raise StorageError("the disk is full")


@virtual
async def test_without_a_network_a_start_waits_for_one(room, caplog):
    """A plain line each time, and the wait grows; then everything is as if nothing had been."""
    room.telegram.fault("getMe", no_connection(), times=3)
    waited = []
    room.plan["process"] = Process(waiting=lambda: waited.append(room.wall()))
    async with room.running():
        assert "221" in (await room.says("magnets", MEMBER))["text"]
    said = [each.getMessage() for each in caplog.records if "telegram_not_reached" in each.getMessage()]
    assert [line.rsplit("=", 1)[1] for line in said] == ["1s", "3s", "10s"]
    assert len(waited) == 3  # so a health check knows that it lives
    assert loud(caplog) == []
