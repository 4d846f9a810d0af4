"""A question taken apart: each part read by its own grammar, nothing yet put together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.asking import own
from bot.asking.bounds import Bound, bound
from bot.asking.countries import Country, countries, is_name
from bot.asking.courtesies import unwrapped
from bot.asking.knowledge import is_translated, stem, translated
from bot.asking.marks import Mark, lexicon, scan
from bot.asking.senses import is_meant
from bot.asking.spelled import with_digits
from bot.asking.spelling import months, slip_for, spell
from bot.asking.timewords import unit_of
from bot.asking.when import Time, read_times
from bot.asking.words import Word, cut, folded

if TYPE_CHECKING:
    from datetime import date

    from bot.asking.knowledge import Hit, Known, Names

HEADINGS = ("8505", "2846", "2805", "2612")  # of the Harmonized System, those that the field speaks of
_CODE_LEADS = frozenset(["hs", "hsn", "code", "codes", "heading", "tariff", "itc", "एचएस", "कोड", "kod"])
_TELLING = 5  # letters of a word that can stand for the one name it is in
_GENERIC = folded(
    "company companies corporation firm limited industries enterprises group private ministry department institute centre center "
    "कंपनी निगम मंत्रालय विभाग संस्थान केंद्र mantralaya mantralay vibhag kendra"
)  # of a name like another's
_TRADING = (
    "impor",
    "expor",
    "aay",
    "niry",
    "purchas",
    "buy",
    "bought",
    "procur",
    "kharid",
    "mang",
    "आयात",
    "निर्यात",
    "इंपोर्ट",
    "एक्सपोर्ट",
    "खरीद",
    "मंग",
)
VAGUE = ("so_far", "newest", "now")


@dataclass(frozen=True)
class Parts:
    """What each grammar found, with its place in the words."""

    words: tuple[Word, ...]
    spelt: tuple[str, ...]
    marks: tuple[Mark, ...]
    times: tuple[Time, ...]
    countries: tuple[Country, ...]
    codes: tuple[Mark, ...]
    known: Known
    today: date
    bound: Bound | None = None

    # ---- marks

    def all(self, kind: str, *values: str) -> list[Mark]:
        return [mark for mark in self.marks if mark.kind == kind and (not values or mark.value in values)]

    def has(self, kind: str, *values: str) -> bool:
        return any(mark.kind == kind and (not values or mark.value in values) for mark in self.marks)

    def value(self, kind: str, *values: str) -> str:
        """The first mark's value; "" when there is none."""
        found = self.all(kind, *values)
        return found[0].value if found else ""

    def values(self, kind: str) -> list[str]:
        """Each value once, in the order said."""
        return list(dict.fromkeys(mark.value for mark in self.all(kind)))

    def without(self, *kinds: str) -> Parts:
        return replace(self, marks=tuple(mark for mark in self.marks if mark.kind not in kinds))

    # ---- what lies where

    def word(self, at: int) -> str:
        return self.spelt[at] if 0 <= at < len(self.spelt) else ""

    def timed(self, at: int) -> bool:
        return any(time.start <= at < time.end for time in self.times)

    def abroad(self, at: int) -> bool:
        return any(country.start <= at < country.end for country in self.countries)

    @cached_property
    def unread(self) -> frozenset[int]:
        """Words that no grammar knows and that are no small words."""
        return frozenset(at for at, word in enumerate(self.words) if self._is_unread(at, word))

    def _is_unread(self, at: int, word: Word) -> bool:
        if word.mark or len(word.text) < 2 or word.number is not None:
            return False
        if self.timed(at) or self.abroad(at) or any(mark.covers(at) for mark in (*self.marks, *self.codes)):
            return False
        return self.spelt[at] not in lexicon().plain

    @cached_property
    def free_units(self) -> frozenset[str]:
        """Units of time that stand alone: the 'month' of 'the best month'."""
        return frozenset(unit for at, word in enumerate(self.spelt) if not self.timed(at) and (unit := unit_of(word)))

    @cached_property
    def trades(self) -> bool:
        """Whether trade is named by a word that means nothing else; what 'comes in' may be a plant."""
        return any(self.word(mark.start).startswith(_TRADING) for mark in self.all("indicator", "imports", "exports"))

    @cached_property
    def nothing(self) -> bool:
        return not any(word.text[:1].isalnum() for word in self.words)

    # ---- names of the record

    @cached_property
    def own_indicator(self) -> str:
        """An indicator by the words of its name in the record; "" when none is said so."""
        return own.indicator(self)

    @cached_property
    def own_product(self) -> str:
        """A product of the record's own; "" when none is said."""
        return own.product(self)

    def hits(self, names: Names) -> list[Hit]:
        """The names that these words point at, best first; looked up once for each kind."""
        if names not in self._found:
            self._found[names] = names.hits(self.spelt, self.misspelt)
        return self._found[names]

    @cached_property
    def _found(self) -> dict[Names, list[Hit]]:
        return {}

    @cached_property
    def misspelt(self) -> frozenset[int]:
        """Unread words that no name of the record holds as they are."""
        return frozenset(at for at in self.unread if not _is_known(self.spelt[at], self.known))

    @cached_property
    def organisation(self) -> str:
        return self._named(self.known.organisations, least=0.34)

    @cached_property
    def place(self) -> str:
        return self._named(self.known.places, least=0.7)

    def _named(self, names: Names, least: float) -> str:
        """The name that is said, by words that mean nothing else, or in full."""
        hits = sorted(self.hits(names), key=lambda hit: all(self.words[at].text in _GENERIC for at in hit.at))
        for place, hit in enumerate(hits):
            own = [at for at in hit.at if self._free(at)]
            alone = not any(other.at & hit.at for other in hits[:place] + hits[place + 1 :])
            if alone and any(
                len(self.words[at].text) >= _TELLING and self.words[at].text not in _GENERIC for at in own
            ):
                return hit.name
            if (hit.coverage >= 0.95 and (own or len(hit.at) > 1)) or (hit.coverage >= least and own):
                return hit.name
        return ""

    def _free(self, at: int) -> bool:
        """Whether a word has no meaning of its own to us."""
        return at in self.unread or not (self.abroad(at) or self.timed(at) or self.spelt[at] in lexicon().known)


