"""Answers to whoever is waiting: sent at once, through the pacer. What cannot be sent now becomes a promise."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.chat.delivery import Fate, Verdict, backoff
from bot.chat.drain import POST
from bot.chat.posts import Post, marked, pack
from bot.chat.process import nothing
from bot.chat.sender import Target, target
from storage.correspondence import Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from telegram import Message

    from bot.chat.drain import Drain
    from bot.chat.faults import Faults
    from bot.chat.sender import Sender
    from bot.chat.turn import Turn
    from bot.clock import Clock
    from storage import Store

log = logging.getLogger(__name__)

STILL_WANTED = timedelta(hours=1)  # an answer older than that would only puzzle
_LATER = (Fate.RETRY, Fate.FLOOD, Fate.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Courier:
    store: Store
    sender: Sender
    drain: Drain
    faults: Faults
    now: Clock

    async def reply(self, turn: Turn, posts: Sequence[Post], keep: Callable[[], None] = nothing) -> list[int]:
        """Tell them, one after another, as an answer to their message; the numbers of those that were sent.

        `keep` writes down what goes with it, in the transaction that notes that the first is about to be sent.
        """
        if turn.again and posts:
            posts = [marked(posts[0]), *posts[1:]]
        told: list[int] = []
        chat = turn.chat
        for place, post in enumerate(posts):
            first = not told and not turn.press and not chat.private
            to = target(chat, turn.thread, reply_to=turn.message if first else 0)
            sent = await self._send(to, post, turn, keep if place == 0 else nothing)
            if isinstance(sent, Verdict):
                self._failed(turn, posts[place:], sent)
                break
            told.append(sent.message_id)
            if post.subject:
                self.store.talk.show(chat.number, sent.message_id, post.subject)
        return told

    async def _send(self, to: Target, post: Post, turn: Turn, keep: Callable[[], None]) -> Message | Verdict:
        """Noted as begun when its turn comes; once more, when the group only has another id now."""

        def begin() -> None:
            with self.store.atomic():
                keep()
                self.store.inbox.answering(turn.line, turn.update_id)

        sent = await self.sender.send(to, Lane.ANSWERS, post, begin=begin)
        if isinstance(sent, Verdict) and sent.fate is Fate.MIGRATED:
            return await self.sender.send(Target(sent.new_id, to.thread, 0, to.silent), Lane.ANSWERS, post)
        return sent

    def _failed(self, turn: Turn, rest: Sequence[Post], verdict: Verdict) -> None:
        """What may yet arrive is promised, the update done with it; else what the refusal says is learnt."""
        log.info("answer_failed fate=%s why=%s", verdict.fate, verdict.reason)
        if verdict.fate not in _LATER:
            self.faults.learn(turn.chat, turn.thread, verdict)
            return
        now = self.now()
        key = f"answer:{turn.line}:{turn.update_id}"
        with self.store.atomic():
            for part, post in enumerate(rest, start=1):
                self.store.outbox.promise(
                    turn.chat.number,
                    thread=turn.thread,
                    key=key,
                    part=part,
                    what=POST,
                    subject="",
                    body=pack(post),
                    lane=Lane.ANSWERS,
                    now=now,
                    expires=now + STILL_WANTED,
                )
            self._as_it_stands(turn, key, verdict)
            self.store.inbox.done(turn.line, turn.update_id)
        self.drain.kick()

    def _as_it_stands(self, turn: Turn, key: str, verdict: Verdict) -> None:
        """The first of them has been tried: whether it may have been heard, and when it goes again."""
        first = self.store.outbox.find(turn.chat.number, turn.thread, key)
        if first is None:
            return
        wait = timedelta(seconds=verdict.wait) if verdict.fate is Fate.FLOOD else backoff(1)
        settle = self.store.outbox.unknown if verdict.fate is Fate.UNKNOWN else self.store.outbox.retry
        settle(first.number, self.now() + wait, verdict.reason)

    async def edit(self, turn: Turn, post: Post) -> None:
        """Change the message that was pressed; what cannot be changed stays as it is."""
        done = await self.sender.edit(turn.chat.telegram_id, turn.message, Lane.ANSWERS, post)
        if isinstance(done, Verdict) and done.fate is not Fate.SAME:
            log.info("edit_failed fate=%s why=%s", done.fate, done.reason)

    async def unbutton(self, turn: Turn) -> None:
        """Take the buttons away under the message that was pressed: they have done their work."""
        await self.sender.unbutton(turn.chat.telegram_id, turn.message)
