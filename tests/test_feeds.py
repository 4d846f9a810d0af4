"""Feeds and their dates: any bytes give items or one clear fault; nothing is invented."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources.dates import IST, moment
from bot.sources.feeds import ParseError, parse
from bot.sources.text import decoded, language_of, plain, too_deep
from storage.identity import keys, link_digest, link_key, tidy_link, title_key
from storage.newsitems import NewsItem

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
URL = "https://example.org/news/feed.xml"


def rss(*items, head="<title>Example</title>"):
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{"".join(items)}</channel></rss>'.encode()


def item(title="A title", link="https://example.org/a", **more):
    inner = "".join(f"<{name}>{value}</{name}>" for name, value in more.items())
    return f"<item><title>{title}</title><link>{link}</link>{inner}</item>"


def only(body, url=URL, **how):
    (found,) = parse(body, url, NOW, **how).items
    return found


# ---- formats

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Example</title><entry>
<title type="html">A &lt;b&gt;title&lt;/b&gt;</title><id>tag:example.org,2026:1</id><link rel="alternate" href="../a"/>
<published>2026-11-20T10:00:00+05:30</published><updated>2026-11-21T10:00:00Z</updated><summary>A summary</summary>
<author><name>A person</name></author></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Example</title></channel>
<item rdf:about="tag:example.org,2026:1"><title>A title</title><link>https://example.org/a</link>
<description>A summary</description><dc:date>2026-11-20T04:30:00Z</dc:date></item></rdf:RDF>"""
RSS = rss(
    item(guid="tag:example.org,2026:1", pubDate="Fri, 20 Nov 2026 10:00:00 IST", description="A summary"),
    head="<title>Example</title><language>en-IN</language>",
)
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Example",
        "language": "en",
        "items": [
            {
                "id": "tag:example.org,2026:1",
                "url": "/a",
                "title": "A title",
                "summary": "A summary",
                "date_published": "2026-11-20T10:00:00+05:30",
            }
        ],
    }
)
ALIKE = NewsItem(
    title="A title",
    url="https://example.org/a",
    summary="A summary",
    publisher="Example",
    published=datetime(2026, 11, 20, 4, 30, tzinfo=UTC),
    guid="tag:example.org,2026:1",
    language="en",
)


@pytest.mark.parametrize("body", [ATOM.encode(), RSS, JSON.encode()])
def test_every_format_gives_the_same_item(body):
    assert only(body) == ALIKE


def test_rdf_gives_it_too():
    """RSS 1.0 says no language."""
    found = only(RDF.encode())
    assert (found.title, found.url, found.published, found.summary) == (
        ALIKE.title,
        ALIKE.url,
        ALIKE.published,
        "A summary",
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings_are_read(encoding):
    assert only(RSS.decode().encode(encoding)).title == "A title"


def test_what_is_declared_as_utf8_and_is_not_is_read_as_windows_writes_it():
    body = rss(item(title="India\u2019s caf\u00e9")).replace(b'version="1.0"', b'version="1.0" encoding="utf-8"', 1)
    assert only(body.decode().encode("cp1252")).title == "India’s café"


def test_a_declared_encoding_is_used_when_the_bytes_are_not_utf8():
    body = b'<?xml version="1.0" encoding="gb2312"?>' + rss(item(title="稀土出口管制"))[21:].decode().encode("gb2312")
    assert only(body).title == "稀土出口管制"
    assert only(rss(item(title="稀土")).decode().encode("gb18030"), charset="gb18030").language == "zh"


def test_the_bytes_are_believed_before_the_server():
    """Servers say latin-1 by default."""
    assert only(rss(item(title="दुर्लभ मृदा")), charset="iso-8859-1").title == "दुर्लभ मृदा"


# ---- what the parser stumbles over


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("India&rsquo;s&nbsp;plan", "India’s plan"),
        ("Tom & Jerry", "Tom & Jerry"),
        ("AT&T; R&D", "AT&T; R&D"),
        ("Tom &amp; Jerry &#38; &#x26;", "Tom & Jerry & &"),
        ("<![CDATA[Tom & <i>Jerry</i> &amp; co]]>", "Tom & Jerry & co"),
        ("&lt;b&gt;Bold&lt;/b&gt; news", "Bold news"),
        ("Bold <b>inner</b> news", "Bold inner news"),
        ("less &lt; than", "less < than"),
        ("&unknown; entity", "&unknown; entity"),
        ("\x07bell\x00", "bell"),
        ("two\n   lines", "two lines"),
        ("left\u202eright", "leftright"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;safe", "safe"),
    ],
)
def test_titles_are_read_whole(written, read):
    assert only(rss(item(title=written))).title == read


