"""Reads questions of the words of the field: what is coercivity, what is terbium good for, what is the scheme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.asking.questions import Question, Term, Unknown
from bot.asking.spelling import nearest
from bot.asking.subjects import is_about_outlay
from bot.asking.words import folded

if TYPE_CHECKING:
    from bot.asking.marks import Mark
    from bot.asking.parts import Parts

# Terms that are also numbers or lists of ours: 'what is the outlay' wants the amount.
_TRADED = ("imports", "exports", "demand", "reserves", "mine_output", "outlay", "import_dependence", "balance")


def knows_term(parts: Parts) -> bool:
    """'What do you know about dysprosium?' asks for the word of the field, not for help."""
    return parts.has("ask", "define") and named_term(parts) is not None


def term(parts: Parts) -> Question | None:
    """'What does tpa mean?', 'NdFeB kya hota hai?', 'FY का मतलब?'; 'what is X' where X is a word of the field and no number of ours."""
    asked, named = parts.has("ask", "means") or _asks_what_a_code_holds(parts), named_term(parts)
    if not named:
        return _no_term(parts) if asked else None
    name, at, end = named
    if not asked and _is_a_title(parts, end - at):
        return None
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


def _is_a_title(parts: Parts, length: int) -> bool:
    """Whether a milestone or plant is said in full, by more words than the term in it."""
    return any(
        hit.coverage >= _IN_FULL and len(hit.at) >= max(length, _SOME)
        for names in (parts.known.milestones, parts.known.plants)
        for hit in parts.hits(names)[:1]
    )


_IN_FULL, _SOME = 0.95, 2


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


def named_term(parts: Parts) -> tuple[str, int, int] | None:
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
