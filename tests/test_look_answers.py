"""An answer as the chat and the terminal show it."""

from __future__ import annotations

import re
import string
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.asking.answers import Amount, Answer, Count, Fact, Kind, Line, Link, Quote, Style, Text, When
from bot.look import html, numbers, pages, phrases, plain
from bot.look.spans import Voice, linkable, spoken
from storage.periods import Period
from storage.records import Source

REPLY = Source("Reply in the Lok Sabha (DGCIS)", "https://example.org/reply?a=1&b=2", date(2025, 8, 5))
PRESS = Source("Kitco", "https://example.com/kitco", date(2025, 11, 26))
NAMELESS = Source("recorded by Asha, 2 March 2026")


def amount(value, unit, **more):
    return Amount(value, unit, (Fact(value, unit, "FY2024-25", REPLY),), **more)


ANSWER = Answer(
    kind=Kind.FIGURE,
    lines=(
        Line(
            (amount(220_790_000, "USD"), Text(": imports of magnets, "), When(Period.parse("FY2024-25")), Text(".")),
            Style.LEAD,
        ),
        Line((Text("Of it "), amount(72.96, "%"), Text(" from China."))),
        Line((Quote("<China> & co"), Text(": "), amount(161_100_000, "USD")), Style.ROW),
        Line((Link("the table", "https://example.org/table"), Text(", "), Count(1234567), Text(" rows")), Style.ROW),
        Line((Text("Another source says "), amount(221_000_000, "USD"), Text(".")), Style.BESIDE),
        Line((Text("The basket holds ferrite too."),), Style.SMALL),
    ),
    reading="imports, magnets, World, FY2024-25",
    sources=(REPLY, PRESS, REPLY),
)


def test_a_page_has_the_number_first_and_its_papers_last():
    assert html.document(ANSWER) == (
        "<b>$220.8 million</b>: imports of magnets, FY2024-25.\n"
        "Of it 73% from China.\n"
        "• &lt;China&gt; &amp; co: $161.1 million\n"
        '• <a href="https://example.org/table">the table</a>, 12,34,567 rows\n'
        "\n"
        "↔ Another source says $221 million.\n"
        "\n"
        "<i>The basket holds ferrite too.</i>\n"
        "Sources (2):\n"
        '• <a href="https://example.org/reply?a=1&amp;b=2">Reply in the Lok Sabha (DGCIS)</a> (5 August 2025)\n'
        '• <a href="https://example.com/kitco">Kitco</a> (26 November 2025)\n'
        "<i>Read as: imports, magnets, World, FY2024-25</i>"
    )


def test_the_terminal_says_the_same_words_with_addresses_in_full():
    assert plain.plain(ANSWER, style="world") == (
        "$220.8 million: imports of magnets, FY2024-25.\n"
        "Of it 73% from China.\n"
        "- <China> & co: $161.1 million\n"
        "- the table (https://example.org/table), 1,234,567 rows\n"
        "* Another source says $221 million.\n"
        "The basket holds ferrite too.\n"
        "Source: Reply in the Lok Sabha (DGCIS) (5 August 2025) https://example.org/reply?a=1&b=2\n"
        "Source: Kitco (26 November 2025) https://example.com/kitco\n"
        "Read as: imports, magnets, World, FY2024-25"
    )


def test_a_hindi_answer_counts_dates_and_names_its_papers_in_hindi():
    line = Line((amount(220_790_000, "USD"), Text(" "), When(date(2025, 8, 5))), Style.LEAD)
    answer = Answer(Kind.FIGURE, (line,), "आयात", language="hi", sources=(REPLY,))
    text = pages.shown(html.document(answer))
    assert text == ("22.08 करोड़ डॉलर 5 अगस्त 2025\n\nस्रोत: Reply in the Lok Sabha (DGCIS) (5 अगस्त 2025)\nऐसे समझा: आयात")


