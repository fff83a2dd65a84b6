"""Echoes: sentences that say in other words what an earlier one said, or what the quotation beside them says, and such
that give its figures again."""

from __future__ import annotations

from itertools import chain
from math import log

from newslint.article import Article
from newslint.facts.attribution import attributions
from newslint.facts.figures import Figure, figures
from newslint.facts.freshness import fresh_sentences
from newslint.facts.names import named_words
from newslint.facts.quotes import quoted_sentences
from newslint.facts.stems import contents
from newslint.lean import Tally
from newslint.named import NamedTuple
from newslint.parts import STORY
from newslint.text.stem import stem
from newslint.text.table import cached_on_disk, read_table
from newslint.typed import Iterator, Mapping, Sequence

_ECHO = 570
"""Weight of what two sentences share, times its share of the lighter one's words, from which the later is an echo
(measured on 582 articles marked by hand: of 150 such sentences in copy full of flaws two thirds were marked as
repeats)."""
_WORD = 1000
"""What a word counts that two sentences share, if it stood in no other."""
_NAME = 350
"""What a name counts that two sentences share, if it stood in no other."""
_RARE = 590
"""Weight of one of three shared words at least: it stands in two sentences and no
more, and is not what all are about ..."""
_FIVE = 5
"""... or so many shared words are enough, whatever each of them weighs."""
_FRESH = 1.6
"""How many times the weight of an echo makes one of a sentence that brings a name, a figure, a date or a source ..."""
_TOP = 1.2
"""... and how much less of it will do for what the first two sentences said."""
_LEAST = 6
"""Words of a sentence that can say something again."""
_BROKEN_OFF = 12
"""Words of a sentence without a mark at its end that can say something again."""
_LOOKED_BACK = 80
"""Earlier sentences that one is compared with."""
_BESIDE = 2
"""Sentences between a paraphrase and its quotation at most, and paragraphs."""
_REQUOTED = 0.45
"""Share of the words of indirect speech that the quotation beside it holds, from which it only announces it ..."""
_COMMON = 3
"""... and how many such words there must be."""

_ROUNDED = 0.005
"""What a figure given again may differ by, as a share of it: 44.81 % and 44.8 %."""
_ANY_NOUN = 20
"""Counts from which it does not matter of what they are: “40 killed” and “40 people died”."""
_TELLING = 10
"""Figures that come back by chance are below; one of those given again must not be."""
_NO_FACT = frozenset(("rank", "multiple"))


def figures_again(article: Article) -> Iterator[tuple[int, int]]:
    """Indexes of a sentence with two figures or more, and of an earlier one that has them all; no name is new.

    (Measured: none in 190 reports and 300 pieces by careful writers; all but one of twelve in 600 generated articles
    were marked as repeats.)
    """
    said: dict[int, list[Figure]] = {}
    named = set(named_words(article))
    told: list[Figure] = []
    for figure in figures(article):
        first, last = figure.words
        if not figure.unit and first - 1 in named:
            named.update(range(first, last + 1))  # "Vela 3.3 70B"
        elif figure.kind not in _NO_FACT and figure.value > 2:
            told.append(figure)
    for figure, i in zip(told, article.sentence_indexes([f.span.start for f in told]), strict=True):
        if i >= 0 and article.blocks[article.sentences[i].block].zone in STORY:
            said.setdefault(i, []).append(figure)
    several = [i for i, row in said.items() if len({(f.kind, f.value) for f in row}) > 1]
    kinds = {i: {f.kind for f in said[i]} for i in several}
    for n, i in enumerate(several):
        if not any(f.value >= _TELLING for f in said[i]) or len(article.sentence_words[i]) < _LEAST:
            continue
        before = [j for j in several[max(0, n - _LOOKED_BACK) : n] if kinds[i] <= kinds[j]]
        first = next((j for j in before if all(any(_same(f, g) for g in said[j]) for f in said[i])), -1)
        if first >= 0 and i not in quoted_sentences(article) and _no_new_name(article, i, first):
            yield i, first


def _same(one: Figure, other: Figure) -> bool:
    unit = one.unit == other.unit or (one.kind == "count" and one.value >= _ANY_NOUN)
    return one.kind == other.kind and unit and abs(one.value - other.value) <= _ROUNDED * max(one.value, other.value)


def _no_new_name(article: Article, i: int, first: int) -> bool:
    """The two share a word or a name, and every name of the later one stands before, its last word at least."""
    said, words, row = contents(article), article.words, article.sentence_words[i]
    common = [key for key in said.keys[i] & said.keys[first] if not key[0].isdigit()]
    bearing = named_words(article)
    named = [k for k in row if k in bearing]
    lasts = [words.folded[k].removesuffix("'s") for k in named if k + 1 not in named]
    return bool(common) and all(article.places.get(last, (row.start,))[0] < row.start for last in lasts)


