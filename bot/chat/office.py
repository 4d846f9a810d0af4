"""What the rooms that keep order say, in English and Hindi: the beginning, people, the journal, files, a thing's life."""

from __future__ import annotations

from bot.speech import Speech

PHRASES: dict[str, dict[str, str]] = {
    # the beginning
    "welcome": {
        "en": "follows India's rare earth magnet programme: milestones, plants, imports, export controls. Ask in plain "
        "words, English or Hindi; every number comes with its source.",
        "hi": "भारत के दुर्लभ मृदा चुंबक कार्यक्रम पर नज़र रखता है: पड़ाव, संयंत्र, आयात, निर्यात नियंत्रण। हिंदी या अंग्रेज़ी में "
        "सीधे पूछें; हर आँकड़ा अपने स्रोत के साथ आता है।",
    },
    "ask_imports": {
        "en": "How much did India import in FY2024-25?",
        "hi": "वित्त वर्ष 2024-25 में भारत ने कितना आयात किया?",
    },
    "ask_share": {"en": "What share of our magnets comes from China?", "hi": "हमारे चुंबकों में चीन का हिस्सा कितना है?"},
    "ask_next": {"en": "Which milestones are due next?", "hi": "आगे कौन से पड़ाव देय हैं?"},
    "ask_control": {"en": "Is China's export control in force?", "hi": "क्या चीन का निर्यात नियंत्रण लागू है?"},
    "you_are_admin": {
        "en": "You are an admin: /log records a milestone, /people shows who may do what.",
        "hi": "आप एडमिन हैं: /log से पड़ाव दर्ज होता है, /people दिखाता है कि कौन क्या कर सकता है।",
    },
    "change_hears": {"en": "Change what this chat is told", "hi": "क्या बताया जाए, बदलें"},
    "help_button": {"en": "Help", "hi": "सहायता"},
    "help_head": {"en": "Ask in plain words, or use:", "hi": "शब्दों में पूछें, या:"},
    "told": {"en": "This chat is told: {what}.", "hi": "इस चैट को बताया जाता है: {what}।"},
    "digest_at": {"en": "Digest: {days} at {hour} ({zone}).", "hi": "सारांश: {days} {hour} बजे ({zone})।"},
    "quiet": {
        "en": "Quiet hours {hours}: silent, but for urgent export-control news.",
        "hi": "शांत समय {hours}: बिना आवाज़, निर्यात नियंत्रण की अति-आवश्यक ख़बरों को छोड़कर।",
    },
    "hears_usual": {"en": "urgent, and all on export controls", "hi": "अति-आवश्यक, और निर्यात नियंत्रण पर सब"},
    "hears_notable": {"en": "all that is notable", "hi": "जो भी उल्लेखनीय हो"},
    "hears_urgent": {"en": "only what is urgent", "hi": "केवल अति-आवश्यक"},
    "hears_none": {"en": "nothing", "hi": "कुछ नहीं"},
    "hears_unasked": {"en": "nothing unasked", "hi": "बिना पूछे कुछ नहीं"},
    "hears_topic": {"en": "{topic} from {urgency}", "hi": "{topic} {urgency} से"},
    # people
    "nobody_else": {
        "en": "Nobody but you yet. /invite lets people in.",
        "hi": "आपके सिवा कोई नहीं। /invite से लोगों को बुलाएँ।",
    },
    "people": {"en": "People", "hi": "लोग"},
    "role_admin": {"en": "admin", "hi": "एडमिन"},
    "role_member": {"en": "member", "hi": "सदस्य"},
    "role_none": {"en": "no access", "hi": "प्रवेश नहीं"},
    "by_settings": {"en": "admin (ADMIN_IDS)", "hi": "एडमिन (ADMIN_IDS)"},
    "asks": {"en": "asks for access", "hi": "प्रवेश माँगते हैं"},
    "chat_waiting": {"en": "waiting", "hi": "प्रतीक्षा में"},
    "chat_active": {"en": "active", "hi": "सक्रिय"},
    "chat_paused": {"en": "paused", "hi": "रुका हुआ"},
    "chat_refused": {"en": "declined", "hi": "अस्वीकृत"},
    "make_admin": {"en": "Make admin", "hi": "एडमिन बनाएँ"},
    "make_member": {"en": "Make member", "hi": "सदस्य बनाएँ"},
    "make_none": {"en": "Take access away", "hi": "प्रवेश हटाएँ"},
    "settings_admin": {
        "en": "{name} is an admin by the setting ADMIN_IDS; take the id out there",
        "hi": "{name} सेटिंग ADMIN_IDS से एडमिन हैं; वहीं से id हटाएँ",
    },
    "last_admin": {
        "en": "{name} is the last admin; make someone else an admin first",
        "hi": "{name} आख़िरी एडमिन हैं; पहले किसी और को एडमिन बनाएँ",
    },
    "invited": {
        "en": "Works once, for three days, and makes its user a {role}:\n{link}",
        "hi": "एक बार, तीन दिन तक चलेगा; इससे आने वाला {role} बनेगा:\n{link}",
    },
    "invited_by_code": {
        "en": "they send your bot  /start {code}",
        "hi": "वे आपके बॉट को  /start {code}  भेजें",
    },
    "no_requests": {"en": "No requests wait.", "hi": "कोई अनुरोध बाकी नहीं।"},
    "requests": {"en": "Requests", "hi": "अनुरोध"},
    "let_in": {"en": "Let in {name}", "hi": "{name} को आने दें"},
    # the journal
    "audit": {"en": "Who changed what", "hi": "किसने क्या बदला"},
    "audit_of": {"en": "Who changed what: {filters}", "hi": "किसने क्या बदला: {filters}"},
    "audit_none": {"en": "Nothing of that kind.", "hi": "ऐसा कुछ नहीं।"},
    "audit_how": {
        "en": "I know nobody, no verb and no kind “{words}”. Filter by a person's name, by a verb ({verbs}), by a kind "
        "({kinds}), and by a day: /audit Asha slip since Monday",
        "hi": "“{words}” नाम का कोई व्यक्ति, काम या प्रकार नहीं। छाँटें: व्यक्ति का नाम, काम ({verbs}), प्रकार ({kinds}), "
        "और दिन: /audit Asha slip since Monday",
    },
    "since": {"en": "since {day}", "hi": "{day} से"},
    "taken_back": {"en": "taken back by #{number}", "hi": "#{number} ने वापस लिया"},
    "older": {"en": "Older", "hi": "पुराने"},
    "newest": {"en": "Newest", "hi": "सबसे नए"},
    "undo_taken": {"en": "#{number} was taken back already.", "hi": "#{number} पहले ही वापस लिया जा चुका।"},
    "undo_none": {
        "en": "There is no entry #{number} in the journal; /audit shows them.",
        "hi": "दर्ज कामों में #{number} नहीं है; /audit में सूची है।",
    },
    "undo_nothing": {
        "en": "#{number} changed nothing that could be taken back.",
        "hi": "#{number} ने ऐसा कुछ नहीं बदला जो वापस हो सके।",
    },
    "undo_clash": {
        "en": "#{number} cannot be taken back: other entries hang on it, or have taken its place.",
        "hi": "#{number} वापस नहीं हो सकता: उस पर कुछ टिका है, या उसकी जगह कुछ और है।",
    },
    "undo_gone": {
        "en": "#{number} cannot be taken back: what it changed is gone.",
        "hi": "#{number} वापस नहीं हो सकता: जो बदला था वह अब नहीं है।",
    },
    # requests
    "asks_in": {
        "en": "{who}, Telegram id {id}, asks for access.",
        "hi": "{who}, टेलीग्राम id {id}, प्रवेश माँगते हैं।",
    },
    "asks_group": {
        "en": "{who} asks that the group {group} be let in.",
        "hi": "{who} चाहते हैं कि समूह {group} को आने दिया जाए।",
    },
    "let_member": {"en": "Let in as member", "hi": "सदस्य बनाएँ"},
    "let_group": {"en": "Let the group in", "hi": "समूह को आने दें"},
    "decline": {"en": "Decline", "hi": "अस्वीकार करें"},
    # after a restore
    "held": {
        "en": "The store was restored from a backup. {count} messages had not been delivered when it was made; some may "
        "have been since. They are held until you say.",
        "hi": "भंडार बैकअप से लौटाया गया। {count} संदेश तब तक नहीं पहुँचे थे; कुछ बाद में पहुँचे हो सकते हैं। आपके कहने तक वे रुके हैं।",
    },
    "send_them": {"en": "Send them", "hi": "भेजें"},
    "drop_them": {"en": "Drop them", "hi": "छोड़ दें"},
    "decided": {"en": "Somebody has decided that already.", "hi": "किसी ने यह पहले ही तय कर दिया।"},
    "held_sent": {"en": "{count} messages will be sent", "hi": "{count} संदेश भेजे जाएँगे"},
    "held_dropped": {"en": "{count} messages were dropped", "hi": "{count} संदेश छोड़ दिए गए"},
    # after an upgrade
    "offers": {
        "en": "What is shipped with this version differs from what the team has, in {count} places. Yours stands until you say.",
        "hi": "इस संस्करण के साथ आए तथ्य {count} जगह टीम के अभिलेख से अलग हैं। आपके कहने तक आपका ही रहेगा।",
    },
    "offer_differs": {"en": "you have {theirs}; shipped: {ours}", "hi": "आपके पास {theirs}; साथ आया: {ours}"},
    "offer_none": {"en": "nothing", "hi": "कुछ नहीं"},
    "offer_take": {"en": "Take it", "hi": "लें"},
    "offer_keep": {"en": "Keep ours", "hi": "अपना रखें"},
    "offer_taken": {"en": "Taken beside yours", "hi": "आपके साथ लिया गया"},
    "offer_kept": {"en": "Yours stands", "hi": "आपका ही रहा"},
    # gaps
    "no_gaps": {"en": "Every question so far had an answer.", "hi": "अब तक हर प्रश्न का उत्तर मिला।"},
    "gaps": {"en": "Questions without an answer", "hi": "बिना उत्तर के प्रश्न"},
    "close_gap": {"en": "Close {place}", "hi": "{place} बंद करें"},
    "gap_hint": {
        "en": "Record the figure with /figure, then close the gap.",
        "hi": "/figure से आँकड़ा दर्ज करें, फिर प्रश्न बंद करें।",
    },
    # files
    "which_file": {"en": "What as a file?", "hi": "किसकी फ़ाइल?"},
    "exported": {"en": "{count} {kind}", "hi": "{kind}: {count}"},
    "exported_of": {"en": "{count} of {all} {kind}: {filters}", "hi": "{kind}: {all} में से {count} ({filters})"},
    "with_history": {"en": "with their history", "hi": "इतिहास सहित"},
    "export_none": {"en": "No {kind} fit “{filters}”.", "hi": "“{filters}” से मेल खाता {kind} में कुछ नहीं।"},
    "kind_figures": {"en": "figures", "hi": "आँकड़े"},
    "kind_milestones": {"en": "milestones", "hi": "पड़ाव"},
    "kind_plants": {"en": "plants", "hi": "संयंत्र"},
    "kind_controls": {"en": "controls", "hi": "नियंत्रण"},
    "kind_statements": {"en": "statements", "hi": "कथन"},
    "files_admins": {
        "en": "Only admins may bring files into the record.",
        "hi": "केवल एडमिन अभिलेख में फ़ाइल ला सकते हैं।",
    },
    "file_large": {
        "en": "The file is larger than 20 MB, which Telegram gives no bot; split it.",
        "hi": "फ़ाइल 20 MB से बड़ी है, जो टेलीग्राम किसी बॉट को नहीं देता; उसे बाँटें।",
    },
    "file_strange": {
        "en": "I cannot tell what this is. Line 1 must be the header of {kinds}.",
        "hi": "यह क्या है, पता नहीं चला। पंक्ति 1 में {kinds} का शीर्षक होना चाहिए।",
    },
    "file_same": {"en": "{name}: the record says all of it already.", "hi": "{name}: अभिलेख में यह सब पहले से है।"},
    "file_preview": {"en": "{name}: {kind}, {counts}.", "hi": "{name}: {kind}, {counts}।"},
    "file_counts": {"en": "{new} new, {changed} changed", "hi": "{new} नए, {changed} बदले"},
    "file_same_rows": {"en": "{same} as they were", "hi": "{same} जैसे थे"},
    "confirm": {"en": "Confirm", "hi": "पक्का करें"},
    "not_fetched": {
        "en": "The file could not be fetched from Telegram ({why}); send it again.",
        "hi": "फ़ाइल टेलीग्राम से नहीं आई ({why}); फिर भेजें।",
    },
    "faults": {
        "en": "{name}: nothing was taken; faults: {count}\n{faults}",
        "hi": "{name}: कुछ नहीं लिया गया; गड़बड़ियाँ: {count}\n{faults}",
    },
    # a life
    "which_one": {"en": "Which one?", "hi": "कौन सा?"},
    "which_gone": {"en": "That is not on record any more.", "hi": "यह अब अभिलेख में नहीं है।"},
    "history_how": {
        "en": "Whose history? By its number or words of its title: /history #17, /history plant 3, "
        "/history imports from China FY2024-25. Or reply with /history to a message about it.",
        "hi": "किसका इतिहास? संख्या या शीर्षक के शब्दों से: /history #17, /history plant 3, "
        "/history imports from China FY2024-25। या उसके संदेश के उत्तर में /history लिखें।",
    },
    "no_milestones": {"en": "There is no milestone #{number}.", "hi": "पड़ाव #{number} नहीं है।"},
    "no_plants": {"en": "There is no plant #{number}.", "hi": "संयंत्र #{number} नहीं है।"},
    "no_controls": {"en": "There is no control #{number}.", "hi": "नियंत्रण #{number} नहीं है।"},
    "no_figures": {
        "en": "The record has no figure “{words}”. Name what, whose and when: imports from China FY2024-25",
        "hi": "अभिलेख में “{words}” का आँकड़ा नहीं है। क्या, किसका और कब लिखें: imports from China FY2024-25",
    },
}


say = Speech(PHRASES)
