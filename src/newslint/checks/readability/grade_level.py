from __future__ import annotations

from newslint import Article, Counts, Hit, Iterator, Span, middle, paragraph_counts, readability, rule

_FORMULAS = ("flesch_kincaid_grade", "gunning_fog", "smog_index", "automated_readability_index")
_HARDEST = 3
_FEWEST = 20
"""Words that a paragraph must have to be named among the hardest."""


@rule(
    "info",
    not_types=["academic", "legal"],
    why="Local papers and agencies write for readers of grade 8 to 12; good BBC reports measure 12.5 in the middle.",
    exceptions="Articles of fewer than 100 words; headings, lists, tables and captions are not counted.",
    options={
        "max_grade": "Highest grade that is left alone.",
        "warning_above": "Grade above which it is a warning.",
        "min_words": "Shorter articles are left alone.",
        "engine": "newslint counts on the article's own sentences, textstat takes that library's figures.",
    },
    bad=[
        """Council adopts strategy

<<The municipal administration's comprehensive infrastructure modernisation strategy, which incorporates environmental
sustainability considerations alongside multidimensional accessibility requirements, necessitates extraordinary
interdepartmental coordination responsibilities throughout the implementation period.>>

Representatives of participating organisations nevertheless characterised the administrative reorganisation as
fundamentally indispensable, notwithstanding considerable reservations concerning the distribution of financial
responsibilities between metropolitan authorities and neighbouring municipalities, whose representatives had previously
articulated their dissatisfaction with the consultation procedure and with its documentation.

Subsequent deliberations concerning constitutional ramifications of supplementary intergovernmental arrangements have
consequently been postponed indefinitely, according to administrative representatives familiar with the negotiations,
who emphasised that supplementary consultations were unavoidable. Organisational representatives emphasised
responsibility.""",
        """---
title: Authority publishes determination
---

<<The regulatory authority's preliminary determination regarding the proposed consolidation of telecommunications
infrastructure providers establishes unprecedented transparency obligations for internationally operating
organisations, whose administrative representatives immediately characterised the accompanying documentation
requirements as disproportionate, economically irresponsible and technologically unmanageable in practically every
conceivable operational environment.>>

Notwithstanding these considerable reservations, the authority's communications department reiterated its determination
to implement the aforementioned requirements immediately, emphasising the fundamental significance of accountability
for continuously expanding international organisations and for institutional confidence generally, particularly in
geographically disadvantaged communities with inadequate telecommunications infrastructure availability.

Participating organisations consequently anticipate considerable administrative expenditure, principally attributable
to supplementary documentation requirements and certification procedures.""",
    ],
    good=[
        """Council adopts plan

The council of Holm will mend its roads, widen its paths and plant trees along the river. It voted for the plan on
Monday after six hours of talk. The work will cost 4 million euros and will take three years.

"We have waited for this since the flood," said the mayor, Ada Brandt. Her party holds nine of the 15 seats. Five
members of the other side voted with her. One stayed at home.

The first street to be dug up is Mill Lane, where the old drains burst twice last winter. Shops there will get some
money if they lose trade. The bus will stop at the church while the work goes on.""",
        """Authority's determination

The aforementioned organisational considerations necessitate supplementary documentation.""",
    ],
)
def grade_level(
    article: Article,
    *,
    max_grade: float = 15.0,
    warning_above: float = 20.0,
    min_words: int = 100,
    engine: str = "newslint",
) -> Iterator[Hit]:
    """The article reads harder than its readers want to read.

    The grade is the middle of four formulas (Flesch-Kincaid, Gunning fog, SMOG, ARI), in years of US schooling. Long
    sentences and long words make it; split the sentences named here and half of the work is done.
    """
    counts = readability(article)
    if counts.words < min_words:
        return
    grade = counts.grade
    if engine == "textstat":
        from newslint import textstat_panel

        figures = textstat_panel(article)
        grade = middle(*(figures[name] for name in _FORMULAS))
    if grade <= max_grade:
        return
    hardest = _hardest(paragraph_counts(article))
    lines = ", ".join(str(article.line_of(article.blocks[i].span.start)) for i in sorted(hardest))
    yield Hit(
        article.sentences[0].span,
        f"Reading grade {grade:.1f} (limit {max_grade:g}). Hardest: lines {lines}.",
        severity="warning" if grade > warning_above else None,
        scope="document",
        see=tuple(_advice(article, i, counts) for i, counts in hardest.items()),
        key="grade",
    )


def _hardest(paragraphs: dict[int, Counts]) -> dict[int, Counts]:
    """The hardest paragraphs, hardest first."""
    rated = sorted(
        ((counts.grade, i) for i, counts in paragraphs.items() if counts.words >= _FEWEST), key=lambda r: (-r[0], r[1])
    )
    return {i: paragraphs[i] for _, i in rated[:_HARDEST]}


def _advice(article: Article, block: int, counts: Counts) -> tuple[Span, str]:
    """The paragraph's longest sentence, and what to do there."""
    longest = max(article.sentences_of(block), key=lambda s: len(article.words.between(*s.span)))
    size = len(article.words.between(*longest.span))
    if size > 25:
        return longest.span, f"grade {counts.grade:.0f}: split this sentence of {size} words"
    share = round(100 * counts.polysyllables / counts.words)
    return longest.span, f"grade {counts.grade:.0f}: {share}% of the words have three or more syllables"
