"""Reads what is about the talk itself: help, terms, sources, news, statements, and what is no business of ours."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bot.asking.knowledge import stem
from bot.asking.marks import nearest
from bot.asking.questions import Gaps, Help, News, Question, Sources, Statements, Term, Timeline, Unknown
from bot.asking.read_milestones import looks_ahead
from bot.asking.subjects import is_about_outlay
from bot.asking.words import folded

if TYPE_CHECKING:
    from bot.asking.context import Context
    from bot.asking.marks import Mark
    from bot.asking.parts import Parts

# Terms that are also numbers or lists of ours: 'what is the outlay' wants the amount.
_TRADED = ("imports", "exports", "demand", "reserves", "mine_output", "outlay", "import_dependence", "balance")


def orders(parts: Parts) -> Question | None:
    """Someone bids us leave our rules."""
    if parts.has("outside", "orders") or _is_code(parts):
        return Unknown("orders")
    return Unknown("edits") if _sets_a_value(parts) else None


def _sets_a_value(parts: Parts) -> bool:
    """'Set the 2024 imports to 5', 'mark all as done': the record is changed by commands, and by nobody's say-so."""
    at = 1 if parts.word(0) in ("please", "now", "kindly", "just") else 0
    bids = parts.word(at) in _SETTING and parts.word(at + 1) not in ("in", "of")
    values = [at for at, word in enumerate(parts.spelt[:-1]) if word in ("to", "as", "=", "equals")]
    return bids and any(parts.words[at + 1].number is not None or parts.word(at + 1) in _VALUES for at in values)


_SETTING = folded("set update change mark edit overwrite replace correct rewrite")
_VALUES = folded("zero null nil done nothing complete completed dropped zeros")


def _is_code(parts: Parts) -> bool:
    """A statement for a database, and no question."""
    texts = [word.text for word in parts.words]
    signs = "=" in texts or any(pair == ("-", "-") for pair in pairwise(texts))
    return signs and not _COMMANDS.isdisjoint(texts) and not _CLAUSES.isdisjoint(texts)


_COMMANDS = folded("update delete insert drop select alter truncate union exec create grant replace")
_CLAUSES = folded("set from into table where values index database")


def outside(parts: Parts) -> Question | None:
    """The weather, share prices, goods that are none of ours."""
    for mark in parts.all("outside", "shares", "world"):
        levied = parts.word(mark.start).startswith("tariff") and bool(parts.countries)
        if levied and "duty" in parts.known.controls.vocabulary:
            continue
        if (parts.has("topic", "controls") or parts.has("control")) and stem(
            parts.spelt[mark.start]
        ) in parts.known.controls.vocabulary:
            continue
        named = _named(parts)
        if not all(at in named for at in range(mark.start, mark.end)):
            return Unknown("outside", about=" ".join(word.raw for word in parts.words[mark.start : mark.end]))
    return None


def _named(parts: Parts) -> set[int]:
    """Words that stand in a name of the record that is said nearly whole, or in a product of ours."""
    controls = () if parts.has("indicator") else (parts.known.controls,)
    found = {
        at
        for names in (parts.known.milestones, parts.known.plants, *controls)
        for hit in parts.hits(names)[:5]
        if hit.coverage > 0.45
        for at in hit.at
    }
    products = {word for product in parts.known.products for word in product.casefold().split()}
    return found | {at for at, word in enumerate(parts.spelt) if word in products}


def about_the_talk(parts: Parts, context: Context | None) -> Question | None:
    if parts.has("topic", "gaps") and not _has_matter(parts):
        return Gaps()
    if parts.has("topic", "help") and not _has_matter(parts):
        return Help()
    if (
        parts.has("topic", "sources")
        and not _has_number(parts)
        and not (parts.has("op", "rank") or parts.has("extreme") or parts.times)
    ):
        about = (context.about or context.command) if context else ""
        return Sources(about)
    if _is_timeline(parts):
        return Timeline(parts.value("category"))
    if (
        parts.has("talk", "greets")
        and not parts.times
        and not parts.unread
        and not any(mark.kind not in ("talk", "ask", "side") for mark in parts.marks)
    ):
        return Help(thanked=any(word in _THANKS for word in parts.spelt))
    return None


_THANKS = folded("thanks thank thankyou thx shukriya dhanyavad धन्यवाद शुक्रिया")


def _is_timeline(parts: Parts) -> bool:
    """'Show me the timeline', of the milestones or of nothing said; that of the controls is theirs."""
    if not any(word in _TIMELINE for word in parts.spelt) or parts.unread or parts.times or parts.countries:
        return False
    other = parts.has("topic", "controls", "capacity", "plants", "news") or parts.has("indicator")
    return not other and not parts.organisation and not parts.place


