from __future__ import annotations

from newslint import Article, Change, Figure, Hit, Iterator, Span, amount, change, changes, meant_by, rule, told_changes

_OTHER_BASE = frozenset(
    "annual annually annualised annualized compound adjusted inflation real underlying organic excluding constant "
    "seasonally comparable cumulative cumulatively respectively".split()
)
_PAPERS = frozenset(
    "report reports accounts account results statement statements review meeting filing letter survey census audit "
    "return returns budget figures conference general".split()
)
"""What is annual without being a rate."""
_GRANTED = 0.02
"""How far "nearly" may go beyond its multiple, and "more than" stay below it."""
_REVISED = frozenset(
    "estimate estimates forecast forecasts projection projections outlook target targets guidance revised "
    "revises".split()
)
_DOWN = frozenset(("down", "lower", "less"))
_UP = frozenset(("up", "higher", "more"))


@rule(
    "error",
    wakes=[changes, told_changes],
    why="The figures that readers check first; BBC guidance on statistics",
    exceptions="Annual, compound and adjusted rates; percentage points, which percent-vs-points looks at.",
    options={
        "tolerance": "Percentage points that are granted on top of rounding.",
    },
    bad=[
        "Sales rose from $40 million to $50 million, up <<20%>>.",
        "Staff fell from 900 to 300, <<halving>>.",
        "Profit jumped <<12 percent>> to £5.6 million from £4.2 million a year earlier.",
        "Membership fell from 5,000 in 2019 to 3,000 in 2023. That is a drop of <<60%>>.",
        "The share of late trains rose from 10% to 15%, an increase of <<20%>>.",
        "The charity took £5.2 million, up <<48%>> on last year's £4 million.",
        "The number of branches was cut by <<90>> from 400 to 330.",
        "Orders hit £150 million, against £100 million the year before, a <<35%>> jump.",
        "The share of late trains nearly <<doubled>> from 14% to 32%.",
        "Membership has <<tripled>> since 2019, the club said: 95 people paid dues then, 190 do now.",
        "The mine had planned 90,000 tonnes and got 117,000, its owner said, <<13%>> more.",
        "Turnover of the brewery <<fell>> from €3.1 million to €4.4 million.",
    ],
    good=[
        "Sales rose from $40 million to $50 million, up 25%.",
        "Staff fell from 900 to 300, down by two thirds.",
        "Profit jumped 33 percent to £5.6 million from £4.2 million a year earlier.",
        "Sales rose from $40 million to $50 million, and the shares gained 3%.",
        "Output grew from 120 tonnes to 150 tonnes, an average of 4% a year.",
        "The charity took £5.2 million, up 30% on last year's £4 million.",
        "Orders hit £147 million, against £100 million the year before, a 47% jump.",
        "The firm made £3 million, against rent of £2 million, and its shares rose 4%.",
        "Rents more than doubled, from £400 to £950.",
        "Membership has doubled since 2019, the club said: 95 people paid dues then, 190 do now.",
        "Fares rose 12% last year, and the port, which had 400 staff in 2020, now has 520.",
        "The share of late trains nearly doubled from 14% to 27%.",
        "Takings rose nearly 10% to $1.09 million from about $1 million.",
        "The bank revised its estimate of growth this year\nfrom 1.4 percent to 1.1 percent.",
        "The bank expects the economy to grow by 2.1%,\ndown from the 2.6% that it forecast in May.",
        "Growth has slowed.\n\nThe bank cut its growth forecast for the year to 1.9% from 2.3%.",
    ],
)
def percent_change_mismatch(article: Article, *, tolerance: float = 0.5) -> Iterator[Hit]:
    """A change in per cent does not follow from the two figures beside it.

    "From 40 to 50" is a quarter more, whatever the sentence says. A reader who does the sum trusts nothing after
    it. Work the change out again from the source's figures and mend whichever number is wrong. Rounding is allowed
    for: each figure may stand for anything that rounds to it, and "about" and "nearly" widen it further.
    """
    told: set[Span] = set()
    for found in (*changes(article), *told_changes(article)):
        if found.stated is not None and found.stated.span in told:
            continue
        before, after, stated = found.before, found.after, found.stated
        if before.value <= 0 or (before.about and after.about):
            continue
        if stated is None:
            yield from _wrong_way(article, found)
            continue
        words, near = article.words, article.sentence_words[found.sentence]
        if _on_another_base(words.folded[near.start : near.stop]):
            continue
        if "average" in words.folded[max(0, stated.words[0] - 4) : stated.words[1] + 4]:
            continue
        if not found.sure and not _likely(found, stated, tolerance / 100):
            continue
        plain, low, high = change(before, after)
        bound = _bound(article, stated, low, high)
        if bound is False or (bound is None and not _fits(stated, before, after, low, high, tolerance / 100)):
            told.add(stated.span)
            yield Hit(
                stated.span, _message(before, after, stated, plain), see=((before.span, "from"), (after.span, "to"))
            )


