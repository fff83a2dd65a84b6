"""Directions in copy: how long it is, what draft, what the next part is to do. They are for its maker."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.quote_marks import quoted
from newslint.lean import cache
from newslint.text.closed_classes import DO, FINITE_BE, HAVE, MODALS
from newslint.text.pattern import pattern
from newslint.text.span import Span, covering
from newslint.typed import Iterator, Pattern

_COPY = frozenset(("lede", "body", "conclusion"))
_FINITE = FINITE_BE | HAVE | DO | MODALS
_LONGEST = 90
"""Code points of a line that only says what draft this is."""
_ORDER = 14
"""Words of a sentence that is no sentence."""


@fact
def directions(article: Article) -> tuple[Span, ...]:
    """ "(Approx. 350 words)", "Final draft, version 3", "The next section will explore", "Transition to the mill."."""
    found = [*_lengths(article), *_states(article), *_steps(article)]
    if not found:
        return ()
    marks = [q.span for q in quoted(article)]
    return tuple(sorted(span for span in found if covering(marks, *span) < 0))


@cache
def _length() -> Pattern[str]:
    """A number of words between brackets, behind a whole sentence or alone."""
    return pattern(
        r"[(\[](?:(?:approx(?:\.|imately)?|about|around|roughly|circa|ca?\.|total(?: of)?|word count|length)[: "
        r"]{1,2}|~ ?)?"
        r"\d{2,4}(?:[-–]\d{2,4})? words(?: (?:total|approx\.?|long))?\.?[)\]]"
    )


def _lengths(article: Article) -> Iterator[Span]:
    if " words" not in article.folded:
        return
    for match in _length().finditer(article.folded):
        block = article.blocks[article.block_at(match.start())]
        before = article.text[block.span.start : match.start()].rstrip()
        if block.zone in _COPY and (not before or before[-1] in '.!?"”’'):
            yield Span(*match.span())


@cache
def _state() -> Pattern[str]:
    return pattern(
        r"(?:(?:final|first|second|third|rough|working|revised|clean|latest|initial|edited|approved|copy-edited|"
        r"clean) )?"
        r"draft(?: copy| version| text)?(?: ?(?:no\.|number|v|version)? ?\d[\d.]{0,3})?(?:[,;:–—-] ?| for | not for |"
        r" of \d|$)"
        r"|(?:version|revision|rev\.?|v) ?\d[\d.]{0,4}(?:,| [–—-]) ?(?:draft|final|for |not for |edited|approved|\d)"
        r"|(?:not )?for (?:publication|release|print) (?:on |in |before |until |without )?(?:(?:mon|tues|wednes|"
        r"thurs|fri|"
        r"satur|sun)day|\d|approval|editing|yet)"
    )


def _states(article: Article) -> Iterator[Span]:
    """Paragraphs that say what draft this is, and nothing else."""
    folded = article.folded
    if "draft" not in folded and "version" not in folded and "for publication" not in folded:
        return
    for block in article.blocks:
        start, end = block.span
        if end - start > _LONGEST or block.kind != "paragraph" or block.zone not in (*_COPY, "meta"):
            continue
        said = article.words.folded[article.words.at(start) : article.words.at(end)]
        if _state().match(folded, start, end) and _FINITE.isdisjoint(said):
            yield block.span


@cache
def _step() -> Pattern[str]:
    """The next part of the text, and what it will do; the way there; what is to be put in."""
    return pattern(
        r"\b(?:the|this|our) (?:next|following) (?:section|paragraph)s? (?:will|"
        r"shall|(?:is|are) "
        r"going to|aims? to|seeks? to) (?:also |then |now |briefly )?(?:explore|examine|discuss|look|outline|cover|"
        r"describe|"
        r"delve|explain|detail|consider|analy[sz]e|address|turn|focus|present|summari[sz]e|provide|highlight|review|"
        r"assess|"
        r"introduce|trace|set out|deal|go into|offer|elaborate)\b"
        r"|\b(?:transition|segue|bridge|smooth transition)(?: back)? (?:in)?to [^.\n]{3,60}"
        r"|\b(?:insert|open with|end with|close with|lead with|conclude with) (?:an? |the |one |two |"
        r"some )?"
        r"(?:\w{1,12} )?(?:quotes?|anecdote|stat|statistics?|photo|picture|map|chart|graphic|sidebar|caption|byline|"
        r"headline|"
        r"subhead|kicker)\b[^.\n]{0,60}"
    )


_STEPS = ("section", "paragraph", "segment", "transition", "segue", "bridge", "insert", " with ")


def _steps(article: Article) -> Iterator[Span]:
    folded = article.folded
    if not any(map(folded.__contains__, _STEPS)):
        return
    for match in _step().finditer(folded):
        start, end = match.span()
        if article.blocks[article.block_at(start)].zone not in _COPY:
            continue
        if folded.startswith(("the ", "this ", "our "), start):
            yield Span(start, end)
            continue
        sentence = article.sentence_at(start)
        if sentence is None or sentence.span.end - end > 2:
            continue
        opens = article.text[sentence.span.start : start].strip("[( ")
        words = article.words
        said = words.folded[words.at(start) : words.at(end)]
        if not opens and len(said) <= _ORDER and _FINITE.isdisjoint(said) and article.text[start].isupper():
            yield Span(start, end)
