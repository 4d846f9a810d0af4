"""What was kept for whoever would read it - acts in the journal, lines to admins - in words, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.look.phrases import PHRASES
from storage.phrased import unphrased

if TYPE_CHECKING:
    from collections.abc import Mapping

LINES: dict[str, dict[str, str]] = {
    # acts, as the journal tells them
    "is_now": {"en": "{name} is a {role}", "hi": "{name} अब {role}"},
    "came_by_code": {"en": "{name} came in by a code", "hi": "{name} कोड से आए"},
    "is_now_by_code": {"en": "{name} is a {role} by a code", "hi": "{name} कोड से {role}"},
    "group_let_in": {"en": "the group {chat} is let in", "hi": "समूह {chat} को आने दिया"},
    "declined": {"en": "{name} was declined", "hi": "{name} को मना किया"},
    "role": {"en": "{name}: {before} → {role}", "hi": "{name}: {before} → {role}"},
    "invitation": {"en": "an invitation as {role}", "hi": "{role} के लिए निमंत्रण"},
    "gap_closed": {"en": "closed: {question}", "hi": "बंद: {question}"},
    "opened": {"en": "{chat}", "hi": "{chat}"},
    "offer_take": {"en": "shipped facts taken: {name}", "hi": "साथ आए तथ्य लिए: {name}"},
    "offer_keep": {"en": "the team's own stands: {name}", "hi": "टीम का अपना रहा: {name}"},
    "of_chat": {"en": "{chat}: {what}", "hi": "{chat}: {what}"},
    "watch_added": {"en": "watching #{number} {name}", "hi": "#{number} {name} देखना शुरू"},
    "watch_seen": {
        "en": "watching #{number} {name}: {items} items stand there now.",
        "hi": "#{number} {name} देख रहा हूँ: अभी {items} वहाँ हैं।",
    },
    "watch_unseen": {
        "en": "watching #{number} {name}, though it could not be reached now: {why}. I go on trying.",
        "hi": "#{number} {name} देखूँगा, पर अभी नहीं खुला: {why}। कोशिश करता रहूँगा।",
    },
    "watch_changed": {"en": "changed watch #{number} {name}", "hi": "#{number} {name} को देखने का ढंग बदला"},
    "watch_pause": {"en": "paused watch #{number} {name}", "hi": "#{number} {name} देखना रोका"},
    "watch_resume": {"en": "resumed watch #{number} {name}", "hi": "#{number} {name} देखना फिर शुरू"},
    "watch_remove": {"en": "removed watch #{number} {name}", "hi": "#{number} {name} देखना बंद"},
    "watch_released": {"en": "told {count} items of watch #{number}", "hi": "#{number} की {count} ख़बरें बताईं"},
    "watch_dropped": {"en": "dropped {count} items of watch #{number}", "hi": "#{number} की {count} ख़बरें छोड़ीं"},
    "backup_taken": {"en": "a backup was taken: {file}", "hi": "बैकअप लिया: {file}"},
    "held_sent": {"en": "held messages will be sent", "hi": "रुके संदेश भेजे जाएँगे"},
    "held_dropped": {"en": "held messages were dropped", "hi": "रुके संदेश छोड़े"},
    "held_figure_refused": {"en": "held figure {number} refused", "hi": "रुका आँकड़ा {number} अस्वीकार"},
    "held_figure_taken": {
        "en": "figure of UN Comtrade accepted: {reason}",
        "hi": "UN Comtrade का आँकड़ा स्वीकार: {reason}",
    },
    "figures_fetched": {"en": "imports of {period} from UN Comtrade", "hi": "{period} का आयात, UN Comtrade से"},
    "file_taken": {
        "en": "{kind} from {name}: {new} new, {changed} changed",
        "hi": "{name} से {kind}: {new} नए, {changed} बदले",
    },
    "shipped": {
        "en": "shipped facts: {new} new, {revised} revised, {offered} left as the team has them",
        "hi": "साथ आए तथ्य: {new} नए, {revised} सुधारे, {offered} टीम के अनुसार रहे",
    },
    "follows": {"en": "{topics}: {urgency}", "hi": "{topics}: {urgency}"},
    "unmuted": {"en": "unmuted", "hi": "फिर से सुनना शुरू"},
    "muted_story": {"en": "story {number} muted", "hi": "ख़बर {number} चुप"},
    "muted_topic": {"en": "the topic of story {number} muted", "hi": "ख़बर {number} का विषय चुप"},
    "number_watched": {"en": "watches {command}", "hi": "{command} पर नज़र"},
    "number_unwatched": {"en": "a number is watched no more", "hi": "एक आँकड़े पर नज़र बंद"},
    "digest_off": {"en": "off", "hi": "बंद"},
    "hears_usual": {"en": "urgent, and all on export controls", "hi": "अति-आवश्यक, और निर्यात नियंत्रण पर सब"},
    "hears_notable": {"en": "all that is notable", "hi": "जो भी उल्लेखनीय हो"},
    "hears_urgent": {"en": "only what is urgent", "hi": "केवल अति-आवश्यक"},
    "hears_none": {"en": "nothing", "hi": "कुछ नहीं"},
    # lines to admins
    "put_out": {"en": "{chat} has put the bot out; it is paused.", "hi": "{chat} ने बॉट को हटा दिया; वह रुका है।"},
    "paused": {
        "en": "{chat} cannot be written to and is paused: {why}",
        "hi": "{chat} में लिखा नहीं जा सकता, वह रुका है: {why}",
    },
    "topic_gone": {
        "en": "A topic of {chat} is gone ({why}). It was following news; nothing is sent there any more. Follow again in "
        "the topic that should have it.",
        "hi": "{chat} का एक विषय नहीं रहा ({why})। वह ख़बरें सुनता था; अब वहाँ कुछ नहीं भेजा जाता। जिस विषय में चाहिए, वहाँ फिर "
        "से /follow करें।",
    },
    "refused": {
        "en": "Telegram refused a message to {chat}: {why}",
        "hi": "टेलीग्राम ने {chat} को संदेश लेने से मना किया: {why}",
    },
    "crash": {
        "en": "Something of ours failed in {where} (reference {reference}). The log has it in full.",
        "hi": "हमारी ओर से {where} में गड़बड़ हुई (संदर्भ {reference})। पूरा ब्योरा लॉग में है।",
    },
    "unreadable": {
        "en": "Update {number} could not be read; it is kept and was passed over.",
        "hi": "अपडेट {number} पढ़ा नहीं गया; वह रखा है और छोड़ दिया गया।",
    },
    "retold": {
        "en": "{count} stories since the backup may have been told. They are in /news, and are not told again.",
        "hi": "बैकअप के बाद की {count} ख़बरें बताई जा चुकी हो सकती हैं। वे /news में हैं, फिर नहीं बताई जाएँगी।",
    },
    "no_backup": {
        "en": "No backup could be made: {why}. I go on trying; /status shows the last one.",
        "hi": "बैकअप नहीं बन सका: {why}। कोशिश जारी है; /status में पिछला दिखता है।",
    },
    "undone_by": {
        "en": "{name} took back your change #{number}: {what}",
        "hi": "{name} ने आपका बदलाव #{number} वापस लिया: {what}",
    },
    # watches
    "named_more": {"en": "{named} and {more} more", "hi": "{named} और {more} अन्य"},
    "because": {"en": "{named} ({why})", "hi": "{named} ({why})"},
    "watch_fault": {
        "en": "No good visit for an hour: {named}. I go on trying; /watch shows how it stands.",
        "hi": "एक घंटे से ठीक से नहीं खुला: {named}। कोशिश जारी है; /watch में हाल दिखता है।",
    },
    "watch_network": {
        "en": "Nothing at all can be reached ({why}): the network here seems to be down. I go on trying.",
        "hi": "कुछ भी नहीं खुल रहा ({why}): यहाँ का नेटवर्क बंद लगता है। कोशिश जारी है।",
    },
    "watch_healed": {"en": "Well again: {named}.", "hi": "फिर ठीक: {named}।"},
    "watch_silent": {
        "en": "Nothing new for five times its usual gap: {named}. Look whether it moved, or pause it.",
        "hi": "सामान्य अंतराल के पाँच गुने से कुछ नया नहीं: {named}। देखें कि पता बदला तो नहीं, या उसे रोक दें।",
    },
    "watch_held": {
        "en": "{named} brought {count} new items at once, which looks like a rebuilt feed. They are held: "
        "/watch release {number} or /watch drop {number}.",
        "hi": "{named} से एक साथ {count} नई ख़बरें आईं, जैसे फ़ीड फिर से बनी हो। वे रोकी गईं: /watch release {number} या "
        "/watch drop {number}।",
    },
    # the Monday line
    "monday": {"en": "{parts}", "hi": "{parts}"},
    "watches": {"en": "Watches {count}", "hi": "स्रोत {count}"},
    "watches_failing": {"en": "Watches {count} ({failing} failing)", "hi": "स्रोत {count} ({failing} बंद)"},
    "items": {"en": "items {count}", "hi": "ख़बरें {count}"},
    "told": {"en": "told {count}", "hi": "बताई {count}"},
    "unknown": {"en": "unknown {count}", "hi": "अनिश्चित {count}"},
    "given_up": {"en": "given up {count}", "hi": "छोड़ी {count}"},
    "last_backup": {"en": "last backup {when}", "hi": "पिछला बैकअप {when}"},
    "never": {"en": "never", "hi": "कभी नहीं"},
    "today": {"en": "today", "hi": "आज"},
    "yesterday": {"en": "yesterday", "hi": "कल"},
    "days_ago": {"en": "{days} days ago", "hi": "{days} दिन पहले"},
    "disk": {"en": "disk free {size}", "hi": "डिस्क ख़ाली {size}"},
    "disk_low": {"en": "disk free {size} - low", "hi": "डिस्क ख़ाली {size} - कम"},
}

# Values that are words of ours, by the name of the value.
_WORDS: dict[str, dict[str, str]] = {
    "role": {"admin": "एडमिन", "member": "सदस्य", "none": "कोई प्रवेश नहीं"},
    "kind": {
        "figures": "आँकड़े",
        "milestones": "पड़ाव",
        "plants": "संयंत्र",
        "controls": "नियंत्रण",
        "statements": "कथन",
    },
    "where": {"words": "एक प्रश्न", "a press": "एक बटन", "a tick": "घड़ी के काम"},
}
_WORDS["before"] = _WORDS["role"]


def worded(line: str, language: str = "en") -> str:
    """A kept line in words; any other text as it is.

    >>> from storage.phrased import phrased
    >>> worded(phrased("held_sent")), worded("#3 A line")
    ('held messages will be sent', '#3 A line')
    >>> worded(phrased("role", name="Asha", before="none", role="member"), "hi")
    'Asha: कोई प्रवेश नहीं → सदस्य'
    """
    values = unphrased(line)
    return line if values is None else _worded(values, language, line)


def _worded(values: Mapping[str, Any], language: str, otherwise: str = "") -> str:
    """`otherwise`: what is shown of a line that another version of ours kept, with another key or other values."""
    key = values.get("say")
    said = (LINES.get(key) or PHRASES.get(key)) if isinstance(key, str) else None
    if said is None:
        return otherwise
    words = said.get(language, said["en"])
    try:
        return words.format(**{name: _value(name, value, language) for name, value in values.items() if name != "say"})
    except (KeyError, IndexError):
        return otherwise


def _value(name: str, value: Any, language: str) -> str:
    """A line within the line in words, several with dots between; words of people as they are."""
    if isinstance(value, list):
        return " · ".join(_value(name, each, language) for each in value)
    text = _worded(value, language) if isinstance(value, dict) else str(value)
    return _WORDS.get(name, {}).get(text, text) if language == "hi" else text
