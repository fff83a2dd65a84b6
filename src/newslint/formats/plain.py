"""Plain text: no markup, only lines. What a line is shows in its length, its stop and the blank lines round it."""

from __future__ import annotations

from itertools import pairwise

from newslint.article import Article, line_starts
from newslint.formats import wire
from newslint.formats.comments import Order, line_order, suppressions
from newslint.formats.dates import iso
from newslint.formats.zones import Part, blocks_of
from newslint.lean import cache
from newslint.named import NamedTuple
from newslint.parts import Kind, Meta, Run, Zone
from newslint.text.pattern import pattern
from newslint.text.span import Span
from newslint.typed import Iterator, Pattern, Sequence

HEADLINE_WORDS = 18
SUBHEAD_WORDS = 12
LABEL_WORDS = 6
"""A line that ends with a colon and has more words than that leads to a list and is no subhead."""
LONG_LINE = 60
"""Code points from which a line is certainly text and no heading."""
WRAP = range(50, 121)
"""Widths, in code points, at which people and programs wrap lines; longer lines are whole paragraphs."""

_BAR, _BARS = " | ", 2
"""What parts the cells of a row, and how many of these it has at least."""

_CLOSERS = "\"”’'»)]*_"


def read_plain(source: str, *, path: str = "") -> Article:
    """The article in a plain text. Its prose is the source itself, less the lines that speak to the linter."""
    text, runs, parts, orders = plain_parts(source)
    blocks = blocks_of(text, parts, furnished=True)
    found = Article(source=source, text=text, runs=runs, blocks=blocks, path=path, format="plain")
    spoken = {b.zone: text[b.span.start : b.span.end] for _, b in found.zoned("headline", "dek", "byline")}
    dates = (iso(text[b.span.start : b.span.end]) for _, b in found.zoned("meta"))
    found.meta = Meta(
        headline=spoken.get("headline", ""),
        dek=spoken.get("dek", ""),
        byline=spoken.get("byline", ""),
        date=next((date for date in dates if date), ""),
    )
    if orders:
        found.suppressions = suppressions(orders, [found.to_source(part.span) for part in parts], len(source))
    return found


def plain_parts(source: str) -> tuple[str, list[Run], list[Part], list[Order]]:
    """The prose with its map to the source, its blocks, and its orders to the linter."""
    text, runs, orders = _without_orders(source)
    return text, runs, list(_parts(text)), orders


def _without_orders(source: str) -> tuple[str, list[Run], list[Order]]:
    """The text without the lines that are orders, its map, and those orders."""
    if "newslint" not in source:
        return source, [Run(0, len(source), 0, len(source), True)] if source else [], []
    kept: list[str] = []
    runs: list[Run] = []
    orders: list[Order] = []
    starts = [*line_starts(source), len(source)]
    at = length = 0
    for start, end in pairwise(starts):
        line = source[start:end]
        said = line_order(line, start) if "newslint" in line else None
        if said is None:
            continue
        orders.append(said)
        if at < start:
            kept.append(source[at:start])
            runs.append(Run(length, length + start - at, at, start, True))
            length += start - at
        at = end
    if at < len(source):
        kept.append(source[at:])
        runs.append(Run(length, length + len(source) - at, at, len(source), True))
    return "".join(kept), runs, orders


class _Unit(NamedTuple):
    """A paragraph or line as the layout gives it."""

    start: int
    end: int
    marked: bool
    """Behind a list marker."""
    opens: bool
    """A blank line, or the start of the text, stands above."""
    role: Zone | None
    """What it is if it is copy furniture."""


def _parts(text: str) -> Iterator[Part]:
    """Headings, paragraphs, list items and lines of furniture, in order."""
    units = [
        _Unit(start, end, marked, k == 0, None if marked else wire.role(text[start : min(end, start + 400)]))
        for lines in _chunks(text)
        for k, (start, end, marked) in enumerate(_units(text, lines))
    ]
    told = False
    for i, unit in enumerate(units):
        below = units[i + 1] if i + 1 < len(units) else None
        span, line = Span(unit.start, unit.end), text[unit.start : min(unit.end, unit.start + 400)]
        if unit.role and not (_is_row(line) and _beside_rows(text, units, i, counted=True)):
            yield Part(span, "caption" if unit.role == "caption" else "meta", 0, unit.role)
            continue
        if _is_rule_off(line):
            continue
        kind: Kind = "paragraph"
        level = 0
        if unit.marked:
            numbered = unit.opens and below is not None and below.opens and not below.marked
            kind = "heading" if numbered and text[unit.start - 2] in ".)" and _is_heading(line) else "list-item"
            level = int(kind == "list-item")
        elif line[:1] == "#" and (match := _hashes().match(line)) and unit.start + match.end() < unit.end:
            kind, level, span = "heading", len(match[1]), _trimmed(text, unit.start + match.end(), unit.end)
        elif (
            line[:2] == line[-2:] == "**" and len(line) > 4 and unit.end - unit.start <= 400 and _is_heading(line[2:-2])
        ):
            kind, span = "heading", _trimmed(text, unit.start + 2, unit.end - 2)
        elif is_headline(line, whole=below is None) if not told else _is_heading(line) and _stands_out(text, units, i):
            kind = "heading"
        if kind != "list-item" and _is_row(line) and _beside_rows(text, units, i):
            kind, level = "table", 0
        told = told or kind != "list-item"
        yield Part(span, kind, level)


def _is_row(line: str) -> bool:
    return line.count(_BAR) >= _BARS


