"""Why an item was told or not, and to whom; who tells a story; and what a reply to an alert asks about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot import telling
from bot.chat.posts import Post, plain, split
from bot.chat.tidings import say
from bot.chat.turn import Refusal
from bot.look import cards, told
from bot.look.html import link
from bot.look.pages import escape
from bot.look.periods import format_day
from bot.look.phrases import say as look
from bot.look.reasons import reason
from storage.correspondence import Debt, Role
from storage.newsitems import Fate

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from bot.chat.alerts import Alerts
    from bot.chat.courier import Courier
    from bot.chat.turn import Turn
    from bot.news.bulletins import Bulletin
    from storage import Store
    from storage.newsitems import FoundItem, Story
    from storage.records import Plant

_LONGEST: Final = 12  # words of a question about an alert; longer ones are questions of their own
_NAMED: Final = 10  # chats that are named to admins

_AMOUNTS: Final = r"\d|\bhow much\b|\bkitn|कितन"  # a question for the record, though it may say 'before'

# What a reply asks, tried in this order: 'was it new before' asks about before.
_ASKS: Final = {
    "before": r"\b(?:before|previous|previously|earlier|until now|pehle|pahle)\b|पहले|पूर्व",
    "plants": r"\b(?:plants?|factor(?:y|ies)|works|units?|milestones?|projects?|sanyantr\w*|karkhan\w*)\b"
    r"|संयंत्र|कारखान|पड़ाव",
    "sources": r"\b(?:sources?|who (?:says|said|reports)|outlets?|kisne|srot)\b|स्रोत|किसने",
    "why": r"\b(?:why|kyu|kyun|kyon)\b|क्यों",
    "new": r"\b(?:new|fresh|first|known|old|again|naya|nayi|purana)\b|नया|नई|पुरान|पहली",
}


@dataclass(frozen=True, slots=True)
class Explaining:
    store: Store
    courier: Courier
    alerts: Alerts

    # ---- /why and the buttons

    async def command(self, turn: Turn) -> None:
        """/why LINK, or /why in reply to an alert."""
        found = self._item(turn)
        story = self.store.news.story(found.story) if found.story else None
        await self.courier.reply(turn, split("\n".join(self._why(turn, found, story))))

    def _item(self, turn: Turn) -> FoundItem:
        address = re.search(r"\S+\.\S+", turn.text)
        if address is None:
            lead = self._lead(self.story_of(turn))
            if lead is None:
                raise Refusal(say("why_how", turn.language))
            return lead
        url = address[0].strip("<>()")
        found = self.store.news.by_link(url)
        if found is None:
            raise Refusal(say("why_never", turn.language, url=url[:200]))
        return found

    def story_of(self, turn: Turn) -> Story | None:
        """The story that the message replied to shows."""
        if not turn.reply_to:
            return None
        subject = self.store.talk.subject(turn.chat.number, turn.reply_to)
        kind, _, number = subject.partition(":")
        return self.store.news.story(int(number)) if kind == "story" and number.isdecimal() else None

    def _lead(self, story: Story | None) -> FoundItem | None:
        if story is None:
            return None
        items = self.store.news.items_of(story.number)
        return next((each for each in items if each.number == story.lead), items[0] if items else None)

    async def why(self, turn: Turn) -> str:
        """*Why this?*"""
        story = self._story(turn)
        lead = self._lead(story)
        if lead is None:
            raise Refusal(say("gone", turn.language))
        await self.courier.reply(turn, split("\n".join(self._why(turn, lead, story))))
        return ""

    async def sources(self, turn: Turn) -> str:
        """*Sources*: everyone who tells it."""
        await self.courier.reply(turn, self._sources(turn, self._story(turn)))
        return ""

    def _sources(self, turn: Turn, story: Story) -> tuple[Post, ...]:
        text = telling.story_sources(self.store, story.number, self.alerts.hearer(turn.chat))
        if not text:
            raise Refusal(say("gone", turn.language))
        return split(text)

    def _story(self, turn: Turn) -> Story:
        story = self.store.news.story(int(turn.data)) if turn.data.isdecimal() and len(turn.data) < 10 else None
        if story is None:
            raise Refusal(say("gone", turn.language))
        return story

    # ---- why, in words

    def _why(self, turn: Turn, found: FoundItem, story: Story | None) -> list[str]:
        language = turn.language
        watch = self.store.watches.get(found.watch)
        judged = (
            say(
                "why_judged",
                language,
                topic=look(f"topic_{found.topic}", language),
                urgency=look(f"urgency_{found.urgency}", language),
                why=reason(found.why, language),
            )
            if found.relevant
            else say("why_aside", language, why=reason(found.why, language))
        )
        lines = [
            judged,
            say("why_found", language, time=self._time(turn, found.found), watch=watch.name if watch else "?"),
            say(f"fate_{found.fate}", language),
        ]
        if story is not None and found.fate is not Fate.ASIDE:
            lines += self._heard(turn, story)
        return [f"<b>{link(found.item.title, found.item.url)}</b>", *map(escape, lines)]

    def _heard(self, turn: Turn, story: Story) -> list[str]:
        """Whether this chat was told, and how many others; admins see which, in private."""
        owed = [each for each in self.store.outbox.of_subject(f"story:{story.number}") if each.part == 1]
        chats = list(dict.fromkeys(each.chat for each in owed if each.state is Debt.SENT))
        said = say("told_others", turn.language, count=len(chats))
        if chats and turn.role is Role.ADMIN and turn.chat.private:
            names = ", ".join(self.store.chats.get(each).title for each in chats[:_NAMED])
            said += f": {names}" + ("…" if len(chats) > _NAMED else "")
        mine = [each for each in owed if each.chat == turn.chat.number]
        if sent := next((each for each in mine if each.state is Debt.SENT), None):
            return [say("told_here", turn.language, time=self._time(turn, sent.created)), said]
        waits = any(each.state in (Debt.PENDING, Debt.SENDING, Debt.RETRY, Debt.UNKNOWN) for each in mine)
        return [say("owed_here", turn.language) if waits else self._untold(turn, story), said]

    def _untold(self, turn: Turn, story: Story) -> str:
        """Why this chat heard nothing."""
        language = turn.language
        if self.store.news.muted(turn.chat.number, story, turn.now):
            return say("muted_here", language)
        follows = [each.urgency for each in self.store.chats.follows(turn.chat.number) if each.topic is story.topic]
        least = min(follows, key=lambda each: each.rank, default=None)
        if least is not None and least.rank <= story.urgency.rank:
            return say("not_told_here", language)
        word = (
            say("least", language, urgency=look(f"urgency_{least}", language)) if least else say("least_none", language)
        )
        topic = look(f"topic_{story.topic}", language)
        return say(
            "not_followed", language, topic=topic, least=word, urgency=look(f"urgency_{story.urgency}", language)
        )

    def _time(self, turn: Turn, at: datetime) -> str:
        zone = self.alerts.hearer(turn.chat).zone
        return f"{format_day(at.astimezone(zone).date(), language=turn.language)}, {told.clock(at, zone)}"

    # ---- replies to an alert

    async def about(self, turn: Turn, story: Story) -> bool:
        """Answer a reply to an alert that asks about it; False when it asks something else."""
        text = turn.text.casefold()
        asks = next((name for name, pattern in _ASKS.items() if re.search(pattern, text)), None)
        lead = self._lead(story)
        if asks is None or lead is None or len(text.split()) > _LONGEST or re.search(_AMOUNTS, text):
            return False
        answers: dict[str, Callable[[], tuple[Post, ...]]] = {
            "before": lambda: split("\n".join(self._earlier(turn, story))),
            "plants": lambda: split("\n".join(self._plants(turn, story))),
            "sources": lambda: self._sources(turn, story),
            "why": lambda: split("\n".join(self._why(turn, lead, story))),
            "new": lambda: (plain("\n".join(self._new(turn, story, lead))),),
        }
        await self.courier.reply(turn, answers[asks]())
        return True

    def _new(self, turn: Turn, story: Story, lead: FoundItem) -> list[str]:
        count = len(self.store.news.items_of(story.number))
        grown = story.development > 1
        said = say(
            "new_grown" if grown else "new_first",
            turn.language,
            time=self._time(turn, story.news or story.opened if grown else story.opened),
            first=self._time(turn, story.opened),
            n=story.development,
            count=look("source_count", turn.language, count=count) if count > 1 else say("one_source", turn.language),
        )
        published = lead.item.published
        zone = self.alerts.hearer(turn.chat).zone
        day = format_day(published.astimezone(zone).date(), language=turn.language) if published else ""
        return [said, say("dated", turn.language, day=day)] if day else [said]

    def _earlier(self, turn: Turn, story: Story) -> list[str]:
        """The control that it touches, as it stood before, with its history."""
        made, hearer = self._bulletin(turn, story), self.alerts.hearer(turn.chat)
        lines = []
        for touched in made.touched:
            standing = cards.control_standing(touched.control, hearer.today(turn.now), hearer.voice)
            lines.append(f"{link(touched.control.title, touched.control.source.url)}: {escape(standing)}")
            earlier = self.store.controls.history(touched.control.number)
            lines += [
                f"• {escape(format_day(each.state.as_of.date(), language=turn.language))}: "
                f"{escape(cards.control_status(each, hearer.voice))}"
                for each in earlier
                if each.state and touched.control.state and each.state.version < touched.control.state.version
            ]
        if not lines:
            return [escape(say("before_none", turn.language))]
        return [f"<b>{escape(say('before', turn.language))}</b>", *lines]

    def _plants(self, turn: Turn, story: Story) -> list[str]:
        made, hearer = self._bulletin(turn, story), self.alerts.hearer(turn.chat)
        text = " ".join(f"{item.title} {item.summary}" for item in made.items).casefold()
        named = [each for each in self.store.plants.all() if _names(text, each)]
        hanging = [milestone for touched in made.touched for milestone in touched.milestones]
        lines = []
        if named:
            lines.append(f"<b>{escape(say('plants_touched', turn.language))}</b>")
            lines += [cards.plant_line(each, hearer.voice) for each in named]
        if hanging:
            lines.append(f"<b>{escape(say('plants_hang', turn.language))}</b>")
            lines += [cards.milestone_line(each, hearer.today(turn.now), hearer.voice) for each in hanging]
        return lines or [escape(say("plants_none", turn.language))]

    def _bulletin(self, turn: Turn, story: Story) -> Bulletin:
        made = telling.story_bulletin(self.store, story)
        if made is None:
            raise Refusal(say("gone", turn.language))
        return made


def _names(text: str, plant: Plant) -> bool:
    """Whether a text names a plant, or the body that builds it."""
    names = (plant.name, plant.organisation)
    return any(len(name) > 2 and re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", text) for name in names)