def test_junk_before_the_feed_is_passed_over():
    assert only(b"\n\n  <b>Warning</b>: cannot modify header <br />\n" + RSS) == ALIKE


def test_no_entity_is_expanded_and_nothing_outside_is_read():
    """Neither a billion laughs nor a file of this machine."""
    doctype = '<!DOCTYPE rss [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    body = doctype.encode() + rss(item(title="&b; and &x;"))[21:]
    assert only(body).title == "&b; and &x;"


def test_an_item_that_is_cut_off_keeps_those_before_it():
    body = rss(item(), item(title="Second", link="https://example.org/b"))
    assert parse(body[:-60], URL, NOW).items[0].title == "A title"


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        (b"", "is empty"),
        (b" \n ", "is empty"),
        (b"<!doctype html><html><body>Sorry</body></html>", "is a web page, not a feed"),
        (b"<html><rss></rss></html>", "is a web page, not a feed"),
        (b"hello", "is no feed"),
        (b"{", "is broken JSON"),
        (b'{"a": 1}', "is JSON, but no JSON Feed"),
        (b"\x00\x01\x02\xff", "is no feed"),
    ],
)
def test_what_is_no_feed_says_what_it_is(body, fault):
    with pytest.raises(ParseError, match=f"^{fault}$"):
        parse(body, URL, NOW)


def test_an_empty_feed_has_no_items():
    assert parse(rss(), URL, NOW).items == ()


# ---- links, outlets, languages


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("/b?x=1&amp;utm_source=rss", "https://example.org/b?x=1"),
        ("c", "https://example.org/news/c"),
        ("//other.org/d", "https://other.org/d"),
        ("javascript:alert(1)", URL),
        ("", URL),
        ("http://[::", URL),
    ],
)
def test_links_are_made_whole_and_clean(written, read):
    assert only(rss(item(link=written))).url == read


def test_a_guid_that_is_an_address_stands_in_for_a_link():
    assert only(rss("<item><title>T</title><guid>https://example.org/g</guid></item>")).url == "https://example.org/g"


def test_the_outlet_of_an_item_is_its_source_and_leaves_the_title():
    """As news searches write it; a person's name is no outlet."""
    body = rss(
        item(title="China halts - A trade - The Hindu", author="x@y.z (A person)").replace(
            "</item>", '<source url="https://thehindu.com">The Hindu</source></item>'
        )
    )
    found = only(body, "https://news.google.com/rss/search?q=x")
    assert (found.title, found.publisher) == ("China halts - A trade", "The Hindu")


def test_without_a_source_the_feed_is_the_outlet():
    """And a dash in its titles is just a dash, unless the feed is one that always ends so."""
    assert (only(rss(item(title="One - two"))).publisher, only(rss(item(title="One - two"))).title) == (
        "Example",
        "One - two",
    )
    found = only(rss(item(title="One - Mint")), "https://news.google.com/rss/search?q=x")
    assert (found.title, found.publisher) == ("One", "Mint")


def test_a_summary_that_only_repeats_the_title_is_none():
    """Its outlet after it does not make it more."""
    assert (
        only(
            rss(item(description="&lt;a href='x'&gt;A title&lt;/a&gt;&amp;nbsp;&lt;font&gt;Mint&lt;/font&gt;"))
        ).summary
        == ""
    )


def test_script_tells_the_language_before_the_feed_does():
    assert only(rss(item(title="दुर्लभ मृदा चुंबक"), head="<language>en</language>")).language == "hi"


def test_ttl_is_minutes_and_bounded():
    assert parse(rss(head="<ttl>30</ttl>"), URL, NOW).ttl == timedelta(minutes=30)
    assert parse(rss(head="<ttl>999999</ttl>"), URL, NOW).ttl == timedelta(days=1)
    assert parse(rss(head="<ttl>soon</ttl>"), URL, NOW).ttl is None


# ---- dates

AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
DAY = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Sun, 22 Nov 2026 17:30:00 IST", AT),
        ("Sun, 22 Nov 2026 17:30:00 +0530", AT),
        ("Sun, 22 Nov 2026 12:00:00 GMT", AT),
        ("Sun, 22 Nov 26 12:00 UT", AT),
        ("22 Nov 2026 07:00 EST", AT),
        ("Nov 22, 2026 17:30 IST", AT),
        ("22 November 2026 | 12:00 PM", AT),
        ("Sunday, November 22, 2026 - 12:00", AT),
        ("22-Nov-2026 12:00 pm", AT),
        ("2026-11-22T12:00:00Z", AT),
        ("2026-11-22T17:30:00.123+05:30", AT.replace(microsecond=123000)),
        ("2026-11-22 17:30 +05:30", AT),
        ("20261122T120000Z", AT),
        ("2026年11月22日 12:00", AT),
        ("रविवार, 22 नवंबर 2026 12:00", AT),
        ("२२ नवम्बर २०२६", DAY),
        ("22 Nov 2026", DAY),
        ("2026-11-22", DAY),
        ("22/11/2026", DAY),
        ("11/22/2026", DAY),
        ("22.11.2026", DAY),
    ],
)
def test_dates_as_sources_write_them(written, read):
    assert moment(written) == read


NO_DATES = """Tue|10:30|2026|tomorrow|November|Nov 2026|03/04/2026|99/99/9999|31 Feb 2026|45123|12|not a date|
    updated 22 Nov 2026|22 Nov 2026 25:00|22 Nov 2026 17:30 XYZ|1 Jan 0001"""


@pytest.mark.parametrize("written", ["", *NO_DATES.split("|"), "9" * 400])
def test_what_is_not_surely_a_date_is_none(written):
    assert moment(written) is None


def test_where_a_site_is_at_home_settles_what_it_leaves_open():
    """Indian sites write India's time, and days before months."""
    assert moment("22 Nov 2026 17:30", IST) == AT
    assert moment("03/04/2026", day_first=True) == datetime(2026, 4, 3, tzinfo=UTC)
    assert only(rss(item(pubDate="22/11/2026 17:30")), "https://dgft.gov.in/feed").published == AT


@given(st.integers(631_152_000, 4_102_444_800))
def test_property_what_is_written_out_is_read_back(instant):
    """In each of the forms that feeds use."""
    when = datetime.fromtimestamp(instant, UTC)
    for form in ("%a, %d %b %Y %H:%M:%S GMT", "%Y-%m-%dT%H:%M:%SZ", "%d %B %Y %H:%M:%S", "%B %d, %Y %I:%M:%S %p"):
        assert moment(when.strftime(form)) == when


@given(st.text(max_size=90))
def test_fuzz_any_text_is_a_sane_date_or_none(text):
    """Nothing else comes out."""
    found = moment(text)
    assert found is None or (found.tzinfo is UTC and found.year >= 1990)


@pytest.mark.parametrize("guid", ["1", "12", "20261105", "45123", "2026-11-05"])
@pytest.mark.parametrize("stated", ["", "<pubDate></pubDate>", "<pubDate>tomorrow</pubDate>"])
def test_no_date_is_made_out_of_a_guid(guid, stated):
    assert only(rss(f"<item><title>T</title><guid>{guid}</guid>{stated}</item>")).published is None


def test_a_date_far_ahead_is_a_mistake():
    assert only(rss(item(pubDate="Sun, 29 Nov 2026 12:00:00 GMT"))).published is None


# ---- any bytes

PIECES = """<rss> <channel> <item> </item> <title> </title> <![CDATA[ ]]> & &lt; &amp;nbsp; &#0; <pubDate> 2026-11-22
    </pubDate> <source> </source> <link> http://[ <!DOCTYPE <!ENTITY <feed> <entry> <guid> 1 < > दु { "items":[{ ]}"""
FRAGMENTS = st.sampled_from([*PIECES.split(), " ", "\x00", "\ud800", "<feed xmlns='http://www.w3.org/2005/Atom'>"])


@given(
    st.one_of(
        st.binary(max_size=400),
        st.lists(FRAGMENTS, max_size=40).map(lambda parts: "".join(parts).encode("utf-8", "surrogatepass")),
    )
)
def test_fuzz_any_bytes_give_items_or_a_clear_fault(body):
    """What comes out can be stored."""
    try:
        found = parse(body, URL, NOW)
    except ParseError:
        return
    for each in found.items:
        assert each.title
        assert each.url.startswith("http")
        (each.title + each.summary + each.guid + each.publisher + each.url).encode()


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=20),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from(["id", "url", "title", "items", "summary", "date_published", "language"]), inner
            )
        ),
        max_leaves=20,
    )
)
def test_fuzz_any_json_gives_items_or_a_clear_fault(value):
    """Nothing else comes out."""
    for body in (value, {"items": value}, {"items": [value], "title": value}):
        try:
            parse(json.dumps(body).encode(), URL, NOW)
        except ParseError as fault:
            assert str(fault)


