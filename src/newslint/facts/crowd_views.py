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
_DESCRIBES = frozenset(
    "characterise characterised characterize characterized describe described depict depicted portray portrayed label "
    "labelled labeled brand branded paint painted frame framed rate rated rank ranked interpret interpreted read "
    "denounce denounced decry decried dismiss dismissed hail hailed".split()
)
"""Before "as", what makes a verdict of it."""
_DISCERNS = frozenset("discern discerned divine divined sense sensed scent scented smell smelled smelt".split())
_HURT = frozenset(
    "abandoned aggrieved alienated belittled betrayed cheated cornered cut deceived empowered excluded exploited "
    "forgotten humiliated hurt ignored insulted isolated jilted left let marginalised marginalized misled neglected "
    "overlooked patronised patronized powerless rejected robbed shortchanged sidelined slighted snubbed targeted "
    "threatened trapped unappreciated unheard unloved unsafe unwanted unwelcome used vindicated vulnerable".split()
)
"""Behind "feel", what is done to somebody behind "are"."""
_ASIDES = frozenset("complain find note object observe report".split())
"""Between commas: ``It rarely lasts a day, users report, when``."""
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
        if last < 0 and _is_aside(article, hit.first, hit.last + 1):
            last = hit.last + 1
        if last >= 0 and not (found and found[-1].end == words.ends[last]):  # "some scholars" are two crowds
            found.append(Span(hit.span.start, words.ends[last]))
    return tuple(found)


def _is_aside(article: Article, first: int, verb: int) -> bool:
    """The crowd and its verb stand between commas, or behind one at the end."""
    folded, starts, ends = article.words
    if verb >= len(folded) or folded[verb] not in _ASIDES or article.text[ends[verb]] not in ",.":
        return False
    return article.text.endswith((", ", ", some ", ", many "), 0, starts[first])


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
    if not crowd and (last := _judged(word, verb, behind)) >= 0:
        return last
    if word in ("draw", "draws", "drew", "drawn", "call", "called") and behind[:2] == ["attention", "to"]:
        return verb + 2
    if word in ("take", "took", "share", "shared") and behind[:1] == ["the"] and behind[1:3] == ["view", "that"]:
        return verb + 3
    if word in BE and behind[:2] == ["of", "the"] and behind[2:3] and behind[2] in _HELD:
        return verb + 3
    if word in ("feel", "feels", "felt") and behind[:1] and behind[0] in _HURT:
        return verb + 1
    if word in _GIVES and not _MIXED.isdisjoint(behind):
        return next((verb + 1 + i for i, other in enumerate(behind) if other in _VIEWS), -1)
    if word in _MEETS and "with" in behind:
        led = behind.index("with") + 1
        return next((verb + 1 + i for i in range(led, len(behind)) if behind[i] in _FELT), -1)
    return -1


def _judged(word: str, verb: int, behind: list[str]) -> int:
    """The last word of what experts judge, ask, reckon and discern, and others do; or -1."""
    if (word in _JUDGES and behind[:1] == ["that"]) or (word in _ASKS and behind[:1] and behind[0] in _WHY):
        return verb + 1
    for verbs, link in ((_PUTS, "at"), (_DESCRIBES, "as")):
        if word in verbs and link in behind:
            return verb + 1 + behind.index(link)
    return verb if word in _DISCERNS else -1
