"""Runs of words that an article holds more than once: maximal ones, found through an index of stemmed trigrams."""

from __future__ import annotations

from itertools import compress, count

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.stems import stems
from newslint.lean import ne
from newslint.named import NamedTuple
from newslint.parts import Zone
from newslint.text.pattern import pattern
from newslint.text.span import Span
from newslint.typed import Sequence

LONGEST = 40
"""Words of a run at most; a repeated sentence is another rule's."""
_EARLIER = 6
"""Earlier places that a run is compared with, so that the same words a thousand times over stay cheap."""
_PLACES = 200
"""Places remembered of one run."""
_ZONES: frozenset[Zone] = frozenset(("lede", "body", "conclusion", "faq-q", "faq-a"))
_JOINS = frozenset((" ", "-", "\n", ", ", ",\n", "\t", "\r\n"))
_THREE = b"\x01\x01\x01"
_SAID_AGAIN = pattern(b"\x01{3,}")


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
    keys = stems(article)
    grams = list(zip(keys, keys[1:], keys[2:], strict=False))
    first: dict[tuple[str, ...], int] = {}
    seen = list(map(first.setdefault, grams, count()))
    again = bytearray(map(ne, seen, count()))
    if 1 not in again:
        return ()
    for i in set(compress(seen, again)):
        again[i] = 1
    stretches = _stretches(article, _three_long(again))
    where: dict[int, list[int]] = {}
    limit = [0] * len(keys)
    found: dict[tuple[str, ...], int] = {}
    for start, end in stretches:
        reach = 0
        for i in range(start, end - 2):
            limit[i] = end
            places = where.get(seen[i])
            if places is None:
                where[seen[i]] = [i]
                continue
            if i + 3 > reach:  # else part of the run before
                size = max([_common(keys, j, i, min(limit[j] - j, end - i)) for j in places[-_EARLIER:]])
                if size > 2 and i + size > reach:
                    found[keys[i : i + size]] = seen[i]
                    reach = i + size
            if len(places) < _PLACES:
                places.append(i)
    out = []
    for run, gram in found.items():
        size = len(run)
        firsts = [i for i in where[gram] if i + size <= limit[i] and keys[i : i + size] == run]
        if len(firsts) > 1:
            out.append(Repeat(tuple(firsts), size))
    return tuple(sorted(out))


def _three_long(flags: bytes | bytearray) -> bytes:
    """The flags, each drawn over the two places behind it, too: all at once, as one number."""
    number = int.from_bytes(flags, "little")
    return (number | number << 8 | number << 16).to_bytes(len(flags) + 2, "little")


def _stretches(article: Article, again: bytes) -> list[tuple[int, int]]:
    """Stretches of three words or more in running text with no stop between them, all of whose words are repeated.

    `again` has a 1 for every word of three in a row whose stems stand elsewhere as well, else a 0.
    """
    words, folded = article.words, article.folded
    starts, ends = words.starts, words.ends
    out: list[tuple[int, int]] = []
    for block, near in zip(article.blocks, article.block_words, strict=True):
        if block.zone not in _ZONES or again.find(_THREE, near.start, near.stop) < 0:
            continue
        for match in _SAID_AGAIN.finditer(again, near.start, near.stop):
            first, stop = match.span()
            gaps = enumerate(zip(ends[first : stop - 1], starts[first + 1 : stop], strict=True), first + 1)
            for i in [i for i, (end, start) in gaps if folded[end:start] not in _JOINS]:
                if i - first > 2:
                    out.append((first, i))
                first = i
            if stop - first > 2:
                out.append((first, stop))
    return out


def _common(keys: Sequence[str], j: int, i: int, most: int) -> int:
    """How many keys from `j` and `i` on are equal, up to `most`; the first run does not reach into the second."""
    most = min(most, i - j, LONGEST)
    return next(compress(count(), map(ne, keys[j : j + most], keys[i : i + most])), most)
