"""How soon someone may have to act. Judges the event, never its age, and never reads a clock.

urgent: something changed - a rule made, eased, suspended, a licence granted, a state's announced ban, a step of the
magnet scheme itself, a Budget measure that names rare earths. routine: analysis, opinion, explainers. notable: all
other news.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.news.deeds import Event, events
from bot.news.words import listed
from storage.newsitems import Topic, Urgency

if TYPE_CHECKING:
    from bot.news.reading import Passage, Reading

_CHANGED = ("did", "will")
_STEPS = frozenset({"approve", "notify", "tender_open", "tender_drop", "extend_bid", "award", "launch"})


def urgency_of(reading: Reading, topic: Topic) -> tuple[Urgency, str]:
    """The urgency, and why in words."""
    if (words := _thinking(reading)) and not (topic is Topic.EXPORT_CONTROL and _told_first(reading)):
        return Urgency.ROUTINE, f"analysis or explanation ('{words}')"
    if topic is Topic.EXPORT_CONTROL and (verb := _rule_changed(reading)):
        return Urgency.URGENT, f"a rule changed ('{verb}')"
    if topic is Topic.EXPORT_CONTROL and (words := _new_rule(reading.title)):
        return Urgency.URGENT, f"a new rule is named ('{words}')"
    if topic is Topic.EXPORT_CONTROL and (words := _settled(reading)):
        return Urgency.URGENT, f"states settled how the rules shall be ('{words}')"
    if verb := _duty_changed(reading.title):
        return Urgency.URGENT, f"a duty on the goods changed ('{verb}')"
    if topic is Topic.POLICY and (words := _output_ruled(reading.title)):
        return Urgency.URGENT, f"a rule on what a state's own works turn out ('{words}')"
    if verb := _scheme_step(reading):
        return Urgency.URGENT, f"a step of the magnet scheme itself ('{verb}')"
    if words := _budget_measure(reading):
        return Urgency.URGENT, f"a Budget measure that names the subject ('{words}')"
    return Urgency.NOTABLE, "news, but no rule changed"


def thinks(reading: Reading) -> bool:
    """Whether it thinks about events rather than tells one; such a piece is a story of its own."""
    return bool(_thinking(reading)) and not _told_first(reading)


def _thinking(reading: Reading) -> str:
    """The words that show an explainer or an opinion, '' for news."""
    title = reading.title
    if title.words and title.words[0].text in _ASKING:
        return title.words[0].raw
    if _news_first(title):
        return ""

    said = any(event.act == "talk" and event.main for event in events(title)) and bool(title.said("state", "organ"))
    marks = [m.text for m in title.said("routine") if not (said and m.text in _DUTIES)]
    marks += [w.raw for w in title.words if w.raw in "?？"]
    return marks[0] if marks else ""


_DUTIES = frozenset({"must", "should", "ought to", "needs to", "need to", "time to"})  # said by a state, they are news
_ASKING = listed("how why what")  # a headline that opens so explains, whatever it tells on the way


def _news_first(title: Passage) -> bool:
    """Whether a first clause tells somebody's deed, whatever is asked after it ('... cuts output; how will it ...?')."""
    closed = [at for at, word in enumerate(title.words) if word.raw in ".;,:"]
    if not closed:
        return False
    doers = [m for m in title.said("state", "organ", "firm", "user") if m.start < closed[0]]
    deeds = [event for event in events(title) if event.main and event.mood == "did" and event.at < closed[0]]
    thought = [mention for mention in title.said("routine") if mention.start < closed[0]]
    return bool(doers and deeds and not thought)


def _told_first(reading: Reading) -> bool:
    """A changed rule is told in the headline's opening, whatever is thought about it afterwards; explainers open
    otherwise."""
    if reading.title.named("explains") or (reading.title.words and reading.title.words[0].text in _ASKING):
        return False
    return any(_changes_rule(event) and event.mood == "did" and event.at <= _OPENING for event in events(reading.title))


