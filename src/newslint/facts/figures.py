"""Figures: money, percentages, counts, ranks and measures, with value and unit."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.dates import dates
from newslint.facts.figure_reader import WAKES, Reader
from newslint.facts.quantities import Figure as Figure, FigureKind as FigureKind
from newslint.text.span import Span
from newslint.text.words import Words

_ASKS = frozenset("must require requires required requiring need needs needed".split())
_VOWS = frozenset("pledge pledges pledged vow vows vowed promise promises promised target targets".split())
_OFFERS = frozenset("offer offers offered offering reward".split())
_GIVEN = frozenset("award bond bounty fine fund grant loan prize ransom reward".split())
_BUYS = frozenset("buy buys buying bought acquire acquired acquires acquiring sell sells sold selling signed".split())
_NEAR, _CLOSE = 10, 5
"""Words before a figure in which it is pledged or offered."""


@fact
def figures(article: Article) -> tuple[Figure, ...]:
    """Every figure in headline, dek and running text; dates, times, phone numbers and years are none."""
    words = article.words
    candidates = article.where(WAKES, numbers=True)
    if not candidates:
        return ()
    silent = sorted(
        [block.span for _, block in article.zoned("code", "meta", "byline", "dateline", "table")]
        + [date.span for date in dates(article) if date.kind != "vague"]
    )
    reader = Reader(article, words)
    found: list[Figure] = []
    done = skip = 0
    for i in candidates:
        start = words.starts[i]
        if start < done or (i and words.folded[i - 1] < ":" and _in_a_row(article.folded, words, i)):
            continue
        while skip < len(silent) and silent[skip].end <= start:
            skip += 1
        if skip < len(silent) and silent[skip].start <= start:
            continue
        figure, end = reader.at(i)
        if figure is not None and figure.span.start >= done:
            found.append(figure)
        done = max(done, end)
    return tuple(_lent(article, _in_millions(article, found)))


def is_set(article: Article, figure: Figure, sentence: int) -> bool:
    """True of a figure that needs no source: what a rule asks for ("must have at least 70% of the vote"), the price of
    a purchase, and what whoever names it pledges, offers or gives."""
    folded, first = article.words.folded, figure.words[0]
    start = article.sentence_words[sentence].start
    if folded[first - 2 : first] in (["at", "least"], ["at", "most"]) and not _ASKS.isdisjoint(folded[start:first]):
        return True
    if not _VOWS.isdisjoint(folded[max(start, first - _NEAR) : first]):
        return True
    if figure.kind != "money":
        return False
    behind = folded[figure.words[1] + 1] if figure.words[1] + 1 < len(folded) else ""
    if behind in _GIVEN or (folded[first - 1] == "for" and not _BUYS.isdisjoint(folded[start:first])):
        return True
    return not _OFFERS.isdisjoint(folded[max(start, first - _CLOSE) : first])


def _in_a_row(text: str, words: Words, i: int) -> bool:
    """``020 7946 0018``: a number after a number, neither of them a figure; years before one are left alone."""
    if words.folded[i] >= ":" or words.ends[i - 1] != words.starts[i] - 1:
        return False
    before = words.folded[i - 1]
    return (
        text[words.ends[i - 1]] == " " and before.isdecimal() and not (len(before) == 4 and before[:2] in ("19", "20"))
    )


# -- figures beside each other -----------------------------------------------------------------------------------------


def _in_millions(article: Article, found: list[Figure]) -> list[Figure]:
    """``77m euros, up from 38m``: after a sum in millions a bare ``m`` with from, to or and is no metre."""
    folded = article.words.folded
    for n in range(1, len(found)):
        figure, k = found[n], n - 1
        if figure.unit != "m" or figure.kind != "measure" or figure.text[-1:] != "m" or " " in figure.text:
            continue
        while k and n - k < 4 and article.folded[found[k].span.start - 2 : found[k].span.start].endswith(("(", "; ")):
            k -= 1  # 77m euros (£53m; $100m), up from 38m
        before = found[k]
        millions = before.kind == "money" and before.scale == 1e6
        near = figure.words[0] - before.words[1] <= 8 + 2 * (n - 1 - k)
        if millions and near and folded[figure.words[0] - 1] in ("from", "to", "and", "of", "with", "against"):
            found[n] = figure._replace(
                value=figure.value * 1e6, rounding=figure.rounding * 1e6, scale=1e6, unit=before.unit, kind="money"
            )
    return found


def _lent(article: Article, found: list[Figure]) -> list[Figure]:
    """Bare figures take unit and scale of the next: ``from $40 to $50 million``; ``10 to 15 percent`` is one range."""
    folded = article.words.folded
    out: list[Figure] = []
    for figure in found:
        low = out[-1] if out else None
        if low is None or figure.words[0] - low.words[1] != 2 or not _leads_to(folded, low, figure):
            out.append(figure)
            continue
        scale = figure.scale if figure.scale > 1 and low.value < 1000 else 1.0
        lent = low._replace(
            value=low.value * scale, rounding=low.rounding * scale, scale=scale, unit=figure.unit, kind=figure.kind,
            noun=figure.noun,
        )  # fmt: skip
        before = folded[low.words[0] - 1] if low.words[0] else ""
        link = folded[low.words[1] + 1]
        moved = before == "from" or (before == "by" and figure.kind != "percent")
        if before == "between" or (link == "to" and not moved and lent.value < figure.value):
            span = Span(low.span.start, figure.span.end)
            out[-1] = lent._replace(
                span=span, text=article.text[span.start : span.end], high=figure.value, about=True,
                words=(low.words[0], figure.words[1]),
            )  # fmt: skip
        else:
            out[-1] = lent
            out.append(figure)
    return out


def _leads_to(folded: list[str], low: Figure, figure: Figure) -> bool:
    """A bare count, or a sum without its million, then ``to`` or (after ``between``) ``and``, and a whole figure."""
    if low.scale != 1.0 or low.noun or low.high or figure.high:
        return False
    bare_sum = (
        low.kind == figure.kind == "money" and low.unit == figure.unit and low.value < figure.value / figure.scale
    )
    if low.kind != "count" and not (bare_sum and figure.scale > 1):
        return False
    if not figure.unit or figure.kind not in ("count", "money", "percent", "points", "measure"):
        return False
    link = folded[low.words[1] + 1] if low.words[1] + 1 < len(folded) else ""
    between = low.words[0] > 0 and folded[low.words[0] - 1] == "between"
    return link == ("and" if between else "to")
