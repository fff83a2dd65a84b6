"""The figures of an article that JSON and summaries show."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts.claims import claims
from newslint.facts.quotes import quotations
from newslint.facts.readability import readability
from newslint.facts.sources import sources


def metrics(article: Article) -> dict[str, float | int | None]:
    """Sentences, readability (None without running text), named sources, quotations and claims."""
    found = claims(article)
    counts = readability(article)
    return {
        "sentences": len(article.sentences),
        "flesch_kincaid_grade": round(counts.flesch_kincaid_grade, 1) if counts.words else None,
        "flesch_reading_ease": round(counts.flesch_reading_ease, 1) if counts.words else None,
        "named_sources": sum(s.source_class in ("person", "organisation") for s in sources(article)),
        "quotes": len(quotations(article)),
        "claims": len(found),
        "unsourced_claims": sum(not claim.sourced for claim in found),
    }
