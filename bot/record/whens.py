"""Dates as people write them, English, Hindi or both -> a Period that keeps the precision of the words.

A sentence becomes a string of kinds, one letter a word ("by the end of Q4 2027" -> `boeoQY`), and each way of writing a
date is one pattern over that string; so spelling, language and word order are apart. Reads no clock: `today` is a value.

    end of Q4 -> 2026-Q4      mid 2027 -> 2027-06..2027-07      Q2 FY27 -> FY2026-27-Q2      31/12/26 -> 2026-12-31
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from bot.record import vocabulary as v
from bot.record.phrases import Note, note
from bot.record.tokens import FIRST_YEAR, LAST_YEAR, Token, day_of, lowered, tokens_of
from storage.periods import Period, PeriodError, month_end, month_start, named

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FUTURE: Final = 1  # a month without a year is the next one
PAST: Final = -1  # it is the last one

_LONGEST = 400  # characters that are read for a date
_LONGEST_LAST_RESORT = 40


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that was read: where it stood in the text, and what had to be settled to read it."""

    period: Period
    note: Note | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Now:
    """What a reader knows beside its words."""

    today: date
    lean: int
    text: str


def read_when(text: str, today: date, *, lean: int = FUTURE, last_resort: bool = True) -> Dated | None:
    """The whole text as a date; None when it is not wholly one. Any text is safe.

    >>> str(read_when("end of Q2 FY27", date(2026, 11, 24)).period)
    'FY2026-27-Q2'
    """
    text = lowered(text.strip())[: _LONGEST + 1]
    if not text or len(text) > _LONGEST:
        return None
    now = Now(today, lean, text)
    try:
        found = _canonical(text) or _whole(tokens_of(text), now)
    except (ValueError, OverflowError):  # a day that no month has, a year beyond the calendar
        found = None
    if found is None and last_resort:
        found = _last_resort(text, today, lean)
    return replace(found, start=0, end=len(text)) if found else None


def find_when(text: str, today: date, *, lean: int = FUTURE) -> Dated | None:
    """The date that stands in a sentence, with the words that introduce it; the surest of several, the last of those.

    A word that is also something else (a bare year, 'may', 'sun') counts only after by, on, due and the like.
    """
    plain = lowered(text)[:_LONGEST]
    tokens = tokens_of(plain)
    kinds = "".join(token.kind for token in tokens)
    best: tuple[tuple[bool, int, int], Dated] | None = None
    for pattern, weak, reader in _rules():
        for match in pattern.finditer(kinds):
            run = tokens[match.start() : match.end()]
            cued, first, last = _cued(tokens, match.start(), match.end())
            if weak and not cued:
                continue
            found = _try(reader, run, Now(today, lean, plain[run[0].start : run[-1].end]))
            rank = (cued, run[-1].end - run[0].start, match.start())
            if found and (best is None or rank > best[0]):
                before = any(token.kind == v.BEFORE for token in tokens[first : match.start()])
                found = _before(found, Now(today, lean, plain[tokens[first].start : run[-1].end])) if before else found
                best = rank, replace(found, start=tokens[first].start, end=tokens[last - 1].end)
    return best[1] if best else None


def _canonical(text: str) -> Dated | None:
    """A period in the record's own writing, ranges included."""
    try:
        return _known(Period.parse(text.upper()))
    except PeriodError:
        return None


def _known(period: Period, said: Note | None = None) -> Dated | None:
    within = period.start.year >= FIRST_YEAR and period.end.year <= LAST_YEAR
    return Dated(period, said) if within else None


# ---------------------------------------------------------------- the patterns

_CUES = (v.CUE, v.UNTIL, v.BEFORE, v.IN)


def _whole(tokens: Sequence[Token], now: Now) -> Dated | None:
    """All of the words as one date, cues left out; what stands in brackets at the end repeats it."""
    text = now.text
    if text.endswith(")") and "(" in text:
        return _whole(tokens_of(text[: text.rindex("(")]), Now(now.today, now.lean, text[: text.rindex("(")]))
    inner = list(tokens)
    before = any(token.kind == v.BEFORE for token in inner)
    while inner and inner[0].kind in (*_CUES, v.OF) and not _fits(inner, now):
        inner = inner[1:]
    while inner and inner[-1].kind in (v.CUE, v.UNTIL, v.OF, v.BEFORE) and not _fits(inner, now):
        inner = inner[:-1]
    found = _fits(inner, now) or (
        _counted(inner, now) if [token.kind for token in inner] == [v.NUMBER, v.UNIT] else None
    )
    return _before(found, now) if found and before else found


