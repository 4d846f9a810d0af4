"""Which number a question is about: indicator, product, partner, unit and measure, each from its own parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.asking.countries import INDIA, WORLD
from bot.asking.deals import direction
from bot.asking.indicators import RATES, TRADE
from bot.asking.questions import Subject
from bot.asking.timewords import unit_of
from bot.asking.words import folded

if TYPE_CHECKING:
    from bot.asking.countries import Country
    from bot.asking.marks import Mark
    from bot.asking.parts import Parts
    from bot.asking.stretches import Span
    from storage.periods import Period


# Of two indicators in one question the one that says more: 'imports' stands in 'share of demand met by imports' too.
_RANKS = (
    "import_dependence", "processing_share", "reserves_share", "exchange_rate", "balance", "exports", "imports", "reserves", "mine_output",
    "outlay", "subsidy", "incentive", "demand", "demand_growth", "bids", "beneficiaries", "price",
)  # fmt: skip


_PARTS_OF_OUTLAY = frozenset(("subsidy", "incentive"))


def is_about_outlay(parts: Parts) -> bool:
    """'How many crores is the scheme?'"""
    money = (
        parts.has("unit", "USD", "INR")
        or parts.has("scale")
        or parts.has("measure", "value")
        or parts.has("indicator", "price")
    )
    sized = any(word in _SIZED for word in parts.spelt) and not parts.has("topic", "capacity", "plants", "milestones")
    money = money or (sized and not parts.times and not parts.countries)
    split = parts.has("split") and not (parts.has("axis") or parts.has("step") or parts.times or parts.countries)
    return (parts.has("scheme") or split) and money and all(mark.value == "price" for mark in parts.all("indicator"))


_SIZED = folded("size sized big large worth badi बड़ी आकार")


# ---------------------------------------------------------------- which number


def subject_of(parts: Parts, base: Subject, span: Span) -> Subject:
    partner, apart = _partner(parts, base)
    measure = _measure(parts)
    unit = _unit(parts, measure)
    period, to_date = _period(span, base)
    indicator = _indicator(parts, base)
    if measure == "unit_value" and indicator in _PARTS_OF_OUTLAY:
        measure, unit = "", "INR/kg"
    if measure == "share" and ((indicator in RATES and indicator != "price") or indicator in _PARTS_OF_OUTLAY):
        measure, unit = "", "%" if parts.has("percent") and indicator in _PARTS_OF_OUTLAY else unit
    return Subject(
        indicator=indicator,
        product=_product(parts, indicator) or (base.product if indicator in (*TRADE, base.indicator) else ""),
        partner=partner,
        apart=apart,
        period=period,
        to_date=to_date,
        unit=unit
        or (base.unit if indicator == base.indicator or (base.indicator in TRADE and indicator in TRADE) else ""),
        scale=parts.value("scale"),
        measure=measure or (base.measure if not _drops_measure(parts, unit) and indicator == base.indicator else ""),
    )


def _drops_measure(parts: Parts, unit: str) -> bool:
    """'And in tonnes?' after a share wants the amount; 'by quantity?' wants the share."""
    return bool(
        unit in ("USD", "INR")
        or parts.has("measure", "value")
        or parts.has("indicator", "supplies")
        or (parts.has("ask", "much") and (parts.has("indicator") or parts.has("flow")))
        or parts.has("unit", "kg")
        or _says_tonnes(parts)
    )


def _says_tonnes(parts: Parts) -> bool:
    return any(parts.word(mark.start).startswith(("ton", "टन", "tan", "mt")) for mark in parts.all("unit", "t"))


def _indicator(parts: Parts, base: Subject) -> str:
    """What is counted: the one that says most of those named; else what was spoken of, else imports."""
    named = parts.own_indicator
    if named:
        return named
    if is_about_outlay(parts) and not parts.countries:
        return "outlay"
    found = _meant(parts, base)
    if _PARTS_OF_OUTLAY & set(found):
        found = [name for name in found if name != "outlay"]  # 'how much of the outlay is incentive'
    if found:
        return min(found, key=lambda name: _RANKS.index(name) if name in _RANKS else len(_RANKS))
    if parts.has("product", "ndpr oxide") and base.indicator not in TRADE:
        return "price"
    if parts.has("ask", "target") and not base.indicator:
        return "capacity_target"
    return base.indicator or "imports"


def _meant(parts: Parts, base: Subject) -> list[str]:
    """The indicators that are named, with words of more than one meaning settled by what stands beside them."""
    found = [_held(name, parts) for name in parts.values("indicator")]
    if "production" in found and parts.countries:
        found = [name for name in found if name != "production"] or ["imports"]  # made in Japan, and bought by us
    if (
        not found
        and not parts.countries
        and parts.has("product", "magnets")
        and any(word in _PRODUCED for word in parts.spelt)
    ):
        return ["production"]  # of which the record knows nothing, and which is no trade
    if found == ["price"] and _is_price_of_trade(parts):
        return ["imports"]
    if found == ["imports"] and base.indicator == "exports" and _asks_who_buys(parts):
        return ["exports"]
    paid = "outgoing" in found and _is_money(parts)
    part = parts.has("measure", "share") or parts.has("percent") or _is_part_of_demand(parts)
    if {"demand", "imports"} <= set(found) and part:
        return ["import_dependence"]
    turned = direction(parts) if set(found) <= _DEALS and not paid else ""
    if turned:
        return [turned]
    if "supplies" in found or (set(found) & {"imports", "exports"} and sells_to_us(parts)):
        found = ["imports", *(name for name in found if name not in ("supplies", "exports", "imports"))]
    if "outgoing" in found:
        sold = base.indicator == "exports" or not (_is_money(parts) or parts.has("measure", "share"))
        found = [name for name in found if name != "outgoing"] or ["exports" if sold else "imports"]
    return [name for name in found if name != "price"] or found


def _asks_who_buys(parts: Parts) -> bool:
    """'Who bought most?' of what we sell: a buyer's purchase is our export."""
    who = parts.word(0) in ("who", "whom", "which", "kisne", "kaun", "किसने", "कौन")
    return (who and not parts.trades) or (
        who and any(word.startswith(("bought", "buy", "kharid", "खरीद")) for word in parts.spelt)
    )


