"""What figures are the size of: the funding, the fine, the dead."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from newslint.article import Article
from newslint.facts import fact, phrases
from newslint.facts.figures import Figure, figures
from newslint.facts.quote_marks import quoted
from newslint.named import NamedTuple
from newslint.text.closed_classes import DEFINITE
from newslint.text.phrases import PhraseHit
from newslint.text.span import covering
from newslint.typed import Sequence

OTHER_QUANTITY = frozenset(
    "earlier previous previously revised another more further additional others initial initially first second third "
    "next toll rose risen rising last since total totals altogether combined separate separately rival rivals also "
    "each per average annual annually estimated estimate originally least other different later then compared "
    "respectively series including follows following followed far".split()
)
"""Words that say that another quantity, or the same one at another time, is meant."""
_NEAR = 5
"""Words from a figure within which the word stands that says what it is the size of."""


class Size(NamedTuple):
    """A sum, count, score or share in the writer's own words."""

    figure: Figure
    slot: str
    """What it is the size of; empty where no word beside it says so."""
    headline: bool
    """In display type."""
    sentence: int
    """Index in `Article.sentences`, or -1 in display type."""
    definite: bool
    """``the 16 dead``."""


@fact
def sizes(article: Article) -> tuple[Size, ...]:
    """Sums, counts, scores and shares outside quotations, ranges left out, with what they are the size of; in order."""
    folded = article.words.folded
    quotes = [marks.span for marks in quoted(article)]
    found = [f for f in figures(article) if f.kind in ("money", "count", "score", "percent") and not f.high]
    found = [f for f in found if covering(quotes, *f.span) < 0]
    slots = phrases(article, "figure-slots")
    starts = [slot.first for slot in slots]
    counts = [f.words[0] for f in found if f.kind == "count"]
    out = []
    for figure, sentence in zip(found, article.sentence_indexes([f.span.start for f in found]), strict=True):
        block = article.block_at(figure.span.start) if sentence < 0 else article.sentences[sentence].block
        headline = article.blocks[block].zone in ("headline", "dek")
        if sentence < 0 and not headline:
            continue
        near = article.block_words[block] if headline else article.sentence_words[sentence]
        first = figure.words[0]
        slot = _slot(slots, starts, counts, figure, near) if slots else ""
        out.append(Size(figure, slot, headline, sentence, first > 0 and folded[first - 1] in DEFINITE))
    return tuple(out)


def _slot(slots: Sequence[PhraseHit], starts: Sequence[int], counts: Sequence[int], figure: Figure, near: range) -> str:
    """What the nearest phrase of the figure's kind names; in ``kills 7 in two counties`` "kills" is not of the two."""
    first, last = figure.words
    best, least = "", _NEAR
    i = bisect_left(starts, max(near.start, first - _NEAR))
    while i < len(slots) and slots[i].first < min(near.stop, last + _NEAR):
        slot = slots[i]
        kind, _, name = slot.data["hint"].partition(" ")
        gap = slot.first - last if slot.first > last else first - slot.last
        if kind == figure.kind and 0 < gap < least and not _another(counts, slot.last, first):
            best, least = name, gap
        i += 1
    return best


def _another(counts: Sequence[int], slot: int, first: int) -> bool:
    """Another count stands between the words that name a size and the figure behind them."""
    return slot < first and bisect_right(counts, slot) < bisect_left(counts, first)
