"""What SECURITY.md promises: each line names a test, and each test is there. The core of many is held here itself."""

from __future__ import annotations

import ast
import io
import logging
import re
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import httpcore
import httpx
import pytest
from chat_room import ADMIN, MEMBER, STRANGER, Room, loud
from hypothesis import given
from hypothesis import strategies as st
from telegram_standin import refuse
from virtual_time import virtual

from bot import tables
from bot.chat.access import CLAIM_LIFE, Access
from bot.chat.commands import COMMANDS
from bot.logs import Blotter, blot
from bot.look.pages import escape
from bot.sources import feeds, pages
from bot.sources.addresses import GuardedBackend, PrivateAddressError, is_public
from bot.sources.feeds import ParseError
from bot.sources.fetch import Fetcher, FetchError
from storage.correspondence import Chat, ChatState, Person, Place, Role

GROUP = -500

if TYPE_CHECKING:
    from storage.store import Store

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
THREATS = (
    "A stranger",
    "A member",
    "An ex-member",
    "A hostile feed",
    "A hostile page",
    "A hostile file",
    "A forged press",
    "A stolen database",
    "A dependency",
)


# ---------------------------------------------------------------- the page


def named_tests() -> list[tuple[str, str]]:
    return re.findall(r"`(test_\w+\.py)::(test_\w+)`", PAGE)


