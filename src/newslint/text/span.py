"""Stretches of text. Offsets are code points, end-exclusive."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from newslint.named import NamedTuple


class Span(NamedTuple):
    """``text[start:end]``; sorts by place."""

    start: int
    end: int

    def overlaps(self, other: tuple[int, int]) -> bool:
        """True when the two share at least one code point."""
        return self.start < other[1] and other[0] < self.end

    def within(self, other: tuple[int, int]) -> bool:
        """True when this lies wholly inside the other."""
        return other[0] <= self.start and self.end <= other[1]


def covering(spans: Sequence[tuple[int, int]], start: int, end: int) -> int:
    """The index of the first of sorted, disjoint `spans` that overlaps ``start:end``, or -1."""
    i = max(0, bisect_right(spans, (start, start)) - 1)
    while i < len(spans) and spans[i][0] < end:
        if spans[i][1] > start:
            return i
        i += 1
    return -1


def merged(spans: Sequence[tuple[int, int]]) -> list[Span]:
    """The spans sorted, with overlapping and touching ones joined."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1].end:
            if end > out[-1].end:
                out[-1] = Span(out[-1].start, end)
        else:
            out.append(Span(start, end))
    return out
