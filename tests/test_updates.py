"""Whole updates: any JSON that Telegram could send, and could not. Nothing leaves a handler, and the next question is answered."""

from __future__ import annotations

import asyncio
import copy
import logging
import tempfile
from pathlib import Path

from chat_room import ADMIN, MEMBER, STRANGER, Room
from hypothesis import given, settings
from hypothesis import strategies as st
from virtual_time import VirtualLoop

from bot.chat.commands import COMMANDS

GROUP = -500
FEWER = settings(max_examples=settings.default.max_examples // 2)  # each of them begins and ends a bot
NUMBERS = st.integers(-(2**70), 2**70) | st.sampled_from([0, 1, -1, 2**31, 2**53, 10**15])
SCALARS = st.none() | st.booleans() | NUMBERS | st.floats(allow_nan=False) | st.text(max_size=20)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=12), inner, max_size=3),
    max_leaves=8,
)

# ---------------------------------------------------------------- what Telegram sends

NAMES = st.sampled_from([each.name for each in COMMANDS]) | st.text(st.characters(categories=["L", "Nd"]), max_size=12)
WORDS = st.text(max_size=40) | st.sampled_from(
    [
        "magnets",
        "How much did India import?",
        "| | |",
        "#1",
        "A line | plant | due 2027",
        "\u202e\u0000",
        "9" * 40,
        "हाँ",
    ]
)
TEXTS = WORDS | st.builds(lambda name, words: f"/{name} {words}", NAMES, WORDS)
PEOPLE = st.sampled_from([ADMIN, MEMBER, STRANGER])
VERBS = st.sampled_from(
    ["ask", "draw", "csv", "save", "chg", "cxl", "ans", "fld", "pick", "undo", "let", "bar", "role", "aud", "gap", "exp", "take",
     "held", "offer", "life", "late", "set", "dig", "fol", "mute", "why", "src", "more", "watch", "hfig", "join", ""]
)  # fmt: skip
DATA = st.builds(lambda verb, rest: f"{verb}:{rest}"[:64], VERBS, st.text(max_size=30) | NUMBERS.map(str))
ENTITIES = st.fixed_dictionaries(
    {
        "type": st.sampled_from(["bot_command", "mention", "url", "new"]),
        "offset": st.integers(-2, 60),
        "length": st.integers(-2, 60),
    }
)


def user(number: int) -> dict:
    return {"id": number, "is_bot": False, "first_name": "Somebody"}


@st.composite
def messages(draw: st.DrawFn) -> dict:
    who, text = draw(PEOPLE), draw(TEXTS)
    private = draw(st.booleans())
    chat = (
        {"id": who, "type": "private", "first_name": "Somebody"}
        if private
        else {"id": GROUP, "type": "supergroup", "title": "G"}
    )
    made = {
        "message_id": draw(st.integers(1, 10**6)),
        "date": 1_764_000_000,
        "chat": chat,
        "from": user(who),
        "text": text,
    }
    if text.startswith("/"):
        made["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split(" ")[0])}]
    more = draw(
        st.fixed_dictionaries(
            {},
            optional={
                "message_thread_id": st.integers(1, 9),
                "is_topic_message": st.booleans(),
                "caption": TEXTS,
                "sender_chat": st.just({"id": GROUP, "type": "channel", "title": "C"}),
                "document": st.fixed_dictionaries(
                    {"file_id": st.just("f"), "file_unique_id": st.just("f")},
                    optional={"file_name": st.text(max_size=10), "file_size": NUMBERS},
                ),
                "entities": st.lists(ENTITIES, max_size=2),
                "reply_to_message": st.just({"message_id": 1, "date": 1, "chat": chat}),
            },
        )
    )
    return {"message": made | more}


@st.composite
def presses(draw: st.DrawFn) -> dict:
    who = draw(PEOPLE)
    under = draw(messages())["message"]
    return {
        "callback_query": {"id": "1", "from": user(who), "chat_instance": "1", "data": draw(DATA), "message": under}
    }


QUERIES = st.builds(
    lambda who, words: {"inline_query": {"id": "1", "from": user(who), "query": words, "offset": ""}}, PEOPLE, TEXTS
)
MEMBERSHIPS = st.builds(
    lambda who, was, now: {
        "my_chat_member": {
            "chat": {"id": GROUP, "type": "group", "title": "G"},
            "from": user(who),
            "date": 1_764_000_000,
            "old_chat_member": {"user": user(4242), "status": was},
            "new_chat_member": {"user": user(4242), "status": now},
        }
    },
    PEOPLE,
    st.sampled_from(["left", "member", "kicked"]),
    st.sampled_from(["left", "member", "kicked"]),
)
SENT = messages() | presses() | QUERIES | MEMBERSHIPS

# ---------------------------------------------------------------- and what it could not


@st.composite
def spoilt(draw: st.DrawFn) -> dict:
    """A true update with one thing in it another, or gone."""
    update = copy.deepcopy(draw(SENT))
    place = update
    while True:
        key = draw(st.sampled_from(sorted(place)))
        if isinstance(place[key], dict) and place[key] and draw(st.integers(0, 3)):
            place = place[key]
            continue
        if draw(st.booleans()):
            place[key] = draw(JSON)
        else:
            del place[key]
        return update


STRANGE = spoilt() | st.dictionaries(
    st.sampled_from(["message", "callback_query", "inline_query", "poll", "x"]), JSON, max_size=2
)


def outcome(updates: list[dict]) -> list[str]:
    """What the log has at ERROR after these updates; raises when the next question is not answered."""
    seen: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            seen.append(record.getMessage() + (repr(record.exc_info[1]) if record.exc_info else ""))

    async def live(folder: str) -> None:
        room = Room(Path(folder) / "store.db")
        room.people()
        room.telegram.group(GROUP, "G", members=(MEMBER,))
        async with room.running():
            for update in updates:
                room.telegram.push(update)
            await room.quiet()
            answered = len(room.telegram.texts(MEMBER))
            await room.says("magnets", MEMBER)
            assert any("221" in text for text in room.telegram.texts(MEMBER)[answered:])

    ear = Ear(logging.ERROR)
    logging.getLogger().addHandler(ear)
    try:
        with tempfile.TemporaryDirectory() as folder, asyncio.Runner(loop_factory=VirtualLoop) as runner:
            runner.run(live(folder))
    finally:
        logging.getLogger().removeHandler(ear)
    return seen


@FEWER
@given(st.lists(SENT, min_size=1, max_size=6))
def test_fuzz_whatever_telegram_sends_is_no_fault_of_ours_and_the_next_question_is_answered(updates: list[dict]):
    assert outcome(updates) == []


@FEWER
@given(st.lists(STRANGE, min_size=1, max_size=6))
def test_fuzz_whatever_it_could_not_send_is_passed_over_and_the_next_question_is_answered(updates: list[dict]):
    assert outcome(updates) == []
