"""Links: addresses in the prose and behind it, with the place of each in the source."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact
from newslint.parts import Link
from newslint.text.pattern import pattern
from newslint.text.span import Span, covering

_ADDRESS = r"(?:https?://|www\.)[^\s<>\"”’|\\^`{}]{1,2000}"


@fact
def links(article: Article) -> tuple[Link, ...]:
    """Every link in order of its words: of the markup, and addresses written out in the text."""
    marked: tuple[Link, ...] = article.facts.get("markup-links", ())
    text = article.text
    if "://" not in text and "www." not in text:
        return tuple(sorted(marked))
    spans = sorted(link.span for link in marked)
    bare = []
    for match in pattern(_ADDRESS).finditer(text):
        start, end = match.span()
        while end > start and (text[end - 1] in ".,;:!?*_'…" or _closes_nothing(text, start, end)):
            end -= 1
        if covering(spans, start, end) < 0:
            bare.append(Link(Span(start, end), text[start:end], article.to_source((start, end))))
    return tuple(sorted((*marked, *bare)))


def _closes_nothing(text: str, start: int, end: int) -> bool:
    """True when the address ends with a bracket that it did not open."""
    opener = {")": "(", "]": "["}.get(text[end - 1])
    return opener is not None and text.count(opener, start, end) < text.count(text[end - 1], start, end)
