"""The plan: milestones, their status and category, and what is asked of one thing."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "topic:milestones": """
        milestone, milestones, deadline, deadlines, deliverable, deliverables, task, tasks, roadmap, road map, action
        item, action items, schedule, to-do, to do list, agenda, checkpoint, checkpoints, plan, programme plan,
        steps, step, item, items, activity, activities, events, event, goals, commitments, promises, work item,
        work items, things to do, entries, entry, milestone list
        | padav, padaav, milestone, meel ka patthar, mil ka patthar, samay seema, samay-seema, samaysima, samayseema,
        karya, kaam, kadam
        | पड़ाव, पड़ावों, मील का पत्थर, मील के पत्थर, मील के पत्थरों, माइलस्टोन, माइलस्टोन्स, समय सीमा, समय-सीमा, समयसीमा,
        कार्य, काम, कामों, लक्ष्य तिथि, कदम, कार्यक्रम
    """,
    "ask:next": """
        next, coming up, upcoming, up next, what is next, forthcoming, next up, approaching, around the corner, on the
        horizon, nearest, soonest, imminent, what comes next, next in line, about to come, coming
        | agla, agle, agli, aage, aage kya, aane wala, aane wale, aane wali, aanewala, agla kaun
        | अगला, अगले, अगली, आगे, आगे क्या, आने वाला, आने वाले, आने वाली, आगामी
    """,
    "ask:stalled": """
        stalled, gone quiet, no progress, stagnant, without progress, no movement
        | ruka hua, ruke hue
        | रुके हुए
    """,
    "ask:due": """
        what happens, what will happen, what is to happen, due, falls due, fall due, falling due, is due, expire, fall
        in, to be done, must be done, should be done, scheduled, due date, target date, supposed to be, to be
        finished, to be completed, should finish, must finish, is expected, be ready, ends, end, needs to be
        done, have to be done, ought to be, falls, falls in, comes due, come due, to finish, lined up for,
        slated for, set for
        | due, niyat, hona hai, hone hain, hone hai, hona chahiye, khatam hona, poora hona, pura hona, hone wale, hone
        wala, hone wali, tay, poora karna, pura karna, poore karne, pure karne, complete karna, khatam karna,
        poori karni, nipatana
        | देय, नियत, होना है, होने हैं, होनी है, होने वाले, होने वाला, होने वाली, पूरा होना, पूरे होने, खत्म होना,
        निर्धारित, तय, पूरा करना, पूरे करने, पूरी करनी, खत्म करना, निपटाना, करना है, करने हैं
    """,
    "ask:overdue": """
        overdue, over due, past due, late, past the deadline, past their deadline, past its deadline, missed deadline,
        missed deadlines, missed its deadline, missed their deadline, missed their deadlines, behind schedule,
        running late, delayed, lagging, lag, lapsed, pending beyond, not done in time, not done on time, past
        due date, past their due date, past its due date, beyond the deadline, should have been done, should
        have been finished, should already, should have been completed, should have been ready, should have been
        commissioned, should have been running, should have started, should have opened, should have been built,
        missed, held up, dragging, gone past, deadline has passed, deadline passed, date has passed, late items,
        late and open, still open past, crossed their deadline, crossed the deadline, blown, blown past, stuck,
        later than planned, later than due, later than scheduled, later than promised, later than expected,
        after their due date, after its due date, after the due date, past their date, after the date promised,
        beyond their due date, later than they should, later than it should, than planned, than promised, off
        schedule, out of time, tardy, in arrears, blew past, overshot, overshoot, past the due date, crossed
        deadline, deadline crossed, deadline gone, lapsed deadlines, overrun, running behind, fallen behind,
        fell behind, lagging behind, behind time, run late, gone overdue, late on, are late, is late, gone by,
        passed deadline, passed their deadline, should be done by now, should have happened, ought to have been,
        expired deadlines, delay, in delay, blew through, blown through, gone through their deadline, ran past,
        run past, sailed past, slid past, past deadline, past deadlines, beyond deadline, later than their due
        date, later than its due date, later than the due date, later than their date, later than its date
        | tay tareekh ke baad, tay tarikh ke baad, due date ke baad, deadline ke baad, niyat tareekh ke baad, der se chal,
        der ho, deri, late, late chal, samay se peeche, peeche chal, peeche, nikal gayi, nikal chuki, deadline
        nikal, deadline miss, bakaya, samay seema paar, samay par nahi, time par nahi, atke, atka, latke, latka,
        der se chal rahe, der se chal raha, late chal rahe, late chal raha, late chal rahi, late hain, late hai,
        late ho gaye, late ho gaya, late ho gayi, late ho chuke, late ho chuka, late ho chuki, late ho gaye
        hain, late ho, der ho gayi, der ho gaya, der ho chuki, deri ho gayi, deri ho chuki, deadline cross,
        deadline par kar, time nikal, deadline paar, paar kar, deadline beet, deadline guzar, tareekh nikal,
        tarikh nikal, samay se pichhe, samay se piche, pichhe chal, piche chal, peeche reh, pichhad, tay samay
        se, time se peeche, let chal, let ho, der kar, der mein, vilamb, chhoot gaye, chhut gaye, chhoot gayi,
        chhoot gaya, latak gaye, latak gaya, latak gayi, atke hue, atka hua, atki hui, latke hue, latka hua,
        ruke pade, der ho chuke, der ho chuka
        | तय तारीख के बाद, नियत तिथि के बाद, तय तिथि के बाद, नियत तारीख के बाद, निर्धारित तिथि के बाद, समय सीमा के बाद,
        देरी, विलंबित, विलंब, देर से चल, समय से पीछे, पीछे चल, बकाया, समय सीमा पार, समय सीमा बीत, समय सीमा निकल,
        अतिदेय, लेट, समय पर नहीं, निकल चुकी, बीत चुकी, निकल गई, बीत गई, देर, पिछड़, अटके, अटका, लटके, लटका,
        पीछे, डेडलाइन पार, डेडलाइन निकल, तारीख निकल, तारीख बीत, समय सीमा लांघ, पार कर, तय समय से पीछे, पिछड़े,
        पिछड़ रहे, पीछे छूट, देर हो, देर हो गई, देर हो चुकी, देरी हो गई, देरी हो चुकी, लेट हो गए, लेट हो गया,
        लेट हो गई, लेट हो चुके, छूट गए, छूट गई, छूट गया, छूटे, छूटी, अटके हुए, अटका हुआ, अटकी हुई, लटके हुए, देर
        हो चुके, देर हो चुका, देर से है, देर से हैं, देरी से है, देरी से हैं, देर से चल रहा, देर से चल रहे
    """,
    "ask:undated": """
        no due date, no date, without a due date, without a date, without a deadline, no deadline, undated, not dated,
        no fixed date, no target date, without any date, without due date, without date
        | bina tareekh, bina tarikh, bina due date, koi tareekh nahi, koi tarikh nahi, bina deadline
        | बिना तारीख, बिना तिथि, कोई तारीख नहीं, कोई तिथि नहीं, बिना समय सीमा
    """,
    "ask:slipped": """
        deadline extended, deadline been extended, date extended, dates extended, slip, slipped, slipping, slippage,
        slips, pushed back, pushed out, postponed, deferred, moved back, rescheduled, put off, deadline moved,
        shifted back, delayed from baseline, baseline, moved to a later date, slid back, pushed
        | khiska, khiske, khisak, khisaki, aage badha diya, tala, tal gaya, tal gaye, taal diya, aage badhi, aage badhe,
        aage badhai, aage badhayi, aage badhaye, date badhi, date badhai, tareekh badhi, tarikh badhi, date
        aage, tareekh aage
        | खिसका, खिसके, खिसकी, खिसक, टला, टले, टल गया, टल गए, टाला, टाले, टाल दिया, आगे खिसक, आगे बढ़ा दिया, आगे बढ़ाए,
        आगे बढ़ी, आगे बढ़े, आगे बढ़ाई, तारीख बढ़ी, तारीख बढ़ाई, तारीख आगे
    """,
    "ask:late_done": """
        finished late, done late, completed late, late finish, finished after, completed after, done after the deadline,
        done after their deadline, finished behind schedule, completed behind schedule, overran, late
        completion, finish late, delivered late, achieved late, closed late, done past, wrapped up late,
        finished past, completed past, came in late, got done late, late by the time, met late, ended late,
        completed with delay, completed with a delay, finished with a delay, done but late, late but done, over
        the line late, across the line late, missed their date but done, missed the deadline but done, deadline
        had passed, deadline had gone, after deadline, after its deadline, after their deadline
        | der se poora, der se poore, der se pura, der se pure, der se poori, der se hua, der se hue, der se khatam, late
        poora, late poore, late khatam, late complete, late hue, late hua, baad mein poora, baad mein poore,
        deri se
        | देर से पूरा, देर से पूरे, देर से पूरी, देर से हुआ, देर से हुए, देर से हुई, देरी से पूरा, देरी से पूरे, देरी से
        पूरी, विलंब से पूरा, विलंब से पूरे, देर से खत्म, बाद में पूरे, देरी से, विलंब से, देर से
    """,
    "ask:early_done": """
        finished early, done early, completed early, ahead of schedule, before time, ahead of time, before its deadline,
        before their deadline, before the deadline, early finish, early, ahead of its deadline, ahead of their
        deadline, beat the deadline, beat its deadline
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
        delivered, reached, met, fulfilled, passed, ticked off, finalised, finalized, through, happened, took
        place, checked off, executed, been done, gone through, out of the way, behind us, completion, in the
        bag, materialised, crossed off, got done, cleared, over the line, across the line, over the finish line,
        across the finish line
        | poora, pura, poore, pure, poori, puri, ho gaya, ho gaye, ho gayi, ho gai, ho chuka, ho chuke, ho chuki, khatam,
        sampann, hue, hui, hua, complete, done, nipat, nipte, mukammal
        | पूरा, पूरे, पूरी, पूर्ण, हो गया, हो गए, हो गई, हो चुका, हो चुके, हो चुकी, खत्म, समाप्त, संपन्न, हुए, हुई, हुआ,
        कम्प्लीट, निपट, निपटे, पा चुके
    """,
    "status:in_progress": """
        in progress, in-progress, underway, under way, ongoing, on going, in hand, being worked on, work in progress,
        wip, running now, active, currently on, started but not finished, started, begun, moving, in motion, in
        the works, being done, in process, worked on, proceeding, in train, afoot, currently running
        | chal raha, chal rahe, chal rahi, chalu kaam, jaari, jari, chalte, shuru ho chuka, shuru ho chuke, pragati par
        | जारी, चल रहा, चल रहे, चल रही, प्रगति पर, प्रगति में, प्रगतिरत, शुरू हो चुके, शुरू हो चुका
    """,
    "status:planned": """
        planned, not started, yet to start, to start, not yet started, not begun, yet to begin, in the pipeline, on
        paper, future, not yet begun, still to come, waiting to start, lined up, awaiting start, only planned,
        haven't started, have not started, hasn't started, has not started, not even started, unstarted, haven't
        been started, have not been started, hasn't been started, has not been started, not been started, not
        been begun, yet to be started
        | shuru nahi, shuru nahin, abhi baaki, niyojit, yojana mein, planned, shuru hona baki
        | नियोजित, शुरू नहीं, अभी शुरू, योजनाबद्ध, योजना में, प्रस्तावित, शुरू होने बाकी
    """,
    "status:open": """
        open, pending, pendency, pendencies, backlog, plate, outstanding, remaining, remain, left, not done, not yet
        done, unfinished, incomplete, still to be done, yet to be done, not complete, not completed, not
        finished, yet to finish, left to do, still left, awaited, unresolved, still to do, on our plate, not
        closed, live, yet to happen, hanging, owe, owes, yet to deliver, still to deliver, unmet, undelivered,
        still waiting, yet to be completed, still has to, still have to, has yet to, have yet to, still to, yet
        to, has to do, have to do, to be done still, left for, on the to do list, not finished yet, hasn't been
        done, haven't been done, not been done, has not been done, have not been done, awaiting completion
        | baaki, baki, adhura, adhoora, adhure, lambit, pending, nahi hua, nahi hue, bacha, bache, bachi, khule, khula,
        khuli
        | बाकी, लंबित, अधूरा, अधूरे, अधूरी, शेष, बचे, बचा, बची, पेंडिंग, नहीं हुआ, नहीं हुए, नहीं हुई, खुले
    """,
    "status:dropped": """
        dropped, drop, cancelled, canceled, scrapped, abandoned, called off, shelved, given up, withdrawn, killed, axed,
        discontinued, junked, ditched, written off, binned, jettisoned, struck off, no longer pursued, give up
        on, gave up on, given up on, giving up on, walk away from, walked away from, pulled the plug, let go of,
        backed out of, thrown out, struck down, put to rest, no longer going ahead, not going ahead
        | radd, raddh, chhod diya, chhod diye, chhoda, chhode, chhod di, hata diya, hata diye, cancel, band kar
        | रद्द, छोड़ दिया, छोड़ दिए, छोड़े, छोड़ा, छोड़ी, छोड़ दी, हटा दिए, हटाए, त्यागे, त्याग, निरस्त, खारिज, ठंडे बस्ते
    """,
    "category:policy": """
        policy, policies, regulatory, regulation, regulations, policy-related, government policy
        | niti, neeti
        | नीति, नीतिगत, नीतियों, पॉलिसी
    """,
    "category:tender": """
        tender, tenders, tendering, bid, bids, bidding, auction, auctions, tender-related
        | nivida, boli, tender
        | निविदा, निविदाओं, टेंडर, टेंडरों, बोली, बोलियां, बोलियों
    """,
    "category:plant": """
        plant milestone, plant milestones, plant-related, plant category, plant-building, plant construction milestones,
        factory milestone, factory milestones
        | plant ke milestone, plant wale, plant wale milestone, sanyantra ke padav, sanyantra wale
        | संयंत्र के पड़ाव, संयंत्र श्रेणी, संयंत्र संबंधी, संयंत्र वाले, संयंत्र से जुड़े, प्लांट के माइलस्टोन, संयंत्रों
        के पड़ाव, संयंत्र के मील के पत्थर, प्लांट वाले
    """,
    "category:mining": """
        mining-related, mining category, mining side, mining
        | khanan, mining
        | खनन, खनन संबंधी
    """,
    "category:technology": """
        technology, technologies, technical, tech, r&d, r and d, research, innovation
        | takniki, taknik, praudyogiki, technology, tech
        | प्रौद्योगिकी, तकनीक, तकनीकी, टेक्नोलॉजी, अनुसंधान
    """,
    "category:trade": """
        trade, trade-related, trading, commerce
        | vyapar, vyapaar, trade
        | व्यापार, व्यापारिक, ट्रेड
    """,
    "category:export_control": """
        export control, export controls, export-control, export curbs, export curb, export restriction, export
        restrictions, export licence, export licences, export license, export licenses, export licensing,
        control regime, export rules
        | niryat niyantran, niryat pratibandh, niryat rok, export control
        | निर्यात नियंत्रण, निर्यात नियंत्रणों, निर्यात प्रतिबंध, निर्यात प्रतिबंधों, निर्यात रोक, एक्सपोर्ट कंट्रोल,
        निर्यात पाबंदी, निर्यात पाबंदियां
    """,
    "field:when": """
        when, what date, which date, what day, by when, how soon, date of, dates of, what month, when exactly, what
        time, deadline of, deadline for, due date of, due date for, by what date, until when, eta, expected
        date, how long until, how far off, timing of, timing for
        | kab, kab tak, kis din, kis tareekh, kis tarikh, kaunsi tareekh, kab se, tareekh, tarikh
        | कब, कब तक, किस दिन, किस तारीख, किस तिथि, कौन सी तारीख, तारीख, तिथि
    """,
    "field:who": """
        who is responsible, who is in charge, who is behind, responsible for, in charge of, which organisation, which
        organization, which company, which ministry, who owns, who runs, who handles, who leads, who is doing,
        who operates, owner of, which agency, which firm, which department, answerable, whose job, whose
        responsibility, who has to, accountable, which body, carried out by, who is handling, owned by whom, run
        by whom
        | kiski zimmedari, kiski jimmedari, kaun zimmedar, kaun jimmedar, kis company, kaun si company, kaunsi company,
        kis vibhag, kis mantralaya, kaun chala raha, kaun kar raha, kiska kaam, kiska, kiski, kiske
        | किसकी जिम्मेदारी, कौन जिम्मेदार, जिम्मेदार, किस कंपनी, कौन सी कंपनी, कौनसी कंपनी, किस विभाग, किस मंत्रालय, कौन
        चला रहा, कौन कर रहा, किसका काम, कौन सा मंत्रालय, कौन सा संगठन, किस संगठन, किसका, किसकी, किसके
    """,
    "field:where": """
        where is, where will, where are, located, location, location of, which place, which city, which town, where
        | kahan hai, kahan ban, kahan par, kahaan, kahan lag, kis jagah, kis shahar, kahan
        | कहां है, कहाँ है, कहां बन, किस जगह, किस शहर, कहां लग, कहां स्थित, कहां
    """,
    "field:status": """
        status, state of play, state of affairs, progress, how is, how are, where does, where do, stand, stands,
        standing, situation, going, has it, has the, have the, is the, are the, was the, did the, update, update
        on, current state, latest on, how far along, what happened to, what became of, any progress, position
        of, what about, whether, how did
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
}
