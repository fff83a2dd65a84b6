"""Runs of words that an article holds more than once: maximal ones, found through an index of stemmed trigrams."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import count
from typing import NamedTuple

from newslint.article import Article, Zone
from newslint.facts import fact
from newslint.facts.stems import stems
from newslint.text.span import Span

LONGEST = 40
"""Words of a run at most; a repeated sentence is another rule's."""
_EARLIER = 6
"""Earlier places that a run is compared with, so that the same words a thousand times over stay cheap."""
_PLACES = 200
"""Places remembered of one run."""
_ZONES: frozenset[Zone] = frozenset(("lede", "body", "conclusion", "faq-q", "faq-a"))
_JOINS = frozenset((" ", "-", "\n", ", ", ",\n", "\t", "\r\n"))


class Repeat(NamedTuple):
    """The same words at two or more places."""

    firsts: tuple[int, ...]
    """Index in `Article.words` of the first word at each place, in order."""
    size: int
    """How many words."""

    def spans(self, article: Article) -> tuple[Span, ...]:
        """The places in `Article.text`."""
        words = article.words
        return tuple(Span(words.starts[i], words.ends[i + self.size - 1]) for i in self.firsts)


@fact
def repeats(article: Article) -> tuple[Repeat, ...]:
    """Every run of three or more words that stands at two or more places, none of them part of a longer one there.

    Inflection, commas and hyphens do not count; other marks, block borders and headings end a run.
    """
    keys, places = _running_text(article)
    grams = list(zip(keys, keys[1:], keys[2:], strict=False))
    often = {gram for gram, n in Counter(grams).items() if n > 1}
    if not often:
        return ()
    where: dict[tuple[int, int, int], list[int]] = {}
    found: set[tuple[int, ...]] = set()
    reach = 0
    for i, gram in enumerate(grams):
        if gram not in often:
            continue
        earlier = where.setdefault(gram, [])
        if earlier and i + 3 > reach:  # else part of the run before
            size = max(_common(keys, j, i) for j in earlier[-_EARLIER:])
            if size > 2 and i + size > reach:
                found.add(tuple(keys[i : i + size]))
                reach = i + size
        if len(earlier) < _PLACES:
            earlier.append(i)
    out = []
    for run in found:
        size = len(run)
        firsts = [i for i in where[run[:3]] if tuple(keys[i : i + size]) == run]  # type: ignore[index]
        if len(firsts) > 1:
            out.append(Repeat(tuple(places[i] for i in firsts), size))
    return tuple(sorted(out))


def _running_text(article: Article) -> tuple[list[int], list[int]]:
    """A number for the stem of each word of running text, with breaks that equal nothing, and the words' indexes."""
    words, folded, known = article.words, article.folded, stems(article)
    number = {stem: n for n, stem in enumerate(dict.fromkeys(known))}
    numbers = [number[stem] for stem in known]
    gaps = map(folded.__getitem__, map(slice, words.ends, words.starts[1:]))
    ends = [i for i, gap in enumerate(gaps, 1) if gap not in _JOINS]
    ends.append(len(known))
    breaks = count(-1, -1)
    keys: list[int] = []
    places: list[int] = []
    for block in article.blocks:
        if block.zone not in _ZONES:
            continue
        near = words.between(*block.span)
        first = near.start
        at = bisect_right(ends, first)
        while first < near.stop:
            last = min(ends[at], near.stop)
            keys += numbers[first:last]
            keys.append(next(breaks))
            places += range(first, last + 1)
            first = last
            at += 1
    return keys, places


def _common(keys: Sequence[int], j: int, i: int) -> int:
    """How many keys from `j` and `i` on are equal; the first run does not reach into the second."""
    most = min(len(keys) - i, i - j, LONGEST)
    size = 0
    while size < most and keys[j + size] == keys[i + size]:
        size += 1
    return size
