"""The news room: judged, gathered into stories, told once. Pure: no network, no clock, no Telegram.

reading   what an item says: lexicon, words, forms, amounts
triage    relevance, topics, urgency, then stories (signatures, publishers)
telling   bulletins (alerts), touches (controls), digests; hours, slots, reminders and changes say when and of what
"""
