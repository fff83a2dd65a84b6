"""All phrases of all rules in one pass over the words.

A phrase is a row of elements: a set of words any of which may stand there, or a gap. Each phrase is woken by its
rarest element, so that common words cost nothing; the neighbours are then compared. Nothing has to be compiled when
the program starts, which an automaton over the same phrases would need.

The notation of lexicons: ``play~ a (pivotal|key) role`` (``~`` any inflection, ``(a|b)`` one of, ``(a|b)?`` or none),
``*`` one word, ``**`` up to three words, ``***`` up to eight. Hyphens and spaces are alike. Other marks are refused.
"""

from __future__ import annotations

import marshal
import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate

from newslint.named import NamedTuple
from newslint.text.inflect import forms
from newslint.text.span import Span
from newslint.text.table import read_table
from newslint.text.words import Words, joined
from newslint.typed import Any

Element = frozenset[str] | tuple[int, int]
"""Words that may stand at one place, or a gap of (least, most) words."""


class Phrase(NamedTuple):
    """One lexicon entry: whose it is, what it looks like, and whatever its owner wants to know of it."""

    owner: str
    elements: tuple[Element, ...]
    anchor: int
    data: Any


class PhraseHit(NamedTuple):
    """A phrase found: its words ``first`` to ``last`` (inclusive) of the article's words."""

    span: Span
    first: int
    last: int
    data: Any


_GAPS = {"*": (1, 1), "**": (0, 3), "***": (0, 8)}
_TOKEN = r"\*{1,3}|\)\?|[()|]|[^\s()*|]+"

MOST_ROWS = 2000
"""Rows that one entry may stand for."""


def parse(entry: str) -> list[tuple[Element, ...]]:
    """The rows of elements that an entry in lexicon notation stands for; ValueError when it cannot be read."""
    tokens = re.findall(_TOKEN, entry.replace("’", "'").lower())
    tokens.reverse()  # to be popped from the end
    found = _choices(tokens, entry)
    if tokens:
        raise ValueError(f"a bracket or bar too many in the phrase {entry!r}")
    if not all(any(isinstance(e, frozenset) for e in row) for row in found):
        raise ValueError(f"no fixed word in the phrase {entry!r}")
    return found


def _choices(tokens: list[str], entry: str) -> list[tuple[Element, ...]]:
    """Alternatives up to a closing bracket or the end; those of one word become one element."""
    rows = _sequence(tokens, entry)
    while tokens and tokens[-1] == "|":
        tokens.pop()
        rows += _sequence(tokens, entry)
    single = [row[0] for row in rows if len(row) == 1 and isinstance(row[0], frozenset)]
    kept = [row for row in rows if not (len(row) == 1 and isinstance(row[0], frozenset))]
    return [(frozenset().union(*single),), *kept] if single else kept


def _sequence(tokens: list[str], entry: str) -> list[tuple[Element, ...]]:
    rows: list[tuple[Element, ...]] = [()]
    while tokens and tokens[-1] not in ("|", ")", ")?"):
        token = tokens.pop()
        if token in _GAPS:
            parts: list[tuple[Element, ...]] = [(_GAPS[token],)]
        elif token == "(":
            parts = _choices(tokens, entry)
            closing = tokens.pop() if tokens else ""
            if closing not in (")", ")?"):
                raise ValueError(f"a bracket is left open in the phrase {entry!r}")
            parts = [*parts, ()] if closing == ")?" else parts
        else:
            parts = [_row(token, entry)]
        rows = [(*row, *part) for row in rows for part in parts]
        if len(rows) > MOST_ROWS:
            raise ValueError(f"more than {MOST_ROWS} ways to read the phrase {entry!r}")
    return rows


def _row(text: str, entry: str) -> tuple[frozenset[str], ...]:
    words = re.findall(r"[^\W_]+(?:['.&][^\W_]+)*~?", text)
    if not words:
        raise ValueError(f"cannot read {text!r} in the phrase {entry!r}")
    return tuple(forms(w[:-1]) if w.endswith("~") else frozenset((w,)) for w in words)


