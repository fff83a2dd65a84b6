"""Figures beside each other: one lends the other its unit, and two ends make a range."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts.quantities import Figure
from newslint.text.span import Span


def in_millions(article: Article, found: list[Figure]) -> list[Figure]:
    """``77m euros, up from 38m``: after a sum in millions a bare ``m`` with from, to or and is no metre."""
    folded = article.words.folded
    for n in range(1, len(found)):
        figure, k = found[n], n - 1
        if figure.unit != "m" or figure.kind != "measure" or figure.text[-1:] != "m" or " " in figure.text:
            continue
        while k and n - k < 4 and article.folded[found[k].span.start - 2 : found[k].span.start].endswith(("(", "; ")):
            k -= 1  # 77m euros (£53m; $100m), up from 38m
        before = found[k]
        near = (
            figure.words[0] - before.words[1] <= 8 + 2 * (n - 1 - k) and before.kind == "money" and before.scale == 1e6
        )
        if near and folded[figure.words[0] - 1] in ("from", "to", "and", "of", "with", "against"):
            found[n] = figure._replace(
                value=figure.value * 1e6, rounding=figure.rounding * 1e6, scale=1e6, unit=before.unit, kind="money"
            )
    return found


def lent(article: Article, found: list[Figure]) -> list[Figure]:
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
