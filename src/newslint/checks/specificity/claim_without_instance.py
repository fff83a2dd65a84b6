from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newslint import Article, Hit, Sentence, Span, names, phrases, quotations, rule

_INSTANCE = frozenset(("including", "include", "includes", "namely", "like", "e.g", "notably", "especially"))


@rule(
    "warning",
    wakes=["unnamed-instances"],
    why="AP on specifics; profiles written without reporting praise in the plural.",
    exceptions="Quotations; a name, figure, title or “such as” in the sentence or the next one.",
    bad=[
        "The lab has <<made substantial contributions>> to the field.",
        "He has <<won numerous awards>> and is known for his work.",
        "The firm stands behind <<numerous technological innovations>>.",
    ],
    good=[
        "The lab has made substantial contributions to the field. It released Orca-2, which reads maps, in May.",
        "He won the 2021 Gairdner award and two prizes of the city of Holm.",
        "The firm stands behind several innovations, such as the folding crane.",
        'Brandt said the lab had "made substantial contributions to the field".',
    ],
)
def claim_without_instance(article: Article) -> Iterator[Hit]:
    """An achievement is claimed in the plural and not one is named.

    "Numerous innovations" costs the writer nothing and tells the reader nothing. Name one, with its date; if none can
    be named, the claim has no ground.
    """
    found = [hit for hit in phrases(article, "unnamed-instances") if article.sentence_index(hit.span.start) >= 0]
    if not found:
        return
    told = _told(article)
    words = article.words.folded
    by_sentence: dict[int, list[Span]] = {}
    for hit in found:
        i = article.sentence_index(hit.span.start)
        here, after = article.sentences[i], article.sentences[i + 1 : i + 2]
        if i in told or _has_digit(article, here):
            continue
        if any(s.block == here.block and (i + 1 in told or _goes_on(article, s)) for s in after):
            continue
        near = article.words.between(*here.span)
        rest = words[hit.last + 1 : near.stop]
        if not _INSTANCE.isdisjoint(rest) or _such_as(rest) or ":" in article.text[hit.span.end : here.span.end]:
            continue
        by_sentence.setdefault(i, []).append(hit.span)
    for first, *more in by_sentence.values():
        said = " ".join(article.text[first.start : first.end].split())
        message = f"Name one: “{said}” without an instance is an empty claim."
        yield Hit(first, message, also_here=tuple(more))


def _such_as(rest: list[str]) -> bool:
    pairs = set(pairwise(rest))
    return not pairs.isdisjoint({("such", "as"), ("for", "example"), ("for", "instance"), ("among", "them")})


def _goes_on(article: Article, sentence: Sentence) -> bool:
    """True when the sentence speaks of the same one and has a number: "It released Orca-2"."""
    first = article.words.folded[article.words.at(sentence.span.start)]
    return first in ("it", "he", "she", "they", "its", "his", "her", "their") and _has_digit(article, sentence)


def _has_digit(article: Article, sentence: Sentence) -> bool:
    return any(map(str.isdigit, article.text[sentence.span.start : sentence.span.end]))


def _told(article: Article) -> set[int]:
    """Sentences that tell something: a quotation, or a name not heard before."""
    told = {article.sentence_index(quotation.span.start) for quotation in quotations(article)}
    known: set[int] = set()
    for name in names(article):
        if name.entity not in known:
            known.add(name.entity)
            if article.blocks[article.block_at(name.span.start)].zone not in ("headline", "dek", "lede"):
                told.add(article.sentence_index(name.span.start))
    return told
