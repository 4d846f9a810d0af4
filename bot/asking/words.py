"""Text as words: folded, cut, and each kept beside what was typed. Knows nothing of meanings.

    "China's imports, FY25?"  ->  china ('s)  imports  fy  25

Devanagari digits become ours, spellings of one sound become one (हिन्दी, हिंदी), and letters stuck to digits are parted. Hyphens,
slashes and dots stay where digits stand on both sides, since `2024-25` and `31.12.2026` are read by them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 4_000  # characters that are read; nobody asks more, and a reader's time is bounded by it

_DIGITS = str.maketrans("०१२३४५६७८९", "0123456789")
_FLAGS = {0x1F1E6 + at: letter for at, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ")}  # a flag is two of them
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_QUOTES = re.compile("[\u2018\u2019\u02bc`´]")
_UNSEEN = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u093c]"
)  # joiners, turns of direction, the nukta
_NASAL = re.compile("[ङञणनम]\u094d(?=[क-ह])")
_CUT = re.compile(
    r"""(?P<date>\d{1,2}(?=\.\d{1,2}\.\d{2})|(?<=\d\.)\d{1,2}(?=\.\d{2}))
      | (?P<number>\d[\d,]*(?:\.\d+)?(?!\.?\d))
      | (?P<word>[\u0900-\u0963\u0971-\u097f]+|[^\W\d_\u0900-\u097f]+)
      | (?P<mark>\.\.|[-/.](?=\d)|(?<=\d)[-/.](?=\w)|[-/]|[%$₹€#'+&=|])
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word, number or mark. `text` is folded, `raw` as typed."""

    text: str
    raw: str
    start: int = 0
    end: int = 0
    glued: bool = False  # no space before it
    possessive: bool = False  # 's stood behind it

    @property
    def number(self) -> int | None:
        """Its value when it is a whole number."""
        return int(self.text) if self.text.isdecimal() and len(self.text) < 16 else None

    @property
    def hindi(self) -> bool:
        return "\u0900" <= self.text[:1] <= "\u097f"

    @property
    def mark(self) -> bool:
        return not self.text[:1].isalnum()


def fold(text: str) -> str:
    """Text as it is compared: one form for what looks the same, case aside."""
    plain = unicodedata.normalize("NFKC", text).translate(_DIGITS)
    plain = unicodedata.normalize("NFD", plain.casefold())
    plain = "".join(letter for letter in plain if not "\u0300" <= letter <= "\u036f")
    plain = _UNSEEN.sub("", unicodedata.normalize("NFC", plain))
    plain = _QUOTES.sub("'", _DASHES.sub("-", plain)).replace("\u0901", "\u0902")
    return _NASAL.sub("\u0902", _UNSEEN.sub("", plain))


def folded(words: str) -> frozenset[str]:
    """Words parted by spaces, as a set to compare with."""
    return frozenset(fold(word) for word in words.split())


def cut(text: str) -> tuple[Word, ...]:
    """The words of a text, in order. Any text will do.

    >>> [word.text for word in cut("China's imports, FY25?")]
    ['china', 'imports', 'fy', '25']
    """
    found: list[Word] = []
    end = -1
    for match in _CUT.finditer(_marked(text[:LONGEST])):
        raw = match.group()
        folded = fold(raw)
        if match.lastgroup == "number":
            folded = folded.replace(",", "")
        if _closes_possessive(found, folded, glued=match.start() == end):
            found[-2:] = [_possessive(found[-2])]
        elif folded:
            found.append(Word(folded, raw, match.start(), match.end(), glued=match.start() == end))
        end = match.end()
    return tuple(word for at, word in enumerate(found) if word.text != "'" or _before_year(found, at))


def _marked(text: str) -> str:
    """Made ready for cutting, with case kept: a name is known by its capital."""
    plain = unicodedata.normalize("NFKC", text).translate(_DIGITS).translate(_FLAGS)
    plain = _QUOTES.sub("'", _DASHES.sub("-", _UNSEEN.sub("", plain)))
    plain = re.sub(r"(?i)(?<=\d)([qh])(?=[fc]y)", r"\1 ", plain)  # 1QFY26
    return re.sub(r"\b((?:[A-Za-z]\.){2,})", lambda found: found.group().replace(".", ""), plain)  # U.S. -> US


def _closes_possessive(found: list[Word], text: str, *, glued: bool) -> bool:
    return text == "s" and glued and len(found) > 1 and found[-1].text == "'"


def _possessive(word: Word) -> Word:
    return Word(word.text, word.raw, word.start, word.end, word.glued, possessive=True)


def _before_year(found: list[Word], at: int) -> bool:
    """Whether an apostrophe shortens a year: '25."""
    after = found[at + 1] if at + 1 < len(found) else None
    return after is not None and after.glued and after.number is not None and len(after.text) == 2


# ---------------------------------------------------------------- Hindi in Latin letters

_VOWELS = dict(
    zip(
        "अआइईउऊऋएऐओऔऑऍ" + "ािीुूृेैोौॉॅ",
        [
            "a",
            "a",
            "i",
            "i",
            "u",
            "u",
            "ri",
            "e",
            "ai",
            "o",
            "au",
            "o",
            "e",
            "a",
            "i",
            "i",
            "u",
            "u",
            "ri",
            "e",
            "ai",
            "o",
            "au",
            "o",
            "e",
        ],
        strict=True,
    )
)
_CONSONANTS = dict(
    zip(
        "कखगघङचछजझञटठडढणतथदधनपफबभमयरलळवशषसह",
        [
            "k",
            "kh",
            "g",
            "gh",
            "n",
            "ch",
            "chh",
            "j",
            "jh",
            "n",
            "t",
            "th",
            "d",
            "dh",
            "n",
            "t",
            "th",
            "d",
            "dh",
            "n",
            "p",
            "ph",
            "b",
            "bh",
            "m",
            "y",
            "r",
            "l",
            "l",
            "v",
            "sh",
            "sh",
            "s",
            "h",
        ],
        strict=True,
    )
)
_SIGNS = "ािीुूृेैोौॉॅ"


@lru_cache(maxsize=20_000)
def latin(word: str) -> str:
    """A Hindi word as people type it in Latin letters; other words as they are.

    >>> latin("चीन"), latin("आयात"), latin("कर्नाटक")
    ('chin', 'ayat', 'karnatak')
    """
    out: list[str] = []
    for at, letter in enumerate(word):
        after = word[at + 1] if at + 1 < len(word) else ""
        if letter in _CONSONANTS:
            bare = after == "\u094d" or (after and after in _SIGNS) or not after
            out.append(_CONSONANTS[letter] + ("" if bare else "a"))
        elif letter == "\u0902":
            out.append("n")
        elif letter == "\u0903":
            out.append("h")
        else:
            out.append(_VOWELS.get(letter, "" if letter == "\u094d" else letter))
    return "".join(out)


_SOUNDS = (
    ("chh", "ch"), ("aa", "a"), ("ee", "i"), ("oo", "u"), ("ii", "i"), ("uu", "u"), ("w", "v"), ("ph", "f"), ("z", "j"),
    ("q", "k"), ("x", "ks"), ("ck", "k"), ("bh", "b"), ("dh", "d"), ("gh", "g"), ("kh", "k"), ("th", "t"), ("sh", "s"),
    ("ye", "e"), ("ey", "e"), ("yi", "i"),
)  # fmt: skip
_DOUBLE = re.compile(r"(.)\1")


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """How a Hindi word in Latin letters sounds, so that aayaat, ayat and aayat are one."""
    out = _simple(word)
    return out.rstrip("hn") or out


def _simple(word: str) -> str:
    """Letters that are written in more than one way, written in one."""
    for old, new in _SOUNDS:
        word = word.replace(old, new)
    return _DOUBLE.sub(r"\1", word)


@lru_cache(maxsize=20_000)
def bones(word: str) -> str:
    """The consonants that a name keeps in any spelling or script: तुमकुरु, Tumkur and Tumakuru are tmkr.

    >>> bones(latin("तुमकुरु")), bones("tumakuru")
    ('tmkr', 'tmkr')
    """
    heard = re.sub("c(?=[eiy])", "s", _simple(word).replace("ch", "q")).replace("c", "k").replace("y", "i")
    first = "a" if heard[:1] in "aeiou" else heard[:1]  # ऑडिट is audit
    kept = first + re.sub("[aeiouh]", "", heard[1:])
    return _DOUBLE.sub(r"\1", kept)
