"""Somebody unnamed as a source, told by form: an indefinite person beside a verb of speech, a frame or "by"."""

from __future__ import annotations

from newslint.article import Article
from newslint.data import word_list
from newslint.facts import fact, phrases_in_sentences
from newslint.facts.attribution import Attribution, attributions, sourced_sentences
from newslint.facts.cues import vocabulary
from newslint.facts.names import names
from newslint.facts.quote_marks import quoted
from newslint.facts.reading import BREAKS, PREPOSITIONS
from newslint.facts.unnamed_cues import INNER, cue_before, unnamed_words, verb_behind
from newslint.lean import cache
from newslint.named import NamedTuple
from newslint.parts import STORY
from newslint.text.closed_classes import BE, CONDITIONS, HAVE
from newslint.text.span import Span, covering

_ONE = frozenset("a an one another".split())
_FEW = frozenset("two three four five six".split())
_OF_THEM = frozenset("one two three".split())
_THEIRS = frozenset("the his her its their those".split())
"""Between "one of" and the crowd."""
_PLACED = frozenset("people those figures voices allies sources insiders".split())
"""Whom their place in a circle tells: ``those close to the coach``."""
_ALONE = frozenset("someone somebody".split())
"""Who need no article."""
_LONGEST = 6
"""Words from the article to the person at most: ``a senior European trade union official``."""
_AGENTS = ("ers", "ors", "ists", "ians", "ants", "ees")
"""Ends of plurals that mean people one of whom may speak: suppliers, tenants."""
_RANKED = frozenset("senior leading key top prominent placed influential powerful respected central".split())
"""Before a "figure" that is somebody."""
_MORE = 18
"""Words of what is said of somebody at most."""
_APPOSED = 3
"""Code points behind somebody within which the name begins."""
_BELOW = 4
"""Sentences in which whoever speaks without a name is named: ``A surgeon has said … Ines Roy, a surgeon at Holm``."""
_NAMED_BY = frozenset("named called identified".split())
_GENERIC = CONDITIONS | {"than", "like"}
"""Before what anybody may do: ``when a user complains``."""
_ASIDES = (",", " –", " —")


class Voice(NamedTuple):
    """Somebody without a name who is cited."""

    source: Span
    said_by: Span
    """From the verb or the frame to the person, whichever comes first."""
    sentence: int
    head: str
    described: bool
    """It is told how they know."""


@cache
def _people() -> frozenset[str]:
    """Whoever may be one of many, and crowds of them."""
    crowds = {word[:-1] for word in word_list("crowd-nouns") - word_list("no-people") if word.endswith(_AGENTS)}
    single = (word_list("roles") | unnamed_words("people") | crowds) - unnamed_words("offices")
    many = [f"{word[:-1]}ies" if word.endswith("y") else f"{word}s" for word in single if not word.endswith("s")]
    return single.union(many, _PLACED, ("men", "women", "figure"))


@fact
def unnamed_voices(article: Article) -> tuple[Voice, ...]:
    """Each indefinite person whom a sentence of the story cites, and nobody named cites in turn; and the word from
    inside a circle."""
    found = _from_inside(article)
    starts = article.words.starts
    places = article.where(_people())
    marks = [mark.span for mark in quoted(article)]
    end = 0
    for i, at in zip(places, article.sentence_indexes([starts[k] for k in places]), strict=True):
        if at < 0 or starts[i] < end or article.blocks[article.sentences[at].block].zone not in STORY:
            continue
        voice = _voice(article, at, i)
        if voice is None or covering(marks, *voice.source) >= 0:
            continue
        if not _told_by_somebody(article, voice) and not _named_soon(article, voice):
            found.append(voice)
            end = voice.said_by.end
    found.sort()
    return tuple(found)


def _from_inside(article: Article) -> list[Voice]:
    """``The word from inside the dressing room is that``."""
    known = sourced_sentences(article)
    hits = [
        (hit.span, article.sentence_index(hit.span.start)) for hit, _ in phrases_in_sentences(article, "inside-talk")
    ]
    return [Voice(span, span, at, "word", False) for span, at in hits if at not in known]


def _voice(article: Article, at: int, i: int) -> Voice | None:
    """Whoever is word `i`, where the sentence cites them."""
    row = article.sentence_words[at]
    lo = _opening(article, row.start, i)
    if lo < 0:
        return None
    folded, starts, ends = article.words
    if folded[i + 1 : i + 2] and folded[i + 1] in _NAMED_BY:
        return None
    content_first = lo > row.start and "," in article.text[ends[lo - 1] : starts[lo]]
    behind = verb_behind(article, row.stop, i, content_first)
    before = cue_before(article, row, lo, i)
    if before < 0 and (behind < 0 or not _is_subject(article, row.start, lo, i)):
        return None
    more = range(i + 1, behind) if behind >= 0 else _modifier(article, row.stop, i)
    source = Span(starts[lo], ends[more[-1]] if more else ends[i])
    if _named(article, source, min(ends[i] + _APPOSED, article.sentences[at].span.end)):
        return None
    said = Span(starts[lo if before < 0 else before], ends[i if before >= 0 else behind])
    told = [folded[k] for k in more]
    return Voice(source, said, at, folded[i], not vocabulary().basis.isdisjoint(told))


