"""Sections: subheads, and what stands under them."""

from __future__ import annotations

from itertools import chain, groupby

from newslint.article import Article
from newslint.facts import fact
from newslint.parts import PROSE, Block
from newslint.text.pattern import pattern
from newslint.text.span import Span
from newslint.typed import Iterator


@fact
def empty_sections(article: Article) -> tuple[tuple[Span, ...], ...]:
    """Subheads with nothing under them; those that follow one another, as in an outline nobody filled, in one row."""
    rows = groupby(zip(_are_empty(article), article.blocks, strict=False), key=lambda pair: pair[0])
    return tuple([tuple([block.span for _, block in row]) for empty, row in rows if empty])


def _are_empty(article: Article) -> Iterator[bool]:
    """Of each block, whether it is a subhead with nothing, not even markup, up to the next of its rank or the end."""
    told = False
    for block, following in zip(article.blocks, chain(article.blocks[1:], (None,)), strict=False):
        told = told or block.zone in PROSE
        yield (
            told
            and (block.zone, block.kind) == ("subhead", "heading")
            and (following is None or (following.kind == "heading" and 0 < following.level <= block.level))
            and _nothing_between(article, block, following)
        )


def _nothing_between(article: Article, block: Block, following: Block | None) -> bool:
    here = article.to_source(block.span)
    if article.source[here.start - 1 : here.start] in ("*", "_"):
        return False  # a line in bold may be a label as well as a heading
    start, stop = here.end, article.to_source(following.span).start if following else len(article.source)
    return not article.source[start:stop].strip(" \t\r\n#=*-_") or _only_heading_tags(article, start, stop)


def _only_heading_tags(article: Article, start: int, stop: int) -> bool:
    between = article.source[start : min(stop, start + 200)]
    return (
        article.format == "html"
        and stop - start < 200
        and bool(pattern(r"\s*</h\d>\s*<h\d[^<>]{0,120}>\s*").fullmatch(between))
    )
