"""Words with their places: made once per article, shared by everything that looks at words."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate

from newslint.named import NamedTuple

_WORD = re.compile(r"([^\W_]+(?:['.&][^\W_]+)*)")
_GAP = re.compile(r"[ \t\r\n\f]{1,8}|-|, | - ")


class Words(NamedTuple):
    """Parallel lists over one text. `folded` is what `fold` made of each word: ``it's``, ``u.s``, ``ai``.

    A hyphen parts words (``cutting-edge`` is two), an apostrophe, an inner stop or an ampersand does not.
    """

    folded: list[str]
    starts: list[int]
    ends: list[int]

    def at(self, offset: int) -> int:
        """The index of the first word that starts at or after `offset` (code points)."""
        return bisect_left(self.starts, offset)

    def between(self, start: int, end: int) -> range:
        """The indexes of the words that start within ``start:end``."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))


def split_words(folded_text: str) -> Words:
    """The words of a folded text."""
    pieces = _WORD.split(folded_text)  # gap, word, gap, word, ..., gap
    places = list(accumulate(map(len, pieces)))
    return Words(pieces[1::2], places[:-1:2], places[1::2])


def joined(folded_text: str, words: Words, i: int) -> bool:
    """True when only white space, a comma or a hyphen (in tokenised text with spaces) parts word `i` from the next."""
    start, end = words.ends[i], words.starts[i + 1]
    if end - start == 1:
        return folded_text[start] in " -\n\t"
    return bool(_GAP.fullmatch(folded_text, start, end))
