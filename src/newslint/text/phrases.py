"""All phrases of all rules in one pass over the words.

A phrase is a row of elements: a set of words any of which may stand there, or a gap. Each phrase is woken by its
rarest element, so that common words cost nothing; the neighbours are then compared. Nothing has to be compiled when
the program starts, which an automaton over the same phrases would need.

The notation of lexicons: ``play~ a (pivotal|key) role`` (``~`` any inflection, ``(a|b)`` one of, ``(a|b)?`` or none),
``*`` one word, ``**`` up to three words, ``***`` up to eight. Hyphens and spaces are alike. Other marks are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from newslint.text.inflect import forms
from newslint.text.span import Span
from newslint.text.words import Words, joined

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
_TOKEN = re.compile(r"\*{1,3}|\)\?|[()|]|[^\s()*|]+")

MOST_ROWS = 2000
"""Rows that one entry may stand for."""


def parse(entry: str) -> list[tuple[Element, ...]]:
    """The rows of elements that an entry in lexicon notation stands for; ValueError when it cannot be read."""
    tokens = _TOKEN.findall(entry.replace("’", "'").lower())
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
def _common() -> frozenset[str]:
    """Words too common to wake a phrase by; any other word is rarer."""
    table = (Path(__file__).parents[1] / "data" / "common.txt").read_text(encoding="utf-8")
    return frozenset(line for line in table.splitlines() if not line.startswith("#"))


def phrase(owner: str, elements: tuple[Element, ...], data: Any) -> Phrase:
    """A phrase with its anchor chosen: the element with the rarest words."""
    fixed = [i for i, e in enumerate(elements) if isinstance(e, frozenset)]
    anchor = max(fixed, key=lambda i: (not (elements[i] & _common()), min(map(len, elements[i])), -len(elements[i])))  # type: ignore[operator, arg-type]
    return Phrase(owner, elements, anchor, data)


class Lexicon(NamedTuple):
    """Phrases (rows of `Phrase`) by the words that wake them."""

    phrases: Sequence[tuple[str, tuple[Element, ...], int, Any]]
    anchors: dict[str, tuple[int, ...]]

    @classmethod
    def of(cls, phrases: Iterable[tuple[str, tuple[Element, ...], int, Any]]) -> Lexicon:
        """The phrases with their index."""
        kept = tuple(phrases)
        anchors: dict[str, list[int]] = {}
        for i, (_, elements, anchor, _) in enumerate(kept):
            for word in elements[anchor]:
                anchors.setdefault(word, []).append(i)  # type: ignore[arg-type]
        return cls(kept, {word: tuple(ids) for word, ids in anchors.items()})

    def find(self, folded_text: str, words: Words) -> dict[str, list[PhraseHit]]:
        """Every phrase in the text by owner, in order; of overlapping ones of one owner the longest."""
        found: dict[str, list[PhraseHit]] = {}
        anchors, phrases, folded = self.anchors, self.phrases, words.folded
        for i in [i for i, word in enumerate(folded) if word in anchors]:
            for n in anchors[folded[i]]:
                owner, elements, anchor, data = phrases[n]
                first = last = i
                if len(elements) > 1:
                    last = _walk(folded_text, words, elements, anchor, i, 1)
                    if last < 0:
                        continue
                    first = _walk(folded_text, words, elements, anchor, i, -1)
                    if first < 0:
                        continue
                span = Span(words.starts[first], words.ends[last])
                found.setdefault(owner, []).append(PhraseHit(span, first, last, data))
        return {owner: _longest(hits) for owner, hits in found.items()}


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
