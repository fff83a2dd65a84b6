"""Text against table: a sentence that gives a row of a table another value than the table does."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.arithmetic import Clash, reach
from newslint.facts.change_words import FALLS, RISES
from newslint.facts.changes import figures_by_sentence
from newslint.facts.figures import Figure
from newslint.facts.tables import Cell, Table, is_total, tables
from newslint.lean import cache
from newslint.text.pattern import pattern
from newslint.text.span import Span
from newslint.typed import Iterator

_OTHERS = frozenset(
    "target targets forecast forecasts expected estimated estimate previous previously earlier revised rival than "
    "another other further more less fewer average nearly record until since from each per difference gap between "
    "combined total both would could will may might".split()
)
"""Words that say that the sentence speaks of another quantity, or of the same one at another time."""
_MOST_ROWS = 60
_MOST_SENTENCES = 400


@fact
def table_clashes(article: Article) -> tuple[Clash, ...]:
    """Figures of the text that contradict the cell they speak of: its row is named, its column or its noun too."""
    found: list[Clash] = []
    for table in tables(article)[:8]:
        rows = {" ".join(row[0].text.lower().split()): row for row in table.rows if _is_label(row[0])}
        if not 2 <= len(rows) <= _MOST_ROWS:
            continue
        for i, here in list(figures_by_sentence(article).items())[:_MOST_SENTENCES]:
            if len(here) <= 2:
                found += _compare(article, table, rows, i, here)
    return tuple(found)


def _is_label(cell: Cell) -> bool:
    return cell.value is None and len(cell.text) > 2 and cell.text[0].isupper() and not is_total(cell.text)


def _compare(
    article: Article, table: Table, rows: dict[str, tuple[Cell, ...]], i: int, here: list[Figure]
) -> Iterator[Clash]:
    span = article.sentences[i].span
    sentence = f" {' '.join(article.words.folded[k] for k in article.words.between(*span))} "
    named = [label for label in rows if f" {label} " in sentence or f" {label}'s " in sentence]
    words = set(sentence.split())
    if len(named) != 1 or _OTHERS & words or (RISES | FALLS) & words:
        return
    row = rows[named[0]]
    for figure in here:
        if figure.about or figure.high or figure.kind not in ("count", "money", "percent"):
            continue
        columns = [
            k for k in range(1, len(row)) if row[k].value is not None and _meant(table, k, row[k], figure, words)
        ]
        if len(columns) != 1:
            continue
        cell = row[columns[0]]
        value = (cell.value or 0.0) * _scale(table.head[columns[0]].text)
        low, high = reach(figure)
        slack = cell.rounding * _scale(table.head[columns[0]].text)
        shown = {(other.value or 0.0) * _scale(head.text) for other, head in zip(row, table.head, strict=True)}
        if any(low - slack <= known <= high + slack for known in shown) or not value:
            continue
        if 0.4 < figure.value / value < 2.5:
            message = f"{figure.text} here, {cell.text} for {row[0].text} in the table. Which?"
            yield Clash(figure.span, message, ((Span(*cell.span), "the table"),))


def _meant(table: Table, k: int, cell: Cell, figure: Figure, words: set[str]) -> bool:
    """The figure is of the column's kind, and the sentence says the column's heading or counts its noun."""
    head = table.head[k].text.lower()
    heads = set(pattern(r"[a-z]{3,}|\d{4}").findall(head))
    percent = cell.unit == "%" or "%" in head or "per cent" in head
    money = (cell.unit not in ("", "%")) or any(sign in head for sign in "$£€¥")
    if percent != (figure.kind == "percent") or money != (figure.kind == "money"):
        return False
    if figure.kind == "money" and cell.unit and cell.unit != figure.unit:
        return False
    if figure.kind == "count":
        return bool(figure.noun) and figure.noun in heads and not ({h for h in heads if h.isdigit()} - words)
    told = {h for h in heads if h in words or h.rstrip("s") in words or h + "s" in words}
    years = {h for h in heads if h.isdigit()}
    return bool(told) and years <= words and len(told) * 2 >= len(heads)


@cache
def _scale(head: str) -> float:
    """``Sales (£m)`` is in millions."""
    match = pattern(
        r"[($£€¥ ](000s?|thousands?|mn?|millions?|bn|billions?)\)|\bin (thousands|millions|billions)\b"
    ).search(head.lower())
    word = (match[1] or match[2]) if match else ""
    return {"0": 1e3, "t": 1e3, "m": 1e6, "b": 1e9}.get(word[:1], 1.0)
