from __future__ import annotations

from math import log10

from newslint import (
    DEFINITE,
    OTHER_QUANTITY,
    Article,
    Clash,
    Figure,
    Hit,
    Iterator,
    Sequence,
    Size,
    agree,
    figures,
    half_place,
    page_clashes,
    phrases,
    restated,
    rule,
    sizes,
    table_clashes,
)

_FURTHER = frozenset("another more further additional other others earlier previously each per average first".split())
_PARTS = frozenset(
    "one two three four five six seven eight nine ten dozen half third quarter all none each many most some".split()
)
"""Words before "of the" that take a part, beside figures."""
_EACH = frozenset("each all none most".split())
_RESTRICT = frozenset("who that which in at from with to of left remaining on for whose where working".split())
_OF_A_SUM = 0.02
"""Of a total, by which figures that add up to it may miss it."""
_NEXT_SIZE = 0.48
"""Decimal logarithm of three and a bit: figures up to three times another one are of its size."""
_EXACT = 1e-9
"""What floating point may be off where a number should be a whole one."""
_SMALL = 12
"""Up to here "the two banks" may be two of the four."""
_VAGUE_NOUNS = frozenset("year month week day hour minute time way thing percent point second decade".split())


@rule(
    "error",
    wakes=[figures, "none-told"],
    why="IPSO clause 1 (accuracy); a headline and a text that disagree are both in doubt",
    exceptions="Ranges, rough figures, figures of other dates, earlier or revised figures, rival counts.",
    bad=[
        "Acme raises $30M\n\nAcme, a maker of sensors, raised <<$300 million>> in a funding round, it said on Tuesday.",
        "Fire in Brest\n\nFourteen people died in a hotel fire in Brest on Monday, police said.\n\n"
        "The <<16>> dead were guests from Spain, police said.",
        "Bakery to cut 500 jobs\n\nThe bakery chain Crumb will cut <<300>> jobs by May, its owner said.",
        "<h1>Ferries fill</h1><p>Arlow had <<1,430>> passengers in 2025.</p><table><tr><th>Port</th>"
        "<th>Passengers in 2024</th><th>Passengers in 2025</th></tr><tr><td>Arlow</td><td>1,210</td><td>1,340</td></tr>"
        "<tr><td>Bexted</td><td>805</td><td>910</td></tr></table>",
        "Rovers win 3-1\n\nRovers beat Town <<3-2>> at home on Saturday, their fourth win of the season.",
        "The 102-page document was finished in May.\n\nThe <<111-page report>> is online.",
        "Twelve miners were hurt in the blast. Three of the <<14>> injured miners are still in hospital.",
        "The library would cost £4.2m, the mayor said. Work on the <<£2.4m>> library starts in May.",
        "The chamber voted 312 to 288 for the bill. After its <<321-288>> vote the bill goes to the president.",
        "The strike at the plant lasted 19 days, the union said. Work began again after the <<23-day>> stoppage.",
        "The ward has 19 beds, the trust said. Nine of the ward's <<21>> beds are taken.",
        "A group named Red Dawn has claimed responsibility for the fire.\n\nThere was <<no claim of responsibility>>.",
    ],
    good=[
        "Acme raises $300M\n\nAcme, a maker of sensors, raised $300 million in a funding round, it said on Tuesday.",
        "Fire in Brest\n\nFourteen people died in a hotel fire in Brest on Monday, police said.\n\n"
        "Two more died in hospital, bringing the toll to 16.",
        "Bakery to cut 500 jobs\n\nThe bakery chain Crumb will cut 300 jobs in Leeds and 200 jobs in Hull, its owner "
        "said.",
        "Bakery to cut 500 jobs\n\nThe bakery chain Crumb will cut 487 jobs by May, its owner said.",
        "Storm kills 7 in two towns\n\nFour people died in Holm and three in Glint, police said.",
        "Crumb opens two new shops\n\nThe bakery chain Crumb now bakes in a total of nine shops, its owner said.",
        "Crumb to shut 87 shops\n\nThe bakery chain Crumb will shut 87 of its\n212 shops by May, its owner said.",
        "Ruiz wins\n\nRuiz had 6,480 votes to Holm's 5,520, the clerk said.\n\nOf the 12,000 votes, half were "
        "cast by post.",
        "Police arrested 12 people on Monday. The 15 people arrested so far are from Holm.",
        "The trial enrolled 412 patients. The 380 patients enrolled in Oslo had the drug.",
        "The strike lasted 19 days. The 23-day lockout before it had cost more.",
        "Thieves took about 20 paintings. The 17 stolen paintings were insured.",
        "The 102-page report was finished in May.\n\nThe 14-page letter is online.",
        "Two people were injured in the fire.\n\nNo one else was hurt, and nobody has been arrested.",
    ],
)
def conflicting_figures(article: Article) -> Iterator[Hit]:
    """Two places of the article give different values for one quantity.

    The reader cannot know which is right and believes neither. Ask the source, mend one, or say why they differ
    (earlier, revised, by whose count). Headline and text are compared, and what the text calls by "the" with what
    it said before. A table's cell that the text tells otherwise is a warning.
    """
    papers = page_clashes(article) if article.folded.count("-page ") > 1 else ()
    for clash in (*table_clashes(article), *_none_and_some(article), *papers, *restated(article)):
        yield Hit(clash.span, clash.message, "warning", see=clash.see)
    found = [f for f in figures(article) if f.kind in ("money", "count", "score", "percent") and not f.high]
    folded = article.words.folded
    heads = [block.span for _, block in article.zoned("headline", "dek")]
    definite = [f for f in found if folded[f.words[0] - 1] in DEFINITE]
    if len(found) < 2 or not (definite or any(f.span.within(head) for head in heads[:3] for f in found)):
        return
    mentions = sizes(article)
    told: set[int] = set()
    for hit in (*_headline(article, mentions, found), *_definite(article, mentions)):
        if hit.span.start not in told:
            told.add(hit.span.start)
            yield hit


