"""The grammar of partners: countries by any name, in English, Hindi, or Hindi in Latin letters. Names come from CLDR, through babel."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from bot.asking.lexicon.countries import ENDINGS, ENDINGS_HI, HOME, NICKNAMES, NO_COUNTRY
from bot.asking.marks import lexicon
from bot.asking.ordinary import is_ordinary
from bot.asking.spelling import nearest, slip_for
from bot.asking.words import Word, cut, folded, latin, sound

if TYPE_CHECKING:
    from collections.abc import Sequence

WORLD = "World"
INDIA = "India"


@dataclass(frozen=True, slots=True)
class Country:
    """A country at words[start:end]; `name` is its English one. `people`: said as an adjective (Chinese)."""

    name: str
    start: int
    end: int
    people: bool = False


@cache
def _codes() -> dict[str, str]:
    """Territory codes and the English names by which the record knows them."""
    from babel import Locale

    skipped = set(NO_COUNTRY.split(", "))
    names = Locale("en").territories
    return {
        code: _short(name) for code, name in names.items() if len(code) == 2 and code.isalpha() and code not in skipped
    }


def _short(name: str) -> str:
    return name.partition(" (")[0].partition(" SAR ")[0]


@cache
def _names() -> dict[tuple[str, ...], str]:
    """Every name, as folded words -> code."""
    from babel import Locale

    hindi = Locale("hi").territories
    found: dict[tuple[str, ...], str] = {}
    for code, name in _codes().items():
        for spelling in (hindi.get(code, ""), name):
            words = tuple(word.text for word in cut(_short(spelling)) if not word.mark)
            if words:
                found[words] = code
    for code, text in NICKNAMES.items():
        for part in text.replace("\n", " ").split(","):
            found[tuple(word.text for word in cut(part))] = code
    return found


@cache
def _first() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, code in sorted(_names().items(), key=lambda item: -len(item[0])):
        found.setdefault(words[0], []).append((words, code))
    return found


@cache
def _singles() -> dict[str, str]:
    """Names of one word -> code."""
    return {words[0]: code for words, code in _names().items() if len(words) == 1}


@cache
def _by_sound() -> dict[str, str]:
    """Hindi names as they sound, so that jarmani and cheen are heard."""
    heard = {sound(latin(word)): code for word, code in _singles().items() if not word.isascii() and len(word) > 2}
    return {key: code for key, code in heard.items() if len(key) > 2} | {sound("chin"): "CN"}


def is_name(text: str) -> bool:
    """Whether a word by itself names a country and is to be left as it is spelt."""
    return text in _singles() or text in _first()


def countries(words: Sequence[Word], partners: tuple[str, ...] = ()) -> tuple[Country, ...]:
    """The countries in these words, from left to right; `partners` are names that the record uses beside."""
    own = _partners(partners)
    texts = tuple(word.text for word in words)
    found: list[Country] = []
    at = 0
    while at < len(texts):
        country = _own(texts, at, own) or _by_code(words, at, partners) or _at(words, texts, at)
        if country is not None:
            found.append(country)
        at = country.end if country else at + 1
    return tuple(found)


def _by_code(words: Sequence[Word], at: int, partners: tuple[str, ...]) -> Country | None:
    """DE, IT: the two letters of a partner of ours, in capitals where not all is."""
    raw = words[at].raw
    if (
        len(raw) != 2
        or not raw.isupper()
        or (all(word.raw.isupper() for word in words if word.raw.isalpha()) and len(words) > _TERSE)
    ):
        return None
    name = _codes().get(raw)
    return Country(name, at, at + 1) if name in partners else None


_TERSE = 3  # words


@lru_cache(maxsize=8)
def _partners(partners: tuple[str, ...]) -> dict[tuple[str, ...], str]:
    """The record's partners by their names, and by their two letters where those are no word."""
    own = {tuple(word.text for word in cut(name)): name for name in partners}
    codes = {(code.casefold(),): name for code, name in _codes().items() if name in partners}
    return own | {words: name for words, name in codes.items() if words[0] not in lexicon().known}


def _own(texts: tuple[str, ...], at: int, own: dict[tuple[str, ...], str]) -> Country | None:
    for length in (4, 3, 2, 1):
        name = own.get(texts[at : at + length])
        if name and name not in (WORLD, INDIA) and len(texts[at : at + length]) == length:
            return Country(name, at, at + length)
    return None


def _at(words: Sequence[Word], texts: tuple[str, ...], at: int) -> Country | None:
    for name, code in _first().get(texts[at], ()):
        if texts[at : at + len(name)] == name and not _is_pronoun(words, at, code):
            return Country(_codes()[code], at, at + len(name), people=len(name) == 1 and _is_people(texts[at], code))
    if texts[at] == "us" and _is_the_states(words, at):
        return Country(_codes()["US"], at, at + 1)
    single = _single(texts[at]) or _in_hindi(texts, at)
    return Country(_codes()[single], at, at + 1, people=_adjective(texts[at]) == single) if single else None


def _in_hindi(texts: tuple[str, ...], at: int) -> str | None:
    """'chin se', 'chin ka': a country by its sound, where a small Hindi word follows what is English by itself."""
    after = texts[at + 1] if at + 1 < len(texts) else ""
    return (
        _heard(texts[at]) if after in _PARTICLES and texts[at] not in lexicon().known and len(texts[at]) > 3 else None
    )


_PARTICLES = frozenset(["se", "ka", "ke", "ki", "ko", "ne"])


def _is_people(text: str, code: str) -> bool:
    return (
        not _codes()[code].casefold().startswith(text)
        and text.isascii()
        and text.endswith(("ese", "an", "ish", "ch", "ss"))
    )


def _is_pronoun(words: Sequence[Word], at: int, code: str) -> bool:
    """'us' and 'no' are words before they are codes."""
    return code == "US" and words[at].text == "us"


def _is_the_states(words: Sequence[Word], at: int) -> bool:
    before = words[at - 1].text if at else ""
    return words[at].raw.isupper() or before == "the"


@lru_cache(maxsize=20_000)
def _single(text: str) -> str | None:
    """One word: an adjective of a country, Hindi in Latin letters, or a slip of the finger."""
    if len(text) < 3 or text in ("india", "indian", "indians") or not text[0].isalpha():
        return None
    if text in lexicon().known:
        return None
    if text in folded(HOME):
        return None
    found = _adjective(text)
    return found if found or is_ordinary(text) else _heard(text) or _slip(text)


def _adjective(text: str) -> str | None:
    singles = _singles()
    for ending in ENDINGS if text.isascii() else ENDINGS_HI:
        stem = text.removesuffix(ending)
        if stem == text or len(stem) < (4 if text.isascii() else 2):
            continue
        if stem in singles:
            return singles[stem]
        likely = [name for name in singles if name.startswith(stem) and len(name) - len(stem) <= 2]
        if len(likely) == 1:
            return singles[likely[0]]
    return None


def _heard(text: str) -> str | None:
    return _by_sound().get(sound(text)) if text.isascii() else None


def _slip(text: str) -> str | None:
    if len(text) < 4:
        return None
    name = nearest(text, tuple(name for name in _singles() if len(name) > 3 and name.isascii() == text.isascii()))
    return _singles()[name] if name and not _is_nearer_ours(text, name) else None


def _is_nearer_ours(text: str, name: str) -> bool:
    """Whether a slip is nearer to a word of ours than to a country: finishd is finished, and no Finn."""
    from rapidfuzz.distance import OSA

    ours = slip_for(text)
    return ours is not None and OSA.distance(text, ours) < OSA.distance(text, name)
