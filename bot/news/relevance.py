"""Does an item bear on the supply of rare earths or their magnets? Broad critical-mineral schemes and pacts count;
other minerals alone do not."""

from __future__ import annotations

from calendar import month_name
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.news.deeds import events
from bot.news.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.news.lexicon import Mention
    from bot.news.reading import Passage, Reading

_EARLY = 45  # words of the summary in which a subject counts as the item's own


@dataclass(frozen=True, slots=True)
class Bearing:
    """Whether the item is ours, and the subject (or the reason why not) in words."""

    relevant: bool
    subject: str


def bearing(reading: Reading) -> Bearing:
    """The first of these tests that has an answer decides."""
    for test in (_by_core_in_title, _by_core_in_summary, _by_broad, _by_loose_magnet, _by_pact, _by_rule):
        found = test(reading)
        if found is not None:
            return found
    return Bearing(relevant=False, subject=_absence(reading))


def _by_core_in_title(reading: Reading) -> Bearing | None:
    core = reading.title.said("core", "kin")
    if not core:
        return None
    found = any(
        event.act == "find" and event.main for event in events(reading.title)
    )  # a treasure trove found is ground
    if not found and _elsewhere(reading) and _industry(reading) < max(1, len(_leisure(reading))):
        return Bearing(relevant=False, subject="its words belong to another world than supply: " + _elsewhere(reading))
    if _science_alone(reading):
        return Bearing(relevant=False, subject="a laboratory's result with no word of supply")
    return Bearing(relevant=True, subject=_subject(core))


def _by_core_in_summary(reading: Reading) -> Bearing | None:
    core = [mention for mention in reading.summary.said("core") if mention.start < _EARLY]
    if not core or reading.title.said("noise"):
        return None
    if _elsewhere(reading) and _industry(reading) < 3:
        return None
    if _science_alone(reading):
        return Bearing(relevant=False, subject="a laboratory's result with no word of supply")
    if reading.title.said("other") and not reading.title.said("broad", "loose") and _times(core) < 2:
        return Bearing(relevant=False, subject="another mineral's news; rare earths stand only in passing")
    return Bearing(relevant=True, subject=_subject(core))


def _by_broad(reading: Reading) -> Bearing | None:
    broad = [mention for passage in reading.passages for mention in passage.said("broad")]
    if not broad:
        return None
    if any(mention.has("control_list") for mention in reading.title.said("broad")) and not reading.title.said("other"):
        return Bearing(relevant=True, subject="dual-use goods, the list that rare earths stand on")
    if not reading.title.said("broad") and (reading.title.said("other") or not _scheme_or_pact(reading.summary)):
        return None
    if any(_scheme_or_pact(passage) for passage in reading.passages):
        return Bearing(relevant=True, subject="critical minerals as a group")
    return None


def _by_loose_magnet(reading: Reading) -> Bearing | None:
    loose = reading.title.said("loose") or reading.summary.said("loose")
    if not loose or reading.title.said("noise") or _elsewhere(reading):
        return None
    acts = {event.act for event in events(reading.title)}
    ruled = bool(reading.title.said("state", "organ")) and bool(acts & _OF_SUPPLY)
    return Bearing(relevant=True, subject="magnets for industry") if ruled or _industry(reading) >= 2 else None


_OF_SUPPLY = {"restrict", "ease", "grant", "tax", "build", "invest", "hit", "rise", "fall", "send"}


def _by_pact(reading: Reading) -> Bearing | None:
    """Two states that agree on minerals of no said kind: rare earths are what such pacts are for."""
    title = reading.title
    named = [mention for mention in title.said("state", "organ") if mention.concept.of or mention.has("state")]
    states = {mention.concept.of or mention.who for mention in named}
    if (
        title.said("group")
        and len(states) > 1
        and not title.said("other")
        and any(event.act in ("agree", "restrict", "ease") for event in events(title))
    ):
        return Bearing(relevant=True, subject="a pact or a rule on minerals")
    return None


