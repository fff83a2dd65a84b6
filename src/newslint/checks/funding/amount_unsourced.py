from __future__ import annotations

from newslint import Article, Hit, Iterator, deal, rule, sourced_sentences

_PAPERS = frozenset("filing filings prospectus statement accounts register".split())
"""Papers that show a sum, whatever their verb."""


@rule(
    "warning",
    wakes=[deal],
    why="AP and Reuters: a figure has an owner; filings, statements and rumours differ",
    exceptions="The headline; a source in the sentence or the next; later mentions.",
    bad=[
        "The start-up Lumora has received a <<$300 million>> investment from Harrow Capital. It makes sensors.",
        "The start-up was handed <<20 million euros>> in seed funding by Bluegate.",
    ],
    good=[
        "The start-up Lumora raised $300 million in funding from Harrow Capital, the company said in a statement.",
        "The start-up Lumora raised 20 million euros in a seed round. Chief executive Ana Ruiz said Bluegate led it.",
        "Lumora Loop, a start-up, has raised 20 million euros in seed funding, it said on Monday.",
        "The start-up Lumora raised 20 million euros in seed funding, according to a filing with Companies House.",
    ],
)
def amount_unsourced(article: Article) -> Iterator[Hit]:
    """Nobody is cited for the sum of a deal where it is first given.

    Companies announce one figure, filings show another, and rumours a third. Say in the sentence or the next whose
    figure it is: the statement, the filing, the person.
    """
    story = deal(article)
    if story is None or story.amount is None or story.sentence < 0:
        return
    known = sourced_sentences(article)
    if story.sentence in known or story.sentence + 1 in known:
        return
    row = article.sentence_words[story.sentence]
    said = article.words.folded[row.start : row.stop]
    if not _PAPERS.isdisjoint(said) or any(said[i : i + 2] == ["companies", "said"] for i in range(len(said))):
        return
    amount = " ".join(story.amount.text.split())
    yield Hit(story.amount.span, f"Who says {amount}? Cite the statement, filing or person.")
