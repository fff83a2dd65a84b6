"""Cues of claims: what speaks for a checkable sentence (figures, rankings, changes, deeds, names) and what against one
(opinion, duty, questions, talk of oneself).

The cues are lexicons in ``data/claim-cues.txt``. Their weights were fitted by logistic regression on sentences that
people had marked as worth checking or not, and rounded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from newslint.article import Article
from newslint.facts.figures import figures
from newslint.facts.names import names
from newslint.facts.quote_marks import QuoteMarks, quoted
from newslint.text.inflect import forms
from newslint.text.table import read_table

BIAS = -1.55
"""What a sentence weighs that holds no cue."""

WEIGHTS = {
    "money": 1.9, "share": 1.4, "digit": 1.25, "magnitude": 1.1, "state-noun": 1.05, "record": 1.0, "report": 1.0,
    "count": 1.0, "comparison": 0.8, "year": 0.8, "past": 0.75, "deed": 0.7, "superlative": 0.7, "body-name": 0.65,
    "measure": 0.65, "opens-they": 0.6, "name": 0.5, "fraction": 0.5, "person": 0.5, "change": 0.45,
    "number-word": 0.4, "body": 0.4, "first": 0.35, "time": 0.3, "opens-i": -0.25, "hypothetical": -0.3,
    "under-9-words": -0.3, "opens-the": -0.3, "courtesy": -0.4, "opens-it": -0.45, "opens-order": -0.55,
    "merit": -0.65, "address": -0.55, "opens-question": -0.7, "first-person": -0.75, "future": -0.85,
    "under-6-words": -0.9, "opinion": -0.85, "duty": -1.2, "opens-if": -1.5, "question": -2.2,
}  # fmt: skip
"""Weight of each cue that a sentence holds."""

TWICE = {
    "comparative": 1.35, "magnitude": 0.85, "deed": 0.7, "count": 0.7, "name": 0.65, "person": 0.6, "number-word": 0.6,
    "merit": -0.45, "hypothetical": -0.95,
}  # fmt: skip
"""Weight on top where the sentence holds the cue twice or more."""


class _Cues(NamedTuple):
    words: dict[str, int]
    """Word to the bits of its cues."""
    pairs: dict[str, dict[str, int]]
    """First word to second word to bits."""
    bits: dict[str, int]


@cache
def cue_table() -> _Cues:
    """The cue lexicons, each cue a bit."""
    words: dict[str, int] = {}
    pairs: dict[str, dict[str, int]] = {}
    bits: dict[str, int] = {}
    bit = 0
    table = read_table("claim-cues")
    for line in table.split("\n"):
        if not line or line[0] == "#":
            continue
        if line[0] == "[":
            bit = bits.setdefault(line[1:-1], 1 << len(bits))
            continue
        for entry in line.split():
            if "_" in entry:
                first, second = entry.split("_", 1)
                after = pairs.setdefault(first, {})
                after[second] = after.get(second, 0) | bit
            elif entry[-1] == "~":
                for form in forms(entry[:-1]):
                    words[form] = words.get(form, 0) | bit
            else:
                words[entry] = words.get(entry, 0) | bit
    for name in ("digit", "year", "past", *_SENTENCE_CUES):
        bits[name] = 1 << len(bits)
    return _Cues(words, pairs, bits)


_SENTENCE_CUES = (
    "money", "share", "count", "measure", "name", "person", "body-name", "question", "opens-i", "opens-it",
    "opens-they", "opens-question", "opens-order", "opens-if", "opens-the", "under-6-words", "under-9-words",
)  # fmt: skip
_LEAD_INS = frozenset("and but so well now no yes then or because also".split())
_OPENINGS = {
    "opens-i": "i i'm i've i'd i'll",
    "opens-it": "it it's that that's this",
    "opens-they": "he she they he's she's they're they've",
    "opens-question": "what why how who where do does is are can would should did will",
    "opens-order": "let look thank tell say listen let's ask take remember go",
    "opens-if": "if",
    "opens-the": "the a",
}
_OPENS = {word: cue for cue, row in _OPENINGS.items() for word in row.split()}
_FIGURE_CUES = {
    "money": "money", "percent": "share", "points": "share", "fraction": "share", "multiple": "share", "count": "count",
    "rank": "count", "measure": "measure",
}  # fmt: skip
_NAME_CUES = {"person": "person", "place": "", "organisation": "body-name", "other": ""}


class Weighed(NamedTuple):
    """The cues of one sentence: bits of those it holds, and of those it holds twice or more."""

    sentence: int
    once: int
    twice: int


def weigh(article: Article) -> Iterator[Weighed]:
    """The cues of every sentence of running text, words in quotations left out."""
    table = cue_table()
    lookup, pairs, bits = table.words, table.pairs, table.bits
    digit, year, past = bits["digit"], bits["year"], bits["past"]
    words, text = article.words, article.text
    folded, starts = words.folded, words.starts
    marks = quoted(article)
    named, counted = names(article), figures(article)
    q = n = f = 0
    for index, (span, _) in enumerate(article.sentences):
        once = twice = 0
        row = words.between(*span)
        while q < len(marks) and marks[q].span.end <= span.start:
            q += 1
        inside = q < len(marks) and marks[q].span.start < span.end
        if inside:
            kept = _outside(marks, q, row, starts)
            if len(kept) * 2 < len(row):
                continue
            indexes: range | list[int] = kept
        else:
            indexes = row
        if not indexes:
            continue
        for i in indexes:
            word = folded[i]
            bit = lookup.get(word, 0)
            if word in pairs and i + 1 < len(folded):
                bit |= pairs[word].get(folded[i + 1], 0)
            if not bit:
                if word[0].isdigit():
                    bit = year if len(word) == 4 and word[:2] in ("19", "20") and word.isdigit() else digit
                elif word.endswith("ed") and len(word) > 4:
                    bit = past
                else:
                    continue
            elif word.endswith("ed") and len(word) > 4:
                bit |= past
            twice |= once & bit
            once |= bit
        at = indexes[0]
        last = indexes[-1]
        while at < last and folded[at] in _LEAD_INS:
            at += 1
        if folded[at] in _OPENS:
            once |= bits[_OPENS[folded[at]]]
        if text[span.end - 1] == "?" or text[span.end - 2 : span.end - 1] == "?":
            once |= bits["question"]
        length = len(indexes)
        if length < 9:
            once |= bits["under-9-words"] | (bits["under-6-words"] if length < 6 else 0)
        while n < len(named) and named[n].span.start < span.start:
            n += 1
        while n < len(named) and named[n].span.start < span.end:
            bit = bits["name"]
            if cue := _NAME_CUES[named[n].kind]:
                bit |= bits[cue]
            twice |= once & bit
            once |= bit
            n += 1
        while f < len(counted) and counted[f].span.start < span.start:
            f += 1
        while f < len(counted) and counted[f].span.start < span.end:
            if cue := _FIGURE_CUES.get(counted[f].kind, ""):
                twice |= once & bits[cue]
                once |= bits[cue]
            f += 1
        yield Weighed(index, once, twice)


def _outside(marks: Sequence[QuoteMarks], q: int, row: range, starts: Sequence[int]) -> list[int]:
    """The words of the row that stand outside quotation marks; `q` is the first pair of marks that can hold one."""
    kept: list[int] = []
    for i in row:
        while q < len(marks) and marks[q].span.end <= starts[i]:
            q += 1
        if q == len(marks) or starts[i] < marks[q].span.start:
            kept.append(i)
    return kept


def weight(weighed: Weighed) -> float:
    """The sum of the weights of the sentence's cues."""
    once, twice = weighed.once, weighed.twice
    total = BIAS
    for bit, value in _weighted()[0]:
        if once & bit:
            total += value
    if twice:
        for bit, value in _weighted()[1]:
            if twice & bit:
                total += value
    return total


@cache
def _weighted() -> tuple[list[tuple[int, float]], list[tuple[int, float]]]:
    bits = cue_table().bits
    return [(bits[cue], value) for cue, value in WEIGHTS.items()], [(bits[cue], value) for cue, value in TWICE.items()]
