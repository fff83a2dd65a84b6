"""Figures: money, percentages, counts, ranks and measures, with value and unit."""

from __future__ import annotations

from typing import Literal, NamedTuple

from newslint.article import Article
from newslint.facts import fact
from newslint.text.span import Span

FigureKind = Literal["money", "percent", "points", "count", "rank", "measure", "multiple", "fraction", "score", "age"]


class Figure(NamedTuple):
    """A figure in the text."""

    span: Span
    text: str
    value: float
    """In plain units: ``$300 million`` is 300000000.0."""
    unit: str
    """ISO 4217 code, ``%``, a unit of measure, or the counted noun's stem; empty when bare."""
    kind: FigureKind
    step: float
    """Half of the last place given: how far the true value may lie from `value` by rounding alone."""
    about: bool = False
    """Said to be rough: about, nearly, more than."""
    noun: str = ""
    """What is counted or measured, folded: ``jobs`` in ``200 jobs``."""


@fact
def figures(article: Article) -> tuple[Figure, ...]:
    """Every figure in headline, dek and running text; dates, times, phone numbers and years are none."""
    return ()
