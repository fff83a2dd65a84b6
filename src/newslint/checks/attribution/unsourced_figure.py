from __future__ import annotations

from bisect import bisect_left

from newslint import (
    STORY,
    Article,
    Figure,
    Hit,
    Iterator,
    Sequence,
    Severity,
    Span,
    covering,
    dates,
    empty_sentences,
    fact,
    figures,
    inside,
    is_set,
    names,
    rule,
    sourced_sentences,
    sourced_share,
    unsourced_claims,
)

_STATISTICS = frozenset(("money", "percent", "points", "count"))
_SOME = {"count": 1_000, "money": 1_000_000}
"""A count and a sum below these are seldom statistics, even in doubted copy."""
_FEW = 100
"""A rough count ("over 900 cases") below this is seldom a statistic; from here on it is somebody's estimate."""
_NUMBERED = frozenset(
    "order no nos number act regulation directive resolution article section bill proposition flight route room case "
    "docket version chapter page".split()
)
"""What has a number: ``Executive Order 14028``, ``Flight 302``."""
_MANY = 10_000
"""A smaller count may have been made by the reporter, and a smaller sum is a price."""

_PAPERS = frozenset(
    "share shares stock stocks index indexes indices futures gilt gilts bond bonds treasury treasuries bourse nasdaq "
    "dow ftse nikkei dax crude brent sterling".split()
)
_CURRENCIES = frozenset("dollar euro pound yen".split())
_MOVES = frozenset(
    "rose fell gained lost closed climbed dropped slipped jumped slid surged tumbled added shed ended opened rallied "
    "up down risen fallen gain gains loss rise fall drop higher lower touching hit rising falling gaining losing "
    "climbing dropping slipping jumping sliding surging tumbling adding shedding depreciated appreciated strengthened "
    "weakened".split()
)
"""What papers, indexes and currencies do: everybody can read it off an exchange."""
_PUBLISHED = (
    (
        frozenset("profit profits earnings sales revenue revenues turnover loss losses".split()),
        frozenset("quarter quarters months".split()),
    ),
    (
        frozenset("votes vote delegates ballots ballot".split()),
        frozenset("won win cast lost edged beat led wins winning victory victorious elected result".split()),
    ),
    (
        frozenset("approved rejected backed passed carried".split()),
        frozenset("voters electorate referendum plebiscite".split()),
    ),
    (
        frozenset("turnout election ballot".split()),
        frozenset("turnout voted voters vote entitled eligible electorate last".split()),
    ),
)
"""Pairs of lists: a word of each in one sentence tells a figure that whom it concerns has published."""

_COST = frozenset(("cost", "costs", "costing"))
_PAID = frozenset("gave paid met contributed funded granted provided gives pays meets".split())
_GIVER = 8
"""Words before the giving in which the giver is named."""
_OFF = 0.6
"""Points by which a rounded share may miss what two counts make."""
_COUNTS = 6
"""Counts before a share of which two may make it."""
_SURVEYS = frozenset("poll polls survey surveys census study results".split())
"""What was cited once and goes on being told: the shares behind it are its own."""
_AMOUNTS = frozenset(
    "hour day week month year century mile kilometre kilometer metre meter million billion dozen".split()
)
_TOLLS = frozenset("killed died dead injured wounded drowned perished homeless".split())
_TOP = 3
"""Sentences at the top in which a report of figures says whose they are."""
_LEAST = 5
"""Sentences of such a report at least."""
_SPARE = 8
"""One sentence in so many of it may praise, guess or cite nobody."""
_BARE = 0.15
"""Share of sourced sentences below which it is a warning."""


