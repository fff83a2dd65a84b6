"""Specifics: which sentences hold something that can be checked and that was not said before."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.attribution import sourced_sentences
from newslint.facts.dates import dates
from newslint.facts.figures import figures
from newslint.facts.names import name_table
from newslint.facts.quote_marks import quoted


@fact
def specific_sentences(article: Article) -> frozenset[int]:
    """Indexes of sentences with a source, a quotation, a date, or a figure or name that stands nowhere before.

    A name or figure of the headline is not new; a count below three ("one of the", "two sides") is no specific.
    """
    found = set(sourced_sentences(article))
    found.update(article.sentence_index(q.span.start) for q in quoted(article) if q.words > 2)
    found.update(article.sentence_index(d.span.start) for d in dates(article) if d.kind not in ("vague", "relative"))
    # The first place of each: of equal keys the last one, as they are put in, stays.
    named = [entity.mentions[0].start for entity in name_table(article)]
    counted = {
        (figure.kind, figure.value): figure.span.start
        for figure in reversed(figures(article))
        if figure.kind != "count" or figure.value > 2
    }
    found.update(map(article.sentence_index, (*named, *counted.values())))
    found.discard(-1)
    return frozenset(found)
