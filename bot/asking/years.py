"""Years of either kind, and stretches counted from today: 2025, FY25, 2024-25, last year, agle mahine, two years ago."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.asking.timewords import EARLIEST, LATEST, PLURALS, Timewords, once
from storage.periods import MONTHS_OF, Period

if TYPE_CHECKING:
    from bot.asking.words import Word

_FAR = (1500, 2500)  # read as years only where a word says so
_IN = ("in", "since", "during", "year", "before", "after", "until", "from", "saal", "san", "सन", "साल", "वर्ष")
_PAST_YEAR = (
    "from",
    "to",
    "and",
    "with",
    "by",
    "in",
    "mein",
    "me",
    "में",
    "ka",
    "ke",
    "ki",
    "का",
    "के",
    "की",
    "tak",
    "तक",
    "se",
    "से",
)
_TWO_DIGITS = 2
JOINS_YEARS = frozenset(("-", "/"))
_RELATIVE = frozenset(
    ["previous", "prior", "preceding", "following", "next", "agle", "agli", "agla", "अगले", "अगली", "अगला"]
)


@dataclass(frozen=True, slots=True)
class Point:
    period: Period
    end: int
    loose: bool = False
    relative: int = 0


class Years(Timewords):
    """Reads at a place in the words; every method gives what it read and where that ends, or None."""

    def year(self, at: int) -> tuple[int, int] | None:
        """2025, or '25."""
        if (value := self.digits(at, EARLIEST, LATEST)) is not None:
            return value, at + 1
        if (far := self.digits(at, *_FAR)) is not None and self.word(at - 1) in _IN and not self._is_amount(at + 1):
            return far, at + 1
        if self.word(at) == "'" and (value := self.digits(at + 1, 0, 99)) is not None:
            return 2000 + value, at + 2
        if (
            self.word(at - 1) in ("cy", "'")
            and len(self.word(at)) == _TWO_DIGITS
            and (value := self.digits(at, 0, 99)) is not None
        ):
            return 2000 + value, at + 1
        return None

    def _is_amount(self, at: int) -> bool:
        """Whether a number goes on into its unit, as 1850 crore does."""
        return self.word(at).isalpha() and self.word(at) not in _PAST_YEAR

    # ---- years

    def fiscal(self, at: int) -> Point | None:
        """FY25, FY2024-25, 2024-25, fiscal 2025, 2025 fiscal; named by the year in which it ends."""
        unit = self.unit(at)
        after = self.skip(unit[1]) if unit and unit[0] == "fiscal" else None
        if after is not None:
            return self._fiscal_named(after)
        span = self._two_years(at, bare=False)
        if span is not None:
            behind = self.unit(self.skip(span.end, 1))
            return replace(span, end=behind[1]) if behind and behind[0] == "fiscal" else span
        year = self.year(at)
        behind = self.unit(self.skip(year[1], 1)) if year else None
        if year and behind and behind[0] == "fiscal" and self._fiscal_named(self.skip(behind[1])) is None:
            return Point(Period.fiscal(year[0] - 1), behind[1])
        return None

    def _fiscal_named(self, at: int) -> Point | None:
        span = self._two_years(at, bare=True)
        if span is not None:
            return span
        if self.find("YEAR_ENDING", at) is None and (year := self.year(at)):
            return Point(Period.fiscal(year[0] - 1), year[1])
        short = self.digits(at, 0, 99)
        if short is not None and len(self.words[at].text) == 2 and not self._counted(at):
            return Point(Period.fiscal(2000 + short - 1), at + 1)
        return None

    def _counted(self, at: int) -> bool:
        return self.unit(at + 1) is not None and self.word(at + 1) not in ("q", "h", "fy", "cy")

    def _two_years(self, at: int, *, bare: bool) -> Point | None:
        """2024-25 or 2024/2025; with `bare` 24-25 too. Only years that follow each other."""
        first = self.digits(at, EARLIEST, LATEST)
        if first is None and bare and len(self.word(at)) == 2 and (short := self.digits(at, 0, 99)) is not None:
            first = 2000 + short
        if first is None or self.word(at + 1) not in JOINS_YEARS or at + 2 >= len(self.words):
            return None
        second = self.words[at + 2]
        ends = (f"{(first + 1) % 100:02d}", str(first + 1))
        if second.text not in ends or self._iso_month(at, second):
            return None
        return Point(Period.fiscal(first), at + 3)

    def _iso_month(self, at: int, second: Word) -> bool:
        """2025-09 may be a month: 2008-09 reads as a fiscal year only where no day follows."""
        return self.word(at + 3) == "-" and self.digits(at + 4, 1, 31) is not None and len(second.text) == 2

    @once
    def year_like(self, at: int) -> Point | None:
        """A year of either kind, by number or by 'last year'."""
        fiscal = self.fiscal(at)
        if fiscal is not None:
            return fiscal
        start = self.unit(at)
        if start and start[0] == "year" and (year := self.year(self.skip(start[1], 1))):
            return Point(Period.year(year[0]), year[1])
        if year := self.year(at):
            behind = self.unit(year[1])
            return Point(Period.year(year[0]), behind[1] if behind and behind[0] == "year" else year[1])
        relative = self.relative(at)
        return relative if relative and relative.period.kind in ("year", "fiscal") else None

    @once
    def relative(self, at: int) -> Point | None:
        """Last year, this quarter, agle mahine, the year before last, two years ago."""
        if self.word(at) in ("ly", "py"):
            return Point(Period.year(self.today.year - 1), at + 1)
        if self.word(at) == "tomorrow":
            return Point(Period.day(self.today + timedelta(days=1)), at + 1)
        if self.word(at) in ("yesterday", "कल"):
            return Point(Period.day(self.today - timedelta(days=1)), at + 1)
        if tuple(self.spelt[at : at + 3]) == ("year", "before", "last"):
            return Point(Period.year(self.today.year - 2), at + 3)
        for name, shift in (("LAST", -1), ("THIS", 0), ("NEXT", 1)):
            lead = self.find(name, at)
            unit = self._relative_unit(lead[1]) if lead else None
            if lead and unit and not (name == "LAST" and self._ahead_of_part(unit[1])):
                return Point(
                    self._shifted(unit[0], shift), unit[1], relative=shift if self.word(at) in _RELATIVE else 0
                )
        return self._ago(at)

    def _relative_unit(self, at: int) -> tuple[str, int] | None:
        unit = self.unit(at)
        return (
            unit
            if unit
            and unit[0] not in ("day", "fortnight")
            and self.word(unit[1] - 1) not in PLURALS
            and self.word(at) not in ("q", "h")
            else None
        )

    def _ahead_of_part(self, at: int) -> bool:
        """'the last quarter of 2024' is one of a year's, not the one before now."""
        return self.word(at) in ("of", "in") and self.year(at + 1) is not None

    def _ago(self, at: int) -> Point | None:
        number = self.number(at)
        unit = self.unit(number[1]) if number else None
        ago = self.find("AGO", unit[1]) if unit else None
        if not (number and unit and ago) or unit[0] in ("day", "week", "fortnight") or self.find("NUMBERS", at - 1):
            return None
        return Point(self._shifted(unit[0], -number[0]), ago[1])

    def _shifted(self, unit: str, by: int) -> Period:
        if unit == "week":
            monday = self.today - timedelta(days=self.today.weekday()) + timedelta(weeks=by)
            return Period(
                monday, monday + timedelta(days=6), f"{monday.isoformat()}..{(monday + timedelta(days=6)).isoformat()}"
            )
        return self.current(unit).back(-by * (12 if unit == "fiscal" else MONTHS_OF[unit]))

    def current(self, unit: str) -> Period:
        """The year, quarter, month ... that today is in."""
        year, month = self.today.year, self.today.month
        if unit == "year":
            return Period.year(year)
        if unit == "fiscal":
            return Period.fiscal(year if month >= 4 else year - 1)
        if unit == "half":
            return Period.half(year, (month + 5) // 6)
        return Period.quarter(year, (month + 2) // 3) if unit == "quarter" else Period.month(year, month)
