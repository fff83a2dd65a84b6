"""Quotation marks: which words stand between them. Who spoke them is for `newslint.facts.quotes`."""

from __future__ import annotations

from bisect import bisect_left

from newslint.article import Article, Block, Zone
from newslint.facts import fact
from newslint.named import NamedTuple
from newslint.text.pattern import pattern
from newslint.text.span import Span
from newslint.typed import Literal

_DOUBLE = pattern('["“”„‟«»]')
_SINGLE = pattern("['‘’]")
_READ: frozenset[Zone] = frozenset(
    ("headline", "dek", "subhead", "lede", "body", "conclusion", "faq-q", "faq-a", "list", "quote", "caption")
)
_LEAST_SINGLE = 3
"""Words that single marks must hold: fewer are as a rule a term, a title, or two apostrophes."""
_FARTHEST_SINGLE = 1200
"""Code points between single marks at most; more are two apostrophes far apart."""
_FARTHEST_OPEN = 1000
"""Code points that a paragraph of a longer quotation may have, where a line break alone parts it from the next."""


class QuoteMarks(NamedTuple):
    """Words between quotation marks, or a block quote."""

    span: Span
    """With the marks."""
    inner: Span
    """Without them."""
    words: int
    kind: Literal["double", "single", "block"]
    closed: bool
    """False for a paragraph of a longer quotation, which has no closing mark."""
    block: int
    """Index in `Article.blocks`."""


@fact
def quoted(article: Article) -> tuple[QuoteMarks, ...]:
    """Every stretch in quotation marks and every block quote, outermost ones only, in order. Speakers are left out.

    A mark without its fellow holds nothing, unless the next paragraph opens with a mark too: then it is one quotation
    of several paragraphs.
    """
    text = article.text
    doubles = [match.start() for match in _DOUBLE.finditer(text)]
    single = "‘" in text or "'" in text or "’" in text
    openers, closers = _single_marks(text) if single else ([], [])
    blocks = article.blocks
    found: list[QuoteMarks] = []
    if not doubles and not openers:
        return tuple(_block_quotes(article, found))
    d = o = 0
    for i, block in enumerate(blocks):
        start, end = block.span
        d_end, o_end = bisect_left(doubles, end, d), bisect_left(openers, end, o)
        if (d < d_end or o < o_end) and block.zone in _READ and block.kind != "blockquote":
            goes_on = i + 1 < len(blocks) and _opens(text, blocks[i + 1])
            pairs = _pairs(text, doubles[d:d_end], start, end, goes_on) if d < d_end else []
            here = [_made(article, low, high, "double", closed, i) for low, high, closed in pairs]
            if o < o_end:
                here += _singles(article, openers[o:o_end], closers, pairs, end, i)
                here.sort()
            found += here
        d, o = d_end, o_end
    return tuple(_block_quotes(article, found))


def _single_marks(text: str) -> tuple[list[int], list[int]]:
    """Where single marks may open and where they may close; an apostrophe inside a word does neither."""
    openers: list[int] = []
    closers: list[int] = []
    last = len(text) - 1
    for match in _SINGLE.finditer(text):
        at = match.start()
        before = text[at - 1] if at else " "
        after = text[at + 1] if at < last else " "
        if before.isalnum():
            if not after.isalnum():
                closers.append(at)
        elif after.isalpha():
            if before not in "'‘’" and text[at] != "’":
                openers.append(at)
        elif before in ".,!?…" and not after.isalnum():
            closers.append(at)
    return openers, closers


def _opens(text: str, block: Block) -> bool:
    return block.zone in _READ and text[block.span.start] in '"“„«'


def _block_quotes(article: Article, found: list[QuoteMarks]) -> list[QuoteMarks]:
    extra = [
        _made(article, block.span.start, block.span.end, "block", True, i)
        for i, block in enumerate(article.blocks)
        if block.kind == "blockquote"
    ]
    return sorted(found + extra) if extra else found


def _made(
    article: Article, low: int, high: int, kind: Literal["double", "single", "block"], closed: bool, block: int
) -> QuoteMarks:
    bare = kind == "block"
    inner = Span(low if bare else low + 1, high if bare or not closed else high - 1)
    return QuoteMarks(Span(low, high), inner, len(article.words.between(*inner)), kind, closed, block)


def _pairs(text: str, marks: list[int], start: int, end: int, goes_on: bool) -> list[tuple[int, int, bool]]:
    """Stretches between double marks of one block: (start, end, closed)."""
    pairs: list[tuple[int, int, bool]] = []
    opened = -1
    for at in marks:
        if _is_opener(text, at, start, end, opened):
            if opened >= 0 and at - opened < _FARTHEST_OPEN:
                stop = len(text[opened:at].rstrip()) + opened
                if text[stop - 1] in ".!?…" and stop < at:
                    pairs.append((opened, stop, False))  # its paragraph ended, and the next one opens with a mark
            opened = at
        elif opened >= 0:
            if at > opened + 1:
                pairs.append((opened, at + 1, True))
            opened = -1
    if opened >= 0 and goes_on:
        pairs.append((opened, end, False))
    return pairs


def _is_opener(text: str, at: int, start: int, end: int, opened: int) -> bool:
    mark = text[at]
    if mark in "„«":
        return True
    if mark == "»":
        return False
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if mark == "“":
        # Where „ has opened, “ closes.
        return not (opened >= 0 and text[opened] == "„")
    if mark in "”‟":
        # Some desks write ” on both sides.
        return opened < 0 and (before.isspace() or at == start) and not after.isspace()
    if opened < 0:
        return not (before.isdigit() and (after.isspace() or after in ".,;)"))  # inches
    # An opening form while one is open: the first lost its fellow.
    return (before.isspace() or before in "([—–") and not (after.isspace() or after in ".,;:!?)")


def _singles(
    article: Article,
    openers: list[int],
    closers: list[int],
    doubles: list[tuple[int, int, bool]],
    end: int,
    block: int,
) -> list[QuoteMarks]:
    text = article.text
    found: list[QuoteMarks] = []
    past = k = 0
    for n, at in enumerate(openers):
        while k < len(doubles) and doubles[k][1] <= at:
            k += 1
        if at < past or (k < len(doubles) and doubles[k][0] < at):
            continue
        last = min(openers[n + 1] if n + 1 < len(openers) else end, end, at + _FARTHEST_SINGLE)
        close = _closer(text, at, closers, last)
        if close < 0:
            continue
        made = _made(article, at, close + 1, "single", True, block)
        if made.words >= _LEAST_SINGLE:
            found.append(made)
            past = close + 1
    return found


def _closer(text: str, opener: int, closers: list[int], end: int) -> int:
    """The single mark that closes; a plural's apostrophe (``the firms' profits``) only where nothing better follows."""
    plural = -1
    k = bisect_left(closers, opener + 2)
    for at in closers[k : k + 6]:
        if at >= end:
            break
        if text[at - 1] in "sS" and text[at + 1 : at + 2] == " ":
            plural = plural if plural >= 0 else at
            continue
        return at
    return plural
