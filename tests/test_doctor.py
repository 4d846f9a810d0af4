"""The doctor: whatever is wrong is named, with what to do about it, and no secret is told."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest

from bot.chat.whoami import whoami
from bot.doctor import Bot, Evidence, File, Finding, Level, Unreached, Watched, examine
from bot.settings import Settings

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
LIVE = Settings(_env_file=None, telegram_bot_token=TOKEN, admin_ids=(7,), contact="desk@example.org")
BOT = Bot("desk_bot", joins_groups=True, reads_all=False, inline=True)
FILE = File(
    "data/lodestone.db",
    admins=1,
    size=2**20,
    free=2**34,
    newest_backup=NOW - timedelta(hours=6),
    backups="data/backups",
)
WELL = Evidence(NOW, LIVE, telegram=BOT, file=FILE, watches=(Watched(1, "DGFT", 0),), face="Poppins")


def settings(**changed) -> Settings:
    return LIVE.model_copy(update=changed)


def named(found: Evidence) -> list[Finding]:
    """What is not as it should be."""
    return [finding for finding in examine(found) if finding.level is not Level.OK]


def test_a_well_installation_has_nothing_to_mend():
    assert named(WELL) == []
    assert [finding.line for finding in examine(WELL)] == [
        "ok     settings: every value can be read",
        "ok     token: @desk_bot answers",
        "ok     database: data/lodestone.db is whole",
        "ok     bot: not running",
        "ok     backups: the newest is of 2026-03-02 03:30 UTC",
        "ok     fonts: charts are written in Poppins",
        "ok     watches: 1, none failing",
    ]


WRONG = {
    "each fault of the settings": (
        replace(WELL, settings=None, faults=("TIMEZONE: 'Mars' is no time zone",)),
        "settings",
    ),
    "a token in the clear": (replace(WELL, settings=settings(telegram_api_url="http://bots.example.org")), "settings"),
    "a webhook in the clear": (replace(WELL, settings=settings(webhook_url="http://desk.example.org")), "settings"),
    "a wrong token": (replace(WELL, telegram=Unreached("401 Unauthorized", refused=True)), "token"),
    "no network": (replace(WELL, telegram=Unreached("no answer in 10 seconds")), "network"),
    "a webhook elsewhere": (
        replace(
            WELL,
            settings=settings(webhook_url="https://a.example"),
            telegram=replace(BOT, webhook="https://b.example/x"),
        ),
        "webhook",
    ),
    "a file that cannot be used": (
        replace(WELL, file=File("x.db", fault="x.db is damaged: restore a backup")),
        "database",
    ),
    "a full disk": (replace(WELL, file=replace(FILE, free=2**20)), "disk"),
    "a backup folder that cannot be written": (
        replace(WELL, file=replace(FILE, backups_fault="Permission denied")),
        "backups",
    ),
}
NOTED = {
    "a readable .env": (replace(WELL, env_readable_by_others=True), "settings"),
    "open access": (replace(WELL, settings=settings(open_access=True)), "settings"),
    "private addresses allowed": (replace(WELL, settings=settings(allow_private_urls=True)), "settings"),
    "health told to other machines": (replace(WELL, settings=settings(health_listen="0.0.0.0:8080")), "settings"),
    "no contact": (replace(WELL, settings=settings(contact="")), "settings"),
    "no token": (replace(WELL, settings=settings(telegram_bot_token=None), telegram=None), "token"),
    "groups refused": (replace(WELL, telegram=replace(BOT, joins_groups=False)), "groups"),
    "privacy mode off": (replace(WELL, telegram=replace(BOT, reads_all=True)), "privacy"),
    "inline mode off": (replace(WELL, telegram=replace(BOT, inline=False)), "inline"),
    "a webhook left over": (replace(WELL, telegram=replace(BOT, webhook="https://old.example/x")), "webhook"),
    "messages waiting": (replace(WELL, telegram=replace(BOT, waiting=500)), "updates"),
    "no admin yet": (replace(WELL, settings=settings(admin_ids=()), file=replace(FILE, admins=0)), "admins"),
    "little room": (replace(WELL, file=replace(FILE, free=400 * 2**20)), "disk"),
    "no backup yet": (replace(WELL, file=replace(FILE, newest_backup=None)), "backups"),
    "an old backup": (replace(WELL, file=replace(FILE, newest_backup=NOW - timedelta(days=9))), "backups"),
    "no face with Devanagari": (replace(WELL, face=None), "fonts"),
    "a watch that fails": (replace(WELL, watches=(Watched(4, "Mines", 12, "404"),)), "watches"),
    "nothing watched": (replace(WELL, watches=()), "watches"),
}


@pytest.mark.parametrize(
    ("found", "topic", "level"),
    [(*case, Level.WRONG) for case in WRONG.values()] + [(*case, Level.NOTE) for case in NOTED.values()],
    ids=[*WRONG, *NOTED],
)
def test_each_trouble_is_named_alone_on_one_line_with_its_remedy(found: Evidence, topic: str, level: Level):
    (finding,) = named(found)
    assert (finding.topic, finding.level) == (topic, level)
    assert finding.remedy or ":" in finding.what  # a settings fault and a store's fault carry their own
    assert "\n" not in finding.line


def test_no_finding_holds_the_token_or_a_webhooks_path():
    found = replace(WELL, telegram=replace(BOT, webhook="https://old.example/secret-path", waiting=99))
    told = "\n".join(finding.line for finding in examine(found))
    assert "AAHdq" not in told
    assert "secret-path" not in told
    assert "old.example" in told


def test_a_new_file_has_no_backup_to_miss():
    assert named(replace(WELL, file=replace(FILE, new=True, newest_backup=None))) == []


def test_one_or_two_failed_visits_are_weather():
    assert named(replace(WELL, watches=(Watched(4, "Mines", 2, "timed out"),))) == []


# ---------------------------------------------------------------- asking Telegram


class Telegram(BaseRequest):
    """A Telegram that gives the answers it was told to give."""

    read_timeout = 1

    def __init__(self, **answers) -> None:
        self.answers = answers

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(self, url, method, request_data=None, **timeouts):
        answer = self.answers[url.rsplit("/", 1)[1]]
        if isinstance(answer, Exception):
            raise answer
        status, body = answer
        return status, json.dumps(body).encode()


def accepted(**result):
    return 200, {"ok": True, "result": result}


ME = accepted(
    id=1, is_bot=True, first_name="Desk", username="desk_bot", can_join_groups=True, supports_inline_queries=True
)
REFUSED = 401, {"ok": False, "error_code": 401, "description": "Unauthorized"}


async def ask(**answers) -> Bot | Unreached:
    return await whoami(TOKEN, "https://api.telegram.org", Telegram(**answers))


async def test_telegram_tells_whose_the_token_is_and_where_updates_go():
    hook = accepted(url="https://a.example/x", has_custom_certificate=False, pending_update_count=3)
    assert await ask(getMe=ME, getWebhookInfo=hook) == replace(BOT, webhook="https://a.example/x", waiting=3)


async def test_an_unknown_token_is_refused_not_unreached():
    assert await ask(getMe=REFUSED) == Unreached("401 Unauthorized", refused=True)


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (TimedOut(), "no answer in 10 seconds"),
        (
            NetworkError("httpx.ConnectError: All connection attempts failed"),
            "ConnectError: All connection attempts failed",
        ),
        (
            NetworkError(f"cannot reach https://api.telegram.org/bot{TOKEN}/getMe"),
            "cannot reach https://api.telegram.org/[token]/getMe",
        ),
        ((403, {"ok": False, "description": "Forbidden"}), "Forbidden"),
        ((502, {"ok": False, "description": "Bad Gateway"}), "Bad Gateway"),
    ],
)
async def test_any_other_failure_is_told_in_words_without_the_token(answer, why: str):
    assert await ask(getMe=answer) == Unreached(why)


def test_watches_whose_last_visit_alone_went_wrong_are_counted_and_need_nothing():
    found = replace(WELL, watches=(Watched(4, "Mines", 1, "404"), Watched(5, "Steel", 0, "")))
    (line,) = [finding.line for finding in examine(found) if finding.topic == "watches"]
    assert "2; the last visit of 1 went wrong, and is tried again" in line
