from __future__ import annotations

from newslint import Article, Hit, Iterator, Span, clause_of, dates, figures, inside, phrases, rule, supported


@rule(
    "warning",
    wakes=["first-claims"],
    why='AP and Reuters practice: a "first" wants the check that finds the second.',
    exceptions=(
        "A span of time (first since 2011, in nine years), a record with its figure, a named source, a link; what is "
        "not the only one."
    ),
    bad=[
        "It is the <<first of its kind>>.",
        "The firm made an <<unprecedented>> move.",
        "It was a <<historic moment>> for the town.",
        "<<It is the first time>> that the head of the largest club has not been asked to speak.",
    ],
    good=[
        "It is the first such licence since 2011, regulator records show.",
        "The firm cut prices for the first time in nine years.",
        "It is the first time since 1998 that the club has lost at home.",
        "Oil rose to a record high of $147 a barrel.",
        "The mayor opened the historic house by the river.",
        "Holm is not the only town that has no bridge.",
    ],
)
def unsupported_first(article: Article) -> Iterator[Hit]:
    """A "first", "only", "unprecedented" or "historic" is claimed without support.

    "First" is the claim that readers most often prove wrong. It needs its bounds: first of what, since when, and who
    looked.

    Name the last time it happened, the register that was searched or the person who says so; or cut the word.
    """
    for hit in phrases(article, "first-claims"):
        if supported(article, hit.span) or _denied(article, hit.span):
            continue
        clause = clause_of(article, hit.span)
        if any(
            f.kind not in ("rank", "age") and not f.span.overlaps(hit.span) for f in inside(figures(article), clause)
        ):
            continue
        if any(d.kind in ("year", "month", "day") for d in inside(dates(article), clause)):
            continue
        said = article.text[hit.span.start : hit.span.end]
        yield Hit(hit.span, f"“{said}”: of what, since when, says who? Add it or cut it.", hit.data.get("severity"))


def _denied(article: Article, span: Span) -> bool:
    """ "Is not the only one" claims nothing."""
    words = article.words
    first = words.at(span.start)
    return any(word == "not" or word.endswith("n't") for word in words.folded[max(0, first - 2) : first])
