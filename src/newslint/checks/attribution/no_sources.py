from __future__ import annotations

from newslint import Article, Hit, Iterator, Span, figures, hollow, is_set, nobody_cited, rule, unsourced_claims

_MANY = 10_000
"""A smaller figure may have been counted by the reporter, and a smaller sum is a price: what stands in a
list is shown, and weighs nothing."""
_NOTICES = ("paid notice", "death notice", "public notice", "legal notice", "in memoriam")
_EMPTY = 2
_BARE = 6
"""Claims from which an article without a source must not be published: in hollow copy, and in a report of what the
reporter may have seen (a match, a launch, a visit)."""
_PRICES = (
    "Bread, milk and fuel cost more than a year ago. Households in the north pay most, and the gap to the south has "
    "become wider in every month since the spring. Small firms feel it too, and many close early."
)


@rule(
    "error",
    not_types=[
        "opinion",
        "listing",
        "obituary-notice",
        "recipe",
        "corrections",
        "column",
        "fiction",
        "live-blog",
        "brief",
    ],
    why="Every code asks for sources; Trust Project, citations and references.",
    exceptions=(
        "Opinion, listings, recipes, corrections, paid notices; match reports; a text in the first person; fewer than "
        "150 words; a link, quotation or citation anywhere. A text of which half is a list is not blocked."
    ),
    options={
        "min_words": "Shorter articles are left alone.",
    },
    bad=[
        "<<Town grows again>>\n\n"
        + "The town has grown for ten years and is now the largest on the coast. "
        + "\n\n".join(
            "New homes stand where orchards stood, and the roads to the harbour are full from morning to night. "
            "Shops open later and close earlier, and rents in the old quarter have risen faster than wages."
            for _ in range(5)
        ),
        "<<Prices rise in the north>>\n\n" + "\n\n".join([_PRICES] * 5),
    ],
    good=[
        "Town grows again\n\nThe town has grown for ten years.",
        "Prices rise in the north\n\n"
        + "\n\n".join([_PRICES] * 5)
        + "\n\nBread rose by 9%, the statistics office said.",
    ],
)
def no_sources(article: Article, *, min_words: int = 150) -> Iterator[Hit]:
    """Nobody in the article is quoted, cited or linked.

    A reader can check nothing in it, and neither can the desk. Add the sources before publishing, or label the piece as
    opinion. Each claim in a sentence of which nothing else is said is listed as a further place; where there are few
    claims, and the article does not read like hollow copy, this is a warning.
    """
    notice = article.headline.lower().startswith(_NOTICES)
    if article.word_count < min_words or notice or not nobody_cited(article):
        return
    counted = {figure.span: figure for figure in figures(article)}
    claims: list[Span] = []
    small: list[Span] = []
    for claim in unsourced_claims(article):
        figure = counted.get(claim.span) if claim.trigger == "figure" else None
        if figure is not None and is_set(article, figure, claim.sentence):
            continue
        if figure is None or figure.value >= _MANY:
            claims.append(claim.span)
        elif article.blocks[article.sentences[claim.sentence].block].zone == "list":
            small.append(claim.span)
    told = any(span not in counted for span in claims)
    least = _EMPTY if hollow(article) else _BARE
    yield Hit(
        article.top,
        "Nobody in this article is quoted, cited or linked. Add the sources before publishing.",
        severity=None if told and len(claims) >= least and not _lists(article) else "warning",
        scope="document",
        key="no-sources",
        also_here=tuple(sorted(claims + small)),
    )


def _lists(article: Article) -> bool:
    """True where the text shows its material: as many items of lists as other blocks."""
    return 2 * sum(1 for _ in article.zoned("list")) >= len(article.blocks)
