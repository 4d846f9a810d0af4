"""'Tell me when China's share drops below 70%': what number is watched, and what of it; English, Hinglish, Hindi. Pure.

The number itself is left as the words that ask for it: who reads questions reads them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from storage.periods import Period, PeriodError

if TYPE_CHECKING:
    from storage.correspondence import NumberWatch


class Relation(StrEnum):
    BELOW = "below"
    ABOVE = "above"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Threshold:
    """`subject`: the words that ask for the number; `mark`: the amount as it was written, '' for NEW."""

    subject: str
    relation: Relation
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A number as it stands: its value (None where only the period counts), unit and newest period."""

    value: float | None
    unit: str
    period: str


_TELL: Final = re.compile(
    r"^\s*(?:please\s+|pls\s+|kripya\s+)?(?:(?:tell|alert|notify|inform|ping|message|warn|remind)\s+(?:me|us)"
    r"|let\s+(?:me|us)\s+know)\s+(?:when|if|once|as soon as|whenever)\s+(?P<what>.+?)[\s.!]*$",
    re.IGNORECASE,
)
_TELL_HI: Final = (
    r"(?:mujhe\s+|hamein\s+|hame\s+|मुझे\s+|हमें\s+)?(?:bata(?:na|o|iye|yen|\s*dena|\s*do)?|suchit\s+kar\w*|"
    r"बता(?:ना|ओ|इए|इये|एँ|एं|\s*देना|\s*दो)?|सूचित\s+कर\S*|खबर\s+कर\S*|ख़बर\s+कर\S*)"
)
_JAB: Final = re.compile(
    rf"^\s*(?:{_TELL_HI}\s+)?(?:jab|agar|जब|अगर|यदि)\s+(?:bhi\s+|भी\s+)?(?P<what>.+?)"
    rf"(?:\s*,?\s*(?:to|toh|tab|तो|तब)\s+{_TELL_HI}\S*)?[\s.!।]*$",
    re.IGNORECASE,
)
_BELOW: Final = re.compile(
    r"^(?P<subject>.+?)\s+(?:(?:drops?|falls?|goes|go|dips?|slips?|sinks?|gets?|comes?|is|are|declines?)\s+)?(?:down\s+)?"
    r"(?:below|under|beneath|less\s+than|lower\s+than)\s+(?P<mark>.+)$",
    re.IGNORECASE,
)
_ABOVE: Final = re.compile(
    r"^(?P<subject>.+?)\s+(?:(?:(?:rises?|goes|go|climbs?|gets?|jumps?|grows?|is|are|comes?|moves?)\s+)?(?:up\s+)?"
    r"(?:above|over|past|beyond|more\s+than|higher\s+than)|exceeds?|crosses|cross|passes|tops?|reaches|hits)\s+(?P<mark>.+)$",
    re.IGNORECASE,
)
_HINDI: Final = re.compile(
    r"^(?P<subject>.+?)\s+(?P<mark>\S*[\d\u0966-\u096f]\S*(?:\s+(?!se\b|से)\S+){0,2}?)\s*(?:se|से)\s+"
    r"(?:(?P<below>kam|neeche|niche|कम|नीचे)|(?P<above>zyada|jyada|upar|adhik|aage|ज़्यादा|ज्यादा|ऊपर|अधिक|आगे))(?:\s.*)?$",
    re.IGNORECASE,
)
_PERIOD: Final = (
    r"(?P<unit>months?|quarters?|years?|periods?|figures?|numbers?|data|values?|imports?|"
    r"mahina|mahine|saal|aankd\w*|महीना|महीने|माह|तिमाही|साल|वर्ष|आँकड़\S*|आंकड़\S*|डेटा)"
)
_NEW: Final = re.compile(
    rf"^(?:there\s+(?:is|are)\s+)?(?:an?\s+|the\s+|some\s+)?(?:new|newer|next|latest|fresh|naya|nayi|naye|नया|नई|नये|नए)\s+"
    rf"(?P<before>(?:[a-z]+\s+){{0,4}}?){_PERIOD}(?:['’]s\s+(?P<owned>.+?))?(?:\s+(?:of|for|on|about)\s+(?P<subject>.+?))?"
    r"(?:\s+(?:comes?|came|is|are|arrives?|appears?|lands?|gets?)(?:\s+(?:in|out|published|released|available|there))*"
    r"(?:\s+(?:of|for|on|about)\s+(?P<late>.+))?|\s+(?:aa|aye|ho|ja|आ|हो|जा)\S*(?:\s.*)?)?$",
    re.IGNORECASE,
)
_MONTHLY: Final = re.compile(r"month|mahin|महीन|माह", re.IGNORECASE)
_USUAL: Final = "imports"  # the number that is meant where only a new month is spoken of


def read_threshold(text: str) -> Threshold | None:
    """What the sentence asks to be told of; None when it asks for no such thing. Any text is safe.

    >>> read_threshold("Tell me when China's share drops below 70%")
    Threshold(subject="China's share", relation=<Relation.BELOW: 'below'>, mark='70%')
    """
    told = _TELL.match(text) or (_JAB.match(text) if re.search(_TELL_HI, text, re.IGNORECASE) else None)
    if told is None:
        return None
    what = " ".join(told["what"].split())
    if new := _NEW.match(what):
        return _new(new)
    if hindi := _HINDI.match(what):
        relation = Relation.BELOW if hindi["below"] else Relation.ABOVE
        return Threshold(hindi["subject"], relation, hindi["mark"].strip())
    for pattern, relation in ((_BELOW, Relation.BELOW), (_ABOVE, Relation.ABOVE)):
        if (found := pattern.match(what)) and any(letter.isdecimal() for letter in found["mark"]):
            return Threshold(found["subject"], relation, found["mark"].strip())
    return None


def _new(found: re.Match[str]) -> Threshold:
    about = found["subject"] or found["late"] or found["owned"] or found["before"].strip()
    unit = found["unit"].casefold()
    subject = about or (unit if unit.startswith("import") else _USUAL)
    return Threshold(f"{subject} by month" if _MONTHLY.search(unit) else subject, Relation.NEW)


def met(watch: NumberWatch, now: Reading) -> bool:
    """Whether what the watch waits for is so."""
    if watch.relation == Relation.NEW:
        return _newer(now.period, watch.last)
    if now.value is None or watch.mark is None or now.unit != watch.unit:
        return False
    return now.value < watch.mark if watch.relation == Relation.BELOW else now.value > watch.mark


def _newer(period: str, than: str) -> bool:
    """A period that was taken back is no news; any is where there was none."""
    if not period or not than:
        return bool(period)
    try:
        return Period.parse(period).end > Period.parse(than).end
    except PeriodError:
        return period != than
