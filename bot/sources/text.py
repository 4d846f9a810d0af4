"""Strangers' bytes into clean text. Any bytes give text; nothing here knows what the text is for."""

from __future__ import annotations

import re
from html import unescape
from unicodedata import normalize

from selectolax.lexbor import LexborHTMLParser

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_DECLARED = re.compile(rb"""(?:encoding|charset)\s*=\s*["']?\s*([A-Za-z][\w.:-]{1,40})""")
# Encodings that the web uses. Python knows others, which are no character sets ('idna') or run code-like escapes.
_CHARSETS = re.compile(
    r"(?:utf-?(?:8|16|32)|iso-?8859|latin|windows-|cp12|gb|hz|big5|shift|sjis|euc|koi8|iso-2022|us-ascii|tis)",
    re.IGNORECASE,
)
_HEAD = 1024
_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_DEVANAGARI = re.compile(r"[\u0900-\u097f]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_KANA = re.compile(r"[\u3040-\u30ff]")
# Elements that hold nothing, or that the next of their kind ends: unclosed, they nest nothing.
_FLAT = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    "p", "li", "td", "th", "tr", "dt", "dd", "option", "optgroup", "thead", "tbody", "tfoot", "colgroup", "rt", "rp",
    "html", "head", "body",
))  # fmt: skip
# Most markup is a few plain tags, which need no parser.
_TAGS = re.compile(r"""</?[a-zA-Z](?:[^<>"']|"[^"<>]*"|'[^'<>]*'){0,400}>""")
_NOT_SIMPLE = re.compile(r"<[a-zA-Z/!?]")
_HIDING = re.compile(r"<(?:script|style|template|noscript|!)", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
DEEPEST = 512  # as browsers have it
_MOST_HTML = 8_000  # characters of one title or summary that are looked at


def decoded(body: bytes, charset: str = "") -> str:
    """Bytes as text: by their mark, as UTF-8 where they are that, else as declared, else as Windows writes it.

    UTF-8 comes before what is declared: text of another encoding is hardly ever valid UTF-8, while servers often
    declare what they do not send.
    """
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return body.decode(encoding, "replace")
    if (wide := _wide(body)) is not None:
        return body.decode(wide, "replace")
    named = _DECLARED.search(body[:_HEAD])
    for encoding in ("utf-8", charset, named[1].decode("ascii") if named else ""):
        if (text := _strictly(body, encoding)) is not None:
            return text
    return body.decode("cp1252", "replace")


def too_deep(markup: str) -> bool:
    """Whether elements nest so deeply that parsing them would take time in the square of their number."""
    depth = 0
    for closing, name in _TAG.findall(markup):
        if name.lower() not in _FLAT:
            depth = max(depth - 1, 0) if closing else depth + 1
            if depth > DEEPEST:
                return True
    return False


def plain(markup: str, most: int = 1000) -> str:
    """A title or a summary without its HTML, on one line, at most `most` characters.

    >>> plain("<b>Output</b> &lt; 5&nbsp;t <script>x()</script>")
    'Output < 5 t'
    """
    text = markup[:_MOST_HTML]
    if "<" in text:
        bare = _TAGS.sub(" ", text)
        text = _inner_text(text) if _NOT_SIMPLE.search(bare) or _HIDING.search(text) else unescape(bare)
    elif "&" in text:
        text = unescape(text)
    return shortened(tidied(text), most)


def _inner_text(markup: str) -> str:
    """By a parser, where taking the tags out is not enough."""
    tree = LexborHTMLParser(markup)
    tree.strip_tags(["script", "style", "template", "noscript"], recursive=True)
    return tree.body.text(separator=" ") if tree.body else ""


def tidied(text: str) -> str:
    """On one line, composed, without characters that are no text: controls, marks that turn the writing around."""
    return " ".join(normalize("NFC", _UNFIT.sub("", text)).split())


def shortened(text: str, most: int) -> str:
    """At most `most` characters, cut between words where that is near."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    space = cut.rfind(" ", most - 40 if most > 80 else most)
    return (cut[:space] if space > 0 else cut).rstrip() + "…"


def language_of(text: str, declared: str = "") -> str:
    """hi and zh by their script, which never lies; else as declared; '' when nobody says.

    >>> language_of("दुर्लभ मृदा", "en-IN"), language_of("Rare earths", "en-IN"), language_of("Rare earths")
    ('hi', 'en', '')
    """
    if len(_DEVANAGARI.findall(text)) * 3 > len(text):
        return "hi"
    if len(_HAN.findall(text)) * 3 > len(text) and not _KANA.search(text):
        return "zh"
    base = declared.strip().lower().partition("-")[0].partition("_")[0]
    return base if base.isascii() and base.isalpha() and len(base) in (2, 3) else ""


def _wide(body: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of its '<' or '{' is null."""
    return {b"<\x00": "utf-16-le", b"{\x00": "utf-16-le", b"\x00<": "utf-16-be", b"\x00{": "utf-16-be"}.get(body[:2])


def _strictly(body: bytes, encoding: str) -> str | None:
    if not _CHARSETS.match(encoding):
        return None
    try:
        return body.decode(encoding)
    except (UnicodeError, LookupError):
        return None
