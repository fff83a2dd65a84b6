"""Stretches of text. Offsets are code points, end-exclusive."""

from __future__ import annotations

from bisect import bisect_right

from newslint.lean import partial
from newslint.named import NamedTuple
from newslint.typed import Callable, Sequence


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


of_pair: Callable[[tuple[int, int]], Span] = partial(tuple.__new__, Span)
"""The span of a start and an end, made in C: for the loops that make hundreds in an article."""


def covering(spans: Sequence[tuple[int, int]], start: int, end: int) -> int:
    """The index of the first of sorted, disjoint `spans` that overlaps ``start:end``, or -1."""
    i = bisect_right(spans, (start, start))
    if i and spans[i - 1][1] > start:
        return i - 1
    return i if i < len(spans) and spans[i][0] < end else -1


def merged(spans: Sequence[tuple[int, int]]) -> list[Span]:
    """The spans sorted, with overlapping and touching ones joined."""
    out: list[Span] = []
    start = reach = -1
    for low, high in sorted(spans):
        if low > reach:
            if reach >= 0:
                out.append(of_pair((start, reach)))
            start, reach = low, high
        elif high > reach:
            reach = high
    if reach >= 0:
        out.append(Span(start, reach))
    return out
