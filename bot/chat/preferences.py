"""/settings: how a chat wishes to be spoken to, when it is left in peace, and what it muted; all by buttons.

In a group they belong to our admins and the group's own administrators.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot import telling
from bot.chat.digesting import days_words
from bot.chat.following import heard
from bot.chat.guide import HEARS, LANGUAGES, NUMBERS, Guide
from bot.chat.office import say as office
from bot.chat.phrases import say as common
from bot.chat.posts import Button, Buttons, Post
from bot.chat.tidings import say
from bot.chat.turn import Refusal
from bot.chat.writes import noted
from bot.look.pages import escape
from bot.look.periods import format_day
from bot.look.phrases import say as look
from bot.news.hours import zone_of
from bot.news.slots import Days
from storage.phrased import phrased

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from bot.chat.alerts import Alerts
    from bot.chat.courier import Courier
    from bot.chat.rights import Rights
    from bot.chat.turn import Turn
    from storage import Store
    from storage.correspondence import Chat, NumberWatch
    from storage.news import Mute

QUIET: Final = {"22": "22:00-07:00", "21": "21:00-08:00", "23": "23:00-06:00", "none": ""}
REMINDERS: Final = {"30.7.1": "30,7,1", "7.1": "7,1", "1": "1", "none": ""}
_HOURS: Final = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(?:-|–|to|se|से)\s*(\d{1,2})(?:[:.](\d{2}))?")
_QUIET_WORDS: Final = re.compile(r"\b(?:quiet|shant)\b|शांत", re.IGNORECASE)
# A wish, its value, and the words for it.
_TYPED: Final = tuple(
    (wish, value, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE))
    for wish, value, words in (
        ("language", "hi", "hi|hindi|हिंदी|हिन्दी"),
        ("language", "en", "en|english|अंग्रेज़ी|अंग्रेजी"),
        ("numbers", "indian", "lakh|crore|indian|लाख|करोड़"),
        ("numbers", "world", "million|billion|world|मिलियन"),
    )
)


@dataclass(frozen=True, slots=True)
class Preferences:
    """`wish` says in words what a watch on a number waits for."""

    store: Store
    courier: Courier
    guide: Guide
    alerts: Alerts
    rights: Rights
    wish: Callable[[Chat, NumberWatch, datetime, str], str]

    async def command(self, turn: Turn) -> None:
        """/settings, or a wish in words: /settings quiet 22-7, /settings language hi, /settings numbers million."""
        if turn.text:
            await self.rights.check(turn)
            self._wish(turn, **self._typed(turn))
        await self.courier.reply(turn, [self.post(turn)])

    def _typed(self, turn: Turn) -> dict[str, str | int]:
        """What the words wish; Refusal where they wish nothing that there is."""
        if _QUIET_WORDS.search(turn.text):
            return {"quiet": self._hours(turn)}
        found = next(((wish, value) for wish, value, words in _TYPED if words.search(turn.text)), None)
        if found is None:
            raise Refusal(say("set_how", turn.language))
        return {found[0]: found[1]}

    def _hours(self, turn: Turn) -> str:
        """The quiet hours that were typed, as they are kept; '' for none."""
        found = _HOURS.search(turn.text)
        if found is None:
            return ""
        begin, begin_minute, end, end_minute = (int(part or 0) for part in found.groups())
        if max(begin, end) > 23 or max(begin_minute, end_minute) > 59 or (begin, begin_minute) == (end, end_minute):
            raise Refusal(say("set_quiet", turn.language, value="/settings quiet 22-7"))
        return f"{begin:02}:{begin_minute:02}-{end:02}:{end_minute:02}"

    def _wish(self, turn: Turn, **wishes: str | int) -> None:
        said = ", ".join(f"{name} = {value}" for name, value in wishes.items())
        with noted(self.store, turn, "settings", said, "chats"):
            self.store.chats.wish(turn.chat.number, wishes)

    # ---- presses

    async def press(self, turn: Turn) -> str:
        """`set:WHAT` shows the choices, `set:WHAT:VALUE` takes one."""
        what, _, value = turn.data.partition(":")
        if what == "help":
            await self.guide.help(turn)
            return ""
        if what == "all":
            await self.courier.reply(turn, [self.post(turn)])
            return ""
        await self.rights.check(turn)
        if not value:
            await self.courier.edit(turn, self._choices(turn, what))
            return ""
        self._take(turn, what, value)
        await self.courier.edit(turn, self.post(turn))
        return common("saved", turn.language)

    def _choices(self, turn: Turn, what: str) -> Post:
        rows: list[list[Button]]
        if what == "hears":
            language = turn.language
            rows = [[Button(_first_large(office(f"hears_{name}", language)), f"set:hears:{name}")] for name in HEARS]
        elif what == "quiet":
            none = say("quiet_none", turn.language)
            rows = [[Button(hours or none, f"set:quiet:{name}") for name, hours in QUIET.items()][:4]]
            rows = [rows[0][:2], rows[0][2:]]
        elif what == "reminders":
            rows = [
                [Button(_steps(steps, turn.language), f"set:reminders:{name}")] for name, steps in REMINDERS.items()
            ]
        else:
            raise Refusal(common("stale", turn.language))
        back = Button(say("back", turn.language), "set:back:1")
        return Post(self._text(turn, self.store.chats.get(turn.chat.number)), (*map(tuple, rows), (back,)))

    def _take(self, turn: Turn, what: str, value: str) -> None:
        """One choice; Refusal where there is no such choice any more."""
        kept: dict[str, Mapping[str, str | int]] = {
            "language": {name: name for name in LANGUAGES},
            "numbers": {name: name for name in NUMBERS},
            "quiet": QUIET,
            "reminders": REMINDERS,
            "quiet_waits": {"0": 0, "1": 1},
        }
        if what == "hears" and value in HEARS:
            self.guide.hear(turn, value)
        elif what == "unmute" and value.isdecimal():
            with noted(self.store, turn, "mute", phrased("unmuted"), "mutes"):
                self._done(turn, self.store.news.unmute(turn.chat.number, int(value)))
        elif what == "unwatch" and value.isdecimal():
            with noted(self.store, turn, "settings", phrased("number_unwatched"), "number_watches"):
                self._done(turn, self.store.schedules.unwatch_number(turn.chat.number, int(value)))
        elif value in kept.get(what, {}):
            self._wish(turn, **{what: kept[what][value]})
        elif what != "back":
            raise Refusal(common("stale", turn.language))

    def _done(self, turn: Turn, done: bool) -> None:
        if not done:
            raise Refusal(common("done_before", turn.language))

    # ---- how it stands

    def post(self, turn: Turn) -> Post:
        chat = self.store.chats.get(turn.chat.number)
        return Post(self._text(turn, chat), self._buttons(turn, chat))

    def _text(self, turn: Turn, chat: Chat) -> str:
        language = chat.language or turn.language
        zone = str(zone_of(chat, self.alerts.zone))
        lines = [
            say("set_language", language, value=LANGUAGES[chat.language or "en"]),
            say("set_numbers", language, value=NUMBERS.get(chat.numbers, chat.numbers)),
            say("set_clock", language, value=zone),
            say("set_quiet", language, value=quiet_words(chat, language)),
            say("set_reminders", language, value=_steps(chat.reminders, language)),
            say("set_told", language, value=self._heard(turn, language)),
            say("set_digest", language, value=self._digest(turn, language)),
        ]
        head = escape(say("settings", language, title=chat.title))
        mutes = [f"{place}. {self._mute(each, language)}" for place, each in enumerate(self._mutes(turn), start=1)]
        watches = [
            f"{place}. {escape(self.wish(chat, each, turn.now, language))}"
            for place, each in enumerate(self.store.schedules.number_watches(chat.number), start=1)
        ]
        parts = [f"<b>{head}</b>", *map(escape, lines)]
        parts += [f"<b>{escape(say('muted', language))}</b>", *mutes] if mutes else []
        parts += [f"<b>{escape(say('numbers_watched', language))}</b>", *watches] if watches else []
        return "\n".join(parts)

    def _heard(self, turn: Turn, language: str) -> str:
        return heard(self.store.chats.follows(turn.chat.number, turn.thread), language) or say("quiet_none", language)

    def _digest(self, turn: Turn, language: str) -> str:
        kept = self.store.schedules.of(turn.chat.number, turn.thread)
        if kept is None:
            return say("quiet_none", language)
        days = days_words(Days.parse(kept.days), language)
        return say("digest_at", language, days=days, hour=kept.hour, zone=kept.zone)

    def _mutes(self, turn: Turn) -> tuple[Mute, ...]:
        return self.store.news.mutes(turn.chat.number, turn.now)

    def _mute(self, mute: Mute, language: str) -> str:
        """What is muted, as HTML, and until when."""
        if mute.topic is not None:
            what = escape(look(f"topic_{mute.topic}", language))
        else:
            story = self.store.news.story(mute.story or 0)
            hearer = self.alerts.hearer(self.store.chats.get(mute.chat))
            what = next(iter(telling.story_lines(self.store, [story], hearer) if story else ()), "?")
        until = say("until", language, day=format_day(mute.until.date(), language=language)) if mute.until else ""
        return f"{what} ({escape(until)})" if until else what

    def _buttons(self, turn: Turn, chat: Chat) -> Buttons:
        language = chat.language or turn.language
        other = "hi" if (chat.language or "en") == "en" else "en"
        style = "world" if chat.numbers == "indian" else "indian"
        rows = [
            [Button(LANGUAGES[other], f"set:language:{other}"), Button(NUMBERS[style], f"set:numbers:{style}")],
            [
                Button(say("quiet_button", language), "set:quiet"),
                Button(say("reminders_button", language), "set:reminders"),
            ],
            [Button(say("hears_button", language), "set:hears"), Button(say("digest_button", language), "dig:show:0")],
        ]
        if chat.quiet:
            key = "send_silently" if chat.quiet_waits else "wait_until"
            end = chat.quiet.partition("-")[2]
            rows[1].append(Button(say(key, language, end=end), f"set:quiet_waits:{int(not chat.quiet_waits)}"))
        unmutes = [
            Button(say("unmute", language, n=place), f"set:unmute:{each.number}")
            for place, each in enumerate(self._mutes(turn), start=1)
        ]
        stops = [
            Button(say("unwatch", language, n=place), f"set:unwatch:{each.number}")
            for place, each in enumerate(self.store.schedules.number_watches(chat.number), start=1)
        ]
        rows += [unmutes[start : start + 4] for start in range(0, len(unmutes), 4)]
        rows += [stops[start : start + 4] for start in range(0, len(stops), 4)]
        return tuple(map(tuple, rows))


def quiet_words(chat: Chat, language: str) -> str:
    """The quiet hours of a chat, and what happens in them."""
    if not chat.quiet:
        return say("quiet_none", language)
    hours = chat.quiet.replace("-", "–")
    end = chat.quiet.partition("-")[2]
    return say("quiet_waits" if chat.quiet_waits else "quiet_silent", language, hours=hours, end=end)


def _steps(steps: str, language: str) -> str:
    """30, 7, 1 days."""
    return say("days_before", language, days=steps.replace(",", ", ")) if steps else say("quiet_none", language)


def _first_large(text: str) -> str:
    return text[:1].upper() + text[1:]
