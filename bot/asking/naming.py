"""What things are called in an answer: indicators, products, countries, stages, in English and Hindi. Formats no number."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.asking.questions import Subject

Words = dict[str, dict[str, str]]

INDICATORS: Words = {
    "imports": {"en": "imports", "hi": "आयात"},
    "exports": {"en": "exports", "hi": "निर्यात"},
    "production": {"en": "production", "hi": "उत्पादन"},
    "balance": {"en": "trade balance", "hi": "व्यापार संतुलन"},
    "demand": {"en": "demand", "hi": "मांग"},
    "demand_growth": {"en": "growth of demand", "hi": "मांग की वृद्धि"},
    "import_dependence": {"en": "import dependence", "hi": "आयात निर्भरता"},
    "capacity_target": {"en": "capacity target", "hi": "क्षमता लक्ष्य"},
    "reserves": {"en": "reserves", "hi": "भंडार"},
    "reserves_share": {"en": "share of world reserves", "hi": "विश्व भंडार में हिस्सा"},
    "mine_output": {"en": "mine output", "hi": "खनन उत्पादन"},
    "processing_share": {"en": "share of world processing", "hi": "विश्व प्रसंस्करण में हिस्सा"},
    "outlay": {"en": "outlay", "hi": "परिव्यय"},
    "subsidy": {"en": "subsidy", "hi": "सब्सिडी"},
    "incentive": {"en": "incentive", "hi": "प्रोत्साहन"},
    "price": {"en": "price", "hi": "कीमत"},
    "exchange_rate": {"en": "exchange rate", "hi": "विनिमय दर"},
    "bids": {"en": "bids", "hi": "बोलियां"},
    "beneficiaries": {"en": "beneficiaries", "hi": "लाभार्थी"},
}
PRODUCTS: Words = {
    "magnets": {"en": "magnets", "hi": "चुंबक"},
    "oxides": {"en": "rare earth oxides", "hi": "दुर्लभ मृदा ऑक्साइड"},
    "metals": {"en": "rare earth metals", "hi": "दुर्लभ मृदा धातु"},
    "ndfeb": {"en": "NdFeB", "hi": "NdFeB"},
    "ndpr oxide": {"en": "NdPr oxide", "hi": "NdPr ऑक्साइड"},
    "usd": {"en": "US dollar", "hi": "अमेरिकी डॉलर"},
    "critical minerals": {"en": "critical minerals", "hi": "महत्वपूर्ण खनिज"},
    "monazite": {"en": "monazite", "hi": "मोनाजाइट"},
}
# 'of magnets', where Hindi bends the word.
OF_PRODUCTS: Words = {
    "magnets": {"en": "magnets", "hi": "चुंबकों"},
    "oxides": {"en": "rare earth oxides", "hi": "दुर्लभ मृदा ऑक्साइड"},
    "metals": {"en": "rare earth metals", "hi": "दुर्लभ मृदा धातुओं"},
}
STATUSES: Words = {
    "final": {"en": "final", "hi": "अंतिम"},
    "provisional": {"en": "provisional", "hi": "अनंतिम"},
    "estimate": {"en": "estimate", "hi": "अनुमान"},
    "reported": {"en": "reported", "hi": "रिपोर्ट किया गया"},
    "unconfirmed": {"en": "unconfirmed", "hi": "अपुष्ट"},
    "planned": {"en": "planned", "hi": "नियोजित"},
    "in_progress": {"en": "in progress", "hi": "जारी"},
    "done": {"en": "done", "hi": "पूरा"},
    "dropped": {"en": "dropped", "hi": "रद्द"},
    "overdue": {"en": "overdue", "hi": "देरी में"},
    "open": {"en": "open", "hi": "बाकी"},
    "announced": {"en": "announced", "hi": "घोषित"},
    "awarded": {"en": "awarded", "hi": "आवंटित"},
    "building": {"en": "under construction", "hi": "निर्माणाधीन"},
    "commissioned": {"en": "commissioned", "hi": "चालू"},
    "shelved": {"en": "shelved", "hi": "ठंडे बस्ते में"},
    "in_force": {"en": "in force", "hi": "लागू"},
    "suspended": {"en": "suspended", "hi": "निलंबित"},
    "expired": {"en": "expired", "hi": "समाप्त"},
    "revoked": {"en": "revoked", "hi": "वापस लिया गया"},
}
CATEGORIES: Words = {
    "policy": {"en": "policy", "hi": "नीति"},
    "tender": {"en": "tender", "hi": "निविदा"},
    "plant": {"en": "plant", "hi": "संयंत्र"},
    "mining": {"en": "mining", "hi": "खनन"},
    "technology": {"en": "technology", "hi": "प्रौद्योगिकी"},
    "trade": {"en": "trade", "hi": "व्यापार"},
    "export_control": {"en": "export control", "hi": "निर्यात नियंत्रण"},
}
_WORLD = {"en": "the world", "hi": "विश्व"}


def name(words: Words, key: str, language: str) -> str:
    """A name in a language; what has none is called by its own key."""
    found = words.get(key)
    return found.get(language, found["en"]) if found else key.replace("_", " ")


def country(partner: str, language: str) -> str:
    """A country in a language, by CLDR."""
    if language != "hi":
        return partner
    if partner == "World":
        return _WORLD["hi"]
    return _hindi_countries().get(partner, partner)


@cache
def _hindi_countries() -> dict[str, str]:
    from babel import Locale

    english, hindi = Locale("en").territories, Locale("hi").territories
    return {english[code].partition(" (")[0]: hindi[code] for code in english if code in hindi} | {
        "United States": "अमेरिका"
    }


def product(key: str, language: str, *, of: bool = False) -> str:
    if key.isdecimal():
        return f"HS {key[:4]} {key[4:6]} {key[6:]}".strip()
    return name(OF_PRODUCTS if of else PRODUCTS, key, language)


def title(subject: Subject, language: str) -> str:
    """What the number is, without its period: 'imports of magnets from China'."""
    return _hindi(subject) if language == "hi" else _english(subject)


def _english(subject: Subject) -> str:
    what, goods = name(INDICATORS, subject.indicator, "en"), product(subject.product, "en")
    if subject.measure == "unit_value":
        return f"average value of {goods} {_flow(subject)}"
    if subject.measure in ("change", "growth"):
        return f"change on the year before, {_english(replace(subject, measure=''))}"
    if subject.measure == "share":
        owner = f"the share of all but {subject.partner}" if subject.apart else f"{subject.partner}'s share"
        return (
            f"{owner} of {goods} {what}"
            if subject.indicator in ("imports", "exports")
            else f"{owner} of world {goods} {what}"
        )
    if subject.indicator in ("imports", "exports"):
        return f"{what} of {goods} {_side(subject)}"
    if subject.indicator == "balance":
        return f"trade balance in {goods}{_with(subject)}"
    return f"{what} ({goods}, {subject.partner})"


def _flow(subject: Subject) -> str:
    return f"{'imported' if subject.indicator == 'imports' else 'exported'} {_side(subject)}"


def _side(subject: Subject) -> str:
    way = "from" if subject.indicator == "imports" else "to"
    if subject.apart:
        return f"{way} all countries but {subject.partner}"
    return f"{way} all countries" if subject.partner == "World" else f"{way} {subject.partner}"


def _with(subject: Subject) -> str:
    return "" if subject.partner == "World" else f" with {subject.partner}"


def _hindi(subject: Subject) -> str:
    what, goods = name(INDICATORS, subject.indicator, "hi"), product(subject.product, "hi", of=True)
    partner = country(subject.partner, "hi")
    if subject.measure in ("change", "growth"):
        return f"पिछले वर्ष से बदलाव, {_hindi(replace(subject, measure=''))}"
    if subject.measure == "share":
        owner = f"{partner} को छोड़कर बाकी देशों" if subject.apart else partner
        return f"{goods} के {what} में {owner} का हिस्सा"
    if subject.indicator in ("imports", "exports"):
        way = "से" if subject.indicator == "imports" else "को"
        side = (
            f"{partner} को छोड़कर बाकी सब देशों {way}"
            if subject.apart
            else f"सभी देशों {way}"
            if subject.partner == "World"
            else f"{partner} {way}"
        )
        if subject.measure == "unit_value":
            return f"{side} {goods} के {what} का औसत मूल्य"
        return f"{side} {goods} का {what}"
    if subject.indicator == "balance":
        return f"{goods} का व्यापार संतुलन"
    return f"{what} ({product(subject.product, 'hi')}, {partner})"
