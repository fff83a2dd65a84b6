"""Masks: words that are not the writer's own, where rules on wording have nothing to say."""

from __future__ import annotations

import re

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.names import names
from newslint.facts.quote_marks import quoted
from newslint.text.span import Span, merged

_ADDRESS = r"(?:https?://|www\.)[^\s<>\"”]{1,2000}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}"


@fact
def masks(article: Article) -> tuple[Span, ...]:
    """Quotations, titles, names, code and addresses, joined and sorted."""
    spans: list[tuple[int, int]] = [q.span for q in quoted(article)]
    spans += [n.span for n in names(article)]
    spans += [block.span for _, block in article.zoned("code", "quote")]
    text = article.text
    if "://" in text or "www." in text or "@" in text:
        spans += [match.span() for match in re.finditer(_ADDRESS, text)]
    return tuple(merged(spans))
