from __future__ import annotations

from newslint import Article, Deal, Hit, Iterator, deal, figures, name_table, names, phrases, rule

_USE = frozenset(
    "use uses using used spend spending proceeds fund finance hire hiring build open opening expand expanding buy "
    "double triple refinance repay launch employ pay pays cover go goes".split()
)
_REACH = 60
"""Words before the thing that is bought in which the buying is told."""
_PLAN = frozenset("will would plans plan intends intend to aims wants said says".split())


@rule(
    "warning",
    wakes=[deal],
    why="What the money buys is what a reader can check a year later; growth is not an answer",
    exceptions="A place, a product or a number; 'did not say how it would spend the money'; refinancing.",
    bad=[
        "The start-up Lumora raised $40 million in a round led by Harrow Capital. The funds will <<fuel its growth>>.",
        "The start-up Lumora raised $40 million in a round led by Harrow Capital. With this boost, it can <<further "
        "its "
        "research>> and <<develop cutting-edge applications>>.",
        "The start-up Lumora raised <<$40 million>> in a round led by Harrow Capital.",
    ],
    good=[
        "The start-up Lumora raised $40 million in a round led by Harrow Capital. It will use the money to hire 60 "
        "engineers.",
        "The start-up Lumora raised $40 million in a round led by Harrow Capital. It will spend $15 million on a "
        "plant in Graz.",
        "The start-up Lumora raised $40 million in a round led by Harrow Capital. It did not say how it would spend "
        "the money.",
    ],
)
def use_of_proceeds_missing(article: Article) -> Iterator[Hit]:
    """A funding story does not say what the money is for, or says it in set words only.

    "Fuel growth" and "expand operations" hold for every company that ever raised a cent. Give a place, a product or a
    number, and who says so; or write that the company did not say.
    """
    story = deal(article)
    if story is None or _concrete(article, story):
        return
    about = {article.sentence_index(hit.span.start) for hit in phrases(article, "deal-money")}
    vague = [hit.span for hit in phrases(article, "vague-uses") if _of_the_money(article, hit.span.start, about)]
    message = "What will the money buy? Give a place, product or number, and who says so."
    if vague:
        for span in vague:
            yield Hit(span, message)
    else:
        yield Hit(story.told, message, scope="document", key="use")


def _of_the_money(article: Article, offset: int, about: set[int]) -> bool:
    """The sentence, or the one before in its paragraph, is one of those about the money."""
    at = article.sentence_index(offset)
    if at < 0:
        return False
    return at in about or (at - 1 in about and article.sentences[at - 1].block == article.sentences[at].block)


def _concrete(article: Article, story: Deal) -> bool:
    """Some sentence says what will be bought, or that nobody would say."""
    words, folded, table = article.words, article.words.folded, name_table(article)
    for i, word in enumerate(folded):
        if word == "how" and any(w in ("spend", "use", "spent") for w in folded[i + 1 : i + 5]):
            return True
    investors = {span.start for span in story.investors}
    amount = story.amount.value if story.amount else None
    things = sorted(
        [f.span.start for f in figures(article) if f.value != amount and f.kind not in ("percent", "rank")]
        + [
            n.span.start
            for n in names(article)
            if n.entity != story.recipient and n.span.start not in investors and table[n.entity].kind != "person"
        ]
    )
    for start in things:
        at = article.sentence_index(start)
        if at < 0:
            continue
        first, here = words.at(article.sentences[at].span.start), words.at(start)
        before = folded[max(first, here - _REACH) : here]
        uses = [k for k, w in enumerate(before) if w in _USE]
        if uses and any(w in _PLAN for w in before[: uses[-1]]):
            return True
    return False
