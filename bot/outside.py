"""The chat's doors to the web, built for one process: what it may ask of watches, visits and the fetching of figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import watching
from bot.chat.doors import Added, DoorRefused, Doors, Fetched, WatchWish
from bot.sources.fetch import FetchError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.chat.doors import Step
    from bot.clock import Clock
    from bot.sources.fetch import Fetcher
    from bot.sources.figures import FigureFetcher
    from bot.sources.poll import Poller
    from storage import Store
    from storage.records import Figure


def doors_for(
    store: Store, fetcher: Fetcher, now: Clock, figures: FigureFetcher, poller: Callable[[], Poller], register: str = ""
) -> Doors:
    """`poller` is asked for at the first use: it tells its worries to the chat, which must be there before it."""

    async def add(wish: WatchWish, person: int, via: str) -> Added:
        try:
            asked = watching.Wish(wish.url, wish.name, wish.kind, wish.every, wish.topic, wish.selector)
            added = await watching.add(store, fetcher, asked, now(), register, person=person, via=via)
        except watching.WatchRefused as why:
            raise DoorRefused(str(why)) from why
        return Added(added.watch.number, added.watch.name, added.items, added.warning, added.entry)

    async def check(number: int) -> list[str]:
        watch = store.watches.get(number)
        if watch is None:
            return []
        try:
            return [watching.shown_line(each) for each in await poller().check(watch)]
        except FetchError as error:
            raise DoorRefused(f"{watch.url} {error.reason}") from error

    def refresh(progress: Callable[[Step], None], person: int) -> Awaitable[Fetched]:
        return figures.run(progress, person=person)

    def accept(number: int, person: int) -> Figure | None:
        return figures.accept(number, person=person, via="chat")

    return Doors(
        add=add,
        check=check,
        release=lambda number: poller().release(number),
        drop=lambda number: poller().drop(number),
        refresh=refresh,
        accept=accept,
    )