def _fits(tokens: Sequence[Token], now: Now) -> Dated | None:
    kinds = "".join(token.kind for token in tokens)
    for pattern, _weak, reader in _rules():
        if pattern.fullmatch(kinds) and (found := reader(tokens, now)):
            return found
    return None


def _range(tokens: Sequence[Token], now: Now) -> Dated | None:
    """April to September 2025, 1 to 5 December: what the second end says of month and year holds for the first."""
    place = next(index for index, token in enumerate(tokens) if token.kind == v.DASH)
    last = _fits(tokens[place + 1 :], now)
    if last is None:
        return None
    year = Token(v.YEAR, last.period.end.year, 0, 0)
    month = Token(v.MONTH, last.period.end.month, 0, 0)
    given = tokens[:place]
    extended = [*given, month, year] if given[-1].kind == v.NUMBER else [*given, year]
    first = _fits(extended, now) or _fits(given, now)
    if first is None or last.period.end < first.period.start:
        return None
    return _known(named(first.period.start, last.period.end))


def _cued(tokens: Sequence[Token], first: int, last: int) -> tuple[bool, int, int]:
    """Whether a cue stands before or after, and where the words for the date begin and end with it."""
    start, end = first, last
    while start and tokens[start - 1].kind in (*_CUES, v.OF):
        start -= 1
    while end < len(tokens) and tokens[end].kind == v.UNTIL:
        end += 1
    cued = any(token.kind in _CUES for token in (*tokens[start:first], *tokens[last:end]))
    return (cued, start, end) if cued else (False, first, last)


def _try(reader: Callable[[Sequence[Token], Now], Dated | None], run: Sequence[Token], now: Now) -> Dated | None:
    try:
        return reader(run, now)
    except (ValueError, OverflowError):
        return None


def _before(found: Dated, now: Now) -> Dated:
    """'before March' ends in February; 'before 31 March' is that day, as people mean it."""
    named_day = found.period.kind == "day" and (found.note is None or not found.note.key.startswith("festival"))
    if named_day or found.period.start <= now.today:
        return found
    earlier = (
        Period.day(found.period.start - timedelta(days=1))
        if found.period.kind in ("day", "range")
        else found.period.before()
    )
    return Dated(earlier, note("before", text=now.text.strip(), period=earlier))


def _of(tokens: Sequence[Token], kind: str) -> Any:
    return next((token.value for token in tokens if token.kind == kind), None)


def _first_note(tokens: Sequence[Token]) -> Note | None:
    return next((token.note for token in tokens if token.note), None)


def _as_day(tokens: Sequence[Token], _now: Now) -> Dated | None:
    return _known(Period.day(_of(tokens, v.DAY)), _first_note(tokens))


def _as_period(tokens: Sequence[Token], _now: Now) -> Dated | None:
    return _known(_of(tokens, v.PERIOD))


def _day_of_month(tokens: Sequence[Token], now: Now) -> Dated | None:
    number, month, year = _of(tokens, v.NUMBER), _of(tokens, v.MONTH), _of(tokens, v.YEAR)
    if year:
        day = day_of(year, month, number)
        return _known(Period.day(day)) if day else None
    day = _nearest(
        [found for each in range(now.today.year - 8, now.today.year + 9) if (found := day_of(each, month, number))], now
    )
    if not day:
        return None
    doubtful = tokens[-1].kind == v.NUMBER and 0 <= number - now.today.year % 100 < 5
    settled = note("day_or_year", text=now.text.strip(), month=Period.month(2000 + number, month)) if doubtful else None
    return Dated(Period.day(day), settled)


def _day_of_near_month(tokens: Sequence[Token], now: Now) -> Dated | None:
    """The 15th of next month."""
    month = _near_unit(tokens, now)
    day = (
        day_of(month.period.start.year, month.period.start.month, _of(tokens, v.NUMBER))
        if month and month.period.kind == "month"
        else None
    )
    return _known(Period.day(day)) if day else None


def _nearest(days: Sequence[date], now: Now) -> date | None:
    if now.lean == PAST:
        return max((day for day in days if day <= now.today), default=None)
    return min((day for day in days if day >= now.today), default=None)


def _nearest_period(choices: Sequence[Period], now: Now) -> Period:
    if now.lean == PAST:
        return max(period for period in choices if period.start <= now.today)
    return min(period for period in choices if period.end >= now.today)


def _years_about(now: Now) -> range:
    return range(now.today.year - 2, now.today.year + 3)


