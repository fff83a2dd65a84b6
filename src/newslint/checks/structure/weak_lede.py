from __future__ import annotations

from collections.abc import Iterator

from newslint import Article, Hit, Span, dates, figures, is_quoted, phrases, quotations, rule, sourced_sentences

_TALK = frozenset(("i", "i'm", "i've", "my", "me", "we", "we're", "we've", "our", "us", "you", "your"))


@rule(
    "warning",
    wakes=["background-openers", "background-claims", "chatter-openers"],
    not_types=[
        "feature",
        "opinion",
        "column",
        "profile",
        "essay",
        "review",
        "guide",
        "explainer",
        "editorial",
        "interview",
    ],
    why="The inverted pyramid; AP and Reuters on leads of twenty-five words",
    exceptions=(
        "Features, profiles and opinion; a first sentence with a source, date, figure or quotation; writers who "
        "say “I”."
    ),
    bad=[
        "<<Technology plays an important role in modern life.>> The town has bought forty tablets.",
        "<<The city has long been a hub of culture.>> In recent news, its museum was sold.",
        "<<In today's fast-paced world, ferries matter more than ever.>> One of them sank on Monday.",
    ],
    good=[
        "The Harbour Trust sold its museum to the city for $4 million on Monday.",
        "Two ferries collided off Bari on Sunday, injuring 14 people, the coast guard said.",
        "The bridge has long been shut to lorries, but on Monday the county shut it to cars.",
    ],
)
def weak_lede(article: Article) -> Iterator[Hit]:
    """The first paragraph opens with background, praise or a truism in place of the news.

    Many readers see two sentences. Who did what, and when, belongs in the first; what everybody knows belongs nowhere.
    The finding says in which sentence the news begins.
    """
    block = next((block for _, block in article.zoned("lede")), None)
    if block is None:
        return
    first = article.sentence_index(block.span.start)
    if first < 0:
        return
    span = article.sentences[first].span
    news = _sentences_with_news(article)
    chatter = any(0 <= h.span.start - span.start <= 1 for h in phrases(article, "chatter-openers"))
    if not chatter and (first in news or _is_talk(article, block.span)):
        return
    opens = any(0 <= h.span.start - span.start <= 1 for h in phrases(article, "background-openers"))
    claims = any(h.span.within(span) and not is_quoted(article, h.span) for h in phrases(article, "background-claims"))
    if not (opens or claims or chatter):
        return
    where = next((i for i in range(first + 1, len(article.sentences)) if i in news), -1)
    if where < 0:
        found = "It appears nowhere."
    elif where - first < 9:
        found = f"It first appears in sentence {where - first + 1}."
    else:
        found = f"It first appears in line {article.line_of(article.sentences[where].span.start)}."
    yield Hit(span, f"Open with the news: who did what, when. {found}", scope="sentence")


def _sentences_with_news(article: Article) -> set[int]:
    """Sentences with a day, a figure, a quotation or a source."""
    marks = [d.span for d in dates(article) if d.kind in ("day", "weekday", "relative", "time", "month")]
    marks += [f.span for f in figures(article) if f.kind != "count" or f.value > 2]
    found = {article.sentence_index(mark.start) for mark in marks}
    for quotation in quotations(article):
        if quotation.words > 2:
            found.add(article.sentence_index(quotation.span.start))
            found.add(article.sentence_index(quotation.span.end - 1))
    return found | set(sourced_sentences(article))


def _is_talk(article: Article, span: Span) -> bool:
    words = article.words
    near = words.between(*span)
    return not _TALK.isdisjoint(words.folded[near.start : near.stop])
