from __future__ import annotations

from bisect import bisect_left

from newslint import Article, Hit, Iterator, figures, names, phrases, quotations, rule


@rule(
    "info",
    wakes=["boilerplate"],
    not_types=["obituary", "sport", "obituary-notice"],
    why="Newsroom practice; a main tell of quotations that nobody spoke.",
    exceptions="Quotations with a figure, a date, a name or a deed in them; fewer than six words.",
    options={
        "min_words": "Shorter quotations are left alone.",
    },
    bad=[
        '<<"We are thrilled to embark on this exciting journey,">> Lena Holm said.',
        '<<"This partnership is a true game-changer for our customers,">> she added.',
    ],
    good=[
        '"The plant will make 200,000 packs a year," Lena Holm said.',
        '"We are proud to have sold nine boats to Norway," Lena Holm said.',
        '"We lost two years to the export ban," she said.',
    ],
)
def boilerplate_quote(article: Article, *, min_words: int = 6) -> Iterator[Hit]:
    """A quotation with no fact in it.

    "Thrilled", "excited" and "proud" are what press offices put into every mouth. Paraphrase it in a line, or ask the
    speaker for a fact.
    """
    hollow = [hit.span.start for hit in phrases(article, "boilerplate")]
    solid = sorted(
        [hit.span.start for hit in phrases(article, "facts-in-a-quote")]
        + [figure.span.start for figure in figures(article)]
        + [name.span.start for name in names(article)]
    )
    for quote in quotations(article):
        if quote.words < min_words or not _within(hollow, quote.inner) or _within(solid, quote.inner):
            continue
        yield Hit(quote.span, "This quotation says nothing checkable. Paraphrase it in a line, or ask for a fact.")


def _within(places: list[int], span: tuple[int, int]) -> bool:
    i = bisect_left(places, span[0])
    return i < len(places) and places[i] < span[1]