def _on_another_base(said: list[str]) -> bool:
    """The sentence tells of a yearly, compound or adjusted rate; its annual report does not."""
    return not _OTHER_BASE.isdisjoint(said) and any(
        word in _OTHER_BASE and not (word == "annual" and _PAPERS.intersection(said[i + 1 : i + 3]))
        for i, word in enumerate(said)
    )


def _likely(found: Change, stated: Figure, tolerance: float) -> bool:
    """Whether a pair that nothing but its sentence joins is wrong, either way round if need be, and near enough."""
    pair = (found.before, found.after)
    near = False
    for a, b in (pair,) if found.direction else (pair, pair[::-1]):
        plain, low, high = change(a, b)
        if _fits(stated, a, b, low, high, tolerance):
            return False
        near = near or stated.value / 3 <= abs(plain) * 100 <= stated.value * 3
    return near


def _fits(stated: Figure, before: Figure, after: Figure, low: float, high: float, tolerance: float) -> bool:
    """Whether the stated change is among those that rounding allows."""
    size_low, size_high = (low, high) if low >= 0 else (max(0.0, -high), max(-low, high))
    if stated.kind == "multiple":
        least, most = meant_by(stated.value)
        if stated.about:
            least, most = least * 0.85, most * 1.45
        return 1 + high >= least and 1 + low <= most
    if stated.kind == before.kind != "percent":
        gap = abs(after.value - before.value)
        slack = before.rounding + after.rounding + stated.rounding + 0.02 * stated.value
        return abs(gap - stated.value) <= (max(2 * slack, 0.15 * stated.value) if stated.about else slack)
    if stated.kind == "points":
        gap = abs(after.value - before.value)
        return (
            abs(gap - stated.value) <= before.rounding + after.rounding + stated.rounding + 0.05
            or before.kind != "percent"
        )
    value = stated.value / 100 if stated.kind == "percent" else stated.value
    slack = tolerance + 0.02 * value
    slack += stated.rounding / 100 if stated.kind == "percent" else 0.03
    if stated.about:
        slack = max(2 * slack, 0.1 * value)
    if before.kind == "percent":
        points = abs(after.value - before.value) / 100
        if abs(points - value) <= slack + (before.rounding + after.rounding) / 100:
            return True  # percent-vs-points has a word for this
    return size_low - slack <= value <= size_high + slack


def _bound(article: Article, stated: Figure, low: float, high: float) -> bool | None:
    """Whether the change keeps to one side: ``nearly doubled``, ``more than halved``. None where it need not, or where
    "nearly" may still be far too much."""
    if stated.kind != "multiple":
        return None
    said = article.words.folded[max(0, stated.words[0] - 2) : stated.words[0]]
    above, below = 1 + low > stated.value * (1 + _GRANTED), 1 + high < stated.value * (1 - _GRANTED)
    if stated.value < 1:
        above, below = below, above
    if said == ["more", "than"]:
        return not below
    return False if said[-1:] in (["nearly"], ["almost"]) and above else None


def _message(before: Figure, after: Figure, stated: Figure, plain: float) -> str:
    pair = f"From {before.text} to {after.text}"
    if stated.kind == "points":
        return f"{pair} is {amount(abs(after.value - before.value), '')} points, not {stated.value:g}."
    if stated.kind == before.kind != "percent":
        gap = abs(after.value - before.value)
        return f"{pair} is {amount(gap, stated.unit if stated.kind == 'money' else '')}, not {stated.text}."
    if stated.kind == "multiple":
        return f"{pair} is {amount(round(1 + plain, 2), '')} times as much: not “{stated.text}”."
    way = "a fall of " if plain < 0 else ""
    shown = amount(round(abs(plain) * 100, 1 if abs(plain) < 0.1 else 0), "%")
    return f"{pair} is {way}{shown}, not {stated.text}."


def _wrong_way(article: Article, found: Change) -> Iterator[Hit]:
    """``fell from 40 to 50``."""
    before, after = found.before, found.after
    if not found.direction or before.unit.startswith("°") or before.about or after.about:
        return
    opening = article.sentence_words[found.sentence].start
    if before.kind == "percent" and not _REVISED.isdisjoint(article.words.folded[opening : before.words[0]]):
        return  # "revised its estimate of growth from 1.4 percent to 1.1"
    if (before.kind == "count" and not (before.noun or after.noun)) or before.scale != after.scale:
        return
    if (after.value - before.value) * found.direction >= 0:
        return
    first, second = sorted((before.span, after.span))
    told = _DOWN if after.value < before.value else _UP
    if not told.isdisjoint(article.folded[first.end : second.start].split()):
        return  # "to grow by 2.1 per cent, down from 2.6": the forecast fell, and what is forecast grows
    verb = Span(article.words.starts[found.verb], article.words.ends[found.verb])
    way = "a rise" if after.value > before.value else "a fall"
    yield Hit(verb, f"From {before.text} to {after.text} is {way}.", see=((before.span, "from"), (after.span, "to")))
