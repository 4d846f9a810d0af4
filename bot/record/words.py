"""The choices of the record as people write them, English and Hindi: categories, statuses, stages, products, fields.

A word that a title holds may propose a choice; only a part that is wholly such a word says it.
"""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum
from typing import Final, TypeVar

from storage.records import Category, Confidence, ControlStatus, FigureStatus, MilestoneStatus, Stage

E = TypeVar("E", bound=StrEnum)

_CATEGORIES: Final = {
    Category.POLICY: "policy|scheme|rule|notification|approval|cabinet|neeti|niti|yojana|नीति|योजना|अधिसूचना|मंज़ूरी|मंजूरी",
    Category.TENDER: "tender|bid|bids|bidding|rfp|award|auction|nivida|निविदा|बोली|टेंडर|नीलामी",
    Category.PLANT: "plant|factory|unit|works|line|facility|sanyantra|karkhana|संयंत्र|प्लांट|कारखाना|लाइन",
    Category.MINING: "mining|mine|exploration|khanan|khadan|खनन|खान|खदान|अन्वेषण",
    Category.TECHNOLOGY: "technology|tech|r&d|research|pilot|recycling|takneek|taknik|प्रौद्योगिकी|तकनीक|अनुसंधान|शोध",
    Category.TRADE: "trade|import|imports|export|exports|duty|tariff|agreement|mou|vyapar|व्यापार|आयात|निर्यात|"
    "शुल्क|समझौता",
    Category.EXPORT_CONTROL: "export control|export controls|export_control|control|controls|ban|curb|curbs|"
    "niryat niyantran|निर्यात नियंत्रण|प्रतिबंध|रोक",
}
_STATUSES: Final = {
    MilestoneStatus.PLANNED: "planned|plan|open|upcoming|pending|niyojit|योजित|नियोजित|लंबित",
    MilestoneStatus.IN_PROGRESS: "in progress|in_progress|ongoing|started|under way|underway|jari|जारी|प्रगति पर|चालू",
    MilestoneStatus.DONE: "done|completed|complete|finished|achieved|ho gaya|pura|poora|पूरा|हो गया|पूर्ण|संपन्न",
    MilestoneStatus.DROPPED: "dropped|cancelled|canceled|scrapped|shelved|radd|रद्द|छोड़ा गया",
}
_STAGES: Final = {
    Stage.ANNOUNCED: "announced|planned|proposed|ghoshit|घोषित|प्रस्तावित",
    Stage.AWARDED: "awarded|award|selected|sanctioned|आवंटित|चयनित",
    Stage.BUILDING: "building|under construction|construction|being built|nirmanadheen|निर्माणाधीन|निर्माण",
    Stage.COMMISSIONED: "commissioned|running|operational|producing|live|chalu|चालू|शुरू|उत्पादन में",
    Stage.SHELVED: "shelved|dropped|cancelled|canceled|scrapped|रद्द|स्थगित",
}
_CONTROL_STATUSES: Final = {
    ControlStatus.ANNOUNCED: "announced|proposed|ghoshit|घोषित",
    ControlStatus.IN_FORCE: "in force|in_force|effective|active|lagu|laagu|लागू|प्रभावी",
    ControlStatus.SUSPENDED: "suspended|paused|pause|on hold|nilambit|निलंबित|स्थगित",
    ControlStatus.EXPIRED: "expired|lapsed|ended|samapt|समाप्त",
    ControlStatus.REVOKED: "revoked|withdrawn|repealed|lifted|cancelled|wapas|वापस|रद्द|हटाया गया",
}
_FIGURE_STATUSES: Final = {
    FigureStatus.FINAL: "final|official|antim|अंतिम",
    FigureStatus.PROVISIONAL: "provisional|prov|anantim|अनंतिम|अस्थायी",
    FigureStatus.ESTIMATE: "estimate|estimated|est|forecast|anumaan|anuman|अनुमान|अनुमानित",
    FigureStatus.REPORTED: "reported|press|claim|company claim|सूचित|ख़बर|खबर",
    FigureStatus.UNCONFIRMED: "unconfirmed|unverified|rumour|apusht|अपुष्ट",
}
_CONFIDENCES: Final = {
    Confidence.REPORTED: "reported|press",
    Confidence.UNCONFIRMED: "unconfirmed|unverified|rumour|apusht|अपुष्ट",
}
_TABLES: Final[dict[type[StrEnum], dict[str, StrEnum]]] = {
    kind: {word: choice for choice, listed in table.items() for word in listed.split("|")}
    for kind, table in (
        (Category, _CATEGORIES),
        (MilestoneStatus, _STATUSES),
        (Stage, _STAGES),
        (ControlStatus, _CONTROL_STATUSES),
        (FigureStatus, _FIGURE_STATUSES),
        (Confidence, _CONFIDENCES),
    )
}
_PRODUCTS: Final = {
    "magnets": "magnet magnets ndfeb repm smco chumbak चुंबक मैग्नेट",
    "metals": "metal metals ndpr dhatu धातु",
    "oxides": "oxide oxides ऑक्साइड",
    "alloys": "alloy alloys मिश्रधातु",
}
_PRODUCT_OF: Final = {word: product for product, listed in _PRODUCTS.items() for word in listed.split()}