def written(file: Path) -> set[str]:
    """The names of a file's tests and of its state machines."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    named = (ast.FunctionDef, ast.AsyncFunctionDef)
    functions = {node.name for node in ast.walk(tree) if isinstance(node, named)}
    return functions | {
        name.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for name in node.targets
        if isinstance(name, ast.Name)
    }


def test_every_test_that_the_threat_model_names_is_there():
    assert named_tests()
    missing = [
        f"{file}::{name}"
        for file, name in named_tests()
        if not (ROOT / "tests" / file).exists() or name not in written(ROOT / "tests" / file)
    ]
    assert missing == []


@pytest.mark.parametrize("threat", THREATS)
def test_every_line_of_a_threat_has_its_test(threat: str):
    chapter = re.search(rf"^### {threat}\n(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert chapter
    rows = [row for row in chapter[1].splitlines() if row.startswith("| ")][1:]
    assert rows
    assert [row for row in rows if "::test_" not in row] == []


# ---------------------------------------------------------------- who may do what


def person(store: Store, telegram_id: int, role: Role = Role.NONE) -> Person:
    met = store.people.meet(Place.TELEGRAM, telegram_id, name="Asha", username="", now=NOW)
    store.db.write("UPDATE people SET role = ? WHERE id = ?", (role, met.number))
    return store.people.get(met.number)


def chat(store: Store, telegram_id: int, kind: str = "private", state: ChatState = ChatState.WAITING) -> Chat:
    return store.chats.meet(Place.TELEGRAM, telegram_id, kind=kind, title="A", now=NOW, state=state)


def access(store: Store, now: datetime = NOW, **more) -> Access:
    return Access(store, lambda: now, "Asia/Kolkata", **more)


def test_a_stranger_has_no_role_anywhere_but_in_a_group_that_was_let_in(store: Store):
    stranger, door = person(store, 7), access(store)
    assert door.role(stranger, chat(store, 7)) is Role.NONE
    assert door.role(None, None) is Role.NONE
    for number, state in enumerate((ChatState.WAITING, ChatState.REFUSED)):
        assert door.role(stranger, chat(store, -number - 1, "group", state)) is Role.NONE
    assert door.role(stranger, chat(store, -9, "group", ChatState.ACTIVE)) is Role.MEMBER


def test_open_access_lets_everyone_read_and_nobody_write(store: Store):
    assert access(store, open_access=True).role(person(store, 7), chat(store, 7)) is Role.MEMBER


def test_a_role_is_read_anew_at_each_use(store: Store):
    asha, door = person(store, 7, Role.ADMIN), access(store)
    assert door.role(asha, None) is Role.ADMIN
    assert door.role(person(store, 7, Role.NONE), None) is Role.NONE


def test_whoever_is_an_admin_by_the_settings_is_one_while_listed(store: Store):
    asha = person(store, 7)
    assert access(store, admin_ids=frozenset({7})).role(asha, None, 7) is Role.ADMIN
    assert access(store).role(asha, None, 7) is Role.NONE


def test_a_claim_code_works_once_within_the_hour(store: Store):
    code = access(store).claim_code()
    late = access(store, NOW + CLAIM_LIFE + timedelta(seconds=1))
    assert late.spend(code, person(store, 6)) is None
    code = access(store).claim_code()
    assert access(store).spend(code, person(store, 7)) is Role.ADMIN
    assert access(store).spend(code, person(store, 8)) is None


def test_there_is_no_claim_code_once_there_is_an_admin(store: Store):
    code = access(store).claim_code()
    person(store, 7, Role.ADMIN)
    assert access(store).claim_code() is None
    assert access(store).spend(code, person(store, 8)) is None


def test_a_newer_claim_code_ends_the_older(store: Store):
    older, newer = access(store).claim_code(), access(store).claim_code()
    assert access(store).spend(older, person(store, 7)) is None
    assert access(store).spend(newer, person(store, 7)) is Role.ADMIN


@pytest.mark.parametrize("guess", ["", " ", "0", "' OR 1=1 --", "CODE", "\0", "%"])
def test_a_guessed_code_opens_nothing(store: Store, guess: str):
    access(store).claim_code()
    assert access(store).spend(guess, person(store, 7)) is None


# ---------------------------------------------------------------- through the whole chat

ADMINS_COMMANDS = sorted(command.name for command in COMMANDS if command.needs is Role.ADMIN)
ASSEMBLY = (ROOT / "bot" / "chat" / "assembly.py").read_text(encoding="utf-8")
VERBS = sorted(set(re.findall(r'"(\w+)"\]?(?::| =) Press\(.+admin\)', ASSEMBLY, re.IGNORECASE)))
DATA = ("1", "1:1", "send:1", "person:3:3:admin", "chat:1:1:member", "2:admin", "x", "9" * 30, "\U0001f600", ":", "#")


@pytest.fixture
def room(tmp_path: Path) -> Room:
    made = Room(tmp_path / "store.db")
    made.people()
    return made


def kept(room: Room) -> dict[str, list[tuple]]:
    """All that an intruder might wish to change."""
    tables_ = ("people", "chats", "entries", "milestones", "figures", "follows", "passes", "schedules", "drafts")
    return {name: [tuple(row) for row in room.store.db.rows(f"SELECT * FROM {name}")] for name in tables_}


@virtual
async def test_a_stranger_changes_nothing_by_any_command_word_or_press(room: Room, caplog):
    async with room.running():
        button = await room.says("/help", ADMIN)
        before = kept(room)
        for command in (*ADMINS_COMMANDS, "help", "imports", "settings", "start wrong-code"):
            room.telegram.say(f"/{command}", STRANGER)
        room.telegram.say("How much magnet did India import?", STRANGER)
        for verb in VERBS:
            room.telegram.press_data(button, f"{verb}:1:1", STRANGER)
        await room.quiet()
        assert kept(room) == before
        assert "221" not in "".join(room.telegram.texts(STRANGER))
    assert loud(caplog) == []


@virtual
async def test_what_a_stranger_wrote_and_what_was_not_meant_for_the_bot_is_in_no_file(room: Room):
    """Every update is written down before it is read; the words of these are blotted out once it is known whose they are."""
    room.telegram.group(GROUP, "The team", members=(MEMBER,))
    async with room.running():
        room.let_in(room.store, GROUP, "supergroup", "The team")
        await room.says("zanzibar, says a stranger", STRANGER)
        await room.says("/start zanzibar", STRANGER)
        room.telegram.say("zanzibar, say the members to each other", GROUP, MEMBER)
        await room.quiet()
        button = await room.says("/help", ADMIN)
        room.telegram.press_data(button, "ask:zanzibar", STRANGER)
        room.telegram.ask_inline("zanzibar magnets", STRANGER)
        await room.quiet()
        assert room.store.inbox.undone(room.chat.line) == []
        bodies = "".join(row["body"] for row in room.store.db.rows("SELECT body FROM inbox"))
    assert "zanzibar" not in bodies
    assert "/help" in bodies


@virtual
async def test_a_member_may_press_and_write_nothing_that_is_an_admins(room: Room, caplog):
    async with room.running():
        button = await room.says("/help", ADMIN)
        before = kept(room)
        for command in ADMINS_COMMANDS:
            room.telegram.say(f"/{command} 1", MEMBER)
        for verb in VERBS:
            for data in DATA:
                room.telegram.press_data(button, f"{verb}:{data}", MEMBER)
        await room.quiet()
        assert kept(room) == before
    assert VERBS
    assert loud(caplog) == []


@virtual
async def test_an_ex_member_is_a_stranger_from_the_next_press_on(room: Room):
    async with room.running():
        page = await room.says("How much magnet did India import?", MEMBER)
        room.store.db.write("UPDATE people SET role = 'none' WHERE telegram_id = ?", (MEMBER,))
        heard = len(room.telegram.texts(MEMBER))
        room.telegram.press(page, "CSV", MEMBER)
        room.telegram.say("How much magnet did India import?", MEMBER)
        await room.quiet()
        assert "221" not in "".join(room.telegram.texts(MEMBER)[heard:])


@virtual
async def test_the_log_holds_no_word_that_a_person_wrote(room: Room, caplog):
    """Neither of a question, nor of what is recorded, nor of a stranger; at INFO, which is what is kept by default."""
    caplog.set_level(logging.INFO)
    async with room.running():
        for text in (
            "how many zanzibar magnets?",
            "/log Zanzibar line | plant | due 2027",
            "/nosuch zanzibar",
            "zanzibar",
        ):
            await room.says(text)
        await room.says("zanzibar", STRANGER)
        await room.presses(await room.says("/log Zanzibar line | plant | due 2027 | Zanzibar Ltd"), "Save")
        room.telegram.fault("sendMessage", refuse(400, "Bad Request: chat not found"), chat=ADMIN, times=2)
        await room.quiet()
        room.telegram.say("zanzibar again", ADMIN)
        await room.quiet()
    assert caplog.records
    assert not [record for record in caplog.records if "zanzibar" in record.getMessage().casefold()]


@virtual
async def test_whoever_lost_access_reads_only_what_a_group_that_was_let_in_shows_its_members_anyway(room: Room):
    """In private, inline and as an admin they are strangers; who sits in the group is for its administrators to say."""
    room.telegram.group(GROUP, "The team", members=(MEMBER,))
    async with room.running():
        room.let_in(room.store, GROUP, "supergroup", "The team")
        room.store.db.write("UPDATE people SET role = 'none' WHERE telegram_id = ?", (MEMBER,))
        private = await room.says("How much magnet did India import?", MEMBER)
        assert "221" not in private["text"]
        assert "221" in (await room.says("/imports magnet", MEMBER, GROUP))["text"]
        assert "Only admins" in (await room.says("/log A line | plant", MEMBER, GROUP))["text"]
        room.store.chats.set_state(room.store.chats.at(Place.TELEGRAM, GROUP).number, ChatState.REFUSED)
        heard = len(room.telegram.texts(GROUP))
        await room.says("/imports magnet", MEMBER, GROUP)
        assert "221" not in "".join(room.telegram.texts(GROUP)[heard:])


@virtual
async def test_a_press_of_any_data_is_answered_and_breaks_nothing(room: Room, caplog):
    async with room.running():
        button = await room.says("/help", ADMIN)
        forged = [f"{verb}:{data}"[:64] for verb in ("", "x", "ask", "set", *VERBS) for data in DATA]
        presses = [room.telegram.press_data(button, data, ADMIN) for data in forged]
        await room.quiet()
        answered = {call.parameters["callback_query_id"] for call in room.telegram.made("answerCallbackQuery")}
        assert set(presses) <= answered
        await room.says("How much magnet did India import?", ADMIN)
        assert "221" in "".join(room.telegram.texts(ADMIN))
    assert loud(caplog) == []


# ---------------------------------------------------------------- what the world sends


V4 = ("127.0.0.1", "10.0.0.8", "192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "0.0.0.1")
V6 = ("::1", "::", "fe80::1", "fd00::1", "::ffff:10.0.0.8", "64:ff9b::a00:8", "2002:a00:8::1")


@pytest.mark.parametrize("address", [*V4, *V6])
async def test_no_visit_reaches_an_address_inside(address: str):
    """Whatever name leads there, and however the address is written."""

    async def resolve(_host: str, _port: int) -> tuple[str, ...]:
        return ("8.8.8.8", address)

    class Nowhere(httpcore.AsyncNetworkBackend):
        async def connect_tcp(self, host, *rest, **more):
            pytest.fail(f"connected to {host}")

    assert not is_public(address)
    with pytest.raises(PrivateAddressError):
        await GuardedBackend(allow_private=False, resolve=resolve, inner=Nowhere()).connect_tcp("feeds.example", 443)


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://example.org/x", "gopher://x", "http://user:pw@example.org/", "//x", "javascript:1"],
)
async def test_only_web_addresses_without_a_password_are_visited(url: str):
    async with Fetcher(transport=httpx.MockTransport(lambda _: pytest.fail("asked"))) as fetcher:
        with pytest.raises(FetchError):
            await fetcher.get(url, NOW)


async def test_a_body_without_an_end_is_cut_off():
    async def endless():
        while True:
            yield b"x" * 65536

    async with Fetcher(transport=httpx.MockTransport(lambda _: httpx.Response(200, content=endless()))) as fetcher:
        with pytest.raises(FetchError, match=r"MiB|large|bytes"):
            await fetcher.get("https://example.org/feed", NOW)


def test_a_feed_cannot_read_files_or_grow_by_entities():
    outside = b"""<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>A &x; B</title>
                  <link>https://example.org/1</link></item></channel></rss>"""
    bomb = (
        b"<!DOCTYPE r ["
        + b"".join(b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10 if n else b"boom") for n in range(12))
        + b"]><rss><channel><item><title>&e11;</title><link>https://example.org/1</link></item></channel></rss>"
    )
    for body in (outside, bomb):
        try:
            titles = [item.title for item in feeds.parse(body, "https://example.org/feed", NOW).items]
        except ParseError:
            continue
        assert "root:" not in "".join(titles)
        assert len("".join(titles)) < 1000


