"""The words that dates are made of, in English, Hindi and Hindi written in Latin letters, each with its kind and value.

A kind is one letter, so that a sentence can be read as a string of kinds (see whens.py).
"""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Final

from babel.dates import get_day_names, get_month_names

WORD: Final = "x"  # anything else
DAY: Final = "D"  # a whole date
PERIOD: Final = "K"  # a period in the record's own writing
YEAR: Final = "Y"
FISCAL: Final = "F"  # a fiscal year; its value is the year that it begins in
QUARTER: Final = "Q"
HALF: Final = "H"
MONTH: Final = "M"
WEEKDAY: Final = "W"
NUMBER: Final = "N"
UNIT: Final = "U"
NEAR: Final = "r"  # next 1, this 0, last -1
EDGE: Final = "e"  # end, mid, early, late
OF: Final = "o"  # joins, and says nothing
CUE: Final = "b"  # by, on, due: a date follows
UNTIL: Final = "t"  # tak: a date has just been said
BEFORE: Final = "B"
IN: Final = "i"
AGO: Final = "a"
AHEAD: Final = "l"
OFFSET: Final = "T"  # days from today
EITHER: Final = "C"  # Hindi's kal and parso: so many days ahead or ago
FESTIVAL: Final = "V"
DASH: Final = "-"

_MONTHS_LATIN = (
    "janvari janwari",
    "farvari farwari pharvari",
    "",
    "aprail",
    "mai",
    "joon",
    "julai",
    "agast",
    "sitambar sitamber",
    "aktubar aktoobar",
    "navambar navamber",
    "disambar disamber",
)
_MONTHS_HINDI = ("", "", "", "", "", "", "", "", "", "अक्तूबर", "", "")
_DAYS_LATIN = (
    "somwar somvar",
    "mangalwar mangalvar mangal",
    "budhwar budhvar",
    "guruwar guruvar brihaspativar",
    "shukrawar shukravar shukrwar",
    "shaniwar shanivar",
    "raviwar ravivar itwar itvar",
)
_DAYS_HINDI = ("", "", "", "बृहस्पतिवार वीरवार", "", "", "इतवार")

