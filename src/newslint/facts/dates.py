"""Dates: absolute, by weekday, relative to the article's own date."""

from __future__ import annotations

from typing import Literal, NamedTuple

from newslint.article import Article
from newslint.facts import fact
from newslint.text.span import Span

DateKind = Literal["day", "month", "year", "weekday", "quarter", "season", "relative", "time", "vague"]


class Date(NamedTuple):
    """A date or time expression. `year`, `month` and `day` are 0 where not given and not to be worked out."""

    span: Span
    text: str
    kind: DateKind
    year: int = 0
    month: int = 0
    day: int = 0
    weekday: int = -1
    """0 Monday to 6 Sunday, as written; -1 where none is."""
    iso: str = ""
    """``2026-03-03``, ``2026-03``, ``2026`` or empty; relative ones are resolved against the article's date."""
    year_given: bool = False


@fact
def dates(article: Article) -> tuple[Date, ...]:
    """Every date in headline, dateline, dek and running text, in order. Kind ``vague`` is "recently" and its like."""
    return ()
