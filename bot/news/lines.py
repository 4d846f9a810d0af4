"""`triage -`: JSON lines in, JSON lines out, in the same order. Reads and writes text only; files and streams are
the caller's."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

from bot.news.triage import Verdict, triage
from storage.newsitems import NewsItem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class LineError(ValueError):
    """A line that is no news item; says which and why."""


def judge_lines(lines: Iterable[str], now: datetime) -> Iterator[str]:
    """One line of judgement for each line of news; empty lines are passed over. Raises LineError."""
    rows = [_row(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    for row, verdict in zip(rows, triage([_item(row) for row in rows], (), now), strict=True):
        yield json.dumps(_answer(row.get("id"), verdict), ensure_ascii=False)


def _row(number: int, line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as wrong:
        raise LineError(f"line {number} is no JSON: {wrong}") from wrong
    if not isinstance(row, dict):
        raise LineError(f"line {number} is no JSON object")
    return row


def _item(row: dict[str, Any]) -> NewsItem:
    def text(name: str) -> str:
        return str(row.get(name) or "")

    return NewsItem(
        text("title"), text("url"), text("summary"), text("publisher"), moment(text("published")), "", text("language")
    )


def moment(text: str) -> datetime | None:
    """A date or an instant in ISO form, as UTC; None for anything else."""
    try:
        if len(text) == len("2026-01-31"):
            return datetime.combine(date.fromisoformat(text), time(), UTC)
        read = datetime.fromisoformat(text)
    except ValueError:
        return None
    return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)


def _answer(identity: object, verdict: Verdict) -> dict[str, Any]:
    return {
        "id": identity,
        "relevant": verdict.relevant,
        "topic": verdict.topic.value,
        "urgency": verdict.urgency.value,
        "story": verdict.story or None,
        "why": verdict.why,
    }
