"""Flaws that several rules see. Each has a *tag*: who speaks for it, and how far it reaches."""

from __future__ import annotations

from newslint.lean import cache
from newslint.named import NamedTuple
from newslint.typed import Literal

Reach = Literal["overlap", "sentence", "paragraph"]


class Tag(NamedTuple):
    """A flaw that several rules see."""

    name: str
    reach: Reach
    order: tuple[str, ...]
    """Winner first. Rules joined by ``=`` stand beside each other."""


def _order(names: str) -> tuple[str, ...]:
    return tuple(names.split())


BIG_WORDS = _order(
    "unsupported-superlative=unsupported-first participial-tail importance-inflation empty-label hype-adjective "
    "absolute-claim promotional-language stock-phrase vague-quantity"
)
"""Rules on words that say more than the facts do."""

TAGS = (
    Tag("leftover", "overlap", _order(
        "citation-debris unfilled-placeholder chatbot-self-reference chatbot-offer knowledge-cutoff production-label "
        "tracking-parameter broken-text truncated-text")),
    Tag("who-says-so", "sentence", _order(
        "vague-investors money-as-proof unnamed-study anonymous-source vague-attribution agentless-attribution "
        "mind-reading amount-unsourced unsourced-prediction unsourced-figure unsourced-claim")),
    Tag("investor", "sentence", _order("vague-investors investor-praise empty-label hype-adjective")),
    Tag("empty-forecast", "overlap", _order("importance-inflation unsourced-prediction vague-time")),
    Tag("last-words", "overlap", _order("empty-conclusion absolute-claim")),
    Tag("funding-over-general", "overlap", _order(
        "investor-praise=money-as-proof "
        "mind-reading=hype-adjective=importance-inflation=empty-label=negative-parallelism=stock-phrase")),
    Tag("big-words", "overlap", BIG_WORDS),
    Tag("verdict", "overlap", _order(
        "inclusive-term unsupported-superlative=unsupported-first=importance-inflation=empty-label=hype-adjective "
        "loaded-label editorialising")),
    Tag("nobody-says", "overlap", _order(
        "vague-attribution agentless-attribution absolute-claim editorialising stock-phrase vague-quantity")),
    Tag("filler", "overlap", _order(
        "empty-conclusion vague-time promotional-language throat-clearing negative-parallelism stock-phrase "
        "hedge-stack")),
    Tag("same-words", "overlap", _order(
        "participial-tail agentless-attribution vague-attribution "
        "importance-inflation=hype-adjective=empty-label=unsupported-first=unsupported-superlative=editorialising "
        "absolute-claim unsourced-prediction hedge-stack throat-clearing stock-phrase mind-reading "
        "claim-without-instance vague-quantity unsourced-claim")),
    Tag("emptiness", "paragraph", _order(
        "faq-residue empty-conclusion challenges-formula content-free-paragraph unsourced-claim")),
    Tag("number", "overlap", _order(
        "interest-arithmetic percent-change-mismatch total-mismatch conversion-mismatch conflicting-figures "
        "date-contradiction impossible-comparison percent-vs-points ap-money inconsistent-notation unsourced-figure")),
    Tag("repetition", "overlap", _order("repeated-sentence restated-fact repeated-phrase repeated-opening")),
)  # fmt: skip


@cache
def ranks() -> dict[str, dict[str, int]]:
    """For each tag the place of its rules in the order."""
    return {tag.name: {name: i for i, row in enumerate(tag.order) for name in row.split("=")} for tag in TAGS}
