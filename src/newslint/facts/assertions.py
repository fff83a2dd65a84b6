"""Weak claims: effects, verdicts, states and moods in words that sober reports use as well.

They count where an article has lost the benefit of the doubt.
"""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact, phrases
from newslint.facts.attribution import attributions, sourced_sentences
from newslint.facts.hollow import TALK, talks
from newslint.facts.own_voice import own_account, shows_code
from newslint.facts.unsourced import is_fixture, unsourced_claims
from newslint.facts.voice import masks
from newslint.named import NamedTuple
from newslint.parts import STORY
from newslint.text.span import Span, covering

_COUNTED_OFF = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth straight consecutive successive".split()
)
_DOES = frozenset(("speech", "act", "stance", "nominal"))
"""What a crowd does; where it is taken for a source, a rule on sources speaks first."""
_WHOEVER = frozenset(("he", "she"))
"""Pronouns of somebody who speaks, though nobody was named before."""
ZONES = STORY | {"list"}


@fact
def told_elsewhere(article: Article) -> set[int]:
    """Indexes of the sentences in which another rule has found a claim, a study of nobody, or whoever speaks. (No rule
    asks who says that something is the first or the largest, unless it is a superlative, nor what a crowd does.)"""
    speak = {
        a.sentence
        for a in attributions(article)
        if (a.source_class == "generic" and a.kind not in _DOES) or (a.kind == "speech" and a.head in _WHOEVER)
    }
    return speak | {claim.sentence for claim in unsourced_claims(article) if claim.trigger != "rank"}


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
    told = told_elsewhere(article)
    silent = masks(article)
    spoken = {a.sentence for a in attributions(article) if a.kind == "speech"}
    out: list[WeakClaim] = []
    last, stands = -1, False
    for hit in phrases(article, "weak-claims"):
        index = article.sentence_index(hit.span.start)
        if index < 0 or index in told or covering(silent, hit.span.start, hit.span.start + 1) >= 0:
            continue
        source = known.get(index)
        if source and (source.kind != "stance" or source.carried or hit.data["hint"] != "mind"):
            continue  # "he will be hoping" is nobody's word for it
        if index in spoken and hit.data["hint"] == "mind":
            continue  # "saying he is feeling good"
        if index != last:
            last, (span, block) = index, article.sentences[index]
            row = article.sentence_words[index]
            stands = article.blocks[block].zone in ZONES and article.text[span.end - 1] not in "?:"
            talk = not TALK.isdisjoint(article.words.folded[row.start : row.stop]) and talks(article, row)
            stands = stands and not talk
        if stands:
            if hit.data["hint"] == "reading" and not _COUNTED_OFF.isdisjoint(
                article.words.folded[hit.first : hit.last]
            ):
                continue  # "marks their fourth win"
            if hit.data["hint"] == "forecast" and is_fixture(article, hit.span):
                continue
            can = article.folded.startswith("can ", hit.span.start)  # tells an ability, and foretells nothing
            kind = "effect" if can else hit.data["hint"]
            out.append(WeakClaim(hit.span, index, kind, hit.data.get("note") != "alone"))
    return tuple(out)