_TIMELINE = folded("timeline timelines समयरेखा टाइमलाइन")


def _has_matter(parts: Parts) -> bool:
    named = (
        parts.place
        or parts.organisation
        or any(hit.at & parts.unread for hit in parts.hits(parts.known.milestones)[:3])
    )
    return bool(
        named
        or _knows_term(parts)
        or _has_number(parts)
        or parts.has("topic", "milestones", "capacity", "plants", "controls", "news")
    )


def _has_number(parts: Parts) -> bool:
    return (
        parts.has("indicator") or (parts.has("measure") and not parts.has("measure", "value")) or bool(parts.countries)
    )


# ---------------------------------------------------------------- terms


def _knows_term(parts: Parts) -> bool:
    """'What do you know about dysprosium?' asks for the word of the field, not for help."""
    return parts.has("ask", "define") and _term(parts) is not None


def term(parts: Parts) -> Question | None:
    """'What does tpa mean?', 'NdFeB kya hota hai?', 'FY का मतलब?'; 'what is X' where X is a word of the field and no number of ours."""
    asked, named = parts.has("ask", "means") or _asks_what_a_code_holds(parts), _term(parts)
    if not named:
        return _no_term(parts) if asked else None
    name, at, end = named
    if name == "HS code" and (code := _code_of(parts)):
        return Term(code)
    if parts.word(end - 1).endswith("ed") and not asked and end - at == 1:
        return None  # 'what is suspended' asks for a list
    if asked and not _has_other_matter(parts.without("ask"), at, end):
        return Term(name)
    if (
        not (_defines(parts) or _is_all(parts, at, end))
        or _has_other_matter(parts, at, end)
        or _says_more(parts, at, end)
    ):
        return None
    inside = [mark for mark in parts.marks if mark.start >= at and mark.end <= end]
    number = any(mark.kind == "indicator" and mark.value in _TRADED for mark in inside) or any(
        mark.kind in ("measure", "topic", "stage", "ask") for mark in inside
    )
    definite = any(
        parts.word(place) in ("the", "our", "current", "total", "india", "kul", "कुल", "हमारा", "भारत")
        for place in range(max(0, at - 2), at)
    )
    return (
        None
        if number and (definite or not _defines(parts) or not parts.word(at).isascii() or parts.times)
        else Term(name)
    )


def _asks_what_a_code_holds(parts: Parts) -> bool:
    """'What goods does HS 2846 cover?'"""
    return (
        bool(parts.codes) and parts.word(0) in ("what", "which", "kya") and any(word in _HOLDS for word in parts.spelt)
    )


_HOLDS = folded("cover covers include includes comprise comprises contain contains hold holds mean means")


def _no_term(parts: Parts) -> Question | None:
    """A word whose meaning is asked for, and that the glossary does not have."""
    if parts.times or parts.countries or parts.has("indicator") or parts.has("unit") or parts.has("measure"):
        return None
    words = [word.raw for word in parts.words if word.text not in _ASKING and not word.mark]
    return Unknown("nothing", about=" ".join(words)) if 0 < len(words) <= _SHORT_TERM else None


_SHORT_TERM = 4
_ASKING = frozenset(
    [
        "what",
        "does",
        "do",
        "is",
        "the",
        "a",
        "an",
        "of",
        "mean",
        "means",
        "meaning",
        "define",
        "definition",
        "explain",
        "kya",
        "ka",
        "matlab",
        "hota",
        "hai",
        "hoti",
        "का",
        "मतलब",
        "क्या",
        "है",
        "होता",
        "अर्थ",
    ]
)
_HEADINGS = {"magnets": "8505", "oxides": "2846", "metals": "280530"}


def _code_of(parts: Parts) -> str:
    """The term for the code of a product: 'HS code for magnets'."""
    heading = _HEADINGS.get(parts.value("product"), "")
    return parts.known.terms_by_word.get((heading,), "")


def _has_other_matter(parts: Parts, at: int, end: int) -> bool:
    """Whether a number, a time or a country is spoken of beside the term."""

    def beside(start: int, stop: int) -> bool:
        return stop <= at or start >= end

    if any(beside(time.start, time.end) and time.kind != "now" for time in parts.times):
        return True
    if any(beside(country.start, country.end) for country in parts.countries):
        return True
    means = {at for at, word in enumerate(parts.spelt) if word in ("mean", "means", "meaning")}
    kinds = ("indicator", "op", "extreme", "unit", "axis", "percent")
    matter = [mark for mark in parts.marks if mark.kind in kinds or (mark.kind == "ask" and mark.value == "much")]
    return any(beside(mark.start, mark.end) and mark.start not in means for mark in matter)


