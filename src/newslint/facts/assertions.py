"""Bare assertions: sentences that say how things are, on nobody's authority and with nothing to hold on to.

They are weak evidence: a sober report has some, too, and its reader knows who stands behind them. They count where an
article has lost the benefit of the doubt.
"""

from __future__ import annotations

from itertools import pairwise

from newslint.article import Article
from newslint.data import word_list
from newslint.facts import fact, phrases
from newslint.facts.attribution import attributions, sourced_sentences, vouched_sentences
from newslint.facts.claims import claims
from newslint.facts.dates import dates
from newslint.facts.hollow import HAPPENED, ORDERS, RECOUNTS, RUNNING, TALK
from newslint.facts.names import names
from newslint.facts.own_voice import own_account, shows_code
from newslint.facts.quote_marks import quoted
from newslint.facts.unsourced import unsourced_claims
from newslint.facts.voice import masks
from newslint.named import NamedTuple
from newslint.text.span import Span, covering

_MAYBE = frozenset("could may might would can".split())
_UNCOUNTED = frozenset(
    "many several some most various numerous few countless thousands millions hundreds dozens".split()
)
_COMPARED = frozenset(
    "more less fewer better worse higher lower greater larger smaller bigger faster slower cheaper harder easier "
    "stronger weaker wider deeper clearer longer shorter broader richer safer simpler newer older further".split()
)
_USUALLY = frozenset(
    "often typically generally usually commonly frequently traditionally increasingly always normally largely mostly "
    "rarely seldom sometimes historically widely constantly continually consistently inherently primarily particularly "
    "especially tend tends".split()
)
_ARTICLES = frozenset("a an the".split())
_IS = frozenset("is are was were".split())
_COUNTED_OFF = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth straight consecutive successive".split()
)
_LAWS = frozenset("law laws legislation rules bill act agreement deal contract treaty plan terms system".split())
_CLOSE = 7
_SHORT = 10
"""Words below which a sentence seldom says enough to be asked for a source."""
_SHORTEST = 4
_ZONES = frozenset((*RUNNING, "list"))
_CHECKABLE = 0.5
"""Weight from which the cues of a sentence speak for a plain fact, as reporters tell it."""


@fact
def bare_assertions(article: Article) -> tuple[tuple[Span, int], ...]:
    """Sentences that assert without a source, where no other rule has found a claim, each as its span and index.

    A point each for two abstractions, a verb of what things do for people, a modal, an uncounted number, "often" and
    its like, "is a"; two for a comparative. A point less for a short sentence, one that the next one vouches for, a
    plain fact, the conclusion, what a named person does, what has befallen somebody, what is counted off ("their
    fourth win"); two less for a date and for the past tense, three without a verb. (By hand on 77 sentences of doubted
    articles that nobody had worked on: 63 % were marked as claims without a source, 89 % were marked.)
    """
    if own_account(article) or shows_code(article):
        return ()
    from newslint.facts.tense import tense_of  # seldom asked

    known, vouched = sourced_sentences(article), vouched_sentences(article)
    told = _told(article)
    marks = [q.span for q in quoted(article)]
    people = [name.span for name in names(article) if name.kind == "person"]
    dated = [date.span for date in dates(article) if date.kind != "vague"]
    weights = {claim.sentence: claim.weight for claim in claims(article)}
    abstract, promising = word_list("abstractions"), word_list("promises")
    folded, starts, ends = article.words
    out: list[tuple[Span, int]] = []
    for index, (span, block) in enumerate(article.sentences):
        zone = article.blocks[block].zone
        ending = article.text[span.end - 1]
        if index in known or index in told or zone not in _ZONES or ending in "?:":
            continue
        if zone != "list" and ending.isalnum():
            continue  # a label in bold
        row = article.sentence_words[index]
        said = folded[row.start : row.stop]
        if len(said) < _SHORTEST or said[0] in ORDERS or not TALK.isdisjoint(said):
            continue
        if said[0] == "under" and not _LAWS.isdisjoint(said[1:_CLOSE]):
            continue  # "Under the new law, firms may ..."
        if said[0] in ("this", "that", "it") and said[1] in RECOUNTS:
            continue
        points = _points(said, abstract, promising) - (zone == "conclusion") - (index in vouched)
        points -= (weights.get(index, 0.0) > _CHECKABLE) + (not _COUNTED_OFF.isdisjoint(said))
        points -= (covering(people, span.start, span.start + 1) >= 0) + (not HAPPENED.isdisjoint(said))
        if points < 1 or covering(marks, *span) >= 0:
            continue
        points -= 2 * (covering(dated, *span) >= 0)
        if points < 1:
            continue
        tense = tense_of(said, [article.text[ends[k] : starts[k + 1]] for k in range(row.start, row.stop - 1)])
        if points - 2 * (tense == "past") - 3 * (tense == "none") >= 1:
            out.append((span, index))
    return tuple(out)


