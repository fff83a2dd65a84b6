"""All phrases of all rules in one pass over the words.

A phrase is a row of elements: a set of words any of which may stand there, or a gap. Each phrase is woken by its
rarest element, so that common words cost nothing; the neighbours are then compared. Nothing has to be compiled when
the program starts, which an automaton over the same phrases would need.
"""

from __future__ import annotations

from newslint.lean import defaultdict, itemgetter, partial
from newslint.named import NamedTuple
from newslint.text.span import Span, of_pair
from newslint.text.words import Words, by_word, joined
from newslint.typed import TYPE_CHECKING, Any, Callable, Container, Iterable, Sequence

if TYPE_CHECKING:
    from newslint.text.packed import Packed

Element = frozenset[str] | tuple[int, int]
"""Words that may stand at one place, or a gap of (least, most) words."""


_Near = tuple[dict[str, list[int]], list[tuple[Any, int]]]
"""Phrases by a word that stands beside their anchor, and those with a long list of words there, each with its list."""

Index = tuple[list[int], _Near, _Near, list[int]]
"""The phrases that a word wakes: whole with it, by the words before it, by the words behind it, with gaps around it."""

LONG = 8
"""Words at one place from which they are kept once for all phrases that have the same there."""


class PhraseHit(NamedTuple):
    """A phrase found: its words ``first`` to ``last`` (inclusive) of the article's words."""

    span: Span
    first: int
    last: int
    data: Any


_hit: Callable[[tuple[Span, int, int, Any]], PhraseHit] = partial(tuple.__new__, PhraseHit)
"""The hit of its fields, made in C: an article has a hundred."""

Noted = tuple[int, int, Any]
"""A phrase as the one pass notes it down: its first and last word, and its data."""

_PLACE = itemgetter(0, 1)


class _Beside(dict[str, "Node"]):
    """Phrases by the word that stands beside what is matched, sorted out when that word is first met there."""

    __slots__ = ("rows", "words")

    def __init__(self, rows: list[tuple[frozenset[str], Any]]) -> None:
        self.rows = rows
        self.words: Container[str] = frozenset().union(*[near for near, _ in rows])
        """Words one of which must stand there for any of the phrases."""

    def __missing__(self, word: str) -> Node:
        found = self[word] = _node([row for near, row in self.rows if word in near])
        return found


class _Indexed(_Beside):
    """Phrases by the word beside their anchor, none of them unpacked before that word is met there."""

    __slots__ = ("by_word", "long", "row")

    def __init__(self, near: _Near, row: Callable[[int], Any]) -> None:
        self.by_word, self.long = near
        self.words = frozenset(self.by_word).union(*[words for words, _ in self.long]) if self.long else self.by_word
        self.row = row

    def __missing__(self, word: str) -> Node:
        numbers = sorted([*self.by_word.get(word, ()), *[n for words, n in self.long if word in words]])
        found = self[word] = _node(map(self.row, numbers))
        return found


class Node(NamedTuple):
    """The phrases that a stretch of words belongs to, by what a glance at its neighbours can tell.

    A row is owner, data, and the elements left to match: towards the start (nearest first), and towards the end.
    """

    whole: list[tuple[str, Any]]
    """Owner and data of those that are these words alone."""
    by_previous: _Beside
    by_next: _Beside
    gapped: list[Any]
    """Those that go on with gaps only."""
    previous: Container[str]
    """Words one of which must stand before, for any of `by_previous`."""
    next: Container[str]


_NOTHING = _Beside([])


def _node(rows: Iterable[Any]) -> Node:
    whole: list[tuple[str, Any]] = []
    by_previous: list[tuple[frozenset[str], Any]] = []
    by_next: list[tuple[frozenset[str], Any]] = []
    gapped: list[Any] = []
    for row in rows:
        owner, data, before, after = row
        if after and after[0].__class__ is frozenset:
            by_next.append((after[0], (owner, data, before, after[1:])))
        elif before and before[0].__class__ is frozenset:
            by_previous.append((before[0], (owner, data, before[1:], after)))
        elif before or after:
            gapped.append(_reached(row))
        else:
            whole.append((owner, data))
    before = _Beside(by_previous) if by_previous else _NOTHING
    after = _Beside(by_next) if by_next else _NOTHING
    return Node(whole, before, after, gapped, before.words, after.words)


class Lexicon(NamedTuple):
    """Phrases, and what a word wakes of them. A phrase is a row of `Phrase`."""

    phrases: Sequence[Any] | Packed
    woken_by: Callable[[str], Node | None]

    @classmethod
    def of(cls, phrases: Iterable[tuple[Any, ...]]) -> Lexicon:
        """The phrases with their index."""
        kept, anchors = filed(phrases)
        return cls(kept, by_word(lambda word: woken(kept, anchors[word]) if word in anchors else None))

    def find(self, folded_text: str, words: Words) -> dict[str, list[Noted]]:
        """Every phrase in the text by owner. What is asked for becomes hits (`hits_of`)."""
        found: dict[str, list[Noted]] = defaultdict(list)
        folded = words.folded
        around = ["", *folded, ""]
        for i, node in enumerate(map(self.woken_by, folded)):
            if node is None:
                continue
            whole, _, _, gapped, previous, following = node
            if gapped or around[i] in previous or around[i + 2] in following:
                _match(found, folded_text, words, node, i, i)
            else:
                for owner, data in whole:
                    found[owner].append((i, i, data))
        return found


