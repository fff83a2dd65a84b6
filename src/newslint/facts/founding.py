"""Years in which companies and bodies were founded, as the article gives them."""

from __future__ import annotations

from bisect import bisect_left

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.names import name_table, names
from newslint.named import NamedTuple
from newslint.text.span import Span


class Founding(NamedTuple):
    """Who was founded when. `entity` is a row of `name_table`."""

    entity: int
    year: int
    span: Span
    """The verb to the year."""


_FOUNDED = frozenset(("founded", "established", "incorporated", "cofounded"))
_BODIES = frozenset("company firm startup business group charity agency it club bank".split())
_REACH = 6
"""Words from the verb to the year at most: "founded by two nurses in April 2019"."""


@fact
def foundings(article: Article) -> tuple[Founding, ...]:
    """Every founding year, in order: "founded in 2019", "established in May 1998 by nuns"."""
    words, folded = article.words, article.words.folded
    verbs = article.where(_FOUNDED)
    if not verbs:
        return ()
    table = name_table(article)
    bodies = [n for n in names(article) if table[n.entity].kind in ("organisation", "other")]
    starts = [n.span.start for n in bodies]
    kinds = article.where(_BODIES)
    out: list[Founding] = []
    for i in verbs:
        at = article.sentence_index(words.starts[i])
        if at < 0:
            continue
        sentence = article.sentences[at].span
        row = words.between(*sentence)
        year = 0
        last = i
        for k in range(i + 1, min(i + 1 + _REACH, row.stop)):
            if len(folded[k]) == 4 and folded[k].isdecimal() and folded[k][:2] in ("18", "19", "20"):
                if "in" in folded[i + 1 : k]:
                    year, last = int(folded[k]), k
                break
        if not year:
            continue
        before = bisect_left(starts, words.starts[i]) - 1
        body = -1
        if before >= 0 and starts[before] >= sentence.start:
            body = bodies[before].entity
        elif i == row.start:
            later = (n.entity for n in bodies[before + 1 : before + 4] if words.ends[last] <= n.span.start)
            body = next(later, -1)
        elif before >= 0 and at and bisect_left(kinds, row.start) < bisect_left(kinds, i):
            body = bodies[before].entity
        if body >= 0:
            out.append(Founding(body, year, Span(words.starts[i], words.ends[last])))
    return tuple(out)