_OPENING = 8
# What a title tells of a rule without any change; where it tells none of these, the summary may say what changed.
_OTHERWISE = listed("talk weigh hit keep agree promise approve rise fall restrict ease grant")
_CHANGES = frozenset({"restrict", "ease", "grant"})


def _rule_changed(reading: Reading) -> str:
    told = events(reading.title)
    asked = bool(reading.title.words) and reading.title.words[-1].raw in "?？"
    changed = [event for event in told if _changes_rule(event) and not (asked and event.mood == "will")]
    if not changed and not any(event.main for event in told):
        changed = [event for event in told if event.act in _CHANGES and event.mood == "did"]
    if not changed and not any(event.main and event.act in _OTHERWISE for event in told):
        changed = [event for event in events(reading.summary)[:2] if _changes_rule(event)]
    return changed[0].verb if changed else ""


def _changes_rule(event: Event) -> bool:
    enforced = event.object is not None and event.object.has("enforced")
    made_known = event.act == "keep" and event.object is not None and event.object.has("level")  # the next quota
    changes = event.act in _CHANGES or made_known
    return event.main and event.mood in _CHANGED and changes and not enforced


_NEW = listed("new fresh additional more tougher stricter tighter sweeping नए नई नया")
_NEAR = 3  # words from such a word to the rule


def _new_rule(title: Passage) -> str:
    """A rule called new, or put in a notification, in a headline that tells nothing else of it."""
    if any(_otherwise(title, event) for event in events(title)):
        return ""
    if named := _quota_named(title) or _amended(title) or _announcement(title):
        return named
    if not title.said("state", "organ"):
        return ""
    notified = any(event.act == "notify" and event.mood == "did" and event.main for event in events(title))
    for rule in title.said("control"):
        before = {word.raw for word in title.words[max(0, rule.start - _NEAR) : rule.start]}
        if title.main(rule) and (notified or before & _NEW or rule.text.startswith("announcement")):
            return rule.text
    return ""


def _otherwise(title: Passage, event: Event) -> bool:
    """Whether the title tells something else of the rule than that it is there: talk, thought, or harm to a buyer."""
    if not event.main or event.act not in ("talk", "hit", "weigh", "keep", "agree"):
        return False
    of_rule = any(
        rule.end == event.at
        or (event.verb == "hit" and event.at < rule.start and title.words[event.at + 1].text == "by")
        for rule in title.said("control")  # 'new controls target ...', 'hit by new controls'
    )
    return not of_rule or (event.act == "hit" and bool(title.said("user", "company")))


def _quota_named(title: Passage) -> str:
    """The quota of exports for a year or a half, named with no verb: 'rare earth export quota for 2012'."""
    quotas = [m for m in title.said("level") if title.main(m) and not m.has("tax")]
    dated = any(word.number and len(word.text) == _YEAR for word in title.words) or any(
        word.text in _HALVES for word in title.words
    )
    moved = any(event.main and event.act in ("rise", "fall") for event in events(title))
    return quotas[0].text if quotas and dated and not moved else ""


_YEAR = 4  # digits
_HALVES = listed("half batch quarter h1 h2 1h 2h")


def _announcement(title: Passage) -> str:
    """The numbered announcement that a title is the name of."""
    for text in title.said("control"):
        numbered = any(word.number for word in title.words[text.end : text.end + 2])
        if "announcement" in text.text and numbered and title.main(text):
            return text.text
    return ""


def _amended(title: Passage) -> str:
    """The text of the trade schedule that a title names as amended."""
    texts = [m for m in title.said("control") if title.main(m)]
    return texts[0].text if texts and any(word.text.startswith("amend") for word in title.words) else ""


def _settled(reading: Reading) -> str:
    """The holder of the goods and a buyer settle, in so many words, how the rules shall be."""
    title = reading.title
    parties = {m.concept.of or m.name for m in title.said("state", "organ") if title.main(m)}
    if "china" not in parties or len(parties) < 2:
        return ""
    settled = [m for m in title.named("agree") if m.form == "noun" and m.text.rstrip("s") in _SETTLED]
    verbs = [word for word in title.words if word.text.startswith(_SETTLES)]
    held = any(event.main and event.mood in ("may", "not") for event in events(title))
    return settled[0].text if settled and verbs and not held else ""


