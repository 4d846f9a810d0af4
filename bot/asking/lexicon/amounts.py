"""Of what, and in what: products, units, scales, value, share, price, and how firm a number is."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "product:magnets": """
        magnet, magnets, permanent magnet, permanent magnets, rare earth magnet, rare earth magnets, rare-earth magnets,
        rare earth permanent magnets, repm, repms, rare earth permanent magnet, mag, mags, magnetic material
        | chumbak, chumbako, chumbakon, chumbkon, chumbak ka, maignet
        | चुंबक, चुंबकों, चुम्बक, मैग्नेट, मैग्नेट्स, स्थायी चुंबक, स्थायी चुंबकों, दुर्लभ मृदा चुंबक, दुर्लभ मृदा स्थायी
        चुंबक, मैगनेट
    """,
    "product:oxides": """
        oxide, oxides, rare earth oxide, rare earth oxides, rare-earth oxide, rare earth compounds, rare earth compound,
        compounds, reo
        | oxide, aksaid, oxaid, yaugik
        | ऑक्साइड, ऑक्साइडों, दुर्लभ मृदा ऑक्साइड, यौगिक, यौगिकों, आक्साइड
    """,
    "product:metals": """
        metal, metals, rare earth metal, rare earth metals, rare-earth metal, rare-earth metals
        | dhatu, dhaatu, dhatuon, dhaatuon
        | धातु, धातुओं, धातुएं, दुर्लभ मृदा धातु, मेटल, मेटल्स
    """,
    "product:ndpr oxide": """
        ndpr, ndpr oxide, neodymium-praseodymium, neodymium praseodymium, neodymium praseodymium oxide,
        neodymium-praseodymium oxide, nd pr oxide, pr nd oxide, prnd oxide
        | neodymium oxide, didymium oxide
        | एनडीपीआर, एनडीपीआर ऑक्साइड, नियोडिमियम-प्रेज़ियोडिमियम, नियोडिमियम ऑक्साइड
    """,
    "product:ndfeb": """
        ndfeb, ndfeb magnet, ndfeb magnets, neodymium magnet, neodymium magnets, neodymium iron boron, sintered ndfeb
        |
        | एनडीएफईबी, नियोडिमियम चुंबक
    """,
    "earths:": """
        rare earth, rare earths, rare-earth, rare-earths, rareearth, rareearths, ree
        | durlabh mrida, durlabh khanij, rear earth
        | दुर्लभ मृदा, रेयर अर्थ, दुर्लभ खनिज, दुर्लभ पृथ्वी, दुर्लभ मृदाओं
    """,
    "unit:USD": """
        usd, us$, $, dollar, dollars, us dollar, us dollars, bucks, greenbacks, american dollars,
        american currency, us
        currency, dollar terms, million dollars
        | dollar, dolar, daalar
        | डॉलर, डालर, अमेरिकी डॉलर
    """,
    "unit:INR": """
        inr, ₹, rs, rupee, rupees, indian currency, indian rupees, rupee terms, local currency,
        our own currency, indian
        money, home currency
        | rupay, rupaye, rupya, rupiya, rupaya, rupiye, rupye, rupai, rupee
        | रुपये, रुपए, रुपया, रुपयों, रूपये, रु, रुपैया, भारतीय मुद्रा
    """,
    "scale:crore": """
        crore, crores, cr, karod, karor
        |
        | करोड़, करोड
    """,
    "scale:lakh": """
        lakh, lakhs, lac, lacs
        |
        | लाख
    """,
    "scale:million": """
        million, millions, mn, mln, mio
        |
        | मिलियन
    """,
    "scale:billion": """
        billion, billions, bn
        | arab
        | बिलियन, अरब
    """,
    "scale:thousand": """
        thousand, thousands
        | hazar, hajar, hazaar
        | हजार
    """,
    "unit:t": """
        tonne, tonnes, ton, tons, mt, metric ton, metric tons, metric tonne, metric tonnes, tonnage, weight, weigh,
        weighed, by weight, quantity, quantities, volume, volumes, in volume, physical terms, physical quantity,
        by volume, how heavy, mass, volume terms, quantity terms, tonnages, qty, qnty, quant, vol, vols, wt,
        tonns, in t, t of, tn, tns
        | tan, tann, matra, maatra, vajan, wazan, vazan, quantity, taul
        | टन, टनों, मात्रा, वजन, भार, तौल, परिमाण, मात्रात्मक
    """,
    "unit:kg": """
        kg, kgs, kilo, kilos, kilogram, kilograms, kilogramme, kilogrammes
        | kilo, kilogram
        | किलो, किलोग्राम, किग्रा
    """,
    "measure:value": """
        value, valued, worth, in value terms, by value, value terms, bill, import bill, money, amount spent, spend,
        spent, spending, expenditure, pay, paid, paying, cost us, cost india, cost the country, monetary, shell
        out, shelled out, price paid, outgo, dollar value, in money terms, forked out, how much cash, expense,
        val, amt, amount paid, in value
        | mulya, moolya, kharch, kharcha, kharch kiya, paisa, paise, rakam, raqam, ki keemat ka, value, bill
        | मूल्य, खर्च, खर्चा, पैसा, पैसे, रकम, बिल, मूल्य के हिसाब, चुकाया, चुकाए, राशि, वैल्यू, वैल्यू में, वैल्यू के
        हिसाब
    """,
    "measure:unit_value": """
        per kg, per kilo, per kilogram, per kilogramme, a kilo, a kg, each kilo, each kg, per tonne, per ton, a tonne of
        magnets cost, unit value, unit values, unit price, unit prices, unit cost, price per kg, price per kilo,
        cost per kilo, cost per kg, average price, average import price, average export price, usd kg, $ kg,
        usd/kg, $/kg, dollars per kg, dollars per kilo, dollars a kilo, dollar a kg, per unit of weight, value
        per kg, average price per kg, price of imported magnets, price of imports, import price, export price,
        priciest, cheapest, dearest, most expensive, least expensive, pricey, pricier, cheaper, dearer,
        costliest, costlier, expensive, charge, charges, charged
        | rupaye kilo, rupay kilo, rupye kilo, rupees kilo, dollar kilo, rs kilo, prati kilo, prati kg, per kilo, kilo ke
        hisab, ek kilo, fi kilo, ausat kimat, ausat keemat, ausat daam, ikai mulya, sabse mehenga, sabse
        mahanga, sabse sasta, mehnga, mahnga, sasta, mehenge, mehengi, mehenga, mahange, mahangi, mehnge,
        mehngi, mahnge, mahngi, saste, sasti, ke kilo, kilo pade, kilo pada, kilo padi
        | प्रति किलो, प्रति किलोग्राम, प्रति किग्रा, इकाई मूल्य, एक किलो, औसत कीमत, औसत दाम, औसत मूल्य, प्रति इकाई, सबसे
        महंगा, सबसे सस्ता, सबसे महंगे, सबसे सस्ते, महंगा, सस्ता, महंगे, सस्ते, रुपये किलो, रुपए किलो, रुपया
        किलो, डॉलर किलो, किलो पड़े, किलो पड़ा, के किलो
    """,
    "measure:share": """
        of every dollar, of each dollar, of every rupee, of each rupee, of every tonne, of each tonne, every hundred,
        each hundred, every 100, each 100, out of every, out of a hundred, out of 100, in a hundred, share,
        shares, market share, proportion, portion, fraction, slice, sliver, chunk, part of the total, what part,
        how large a part, how big a part, contribution, contribute, contributed, accounts for, account for,
        accounted for, accounting for, make up, makes up, made up, constitutes, dominance, weightage, stake,
        what fraction, how much of our, how much of the, how much of india's, of the total, of total, of the
        whole, concentration, percentage share, as a percentage of, as a share of, as percent of, percent of
        all, share of all, much of all, part of all, proportion of all, fraction of all, cut of, how much of
        what
        | har sau, har 100, sau mein se, sau me se, 100 mein se, 100 me se, har dollar, har rupaye, dabdaba, hissa,
        hissedari, hisse, hissedaari, bhag, bhaag, yogdan, anupat, kul ka kitna
        | हर सौ, हर 100, सौ में से, 100 में से, हर डॉलर, हर रुपये, दबदबा, हिस्सा, हिस्सेदारी, हिस्से, भाग, योगदान, अनुपात,
        अंश, कुल का कितना, शेयर
    """,
    "percent:": """
        percent, percentage, per cent, %, pct, percents, in percentage, percentage terms, percentage points, points,
        percent of, percentage of, per cent of, % of, what percent, what percentage, how many percent, what per
        cent, pc
        | pratishat, fisadi, feesadi, pratishath, percent, kitna pratishat, kitne pratishat, kitne percent, kitna percent,
        kitne fisadi, kitna fisadi
        | प्रतिशत, फीसदी, प्रतिशतता, परसेंट, %, कितना प्रतिशत, कितने प्रतिशत, कितना फीसदी, कितने फीसदी, कितने परसेंट
    """,
    "total:": """
        total, overall, entire, whole
        | kul, poora, pura, sampurn
        | कुल, पूरा, पूरे, संपूर्ण, समग्र, टोटल
    """,
    "firm:": """
        final, finalised, finalized, been finalised, been finalized, provisional, firm, still move, still change,
        subject to revision, settled, preliminary, confirmed, revised, revision, revisions, restated, first
        print, first reported, first published, originally, original figure, initially reported, before
        revision, before it was revised, before the revision, corrected, an estimate, definitive, at first,
        changed after release, changed since release, changed after publication, changed later, later changed,
        was changed, been changed, change later, initial figure, first figure, earlier figure, set in stone,
        certain, official or
        | antim, anantim, pakka, sanshodhit, sanshodhan, badla gaya
        | अंतिम, अनंतिम, पक्का, संशोधित, संशोधन, प्रोविजनल, फाइनल
    """,
    "flow:": """
        came, arrived
        | aaya, aaye, aayi, aai, aata, aati, aate, pahuncha, pahunche
        | आया, आए, आई, आये, आता, आते, आती, पहुंचा, पहुंचे
    """,
    "narrow:": """
        ev, evs, electric vehicle, electric vehicles, automotive, auto sector, auto industry, automobile, automobiles,
        carmakers, defence, defense, military, wind turbine, wind turbines, wind power, aerospace, consumer
        electronics, industrial motors, medical devices, robotics, hard disks, hard drives, headphones,
        speakers, duty free, duty-free, duty paid, re-export, re-exports, re-exported, re-import, re-imports,
        sez, special economic zone, smuggled, illegal, illicit, second hand, used magnets, government purchases,
        private sector, public sector, median, modal, standard deviation, variance, volatility, volatile,
        seasonal, seasonally, seasonality, constant prices, real terms, inflation adjusted, percentile,
        quartile, moving average, rolling average, correlation, summer, winter, spring, autumn, monsoon, festive
        season, diwali, holi, lean season, peak season, weekend, weekday, domestic sales, domestic market, home
        market, local market, sold at home, sold locally, local sales, domestically produced, sales in india,
        sold in india, domestic price, local price
        | raksha, gaadi, gaadiyon, vahan
        | रक्षा, वाहन, वाहनों, ईवी, इलेक्ट्रिक वाहन
    """,
}
