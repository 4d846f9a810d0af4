"""What tests share: a fresh store, a clock that is told the time, a bare environment, and how hard properties try."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import asked_record as record
import pytest
from hypothesis import HealthCheck, settings

from bot.asking.context import Context
from bot.asking.knowledge import Known, known
from bot.asking.questions import Question
from bot.asking.reading import read
from bot.settings import Settings
from storage.store import Store

# `make test` draws few examples, the same each time; `make fuzz` many at random. Time is no judge: a slow machine is no fault.
_CALM = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
settings.register_profile(
    "default", derandomize=True, deadline=None, max_examples=40, stateful_step_count=20, suppress_health_check=_CALM
)
settings.register_profile(
    "fuzz", deadline=None, max_examples=2_000, stateful_step_count=60, suppress_health_check=_CALM, print_blob=True
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@dataclass
class Clock:
    """A clock that stands still until told."""

    at: datetime = field(default_factory=lambda: datetime(2026, 11, 24, 6, 30, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.at

    def tick(self, seconds: float = 1, **more: float) -> datetime:
        """Let time pass; the new time. Takes what timedelta takes."""
        self.at += timedelta(seconds=seconds if not more else 0, **more)
        return self.at


@pytest.fixture(autouse=True)
def logging_as_it_was():
    """A command sets up logging for its process; the next test finds it as it was."""
    root = logging.getLogger()
    level, handlers = root.level, list(root.handlers)
    yield
    root.setLevel(level)
    root.handlers[:] = handlers


@pytest.fixture
def now() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file without a row; to be copied, since migrating takes longer than most tests."""
    path = tmp_path_factory.mktemp("template") / "empty.db"
    Store(path).close()
    return path


@pytest.fixture
def store_path(tmp_path: Path, empty_file: Path) -> Path:
    """A migrated file of the test's own, closed."""
    path = tmp_path / "store.db"
    shutil.copyfile(empty_file, path)
    return path


@pytest.fixture
def store(store_path: Path) -> Iterator[Store]:
    """A store without a row."""
    with Store(store_path) as opened:
        yield opened


@pytest.fixture
def bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """No setting of the machine's reaches the test, and no .env file; set what is needed with `.setenv`."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return monkeypatch


@pytest.fixture(scope="session")
def names(tmp_path_factory: pytest.TempPathFactory) -> Known:
    """What the sample record names."""
    with record.fill(tmp_path_factory.mktemp("reading") / "store.db") as store:
        return known(store)


@pytest.fixture
def asked(names: Known):
    """Reads a question as on the record's day, after what was asked before."""

    def ask(text: str, before: str = "") -> Question:
        context = Context(before, record.NOW) if before else None
        return read(text, context, known=names, today=record.TODAY)

    return ask