def _is_part_of_demand(parts: Parts) -> bool:
    """'How much of demand was imported?'"""
    return any(
        "of" in (parts.word(mark.start - 1), parts.word(mark.start - 2)) for mark in parts.all("indicator", "demand")
    ) and parts.has("ask", "much")


_PRODUCED = folded(
    "produce produced produces producing manufactured manufacture manufactures made makes make banaye banaya banate banata utpadan "
    "बनाए बनाया बनाते बनाता उत्पादन"
)
_DEALS = {"imports", "exports", "supplies", "outgoing"}


def _held(name: str, parts: Parts) -> str:
    """An indicator that the record may lack, by the one that it would be told from."""
    if name in parts.known.indicators:
        return name
    return {"demand_growth": "demand", "reserves_share": "reserves"}.get(name, name)


def _is_money(parts: Parts) -> bool:
    """What goes to a country is paid for what comes from there, when money is what goes: it stands before the verb."""
    money = [*parts.all("unit", "INR", "USD"), *parts.all("scale"), *parts.all("measure", "value")]
    goods = [mark.start for mark in parts.all("product")]
    return any(
        0 <= going.start - mark.end <= _NEAR and not any(mark.end <= at < going.start for at in goods)
        for mark in money
        for going in parts.all("indicator", "outgoing")
    )


_NEAR = 2  # words between the money and where it goes


def sells_to_us(parts: Parts) -> bool:
    """'What did China export to India?' are our imports."""
    if not parts.countries or parts.has("indicator", "imports"):
        return False
    own = parts.all("side", "own")
    return any(
        parts.word(mark.start - 1) in ("to", "for", "into")
        or parts.word(mark.end) in ("ko", "को")
        or parts.word(mark.start) == "us"
        for mark in own
    )


