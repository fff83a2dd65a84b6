"""Where the targets of Markdown's links stand in the source; the parser tells what they are, and not where."""

from __future__ import annotations

from newslint.text.span import Span
from newslint.typed import Any, Mapping

OPTIONS = 2 | 4 | 8 | 16 | 64 | 4096
"""pulldown-cmark's tables, footnotes, strikethrough, task lists, heading attributes and definition lists."""


class Targets:
    """Finds the targets of one source, behind the link's words or in the definition of its label."""

    def __init__(self, source: str, shape: str, body: int) -> None:
        """`shape` is what the parser saw: the source from `body` on, templates blanked out."""
        self._source = source
        self._shape = shape
        self._body = body
        self._definitions: dict[str, tuple[int, int]] | None = None

    def of(self, link: Mapping[str, Any], whole: Span, words_end: int) -> tuple[str, Span]:
        """The address of a link as the source has it, and its place; that of the whole link where it is not found."""
        url = link["dest_url"]
        low, high = whole.start + 1, whole.end
        if link["link_type"] == "Inline":
            low = self._source.find("](", words_end, high) + 2
        elif link["link_type"] in ("Reference", "Collapsed", "Shortcut"):
            low, high = self._definition(link["id"])
        while low < high and self._source[low] in " \t\r\n<":
            low += 1
        if self._shape[low - self._body : low - self._body + len(url)] != url:
            return url, whole
        return self._source[low : low + len(url)], Span(low, low + len(url))

    def _definition(self, label: str) -> tuple[int, int]:
        """Where the target stands in the definition of a reference."""
        if self._definitions is None:
            from pyromark import reference_definitions

            known = reference_definitions(self._shape, options=OPTIONS)  # type: ignore[arg-type]
            self._definitions = {name.lower(): (at["span"]["start"], at["span"]["end"]) for name, at in known.items()}
        start, end = self._definitions.get(label.lower(), (0, 0))
        return self._shape.find("]:", start, end) + 2 + self._body, end + self._body