_UNITS = {
    "day": "day days din दिन दिनों",
    "week": "week weeks wk wks hafte hafta hafton haftey saptah हफ्ते हफ्ता हफ्तों सप्ताह",
    "month": "month months mahine mahina mahinon maheene maah mah महीने महीना महीनों माह",
    "quarter": "quarter quarters qtr timahi तिमाही तिमाहियों",
    "half": "half-year chhamahi छमाही",
    "year": "year years yr yrs saal sal varsh साल सालों वर्ष वर्षों",
    "fiscal": "fiscal fy",
}
_NEAR = {
    1: "next coming upcoming following agle agla agli aagle aagla aagli अगले अगला अगली आगामी",
    0: "this current is iss chalu इस चालू मौजूदा",
    -1: "last previous past pichhle pichhla pichhli pichle pichla pichli gat पिछले पिछला पिछली गत",
}
_EDGES = {
    "end": "end ending close eoy ant aakhir akhir aakhri akhri अंत आखिर आख़िर आखिरी",
    "mid": "mid middle beech madhya बीच मध्य",
    "early": "early beginning start shuru shuruaat shuruat शुरू शुरुआत आरंभ",
    "late": "late",
}
_PARTS = {
    1: "first 1st pehli pahli पहली प्रथम",
    2: "second 2nd dusri doosri दूसरी द्वितीय",
    3: "third 3rd tisri teesri तीसरी तृतीय",
    4: "fourth 4th chauthi chothi चौथी चतुर्थ",
}
_NUMBERS = {
    1: "one a an ek एक",
    2: "two do दो",
    3: "three teen तीन",
    4: "four char चार",
    5: "five paanch panch पाँच पांच",
    6: "six chhah chhe छह छः",
    7: "seven saat सात",
    8: "eight aath आठ",
    9: "nine nau नौ",
    10: "ten das दस",
    11: "eleven",
    12: "twelve barah बारह",
}
_FESTIVALS = {
    "diwali": "diwali|deepavali|deepawali|dipawali|divali|दिवाली|दीवाली|दीपावली",
    "holi": "holi|होली",
    "dussehra": "dussehra|dasara|dashahra|dushera|dusshera|vijayadashami|vijaya dashami|दशहरा|दशहरे|विजयादशमी",
    "eid al-fitr": "eid|eid al-fitr|eid ul-fitr|eid-ul-fitr|id-ul-fitr|ईद|ईद-उल-फितर",
    "bakrid": "bakrid|bakr-id|eid al-adha|eid ul-adha|eid-ul-adha|id-ul-zuha|बकरीद",
    "muharram": "muharram|मुहर्रम",
    "milad": "milad|milad-un-nabi|eid-e-milad|मिलाद",
    "raksha bandhan": "raksha bandhan|rakshabandhan|rakhi|रक्षा बंधन|रक्षाबंधन|राखी",
    "janmashtami": "janmashtami|जन्माष्टमी",
    "ganesh chaturthi": "ganesh chaturthi|गणेश चतुर्थी",
    "ram navami": "ram navami|ramnavami|राम नवमी|रामनवमी",
    "mahavir jayanti": "mahavir jayanti|महावीर जयंती",
    "maha shivaratri": "maha shivaratri|mahashivratri|shivratri|महाशिवरात्रि|शिवरात्रि",
    "buddha purnima": "buddha purnima|buddh purnima|बुद्ध पूर्णिमा",
    "guru nanak jayanti": "guru nanak jayanti|gurpurab|गुरु नानक जयंती|गुरुपर्व",
    "onam": "onam|ओणम",
    "ugadi": "ugadi|gudi padwa|उगादि|गुड़ी पड़वा",
    "pongal": "pongal|makar sankranti|sankranti|पोंगल|मकर संक्रांति",
    "vaisakhi": "vaisakhi|baisakhi|बैसाखी|वैशाखी",
    "rath yatra": "rath yatra|रथ यात्रा",
    "chhath": "chhath|chhath puja|छठ|छठ पूजा",
    "good friday": "good friday|गुड फ्राइडे",
    "easter": "easter|easter sunday|ईस्टर",
}
# Civil days have the same date each year.
CIVIL: Final = {
    "republic day": (1, 26),
    "independence day": (8, 15),
    "gandhi jayanti": (10, 2),
    "ambedkar jayanti": (4, 14),
    "christmas": (12, 25),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "may day": (5, 1),
    "children's day": (11, 14),
    "teachers' day": (9, 5),
}
_CIVIL_NAMES = {
    "republic day": "republic day|26 jan parade|gantantra diwas|गणतंत्र दिवस",
    "independence day": "independence day|swatantrata diwas|स्वतंत्रता दिवस",
    "gandhi jayanti": "gandhi jayanti|गांधी जयंती|गाँधी जयंती",
    "ambedkar jayanti": "ambedkar jayanti|अंबेडकर जयंती|आंबेडकर जयंती",
    "christmas": "christmas|xmas|क्रिसमस",
    "new year's eve": "new year's eve|new year eve",
    "new year's day": "new year's day|new year day",
    "may day": "may day|labour day|मई दिवस",
    "children's day": "children's day|childrens day|bal diwas|बाल दिवस",
    "teachers' day": "teachers' day|teachers day|teacher's day|शिक्षक दिवस",
}


