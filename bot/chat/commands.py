"""Every command, once: this table feeds the handlers, /help, Telegram's menus and a test of the README."""

from __future__ import annotations

from dataclasses import dataclass

from storage.correspondence import Role


@dataclass(frozen=True, slots=True)
class Command:
    """`usage` follows its name; `menu` puts it in the menus, in this order: 8 for members, 14 for admins."""

    name: str
    usage: str
    about: str
    about_hi: str
    needs: Role = Role.MEMBER
    menu: bool = False


_ADMIN = Role.ADMIN

COMMANDS = (
    Command("imports", "[2024] [China]", "What India imports, with its source", "भारत के आयात, स्रोत सहित", menu=True),
    Command("capacity", "", "Capacity built against the target", "लक्ष्य के सामने बनी क्षमता", menu=True),
    Command(
        "milestones", "[overdue | due | done]", "What is due, overdue and done", "क्या देय, विलंबित और पूरा है", menu=True
    ),
    Command("timeline", "", "The milestones as a picture, with each slip", "पड़ावों का चित्र, हर देरी के साथ"),
    Command("controls", "[China]", "Export controls and their status", "निर्यात नियंत्रण और उनकी स्थिति", menu=True),
    Command("news", "[export control | policy | ...]", "What was found, newest first", "ताज़ा समाचार", menu=True),
    Command("search", "WORDS", "Search all that was ever seen", "सब समाचारों में खोजें"),
    Command(
        "digest",
        "now | off | weekdays 9:30 Kolkata",
        "One message with what changed, at your hour",
        "आपके समय पर सारांश",
        menu=True,
    ),
    Command("why", "LINK", "Why an item was told, or not", "कोई समाचार क्यों बताया, या नहीं"),
    Command(
        "follow",
        "all | none | TOPIC... [urgent | notable | routine]",
        "What this chat is told unasked",
        "इस चैट को क्या बताया जाए",
    ),
    Command("sources", "", "Where the figures come from", "आँकड़े कहाँ से आते हैं"),
    Command("cancel", "", "Leave what I last asked you, unsaved", "पिछला अधूरा काम बिना सहेजे छोड़ें"),
    Command("settings", "", "Language, numbers, what this chat is told", "भाषा, अंक, इस चैट को क्या बताया जाए", menu=True),
    Command("help", "", "What I can do", "मैं क्या कर सकता हूँ", menu=True),
    Command("start", "", "Begin here", "यहाँ से शुरू करें", needs=Role.NONE),
    Command("log", "TITLE | due 2026-Q4 | plant | IREL | link", "Record a milestone", "पड़ाव दर्ज करें", _ADMIN, menu=True),
    Command("done", "WHICH [| DATE] [| LINK]", "Record that a milestone is done", "पड़ाव पूरा हुआ", _ADMIN, menu=True),
    Command(
        "slip",
        "WHICH | DATE | REASON",
        "Record a later date, with its reason",
        "नई तारीख़, कारण सहित",
        _ADMIN,
        menu=True,
    ),
    Command("edit", "WHICH | FIELD = VALUE", "Correct what was recorded", "दर्ज बात सुधारें", _ADMIN),
    Command("drop", "WHICH | REASON", "Record that a milestone was given up", "पड़ाव छोड़ा गया", _ADMIN),
    Command(
        "history",
        "[plant | control | figure] WHICH",
        "The life of a milestone, plant, control or figure: what changed, why, and who said so",
        "पड़ाव, संयंत्र, नियंत्रण या आँकड़े का इतिहास",
        _ADMIN,
    ),
    Command(
        "figure",
        "imports magnets China 2025 = 221 mn USD | final | link",
        "Record a figure",
        "आँकड़ा दर्ज करें",
        _ADMIN,
        menu=True,
    ),
    Command("plant", "NAME | IREL | Vizag | 500 tpa | building", "Record a plant, or its next stage", "संयंत्र", _ADMIN),
    Command("control", "TITLE | China | in force | until DATE", "Record an export control", "निर्यात नियंत्रण", _ADMIN),
    Command("export", "KIND [csv | xlsx] [history] [China 2025 ...]", "The record as a file", "अभिलेख की फ़ाइल"),
    Command("undo", "[N]", "Take back your last change, or change N", "अपना पिछला बदलाव वापस लें", _ADMIN, menu=True),
    Command(
        "watch",
        "[add URL ... | check N | pause N | resume N | remove N]",
        "What is watched, and how it fares",
        "क्या देखा जा रहा है",
        _ADMIN,
    ),
    Command("status", "", "How the bot stands", "बॉट की स्थिति", _ADMIN, menu=True),
    Command("backup", "", "A copy of the store, as a file, in private", "पूरे भंडार की प्रति, निजी चैट में", _ADMIN),
    Command("people", "", "Who may do what", "कौन क्या कर सकता है", _ADMIN),
    Command("invite", "[admin]", "A link that lets one person in", "एक व्यक्ति के लिए आमंत्रण लिंक", _ADMIN),
    Command("approve", "", "Requests for access that wait", "प्रवेश के अनुरोध", _ADMIN),
    Command(
        "audit",
        "[NAME] [slip | undo | ...] [KIND] [since DAY]",
        "Who changed what, newest first",
        "किसने क्या बदला",
        _ADMIN,
    ),
    Command("gaps", "", "Questions that I could not answer", "जिन प्रश्नों का उत्तर नहीं मिला", _ADMIN),
)

BY_NAME = {command.name: command for command in COMMANDS}

# Questions: their words go to the desk as they stand.
QUESTIONS = ("imports", "capacity", "milestones", "timeline", "controls", "sources")

MOST_FOR_MEMBERS, MOST_FOR_ADMINS = 8, 14


def menu(role: Role) -> tuple[Command, ...]:
    """What a menu lists for a role; a stranger's has the beginning alone."""
    if role is Role.NONE:
        return (BY_NAME["start"],)
    most = MOST_FOR_ADMINS if role is Role.ADMIN else MOST_FOR_MEMBERS
    return tuple(command for command in COMMANDS if command.menu and command.needs.rank <= role.rank)[:most]


def allowed(role: Role) -> tuple[Command, ...]:
    """All that a role may use, for /help."""
    return tuple(command for command in COMMANDS if command.needs.rank <= role.rank)
