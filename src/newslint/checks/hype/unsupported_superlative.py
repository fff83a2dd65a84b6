from __future__ import annotations

from collections.abc import Iterator

from newslint import Article, Hit, PhraseHit, Severity, Span, phrases, rule, supported

_BEFORE = frozenset(
    "the its his her their our my your of and world's country's nation's one most second third fourth".split()
)
_GRAND = frozenset(
    "world world's globe planet earth history ever time industry industry's market nation nation's country's europe's "
    "asia's africa's america's all".split()
)
_SPORT = frozenset(
    "scored goal goals match season seasons league cup championship tournament champion champions medal olympic lap "
    "innings wicket touchdown playoff".split()
)


@rule(
    "warning",
    wakes=["superlative-words", "superlative-patterns"],
    why="Wikipedia, Words to watch (puffery); Reuters Handbook: check and bound superlatives.",
    exceptions="A measure with a date or a set, a named source, a link; sport results; at least, at best, best man, best practice.",
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
        '"It is the best pie in the county," said Ola Brandt, who sells it.',
    ],
)
def unsupported_superlative(article: Article) -> Iterator[Hit]:
    """A superlative has neither a measure nor a source.

    "The most advanced", "the best", "the world's fastest" can be true only by some measure, on some day, on somebody's
    word. A reader who asks "says who?" has caught the writer.

    Give the measure and the date, name who ranked it, or drop it. A superlative that only sizes things up within the
    story ("the largest room") is left alone.
    """
    for hit in phrases(article, "superlative-patterns"):
        if not supported(article, hit.span) and not _sport(article, hit):
            yield _hit(article, hit.span, hit.data.get("severity"))
    for hit in phrases(article, "superlative-words"):
        words = article.words.folded
        before = words[hit.first - 1] if hit.first else ""
        if before not in _BEFORE and not before.endswith("'s"):
            continue
        level: Severity | None = None
        if hit.data.get("hint") == "rank":
            reach = words[max(0, hit.first - 3) : hit.last + 9]
            if _GRAND.isdisjoint(reach):
                continue
            level = "info"
        if supported(article, hit.span) or _sport(article, hit):
            continue
        yield _hit(article, hit.span, level)


def _hit(article: Article, span: Span, severity: Severity | None) -> Hit:
    said = article.text[span.start : span.end]
    return Hit(span, f"Back “{said}” with a measure and a date, or with a named source – or drop it.", severity)


def _sport(article: Article, hit: PhraseHit) -> bool:
    sentence = article.sentence_at(hit.span.start)
    if sentence is None:
        return False
    words = article.words
    near = words.between(*sentence.span)
    return not _SPORT.isdisjoint(words.folded[near.start : near.stop])
