"""What words mean, in English, Hindi in Latin letters, and Hindi: tables only.

A key is `kind:value`; its text holds phrases,
parted by commas: English | Hindi in Latin letters | Hindi. `word*` stands for every
word that begins so. Phrases are folded as questions are, so that one spelling of each is enough,
and a longer phrase that fits wins
over the shorter ones in it.
"""

from __future__ import annotations

from bot.asking.lexicon import amounts, controls, indicators, milestones, operations, plain, plants, talk

TABLES: tuple[dict[str, str], ...] = (
    indicators.WORDS,
    amounts.WORDS,
    operations.WORDS,
    milestones.WORDS,
    plants.WORDS,
    controls.WORDS,
    talk.WORDS,
)
PLAIN: str = plain.WORDS
