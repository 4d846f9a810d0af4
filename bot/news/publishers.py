"""Who speaks: how near an outlet stands to the event. The lead of a story is its best source. Fetches nothing."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from storage.newsitems import NewsItem


class Standing(IntEnum):
    """The nearer to the event, the lower."""

    OFFICIAL = 0  # gazettes and ministries
    WIRE = 1  # agencies, at first hand
    REPEATED = 2  # an agency's text in another outlet
    PRESS = 3


def _listed(names: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in names.split(","))


# Hosts, and what an address ends in, of those who issue what the others report.
_OFFICIAL_HOSTS = _listed("""
    gov.in, nic.in, pib.gov.in, pmindia.gov.in, mofcom.gov.cn, gov.cn, federalregister.gov, europa.eu,
    whitehouse.gov, ustr.gov, commerce.gov, defense.gov, energy.gov, state.gov, usgs.gov, meti.go.jp, gov.au,
    gov.uk, gov.my, canada.ca, gc.ca, wto.org, irel.co.in, pibtracker.com, gazettetracker.com
""")
_OFFICIAL_NAMES = _listed("""
    pib, press information bureau, gazette, mofcom, ministry of, dgft, federal register, european commission,
    official journal, 商务部, 海关总署, white house, government of
""")
_WIRES = _listed("""
    reuters, associated press, ap, afp, pti, press trust of india, ani, ians, uni, xinhua, bloomberg, kyodo, dow
    jones, dpa, efe, yonhap, tass
""")
_WIRE_HOSTS = _listed("""
    reuters.com, apnews.com, afp.com, ptinews.com, aninews.in, ians.in, xinhuanet.com, news.cn, bloomberg.com,
    kyodonews.net
""")


def standing(item: NewsItem) -> Standing:
    """How near the item's outlet stands to the event."""
    return _standing(item.publisher.casefold().strip(), host(item.url))


@lru_cache(maxsize=4_096)
def _standing(publisher: str, site: str) -> Standing:
    if (
        _under(site, _OFFICIAL_HOSTS)
        or any(name in publisher for name in _OFFICIAL_NAMES if name != "pib")
        or publisher.split()[:1] == ["pib"]
    ):
        return Standing.OFFICIAL
    if _under(site, _WIRE_HOSTS) or publisher in _WIRES:
        return Standing.WIRE
    named = [part.strip(" ()") for part in publisher.replace("(", "/").split("/")]
    return Standing.REPEATED if any(part in _WIRES for part in named) else Standing.PRESS


def official(url: str) -> bool:
    """Whether an address is of a gazette or a ministry.

    >>> official("https://www.pib.gov.in/RssMain.aspx"), official("https://example.org/gov.in")
    (True, False)
    """
    return _under(host(url), _OFFICIAL_HOSTS)


@lru_cache(maxsize=4_096)
def host(url: str) -> str:
    """The site of an address, '' when it has none or is none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def outlet(item: NewsItem) -> str:
    """What counts as one source among many: the outlet's name, else its site."""
    return outlet_of(item.publisher, item.url)


def outlet_of(publisher: str, url: str) -> str:
    """The same of an item's publisher and address."""
    return publisher.casefold().strip() or host(url)


def _under(site: str, ends: tuple[str, ...]) -> bool:
    return any(site == end or site.endswith("." + end) for end in ends)
