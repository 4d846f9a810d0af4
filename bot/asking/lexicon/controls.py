"""Export controls and their states, and what is still lacking."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "topic:controls": """
        export control, export controls, export-control, export curbs, export curb, export restriction, export
        restrictions, export ban, export bans, curbs, restrictions, sanctions, export licence, export licences,
        export license, export licenses, licensing, licence requirement, licensing rules, controls, controlled,
        control, curb, ban, bans, banned, restricted, mofcom, embargo, embargoes, trade restrictions, trade
        curbs, announcement no, notification no, licence, licences, license, licenses, blocking, choking,
        withholding, restrict, restricting, restricts, curbing, curbed, controlling,
        stopped exports, halted exports, banned exports, stopped exporting
        | niryat niyantran, niryat pratibandh, niryat rok, pratibandh, pabandi, pabandiyan, rok, export control,
        niryat roka, niryat rok diya, export roka, export rok diya, niryat band kiya
        | निर्यात नियंत्रण, निर्यात नियंत्रणों, निर्यात प्रतिबंध, निर्यात प्रतिबंधों, प्रतिबंध, प्रतिबंधों, पाबंदी,
        पाबंदियां, पाबंदियों, रोक, नियंत्रण, नियंत्रणों, मोफकॉम, एक्सपोर्ट कंट्रोल, लाइसेंस,
        निर्यात रोका, निर्यात रोक दिया, निर्यात बंद किया, एक्सपोर्ट रोका
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
        lapse, lapses, lapsing, expire, expires, expiring, expiry, run out, runs out, about to end, end soon, ends soon,
        due to end, come to an end, end date, about to lapse, about to expire, end of the pause, pause end,
        pause ends, suspension end, suspension ends, truce end, until when
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
        still to, still needs, still needed, still need, still required, still missing, still left, still have to, still
        has to, still short, remain, remains, remaining, left, more, lack, lacks, lacking, short, shortfall,
        needed, required, missing, balance, additional, further, extra, yet to, to go, deficit, away, gap,
        below, under, behind, fall short, falls short, need, needs, unbuilt, unmet
        | baaki, baki, kam, kami, bacha, bachi, bache, chahiye, door, dur, peeche, piche, aur chahiye, kam hai, shesh,
        abhi baaki, abhi baki
        | बाकी, कम, कमी, शेष, चाहिए, दूर, पीछे, बची, बचा, और चाहिए, घाटा
    """,
}
