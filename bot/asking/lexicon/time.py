"""Words of time, as the grammar of periods reads them one by one."""

from __future__ import annotations

MONTHS: tuple[str, ...] = (
    "january, jan, janvari, janwari, janvary, जनवरी",
    "february, feb, farvari, farwari, pharvari, फरवरी",
    "march, mar, maarch, मार्च",
    "april, apr, aprail, अप्रैल",
    "may, mai, मई",
    "june, jun, joon, जून",
    "july, jul, julai, julaai, जुलाई",
    "august, aug, agast, अगस्त",
    "september, sep, sept, sitambar, sitamber, सितंबर",
    "october, oct, aktubar, oktober, aktoobar, अक्टूबर, अक्तूबर",
    "november, nov, navambar, navamber, नवंबर",
    "december, dec, disambar, disamber, दिसंबर",
)

NUMBERS: dict[int, str] = {
    1: "one, single, a, an, ek, एक",
    2: "two, couple, pair, duo, jodi, do, दो, dono",
    3: "three, trio, troika, teen, tin, तीन",
    4: "four, quartet, char, chaar, चार",
    5: "five, paanch, panch, पांच",
    6: "six, chhe, chhah, cheh, chhai, छह, छः, छे",
    7: "seven, saat, सात",
    8: "eight, aath, आठ",
    9: "nine, nau, नौ",
    10: "ten, das, दस",
    11: "eleven, gyarah, ग्यारह",
    12: "twelve, dozen, barah, बारह",
    15: "fifteen, pandrah, पंद्रह",
    20: "twenty, bees, बीस",
    30: "thirty, tees, तीस",
    45: "fortyfive",
    60: "sixty, saath, साठ",
    90: "ninety, nabbe, नब्बे",
    100: "hundred, sau, सौ",
}

ORDINALS: dict[int, str] = {
    1: "first, 1st, pehla, pehli, pehle, pahla, pahli, pahle, पहला, पहली, पहले, प्रथम, opening, initial",
    2: "second, 2nd, doosra, doosri, dusra, dusri, dusre, doosre, दूसरा, दूसरी, दूसरे, द्वितीय",
    3: "third, 3rd, teesra, teesri, tisra, tisri, teesre, तीसरा, तीसरी, तीसरे, तृतीय",
    4: "fourth, 4th, chautha, chauthi, चौथा, चौथी, चौथे, चतुर्थ, final, last",
}

UNITS: dict[str, str] = {
    "year": """
        year, years, yr, yrs, cy, saal, sal, saalon, salon, varsh, baras, साल, सालों, वर्ष, वर्षों, बरस,
        calendar year,
        calendar years, twelvemonth
    """,
    "fiscal": """
        fy, fiscal, fiscals, fiscal year, fiscal years, financial year, financial years, fin year, f y, vitt varsh,
        vittiya varsh, vit varsh, vitta varsh, vittvarsh, vitt-varsh, financial, वित्त वर्ष, वित्तीय वर्ष,
        वित्त वर्षों,
        वित्तीय साल, वित्त-वर्ष, एफवाई, वित्तवर्ष, fys, budget year
    """,
    "half": """
        half, halves, h, half year, half-year, chhamahi, chhmahi, chamahi, छमाही, अर्धवार्षिक, अर्धवर्ष, आधा, आधे,
        aadhe, aadha, छमाहियों
    """,
    "quarter": "quarter, quarters, q, qtr, timahi, timaahi, tirmahi, तिमाही, तिमाहियों",
    "month": "month, months, mth, mahina, mahine, maheene, maah, mah, mahino, mahinon, महीना, महीने, महीनों, माह",
    "fortnight": "fortnight, fortnights, pakhwada, पखवाड़ा, पखवाड़े",
    "week": "week, weeks, hafta, hafte, haftey, hafton, saptah, हफ्ता, हफ्ते, हफ्तों, सप्ताह, सप्ताहों",
    "day": "day, days, din, dino, dinon, दिन, दिनों",
}

