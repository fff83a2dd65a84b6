from __future__ import annotations

from newslint import Article, Hit, Iterator, deal, phrases, rule, sourced_sentences


@rule(
    "error",
    wakes=["unnamed-investors"],
    why="AP and Reuters name those who act; a reader cannot weigh money without knowing whose it is",
    exceptions="Names in the sentence or the next; somebody on record declines to give them; sourced statistics.",
    bad=[
        "The start-up Lumora raised $40 million in a funding round on Monday. <<It was led by a venture capital firm, "
        "with participation from existing investors.>>",
        "The start-up Lumora raised $40 million in a funding round on Monday. <<The investors remain undisclosed "
        "but are "
        "prominent figures in technology.>>",
        "The start-up Lumora closed a $12 million seed round. <<A group of leading funds backed the company.>>",
        "Start-up raises $9 million\n\nThe software start-up Kettle Works raised $9 million in a seed round on "
        "Tuesday, the "
        "company said.\n\n<<Several top-tier venture funds and strategic investors took part.>>\n",
    ],
    good=[
        "The start-up Lumora raised $40 million. The round was led by a venture firm in Graz, Harrow Capital, with "
        "participation from existing investors.",
        "The start-up Lumora raised $40 million in a funding round. Leading investors Harrow Capital and Bluegate "
        "joined it.",
        "The start-up Lumora raised $40 million in a funding round. The round was led by a prominent fund, Harrow "
        "Capital.",
        "The start-up Lumora raised $40 million in a funding round. Lumora declined to name the undisclosed investors.",
        "Leading investors have sold shares in the bank, the exchange said on Tuesday.",
    ],
)
def vague_investors(article: Article) -> Iterator[Hit]:
    """Investors are hidden and praised, or given as a class, in place of being named.

    "Prominent figures" and "leading funds" ask for trust and give nobody to check. Name the investors, or write who
    declined to name them. Runs on funding stories only.
    """
    story = deal(article)
    if story is None:
        return
    named = {article.sentence_index(span.start) for span in story.investors}
    withheld = article.sentence_index(story.withheld.start) if story.withheld else -2
    seen = set()
    for hit in phrases(article, "unnamed-investors"):
        at = article.sentence_index(hit.span.start)
        if at < 0 or at in seen or at in named or withheld in (at, at + 1):
            continue
        if at + 1 in named and article.sentences[at + 1].block == article.sentences[at].block:
            continue
        if at in sourced_sentences(article) and "%" in article.text[slice(*article.sentences[at].span)]:
            continue
        seen.add(at)
        yield Hit(
            article.sentences[at].span,
            "Name the investors, or say who refused to. Praise for unnamed people is not reporting.",
            scope="sentence",
        )
