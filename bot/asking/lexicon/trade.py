"""Indicators, products, units, and what is asked of a number."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # ---------------------------------------------------------------- indicators
    "indicator:imports": """
        import, imports, imported, importing, importation, bring in, brought in, bringing in, brought into, ship in,
        shipped in, shipped into, inbound, inflow, inflows, purchases, purchase, purchased, buy, buys, buying, bought,
        bought in, bought from abroad, procure, procured, procurement, source from, sourced from, sourcing,
        comes from,
        come from, came from, coming from, came in, came into, coming in, comes in, coming into, comes into,
        entered the
        country, enter the country, foreign purchases, landed, flow in, flowed in, get from, got from, take from, took
        from, receive from, received from, overseas purchases, arrive, arrived, arrivals, order from abroad, import
        bill, import bills, buy-in, supplies, inbound shipments, import number, import figure, originated in,
        originate
        from, originated from, sourced in, bought abroad, buy abroad, buys abroad, buying abroad, bought overseas,
        bought outside, entered india, entering india, enter india, brought to india, came to india, come to india,
        comes to india, coming to india, arrived in india, landed in india, reached india, enters india, flowed into
        india, shipped into india, imp, imps, impt
        | aayat, ayaat, mangaya, mangaye, mangayi, mangai, mangata, mangate, mangati, mangwaya, mangwaye, mangwayi,
        mangwai, mangwata, mangwate, mangva*, kharida, kharide, kharidi, kharidta, kharidte, kharid,
        kharidari, bahar se
        aaya, bahar se aaye, bahar se mangaya, videsh se aaya, videsh se liya, se aaya, se aaye, se aayi, se aai, se
        aata, se aate, se aati, se aa raha, se aa rahe, se laya, se liya, se liye, se lete, se mila, se aane wala, se
        aane wale, se aaya tha, se aaye the, imports, import kiya, import hua, import hue, import hui, import karta,
        import karte
        | आयात, आयातित, आयातों, इंपोर्ट, इम्पोर्ट, मंगाया, मंगाए, मंगाई, मंगाता, मंगाते, मंगवाया, मंगवाए, मंगवाई,
        मंगवाता, मंगवाते, खरीदा, खरीदे, खरीदी, खरीदता, खरीदते, खरीद, खरीदारी, बाहर से आया, बाहर से आए, विदेश से आया,
        विदेश से आए, विदेशी खरीद, से आया, से आए, से आये, से आई, से आता, से आते, से आती, से आ रहा, से आ रहे,
        से लाया, से
        लाए, से लिया, से लिए, से लेते, से मिला, से आने वाला, से आने वाले, आयात बिल
    """,
    "indicator:exports": """
        export, exports, exported, exporting, exportation, ship out,
        shipped out, ship abroad, shipped abroad, sell
        abroad, sold abroad, sales abroad, outbound, outflow, outflows, sell overseas, sold overseas, overseas sales,
        foreign sales, sell to, sold to, send abroad, sent abroad, sent out, ship to, shipped to, supply to, supplied
        to, buyer of our, buyers of our, our buyers, our buyer, our customers, customers for our,
        customer for our, buys
        our, buy our, buying our, bought our, market for our, export market, export markets, destination,
        destinations,
        who buys from us, buys from us, buy from us, bought from us, buyers, takes our, took our, customers,
        left india,
        leave india, leaving india, leaves india, sold outside, exp, exps, expt
        | niryat, niryaat, bahar becha, bahar bheja, videsh bheja, videsh becha, bheja, bheje, bheji, bhejta, bhejte,
        becha, beche, bechi, bechta, bechte
        | निर्यात, निर्यातित, निर्यातों, एक्सपोर्ट, बाहर भेजा, बाहर बेचा, विदेश भेजा, विदेश बेचा, भेजा, भेजे, भेजी,
        भेजता, भेजते, बेचा, बेचे, बेची, बेचता, बेचते
    """,
    "indicator:production": """
        magnet production, production of magnets, produce magnets, magnets produced, magnets made,
        magnets does india produce,
        magnets did india produce, magnets do we produce, magnets did we produce, magnets does india make,
        magnets did india make,
        magnets do we make, magnet output, output of magnets, magnets manufactured, produced magnets
        | chumbak utpadan, magnet utpadan
        | चुंबक उत्पादन, चुंबकों का उत्पादन, मैग्नेट उत्पादन
    """,
    "indicator:balance": """
        import export gap, export import gap, import export difference, import export balance, imports minus exports,
        imports less exports, import surplus,
        trade balance, trade deficit, trade gap, trade surplus, balance of trade, net imports, net import,
        net exports,
        net trade, net import bill, deficit, surplus
        | vyapar ghata, vyapaar ghata, vyapar santulan, shuddh aayat
        | व्यापार घाटा, व्यापार संतुलन, व्यापार अंतर, शुद्ध आयात, व्यापार शेष
    """,
    "indicator:demand": """
        demand, demands, appetite, domestic need, requirement, requirements, consumption, consume, consumes,
        consumed, domestic
        demand, market need, needs of india, how much india needs, does india need, will india need,
        india needs, india
        will need, magnets does india need, would india need, need of the country, country need,
        country needs, country
        will need, will we need, do we need, we will need, magnet need, magnets needed, need for magnets, need of
        magnets, needed in, need in, we need, magnet needs, magnet requirement
        | maang, mang, demand, zarurat, jarurat, zaroorat, khapat, kharcha hoga, chahiye honge, chahiye hoga, chahiye
        hongi, ki maang
        | मांग, डिमांड, जरूरत, आवश्यकता, खपत, उपभोग, चाहिए होंगे, चाहिए होगा
    """,
    "indicator:demand_growth": """
        demand double, demand doubling, double demand, demand expected to double, demand multiply
        | maang dugni, maang dogni
        | मांग दोगुनी, मांग दुगुनी
    """,
    "indicator:import_dependence": """
        import dependence, import dependency, import reliance, dependence on imports, dependency on imports,
        dependence,
        dependency, dependent, reliance, reliant, depend, depends, depended, rely, relies, relied, relying,
        dependance,
        met by imports, met through imports, met from imports, covered by imports, met from abroad, served by imports,
        satisfied by imports, import-dependent, imported share of demand, self-reliance ratio
        | aayat nirbharta, nirbharta, nirbhar, aayat par nirbhar, nirbharata
        | आयात निर्भरता, निर्भरता, निर्भर, आयात पर निर्भर, आयात से पूरी, आयात पर निर्भरता
    """,
    "indicator:reserves": """
        reserve, reserves, deposits, deposit, resources in the ground, in the ground, underground stock, ore in the
        ground, mineral wealth
        | bhandar, bhandaar, zameen mein, jameen mein, zamin ke neeche
        | भंडार, भण्डार, रिज़र्व, जमीन में, निक्षेप
    """,
    "indicator:reserves_share": """
        share of world reserves, share of global reserves, percent of world reserves, percent of global reserves,
        portion of world reserves
        | duniya ke bhandar ka
        | विश्व भंडार का, दुनिया के भंडार का, वैश्विक भंडार का
    """,
    "indicator:mine_output": """
        mine output, mined output, mine production, mined, mines, mining output, mining production, extracted,
        extract,
        extraction, dig up, dug up, dig out, dug out, dug, ore output, mined production, oxide output,
        oxide production,
        mining, mine, digging, come out of the ground, came out of the ground, produced from mines, output of mines,
        output of the mines, mineral output, rare earth output, rare earth production, rare earths produced
        | khanan, khudai, khan utpadan, khadan, khadaan, khanan utpadan, khoda, nikala, nikale, nikali, nikalta,
        nikalte, khano se
        | खनन, खुदाई, खान उत्पादन, खदान, खदानों, खनन उत्पादन, खोदा, निकाला, निकाले, निकाली, निकालता, निकालते,
        खानों से,
        खनित
    """,
    "indicator:processing_share": """
        processing share, share of processing, share of refining, refining share, rare earth processing, global
        processing, world processing, refining capacity share, controls of processing, processing of rare earths, rare
        earth refining, refining of rare earths
        | prasanskaran, processing
        | प्रसंस्करण, शोधन हिस्सा, प्रोसेसिंग
    """,
    "indicator:outlay": """
        outlay, budget, scheme cost, cost of the scheme, size of the scheme, scheme size, scheme worth, worth of the
        scheme, money set aside, set aside, earmarked, allocated, allocation, allotted money,
        financial outlay, funding,
        fund, funds, total package, package, how big is the scheme, sanctioned amount, how large is the scheme, scheme
        budget, put into the scheme, put into the magnet scheme, money for the scheme,
        money behind the scheme, cost of
        the programme, size of the programme, spend on the scheme, spending on the scheme, scheme's cost, programme
        cost, price tag, kitty, purse, cost the government, cost the exchequer, investment in the scheme, initiative
        cost, cost of the initiative, programme budget, spent on the scheme, spend on the programme, parivyay,
        yojana ki
        rashi, yojana ka budget, yojana ka kharcha, yojana kitne ki, yojana par kharch, yojna ki rashi, scheme ka
        budget, scheme ka paisa
        | scheme kitne ki, scheme ke liye paisa, scheme ka kharcha, kul rashi, avantit, bajat,
        scheme par kitna, yojana
        par kitna, scheme ki lagat, yojana ki lagat
        | परिव्यय, बजट, योजना की राशि, योजना की लागत, योजना का खर्च, योजना पर खर्च, योजना कितने की,
        आवंटित राशि, आवंटन,
        कुल राशि, योजना का आकार, धनराशि, योजना पर कितना, योजना के लिए कितना, योजना के लिए कितने, स्कीम का बजट, स्कीम
        कितने की, आवंटित, व्यय
    """,
    "indicator:subsidy": """
        subsidy, subsidies, capital subsidy, capex subsidy, capital support
        | sabsidi, anudan
        | सब्सिडी, अनुदान, पूंजीगत सब्सिडी
    """,
    "indicator:incentive": """
        incentive, incentives, sales-linked incentive, sales linked incentive, production-linked incentive, sales
        incentive
        | protsahan, protsaahan
        | प्रोत्साहन, बिक्री आधारित प्रोत्साहन, प्रोत्साहन राशि
    """,
    "indicator:price": """
        price, prices, priced, pricing, price of ndpr, cost per kg of oxide, going rate, market price, quote, quoted,
        spot price, rate of ndpr, cost, costs, costing, cost of ndpr
        | kimat, keemat, qeemat, daam, dam, bhav, bhaav, ka rate, ke rate
        | कीमत, कीमतें, दाम, भाव, मूल्य दर, का रेट
    """,
    "indicator:exchange_rate": """
        exchange rate, dollar rate, rupee rate, rupee dollar rate, rupees per dollar, rupee per dollar,
        usd inr, usd to
        inr, conversion rate, rupees to a dollar, rupees a dollar
        | vinimay dar, dollar ka rate, dollar ka bhav, ek dollar mein kitne
        | विनिमय दर, डॉलर का भाव, डॉलर की दर, डॉलर का रेट
    """,
    "indicator:bids": """
        bids received, how many bids, number of bids, bids came, how many bidders, number of bidders
        | kitni boliyan, kitne bidders, kitni bids
        | कितनी बोलियां, बोलियां मिलीं
    """,
    "indicator:beneficiaries": """
        how many beneficiaries, number of beneficiaries, how many firms will be selected, how many companies will be
        selected, how many winners
        | kitne labharthi, kitni company chuni
        | कितने लाभार्थी, लाभार्थियों की संख्या
    """,
    # ---------------------------------------------------------------- products
    "product:magnets": """
        magnet, magnets, permanent magnet, permanent magnets, rare earth magnet, rare earth magnets,
        rare-earth magnets,
        rare earth permanent magnets, repm, repms, rare earth permanent magnet, mag, mags, magnetic material
        | chumbak, chumbako, chumbakon, chumbkon, chumbak ka, maignet
        | चुंबक, चुंबकों, चुम्बक, मैग्नेट, मैग्नेट्स, स्थायी चुंबक, स्थायी चुंबकों, दुर्लभ मृदा चुंबक, दुर्लभ मृदा
        स्थायी चुंबक, मैगनेट
    """,
    "product:oxides": """
        oxide, oxides, rare earth oxide, rare earth oxides, rare-earth oxide, rare earth compounds,
        rare earth compound,
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
    # ---------------------------------------------------------------- units and scales
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
        weighed, by weight, quantity, quantities, volume, volumes, in volume, physical terms, physical quantity, by
        volume, how heavy, mass, volume terms, quantity terms, tonnages, qty, qnty, quant, vol, vols, wt, tonns
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
        spent, spending, expenditure, pay, paid, paying, cost us, cost india, cost the country, monetary, shell out,
        shelled out, price paid, outgo, dollar value, in money terms, forked out, how much cash, expense, val, amt,
        amount paid, in value
        | mulya, moolya, kharch, kharcha, kharch kiya, paisa, paise, rakam, raqam, ki keemat ka, value, bill
        | मूल्य, खर्च, खर्चा, पैसा, पैसे, रकम, बिल, मूल्य के हिसाब, चुकाया, चुकाए, राशि
    """,
    "measure:unit_value": """
        per kg, per kilo, per kilogram, per kilogramme, a kilo, a kg, each kilo, each kg, per tonne, per ton,
        a tonne of
        magnets cost, unit value, unit values, unit price, unit prices, unit cost, price per kg, price per kilo, cost
        per kilo, cost per kg, average price, average import price, average export price, usd kg, $ kg, usd/kg, $/kg,
        dollars per kg, dollars per kilo, dollars a kilo, dollar a kg, per unit of weight, value per kg, average price
        per kg, price of imported magnets, price of imports, import price, export price, priciest, cheapest, dearest,
        most expensive, least expensive, pricey, pricier, cheaper, dearer, costliest, costlier, expensive, charge,
        charges, charged
        | rupaye kilo, rupay kilo, rupye kilo, rupees kilo, dollar kilo, rs kilo, prati kilo, prati kg, per kilo,
        kilo ke hisab, ek kilo, fi kilo, ausat kimat, ausat keemat, ausat daam, ikai
        mulya, sabse mehenga, sabse mahanga, sabse sasta, mehnga, mahnga, sasta
        | प्रति किलो, प्रति किलोग्राम, प्रति किग्रा, इकाई मूल्य, एक किलो, औसत कीमत, औसत दाम, औसत मूल्य,
        प्रति इकाई, सबसे
        महंगा, सबसे सस्ता, सबसे महंगे, सबसे सस्ते, महंगा, सस्ता, महंगे, सस्ते
    """,
    "measure:share": """
        share, shares, market share, proportion, portion, fraction, slice, sliver, chunk, part of the total, what part, how
        large a part, how big a part, contribution, contribute, contributed, accounts for, account for, accounted for,
        accounting for, make up, makes up, made up, constitutes, dominance, weightage, stake, what fraction,
        how much of
        our, how much of the, how much of india's, of the total, of total, of the whole, of all, concentration,
        percentage share, as a percentage of, as a share of, as percent of
        | hissa, hissedari, hisse, hissedaari, bhag, bhaag, yogdan, anupat, kul ka kitna
        | हिस्सा, हिस्सेदारी, हिस्से, भाग, योगदान, अनुपात, अंश, कुल का कितना, शेयर
    """,
    "percent:": """
        percent, percentage, per cent, %, pct, percents, in percentage, percentage terms, percentage points, points,
        percent of, percentage of, per cent of, % of, what percent, what percentage, how many percent,
        what per cent, pc
        | pratishat, fisadi, feesadi, pratishath, percent, kitna pratishat, kitne pratishat, kitne percent, kitna
        percent, kitne fisadi, kitna fisadi
        | प्रतिशत, फीसदी, प्रतिशतता, परसेंट, %, कितना प्रतिशत, कितने प्रतिशत, कितना फीसदी, कितने फीसदी, कितने परसेंट
    """,
    # ---------------------------------------------------------------- what is done with it
    "op:change": """
        change, changes, changed, changing, grow, grew, grown, growth, growing, rise, rose, risen, rising, increase,
        increases, increased, increasing, fall, fell, fallen, falling, decline, declined, declining, declines,
        decrease,
        decreased, decreasing, jump, jumped, surge, surged, shrink, shrank, shrunk, go up, gone up, went up, going up,
        go down, gone down, went down, going down, come down, came down, coming down, up or down, yoy, year on year,
        year-on-year, y-o-y, year over year, over the year before, over the previous year, climb, climbed, slump,
        slumped, slide, slid, soar, soared, plunge, plunged, dip, dipped, swing, moved, move, shift, shifted, compared
        with the year before, compared to the year before, compared to last year, compared with last year, versus last
        year, vs last year, versus the year before, on the year, against the year before, expand, expanded, expansion,
        contract, contracted, ease, eased, widen, widened, narrow, narrowed, reduce, reduced, reduction, drop in,
        dropped by, drop since, drop over, dropped since, dropped from, drop between, drop from, growth rate,
        rate of growth, difference from last year, than
        last year, than the year before, than the previous year, than a year earlier, from a year earlier, double,
        doubled, halved, tripled, from the year before, from the previous year, up from, down from, how different,
        badha, badhe, badhi, badhta, badhkar, badh gaya, badh gayi, badhat, barha, barhi, barha hai, badhotri,
        vriddhi,
        vridhi, ghata, ghati, ghate, ghat gaya, ghat gayi, ghatkar, gira, giri, gire, girawat, what happened to, what
        has happened to, what became of, fare, fared, evolve between, delta, movement, pick up, picked up, took off,
        taken off, went from, go from, gone from, dropped off, tail off, tailed off, rebound, rebounded, recover,
        recovered, uptick, downturn, higher or lower, more or less than, trended, chg, percent up,
        percent down, % up, %
        down, per cent up, per cent down, up by, down by
        | kam hue, kam hua, kam hui, kam ho gaya, kam ho gaye, kam ho gayi, zyada hue, zyada hua, zyada hui,
        jyada hue,
        jyada hua, jyada hui, giraavat, kami aayi, kami hui, badlav, badlaav, badla, badle, badli, parivartan,
        ijafa, izafa, upar gaya,
        neeche gaya, pichhle saal se, pichle saal se, pichle saal ke mukable, pichhle saal ke mukable, utaar-chadhav,
        badhega, badhegi, badhenge, ghatega, ghategi, ghatenge, badh rahi, badh raha, badh rahe, ghat rahi, ghat raha,
        ghat rahe, badh jayega, badh jayegi, badhne, ghatne, giravat, kitna badla
        | कम हुए, कम हुआ, कम हुई, ज्यादा हुए, ज्यादा हुआ, ज्यादा हुई, बढ़ा, बढ़े, बढ़ी, बढ़ता, बढ़कर, बढ़ गया,
        बढ़ गई, बढ़त, बढ़ोतरी, बढ़ोत्तरी, वृद्धि, घटा, घटे, घटी, घटकर, घट
        गया, घट गई, घटाव, गिरा, गिरे, गिरी, गिरावट, गिर गया, गिर गई, कमी आई, कमी हुई, बदलाव, बदला, बदले, बदली,
        परिवर्तन,
        इजाफा, इजाफ़ा, पिछले साल से, पिछले साल के मुकाबले, पिछले वर्ष के मुकाबले, पिछले वर्ष की तुलना, पिछले साल की
        तुलना, बढ़ोतरी हुई, ऊपर गया, नीचे गया, बढ़ रहा, घट रहा, बढ़ेगा, बढ़ेगी, बढ़ेंगे, घटेगा, घटेगी, घटेंगे,
        बढ़ रही,
        बढ़ रहे, घट रही, घट रहे, बढ़ जाएगा, बढ़ जाएगी, बढ़ने, घटने
    """,
    "op:growth": """
        cagr, compounded, compounding, how fast, annualised, annualized, compound annual growth,
        compound annual growth rate, compounded annual growth, compound growth, compounded
        growth, compound rate, annualised growth, annualized growth, average annual growth, average yearly growth,
        average growth, average growth rate, annual growth rate, average annual growth rate, growth per year, growth a
        year, growth per annum, annualised rate, annualized rate, annual rate of growth,
        average rate of growth, average
        annual rate, compound yearly growth, grew per year, grown per year, grew each year on average, grow per year,
        per year on average did
        | salana vriddhi dar, salana growth, ausat salana vriddhi, chakravriddhi, ausat growth
        | सीएजीआर, चक्रवृद्धि, वार्षिक वृद्धि दर, औसत वार्षिक वृद्धि, सालाना वृद्धि दर, औसत सालाना वृद्धि, चक्रवृद्धि
        वार्षिक वृद्धि
    """,
    "op:sum": """
        sum, summed, altogether, all together, in all, combined, cumulative, cumulatively, aggregate, add up,
        added up,
        added together, together, put together, taken together, total over, total for, totals for, total of, totalled,
        totaled, grand total, tot up, jointly, sum total, plus, in aggregate, all told
        | sanchayi, kul mila kar, kul milakar, jodkar, jod kar, jod, mila kar, milakar, dono ka, dono se mila, sab mila
        | कुल मिलाकर, संचयी, समग्र, जोड़, जोड़कर, मिलाकर, योग, दोनों का, सब मिलाकर, एक साथ
    """,
    "total:": """
        total, overall, entire, whole
        | kul, poora, pura, sampurn
        | कुल, पूरा, पूरे, संपूर्ण, समग्र, टोटल
    """,
    "op:average": """
        average, averages, averaged, mean, avg, on average, typical, per year average, yearly average, annual average,
        monthly average, average yearly, average annual, average monthly, per month average, in a typical year, in an
        average year
        | ausat, ausatan, average
        | औसत, औसतन, औसत वार्षिक, औसत मासिक, औसत सालाना
    """,
    "op:series": """
        trend, trends, trajectory, over the years, over time, through the years, history, historical, time series,
        timeseries, series, evolve, evolved, evolution, develop, developed, development, progression, run of,
        path, year
        wise figures, figures for each, figures for every, for each, for every, list the, track record, break down by
        year, broken down by year, split by year, table of, chart, graph, plot, draw, across the years, from year to
        year, figure for every
        | rujhan, trend, itihas, kaise badla, kaise badle, kaisa raha, suchi, talika
        | रुझान, प्रवृत्ति, ट्रेंड, इतिहास, कैसे बदला, कैसे बदले, कैसा रहा, सूची, तालिका, क्रम, आंकड़े दिखाओ, चार्ट,
        ग्राफ
    """,
    "step:year": """
        each year, every year, per year, year by year, year-by-year, year wise, year-wise, yearwise, yearly, annually,
        annual, by year, all years, year after year, for the years, annual figures
        | har saal, har sal, saal dar saal, sal dar sal, varsh-var, saalana, salana, har varsh, saal ke hisab
        | हर साल, साल दर साल, वर्षवार, वर्ष-वार, प्रति वर्ष, प्रतिवर्ष, हर वर्ष, सालाना, वार्षिक, साल-वार,
        सालवार, वर्ष
        दर वर्ष
    """,
    "step:fiscal": """
        fiscal-year values, fiscal-year figures, fiscal-year imports, fiscal-year exports, fiscal wise,
        each fiscal year, every fiscal year, by fiscal year, fiscal year wise, fy wise, each financial year, every
        financial year, by financial year, fiscal years, financial years, per fiscal year, every fy, each fy, by fy
        | har vitt varsh, vitt varsh-var
        | हर वित्त वर्ष, वित्त वर्षवार, वित्त वर्ष-वार, प्रत्येक वित्त वर्ष, हर वित्तीय वर्ष
    """,
    "step:quarter": """
        each quarter, every quarter, quarterly, quarter by quarter, quarter-by-quarter, quarter wise,
        quarter-wise, per
        quarter, by quarter, quarters
        | har timahi, timahi dar timahi, timahi-var, timahiwar, trimahi
        | हर तिमाही, तिमाही दर तिमाही, तिमाहीवार, तिमाही-वार, प्रति तिमाही, त्रैमासिक, तिमाहियों
    """,
    "step:month": """
        each month, every month, monthly, month by month, month-by-month, month wise, month-wise, monthwise,
        per month,
        by month, months, month on month
        | har mahine, har maah, mahine dar mahine, mahinewar, mahine-war, masik, maah-var, mahine ke hisab
        | हर महीने, हर माह, महीने दर महीने, महीनेवार, माहवार, मासिक, प्रति माह, प्रतिमाह, महीना-वार
    """,
    "op:rank": """
        order the, arrange, put in order, rank, ranks, ranked, ranking, rankings, league table, order of, sort,
        sorted, top, leading, biggest suppliers,
        largest suppliers, main suppliers, major suppliers, main sources, key suppliers, by country, country wise,
        country-wise, countrywise, breakdown by country, broken down by country, split by country, by partner, partner
        wise, partner-wise, by supplier, supplier wise, by origin, suppliers, supplier countries, country split, by
        source country, who supplies, who all, which countries, which nations, what countries, list of countries,
        supplier list, list of suppliers,
        countries we import, countries we buy, source countries, main buyers, biggest buyers, largest buyers, by
        destination, destinations, leading buyers, origin of, all the countries, by nation, country breakdown,
        partners,
        among partners, trade partners, trading partners, pecking order, in descending order, descending, ascending,
        line up
        | desh-war, deshwar, desh var, desh ke hisab, kin deshon, kaun kaun se desh, kaun kaun se deshon, sabse bade,
        kis kis desh, kis-kis desh, shirsh, pramukh, konse desh, kaunse desh, deshon ki suchi, kram, top
        | देशवार, देश-वार, देश के हिसाब, किन देशों, कौन कौन से देश, कौन-कौन से देश, किस किस देश, किन-किन देशों, शीर्ष,
        प्रमुख, सबसे बड़े, रैंकिंग, कौन से देशों, देशों की सूची, टॉप
    """,
    "extreme:high": """
        highest, largest, biggest, most, maximum, max, peak, peaked, record, greatest, top supplier, leading supplier,
        main supplier, number one, no 1, no. 1, first place, chief supplier, leader, leads, lead, tops, dominant,
        dominates, best year, best month, heaviest, busiest, principal, record high, all-time high, primary supplier,
        primary source, foremost, at its height, high point, single largest, priciest, dearest, most expensive,
        costliest, best, strongest, top most, topmost, highest ever, all time high, largest supplier,
        biggest supplier,
        largest source, biggest source, main source
        | sabse zyada, sabse jyada, sabse adhik, sabse bada, sabse badi, adhiktam, sarvadhik, sabse upar, sabse aage,
        sabse unch*, sabse zada, sabse jada, sabse mehenga, sabse mahanga, sabse mehenge, sabse mahange, sabse achha,
        sabse accha
        | सबसे ज्यादा, सबसे ज़्यादा, सबसे अधिक, सबसे बड़ा, सबसे बड़ी, अधिकतम, सर्वाधिक, सबसे ऊपर, सबसे आगे, सबसे ऊंचा,
        सबसे ऊंची, शिखर, सबसे महत्वपूर्ण, पहला स्थान, पहले स्थान, उच्चतम, सबसे महंगा, सबसे महंगे, सबसे महंगी, सबसे
        अच्छा, सबसे अच्छी
    """,
    "extreme:low": """
        lowest, smallest, least, minimum, min, bottom, fewest, weakest, record low, worst year, slackest, low point,
        tiniest, lightest, cheapest, least expensive, worst, poorest, quietest, slowest, leanest, feeblest,
        lowest ever,
        all time low, smallest supplier
        | sabse kam, sabse chota, sabse chhota, sabse choti, nyunatam, sabse neeche, sabse niche, sabse thoda, sabse
        sasta, sabse saste, sabse sasti, sabse kharab
        | सबसे कम, सबसे छोटा, सबसे छोटी, न्यूनतम, सबसे नीचे, सबसे थोड़ा, निम्नतम, सबसे सस्ता, सबसे सस्ते, सबसे सस्ती,
        सबसे खराब
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
        which origin, from where, where from, where do, where did, where does, which other country, whose, country,
        countries, nation, nations, which market, destination, buyer, buyers, which buyer, customer,
        customers, market,
        suppliers, sellers, seller, source country, origin, partner country, vendor, vendors,
        source countries, sources,
        top supplier, leading supplier, main supplier, chief supplier, primary supplier, primary source, largest
        supplier, biggest supplier, smallest supplier, largest source, biggest source, main source, origins, supplying
        country, supplying nation
        | kis desh, kaun sa desh, kaunsa desh, konsa desh, kon sa desh, kaun se desh, kahan se, kahaan se,
        kisse, kaun,
        kaunsi country, kis country, desh, deshon, kis mulk, kaun sa mulk
        | किस देश, कौन सा देश, कौनसा देश, कौन-सा देश, कहां से, कहाँ से, किससे, कौन, देश, देशों, कौन से देश, किस मुल्क,
        आपूर्तिकर्ता
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
        compare, compared, comparing, comparison, versus, vs, against, relative to, side by side, as against,
        contrast,
        stack up, set against, how does, alongside, rather than, or from, than, compares, next to, beside,
        besides each
        other, as opposed to, in comparison, in comparison with, compared against, set beside, opposite, both
        | tulna, mukable, muqable, mukabale, ki tulna mein, banaam, se zyada, se jyada, se kam, ke saamne,
        ke samne, ki
        apeksha, ke barabar
        | तुलना, मुकाबले, मुक़ाबले, की तुलना में, बनाम, से ज्यादा, से ज़्यादा, से अधिक, से कम, के सामने,
        की अपेक्षा, की
        तुलना, के बरक्स
    """,
    "op:difference": """
        difference, differ, gap between, how much more, how much less, how much larger, how much smaller, how much
        bigger, how much higher, how much lower, by how much, exceed, exceeds, exceeded, more than, less than,
        difference between, how much greater, how far ahead, larger than, bigger than, smaller than,
        higher than, lower
        than, minus, how many more, margin, lead over, outstrip, outstrips, beat, extra, short of
        | antar, fark, farak, farq, kitna zyada, kitna jyada, kitna kam, kitne zyada, kitne kam, kitni zyada,
        kitni kam
        | अंतर, अन्तर, फर्क, फ़र्क, कितना ज्यादा, कितना ज़्यादा, कितना अधिक, कितना कम, कितने ज्यादा, कितने अधिक, कितने
        कम, कितनी ज्यादा, कितनी अधिक, कितनी कम
    """,
    "op:ratio": """
        divided by, as a multiple of,
        how many times, times as much, times as large, times as big, times larger, times bigger, times the,
        times more,
        ratio, ratio of, multiple, multiple of, fold, times over
        | kitne guna, kitna guna, kitni guna, guna
        | कितने गुना, कितना गुना, कितनी गुना, गुना
    """,
    "apart:": """
        other than, except, excepting, except for, excluding, exclude, excludes, outside, outside of, besides, apart
        from, aside from, not from, but not, leaving out, leave out, left out, without, barring, ex, minus, not
        counting, rest of the world, rest of world, non, everyone but, everywhere but, all but, everybody but,
        elsewhere
        than, sans, net of
        | ke alawa, ke alaawa, alawa, chhod kar, chhodkar, chhod ke, chod kar, chodkar, ke siva, ke sivay, ke bina, ko
        chhod, chhodke, bina
        | के अलावा, अलावा, को छोड़कर, छोड़कर, को छोड़, के सिवा, के सिवाय, के बिना, के अतिरिक्त, अतिरिक्त, बिना, बाहर
    """,
    "others:": """
        other countries, rest of the world, rest of world, others, everyone else, everybody else, all other countries,
        remaining countries, the rest, elsewhere
        | baaki desh, baki desh, baaki deshon, baki deshon, doosre deshon, dusre deshon, anya desh, anya deshon, baaki
        duniya, baki duniya
        | बाकी देश, बाकी देशों, अन्य देश, अन्य देशों, दूसरे देशों, शेष देशों, शेष विश्व, बाकी दुनिया
    """,
    "world:": """
        foreigners, foreign buyers, foreign countries, other nations, world, worldwide, globe, global, globally,
        all countries, every country, all over the world, all sources, all
        partners, all suppliers, abroad, overseas, foreign countries, anywhere
        | duniya, vishv, vishwa, sabhi desh, sabhi deshon, sab deshon, puri duniya, videsh
        | दुनिया, विश्व, वैश्विक, सभी देश, सभी देशों, सब देशों, पूरी दुनिया, संसार, विदेश, विदेशों
    """,
    "indicator:outgoing": """
        goes out, go out, going out, went out, gone out,
        went to, goes to, go to, gone to, sent to, send to, paid to, pay to, flowed to, flow to
        | ko gaya, ko gaye, ko gayi, ko jata, ko jate
        | को गया, को गए, को गई, को जाता, को जाते
    """,
    "firm:": """
        final, provisional, firm, still move, still change, subject to revision, settled, preliminary, confirmed,
        revised, revision, revisions, restated, first print, first reported, first published, originally, original
        figure, initially reported, before revision, before it was revised, before the revision, corrected,
        an estimate,
        definitive, at first, changed after release, changed since release, changed after publication, changed later,
        later changed, was changed, been changed, change later, initial figure, first figure, earlier figure,
        set in stone, certain, official or
        | antim, anantim, pakka, sanshodhit, sanshodhan, badla gaya
        | अंतिम, अनंतिम, पक्का, संशोधित, संशोधन, प्रोविजनल, फाइनल
    """,
    "indicator:supplies": """
        supplied by, supplied us, supplied to us, supply us, supplies us, supplies from, send us, sent us, sends us,
        ship us, shipped us, sell us, sold us, supply from, supplied, supply india, supplies india,
        supplied india, sold
        india, sold to india, sold to us, send india, sent india, sent to india, sent to us, shipped to india, foreign
        supply, foreign supplies, overseas supplies, ship india, ships india, ships us, sells us, sells india, sell
        india, export to us, exported to us, exports to us, export to india, exported to india, exports to india,
        supply, supplies, supplying, deliver to us, delivered to us, sell to india, sell to us, send to india, send to
        us, ship to india, ship to us, provide us, provided us, provides us, provide india, who supplies,
        who supplied,
        who all supply
        | hame becha, humein becha, hamein becha, hume becha, hame bheja, humein bheja, hamein bheja, bharat ko bheja,
        bharat ko becha, india ko bheja, india ko becha, india ko niryat, bharat ko niryat, hame diya, humein diya,
        supply kiya, supply kiye, supply karta
        | हमें बेचा, हमें भेजा, हमें बेचे, हमें भेजे, भारत को भेजा, भारत को बेचा, भारत को भेजे, भारत को बेचे, भारत को
        निर्यात, भारत भेजा, भारत भेजे, हमें दिया, हमें दिए, आपूर्ति की, आपूर्ति, सप्लाई
    """,
    "scheme:": """
        scheme, initiative, programme, program, mission
        | yojana, yojna, scheme, pariyojana
        | योजना, स्कीम, पहल, कार्यक्रम
    """,
    "split:": """
        split, broken up, breakdown, break up, divided, components, composition, made up of, consist of, consists of
        | kaise banta, kaise bata hua, bantwara
        | बंटवारा, कैसे बंटा, कैसे बंटी
    """,
    "mission:": """
        critical mineral mission, critical minerals mission, minerals mission, mineral mission, mission, ncmm
        | khanij mission
        | खनिज मिशन, मिशन
    """,
    "flow:": """
        came, arrived
        | aaya, aaye, aayi, aai, aata, aati, aate, pahuncha, pahunche
        | आया, आए, आई, आये, आता, आते, आती, पहुंचा, पहुंचे
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
