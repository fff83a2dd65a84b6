"""The benefit of the doubt, which an article can lose.

A guess, a big word or a round phrase is pardoned in a sober report: it is advice there, or not said at all. Where sure
findings stand thick, an editor pardons nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from newslint.article import Article
from newslint.finding import Finding
from newslint.placing import WORDING
from newslint.text.span import covering, merged

DOUBTFUL = 1.3
"""Sure findings in a hundred words, the first not counted, from which an article is doubted (measured: 1 % of human
reports and 4 % of human Markdown have as many, and two thirds of the articles made up from a headline)."""

LEAST = 3
"""Sure findings that it takes at least."""

GUSHING = 2.5
"""Findings on wording in a hundred words from which a text in the first person is no column but a speech or an
advertisement (measured: none of 170 columns and blogs has as many)."""

_RAISED = frozenset(("attribution", "hype", "specificity", "stock"))
"""Families whose advice is a warning in a doubted article."""
_TASTE = frozenset(("loaded-speech-verb", "vague-time"))
"""But not these: another editor would leave the word."""


def weighed(
    article: Article, found: list[Finding], doubtful: Iterable[Finding], left_to_us: Callable[[str], bool]
) -> list[Finding]:
    """The findings, each with the severity that it has in the company of the others.

    `left_to_us` is true of a rule whose severity nobody set by hand; others keep it, and so does a text in the first
    person, whose writer answers for its words, unless it gushes. `doubtful` are what good reports say, too: they count
    in a doubted article alone, and of the families on wording only in sentences of which none of these has spoken,
    where nothing else was found.
    """
    total = article.word_count
    sure = sum(f.severity != "info" and f.scope != "document" for f in found)
    loud = sum(f.family in WORDING and f.scope != "document" for f in found)
    doubted = sure >= LEAST and (sure - 1) * 100 >= DOUBTFUL * total
    gushing = loud > LEAST and loud * 100 >= GUSHING * total
    if not (doubted or gushing):
        return found
    from newslint.facts.unsourced import own_account

    if not (gushing if own_account(article) else doubted):
        return found

    def weighed_anew(findings: Iterable[Finding]) -> list[Finding]:
        return [f._replace(severity="warning") if _is_raised(f) and left_to_us(f.rule) else f for f in findings]

    raised = weighed_anew(found)
    told = {article.sentence_index(f.prose.start) for f in raised if f.family in WORDING and f.severity != "info"}
    told.add(-1)  # headings, captions and tables
    places = merged([f.prose for f in raised if f.scope == "span"])
    return raised + [
        f
        for f in weighed_anew(doubtful)
        if f.family not in WORDING
        or (article.sentence_index(f.prose.start) not in told and covering(places, *f.prose) < 0)
    ]


def _is_raised(finding: Finding) -> bool:
    return (
        finding.severity == "info"
        and finding.family in _RAISED
        and finding.rule not in _TASTE
        and finding.scope != "document"
    )
