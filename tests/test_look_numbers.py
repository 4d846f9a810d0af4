"""Numbers in words: what is written can be read back, and nobody meets an exponent."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.look.numbers import STYLES, format_amount, format_count, rounded, scales
from bot.look.phrases import LANGUAGES, PHRASES

UNITS = ("USD", "INR", "t", "tpa", "%", "USD/kg", "INR/kg", "count", "x", "years", "points", "furlongs")

WORTH = {"lakh_crore": 1e12, "crore": 1e7, "lakh": 1e5, "million": 1e6, "billion": 1e9, "trillion": 1e12}

amounts = st.floats(allow_nan=False, allow_infinity=False, allow_subnormal=False, min_value=-1e18, max_value=1e18)


def read_back(text: str) -> float:
    """The number that a reader would take from the text."""
    found = re.search(r"[\d,]*\d(?:\.\d+)?", text)
    assert found, text
    number = float(found[0].replace(",", ""))
    for key, worth in WORTH.items():  # "lakh crore" stands before its parts
        if any(f" {PHRASES[f'scale_{key}'][language]}" in text for language in LANGUAGES):
            number *= worth
            break
    return -number if "\u2212" in text else number


@given(
    amounts, st.sampled_from(UNITS), st.sampled_from(LANGUAGES), st.sampled_from(STYLES), st.booleans(), st.booleans()
)
def test_what_is_written_reads_back_as_the_value(value, unit, language, style, signed, exact):
    text = format_amount(value, unit, language=language, style=style, signed=signed, exact=exact)
    assert read_back(text) == pytest.approx(value, rel=1e-9 if exact else 0.006)


@given(amounts, st.sampled_from(UNITS), st.sampled_from(LANGUAGES), st.sampled_from(STYLES), st.booleans())
def test_an_exponent_is_never_written(value, unit, language, style, exact):
    assert not re.search(r"\d[eE][+-]?\d", format_amount(value, unit, language=language, style=style, exact=exact))


@given(st.integers(-(10**15), 10**15), st.sampled_from(STYLES))
def test_a_count_keeps_every_digit(number, style):
    assert read_back(format_count(number, style=style)) == number


@given(st.floats(0.001, 1e17), st.floats(0.001, 1e17), st.sampled_from(UNITS))
def test_rounding_never_turns_an_order_round(one, other, unit):
    from decimal import Decimal

    small, large = sorted((one, other))
    assert rounded(Decimal(small), unit) <= rounded(Decimal(large), unit)


@pytest.mark.parametrize(
    ("value", "unit", "language", "style", "text"),
    [
        (7.28e10, "INR", "en", "indian", "₹7,280 crore"),
        (7.28e10, "INR", "en", "world", "₹72.8 billion"),
        (7.28e10, "INR", "hi", "indian", "₹7,280 करोड़"),
        (7.28e10, "INR", "hi", "world", "₹72.8 बिलियन"),
        (2.21e8, "USD", "en", "indian", "$221 million"),
        (2.21e8, "USD", "en", "world", "$221 million"),
        (2.2079e8, "USD", "en", "indian", "$220.8 million"),
        (2.2079e8, "USD", "hi", "indian", "22.08 करोड़ डॉलर"),
        (2.2079e8, "USD", "hi", "world", "220.8 मिलियन डॉलर"),
        (3.43e11, "INR", "en", "indian", "₹34,300 crore"),
        (1.5e12, "INR", "en", "indian", "₹1.5 lakh crore"),
        (250_000, "INR", "en", "indian", "₹2.5 lakh"),
        (99_999.6, "INR", "en", "indian", "₹1 lakh"),
        (999_999_999, "USD", "en", "world", "$1 billion"),
        (452_310, "USD", "en", "indian", "$452,310"),
        (53_748, "t", "en", "indian", "53,748 tonnes"),
        (452_310, "t", "en", "indian", "4,52,310 tonnes"),
        (452_310, "t", "en", "world", "452,310 tonnes"),
        (8.52e6, "t", "en", "indian", "8.52 million tonnes"),
        (8.52e6, "t", "hi", "indian", "85.2 लाख टन"),
        (1, "t", "en", "indian", "1 tonne"),
        (1e6, "t", "en", "indian", "1 million tonnes"),
        (6000, "tpa", "en", "indian", "6,000 tonnes a year"),
        (6000, "tpa", "hi", "indian", "6,000 टन प्रति वर्ष"),
        (72.963, "%", "en", "indian", "73%"),
        (90.4, "%", "hi", "indian", "90.4 प्रतिशत"),
        (3.051, "%", "en", "indian", "3.05%"),
        (52.3, "USD/kg", "en", "indian", "$52.30 per kg"),
        (2150, "INR/kg", "en", "indian", "₹2,150 per kg"),
        (89.244, "INR", "en", "indian", "₹89.24"),
        (12, "count", "en", "indian", "12"),
        (3.2, "x", "hi", "indian", "3.2 गुना"),
        (1, "years", "en", "indian", "1 year"),
        (4.2, "points", "en", "indian", "4.2 points"),
        (12, "furlongs", "en", "indian", "12 furlongs"),
        (0, "USD", "en", "indian", "$0"),
    ],
)
def test_amounts_read_as_people_write_them(value, unit, language, style, text):
    assert format_amount(value, unit, language=language, style=style) == text


def test_a_change_shows_its_sign_and_a_fall_always_does():
    assert format_amount(2.59e7, "USD", signed=True) == "+$25.9 million"
    assert format_amount(-2.59e7, "USD") == "\u2212$25.9 million"
    assert format_amount(0, "%", signed=True) == "0%"


def test_exact_keeps_every_digit_and_the_word_where_the_word_holds_them():
    assert format_amount(220_790_000, "USD", exact=True) == "$220.79 million"
    assert format_amount(220_790_123, "USD", exact=True) == "$220,790,123"
    assert format_amount(72.963, "%", exact=True) == "72.963%"


def test_a_number_that_is_none_is_refused():
    with pytest.raises(ValueError, match="no amount"):
        format_amount(float("inf"), "USD")


def test_every_scale_has_a_word_in_both_languages():
    for language in LANGUAGES:
        for style in STYLES:
            for scale in scales("INR", language, style):
                assert not scale.key or PHRASES[f"scale_{scale.key}"][language]
