"""Plain text: no markup, only lines. What a line is shows in its length, its stop and the blank lines round it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from newslint.article import Article, Kind, Meta, Run, Zone, line_starts
from newslint.formats import wire
from newslint.formats.comments import Order, order, suppressions
from newslint.formats.dates import iso
from newslint.formats.zones import Part, blocks_of
from newslint.text.span import Span

HEADLINE_WORDS = 18
SUBHEAD_WORDS = 12
WRAP = range(50, 121)
"""Widths, in code points, at which people and programs wrap lines; longer lines are whole paragraphs."""

_MARK = "#newslint:"
_CLOSERS = "\"”’'»)]*_"


def read_plain(source: str, *, path: str = "") -> Article:
    """The article in a plain text. Its prose is the source itself, less the lines that speak to the linter."""
    text, runs, orders = _without_orders(source)
    parts = list(_parts(text))
    blocks = blocks_of(text, parts)
    found = Article(source=source, text=text, runs=runs, blocks=blocks, path=path, format="plain")
    spoken = {
        zone: text[b.span.start : b.span.end] for zone in ("dek", "byline", "headline") for _, b in found.zoned(zone)
    }  # type: ignore[arg-type]
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


def _without_orders(source: str) -> tuple[str, list[Run], list[Order]]:
    """The text without ``#newslint:`` lines, its map, and the orders in those lines."""
    if _MARK not in source:
        return source, [Run(0, len(source), 0, len(source), True)] if source else [], []
    kept: list[str] = []
    runs: list[Run] = []
    orders: list[Order] = []
    starts = [*line_starts(source), len(source)]
    at = length = 0
    for start, end in zip(starts, starts[1:], strict=False):
        line = source[start:end]
        if not line.lstrip().startswith(_MARK):
            continue
        bare = line.strip()
        where = start + line.index(_MARK)
        said = order(bare[len(_MARK) :], (where, where + len(bare)))
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


def _parts(text: str) -> Iterator[Part]:
    """Headings, paragraphs, list items and lines of furniture, in order."""
    chunks = list(_chunks(text))
    for n, lines in enumerate(chunks):
        last = n + 1 == len(chunks)
        units = list(_units(text, lines))
        for k, (start, end, marked) in enumerate(units):
            line = text[start : min(end, start + 400)]
            span = Span(start, end)
            role = None if marked else wire.role(line)
            first = n == 0 and k == 0
            alone = (
                len(units) == 1
                or (k == 0 and units[1][1] - units[1][0] > 60 and not units[1][2])
                or (n == 0 and k == 0)
            )
            if role:
                yield Part(span, "caption" if role == "caption" else "meta", 0, role)
            elif _is_rule_off(line):
                continue
            elif marked:
                listed = len(units) > 1 or last or not _is_heading(line, SUBHEAD_WORDS)
                listed = listed or _begins_with_marker(text, chunks[n + 1][0])
                yield Part(span, *(("list-item", 1) if listed else ("heading", 0)))
            elif line[:1] == "#" and (match := _hashes().match(line)) and match.end() < end - start:
                yield Part(Span(start + match.end(), end), "heading", len(match[1]))
            elif (
                line[:2] == "**"
                and text[:end].endswith("**", start)
                and end - start > 4
                and _is_heading(line[2:-2], SUBHEAD_WORDS)
            ):
                yield Part(Span(start + 2, end - 2), "heading", 0)
            elif alone and _is_heading(
                line, HEADLINE_WORDS if first else SUBHEAD_WORDS, first=first and not (last and len(units) == 1)
            ):
                yield Part(span, "heading", 0)
            else:
                yield Part(span, "paragraph", 0)


def _chunks(text: str) -> Iterator[list[tuple[int, int]]]:
    """Runs of lines between blank lines; each line without the white space round it."""
    starts = [*line_starts(text), len(text)]
    lines: list[tuple[int, int]] = []
    for start, end in zip(starts, starts[1:], strict=False):
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
    width = max(end - start for start, end in lines)
    wrapped = width in WRAP
    start, stop = -1, -1
    marked = False
    for i, (low, high) in enumerate(lines):
        item = _marker(text, low, high)
        if start >= 0 and not item and _runs_on(text, lines[i - 1], (low, high), width if wrapped else 0, marked):
            stop = high
            continue
        if start >= 0:
            yield start, stop, marked
        start, stop, marked = low + item, high, bool(item)
    yield start, stop, marked


def _runs_on(text: str, above: tuple[int, int], line: tuple[int, int], width: int, listed: bool) -> bool:
    """True when the line goes on with the paragraph above: its first word would not have fitted there."""
    low, high = line
    if wire.role(text[above[0] : above[1]]) or wire.role(text[low:high]):
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


def _begins_with_marker(text: str, line: tuple[int, int]) -> bool:
    return _marker(text, *line) > 0


def _is_rule_off(line: str) -> bool:
    return len(line) < 200 and not line.replace(" ", "").strip("-*_=~•–—")


def _is_heading(line: str, most: int, *, first: bool = False) -> bool:
    """A line of display type: few words, no final stop, and a first letter that is no small one."""
    if len(line) > 300:
        return False
    words = line.split()
    if not 0 < len(words) <= most:
        return False
    if line[0].islower() and not any(c.isupper() for c in words[0]) and not first:
        return False
    end = line.rstrip(_CLOSERS)[-1:]
    if end in (",", ";", ""):
        return False
    if end == ".":
        return first and _is_title_case(words)
    if end in "!?…":
        return first or _is_title_case(words)
    return True


def _is_title_case(words: Sequence[str]) -> bool:
    long = [word.strip("\"“‘'(") for word in words if len(word) > 3]
    return len(long) >= 2 and sum(word[:1].isupper() or not word[:1].isalpha() for word in long) >= 0.75 * len(long)


@cache
def _hashes() -> re.Pattern[str]:
    return re.compile(r"(#{1,6}) +")
