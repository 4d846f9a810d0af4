"""What a new store watches: ministries, the field's official gazettes, and searches of the news in English and Hindi.

Addresses are the publishers' own, as they document them or as they are commonly used. Some answer programs badly at
times; such a watch is then told of as failing, and can be paused. Visits nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus, urlencode

from storage.newsitems import Topic, WatchKind

if TYPE_CHECKING:
    from datetime import datetime

    from storage import Store


@dataclass(frozen=True, slots=True)
class Entry:
    """A source as we start with it. Official ones are visited every 10 minutes, others every 30."""

    name: str
    url: str
    kind: WatchKind = WatchKind.FEED
    topic: Topic | None = None
    official: bool = False
    selector: str = ""


def _news(words: str, language: str = "en") -> str:
    """A search of the last days' news in India's edition, in one language."""
    asked = {"q": f"{words} when:3d", "hl": f"{language}-IN" if language == "en" else language, "gl": "IN"}
    return f"https://news.google.com/rss/search?{urlencode(asked, quote_via=quote)}&ceid=IN:{language}"


def _register(words: str, kind: str = "") -> str:
    asked = {"conditions[term]": words, **({"conditions[type][]": kind} if kind else {})}
    return f"https://www.federalregister.gov/api/v1/documents.json?{urlencode(asked, quote_via=quote_plus)}"


_MOFCOM_LIST = (
    "http://www.mofcom.gov.cn/api-gateway/jpaas-publish-server/front/page/build/unit?parseType=bulidstatic"
    "&webId=8f43c7ad3afc411fb56f281724b73708&tplSetId=52551ea0e2c14bca8c84792f7aa37ead&pageType=column"
    f"&tagId={quote('分页列表')}&editType=null&pageId=fc8bdff48fa345a48b651c1285b70b8f&pageNo=1&pageSize=20"
)

CATALOGUE = (
    Entry("PIB, all ministries", "https://pib.gov.in/RssMain.aspx?ModId=6&Lang=1&Regid=3", official=True),
    Entry(
        "DGFT notifications",
        "https://www.dgft.gov.in/CP/?opt=notification",
        WatchKind.PAGE,
        Topic.EXPORT_CONTROL,
        official=True,
        selector="table tr",
    ),
    Entry(
        "Ministry of Heavy Industries", "https://heavyindustries.gov.in/en", WatchKind.PAGE, Topic.POLICY, official=True
    ),
    Entry("MOFCOM announcements", _MOFCOM_LIST, WatchKind.PAGE, Topic.EXPORT_CONTROL, official=True, selector="a"),
    Entry("MOFCOM policy pages", "https://www.mofcom.gov.cn/zwgk/zcfb/index.html", WatchKind.PAGE, official=True),
    Entry("Federal Register: rare earth", _register('"rare earth"'), WatchKind.FEDERAL_REGISTER, official=True),
    Entry(
        "Federal Register: permanent magnets",
        _register('"permanent magnets"'),
        WatchKind.FEDERAL_REGISTER,
        official=True,
    ),
    Entry(
        "Federal Register: critical minerals, the President",
        _register('"critical minerals"', "PRESDOCU"),
        WatchKind.FEDERAL_REGISTER,
        official=True,
    ),
    Entry("EU Official Journal, L", "https://eur-lex.europa.eu/EN/display-feed.rss?rssId=222", official=True),
    Entry("EU Commission proposals", "https://eur-lex.europa.eu/EN/display-feed.rss?rssId=161", official=True),
    Entry("News: rare earth magnets, India", _news('"rare earth" magnet India')),
    Entry("News: rare earth export controls", _news('"rare earth" (export OR licence OR curbs OR MOFCOM)')),
    Entry("News: magnet scheme and tender", _news('"rare earth permanent magnet" (scheme OR tender OR bids OR REPM)')),
    Entry("News: IREL and critical minerals", _news('IREL OR "critical mineral mission" "rare earth"')),
    Entry("समाचार: दुर्लभ मृदा चुंबक", _news('"रेयर अर्थ" OR "दुर्लभ मृदा" OR "दुर्लभ पृथ्वी"', "hi")),
)


def stock(store: Store, now: datetime) -> int:
    """Watch what the catalogue names and was never watched here; how many that are. What a team took off stays off."""
    missing = [entry for entry in CATALOGUE if not store.watches.ever_at(entry.url)]
    if not missing:  # every command asks: none shall wait for another's write
        return 0
    with store.atomic():
        for entry in missing:
            store.watches.add(
                entry.url,
                now,
                name=entry.name,
                kind=entry.kind,
                topic=entry.topic,
                official=entry.official,
                selector=entry.selector,
                shipped=True,
            )
    return len(missing)
