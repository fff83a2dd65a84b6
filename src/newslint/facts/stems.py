"""Stems of the article's words: what a sentence is about, whatever form its words have."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact
from newslint.text.stem import stem


@fact
def stems(article: Article) -> tuple[str, ...]:
    """The stem of every word, in parallel with `Article.words`."""
    return tuple(map(stem, article.words.folded))
