from __future__ import annotations

from newslint import (
    Article,
    Hit,
    Iterator,
    bold_sentences,
    empty_sentences,
    nobody_cited,
    rule,
    unsourced_claims,
    weak_claims,
)

_ALONE = "A claim here has no source. Say in the same sentence who says so or what shows it."
_EMPTY, _SHORT = 2, 100
"""Sentences that praise, guess or cite nobody; an article with fewer is not doubted, whatever else it holds; one with
fewer words must have one more."""
_KINDS = ("effect", "evaluation", "consensus", "general")
_OF_OTHERS = ("mind", "forecast")
"""Weak claims of which mind-reading and unsourced-prediction speak."""
_LEAST_WORDS = 150
"""Words from which no-sources says that nobody is cited."""


@rule(
    "warning",
    wakes=[unsourced_claims, empty_sentences],
    not_types=["opinion", "column", "editorial", "review", "analysis"],
    why="AP: attribute disputable facts; Reuters: source every statement unless it is established; BBC 3.2.3.",
    exceptions=(
        "Event reports, definitions, plans with a date; a claim beside a sourced sentence of an article that names "
        "its sources by habit; texts in the first person. What many do, what usually happens and what it roughly "
        "costs (“most users pay nothing”, “repairs typically take weeks”) are claims where fewer than three sentences "
        "in ten have a source and this one has neither person nor date. General claims (“this gives clinics a better "
        "picture”) count in paragraphs that hold nothing else; bare assertions (“data centres have longer waiting "
        "times”) in articles full of other findings, where no other rule has spoken of the sentence, or where they "
        "are plain beside a stock phrase. What makes a sentence one is weighed in data/claim-marks.txt: judgements, "
        "comparisons, effects, moods, round numbers and “often” speak for it; names, dates, deeds, steps of a process "
        "and the past tense against it, and where these outweigh it, a single word of claims makes none."
    ),
    bad=[
        "The law has <<driven>> small bakeries out of business.",
        "State aid <<was instrumental in>> the sector's growth.",
        "The mill is shut. <<Most landlords>> in the old quarter prefer students.",
        "The mill is shut. A new roof <<can take>> up to two years.",
        "The mill is shut. Small dealers <<rarely publish>> their margins.",
        "The mill is shut. Demand for rope <<has been climbing for years>>.",
        "The mill is shut, <<another sign that>> rope is going out of use.",
        "The mill is shut. <<Opinion is divided>> on the new one.",
        "Ada Brandt, <<an inspiration to all>>, leaves on Monday.",
    ],
    good=[
        "The law closed 31 small bakeries in 2024, according to the Bakers' Guild.",
        "State aid paid for 40% of new plants, an Energy Ministry audit shows.",
        "The council met in the new hall on 3 March.",
        "The mill is shut. Most of the roofs leak.\n\nIt is commonly known as the Rope Walk.\n\nOla Berg usually opens "
        "the hall.\n\nMany boats sank in the storm.\n\nThe choir has been rehearsing since May.\n\n"
        "You can usually find a seat. The hall, often cold, was full.",
    ],
)
def unsourced_claim(article: Article) -> Iterator[Hit]:
    """An effect, a merit or a consensus is stated as fact, and nobody says so.

    A reader takes it on the paper's word, and the paper has nothing to show. Say in the same sentence who says so or
    what shows it. One finding a paragraph: further claims of it are listed as further places. It is advice where nobody
    is cited in the whole article, for no-sources says it, and in a sober report.
    """
    said_above = article.word_count >= _LEAST_WORDS and nobody_cited(article)
    claims = [claim for claim in unsourced_claims(article) if claim.trigger in _KINDS]
    empties = len(empty_sentences(article))
    weak = weak_claims(article) if empties else ()
    mine = [claim for claim in weak if claim.kind not in _OF_OTHERS]
    if empties >= _EMPTY + (article.word_count < _SHORT):
        from newslint import bare_assertions, is_faint  # seldom asked

        bold = bold_sentences(article)
        claims = [c for c in claims if c.sentence in bold or not is_faint(article, c.sentence, weak=False)]
        mine = [claim for claim in mine if not is_faint(article, claim.sentence, weak=True)]
        told = {claim.sentence for claim in weak}
        for bare in bare_assertions(article):
            if bare.sentence not in told:
                yield Hit(bare.span, _ALONE, "doubtful", "span" if bare.sure else "sentence", shown=bare.clause)
    for said in mine:
        yield Hit(said.span, _ALONE, "doubtful", scope="span" if said.beside else "sentence")
    by_paragraph: dict[int, list[tuple[Hit, bool]]] = {}
    for claim in claims:
        block = article.sentences[claim.sentence].block
        by_paragraph.setdefault(block, []).append((Hit(claim.span, ""), claim.sure))
    for hits in by_paragraph.values():
        first, sure = hits[0]
        number = "A claim here has" if len(hits) == 1 else f"{len(hits)} claims here have"
        yield first._replace(
            message=f"{number} no source. Say in the same sentence who says so or what shows it.",
            severity=None if sure and not said_above else "info",
            scope="sentence",
            also_here=tuple(hit.span for hit, _ in hits[1:]),
        )
