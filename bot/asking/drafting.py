"""An answer in the making: lines are added, and its sources are those of the amounts in them. Decides nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.asking.answers import Amount, Answer, Chart, Fact, Kind, Line, Offer, Row, Style
from bot.asking.wording import Filling, line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from bot.asking.measuring import Measure
    from bot.asking.questions import Question
    from storage.records import Source
    from storage.store import Store


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom and when an answer is for, and what it may read."""

    store: Store
    today: date
    language: str
    measure: Measure


@dataclass(slots=True)
class Draft:
    asked: Asked
    lines: list[Line] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)
    cited: list[Source] = field(default_factory=list)

    def say(self, key: str, style: Style = Style.BODY, **parts: Filling) -> None:
        self.lines.append(line(key, self.asked.language, style, **parts))

    def cite(self, *sources: Source) -> None:
        """Sources that stand behind words, where no amount names them."""
        self.cited += sources

    def offer(self, text: str, question: Question) -> None:
        self.offers.append(Offer(text, question.command))

    def answer(
        self,
        kind: Kind,
        *,
        value: float | None = None,
        unit: str = "",
        period: str = "",
        chart: Chart | None = None,
        gap: bool = False,
    ) -> Answer:
        sources = _each_once([*self._sources(), *self.cited])
        return Answer(
            kind,
            tuple(self.lines),
            reading="",
            language=self.asked.language,
            value=value,
            unit=unit,
            period=period,
            rows=tuple(self.rows),
            sources=sources,
            as_of=max((source.published for source in sources if source.published), default=None),
            offers=tuple(self.offers),
            chart=chart,
            gap=gap,
        )

    def _sources(self) -> Iterator[Source]:
        for each in self.lines:
            for span in each.spans:
                if isinstance(span, Amount) and span.rule != "none":
                    yield from (source for fact in span.facts for source in _of(fact))


def _each_once(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Each source once; of two at one address the first, in the words of whichever tells its date."""
    found: dict[str, Source] = {}
    for source in sources:
        key = source.url or source.title
        if key not in found or (source.published and not found[key].published):
            found[key] = source
    return tuple(found.values())


def _of(fact: Fact) -> Iterator[Source]:
    """The papers of a number; of nothing at all those of what it is weighed against, not of each thing that does not count."""
    if fact.of and fact.rule == "none":
        return
    if fact.of:
        for part in fact.of:
            yield from _of(part)
    elif fact.source.title or fact.source.url:
        yield fact.source
