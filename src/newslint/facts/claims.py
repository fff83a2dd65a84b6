"""Claims: sentences that need somebody behind them (rules catalogue, Part 1, 3)."""

from __future__ import annotations

from typing import Literal, NamedTuple

from newslint.article import Article
from newslint.facts import fact
from newslint.text.span import Span

Trigger = Literal["figure", "rank", "effect", "forecast", "evaluation", "motive", "consensus"]
"""T1 to T7."""


class Claim(NamedTuple):
    """A sentence that asserts something checkable, with what makes it a claim."""

    span: Span
    sentence: int
    triggers: tuple[tuple[Trigger, Span], ...]
    """What makes it a claim, and the words that do."""
    sourced: bool
    source: Span | None
    weight: float = 0.0
    """Sum of the cue weights; the sentence is a claim when it reaches the threshold."""


@fact
def claims(article: Article) -> tuple[Claim, ...]:
    """Every claim in running text, outside quotations, in order."""
    return ()