def _by_rule(reading: Reading) -> Bearing | None:
    """China's export rules with no goods named: since 2025 they are first of all about rare earths."""
    title = reading.title
    actors = [mention for mention in title.mentions if mention.concept.family == "actors"]
    controls = title.said("control") or [m for m in title.said("permission") if "export" in m.text]
    if not controls or title.said("other") or not actors:
        return None
    rule = controls[0]
    before = [m for m in actors if m.start <= rule.start and m.has("state", "organ")]
    near = [m for m in before if rule.start - m.end <= _OWNED]  # "... out of China's export licences"
    whose = [m for m in (actors[0], *near) if m.name in ("china", "china_organ") and m.start <= rule.start]
    if not whose or not _unnamed_goods(title, rule):
        return None
    return Bearing(relevant=True, subject="China's export rules")


_OWNED = 2  # words between a state and its rule
_PLAIN = listed("""
    rare strategic
    from under with more new its all some key latest broader tighter sweeping formal certain the on an a , of to last
    one two three four five six seven eight nine ten
""") | {month.lower() for month in month_name[1:]}
_MORE = listed("on of over")


def _unnamed_goods(title: Passage, control: Mention) -> bool:
    """Whether the rule is named without goods: 'China suspends export controls', not 'China lifts urea export
    curbs'."""
    known = {
        at
        for mention in title.mentions
        if mention.concept.family in ("actors", "acts")
        for at in range(mention.start, mention.end)
    }
    before = control.start - 1
    if before >= 0 and before not in known and title.words[before].text not in _PLAIN:
        return False
    after = title.words[control.end].text if control.end < len(title.words) else ""
    return after not in _MORE and title.text.isascii()


def _scheme_or_pact(passage: Passage) -> bool:
    """A state's plan, rule, money or agreement; or ground that it offers."""
    if passage.said("plan", "control", "curb", "tariff"):
        return True
    acts = {event.act for event in events(passage)}
    if any(mention.text in _OFFERED for mention in passage.named("find")):
        return True
    if passage.said("state", "organ") and acts & {
        "agree",
        "invest",
        "talk",
        "find",
        "launch",
        "approve",
        "weigh",
        "award",
    }:
        return True
    return "agree" in acts and not passage.said("firm", "company", "other")


_OFFERED = listed("auction auctions tranche block blocks")  # ground that a state offers


def _industry(reading: Reading) -> int:
    words = {mention.text for passage in reading.passages for mention in passage.said("industry")}
    states = {mention.concept.of or mention.who for mention in reading.title.said("state", "organ")} - {"organ"}
    titled = bool(reading.title.said("organ")) + bool(reading.title.said("scheme", "tender", "control"))
    named = bool(reading.title.said("user", "firm", "tender"))
    laboratory = any(passage.said("science") for passage in reading.passages)  # four tesla are no carmaker
    named = named or (bool(reading.summary.said("user", "firm")) and not laboratory)
    return len(words) + 2 * named + (len(states) > 1) + titled


def _elsewhere(reading: Reading) -> str:
    """The words that put it in another world, '' when none do."""
    return ", ".join(_first(sorted(_leisure(reading))))


def _leisure(reading: Reading) -> set[str]:
    return {mention.text for passage in reading.passages for mention in passage.said("leisure", "noise")}


def _science_alone(reading: Reading) -> bool:
    science = {mention.text for passage in reading.passages for mention in passage.said("science")}
    return bool(science) and _industry(reading) <= len(science) // 2


def _times(mentions: list[Mention]) -> int:
    """How often something is said; one word in two forms is said once."""
    return len({mention.start for mention in mentions})


def _subject(core: list[Mention]) -> str:
    return ", ".join(_first(mention.who if mention.has("each") else mention.text for mention in core))


def _first(names: Iterable[str], most: int = 3) -> list[str]:
    return list(dict.fromkeys(names))[:most]


def _absence(reading: Reading) -> str:
    if noise := _elsewhere(reading):
        return f"its words belong to another world than supply: {noise}"
    other = _first(mention.text for passage in reading.passages for mention in passage.said("other"))
    if other:
        return f"other minerals alone: {', '.join(other)}"
    return "nothing in it names rare earths, their magnets or critical minerals"