@cache
def _common() -> dict[str, int]:
    """How often common words stand in a million words of prose; others are rarer than all of them."""
    table = read_table("common")
    rows = [line.split() for line in table.splitlines() if not line.startswith("#")]
    return {word: int(often) for word, often in rows}


def _wakes(element: Element) -> int:
    """How often the element would wake a phrase in a million words."""
    common = _common()
    return sum(common.get(word, 20) for word in element) if isinstance(element, frozenset) else 10**9


def phrase(owner: str, elements: tuple[Element, ...], data: Any) -> Phrase:
    """A phrase with its anchor chosen: the element that wakes it least often."""
    anchor = min(range(len(elements)), key=lambda i: _wakes(elements[i]))
    return Phrase(owner, elements, anchor, data)


class Packed:
    """Rows of phrases in one block of bytes, each unpacked when it is asked for: few are met in one article.

    What an owner wants to know is the same for hundreds of phrases, and stands in the block once, behind the rows.
    """

    __slots__ = ("_block", "_count", "_ends", "_unpacked")

    def __init__(self, block: bytes | memoryview, ends: bytes, count: int) -> None:
        self._block = memoryview(block)
        self._ends = memoryview(ends).cast("I")
        self._count = count
        self._unpacked: dict[int, Any] = {}

    @classmethod
    def parts(cls, rows: Iterable[tuple[Any, ...]]) -> tuple[bytes, bytes, int]:
        """The arguments for a `Packed` of these rows."""
        from array import array

        data: dict[bytes, int] = {}
        packed = [marshal.dumps((*row[:3], data.setdefault(marshal.dumps(row[3]), len(data)))) for row in rows]
        pieces = [*packed, *data]
        return b"".join(pieces), array("I", accumulate(map(len, pieces), initial=0)).tobytes(), len(packed)

    def __getitem__(self, n: int) -> Any:
        if n not in self._unpacked:
            owner, elements, anchor, data = self._piece(n)
            self._unpacked[n] = (owner, elements, anchor, self._data(self._count + data))
        return self._unpacked[n]

    def _data(self, n: int) -> Any:
        if n not in self._unpacked:
            self._unpacked[n] = self._piece(n)
        return self._unpacked[n]

    def _piece(self, n: int) -> Any:
        return marshal.loads(self._block[self._ends[n] : self._ends[n + 1]])


def packed_anchors(rows: Iterable[tuple[str, tuple[Element, ...], int, Any]]) -> dict[str, bytes]:
    """The anchors of a lexicon, each word's indexes in one piece: a dict of pieces is read in half the time."""
    return {word: marshal.dumps(indexes) for word, indexes in Lexicon.of(rows).anchors.items()}


class _Woken(NamedTuple):
    """The phrases that one word wakes, by what a glance at its neighbours can tell."""

    single: list[tuple[str, Any]]
    """Owner and data of those that are the word alone."""
    following: frozenset[str]
    """Words one of which must come next for any of `by_next`."""
    by_next: list[tuple[frozenset[str], Any]]
    preceding: frozenset[str]
    by_previous: list[tuple[frozenset[str], Any]]
    others: list[Any]
    """Those with gaps on both sides."""