def test_links_that_run_something_are_no_links():
    body = b"""<ul><li><a href="javascript:alert(1)">A notice of magnets, long enough</a></li>
               <li><a href="data:text/html,x">Another notice of magnets, long enough</a></li></ul>"""
    assert [
        item.url
        for item in pages.parse(body, "https://example.org/", NOW)
        if not item.url.startswith("https://example.org")
    ] == []


@given(st.text())
def test_property_no_words_of_the_world_become_markup(words: str):
    assert not re.search(r"[<>]", escape(words))
    assert "\u202e" not in escape(words)


# ---------------------------------------------------------------- files


def xlsx(body: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", body)
    return out.getvalue()


def test_a_spreadsheet_that_would_unpack_without_end_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tables, "MOST_BYTES", 1_000_000)
    with pytest.raises(tables.BadFile, match="too large"):
        tables.read("figures", "x.xlsx", xlsx(b"\0" * 1_000_001))


@given(st.binary(max_size=200))
def test_property_any_bytes_are_a_table_or_one_line_of_refusal(body: bytes):
    for name in ("a.csv", "a.xlsx"):
        with pytest.raises(tables.BadFile, match=r"^[^\n]+$"):
            tables.read("figures", name, body)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_a_cell_that_a_spreadsheet_would_run_is_written_as_text(start: str):
    written_ = tables.csv_bytes(["note"], [{"note": f"{start}cmd|' /C calc'!A0"}]).decode()
    assert written_.splitlines()[1].lstrip('"').startswith("'")


