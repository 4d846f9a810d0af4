"""Plants, their stages, capacity and the target."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "topic:capacity": """
        capacity, capacities, tpa, mtpa, t/yr, t/y, production capacity, manufacturing capacity, installed, installed
        capacity, output capacity, how much can, able to make, can make, can produce, able to produce,
        nameplate, magnet-making, magnet making, making capability, tonnes a year, tonnes per year, tons per
        year, tons a year, tonnes per annum, tonnes of capacity, build-out, buildout, ramp up, ramp-up, cap
        | kshamta, kshamata, chhamta, utpadan kshamta, capacity, ban sakta, ban sakte, bana sakta, bana sakte, bana sakti
        | क्षमता, क्षमताओं, स्थापित, स्थापित क्षमता, उत्पादन क्षमता, कैपेसिटी, बना सकता, बना सकते, बना सकती, टन प्रति
        वर्ष, टन सालाना
    """,
    "topic:plants": """
        plant, plants, factory, factories, works, unit, units, facility, facilities, line, lines, mill, mills,
        manufacturing unit, production unit, projects, project, sites, site, manufacturers, manufacturer,
        producers, magnet maker, magnet makers
        | sanyantra, sanyantr, karkhana, karkhane, factory, plant, kaarkhana
        | संयंत्र, संयंत्रों, कारखाना, कारखाने, कारखानों, फैक्ट्री, फैक्ट्रियां, फैक्टरी, प्लांट, प्लांट्स, इकाई, इकाइयां,
        परियोजना, परियोजनाएं, परियोजनाओं
    """,
    "stage:commissioned": """
        commissioned, operational, in operation, operating, running, up and running, on stream, on-stream, online, on
        line, working, producing, functional, functioning, live, switched on, started production, in production,
        gone live, come online, came online, operates, commission, already built, built, ready, completed
        plants, active, making magnets today, brought on stream, brought online, actually exists, in place,
        opened, run, runs, already up, is up, are up, fired up, added so far, installed so far
        | chalu, chaalu, chal raha, chal rahe, chal rahi, lag chuki, lag gayi, lagi hai, lagi, shuru ho gayi, shuru ho
        gaya, ban chuki, ban gayi, tayyar, taiyar, commissioned, operational, ban chuka, chal pada, kaam kar
        rahi, kaam kar raha, kaam kar rahe
        | चालू, कमीशन, चल रहे, चल रहा, चल रही, लग चुकी, लग गई, लगी, शुरू हो गई, शुरू हो गया, बन चुकी, बन गई, तैयार,
        परिचालन, कार्यरत, उत्पादन में, बन चुका, बन चुके, चल पड़े, चालू हालत, काम कर रही, काम कर रहा, काम कर रहे
    """,
    "stage:building": """
        under construction, being built, building, in construction, constructing, under build, under-construction, being
        constructed, construction, being put up, coming up, being erected, getting built, going up, under
        erection, setting up, putting up, build, builds, constructed, erecting, construction phase, construction
        stage, in the construction phase
        | nirman mein, nirmanadhin, nirmaan, ban raha, ban rahe, ban rahi, bana raha, bana rahe, bana rahi, nirman, laga
        raha, laga rahe, laga rahi, lag raha, lag rahe, lag rahi
        | निर्माणाधीन, निर्माण में, बन रहा, बन रहे, बन रही, बना रहा, बना रहे, बना रही, निर्माण, निर्माण कार्य, लगा रहा,
        लगा रहे, लगा रही, लग रहा, लग रहे
    """,
    "stage:awarded": """
        awarded, award stage, won, contract given, contracts given, bagged, allotted, awarded but, been awarded, given
        out, handed out, awards
        | award ho, award hui, award hua, awarded, aavantit, diya gaya
        | अवार्ड, अवॉर्ड, आवंटित संयंत्र, सौंपे, सौंपी, सौंपा, प्रदान, आवंटित क्षमता, आवंटित
    """,
    "stage:announced": """
        announced, announcement, announcements, announced but, on paper, proposed, promised, just announced, unveiled,
        declared
        | ghoshit, ghoshna, elaan, ailan, announced
        | घोषित, घोषणा, ऐलान, एलान, घोषणाओं
    """,
    "stage:shelved": """
        shelved, on hold, paused, mothballed, put on ice, stalled, cold storage, put on the shelf, on the shelf, on ice,
        parked, gone cold, suspended plants, paused plants, frozen, back burner, on the back burner, in limbo,
        gathering dust, put aside, put to one side
        | thande baste, rok diya, ruka, ruke, ruki hui, roki, band
        | ठंडे बस्ते, स्थगित, रोक दिया, रुके, रुका, रुकी, रोके, बंद पड़े, बंद
    """,
    "ask:target": """
        target, goal, aim, objective, targeted, target capacity, capacity target, ambition, set itself, set itself to
        reach, aims, how much are we aiming, planned target, aiming, aimed, set out to, aspire, is to be built,
        to be built in all, will be built, are to be built, planned to be built, meant to be built, scheme want,
        scheme wants, scheme aim for, scheme aims for, scheme seek, scheme seeks, scheme intend, scheme intends,
        scheme envisage, scheme envisages, scheme foresee, scheme plan for, scheme plans for, supposed to
        create, meant to create, target year, year of the target, end year, deadline of the target, deadline for
        the target, meant to have, supposed to have, wants to have, is to have, intends to have
        | lakshya, laksh, target, maqsad
        | लक्ष्य, लक्ष्यों, टारगेट, उद्देश्य
    """,
    "ask:gap": """
        gap, shortfall, short of, short, remaining to target, left to build, still needed, still need, still to be
        built, to reach the target, to hit the target, missing capacity, away from the target, far from the
        target, how far from, how far are we, how far short, distance to, still required, remaining capacity,
        capacity remaining, how much more capacity, more capacity, yet to be built, to go, more is needed, more
        do we need, still missing, still to build, remains to be, how much is left, left to reach, balance
        capacity, lacking, how much more, how far off are we, how far off we are, how far off the target, how
        far off target, how far away are we, how far behind are we, how far behind the target, is missing, are
        missing, remains missing, still to be commissioned, yet missing
        | kitni kami, kami, kitna baki, kitni baki, kitna baaki, kitni baaki, kitni aur, kitna aur, lakshya se kitna door,
        kitna door, kitne peeche, target se kitna, capacity aur chahiye, kshamta aur chahiye, aur chahiye, aur
        lagegi, aur banani, aur banana, aur jodni, kitni aur chahiye
        | कमी, कितनी कमी, कितना बाकी, कितनी बाकी, कितनी और, कितना और, लक्ष्य से कितना दूर, कितना दूर, कितने दूर, कितनी
        दूर, कितना पीछे, कितने पीछे, शेष क्षमता, कितना शेष, कितनी शेष, और चाहिए, और चाहिये, और बनानी, और बनाना,
        और जोड़नी, और लगेगी, और लगानी
    """,
    "ask:pace": """
        pace, built a year, built per year, built each year, built every year, added a year, build a year, build per
        year, build each year, build every year, add a year, add per year, per year to reach, each year to
        reach, every year to reach, per year to hit, each year to hit, run rate, required rate, rate needed,
        speed, tempo, annually to reach, per year needed, per year required, must be added each year, must be
        added every year, need to add each year, need to add every year, must we add, need to add, needed per
        year, needed each year, a year to reach, a year to hit, a year to meet, per year to meet, each year to
        meet, every year to hit, every year to meet, needs to be added, has to be added, have to be added, have
        to add, must add, add each year, add every year, added per year, added every year, added each year,
        commission each year, commission every year, commission per year, yearly addition, annual addition,
        build rate, rate of addition, addition rate, annual build, yearly build, a year needed, a year required,
        rate must we build, rate must we add, rate must capacity, build rate needed, rate of building, rate of
        construction, how fast must we build, how quickly must we build, how fast must capacity
        | raftaar, raftar, gati, har saal kitni, har saal kitna, har sal kitni, prati varsh kitni, salana kitni, jodni
        hogi, jodni padegi, jodna hoga, lagani hogi, lagani padegi
        | रफ्तार, रफ़्तार, गति, हर साल कितनी, हर साल कितना, प्रति वर्ष कितनी, सालाना कितनी, जोड़नी होगी, जोड़नी पड़ेगी,
        जोड़ना होगा, लगानी होगी, लगानी पड़ेगी, हर वर्ष कितनी
    """,
    "ask:progress": """
        progress, how far, built so far, achieved, reached, so far, to date, till date, until now, already, of the
        target, share of target, of target, towards the target, toward the target, against the target, against
        target, how close, of the goal, of our target, of our goal, toward the goal, towards the goal, progress
        toward, how much has been, to what extent, what extent, realised, realized, attained, track, on track,
        percent done, how much of the target, how far along, how far along is, how far along are we, where do we
        stand, where are we, how far has, stands today, stand today, is already there, how near, near the
        target, near the goal, nearer the target
        | pragati, ab tak, abhi tak, kitna hua, kitni hui, target ka kitna, lakshya ka kitna, kitna poora, kitni lag,
        bani, bani hai, ban paayi, ban payi, kitne kareeb, kitna kareeb, kitne karib, kitne paas, kitna paas,
        kitne nazdeek, kitne nazdik
        | कितने करीब, कितना करीब, कितने क़रीब, कितने नजदीक, कितने नज़दीक, कितने पास, प्रगति, अब तक, अभी तक, कितना हुआ,
        कितनी हुई, लक्ष्य का कितना, लक्ष्य के कितने, कितना पूरा, कितनी लग, लक्ष्य की ओर, हासिल, बनी, बनी है, बन
        पाई, बन सकी
    """,
    "ask:pipeline": """
        pipeline, in the pipeline, yet to come, coming capacity, future capacity, planned capacity, not yet
        commissioned, upcoming capacity, expected capacity, not commissioned, under development, in the works,
        still to come, to come, yet to be commissioned, not yet running, not yet operational
        | pipeline, aane wali kshamta, aane wali capacity
        | पाइपलाइन, आने वाली क्षमता, भावी क्षमता
    """,
    "ask:by_company": """
        by company, company wise, company-wise, per company, by organisation, by organization, by firm, by developer,
        which company, which companies, each company, every company, which firm, which firms, which
        organisation, which organisations, firms, companies, by owner, companywise, which developer, by
        promoter, by player, by producer, by manufacturer, who is building, who builds, who is constructing,
        organisation wise, firm wise, firm-wise, whose plants, each firm, each organisation, by whom
        | kaun bana raha, kaun bana rahi, kaun laga raha, company ke hisab, company-war, company var, kaun si company,
        kaunsi company, kis company, har company, company ke anusar, companiyan, companiyon, kampaniyan,
        kampani, kaun kaun si company
        | कौन बना रहा, कौन बना रही, कौन लगा रहा, कंपनीवार, कंपनी-वार, कंपनी के हिसाब, कौन सी कंपनी, किस कंपनी, कौनसी
        कंपनी, हर कंपनी, कंपनी के अनुसार, कंपनियों, किन कंपनियों, संगठनवार, कंपनियां, कंपनी
    """,
    "ask:by_stage": """
        by stage, stage wise, stage-wise, per stage, each stage, every stage, stages, by status, status wise,
        status-wise, stagewise, by phase, in each stage, each status, in each status, per status, every status
        | charan ke hisab, stage ke hisab, charanwar, charan-var, har charan, har stage
        | चरणवार, चरण-वार, चरण के हिसाब, हर चरण, स्थिति के अनुसार, चरण के अनुसार, अवस्था के अनुसार, चरणों
    """,
    "ask:by_state": """
        by state, state wise, state-wise, statewise, per state, each state, every state, which state, which states, by
        location, by place, by region, region wise, states, location wise, place wise, across states, in each
        state
        | rajya ke hisab, rajyavar, rajya-var, rajyawar, kis rajya, kaun se rajya, har rajya, kaun sa rajya, rajya ke
        anusar
        | राज्यवार, राज्य-वार, राज्य के हिसाब, किस राज्य, कौन से राज्य, कौन सा राज्य, हर राज्य, किन राज्यों, राज्यों,
        राज्य के अनुसार, प्रदेशवार, राज्य
    """,
    "ask:by_year": """
        by expected year, by year expected, year of commissioning, by commissioning year, expected each year, expected
        every year, by year of commissioning, each year is expected, year wise capacity
        | kis saal kitni kshamta, saal ke hisab
        | वर्षवार क्षमता, साल के हिसाब, वर्षवार
    """,
    "ask:by_organisation": """
        by ministry, ministry wise, ministry-wise, by agency, by body, organisation-wise, organization-wise, each
        ministry, every ministry, per ministry, ministry by ministry, each agency, every agency, each
        department, every department, department wise, department-wise, by department, which ministries, each
        body
        | sangathan ke hisab, mantralay ke hisab, har mantralay, har vibhag, mantralay var
        | मंत्रालयवार, संगठन के अनुसार, मंत्रालय के अनुसार, हर मंत्रालय, हर विभाग, मंत्रालय-वार, विभागवार
    """,
    "ask:by_category": """
        by category, category wise, category-wise, each category, every category, per category, categorywise, by type,
        type wise
        | shreni ke hisab, category ke hisab, har category
        | श्रेणीवार, श्रेणी-वार, श्रेणी के अनुसार, हर श्रेणी
    """,
    "ask:expected": """
        expected, expect, come online, come on stream, start production, start producing, start up, startup, begin
        production, be commissioned, be operational, commissioning date, will be commissioned, be completed,
        commissioning, go live, come up, come into operation, slated, anticipated, to be commissioned, will
        come, become operational, open, start, starting, begin, coming online, coming on stream, comes online,
        comes on stream, go online, goes online, goes live, going live, switch on, switching on, expected to
        open, expected to start, expected to begin, expected to come up, expected to be commissioned, expected
        to go live, expected to run, expected to operate, likely to start, likely to open, due to start, due to
        open, due to come up, scheduled to start, scheduled to open, set to open, set to start
        | chalu hoga, chalu hogi, chalu honge, shuru hoga, shuru hogi, shuru honge, ban jayega, ban jayegi, tayyar hoga,
        tayyar hogi, taiyar hoga, aayegi, aayega, lagegi
        | आरंभ होगा, आरंभ होगी, आरंभ होंगे, प्रारंभ होगा, प्रारंभ होगी, प्रारंभ होंगे, चालू होगा, चालू होगी, चालू होंगे,
        शुरू होगा, शुरू होगी, शुरू होंगे, बन जाएगा, बन जाएगी, तैयार होगा, तैयार होगी, अपेक्षित, आएगी, आएगा,
        लगेगी, संभावित, उम्मीद
    """,
    "ask:reach": """
        when will we reach, when will we hit, when do we reach, reach the target, hit the target, meet the target,
        target be met, target be reached, achieve the target, attain the target
        | lakshya kab, target kab
        | लक्ष्य कब, टारगेट कब
    """,
}
