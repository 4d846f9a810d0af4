"""Which part of a long affair a headline tells: the period that a number is for, how far a works has come, by what kind
of rule trade is held. Two reports that name different parts tell different events, whatever words they share.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.news.words import STOP, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.news.reading import Passage

_YEARS = (1990, 2099)
_AIMED = listed("by until till before through")  # a year that is aimed at is no period
_ORDINALS = {"first": "1", "1st": "1", "second": "2", "2nd": "2", "third": "3", "3rd": "3", "fourth": "4"}
_COUNTED = listed("half batch quarter tranche round phase edition list quota quotas allotment allocation auction")
_GAP = 4  # words: 'the second rare earth export quota'
_QUARTERS = listed("q1 q2 q3 q4")


def periods(title: Passage) -> frozenset[str]:
    """The years, halves, quarters and batches that a title names: '2012', 'half 2', 'quarter 3'; of a summary all but
    the years, which tell what was."""
    found = frozenset(_periods([word.text for word in title.words]))
    return found if title.heading else frozenset(name for name in found if not name.isdigit())


def _periods(cut: list[str]) -> Iterator[str]:
    for at, word in enumerate(cut):
        after = cut[at + 1] if at + 1 < len(cut) else STOP
        if word.isdigit() and len(word) == 4 and _YEARS[0] <= int(word) <= _YEARS[1]:
            if at == 0 or cut[at - 1] not in _AIMED:
                yield word
        elif word in _ORDINALS and (counted := _counted(cut[at + 1 : at + 1 + _GAP])):
            yield f"{counted} {_ORDINALS[word]}"
        elif word in ("first", "last") and cut[at + 1 : at + 3] == ["six", "months"]:
            yield f"half {1 if word == 'first' else 2}"
        elif word in _QUARTERS:
            yield f"quarter {word[1]}"
        elif word in ("h1", "h2"):
            yield f"half {word[1]}"
        elif word in ("1", "2") and after in ("h", "half"):
            yield f"half {word}"
        elif word == "h" and after in ("1", "2"):
            yield f"half {after}"


def _counted(after: list[str]) -> str:
    """What is counted by an ordinal, in the same clause."""
    clause = after[: after.index(STOP)] if STOP in after else after
    return next((word.removesuffix("s") for word in clause if word in _COUNTED), "")


def apart_in_time(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both name a part of time of one sort, and another."""
    if not (one and other):
        return False
    sorts = {_sort(name) for name in one} & {_sort(name) for name in other}
    return any(
        {n for n in one if _sort(n) == sort}.isdisjoint({n for n in other if _sort(n) == sort}) for sort in sorts
    )


def _sort(name: str) -> str:
    return name.partition(" ")[0] if not name.isdigit() else "year"


_BEGIN = listed(
    "begin begins began start starts started starting commence commences commenced launch launches launched"
)
_MADE = listed("production output manufacturing")
_MADE_BY = listed("line hub scheme programme push quota")  # such may be launched on paper
_RAISED = listed("construction building groundwork works")
_STOPPED = listed(
    "scrap scraps scrapped cancel cancels cancelled canceled shelve shelves shelved abandon abandons abandoned axes axed"
)
_NEAR = 6  # words between the beginning and what is begun


def stages(title: Passage) -> frozenset[str]:
    """How far a works has come, where the title tells of one."""
    if not title.said("works"):
        return frozenset()
    return frozenset(_stages([word.text for word in title.words]))


def _stages(cut: list[str]) -> Iterator[str]:
    for at, word in enumerate(cut):
        near = set(cut[at + 1 : at + 1 + _NEAR])
        if word in _BEGIN and near & _RAISED:
            yield "raised"
        elif word in _BEGIN and near & _MADE and not _MADE_BY & set(cut[at + 2 : at + 2 + _NEAR]):
            yield "makes"
        elif word in _STOPPED:
            yield "given up"


# The kinds of rule by which trade is held, by the words for them.
_KINDS = {
    "quota": listed("quota quotas"),
    "tracking": listed("tracking track tracks traceability trace"),
    "report": listed("report reporting information disclose disclosure declare declaration"),
    "tax": listed("tax taxes duty duties levy"),
    "lists": listed("blacklist blacklists blacklisted entity entities"),
    "know-how": listed("technology technologies tech know-how equipment techniques"),
}


def kinds(title: Passage) -> frozenset[str]:
    """By what kind of rule trade is held, where the title speaks of one."""
    rules = title.said("control", "curb", "trade", "rule")
    places = {at for rule in rules for at in range(rule.start - _BESIDE, rule.end + _BESIDE)}
    said = {
        word.text
        for at, word in enumerate(title.words)
        if at in places and any(title.stops[at] == title.stops[rule.start] for rule in rules)
    }
    return frozenset(kind for kind, names in _KINDS.items() if said & names)


_BESIDE = 4  # words between a rule and the word for its kind, in one clause
