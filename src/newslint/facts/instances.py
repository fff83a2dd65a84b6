"""Instances: where an article tells something of its own, a name or words that somebody spoke, so that a claim in the
plural beside it is not empty."""

from __future__ import annotations

from bisect import bisect_left

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.dates import dates
from newslint.facts.names import name_table
from newslint.facts.quotes import quotations
from newslint.text.span import Span, covering


@fact
def tellings(article: Article) -> dict[int, list[int]]:
    """By sentence, where quotations begin, and names that were not heard before and are no place's."""
    starts = [quotation.span.start for quotation in quotations(article)]
    for entity in name_table(article):
        start = entity.mentions[0].start
        if entity.kind != "place":
            starts.append(start)
    told: dict[int, list[int]] = {}
    for i, start in sorted(zip(article.sentence_indexes(starts), starts, strict=True)):
        told.setdefault(i, []).append(start)
    return told


def has_instance(article: Article, sentence: int, reach: Span, *, feat: bool = False) -> bool:
    """True when something is told within the reach, a part of the sentence, or a figure stands there. No day is the
    instance of a feat; what the lede names is one of nothing else."""
    told = tellings(article).get(sentence, []) if feat or not in_lede(article, sentence) else []
    at = bisect_left(told, reach.start)
    if at < len(told) and told[at] < reach.end:
        return True
    dated = [date.span for date in dates(article) if date.kind == "day"] if feat else []
    return any(article.text[k].isdigit() and covering(dated, k, k + 1) < 0 for k in range(*reach))


def tells(article: Article, sentence: int) -> bool:
    """True of a sentence below the lede that tells something."""
    return sentence in tellings(article) and not in_lede(article, sentence)


def in_lede(article: Article, sentence: int) -> bool:
    return article.blocks[article.sentences[sentence].block].zone == "lede"
