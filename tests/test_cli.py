"""The command line as it is typed: words in any order, and a refusal of one line whatever happens."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from bot import cli, desk
from bot.asking.answers import Answer, Kind
from bot.sources.catalogue import CATALOGUE


@pytest.fixture(autouse=True)
def clean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """An empty directory, and no settings but the path of the file."""
    for name in ("TELEGRAM_BOT_TOKEN", "ADMIN_IDS", "TIMEZONE", "LODESTONE_SEED"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DATABASE_PATH", str(tmp_path / "store.db"))
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    "words",
    [
        ("export", "milestones", "--history", "plan.csv"),
        ("export", "--history", "milestones", "plan.csv"),
        ("export", "milestones", "plan.csv", "--history"),
    ],
)
def test_the_history_is_exported_wherever_its_flag_stands(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]):
    assert cli.run(words) == 0
    header, *rows = Path("plan.csv").read_text("utf-8").splitlines()
    assert "change" in header.split(",")
    assert len(rows) > 40
    assert capsys.readouterr().out == "milestones: written to plan.csv\n"


def test_a_new_store_watches_what_the_catalogue_names(capsys: pytest.CaptureFixture[str]):
    assert cli.run(("watch", "list", "--json")) == 0
    listed = [json.loads(line)["name"] for line in capsys.readouterr().out.splitlines()]
    assert listed == [entry.name for entry in CATALOGUE]


def test_an_empty_list_of_watches_says_how_to_add_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("LODESTONE_SEED", "0")
    assert cli.run(("watch", "list")) == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "nothing is watched; 'lodestone watch add URL' adds a source\n")


def test_a_line_of_news_that_is_no_json_is_refused_with_its_number(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr("sys.stdin", io.StringIO('{"id": "1", "title": "A"}\n{bad\n'))
    assert cli.run(("triage", "-")) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("line 2 is no JSON")
    assert said.err.count("\n") == 1


def test_a_mistake_of_ours_is_one_line_that_can_be_reported(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    def fails(*_: object, **__: object) -> None:
        raise ZeroDivisionError("two\nlines")

    monkeypatch.setattr(desk, "turn", fails)
    assert cli.run(("ask", "imports")) == 1
    said = capsys.readouterr().err
    assert "ZeroDivisionError: two lines; test_cli.py, line" in said
    assert "Traceback" not in said
    assert said.count("\n") == 1


@pytest.mark.parametrize(("value", "written"), [(3, "3"), (3.0, "3"), (3.5, "3.5"), (None, "null")])
def test_a_value_of_any_kind_of_number_goes_into_json(value: float | None, written: str):
    told = Answer(Kind.FIGURE, (), "", value=value)
    assert json.dumps(desk.as_json("?", told)["value"]) == written


def test_the_line_on_capacity_in_a_digest_has_its_source(capsys: pytest.CaptureFixture[str]):
    assert cli.run(("digest",)) == 0
    lines = capsys.readouterr().out.splitlines()
    (said,) = [line for line in lines if "target by" in line]
    assert said.endswith("(15 May 2026)")


def test_alone_without_a_token_it_says_so_and_ends(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """As in a container that was given none: there is nobody to talk to, and a chat would end at once, again and again."""
    with Path("/dev/null").open(encoding="utf-8") as nobody:
        monkeypatch.setattr("sys.stdin", nobody)
        assert cli.run(("run",)) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "TELEGRAM_BOT_TOKEN" in said


def test_a_file_or_a_pipe_is_somebody_to_talk_to(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    Path("questions").write_text("what is NdPr\n", encoding="utf-8")
    with Path("questions").open(encoding="utf-8") as typed:
        monkeypatch.setattr("sys.stdin", typed)
        assert cli.run(("run",)) == 0
    assert "Neodymium" in capsys.readouterr().out
