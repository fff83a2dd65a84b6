"""The elements of a page, walked once: its blocks of text with the part of the page that each stands in."""

from __future__ import annotations

from html.parser import HTMLParser

from newslint.formats.comments import Order, order
from newslint.formats.gathered import Gathered, Gathering, Piece
from newslint.formats.pagemeta import PageMeta
from newslint.formats.tags import BREAKS, IMPLIED, SKIPPED, VOID, is_clutter, zone_of
from newslint.lean import cache
from newslint.parts import Kind, Zone
from newslint.text.pattern import pattern
from newslint.text.span import Span
from newslint.typed import Iterator, Pattern

HEADER = 3
"""The last place in a region."""
_COUNTED = {"blockquote": "quote", "pre": "pre", "ul": "list", "ol": "list", "dl": "list", "table": "table"}
"""Elements within which text is of another kind, with the counter of each."""


class PageReader(HTMLParser):
    """Walks the page once. Every open element remembers what it changed, so that its end can change it back."""

    def __init__(self, source: str, base: int) -> None:
        super().__init__(convert_charrefs=False)
        self.page = source
        self.base = base
        """Where in the source the text starts that the parser holds."""
        self.at = 0
        """Where in that text the parser stands."""
        self.blocks: list[Gathered] = []
        self.orders: list[Order] = []
        self.meta = PageMeta()
        self.open: list[tuple[str, list[str | int]]] = []
        """Open elements, each with what its end must change back: counters by name, places in `region` by number."""
        self.count: dict[str, int] = {}
        self.state = {"skip": 0, "quote": 0, "table": 0, "list": 0, "pre": 0, "heading": 0}
        self.region = [0, 0, 0, 0]
        """As in `Gathered`."""
        self.regions = 0
        """How many there have been."""
        self.zones: list[Zone] = []
        self.text = Gathering(source)

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
        self.meta.element(tag, given)
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
            self.text.open_link(given.get("href", ""), self._target())
        elif tag in ("td", "th") and self.text.solid:
            self.text.between(" | ")

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
            self.text.verbatim(data, start)
        else:
            self.text.words(data, start)

    def _entity(self, length: int) -> None:
        if not self.state["skip"]:
            self.text.entity(self.base + self.at, length)

    def _line_break(self) -> None:
        """A second line break in a row ends the block."""
        if self.text.at_line_break:
            self._flush()
        elif self.text.pieces and not self.state["skip"]:
            self.text.between("\n")

    def _alt(self, alt: str) -> None:
        """An image's alternative text, as a caption of its own behind the block it stands in."""
        start = self.page.find(alt, self.base + self.at, self.base + self.at + 4000)
        if start >= 0:
            piece = Piece(alt, start, start + len(alt))
            self.blocks.append(Gathered([piece], [], "caption", 0, "caption", self._region()))

    # -- blocks ------------------------------------------------------------------------------------------------------

    def _flush(self) -> None:
        taken = self.text.taken()
        if taken is None:
            return
        kind, level = self._kind()
        zone: Zone | None = self.zones[-1] if self.zones else None
        if kind == "heading":
            zone = "dek" if zone == "dek" else None
        self.blocks.append(Gathered(*taken, kind, level, zone, self._region()))

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

    def _effects(self, tag: str, given: dict[str, str]) -> list[str | int]:
        """Change the state for an element; returns what its end must change back."""
        state = self.state
        quoted = tag == "footer" and state["quote"]
        if not quoted and (tag in SKIPPED or is_clutter(tag, given)):
            self._flush()
            state["skip"] += 1
            return ["skip"]
        if state["skip"]:
            return []
        effects: list[str | int] = []
        if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
            state["heading"] = int(tag[1])
            effects.append("heading")
        effects += self._begun(tag, given)
        if tag in _COUNTED:
            state[_COUNTED[tag]] += 1
            effects.append(_COUNTED[tag])
        zone = zone_of(tag, given)
        if zone:
            self._flush()
            self.zones.append(zone)
            effects.append("zone")
        return effects

    def _begun(self, tag: str, given: dict[str, str]) -> Iterator[int]:
        """Places in `region` that the element takes. A header within the story is none of its own."""
        in_story = "articlebody" in given.get("itemprop", "").lower()
        for place, holds in enumerate((in_story, tag == "article", tag == "main", tag == "header")):
            if holds and not self.region[place] and not (place == HEADER and any(self.region[:HEADER])):
                self._flush()
                self.regions += 1
                self.region[place] = self.regions
                yield place

    def _close_top(self) -> str:
        tag, effects = self.open.pop()
        self.count[tag] -= 1
        if tag == "a" and not self.state["skip"]:
            self.text.close_link()
        if not effects:
            return tag
        self._flush()
        for effect in effects:
            if isinstance(effect, int):
                self.region[effect] = 0
            elif effect == "heading":
                self.state["heading"] = 0
            elif effect == "zone":
                self.zones.pop()
            else:
                self.state[effect] -= 1
        return tag

    def _target(self) -> Span:
        """Where the target of the link that was just opened stands."""
        start = self.base + self.at
        match = _href().search(self.get_starttag_text() or "")
        if not match or match.lastindex is None:
            return Span(start, start)
        return Span(start + match.start(match.lastindex), start + match.end(match.lastindex))


@cache
def _href() -> Pattern[str]:
    return pattern(r"(?i)\shref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))")


@cache
def _reference() -> Pattern[str]:
    return pattern(r"&(?:#\d{1,8}|#[xX][\da-fA-F]{1,8}|[A-Za-z][A-Za-z\d]{1,40});")
