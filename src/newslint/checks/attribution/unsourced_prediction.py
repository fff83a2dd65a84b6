from __future__ import annotations

from newslint import (
    Article,
    Hit,
    Iterator,
    bold_sentences,
    empty_sentences,
    expected_by_nobody,
    rule,
    unsourced_claims,
    weak_claims,
)

_FORECASTER = "A forecast needs a forecaster: name who expects this, or cut it."
_EMPTY = 3
"""Sentences that praise, guess or cite nobody, from which a forecast is weighed by the rest of its sentence."""


@rule(
    "warning",
    wakes=[unsourced_claims, "weak-claims"],
    not_types=["opinion", "column", "editorial", "review"],
    why="IPSO 1: conjecture is marked as such; AP: no speculation.",
    exceptions=(
        "Schedules with a date; quoted speech; a forecast beside a sourced sentence in well-sourced copy. A mild guess "
        "(“could well become”) counts in articles full of other findings; in others every forecast is advice."
    ),
    bad=[
        "The merger <<will likely reshape>> the whole market.",
        "The drug <<is set to>> create thousands of jobs.",
        "The mill is shut. The new one <<will breathe new life>> into the town.",
        "The <<days of rope are numbered>>.",
    ],
    good=[
        "The merger will give the pair 38% of the market, the regulator said.",
        "Acme expects the plant to employ 300 people by 2027.",
        "Parliament will vote on 3 May.",
    ],
)
def unsourced_prediction(article: Article) -> Iterator[Hit]:
    """A forecast without a forecaster.

    What will happen is somebody's guess. Name who expects this and on what ground, or report what has happened.
    """
    empties = len(empty_sentences(article))
    claims = [claim for claim in unsourced_claims(article) if claim.trigger == "forecast"]
    weak = [claim for claim in weak_claims(article) if claim.kind == "forecast"] if empties else []
    if empties >= _EMPTY and (claims or weak):
        from newslint import is_faint  # seldom asked

        bold = bold_sentences(article)
        claims = [c for c in claims if c.sentence in bold or not is_faint(article, c.sentence, weak=True)]
        weak = [claim for claim in weak if not is_faint(article, claim.sentence, weak=True)]
    for claim in claims:
        if not expected_by_nobody(article, claim):
            yield Hit(claim.span, _FORECASTER, severity=None if claim.sure else "info")
    for guess in weak:
        yield Hit(guess.span, _FORECASTER, "doubtful", scope="span" if guess.beside else "sentence")
