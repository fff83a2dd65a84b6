from __future__ import annotations

from newslint import Article, Figure, Hit, Iterator, figures, fresh_sentences, rule

_KINDS = frozenset(("money", "percent"))


@rule(
    "info",
    wakes=[figures],
    why="The inverted pyramid: every paragraph adds. A figure that keeps coming back alone is padding.",
    exceptions="Headings; a mention with a new name, date, figure or source beside it; figures in quotations.",
    options={
        "min_count": "Mentions in running text from which it is reported, if all but one add nothing.",
    },
    bad=[
        """Holm gets loan for port

The port of Holm gets a loan of $40 million, the ministry said on Monday.

The <<$40 million>> is a sign of trust.

With $40 million the port can build.

A loan of $40 million is large for a small port. The $40 million will matter.""",
        """Rents rise in Holm

Rents in Holm rose by 12% last year, the statistics office said on 3 May.

The <<12%>> rise hurts tenants.

Many tenants cannot bear a rise of 12%.

A rise of 12% was expected. Families with children feel the 12% most.""",
    ],
    good=[
        """Holm gets loan for port

The port of Holm gets a loan of $40 million, the ministry said on Monday.

Of the $40 million, $15 million comes from the city. A yard in Gdansk gets half of the $40 million for two cranes.

Ada Brandt, the harbour master, said the $40 million would last until 2029.""",
        """Holm gets loan for port

The port of Holm gets a loan of $40 million, the ministry said on Monday.

The $40 million is meant for cranes. The money must be paid back.""",
    ],
)
def restated_fact(article: Article, *, min_count: int = 4) -> Iterator[Hit]:
    """One figure is given again and again, and nothing new with it.

    After the first mention "the money" or "the rise" will do; a second mention earns its place with a name, a date, a
    source or another figure.
    """
    min_count = max(2, min_count)
    groups: dict[tuple[str, str, float], list[Figure]] = {}
    told = [figure for figure in figures(article) if figure.kind in _KINDS and figure.value]
    for figure, at in zip(told, article.sentence_indexes([f.span.start for f in told]), strict=True):
        if at >= 0:
            groups.setdefault((figure.kind, figure.unit, round(figure.value, 6)), []).append(figure)
    crowded = [group for group in groups.values() if len(group) >= min_count]
    if not crowded:
        return
    fresh = fresh_sentences(article)
    for group in crowded:
        first, *later = group
        idle = [f for f in later if article.sentence_index(f.span.start) not in fresh]
        if len(idle) < min_count - 1:
            continue
        second, *more = idle
        said = " ".join(first.text.split())
        yield Hit(
            second.span,
            f"{said} is stated {len(idle) + 1} times. After the first, each mention should add something.",
            also_here=tuple(f.span for f in more),
            see=((first.span, "stated first here"),),
        )
