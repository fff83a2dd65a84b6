"""Masks: words that are not the writer's own, where rules on wording have nothing to say."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.names import names
from newslint.facts.quote_marks import quoted
from newslint.text.pattern import pattern
from newslint.text.span import Span, merged

_ADDRESS = r"(?:https?://|www\.)[^\s<>\"”]{1,2000}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}"

_FARTHEST_OPEN = 1000
"""Code points that words after an unclosed mark may have; a longer stretch is a slip of the keyboard."""


@fact
def masks(article: Article) -> tuple[Span, ...]:
    """Quotations, titles, names, code and addresses, joined and sorted."""
    spans: list[tuple[int, int]] = [q.span for q in quoted(article)]
    spans += _left_open(article)
    spans += [n.span for n in names(article)]
    spans += [block.span for _, block in article.zoned("code", "quote")]
    text = article.text
    if "://" in text or "www." in text or "@" in text:
        spans += [match.span() for match in pattern(_ADDRESS).finditer(text)]
    return tuple(merged(spans))


def _left_open(article: Article) -> Iterator[Span]:
    """From an opening mark without its fellow to the end of its paragraph: somebody's words all the same."""
    text = article.text
    if "“" not in text and '"' not in text:
        return
    for block in article.blocks:
        start, end = block.span
        opened = text.rfind("“", start, end)
        if opened < 0 and text[start : start + 1] == '"' and text.find('"', start + 1, end) < 0:
            opened = start
        if opened >= 0 and text.find("”", opened, end) < 0 and end - opened < _FARTHEST_OPEN:
            yield Span(opened, end)
