"""Stems of the article's words: what a sentence is about, whatever form its words have."""

from __future__ import annotations

from newslint.article import Article
from newslint.data import word_list
from newslint.facts import fact
from newslint.facts.names import named_words
from newslint.facts.voice import masks
from newslint.named import NamedTuple
from newslint.text.span import Span
from newslint.text.stem import stem
from newslint.text.table import cached_on_disk
from newslint.text.words import by_word
from newslint.typed import Sequence


@fact
def stems(article: Article) -> tuple[str, ...]:
    """The stem of every word, in parallel with `Article.words`."""
    return tuple(map(stem, article.words.folded))


class Contents(NamedTuple):
    """What the sentences of an article say, for comparing them."""

    keys: Sequence[frozenset[str]]
    """Of each sentence the stems of its content words, and each name as one key, whatever its form."""
    names: frozenset[str]
    """The keys that are names."""


@fact
def contents(article: Article) -> Contents:
    """What the sentences say; links and addresses say nothing."""
    words, keys = article.words, list(map(_content, article.words.folded))
    names = {i: f"={entity}" for i, entity in named_words(article).items()}
    for i, name in names.items():
        keys[i] = name
    if "://" in article.folded or "www." in article.folded:
        for span in masks(article):
            if _is_address(article, span):
                near = words.between(*span)
                keys[near.start : near.stop] = [""] * len(near)
    by_sentence = [frozenset(filter(None, keys[near.start : near.stop])) for near in article.sentence_words]
    return Contents(by_sentence, frozenset(names.values()))


@by_word
def _content(word: str) -> str:
    """The word's stem, or the empty string where it has no content."""
    base = stem(word)
    return "" if base in _light() else base


@cached_on_disk
def _light() -> frozenset[str]:
    """The stems of function words."""
    return frozenset(map(stem, word_list("function-words")))


def _is_address(article: Article, span: Span) -> bool:
    return "://" in article.folded[span.start : span.end] or article.folded.startswith("www.", span.start)
