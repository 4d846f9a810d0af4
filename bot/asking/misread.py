"""What a question of numbers says that nobody holds or reads: another country's trade, a reason, a sector, a time of no calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.asking import own
from bot.asking.deals import direction, theirs
from bot.asking.points import Points
from bot.asking.questions import Clarify, Figure, Question, Subject, Unknown
from bot.asking.stretches import bare_years
from bot.asking.subjects import is_about_outlay
from bot.asking.words import folded

if TYPE_CHECKING:
    from bot.asking.countries import Country
    from bot.asking.parts import Parts

_OPENING = 2  # words; a 'when' that comes later asks for no date


def misread(parts: Parts) -> Question | None:
    """Something unread, where it would change the answer."""
    if asks_why(parts):
        return Unknown("why", near=_near(parts))
    reporter = _reporter(parts)
    if reporter:
        return Unknown("other_country", about=reporter, near=Figure(Subject("imports", partner=reporter)).command)
    undated = _acronym(parts) or _lately(parts) or _undated(parts) or _uncounted(parts) or _narrowed(parts)
    if undated:
        return Clarify("unread", about=undated, offers=(_near(parts),))
    stranger = _stranger(parts)
    if stranger is not None:
        why, about = stranger
        return Unknown(why, about=about, near=_near(parts))
    return None


def asks_why(parts: Parts) -> bool:
    """A reason is no number, whatever numbers it is asked of."""
    return any(word in _WHY for word in parts.spelt)


_WHY = folded("why reason reasons cause causes caused kyon kyun kyu kyo vajah wajah karan क्यों वजह कारण")


def _near(parts: Parts) -> str:
    """The command of the number that is offered instead."""
    named = parts.value("indicator")
    return Figure(Subject("imports" if named in ("", "supplies", "outgoing", "production") else named)).command


def _lately(parts: Parts) -> str:
    """So many days or weeks back: no number of ours is told by the day."""
    found = next(
        (time for time in parts.times if time.kind == "last" and time.step in ("day", "week", "fortnight")), None
    )
    return " ".join(word.raw for word in parts.words[found.start : found.end]) if found else ""


def _acronym(parts: Parts) -> str:
    """An acronym that nobody reads says what is meant, and not how it is said."""
    if sum(word.raw.isupper() for word in parts.words) > len(parts.words) // 2:
        return ""
    return next((parts.words[at].raw for at in sorted(parts.misspelt) if parts.words[at].raw.isupper()), "")


def _undated(parts: Parts) -> str:
    """A time that nobody reads: 'since covid', 'when the scheme was approved'."""
    if parts.times:
        return ""
    for at in sorted(parts.unread):
        led = parts.word(at - 2) if parts.word(at - 1) in ("the", "that", "this") else parts.word(at - 1)
        if led in _DATES or parts.word(at + 1) in ("baad", "pehle", "बाद", "पहले"):
            return parts.words[at].raw
    when = next((mark for mark in parts.all("field", "when") if mark.start > _OPENING), None)
    return "when" if when is not None and parts.word(when.start) == "when" and when.end < len(parts.words) - 1 else ""


def _uncounted(parts: Parts) -> str:
    """So many months or years that belong to no time: whatever leads them was not understood."""
    points = Points(parts.words, parts.spelt, parts.today)
    for at, word in enumerate(parts.words[:-1]):
        counted = points.number(at)
        read = parts.timed(at) or parts.timed(at + 1) or any(mark.covers(at) for mark in parts.all("step"))
        if counted and counted[0] > 1 and points.unit(counted[1]) and not read:
            return f"{word.raw} {parts.words[at + 1].raw}"
    return ""


def _narrowed(parts: Parts) -> str:
    """What would narrow the number, by words that nobody reads: imports by air, through a port, for EVs, by a state or a company."""
    narrow = next(iter(parts.all("narrow")), None)
    if narrow is not None and not parts.own_indicator and not parts.own_product:
        return " ".join(word.raw for word in parts.words[narrow.start : narrow.end])
    if paid := _paid_out(parts):
        return paid
    if left_out := _product_apart(parts):
        return left_out
    trade = parts.has("indicator", "imports", "exports", "supplies")
    if trade and (parts.place or parts.organisation) and not parts.countries:
        return parts.place or parts.organisation
    spans = [*parts.codes, *(() if parts.times else bare_years(parts))]
    named = {at for span in spans for at in range(span.start, span.end)}
    for at, word in enumerate(parts.words):
        bounded = at in named or (parts.bound is not None and at in parts.bound.at)
        counted = word.text.replace(".", "", 1).isdecimal() and word.text != "1" and not parts.timed(at) and not bounded
        if (
            counted
            and not _is_claimed(parts, at)
            and any(mark.start == at + 1 for mark in (*parts.all("unit", "t", "USD", "INR"), *parts.all("scale")))
        ):
            return word.raw  # a bound: 'over 100 tonnes'
    for at in sorted(parts.unread):
        led = parts.word(at - 2) if parts.word(at - 1) == "the" else parts.word(at - 1)
        if led in _NARROWS and trade:
            return parts.words[at].raw
    return ""


def _product_apart(parts: Parts) -> str:
    """'Excluding oxides': what a total would be without a product is not told."""
    for apart in parts.all("apart"):
        after = [mark for mark in parts.all("product") if 0 <= mark.start - apart.end <= 1]
        if after and not any(apart.end <= country.start < after[0].end for country in parts.countries):
            return " ".join(word.raw for word in parts.words[apart.start : after[0].end])
    return ""


def _paid_out(parts: Parts) -> str:
    """What is set aside is no money that went out: the word that says it did."""
    if not (parts.has("indicator", "outlay", "subsidy", "incentive") or is_about_outlay(parts)) or parts.trades:
        return ""
    said = {at for mark in parts.all("indicator") for at in range(mark.start, mark.end)}
    free = [at for at, word in enumerate(parts.spelt) if word in _PAID and at not in said]
    return next((parts.words[at].raw for at in free if parts.word(at - 1) not in ("be", "being")), "")


_PAID = folded("disbursed disbursement released utilised utilized utilisation paid drawn spent vitrit jari जारी वितरित")


def _is_claimed(parts: Parts, at: int) -> bool:
    """'Were imports about $190 million in 2024?' claims a number, and bounds none."""
    before = parts.word(at - 2) if parts.words[at - 1].mark else parts.word(at - 1)
    return at > 0 and before in _CLAIMING and bool(parts.times)


_CLAIMING = folded(
    "about around roughly nearly approximately approx almost was were is at some only just lagbhag kareeb करीब लगभग"
)
_NARROWS = frozenset(["by", "through", "via", "for", "per", "at", "under", "using"])
_DATES = frozenset(["since", "before", "after", "during", "until", "till", "when"])


def _reporter(parts: Parts) -> str:
    """Another country whose own trade is asked for: 'Japan's imports', 'did Japan import', 'जापान ने आयात किया'."""
    if other := theirs(parts):
        return other
    if not parts.has("indicator", "imports", "exports") or parts.has("measure", "share") or parts.has("percent"):
        return ""
    if parts.has("side", "own") or direction(parts):
        return ""
    return next((country.name for country in parts.countries if _acts(parts, country)), "")