# Words of a title that say what kind of milestone it is, beyond the names of the kinds.
_HINTS: Final = {
    Category.POLICY: "cabinet approves approved approval gazette notified notification guidelines budget mission "
    "policy act bill "
    "incentive subsidy नीति अधिसूचना मंजूरी मंज़ूरी कैबिनेट बजट",
    Category.TENDER: "tender rfp proposal bid bids bidder bidders bidding award awarded beneficiaries auction "
    "pre-bid loi request "
    "निविदा बोली टेंडर नीलामी",
    Category.PLANT: "plant commission commissioned commissioning production produces line facility factory tpa "
    "capacity trial "
    "sintering unit inaugurated संयंत्र प्लांट कारखाना लाइन उत्पादन",
    Category.MINING: "mine mining monazite ore deposit exploration drilling lease block beach-sand extraction "
    "खनन खदान खान अन्वेषण",
    Category.TECHNOLOGY: "technology research pilot recycling r&d patent lab prototype nftdc transfer तकनीक "
    "प्रौद्योगिकी अनुसंधान शोध",
    Category.TRADE: "import imports export exports duty tariff agreement mou fta supply offtake customs आयात "
    "निर्यात शुल्क समझौता व्यापार",
    Category.EXPORT_CONTROL: "mofcom control controls licence license ban curbs dual-use suspension entity-list "
    "प्रतिबंध रोक नियंत्रण",
}
_HINTED: Final = {category: frozenset(listed.split()) for category, listed in _HINTS.items()}
FIELDS: Final[dict[str, dict[str, str]]] = {
    "milestones": {
        "title": "title name naam शीर्षक नाम",
        "category": "category shreni श्रेणी",
        "status": "status sthiti स्थिति",
        "due": "due by deadline target expected देय नियत",
        "done": "done completed finished पूर्ण",
        "organisation": "organisation organization org company sanstha संस्था कंपनी",
        "place": "place at location state jagah स्थान जगह",
        "source_url": "source_url source link url स्रोत लिंक",
        "note": "note notes टिप्पणी",
        "confidence": "confidence",
        "controls": "controls hangs-on नियंत्रण",
        "reason": "reason because karan कारण",
    },
    "plants": {
        "name": "name title naam नाम",
        "organisation": "organisation organization org company sanstha संस्था कंपनी",
        "place": "place at location state स्थान जगह",
        "product": "product makes उत्पाद",
        "capacity_tpa": "capacity_tpa capacity क्षमता",
        "stage": "stage status चरण स्थिति",
        "expected": "expected due by अपेक्षित",
        "programme": "programme program scheme योजना",
        "source_url": "source_url source link url स्रोत लिंक",
        "note": "note notes टिप्पणी",
        "confidence": "confidence",
        "reason": "reason because कारण",
    },
    "controls": {
        "title": "title name शीर्षक नाम",
        "jurisdiction": "jurisdiction country देश",
        "instrument": "instrument order notice आदेश",
        "scope": "scope covers goods दायरा",
        "announced": "announced घोषित",
        "effective": "effective from लागू",
        "until": "until till ends तक",
        "status": "status स्थिति",
        "source_url": "source_url source link url स्रोत लिंक",
        "note": "note notes टिप्पणी",
        "confidence": "confidence",
        "reason": "reason because कारण",
    },
    "figures": {
        "status": "status",
        "source_title": "source_title source",
        "source_url": "source_url link url",
        "published": "published dated",
        "note": "note notes",
    },
}
_FIELD_OF: Final = {
    kind: {word: field for field, listed in table.items() for word in listed.split()} for kind, table in FIELDS.items()
}


