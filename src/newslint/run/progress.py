"""A line on stderr that says how far a long run is."""

from __future__ import annotations

import sys
import time

from newslint.typed import Iterable, Iterator, TypeVar

T = TypeVar("T")

PATIENCE = 1.0
"""Seconds before the first line, and between two lines a tenth of it."""


def shown(results: Iterable[T], total: int) -> Iterator[T]:
    """The same results; on the way the count of those done, wiped at the end."""
    started = last = time.monotonic()
    drawn = False
    for done, result in enumerate(results, 1):
        now = time.monotonic()
        if now - started > PATIENCE and now - last > PATIENCE / 10:
            sys.stderr.write(f"\r{done} of {max(done, total)} articles")
            sys.stderr.flush()
            last, drawn = now, True
        yield result
    if drawn:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