def _month(tokens: Sequence[Token], now: Now) -> Dated | None:
    month, year, near = _of(tokens, v.MONTH), _of(tokens, v.YEAR), _of(tokens, v.NEAR)
    if year is None and (short := _of(tokens, v.NUMBER)) is not None:  # Dec-26, as spreadsheets write a month
        year = 2000 + short
    if year:
        return _known(Period.month(year, month))
    lean = PAST if near == -1 else now.lean if near is None else FUTURE
    return _known(_nearest_period([Period.month(each, month) for each in _years_about(now)], replace(now, lean=lean)))


def _piece(tokens: Sequence[Token], now: Now) -> Dated | None:
    """A quarter or half: of a calendar year, of a fiscal year, or the next one of that name."""
    letter = "Q" if _of(tokens, v.QUARTER) else "H"
    number = _of(tokens, v.QUARTER) or _of(tokens, v.HALF)
    first, year = _of(tokens, v.FISCAL), _of(tokens, v.YEAR)
    if year is None and first is None and (short := _of(tokens, v.NUMBER)) is not None:
        year = 2000 + short
    if first is not None:
        return _known(Period.parse(f"{Period.fiscal(first)}-{letter}{number}"))
    make = Period.quarter if letter == "Q" else Period.half
    if year is not None:
        return _known(make(year, number)) if year >= FIRST_YEAR else None
    return _known(_nearest_period([make(each, number) for each in _years_about(now)], now))


def _whole_year(tokens: Sequence[Token], _now: Now) -> Dated | None:
    first = _of(tokens, v.FISCAL)
    return _known(Period.year(_of(tokens, v.YEAR)) if first is None else Period.fiscal(first))


def _around(unit: str, near: int, today: date) -> Period:
    """The week, month, quarter, half, year or fiscal year `near` steps from today's."""
    if unit == "day":
        return Period.day(today + timedelta(days=near))
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=near)
        return named(monday, monday + timedelta(days=6))
    if unit == "fiscal":
        return Period.fiscal(today.year - (today.month < 4) + near)
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12}[unit]
    first = month_start(today.year, (today.month - 1) // months * months + 1)
    return named(first, month_end(month_start(first.year, first.month + months - 1))).back(-months * near)


def _near_unit(tokens: Sequence[Token], now: Now) -> Dated | None:
    units = [token.value for token in tokens if token.kind == v.UNIT]
    return _known(_around("fiscal" if "fiscal" in units else units[0], _of(tokens, v.NEAR), now.today))


def _counted(tokens: Sequence[Token], now: Now) -> Dated | None:
    """In 3 weeks is a day, in 3 months a month, in 2 years that month: as near as the words are."""
    number, unit = _of(tokens, v.NUMBER), _of(tokens, v.UNIT)
    back = any(token.kind == v.AGO for token in tokens) or _of(tokens, v.NEAR) == -1
    number = -number if back else number
    if unit in ("day", "week"):
        return _known(Period.day(now.today + timedelta(days=number * (7 if unit == "week" else 1))))
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "fiscal": 12}[unit]
    return _known(Period.month(now.today.year, now.today.month).back(-number * months))


def _weekday(tokens: Sequence[Token], now: Now) -> Dated | None:
    """The next one after today; with last, or for what is done, the one before."""
    near = _of(tokens, v.NEAR)
    ahead = (_of(tokens, v.WEEKDAY) - now.today.weekday()) % 7
    if near == -1 or (near is None and now.lean == PAST):
        days = ahead - 7 if ahead or near == -1 else 0
    else:
        days = ahead or (7 if near != 0 else 0)
    return _known(Period.day(now.today + timedelta(days=days)))


def _offset(tokens: Sequence[Token], now: Now) -> Dated | None:
    return _known(Period.day(now.today + timedelta(days=_of(tokens, v.OFFSET))))


def _either(tokens: Sequence[Token], now: Now) -> Dated | None:
    """Kal is tomorrow for what is due, yesterday for what is done; which one it was is said."""
    day = now.today + timedelta(days=now.lean * _of(tokens, v.EITHER))
    return _known(Period.day(day), note("kal", text=now.text.strip(), day=day))


