"""Words about the talk itself: help, sources, going on from before; and what is no business of the desk."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "topic:help": """
        help, what can you do, what do you do, what can i ask, what can i ask you, how do you work, how does this work,
        how do i use, how to use, who are you, what are you, capabilities, your features, commands,
        instructions, usage, what do you know, what can you tell, which subjects, which topics, what subjects,
        what topics, what can you answer, what questions, kinds of questions, kind of questions, sort of
        questions, sorts of questions, what things can, how can you help, what are you able, what are you good
        at, what are you for, get started, how to start, what all can you, introduce yourself, menu, what sort
        of things, what can this bot, what does this bot, what can this desk, things you can do, things can i
        ask, what else can you do, what should i ask, guide me, show me around, topics do you cover, topics you
        cover, what do you cover, what is this bot, what is this, which questions can you answer, questions can
        you answer, can you answer, what do you answer, what kind of thing, what all can i ask, what can be
        asked, what you can do, show me what you can, what you can answer, what you can tell
        | madad, sahayata, help, kya kar sakte, kya kar sakta, kya kya kar sakte, kya puch sakta, kya puch sakte, kya
        pooch sakta, kya pooch sakte, kya poochh sakte, kya kya puch, kya kya pooch, kya jante, kya janta, tum
        kaun, aap kaun, kya kya bata sakte, kya bata sakte, kya sawal, kaise use, kaise kaam karte, kaise
        istemal, kya kaam karte, jawab de sakte, jawab de sakta, sawalon ke jawab, kya kya jawab, kis tarah ke
        sawal, kaise sawal, kaun se sawal, kya kya sawal, jankari de sakte, jaankari de sakte, kin vishay, kin
        vishayon, kaun se vishay
        | मदद, सहायता, क्या कर सकते, क्या-क्या कर सकते, क्या क्या कर सकते, क्या पूछ सकता, क्या पूछ सकते, क्या पूछ सकती,
        क्या-क्या पूछ, क्या क्या पूछ, क्या जानते, तुम कौन, आप कौन, क्या बता सकते, क्या क्या बता सकते, क्या काम
        करते, कैसे इस्तेमाल, हेल्प, जवाब दे सकते, जवाब दे सकता, सवालों के जवाब, किस तरह के सवाल, कैसे सवाल, कौन
        से सवाल, क्या-क्या सवाल, जानकारी दे सकते, जानकारी दे सकती, जानकारी दे सकता, किन विषयों, कौन से विषय,
        क्या जानकारी
    """,
    "topic:gaps": """
        what do you not know, what don't you know, what can't you answer, what can you not answer, what are your gaps,
        what is missing, unanswered questions, gaps in your knowledge, what you don't know, what you do not
        know, your limits, limits of your knowledge, your limitations, what are you missing, can't you answer,
        unable to answer, could not answer, couldn't answer, cannot answer, gaps in the record, list of gaps,
        open questions, unanswered, do you not have, don't you have, beyond you
        | kya nahi jante, kya nahin jante, kya nahi pata, kis cheez ka jawab nahi, kya nahi bata sakte, kis ka jawab nahi
        | क्या नहीं जानते, क्या नहीं पता, किसका जवाब नहीं, क्या नहीं बता सकते, किन सवालों के जवाब नहीं
    """,
    "topic:sources": """
        figure come from, figures come from, number come from, numbers come from, data come from, data comes from, which
        publication, what publication, which paper, which document, what document, where is that from, where is
        this from, where does that come from, where did you get, where do you get, source of that, source of
        this, what is the source, what's the source, which source, your source, your sources, who says, who says
        so, says who, according to whom, how do you know, cite, citation, citations, reference, references,
        sources please, show sources, the source, source please, source for that, provenance, basis for that,
        what is that based on, who published, based on what, whose figure, whose number, source, sources,
        evidence
        | source kya hai, srot, kahan se mila, kahan se pata, kahan se liya, yeh kahan se aaya, ye kahan se, iska srot,
        kisne kaha, kiske hisab se, kis aadhar par
        | स्रोत, स्त्रोत, सोर्स, कहां से मिला, कहां से पता, किसने कहा, यह कहां से, ये कहां से, किस आधार पर, हवाला, संदर्भ
    """,
    "topic:news": """
        news, latest on, latest about, headlines, headline, in the news, latest stories, stories, any news, whats new,
        what's new, what is new, recent developments, latest developments, press, media reports, reported
        lately, going on lately, happening lately, what happened lately, whats happening, what's happening, news
        about, news on, today's news, bulletin, in the papers, in the press, papers about
        | khabar, khabre, khabrein, khabren, samachar, taza khabar, taaza khabar, news, kya naya
        | खबर, खबरें, ख़बर, ख़बरें, समाचार, ताजा खबर, ताज़ा खबर, सुर्खियां, क्या नया, न्यूज
    """,
    "topic:changed": """
        what changed, whats changed, what has changed, anything changed, has anything changed, anything new, something
        new, what happened today, what happened this morning, what is new today,
        what happened, what happened in, what has happened
        | kya badla, kuch badla, kya naya, kuch naya, naya kya,
        aaj kya hua, kya hua aaj, kya kya hua
        | क्या बदला, कुछ बदला, क्या नया, कुछ नया, नया क्या,
        आज क्या हुआ, क्या हुआ आज, क्या-क्या हुआ
    """,
    "topic:statements": """
        said, say, says, stated, statement, statements, remarked, claim, claims, claimed, opinion, quote, quoted,
        according to, experts say, expert say, experts, expert, comment, commented, view, views, what do
        experts, why, why does, why is, reason, reasons, what did, told, warn, warned, warns
        | kaha, kahaa, kehna, kya kaha, kyon, kyun, kyu, bayan, karan, vajah, vishesagya, visheshagya
        | कहा, कहना, बयान, क्यों, कारण, वजह, विशेषज्ञ, विशेषज्ञों, राय, दावा, क्या कहा
    """,
    "topic:digest": """
        digest, daily digest, summary of the day, morning summary
        | saransh
        | सारांश, डाइजेस्ट
    """,
    "ask:define": """
        whats, wats, what is, what are, what is a, what is an, what is the, what does, what do, mean, means, meaning,
        meaning of, define, definition, definition of, explain, explanation, stand for, stands for, full form,
        expand, what is meant by, tell me about, know about, what do you know about, describe, short for,
        abbreviation, acronym, significance of, in simple words, in plain words, understand by, refer to, refers
        to, gloss, glossary, jargon, term, what exactly is, what exactly are
        | kya hai, kya hain, kya hota hai, kya hoti hai, kya hote hain, kya hota, kya hoti, ka matlab, matlab, arth,
        paribhasha, samjhao, samjhaiye, samjha do, kise kehte, kise kahte, kisko kehte, full form, ka arth, kya
        cheez, kya bala, mtlb, matlb, ka mtlb, kya h, kya h yeh
        | क्या है, क्या हैं, क्या होता है, क्या होती है, क्या होते हैं, क्या होता, क्या होती, क्या होते, का मतलब, मतलब,
        अर्थ, परिभाषा, समझाओ, समझाइए, समझाएं, किसे कहते, किसको कहते, क्या चीज, का अर्थ, व्याख्या, तात्पर्य, आशय,
        फुल फॉर्म, पूरा नाम
    """,
    "ask:means": """
        mean, means, meaning, meaning of, define, definition, definition of, explain, stand for, stands for, full form,
        what is meant by, short for, abbreviation, acronym, in simple words, in plain words, glossary, jargon,
        kya hota hai, kya hoti hai, kya hote hain, kya hota, kya hoti, matlab, arth, paribhasha, kise kehte,
        kise kahte, samjhao, samjhaiye, expand
        | mtlb, matlb, matlab
        | क्या होता है, क्या होती है, क्या होते हैं, क्या होता, क्या होती, क्या होते, मतलब, अर्थ, परिभाषा, किसे कहते,
        समझाओ, समझाइए, तात्पर्य, फुल फॉर्म, आशय
    """,
    "ask:count": """
        how many, number of, count, count of, what number, total number, tally, how many of, number
        | kitne, kitni, kitno, kul kitne, ginti, sankhya
        | कितने, कितनी, कुल कितने, गिनती, संख्या, कितनों
    """,
    "ask:much": """
        how much, how large, how big, what amount, amount, how high, how sizeable, size of, figure, figures, number for,
        numbers, to what extent, what was the level, level
        | kitna, kitni, kitne, kitani, kitana, kitta
        | कितना, कितनी, कितने, कितनों
    """,
    "ask:list": """
        list, show, show me, which, name, name the, give me, tell me, enumerate, all the, what are the, display, what
        all, any, anything
        | dikhao, batao, bataiye, kaun se, kaun kaun, kaunse, konse, kya kya, kaun si, suchi, list
        | दिखाओ, दिखाइए, बताओ, बताइए, बताएं, कौन से, कौन-कौन, कौन कौन, कौन सी, क्या-क्या, क्या क्या, सूची, गिनाओ, कौन-से,
        कौन-सी
    """,
    "ask:more": """
        more, show more, rest of it, continue, go on, aur dikhao, aur batao
        |
        | और दिखाओ, और बताओ
    """,
    "talk:goes_on": """
        and, also, what about, how about, and what about, and how about, same for, same question for, the same for, same
        thing for, likewise, then, so what about, or, plus, now for, ok and, okay and, alright and, and for,
        similarly, as for, instead, again for, now, next, but, ditto for, repeat for, try, and then, make that,
        make it, then what of, what of, or rather
        | aur, aur phir, phir, toh, to phir, waise hi, usi tarah, aur agar, accha aur, acha aur, lekin, magar
        | और, तो, फिर, वैसे ही, और फिर, इसी तरह, अच्छा और, लेकिन, मगर, तथा, अच्छा
    """,
    "talk:refers": """
        it, its, those, these, them, they, their, same, same period, same year, same country, that one, this one,
        former, latter, first one, second one, third one, fourth one, number two one, previous one, that year,
        that period, that figure, that number, that country, that amount, of that, of this, than that, than
        this, that in, that as
        | uska, uske, uski, usi, iska, iske, iski, wahi, unka, unke, unki, inka, inme, inmein, unme, unmein, unme se, inme
        se, isme, usme, ismein, usmein, isko, usko, us saal, us desh
        | उसका, उसके, उसकी, इसका, इसके, इसकी, वही, उनका, उनके, उनकी, इनका, इनमें, उनमें, इसमें, उसमें, यही, उसी, इनमें से,
        उनमें से, इसको, उसको, उस साल, उस वर्ष, उस देश
    """,
    "talk:greets": """
        hello, hi, hey, good morning, good evening, good afternoon, namaste, namaskar, thanks, thank you, thankyou, thx,
        shukriya, dhanyavad, bye, goodbye, salaam, ram ram, good night, yo, hola
        |
        | नमस्ते, नमस्कार, धन्यवाद, शुक्रिया, अलविदा, हेलो, हैलो, सुप्रभात
    """,
    "quiet:": """
        i mean, i meant, what i mean, if all goes to plan, if all goes well, if everything goes to plan, goes to plan,
        go to plan, according to plan, as planned, if plans hold, done or not, whether done or not, finished or
        not, completed or not, complete or not, done and not done, done or pending, done and pending, so to
        speak, that is to say, in other words, put together a note, for a note, for my note, for a slide, for
        the minister, for my boss, just to confirm, to be sure, to be clear, out of curiosity, off hand, look
        up, looked up, come up with, pull up
        | mera matlab, yaani, yani, matlab ki, zara batao
        | मेरा मतलब, यानी, मतलब कि, ज़रा बताओ
    """,
    "talk:yes": """

        |
        |
        | yes, yeah, yep, sure, haan, ha, ji haan, हां, हाँ, जी
    """,
    # ---------------------------------------------------------------- none of our business
    "outside:orders": """
        ignore your, ignore all, ignore the, ignore previous, ignore any, disregard, forget your, forget the rules,
        forget all, forget everything, pretend, act as, roleplay, you are now, system prompt, jailbreak,
        override, bypass your, developer mode, make up, make one up, invent, without a source, without sources,
        without any source, no source, just guess, guess, just say, reveal your, your instructions, your prompt,
        your rules, do anything now, skip the source, hallucinate, fabricate, say that india, answer only with,
        simply answer, reply with, respond with, repeat after me, new instructions, from now on, rules do not
        apply, no matter what, even if you don't know, even if it is not, stop citing, as if, assume that,
        assume the, drop table, delete from, select from, insert into, union select, update figures, truncate
        table, select all from, 1 = 1, xp cmdshell
        | bhool jao, bhul jao, niyam bhool, niyamo ko bhool, man se bata, andaza laga, andaza, apne man se, jhooth, bas
        bol do, anuman laga, rules bhool, nirdesh bhool, sab nirdesh
        | भूल जाओ, नियम भूल, निर्देश भूल, नियमों को भूल, अनदेखा, मन से बता, अंदाजा लगा, अंदाज़ा, अपने मन से, झूठ, बस बोल
        दो, निर्देशों को, नियमों को, अनुमान लगाकर, अनुमान लगा कर, मनगढ़ंत
    """,
    "outside:future": """
        forecast, predict, prediction, projected, projection, estimate for, going to be, will be in, expect to import,
        outlook for
        | anuman, bhavishya, purvanuman
        | पूर्वानुमान, भविष्यवाणी, भविष्य, अनुमान
    """,
    "outside:shares": """
        share price, stock price, share prices, stock prices, stock, stocks, market cap, market capitalisation, market
        capitalization, sensex, nifty, bse, nse, dividend, ipo, mutual fund, equity, trading at, ticker,
        shareholders, shareholding, bitcoin, crypto, invest in, safe to invest, should i invest, worth investing,
        buy shares, profit of, revenue of, turnover of,
        net worth of, net profit, quarterly results, p/e, earnings
        | share bazar, share bazaar, share ka bhav, share ka dam, share ka daam, share price, share bhav, share bhaav,
        share kimat, share daam, share rate, share ki kimat, share ka rate
        | शेयर बाजार, शेयर का भाव, शेयर की कीमत, शेयर का दाम, शेयर भाव, शेयर मूल्य, सेंसेक्स, निफ्टी, मुनाफा
    """,
    "outside:world": """
        import duty, import duties, customs duty, export duty, import tax, duty on, freight, insurance cost, employees,
        workers, people work, people working, many people, people are employed, people employed, staff,
        salaries, water use, electricity use, emissions, carbon footprint, by air, by sea, by ship, by road, by
        port, port-wise, minister's name, who is the minister, per day, per week, a day, per hour, per capita,
        per person, per head, daily imports, weekly imports, each day, weather, temperature, rain, raining,
        monsoon, cricket, football, match, score of, world cup, ipl, election, elections, prime minister,
        president of, movie, film, song, recipe, cook, joke, poem, story about, sing, girlfriend, love, capital
        of, population, gdp, inflation, gold, silver, petrol, diesel, crude oil, crude, oil, gas, coal, wheat,
        rice, sugar, onion, onions, tomato, steel, copper, aluminium, aluminum, iron ore, lithium, cobalt,
        nickel, graphite, silicon, semiconductor, semiconductors, chips, solar panels, solar panel, batteries,
        battery, laptops, laptop, mobile phones, phone, phones, smartphones, cars, car, toys, tea, coffee,
        cotton, textiles, garments, edible oil, palm oil, fertiliser, fertilizer, fertilizers, diamonds,
        diamond, gallium, germanium, titanium, uranium, thorium, tungsten, antimony, zinc, lead metal,
        manganese, electric motors, wind turbines, medicines, vaccines, arms, aircraft, machinery, electronics,
        ev sales, vehicles, motorcycles, travel, flight, train, hotel, book a, translate, homework, essay,
        horoscope, astrology, traffic, time is it, date today, your name, age, birthday, capital city, distance
        between, mass of the, speed of light, salary, job, visa, dollar today, interest rate, repo rate, tax
        rate, income tax, gst, budget speech, bollywood, actor, actress, restaurant, pizza, tallest, moon,
        planet, mars, sun, euros, euro, yen, yuan, renminbi, pound sterling, pounds, roubles, rubles, tariff,
        tariffs, python code
        | mausam, barish, baarish, tapman, khel, kirket, chunav, gana, gaana, chutkula, kavita, film, sona, chandi, tel,
        gehun, chawal, cheeni ka daam, pyaz, tamatar, loha, tamba, koyla, moti, aalu
        | मौसम, बारिश, तापमान, क्रिकेट, चुनाव, गाना, गीत, चुटकुला, कविता, फिल्म, सोना, सोने, चांदी, पेट्रोल, डीजल, तेल,
        कच्चा तेल, गेहूं, चावल, चीनी का दाम, प्याज, टमाटर, लोहा, इस्पात, तांबा, कोयला, लिथियम, कोबाल्ट, निकल,
        ग्रेफाइट, सेमीकंडक्टर, जनसंख्या, राजधानी, प्रधानमंत्री, राष्ट्रपति, मैच, यूरेनियम, एल्युमिनियम, मोबाइल,
        लैपटॉप, बैटरी, खाना, पकाना
    """,
    "side:own": """
        india, indian, india's, we, our, us, ours, bharat, hum, hamara, hamare, hamari, humara, humare, humne, hamne,
        desh ka, country's, nation's, domestic, home
        | hame, humein, hamein, humko, hamko, humse, hamse
        | हमें, हमको, हमसे, भारत, भारतीय, हम, हमारा, हमारे, हमारी, हमने, इंडिया, देश, हिंदुस्तान
    """,
    "bare:from": """
        from, out of, via
        | se
        | से
    """,
    "bare:to": """
        to, for, into, towards
        | ko, ke liye
        | को, के लिए
    """,
    "bare:by": "by",
    "talk:anew": """
        separately, different topic, new topic, new question, another question, another topic, change of subject,
        changing the subject, changing topic, on another note, different question, unrelated, on a different
        note, something else, leave that, leaving that, moving on, forget that, new subject, other matter
        | alag sawal, doosra sawal, dusra sawal, naya sawal, alag baat, alag vishay
        | अलग सवाल, दूसरा सवाल, नया सवाल, अलग बात, अलग विषय, विषय बदल
    """,
    "said:uses": """
        used for, uses of, used in, applications of, applications, what are magnets for, use of magnets, magnets used,
        need magnets for, use magnets, uses magnets
        | kis kaam aate, kahan istemal, kahan upyog, ka upyog, istemal hote
        | किस काम आते, कहां इस्तेमाल, कहां उपयोग, का उपयोग, इस्तेमाल होते, उपयोग होते
    """,
    "said:incentives": """
        what incentives, which incentives, kind of incentives, kinds of incentives, incentives do, how are incentives,
        incentive structure, incentives linked, incentives are there, incentive cap, cap on the incentive, cap
        on incentive, cap on incentives, incentive capped, incentives capped, incentive limit, maximum
        incentive, incentive ceiling, ceiling on incentive, ceiling on the incentive, incentive per beneficiary
        | kaun se protsahan, kya protsahan
        | कौन से प्रोत्साहन, क्या प्रोत्साहन
    """,
    "said:consumer_incentives": """
        buyers get incentives, incentives for buyers, incentives to buyers, incentives for consumers, incentives to
        consumers, consumer incentives, consumer incentive, consumers get incentives, incentives for those who
        buy
        | kharidaron ko protsahan
        | खरीदारों को प्रोत्साहन, उपभोक्ताओं को प्रोत्साहन
    """,
    "said:expertise": """
        expertise, know-how, skills, industrial base
        | visheshagyata
        | विशेषज्ञता
    """,
    "said:partnerships": """
        partnerships, partnership, technology transfer, workforce, foreign partners
        | sajhedari
        | साझेदारी
    """,
    "said:research": """
        research and development, r&d, said of research, role of research, research framework
        | anusandhan
        | अनुसंधान
    """,
    "said:money_alone": """
        money enough, enough money, money alone, only money, just money, money suffice, funding enough
        | paisa kaafi, paisa kafi, sirf paisa, sirf paise
        | पैसा काफी, केवल पैसा, सिर्फ पैसा, सिर्फ पैसे
    """,
    "said:magnets_first": """
        why magnets, magnets first, focus on, focus of, start with magnets, whole chain, full ecosystem, entire chain,
        begin with magnets
        | chumbak hi kyon, pehle chumbak
        | चुंबक ही क्यों, पहले चुंबक
    """,
    "said:national_security": """
        national security, economic independence
        | rashtriya suraksha
        | राष्ट्रीय सुरक्षा
    """,
    "said:self_reliance": """
        ambition, ambition behind, self-sufficient, self-sufficiency, self-reliance, self-reliant, self sufficiency
        | aatmanirbhar, atmanirbhar
        | आत्मनिर्भर, आत्मनिर्भरता
    """,
    "said:price_competition": """
        compete on price, price competition, cheaper chinese, undercut, undercuts, magnets cost more, compete with
        china, compete with chinese, competitive with, price war, cost competitive
        | daam mein mukabla, keemat mein mukabla
        | कीमत में मुकाबला, दाम में मुकाबला
    """,
    "said:disruption": """
        hit by, disruption, disruptions, disrupted, affected by, suffered from, impact of the curbs, impact of chinese
        curbs, hurt by
        | kis par asar
        | किस पर असर, प्रभावित
    """,
    "said:only_mine": """
        how many mines, operational mine, operational mines, only mine, working mines, rare earth mines, mines work,
        active mines
        | kitni khadanein, kitni khadan
        | कितनी खदानें, कितनी खानें
    """,
    "said:mining_share": """
        share of world mining, share of global mining, share of world extraction, share of worldwide extraction, share
        of global extraction, share of world mine output, share of global mine output, share of world mine
        production, share of global mine production, share of world output, share of global output, mines of the
        world total, part of world mining, part of the world's mining
        | duniya ke khanan mein hissa
        | दुनिया के खनन में हिस्सा, विश्व खनन में हिस्सा
    """,
    "said:japan_exports": """
        stopped exports to japan, halted exports, stop exports to japan, suspend exports to japan, halt of exports,
        stopped exporting to japan
    """,
    "said:reserves_rank": """
        reserves rank, reserve rank, rank by reserves, ranking in reserves, rank in world reserves, place in reserves,
        what rank, rank in reserves, reserves ranked, rank of its reserves, reserves stand in the world, world
        rank, third largest reserves, third-largest reserves, largest reserves in the world, rank of india,
        where does india rank, rank in rare earth reserves, ranks in reserves, rank by rare earth reserves,
        stand in world reserves, stand in reserves, place in world reserves, position in reserves
        | bhandar mein sthan
        | भंडार में स्थान, भंडार में कौन सा स्थान
    """,
    "said:import_reliance": """
        make its own magnets, own magnets, make magnets at home, why make magnets, reducing reliance, reduce reliance
        | apne chumbak
        | अपने चुंबक
    """,
    "said:control_trigger": """
        tighten, tightened, tightening, tightened its export controls, why did china restrict, trade dispute
    """,
    "said:licences": """
        licences for india, licences for indian, chinese licences, approvals for indian buyers
    """,
    "said:scheme_terms": """
        eligible, eligibility, who can apply, who can bid, how long is the scheme, how long does the scheme, duration of
        the scheme, tenure of the scheme, scheme period, scheme end, scheme ends, scheme last, scheme run,
        scheme runs, terms of the scheme, scheme terms, rules of the scheme, conditions of the scheme, net
        worth, minimum investment, per beneficiary, each beneficiary, one beneficiary, how does the scheme work,
        how the scheme works, bidding process
        | yojana kab tak, yojana kitne saal, scheme kab tak, scheme kitne saal, yojana ki avadhi, yojana ki sharten,
        patrata, kaun apply
        | योजना की शर्तें, योजना की अवधि, योजना कब तक, योजना कितने साल, योजना कितने वर्ष, पात्रता, कौन आवेदन, प्रत्येक
        लाभार्थी
    """,
    "said:budget": """
        union budget, budget 2026, budget 2027, budget speech, in the budget, budget say, budget said, budget announce,
        budget announced, budget measure, budget measures, this year's budget, last budget
        | kendriya budget, budget mein kya, budget me kya
        | केंद्रीय बजट, बजट भाषण, बजट में क्या, बजट 2026
    """,
    "said:award": """
        who won, who has won, winner, winners, winning bidder, winning bidders, who bagged, selected beneficiary,
        selected beneficiaries, who won the award, winners announced, who was selected, beneficiaries named
    """,
}