@rule(
    "info",
    wakes=[figures],
    not_types=["opinion", "column", "listing", "recipe", "table"],
    why="BBC: check and contextualise statistics; ClaimBuster's check-worthy class.",
    exceptions=(
        "Dates, ages, scores, prices, moves of shares, indexes and currencies; what a rule asks for at least, and what "
        "somebody pledges or offers; a firm's results for a quarter, an election's; shares behind a poll that was "
        "cited; a figure given before, beside a source, or in a sourced story's lede. In articles full of other "
        "findings one beside a source counts, too, and so does a rough count (“over 400 rolls”) from a hundred on."
    ),
    bad=[
        "About <<70%>> of start-ups fail early.",
        "The market is worth <<$4.2 billion>>.",
        "The mill is shut. It is cold. About <<a quarter>> of riders pay by phone.",
    ],
    good=[
        "About 20% of US firms close in year one, Labor Bureau data show.",
        "Shares in Berg Bank fell 6.7% and the index lost 2%.",
        "The Energy Forum puts the market at $4.2 billion, it said in a report.",
        "The tower cost £4,100,000. The Holm Lottery Fund gave £3,900,000.\n\nOf 1,480 members 562 voted, a turnout of "
        "38%.",
        "A Tide Watch poll found most fishers content.\n\nThe rain fell. About 70% own a boat.",
        "The mill is shut. It took about half an hour, and a two-thirds majority.\n\nIt is cold.",
        "The tool reads maps with the Orca 70B model.",
        "The ferries are late. In March 1902 a storm killed 3,000 people in Orford and sank its ferries.",
        "A guild must be joined by at least 70% of start-ups.\n\nThe bank pledged to help 60% of start-ups, and offers "
        "loans of $9 million.\n\nThe pound was weakened in the currency trade and lost 4% against the euro.",
        "Ferries lose 70% of riders\n\nThe ferries have lost 70% of their riders.\n\nThe bridge opened. It is dull.\n\n"
        "The port counted them on both quays, its chief Ada Brandt said on Monday.",
    ],
)
def unsourced_figure(article: Article) -> Iterator[Hit]:
    """A statistic without a source.

    A figure that nobody counted is decoration. Say in the sentence where it comes from: the body, the report, the date.
    One finding a paragraph. A warning where not one sentence in seven has a source: nobody in the article can have
    counted it; but not in a report of nothing but figures.
    """
    severity: Severity | None = "warning" if sourced_share(article) < _BARE and not _is_of_figures(article) else None
    kinds = _STATISTICS if severity is None else _STATISTICS | {"fraction", "multiple"}
    opening = {i for i, _ in article.zoned("lede")}
    counted, sourced = figures(article), sourced_sentences(article)
    told_by = min([i for i, a in sourced.items() if a.head in _SURVEYS], default=len(article.sentences))
    starts = [figure.span.start for figure in counted]
    places = {figure.span: i for i, figure in enumerate(counted)}
    alike: dict[tuple[float, str], list[int]] = {}
    for each in counted:
        alike.setdefault((each.value, each.unit), []).append(each.span.start)
    known: set[tuple[float, str]] = set()
    by_paragraph: dict[int, list[Figure]] = {}
    for claim in unsourced_claims(article):
        sentence, block = article.sentences[claim.sentence]
        if claim.trigger != "figure" or not claim.sure or (severity is None and block in opening):
            continue  # in the lede, the body has its source
        here = counted[places.get(claim.span, len(counted)) : bisect_left(starts, sentence.end)]
        figure = _statistic(article, here, kinds, known)
        if figure is None or _known_whence(article, figure, claim.sentence, told_by):
            continue
        known.add((figure.value, figure.unit))
        same = alike[figure.value, figure.unit]
        if len(same) > 1 and not sourced.keys().isdisjoint(map(article.sentence_index, same)):
            continue  # it has its source elsewhere
        by_paragraph.setdefault(block, []).append(figure)
    if empty_sentences(article):
        yield from _doubtful(article, {figure.span for row in by_paragraph.values() for figure in row}, told_by)
    for first, *more in by_paragraph.values():
        asks = f"Who says “{first.text}”?" if first.kind == "multiple" else f"Where does {first.text} come from?"
        message = f"{asks} Add the source in this sentence."
        yield Hit(first.span, message, severity, also_here=tuple(figure.span for figure in more))


def _doubtful(article: Article, told: set[Span], told_by: int) -> Iterator[Hit]:
    """The first figure of each sentence that nobody stands behind: what a reporter may have counted, or published."""
    silent = {*sourced_sentences(article), *[article.sentence_index(span.start) for span in told]}
    values = set()
    for figure in figures(article):
        if figure.kind not in _STATISTICS or (figure.value, figure.unit) in values:
            continue
        values.add((figure.value, figure.unit))
        least = _FEW if figure.about and figure.kind == "count" else _SOME.get(figure.kind, 0)
        if figure.value < least or (figure.kind == "count" and not _is_statistic(figure, least)):
            continue
        index = article.sentence_index(figure.span.start)
        if index < 0 or index in silent:
            continue
        span, block = article.sentences[index]
        if article.blocks[block].zone not in STORY or article.text[span.end - 1] == "?":
            continue
        if not (_is_numbered(article, figure) or _known_whence(article, figure, index, told_by)):
            silent.add(index)
            yield Hit(figure.span, f"Where does {figure.text} come from? Add the source in this sentence.", "doubtful")


def _statistic(
    article: Article, here: Sequence[Figure], kinds: frozenset[str], known: set[tuple[float, str]]
) -> Figure | None:
    """The first of the figures that is a statistic of these kinds and not `known` yet."""
    for figure in here:
        if figure.kind not in kinds or (figure.value, figure.unit) in known:
            continue
        behind = article.words.folded[figure.words[1] + 1 : figure.words[1] + 4]
        if figure.kind == "fraction" and not (figure.about and _AMOUNTS.isdisjoint(behind)):
            continue  # "a two-thirds majority", "about half an hour"
        if _is_statistic(figure) and not _is_numbered(article, figure):
            return figure
    return None


