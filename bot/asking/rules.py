"""The rules by which numbers may be computed, each by its name; the guard computes them over again by the same names."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

KG_IN_A_TONNE = 1_000


def _one(values: Sequence[float]) -> float:
    return values[0]


def _over(values: Sequence[float]) -> float:
    return values[0] / values[1] if values[1] else math.nan


def _growth(values: Sequence[float]) -> float:
    return 100 * (values[0] - values[1]) / abs(values[1]) if values[1] else math.nan


def _compound(values: Sequence[float]) -> float:
    """Later, earlier, years."""
    later, earlier, years = values
    if earlier <= 0 or later < 0 or years <= 0:
        return math.nan
    return float(100 * ((later / earlier) ** (1 / years) - 1))


RULES: dict[str, Callable[[Sequence[float]], float]] = {
    "": _one,  # a row's own value
    "sum": math.fsum,
    "none": lambda _values: 0.0,  # of all these rows, none counts
    "difference": lambda values: values[0] - values[1],
    "share": lambda values: 100 * _over(values),
    "share_apart": lambda values: 100 - 100 * _over(values),
    "ratio": _over,
    "growth": _growth,  # later, earlier -> %
    "compound": _compound,  # later, earlier, years -> % a year
    "average": lambda values: math.fsum(values) / len(values),
    "unit_value": lambda values: _over((values[0], values[1] * KG_IN_A_TONNE)),
    "conversion": lambda values: values[0] * values[1],  # dollars, rupees to the dollar
    "conversion_back": _over,  # rupees, rupees to the dollar
    "points": lambda values: values[0] - values[1],  # of two percentages
    "share_points": lambda values: 100 * (_over(values[:2]) - _over(values[2:])),
    "share_points_apart": lambda values: -100 * (_over(values[:2]) - _over(values[2:])),
    "unit_value_difference": lambda values: (_over(values[:2]) - _over(values[2:])) / KG_IN_A_TONNE,
    "unit_value_growth": lambda values: _growth((_over(values[:2]), _over(values[2:]))),
    "gap": lambda values: values[0] - math.fsum(values[1:]),  # target, then each plant
    "progress": lambda values: 100 * math.fsum(values[1:]) / values[0] if values[0] else math.nan,
    "pace": lambda values: (
        (values[1] - math.fsum(values[2:])) / values[0] if values[0] else math.nan
    ),  # years, target, plants
    "kilograms": lambda values: math.fsum(values) * KG_IN_A_TONNE,
}


def apply(rule: str, values: Sequence[float]) -> float:
    """The number that a rule makes of these; KeyError for a rule that is none of ours."""
    return RULES[rule](values)