def _product(parts: Parts, indicator: str) -> str:
    if parts.codes:
        return parts.codes[0].value
    named = parts.own_product
    if named and ((indicator, named) in parts.known.pairs or indicator in TRADE):
        return named
    product = parts.value("product", "ndpr oxide", "ndfeb") or parts.value("product")
    if product == "ndpr oxide" and product not in parts.known.products:
        return "oxides"
    if product == "magnets" and indicator in ("reserves", "mine_output"):
        return ""
    return product


def _is_price_of_trade(parts: Parts) -> bool:
    """The price of what comes from a country, or of magnets, is what was paid for a kilo of it."""
    kilo = parts.has("unit", "kg") or parts.has("measure", "unit_value")
    other = parts.has("product", "ndpr oxide", "oxides") or bool(parts.own_product)
    return (
        bool(parts.countries) or parts.has("product", "magnets") or (kilo and not parts.has("product"))
    ) and not other


def weighs_in(parts: Parts) -> Mark | None:
    """'China's weight in our imports' is its share, no quantity: the mark of such a weight."""
    for mark in parts.all("unit", "t"):
        after = mark.end + next(
            (country.end - mark.end for country in parts.countries if country.start == mark.end + 1), 0
        )
        whose = (
            (mark.start and parts.words[mark.start - 1].possessive) or after > mark.end or parts.abroad(mark.start - 1)
        )
        whole = parts.word(after) in _AMONG and not parts.timed(after + 1)
        if parts.word(mark.start) in _WEIGHTS and whose and whole:
            return mark
    return None


_WEIGHTS = ("weight", "weights", "wt")
_AMONG = ("in", "among", "within", "across")


def _measure(parts: Parts) -> str:
    if weighs_in(parts):
        return "share"
    if parts.has("indicator", "price") and parts.has("unit", "kg") and not parts.has("product", "ndpr oxide"):
        return "unit_value"
    if parts.values("indicator") == ["price"] and _is_price_of_trade(parts):
        return "unit_value"
    if _is_dear_stretch(parts):
        return "cost"
    if parts.has("measure", "unit_value") and not _is_price_alone(parts):
        return "unit_value"
    if parts.has("indicator", "reserves_share") and "reserves_share" not in parts.known.indicators:
        return "share"
    if parts.has("measure", "share") or _is_part_of_trade(parts):
        return "share"
    if parts.has("percent") and not (
        parts.has("op", "change", "growth", "difference", "compare") or parts.has("indicator", *RATES)
    ):
        return "share"
    return "share" if parts.has("others") and parts.has("percent") else ""


def _is_part_of_trade(parts: Parts) -> bool:
    """'How much of magnet imports came from China?'"""
    if not parts.countries:
        return False
    of = [at for at in range(2, len(parts.spelt)) if tuple(parts.spelt[at - 2 : at + 1]) == ("how", "much", "of")]
    return any(0 < mark.start - at <= _NEAR + 1 for at in of for mark in parts.all("indicator", "imports", "exports"))


def _is_dear_stretch(parts: Parts) -> bool:
    """'The priciest month': of the highest bill, or of the dearest kilo; which of the two is not said."""
    if parts.has("unit") or parts.has("indicator", "price") or not parts.has("extreme"):
        return False
    dear = [mark for mark in parts.all("measure", "unit_value") if parts.word(mark.end - 1) in _DEAR]
    said = parts.all("measure", "unit_value")
    return bool(dear) and len(dear) == len(said) and any(unit_of(parts.word(mark.end)) in _LENGTHS for mark in dear)


_DEAR = folded(
    "priciest cheapest dearest costliest expensive mehenga mahanga mehenge mehengi mahangi mahnga mehnga sasta saste sasti महंगा महंगे महंगी "
    "सस्ता सस्ते सस्ती"
)
_LENGTHS = ("month", "quarter", "half", "year", "fiscal")


def _is_price_alone(parts: Parts) -> bool:
    priced = parts.has("indicator", "price") or parts.has("product", "ndpr oxide")
    return (
        priced
        and not parts.has("indicator", "imports", "exports", "supplies")
        and not parts.countries
        and not parts.has("product", "magnets")
    )