def _opening(article: Article, first: int, i: int) -> int:
    """The word that opens the noun phrase of word `i`, or -1 where it is no indefinite one."""
    folded, starts, ends = article.words
    if folded[i] in _ALONE:
        return i
    if folded[i] == "figure" and folded[i - 1] not in _RANKED:
        return -1
    inner = folded[i] in _PLACED and folded[i + 1 : i + 2] and folded[i + 1] in INNER
    if inner and (i == first or folded[i - 1] in BREAKS):
        return i
    many = folded[i] == "people" or folded[i].endswith(("s", "men"))
    openers = _FEW if many and folded[i] not in word_list("roles") else _ONE
    for k in range(i - 1, max(first, i - _LONGEST) - 1, -1):
        word = folded[k]
        if article.text[ends[k] : starts[k + 1]] not in (" ", "-", "\n"):
            return -1
        if word in openers:
            return k
        if many and word in _THEIRS and k - 2 >= first and folded[k - 1] == "of" and folded[k - 2] in _OF_THEM:
            return k - 2  # "one of the sailors"
        if word in BREAKS or word in PREPOSITIONS or word in BE or word in HAVE:
            return -1
    return -1


def _is_subject(article: Article, first: int, lo: int, i: int) -> bool:
    """Nothing before the phrase makes it an object, an apposition or anybody."""
    if lo == first:
        return True
    folded, starts, ends = article.words
    before, gap = folded[lo - 1], article.text[ends[lo - 1] : starts[lo]]
    if gap == " ":
        return before in BREAKS and before not in _GENERIC
    if covering(_other_names(article), starts[lo - 1], ends[lo - 1]) >= 0:
        return False  # "Ruiz, an engineer who has worked there, said"
    return gap.isspace() or "," not in gap or not article.text.startswith(_ASIDES, ends[i])


def _modifier(article: Article, stop: int, i: int) -> range:
    """The words up to the next mark, which say more of word `i`."""
    starts, ends = article.words.starts, article.words.ends
    k = i + 1
    while k < min(stop, i + _MORE) and article.text[ends[k - 1] : starts[k]] in (" ", "-", "\n"):
        k += 1
    return range(i + 1, k)


# -- somebody has a name -----------------------------------------------------------------------------------------------


@fact
def _other_names(article: Article) -> tuple[Span, ...]:
    """The names of persons and bodies."""
    return tuple([name.span for name in names(article) if name.kind != "place"])


@fact
def _persons(article: Article) -> tuple[Span, ...]:
    return tuple([name.span for name in names(article) if name.kind == "person"])


@fact
def _heard(article: Article) -> dict[int, list[Attribution]]:
    """By sentence, the words and the frames of those who can be called."""
    found: dict[int, list[Attribution]] = {}
    for one in attributions(article):
        if one.source_class in ("person", "organisation") and one.kind in ("speech", "frame"):
            found.setdefault(one.sentence, []).append(one)
    return found


@fact
def _names(article: Article) -> tuple[Span, ...]:
    """The names of the article, without "Norvan" and "European"."""
    return tuple([name.span for name in names(article) if name.text.lower() not in word_list("demonyms")])


def _named(article: Article, source: Span, apposed: int) -> bool:
    """A body with a name is in the words, or a name right behind: ``a passenger, Ines Roy``."""
    return covering(_names(article), source.start, max(source.end, apposed)) >= 0


def _told_by_somebody(article: Article, voice: Voice) -> bool:
    """Somebody who can be called says in the same sentence what the nameless one said."""
    return any(
        one.source is not None and not one.source.overlaps(voice.source) and not one.cue.overlaps(voice.said_by)
        for one in _heard(article).get(voice.sentence, ())
    )


def _named_soon(article: Article, voice: Voice) -> bool:
    """One of the sentences behind names somebody of that trade, or anybody below a lede that holds a name back."""
    block = article.sentences[voice.sentence].block
    lede = article.blocks[block].zone == "lede"
    end, last = article.sentences[voice.sentence].span.end, len(article.sentences)
    n = voice.sentence + 1
    if n < last and article.sentences[n].block == block and end - voice.said_by.end <= _APPOSED:
        start = article.sentences[n].span.start
        if covering(_other_names(article), start, start + _APPOSED) >= 0:
            return True  # "A reader writes. Hilde Roos asks"
    if lede and voice.head not in vocabulary().witness and any(n > voice.sentence for n in _heard(article)):
        return True
    for n in range(voice.sentence + 1, min(voice.sentence + 1 + _BELOW, last)):
        if covering(_persons(article), *article.sentences[n].span) >= 0:
            row = article.sentence_words[n]
            if lede or voice.head in article.words.folded[row.start : row.stop]:
                return True
    return False
