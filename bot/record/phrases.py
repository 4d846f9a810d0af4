"""What this room says, in English and Hindi: what was settled, what is missing, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass

from bot.speech import Speech

PHRASES: dict[str, dict[str, str]] = {
    # dates that were settled
    "day_first": {"en": "{text} was read day first: {day}", "hi": "{text} में दिन पहले पढ़ा गया: {day}"},
    "month_first": {"en": "{text} can only be month first: {day}", "hi": "{text} में महीना पहले ही हो सकता है: {day}"},
    "kal": {"en": "'{text}' was read as {day}", "hi": "'{text}' को {day} पढ़ा गया"},
    "mid_year": {"en": "'{text}' was read as the middle two months", "hi": "'{text}' को बीच के दो महीने पढ़ा गया"},
    "day_or_year": {
        "en": "'{text}' was read as a day; for the month write {month}",
        "hi": "'{text}' को दिन पढ़ा गया; महीने के लिए {month} लिखें",
    },
    "festival": {"en": "{name} falls on {day}", "hi": "{name}: {day}"},
    "festival_moon": {
        "en": "{name} falls on {day}, give or take a day by the moon",
        "hi": "{name}: {day}, चाँद से एक दिन आगे-पीछे हो सकता है",
    },
    "before": {"en": "'{text}' was read as {period}", "hi": "'{text}' को {period} पढ़ा गया"},
    # what was guessed or matched
    "matched": {"en": "'{text}' was taken for {name}", "hi": "'{text}' को {name} माना गया"},
    "guessed": {"en": "{field} was guessed: {value}", "hi": "{field} का अनुमान: {value}"},
    "into_note": {"en": "'{text}' went into the note", "hi": "'{text}' टिप्पणी में रखा गया"},
    "not_a_date": {"en": "no date could be read from '{text}'", "hi": "'{text}' से कोई तारीख़ नहीं पढ़ी गई"},
    "twin": {"en": "much like #{number}: {title}", "hi": "#{number} जैसा ही: {title}"},
    "same_title": {"en": "#{number} has this very title", "hi": "#{number} का यही शीर्षक है"},
    "not_later": {
        "en": "{new} is not later than {old}: this is an advance, not a slip",
        "hi": "{new}, {old} से बाद में नहीं: यह देरी नहीं, पहले होना है",
    },
    "magnitude": {
        "en": "{value} is {times} times {beside} ({period}); is the magnitude right?",
        "hi": "{value}, {beside} ({period}) का {times} गुना है; क्या मात्रा सही है?",
    },
    "magnitude_small": {
        "en": "{value} is {times} times less than {beside} ({period}); is the magnitude right?",
        "hi": "{value}, {beside} ({period}) से {times} गुना कम है; क्या मात्रा सही है?",
    },
    "new_key": {"en": "no such figure is recorded yet", "hi": "ऐसा कोई आँकड़ा अब तक दर्ज नहीं"},
    "future_done": {"en": "{day} is still to come", "hi": "{day} अभी आना बाकी है"},
    # what to write instead
    "log_empty": {
        "en": "Send it all in one message: /log TITLE | due 2026-Q4 | plant | IREL | https://...",
        "hi": "सब एक ही संदेश में भेजें: /log शीर्षक | देय 2026-Q4 | संयंत्र | IREL | https://...",
    },
    "too_long": {
        "en": "{field} is longer than {most} characters; shorten it",
        "hi": "{field} {most} अक्षरों से लंबा है; छोटा करें",
    },
    "which_empty": {
        "en": "Say which one: its #number, words of its title, or reply to the message that shows it",
        "hi": "कौन सा? उसका #नंबर या शीर्षक के शब्द लिखें, या उसे दिखाने वाले संदेश का उत्तर दें",
    },
    "which_unknown": {
        "en": "Nothing in the record is like '{text}'; write its #number",
        "hi": "'{text}' जैसा कुछ दर्ज नहीं; उसका #नंबर लिखें",
    },
    "number_unknown": {"en": "There is no {kind} #{number}", "hi": "#{number} नहीं मिला"},
    "slip_usage": {"en": "Write /slip #17 | 2027-Q1 | the reason", "hi": "लिखें: /slip #17 | 2027-Q1 | कारण"},
    "done_usage": {
        "en": "Write /done #17 | 2026-11-20 | https://...",
        "hi": "लिखें: /done #17 | 2026-11-20 | https://...",
    },
    "drop_usage": {"en": "Write /drop #17 | the reason", "hi": "लिखें: /drop #17 | कारण"},
    "edit_usage": {
        "en": "Write /edit #17 | field = value; the fields are {fields}",
        "hi": "लिखें: /edit #17 | field = मान; field ये हैं: {fields}",
    },
    "guessed_capacity": {
        "en": "{value} was taken for tonnes a year",
        "hi": "{value} को टन प्रति वर्ष माना गया",
    },
    "partner_new": {
        "en": "I know no country '{text}'; it is kept as you wrote it",
        "hi": "'{text}' नाम का देश नहीं जानता; जैसा लिखा वैसा रखा",
    },
    "no_such_day": {
        "en": "There is no {text} in the calendar; write the day again.",
        "hi": "पंचांग में {text} नहीं है; तारीख़ फिर लिखें।",
    },
    "no_web_address": {
        "en": "{text} is no web address that I can keep; write one that begins with https://, or leave it out.",
        "hi": "{text} ऐसा वेब पता नहीं जिसे रखा जा सके; https:// से शुरू होने वाला लिखें, या छोड़ दें।",
    },
    "date_unread": {
        "en": "'{text}' is no date that I can read; write 2026-Q4, 2027-03, FY27 or 31 Dec 2026",
        "hi": "'{text}' तारीख़ नहीं पढ़ी गई; 2026-Q4, 2027-03, FY27 या 31 दिसंबर 2026 लिखें",
    },
    "choice_unread": {"en": "'{text}' is none of {choices}", "hi": "'{text}' इनमें से नहीं: {choices}"},
    "not_open": {
        "en": "#{number} is {status}; use /edit #{number} | status = planned first",
        "hi": "#{number} की स्थिति {status} है; पहले /edit #{number} | status = planned",
    },
    "same_due": {"en": "#{number} is due {due} already", "hi": "#{number} पहले से {due} को देय है"},
    "nothing_changed": {"en": "#{number} says so already", "hi": "#{number} में पहले से यही है"},
    "figure_usage": {
        "en": "Send it all in one message: /figure imports magnets China 2025 = 221 mn USD | final | https://...",
        "hi": "सब एक ही संदेश में भेजें: /figure imports magnets China 2025 = 221 mn USD | final | https://...",
    },
    "figure_period": {
        "en": "No period in '{text}'; write 2025, FY2024-25, 2025-Q3 or 2025-09",
        "hi": "'{text}' में अवधि नहीं; 2025, FY2024-25, 2025-Q3 या 2025-09 लिखें",
    },
    "figure_indicator": {
        "en": "'{text}' begins with no indicator; the known ones are {known}",
        "hi": "'{text}' के आरंभ में सूचक नहीं; ज्ञात सूचक: {known}",
    },
    "figure_value": {
        "en": "'{text}' is no amount; write 221 mn USD, Rs 7,280 crore or 2.5 lakh t",
        "hi": "'{text}' राशि नहीं है; 221 mn USD, Rs 7,280 crore या 2.5 लाख टन लिखें",
    },
    "figure_unit": {
        "en": "'{text}' has no unit; write USD, INR, t, tpa, %, USD/kg or count",
        "hi": "'{text}' में इकाई नहीं; USD, INR, t, tpa, %, USD/kg या count लिखें",
    },
    "plant_usage": {
        "en": "Send it all in one message: /plant NAME | IREL | Vizag | magnets | 500 tpa | building | expected 2027-Q4 | https://...",
        "hi": "सब एक ही संदेश में भेजें: /plant नाम | IREL | Vizag | magnets | 500 tpa | building | expected 2027-Q4 | https://...",
    },
    "control_usage": {
        "en": "Send it all in one message: /control TITLE | China | MOFCOM No. 61 of 2025 | suspended | until 2026-11-10 | https://...",
        "hi": "सब एक ही संदेश में भेजें: /control शीर्षक | China | MOFCOM No. 61 of 2025 | suspended | until 2026-11-10 | https://...",
    },
    "row_fault": {"en": "{column} {reason}", "hi": "{column}: {reason}"},
    # what is asked next
    "ask_category": {"en": "Which category?", "hi": "कौन सी श्रेणी?"},
    "ask_due": {"en": "When is it due?", "hi": "कब तक होना है?"},
    "ask_done": {"en": "When was it done?", "hi": "कब हुआ?"},
    "ask_organisation": {"en": "Whose is it?", "hi": "किस संस्था का?"},
    "ask_twin": {"en": "Is this #{number}: {title}?", "hi": "क्या यह #{number} है: {title}?"},
    "ask_reason": {"en": "What is the reason?", "hi": "कारण क्या है?"},
    "ask_product": {"en": "What does it make?", "hi": "यह क्या बनाता है?"},
    "ask_stage": {"en": "How far has it come?", "hi": "कहाँ तक पहुँचा?"},
    "ask_jurisdiction": {"en": "Whose control is it?", "hi": "किस देश का नियंत्रण?"},
    "ask_status": {"en": "What is its status?", "hi": "इसकी स्थिति क्या है?"},
    "ask_value": {"en": "{question}", "hi": "{question}"},
    "skip": {"en": "Leave blank", "hi": "खाली छोड़ें"},
    "no_date": {"en": "No date yet", "hi": "अभी तारीख़ नहीं"},
    "another": {"en": "No, another one", "hi": "नहीं, दूसरा है"},
    "it_is": {"en": "Yes, #{number}", "hi": "हाँ, #{number}"},
    "as_written": {"en": "Yes, as written", "hi": "हाँ, यही"},
    "divided": {"en": "No: {value}", "hi": "नहीं: {value}"},
}


@dataclass(frozen=True, slots=True)
class Note:
    """Something to say, by its key and values; put into words in the reader's language."""

    key: str
    values: tuple[tuple[str, str], ...] = ()

    def text(self, language: str = "en") -> str:
        return say(self.key, language, **dict(self.values))


def note(key: str, **values: object) -> Note:
    return Note(key, tuple((name, str(value)) for name, value in values.items()))


say = Speech(PHRASES)
