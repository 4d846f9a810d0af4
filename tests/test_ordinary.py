"""Ordinary words: what is spelt right is read as it stands, and only a slip is taken for a word of ours."""

from __future__ import annotations

import pytest

from bot.asking.ordinary import is_form_of, is_ordinary
from bot.asking.spelling import spell
from bot.asking.words import cut


def spelt(text: str) -> tuple[str, ...]:
    return spell(cut(text), ())


@pytest.mark.parametrize("word", ["police", "extension", "pilot", "gross", "shortage", "failures"])
def test_a_word_of_everyday_english_is_no_slip_for_one_of_ours(word: str):
    assert spelt(word) == (word,)


@pytest.mark.parametrize(
    ("word", "meant"),
    [("magnests", "magnets"), ("overdoo", "overdue"), ("capcity", "capacity"), ("milstone", "milestone")],
)
def test_a_slip_of_the_finger_is_read_as_what_it_meant(word: str, meant: str):
    assert spelt(word) == (meant,)


def test_another_form_of_a_word_of_ours_is_that_word():
    assert spelt("requires approves") == ("required", "approvals")
    assert is_form_of("projections", "projection")
    assert not is_form_of("police", "policy")


@pytest.mark.parametrize("word", ["स्थापित", "बताया", "बढ़ाया"])
def test_a_hindi_word_is_never_taken_for_another_that_sounds_otherwise(word: str):
    assert spelt(word)[0] not in ("स्थगित", "बकाया")


@pytest.mark.parametrize(("word", "meant"), [("प्रतिशात", "प्रतिशत"), ("तैयारी", "तैयार")])
def test_a_hindi_word_in_another_spelling_or_form_is_the_same(word: str, meant: str):
    assert spelt(word) == (meant,)


def test_a_word_that_nobody_uses_is_not_ordinary():
    assert is_ordinary("market")
    assert not is_ordinary("mrket")
    assert not is_ordinary('"": 7')
