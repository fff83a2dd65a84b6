"""The benefit of the doubt, which an article can lose.

A guess, a big word or a round phrase is pardoned in a sober report: it is advice there, or not said at all. Where sure
findings stand thick, an editor pardons nothing; where they are few and far between, a single cliché or guess is no
reason to send an article back.
"""

from __future__ import annotations

from newslint.article import Article
from newslint.finding import Finding, Folded
from newslint.named import NamedTuple
from newslint.placing import PendingHit, finding_of
from newslint.rules import GRAVE, families
from newslint.text.span import Span, covering, merged
from newslint.typed import Callable, Iterable, Sequence, Set

# -- what weighs against an article ------------------------------------------------------------------------------------

DOUBTED_AT = 2.0
"""What weighs against an article, in sure findings in a hundred words, from which it is doubted. (Measured: one human
report in fifty and one human Markdown page in five weigh as much, and three quarters of 340 articles, most of them
generated, in which readers had marked four flaws in a hundred words.)"""

HINTS = 3
"""Sentences with nothing but doubtful hits that weigh as much as a sure finding."""

_NO_HINT = frozenset(("repeated-sentence", "unsourced-figure"))
"""But not a figure: a report full of them has them from somebody; nor what may be said again: its subject is one."""

ON_THE_WHOLE = 0.4
"""What a warning on the whole article (no date, no source, showy verbs of speech) weighs, whatever its length."""

LEAST_WORDS = 100
"""Words that a shorter text counts as."""

GUSHING_LEAST = 4
"""Findings on wording that it takes at least to call a text gushing."""

GUSHING_PER_100_WORDS = 2.5
"""Findings on wording in a hundred words from which a text in the first person is no column but a speech or an
advertisement (measured: none of 170 columns and blogs has as many)."""

SOBER_PER_100_WORDS = 0.6
"""Sure findings in a hundred words below which an article is not doubted (measured: four human reports in five have
fewer, and one in six of the articles made up from a headline) ..."""

LONG_WORDS = 400
"""... and words from which its mild ones are advice; a shorter text says too little."""

# -- what another company makes of a finding ---------------------------------------------------------------------------

_MILD_FAMILIES = families("mild")
_MILD_RULES = frozenset(
    (
        "loaded-speech-verb", "long-sentence", "mind-reading", "repeated-phrase", "unsourced-claim",
        "unsourced-figure", "unsourced-prediction",
    )
)  # fmt: skip
"""Rules of other families that see taste, a guess or the reporter's own knowledge: one of them alone is no fault of a
whole article."""

_IDLE = frozenset(("mind-reading", "unsourced-claim", "unsourced-prediction", "vague-time"))
"""Rules whose advice a sober report can do without: where they are not sure, its reporter knew."""

_FORECASTS = frozenset(("unsourced-prediction",))
"""The rule of which no reader asked anything in an article that is not doubted (measured: eleven findings)."""

_RAISED_FAMILIES = families("raised")
_RAISED_RULES = frozenset(("editorialising", "repeated-phrase"))
"""Rules of other families whose advice is a warning in a doubted article."""

_TASTE = frozenset(("loaded-speech-verb",))
"""Rules whose advice is never more: another editor would leave the word."""

# -- which doubtful hits say something new -----------------------------------------------------------------------------

_WORDING = families("wording")

_COMMENT = "editorialising"
"""The rule on comment words ("sadly"), which say nothing of the rest of their sentence."""

_SPOKEN_FOR = _WORDING | {"attribution"}
"""Families whose doubtful hits are silent in a sentence of which a rule on wording has spoken."""

_CLOSING = frozenset(("attribution", "hype", "loaded"))
"""Families beside which a sentence is not called a claim as well."""

_WHO_SAYS = ("agentless-attribution", "vague-attribution")
"""Rules that ask of big words, too, who says so, and then speak for them."""

_OUTRANKED = frozenset(("mind-reading", "unsourced-claim", "unsourced-figure", "unsourced-prediction"))
"""Rules of sourcing that give way to them."""

_TOPIC = 100
"""Code points in front of words in a subhead that its topic and colon stand in."""


