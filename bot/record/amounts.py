"""Amounts as people write them: 221 mn USD, Rs 7,280 crore, 2.5 lakh t, $1.2bn, 1,200 tonnes -> a number in base units.

Base units are those of the record: USD, INR, t, tpa, %, USD/kg, INR/kg, count, x. Knows nothing of which figure it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

_SCALES: Final = {
    Decimal(10) ** 3: "k thousand hazar hazaar हज़ार हजार",
    Decimal(10) ** 5: "lakh lakhs lac lacs लाख",
    Decimal(10) ** 6: "m mn mln mio million millions मिलियन",
    Decimal(10) ** 7: "cr crs crore crores करोड़ करोड",
    Decimal(10) ** 9: "b bn bln billion billions अरब arab बिलियन",
    Decimal(10) ** 12: "tn trn trillion ट्रिलियन",
}
_SCALE_OF: Final = {word: size for size, listed in _SCALES.items() for word in listed.split()}

# Each way of writing a unit, and what its number is multiplied by to be in the record's unit.
_UNITS: Final[dict[tuple[str, str], str]] = {
    ("USD", "1"): "usd us$ $ dollar dollars डॉलर",
    ("INR", "1"): "inr rs rs. ₹ re rupee rupees रुपये रुपए रुपया rupaye",
    ("t", "1"): "t mt tonne tonnes ton tons टन metric-ton metric-tonne metric-tons metric-tonnes",
    ("t", "1000"): "kt kilotonne kilotonnes",
    ("t", "0.001"): "kg kgs kilogram kilograms kilo किलो",
    (
        "tpa",
        "1",
    ): "tpa t/y t/yr t/a mtpa tpy t-a-year tonnes-a-year tonnes/year tonnes-per-year tonnes-per-annum t-per-year "
    "टन-प्रति-वर्ष टन-सालाना",
    ("tpa", "1000"): "ktpa",
    ("%", "1"): "% percent per-cent pct फीसदी प्रतिशत",
    ("USD/kg", "1"): "usd/kg $/kg usd-per-kg dollars-per-kg dollar/kg",
    ("INR/kg", "1"): "inr/kg rs/kg ₹/kg rs-per-kg rupees-per-kg inr-per-kg",
    ("count", "1"): "count number nos units संख्या",
    ("x", "1"): "x times गुना",
}
_UNIT_OF: Final = {
    word: (unit, Decimal(factor)) for (unit, factor), listed in _UNITS.items() for word in listed.split()
}

_NUMBER: Final = re.compile(r"[-−]?\d[\d,]*(?:\.\d+)?|[-−]?\.\d+")
_LONGEST: Final = 80
_MOST: Final = Decimal(10) ** 18


@dataclass(frozen=True, slots=True)
class Amount:
    """`unit` is '' when none was written."""

    value: float
    unit: str


def read_amount(text: str) -> Amount | None:
    """The whole text as an amount; None when it is not one. Any text is safe.

    >>> read_amount("Rs 7,280 crore"), read_amount("2.5 lakh t"), read_amount("221 mn USD")
    (Amount(value=72800000000.0, unit='INR'), Amount(value=250000.0, unit='t'), Amount(value=221000000.0, unit='USD'))
    """
    if len(text) > _LONGEST:
        return None
    plain = text.strip().lower().translate(_DIGITS)
    number = _NUMBER.search(plain)
    if number is None:
        return None
    value = _value(number[0])
    before, after = plain[: number.start()].strip(), plain[number.end() :].strip()
    scaled = _scaled(after)
    unit = _unit(before, scaled[1]) if scaled else None
    if value is None or scaled is None or unit is None:
        return None
    result = value * scaled[0] * unit[1]
    return Amount(float(result), unit[0]) if abs(result) < _MOST else None


_DIGITS: Final = {ord("०") + digit: str(digit) for digit in range(10)}


def _value(digits: str) -> Decimal | None:
    try:
        return Decimal(digits.replace(",", "").replace("−", "-"))
    except InvalidOperation:
        return None


def _scaled(after: str) -> tuple[Decimal, str] | None:
    """The magnitudes that follow the number (lakh crore is both), and what is left."""
    size, words = Decimal(1), re.sub(r"(?<=[a-z])(?=[$₹])", " ", after).split()
    while words and words[0].rstrip(".") in _SCALE_OF and not (words[0] == "m" and len(words) > 1 and words[1] == "t"):
        size *= _SCALE_OF[words[0].rstrip(".")]
        words = words[1:]
    return size, " ".join(words)


def _unit(before: str, after: str) -> tuple[str, Decimal] | None:
    """The unit written before the number (a currency) and after it; None when either is no unit, or they contradict."""
    ahead, behind = (_UNIT_OF.get(_joined(words)) for words in (before, after))
    if (before and ahead is None) or (after and behind is None and not _per_kg(before, after)):
        return None
    if ahead and _per_kg(before, after):
        return f"{ahead[0]}/kg", Decimal(1)
    if ahead and behind and ahead != behind:
        return None
    return behind or ahead or ("", Decimal(1))


def _per_kg(before: str, after: str) -> bool:
    return bool(before) and _joined(after) in ("/kg", "per-kg", "a-kg", "प्रति-किलो")


def _joined(words: str) -> str:
    return re.sub(r"\s*/\s*", "/", re.sub(r"\s+", "-", words.rstrip(" ."))) if words != "rs." else "rs."
