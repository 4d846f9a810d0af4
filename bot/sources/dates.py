"""The dates that feeds and pages write, read strictly: a date is never guessed from a part of one. Reads no clock.

What is not surely a date with day, month and year is None, and an item without a date is shown as such.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo

IST = timezone(timedelta(hours=5, minutes=30))
EARLIEST = 1990
LONGEST = 80  # characters of a date

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_HINDI = {
    "जनवरी": 1, "फरवरी": 2, "फ़रवरी": 2, "मार्च": 3, "अप्रैल": 4, "मई": 5, "जून": 6, "जुलाई": 7, "अगस्त": 8,
    "सितंबर": 9, "सितम्बर": 9, "अक्टूबर": 10, "अक्तूबर": 10, "नवंबर": 11, "नवम्बर": 11, "दिसंबर": 12, "दिसम्बर": 12,
}  # fmt: skip
# Minutes east of Greenwich. IST is India's: Israel and Ireland are not what our feeds mean by it.
_ZONES = {
    "Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "IST": 330, "NPT": 345, "PKT": 300, "BST": 60, "WET": 0, "CET": 60,
    "CEST": 120, "EET": 120, "EEST": 180, "MSK": 180, "SGT": 480, "HKT": 480, "JST": 540, "KST": 540,
    "AEST": 600, "AEDT": 660, "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360,
    "PST": -480, "PDT": -420,
}  # fmt: skip

_WORD = r"[^\W\d_][\w\u0900-\u097f.]{2,12}"
_DATES = (
    re.compile(r"(?<!\d)(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>\d{4})\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日"),
    re.compile(
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?P<name>{_WORD})[\s,-]+(?P<y>\d{{4}}|\d{{2}})(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(rf"(?P<name>{_WORD})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})(?!\d)", re.IGNORECASE),
    re.compile(r"(?<!\d)(?P<one>\d{1,2})[-/.](?P<two>\d{1,2})[-/.](?P<y>\d{4})(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})(?=T\d|$)"),
)
_TIME = re.compile(
    r"(?<![\d:])T?(?P<h>\d{1,2}):(?P<min>\d{2})(?::(?P<s>\d{2})(?:[.,]\d+)?)?\s*(?P<half>[ap]\.?m\.?(?!\w))?"
    r"|T(?P<h2>\d{2})(?P<min2>\d{2})(?P<s2>\d{2})",
    re.IGNORECASE,
)
_ZONE = re.compile(r"(?:GMT|UTC)?(?P<sign>[+-])(?P<h>\d{1,2}):?(?P<min>\d{2})?(?!\d)|(?P<name>Z|[A-Z]{2,4})\b")
_WEEKDAY = re.compile(
    r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b\.?|(?:सोम|मंगल|बुध|गुरु|शुक्र|शनि|रवि)वार|星期.", re.IGNORECASE
)
_FILLING = re.compile(r"\b(?:at|hrs|on)\b|[\s,|()T·–-]+", re.IGNORECASE)


def moment(text: str, home: tzinfo = UTC, *, day_first: bool = False) -> datetime | None:
    """A date with or without a time, as UTC; None where it is not surely one.

    Without a zone it is `home`'s time, without a time the day's start there. 03/04/2026 is the 3rd of April where
    `day_first`, and otherwise nobody knows.

    >>> moment("Sun, 22 Nov 2026 17:30:00 IST").isoformat()
    '2026-11-22T12:00:00+00:00'
    >>> moment("Tue"), moment("10:30"), moment("2026"), moment("03/04/2026"), moment("tomorrow")
    (None, None, None, None, None)
    """
    text = text.strip()
    if len(text) > LONGEST or not any(each.isdigit() for each in text):
        return None
    try:
        return _sane(_standard(text, home) or _written(text, home, day_first=day_first))
    except (ValueError, OverflowError):
        return None


def _sane(found: datetime | None) -> datetime | None:
    if found is None or found.year < EARLIEST:
        return None
    return found.astimezone(UTC)


def _standard(text: str, home: tzinfo) -> datetime | None:
    """RFC 3339, which most feeds write, without looking further."""
    if len(text) < 19 or text[4] != "-":
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=home)


def _written(text: str, home: tzinfo, *, day_first: bool) -> datetime | None:
    """A date in words or figures: its parts are taken out one by one, and nothing unknown may be left."""
    for pattern in _DATES:
        if found := pattern.search(text):
            day = _day(found.groupdict(), day_first=day_first)
            if day is None:
                return None
            rest = f"{text[: found.start()]} {text[found.end() :]}"
            return _with_time(day, rest, home)
    return None


def _day(parts: dict[str, str | None], *, day_first: bool) -> tuple[int, int, int] | None:
    written = parts["y"] or ""
    year = int(written) + (2000 if len(written) == 2 else 0)
    if parts.get("one"):
        return _figures(int(parts["one"] or 0), int(parts["two"] or 0), year, day_first=day_first)
    month = _month(parts["name"]) if parts.get("name") else int(parts["m"] or 0)
    return (year, month, int(parts["d"] or 0)) if month else None


def _figures(one: int, two: int, year: int, *, day_first: bool) -> tuple[int, int, int] | None:
    """Two figures, of which one is the month: plain only when the other cannot be one."""
    if one > 12 or one == two or (day_first and two <= 12):
        return year, two, one
    return (year, one, two) if two > 12 else None


def _month(name: str | None) -> int:
    """1 to 12; 0 for a word that names none."""
    word = (name or "").rstrip(".").lower()
    if word in _HINDI:
        return _HINDI[word]
    return next((number for number, month in enumerate(_MONTHS, 1) if len(word) > 2 and month.startswith(word)), 0)


def _with_time(day: tuple[int, int, int], rest: str, home: tzinfo) -> datetime | None:
    hour = minute = second = 0
    rest = _WEEKDAY.sub(" ", rest)
    if found := _TIME.search(rest):
        hour, minute, second = _clock(found.groupdict())
        rest = f"{rest[: found.start()]} {rest[found.end() :]}"
    rest, zone = _zone(rest, home)
    if _FILLING.sub("", rest):
        return None
    return datetime(*day, hour, minute, second, tzinfo=zone)


def _clock(parts: dict[str, str | None]) -> tuple[int, int, int]:
    hour, minute, second = (int(parts[name] or parts[f"{name}2"] or 0) for name in ("h", "min", "s"))
    half = (parts["half"] or "")[:1].lower()
    if half and not 1 <= hour <= 12:
        raise ValueError(hour)
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour, minute, min(second, 59)  # a leap second is read as the one before


def _zone(rest: str, home: tzinfo) -> tuple[str, tzinfo]:
    """What is left without the zone, and the zone."""
    for found in _ZONE.finditer(rest):
        minutes = _offset(found)
        if minutes is not None:
            return f"{rest[: found.start()]} {rest[found.end() :]}", timezone(timedelta(minutes=minutes))
    return rest, home


def _offset(found: re.Match[str]) -> int | None:
    if name := found["name"]:
        return _ZONES.get(name)
    minutes = int(found["h"]) * 60 + int(found["min"] or 0)
    return -minutes if found["sign"] == "-" else minutes
