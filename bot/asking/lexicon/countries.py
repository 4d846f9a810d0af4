"""Names of countries that no library gives: what people call them for short, and adjectives that no rule makes."""

from __future__ import annotations

# The territory's code, and what it is called beside its own name.
NICKNAMES: dict[str, str] = {
    "US": """
        usa, u s, america, united states of america, the states, uncle sam, amrika, amreeka, american, अमेरिका,
        अमरीका, यूएस, यूएसए, यू एस, संयुक्त राज्य अमेरिका, अमेरिकी, अमरीकी
    """,
    "GB": "uk, britain, great britain, england, british, ब्रिटेन, यूके, इंग्लैंड, ब्रिटिश, britain",
    "KR": """
        kor, korea, south korean, korean, rok, republic of korea, s korea, s. korea, seoul, कोरिया, साउथ कोरिया,
        कोरियाई, द कोरिया, dakshin korea, dakshini korea, कोरियन
    """,
    "KP": "dprk, north korean",
    "CN": """
        chn, prc, mainland china, beijing, chinese, people's republic of china, चाइना, बीजिंग, पेइचिंग, चीनी, cheen,
        chini, chine, chaina, cheena
    """,
    "JP": "jpn, tokyo, nippon, टोक्यो, jaapan",
    "DE": "ger, deu, deutschland, berlin, german, germani, jarman, jarmani, जर्मन, बर्लिन",
    "VN": "vnm, viet nam, hanoi, vietnamese, viyatnam, vietnaam, विएतनाम",
    "TW": "chinese taipei, taiwanese",
    "HK": "hong kong, हांगकांग, हॉन्ग कॉन्ग",
    "AE": "uae, emirates, यूएई, dubai",
    "EU": "eu, europe, european, ईयू, यूरोप, यूरोपीय",
    "NL": "holland, dutch, the netherlands, नीदरलैंड्स, हॉलैंड, डच",
    "FR": "french, फ्रांसीसी",
    "CH": "swiss, स्विस",
    "ES": "spanish",
    "DK": "danish",
    "FI": "finnish",
    "PH": "filipino, philippine",
    "TH": "thai, थाई",
    "PL": "polish",
    "GR": "greek",
    "TR": "turkey, turkish, तुर्की",
    "RU": "russian federation, रशिया",
    "CZ": "czech republic, czech",
    "MM": "myanmar, burma, burmese, म्यांमार, बर्मा",
    "KZ": "kazakh",
    "SA": "saudi",
    "NO": "norwegian",
    "IE": "irish",
    "NZ": "kiwi",
    "LA": "lao",
    "MO": "macao, macau",
    "ZA": "south african",
    "LK": "ceylon",
}

# Parts of the world that are no country, but that people name as if they were.
# Places of our own that sound like a country.
HOME = "chennai चेन्नई malda मालदा chandigarh kochi cochin goa kandla mundra paradip"

NO_COUNTRY = "QO, XA, XB, ZZ, EZ, UN, IN"

ENDINGS = ("ese", "ish", "ian", "ean", "an", "n", "i", "s")  # Japan-ese, Austral-ian, Korea-n
ENDINGS_HI = ("ियाई", "याई", "ाई", "ियन", "ई", "ी", "न")  # जापान-ी, कोरिया-ई
