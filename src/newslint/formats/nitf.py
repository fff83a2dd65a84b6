"""NITF, the wire agencies' news text format (IPTC, up to version 3.6), by itself or inside NewsML-G2."""

from __future__ import annotations

from newslint.formats.blocks import blocks
from newslint.formats.compose import Piece, Story, dek, headline, language
from newslint.formats.xmltree import Element, day
from newslint.parts import Meta
from newslint.typed import Iterator


def story_of(nitf: Element) -> Story:
    """The article in a ``nitf`` element."""
    head = nitf.first("body", "body.head")
    pieces = list(_display(nitf, head))
    content = nitf.first("body", "body.content")
    if content is not None:
        pieces += blocks(content, title=not pieces)
    end = nitf.first("body", "body.end", "tagline")
    if end is not None:
        pieces.append(Piece(end.xpath, end.text, "block", "meta", 0, "meta", end.line))
    issued = nitf.first("head", "docdata", "date.issue")
    published = nitf.first("head", "pubdata")
    dates = (
        day(issued.attribute("norm")) if issued is not None else "",
        day(published.attribute("date.publication")) if published is not None else "",
        next((day(at.attribute("norm")) for at in (head.below("story.date") if head is not None else ())), ""),
    )
    lang = nitf.attribute("lang") or nitf.attributes.get("baselang", "")
    return Story(pieces, Meta(date=next(filter(None, dates), ""), lang=language(lang)))


def _display(nitf: Element, head: Element | None) -> Iterator[Piece]:
    """Headline, dek, byline and dateline."""
    title = head.first("hedline", "hl1") if head is not None else None
    if title is None or not title.text.strip():
        title = nitf.first("head", "title")
    if title is not None:
        yield headline(title.xpath, title.text, title.line)
    if head is None:
        return
    below = head.first("hedline", "hl2")
    if below is not None:
        yield dek(below.xpath, below.text, below.line)
    for at in head.children:
        if at.local == "byline":
            yield Piece(at.xpath, at.text, "block", "meta", 0, "byline", at.line)
        elif at.local == "dateline":
            yield Piece(at.xpath, at.text, "block", "meta", 0, "dateline", at.line)
