"""The text of one block of a page while it is gathered: pieces with their places, white space folded, links."""

from __future__ import annotations

from html import unescape

from newslint.lean import cache
from newslint.named import NamedTuple
from newslint.parts import Kind, Zone
from newslint.text.pattern import pattern
from newslint.text.span import Span
from newslint.typed import Pattern


class Piece(NamedTuple):
    """Text and where it stands in the source."""

    text: str
    start: int
    end: int
    """0 for a piece that stands nowhere in the source."""


Target = tuple[int, int, str, Span]
"""First piece of a link, piece behind its last, address, and where the address stands."""


class Gathered(NamedTuple):
    """A block of the page before it is known whether it belongs to the story."""

    pieces: list[Piece]
    links: list[Target]
    kind: Kind
    level: int
    zone: Zone | None
    region: tuple[int, int, int, int]
    """Number of the article-body, article, main and header element it stands in; 0 for none."""


class Gathering:
    """Takes text as a parser comes by it. A block is *solid* once it holds more than white space and separators."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.pieces: list[Piece] = []
        self.links: list[Target] = []
        self.open_links: list[tuple[int, str, Span]] = []
        self.solid = False

    def words(self, text: str, start: int) -> None:
        """Take running text, of whose white space one sign counts."""
        at = 0
        for match in _spaces().finditer(text):
            self._word(text[at : match.start()], start + at)
            at = match.end() - 1
        self._word(text[at:], start + at)

    def _word(self, text: str, start: int) -> None:
        if not self.pieces or self.pieces[-1].text[-1] in " \n\r\t":
            bare = text.lstrip(" \t\r\n\f")
            start += len(text) - len(bare)
            text = bare
        self.verbatim(text, start)

    def verbatim(self, text: str, start: int) -> None:
        """Take text as it stands."""
        if text:
            self.pieces.append(Piece(text, start, start + len(text)))
            self.solid = True

    def entity(self, start: int, length: int) -> None:
        """Take the character that a reference means, of that length without its semicolon."""
        if self.source[start + length : start + length + 1] == ";":
            length += 1
        meant = unescape(self.source[start : start + length])
        if self.pieces or not meant.isspace():
            self.pieces.append(Piece(meant, start, start + length))
            self.solid = True

    def between(self, text: str) -> None:
        """Put in what stands nowhere in the source, such as the gap between two cells."""
        self.pieces.append(Piece(text, 0, 0))

    @property
    def at_line_break(self) -> bool:
        """True right behind a line break."""
        return bool(self.pieces) and self.pieces[-1].text == "\n" and not self.pieces[-1].end

    def open_link(self, url: str, where: Span) -> None:
        """A link begins; a link within a link ends the first."""
        self.close_link()
        self.open_links.append((len(self.pieces), url, where))

    def close_link(self) -> None:
        """The innermost link ends, if one is open."""
        if self.open_links:
            begun, url, where = self.open_links.pop()
            if begun < len(self.pieces):
                self.links.append((begun, len(self.pieces), url, where))

    def taken(self) -> tuple[list[Piece], list[Target]] | None:
        """The block's text and links, if it has any; what follows is another block, in which open links go on."""
        block = None
        if self.solid:
            here = len(self.pieces)
            self.links += [(begun, here, url, where) for begun, url, where in self.open_links]
            block = self.pieces, self.links
        self.pieces, self.links, self.solid = [], [], False
        self.open_links = [(0, url, where) for _, url, where in self.open_links]
        return block


@cache
def _spaces() -> Pattern[str]:
    return pattern(r"[ \t\r\n\f]{2,}")
