from __future__ import annotations

from newslint import Article, Hit, Iterator, PhraseHit, Span, figures, inside, phrases, rule

_TOO_MUCH = 4
"""What the doubts on one verb weigh from which they are a stack."""
_WEIGHTS = {"modal": 2, "adverb": 2, "chance": 2, "soft": 1}
_REACH = 3
"""Words between two doubts on one verb ..."""
_SUBJECT = 5
"""... and behind "there is a chance that", where a subject stands."""
_BETWEEN = frozenset(
    "be been have has not to also even still well very then yet one some day someday or so it they he she this "
    "that once again ever in turn fact at least only just now".split()
)
"""Words that may stand between doubts on one verb."""


@rule(
    "warning",
    wakes=["hedge-pairs", "hedges"],
    why="IPSO Editors' Code, clause 1 (conjecture and fact); Vincze, Uncertainty detection (hedges).",
    exceptions="Quotations; probabilities with a figure; legal text.",
    bad=[
        "The law <<may potentially>> affect prices.",
        "The tool <<has the potential to improve>> lives.",
        "The deal <<will potentially>> close the gap.",
        "<<There is a chance that the mill may>> close, which <<would in all likelihood tend to>> hurt the shops.",
        "It <<would appear to suggest the possibility that>> he left.",
        "Shoppers <<might one day conceivably>> pay by wink.",
    ],
    good=[
        "The law may raise prices, the central bank said.",
        "The tool cut wait times by six minutes in the trial.",
        "The club said it may or must repay the loan by May.",
        "It seems likely to rain. The mill could in theory reopen.\nHe could not possibly have left. Women may be more "
        "likely to move.\nThere is a 40 per cent chance that it may rain.",
    ],
)
def hedge_stack(article: Article) -> Iterator[Hit]:
    """Two or more hedges on one verb, or a certain and a doubtful marker together.

    "May potentially" doubts its own doubt, and "will potentially" promises and takes it back. A reader cannot tell who
    is unsure, or of what.

    Hedge once, and say whose forecast it is.
    """
    found = sorted([hit.span for hit in phrases(article, "hedge-pairs")] + list(_stacks(article)))
    reached = -1
    for span in found:
        if span.start >= reached and not _has_odds(article, span):
            reached = span.end
            yield Hit(span, "Hedge once: who is unsure, and of what?")


def _stacks(article: Article) -> Iterator[Span]:
    """Doubts that follow one another on one verb, where they weigh too much together."""
    chain: list[PhraseHit] = []
    for hit in phrases(article, "hedges"):
        if hit.data["hint"] == "modal" and article.text[hit.span.start].isupper() and hit.first:
            continue  # the month
        if chain and _goes_on(article, chain[-1], hit):
            chain.append(hit)
            continue
        yield from _weighed(chain)
        chain = [hit]
    yield from _weighed(chain)


def _weighed(chain: list[PhraseHit]) -> Iterator[Span]:
    if sum(_WEIGHTS[hit.data["hint"]] for hit in chain) >= _TOO_MUCH:
        yield Span(chain[0].span.start, chain[-1].span.end)


def _goes_on(article: Article, one: PhraseHit, other: PhraseHit) -> bool:
    """True where the second doubt is on the verb of the first."""
    folded = article.words.folded
    gap = folded[one.last + 1 : other.first]
    between = article.folded[one.span.end : other.span.start]
    if any(mark in between for mark in ".;:?!\n()") or "not" in gap:
        return False
    if folded[one.last] in ("that", "if", "though", "like", "as"):
        return len(gap) < _SUBJECT and "," not in between
    return len(gap) <= _REACH and _BETWEEN.issuperset(gap)


def _has_odds(article: Article, span: Span) -> bool:
    n = article.sentence_index(span.start)
    return n >= 0 and any(f.kind == "percent" for f in inside(figures(article), article.sentences[n].span))
