"""HTML in pages: whatever comes in, what goes out is strict, balanced, short enough and whole."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from bot.look.pages import CAPTION, MESSAGE, escape, pages, parse, shown, units, write

ALLOWED = {"b", "i", "u", "s", "code", "pre", "a", "blockquote"}


class Strict(HTMLParser):
    """Reads a page as Telegram would, and stops at the first fault."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text = ""
        self.tags = 0

    def handle_starttag(self, tag, attrs):
        assert tag in ALLOWED
        assert [name for name, _ in attrs] in ([], ["href"], ["expandable"])
        self.open.append(tag)
        self.tags += 1

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def reads(page: str) -> str:
    """The text of a page, having checked its tags."""
    strict = Strict()
    strict.feed(page)
    strict.close()
    assert strict.open == []
    assert strict.tags <= 100
    assert not re.search(r"&(?!amp;|lt;|gt;|quot;)", page)
    return strict.text


def squeezed(text: str) -> str:
    return "".join(text.split())


words = st.text(alphabet=st.sampled_from("ab<>&\"'; \n/😀क्षि€\u202e\x07é"), max_size=60)
pieces = st.recursive(
    words.map(escape),
    lambda inner: st.one_of(
        st.tuples(st.sampled_from(("b", "i", "u", "s", "code")), inner).map(
            lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0]}>"
        ),
        inner.map(lambda text: f'<a href="https://example.org/?a=1&amp;b=2">{text}</a>'),
        inner.map(lambda text: f"<blockquote expandable>{text}</blockquote>"),
        st.lists(inner, max_size=5).map("".join),
    ),
    max_leaves=12,
)


@given(pieces, st.integers(20, 120))
def test_a_page_is_short_enough_balanced_and_no_word_is_lost(html, limit):
    found = pages(html, limit)
    texts = [reads(page) for page in found]
    assert all(0 < units(text) <= limit for text in texts)
    assert squeezed("".join(texts)) == squeezed(shown(html))


@given(st.text(max_size=300), st.integers(10, 80))
def test_any_text_at_all_gives_strict_pages(text, limit):
    for page in pages(text, limit):
        reads(page)
    for page in pages(escape(text), limit):
        reads(page)


@given(pieces)
def test_a_short_page_is_written_as_it_was_read(html):
    styled = parse(html)
    assert parse(write(styled, 0, len(styled.text))).text == styled.text.translate({0x202E: None, 7: None})


@given(st.text(max_size=200))
def test_escaped_text_is_shown_as_it_was(text):
    assert shown(escape(text)) == reads(escape(text)).replace("\r", "\n")
    assert "<" not in escape(text)


def test_a_page_ends_at_a_line_where_one_is_near_else_at_a_word_else_at_a_letter():
    assert pages("one two\nthree four", 12) == ("one two", "three four")
    assert pages("one two three", 9) == ("one two", "three")
    assert pages("onetwothree", 6) == ("onetwo", "three")


def test_a_tag_that_a_cut_falls_into_is_closed_and_opened_again():
    assert pages("<b>one two</b> three", 5) == ("<b>one</b>", "<b>two</b>", "three")
    linked = pages('<a href="https://example.org/">one two</a>', 5)
    assert linked == ('<a href="https://example.org/">one</a>', '<a href="https://example.org/">two</a>')


def test_a_letter_keeps_its_marks_and_a_pictogram_counts_as_two():
    assert pages("क्षिक्षि", 5) == ("क्षि", "क्षि")
    assert pages("😀😀😀", 4) == ("😀😀", "😀")


def test_tags_that_are_not_telegrams_are_shown_as_text():
    assert pages("<script>x</script> <b class='y'>z</b>") == ("&lt;script&gt;x&lt;/script&gt; &lt;b class='y'&gt;z",)


def test_a_page_holds_no_more_tags_than_telegram_shows():
    found = pages("".join(f"<b>{number}</b> " for number in range(250)))
    assert len(found) == 3
    assert " ".join(reads(page) for page in found).split() == [str(number) for number in range(250)]


def test_marks_that_turn_the_direction_of_text_are_dropped():
    assert escape("cost \u202e221\u202c\x00") == "cost 221"


def test_the_limits_are_those_of_messages_and_captions():
    text = "word " * 2000
    assert all(units(page) <= MESSAGE for page in pages(text))
    assert max(units(page) for page in pages(text, CAPTION)) <= CAPTION


def test_nothing_gives_no_page():
    assert pages("") == ()
    assert pages("<b> \n </b>") == ()