def _beside_rows(text: str, units: Sequence[_Unit], i: int, counted: bool = False) -> bool:
    """A row of a table stands right above or below, `counted`: one with a figure, as no menu has it."""
    beside = [units[i - 1]] if i and not units[i].opens else []
    beside += [unit for unit in units[i + 1 : i + 2] if not unit.opens]
    lines = [text[unit.start : min(unit.end, unit.start + 400)] for unit in beside]
    return any(_is_row(line) and (not counted or any(map(str.isdigit, line))) for line in lines)


def _stands_out(text: str, units: Sequence[_Unit], i: int) -> bool:
    """Alone between blank lines, or a short line among long ones; the last line of a text heads nothing."""
    above, unit, below = (units[i - 1] if i else None), units[i], (units[i + 1] if i + 1 < len(units) else None)
    if below is None:
        return False
    if unit.opens or above is None or above.role:
        return below.opens or bool(below.role) or (below.end - below.start > LONG_LINE and not below.marked)
    ended = above.end - above.start > LONG_LINE and text[above.end - 1] in ".!?" + _CLOSERS
    return ended and below.end - below.start > LONG_LINE and not below.opens and not below.marked


def _chunks(text: str) -> Iterator[list[tuple[int, int]]]:
    """Runs of lines between blank lines; each line without the white space round it."""
    starts = [*line_starts(text), len(text)]
    lines: list[tuple[int, int]] = []
    for start, end in pairwise(starts):
        line = text[start:end]
        bare = line.strip()
        if bare:
            low = start + len(line) - len(line.lstrip())
            lines.append((low, low + len(bare)))
        elif lines:
            yield lines
            lines = []
    if lines:
        yield lines


def _units(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, bool]]:
    """Paragraphs within a chunk, as (start, end, is a list item): wrapped lines joined, other lines apart."""
    if len(lines) == 1:
        start, stop = lines[0]
        item = _marker(text, start, stop)
        yield start + item, stop, bool(item)
        return
    width = max(end - start for start, end in lines)
    ended = sum(text[end - 1] in ".!?" + _CLOSERS for _, end in lines[:-1])
    wrapped = width in WRAP and 2 * ended < len(lines)
    start, stop = -1, -1
    marked = False
    for i, (low, high) in enumerate(lines):
        item = _marker(text, low, high)
        if start >= 0 and not item and _runs_on(text, lines[i - 1], (low, high), width if wrapped else 0):
            stop = high
            continue
        if start >= 0:
            yield start, stop, marked
        start, stop, marked = low + item, high, bool(item)
    yield start, stop, marked


def _runs_on(text: str, above: tuple[int, int], line: tuple[int, int], width: int) -> bool:
    """True when the line goes on with the paragraph above: its first word would not have fitted there."""
    low, high = line
    if wire.role(text[above[0] : above[1]]) or wire.role(text[low:high]) or text.count(_BAR, low, high) >= _BARS:
        return False
    ended = text[above[1] - 1] in ".!?:" + _CLOSERS
    if not ended and text[low].islower():
        return True
    if not width or wire.dateline_end(text, low, high) > low:
        return False
    blank = text.find(" ", low, high)
    word = (high if blank < 0 else blank) - low
    return above[1] - above[0] + 1 + word > width - (14 if not ended else 4)


def _marker(text: str, start: int, end: int) -> int:
    """The length of a list marker (``- ``, ``• ``, ``3. ``) with its space, or 0."""
    first = text[start]
    if first in "-*•·◦‣▪–" and start + 2 < end and text[start + 1] in " \t\u00a0":
        at = start + 1
    elif first.isdigit() or (first.isalpha() and text[start + 1 : start + 2] == ")"):
        at = start + 1
        while at < end and at - start < 3 and text[at].isdigit():
            at += 1
        if at + 2 >= end or text[at] not in ".)" or text[at + 1] not in " \t":
            return 0
        at += 1
    else:
        return 0
    while at < end and text[at].isspace():
        at += 1
    return at - start if at < end else 0


def _trimmed(text: str, start: int, end: int) -> Span:
    bare = text[start:end].strip()
    start = text.index(bare, start)
    return Span(start, start + len(bare))


def _is_rule_off(line: str) -> bool:
    return line[0] in "-*_=~•–—" and len(line) < 200 and not line.replace(" ", "").strip("-*_=~•–—")


def is_headline(line: str, *, whole: bool) -> bool:
    """The first line of the story, when it is one of display type. `whole`: there is nothing below it."""
    words = line.split()
    if len(line) > 300 or not 0 < len(words) <= HEADLINE_WORDS:
        return False
    stop = line.rstrip(_CLOSERS)[-1:]
    if stop == ".":
        return not whole and _is_title_case(words)
    return stop not in ",;" and not (whole and stop in "!?…")


def _is_heading(line: str) -> bool:
    """A later line of display type: few words, no final stop, and a first letter that is no small one."""
    if len(line) > 300 or (stop := line.rstrip(_CLOSERS)[-1:]) in ".,;":
        return False
    words = line.split()
    if not 0 < len(words) <= SUBHEAD_WORDS:
        return False
    if line[0].islower() and not any(c.isupper() for c in words[0]):
        return False
    if line[0] in "\"“‘'—–" and not _is_title_case(words):
        return False
    if stop == ":" and len(words) > LABEL_WORDS:
        return False
    return stop not in "!?…" or _is_title_case(words)


def _is_title_case(words: Sequence[str]) -> bool:
    long = [word.strip("\"“‘'(") for word in words if len(word) > 3]
    return len(long) >= 2 and sum(word[:1].isupper() or not word[:1].isalpha() for word in long) >= 0.75 * len(long)


@cache
def _hashes() -> Pattern[str]:
    return pattern(r"(#{1,6})[ \t]+")
