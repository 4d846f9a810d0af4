"""The Federal Register's search as its API really answers."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources.federal_register import LAST_PAGE, is_search, parse, request_url
from bot.sources.feeds import ParseError

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)  # still the 21st in Washington
SEARCH = 'https://www.federalregister.gov/documents/search?conditions[term]="rare earth"&order=relevance&page=7'
DOCUMENT = {
    "title": "Section 232 Action on Processed Critical Minerals &amp; Magnets",
    "type": "Presidential Document",
    "action": "Proclamation.",
    "abstract": None,
    "document_number": "2026-01234",
    "html_url": "https://www.federalregister.gov/documents/2026/01/20/2026-01234/section-232",
    "publication_date": "2026-01-20",
    "effective_on": "2026-02-01",
    "citation": "91 FR 2345",
    "agencies": [
        {"raw_name": "EXECUTIVE OFFICE OF THE PRESIDENT", "name": "Executive Office of the President"},
        {"raw_name": "OTHER OFFICE"},
    ],
}


def reply(**said):
    return parse(json.dumps(said).encode(), said.pop("page", 1))


def test_a_document_becomes_an_item():
    """Its day begins in Washington; null and missing fields leave no trace."""
    (item,) = reply(count=1, total_pages=1, results=[DOCUMENT]).items
    assert item.title == "Section 232 Action on Processed Critical Minerals & Magnets"
    assert item.summary == "Presidential Document. Proclamation. Effective 2026-02-01. 91 FR 2345."
    assert item.publisher == "Executive Office of the President, Other Office"
    assert (item.published, item.guid) == (datetime(2026, 1, 20, 5, tzinfo=UTC), "2026-01234")


def test_no_hits_have_no_results_at_all():
    """As the API answers then; it is no fault."""
    assert reply(count=0, description="Documents matching nothing") == reply(count=0, results=[])


def test_page_51_is_never_asked_for():
    """It would be page 1 again."""
    body = json.dumps({"count": 9, "total_pages": 99, "results": [DOCUMENT]}).encode()
    assert parse(body, 1).more
    assert not parse(body, LAST_PAGE).more


def test_a_search_keeps_its_conditions_and_asks_for_our_fields():
    """Newest first, the last 30 days, whatever the address said of order and page."""
    asked = parse_qsl(urlsplit(request_url(SEARCH, NOW)).query)
    assert ("conditions[term]", '"rare earth"') in asked
    assert ("conditions[publication_date][gte]", "2026-10-22") in asked
    assert [value for name, value in asked if name == "order"] == ["newest"]
    assert not [value for name, value in asked if name == "page"]
    assert ("page", "3") in parse_qsl(urlsplit(request_url(SEARCH, NOW, page=3)).query)


def test_a_date_in_the_search_is_kept():
    url = "https://www.federalregister.gov/api/v1/documents.json?conditions[publication_date][year]=2025"
    assert "gte" not in request_url(url, NOW)


def test_only_scheme_and_host_are_replaced():
    assert request_url(SEARCH, NOW, base="http://127.0.0.1:9000/x").startswith(
        "http://127.0.0.1:9000/api/v1/documents.json?"
    )


def test_a_search_is_known_by_its_address():
    assert is_search(SEARCH)
    assert is_search("https://federalregister.gov/api/v1/documents.json?conditions[term]=x")
    assert not is_search("https://www.federalregister.gov/api/v1/documents.rss?conditions[term]=x")
    assert not is_search("https://example.org/documents/search")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"[]",
        b"{}",
        b'{"errors": {"foo": "is not a valid field"}}',
        b'{"count": 1, "results": {}}',
        b"\xff",
    ],
)
def test_anything_else_is_a_fault(body):
    with pytest.raises(ParseError):
        parse(body)


VALUES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=10)
    | st.lists(st.none() | st.dictionaries(st.just("name"), st.text(max_size=5)), max_size=2)
)


@given(
    st.dictionaries(st.sampled_from(["count", "total_pages"]), VALUES),
    st.lists(st.dictionaries(st.sampled_from(sorted(DOCUMENT)), VALUES) | VALUES, max_size=3),
)
def test_fuzz_any_reply_gives_documents_or_a_clear_fault(envelope, results):
    """Nothing else comes out."""
    try:
        found = parse(json.dumps({**envelope, "results": results}).encode())
    except ParseError:
        return
    assert all(item.title and item.guid for item in found.items)
