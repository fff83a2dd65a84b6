"""Conditions of lexicon entries: where a phrase that was found is not meant (rules/README.md)."""

from __future__ import annotations

from newslint.article import Article
from newslint.text.phrases import Element, PhraseHit
from newslint.typed import Any, Sequence

_NEAR = 80
"""Words to either side in which `unless` and `only-with` look, however long the sentence."""
ASKED = frozenset(("exact", "not-after", "not-before", "unless", "only-with"))
"""Of an entry's data those that `stands` looks at."""


def stands(article: Article, hit: PhraseHit, conditions: dict[str, Any]) -> bool:
    """False when a condition of the lexicon entry (not-after, not-before, unless, only-with, case) silences the hit."""
    words, folded = article.words, article.words.folded
    exact = conditions.get("exact")
    if exact and article.one_line(hit.span) != exact:
        return False
    before = folded[hit.first - 1] if hit.first else ""
    for row in conditions.get("not-after", ()):
        if before in row[-1] and _reads(folded, row, hit.first - len(row)):  # most rows fail at the nearest word
            return False
    after = folded[hit.last + 1] if hit.last + 1 < len(folded) else ""
    for row in conditions.get("not-before", ()):
        if after in row[0] and _reads(folded, row, hit.last + 1):
            return False
    unless, only = conditions.get("unless"), conditions.get("only-with")
    if unless or only:
        sentence = article.sentence_at(hit.span.start)
        span = sentence.span if sentence else article.blocks[article.block_at(hit.span.start)].span
        near = words.between(*span)
        near = range(max(near.start, hit.first - _NEAR), min(near.stop, hit.last + _NEAR))
        if unless and _among(folded, near, unless):
            return False
        if only and not _among(folded, near, only):
            return False
    return True


def _reads(folded: Sequence[str], row: Sequence[Element], at: int) -> bool:
    if at < 0 or at + len(row) > len(folded):
        return False
    for element in row:
        if folded[at] not in element:
            return False
        at += 1
    return True


def _among(folded: Sequence[str], near: range, rows: Sequence[Sequence[Element]]) -> bool:
    here = frozenset(folded[near.start : near.stop])
    for row in rows:
        if not here.isdisjoint(row[0]) and (len(row) == 1 or any(_reads(folded, row, i) for i in near)):
            return True
    return False
