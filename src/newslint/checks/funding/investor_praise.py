from __future__ import annotations

from newslint import (
    Article,
    Hit,
    Iterator,
    covering,
    deal,
    names,
    phrases,
    quotations,
    rule,
    sourced_sentences,
    spoken_backers,
)

_MESSAGE = "Replace the praise by the investor's name and record."
_REACH = 80
_THEY = frozenset(("they", "these", "those"))


@rule(
    "warning",
    wakes=["investor-praise-words", "praise-of-minds"],
    why="IPSO clause 1 and SPJ keep the reporter's distance from those who are written about",
    exceptions="Quotations; a record with facts ('which also backed Figma').",
    bad=[
        "The start-up Lumora raised $40 million in a funding round. The backers are <<not your typical financiers>>.",
        "The start-up Lumora raised $40 million in new funding from investors. They are <<visionaries who see what "
        "others miss>>.",
        "The start-up Lumora raised $40 million in seed funding from Bluegate. The fund has a <<nose for>> what comes "
        "next.",
        "The start-up Lumora raised $40 million in a funding round. Bluegate Ventures, <<sharp-eyed and patient>>, "
        "led it.",
        "<<Visionary investors>> led by Harrow Capital put $40 million of funding into the start-up Lumora.",
    ],
    good=[
        "Harrow Capital, which also backed Ferrant, led the $40 million funding round for the start-up Lumora.",
        'The start-up Lumora raised $40 million in funding. "They are visionaries," founder Ines Roy said of its '
        "investors.",
        "The start-up Lumora raised $40 million in seed funding from Bold Ventures. Its mill is a clever machine.",
        "They are visionaries, the critic wrote of the painters.",
    ],
)
def investor_praise(article: Article) -> Iterator[Hit]:
    """Investors are praised as persons or minds in the paper's own voice.

    Praise for those who pay is advertising, and the less is known of them the more of it there is. Put the investor's
    name and record in its place, or quote somebody. Runs on funding stories only.
    """
    if deal(article) is None:
        return
    quoted = [q.span for q in quotations(article)]
    words, told = article.words, set()
    for hit in phrases(article, "investor-praise-words"):
        at = article.sentence_index(hit.span.start)
        if at < 0 or at in sourced_sentences(article) or covering(quoted, *hit.span) >= 0:
            continue
        if words.folded[hit.first] in _THEY and not _of_investors(article, at):
            continue
        told.add(at)
        yield Hit(hit.span, _MESSAGE)
    named = [n.span for n in names(article)]
    spoken = spoken_backers(article)
    for hit in phrases(article, "praise-of-minds"):
        at = article.sentence_index(hit.span.start)
        if at in told or at not in spoken or at in sourced_sentences(article) or covering(quoted, *hit.span) >= 0:
            continue
        if covering(named, *hit.span) < 0:
            told.add(at)
            yield Hit(hit.span, _MESSAGE)


def _of_investors(article: Article, at: int) -> bool:
    """The sentence or the one before speaks of investors."""
    first = max(0, at - 1)
    row = article.words.between(article.sentences[first].span.start, article.sentences[at].span.end)[:_REACH]
    return any(article.words.folded[i].startswith(("investor", "backer", "financier", "fund")) for i in row)
