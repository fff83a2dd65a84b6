"""Stems of the article's words: what a sentence is about, whatever form its words have."""

from __future__ import annotations

from newslint.article import Article
from newslint.data import word_list
from newslint.facts import fact
from newslint.text.stem import root, stem


@fact
def stems(article: Article) -> tuple[str, ...]:
    """The stem of every word, in parallel with `Article.words`."""
    return tuple(map(stem, article.words.folded))


@fact
def content_roots(article: Article) -> tuple[frozenset[str], ...]:
    """For every sentence the roots of its content words, in parallel with `Article.sentences`."""
    light = word_list("function-words")
    words = article.words
    return tuple(
        frozenset(root(word) for word in words.folded[near.start : near.stop] if word not in light and len(word) > 1)
        for near in (words.between(*sentence.span) for sentence in article.sentences)
    )
