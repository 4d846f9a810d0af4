"""What is counted: imports, demand, reserves, the outlay ... and the scheme itself."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "indicator:imports": """
        import, imports, imported, importing, importation, bring in, brought in, bringing in, brought into, ship in,
        shipped in, shipped into, inbound, inflow, inflows, purchases, purchase, purchased, buy, buys, buying,
        bought, bought in, bought from abroad, procure, procured, procurement, source from, sourced from,
        sourcing, comes from, come from, came from, coming from, came in, came into, coming in, comes in, coming
        into, comes into, entered the country, enter the country, foreign purchases, landed, flow in, flowed in,
        get from, got from, take from, took from, receive from, received from, overseas purchases, arrive,
        arrived, arrivals, order from abroad, import bill, import bills, buy-in, supplies, inbound shipments,
        import number, import figure, originated in, originate from, originated from, sourced in, bought abroad,
        buy abroad, buys abroad, buying abroad, bought overseas, bought outside, entered india, entering india,
        enter india, brought to india, came to india, come to india, comes to india, coming to india, arrived in
        india, landed in india, reached india, enters india, flowed into india, shipped into india, imp, imps,
        impt
        | aayat, ayaat, mangaya, mangaye, mangayi, mangai, mangata, mangate, mangati, mangwaya, mangwaye, mangwayi,
        mangwai, mangwata, mangwate, mangva*, kharida, kharide, kharidi, kharidta, kharidte, kharid, kharidari,
        bahar se aaya, bahar se aaye, bahar se mangaya, videsh se aaya, videsh se liya, se aaya, se aaye, se
        aayi, se aai, se aata, se aate, se aati, se aa raha, se aa rahe, se laya, se liya, se liye, se lete, se
        mila, se aane wala, se aane wale, se aaya tha, se aaye the, imports, import kiya, import hua, import
        hue, import hui, import karta, import karte
        | आयात, आयातित, आयातों, इंपोर्ट, इम्पोर्ट, मंगाया, मंगाए, मंगाई, मंगाता, मंगाते, मंगवाया, मंगवाए, मंगवाई, मंगवाता,
        मंगवाते, खरीदा, खरीदे, खरीदी, खरीदता, खरीदते, खरीद, खरीदारी, बाहर से आया, बाहर से आए, विदेश से आया,
        विदेश से आए, विदेशी खरीद, से आया, से आए, से आये, से आई, से आता, से आते, से आती, से आ रहा, से आ रहे, से
        लाया, से लाए, से लिया, से लिए, से लेते, से मिला, से आने वाला, से आने वाले, आयात बिल
    """,
    "indicator:exports": """
        export, exports, exported, exporting, exportation, ship out, shipped out, ship abroad, shipped abroad, sell
        abroad, sold abroad, sales abroad, outbound, outflow, outflows, sell overseas, sold overseas, overseas
        sales, foreign sales, sell to, sold to, send abroad, sent abroad, sent out, ship to, shipped to, supply
        to, supplied to, buyer of our, buyers of our, our buyers, our buyer, our customers, customers for our,
        customer for our, buys our, buy our, buying our, bought our, market for our, export market, export
        markets, destination, destinations, who buys from us, buys from us, buy from us, bought from us, buyers,
        takes our, took our, customers, left india, leave india, leaving india, leaves india, sold outside, exp,
        exps, expt, send overseas, sent overseas, sends overseas, ship overseas, shipped overseas, ships
        overseas
        | niryat, niryaat, bahar becha, bahar bheja, videsh bheja, videsh becha, bheja, bheje, bheji, bhejta, bhejte,
        becha, beche, bechi, bechta, bechte
        | निर्यात, निर्यातित, निर्यातों, एक्सपोर्ट, बाहर भेजा, बाहर बेचा, विदेश भेजा, विदेश बेचा, भेजा, भेजे, भेजी, भेजता,
        भेजते, बेचा, बेचे, बेची, बेचता, बेचते
    """,
    "indicator:production": """
        magnet production, production of magnets, produce magnets, magnets produced, magnets made, magnets does india
        produce, magnets did india produce, magnets do we produce, magnets did we produce, magnets does india
        make, magnets did india make, magnets do we make, magnet output, output of magnets, magnets
        manufactured, produced magnets
        | chumbak utpadan, magnet utpadan
        | चुंबक उत्पादन, चुंबकों का उत्पादन, मैग्नेट उत्पादन
    """,
    "indicator:balance": """
        import export gap, export import gap, import export difference, import export balance, imports minus exports,
        imports less exports, import surplus, trade balance, trade deficit, trade gap, trade surplus, balance of
        trade, net imports, net import, net exports, net trade, net import bill, deficit, surplus
        | vyapar ghata, vyapaar ghata, vyapar santulan, shuddh aayat
        | व्यापार घाटा, व्यापार संतुलन, व्यापार अंतर, शुद्ध आयात, व्यापार शेष
    """,
    "indicator:demand": """
        india want, india wants, we want, country want, industry want, demand, demands, appetite, domestic need,
        requirement, requirements, consumption, consume, consumes, consumed, domestic demand, market need, needs
        of india, how much india needs, does india need, will india need, india needs, india will need, magnets
        does india need, would india need, need of the country, country need, country needs, country will need,
        will we need, do we need, we will need, magnet need, magnets needed, need for magnets, need of magnets,
        needed in, need in, we need, magnet needs, magnet requirement
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
        import dependence, import dependency, import reliance, dependence on imports, dependency on imports, dependence,
        dependency, dependent, reliance, reliant, depend, depends, depended, rely, relies, relied, relying,
        dependance, met by imports, met through imports, met from imports, covered by imports, met from abroad,
        served by imports, satisfied by imports, import-dependent, imported share of demand, self-reliance
        ratio, served from abroad, supplied from abroad, filled by imports, fed by imports, covered from abroad,
        filled from abroad
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
        mine output, mined output, mine production, mined, mines, mining output, mining production, extracted, extract,
        extraction, dig up, dug up, dig out, dug out, dug, ore output, mined production, oxide output, oxide
        production, mining, mine, digging, come out of the ground, came out of the ground, produced from mines,
        output of mines, output of the mines, mineral output, rare earth output, rare earth production, rare
        earths produced, ore did, ore do, ore does, ore was, ore were, ore dug, ore mined, ore extracted, ore
        raised, ore come, ore came, ore has
        | khanan, khudai, khan utpadan, khadan, khadaan, khanan utpadan, khoda, nikala, nikale, nikali, nikalta, nikalte,
        khano se
        | खनन, खुदाई, खान उत्पादन, खदान, खदानों, खनन उत्पादन, खोदा, निकाला, निकाले, निकाली, निकालता, निकालते, खानों से,
        खनित
    """,
    "indicator:processing_share": """
        processing share, share of processing, share of refining, refining share, rare earth processing, global
        processing, world processing, refining capacity share, controls of processing, processing of rare
        earths, rare earth refining, refining of rare earths
        | prasanskaran, processing
        | प्रसंस्करण, शोधन हिस्सा, प्रोसेसिंग
    """,
    "indicator:outlay": """
        outlay, budget, scheme cost, cost of the scheme, size of the scheme, scheme size, scheme worth, worth of the
        scheme, money set aside, set aside, earmarked, allocated, allocation, allotted money, financial outlay,
        sanctioned for the scheme, sanctioned sum, sanctioned amount, funding, fund, funds, total package,
        package, how big is the scheme, how large is the scheme, scheme budget, put into the scheme, put into
        the magnet scheme, money for the scheme, money behind the scheme, cost of the programme, size of the
        programme, spend on the scheme, spending on the scheme, scheme's cost, programme cost, price tag, kitty,
        purse, cost the government, cost the exchequer, investment in the scheme, initiative cost, cost of the
        initiative, programme budget, spent on the scheme, spend on the programme, parivyay, yojana ki rashi,
        yojana ka budget, yojana ka kharcha, yojana kitne ki, yojana par kharch, yojna ki rashi, scheme ka
        budget, scheme ka paisa
        | scheme kitne ki, scheme ke liye paisa, scheme ka kharcha, kul rashi, avantit, bajat, scheme par kitna, yojana
        par kitna, scheme ki lagat, yojana ki lagat
        | परिव्यय, बजट, योजना की राशि, योजना की लागत, योजना का खर्च, योजना पर खर्च, योजना कितने की, आवंटित राशि, आवंटन,
        कुल राशि, योजना का आकार, धनराशि, योजना पर कितना, योजना के लिए कितना, योजना के लिए कितने, स्कीम का बजट,
        स्कीम कितने की, आवंटित, व्यय
    """,
    "indicator:subsidy": """
        subsidy, subsidies, capital subsidy, capex subsidy, capital support
        | sabsidi, anudan
        | सब्सिडी, अनुदान, पूंजीगत सब्सिडी
    """,
    "indicator:incentive": """
        incentive, incentives, sales-linked incentive, sales linked incentive, sales-linked incentives, sales linked
        incentives, sales-linked, sales linked, production-linked incentive, sales incentive
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
        exchange rate, dollar rate, rupee rate, rupee dollar rate, rupees per dollar, rupee per dollar, usd inr, usd to
        inr, conversion rate, rupees to a dollar, rupees a dollar
        | vinimay dar, dollar ka rate, dollar ka bhav, ek dollar mein kitne
        | विनिमय दर, डॉलर का भाव, डॉलर की दर, डॉलर का रेट
    """,
    "indicator:bids": """
        bids received, how many bids, number of bids, bids came, how many bidders, number of bidders
        | kitni boliyan, kitne bidders, kitni bids
        | कितनी बोलियां, बोलियां मिलीं,
        कितने बोलीदाता, कितनी निविदाएं मिलीं, कितने बोलीदाताओं
    """,
    "indicator:beneficiaries": """
        how many beneficiaries, number of beneficiaries, how many winners
        | kitne labharthi, kitni company chuni
        | कितने लाभार्थी, लाभार्थियों की संख्या
    """,
    "indicator:outgoing": """
        goes out, go out, going out, went out, gone out, went to, goes to, go to, gone to, sent to, send to, paid to,
        pay to, flowed to, flow to
        | ko gaya, ko gaye, ko gayi, ko jata, ko jate
        | को गया, को गए, को गई, को जाता, को जाते
    """,
    "indicator:supplies": """
        supplied by, supplied us, supplied to us, supply us, supplies us, supplies from, send us, sent us, sends us,
        ship us, shipped us, sell us, sold us, supply from, supplied, supply india, supplies india, supplied
        india, sold india, sold to india, sold to us, send india, sent india, sent to india, sent to us, shipped
        to india, foreign supply, foreign supplies, overseas supplies, ship india, ships india, ships us, sells
        us, sells india, sell india, export to us, exported to us, exports to us, export to india, exported to
        india, exports to india, supply, supplies, supplying, deliver to us, delivered to us, sell to india,
        sell to us, send to india, send to us, ship to india, ship to us, provide us, provided us, provides us,
        provide india, who supplies, who supplied, who all supply
        | hame becha, humein becha, hamein becha, hume becha, hame bheja, humein bheja, hamein bheja, bharat ko bheja,
        bharat ko becha, india ko bheja, india ko becha, india ko niryat, bharat ko niryat, hame diya, humein
        diya, supply kiya, supply kiye, supply karta
        | हमें बेचा, हमें भेजा, हमें बेचे, हमें भेजे, भारत को भेजा, भारत को बेचा, भारत को भेजे, भारत को बेचे, भारत को
        निर्यात, भारत भेजा, भारत भेजे, हमें दिया, हमें दिए, आपूर्ति की, आपूर्ति, सप्लाई
    """,
    "scheme:": """
        scheme, initiative, programme, program, mission
        | yojana, yojna, scheme, pariyojana
        | योजना, स्कीम, पहल, कार्यक्रम
    """,
    "mission:": """
        critical mineral mission, critical minerals mission, minerals mission, mineral mission, mission, ncmm
        | khanij mission
        | खनिज मिशन, मिशन
    """,
}
