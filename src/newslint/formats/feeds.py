"""RSS (all versions) and Atom: one article an item. What an item only links to is not fetched."""

from __future__ import annotations

import re

from newslint.formats.blocks import blocks
from newslint.formats.compose import Piece, Story, headline, language
from newslint.formats.xmltree import Element, day
from newslint.lean import cache
from newslint.parts import Meta

ITEMS = frozenset(("item", "entry"))


def story_of(item: Element) -> Story:
    """The article in an item or entry; one without any text is an empty article."""
    return _entry(item) if item.local == "entry" else _item(item)


def _item(item: Element) -> Story:
    pieces = title(item)
    bodies = map(item.first, ("encoded", "body", "description", "summary"))
    body = next((at for at in bodies if at is not None and at.text.strip()), None)
    if body is not None:
        if body.children:
            pieces += blocks(body)
        else:
            # RSS means HTML here, but a text without any keeps its lines, which HTML would run together.
            shape = "html" if _marked_up().search(body.text) else ""
            pieces.append(Piece(body.xpath, body.text, shape, line=body.line))
    around = item.parent
    lang = (
        item.said("language") or item.inherited("xml:lang") or (around.said("language") if around is not None else "")
    )
    byline = item.said("creator") or _name(item.said("author"))
    return Story(pieces, Meta(byline=byline, date=day(item.said("pubDate") or item.said("date")), lang=language(lang)))


def _entry(entry: Element) -> Story:
    pieces = title(entry)
    for name in ("content", "summary"):
        body = entry.first(name)
        if body is None or not body.text.strip():
            continue
        kind = body.attributes.get("type", "text").lower()
        if body.children:
            pieces += blocks(body)
        else:
            shape = "html" if "html" in kind else "plain" if kind in ("text", "text/plain") else ""
            pieces.append(Piece(body.xpath, body.text, shape, line=body.line))
        break
    around = entry.parent
    byline = entry.said("author", "name") or (around.said("author", "name") if around is not None else "")
    date = next(filter(None, (day(entry.said(name)) for name in ("published", "issued", "updated", "modified"))), "")
    return Story(pieces, Meta(byline=byline, date=date, lang=language(entry.inherited("xml:lang"))))


def title(item: Element) -> list[Piece]:
    """The headline, which may hold HTML."""
    found = item.first("title")
    if found is None or not found.text.strip():
        return []
    if found.attributes.get("type", "") == "html" or "<" in found.text or "&" in found.text:
        return [Piece(found.xpath, found.text, "html", "heading", 1, "headline", found.line)]
    return [headline(found.xpath, found.text, found.line)]


@cache
def _marked_up() -> re.Pattern[str]:
    return re.compile(
        r"</?(?:p|div|h[1-6]|ul|ol|li|figure|blockquote|strong|em|b|i|a|img|br|hr)(?:\s[^<>]*)?/?>"
        r"|&(?:#\d{1,6}|#x[\da-f]{1,6}|[a-z]{2,8});",
        re.IGNORECASE,
    )


def _name(author: str) -> str:
    """RSS writes ``address (Name)``; an address alone is no byline."""
    if author.endswith(")") and "(" in author:
        return author.rpartition("(")[2][:-1]
    return "" if "@" in author else author