class Lexicon(NamedTuple):
    """Phrases by the words that wake them.

    A phrase is a row of `Phrase`. A word's phrases are their indexes, plain ones and those with gaps, until the word is
    first met, and `_Woken` from then on.
    """

    phrases: Sequence[Any] | Packed
    anchors: dict[str, Any]

    @classmethod
    def of(cls, phrases: Iterable[tuple[str, tuple[Element, ...], int, Any]]) -> Lexicon:
        """The phrases with their index."""
        kept = list(phrases)
        anchors: dict[str, tuple[list[int], list[int]]] = {}
        for i, (_, elements, anchor, _) in enumerate(kept):
            gapped = any(isinstance(element, tuple) for element in elements)
            for word in elements[anchor]:
                anchors.setdefault(word, ([], []))[gapped].append(i)  # type: ignore[arg-type]
        return cls(kept, {word: (tuple(plain), tuple(gapped)) for word, (plain, gapped) in anchors.items()})

    def find(self, folded_text: str, words: Words) -> dict[str, list[PhraseHit]]:
        """Every phrase in the text by owner, in order; of overlapping ones of one owner the longest."""
        found: dict[str, list[PhraseHit]] = {}
        anchors, (folded, starts, ends) = self.anchors, words
        after = [*folded[1:], ""]
        for i, word in [(i, word) for i, word in enumerate(folded) if word in anchors]:
            woken = anchors[word]
            if woken.__class__ is not _Woken:
                indexes = marshal.loads(woken) if woken.__class__ is bytes else woken
                woken = anchors[word] = self._woken(indexes)
            single, following, by_next, preceding, by_previous, rows = woken
            for owner, data in single:
                found.setdefault(owner, []).append(PhraseHit(Span(starts[i], ends[i]), i, i, data))
            if after[i] in following:
                rows = [row for near, row in by_next if after[i] in near] + rows
            if i and folded[i - 1] in preceding:
                rows = [row for near, row in by_previous if folded[i - 1] in near] + rows
            for owner, elements, anchor, data in rows:
                last = _walk(folded_text, words, elements, anchor, i, 1) if anchor + 1 < len(elements) else i
                first = i if last < 0 or not anchor else _walk(folded_text, words, elements, anchor, i, -1)
                if first >= 0 <= last:
                    hit = PhraseHit(Span(starts[first], ends[last]), first, last, data)
                    found.setdefault(owner, []).append(hit)
        return {owner: _longest(hits) for owner, hits in found.items()}

    def _woken(self, indexes: tuple[tuple[int, ...], tuple[int, ...]]) -> _Woken:
        woken = _Woken([], frozenset(), [], frozenset(), [], [])
        for n in (*indexes[0], *indexes[1]):
            row = self.phrases[n]
            owner, elements, anchor, data = row
            after = elements[anchor + 1] if anchor + 1 < len(elements) else ()
            before = elements[anchor - 1] if anchor else ()
            if len(elements) == 1:
                woken.single.append((owner, data))
            elif isinstance(after, frozenset):
                woken.by_next.append((after, row))
            elif isinstance(before, frozenset):
                woken.by_previous.append((before, row))
            else:
                woken.others.append(row)
        return woken._replace(following=_any(woken.by_next), preceding=_any(woken.by_previous))


def _any(rows: list[tuple[frozenset[str], Any]]) -> frozenset[str]:
    words: frozenset[str] = frozenset()
    return words.union(*[near for near, _ in rows])


def _walk(text: str, words: Words, elements: Sequence[Element], at: int, i: int, step: int) -> int:
    """Match the elements beyond `at` in one direction; the index of the outermost word, or -1."""
    folded = words.folded
    at += step
    while 0 <= at < len(elements):
        element = elements[at]
        if isinstance(element, frozenset):
            i += step
            if (
                not 0 <= i < len(folded)
                or folded[i] not in element
                or not joined(text, words, i if step < 0 else i - 1)
            ):
                return -1
            at += step
            continue
        least, most = element
        for skip in range(least, most + 1):
            j = i + step * skip
            if not 0 <= j < len(folded) or (skip and not joined(text, words, j if step < 0 else j - 1)):
                return -1
            end = _walk(text, words, elements, at, j, step)
            if end >= 0:
                return end
        return -1
    return i


def _longest(hits: list[PhraseHit]) -> list[PhraseHit]:
    if len(hits) == 1:
        return hits
    hits.sort(key=lambda hit: (hit.span.start, -hit.span.end))
    kept: list[PhraseHit] = []
    for hit in hits:
        if kept and hit.span.start < kept[-1].span.end:
            if hit.span.end - hit.span.start > kept[-1].span.end - kept[-1].span.start:
                kept[-1] = hit
            continue
        kept.append(hit)
    return kept