@given(st.binary(max_size=200), st.text(max_size=20))
def test_fuzz_any_bytes_decode(body, charset):
    """Nothing else comes out."""
    assert isinstance(decoded(body, charset), str)


@given(st.text(max_size=300), st.integers(2, 200))
def test_property_plain_text_keeps_its_bounds(text, most):
    """One line, no more than asked for."""
    found = plain(text, most)
    assert len(found) <= most
    assert "\n" not in found


@pytest.mark.parametrize("evil", ["<date>", "<source ", "&", "<item><title>", "<title>x<b", "<![CDATA[", "<rss "])
def test_endless_repetition_takes_no_endless_time(evil):
    """Every pattern stands still for what it does not match; a slow one would hang here."""
    body = b"<rss><channel>" + evil.encode() * 60_000
    try:
        parse(body, URL, NOW)
    except ParseError:
        assert True


def test_depth_is_counted_by_what_really_nests():
    assert too_deep("<div>" * 600)
    assert not too_deep("<li>entry" * 600)
    assert not too_deep("<div></div>" * 600)


def test_scripts_have_their_languages():
    assert [language_of(text, "en-GB") for text in ("दुर्लभ मृदा", "稀土出口", "レアアース 輸出", "Rare earths")] == [
        "hi",
        "zh",
        "en",
        "en",
    ]
    assert language_of("x", "<script>") == ""


# ---- identity

SAME = [
    "https://www.example.org/news/a.html?id=2&page=1",
    "http://example.org/news/a.html?page=1&id=2#top",
    "https://m.example.org/news/a.html?id=2&page=1&utm_source=x&fbclid=y",
    "https://example.org/amp/news/a.html?id=2&page=1",
    "https://www.google.com/url?rct=j&url=https%3A%2F%2Fexample.org%2Fnews%2Fa.html%3Fid%3D2%26page%3D1&ct=ga",
    "https://www-example-org.cdn.ampproject.org/c/s/example.org/news/a.html?id=2&page=1",
]


def test_one_page_under_many_addresses():
    # the AMP cache carries the query outside of the path that it wraps
    assert {link_key(url) for url in SAME[:5]} == {"example.org/news/a.html?id=2&page=1"}
    assert link_key(SAME[5].partition("?")[0]) == "example.org/news/a.html"


def test_different_pages_stay_apart():
    urls = [
        "https://e.org/a?id=1",
        "https://e.org/a?id=2",
        "https://e.org/b",
        "https://e.org:8080/b",
        "https://f.org/b",
    ]
    assert len({link_key(url) for url in urls}) == len(urls)


def test_a_press_release_goes_by_its_number():
    urls = [
        "https://pib.gov.in/PressReleasePage.aspx?PRID=2261399",
        "https://www.pib.gov.in/PressReleseDetailm.aspx?PRID=2261399&reg=3&lang=1",
    ]
    assert len({link_key(url) for url in urls}) == 1


def test_a_home_page_names_no_article():
    assert {link_key(url) for url in ("https://e.org", "https://e.org/", "https://e.org/index.html", "x", "")} == {
        "",
        "x",
    } - {"x"}


def test_titles_are_compared_by_their_words():
    assert title_key("India’s  Plan — NEW!") == title_key("india's plan new")
    assert title_key("चुंबक आयात") != title_key("चबक आयत")


def test_an_item_goes_by_guid_link_and_title():
    """Any of the three alone makes it known; another outlet's same title does not."""
    day = date(2026, 11, 22)
    first = set(keys(NewsItem("T", "https://e.org/a", publisher="E", guid="1"), "e.org/feed", day))
    assert len(first) == 3
    for other in (
        NewsItem("Other", "https://e.org/b", publisher="E", guid="1"),
        NewsItem("Other", "http://www.e.org/a?utm_medium=x", publisher="E", guid="2"),
        NewsItem("t!", "https://e.org/c", publisher="E", guid="3"),
    ):
        assert first & set(keys(other, "e.org/feed", day))
    assert not first & set(keys(NewsItem("T", "https://f.org/a", publisher="F", guid="1"), "f.org/feed", day))
    assert link_digest("http://e.org/a") in first


@given(st.text(max_size=120))
def test_fuzz_any_text_as_a_link_has_a_stable_key(text):
    """Cleaning twice is cleaning once, and nothing raises."""
    for url in (text, f"https://e.org/{text}", f"https://news.google.com/rss/articles/{text}"):
        assert link_key(tidy_link(url)) == link_key(url)
        title_key(url)
