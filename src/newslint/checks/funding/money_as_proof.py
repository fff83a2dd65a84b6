from __future__ import annotations

from newslint import (
    Article,
    Hit,
    Iterator,
    PhraseHit,
    Span,
    covering,
    deal,
    phrases,
    quotations,
    rule,
    sourced_sentences,
    spoken_payments,
)

_MONEY = frozenset(
    "investment funding round raise backing financing money deal capital infusion injection cash sum valuation figure "
    "amount series investors".split()
)
_REACH = 60
"""Words in which the money is looked for."""
_SUBJECT = 14
"""Words between the payment and the verb by which it is made to show something."""
_OBJECT = 16
"""Words from that verb to the merit that is shown."""
_MOST = 20
"""Payments and merits of one sentence that are looked at."""
_MESSAGE = "Money shows that money was paid. Give the terms, or quote someone on why."
_CARRIED = frozenset("it this that the such".split())


@rule(
    "warning",
    wakes=["payment-as-proof", "payment-sayings", "showing"],
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
        "The start-up Lumora raised $40 million in seed funding. Their money <<bears out the founder's belief>> that "
        "haste is waste.",
        "The start-up Lumora raised $40 million in seed funding. Growing <<trust in the field is mirrored>> in the "
        "round.",
        "The start-up Lumora raised $40 million in seed funding. The sum <<speaks for itself>>.",
        "The start-up Lumora raised $40 million in seed funding. This investment <<demonstrates their commitment>> "
        "to the field.",
    ],
    good=[
        "The start-up Lumora raised $40 million in a round. It values Lumora at twice its 2024 price, the company "
        "said.",
        'The start-up Lumora raised $40 million in a round. "It is a vote of confidence," said fund partner Ola Berg.',
        "The start-up Lumora raised $40 million in a round. The round represents 1.2 million new shares.",
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
    told = set()
    for hit in phrases(article, "payment-as-proof"):
        at = article.sentence_index(hit.span.start)
        if at < 0 or at in sourced_sentences(article) or covering(quoted, *hit.span) >= 0:
            continue
        if _of_money(article, at, hit.first):
            told.add(at)
            yield Hit(hit.span, _MESSAGE)
    paid = spoken_payments(article)
    for hit in phrases(article, "payment-sayings"):
        at = article.sentence_index(hit.span.start)
        told_of = at in paid or (at - 1 in paid and article.sentences[at - 1].block == article.sentences[at].block)
        if told_of and at not in told and at not in sourced_sentences(article) and covering(quoted, *hit.span) < 0:
            told.add(at)
            yield Hit(hit.span, _MESSAGE)
    shown: dict[int, list[PhraseHit]] = {}
    for hit in phrases(article, "merits"):
        shown.setdefault(article.sentence_index(hit.span.start), []).append(hit)
    for hit in phrases(article, "showing"):
        at = article.sentence_index(hit.span.start)
        if at not in shown or at not in paid or at in told or at in sourced_sentences(article):
            continue
        span = _shown(article, hit, paid[at][:_MOST], shown[at][:_MOST])
        if span and covering(quoted, *hit.span) < 0:
            told.add(at)
            yield Hit(span, _MESSAGE)


def _shown(article: Article, showing: PhraseHit, paid: list[int], merits: list[PhraseHit]) -> Span | None:
    """From the verb to the merit where the payment is what shows it: ``the round shows how much faith``, ``faith is
    mirrored in the round``. A figure between them would be what is shown."""
    words = article.words.folded
    before = any(0 < showing.first - i <= _SUBJECT for i in paid)
    after = any(0 < i - showing.last <= _REACH for i in paid)
    passive = words[showing.last + 1 : showing.last + 2] in (["in"], ["by"]) and after
    opening = words[showing.first - 1] in ("a", "clear", "the", "no", "as") and after
    for merit in merits:
        first, last = min(merit.first, showing.first), max(merit.last, showing.last)
        ahead = merit.first > showing.first and (before or opening) and merit.first - showing.last <= _OBJECT
        if not (ahead or (passive and 0 < showing.first - merit.last <= _OBJECT)):
            continue
        if not any(word[0].isdigit() for word in words[first:last]):
            return Span(article.words.starts[first], article.words.ends[last])
    return None


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
