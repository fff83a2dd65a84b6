from __future__ import annotations

from newslint import Article, Hit, Iterator, deal, rule


@rule(
    "warning",
    wakes=[deal],
    why="What desks ask of every funding story: round, lead, date and valuation, or a word that they were withheld",
    exceptions="Takeovers and flotations; in a brief of under 120 words only round and lead investor are asked for.",
    options={
        "brief": "Words of a brief: shorter articles are asked for the round and the lead investor only.",
    },
    bad=[
        "The start-up Lumora received a <<$40 million>> investment, the company said.",
        "The start-up Lumora raised <<$12 million>> in fresh funding from Harrow Capital and Bluegate.",
        "The start-up Lumora has closed a <<seed round>> led by Harrow Capital and Bluegate, it said.",
    ],
    good=[
        "The start-up Lumora raised $40 million in a Series B round led by Harrow Capital on 3 May, valuing it at "
        "$310 million.",
        "The start-up Lumora raised $12 million in a seed round led by Harrow Capital.",
        "The start-up Lumora raised $12 million in a seed round. Bluegate and Harrow Capital took part in the round "
        "as investors.",
    ],
)
def deal_terms_missing(article: Article, *, brief: int = 120) -> Iterator[Hit]:
    """A funding story lacks the sum, the round, the lead investor, the date of the deal or the valuation.

    Without them a reader cannot tell a bet from a rescue. State each, or that it was not disclosed. One finding names
    all that is missing. Where investors are named, nobody need be called the lead.
    """
    story = deal(article)
    if story is None:
        return
    missing = [] if story.amount else ["amount"]
    if not story.round:
        missing.append("round or instrument")
    if not story.investors and not story.lead and not story.withheld:
        missing.append("lead investor")
    if article.word_count >= brief:
        if not story.date:
            missing.append("date of the deal")
        if not story.valuation:
            missing.append("valuation")
    if missing:
        yield Hit(
            story.told,
            f"Missing: {', '.join(missing)}. State each or say it was not disclosed.",
            scope="document",
            key="terms",
        )
