"""Figures: money, percentages, counts, ranks and measures, with value and unit."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.dates import dates
from newslint.facts.figure_links import in_millions, lent
from newslint.facts.figure_reader import WAKES, Reader
from newslint.facts.quantities import Figure as Figure, FigureKind as FigureKind
from newslint.text.words import Words


@fact
def figures(article: Article) -> tuple[Figure, ...]:
    """Every figure in headline, dek and running text; dates, times, phone numbers and years are none."""
    words = article.words
    candidates = article.where(WAKES, numbers=True)
    if not candidates:
        return ()
    silent = sorted(
        [block.span for _, block in article.zoned("code", "meta", "byline", "dateline", "table")]
        + [date.span for date in dates(article) if date.kind not in ("vague",)]
    )
    reader = Reader(article, words)
    found: list[Figure] = []
    done = skip = 0
    for i in candidates:
        start = words.starts[i]
        if start < done or (i and words.folded[i - 1] < ":" and _in_a_row(article.folded, words, i)):
            continue
        while skip < len(silent) and silent[skip].end <= start:
            skip += 1
        if skip < len(silent) and silent[skip].start <= start:
            continue
        figure, end = reader.at(i)
        if figure is not None and figure.span.start >= done:
            found.append(figure)
        done = max(done, end)
    return tuple(lent(article, in_millions(article, found)))


def _in_a_row(text: str, words: Words, i: int) -> bool:
    """``020 7946 0018``: a number after a number, neither of them a figure; years before one are left alone."""
    if words.folded[i] >= ":" or words.ends[i - 1] != words.starts[i] - 1:
        return False
    before = words.folded[i - 1]
    return (
        text[words.ends[i - 1]] == " " and before.isdecimal() and not (len(before) == 4 and before[:2] in ("19", "20"))
    )
