"""What an article leaves without a name from its first word to its last: who acts in it, and where."""

from __future__ import annotations

from newslint.article import Article
from newslint.data import word_list
from newslint.facts import fact, phrases
from newslint.facts.names import doubtful_names, name_table
from newslint.parts import Sentence
from newslint.text.phrases import PhraseHit
from newslint.text.span import Span

_LEAST = 100
"""Words from which an article has room for a name."""
_OPENING = 3
"""Sentences in which news says who and where."""
_MODALS = frozenset("can could may might must should would need needs ought shall".split())
"""Behind a firm that is any firm."""
_AFTER = 3
"""Words behind an actor in which they stand."""

_TOLD = 2
"""Actors that are pointed at."""


@fact
def nameless(article: Article) -> tuple[Span, ...]:
    """Words of the opening for an actor, in an article that names nobody; for a place, in one that names none.

    Bodies that every reader knows (NATO, the Kremlin) are no actors: they stand in the background of many stories.
    """
    actors, scenes = phrases(article, "nameless-actors"), phrases(article, "nameless-scenes")
    if not (actors or scenes) or article.word_count < _LEAST:
        return ()
    zones = [article.blocks[sentence.block].zone for sentence in article.sentences[:_OPENING]]
    opening = article.sentences[: zones.count("lede")]
    if not opening:
        return ()
    end = opening[-1].span.end
    actors, scenes = ([hit for hit in hits if hit.span.start < end] for hits in (actors, scenes))
    return (*_actors(article, opening, actors), *_scenes(article, opening, scenes))


def _actors(article: Article, opening: tuple[Sentence, ...], actors: list[PhraseHit]) -> list[Span]:
    """``A maker of drones has won a contract``, the first in each sentence."""
    if not actors:
        return []
    known = word_list("known-bodies") | word_list("known-things")
    if [row for row in name_table(article) if row.kind != "place" and row.name.lower() not in known]:
        return []
    starts = article.words.starts
    if any(opening[0].span.start <= starts[i] < opening[-1].span.end for i in doubtful_names(article)):
        return []
    found: list[Span] = []
    for hit in actors:
        here = article.sentence_at(hit.span.start)
        if here in opening and not (found and here and found[-1].start >= here.span.start):
            behind = article.words.folded[hit.last + 1 : hit.last + 1 + _AFTER]
            if _MODALS.isdisjoint(behind):
                found.append(hit.span)
    return found[:_TOLD]


def _scenes(article: Article, opening: tuple[Sentence, ...], scenes: list[PhraseHit]) -> list[Span]:
    """``At a home``, the first."""
    if not scenes or [row for row in name_table(article) if row.kind != "person"]:
        return []
    where = word_list("demonyms") | word_list("countries") | word_list("regions") | word_list("places")
    if article.holds(where) or any(True for _ in article.zoned("dateline")):
        return []
    return [hit.span for hit in scenes if article.sentence_at(hit.span.start) in opening][:1]
