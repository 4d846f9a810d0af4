"""The files that put it on a server name what exists: commands, settings, paths, metrics. No engine is needed."""

from __future__ import annotations

import re
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.cli import _parser
from bot.health import Snapshot, families
from bot.settings import Settings

ROOT = Path(__file__).parent.parent
DOCKERFILE = (ROOT / "Dockerfile").read_text()
COMPOSE = (ROOT / "compose.yaml").read_text()
UNIT = (ROOT / "deploy" / "lodestone.service").read_text()
LITESTREAM = (ROOT / "deploy" / "litestream.yml").read_text()
OPERATOR = (ROOT / "docs" / "operator.md").read_text()
MAKEFILE = (ROOT / "Makefile").read_text()

SETTINGS = {name.upper() for name in Settings.model_fields}
OTHERS = {"PATH", "PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE", "MPLCONFIGDIR"}  # of Python and of matplotlib
REPLICA = {"REPLICA_URL", "LITESTREAM_ACCESS_KEY_ID", "LITESTREAM_SECRET_ACCESS_KEY"}


def every(pattern: str, text: str) -> list:
    """All that matches; ^ and $ are the ends of a line."""
    return re.findall(pattern, text, re.MULTILINE)


def first(pattern: str, text: str) -> re.Match[str]:
    found = re.search(pattern, text, re.MULTILINE)
    assert found, f"no line like {pattern}"
    return found


def commands() -> set[str]:
    (sub,) = (action for action in _parser()._actions if action.dest == "command")
    return set(sub.choices)


def names_set(text: str) -> dict[str, str]:
    """NAME=value, wherever they stand."""
    return dict(re.findall(r"\b([A-Z][A-Z_]{3,})=(\S*)", text))


# ---------------------------------------------------------------- the image


def test_the_image_sets_only_settings_that_exist():
    assert set(names_set(DOCKERFILE)) - OTHERS <= SETTINGS


def test_the_image_copies_only_what_is_there():
    copied = [word for line in every(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE) for word in line.split()]
    assert copied
    assert [name for name in copied if not (ROOT / name).exists()] == []


def test_the_image_runs_a_command_that_exists_as_a_user_without_privileges():
    program, command = first(r'^CMD \["(\w+)", "(\w+)"\]', DOCKERFILE).groups()
    assert program in tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["scripts"]
    assert command in commands()
    assert int(first(r"^USER (\d+)$", DOCKERFILE)[1]) >= 10000
    assert f"--uid {first(r'^USER (.+)$', DOCKERFILE)[1]} " in DOCKERFILE


def test_the_image_asks_the_page_that_it_serves():
    listen = names_set(DOCKERFILE)["HEALTH_LISTEN"]
    assert f"http://{listen}/healthz" in first(r"^HEALTHCHECK .+$", DOCKERFILE)[0]


def test_the_image_leaves_out_no_list_that_is_read():
    removed = set(every(r"cities(\d+)\.json", DOCKERFILE))
    read = {size for path in ROOT.glob("bot/**/*.py") for size in every(r"min_city_population=(\d+)", path.read_text())}
    assert removed
    assert read.isdisjoint(removed)


# ---------------------------------------------------------------- compose, the unit, the replica


def test_compose_sets_only_settings_that_exist():
    named = set(every(r"^ {6}([A-Z][A-Z_]+):", COMPOSE)) | set(re.findall(r"\$\{([A-Z_]+)", COMPOSE))
    assert named <= SETTINGS | REPLICA
    assert [path for path in re.findall(r"- (\./[^:]+):", COMPOSE) if not (ROOT / path).exists()] == []


def test_the_container_may_write_its_volume_and_nothing_else():
    assert "read_only: true" in COMPOSE
    assert "cap_drop: [ALL]" in COMPOSE
    assert "no-new-privileges:true" in COMPOSE
    written = [value for name, value in names_set(DOCKERFILE).items() if name in ("DATABASE_PATH", "MPLCONFIGDIR")]
    written += re.findall(r"(?:DATABASE_PATH|BACKUP_DIR): (\S+)", COMPOSE)
    assert all(path.startswith("/data/") for path in written)


def test_the_replica_reads_the_bots_file_as_the_bots_user():
    assert re.search(r"path: (\S+)", LITESTREAM)[1] == names_set(DOCKERFILE)["DATABASE_PATH"]
    user = first(r"^USER (\d+)$", DOCKERFILE)[1]
    assert f'user: "{user}:{user}"' in COMPOSE


