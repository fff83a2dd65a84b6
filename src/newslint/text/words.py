"""Words with their places: made once per article, shared by everything that looks at words."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

from newslint.named import NamedTuple
from newslint.text.pattern import pattern
from newslint.typed import Callable, Generic, TypeVar

T = TypeVar("T")

# What may follow is an alternative with nothing, and no ``*``: the engine sees by one character that it need not try.
_WORD = pattern(r"([^\W_]+(?:['.&][^\W_]+(?:['.&][^\W_]+)*|))")
_ASCII_WORD = pattern(r"([a-z0-9]+(?:['.&][a-z0-9]+(?:['.&][a-z0-9]+)*|))")
"""The same for folded texts of ASCII alone, in which it is found faster."""
_GAP = pattern(r"[ \t\r\n\f]{1,8}|-|, | - ")


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
    word = _ASCII_WORD if folded_text.isascii() else _WORD
    pieces = word.split(folded_text)  # gap, word, gap, word, ..., gap
    places = list(accumulate(map(len, pieces)))
    return Words(pieces[1::2], places[:-1:2], places[1::2])


def joined(folded_text: str, words: Words, i: int) -> bool:
    """True when only white space, a comma or a hyphen (in tokenised text with spaces) parts word `i` from the next."""
    start, end = words.ends[i], words.starts[i + 1]
    if end - start == 1:
        return folded_text[start] in " -\n\t\r"
    return bool(_GAP.fullmatch(folded_text, start, end))


class _Answers(dict[str, T], Generic[T]):
    """What a function said of each word that it was asked about."""

    __slots__ = ("_most", "_work_out")

    def __init__(self, work_out: Callable[[str], T], most: int) -> None:
        self._work_out = work_out
        self._most = most

    def __missing__(self, word: str) -> T:
        if len(self) >= self._most:
            self.clear()
        answer = self[word] = self._work_out(word)
        return answer


def by_word(work_out: Callable[[str], T], most: int = 60_000) -> Callable[[str], T]:
    """The function with a memory of its answers: articles share most of their words.

    Looking one up costs a third of what `functools.lru_cache` takes, which keeps an order that is of no use here.
    A long text has fewer different words than the `most` that are remembered.
    """
    return _Answers(work_out, most).__getitem__
