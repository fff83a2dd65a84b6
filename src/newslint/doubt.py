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

_RAISED = frozenset(("attribution", "hype", "specificity", "stock"))
"""Families whose advice is a warning in a doubted article."""
_TASTE = frozenset(("loaded-speech-verb", "vague-time"))
"""But not these: another editor would leave the word."""


def weighed(
    article: Article, found: list[Finding], doubtful: Iterable[Finding], left_to_us: Callable[[str], bool]
) -> list[Finding]:
    """The findings, each with the severity that it has in the company of the others.

    `left_to_us` is true of a rule whose severity nobody set by hand; others keep it, and so does a text in the first
    person, whose writer answers for its words. `doubtful` are what good reports say, too: they count in a doubted
    article alone, in sentences of which no rule on wording has spoken, where nothing else was found.
    """
    sure = sum(f.severity != "info" and f.scope != "document" for f in found)
    if sure < LEAST or (sure - 1) * 100 < DOUBTFUL * article.word_count:
        return found
    from newslint.facts.unsourced import own_account

    if own_account(article):
        return found
    raised = [f._replace(severity="warning") if _is_raised(f) and left_to_us(f.rule) else f for f in found]
    told = {article.sentence_index(f.prose.start) for f in raised if f.family in WORDING and f.severity != "info"}
    told.add(-1)  # headings, captions and tables
    places = merged([f.prose for f in raised if f.scope == "span"])
    return raised + [
        f for f in doubtful if article.sentence_index(f.prose.start) not in told and covering(places, *f.prose) < 0
    ]


def _is_raised(finding: Finding) -> bool:
    return (
        finding.severity == "info"
        and finding.family in _RAISED
        and finding.rule not in _TASTE
        and finding.scope != "document"
    )
