"""Claims: sentences that need somebody behind them."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.attribution import sourced_sentences
from newslint.facts.claim_cues import cue_table, cues_of_sentences, weight
from newslint.facts.triggers import Trigger, triggers_of
from newslint.named import NamedTuple
from newslint.text.span import Span


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


THRESHOLD = 0.0
"""Weight from which a sentence is a claim by its cues alone."""

_ASSERTED = frozenset(("rank", "effect", "forecast", "evaluation", "motive", "consensus"))
"""Triggers that make a claim of a sentence whatever it weighs."""


@fact
def claims(article: Article) -> tuple[Claim, ...]:
    """Every claim in running text, outside quotations, in order.

    A sentence is one when its cues reach the threshold, or when it forecasts, judges, tells an effect, a motive or a
    consensus in the third person. A claim without triggers reports a deed or a state of affairs.
    """
    by = sourced_sentences(article)
    found: list[Claim] = []
    for cues in cues_of_sentences(article):
        total = weight(cues)
        triggers = triggers_of(article, cues, cue_table().bits)
        if total < THRESHOLD and not any(trigger in _ASSERTED for trigger, _ in triggers):
            continue
        source = by.get(cues.sentence)
        span = article.sentences[cues.sentence].span
        found.append(Claim(span, cues.sentence, triggers, source is not None, source.source if source else None, total))
    return tuple(found)
