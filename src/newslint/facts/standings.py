"""How things stand: the set sentences on what is not known or done yet (nobody named, no arrests, no claim).

Merged copy tells one twice, or beside its contrary.
"""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact, phrases
from newslint.facts.arithmetic import Clash
from newslint.text.span import Span
from newslint.typed import Iterator

_ELSE = frozenset(
    "another other others else elsewhere previous previously earlier former similar separate second last past "
    "initially first since when until year years ago later could might may would if".split()
)
"""Words of a sentence that tells of other people, another event or another time."""
_NONE = frozenset("no not none nobody nor never without".split())
_LAPSES = "claim"
"""What comes in time: that there is none may be told before that there is one, not behind it."""


@fact
def standing_again(article: Article) -> tuple[tuple[int, int], ...]:
    """Sentences that say what is not known or done yet, and the one that said it first."""
    found: list[tuple[int, int]] = []
    for told in _told(article, "none-told").values():
        sentences = sorted({i for i, _ in told})
        found += [(i, sentences[0]) for i in sentences[1:]]
    return tuple(found)


@fact
def standing_clashes(article: Article) -> tuple[Clash, ...]:
    """``No claim of responsibility`` in an article that has told of one; nobody hurt, and two hurt."""
    return tuple(_clashes(article))


def _clashes(article: Article) -> Iterator[Clash]:
    none = _told(article, "none-told")
    some = _told(article, "some-told") if none else {}
    for kind in none.keys() & some.keys():
        (i, first), (j, second) = some[kind][0], none[kind][-1]
        if i == j or (kind == _LAPSES and j < i):
            continue
        here, there = (article.one_line(span) for span in (second, first))
        message = f"“{here}” here, “{there}” in line {article.line_of(first.start)}. Which?"
        yield Clash(second, message, ((first, "told here"),))


def _told(article: Article, lexicon: str) -> dict[str, list[tuple[int, Span]]]:
    """By what it is, the sentences that tell of none of it, or of some, in order; not of others' or another time's."""
    found: dict[str, list[tuple[int, Span]]] = {}
    silent = _ELSE if lexicon == "none-told" else _ELSE | _NONE
    judged, tells = -1, False
    for hit in phrases(article, lexicon):
        i = article.sentence_index(hit.span.start)
        if i != judged:
            near = article.sentence_words[i]
            judged, tells = i, i >= 0 and silent.isdisjoint(article.words.folded[near.start : near.stop])
        if tells:
            found.setdefault(hit.data["hint"], []).append((i, hit.span))
    return found