def _says_both(parts: Parts) -> bool:
    """'In value and volume': the money question, with the tonnes beside it."""
    return parts.has("unit", "t") and parts.has("measure", "value") and any(word in _AND for word in parts.spelt)


_AND = ("and", "aur", "और")


def _unit(parts: Parts, measure: str) -> str:
    if _says_both(parts):
        return "money"
    weight = weighs_in(parts)
    said = {mark.value for mark in parts.all("unit") if mark != weight}
    for unit in ("INR", "USD", "kg", "t"):
        if unit in said and not (unit == "kg" and measure == "unit_value"):
            return "" if unit == "t" and measure == "unit_value" else unit
    if any(parts.word(mark.start).startswith(("ton", "टन")) for mark in parts.all("topic", "capacity")):
        return "t"  # 'tonnes a year' of what is traded
    if parts.has("scale", "crore", "lakh"):
        return "INR"
    return "money" if parts.has("measure", "value") else ""


def _partner(parts: Parts, base: Subject) -> tuple[str, bool]:
    apart = (
        parts.has("apart")
        or _but_for(parts)
        or (parts.has("others") and bool(parts.countries or base.partner not in ("", WORLD)))
    )
    names = list(dict.fromkeys(country.name for country in parts.countries))
    if len(names) == 1:
        return names[0], apart
    if names:
        return "", False
    if parts.has("others") or (apart and base.partner not in ("", WORLD)):
        return base.partner, bool(base.partner)
    summed = parts.has("total") or parts.has("op", "sum")
    if summed and base.partner and base.indicator in TRADE and not parts.has("measure", "share"):
        return WORLD, False
    if parts.has("side", "own") and parts.has("indicator") and not parts.has("indicator", *TRADE, *_DEALS):
        return INDIA, False
    if parts.has("world") and not parts.has("measure", "share") and not parts.has("percent"):
        return WORLD, False
    return base.partner, base.apart


def _is_set_aside(parts: Parts, country: Country) -> bool:
    """'Leaving China out', 'if we take China away'."""
    before = {parts.word(country.start - step) for step in (1, 2)}
    behind = {parts.word(country.end), parts.word(country.end + 1)}
    return not before.isdisjoint(_PUTTING) and not behind.isdisjoint(_ASIDE)


_PUTTING = folded("leave leaving left keep keeping kept take taking set setting put putting strip stripping")
_ASIDE = folded("out aside apart away")


def _but_for(parts: Parts) -> bool:
    """'Anywhere but China', 'what did not come from China', 'चीन से नहीं'."""
    return any(
        (parts.word(country.start - 1) in ("but", "bar", "save", "sans") and "not" not in parts.spelt[: country.start])
        or _is_denied(parts, country.start, country.end)
        or _is_set_aside(parts, country)
        for country in parts.countries
    )


def _is_denied(parts: Parts, start: int, end: int) -> bool:
    """Whether a 'not' belongs to a country's 'from', 'by' or 'se'; 'not only from' denies nothing."""
    at = start - 2 if parts.word(start - 1) == "the" else start - 1
    before = [parts.word(place) for place in range(max(0, at - _NEAR), at)]
    if parts.word(at) in ("from", "by", "of") and any(word in _NOT for word in before) and not _ONLY & set(before):
        return True
    return parts.word(end) in ("se", "से") and any(parts.word(place) in _NOT for place in (end + 1, end + 2))


# "isn" is what an apostrophe leaves of "isn't"
_NOT = folded("not isnt isn wasnt wasn werent weren arent aren didnt didn doesnt doesn nahi nahin नहीं")
_ONLY = folded("only just merely why sirf keval")


def _period(span: Span, base: Subject) -> tuple[Period | None, bool]:
    if span.to_date:
        return span.points[0], True
    if len(span.points) == 1 and not span.long:
        return span.points[0], False
    if span.said:
        return None, False
    return base.period, base.to_date


def wants_rate(parts: Parts) -> bool:
    return parts.has("percent") or any(
        parts.word(mark.start) in ("rate", "growth") for mark in parts.all("op", "change")
    )
