"""Numbers in words, as India writes them (₹7,280 crore, 12,34,567) and as the world does (₹72.8 billion, 1,234,567).

Four digits that count, whole numbers in full, never an exponent; digits are Latin in both languages. Dollars and
tonnes are counted in millions in English whichever style, since the press of India writes them so, too; Hindi counts
all in lakh and crore. Knows nothing of sources: who says a number says it elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal

from babel.numbers import format_decimal

from bot.look.phrases import say

INDIAN = "indian"
WORLD = "world"
STYLES = (INDIAN, WORLD)

MINUS = "\u2212"

_DIGITS = 4  # digits that count
_EXACT_DECIMALS = 4  # an exact number with more decimals of its scale is written out
_WIDE = Context(prec=400, rounding=ROUND_HALF_EVEN)  # the largest float has 309 digits
_PERCENT = ("%", "points")


@dataclass(frozen=True, slots=True)
class Scale:
    """A word for a power of ten. `key` names the phrase; "" is one itself."""

    key: str
    size: Decimal


ONE = Scale("", Decimal(1))
_LAKHS = (
    Scale("lakh_crore", Decimal(10) ** 12),
    Scale("crore", Decimal(10) ** 7),
    Scale("lakh", Decimal(10) ** 5),
    ONE,
)
_MILLIONS = (
    Scale("trillion", Decimal(10) ** 12),
    Scale("billion", Decimal(10) ** 9),
    Scale("million", Decimal(10) ** 6),
    ONE,
)
_PLAIN = (ONE,)
_SCALED = ("USD", "INR", "t", "tpa")
_MONEY = ("USD", "INR", "USD/kg", "INR/kg")


def format_amount(
    value: float, unit: str, *, language: str = "en", style: str = INDIAN, signed: bool = False, exact: bool = False
) -> str:
    """A value and its unit as people say them; `signed` adds a plus, `exact` keeps every digit.

    ValueError for what is no number (an infinity).

    >>> format_amount(7.28e10, "INR"), format_amount(7.28e10, "INR", style="world")
    ('₹7,280 crore', '₹72.8 billion')
    >>> format_amount(2.2079e8, "USD"), format_amount(2.2079e8, "USD", language="hi")
    ('$220.8 million', '22.08 करोड़ डॉलर')
    """
    number = _decimal(value)
    scale, shown = _scaled(abs(number), unit, scales(unit, language, style), exact=exact)
    cents = unit in _MONEY and scale is ONE and _decimals(shown) > 0
    digits = grouped(shown, unit=unit, language=language, style=style, cents=cents)
    word = say(f"scale_{scale.key}", language) if scale.key else ""
    key = f"unit_{unit}" + ("_one" if shown == 1 and not word else "")
    text = say(key, language, n=f"{digits} {word}" if word else digits, unit=unit)
    return _sign(number, signed=signed) + text


def format_count(number: int, *, language: str = "en", style: str = INDIAN) -> str:
    """A whole number with its digits in groups."""
    return _sign(Decimal(number), signed=False) + grouped(Decimal(abs(number)), language=language, style=style)


def scales(unit: str, language: str, style: str) -> tuple[Scale, ...]:
    """The words that an amount of this unit may be counted in, largest first."""
    if unit not in _SCALED:
        return _PLAIN
    return _LAKHS if style == INDIAN and (language == "hi" or unit == "INR") else _MILLIONS


def grouped(number: Decimal, *, unit: str = "", language: str = "en", style: str = INDIAN, cents: bool = False) -> str:
    """Digits with commas: by lakh in the Indian style, by thousands in the world's, and for dollars in English."""
    western = style == WORLD or (language == "en" and unit.startswith("USD"))
    pattern = ("#,##0" if western else "#,##,##0") + (".00" if cents else ".#")
    return str(format_decimal(number, format=pattern, locale="en", decimal_quantization=False))


def rounded(number: Decimal, unit: str) -> Decimal:
    """To the digits that count: four, whole numbers in full; a percentage to one decimal, below ten to two."""
    if not number:
        return Decimal(0)
    places = _DIGITS - 1 - number.adjusted()
    if unit in _PERCENT and number.adjusted() >= 0:
        places = 2 if number < 10 else 1
    step = Decimal(1).scaleb(-max(places, 0))
    return number.quantize(step, context=_WIDE).normalize(_WIDE)


def _scaled(number: Decimal, unit: str, choices: tuple[Scale, ...], *, exact: bool) -> tuple[Scale, Decimal]:
    for scale in choices:
        part = _WIDE.divide(number, scale.size)
        shown = part if exact else rounded(part, unit)
        if shown >= 1 and not (exact and scale is not ONE and _decimals(shown) > _EXACT_DECIMALS):
            return scale, shown.normalize(_WIDE)
    return ONE, number if exact else rounded(number, unit)


def _decimals(number: Decimal) -> int:
    return max(0, -int(number.normalize(_WIDE).as_tuple().exponent))


def _decimal(value: float) -> Decimal:
    number = Decimal(str(value))
    if not number.is_finite():
        raise ValueError(f"{value} is no amount")
    return number


def _sign(number: Decimal, *, signed: bool) -> str:
    if number < 0:
        return MINUS
    return "+" if signed and number > 0 else ""
