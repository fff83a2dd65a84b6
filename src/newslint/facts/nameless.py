"""What an article leaves without a name from its first word to its last: who acts in it, and where."""

from __future__ import annotations

from newslint.article import Article
from newslint.data import word_list
from newslint.facts import fact, phrases
from newslint.facts.names import doubtful_names, name_mentions, name_table, names
from newslint.parts import PROSE, Sentence
from newslint.text.closed_classes import MODALS
from newslint.text.phrases import PhraseHit
from newslint.text.span import Span
from newslint.typed import Set

_LEAST = 100
"""Words from which an article has room for a name."""
_OPENING = 3
"""Sentences in which news says who and where."""
_MODALS = MODALS | {"need", "needs", "ought"}
"""Behind a firm that is any firm."""
_AFTER = 3
"""Words behind an actor in which they stand."""

_TOLD = 2
"""Actors that are pointed at."""
_HEAD = 4
"""Words of a sentence among which its subject begins: ``organizers of this year's festival``."""

_WHERE = frozenset(
    "in near across around at from outside off on within throughout along between through into as to of via".split()
)
"""Before a name that says where, or of what kind."""
_LISTS = frozenset((",", "and", ", and", "or", "and the"))
"""Between the names of one list."""
_PUBLIC = frozenset(
    "administration agency association authority commission committee congress council court department government "
    "ministry office parliament police senate treasury".split()
)
"""In the names of bodies to whom a firm applies and answers."""


@fact
def nameless(article: Article) -> tuple[Span, ...]:
    """Words of the opening for an actor, in an article that names nobody, or nobody who can be it; for a place, in one
    that names none.

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
        actors = [hit for hit in actors if _heads(article, hit)]
        if not actors or _acting(article, known):
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


def _heads(article: Article, hit: PhraseHit) -> bool:
    """``A maker of drones has won``, ``Students in the district will``: who the sentence is about."""
    i = article.sentence_index(hit.span.start)
    said = article.text[slice(*hit.span)]
    told = "," in said or " former " in said or (said[:3] == "the" and not said.islower())  # "the Syrian group"
    return "hint" in hit.data and i >= 0 and hit.first - article.sentence_words[i].start < _HEAD and not told


def _acting(article: Article, known: Set[str]) -> bool:
    """True where some name of the article can be that of a firm or a festival: it is no person's, no public body's, and
    says more than where things are ("in Plano, Frisco and McKinney")."""
    table, words, end, listed = name_table(article), article.words, 0, False
    for mention, (span, text, kind, entity) in zip(name_mentions(article), names(article), strict=True):
        block = article.blocks[article.block_at(span.start)]
        before = words.folded[max(0, mention.first - 2) : mention.first]
        if before[-1:] in (["the"], ["a"], ["an"], ["nearby"]):
            before.pop()
        sited = bool(before) and before[-1] in _WHERE and words.starts[mention.first] > block.span.start
        listed = sited or (listed and article.text[end : span.start].strip() in _LISTS)
        end = span.end
        if listed or block.kind != "paragraph" or block.zone not in PROSE or kind in ("place", "person"):
            continue
        name = table[entity].name.lower()
        if name not in known and _PUBLIC.isdisjoint(name.split()) and not _is_common(article, text):
            return True
    return False


def _is_common(article: Article, name: str) -> bool:
    """A word that headings have with a capital and sentences without."""
    said = name.lower()
    return " " not in name and any(
        article.text[article.words.starts[i]].islower()
        for i in article.where(frozenset((said, said.removesuffix("s"))))
    )
