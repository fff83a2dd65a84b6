"""Copy without a writer's "I": who says it there once is not a reporter."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact, phrases
from newslint.facts.quote_marks import quoted
from newslint.facts.voice import sentence_round
from newslint.text.span import Span, covering, merged

_WRITER = frozenset("i i'm i've i'd i'll my me mine myself".split())
_LEFTOVERS = (
    "bot-as-a-model", "bot-refusals", "bot-alone", "bot-offers", "bot-offers-weak", "offers-alone", "cutoff-plain",
    "cutoff-alone",
)  # fmt: skip


@fact
def no_writer(article: Article) -> bool:
    """True where nobody says I outside quotations, but for the sentences that a chatbot may have left.

    A columnist who cannot attend says so, and says I in other sentences as well.
    """
    words = article.words
    marks = [q.span for q in quoted(article)]
    at = [i for i in article.where(_WRITER) if covering(marks, words.starts[i], words.ends[i]) < 0]
    if not at:
        return True
    left: list[Span] = []
    for lexicon in _LEFTOVERS:
        left += (sentence_round(article, hit.span) for hit in phrases(article, lexicon))
    left = merged(left)
    return all(covering(left, words.starts[i], words.ends[i]) >= 0 for i in at)


_SAYING = frozenset("said says say reads read asks told tells wrote writes sings goes answered replied".split())


def unreported(article: Article, span: Span) -> bool:
    """True where nobody is said to say it: "I have kept the bricks, the sign on the wall says"."""
    sentence = sentence_round(article, span)
    return _SAYING.isdisjoint(article.words.folded[i] for i in article.words.between(*sentence))
