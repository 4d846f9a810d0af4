"""English words in all their forms: what a lexicon's verb or noun looks like in a headline. Knows grammar, not news."""

from __future__ import annotations

_VOWELS = "aeiou"

# Past and participle of the verbs that do not take -ed.
_IRREGULAR_ROWS = """
    bar barred; begin began begun; bid bid; bite bit bitten; break broke broken; bring brought; build built; buy
    bought; choose chose chosen; come came; cut cut; deal dealt; dig dug; draw drew drawn; fall fell fallen; find
    found; forbid forbade forbidden; freeze froze frozen; get got gotten; give gave given; go went gone; grow grew
    grown; hit hit; hold held; hurt hurt; keep kept; lead led; lend lent; let let; make made; meet met; pay paid;
    put put; ready readied; rein reined; rise rose risen; run ran; say said; see saw seen; seek sought; sell sold;
    set set; shoot shot; shrink shrank shrunk; shut shut; sink sank sunk; slide slid; spend spent; split split;
    strike struck; sweep swept; swell swelled swollen; take took taken; tell told; think thought; tie tied; win won;
    withdraw withdrew withdrawn; withhold withheld; write wrote written
"""
_IRREGULAR = {verb: tuple(past) for verb, *past in (row.split() for row in _IRREGULAR_ROWS.split(";"))}
_DOUBLED = frozenset({"permit", "submit", "commit", "refer", "defer", "equip", "kick start"})


def plural(noun: str) -> str:
    """The plural of a noun phrase: its last word bends.

    >>> plural("trade pact"), plural("policy")
    ('trade pacts', 'policies')
    """
    return _with_s(noun)


def verb_forms(verb: str) -> list[tuple[str, str]]:
    """A verb phrase in its forms; the first word bends.

    >>> verb_forms("roll back")[1:]
    [('s', 'rolls back'), ('ing', 'rolling back'), ('ed', 'rolled back')]
    """
    head, space, tail = verb.partition(" ")
    after = space + tail
    forms = [("base", head), ("s", _with_s(head)), ("ing", _stem(head) + "ing")]
    past = _IRREGULAR.get(head) or (_past(head),)
    return [(form, word + after) for form, word in (*forms, *(("ed", word) for word in past))]


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _past(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ied"
    return _stem(word) + "ed"


def _stem(word: str) -> str:
    """What -ing is put to: the last letter doubled, or its mute e left off."""
    if word.endswith("ie"):
        return word[:-2] + "y"
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return word[:-1]
    short = len(word) > 2 and word[-1] not in "aeiouwxy" and word[-2] in _VOWELS and word[-3] not in _VOWELS
    one_vowel = sum(letter in _VOWELS for letter in word) == 1
    return word + word[-1] if word in _DOUBLED or (short and one_vowel) else word
