from __future__ import annotations

from bisect import bisect_left

from newslint import Article, Hit, Iterator, Quotation, Span, Tally, figures, names, phrases, quotations, rule

_EMPTY = "This quotation says nothing checkable. Paraphrase it in a line, or ask for a fact."
_OPENING = 3
"""Words of a sentence in front of a formula that still opens it: "And today we are proud to"."""


@rule(
    "info",
    wakes=["boilerplate", "set-sentences"],
    not_types=["obituary", "sport", "obituary-notice"],
    why="Newsroom practice; a main tell of quotations that nobody spoke.",
    exceptions="Quotations with a figure, a date, a name or a deed in them; fewer than six words.",
    options={
        "min_words": "Shorter quotations are left alone.",
    },
    bad=[
        '<<"Everybody here is thrilled to embark on this exciting journey,">> Lena Holm said.',
        '<<"This partnership is a true game-changer for our customers,">> she added.',
        'The ferry ran aground. <<"The safety of our passengers is our top priority,">> said a spokesman for the line.',
        'Nine lost their posts. <<"We are committed to our people. We must all learn from this,">> the mill said.',
    ],
    good=[
        '"The plant will make 200,000 packs a year," Lena Holm said.',
        '"We are proud to have sold nine boats to Norway," Lena Holm said.',
        '"Our thoughts are with his wife and his sons," the mayor, Ola Berg, said.',
        '"We lost two years to the export ban," she said.',
    ],
)
def boilerplate_quote(article: Article, *, min_words: int = 6) -> Iterator[Hit]:
    """A quotation with no fact in it.

    "Thrilled", "excited" and "proud" are what press offices put into every mouth. Paraphrase it in a line, or ask the
    speaker for a fact. A warning where every sentence of it is one that any house says on such a day ("Safety is our
    first priority"), and nobody with a name has said it; one that somebody has said counts only
    in copy full of other flaws.
    """
    hollow = [hit.span.start for hit in phrases(article, "boilerplate")]
    formulas = [hit.span for hit in phrases(article, "set-sentences")]
    facts = [hit.span.start for hit in phrases(article, "facts-in-a-quote")]
    facts = sorted(facts + [figure.span.start for figure in figures(article)])
    named = [name.span.start for name in names(article)]
    people = [name.span.start for name in names(article) if name.kind == "person"] if formulas else []
    told = Tally(_first_words(article, 0, len(named))) if formulas else Tally()
    for quote in quotations(article):
        if quote.words < min_words or _within(facts, quote.inner):
            continue
        bare = not _within(named, quote.inner)
        if formulas and _is_set(article, quote, formulas):
            inside = Tally(
                _first_words(article, bisect_left(named, quote.inner.start), bisect_left(named, quote.inner.end))
            )
            owned = _owned(article, quote, people)
            if bare or (not owned and all(told[word] > n for word, n in inside.items())):
                yield Hit(quote.span, _EMPTY, severity="doubtful" if owned else "warning")
        elif bare and _within(hollow, quote.inner):
            yield Hit(quote.span, _EMPTY)


def _first_words(article: Article, low: int, high: int) -> list[str]:
    """Of the names from one to another: one that stands outside a quotation, too, is a party to the story."""
    return [article.text[name.span.start : name.span.end].split()[0] for name in names(article)[low:high]]


def _is_set(article: Article, quote: Quotation, formulas: list[Span]) -> bool:
    """True when each sentence of the quotation opens with a formula."""
    words = article.words
    first, last = article.sentence_index(quote.inner.start), article.sentence_index(quote.inner.end - 1)
    if first < 0:
        return False
    for sentence in article.sentences[first : last + 1]:
        start, end = max(sentence.span.start, quote.inner.start), min(sentence.span.end, quote.inner.end)
        i = bisect_left(formulas, (start, start))
        if i == len(formulas) or formulas[i].start >= end or len(words.between(start, formulas[i].start)) > _OPENING:
            return False
    return True


def _owned(article: Article, quote: Quotation, people: list[int]) -> bool:
    """True where the paragraph names a person, who has said it or has spoken before."""
    start, end = article.blocks[article.block_at(quote.span.start)].span
    return _within(people, (start, quote.inner.start)) or _within(people, (quote.inner.end, end))


def _within(places: list[int], span: tuple[int, int]) -> bool:
    i = bisect_left(places, span[0])
    return i < len(places) and places[i] < span[1]
