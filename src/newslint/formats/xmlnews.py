"""XML that holds news: which kind it is, by its root, and its articles one by one."""

from __future__ import annotations

import re

from newslint.errors import InputError
from newslint.formats import feeds, newsml, nitf, wxr
from newslint.formats.compose import Story
from newslint.formats.xmltree import Element, elements
from newslint.typed import IO, Iterator

HEAD = 1 << 14
"""Bytes at the start by which a document is known."""
_ROOT = re.compile(r"<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)([^<>]*)", re.DOTALL)
_PROLOGUE = re.compile(r"<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL)


def stories(
    stream: IO[bytes], path: str, container: str, encoding: str | None = None
) -> Iterator[tuple[str, int | None, Story]]:
    """The articles: kind of the file, index among its items (None where the file is one article), and content.

    A package without text in it is an empty article. InputError when the document is broken, or no news at all.
    """
    found = False
    kind = ""
    for nth, element in enumerate(elements(stream, path, feeds.ITEMS | newsml.ITEMS, encoding=encoding)):
        if not kind:
            kind = _kind_of(_root(element), path)
        if element.parent is not None:
            own, story = _story(element)
            if story is not None:
                found = True
                yield own, nth, story
        elif kind == "nitf":
            yield kind, None, nitf.story_of(element)
        elif kind == "newsml-g2" and not found:
            yield kind, None, (newsml.story_of(element) if element.local in newsml.ITEMS else None) or Story(())
    if not kind:
        raise InputError(f"{path}: empty; XML of news has a root element")


def _root(element: Element) -> Element:
    while element.parent is not None:
        element = element.parent
    return element


def _story(element: Element) -> tuple[str, Story | None]:
    """Kind and article of an item."""
    if element.local in newsml.ITEMS:
        return "newsml-g2", newsml.story_of(element)
    if element.local == "entry":
        return "atom", feeds.story_of(element)
    if any(child.name.startswith("wp:") for child in element.children):
        return "wxr", wxr.story_of(element)
    return "rss", feeds.story_of(element)


def _kind_of(root: Element, path: str) -> str:
    """The kind of a document, by its root. InputError for one that is not read."""
    name = root.local
    if name == "nitf":
        return "nitf"
    if name in ("newsItem", "newsMessage", "packageItem", "NewsML", "NewsItem"):
        return "newsml-g2"
    if name in ("rss", "RDF", "feed"):
        return "atom" if name == "feed" else "rss"
    cure = "newslint reads NITF, NewsML-G2, RSS, Atom and WordPress exports"
    raise InputError(f"{path}: XML with the root <{root.name}>, which holds no news; {cure}")


def is_news(stream: IO[bytes]) -> bool:
    """True when the start of the document says that it is one of those that are read."""
    data = stream.read(HEAD)
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    head = data.decode("utf-16" if wide else "utf-8", "replace")
    match = _ROOT.search(_PROLOGUE.sub("", head))
    if not match:
        return False
    name, attributes = match[2], match[3]
    if name in ("nitf", "newsItem", "newsMessage", "NewsML", "rss"):
        return True
    return (name == "feed" and "/Atom" in attributes) or (name == "RDF" and "purl.org/rss" in attributes)
