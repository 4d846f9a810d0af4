"""/digest: when a chat's digest comes and what stands in it; wished for in words or by buttons, shown before saving.

/digest weekdays 9:30 Kolkata -> which Kolkata? -> a draft with its buttons -> Save
"""

from __future__ import annotations

import asyncio
import json
import re
from dataclasses import asdict, dataclass, replace
from datetime import time, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import get_day_names

from bot.chat.phrases import say as common
from bot.chat.posts import Button, Buttons, Post, plain
from bot.chat.tidings import say
from bot.chat.turn import Refusal
from bot.chat.writes import noted
from bot.look.pages import escape, pages
from bot.look.periods import format_day
from bot.look.phrases import say as look
from bot.news.cities import find
from bot.news.digests import Part
from bot.news.slots import BadDays, Days, coming
from bot.news.timetables import read_timetable
from bot.telling import Span
from storage.correspondence import Schedule
from storage.newsitems import Urgency
from storage.phrased import phrased

if TYPE_CHECKING:
    from bot.chat.alerts import Alerts
    from bot.chat.courier import Courier
    from bot.chat.rights import Rights
    from bot.chat.turn import Turn
    from storage import Store
    from storage.correspondence import Draft

KIND: Final = "digest"  # of a draft that this room keeps
DAY: Final = timedelta(days=1)  # what a digest covers where no schedule says
_MONTH_DAY: Final = re.compile(r"\d{1,2}(?:st|nd|rd|th)\b|monthly[:\s]*\d{1,2}\b(?![:.])", re.IGNORECASE)
_NO_HOUR: Final = re.compile(r"\d[\d:.]*")  # left where no hour was read: a number that no clock shows
_DAYS: Final = ("weekdays", "daily", "mon", "monthly")
_HOURS: Final = ("07:00", "08:00", "09:00", "18:00")
_ZONES: Final = ("Asia/Kolkata", "Europe/London", "Asia/Tokyo", "America/New_York")
_LEAST: Final = (Urgency.ROUTINE, Urgency.NOTABLE, Urgency.URGENT)
_NOW: Final = ("now", "abhi", "अभी")
_OFF: Final = ("off", "stop", "none", "band", "बंद")