def _known_whence(article: Article, figure: Figure, sentence: int, told_by: int) -> bool:
    """A poll that was cited in sentence `told_by`, an exchange, or whom it concerns has published the figure."""
    if figure.kind in ("percent", "points") and (told_by < sentence or _on_a_market(article, sentence)):
        return True
    if figure.kind == "money" and article.sentences[sentence].block in _paid_for(article):
        return True
    if figure.kind == "percent" and _reckoned(article, figure, sentence):
        return True
    toll = figure.kind == "count" and _is_dated_toll(article, sentence)
    return toll or is_set(article, figure, sentence) or _on_record(article, sentence)


def _is_of_figures(article: Article) -> bool:
    """A report of one release (who counted is told at the top, among figures) or of results, with a figure in every
    other sentence, which hardly praises or guesses."""
    total = len(article.sentences)
    if total < _LEAST or _SPARE * len(empty_sentences(article)) > total:
        return False
    counted = {article.sentence_index(figure.span.start) for figure in figures(article) if figure.kind in _STATISTICS}
    by_bodies = (i for i, a in sourced_sentences(article).items() if a.source_class == "organisation")
    return 2 * len(counted) > total or any(i < _TOP and i in counted for i in by_bodies)


@fact
def _paid_for(article: Article) -> frozenset[int]:
    """Paragraphs that tell what something cost, and who paid: ``It cost £400,000. The Holm Trust gave £300,000``."""
    words = article.words
    costs = {article.block_at(words.starts[i]) for i in article.where(_COST)}
    if not costs:
        return frozenset()
    givers = [n.span for n in names(article) if n.kind not in ("person", "place")]
    found: set[int] = set()
    for i in article.where(_PAID):
        block = article.block_at(words.starts[i])
        first = max(article.block_words[block].start, i - _GIVER)
        if block in costs and covering(givers, words.starts[first], words.starts[i]) >= 0:
            found.add(block)
    return frozenset(found)


def _reckoned(article: Article, share: Figure, sentence: int) -> bool:
    """The share follows from two counts beside it: ``Of 1,480 members 562 voted, a turnout of 38%``."""
    start = article.sentences[max(0, sentence - 1)].span.start
    before = inside(figures(article), Span(start, share.span.start))
    here = [f for f in before if f.kind in ("count", "measure")][-_COUNTS:]
    for a in here:
        for b in here:
            if 0 < a.value < b.value and a.kind == b.kind and abs(100 * a.value / b.value - share.value) < _OFF:
                return True
    return False


def _is_numbered(article: Article, figure: Figure) -> bool:
    """ "Executive Order 14028" has a number, and counts nothing."""
    first = figure.words[0]
    before = article.words.folded[first - 1] if first and figure.kind == "count" else ""
    if before in ("those", "these", "same"):
        return True  # as was told
    return before in _NUMBERED and article.text[article.words.starts[first - 1]].isupper()


def _is_statistic(figure: Figure, least: int = _MANY) -> bool:
    """False for a count or sum below `least`, which the reporter may have counted, and for a number of nothing."""
    small = figure.value < least and figure.kind in ("count", "money")
    if figure.kind == "count" and figure.text[-1:] in "BMK":
        return False  # "Orca 70B" is a model
    return not small and (figure.kind != "count" or bool(figure.noun))


def _on_record(article: Article, sentence: int) -> bool:
    """True of a firm's results and of an election's, which are published by whom they concern."""
    near = article.words.between(*article.sentences[sentence].span)
    said = article.words.folded[near.start : near.stop]
    return bool([one for one, other in _PUBLISHED if not (one.isdisjoint(said) or other.isdisjoint(said))])


def _is_dated_toll(article: Article, sentence: int) -> bool:
    """``In March 1902 the storm killed 3,000 people``: history, which a reader finds under its date."""
    span = article.sentences[sentence].span
    near = article.words.between(*span)
    if _TOLLS.isdisjoint(article.words.folded[near.start : near.stop]):
        return False
    return any(date.year and date.year_given and date.span.within(span) for date in inside(dates(article), span))


def _on_a_market(article: Article, sentence: int) -> bool:
    """True where a price on an exchange moves: ``The index fell 0.8%``, and with it ``Norva gained 3%``."""
    words = article.words
    span, block = article.sentences[sentence]
    near = words.between(*span)
    if _MOVES.isdisjoint(words.folded[near.start : near.stop]):
        return False
    row = words.between(*article.blocks[block].span)
    paragraph = words.folded[row.start : row.stop]
    return not _PAPERS.isdisjoint(paragraph) or ("against" in paragraph and not _CURRENCIES.isdisjoint(paragraph))
