"""Settings from the environment or .env; every fault is told at once, with its remedy.

`.env.example` is the table of them, and a test keeps the two equal.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{20,}")
_LISTEN = re.compile(r"[^:\s]*:\d{1,5}")
_LAST_PORT = 65535


class SettingsError(Exception):
    """One line a fault: the setting, what is wrong, what to do."""


class Settings(BaseSettings):
    """What an operator may set. Field names are the variables' names in lower case."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True, hide_input_in_errors=True
    )

    telegram_bot_token: SecretStr | None = None
    telegram_api_url: str = "https://api.telegram.org"
    admin_ids: Annotated[tuple[int, ...], NoDecode] = ()
    open_access: bool = False
    database_path: Path = Path("data/lodestone.db")
    timezone: str = "Asia/Kolkata"
    poll_seconds: Annotated[float, Field(gt=0, le=3600)] = 30
    allow_private_urls: bool = False
    lodestone_seed: bool = True
    webhook_url: str = ""
    webhook_listen: str = "127.0.0.1:8443"
    webhook_secret: SecretStr | None = None
    comtrade_url: str = ""
    federal_register_url: str = ""
    comtrade_key: SecretStr | None = None
    contact: str = ""
    health_listen: str = ""
    backup_dir: Path | None = None
    log_format: Literal["text", "json"] = "text"

    @field_validator("*", mode="before")
    @classmethod
    def _blank_is_unset(cls, value: Any, info: Any) -> Any:
        """`NAME=` in .env means the default."""
        if isinstance(value, str) and not value.strip():
            return cls.model_fields[info.field_name].default
        return value.strip() if isinstance(value, str) else value

    @field_validator("telegram_bot_token")
    @classmethod
    def _token(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError("is no bot token; copy it from @BotFather, it looks like 123456789:AAH...")
        return value

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _ids(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        parts = [part for part in re.split(r"[,;\s]+", value) if part]
        wrong = [part for part in parts if not part.isdecimal()]
        if wrong:
            what = f"'{wrong[0]}' is no Telegram user id; write numbers, as 123456789,987654321"
            raise ValueError(f"{what} (send /start to learn yours)")
        return tuple(int(part) for part in parts)

    @field_validator("timezone")
    @classmethod
    def _zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError, OSError):
            what = f"'{value}' is no time zone; write one of the IANA names"
            raise ValueError(f"{what}, as Asia/Kolkata or Europe/London") from None
        return value

    @field_validator("telegram_api_url", "webhook_url", "comtrade_url", "federal_register_url")
    @classmethod
    def _address(cls, value: str) -> str:
        if value and not value.startswith(("http://", "https://")):
            raise ValueError("is no web address; it begins with https:// (or http:// on your own machine)")
        return value.rstrip("/")

    @field_validator("webhook_listen", "health_listen")
    @classmethod
    def _listen(cls, value: str) -> str:
        if value and not (_LISTEN.fullmatch(value) and int(value.rpartition(":")[2]) <= _LAST_PORT):
            raise ValueError("is no address to listen on; write 127.0.0.1:8080")
        return value

    @property
    def token(self) -> str:
        """The bot token in the clear, or ''."""
        return self.telegram_bot_token.get_secret_value() if self.telegram_bot_token else ""

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)


def load(env_file: Path | None = Path(".env")) -> Settings:
    """The settings in force. Raises SettingsError with every fault, a line each."""
    try:
        return Settings(_env_file=env_file)
    except ValidationError as error:
        raise SettingsError("\n".join(_line(fault) for fault in error.errors())) from error


def _line(fault: Any) -> str:
    name = str(fault["loc"][0]).upper() if fault["loc"] else "settings"
    what = str(fault["msg"]).removeprefix("Value error, ")
    return f"{name}: {what[:1].lower()}{what[1:]}"
