"""The examples in docstrings, in every module that has any, are true."""

from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHOWN = [
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for folder in ("bot", "storage", "bench")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if ">>> " in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("module", SHOWN)
def test_the_examples_of_a_module_are_true(module: str):
    outcome = doctest.testmod(import_module(module))
    assert outcome.attempted
    assert not outcome.failed
