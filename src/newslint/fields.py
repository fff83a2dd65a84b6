"""Findings of an article that is not the file itself: their places in the field that holds them."""

from __future__ import annotations

from newslint.article import Article
from newslint.finding import Edit, Finding, Fix, Place
from newslint.parts import Field
from newslint.text.span import Span


def in_field(article: Article, finding: Finding) -> Finding:
    """The finding with offsets, lines and columns that count in the decoded field, and the name of the field."""
    field = article.field_at(finding.span.start)
    line, column = _position(article, field, finding.span.start)
    end = min(finding.span.end, field.end)
    end_line, end_column = _position(article, field, end)
    return finding._replace(
        span=_span(field, finding.span),
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        also=tuple(a._replace(span=_span(field, a.span)) for a in finding.also if _holds(field, a.span)),
        related=tuple(_place(article, field, place) for place in finding.related),
        fix=_fix(field, finding.fix),
        field=field.pointer,
        record=article.record,
        file_line=field.line,
    )


def _holds(field: Field, span: Span) -> bool:
    return field.start <= span.start <= field.end


def _span(field: Field, span: Span) -> Span:
    return Span(span.start - field.start, max(span.start, min(span.end, field.end)) - field.start)


def _position(article: Article, field: Field, offset: int) -> tuple[int, int]:
    """Line and column in the field; every field begins a line of the source."""
    line, column = article.position(offset)
    return line - article.position(field.start)[0] + 1, column


def _place(article: Article, field: Field, place: Place) -> Place:
    own = field if _holds(field, place.span) else article.field_at(place.span.start)
    line, column = _position(article, own, place.span.start)
    other = None if own is field else own.pointer
    return Place(place.role, _span(own, place.span), line, column, place.message, other)


def _fix(field: Field, fix: Fix | None) -> Fix | None:
    if fix is None or not all(_holds(field, e.span) and e.span.end <= field.end for e in fix.edits):
        return None
    return fix._replace(edits=tuple(Edit(_span(field, e.span), e.text) for e in fix.edits))