def _none_and_some(article: Article) -> Sequence[Clash]:
    """``No claim of responsibility`` behind a claim; asked of the few articles that say so."""
    if not phrases(article, "none-told"):
        return ()
    from newslint import standing_clashes

    return standing_clashes(article)


def _headline(article: Article, mentions: Sequence[Size], found: list[Figure]) -> Iterator[Hit]:
    heads = [m for m in mentions if m.headline][:8]
    body = [m for m in mentions if not m.headline]
    if not heads or not body:
        return
    for head in heads:
        alike = [
            m
            for m in body
            if m.figure.kind == head.figure.kind
            and (head.figure.kind in ("score", "count") or m.figure.unit == head.figure.unit)
        ]
        if (head.figure.about and not head.slot) or any(
            agree(head.figure, f) for f in found if f.kind == head.figure.kind and f is not head.figure
        ):
            continue
        rivals = [m for m in alike if _rival(article, head, m) and not _parted(article, m.figure)]
        if not rivals or _adds_up(head.figure, [m.figure for m in alike]) or _is_ratio(article, head.figure, found):
            continue
        rival = rivals[0]
        if (rival.figure.about and not rival.slot) or (
            head.figure.kind == "count"
            and (_more(article, rival.figure) or _in_all(article, head.figure, rival.figure))
        ):
            continue
        hit = _hit(article, head.figure, rival.figure)
        yield hit._replace(severity="warning") if head.figure.kind == "percent" else hit  # of which thing, is guessed


def _is_ratio(article: Article, figure: Figure, found: Sequence[Figure]) -> bool:
    """``Seven trains in eight``."""
    folded, last = article.words.folded, figure.words[1]
    behind = [i + 1 for i in range(last + 1, last + 4) if folded[i : i + 1] == ["in"]]
    return any(f.words[0] in behind and f.value > figure.value for f in found if f.kind == "count")


def _rival(article: Article, head: Size, other: Size) -> bool:
    """Whether the text's figure measures what the headline's does."""
    if head.figure.kind == "score":
        return other.sentence <= 2 and max(head.figure.value, other.figure.value) < 20
    if (head.slot and other.slot) or (head.figure.kind == "count" and (head.slot or other.slot)):
        return head.slot == other.slot
    if head.figure.kind in ("money", "percent") and other.sentence <= 2:
        return _speaks_of_the_headline(article, other.sentence)
    if head.figure.kind == "count":
        return (
            bool(head.figure.noun)
            and head.figure.unit == other.figure.unit
            and head.figure.unit not in _VAGUE_NOUNS
            and other.sentence <= 3
        )
    return False


def _speaks_of_the_headline(article: Article, sentence: int) -> bool:
    """Whether the sentence tells what the headline tells: two or more words of substance in common."""
    words = article.words
    head = next(block.span for _, block in article.zoned("headline", "dek"))
    span = article.sentences[sentence].span
    told = {w[:5] for w in words.folded[words.at(head.start) : words.at(head.end)] if len(w) > 3 and w.isalpha()}
    return len(told & {w[:5] for w in words.folded[words.at(span.start) : words.at(span.end)] if len(w) > 3}) >= 2


def _more(article: Article, figure: Figure) -> bool:
    """``another 20 jobs``, ``20 each``: not the number that the headline gives."""
    folded, (first, last) = article.words.folded, figure.words
    return bool(_FURTHER & {*folded[max(0, first - 3) : first], *folded[last + 1 : last + 5]})


def _in_all(article: Article, first: Figure, second: Figure) -> bool:
    """``two new markets``, ``a total of six markets``: the new ones, and all."""
    folded = article.words.folded
    a, b = ({*folded[max(0, f.words[0] - 4) : f.words[1] + 4]} for f in (first, second))
    return ("new" in a) != ("new" in b) and not (a | b).isdisjoint(("total", "all", "altogether", "now"))


