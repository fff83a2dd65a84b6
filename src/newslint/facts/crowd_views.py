"""What an unnamed crowd makes of the news where no verb of reporting tells it: ``Experts draw attention to it``."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact, phrases_in_sentences
from newslint.facts.crowds import is_alone
from newslint.text.closed_classes import BE
from newslint.text.span import Span

_FAR = 7
"""Words from a crowd to its verb at most: ``groups near the site gave``."""
_NEAR = 6
"""Words from the verb to what makes it a view."""
_APART = frozenset('.;:"“”()')
_STOPS = frozenset("who that which whose whom where when while because if but to like such including".split())
_JUDGES = frozenset(
    "appraise appraised assess assessed ascertain ascertained conjecture conjectured deduce deduced defend defended "
    "determine determined envisage envisaged envision envisioned evaluate evaluated express expressed gauge gauged "
    "guess guessed infer inferred interpret interpreted judge judged mention mentioned opined presume presumed "
    "underscore underscored value valued hold held".split()
)
"""Verbs before "that" that tell what somebody thinks, and elsewhere what somebody does."""
_ASKS = frozenset("ask asked asking question questioned wonder wondered".split())
_WHY = frozenset("how if what when where whether who whose why".split())
_PUTS = frozenset("estimate estimated peg pegged put value valued".split())
"""Before "at", what makes a sum of a guess: ``Analysts put the market at $50 billion``."""
_GIVES = frozenset(
    "express expressed gave give had have held hold offer offered present presented raise raised share shared showed "
    "show take took voice voiced".split()
)
_MIXED = frozenset(
    "ambivalent conflicting contradictory contrasting differing different diverging divergent diverse divided mixed "
    "opposing polarised polarized split varied various varying".split()
)
_VIEWS = frozenset(
    "approach approaches assessment assessments attitude attitudes emotion emotions feeling feelings interpretation "
    "interpretations judgement judgements opinion opinions outlook outlooks perspective perspectives position "
    "positions reaction reactions response responses stance stances take takes verdict verdicts view views".split()
)
_MEETS = frozenset("greet greeted meet met receive received welcome welcomed react reacted respond responded".split())
_FELT = frozenset(
    "alarm amusement anger anxiety apprehension applause approval caution concern delight disappointment disapproval "
    "disbelief dismay enthusiasm excitement fear fury gratitude grief horror hope hostility indifference indignation "
    "interest joy optimism outrage panic pessimism pleasure pride relief reservation reservations resignation sadness "
    "satisfaction scepticism shock skepticism sorrow surprise suspicion sympathy unease warmth".split()
)
_HELD = frozenset("belief conviction opinion view".split())


@fact
def crowd_views(article: Article) -> tuple[Span, ...]:
    """Where an unnamed crowd judges, greets or points out something, from the crowd to the word that tells it."""
    words = article.words
    found: list[Span] = []
    for hit, row in phrases_in_sentences(article, "group-heads"):
        if hit.first > row.start and not is_alone(article, row.start, hit.first, words.folded[hit.last]):
            continue
        crowd = hit.data.get("note") == "crowd" or hit.data.get("hint") == "say who"  # "several contributors asked"
        last = _view(article, hit.last + 1, row.stop, crowd)
        if last >= 0 and not (found and found[-1].end == words.ends[last]):  # "some scholars" are two crowds
            found.append(Span(hit.span.start, words.ends[last]))
    return tuple(found)


def _view(article: Article, at: int, stop: int, crowd: bool) -> int:
    """The index of the word that makes a view of the sentence behind a crowd, or -1."""
    folded, starts, ends = article.words
    for k in range(at, min(at + _FAR, stop)):
        if not _APART.isdisjoint(article.text[ends[k - 1] : starts[k]]) or folded[k] in _STOPS:
            return -1
        if article.text[starts[k]].isupper():
            return -1  # "critics at Berg Bank"
        last = _told(folded, k, stop, crowd)
        if last >= 0:
            return last
    return -1


def _told(folded: list[str], verb: int, stop: int, crowd: bool) -> int:
    """The last word of the view that begins with a verb, or -1."""
    word, behind = folded[verb], folded[verb + 1 : min(verb + 1 + _NEAR, stop)]
    if not BE.isdisjoint(folded[verb - 2 : verb]):
        return -1  # "experts are not asked why"
    if not crowd and word in _JUDGES and behind[:1] == ["that"]:
        return verb + 1
    if word in ("draw", "draws", "drew", "drawn", "call", "called") and behind[:2] == ["attention", "to"]:
        return verb + 2
    if word in ("take", "took", "share", "shared") and behind[:1] == ["the"] and behind[1:3] == ["view", "that"]:
        return verb + 3
    if word in BE and behind[:2] == ["of", "the"] and behind[2:3] and behind[2] in _HELD:
        return verb + 3
    if not crowd and word in _ASKS and behind[:1] and behind[0] in _WHY:
        return verb + 1
    if not crowd and word in _PUTS and "at" in behind:
        return verb + 1 + behind.index("at")
    if word in _GIVES and not _MIXED.isdisjoint(behind):
        return next((verb + 1 + i for i, other in enumerate(behind) if other in _VIEWS), -1)
    if word in _MEETS and "with" in behind:
        led = behind.index("with") + 1
        return next((verb + 1 + i for i in range(led, len(behind)) if behind[i] in _FELT), -1)
    return -1
