"""The elements of a page, walked once: its blocks of text with the part of the page that each stands in."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from html.parser import HTMLParser

from newslint.article import Kind, Zone
from newslint.formats.comments import Order, order
from newslint.formats.pagemeta import PageMeta
from newslint.formats.tags import BREAKS, IMPLIED, SKIPPED, VOID, is_clutter, zone_of
from newslint.named import NamedTuple
from newslint.text.pattern import pattern
from newslint.text.span import Span


class Piece(NamedTuple):
    """Text and where it stands in the source."""

    text: str
    start: int
    end: int
    """0 for a piece that stands nowhere in the source."""


class Gathered(NamedTuple):
    """A block of the page before it is known whether it belongs to the story."""

    pieces: list[Piece]
    links: list[tuple[int, int, str, Span]]
    """First piece, piece behind the last, target, and where the target stands."""
    kind: Kind
    level: int
    zone: Zone | None
    region: tuple[int, int, int, int]
    """Number of the article-body, article, main and header element it stands in; 0 for none."""


class PageReader(HTMLParser):
    """Walks the page once. Every open element remembers what it changed, so that its end can change it back."""

    def __init__(self, source: str, base: int) -> None:
        super().__init__(convert_charrefs=False)
        self.page = source
        self.base = base
        self.at = 0
        self.blocks: list[Gathered] = []
        self.orders: list[Order] = []
        self.meta = PageMeta()
        self.open: list[tuple[str, str]] = []
        self.count: dict[str, int] = {}
        self.state = {"skip": 0, "quote": 0, "table": 0, "list": 0, "pre": 0, "heading": 0}
        self.region = [0, 0, 0, 0]
        self.numbers = 0
        self.zones: list[Zone] = []
        self.anchors: list[tuple[int, str, Span]] = []
        self.pieces: list[Piece] = []
        self.links: list[tuple[int, int, str, Span]] = []
        self.solid = False
        self.cell = False

    def go(self, text: str) -> None:
        """Read the text to its end. What follows the last ``>`` is no tag; a comment never closed is none."""
        origin = self.base
        close = text.rfind("-->") + 3
        if "<!--" in text[max(0, close) :]:
            text = text[:close] + text[close:].replace("<!--", "    ") if close > 2 else text.replace("<!--", "    ")
        cut = text.rfind(">") + 1
        self.feed(text[:cut])
        self.base += cut - len(self.rawdata)
        self.at = 0
        self.close()
        self._behind_tags(text[cut:], origin + cut)
        self._flush()

    def _behind_tags(self, text: str, start: int) -> None:
        """Read what follows the last tag, which the parser never saw."""
        self.base = start
        done = 0
        for found in _reference().finditer(text):
            self.at = found.start()
            self._words(text[done : self.at], start + done)
            self._entity(found.end() - self.at)
            done = found.end()
        self._words(text[done:], start + done)

    def updatepos(self, i: int, j: int) -> int:
        """Where the parser stands, in the text that it still holds."""
        self.at = j
        return j

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Take ``<![…`` for a comment, whatever it holds; the standard parser gives up on some."""
        return self.parse_bogus_comment(i, report)

    # -- what the parser meets ---------------------------------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.meta.element(tag, given, self.base + self.at)
        if tag == "br":
            self._line_break()
            return
        if tag in BREAKS:
            self._flush()
        if tag in VOID:
            if tag == "img" and given.get("alt") and not self.state["skip"]:
                self._alt(given["alt"])
            return
        if tag in IMPLIED and self.open and self.open[-1][0] == tag:
            self._close_top()
        self.open.append((tag, self._effects(tag, given)))
        self.count[tag] = self.count.get(tag, 0) + 1
        if tag == "a" and not self.state["skip"]:
            self._end_link()  # a link within a link ends the first
            self.anchors.append((len(self.pieces), given.get("href", ""), self._target()))
        elif tag in ("td", "th"):
            if self.solid:
                self.pieces.append(Piece(" | ", 0, 0))
            self.cell = True

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in BREAKS:
            self._flush()
        if not self.count.get(tag):
            return
        while self.open:
            if self._close_top() == tag:
                return

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][0] in ("script", "title") and self.meta.data(data, self.base + self.at):
            return
        self._words(data, self.base + self.at)

    def handle_entityref(self, name: str) -> None:
        self._entity(len(name) + 1)

    def handle_charref(self, name: str) -> None:
        self._entity(len(name) + 2)

    def handle_comment(self, data: str) -> None:
        at = self.base + self.at
        if said := order(data, (at, min(len(self.page), at + len(data) + 7))):
            self.orders.append(said)

    # -- words -------------------------------------------------------------------------------------------------------

    def _words(self, data: str, start: int) -> None:
        if self.state["skip"] or not data:
            return
        if self.state["pre"]:
            self._put(data, start)
            return
        at = 0
        for match in _spaces().finditer(data):
            self._put(data[at : match.start()], start + at)
            at = match.end() - 1
        self._put(data[at:], start + at)

    def _put(self, text: str, start: int) -> None:
        if text and (not self.pieces or self.pieces[-1].text[-1] in " \n\r\t") and not self.state["pre"]:
            bare = text.lstrip(" \t\r\n\f")
            start += len(text) - len(bare)
            text = bare
        if text:
            self.pieces.append(Piece(text, start, start + len(text)))
            self.solid = True

    def _entity(self, length: int) -> None:
        if self.state["skip"]:
            return
        start = self.base + self.at
        if self.page[start + length : start + length + 1] == ";":
            length += 1
        raw = self.page[start : start + length]
        meant = unescape(raw)
        if meant.isspace() and not self.pieces:
            return
        self.pieces.append(Piece(meant, start, start + length))
        self.solid = True

    def _line_break(self) -> None:
        if self.pieces and self.pieces[-1].text == "\n" and not self.pieces[-1].end:
            self._flush()
        elif self.pieces and self.state["skip"] == 0:
            self.pieces.append(Piece("\n", 0, 0))

    def _alt(self, alt: str) -> None:
        """An image's alternative text, as a caption of its own behind the block it stands in."""
        start = self.page.find(alt, self.base + self.at, self.base + self.at + 4000)
        if start >= 0:
            self.blocks.append(
                Gathered([Piece(alt, start, start + len(alt))], [], "caption", 0, "caption", self._region())
            )

    # -- blocks ------------------------------------------------------------------------------------------------------

    def _flush(self) -> None:
        if not self.solid:
            self.pieces.clear()
            self.links.clear()
            self.anchors = [(0, url, place) for _, url, place in self.anchors]
            return
        kind, level = self._kind()
        zone: Zone | None = self.zones[-1] if self.zones else None
        if kind == "heading":
            zone = "dek" if zone == "dek" else None
        for begun, url, place in self.anchors:
            self.links.append((begun, len(self.pieces), url, place))
        self.blocks.append(Gathered(self.pieces, self.links, kind, level, zone, self._region()))
        self.pieces, self.links, self.solid = [], [], False
        self.anchors = [(0, url, place) for _, url, place in self.anchors]

    def _region(self) -> tuple[int, int, int, int]:
        return self.region[0], self.region[1], self.region[2], self.region[3]

    def _kind(self) -> tuple[Kind, int]:
        state = self.state
        if state["heading"]:
            return "heading", state["heading"]
        if state["pre"]:
            return "code", 0
        if state["quote"]:
            return "blockquote", 0
        if self.zones and self.zones[-1] == "caption":
            return "caption", 0
        if state["list"] or self.count.get("li"):
            return "list-item", max(1, state["list"])
        if state["table"] and self.count.get("tr") and not self.count.get("p"):
            return "table", 0
        return "paragraph", 0

    def _effects(self, tag: str, given: dict[str, str]) -> str:
        """Change the state for an element; the letters say what its end must change back."""
        state = self.state
        quoted = tag == "footer" and state["quote"]
        if not quoted and (tag in SKIPPED or is_clutter(tag, given)):
            self._flush()
            state["skip"] += 1
            return "s"
        if state["skip"]:
            return ""
        effects = ""
        if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
            state["heading"] = int(tag[1])
            effects = "h"
        for place, holds in enumerate(
            ("articlebody" in given.get("itemprop", "").lower(), tag == "article", tag == "main", tag == "header")
        ):
            if holds and not self.region[place] and not (place == 3 and any(self.region[:3])):
                self._flush()
                self.numbers += 1
                self.region[place] = self.numbers
                effects += "0123"[place]
        if tag == "blockquote":
            state["quote"] += 1
            effects += "q"
        elif tag == "pre":
            state["pre"] += 1
            effects += "p"
        elif tag in ("ul", "ol", "dl"):
            state["list"] += 1
            effects += "l"
        elif tag == "table":
            state["table"] += 1
            effects += "t"
        zone = zone_of(tag, given)
        if zone:
            self._flush()
            self.zones.append(zone)
            effects += "z"
        return effects

    def _close_top(self) -> str:
        tag, effects = self.open.pop()
        self.count[tag] -= 1
        if tag == "a" and not self.state["skip"]:
            self._end_link()
        if not effects:
            return tag
        self._flush()
        for effect in effects:
            if effect == "s":
                self.state["skip"] -= 1
            elif effect == "h":
                self.state["heading"] = 0
            elif effect == "z":
                self.zones.pop()
            elif effect.isdigit():
                self.region[int(effect)] = 0
            else:
                name = {"q": "quote", "p": "pre", "l": "list", "t": "table"}[effect]
                self.state[name] -= 1
        return tag

    def _end_link(self) -> None:
        if self.anchors:
            begun, url, place = self.anchors.pop()
            if begun < len(self.pieces):
                self.links.append((begun, len(self.pieces), url, place))

    def _target(self) -> Span:
        """Where the target of the link that was just opened stands."""
        start = self.base + self.at
        match = _href().search(self.get_starttag_text() or "")
        if not match or match.lastindex is None:
            return Span(start, start)
        return Span(start + match.start(match.lastindex), start + match.end(match.lastindex))


@cache
def _spaces() -> re.Pattern[str]:
    return pattern(r"[ \t\r\n\f]{2,}")


@cache
def _href() -> re.Pattern[str]:
    return pattern(r"\shref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)


@cache
def _reference() -> re.Pattern[str]:
    return pattern(r"&(?:#\d{1,8}|#[xX][\da-fA-F]{1,8}|[A-Za-z][A-Za-z\d]{1,40});")