def _adds_up(total: Figure, parts: list[Figure]) -> bool:
    """Whether two or three of the text's figures make the headline's, or it is the difference of two."""
    values = sorted({p.value for p in parts})[:24]
    slack = max(half_place(total), _OF_A_SUM * total.value)
    for i, a in enumerate(values):
        for j, b in enumerate(values[i + 1 :], i + 1):
            if abs(a + b - total.value) <= slack or abs(b - a - total.value) <= slack:
                return True
            if len(values) < 8 and any(abs(a + b + c - total.value) <= slack for c in values[j + 1 :]):
                return True
    return False


def _definite(article: Article, mentions: Sequence[Size]) -> Iterator[Hit]:
    """``the 16 dead`` after fourteen had died.

    Silent of rough figures and per cent, where several values were told, where a word beside either says that another
    quantity or time is meant (`_free`), where few may be some of more (`_comparable`), and of those who are told apart
    (``the 30 workers who stayed``).
    """
    there: dict[int, list[Figure]] = {}
    for mention in mentions:
        there.setdefault(mention.sentence, []).append(mention.figure)
    seen: dict[tuple[str, str, str], Size] = {}
    mixed: set[tuple[str, str, str]] = set()
    """Quantities of which several values are told; none of them can be called wrong."""
    for mention in mentions:
        figure = mention.figure
        if figure.kind == "percent" or figure.about:
            continue
        names = [mention.slot, figure.unit if figure.kind == "count" else ""]
        keys = [
            (figure.kind, figure.unit if figure.kind == "money" else "", n)
            for n in names
            if n and n not in _VAGUE_NOUNS
        ]
        if not keys:
            continue
        known = [seen[key] for key in keys if key in seen and key not in mixed]
        before = known[0] if known else None
        if (
            mention.definite
            and before is not None
            and not agree(before.figure, figure)
            and before.sentence != mention.sentence
            and not _parted(article, figure, before.figure)
            and not _made_of(figure, before.figure, there[before.sentence])
            and _comparable(before, mention)
            and _free(article, mention)
            and _free(article, before)
            and not _restricted_act(article, figure)
            and (mention.slot or not _restricted(article, figure))
        ):
            yield _hit(article, before.figure, figure)
        for key in keys:
            if not agree(seen.setdefault(key, mention).figure, figure):
                mixed.add(key)


def _made_of(total: Figure, part: Figure, beside: list[Figure]) -> bool:
    """``The 12,000 votes`` after "6,480 votes to Pruitt's 5,520"."""
    return any(
        part is not other and agree(total, part._replace(value=part.value + other.value)) for other in beside[:8]
    )


def _parted(article: Article, figure: Figure, before: Figure | None = None) -> bool:
    """``87 of its 212 shops``, ``each of the 212``: the whole of what was told before; the latter only of fewer."""
    folded, first = article.words.folded, figure.words[0]
    part = folded[first - 3]
    if part in _EACH and before is not None and before.value > figure.value:
        return False
    return folded[first - 2] == "of" and (part[0].isdecimal() or part in _PARTS)


def _free(article: Article, mention: Size) -> bool:
    """No word beside it says that another quantity is meant, or the same one at another time."""
    span = article.sentences[mention.sentence].span
    words, (first, last) = article.words, mention.figure.words
    around = words.folded[max(words.at(span.start), first - 8) : min(words.at(span.end), last + 8)]
    return not any(w in OTHER_QUANTITY and around[n + 1 : n + 2] != ["of"] for n, w in enumerate(around))


def _comparable(first: Size, second: Size) -> bool:
    """Of one size, or a slip of noughts; "the two banks" may be two of the four."""
    a, b = first.figure.value, second.figure.value
    if a <= 0 or b <= 0:
        return False
    if not second.slot and b < a and b <= _SMALL:
        return False
    noughts = log10(max(a, b) / min(a, b))
    return noughts < _NEXT_SIZE or abs(noughts - round(noughts)) < _EXACT


def _restricted(article: Article, figure: Figure) -> bool:
    """``the 30 workers who stayed`` are other workers."""
    folded = article.words.folded
    i = figure.words[1] + 1
    while i < figure.words[1] + 4 and folded[i] != figure.noun:
        i += 1
    return (i + 1 < len(folded) and folded[i + 1] in _RESTRICT) or i != figure.words[1] + 1


def _restricted_act(article: Article, figure: Figure) -> bool:
    """``the 380 patients enrolled in Oslo``, ``the £6m raised with the town's grant``: some of them, or more."""
    words, last = article.words, figure.words[1]
    for i in range(last + 1, min(last + 3, len(words.folded) - 1)):
        if words.folded[i].endswith(("ed", "en")) and words.folded[i] != figure.noun:
            return words.folded[i + 1] in _RESTRICT and article.text[words.ends[i]] == " "
    return False


def _hit(article: Article, first: Figure, second: Figure) -> Hit:
    line = article.line_of(first.span.start)
    return Hit(
        second.span, f"{second.text} here, {first.text} in line {line}. Which?", see=((first.span, "the other figure"),)
    )
