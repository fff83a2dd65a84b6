"""Papers whose length is told twice: ``the 102-page report``, ``the 111-page report``."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.arithmetic import Clash
from newslint.lean import cache
from newslint.text.pattern import pattern
from newslint.text.span import Span
from newslint.typed import Pattern

_ANY = "document"
"""What every paper may be called."""


@fact
def page_clashes(article: Article) -> tuple[Clash, ...]:
    """The first paper that has another number of pages than before, if any."""
    known: dict[str, tuple[Span, str]] = {}
    for match in _paper().finditer(article.folded):
        pages, noun = match.groups()
        for other in tuple(known) if noun == _ANY else (noun, _ANY):
            before, said = known.get(other, (None, pages))
            if before is not None and said != pages:
                message = f"{pages} pages here, {said} in line {article.line_of(before.start)}. Which?"
                return (Clash(Span(match.start(1), match.end()), message, ((before, "the other length"),)),)
        known[noun] = Span(match.start(1), match.end()), pages
    return ()


@cache
def _paper() -> Pattern[str]:
    return pattern(
        r"\bthe (\d+)-page (bill|complaint|document|indictment|judge?ment|letter|memo|motion|opinion|paper|plan|report|"
        r"ruling|study|verdict)\b"
    )