def in_company(
    article: Article, found: list[Finding], doubtful: Sequence[PendingHit], left_to_us: Callable[[str], bool]
) -> list[Finding]:
    """The findings, each with the severity that it has in the company of the others.

    `left_to_us` is true of a rule whose severity nobody set by hand; others keep it, and so does a text in the first
    person, whose writer answers for its words, unless it gushes. `doubtful` are what good reports say, too: they count
    in a doubted article alone. Of the families on wording and sourcing they are findings only in sentences of which no
    rule on wording has spoken, where nothing else was found; in others those on wording stand in the `also` of the
    first finding there.
    """
    standing = standing_of(article, found, doubtful)
    if not standing.doubted:
        return _pardoned(found, left_to_us, sober=standing.sober)
    raised = _raised(found, left_to_us)
    taken = _taken(article, raised)
    fresh = [finding_of(article, *pending) for pending in doubtful if _is_new(article, pending, taken)]
    return _with_seconds(article, raised, doubtful, taken) + _raised(fresh, left_to_us)


class Standing(NamedTuple):
    """Whether an article has the benefit of the doubt."""

    doubted: bool
    sober: bool
    """Long, with so few sure findings that mild ones are advice."""
    weight: float
    """What weighs against it, in sure findings in a hundred words; enough at `DOUBTED_AT`."""
    own: bool
    """A text in the first person, which is doubted where it gushes and not by its weight."""


def standing_of(article: Article, found: list[Finding], doubtful: Sequence[PendingHit]) -> Standing:
    """Weigh the article by what the rules found for sure, and what they hold back."""
    total = article.word_count
    sure = sum([f.severity != "info" and f.scope != "document" for f in found])
    loud = sum([f.family in _WORDING and f.scope != "document" for f in found])
    sober = sure * 100 < SOBER_PER_100_WORDS * total
    weight = _weight(article, found, doubtful, sure)
    doubted = not sober and weight >= DOUBTED_AT
    gushing = loud >= GUSHING_LEAST and loud * 100 >= GUSHING_PER_100_WORDS * total
    if not (doubted or gushing):
        return Standing(False, sober and total >= LONG_WORDS, weight, False)
    from newslint.facts.own_voice import essay

    own = essay(article)
    return Standing(gushing if own else doubted, False, weight, own)


def _pardoned(found: list[Finding], left_to_us: Callable[[str], bool], sober: bool) -> list[Finding]:
    """The findings on an article that is not doubted: where it is sober, mild ones are advice, and some advice it can
    do without; where it is not, this holds of forecasts alone."""
    idle = _IDLE if sober else _FORECASTS
    return [
        f._replace(severity="info") if (sober or f.rule in _FORECASTS) and _is_mild(f) and left_to_us(f.rule) else f
        for f in found
        if f.severity != "info" or f.rule not in idle or not left_to_us(f.rule)
    ]


def _raised(findings: Iterable[Finding], left_to_us: Callable[[str], bool]) -> list[Finding]:
    """The findings on a doubted article: advice on wording and sourcing is a warning."""
    return [
        f._replace(severity="warning") if f.severity == "info" and _is_raised(f) and left_to_us(f.rule) else f
        for f in findings
    ]


class _Taken(NamedTuple):
    """Where others have spoken before the doubtful."""

    words: Sequence[Span]
    """By any rule. (A long word is another matter, and of a comment word that is a big word as well, the rule on big
    words says more.)"""
    sure: Sequence[Span]
    """By a warning or an error."""
    sourcing: Sequence[Span]
    """By a rule that asks who says so and gives way to none that asks it of big words."""
    sentences: Set[int]
    """Sentences of which a rule on wording has spoken; -1 for headings, captions and tables."""
    closed: Set[int]
    """Sentences of which somebody has said that they judge or have no source."""


def _taken(article: Article, found: list[Finding]) -> _Taken:
    marked = [f for f in found if f.scope == "span"]
    sure = [f for f in found if f.severity != "info"]
    sentences = list(zip(sure, article.sentence_indexes([f.prose.start for f in sure]), strict=True))
    return _Taken(
        words=merged([f.prose for f in marked if f.family != "readability" and f.rule != _COMMENT]),
        sure=merged([f.prose for f in marked if f.severity != "info"]),
        sourcing=merged([f.prose for f in marked if f.family == "attribution" and f.rule not in _OUTRANKED]),
        sentences={-1, *(i for f, i in sentences if _speaks(f))},
        closed={i for f, i in sentences if f.family in _CLOSING},
    )


