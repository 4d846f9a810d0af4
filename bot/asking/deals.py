"""Who sells to whom: whether what was sold, shipped, sent or bought is our import or our export, by who does it and for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.asking.words import folded

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.asking.countries import Country
    from bot.asking.parts import Parts

_SELLING = (
    "sell", "sold", "sale", "ship", "send", "sent", "suppl", "deliver", "dispatch", "despatch", "export", "bech", "bhej", "niryat",
    "niryaat", "earn", "kama", "बेच", "भेज", "निर्यात", "कमा", "सप्लाई",
)  # fmt: skip
_BUYING = (
    "buy", "bought", "purchas", "procur", "import", "kharid", "khareed", "mangva", "mangwa", "mangay", "मंगा", "मंगवा", "खरीद",
    "pay", "paid", "spen", "take", "took", "receiv", "lift", "आयात", "aayat",
)  # fmt: skip
_NAMED = ("import", "export", "niryat", "niryaat", "निर्यात", "आयात", "aayat")  # that say the direction themselves
_US_TO = folded("hame humein hamein hume hme humko hamko hamen हमें हमको")
_US_FROM = folded("humse hamse हमसे")
_OURS = folded("our ours indian domestic home hamara hamare hamari humara humare भारतीय हमारा हमारे हमारी")
_US = _OURS | folded("india bharat us we hum भारत हम इंडिया")
_US_DO = folded("we humne hamne हमने")
_TO, _FROM, _DOES = folded("to into towards ko को"), folded("from se से"), folded("ne ने")
_WHO_DID = folded("kisne kinhone किसने किन्होंने")
_ASKS = folded("did does has have had will would do")
_BEHIND = folded("ko को se से ne ने")
_BUYERS = folded(
    "world overseas foreigners abroad purchases customer customers buyer buyers market markets client clients destination "
    "destinations takes"
)
_AWAY = folded("overseas abroad outside out elsewhere foreign videsh bahar विदेश बाहर")
_NEAR = 3  # words between who sells and the selling


def direction(parts: Parts) -> str:
    """imports or exports; "" where the words do not tell."""
    sells, buys = _verbs(parts, _SELLING), _verbs(parts, _BUYING)
    if sells and buys and _verbs(parts, _NAMED):
        return ""
    if sells:
        return _of_sale(parts, sells, named=bool(_verbs(parts, _NAMED)))
    ours = _from_us(parts) or _is_paid_us(parts) or _our_goods(parts)
    return "exports" if (buys or _has_buyer(parts)) and ours and not _plays(parts, _FROM) else ""


def theirs(parts: Parts) -> str:
    """The country of whom a deal with another one is told, where we are none of the two: 'what did Japan pay China?'"""
    if len({country.name for country in parts.countries}) < _PAIR or _own(parts, owning=True):
        return ""
    deals = {*_verbs(parts, _SELLING), *_verbs(parts, _BUYING)}
    for one in parts.countries:
        others = [other for other in parts.countries if other.name != one.name]
        if any(_deals_with(parts, one, other, deals) for other in others):
            return one.name
    return ""


_PAIR = 2


def _deals_with(parts: Parts, one: Country, other: Country, deals: set[int]) -> bool:
    """Whether one sells to, buys from or pays the other."""
    if parts.word(one.start - 1) == "from" and parts.word(one.end) == "to" and other.start == one.end + 1:
        return True
    between = [at for at in deals if one.end <= at < other.start]
    acts = _role(parts, one.start, one.end) in {*_DOES, *_ASKS} or parts.word(one.end) in _DOES
    acts = acts or one.end in deals or (parts.words[one.end - 1].possessive and bool(between))
    taken = _role(parts, other.start, other.end) in {*_TO, *_FROM} or any(at + 1 == other.start for at in deals)
    return acts and taken and (bool(between) or parts.word(one.end) in _DOES)


def _is_paid_us(parts: Parts) -> bool:
    return "us" in parts.spelt and any(parts.word(at + 1) == "us" for at in _verbs(parts, ("pay", "paid")))


def _has_buyer(parts: Parts) -> bool:
    return any(word in _BUYERS for word in parts.spelt)


def _our_goods(parts: Parts) -> bool:
    """'Indian magnets' that somebody else is said to buy."""
    if _verbs(parts, _NAMED) or not (parts.countries or _has_buyer(parts)):
        return False
    goods = {mark.start for mark in parts.all("product")}
    bought = any(parts.word(at) in _OURS and at + 1 in goods for at in range(len(parts.spelt)))
    theirs = _has_buyer(parts) or any(
        parts.words[country.end - 1].possessive or parts.word(country.start - 1) in {*_ASKS, "by"}
        for country in parts.countries
    )
    return bought and theirs


def _of_sale(parts: Parts, sells: list[int], *, named: bool) -> str:
    """The first of these that is said."""
    tests: tuple[tuple[Callable[[], bool], str], ...] = (
        (lambda: _to_us(parts), "imports"),
        (lambda: any(parts.word(at + 1) in _AWAY for at in sells), "exports"),
        (lambda: _plays(parts, _TO), "exports"),
        (lambda: _earns(parts) and _they_do(parts, sells), "imports"),
        (lambda: _from_us(parts), "exports"),
        (lambda: _we_do(parts, sells), "exports"),
        (lambda: not named and (_plays(parts, _FROM) or _they_do(parts, sells)), "imports"),
        (lambda: not named and _asks_who(parts), "imports"),
    )
    return next((answer for holds, answer in tests if holds()), "")


def _verbs(parts: Parts, stems: tuple[str, ...]) -> list[int]:
    return [
        at
        for at, word in enumerate(parts.spelt)
        if word.startswith(stems) and not word.startswith(("supplier", "seller"))
    ]


def _role(parts: Parts, start: int, end: int) -> str:
    """The small word that says what one is in the deal: behind it in Hindi, before it in English."""
    behind = parts.word(end)
    if behind in _BEHIND:
        return behind
    before = parts.word(start - 1)
    return parts.word(start - 2) if before in ("the", "whole") else before


def _plays(parts: Parts, roles: frozenset[str]) -> bool:
    return any(_role(parts, country.start, country.end) in roles for country in parts.countries)


def _own(parts: Parts, *, owning: bool = False) -> list[tuple[int, int]]:
    """Where we are named; with `owning` also where something is called ours."""
    return [
        (at, at + 1)
        for at, word in enumerate(parts.spelt)
        if word in _US and not parts.abroad(at) and (owning or word not in _OURS)
    ]


def _to_us(parts: Parts) -> bool:
    if any(word in _US_TO for word in parts.spelt):
        return True
    given = any(parts.word(start) == "us" and _role(parts, start, end) not in _FROM for start, end in _own(parts))
    return given or any(_role(parts, start, end) in {*_TO, "for"} for start, end in _own(parts))


def _from_us(parts: Parts) -> bool:
    return any(word in _US_FROM for word in parts.spelt) or any(
        _role(parts, start, end) in _FROM for start, end in _own(parts)
    )


def _we_do(parts: Parts, sells: list[int]) -> bool:
    """'We sold', 'India ships', 'Indian oxide shipments', 'our sales'."""
    if any(word in _US_DO for word in parts.spelt):
        return True
    return any(
        _role(parts, *own) in _DOES or any(0 <= at - own[1] <= _NEAR for at in sells)
        for own in _own(parts, owning=True)
    )


def _they_do(parts: Parts, sells: list[int]) -> bool:
    """'Did Japan ship', 'China sold', 'Thai supply', 'जापान ने भेजे'."""
    return any(
        _role(parts, country.start, country.end) in {*_DOES, *_ASKS}
        or any(0 <= at - country.end <= _NEAR for at in sells)
        for country in parts.countries
    )


def _earns(parts: Parts) -> bool:
    return bool(_verbs(parts, ("earn", "kama", "कमा")))


def _asks_who(parts: Parts) -> bool:
    """'Which country sold the most' is about those who sell to us; 'to which country' about those who buy."""
    asked = parts.all("axis", "partner")
    to_whom = any(parts.word(mark.start - 1) in _TO or parts.word(mark.end) in _TO for mark in asked)
    return (bool(asked) and not to_whom) or any(word in _WHO_DID for word in parts.spelt)