def _festival(tokens: Sequence[Token], now: Now) -> Dated | None:
    (name, civil), year, near = _of(tokens, v.FESTIVAL), _of(tokens, v.YEAR), _of(tokens, v.NEAR)
    if civil:
        days: Sequence[date] = [date(each, *v.CIVIL[name]) for each in ([year] if year else _years_about(now))]
    else:
        days = [day for day in v.festival_days()[name] if year in (None, day.year)]
    lean = PAST if near == -1 else now.lean
    day = min(days, default=None) if year else _nearest(days, replace(now, lean=lean))
    if day is None:
        return None
    key = "festival_moon" if day in v.estimated_days() and not civil else "festival"
    return _known(Period.day(day), note(key, name=name.title(), day=day))


def _edged(tokens: Sequence[Token], now: Now) -> Dated | None:
    """The end, middle or start of a year is months of it; of anything shorter, the thing itself."""
    rest = [token for token in tokens if token.kind != v.EDGE]
    while rest and rest[0].kind == v.OF:
        rest = rest[1:]
    while rest and rest[-1].kind in (v.OF, v.IN):
        rest = rest[:-1]
    if [token.kind for token in rest] == [v.UNIT]:
        rest = [Token(v.NEAR, 0, 0, 0), *rest]
    found = _fits(rest, now)
    if found is None or found.period.length != 12:
        return found
    return _edge_of_year(found.period.start, _of(tokens, v.EDGE), now)


def _edge_of_year(start: date, edge: str, now: Now) -> Dated | None:
    def months(first: int, count: int) -> Period:
        return named(
            month_start(start.year, start.month + first),
            month_end(month_start(start.year, start.month + first + count - 1)),
        )

    if edge == "mid":
        return _known(months(5, 2), note("mid_year", text=now.text.strip()))
    return _known({"end": months(11, 1), "early": months(0, 3), "late": months(9, 3)}[edge])


@cache
def _rules() -> tuple[tuple[re.Pattern[str], bool, Callable[[Sequence[Token], Now], Dated | None]], ...]:
    """Pattern over kinds (a blank is any number of joining words), whether it needs a cue in a sentence, its reader."""
    atom = "(?:D|K|[QH] [YF]|[YF] [QH]|N M Y|M N Y|M Y|Y M|N M|r U U|r U|r M|Q|H|M|F|Y|V)"
    table: tuple[tuple[str, bool, Callable[[Sequence[Token], Now], Dated | None]], ...] = (
        ("D", False, _as_day),
        ("K", False, _as_period),
        ("N M Y|M N Y|Y M N", False, _day_of_month),
        ("N M|M N", False, _day_of_month),
        ("M Y|Y M|M - N", False, _month),
        ("r M", True, _month),
        ("M", True, _month),
        ("[QH] [YF]|[YF] [QH]", False, _piece),
        ("[QH] N", False, _piece),
        ("[QH]", False, _piece),
        ("F", False, _whole_year),
        ("Y", True, _whole_year),
        ("r U U?|U r", False, _near_unit),
        (f"e (?:U|W|{atom})|{atom} e i?|U e i?", False, _edged),
        ("i N U|N U [lai]|r N U i?|a N U", False, _counted),
        ("r U N", False, _day_of_near_month),
        ("r W", False, _weekday),
        ("W", True, _weekday),
        ("T", False, _offset),
        ("C", False, _either),
        ("V Y|Y V", False, _festival),
        ("r? V", True, _festival),
        (f"(?:N|{atom}) - {atom}", False, _range),
    )
    return tuple((re.compile(pattern.replace(" ", "o*")), weak, reader) for pattern, weak, reader in table)


# ---------------------------------------------------------------- the last resort


def _last_resort(text: str, today: date, lean: int) -> Dated | None:
    """What dateparser makes of it, when it names a whole day: slow, so only for a short text with words of dates."""
    if len(text) > _LONGEST_LAST_RESORT or not _promising(text):
        return None
    import dateparser

    try:
        found = dateparser.parse(text, languages=["en", "hi"], settings=_settings(today, lean))
    except (ValueError, OverflowError, RecursionError):
        return None
    return _known(Period.day(found.date())) if found else None


def _promising(text: str) -> bool:
    kinds = {token.kind for token in tokens_of(text)}
    dated = kinds & {v.MONTH, v.WEEKDAY, v.UNIT, v.OFFSET}
    return bool(dated) and bool(kinds & {v.NUMBER, v.YEAR, v.OFFSET})


def _settings(today: date, lean: int) -> Any:
    return {
        "RELATIVE_BASE": datetime(today.year, today.month, today.day),  # noqa: DTZ001 - the wall clock of the text
        "PREFER_DATES_FROM": "past" if lean == PAST else "future",
        "DATE_ORDER": "DMY",
        "REQUIRE_PARTS": ["day", "month", "year"],
    }