_SETTLED = listed("framework consensus truce deal agreement pact accord")
_SETTLES = ("confirm", "finali", "reach", "sign", "seal", "implement", "conclud", "clinch", "agree", "ink")


def _duty_changed(title: Passage) -> str:
    """A state's tax at the border on goods of ours."""
    if not title.said("core", "magnet") or not title.said("state", "organ"):
        return ""
    taxed = [e for e in events(title) if e.act == "tax" and e.main and e.mood in _CHANGED]
    return taxed[0].verb if taxed else ""


def _output_ruled(title: Passage) -> str:
    """The rule on mines and smelters that the title tells as made, or is the name of."""
    rules = [mention for mention in title.said("output") if title.main(mention)]
    told = [event for event in events(title) if event.main]
    made = any(event.act in ("notify", "launch") and event.mood == "did" for event in told)
    if not rules or not (made or rules[0].start == 0):
        return ""
    return rules[0].text


def _scheme_step(reading: Reading) -> str:
    """A step of the scheme for rare earth magnets, said to be done."""
    title = reading.title
    scheme = [m for passage in reading.passages for m in passage.said("scheme", "tender")] or title.named("india_organ")
    scheme = scheme or (title.named("organ") if any(event.act == "award" for event in events(title)) else [])
    ours = title.said("magnet") or (reading.summary.said("magnet") and title.said("core"))
    if not scheme or not ours or _foreign(title):
        return ""
    told = events(title)
    if title.said("scheme") and title.said("scheme")[0].start == 0 and not any(e.act in _SPOKEN for e in told):
        return title.said("scheme")[0].text  # the text itself, under its own title
    opened = {
        event.at for event in told if event.act in ("tender_open", "extend_bid")
    }  # to float a tender is to open it
    weighs = [event.at for event in told if event.act == "weigh"]
    wished = {*weighs} - opened  # 'proposes' makes known, but is no step
    wished |= {at + 1 for at in weighs}  # 'drafts guidelines'
    if any(event.act == "weigh" and event.verb in _NOT_YET for event in told) and not opened:
        return ""
    steps = [e for e in told if e.act in _STEPS and e.mood == "did" and e.main and e.at not in wished]
    if any(event.act == "bids_received" for event in told):
        steps = [event for event in steps if event.act not in ("launch", "tender_open")]  # bids opened, not bidding
    if not title.said("scheme", "tender"):
        steps = [event for event in steps if event.act != "launch"]  # a works, not the scheme
    if not steps and not any(event.main and event.act in _INSTEAD for event in told):
        steps = _steps_in(reading.summary)
    return steps[0].verb if steps else ""


def _steps_in(summary: Passage) -> list[Event]:
    """The step that the first words of a summary tell, where the title tells none."""
    if not summary.said("scheme", "tender"):
        return []
    first = [event for event in events(summary)[:2] if event.main and event.mood == "did"]
    weighed = any(event.act in ("weigh", "bids_received", "talk") for event in first)
    return [] if weighed else [event for event in first if event.act in _STEPS - {"launch"}]


_INSTEAD = listed("talk weigh bids_received hit find rise fall build invest agree")
_SPOKEN = listed("talk weigh invest hit find")
_NOT_YET = frozenset(
    {"soon", "likely", "set to", "gearing up", "at final stage", "in the works", "on the anvil", "जल्द", "jald"}
)


def _foreign(title: Passage) -> bool:
    """Another state's scheme: it is news, but no step of ours."""
    states = {mention.concept.of or mention.name for mention in title.said("state", "organ") if title.main(mention)}
    return bool(states - {"", "organ", "india", "china"}) and "india" not in states


def _budget_measure(reading: Reading) -> str:
    budget = reading.title.said("budget")
    if not budget or not any(passage.said("core") for passage in reading.passages):
        return ""
    return budget[0].text
