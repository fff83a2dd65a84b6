"""The fact sheet as data: everything newslint knows of an article, in the form that programs may rely on."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts.attribution import attributions
from newslint.facts.claims import claims
from newslint.facts.dates import dates
from newslint.facts.figures import figures
from newslint.facts.names import name_table, names
from newslint.facts.quotes import quotations
from newslint.facts.sources import sources
from newslint.text.span import Span, covering
from newslint.typed import Any

_FIGURE_KINDS = {
    "points": "percent", "multiple": "measure", "fraction": "measure", "score": "count", "age": "measure",
}  # fmt: skip
"""Kinds that only rules tell apart -> kinds of the sheet."""


def sheet(article: Article) -> dict[str, Any]:
    """Sources, attributions, quotes, claims, figures, dates and names. Offsets are code points of the source."""
    return {
        "path": article.path,
        **({"record": article.record} if article.record is not None else {}),
        "sources": [_source(article, source) for source in sources(article)],
        "attributions": [
            {
                **_at(article, a.span),
                "cue": _words(article, a.cue),
                "source": _words(article, a.source) if a.source else None,
                "class": a.source_class,
                "quoted": a.quoted,
            }
            for a in attributions(article)
        ],
        "quotes": [
            {**_at(article, q.span), "speaker": who(article, q.speaker) if q.speaker else None}
            for q in quotations(article)
        ],
        "claims": [
            {
                **_words(article, c.span),
                "triggers": list(dict.fromkeys(trigger for trigger, _ in c.triggers)),
                "sourced": c.sourced,
                "source": _words(article, c.source) if c.source else None,
            }
            for c in claims(article)
        ],
        "figures": [
            {
                **_words(article, f.span),
                "value": int(f.value) if f.value == int(f.value) else f.value,
                "unit": f.unit or None,
                "kind": _FIGURE_KINDS.get(f.kind, f.kind),
            }
            for f in figures(article)
        ],
        "dates": [{**_words(article, d.span), "iso": d.iso or None} for d in dates(article)],
        "names": [{"name": e.name, "kind": e.kind, "mentions": len(e.mentions)} for e in name_table(article)],
    }


def _source(article: Article, source: Any) -> dict[str, Any]:
    first = source.mentions[0] if source.mentions else Span(0, 0)
    at = article.to_source(first).start
    line, column = article.position(at)
    where: dict[str, Any] = {"line": line, "column": column}
    if article.fields:
        field = article.field_at(at)
        where = {"line": line - article.position(field.start)[0] + 1, "column": column, "field": field.pointer}
    return {
        "name": source.name,
        "class": source.source_class,
        "role": source.role or None,
        "mentions": len(source.mentions),
        "first": where,
    }


def _at(article: Article, span: Span) -> dict[str, Any]:
    start, end = article.to_source(span)
    if not article.fields:
        return {"start": start, "end": end}
    field = article.field_at(start)
    return {"start": start - field.start, "end": min(end, field.end) - field.start, "field": field.pointer}


def _words(article: Article, span: Span) -> dict[str, Any]:
    return {**_at(article, span), "text": article.text[span.start : span.end]}


def who(article: Article, speaker: Span) -> str:
    """The name of whom the words mean: the fullest name for a surname or a pronoun, else the words themselves."""
    spans, by_mention = article.remember("who", _who)
    if speaker in by_mention:
        return by_mention[speaker]
    i = covering(spans, *speaker)
    return name_table(article)[names(article)[i].entity].name if i >= 0 else article.text[speaker.start : speaker.end]


def _who(article: Article) -> tuple[list[Span], dict[Span, str]]:
    """Where names stand, and the source that each mention means."""
    by_mention = {mention: source.name for source in sources(article) for mention in source.mentions}
    return [name.span for name in names(article)], by_mention
