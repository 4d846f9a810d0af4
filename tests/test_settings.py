"""Settings: every fault at once with its remedy, the table of them kept true, and no secret on any screen."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.settings import Settings, SettingsError, load

EXAMPLE = Path(__file__).parent.parent / ".env.example"
TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"


@pytest.fixture(autouse=True)
def _bare(bare_environment: pytest.MonkeyPatch):
    """Nothing of the machine's own."""


def test_the_example_names_exactly_the_settings():
    named = re.findall(r"^([A-Z_]+)=", EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(named) == sorted(name.upper() for name in Settings.model_fields)


def test_the_example_shows_the_defaults():
    assert load(EXAMPLE) == load(None)


def test_every_setting_of_the_example_is_explained():
    for before, line in pairwise(EXAMPLE.read_text(encoding="utf-8").splitlines()):
        if re.match(r"[A-Z_]+=", line):
            assert before.startswith("#") or re.match(r"[A-Z_]+=", before), line


def test_without_any_setting_the_defaults_stand():
    settings = load(None)
    assert (settings.token, settings.database_path, settings.zone) == (
        "",
        Path("data/lodestone.db"),
        ZoneInfo("Asia/Kolkata"),
    )
    assert (settings.lodestone_seed, settings.open_access, settings.poll_seconds) == (True, False, 30)


def test_settings_are_read_from_the_environment_and_from_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    (tmp_path / ".env").write_text(f"TELEGRAM_BOT_TOKEN={TOKEN}\nOPEN_ACCESS=1\nADMIN_IDS=5, 7;9\n")
    monkeypatch.setenv("OPEN_ACCESS", "0")
    settings = load()
    assert (settings.token, settings.admin_ids, settings.open_access) == (TOKEN, (5, 7, 9), False)


def test_a_blank_setting_is_the_default(monkeypatch: pytest.MonkeyPatch):
    for name in Settings.model_fields:
        monkeypatch.setenv(name.upper(), "  ")
    assert load(None) == Settings.model_construct()


WRONG = {
    "TELEGRAM_BOT_TOKEN": ("hello", "copy it from @BotFather"),
    "TELEGRAM_API_URL": ("api.telegram.org", "it begins with https://"),
    "ADMIN_IDS": ("5, @asha", "'@asha' is no Telegram user id; write numbers"),
    "OPEN_ACCESS": ("perhaps", "boolean"),
    "TIMEZONE": ("Asia/Atlantis", "'Asia/Atlantis' is no time zone; write one of the IANA names"),
    "POLL_SECONDS": ("0", "greater than 0"),
    "WEBHOOK_URL": ("ftp://x", "it begins with https://"),
    "WEBHOOK_LISTEN": ("8443", "write 127.0.0.1:8080"),
    "HEALTH_LISTEN": ("everywhere", "write 127.0.0.1:8080"),
    "LOG_FORMAT": ("xml", "'text' or 'json'"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_setting_is_named_with_its_remedy(monkeypatch: pytest.MonkeyPatch, name: str):
    value, remedy = WRONG[name]
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as told:
        load(None)
    assert str(told.value).startswith(f"{name}: ")
    assert remedy in str(told.value)
    assert "\n" not in str(told.value)


def test_every_fault_is_told_at_once(monkeypatch: pytest.MonkeyPatch):
    for name, (value, _) in WRONG.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as told:
        load(None)
    assert sorted(line.partition(":")[0] for line in str(told.value).splitlines()) == sorted(WRONG)


@pytest.mark.parametrize("name", ["TELEGRAM_BOT_TOKEN", "WEBHOOK_SECRET", "COMTRADE_KEY"])
def test_no_secret_is_ever_shown(monkeypatch: pytest.MonkeyPatch, name: str):
    monkeypatch.setenv(name, TOKEN)
    monkeypatch.setenv("LOG_FORMAT", "text")
    settings = load(None)
    assert TOKEN not in repr(settings) + str(settings) + str(settings.model_dump()) + settings.model_dump_json()


def test_a_wrong_token_is_not_repeated_in_the_complaint(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "123456789 AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw")
    with pytest.raises(SettingsError) as told:
        load(None)
    assert "AAHdq" not in str(told.value)
