"""Exchange rates, coarse and dated: enough to tell a million from a billion."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.dates import article_day
from newslint.text.table import cached_on_disk, read_table

FIRST_YEAR, STEP = 1990, 5
_DAYS_A_YEAR = 365.2425


@cached_on_disk
def _table() -> dict[str, list[float]]:
    """Units of each currency for one US dollar, every five years from 1990; 0 where there was no such currency."""
    table = {}
    for line in read_table("rates").splitlines():
        if line and not line.startswith("#"):
            code, *rates = line.split()
            table[code] = [0.0 if rate == "-" else float(rate) for rate in rates]
    return table


@fact
def exchange_rates(article: Article) -> dict[str, tuple[float, float]]:
    """The least and the most that a US dollar bought of each currency: about the article's year, or since 1990."""
    day = article_day(article)
    out = {}
    for code, rates in _table().items():
        span = rates
        if day:
            at = (day / _DAYS_A_YEAR - FIRST_YEAR) / STEP
            low = min(len(rates) - 1, max(0, int(at)))
            span = rates[low : low + 2]
        known = list(filter(None, span))
        if known:
            out[code] = (min(known), max(known))
    return out
