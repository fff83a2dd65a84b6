"""Quotation marks and brackets that lost their fellow: a quotation that never ends, or never began."""

from __future__ import annotations

from bisect import bisect_left

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.quote_marks import quoted
from newslint.typed import Iterator

_PARAGRAPH = 1000
"""Code points of a paragraph at most: where many were run into one, their marks have been through something, too."""


@fact
def unpaired_marks(article: Article) -> tuple[tuple[int, bool], ...]:
    """Where double marks stand without their fellow, in their paragraph or in the next one; True of one that opens."""
    alone = list(_alone(article))
    if not alone:
        return ()
    paired = {at for marks in quoted(article) for at in (marks.span.start, marks.span.end - 1)}
    return tuple([(at, opens) for at, opens in alone if at not in paired])


def _alone(article: Article) -> Iterator[tuple[int, bool]]:
    text = article.text
    marks = _places(text, '"“”')
    if not marks:
        return
    n = 0
    open_at = -1
    in_doubt = False
    for block in article.blocks:
        start, end = block.span
        while n < len(marks) and marks[n] < start:
            n += 1
        if block.zone not in ("lede", "body", "conclusion"):
            in_doubt = block.zone in ("list", "quote", "table", "code", "faq-a")  # may hold the other mark
            open_at = -1
            continue
        if open_at >= 0 and text[start] not in "\"“'‘" and not in_doubt:
            yield open_at, True
        left_open, open_at = open_at >= 0 or in_doubt, -1
        in_doubt = False
        while n < len(marks) and marks[n] < end:
            side = _side(text, marks[n], start, end)
            if side > 0 or (side == 0 and open_at < 0):
                open_at = marks[n]
            elif side == 0 or open_at >= 0:
                open_at = -1
            else:
                if not left_open and text[marks[n] - 1] in ",.!?":
                    yield marks[n], False
                n = bisect_left(marks, end, n)
                in_doubt = True
                break
            n += 1
    if open_at >= 0:
        yield open_at, True


@fact
def open_brackets(article: Article) -> tuple[int, ...]:
    """Where a bracket opens before a word and is closed neither in its paragraph nor in the next one."""
    text = article.text
    found: list[int] = []
    for opens, closes in ("()", "[]"):
        if text.count(opens) <= text.count(closes):
            continue
        for at in _places(text, opens):
            block = article.blocks[article.block_at(at)]
            start, end = block.span
            if block.zone not in ("lede", "body", "conclusion") or end - start > _PARAGRAPH:
                continue
            if (
                not text[at + 1 : at + 2].isalpha()
                or text[at - 1 : at] not in (" ", "")
                or text.count(opens, start, end) <= text.count(closes, start, end)
            ):
                continue
            following = article.blocks[article.block_at(at) + 1 : article.block_at(at) + 2]
            if text.find(closes, at, following[0].span.end if following else end) < 0:
                found.append(at)
    return tuple(sorted(found))


def _places(text: str, signs: str) -> list[int]:
    """Where one of the signs stands, in order. (A pattern of several looks at every letter between them.)"""
    found: list[int] = []
    for sign in signs:
        at = text.find(sign)
        while at >= 0:
            found.append(at)
            at = text.find(sign, at + 1)
    return sorted(found)


def _side(text: str, at: int, start: int, end: int) -> int:
    """1 for a mark that opens, -1 for one that closes, 0 where its place does not tell."""
    if text[at] != '"':
        return 1 if text[at] == "“" else -1
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if (before.isspace() or before in "([-—–") and not after.isspace():
        return 1
    return -1 if not before.isspace() and (after.isspace() or after in ",.;:!?)-—–") else 0
