"""Nobody in particular: crowds with a mood (``fans are eager``) and verdicts in the passive (``was blamed for``)."""

from __future__ import annotations

from newslint.article import Article
from newslint.data import word_list
from newslint.facts import fact, phrases
from newslint.facts.speakers import CAMPS
from newslint.text.span import Span

_IS = frozenset("are is were was be been being remain remains remained feel feels felt seem seems stay stayed".split())
_LEADS = frozenset("have has will may might could must should had".split())
_BETWEEN = frozenset(
    "already also still now not being left both all more most so very as quite rather understandably however too "
    "soon particularly especially equally just only even again long no".split()
)
_OF_THEM = frozenset(
    "of for to by from at among in on like than between against about around across over throughout as is are were was "
    "when whenever if unless because".split()
)
"""Words before a crowd that is no subject: ``thousands of fans``."""
_DEFINITE = frozenset("the these those its their his her this both two three four five".split())
_WHOLES = frozenset(
    "public community communities fans critics supporters opponents industry world nation country town city market "
    "markets media experts analysts observers authorities locals residents".split()
)
"""Crowds that "the" makes no more definite."""
_STOPS = frozenset(
    "like such including who which that whose where when while because if but said say says told".split()
)
_COUNTED = 4
"""Words before a crowd in which a figure counts it: ``90% of large companies``."""
_FAR = 7
"""Words between a crowd and its verb at most: ``fans of the sport around the globe are``."""
_AFTER = 4
"""Words from there to the mood at most."""
_APART = frozenset('.;:"“”()')


@fact
def crowd_moods(article: Article) -> tuple[Span, ...]:
    """Where an unnamed crowd is given a mood, from the crowd to the mood, in order."""
    folded, _, ends = article.words
    found: list[Span] = []
    for hit in phrases(article, "group-heads"):
        sentence = article.sentence_index(hit.span.start)
        if sentence < 0:
            continue
        row = article.sentence_words[sentence]
        if hit.first > row.start and not _alone(article, row.start, hit.first, folded[hit.last]):
            continue
        last = _mood(article, hit.last + 1, row.stop)
        if last >= 0:
            found.append(Span(hit.span.start, ends[last]))
    return tuple(found)


def _alone(article: Article, opens: int, first: int, head: str) -> bool:
    """The crowd before which other words stand is a subject that nothing names or counts."""
    folded, starts, _ = article.words
    before = folded[first - 1]
    if before in _OF_THEM or (before in _DEFINITE and head not in _WHOLES):
        return False
    if head not in CAMPS and article.text[starts[first - 1]].isupper() and first - 1 > opens:
        return False  # "Berg Bank analysts"
    return not [i for i in range(max(opens, first - _COUNTED), first) if folded[i][0].isdigit()]


def _mood(article: Article, at: int, stop: int) -> int:
    """The index of the mood that is said of the crowd before word `at`, or -1."""
    folded, starts, ends = article.words
    moods = word_list("moods")
    verb = False
    for k in range(at, min(at + _FAR + _AFTER, stop)):
        if not _APART.isdisjoint(article.text[ends[k - 1] : starts[k]]):
            return -1
        word = folded[k]
        if verb:
            if word in moods:
                return k
            if word not in _IS and not _is_adverb(word):
                return -1
        elif word in _IS or (word in _LEADS and k + 1 < stop and (folded[k + 1] in _IS or folded[k + 1] in _BETWEEN)):
            verb = True
        elif word in _STOPS or k - at > _FAR:
            return -1
    return -1


_BE = frozenset("is are was were be been being".split())
_BACK = 4
"""Words between a form of "be" and its participle at most."""
_BY = 6
"""Words behind a verdict within which "by" names its judge."""


@fact
def judged_by_nobody(article: Article) -> tuple[Span, ...]:
    """Verdicts in the passive without a judge, from the form of "be" to the participle, in order."""
    words = article.words
    folded = words.folded
    found: list[Span] = []
    for hit in phrases(article, "judged"):
        sentence = article.sentence_index(hit.span.start)
        if sentence < 0:
            continue
        row = article.sentence_words[sentence]
        at = hit.first - 1
        while at > row.start and hit.first - at < _BACK and _is_adverb(folded[at]):
            at -= 1
        if at < row.start or folded[at] not in _BE:
            continue
        if "by" not in folded[hit.last + 1 : min(row.stop, hit.last + 1 + _BY)]:
            found.append(Span(words.starts[at], hit.span.end))
    return tuple(found)


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") or word in _BETWEEN
