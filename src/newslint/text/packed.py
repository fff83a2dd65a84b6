"""Phrases as they are kept on disk between runs."""

from __future__ import annotations

import marshal
from zlib import crc32

from newslint.errors import RuleError
from newslint.store import Damaged, Parts
from newslint.text.phrases import LONG, Index, Lexicon, Node, filed, woken
from newslint.text.words import by_word
from newslint.typed import Any, Iterable, Iterator


class Packed:
    """Phrases as they are kept, each unpacked when it is asked for: few are met in one article.

    Behind them stand what their owners want to know, which is the same for hundreds of them, the long lists of words
    that they share, and what the words wake, in as many buckets as there are such words.
    """

    __slots__ = ("_buckets", "_count", "_first", "_lists", "_pieces", "_unpacked")

    def __init__(self, pieces: Parts, count: int, lists: int, first: int, buckets: int) -> None:
        self._pieces = pieces
        self._count = count
        self._lists = lists
        self._first = first
        """How many phrases there are, and where the lists and the buckets begin."""
        self._buckets = buckets
        self._unpacked: dict[int, Any] = {}

    @classmethod
    def pieces(cls, rows: Iterable[tuple[Any, ...]]) -> tuple[list[bytes], tuple[int, int, int, int]]:
        """The pieces for a `Packed` of these rows, and its other arguments."""
        phrases, anchors = filed(rows)
        data: dict[bytes, int] = {}
        lists: dict[frozenset[str], int] = {}

        def short(element: Any) -> Any:
            is_long = isinstance(element, frozenset) and len(element) > LONG
            return lists.setdefault(element, len(lists)) if is_long else element

        packed = [
            marshal.dumps((owner, tuple(map(short, elements)), at, data.setdefault(marshal.dumps(told), len(data))))
            for owner, elements, at, told in phrases
        ]
        buckets: list[dict[str, Index]] = [{} for _ in range(len(anchors) or 1)]
        for word, (whole, *beside, gapped) in anchors.items():
            before, behind = [(near, [(short(words), n) for words, n in long]) for near, long in beside]
            buckets[_bucket(word, len(buckets))][word] = (whole, before, behind, gapped)
        pieces = [*packed, *data, *map(marshal.dumps, lists), *map(marshal.dumps, buckets)]
        return pieces, (len(packed), len(packed) + len(data), len(pieces) - len(buckets), len(buckets))

    def lexicon(self) -> Lexicon:
        """The lexicon of these phrases."""
        return Lexicon(self, by_word(self._wake))

    def __getitem__(self, n: int) -> Any:
        if n not in self._unpacked:
            owner, elements, anchor, data = self._piece(n)
            elements = tuple([self._words(e) if e.__class__ is int else e for e in elements])
            self._unpacked[n] = (owner, elements, anchor, self._shared(self._count + data))
        return self._unpacked[n]

    def _wake(self, word: str) -> Node | None:
        index = self._piece(self._first + _bucket(word, self._buckets)).get(word)
        if index is None:
            return None
        whole, *beside, gapped = index
        before, behind = [(near, [(self._words(words), n) for words, n in long]) for near, long in beside]
        return woken(self, (whole, before, behind, gapped))

    def _words(self, n: int) -> frozenset[str]:
        """A long list of words."""
        found: frozenset[str] = self._shared(self._lists + n)
        return found

    def _shared(self, n: int) -> Any:
        if n not in self._unpacked:
            self._unpacked[n] = self._piece(n)
        return self._unpacked[n]

    def _piece(self, n: int) -> Any:
        try:
            return marshal.loads(self._pieces[n])
        except Damaged as error:
            raise RuleError(f"{error}: the rules kept there were damaged and are gone; run newslint again") from None

    def __iter__(self) -> Iterator[Any]:
        return map(self.__getitem__, range(self._count))


def _bucket(word: str, buckets: int) -> int:
    return crc32(word.encode("utf-8", "surrogatepass")) % buckets
