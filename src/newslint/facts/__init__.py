"""Facts: what is known of an article beyond its words. Each is worked out once, when first asked for.

A fact is a plain function ``name(article) -> tuple[...]`` under `@fact`. Rules call it and name it in `wakes`; the
article remembers it by its address, so that two modules may have facts of one name.

Where to look; behind a colon, what the module before it is made of:

    marks          quote_marks, unpaired_marks, voice, no_writer, links, language, stems, repeats, echoes
    structure      sections, outline, directions, broken_off
    names          names: mentions, mention_kinds, introductions; variants, offices, seats, founding, attributes,
                   nameless, instances
    who says what  attribution: cues, cue_verbs, cue_senses, cue_frames, subjects, speakers, reading; quotes, sources,
                   groups, answerable, holders, standings, study_forms; unnamed: unnamed_cues
    dates          dates: calendar, date_parts, relative_dates; clock, chronology, events
    figures        figures: numerals, units, quantities, figure_reader; sizes, restated, page_counts, exchange_rates,
                   tables
    sums           arithmetic; changes: change_words, change_pairs; shares, sums, lists, table_claims
    wordings       reckoned: sketches and the judges part_and_whole, products, compared, summed, parting, wholes,
                   ballots, percentages, lengths, lives; unfit
    claims         claims: claim_cues, triggers; unsourced, assertions, bare, hollow, habits, crowds, crowd_frames,
                   crowd_views, responses, support, freshness, tense
    whole article  own_voice; deal: deal_terms, backers; readability, metrics, sheet, worksheet, listed_facts
    lexicons       conditions
"""

from __future__ import annotations

import sys

from newslint.article import Article
from newslint.facts.conditions import ASKED, stands
from newslint.lean import wraps
from newslint.text.phrases import PhraseHit, hits_of
from newslint.typed import Any, Callable, Iterable, Iterator, TypeVar

T = TypeVar("T")


def address(function: Callable[..., object]) -> str:
    """``module:name`` of a function, by which it is found again."""
    return f"{function.__module__}:{function.__name__}"


def fact_at(address: str) -> Callable[[Article], Any]:
    """The fact at an address."""
    module, _, name = address.partition(":")
    __import__(module)
    found: Callable[[Article], Any] = getattr(sys.modules[module], name)
    return found


def fact(work_out: Callable[[Article], T]) -> Callable[[Article], T]:
    """Remember the function's answer on the article."""
    key = address(work_out)

    @wraps(work_out)
    def known(article: Article) -> T:
        try:
            answer: T = article.facts[key]
        except KeyError:
            ledger = article.context.ledger
            answer = (
                work_out(article)
                if ledger is None
                else ledger.charge(f"{work_out.__name__.lstrip('_')} (fact)", work_out, article)
            )
            article.facts[key] = answer
        return answer

    return known


def phrases(article: Article, lexicon: str) -> list[PhraseHit]:
    """What the article holds of a lexicon or of a rule's phrases, in order, longest match first.

    Phrases whose conditions (not-after, not-before, unless, only-with, case) silence them are left out.
    """
    heard = article.context.heard
    if heard is None:
        return []
    found, asked = heard
    hits = asked.get(lexicon)
    if hits is None:
        hits = asked[lexicon] = []
        if lexicon in found:
            hits += [
                hit
                for hit in hits_of(article.words, found[lexicon])
                if not hit.data or ASKED.isdisjoint(hit.data) or stands(article, hit, hit.data)
            ]
    return hits


def lexicons_here(article: Article, lexicons: Iterable[str]) -> list[str]:
    """Those of the lexicons and rules of which the article holds a phrase, whatever its conditions say."""
    heard = article.context.heard
    return [lexicon for lexicon in lexicons if lexicon in heard.found] if heard else []


def phrases_in_sentences(article: Article, lexicon: str) -> Iterator[tuple[PhraseHit, range]]:
    """The same of those that stand in sentences, each with the indexes of its sentence's words."""
    for hit in phrases(article, lexicon):
        sentence = article.sentence_index(hit.span.start)
        if sentence >= 0:
            yield hit, article.sentence_words[sentence]
