"""Numbers in words, up to ninety-nine, and what multiplies them: English, Hindi in Latin letters, Hindi.

English tens and ones stand apart, as they are put together; Hindi has a word for each number.
"""

from __future__ import annotations

ONES: dict[int, str] = {
    1: "one, वन",
    2: "two, टू",
    3: "three, थ्री",
    4: "four, फोर",
    5: "five, फाइव",
    6: "six, सिक्स",
    7: "seven, सेवन",
    8: "eight, एट",
    9: "nine, नाइन",
}
TENS: dict[int, str] = {
    20: "twenty, ट्वेंटी, ट्वेन्टी",
    30: "thirty, थर्टी",
    40: "forty, fourty, फोर्टी",
    50: "fifty, फिफ्टी",
    60: "sixty, सिक्सटी",
    70: "seventy, सेवंटी",
    80: "eighty, एटी",
    90: "ninety, नाइंटी",
}
WHOLE: dict[int, str] = {
    1: "ek, एक",
    2: "do, दो",
    3: "teen, tin, तीन",
    4: "char, chaar, चार",
    5: "paanch, panch, पांच",
    6: "chhah, chhe, छह, छः, छे",
    7: "saat, सात",
    8: "aath, आठ",
    9: "nau, नौ",
    10: "ten, das, दस, टेन",
    11: "eleven, gyarah, ग्यारह",
    12: "twelve, barah, baarah, बारह",
    13: "thirteen, terah, तेरह",
    14: "fourteen, chaudah, चौदह",
    15: "fifteen, pandrah, pandra, पंद्रह",
    16: "sixteen, solah, सोलह",
    17: "seventeen, satrah, सत्रह",
    18: "eighteen, atharah, athaarah, अठारह",
    19: "nineteen, unnis, उन्नीस",
    20: "bees, bis, बीस",
    21: "ikkis, ikis, इक्कीस",
    22: "bais, baais, बाईस, बाइस",
    23: "teis, tais, tehis, तेईस, तेइस",
    24: "chaubis, chobis, चौबीस",
    25: "pachchis, pachis, pacchis, पच्चीस, पचीस",
    26: "chhabbis, chabbis, chhabis, छब्बीस",
    27: "sattais, satais, सत्ताईस, सत्ताइस",
    28: "atthais, athais, aththais, अट्ठाईस, अट्ठाइस, अठ्ठाईस",
    29: "untis, unatis, उनतीस, उन्तीस",
    30: "tees, tis, तीस",
    31: "ikattis, iktis, इकतीस, इकत्तीस",
    32: "battis, batis, बत्तीस",
    33: "taintis, tentis, तैंतीस, तेंतीस",
    34: "chauntis, chautis, चौंतीस",
    35: "paintis, pentis, पैंतीस",
    36: "chhattis, chattis, छत्तीस",
    37: "saintis, sentis, सैंतीस",
    38: "adtis, artis, अड़तीस",
    39: "untalis, उनतालीस, उनचालीस",
    40: "chalis, chaalis, चालीस",
    45: "paintalis, पैंतालीस",
    47: "saintalis, सैंतालीस",
    50: "pachas, pachaas, पचास",
    60: "saath, साठ",
    70: "sattar, सत्तर",
    75: "pachhattar, पचहत्तर",
    80: "assi, अस्सी",
    90: "nabbe, नब्बे",
}
HUNDRED = "hundred, sau, सौ"
THOUSAND = "thousand, hazaar, hazar, hajar, hajaar, हजार, थाउजेंड"
AND = "and, n"
NOUGHT = "oh, o"
