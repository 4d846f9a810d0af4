"""The plan: milestones, plants, targets and export controls."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # ---------------------------------------------------------------- milestones
    "topic:milestones": """
        milestone, milestones, deadline, deadlines, deliverable, deliverables, task, tasks, roadmap, road map, action
        item, action items, schedule, to-do, to do list, agenda, checkpoint, checkpoints, plan, programme plan, steps,
        step, item, items, activity, activities, events, event, goals, commitments, promises, work item, work items,
        things to do, entries, entry, milestone list
        | padav, padaav, milestone, meel ka patthar, mil ka patthar, samay seema, samay-seema, samaysima, samayseema,
        karya, kaam, kadam
        | पड़ाव, पड़ावों, मील का पत्थर, मील के पत्थर, मील के पत्थरों, माइलस्टोन, माइलस्टोन्स, समय सीमा, समय-सीमा,
        समयसीमा, कार्य, काम, कामों, लक्ष्य तिथि, कदम, कार्यक्रम
    """,
    "ask:next": """
        next, coming up, upcoming, up next, what is next, forthcoming, next up, approaching, around the corner, on the
        horizon, nearest, soonest, imminent, what comes next, next in line, about to come, coming
        | agla, agle, agli, aage, aage kya, aane wala, aane wale, aane wali, aanewala, agla kaun
        | अगला, अगले, अगली, आगे, आगे क्या, आने वाला, आने वाले, आने वाली, आगामी
    """,
    "ask:stalled": """
        stalled, stuck, gone quiet, no progress, stagnant, without progress, no movement
        | atka, atke, atki, ruka hua, ruke hue
        | अटका, अटके, अटकी, रुके हुए
    """,
    "ask:due": """
        what happens, what will happen, what is to happen,
        due, falls due, fall due, falling due, is due, expire, fall in, to be done, must be done, should be done,
        scheduled, due date, target date, supposed to be, to be finished, to be completed, should finish, must finish,
        is expected, be ready, ends, end, needs to be done, have to be done, ought to be, falls, falls in, comes due,
        come due, to finish, lined up for, slated for, set for
        | due, niyat, hona hai, hone hain, hone hai, hona chahiye, khatam hona, poora hona, pura hona, hone wale, hone
        wala, hone wali, tay, poora karna, pura karna, poore karne, pure karne, complete karna, khatam karna, poori
        karni, nipatana
        | देय, नियत, होना है, होने हैं, होनी है, होने वाले, होने वाला, होने वाली, पूरा होना, पूरे होने, खत्म होना,
        निर्धारित, तय, पूरा करना, पूरे करने, पूरी करनी, खत्म करना, निपटाना, करना है, करने हैं
    """,
    "ask:overdue": """
        overdue, over due, past due, late, past the deadline, past their deadline, past its deadline, missed deadline,
        missed deadlines, missed its deadline, missed their deadline, missed their deadlines, behind schedule, running
        late, delayed, lagging, lag, lapsed, pending beyond, not done in time, not done on time, past due date, past
        their due date, past its due date, beyond the deadline, should have been done,
        should have been finished, should
        already, should have been completed, should have been ready,
        should have been commissioned, should have been running, should have started, should have opened, should have
        been built, missed, held up, dragging, gone past, deadline has passed,
        deadline passed,
        date has passed, late items, late and open, still open past, crossed their deadline, crossed the deadline,
        blown, blown past, stuck, later than planned, later than due, later than scheduled, later than promised, later
        than expected, after their due date, after its due date, after the due date, past their date, after the date
        promised, beyond their due date, later than they should, later than it should, than planned,
        than promised, off
        schedule, out of time, tardy, in arrears, blew past, overshot, overshoot, past the due date, crossed
        deadline, deadline crossed, deadline gone, lapsed deadlines, overrun, running behind, fallen behind, fell
        behind, lagging behind, behind time, run late, gone overdue, late on, are late, is late, gone by, passed
        deadline, passed their deadline, should be done by now, should have happened, ought to have been, expired
        deadlines
        | der se chal, der ho, deri, late, late chal, samay se peeche, peeche chal, peeche, nikal gayi, nikal chuki,
        deadline nikal, deadline miss, bakaya, samay seema paar, samay par nahi, time par nahi, atke, atka, latke,
        latka, der se chal rahe, der se chal raha, late chal rahe, late chal raha, late chal rahi, late hain,
        late hai, late ho gaye, late ho gaya, late ho gayi, late ho chuke, late ho chuka, late ho chuki, late ho gaye hain,
        late ho, der ho gayi, der ho gaya, der ho chuki, deri ho gayi, deri ho chuki, deadline cross,
        deadline par kar, time nikal, deadline paar, paar kar, deadline beet,
        deadline guzar, tareekh nikal, tarikh nikal, samay se pichhe, samay se piche, pichhe chal, piche chal, peeche
        reh, pichhad, tay samay se, time se peeche, let chal, let ho, der kar, der mein, vilamb
        | देरी, विलंबित, विलंब, देर से चल, समय से पीछे, पीछे चल, बकाया, समय सीमा पार, समय सीमा बीत, समय सीमा निकल,
        अतिदेय, लेट, समय पर नहीं, निकल चुकी, बीत चुकी, निकल गई, बीत गई, देर, पिछड़, अटके, अटका, लटके, लटका, पीछे,
        डेडलाइन पार, डेडलाइन निकल, तारीख निकल, तारीख बीत, समय सीमा लांघ, पार कर, तय समय से पीछे, पिछड़े,
        पिछड़ रहे, पीछे
        छूट, देर हो, देर हो गई, देर हो चुकी, देरी हो गई, देरी हो चुकी, लेट हो गए, लेट हो गया, लेट हो गई, लेट हो चुके
    """,
    "ask:undated": """
        no due date, no date, without a due date, without a date, without a deadline, no deadline, undated, not dated,
        no fixed date, no target date, without any date, without due date, without date
        | bina tareekh, bina tarikh, bina due date, koi tareekh nahi, koi tarikh nahi, bina deadline
        | बिना तारीख, बिना तिथि, कोई तारीख नहीं, कोई तिथि नहीं, बिना समय सीमा
    """,
    "ask:slipped": """
        deadline extended, deadline been extended, date extended, dates extended,
        slip, slipped, slipping, slippage, slips, pushed back, pushed out, postponed, deferred, moved back,
        rescheduled,
        put off, deadline moved, shifted back, delayed from baseline, baseline, moved to a later date,
        slid back, pushed
        | khiska, khiske, khisak, khisaki, aage badha diya, tala, tal gaya, tal gaye, taal diya
        | खिसका, खिसके, खिसकी, खिसक, टला, टले, टल गया, टल गए, टाला, टाले, टाल दिया, आगे खिसक, आगे बढ़ा दिया, आगे बढ़ाए
    """,
    "ask:late_done": """
        finished late, done late, completed late, late finish, finished after, completed after,
        done after the deadline,
        done after their deadline, finished behind schedule, completed behind schedule, overran,
        late completion, finish
        late, delivered late, achieved late, closed late, done past, wrapped up late, finished past, completed past,
        came in late, got done late, late by the time, met late, ended late, completed with delay, completed with a
        delay, finished with a delay, done but late, late but done
        | der se poora, der se poore, der se pura, der se pure, der se poori, der se hua, der se hue, der se khatam,
        late poora, late poore, late khatam, late complete, late hue, late hua, baad mein poora, baad mein poore, deri
        se
        | देर से पूरा, देर से पूरे, देर से पूरी, देर से हुआ, देर से हुए, देर से हुई, देरी से पूरा,
        देरी से पूरे, देरी से
        पूरी, विलंब से पूरा, विलंब से पूरे, देर से खत्म, बाद में पूरे, देरी से, विलंब से, देर से
    """,
    "ask:early_done": """
        finished early, done early, completed early, ahead of schedule, before time, ahead of time,
        before its deadline,
        before their deadline, before the deadline, early finish, early, ahead of its deadline,
        ahead of their deadline,
        beat the deadline, beat its deadline
        | samay se pehle, samay se pahle, time se pehle, jaldi poora, jaldi poore
        | समय से पहले, जल्दी पूरा, जल्दी पूरे, समय से पूर्व
    """,
    "ask:on_time": """
        on time, in time, on schedule, by the deadline, within the deadline, punctually, met the deadline, met their
        deadline, met its deadline
        | samay par, samay pe, time par, time pe
        | समय पर, नियत समय पर, समय के भीतर
    """,
    "status:done": """
        done, complete, completed, finish, finished, achieved, accomplished, closed, concluded, wrapped up, over,
        delivered, reached, met, fulfilled, passed, ticked off, finalised, finalized, through, happened, took place,
        checked off, executed, been done, gone through, out of the way, behind us, completion, in the bag,
        materialised,
        crossed off, got done, cleared
        | poora, pura, poore, pure, poori, puri, ho gaya, ho gaye, ho gayi, ho gai, ho chuka, ho chuke, ho chuki,
        khatam, sampann, hue, hui, hua, complete, done, nipat, nipte, mukammal
        | पूरा, पूरे, पूरी, पूर्ण, हो गया, हो गए, हो गई, हो चुका, हो चुके, हो चुकी, खत्म, समाप्त, संपन्न, हुए,
        हुई, हुआ,
        कम्प्लीट, निपट, निपटे, पा चुके
    """,
    "status:in_progress": """
        in progress, in-progress, underway, under way, ongoing, on going, in hand, being worked on, work in progress,
        wip, running now, active, currently on, started but not finished, started, begun, moving, in motion, in the
        works, being done, in process, worked on, proceeding, in train, afoot
        | chal raha, chal rahe, chal rahi, chalu kaam, jaari, jari, chalte, shuru ho chuka, shuru ho chuke,
        pragati par
        | जारी, चल रहा, चल रहे, चल रही, प्रगति पर, प्रगति में, प्रगतिरत, शुरू हो चुके, शुरू हो चुका
    """,
    "status:planned": """
        planned, not started, yet to start, to start, not yet started, not begun, yet to begin, in the pipeline, on
        paper, future, not yet begun, still to come, waiting to start, lined up, awaiting start, only planned, haven't
        started, have not started, hasn't started, has not started, not even started, unstarted
        | shuru nahi, shuru nahin, abhi baaki, niyojit, yojana mein, planned, shuru hona baki
        | नियोजित, शुरू नहीं, अभी शुरू, योजनाबद्ध, योजना में, प्रस्तावित, शुरू होने बाकी
    """,
    "status:open": """
        open, pending, pendency, pendencies, backlog, plate, outstanding, remaining, remain, left, not done,
        not yet done, unfinished, incomplete, still to be
        done, yet to be done, not complete, not completed, not finished, yet to finish, left to do,
        still left, awaited,
        unresolved, still to do, on our plate, not closed, live, yet to happen, hanging, owe, owes, yet to deliver,
        still to deliver, unmet, undelivered, still waiting, yet to be completed, still has to, still have to, has yet
        to, have yet to, still to, yet to, has to do, have to do, to be done still, left for, on the to do list, not
        finished yet, hasn't been done, haven't been done, not been done, has not been done, have not been done,
        awaiting completion
        | baaki, baki, adhura, adhoora, adhure, lambit, pending, nahi hua, nahi hue, bacha, bache, bachi
        | बाकी, लंबित, अधूरा, अधूरे, अधूरी, शेष, बचे, बचा, बची, पेंडिंग, नहीं हुआ, नहीं हुए, नहीं हुई, खुले
    """,
    "status:dropped": """
        dropped, drop, cancelled, canceled, scrapped, abandoned, called off, shelved, given up, withdrawn,
        killed, axed,
        discontinued, junked, ditched, written off, binned, jettisoned, struck off, no longer pursued
        | radd, raddh, chhod diya, chhod diye, chhoda, chhode, chhod di, hata diya, hata diye, cancel, band kar
        | रद्द, छोड़ दिया, छोड़ दिए, छोड़े, छोड़ा, छोड़ी, छोड़ दी, हटा दिए, हटाए, त्यागे, त्याग, निरस्त, खारिज, ठंडे
        बस्ते
    """,
    "category:policy": """
        policy, policies, regulatory, regulation, regulations, policy-related, government policy
        | niti, neeti
        | नीति, नीतिगत, नीतियों, पॉलिसी
    """,
    "category:tender": """
        tender, tenders, tendering, bid, bids, bidding, procurement milestone, auction, auctions, tender-related
        | nivida, boli, tender
        | निविदा, निविदाओं, टेंडर, टेंडरों, बोली, बोलियां, बोलियों
    """,
    "category:plant": """
        plant milestone, plant milestones, plant-related, plant category, plant-building,
        plant construction milestones,
        factory milestone, factory milestones
        | plant ke milestone, plant wale, plant wale milestone, sanyantra ke padav, sanyantra wale
        | संयंत्र के पड़ाव, संयंत्र श्रेणी, संयंत्र संबंधी, संयंत्र वाले, संयंत्र से जुड़े, प्लांट के माइलस्टोन,
        संयंत्रों के पड़ाव, संयंत्र के मील के पत्थर, प्लांट वाले
    """,
    "category:mining": """
        mining milestone, mining milestones, mining-related, mining category, mining side, mining
        | khanan, mining
        | खनन, खनन संबंधी
    """,
    "category:technology": """
        technology, technologies, technical, tech, r&d, r and d, research, innovation
        | takniki, taknik, praudyogiki, technology, tech
        | प्रौद्योगिकी, तकनीक, तकनीकी, टेक्नोलॉजी, अनुसंधान
    """,
    "category:trade": """
        trade, trade-related, trade milestone, trade milestones, trading, commerce
        | vyapar, vyapaar, trade
        | व्यापार, व्यापारिक, ट्रेड
    """,
    "category:export_control": """
        export control, export controls, export-control, export curbs, export curb, export restriction, export
        restrictions, export licence, export licences, export license, export licenses, export licensing, control
        regime, export rules
        | niryat niyantran, niryat pratibandh, niryat rok, export control
        | निर्यात नियंत्रण, निर्यात नियंत्रणों, निर्यात प्रतिबंध, निर्यात प्रतिबंधों, निर्यात रोक, एक्सपोर्ट कंट्रोल,
        निर्यात पाबंदी, निर्यात पाबंदियां
    """,
    "field:when": """
        when, what date, which date, what day, by when, how soon, date of, dates of, what month, when exactly, what
        time, deadline of, deadline for, due date of, due date for, by what date, until when, eta, expected date, how
        long until, how far off, timing of, timing for
        | kab, kab tak, kis din, kis tareekh, kis tarikh, kaunsi tareekh, kab se, tareekh, tarikh
        | कब, कब तक, किस दिन, किस तारीख, किस तिथि, कौन सी तारीख, तारीख, तिथि
    """,
    "field:who": """
        who is responsible, who is in charge, who is behind, responsible for, in charge of, which organisation, which
        organization, which company, which ministry, who owns, who runs, who handles, who leads, who is doing,
        who operates, owner of, which agency, which firm, which department, answerable, whose job, whose
        responsibility, who has to, accountable, which body, carried out by, who is handling,
        owned by whom,
        run by whom
        | kiski zimmedari, kiski jimmedari, kaun zimmedar, kaun jimmedar, kis company, kaun si company,
        kaunsi company,
        kis vibhag, kis mantralaya, kaun chala raha, kaun kar raha, kiska kaam
        | किसकी जिम्मेदारी, कौन जिम्मेदार, जिम्मेदार, किस कंपनी, कौन सी कंपनी, कौनसी कंपनी, किस विभाग,
        किस मंत्रालय, कौन चला रहा, कौन कर रहा, किसका काम, कौन सा मंत्रालय, कौन सा संगठन, किस संगठन
    """,
    "field:where": """
        where is, where will, where are, located, location, location of, which place, which city, which town, where
        | kahan hai, kahan ban, kahan par, kahaan, kahan lag, kis jagah, kis shahar, kahan
        | कहां है, कहाँ है, कहां बन, किस जगह, किस शहर, कहां लग, कहां स्थित, कहां
    """,
    "field:status": """
        status, state of play, state of affairs, progress, how is, how are, where does, where do, stand, stands,
        standing, situation, going, has it, has the, have the, is the, are the, was the, did the, update, update on,
        current state, latest on, how far along, what happened to, what became of, any progress, position of, what
        about, whether, how did
        | sthiti, kya hua, kya haal, halat, status, kahan tak, kitna hua, kahan pahuncha, kaisa chal
        | स्थिति, क्या हुआ, क्या हाल, हालत, कहां तक, स्टेटस, कहां पहुंचा, कैसा चल, दशा, अपडेट
    """,
    "field:stage": """
        what stage, which stage, at what stage, stage of, how far has, how far along is, in what stage, phase of
        construction
        | kis charan, kaun sa charan, kis stage, kaunse stage
        | किस चरण, कौन सा चरण, किस अवस्था, किस स्टेज, चरण
    """,
    "field:largest": """
        largest plant, biggest plant, largest factory, biggest factory, largest works, biggest works, largest unit,
        largest project, biggest project
        | sabse bada plant, sabse bada sanyantra, sabse badi factory
        | सबसे बड़ा संयंत्र, सबसे बड़ा प्लांट, सबसे बड़ी फैक्ट्री, सबसे बड़ा कारखाना
    """,
    # ---------------------------------------------------------------- capacity
    "topic:capacity": """
        capacity, capacities, tpa, mtpa, t/yr, t/y, production capacity, manufacturing capacity, installed, installed
        capacity, output capacity, how much can, able to make, can make, can produce, able to produce, nameplate,
        magnet-making, magnet making, making capability, tonnes a year, tonnes per year, tons per year, tons a year,
        tonnes per annum, tonnes of capacity, build-out, buildout, ramp up, ramp-up, cap
        | kshamta, kshamata, chhamta, utpadan kshamta, capacity, ban sakta, ban sakte, bana sakta, bana sakte, bana
        sakti
        | क्षमता, क्षमताओं, स्थापित, स्थापित क्षमता, उत्पादन क्षमता, कैपेसिटी, बना सकता, बना सकते, बना सकती,
        टन प्रति वर्ष, टन सालाना
    """,
    "topic:plants": """
        plant, plants, factory, factories, works, unit, units, facility, facilities, line, lines, mill, mills,
        manufacturing unit, production unit, projects, project, sites, site, manufacturers, manufacturer, producers,
        magnet maker, magnet makers
        | sanyantra, sanyantr, karkhana, karkhane, factory, plant, kaarkhana
        | संयंत्र, संयंत्रों, कारखाना, कारखाने, कारखानों, फैक्ट्री, फैक्ट्रियां, फैक्टरी, प्लांट, प्लांट्स, इकाई,
        इकाइयां, परियोजना, परियोजनाएं, परियोजनाओं
    """,
    "stage:commissioned": """
        commissioned, operational, in operation, operating, running, up and running, on stream, on-stream, online, on
        line, working, producing, functional, functioning, live, switched on, started production, in production, gone
        live, come online, came online, operates, commission, already built, built, ready, completed plants, active,
        making magnets today, brought on stream, brought online, actually exists, in place, opened, run, runs,
        already up, is up, are up, fired up, added
        so far, installed so far
        | chalu, chaalu, chal raha, chal rahe, chal rahi, lag chuki, lag gayi, lagi hai, lagi, shuru ho gayi, shuru ho
        gaya, ban chuki, ban gayi, tayyar, taiyar, commissioned, operational, ban chuka, chal pada
        | चालू, कमीशन, चल रहे, चल रहा, चल रही, लग चुकी, लग गई, लगी, शुरू हो गई, शुरू हो गया, बन चुकी, बन गई, तैयार,
        परिचालन, कार्यरत, उत्पादन में, बन चुका, बन चुके, चल पड़े, चालू हालत
    """,
    "stage:building": """
        under construction, being built, building, in construction, constructing, under build,
        under-construction, being
        constructed, construction, being put up, coming up, being erected, getting built, going up, under erection,
        setting up, putting up, build, builds, constructed, erecting
        | nirman mein, nirmanadhin, nirmaan, ban raha, ban rahe, ban rahi, bana raha, bana rahe, bana rahi,
        nirman, laga
        raha, laga rahe, laga rahi, lag raha, lag rahe, lag rahi
        | निर्माणाधीन, निर्माण में, बन रहा, बन रहे, बन रही, बना रहा, बना रहे, बना रही, निर्माण, निर्माण कार्य,
        लगा रहा,
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
        shelved, on hold, paused, mothballed, put on ice, stalled, cold storage, put on the shelf,
        on the shelf, on ice,
        parked, gone cold, suspended plants, paused plants, frozen
        | thande baste, rok diya, ruka, ruke, ruki hui, roki, band
        | ठंडे बस्ते, स्थगित, रोक दिया, रुके, रुका, रुकी, रोके, बंद पड़े, बंद
    """,
    "ask:target": """
        target, goal, aim, objective, targeted, target capacity, capacity target, ambition, aims, how much are we
        aiming, planned target, aiming, aimed, set out to, aspire, is to be built, to be built in all, will be built,
        are to be built, planned to be built, meant to be built
        | lakshya, laksh, target, maqsad
        | लक्ष्य, लक्ष्यों, टारगेट, उद्देश्य
    """,
    "ask:gap": """
        gap, shortfall, short of, short, remaining to target, left to build, still needed, still need, still to be
        built, to reach the target, to hit the target, missing capacity, away from the target,
        far from the target, how
        far from, how far are we, how far short, distance to, still required, remaining capacity, capacity remaining,
        how much more capacity, more capacity, yet to be built, to go, more is needed, more do we need, still missing,
        still to build, remains to be, how much is left, left to reach, balance capacity, lacking, how much more
        | kitni kami, kami, kitna baki, kitni baki, kitna baaki, kitni baaki, kitni aur, kitna aur, lakshya se kitna
        door, kitna door, kitne peeche, target se kitna, capacity aur chahiye, kshamta aur chahiye, aur chahiye, aur
        lagegi, aur banani, aur banana, aur jodni, kitni aur chahiye
        | कमी, कितनी कमी, कितना बाकी, कितनी बाकी, कितनी और, कितना और, लक्ष्य से कितना दूर, कितना दूर, कितने दूर, कितनी
        दूर, कितना पीछे, कितने पीछे, शेष क्षमता, कितना शेष, कितनी शेष, और चाहिए, और चाहिये, और बनानी, और बनाना, और
        जोड़नी, और लगेगी, और लगानी
    """,
    "ask:pace": """
        pace, built a year, built per year, built each year, built every year, added a year, build a year,
        build per year, build each year, build every year, add a year, add per year, per year to reach,
        each year to reach, every year to reach, per year to hit, each year to hit, run rate,
        required rate, rate needed, speed, tempo, annually to reach, per year needed, per year required, must be added
        each year, must be added every year, need to add each year, need to add every year, must we add, need to add,
        needed per year, needed each year, a year to reach, a year to hit, a year to meet, per year to meet, each year
        to meet, every year to hit, every year to meet, needs to be added, has to be added, have to be added, have to
        add, must add, add each year, add every year, added per year, added every year, added each year,
        commission each
        year, commission every year, commission per year, yearly addition, annual addition, build rate, rate of
        addition, addition rate, annual build, yearly build
        | raftaar, raftar, gati, har saal kitni, har saal kitna, har sal kitni, prati varsh kitni, salana kitni, jodni
        hogi, jodni padegi, jodna hoga, lagani hogi, lagani padegi
        | रफ्तार, रफ़्तार, गति, हर साल कितनी, हर साल कितना, प्रति वर्ष कितनी, सालाना कितनी, जोड़नी होगी,
        जोड़नी पड़ेगी,
        जोड़ना होगा, लगानी होगी, लगानी पड़ेगी, हर वर्ष कितनी
    """,
    "ask:progress": """
        progress, how far, achieved so far, reached so far, built so far, achieved, reached, so far, to date,
        till date,
        until now, already, of the target, share of target, of target, towards the target, toward the target, against
        the target, against target, how close, of the goal, of our target, of our goal, toward the goal, towards the
        goal, progress toward, how much has been, track, on track, completed so far, percent done, how much of the
        target, how far along, how far along are we, where do we stand, where are we, how far has
        | pragati, ab tak, abhi tak, kitna hua, kitni hui, target ka kitna, lakshya ka kitna, kitna poora, kitni lag,
        bani, bani hai, ban paayi, ban payi
        | प्रगति, अब तक, अभी तक, कितना हुआ, कितनी हुई, लक्ष्य का कितना, लक्ष्य के कितने, कितना पूरा, कितनी लग,
        लक्ष्य की
        ओर, हासिल, बनी, बनी है, बन पाई, बन सकी
    """,
    "ask:pipeline": """
        pipeline, in the pipeline, yet to come, coming capacity, future capacity, planned capacity, not yet
        commissioned, upcoming capacity, expected capacity, not commissioned, under development, in the works,
        still to
        come, to come, yet to be commissioned, not yet running, not yet operational
        | pipeline, aane wali kshamta, aane wali capacity
        | पाइपलाइन, आने वाली क्षमता, भावी क्षमता
    """,
    "ask:by_company": """
        by company, company wise, company-wise, per company, by organisation, by organization, by firm, by developer,
        which company, which companies, each company, every company, which firm, which firms,
        which organisation, which
        organisations, firms, companies, by owner, companywise, which developer, by promoter, by player,
        by producer, by
        manufacturer, who is building, who builds, who is constructing, organisation wise, firm wise, firm-wise,
        whose plants, each firm, each organisation
        | kaun bana raha, kaun bana rahi, kaun laga raha, company ke hisab, company-war, company var,
        kaun si company, kaunsi company, kis company,
        har company, company
        ke anusar
        | कौन बना रहा, कौन बना रही, कौन लगा रहा, कंपनीवार, कंपनी-वार, कंपनी के हिसाब, कौन सी कंपनी, किस कंपनी,
        कौनसी कंपनी, हर कंपनी, कंपनी के अनुसार,
        कंपनियों, किन कंपनियों, संगठनवार, कंपनियां, कंपनी
    """,
    "ask:by_stage": """
        by stage, stage wise, stage-wise, per stage, each stage, every stage, stages, by status, status wise,
        status-wise, stagewise, by phase, in each stage, each status, in each status, per status, every status
        | charan ke hisab, stage ke hisab, charanwar, charan-var, har charan, har stage
        | चरणवार, चरण-वार, चरण के हिसाब, हर चरण, स्थिति के अनुसार, चरण के अनुसार, अवस्था के अनुसार, चरणों
    """,
    "ask:by_state": """
        by state, state wise, state-wise, statewise, per state, each state, every state, which state, which states, by
        location, by place, by region, region wise, states, location wise, place wise, across states, in each state
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
        by ministry, ministry wise, ministry-wise, by agency, by body, organisation-wise, organization-wise
        | sangathan ke hisab, mantralay ke hisab
        | मंत्रालयवार, संगठन के अनुसार, मंत्रालय के अनुसार
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
        commissioning, go live, come up, come into operation, slated, anticipated, to be commissioned,
        will come, become
        operational, open, start, starting, begin, coming online, coming on stream, comes online, comes on stream,
        go online, goes online,
        goes live,
        going live, switch on, switching on
        | chalu hoga, chalu hogi, chalu honge, shuru hoga, shuru hogi, shuru honge, ban jayega, ban jayegi,
        tayyar hoga,
        tayyar hogi, taiyar hoga, aayegi, aayega, lagegi
        | आरंभ होगा, आरंभ होगी, आरंभ होंगे, प्रारंभ होगा, प्रारंभ होगी, प्रारंभ होंगे, चालू होगा, चालू होगी,
        चालू होंगे, शुरू होगा, शुरू होगी, शुरू होंगे, बन जाएगा, बन जाएगी, तैयार होगा, तैयार
        होगी, अपेक्षित, आएगी, आएगा, लगेगी, संभावित, उम्मीद
    """,
    "ask:reach": """
        when will the target be reached, when will we reach, when will we hit, when do we reach, reach the target, hit
        the target, meet the target, target be met, target be reached, achieve the target, attain the target
        | lakshya kab, target kab
        | लक्ष्य कब, टारगेट कब
    """,
    # ---------------------------------------------------------------- controls
    "topic:controls": """
        export control, export controls, export-control, export curbs, export curb, export restriction, export
        restrictions, export ban, export bans, curbs, restrictions, sanctions, export licence, export licences, export
        license, export licenses, licensing, licence requirement, licensing rules, controls, control, curb, ban, bans,
        banned, restricted, mofcom, embargo, embargoes, trade restrictions, trade curbs, announcement no, notification
        no, licence, licences, license, licenses, blocking, choking, withholding
        | niryat niyantran, niryat pratibandh, niryat rok, pratibandh, pabandi, pabandiyan, rok, export control
        | निर्यात नियंत्रण, निर्यात नियंत्रणों, निर्यात प्रतिबंध, निर्यात प्रतिबंधों, प्रतिबंध, प्रतिबंधों, पाबंदी,
        पाबंदियां, पाबंदियों, रोक, नियंत्रण, नियंत्रणों, मोफकॉम, एक्सपोर्ट कंट्रोल, लाइसेंस
    """,
    "duty:": """
        tariff, tariffs, duty, duties, customs duty, import duty, levy, levies
        | shulk
        | शुल्क, टैरिफ
    """,
    "control:in_force": """
        in force, in effect, applicable, apply, applies, effective, active, currently in force, operative, binding,
        still on, still hold, hold good, still apply, in place, now
        | lagu, laagu, prabhavi, amal mein, lage hue, lage hain, lagaye hue, laga hua
        | लागू, प्रभावी, अमल में, प्रभाव में
    """,
    "control:suspended": """
        suspended, suspension, paused, pause, on pause, frozen, truce, on hold, suspend, halted, put on hold
        | nilambit, sthagit, roki gayi, ruka hua
        | निलंबित, निलंबन, स्थगित, विराम, रोके गए, रोका गया
    """,
    "control:lapsing": """
        lapse, lapses, lapsing, expire, expires, expiring, expiry, run out, runs out, about to end, end soon,
        ends soon,
        due to end, come to an end, end date, about to lapse, about to expire, end of the pause, pause end,
        pause ends,
        suspension end, suspension ends, truce end, until when
        | khatam hone, samapt hone, khatam hogi, khatam hoga, samapt hoga, kab khatam, kab tak
        | खत्म होने, समाप्त होने, समाप्त होगा, समाप्त होगी, खत्म होगी, खत्म होगा, कब खत्म, कब समाप्त
    """,
    "control:announced": """
        announced, announcement, proposed
        | ghoshit
        | घोषित, प्रस्तावित
    """,
    "control:ended": """
        expired, revoked, lifted, withdrawn, repealed, removed, ended, lapsed, scrapped
        | hataye, hataya, hata liya
        | हटाए गए, हटाया, हटाई, वापस लिया, समाप्त हो चुके
    """,
    "control:unknown": """
        unknown, unclear, uncertain, in doubt
        | agyaat, agyat
        | अज्ञात, अनिश्चित
    """,
    "control:timeline": """
        timeline, chronology, chronological, history of, sequence, in order of date, order of events, time line
        | kalkram, ghatnakram
        | कालक्रम, घटनाक्रम, समयरेखा, इतिहास
    """,
    "deficit:": """
        still to, still needs, still needed, still need, still required, still missing, still left,
        still have to, still
        has to, still short, remain, remains, remaining, left, more, lack, lacks, lacking, short, shortfall, needed,
        required, missing, balance, additional, further, extra, yet to, to go, deficit, away, gap, below, under, behind, fall
        short, falls short, need, needs, unbuilt, unmet
        | baaki, baki, kam, kami, bacha, bachi, bache, chahiye, door, dur, peeche, piche, aur chahiye, kam hai, shesh
        | बाकी, कम, कमी, शेष, चाहिए, दूर, पीछे, बची, बचा, और चाहिए, घाटा
    """,
}