@fact
def _told(article: Article) -> set[int]:
    """Indexes of the sentences in which another rule has found a claim or a source that is nobody."""
    generic = {a.sentence for a in attributions(article) if a.source_class == "generic"}
    return generic | {claim.sentence for claim in unsourced_claims(article)}


class WeakClaim(NamedTuple):
    """A claim in words that sober reports use as well."""

    span: Span
    sentence: int
    """Index in `Article.sentences`."""
    kind: str
    """``effect``, ``people``, ``verdict``, ``state``, ``reading``, ``mind`` or ``forecast``."""
    beside: bool
    """True where it says something of its own beside a finding on wording ("helped make", "will be hoping"); others
    praise or read, as such a finding has said already."""


@fact
def weak_claims(article: Article) -> tuple[WeakClaim, ...]:
    """Effects, verdicts, states, readings, moods and guesses in words that sober reports use as well, in order."""
    if own_account(article) or shows_code(article):
        return ()
    known = sourced_sentences(article)
    told = _told(article)
    silent = masks(article)
    out: list[WeakClaim] = []
    last, stands = -1, False
    for hit in phrases(article, "weak-claims"):
        index = article.sentence_index(hit.span.start)
        if index < 0 or index in told or covering(silent, hit.span.start, hit.span.start + 1) >= 0:
            continue
        source = known.get(index)
        if source and (source.kind != "stance" or source.carried or hit.data["hint"] != "mind"):
            continue  # "he will be hoping" is nobody's word for it
        if index != last:
            last, (span, block) = index, article.sentences[index]
            row = article.sentence_words[index]
            stands = article.blocks[block].zone in _ZONES and article.text[span.end - 1] not in "?:"
            stands = stands and TALK.isdisjoint(article.words.folded[row.start : row.stop])
        if stands:
            if hit.data["hint"] == "reading" and not _COUNTED_OFF.isdisjoint(
                article.words.folded[hit.first : hit.last]
            ):
                continue  # "marks their fourth win"
            can = article.folded.startswith("can ", hit.span.start)  # tells an ability, and foretells nothing
            kind = "effect" if can else hit.data["hint"]
            out.append(WeakClaim(hit.span, index, kind, hit.data.get("note") != "alone"))
    return tuple(out)


def _points(said: list[str], abstract: frozenset[str], promising: frozenset[str]) -> int:
    """Points for the words of a sentence, tense and place apart."""
    different = frozenset(said)
    points = 2 * (not _COMPARED.isdisjoint(different)) - (len(said) < _SHORT)
    points += len(different & abstract) >= 2
    for group in (promising, _MAYBE, _UNCOUNTED, _USUALLY):
        points += not group.isdisjoint(different)
    if not _IS.isdisjoint(different):
        points += bool([word for word, after in pairwise(said) if word in _IS and after in _ARTICLES])
    return points
