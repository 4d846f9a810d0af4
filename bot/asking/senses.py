"""Words of more than one sense: whether a phrase of the lexicon means what it says, told by the words beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.asking.words import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.asking.marks import Mark

_BIDS = folded("please pls plz kindly you to sir team madam can could")
_BIDDEN = folded("the me with details data figures numbers your")
_LISTS = folded(
    "list lists listing set picture rundown roster details detail overview inventory breakup breakdown history series data record table "
    "ranking account summary schedule timeline calendar suchi soochi talika fehrist jankari सूची लिस्ट तालिका जानकारी ब्योरा विवरण"
)
_NEEDS = ("need", "needs", "needed")
_BECOMES = folded(
    "jaye jaaye jayein jayen jaayen jayega jayegi jayenge gaya gayi gaye raha rahi rahe chuka chuki chuke sake sakta sakti jata jati kar"
)
_NUMBERS = folded("number numbers figure figures value total")
_ON = folded("for on a my this next each per in")
_LIMITED = folded(
    "incentive incentives subsidy beneficiary beneficiaries bidder bidders turnover sales rate price प्रोत्साहन"
)
_NOT = folded("no not without minus")
_MORE = folded("more additional extra further")
_WHOLE = folded("complete finished poora pura poori puri पूरा पूरी पूरे पूर्ण")
_HELD = folded("per on in from by to with for")  # what is 'per the record' stands in our books
_DETERMINED = folded("the a an its their our this that new first time your official")
_PEAKS = folded(
    "high low highs lows year month quarter level levels import imports export exports bill value quantity volume tonnage"
)


def is_meant(mark: Mark, spelt: Sequence[str]) -> bool:
    """Whether a mark says what its kind says, where it stands."""
    word = spelt[mark.start] if mark.end - mark.start == 1 else ""
    if mark.kind == "unit" and _word(spelt, mark.start - 1) in _NOT:
        return False  # 'no dollars'
    if word == "share":
        return not _is_bidden(mark, spelt)
    if word in _WHOLE and mark.kind != "total":
        return _word(spelt, mark.end) not in _LISTS
    if word in ("slide", "slides"):
        return (
            _word(spelt, mark.end)[:1].isalpha() and _word(spelt, mark.start - 1) not in _ON
        )  # of a talk, 'for slide 3'
    if word in ("headline", "headlines"):
        return _word(spelt, mark.end) not in _NUMBERS
    if word == "cap":
        return not any(near in _LIMITED for near in spelt)
    if word == "earnings":
        return not any(near.startswith("export") for near in spelt)
    if word == "open" and mark.kind == "status":
        return _word(spelt, mark.start - 1) != "to"
    if word == "ban" and mark.kind != "stage":
        return _word(spelt, mark.end) not in _BECOMES
    if word == "record":
        return _is_a_peak(mark, spelt)
    if mark.kind == "indicator" and mark.value == "demand":
        return not (spelt[mark.end - 1] in _NEEDS and _is_lacking(mark, spelt))
    return True


def _is_lacking(mark: Mark, spelt: Sequence[str]) -> bool:
    """'How much do we need to add', 'how much more do we need' ask for no demand."""
    return _word(spelt, mark.end) == "to" or any(word in _MORE for word in spelt[: mark.start])


def _word(spelt: Sequence[str], at: int) -> str:
    return spelt[at] if 0 <= at < len(spelt) else ""


def _is_bidden(mark: Mark, spelt: Sequence[str]) -> bool:
    """'Please share the value' asks for no share."""
    return (mark.start == 0 and _word(spelt, mark.end) in _BIDDEN) or _word(spelt, mark.start - 1) in _BIDS


def _is_a_peak(mark: Mark, spelt: Sequence[str]) -> bool:
    """A record year or 'the record for imports' is the highest; 'as per record' and 'did customs record' are not."""
    if _word(spelt, mark.end) in _PEAKS:
        return True
    before = _word(spelt, mark.start - 1)
    return before in _DETERMINED and _word(spelt, mark.start - 2) not in _HELD
