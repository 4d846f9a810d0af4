"""What the chat itself says, in English and Hindi. What an answer says is chosen where it is answered."""

from __future__ import annotations

from bot.speech import Speech

PHRASES: dict[str, dict[str, str]] = {
    # strangers
    "stranger": {
        "en": "This desk is for its team. If you belong to it, ask for access.",
        "hi": "यह डेस्क अपनी टीम के लिए है। आप उसमें हैं तो प्रवेश माँगें।",
    },
    "stranger_group": {
        "en": "This group is not on the team's list. One of its members may ask for it.",
        "hi": "यह समूह टीम की सूची में नहीं है। कोई सदस्य इसके लिए अनुरोध कर सकता है।",
    },
    "request": {"en": "Request access", "hi": "प्रवेश माँगें"},
    "requested": {"en": "Asked. You will hear here.", "hi": "अनुरोध भेज दिया। उत्तर यहीं मिलेगा।"},
    "requested_before": {
        "en": "You have asked already; an admin will decide.",
        "hi": "अनुरोध पहले से है; कोई एडमिन निर्णय करेगा।",
    },
    "bad_code": {
        "en": "That code is spent or too old. Ask for a new one.",
        "hi": "यह कोड उपयोग हो चुका या पुराना है। नया माँगें।",
    },
    "refused": {"en": "Your request was declined.", "hi": "आपका अनुरोध अस्वीकार हुआ।"},
    # rights
    "admins_only": {"en": "Only admins may do that: {names}.", "hi": "यह केवल एडमिन कर सकते हैं: {names}।"},
    "admins_only_bare": {"en": "Only admins may do that.", "hi": "यह केवल एडमिन कर सकते हैं।"},
    "group_admins_only": {
        "en": "In a group that is for our admins and the group's own administrators.",
        "hi": "समूह में यह केवल हमारे एडमिन और समूह के प्रबंधक कर सकते हैं।",
    },
    "in_private": {"en": "Please do that in a private chat with me.", "hi": "कृपया यह मुझसे निजी चैट में करें।"},
    # alerts
    "sources": {"en": "Sources", "hi": "स्रोत"},
    "why": {"en": "Why this?", "hi": "यह क्यों?"},
    "more": {"en": "More", "hi": "और"},
    "snooze": {"en": "Remind me in a week", "hi": "एक हफ़्ते बाद याद दिलाएँ"},
    "done_button": {"en": "Done", "hi": "पूरा हुआ"},
    "slip_button": {"en": "Slip", "hi": "टला"},
    # manners
    "unknown_command": {
        "en": "There is no /{name}. Did you mean /{nearest}?",
        "hi": "/{name} नहीं है। क्या आपका मतलब /{nearest} था?",
    },
    "unknown_command_bare": {
        "en": "There is no /{name}. /help lists what there is.",
        "hi": "/{name} नहीं है। /help में सूची है।",
    },
    "stale": {"en": "This button is from an older message; ask again.", "hi": "यह बटन पुराने संदेश का है; फिर से पूछें।"},
    "done_before": {"en": "That was done already.", "hi": "यह पहले ही हो चुका।"},
    "moved_on": {"en": "It has changed since: {what}", "hi": "तब से बदल गया: {what}"},
    "busy": {"en": "The store is busy for a moment; try again.", "hi": "अभी व्यस्त है; थोड़ी देर में फिर कोशिश करें।"},
    "defect": {
        "en": "Something of ours failed; the admins know. Reference {reference}.",
        "hi": "हमारी ओर से गड़बड़ हुई; एडमिन को सूचना है। संदर्भ {reference}।",
    },
    "late": {
        "en": "You sent this at {time}, while I was away:\n{text}\nShall I do it now?",
        "hi": "आपने यह {time} पर भेजा, जब मैं बंद था:\n{text}\nअब करूँ?",
    },
    "do_it": {"en": "Do it now", "hi": "अब करें"},
    "leave_it": {"en": "Leave it", "hi": "रहने दें"},
    "left": {"en": "Left as it is.", "hi": "रहने दिया।"},
    "too_long": {
        "en": "That is too long for me; a question fits in a line or two.",
        "hi": "यह बहुत लंबा है; प्रश्न एक-दो पंक्ति में लिखें।",
    },
    "empty": {
        "en": "I read text and files. Ask me in words; /help shows how.",
        "hi": "मैं लिखा हुआ पढ़ता हूँ। शब्दों में पूछें; /help देखें।",
    },
    # writing
    "save": {"en": "Save", "hi": "सहेजें"},
    "change": {"en": "Change", "hi": "बदलें"},
    "cancel": {"en": "Cancel", "hi": "रद्द करें"},
    "undo": {"en": "Undo", "hi": "वापस लें"},
    "still_waits": {
        "en": "Your entry “{title}” still waits: {asked} Answer, or reply to it.",
        "hi": "आपकी प्रविष्टि “{title}” अभी बाकी है: {asked} उत्तर दें, या उसी संदेश के उत्तर में लिखें।",
    },
    "cancelled": {"en": "Cancelled; nothing was saved.", "hi": "रद्द; कुछ सहेजा नहीं गया।"},
    "nothing_waits_member": {"en": "Nothing waits to be cancelled.", "hi": "रद्द करने को कुछ बाकी नहीं।"},
    "nothing_waits": {
        "en": "Nothing waits to be cancelled. What is saved is taken back with /undo.",
        "hi": "रद्द करने को कुछ बाकी नहीं। सहेजा हुआ /undo से वापस होता है।",
    },
    "date_later": {"en": "The date is asked after this.", "hi": "तारीख़ इसके बाद पूछी जाएगी।"},
    "preview": {"en": "To be saved", "hi": "सहेजा जाएगा"},
    "saved": {"en": "Saved", "hi": "सहेजा गया"},
    "undone": {"en": "Taken back", "hi": "वापस लिया गया"},
    "nothing_to_undo": {"en": "There is nothing of yours to take back.", "hi": "आपका कुछ वापस लेने को नहीं है।"},
    "brought_back": {"en": "Put back", "hi": "फिर लागू किया गया"},
    "bring_back": {"en": "Put it back", "hi": "फिर लागू करें"},
    "only_taken": {
        "en": "There is nothing of yours left to take back. What you took back last: {summary}",
        "hi": "आपका और कुछ वापस लेने को नहीं है। आपने पिछली बार यह वापस लिया: {summary}",
    },
    "undo_much": {
        "en": "#{number} by {name}, {time}: {summary}\nTaking it back takes away all {count} rows that it wrote, for everybody. "
        "Nothing is taken back yet. Sure?",
        "hi": "#{number}, {name}, {time}: {summary}\nवापस लेने पर इसकी लिखी सभी {count} पंक्तियाँ सबके लिए हट जाएँगी। "
        "अभी कुछ वापस नहीं लिया गया। पक्का?",
    },
    "undo_other": {
        "en": "This was by {name}, {time}:\n{summary}\nTake it back?",
        "hi": "यह {name} ने {time} को किया:\n{summary}\nवापस लें?",
    },
    "stands_on": {"en": "Later changes stand on it and would go with it:", "hi": "इसके बाद के ये बदलाव भी वापस जाएँगे:"},
    "undo_all": {"en": "Take back all {count}", "hi": "सभी {count} वापस लें"},
    "write_again": {"en": "Send the whole line again, with /{command}.", "hi": "पूरी पंक्ति /{command} के साथ फिर भेजें।"},
}


say = Speech(PHRASES)
