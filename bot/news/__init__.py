"""The news room: judged, gathered into stories, told once. Pure: no network, no clock, no Telegram.

reading   what an item says: lexicon, words, forms, verbs, doers, moods, deeds, amounts
triage    relevance, topics, urgency, then stories (signatures, parts, marks, likeness, publishers)
telling   bulletins (alerts), touches (controls), digests; hours, slots, reminders and changes say when and of what
"""
