"""Facts: what is known of an article beyond its words. Each is worked out once, when first asked for.

A fact is a plain function ``name(article) -> tuple[...]`` under `@fact`. Rules call it and name it in `wakes`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from newslint.article import Article
from newslint.facts.conditions import stands
from newslint.text.phrases import PhraseHit
from newslint.typed import TypeVar

T = TypeVar("T")


def fact(work_out: Callable[[Article], T]) -> Callable[[Article], T]:
    """Remember the function's answer on the article."""
    key = work_out.__name__

    @wraps(work_out)
    def known(article: Article) -> T:
        try:
            answer: T = article.facts[key]
        except KeyError:
            ledger = article.facts.get("ledger")
            answer = (
                work_out(article) if ledger is None else ledger.charge(f"{key.lstrip('_')} (fact)", work_out, article)
            )
            article.facts[key] = answer
        return answer

    return known


def phrases(article: Article, lexicon: str) -> list[PhraseHit]:
    """What the article holds of a lexicon or of a rule's phrases, in order, longest match first.

    Phrases whose conditions (not-after, not-before, unless, only-with, case) silence them are left out.
    """
    found: dict[str, list[PhraseHit]] = article.facts.get("phrases", {})
    hits = found.get(lexicon, [])
    return [hit for hit in hits if not hit.data or stands(article, hit, hit.data)]
