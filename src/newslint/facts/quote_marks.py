"""Quotation marks: which words stand between them. Who spoke them is for `newslint.facts.quotes`."""

from __future__ import annotations

from bisect import bisect_left

from newslint.article import Article
from newslint.facts import fact
from newslint.named import NamedTuple
from newslint.parts import Block, Zone
from newslint.text.pattern import pattern
from newslint.text.span import Span
from newslint.typed import Literal

_DOUBLE = pattern("""["“”„‟«»]|(?<!')''(?!')|(?<!`)``(?!`)""")
"""Double marks; wires and archives also write them as two single ones."""
_ONE_SIGN = pattern('["“”„‟«»]')
"""Double marks that are one character, which are found several times faster."""
_SINGLE = pattern("['‘’]")
_READ: frozenset[Zone] = frozenset(
    ("headline", "dek", "subhead", "lede", "body", "conclusion", "faq-q", "faq-a", "list", "quote", "caption")
)
_LEAST_SINGLE = 3
"""Words that single marks must hold: fewer are as a rule a term, a title, or two apostrophes."""
_DISPLAY = ("headline", "dek")
"""Zones where desks write single marks for double ones, round one word, too."""
_FARTHEST_SINGLE = 1200
"""Code points between single marks at most; more are two apostrophes far apart."""
_PARAGRAPHS = 4
"""Paragraphs over which a quotation may run on without a mark at their beginning."""
_CREDIT = 50
"""Code points that the line may have which names the speaker of a quotation set off above it."""
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
    mark = _DOUBLE if "''" in text or "``" in text else _ONE_SIGN
    doubles = [match.start() for match in mark.finditer(text)]
    single = "‘" in text or "'" in text or "’" in text
    openers, closers = _single_marks(text) if single else ([], [])
    blocks = article.blocks
    found: list[QuoteMarks] = []
    if not doubles and not openers:
        return tuple(_block_quotes(article, found))
    d = o = 0
    over: dict[int, int] = {}  # blocks to whose first mark a quotation runs over, with the end of that mark
    for i, block in enumerate(blocks):
        start, end = block.span
        d_end, o_end = bisect_left(doubles, end, d), bisect_left(openers, end, o)
        if i in over:
            found.append(_made(article, start, over[i], "double", over[i] < end, i))
            d = bisect_left(doubles, over[i], d)
            start = over[i]
        if (d < d_end or o < o_end) and block.zone in _READ and block.kind != "blockquote":
            goes_on = i + 1 < len(blocks) and _opens(text, blocks[i + 1])
            pairs, opened = _pairs(text, doubles[d:d_end], start, end, goes_on) if d < d_end else ([], -1)
            if opened >= 0 and not goes_on:
                runs = _runs_over(text, blocks, i, doubles, d_end)
                if runs:
                    over.update(runs)
                    if text[start] == "“":  # the outer one of two
                        opened, pairs = start, []
                    pairs.append((opened, end, False))
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
    return block.zone in _READ and text.startswith(('"', "“", "„", "«", "''", "``"), block.span.start)


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
    if kind == "block":
        inner = Span(low, high)
    else:
        text = article.text
        opens = kind == "double" and _DOUBLE.match(text, low)
        before = low + (opens.end() - low if opens else kind == "single")
        inner = Span(before, high - (2 if kind == "double" and text[high - 1] == "'" else 1) if closed else high)
    return QuoteMarks(Span(low, high), inner, len(article.words.between(*inner)), kind, closed, block)


def _pairs(text: str, marks: list[int], start: int, end: int, goes_on: bool) -> tuple[list[tuple[int, int, bool]], int]:
    """Stretches between double marks of one block, as (start, end, closed), and the mark left open at its end or -1."""
    pairs: list[tuple[int, int, bool]] = []
    opened = outer = -1
    for at in marks:
        wide = _width(text, at)
        if _is_opener(text, at, start, end, opened):
            if opened >= 0 and at - opened < _FARTHEST_OPEN:
                stop = len(text[opened:at].rstrip()) + opened
                if text[stop - 1] in ".!?…" and stop < at:
                    pairs.append((opened, stop, False))  # its paragraph ended, and the next one opens with a mark
                else:
                    outer = opened
            opened = at
        elif opened >= 0:
            if at > opened + _width(text, opened):
                pairs.append((opened, at + wide, True))
            opened = -1
        elif outer >= 0 and at - outer < _FARTHEST_OPEN:  # marks of one kind inside each other
            pairs = [pair for pair in pairs if pair[0] < outer]
            pairs.append((outer, at + wide, True))
            outer = -1
    if opened >= 0 and goes_on:
        pairs.append((opened, end, False))
    return pairs, opened


def _runs_over(text: str, blocks: tuple[Block, ...], first: int, doubles: list[int], following: int) -> dict[int, int]:
    """The blocks into which a quotation left open in block `first` runs over, each with where it ends there.

    None unless the next mark of all, at most `_PARAGRAPHS` on, can do nothing but close.
    """
    if following == len(doubles):
        return {}
    at = doubles[following]
    runs: dict[int, int] = {}
    for i in range(first + 1, min(first + 1 + _PARAGRAPHS, len(blocks))):
        start, end = blocks[i].span
        if blocks[i].zone not in ("lede", "body", "conclusion"):
            return {}
        if at >= end:
            runs[i] = end
            continue
        runs[i] = at + _width(text, at)
        return runs if at - start > _CREDIT and _closes(text, at, end) else {}
    return {}


def _width(text: str, at: int) -> int:
    """Code points of the double mark: two where it is made of two single ones."""
    return 2 if text[at] in "'`" else 1


def _closes(text: str, at: int, end: int) -> bool:
    """True where the mark's place lets it do nothing but close."""
    stop = at + _width(text, at)
    after = text[stop] if stop < end else " "
    return text[at] not in "“„«`" and text[at - 1] not in " \n\t([—–-" and (after.isspace() or after in ".,;:!?)]—–-")


def _is_opener(text: str, at: int, start: int, end: int, opened: int) -> bool:
    mark, stop = text[at], at + _width(text, at)
    if mark in "„«`":
        return True
    if mark == "»":
        return False
    before = text[at - 1] if at > start else " "
    after = text[stop] if stop < end else " "
    if mark == "“":
        # Where „ has opened, “ closes.
        return not (opened >= 0 and text[opened] == "„")
    if mark in "”‟":
        # Some desks write ” on both sides.
        return opened < 0 and (before.isspace() or at == start) and not after.isspace()
    if opened < 0:
        return not (at > start and _closes(text, at, end))
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
        if made.words >= (1 if article.blocks[block].zone in _DISPLAY else _LEAST_SINGLE):
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
