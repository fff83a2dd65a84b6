from __future__ import annotations

from newslint import POSSESSIVES, Article, Hit, Iterator, PhraseHit, Severity, Span, phrases, rule, supported

_BEFORE = POSSESSIVES | frozenset("the of and world's country's nation's one most".split())
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
"""Words to either side in which a word of sport speaks, and before in which a dispute does."""
_SPORT = frozenset(
    "scored goal goals match season seasons league cup championship tournament champion champions medal olympic lap "
    "innings wicket touchdown playoff".split()
)
_NO_CLAIM = frozenset("even not isn't aren't wasn't weren't never hardly sometimes whether necessarily".split())
"""Words before a superlative that deny it, ask for it or only put a case: ``even the most careful``."""
_DEBATED = frozenset("convinced persuaded agree disagree divided decide decided debate debated unsure unclear".split())
"""Words before it in the sentence that leave it open."""
_CLOSE = 5
"""Words before a superlative in which one of them speaks of it."""
_COURSES = frozenset(
    "way ways path paths approach approaches solution solutions option options course method methods strategy practice "
    "practices interest interests use place time chance route".split()
)
"""What people seek the best of: ``a dispute over the best path``. A claim only where something *is* the best way."""
_IS = frozenset("is are was were be remains remain it's".split())


@rule(
    "warning",
    wakes=["superlative-words", "superlative-patterns", "superlative-open"],
    why="Wikipedia, Words to watch (puffery); Reuters Handbook: check and bound superlatives.",
    exceptions=(
        "A measure with a date or a set, a named source, a link; sport results; at best, best practice; what is "
        "denied, asked or only supposed (“not the best”, “even the most careful”, “a row over the best way”)."
    ),
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
        "Even the most impressive plans need a site.",
        "The two towns are at odds over the best way to save the pier.",
        "Not everybody is convinced that a tunnel is the best answer.",
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
        if not (_no_claim(article, hit.first) or supported(article, hit.span) or _sport(article, hit)):
            yield _hit(article, hit.span, hit.data.get("severity"))
    known = {hit.last for hit in phrases(article, "superlative-patterns")}
    for hit in phrases(article, "superlative-open"):
        adjective = hit.last + 1
        if adjective not in known and _judges(article, adjective):
            span = Span(article.words.ends[hit.last] - len("most"), article.words.ends[adjective])
            if not (_no_claim(article, hit.first) or supported(article, span) or _sport(article, hit)):
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
        if _no_claim(article, hit.first) or _sought(words, hit) or supported(article, hit.span) or _sport(article, hit):
            continue
        yield _hit(article, hit.span, level)


def _no_claim(article: Article, first: int) -> bool:
    """True where the words before deny the superlative or suppose it."""
    words = article.words
    sentence = article.sentence_at(words.starts[first])
    whole = sentence.span if sentence else article.blocks[article.block_at(words.starts[first])].span
    begins = words.at(whole.start)
    if not _NO_CLAIM.isdisjoint(words.folded[max(begins, first - _CLOSE) : first]):
        return True
    return not _DEBATED.isdisjoint(words.folded[max(begins, first - _NEAR) : first])


def _sought(words: list[str], hit: PhraseHit) -> bool:
    """ "Over the best path", "the best ways to treat it", "the best home possible": what is looked for."""
    if "possible" in words[hit.last + 1 : hit.last + 4]:
        return True
    course = not _COURSES.isdisjoint(words[hit.last + 1 : hit.last + 3])
    return course and _IS.isdisjoint(words[max(0, hit.first - 3) : hit.first])


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
