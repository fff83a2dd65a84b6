"""Attribution: which words stand on whose authority (rules catalogue, Part 1, 2; PolNeAR's source, cue, content)."""

from __future__ import annotations

from typing import Literal, NamedTuple

from newslint.article import Article
from newslint.facts import fact
from newslint.text.span import Span

SourceClass = Literal["person", "organisation", "anonymous", "generic", "none"]
"""S1 named person, S2 named organisation or document, S3 anonymous with basis, S4 generic group, S5 nobody."""


class Attribution(NamedTuple):
    """A cue, its source and the words it covers."""

    span: Span
    """Content, cue and source together, as a rule the sentence or the part of it that is reported."""
    cue: Span
    source: Span | None
    source_class: SourceClass
    sentence: int
    """Index in `Article.sentences`."""
    quoted: bool
    carried: bool = False
    """True where the sentence has no cue of its own and carries the one before over."""


class Source(NamedTuple):
    """One source of the article, all its mentions joined."""

    name: str
    source_class: SourceClass
    role: str
    mentions: tuple[Span, ...]


@fact
def attributions(article: Article) -> tuple[Attribution, ...]:
    """Every attribution, in order of place."""
    return ()


@fact
def sources(article: Article) -> tuple[Source, ...]:
    """Who is quoted or cited, each once, in order of first mention."""
    return ()


@fact
def sourced_sentences(article: Article) -> dict[int, Attribution]:  # type: ignore[type-var]
    """For each sentence that S1, S2 or S3 stands behind (carry-over included), the attribution that does it."""
    return {}
