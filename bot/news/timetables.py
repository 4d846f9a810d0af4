"""When a digest is wished for, in words: days, an hour, and a city that is left; English, Hindi and Hinglish. Pure.

weekdays 9:30 Kolkata | daily at 8 am in London | mon, thu 18:00 | monthly:15 9:00 | रोज़ सुबह 8 बजे दिल्ली
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from typing import Final

from bot.news.slots import WEEKDAYS, Days

_KINDS: Final[dict[str, str]] = {
    "daily": "daily|everyday|every day|each day|roz|rozana|har din|रोज़|रोज|रोज़ाना|रोजाना|प्रतिदिन|हर दिन",
    "weekdays": "weekdays|weekday|week days|workdays|working days|karya divas|karyadivas|कार्यदिवस|कार्य दिवस|"
    "कामकाजी दिन",
    "weekends": "weekends|weekend|saptahant|सप्ताहांत",
    "weekly": "weekly|every week|once a week|har hafte|saptahik|साप्ताहिक|हर हफ़्ते|हर हफ्ते|हर सप्ताह",
    "monthly": "monthly|every month|once a month|har mahine|masik|मासिक|हर महीने|प्रतिमाह|हर माह",
}
_NAMES: Final[dict[str, str]] = {
    "mon": "mon|monday|mondays|somvar|somwar|सोमवार",
    "tue": "tue|tues|tuesday|tuesdays|mangalvar|mangalwar|मंगलवार",
    "wed": "wed|wednesday|wednesdays|budhvar|budhwar|बुधवार",
    "thu": "thu|thur|thurs|thursday|thursdays|guruvar|guruwar|गुरुवार|गुरूवार|बृहस्पतिवार|वीरवार",
    "fri": "fri|friday|fridays|shukravar|shukrawar|शुक्रवार",
    "sat": "sat|saturday|saturdays|shanivar|shaniwar|शनिवार",
    "sun": "sun|sunday|sundays|ravivar|raviwar|itvar|रविवार|इतवार",
}
_KIND_OF: Final = {name: kind for kind, listed in _KINDS.items() for name in listed.split("|")}
_DAY_OF: Final = {name: day for day, listed in _NAMES.items() for name in listed.split("|")}

_MORNING: Final = "morning|subah|savere|सुबह|सवेरे"
_AFTERNOON: Final = "afternoon|evening|dopahar|sham|shaam|दोपहर|शाम"
_NIGHT: Final = "night|raat|रात"
_EDGE = r"(?<![\w\u0900-\u097f]){}(?![\w\u0900-\u097f])"
_FILLERS: Final = (
    "at in on every each and the of time o'clock oclock baje hours hrs send me digest har ko mein me par ke samay ka "
    "बजे हर को में पर और के समय का की भेजो भेजना"
)
_CLOCK: Final = re.compile(r"(?<!\d)(\d{1,2})[:.](\d{2})\s*([ap])?\.?(?:m\.?)?(?![\w:])")
_HOUR_HALF: Final = re.compile(r"(?<!\d)(\d{1,2})\s*([ap])\.?m\b\.?")
_HOUR: Final = re.compile(r"(?<![\d:])(\d{1,2})(?![\d:])")
_ORDINAL: Final = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)\b|monthly:(\d{1,2})\b")
_RANGE: Final = re.compile(r"\b([a-z]+)\s*(?:-|–|to|through|se)\s*([a-z]+)\b")
_MONTH_DAYS: Final = 31


@dataclass(frozen=True, slots=True)
class Timetable:
    """What was said of it; None or '' where nothing was. `place`: the words that are no day and no hour."""

    days: Days | None
    hour: time | None
    place: str


def read_timetable(text: str) -> Timetable:
    """Total: any text gives a timetable, in which may be nothing.

    >>> read_timetable("weekdays 9:30 Kolkata").place
    'kolkata'
    """
    rest = " ".join(text.casefold().translate(_DIGITS).split())
    month, rest = _month_day(rest)
    week, rest = _week(rest)
    kind, rest = _kind(rest)
    if kind == "monthly" and month is None:
        month, rest = _first_of_two(rest)
    half, rest = _half(rest)
    hour, rest = _hour(rest, half)
    place = " ".join(word for word in re.sub(r"[,;|]+", " ", rest).split() if word not in _FILLER)
    return Timetable(_days(kind, week, month), hour, place.strip(" .:-"))


def _days(kind: str, week: frozenset[int], month: int | None) -> Days | None:
    if week:
        return Days(week=week)
    if kind == "monthly" or (month is not None and not kind):
        return Days(month=frozenset({month or 1}))
    return Days.parse(kind) if kind else None


def _month_day(text: str) -> tuple[int | None, str]:
    """15th, monthly:15."""
    found = _ORDINAL.search(text)
    day = int(found[1] or found[2]) if found else 0
    if found is None or not 1 <= day <= _MONTH_DAYS:
        return None, text
    return day, _cut(text, found, "" if found[1] else "monthly")


def _first_of_two(text: str) -> tuple[int | None, str]:
    """'monthly 15 9:00': of two numbers the first is the day."""
    numbers = list(re.finditer(r"(?<![\d:.])\d{1,2}(?:[:.]\d{2})?", text))
    first = numbers[0] if len(numbers) > 1 else None
    if first is None or not first[0].isdecimal() or not 1 <= int(first[0]) <= _MONTH_DAYS:
        return None, text
    return int(first[0]), _cut(text, first)


def _week(text: str) -> tuple[frozenset[int], str]:
    """Week days by name, one by one or from one to another."""
    days: set[int] = set()
    for found in list(_RANGE.finditer(text)):
        first, last = (_DAY_OF.get(name) for name in found.groups())
        if first and last:
            begin, end = WEEKDAYS.index(first), WEEKDAYS.index(last)
            days |= {(begin + step) % 7 for step in range((end - begin) % 7 + 1)}
            text = text.replace(found[0], " ")
    for name, day in _DAY_OF.items():
        cut = re.sub(_EDGE.format(re.escape(name)), " ", text)
        if cut != text:
            days.add(WEEKDAYS.index(day))
            text = cut
    return frozenset(days), text


def _kind(text: str) -> tuple[str, str]:
    for name, kind in sorted(_KIND_OF.items(), key=lambda pair: -len(pair[0])):
        found = re.search(_EDGE.format(re.escape(name)), text)
        if found:
            return kind, _cut(text, found)
    return "", text


def _half(text: str) -> tuple[str, str]:
    """The part of the day, as a or p; n for the night, which has both."""
    for half, listed in (("a", _MORNING), ("p", _AFTERNOON), ("n", _NIGHT)):
        found = re.search(_EDGE.format(f"(?:in the )?(?:{listed})"), text)
        if found:
            return half, _cut(text, found)
    return "", text


def _hour(text: str, half: str) -> tuple[time | None, str]:
    for word, hour in (("noon", 12), ("midnight", 0)):
        if found := re.search(_EDGE.format(word), text):
            return time(hour), _cut(text, found)
    for pattern in (_CLOCK, _HOUR_HALF, _HOUR):
        if found := pattern.search(text):
            parts = found.groups()
            minute = int(parts[1]) if pattern is _CLOCK else 0
            said = parts[-1] if pattern is not _HOUR else None
            return _time(int(parts[0]), minute, said or half), _cut(text, found)
    return None, text


def _time(hour: int, minute: int, half: str) -> time | None:
    """None where there is no such hour."""
    late = half == "p" or (half == "n" and hour >= 6)
    if late and hour < 12:
        hour += 12
    elif half in ("a", "n") and hour == 12:
        hour = 0
    return time(hour % 24, minute) if hour <= 24 and minute < 60 and (hour < 24 or not minute) else None


def _cut(text: str, found: re.Match[str], instead: str = "") -> str:
    return f"{text[: found.start()]} {instead} {text[found.end() :]}"


_FILLER: Final = frozenset(_FILLERS.split())
_DIGITS: Final = {0x966 + digit: str(digit) for digit in range(10)}
