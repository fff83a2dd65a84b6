"""Voice: whose words a stretch is, the copy's own, somebody's quotation, or code."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts.quote_marks import quoted
from newslint.text.span import Span, covering

_BACK = 300
"""Code points of source looked back over for the mark that opens code in a line."""


def in_code(article: Article, span: tuple[int, int]) -> bool:
    """True inside a code block, inline code or a ``<code>`` element."""
    if article.blocks and article.blocks[article.block_at(span[0])].zone == "code":
        return True
    if article.format == "plain":
        return False
    at = article.to_source(span).start
    head = article.source[max(0, at - _BACK) : at]
    if article.format == "html":
        return head.rfind("<code") > head.rfind("</code")
    line = head[head.rfind("\n") + 1 :]
    return line.count("`") % 2 == 1


def is_quoted(article: Article, span: tuple[int, int]) -> bool:
    """True inside quotation marks or a block quote."""
    stretches = article.remember("quoted-stretches", lambda a: [q.span for q in quoted(a)])
    i = covering(stretches, *span)
    return i >= 0 and stretches[i].start <= span[0] and span[1] <= stretches[i].end


def sentence_round(article: Article, span: Span) -> Span:
    """The sentence round the span; in display type and where sentences are not cut, the span itself."""
    sentence = article.sentence_at(span.start)
    return sentence.span if sentence and sentence.span.end >= span.end else span
