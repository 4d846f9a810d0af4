"""Reading a question and answering it from a large record."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from bench.data import NOW, PARTNERS, large_store
from bench.lines import Rule, Sample, Samples, at_most, percentile, timed
from bot import desk
from storage import Store
from storage.seed import seed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FIGURES, MILESTONES = 100_000, 10_000
TIMES = 10  # each sentence is asked so often, about other things each time

RULES = {
    "p99": Rule("read + answer over 100,000 figures and 10,000 milestones, p99", "ms", at_most(10)),
}

SENTENCES = (
    "How many magnets did we import from {partner} in {year}?",
    "magnet imports {year}",
    "What was the value of oxide imports from {partner} in {month} {year}?",
    "metals from {partner} in tonnes, {year}",
    "imports of {code} in {year}",
    "{code} from {partner} {month} {year}",
    "Which countries sent us the most magnets in {year}?",
    "top 5 sources of rare earth oxides {year}",
    "share of {partner} in magnet imports {year}",
    "how did magnet imports change between {year} and {next}",
    "growth of oxide imports from {partner} since {year}",
    "compare {partner} and {other} for magnets in {year}",
    "magnets by month in {year}",
    "show me magnet imports for the last five years",
    "imports from {partner} FY{year}-{short}",
    "first quarter {year} magnets",
    "average price of magnets from {partner} in {year}",
    "what did we pay per kilo for magnets in {year}?",
    "is {partner} a bigger supplier than {other}?",
    "what was the trade deficit in magnets in {year}",
    "total weight of metals imported in H1 {year}",
    "how much did {month} {year} bring from {partner}?",
    "and {other}?",
    "in tonnes?",
    "what about {next}",
    "the highest month of {year} for magnets",
    "lowest year of oxide imports",
    "{partner} ne {year} mein kitne magnet bheje?",
    "{year} mein kul aayat kitna tha",
    "{year} में चुंबक का आयात कितना था?",
    "चीन से {year} में कितना आयात हुआ",
    "सबसे बड़ा आपूर्तिकर्ता कौन है?",
    "क्षमता लक्ष्य कितना है",
    "कौन से पड़ाव देर से हैं?",
    "how far are we from the capacity target",
    "which plants are under construction",
    "what is {works} building",
    "plants in {town}",
    "list the milestones due in {year}",
    "what is overdue?",
    "what slipped in the last quarter",
    "milestones of {works}",
    "when is the {words} due?",
    "tell me about {words} {number}",
    "is the tender done",
    "which policy milestones are still open",
    "what happened in {month} {year}",
    "what controls does China have on magnets",
    "when does the suspension of the export controls end",
    "is dysprosium under licence",
    "latest news on magnets",
    "what is NdFeB?",
    "who said that India depends on imports",
    "where do your figures come from",
    "how much money is in the scheme",
    "what is the outlay and what has been spent",
    "import dependence of India",
    "what will demand be in 2030",
    "will we meet the target by 2030",
    "how is the weather in Delhi",
    "help",
    "how many lithium batteries came from {partner}",
)
_MONTHS = "January February March April May June July August September October November December".split()
_WORDS = "rare earth magnets export licence China ministry tender award plant capacity motor price review".split()


def sentences(times: int) -> Iterator[str]:
    """Every sentence so often, in changing order, each time about something else."""
    chance = random.Random(11)
    for _ in range(times):
        for sentence in chance.sample(SENTENCES, len(SENTENCES)):
            year = chance.randrange(2019, 2026)
            partner, other = chance.sample(PARTNERS[1:], 2)
            yield sentence.format(
                year=year,
                next=year + 1,
                short=f"{(year + 1) % 100:02d}",
                month=chance.choice(_MONTHS),
                partner=partner,
                other=other,
                code=f"8505{chance.randrange(40):02d}",
                works=f"Works {chance.randrange(500)}",
                town=f"Town {chance.randrange(300)}",
                words=" ".join(chance.choices(_WORDS, k=3)),
                number=chance.randrange(10_000),
            )


def prepare(folder: Path, scale: float) -> None:
    with large_store(folder / "large.db", int(FIGURES * scale), int(MILESTONES * scale)) as store:
        seed(store, NOW)


def run(folder: Path, scale: float) -> Samples:
    """One conversation, so that follow-ups have something to follow."""
    context: desk.Context | None = None

    with Store(folder / "large.db") as store:

        def ask(text: str) -> None:
            nonlocal context
            context = desk.said(text, context, store, NOW).context

        ask("magnet imports 2024")  # the names of the record are read once for each of its states
        asked = list(sentences(max(1, int(TIMES * min(scale, 1)))))
        took = timed([lambda text=text: ask(text) for text in asked])
    return {"p99": Sample(percentile(took, 0.99))}
