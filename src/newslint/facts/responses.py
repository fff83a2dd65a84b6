"""Responses of nobody in particular: verdicts in the passive (``was blamed for``), and crowds behind a verb or a noun
(``applauded by fans``, ``concern among residents``, ``left users frustrated``)."""

from __future__ import annotations

from newslint.article import Article
from newslint.data import word_list
from newslint.facts import fact, phrases_in_sentences
from newslint.facts.crowds import is_adverb
from newslint.text.closed_classes import BE
from newslint.text.phrases import PhraseHit
from newslint.text.span import Span

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
    for hit, row in phrases_in_sentences(article, "judged"):
        at = hit.first - 1
        while at > row.start and hit.first - at < _BACK and is_adverb(folded[at]):
            at -= 1
        if at < row.start or folded[at] not in BE:
            continue
        if "by" not in folded[hit.last + 1 : min(row.stop, hit.last + 1 + _BY)]:
            found.append(Span(words.starts[at], hit.span.end))
    return tuple(found)


_NEAR = 5
"""Words from the response to the chief word of the crowd at most."""
_NUMBERS = frozenset("of two three four five six seven eight nine ten eleven twelve".split())
_BEHIND_CROWD = frozenset("at from with of for in including such like led named who".split())
"""Words behind a crowd that may tell whose people they are, who they are, or what they did."""
_BEFORE_QUALITY = frozenset(
    "the a an by of from to with for some many most among and or in on at as his her its their these those such were "
    "was are is be been being".split()
)
"""Words behind which a participle is an adjective."""
_PERFECT = frozenset("has have had also".split())
_PARTS = frozenset('.;:"“”(),')
_ARTICLES = frozenset(("the", "both", "a", "its", "his", "her", "their"))


@fact
def crowd_responses(article: Article) -> tuple[Span, ...]:
    """Where a response is drawn from people whom nobody names, from the response to the crowd, in order."""
    found: list[Span] = []
    for hit, row in phrases_in_sentences(article, "responses"):
        head = _crowd_behind(article, hit, row.stop)
        note = hit.data.get("note", "")
        if head < 0 or (note == "moved" and not _moved(article, hit, row)):
            continue
        if note == "left":
            head = _left(article, head, row.stop)
            if head < 0:
                continue
        if not found or hit.span.start >= found[-1].end:
            found.append(Span(hit.span.start, article.words.ends[head]))
    return tuple(found)


def _crowd_behind(article: Article, hit: PhraseHit, stop: int) -> int:
    """The index of the chief word of the crowd that follows, or -1 where none does or somebody names or counts it."""
    folded, starts, ends = article.words
    text, named = article.text, False
    crowd, adjectives = word_list("crowd-nouns"), word_list("crowd-adjectives")
    for k in range(hit.last + 1, min(hit.last + 1 + _NEAR, stop)):
        word = folded[k]
        gap = text[ends[k - 1] : starts[k]]
        if gap not in (" ", "-", "\n") or word in _NUMBERS:
            return -1
        if word in crowd and text[starts[k]].islower():
            while k + 1 < stop and folded[k + 1] in crowd and text[ends[k] : starts[k + 1]] == " ":
                k += 1
            return -1 if (named and folded[k] in word_list("house-people")) or not _unnamed(article, k, stop) else k
        named = named or text[starts[k]].isupper()
        if not (named or word in adjectives or word in _ARTICLES or is_adverb(word) or _quality(word)):
            return -1
    return -1


def _unnamed(article: Article, head: int, stop: int) -> bool:
    """Nobody is named behind the crowd."""
    folded, starts, _ = article.words
    for k in range(head + 1, min(head + 4, stop)):
        if article.text[starts[k]].isupper():
            return folded[k - 1] not in _BEHIND_CROWD
        if folded[k] not in _BEHIND_CROWD:
            break
    return True


def _quality(word: str) -> bool:
    """An adjective by its ending: ``environmental``, ``concerned``."""
    return len(word) > 4 and word.endswith(
        ("al", "ic", "ive", "ful", "ous", "ent", "ant", "ary", "ed", "ing", "ish", "ese", "ern", "less", "able", "ior")
    )


def _moved(article: Article, hit: PhraseHit, row: range) -> bool:
    """``has angered residents``, ``shocked the town's residents``, ``, shocking residents``, but neither ``shocked
    residents`` nor ``appease frustrated commuters``."""
    folded, _, ends = article.words
    before = folded[hit.first - 1] if hit.first > row.start else "the"
    if folded[hit.last + 1] in _ARTICLES and before not in BE:
        return before != "by"
    if folded[hit.first].endswith("ing") and hit.first > row.start and article.text[ends[hit.first - 1]] == ",":
        return True
    if folded[hit.last] in word_list("moods"):
        return before in _PERFECT
    return before not in _BEFORE_QUALITY and article.text[ends[hit.first - 1]] == " "


def _left(article: Article, head: int, stop: int) -> int:
    """The index of the mood in which a crowd is left, or -1: ``left users around the world frustrated``."""
    words, moods = article.words, word_list("moods")
    for k in range(head + 1, min(head + _NEAR, stop)):
        if words.folded[k] in moods:
            return k
        if not _PARTS.isdisjoint(article.text[words.ends[k - 1] : words.starts[k]]):
            break
    return -1
