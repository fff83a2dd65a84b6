from __future__ import annotations

from newslint import Article, Hit, Iterator, covering, deal, phrases, quotations, rule, sourced_sentences

_MONEY = frozenset(
    "investment funding round raise backing financing money deal capital infusion injection cash sum valuation figure "
    "amount series investors".split()
)
_REACH = 60
"""Words in which the money is looked for."""
_CARRIED = frozenset("it this that the such".split())


@rule(
    "warning",
    wakes=["payment-as-proof"],
    why="IPSO clause 1 parts fact from conjecture; that money was paid proves that money was paid",
    exceptions="Somebody on record says it; comparison with other deals.",
    bad=[
        "The start-up Lumora raised $40 million from Harrow Capital. The round <<represents a vote of confidence>> "
        "in the firm.",
        "The start-up Lumora raised $40 million from Harrow Capital. This funding <<signifies that investors see a "
        "bright "
        "future>> for the company.",
        "The start-up Lumora raised $40 million in seed funding, <<signalling renewed investor interest>>.",
        "The start-up Lumora raised $40 million in seed funding. The investment is <<more than just a monetary "
        "figure>>.",
        "The start-up Lumora raised $40 million in seed funding. This investment <<demonstrates their commitment>> "
        "to the field.",
    ],
    good=[
        "The start-up Lumora raised $40 million in a round. It values Lumora at twice its 2024 price, the company "
        "said.",
        'The start-up Lumora raised $40 million in a round. "It is a vote of confidence," said fund partner Ola Berg.',
        "The government won a vote of confidence in parliament by 31 votes.",
    ],
)
def money_as_proof(article: Article) -> Iterator[Hit]:
    """Merit, belief or a future is read out of the fact that somebody paid.

    A payment shows that a payment was made. What the payer thinks, only the payer can say: quote them, or give the
    terms and let readers judge. Runs on funding stories only.
    """
    if deal(article) is None:
        return
    quoted = [q.span for q in quotations(article)]
    for hit in phrases(article, "payment-as-proof"):
        at = article.sentence_index(hit.span.start)
        if at < 0 or at in sourced_sentences(article) or covering(quoted, *hit.span) >= 0:
            continue
        if _of_money(article, at, hit.first):
            yield Hit(hit.span, "Money shows that money was paid. Give the terms, or quote someone on why.")


def _of_money(article: Article, at: int, first: int) -> bool:
    """The words before are about the money, or a pronoun takes it up from the sentence before."""
    words = article.words
    start = article.sentences[at].span.start
    before = words.folded[max(words.at(start), first - _REACH) : first]
    if any(w in _MONEY for w in before):
        return True
    if at == 0 or not before or before[0] not in _CARRIED:
        return False
    previous = words.between(*article.sentences[at - 1].span)
    return article.sentences[at - 1].block == article.sentences[at].block and any(
        words.folded[i] in _MONEY for i in previous[-_REACH:]
    )
