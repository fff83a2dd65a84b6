from __future__ import annotations

from newslint import Article, Hit, Iterator, Span, Tally, name_table, quotations, rule

_RUNNING = frozenset(("lede", "body", "conclusion"))
_FORMULAS = frozenset(("he", "she", "they", "mr", "mrs", "ms", "i", "we", "you"))


@rule(
    "info",
    why="Plain editing: rhythm. Generated text builds paragraph after paragraph on one scaffold.",
    exceptions="Lists, quotations, people (“She said”); a name may open 30% of the sentences of a profile.",
    options={
        "row": "How many sentences in a row are reported.",
        "share": "Share of all sentences that is reported without being in a row.",
        "min_count": "How many sentences such a share must be.",
    },
    bad=[
        """Holm raises fares

<<The new>> fares start on Monday. The new tickets cost four euros. The new zones end at the river.

Drivers get 3% more pay.""",
        """Holm raises fares

<<This plan>> costs four million euros, the council of Holm said. This plan will close two lines. This plan has the
mayor's support.""",
    ],
    good=[
        """Holm raises fares

The new fares start on Monday. Tickets cost four euros. The new zones end at the river, and drivers get 3% more pay.""",
        """Brandt leaves the council

She joined the council in 1998. She was mayor twice. She leaves on Monday for a post in Gdansk.""",
    ],
)
def repeated_opening(article: Article, *, row: int = 3, share: float = 0.2, min_count: int = 5) -> Iterator[Hit]:
    """Sentence after sentence begins with the same two words.

    The reader hears a drum, not a story. Join some, or begin with who and when.
    """
    words, row = article.words, max(2, row)
    folded = words.folded
    often_said = Tally([(folded[n.start], folded[n.start + 1]) for n in article.sentence_words if len(n) > 2])
    if not [pair for pair, times in often_said.items() if times >= row and pair[0] not in _FORMULAS]:
        return
    quoted = [q.span for q in quotations(article)]
    openings: list[tuple[tuple[str, str], int]] = []
    q = 0
    for sentence, near in zip(article.sentences, article.sentence_words, strict=True):
        if article.blocks[sentence.block].zone not in _RUNNING or len(near) < 3:
            continue
        start = sentence.span.start
        while q < len(quoted) and quoted[q].end <= start:
            q += 1
        if q < len(quoted) and quoted[q].start < start + 2:
            continue
        first = near.start
        pair = (words.folded[first], words.folded[first + 1])
        openings.append((pair, first))
    places: dict[tuple[str, str], list[int]] = {}
    for i, (pair, _) in enumerate(openings):
        places.setdefault(pair, []).append(i)
    for pair, at in places.items():
        if len(at) < row or pair[0] in _FORMULAS:
            continue
        in_row = next((k for k in range(len(at) - row + 1) if at[k + row - 1] - at[k] == row - 1), -1)
        limit = 0.3 if _is_name(article, pair) else share
        often = len(at) >= max(min_count, limit * len(openings))
        if in_row < 0 and not often:
            continue
        told = at if often else at[in_row:]
        firsts = [openings[i][1] for i in told]
        where, *more = [Span(words.starts[first], words.ends[first + 1]) for first in firsts]
        said = article.one_line(where)
        message = f"{len(told)} sentences start “{said}”. Join or recast some."
        yield Hit(where, message, also_here=tuple(more))


def _is_name(article: Article, pair: tuple[str, str]) -> bool:
    forms = [form for entity in name_table(article) for form in entity.forms]
    return pair[0] in " ".join(forms).lower().split()