def test_many_sources_fold_away_under_their_newest_date():
    many = tuple(
        Source(f"Paper {number}", f"https://example.org/{number}", date(2025, number, 1)) for number in range(1, 6)
    )
    text = html.document(Answer(Kind.FIGURE, (), "x", sources=many))
    assert text.startswith("Sources (5, newest 1 May 2025):\n<blockquote expandable>• <a")


def test_several_long_notes_fold_away_and_short_ones_stand_open():
    notes = [Line((Quote(mark * 150),), Style.SMALL) for mark in "ab"]
    short = Line((Text("No period was named."),), Style.SMALL)
    text = html.document(Answer(Kind.FIGURE, (notes[0], short, notes[1]), ""))
    assert text == (
        f"<i>No period was named.</i>\n<blockquote expandable><i>{'a' * 150}</i>\n<i>{'b' * 150}</i></blockquote>"
    )
    assert "blockquote" not in html.document(Answer(Kind.FIGURE, (notes[0], short), ""))


def test_what_stands_beside_folds_away_where_it_is_long():
    beside = [Line((Quote(mark * 200),), Style.BESIDE) for mark in "ab"]
    text = html.document(Answer(Kind.FIGURE, (Line((Text("5"),), Style.LEAD), *beside), ""))
    assert text == f"<b>5</b>\n\n<blockquote expandable>↔ {'a' * 200}\n↔ {'b' * 200}</blockquote>"


def test_a_source_without_an_address_is_shown_as_words():
    assert html.source_html(NAMELESS, Voice()) == "recorded by Asha, 2 March 2026"
    assert html.source_html(Source("x", "javascript:alert(1)"), Voice()) == "x"
    assert not linkable('https://example.org/"onclick')


def test_a_lead_without_an_amount_is_bold_as_a_whole():
    answer = Answer(Kind.UNKNOWN, (Line((Text("I have no figure for that."),), Style.LEAD),), "")
    assert html.html(answer) == ("<b>I have no figure for that.</b>",)


texts = st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=400)
spans = st.one_of(
    texts.map(Text),
    texts.map(Quote),
    st.builds(Link, texts, st.just("https://example.org/")),
    st.integers(0, 10**9).map(Count),
    st.floats(-1e12, 1e12).map(lambda value: amount(value, "USD")),
)
lines = st.builds(Line, st.lists(spans, max_size=4).map(tuple), st.sampled_from(Style))
answers = st.builds(
    Answer,
    kind=st.just(Kind.FIGURE),
    lines=st.lists(lines, max_size=12).map(tuple),
    reading=texts,
    language=st.sampled_from(phrases.LANGUAGES),
    sources=st.lists(st.builds(Source, texts), max_size=6).map(tuple),
)


@given(answers, st.sampled_from((pages.CAPTION, pages.MESSAGE)))
def test_every_page_fits_and_holds_every_word_of_the_answer(answer, limit):
    found = html.html(answer, limit=limit)
    assert all(pages.units(pages.shown(page)) <= limit for page in found)
    whole = "".join("".join(pages.shown(page) for page in found).split())
    for line in answer.lines:
        for span in line.spans:
            said = pages.shown(pages.escape(spoken(span, Voice(answer.language))))
            assert "".join(said.split()) in whole


@given(answers, st.sampled_from(numbers.STYLES))
def test_the_terminal_shows_every_amount_too(answer, style):
    text = plain.plain(answer, style=style)
    voice = Voice(answer.language, style)
    for line in answer.lines:
        assert all(spoken(span, voice) in text for span in line.spans if isinstance(span, Amount))


@pytest.mark.parametrize("key", phrases.PHRASES)
def test_a_phrase_has_the_same_places_in_both_languages(key):
    places = [
        sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)
        for text in (phrases.PHRASES[key][language] for language in phrases.LANGUAGES)
    ]
    assert places[0] == places[1]


@pytest.mark.parametrize("key", phrases.PHRASES)
def test_a_hindi_phrase_is_hindi(key):
    words = re.sub(r"\{\w+\}|/[a-z]+( [a-z]+)?", "", phrases.PHRASES[key]["hi"])  # a command is typed as it is
    assert not re.search(r"[A-Za-z]{3,}", words)
