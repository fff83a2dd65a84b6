from __future__ import annotations

from newslint import (
    Article,
    Hit,
    Iterator,
    Sentence,
    Span,
    attributions,
    dates,
    figures,
    inside,
    is_quoted,
    phrases,
    rule,
    specific_sentences,
)


@rule(
    "warning",
    wakes=["challenge-formulas", "challenge-headings"],
    not_types=["opinion", "column", "essay", "review", "editorial"],
    why="Wikipedia, signs of AI writing (outline-like conclusions about challenges)",
    exceptions="A sentence or section that names a case, a body, a date, a figure or a source; opinion.",
    bad=[
        "<<However, challenges remain, including privacy and competition.>>",
        "<<Despite its success, the sector faces many hurdles.>>",
        "<<Barriers to wider use abound.>> The firm opened a mill.",
        "<<The trade is beset by difficulties such as rust and red tape.>>",
        "The firm opened a mill on Monday.\n\n<<Questions about privacy, trust and the responsible use of data "
        "need to be addressed.>>",
    ],
    good=[
        "The fine of 5 million euros comes due in June.",
        "US export rules have blocked its chip purchases since October 2022, one of three challenges it faces.",
        "The club faces two hurdles: the judge, Ana Ruiz, and the bank.",
        "The mayor faces a legal challenge, her lawyer said.",
    ],
)
def challenges_formula(article: Article) -> Iterator[Hit]:
    """The set piece on challenges that fits every subject.

    "However, it faces challenges, including A, B and C": no case, no court, no figure, so nothing that a reader could
    look up or that the next story would have to correct. Name one challenge with a case, a body or a number, or cut it.
    In copy full of other flaws a name in the sentence is no case.
    """
    specific = specific_sentences(article)
    said = {attribution.sentence for attribution in attributions(article)}
    done = -1
    message = "Name one challenge with a case, a body or a number - or cut the section."
    for span in _hollow_sections(article, specific):
        yield Hit(span, message, scope="section")
    for hit in phrases(article, "challenge-formulas"):
        at = article.sentence_index(hit.span.start)
        if at <= done or at < 0 or at in said or is_quoted(article, hit.span):
            continue
        sentence = article.sentences[at]
        if article.blocks[sentence.block].zone in ("faq-a", "list", "quote"):
            continue
        if at in specific:
            if bool(inside(figures(article), sentence.span)) or bool(inside(dates(article), sentence.span)):
                continue
            yield Hit(hit.span, message, "doubtful")
        elif _is_followed_up(article, at, sentence, specific):
            continue
        else:
            yield Hit(sentence.span, message, scope="sentence")
        done = at


def _is_followed_up(article: Article, at: int, sentence: Sentence, specific: frozenset[int]) -> bool:
    """True when the next sentence of the paragraph gives the case."""
    following = at + 1
    sentences = article.sentences
    return following < len(sentences) and sentences[following].block == sentence.block and following in specific


def _hollow_sections(article: Article, specific: frozenset[int]) -> Iterator[Span]:
    """First sentences of sections on challenges, outlook or ethics in which nothing can be checked."""
    blocks = article.blocks
    headings = phrases(article, "challenge-headings")
    if not headings:
        return
    formula = {article.sentence_index(h.span.start) for h in phrases(article, "challenge-formulas")}
    for hit in headings:
        at = article.block_at(hit.span.start)
        head = blocks[at]
        if head.zone != "subhead" or head.span.end - head.span.start > hit.span.end - hit.span.start + 6:
            continue
        told: list[Sentence] = []
        for i in range(at + 1, len(blocks)):
            if blocks[i].kind == "heading":
                break
            told += article.sentences_of(i)
        if not told:
            continue
        first = article.sentence_index(told[0].span.start)
        numbers = range(first, first + len(told))
        if specific.isdisjoint(numbers) and formula.isdisjoint(numbers):
            yield told[0].span
