"""Quotations: words that are not the writer's, and who spoke them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.attribution import attributions
from newslint.facts.names import names
from newslint.facts.quote_marks import quoted
from newslint.lean import Tally
from newslint.named import NamedTuple
from newslint.text.span import Span
from newslint.typed import Literal

_LEAD = 200
"""Code points before a colon in which its speaker is named."""


class Quotation(NamedTuple):
    """A stretch in quotation marks, or a block quote."""

    span: Span
    """With its marks."""
    inner: Span
    """Without them."""
    words: int
    kind: Literal["double", "single", "block"]
    speaker: Span | None
    """Where the speaker is named, when it is known."""
    cue: Span | None
    """The reporting verb, when there is one."""
    closed: bool
    """False for a paragraph of a longer quotation, which has no closing mark."""


@fact
def quotations(article: Article) -> tuple[Quotation, ...]:
    """Every quotation of the article with its speaker, outermost ones only, in order."""
    said = [a for a in attributions(article) if a.quoted]
    out: list[Quotation] = []
    k = 0
    for marks in quoted(article):
        while k < len(said) and said[k].span.end <= marks.span.start:
            k += 1
        by = next((a for a in said[k : k + 4] if a.source and a.span.overlaps(marks.span)), None)
        speaker, cue = (by.source, by.cue) if by else (_before_colon(article, marks.span.start), None)
        out.append(Quotation(marks.span, marks.inner, marks.words, marks.kind, speaker, cue, marks.closed))
    return tuple(out)


@fact
def quoted_sentences(article: Article) -> frozenset[int]:
    """Indexes of the sentences most of which is somebody's words."""
    starts, ends = article.sentence_starts, article.sentence_ends
    said: Tally[int] = Tally()
    for quotation in quotations(article):
        start, end = quotation.span
        i = bisect_right(ends, start)
        while i < len(starts) and starts[i] < end:
            said[i] += min(end, ends[i]) - max(start, starts[i])
            i += 1
    return frozenset([i for i, length in said.items() if length * 2 > ends[i] - starts[i]])


def _before_colon(article: Article, start: int) -> Span | None:
    """The only person named before the colon that leads to a quotation: ``In the words of Ruiz: "…"``."""
    text = article.text
    if text[max(0, start - 2) : start].rstrip()[-1:] != ":":
        return None
    sentence = article.sentence_at(max(0, start - 2))
    if sentence is None:
        return None
    named = names(article)
    k = bisect_left(named, max(sentence.span.start, start - _LEAD), key=lambda name: name.span.start)
    people = {}
    while k < len(named) and named[k].span.end < start:
        if named[k].kind == "person":
            people[named[k].entity] = named[k].span
        k += 1
    return next(iter(people.values())) if len(people) == 1 else None
