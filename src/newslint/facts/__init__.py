"""Facts: what is known of an article beyond its words. Each is worked out once, when first asked for.

A fact is a plain function ``name(article) -> tuple[...]`` under `@fact`. Rules call it and name it in `wakes`.

Where to look; behind a colon, what the module before it is made of:

    marks          quote_marks, voice, masks, links, language, stems, repeats
    names          names: mentions, mention_kinds, introductions; variants, offices, seats, founding, attributes
    who says what  attribution: cues, cue_frames, reading, speakers; quotes, sources
    dates          dates: calendar, date_parts, relative_dates; clock, chronology, events
    figures        figures: numerals, units, quantities, figure_reader, figure_links; rates, tables
    sums           arithmetic; changes: change_words, change_pairs; shares, sums, averages, lists, named_lists,
                   table_claims
    wordings       reckoned: sketches and the judges restated, products, compared, summed, wholes, ballots, rated,
                   lengths, lives; unfit
    claims         claims: claim_cues, triggers; unsourced, assertions, hollow, crowds, support, specifics, freshness,
                   tense
    whole article  own_voice, deal, readability, metrics, sheet, worksheet, listed
    lexicons       conditions, spelling
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
