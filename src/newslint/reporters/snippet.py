"""A finding's words as they stand in the source, fitted to the terminal: a window round them, and marks below.

A paragraph is often one line of a thousand characters, so the window is cut at words and opened with an ellipsis.
"""

from __future__ import annotations

from newslint.named import NamedTuple
from newslint.reporters.summary import visible
from newslint.text.pattern import pattern
from newslint.text.span import Span

ROWS = 3
"""Lines of a longer passage that are shown; what lies between is left out."""

_END = pattern(r"[\r\n]")
_EDGE = 16
"""Code points within which a cut looks for the space between two words."""


class Row(NamedTuple):
    """A line of the source, or what fits of it, with the marks that belong below."""

    number: int
    text: str
    marks: str


def rows(source: str, span: Span, line: int, column: int, room: int) -> list[Row]:
    """The lines that the span touches, each in at most `room` cells; `line` and `column` are where it starts."""
    parts = _parts(source, span, line, column)
    if len(parts) > ROWS:
        parts = [*parts[: ROWS - 1], parts[-1]]
    return [_row(source, number, first, part, room) for number, first, part in parts]


def _parts(source: str, span: Span, line: int, column: int) -> list[tuple[int, int, Span]]:
    """Line number, start of the line, and the span's stretch in it, without its indent."""
    first = span.start - column + 1
    at = span.start
    found: list[tuple[int, int, Span]] = []
    while True:
        end = _END.search(source, at, max(span.end, at))
        stop = end.start() if end else max(span.end, at)
        start = at
        while start < stop and found and source[start] in " \t>":
            start += 1
        if stop > start or not found:
            found.append((line, first, Span(start, stop)))
        if end is None:
            return found
        at = first = end.end() + (source[end.start() : end.start() + 2] == "\r\n")
        line += 1
        if at >= span.end:
            return found


def _row(source: str, number: int, first: int, part: Span, room: int) -> Row:
    reach = 2 * room
    end = _END.search(source, part.end, part.end + reach)
    last = end.start() if end else min(len(source), part.end + reach)
    low, high = _window(source, max(first, part.start - reach), last, part, room, whole=first >= part.start - reach)
    left = "…" if low > first else ""
    right = "…" if high < last or (end is None and last < len(source)) else ""
    before = left + "".join(map(_shown, source[low : part.start]))
    marked = "".join(map(_shown, source[part.start : min(part.end, high)]))
    after = "".join(map(_shown, source[min(part.end, high) : high]))
    marks = " " * cells(before) + "^" * max(1, cells(marked))
    return Row(number, (before + marked + after).rstrip() + right, marks)


def _window(source: str, first: int, last: int, part: Span, room: int, *, whole: bool) -> tuple[int, int]:
    """From where to where the line is shown."""
    if whole and last - first <= room and cells(source[first:last]) <= room:
        return first, last
    room -= 2  # ellipses
    low, high = part.start, part.start
    while high < part.end and room > 0:
        room -= cell(source[high])
        high += 1
    left = right = True
    while room > 0 and (left or right):
        left, right = low > first, high < last
        if left:
            low -= 1
            room -= cell(source[low])
        if right and room > 0:
            room -= cell(source[high])
            high += 1
    while high < last and cell(source[high]) == 0:
        high += 1
    return _at_word(source, first, low, part.start), _before_word(
        source, last, high, part.end if part.end <= high else part.start
    )


def _at_word(source: str, first: int, low: int, start: int) -> int:
    """The start of the next word, when the window opens inside one."""
    if low <= first or source[low - 1].isspace():
        return low
    for i in range(low, min(start, low + _EDGE)):
        if source[i].isspace():
            return i + 1
    return low


def _before_word(source: str, last: int, high: int, end: int) -> int:
    if high >= last or source[high].isspace():
        return high
    for i in range(high, max(end, high - _EDGE), -1):
        if source[i - 1].isspace():
            return i - 1
    return high


def _shown(char: str) -> str:
    return "    " if char == "\t" else visible(char)


def cells(text: str) -> int:
    """Columns that a text takes on a terminal."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(map(cell, text))


def cell(char: str) -> int:
    """Columns of one code point as `rows` shows it: 2 for wide ones, 0 for combining ones."""
    if " " <= char <= "~":
        return 1
    shown = _shown(char)
    if len(shown) > 1:
        return len(shown)
    from unicodedata import category, east_asian_width

    if category(shown) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(shown) in "WF" else 1
