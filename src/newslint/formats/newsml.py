"""NewsML-G2 (IPTC): items with NITF, XHTML or plain text inside; and the text of its forerunner, NewsML 1."""

from __future__ import annotations

from newslint.formats import nitf
from newslint.formats.blocks import blocks
from newslint.formats.compose import Piece, Story, headline, language
from newslint.formats.xmltree import Element, day
from newslint.parts import Meta
from newslint.typed import Iterator

ITEMS = frozenset(("newsItem", "NewsItem"))


def story_of(item: Element) -> Story | None:
    """The article in an item; None when it holds no text: a picture, or text that stands elsewhere."""
    return _first_version(item) if item.local == "NewsItem" else _second_version(item)


def _second_version(item: Element) -> Story | None:
    about = item.first("contentMeta")
    body = next((pieces for part in item.below("inlineXML", "inlineData") if (pieces := list(_body(part)))), None)
    if body is None:
        return None
    title = about.first("headline") if about is not None else None
    if title is not None and title.text.strip():
        body = [headline(title.xpath, title.text, title.line), *(p for p in body if p.zone != "headline")]
    if about is None:
        return Story(body, Meta(lang=language(item.inherited("xml:lang"))))
    tag = about.first("language")
    dates = (
        about.said("contentCreated"),
        item.said("itemMeta", "firstCreated"),
        item.said("itemMeta", "versionCreated"),
    )
    return Story(
        body,
        Meta(
            byline=about.said("by") or about.said("creator", "name"),
            date=next(filter(None, map(day, dates)), ""),
            lang=language((tag.attribute("tag") if tag is not None else "") or item.inherited("xml:lang")),
        ),
    )


def _body(part: Element) -> Iterator[Piece]:
    kind = part.attribute("contenttype").lower()
    inner = next(part.below("nitf"), None)
    if inner is not None:
        yield from nitf.story_of(inner).pieces
    elif part.local == "inlineXML":
        for child in part.children:
            yield from blocks(child)
    elif part.text.strip():
        yield Piece(
            part.xpath, part.text, "html" if "html" in kind else "plain" if "plain" in kind else "", line=part.line
        )


def _first_version(item: Element) -> Story | None:
    body = next((pieces for part in item.below("DataContent") if (pieces := list(_data(part)))), None)
    if body is None:
        return None
    lines = next(item.below("NewsLines"), None)
    if lines is not None:
        for name, zone in (("DateLine", "dateline"), ("ByLine", "byline")):
            at = lines.first(name)
            if at is not None and at.text.strip():
                body.insert(0, Piece(at.xpath, at.text, "block", "meta", 0, zone, at.line))  # type: ignore[arg-type]
        title = lines.first("HeadLine")
        if title is not None:
            body.insert(0, headline(title.xpath, title.text, title.line))
    tag = next((at.attribute("FormalName") for at in item.below("Language")), "") or item.inherited("xml:lang")
    made = next((at.text for at in item.below("FirstCreated", "ThisRevisionCreated")), "")
    return Story(body, Meta(date=day(made.strip()), lang=language(tag)))


def _data(part: Element) -> Iterator[Piece]:
    inner = next(part.below("nitf"), None)
    yield from nitf.story_of(inner).pieces if inner is not None else blocks(part)