def test_the_unit_starts_a_command_that_exists_and_writes_only_where_it_may():
    assert first(r"^ExecStart=\S+/\.venv/bin/lodestone (\w+)$", UNIT)[1] in commands()
    assert set(every(r"(?:^Environment=| )([A-Z][A-Z_]{3,})=", UNIT)) <= SETTINGS | OTHERS
    state = first(r"^StateDirectory=(\w+)$", UNIT)[1]
    assert f"DATABASE_PATH=/var/lib/{state}/" in UNIT
    assert "ProtectSystem=strict" in UNIT


def test_the_unit_comes_back_after_a_crash():
    """Python ends with 1 on a crash: whoever stays down on 1 stays down for good."""
    assert "Restart=on-failure" in UNIT
    assert "1" not in " ".join(every(r"^RestartPreventExitStatus=(.*)$", UNIT)).split()


# ---------------------------------------------------------------- the locks


def locked(name: str) -> dict[str, set[str]]:
    """Each pinned package with its hashes."""
    text = (ROOT / name).read_text().replace("\\\n", " ")
    return {
        line.split(" --hash")[0].strip(): set(re.findall(r"--hash=(\S+)", line))
        for line in text.splitlines()
        if "==" in line
    }


def test_a_server_gets_the_very_versions_that_were_tested():
    run, everything = locked("requirements.run.lock"), locked("requirements.lock")
    assert {pin: everything.get(pin) for pin in run} == run


@pytest.mark.parametrize("name", ["requirements.lock", "requirements.run.lock"])
def test_every_pin_has_a_hash_and_no_index_is_named(name: str):
    assert [pin for pin, hashes in locked(name).items() if not hashes] == []
    assert "://" not in (ROOT / name).read_text()


def test_the_image_holds_what_runs_and_no_tools():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    installed = {re.split(r"[=\[]", pin)[0] for pin in locked("requirements.run.lock")}
    needed = {re.split(r"[\[>=<]", need)[0] for need in project["project"]["dependencies"]}
    assert needed <= installed
    assert installed.isdisjoint({"pytest", "mypy", "ruff", "uv", "hypothesis"})
    assert "requirements.run.lock" in DOCKERFILE


# ---------------------------------------------------------------- the operator's guide


def test_the_guide_names_only_commands_that_exist():
    code = "\n".join(_code(OPERATOR))
    named = set(every(r"(?:^|[` ])(?:\.venv/bin/)?lodestone (?!lodestone)([a-z]+)\b", code))
    assert named
    assert named <= commands() | {"python"}
    made = set(re.findall(r"\bmake ([a-z]+)", "\n".join(_code(OPERATOR))))
    assert made <= set(every(r"^([a-z]+):", MAKEFILE))


def test_the_guide_names_only_settings_that_exist():
    assert set(names_set("\n".join(_code(OPERATOR)))) <= SETTINGS | REPLICA


def test_the_guide_names_only_metrics_that_exist():
    now = datetime(2026, 3, 2, tzinfo=UTC)
    full = Snapshot(now, now, now, now, now, {"dead": 1}, last_backup=now, disk_free=1, database_size=1)
    served = {sample.name for family in families(full) for sample in family.samples}
    named = set(re.findall(r"\blodestone_[a-z_]+", OPERATOR))
    assert named
    assert named <= served


def test_every_page_of_the_guides_links_to_places_that_exist():
    pages = [
        ROOT / name
        for name in ("CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "docs/operator.md", "docs/decisions.md")
    ]
    assert [link for page in pages for link in _broken(page)] == []


def _code(page: str) -> list[str]:
    return re.findall(r"```\w*\n(.*?)```", page, re.DOTALL) + re.findall(r"`([^`\n]+)`", page)


def _broken(page: Path) -> list[str]:
    links = re.findall(r"\]\(([^)\s]+)\)", page.read_text())
    return [f"{page.name}: {link}" for link in links if not link.startswith("http") and not _is_there(page, link)]


def _is_there(page: Path, link: str) -> bool:
    file, _, anchor = link.partition("#")
    target = (page.parent / file) if file else page
    return target.exists() and (not anchor or anchor in _anchors(target))


def _anchors(page: Path) -> set[str]:
    titles = every(r"^#+ (.+)$", page.read_text())
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}
