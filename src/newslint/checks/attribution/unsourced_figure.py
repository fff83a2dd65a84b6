from __future__ import annotations

from collections.abc import Iterator

from newslint import Article, Hit, figures, rule, unsourced_claims


@rule(
    "info",
    wakes=[figures],
    not_types=["opinion", "column", "listing", "recipe", "table"],
    why="BBC: check and contextualise statistics; ClaimBuster's check-worthy class.",
    exceptions="Dates, ages, scores, prices; a figure given before; figures beside a sourced sentence.",
    bad=[
        "About <<70%>> of start-ups fail early.",
        "The market is worth <<$4.2 billion>>.",
    ],
    good=[
        "About 20% of US firms close in year one, Labor Bureau data show.",
        "The Energy Forum puts the market at $4.2 billion, it said in a report.",
    ],
)
def unsourced_figure(article: Article) -> Iterator[Hit]:
    """A statistic without a source.

    A figure that nobody counted is decoration. Say in the sentence where it comes from: the body, the report, the date.
    """
    known: set[tuple[float, str]] = set()
    counted = {figure.span: figure for figure in figures(article)}
    for claim in unsourced_claims(article):
        if claim.trigger != "figure" or claim.span not in counted:
            continue
        figure = counted[claim.span]
        if (figure.value, figure.unit) in known:
            continue
        known.add((figure.value, figure.unit))
        yield Hit(claim.span, f"Where does {figure.text} come from? Add the source in this sentence.")
