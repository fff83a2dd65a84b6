"""News: the sentences that add something, those that can be checked, and live pages, which say all anew each time."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.attribution import sourced_sentences
from newslint.facts.dates import dates
from newslint.facts.figures import FigureKind, figures
from newslint.facts.names import name_table
from newslint.facts.quote_marks import quoted
from newslint.text.pattern import pattern

_ENTRIES = 3
"""Lines with nothing but a time of day that make running coverage."""
_LONGEST_TIME = 24
_TIME_FIRST = r"\d{1,2}[.:]\d\d(?:\s?[ap]\.?m\.?)?(?: [A-Z]{2,4})?(?: [-–—] |: | )[\"“]?[A-Z]"
_TIME = r"\W{0,4}\d{1,2}(?:[:.]\d\d\s?(?:[ap]\.?m\.?)?|\s?[ap]\.?m\.?)(?:\s[a-z]{2,4})?\W{0,4}"


@fact
def _firsts(article: Article) -> tuple[frozenset[int], dict[tuple[FigureKind, float], int]]:
    """The sentences in which names are first met, and for each figure the one in which it first stands; -1 is none."""
    named = frozenset(article.sentence_indexes([entity.mentions[0].start for entity in name_table(article)]))
    # Going backwards, the first place of each is what stays.
    counted = {(figure.kind, figure.value): figure.span.start for figure in reversed(figures(article))}
    return named, dict(zip(counted, article.sentence_indexes(counted.values()), strict=True))


@fact
def fresh_sentences(article: Article) -> frozenset[int]:
    """Indexes of the sentences that bring a name, date, figure or source which no earlier one had."""
    named, counted = _firsts(article)
    dated = {date.text.lower(): date.span.start for date in reversed(dates(article)) if date.kind != "vague"}
    fresh = {*named, *counted.values(), *article.sentence_indexes(dated.values())}
    heard: set[str] = set()
    for i, attribution in sourced_sentences(article).items():
        source = attribution.source
        who = article.folded[source.start : source.end] if source else ""
        if who not in heard:
            heard.add(who)
            fresh.add(i)
    fresh.discard(-1)
    return frozenset(fresh)


@fact
def specific_sentences(article: Article) -> frozenset[int]:
    """Indexes of sentences with a source, a quotation, a date, or a figure or name that stands nowhere before.

    A name or figure of the headline is not new; a count below three ("one of the", "two sides") is no specific.
    """
    named, counted = _firsts(article)
    found = {*sourced_sentences(article), *named}
    marked = [q.span.start for q in quoted(article) if q.words > 2]
    marked += [d.span.start for d in dates(article) if d.kind not in ("vague", "relative")]
    found.update(article.sentence_indexes(marked))
    found.update([i for (kind, value), i in counted.items() if kind != "count" or value > 2])
    found.discard(-1)
    return frozenset(found)


@fact
def running_coverage(article: Article) -> bool:
    """True for a live page, whose entries stand under the time of day, or behind it, and say the state of things anew
    each time."""
    entry, opening = pattern(_TIME), pattern(_TIME_FIRST)
    times = 0
    for block in article.blocks:
        start, end = block.span
        alone = end - start <= _LONGEST_TIME and entry.fullmatch(article.folded, start, end)
        if alone or (article.text[start].isdigit() and opening.match(article.text, start, end)):
            times += 1
    return times >= _ENTRIES
