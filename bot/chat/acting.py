"""What stands under *More* of an alert: put it on record, change a control by it, mute, say that it is not for us.

more:N -> its buttons in place of the usual ones -> mute:story:N -> for how long -> back
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from bot import telling
from bot.chat.posts import Button, Buttons, Post, plain
from bot.chat.tidings import say
from bot.chat.turn import Refusal
from bot.chat.writes import noted
from bot.look import told
from bot.look.periods import format_day
from bot.look.phrases import say as look
from bot.record import lines, things
from bot.record.cells import MOST_TITLE
from bot.record.drafts import Draft
from bot.record.known import gather
from bot.record.phrases import note
from bot.record.whens import find_when
from storage import NotFound
from storage.correspondence import Role
from storage.newsitems import Topic
from storage.phrased import phrased
from storage.records import Category, Control, ControlStatus, MilestoneStatus

if TYPE_CHECKING:
    from datetime import date

    from bot.chat.alerts import Alerts
    from bot.chat.courier import Courier
    from bot.chat.recorder import Recorder
    from bot.chat.rights import Rights
    from bot.chat.turn import Turn
    from storage import Store
    from storage.newsitems import Story

NOT_FOR_US: Final = "not for us"
_SPANS: Final = {"1": "for_a_day", "7": "for_a_week", "30": "for_a_month", "0": "for_good"}
_FITTING: Final = {
    Topic.EXPORT_CONTROL: Category.EXPORT_CONTROL,
    Topic.POLICY: Category.POLICY,
    Topic.CAPACITY: Category.PLANT,
    Topic.TRADE: Category.TRADE,
    Topic.MINING: Category.MINING,
}
_UNTIL: Final = re.compile(r"\b(?:until|till|through)\s+(.+)$", re.IGNORECASE)
_MOST_CONTROLS: Final = 8


@dataclass(frozen=True, slots=True)
class Acting:
    store: Store
    courier: Courier
    alerts: Alerts
    recorder: Recorder
    rights: Rights

    # ---- More, and back

    async def more(self, turn: Turn) -> str:
        story = self._story(turn, turn.data)
        await self._show(turn, story, self._acts(turn, story))
        return ""

    async def less(self, turn: Turn) -> str:
        """*Back*: the usual buttons."""
        await self._show(turn, self._story(turn, turn.data), ())
        return ""

    async def _show(self, turn: Turn, story: Story, buttons: Buttons) -> None:
        posts = self.alerts.story_posts(story.number, turn.chat, turn.now, buttons)
        if not posts:
            raise Refusal(say("gone", turn.language))
        await self.courier.edit(turn, posts[-1])

    def _acts(self, turn: Turn, story: Story) -> Buttons:
        """In a group everyone sees the same; in private each what they may do."""
        language, number = turn.language, story.number
        topic = look(f"topic_{story.topic}", language)
        writes = [Button(say("log_it", language), f"mlog:{number}")]
        if story.topic is Topic.EXPORT_CONTROL:
            writes.append(Button(say("update_control", language), f"uctl:{number}"))
        mutes = (
            Button(say("mute_story", language), f"mute:story:{number}"),
            Button(say("mute_topic", language, topic=topic), f"mute:topic:{number}"),
        )
        last = Button(say("not_for_us", language), f"nope:{number}"), Button(say("back", language), f"less:{number}")
        may_write = turn.role is Role.ADMIN or not turn.chat.private
        return (*((tuple(writes),) if may_write else ()), mutes, last)

    # ---- mutes and feedback

    async def mute(self, turn: Turn) -> str:
        """`mute:story:N` asks for how long, `mute:story:N:7` does it."""
        await self.rights.check(turn)
        what, _, rest = turn.data.partition(":")
        number, _, days = rest.partition(":")
        story = self._story(turn, number)
        if what not in ("story", "topic") or (days and days not in _SPANS):
            raise Refusal(say("gone", turn.language))
        if not days:
            row = [Button(say(key, turn.language), f"mute:{what}:{number}:{each}") for each, key in _SPANS.items()]
            back = Button(say("back", turn.language), f"less:{number}")
            await self._show(turn, story, (tuple(row[:2]), tuple(row[2:]), (back,)))
            return ""
        until = turn.now + timedelta(days=int(days)) if days != "0" else None
        with noted(self.store, turn, "mute", phrased(f"muted_{what}", number=story.number), "mutes"):
            if what == "story":
                self.store.news.mute(turn.chat.number, story=story.number, until=until)
                self.store.outbox.withdraw(subject=f"story:{story.number}", chat=turn.chat.number)
            else:
                self.store.news.mute(turn.chat.number, topic=story.topic, until=until)
        await self._show(turn, story, ())
        if until is None:
            return say("muted_for_good", turn.language)
        zone = self.alerts.hearer(turn.chat).zone
        day = format_day(until.astimezone(zone).date(), language=turn.language)
        return say("muted_until", turn.language, day=day)

    async def object(self, turn: Turn) -> str:
        """*Not for us*: kept for admins, once a person."""
        story = self._story(turn, turn.data)
        self.store.news.object(turn.chat.number, turn.person.number, story.number, NOT_FOR_US, turn.now)
        return say("noted", turn.language)

    # ---- into the record

    async def log(self, turn: Turn) -> str:
        """*Log as milestone*: an entry with the headline, and the article as its evidence."""
        story = self._story(turn, turn.data)
        await self.recorder.begin(turn, self.draft(turn, story))
        return ""

    def draft(self, turn: Turn, story: Story) -> Draft:
        """The entry that a story makes; what its headline does not tell is guessed from its topic, and shown so."""
        made = telling.story_bulletin(self.store, story)
        if made is None:
            raise Refusal(say("gone", turn.language))
        title = told.short(made.headline.replace("|", "-"), MOST_TITLE - 1)
        url = made.items[0].url
        read = lines.read_log(f"{title} | {url}", gather(self.store), self._today(turn))
        if not isinstance(read, Draft):
            cells = {"title": title, "status": str(MilestoneStatus.PLANNED), "source_url": url}
            read = Draft("log", lines.KIND, cells, missing=("category",))
        category = _FITTING.get(story.topic)
        if "category" in read.missing and category:
            guess = note("guessed", field="category", value=category)
            read = read.saying(category=str(category)).noting(guess)
        return replace(read, story=story.number)

    async def control(self, turn: Turn) -> str:
        """*Update control*: which (`uctl:N`), what it is now (`uctl:N:C`), and the entry (`uctl:N:C:suspended`)."""
        number, _, rest = turn.data.partition(":")
        chosen, _, status = rest.partition(":")
        story = self._story(turn, number)
        if not chosen:
            await self._which_control(turn, story)
            return ""
        control = self._control(turn, chosen)
        if not status:
            await self.courier.edit(turn, self._which_status(turn, story, control))
            return ""
        await self._change_control(turn, story, control, ControlStatus(status))
        return ""

    async def _which_control(self, turn: Turn, story: Story) -> None:
        made = telling.story_bulletin(self.store, story)
        touched = [each.control for each in made.touched] if made else []
        candidates = touched or list(made.candidates if made else ())
        if not candidates:
            raise Refusal(say("no_control", turn.language))
        if len(candidates) == 1:
            post = self._which_status(turn, story, candidates[0])
        else:
            rows = [
                [Button(f"#{each.number} {each.title}"[:60], f"uctl:{story.number}:{each.number}")]
                for each in candidates[:_MOST_CONTROLS]
            ]
            post = plain(say("which_control", turn.language), *rows)
        await self.courier.reply(replace(turn, press=""), [post])

    def _which_status(self, turn: Turn, story: Story, control: Control) -> Post:
        row = [
            Button(str(each).replace("_", " "), f"uctl:{story.number}:{control.number}:{each}")
            for each in ControlStatus
        ]
        return plain(say("what_now", turn.language, title=f"#{control.number} {control.title}"), row[:2], row[2:])

    async def _change_control(self, turn: Turn, story: Story, control: Control, status: ControlStatus) -> None:
        made = telling.story_bulletin(self.store, story)
        url = made.items[0].url if made else ""
        until = until_of(made.headline if made else "", self._today(turn))
        parts = [f"#{control.number}", str(status), *([f"until {until}"] if until else []), url]
        read = things.read_control(" | ".join(filter(None, parts)), gather(self.store), self._today(turn))
        await self.courier.unbutton(turn)
        await self.recorder.begin(turn, replace(read, story=story.number) if isinstance(read, Draft) else read)

    # ---- within

    def _story(self, turn: Turn, number: str) -> Story:
        story = self.store.news.story(int(number)) if number.isdecimal() and len(number) < 10 else None
        if story is None:
            raise Refusal(say("gone", turn.language))
        return story

    def _control(self, turn: Turn, number: str) -> Control:
        try:
            control: Control = self.store.controls.get(int(number))
        except NotFound as none:
            raise Refusal(say("gone", turn.language)) from none
        return control

    def _today(self, turn: Turn) -> date:
        return self.alerts.hearer(turn.chat).today(turn.now)


def until_of(headline: str, today: date) -> str:
    """The day until which something holds, where the headline names one; '' where it names none."""
    after = _UNTIL.search(headline)
    found = find_when(after[1], today) if after else None
    return found.period.text if found and found.start == 0 else ""
