"""Quotations: words that are not the writer's, and who spoke them."""

from __future__ import annotations

from typing import Literal, NamedTuple

from newslint.article import Article
from newslint.facts import fact
from newslint.text.span import Span


class Quotation(NamedTuple):
    """A stretch in quotation marks, or a block quote."""

    span: Span
    """With its marks."""
    inner: Span
    """Without them."""
    words: int
    kind: Literal["double", "single", "block"]
    speaker: Span | None
    """Where the speaker is named, when it is known."""
    cue: Span | None
    """The reporting verb, when there is one."""
    closed: bool
    """False for a paragraph of a longer quotation, which has no closing mark."""


@fact
def quotations(article: Article) -> tuple[Quotation, ...]:
    """Every quotation of the article, outermost ones only, in order."""
    return ()
