"""Pages by their blocks: what was added is news; what moved, flipped back or vanished is not."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources.feeds import ParseError
from bot.sources.pages import feed_link, parse, title_of

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
URL = "https://www.dgft.gov.in/CP/?opt=notification"

ROWS = (
    "<tr><td>1</td><td><a href='/n/41.pdf'>Notification No. 41 of 2026</a></td><td>20/11/2026</td></tr>",
    "<tr><td>2</td><td><a href='/n/40.pdf'>Notification No. 40 of 2026</a></td><td>03/11/2026</td></tr>",
    "<tr><td>3</td><td>Trade Notice 12, without a link</td><td></td></tr>",
)


def page(*rows, around="<nav><ul><li>A menu entry</li></ul></nav>"):
    listed = f"<table>{''.join(rows)}</table><footer><p>Copyright</p></footer>"
    return f"<html><title>DGFT | Notices</title>{around}{listed}".encode()


def blocks(body, url=URL, **how):
    return parse(body if isinstance(body, bytes) else body.encode(), url, NOW, **how)


def guids(body, **how):
    return {block.guid for block in blocks(body, **how)}


def test_a_row_is_an_item_with_its_link_and_its_own_date():
    """The site's time and its order of day and month are India's."""
    first, second, third = blocks(page(*ROWS))
    assert (first.title, first.url) == ("Notification No. 41 of 2026", "https://www.dgft.gov.in/n/41.pdf")
    assert first.published == datetime(2026, 11, 19, 18, 30, tzinfo=UTC)
    assert second.published == datetime(2026, 11, 2, 18, 30, tzinfo=UTC)
    assert (third.title, third.url, third.published) == ("Trade Notice 12, without a link", URL, None)


def test_menus_and_footers_are_no_blocks():
    assert not any("menu" in block.title or "Copyright" in block.title for block in blocks(page(*ROWS)))


def test_moved_is_not_changed():
    """Nor is another number in the list, another spacing, another case of letters."""
    moved = page(
        ROWS[2].replace(">3<", ">1<"), ROWS[0].replace(">1<", ">2.<"), ROWS[1].replace("Notification", "NOTIFICATION  ")
    )
    assert guids(moved) == guids(page(*ROWS))


def test_what_was_added_is_what_has_no_twin():
    added = "<tr><td>1</td><td>Notification No. 42 of 2026</td><td>21/11/2026</td></tr>"
    (new,) = guids(page(added, *ROWS)) - guids(page(*ROWS))
    (title,) = [block.title for block in blocks(page(added, *ROWS)) if block.guid == new]
    assert title.startswith("Notification No. 42")


def test_a_changed_block_is_new_though_its_link_is_the_same():
    """The row of a tender keeps its link when its date moves."""
    assert len(guids(page(ROWS[0].replace("20/11", "21/11"), *ROWS[1:])) - guids(page(*ROWS))) == 1


def test_a_page_that_flips_back_has_nothing_new():
    before, between = guids(page(*ROWS)), guids(page(ROWS[0]))
    assert guids(page(*ROWS)) - (before | between) == set()


def test_a_date_inside_a_sentence_is_not_the_blocks_date():
    """It may be of anything."""
    (block,) = blocks("<p>Suspended until 10 November 2026 by the ministry</p>")
    assert block.published is None


def test_frames_of_tables_are_looked_into():
    """Old sites lay whole pages out in tables."""
    assert len(blocks(f"<table><tr><td><table>{''.join(ROWS)}</table></td></tr></table>")) == 3


def test_a_selector_picks_the_blocks():
    body = "<div class='n'>First notice here</div><div>Other words here</div><div class='n'>Second notice here</div>"
    assert [block.title for block in blocks(body, selector="div.n")] == ["First notice here", "Second notice here"]


def test_a_list_that_comes_as_json_is_read():
    """As MOFCOM's own page fetches it: links that are cut short, their dates after them."""
    inner = (
        '<a href="/zwgk/art/a.html" title="商务部公告2025年第70号 暂停实施">商务部公告…</a> <span>[2025-11-07]</span>'
        '<a href="/zwgk/art/b.html">商务部公告2025年第71号</a><span>[2025-11-08]</span>'
    )
    found = blocks(
        json.dumps({"success": True, "data": {"html": inner}}), "https://www.mofcom.gov.cn/api", selector="a"
    )
    assert [(each.title, each.language) for each in found] == [
        ("商务部公告2025年第70号 暂停实施", "zh"),
        ("商务部公告2025年第71号", "zh"),
    ]
    assert found[0].published == datetime(2025, 11, 7, tzinfo=UTC) - timedelta(hours=8)


@pytest.mark.parametrize(
    ("body", "selector", "fault"),
    [
        ("", "", "is an empty page"),
        ("<html><body></body></html>", "", "is an empty page"),
        ("<p>Something else</p>", "div.list", "nothing on the page matches 'div.list'"),
        ("<div class=list> </div>", "div.list", "nothing on the page matches 'div.list'"),
        ("<p>Something</p>", "((", r"'\(\(' is no CSS selector"),
        ("<div>" * 5000, "", "is nested too deeply to be read"),
        ("{", "", "is broken JSON"),
        ('{"data": 1}', "", "is JSON without a page in it"),
    ],
)
def test_a_page_without_its_blocks_is_a_fault(body, selector, fault):
    with pytest.raises(ParseError, match=f"^{fault}$"):
        blocks(body, selector=selector)


def test_a_page_may_name_its_feed():
    other = b"<link rel='alternate' type='text/html' href='/x'>"
    body = b"<title> A  page </title>" + other + b"<link rel='alternate' type='application/rss+xml' href='/rss'>"
    assert (feed_link(body, "https://example.org/a/"), title_of(body)) == ("https://example.org/rss", "A page")
    assert feed_link(b"<p>x", "https://example.org/") == ""


PIECES = "<p> <li> <tr> <td> </tr> <a\thref='x'> </a> <table> <div> </div> <h1> <script> <!-- & \x00 20/11/2026"


@given(
    st.one_of(
        st.binary(max_size=300),
        st.lists(st.one_of(st.sampled_from(PIECES.split(" ")), st.text(max_size=12)), max_size=40).map(
            lambda parts: " ".join(parts).encode("utf-8", "replace")
        ),
    )
)
def test_fuzz_any_bytes_give_blocks_or_a_clear_fault(body):
    """No two blocks of a page are the same."""
    try:
        found = parse(body, URL, NOW)
    except ParseError:
        return
    assert len({each.guid for each in found}) == len(found)
    assert all(each.title and each.url.startswith("http") for each in found)


@given(st.text(max_size=30))
def test_fuzz_any_selector_picks_blocks_or_is_refused(selector):
    """Nothing else comes out."""
    try:
        parse(page(*ROWS), URL, NOW, selector=selector)
    except ParseError as fault:
        assert str(fault)
