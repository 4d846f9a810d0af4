"""Who does what a verb tells: a state, a firm of its own will, or nobody named. Says nothing of what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.news.words import STOP

if TYPE_CHECKING:
    from bot.news.lexicon import Mention
    from bot.news.reading import Passage

_OUTRIGHT = ("blacklist", "sanction", "penal", "punish", "ब्लैक", "प्रति", "制")
_LISTS = ("list", "blacklist", "सूची")


def shut_out(passage: Passage, verb: Mention) -> Mention | None:
    """The firm that a state puts on its list, bars or sanctions: the state before the verb, the firm after it, or the
    passive. A weak verb ('adds', 'bars') needs the list, or dual-use goods, by name."""
    states = [m for m in passage.said("state", "organ") if m.start < verb.start or _said_by(passage, m)]
    firms = [m for m in passage.said("firm", "company") if passage.main(m)]
    listed = any(word.text in _LISTS for word in passage.words) or passage.said("control", "control_list")
    foreign = verb.text.startswith("target") and any(m.has("state") and m.start == verb.end for m in passage.mentions)
    if not states or not firms or not (listed or foreign or verb.text.startswith(_OUTRIGHT)):
        return None
    after = [m for m in firms if m.start >= verb.end]
    return (after or firms)[0] if after or verb.form == "ed" else None


def _said_by(passage: Passage, actor: Mention) -> bool:
    """Whether an actor stands as the doer of a passive, or owns the list: 'by China', 'China's list'."""
    before = passage.words[actor.start - 1].text if actor.start else STOP
    return before in ("by", "to", "on")


def by_state(passage: Passage, verb: Mention) -> bool:
    """Whether a state does it: the last actor before the verb, or nobody in the passive."""
    clause = passage.stops[verb.start]
    before = [m for m in passage.mentions if m.end <= verb.start and passage.stops[m.start] == clause]
    doers = [m for m in before if m.concept.family == "actors" and not _aim(passage, m)]
    return doers[-1].has("state", "organ") if doers else verb.form == "ed"


def firms_own(passage: Passage, verb: Mention) -> bool:
    """Whether a firm of its own will stops or starts its trade: nobody told it to."""
    clause = passage.stops[verb.start]
    before = [m for m in passage.mentions if m.end <= verb.start and passage.stops[m.start] == clause]
    told = (
        any(m.has("may", "intends") for m in before)
        or passage.words[min(verb.end, len(passage.words) - 1)].text == "by"
    )
    doers = [m for m in before if m.concept.family == "actors" and not _aim(passage, m)]
    told = told or verb.text.startswith(("must", "now need", "will need"))
    return bool(doers) and not told and doers[-1].has("firm", "company", "user") and not doers[-1].has("state", "organ")


def _aim(passage: Passage, actor: Mention) -> bool:
    return actor.start > 0 and passage.words[actor.start - 1].text in ("to", "on", "for", "from", "by", "of", "in")