def _acts(parts: Parts, country: Country) -> bool:
    before, after = parts.word(country.start - 1), parts.word(country.end)
    before = parts.word(country.start - 2) if before == "the" else before
    trades = not country.people and any(
        mark.start == country.end and parts.word(mark.start) not in ("imports", "exports")
        for mark in parts.all("indicator", "imports", "exports")
    )
    if after in ("ne", "ने") or _heads_a_trade(parts, country):
        return True
    if parts.words[country.end - 1].possessive or (
        after in ("ka", "का", "ke", "के") and parts.has("indicator", "exports")
    ):
        return "of" not in (parts.word(country.end), parts.word(country.end + 1)) and (
            any(0 <= mark.start - country.end <= 3 for mark in parts.all("indicator", "imports", "exports"))
            and not country.people
        )
    return (trades and before in ("did", "does", "has", "will", "would", "can")) or (
        before == "by" and any(mark.end == country.start - 1 for mark in parts.all("indicator"))
    )


def _heads_a_trade(parts: Parts, country: Country) -> bool:
    """'US magnet imports from China': the trade of the first, with the second."""
    goods = [mark for mark in parts.all("product") if mark.start == country.end]
    at = goods[0].end if goods else country.end
    trade = any(mark.start == at for mark in parts.all("indicator", "imports", "exports"))
    partner = any(other.start > at and parts.word(other.start - 1) in ("from", "to") for other in parts.countries)
    return trade and partner


def _stranger(parts: Parts) -> tuple[str, str] | None:
    """A word that nobody reads, where a country or a product stands."""
    if parts.own_indicator:
        return None
    for at in sorted(parts.unread - own.words(parts)):
        if parts.words[at].text.isdecimal():
            continue
        if _in_partner_place(parts, at):
            return "no_partner", parts.words[at].raw
        if _in_product_place(parts, at) or parts.values("indicator") == ["price"]:
            return "no_product", parts.words[at].raw
    return None


def _in_partner_place(parts: Parts, at: int) -> bool:
    before, after = parts.word(at - 1), parts.word(at + 1)
    if not parts.has("indicator", "imports", "exports") and parts.has("indicator"):
        return False
    hindi = after in ("se", "से", "ko", "को") and (not parts.words[at].text.isascii() or after != "to")
    return before in ("from", "to", "with") or hindi


def _in_product_place(parts: Parts, at: int) -> bool:
    def trades(place: int) -> bool:
        return any(mark.start == place for mark in parts.all("indicator"))

    after, before = at + 1, parts.word(at - 1)
    if parts.word(after) in ("ka", "ke", "ki", "का", "के", "की"):
        after += 1
    named = parts.word(after) in ("magnet", "magnets", "oxide", "oxides", "metal", "metals", "चुंबक")
    led = before == "of" and any(mark.end >= at - 1 and mark.start < at for mark in parts.all("indicator"))
    return trades(after) or led or (named and not parts.has("product", "ndfeb", "ndpr oxide") and _is_kind(parts, at))


def _is_kind(parts: Parts, at: int) -> bool:
    """Kinds of magnets that the basket does not tell apart."""
    return parts.word(at) in ("ferrite", "samarium", "alnico", "bonded", "फेराइट", "cobalt")
