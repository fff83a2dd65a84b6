"""The blocks of a story that is marked up in XML itself: NITF, or XHTML inside another format. Each is a field."""

from __future__ import annotations

from newslint.formats.compose import Piece
from newslint.formats.xmltree import Element
from newslint.parts import Kind, Zone
from newslint.typed import Iterator

_SKIPPED = frozenset((
    "script", "style", "nav", "form", "button", "media-reference", "media-metadata", "media-producer", "media-object",
    "img", "svg", "iframe", "head", "br", "hr",
))  # fmt: skip
_HOLDERS = frozenset((
    "body", "body.content", "block", "div", "section", "article", "main", "ul", "ol", "dl", "table", "tbody", "thead",
    "tfoot", "tr", "bq", "blockquote", "figure", "media", "nitf-table", "note", "body.head", "header", "html", "center",
    "fn", "aside",
))  # fmt: skip
"""Elements that hold blocks and are none."""
_INLINE = frozenset((
    "a", "abbr", "alt-code", "b", "br", "chron", "classifier", "city", "code", "copyrite", "country", "em", "event",
    "font", "frac", "function", "i", "img", "lang", "location", "money", "num", "object.title", "org", "person",
    "postaddr", "pronounce", "q", "s", "small", "span", "state", "strong", "sub", "sup", "time", "u", "virtloc",
))  # fmt: skip
_WITHIN = _INLINE | _SKIPPED
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "hl1": 1, "hl2": 2}
_KINDS: dict[str, Kind] = {
    "li": "list-item", "dt": "list-item", "dd": "list-item", "td": "table", "th": "table", "pre": "code",
    "figcaption": "caption", "caption": "caption", "media-caption": "caption", "datasource": "meta", "credit": "meta",
    "tagline": "meta",
}  # fmt: skip


def blocks(root: Element, *, title: bool = True) -> Iterator[Piece]:
    """The blocks of text below the element, in order. `title`: a first heading of level one may be the headline."""
    waiting: list[tuple[Element, Kind]] = [(root, "paragraph")]
    while waiting:
        at, kind = waiting.pop()
        name = at.local.lower()
        if name in _SKIPPED:
            continue
        if name in ("bq", "blockquote"):
            kind = "blockquote"
        elif name == "note":
            kind = "meta"
        if at is root or name in _HOLDERS or any(child.local.lower() not in _WITHIN for child in at.children):
            if any(isinstance(part, str) and not part.isspace() for part in at.content):
                yield from _mixed(at, kind)
                continue
            waiting += [(child, _KINDS.get(at.local.lower(), kind)) for child in reversed(at.children)]
            continue
        level = _HEADINGS.get(name, 0)
        if level:
            yield Piece(at.xpath, at.text, "block", "heading", level if title or level > 1 else 2, None, at.line)
        else:
            own = _KINDS.get(name, kind)
            zone: Zone | None = "byline" if "byline" in at.attribute("class").split() else None
            yield Piece(at.xpath, at.text, "block", "meta" if zone else own, 0, zone, at.line)


def _mixed(at: Element, kind: Kind) -> Iterator[Piece]:
    """An element with text of its own beside blocks: one block, as nothing tells its parts from each other."""
    yield Piece(at.xpath, at.text, "block", _KINDS.get(at.local.lower(), kind), 0, None, at.line)
