"""What `make bench` measures with, on tiny sizes: that it runs and reckons right. How fast anything is, is no test's matter."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
from contextlib import suppress
from itertools import islice
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from bench import __main__ as program  # noqa: E402 - found by the line above
from bench.asking import SENTENCES, sentences  # noqa: E402
from bench.data import figures, items, large_store, milestones  # noqa: E402
from bench.lines import Line, Rule, Sample, at_most, percentile, settled, table  # noqa: E402
from bench.measures import MEASURES  # noqa: E402
from bench.soak import Progress  # noqa: E402


def test_a_line_is_the_median_of_its_runs_against_the_bound_of_its_floor():
    """One slow run among three is weather."""
    rules = {"it": Rule("a thing", "ms", lambda floor: 2 * floor, "doing nothing")}
    runs = [{"it": Sample(9.0, 5.0)}, {"it": Sample(3.0, 4.0)}, {"it": Sample(4.0, 2.0)}]
    assert settled(rules, runs) == [Line("a thing", "ms", 4.0, 8.0, 4.0, "doing nothing", (9.0, 3.0, 4.0))]


def test_a_line_above_its_bound_is_said_not_to_hold():
    held, not_held = Line("a", "ms", 10.0, 10.0), Line("b", "ms", 10.5, 10.0)
    assert [each.held for each in (held, not_held)] == [True, False]
    assert "NOT HELD" in table([not_held])
    assert "NOT HELD" not in table([held])


def test_a_bound_without_a_floor_stands_by_itself():
    (line,) = settled({"it": Rule("a thing", "s", at_most(10))}, [{"it": Sample(3.0)}])
    assert (line.most, line.floor) == (10, None)
    assert line.cells()[1] == "-"


def test_the_percentile_is_one_of_the_values():
    assert percentile(list(range(100)), 0.95) == 95
    assert percentile([7.0], 0.99) == 7.0


def test_made_records_have_no_two_alike():
    """A file with the same key twice would be a revision, not more data."""
    keys = {(each.product, each.partner, each.period, each.unit) for each in figures(2_000)}
    assert len(keys) == 2_000
    assert len({each.title for each in milestones(200)}) == 200
    assert len({each.guid for each in items(200)}) == 200


def test_made_news_is_the_same_in_every_run():
    assert list(items(5, 40)) == list(items(5, 40))
    assert next(iter(items(1, 41))) != next(iter(items(1, 40)))


def test_sixty_sentences_are_asked_in_changing_order_about_changing_things():
    assert len(SENTENCES) >= 60
    first, second = list(islice(sentences(2), len(SENTENCES))), list(sentences(2))[len(SENTENCES) :]
    assert first != second
    assert not any("{" in each for each in (*first, *second))


def test_a_large_store_holds_what_was_made(tmp_path):
    with large_store(tmp_path / "large.db", 500, 20) as store:
        assert len(store.figures.select("imports")) == 500
        assert len(store.milestones.all()) == 20


COUNTED = ("messages", "calls", "questions")  # of which there may be none


@pytest.mark.process
@pytest.mark.parametrize(
    ("name", "scale"),
    [
        ("asking", 0.005),
        ("triage", 0.01),
        ("search", 0.001),
        ("round", 0.01),
        ("question", 0.02),
        ("start", 0.01),
        ("cold", 0.01),
        ("broadcast", 0.01),
        ("soak", 0.001),
    ],
)
def test_each_measure_runs_small(tmp_path, name, scale):
    """In this process as in one of its own: a sample for each of its rules, with a floor where the rule names one."""
    measure = MEASURES[name]
    measure.prepare(tmp_path, scale)
    samples = measure.run(tmp_path, scale)
    assert samples.keys() == measure.rules.keys()
    for line, rule in measure.rules.items():
        assert samples[line].ours > 0 or rule.unit in COUNTED
        assert (samples[line].floor is not None) == bool(rule.floor_is)


def test_a_measure_that_broke_off_is_named_and_the_others_are_still_told(tmp_path, monkeypatch, capsys):
    """A long one may be killed; that is said, and costs no line but its own."""

    def measured(name: str, *_: object) -> list[Line]:
        if name == "soak":
            raise subprocess.CalledProcessError(-9, [name])
        return [Line("a thing", "ms", 1.0, 2.0)]

    monkeypatch.setattr(program, "RESULTS", tmp_path / "results.md")
    monkeypatch.setattr(program, "_measured", measured)
    assert program.main(["soak", "triage"]) == 1
    written = (tmp_path / "results.md").read_text()
    assert "soak was ended by SIGKILL and is not measured." in written
    assert "| a thing | - | 1 ms | 2 ms | held |" in written
    assert "SIGKILL" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("end", "how"), [(None, "whole"), (asyncio.CancelledError(), "by SIGTERM"), (ValueError("x"), "x")]
)
def test_a_soak_says_how_it_ended_however_it_ended(capsys, end, how):
    progress = Progress(100, asked=40, signal="SIGTERM")
    with suppress(BaseException), progress.told():
        if end:
            raise end
    assert re.search(rf"soak: ended .*{how}.* after 40 of 100 updates", capsys.readouterr().err)


def test_the_results_are_printed_and_written_with_the_machine(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(program, "RESULTS", tmp_path / "results.md")
    monkeypatch.setattr(program, "_measured", lambda *_: [Line("a thing", "ms", 3.0, 2.0)])
    assert program.main(["triage"]) == 1
    written = (tmp_path / "results.md").read_text()
    assert "| a thing | - | 3 ms | 2 ms | NOT HELD |" in written
    assert "Python 3." in written
    assert "a thing" in capsys.readouterr().out
