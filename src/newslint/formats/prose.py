"""The prose of a file with markup, written piece by piece together with its map to the source."""

from __future__ import annotations

from newslint.formats.zones import Part
from newslint.parts import Kind, Link, Run, Zone
from newslint.text.span import Span

BETWEEN = "\n\n"
"""Stands between two blocks and belongs to no run."""


class Prose:
    """Takes stretches of source in reading order; blocks are ended one by one, empty ones vanish."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.parts: list[Part] = []
        self.links: list[Link] = []
        self.length = 0
        """Code points written so far."""
        self.titles: dict[str, str] = {}
        """Headline and dek where they stand before the body."""
        self._text: list[str] = []
        self._runs: list[list[int]] = []
        self._begun = -1
        self._solid = False

    @property
    def here(self) -> int:
        """Where the next stretch will start, in prose."""
        return self.length if self._begun >= 0 or not self.length else self.length + len(BETWEEN)

    @property
    def source_end(self) -> int:
        """Behind the source of the last stretch written."""
        return self._runs[-1][3] if self._runs else 0

    def exact(self, start: int, end: int) -> None:
        """Add ``source[start:end]`` as it stands; of the two spaces round something left out one is enough."""
        if start < end and self._begun >= 0 and self.source[start] == " " and self.source_end != start:
            start += self._text[-1].endswith(" ")
        if start < end:
            self._add(self.source[start:end], start, end, 1)

    def inexact(self, text: str, start: int, end: int) -> None:
        """Add what ``source[start:end]`` stands for: an entity, an escape."""
        if text == self.source[start:end]:
            self.exact(start, end)
        elif text:
            self._add(text, start, end, 0)

    def gap(self, text: str) -> None:
        """Add text that stands nowhere in the source, such as the bar between two cells; never first in a block."""
        if self._begun >= 0:
            self._text.append(text)
            self.length += len(text)

    def end(self, kind: Kind, level: int = 0, zone: Zone | None = None) -> bool:
        """End the block; False when there was nothing in it but space."""
        begun, self._begun = self._begun, -1
        if begun < 0 or not self._solid:
            if begun >= 0:
                self._drop(begun)
            return False
        self._solid = False
        tail = "".join(reversed(self._tail(begun)))
        start = begun + len(tail) - len(tail.lstrip())
        stop = begun + len(tail.rstrip())
        self.parts.append(Part(Span(start, stop), kind, level, zone))
        return True

    def text(self) -> str:
        """All prose written."""
        return "".join(self._text)

    def runs(self) -> list[Run]:
        """The map, in order of prose."""
        return [Run(start, end, low, high, bool(exact)) for start, end, low, high, exact in self._runs]

    def words_of(self, part: Part) -> str:
        """The prose of the last part written."""
        return "".join(reversed(self._tail(part.span.start)))[: part.span.end - part.span.start]

    def undo(self) -> Part:
        """Take the last part back, text and all."""
        part = self.parts.pop()
        self._drop(part.span.start)
        return part

    def _add(self, text: str, start: int, end: int, exact: int) -> None:
        if self._begun < 0:
            if self.length:
                self._text.append(BETWEEN)
                self.length += len(BETWEEN)
            self._begun = self.length
        self._solid = self._solid or not text.isspace()
        self._text.append(text)
        last = self._runs[-1] if self._runs else None
        if exact and last and last[4] and last[3] == start and last[1] == self.length:
            last[1] += len(text)
            last[3] = end
        else:
            self._runs.append([self.length, self.length + len(text), start, end, exact])
        self.length += len(text)

    def _tail(self, start: int) -> list[str]:
        """The pieces written from `start` on, last one first."""
        pieces: list[str] = []
        left = self.length - start
        at = len(self._text)
        while left > 0:
            at -= 1
            piece = self._text[at]
            pieces.append(piece if len(piece) <= left else piece[len(piece) - left :])
            left -= len(piece)
        return pieces

    def _drop(self, start: int) -> None:
        """Forget everything from `start` on, and the blank line before it."""
        left = self.length - start
        while left > 0:
            piece = self._text.pop()
            if len(piece) > left:
                self._text.append(piece[: len(piece) - left])
            left -= len(piece)
        if start and self._text and self._text[-1] == BETWEEN:
            self._text.pop()
            start -= len(BETWEEN)
        self.length = start
        while self._runs and self._runs[-1][1] > start:
            if self._runs[-1][0] >= start:
                self._runs.pop()
            else:
                cut = self._runs[-1]
                cut[3] -= cut[1] - start
                cut[1] = start
        while self.links and self.links[-1].span.start >= start:
            self.links.pop()
