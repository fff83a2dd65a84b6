"""Attributes of named things that do not change with the day: founding year, head, amount of a round."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.figures import figures
from newslint.facts.names import Entity, name_table, names
from newslint.lean import cache
from newslint.named import NamedTuple
from newslint.text.pattern import pattern
from newslint.text.span import Span
from newslint.typed import Pattern

_REACH = 80
"""Code points between a name and what is said of it at most."""


class Attribute(NamedTuple):
    """What the article says of one name."""

    entity: str
    """The name, folded."""
    name: str
    kind: str
    """``founded``, ``chief executive`` or ``Series A``."""
    value: str
    """Comparable."""
    text: str
    """As written."""
    span: Span


@cache
def _founded() -> Pattern[str]:
    return pattern(r"\b(?:founded|established|started|launched|set up) in (?:[a-z]{3,9} )?(\d{4})\b")


@cache
def _round() -> Pattern[str]:
    return pattern(r"\b(series [a-j]|seed round|pre-seed round|ipo)\b")


@fact
def attributes(article: Article) -> tuple[Attribute, ...]:
    """Every such attribute, in order; of one name and kind the first."""
    found: dict[tuple[str, str], Attribute] = {}
    for attribute in sorted([*_years(article), *_rounds(article)], key=lambda a: a.span):
        found.setdefault((attribute.entity, attribute.kind), attribute)
    return tuple(found.values())


def _years(article: Article) -> list[Attribute]:
    out = []
    if " in " in article.folded:
        for match in _founded().finditer(article.folded):
            subject = _organisation_near(article, match.start())
            if subject:
                span = Span(*match.span(1))
                out.append(Attribute(subject.name.casefold(), subject.name, "founded", match[1], match[1], span))
    return out


def _rounds(article: Article) -> list[Attribute]:
    out = []
    for figure in figures(article):
        if figure.kind != "money":
            continue
        low, high = max(0, figure.span.start - 40), figure.span.end + 40
        match = _round().search(article.folded, low, high)
        subject = _organisation_near(article, figure.span.start) if match else None
        if match and subject:
            value = f"{figure.unit} {figure.value:g}"
            kind = match[1]
            out.append(Attribute(subject.name.casefold(), subject.name, kind, value, figure.text, figure.span))
    return out


def _organisation_near(article: Article, offset: int) -> Entity | None:
    """The last organisation (or other name that is no person and no place) named before the offset, in its sentence."""
    sentence = article.sentence_at(offset)
    if sentence is None:
        return None
    table = name_table(article)
    best = None
    for name in names(article):
        if name.span.start >= offset:
            break
        if name.span.start >= max(sentence.span.start, offset - _REACH) and name.kind in ("organisation", "other"):
            best = table[name.entity]
    return best
