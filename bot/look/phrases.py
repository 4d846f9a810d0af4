"""The words that the look itself says, in English and Hindi. What an answer says is chosen where it is answered."""

from __future__ import annotations

LANGUAGES = ("en", "hi")

PHRASES: dict[str, dict[str, str]] = {
    # scales and units
    "scale_lakh": {"en": "lakh", "hi": "लाख"},
    "scale_crore": {"en": "crore", "hi": "करोड़"},
    "scale_lakh_crore": {"en": "lakh crore", "hi": "लाख करोड़"},
    "scale_million": {"en": "million", "hi": "मिलियन"},
    "scale_billion": {"en": "billion", "hi": "बिलियन"},
    "scale_trillion": {"en": "trillion", "hi": "ट्रिलियन"},
    "unit_USD": {"en": "${n}", "hi": "{n} डॉलर"},
    "unit_INR": {"en": "₹{n}", "hi": "₹{n}"},
    "unit_t": {"en": "{n} tonnes", "hi": "{n} टन"},
    "unit_t_one": {"en": "{n} tonne", "hi": "{n} टन"},
    "unit_tpa": {"en": "{n} tonnes a year", "hi": "{n} टन प्रति वर्ष"},
    "unit_tpa_one": {"en": "{n} tonne a year", "hi": "{n} टन प्रति वर्ष"},
    "unit_%": {"en": "{n}%", "hi": "{n} प्रतिशत"},
    "unit_USD/kg": {"en": "${n} per kg", "hi": "{n} डॉलर प्रति किलो"},
    "unit_INR/kg": {"en": "₹{n} per kg", "hi": "₹{n} प्रति किलो"},
    "unit_count": {"en": "{n}", "hi": "{n}"},
    "unit_x": {"en": "{n}x", "hi": "{n} गुना"},
    "unit_years": {"en": "{n} years", "hi": "{n} वर्ष"},
    "unit_years_one": {"en": "{n} year", "hi": "{n} वर्ष"},
    "unit_points": {"en": "{n} points", "hi": "{n} प्रतिशत अंक"},
    "unit_points_one": {"en": "{n} point", "hi": "{n} प्रतिशत अंक"},
    "unit_other": {"en": "{n} {unit}", "hi": "{n} {unit}"},
    # what an axis counts
    "axis_USD": {"en": "US$ {scale}", "hi": "{scale} डॉलर"},
    "axis_INR": {"en": "₹ {scale}", "hi": "₹ {scale}"},
    "axis_t": {"en": "{scale} tonnes", "hi": "{scale} टन"},
    "axis_tpa": {"en": "{scale} tonnes a year", "hi": "{scale} टन प्रति वर्ष"},
    "axis_%": {"en": "%", "hi": "प्रतिशत"},
    "axis_USD/kg": {"en": "US$ per kg", "hi": "डॉलर प्रति किलो"},
    "axis_INR/kg": {"en": "₹ per kg", "hi": "₹ प्रति किलो"},
    "axis_count": {"en": "", "hi": ""},
    "axis_x": {"en": "times", "hi": "गुना"},
    "axis_years": {"en": "years", "hi": "वर्ष"},
    "axis_points": {"en": "percentage points", "hi": "प्रतिशत अंक"},
    "axis_other": {"en": "{unit}", "hi": "{unit}"},
    # periods
    "part_of_year": {"en": "{part} {year}", "hi": "{year} की {part}"},
    "with_months": {"en": "{name} ({months})", "hi": "{name} ({months})"},
    "fiscal_year": {"en": "FY{years}", "hi": "वित्त वर्ष {years}"},
    "span": {"en": "{first} to {last}", "hi": "{first} से {last}"},
    "part_H1": {"en": "H1", "hi": "पहली छमाही"},
    "part_H2": {"en": "H2", "hi": "दूसरी छमाही"},
    "part_Q1": {"en": "Q1", "hi": "पहली तिमाही"},
    "part_Q2": {"en": "Q2", "hi": "दूसरी तिमाही"},
    "part_Q3": {"en": "Q3", "hi": "तीसरी तिमाही"},
    "part_Q4": {"en": "Q4", "hi": "चौथी तिमाही"},
    # stretches of time
    "today": {"en": "today", "hi": "आज"},
    "on_the_day": {"en": "on the day", "hi": "ठीक समय पर"},
    "late_by": {"en": "late by {stretch}", "hi": "{stretch} की देरी"},
    "early_by": {"en": "early by {stretch}", "hi": "{stretch} पहले"},
    "today_is": {"en": "today, {date}", "hi": "आज, {date}"},
    # the plan
    "stage_announced": {"en": "Announced", "hi": "घोषित"},
    "stage_awarded": {"en": "Awarded", "hi": "आवंटित"},
    "stage_building": {"en": "Building", "hi": "निर्माणाधीन"},
    "stage_commissioned": {"en": "Commissioned", "hi": "चालू"},
    "stage_shelved": {"en": "Shelved", "hi": "ठंडे बस्ते में"},
    "status_planned": {"en": "Planned", "hi": "नियोजित"},
    "status_in_progress": {"en": "In progress", "hi": "जारी"},
    "status_done": {"en": "Done", "hi": "पूरा"},
    "status_dropped": {"en": "Dropped", "hi": "रद्द"},
    "status_overdue": {"en": "Overdue", "hi": "देरी से"},
    "of_target": {"en": "of {amount}, the target, commissioned", "hi": "चालू, {amount} के लक्ष्य में से"},
    "of_known": {"en": "of {amount} known of, commissioned", "hi": "चालू, ज्ञात {amount} में से"},
    "the_target": {"en": "target {amount}", "hi": "लक्ष्य {amount}"},
    "no_capacity": {
        "en": "No plant is on record as commissioned, building, awarded or announced.",
        "hi": "कोई संयंत्र चालू, निर्माणाधीन, आवंटित या घोषित दर्ज नहीं है।",
    },
    "first_promised": {"en": "First promised", "hi": "पहला वादा"},
    "and_more": {"en": "and {count} more", "hi": "और {count} अन्य"},
    # papers
    "as_of": {"en": "As of {date}", "hi": "{date} तक"},
    "source": {"en": "Source", "hi": "स्रोत"},
    "sources": {"en": "Sources", "hi": "स्रोत"},
    "newest": {"en": "newest {date}", "hi": "सबसे नया {date}"},
    "read_as": {"en": "Read as: {reading}", "hi": "ऐसे समझा: {reading}"},
}


def say(key: str, language: str, **values: object) -> str:
    """A phrase in a language, English where the language is not ours; an unknown unit has a phrase of its own."""
    if key not in PHRASES and key.startswith(("unit_", "axis_")):
        plain = key.removesuffix("_one")
        key = plain if plain in PHRASES else key[:5] + "other"
    phrase = PHRASES[key]
    return phrase.get(language, phrase["en"]).format(**values)