@dataclass(frozen=True, slots=True)
class Wish:
    """A digest as it will be saved."""

    days: str
    hour: str
    zone: str
    sections: tuple[str, ...] = ()  # empty: all
    urgency: str = Urgency.ROUTINE
    when_empty: str = "line"

    def dumps(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def loads(cls, text: str) -> Wish:
        values = json.loads(text)
        return cls(**{**values, "sections": tuple(values["sections"])})

    @classmethod
    def of(cls, schedule: Schedule) -> Wish:
        return cls(
            schedule.days, schedule.hour, schedule.zone, schedule.sections, schedule.urgency, schedule.when_empty
        )


@dataclass(frozen=True, slots=True)
class Digesting:
    store: Store
    courier: Courier
    alerts: Alerts
    rights: Rights

    # ---- in words

    async def command(self, turn: Turn) -> None:
        """/digest shows how it stands; now, off, or days, an hour and a city."""
        words = turn.text.strip()
        if not words:
            await self.courier.reply(turn, [self._stands(turn)])
            return
        await self.rights.check(turn)
        if words.casefold() in _NOW:
            await self._show(turn)
        elif words.casefold() in _OFF:
            await self.courier.reply(turn, [self._stop(turn)])
        else:
            await self._wished(turn, words)

    async def _wished(self, turn: Turn, words: str) -> None:
        said = read_timetable(words)
        kept = self._kept(turn)
        if said.hour is None and (wrong := _NO_HOUR.search(_MONTH_DAY.sub("", words))):
            example = f"/digest {words.replace(wrong[0], '9:30')[:40]}"
            raise Refusal(say("digest_bad_hour", turn.language, hour=wrong[0], example=example))
        if said.days is None and said.hour is None and (not said.place or kept is None):
            raise Refusal(say("digest_how", turn.language, words=words[:60]))
        if said.hour is None and kept is None:
            example = f"/digest {words[:40]} 9:30"
            raise Refusal(say("digest_no_hour", turn.language, example=example))
        cities = await asyncio.to_thread(find, said.place) if said.place else ()
        if said.place and not cities:
            key = "digest_no_city" if said.days or said.hour else "digest_how"
            raise Refusal(say(key, turn.language, city=said.place[:40], words=words[:60]))
        base = self._base(turn)
        wish = replace(
            base,
            days=said.days.text() if said.days else base.days,
            hour=f"{said.hour:%H:%M}" if said.hour else base.hour,
            zone=cities[0].zone if cities else base.zone,
        )
        number = self._draft(turn, wish)
        if len(cities) > 1:
            rows = [[Button(f"{each.name}, {each.country}", f"dig:city:{number}:{each.zone}")] for each in cities]
            await self.courier.reply(turn, [plain(say("digest_which_city", turn.language, city=cities[0].name), *rows)])
            return
        await self.courier.reply(turn, [self._preview(turn, number, wish)])

    def _kept(self, turn: Turn) -> Schedule | None:
        return self.store.schedules.of(turn.chat.number, turn.thread)

    def _base(self, turn: Turn) -> Wish:
        """What a wish that says only a part of it starts from."""
        kept = self._kept(turn)
        return Wish.of(kept) if kept else Wish("weekdays", "08:00", turn.chat.zone or str(self.alerts.zone))

    def _draft(self, turn: Turn, wish: Wish) -> int:
        return self.store.talk.draft(
            turn.chat.number, turn.thread, turn.person.number, kind=KIND, value=wish.dumps(), now=turn.now
        )

    # ---- by buttons

    async def press(self, turn: Turn) -> str:
        """`dig:show:0`, `dig:new:0`, `dig:now:0`, `dig:stop:0`; of a draft `dig:WHAT:N` and `dig:WHAT:N:VALUE`."""
        what, _, rest = turn.data.partition(":")
        number, _, value = rest.partition(":")
        if what == "show":
            await self.courier.reply(turn, [self._stands(turn)])
            return ""
        await self.rights.check(turn)
        if what == "now":
            await self._show(turn)
        elif what == "stop":
            await self.courier.edit(turn, self._stop(turn))
        elif what == "new":
            wish = self._base(turn)
            await self.courier.edit(turn, self._preview(turn, self._draft(turn, wish), wish))
        else:
            return await self._press_draft(turn, what, number, value)
        return ""

    async def _press_draft(self, turn: Turn, what: str, number: str, value: str) -> str:
        draft = self._open(turn, number)
        wish = Wish.loads(draft.value)
        if what == "save":
            return await self._save(turn, draft, wish)
        if what == "cancel":
            self.store.talk.close_draft(draft.number, "cancelled")
            await self.courier.edit(turn, plain(common("cancelled", turn.language)))
            return ""
        if not value and (choices := self._choices(turn, what, draft.number, wish)):
            back = Button(say("back", turn.language), f"dig:back:{draft.number}:1")
            post = self._preview(turn, draft.number, wish)
            await self.courier.edit(turn, replace(post, buttons=(*choices, (back,))))
            return ""
        wish = self._changed(turn, wish, what, value)
        self.store.talk.change_draft(draft.number, wish.dumps())
        post = self._preview(turn, draft.number, wish)
        if what == "part":
            post = replace(post, buttons=(*self._choices(turn, what, draft.number, wish), *post.buttons[:1]))
        await self.courier.edit(turn, post)
        return ""

    def _choices(self, turn: Turn, what: str, number: int, wish: Wish) -> Buttons:
        """What a button of the draft opens; nothing where it acts at once."""
        language = turn.language
        listed = {
            "days": [(days_words(Days.parse(each), language), each) for each in _DAYS],
            "hour": [(each, each) for each in _HOURS],
            "zone": [(each.partition("/")[2].replace("_", " "), each) for each in _ZONES],
            "part": [
                (("✓ " if each in (wish.sections or tuple(Part)) else "") + say(f"part_{each}", language), str(each))
                for each in Part
            ],
        }.get(what, [])
        buttons = [Button(words, f"dig:{what}:{number}:{value}") for words, value in listed]
        return tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))

    def _changed(self, turn: Turn, wish: Wish, what: str, value: str) -> Wish:
        """The wish with one thing changed; Refusal where the button is none of ours."""
        try:
            match what:
                case "days":
                    return replace(wish, days=Days.parse(value).text())
                case "hour":
                    return replace(wish, hour=f"{time.fromisoformat(value):%H:%M}")
                case "zone" | "city":
                    return replace(wish, zone=str(ZoneInfo(value)))
                case "part":
                    return replace(wish, sections=_toggled(wish.sections, Part(value)))
                case "least":
                    return replace(wish, urgency=_LEAST[(_LEAST.index(Urgency(wish.urgency)) + 1) % len(_LEAST)])
                case "empty":
                    return replace(wish, when_empty="nothing" if wish.when_empty == "line" else "line")
                case "back":
                    return wish
        except (ValueError, BadDays, KeyError) as error:
            raise Refusal(common("stale", turn.language)) from error
        raise Refusal(common("stale", turn.language))

    async def _save(self, turn: Turn, draft: Draft, wish: Wish) -> str:
        with noted(self.store, turn, "digest", f"{wish.days} {wish.hour} {wish.zone}", "schedules", "chats"):
            if not self.store.talk.close_draft(draft.number, "saved"):
                raise Refusal(common("done_before", turn.language))
            self.store.schedules.set(
                turn.chat.number,
                turn.thread,
                days=wish.days,
                hour=wish.hour,
                zone=wish.zone,
                now=turn.now,
                sections=wish.sections,
                urgency=Urgency(wish.urgency),
                when_empty=wish.when_empty,
            )
            if turn.chat.private:
                self.store.chats.wish(turn.chat.number, {"zone": wish.zone})
        await self.courier.edit(turn, self._stands(turn))
        return common("saved", turn.language)

    def _stop(self, turn: Turn) -> Post:
        with noted(self.store, turn, "digest", phrased("digest_off"), "schedules"):
            stopped = self.store.schedules.stop(turn.chat.number, turn.thread)
        return plain(say("digest_off" if stopped else "digest_none", turn.language))

    def _open(self, turn: Turn, number: str) -> Draft:
        draft = self.store.talk.get_draft(int(number)) if number.isdecimal() and len(number) < 10 else None
        if draft is None or draft.kind != KIND or draft.chat != turn.chat.number:
            raise Refusal(common("stale", turn.language))
        if draft.state != "open":
            raise Refusal(common("done_before", turn.language))
        return draft

    # ---- how it looks

    async def _show(self, turn: Turn) -> None:
        """The digest that would be sent now; it leaves the next one as it is."""
        kept = self._kept(turn)
        await self.courier.reply(turn, self._posts(turn, kept))

    def _posts(self, turn: Turn, schedule: Schedule | None) -> tuple[Post, ...]:
        since = schedule.told_until if schedule else turn.now - DAY
        shown = replace(schedule, when_empty="line") if schedule else None
        return tuple(self.alerts.posts(turn.chat, shown, Span(since, turn.now), turn.now))

    def _stands(self, turn: Turn) -> Post:
        kept, language = self._kept(turn), turn.language
        if kept is None:
            new = Button(say("digest_button", language), "dig:new:0")
            return plain(say("digest_none", language), [new, Button(say("digest_show", language), "dig:now:0")])
        row = (
            Button(say("digest_show", language), "dig:now:0"),
            Button(common("change", language), "dig:new:0"),
            Button(say("digest_stop", language), "dig:stop:0"),
        )
        head = f"<b>{escape(say('digest_stands', language))}</b>"
        return Post("\n".join([head, *map(escape, self._lines(turn, Wish.of(kept)))]), (row,))

    def _lines(self, turn: Turn, wish: Wish) -> list[str]:
        language, zone = turn.language, ZoneInfo(wish.zone)
        days, hour = Days.parse(wish.days), time.fromisoformat(wish.hour)
        slot = coming(days, hour, zone, turn.now)
        when = f"{format_day(slot.local.date(), language=language)}, {slot.local:%H:%M}"
        parts = ", ".join(say(f"part_{each}", language) for each in wish.sections) or say("all", language)
        least = look(f"urgency_{wish.urgency}", language)
        return [
            say("digest_at", language, days=days_words(days, language), hour=wish.hour, zone=wish.zone),
            say("digest_next", language, time=when),
            say("digest_sections", language, value=parts),
            say("digest_least", language, value=say("least", language, urgency=least)),
            say(f"digest_empty_{wish.when_empty}", language),
        ]

    def _preview(self, turn: Turn, number: int, wish: Wish) -> Post:
        """The wish, with the digest as it would be now where both fit in one message."""
        language = turn.language
        head = f"<b>{escape(say('digest_preview', language))}</b>"
        text = "\n".join([head, *map(escape, self._lines(turn, wish))])
        shown = self._posts(turn, self._as_schedule(turn, wish))
        whole = f"{text}\n\n<i>{escape(say('digest_would', language))}</i>\n{shown[0].html}" if shown else text
        return Post(whole if len(pages(whole)) == 1 and len(shown) <= 1 else text, self._buttons(turn, number, wish))

    def _as_schedule(self, turn: Turn, wish: Wish) -> Schedule:
        """The wish as if it were saved."""
        kept = self._kept(turn)
        since = kept.told_until if kept else turn.now - DAY
        return Schedule(
            number=0,
            chat=turn.chat.number,
            thread=turn.thread,
            days=wish.days,
            hour=wish.hour,
            zone=wish.zone,
            sections=wish.sections,
            urgency=Urgency(wish.urgency),
            when_empty=wish.when_empty,
            last_slot="",
            since=since,
            told_until=since,
        )

    def _buttons(self, turn: Turn, number: int, wish: Wish) -> Buttons:
        language = turn.language
        least = look(f"urgency_{wish.urgency}", language)
        when = (
            Button(days_words(Days.parse(wish.days), language), f"dig:days:{number}"),
            Button(wish.hour, f"dig:hour:{number}"),
            Button(wish.zone.rpartition("/")[2].replace("_", " "), f"dig:zone:{number}"),
        )
        parts = ", ".join(say(f"part_{each}", language) for each in wish.sections) or say("all", language)
        what = (
            Button(say("digest_sections", language, value=parts)[:60], f"dig:part:{number}"),
            Button(say("digest_least", language, value=least), f"dig:least:{number}:next"),
        )
        empty = (Button(say(f"digest_empty_{wish.when_empty}", language), f"dig:empty:{number}:next"),)
        ends = (
            Button(common("save", language), f"dig:save:{number}"),
            Button(common("cancel", language), f"dig:cancel:{number}"),
        )
        return ends, when, what, empty


def _toggled(sections: tuple[str, ...], part: Part) -> tuple[str, ...]:
    """All of them are kept as none; the last one stays."""
    held = set(sections or tuple(Part)) ^ {part}
    chosen = tuple(str(each) for each in Part if each in held)
    return sections if not chosen else () if len(chosen) == len(Part) else chosen


def days_words(days: Days, language: str) -> str:
    """weekdays, Mon and Thu, monthly on 15."""
    text = days.text()
    if text in _DAY_WORDS:
        return _DAY_WORDS[text].get(language, text)
    if days.month:
        return f"{_DAY_WORDS['monthly'].get(language, 'monthly')} {min(days.month)}"
    names = get_day_names("abbreviated", locale=Locale(language))
    return ", ".join(names[day] for day in sorted(days.week))


_DAY_WORDS: Final = {
    "daily": {"en": "daily", "hi": "रोज़"},
    "weekdays": {"en": "weekdays", "hi": "कार्यदिवस"},
    "weekends": {"en": "weekends", "hi": "सप्ताहांत"},
    "monthly": {"en": "monthly on", "hi": "हर महीने"},
}
