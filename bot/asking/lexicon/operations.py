"""What is done with a number: changes, sums, rankings, extremes, steps and axes of time, comparisons, what is left out."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "op:change": """
        change, changes, changed, changing, grow, grew, grown, growth, growing, rise, rose, risen, rising, increase,
        increases, increased, increasing, fall, fell, fallen, falling, decline, declined, declining, declines,
        decrease, decreased, decreasing, jump, jumped, surge, surged, shrink, shrank, shrunk, go up, gone up,
        went up, going up, go down, gone down, went down, going down, come down, came down, coming down, up or
        down, yoy, year on year, year-on-year, y-o-y, year over year, over the year before, over the previous
        year, climb, climbed, slump, slumped, slide, slid, soar, soared, plunge, plunged, dip, dipped, swing,
        moved, move, shift, shifted, compared with the year before, compared to the year before, compared to
        last year, compared with last year, versus last year, vs last year, versus the year before, on the year,
        against the year before, expand, expanded, expansion, contract, contracted, ease, eased, widen, widened,
        narrow, narrowed, reduce, reduced, reduction, drop in, dropped by, drop since, drop over, dropped since,
        dropped from, drop between, drop from, growth rate, rate of growth, difference from last year, than last
        year, than the year before, than the previous year, than a year earlier, from a year earlier, double,
        doubled, halved, tripled, from the year before, from the previous year, up from, down from, how
        different, badha, badhe, badhi, badhta, badhkar, badh gaya, badh gayi, badhat, barha, barhi, barha hai,
        badhotri, vriddhi, vridhi, ghata, ghati, ghate, ghat gaya, ghat gayi, ghatkar, gira, giri, gire,
        girawat, what happened to, what has happened to, what became of, fare, fared, evolve between, delta,
        movement, pick up, picked up, took off, taken off, went from, go from, gone from, dropped off, tail off,
        tailed off, rebound, rebounded, recover, recovered, uptick, downturn, higher or lower, more or less
        than, trended, chg, percent up, percent down, % up, % down, per cent up, per cent down, up by, down by,
        gone north, gone south, went north, went south, north or south, fall in, falls in, fell in, dip in, rise
        in, jump in
        | kam hue, kam hua, kam hui, kam ho gaya, kam ho gaye, kam ho gayi, zyada hue, zyada hua, zyada hui, jyada hue,
        jyada hua, jyada hui, giraavat, kami aayi, kami hui, badlav, badlaav, badla, badle, badli, parivartan,
        ijafa, izafa, upar gaya, neeche gaya, pichhle saal se, pichle saal se, pichle saal ke mukable, pichhle
        saal ke mukable, utaar-chadhav, badhega, badhegi, badhenge, ghatega, ghategi, ghatenge, badh rahi, badh
        raha, badh rahe, ghat rahi, ghat raha, ghat rahe, badh jayega, badh jayegi, badhne, ghatne, giravat,
        kitna badla
        | कम हुए, कम हुआ, कम हुई, ज्यादा हुए, ज्यादा हुआ, ज्यादा हुई, बढ़ा, बढ़े, बढ़ी, बढ़ता, बढ़कर, बढ़ गया, बढ़ गई,
        बढ़त, बढ़ोतरी, बढ़ोत्तरी, वृद्धि, घटा, घटे, घटी, घटकर, घट गया, घट गई, घटाव, गिरा, गिरे, गिरी, गिरावट,
        गिर गया, गिर गई, कमी आई, कमी हुई, बदलाव, बदला, बदले, बदली, परिवर्तन, इजाफा, इजाफ़ा, पिछले साल से, पिछले
        साल के मुकाबले, पिछले वर्ष के मुकाबले, पिछले वर्ष की तुलना, पिछले साल की तुलना, बढ़ोतरी हुई, ऊपर गया,
        नीचे गया, बढ़ रहा, घट रहा, बढ़ेगा, बढ़ेगी, बढ़ेंगे, घटेगा, घटेगी, घटेंगे, बढ़ रही, बढ़ रहे, घट रही, घट
        रहे, बढ़ जाएगा, बढ़ जाएगी, बढ़ने, घटने
    """,
    "op:growth": """
        cagr, compounded, compounding, how fast, annualised, annualized, compound annual growth, compound annual growth
        rate, compounded annual growth, compound growth, compounded growth, compound rate, annualised growth,
        annualized growth, average annual growth, average yearly growth, average growth, average growth rate,
        annual growth rate, average annual growth rate, growth per year, growth a year, growth per annum,
        annualised rate, annualized rate, annual rate of growth, average rate of growth, average annual rate,
        compound yearly growth, grew per year, grown per year, grew each year on average, grow per year, per
        year on average did, compound, compounds
        | salana vriddhi dar, salana growth, ausat salana vriddhi, chakravriddhi, ausat growth
        | सीएजीआर, चक्रवृद्धि, वार्षिक वृद्धि दर, औसत वार्षिक वृद्धि, सालाना वृद्धि दर, औसत सालाना वृद्धि, चक्रवृद्धि
        वार्षिक वृद्धि
    """,
    "op:sum": """
        sum, summed, altogether, all together, in all, combined, cumulative, cumulatively, aggregate, add up, added up,
        added together, together, put together, taken together, total over, total for, totals for, total of,
        totalled, totaled, grand total, tot up, jointly, sum total, plus, in aggregate, all told, running total
        | sanchayi, kul mila kar, kul milakar, jodkar, jod kar, jod, mila kar, milakar, dono ka, dono se mila, sab mila
        | कुल मिलाकर, संचयी, समग्र, जोड़, जोड़कर, मिलाकर, योग, दोनों का, सब मिलाकर, एक साथ
    """,
    "op:average": """
        average, averages, averaged, mean, avg, on average, typical, per year average, yearly average, annual average,
        monthly average, average yearly, average annual, average monthly, per month average, in a typical year,
        in an average year
        | ausat, ausatan, average
        | औसत, औसतन, औसत वार्षिक, औसत मासिक, औसत सालाना
    """,
    "op:series": """
        trend, trends, trajectory, over the years, over time, through the years, history, historical, time series,
        timeseries, series, evolve, evolved, evolution, develop, developed, development, progression, run of,
        path, year wise figures, figures for each, figures for every, for each, for every, list the, track
        record, break down by year, broken down by year, split by year, table of, chart, graph, plot, draw,
        across the years, from year to year, figure for every
        | rujhan, trend, itihas, kaise badla, kaise badle, kaisa raha, suchi, talika
        | रुझान, प्रवृत्ति, ट्रेंड, इतिहास, कैसे बदला, कैसे बदले, कैसा रहा, सूची, तालिका, क्रम, आंकड़े दिखाओ, चार्ट, ग्राफ
    """,
    "step:year": """
        each year, every year, per year, year by year, year-by-year, year wise, year-wise, yearwise, yearly, annually,
        annual, by year, all years, year after year, annual figures
        | har saal, har sal, saal dar saal, sal dar sal, varsh-var, saalana, salana, har varsh, saal ke hisab
        | हर साल, साल दर साल, वर्षवार, वर्ष-वार, प्रति वर्ष, प्रतिवर्ष, हर वर्ष, सालाना, वार्षिक, साल-वार, सालवार, वर्ष दर
        वर्ष
    """,
    "step:fiscal": """
        fiscal-year values, fiscal-year figures, fiscal-year imports, fiscal-year exports, fiscal wise, each fiscal
        year, every fiscal year, by fiscal year, fiscal year wise, fy wise, each financial year, every financial
        year, by financial year, fiscal years, financial years, per fiscal year, every fy, each fy, by fy
        | har vitt varsh, vitt varsh-var
        | हर वित्त वर्ष, वित्त वर्षवार, वित्त वर्ष-वार, प्रत्येक वित्त वर्ष, हर वित्तीय वर्ष
    """,
    "step:quarter": """
        each quarter, every quarter, quarterly, quarter by quarter, quarter-by-quarter, quarter wise, quarter-wise, per
        quarter, by quarter, quarters
        | har timahi, timahi dar timahi, timahi-var, timahiwar, trimahi
        | हर तिमाही, तिमाही दर तिमाही, तिमाहीवार, तिमाही-वार, प्रति तिमाही, त्रैमासिक, तिमाहियों
    """,
    "step:month": """
        each month, every month, monthly, month by month, month-by-month, month wise, month-wise, monthwise, per month,
        by month, months, month on month, all twelve months, twelve months, all 12 months, each of the twelve
        months, the twelve months of
        | har mahine, har maah, mahine dar mahine, mahinewar, mahine-war, mahine war, mahine vaar, mahine var, mahina war,
        mahina vaar, masik, maah-var, mahine ke hisab
        | हर महीने, हर माह, महीने दर महीने, महीनेवार, माहवार, मासिक, प्रति माह, प्रतिमाह, महीना-वार
    """,
    "op:rank": """
        big two, big three, big four, big five, big 2, big 3, big 4, big 5, order the, arrange, put in order, rank,
        ranks, ranked, ranking, rankings, league table, order of, sort, sorted, top, leading, biggest suppliers,
        largest suppliers, main suppliers, major suppliers, main sources, key suppliers, by country, country
        wise, country-wise, countrywise, breakdown by country, broken down by country, split by country, by
        partner, partner wise, partner-wise, by supplier, supplier wise, by origin, suppliers, supplier
        countries, country split, by source country, who supplies, who all, which countries, which nations, what
        countries, list of countries, supplier list, list of suppliers, countries we import, countries we buy,
        source countries, main buyers, biggest buyers, largest buyers, by destination, destinations, leading
        buyers, origin of, all the countries, by nation, country breakdown, partners, among partners, trade
        partners, trading partners, pecking order, in descending order, descending, ascending, line up, three
        main, two main, four main, five main, 3 main, 2 main, 5 main, main countries, main nations, main
        origins, main sellers, main exporters, main markets, main partners
        | desh-war, deshwar, desh var, desh ke hisab, kin deshon, kaun kaun se desh, kaun kaun se deshon, sabse bade, kis
        kis desh, kis-kis desh, shirsh, pramukh, konse desh, kaunse desh, deshon ki suchi, kram, top, kaun sa
        sthan, kis sthan, kaunse sthan
        | देशवार, देश-वार, देश के हिसाब, किन देशों, कौन कौन से देश, कौन-कौन से देश, किस किस देश, किन-किन देशों, शीर्ष,
        प्रमुख, सबसे बड़े, रैंकिंग, कौन से देशों, देशों की सूची, टॉप, में का स्थान, कौन सा स्थान, किस स्थान,
        सप्लायर, सप्लायरों, सप्लायर देश
    """,
    "extreme:high": """
        highest, largest, biggest, most, maximum, max, peak, peaked, record, greatest, top supplier, leading supplier,
        main supplier, number one, no 1, no. 1, first place, chief supplier, leader, leads, lead, tops,
        dominant, dominates, best year, best month, heaviest, busiest, principal, record high, all-time high,
        primary supplier, primary source, foremost, at its height, high point, single largest, priciest,
        dearest, most expensive, costliest, best, strongest, top most, topmost, highest ever, all time high,
        largest supplier, biggest supplier, largest source, biggest source, main source
        | sabse zyada, sabse jyada, sabse adhik, sabse bada, sabse badi, adhiktam, sarvadhik, sabse upar, sabse aage,
        sabse unch*, sabse zada, sabse jada, sabse mehenga, sabse mahanga, sabse mehenge, sabse mahange, sabse
        achha, sabse accha, sabse mehnga, sabse mehngi, sabse mahnga, sabse mehnge, sabse mehengi
        | सबसे ज्यादा, सबसे ज़्यादा, सबसे अधिक, सबसे बड़ा, सबसे बड़ी, अधिकतम, सर्वाधिक, सबसे ऊपर, सबसे आगे, सबसे ऊंचा,
        सबसे ऊंची, शिखर, सबसे महत्वपूर्ण, पहला स्थान, पहले स्थान, उच्चतम, सबसे महंगा, सबसे महंगे, सबसे महंगी,
        सबसे अच्छा, सबसे अच्छी
    """,
    "extreme:low": """
        lowest, smallest, least, minimum, min, bottom, fewest, weakest, record low, worst year, slackest, low point,
        tiniest, lightest, cheapest, least expensive, worst, poorest, quietest, slowest, leanest, feeblest,
        lowest ever, all time low, smallest supplier
        | sabse kam, sabse chota, sabse chhota, sabse choti, nyunatam, sabse neeche, sabse niche, sabse thoda, sabse
        sasta, sabse saste, sabse sasti, sabse kharab
        | सबसे कम, सबसे छोटा, सबसे छोटी, न्यूनतम, सबसे नीचे, सबसे थोड़ा, निम्नतम, सबसे सस्ता, सबसे सस्ते, सबसे सस्ती, सबसे
        खराब
    """,
    "place:2": """
        second one, second, second largest, second biggest, second highest, second most, runner up, runner-up,
        number two, no 2, 2
        nd
        | doosra, dusra, doosre, dusre, dusri, doosri, dusre number
        | दूसरा, दूसरे, दूसरी
    """,
    "place:3": """
        third one, third, third largest, third biggest, third highest, third most, number three, no 3, 3 rd
        | teesra, tisra, teesre, tisre, teesri, tisri
        | तीसरा, तीसरे, तीसरी
    """,
    "place:4": """
        fourth, fourth largest, fourth biggest, number four, 4 th
        | chautha, chauthe, chauthi
        | चौथा, चौथे, चौथी
    """,
    "place:5": """
        fifth, fifth largest, fifth biggest, number five, 5 th
        | paanchva, panchva, paanchvi
        | पांचवां, पांचवें, पांचवीं
    """,
    "axis:partner": """
        which country, what country, which nation, which supplier, who, whom, supplier, which partner, which source,
        which origin, from where, where from, where do, where did, where does, which other country, whose,
        country, countries, nation, nations, which market, destination, buyer, buyers, which buyer, customer,
        customers, market, suppliers, sellers, seller, source country, origin, partner country, vendor, vendors,
        source countries, sources, top supplier, leading supplier, main supplier, chief supplier, primary
        supplier, primary source, largest supplier, biggest supplier, smallest supplier, largest source, biggest
        source, main source, origins, supplying country, supplying nation, exporters, exporter, shippers,
        exporting country, exporting countries
        | kis desh, kaun sa desh, kaunsa desh, konsa desh, kon sa desh, kaun se desh, kahan se, kahaan se, kisse, kaun,
        kaunsi country, kis country, desh, deshon, kis mulk, kaun sa mulk
        | किस देश, कौन सा देश, कौनसा देश, कौन-सा देश, कहां से, कहाँ से, किससे, कौन, देश, देशों, कौन से देश, किस मुल्क,
        आपूर्तिकर्ता, सप्लायर, सप्लायरों, सप्लायर देश
    """,
    "axis:year": """
        which year, what year, in which year, in what year, year saw, which calendar year, best year, worst year, year
        did, year had, year was, year were, years
        | kis saal, kaun se saal, kaunse saal, kis sal, kis varsh, konse saal, kaun sa saal
        | किस साल, कौन से साल, किस वर्ष, कौन सा साल, कौन सा वर्ष, कौन से वर्ष, किन वर्षों
    """,
    "axis:fiscal": """
        which fiscal year, which financial year, what fiscal year, which fy, what financial year, which fiscal
        | kis vitt varsh, kaun se vitt varsh
        | किस वित्त वर्ष, कौन से वित्त वर्ष, किस वित्तीय वर्ष
    """,
    "axis:quarter": """
        which quarter, what quarter, quarter saw, quarter had, quarter was
        | kis timahi, kaun si timahi, kaunsi timahi
        | किस तिमाही, कौन सी तिमाही, कौनसी तिमाही
    """,
    "axis:month": """
        which month, what month, month saw, month had, month was
        | kis mahine, kaun se mahine, kis maah, kaun sa mahina, kaunsa mahina, konse mahine
        | किस महीने, कौन से महीने, किस माह, कौन सा महीना, कौन से माह
    """,
    "axis:product": """
        which product, what product, by product, product wise, product-wise, which of the products, which commodity,
        which material
        | kaun sa utpad, kis utpad, kaunsa product
        | कौन सा उत्पाद, किस उत्पाद, उत्पादवार, उत्पाद
    """,
    "op:compare": """
        compare, compared, comparing, comparison, versus, vs, against, relative to, side by side, as against, contrast,
        stack up, set against, how does, alongside, rather than, or from, than, compares, next to, beside,
        besides each other, as opposed to, in comparison, in comparison with, compared against, set beside,
        opposite, both, vis a vis, vis-a-vis, visavis, as compared to, as compared with
        | tulna, mukable, muqable, mukabale, ki tulna mein, banaam, se zyada, se jyada, se kam, ke saamne, ke samne, ki
        apeksha, ke barabar
        | तुलना, मुकाबले, मुक़ाबले, की तुलना में, बनाम, से ज्यादा, से ज़्यादा, से अधिक, से कम, के सामने, की अपेक्षा, की
        तुलना, के बरक्स
    """,
    "op:difference": """
        difference, differ, gap between, how much more, how much less, how much larger, how much smaller, how much
        bigger, how much higher, how much lower, by how much, exceed, exceeds, exceeded, more than, less than,
        difference between, how much greater, how far ahead, larger than, bigger than, smaller than, higher
        than, lower than, minus, how many more, margin, lead over, outstrip, outstrips, beat, extra, short of
        | antar, fark, farak, farq, kitna zyada, kitna jyada, kitna kam, kitne zyada, kitne kam, kitni zyada, kitni kam
        | अंतर, अन्तर, फर्क, फ़र्क, कितना ज्यादा, कितना ज़्यादा, कितना अधिक, कितना कम, कितने ज्यादा, कितने अधिक, कितने कम,
        कितनी ज्यादा, कितनी अधिक, कितनी कम
    """,
    "op:ratio": """
        divided by, as a multiple of, how many times, times as much, times as large, times as big, times larger, times
        bigger, times the, times more, ratio, ratio of, multiple, multiple of, fold, times over
        | kitne guna, kitna guna, kitni guna, guna
        | कितने गुना, कितना गुना, कितनी गुना, गुना
    """,
    "apart:": """
        other than, except, excepting, except for, excluding, exclude, excludes, outside, outside of, besides, apart
        from, aside from, not from, but not, leaving out, leave out, left out, without, barring, ex, minus, not
        counting, rest of the world, rest of world, non, everyone but, everywhere but, all but, everybody but,
        elsewhere than, sans, net of
        | ke alawa, ke alaawa, alawa, chhod kar, chhodkar, chhod ke, chod kar, chodkar, ke siva, ke sivay, ke bina, ko
        chhod, chhodke, bina, hatake, hata kar, hatakar, hata ke, hata den to, nikal kar, nikalkar, chhod den
        to, ko chhod ke, se hatkar
        | के अलावा, अलावा, को छोड़कर, छोड़कर, को छोड़, के सिवा, के सिवाय, के बिना, के अतिरिक्त, अतिरिक्त, बिना, बाहर,
        हटाकर, हटा कर, हटा दें तो, निकालकर, छोड़ दें तो, से हटकर
    """,
    "others:": """
        other countries, rest of the world, rest of world, others, everyone else, everybody else, all other countries,
        remaining countries, the rest, elsewhere
        | baaki desh, baki desh, baaki deshon, baki deshon, doosre deshon, dusre deshon, anya desh, anya deshon, baaki
        duniya, baki duniya
        | बाकी देश, बाकी देशों, अन्य देश, अन्य देशों, दूसरे देशों, शेष देशों, शेष विश्व, बाकी दुनिया
    """,
    "world:": """
        foreigners, foreign buyers, foreign countries, other nations, world, worldwide, globe, global, globally, all
        countries, every country, all over the world, all sources, all partners, all suppliers, abroad,
        overseas, anywhere, all origins, every origin, all supplying countries, over all origins, across all
        origins
        | duniya, vishv, vishwa, sabhi desh, sabhi deshon, sab deshon, puri duniya, videsh
        | दुनिया, विश्व, वैश्विक, सभी देश, सभी देशों, सब देशों, पूरी दुनिया, संसार, विदेश, विदेशों
    """,
    "split:": """
        split, broken up, breakdown, break up, divided, components, composition, made up of, consist of, consists of
        | kaise banta, kaise bata hua, bantwara
        | बंटवारा, कैसे बंटा, कैसे बंटी
    """,
    "sequential:": """
        mom, m-o-m, month on month change, month-on-month change, qoq, q-o-q, quarter on quarter, quarter-on-quarter,
        sequential, sequentially, month on month growth, over the month before
        |
        |
    """,
    "axis:half": """
        which half, what half
        | kis chhamahi, kaun si chhamahi
        | किस छमाही, कौन सी छमाही
    """,
    "step:half": """
        half-yearly, half yearly, each half, every half, by half, half by half, halves
        | har chhamahi, chhamahi-var
        | हर छमाही, छमाहीवार, छमाही-वार, अर्धवार्षिक
    """,
}