def filed(phrases: Iterable[tuple[Any, ...]]) -> tuple[list[Any], dict[str, Index]]:
    """The phrases, and which of them each word wakes."""
    # Those with gaps go last, so that among equals the plain ones are found first.
    kept = sorted(phrases, key=lambda row: any(isinstance(element, tuple) for element in row[1]))
    anchors: dict[str, Index] = {}
    for n, (_, elements, at, _) in enumerate(kept):
        following = elements[at + 1] if at + 1 < len(elements) else ()
        previous = elements[at - 1] if at else ()
        for word in elements[at]:
            whole, before, behind, gapped = anchors.setdefault(word, ([], ({}, []), ({}, []), []))
            if len(elements) == 1:
                whole.append(n)
            elif isinstance(following, frozenset):
                _file(behind, following, n)
            elif isinstance(previous, frozenset):
                _file(before, previous, n)
            else:
                gapped.append(n)
    return kept, anchors


def woken(phrases: Sequence[Any] | Packed, index: Index) -> Node:
    """What the word wakes, as the pass over the words needs it."""
    whole, previous, following, gapped = index
    before = _Indexed(previous, lambda n: _left(phrases[n], 1, 0))
    behind = _Indexed(following, lambda n: _left(phrases[n], 0, 1))
    return Node(
        [(row[0], row[3]) for row in map(phrases.__getitem__, whole)],
        before,
        behind,
        [_reached(_left(phrases[n], 0, 0)) for n in gapped],
        before.words,
        behind.words,
    )


def _file(near: _Near, words: frozenset[str], n: int) -> None:
    """Note the phrase under the words that stand beside its anchor."""
    by_word, long = near
    if len(words) > LONG:
        long.append((words, n))
        return
    for word in words:
        by_word.setdefault(word, []).append(n)


def _left(row: tuple[Any, ...], before: int, after: int) -> tuple[Any, ...]:
    """What is left to match of a phrase whose anchor stands there, and so many elements before and after it."""
    owner, elements, at, data = row
    return owner, data, elements[: at - before][::-1], elements[at + 1 + after :]


def _match(found: dict[str, list[Noted]], text: str, words: Words, node: Node, first: int, last: int) -> None:
    """Add to `found` the phrases of the node that stand round the words ``first`` to ``last``."""
    folded, starts, ends = words
    whole, by_previous, by_next, gapped, previous, following = node
    for owner, data in whole:
        found[owner].append((first, last, data))
    # Nearly all words are parted by one space, which is seen here at a fraction of what a call takes.
    if (
        first
        and folded[first - 1] in previous
        and (text[ends[first - 1] : starts[first]] == " " or joined(text, words, first - 1))
    ):
        _match(found, text, words, by_previous[folded[first - 1]], first - 1, last)
    if (
        last + 1 < len(folded)
        and folded[last + 1] in following
        and (text[ends[last] : starts[last + 1]] == " " or joined(text, words, last))
    ):
        _match(found, text, words, by_next[folded[last + 1]], first, last + 1)
    for row, (low, high), near in gapped:
        place = slice(last + low, last + high) if low > 0 else slice(max(first + low, 0), max(first + high, 0))
        if near and near.isdisjoint(folded[place]):
            continue
        owner, data, before, after = row
        final = _walk(text, words, after, last, 1) if after else last
        start = _walk(text, words, before, first, -1) if before and final >= 0 else first
        if start >= 0 <= final:
            found[owner].append((start, final, data))


def _reached(row: tuple[Any, ...]) -> tuple[Any, tuple[int, int], frozenset[str]]:
    """A row that goes on with gaps, and what must stand behind the first of them: where, counted from the outermost
    words matched, and one of which words; none where another gap follows."""
    _, _, before, after = row
    (least, most), *rest = after or before
    near = rest[0] if rest and isinstance(rest[0], frozenset) else frozenset()
    return row, (least + 1, most + 2) if after else (-most - 1, -least), near


def _walk(text: str, words: Words, elements: Sequence[Element], i: int, step: int) -> int:
    """Match the elements from the word beside `i` on, in one direction; the index of the outermost word, or -1."""
    folded, starts, ends = words
    for n, element in enumerate(elements):
        if isinstance(element, frozenset):
            i += step
            if not 0 <= i < len(folded) or folded[i] not in element:
                return -1
            left = i if step < 0 else i - 1
            if text[ends[left] : starts[left + 1]] != " " and not joined(text, words, left):
                return -1
            continue
        least, most = element
        rest = elements[n + 1 :]
        near = rest[0] if rest and isinstance(rest[0], frozenset) else None
        crossed = max(least, 1)
        for skip in range(least, most + 1):
            j = i + step * skip
            if not 0 <= j < len(folded):
                return -1
            if near and not (0 <= j + step < len(folded) and folded[j + step] in near):
                continue
            while crossed <= skip:
                left = i + step * crossed - (step > 0)
                if text[ends[left] : starts[left + 1]] != " " and not joined(text, words, left):
                    return -1
                crossed += 1
            end = _walk(text, words, rest, j, step)
            if end >= 0:
                return end
        return -1
    return i


def hits_of(words: Words, matches: list[Noted]) -> list[PhraseHit]:
    """What was found for one owner, in order; of overlapping phrases the longest."""
    _, starts, ends = words
    if len(matches) > 1:
        matches = _longest(matches, starts, ends)
    return [_hit((of_pair((starts[first], ends[last])), first, last, data)) for first, last, data in matches]


def _longest(matches: list[Noted], starts: Sequence[int], ends: Sequence[int]) -> list[Noted]:
    kept: list[Noted] = []
    reach = -1
    for match in sorted(matches, key=_PLACE):
        first, last, _ = match
        if first <= reach:
            begun = kept[-1][0]
            if ends[last] - starts[first] <= ends[reach] - starts[begun]:
                continue
            kept.pop()
        kept.append(match)
        reach = last
    return kept