LAST = """
    aakhri, akhri, aakhiri, akhiri, antim, आखिरी, आख़िरी, अंतिम, last, previous, past, prior, preceding, recent,
    just ended, pichhla, pichhle, pichhli, pichla, pichle, pichli,
    gat, beeta, beete, bite, guzra, guzre, gaye, gaya, पिछला, पिछले, पिछली, गत, बीते, बीता, बीती, विगत, पूर्व, गुजरे
"""
THIS = """
    this, current, ongoing, present, running, is, iss, vartaman, maujooda, chalu, इस, वर्तमान, मौजूदा, चालू, इसी,
    isi
"""
NEXT = """
    next, coming, following, upcoming, agla, agle, agli, aane wale, aanewale, aagami, अगला, अगले, अगली, आगामी, आने
    वाले, ensuing
"""
SINCE = """
    since, post, after, on or after, not before, not earlier than, no earlier than, from, starting, beginning,
    starting from, beginning from, right from, onwards from, ever since,
    going back to, as far back as
"""
SINCE_AFTER = """
    onwards, onward, on, and after, ke baad se, ke bad se, ke baad, ke bad, se ab tak, se abhi tak, se lekar ab tak,
    se aaj tak, se shuru, till now, until now, till date, to date, to now, so far, to the present, till today, and
    later, के बाद से, के बाद, से अब तक, से लेकर अब तक, से आज तक, से शुरू, से अभी तक, के पश्चात
"""
BEFORE = """
    up to and including, up until and including, until and including, pre,
    at the close of, by the close of, at the end of, till the end of, until the end of, come, as of, as at, before,
    until, till, by, up to, upto, no later than, not later than, by the end of, before the end of, earlier than,
    prior to, on or before, up until, ahead of
"""
BEFORE_AFTER = """
    tak, se pehle, se pahle, ke pehle, ke ant tak, तक, से पहले, के पहले, से पूर्व, के अंत तक, and before, and
    earlier, or earlier, or before, ke andar
"""
TO = """
    to, until, till, through, thru, upto, up to, se, se lekar, से, से लेकर, and, aur, और, through to, ending, ending
    in, tak
"""
BETWEEN = "between, from, in between, over, during, across"
WITHIN = "within, in, over, during, inside, in under, less than, under, not more than, for"
WITHIN_AFTER = "ke andar, ke bhitar, ke bheetar, mein, me, के भीतर, के अंदर, में, time, from now, from today, ahead, hence"
AGO = "ago, back, pehle, pahle, पहले, पूर्व"
TO_DATE = """
    ytd, year to date, year-to-date, so far this year, this year so far, so far in the year, this year to date, this
    year till date, this year until now, this year till now, is saal ab tak, is sal ab tak, is varsh ab tak, is saal
    abhi tak, इस साल अब तक, इस वर्ष अब तक, इस साल अभी तक, इस साल के अब तक, साल की शुरुआत से अब तक, since the start
    of the year, since the beginning of the year, year till date
"""
FISCAL_TO_DATE = """
    fytd, fiscal year to date, fy to date, so far this fiscal, so far this fiscal year, so far this financial year,
    this fiscal so far, this fiscal year so far, this financial year so far, this fy so far, so far this fy, this
    fiscal to date, is vitt varsh ab tak, is vitt varsh mein ab tak, इस वित्त वर्ष अब तक, इस वित्त वर्ष में अब तक,
    financial year to date, this financial year to date, since the start of the fiscal year
"""
SO_FAR = """
    so far, to date, till date, till now, until now, up to now, as yet, as of now, up to date, ytd, year to date,
    year-to-date, ab tak, abhi tak, अब तक, अभी तक, yet
"""
NEWEST = """
    latest, newest, most recent, last available, most up to date, freshest, last reported, naya, taaza, taza, sabse
    naya, sabse naye, naveenatam, latest available, सबसे नया, सबसे नए, सबसे ताजा, नवीनतम, ताजा, सबसे हालिया, हालिया
"""
NOW = """
    now, today, currently, at present, presently, right now, at the moment, as of today, as of now, present day,
    aaj, abhi, filhaal, filhal, is samay, is waqt, आज, अभी, फिलहाल, इस समय, इस वक्त, वर्तमान में, these days
"""
YEAR_ENDING = """
    year ending, year ended, year to, twelve months to, 12 months to, twelve months ending, 12 months ending, year
    that ended in, year which ended in
"""
FIRST_MONTHS = "first, opening, initial, pehle, pahle, shuruaati, shuru ke, पहले, शुरुआती, शुरू के, प्रथम"
LAST_MONTHS = "last, final, closing, aakhri, akhri, antim, आखिरी, अंतिम"
MID = "mid, middle of, the middle of, madhya, मध्य"