def _is_new(article: Article, pending: PendingHit, taken: _Taken) -> bool:
    """True of a doubtful hit that says something new: in no sentence of which a rule on wording has spoken, and on no
    words of which another has. One on sourcing may stand in such a sentence where it points at words of its own."""
    rule, _, hit = pending
    if rule.family not in _SPOKEN_FOR:
        return True
    sentence = article.sentence_index(hit.span.start)
    on_sourcing = rule.family == "attribution" and hit.scope == "span"
    if on_sourcing and sentence not in taken.closed and sentence >= 0 and hit.span == article.sentences[sentence].span:
        return True  # a claim, of which nobody has said yet that it judges or has no source
    if not on_sourcing and sentence in taken.sentences and not _sells(article, hit.span):
        return False
    words = taken.sure if hit.scope != "span" else taken.sourcing if rule.name in _WHO_SAYS else taken.words
    return covering(words, *hit.span) < 0


def _sells(article: Article, span: Span) -> bool:
    """Behind the colon of a subhead stands what is said of its topic: "Search: a bold new way"."""
    block = article.blocks[article.block_at(span.start)]
    return block.zone == "subhead" and ":" in article.text[max(block.span.start, span.start - _TOPIC) : span.start]


def _with_seconds(
    article: Article, found: list[Finding], doubtful: Sequence[PendingHit], taken: _Taken
) -> list[Finding]:
    """The findings; doubtful hits on wording in a sentence of which a rule on wording has spoken stand with the first
    finding there, where they point at words of their own."""
    speakers: dict[int, int] = {}
    for i, f in enumerate(found):
        if f.severity != "info" and f.scope == "span" and _speaks(f):
            speakers.setdefault(article.sentence_index(f.prose.start), i)
    speakers.pop(-1, None)  # headings, captions and tables
    seconds: dict[int, list[Folded]] = {}
    for rule, _, hit in doubtful:
        i = speakers.get(article.sentence_index(hit.span.start), -1)
        if i >= 0 and rule.family in _WORDING and hit.scope == "span" and covering(taken.words, *hit.span) < 0:
            seconds.setdefault(i, []).append(Folded(rule.name, rule.family, article.to_source(hit.span)))
    return [f._replace(also=(*f.also, *seconds[i])) if i in seconds else f for i, f in enumerate(found)]


def _speaks(finding: Finding) -> bool:
    """True of a rule on wording that speaks for its sentence."""
    return finding.family in _WORDING and finding.rule != _COMMENT


def _weight(article: Article, found: list[Finding], doubtful: Sequence[PendingHit], sure: int) -> float:
    """What weighs against the article, in sure findings in a hundred words."""
    on_the_whole = {f.rule for f in found if f.scope == "document" and f.severity != "info"}
    per_hundred = 100 / max(LEAST_WORDS, article.word_count)
    spoken_of = article.sentence_indexes([f.prose.start for f in found if f.severity != "info"])
    places = [hit.span.start for rule, _, hit in doubtful if rule.name not in _NO_HINT]
    hinted = {*article.sentence_indexes(places)}.difference(spoken_of)
    return sure * per_hundred + ON_THE_WHOLE * len(on_the_whole) + len(hinted) / HINTS * per_hundred


def _is_raised(finding: Finding) -> bool:
    """True of advice that is a warning in a doubted article."""
    return (
        (finding.family in _RAISED_FAMILIES or finding.rule in _RAISED_RULES)
        and finding.rule not in _TASTE
        and finding.scope != "document"
    )


def _is_mild(finding: Finding) -> bool:
    """True for a warning that a sober report is pardoned; headlines are read by more people than reports are."""
    return (
        finding.severity == "warning"
        and (finding.family in _MILD_FAMILIES or finding.rule in _MILD_RULES)
        and finding.rule not in GRAVE
        and finding.scope != "document"
        and finding.zone != "headline"
    )
