"""Studies without a name that are no subject of their verb: in the passive, behind "with", in an aside."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact, phrases_in_sentences
from newslint.facts.attribution import sourced_sentences
from newslint.facts.names import names
from newslint.text.span import Span, covering


@fact
def studies_in_passing(article: Article) -> tuple[Span, ...]:
    """``Shown in several experiments``, ``per a new survey``, where no source stands in this sentence or the next."""
    known, found = sourced_sentences(article), list[Span]()
    bodies = [name.span for name in names(article) if name.kind != "place"]
    for hit, _ in phrases_in_sentences(article, "study-forms"):
        at = article.sentence_index(hit.span.start)
        if at not in known and at + 1 not in known and covering(bodies, *article.sentences[at].span) < 0:
            found.append(hit.span)
    return tuple(found)
