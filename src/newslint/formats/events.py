"""The Markdown parser's events, turned into prose.

The parser sees a stand-in of the same length: letters for letters beyond ASCII, so that its byte offsets are code
points, and blanks for templates. Words always come from the source itself.
"""

from __future__ import annotations

from bisect import bisect_right

from newslint.formats.comments import names_a_model, order
from newslint.formats.prose import Prose
from newslint.formats.targets import OPTIONS, Targets
from newslint.formats.templates import stand_in, templated
from newslint.formats.zones import Part
from newslint.lean import cache
from newslint.parts import Kind, Link, Zone
from newslint.text.pattern import pattern
from newslint.text.span import Span
from newslint.typed import Any, Iterable, Mapping, Pattern

PSEUDO_HEADING_WORDS = 12
"""A paragraph wholly in bold with at most so many words and no stop is a heading."""


class EventReader:
    """Turns the parser's events into prose. State: what is open, and what waits for the block's end."""

    def __init__(self, prose: Prose, body: int, *, mdx: bool, titled: bool) -> None:
        self.prose = prose
        self.source = prose.source
        self.body = body
        self.titled = titled
        lines = _lone_return().sub("\n", prose.source) if "\r" in prose.source else prose.source
        self.holes, self.orders = templated(lines, body, mdx=mdx)
        self._hole_starts = [hole.start for hole in self.holes]
        self.shape = stand_in(lines, self.holes)[body:]
        self.kinds: list[tuple[Kind, int, Zone | None]] = [("paragraph", 0, None)]
        self.lists = 0
        self.images = 0
        self.code = False
        self.html = -1
        """Where the block of HTML starts."""
        self.links: list[tuple[int, Mapping[str, Any]]] = []
        self.captions: list[tuple[int, int]] = []
        self.strong = 0
        self.plain = 0
        """Pieces of the block's text that are not in bold."""
        self.targets = Targets(prose.source, self.shape, body)

    def read(self) -> None:
        """Go through the whole body."""
        from pyromark import events_with_range

        events: Iterable[tuple[Any, Any]] = events_with_range(self.shape, options=OPTIONS)  # type: ignore[arg-type]
        for event, where in events:
            start, end = where["start"] + self.body, where["end"] + self.body
            if isinstance(event, str):
                if event == "Rule":
                    self._end()
                elif event in ("SoftBreak", "HardBreak") and not self.images:
                    self._break(start, end)
                continue
            name, value = next(iter(event.items()))
            if name == "Text":
                if self.images:
                    self.captions.append((start, end))
                elif self.code:
                    self.prose.exact(start, end)
                else:
                    self._text(value, start, end)
            elif name == "Start":
                self._opened(value if isinstance(value, str) else next(iter(value)), value, start)
            elif name == "End":
                self._closed(value if isinstance(value, str) else next(iter(value)), start, end)
            elif name == "Code":
                self._code(value, start, end)
            elif name == "InlineHtml" and not self.images:
                self._inline_html(start, end)
        self._end()

    def _opened(self, tag: str, value: Any, start: int) -> None:
        if tag == "Image":
            self.images += 1
        elif tag == "Link":
            self.links.append((self.prose.here, value["Link"]))
        elif tag == "Strong":
            self.strong += 1
        elif tag == "HtmlBlock":
            self.html = start
        elif tag == "CodeBlock":
            self._end()
            self.code = True
        elif tag in _BLOCKS:
            self._start(tag, value)

    def _closed(self, tag: str, start: int, end: int) -> None:
        if tag == "Image":
            self.images -= 1
        elif tag == "Link" and self.links:
            self._link(*self.links.pop(), start, end)
        elif tag == "Strong":
            self.strong -= 1
        elif tag == "HtmlBlock":
            self._html(self.html, end)
        elif tag == "CodeBlock":
            if not self.prose.end("code"):
                self._bare_fence(start, end)
            self.code = False
        elif tag in _BLOCKS:
            self._finish(tag)

    def _bare_fence(self, start: int, end: int) -> None:
        """A fence that opens no code, as the text that it is: a rule shows where it stands."""
        said = self.prose.source[start:end].strip()
        if said and not said.strip("`"):
            at = self.prose.source.index(said, start)
            self.prose.exact(at, at + len(said))
            self.prose.end("code")

    # -- blocks ----------------------------------------------------------------------------------------------------

    def _start(self, tag: str, value: Any) -> None:
        if tag == "TableCell":
            self.prose.gap(" | ")
            return
        self._end()
        inside = self.kinds[-1]
        if tag == "Heading":
            level = int(value["Heading"]["level"][1:])
            self.kinds.append(("heading", level, None))
        elif tag == "BlockQuote":
            self.kinds.append(("blockquote", 0, None))
        elif tag == "List":
            self.lists += 1
            self.kinds.append(inside)
        elif tag in ("Item", "DefinitionListDefinition"):
            self.kinds.append(inside if inside[0] == "blockquote" else ("list-item", max(1, self.lists), None))
        elif tag in ("TableHead", "TableRow"):
            self.kinds.append(("table", 0, None))
        elif tag == "FootnoteDefinition":
            self.kinds.append(("meta", 0, "meta"))
        elif tag == "DefinitionListTitle":
            self.kinds.append(("heading", 6, None))
        else:
            self.kinds.append(inside)

    def _finish(self, tag: str) -> None:
        if tag == "TableCell":
            return
        self._end()
        if len(self.kinds) > 1:
            self.kinds.pop()
        if tag == "List":
            self.lists -= 1

    def _end(self) -> None:
        kind, level, zone = self.kinds[-1]
        bold, self.plain = self.plain == 0, 0
        if self.prose.end(kind, level, zone):
            part = self.prose.parts[-1]
            if kind == "heading" and level == 1 and self.titled and self._repeats_title(part):
                self.prose.undo()
            elif kind == "paragraph" and bold and self._is_label(part):
                self.prose.parts[-1] = part._replace(kind="heading", level=6)
        if self.captions:
            captions, self.captions = self.captions, []
            for start, end in captions:
                self._text(self.shape[start - self.body : end - self.body], start, end)
            self.prose.end("caption")
            self.plain = 0

    def _repeats_title(self, part: Part) -> bool:
        first = self.prose.parts[0]
        if part is first or part.span.end - part.span.start > 400:
            return False
        title = self.prose.titles.get("headline", "")
        return bare(self.prose.words_of(part)) == bare(title)

    def _is_label(self, part: Part) -> bool:
        words = self.prose.words_of(part) if part.span.end - part.span.start <= 120 else ""
        return bool(words) and len(words.split()) <= PSEUDO_HEADING_WORDS and words.rstrip("\"”’')")[-1:] not in ".!,;…"

    def _html(self, start: int, end: int) -> None:
        self._end()
        if start < 0:
            return
        piece = self.source[start:end]
        bare = piece.strip()
        if bare.startswith("<!--") and bare.endswith("-->") and bare.count("-->") == 1:
            opens, closes = start + piece.index("<!--"), start + len(piece.rstrip())
            self._order(bare[4:-3], opens, closes)
            if names_a_model(bare[4:-3]):
                words = bare[4:-3]
                low = opens + 4 + len(words) - len(words.lstrip())
                self.prose.exact(low, low + len(words.strip()))
                self.prose.end("meta", 0, "meta")
            return
        from newslint.formats.html import read_fragment

        kind, level, zone = self.kinds[-1]
        self.orders += read_fragment(self.prose, start, end, kind, level, zone)

    # -- inside a block --------------------------------------------------------------------------------------------

    def _text(self, value: str, start: int, end: int) -> None:
        if not self.strong:
            self.plain += 1
        if value != self.shape[start - self.body : end - self.body]:
            self.prose.inexact(value, start, end)
            return
        for low, high in self._without_holes(start, end):
            self.prose.exact(low, high)

    def _without_holes(self, start: int, end: int) -> list[tuple[int, int]]:
        i = bisect_right(self._hole_starts, start) - 1
        if i + 1 >= len(self.holes) and (i < 0 or self.holes[i].end <= start):
            return [(start, end)]
        kept = []
        i = max(0, i)
        while i < len(self.holes) and self.holes[i].start < end:
            hole = self.holes[i]
            if hole.end > start:
                if hole.start > start:
                    kept.append((start, hole.start))
                start = max(start, hole.end)
            i += 1
        if start < end:
            kept.append((start, end))
        return kept

    def _break(self, start: int, end: int) -> None:
        low = start
        while low < end and self.source[low] not in "\r\n":
            low += 1
        if low < end:
            self.prose.exact(low, end)
        else:
            self.prose.gap("\n")

    def _code(self, value: str, start: int, end: int) -> None:
        self.plain += not self.strong
        low, high = start, end
        while low < high and self.source[low] == "`":
            low += 1
            high -= 1
        while low < high and self.source[low] in " \r\n":
            low += 1
        while high > low and self.source[high - 1] in " \r\n":
            high -= 1
        if len(value.strip(" ")) == high - low:
            self.prose.exact(low, high)
        else:
            self.prose.inexact(_line_joint().sub(" ", self.source[low:high]), low, high)

    def _inline_html(self, start: int, end: int) -> None:
        tag = self.source[start:end]
        if tag.startswith("<!--"):
            self._order(tag[4:-3], start, end)
        elif tag[:3].lower() == "<br":
            self.prose.gap("\n")

    def _order(self, words: str, start: int, end: int) -> None:
        if said := order(words, (start, end)):
            self.orders.append(said)

    def _link(self, begun: int, link: Mapping[str, Any], start: int, end: int) -> None:
        """Remember a link, from the place in the prose where it was begun, with its target in the source."""
        words_end = max(start, self.prose.source_end - 1)
        url, target = self.targets.of(link, Span(start, end), words_end)
        self.prose.links.append(Link(Span(min(begun, self.prose.length), self.prose.length), url, target))


_BLOCKS = frozenset(
    "Paragraph Heading BlockQuote List Item TableHead TableRow TableCell Table FootnoteDefinition DefinitionList "
    "DefinitionListTitle DefinitionListDefinition".split()
)


@cache
def _line_joint() -> Pattern[str]:
    return pattern(r"[ \t]*(?:\r\n|\r|\n)[> \t]*")


@cache
def _lone_return() -> Pattern[str]:
    """It ends a line in Markdown, which the parser knows of paragraphs and not of headings."""
    return pattern(r"\r(?!\n)")


def bare(words: str) -> str:
    """Letters and figures alone, in lower case: what makes two headings say the same."""
    return "".join(c for c in words.lower() if c.isalnum())
