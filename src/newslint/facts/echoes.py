"""Echoes: sentences that say in other words what an earlier one said, or what the quotation beside them says."""

from __future__ import annotations

from itertools import chain
from math import log

from newslint.article import Article
from newslint.facts.attribution import attributions
from newslint.facts.freshness import fresh_sentences
from newslint.facts.quotes import quoted_sentences
from newslint.facts.stems import contents
from newslint.lean import Tally
from newslint.named import NamedTuple
from newslint.parts import STORY
from newslint.text.stem import stem
from newslint.text.table import cached_on_disk, read_table
from newslint.typed import Iterator, Mapping, Sequence

_ECHO = 520
"""Weight of what two sentences share, times its share of the later one's words, from which it is an echo (measured on
94 articles marked by hand: of 14 sentences above 500 that the plain comparison had missed and that bring no news, 8
were marked as repeats)."""
_WORD = 1000
"""What a word counts that two sentences share, if it stood in no other."""
_NAME = 350
"""The same of a name."""
_TOLD = frozenset(("body", "conclusion"))
_RARE = 590
"""Weight of one shared word at least: it stands in two sentences and no more, and is not what all of them are about."""
_PLAIN = 1.6
"""How many times the weight of an echo makes one of a sentence that brings a date or a source, or whose words all are
common in the article: five of them at least."""
_FIVE = 5
_MANY = 6
"""The same of a sentence that brings a name or a figure as well, or stands in the first paragraph."""
_LEAST = 6
"""Words of a sentence that can say something again."""
_BROKEN_OFF = 12
"""The same of a sentence without an end."""
_LOOKED_BACK = 80
"""Earlier sentences that one is compared with."""
_BESIDE = 2
"""Sentences between a paraphrase and its quotation at most, and paragraphs."""
_REQUOTED = 0.45
"""Share of the words of indirect speech that the quotation beside it holds, from which it only announces it ..."""
_COMMON = 3
"""... and how many that must be."""


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
    met: set[str] = set()
    heard = 0
    for n, i in enumerate(open_to):
        if i in told:
            continue
        if i in requoted:
            yield i, requoted[i]
            continue
        last, length = article.text[sentences[i].span.end - 1], len(article.sentence_words[i])
        if last in "?:" or length < (_BROKEN_OFF if last.isalpha() else _LEAST):
            continue  # it asks, announces, or is too short to say anything
        keys, is_fresh, least = said.keys[i], i in fresh, _FIVE
        # The square of the weight that both must share, so that nothing is divided: a weight times its share.
        bar = _ECHO * sum(map(said.weight.__getitem__, keys)) * (_PLAIN if is_fresh else 1)
        again = keys & said.shared
        if (len(again) * _WORD) ** 2 < bar:
            continue
        if is_fresh:
            met.update(*said.keys[heard:i])
            heard = i
            if not said.news.isdisjoint(keys - met) or article.blocks[sentences[i].block].zone not in _TOLD:
                least = _MANY
        first = _echoed(said, again, open_to[max(0, n - _LOOKED_BACK) : n], bar, least, is_fresh)
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
    news: frozenset[str]
    """Names and figures."""


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
    news = names.union([key for key in often if key[0].isdigit()])
    return _Weighed(all_keys, names, weight, shared, news)


def _echoed(
    said: _Weighed, again: frozenset[str], earlier: Sequence[int], bar: float, least: int, is_fresh: bool
) -> int:
    """The earlier sentence that has most of `again`, the keys that stand elsewhere, and enough to be echoed; else -1.

    One rare word among them will do, or as many as `least` of any kind; in a sentence that `is_fresh` only these.
    """
    weight = said.weight.__getitem__
    best = first = -1
    for j in earlier:
        both = again & said.keys[j]
        if (len(both) * _WORD) ** 2 < bar:  # too few, even if none of them stood elsewhere
            continue
        common = sum(map(weight, both))
        if common**2 >= bar and common > best:
            words = both - said.names
            rare = not is_fresh and len(words) > 1 and max(map(weight, words)) >= _RARE
            if rare or (len(words) >= least and (is_fresh or common**2 >= _PLAIN * bar)):
                best, first = common, j
    return first


def _requoted(article: Article, weighed: _Weighed) -> Iterator[tuple[int, int]]:
    """Indirect speech beside a quotation that says the same, and where the quotation is."""
    sentences, words, quoted, keys = article.sentences, article.words, quoted_sentences(article), weighed.keys
    beside = {j + step for j in quoted for step in range(-_BESIDE, _BESIDE + 1)} - quoted
    for said in attributions(article):
        i = said.sentence
        if i not in beside or i < 0 or said.quoted or said.carried or said.kind != "speech":
            continue
        near = [
            j
            for j in range(max(0, i - _BESIDE), min(len(sentences), i + _BESIDE + 1))
            if j in quoted and abs(sentences[j].block - sentences[i].block) < _BESIDE
        ]
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
