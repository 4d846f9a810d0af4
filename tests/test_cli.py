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


# ---------------------------------------------------------------- words that ask for nothing that can be done


@pytest.mark.parametrize("words", [("ask", ""), ("ask", "--json", " "), ("export", "figures", "x.pdf")])
def test_wrong_usage_is_one_line_and_exit_2(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]):
    assert cli.run(words) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert not list(Path().iterdir())


def test_news_from_a_pipe_needs_no_dash(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.setattr("sys.stdin", io.StringIO('{"id": "1", "title": "A"}\n'))
    assert cli.run(("triage",)) == 0
    assert json.loads(capsys.readouterr().out)["id"] == "1"


def test_at_a_keyboard_triage_says_where_news_comes_from(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    assert cli.run(("triage",)) == 2
    assert "lodestone triage < FILE" in capsys.readouterr().err


def test_the_language_of_answers_may_be_chosen(capsys: pytest.CaptureFixture[str]):
    assert cli.run(("ask", "--lang", "hi", "what is NdPr")) == 0
    assert "स्रोत" in capsys.readouterr().out


def test_a_dry_run_of_an_import_says_what_would_change_and_saves_nothing(capsys: pytest.CaptureFixture[str]):
    cli.run(("export", "milestones", "plan.csv"))
    before = Path("plan.csv").read_bytes()
    Path("news.csv").write_text(
        "title,category,status,due,done,organisation,place,source_url,note\n"
        "A line opens in Vizag,plant,planned,2027-Q2,,IREL,Vizag,https://irel.example/1,\n",
        encoding="utf-8",
    )
    capsys.readouterr()
    assert cli.run(("import", "--dry-run", "milestones", "news.csv")) == 0
    assert capsys.readouterr().out == "milestones: 1 new, 0 changed, if it were taken; nothing was saved\n"
    cli.run(("export", "milestones", "plan.csv"))
    assert Path("plan.csv").read_bytes() == before
