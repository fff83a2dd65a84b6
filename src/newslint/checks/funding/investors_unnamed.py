from __future__ import annotations

from newslint import Article, Hit, Iterator, deal, phrases, rule


@rule(
    "error",
    wakes=[deal],
    why="Who pays is the first question about any deal (AP, Reuters)",
    exceptions="Somebody on record declines to name them; grants, budgets, crowdfunding and flotations are no deals.",
    bad=[
        "The start-up Lumora raised <<$40 million>> in new funding, the company said on Monday.",
        "The start-up Lumora has secured <<investment>>, the company said on Monday.",
        "Founders of the battery start-up Ostrava Cells have secured <<20 million euros>> in financing.",
    ],
    good=[
        "The start-up Lumora raised $40 million in a round led by Harrow Capital, the company said.",
        "The start-up Lumora, which did not name its backers, raised $40 million in funding, a filing shows.",
        "Harrow Capital and Bluegate invested in the start-up Lumora, which raised $40 million in new funding.",
        "Start-up sheds 40 staff\n\nThe start-up Lumora has shed 40 of its 165 staff, its chief executive said.\n\n"
        "Bookings grew less than it had budgeted for when it raised\n$11 million in March 2025, she said.",
        "The council raised $40 million in new funding for start-ups from its budget.",
    ],
)
def investors_unnamed(article: Article) -> Iterator[Hit]:
    """A funding story names no investor, and nobody on record withheld the names.

    Money has an owner, and the owner's interest is the story. Name the lead investor at least. Where the company will
    not say, write that: "Lumora declined to name the investors".
    """
    story = deal(article)
    if story is None or story.investors or story.withheld:
        return
    if any(article.sentence_index(hit.span.start) >= 0 for hit in phrases(article, "unnamed-investors")):
        return  # vague-investors says it at the spot
    yield Hit(
        story.told,
        "Who put up the money? Name the lead investor or say the company would not.",
        scope="document",
        key="investors",
    )
