"""What goes to LanguageTool: the article's sentences as annotated text, and its answers back in our offsets.

On the wire offsets count UTF-16 units (https://languagetool.org/http-api/); ours count code points.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from newslint.article import Article
from newslint.facts.voice import in_code
from newslint.named import NamedTuple
from newslint.parts import PROSE, Zone
from newslint.text.span import Span
from newslint.typed import Any, Iterable, Iterator, Mapping, Sequence

_DISPLAY: frozenset[Zone] = frozenset(("headline", "dek", "subhead", "caption", "faq-q"))
_LONGEST = 10_000
"""Code points of one sentence that are sent; a longer one is no sentence, and costs the server its memory."""
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"”]{1,2000}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}")
_BETWEEN = "\n\n"


class Unit(NamedTuple):
    """A piece that is checked, and kept, by itself: a sentence of running text, or a whole heading."""

    span: Span
    text: str
    display: bool
    """Display type, whose grammar is its own."""
    hidden: tuple[tuple[int, int], ...] = ()
    """Addresses and code, from the unit's start; the engine reads a neutral word in their place."""


class Remark(NamedTuple):
    """One answer about a unit; `start` and `end` are code points from the unit's start."""

    start: int
    end: int
    rule: str
    category: str
    kind: str
    """LanguageTool's issue type: ``misspelling``, ``grammar``, ``typographical``, …"""
    message: str
    replacements: tuple[str, ...]


def units(article: Article) -> Iterator[Unit]:
    """The article's sentences and display lines, in order. Block quotes and code are left out."""
    for i, block in enumerate(article.blocks):
        if block.zone in _DISPLAY:
            spans: Iterable[Span] = (block.span,)
        elif block.zone in PROSE and block.zone != "quote" and block.kind != "blockquote":
            spans = (sentence.span for sentence in article.sentences_of(i))
        else:
            continue
        for span in spans:
            text = article.text[span.start : span.end]
            if text.strip() and len(text) <= _LONGEST:
                yield Unit(span, text, block.zone in _DISPLAY, tuple(_hidden(article, span, text)))


def _hidden(article: Article, span: Span, text: str) -> Iterator[tuple[int, int]]:
    if "://" in text or "www." in text or "@" in text:
        yield from (match.span() for match in _ADDRESS.finditer(text))
    elif article.format != "plain" and ("`" in article.source or "<code" in article.source):
        for match in re.finditer(r"\S+", text):
            if in_code(article, (span.start + match.start(), span.start + match.end())):
                yield match.span()


def annotation(batch: Sequence[Unit]) -> list[dict[str, str]]:
    """The units as LanguageTool's annotated text, each a paragraph of its own."""
    parts: list[dict[str, str]] = []
    for unit in batch:
        at = 0
        for start, end in unit.hidden:
            if start > at:
                parts.append({"text": unit.text[at:start]})
            parts.append({"markup": unit.text[start:end], "interpretAs": "this"})
            at = end
        if at < len(unit.text):
            parts.append({"text": unit.text[at:]})
        parts.append({"markup": _BETWEEN, "interpretAs": _BETWEEN})
    return parts


def remarks(batch: Sequence[Unit], answer: Mapping[str, Any]) -> list[list[Remark]]:
    """The server's matches, by unit. A match that reaches over two units is dropped."""
    found: list[list[Remark]] = [[] for _ in batch]
    starts = []
    at = 0
    for unit in batch:
        starts.append(at)
        at += wide_length(unit.text) + len(_BETWEEN)
    for match in answer.get("matches", ()):
        start, end = match["offset"], match["offset"] + match["length"]
        n = bisect_right(starts, start) - 1
        text = batch[n].text
        low, high = from_wide(text, start - starts[n]), from_wide(text, end - starts[n])
        if low is not None and high is not None and low < high:
            found[n].append(_remark(low, high, match))
    return found


def _remark(start: int, end: int, match: Mapping[str, Any]) -> Remark:
    rule = match.get("rule", {})
    return Remark(
        start,
        end,
        str(rule.get("id", "")),
        str(rule.get("category", {}).get("id", "")),
        str(rule.get("issueType", "")),
        str(match.get("message", "")),
        tuple(str(item.get("value", "")) for item in match.get("replacements", ())[:5]),
    )


def wide_length(text: str) -> int:
    """UTF-16 units of a text."""
    return len(text) if text.isascii() else len(text) + sum(c > "\uffff" for c in text)


def from_wide(text: str, offset: int) -> int | None:
    """The code point at a UTF-16 offset; None past the end. Inside a pair it is the pair's start."""
    if text.isascii() or max(text) <= "\uffff":
        return offset if 0 <= offset <= len(text) else None
    at = 0
    for i, c in enumerate(text):
        width = 2 if c > "\uffff" else 1
        if offset < at + width:
            return i
        at += width
    return len(text) if offset == at else None
