"""Numbers that the record names itself: indicators and products beyond those of the lexicon, found by the words of their names.

'Exploration projects' are an indicator of two words, all of which are said; 'monazite reserves' is a product beside a known indicator;
'neodymium production' is a product whose one indicator is said by its plain word.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from bot.asking.knowledge import stem
from bot.asking.words import folded

if TYPE_CHECKING:
    from bot.asking.parts import Parts

CORE = ("magnets", "oxides", "metals")  # products that the lexicon reads
# Indicators that have words of their own in the lexicon, or that questions of the plan ask for.
_READ = frozenset(
    "import_dependence processing_share reserves_share exchange_rate mine_output demand_growth capacity_target".split()
)
_GENERIC = folded("rare earth earths oxide oxides magnet magnets element elements and of")
_ALIKE = {"minimum": "min", "maximum": "max", "costs": "cost"}
_MISSION = "critical minerals"
_MEANT = ("ndfeb", "ndpr oxide")  # products that the lexicon tells from the basket


def indicator(parts: Parts) -> str:
    """An indicator of the record's own, all of whose words are said; "" when there is none."""
    said = _said(parts)
    named = parts.own_product
    found = [
        name
        for name in parts.known.indicators
        if "_" in name and name not in _READ and all(stem(word) in said for word in name.split("_"))
    ]
    held = [name for name in found if _is_meant(parts, name, named)]
    if held or not named:
        return max(held, key=len, default="")
    return _of_product(parts, named, said)


def _is_meant(parts: Parts, name: str, named: str) -> bool:
    """Whether the record has it for the product said, or it says itself what of."""
    pairs = parts.known.pairs
    if named and (name, named) in pairs:
        return True
    tells = any(at in parts.unread and stem(parts.spelt[at]) in name.split("_") for at in range(len(parts.spelt)))
    return tells or (not named and (name, "magnets") in pairs)


def _of_product(parts: Parts, named: str, said: frozenset[str]) -> str:
    """What the record has of a product: what is said of it by its plain word, or the one thing there is."""
    held = [name for name, product in parts.known.pairs if product == named]
    if any(mark.value in held for mark in parts.all("indicator")):
        return ""
    plain = [name for name in held if "_" not in name and stem(name) in said]
    if plain:
        return plain[0]
    return held[0] if len(held) == 1 and not parts.has("indicator") else ""


def product(parts: Parts) -> str:
    """A product of the record's own, by its whole name or by all of its telling words."""
    said = _said(parts)
    money = {
        at for mark in parts.all("unit") for at in range(mark.start, mark.end)
    }  # 'usd' is no product beside an amount
    whole = f" {' '.join('' if at in money else word for at, word in enumerate(parts.spelt))} "
    others = [name for name in parts.known.products if name not in CORE and not name.isdecimal()]
    spelt_out = [name for name in others if f" {name.casefold()} " in whole]
    found = spelt_out or [name for name in others if _tells(parts, name, said)]
    if found:
        return max(found, key=len)
    mission = parts.has("mission") and not parts.has("product", "magnets")
    return _MISSION if mission and _MISSION in others else ""


def _tells(parts: Parts, name: str, said: frozenset[str]) -> bool:
    """Whether each word that tells it from other products is said, by words that mean nothing else."""
    telling = _telling(name)
    free = {stem(parts.spelt[at]) for at in parts.unread}.intersection(telling)
    if not free or any(mark.value in _MEANT for mark in parts.all("product")):
        return False
    others = [_telling(other) for other in parts.known.products if other != name]
    alone = any(not any(word in other for other in others) for word in free)
    return alone or all(word in said for word in telling)


@lru_cache(maxsize=1_000)
def _telling(name: str) -> tuple[str, ...]:
    """The words of a product's name that tell it from others."""
    return tuple(stem(word) for word in name.casefold().replace("-", " ").split() if word not in _GENERIC)


def words(parts: Parts) -> frozenset[int]:
    """The places of the words that such a name explains."""
    names = f"{parts.own_indicator.replace('_', ' ')} {parts.own_product}".casefold().replace("-", " ").split()
    stems = {stem(word) for word in names}
    return frozenset(at for at, word in enumerate(parts.spelt) if stem(_ALIKE.get(word, word)) in stems)


def _said(parts: Parts) -> frozenset[str]:
    return frozenset(stem(_ALIKE.get(word, word)) for word in parts.spelt)
