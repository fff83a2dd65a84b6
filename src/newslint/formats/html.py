"""HTML pages and the HTML inside Markdown: which blocks are the story.

`elements` walks the page and `pagemeta` collects what it says of itself; the part of the page is chosen here.
"""

from __future__ import annotations

from html import unescape

from newslint.article import Article
from newslint.formats.comments import Order, suppressions
from newslint.formats.elements import PageReader
from newslint.formats.gathered import Gathered
from newslint.formats.prose import Prose
from newslint.formats.zones import blocks_of
from newslint.parts import Kind, Link, Zone
from newslint.text.span import Span


def read_html(source: str, *, path: str = "") -> Article:
    """The article in an HTML page."""
    reader = PageReader(source, 0)
    reader.go(source)
    prose = Prose(source)
    for block in _story(reader.blocks):
        _write(prose, block)
    if not any(block.kind == "heading" and block.level == 1 for block in reader.blocks):
        prose = _titled(source, reader)
    text = prose.text()
    blocks = blocks_of(text, prose.parts)
    article = Article(source=source, text=text, runs=prose.runs(), blocks=blocks, path=path, format="html")
    spoken = {b.zone: text[b.span.start : b.span.end] for _, b in article.zoned("headline", "dek", "byline")}
    article.meta = reader.meta.meta(spoken.get("headline", ""), spoken.get("dek", ""), spoken.get("byline", ""))
    article.context.markup_links = tuple(prose.links)
    if reader.orders:
        places = [article.to_source(part.span) for part in prose.parts]
        article.suppressions = suppressions(reader.orders, places, len(source))
    return article


def read_fragment(prose: Prose, start: int, end: int, kind: Kind, level: int, zone: Zone | None) -> list[Order]:
    """Write the HTML of a Markdown block into its prose; the orders in its comments."""
    reader = PageReader(prose.source, start)
    reader.go(prose.source[start:end])
    for block in reader.blocks:
        if kind != "paragraph" and block.kind == "paragraph":
            block = block._replace(kind=kind, level=level, zone=zone)
        _write(prose, block)
    return reader.orders


def read_story(prose: Prose) -> list[Order]:
    """Write the story of a page, or of a piece of one, into its prose; the orders in its comments."""
    reader = PageReader(prose.source, 0)
    reader.go(prose.source)
    for block in _story(reader.blocks):
        _write(prose, block)
    return reader.orders


def _titled(source: str, reader: PageReader) -> Prose:
    """The prose with the page's title on top, for pages without a heading of the first level."""
    prose = Prose(source)
    low, high = reader.meta.title_span(source)
    if low < high:
        prose.inexact(unescape(source[low:high]), low, high)
        prose.end("heading", 1, "headline")
    for block in _story(reader.blocks):
        _write(prose, block)
    return prose


def _story(blocks: list[Gathered]) -> list[Gathered]:
    """The blocks of the story: of the article body, else the article, else the main part, else of the page."""
    for place in (0, 1, 2):
        weight: dict[int, int] = {}
        for block in blocks:
            if block.region[place] and block.kind != "heading":
                weight[block.region[place]] = weight.get(block.region[place], 0) + _size(block)
        if not weight:
            continue
        best = max(weight, key=lambda number: weight[number])
        if weight[best] < 100 and place < 2 and len(blocks) > 3:
            continue
        first = next(i for i, block in enumerate(blocks) if block.region[place] == best)
        titled = any(b.region[place] == best and b.kind == "heading" and b.level == 1 for b in blocks)
        return [
            block
            for i, block in enumerate(blocks)
            if block.region[place] == best
            or (i < first and not titled and block.kind == "heading" and block.level == 1)
            or (i < first and block.zone in ("dek", "byline") and not block.region[3])
        ]
    return [block for block in blocks if not block.region[3] or (block.kind == "heading" and block.level == 1)]


def _size(block: Gathered) -> int:
    return sum(len(piece.text) for piece in block.pieces)


def _write(prose: Prose, block: Gathered) -> None:
    places: list[int] = []
    for piece in block.pieces:
        places.append(prose.here)
        if not piece.end:
            prose.gap(piece.text)
        else:
            prose.inexact(piece.text, piece.start, piece.end)
    places.append(prose.length)
    if prose.end(block.kind, block.level, block.zone):
        prose.links += [Link(Span(places[a], places[b]), url, where) for a, b, url, where in block.links]
