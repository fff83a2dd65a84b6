"""Echoes: sentences that say in other words what an earlier one said, or what the quotation beside them says."""

from __future__ import annotations

from itertools import chain
from math import log

from newslint.article import Article
from newslint.facts.attribution import attributions
from newslint.facts.freshness import fresh_sentences
from newslint.facts.hollow import RUNNING
from newslint.lean import Tally
from newslint.text.stem import stem
from newslint.text.table import cached_on_disk, read_table
from newslint.typed import Iterator, Sequence

_ECHO = 520
"""Weight of what two sentences share, times the share of the later one's words, from which it is an echo (measured on
94 articles marked by hand: of 14 sentences above 500 that the plain comparison had missed and that bring no news, 8
were marked as repeats)."""
_NAME = 350
"""What a shared name counts where a shared word, of which there is no other, counts 1000."""
_TOLD = frozenset(("body", "conclusion"))
_RARE = 590
"""Weight of one shared word at least: it stands in two sentences and no more, and is not what all of them are about."""
_PLAIN = 1.6
"""How many times the weight of an echo makes one of a sentence that brings a date or a source, or whose words all are
common in the article: five of them at least."""
_FIVE = 5
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


def echoes(
    article: Article,
    contents: Sequence[frozenset[str]],
    names: frozenset[str],
    quoted: frozenset[int],
    told: frozenset[int],
) -> Iterator[tuple[int, int]]:
    """Indexes of a sentence and of the one that it echoes, each sentence once.

    `contents`: for every sentence the stems of its content words, and its names, each as one key; `names`: the keys of
    names; `quoted`: indexes of the sentences that are mostly somebody's words; `told`: of those not asked about.
    """
    same = _synonyms()
    known = same.keys() & frozenset().union(*contents)
    contents = [
        content if content.isdisjoint(known) else content - known | {same[key] for key in content & known}
        for content in contents
    ]
    requoted = dict(_requoted(article, contents, names, quoted))
    fresh, sentences = fresh_sentences(article), article.sentences
    often = Tally(chain.from_iterable(contents))
    counts = set(often.values())
    of_word, of_name = ({n: round(most / (1 + log(n))) for n in counts} for most in (1000, _NAME))
    weight = {key: of_word[n] for key, n in often.items()}
    weight |= {key: of_name[often[key]] for key in names if key in often}
    open_to = [
        i
        for i, (content, (_, block)) in enumerate(zip(contents, sentences, strict=True))
        if content and article.blocks[block].zone in RUNNING and i not in quoted
    ]
    shared = frozenset([key for key, n in often.items() if n > 1])
    news = names.union([key for key in often if key[0].isdigit()])
    met: set[str] = set()
    heard = 0
    for n, i in enumerate(open_to):
        if i in told:
            continue
        if i in requoted:
            yield i, requoted[i]
            continue
        content = contents[i]
        last, length = article.text[sentences[i].span.end - 1], len(article.sentence_words[i])
        if last in "?:" or length < (_BROKEN_OFF if last.isalpha() else _LEAST):
            continue
        bar = _ECHO * sum(map(weight.__getitem__, content)) * (_PLAIN if i in fresh else 1)
        again = content & shared
        if len(again) ** 2 * 1_000_000 < bar:
            continue
        if i in fresh:
            met.update(*contents[heard:i])
            heard = i
            if not news.isdisjoint(content - met) or article.blocks[sentences[i].block].zone not in _TOLD:
                continue
        best = first = -1
        for j in open_to[max(0, n - _LOOKED_BACK) : n]:
            both = again & contents[j]
            if len(both) ** 2 * 1_000_000 < bar:
                continue
            common = sum(map(weight.__getitem__, both))
            if common**2 >= bar and common > best:
                plain = both - names
                rare = i not in fresh and len(plain) > 1 and max(map(weight.__getitem__, plain)) >= _RARE
                if rare or (len(plain) >= _FIVE and (i in fresh or common**2 >= _PLAIN * bar)):
                    best, first = common, j
        if first >= 0:
            yield i, first


def _requoted(
    article: Article, contents: Sequence[frozenset[str]], names: frozenset[str], quoted: frozenset[int]
) -> Iterator[tuple[int, int]]:
    """Indirect speech beside a quotation that says the same, and where the quotation is."""
    sentences, words = article.sentences, article.words
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
        own = set(contents[i] - names)
        for span in (said.cue, said.source):
            if span:
                at = words.between(*span)
                own.difference_update(map(_key, words.folded[at.start : at.stop]))
        common = own.intersection(chain.from_iterable([contents[j] for j in near]))
        if len(common) >= _COMMON and len(common) >= _REQUOTED * len(own):
            yield i, max(near, key=lambda j: len(own & contents[j]))


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