# ---------------------------------------------------------------- what is kept, and what is written about it


def everything(store: Store) -> bytes:
    store.db.write("PRAGMA wal_checkpoint(TRUNCATE)")
    return store.path.read_bytes()


def test_a_stolen_file_holds_no_code_that_opens_anything(store: Store):
    door, asha = access(store), person(store, 7)
    codes = [door.claim_code(), door.invite(asha, Role.ADMIN)]
    assert not any(code.encode() in everything(store) for code in codes)


def test_the_token_and_the_keys_stand_in_no_file_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from bot import cli

    secrets = {"TELEGRAM_BOT_TOKEN": TOKEN, "COMTRADE_KEY": "k3y-of-ours-0123", "WEBHOOK_SECRET": "s3cret-of-ours-0123"}
    for name, value in {**secrets, "DATABASE_PATH": str(tmp_path / "store.db")}.items():
        monkeypatch.setenv(name, value)
    with cli.open_store(cli._settings()) as store:
        body = everything(store)
    assert not any(value.encode() in body for value in secrets.values())
    assert [value for value in secrets.values() if value in repr(cli._settings())] == []


@given(st.text(max_size=30), st.text(max_size=30))
def test_property_no_record_of_the_log_holds_the_token(before: str, after: str):
    said = f"{before} https://api.telegram.org/bot{TOKEN}/getMe {after}"
    record = logging.LogRecord("x", logging.INFO, "", 0, "%s", (said,), None)
    Blotter().filter(record)
    assert TOKEN.partition(":")[2] not in record.getMessage()
    assert TOKEN.partition(":")[2] not in blot(said)