def echoes(article: Article, told: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Indexes of a sentence and of the one that it echoes, each sentence once; those in `told` are not asked about."""
    said = _weighed(article)
    requoted = dict(_requoted(article, said))
    fresh, sentences, quoted = fresh_sentences(article), article.sentences, quoted_sentences(article)
    open_to = [
        i
        for i, (keys, (_, block)) in enumerate(zip(said.keys, sentences, strict=True))
        if keys and article.blocks[block].zone in STORY and i not in quoted
    ]
    whole = [sum(map(said.weight.__getitem__, keys)) for keys in said.keys]
    for n, i in enumerate(open_to):
        if i in told:
            continue
        if i in requoted:
            yield i, requoted[i]
            continue
        last, length = article.text[sentences[i].span.end - 1], len(article.sentence_words[i])
        again = said.keys[i] & said.shared
        if last in "?:" or len(again) < 3 or length < (_BROKEN_OFF if last.isalpha() else _LEAST):
            continue  # it asks, announces, or is too short to say anything
        bar = _ECHO * (_FRESH if i in fresh else 1)
        first = _echoed(said, whole, i, open_to[max(0, n - _LOOKED_BACK) : n], bar)
        if first >= 0:
            yield i, first


class _Weighed(NamedTuple):
    """What the sentences say, words of one meaning being one, and what it weighs that two of them say it."""

    keys: Sequence[frozenset[str]]
    """Of each sentence its stems and names."""
    names: frozenset[str]
    weight: Mapping[str, int]
    """Of each key: the rarer, the more."""
    shared: frozenset[str]
    """Keys that stand in more than one sentence."""


def _weighed(article: Article) -> _Weighed:
    """What the article says, weighed."""
    all_keys, names = contents(article)
    same = _synonyms()
    known = same.keys() & frozenset().union(*all_keys)
    if known:
        all_keys = [
            keys if keys.isdisjoint(known) else (keys - known).union(map(same.__getitem__, keys & known))
            for keys in all_keys
        ]
    often = Tally(chain.from_iterable(all_keys))
    counts = set(often.values())
    of_word, of_name = ({n: round(most / (1 + log(n))) for n in counts} for most in (_WORD, _NAME))
    weight = {key: of_word[n] for key, n in often.items()}
    weight |= {key: of_name[often[key]] for key in names if key in often}
    shared = frozenset([key for key, n in often.items() if n > 1])
    return _Weighed(all_keys, names, weight, shared)


def _echoed(said: _Weighed, whole: Sequence[int], i: int, earlier: Sequence[int], bar: float) -> int:
    """The earlier sentence that shares most with sentence `i`, and enough to be echoed; else -1. `whole` has the
    weight of each sentence.

    The square of the weight of what both share is asked, so that nothing is divided: a weight times its share.
    """
    weight, again, own = said.weight.__getitem__, said.keys[i] & said.shared, whole[i]
    best, first = 1.0, -1
    for j in earlier:
        both = again & said.keys[j]
        if len(both) < 3:
            continue
        needed = bar * min(own, whole[j]) / (_TOP if j < 2 else 1)
        if (len(both) * _WORD) ** 2 < needed * best:  # too few, even if none of them stood elsewhere
            continue
        enough = sum(map(weight, both)) ** 2 / needed
        if enough >= best:
            words = both - said.names
            if len(words) >= _FIVE or (len(words) > 2 and max(map(weight, words)) >= _RARE):
                best, first = enough, j
    return first


def _requoted(article: Article, weighed: _Weighed) -> Iterator[tuple[int, int]]:
    """Indirect speech beside a quotation that says the same, and where the quotation is."""
    sentences, words, quoted, keys = article.sentences, article.words, quoted_sentences(article), weighed.keys
    beside = {j + step for j in quoted for step in range(-_BESIDE, _BESIDE + 1)} - quoted
    for said in attributions(article):
        i = said.sentence
        if i not in beside or said.quoted or said.kind != "speech":
            continue
        near = [j for j in range(max(0, i - _BESIDE), min(len(sentences), i + _BESIDE + 1)) if j in quoted]
        if not near:
            continue
        own = set(keys[i] - weighed.names)
        for span in (said.cue, said.source):
            if span:
                at = words.between(*span)
                own.difference_update(map(_key, words.folded[at.start : at.stop]))
        common = own.intersection(chain.from_iterable([keys[j] for j in near]))
        if len(common) >= _COMMON and len(common) >= _REQUOTED * len(own):
            yield i, max(near, key=lambda j: len(own & keys[j]))


def _key(word: str) -> str:
    base = stem(word)
    return _synonyms().get(base, base)


@cached_on_disk
def _synonyms() -> dict[str, str]:
    """For every stem of a group of `data/synonyms.txt` the name of the group."""
    found: dict[str, str] = {}
    for line in read_table("synonyms").split("\n"):
        if line and line[0] != "#":
            group = line.split()
            for word in group:
                found.setdefault(stem(word), f"~{group[0]}")
    return found
