from __future__ import annotations

from collections.abc import Iterator

from newslint import Article, Hit, PhraseHit, Severity, Span, phrases, rule, supported

_BEFORE = frozenset("the its his her their our my your of and world's country's nation's one most".split())
_GRAND = frozenset(
    "world world's globe planet earth history ever time industry industry's market nation nation's country's europe's "
    "asia's africa's america's all".split()
)
_ADJECTIVAL = ("ive", "ous", "ful", "ing", "able", "ible", "ary", "tic", "ant")
_MEASURABLE = frozenset(
    "expensive numerous populous productive active extensive massive conservative passive attractive significant "
    "important dangerous serious popular relevant vulnerable susceptible probable visible profitable valuable reliable "
    "famous previous obvious respective successful effective powerful useful careful harmful distant recent pressing "
    "outstanding voting selling paying spending remaining restrictive generous cautious religious contagious "
    "infectious poisonous".split()
)
"""What could be counted, or is said of things every day."""
_NEAR = 40
"""Words to either side in which a word of sport speaks."""
_SPORT = frozenset(
    "scored goal goals match season seasons league cup championship tournament champion champions medal olympic lap "
    "innings wicket touchdown playoff".split()
)


@rule(
    "warning",
    wakes=["superlative-words", "superlative-patterns", "superlative-open"],
    why="Wikipedia, Words to watch (puffery); Reuters Handbook: check and bound superlatives.",
    exceptions="A measure with a date or a set, a named source, a link; sport results; at best, best practice.",
    bad=[
        "Acme is the <<world's most advanced>> maker of robots.",
        "It is the <<best>> way to save for old age.",
        "The firm builds the <<fastest>> trains in the world.",
        "Norland is home to some of the <<most beautiful>> beaches.",
    ],
    good=[
        "Acme was the largest robot maker by units in 2024, the federation said.",
        "At 828 metres, the tower is the tallest in the Gulf.",
        "The council will do its best to open the pool by May.",
        "The largest room seats 40.",
        "Norland is the world's third-largest grower of tea.",
        '"It is the best pie in the county," said Ola Brandt, who sells it.',
    ],
)
def unsupported_superlative(article: Article) -> Iterator[Hit]:
    """A superlative has neither a measure nor a source.

    "The most advanced", "the best", "the world's fastest" can be true only by some measure, on some day, on somebody's
    word. A reader who asks "says who?" has caught the writer.

    Give the measure and the date, name who ranked it, or drop it. A superlative that only sizes things up within the
    story ("the largest room") is left alone, and so is a place in a ranking ("the third largest").
    """
    for hit in phrases(article, "superlative-patterns"):
        if not supported(article, hit.span) and not _sport(article, hit):
            yield _hit(article, hit.span, hit.data.get("severity"))
    known = {hit.last for hit in phrases(article, "superlative-patterns")}
    for hit in phrases(article, "superlative-open"):
        adjective = hit.last + 1
        if adjective not in known and _judges(article, adjective):
            span = Span(article.words.ends[hit.last] - len("most"), article.words.ends[adjective])
            if not supported(article, span) and not _sport(article, hit):
                yield _hit(article, span, None)
    for hit in phrases(article, "superlative-words"):
        words = article.words.folded
        before = words[hit.first - 1] if hit.first else ""
        if before not in _BEFORE and not before.endswith("'s"):
            continue
        grand = not _GRAND.isdisjoint(words[max(0, hit.first - 3) : hit.last + 9])
        rank = hit.data.get("hint") == "rank"
        if rank and not grand:
            continue
        level: Severity | None = "info" if rank or not grand else None
        if supported(article, hit.span) or _sport(article, hit):
            continue
        yield _hit(article, hit.span, level)


def _judges(article: Article, i: int) -> bool:
    words = article.words
    if i >= len(words.folded) or article.text[words.ends[i - 1] : words.starts[i]] != " ":
        return False
    word = words.folded[i]
    return word.endswith(_ADJECTIVAL) and word not in _MEASURABLE


def _hit(article: Article, span: Span, severity: Severity | None) -> Hit:
    said = article.text[span.start : span.end]
    return Hit(span, f"Back “{said}” with a measure and a date, or with a named source – or drop it.", severity)


def _sport(article: Article, hit: PhraseHit) -> bool:
    sentence = article.sentence_at(hit.span.start)
    if sentence is None:
        return False
    words = article.words
    near = words.between(*sentence.span)
    first, last = max(near.start, hit.first - _NEAR), min(near.stop, hit.last + _NEAR)
    return not _SPORT.isdisjoint(words.folded[first:last])