def take_apart(text: str, known: Known, today: date) -> Parts:
    """Any text will do."""
    words = with_digits(unwrapped(cut(text)))
    abroad = tuple(each for each in countries(words, known.partners) if not _is_a_name_of_ours(each, words, known))
    inside = {at for country in abroad for at in range(country.start, country.end)}
    names = frozenset(
        word.text
        for at, word in enumerate(words)
        if at in inside or (len(word.text) > 1 and is_name(word.text)) or _is_known(word.text, known)
    )
    spelt = _the_states(spell(words, names | _people(words) | _other_spellings(words, known)), abroad)
    times = read_times(words, spelt, today)
    found = (*scan(spelt), *_tonnes(words, spelt), *_targets(words, spelt, known))
    named = _name_words(known, spelt)
    marks = tuple(
        mark for mark in found if not _swallowed(mark, times) and not _in_name(mark, named) and is_meant(mark, spelt)
    )
    limit = bound(words, spelt, marks)
    if limit:
        times = tuple(time for time in times if time.end <= limit.at.start or time.start >= limit.at.stop)
        marks = tuple(mark for mark in marks if mark.kind not in _BOUNDING or mark.start not in limit.at)
    return Parts(
        words,
        spelt,
        marks,
        times,
        _wanted(_own_countries(abroad, times, found), spelt),
        _codes(words, spelt),
        known,
        today,
        limit,
    )


_BOUNDING = ("extreme", "op", "deficit", "ask")  # what 'at least' and 'more than' would mean without their number


def _tonnes(words: tuple[Word, ...], spelt: tuple[str, ...]) -> list[Mark]:
    """The 't' of '6,000 t' and 'in t', which is not that of 'don't'."""
    return [
        Mark("unit", "t", at, at + 1)
        for at in range(1, len(spelt))
        if spelt[at] == "t"
        and not words[at].glued
        and (at == len(spelt) - 1 or words[at - 1].number is not None or spelt[at - 1] in _BEFORE_T)
    ]


def _targets(words: tuple[Word, ...], spelt: tuple[str, ...], known: Known) -> list[Mark]:
    """The target, by its amount: 'how much of the 6,000 tonnes is built'."""
    return [
        Mark("ask", "target", at, at + 1)
        for at, word in enumerate(words[:-1])
        if word.number is not None and word.number in known.targets and spelt[at + 1] in _OF_TONNES
    ]


def _counts_in_tonnes(words: tuple[Word, ...], spelt: tuple[str, ...], at: int) -> bool:
    return at == len(spelt) - 1 or words[at - 1].number is not None or spelt[at - 1] in _BEFORE_T


_OF_TONNES = folded("t tpa tonne tonnes ton tons mt mtpa tan टन")
_BEFORE_T = folded("in many much kitne kitna mein me में कितने कितना of")


def _other_spellings(words: tuple[Word, ...], known: Known) -> frozenset[str]:
    """Words that no lexicon has and that are a plant's or a place's name in another spelling: hasan is Hassan."""
    ours = lexicon().known
    strange = {
        word.text for word in words if len(word.text) >= _TELLING and word.text.isascii() and word.text not in ours
    }
    named = {word: {names.spelt_otherwise(word) for names in (known.plants, known.places)} - {None} for word in strange}
    return frozenset(word for word, meant in named.items() if meant and not meant & ours)


def _the_states(spelt: tuple[str, ...], abroad: tuple[Country, ...]) -> tuple[str, ...]:
    """'US' that names the country is no 'us'."""
    states = {each.start for each in abroad if spelt[each.start] == "us" and not _is_money(spelt, each.end)}
    return tuple("usa" if at in states else word for at, word in enumerate(spelt)) if states else spelt