def choice(text: str, kind: type[E]) -> E | None:
    """The whole text as a choice of a kind: its own word, or one that people use for it."""
    said = " ".join(text.casefold().replace("-", " ").split()).rstrip(".")
    try:
        return kind(said.replace(" ", "_"))
    except ValueError:
        found = _TABLES[kind].get(said)
    return kind(found) if found is not None else None


def guess_category(title: str) -> Category | None:
    """What the words of a title speak for; None when they speak for nothing, or for two kinds alike."""
    said = re.findall(r"[^\s,.;:()|]+", title.casefold())
    votes = Counter({category: sum(word in hints for word in said) for category, hints in _HINTED.items()})
    (first, most), (_, next_most) = votes.most_common(2)
    return first if most > next_most else None


def product(text: str) -> str | None:
    """The record's product that a text is wholly a name of; a customs code is a product of its own."""
    said = text.casefold().split()
    if len(said) == 1 and re.fullmatch(r"\d{4}(?:\d{2}){0,2}", said[0]):
        return said[0]
    named = {_PRODUCT_OF.get(word) for word in said if word not in ("rare", "earth", "permanent")}
    return named.pop() if len(named) == 1 else None


def product_in(name: str) -> str | None:
    """The product that a plant's name speaks of; None when it speaks of several."""
    named = {_PRODUCT_OF[word] for word in name.casefold().split() if word in _PRODUCT_OF}
    return named.pop() if len(named) == 1 else None


def field(kind: str, text: str) -> str | None:
    """The column that a word names."""
    return _FIELD_OF[kind].get("-".join(text.casefold().split()))


# Without a colon these words begin many a title or name, and name no field.
_NEED_COLON: Final = (
    "title",
    "name",
    "organisation",
    "source_url",
    "source_title",
    "controls",
    "product",
    "category",
    "jurisdiction",
)


def split_field(kind: str, part: str) -> tuple[str, str] | None:
    """'due 2026-Q4', 'place: Vizag', 'org = IREL' -> the column and what is said of it; None for any other part."""
    if found := re.match(r"([^\s:=]+(?: [^\s:=]+)?)\s*[:=]\s*(.*)", part, re.DOTALL):
        name = field(kind, found[1])
        return (name, found[2].strip()) if name else None
    found = re.match(r"(\S+)\s+(.+)", part, re.DOTALL)
    name = field(kind, found[1]) if found else None
    if not found or not name or name in _NEED_COLON or (name == "place" and found[1].casefold() not in ("at", "place")):
        return None
    return name, found[2].strip()


def named_plainly(part: str) -> bool:
    """Whether a colon or an equals sign says that a field is meant."""
    return re.match(r"[^\s:=]+(?: [^\s:=]+)?\s*[:=]", part) is not None
