"""Why an item was judged as it was, in Hindi: triage gives its reasons in English, in fixed phrases around quoted words.

What a phrase quotes stays as it was written, and a phrase that is not known here stays in English.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.look.phrases import say
from storage.newsitems import Topic, Urgency

if TYPE_CHECKING:
    from collections.abc import Callable

_PHRASES = (
    (r"^Speaks of ([^;]+);", r"विषय: \1;"),
    (r"^Not told: (.+?)\.$", r"नहीं बताया: \1।"),
    (r"analysis or explanation", "विश्लेषण या व्याख्या"),
    (r"a rule changed", "नियम बदला"),
    (r"a new rule is named", "नया नियम बताया गया"),
    (r"states settled how the rules shall be", "देशों ने नियम तय किए"),
    (r"a duty on the goods changed", "माल पर शुल्क बदला"),
    (r"a rule on what a state's own works turn out", "देश के अपने उत्पादन पर नियम"),
    (r"a step of the magnet scheme itself", "चुंबक योजना का ही कदम"),
    (r"a Budget measure that names the subject", "बजट का उपाय जो विषय का नाम लेता है"),
    (r"news, but no rule changed", "ख़बर है, पर कोई नियम नहीं बदला"),
    (r"its words belong to another world than supply", "शब्द आपूर्ति के नहीं, किसी और क्षेत्र के हैं"),
    (r"a laboratory's result with no word of supply", "प्रयोगशाला का परिणाम, आपूर्ति का कोई शब्द नहीं"),
    (r"another mineral's news; rare earths stand only in passing", "दूसरे खनिज की ख़बर; दुर्लभ मृदा का ज़िक्र भर है"),
    (r"dual-use goods, the list that rare earths stand on", "दोहरे उपयोग का माल, जिस सूची में दुर्लभ मृदा हैं"),
    (r"critical minerals as a group", "महत्वपूर्ण खनिज, समूह के रूप में"),
    (r"magnets for industry", "उद्योग के चुंबक"),
    (r"a pact or a rule on minerals", "खनिजों पर समझौता या नियम"),
    (r"China's export rules", "चीन के निर्यात नियम"),
    (r"other minerals alone", "केवल दूसरे खनिज"),
    (
        r"nothing in it names rare earths, their magnets or critical minerals",
        "इसमें न दुर्लभ मृदा का नाम है, न उनके चुंबकों का, न महत्वपूर्ण खनिजों का",
    ),
)
_TOPICS = "|".join(topic.value.replace("_", " ") for topic in Topic)
_URGENCIES = "|".join(Urgency)


def _topic(found: re.Match[str]) -> str:
    return say(f"topic_{found[0].replace(' ', '_')}", "hi")


def _urgency(found: re.Match[str]) -> str:
    return say(f"urgency_{found[0]}", "hi")


def _story(found: re.Match[str]) -> str:
    return f"इसकी ख़बर ({found[1]} रिपोर्ट): {found[2]}, {found[3]}।"


_RULES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    *((re.compile(english), hindi) for english, hindi in _PHRASES),
    (re.compile(r"Its story \((\d+) reports\) is ([\w ]+), (\w+)\."), _story),
    (re.compile(rf"(?<=; )(?:{_TOPICS})(?= \('|;)|(?<=: )(?:{_TOPICS})(?=, (?:{_URGENCIES}))"), _topic),
    (re.compile(rf"(?<=; )(?:{_URGENCIES})(?=: )|(?<=, )(?:{_URGENCIES})(?=।)"), _urgency),
)


def reason(why: str, language: str) -> str:
    """The reason of a verdict in the reader's language.

    >>> reason("Speaks of rare earth; export control ('licences'); urgent: a rule changed ('bans').", "hi")
    "विषय: rare earth; निर्यात नियंत्रण ('licences'); तत्काल: नियम बदला ('bans')।"
    """
    if language != "hi":
        return why
    for english, hindi in _RULES:
        why = english.sub(hindi, why)
    return f"{why[:-1]}।" if why.endswith(".") else why