def _is_money(spelt: tuple[str, ...], at: int) -> bool:
    return (*spelt, "")[at].startswith(("dollar", "currency", "$", "treasur"))


def _people(words: tuple[Word, ...]) -> frozenset[str]:
    """Short words with a capital within a sentence: somebody's name, and no slip for a word of ours. Goyal is no goal."""
    later = [word for word in words[1:] if word.raw[:1].isalpha()]
    capital = [word for word in later if word.raw.istitle()]
    return (
        frozenset()
        if 2 * len(capital) > len(later)
        else frozenset(word.text for word in capital if len(word.text) <= _BRIEF) - _misspelt_months(words)
    )


def _misspelt_months(words: tuple[Word, ...]) -> frozenset[str]:
    """Words before a year that are a slip for a month: Marh 2025 is nobody."""
    before = [word.text for word, behind in pairwise(words) if behind.number is not None and word.raw[:1].isalpha()]
    return frozenset(text for text in before if slip_for(text) in months())


_BRIEF = 6  # letters


def _is_a_name_of_ours(country: Country, words: tuple[Word, ...], known: Known) -> bool:
    """A word of the record's names is no misspelt country: Palar is not Palau."""
    text = words[country.start].text
    single = country.end - country.start == 1 and not country.people and not is_name(text)
    itself = country.name.casefold() in translated(text)  # 'chin' is China by any of its names
    return single and text.isascii() and _is_known(text, known) and not itself


def _name_words(known: Known, spelt: tuple[str, ...]) -> tuple[frozenset[int], ...]:
    """The words of organisations that are said in full."""
    hits = known.organisations.hits(spelt, frozenset())
    return tuple(
        hit.at
        for hit in hits
        if hit.coverage >= 0.95 and len(hit.at) > 1 and max(hit.at) - min(hit.at) <= len(hit.at) + 1
    )


def _in_name(mark: Mark, named: tuple[frozenset[int], ...]) -> bool:
    """Whether a phrase is part of a name: 'Ministry of Mines' speaks of no mining."""
    return any(min(name) <= mark.start and mark.end <= max(name) + 1 for name in named)


def _is_known(text: str, known: Known) -> bool:
    word = stem(text)
    return (
        is_translated(text)
        or word in known.number_words
        or any(
            word in names.vocabulary
            for names in (
                known.milestones,
                known.plants,
                known.organisations,
                known.places,
                known.controls,
                known.speakers,
            )
        )
    )


def _swallowed(mark: Mark, times: tuple[Time, ...]) -> bool:
    """Whether a time has read these words already; of a vague one, the words that are only part of it."""
    return any(
        time.start <= mark.start
        and mark.end <= time.end
        and (mark.end - mark.start < time.end - time.start or (time.kind not in VAGUE and mark.kind != "op"))
        for time in times
    )


def _wanted(found: tuple[Country, ...], spelt: tuple[str, ...]) -> tuple[Country, ...]:
    """Without those that another is named in the place of: 'from China, not Japan'."""
    kept = tuple(
        each
        for each in found
        if not (
            each.start
            and (
                spelt[each.start - 1] == "not" or tuple(spelt[max(0, each.start - 2) : each.start]) == ("instead", "of")
            )
        )
    )
    return kept if len(found) > 1 else found


def _own_countries(found: tuple[Country, ...], times: tuple[Time, ...], marks: tuple[Mark, ...]) -> tuple[Country, ...]:
    """Without those that stand within a time or a longer phrase, as in 'US dollars'."""
    return tuple(
        each
        for each in found
        if not any(time.start <= each.start < time.end for time in times)
        and not any(
            mark.start <= each.start and each.end <= mark.end and mark.end - mark.start > each.end - each.start
            for mark in marks
        )
    )


def _codes(words: tuple[Word, ...], spelt: tuple[str, ...]) -> tuple[Mark, ...]:
    """HS codes, however spaced: 8505 11 90, 8505.11, HS 28053000."""
    found: list[Mark] = []
    at = 0
    while at < len(words):
        code, end = _code(words, spelt, at)
        if code:
            lead = next((place for place in range(at, 0, -1) if spelt[place - 1] not in _CODE_LEADS), 0)
            found.append(Mark("code", code, lead, end))
        at = end if code else at + 1
    return tuple(found)


def _code(words: tuple[Word, ...], spelt: tuple[str, ...], at: int) -> tuple[str, int]:
    digits = words[at].text.replace(".", "")
    led = any(spelt[place] in _CODE_LEADS for place in range(max(0, at - 2), at))
    if not digits.isdecimal() or len(digits) not in (4, 6, 8) or not (digits.startswith(HEADINGS) or led):
        return "", at
    end = at + 1
    while end < len(words) and len(digits) < 8:
        step = 1 if words[end].text in (".", "-") else 0
        if end + step >= len(words) or len(words[end + step].text) != 2 or not words[end + step].text.isdecimal():
            break
        digits, end = digits + words[end + step].text, end + step + 1
    return digits, end