@cache
def words() -> dict[str, tuple[str, Any]]:
    """Word or phrase (lower case) -> its kind and value."""
    found: dict[str, tuple[str, Any]] = {}
    for kind, table in (
        (UNIT, _UNITS), (NEAR, _NEAR), (EDGE, _EDGES), (NUMBER, _NUMBERS),
    ):  # fmt: skip
        found |= {word: (kind, value) for value, listed in table.items() for word in listed.split()}
    for number, listed in _PARTS.items():
        for ordinal in listed.split():
            found |= {f"{ordinal} {unit}": (QUARTER, number) for unit in ("quarter", "qtr", "timahi", "तिमाही")}
            if number < 3:
                found |= {f"{ordinal} {unit}": (HALF, number) for unit in ("half", "chhamahi", "छमाही")}
    for names, civil in ((_FESTIVALS, False), (_CIVIL_NAMES, True)):
        found |= {word: (FESTIVAL, (name, civil)) for name, listed in names.items() for word in listed.split("|")}
    return found | _calendar() | _particles()


def _calendar() -> dict[str, tuple[str, Any]]:
    found: dict[str, tuple[str, Any]] = {}
    for width in ("wide", "abbreviated"):
        for locale in ("en", "en_IN", "hi"):
            for number, name in get_month_names(width, locale=locale).items():
                found |= dict.fromkeys(_spellings(name), (MONTH, number))
            for number, name in get_day_names(width, locale=locale).items():
                found |= {word: (WEEKDAY, number) for word in _spellings(name) if locale != "hi" or width == "wide"}
    for number, listed in enumerate(zip(_MONTHS_LATIN, _MONTHS_HINDI, strict=True), start=1):
        found |= dict.fromkeys(" ".join(listed).split(), (MONTH, number))
    for number, listed in enumerate(zip(_DAYS_LATIN, _DAYS_HINDI, strict=True)):
        found |= dict.fromkeys(" ".join(listed).split(), (WEEKDAY, number))
    return found


def _spellings(name: str) -> set[str]:
    """A name with and without its dots under letters, its nasal as a dot or as a letter."""
    bare = name.lower().rstrip(".॰")
    plain = bare.replace("़", "")
    return {bare, plain, plain.replace("ंब", "म्ब")}


def _particles() -> dict[str, tuple[str, Any]]:
    table = {
        OF: "of the in-the ki ka ke की का के tarikh tareekh तारीख तारीख़",
        CUE: "by on due until till upto deadline target expected",
        UNTIL: "tak ko तक को",
        BEFORE: "before prior-to",
        IN: "in within during",
        AGO: "ago back pehle pahle पहले",
        AHEAD: "later from-now hence mein me baad में बाद ahead",
        DASH: "to se से",
    }
    found: dict[str, tuple[str, Any]] = {
        word.replace("-", " "): (kind, None) for kind, listed in table.items() for word in listed.split()
    }
    offsets = {"today": 0, "aaj": 0, "आज": 0, "tomorrow": 1, "yesterday": -1}
    found |= {word: (OFFSET, days) for word, days in offsets.items()}
    found |= {"day after tomorrow": (OFFSET, 2), "day before yesterday": (OFFSET, -2)}
    either = {"kal": 1, "कल": 1, "parso": 2, "parson": 2, "परसों": 2}
    return found | {word: (EITHER, days) for word, days in either.items()}


@cache
def festival_days() -> dict[str, tuple[date, ...]]:
    """The days of the festivals that follow the moon, 2024 to 2035, from festivals.csv.

    Taken from python-holidays 0.109 (MIT), India, national and optional holidays. The library itself would take 46 MiB
    for good, and a third of a second of the loop on the first Diwali. Days that it marks as estimated may move by one.
    """
    days: dict[str, list[date]] = {}
    for row in _festival_rows():
        days.setdefault(row["festival"], []).append(date.fromisoformat(row["day"]))
    return {name: tuple(sorted(each)) for name, each in days.items()}


@cache
def estimated_days() -> frozenset[date]:
    """Days that depend on the sighting of the moon."""
    return frozenset(date.fromisoformat(row["day"]) for row in _festival_rows() if row["certainty"])


def _festival_rows() -> list[dict[str, str]]:
    table = files("bot.record").joinpath("festivals.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(table.splitlines()))
