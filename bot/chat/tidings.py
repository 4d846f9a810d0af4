"""What the rooms that tell unasked say, in English and Hindi: news, following, digests, watches, numbers."""

from __future__ import annotations

from bot.speech import Speech

PHRASES: dict[str, dict[str, str]] = {
    # news
    "news": {"en": "News", "hi": "समाचार"},
    "news_of": {"en": "News: {topic}", "hi": "समाचार: {topic}"},
    "no_news": {"en": "Nothing of that kind was found yet.", "hi": "ऐसा अब तक कुछ नहीं मिला।"},
    "older": {"en": "Older", "hi": "पुराने"},
    "newer": {"en": "Newer", "hi": "नए"},
    "back": {"en": "Back", "hi": "वापस"},
    "found_for": {"en": "Found for “{words}”", "hi": "“{words}” के लिए"},
    "found_none": {"en": "Nothing that I ever saw holds “{words}”.", "hi": "अब तक देखे में “{words}” कहीं नहीं है।"},
    "search_how": {"en": "Which words? For example: /search terbium licence", "hi": "कौन से शब्द? जैसे: /search दुर्लभ मृदा"},
    "topics_are": {
        "en": "I know no topic “{words}”. The topics: export control, policy, capacity, trade, mining, other.",
        "hi": "“{words}” कोई विषय नहीं। विषय: निर्यात नियंत्रण, नीति, क्षमता, व्यापार, खनन, अन्य।",
    },
    "gone": {"en": "That story is not kept any more.", "hi": "वह समाचार अब नहीं रखा है।"},
    # why
    "why_how": {
        "en": "Which item? Send /why with its link, or reply to an alert with /why.",
        "hi": "कौन सा? /why के साथ कड़ी भेजें, या अलर्ट के उत्तर में /why लिखें।",
    },
    "why_never": {"en": "I have never seen that address: {url}", "hi": "यह पता मैंने कभी नहीं देखा: {url}"},
    "why_judged": {"en": "Judged: {topic}, {urgency}. {why}", "hi": "निर्णय: {topic}, {urgency}। {why}"},
    "why_aside": {"en": "Judged not about our subject: {why}", "hi": "हमारे विषय का नहीं माना: {why}"},
    "why_found": {"en": "Found {time} by {watch}", "hi": "मिला: {time}, {watch} पर"},
    "fate_told": {"en": "Told at once.", "hi": "तुरंत बताया गया।"},
    "fate_catch_up": {"en": "Found late, told in one catch-up message.", "hi": "देर से मिला, एक संदेश में बताया गया।"},
    "fate_digest": {
        "en": "Found too late for an alert; it is in the next digest.",
        "hi": "अलर्ट के लिए देर से मिला; अगले सारांश में है।",
    },
    "fate_quiet": {
        "en": "Not told: found on a first visit, which tells nobody.",
        "hi": "नहीं बताया: पहली बार देखने पर मिला, जो किसी को नहीं बताई जाती।",
    },
    "fate_held": {
        "en": "Held: it came with too many others at once; an admin decides.",
        "hi": "रोका गया: एक साथ बहुत सारे आए; एडमिन तय करेंगे।",
    },
    "fate_dropped": {"en": "Held, and let go by an admin.", "hi": "रोका गया, फिर एडमिन ने छोड़ दिया।"},
    "fate_aside": {"en": "Told to nobody.", "hi": "किसी को नहीं बताया।"},
    "told_here": {"en": "This chat was told: {time}.", "hi": "इस चैट को बताया: {time}।"},
    "owed_here": {"en": "This chat will be told soon.", "hi": "इस चैट को शीघ्र बताया जाएगा।"},
    "not_followed": {
        "en": "This chat was not told: it follows {topic} {least}, and this is {urgency}.",
        "hi": "इस चैट को नहीं बताया: यह {topic} {least} सुनती है, और यह {urgency} है।",
    },
    "least_none": {"en": "not at all", "hi": "बिलकुल नहीं"},
    "least": {"en": "from {urgency} up", "hi": "{urgency} से ऊपर"},
    "muted_here": {"en": "This chat was not told: it is muted here.", "hi": "इस चैट को नहीं बताया: यहाँ मौन है।"},
    "not_told_here": {"en": "This chat was not told.", "hi": "इस चैट को नहीं बताया।"},
    "told_others": {"en": "Chats told: {count}", "hi": "जिन चैट को बताया: {count}"},
    # under an alert
    "log_it": {"en": "Log as milestone", "hi": "पड़ाव दर्ज करें"},
    "update_control": {"en": "Update control", "hi": "नियंत्रण बदलें"},
    "mute_story": {"en": "Mute this story", "hi": "यह समाचार मौन"},
    "mute_topic": {"en": "Mute {topic}", "hi": "{topic} मौन"},
    "not_for_us": {"en": "Not for us", "hi": "हमारे काम का नहीं"},
    "noted": {"en": "Noted; admins will see it.", "hi": "नोट किया; एडमिन देखेंगे।"},
    "for_a_day": {"en": "For a day", "hi": "एक दिन"},
    "for_a_week": {"en": "For a week", "hi": "एक हफ़्ता"},
    "for_a_month": {"en": "For a month", "hi": "एक महीना"},
    "for_good": {"en": "Until unmuted", "hi": "जब तक न खोलें"},
    "muted_until": {"en": "Muted until {day}; /settings lists it.", "hi": "{day} तक मौन; /settings में सूची है।"},
    "muted_for_good": {"en": "Muted; /settings lists it, with Unmute.", "hi": "मौन; /settings में सूची है।"},
    "no_control": {
        "en": "No control on record fits this story. /control TITLE | China | announced | link  adds one.",
        "hi": "अभिलेख का कोई नियंत्रण इससे नहीं मिलता। /control से नया जोड़ें।",
    },
    "which_control": {"en": "Which control does it change?", "hi": "कौन सा नियंत्रण बदला?"},
    "what_now": {"en": "What is {title} now?", "hi": "{title} अब क्या है?"},
    # replies to an alert
    "new_first": {
        "en": "New to us: found {time}, told by {count} so far; nothing like it was found before.",
        "hi": "हमारे लिए नया: {time} पर मिला, अब तक {count}; इससे पहले ऐसा कुछ नहीं मिला।",
    },
    "new_grown": {
        "en": "Not quite: the story began {first}; this is development {n} of it, {time}. So far: {count}.",
        "hi": "पूरी तरह नहीं: यह {first} से चल रहा है; यह इसकी {n} वीं नई बात है, {time}। अब तक: {count}।",
    },
    "one_source": {"en": "one source", "hi": "एक स्रोत"},
    "dated": {"en": "The source's own date: {day}.", "hi": "स्रोत की अपनी तारीख: {day}।"},
    "before": {"en": "Before this, on record", "hi": "इससे पहले, अभिलेख में"},
    "before_none": {
        "en": "The record holds nothing that this surely changes.",
        "hi": "अभिलेख में ऐसा कुछ नहीं जो इससे निश्चित बदलता हो।",
    },
    "plants_touched": {"en": "Plants on record that it names", "hi": "अभिलेख के संयंत्र, जिनका इसमें नाम है"},
    "plants_hang": {"en": "Milestones that hang on it", "hi": "इस पर टिके पड़ाव"},
    "plants_none": {
        "en": "It names no plant on record, and none is recorded as hanging on it. All plants: /capacity",
        "hi": "इसमें अभिलेख के किसी संयंत्र का नाम नहीं, न कोई इस पर टिका दर्ज है। सभी: /capacity",
    },
    "feedback": {"en": "Not for us, say people", "hi": "लोगों ने कहा: हमारे काम का नहीं"},
    "feedback_none": {"en": "Nobody has said of a story that it is not for us.", "hi": "किसी ने ऐसा नहीं कहा।"},
    # following
    "follows": {"en": "What this chat is told unasked", "hi": "इस चैट को अपने-आप क्या बताया जाता है"},
    "follow_line": {"en": "{topic}: {least}", "hi": "{topic}: {least}"},
    "follow_hint": {
        "en": "A tap moves a topic on: urgent, notable, routine, off.",
        "hi": "छूने से बदलता है: तत्काल, उल्लेखनीय, सामान्य, बंद।",
    },
    "follow_all": {"en": "All notable", "hi": "सब उल्लेखनीय"},
    "follow_urgent": {"en": "Only urgent", "hi": "केवल तत्काल"},
    "follow_none": {"en": "Nothing", "hi": "कुछ नहीं"},
    "off": {"en": "off", "hi": "बंद"},
    # settings
    "settings": {"en": "Settings of {title}", "hi": "{title} की सेटिंग"},
    "set_language": {"en": "Language: {value}", "hi": "भाषा: {value}"},
    "set_numbers": {"en": "Numbers: {value}", "hi": "अंक: {value}"},
    "set_how": {
        "en": "/settings shows all with buttons; or write /settings quiet 22-7, language hi, numbers million",
        "hi": "/settings में सब बटनों से; या लिखें /settings quiet 22-7, language en, numbers lakh",
    },
    "set_quiet": {"en": "Quiet hours: {value}", "hi": "शांत समय: {value}"},
    "set_clock": {"en": "Clock: {value}", "hi": "घड़ी: {value}"},
    "set_reminders": {"en": "Reminders before a due date: {value}", "hi": "देय तिथि से पहले याद: {value}"},
    "set_told": {"en": "Told unasked: {value}", "hi": "अपने-आप बताया जाता है: {value}"},
    "set_digest": {"en": "Digest: {value}", "hi": "सारांश: {value}"},
    "quiet_none": {"en": "none", "hi": "कोई नहीं"},
    "quiet_button": {"en": "Quiet hours", "hi": "शांत समय"},
    "quiet_silent": {"en": "{hours}, sent silently", "hi": "{hours}, बिना आवाज़"},
    "quiet_waits": {
        "en": "{hours}, what is not urgent waits until {end}",
        "hi": "{hours}, जो तत्काल नहीं वह {end} तक रुकता है",
    },
    "wait_until": {"en": "Wait until {end}", "hi": "{end} तक रुकें"},
    "send_silently": {"en": "Send silently", "hi": "बिना आवाज़ भेजें"},
    "hears_button": {"en": "What this chat is told", "hi": "क्या बताया जाए"},
    "digest_button": {"en": "Digest", "hi": "सारांश"},
    "reminders_button": {"en": "Reminders", "hi": "याद"},
    "days_before": {"en": "{days} days", "hi": "{days} दिन"},
    "muted": {"en": "Muted", "hi": "मौन"},
    "until": {"en": "until {day}", "hi": "{day} तक"},
    "unmute": {"en": "Unmute {n}", "hi": "{n} खोलें"},
    "numbers_watched": {"en": "Told when", "hi": "तब बताया जाएगा"},
    "unwatch": {"en": "Stop {n}", "hi": "{n} रोकें"},
    # digests
    "digest_off": {
        "en": "No digest any more. /digest weekdays 8:00 brings it back.",
        "hi": "अब सारांश नहीं। /digest से फिर शुरू करें।",
    },
    "digest_none": {
        "en": "This chat has no digest. For example: /digest weekdays 9:30 Kolkata",
        "hi": "इस चैट का कोई सारांश नहीं। जैसे: /digest कार्यदिवस 9:30 कोलकाता",
    },
    "digest_how": {
        "en": "I could not read “{words}”. For example: /digest weekdays 9:30 Kolkata, /digest mon,thu 8 London, "
        "/digest monthly:1 9:00, /digest now, /digest off",
        "hi": "“{words}” समझ नहीं आया। जैसे: /digest रोज़ 8:00 दिल्ली, /digest now, /digest off",
    },
    "digest_bad_hour": {
        "en": "No clock shows {hour}; write an hour from 0:00 to 23:59. For example: {example}",
        "hi": "घड़ी में {hour} नहीं होता; 0:00 से 23:59 के बीच लिखें। जैसे: {example}",
    },
    "digest_no_hour": {"en": "At what hour? For example: {example}", "hi": "कितने बजे? जैसे: {example}"},
    "digest_no_city": {
        "en": "I know no city “{city}”; a larger one nearby will do.",
        "hi": "“{city}” शहर नहीं मिला; पास का बड़ा शहर लिखें।",
    },
    "digest_which_city": {"en": "Which {city}?", "hi": "कौन सा {city}?"},
    "digest_at": {"en": "{days} at {hour}, {zone}", "hi": "{days} {hour} बजे, {zone}"},
    "digest_next": {"en": "The next one: {time}", "hi": "अगला: {time}"},
    "digest_preview": {"en": "To be saved", "hi": "सहेजा जाएगा"},
    "digest_stands": {"en": "The digest of this chat", "hi": "इस चैट का सारांश"},
    "digest_sections": {"en": "Sections: {value}", "hi": "भाग: {value}"},
    "digest_least": {"en": "Stories: {value}", "hi": "समाचार: {value}"},
    "digest_empty_line": {"en": "With nothing new: one quiet line", "hi": "कुछ नया न हो: एक पंक्ति"},
    "digest_empty_nothing": {"en": "With nothing new: no message", "hi": "कुछ नया न हो: संदेश नहीं"},
    "digest_show": {"en": "Show it now", "hi": "अभी दिखाएँ"},
    "digest_stop": {"en": "Stop", "hi": "बंद करें"},
    "digest_would": {"en": "As it would be now:", "hi": "अभी ऐसा होता:"},
    "all": {"en": "all", "hi": "सब"},
    "part_news": {"en": "News", "hi": "समाचार"},
    "part_milestones": {"en": "Milestones", "hi": "पड़ाव"},
    "part_capacity": {"en": "Capacity", "hi": "क्षमता"},
    "part_figures": {"en": "Figures", "hi": "आँकड़े"},
    "part_controls": {"en": "Controls", "hi": "नियंत्रण"},
    "part_gaps": {"en": "Gaps", "hi": "अनुत्तरित"},
    "chart_capacity": {"en": "Capacity chart", "hi": "क्षमता का चित्र"},
    "snoozed": {"en": "You will be reminded on {day}.", "hi": "{day} को याद दिलाऊँगा।"},
    # numbers
    "number_told": {"en": "You asked to be told: {wish}", "hi": "आपने कहा था, बताना: {wish}"},
    "number_kept": {
        "en": "I will tell this chat: {wish}. Now it is {value} ({period}).",
        "hi": "बताऊँगा: {wish}। अभी {value} ({period})।",
    },
    "number_kept_new": {
        "en": "I will tell this chat: {wish}. The newest now: {period}.",
        "hi": "बताऊँगा: {wish}। अभी सबसे नया: {period}।",
    },
    "number_met": {
        "en": "That is so already: {value} ({period}). I will tell when it happens again.",
        "hi": "यह अभी ही ऐसा है: {value} ({period})। फिर होने पर बताऊँगा।",
    },
    "number_no_mark": {
        "en": "At what value? For example: tell me when China's share drops below 70%",
        "hi": "किस मान पर? जैसे: जब चीन का हिस्सा 70% से कम हो तो बताना",
    },
    "number_no_value": {
        "en": "I have no single figure for “{words}”, so there is nothing to watch.",
        "hi": "“{words}” का एक आँकड़ा मेरे पास नहीं, इसलिए देखने को कुछ नहीं।",
    },
    "number_units": {
        "en": "That figure is in {unit}; write the mark in it, too.",
        "hi": "वह आँकड़ा {unit} में है; सीमा भी उसी में लिखें।",
    },
    "below": {"en": "{what} drops below {mark}", "hi": "{what} {mark} से नीचे जाए"},
    "above": {"en": "{what} rises above {mark}", "hi": "{what} {mark} से ऊपर जाए"},
    "newer_than": {"en": "a newer period comes in: {what}", "hi": "नई अवधि आए: {what}"},
    # figures
    "fetch_begun": {
        "en": "Fetching import figures; this takes some minutes...",
        "hi": "आयात के आँकड़े ला रहा हूँ; कुछ मिनट लगेंगे...",
    },
    "fetch_runs": {"en": "A fetching runs already.", "hi": "एक पहले से चल रहा है।"},
    "fetch_step": {
        "en": "Fetching: {number} of {of} ({period}), {rows} rows",
        "hi": "{of} में से {number} ({period}), {rows} पंक्तियाँ",
    },
    "fetch_done": {
        "en": "Import figures: {calls} calls, {new} new, {revised} revised, {held} held for an admin.",
        "hi": "आयात के आँकड़े: {calls} बार पूछा, {new} नए, {revised} संशोधित, {held} रोके गए।",
    },
    "fetch_stopped": {
        "en": "Stopped early: {why}. What was fetched is kept; /figure refresh goes on.",
        "hi": "बीच में रुका: {why}। जो आया वह रखा है; /figure refresh आगे बढ़ाएगा।",
    },
    "fetch_no_door": {"en": "Figures cannot be fetched from here.", "hi": "यहाँ से आँकड़े नहीं लाए जा सकते।"},
    "revised": {"en": "Revised", "hi": "संशोधित"},
    "held_none": {"en": "No figure waits for an admin's word.", "hi": "कोई आँकड़ा रुका नहीं है।"},
    "held_figure": {"en": "Held: {reason}", "hi": "रोका: {reason}"},
    "take_it": {"en": "Take it", "hi": "लें"},
    "refuse_it": {"en": "Refuse it", "hi": "न लें"},
    "taken": {"en": "Taken into the record", "hi": "अभिलेख में लिया"},
    "not_taken": {"en": "Refused; the record stays as it is", "hi": "नहीं लिया; अभिलेख वैसा ही है"},
    # watches
    "watch_none": {
        "en": "Nothing is watched. /watch add URL adds a feed or page.",
        "hi": "कुछ नहीं देखा जा रहा। /watch add URL से जोड़ें।",
    },
    "watch_how": {
        "en": "/watch, /watch add URL [name], /watch check N, /watch pause N, /watch resume N, /watch remove N",
        "hi": "/watch, /watch add URL [नाम], /watch check N, /watch pause N, /watch resume N, /watch remove N",
    },
    "watch_unknown": {
        "en": "There is no watch #{number}; /watch lists them.",
        "hi": "#{number} नहीं है; /watch में सूची है।",
    },
    "watch_known": {
        "en": "It is watched already: #{number} {name}.",
        "hi": "इसे पहले से देख रहा हूँ: #{number} {name}।",
    },
    "watch_checked": {"en": "A visit now would make of it (nobody is told):", "hi": "अभी देखने पर (किसी को नहीं बताया):"},
    "watch_nothing": {"en": "Nothing stands there.", "hi": "वहाँ कुछ नहीं है।"},
    "watch_held": {"en": "#{number}: {count} items are held", "hi": "#{number}: {count} रोके गए"},
    "release": {"en": "Tell #{number}", "hi": "#{number} बताएँ"},
    "drop": {"en": "Drop #{number}", "hi": "#{number} छोड़ें"},
    "released": {"en": "{count} items told", "hi": "{count} बताए"},
    "dropped": {"en": "{count} items let go", "hi": "{count} छोड़े"},
}


say = Speech(PHRASES)
