"""/watch: what is watched and how it fares, and by buttons what becomes of a visit that was held; for admins.

/watch | add URL [NAME] [every 10 min] [topic trade] [page] | check N | pause N | resume N | remove N | release N | drop N
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bot.chat.doors import DoorRefused, Doors, WatchWish
from bot.chat.posts import Button, Post, plain, split
from bot.chat.tidings import say
from bot.chat.turn import Refusal
from bot.chat.watchlines import WatchLines
from bot.chat.writes import via
from bot.look.pages import escape
from bot.news.wishes import read_topic
from storage.database import time_text
from storage.newsitems import WatchKind
from storage.phrased import phrased

if TYPE_CHECKING:
    from bot.chat.courier import Courier
    from bot.chat.turn import Turn
    from bot.chat.writes import Writes
    from storage import Store
    from storage.newsitems import Watch

_EVERY: Final = re.compile(
    r"(?:--every[ =]|\bevery )\s*(\d{1,7})\s*(s|sec\w*|m|min\w*|h|hours?)?(?=\s|$)", re.IGNORECASE
)
_TOPIC: Final = re.compile(r"(?:--topic[ =]|\btopic )\s*(\w+(?: control)?)", re.IGNORECASE)
_KIND: Final = re.compile(r"(?:--kind[ =])?\b(feed|page|federal-register)\b(?=\s|$)", re.IGNORECASE)
_SELECTOR: Final = re.compile(r"(?:--selector[ =]|\bselector )\s*(\S+)", re.IGNORECASE)
_UNITS: Final = {"m": 60, "h": 3600}
_MOST_CHECKED: Final = 10
_ACTS: Final = ("check", "pause", "resume", "remove", "release", "drop")


@dataclass(frozen=True, slots=True)
class Watchkeeping:
    store: Store
    courier: Courier
    writes: Writes
    doors: Doors | None
    timezone: str

    async def command(self, turn: Turn) -> None:
        verb, _, rest = turn.text.strip().partition(" ")
        verb = verb.casefold()
        if verb in ("", "list"):
            await self.courier.reply(turn, await self._list(turn))
        elif verb == "add" and rest.strip():
            await self._add(turn, rest.strip())
        elif verb in _ACTS:
            await self._act(turn, verb, self._watch(turn, rest))
        else:
            raise Refusal(say("watch_how", turn.language))

    def _door(self, turn: Turn) -> Doors:
        if self.doors is None:
            raise Refusal(say("watch_how", turn.language))
        return self.doors

    def _watch(self, turn: Turn, words: str) -> Watch:
        number = words.strip().lstrip("#")
        watch = self.store.watches.get(int(number)) if number.isdecimal() and len(number) < 10 else None
        if watch is None:
            raise Refusal(say("watch_unknown", turn.language, number=number[:20] or "?"))
        return watch

    # ---- the list

    async def _list(self, turn: Turn) -> tuple[Post, ...]:
        said = await WatchLines(self.store, self.timezone).all(turn.language, turn.now, linked=True)
        if len(said) == 1:
            return (plain(say("watch_none", turn.language)),)
        held = Counter(each.watch for each in self.store.news.held())
        said += [
            f"⏸ {escape(say('watch_held', turn.language, number=number, count=count))}"
            for number, count in held.items()
        ]
        rows = [
            (
                Button(say("release", turn.language, number=number), f"watch:release:{number}"),
                Button(say("drop", turn.language, number=number), f"watch:drop:{number}"),
            )
            for number in held
        ]
        return split("\n".join(said), buttons=tuple(rows))

    async def press(self, turn: Turn) -> str:
        """*Tell* or *Drop* of a held visit."""
        verb, _, number = turn.data.partition(":")
        if verb not in ("release", "drop"):
            raise Refusal(say("watch_how", turn.language))
        said = await self._settled(turn, verb, self._watch(turn, number))
        await self.courier.edit(turn, (await self._list(turn))[-1])
        return said

    # ---- one watch

    async def _act(self, turn: Turn, verb: str, watch: Watch) -> None:
        if verb == "check":
            await self._check(turn, watch)
        elif verb in ("release", "drop"):
            await self.courier.reply(turn, [plain(await self._settled(turn, verb, watch))])
        else:
            self._changed(turn, verb, watch)

    def _changed(self, turn: Turn, verb: str, watch: Watch) -> None:
        """Paused, resumed or taken off; each can be undone."""
        values: dict[str, dict[str, str | int]] = {
            "pause": {"paused": 1},
            "resume": {"paused": 0},
            "remove": {"removed": time_text(turn.now)},
        }
        with self.writes.act(turn, "watch", phrased(f"watch_{verb}", number=watch.number, name=watch.name)) as entry:
            if verb == "resume":
                self.store.watches.resume(watch.number)
            self.store.journal.update(entry, "watches", watch.number, values[verb])

    async def _settled(self, turn: Turn, verb: str, watch: Watch) -> str:
        """A held visit told or let go."""
        doors = self._door(turn)
        count = await doors.release(watch.number) if verb == "release" else doors.drop(watch.number)
        done = "released" if verb == "release" else "dropped"
        with self.writes.act(turn, "watch", phrased(f"watch_{done}", count=count, number=watch.number), confirm=False):
            self.writes.kick()
        return say(done, turn.language, count=count)

    async def _check(self, turn: Turn, watch: Watch) -> None:
        try:
            lines = await self._door(turn).check(watch.number)
        except DoorRefused as why:
            raise Refusal(str(why)) from why
        if not lines:
            await self.courier.reply(turn, [plain(say("watch_nothing", turn.language))])
            return
        head = f"<b>{escape(say('watch_checked', turn.language))}</b>"
        await self.courier.reply(turn, split("\n".join([head, *map(escape, lines[:_MOST_CHECKED])])))

    # ---- a new one

    async def _add(self, turn: Turn, words: str) -> None:
        wish = read_watch(words)
        known = self.store.watches.at(wish.url) or self.store.watches.at(f"https://{wish.url}")
        if known is not None:
            self._rewatch(turn, known, wish)
            return
        try:
            added = await self._door(turn).add(wish, turn.person.number, via(turn))
        except DoorRefused as why:
            raise Refusal(str(why)) from why
        key = "watch_unseen" if added.warning else "watch_seen"
        said = phrased(key, number=added.number, name=added.name, items=added.items, why=added.warning)
        with self.store.atomic():
            self.store.journal.word(added.entry, said)
            self.writes.confirm(turn, added.entry)
            self.store.inbox.done(turn.line, turn.update_id)
        self.writes.kick()

    def _rewatch(self, turn: Turn, watch: Watch, wish: WatchWish) -> None:
        """It is watched already: what is said anew is changed, and what is not said stays."""
        values = {"name": wish.name, "kind": wish.kind, "topic": wish.topic, "every": wish.every}
        said = {column: value for column, value in (values | {"selector": wish.selector}).items() if value}
        if not said:
            raise Refusal(say("watch_known", turn.language, number=watch.number, name=watch.name))
        with self.writes.act(turn, "watch", phrased("watch_changed", number=watch.number, name=watch.name)) as entry:
            self.store.journal.update(entry, "watches", watch.number, said)


def read_watch(words: str) -> WatchWish:
    """URL, then in any order a name, how often, a topic, a kind and a selector."""
    url, _, rest = words.partition(" ")
    wish = WatchWish(url)
    if found := _EVERY.search(rest):
        rest = rest.replace(found[0], " ")
        wish = replace(wish, every=int(found[1]) * _UNITS.get((found[2] or "s")[0].casefold(), 1))
    if (found := _TOPIC.search(rest)) and (topic := read_topic(found[1])):
        rest = rest.replace(found[0], " ")
        wish = replace(wish, topic=topic)
    if found := _SELECTOR.search(rest):
        rest = rest.replace(found[0], " ")
        wish = replace(wish, selector=found[1])
    if found := _KIND.search(rest):
        rest = rest.replace(found[0], " ")
        wish = replace(wish, kind=WatchKind(found[1].casefold()))
    name = " ".join(re.sub(r"--name[ =]", " ", rest).replace("|", " ").split()).strip("\"'")
    return replace(wish, name=name)