def _says_more(parts: Parts, at: int, end: int) -> bool:
    """Whether any word beside the term means something of its own."""
    beside = [place for place in parts.unread if not at <= place < end]
    if len(beside) > explains(parts):
        return True
    lead = {mark for mark in parts.all("field", "status") if mark.start == 0 and mark.end <= at}  # 'what about X'
    return any(not _is_quiet(mark) and mark not in lead and (mark.start < at or mark.end > end) for mark in parts.marks)


def scheme(parts: Parts) -> Question | None:
    """'What is the scheme?', 'who runs it?': its own term, where nothing else of it is asked."""
    name = parts.known.terms_by_word.get(("magnet", "scheme"), "")
    asked = _defines(parts) or parts.has("ask", "means", "by_company") or parts.has("field", "who")
    asked = asked or any(word in _RUNNING for word in parts.spelt)
    if is_about_outlay(parts):
        return None
    if not (name and asked and parts.has("scheme")) or parts.times or parts.unread:
        return None
    other = {"indicator", "unit", "op", "topic", "status", "stage", "said", "percent", "extreme"}
    said = any(mark.kind in other and parts.word(mark.start) not in _RUNNING for mark in parts.marks)
    return None if parts.countries or said else Term(name)


_RUNNING = folded(
    "runs administers administer implements implementing nodal ministry mantralaya chalata chalati मंत्रालय चलाता चलाती"
)


def _is_all(parts: Parts, at: int, end: int) -> bool:
    """A term by itself: 'NdFeB?', 'and FY?'"""
    return all(at <= place < end or word in _SMALL for place, word in enumerate(parts.spelt)) and not parts.times


_SMALL = frozenset(
    [
        "and",
        "what",
        "about",
        "the",
        "a",
        "an",
        "of",
        "is",
        "aur",
        "to",
        "toh",
        "phir",
        "or",
        "और",
        "तो",
        "फिर",
        "क्या",
        "kya",
        "hai",
        "है",
        "how",
    ]
)


def _is_quiet(mark: Mark) -> bool:
    return (
        mark.kind in ("side", "bare", "talk", "said")
        or (mark.kind == "topic" and mark.value == "statements")
        or (mark.kind == "ask" and mark.value in ("define", "means", "list", "much"))
    )


def explains(parts: Parts) -> bool:
    """Whether it asks what something is good for."""
    return any(word in _EXPLAINING for word in parts.spelt) or parts.has("said", "uses")


_EXPLAINING = folded(
    "use uses role purpose why important importance significance matter matters function add added contain contains kaam upyog istemal "
    "bhumika mahatva kyon kyun zaruri काम उपयोग इस्तेमाल भूमिका महत्व क्यों जरूरी"
)


def _defines(parts: Parts) -> bool:
    """'What is', in either language; 'what's' too; and what something is good for."""
    if explains(parts) and not parts.has("topic", "milestones", "plants", "capacity", "controls"):
        return True
    return parts.has("ask", "define") or any(word.text == "what" and word.possessive for word in parts.words)


def _term(parts: Parts) -> tuple[str, int, int] | None:
    """The longest term in these words: its name, and where it stands."""
    texts = [word.text for word in parts.words]
    table = parts.known.terms_by_word
    for code in parts.codes:
        for length in (8, 6, 4):
            if len(code.value) >= length and (name := table.get((code.value[:length],))):
                return name, code.start, code.end
    for length in range(min(6, len(texts)), 0, -1):
        for at in range(len(texts) - length + 1):
            for forms in (texts[at : at + length], list(parts.spelt[at : at + length])):
                name = table.get(tuple(word for word in forms if word not in ("-", "'")))
                if name and not (length == 1 and texts[at] in _ORDINARY):
                    return name, at, at + length
    return _misspelt_term(parts) if _defines(parts) or parts.has("ask", "means") else None


def _misspelt_term(parts: Parts) -> tuple[str, int, int] | None:
    """A term of one long word that a slip of the finger is in."""
    table = parts.known.terms_by_word
    long = tuple(words[0] for words in table if len(words) == 1 and len(words[0]) >= _LONG_TERM)
    for at in sorted(parts.unread):
        text = parts.words[at].text
        meant = nearest(text, long) if len(text) >= _LONG_TERM - 1 else None
        if meant:
            return table[(meant,)], at, at + 1
    return None


