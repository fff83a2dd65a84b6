from __future__ import annotations

from newslint import POSSESSIVES, Article, Hit, Iterator, PhraseHit, Severity, Span, part_of, phrases, rule, supported

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
_WITHIN = frozenset("in on of outside anywhere across along around ever north south east west".split())
"""Words that open the set of which something is the best."""
_GROUND = frozenset(
    "continent country world world's region coast county town city hemisphere generation class league industry trade "
    "field market sector planet island state province nation territory valley estuary district capital peninsula "
    "business history circuit profession neighbourhood neighborhood village archipelago".split()
)
"""Sets that nobody has gone through; others are small or known (``the best of the three``)."""
_LY = frozenset("friendly lovely lively ugly lonely elderly costly deadly orderly likely homely cowardly".split())
_FAR = 7
"""Words behind a superlative in which its set is named."""
_COUNTED = frozenset(
    "of people votes seats goals points medals wins likely recent common populous expensive senior part cases years "
    "well money time notably visited wanted requested used read watched played sold cited vulnerable".split()
)
"""Words behind "most" that are counted or looked up."""


@rule(
    "warning",
    wakes=["superlative-words", "superlative-patterns", "superlative-open", "superlative-judging", "superlative-ever"],
    why="Wikipedia, Words to watch (puffery); Reuters Handbook: check and bound superlatives.",
    exceptions=(
        "A measure with a date or a set, a named source, a link; sport results; at best, best practice; what is "
        "denied, asked or only supposed (“not the best”, “even the most careful”, “a row over the best way”)."
    ),
    bad=[
        "Acme is the <<world's most advanced>> maker of robots.",
        "It is the <<best>> way to save for old age.",
        "The firm builds the <<fastest>> trains in the world.",
        "The stall has the <<freshest>> oysters on the coast, and a dozen costs $14.",
        "Two scanners, the <<safest>> way to look at lungs, were bought.",
        "It has the <<longest battery life of any>> phone and a plastic back.",
        "<<Leading the market for>> kites, the firm has 90 staff.",
        "Norland is home to some of the <<most beautiful>> beaches.",
    ],
    good=[
        "Acme was the largest robot maker by units in 2024, the federation said.",
        "At 828 metres, the tower is the tallest in the Gulf.",
        "The council will do its best to open the pool by May.",
        "The largest room seats 40.",
        "The safest of the three ladders stays.\n\nNobody knew the best way to the quay.",
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
    told: set[int] = set()
    for hit in phrases(article, "superlative-patterns"):
        reach = Span(hit.span.start, part_of(article, hit.span).end) if hit.data.get("note") == "rank" else None
        if not (_no_claim(article, hit.first) or supported(article, hit.span, reach) or _sport(article, hit)):
            told.add(hit.last)
            yield _hit(article, hit.span, hit.data.get("severity"))
    known = {hit.last for hit in phrases(article, "superlative-patterns")}
    for hit in phrases(article, "superlative-open"):
        adjective = hit.last + 1
        if adjective not in known and _judges(article, adjective):
            span = Span(article.words.ends[hit.last] - len("most"), article.words.ends[adjective])
            if not (_no_claim(article, hit.first) or supported(article, span) or _sport(article, hit)):
                told.add(adjective)
                yield _hit(article, span, None)
    yield from _in_a_word(article, told)
    for hit in (*phrases(article, "superlative-ever"), *phrases(article, "superlative-judging")):
        if hit.last in told or not (hit.data.get("note") == "ever" or _of_a_set(article, hit) or _way(article, hit)):
            continue
        reach = Span(hit.span.start, part_of(article, hit.span).end)
        if not (_no_claim(article, hit.first) or supported(article, hit.span, reach) or _sport(article, hit)):
            yield _hit(article, hit.span, None)


def _in_a_word(article: Article, told: set[int]) -> Iterator[Hit]:
    """``The world's fastest``, and firsts of something grand; what is found goes into `told`."""
    words = article.words.folded
    for hit in phrases(article, "superlative-words"):
        before = words[hit.first - 1] if hit.first else ""
        if before not in _BEFORE and not before.endswith("'s"):
            continue
        grand = not _GRAND.isdisjoint(words[max(0, hit.first - 3) : hit.last + 9])
        rank = hit.data.get("hint") == "rank"
        if rank and not grand:
            continue
        if _no_claim(article, hit.first) or _sought(article, hit) or supported(article, hit.span):
            continue
        if not _sport(article, hit):
            told.add(hit.last)
            yield _hit(article, hit.span, "info" if rank or not grand else None)


def _of_a_set(article: Article, hit: PhraseHit) -> bool:
    """The best, most modern or freshest of a set that has a name or no bounds, with nothing that could be counted:
    ``the freshest oysters on the coast``."""
    words, text = article.words, article.text
    before = words.folded[hit.first - 1] if hit.first else ""
    if (before not in _BEFORE and not before.endswith("'s")) or words.folded[hit.last] in _COUNTED:
        return False
    if (
        words.folded[hit.last].endswith(("ly", "est"))
        and words.folded[hit.last - 1] == "most"
        and words.folded[hit.last] not in _LY
    ):
        return False
    sentence = article.sentence_at(hit.span.start)
    end = words.at(sentence.span.end) if sentence else hit.last
    for i in range(hit.last + 1, min(hit.last + _FAR, end - 1)):
        if any(mark in text[words.ends[i - 1] : words.starts[i]] for mark in ",;:("):
            return False
        if words.folded[i] == "since":
            return False
        if words.folded[i] in _WITHIN and i > hit.last + 1:
            ground = range(i + 1, min(i + 4, end))
            return any(words.folded[k] in _GROUND or text[words.starts[k]].isupper() for k in ground)
    return False


def _no_claim(article: Article, first: int) -> bool:
    """True where the words before deny the superlative or suppose it."""
    words = article.words
    sentence = article.sentence_at(words.starts[first])
    whole = sentence.span if sentence else article.blocks[article.block_at(words.starts[first])].span
    begins = words.at(whole.start)
    if not _NO_CLAIM.isdisjoint(words.folded[max(begins, first - _CLOSE) : first]):
        return True
    return not _DEBATED.isdisjoint(words.folded[max(begins, first - _NEAR) : first])


def _sought(article: Article, hit: PhraseHit) -> bool:
    """ "Over the best path", "the best ways to treat it", "the best home possible": what is looked for."""
    words = article.words.folded
    if "possible" in words[hit.last + 1 : hit.last + 4]:
        return True
    course = not _COURSES.isdisjoint(words[hit.last + 1 : hit.last + 3])
    return course and not _stated(article, hit)


def _way(article: Article, hit: PhraseHit) -> bool:
    """ "The safest way to": a claim where something is said to be it."""
    words = article.words.folded
    return (
        not _COURSES.isdisjoint(words[hit.last + 1 : hit.last + 2])
        and _stated(article, hit)
        and "to" in words[hit.last + 2 : hit.last + 3]
    )


def _stated(article: Article, hit: PhraseHit) -> bool:
    """Something *is* the best way, or stands before it with a comma: ``two scanners, the safest way to look``."""
    words = article.words
    if not _IS.isdisjoint(words.folded[max(0, hit.first - 3) : hit.first]):
        return True
    return hit.first > 1 and article.text[words.ends[hit.first - 2] : words.starts[hit.first - 1]] == ", "


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