_LONG_TERM = 6  # letters


_SHORT_NAME = 3  # letters
_NAMED_PART = 0.2  # the same, beside a word of saying
_SPEAKER = 0.3  # how much of a speaker's name and office is said
_ORDINARY = frozenset(
    [
        "partner",
        "source",
        "resources",
        "budget",
        "subsidy",
        "delay",
        "delays",
        "slip",
        "slipped",
        "operational",
        "pause",
        "metal",
        "metals",
        "oxide",
        "oxides",
        "processing",
        "refining",
    ]
)


# ---------------------------------------------------------------- news and what was said


def news(parts: Parts) -> Question | None:
    happening = any(parts.word(mark.end - 1) in ("happening", "lately") for mark in parts.all("topic", "news"))
    if not (parts.has("topic", "news") or _asks_what_changed(parts)) or (
        happening and (parts.place or parts.organisation or looks_ahead(parts))
    ):
        return None
    topic = {"export_control": "export_control", "policy": "policy", "trade": "trade", "mining": "mining"}.get(
        parts.value("category"), ""
    )
    words = [parts.words[at].raw for at in sorted(parts.unread)] + [country.name for country in parts.countries]
    if not topic and not words:
        topic = "capacity" if parts.has("topic", "capacity", "plants") else ""
    return News(topic, " ".join(words))


def _asks_what_changed(parts: Parts) -> bool:
    """'What changed this morning?', of nothing or of a topic of the news; 'what changed in imports' asks for numbers."""
    lately = all(
        time.period is None or time.relative or parts.today in (time.period.start, time.period.end)
        for time in parts.times
    )
    number = (
        _has_number(parts)
        or parts.has("unit")
        or parts.has("product")
        or parts.has("topic", "milestones", "capacity", "plants")
    )
    return parts.has("topic", "changed") and lately and not number


def said(parts: Parts) -> Question | None:
    """What was said on a topic that has words of its own, where the record holds something on it."""
    found = [mark for mark in parts.all("said") if mark.value in parts.known.topics]
    if not found or _is_of_a_term(parts, found[-1].value):
        return None
    dated = any(not any(mark.covers(time.start) for mark in found) for time in parts.times)
    number = dated or parts.has("unit") or parts.has("percent") or parts.has("op", "change")
    return None if number and found[-1].value not in _IN_NUMBERS else Statements(topic=found[-1].value)


_IN_NUMBERS = ("scheme_terms", "budget")  # topics whose statements hold the numbers themselves


def _is_of_a_term(parts: Parts, topic: str) -> bool:
    """'What is terbium used for' asks of a word of the field, not of magnets."""
    ours = any(word.startswith(_MAGNETS) for word in parts.spelt)
    return topic == "uses" and _term(parts) is not None and not ours


_MAGNETS = ("magnet", "chumbak", "चुंबक", "मैग्नेट")


def spoken(parts: Parts) -> Question | None:
    """What somebody said, who is named beside a word of saying; with what they were asked of."""
    if not parts.has("topic", "statements"):
        return None
    speaker = _speaker(parts, _NAMED_PART)
    return Statements(topic=parts.value("indicator"), speaker=speaker) if speaker else None


def _speaker(parts: Parts, least: float) -> str:
    """Whoever is named, by words that mean nothing else."""
    for hit in parts.hits(parts.known.speakers):
        own = [at for at in hit.at if at in parts.unread and _is_a_name(parts, at)]
        if own and (hit.coverage >= least or len(own) > 1):
            return hit.name
    return ""


def _is_a_name(parts: Parts, at: int) -> bool:
    """Long enough to name somebody, or an acronym; the 'net' of an address is neither."""
    word = parts.words[at]
    return len(word.text) > _SHORT_NAME or word.raw.isupper()


def statements(parts: Parts) -> Question | None:
    """What somebody said, or what was said on a topic: found by the words of the statements themselves."""
    speaker = _speaker(parts, _SPEAKER)
    if speaker:
        return Statements(speaker=speaker)
    votes: dict[str, float] = {}
    for hit in parts.hits(parts.known.sayings)[:8]:
        topic = parts.known.saying_topics[hit.key]
        votes[topic] = max(votes.get(topic, 0.0), hit.weight)
    if not votes:
        return None
    topic = max(votes, key=lambda name: votes[name])
    enough = 5.0 if parts.has("topic", "statements") else 8.0
    return Statements(topic=topic) if votes[topic] >= enough else None
